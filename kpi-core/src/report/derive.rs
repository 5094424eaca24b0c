//! What is derived over whole tables before anything is counted: which answers are replaced, and what of other records
//! belongs to one (the next case of an account, its next purchase, when it ended).

use alloc::string::String;
use alloc::vec::Vec;
use core::slice;

use crate::column::{Bits, Column, Constant, Flags, Ints, Table};
use crate::error::Result;
use crate::kpi::touch::Touches;
use crate::parts::rest;
use crate::record::Kind;
use crate::report::batch::{self, Id};
use crate::report::request::{Request, WordMap};
use crate::report::work::Shifts;
use crate::report::worth::worth;
use crate::sorted::sort;
use crate::time::Zone;
use crate::words::{Dictionary, NONE};

/// A column that is derived for one table.
pub(crate) struct Derived<'a> {
    pub name: &'static str,
    values: Values<'a>,
    /// Records whose account is not there.
    pub unknown_accounts: Vec<usize>,
    /// Whose meaning it has, where that depends on a KPI's parameters; other KPIs do not see it.
    pub touches: Option<&'a Touches>,
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
        Derived { name, values, unknown_accounts: Vec::new(), touches: None }
    }

    fn flags(name: &'static str, values: impl ExactSizeIterator<Item = bool>) -> Self {
        let len = values.len();
        Derived { name, values: Values::Flags(pack(values), len), unknown_accounts: Vec::new(), touches: None }
    }

    fn texts(name: &'static str, texts: Vec<Option<&'a str>>) -> Self {
        Derived { name, values: Values::Texts(texts), unknown_accounts: Vec::new(), touches: None }
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

pub(super) fn pack(flags: impl Iterator<Item = bool>) -> Vec<u8> {
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
        (Kind::Contact | Kind::Leg, "on_shift") => &[Kind::WorkSpan],
        (Kind::AgentTime, "first_of_day") => &[Kind::AgentTime],
        (Kind::Ticket, "through_spans") => &[Kind::StatusSpan],
        (Kind::Ticket, "session_before_at") => &[Kind::Session],
        (Kind::Ticket, "has_conversion") => &[Kind::Conversion],
        (Kind::Session, "contacted_at") => &[Kind::Ticket, Kind::Contact],
        (Kind::Conversion, "first_purchase_at" | "refunded") => &[Kind::Conversion],
        (Kind::Subscription, "customer_since") => &[Kind::Subscription],
        (Kind::Account, "value" | "currency") => &[Kind::Conversion],
        (Kind::Review, "subject_at") => &[Kind::Ticket, Kind::Conversion],
        (_, "account_ended_at" | "account_started_at") => &[Kind::Account],
        (Kind::Contact, "next_touch_at") => &[Kind::Contact],
        (Kind::Ticket, "next_touch_at") => &[Kind::Ticket],
        (Kind::Session, "next_touch_at") => &[Kind::Session],
        (_, "converted_at" | "upsold_at" | "cross_sold_at") => &[Kind::Conversion],
        (Kind::Survey, "agent") => &[Kind::Ticket, Kind::Contact],
        (Kind::Activity, "team" | "department") => &[Kind::Agent],
        _ => &[],
    }
}

/// Fields whose meaning depends on a KPI's parameters: on what it calls a touch, and on which conversions it asks for.
pub(crate) const OF_TOUCHES: [&str; 2] = ["next_touch_at", "converted_at"];

/// The columns that are wanted and not given, table by table, and which surveys are answered again; `unique` where no
/// survey is there twice.
pub(crate) fn derive<'a>(
    request: &'a Request,
    wanted: &[(Kind, &'static str)],
    meanings: &'a [Touches],
    tables: &'a [Table<'a>],
    unique: bool,
) -> Result<Vec<Vec<Derived<'a>>>> {
    let all = Tables::new(request, tables)?;
    let mut derived = Vec::new();
    if !wanted.is_empty() {
        derived = (rest()?.columns)(&all, request, wanted, meanings)?;
    }
    derived.resize_with(tables.len(), Vec::new);
    if !unique {
        for (own, marks) in derived.iter_mut().zip(replaced(&all)?) {
            if !marks.is_empty() {
                own.push(Derived::flags("replaced", marks.into_iter()));
            }
        }
    }
    Ok(derived)
}

