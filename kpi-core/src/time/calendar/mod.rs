//! Business time: calendars, and open time along a change from one schedule to another.

mod hours;
mod line;
mod read;
mod schedule;
mod week;

use alloc::format;
use alloc::string::String;

pub use hours::Hours;
pub use schedule::Schedule;

use crate::error::{Code, Error, Result};
use crate::hash::fingerprint;
use crate::sorted::Sorted;
use crate::time::END;

/// A day in µs.
const DAY: i64 = 86_400_000_000;

/// One schedule for all records, or one for each word of a text field of theirs.
///
/// ```
/// use kpi_core::time::{Calendar, Hours, Schedule, WeekStart, Zone};
/// let open = |from, to| Schedule::new(Zone::utc(), Hours::new().on(WeekStart::ALL, &[(from, to)])?);
/// let one = Calendar::from(open("09:00", "17:00")?);
/// assert!(one.schedule(None).is_some());
/// let several = Calendar::by("team", [("night".into(), open("22:00", "06:00")?)].into(), None)?;
/// assert!(several.schedule(Some("night")).is_some_and(|night| night.is_open(0)));
/// assert!(several.schedule(Some("day")).is_none());
/// # Ok::<(), kpi_core::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Calendar {
    field: Option<String>,
    schedules: Sorted<String, Schedule>,
    otherwise: Option<Schedule>,
    hash: u64,
}

impl From<Schedule> for Calendar {
    fn from(schedule: Schedule) -> Self {
        Calendar::new(None, Sorted::new(), Some(schedule))
    }
}

impl Calendar {
    /// A schedule for each word of a text field, and one for records that have none of these words.
    ///
    /// # Errors
    /// `bad_calendar` if the field has no name, or there is no schedule at all.
    pub fn by(field: &str, schedules: Sorted<String, Schedule>, otherwise: Option<Schedule>) -> Result<Self> {
        if field.is_empty() {
            return Err(bad("name the text field that chooses the schedule, such as team").field("by"));
        }
        if schedules.is_empty() && otherwise.is_none() {
            return Err(bad("there is no schedule; give one for each word of the field").field("schedules"));
        }
        Ok(Calendar::new(Some(field.into()), schedules, otherwise))
    }

    fn new(field: Option<String>, schedules: Sorted<String, Schedule>, otherwise: Option<Schedule>) -> Self {
        let mut calendar = Calendar { field, schedules, otherwise, hash: 0 };
        let mut text = String::from(calendar.field().unwrap_or_default());
        for (word, schedule) in calendar.schedules() {
            // The length keeps a word from being taken for what follows it.
            text.push_str(&match word {
                Some(word) => format!("\n{}:{word}:{}", word.len(), schedule.fingerprint()),
                None => format!("\n:{}", schedule.fingerprint()),
            });
        }
        calendar.hash = fingerprint(&text);
        calendar
    }

    /// The text field that chooses the schedule, where there are several.
    #[must_use]
    pub fn field(&self) -> Option<&str> {
        self.field.as_deref()
    }

    /// The schedule of a record with this word in the field; none where the calendar does not cover it.
    #[must_use]
    pub fn schedule(&self, word: Option<&str>) -> Option<&Schedule> {
        word.and_then(|word| self.schedules.get(word)).or(self.otherwise.as_ref())
    }

    /// Every schedule with its word; none for the one of all other records.
    pub fn schedules(&self) -> impl Iterator<Item = (Option<&str>, &Schedule)> {
        let named = self.schedules.iter().map(|(word, schedule)| (Some(word.as_str()), schedule));
        named.chain(self.otherwise.iter().map(|schedule| (None, schedule)))
    }

    /// A short name for what it says: the same for hours that are written alike in zones of the same rules.
    #[must_use]
    pub fn hash(&self) -> u64 {
        self.hash
    }
}

/// Open µs in `[from, to)` of a record that goes from one schedule to another: each schedule holds from its instant to
/// that of the next one, the first one also before. The list is in order; where it has none instead of a schedule, there
/// is no open time. Negative where `to` is before `from`.
///
/// ```
/// use kpi_core::time::{Hours, Schedule, WeekStart, Zone, deadline_along, elapsed_along};
/// let always = Schedule::new(Zone::utc(), Hours::new().on(WeekStart::ALL, &[("00:00", "24:00")])?)?;
/// let evening = Schedule::new(Zone::utc(), Hours::new().on(WeekStart::ALL, &[("20:00", "24:00")])?)?;
/// let hour = 3_600_000_000;
/// let changes = [(0, &always), (2 * hour, &evening)];
/// assert_eq!(elapsed_along(&changes, 0, 24 * hour), 6 * hour);
/// assert_eq!(deadline_along(&changes, 0, 3 * hour)?, 21 * hour);
/// assert_eq!(elapsed_along(&[(0, Some(&always)), (2 * hour, None)], 0, 24 * hour), 2 * hour);
/// # Ok::<(), kpi_core::Error>(())
/// ```
#[must_use]
pub fn elapsed_along<'a, S>(schedules: &[(i64, S)], from: i64, to: i64) -> i64
where
    S: Copy + Into<Option<&'a Schedule>>,
{
    if to < from {
        return elapsed_along(schedules, to, from).saturating_neg();
    }
    let open = |(schedule, from, to): (Option<&Schedule>, i64, i64)| schedule.map_or(0, |own| own.elapsed(from, to));
    stretches(schedules, from, to).map(open).fold(0, i64::saturating_add)
}

/// The first instant from `from` on at which `duration` µs of open time have passed, for a record that goes from one
/// schedule to another as in [`elapsed_along`].
///
/// # Errors
/// As [`Schedule::deadline`].
pub fn deadline_along<'a, S>(schedules: &[(i64, S)], from: i64, duration: i64) -> Result<i64>
where
    S: Copy + Into<Option<&'a Schedule>>,
{
    if duration <= 0 {
        return if duration == 0 { Ok(from) } else { Err(schedule::negative()) };
    }
    let mut left = duration;
    for (schedule, from, to) in stretches(schedules, from.min(END), i64::MAX) {
        let Some(schedule) = schedule else { continue };
        let open = schedule.elapsed(from, to);
        if left <= open || to == i64::MAX {
            return schedule.deadline(from, left);
        }
        left = left.saturating_sub(open);
    }
    Err(Error::new(Code::NoHours, "there is no schedule from then on, so no deadline; give one"))
}

/// The part of `[from, to)` in which each schedule holds.
fn stretches<'a, S>(
    schedules: &[(i64, S)],
    from: i64,
    to: i64,
) -> impl Iterator<Item = (Option<&'a Schedule>, i64, i64)>
where
    S: Copy + Into<Option<&'a Schedule>>,
{
    let ends = schedules.iter().skip(1).map(|next| next.0).chain([i64::MAX]);
    let mut begins = i64::MIN;
    schedules.iter().zip(ends).filter_map(move |((_, schedule), ends)| {
        let stretch = ((*schedule).into(), begins.max(from), ends.min(to));
        begins = begins.max(ends);
        (stretch.1 < stretch.2).then_some(stretch)
    })
}

/// A calendar that cannot be read.
fn bad(text: impl Into<String>) -> Error {
    Error::new(Code::BadCalendar, text)
}
