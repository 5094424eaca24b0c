//! Rows into columns: typed rows, JSON objects and CSV text are copied into buffers that KPIs then read as columns.

use alloc::borrow::Cow;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt;

use serde::de::{self, DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};

use crate::column::{Bits, Column, Table, Unread};
use crate::error::{Code, Error, Result};
use crate::exact::{Amount, Duration, Score, shorten};
use crate::record::{Kind, Type, expected, is_null};
use crate::time::{Zone, parse_instant, parse_rfc3339};

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
    fn new(of: Type) -> Self {
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

    pub fn push_list<'a>(&mut self, values: impl Iterator<Item = &'a str>) {
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
            Buffer::Lists { .. } => self.push_list(core::iter::empty()),
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

    fn column(&self) -> Column<'_> {
        match self {
            Buffer::Ints { values, valid } => Column::Ints { values, valid: Some(Bits::new(valid, 0)) },
            Buffer::Flags { len, values, valid } => {
                Column::Flags { len: *len, values: Bits::new(values, 0), valid: Some(Bits::new(valid, 0)) }
            }
            Buffer::Texts { text, ends, valid } => {
                let bits = Bits::new(valid, 0);
                let words = pieces(text, ends).enumerate().map(|(i, word)| bits.get(i).then_some(word)).collect();
                Column::Words(words)
            }
            Buffer::Lists { text, ends, lists } => {
                Column::Lists { ends: Cow::Borrowed(lists), words: pieces(text, ends).collect() }
            }
        }
    }
}