/// The columns that are wanted and not given, table by table, some of them once for each of these meanings.
pub(crate) fn columns<'a>(
    all: &Tables<'a>,
    request: &'a Request,
    wanted: &[(Kind, &'static str)],
    meanings: &'a [Touches],
) -> Result<Vec<Vec<Derived<'a>>>> {
    let tables = all.tables;
    let mut derived: Vec<Vec<Derived<'a>>> = Vec::with_capacity(tables.len());
    // A field that some chunk gives is given in all that have its column, also where one knows it of no record.
    let given = |kind: Kind, name: &str| tables.iter().any(|table| table.kind == kind && is_given(table, name));
    let given: Vec<bool> = wanted.iter().map(|&(kind, name)| given(kind, name)).collect();
    let has = |table: &Table<'_>, name: &str| {
        let place = wanted.iter().position(|wanted| *wanted == (table.kind, name));
        let given = place.and_then(|place| given.get(place)) == Some(&true);
        given && table.column(name).is_some()
    };
    for table in tables {
        derived.push(Vec::new());
        let Some(own) = derived.last_mut() else { continue };
        let valued = table.kind == Kind::Account && wanted.contains(&(Kind::Account, "value"));
        let sold = tables.iter().any(|table| table.kind == Kind::Conversion);
        if valued && sold && !has(table, "value") {
            let (values, currencies): (Vec<_>, Vec<_>) = worth(request, all, table)?.into_iter().unzip();
            own.push(Derived::ints("value", values.into_iter()));
            own.push(Derived::texts("currency", currencies));
        }
        for &(kind, name) in wanted.iter().filter(|(kind, _)| *kind == table.kind) {
            // Whose a record is can be said by some and looked up for the others.
            let filled = matches!((kind, name), (Kind::Survey, "agent") | (Kind::Activity, _));
            if has(table, name) && !filled {
                continue;
            }
            if !OF_TOUCHES.contains(&name) {
                own.extend(all.column(table, kind, name)?);
            }
            for touches in meanings.iter().filter(|own| OF_TOUCHES.contains(&name) && own.reads(kind)) {
                own.push(Derived { touches: Some(touches), ..all.of_touches(table, name, touches)? });
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
pub(crate) struct Tables<'a> {
    tables: &'a [Table<'a>],
    bad: Vec<Vec<bool>>,
    words: &'a [WordMap],
    /// What lies after it is not known.
    pub limit: i64,
    zone: &'a Zone,
}

impl<'a> Tables<'a> {
    pub fn new(request: &'a Request, tables: &'a [Table<'a>]) -> Result<Self> {
        let mut bad = Vec::new();
        for table in tables {
            bad.push(if request.skips_bad_records() { batch::flawed(table, &request.words)? } else { Vec::new() });
        }
        let limit = request.as_of.unwrap_or(i64::MAX);
        Ok(Tables { tables, bad, words: &request.words, limit, zone: &request.zone })
    }

    /// Every good record of a kind.
    pub fn each(&self, kind: Kind) -> impl Iterator<Item = (&'a Table<'a>, usize)> + '_ {
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
                self.calls(&mut next)?;
                next.sort();
                let one = |row| next.after(self.word(table, "account", row), None, began(table, row));
                Derived::ints(name, rows.map(one))
            }
            (Kind::Session, "contacted_at") => {
                let mut next = Next::default();
                self.calls(&mut next)?;
                for (table, row) in self.each(Kind::Ticket).filter(|&(table, row)| self.is_request(table, row)) {
                    if matches!(self.word(table, "opened_by", row), None | Some("customer")) {
                        next.add(self.word(table, "account", row), None, at(table, "created_at", row))?;
                    }
                }
                next.sort();
                let one = |row| next.after(self.word(table, "account", row), None, at(table, "started_at", row));
                Derived::ints(name, rows.map(one))
            }
            (Kind::Ticket, "session_before_at") => {
                let mut sessions = Next::default();
                for (table, row) in self.each(Kind::Session) {
                    sessions.add(self.word(table, "account", row), None, at(table, "started_at", row))?;
                }
                sessions.sort();
                let one = |row| sessions.until(self.word(table, "account", row), at(table, "created_at", row));
                Derived::ints(name, rows.map(one))
            }
            (Kind::Ticket, "has_conversion") => {
                let mut sold = Dictionary::default();
                for (table, row) in self.each(Kind::Conversion) {
                    let known = at(table, "at", row).is_some_and(|at| at <= self.limit);
                    let stands = known && self.word(table, "kind", row) != Some("refund");
                    if let Some(ticket) = self.word(table, "ticket", row).filter(|_| stands) {
                        sold.intern(ticket)?;
                    }
                }
                let one = |row| self.word(table, "id", row).is_some_and(|id| sold.find(id).is_some());
                Derived::flags(name, rows.map(one))
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
                // As of an instant before it begins a part is not there.
                let begun = |&(table, row): &(&Table<'_>, usize)| at(table, "from", row) <= Some(self.limit);
                for id in self.each(part).filter(begun).filter_map(|(table, row)| self.word(table, whole, row)) {
                    known.intern(id)?;
                }
                let one = |row| self.word(table, "id", row).is_some_and(|id| known.find(id).is_some());
                Derived::flags(name, rows.map(one))
            }
            (_, "on_shift") => {
                let shifts = Shifts::new(self, Kind::WorkSpan)?;
                let taken = if kind == Kind::Leg { "from" } else { "answered_at" };
                let one = |row| shifts.have(self.word(table, "agent", row), at(table, taken, row));
                Derived::flags(name, rows.map(one))
            }
            (Kind::AgentTime, "first_of_day") => {
                let first = Shifts::new(self, Kind::AgentTime)?.first_of_days(self.zone, table);
                Derived::flags(name, first.into_iter())
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
            (Kind::Review, "subject_at") => {
                let by_id = |kind: Kind, field: &'static str| -> Result<ById<i64>> {
                    let mut instants = ById::default();
                    for (table, row) in self.each(kind) {
                        let known = at(table, field, row).filter(|&at| at <= self.limit);
                        if let Some((id, at)) = self.word(table, "id", row).zip(known) {
                            instants.set(id, at)?;
                        }
                    }
                    Ok(instants)
                };
                let (tickets, conversions) = (by_id(Kind::Ticket, "resolved_at")?, by_id(Kind::Conversion, "at")?);
                let of = |row, ids: &ById<i64>, field| ids.get(self.word(table, field, row)?).copied();
                let one = |row| of(row, &tickets, "ticket").or_else(|| of(row, &conversions, "conversion"));
                Derived::ints(name, rows.map(one))
            }
            (_, "upsold_at") => self.converted(table, name, &["upsell"])?,
            (_, "cross_sold_at") => self.converted(table, name, &["cross_sell"])?,
            (_, "account_ended_at" | "account_started_at") => {
                let field = if name == "account_ended_at" { "ended_at" } else { "started_at" };
                let mut accounts = ById::default();
                for (table, row) in self.each(Kind::Account) {
                    if let Some(id) = self.word(table, "id", row) {
                        accounts.set(id, at(table, field, row))?;
                    }
                }
                let account = |row| self.word(table, "account", row);
                let unknown = |row: &usize| account(*row).is_some_and(|account| accounts.get(account).is_none());
                let mut ended =
                    Derived::ints(name, rows.clone().map(|row| accounts.get(account(row)?).copied().flatten()));
                ended.unknown_accounts = rows.filter(unknown).collect();
                ended
            }
            (Kind::Activity, "team" | "department") => {
                let mut of_agents: ById<&str> = ById::default();
                for (table, row) in self.each(Kind::Agent) {
                    if let Some((id, word)) = self.word(table, "id", row).zip(self.word(table, name, row)) {
                        of_agents.set(id, word)?;
                    }
                }
                let looked_up = |row| of_agents.get(self.word(table, "agent", row)?).copied();
                Derived::texts(name, rows.map(|row| self.word(table, name, row).or_else(|| looked_up(row))).collect())
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
                Derived::texts(name, rows.map(one).collect())
            }
            _ => return Ok(None),
        }))
    }

    /// When tickets of each account and type were created, but for those that are no requests.
    fn cases(&self) -> Result<Next> {
        let mut cases = Next::default();
        for (table, row) in self.each(Kind::Ticket).filter(|&(table, row)| self.is_request(table, row)) {
            let (account, of) = (self.word(table, "account", row), self.word(table, "type", row));
            cases.add(account, of, at(table, "created_at", row))?;
        }
        cases.sort();
        Ok(cases)
    }

    /// Whether a ticket is a request: not merged into another one, and no spam.
    fn is_request(&self, table: &'a Table<'_>, row: usize) -> bool {
        let gone = matches!(self.word(table, "status", row), Some("merged" | "spam"));
        !gone && at(table, "merged_at", row).is_none()
    }

    /// When customers called or began a chat.
    fn calls(&self, calls: &mut Next) -> Result<()> {
        for (table, row) in self.each(Kind::Contact) {
            if self.word(table, "direction", row) != Some("outbound") {
                calls.add(self.word(table, "account", row), None, began(table, row))?;
            }
        }
        Ok(())
    }

    /// What comes after a touch, where that depends on a KPI's parameters.
    fn of_touches(&self, table: &'a Table<'a>, name: &'static str, touches: &Touches) -> Result<Derived<'a>> {
        if name == "converted_at" {
            let kinds: Vec<&str> = touches.kinds.iter().map(String::as_str).collect();
            return self.converted(table, name, &kinds);
        }
        let mut words = Dictionary::default();
        // In order: of which account, when, of which kind and record.
        let mut all: Vec<(u32, i64, Kind, &str)> = Vec::new();
        for (table, bad) in self.tables.iter().zip(&self.bad).filter(|(table, _)| touches.reads(table.kind)) {
            let instants = self.touched(table, touches)?;
            for (row, at) in instants.into_iter().enumerate().filter(|(row, _)| bad.get(*row) != Some(&true)) {
                if let Some((account, at)) = self.word(table, "account", row).zip(at) {
                    let id = self.word(table, "id", row).unwrap_or_default();
                    all.push((words.intern(account)?, at, table.kind, id));
                }
            }
        }
        sort(&mut all);
        let instants = self.touched(table, touches)?;
        let one = |row| {
            let account = words.find(self.word(table, "account", row)?)?;
            let id = self.word(table, "id", row).unwrap_or_default();
            let own = (account, instants.get(row).copied().flatten()?, table.kind, id);
            let next = all.get(all.partition_point(|touch| *touch <= own))?;
            (next.0 == account).then_some(next.1)
        };
        Ok(Derived::ints(name, (0..table.len).map(one)))
    }

    /// When each record touched its customer; none where it is no touch.
    fn touched(&self, table: &Table<'_>, touches: &Touches) -> Result<Vec<Option<i64>>> {
        let texts: Vec<String> = Touches::TEXTS.iter().map(|&name| name.into()).collect();
        let mut instants = Vec::with_capacity(table.len);
        batch::typed(table, self.words, &texts, self.limit, &mut |batch| {
            instants.extend((0..batch.len).map(|row| touches.at(&batch.columns, row)));
        })?;
        Ok(instants)
    }

    /// When the account of each record first converted in one of these kinds, then or later.
    fn converted(&self, table: &'a Table<'a>, name: &'static str, kinds: &[&str]) -> Result<Derived<'a>> {
        let given_back = self.given_back()?;
        let mut next = Next::default();
        for (table, row) in self.each(Kind::Conversion).filter(|&(table, row)| self.stands(table, row, &given_back)) {
            if self.word(table, "kind", row).is_some_and(|kind| kinds.contains(&kind)) {
                next.add(self.word(table, "account", row), None, at(table, "at", row))?;
            }
        }
        next.sort();
        let known = |name, row| at(table, name, row).filter(|&at| at <= self.limit);
        let from = |row| match table.kind {
            Kind::Ticket => known("created_at", row),
            _ => known("queued_at", row).or_else(|| known("started_at", row)),
        };
        // At the very instant, too.
        let one = |row| next.after(self.word(table, "account", row), None, from(row)?.checked_sub(1));
        Ok(Derived::ints(name, (0..table.len).map(one)))
    }

    /// A word as the report reads it.
    pub fn word(&self, table: &'a Table<'_>, name: &str, row: usize) -> Option<&'a str> {
        let word = text(table, name, row)?;
        let map = self.words.iter().find(|map| map.record == table.kind && map.field == name);
        map.map_or(Some(word), |map| map.read(word))
    }

    /// Whether a conversion is a purchase that stands.
    pub fn bought(&self, table: &'a Table<'_>, row: usize, given_back: &Dictionary) -> bool {
        self.word(table, "kind", row) == Some("purchase") && self.stands(table, row, given_back)
    }

    /// Whether a conversion was neither canceled nor given back.
    fn stands(&self, table: &'a Table<'_>, row: usize, given_back: &Dictionary) -> bool {
        let refunded = self.word(table, "order", row).is_some_and(|order| given_back.find(order).is_some());
        let canceled = at(table, "canceled_at", row).is_some_and(|at| at <= self.limit);
        !refunded && !canceled
    }

    /// The orders that a refund names.
    pub fn given_back(&self) -> Result<Dictionary> {
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
pub(super) struct ById<T> {
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
    pub fn set(&mut self, id: &str, value: T) -> Result<()> {
        let (code, new) = self.ids.intern_new(id)?;
        if new {
            self.values.push(value);
        } else if let Some(own) = place(code).and_then(|at| self.values.get_mut(at)) {
            *own = value;
        }
        Ok(())
    }

    pub fn get(&self, id: &str) -> Option<&T> {
        self.values.get(place(self.ids.find(id)?)?)
    }

    pub fn get_mut(&mut self, id: &str) -> Option<&mut T> {
        self.values.get_mut(place(self.ids.find(id)?)?)
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

    /// The last instant at or before this one.
    fn until(&self, account: Option<&str>, at: Option<i64>) -> Option<i64> {
        let (account, at) = (self.words.find(account?)?, at?);
        let place = self.instants.partition_point(|&instant| instant <= (account, NONE, at));
        self.instants.get(place.checked_sub(1)?).filter(|last| last.0 == account).map(|last| last.2)
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

/// A flag of a record.
pub(super) fn flag(table: &Table<'_>, name: &str, row: usize) -> Option<bool> {
    match table.column(name)? {
        Column::Flags { len, values, valid } => Flags { values: *values, valid: *valid, len: *len, step: 1 }.at(row),
        Column::Constant(Constant::Flag(flag)) => Some(*flag),
        _ => None,
    }
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

/// For each table, which surveys are answered again later, by their id and kind (before any filter, but by the answers
/// that are known as of the report's instant, and among good ones where bad ones are skipped); nothing where none is.
fn replaced(all: &Tables<'_>) -> Result<Vec<Vec<bool>>> {
    let tables = all.tables;
    let mut marks: Vec<Vec<bool>> = Vec::new();
    marks.resize_with(tables.len(), Vec::new);
    let map = all.words.iter().find(|map| map.record == Kind::Survey && map.field == "kind");
    let mut ids = Dictionary::default();
    // By id: the table, the row and the instant of the latest answer.
    let mut latest: Vec<(usize, usize, Option<i64>)> = Vec::new();
    for ((place, table), bad) in tables.iter().enumerate().zip(&all.bad) {
        if table.kind != Kind::Survey {
            continue;
        }
        let Some(id) = batch::ids(table) else { continue };
        let submitted = instants(table, "submitted_at");
        let own = match table.column("replaced") {
            Some(Column::Flags { len, values, valid }) => Flags { values: *values, valid: *valid, len: *len, step: 1 },
            _ => Flags::default(),
        };
        let mut key = String::new();
        for row in 0..table.len {
            let Some(id) = id.get(row) else { continue };
            // What is answered after the report's instant is not answered yet.
            let at = submitted.at(row).filter(|&at| at <= all.limit);
            if bad.get(row) == Some(&true) {
                continue;
            }
            if own.at(row) == Some(true) {
                mark(&mut marks, tables, (place, row));
                continue;
            }
            let kind = id.kind.filter(|kind| !kind.is_empty());
            let id = Id { kind: kind.and_then(|kind| map.map_or(Some(kind), |map| map.read(kind))), ..id };
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

fn mark(marks: &mut [Vec<bool>], tables: &[Table<'_>], (place, row): (usize, usize)) {
    if let (Some(marks), Some(table)) = (marks.get_mut(place), tables.get(place)) {
        marks.resize(table.len, false);
        if let Some(mark) = marks.get_mut(row) {
            *mark = true;
        }
    }
}
