//! What is wrong with whole tables: every problem, listed before anything is computed.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use core::cmp::Reverse;

use serde::Serialize;
use serde::ser::{SerializeMap, Serializer};

use crate::column::{Table, Unread};
use crate::error::{Code, Error, Result};
use crate::exact::{Currency, shorten};
use crate::record::{Flaw, Kind, Type};
use crate::report::batch::{self, Batch, Wanted};
use crate::report::derive;
use crate::report::request::{Request, WordMap};
use crate::rows::EXAMPLES;
use crate::sorted::{sort, sort_by};
use crate::words::Dictionary;

/// The fields that name a record of another kind.
const LINKS: &[(&str, Kind)] = &[("account", Kind::Account), ("ticket", Kind::Ticket), ("contact", Kind::Contact)];

/// One problem of one field, over all records of a kind that have it.
#[derive(Clone, Debug, PartialEq)]
pub struct Problem {
    /// The kind of record.
    pub record: Kind,
    /// The field or column.
    pub field: String,
    /// What is wrong.
    pub code: Code,
    /// Whether a report that reads the field refuses such records; else it takes them, and they are worth a look.
    pub refused: bool,
    /// The problem in words, and what to do.
    pub text: String,
    /// How many records have it.
    pub count: u64,
    /// The first of them.
    pub examples: Vec<Found>,
}

/// A record with a problem.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// Its place among all records of its kind, from 0.
    pub index: u64,
    /// Its id, where it has one.
    pub id: Option<String>,
    /// The value of the field, where there is one.
    pub value: Option<String>,
}

impl Serialize for Found {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(3))?;
        map.serialize_entry("index", &self.index)?;
        map.serialize_entry("id", &self.id)?;
        map.serialize_entry("value", &self.value)?;
        map.end()
    }
}

impl Serialize for Problem {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(7))?;
        map.serialize_entry("record", self.record.as_str())?;
        map.serialize_entry("field", &self.field)?;
        map.serialize_entry("code", self.code.as_str())?;
        map.serialize_entry("refused", &self.refused)?;
        map.serialize_entry("text", &self.text)?;
        map.serialize_entry("count", &self.count)?;
        map.serialize_entry("examples", &self.examples)?;
        map.end()
    }
}

