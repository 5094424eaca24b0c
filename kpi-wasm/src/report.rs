//! Reports over records, running measures, and the test between groups of durations.

use alloc::vec::Vec;

use kpi_core::{Given, RawRequest, Table};
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

use crate::table::TableInput;
use crate::wire::{Reader, thrown, write};

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

/// Where a value stands against the benchmarks that come with it.
///
/// # Errors
/// Those of [`kpi_core::standing_among`].
#[wasm_bindgen]
pub fn standing(numbers: &[f64], text: &str) -> Result<Vec<u8>, JsValue> {
    let given = Reader::new(numbers, text).value();
    given.and_then(|given| write(&kpi_core::standing_among(&given)?)).map_err(|error| thrown(&error))
}
