//! Records from JavaScript: objects, and columns as typed arrays, which become the units of their fields.

use alloc::borrow::{Cow, ToOwned};
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use kpi_core::exact::scaled_float;
use kpi_core::rows::{self, Input, TableBuilder, shown};
use kpi_core::time::Zone;
use kpi_core::{Bits, Code, Column, Constant, Error, Given, Kind, Result, Table, Type};
use wasm_bindgen::prelude::wasm_bindgen;

use crate::parts::rest;
use crate::wire::{Reader, Thrown, number};

/// A column that is held for the table that borrows it.
enum Owned {
    Ints { values: Vec<i64>, valid: Option<Vec<u8>> },
    Flags { len: usize, values: Vec<u8>, valid: Option<Vec<u8>> },
    Words(Vec<Option<String>>),
    Codes { codes: Vec<u32>, words: Vec<String> },
    Constant(Constant),
}

/// A bitmap that may be absent.
fn bits(bytes: Option<&Vec<u8>>) -> Option<Bits<'_>> {
    bytes.map(|bytes| Bits::new(bytes, 0))
}

impl Owned {
    fn column(&self) -> Column<'_> {
        match self {
            Owned::Ints { values, valid } => Column::Ints { values, valid: bits(valid.as_ref()) },
            Owned::Flags { len, values, valid } => {
                Column::Flags { len: *len, values: Bits::new(values, 0), valid: bits(valid.as_ref()) }
            }
            Owned::Words(words) => {
                let mut borrowed = Vec::with_capacity(words.len());
                for word in words {
                    borrowed.push(word.as_deref());
                }
                Column::Words(borrowed)
            }
            Owned::Codes { codes, words } => {
                let mut borrowed = Vec::with_capacity(words.len());
                for word in words {
                    borrowed.push(word.as_str());
                }
                Column::Codes { codes: Cow::Borrowed(codes), words: borrowed }
            }
            Owned::Constant(constant) => Column::Constant(constant.clone()),
        }
    }

    /// Drops the rows that are bad.
    fn drop_rows(&mut self, bad: &Bad) {
        match self {
            Owned::Ints { values, valid } => {
                if let Some(valid) = valid {
                    retain_bits(valid, values.len(), bad);
                }
                retain(values, bad);
            }
            Owned::Flags { len, values, valid } => {
                if let Some(valid) = valid {
                    retain_bits(valid, *len, bad);
                }
                *len = retain_bits(values, *len, bad);
            }
            Owned::Words(words) => retain(words, bad),
            Owned::Codes { codes, .. } => retain(codes, bad),
            Owned::Constant(_) => {}
        }
    }
}

/// Rows that are to be dropped, by their place, with what is wrong as long as the builder was not told.
#[derive(Default)]
struct Bad(Vec<Option<Option<Error>>>);

impl Bad {
    fn has(&self, row: usize) -> bool {
        self.0.get(row).is_some_and(Option::is_some)
    }

    /// Marks a row; gives what was found wrong with it before.
    fn mark(&mut self, row: usize, error: Option<Error>) -> Option<Error> {
        while self.0.len() <= row {
            self.0.push(None);
        }
        self.0.get_mut(row).and_then(|own| own.replace(error)).flatten()
    }
}

/// Bits in the making.
#[derive(Default)]
struct Packed {
    len: usize,
    bytes: Vec<u8>,
}

impl Packed {
    fn push(&mut self, flag: bool) {
        let bit = self.len % 8;
        if bit == 0 {
            self.bytes.push(0);
        }
        if let Some(byte) = self.bytes.last_mut() {
            *byte |= u8::from(flag) << bit;
        }
        self.len = self.len.wrapping_add(1);
    }
}

/// Keeps the bits of rows that are not bad; gives how many there are.
fn retain_bits(bytes: &mut Vec<u8>, len: usize, bad: &Bad) -> usize {
    let (bits, mut kept) = (Bits::new(bytes, 0), Packed::default());
    for row in 0..len {
        if !bad.has(row) {
            kept.push(bits.get(row));
        }
    }
    *bytes = kept.bytes;
    kept.len
}

fn retain<T>(items: &mut Vec<T>, bad: &Bad) {
    let mut next = 0usize;
    items.retain(|_| {
        let row = next;
        next = row.wrapping_add(1);
        !bad.has(row)
    });
}

