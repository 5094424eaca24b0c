//! Numbers, dates and sentences as people read them.
//!
//! A space that no line may break at is U+00A0 until the page is whole.

use kpi_core::time::{Zone, format_instant};
use kpi_core::{Number, Value};

use crate::view::DAYS;

/// What stands where there is no value.
pub const NONE: &str = "–";

/// In which units durations are said.
#[derive(Clone, Copy)]
pub struct Units {
    /// Whether 24 hours make a day, which they do not in business time.
    days: bool,
    /// The duration whose size chooses the units, where it is not the one that is said.
    like: Option<f64>,
}

impl Units {
    pub const CALENDAR: Units = Units { days: true, like: None };
    pub const BUSINESS: Units = Units { days: false, like: None };

    fn like(self, seconds: f64) -> Self {
        Units { like: Some(seconds), ..self }
    }
}

/// How a number is written.
type Show = fn(f64, &Value, Units) -> String;

/// A figure's value, rounded for reading.
pub fn value(value: &Value, show: Show, units: Units) -> String {
    value.number.map_or(NONE.into(), |number| show(number, value, units))
}

/// A number in the unit of a figure.
pub fn amount(number: f64, of: &Value, units: Units) -> String {
    match (of.kind, of.unit.as_ref()) {
        _ if of.figure == "peak_weekday" => day(number),
        _ if of.figure == "peak_hour" => format!("{number:02}:00"),
        (Number::Duration, _) => seconds(number, ["d", "h", "min", "s"], "\u{a0}", units),
        (_, "percent") => format!("{}\u{a0}%", grouped(&format!("{number:.1}"))),
        (Number::NetIndex, _) => format!("{number:.1}"),
        (_, "count") if number.fract() == 0.0 => count(number),
        (Number::Count | Number::Rank, _) => count(number.round()),
        (_, "count") => grouped(&format!("{number:.1}")),
        // Over no costs there is no currency.
        (Number::Money, "money") => grouped(&format!("{number:.2}")),
        (Number::Money, currency) => format!("{}\u{a0}{currency}", grouped(&format!("{number:.2}"))),
        _ => grouped(&format!("{number:.2}")),
    }
}

/// The same, as short as a table wants it.
pub fn short(number: f64, of: &Value, units: Units) -> String {
    match of.kind {
        Number::Duration => seconds(number, ["d", "h", "m", "s"], "", units),
        _ => amount(number, of, units),
    }
}

/// A number that somebody quotes, with the digits that it has there; durations are calendar time.
pub fn quoted(text: &str, of: &Value) -> String {
    match (of.kind, of.unit.as_ref(), text.parse()) {
        (Number::Duration, _, Ok(seconds)) => amount(seconds, of, Units::CALENDAR),
        (_, "percent", _) => format!("{text}\u{a0}%"),
        (Number::Money, currency, _) if currency != "money" => format!("{}\u{a0}{currency}", grouped(text)),
        _ => grouped(text),
    }
}

/// The same, for a round number at the edge of a chart.
pub fn tick(number: f64, of: &Value, units: Units) -> String {
    if number == 0.0 {
        return "0".to_owned();
    }
    match of.kind {
        Number::Duration => short(number, of, units),
        _ => quoted(&format!("{}", (number * 1e9).round() / 1e9), of),
    }
}

/// An interval in the unit of a figure, both ends in the units of the larger one.
pub fn interval(of: &Value, show: Show, units: Units) -> String {
    let (Some(lower), Some(upper)) = (of.lower, of.upper) else { return NONE.into() };
    let units = units.like(lower.abs().max(upper.abs()));
    let (lower, upper) = (show(lower, of, units), show(upper, of, units));
    // A unit that both ends share is said once.
    match (lower.rsplit_once('\u{a0}'), upper.rsplit_once('\u{a0}')) {
        (Some((number, unit)), Some((_, same))) if unit == same && of.kind != Number::Duration => {
            format!("{number}\u{a0}to\u{a0}{upper}")
        }
        _ => format!("{lower}\u{a0}to\u{a0}{upper}"),
    }
}

/// A duration in its two largest units.
fn seconds(seconds: f64, names: [&str; 4], gap: &str, units: Units) -> String {
    let [d, h, min, s] = names;
    if seconds < 0.0 {
        return format!("-{}", self::seconds(-seconds, names, gap, units));
    }
    // What would be none of the units of a much longer one is said in its own.
    let like = units.like.filter(|like| seconds == 0.0 || seconds >= like.min(86_400.0) / 48.0).unwrap_or(seconds);
    if seconds < 9.95 && seconds.fract() > 0.0 && like < 59.5 {
        return format!("{seconds:.1}{gap}{s}");
    }
    let two = |whole: u64, size: u64, large: &str, small: &str| match (whole / size, whole % size) {
        (0, rest) => format!("{rest}{gap}{small}"),
        (n, 0) => format!("{n}{gap}{large}"),
        (n, rest) => format!("{n}{gap}{large}\u{a0}{rest}{gap}{small}"),
    };
    // Rounded to the smaller unit first, so that 59.7 s is 1 min and not 60 s.
    let rounded = |seconds: f64, unit: f64| (seconds / unit).round() as u64;
    match (rounded(like, 1.0), rounded(like, 60.0)) {
        (whole, _) if whole < 60 => format!("{}{gap}{s}", rounded(seconds, 1.0)),
        (whole, _) if whole < 3600 => two(rounded(seconds, 1.0), 60, min, s),
        (_, minutes) if minutes < 48 * 60 || !units.days => two(rounded(seconds, 60.0), 60, h, min),
        _ => two(rounded(seconds, 3600.0), 24, d, h),
    }
}

