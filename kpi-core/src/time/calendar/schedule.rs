//! A schedule: opening hours in a zone, ready to be asked how much open time lies between two instants.

use alloc::format;
use alloc::string::String;
use alloc::sync::Arc;

use super::hours::Hours;
use super::line::{Line, Pace, Piece};
use super::week::Week;
use crate::error::{Code, Error, Result};
use crate::time::zone::{Zone, micros};
use crate::time::{END, FIRST};

/// Opening hours in a zone. It answers in logarithmic time, however long the interval is.
///
/// A local time that the clock jumps over moves forward by the jump; one that it shows twice is the first; a date that
/// the zone left out has no hours. A holiday takes away the shifts that start on it. Hours lie in the years 0000 to
/// 9999: outside there is no open time.
///
/// ```
/// use kpi_core::time::{Hours, Schedule, WeekStart, Zone, parse_rfc3339};
/// let days = &WeekStart::ALL[..5];
/// let office = Schedule::new(Zone::named("+01:00")?, Hours::new().on(days, &[("09:00", "17:00")])?)?;
/// // Friday 16:30 to Monday 09:30 is 65 hours, and one hour of work.
/// let (friday, monday) = (parse_rfc3339("2026-01-09T16:30:00+01:00")?, parse_rfc3339("2026-01-12T09:30:00+01:00")?);
/// assert_eq!(office.elapsed(friday, monday), 3_600_000_000);
/// assert_eq!(office.deadline(friday, 3_600_000_000)?, monday);
/// assert!(office.is_open(friday));
/// # Ok::<(), kpi_core::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Schedule(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    zone: Zone,
    hours: Hours,
    week: Week,
    line: Line,
}

impl Schedule {
    /// Opening hours in a zone.
    ///
    /// # Errors
    /// `no_hours` if it is never open.
    pub fn new(zone: Zone, hours: Hours) -> Result<Self> {
        let week = Week::new(&hours);
        let line = Line::new(&zone, &hours, &week);
        let schedule = Schedule(Arc::new(Inner { zone, hours, week, line }));
        if schedule.before(END) == 0 {
            return Err(
                Error::new(Code::NoHours, "it is never open; give the hours of at least one day").field("hours")
            );
        }
        Ok(schedule)
    }

    /// The zone on whose clock the hours are.
    #[must_use]
    pub fn zone(&self) -> &Zone {
        &self.0.zone
    }

    /// The hours as they were written.
    #[must_use]
    pub fn hours(&self) -> &Hours {
        &self.0.hours
    }

    /// Open µs in `[from, to)`; negative where `to` is before `from`.
    ///
    /// ```
    /// use kpi_core::time::{Hours, Schedule, WeekStart, Zone};
    /// let always = Schedule::new(Zone::utc(), Hours::new().on(WeekStart::ALL, &[("00:00", "24:00")])?)?;
    /// assert_eq!(always.elapsed(-5, 7), 12);
    /// assert_eq!(always.elapsed(7, -5), -12);
    /// # Ok::<(), kpi_core::Error>(())
    /// ```
    #[must_use]
    pub fn elapsed(&self, from: i64, to: i64) -> i64 {
        self.before(to).saturating_sub(self.before(from))
    }

    /// The first instant from `from` on at which `duration` µs of open time have passed. At exactly closing time it is
    /// closing time; a duration of 0 gives `from`.
    ///
    /// # Errors
    /// `negative` if the duration is; `no_hours` if there are not so many open hours left; `overflow` if it is after
    /// the year 9999.
    ///
    /// ```
    /// use kpi_core::time::{Hours, Schedule, WeekStart, Zone, format_instant};
    /// let hours = Hours::new().on(WeekStart::ALL, &[("09:00", "17:00")])?;
    /// let office = Schedule::new(Zone::utc(), hours)?;
    /// assert_eq!(format_instant(office.deadline(0, 8 * 3_600_000_000)?), "1970-01-01T17:00:00Z");
    /// # Ok::<(), kpi_core::Error>(())
    /// ```
    pub fn deadline(&self, from: i64, duration: i64) -> Result<i64> {
        if duration <= 0 {
            return if duration == 0 { Ok(from) } else { Err(negative()) };
        }
        let target = self.before(from).checked_add(duration).ok_or_else(past)?;
        let Inner { line, week, .. } = &*self.0;
        let at = match line.reaching(target) {
            Some(Piece { base, pace: Pace::Open, .. }) => target.saturating_sub(*base),
            Some(Piece { base, pace: Pace::Weekly(offset), .. }) => {
                week.reaches(target.saturating_sub(*base)).saturating_sub(micros(*offset))
            }
            _ => END,
        };
        match at {
            ..END => Ok(at),
            _ if week.is_empty() => {
                let text = "there are not so many open hours left; give weekly hours, or more special days";
                Err(Error::new(Code::NoHours, text))
            }
            _ => Err(past()),
        }
    }

    /// Whether it is open at an instant. At closing time it is closed.
    ///
    /// ```
    /// use kpi_core::time::{Hours, Schedule, WeekStart, Zone};
    /// let night = Schedule::new(Zone::utc(), Hours::new().on(WeekStart::ALL, &[("22:00", "06:00")])?)?;
    /// assert!(night.is_open(0));
    /// assert!(!night.is_open(6 * 3_600_000_000));
    /// # Ok::<(), kpi_core::Error>(())
    /// ```
    #[must_use]
    pub fn is_open(&self, at: i64) -> bool {
        let Inner { line, week, .. } = &*self.0;
        match line.at(at.clamp(FIRST, END)).map(|piece| piece.pace) {
            Some(Pace::Open) => at >= FIRST,
            Some(Pace::Weekly(offset)) => at >= FIRST && week.is_open(at.saturating_add(micros(offset))),
            _ => false,
        }
    }

    /// The hours and the zone as text, for hashes.
    pub(super) fn fingerprint(&self) -> String {
        format!("{}/{}", self.0.zone.fingerprint(), self.0.hours.fingerprint())
    }

    /// Open µs before an instant, since [`FIRST`].
    fn before(&self, at: i64) -> i64 {
        let at = at.clamp(FIRST, END);
        self.0.line.at(at).map_or(0, |piece| piece.pace.count(at, &self.0.week).saturating_add(piece.base))
    }
}

pub(super) fn negative() -> Error {
    Error::new(Code::Negative, "a deadline lies ahead; give a duration of 0 or more")
}

fn past() -> Error {
    Error::new(Code::Overflow, "the deadline is after the year 9999; check the unit of the duration")
}
