//! Small charts as inline SVG: a line by bucket with its interval as a band, and bars by group.
//!
//! A chart is as wide as its place; lines keep their width (`vector-effect`), and all letters are HTML around it.

use kpi_core::{Number, Value};

use crate::human;
use crate::markup::Markup;
use crate::scale;
use crate::view::DAYS;

/// Above so many buckets the line has no dots.
const DOTS: usize = 31;
/// The most labels below a chart.
const LABELS: usize = 6;

/// A scale from 0 at the bottom to 100 at the top.
struct Scale {
    low: f64,
    high: f64,
}

impl Scale {
    /// With a little room below and above.
    fn of<'a>(values: impl IntoIterator<Item = &'a Value>) -> Option<Self> {
        let (low, high) = scale::ends(values)?;
        let (low, high) = if high > low { (low, high) } else { (low - 0.5, low + 0.5) };
        let room = (high - low) * 0.08;
        Some(Scale { low: if low == 0.0 { low } else { low - room }, high: high + room })
    }

    /// The place from the top.
    fn at(&self, number: f64) -> f64 {
        (100.0 * (self.high - number) / (self.high - self.low)).clamp(-5.0, 105.0)
    }

    fn holds(&self, number: f64) -> bool {
        (self.low..=self.high).contains(&number)
    }

    /// Round numbers to draw lines at.
    fn ticks(&self, of: &Value) -> Vec<f64> {
        let span = self.high - self.low;
        let rough = span / 4.0;
        let step = if of.kind == Number::Duration && rough > 1.0 {
            STEPS.iter().copied().find(|step| *step >= rough).unwrap_or_else(|| round_up(rough / 86400.0) * 86400.0)
        } else {
            round_up(rough)
        };
        let step = if of.kind == Number::Count { step.max(1.0) } else { step };
        let first = (self.low / step).ceil();
        (0..6).map(|at| (first + f64::from(at)) * step).take_while(|tick| *tick <= self.high).collect()
    }
}

/// Steps of durations, in seconds.
const STEPS: &[f64] = &[
    2.0, 5.0, 10.0, 15.0, 20.0, 30.0, 60.0, 120.0, 300.0, 600.0, 900.0, 1200.0, 1800.0, 3600.0, 7200.0, 10800.0,
    14400.0, 21600.0, 28800.0, 43200.0, 86400.0, 172_800.0,
];

/// The next number that begins with 1, 2 or 5 and has zeros behind.
fn round_up(number: f64) -> f64 {
    let ten = 10f64.powf(number.log10().floor());
    [1.0, 2.0, 5.0, 10.0].into_iter().map(|first| first * ten).find(|step| *step >= number).unwrap_or(ten)
}

fn x(at: usize, all: usize) -> f64 {
    if all > 1 { 100.0 * at as f64 / (all - 1) as f64 } else { 50.0 }
}

/// The coordinates of points, as a path has them.
fn path(points: impl IntoIterator<Item = (f64, f64)>) -> String {
    let points: Vec<String> = points.into_iter().map(|(x, y)| format!("{x:.2} {y:.2}")).collect();
    format!("M{}", points.join("L"))
}

/// The runs of places at which something is known.
fn runs<T: Copy>(points: &[Option<T>]) -> Vec<Vec<(usize, T)>> {
    let known = points.iter().enumerate().map(|(at, point)| point.map(|point| (at, point))).collect::<Vec<_>>();
    let same = known.split(Option::is_none).filter(|run| !run.is_empty());
    same.map(|run| run.iter().flatten().copied().collect()).collect()
}

/// Band, line and dots.
fn series(out: &mut Markup, values: &[&Value], scale: &Scale) {
    let all = values.len();
    let intervals: Vec<Option<(f64, f64)>> = values.iter().map(|value| value.lower.zip(value.upper)).collect();
    for run in runs(&intervals) {
        let point = |(at, number): (usize, f64)| (x(at, all), scale.at(number));
        let there = run.iter().map(|&(at, (lower, _))| point((at, lower)));
        let back = run.iter().rev().map(|&(at, (_, upper))| point((at, upper)));
        // A band of one bucket is a line.
        let class = if run.len() > 1 { "band" } else { "whisker" };
        out.raw("<path").attribute("class", class).attribute("d", &path(there.chain(back))).raw("/>");
    }
    let numbers: Vec<Option<f64>> = values.iter().map(|value| value.number).collect();
    for run in runs(&numbers) {
        let points = || run.iter().map(|&(at, number)| (x(at, all), scale.at(number)));
        out.raw("<path class=\"line\"").attribute("d", &path(points())).raw("/>");
        if all <= DOTS {
            let dots: String = points().map(|(x, y)| format!("M{x:.2} {y:.2}h0")).collect();
            out.raw("<path class=\"dots\"").attribute("d", &dots).raw("/>");
        }
    }
}

const OPEN: &str = "<svg viewBox=\"0 0 100 100\" preserveAspectRatio=\"none\"";

/// A line without letters, for a card or a cell.
pub fn spark(out: &mut Markup, values: &[&Value], label: &str) {
    let Some(scale) = Scale::of(values.iter().copied()) else { return };
    out.raw(OPEN).attribute("class", "spark").attribute("role", "img").attribute("aria-label", label).raw(">");
    series(out, values, &scale);
    out.raw("</svg>");
}

