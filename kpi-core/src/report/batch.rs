//! One table on its way in: texts become codes, fields get their types, bad records are found.

use alloc::borrow::Cow;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use crate::column::{Bits, Codes, Column, Constant, Flags, Ints, Lists, Table};
use crate::error::{Code, Error, Result};
use crate::record::{Columns, Field, Flaw, Kind, Prepared, Type, expected};
use crate::report::accumulator::Counted;
use crate::report::request::WordMap;
use crate::sorted::Sorted;
use crate::words::{self, Dictionary, NONE, SOME};

/// Which text columns are read, and of which only null or not matters.
pub(crate) struct Wanted<'a> {
    pub values: &'a [String],
    pub presence: &'a [&'static str],
    pub mapped: &'a [WordMap],
}

/// A text column as codes of the report's dictionary.
struct Coded {
    codes: Vec<u32>,
    ends: Vec<usize>,
    step: usize,
}

/// The text columns of a table as codes.
pub(crate) struct CodedTable {
    columns: Vec<(String, Coded)>,
}

/// Every word of a field.
const ANY: u32 = NONE;

/// A word that says what an instant says: as of an instant before that one it was not so.
const WORDS_OF_INSTANTS: &[(Kind, &str, u32, &str)] = &[
    (Kind::Ticket, "status", words::MERGED, "merged_at"),
    (Kind::Ticket, "status", words::DELETED, "deleted_at"),
    (Kind::Ticket, "status", words::CANCELED, "canceled_at"),
    (Kind::Ticket, "status", words::CLOSED, "closed_at"),
    (Kind::Ticket, "status", words::RESOLVED, "resolved_at"),
    (Kind::Ticket, "assignee", ANY, "first_assigned_at"),
    (Kind::Ticket, "first_assignee", ANY, "first_assigned_at"),
    (Kind::Ticket, "first_replier", ANY, "first_response_at"),
    (Kind::Ticket, "resolver", ANY, "resolved_at"),
    (Kind::Contact, "outcome", words::ANSWERED, "answered_at"),
    (Kind::Contact, "outcome", words::ABANDONED, "ended_at"),
];

/// Takes back the words of what happened after `limit`.
fn unsay(table: &Table<'_>, name: &str, coded: &mut Coded, limit: i64) {
    let said = WORDS_OF_INSTANTS.iter().filter(|(kind, field, ..)| *kind == table.kind && *field == name);
    for (_, _, word, instant) in said {
        if let Some(Column::Ints { values, valid }) = table.column(instant) {
            let at = Ints { values, valid: *valid, ..Ints::default() };
            for (row, code) in coded.codes.iter_mut().enumerate().filter(|(_, code)| *word == ANY || *code == word) {
                if at.at(row).is_some_and(|at| at > limit) {
                    *code = NONE;
                }
            }
        }
    }
}

