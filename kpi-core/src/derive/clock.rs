//! Which time counts: all of it, or the open hours of a ticket's schedules.

use crate::time::{Schedule, deadline_along, elapsed_along};

/// From which instant on which schedule holds, the first one also before; none where the ticket then has none.
pub(crate) type Along<'a> = (i64, Option<&'a Schedule>);

/// A way to measure time.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Clock<'a> {
    Calendar,
    Business(&'a [Along<'a>]),
}

impl Clock<'_> {
    /// µs that count in `[from, to)`.
    pub fn elapsed(&self, from: i64, to: i64) -> i64 {
        match self {
            Clock::Calendar => to.saturating_sub(from),
            Clock::Business(schedules) => elapsed_along(schedules, from, to),
        }
    }

    /// The first instant from `from` on at which so much time has passed; none where it never has.
    pub fn deadline(&self, from: i64, duration: i64) -> Option<i64> {
        match self {
            Clock::Calendar => from.checked_add(duration),
            Clock::Business(schedules) => deadline_along(schedules, from, duration).ok(),
        }
    }
}

/// The ways to measure the time of one ticket.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Clocks<'a> {
    /// In order; more than one where the schedule follows the priority.
    pub schedules: &'a [Along<'a>],
}

impl<'a> Clocks<'a> {
    /// The clock of all that has happened.
    pub fn whole(&self, business: bool) -> Clock<'a> {
        if business { Clock::Business(self.schedules) } else { Clock::Calendar }
    }

    /// The clock as it is known at an instant, at which the last schedule goes on; none where business time is asked for
    /// and the ticket then has no schedule.
    pub fn at(&self, instant: i64, business: bool) -> Option<Clock<'a>> {
        if !business {
            return Some(Clock::Calendar);
        }
        let known = self.schedules.partition_point(|(from, _)| *from <= instant).max(1);
        let known = self.schedules.get(..known)?;
        known.last()?.1.map(|_| Clock::Business(known))
    }
}
