//! Time zones as data: UTC, a fixed offset, or a table of transitions.

use alloc::borrow::ToOwned;
use alloc::format;
use alloc::string::String;
use alloc::sync::Arc;
use alloc::vec::Vec;
use core::fmt::Write;

use serde::Serialize;
use serde::de::{self, Deserialize, Deserializer};

use crate::error::{Code, Error, Result};
use crate::given::Given;

/// Offsets may be this many seconds from UTC; real ones have stayed within 16 hours.
const WIDEST: i32 = 26 * 3600;

/// The offset from UTC at every instant, with the name and the source of that knowledge.
///
/// As JSON it is a name (`"UTC"`, `"+02:00"`, with the feature `tz` also `"Europe/Berlin"`) or a table
/// `{"name", "source", "initial_offset", "transitions": [[instant in µs, offset in seconds], …]}`, whose numbers may
/// be strings. It is written as `{"name", "source"}`: what a report says about its zone.
///
/// ```
/// use kpi_core::time::{Zone, parse_rfc3339};
/// let spring = parse_rfc3339("2026-03-29T01:00:00Z")?;
/// let berlin = Zone::table("Europe/Berlin", "tzdata 2026a", 3600, vec![(spring, 7200)])?;
/// assert_eq!(berlin.offset_at(spring - 1), 3600);
/// assert_eq!(berlin.offset_at(spring), 7200);
/// # Ok::<(), kpi_core::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Zone {
    name: String,
    source: String,
    #[serde(skip)]
    initial: i32,
    /// Strictly ascending, each with another offset than the one before it.
    #[serde(skip)]
    transitions: Arc<[(i64, i32)]>,
}

/// A stretch of one offset: `[from, to)`; the last one has no end and carries `i64::MAX`.
#[derive(Clone, Copy)]
pub(crate) struct Span {
    pub from: i64,
    pub to: i64,
    pub offset: i32,
}

impl Span {
    /// What its clock reads at an instant.
    pub fn local(self, at: i64) -> i64 {
        at.saturating_add(micros(self.offset))
    }

    /// The instant at which a clock with this offset reads `local`.
    fn at(self, local: i64) -> i64 {
        local.saturating_sub(micros(self.offset))
    }
}

impl Zone {
    /// UTC.
    ///
    /// ```
    /// use kpi_core::time::Zone;
    /// assert_eq!(Zone::utc().name(), "UTC");
    /// assert_eq!(Zone::utc().to_local(1_000_000), 1_000_000);
    /// ```
    #[must_use]
    pub fn utc() -> Self {
        Zone { name: "UTC".to_owned(), source: "fixed".to_owned(), initial: 0, transitions: Arc::from([]) }
    }

    /// The same offset always, in seconds east of UTC.
    ///
    /// # Errors
    /// `bad_zone` if the offset is more than 26 hours.
    ///
    /// ```
    /// use kpi_core::time::Zone;
    /// assert_eq!(Zone::fixed(-12_600)?.name(), "-03:30");
    /// assert!(Zone::fixed(100_000).is_err());
    /// # Ok::<(), kpi_core::Error>(())
    /// ```
    pub fn fixed(seconds: i32) -> Result<Self> {
        check_offset(seconds)?;
        Ok(Zone { name: offset_text(seconds), initial: seconds, ..Zone::utc() })
    }

    /// A table: the offset before the first transition, then each transition's instant (µs UTC) and the offset in
    /// seconds from there on. The last offset holds for ever: the table must reach over the range of the data.
    ///
    /// # Errors
    /// `bad_zone` if the name or the source is empty, the instants are not strictly ascending, or an offset is more
    /// than 26 hours.
    ///
    /// ```
    /// use kpi_core::time::Zone;
    /// let zone = Zone::table("Here", "by hand", 0, vec![(10, 3600), (20, 0)])?;
    /// assert_eq!([9, 10, 20].map(|us| zone.offset_at(us)), [0, 3600, 0]);
    /// assert!(Zone::table("Here", "by hand", 0, vec![(20, 3600), (10, 0)]).is_err());
    /// # Ok::<(), kpi_core::Error>(())
    /// ```
    pub fn table(
        name: impl Into<String>,
        source: impl Into<String>,
        initial_offset: i32,
        transitions: Vec<(i64, i32)>,
    ) -> Result<Self> {
        let (name, source) = (name.into(), source.into());
        if name.is_empty() || source.is_empty() {
            return Err(Error::new(
                Code::BadZone,
                "a table needs a name and a source; say where it comes from, with the version of the time zone data",
            ));
        }
        check_offset(initial_offset)?;
        for &(_, offset) in &transitions {
            check_offset(offset)?;
        }
        let mut kept = Vec::new();
        let (mut at, mut before) = (None, initial_offset);
        for &(us, offset) in &transitions {
            if at >= Some(us) {
                return Err(Error::new(
                    Code::BadZone,
                    format!("the transitions of {name} are not strictly ascending; sort them and remove duplicates"),
                ));
            }
            // A change of abbreviation alone is no transition here, so that equal rules are equal.
            if offset != before {
                kept.push((us, offset));
            }
            (at, before) = (Some(us), offset);
        }
        Ok(Zone { name, source, initial: initial_offset, transitions: kept.into() })
    }

