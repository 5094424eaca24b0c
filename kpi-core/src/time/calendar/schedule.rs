//! A schedule: opening hours in a zone, ready to be asked how much open time lies between two instants.
//!
//! The open time before an instant is kept as a function in pieces. Away from changes of the clock, holidays and special
//! days, the open time repeats every week, and one piece reaches as far as that holds; around them each stretch is a
//! piece of its own, open or closed. A question is a binary search over the pieces, and over the shifts of a week.

use alloc::format;
use alloc::sync::Arc;
use alloc::vec::Vec;

use super::DAY;
use super::hours::Hours;
use crate::error::{Code, Error, Result};
use crate::sorted::sort;
use crate::time::zone::{Zone, micros};
use crate::time::{END, FIRST};

const WEEK: i64 = 7 * DAY;
/// The Monday from which weeks are counted, 1969-12-29, is this much before 1970.
const MONDAY: i64 = 3 * DAY;
const HOUR: i64 = DAY / 24;
/// A change of the clock can move hours of the days from so much before it to so much after it: a shift lasts less than
/// two days from its midnight, and offsets stay within 26 hours, before the change and after it.
const BEFORE: i64 = 102 * HOUR;
const AFTER: i64 = 54 * HOUR;

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
    /// Ascending, from [`FIRST`] to [`END`]; the last one is closed.
    pieces: Vec<Piece>,
}

/// The shifts of a week without exceptions, on the wall clock.
#[derive(Debug)]
struct Week {
    /// µs from Monday's midnight, united and ascending, within one week.
    shifts: Vec<Open>,
    /// Open µs in all.
    open: i64,
}

/// An open stretch `[from, to)`, with the open time before it.
#[derive(Debug)]
struct Open {
    from: i64,
    to: i64,
    before: i64,
}

