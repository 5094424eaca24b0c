//! Instants as text: RFC 3339 in and out, local dates and times in.

use alloc::format;
use alloc::string::String;

use super::date::{DAY, Date};
use super::zone::{Zone, micros, offset_of};
use crate::error::{Code, Error, Result};

/// Reads an instant: RFC 3339 with an offset (`2026-01-01T09:00:00.25+01:00`, also `Z`, `+0100`, `+01`), or a local
/// date (`2026-01-01`, its midnight) or date-time (`2026-01-01T09:00`) on the zone's clock, by the rule of
/// [`Zone::from_local`]. A space may stand for the `T`; seconds and fraction may be absent.
///
/// # Errors
/// `too_fine` if the text has digits other than 0 after the microseconds; `bad_instant` if it is anything else.
///
/// ```
/// use kpi_core::time::{Zone, parse_instant};
/// let zone = Zone::named("+02:00")?;
/// assert_eq!(parse_instant("1970-01-01", &zone)?, -7_200_000_000);
/// assert_eq!(parse_instant("1970-01-01 02:00:00.5", &zone)?, 500_000);
/// assert_eq!(parse_instant("1970-01-01T00:00:00Z", &zone)?, 0);
/// # Ok::<(), kpi_core::Error>(())
/// ```
pub fn parse_instant(text: &str, zone: &Zone) -> Result<i64> {
    instant(text, Some(zone))
}

/// Reads an instant with an offset or `Z`, and refuses a local one.
///
/// # Errors
/// As [`parse_instant`]; `bad_instant` also if the offset is absent.
///
/// ```
/// use kpi_core::time::parse_rfc3339;
/// assert_eq!(parse_rfc3339("1970-01-01T01:00:00.000001+01:00")?, 1);
/// assert!(parse_rfc3339("1970-01-01T01:00:00").is_err());
/// # Ok::<(), kpi_core::Error>(())
/// ```
pub fn parse_rfc3339(text: &str) -> Result<i64> {
    instant(text, None)
}

/// Reads an instant: a local one where there is a zone.
pub(crate) fn instant(text: &str, zone: Option<&Zone>) -> Result<i64> {
    let read = read(text).map_err(|code| refusal(code, text))?;
    match (read.offset, zone) {
        (Some(offset), _) => Ok(read.local.saturating_sub(micros(offset))),
        (None, Some(zone)) => Ok(zone.from_local(read.local)),
        (None, None) => Err(Error::new(
            Code::BadInstant,
            format!("`{}` has no offset from UTC; add Z or one such as +01:00", shown(text)),
        )),
    }
}

/// Writes an instant as RFC 3339 in UTC; milliseconds or microseconds only where there are some.
///
/// Years outside 0000 to 9999 get a sign and more digits (`+10000-01-01T00:00:00Z`), which [`parse_rfc3339`] does
/// not read.
///
/// ```
/// use kpi_core::time::format_instant;
/// assert_eq!(format_instant(0), "1970-01-01T00:00:00Z");
/// assert_eq!(format_instant(-1), "1969-12-31T23:59:59.999999Z");
/// ```
#[must_use]
pub fn format_instant(us: i64) -> String {
    let date = Date::of(us.div_euclid(DAY));
    let of_day = us.rem_euclid(DAY);
    let (second, micro) = (of_day / 1_000_000, of_day % 1_000_000);
    let fraction = match micro {
        0 => String::new(),
        _ if micro % 1000 == 0 => format!(".{:03}", micro / 1000),
        _ => format!(".{micro:06}"),
    };
    format!("{date}T{:02}:{:02}:{:02}{fraction}Z", second / 3600, second / 60 % 60, second % 60)
}

/// A local time, and the offset that stood behind it.
struct Reading {
    local: i64,
    offset: Option<i32>,
}

fn read(text: &str) -> Result<Reading, Code> {
    let bad = Code::BadInstant;
    let mut rest = Rest(text.as_bytes());
    let date = rest.date().ok_or(bad)?;
    if rest.0.is_empty() {
        return Ok(Reading { local: date, offset: None });
    }
    if !(rest.eat(b'T') || rest.eat(b't') || rest.eat(b' ')) {
        return Err(bad);
    }
    let time = rest.time()?;
    let offset = match rest.0 {
        b"" => None,
        b"Z" | b"z" => Some(0),
        text => Some(offset_of(text).filter(|s| s.unsigned_abs() < 86_400).ok_or(bad)?),
    };
    Ok(Reading { local: date.saturating_add(time), offset })
}

/// The text that is still to be read.
struct Rest<'a>(&'a [u8]);

impl Rest<'_> {
    fn eat(&mut self, wanted: u8) -> bool {
        match self.0.split_first() {
            Some((first, rest)) if *first == wanted => {
                self.0 = rest;
                true
            }
            _ => false,
        }
    }

    /// The next digit.
    fn digit(&mut self) -> Option<i64> {
        let (first, rest) = self.0.split_first().filter(|(first, _)| first.is_ascii_digit())?;
        self.0 = rest;
        Some(i64::from(first.wrapping_sub(b'0')))
    }

    /// Exactly so many digits.
    fn number(&mut self, digits: usize) -> Option<i64> {
        let mut number = 0i64;
        for _ in 0..digits {
            number = number.wrapping_mul(10).wrapping_add(self.digit()?);
        }
        Some(number)
    }

    /// Two digits after a mark.
    fn two_after(&mut self, mark: u8) -> Option<i64> {
        if self.eat(mark) { self.number(2) } else { None }
    }

    /// The midnight of a date.
    fn date(&mut self) -> Option<i64> {
        let year = self.number(4)?;
        let month = self.two_after(b'-')?;
        let day = self.two_after(b'-')?;
        Some(Date::new(year, month, day)?.days().wrapping_mul(DAY))
    }

    /// The time since midnight: hours and minutes, then seconds and their fraction if they are there.
    fn time(&mut self) -> Result<i64, Code> {
        let bad = Code::BadInstant;
        let hour = self.number(2).ok_or(bad)?;
        let minute = self.two_after(b':').ok_or(bad)?;
        let (mut second, mut micro) = (0, 0);
        if self.eat(b':') {
            second = self.number(2).ok_or(bad)?;
            if self.eat(b'.') {
                micro = self.fraction()?;
            }
        }
        if hour > 23 || minute > 59 || second > 59 {
            return Err(bad);
        }
        let minutes = hour.wrapping_mul(60).wrapping_add(minute);
        let seconds = minutes.wrapping_mul(60).wrapping_add(second);
        Ok(seconds.wrapping_mul(1_000_000).wrapping_add(micro))
    }

    /// Microseconds of one or more digits.
    fn fraction(&mut self) -> Result<i64, Code> {
        let (mut micro, mut unit) = (0i64, 1_000_000);
        while let Some(digit) = self.digit() {
            unit /= 10;
            if unit == 0 && digit > 0 {
                return Err(Code::TooFine);
            }
            micro = micro.wrapping_add(digit.wrapping_mul(unit));
        }
        if unit == 1_000_000 { Err(Code::BadInstant) } else { Ok(micro) }
    }
}

fn refusal(code: Code, text: &str) -> Error {
    let shown = shown(text);
    Error::new(
        code,
        match code {
            Code::TooFine => format!("`{shown}` is finer than a microsecond; round it"),
            _ => format!(
                "`{shown}` is not an instant; write 2026-01-31T09:00:00Z, with an offset such as +01:00, \
                 or a local date or time such as 2026-01-31 where a zone is given"
            ),
        },
    )
}

/// As much of a refused text as a message needs.
fn shown(text: &str) -> String {
    text.chars().take(40).collect()
}
