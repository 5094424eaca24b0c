//! Arrow columns as kpi-core's: as they are where the layouts agree, else converted once per batch.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use arrow_array::cast::AsArray;
use arrow_array::types::{
    ArrowPrimitiveType, DurationMicrosecondType, Int64Type, IntervalDayTimeType, IntervalMonthDayNanoType,
    TimestampMicrosecondType,
};
use arrow_array::{Array, ArrayRef, NullArray, PrimitiveArray, RecordBatch, StringArray, downcast_dictionary_array};
use arrow_buffer::{ArrowNativeType, BooleanBuffer, NullBuffer, ScalarBuffer};
use arrow_schema::{DataType, IntervalUnit, TimeUnit};
use kpi_core::rows::{Input, TableBuilder};
use kpi_core::{Bits, Code, Column, Constant, Error, Kind, Result, Table, Type, time};

use crate::events::DerivedTable;
use crate::mapping::{Codes, Mapping};
use crate::request::{Reading, Unreadable};
use crate::rows;

const SECOND: i64 = 1_000_000;
const DAY: i64 = 86_400 * SECOND;

/// One batch of records, held as long as it is read.
pub struct Batch {
    kind: Kind,
    len: usize,
    /// Records that kpi-core has made, and takes as they are.
    derived: Option<DerivedTable>,
    /// Columns that are read value by value.
    slow: Option<TableBuilder>,
    fast: Vec<(String, Held)>,
    /// Columns that cannot be read.
    refused: Vec<Error>,
}

/// A column that kpi-core borrows.
enum Held {
    Ints(ScalarBuffer<i64>, Option<NullBuffer>),
    Flags(BooleanBuffer, Option<NullBuffer>),
    Texts(ArrayRef, Option<NullBuffer>),
    Codes(Vec<u32>, ArrayRef),
    Lists { ends: Vec<usize>, places: Vec<usize>, words: ArrayRef },
    Constant(Constant),
}

impl Batch {
    fn new(kind: Kind, len: usize) -> Self {
        Batch { kind, len, derived: None, slow: None, fast: Vec::new(), refused: Vec::new() }
    }

    /// Records that kpi-core has made.
    pub fn of_derived(table: DerivedTable) -> Self {
        Batch { derived: Some(table.clone()), ..Batch::new(table.kind(), table.len()) }
    }

    /// Rows, with the mapping's constants.
    pub fn of_rows(builder: TableBuilder, mapping: &Mapping) -> Self {
        let mut batch = Batch::new(mapping.kind, builder.len());
        batch.slow = Some(builder);
        batch.constants(mapping);
        batch
    }

