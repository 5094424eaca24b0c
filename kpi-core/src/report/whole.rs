//! A report over whole tables: duplicate ids, answers that replace earlier ones, and a window where none was given.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use crate::column::{Column, Ints, Table};
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
    }
    let mut accumulator = Accumulator::new(&request)?.track_ids();
    let replaced = replaced(tables)?;
    for (table, replaced) in tables.iter().zip(&replaced) {
        accumulator.push_replaced(table, replaced.as_deref())?;
    }
    accumulator.report()
}

/// For each table, which surveys are answered again later, by their id.
fn replaced(tables: &[Table<'_>]) -> Result<Vec<Option<Vec<bool>>>> {
    let mut marks: Vec<Option<Vec<bool>>> = tables.iter().map(|_| None).collect();
    let mut ids = Dictionary::empty();
    // By id: the table, the row and the instant of the latest answer.
    let mut latest: Vec<(usize, usize, Option<i64>)> = Vec::new();
    for (place, table) in tables.iter().enumerate().filter(|(_, table)| table.kind == Kind::Survey) {
        let Some(id) = batch::ids(table) else { continue };
        let submitted = match table.column("submitted_at") {
            Some(Column::Ints { values, valid }) => Ints { values, valid: *valid, ..Default::default() },
            _ => Ints::default(),
        };
        let mut key = String::new();
        for row in 0..table.len {
            let Some(id) = id.get(row) else { continue };
            let at = submitted.at(row);
            let (code, new) = ids.intern_new(id.key(&mut key))?;
            if new {
                latest.push((place, row, at));
                continue;
            }
            let Some(known) = latest.get_mut((code as usize).wrapping_sub(1)) else { continue };
            let gone = if at >= known.2 { core::mem::replace(known, (place, row, at)) } else { (place, row, at) };
            let Some(len) = tables.get(gone.0).map(|table| table.len) else { continue };
            let of_table = marks.get_mut(gone.0).map(|mark| mark.get_or_insert_with(|| alloc::vec![false; len]));
            if let Some(mark) = of_table.and_then(|marks| marks.get_mut(gone.1)) {
                *mark = true;
            }
        }
    }
    Ok(marks)
}

/// The window of whole buckets around all anchors; none where there is no anchor.
fn extent(request: &Request, tables: &[Table<'_>]) -> Result<Option<(i64, i64)>> {
    let Some(bucket) = request.bucket else { return Ok(None) };
    let mut ends: Option<(i64, i64)> = None;
    for ask in &request.kpis {
        for read in find(&ask.kpi, &ask.variant)?.reads() {
            let fields: Vec<&str> = match anchored(&read, ask.anchor.get(read.kind.as_str()))? {
                Anchored::Instant(fields) => fields,
                Anchored::Period(at, from, to) => [at, from, to].into(),
                Anchored::Balance(..) => {
                    let text = format!("`{}` counts balances; give a window", ask.kpi);
                    return Err(Error::new(Code::WindowRequired, text).field("window"));
                }
            };
            for table in tables.iter().filter(|table| table.kind == read.kind) {
                for column in fields.iter().filter_map(|field| table.column(field)) {
                    if let Column::Ints { values, valid } = column {
                        let ints = Ints { values, valid: *valid, ..Default::default() };
                        for at in (0..table.len).filter_map(|row| ints.at(row)) {
                            let (first, last) = ends.unwrap_or((at, at));
                            ends = Some((first.min(at), last.max(at)));
                        }
                    }
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
