//! One table on its way in: texts become codes, fields get their types, bad records are found.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use crate::column::{Bits, Codes, Column, Constant, Flags, Ints, Lists, Table};
use crate::error::{Code, Error, Result};
use crate::record::{Columns, Field, Flaw, Kind, Prepared, Type, expected};
use crate::report::accumulator::Counted;
use crate::report::request::WordMap;
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
    for &(kind, field, word, instant) in WORDS_OF_INSTANTS {
        if kind != table.kind || field != name {
            continue;
        }
        if let Some(Column::Ints { values, valid }) = table.column(instant) {
            let at = Ints { values, valid: *valid, ..Ints::default() };
            for (row, code) in coded.codes.iter_mut().enumerate() {
                if (word == ANY || *code == word) && at.at(row).is_some_and(|at| at > limit) {
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
    for &(name, column) in &all_columns(table, beside) {
        let of = table.kind.field(name).map_or(Type::Text, |field| field.of);
        if !matches!(of, Type::Text | Type::Tags) {
            continue;
        }
        let coded = if wanted.values.iter().any(|value| value == name) {
            codes(column, Some(words))?
        } else if wanted.presence.contains(&name) {
            codes(column, None)?
        } else {
            continue;
        };
        if let Some(mut coded) = coded {
            for map in wanted.mapped {
                if map.record == table.kind && map.field == name {
                    map.apply(&mut coded.codes, words)?;
                }
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
fn all_columns<'a>(table: &'a Table<'a>, beside: &'a [(&'a str, Column<'a>)]) -> Vec<(&'a str, &'a Column<'a>)> {
    let mut all = Vec::new();
    for (name, column) in &table.columns {
        if !beside.iter().any(|(other, _)| other == name) {
            all.push((&**name, column));
        }
    }
    for (name, column) in beside {
        all.push((*name, column));
    }
    all
}

/// A text column as codes of the dictionary, or, without one, as whether there is a text. Other columns have none.
fn codes(column: &Column<'_>, words: Option<&mut Dictionary>) -> Result<Option<Coded>> {
    let (mut ends, mut step) = (Vec::new(), 1);
    let codes = match column {
        Column::Words(texts) => {
            let mut codes = alloc::vec![NONE; texts.len()];
            let texts = codes.iter_mut().zip(texts);
            if let Some(words) = words {
                let mut recent = Recent::default();
                for (code, text) in texts {
                    if let Some(text) = text {
                        *code = recent.code(text, words)?;
                    }
                }
            } else {
                for (code, text) in texts {
                    *code = mark(text.unwrap_or_default());
                }
            }
            codes
        }
        Column::Codes { codes: given, words: own } => {
            let own = codes_of(own, words)?;
            let mut codes = alloc::vec![NONE; given.len()];
            for (code, given) in codes.iter_mut().zip(&**given) {
                *code = own.get(*given as usize).copied().unwrap_or(NONE);
            }
            codes
        }
        Column::Lists { ends: own, words: texts } => {
            ends = own.to_vec();
            codes_of(texts, words)?
        }
        Column::Constant(Constant::Text(text)) => {
            step = 0;
            codes_of(&[text], words)?
        }
        _ => return Ok(None),
    };
    Ok(Some(Coded { codes, ends, step }))
}

/// The same of a list of texts.
fn codes_of(texts: &[&str], mut words: Option<&mut Dictionary>) -> Result<Vec<u32>> {
    let mut codes = alloc::vec![NONE; texts.len()];
    for (code, text) in codes.iter_mut().zip(texts) {
        *code = match &mut words {
            Some(words) => words.intern(text)?,
            None => mark(text),
        };
    }
    Ok(codes)
}

fn mark(text: &str) -> u32 {
    if text.is_empty() { NONE } else { SOME }
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
        let mut batch = Batch { kind, len: table.len, columns: Columns::new(kind), fields: Vec::new(), table };
        for &(name, column) in &all_columns(table, beside) {
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
        // What is wrong with a record is wrong always, whatever the report is asked as of.
        Kind::check(&self.columns.at_all_times(), self.len, bad);
    }

    /// Whether the table was made of objects, where what is absent is null.
    pub fn of_objects(&self) -> bool {
        self.table.of_objects
    }

    fn check_required(&self, field: &'static Field, mapped: &[WordMap], bad: &mut dyn FnMut(usize, Flaw)) {
        const TEXT: &str = "it is required, and null here; fill it in, give one value for all records, or ask for bad records to be skipped";
        let flaw = Flaw { field: field.name, code: Code::MissingField, text: TEXT };
        let mut maps = Vec::new();
        for map in mapped {
            if map.record == self.kind && map.field == field.name {
                maps.push(map);
            }
        }
        let column = self.table.column(field.name);
        let mut said = Vec::new();
        match column {
            Some(Column::Constant(Constant::Text(word))) if !says(word, &maps) => {}
            Some(Column::Codes { words, .. }) => {
                for word in words {
                    said.push(says(word, &maps));
                }
            }
            Some(
                Column::Ints { valid: None, .. }
                | Column::Flags { valid: None, .. }
                | Column::Constant(_)
                | Column::Lists { .. },
            ) => return,
            _ => {}
        }
        for row in 0..self.len {
            let known = match column {
                Some(Column::Ints { valid: Some(bits), .. } | Column::Flags { valid: Some(bits), .. }) => bits.get(row),
                Some(Column::Words(words)) => words.get(row).copied().flatten().is_some_and(|word| says(word, &maps)),
                Some(Column::Codes { codes, .. }) => {
                    codes.get(row).and_then(|&code| said.get(code as usize)) == Some(&true)
                }
                _ => false,
            };
            if !known {
                bad(row, flaw);
            }
        }
    }
}

/// Whether a word, read as the maps say, stands for anything.
fn says<'a>(mut word: &'a str, maps: &[&'a WordMap]) -> bool {
    if word.is_empty() {
        return false;
    }
    for map in maps {
        match map.read(word) {
            Some(read) => word = read,
            None => return false,
        }
    }
    true
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
        let mut names: Vec<&str> = Vec::new();
        for (name, column) in &table.columns {
            let odd = table.kind.field(name).is_none() && texts(name, column, coded, Type::Text).is_none();
            if odd && names.len() < 20 {
                names.push(name);
            }
        }
        let text = format!(
            "there is no such field, and only text columns can be segments of your own; rename or drop `{}`",
            names.join("`, `")
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
    counts: Vec<(Code, u64)>,
}

impl<'b, 't> BadRows<'b, 't> {
    pub fn new(refuse: bool, batch: &'b Batch<'t>, before: u64) -> Self {
        BadRows { refuse, batch, before, skip: Vec::new(), worst: None, counts: Vec::new() }
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
            match self.counts.iter_mut().find(|(own, _)| *own == code) {
                Some((_, n)) => *n = n.saturating_add(1),
                None => self.counts.push((code, 1)),
            }
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
            let own = counted.skipped.entry(code.as_str().into());
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
    let mut values = Vec::new();
    for field in table.kind.fields() {
        if field.of == Type::Text && field.name != "id" {
            values.push(field.name.into());
        }
    }
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
