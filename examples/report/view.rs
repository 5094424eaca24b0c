//! What a page shows of reports: for each KPI its figures in total, by bucket and by group, and what goes with them.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use kpi_core::time::{Bucket, WeekStart, Zone, extent};
use kpi_core::{
    ALL, Benchmark, CATALOG, Counted, Direction, Kind, Number, Parameter, Reason, Report, ReportRow, Spec, Undefined,
    Value, find,
};
use serde_json::Value as Json;

use crate::human::{self, NONE, Units};
use crate::input::Origin;
use crate::log::Log;
use crate::options::word;

/// The catalogue as data: the titles behind the marks of sources.
const TITLES: &str = include_str!("../../docs/catalog.json");
/// The figure that stands beside the headline of a KPI, where it is not the next one.
const FIRST: &[(&str, &str)] = &[("time_in_status", "share"), ("clearance_rate", "net_flow")];
/// What follows from a log of events.
const FOLLOWS: &[Kind] = &[Kind::ResponseWait, Kind::Holding, Kind::StatusSpan, Kind::SlaTarget];
/// The days of a profile of the week.
pub const DAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
/// How many groups, and how many of the last buckets, are shown one by one.
const GROUPS: usize = 20;
const BUCKETS: usize = 24;

/// Everything a page is made of.
pub struct View<'a> {
    /// In the order of the catalogue, the KPIs of one family together.
    pub kpis: Vec<Kpi<'a>>,
    /// The first of the reports: what they have in common.
    pub report: &'a Report,
    pub zone: &'a Zone,
    /// Whether it is of the embedded sample.
    pub sample: bool,
    log: Option<&'a Log>,
    /// The kinds of table that no KPI read.
    unused: Vec<&'static str>,
    /// Which buckets are whole and over.
    complete: BTreeSet<(i64, i64)>,
}

/// One KPI in one variant.
pub struct Kpi<'a> {
    pub spec: &'static Spec,
    pub title: String,
    /// The parameters that were set, as text.
    pub parameters: Vec<String>,
    /// Whether its durations are hours of business.
    pub business: bool,
    pub report: &'a Report,
    /// The headline first.
    pub figures: Vec<Figure<'a>>,
}

/// One figure of a KPI.
pub struct Figure<'a> {
    pub total: &'a ReportRow,
    /// Over all groups.
    pub buckets: Vec<&'a ReportRow>,
    /// Over all buckets.
    pub groups: Vec<&'a ReportRow>,
}

fn is_total(row: &ReportRow) -> bool {
    row.group.iter().all(|word| word.as_deref() == Some(ALL))
}

/// What a group is called.
pub fn group(row: &ReportRow) -> String {
    let words: Vec<&str> = row.group.iter().map(|word| word.as_deref().unwrap_or("(unknown)")).collect();
    words.join(" / ")
}

/// Whether the group is known.
pub fn is_known(row: &ReportRow) -> bool {
    row.group.iter().all(Option::is_some)
}

pub fn label(row: &ReportRow) -> &str {
    row.bucket.as_deref().map_or("", |bucket| bucket.label.as_str())
}

impl<'a> View<'a> {
    /// The sources whose benchmarks are quoted, with the titles behind their marks.
    pub fn sources(&self) -> Vec<String> {
        let benchmarks = |kpi: &Kpi<'_>| kpi.spec.prose.map_or(&[][..], |prose| prose.benchmarks);
        let used: BTreeSet<&str> = self.kpis.iter().flat_map(benchmarks).map(|benchmark| benchmark.source).collect();
        let catalog: Json = serde_json::from_str(TITLES).unwrap_or_default();
        let sources = catalog["sources"].as_array().cloned().unwrap_or_default();
        let text = |source: &Json, name: &str| source[name].as_str().unwrap_or_default().to_owned();
        let sources = sources.iter().map(|source| (text(source, "mark"), text(source, "title")));
        sources
            .filter(|(mark, _)| used.contains(mark.as_str()))
            .map(|(mark, title)| format!("{mark}: {title}"))
            .collect()
    }

