//! Rows into columns: typed rows, JSON objects and CSV text are copied into buffers that KPIs then read as columns.

use alloc::borrow::Cow;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt;

use serde::de::{self, DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};

use crate::column::{Bits, Column, Constant, Flags, Ints, Table, Unread};
use crate::error::{Code, Error, Result};
use crate::exact::{self, float_text, shorten};
use crate::given::Given;
use crate::record::{Kind, Type, expected, is_null};
use crate::time::{Zone, instant};

/// A value on its way into a field.
#[derive(Clone, Debug, PartialEq)]
pub enum Input<'a> {
    /// Unknown.
    Null,
    /// Text; it is read as the field's type says. Empty text is null.
    Text(&'a str),
    /// A whole number.
    Int(i64),
    /// A number; refused where it is not finite, and for amounts, which must be exact.
    Number(f64),
    /// A flag.
    Flag(bool),
    /// A list of texts.
    List(Vec<String>),
}

/// Which fields of a typed row are copied: one mark per field, in order, and the segments' names.
#[derive(Debug)]
#[doc(hidden)]
pub struct WantedFields {
    pub(crate) fields: Vec<bool>,
    pub(crate) segments: Vec<String>,
}

/// The most columns of objects: each takes room in every row.
const MAX_COLUMNS: usize = 500;
/// Records that are shown as examples of one problem.
pub(crate) const EXAMPLES: usize = 5;

/// One owned column that grows row by row.
#[derive(Clone, Debug)]
pub(crate) enum Buffer {
    Ints { values: Vec<i64>, valid: Vec<u8> },
    Flags { len: usize, values: Vec<u8>, valid: Vec<u8> },
    Texts { text: String, ends: Vec<usize>, valid: Vec<u8> },
    Lists { text: String, ends: Vec<usize>, lists: Vec<usize> },
}

fn push_bit(bits: &mut Vec<u8>, at: usize, bit: bool) {
    if at.is_multiple_of(8) {
        bits.push(0);
    }
    if let Some(byte) = bits.last_mut() {
        *byte |= u8::from(bit) << (at % 8);
    }
}

impl Buffer {
    pub fn new(of: Type) -> Self {
        match of {
            Type::Text => Buffer::Texts { text: String::new(), ends: Vec::new(), valid: Vec::new() },
            Type::Tags => Buffer::Lists { text: String::new(), ends: Vec::new(), lists: Vec::new() },
            Type::Flag => Buffer::Flags { len: 0, values: Vec::new(), valid: Vec::new() },
            _ => Buffer::Ints { values: Vec::new(), valid: Vec::new() },
        }
    }

    fn len(&self) -> usize {
        match self {
            Buffer::Ints { values, .. } => values.len(),
            Buffer::Flags { len, .. } => *len,
            Buffer::Texts { ends, .. } => ends.len(),
            Buffer::Lists { lists, .. } => lists.len(),
        }
    }

    pub fn push_int(&mut self, value: Option<i64>) {
        if let Buffer::Ints { values, valid } = self {
            push_bit(valid, values.len(), value.is_some());
            values.push(value.unwrap_or_default());
        }
    }

    pub fn push_flag(&mut self, value: Option<bool>) {
        if let Buffer::Flags { len, values, valid } = self {
            push_bit(values, *len, value == Some(true));
            push_bit(valid, *len, value.is_some());
            *len = len.wrapping_add(1);
        }
    }

    pub fn push_text(&mut self, value: Option<&str>) {
        if let Buffer::Texts { text, ends, valid } = self {
            push_bit(valid, ends.len(), value.is_some());
            text.push_str(value.unwrap_or_default());
            ends.push(text.len());
        }
    }

    pub fn push_list(&mut self, values: &[String]) {
        if let Buffer::Lists { text, ends, lists } = self {
            for value in values {
                text.push_str(value);
                ends.push(text.len());
            }
            lists.push(ends.len());
        }
    }

    fn push_null(&mut self) {
        match self {
            Buffer::Ints { .. } => self.push_int(None),
            Buffer::Flags { .. } => self.push_flag(None),
            Buffer::Texts { .. } => self.push_text(None),
            Buffer::Lists { .. } => self.push_list(&[]),
        }
    }

