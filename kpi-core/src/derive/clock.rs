//! Which time counts: all of it, or the open hours of a ticket's schedule.

use crate::time::Schedule;

/// A way to measure time.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Clock<'a> {
    Calendar,
    Business(&'a Schedule),
}

impl Clock<'_> {
    /// µs that count in `[from, to)`.
    pub fn elapsed(&self, from: i64, to: i64) -> i64 {
        match self {
            Clock::Calendar => to.saturating_sub(from),
            Clock::Business(schedule) => schedule.elapsed(from, to),
        }
    }

    /// The first instant from `from` on at which so much time has passed; none where it never has.
    pub fn deadline(&self, from: i64, duration: i64) -> Option<i64> {
        match self {
            Clock::Calendar => from.checked_add(duration),
            Clock::Business(schedule) => schedule.deadline(from, duration).ok(),
        }
    }
}

/// The ways to measure the time of one ticket.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Clocks<'a> {
    /// The ticket's own schedule, where it has one.
    pub schedule: Option<&'a Schedule>,
}

impl<'a> Clocks<'a> {
    /// None where business time is asked for and the ticket has no schedule.
    pub fn get(&self, business: bool) -> Option<Clock<'a>> {
        if business { self.schedule.map(Clock::Business) } else { Some(Clock::Calendar) }
    }
}