    pub fn new(
        reports: &'a [Report],
        zone: &'a Zone,
        origins: &[&Origin],
        log: Option<&'a Log>,
        sample: bool,
    ) -> Option<Self> {
        let report = reports.first()?;
        let mut kpis: Vec<Kpi<'a>> = reports.iter().flat_map(of_report).collect();
        let place = |spec: &Spec| {
            let at = |wanted: &dyn Fn(&Spec) -> bool| CATALOG.iter().position(|entry| wanted(entry.spec()));
            (at(&|own| own.family == spec.family), at(&|own| own.id == spec.id && own.variant == spec.variant))
        };
        kpis.sort_by_key(|kpi| place(kpi.spec));
        for kpi in &mut kpis {
            // The first variant of the catalogue goes without its name.
            if find(kpi.spec.id, "").is_ok_and(|entry| entry.spec().variant != kpi.spec.variant) {
                kpi.title = format!("{}: {}", kpi.title, human::words(kpi.spec.variant));
            }
        }
        let unread = |origin: &&&Origin| {
            let is_read = |report: &Report| report.inputs.iter().any(|(kind, _)| *kind == origin.kind);
            origin.kind != Kind::TicketEvent && !reports.iter().any(is_read)
        };
        let mut unused: Vec<&str> = origins.iter().filter(unread).map(|origin| word(origin.kind)).collect();
        unused.dedup();
        Some(View { kpis, report, zone, sample, log, unused, complete: complete(report, zone) })
    }

    pub fn title(&self) -> &'static str {
        if self.sample { "Customer service KPIs of the embedded sample" } else { "Customer service KPIs" }
    }

    /// When, on which clock, by what.
    pub fn facts(&self) -> Vec<String> {
        let report = self.report;
        let when = report.window.map(|window| human::window(window, self.zone));
        let mut facts = vec![when.unwrap_or_else(|| "All records, whenever they are".into())];
        facts.push(format!("zone {}", report.zone.0));
        facts.extend(report.bucket.map(|bucket| format!("by {bucket}")));
        facts.extend((!report.by.is_empty()).then(|| format!("by {}", report.by.join(" and "))));
        facts.extend(report.as_of.map(|at| format!("as of {}", human::local(at, self.zone))));
        facts.extend((report.clock == "business").then(|| "in business time".to_owned()));
        facts
    }

    /// How many records of which kind came in, and by which codes some were skipped.
    pub fn inputs(&self, code: fn(&str) -> String) -> Vec<String> {
        let mut known: Vec<(Kind, Counted)> = Vec::new();
        for (kind, counted) in self.kpis.iter().flat_map(|kpi| &kpi.report.inputs) {
            if !known.iter().any(|(other, _)| other == kind) {
                known.push((*kind, counted.clone()));
            }
        }
        known.sort_by_key(|(kind, _)| *kind);
        if let Some(log) = self.log {
            // What follows from the log is no input; what was wrong with tickets was found on the way there.
            known.retain(|(kind, _)| !FOLLOWS.contains(kind));
            for kind in [Kind::Ticket, Kind::TicketEvent] {
                let Some(read) = log.read(kind) else { continue };
                let Some((_, own)) = known.iter_mut().find(|(own, _)| *own == kind) else {
                    known.push((kind, read.clone()));
                    continue;
                };
                for (code, n) in read.skipped.iter() {
                    *own.skipped.entry(code.clone()) += n;
                    own.records += n;
                }
            }
        }
        let mut texts: Vec<String> = Vec::new();
        for (kind, counted) in known {
            let kind = match (kind, counted.records) {
                (Kind::TicketEvent, 1) => "event",
                (kind, 1) => kind.as_str(),
                (kind, _) => kind.plural(),
            };
            let mut text = format!("{} {}", human::count(counted.records), kind.replace('_', " "));
            let skipped: Vec<String> =
                counted.skipped.iter().map(|(own, n)| format!("{n} {}", code(own.as_ref()))).collect();
            if !skipped.is_empty() {
                text.push_str(&format!(" (skipped: {})", skipped.join(", ")));
            }
            texts.push(text);
        }
        texts
    }

    /// What to know of the log of events, in words or by the codes that `--check` lists.
    pub fn remarks(&self, words: bool) -> Vec<String> {
        self.log.map_or_else(Vec::new, |log| log.remarks(words))
    }

    /// The tables that no KPI read.
    pub fn unused(&self) -> Option<String> {
        (!self.unused.is_empty()).then(|| format!("Not read by any of these KPIs: {}", self.unused.join(", ")))
    }

    /// The KPIs of each family.
    pub fn families(&self) -> Vec<(String, &[Kpi<'a>])> {
        let same = self.kpis.chunk_by(|a, b| a.spec.family == b.spec.family);
        same.map(|kpis| (human::title(kpis.first().map_or("", |kpi| kpi.spec.family)), kpis)).collect()
    }

    /// Whether a row's bucket is whole and over.
    pub fn is_complete(&self, row: &ReportRow) -> bool {
        row.bucket.as_deref().is_some_and(|bucket| self.complete.contains(&(bucket.start, bucket.end)))
    }

    /// The last bucket that is whole and over, and the one before it.
    pub fn latest<'b>(&self, buckets: &'b [&'a ReportRow]) -> Option<(&'b ReportRow, &'b ReportRow)> {
        let last = buckets.iter().rposition(|row| self.is_complete(row))?;
        let before = last.checked_sub(1)?;
        let (before, last) = (buckets.get(before)?, buckets.get(last)?);
        self.is_complete(before).then_some((*before, *last))
    }
}