    fn truncate(&mut self, rows: usize) {
        if self.len() <= rows {
            return;
        }
        let last_bits = |bits: &mut Vec<u8>| {
            bits.truncate(rows.div_ceil(8));
            if let Some(byte) = bits.last_mut().filter(|_| !rows.is_multiple_of(8)) {
                *byte &= (1u8 << (rows % 8)).wrapping_sub(1);
            }
        };
        match self {
            Buffer::Ints { values, valid } => {
                values.truncate(rows);
                last_bits(valid);
            }
            Buffer::Flags { len, values, valid } => {
                *len = rows.min(*len);
                last_bits(values);
                last_bits(valid);
            }
            Buffer::Texts { text, ends, valid } => {
                ends.truncate(rows);
                text.truncate(ends.last().copied().unwrap_or(0));
                last_bits(valid);
            }
            Buffer::Lists { text, ends, lists } => {
                lists.truncate(rows);
                ends.truncate(lists.last().copied().unwrap_or(0));
                text.truncate(ends.last().copied().unwrap_or(0));
            }
        }
    }

    fn clear(&mut self) {
        match self {
            Buffer::Ints { values, valid } => {
                values.clear();
                valid.clear();
            }
            Buffer::Flags { len, values, valid } => {
                *len = 0;
                values.clear();
                valid.clear();
            }
            Buffer::Texts { text, ends, valid } => {
                text.clear();
                ends.clear();
                valid.clear();
            }
            Buffer::Lists { text, ends, lists } => {
                text.clear();
                ends.clear();
                lists.clear();
            }
        }
    }

    /// The values of other rows; null where there is no such row. Numbers and flags alone.
    pub fn of_rows(&self, rows: &[u32]) -> Self {
        match self {
            Buffer::Ints { values, valid } => {
                let mut own = Buffer::new(Type::Instant);
                let ints = Ints { values, valid: Some(Bits::new(valid, 0)), ..Ints::default() };
                rows.iter().for_each(|&row| own.push_int(ints.at(row as usize)));
                own
            }
            Buffer::Flags { len, values, valid } => {
                let mut own = Buffer::new(Type::Flag);
                let (values, valid) = (Bits::new(values, 0), Some(Bits::new(valid, 0)));
                let flags = Flags { values, valid, len: *len, step: 1 };
                rows.iter().for_each(|&row| own.push_flag(flags.at(row as usize)));
                own
            }
            other => other.clone(),
        }
    }

    pub fn column(&self) -> Column<'_> {
        match self {
            Buffer::Ints { values, valid } => Column::Ints { values, valid: Some(Bits::new(valid, 0)) },
            Buffer::Flags { len, values, valid } => {
                Column::Flags { len: *len, values: Bits::new(values, 0), valid: Some(Bits::new(valid, 0)) }
            }
            Buffer::Texts { text, ends, valid } => {
                let (bits, mut start) = (Bits::new(valid, 0), 0);
                let mut words = Vec::with_capacity(ends.len());
                for (row, &end) in ends.iter().enumerate() {
                    words.push(text.get(start..end).filter(|_| bits.get(row)));
                    start = end;
                }
                Column::Words(words)
            }
            Buffer::Lists { text, ends, lists } => {
                let mut start = 0;
                let mut words = Vec::with_capacity(ends.len());
                for &end in ends {
                    words.push(text.get(start..end).unwrap_or_default());
                    start = end;
                }
                Column::Lists { ends: Cow::Borrowed(lists), words }
            }
        }
    }
}

/// Builds a [`Table`] row by row. Fields are read by their type; an unknown name is a text segment of the caller's own.
///
/// ```
/// use kpi_core::{Kind, rows::{Input, TableBuilder}};
/// let mut tickets = TableBuilder::new(Kind::Ticket);
/// tickets.begin();
/// tickets.set("id", &Input::Text("T1"))?;
/// tickets.set("created_at", &Input::Text("2026-03-01T09:00:00Z"))?;
/// assert_eq!(tickets.table().len(), 1);
/// # Ok::<(), kpi_core::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct TableBuilder {
    kind: Kind,
    zone: Option<Zone>,
    rows: usize,
    columns: Vec<(String, Buffer)>,
    of_objects: bool,
    unreadable: Unreadable,
    unread: Vec<Unread>,
    /// How many rows were dropped.
    dropped: usize,
}