/// What is done with a value that cannot be read.
#[derive(Clone, Copy, PartialEq)]
enum Unreadable {
    /// It is an error.
    Refuse,
    /// Its record is dropped and counted.
    Skip,
    /// It is null, and noted for the check.
    Note,
}

/// Records of one kind on their way in.
#[wasm_bindgen]
pub struct TableInput {
    kind: Kind,
    len: usize,
    zone: Option<Zone>,
    rows: TableBuilder,
    columns: Vec<(String, Owned)>,
    unreadable: Unreadable,
    bad: Bad,
    /// How many records were added beside the columns.
    beside: usize,
}

#[wasm_bindgen]
impl TableInput {
    /// A table of `len` records in columns, or of 0 and then of as many as [`TableInput::rows`] adds. A zone
    /// reads instants without an offset. What cannot be read is an error; `skip` drops and counts its record, `note`
    /// reads it as null for [`check`](kpi_core::check).
    ///
    /// # Errors
    /// `unknown_record`, `bad_zone`.
    #[wasm_bindgen(constructor)]
    pub fn new(kind: &str, len: usize, zone: &[f64], zone_text: &str, unreadable: &str) -> Result<TableInput, Thrown> {
        let table = || {
            let kind = Kind::named(kind)
                .ok_or_else(|| Error::new(Code::UnknownRecord, format!("there are no records `{kind}`")))?;
            if kind.fields().is_empty() {
                rest().map_err(|error| error.record(kind.as_str()))?;
            }
            let zone = match Reader::new(zone, zone_text).value()? {
                Given::Null => None,
                zone => Some(Zone::read(&zone)?),
            };
            let mut rows = TableBuilder::new(kind);
            if len == 0 {
                rows = rows.of_objects();
            }
            if let Some(zone) = &zone {
                rows = rows.in_zone(zone.clone());
            }
            let unreadable = match unreadable {
                "skip" => Unreadable::Skip,
                "note" => Unreadable::Note,
                _ => Unreadable::Refuse,
            };
            rows = match unreadable {
                Unreadable::Skip => rows.skip_bad_records(),
                Unreadable::Note => rows.note_bad_values(),
                Unreadable::Refuse => rows,
            };
            let (columns, bad) = (Vec::new(), Bad::default());
            Ok(TableInput { kind, len, zone, rows, columns, unreadable, bad, beside: 0 })
        };
        table().map_err(Thrown)
    }

    /// Adds records: a list of objects.
    ///
    /// # Errors
    /// Those of [`TableBuilder::extend`].
    pub fn rows(&mut self, numbers: &[f64], text: &str) -> Result<(), Thrown> {
        self.objects(Reader::new(numbers, text)).map_err(Thrown)
    }

    /// Adds one record, a list of one object, to the next row of the columns.
    ///
    /// # Errors
    /// Those of [`TableBuilder::extend`].
    pub fn row(&mut self, numbers: &[f64], text: &str) -> Result<(), Thrown> {
        let row = self.beside;
        if self.bad.has(row) {
            self.drop_next(None);
            return Ok(());
        }
        let before = self.rows.len();
        self.rows(numbers, text)?;
        self.beside = row.saturating_add(1);
        if self.rows.len() == before {
            self.bad.mark(row, None);
        }
        Ok(())
    }

    /// Drops a record of which a value could not be sent: the field, the code and the text say why.
    ///
    /// # Errors
    /// None in practice.
    pub fn skip(&mut self, numbers: &[f64], text: &str) -> Result<(), Thrown> {
        let (error, _) = fault(numbers, text).map_err(Thrown)?;
        self.drop_next(Some(error));
        Ok(())
    }

    /// Notes a value that could not be sent: the field, the code, the text, and the value as it can be shown.
    ///
    /// # Errors
    /// The fault itself where there are too many.
    pub fn note(&mut self, row: usize, numbers: &[f64], text: &str) -> Result<(), Thrown> {
        let noted = fault(numbers, text).and_then(|(error, value)| self.rows.note(row, &error, value));
        noted.map_err(Thrown)
    }

