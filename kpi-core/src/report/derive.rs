//! What is derived over whole tables before anything is counted: which answers are replaced, and what of other records
//! belongs to one (the next case of an account, its next purchase, when it ended).

use alloc::string::String;
use alloc::vec::Vec;
use core::slice;

use crate::column::{Bits, Column, Constant, Flags, Ints, Table};
use crate::error::Result;
use crate::record::Kind;
use crate::report::batch::{self, Id};
use crate::report::request::{Request, WordMap};
use crate::sorted::sort;
use crate::words::{Dictionary, NONE};

/// A column that is derived for one table.
pub(crate) struct Derived<'a> {
    pub name: &'static str,
    values: Values<'a>,
    /// Records whose account is not there.
    pub unknown_accounts: Vec<usize>,
}

enum Values<'a> {
    Ints(Vec<i64>, Vec<u8>),
    Flags(Vec<u8>, usize),
    Texts(Vec<Option<&'a str>>),
}

impl<'a> Derived<'a> {
    fn ints(name: &'static str, values: impl Iterator<Item = Option<i64>>) -> Self {
        let values: Vec<Option<i64>> = values.collect();
        let valid = pack(values.iter().map(Option::is_some));
        let values = Values::Ints(values.into_iter().map(Option::unwrap_or_default).collect(), valid);
        Derived { name, values, unknown_accounts: Vec::new() }
    }

    fn flags(name: &'static str, values: impl ExactSizeIterator<Item = bool>) -> Self {
        let len = values.len();
        Derived { name, values: Values::Flags(pack(values), len), unknown_accounts: Vec::new() }
    }

    /// The column, as one that was given.
    pub fn column(&self) -> Column<'_> {
        match &self.values {
            Values::Ints(values, valid) => Column::Ints { values, valid: Some(Bits::new(valid, 0)) },
            Values::Flags(values, len) => Column::Flags { len: *len, values: Bits::new(values, 0), valid: None },
            Values::Texts(texts) => Column::Words(texts.clone()),
        }
    }
}

fn pack(flags: impl Iterator<Item = bool>) -> Vec<u8> {
    let mut bytes = Vec::new();
    for (place, flag) in flags.enumerate() {
        if place & 7 == 0 {
            bytes.push(0);
        }
        if let Some(byte) = bytes.last_mut() {
            *byte |= u8::from(flag) << (place & 7);
        }
    }
    bytes
}

/// The kinds of record from which a field is derived; none where it is not.
pub(crate) fn sources(kind: Kind, field: &str) -> &'static [Kind] {
    match (kind, field) {
        (Kind::Ticket, "next_case_at" | "next_case_after_resolution_at") => &[Kind::Ticket],
        (Kind::Contact, "next_case_at") => &[Kind::Contact],
        (Kind::Ticket | Kind::Contact, "next_purchase_at") => &[Kind::Conversion],
        (Kind::Contact, "through_legs") => &[Kind::Leg],
        (Kind::Ticket, "through_spans") => &[Kind::StatusSpan],
        (Kind::Conversion, "first_purchase_at" | "refunded") => &[Kind::Conversion],
        (Kind::Subscription, "customer_since") => &[Kind::Subscription],
        (Kind::Survey, "account_ended_at") => &[Kind::Account],
        (Kind::Survey, "agent") => &[Kind::Ticket, Kind::Contact],
        _ => &[],
    }
}

/// The columns that are wanted and not given, table by table; `unique` where no survey is there twice.
pub(crate) fn derive<'a>(
    request: &'a Request,
    wanted: &[(Kind, &'static str)],
    tables: &'a [Table<'a>],
    unique: bool,
) -> Result<Vec<Vec<Derived<'a>>>> {
    let mut derived: Vec<Vec<Derived<'a>>> = Vec::with_capacity(tables.len());
    let limit = request.as_of.unwrap_or(i64::MAX);
    let mut all = Tables { tables, bad: Vec::new(), words: &request.words, limit };
    for table in tables {
        all.bad.push(if request.skips_bad_records() { batch::flawed(table, &request.words)? } else { Vec::new() });
    }
    let mut replaced = if unique { Vec::new() } else { replaced(request, &all)? }.into_iter();
    for table in tables {
        derived.push(Vec::new());
        let Some(own) = derived.last_mut() else { continue };
        if let Some(Some(marks)) = replaced.next() {
            own.push(Derived::flags("replaced", marks.into_iter()));
        }
        for &(kind, name) in wanted.iter().filter(|(kind, _)| *kind == table.kind) {
            if !is_given(table, name) || (kind, name) == (Kind::Survey, "agent") {
                own.extend(all.column(table, kind, name)?);
            }
        }
    }
    Ok(derived)
}