/// Turns the wanted text columns into codes; words of what happened after `limit` are not said yet.
pub(crate) fn code(
    table: &Table<'_>,
    beside: &[(&str, Column<'_>)],
    wanted: &Wanted<'_>,
    limit: i64,
    words: &mut Dictionary,
) -> Result<CodedTable> {
    let mut columns = Vec::new();
    for (name, column) in all_columns(table, beside) {
        let of = table.kind.field(name).map_or(Type::Text, |field| field.of);
        if !matches!(of, Type::Text | Type::Tags) {
            continue;
        }
        let coded = if wanted.values.iter().any(|value| value == name) {
            codes(column, words)?
        } else if wanted.presence.contains(&name) {
            presence(column)
        } else {
            continue;
        };
        if let Some(mut coded) = coded {
            for map in wanted.mapped.iter().filter(|map| map.record == table.kind && map.field == name) {
                map.apply(&mut coded.codes, words)?;
            }
            if limit < i64::MAX && coded.step == 1 {
                unsay(table, name, &mut coded, limit);
            }
            columns.push((name.to_string(), coded));
        }
    }
    Ok(CodedTable { columns })
}

/// A table's columns; those beside it stand for its own of the same name.
fn all_columns<'a>(
    table: &'a Table<'a>,
    beside: &'a [(&'a str, Column<'a>)],
) -> impl Iterator<Item = (&'a str, &'a Column<'a>)> {
    let own = table.columns.iter().map(|(name, column)| (&**name, column));
    own.filter(|(name, _)| !beside.iter().any(|(other, _)| other == name))
        .chain(beside.iter().map(|(name, column)| (*name, column)))
}

fn codes(column: &Column<'_>, words: &mut Dictionary) -> Result<Option<Coded>> {
    let mut ends = Vec::new();
    let mut step = 1;
    let codes = match column {
        Column::Words(texts) => {
            let mut recent = Recent::default();
            texts.iter().map(|text| text.map_or(Ok(NONE), |text| recent.code(text, words))).collect::<Result<_>>()?
        }
        Column::Codes { codes, words: own } => {
            let own = own.iter().map(|word| words.intern(word)).collect::<Result<Vec<u32>>>()?;
            let known =
                |&code: &u32| usize::try_from(code).ok().and_then(|code| own.get(code).copied()).unwrap_or(NONE);
            codes.iter().map(known).collect()
        }
        Column::Lists { ends: own, words: texts } => {
            ends = own.to_vec();
            texts.iter().map(|text| words.intern(text)).collect::<Result<_>>()?
        }
        Column::Constant(Constant::Text(text)) => {
            step = 0;
            [words.intern(text)?].into()
        }
        _ => return Ok(None),
    };
    Ok(Some(Coded { codes, ends, step }))
}

fn presence(column: &Column<'_>) -> Option<Coded> {
    let mark = |known: bool| if known { SOME } else { NONE };
    let codes = match column {
        Column::Words(texts) => texts.iter().map(|text| mark(text.is_some_and(|text| !text.is_empty()))).collect(),
        Column::Codes { codes, words } => {
            let known = |&code: &u32| words.get(code as usize).is_some_and(|word| !word.is_empty());
            codes.iter().map(|code| mark(known(code))).collect()
        }
        Column::Lists { ends, words } => {
            let codes = words.iter().map(|word| mark(!word.is_empty())).collect();
            return Some(Coded { codes, ends: ends.to_vec(), step: 1 });
        }
        Column::Constant(Constant::Text(text)) => {
            return Some(Coded { codes: [mark(!text.is_empty())].into(), ends: Vec::new(), step: 0 });
        }
        _ => return None,
    };
    Some(Coded { codes, ends: Vec::new(), step: 1 })
}

/// The codes of texts seen lately: most text columns have few values.
struct Recent([u32; 256]);

impl Default for Recent {
    fn default() -> Self {
        Recent([NONE; 256])
    }
}

impl Recent {
    #[inline]
    fn code(&mut self, text: &str, words: &mut Dictionary) -> Result<u32> {
        let (first, last) = match text.as_bytes() {
            [] => return Ok(NONE),
            [only] => (*only, *only),
            [first, .., last] => (*first, *last),
        };
        let place = usize::from(first.wrapping_mul(31) ^ last.wrapping_mul(7) ^ (text.len() as u8).wrapping_mul(61));
        match self.0.get(place) {
            Some(&code) if code != NONE && words.get(code) == Some(text) => return Ok(code),
            _ => {}
        }
        let code = words.intern(text)?;
        if let Some(slot) = self.0.get_mut(place) {
            *slot = code;
        }
        Ok(code)
    }
}

/// A table whose columns have their types.
pub(crate) struct Batch<'a> {
    pub kind: Kind,
    pub len: usize,
    pub columns: Columns<'a>,
    /// The same with all instants, whatever the report is asked as of: what is wrong with a record is wrong always.
    plain: Columns<'a>,
    fields: Vec<(&'a str, Prepared<'a>)>,
    table: &'a Table<'a>,
}

impl<'a> Batch<'a> {
    /// Types every column. Instants after `limit` read as null, but for the periods of money and promises for later, which
    /// are no events;
    /// `masked` fields are not there at all; nor is a column of a wrong type, where `refuse` lets it pass.
    pub fn new(
        table: &'a Table<'a>,
        beside: &'a [(&'a str, Column<'a>)],
        coded: &'a CodedTable,
        limit: i64,
        masked: &dyn Fn(&str) -> bool,
        refuse: &mut dyn FnMut(Error) -> Result<()>,
    ) -> Result<Self> {
        let kind = table.kind;
        let mut batch = Batch {
            kind,
            len: table.len,
            columns: Columns::new(kind),
            plain: Columns::new(kind),
            fields: Vec::new(),
            table,
        };
        for (name, column) in all_columns(table, beside) {
            let field = kind.field(name);
            let prepared = match field {
                _ if !column.fits(table.len) => {
                    let text = format!("the column does not have the table's {} values", table.len);
                    Err(Error::new(Code::LengthMismatch, text))
                }
                Some(field) if masked(field.name) => continue,
                Some(field) => {
                    prepare(field, column, coded, limit, kind != Kind::LedgerEntry && field.name != "due_at")
                }
                None => segment(name, column, coded, table),
            };
            match prepared {
                Ok(Some(prepared)) => {
                    if let Some(field) = field {
                        batch.columns.set(field, prepared);
                        batch.plain.set(field, unmasked(prepared));
                    }
                    batch.fields.push((name, prepared));
                }
                Ok(None) => {}
                Err(error) => refuse(error.record(kind.as_str()).field(name))?,
            }
        }
        Ok(batch)
    }

