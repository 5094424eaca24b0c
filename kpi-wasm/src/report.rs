//! Reports over records, running measures, and what is asked beside them.

use alloc::boxed::Box;
use alloc::vec::Vec;

use kpi_core::{Given, RawRequest, Result, Table};
use wasm_bindgen::prelude::wasm_bindgen;

use crate::parts::{Answer, rest};
use crate::table::{TableInput, tables};
use crate::wire::{Reader, Thrown, write};

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
    pub fn new(numbers: &[f64], text: &str) -> core::result::Result<Request, Thrown> {
        let given = Reader::new(numbers, text).value();
        given
            .and_then(|given| kpi_core::Request::try_from(RawRequest(given)))
            .map(|request| Request { request, tables: Vec::new() })
            .map_err(Thrown)
    }

    /// Takes a table over.
    pub fn add(&mut self, table: TableInput) {
        self.tables.push(table);
    }

    /// A report over the tables.
    ///
    /// # Errors
    /// Those of [`kpi_core::report`].
    pub fn report(&mut self) -> core::result::Result<Vec<u8>, Thrown> {
        let tables = tables(&mut self.tables);
        kpi_core::report(&self.request, &tables).and_then(|report| write(&report)).map_err(Thrown)
    }
}

/// A report in the making.
#[wasm_bindgen]
pub struct Accumulator(kpi_core::Accumulator);

#[wasm_bindgen]
impl Accumulator {
    /// An empty one, which may remember the ids it saw.
    ///
    /// # Errors
    /// Those of [`kpi_core::Accumulator::new`].
    #[wasm_bindgen(constructor)]
    pub fn new(request: &Request, track_ids: bool) -> core::result::Result<Accumulator, Thrown> {
        let empty = kpi_core::Accumulator::new(&request.request).map_err(Thrown)?;
        Ok(Accumulator(if track_ids { empty.track_ids() } else { empty }))
    }

    /// Another one with the same records.
    ///
    /// # Errors
    /// `not_loaded` while the rest is not there.
    pub fn copy(&self) -> core::result::Result<Accumulator, Thrown> {
        rest().map(|rest| Accumulator((rest.copy)(&self.0))).map_err(Thrown)
    }

    /// Adds a table.
    ///
    /// # Errors
    /// Those of [`kpi_core::Accumulator::push`].
    pub fn push(&mut self, table: &mut TableInput) -> core::result::Result<(), Thrown> {
        self.0.push(&table.table()).map_err(Thrown)
    }

    /// Adds another one's records.
    ///
    /// # Errors
    /// Those of [`kpi_core::Accumulator::merge`].
    pub fn merge(&mut self, other: &Accumulator) -> core::result::Result<(), Thrown> {
        rest().and_then(|rest| (rest.merge)(&mut self.0, &other.0)).map_err(Thrown)
    }

    /// Takes another one's records away.
    ///
    /// # Errors
    /// Those of [`kpi_core::Accumulator::unmerge`].
    pub fn unmerge(&mut self, other: &Accumulator) -> core::result::Result<(), Thrown> {
        rest().and_then(|rest| (rest.unmerge)(&mut self.0, &other.0)).map_err(Thrown)
    }

    /// Adds the records of another one's bytes.
    ///
    /// # Errors
    /// Those of [`kpi_core::Accumulator::merge_bytes`].
    #[wasm_bindgen(js_name = mergeBytes)]
    pub fn merge_bytes(&mut self, bytes: &[u8]) -> core::result::Result<(), Thrown> {
        rest().and_then(|rest| (rest.merge_bytes)(&mut self.0, bytes)).map_err(Thrown)
    }

    /// The records so far as bytes.
    ///
    /// # Errors
    /// `not_loaded` while the rest is not there.
    #[wasm_bindgen(js_name = toBytes)]
    pub fn to_bytes(&self) -> core::result::Result<Vec<u8>, Thrown> {
        rest().map(|rest| (rest.to_bytes)(&self.0)).map_err(Thrown)
    }

    /// The report so far.
    ///
    /// # Errors
    /// Those of [`kpi_core::Accumulator::report`].
    pub fn report(&self) -> core::result::Result<Vec<u8>, Thrown> {
        self.0.report().and_then(|report| write(&report)).map_err(Thrown)
    }
}

/// What is wrong with tables.
pub(crate) fn check(given: Given) -> Result<Box<dyn Answer>> {
    Ok(Box::new(Check(kpi_core::Request::try_from(RawRequest(given))?)))
}

struct Check(kpi_core::Request);

impl Answer for Check {
    fn call(&mut self, _: &Given, tables: &[Table<'_>]) -> Result<Vec<u8>> {
        write(&kpi_core::check(&self.0, tables)?)
    }
}

/// The log-rank test between groups.
pub(crate) fn log_rank(groups: Given) -> Box<dyn Answer> {
    Box::new(LogRank(if let Given::List(groups) = groups { groups } else { Vec::from([groups]) }))
}

struct LogRank(Vec<Given>);

impl Answer for LogRank {
    fn call(&mut self, _: &Given, _: &[Table<'_>]) -> Result<Vec<u8>> {
        write(&kpi_core::log_rank(&self.0)?)
    }
}

/// Where a value stands against the benchmarks that come with it.
pub(crate) fn standing(given: Given) -> Box<dyn Answer> {
    Box::new(Standing(given))
}

struct Standing(Given);

impl Answer for Standing {
    fn call(&mut self, _: &Given, _: &[Table<'_>]) -> Result<Vec<u8>> {
        write(&kpi_core::standing_among(&self.0)?)
    }
}