/// A chart with its axes. `quoted` are numbers to compare with; those outside of the scale are not drawn.
pub fn line(
    out: &mut Markup,
    values: &[&Value],
    labels: &[&str],
    quoted: &[f64],
    label: &str,
    units: human::Units,
) -> bool {
    let (Some(scale), Some(first)) = (Scale::of(values.iter().copied()), values.first()) else { return false };
    // The unit of money stands in the values, which may be unknown in the first bucket.
    let of = values.iter().find(|value| value.number.is_some()).unwrap_or(first);
    let ticks = scale.ticks(of);
    out.raw("<div class=\"plot\"><div class=\"y\" aria-hidden=\"true\">");
    for &tick in &ticks {
        let place = format!("top:{:.2}%", scale.at(tick));
        out.raw("<span").attribute("style", &place).raw(">").text(&human::tick(tick, of, units)).raw("</span>");
    }
    out.raw("</div>").raw(OPEN).attribute("role", "img").attribute("aria-label", label).raw(">");
    for &tick in &ticks {
        let y = scale.at(tick);
        out.raw("<path class=\"grid\"").attribute("d", &path([(0.0, y), (100.0, y)])).raw("/>");
    }
    let mut drawn = false;
    for &number in quoted.iter().filter(|number| scale.holds(**number)) {
        let y = scale.at(number);
        out.raw("<path class=\"quoted\"").attribute("d", &path([(0.0, y), (100.0, y)])).raw("/>");
        drawn = true;
    }
    series(out, values, &scale);
    out.raw("</svg><div class=\"x\" aria-hidden=\"true\">");
    let step = labels.len().div_ceil(LABELS).max(1);
    let last = labels.len().saturating_sub(1);
    for (at, label) in labels.iter().enumerate().filter(|(at, _)| (last - at).is_multiple_of(step)) {
        let place = format!("left:{:.2}%", x(at, labels.len()));
        out.raw("<span").attribute("style", &place).raw(">").text(label).raw("</span>");
    }
    out.raw("</div></div>");
    drawn
}

/// A map of the week: a field for each hour, from Monday 0 o'clock, the darker the more comes in.
pub fn week(out: &mut Markup, week: &[Option<f64>], label: &str, shown: impl Fn(f64) -> String) {
    let most = week.iter().flatten().copied().fold(0.0, f64::max);
    out.raw("<div class=\"plot week\"><div class=\"y\" aria-hidden=\"true\">");
    for (at, day) in DAYS.iter().enumerate() {
        let place = format!("top:{:.2}%", 100.0 * (at as f64 + 0.5) / DAYS.len() as f64);
        let day = human::title(day.get(..3).unwrap_or(day));
        out.raw("<span").attribute("style", &place).raw(">").text(&day).raw("</span>");
    }
    out.raw("</div><svg viewBox=\"0 0 24 7\" preserveAspectRatio=\"none\" role=\"img\"");
    out.attribute("aria-label", label).raw(">");
    for (at, mean) in week.iter().enumerate() {
        let Some(mean) = mean.filter(|_| most > 0.0) else { continue };
        let (day, hour) = (at / 24, at % 24);
        out.raw("<rect width=\".92\" height=\".9\"").attribute("x", &format!("{hour}.04"));
        out.attribute("y", &format!("{day}.05"))
            .attribute("style", &format!("opacity:{:.2}", 0.04 + 0.96 * mean / most));
        let day = DAYS.get(day).map_or(String::new(), |day| human::title(day));
        out.raw("><title>").text(&format!("{day} {hour:02}:00: {}", shown(mean))).raw("</title></rect>");
    }
    out.raw("</svg><div class=\"x\" aria-hidden=\"true\">");
    for hour in (0..24).step_by(3) {
        let place = format!("left:{:.2}%", 100.0 * (f64::from(hour) + 0.5) / 24.0);
        out.raw("<span").attribute("style", &place).raw(">").text(&hour.to_string()).raw("</span>");
    }
    out.raw("</div></div>");
}

/// The ends of the bars of a table: from zero to a little beyond the longest bar. Whiskers that reach farther are cut.
pub fn bar_ends(values: &[&Value]) -> (f64, f64) {
    let numbers = || values.iter().filter_map(|value| value.number);
    let (least, most) = (numbers().fold(0.0, f64::min), numbers().fold(0.0, f64::max));
    let lower = values.iter().filter_map(|value| value.lower).fold(least, f64::min);
    let upper = values.iter().filter_map(|value| value.upper).fold(most, f64::max);
    let room = 0.6 * (most - least);
    let (low, high) = (lower.max(least - room), upper.min(most + room));
    // Bars of what cannot be negative begin at the edge.
    let low = if least >= 0.0 { 0.0 } else { low };
    (low, if high > low { high } else { low + 1.0 })
}

/// A bar from zero to a value, with its interval; hollow where it rests on few records.
pub fn bar(out: &mut Markup, value: &Value, (low, high): (f64, f64), few: bool) {
    let Some(number) = value.number else { return };
    let at = |number: f64| (100.0 * (number - low) / (high - low)).clamp(0.0, 100.0);
    let (zero, end) = (at(0.0), at(number));
    out.raw(OPEN).raw(" class=\"bar\" aria-hidden=\"true\"><rect").attribute("class", if few { "few" } else { "all" });
    out.attribute("x", &format!("{:.2}", zero.min(end))).attribute("width", &format!("{:.2}", (end - zero).abs()));
    out.raw(" y=\"22\" height=\"56\"/>");
    if let (Some(lower), Some(upper)) = (value.lower, value.upper) {
        out.raw("<path class=\"whisker\"").attribute("d", &path([(at(lower), 50.0), (at(upper), 50.0)])).raw("/>");
    }
    out.raw("</svg>");
}