/// What is done with a value that cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Unreadable {
    Refuse,
    /// Its row is dropped.
    Skip,
    /// It is null, and noted.
    Note,
}

impl TableBuilder {
    /// An empty one. Instants need an offset in their text.
    #[must_use]
    pub fn new(kind: Kind) -> Self {
        TableBuilder {
            kind,
            zone: None,
            rows: 0,
            columns: Vec::new(),
            of_objects: false,
            unreadable: Unreadable::Refuse,
            unread: Vec::new(),
            dropped: 0,
        }
    }

    /// Typed rows, with all their fields.
    ///
    /// ```
    /// use kpi_core::{Ticket, rows::TableBuilder};
    /// let mut tickets = TableBuilder::of(&[Ticket { id: Some("T1".into()), ..Ticket::default() }]);
    /// assert_eq!(tickets.table().len(), 1);
    /// ```
    #[must_use]
    pub fn of<R: crate::record::Row>(rows: &[R]) -> Self {
        let mut builder = TableBuilder::new(R::KIND).of_objects();
        let mut segments = Vec::new();
        rows.iter().for_each(|row| row.names(&mut segments));
        let wanted = WantedFields { fields: alloc::vec![true; R::KIND.fields().len()], segments };
        rows.iter().for_each(|row| builder.row(row, &wanted));
        builder
    }

    /// The same, with a zone in which instants without an offset are read.
    #[must_use]
    pub fn in_zone(mut self, zone: Zone) -> Self {
        self.zone = Some(zone);
        self
    }

    /// The same for objects: a field that none of them has is null. A column that a KPI needs could have been forgotten.
    #[must_use]
    pub fn of_objects(mut self) -> Self {
        self.of_objects = true;
        self
    }

    /// Begins the next row; what is not set in it is null.
    pub fn begin(&mut self) {
        self.rows = self.rows.wrapping_add(1);
    }

    /// How many rows were begun.
    #[must_use]
    pub fn len(&self) -> usize {
        self.rows
    }

