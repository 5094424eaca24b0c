//! Business calendars.

use alloc::string::String;

use kpi_core::time::{Schedule, Zone, format_instant, parse_instant};
use kpi_core::{Code, Error};
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

use crate::wire::{Reader, thrown};

/// A business calendar.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Calendar(kpi_core::time::Calendar);

#[wasm_bindgen]
impl Calendar {
    /// Reads a calendar.
    ///
    /// # Errors
    /// Those of [`kpi_core::time::Calendar::read`].
    #[wasm_bindgen(constructor)]
    pub fn new(numbers: &[f64], text: &str) -> Result<Calendar, JsValue> {
        let given = Reader::new(numbers, text).value();
        let calendar = given.and_then(|given| kpi_core::time::Calendar::read(&given, &Zone::utc()));
        calendar.map(Calendar).map_err(|error| thrown(&error))
    }

    fn schedule(&self, word: Option<&str>) -> Result<&Schedule, Error> {
        let text = "the calendar has no schedule for this word; name one of its words, or give `otherwise`";
        self.0.schedule(word).ok_or_else(|| Error::new(Code::BadCalendar, text).field("schedule"))
    }

    /// Open µs from one instant to another.
    ///
    /// # Errors
    /// What is wrong with an instant, or with the word of the schedule.
    pub fn elapsed(&self, from: &str, to: &str, word: Option<String>) -> Result<f64, JsValue> {
        let open = || {
            let schedule = self.schedule(word.as_deref())?;
            Ok(schedule.elapsed(parse_instant(from, schedule.zone())?, parse_instant(to, schedule.zone())?) as f64)
        };
        open().map_err(|error: Error| thrown(&error))
    }

    /// The instant at which so many open µs have passed.
    ///
    /// # Errors
    /// As [`Calendar::elapsed`]; `no_hours` where it is never reached.
    pub fn deadline(&self, from: &str, micros: f64, word: Option<String>) -> Result<String, JsValue> {
        let reached = || {
            let schedule = self.schedule(word.as_deref())?;
            schedule.deadline(parse_instant(from, schedule.zone())?, micros as i64).map(format_instant)
        };
        reached().map_err(|error: Error| thrown(&error))
    }

    /// Whether an instant lies in the hours.
    ///
    /// # Errors
    /// As [`Calendar::elapsed`].
    #[wasm_bindgen(js_name = isOpen)]
    pub fn is_open(&self, at: &str, word: Option<String>) -> Result<bool, JsValue> {
        let open = || {
            let schedule = self.schedule(word.as_deref())?;
            Ok(schedule.is_open(parse_instant(at, schedule.zone())?))
        };
        open().map_err(|error: Error| thrown(&error))
    }
}
