//! Tables of kpi-core on their way out: as Arrow columns, and as lists of Python's values.

use std::sync::Arc;

use arrow_array::builder::{LargeListBuilder, LargeStringBuilder};
use arrow_array::{
    ArrayRef, BooleanArray, Decimal128Array, DurationMicrosecondArray, Int64Array, LargeStringArray, RecordBatch,
    TimestampMicrosecondArray,
};
use arrow_buffer::{BooleanBuffer, NullBuffer};
use arrow_schema::{ArrowError, Field, Schema};
use kpi_core::exact::PLACES;
use kpi_core::{Bits, Column, Constant, Table, Type};
use pyo3::IntoPyObjectExt;
use pyo3::prelude::{Bound, PyAny, PyResult, Python};

/// The places of a score, which is in thousandths.
const SCORE_PLACES: i8 = 3;
const PRECISION: u8 = 38;

/// A column with its name and the type of its values; one of the caller's own is of texts.
pub struct Named<'a, 't> {
    pub name: &'a str,
    pub of: Type,
    column: &'a Column<'t>,
    len: usize,
}

/// The columns of a table: fields in their order, then those of the caller's own.
pub fn columns<'a, 't>(table: &'a Table<'t>) -> Vec<Named<'a, 't>> {
    let fields = table.kind().fields();
    let mut columns: Vec<(usize, Named<'a, 't>)> = Vec::new();
    for (name, column) in table.columns() {
        let place = fields.iter().position(|field| field.name == name);
        let of = place.and_then(|place| fields.get(place)).map_or(Type::Text, |field| field.of);
        columns.push((place.unwrap_or(fields.len()), Named { name, of, column, len: table.len() }));
    }
    columns.sort_by_key(|(place, _)| *place);
    columns.into_iter().map(|(_, column)| column).collect()
}

/// A table as one record batch.
///
/// # Errors
/// None that a table of kpi-core can cause.
pub fn batch(table: &Table<'_>) -> Result<RecordBatch, ArrowError> {
    let (mut fields, mut arrays) = (Vec::new(), Vec::new());
    for column in columns(table) {
        let array = column.array()?;
        fields.push(Field::new(column.name, array.data_type().clone(), true));
        arrays.push(array);
    }
    RecordBatch::try_new(Arc::new(Schema::new(fields)), arrays)
}

impl Named<'_, '_> {
    fn array(&self) -> Result<ArrayRef, ArrowError> {
        Ok(match self.column {
            Column::Ints { values, valid } => {
                let nulls = valid.map(|bits| NullBuffer::new(self.bits(bits)));
                let values = values.to_vec().into();
                match self.of {
                    Type::Instant => Arc::new(TimestampMicrosecondArray::new(values, nulls).with_timezone("UTC")),
                    Type::Duration => Arc::new(DurationMicrosecondArray::new(values, nulls)),
                    Type::Score => decimals(&values, nulls, SCORE_PLACES)?,
                    Type::Amount => decimals(&values, nulls, PLACES as i8)?,
                    _ => Arc::new(Int64Array::new(values, nulls)),
                }
            }
            Column::Flags { values, valid, .. } => {
                let nulls = valid.map(|bits| NullBuffer::new(self.bits(bits)));
                Arc::new(BooleanArray::new(self.bits(*values), nulls))
            }
            Column::Lists { .. } => {
                let mut lists = LargeListBuilder::new(LargeStringBuilder::new());
                for list in self.lists() {
                    list.iter().for_each(|word| lists.values().append_value(word));
                    lists.append(true);
                }
                Arc::new(lists.finish())
            }
            _ => Arc::new(self.texts().collect::<LargeStringArray>()),
        })
    }

    /// The values as Python has them; instants and durations are in µs, scores and amounts in their units.
    pub fn values<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        let known = |valid: &Option<Bits<'_>>, row| valid.is_none_or(|bits| bits.get(row));
        match self.column {
            Column::Ints { values, valid } => {
                let values = values.iter().enumerate();
                let all: Vec<_> = values.map(|(row, &value)| known(valid, row).then_some(value)).collect();
                all.into_bound_py_any(py)
            }
            Column::Flags { values, valid, .. } => {
                let all: Vec<_> = (0..self.len).map(|row| known(valid, row).then_some(values.get(row))).collect();
                all.into_bound_py_any(py)
            }
            Column::Lists { .. } => self.lists().collect::<Vec<_>>().into_bound_py_any(py),
            _ => self.texts().collect::<Vec<_>>().into_bound_py_any(py),
        }
    }

    fn bits(&self, bits: Bits<'_>) -> BooleanBuffer {
        BooleanBuffer::collect_bool(self.len, |row| bits.get(row))
    }

    fn texts(&self) -> impl Iterator<Item = Option<&str>> {
        (0..self.len).map(|row| match self.column {
            Column::Words(words) => words.get(row).copied().flatten(),
            Column::Codes { codes, words } => words.get(usize::try_from(*codes.get(row)?).ok()?).copied(),
            Column::Constant(Constant::Text(text)) => Some(text.as_str()),
            _ => None,
        })
    }

    fn lists(&self) -> impl Iterator<Item = &[&str]> {
        let (ends, words) = match self.column {
            Column::Lists { ends, words } => (&**ends, &**words),
            _ => Default::default(),
        };
        let starts = std::iter::once(&0).chain(ends);
        starts.zip(ends).map(|(&start, &end)| words.get(start..end).unwrap_or_default())
    }
}

fn decimals(units: &[i64], nulls: Option<NullBuffer>, places: i8) -> Result<ArrayRef, ArrowError> {
    let values = units.iter().map(|&units| i128::from(units)).collect::<Vec<_>>();
    Ok(Arc::new(Decimal128Array::new(values.into(), nulls).with_precision_and_scale(PRECISION, places)?))
}
