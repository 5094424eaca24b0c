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
mod derive;
mod table;
mod wire;

use alloc::borrow::ToOwned;
use alloc::string::String;
use alloc::vec::Vec;

use kpi_core::time::{Schedule, Zone, format_instant, parse_instant};
use kpi_core::{Code, Error, Given, RawRequest, Table};
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

pub use derive::Derivation;
pub use table::TableInput;
use wire::{Reader, thrown, write};

/// The version of the module, which is that of every package of the project.
#[wasm_bindgen]
#[must_use]
pub fn version() -> String {
    kpi_core::VERSION.to_owned()
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
        let (mut inputs, mut parameters) = (Reader::new(inputs, input_text), Reader::new(parameters, parameter_text));
        let (inputs, parameters) = (inputs.object()?, parameters.object()?);
        write(&kpi_core::find(kpi, variant)?.formula(&inputs, &parameters, level)?)
    };
    figures().map_err(|error: Error| thrown(&error))
}

/// The log-rank test between groups.
///
/// # Errors
/// Those of [`kpi_core::log_rank`].
#[wasm_bindgen(js_name = logRank)]
pub fn log_rank(numbers: &[f64], text: &str) -> Result<Vec<u8>, JsValue> {
    let groups = Reader::new(numbers, text).value();
    let groups = groups.map(|groups| if let Given::List(groups) = groups { groups } else { Vec::from([groups]) });
    groups.and_then(|groups| write(&kpi_core::log_rank(&groups)?)).map_err(|error| thrown(&error))
}

/// A business calendar.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Calendar(kpi_core::time::Calendar);

#[wasm_bindgen]
impl Calendar {
    /// Reads a calendar.
    ///
    /// # Errors
    /// Those of [`kpi_core::time::Calendar::read`].
    #[wasm_bindgen(constructor)]
    pub fn new(numbers: &[f64], text: &str) -> Result<Calendar, JsValue> {
        let given = Reader::new(numbers, text).value();
        let calendar = given.and_then(|given| kpi_core::time::Calendar::read(&given, &Zone::utc()));
        calendar.map(Calendar).map_err(|error| thrown(&error))
    }

    fn schedule(&self, word: Option<&str>) -> Result<&Schedule, Error> {
        let text = "the calendar has no schedule for this word; name one of its words, or give `otherwise`";
        self.0.schedule(word).ok_or_else(|| Error::new(Code::BadCalendar, text).field("schedule"))
    }

    /// Open µs from one instant to another.
    ///
    /// # Errors
    /// What is wrong with an instant, or with the word of the schedule.
    pub fn elapsed(&self, from: &str, to: &str, word: Option<String>) -> Result<f64, JsValue> {
        let open = || {
            let schedule = self.schedule(word.as_deref())?;
            Ok(schedule.elapsed(parse_instant(from, schedule.zone())?, parse_instant(to, schedule.zone())?) as f64)
        };
        open().map_err(|error: Error| thrown(&error))
    }

    /// The instant at which so many open µs have passed.
    ///
    /// # Errors
    /// As [`Calendar::elapsed`]; `no_hours` where it is never reached.
    pub fn deadline(&self, from: &str, micros: f64, word: Option<String>) -> Result<String, JsValue> {
        let reached = || {
            let schedule = self.schedule(word.as_deref())?;
            schedule.deadline(parse_instant(from, schedule.zone())?, micros as i64).map(format_instant)
        };
        reached().map_err(|error: Error| thrown(&error))
    }

    /// Whether an instant lies in the hours.
    ///
    /// # Errors
    /// As [`Calendar::elapsed`].
    #[wasm_bindgen(js_name = isOpen)]
    pub fn is_open(&self, at: &str, word: Option<String>) -> Result<bool, JsValue> {
        let open = || {
            let schedule = self.schedule(word.as_deref())?;
            Ok(schedule.is_open(parse_instant(at, schedule.zone())?))
        };
        open().map_err(|error: Error| thrown(&error))
    }
}

/// What a report is asked for, with whole tables where they are there.
#[wasm_bindgen]
pub struct Request {
    request: kpi_core::Request,
    tables: Vec<TableInput>,
}

#[wasm_bindgen]
impl Request {
    /// Reads a request.
    ///
    /// # Errors
    /// What is wrong with it.
    #[wasm_bindgen(constructor)]
    pub fn new(numbers: &[f64], text: &str) -> Result<Request, JsValue> {
        let given = Reader::new(numbers, text).value();
        given
            .and_then(|given| kpi_core::Request::try_from(RawRequest(given)))
            .map(|request| Request { request, tables: Vec::new() })
            .map_err(|error| thrown(&error))
    }

    /// Takes a table over.
    pub fn add(&mut self, table: TableInput) {
        self.tables.push(table);
    }

    /// A report over the tables.
    ///
    /// # Errors
    /// Those of [`kpi_core::report`].
    pub fn report(&mut self) -> Result<Vec<u8>, JsValue> {
        let tables: Vec<Table<'_>> = self.tables.iter_mut().map(TableInput::table).collect();
        kpi_core::report(&self.request, &tables).and_then(|report| write(&report)).map_err(|error| thrown(&error))
    }

    /// What is wrong with the tables.
    ///
    /// # Errors
    /// Those of [`kpi_core::check`].
    pub fn check(&mut self) -> Result<Vec<u8>, JsValue> {
        let tables: Vec<Table<'_>> = self.tables.iter_mut().map(TableInput::table).collect();
        kpi_core::check(&self.request, &tables).and_then(|problems| write(&problems)).map_err(|error| thrown(&error))
    }
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
        let empty = kpi_core::Accumulator::new(&request.request).map_err(|error| thrown(&error))?;
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
