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

/// A request, and the zone of local times.
///
/// # Errors
/// What is wrong with it.
pub fn read(json: &str) -> Result<(Request, Option<Zone>)> {
    let raw: RawRequest = serde_json::from_str(json).map_err(|error| unreadable(&error))?;
    let request = Request::try_from(raw)?;
    let named: Named = serde_json::from_str(json).map_err(|error| unreadable(&error))?;
    Ok((request, named.zone))
}
