//! kpi-core for JavaScript: what `kpi-wasm/js` calls. Values cross as numbers and text, and nothing is computed.
#![cfg_attr(target_family = "wasm", no_std)]
#![forbid(unsafe_code)]
#![deny(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::arithmetic_side_effects
)]

extern crate alloc;

#[cfg(target_family = "wasm")]
mod bare;
mod catalog;
mod table;
mod wire;

use alloc::borrow::ToOwned;
use alloc::string::String;
use alloc::vec::Vec;

use kpi_core::{Code, Error, RawRequest, Table};
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

pub use table::TableInput;
use wire::{Reader, read, thrown, write};

/// The version of the module, which is that of every package of the project.
#[wasm_bindgen]
#[must_use]
pub fn version() -> String {
    kpi_core::VERSION.to_owned()
}

/// Every kind of record with its fields and their types.
///
/// # Errors
/// None in practice.
#[wasm_bindgen]
pub fn kinds() -> Result<Vec<u8>, JsValue> {
    write(&catalog::kinds()).map_err(|error| thrown(&error))
}

/// Every KPI and variant without its prose.
///
/// # Errors
/// None in practice.
#[wasm_bindgen]
pub fn catalog() -> Result<Vec<u8>, JsValue> {
    write(&catalog::entries()).map_err(|error| thrown(&error))
}

/// Every preset.
///
/// # Errors
/// None in practice.
#[wasm_bindgen]
pub fn presets() -> Result<Vec<u8>, JsValue> {
    write(kpi_core::presets()).map_err(|error| thrown(&error))
}

/// The figures of a formula.
///
/// # Errors
/// Those of [`kpi_core::Entry::formula`].
#[wasm_bindgen]
pub fn formula(
    kpi: &str,
    variant: &str,
    inputs: &[f64],
    input_text: &str,
    parameters: &[f64],
    parameter_text: &str,
    level: f64,
) -> Result<Vec<u8>, JsValue> {
    let figures = || {
        let inputs = read(&mut Reader::new(inputs, input_text), Code::BadInput)?;
        let parameters = read(&mut Reader::new(parameters, parameter_text), Code::BadParameter)?;
        write(&kpi_core::find(kpi, variant)?.formula(&inputs, &parameters, level)?)
    };
    figures().map_err(|error: Error| thrown(&error))
}

/// What a report is asked for.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Request(kpi_core::Request);

#[wasm_bindgen]
impl Request {
    /// Reads a request.
    ///
    /// # Errors
    /// What is wrong with it.
    #[wasm_bindgen(constructor)]
    pub fn new(numbers: &[f64], text: &str) -> Result<Request, JsValue> {
        read::<RawRequest>(&mut Reader::new(numbers, text), Code::BadRequest)
            .and_then(kpi_core::Request::try_from)
            .map(Request)
            .map_err(|error| thrown(&error))
    }
}

/// A report over whole tables.
///
/// # Errors
/// Those of [`kpi_core::report`].
#[wasm_bindgen]
pub fn report(request: &Request, mut tables: Vec<TableInput>) -> Result<Vec<u8>, JsValue> {
    let tables: Vec<Table<'_>> = tables.iter_mut().map(TableInput::table).collect();
    kpi_core::report(&request.0, &tables).and_then(|report| write(&report)).map_err(|error| thrown(&error))
}

/// What is wrong with whole tables.
///
/// # Errors
/// Those of [`kpi_core::check`].
#[wasm_bindgen]
pub fn check(request: &Request, mut tables: Vec<TableInput>) -> Result<Vec<u8>, JsValue> {
    let tables: Vec<Table<'_>> = tables.iter_mut().map(TableInput::table).collect();
    kpi_core::check(&request.0, &tables).and_then(|problems| write(&problems)).map_err(|error| thrown(&error))
}

/// A report in the making.
#[wasm_bindgen]
#[derive(Clone)]
pub struct Accumulator(kpi_core::Accumulator);

#[wasm_bindgen]
impl Accumulator {
    /// An empty one, which may remember the ids it saw.
    ///
    /// # Errors
    /// Those of [`kpi_core::Accumulator::new`].
    #[wasm_bindgen(constructor)]
    pub fn new(request: &Request, track_ids: bool) -> Result<Accumulator, JsValue> {
        let empty = kpi_core::Accumulator::new(&request.0).map_err(|error| thrown(&error))?;
        Ok(Accumulator(if track_ids { empty.track_ids() } else { empty }))
    }

    /// Another one with the same records.
    #[must_use]
    pub fn copy(&self) -> Accumulator {
        self.clone()
    }

    /// Adds a table.
    ///
    /// # Errors
    /// Those of [`kpi_core::Accumulator::push`].
    pub fn push(&mut self, table: &mut TableInput) -> Result<(), JsValue> {
        self.0.push(&table.table()).map_err(|error| thrown(&error))
    }

    /// Adds another one's records.
    ///
    /// # Errors
    /// Those of [`kpi_core::Accumulator::merge`].
    pub fn merge(&mut self, other: &Accumulator) -> Result<(), JsValue> {
        self.0.merge(&other.0).map_err(|error| thrown(&error))
    }

    /// Takes another one's records away.
    ///
    /// # Errors
    /// Those of [`kpi_core::Accumulator::unmerge`].
    pub fn unmerge(&mut self, other: &Accumulator) -> Result<(), JsValue> {
        self.0.unmerge(&other.0).map_err(|error| thrown(&error))
    }

    /// Adds the records of another one's bytes.
    ///
    /// # Errors
    /// Those of [`kpi_core::Accumulator::merge_bytes`].
    #[wasm_bindgen(js_name = mergeBytes)]
    pub fn merge_bytes(&mut self, bytes: &[u8]) -> Result<(), JsValue> {
        self.0.merge_bytes(bytes).map_err(|error| thrown(&error))
    }

    /// The records so far as bytes.
    #[must_use]
    #[wasm_bindgen(js_name = toBytes)]
    pub fn to_bytes(&self) -> Vec<u8> {
        self.0.to_bytes()
    }

    /// The report so far.
    ///
    /// # Errors
    /// Those of [`kpi_core::Accumulator::report`].
    pub fn report(&self) -> Result<Vec<u8>, JsValue> {
        self.0.report().and_then(|report| write(&report)).map_err(|error| thrown(&error))
    }
}
