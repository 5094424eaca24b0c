//! A report over whole tables: with duplicate ids looked for, what is derived over all records, and a window where none
//! was given.

use alloc::format;
use alloc::vec::Vec;

use crate::column::{Ints, Table};
use crate::error::{Code, Error, Result};
use crate::parts::rest;
use crate::record::Kind;
use crate::report::accumulator::{Accumulator, Started, anchored, is_of_reports};
use crate::report::derive::{Derived, derive, instants};
use crate::report::place::Anchored;
use crate::report::request::Request;
use crate::report::table::Report;
use crate::report::unique::are_unique;

/// A report over whole tables: everything in one call. Duplicate ids are an error; a survey that is answered again
/// replaces its earlier answer; where buckets have no window, the records' first and last anchors make one.
///
/// # Errors
/// As [`Accumulator::new`], [`Accumulator::push`] and [`Accumulator::report`].
pub fn report(request: &Request, tables: &[Table<'_>]) -> Result<Report> {
    let mut request = request.clone();
    for (place, table) in tables.iter().enumerate() {
        is_of_reports(table.kind)?;
        let earlier = tables.iter().take(place).filter(|other| other.kind == table.kind);
        table.readable(earlier.fold(0, |before, other| before.saturating_add(other.len as u64)))?;
    }
    let given = request.clone();
    // Nothing of the first part counts work spans.
    let spans = match rest() {
        Ok(rest) => (rest.work_spans)(&given, tables)?,
        Err(_) => None,
    };
    let with_spans: Vec<Table<'_>>;
    let tables = match &spans {
        None => tables,
        Some(spans) => {
            with_spans = tables.iter().cloned().chain([spans.table()]).collect();
            &with_spans
        }
    };
    if request.preset.is_some() {
        (rest()?.choose)(&mut request, tables)?;
    }
    if request.bucket.is_some() && request.window.is_none() {
        request.window = extent(&request, tables)?;
        request.window_found = true;
    }
    let mut accumulator = Accumulator::new(&request)?.track_ids();
    accumulator.answers_replace = true;
    accumulator.unique = Kind::ALL.iter().copied().filter(|&kind| are_unique(kind, tables)).collect();
    // Two kinds of survey that are one by the request's words may share an id.
    if request.words.iter().any(|map| map.record == Kind::Survey && map.field == "kind") {
        accumulator.unique.retain(|&kind| kind != Kind::Survey);
    }
    let wanted = if accumulator.derives() { (rest()?.derived_of)(&accumulator, tables)? } else { Vec::new() };
    let meanings = accumulator.meanings();
    let derived = derive(&request, &wanted, &meanings, tables, accumulator.unique.contains(&Kind::Survey))?;
    for (table, derived) in tables.iter().zip(&derived) {
        let (for_some, for_all): (Vec<&Derived<'_>>, Vec<_>) = derived.iter().partition(|own| own.touches.is_some());
        let columns: Vec<_> = for_all.iter().map(|derived| (derived.name, derived.column())).collect();
        let meant = for_some.iter().filter_map(|derived| Some((derived.touches?, derived.name, derived.column())));
        let meant: Vec<_> = meant.collect();
        let unknown: Vec<usize> = derived.iter().flat_map(|derived| &derived.unknown_accounts).copied().collect();
        accumulator.push_with(table, &columns, &meant, &unknown)?;
    }
    accumulator.report()
}

/// The window of whole buckets around all anchors; none where there is no anchor.
fn extent(request: &Request, tables: &[Table<'_>]) -> Result<Option<(i64, i64)>> {
    let Some(bucket) = request.bucket else { return Ok(None) };
    let mut ends: Option<(i64, i64)> = None;
    let limit = request.as_of.unwrap_or(i64::MAX);
    let of_kind = |kind| tables.iter().filter(move |table: &&Table<'_>| table.kind == kind);
    let mut widen = |table: &Table<'_>, fields: &[&str], earliest: bool, less: i64| {
        let columns: Vec<Ints<'_>> = fields.iter().map(|field| instants(table, field)).collect();
        for row in 0..table.len {
            let known = || columns.iter().filter_map(|column| column.at(row)).filter(|&at| at <= limit);
            let own = known().min().zip(if earliest { known().min() } else { known().max() });
            if let Some((low, high)) = own.map(|(low, high)| (low.saturating_sub(less), high.saturating_sub(less))) {
                let (first, last) = ends.unwrap_or((low, high));
                ends = Some((first.min(low), last.max(high)));
            }
        }
    };
    for ask in &request.kpis {
        for read in Started::new(request, ask)?.reads {
            let anchored = anchored(&read, ask.anchor.get(read.kind.as_str()))?;
            let fields: Vec<&str> = match &anchored {
                Anchored::Instant(fields) => fields.clone(),
                Anchored::Ending(fields) | Anchored::Earliest(fields) => fields.to_vec(),
                Anchored::Period(at, from, to) => {
                    // The end is the first instant outside.
                    of_kind(read.kind).for_each(|table| widen(table, &[to], false, 1));
                    [*at, *from].into()
                }
                Anchored::Balance(..) | Anchored::Lasting(..) => {
                    let text = format!("`{}` counts balances; give a window", ask.kpi);
                    return Err(Error::new(Code::WindowRequired, text).field("window"));
                }
            };
            let earliest = matches!(anchored, Anchored::Earliest(_));
            of_kind(read.kind).for_each(|table| widen(table, &fields, earliest, 0));
        }
    }
    let Some((first, last)) = ends else {
        let text = "no record has an instant, so there is nothing to make buckets of; give a window";
        return Err(Error::new(Code::WindowRequired, text).field("window"));
    };
    crate::time::extent(bucket, request.week_start, &request.zone, first, last).map(Some)
}
