//! Tickets, waits, holdings, statuses and SLA targets from a log of events.
//!
//! A log says what happened; what a KPI reads follows from it by the rules that the documentation of events gives. Every
//! ticket is told from its first event to its last, and nothing that came after the instant looked at changes the answer.

mod clock;
mod event;
mod findings;
mod input;
mod log;
mod output;
mod policy;
mod records;
mod request;
mod rules;
mod sla;
mod story;
mod table;

pub use findings::{Finding, FindingCode};
pub use policy::{Metric, Policy};
pub use request::DeriveRequest;

use alloc::format;
use alloc::vec::Vec;

use crate::column::Table;
use crate::error::{Code, Error, Result};
use crate::record::Kind;
use crate::report::Counted;
use crate::report::batch::CodedTable;
use crate::sorted::{Sorted, sort, sort_by};
use crate::words::Dictionary;
use clock::Clocks;
use event::arrange;
use input::GivenTickets;
use log::{Log, Tickets};
use output::Stories;
use records::{Found, Records};
use rules::Rules;
use sla::Promised;
use story::{Scratch, Setting, measure, tell};
use table::{OwnedTable, WordLists};

/// What was derived from a log: tables that a report takes, and what in the log contradicts itself.
#[derive(Clone, Debug)]
pub struct Derived {
    words: Dictionary,
    lists: WordLists,
    /// The code of each ticket's id.
    ids: Vec<u32>,
    tables: Vec<OwnedTable>,
    found: Vec<Found>,
    /// How many records came in, and how many were skipped and why.
    pub inputs: Sorted<Kind, Counted>,
}

impl Derived {
    /// The tables: tickets, response waits, holdings, status spans and SLA targets. They can be given to a report.
    #[must_use]
    pub fn tables(&self) -> Vec<Table<'_>> {
        self.tables.iter().map(|table| table.table(&self.words, &self.lists)).collect()
    }

    /// The contradictions in the log, ticket by ticket.
    pub fn findings(&self) -> impl ExactSizeIterator<Item = Finding<'_>> {
        self.found.iter().map(|found| Finding {
            ticket: self.ids.get(found.ticket as usize).and_then(|&id| self.words.get(id)).unwrap_or_default(),
            event: found.event.map(u64::from),
            code: found.code,
        })
    }
}

