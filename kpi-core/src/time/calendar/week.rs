//! A week without exceptions: open time on the wall clock, which repeats for ever.

use alloc::vec::Vec;

use super::DAY;
use super::hours::Hours;
use crate::sorted::sort;

const WEEK: i64 = 7 * DAY;
/// The Monday from which weeks are counted, 1969-12-29, is this much before 1970.
const MONDAY: i64 = 3 * DAY;

/// The shifts of a week, united, and what they add up to.
#[derive(Debug)]
pub(super) struct Week {
    /// Ascending, in µs from Monday's midnight.
    shifts: Vec<Open>,
    /// Open µs in all.
    open: i64,
}

/// An open stretch `[from, to)`, with the open time of the week before it.
#[derive(Debug)]
struct Open {
    from: i64,
    to: i64,
    before: i64,
}

impl Week {
    pub fn new(hours: &Hours) -> Self {
        let mut stretches = Vec::new();
        for (day, shifts) in (0_i64..).zip(hours.week()) {
            let midnight = day.saturating_mul(DAY);
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

    /// Whether it is never open.
    pub fn is_empty(&self) -> bool {
        self.open == 0
    }

    /// Open µs from Monday 1969-12-29 to a local time; negative before.
    pub fn before(&self, local: i64) -> i64 {
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
    pub fn reaches(&self, count: i64) -> i64 {
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

    /// Whether it is open at a local time.
    pub fn is_open(&self, local: i64) -> bool {
        let place = local.saturating_add(MONDAY).rem_euclid(WEEK);
        let begun = self.shifts.partition_point(|shift| shift.from <= place);
        begun.checked_sub(1).and_then(|i| self.shifts.get(i)).is_some_and(|shift| place < shift.to)
    }
}

/// Sorts stretches, unites those that overlap or touch, and drops empty ones.
pub(super) fn unite(stretches: &mut Vec<(i64, i64)>) {
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
