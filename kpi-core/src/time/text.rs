//! Instants as text: RFC 3339 in and out, local dates and times in.

use alloc::format;
use alloc::string::String;

use super::date::{DAY, Date};
use super::zone::{Zone, micros, parse_offset};
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
    let read = read(text).map_err(|code| refusal(code, text))?;
    Ok(match read.offset {
        Some(offset) => read.local.saturating_sub(micros(offset)),
        None => zone.from_local(read.local),
    })
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
    let read = read(text).map_err(|code| refusal(code, text))?;
    match read.offset {
        Some(offset) => Ok(read.local.saturating_sub(micros(offset))),
        None => Err(Error::new(
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
    let mut rest = Rest(text);
    let date = rest.date().ok_or(bad)?;
    if rest.0.is_empty() {
        return Ok(Reading { local: date, offset: None });
    }
    if !(rest.eat('T') || rest.eat('t') || rest.eat(' ')) {
        return Err(bad);
    }
    let time = rest.time()?;
    let offset = match rest.0 {
        "" => None,
        "Z" | "z" => Some(0),
        text => Some(parse_offset(text).filter(|s| s.unsigned_abs() < 86_400).ok_or(bad)?),
    };
    Ok(Reading { local: date.saturating_add(time), offset })
}

/// The text that is still to be read.
struct Rest<'a>(&'a str);

impl Rest<'_> {
    fn eat(&mut self, wanted: char) -> bool {
        let rest = self.0.strip_prefix(wanted);
        self.0 = rest.unwrap_or(self.0);
        rest.is_some()
    }

    /// Exactly so many digits.
    fn number(&mut self, digits: usize) -> Option<i64> {
        let (head, tail) = self.0.split_at_checked(digits)?;
        // `parse` alone would take a sign.
        let number = head.bytes().all(|b| b.is_ascii_digit()).then(|| head.parse().ok())?;
        self.0 = tail;
        number
    }

    /// The midnight of a date.
    fn date(&mut self) -> Option<i64> {
        let year = self.number(4)?;
        let month = self.eat('-').then(|| self.number(2))??;
        let day = self.eat('-').then(|| self.number(2))??;
        Date::new(year, month, day)?.days().checked_mul(DAY)
    }

    /// The time since midnight: hours and minutes, then seconds and their fraction if they are there.
    fn time(&mut self) -> Result<i64, Code> {
        let bad = Code::BadInstant;
        let hour = self.number(2).ok_or(bad)?;
        let minute = self.eat(':').then(|| self.number(2)).flatten().ok_or(bad)?;
        let (mut second, mut micro) = (0, 0);
        if self.eat(':') {
            second = self.number(2).ok_or(bad)?;
            if self.eat('.') {
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
        let end = self.0.bytes().take_while(u8::is_ascii_digit).count();
        let (digits, tail) = self.0.split_at_checked(end).filter(|_| end > 0).ok_or(Code::BadInstant)?;
        let (kept, finer) = digits.split_at_checked(6).unwrap_or((digits, ""));
        if finer.bytes().any(|b| b != b'0') {
            return Err(Code::TooFine);
        }
        self.0 = tail;
        format!("{kept:0<6}").parse().map_err(|_| Code::BadInstant)
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