/// Whether any record gives a field.
pub(crate) fn is_given(table: &Table<'_>, name: &str) -> bool {
    match table.column(name) {
        None => false,
        Some(Column::Ints { valid: Some(valid), .. } | Column::Flags { valid: Some(valid), .. }) => {
            (0..table.len).any(|row| valid.get(row))
        }
        Some(_) => true,
    }
}

/// All tables, and which of their records are bad and skipped.
struct Tables<'a> {
    tables: &'a [Table<'a>],
    bad: Vec<Vec<bool>>,
    words: &'a [WordMap],
    /// What lies after it is not known.
    limit: i64,
}

impl<'a> Tables<'a> {
    /// Every good record of a kind.
    fn each(&self, kind: Kind) -> impl Iterator<Item = (&'a Table<'a>, usize)> + '_ {
        let of_kind = self.tables.iter().zip(&self.bad).filter(move |(table, _)| table.kind == kind);
        of_kind.flat_map(|(table, bad)| {
            (0..table.len).filter(|&row| bad.get(row) != Some(&true)).map(move |row| (table, row))
        })
    }

    fn column(&self, table: &'a Table<'a>, kind: Kind, name: &'static str) -> Result<Option<Derived<'a>>> {
        let rows = 0..table.len;
        Ok(Some(match (kind, name) {
            (Kind::Ticket, "next_case_at" | "next_case_after_resolution_at") => {
                let next = self.cases()?;
                // After which of its instants: the first of these that is known.
                let (first, otherwise) = match name {
                    "next_case_at" => ("first_response_at", None),
                    _ => ("first_resolved_at", Some("resolved_at")),
                };
                let (first, otherwise) = (instants(table, first), otherwise.map(|name| instants(table, name)));
                let from = |row| first.at(row).or_else(|| otherwise.as_ref()?.at(row));
                let one = |row| next.after(self.word(table, "account", row), self.word(table, "type", row), from(row));
                Derived::ints(name, rows.map(one))
            }
            (Kind::Contact, "next_case_at") => {
                let mut next = Next::default();
                for (table, row) in self.each(Kind::Contact) {
                    if self.word(table, "direction", row) != Some("outbound") {
                        next.add(self.word(table, "account", row), None, began(table, row))?;
                    }
                }
                next.sort();
                Derived::ints(
                    name,
                    rows.map(|row| next.after(self.word(table, "account", row), None, began(table, row))),
                )
            }
            (_, "next_purchase_at") => {
                let mut next = Next::default();
                let given_back = self.given_back()?;
                for (table, row) in
                    self.each(Kind::Conversion).filter(|&(table, row)| self.bought(table, row, &given_back))
                {
                    next.add(self.word(table, "account", row), None, at(table, "at", row))?;
                }
                next.sort();
                let from = |row| if kind == Kind::Ticket { at(table, "created_at", row) } else { began(table, row) };
                Derived::ints(name, rows.map(|row| next.after(self.word(table, "account", row), None, from(row))))
            }
            (Kind::Contact, "through_legs") | (Kind::Ticket, "through_spans") => {
                let (part, whole) =
                    if kind == Kind::Contact { (Kind::Leg, "contact") } else { (Kind::StatusSpan, "ticket") };
                let mut known = Dictionary::default();
                for id in self.each(part).filter_map(|(table, row)| self.word(table, whole, row)) {
                    known.intern(id)?;
                }
                let one = |row| self.word(table, "id", row).is_some_and(|id| known.find(id).is_some());
                Derived::flags(name, rows.map(one))
            }
            (Kind::Conversion, "refunded") => {
                let given_back = self.given_back()?;
                let one = |row| self.word(table, "order", row).is_some_and(|order| given_back.find(order).is_some());
                Derived::flags(name, rows.map(one))
            }
            (Kind::Conversion, "first_purchase_at") => {
                let given_back = self.given_back()?;
                let purchases =
                    self.each(Kind::Conversion).filter(|&(table, row)| self.bought(table, row, &given_back));
                let first =
                    first(purchases.map(|(table, row)| (self.word(table, "account", row), at(table, "at", row))))?;
                Derived::ints(name, rows.map(|row| first.get(self.word(table, "account", row)?).copied()))
            }
            (Kind::Subscription, "customer_since") => {
                let paid = self.each(Kind::Subscription).filter(|&(table, row)| at(table, "mrr", row) > Some(0));
                let first =
                    first(paid.map(|(table, row)| (self.word(table, "account", row), at(table, "started_at", row))))?;
                Derived::ints(name, rows.map(|row| first.get(self.word(table, "account", row)?).copied()))
            }
            (Kind::Survey, "account_ended_at") => {
                let mut accounts = ById::default();
                for (table, row) in self.each(Kind::Account) {
                    if let Some(id) = self.word(table, "id", row) {
                        accounts.set(id, at(table, "ended_at", row))?;
                    }
                }
                let account = |row| self.word(table, "account", row);
                let unknown = |row: &usize| account(*row).is_some_and(|account| accounts.get(account).is_none());
                let mut ended =
                    Derived::ints(name, rows.clone().map(|row| accounts.get(account(row)?).copied().flatten()));
                ended.unknown_accounts = rows.filter(unknown).collect();
                ended
            }
            (Kind::Survey, "agent") => {
                let by_id = |kind: Kind, field: &'static str| -> Result<ById<&str>> {
                    let mut agents = ById::default();
                    for (table, row) in self.each(kind) {
                        if let Some((id, agent)) = self.word(table, "id", row).zip(self.word(table, field, row)) {
                            agents.set(id, agent)?;
                        }
                    }
                    Ok(agents)
                };
                let (resolvers, agents) = (by_id(Kind::Ticket, "resolver")?, by_id(Kind::Contact, "agent")?);
                let one = |row| {
                    self.word(table, "agent", row)
                        .or_else(|| resolvers.get(self.word(table, "ticket", row)?).copied())
                        .or_else(|| agents.get(self.word(table, "contact", row)?).copied())
                };
                Derived { name, values: Values::Texts(rows.map(one).collect()), unknown_accounts: Vec::new() }
            }
            _ => return Ok(None),
        }))
    }

    /// When tickets of each account and type were created, but for those that are no requests.
    fn cases(&self) -> Result<Next> {
        let mut cases = Next::default();
        for (table, row) in self.each(Kind::Ticket) {
            let status = self.word(table, "status", row);
            let gone = matches!(status, Some("merged" | "spam")) || at(table, "merged_at", row).is_some();
            if !gone {
                let (account, of) = (self.word(table, "account", row), self.word(table, "type", row));
                cases.add(account, of, at(table, "created_at", row))?;
            }
        }
        cases.sort();
        Ok(cases)
    }

    /// A word as the report reads it.
    fn word(&self, table: &'a Table<'_>, name: &str, row: usize) -> Option<&'a str> {
        let word = text(table, name, row)?;
        let map = self.words.iter().find(|map| map.record == table.kind && map.field == name);
        map.map_or(Some(word), |map| map.read(word))
    }

    /// Whether a conversion is a purchase that stands.
    fn bought(&self, table: &'a Table<'_>, row: usize, given_back: &Dictionary) -> bool {
        let refunded = self.word(table, "order", row).is_some_and(|order| given_back.find(order).is_some());
        let canceled = at(table, "canceled_at", row).is_some_and(|at| at <= self.limit);
        self.word(table, "kind", row) == Some("purchase") && !refunded && !canceled
    }

    /// The orders that a refund names.
    fn given_back(&self) -> Result<Dictionary> {
        let refund = |(table, row): (&'a Table<'a>, usize)| {
            let known = at(table, "at", row).is_some_and(|at| at <= self.limit);
            let order = self.word(table, "order", row);
            order.filter(|_| known && self.word(table, "kind", row) == Some("refund"))
        };
        let mut orders = Dictionary::default();
        for order in self.each(Kind::Conversion).filter_map(refund) {
            orders.intern(order)?;
        }
        Ok(orders)
    }
}

