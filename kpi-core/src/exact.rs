//! Exact numbers: the one division, fractions that are rounded once, amounts, scores, durations and instants.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
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

/// The float nearest to a decimal: the only way a float is made from an exact value.
#[must_use]
pub fn number(value: &Decimal) -> f64 {
    nearest(value.mantissa(), 10i128.pow(value.scale()))
}

/// The float nearest to `numerator ÷ denominator`, half to even. The denominator is above 0 and below 2¹²⁶.
fn nearest(numerator: i128, denominator: i128) -> f64 {
    const EXACT: i128 = 1 << 53;
    if numerator == 0 || (numerator.abs() <= EXACT && denominator <= EXACT) {
        // Both are floats, and IEEE 754 rounds the quotient once.
        return numerator as f64 / denominator as f64;
    }
    // Long division in binary, until the quotient has two bits more than a float keeps; the last stands for the rest.
    let (n, d) = (numerator.unsigned_abs(), denominator.unsigned_abs().max(1));
    let (mut quotient, mut rest) = (n.checked_div(d).unwrap_or(0), n.checked_rem(d).unwrap_or(0));
    let mut scale = 1.0;
    while quotient >> 54 == 0 {
        rest <<= 1;
        let bit = rest >= d;
        rest = if bit { rest.wrapping_sub(d) } else { rest };
        quotient = quotient << 1 | u128::from(bit);
        scale *= 0.5;
    }
    let nearest = (quotient | u128::from(rest > 0)) as f64 * scale;
    if numerator < 0 { -nearest } else { nearest }
}

/// A decimal text as an integer of `10^-places` units.
///
/// # Errors
/// [`Code::NotANumber`], [`Code::TooFine`] when digits beyond the places are not zero, [`Code::Overflow`].
pub(crate) fn scaled(text: &str, places: u32) -> Result<i64> {
    let text = text.trim();
    let refused = |code, what: &str| Error::new(code, format!("`{}` {what}", shorten(text)));
    let number = Digits::of(text).ok_or_else(|| refused(Code::NotANumber, NOT_DECIMAL))?;
    // How many of the digits stand before the last place that is kept.
    let kept = (number.whole.len() as i64).wrapping_add(number.exponent).wrapping_add(places.into());
    let mut units = Some(0i64);
    let mut at = 0i64;
    for digits in [number.whole, number.part] {
        for &digit in digits {
            let digit = i64::from(digit.wrapping_sub(b'0'));
            let digit = if number.negative { digit.wrapping_neg() } else { digit };
            if at < kept {
                units = shifted(units, digit);
            } else if digit != 0 {
                return Err(too_fine(&format!("`{}`", shorten(text)), places));
            }
            at = at.wrapping_add(1);
        }
    }
    while at < kept && units.is_some_and(|units| units != 0) {
        units = shifted(units, 0);
        at = at.wrapping_add(1);
    }
    units.ok_or_else(|| refused(Code::Overflow, TOO_LARGE))
}

/// A number with one digit more.
fn shifted(number: Option<i64>, digit: i64) -> Option<i64> {
    number?.checked_mul(10)?.checked_add(digit)
}

const NOT_DECIMAL: &str = "is not a decimal number; write it like 12.50";
const TOO_LARGE: &str = "is too large; use a larger unit";

fn too_fine(what: &str, places: u32) -> Error {
    Error::new(Code::TooFine, format!("{what} has more than {places} decimal places; round it before"))
}

/// The parts of a decimal text such as `-12.50` or `1.2e3`.
struct Digits<'a> {
    negative: bool,
    whole: &'a [u8],
    part: &'a [u8],
    exponent: i64,
}