    /// A column of numbers, NaN for null: instants in milliseconds, durations in seconds, flags as 0 and 1 (255 is
    /// null), all else as it reads.
    ///
    /// # Errors
    /// With index and field: `not_a_number`, `too_fine`, `wrong_type`, `overflow`.
    pub fn numbers(&mut self, name: &str, values: &[f64]) -> Result<(), Thrown> {
        let column = match self.type_of(name) {
            Type::Text | Type::Tags => self.read(name, values, word).map(Owned::Words),
            of => self.read(name, values, |value| units(of, value)).map(|units| owned(of, &units)),
        };
        let column = column.map_err(|error| Thrown(error.record(self.kind.as_str()).field(name)))?;
        self.columns.push((name.to_owned(), column));
        Ok(())
    }

    /// A column in the integer units of its field (instants and durations in µs, scores in thousandths, amounts in
    /// 10⁻⁹); `valid` has a 0 where there is a null.
    ///
    /// # Errors
    /// `length_mismatch`.
    pub fn units(&mut self, name: &str, values: Vec<i64>, valid: Option<Vec<u8>>) -> Result<(), Thrown> {
        let at = |error: Error| Thrown(error.record(self.kind.as_str()).field(name));
        if valid.as_ref().is_some_and(|valid| valid.len() != values.len()) {
            return Err(at(Error::new(Code::LengthMismatch, "`values` and `valid` are not equally long")));
        }
        let column = match self.type_of(name) {
            Type::Text | Type::Tags => {
                let known =
                    |row: usize| valid.as_ref().is_none_or(|valid| valid.get(row).is_some_and(|&byte| byte != 0));
                let mut words = Vec::with_capacity(values.len());
                for (row, value) in values.iter().enumerate() {
                    words.push(known(row).then(|| value.to_string()));
                }
                Owned::Words(words)
            }
            _ => {
                let valid = valid.map(|valid| {
                    let mut bits = Packed::default();
                    for byte in valid {
                        bits.push(byte != 0);
                    }
                    bits.bytes
                });
                Owned::Ints { values, valid }
            }
        };
        self.columns.push((name.to_owned(), column));
        Ok(())
    }

    /// A column of texts as codes into their list; a code outside it is null.
    ///
    /// # Errors
    /// None in practice.
    pub fn codes(&mut self, name: &str, codes: Vec<u32>, numbers: &[f64], text: &str) -> Result<(), Thrown> {
        let words = texts(numbers, text).map_err(Thrown)?;
        self.columns.push((name.to_owned(), Owned::Codes { codes, words }));
        Ok(())
    }

    /// One value for all records.
    ///
    /// # Errors
    /// With the field: those of reading a value of its type.
    pub fn constant(&mut self, name: &str, numbers: &[f64], text: &str) -> Result<(), Thrown> {
        let constant = Reader::new(numbers, text)
            .value()
            .and_then(|value| rows::constant(self.type_of(name), &value.input()?, self.zone.as_ref()))
            .map_err(|error| Thrown(error.record(self.kind.as_str()).field(name)))?;
        self.columns.push((name.to_owned(), Owned::Constant(constant)));
        Ok(())
    }
}

impl TableInput {
    /// A name that no field has is a text of the caller's own.
    fn type_of(&self, name: &str) -> Type {
        self.kind.field(name).map_or(Type::Text, |field| field.of)
    }

    /// Adds records: a list of objects.
    fn objects(&mut self, mut list: Reader<'_>) -> Result<()> {
        list.begins();
        while !list.ends() {
            list.begins();
            self.rows.begin();
            let mut bad = None;
            while !list.ends() {
                let (name, value) = (list.name()?, list.value()?);
                self.rows.give(name, &value, &mut bad)?;
            }
            if let Some(error) = bad {
                self.rows.skip_row(&error);
            }
        }
        Ok(())
    }

    /// Reads every value. A bad one is an error with its index, or drops its row, or is null and noted.
    fn read<T>(
        &mut self,
        name: &str,
        values: &[f64],
        one: impl Fn(f64) -> Result<Option<T>>,
    ) -> Result<Vec<Option<T>>> {
        let mut read = Vec::with_capacity(values.len());
        for (row, &value) in values.iter().enumerate() {
            read.push(match one(value) {
                Ok(value) => value,
                Err(error) => {
                    self.unread(row, error.field(name), value)?;
                    None
                }
            });
        }
        Ok(read)
    }

    fn unread(&mut self, row: usize, error: Error, value: f64) -> Result<()> {
        match self.unreadable {
            Unreadable::Refuse => return Err(error.index(row as u64)),
            Unreadable::Skip => {
                if !self.bad.has(row) {
                    self.bad.mark(row, Some(error));
                }
            }
            Unreadable::Note => self.rows.note(row, &error, shown(&input(value)))?,
        }
        Ok(())
    }