    /// A zone by name: `UTC`, `Z`, an offset such as `+02:00` or `-0330`, and with the feature `tz` every IANA name,
    /// known from 1845 to 2099.
    ///
    /// # Errors
    /// `bad_zone` if the name is unknown, or is an IANA name and the feature `tz` is off.
    ///
    /// ```
    /// use kpi_core::time::Zone;
    /// assert_eq!(Zone::named("-0330")?.offset_at(0), -12_600);
    /// assert_eq!(Zone::named("Z")?, Zone::utc());
    /// assert!(Zone::named("Mars/Olympus").is_err());
    /// # Ok::<(), kpi_core::Error>(())
    /// ```
    pub fn named(name: &str) -> Result<Self> {
        if name == "UTC" || name == "Z" {
            return Ok(Zone::utc());
        }
        if let Some(seconds) = parse_offset(name) {
            return Zone::fixed(seconds);
        }
        iana(name)
    }

    /// The name: `UTC`, `+02:00`, `Europe/Berlin`, or the caller's.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Where the rules come from, with the version: `fixed`, `chrono-tz 0.10 (IANA 2025b)`, or the caller's words.
    ///
    /// ```
    /// use kpi_core::time::Zone;
    /// assert_eq!(Zone::utc().source(), "fixed");
    /// ```
    #[must_use]
    pub fn source(&self) -> &str {
        &self.source
    }

    /// The offset in seconds east of UTC at an instant.
    ///
    /// ```
    /// use kpi_core::time::Zone;
    /// assert_eq!(Zone::named("+05:45")?.offset_at(0), 20_700);
    /// # Ok::<(), kpi_core::Error>(())
    /// ```
    #[must_use]
    pub fn offset_at(&self, us: i64) -> i32 {
        self.span_at(us).offset
    }

    /// What the wall clock reads at an instant. At the ends of `i64` it saturates.
    ///
    /// ```
    /// use kpi_core::time::Zone;
    /// assert_eq!(Zone::fixed(3600)?.to_local(0), 3_600_000_000);
    /// # Ok::<(), kpi_core::Error>(())
    /// ```
    #[must_use]
    pub fn to_local(&self, us: i64) -> i64 {
        us.saturating_add(micros(self.offset_at(us)))
    }

    /// The instant of a local time. A time that the clock reads twice is the first; a time that it jumps over moves
    /// forward by the length of the jump. At the ends of `i64` it saturates.
    ///
    /// ```
    /// use kpi_core::time::{Zone, format_instant, parse_rfc3339};
    /// let table = vec![(parse_rfc3339("2026-03-29T01:00:00Z")?, 7200), (parse_rfc3339("2026-10-25T01:00:00Z")?, 3600)];
    /// let berlin = Zone::table("Europe/Berlin", "by hand", 3600, table)?;
    /// // 02:30 does not exist on 29 March: it is 03:30.
    /// let gap = parse_rfc3339("2026-03-29T02:30:00Z")?;
    /// assert_eq!(format_instant(berlin.from_local(gap)), "2026-03-29T01:30:00Z");
    /// // 02:30 occurs twice on 25 October: the first is in summer time.
    /// let twice = parse_rfc3339("2026-10-25T02:30:00Z")?;
    /// assert_eq!(format_instant(berlin.from_local(twice)), "2026-10-25T00:30:00Z");
    /// # Ok::<(), kpi_core::Error>(())
    /// ```
    #[must_use]
    pub fn from_local(&self, local: i64) -> i64 {
        let latest = local.saturating_add(micros(WIDEST));
        let (mut jumped, mut before) = (None, local);
        let mut next = Some(self.span_near(local));
        while let Some(span) = next {
            if span.from > latest {
                break;
            }
            let at = span.at(local);
            if at < span.from {
                // The clock jumped over the time, unless a later span goes back to it.
                jumped = jumped.or(Some(before));
            } else if at < span.to || span.to == i64::MAX {
                return at;
            }
            before = at;
            next = self.span_after(span);
        }
        jumped.unwrap_or(before)
    }

