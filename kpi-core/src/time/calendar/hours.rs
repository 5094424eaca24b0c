//! Opening hours as they are written: local times of the weekdays, holidays and special days, without a zone.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt::Write;

use super::{DAY, bad};
use crate::error::Result;
use crate::sorted::{Sorted, sort};
use crate::time::zone::{micros, parse_offset};
use crate::time::{WeekStart, Zone, parse_instant};

/// One stretch of opening hours: its start and its end, as µs after the midnight of the day it belongs to. The end is
/// after the start, by at most a day.
pub(super) type Shift = (i64, i64);

/// Opening hours as they are written: local times, without a zone.
///
/// Times are `HH:MM` or `HH:MM:SS`; `24:00` is allowed as an end. An end that is not after its start lies on the next
/// day; such a shift belongs to the day on which it starts. A day that is not mentioned is closed.
///
/// ```
/// use kpi_core::time::{Hours, WeekStart};
/// let office = Hours::new()
///     .on(&[WeekStart::Monday, WeekStart::Tuesday], &[("09:00", "12:00"), ("13:00", "17:00")])?
///     .on(&[WeekStart::Friday], &[("22:00", "06:00")])?
///     .holiday("2026-12-25")?
///     .special_day("2026-12-24", &[("09:00", "12:00")])?;
/// assert!(Hours::new().on(&[WeekStart::Monday], &[("nine", "five")]).is_err());
/// # Ok::<(), kpi_core::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Hours {
    /// From Monday.
    week: [Vec<Shift>; 7],
    /// Days since 1970-01-01, ascending, each once.
    holidays: Vec<i32>,
    /// By days since 1970-01-01.
    special: Sorted<i32, Vec<Shift>>,
}

impl Hours {
    /// Closed always.
    #[must_use]
    pub fn new() -> Self {
        Hours::default()
    }

    /// With these hours on these weekdays, in place of earlier ones.
    ///
    /// # Errors
    /// `bad_calendar` if a time cannot be read.
    pub fn on<S: AsRef<str>>(mut self, days: &[WeekStart], shifts: &[(S, S)]) -> Result<Self> {
        for &day in days {
            let shifts = read_shifts(shifts, || format!("hours.{day}"))?;
            if let Some(own) = self.week.get_mut(day as usize) {
                *own = shifts;
            }
        }
        Ok(self)
    }

    /// Closed on a date, unless it is a special day.
    ///
    /// # Errors
    /// `bad_calendar` if the date cannot be read.
    pub fn holiday(mut self, date: &str) -> Result<Self> {
        let day = read_date(date, "holidays")?;
        if let Err(place) = self.holidays.binary_search(&day) {
            self.holidays.insert(place, day);
        }
        Ok(self)
    }

    /// Closed on many dates, in any order, unless they are special days.
    ///
    /// # Errors
    /// `bad_calendar` if a date cannot be read.
    pub fn closed_on<S: AsRef<str>>(mut self, dates: &[S]) -> Result<Self> {
        for date in dates {
            self.holidays.push(read_date(date.as_ref(), "holidays")?);
        }
        sort(&mut self.holidays);
        self.holidays.dedup();
        Ok(self)
    }

    /// With these hours on a date, whatever its weekday, also on a holiday.
    ///
    /// # Errors
    /// `bad_calendar` if the date or a time cannot be read.
    pub fn special_day<S: AsRef<str>>(mut self, date: &str, shifts: &[(S, S)]) -> Result<Self> {
        let day = read_date(date, "special_days")?;
        let shifts = read_shifts(shifts, || format!("special_days.{date}"))?;
        self.special.insert(day, shifts);
        Ok(self)
    }

    /// The holidays, as days since 1970-01-01, ascending.
    ///
    /// ```
    /// use kpi_core::time::Hours;
    /// assert_eq!(Hours::new().closed_on(&["1970-01-03", "1970-01-02"])?.holiday("1970-01-03")?.holidays(), [1, 2]);
    /// # Ok::<(), kpi_core::Error>(())
    /// ```
    #[must_use]
    pub fn holidays(&self) -> &[i32] {
        &self.holidays
    }

    /// The weekly hours, from Monday.
    pub(super) fn week(&self) -> &[Vec<Shift>; 7] {
        &self.week
    }

    /// The days that are not as the weekly hours have them, in no order.
    pub(super) fn exceptions(&self) -> impl Iterator<Item = i64> + '_ {
        self.holidays.iter().chain(self.special.keys()).map(|&day| i64::from(day))
    }

    /// The shifts that start on a day.
    pub(super) fn of(&self, day: i64) -> &[Shift] {
        if let Ok(exact) = i32::try_from(day) {
            if let Some(shifts) = self.special.get(&exact) {
                return shifts;
            }
            if self.holidays.binary_search(&exact).is_ok() {
                return &[];
            }
        }
        // 1970-01-01 was a Thursday.
        let weekday = usize::try_from(day.saturating_add(3).rem_euclid(7)).unwrap_or(0);
        self.week.get(weekday).map_or(&[], |shifts| shifts)
    }

    /// The hours as text, for hashes: equal for hours that are written alike, in whatever order.
    pub(super) fn fingerprint(&self) -> String {
        let mut text = String::new();
        let mut add = |name: i64, shifts: &[Shift]| {
            let mut shifts = shifts.to_vec();
            sort(&mut shifts);
            shifts.dedup();
            // Writing to a String cannot fail.
            let _ = write!(text, ";{name}");
            for (start, end) in shifts {
                let _ = write!(text, "={start}-{end}");
            }
        };
        for (name, shifts) in (0..).zip(&self.week) {
            add(name, shifts);
        }
        for (day, shifts) in &self.special {
            add(i64::from(*day), shifts);
        }
        for day in &self.holidays {
            let _ = write!(text, ";-{day}");
        }
        text
    }
}

fn read_shifts<S: AsRef<str>>(shifts: &[(S, S)], field: impl Fn() -> String) -> Result<Vec<Shift>> {
    shifts
        .iter()
        .map(|(start, end)| {
            let (start, end) = (start.as_ref(), end.as_ref());
            let from = read_time(start).filter(|&us| us < DAY).ok_or_else(|| bad_time(start, field()))?;
            let to = read_time(end).ok_or_else(|| bad_time(end, field()))?;
            Ok((from, if to <= from { to.saturating_add(DAY) } else { to }))
        })
        .collect()
}

/// µs after midnight, up to 24:00, of `HH:MM` or `HH:MM:SS`.
fn read_time(text: &str) -> Option<i64> {
    // An offset is written in the same way, after its sign. The length leaves its two forms with colons.
    let seconds = matches!(text.len(), 5 | 8).then(|| parse_offset(&format!("+{text}")))??;
    Some(micros(seconds)).filter(|&us| us <= DAY)
}

fn bad_time(text: &str, field: String) -> crate::Error {
    let shown: String = text.chars().take(20).collect();
    bad(format!("`{shown}` is not a time of the day; write 09:00 or 09:00:00, and at most 24:00 as an end"))
        .field(field)
}

/// Days since 1970-01-01 of `YYYY-MM-DD`.
fn read_date(text: &str, field: &str) -> Result<i32> {
    // Of ten characters, nothing is an instant but a date.
    let us = Some(text).filter(|text| text.len() == 10).and_then(|text| parse_instant(text, &Zone::utc()).ok());
    us.and_then(|us| i32::try_from(us.div_euclid(DAY)).ok()).ok_or_else(|| {
        let shown: String = text.chars().take(20).collect();
        bad(format!("`{shown}` is not a date; write one such as 2026-12-25")).field(field.to_string())
    })
}
