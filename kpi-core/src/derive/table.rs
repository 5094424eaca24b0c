//! Derived records as columns that own what they hold.

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;

use super::records::Story;
use crate::column::{Column, Lists, Table};
use crate::record::{Kind, Prepared, Type};
use crate::rows::Buffer;
use crate::words::{Dictionary, NONE};

/// A column of one table.
#[derive(Clone, Debug)]
pub(crate) enum Owned {
    Values(Buffer),
    /// Texts by their places in one of the lists of words.
    Texts {
        places: Vec<u32>,
        list: usize,
    },
    /// Lists of texts, by their codes.
    Lists {
        ends: Vec<usize>,
        codes: Vec<u32>,
    },
}

/// The place of null in a list of words.
const NULL: u32 = u32::MAX;

/// The words of columns: each list holds codes of the dictionary, each code once.
#[derive(Clone, Debug)]
pub(crate) struct WordLists {
    lists: Vec<Vec<u32>>,
    /// By code: its place in the list that is being made, from 1.
    places: Vec<u32>,
}

impl WordLists {
    /// None yet, of codes below `codes`.
    pub fn new(codes: usize) -> Self {
        WordLists { lists: Vec::new(), places: alloc::vec![0; codes] }
    }

    /// A list of codes that are all different.
    pub fn add(&mut self, codes: Vec<u32>) -> usize {
        self.lists.push(codes);
        self.lists.len().saturating_sub(1)
    }

    /// A column of codes, with a list of its own.
    pub fn texts(&mut self, codes: &mut dyn Iterator<Item = u32>) -> Owned {
        let mut list = Vec::new();
        let places = codes.map(|code| self.place(code, &mut list)).collect();
        // The next list begins anew.
        for code in &list {
            if let Some(place) = self.places.get_mut(*code as usize) {
                *place = 0;
            }
        }
        Owned::Texts { places, list: self.add(list) }
    }

    fn place(&mut self, code: u32, list: &mut Vec<u32>) -> u32 {
        if code == NONE {
            return NULL;
        }
        let Some(place) = self.places.get_mut(code as usize) else { return NULL };
        if *place == 0 {
            list.push(code);
            *place = list.len() as u32;
        }
        place.saturating_sub(1)
    }

    /// The code of a text.
    pub fn code(&self, column: &Owned, row: usize) -> u32 {
        match column {
            Owned::Texts { places, list } => {
                let place = places.get(row).and_then(|&place| usize::try_from(place).ok());
                place.and_then(|place| self.lists.get(*list)?.get(place)).copied().unwrap_or(NONE)
            }
            _ => NONE,
        }
    }
}

impl Owned {
    /// A column of integers.
    pub fn ints(values: &mut dyn Iterator<Item = Option<i64>>) -> Self {
        let mut buffer = Buffer::new(Type::Instant);
        values.for_each(|value| buffer.push_int(value));
        Owned::Values(buffer)
    }

    /// A column of flags.
    pub fn flags(values: &mut dyn Iterator<Item = Option<bool>>) -> Self {
        let mut buffer = Buffer::new(Type::Flag);
        values.for_each(|value| buffer.push_flag(value));
        Owned::Values(buffer)
    }

    /// The same column for other records, each with the value of its row here.
    pub fn of_rows(&self, rows: &[u32]) -> Self {
        match self {
            Owned::Values(buffer) => Owned::Values(buffer.of_rows(rows)),
            Owned::Texts { places, list } => {
                let place = |&row: &u32| places.get(row as usize).copied().unwrap_or(NULL);
                Owned::Texts { places: rows.iter().map(place).collect(), list: *list }
            }
            Owned::Lists { ends, codes } => {
                let all = Lists { ends, codes };
                let (mut ends, mut codes) = (Vec::new(), Vec::new());
                for &row in rows {
                    codes.extend_from_slice(all.at(row as usize));
                    ends.push(codes.len());
                }
                Owned::Lists { ends, codes }
            }
        }
    }

    fn column<'a>(&'a self, words: &'a Dictionary, lists: &'a WordLists) -> Column<'a> {
        let text = |codes: &'a [u32]| codes.iter().map(|&code| words.get(code).unwrap_or_default()).collect();
        match self {
            Owned::Values(buffer) => buffer.column(),
            Owned::Texts { places, list } => {
                let list = lists.lists.get(*list).map_or(&[][..], |list| list);
                Column::Codes { codes: Cow::Borrowed(places), words: text(list) }
            }
            Owned::Lists { ends, codes } => Column::Lists { ends: Cow::Borrowed(ends), words: text(codes) },
        }
    }
}

/// Records of one kind.
#[derive(Clone, Debug)]
pub(crate) struct OwnedTable {
    pub kind: Kind,
    pub len: usize,
    pub columns: Vec<(Cow<'static, str>, Owned)>,
}

impl OwnedTable {
    pub fn set(&mut self, name: &'static str, column: Owned) {
        self.columns.push((Cow::Borrowed(name), column));
    }

    /// Sets a column of instants or durations.
    pub fn instants(&mut self, name: &'static str, values: &mut dyn Iterator<Item = Option<i64>>) {
        self.set(name, Owned::ints(values));
    }

