//! What to look at: what a report shows by four plain rules, and nothing beyond them.
//!
//! - A change: the last whole bucket against the one before, where their intervals do not overlap.
//! - A bucket: the worst whole one, where its interval lies apart from that of every other.
//! - A group: the same among the groups.
//! - A benchmark: a whole interval on the worse side of a quoted range, for the population that it speaks of.
//!
//! Figures without an interval are not judged.

use kpi_core::{Benchmark, Direction, ReportRow, Value};

use crate::human::{self, short};
use crate::view::{Figure, Kpi, View, group, is_known, label, range};

/// How many of one rule are told.
const MOST: usize = 5;

/// Something to look at.
pub struct Finding<'a> {
    pub kpi: &'a Kpi<'a>,
    /// Whether it is good news; nothing where neither is.
    pub better: Option<bool>,
    /// What follows the KPI's name.
    pub text: String,
    /// Whether it compares two buckets.
    pub is_change: bool,
    /// How far the intervals lie apart, in their own widths.
    gap: f64,
}

/// What one rule found, the clearest first.
pub struct Found<'a> {
    pub title: String,
    pub findings: Vec<Finding<'a>>,
    /// How many more there are.
    pub more: usize,
}

/// What all rules found.
pub struct Findings<'a> {
    pub found: Vec<Found<'a>>,
    /// How many pairs were compared.
    pub compared: usize,
}

impl<'a> Findings<'a> {
    pub fn new(view: &'a View<'a>) -> Self {
        let (mut changes, mut buckets, mut groups, mut outside) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        let mut compared = 0;
        for kpi in &view.kpis {
            changes.extend(change(view, kpi, &mut compared));
            buckets.extend(worst_bucket(view, kpi, &mut compared));
            groups.extend(worst_group(kpi, &mut compared));
            outside.extend(benchmarks(view, kpi, &mut compared));
        }
        let bucket = view.report.bucket.unwrap_or("bucket");
        let titles = [
            format!("Changed in the last whole {bucket}"),
            format!("One {bucket} worse than all others"),
            "One group worse than all others".to_owned(),
            "Outside of what is quoted".to_owned(),
        ];
        let found =
            titles.into_iter().zip([changes, buckets, groups, outside]).filter(|(_, findings)| !findings.is_empty());
        let found = found.map(|(title, mut findings)| {
            findings.sort_by(|a, b| b.gap.total_cmp(&a.gap));
            let more = findings.len().saturating_sub(MOST);
            findings.truncate(MOST);
            Found { title, findings, more }
        });
        Findings { found: found.collect(), compared }
    }

    /// How the list was made.
    pub fn rule(&self) -> String {
        format!(
            "{} comparisons were made. Listed is where two intervals do not overlap, or a whole interval misses a quoted \
             range; figures without an interval are not judged. Of so many comparisons a few can stand out by chance, \
             and none of them says why.",
            human::count(self.compared)
        )
    }
}

fn interval(value: &Value) -> Option<(f64, f64)> {
    value.lower.zip(value.upper)
}

/// How far two intervals lie apart in their mean width; nothing where they overlap.
fn gap(a: (f64, f64), b: (f64, f64)) -> Option<f64> {
    let apart = (b.0 - a.1).max(a.0 - b.1);
    let width = ((a.1 - a.0) + (b.1 - b.0)) / 2.0;
    (apart > 0.0).then(|| if width > 0.0 { apart / width } else { f64::INFINITY })
}

/// Whether two values can be told apart; nothing where one has no interval.
pub fn are_apart(a: &Value, b: &Value) -> Option<bool> {
    Some(gap(interval(a)?, interval(b)?).is_some())
}

fn shown(kpi: &Kpi<'_>, value: &Value) -> String {
    format!("{} ({})", human::value(value, short, kpi.units()), human::interval(value, short, kpi.units()))
}

fn change<'a>(view: &View<'_>, kpi: &'a Kpi<'a>, compared: &mut usize) -> Option<Finding<'a>> {
    let (before, last) = view.latest(&kpi.head()?.buckets)?;
    let (a, b) = (interval(&before.value)?, interval(&last.value)?);
    *compared += 1;
    let gap = gap(a, b)?;
    let (from, to) = (before.value.number?, last.value.number?);
    let better = kpi.is_better(from, to);
    let text = format!(
        "{} from {} in {} to {} in {}",
        if to > from { "rose" } else { "fell" },
        shown(kpi, &before.value),
        label(before),
        shown(kpi, &last.value),
        label(last)
    );
    Some(Finding { kpi, better, text, is_change: true, gap })
}

fn worst_bucket<'a>(view: &View<'_>, kpi: &'a Kpi<'a>, compared: &mut usize) -> Option<Finding<'a>> {
    let whole = kpi.head()?.buckets.iter().copied().filter(|row| view.is_complete(row));
    let (worst, side, gap) = worst(kpi, whole, compared)?;
    let text = format!("in {} was {}, {side} every other", label(worst), shown(kpi, &worst.value));
    Some(Finding { kpi, better: Some(false), text, is_change: false, gap })
}

fn worst_group<'a>(kpi: &'a Kpi<'a>, compared: &mut usize) -> Option<Finding<'a>> {
    if kpi.report.overlapping {
        return None;
    }
    let known = kpi.head()?.groups.iter().copied().filter(|row| is_known(row));
    let (worst, side, gap) = worst(kpi, known, compared)?;
    let text = format!(
        "of {} is {}, {side} every other {}",
        group(worst),
        shown(kpi, &worst.value),
        kpi.report.by.join(" and ")
    );
    Some(Finding { kpi, better: Some(false), text, is_change: false, gap })
}