/// Lists every problem of whole tables, before anything is computed: what a report would refuse (values and columns that
/// cannot be read, null where a value is required, negative durations, scores out of scale, words that are not known, ids
/// that are there twice), and what it takes but is worth a look (links to records that are not there, states without
/// their instants, several scales of one kind of survey). The refused first, then by how many records have it.
///
/// Of the request only what it says of words counts; it may ask for no KPI. Values that cannot be read are listed one by
/// one where the table was built to [note](crate::rows::TableBuilder::note_bad_values) them.
///
/// # Errors
/// [`Code::Overflow`] where a table is too large.
///
/// ```
/// use kpi_core::{Code, Kind, Request, check, rows::{Input, TableBuilder}};
/// let mut calls = TableBuilder::new(Kind::Contact).note_bad_values();
/// for (id, outcome) in [("C1", "answered"), ("C2", "hung up"), ("C3", "hung up")] {
///     calls.begin();
///     for (field, text) in [("id", id), ("channel", "phone"), ("outcome", outcome), ("started_at", "2026-03-02T09:00:00Z")] {
///         calls.set(field, &Input::Text(text))?;
///     }
/// }
/// let problems = check(&Request::new(), &[calls.table()])?;
/// assert_eq!((problems[0].code, problems[0].field.as_str(), problems[0].count), (Code::UnknownWord, "outcome", 2));
/// assert_eq!(problems[0].examples[0].id.as_deref(), Some("C2"));
/// # Ok::<(), kpi_core::Error>(())
/// ```
pub fn check(request: &Request, tables: &[Table<'_>]) -> Result<Vec<Problem>> {
    let mut all = Vec::new();
    for kind in Kind::ALL.iter().copied() {
        let mut before = 0u64;
        let mut ids = Dictionary::default();
        let mut scales = Scales { kinds: Dictionary::default(), ends: Vec::new() };
        for table in tables.iter().filter(|table| table.kind == kind) {
            let mut gone: Vec<usize> = Vec::new();
            if table.dropped {
                table.unread.iter().for_each(|unread| gone.extend(&unread.rows));
                sort(&mut gone);
            }
            let records = table.len.saturating_add(gone.len());
            let mut of_table = OfTable { all: &mut all, table, words: &request.words, before, gone };
            of_table.unread();
            of_table.records()?;
            of_table.twice(&mut ids)?;
            of_table.links(tables)?;
            of_table.doubts(&mut scales)?;
            before = before.saturating_add(records as u64);
        }
    }
    // The refused first, then the frequent ones; else in the order in which they were found.
    let key = |(place, problem): &(usize, Problem)| (!problem.refused, Reverse(problem.count), *place);
    let mut all: Vec<(usize, Problem)> = all.into_iter().enumerate().collect();
    sort_by(&mut all, |a, b| key(a).cmp(&key(b)));
    Ok(all.into_iter().map(|(_, problem)| problem).collect())
}

/// The scale that each kind of survey is on.
struct Scales {
    kinds: Dictionary,
    ends: Vec<(i64, i64)>,
}

struct OfTable<'p, 't> {
    all: &'p mut Vec<Problem>,
    table: &'t Table<'t>,
    words: &'t [WordMap],
    /// Records of the kind in earlier tables.
    before: u64,
    /// The places of the records that were dropped, in order.
    gone: Vec<usize>,
}

impl<'t> OfTable<'_, 't> {
    /// Adds records to the problem of a field and code; the first one gives its words.
    fn problem(&mut self, field: &str, code: Code, refused: bool, text: &str, count: usize) -> Option<&mut Problem> {
        let record = self.table.kind;
        let same = |own: &Problem| (own.record, own.code, own.refused) == (record, code, refused) && own.field == field;
        let place = self.all.iter().position(same).unwrap_or_else(|| {
            let (field, text) = (field.into(), text.into());
            self.all.push(Problem { record, field, code, refused, text, count: 0, examples: Vec::new() });
            self.all.len().saturating_sub(1)
        });
        let problem = self.all.get_mut(place)?;
        problem.count = problem.count.saturating_add(count as u64);
        Some(problem)
    }

    /// Adds the record in a row; what reads as null because it could not be read is not missing, too.
    fn add(&mut self, row: usize, field: &str, code: Code, refused: bool, text: &str, value: Option<String>) {
        // Where one of several fields is enough, it may be the one that could not be read.
        let any = refused && self.table.kind.field(field).is_some_and(|field| !field.required);
        let here = |unread: &Unread| (any || unread.field == field) && unread.rows.binary_search(&row).is_ok();
        if code == Code::MissingField && !self.table.dropped && self.table.unread.iter().any(here) {
            return;
        }
        let mut place = row;
        self.gone.iter().for_each(|&gone| place = place.saturating_add(usize::from(gone <= place)));
        let index = self.before.saturating_add(place as u64);
        let id = derive::text(self.table, "id", row).map(shorten);
        if let Some(problem) = self.problem(field, code, refused, text, 1)
            && problem.examples.len() < EXAMPLES
        {
            problem.examples.push(Found { index, id, value });
        }
    }

    /// A word as a report reads it.
    fn word(&self, field: &str, row: usize) -> Option<&'t str> {
        let word = derive::text(self.table, field, row)?;
        let map = self.words.iter().find(|map| map.record == self.table.kind && map.field == field);
        map.map_or(Some(word), |map| map.read(word))
    }

    /// Values and columns that could not be read.
    fn unread(&mut self) {
        let (table, before) = (self.table, self.before);
        for Unread { field, code, text, rows, values } in &table.unread {
            let count = if rows.is_empty() { table.len } else { rows.len() };
            let Some(problem) = self.problem(field, *code, true, text, count) else { continue };
            for (&row, value) in rows.iter().zip(values).take(EXAMPLES.saturating_sub(problem.examples.len())) {
                let id = if table.dropped { None } else { derive::text(table, "id", row).map(shorten) };
                let index = before.saturating_add(row as u64);
                problem.examples.push(Found { index, id, value: value.clone() });
            }
        }
    }

    /// What a report refuses: columns of a wrong type, and flaws of records.
    fn records(&mut self) -> Result<()> {
        let (table, kind) = (self.table, self.table.kind);
        let is_link = |name: &str| name == "id" || LINKS.iter().any(|(link, _)| *link == name);
        let text = |of: Type| matches!(of, Type::Text | Type::Tags);
        let fields = kind.fields().iter().filter(|field| text(field.of) && !is_link(field.name));
        let values: Vec<String> = fields.map(|field| field.name.into()).collect();
        let mut words = Dictionary::new()?;
        let wanted = Wanted { values: &values, presence: &[], mapped: self.words };
        let coded = batch::code(table, &[], &wanted, i64::MAX, &mut words)?;
        let mut columns: Vec<Error> = Vec::new();
        let batch = Batch::new(table, &[], &coded, i64::MAX, &|_| false, &mut |error| {
            columns.push(error);
            Ok(())
        })?;
        let of_column = |field: &str| columns.iter().any(|error| error.field_name() == Some(field));
        let mut found: Vec<(usize, Flaw)> = Vec::new();
        batch.check(self.words, &mut |row, flaw| {
            if !of_column(flaw.field) {
                found.push((row, flaw));
            }
        });
        for (row, flaw) in found {
            self.add(row, flaw.field, flaw.code, true, flaw.text, batch.found(flaw.field, row));
        }
        for error in &columns {
            self.problem(error.field_name().unwrap_or_default(), error.code(), true, error.text(), table.len);
        }
        Ok(())
    }

    /// Ids that are there twice. A survey that is answered again replaces its earlier answer, and the criteria of a quality
    /// review share its id.
    fn twice(&mut self, ids: &mut Dictionary) -> Result<()> {
        let table = self.table;
        let Some(known) = batch::ids(table).filter(|_| table.kind != Kind::Survey) else { return Ok(()) };
        let text = batch::twice(table.kind, "the id");
        let mut key = String::new();
        for row in 0..table.len {
            let Some(id) = known.get(row) else { continue };
            if !ids.intern_new(id.key(&mut key))?.1 {
                self.add(row, "id", Code::DuplicateId, true, &text, Some(shorten(id.id)));
            }
        }
        Ok(())
    }

    /// Links to records that are not there, where records of that kind were given.
    fn links(&mut self, tables: &[Table<'_>]) -> Result<()> {
        let own = self.table;
        for &(field, to) in LINKS {
            let mut given = tables.iter().filter(|table| table.kind == to).peekable();
            if own.kind == to || own.column(field).is_none() || given.peek().is_none() {
                continue;
            }
            let mut known = Dictionary::default();
            for table in given {
                for id in (0..table.len).filter_map(|row| derive::text(table, "id", row)) {
                    known.intern(id)?;
                }
            }
            for row in 0..own.len {
                if let Some(id) = self.word(field, row).filter(|id| known.find(id).is_none()) {
                    let (code, text) = match to {
                        Kind::Account => {
                            (Code::UnknownAccount, "no account has this id; add it, or leave the field empty")
                        }
                        _ => (Code::UnknownLink, "no record has this id; add it, or leave the field empty"),
                    };
                    // What becomes of the account after an answer is looked up; the other links are not followed.
                    let refused = (own.kind, to) == (Kind::Survey, Kind::Account);
                    self.add(row, field, code, refused, text, Some(shorten(id)));
                }
            }
        }
        Ok(())
    }

    /// What a report takes, but says less than it seems.
    fn doubts(&mut self, scales: &mut Scales) -> Result<()> {
        let table = self.table;
        let at = |field, row| derive::at(table, field, row);
        for row in 0..table.len {
            let instant = |value: Option<i64>| value.map(|at| Type::Instant.text(at));
            match table.kind {
                Kind::Ticket => {
                    let status = self.word("status", row);
                    for (state, field, text) in STATES {
                        if status == Some(*state) && at(field, row).is_none() {
                            self.add(row, field, Code::MissingField, false, text, None);
                        }
                    }
                    let last = at("resolved_at", row);
                    if at("first_resolved_at", row).zip(last).is_some_and(|(first, last)| last < first) {
                        let text = "the last resolution is before the first one; correct the instants";
                        self.add(row, "resolved_at", Code::WrongOrder, false, text, instant(last));
                    }
                    for field in ["closed_at", "canceled_at", "deleted_at", "merged_at", "escalated_at"] {
                        let early = at(field, row);
                        if early.zip(at("created_at", row)).is_some_and(|(at, created)| at < created) {
                            let text = "it is before created_at; correct the instants";
                            self.add(row, field, Code::WrongOrder, false, text, instant(early));
                        }
                    }
                }
                Kind::Contact => {
                    let outcome = self.word("outcome", row);
                    for (state, field, text) in OUTCOMES {
                        if outcome == Some(*state) && at(field, row).is_none() {
                            self.add(row, field, Code::MissingField, false, text, None);
                        }
                    }
                }
                Kind::Survey => {
                    let scale = at("scale_min", row).zip(at("scale_max", row));
                    let kind = self.word("kind", row);
                    if let (Some((low, high)), Some(kind), Some(_)) = (scale, kind, at("score", row)) {
                        let (code, new) = scales.kinds.intern_new(kind)?;
                        if new {
                            scales.ends.push((low, high));
                        }
                        if scales.ends.get((code as usize).wrapping_sub(1)) != Some(&(low, high)) {
                            let text = "surveys of one kind are on several scales; give them kinds of their own, or group them";
                            self.add(
                                row,
                                "scale_max",
                                Code::MixedScales,
                                false,
                                text,
                                Some(format!("{low} to {high}")),
                            );
                        }
                    }
                }
                Kind::LedgerEntry | Kind::Subscription | Kind::Conversion => {
                    let currency = self.word("currency", row);
                    if let Some(currency) = currency.filter(|currency| currency.parse::<Currency>().is_err()) {
                        let text = "a currency is three capital letters, such as EUR";
                        self.add(row, "currency", Code::UnknownCurrency, true, text, Some(shorten(currency)));
                    }
                }
                _ => {}
            }
        }
        Ok(())
    }
}

/// States of tickets that say less without their instant.
const STATES: &[(&str, &str, &str)] = &[
    ("resolved", "resolved_at", "it is resolved, but when is not known, so no figure of resolutions counts it"),
    ("canceled", "canceled_at", "it is canceled, but when is not known"),
];

/// The same for the outcomes of contacts.
const OUTCOMES: &[(&str, &str, &str)] = &[
    ("answered", "answered_at", "a person answered it, but when is not known, so it is in no waiting time"),
    ("abandoned", "ended_at", "it was abandoned, but when is not known, so how long the customer waited is not either"),
];

impl Problem {
    /// The problem as the error that a report would give.
    #[must_use]
    pub fn error(&self) -> Error {
        let error = Error::new(self.code, self.text.clone()).record(self.record.as_str()).field(self.field.as_str());
        match self.examples.first() {
            Some(found) => error.index(found.index),
            None => error,
        }
    }
}