/// A stretch up to the next piece.
#[derive(Debug)]
struct Piece {
    from: i64,
    /// Open µs before `from`, since [`FIRST`].
    before: i64,
    /// What is added to the pace's own count to have the open µs since [`FIRST`].
    base: i64,
    pace: Pace,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Pace {
    Closed,
    /// Its own count is the instant itself.
    Open,
    /// Open as every week, at this offset in seconds; its own count is that of [`Week::before`].
    Weekly(i32),
}

impl Schedule {
    /// Opening hours in a zone.
    ///
    /// # Errors
    /// `no_hours` if it is never open.
    pub fn new(zone: Zone, hours: Hours) -> Result<Self> {
        let week = Week::new(&hours);
        let pieces = pieces(&zone, &hours, &week);
        let schedule = Schedule(Arc::new(Inner { zone, hours, week, pieces }));
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
        let Inner { pieces, week, .. } = &*self.0;
        let piece = pieces.partition_point(|piece| piece.before < target).checked_sub(1).and_then(|i| pieces.get(i));
        let at = match piece {
            Some(Piece { base, pace: Pace::Open, .. }) => target.saturating_sub(*base),
            Some(Piece { base, pace: Pace::Weekly(offset), .. }) => {
                week.reaches(target.saturating_sub(*base)).saturating_sub(micros(*offset))
            }
            _ => END,
        };
        match at {
            ..END => Ok(at),
            _ if week.open == 0 => {
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
        let Some(piece) = self.piece(at).filter(|_| (FIRST..END).contains(&at)) else { return false };
        match piece.pace {
            Pace::Closed => false,
            Pace::Open => true,
            Pace::Weekly(offset) => {
                let place = at.saturating_add(micros(offset)).saturating_add(MONDAY).rem_euclid(WEEK);
                let begun = self.0.week.shifts.partition_point(|shift| shift.from <= place);
                begun.checked_sub(1).and_then(|i| self.0.week.shifts.get(i)).is_some_and(|shift| place < shift.to)
            }
        }
    }

    /// The hours and the zone as text, for hashes.
    pub(super) fn fingerprint(&self) -> alloc::string::String {
        format!("{}/{}", self.0.zone.fingerprint(), self.0.hours.fingerprint())
    }

    /// Open µs before an instant, since [`FIRST`].
    fn before(&self, at: i64) -> i64 {
        let at = at.clamp(FIRST, END);
        let Some(piece) = self.piece(at) else { return 0 };
        let own = match piece.pace {
            Pace::Closed => 0,
            Pace::Open => at,
            Pace::Weekly(offset) => self.0.week.before(at.saturating_add(micros(offset))),
        };
        own.saturating_add(piece.base)
    }

    fn piece(&self, at: i64) -> Option<&Piece> {
        let pieces = &self.0.pieces;
        pieces.partition_point(|piece| piece.from <= at).checked_sub(1).and_then(|i| pieces.get(i))
    }
}

pub(super) fn negative() -> Error {
    Error::new(Code::Negative, "a deadline lies ahead; give a duration of 0 or more")
}

fn past() -> Error {
    Error::new(Code::Overflow, "the deadline is after the year 9999; check the unit of the duration")
}

impl Week {
    fn new(hours: &Hours) -> Self {
        let mut stretches = Vec::new();
        for (midnight, shifts) in (0..WEEK).step_by(DAY as usize).zip(hours.week()) {
            for &(start, end) in shifts {
                let (from, to) = (midnight.saturating_add(start), midnight.saturating_add(end));
                stretches.push((from, to.min(WEEK)));
                // What reaches into the next Monday.
                stretches.push((0, to.saturating_sub(WEEK)));
            }
        }
        unite(&mut stretches);
        let mut open = 0_i64;
        let shifts = stretches.into_iter().map(|(from, to)| {
            let before = open;
            open = open.saturating_add(to.saturating_sub(from));
            Open { from, to, before }
        });
        Week { shifts: shifts.collect(), open }
    }

    /// Open µs from Monday 1969-12-29 to a local time; negative before.
    fn before(&self, local: i64) -> i64 {
        let since = local.saturating_add(MONDAY);
        let (weeks, place) = (since.div_euclid(WEEK), since.rem_euclid(WEEK));
        let begun = self.shifts.partition_point(|shift| shift.from < place);
        let within = match begun.checked_sub(1).and_then(|i| self.shifts.get(i)) {
            Some(shift) => place.min(shift.to).saturating_sub(shift.from).saturating_add(shift.before),
            None => 0,
        };
        weeks.saturating_mul(self.open).saturating_add(within)
    }

    /// The first local time with so many open µs before it.
    fn reaches(&self, count: i64) -> i64 {
        // The end of a week's last shift belongs to that week, not to the next.
        let weeks = count.saturating_sub(1).checked_div_euclid(self.open).unwrap_or(0);
        let within = count.saturating_sub(weeks.saturating_mul(self.open));
        let begun = self.shifts.partition_point(|shift| shift.before < within);
        let place = match begun.checked_sub(1).and_then(|i| self.shifts.get(i)) {
            Some(shift) => within.saturating_sub(shift.before).saturating_add(shift.from),
            None => 0,
        };
        weeks.saturating_mul(WEEK).saturating_add(place).saturating_sub(MONDAY)
    }
}

/// Sorts stretches, unites those that overlap or touch, and drops empty ones.
fn unite(stretches: &mut Vec<(i64, i64)>) {
    stretches.retain(|(from, to)| from < to);
    sort(stretches);
    stretches.dedup_by(|next, last| {
        let joined = next.0 <= last.1;
        if joined {
            last.1 = last.1.max(next.1);
        }
        joined
    });
}

/// The whole time line.
fn pieces(zone: &Zone, hours: &Hours, week: &Week) -> Vec<Piece> {
    let mut line = Line { pieces: Vec::new(), at: FIRST, open: 0 };
    let mut days = irregular(zone, hours).into_iter().peekable();
    while let Some(first) = days.next() {
        let mut last = first;
        // The hours of a day can reach to the end of the next one, so two days on all is regular again.
        while let Some(day) = days.next_if(|&day| day <= last.saturating_add(2)) {
            last = day;
        }
        let (from, to) = (midnight(zone, first).max(FIRST), midnight(zone, last.saturating_add(2)).min(END));
        line.weekly(from, zone, week);
        let mut stretches = Vec::new();
        for day in first.saturating_sub(1)..=last.saturating_add(1) {
            let start = day.saturating_mul(DAY);
            // A date that the zone left out has no reading.
            if zone.to_local(zone.first_reading(start)) < start.saturating_add(DAY) {
                let at = |time: i64| zone.from_local(start.saturating_add(time)).clamp(from, to);
                stretches.extend(hours.of(day).iter().map(|&(start, end)| (at(start), at(end))));
            }
        }
        unite(&mut stretches);
        for (open, close) in stretches {
            line.reach(open, Pace::Closed, week);
            line.reach(close, Pace::Open, week);
        }
        line.reach(to, Pace::Closed, week);
    }
    line.weekly(END, zone, week);
    line.pieces.push(Piece { from: END, before: line.open, base: line.open, pace: Pace::Closed });
    line.pieces
}

/// The days that are not as in every week, ascending: exceptions, and days near a change of the clock.
fn irregular(zone: &Zone, hours: &Hours) -> Vec<i64> {
    let mut days: Vec<i64> = hours.exceptions().collect();
    let mut at = FIRST.saturating_sub(WEEK);
    loop {
        at = zone.span_at(at).to;
        if at > END.saturating_add(WEEK) {
            break;
        }
        days.extend(at.saturating_sub(BEFORE).div_euclid(DAY)..=at.saturating_add(AFTER).div_euclid(DAY));
    }
    sort(&mut days);
    days.dedup();
    days
}

fn midnight(zone: &Zone, day: i64) -> i64 {
    zone.from_local(day.saturating_mul(DAY))
}

/// The time line as it grows.
struct Line {
    pieces: Vec<Piece>,
    /// Where it ends.
    at: i64,
    /// Open µs so far.
    open: i64,
}

impl Line {
    /// On to an instant as in every week.
    fn weekly(&mut self, to: i64, zone: &Zone, week: &Week) {
        let pace = if week.open == 0 { Pace::Closed } else { Pace::Weekly(zone.offset_at(self.at)) };
        self.reach(to, pace, week);
    }

    /// On to an instant at one pace.
    fn reach(&mut self, to: i64, pace: Pace, week: &Week) {
        if to <= self.at {
            return;
        }
        let count = |at: i64| match pace {
            Pace::Closed => 0,
            Pace::Open => at,
            Pace::Weekly(offset) => week.before(at.saturating_add(micros(offset))),
        };
        let base = self.open.saturating_sub(count(self.at));
        if self.pieces.last().is_none_or(|last| last.pace != pace) {
            self.pieces.push(Piece { from: self.at, before: self.open, base, pace });
        }
        (self.at, self.open) = (to, base.saturating_add(count(to)));
    }
}
