//! What callers give as records: data frames, lists of dicts, dicts of columns.

use arrow_array::RecordBatch;
use arrow_array::RecordBatchReader;
use arrow_array::ffi_stream::RecordBatchStreamReader;
use kpi_core::{Code, Error, Kind, Result};
use pyo3::exceptions::PyImportError;
use pyo3::prelude::{Bound, PyAny, PyAnyMethods, PyErr, PyResult, PyTypeMethods, Python};
use pyo3::types::{PyDict, PyMapping, PyString};

use crate::capsule;
use crate::columns::Batch;
use crate::error::{raise, raised};
use crate::events::DerivedTable;
use crate::mapping::Mapping;
use crate::request::Reading;
use crate::rows;

/// One table as Python gives it: kind, data, columns, constants, codes of null.
pub type Given<'py> =
    (String, Bound<'py, PyAny>, Option<Bound<'py, PyDict>>, Option<Bound<'py, PyDict>>, Option<Bound<'py, PyDict>>);

/// One table, ready to be read.
pub struct Source {
    mapping: Mapping,
    data: Data,
}

enum Data {
    Rows(Box<Batch>),
    Stream(RecordBatchStreamReader),
}

impl Source {
    /// Opens a table. `base` is the index of the first record within its kind.
    pub fn new(given: &Given<'_>, reading: &Reading, base: impl Fn(Kind) -> u64) -> PyResult<Self> {
        let (name, data, columns, constants, null) = given;
        let py = data.py();
        let kind = Kind::named(name).ok_or_else(|| {
            let kinds: Vec<&str> = Kind::ALL.iter().map(|kind| kind.plural()).collect();
            let text = format!("there are no records `{name}`; choose {}", kinds.join(", "));
            raise(py, &Error::new(Code::UnknownRecord, text))
        })?;
        let mapping = Mapping::new(kind, columns.as_ref(), constants.as_ref(), null.as_ref(), reading.zone.as_ref())?;
        let is_plain = columns.is_none() && constants.is_none() && null.is_none();
        let derived = data.cast::<DerivedTable>().ok().map(Bound::get);
        let data = if let Some(table) = derived.filter(|table| is_plain && table.kind() == kind) {
            Data::Rows(Box::new(Batch::of_derived(table.clone())))
        } else if data.hasattr("__arrow_c_stream__")? {
            Data::Stream(stream(data, kind)?)
        } else if let Ok(columns) = data.cast::<PyMapping>() {
            Data::Rows(Box::new(Batch::of_rows(rows::columns(columns, &mapping, reading, base(kind))?, &mapping)))
        } else if data.hasattr("__iter__")? && !data.is_instance_of::<PyString>() {
            Data::Rows(Box::new(Batch::of_rows(rows::list(data, &mapping, reading, base(kind))?, &mapping)))
        } else {
            return Err(refuse(data, kind)?);
        };
        Ok(Source { mapping, data })
    }

    /// What kind of record it has.
    pub fn kind(&self) -> Kind {
        self.mapping.kind
    }

    /// Reads it batch by batch, at least one, so that the kind is known to have been given.
    ///
    /// # Errors
    /// What a batch cannot be read as, and what `each` returns.
    pub fn read(self, reading: &Reading, base: u64, mut each: impl FnMut(Batch) -> Result<()>) -> Result<()> {
        let stream = match self.data {
            Data::Rows(batch) => return each(*batch),
            Data::Stream(stream) => stream,
        };
        let (schema, mut read, mut none) = (stream.schema(), base, true);
        for batch in stream {
            let batch = batch.map_err(|error| unreadable(self.mapping.kind, &error.to_string()))?;
            each(Batch::of_arrow(&batch, &self.mapping, reading, read)?)?;
            read = read.saturating_add(batch.num_rows() as u64);
            none = false;
        }
        if none {
            each(Batch::of_arrow(&RecordBatch::new_empty(schema), &self.mapping, reading, read)?)?;
        }
        Ok(())
    }
}

fn unreadable(kind: Kind, why: &str) -> Error {
    Error::new(Code::BadRequest, format!("the data could not be read: {why}")).record(kind.as_str())
}

fn stream(data: &Bound<'_, PyAny>, kind: Kind) -> PyResult<RecordBatchStreamReader> {
    let py = data.py();
    match capsule::read(data) {
        Ok(Ok(stream)) => Ok(stream),
        Ok(Err(_)) => {
            let text = "the data are no table of columns; give a data frame, not a single column";
            Err(raise(py, &Error::new(Code::WrongType, text).record(kind.as_str())))
        }
        // pandas has the method, but needs pyarrow for it.
        Err(error) if error.is_instance_of::<PyImportError>(py) => {
            let text = "these data are read through pyarrow, which is not there; pip install pyarrow";
            Err(raise(py, &Error::new(Code::WrongType, text).record(kind.as_str())))
        }
        Err(error) => Err(error),
    }
}

fn refuse(data: &Bound<'_, PyAny>, kind: Kind) -> PyResult<PyErr> {
    let name = data.get_type().name()?.to_string();
    let text = match name.as_str() {
        "LazyFrame" => "a LazyFrame has no records yet; give `.collect()` of it".into(),
        _ => format!(
            "found {name}, expected a data frame of pandas, Polars, pyarrow or DuckDB (anything with \
             `__arrow_c_stream__`), a list of dicts, or a dict of columns"
        ),
    };
    Ok(raise(data.py(), &Error::new(Code::WrongType, text).record(kind.as_str())))
}

/// Reads tables one after the other: some producers can have one open stream at a time.
pub fn batches(py: Python<'_>, tables: &[Given<'_>], reading: &Reading) -> PyResult<Vec<Batch>> {
    let mut batches: Vec<Batch> = Vec::new();
    for given in tables {
        let before = |batches: &[Batch], kind| {
            batches
                .iter()
                .filter(|batch| batch.kind() == kind)
                .fold(0u64, |all, batch| all.saturating_add(batch.len() as u64))
        };
        let source = Source::new(given, reading, |kind| before(&batches, kind))?;
        let base = before(&batches, source.kind());
        let read = py.detach(|| {
            let mut read = Vec::new();
            source.read(reading, base, |batch| {
                read.push(batch);
                Ok(())
            })?;
            Ok(read)
        });
        batches.extend(raised(py, read)?);
    }
    Ok(batches)
}
