//! The catalogue and the presets as JSON.

use kpi_core::{CATALOG, Result};

use crate::error::unreadable;

/// A list of every KPI in every variant.
///
/// # Errors
/// None that the catalogue can cause.
pub fn json() -> Result<String> {
    serde_json::to_string(CATALOG).map_err(|error| unreadable(&error))
}

/// A list of every preset.
///
/// # Errors
/// None that a preset can cause.
pub fn presets() -> Result<String> {
    serde_json::to_string(kpi_core::presets()).map_err(|error| unreadable(&error))
}
