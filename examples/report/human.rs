//! Numbers, dates and sentences as people read them.
//!
//! A space that no line may break at is U+00A0 until the page is whole.

use kpi_core::time::{Zone, format_instant};
use kpi_core::{Number, Value};

use crate::view::DAYS;

/// What stands where there is no value.
pub const NONE: &str = "–";

/// A figure's value, rounded for reading.
pub fn value(value: &Value, show: fn(f64, &Value) -> String) -> String {
    value.number.map_or(NONE.into(), |number| show(number, value))
}

/// A number in the unit of a figure.
pub fn amount(number: f64, of: &Value) -> String {
    match (of.kind, of.unit.as_ref()) {
        _ if of.figure == "peak_weekday" => day(number),
        _ if of.figure == "peak_hour" => format!("{number:02}:00"),
        (Number::Duration, _) => seconds(number, ["d", "h", "min", "s"], "\u{a0}"),
        (_, "percent") => format!("{}\u{a0}%", grouped(&format!("{number:.1}"))),
        (Number::NetIndex, _) => format!("{number:.1}"),
        (_, "count") if number.fract() == 0.0 => count(number),
        (Number::Count, _) => count(number.round()),
        (_, "count") => grouped(&format!("{number:.1}")),
        // Over no costs there is no currency.
        (Number::Money, "money") => grouped(&format!("{number:.2}")),
        (Number::Money, currency) => format!("{}\u{a0}{currency}", grouped(&format!("{number:.2}"))),
        _ => grouped(&format!("{number:.2}")),
    }
}

/// The same, as short as a table wants it.
pub fn short(number: f64, of: &Value) -> String {
    match of.kind {
        Number::Duration => seconds(number, ["d", "h", "m", "s"], ""),
        _ => amount(number, of),
    }
}

/// A number that somebody quotes, with the digits that it has there.
pub fn quoted(text: &str, of: &Value) -> String {
    match (of.kind, of.unit.as_ref(), text.parse()) {
        (Number::Duration, _, Ok(seconds)) => amount(seconds, of),
        (_, "percent", _) => format!("{text}\u{a0}%"),
        (Number::Money, currency, _) if currency != "money" => format!("{}\u{a0}{currency}", grouped(text)),
        _ => grouped(text),
    }
}

/// The same, for a round number at the edge of a chart.
pub fn tick(number: f64, of: &Value) -> String {
    if number == 0.0 {
        return "0".to_owned();
    }
    match of.kind {
        Number::Duration => short(number, of),
        _ => quoted(&format!("{}", (number * 1e9).round() / 1e9), of),
    }
}

/// An interval in the unit of a figure.
pub fn interval(of: &Value, show: fn(f64, &Value) -> String) -> String {
    let (Some(lower), Some(upper)) = (of.lower, of.upper) else { return NONE.into() };
    let (lower, upper) = (show(lower, of), show(upper, of));
    // A unit that both ends share is said once.
    match (lower.rsplit_once('\u{a0}'), upper.rsplit_once('\u{a0}')) {
        (Some((number, unit)), Some((_, same))) if unit == same && of.kind != Number::Duration => {
            format!("{number}\u{a0}to\u{a0}{upper}")
        }
        _ => format!("{lower}\u{a0}to\u{a0}{upper}"),
    }
}

/// A duration in its two largest units.
fn seconds(seconds: f64, units: [&str; 4], gap: &str) -> String {
    let [d, h, min, s] = units;
    if seconds < 0.0 {
        return format!("-{}", self::seconds(-seconds, units, gap));
    }
    if seconds < 9.95 && seconds.fract() > 0.0 {
        return format!("{seconds:.1}{gap}{s}");
    }
    let two = |whole: u64, size: u64, large: &str, small: &str| match (whole / size, whole % size) {
        (n, 0) => format!("{n}{gap}{large}"),
        (n, rest) => format!("{n}{gap}{large}\u{a0}{rest}{gap}{small}"),
    };
    // Rounded to the smaller unit first, so that 59.7 s is 1 min and not 60 s.
    let rounded = |unit: f64| (seconds / unit).round() as u64;
    match (rounded(1.0), rounded(60.0), rounded(3600.0)) {
        (whole, _, _) if whole < 60 => format!("{whole}{gap}{s}"),
        (whole, _, _) if whole < 3600 => two(whole, 60, min, s),
        (_, minutes, _) if minutes < 48 * 60 => two(minutes, 60, h, min),
        (_, _, hours) => two(hours, 24, d, h),
    }
}

/// A duration that somebody chose, whole days as such.
pub fn span(seconds: f64) -> String {
    let days = seconds / 86_400.0;
    if days >= 1.0 && days.fract() == 0.0 {
        return format!("{days}\u{a0}d");
    }
    self::seconds(seconds, ["d", "h", "min", "s"], "\u{a0}")
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
    id.split('_').map(word).collect::<Vec<_>>().join(" ")
}

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
