//! Lists of dicts and dicts of lists as kpi-core's rows.

use std::collections::BTreeSet;

use kpi_core::rows::{Input, TableBuilder};
use kpi_core::{Code, Error, time};
use pyo3::prelude::{Bound, PyAny, PyAnyMethods, PyDictMethods, PyResult, PyStringMethods, PyTypeMethods};
use pyo3::types::{PyDict, PyMapping, PyMappingMethods, PyString};

use crate::error::{raise, raised};
use crate::mapping::{Mapping, type_of};
use crate::value::Value;

/// A builder that reads local times where a zone is given, and refuses them where none is.
pub fn builder(mapping: &Mapping, zone: Option<&time::Zone>) -> TableBuilder {
    let builder = TableBuilder::new(mapping.kind);
    zone.map_or_else(|| builder.clone(), |zone| builder.clone().in_zone(zone.clone()))
}

/// A list of dicts. `base` is the index of the first record within its kind.
pub fn list(
    data: &Bound<'_, PyAny>,
    mapping: &Mapping,
    zone: Option<&time::Zone>,
    base: u64,
) -> PyResult<TableBuilder> {
    let py = data.py();
    let mut builder = builder(mapping, zone);
    let mut seen = BTreeSet::new();
    for row in data.try_iter()? {
        let row = row?;
        builder.begin();
        let Ok(row) = row.cast::<PyMapping>() else {
            let text = format!("a record is a dict of its fields; found {}", row.get_type().name()?);
            let error = Error::new(Code::BadRequest, text).record(mapping.kind.as_str());
            return Err(raise(py, &error.index(base.saturating_add(builder.len().saturating_sub(1) as u64))));
        };
        let mut field = |name: &Bound<'_, PyAny>, value: &Bound<'_, PyAny>| {
            let name = name.cast::<PyString>()?.to_cow()?;
            if !seen.contains(&*name) {
                seen.insert(name.to_string());
            }
            raised(py, set(&mut builder, mapping, &name, &Value::new(value)?, base))
        };
        match row.cast::<PyDict>() {
            Ok(dict) => dict.iter().try_for_each(|(name, value)| field(&name, &value))?,
            Err(_) => row.items()?.try_iter()?.try_for_each(|item| {
                let (name, value) = item?.extract::<(Bound<'_, PyAny>, Bound<'_, PyAny>)>()?;
                field(&name, &value)
            })?,
        }
    }
    // Without rows there are no columns that a mapping could miss.
    if !builder.is_empty() {
        raised(py, mapping.check(seen.iter().map(String::as_str)))?;
    }
    Ok(builder)
}

/// A dict of columns, each any iterable.
pub fn columns(
    data: &Bound<'_, PyMapping>,
    mapping: &Mapping,
    zone: Option<&time::Zone>,
    base: u64,
) -> PyResult<TableBuilder> {
    let py = data.py();
    let mut columns: Vec<(String, Vec<Value>)> = Vec::new();
    for item in data.items()?.try_iter()? {
        let (name, values) = item?.extract::<(String, Bound<'_, PyAny>)>()?;
        let values = values.try_iter()?.map(|value| Value::new(&value?)).collect::<PyResult<Vec<Value>>>()?;
        if let Some((first, others)) = columns.first().filter(|(_, others)| others.len() != values.len()) {
            let text = format!("`{name}` has {} values, `{first}` has {}", values.len(), others.len());
            let error = Error::new(Code::LengthMismatch, text).record(mapping.kind.as_str()).field(name);
            return Err(raise(py, &error));
        }
        columns.push((name, values));
    }
    raised(py, mapping.check(columns.iter().map(|(name, _)| name.as_str())))?;
    let mut builder = builder(mapping, zone);
    for row in 0..columns.first().map_or(0, |(_, values)| values.len()) {
        builder.begin();
        for (name, values) in &columns {
            if let Some(value) = values.get(row) {
                raised(py, set(&mut builder, mapping, name, value, base))?;
            }
        }
    }
    Ok(builder)
}

fn set(builder: &mut TableBuilder, mapping: &Mapping, column: &str, value: &Value, base: u64) -> Result<(), Error> {
    let Some(field) = mapping.field(column) else { return Ok(()) };
    let index = base.saturating_add(builder.len().saturating_sub(1) as u64);
    let null = mapping.codes(field).map_or(Ok(false), |codes| codes.has(value));
    let input = null.and_then(|null| if null { Ok(Input::Null) } else { value.input(type_of(mapping.kind, field)) });
    let done = input.and_then(|input| builder.set(field, &input));
    done.map_err(|error| error.record(mapping.kind.as_str()).index(index).field(field))
}