    pub fn field(&self, name: &str) -> Option<Prepared<'a>> {
        self.fields.iter().find(|(own, _)| *own == name).map(|&(_, prepared)| prepared)
    }

    /// The names of all columns that are there.
    pub fn names(&self) -> impl Iterator<Item = &'a str> {
        self.fields.iter().map(|(name, _)| *name)
    }

    /// An integer field; empty where it is not there.
    pub fn ints(&self, name: &str) -> Ints<'a> {
        match self.field(name) {
            Some(Prepared::Ints(ints)) => ints,
            _ => Ints::default(),
        }
    }

    /// A text field; all null where it is not there.
    pub fn codes(&self, name: &str) -> Codes<'a> {
        match self.field(name) {
            Some(Prepared::Codes(codes)) => codes,
            _ => Codes::default(),
        }
    }

    /// A record's value as a text, for messages.
    pub fn found(&self, name: &str, row: usize) -> Option<String> {
        let of = self.kind.field(name)?.of;
        match self.field(name)? {
            Prepared::Ints(ints) => Ints { limit: i64::MAX, ..ints }.at(row).map(|value| of.text(value)),
            Prepared::Flags(flags) => flags.at(row).map(|flag| flag.to_string()),
            _ => word(self.table.column(name)?, row).map(crate::exact::shorten),
        }
    }

    /// Calls `bad` for every record that has something wrong with it, once each at most per flaw found. Texts are read as
    /// `mapped` says.
    pub fn check(&self, mapped: &[WordMap], bad: &mut dyn FnMut(usize, Flaw)) {
        for field in self.kind.fields() {
            if field.required {
                self.check_required(field, mapped, bad);
            }
            if matches!(field.of, Type::Duration | Type::Count) {
                let ints = self.ints(field.name);
                if ints.values.iter().any(|&value| value < 0) {
                    const TEXT: &str = "it is negative; correct it, or ask for bad records to be skipped";
                    let flaw = Flaw { field: field.name, code: Code::Negative, text: TEXT };
                    for row in 0..self.len {
                        if ints.at(row).is_some_and(|value| value < 0) {
                            bad(row, flaw);
                        }
                    }
                }
            }
        }
        Kind::check(&self.plain, self.len, bad);
    }

    /// Whether the table was made of objects, where what is absent is null.
    pub fn of_objects(&self) -> bool {
        self.table.of_objects
    }

    fn check_required(&self, field: &'static Field, mapped: &[WordMap], bad: &mut dyn FnMut(usize, Flaw)) {
        const TEXT: &str = "it is required, and null here; fill it in, give one value for all records, or ask for bad records to be skipped";
        let flaw = Flaw { field: field.name, code: Code::MissingField, text: TEXT };
        let Some(column) = self.table.column(field.name) else {
            return (0..self.len).for_each(|row| bad(row, flaw));
        };
        let of_field = |map: &&WordMap| map.record == self.kind && map.field == field.name;
        let maps: Vec<&WordMap> = mapped.iter().filter(of_field).collect();
        let says = |word: &str| !word.is_empty() && maps.iter().try_fold(word, |word, map| map.read(word)).is_some();
        let said: Vec<bool>;
        let null: &dyn Fn(usize) -> bool = match column {
            Column::Constant(Constant::Text(word)) if !says(word) => &|_| true,
            Column::Ints { valid: None, .. } | Column::Flags { valid: None, .. } | Column::Constant(_) => return,
            Column::Ints { valid: Some(bits), .. } | Column::Flags { valid: Some(bits), .. } => &|row| !bits.get(row),
            Column::Words(words) => &|row| !words.get(row).copied().flatten().is_some_and(says),
            Column::Codes { codes, words } => {
                said = words.iter().map(|word| says(word)).collect();
                &|row| codes.get(row).and_then(|&code| said.get(code as usize)) != Some(&true)
            }
            Column::Lists { .. } => return,
        };
        (0..self.len).filter(|&row| null(row)).for_each(|row| bad(row, flaw));
    }
}