    /// Whether none was.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rows == 0
    }

    pub(crate) fn clear(&mut self) {
        self.rows = 0;
        self.columns.iter_mut().for_each(|(_, buffer)| buffer.clear());
    }

    /// The buffer of a field, which is probably at `place`; filled with nulls up to the row that was begun.
    #[inline]
    #[expect(clippy::indexing_slicing, reason = "the place was just found or pushed")]
    pub(crate) fn buffer(&mut self, place: usize, name: &str, of: Type) -> &mut Buffer {
        let found = match self.columns.get(place) {
            Some((own, _)) if own == name => Some(place),
            _ => self.columns.iter().position(|(own, _)| own == name),
        };
        let at = found.unwrap_or_else(|| {
            self.columns.push((name.to_string(), Buffer::new(of)));
            self.columns.len().wrapping_sub(1)
        });
        let before = self.rows.saturating_sub(1);
        let buffer = &mut self.columns[at].1;
        while buffer.len() < before {
            buffer.push_null();
        }
        buffer
    }

    /// Sets a value of the row that was begun last.
    ///
    /// # Errors
    /// With the record's kind, index and field: [`Code::WrongType`], [`Code::NotANumber`], [`Code::TooFine`],
    /// [`Code::Negative`], [`Code::BadInstant`], [`Code::Overflow`].
    pub fn set(&mut self, name: &str, input: &Input<'_>) -> Result<()> {
        let field = self.kind.field(name);
        let of = field.map_or(Type::Text, |field| field.of);
        let place = self.columns.iter().position(|(own, _)| own == name).unwrap_or(self.columns.len());
        if place == self.columns.len() && place >= MAX_COLUMNS {
            let text = format!("the records have more than {MAX_COLUMNS} fields; leave out what is not needed");
            return Err(self.placed(Error::new(Code::UnknownField, text), name));
        }
        if self.columns.get(place).is_some_and(|(_, buffer)| buffer.len() >= self.rows) {
            let error = Error::new(Code::BadRequest, "the field is given twice, or before the row was begun");
            return Err(self.placed(error, name));
        }
        if is_null(input) {
            self.buffer(place, name, of).push_null();
            return Ok(());
        }
        // A number under a name that no field has is more likely a misspelt field than a segment.
        let own = field.is_none() && matches!(input, Input::Int(_) | Input::Number(_));
        let pushed = if own {
            let text = "there is no such field, and a column of your own is text; correct the name, or give text";
            Err(Error::new(Code::UnknownField, text))
        } else {
            self.push(place, name, of, input)
        };
        pushed.or_else(|error| {
            let error = self.placed(error, name);
            if self.unreadable != Unreadable::Note {
                return Err(error);
            }
            self.note(self.rows.saturating_sub(1), &error, shown(input))
        })
    }

    fn push(&mut self, place: usize, name: &str, of: Type, input: &Input<'_>) -> Result<()> {
        match of {
            Type::Text => {
                let word = text(input)?;
                self.buffer(place, name, of).push_text(Some(&word));
            }
            Type::Flag => {
                let flag = flag(input)?;
                self.buffer(place, name, of).push_flag(Some(flag));
            }
            Type::Tags => {
                let given;
                let list = match input {
                    Input::List(list) => list,
                    Input::Text(text) => {
                        given = tags(text);
                        &given
                    }
                    _ => return Err(wrong(of, found(input))),
                };
                self.buffer(place, name, of).push_list(list);
            }
            _ => {
                let value = units(of, input, self.zone.as_ref())?;
                self.buffer(place, name, of).push_int(Some(value));
            }
        }
        Ok(())
    }

    /// Drops the row that was begun last, because of an error; the report counts it as skipped, by its code.
    pub fn skip_row(&mut self, error: &Error) {
        let Some(rows) = self.rows.checked_sub(1) else { return };
        self.rows = rows;
        self.columns.iter_mut().for_each(|(_, buffer)| buffer.truncate(rows));
        self.remember(rows.saturating_add(self.dropped), error, None);
        self.dropped = self.dropped.saturating_add(1);
    }

    /// Notes that the value of a field, which is the error's, could not be read in a row, and is null there: a report
    /// refuses the table with this error, and [`check`](crate::check()) lists it, with the value where it can be shown.
    ///
    /// # Errors
    /// The error itself where it is about one field too many.
    pub fn note(&mut self, row: usize, error: &Error, value: Option<String>) -> Result<()> {
        if self.remember(row, error, value) { Ok(()) } else { Err(error.clone()) }
    }

    /// Adds a row to those that have the same fault; false where there are too many faults.
    fn remember(&mut self, row: usize, error: &Error, value: Option<String>) -> bool {
        let (field, code) = (error.field_name().unwrap_or_default(), error.code());
        let same = |unread: &Unread| unread.code == code && unread.field == field;
        let place = self.unread.iter().position(same).unwrap_or(self.unread.len());
        if place >= MAX_COLUMNS {
            return false;
        }
        if place == self.unread.len() {
            self.unread.push(Unread::new(error));
        }
        if let Some(unread) = self.unread.get_mut(place) {
            unread.rows.push(row);
            if unread.values.len() < EXAMPLES {
                unread.values.push(value);
            }
        }
        true
    }

    /// Skips objects that cannot be read, instead of refusing them; the report counts them by code.
    #[must_use]
    pub fn skip_bad_records(mut self) -> Self {
        self.unreadable = Unreadable::Skip;
        self
    }

    /// Reads a value that cannot be read as null, and notes it, so that [`check`](crate::check()) lists it; a report
    /// refuses such a table.
    #[must_use]
    pub fn note_bad_values(mut self) -> Self {
        self.unreadable = Unreadable::Note;
        self
    }

    /// Adds a typed row; only the wanted fields are copied.
    pub(crate) fn row(&mut self, row: &impl crate::record::Row, wanted: &WantedFields) {
        row.push(self, wanted);
    }

    /// Sets a value of the row that was begun last, which is one of an object's. Where bad records are skipped, what is
    /// wrong with it goes to `bad`, with which the caller skips the row at its end, and the row's other values do not
    /// count.
    ///
    /// # Errors
    /// As [`TableBuilder::set`].
    pub fn give(&mut self, name: &str, value: &Given, bad: &mut Option<Error>) -> Result<()> {
        self.of_objects = true;
        if bad.is_some() {
            return Ok(());
        }
        let input = value.input().map_err(|error| self.placed(error, name))?;
        match self.set(name, &input) {
            // What is no field cannot make a record bad: such a value is an error of the table.
            Err(error) if self.unreadable == Unreadable::Skip && self.kind.field(name).is_some() => *bad = Some(error),
            set => set?,
        }
        Ok(())
    }

    /// An error at a field of the row that was begun last.
    fn placed(&self, error: Error, field: &str) -> Error {
        error.record(self.kind.as_str()).index(self.rows.saturating_sub(1) as u64).field(field)
    }

    /// Adds every object of a JSON array (or of any list of maps that serde reads).
    ///
    /// # Errors
    /// As [`TableBuilder::set`]; [`Code::BadRequest`] where it is not a list of objects.
    pub fn extend<'de, D: Deserializer<'de>>(&mut self, rows: D) -> Result<()> {
        let kind = self.kind.as_str();
        self.of_objects = true;
        let mut failed = None;
        rows.deserialize_seq(Rows(self, &mut failed)).map_err(|error| {
            failed.take().unwrap_or_else(|| Error::new(Code::BadRequest, error.to_string()).record(kind))
        })
    }

    /// The rows so far as columns; of the wanted fields at least a column of nulls.
    pub(crate) fn table_of(&mut self, wanted: &WantedFields) -> Table<'_> {
        for (place, (field, _)) in
            self.kind.fields().iter().zip(&wanted.fields).filter(|(_, wanted)| **wanted).enumerate()
        {
            self.buffer(place, field.name, field.of);
        }
        self.table()
    }

    /// The rows so far as columns.
    #[must_use]
    pub fn table(&mut self) -> Table<'_> {
        let rows = self.rows;
        for (_, buffer) in &mut self.columns {
            while buffer.len() < rows {
                buffer.push_null();
            }
        }
        let mut columns = Vec::with_capacity(self.columns.len());
        for (name, buffer) in &self.columns {
            columns.push((Cow::Borrowed(name.as_str()), buffer.column()));
        }
        Table {
            kind: self.kind,
            len: rows,
            columns,
            of_objects: self.of_objects,
            unread: self.unread.clone(),
            dropped: self.dropped > 0,
        }
    }
}