    /// A record batch. `base` is the index of its first record within its kind.
    ///
    /// # Errors
    /// With record, field and index: what a value cannot be read as. A column that cannot be read is kpi-core's to refuse.
    pub fn of_arrow(batch: &RecordBatch, mapping: &Mapping, reading: &Reading, base: u64) -> Result<Self> {
        let schema = batch.schema();
        // pandas adds its index so.
        let own = |name: &str| !(name.starts_with("__index_level_") && name.ends_with("__"));
        let names = || schema.fields().iter().map(|field| field.name().as_str()).filter(|name| own(name));
        mapping.check(names())?;
        let mut held = Batch::new(mapping.kind, batch.num_rows());
        let mut slow = Vec::new();
        // pandas reads an empty column as floats: where all is null, the type says nothing.
        let nothing: ArrayRef = Arc::new(NullArray::new(held.len));
        let mut faults = Faults { unreadable: reading.unreadable, dropped: BTreeMap::new(), noted: Vec::new() };
        for (field, array) in schema.fields().iter().zip(batch.columns()).filter(|(field, _)| own(field.name())) {
            let Some(name) = mapping.field(field.name()) else { continue };
            let empty = !array.is_empty() && array.null_count() == array.len();
            let array = if empty { &nothing } else { array };
            let nulls = match mapping.codes(name) {
                Some(codes) => {
                    let known = known(array, codes);
                    let known = known.map_err(|error| error.record(held.kind.as_str()).field(name))?;
                    NullBuffer::union(array.nulls(), Some(&known))
                }
                None => array.nulls().cloned(),
            };
            let source = Source { array, nulls, zone: reading.zone.as_ref(), name };
            let Some(field) = held.kind.field(name) else {
                held.fast.push((name.into(), source.segment()));
                continue;
            };
            let before = faults.noted.len();
            match source.field(field.of, &mut faults) {
                Ok(Some(column)) => {
                    let noted = faults.noted.iter().skip(before).map(|(row, _)| *row);
                    held.fast.push((name.into(), column.without(noted)));
                }
                Ok(None) => slow.push((name, field.of, source)),
                Err((None, error)) => held.refused.push(error.field(name)),
                Err((Some(row), error)) => {
                    return Err(error.record(held.kind.as_str()).field(name).index(base.saturating_add(row as u64)));
                }
            }
        }
        if !slow.is_empty() || !faults.dropped.is_empty() || !faults.noted.is_empty() {
            let mut builder = rows::builder(mapping, reading);
            for row in 0..held.len {
                builder.begin();
                let mut set =
                    || slow.iter().try_for_each(|(name, of, source)| source.set(&mut builder, name, row, *of));
                if !faults.dropped.contains_key(&row)
                    && let Err(error) = set()
                {
                    let field = error.field_name().unwrap_or_default().to_owned();
                    let error = error.index(base.saturating_add(row as u64));
                    faults.add(row, &field, error).map_err(|(_, error)| error)?;
                }
                if let Some(error) = faults.dropped.get(&row) {
                    builder.skip_row(error);
                }
            }
            for (row, error) in &faults.noted {
                builder.note(*row, error, None)?;
            }
            if !faults.dropped.is_empty() {
                let kept: Vec<bool> = (0..held.len).map(|row| !faults.dropped.contains_key(&row)).collect();
                held.len = builder.len();
                held.fast = held.fast.into_iter().map(|(name, column)| (name, column.kept(&kept))).collect();
            }
            held.slow = Some(builder);
        }
        held.constants(mapping);
        Ok(held)
    }

    fn constants(&mut self, mapping: &Mapping) {
        for (name, constant) in &mapping.constants {
            self.fast.push((name.clone(), Held::Constant(constant.clone())));
        }
    }

    /// What kind of record it has.
    pub fn kind(&self) -> Kind {
        self.kind
    }

    /// How many records there are.
    pub fn len(&self) -> usize {
        self.len
    }

    /// The first column that cannot be read, as kpi-core would refuse it.
    pub fn refused(&self) -> Option<Error> {
        self.refused.first().map(|error| error.clone().record(self.kind.as_str()))
    }

    /// The table that borrows from it.
    pub fn table(&mut self) -> Table<'_> {
        if let Some(derived) = &self.derived {
            return derived.table();
        }
        let mut table = self.slow.as_mut().map_or_else(|| Table::new(self.kind, self.len), TableBuilder::table);
        for (name, held) in &self.fast {
            table.set(name.as_str(), held.column());
        }
        self.refused.iter().for_each(|error| table.refuse(error));
        table
    }
}

