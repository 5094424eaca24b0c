//! Lists of dicts and dicts of lists as kpi-core's rows.

use std::collections::BTreeSet;

use kpi_core::rows::{Input, TableBuilder};
use kpi_core::{Code, Error};
use pyo3::prelude::{Bound, PyAny, PyAnyMethods, PyDictMethods, PyResult, PyStringMethods, PyTypeMethods};
use pyo3::types::{PyDict, PyMapping, PyMappingMethods, PyString};

use crate::error::{raise, raised};
use crate::mapping::{Mapping, type_of};
use crate::request::{Reading, Unreadable};
use crate::value::Value;

/// A builder that reads local times where a zone is given, and refuses them where none is.
pub fn builder(mapping: &Mapping, reading: &Reading) -> TableBuilder {
    let builder = TableBuilder::new(mapping.kind);
    let builder = match &reading.zone {
        Some(zone) => builder.in_zone(zone.clone()),
        None => builder,
    };
    if reading.unreadable == Unreadable::Note { builder.note_bad_values() } else { builder }
}

/// Rows on their way into a builder.
struct Rows<'a> {
    builder: TableBuilder,
    mapping: &'a Mapping,
    unreadable: Unreadable,
    /// The index of the row within its kind.
    index: u64,
    /// What is wrong with the row, if it is to be skipped.
    bad: Option<Error>,
}

impl<'a> Rows<'a> {
    fn new(mapping: &'a Mapping, reading: &Reading, base: u64) -> Self {
        let (builder, unreadable) = (builder(mapping, reading), reading.unreadable);
        Rows { builder, mapping, unreadable, index: base, bad: None }
    }

    /// Sets a value of the row that was begun last.
    fn set(&mut self, column: &str, value: &Value) -> Result<(), Error> {
        let (mapping, index) = (self.mapping, self.index);
        let Some(field) = mapping.field(column) else { return Ok(()) };
        let at = |error: Error| error.record(mapping.kind.as_str()).index(index).field(field);
        let null = mapping.codes(field).map_or(Ok(false), |codes| codes.has(value)).map_err(at)?;
        let input = if null { Ok(Input::Null) } else { value.input(type_of(mapping.kind, field)) };
        let done = match input {
            Ok(input) => self.builder.set(field, &input),
            Err(error) if self.unreadable == Unreadable::Note => {
                let row = self.builder.len().saturating_sub(1);
                self.builder.note(row, &error.field(field), value.shown())
            }
            Err(error) => Err(error),
        };
        match done.map_err(at) {
            // What is no field cannot make a record bad: such a value is an error of the table.
            Err(error) if self.unreadable == Unreadable::Skip && mapping.kind.field(field).is_some() => {
                self.bad.get_or_insert(error);
                Ok(())
            }
            done => done,
        }
    }

    fn end(&mut self) {
        if let Some(error) = self.bad.take() {
            self.builder.skip_row(&error);
        }
        self.index = self.index.saturating_add(1);
    }
}

/// A list of dicts. `base` is the index of the first record within its kind.
pub fn list(data: &Bound<'_, PyAny>, mapping: &Mapping, reading: &Reading, base: u64) -> PyResult<TableBuilder> {
    let py = data.py();
    let mut rows = Rows::new(mapping, reading, base);
    rows.builder = rows.builder.of_objects();
    let mut seen = BTreeSet::new();
    for row in data.try_iter()? {
        let row = row?;
        rows.builder.begin();
        let Ok(row) = row.cast::<PyMapping>() else {
            let text = format!("a record is a dict of its fields; found {}", row.get_type().name()?);
            let error = Error::new(Code::BadRequest, text).record(mapping.kind.as_str());
            return Err(raise(py, &error.index(rows.index)));
        };
        let mut field = |name: &Bound<'_, PyAny>, value: &Bound<'_, PyAny>| {
            let name = name.cast::<PyString>()?.to_cow()?;
            if !seen.contains(&*name) {
                seen.insert(name.to_string());
            }
            raised(py, rows.set(&name, &Value::new(value)?))
        };
        match row.cast::<PyDict>() {
            Ok(dict) => dict.iter().try_for_each(|(name, value)| field(&name, &value))?,
            Err(_) => row.items()?.try_iter()?.try_for_each(|item| {
                let (name, value) = item?.extract::<(Bound<'_, PyAny>, Bound<'_, PyAny>)>()?;
                field(&name, &value)
            })?,
        }
        rows.end();
    }
    // Without rows there are no columns that a mapping could miss.
    if rows.index > base {
        raised(py, mapping.check(seen.iter().map(String::as_str)))?;
    }
    Ok(rows.builder)
}

/// A dict of columns, each any iterable.
pub fn columns(data: &Bound<'_, PyMapping>, mapping: &Mapping, reading: &Reading, base: u64) -> PyResult<TableBuilder> {
    let py = data.py();
    let mut columns: Vec<(String, Vec<Value>)> = Vec::new();
    for item in data.items()?.try_iter()? {
        let (name, values) = item?.extract::<(String, Bound<'_, PyAny>)>()?;
        if values.is_instance_of::<PyString>() || !values.hasattr("__iter__")? {
            let text = "the column is a single value; this looks like one record; put it into a list";
            let error = Error::new(Code::WrongType, text).record(mapping.kind.as_str()).field(name);
            return Err(raise(py, &error));
        }
        let values = values.try_iter()?.map(|value| Value::new(&value?)).collect::<PyResult<Vec<Value>>>()?;
        if let Some((first, others)) = columns.first().filter(|(_, others)| others.len() != values.len()) {
            let text = format!("`{name}` has {} values, `{first}` has {}", values.len(), others.len());
            let error = Error::new(Code::LengthMismatch, text).record(mapping.kind.as_str()).field(name);
            return Err(raise(py, &error));
        }
        columns.push((name, values));
    }
    raised(py, mapping.check(columns.iter().map(|(name, _)| name.as_str())))?;
    let mut rows = Rows::new(mapping, reading, base);
    for row in 0..columns.first().map_or(0, |(_, values)| values.len()) {
        rows.builder.begin();
        for (name, values) in &columns {
            if let Some(value) = values.get(row) {
                raised(py, rows.set(name, value))?;
            }
        }
        rows.end();
    }
    Ok(rows.builder)
}