/// Derives everything that a log of events says: tables of events, and tables of tickets with what no log says of them
/// (their channel, their account, columns of the caller's own), which are passed on. Every ticket of either is derived;
/// one without events is new since the instant that its table gives.
///
/// # Errors
/// What is wrong with the tables, with record, index and field; [`Code::CalendarRequired`]; [`Code::BadPolicy`] where a
/// policy promises nothing, or its condition names a column that tickets do not have; [`Code::BadCalendar`] where the
/// calendar goes by such a column; [`Code::UnknownRecord`] for tables of another kind.
///
/// ```
/// use kpi_core::derive::{DeriveRequest, derive};
/// use kpi_core::{Ask, Kind, Request, report, rows::{Input, TableBuilder}};
/// let mut log = TableBuilder::new(Kind::TicketEvent);
/// for (at, kind) in [("09:00", "created"), ("09:30", "agent_reply"), ("10:00", "resolved")] {
///     log.begin();
///     log.set("ticket", &Input::Text("T1"))?;
///     log.set("at", &Input::Text(&format!("2026-03-02T{at}:00Z")))?;
///     log.set("kind", &Input::Text(kind))?;
/// }
/// let derived = derive(&DeriveRequest::new(), &[log.table()])?;
/// let report = report(&Request::new().kpi(Ask::new("first_response_time")), &derived.tables())?;
/// assert_eq!(report.headline("first_response_time").unwrap().to_string(), "1800");
/// # Ok::<(), kpi_core::Error>(())
/// ```
pub fn derive(request: &DeriveRequest, tables: &[Table<'_>]) -> Result<Derived> {
    request.has_calendar()?;
    Policy::check_all(&request.policies)?;
    if let Some(other) = tables.iter().find(|table| !matches!(table.kind, Kind::TicketEvent | Kind::Ticket)) {
        let text = format!("nothing is derived from {}; give events and tickets", other.kind.plural());
        return Err(Error::new(Code::UnknownRecord, text).record(other.kind.as_str()));
    }
    let mut words = Dictionary::new()?;
    let mut coded: Vec<(&Table<'_>, CodedTable)> = Vec::with_capacity(tables.len());
    for table in tables {
        coded.push((table, input::code(request, table, &mut words)?));
    }
    let policies = request.policies.iter().map(|policy| words.intern(&policy.name)).collect::<Result<Vec<u32>>>()?;

    // Tickets come out in the order of their tables, and those that only the log knows after them.
    let mut inputs = Sorted::new();
    let mut tickets = Tickets::new(words.len());
    let mut given = GivenTickets::default();
    let mut batches = Vec::new();
    let of_kind = |kind| coded.iter().filter(move |(table, _)| table.kind == kind);
    for (table, coded) in of_kind(Kind::Ticket) {
        given.add(input::typed(table, coded)?, table, request, &mut tickets, &mut inputs)?;
    }
    for (table, coded) in of_kind(Kind::TicketEvent) {
        let batch = input::typed(table, coded)?;
        let skip = input::good(&batch, table, request, &mut inputs, |_| Ok(()))?;
        batches.push((batch, skip));
    }
    let mut log = Log::read(&batches, request.base.as_of.unwrap_or(i64::MAX), &mut tickets)?;

    let ids = tickets.ids;
    let mut lists = WordLists::new(words.len());
    let carried = given.carried(ids.len(), &mut lists);
    let of_columns = of_kind(Kind::Ticket).any(|(table, _)| !table.of_objects && table.len > 0);
    let rules = Rules::new(request, &carried, &lists, &words, of_columns)?;
    let now = request.base.as_of.or(log.last).unwrap_or(i64::MIN);
    let setting = Setting { now, as_of: request.base.as_of.is_some() };
    let mut scratch = Scratch::new(words.len());
    let mut records = Records::default();
    let (mut runs, mut schedules) = (Vec::new(), Vec::new());
    let mut stories = Stories::new(ids.len());
    for place in 0..ids.len() {
        let ticket = place as u32;
        let (spans, waits) = (records.spans.len(), records.waits.len());
        let events = log.of(place);
        arrange(events);
        let told = tell(ticket, events, &given.given(place), &setting, &mut scratch, &mut records);
        let Some(mut story) = told else { continue };
        let spans = records.spans.get(spans..).unwrap_or_default();
        rules.schedules(place, &story, &scratch.priorities, &mut schedules);
        let clocks = Clocks { schedules: &schedules };
        measure(&mut story, spans, clocks, request.is_business());
        if !request.policies.is_empty() {
            let promised = Promised {
                ticket,
                story: &story,
                spans,
                waits: records.waits.get(waits..).unwrap_or_default(),
                priorities: &scratch.priorities,
                policies: &request.policies,
                policy_at: |priority| rules.policy(place, &story, priority),
                clocks,
                now,
            };
            promised.targets(&mut runs, &mut records.targets);
        }
        stories.push(ticket, &story);
    }
    let tables = output::tables(stories, &records, carried, ids.clone(), &policies, &mut lists);
    let mut found = records.findings;
    sort_by(&mut found, |a, b| (a.ticket, a.event, a.code).cmp(&(b.ticket, b.event, b.code)));
    as_given(&mut found, coded.iter().map(|(table, _)| *table).filter(|table| table.kind == Kind::TicketEvent));
    Ok(Derived { words, lists, ids, tables, found, inputs })
}

/// Turns the places of events among those that could be read into their places in the log as it was given.
fn as_given<'a>(found: &mut [Found], tables: impl Iterator<Item = &'a Table<'a>>) {
    let (mut given, mut gone) = (0usize, Vec::new());
    for table in tables {
        let mut dropped: Vec<usize> = table.unread.iter().flat_map(|unread| &unread.rows).copied().collect();
        if !table.dropped {
            dropped.clear();
        }
        gone.extend(dropped.iter().map(|row| row.saturating_add(given)));
        given = given.saturating_add(table.len).saturating_add(dropped.len());
    }
    sort(&mut gone);
    if gone.is_empty() {
        return;
    }
    // How many readable events stand before each of those that are gone.
    for (place, gone) in gone.iter_mut().enumerate() {
        *gone = gone.saturating_sub(place);
    }
    for event in found.iter_mut().filter_map(|found| found.event.as_mut()) {
        let before = gone.partition_point(|&readable| readable <= *event as usize);
        *event = event.saturating_add(before as u32);
    }
}
