//! What was derived as tables.

use alloc::borrow::Cow;
use alloc::vec::Vec;

use super::records::{Records, Story};
use super::table::{Carried, NUMBERS, Owned, OwnedTable, TEXTS, WordLists};
use crate::record::{Kind, Type};
use crate::rows::Buffer;
use crate::words::NONE;

/// The fields of tickets that derived records have, too, so that they can be grouped and filtered alike.
const COPIED: [&str; 6] = ["account", "channel", "type", "priority", "team", "department"];

/// What was derived of tickets, as columns that grow.
pub(crate) struct Stories {
    /// The place of each one among all tickets.
    tickets: Vec<u32>,
    numbers: Vec<Buffer>,
    texts: Vec<Vec<u32>>,
    /// By place of a ticket.
    created_at: Vec<i64>,
    priority: Vec<u32>,
}

impl Stories {
    pub fn new(tickets: usize) -> Self {
        Stories {
            tickets: Vec::with_capacity(tickets),
            numbers: NUMBERS.iter().map(|_| Buffer::new(Type::Instant)).collect(),
            texts: TEXTS.iter().map(|_| Vec::with_capacity(tickets)).collect(),
            created_at: alloc::vec![0; tickets],
            priority: alloc::vec![NONE; tickets],
        }
    }

    pub fn push(&mut self, ticket: u32, story: &Story) {
        self.tickets.push(ticket);
        for (buffer, (_, number)) in self.numbers.iter_mut().zip(NUMBERS) {
            buffer.push_int(number(story));
        }
        for (codes, (_, text)) in self.texts.iter_mut().zip(TEXTS) {
            codes.push(text(story));
        }
        if let Some(own) = self.created_at.get_mut(ticket as usize) {
            *own = story.created_at;
        }
        if let Some(own) = self.priority.get_mut(ticket as usize) {
            *own = story.priority;
        }
    }
}

/// What the tables of records have in common.
struct Output<'a> {
    lists: &'a mut WordLists,
    /// The list of the tickets' ids.
    ids: usize,
    /// By place of a ticket.
    copied: Vec<(&'static str, Owned)>,
    tables: Vec<OwnedTable>,
}

/// All tables. `ids` are the codes of the tickets' ids, `policies` those of the policies' names.
pub(crate) fn tables(
    stories: Stories,
    records: &Records,
    carried: Vec<Carried>,
    ids: Vec<u32>,
    policies: &[u32],
    lists: &mut WordLists,
) -> Vec<OwnedTable> {
    let tickets = ids.len();
    let ids = lists.add(ids);
    let priority = lists.texts(&mut stories.priority.iter().copied());
    let mut copied = Vec::new();
    for name in COPIED {
        let column = match carried.iter().find(|own| own.name == name) {
            _ if name == "priority" => priority.clone(),
            Some(own) => own.column.clone(),
            None => continue,
        };
        copied.push((name, column));
    }
    let mut output = Output { lists, ids, copied, tables: Vec::new() };
    let created_at = stories.created_at.clone();
    output.tickets(stories, carried, tickets);

    let waits = &records.waits;
    let table = output.begin(Kind::ResponseWait, &mut waits.iter().map(|wait| wait.ticket), waits.len());
    table.instants("opened_at", &mut waits.iter().map(|wait| Some(wait.opened_at)));
    table.instants("closed_at", &mut waits.iter().map(|wait| wait.closed_at));
    table.set("first", Owned::flags(&mut waits.iter().map(|wait| Some(wait.first))));
    output.texts("agent", &mut waits.iter().map(|wait| wait.agent));

    let holdings = &records.holdings;
    let table = output.begin(Kind::Holding, &mut holdings.iter().map(|holding| holding.ticket), holdings.len());
    table.instants("from", &mut holdings.iter().map(|holding| Some(holding.from)));
    table.instants("to", &mut holdings.iter().map(|holding| holding.to));
    table.instants("next_from", &mut holdings.iter().map(|holding| holding.next_from));
    output.texts("agent", &mut holdings.iter().map(|holding| holding.agent));

    let spans = &records.spans;
    let table = output.begin(Kind::StatusSpan, &mut spans.iter().map(|span| span.ticket), spans.len());
    table.instants("from", &mut spans.iter().map(|span| Some(span.from)));
    table.instants("to", &mut spans.iter().map(|span| span.to));
    let created = |ticket: u32| created_at.get(ticket as usize).copied();
    table.instants("created_at", &mut spans.iter().map(|span| created(span.ticket)));
    output.texts("status", &mut spans.iter().map(|span| span.status));
    output.texts("previous", &mut spans.iter().map(|span| span.previous));
    output.texts("actor_kind", &mut spans.iter().map(|span| span.actor_kind));

    let targets = &records.targets;
    let table = output.begin(Kind::SlaTarget, &mut targets.iter().map(|target| target.ticket), targets.len());
    table.instants("started_at", &mut targets.iter().map(|target| Some(target.started_at)));
    table.instants("due_at", &mut targets.iter().map(|target| target.due_at));
    table.instants("met_at", &mut targets.iter().map(|target| target.met_at));
    table.instants("over_by", &mut targets.iter().map(|target| target.over_by));
    let name = |policy: Option<u32>| policies.get(usize::try_from(policy?).ok()?).copied();
    output.texts("policy", &mut targets.iter().map(|target| name(target.policy).unwrap_or(NONE)));
    output.texts("metric", &mut targets.iter().map(|target| target.metric));
    output.texts("state", &mut targets.iter().map(|target| target.state));
    output.tables
}