fn unmasked(prepared: Prepared<'_>) -> Prepared<'_> {
    match prepared {
        Prepared::Ints(ints) => Prepared::Ints(Ints { limit: i64::MAX, ..ints }),
        other => other,
    }
}

fn prepare<'a>(
    field: &Field,
    column: &'a Column<'a>,
    coded: &'a CodedTable,
    limit: i64,
    event: bool,
) -> Result<Option<Prepared<'a>>> {
    let limit = if field.of == Type::Instant && event { limit } else { i64::MAX };
    let wrong = || Error::new(Code::WrongType, format!("the column must hold {}", expected(field.of)));
    Ok(Some(match (field.of, column) {
        (Type::Text | Type::Tags, _) => return texts(field.name, column, coded, field.of).ok_or_else(wrong),
        (Type::Flag, Column::Flags { len, values, valid }) => {
            Prepared::Flags(Flags { values: *values, valid: *valid, len: *len, step: 1 })
        }
        (Type::Flag, Column::Constant(Constant::Flag(flag))) => {
            let bits: &[u8] = if *flag { &[1] } else { &[0] };
            Prepared::Flags(Flags { values: Bits::new(bits, 0), valid: None, len: usize::MAX, step: 0 })
        }
        (Type::Flag, _) => return Err(wrong()),
        (_, Column::Ints { values, valid }) => Prepared::Ints(Ints { values, valid: *valid, step: 1, limit }),
        (_, Column::Constant(Constant::Int(value))) => {
            Prepared::Ints(Ints { values: core::slice::from_ref(value), valid: None, step: 0, limit })
        }
        _ => return Err(wrong()),
    }))
}

/// A text column as codes. The outer option is empty where it is no text, the inner one where nobody reads it.
fn texts<'a>(name: &str, column: &Column<'_>, coded: &'a CodedTable, of: Type) -> Option<Option<Prepared<'a>>> {
    let fits = match column {
        Column::Lists { .. } => of == Type::Tags,
        Column::Words(_) | Column::Codes { .. } | Column::Constant(Constant::Text(_)) => of == Type::Text,
        _ => false,
    };
    if !fits {
        return None;
    }
    let found = coded.columns.iter().find(|(own, _)| own == name);
    Some(found.map(|(_, coded)| match of {
        Type::Tags => Prepared::Lists(Lists { ends: &coded.ends, codes: &coded.codes }),
        _ => Prepared::Codes(Codes { codes: &coded.codes, step: coded.step }),
    }))
}

/// A column that is no field: a text segment of the caller's own.
fn segment<'a>(
    name: &str,
    column: &Column<'_>,
    coded: &'a CodedTable,
    table: &Table<'_>,
) -> Result<Option<Prepared<'a>>> {
    texts(name, column, coded, Type::Text).ok_or_else(|| {
        // All of them at once, so that nobody has to drop them one by one.
        let odd = |(name, column): &&(Cow<'_, str>, Column<'_>)| {
            table.kind.field(name).is_none() && texts(name, column, coded, Type::Text).is_none()
        };
        let names: Vec<String> =
            table.columns.iter().filter(odd).take(20).map(|(name, _)| format!("`{name}`")).collect();
        let text = format!(
            "there is no such field, and only text columns can be segments of your own; rename or drop {}",
            names.join(", ")
        );
        Error::new(Code::UnknownField, text)
    })
}

/// A column of instants that was derived, as KPIs see it at an instant.
pub(crate) fn instants<'a>(column: &Column<'a>, limit: i64) -> Prepared<'a> {
    match column {
        Column::Ints { values, valid } => Prepared::Ints(Ints { values, valid: *valid, step: 1, limit }),
        _ => Prepared::Ints(Ints::default()),
    }
}

/// The bad records of one table: the first is refused, or all are skipped and counted.
pub(crate) struct BadRows<'b, 't> {
    refuse: bool,
    batch: &'b Batch<'t>,
    /// How many records of the kind came in before.
    before: u64,
    skip: Vec<bool>,
    worst: Option<(usize, Error)>,
    counts: Sorted<&'static str, u64>,
}

impl<'b, 't> BadRows<'b, 't> {
    pub fn new(refuse: bool, batch: &'b Batch<'t>, before: u64) -> Self {
        BadRows { refuse, batch, before, skip: Vec::new(), worst: None, counts: Sorted::new() }
    }

    pub fn bad(&mut self, row: usize, field: &str, code: Code, text: &str) {
        if self.refuse {
            if self.worst.as_ref().is_none_or(|(first, _)| row < *first) {
                let text = match self.batch.found(field, row) {
                    Some(found) if code != Code::DuplicateId => format!("{text} (found `{found}`)"),
                    _ => text.into(),
                };
                let error = Error::new(code, text).record(self.batch.kind.as_str()).field(field);
                self.worst = Some((row, error.index(self.before.saturating_add(row as u64))));
            }
            return;
        }
        if self.skip.is_empty() {
            self.skip.resize(self.batch.len, false);
        }
        if let Some(mark) = self.skip.get_mut(row).filter(|mark| !**mark) {
            *mark = true;
            let n = self.counts.entry(code.as_str());
            *n = n.saturating_add(1);
        }
    }