/// The buckets of a report that the window does not cut and that are over.
fn complete(report: &Report, zone: &Zone) -> BTreeSet<(i64, i64)> {
    let parsed = || Some((report.bucket?.parse::<Bucket>().ok()?, report.week_start.parse::<WeekStart>().ok()?));
    let Some((size, week_start)) = parsed() else { return BTreeSet::new() };
    let all = report.rows.iter().filter_map(|row| row.bucket.as_deref()).map(|bucket| (bucket.start, bucket.end));
    let mut whole: BTreeSet<(i64, i64)> = all.collect();
    whole.retain(|&(start, end)| {
        report.as_of.is_none_or(|at| end <= at)
            && extent(size, week_start, zone, start, start).is_ok_and(|cut| cut == (start, end))
    });
    whole
}

fn of_report(report: &Report) -> Vec<Kpi<'_>> {
    let mut kpis = Vec::new();
    for definition in &report.definitions {
        let Ok(entry) = find(definition.kpi, definition.variant) else { continue };
        let own = |row: &&ReportRow| row.kpi == definition.kpi && row.variant == definition.variant;
        let rows: Vec<&ReportRow> = report.rows.iter().filter(own).collect();
        let same_figure = rows.chunk_by(|a, b| a.value.figure == b.value.figure);
        let figures: Vec<Figure<'_>> = same_figure.filter_map(figure).collect();
        if figures.is_empty() {
            continue;
        }
        let parameters = definition.parameters.iter().map(|(name, value)| {
            let value = serde_json::to_string(value).unwrap_or_default();
            format!("{name} = {}", value.trim_matches('"'))
        });
        kpis.push(Kpi {
            spec: entry.spec(),
            title: human::title(definition.kpi),
            parameters: parameters.collect(),
            business: definition.parameters.iter().any(is_business),
            report,
            figures,
        });
    }
    kpis
}

/// Whether a parameter asks for business time; no other one has its word.
fn is_business((name, value): (&String, &Parameter)) -> bool {
    name == "clock" && matches!(value, Parameter::Text(clock) if clock == "business")
}