    pub fn table<'a>(&'a self, words: &'a Dictionary, lists: &'a WordLists) -> Table<'a> {
        let mut table = Table::new(self.kind, self.len);
        for (name, column) in &self.columns {
            table.set(&**name, column.column(words, lists));
        }
        table
    }
}

/// A field of tickets that no log changes, or a text column of the caller's own.
#[derive(Clone, Debug)]
pub(crate) struct Carried {
    pub name: String,
    /// By place of a ticket.
    pub column: Owned,
}

/// Where a ticket stands in the tables of tickets.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Place {
    pub table: u32,
    pub row: u32,
}

impl Carried {
    /// Brings a column, which some of the tables have, into the order of the tickets, which have these places.
    pub fn new(
        name: &str,
        columns: &[Option<Prepared<'_>>],
        places: &[Option<Place>],
        lists: &mut WordLists,
    ) -> Option<Self> {
        let first = columns.iter().find_map(|column| *column)?;
        let of = |place: &Option<Place>| {
            place.and_then(|place| Some((columns.get(place.table as usize).copied()??, place.row as usize)))
        };
        let values = places.iter().map(of);
        let column = match first {
            Prepared::Ints(_) => Owned::ints(&mut values.map(|value| match value {
                Some((Prepared::Ints(ints), row)) => ints.at(row),
                _ => None,
            })),
            Prepared::Flags(_) => Owned::flags(&mut values.map(|value| match value {
                Some((Prepared::Flags(flags), row)) => flags.at(row),
                _ => None,
            })),
            Prepared::Codes(_) => lists.texts(&mut values.map(|value| match value {
                Some((Prepared::Codes(codes), row)) => codes.at(row),
                _ => NONE,
            })),
            Prepared::Lists(_) => {
                let (mut ends, mut codes) = (Vec::new(), Vec::new());
                values.for_each(|value| {
                    if let Some((Prepared::Lists(lists), row)) = value {
                        codes.extend_from_slice(lists.at(row));
                    }
                    ends.push(codes.len());
                });
                Owned::Lists { ends, codes }
            }
        };
        Some(Carried { name: name.into(), column })
    }
}

/// A field of tickets, and what a story says of it.
type Said<T> = (&'static str, fn(&Story) -> T);

/// What is derived of tickets, by field.
pub(crate) const NUMBERS: &[Said<Option<i64>>] = &[
    ("created_at", |story| Some(story.created_at)),
    ("handover_at", |story| story.handover_at),
    ("clock_start", |story| story.clock_start),
    ("first_response_at", |story| story.first_response_at),
    ("first_resolved_at", |story| story.first_resolved_at),
    ("resolved_at", |story| story.resolved_at),
    ("closed_at", |story| story.closed_at),
    ("canceled_at", |story| story.canceled_at),
    ("merged_at", |story| story.merged_at),
    ("deleted_at", |story| story.deleted_at),
    ("escalated_at", |story| story.escalated_at),
    ("due_at", |story| story.due_at),
    ("first_assigned_at", |story| story.first_assigned_at),
    ("first_reopened_at", |story| story.first_reopened_at),
    ("first_reopened_by_customer_at", |story| story.first_reopened_by_customer_at),
    ("agent_replies", |story| Some(story.agent_replies)),
    ("customer_messages", |story| Some(story.customer_messages)),
    ("bot_replies", |story| Some(story.bot_replies)),
    ("agent_changes", |story| Some(story.agent_changes)),
    ("distinct_agents", |story| Some(story.distinct_agents)),
    ("collaborators", |story| Some(story.collaborators)),
    ("reopens", |story| Some(story.reopens)),
    ("reopens_by_customer", |story| story.reopens_by_customer),
    ("escalations", |story| Some(story.escalations)),
    ("responses_promised", |story| Some(story.responses_promised)),
    ("responses_late", |story| Some(story.responses_late)),
    ("requester_wait", |story| story.requester_wait),
    ("agent_wait", |story| story.agent_wait),
    ("on_hold_time", |story| story.on_hold_time),
];

/// The same for texts.
pub(crate) const TEXTS: [Said<u32>; 8] = [
    ("status", |story| story.status),
    ("priority", |story| story.priority),
    ("opened_by", |story| story.opened_by),
    ("first_assignee", |story| story.first_assignee),
    ("assignee", |story| story.assignee),
    ("first_replier", |story| story.first_replier),
    ("resolver", |story| story.resolver),
    ("resolved_by", |story| story.resolved_by),
];

/// What the tickets that are given may say of what is derived.
const READ: [&str; 3] = ["created_at", "opened_by", "priority"];

/// Whether a field of tickets is derived. Whether their spans are given, a report finds out.
pub(crate) fn is_derived(name: &str) -> bool {
    let number = NUMBERS.iter().any(|(own, _)| *own == name);
    number || TEXTS.iter().any(|(own, _)| *own == name) || name == "through_spans"
}

/// Whether a field of the tickets that are given is not even looked at.
pub(crate) fn is_replaced(name: &str) -> bool {
    is_derived(name) && !READ.contains(&name)
}
