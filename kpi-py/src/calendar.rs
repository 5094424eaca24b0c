//! Business calendars for Python.

use std::sync::Arc;

use arrow_array::{DurationMicrosecondArray, RecordBatch};
use kpi_core::time::{Calendar, Schedule, Zone, format_instant, parse_instant};
use kpi_core::{Code, Column, Constant, Error, Given, Result, Table};

use crate::error::unreadable;

/// A calendar from JSON; a schedule that names no zone is in UTC.
///
/// # Errors
/// What is wrong with it.
pub fn read(json: &str) -> Result<Calendar> {
    let given: Given = serde_json::from_str(json).map_err(|error| unreadable(&error))?;
    Calendar::read(&given, &Zone::utc())
}

/// Open µs from one instant to another.
///
/// # Errors
/// `bad_instant`; `bad_calendar` where the calendar does not cover the word.
pub fn elapsed(calendar: &Calendar, from: &str, to: &str, word: Option<&str>) -> Result<i64> {
    let schedule = schedule(calendar, word)?;
    Ok(schedule.elapsed(parse_instant(from, schedule.zone())?, parse_instant(to, schedule.zone())?))
}

/// The instant at which so many open µs have passed.
///
/// # Errors
/// As [`elapsed`]; `no_hours` where it is never reached.
pub fn deadline(calendar: &Calendar, from: &str, micros: i64, word: Option<&str>) -> Result<String> {
    let schedule = schedule(calendar, word)?;
    schedule.deadline(parse_instant(from, schedule.zone())?, micros).map(format_instant)
}

/// Whether an instant lies in the hours.
///
/// # Errors
/// As [`elapsed`].
pub fn is_open(calendar: &Calendar, at: &str, word: Option<&str>) -> Result<bool> {
    let schedule = schedule(calendar, word)?;
    Ok(schedule.is_open(parse_instant(at, schedule.zone())?))
}

fn schedule<'a>(calendar: &'a Calendar, word: Option<&str>) -> Result<&'a Schedule> {
    let text = "the calendar has no schedule for this word; name one of its words, or give `otherwise`";
    calendar.schedule(word).ok_or_else(|| Error::new(Code::BadCalendar, text).field("schedule"))
}

/// The zone of instants without an offset, where all are read by one schedule.
pub fn zone(calendar: &Calendar, word: Option<&str>) -> Option<Zone> {
    calendar.schedule(word).map(|schedule| schedule.zone().clone())
}

/// Open µs between the columns `from` and `to`, by the schedules of the column `team` or by that of one word; null where
/// one of them is, or where there is no such schedule.
///
/// # Errors
/// `bad_calendar` where the calendar does not cover the one word.
pub fn elapsed_between(calendar: &Calendar, tables: &[Table<'_>], word: Option<&str>) -> Result<RecordBatch> {
    if !tables.iter().any(|table| table.columns().any(|(name, _)| name == "team")) {
        schedule(calendar, word)?;
    }
    let mut elapsed: Vec<Option<i64>> = Vec::new();
    for table in tables {
        let column = |name: &str| table.columns().find(|(own, _)| *own == name).map(|(_, column)| column);
        let (from, to, team) = (column("from"), column("to"), column("team"));
        let one = |row: usize| {
            let word = if team.is_some() { text(team, row) } else { word };
            Some(calendar.schedule(word)?.elapsed(instant(from, row)?, instant(to, row)?))
        };
        elapsed.extend((0..table.len()).map(one));
    }
    let column = Arc::new(DurationMicrosecondArray::from(elapsed)) as _;
    RecordBatch::try_from_iter([("elapsed", column)]).map_err(|error| Error::new(Code::BadRequest, error.to_string()))
}

fn instant(column: Option<&Column<'_>>, row: usize) -> Option<i64> {
    match column? {
        Column::Ints { values, valid } if valid.is_none_or(|bits| bits.get(row)) => values.get(row).copied(),
        _ => None,
    }
}

fn text<'a>(column: Option<&'a Column<'_>>, row: usize) -> Option<&'a str> {
    match column? {
        Column::Words(words) => words.get(row).copied().flatten(),
        Column::Codes { codes, words } => words.get(usize::try_from(*codes.get(row)?).ok()?).copied(),
        Column::Constant(Constant::Text(text)) => Some(text.as_str()),
        _ => None,
    }
    .filter(|text| !text.is_empty())
}
