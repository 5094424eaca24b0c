//! kpi-core for JavaScript: what `kpi-wasm/js` calls. Values cross as numbers and text, and nothing is computed.
#![cfg_attr(target_family = "wasm", no_std)]
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
#[cfg(feature = "records")]
mod calendar;
#[cfg(feature = "records")]
mod derive;
#[cfg(feature = "records")]
mod parts;
#[cfg(feature = "records")]
mod report;
#[cfg(feature = "records")]
mod table;
mod wire;

use alloc::borrow::ToOwned;
use alloc::string::String;
use alloc::vec::Vec;

use wasm_bindgen::prelude::wasm_bindgen;

#[cfg(feature = "records")]
pub use parts::{Later, rest_is_there};
#[cfg(feature = "records")]
pub use report::{Accumulator, Request};
#[cfg(feature = "records")]
pub use table::TableInput;
use wire::{Reader, Thrown, write};

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
) -> Result<Vec<u8>, Thrown> {
    let figures = || {
        let (mut inputs, mut parameters) = (Reader::new(inputs, input_text), Reader::new(parameters, parameter_text));
        let (inputs, parameters) = (inputs.object()?, parameters.object()?);
        write(&kpi_core::find(kpi, variant)?.formula(&inputs, &parameters, level)?)
    };
    figures().map_err(Thrown)
}
