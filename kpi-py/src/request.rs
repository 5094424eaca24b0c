//! The request as JSON.

use kpi_core::time::Zone;
use kpi_core::{Error, RawRequest, Result};
use serde::Deserialize;

use crate::error::unreadable;

/// The zone of a request, if it names one: only then are local times read.
#[derive(Deserialize)]
struct Named {
    zone: Option<Zone>,
}

/// What is done with a value that cannot be read.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Unreadable {
    /// It is an error.
    Refuse,
    /// Its record is dropped and counted.
    Skip,
    /// It is null, and noted for the check.
    Note,
}

/// How values of records are read.
pub struct Reading {
    /// The zone of local times; they are refused where there is none.
    pub zone: Option<Zone>,
    pub unreadable: Unreadable,
}

/// A request, and how it reads records; `skips` says whether it skips bad ones.
///
/// # Errors
/// What is wrong with it.
pub fn read<R>(json: &str, skips: impl Fn(&R) -> bool) -> Result<(R, Reading)>
where
    R: TryFrom<RawRequest, Error = Error>,
{
    let raw: RawRequest = serde_json::from_str(json).map_err(|error| unreadable(&error))?;
    let request = R::try_from(raw)?;
    let named: Named = serde_json::from_str(json).map_err(|error| unreadable(&error))?;
    let unreadable = if skips(&request) { Unreadable::Skip } else { Unreadable::Refuse };
    let reading = Reading { zone: named.zone, unreadable };
    Ok((request, reading))
}
