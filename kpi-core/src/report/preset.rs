//! Which KPIs of a preset can be computed from the tables that were given.

use alloc::vec::Vec;

use crate::column::Table;
use crate::error::{Code, Error, Result};
use crate::kpi::part::missing_records;
use crate::kpi::{Entry, find};
use crate::record::Kind;
use crate::report::accumulator::Accumulator;
use crate::report::request::{Ask, NotComputed, Request};

/// Adds the KPIs of the request's preset to those that are asked for by name. Those whose records were not given, or
/// whose counts carry no instants where the request has one, are left away; what else is wrong is an error.
pub(crate) fn choose(request: &mut Request, tables: &[Table<'_>]) -> Result<()> {
    let Some(preset) = request.preset else { return Ok(()) };
    let asked: Vec<&Entry> = request.kpis.iter().map(|ask| find(&ask.kpi, &ask.variant)).collect::<Result<_>>()?;
    let (mut left, mut first): (Vec<NotComputed>, Option<Error>) = (Vec::new(), None);
    for &(kpi, variant) in preset.kpis {
        let entry = find(kpi, variant)?;
        if asked.iter().any(|own| core::ptr::eq(*own, entry)) {
            continue;
        }
        let ask = Ask::new(kpi).variant(variant);
        match can_be_computed(request, entry, &ask, tables) {
            Ok(()) => request.kpis.push(ask),
            Err(error) if matches!(error.code(), Code::MissingRecords | Code::AsOfCounts) => {
                left.push(NotComputed { kpi, variant, code: error.code() });
                first = first.or(Some(error));
            }
            Err(error) => return Err(error),
        }
    }
    request.not_computed = Some(left);
    match first {
        Some(error) if request.kpis.is_empty() => Err(error),
        _ => Ok(()),
    }
}

fn can_be_computed(request: &Request, entry: &Entry, ask: &Ask, tables: &[Table<'_>]) -> Result<()> {
    let kinds: Vec<Kind> = entry.reads().map(|read| read.kind).collect();
    if !tables.iter().any(|table| kinds.contains(&table.kind)) {
        return Err(missing_records(entry.spec(), &kinds));
    }
    let mut alone = request.clone();
    alone.preset = None;
    alone.kpis = [ask.clone()].into();
    // Buckets without a window get the one of the records; whether a window is needed, any says.
    if alone.bucket.take().is_some() && alone.window.is_none() {
        alone.window = Some((0, 1));
    }
    Accumulator::new(&alone)?.derived_of(tables).map(|_| ())
}
