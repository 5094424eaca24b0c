//! Errors of kpi-core as the one exception class of Python.

use arrow_schema::ArrowError;
use kpi_core::{Code, Error};
use pyo3::exceptions::PyRuntimeError;
use pyo3::prelude::{PyAnyMethods, PyErr, PyResult, Python};

/// `kpi.KpiError` with the error's code and place.
pub fn raise(py: Python<'_>, error: &Error) -> PyErr {
    let made = || {
        let class = py.import("kpi._error")?.getattr("KpiError")?;
        let code = error.code().as_str();
        class.call1((
            error.to_string(),
            code,
            error.text(),
            error.record_kind(),
            error.record_index(),
            error.field_name(),
        ))
    };
    made().map_or_else(|import| import, PyErr::from_value)
}

/// A result of kpi-core as one of Python.
pub fn raised<T>(py: Python<'_>, result: Result<T, Error>) -> PyResult<T> {
    result.map_err(|error| raise(py, &error))
}

/// An error of serde_json is a request that cannot be read; its caller never saw the lines and columns of the JSON.
pub fn unreadable(error: &serde_json::Error) -> Error {
    let text = error.to_string();
    Error::new(Code::BadRequest, text.split_once(" at line ").map_or(text.as_str(), |(text, _)| text))
}

/// An error of Arrow that none of our own tables can cause.
pub fn broken(error: ArrowError) -> PyErr {
    PyRuntimeError::new_err(error.to_string())
}
