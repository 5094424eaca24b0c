//! What crosses to JavaScript as JSON text: values, and errors.

use kpi_core::{Code, Error, Result};
use serde::{Deserialize, Serialize};
use wasm_bindgen::prelude::JsValue;

/// Reads JSON text; what it cannot be read as gets the code.
pub fn read<'a, T: Deserialize<'a>>(json: &'a str, code: Code) -> Result<T> {
    serde_json::from_str(json).map_err(|error| {
        let text = error.to_string();
        // The caller gave values, not text, so that a place in the text says nothing.
        Error::new(code, text.split(" at line ").next().unwrap_or(&text))
    })
}

/// Writes JSON text.
pub fn write(value: &(impl Serialize + ?Sized)) -> Result<String> {
    serde_json::to_string(value).map_err(|error| Error::new(Code::BadRequest, error.to_string()))
}

/// An error's parts as `KpiError` takes them.
#[derive(Serialize)]
struct Parts<'a> {
    code: &'a str,
    text: &'a str,
    record: Option<&'a str>,
    index: Option<u64>,
    field: Option<&'a str>,
}

/// What a function throws: JSON text, from which JavaScript makes the error.
pub fn thrown(error: &Error) -> JsValue {
    let parts = Parts {
        code: error.code().as_str(),
        text: error.text(),
        record: error.record_kind(),
        index: error.record_index(),
        field: error.field_name(),
    };
    JsValue::from_str(&serde_json::to_string(&parts).unwrap_or_default())
}