/// The first instant of each account.
fn first<'a>(records: impl Iterator<Item = (Option<&'a str>, Option<i64>)>) -> Result<ById<i64>> {
    let mut first = ById::default();
    for (account, at) in records.filter_map(|(account, at)| account.zip(at)) {
        let earlier = first.get(account).is_some_and(|own| *own <= at);
        if !earlier {
            first.set(account, at)?;
        }
    }
    Ok(first)
}

/// Values by id.
struct ById<T> {
    ids: Dictionary,
    values: Vec<T>,
}

impl<T> Default for ById<T> {
    fn default() -> Self {
        ById { ids: Dictionary::default(), values: Vec::new() }
    }
}

impl<T> ById<T> {
    /// Sets the value of an id; a later one replaces the earlier.
    fn set(&mut self, id: &str, value: T) -> Result<()> {
        let (code, new) = self.ids.intern_new(id)?;
        if new {
            self.values.push(value);
        } else if let Some(own) = place(code).and_then(|at| self.values.get_mut(at)) {
            *own = value;
        }
        Ok(())
    }

    fn get(&self, id: &str) -> Option<&T> {
        self.values.get(place(self.ids.find(id)?)?)
    }
}

/// The place of a code among the codes that were given out; 0 is null.
fn place(code: u32) -> Option<usize> {
    usize::try_from(code).ok()?.checked_sub(1)
}