fn figure<'a>(rows: &[&'a ReportRow]) -> Option<Figure<'a>> {
    let of = |bucket: bool, total: bool| {
        rows.iter().copied().filter(move |row| row.bucket.is_some() == bucket && is_total(row) == total)
    };
    Some(Figure {
        total: of(false, true).next()?,
        buckets: of(true, true).collect(),
        groups: of(false, false).collect(),
    })
}

impl<'a> Kpi<'a> {
    /// In which units its durations are said.
    pub fn units(&self) -> Units {
        if self.business { Units::BUSINESS } else { Units::CALENDAR }
    }

    /// The first figure.
    pub fn head(&self) -> Option<&Figure<'a>> {
        self.figures.first()
    }

    /// The same, where all groups together have it.
    pub fn at_a_glance(&self) -> Option<&Figure<'a>> {
        self.head().filter(|_| !self.is_ranking())
    }

    /// Whether it says which place a group has among the others.
    pub fn is_ranking(&self) -> bool {
        self.head().is_some_and(|head| head.total.value.kind == Number::Rank)
    }

    /// The figures after the first that say something else than it does.
    pub fn others(&self) -> impl Iterator<Item = &Figure<'a>> {
        let sample = self.head().map(|head| head.total.value.sample);
        let repeats = move |value: &Value| value.kind == Number::Count && value.value == sample.map(Into::into);
        let has_own_place = |value: &Value| band(&value.figure, None).is_some() || hour(&value.figure).is_some();
        let rest = self.figures.iter().skip(1).map(|figure| (figure, &figure.total.value));
        rest.filter(move |(_, value)| !repeats(value) && !has_own_place(value)).map(|(figure, _)| figure)
    }

    /// The shares of the bands that were asked for, each with what it is called.
    pub fn bands(&self) -> Vec<(String, &Value)> {
        let values = || self.figures.iter().map(|figure| &figure.total.value);
        let seconds = values().any(|value| value.kind == Number::Duration).then(|| self.units());
        values().filter_map(|value| Some((band(&value.figure, seconds)?, value))).collect()
    }

    /// The hours of the week of a profile, from Monday 0 o'clock; none where it is no profile, or has no values.
    pub fn week(&self) -> Vec<Option<f64>> {
        let hours: Vec<(usize, Option<f64>)> = self
            .figures
            .iter()
            .map(|figure| &figure.total.value)
            .filter_map(|value| Some((hour(&value.figure)?, value.number)))
            .collect();
        let mut week = vec![None; if hours.iter().any(|(_, number)| number.is_some()) { 168 } else { 0 }];
        for (at, number) in hours {
            if let Some(cell) = week.get_mut(at) {
                *cell = number;
            }
        }
        week
    }

    /// The figures of a table: the first, and so many more, those that say most before the others.
    pub fn columns(&self, more: usize) -> Vec<&Figure<'a>> {
        let first = FIRST.iter().find(|(kpi, _)| *kpi == self.spec.id).map_or("", |(_, figure)| figure);
        let mut others: Vec<&Figure<'a>> = self.others().collect();
        others.sort_by_key(|figure| figure.total.value.figure != first);
        self.head().into_iter().chain(others.into_iter().take(more)).collect()
    }

    /// The name beside others: with the first figure's, where the title does not say it.
    pub fn name(&self) -> String {
        let figure = self.head().map_or("", |head| head.total.value.figure.as_ref());
        match figure {
            "share" | "rate" | "score" | "count" | "ratio" => self.title.clone(),
            "peak" => format!("{} (peak an hour)", self.title),
            own if own == self.spec.variant => self.title.clone(),
            other => format!("{} ({})", self.title, human::words(other)),
        }
    }

    /// From which place on buckets are shown, and what is said of those before.
    pub fn buckets(&self) -> (usize, Option<String>) {
        let all = self.head().map_or(0, |head| head.buckets.len());
        let before = all.saturating_sub(BUCKETS);
        let size = self.report.bucket.unwrap_or_default();
        (before, (before > 0).then(|| format!("by {size} the last {BUCKETS} of {all}: --format csv lists them all")))
    }

    /// Where the groups that are shown stand in every figure's list, and what is said of the rest.
    pub fn groups(&self) -> (Vec<usize>, Option<String>) {
        let Some(head) = self.head() else { return (Vec::new(), None) };
        let mut places: Vec<usize> = (0..head.groups.len()).collect();
        if self.is_ranking() {
            // The first of them first; those without a place stand at the end.
            places.sort_by_key(|&at| head.groups.get(at).map(|row| (row.value.value.is_none(), row.value.value)));
        }
        if places.len() <= GROUPS {
            return (places, None);
        }
        let sample = |at: &usize| head.groups.get(*at).map_or(0, |row| row.value.sample);
        places.sort_by_key(|at| Reverse(sample(at)));
        let rest = places.split_off(GROUPS);
        let (n, all) = (rest.len(), rest.iter().map(sample).sum::<u64>());
        let most = rest.first().map_or(0, sample);
        places.sort_unstable();
        let text = format!(
            "and {n} smaller groups with {} in all, none with more than {}: --format csv lists them",
            human::records(all),
            human::count(most)
        );
        (places, Some(text))
    }

    /// Whether it is asked for by groups, but its records cannot be grouped so.
    pub fn ungrouped(&self) -> Option<String> {
        let head = self.head()?;
        (!self.report.by.is_empty() && head.groups.is_empty() && head.total.value.sample > 0)
            .then(|| format!("Not by {}: its records have no such field.", self.report.by.join(" and ")))
    }

    /// Whether some bucket or group has an interval.
    pub fn has_intervals(&self) -> bool {
        let rows = self.head().into_iter().flat_map(|head| head.buckets.iter().chain(&head.groups));
        rows.chain(self.head().map(|head| &head.total)).any(|row| row.value.lower.is_some())
    }

    /// Whether the headline counts records, so that its sample says the same again.
    pub fn is_count(&self) -> bool {
        self.head().is_some_and(|head| head.total.value.kind == Number::Count)
    }

    /// Whether a change is for the better; unknown where neither is. A count depends on the length of the bucket and on
    /// what came in, so it is not judged.
    pub fn is_better(&self, from: f64, to: f64) -> Option<bool> {
        if self.is_count() || from == to {
            return None;
        }
        match self.spec.direction {
            Direction::HigherIsBetter => Some(to > from),
            Direction::LowerIsBetter => Some(to < from),
            _ => None,
        }
    }

    /// What somebody quotes to compare with: whom it speaks of, and all of it in words.
    pub fn benchmarks(&self) -> Vec<(&'static str, String)> {
        let mut texts: Vec<((&'static str, &'static str), Vec<String>)> = Vec::new();
        for benchmark in self.spec.prose.map_or(&[][..], |prose| prose.benchmarks) {
            let named = |figure: &&Figure<'_>| figure.total.value.figure == benchmark.figure;
            let Some(of) = self.figures.iter().find(named) else { continue };
            let text = format!("{}\u{a0}{}", benchmark.label, range(benchmark, &of.total.value));
            let key = (benchmark.population, benchmark.source);
            match texts.iter_mut().find(|(known, _)| *known == key) {
                Some((_, texts)) => texts.push(text),
                None => texts.push((key, vec![text])),
            }
        }
        let whole = texts.into_iter().map(|((population, source), texts)| {
            let clock = if self.business { "; quoted for calendar time" } else { "" };
            (population, format!("{population}: {} ({source}{clock})", texts.join(", ")))
        });
        whole.collect()
    }
}