impl Held {
    fn column(&self) -> Column<'_> {
        match self {
            Held::Ints(values, nulls) => Column::Ints { values, valid: bits(nulls.as_ref()) },
            Held::Flags(values, nulls) => Column::Flags {
                len: values.len(),
                values: Bits::new(values.values(), values.offset()),
                valid: bits(nulls.as_ref()),
            },
            Held::Texts(array, nulls) => {
                let known = |row: usize| nulls.as_ref().is_none_or(|nulls| nulls.is_valid(row));
                Column::Words(words(array).enumerate().map(|(row, word)| word.filter(|_| known(row))).collect())
            }
            Held::Codes(codes, array) => Column::Codes {
                codes: Cow::Borrowed(codes),
                words: words(array).map(Option::unwrap_or_default).collect(),
            },
            Held::Lists { ends, places, words: array } => {
                let all: Vec<Option<&str>> = words(array).collect();
                let word = |&place: &usize| all.get(place).copied().flatten().unwrap_or_default();
                Column::Lists { ends: Cow::Borrowed(ends), words: places.iter().map(word).collect() }
            }
            Held::Constant(constant) => Column::Constant(constant.clone()),
        }
    }

    /// The same with null in some rows.
    fn without(self, rows: impl Iterator<Item = usize>) -> Self {
        match self {
            Held::Ints(values, nulls) => {
                let mut rows = rows.peekable();
                if rows.peek().is_none() {
                    return Held::Ints(values, nulls);
                }
                let gone: BTreeSet<usize> = rows.collect();
                let known: NullBuffer = (0..values.len()).map(|row| !gone.contains(&row)).collect::<Vec<_>>().into();
                let nulls = NullBuffer::union(nulls.as_ref(), Some(&known));
                Held::Ints(values, nulls)
            }
            other => other,
        }
    }

    /// The same without the rows that are not kept.
    fn kept(self, kept: &[bool]) -> Self {
        let known = |nulls: Option<NullBuffer>| nulls.map(|nulls| pick(nulls.iter(), kept).collect());
        match self {
            Held::Ints(values, nulls) => Held::Ints(pick(values.iter().copied(), kept).collect(), known(nulls)),
            Held::Flags(values, nulls) => Held::Flags(pick(values.iter(), kept).collect(), known(nulls)),
            Held::Texts(array, nulls) => {
                let texts: StringArray = pick(words(&array), kept).collect();
                Held::Texts(Arc::new(texts), known(nulls))
            }
            Held::Codes(codes, words) => Held::Codes(pick(codes.into_iter(), kept).collect(), words),
            Held::Lists { ends, places, words } => {
                let starts = std::iter::once(0).chain(ends.iter().copied());
                let (mut own_ends, mut own_places) = (Vec::new(), Vec::new());
                for (start, &end) in pick(starts.zip(&ends), kept) {
                    own_places.extend_from_slice(places.get(start..end).unwrap_or_default());
                    own_ends.push(own_places.len());
                }
                Held::Lists { ends: own_ends, places: own_places, words }
            }
            Held::Constant(constant) => Held::Constant(constant),
        }
    }
}

/// The items of the rows that are kept.
fn pick<T>(items: impl Iterator<Item = T>, kept: &[bool]) -> impl Iterator<Item = T> {
    items.zip(kept).filter(|(_, kept)| **kept).map(|(item, _)| item)
}

fn bits(nulls: Option<&NullBuffer>) -> Option<Bits<'_>> {
    nulls.map(|nulls| Bits::new(nulls.validity(), nulls.offset()))
}

/// Whether a column is of plain texts.
fn is_text(of: &DataType) -> bool {
    matches!(of, DataType::Utf8 | DataType::LargeUtf8 | DataType::Utf8View)
}

/// Whether a column has no values: pandas has such categories.
fn is_nothing(of: &DataType) -> bool {
    match of {
        DataType::Dictionary(_, of) => is_nothing(of),
        of => *of == DataType::Null,
    }
}

/// The texts of a column of plain texts; of any other column none.
fn words(array: &ArrayRef) -> Box<dyn Iterator<Item = Option<&str>> + '_> {
    match array.data_type() {
        DataType::Utf8 => Box::new(array.as_string::<i32>().iter()),
        DataType::LargeUtf8 => Box::new(array.as_string::<i64>().iter()),
        DataType::Utf8View => Box::new(array.as_string_view().iter()),
        _ => Box::new(std::iter::repeat_n(None, array.len())),
    }
}