    /// Whether a record is skipped.
    pub fn skips(&self, row: usize) -> bool {
        self.skip.get(row) == Some(&true)
    }

    /// The first error, or which records are skipped (nothing where none is).
    pub fn done(self, counted: &mut Counted) -> Result<Vec<bool>> {
        if let Some((_, error)) = self.worst {
            return Err(error);
        }
        for (code, n) in self.counts {
            let own = counted.skipped.entry(code.into());
            *own = own.saturating_add(n);
        }
        Ok(self.skip)
    }
}

/// Whether a field is not known as of an instant: a count carries none.
pub(crate) fn is_hidden(kind: Kind, name: &str, limit: i64) -> bool {
    limit != i64::MAX && kind == Kind::Ticket && kind.field(name).is_some_and(|field| field.of == Type::Count)
}

/// Shows a table as KPIs see it at an instant, with these of its texts.
pub(crate) fn typed(
    table: &Table<'_>,
    mapped: &[WordMap],
    texts: &[String],
    limit: i64,
    see: &mut dyn FnMut(&Batch<'_>),
) -> Result<()> {
    let wanted = Wanted { values: texts, presence: &[], mapped };
    let coded = code(table, &[], &wanted, limit, &mut Dictionary::new()?)?;
    see(&Batch::new(table, &[], &coded, limit, &|name| is_hidden(table.kind, name, limit), &mut Err)?);
    Ok(())
}

/// Which records of a table have something wrong with them, whatever is read of it.
pub(crate) fn flawed(table: &Table<'_>, mapped: &[WordMap]) -> Result<Vec<bool>> {
    // Words of closed lists are what checks read of texts; ids need no codes.
    let text = |field: &&Field| field.of == Type::Text && field.name != "id";
    let values: Vec<String> = table.kind.fields().iter().filter(text).map(|field| field.name.into()).collect();
    let mut flawed = alloc::vec![false; table.len];
    typed(table, mapped, &values, i64::MAX, &mut |batch| {
        batch.check(mapped, &mut |row, _| {
            if let Some(flaw) = flawed.get_mut(row) {
                *flaw = true;
            }
        });
    })?;
    Ok(flawed)
}

/// A table's ids, for finding records that are there twice. Surveys of different kinds may share an id, and the criteria
/// of a quality review do.
pub(crate) struct Ids<'a> {
    id: &'a Column<'a>,
    kind: Option<&'a Column<'a>>,
}

/// One record's id.
pub(crate) struct Id<'a> {
    pub id: &'a str,
    pub kind: Option<&'a str>,
}

/// The field that tells records of a kind apart that share an id.
pub(crate) fn beside_id(kind: Kind) -> Option<&'static str> {
    match kind {
        Kind::Survey => Some("kind"),
        Kind::QualityReview => Some("criterion"),
        _ => None,
    }
}

/// What is said of an id that is there twice.
pub(crate) fn twice(kind: Kind, id: &str) -> String {
    match beside_id(kind) {
        Some(field) => format!("{id} is there twice with the same {field}; remove one"),
        None => format!("{id} is there twice; remove one"),
    }
}

/// The ids of a table; none where it has no such column.
pub(crate) fn ids<'a>(table: &'a Table<'a>) -> Option<Ids<'a>> {
    Some(Ids { id: table.column("id")?, kind: beside_id(table.kind).and_then(|field| table.column(field)) })
}

impl<'a> Ids<'a> {
    pub fn get(&self, row: usize) -> Option<Id<'a>> {
        let id = word(self.id, row).filter(|id| !id.is_empty())?;
        Some(Id { id, kind: self.kind.and_then(|column| word(column, row)) })
    }
}

impl Id<'_> {
    /// What must not be there twice, in a text that is used again.
    pub fn key<'k>(&'k self, text: &'k mut String) -> &'k str {
        let Some(kind) = self.kind else { return self.id };
        text.clear();
        text.push_str(kind);
        text.push('\0');
        text.push_str(self.id);
        text
    }
}

/// The text of a record in a column.
pub(crate) fn word<'a>(column: &'a Column<'_>, row: usize) -> Option<&'a str> {
    match column {
        Column::Words(words) => words.get(row).copied().flatten(),
        Column::Codes { codes, words } => codes.get(row).and_then(|&code| words.get(code as usize)).copied(),
        Column::Constant(Constant::Text(text)) => Some(text.as_str()),
        _ => None,
    }
}