/// Which hour of the week a figure is about.
fn hour(figure: &str) -> Option<usize> {
    let (day, hour) = figure.rsplit_once('_')?;
    let day = DAYS.iter().position(|own| *own == day)?;
    Some(24 * day + hour.parse::<usize>().ok().filter(|hour| *hour < 24)?)
}

/// What a band of durations or counts is called.
fn band(figure: &str, seconds: Option<Units>) -> Option<String> {
    let cut = |text: &str| {
        let number: f64 = text.parse().ok()?;
        Some(seconds.map_or_else(|| human::count(text), |units| human::span(number, units)))
    };
    if let Some(cuts) = figure.strip_prefix("band_") {
        let (low, high) = cuts.rsplit_once('_')?;
        return Some(match (low, high) {
            (low, "up") => format!("over {}", cut(low)?),
            ("0", high) => format!("up to {}", cut(high)?),
            (low, high) => format!("{} to {}", cut(low)?, cut(high)?),
        });
    }
    figure.strip_prefix("open_after_").and_then(cut).map(|at| format!("open after {at}"))
}

/// The range of a benchmark in the unit of its figure.
pub fn range(benchmark: &Benchmark, of: &Value) -> String {
    let amount = |text: &str| human::quoted(text, of);
    match (benchmark.low, benchmark.high) {
        (Some(low), Some(high)) if low == high => amount(low),
        (Some(low), Some(high)) => format!("{}\u{a0}to\u{a0}{}", amount(low), amount(high)),
        (Some(low), None) if benchmark.exclusive => format!("above\u{a0}{}", amount(low)),
        (None, Some(high)) if benchmark.exclusive => format!("below\u{a0}{}", amount(high)),
        (Some(low), None) => format!("from\u{a0}{}", amount(low)),
        (None, Some(high)) => format!("up\u{a0}to\u{a0}{}", amount(high)),
        (None, None) => NONE.into(),
    }
}