/// Instants of an account and type, in order, to find the next one.
#[derive(Default)]
struct Next {
    words: Dictionary,
    instants: Vec<(u32, u32, i64)>,
}

impl Next {
    fn add(&mut self, account: Option<&str>, of: Option<&str>, at: Option<i64>) -> Result<()> {
        if let Some((account, at)) = account.zip(at) {
            let of = of.map_or(Ok(NONE), |of| self.words.intern(of))?;
            self.instants.push((self.words.intern(account)?, of, at));
        }
        Ok(())
    }

    fn sort(&mut self) {
        sort(&mut self.instants);
    }

    /// The first instant after this one.
    fn after(&self, account: Option<&str>, of: Option<&str>, at: Option<i64>) -> Option<i64> {
        let account = self.words.find(account?)?;
        let of = of.map_or(Some(NONE), |of| self.words.find(of))?;
        let at = at?;
        let place = self.instants.partition_point(|&instant| instant <= (account, of, at));
        self.instants.get(place).filter(|next| (next.0, next.1) == (account, of)).map(|next| next.2)
    }
}

/// When a contact began.
fn began(table: &Table<'_>, row: usize) -> Option<i64> {
    at(table, "started_at", row).or_else(|| at(table, "queued_at", row))
}

/// An instant, or another integer, of a record.
pub(crate) fn at(table: &Table<'_>, name: &str, row: usize) -> Option<i64> {
    instants(table, name).at(row)
}

/// A text of a record; none where it is empty.
pub(crate) fn text<'a>(table: &'a Table<'_>, name: &str, row: usize) -> Option<&'a str> {
    batch::word(table.column(name)?, row).filter(|text| !text.is_empty())
}

/// A column of integers, or one for all; empty where there is none.
pub(crate) fn instants<'a>(table: &'a Table<'a>, name: &str) -> Ints<'a> {
    match table.column(name) {
        Some(Column::Ints { values, valid }) => Ints { values, valid: *valid, ..Ints::default() },
        Some(Column::Constant(Constant::Int(at))) => Ints { values: slice::from_ref(at), step: 0, ..Ints::default() },
        _ => Ints::default(),
    }
}

/// For each table, which surveys are answered again later, by their id and kind: before any filter, but by the answers
/// that are known as of the report's instant, and among good ones where bad ones are skipped.
fn replaced(request: &Request, all: &Tables<'_>) -> Result<Vec<Option<Vec<bool>>>> {
    let tables = all.tables;
    let mut marks: Vec<Option<Vec<bool>>> = tables.iter().map(|_| None).collect();
    let mut ids = Dictionary::default();
    // By id: the table, the row and the instant of the latest answer.
    let mut latest: Vec<(usize, usize, Option<i64>)> = Vec::new();
    for ((place, table), bad) in tables.iter().enumerate().zip(&all.bad).filter(|((_, t), _)| t.kind == Kind::Survey) {
        let Some(id) = batch::ids(table) else { continue };
        let submitted = instants(table, "submitted_at");
        let limit = request.as_of.unwrap_or(i64::MAX);
        let own = match table.column("replaced") {
            Some(Column::Flags { len, values, valid }) => Flags { values: *values, valid: *valid, len: *len, step: 1 },
            _ => Flags::default(),
        };
        let mut key = String::new();
        for row in 0..table.len {
            let Some(id) = id.get(row) else { continue };
            // What is answered after the report's instant is not answered yet.
            let at = submitted.at(row).filter(|&at| at <= limit);
            if bad.get(row) == Some(&true) {
                continue;
            }
            if own.at(row) == Some(true) {
                mark(&mut marks, tables, (place, row));
                continue;
            }
            let id = Id { kind: all.word(table, "kind", row), ..id };
            let (code, new) = ids.intern_new(id.key(&mut key))?;
            if new {
                latest.push((place, row, at));
                continue;
            }
            let Some(known) = latest.get_mut((code as usize).wrapping_sub(1)) else { continue };
            let gone = if at >= known.2 { core::mem::replace(known, (place, row, at)) } else { (place, row, at) };
            mark(&mut marks, tables, (gone.0, gone.1));
        }
    }
    Ok(marks)
}

fn mark(marks: &mut [Option<Vec<bool>>], tables: &[Table<'_>], (place, row): (usize, usize)) {
    let len = tables.get(place).map_or(0, Table::len);
    let of_table = marks.get_mut(place).map(|mark| mark.get_or_insert_with(|| alloc::vec![false; len]));
    if let Some(mark) = of_table.and_then(|marks| marks.get_mut(row)) {
        *mark = true;
    }
}
