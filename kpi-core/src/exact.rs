//! Exact numbers: the one division, fractions that are rounded once, amounts, scores, durations and instants.

use alloc::format;
use alloc::string::{String, ToString};
use core::fmt;
use core::str::FromStr;

use rust_decimal::Decimal;
use serde::de::{self, Deserialize, Deserializer, Visitor};
use serde::{Serialize, Serializer};

use crate::error::{Code, Error, Result};

/// Decimal places of every value that comes out.
pub const PLACES: u32 = 9;

/// `numerator ÷ denominator`, rounded once, half to even, to `places` decimal places.
///
/// Both sides may be any `i128`; no step leaves integer arithmetic.
///
/// # Errors
/// [`Code::Overflow`] when the denominator is 0 or the quotient does not fit a decimal.
///
/// ```
/// assert_eq!(kpi_core::exact::divide(2, 3, 9)?.to_string(), "0.666666667");
/// assert_eq!(kpi_core::exact::divide(1, 2, 0)?.to_string(), "0"); // half to even
/// # Ok::<(), kpi_core::Error>(())
/// ```
pub fn divide(numerator: i128, denominator: i128, places: u32) -> Result<Decimal> {
    let negative = (numerator < 0) != (denominator < 0);
    let (n, d) = (numerator.unsigned_abs(), denominator.unsigned_abs());
    let mut q = n.checked_div(d).ok_or_else(Error::overflow)?;
    let mut r = n.checked_rem(d).ok_or_else(Error::overflow)?;
    for _ in 0..places {
        let (digit, rest) = ten_times_over(r, d);
        q = q.checked_mul(10).and_then(|q| q.checked_add(digit)).ok_or_else(Error::overflow)?;
        r = rest;
    }
    // Compare the remainder with the half without doubling it.
    let up = match d.wrapping_sub(r).cmp(&r) {
        core::cmp::Ordering::Less => true,
        core::cmp::Ordering::Equal => q & 1 == 1,
        core::cmp::Ordering::Greater => false,
    };
    let q = q.checked_add(u128::from(up)).and_then(|q| i128::try_from(q).ok()).ok_or_else(Error::overflow)?;
    let q = if negative { q.checked_neg().ok_or_else(Error::overflow)? } else { q };
    Decimal::try_from_i128_with_scale(q, places).map_err(|_| Error::overflow())
}

/// `(10 r ÷ d, 10 r mod d)` for `r < d`, where `10 r` itself may not fit: nine additions modulo `d`.
fn ten_times_over(r: u128, d: u128) -> (u128, u128) {
    if let Some(t) = r.checked_mul(10) {
        return (t.checked_div(d).unwrap_or(0), t.checked_rem(d).unwrap_or(0));
    }
    let (mut digit, mut rest) = (0u128, 0u128);
    for _ in 0..10 {
        // rest + r >= d  <=>  rest >= d - r, and neither side can overflow because r < d.
        let room = d.wrapping_sub(r);
        if rest >= room {
            rest = rest.wrapping_sub(room);
            digit = digit.wrapping_add(1);
        } else {
            rest = rest.wrapping_add(r);
        }
    }
    (digit, rest)
}

/// A figure before it is rounded: `times × numerator ÷ (denominator × units)`.
///
/// `units` is how many of the numerator's integer units make one of the reported unit (1,000,000 µs a second),
/// `times` is 100 for percentages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fraction {
    pub(crate) numerator: i128,
    pub(crate) denominator: i128,
    pub(crate) units: i128,
    pub(crate) times: i128,
}

impl Fraction {
    /// The value, rounded once.
    ///
    /// # Errors
    /// [`Code::Overflow`].
    pub fn value(&self) -> Result<Decimal> {
        let n = self.numerator.checked_mul(self.times).ok_or_else(Error::overflow)?;
        let d = self.denominator.checked_mul(self.units).ok_or_else(Error::overflow)?;
        divide(n, d, PLACES)
    }

    /// The numerator in the reported unit, before it is multiplied by 100 for a percentage.
    ///
    /// # Errors
    /// [`Code::Overflow`].
    pub fn numerator(&self) -> Result<Decimal> {
        divide(self.numerator, self.units, PLACES)
    }

    /// The denominator.
    ///
    /// # Errors
    /// [`Code::Overflow`].
    pub fn denominator(&self) -> Result<Decimal> {
        divide(self.denominator, 1, 0)
    }
}

/// The float nearest to a decimal's text: the only way a float is made from an exact value.
#[must_use]
pub fn number(value: &Decimal) -> f64 {
    value.to_string().parse().unwrap_or(f64::NAN)
}