impl<'a> Digits<'a> {
    fn of(text: &'a str) -> Option<Self> {
        let (negative, unsigned) = match text.as_bytes() {
            [b'-', unsigned @ ..] => (true, unsigned),
            [b'+', unsigned @ ..] => (false, unsigned),
            unsigned => (false, unsigned),
        };
        let (number, exponent) = cut(unsigned, |byte| matches!(byte, b'e' | b'E'));
        let exponent = match exponent {
            Some(exponent) => {
                let exponent = text.get(text.len().checked_sub(exponent.len())?..)?;
                // Read as 64 bits, as parts of instants are: the browser module has that once.
                i32::try_from(exponent.parse::<i64>().ok()?).ok()?
            }
            None => 0,
        };
        let (whole, part) = cut(number, |byte| *byte == b'.');
        let part = part.unwrap_or_default();
        let plain = |digits: &[u8]| digits.iter().all(u8::is_ascii_digit);
        let some = !whole.is_empty() || !part.is_empty();
        (some && plain(whole) && plain(part)).then_some(Digits { negative, whole, part, exponent: exponent.into() })
    }
}

/// What lies before the first byte of a kind and, where there is one, what lies after it.
fn cut(bytes: &[u8], is: impl Fn(&u8) -> bool) -> (&[u8], Option<&[u8]>) {
    let (before, rest) = bytes.split_at(bytes.iter().position(is).unwrap_or(bytes.len()));
    (before, rest.split_first().map(|(_, after)| after))
}

/// A whole number in `10^-places` units.
///
/// # Errors
/// [`Code::Overflow`].
pub(crate) fn scaled_whole(number: i64, places: u32) -> Result<i64> {
    let units = 10i64.checked_pow(places).and_then(|unit| number.checked_mul(unit));
    units.ok_or_else(|| Error::new(Code::Overflow, format!("`{number}` {TOO_LARGE}")))
}

/// A float in `10^-places` units. It stands for the shortest decimal number that reads as it.
///
/// # Errors
/// [`Code::NotANumber`], [`Code::TooFine`] where that number has more places, [`Code::Overflow`].
///
/// ```
/// use kpi_core::exact::scaled_float;
/// assert_eq!(scaled_float(4.35, 3)?, 4350);
/// assert_eq!(scaled_float(123_456_789.12, 9)?, 123_456_789_120_000_000);
/// assert!(scaled_float(0.0005, 3).is_err());
/// # Ok::<(), kpi_core::Error>(())
/// ```
pub fn scaled_float(value: f64, places: u32) -> Result<i64> {
    if !value.is_finite() {
        return Err(Error::new(Code::NotANumber, "infinite, or not a number; use null for what is unknown"));
    }
    let large = || Error::new(Code::Overflow, format!("the number {TOO_LARGE}"));
    if libm::fabs(value) >= i64::MAX as f64 {
        return Err(large());
    }
    let whole = value as i64;
    if whole as f64 == value {
        return scaled_whole(whole, places);
    }
    // The fewest places of which the nearest decimal number reads as the float again.
    let mut unit = 1i64;
    for left in (0..places).rev() {
        unit = unit.wrapping_mul(10);
        let units = libm::rint(value * unit as f64);
        if libm::fabs(units) >= i64::MAX as f64 {
            return Err(large());
        }
        if nearest((units as i64).into(), unit.into()) == value {
            return scaled_whole(units as i64, left);
        }
    }
    Err(too_fine("the number", places))
}

/// Text for an error message: never longer than a line.
pub(crate) fn shorten(text: &str) -> String {
    match text.char_indices().nth(60) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text.into(),
    }
}

/// A float for an error message: its digits where it is a decimal number of up to 9 places.
pub(crate) fn float_text(value: f64) -> String {
    if !value.is_finite() {
        return if value > 0.0 {
            "inf"
        } else if value < 0.0 {
            "-inf"
        } else {
            "NaN"
        }
        .into();
    }
    let known = scaled_float(value, 0).map(|whole| (whole, 0)).or_else(|_| Ok((scaled_float(value, 9)?, 9)));
    known.map_or_else(|_: Error| "a number".into(), |(units, places)| text(&unscaled(units, places)))
}