    /// The first instant at which the clock reads this local time or a later one: [`Zone::from_local`], except that
    /// a time inside a jump gives the jump itself. A day begins here, and so do week, month, quarter and year.
    ///
    /// ```
    /// use kpi_core::time::{Zone, format_instant, parse_rfc3339};
    /// let jump = parse_rfc3339("2026-03-29T01:00:00Z")?;
    /// let berlin = Zone::table("Europe/Berlin", "by hand", 3600, vec![(jump, 7200)])?;
    /// assert_eq!(berlin.first_reading(parse_rfc3339("2026-03-29T02:30:00Z")?), jump);
    /// # Ok::<(), kpi_core::Error>(())
    /// ```
    #[must_use]
    pub fn first_reading(&self, local: i64) -> i64 {
        let mut span = self.span_near(local);
        loop {
            let first = span.at(local).max(span.from);
            match self.span_after(span) {
                Some(next) if first >= span.to => span = next,
                _ => return first,
            }
        }
    }

    /// The rules as text, for hashes: equal exactly if every instant has the same offset, whatever the name.
    ///
    /// ```
    /// use kpi_core::time::Zone;
    /// assert_eq!(Zone::utc().fingerprint(), "0");
    /// assert_eq!(Zone::table("Here", "by hand", 0, vec![(10, 3600)])?.fingerprint(), "0;10=3600");
    /// # Ok::<(), kpi_core::Error>(())
    /// ```
    #[must_use]
    pub fn fingerprint(&self) -> String {
        let mut text = format!("{}", self.initial);
        for (us, offset) in self.transitions.iter() {
            // Writing to a String cannot fail.
            let _ = write!(text, ";{us}={offset}");
        }
        text
    }

    /// The stretch of one offset that contains the instant.
    pub(crate) fn span_at(&self, us: i64) -> Span {
        let after = self.transitions.partition_point(|t| t.0 <= us);
        let (from, offset) = match after.checked_sub(1).and_then(|i| self.transitions.get(i)) {
            Some(&(from, offset)) => (from, offset),
            None => (i64::MIN, self.initial),
        };
        let to = self.transitions.get(after).map_or(i64::MAX, |t| t.0);
        Span { from, to, offset }
    }

    /// The earliest span in which a clock could read `local`.
    fn span_near(&self, local: i64) -> Span {
        self.span_at(local.saturating_sub(micros(WIDEST)))
    }

    /// The next span; none after the last.
    fn span_after(&self, span: Span) -> Option<Span> {
        (span.to < i64::MAX).then(|| self.span_at(span.to))
    }
}

/// Seconds of an offset as microseconds.
pub(super) fn micros(seconds: i32) -> i64 {
    i64::from(seconds).saturating_mul(1_000_000)
}

/// `+02:00`; seconds only where there are some.
pub(super) fn offset_text(seconds: i32) -> String {
    let sign = if seconds < 0 { "-" } else { "+" };
    let s = i64::from(seconds.unsigned_abs());
    let (hours, minutes, rest) = (s / 3600, s / 60 % 60, s % 60);
    if rest == 0 {
        format!("{sign}{hours:02}:{minutes:02}")
    } else {
        format!("{sign}{hours:02}:{minutes:02}:{rest:02}")
    }
}

/// Seconds of `+02`, `+0200`, `+02:00` or `+02:00:00`.
pub(super) fn parse_offset(text: &str) -> Option<i32> {
    offset_of(text.as_bytes())
}

/// The same of a text's bytes.
pub(super) fn offset_of(text: &[u8]) -> Option<i32> {
    let (sign, rest) = match text.split_first()? {
        (b'+', rest) => (1, rest),
        (b'-', rest) => (-1, rest),
        _ => return None,
    };
    let digits = match *rest {
        [a, b] => [a, b, b'0', b'0', b'0', b'0'],
        [a, b, c, d] | [a, b, b':', c, d] => [a, b, c, d, b'0', b'0'],
        [a, b, b':', c, d, b':', e, f] => [a, b, c, d, e, f],
        _ => return None,
    };
    // By digit the highest, and the seconds of one.
    let places = [(b'9', 36_000), (b'9', 3600), (b'5', 600), (b'9', 60), (b'5', 10), (b'9', 1)];
    let mut seconds = 0i32;
    for (digit, (highest, each)) in digits.into_iter().zip(places) {
        if !(b'0'..=highest).contains(&digit) {
            return None;
        }
        seconds = seconds.wrapping_add(i32::from(digit.wrapping_sub(b'0')).wrapping_mul(each));
    }
    seconds.checked_mul(sign)
}