/// A duration that somebody chose, whole days as such.
pub fn span(seconds: f64, units: Units) -> String {
    let days = seconds / 86_400.0;
    if units.days && days >= 1.0 && days.fract() == 0.0 {
        return format!("{days}\u{a0}d");
    }
    self::seconds(seconds, ["d", "h", "min", "s"], "\u{a0}", units)
}

/// A day of the week, of which Monday is the first.
fn day(number: f64) -> String {
    let place = (number - 1.0) as usize;
    DAYS.get(place).map_or_else(|| format!("{number}"), |day| title(day))
}

/// What a column of intervals is called.
pub fn level(level: f64) -> String {
    format!("{}\u{a0}%\u{a0}interval", (level * 1e6).round() / 1e4)
}

/// A count with its thousands set apart.
pub fn count(count: impl ToString) -> String {
    grouped(&count.to_string())
}

/// `1 record`, `2 records`.
pub fn records(n: u64) -> String {
    format!("{} record{}", count(n), if n == 1 { "" } else { "s" })
}

fn grouped(number: &str) -> String {
    let (sign, number) = number.strip_prefix('-').map_or(("", number), |number| ("-", number));
    let (whole, fraction) = number.split_once('.').map_or((number, ""), |(whole, fraction)| (whole, fraction));
    let mut out = String::from(sign);
    for (i, digit) in whole.chars().enumerate() {
        if i > 0 && (whole.len() - i).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    if fraction.is_empty() { out } else { format!("{out}.{fraction}") }
}

/// A window on the zone's clock: whole days as its first and last one.
pub fn window((from, to): (i64, i64), zone: &Zone) -> String {
    let midnight = |at: i64| zone.to_local(at).rem_euclid(86_400_000_000) == 0;
    if midnight(from) && midnight(to) {
        let last = local(zone.from_local(zone.to_local(to).saturating_sub(86_400_000_000)), zone);
        return format!("{} to {last}, both included", local(from, zone));
    }
    format!("{} to {}, the end not included", local(from, zone), local(to, zone))
}

/// An instant on the zone's clock: the date alone at midnight.
pub fn local(at: i64, zone: &Zone) -> String {
    let text = format_instant(zone.to_local(at)).replace('T', " ").replace('Z', "");
    text.strip_suffix(" 00:00:00").map(String::from).unwrap_or(text)
}

/// An id as a title: `first_response_time` as `First response time`, `nps` as `NPS`.
pub fn title(id: &str) -> String {
    let text = words(id);
    let mut letters = text.chars();
    letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
}

/// An id as words: `mrr_growth_rate` as `MRR growth rate`.
pub fn words(id: &str) -> String {
    let word = |word: &str| if SHORT.contains(&word) { word.to_uppercase() } else { word.to_owned() };
    let text = id.split('_').map(word).collect::<Vec<_>>().join(" ");
    HYPHENED.iter().fold(text, |text, (apart, joined)| text.replace(apart, joined))
}

/// Words that belong together.
const HYPHENED: &[(&str, &str)] = &[("self service", "self-service"), ("cross sell", "cross-sell")];

/// Words that are said letter by letter.
const SHORT: &[&str] = &["csat", "mrr", "nps", "s4", "sla"];

/// A sentence as a part of another one: without its capital letter and its full stop.
pub fn clause(sentence: &str) -> String {
    let text = sentence.trim().trim_end_matches('.');
    let mut letters = text.chars();
    letters.next().map_or(String::new(), |first| first.to_lowercase().chain(letters).collect())
}

/// A text of at most `width` letters.
pub fn cut(text: &str, width: usize) -> String {
    match text.char_indices().nth(width.saturating_sub(1)) {
        Some((at, last)) if at + last.len_utf8() < text.len() => {
            format!("{}…", text.get(..at).unwrap_or_default().trim_end())
        }
        _ => text.to_owned(),
    }
}

/// A text on lines of at most `width` letters.
pub fn wrap(text: &str, width: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        match lines.last_mut().filter(|line| line.chars().count() + 1 + word.chars().count() <= width) {
            Some(line) => {
                line.push(' ');
                line.push_str(word);
            }
            None => lines.push(word.to_owned()),
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::{Units, seconds};

    fn said(number: f64, units: Units) -> String {
        seconds(number, ["d", "h", "min", "s"], " ", units).replace('\u{a0}', " ")
    }

    #[test]
    fn both_ends_of_an_interval_are_in_the_units_of_the_larger() {
        // 44 h 43 min is 1 d and 20.7 h; 49 h is 2 d and 1 h.
        let (lower, upper) = (160_980.0, 176_400.0);
        let units = Units::CALENDAR.like(upper);
        assert_eq!([said(lower, units), said(upper, units)], ["1 d 21 h", "2 d 1 h"]);
        let units = Units::BUSINESS.like(upper);
        assert_eq!([said(lower, units), said(upper, units)], ["44 h 43 min", "49 h"]);
        // What would be none of the larger unit's parts keeps its own.
        assert_eq!(said(20.0, Units::CALENDAR.like(7200.0)), "20 s");
        assert_eq!(said(3000.0, Units::CALENDAR.like(4000.0)), "50 min");
    }
}