/// The same decimal without zeros at its end. `Decimal::normalize` does the same in more of the browser module's bytes.
pub(crate) fn normal(value: Decimal) -> Decimal {
    let (mut units, mut places) = (value.mantissa(), value.scale());
    while places > 0 && units % 10 == 0 {
        units /= 10;
        places = places.wrapping_sub(1);
    }
    Decimal::try_from_i128_with_scale(units, places).unwrap_or(value)
}

/// Integer units as the shortest decimal text.
pub(crate) fn unscaled(units: i64, places: u32) -> Decimal {
    normal(Decimal::try_from_i128_with_scale(i128::from(units), places).unwrap_or_default())
}

/// A decimal as text, as it writes itself; its own way there is longer in the browser module.
pub(crate) fn text(value: &Decimal) -> String {
    let (scale, mut left) = (value.scale(), value.mantissa().unsigned_abs());
    let (mut backwards, mut place) = (Vec::new(), 0u32);
    while left > 0 || place <= scale {
        if place == scale && scale > 0 {
            backwards.push('.');
        }
        backwards.push(char::from(b'0'.wrapping_add((left % 10) as u8)));
        left /= 10;
        place = place.wrapping_add(1);
    }
    if value.is_sign_negative() {
        backwards.push('-');
    }
    let mut text = String::with_capacity(backwards.len());
    while let Some(letter) = backwards.pop() {
        text.push(letter);
    }
    text
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
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result { f.write_str(&text(&unscaled(self.0, $places))) }
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
    /// The same as a text of its own. The browser module need not look for characters of several bytes in it.
    pub(crate) fn text(self) -> String {
        let mut text = String::new();
        for letter in &self.0 {
            text.push(char::from(*letter));
        }
        text
    }

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

#[cfg(test)]
mod tests {
    use super::*;

    /// Numbers that differ in every digit, without a library: Knuth's linear congruential generator.
    fn numbers() -> impl Iterator<Item = i128> {
        let mut state = 1u128;
        (0..20_000u32).map(move |i| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (state as i128) >> (32 + i % 96)
        })
    }

    #[test]
    fn a_float_is_the_one_that_its_text_reads_as() {
        for (i, number) in numbers().enumerate() {
            let scale = (i % 29) as u32;
            let Ok(decimal) = Decimal::try_from_i128_with_scale(number, scale) else { continue };
            assert_eq!(super::number(&decimal), decimal.to_string().parse::<f64>().unwrap(), "{decimal}");
        }
    }

    #[test]
    fn a_text_is_the_number_that_decimals_read() {
        for (i, number) in numbers().enumerate() {
            let places = (i % 10) as u32;
            let Ok(units) = i64::try_from(number) else { continue };
            assert_eq!(scaled(&unscaled(units, places).to_string(), places), Ok(units));
        }
    }

    #[test]
    fn texts_of_numbers_have_many_forms() {
        let read = |text| scaled(text, 3).map_err(|error| error.code());
        for (text, units) in [
            ("1", 1000),
            ("+1.5", 1500),
            ("-.5", -500),
            (" 5. ", 5000),
            ("1e2", 100_000),
            ("12.5E-1", 1250),
            ("0.0010000000000000000000000000000000", 1),
            ("0e99", 0),
            ("-0", 0),
        ] {
            assert_eq!(read(text), Ok(units), "{text}");
        }
        for text in ["", ".", "-", "e1", "1e", "1_000", "1,5", "0x1", "NaN", "inf", "--1", "1.2.3", "１"] {
            assert_eq!(read(text), Err(Code::NotANumber), "{text}");
        }
        assert_eq!(read("0.0001"), Err(Code::TooFine));
        assert_eq!(read("1e-4"), Err(Code::TooFine));
        assert_eq!(read("9223372036854775.807"), Ok(i64::MAX));
        assert_eq!(read("-9223372036854775.808"), Ok(i64::MIN));
        assert_eq!(read("9223372036854775.808"), Err(Code::Overflow));
        assert_eq!(read("1e2000000000"), Err(Code::Overflow));
    }
}
