//! The request as JSON.

use kpi_core::time::Zone;
use kpi_core::{RawRequest, Request, Result};
use serde::Deserialize;

use crate::error::unreadable;

/// The zone of a request, if it names one: only then are local times read.
#[derive(Deserialize)]
struct Named {
    zone: Option<Zone>,
}

/// How values of records are read.
pub struct Reading {
    /// The zone of local times; they are refused where there is none.
    pub zone: Option<Zone>,
    /// Whether a record that cannot be read is skipped and counted.
    pub skip: bool,
}

/// A request, and how it reads records.
///
/// # Errors
/// What is wrong with it.
pub fn read(json: &str) -> Result<(Request, Reading)> {
    let raw: RawRequest = serde_json::from_str(json).map_err(|error| unreadable(&error))?;
    let request = Request::try_from(raw)?;
    let named: Named = serde_json::from_str(json).map_err(|error| unreadable(&error))?;
    let reading = Reading { zone: named.zone, skip: request.skips_bad_records() };
    Ok((request, reading))
}
