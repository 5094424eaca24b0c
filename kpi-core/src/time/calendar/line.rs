//! The time line of a schedule: its open time as a function in pieces.
//!
//! Away from changes of the clock, holidays and special days, the open time repeats every week, and one piece reaches as
//! far as that holds. Around them each stretch is a piece of its own, open or closed.

use alloc::vec::Vec;

use super::DAY;
use super::hours::Hours;
use super::week::{Week, unite};
use crate::sorted::sort;
use crate::time::zone::{Zone, micros};
use crate::time::{END, FIRST};

const HOUR: i64 = DAY / 24;
/// A day is looked at by itself where its midnight, read as UTC, lies from so much before a change of the clock to so
/// much after it. A shift ends less than two days after its midnight, and offsets stay within 26 hours: so every other
/// day is wholly at the offset before or at the one after, and so is the midnight at which such days begin and end.
const BEFORE: i64 = 102 * HOUR;
const AFTER: i64 = 54 * HOUR;
/// The index has an entry for every 2⁴⁰ µs, 13 days.
const ENTRY: u32 = 40;

/// The pieces, and where to look for one.
#[derive(Debug)]
pub(super) struct Line {
    /// Ascending, from [`FIRST`] to [`END`]; the last one is closed.
    pieces: Vec<Piece>,
    /// Where the second piece begins: before it there is one piece, and after the index ends there is one.
    origin: i64,
    /// By stretch of time from the origin, the number of the piece in force at its start.
    index: Vec<u32>,
}

/// A stretch up to the next piece.
#[derive(Debug)]
pub(super) struct Piece {
    from: i64,
    /// Open µs before `from`, since [`FIRST`].
    before: i64,
    /// What is added to the pace's own count to have the open µs since [`FIRST`].
    pub base: i64,
    pub pace: Pace,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Pace {
    Closed,
    /// Its own count is the instant itself.
    Open,
    /// Open as every week, at this offset in seconds; its own count is that of the week.
    Weekly(i32),
}

impl Pace {
    /// Its own count of open µs at an instant.
    pub fn count(self, at: i64, week: &Week) -> i64 {
        match self {
            Pace::Closed => 0,
            Pace::Open => at,
            Pace::Weekly(offset) => week.before(at.saturating_add(micros(offset))),
        }
    }
}

impl Line {
    pub fn new(zone: &Zone, hours: &Hours, week: &Week) -> Self {
        let mut growing = Growing { pieces: Vec::new(), at: FIRST, open: 0, week };
        let mut days = irregular(zone, hours).into_iter().peekable();
        while let Some(first) = days.next() {
            let mut last = first;
            // The hours of a day can reach to the end of the next one, so two days on all is regular again.
            while let Some(day) = days.next_if(|&day| day <= last.saturating_add(2)) {
                last = day;
            }
            growing.weekly(midnight(zone, first).max(FIRST), zone);
            growing.days(first, last, zone, hours);
        }
        growing.weekly(END, zone);
        let Growing { mut pieces, open, .. } = growing;
        pieces.push(Piece { from: END, before: open, base: open, pace: Pace::Closed });

        let origin = pieces.get(1).map_or(END, |piece| piece.from);
        let (mut index, mut start, mut number) = (Vec::new(), origin, 0_u32);
        for (next, piece) in (0_u32..).zip(pieces.iter().take(pieces.len().saturating_sub(1))) {
            while start < piece.from {
                index.push(number);
                start = start.saturating_add(1 << ENTRY);
            }
            number = next;
        }
        index.push(number);
        Line { pieces, origin, index }
    }

    /// The piece in force at an instant from [`FIRST`] to [`END`].
    pub fn at(&self, at: i64) -> Option<&Piece> {
        let from_origin = usize::try_from(at.saturating_sub(self.origin) >> ENTRY);
        let entry = |place: usize| self.index.get(place).map(|&number| number as usize);
        let near = match from_origin {
            Err(_) => self.pieces.get(..1),
            Ok(place) => {
                let first = entry(place).or(self.index.last().map(|&number| number as usize))?;
                match entry(place.saturating_add(1)) {
                    Some(last) => self.pieces.get(first..=last),
                    None => self.pieces.get(first..),
                }
            }
        }?;
        near.partition_point(|piece| piece.from <= at).checked_sub(1).and_then(|i| near.get(i))
    }

    /// The piece in which so many open µs since [`FIRST`] are reached, for 1 and more; the closed one at [`END`] where they
    /// never are.
    pub fn reaching(&self, count: i64) -> Option<&Piece> {
        self.pieces.partition_point(|piece| piece.before < count).checked_sub(1).and_then(|i| self.pieces.get(i))
    }
}

/// The days that are not as in every week, ascending: exceptions, and days near a change of the clock.
fn irregular(zone: &Zone, hours: &Hours) -> Vec<i64> {
    let mut days: Vec<i64> = hours.exceptions().collect();
    let mut at = FIRST.saturating_sub(BEFORE);
    loop {
        at = zone.span_at(at).to;
        if at > END.saturating_add(BEFORE) {
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
struct Growing<'a> {
    pieces: Vec<Piece>,
    /// Where it ends.
    at: i64,
    /// Open µs so far.
    open: i64,
    week: &'a Week,
}

impl Growing<'_> {
    /// On to an instant as in every week.
    fn weekly(&mut self, to: i64, zone: &Zone) {
        self.reach(to, if self.week.is_empty() { Pace::Closed } else { Pace::Weekly(zone.offset_at(self.at)) });
    }

    /// On through irregular days, and the tail of the last one.
    fn days(&mut self, first: i64, last: i64, zone: &Zone, hours: &Hours) {
        let (from, to) = (self.at, midnight(zone, last.saturating_add(2)).min(END));
        let mut stretches = Vec::new();
        for day in first.saturating_sub(1)..=last.saturating_add(1) {
            let start = day.saturating_mul(DAY);
            // The first reading of a date that the zone left out is one of a later date.
            if zone.to_local(zone.first_reading(start)) < start.saturating_add(DAY) {
                let at = |time: i64| zone.from_local(start.saturating_add(time)).max(from).min(to);
                stretches.extend(hours.of(day).iter().map(|&(start, end)| (at(start), at(end))));
            }
        }
        unite(&mut stretches);
        for (open, close) in stretches {
            self.reach(open, Pace::Closed);
            self.reach(close, Pace::Open);
        }
        self.reach(to, Pace::Closed);
    }

    /// On to an instant at one pace.
    fn reach(&mut self, to: i64, pace: Pace) {
        if to <= self.at {
            return;
        }
        let base = self.open.saturating_sub(pace.count(self.at, self.week));
        if self.pieces.last().is_none_or(|last| last.pace != pace) {
            self.pieces.push(Piece { from: self.at, before: self.open, base, pace });
        }
        (self.at, self.open) = (to, base.saturating_add(pace.count(to, self.week)));
    }
}