fn pieces<'a>(text: &'a str, ends: &'a [usize]) -> impl Iterator<Item = &'a str> {
    let mut start = 0;
    ends.iter().map(move |&end| {
        let piece = text.get(start..end).unwrap_or_default();
        start = end;
        piece
    })
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
        let of = self.kind.field(name).map_or(Type::Text, |field| field.of);
        let place = |error: Error, builder: &Self| {
            error.record(builder.kind.as_str()).index(builder.rows.saturating_sub(1) as u64).field(name)
        };
        if self.columns.len() >= MAX_COLUMNS && !self.columns.iter().any(|(own, _)| own == name) {
            let text = format!("the records have more than {MAX_COLUMNS} fields; leave out what is not needed");
            return Err(place(Error::new(Code::UnknownField, text), self));
        }
        if self.columns.iter().any(|(own, buffer)| own == name && buffer.len() >= self.rows) {
            let error = Error::new(Code::BadRequest, "the field is given twice, or before the row was begun");
            return Err(place(error, self));
        }
        if is_null(input) {
            self.buffer(usize::MAX, name, of).push_null();
            return Ok(());
        }
        self.push(name, of, input).or_else(|error| {
            let error = place(error, self);
            if self.unreadable != Unreadable::Note {
                return Err(error);
            }
            self.note(self.rows.saturating_sub(1), &error, shown(input))
        })
    }

    fn push(&mut self, name: &str, of: Type, input: &Input<'_>) -> Result<()> {
        match of {
            Type::Text => {
                let word = text(input)?;
                self.buffer(usize::MAX, name, of).push_text(Some(&word));
            }
            Type::Flag => {
                let flag = flag(input)?;
                self.buffer(usize::MAX, name, of).push_flag(Some(flag));
            }
            Type::Tags => {
                let list = list(input)?;
                self.buffer(usize::MAX, name, of).push_list(list.iter().map(String::as_str));
            }
            _ => {
                let value = int(of, input, self.zone.as_ref())?;
                self.buffer(usize::MAX, name, of).push_int(Some(value));
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
        match self.unread.get_mut(place) {
            Some(unread) => {
                unread.rows.push(row);
                if unread.values.len() < EXAMPLES {
                    unread.values.push(value);
                }
            }
            None => self.unread.push(Unread {
                field: field.into(),
                code,
                text: error.text().into(),
                rows: [row].into(),
                values: [value].into(),
            }),
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
        let mut table = Table::new(self.kind, rows);
        table.of_objects = self.of_objects;
        table.unread.clone_from(&self.unread);
        table.dropped = self.dropped > 0;
        for (name, buffer) in &self.columns {
            table.columns.push((Cow::Borrowed(name.as_str()), buffer.column()));
        }
        table
    }
}

fn wrong(of: Type, found: impl fmt::Display) -> Error {
    Error::new(Code::WrongType, format!("found {found}, expected {}", expected(of)))
}

fn found(input: &Input<'_>) -> String {
    match input {
        Input::Null => "null".into(),
        Input::Text(text) => format!("`{}`", shorten(text)),
        Input::Int(number) => number.to_string(),
        Input::Number(number) => number.to_string(),
        Input::Flag(flag) => flag.to_string(),
        Input::List(_) => "a list".into(),
    }
}

/// A value that cannot be read, as an example.
fn shown(input: &Input<'_>) -> Option<String> {
    match input {
        Input::Null | Input::List(_) => None,
        Input::Text(text) => Some(shorten(text)),
        _ => Some(found(input)),
    }
}

fn finite(number: f64) -> Result<f64> {
    if number.is_finite() {
        Ok(number)
    } else {
        Err(Error::new(Code::NotANumber, format!("{number} is not a number; use null for what is unknown")))
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

fn list(input: &Input<'_>) -> Result<Vec<String>> {
    match input {
        Input::List(list) => Ok(list.clone()),
        Input::Text(text) => {
            Ok(text.split(';').map(str::trim).filter(|tag| !tag.is_empty()).map(String::from).collect())
        }
        _ => Err(wrong(Type::Tags, found(input))),
    }
}

fn int(of: Type, input: &Input<'_>, zone: Option<&Zone>) -> Result<i64> {
    let decimal = match (of, input) {
        (Type::Instant, Input::Text(text)) => {
            return match zone {
                Some(zone) => parse_instant(text, zone),
                None => parse_rfc3339(text),
            };
        }
        (Type::Instant, _) => return Err(wrong(of, found(input))),
        (Type::Amount, Input::Number(_)) => {
            return Err(Error::new(
                Code::WrongType,
                "an amount must be exact; give it as decimal text, such as \"12.50\"",
            ));
        }
        (_, Input::Text(text)) => (*text).to_string(),
        (_, Input::Int(number)) => number.to_string(),
        (_, Input::Number(number)) => finite(*number)?.to_string(),
        _ => return Err(wrong(of, found(input))),
    };
    match of {
        Type::Score => decimal.parse::<Score>().map(|v| v.0),
        Type::Amount => decimal.parse::<Amount>().map(|v| v.0),
        Type::Duration => decimal.parse::<Duration>().map(|v| v.0),
        _ => crate::exact::scaled(&decimal, 0),
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
            // What is no field cannot make a record bad: such a value is an error of the table.
            let own = self.0.kind.field(&name).is_none();
            let value = fields.next_value::<Value>().inspect_err(|error| {
                let error = Error::new(Code::WrongType, error.to_string()).record(self.0.kind.as_str());
                *self.1 = Some(error.index(self.0.rows.saturating_sub(1) as u64).field(&*name));
            })?;
            if bad.is_some() {
                continue;
            }
            if let Err(error) = self.0.set(&name, &value.input()) {
                if self.0.unreadable != Unreadable::Skip || own {
                    let text = de::Error::custom(&error);
                    *self.1 = Some(error);
                    return Err(text);
                }
                bad = Some(error);
            }
        }
        if let Some(error) = bad {
            self.0.skip_row(&error);
        }
        Ok(())
    }
}

/// An owned input value.
pub(crate) enum Value {
    Null,
    Text(String),
    Int(i64),
    Number(f64),
    Flag(bool),
    List(Vec<String>),
}

impl Value {
    fn input(&self) -> Input<'_> {
        match self {
            Value::Null => Input::Null,
            Value::Text(text) => Input::Text(text),
            Value::Int(number) => Input::Int(*number),
            Value::Number(number) => Input::Number(*number),
            Value::Flag(flag) => Input::Flag(*flag),
            Value::List(list) => Input::List(list.clone()),
        }
    }
}

impl<'de> de::Deserialize<'de> for Value {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        struct AnyValue;
        impl<'de> Visitor<'de> for AnyValue {
            type Value = Value;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("null, text, a number, true, false or a list of texts")
            }
            fn visit_unit<E>(self) -> Result<Value, E> {
                Ok(Value::Null)
            }
            fn visit_none<E>(self) -> Result<Value, E> {
                Ok(Value::Null)
            }
            fn visit_bool<E>(self, v: bool) -> Result<Value, E> {
                Ok(Value::Flag(v))
            }
            fn visit_i64<E>(self, v: i64) -> Result<Value, E> {
                Ok(Value::Int(v))
            }
            fn visit_u64<E: de::Error>(self, v: u64) -> Result<Value, E> {
                i64::try_from(v).map(Value::Int).map_err(|_| E::custom("a number is too large"))
            }
            fn visit_f64<E>(self, v: f64) -> Result<Value, E> {
                Ok(Value::Number(v))
            }
            fn visit_str<E>(self, v: &str) -> Result<Value, E> {
                Ok(Value::Text(v.into()))
            }
            fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Value, A::Error> {
                let mut list = Vec::new();
                while let Some(text) = seq.next_element()? {
                    list.push(text);
                }
                Ok(Value::List(list))
            }
        }
        d.deserialize_any(AnyValue)
    }
}