/// Why a row has no value: the reason, or where no record counts, what was left out most.
pub fn because(row: &ReportRow) -> String {
    let Some(why) = row.value.undefined else { return String::new() };
    match row.reasons.iter().max_by_key(|(reason, n)| (*n, Reverse(*reason))) {
        Some((reason, n)) if why == Undefined::NoRecords => {
            format!("none counts: {} {}", human::count(n), why_left_out(row, *reason))
        }
        _ => human::clause(why.doc()),
    }
}

/// What is said of a total without a value.
pub fn undefined(value: &Value) -> String {
    format!("undefined, because {}", value.undefined.map(Undefined::doc).map(human::clause).unwrap_or_default())
}

/// How many records made a value: a share says which part of them.
pub fn sample(value: &Value) -> String {
    let records = human::records(value.sample);
    // The part and the whole of a share can be times, too.
    let counted = value.kind == Number::Share && value.denominator == Some(value.sample.into());
    match value.numerator.filter(|_| counted) {
        Some(part) => format!("{} of {records}", human::count(part)),
        None => records,
    }
}

/// A value with every digit.
pub fn exactly(value: &Value) -> Option<String> {
    let unit = match (value.kind, value.unit.as_ref()) {
        (_, "percent") => "\u{a0}%".to_owned(),
        (Number::Duration, _) => "\u{a0}s".to_owned(),
        (Number::Money, currency) if currency != "money" => format!("\u{a0}{currency}"),
        _ => String::new(),
    };
    Some(format!("exactly\u{a0}{}{unit}", value.value?))
}

/// Why records were left out. A span of time in a status such as merged has no end, though its ticket is not open.
fn why_left_out(row: &ReportRow, reason: Reason) -> String {
    match (row.kpi, reason) {
        ("time_in_status", Reason::Open) => "still in that status".into(),
        _ => human::clause(reason.doc()),
    }
}

/// What was left out and why, the most first.
pub fn left_out(row: &ReportRow) -> Vec<(u64, String)> {
    let mut reasons: Vec<(Reason, u64)> = row.reasons.to_vec();
    reasons.sort_by_key(|&(reason, n)| (Reverse(n), reason));
    reasons.into_iter().map(|(reason, n)| (n, why_left_out(row, reason))).collect()
}
