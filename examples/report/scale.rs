//! The ends of a scale for a series, on the terminal and in charts.

use kpi_core::{Number, Value};

/// The least and the largest number to show. What lies within the intervals should look level, so the scale leaves room
/// for half of the usual one on both sides; the median, so that one bucket of few records does not press all others
/// flat. What has no interval starts at zero.
pub fn ends<'a>(values: impl IntoIterator<Item = &'a Value>) -> Option<(f64, f64)> {
    let values: Vec<&Value> = values.into_iter().collect();
    let first = values.first()?;
    let numbers = || values.iter().filter_map(|value| value.number);
    let (least, most) = (numbers().reduce(f64::min)?, numbers().reduce(f64::max)?);
    let mut halves: Vec<f64> = values.iter().filter_map(|value| Some((value.upper? - value.lower?) / 2.0)).collect();
    halves.sort_by(f64::total_cmp);
    let (low, high) = match halves.get(halves.len() / 2) {
        Some(half) => (least - half, most + half),
        None => (least.min(0.0), most.max(0.0)),
    };
    // No scale leaves the bounds of its kind of number, unless a value does.
    let (min, max) = first.kind.bounds();
    let low = min.map_or(low, |min| low.max(f64::from(min).min(least)));
    let high = max.map_or(high, |max| high.min(f64::from(max).max(most)));
    Some(match first.kind {
        Number::Duration if low < 0.4 * high => (0.0, high),
        _ => (low, high),
    })
}