/// The rows whose value is none of the codes that mean null.
fn known(array: &ArrayRef, codes: &Codes) -> Result<NullBuffer> {
    let one = |row: usize| match raw(array, row) {
        None if array.is_null(row) || *array.data_type() == DataType::Null => Ok(true),
        Some(Raw::Text(text)) => Ok(!codes.has_text(text)),
        Some(Raw::Int(int)) => Ok(!codes.has_number(int as f64)),
        Some(Raw::Number(number)) => Ok(!codes.has_number(number)),
        Some(Raw::Decimal(text)) => Ok(!text.parse().is_ok_and(|number| codes.has_number(number))),
        None if matches!(array.data_type(), DataType::Dictionary(..)) => Ok(true),
        None | Some(Raw::Flag(_)) => Err(Codes::misplaced()),
    };
    (0..array.len()).map(one).collect::<Result<Vec<bool>>>().map(NullBuffer::from)
}

/// A value as Arrow has it.
enum Raw<'a> {
    Text(&'a str),
    Int(i64),
    Number(f64),
    /// A number as decimal text.
    Decimal(String),
    Flag(bool),
}

/// A value of any column that is read value by value; nothing at a null, or where the type is another one.
fn raw(array: &dyn Array, row: usize) -> Option<Raw<'_>> {
    if row >= array.len() || array.is_null(row) {
        return None;
    }
    macro_rules! value {
        ($Of:ident) => {
            array.as_primitive::<arrow_array::types::$Of>().value(row)
        };
    }
    Some(match array.data_type() {
        DataType::Utf8 => Raw::Text(array.as_string::<i32>().value(row)),
        DataType::LargeUtf8 => Raw::Text(array.as_string::<i64>().value(row)),
        DataType::Utf8View => Raw::Text(array.as_string_view().value(row)),
        DataType::Boolean => Raw::Flag(array.as_boolean().value(row)),
        DataType::Int8 => Raw::Int(value!(Int8Type).into()),
        DataType::Int16 => Raw::Int(value!(Int16Type).into()),
        DataType::Int32 => Raw::Int(value!(Int32Type).into()),
        DataType::Int64 => Raw::Int(value!(Int64Type)),
        DataType::UInt8 => Raw::Int(value!(UInt8Type).into()),
        DataType::UInt16 => Raw::Int(value!(UInt16Type).into()),
        DataType::UInt32 => Raw::Int(value!(UInt32Type).into()),
        DataType::UInt64 => {
            let int = value!(UInt64Type);
            i64::try_from(int).map_or_else(|_| Raw::Decimal(int.to_string()), Raw::Int)
        }
        DataType::Float32 => {
            // The text of a float32 is the number that was meant; as float64 it gets more digits.
            let number = value!(Float32Type);
            if number.is_finite() { Raw::Decimal(number.to_string()) } else { Raw::Number(number.into()) }
        }
        DataType::Float64 => Raw::Number(value!(Float64Type)),
        DataType::Decimal32(..) => {
            Raw::Decimal(array.as_primitive::<arrow_array::types::Decimal32Type>().value_as_string(row))
        }
        DataType::Decimal64(..) => {
            Raw::Decimal(array.as_primitive::<arrow_array::types::Decimal64Type>().value_as_string(row))
        }
        DataType::Decimal128(..) => {
            Raw::Decimal(array.as_primitive::<arrow_array::types::Decimal128Type>().value_as_string(row))
        }
        DataType::Decimal256(..) => {
            Raw::Decimal(array.as_primitive::<arrow_array::types::Decimal256Type>().value_as_string(row))
        }
        DataType::Dictionary(..) => {
            let dictionary = array.as_any_dictionary_opt()?;
            let key = match raw(dictionary.keys(), row)? {
                Raw::Int(key) => usize::try_from(key).ok()?,
                _ => return None,
            };
            return raw(&**dictionary.values(), key);
        }
        _ => return None,
    })
}

