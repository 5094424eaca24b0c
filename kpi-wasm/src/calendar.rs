//! Business calendars.

use alloc::boxed::Box;
use alloc::vec::Vec;

use kpi_core::time::{Calendar, Zone, format_instant, parse_instant};
use kpi_core::{Code, Error, Given, Result, Table};

use crate::parts::Answer;
use crate::wire::write;

/// The calendar that is described.
pub(crate) fn calendar(given: &Given) -> Result<Box<dyn Answer>> {
    Ok(Box::new(Calendar::read(given, &Zone::utc())?))
}

impl Answer for Calendar {
    /// Asked for what by a word, an instant, another one or µs, and the word of the schedule: `elapsed` is open µs, `deadline`
    /// the instant at which so many have passed, `open` whether the instant lies in the hours.
    fn call(&mut self, given: &Given, _: &[Table<'_>]) -> Result<Vec<u8>> {
        let Given::List(given) = given else { return Err(unasked()) };
        let [Given::Text(what), Given::Text(from), to, word] = &**given else { return Err(unasked()) };
        let word = if let Given::Text(word) = word { Some(&**word) } else { None };
        let text = "the calendar has no schedule for this word; name one of its words, or give `otherwise`";
        let schedule = self.schedule(word).ok_or_else(|| Error::new(Code::BadCalendar, text).field("schedule"))?;
        let from = parse_instant(from, schedule.zone())?;
        match (&**what, to) {
            ("elapsed", Given::Text(to)) => {
                write(&(schedule.elapsed(from, parse_instant(to, schedule.zone())?) as f64))
            }
            ("deadline", &Given::Int(micros)) => write(&format_instant(schedule.deadline(from, micros)?)),
            // Too many to be whole.
            ("deadline", &Given::Float(micros)) => write(&format_instant(schedule.deadline(from, micros as i64)?)),
            ("open", _) => write(&schedule.is_open(from)),
            _ => Err(unasked()),
        }
    }
}

/// JavaScript asks in one of these ways.
fn unasked() -> Error {
    Error::new(Code::BadRequest, "a calendar has `elapsed`, `deadline` and `isOpen`")
}