impl Output<'_> {
    /// The tickets: what is derived, and what is passed on.
    fn tickets(&mut self, stories: Stories, carried: Vec<Carried>, tickets: usize) {
        let Stories { tickets: places, numbers, texts, .. } = stories;
        let mut columns: Vec<(Cow<'static, str>, Owned)> = Vec::new();
        for ((name, _), buffer) in NUMBERS.iter().zip(numbers) {
            columns.push((Cow::Borrowed(name), Owned::Values(buffer)));
        }
        for ((name, _), codes) in TEXTS.iter().zip(texts) {
            columns.push((Cow::Borrowed(name), self.lists.texts(&mut codes.into_iter())));
        }
        // All of them are there, but for those that nobody has heard of yet.
        let whole = places.len() == tickets;
        for Carried { name, column } in carried {
            let column = if whole { column } else { column.of_rows(&places) };
            columns.push((Cow::Owned(name), column));
        }
        let len = places.len();
        columns.push((Cow::Borrowed("id"), Owned::Texts { places, list: self.ids }));
        self.tables.push(OwnedTable { kind: Kind::Ticket, len, columns });
    }

    /// Begins the table of a kind, with the ticket of each record and what is copied from it.
    fn begin(&mut self, kind: Kind, tickets: &mut dyn Iterator<Item = u32>, len: usize) -> &mut OwnedTable {
        let places: Vec<u32> = tickets.collect();
        let mut columns: Vec<(Cow<'static, str>, Owned)> = Vec::new();
        for (name, column) in &self.copied {
            columns.push((Cow::Borrowed(name), column.of_rows(&places)));
        }
        columns.push((Cow::Borrowed("ticket"), Owned::Texts { places, list: self.ids }));
        self.tables.push(OwnedTable { kind, len, columns });
        self.last()
    }

    #[expect(clippy::indexing_slicing, reason = "a table was just pushed")]
    fn last(&mut self) -> &mut OwnedTable {
        let last = self.tables.len().saturating_sub(1);
        &mut self.tables[last]
    }

    fn texts(&mut self, name: &'static str, codes: &mut dyn Iterator<Item = u32>) {
        let column = self.lists.texts(codes);
        self.last().set(name, column);
    }
}