/// A column of the data, with the nulls of its own and of its codes.
struct Source<'a> {
    array: &'a ArrayRef,
    nulls: Option<NullBuffer>,
    zone: Option<&'a time::Zone>,
    name: &'a str,
}

/// What is wrong with a column, and at which row of the batch if it is one.
type Fault = (Option<usize>, Error);

/// What cannot be read of the batch.
struct Faults {
    unreadable: Unreadable,
    /// Rows that are to be skipped.
    dropped: BTreeMap<usize, Error>,
    /// Values that are to be null, by column and row.
    noted: Vec<(usize, Error)>,
}

impl Faults {
    /// Notes what is wrong with a row; an error where it is to be refused.
    fn add(&mut self, row: usize, field: &str, error: Error) -> Result<(), Fault> {
        match self.unreadable {
            Unreadable::Refuse => return Err((Some(row), error)),
            Unreadable::Skip => {
                self.dropped.entry(row).or_insert_with(|| error.field(field));
            }
            Unreadable::Note => self.noted.push((row, error.field(field))),
        }
        Ok(())
    }
}

impl Source<'_> {
    fn is_null(&self, row: usize) -> bool {
        self.nulls.as_ref().is_some_and(|nulls| nulls.is_null(row))
    }

    /// A column that is no field. What is no text is refused by kpi-core as any other number there.
    fn segment(&self) -> Held {
        match self.array.data_type() {
            of if is_text(of) => Held::Texts(self.array.clone(), self.nulls.clone()),
            DataType::Dictionary(_, of) if is_text(of) => self.codes(),
            of if is_nothing(of) => Held::Constant(Constant::Text(String::new())),
            _ => Held::Constant(Constant::Int(0)),
        }
    }

    /// A field's column; nothing where it must be read value by value.
    fn field(&self, of: Type, faults: &mut Faults) -> Result<Option<Held>, Fault> {
        let array = self.array;
        let wrong = || {
            let text = format!("the column has the Arrow type {}, expected {}", array.data_type(), of.as_str());
            Err((None, Error::new(Code::WrongType, text)))
        };
        Ok(match (of, array.data_type()) {
            (_, nothing) if is_nothing(nothing) => None,
            (Type::Text, text) if is_text(text) => Some(Held::Texts(array.clone(), self.nulls.clone())),
            (Type::Text, DataType::Dictionary(_, text)) if is_text(text) => Some(self.codes()),
            (Type::Text, int) if int.is_integer() => Some(self.int_texts()),
            (Type::Text, DataType::Float64) => None,
            (Type::Tags, DataType::List(_)) => self.lists::<i32>().map_or_else(wrong, |held| Ok(Some(held)))?,
            (Type::Tags, DataType::LargeList(_)) => self.lists::<i64>().map_or_else(wrong, |held| Ok(Some(held)))?,
            (Type::Flag, DataType::Boolean) => {
                Some(Held::Flags(array.as_boolean().values().clone(), self.nulls.clone()))
            }
            (Type::Instant, DataType::Timestamp(unit, zone)) => {
                let (times, per) = scale(*unit);
                self.ints(times, per, zone.is_none(), faults)?
            }
            (Type::Instant, DataType::Date32) => self.ints(DAY, 1, true, faults)?,
            (Type::Instant, DataType::Date64) => self.ints(1000, 1, true, faults)?,
            (Type::Duration, DataType::Duration(unit)) => {
                let (times, per) = scale(*unit);
                self.ints(times, per, false, faults)?
            }
            (Type::Duration, DataType::Interval(IntervalUnit::MonthDayNano)) => {
                Some(self.days_and_nanoseconds(faults)?)
            }
            (Type::Duration, DataType::Interval(IntervalUnit::DayTime)) => Some(self.days_and_milliseconds(faults)?),
            (Type::Count, int) if int.is_integer() => self.ints(1, 1, false, faults)?,
            (Type::Duration, int) if int.is_integer() => self.ints(SECOND, 1, false, faults)?,
            (Type::Score, int) if int.is_integer() => self.ints(1000, 1, false, faults)?,
            (Type::Amount, int) if int.is_integer() => self.ints(1_000_000_000, 1, false, faults)?,
            (Type::Count, DataType::Float64) => self.floats(1.0),
            (Type::Duration, DataType::Float64) => self.floats(1e6),
            (Type::Score, DataType::Float64) => self.floats(1e3),
            (Type::Instant | Type::Tags, text) if is_text(text) => None,
            (Type::Instant, DataType::Dictionary(_, text)) if is_text(text) => None,
            (Type::Instant | Type::Tags | Type::Text, _) => return wrong(),
            (_, DataType::Dictionary(..) | DataType::Boolean) => None,
            (_, other) if is_text(other) || other.is_numeric() && *other != DataType::Float16 => None,
            _ => return wrong(),
        })
    }

    /// Sets a value that is read as its field's type says. Whole floats are whole numbers: pandas has such columns for
    /// integers with gaps. Amounts stay floats, which are refused.
    fn set(&self, builder: &mut TableBuilder, name: &str, row: usize, of: Type) -> Result<()> {
        let value = if self.is_null(row) { None } else { raw(self.array, row) };
        let float = |number: f64| {
            let whole = of != Type::Amount && number.fract() == 0.0 && number.abs() < 1e15;
            if whole { Input::Int(number as i64) } else { Input::Number(number) }
        };
        match value {
            None => builder.set(name, &Input::Null),
            Some(Raw::Text(text)) => builder.set(name, &Input::Text(text)),
            Some(Raw::Int(int)) => builder.set(name, &Input::Int(int)),
            Some(Raw::Flag(flag)) => builder.set(name, &Input::Flag(flag)),
            Some(Raw::Number(number)) => builder.set(name, &float(number)),
            Some(Raw::Decimal(text)) if of == Type::Amount && self.array.data_type().is_floating() => {
                builder.set(name, &Input::Number(text.parse().unwrap_or(f64::NAN)))
            }
            Some(Raw::Decimal(text)) => builder.set(name, &Input::Text(&text)),
        }
    }

    /// Integers times a factor or by a divisor that must go up, as they are where both are 1.
    fn ints(&self, times: i64, per: i64, local: bool, faults: &mut Faults) -> Result<Option<Held>, Fault> {
        macro_rules! all {
            ($($Arrow:pat => $Of:ident,)*) => {
                match self.array.data_type() {
                    DataType::Int64 if times == 1 && per == 1 && !local => {
                        self.array.as_primitive::<Int64Type>().values().clone()
                    }
                    DataType::Timestamp(TimeUnit::Microsecond, Some(_)) => {
                        self.array.as_primitive::<TimestampMicrosecondType>().values().clone()
                    }
                    DataType::Duration(TimeUnit::Microsecond) => {
                        self.array.as_primitive::<DurationMicrosecondType>().values().clone()
                    }
                    $($Arrow => {
                        let array = self.array.as_primitive::<arrow_array::types::$Of>();
                        self.scaled(array, times, per, local, faults)?
                    })*
                    _ => return Ok(None),
                }
            };
        }
        let values = all! {
            DataType::Int8 => Int8Type,
            DataType::Int16 => Int16Type,
            DataType::Int32 => Int32Type,
            DataType::Int64 => Int64Type,
            DataType::UInt8 => UInt8Type,
            DataType::UInt16 => UInt16Type,
            DataType::UInt32 => UInt32Type,
            DataType::UInt64 => UInt64Type,
            DataType::Date32 => Date32Type,
            DataType::Date64 => Date64Type,
            DataType::Timestamp(TimeUnit::Second, _) => TimestampSecondType,
            DataType::Timestamp(TimeUnit::Millisecond, _) => TimestampMillisecondType,
            DataType::Timestamp(TimeUnit::Microsecond, _) => TimestampMicrosecondType,
            DataType::Timestamp(TimeUnit::Nanosecond, _) => TimestampNanosecondType,
            DataType::Duration(TimeUnit::Second) => DurationSecondType,
            DataType::Duration(TimeUnit::Millisecond) => DurationMillisecondType,
            DataType::Duration(TimeUnit::Nanosecond) => DurationNanosecondType,
        };
        Ok(Some(Held::Ints(values, self.nulls.clone())))
    }

    fn scaled<T: ArrowPrimitiveType>(
        &self,
        array: &PrimitiveArray<T>,
        times: i64,
        per: i64,
        local: bool,
        faults: &mut Faults,
    ) -> Result<ScalarBuffer<i64>, Fault>
    where
        i128: TryFrom<T::Native>,
    {
        let one = |value: &T::Native| {
            let value = i128::try_from(*value).unwrap_or_default().saturating_mul(times.into());
            if value.checked_rem(per.into()) != Some(0) {
                return Err(Error::new(Code::TooFine, "the value is finer than a microsecond; round it"));
            }
            let large = || Error::new(Code::Overflow, "the value is too large to be counted exactly");
            let value = value.checked_div(per.into()).and_then(|value| i64::try_from(value).ok()).ok_or_else(large)?;
            match (local, self.zone) {
                (false, _) => Ok(value),
                (true, Some(zone)) => Ok(zone.from_local(value)),
                (true, None) => {
                    let text = "the column has local times or dates; make them aware of their zone, or give `zone`, \
                                in which they are then read";
                    Err(Error::new(Code::BadInstant, text))
                }
            }
        };
        let mut values = Vec::with_capacity(array.len());
        for (row, value) in array.values().iter().enumerate() {
            let value = if self.is_null(row) { Ok(0) } else { one(value) };
            values.push(value.or_else(|error| faults.add(row, self.name, error).map(|()| 0))?);
        }
        Ok(values.into())
    }

    /// Floats in units, where every one is exactly the float of a whole number of units; else nothing.
    fn floats(&self, units: f64) -> Option<Held> {
        let array = self.array.as_primitive::<arrow_array::types::Float64Type>();
        let one = |(row, &value): (usize, &f64)| {
            if self.is_null(row) {
                return Some(0);
            }
            // Below 10^15 the float of a decimal with so many places has that decimal as its shortest text.
            let whole = (value * units).round();
            (whole.abs() < 1e15 && whole / units == value).then_some(whole as i64)
        };
        let values = array.values().iter().enumerate().map(one).collect::<Option<Vec<i64>>>()?;
        Some(Held::Ints(values.into(), self.nulls.clone()))
    }

    fn days_and_nanoseconds(&self, faults: &mut Faults) -> Result<Held, Fault> {
        let array = self.array.as_primitive::<IntervalMonthDayNanoType>();
        let values = array.values().iter().map(|value| (value.months, value.days.into(), value.nanoseconds.into()));
        self.intervals(values, faults)
    }

    fn days_and_milliseconds(&self, faults: &mut Faults) -> Result<Held, Fault> {
        let array = self.array.as_primitive::<IntervalDayTimeType>();
        let nanoseconds = |milliseconds: i32| i128::from(milliseconds).saturating_mul(SECOND.into());
        let values = array.values().iter().map(|value| (0, value.days.into(), nanoseconds(value.milliseconds)));
        self.intervals(values, faults)
    }

    /// Months, days and nanoseconds; a day has 24 hours, a month no length.
    fn intervals(&self, values: impl Iterator<Item = (i32, i128, i128)>, faults: &mut Faults) -> Result<Held, Fault> {
        let one = |(months, days, nanoseconds): (i32, i128, i128)| {
            if months != 0 {
                let text = "the interval has months, which are not equally long; give days or seconds";
                return Err(Error::new(Code::WrongType, text));
            }
            if nanoseconds.checked_rem(1000) != Some(0) {
                return Err(Error::new(Code::TooFine, "the value is finer than a microsecond; round it"));
            }
            let days = days.saturating_mul(DAY.into());
            let all = nanoseconds.checked_div(1000).and_then(|rest| i64::try_from(rest.saturating_add(days)).ok());
            all.ok_or_else(|| Error::new(Code::Overflow, "the value is too large to be counted exactly"))
        };
        let mut micros = Vec::with_capacity(self.array.len());
        for (row, value) in values.enumerate() {
            let value = if self.is_null(row) { Ok(0) } else { one(value) };
            micros.push(value.or_else(|error| faults.add(row, self.name, error).map(|()| 0))?);
        }
        Ok(Held::Ints(micros.into(), self.nulls.clone()))
    }

    /// Numbers as ids.
    fn int_texts(&self) -> Held {
        let one = |row: usize| match raw(self.array, row) {
            Some(Raw::Int(int)) => Some(int.to_string()),
            Some(Raw::Decimal(text)) => Some(text),
            _ => None,
        };
        let texts: StringArray = (0..self.array.len()).map(one).collect();
        Held::Texts(Arc::new(texts), self.nulls.clone())
    }

    /// A dictionary of texts.
    fn codes(&self) -> Held {
        let array: &dyn Array = self.array;
        let codes = downcast_dictionary_array!(
            array => array.keys().values().iter().map(|key| u32::try_from(key.as_usize()).unwrap_or(u32::MAX)).collect(),
            _ => vec![u32::MAX; array.len()]
        );
        let mut codes: Vec<u32> = codes;
        if let Some(nulls) = &self.nulls {
            codes.iter_mut().zip(nulls).filter(|(_, known)| !known).for_each(|(code, _)| *code = u32::MAX);
        }
        let values = self.array.as_any_dictionary_opt().map(|dictionary| dictionary.values().clone());
        values.map_or(Held::Constant(Constant::Text(String::new())), |values| Held::Codes(codes, values))
    }

    /// Lists of texts; nothing where they are lists of something else.
    fn lists<O: arrow_array::OffsetSizeTrait>(&self) -> Option<Held> {
        let list = self.array.as_list_opt::<O>()?;
        let values = list.values();
        let (words, codes) = match values.data_type() {
            of if is_text(of) => (values.clone(), None),
            DataType::Dictionary(_, of) if is_text(of) => {
                let source = Source { array: values, nulls: values.nulls().cloned(), zone: None, name: self.name };
                match source.codes() {
                    Held::Codes(codes, words) => (words, Some(codes)),
                    _ => return None,
                }
            }
            DataType::Null => {
                return Some(Held::Lists { ends: vec![0; list.len()], places: Vec::new(), words: values.clone() });
            }
            _ => return None,
        };
        let (mut ends, mut places) = (Vec::with_capacity(list.len()), Vec::new());
        for (row, offsets) in list.value_offsets().windows(2).enumerate() {
            if let [from, to] = offsets
                && !self.is_null(row)
            {
                let places_of = (from.as_usize()..to.as_usize()).filter(|&place| values.is_valid(place));
                match &codes {
                    None => places.extend(places_of),
                    Some(codes) => places.extend(places_of.filter_map(|place| Some(*codes.get(place)? as usize))),
                }
            }
            ends.push(places.len());
        }
        Some(Held::Lists { ends, places, words })
    }
}

/// A time unit in microseconds: a factor and a divisor.
fn scale(unit: TimeUnit) -> (i64, i64) {
    match unit {
        TimeUnit::Second => (SECOND, 1),
        TimeUnit::Millisecond => (1000, 1),
        TimeUnit::Microsecond => (1, 1),
        TimeUnit::Nanosecond => (1, 1000),
    }
}
