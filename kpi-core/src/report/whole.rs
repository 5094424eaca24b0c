//! A report over whole tables: with duplicate ids looked for, what is derived over all records, and a window where none
//! was given.

use alloc::format;
use alloc::vec::Vec;

use crate::column::Table;
use crate::error::{Code, Error, Result};
use crate::parts::rest;
use crate::record::Kind;
use crate::report::accumulator::{Accumulator, Asked, is_of_reports};
use crate::report::derive::{derive, instants};
use crate::report::place::Anchored;
use crate::report::request::Request;
use crate::report::table::Report;
use crate::report::unique::are_unique;
use crate::report::work::work_spans;

/// A report over whole tables: everything in one call. Duplicate ids are an error; a survey that is answered again
/// replaces its earlier answer; where buckets have no window, the records' first and last anchors make one.
///
/// # Errors
/// As [`Accumulator::new`], [`Accumulator::push`] and [`Accumulator::report`].
pub fn report(request: &Request, tables: &[Table<'_>]) -> Result<Report> {
    for (place, table) in tables.iter().enumerate() {
        is_of_reports(table.kind)?;
        let earlier = tables.iter().take(place).filter(|other| other.kind == table.kind);
        table.readable(earlier.fold(0, |before, other| before.saturating_add(other.len as u64)))?;
    }
    match rest() {
        Ok(rest) => (rest.with_work_spans)(request, tables),
        // Nothing of the light part counts work spans.
        Err(_) => with_all(request, tables),
    }
}

/// A report over the tables and the work spans that KPIs ask for.
pub(crate) fn with_work_spans(request: &Request, tables: &[Table<'_>]) -> Result<Report> {
    let Some(spans) = work_spans(request, tables)? else { return with_all(request, tables) };
    let mut tables = tables.to_vec();
    tables.push(spans.table());
    with_all(request, &tables)
}

/// A report over tables, to which nothing is to be added.
fn with_all(request: &Request, tables: &[Table<'_>]) -> Result<Report> {
    let mut request = request.clone();
    if request.preset.is_some() {
        (rest()?.choose)(&mut request, tables)?;
    }
    if request.bucket.is_some() && request.window.is_none() {
        request.window = extent(&request, tables)?;
        request.window_found = true;
    }
    let mut accumulator = Accumulator::new(&request)?.track_ids();
    accumulator.answers_replace = true;
    // Two kinds of survey that are one by the request's words may share an id.
    let mapped = request.words.iter().any(|map| map.record == Kind::Survey && map.field == "kind");
    for &kind in Kind::ALL {
        if !(mapped && kind == Kind::Survey) && are_unique(kind, tables) {
            accumulator.unique.push(kind);
        }
    }
    let mut wanted = Vec::new();
    if accumulator.derives() {
        // All that can be wanted without the rest is whom an answer names.
        let rest = rest().map_err(|error| error.record("survey").field("agent"))?;
        wanted = (rest.derived_of)(&accumulator, tables)?;
    }
    let meanings = accumulator.meanings();
    let derived = derive(&request, &wanted, &meanings, tables, accumulator.unique.contains(&Kind::Survey))?;
    for (table, derived) in tables.iter().zip(&derived) {
        let (mut for_all, mut for_some, mut unknown_accounts) = (Vec::new(), Vec::new(), Vec::new());
        for own in derived {
            match own.touches {
                None => for_all.push((own.name, own.column())),
                Some(touches) => for_some.push((touches, own.name, own.column())),
            }
            unknown_accounts.extend_from_slice(&own.unknown_accounts);
        }
        accumulator.push_with(table, &for_all, &for_some, &unknown_accounts)?;
    }
    accumulator.report()
}

/// The window of whole buckets around all anchors; none where there is no anchor.
fn extent(request: &Request, tables: &[Table<'_>]) -> Result<Option<(i64, i64)>> {
    let Some(bucket) = request.bucket else { return Ok(None) };
    let mut ends: Option<(i64, i64)> = None;
    let limit = request.as_of.unwrap_or(i64::MAX);
    let mut widen = |table: &Table<'_>, fields: &[&str], earliest: bool, less: i64| {
        let mut columns = Vec::new();
        for field in fields {
            columns.push(instants(table, field));
        }
        for row in 0..table.len {
            let mut own: Option<(i64, i64)> = None;
            for column in &columns {
                if let Some(at) = column.at(row)
                    && at <= limit
                {
                    let (low, high) = own.unwrap_or((at, at));
                    own = Some((low.min(at), high.max(at)));
                }
            }
            if let Some((low, high)) = own {
                let (low, high) = (low.saturating_sub(less), if earliest { low } else { high }.saturating_sub(less));
                let (first, last) = ends.unwrap_or((low, high));
                ends = Some((first.min(low), last.max(high)));
            }
        }
    };
    for ask in &request.kpis {
        for read in Asked::new(request, ask)?.reads {
            let anchored = Anchored::from(read.anchor);
            let (fields, end): (&[&str], Option<&str>) = match &anchored {
                Anchored::Instant(fields) => (fields, None),
                Anchored::Ending(fields) | Anchored::Earliest(fields) => (fields, None),
                Anchored::Period(at, from, to) => (&[*at, *from], Some(to)),
                Anchored::Balance(..) | Anchored::Lasting(..) => {
                    let text = format!("`{}` counts balances; give a window", ask.kpi);
                    return Err(Error::new(Code::WindowRequired, text).field("window"));
                }
            };
            let earliest = matches!(anchored, Anchored::Earliest(_));
            for table in tables.iter().filter(|table| table.kind == read.kind) {
                widen(table, fields, earliest, 0);
                if let Some(end) = end {
                    // The end is the first instant outside.
                    widen(table, &[end], false, 1);
                }
            }
        }
    }
    let Some((first, last)) = ends else {
        let text = "no record has an instant, so there is nothing to make buckets of; give a window";
        return Err(Error::new(Code::WindowRequired, text).field("window"));
    };
    crate::time::extent(bucket, request.week_start, &request.zone, first, last).map(Some)
}
