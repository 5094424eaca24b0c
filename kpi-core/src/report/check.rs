//! What is wrong with whole tables: every problem, listed before anything is computed.

use alloc::collections::BTreeMap;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use serde::Serialize;
use serde::ser::{SerializeMap, Serializer};

use crate::column::Table;
use crate::error::{Code, Error, Result};
use crate::exact::{Currency, shorten};
use crate::record::{Flaw, Kind, Type};
use crate::report::batch::{self, Batch, Wanted};
use crate::report::derive::{at, text};
use crate::report::request::Request;
use crate::words::Dictionary;

/// Records that are shown as examples of one problem.
const EXAMPLES: usize = 5;

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
    /// Whether a report refuses such records; else it takes them, and they are worth a look.
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

/// Lists every problem of whole tables, before anything is computed: what a report would refuse (null where a value is
/// required, negative durations, scores out of scale, words that are not known, ids that are there twice, columns of a
/// wrong type), and what it takes but is worth a look (links to records that are not there, states without their
/// instants, several scales of one kind of survey). The refused first, then by how many records have it.
///
/// Of the request only what it says of words counts; it may ask for no KPI.
///
/// # Errors
/// [`Code::Overflow`] where a table is too large.
///
/// ```
/// use kpi_core::{Code, Contact, Instant, Request, TableBuilder, check};
/// let mut calls = TableBuilder::new(kpi_core::Kind::Contact);
/// calls.extend([Contact {
///     id: Some("C1".into()), channel: Some("phone".into()), outcome: Some("hung up".into()),
///     started_at: Some(Instant(0)), ..Contact::default()
/// }])?;
/// let problems = check(&Request::new(), &[calls.table()])?;
/// assert_eq!((problems[0].code, problems[0].field.as_str(), problems[0].count), (Code::UnknownWord, "outcome", 1));
/// # Ok::<(), kpi_core::Error>(())
/// ```
pub fn check(request: &Request, tables: &[Table<'_>]) -> Result<Vec<Problem>> {
    let mut all = Problems::default();
    for kind in Kind::ALL.iter().copied() {
        let mut before = 0u64;
        let mut ids = Dictionary::empty();
        let mut scales: BTreeMap<String, (i64, i64)> = BTreeMap::new();
        for table in tables.iter().filter(|table| table.kind == kind) {
            let mut of_table = OfTable { all: &mut all, table, before };
            of_table.records(request)?;
            of_table.twice(&mut ids)?;
            of_table.links(tables)?;
            of_table.doubts(&mut scales);
            before = before.saturating_add(table.len as u64);
        }
    }
    let mut problems: Vec<Problem> = all.0.into_values().collect();
    problems.sort_by_key(|problem| (!problem.refused, core::cmp::Reverse(problem.count)));
    Ok(problems)
}

/// Problems by kind, field, code and text.
#[derive(Default)]
struct Problems(BTreeMap<(Kind, String, Code, String), Problem>);

struct OfTable<'p, 't> {
    all: &'p mut Problems,
    table: &'t Table<'t>,
    /// Records of the kind in earlier tables.
    before: u64,
}

impl OfTable<'_, '_> {
    fn problem(&mut self, field: &str, code: Code, refused: bool, text: &str) -> &mut Problem {
        let record = self.table.kind;
        let key = (record, field.to_string(), code, text.to_string());
        self.all.0.entry(key).or_insert_with(|| Problem {
            record,
            field: field.into(),
            code,
            refused,
            text: text.into(),
            count: 0,
            examples: Vec::new(),
        })
    }

    fn add(&mut self, row: usize, field: &str, code: Code, refused: bool, text: &str, value: Option<String>) {
        let index = self.before.saturating_add(row as u64);
        let id = crate::report::derive::text(self.table, "id", row).map(shorten);
        let problem = self.problem(field, code, refused, text);
        problem.count = problem.count.saturating_add(1);
        if problem.examples.len() < EXAMPLES {
            problem.examples.push(Found { index, id, value });
        }
    }

    /// What a report refuses: columns of a wrong type, and flaws of records.
    fn records(&mut self, request: &Request) -> Result<()> {
        let (table, kind) = (self.table, self.table.kind);
        for (&code, &n) in &table.skipped {
            let Some(&code) = Code::ALL.iter().find(|known| known.as_str() == code) else { continue };
            let problem = self.problem("", code, true, "records that could not be read");
            problem.count = problem.count.saturating_add(n);
        }
        let is_link = |name: &str| name == "id" || LINKS.iter().any(|(link, _)| *link == name);
        let text = |of: Type| matches!(of, Type::Text | Type::Tags);
        let fields = kind.fields().iter().filter(|field| text(field.of) && !is_link(field.name));
        let values: Vec<String> = fields.map(|field| field.name.into()).collect();
        let mut words = Dictionary::new()?;
        let wanted = Wanted { values: &values, presence: &[], mapped: &request.words };
        let coded = batch::code(table, &[], &wanted, i64::MAX, &mut words)?;
        let batch = match Batch::new(table, &[], &coded, i64::MAX, &|_| false) {
            Ok(batch) => batch,
            Err(error) => {
                let field = error.field_name().unwrap_or_default().to_string();
                let problem = self.problem(&field, error.code(), true, error.text());
                problem.count = problem.count.saturating_add(table.len as u64);
                return Ok(());
            }
        };
        let mut found: Vec<(usize, Flaw)> = Vec::new();
        batch.check(&mut |row, flaw| found.push((row, flaw)));
        for (row, flaw) in found {
            self.add(row, flaw.field, flaw.code, true, flaw.text, batch.found(flaw.field, row));
        }
        Ok(())
    }

    /// Ids that are there twice. A survey that is answered again replaces its earlier answer.
    fn twice(&mut self, ids: &mut Dictionary) -> Result<()> {
        let table = self.table;
        let Some(known) = batch::ids(table).filter(|_| table.kind != Kind::Survey) else { return Ok(()) };
        let mut key = String::new();
        for row in 0..table.len {
            let Some(id) = known.get(row) else { continue };
            if !ids.intern_new(id.key(&mut key))?.1 {
                let found = Some(shorten(id.id));
                self.add(row, "id", Code::DuplicateId, true, "the id is there twice; remove one", found);
            }
        }
        Ok(())
    }

    /// Links to records that are not there, where records of that kind were given.
    fn links(&mut self, tables: &[Table<'_>]) -> Result<()> {
        for &(field, to) in LINKS {
            let given = tables.iter().filter(|table| table.kind == to);
            if self.table.kind == to || self.table.column(field).is_none() || given.clone().next().is_none() {
                continue;
            }
            let mut known = Dictionary::empty();
            for table in given {
                for id in (0..table.len).filter_map(|row| text(table, "id", row)) {
                    known.intern(id)?;
                }
            }
            let table = self.table;
            for row in 0..table.len {
                if let Some(id) = text(table, field, row).filter(|id| known.find(id).is_none()) {
                    let (code, said) = match to {
                        Kind::Account => {
                            (Code::UnknownAccount, "no account has this id; add it, or leave the field empty")
                        }
                        _ => (Code::UnknownLink, "no record has this id; add it, or leave the field empty"),
                    };
                    self.add(row, field, code, false, said, Some(shorten(id)));
                }
            }
        }
        Ok(())
    }

    /// What a report takes, but says less than it seems.
    fn doubts(&mut self, scales: &mut BTreeMap<String, (i64, i64)>) {
        let table = self.table;
        for row in 0..table.len {
            match table.kind {
                Kind::Ticket => {
                    let status = text(table, "status", row);
                    let states = [
                        (
                            "resolved",
                            "resolved_at",
                            "it is resolved, but when is not known, so no figure of resolutions counts it",
                        ),
                        ("canceled", "canceled_at", "it is canceled, but when is not known"),
                    ];
                    for (state, field, said) in states {
                        if status == Some(state) && at(table, field, row).is_none() {
                            self.add(row, field, Code::MissingField, false, said, None);
                        }
                    }
                    let first = at(table, "first_resolved_at", row);
                    let last = at(table, "resolved_at", row);
                    if first.zip(last).is_some_and(|(first, last)| last < first) {
                        let said = "the last resolution is before the first one; correct the instants";
                        self.add(
                            row,
                            "resolved_at",
                            Code::WrongOrder,
                            false,
                            said,
                            last.map(|at| Type::Instant.text(at)),
                        );
                    }
                    for field in ["closed_at", "canceled_at", "deleted_at", "merged_at", "escalated_at"] {
                        let early = at(table, field, row).zip(at(table, "created_at", row));
                        if let Some((early, _)) = early.filter(|(at, created)| at < created) {
                            let said = "it is before created_at; correct the instants";
                            self.add(row, field, Code::WrongOrder, false, said, Some(Type::Instant.text(early)));
                        }
                    }
                }
                Kind::Contact => {
                    let outcome = text(table, "outcome", row);
                    if outcome == Some("answered") && at(table, "answered_at", row).is_none() {
                        let said = "a person answered it, but when is not known, so it is in no waiting time";
                        self.add(row, "answered_at", Code::MissingField, false, said, None);
                    }
                    if outcome == Some("abandoned") && at(table, "ended_at", row).is_none() {
                        let said =
                            "it was abandoned, but when is not known, so how long the customer waited is not either";
                        self.add(row, "ended_at", Code::MissingField, false, said, None);
                    }
                }
                Kind::Survey => {
                    let scale = at(table, "scale_min", row).zip(at(table, "scale_max", row));
                    let kind = text(table, "kind", row).unwrap_or_default();
                    if let Some(scale) = scale.filter(|_| at(table, "score", row).is_some()) {
                        let own = match scales.get(kind) {
                            Some(own) => *own,
                            None => *scales.entry(kind.to_string()).or_insert(scale),
                        };
                        if own != scale {
                            let said = "surveys of one kind are on several scales; give them kinds of their own, or group them";
                            let found = format!("{} to {}", scale.0, scale.1);
                            self.add(row, "scale_max", Code::MixedScales, false, said, Some(found));
                        }
                    }
                }
                Kind::LedgerEntry | Kind::Subscription | Kind::Conversion => {
                    let currency = text(table, "currency", row);
                    if let Some(currency) = currency.filter(|currency| currency.parse::<Currency>().is_err()) {
                        let said = "a currency is three capital letters, such as EUR";
                        self.add(row, "currency", Code::UnknownCurrency, true, said, Some(shorten(currency)));
                    }
                }
                _ => {}
            }
        }
    }
}

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