fn check_offset(seconds: i32) -> Result<()> {
    let seconds = i64::from(seconds);
    if seconds.abs() > WIDEST.into() {
        return Err(Error::new(
            Code::BadZone,
            format!("an offset of {seconds} seconds is more than 26 hours; offsets are in seconds east of UTC"),
        ));
    }
    Ok(())
}

#[cfg(not(feature = "tz"))]
fn iana(name: &str) -> Result<Zone> {
    Err(Error::new(
        Code::BadZone,
        format!(
            "the zone `{name}` is not known here; give UTC, an offset such as +02:00, or a table \
             {{name, source, initial_offset, transitions}} (in Rust the feature `tz` knows the IANA names)"
        ),
    ))
}

/// The table of an IANA zone, found through the offsets: chrono-tz does not show its transitions.
#[cfg(feature = "tz")]
fn iana(name: &str) -> Result<Zone> {
    use chrono::{DateTime, Offset, TimeZone};

    /// 1840 to 2101: chrono-tz has no transition outside.
    const YEARS: core::ops::Range<i64> = -4_102_444_800..4_133_980_800;
    /// The step of the search: no zone leaves an offset and returns to it within a day.
    const DAY: i64 = 86_400;

    let tz: chrono_tz::Tz = name.parse().map_err(|_| {
        Error::new(
            Code::BadZone,
            format!("the zone `{name}` is not known; give an IANA name such as Europe/Berlin, UTC, or an offset such as +02:00"),
        )
    })?;
    let offset = |seconds: i64| {
        let utc = DateTime::from_timestamp(seconds, 0).unwrap_or_default().naive_utc();
        tz.offset_from_utc_datetime(&utc).fix().local_minus_utc()
    };
    let initial = offset(YEARS.start);
    let (mut at, mut current) = (YEARS.start, initial);
    let mut transitions = Vec::new();
    while at < YEARS.end {
        let end = at.saturating_add(DAY);
        // The first second after `at` with another offset, should the day end with one; then look on from there.
        if offset(end) == current {
            at = end;
            continue;
        }
        let (mut before, mut after) = (at, end);
        while after.saturating_sub(before) > 1 {
            let middle = before.midpoint(after);
            if offset(middle) == current { before = middle } else { after = middle }
        }
        (at, current) = (after, offset(after));
        transitions.push((after.saturating_mul(1_000_000), current));
    }
    let source = format!("chrono-tz 0.10 (IANA {})", chrono_tz::IANA_TZDB_VERSION);
    Zone::table(name, source, initial, transitions)
}

impl Zone {
    /// Reads a zone: a name, or an object `{name, source, initial_offset, transitions: [[µs, seconds], …]}`.
    ///
    /// # Errors
    /// `bad_zone`.
    pub fn read(given: &Given) -> Result<Self> {
        if let Given::Text(name) = given {
            return Zone::named(name);
        }
        Self::read_table(given).map_err(|error| match error.code() {
            Code::BadZone => error,
            _ => Error::new(Code::BadZone, format!("{FORM}: {}", error.text())),
        })
    }

    fn read_table(given: &Given) -> Result<Self> {
        let fields = given.fields(&["name", "source", "initial_offset", "transitions"])?;
        // What does not fit is out of range for the check of offsets as well.
        let offset = |given: &Given| given.scaled(0).map(|offset| i32::try_from(offset).unwrap_or(i32::MAX));
        let transitions = fields.need("transitions", |given| {
            let mut transitions = Vec::new();
            for change in given.list()? {
                let [us, seconds] = change.list()? else { return Err(Error::new(Code::BadZone, FORM)) };
                transitions.push((us.scaled(0)?, offset(seconds)?));
            }
            Ok(transitions)
        })?;
        let (name, source) = (fields.need("name", Given::text)?, fields.need("source", Given::text)?);
        Zone::table(name, source, fields.need("initial_offset", offset)?, transitions)
    }
}

const FORM: &str = "a zone is a name, or {name, source, initial_offset, transitions: [[µs, seconds], …]}";

impl<'de> Deserialize<'de> for Zone {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Zone::read(&Given::deserialize(deserializer)?).map_err(de::Error::custom)
    }
}