/// One value for all records, read as a field of this type; an instant without an offset needs the zone.
///
/// # Errors
/// As [`TableBuilder::set`], without a place.
pub fn constant(of: Type, input: &Input<'_>, zone: Option<&Zone>) -> Result<Constant> {
    Ok(match of {
        Type::Text => Constant::Text(text(input)?),
        Type::Flag => Constant::Flag(flag(input)?),
        Type::Tags => return Err(Error::new(Code::WrongType, "one value for all records cannot be a list")),
        _ => Constant::Int(units(of, input, zone)?),
    })
}

fn wrong(of: Type, found: String) -> Error {
    Error::new(Code::WrongType, format!("found {found}, expected {}", expected(of)))
}

fn found(input: &Input<'_>) -> String {
    match input {
        Input::Null => "null".into(),
        Input::Text(text) => format!("`{}`", shorten(text)),
        Input::Int(number) => number.to_string(),
        Input::Number(number) => float_text(*number),
        Input::Flag(flag) => flag.to_string(),
        Input::List(_) => "a list".into(),
    }
}

/// A value that cannot be read, as an example.
#[must_use]
pub fn shown(input: &Input<'_>) -> Option<String> {
    match input {
        Input::Null | Input::List(_) => None,
        Input::Text(text) => Some(shorten(text)),
        _ => Some(found(input)),
    }
}