/// A decimal text as an integer of `10^-places` units.
///
/// # Errors
/// [`Code::NotANumber`], [`Code::TooFine`] when digits beyond the places are not zero, [`Code::Overflow`].
pub(crate) fn scaled(text: &str, places: u32) -> Result<i64> {
    let text = text.trim();
    // The parser takes underscores; no file means them.
    let plain = if text.contains('_') { "" } else { text };
    let decimal = Decimal::from_str_exact(plain).or_else(|_| Decimal::from_scientific(plain)).map_err(|_| {
        Error::new(Code::NotANumber, format!("`{}` is not a decimal number; write it like 12.50", shorten(text)))
    })?;
    let decimal = decimal.normalize();
    let missing = places.checked_sub(decimal.scale()).ok_or_else(|| {
        Error::new(Code::TooFine, format!("`{text}` has more than {places} decimal places; round it before"))
    })?;
    let unit = 10i128.checked_pow(missing).ok_or_else(Error::overflow)?;
    decimal
        .mantissa()
        .checked_mul(unit)
        .and_then(|v| i64::try_from(v).ok())
        .ok_or_else(|| Error::new(Code::Overflow, format!("`{text}` is too large; use a larger unit")))
}

/// Text for an error message: never longer than a line.
pub(crate) fn shorten(text: &str) -> String {
    let mut short: String = text.chars().take(60).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    short
}

/// Integer units as the shortest decimal text.
pub(crate) fn unscaled(units: i64, places: u32) -> Decimal {
    Decimal::try_from_i128_with_scale(i128::from(units), places).unwrap_or_default().normalize()
}

macro_rules! scaled_type {
    ($(#[doc = $doc:literal])* $Name:ident, $places:literal, $expected:literal) => {
        $(#[doc = $doc])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $Name(pub i64);

        impl FromStr for $Name {
            type Err = Error;
            fn from_str(text: &str) -> Result<Self> { scaled(text, $places).map($Name) }
        }

        impl fmt::Display for $Name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result { write!(f, "{}", unscaled(self.0, $places)) }
        }

        impl Serialize for $Name {
            fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> { s.collect_str(self) }
        }

        impl<'de> Deserialize<'de> for $Name {
            fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
                d.deserialize_any(DecimalText($expected)).and_then(|text| text.parse().map_err(de::Error::custom))
            }
        }
    };
}

scaled_type! {
    /// Money in 10⁻⁹ units of its currency; in JSON a decimal text such as `"12.50"`.
    Amount, 9, "an amount as text, such as \"12.50\""
}
scaled_type! {
    /// A score in thousandths, so at most three decimal places.
    Score, 3, "a score"
}
scaled_type! {
    /// A duration in microseconds; in text and JSON it is in seconds.
    Duration, 6, "a duration in seconds"
}

impl Score {
    /// A whole score.
    #[must_use]
    pub const fn whole(score: i32) -> Self {
        Score((score as i64).saturating_mul(1000))
    }
}

impl Duration {
    /// Whole seconds.
    #[must_use]
    pub const fn seconds(seconds: i64) -> Self {
        Duration(seconds.saturating_mul(1_000_000))
    }
}

/// Reads a number or a text as decimal text; amounts refuse floats, because a float is not exact.
struct DecimalText(&'static str);

impl Visitor<'_> for DecimalText {
    type Value = String;
    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
    fn visit_str<E: de::Error>(self, v: &str) -> Result<String, E> {
        Ok(v.into())
    }
    fn visit_i64<E: de::Error>(self, v: i64) -> Result<String, E> {
        Ok(v.to_string())
    }
    fn visit_u64<E: de::Error>(self, v: u64) -> Result<String, E> {
        Ok(v.to_string())
    }
    fn visit_f64<E: de::Error>(self, v: f64) -> Result<String, E> {
        if self.0.starts_with("an amount") {
            return Err(E::custom(self.0));
        }
        Ok(v.to_string())
    }
}

/// An instant: microseconds UTC since 1970; in JSON an RFC 3339 text.
///
/// ```
/// let at: kpi_core::Instant = "2026-03-01T09:00:00+01:00".parse()?;
/// assert_eq!(at.to_string(), "2026-03-01T08:00:00Z");
/// # Ok::<(), kpi_core::Error>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Instant(pub i64);

impl FromStr for Instant {
    type Err = Error;
    fn from_str(text: &str) -> Result<Self> {
        crate::time::parse_rfc3339(text).map(Instant)
    }
}

impl fmt::Display for Instant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&crate::time::format_instant(self.0))
    }
}

impl From<chrono::DateTime<chrono::Utc>> for Instant {
    fn from(at: chrono::DateTime<chrono::Utc>) -> Self {
        Instant(at.timestamp_micros())
    }
}

impl Serialize for Instant {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Instant {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        String::deserialize(d)?.parse().map_err(de::Error::custom)
    }
}

/// A currency: three capital letters (ISO 4217).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Currency([u8; 3]);

impl Currency {
    /// The code's text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        core::str::from_utf8(&self.0).unwrap_or_default()
    }
}

impl FromStr for Currency {
    type Err = Error;
    fn from_str(text: &str) -> Result<Self> {
        match <[u8; 3]>::try_from(text.as_bytes()) {
            Ok(code) if code.iter().all(u8::is_ascii_uppercase) => Ok(Currency(code)),
            _ => Err(Error::new(
                Code::UnknownCurrency,
                format!("`{}` is not a currency; write three capital letters, such as EUR", shorten(text)),
            )),
        }
    }
}
