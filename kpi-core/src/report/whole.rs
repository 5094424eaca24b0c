//! A report over whole tables: duplicate ids, answers that replace earlier ones, and a window where none was given.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use core::slice;

use crate::column::{Column, Constant, Flags, Ints, Table};
use crate::error::{Code, Error, Result};
use crate::kpi::find;
use crate::record::Kind;
use crate::report::accumulator::{Accumulator, anchored};
use crate::report::batch;
use crate::report::place::Anchored;
use crate::report::request::Request;
use crate::report::table::Report;
use crate::words::Dictionary;

/// A report over whole tables: everything in one call. Duplicate ids are an error; a survey that is answered again
/// replaces its earlier answer; where buckets have no window, the records' first and last anchors make one.
///
/// # Errors
/// As [`Accumulator::new`], [`Accumulator::push`] and [`Accumulator::report`].
pub fn report(request: &Request, tables: &[Table<'_>]) -> Result<Report> {
    let mut request = request.clone();
    if request.bucket.is_some() && request.window.is_none() {
        request.window = extent(&request, tables)?;
        request.window_found = true;
    }
    let mut accumulator = Accumulator::new(&request)?.track_ids();
    accumulator.answers_replace = true;
    let replaced = replaced(&request, tables)?;
    for (table, replaced) in tables.iter().zip(&replaced) {
        accumulator.push_replaced(table, replaced.as_deref())?;
    }
    accumulator.report()
}

/// For each table, which surveys are answered again later, by their id and kind: before any filter, but among answers
/// that are known as of the report's instant, and good where bad ones are skipped.
fn replaced(request: &Request, tables: &[Table<'_>]) -> Result<Vec<Option<Vec<bool>>>> {
    let mut marks: Vec<Option<Vec<bool>>> = tables.iter().map(|_| None).collect();
    let mut ids = Dictionary::empty();
    // By id: the table, the row and the instant of the latest answer.
    let mut latest: Vec<(usize, usize, Option<i64>)> = Vec::new();
    for (place, table) in tables.iter().enumerate().filter(|(_, table)| table.kind == Kind::Survey) {
        let Some(id) = batch::ids(table) else { continue };
        let submitted = instants(table, "submitted_at");
        let limit = request.as_of.unwrap_or(i64::MAX);
        let bad = if request.skips_bad_records() { batch::flawed(table)? } else { Vec::new() };
        let own = match table.column("replaced") {
            Some(Column::Flags { len, values, valid }) => Flags { values: *values, valid: *valid, len: *len, step: 1 },
            _ => Flags::default(),
        };
        let mut key = String::new();
        for row in 0..table.len {
            let Some(id) = id.get(row) else { continue };
            let at = submitted.at(row);
            if at.is_some_and(|at| at > limit) || bad.get(row) == Some(&true) {
                continue;
            }
            if own.at(row) == Some(true) {
                mark(&mut marks, tables, (place, row));
                continue;
            }
            let (code, new) = ids.intern_new(id.key(&mut key))?;
            if new {
                latest.push((place, row, at));
                continue;
            }
            let Some(known) = latest.get_mut((code as usize).wrapping_sub(1)) else { continue };
            let gone = if at >= known.2 { core::mem::replace(known, (place, row, at)) } else { (place, row, at) };
            mark(&mut marks, tables, (gone.0, gone.1));
        }
    }
    Ok(marks)
}

fn mark(marks: &mut [Option<Vec<bool>>], tables: &[Table<'_>], (place, row): (usize, usize)) {
    let len = tables.get(place).map_or(0, Table::len);
    let of_table = marks.get_mut(place).map(|mark| mark.get_or_insert_with(|| alloc::vec![false; len]));
    if let Some(mark) = of_table.and_then(|marks| marks.get_mut(row)) {
        *mark = true;
    }
}

/// A column of instants, or one instant for all; empty where there is none.
fn instants<'a>(table: &'a Table<'a>, name: &str) -> Ints<'a> {
    match table.column(name) {
        Some(Column::Ints { values, valid }) => Ints { values, valid: *valid, ..Ints::default() },
        Some(Column::Constant(Constant::Int(at))) => Ints { values: slice::from_ref(at), step: 0, ..Ints::default() },
        _ => Ints::default(),
    }
}

/// The window of whole buckets around all anchors; none where there is no anchor.
fn extent(request: &Request, tables: &[Table<'_>]) -> Result<Option<(i64, i64)>> {
    let Some(bucket) = request.bucket else { return Ok(None) };
    let mut ends: Option<(i64, i64)> = None;
    let limit = request.as_of.unwrap_or(i64::MAX);
    let of_kind = |kind| tables.iter().filter(move |table: &&Table<'_>| table.kind == kind);
    let mut widen = |table: &Table<'_>, field: &str, less: i64| {
        let instants = instants(table, field);
        for at in (0..table.len).filter_map(|row| instants.at(row)).filter(|&at| at <= limit) {
            let at = at.saturating_sub(less);
            let (first, last) = ends.unwrap_or((at, at));
            ends = Some((first.min(at), last.max(at)));
        }
    };
    for ask in &request.kpis {
        for read in find(&ask.kpi, &ask.variant)?.reads() {
            let fields: Vec<&str> = match anchored(&read, ask.anchor.get(read.kind.as_str()))? {
                Anchored::Instant(fields) => fields,
                Anchored::Period(at, from, to) => {
                    // The end is the first instant outside.
                    of_kind(read.kind).for_each(|table| widen(table, to, 1));
                    [at, from].into()
                }
                Anchored::Balance(..) => {
                    let text = format!("`{}` counts balances; give a window", ask.kpi);
                    return Err(Error::new(Code::WindowRequired, text).field("window"));
                }
            };
            for table in of_kind(read.kind) {
                fields.iter().for_each(|field| widen(table, field, 0));
            }
        }
    }
    let Some((first, last)) = ends else {
        let text = "no record has an instant, so there is nothing to make buckets of; give a window";
        return Err(Error::new(Code::WindowRequired, text).field("window"));
    };
    crate::time::extent(bucket, request.week_start, &request.zone, first, last).map(Some)
}