fn text(input: &Input<'_>) -> Result<String> {
    match input {
        Input::Text(text) => Ok((*text).to_string()),
        Input::Int(number) => Ok(number.to_string()),
        _ => Err(wrong(Type::Text, found(input))),
    }
}

fn flag(input: &Input<'_>) -> Result<bool> {
    match input {
        Input::Flag(flag) => Ok(*flag),
        Input::Int(0) | Input::Text("false" | "False" | "FALSE" | "no" | "0") => Ok(false),
        Input::Int(1) | Input::Text("true" | "True" | "TRUE" | "yes" | "1") => Ok(true),
        _ => Err(wrong(Type::Flag, found(input))),
    }
}

/// The tags of a text such as `vip; refund`.
fn tags(mut text: &str) -> Vec<String> {
    let mut tags = Vec::new();
    while !text.is_empty() {
        let (tag, rest) = text.split_once(';').unwrap_or((text, ""));
        let tag = tag.trim();
        if !tag.is_empty() {
            tags.push(tag.into());
        }
        text = rest;
    }
    tags
}

/// A value in the integer units of a field of this type.
///
/// # Errors
/// As [`TableBuilder::set`], without a place.
pub fn units(of: Type, input: &Input<'_>, zone: Option<&Zone>) -> Result<i64> {
    let places = of.places();
    match input {
        Input::Text(text) if of == Type::Instant => instant(text, zone),
        _ if of == Type::Instant => Err(wrong(of, found(input))),
        Input::Number(_) if of == Type::Amount => {
            Err(Error::new(Code::WrongType, "an amount must be exact; give it as decimal text, such as \"12.50\""))
        }
        Input::Text(text) => exact::scaled(text, places),
        Input::Int(number) => exact::scaled_whole(*number, places),
        Input::Number(number) => exact::scaled_float(*number, places),
        _ => Err(wrong(of, found(input))),
    }
}

/// Reads a list of maps into a builder.
/// Serde's errors are texts, so our own error is kept beside it.
struct Rows<'b>(&'b mut TableBuilder, &'b mut Option<Error>);

impl<'de> Visitor<'de> for Rows<'_> {
    type Value = ();
    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list of records")
    }
    fn visit_seq<A: SeqAccess<'de>>(self, mut rows: A) -> Result<(), A::Error> {
        while rows.next_element_seed(OneRow(&mut *self.0, &mut *self.1))?.is_some() {}
        Ok(())
    }
}

struct OneRow<'b>(&'b mut TableBuilder, &'b mut Option<Error>);

impl<'de> DeserializeSeed<'de> for OneRow<'_> {
    type Value = ();
    fn deserialize<D: Deserializer<'de>>(self, row: D) -> Result<(), D::Error> {
        row.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for OneRow<'_> {
    type Value = ();
    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a record as an object of fields")
    }
    fn visit_map<A: MapAccess<'de>>(self, mut fields: A) -> Result<(), A::Error> {
        self.0.begin();
        let mut bad = None;
        while let Some(name) = fields.next_key::<Cow<'de, str>>()? {
            let value = fields.next_value::<Given>()?;
            self.0.give(&name, &value, &mut bad).map_err(|error| {
                let text = de::Error::custom(&error);
                *self.1 = Some(error);
                text
            })?;
        }
        if let Some(error) = bad {
            self.0.skip_row(&error);
        }
        Ok(())
    }
}

impl Given {
    /// The value as it goes into a field.
    ///
    /// # Errors
    /// [`Code::WrongType`] for what no field takes.
    pub fn input(&self) -> Result<Input<'_>> {
        Ok(match self {
            Given::Null => Input::Null,
            Given::Flag(flag) => Input::Flag(*flag),
            Given::Int(number) => Input::Int(*number),
            Given::Float(number) => Input::Number(*number),
            Given::Text(text) => Input::Text(text),
            Given::List(_) => Input::List(self.texts().map_err(|error| Error::new(Code::WrongType, error.text()))?),
            Given::ByWord(_) => return Err(Error::new(Code::WrongType, "found an object; no field takes one")),
        })
    }
}
