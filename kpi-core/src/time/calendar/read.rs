//! Calendars from what a caller gives.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use serde::de::{self, Deserialize, Deserializer};

use super::{Calendar, Hours, Schedule, bad};
use crate::error::{Code, Error, Result};
use crate::given::Given;
use crate::time::{WeekStart, Zone};

impl Calendar {
    /// Reads a calendar: one schedule `{zone, hours, holidays, special_days}`, or `{by, schedules, otherwise}`. A
    /// schedule that names no zone is on the clock of `zone`.
    ///
    /// # Errors
    /// `bad_calendar`, `bad_zone` or `no_hours`, with the place as the field.
    ///
    /// ```
    /// use kpi_core::Given;
    /// use kpi_core::time::{Calendar, Zone};
    /// let json = r#"{"zone": "+01:00", "hours": {"monday": [["09:00", "12:00"], ["13:00", "17:00"]]}}"#;
    /// let given: Given = serde_json::from_str(json)?;
    /// let calendar = Calendar::read(&given, &Zone::utc())?;
    /// assert_eq!(calendar.schedule(None).map(|office| office.zone().name()), Some("+01:00"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn read(given: &Given, zone: &Zone) -> Result<Self> {
        calendar(given, zone).map_err(|error| match error.code() {
            Code::BadCalendar | Code::BadZone | Code::NoHours => error,
            _ => within(error.field_name().unwrap_or("calendar"), bad(error.text())),
        })
    }
}

fn calendar(given: &Given, zone: &Zone) -> Result<Calendar> {
    const SEVERAL: &[&str] = &["by", "schedules", "otherwise"];
    let map = given.by_word()?;
    if !SEVERAL.iter().any(|&name| map.contains_key(name)) {
        return schedule(given, zone).map(Calendar::from);
    }
    let fields = given.fields(SEVERAL)?;
    let named = |(word, given): (&String, &Given)| {
        let read = schedule(given, zone).map_err(|error| within(&format!("schedules.{word}"), error));
        read.map(|schedule| (word.clone(), schedule))
    };
    let schedules = fields.get("schedules", |given| given.by_word()?.iter().map(named).collect())?;
    let otherwise = |given| schedule(given, zone).map_err(|error| within("otherwise", error));
    let otherwise = fields.get("otherwise", otherwise)?;
    Calendar::by(fields.need("by", Given::text)?, schedules.unwrap_or_default(), otherwise)
}

fn schedule(given: &Given, zone: &Zone) -> Result<Schedule> {
    let fields = given.fields(&["zone", "hours", "holidays", "special_days"])?;
    let own = fields.get("zone", Zone::read)?;
    let mut hours = Hours::new();
    for (day, given) in fields.get("hours", Given::by_word)?.into_iter().flatten() {
        let place = |error| within(&format!("hours.{day}"), error);
        hours = hours.on(&[day.parse::<WeekStart>().map_err(place)?], &shifts(given).map_err(place)?)?;
    }
    let dates = fields.get("holidays", |given| given.list()?.iter().map(Given::text).collect::<Result<Vec<_>>>())?;
    hours = hours.closed_on(&dates.unwrap_or_default())?;
    for (date, given) in fields.get("special_days", Given::by_word)?.into_iter().flatten() {
        let shifts = shifts(given).map_err(|error| within(&format!("special_days.{date}"), error))?;
        hours = hours.special_day(date, &shifts)?;
    }
    Schedule::new(own.unwrap_or_else(|| zone.clone()), hours)
}

/// The starts and ends of a day.
fn shifts(given: &Given) -> Result<Vec<(&str, &str)>> {
    let shifts = given.list()?.iter().map(|shift| match shift.list()? {
        [start, end] => Ok((start.text()?, end.text()?)),
        _ => Err(bad("a shift is a start and an end, such as [\"09:00\", \"17:00\"]")),
    });
    shifts.collect()
}

/// The error at a place, or deeper in it.
fn within(place: &str, error: Error) -> Error {
    let field = match error.field_name() {
        Some(field) => format!("{place}.{field}"),
        None => place.into(),
    };
    error.field(field)
}

impl<'de> Deserialize<'de> for Calendar {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Calendar::read(&Given::deserialize(deserializer)?, &Zone::utc()).map_err(de::Error::custom)
    }
}