    /// Drops the next row beside the columns, for what was found wrong in them before, else for this.
    fn drop_next(&mut self, error: Option<Error>) {
        let row = self.beside;
        self.beside = row.saturating_add(1);
        let found = self.bad.mark(row, None).or(error);
        self.rows.begin();
        if let Some(error) = found {
            self.rows.skip_row(&error);
        }
    }

    /// The table, which borrows everything.
    pub(crate) fn table(&mut self) -> Table<'_> {
        let seen = if self.beside > 0 { self.beside } else { self.rows.len() };
        for row in seen..self.len {
            self.rows.begin();
            if let Some(Some(Some(error))) = self.bad.0.get(row) {
                self.rows.skip_row(error);
            }
        }
        if !self.bad.0.is_empty() {
            for (_, column) in &mut self.columns {
                column.drop_rows(&self.bad);
            }
            self.bad.0.clear();
        }
        self.len = self.rows.len();
        self.beside = self.len;
        let mut table = self.rows.table();
        for (name, column) in &self.columns {
            table.set(name.as_str(), column.column());
        }
        table
    }
}

/// The tables of several.
pub(crate) fn tables(inputs: &mut [TableInput]) -> Vec<Table<'_>> {
    let mut tables = Vec::with_capacity(inputs.len());
    for input in inputs {
        tables.push(input.table());
    }
    tables
}

/// A list of texts.
fn texts(numbers: &[f64], text: &str) -> Result<Vec<String>> {
    let mut list = Reader::new(numbers, text);
    list.begins();
    let mut texts = Vec::new();
    while !list.ends() {
        texts.push(list.name()?.to_owned());
    }
    Ok(texts)
}

/// What JavaScript found wrong: the field, the code and the text, and the value as it can be shown.
fn fault(numbers: &[f64], text: &str) -> Result<(Error, Option<String>)> {
    let mut list = Reader::new(numbers, text);
    list.begins();
    let (field, code, text) = (list.name()?, list.name()?, list.name()?);
    let code = Code::ALL.iter().find(|own| own.as_str() == code).copied().unwrap_or(Code::WrongType);
    let value = if list.ends() { None } else { Some(list.name()?.to_owned()) };
    Ok((Error::new(code, text).field(field), value))
}

/// A column of units that may be absent, or of flags as 1 and 0.
fn owned(of: Type, units: &[Option<i64>]) -> Owned {
    let mut valid = None;
    if units.iter().any(Option::is_none) {
        let mut known = Packed::default();
        for unit in units {
            known.push(unit.is_some());
        }
        valid = Some(known.bytes);
    }
    if of == Type::Flag {
        let mut flags = Packed::default();
        for unit in units {
            flags.push(*unit == Some(1));
        }
        return Owned::Flags { len: flags.len, values: flags.bytes, valid };
    }
    let mut values = Vec::with_capacity(units.len());
    for unit in units {
        values.push(unit.unwrap_or_default());
    }
    Owned::Ints { values, valid }
}

fn flag(value: f64) -> Result<Option<i64>> {
    if value == 255.0 {
        return Ok(None);
    }
    match rows::constant(Type::Flag, &input(value), None)? {
        Constant::Flag(flag) => Ok(Some(flag.into())),
        _ => Ok(None),
    }
}

/// A number as it goes into a field.
fn input(value: f64) -> Input<'static> {
    match number(value) {
        Given::Int(whole) => Input::Int(whole),
        _ => Input::Number(value),
    }
}

/// A number as the integer units of its field, a flag as 1 or 0. A float stands for the shortest decimal number that reads
/// as it, as in JSON, so that columns and objects give the same digits.
fn units(of: Type, value: f64) -> Result<Option<i64>> {
    match of {
        _ if value.is_nan() => Ok(None),
        Type::Flag => flag(value),
        // An instant comes in milliseconds, of which a microsecond is a thousandth.
        Type::Instant => scaled_float(value, 3).map(Some),
        _ => rows::units(of, &input(value), None).map(Some),
    }
}

/// A number as text, for fields such as ids.
fn word(value: f64) -> Result<Option<String>> {
    if value.is_nan() {
        return Ok(None);
    }
    match rows::constant(Type::Text, &input(value), None)? {
        Constant::Text(word) => Ok(Some(word)),
        _ => Ok(None),
    }
}