/// The worst of some rows, on which side of the others it lies, and how far from the nearest; nothing where it does not
/// lie apart from all of them.
fn worst<'a>(
    kpi: &Kpi<'_>,
    rows: impl Iterator<Item = &'a ReportRow>,
    compared: &mut usize,
) -> Option<(&'a ReportRow, &'static str, f64)> {
    let mut rows: Vec<(&ReportRow, f64, (f64, f64))> =
        rows.filter_map(|row| Some((row, row.value.number?, interval(&row.value)?))).collect();
    rows.sort_by(|a, b| a.1.total_cmp(&b.1));
    let side = match kpi.spec.direction {
        Direction::HigherIsBetter => "below",
        Direction::LowerIsBetter => {
            rows.reverse();
            "above"
        }
        _ => return None,
    };
    let ((worst, _, own), others) = rows.split_first()?;
    *compared += others.len();
    let gaps = others.iter().map(|(_, _, other)| gap(*own, *other)).collect::<Option<Vec<f64>>>()?;
    Some((worst, side, gaps.into_iter().reduce(f64::min)?))
}

fn benchmarks<'a>(view: &View<'_>, kpi: &'a Kpi<'a>, compared: &mut usize) -> Vec<Finding<'a>> {
    let mut findings: Vec<(&ReportRow, Finding<'a>)> = Vec::new();
    for benchmark in kpi.spec.prose.map_or(&[][..], |prose| prose.benchmarks) {
        let Some((row, whom)) = spoken_of(view, kpi, benchmark) else { continue };
        let Some(own) = interval(&row.value) else { continue };
        *compared += 1;
        let end = |text: Option<&str>| text.and_then(|text| text.parse::<f64>().ok());
        let (low, high) = (end(benchmark.low), end(benchmark.high));
        // A range with its only end on the good side is one of bad values.
        let (missed, how) = match (kpi.spec.direction, low, high) {
            (Direction::HigherIsBetter, Some(low), _) => (gap(own, (low, low)).filter(|_| own.1 < low), "below"),
            (Direction::LowerIsBetter, _, Some(high)) => (gap(own, (high, high)).filter(|_| own.0 > high), "above"),
            (Direction::HigherIsBetter, None, Some(high)) => (gap(own, (high, high)).filter(|_| own.1 < high), "in"),
            (Direction::LowerIsBetter, Some(low), None) => (gap(own, (low, low)).filter(|_| own.0 > low), "in"),
            _ => continue,
        };
        let Some(gap) = missed else { continue };
        let what = format!(
            "wholly {how} what {} quotes as {}: {} ({})",
            benchmark.source,
            benchmark.label,
            range(benchmark, &row.value),
            benchmark.population
        );
        // What several quote of one row is told together.
        match findings.iter_mut().find(|(known, _)| std::ptr::eq(*known, row)) {
            Some((_, finding)) => {
                finding.text.push_str(&format!("; {what}"));
                finding.gap = finding.gap.max(gap);
            }
            None => {
                let text = format!("{whom}is {}, {what}", shown(kpi, &row.value));
                findings.push((row, Finding { kpi, better: Some(false), text, is_change: false, gap }));
            }
        }
    }
    findings.into_iter().map(|(_, finding)| finding).collect()
}

/// The ends of the quoted ranges that speak of the total, each with what is quoted.
pub fn quoted(view: &View<'_>, kpi: &Kpi<'_>) -> Vec<(f64, String)> {
    let mut quoted = Vec::new();
    for benchmark in kpi.spec.prose.map_or(&[][..], |prose| prose.benchmarks) {
        let Some((row, _)) = spoken_of(view, kpi, benchmark).filter(|(_, whom)| whom.is_empty()) else { continue };
        let text = format!("{} {} ({})", benchmark.label, range(benchmark, &row.value), benchmark.source);
        let ends = [benchmark.low, benchmark.high].into_iter().flatten();
        let mut ends: Vec<f64> = ends.filter_map(|end| end.parse().ok()).collect();
        ends.dedup();
        quoted.extend(ends.into_iter().map(|end| (end, text.clone())));
    }
    quoted
}

/// Channels as the benchmarks call them, and as records do.
const CHANNELS: &[(&str, &str)] =
    &[("phone", "phone"), ("live chat", "chat"), ("chat", "chat"), ("social media", "social"), ("email", "email")];

/// The channel of which a benchmark's population speaks.
pub fn channel(population: &str) -> Option<&'static str> {
    CHANNELS.iter().find(|(called, _)| *called == population).map(|(_, channel)| *channel)
}

/// The row of which a benchmark speaks: a channel's, that of a month or a year, or the total. Nothing where the report
/// has no such row, or is in business time: what is quoted is calendar time.
fn spoken_of<'a>(view: &View<'_>, kpi: &'a Kpi<'a>, benchmark: &Benchmark) -> Option<(&'a ReportRow, String)> {
    let comparable = |head: &&Figure<'_>| head.total.value.figure == benchmark.figure && !kpi.business;
    let head = kpi.head().filter(comparable)?;
    let population = benchmark.population.to_lowercase();
    if let Some(channel) = channel(&population) {
        let by_channel = kpi.report.by.len() == 1 && kpi.report.by.iter().all(|name| name == "channel");
        let row = head.groups.iter().find(|row| group(row) == channel).filter(|_| by_channel)?;
        return Some((row, format!("of {channel} ")));
    }
    for (size, words) in [("month", ["month", "monthly"]), ("year", ["annual", "year"])] {
        if population.split(|sign: char| !sign.is_alphanumeric()).any(|word| words.contains(&word)) {
            let (_, last) = view.latest(&head.buckets).filter(|_| view.report.bucket == Some(size))?;
            let at = head.buckets.iter().find(|row| std::ptr::eq(**row, last))?;
            return Some((at, format!("in {} ", label(last))));
        }
    }
    Some((head.total, String::new()))
}
