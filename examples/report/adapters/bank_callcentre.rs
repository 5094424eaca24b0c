//! "Anonymous Bank": a month's calls of an Israeli bank in 1999, with tabs between the columns.
//!
//! Stamps are a date and clocks: a clock far before the call's entry is on the next day. A stage (menu, queue, service)
//! whose stamps both read `0:00:00` and which took no time did not happen. A call that was put straight through
//! has no queue in the file; it waited for 0 seconds, from the end of the menu.

use std::path::Path;

use kpi_core::Kind;

use super::Adapted;
use super::rows::{Sheet, each, local, number, stamp};

const COLUMNS: [&str; 17] = [
    "vru+line",
    "call_id",
    "customer_id",
    "priority",
    "type",
    "date",
    "vru_entry",
    "vru_exit",
    "vru_time",
    "q_start",
    "q_exit",
    "q_time",
    "outcome",
    "ser_start",
    "ser_exit",
    "ser_time",
    "server",
];

/// Fields, and three columns of the data set's own to group by.
const FIELDS: [&str; 15] = [
    "id",
    "account",
    "agent",
    "channel",
    "direction",
    "started_at",
    "queued_at",
    "answered_at",
    "ended_at",
    "outcome",
    "abandon_step",
    "talk",
    "service",
    "priority",
    "route",
];

const SECOND: i64 = 1_000_000;
const DAY: i64 = 86_400;

pub fn adapt(path: &Path) -> Result<Adapted, String> {
    let mut calls = Sheet::new(Kind::Contact, FIELDS)?;
    let mut phantoms = 0u64;
    each(path, b'\t', COLUMNS, |row| {
        let [line, call, customer, priority, service, date, rest @ ..] = row;
        let [vru_entry, vru_exit, vru_time, q_start, q_exit, q_time, outcome, rest @ ..] = rest;
        let [ser_start, ser_exit, ser_time, server] = rest;
        if outcome == "PHANTOM" {
            phantoms = phantoms.saturating_add(1);
            return Ok(());
        }
        let day = Day::new(date, vru_entry)?;
        let menu = day.stage("vru_time", [vru_entry, vru_exit, vru_time])?;
        let (entered, left) = menu.ok_or("the call has no time of entry")?;
        let queue = day.stage("q_time", [q_start, q_exit, q_time])?;
        let served = day.stage("ser_time", [ser_start, ser_exit, ser_time])?;
        let ((queued, answered, ended), outcome, step, route) = match (outcome, queue) {
            ("AGENT", Some((from, to))) => ((Some(from), Some(to), served), "answered", "", "queue"),
            ("AGENT", None) => ((Some(left), Some(left), served), "answered", "", "direct"),
            ("HANG", Some((from, to))) => ((Some(from), None, Some((from, to))), "abandoned", "queue", "queue"),
            ("HANG", None) => ((None, None, menu), "abandoned", "menu", "menu"),
            _ => return Err(format!("`outcome` is `{outcome}`, not AGENT, HANG or PHANTOM")),
        };
        // The clocks of queue and service differ by a second or two; an end before the answer is unknown.
        let ended = ended.map(|(_, to)| to).filter(|&end| answered.is_none_or(|answered| end >= answered));
        calls.push([
            &format!("{line}-{call}"),
            known(customer, "0"),
            known(server, "NO_SERVER"),
            "phone",
            "inbound",
            &stamp(Some(entered)),
            &stamp(queued),
            &stamp(answered),
            &stamp(ended),
            outcome,
            step,
            if answered.is_some() { ser_time } else { "" },
            service,
            priority,
            route,
        ])
    })?;
    let note = format!("{phantoms} PHANTOM calls are not in the table, since they are to be ignored");
    Ok(Adapted { sheets: vec![calls], notes: vec![note] })
}

/// Nothing where the text is the one that stands for "none".
fn known<'a>(text: &'a str, none: &str) -> &'a str {
    if text == none { "" } else { text }
}

/// The day of a call, in seconds, and the second of the day at which it came in.
struct Day {
    midnight: i64,
    entry: i64,
}

impl Day {
    fn new(date: &str, entry: &str) -> Result<Day, String> {
        let parts = date.split_at_checked(2).and_then(|(year, rest)| Some((year, rest.split_at_checked(2)?)));
        let (year, (month, day)) = parts.ok_or_else(|| format!("`date` is `{date}`, not six digits"))?;
        let midnight = local("date", &format!("19{year}-{month}-{day}T00:00:00"))?;
        Ok(Day { midnight: midnight.div_euclid(SECOND), entry: seconds(entry)? })
    }

    /// The instants at which a stage began and ended, by its two clocks and the seconds between them.
    fn stage(&self, column: &str, [start, end, time]: [&str; 3]) -> Result<Option<(i64, i64)>, String> {
        let (from, to) = (self.at(seconds(start)?), self.at(seconds(end)?));
        let between = number(column, time)?;
        if between == 0 && [start, end] == ["0:00:00"; 2] {
            return Ok(None);
        }
        if to.saturating_sub(from) != between {
            return Err(format!("`{column}` is {between}, but it is {start} to {end}"));
        }
        Ok(Some((from.saturating_mul(SECOND), to.saturating_mul(SECOND))))
    }

    /// A second of the day as a second of the calendar: one that is half a day before the entry is after midnight.
    fn at(&self, second: i64) -> i64 {
        let next = if second.saturating_add(DAY / 2) < self.entry { DAY } else { 0 };
        self.midnight.saturating_add(second).saturating_add(next)
    }
}

/// The second of the day of a clock such as `7:02:47`.
fn seconds(clock: &str) -> Result<i64, String> {
    let mut parts = clock.split(':').map(|part| part.parse::<i64>().ok());
    match (parts.next().flatten(), parts.next().flatten(), parts.next().flatten(), parts.next()) {
        (Some(hour @ 0..24), Some(minute @ 0..60), Some(second @ 0..60), None) => {
            Ok(hour.saturating_mul(3600).saturating_add(minute.saturating_mul(60)).saturating_add(second))
        }
        _ => Err(format!("`{clock}` is not a time of day")),
    }
}
