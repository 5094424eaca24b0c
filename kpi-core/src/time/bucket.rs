//! Buckets: how a window is cut into quarter hours, hours, days, weeks, months, quarters and years of a zone.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;
use core::str::FromStr;

use serde::{Deserialize, Serialize};

use super::date::{DAY, Date};
use super::zone::{Zone, micros, offset_text};
use super::{END, FIRST};
use crate::error::{Code, Error, Result};

/// The most buckets that one window may have.
pub const MAX_SLOTS: usize = 1_000_000;

macro_rules! words {
    ($(#[$outer:meta])* $name:ident, $what:literal, $($(#[$meta:meta])* $variant:ident = $word:literal,)*) => {
        $(#[$outer])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
        pub enum $name {
            $(#[doc = concat!("`", $word, "`")] $(#[$meta])* #[serde(rename = $word)] $variant,)*
        }

        impl $name {
            /// All of them, in order.
            pub const ALL: &'static [$name] = &[$($name::$variant,)*];

            /// The word.
            #[must_use]
            pub const fn as_str(self) -> &'static str { match self { $($name::$variant => $word,)* } }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result { f.pad(self.as_str()) }
        }

        impl FromStr for $name {
            type Err = Error;

            fn from_str(word: &str) -> Result<Self> {
                for known in Self::ALL {
                    if known.as_str() == word {
                        return Ok(*known);
                    }
                }
                Err(unknown(word, $what, &[$($word,)*]))
            }
        }
    };
}

fn unknown(word: &str, what: &str, known: &[&str]) -> Error {
    Error::new(Code::UnknownWord, format!("`{word}` is not a {what}; use one of {}", known.join(", ")))
}

words! {
    /// The size of a bucket.
    ///
    /// ```
    /// use kpi_core::time::Bucket;
    /// assert_eq!("15min".parse::<Bucket>()?, Bucket::Minutes15);
    /// assert_eq!(Bucket::Week.as_str(), "week");
    /// # Ok::<(), kpi_core::Error>(())
    /// ```
    Bucket, "bucket size",
    Minutes15 = "15min",
    Minutes30 = "30min",
    Hour = "hour",
    Day = "day",
    Week = "week",
    Month = "month",
    Quarter = "quarter",
    Year = "year",
}

words! {
    /// The day on which a week begins.
    ///
    /// ```
    /// use kpi_core::time::WeekStart;
    /// assert_eq!("sunday".parse::<WeekStart>()?, WeekStart::Sunday);
    /// assert_eq!(WeekStart::default(), WeekStart::Monday);
    /// # Ok::<(), kpi_core::Error>(())
    /// ```
    #[derive(Default)]
    WeekStart, "weekday",
    #[default]
    Monday = "monday",
    Tuesday = "tuesday",
    Wednesday = "wednesday",
    Thursday = "thursday",
    Friday = "friday",
    Saturday = "saturday",
    Sunday = "sunday",
}

/// One bucket of a window: the instants `[from, to)`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slot {
    /// The first instant.
    pub from: i64,
    /// The first instant after it.
    pub to: i64,
    /// The name in the report: `2026`, `2026-Q1`, `2026-03`, `2026-W12`, `2026-03-15/week` (weeks that do not begin
    /// on Monday: their first date), `2026-03-29`, `2026-10-25 02:00+02:00`.
    pub label: String,
}

/// Cuts the window `[from, to)` into buckets: in order, without gap or overlap. The first and the last are clipped
/// to the window and keep the label of the whole bucket.
///
/// - Day, week, month, quarter and year begin at [`Zone::first_reading`] of their first midnight, so a day has 23 or
///   25 hours where the clock changes, and a day that a zone left out has no bucket.
/// - Hours, half hours and quarter hours are the instants at which the zone's clock shows the same hour (half,
///   quarter) **at the same offset**. So they are cut where the clock shows a full hour, also in Kathmandu (+05:45);
///   an hour that is repeated is two buckets; and where the clock changes by half an hour (Lord Howe), or in the
///   middle of an hour, the hour is one bucket before the change and one after it, each with its offset in the label.
///
/// # Errors
/// `bad_window` if the window is empty, leaves the years 0000 to 9999, or has more than [`MAX_SLOTS`] buckets.
///
/// ```
/// use kpi_core::time::{Bucket, WeekStart, Zone, parse_rfc3339, slots};
/// let zone = Zone::table("Europe/Berlin", "by hand", 7200, vec![(parse_rfc3339("2026-10-25T01:00:00Z")?, 3600)])?;
/// let (from, to) = (parse_rfc3339("2026-10-25T00:00:00Z")?, parse_rfc3339("2026-10-25T02:00:00Z")?);
/// let hours = slots(Bucket::Hour, WeekStart::Monday, &zone, from, to)?;
/// assert_eq!(hours[0].label, "2026-10-25 02:00+02:00");
/// assert_eq!(hours[1].label, "2026-10-25 02:00+01:00");
/// assert_eq!(slots(Bucket::Week, WeekStart::Monday, &zone, from, to)?[0].label, "2026-W43");
/// # Ok::<(), kpi_core::Error>(())
/// ```
pub fn slots(bucket: Bucket, week_start: WeekStart, zone: &Zone, from: i64, to: i64) -> Result<Vec<Slot>> {
    if to <= from {
        return Err(Error::new(Code::BadWindow, "the window's end is not after its start; swap them or widen it"));
    }
    if from < FIRST || to > END {
        return Err(out_of_years());
    }
    let mut slots = Vec::new();
    let mut at = from;
    while at < to {
        if slots.len() == MAX_SLOTS {
            return Err(Error::new(
                Code::BadWindow,
                format!(
                    "the window has more than {MAX_SLOTS} buckets of size {bucket}; use larger buckets or a shorter window"
                ),
            ));
        }
        let cut = cut(bucket, week_start, zone, at)?;
        slots.push(Slot { from: cut.from.max(from), to: cut.to.min(to), label: cut.name.label(bucket, week_start) });
        at = cut.to;
    }
    Ok(slots)
}

/// The smallest window of whole buckets that contains both instants: a window for data that has none.
///
/// # Errors
/// `bad_window` if `last` is before `first`, or an instant is outside the years 0000 to 9999.
///
/// ```
/// use kpi_core::time::{Bucket, WeekStart, Zone, extent, parse_rfc3339};
/// let (first, last) = (parse_rfc3339("2026-01-31T12:00:00Z")?, parse_rfc3339("2026-02-01T00:00:00Z")?);
/// let window = extent(Bucket::Month, WeekStart::Monday, &Zone::utc(), first, last)?;
/// assert_eq!(window, (parse_rfc3339("2026-01-01T00:00:00Z")?, parse_rfc3339("2026-03-01T00:00:00Z")?));
/// # Ok::<(), kpi_core::Error>(())
/// ```
pub fn extent(bucket: Bucket, week_start: WeekStart, zone: &Zone, first: i64, last: i64) -> Result<(i64, i64)> {
    if last < first {
        return Err(Error::new(Code::BadWindow, "the last instant is before the first one; swap them"));
    }
    Ok((cut(bucket, week_start, zone, first)?.from, cut(bucket, week_start, zone, last)?.to))
}

/// The index of the bucket that contains the instant, among buckets from [`slots`].
///
/// ```
/// use kpi_core::time::{Bucket, WeekStart, Zone, slot_of, slots};
/// let days = slots(Bucket::Day, WeekStart::Monday, &Zone::utc(), 0, 200_000_000_000)?;
/// assert_eq!(slot_of(&days, 86_400_000_000), Some(1));
/// assert_eq!(slot_of(&days, 200_000_000_000), None);
/// # Ok::<(), kpi_core::Error>(())
/// ```
#[must_use]
pub fn slot_of(slots: &[Slot], us: i64) -> Option<usize> {
    let index = slots.partition_point(|slot| slot.from <= us).checked_sub(1)?;
    (us < slots.get(index)?.to).then_some(index)
}

/// The instant one calendar month earlier: the same day and time by the zone's clock, or the month's last day where it
/// has no such day. A time that the clock jumps over is the jump.
pub(crate) fn month_before(zone: &Zone, us: i64) -> i64 {
    let local = zone.to_local(us);
    let date = Date::of(local.div_euclid(DAY));
    let [before, own] = [-1, 0].map(|months| date.month_after(months).days());
    let day = before.saturating_add(date.day).min(own).saturating_sub(1);
    zone.first_reading(day.saturating_mul(DAY).saturating_add(local.rem_euclid(DAY)))
}

/// A whole bucket, before it is clipped.
struct Cut {
    from: i64,
    to: i64,
    name: Name,
}

/// What a label is made from.
enum Name {
    /// The first day of the bucket.
    Day(i64),
    /// The reading of the clock at which the bucket nominally begins, and the offset.
    Clock(i64, i32),
}

fn out_of_years() -> Error {
    Error::new(Code::BadWindow, "the window leaves the years 0000 to 9999; check the unit: instants are microseconds")
}

/// The bucket that contains the instant; its end is after the instant.
fn cut(bucket: Bucket, week_start: WeekStart, zone: &Zone, us: i64) -> Result<Cut> {
    if !(FIRST..END).contains(&us) {
        return Err(out_of_years());
    }
    match bucket {
        Bucket::Minutes15 => clock_cut(zone, us, 900_000_000),
        Bucket::Minutes30 => clock_cut(zone, us, 1_800_000_000),
        Bucket::Hour => clock_cut(zone, us, 3_600_000_000),
        Bucket::Day | Bucket::Week | Bucket::Month | Bucket::Quarter | Bucket::Year => {
            date_cut(bucket, week_start, zone, us)
        }
    }
    .ok_or_else(out_of_years)
}

fn clock_cut(zone: &Zone, us: i64, step: i64) -> Option<Cut> {
    let span = zone.span_at(us);
    let offset = micros(span.offset);
    let local = us.checked_add(offset)?;
    let start = local.checked_sub(local.checked_rem_euclid(step)?)?;
    let from = start.checked_sub(offset)?;
    Some(Cut {
        from: from.max(span.from),
        to: from.checked_add(step)?.min(span.to),
        name: Name::Clock(start, span.offset),
    })
}

fn date_cut(bucket: Bucket, week_start: WeekStart, zone: &Zone, us: i64) -> Option<Cut> {
    let begins = |day: i64| day.checked_mul(DAY).map(|midnight| zone.first_reading(midnight));
    let mut first = first_day(bucket, week_start, zone.to_local(us).div_euclid(DAY));
    let mut from = begins(first)?;
    // Normally the first turn ends it. Where the clock went back over midnight, the next date has already begun;
    // a date that the zone left out begins and ends at once.
    loop {
        let next = next_day(bucket, first);
        let to = begins(next)?;
        if us < to {
            return Some(Cut { from, to, name: Name::Day(first) });
        }
        (first, from) = (next, to);
    }
}

/// The first day of the bucket that contains the day.
fn first_day(bucket: Bucket, week_start: WeekStart, day: i64) -> i64 {
    if bucket == Bucket::Week {
        return day.wrapping_sub(since(week_start, day));
    }
    let date = Date::of(day);
    match date.month.wrapping_sub(1).checked_rem(months(bucket)) {
        Some(over) => date.month_after(over.wrapping_neg()).days(),
        None => day,
    }
}

/// How many months a bucket has; 0 where it is of days.
fn months(bucket: Bucket) -> i64 {
    match bucket {
        Bucket::Month => 1,
        Bucket::Quarter => 3,
        Bucket::Year => 12,
        Bucket::Minutes15 | Bucket::Minutes30 | Bucket::Hour | Bucket::Day | Bucket::Week => 0,
    }
}

/// The first day of the bucket after the one that begins at the day.
fn next_day(bucket: Bucket, first: i64) -> i64 {
    match months(bucket) {
        0 if bucket == Bucket::Week => first.wrapping_add(7),
        0 => first.wrapping_add(1),
        months => Date::of(first).month_after(months).days(),
    }
}

/// How many days after the last such weekday a day is.
fn since(weekday: WeekStart, day: i64) -> i64 {
    // 1970-01-01 was a Thursday, three days after a Monday.
    day.wrapping_add(3).wrapping_sub(weekday as i64).rem_euclid(7)
}

/// The year and the number of an ISO 8601 week, which begins on this Monday: those of its Thursday.
fn iso_week(monday: i64) -> (i64, i64) {
    let thursday = monday.wrapping_add(3);
    let date = Date::of(thursday);
    let first = date.month_after(1i64.wrapping_sub(date.month)).days();
    (date.year, (thursday.wrapping_sub(first) / 7).wrapping_add(1))
}

impl Name {
    fn label(&self, bucket: Bucket, week_start: WeekStart) -> String {
        let day = match *self {
            Name::Day(day) => day,
            Name::Clock(reading, offset) => {
                let minutes = reading.rem_euclid(DAY) / 60_000_000;
                let (date, offset) = (Date::of(reading.div_euclid(DAY)), offset_text(offset));
                return format!("{date} {:02}:{:02}{offset}", minutes / 60, minutes % 60);
            }
        };
        let date = Date::of(day);
        match bucket {
            Bucket::Week if week_start == WeekStart::Monday => {
                let (year, week) = iso_week(day);
                format!("{year:04}-W{week:02}")
            }
            Bucket::Week => format!("{date}/week"),
            Bucket::Month => format!("{:04}-{:02}", date.year, date.month),
            Bucket::Quarter => format!("{:04}-Q{}", date.year, date.month.wrapping_add(2) / 3),
            Bucket::Year => format!("{:04}", date.year),
            Bucket::Minutes15 | Bucket::Minutes30 | Bucket::Hour | Bucket::Day => format!("{date}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use alloc::string::String;
    use alloc::vec;

    use super::*;
    use crate::time::{format_instant, parse_rfc3339};

    #[test]
    fn a_month_before_is_the_same_day_or_the_last() {
        let jump = parse_rfc3339("2026-03-29T01:00:00Z").unwrap();
        let berlin = Zone::table("Europe/Berlin", "by hand", 3600, vec![(jump, 7200)]).unwrap();
        let before =
            |zone: &Zone, at: &str| -> String { format_instant(month_before(zone, parse_rfc3339(at).unwrap())) };
        for (at, expected) in [
            ("2026-03-15T12:30:00Z", "2026-02-15T12:30:00Z"),
            ("2026-03-31T00:00:00Z", "2026-02-28T00:00:00Z"),
            ("2024-03-30T00:00:00Z", "2024-02-29T00:00:00Z"),
            ("2026-01-01T00:00:00Z", "2025-12-01T00:00:00Z"),
        ] {
            assert_eq!(before(&Zone::utc(), at), expected);
        }
        // Midnight of 1 April in summer time, and of 1 March before it.
        assert_eq!(before(&berlin, "2026-03-31T22:00:00Z"), "2026-02-28T23:00:00Z");
        // 02:30 on 29 March is jumped over.
        assert_eq!(before(&berlin, "2026-04-29T00:30:00Z"), "2026-03-29T01:00:00Z");
    }
}
