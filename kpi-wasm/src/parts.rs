//! The two parts of the module: a page has the light one at once, and the rest where it asks for it.

use alloc::boxed::Box;
use alloc::vec::Vec;

use kpi_core::{Accumulator, Given, Result, Table};
#[cfg(target_family = "wasm")]
use kpi_core::{Code, Error};
use wasm_bindgen::prelude::wasm_bindgen;

use crate::calendar::calendar;
use crate::derive::derivation;
use crate::report::{check, log_rank, standing};
use crate::table::{TableInput, tables};
use crate::wire::{Reader, Thrown};

/// What the light part calls in the rest.
pub(crate) struct Rest {
    make: fn(&str, Given) -> Result<Box<dyn Answer>>,
    pub copy: fn(&Accumulator) -> Accumulator,
    pub merge: fn(&mut Accumulator, &Accumulator) -> Result<()>,
    pub unmerge: fn(&mut Accumulator, &Accumulator) -> Result<()>,
    pub merge_bytes: fn(&mut Accumulator, &[u8]) -> Result<()>,
    pub to_bytes: fn(&Accumulator) -> Vec<u8>,
}

static REST: Rest = Rest {
    make: |what, given| match what {
        "calendar" => calendar(&given),
        "check" => check(given),
        "derivation" => derivation(given),
        "log_rank" => Ok(log_rank(given)),
        _ => Ok(standing(given)),
    },
    copy: Accumulator::clone,
    merge: Accumulator::merge,
    unmerge: Accumulator::unmerge,
    merge_bytes: Accumulator::merge_bytes,
    to_bytes: Accumulator::to_bytes,
};

/// What the rest answers to, in one form for all of it: every export of its own would be in the light part.
pub(crate) trait Answer {
    fn call(&mut self, given: &Given, tables: &[Table<'_>]) -> Result<Vec<u8>>;
    /// The numbers of a table that it made.
    fn units(&self, _table: usize) -> Vec<i64> {
        Vec::new()
    }
    /// The codes of a table that it made.
    fn codes(&self, _table: usize) -> Vec<u32> {
        Vec::new()
    }
}

/// A calendar, a log of events, a check or a test.
#[wasm_bindgen]
pub struct Later {
    answer: Box<dyn Answer>,
    tables: Vec<TableInput>,
}

#[wasm_bindgen]
impl Later {
    /// Reads what it is made of.
    ///
    /// # Errors
    /// What is wrong with it; `not_loaded` while the rest is not there.
    #[wasm_bindgen(constructor)]
    pub fn new(what: &str, numbers: &[f64], text: &str) -> core::result::Result<Later, Thrown> {
        let make = || (rest()?.make)(what, Reader::new(numbers, text).value()?);
        make().map(|answer| Later { answer, tables: Vec::new() }).map_err(Thrown)
    }

    /// Takes a table over.
    pub fn add(&mut self, table: TableInput) {
        self.tables.push(table);
    }

    /// What follows from it, with what is asked.
    ///
    /// # Errors
    /// What is wrong with it, with the tables, or with what is asked.
    pub fn call(&mut self, numbers: &[f64], text: &str) -> core::result::Result<Vec<u8>, Thrown> {
        let tables = tables(&mut self.tables);
        let answer = Reader::new(numbers, text).value().and_then(|given| self.answer.call(&given, &tables));
        answer.map_err(Thrown)
    }

    /// The numbers of a table that follows from it, column by column, in the integer units of their fields.
    #[must_use]
    pub fn units(&self, table: usize) -> Vec<i64> {
        self.answer.units(table)
    }

    /// The codes of a table that follows from it, column by column: of numbers whether they are known, of flags 0 and 1, of
    /// texts their places among their words, of lists where they end among theirs.
    #[must_use]
    pub fn codes(&self, table: usize) -> Vec<u32> {
        self.answer.codes(table)
    }
}

/// Says that the rest is there; before that, nothing may call this.
#[wasm_bindgen(js_name = restIsThere)]
pub fn rest_is_there() {
    #[cfg(target_family = "wasm")]
    seam::__wasm_split_00rest00_import_00000000000000000000000000000000();
}

#[cfg(not(target_family = "wasm"))]
pub(crate) fn rest() -> Result<&'static Rest> {
    Ok(&REST)
}

#[cfg(target_family = "wasm")]
static LOADED: once_cell::race::OnceRef<'static, Rest> = once_cell::race::OnceRef::new();

#[cfg(target_family = "wasm")]
pub(crate) fn rest() -> Result<&'static Rest> {
    let text = "this is not in the light module; `await load()` brings the rest";
    LOADED.get().ok_or_else(|| Error::new(Code::NotLoaded, text))
}

/// The seam along which `cargo xtask wasm` cuts the module: what only the exported function reaches goes into the rest, and
/// calls of the imported one become calls of it. The names are those that its tool looks for.
#[cfg(target_family = "wasm")]
#[expect(unsafe_code, reason = "the two ends of a call that the linker must leave alone; neither does anything unsafe")]
mod seam {
    #[link(wasm_import_module = "__wasm_split_placeholder__")]
    unsafe extern "C" {
        pub(super) safe fn __wasm_split_00rest00_import_00000000000000000000000000000000();
    }

    #[unsafe(no_mangle)]
    extern "C" fn __wasm_split_00rest00_export_00000000000000000000000000000000() {
        kpi_core::load(&kpi_core::REST);
        // The second time it is there already.
        let _ = super::LOADED.set(&super::REST);
    }
}
