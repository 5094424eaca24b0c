//! The report as a page of text, at most 100 letters wide where names allow it.

use kpi_core::time::Zone;
use kpi_core::{ALL, Benchmark, Number, Reason, Report, ReportRow, Spec, Undefined, Value, find};

use crate::human::{self, NONE, amount, short, wrap};
use crate::input::Origin;
use crate::options::word;

const WIDTH: usize = 100;
/// How far the texts of a KPI stand in.
const LABEL: usize = 13;
/// What stands between the parts of a line.
const DOT: &str = "\u{a0}· ";
/// How many figures a table shows beside the first.
const FIGURES: usize = 3;

pub fn page(report: &Report, zone: &Zone, origins: &[&Origin], sample: bool) -> String {
    let mut page = Page { lines: Vec::new(), report };
    page.head(zone, origins, sample);
    page.glance();
    for definition in &report.definitions {
        if let Ok(entry) = find(definition.kpi, definition.variant) {
            page.kpi(entry.spec());
        }
    }
    page.lines.push("Every digit, every figure and every bucket of every group: --format csv or json.".into());
    page.lines.join("\n").replace('\u{a0}', " ") + "\n"
}

struct Page<'a> {
    lines: Vec<String>,
    report: &'a Report,
}

fn is_total(row: &ReportRow) -> bool {
    row.group.iter().all(|word| word.as_deref() == Some(ALL))
}

fn group(row: &ReportRow) -> String {
    let words: Vec<&str> = row.group.iter().map(|word| word.as_deref().unwrap_or("(unknown)")).collect();
    words.join(" / ")
}

impl Page<'_> {
    fn head(&mut self, zone: &Zone, origins: &[&Origin], sample: bool) {
        let report = self.report;
        let when = report.window.map(|window| human::window(window, zone));
        let when = when.unwrap_or_else(|| "All records, whenever they are".into());
        let mut facts = vec![when, format!("zone {}", report.zone.0)];
        facts.extend(report.bucket.map(|bucket| format!("by {bucket}")));
        facts.extend((!report.by.is_empty()).then(|| format!("by {}", report.by.join(" and "))));
        facts.extend(report.as_of.map(|at| format!("as of {}", human::local(at, zone))));
        self.lines.push(format!("Customer service KPIs{}", if sample { " of the embedded sample" } else { "" }));
        self.lines.extend(wrap(&facts.join(DOT), WIDTH));
        let mut read = Vec::new();
        for (kind, counted) in &report.inputs {
            let mut text = format!("{} {}", human::count(counted.records), kind.plural().replace('_', " "));
            let skipped: Vec<String> = counted.skipped.iter().map(|(code, n)| format!("{n} {code}")).collect();
            if !skipped.is_empty() {
                text.push_str(&format!(" (skipped: {})", skipped.join(", ")));
            }
            read.push(text);
        }
        self.lines.extend(wrap(&read.join(DOT), WIDTH));
        let unused = origins.iter().filter(|origin| !report.inputs.iter().any(|(kind, _)| *kind == origin.kind));
        let unused: Vec<&str> = unused.map(|origin| word(origin.kind)).collect();
        if !unused.is_empty() {
            self.lines.push(format!("Not read by any of these KPIs: {}", unused.join(", ")));
        }
        self.lines.push(String::new());
    }

    /// One line a KPI: the headline, and how it went.
    fn glance(&mut self) {
        let mut buckets: Vec<&str> = Vec::new();
        for row in &self.report.rows {
            if let Some(bucket) = row.bucket.as_deref().filter(|bucket| !buckets.contains(&bucket.label.as_str())) {
                buckets.push(&bucket.label);
            }
        }
        // More than a few do not fit beside the rest; the tables below have them all.
        let trend = buckets.len() <= 4;
        let level = human::level(self.report.level);
        let mut table = Table::new(
            ["At a glance", "value", level.as_str(), "records"]
                .into_iter()
                .chain(buckets.into_iter().filter(|_| trend)),
        );
        for definition in &self.report.definitions {
            let own =
                |row: &&ReportRow| row.kpi == definition.kpi && row.variant == definition.variant && is_total(row);
            let Some(first) = self.report.rows.iter().find(own).map(|row| row.value.figure.clone()) else { continue };
            let rows: Vec<&ReportRow> =
                self.report.rows.iter().filter(own).filter(|row| row.value.figure == first).collect();
            let Some(total) = rows.iter().find(|row| row.bucket.is_none()) else { continue };
            let value = &total.value;
            let name = match first.as_ref() {
                "share" | "rate" | "score" => human::title(definition.kpi),
                other => format!("{} ({})", human::title(definition.kpi), other.replace('_', " ")),
            };
            let mut line = vec![name, human::value(value, short), human::interval(value, short)];
            line.push(human::count(value.sample));
            if trend {
                line.extend(rows.iter().filter(|row| row.bucket.is_some()).map(|row| human::value(&row.value, short)));
            }
            table.add(line, String::new());
        }
        self.lines.extend(table.lines());
        self.lines.push(String::new());
    }

    fn kpi(&mut self, spec: &Spec) {
        let own = |row: &&ReportRow| row.kpi == spec.id && row.variant == spec.variant;
        let rows: Vec<&ReportRow> = self.report.rows.iter().filter(own).collect();
        let totals: Vec<&ReportRow> =
            rows.iter().copied().filter(|row| row.bucket.is_none() && is_total(row)).collect();
        let Some(head) = totals.first() else { return };
        let name = format!(" {}:{}", spec.id, spec.variant);
        let title = format!("{} ", human::title(spec.id));
        let line = WIDTH.saturating_sub(title.chars().count() + name.chars().count());
        self.lines.push(format!("{title}{}{name}", "─".repeat(line)));
        if let Some(prose) = spec.prose {
            self.lines.push(prose.meaning.into());
        }
        let value = &head.value;
        let headline = wrap(&headline(value, self.report.level), WIDTH - 2);
        self.lines.extend(headline.iter().map(|line| format!("  {line}")));
        let others = totals.iter().skip(1).filter(|row| !repeats(&row.value, value)).map(|row| {
            let interval = row.value.lower.map(|_| format!(" ({})", human::interval(&row.value, amount)));
            let name = row.value.figure.replace('_', " ");
            let text = format!("{name} {}{}", human::value(&row.value, amount), interval.unwrap_or_default());
            text.replace(' ', "\u{a0}")
        });
        self.text("Also", &others.collect::<Vec<_>>());
        self.text("Benchmark", &spec.prose.map(|prose| benchmarks(prose.benchmarks, &totals)).unwrap_or_default());
        self.text("Left out", &left_out(head));
        self.table(&rows, &totals);
        self.lines.push(String::new());
    }

    /// A text that begins with its label.
    fn text(&mut self, label: &str, parts: &[String]) {
        for (i, line) in wrap(&parts.join(DOT), WIDTH - LABEL).into_iter().enumerate() {
            self.lines.push(format!("  {:<at$}{line}", if i == 0 { label } else { "" }, at = LABEL - 2));
        }
    }

    /// Bucket by bucket, then group by group.
    fn table(&mut self, rows: &[&ReportRow], totals: &[&ReportRow]) {
        let Some(head) = totals.first() else { return };
        let more = totals.iter().skip(1).filter(|row| !repeats(&row.value, &head.value)).take(FIGURES);
        let figures: Vec<&str> = totals.iter().take(1).chain(more).map(|row| row.value.figure.as_ref()).collect();
        let of = |figure: &str| -> Vec<&ReportRow> {
            rows.iter().copied().filter(|row| row.value.figure == figure).collect()
        };
        let columns: Vec<Vec<&ReportRow>> = figures.iter().map(|figure| of(figure)).collect();
        let Some(first) = columns.first() else { return };
        let parts: [(String, Vec<usize>); 2] = [
            (self.report.bucket.unwrap_or_default().into(), places(first, |row| row.bucket.is_some() && is_total(row))),
            (self.report.by.join(" / "), places(first, |row| row.bucket.is_none() && !is_total(row))),
        ];
        let mut head_line = vec![String::new(), figures.first().map_or("", |figure| figure).replace('_', " ")];
        head_line.extend([human::level(self.report.level), "records".into()]);
        head_line.extend(figures.iter().skip(1).map(|figure| figure.replace('_', " ")));
        let mut table = Table::new(head_line.iter().map(String::as_str));
        for (name, places) in parts.iter().filter(|(_, places)| !places.is_empty()) {
            table.section(name);
            for &at in places {
                let cells: Vec<&ReportRow> = columns.iter().filter_map(|column| column.get(at).copied()).collect();
                let Some(row) = cells.first() else { continue };
                let label = row.bucket.as_deref().map_or_else(|| group(row), |bucket| bucket.label.clone());
                let value = &row.value;
                let mut line = vec![format!("  {label}"), human::value(value, short)];
                if value.undefined.is_some() {
                    table.add(line, because(row));
                    continue;
                }
                line.extend([human::interval(value, short), human::count(value.sample)]);
                line.extend(cells.iter().skip(1).map(|row| human::value(&row.value, short)));
                table.add(line, String::new());
            }
        }
        let ungrouped = !self.report.by.is_empty() && parts.iter().skip(1).all(|(_, places)| places.is_empty());
        if !table.is_empty() {
            self.lines.push(String::new());
            self.lines.extend(table.lines().into_iter().map(|line| format!("  {line}").trim_end().to_owned()));
        }
        if ungrouped && head.value.sample > 0 {
            self.lines.push(format!("  Not by {}: its records have no such field.", self.report.by.join(" and ")));
        }
    }
}

/// The places of rows in one figure's column, which are the same in every figure's.
fn places(rows: &[&ReportRow], wanted: impl Fn(&ReportRow) -> bool) -> Vec<usize> {
    rows.iter().enumerate().filter(|(_, row)| wanted(row)).map(|(at, _)| at).collect()
}

/// Whether a count only says again how many records made the headline.
fn repeats(count: &Value, head: &Value) -> bool {
    count.kind == Number::Count && count.value == Some(head.sample.into())
}

/// Why a row has no value: the reason, or where no record counts, what was left out most.
fn because(row: &ReportRow) -> String {
    let Some(why) = row.value.undefined else { return String::new() };
    match row.reasons.iter().max_by_key(|(reason, n)| (*n, std::cmp::Reverse(*reason))) {
        Some((reason, n)) if why == Undefined::NoRecords => {
            format!("none counts: {} {}", human::count(n), human::clause(reason.doc()))
        }
        _ => human::clause(why.doc()),
    }
}

/// The first figure in full.
fn headline(value: &Value, level: f64) -> String {
    let name = value.figure.replace('_', " ");
    let Some(exact) = value.value else {
        let why = value.undefined.map(Undefined::doc).map(human::clause).unwrap_or_default();
        return format!("{name}: undefined, because {why}");
    };
    let unit = match value.kind {
        Number::Share | Number::Growth => "\u{a0}%",
        Number::Duration => "\u{a0}s",
        Number::Money => &format!("\u{a0}{}", value.unit),
        _ => "",
    };
    let mut parts = vec![format!("{name} {}", human::value(value, amount))];
    if value.lower.is_some() {
        parts.push(format!("{} {}", human::level(level), human::interval(value, amount)));
    }
    let records = human::records(value.sample);
    parts.push(match value.numerator.filter(|_| value.kind == Number::Share) {
        Some(part) => format!("{} of {records}", human::count(part)),
        None => records,
    });
    parts.push(format!("exactly\u{a0}{exact}{unit}"));
    parts.join(DOT)
}

/// What was left out and why, the most first.
fn left_out(row: &ReportRow) -> Vec<String> {
    let mut reasons = row.reasons.to_vec();
    reasons.sort_by_key(|&(reason, n)| (std::cmp::Reverse(n), reason));
    let text = |(reason, n): &(Reason, u64)| format!("{}\u{a0}{}", human::count(n), human::clause(reason.doc()));
    let mut texts: Vec<String> = reasons.iter().map(text).collect();
    if let [first, _, ..] = texts.as_mut_slice() {
        *first = format!("{} in all: {first}", human::count(row.left_out()));
    }
    texts
}

/// What somebody quotes to compare with, by whom it speaks of.
fn benchmarks(benchmarks: &[Benchmark], totals: &[&ReportRow]) -> Vec<String> {
    let mut texts: Vec<(&str, Vec<String>)> = Vec::new();
    for benchmark in benchmarks {
        let Some(of) = totals.iter().find(|row| row.value.figure == benchmark.figure) else { continue };
        let text = comparison(benchmark, &of.value);
        match texts.iter_mut().find(|(population, _)| *population == benchmark.population) {
            Some((_, texts)) => texts.push(text),
            None => texts.push((benchmark.population, vec![text])),
        }
    }
    texts.iter().map(|(population, texts)| format!("{population}: {}", texts.join(", "))).collect()
}

fn comparison(benchmark: &Benchmark, of: &Value) -> String {
    let amount = |text: &str| text.parse().map_or_else(|_| text.to_owned(), |number| human::round_amount(number, of));
    let range = match (benchmark.low, benchmark.high) {
        (Some(low), Some(high)) if low == high => amount(low),
        (Some(low), Some(high)) => format!("{}\u{a0}to\u{a0}{}", amount(low), amount(high)),
        (Some(low), None) => format!("from\u{a0}{}", amount(low)),
        (None, Some(high)) => format!("below\u{a0}{}", amount(high)),
        (None, None) => NONE.into(),
    };
    format!("{}\u{a0}{range}", benchmark.label)
}

/// Cells in columns as wide as they need; numbers stand to the right.
struct Table {
    head: Vec<String>,
    rows: Vec<Row>,
}

enum Row {
    Section(String),
    Cells(Vec<String>, String),
}

impl Table {
    fn new<'a>(head: impl IntoIterator<Item = &'a str>) -> Self {
        Table { head: head.into_iter().map(String::from).collect(), rows: Vec::new() }
    }

    fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    fn section(&mut self, name: &str) {
        self.rows.push(Row::Section(format!("by {name}")));
    }

    /// A row, and a text after its last cell.
    fn add(&mut self, cells: Vec<String>, remark: String) {
        self.rows.push(Row::Cells(cells, remark));
    }

    fn lines(&self) -> Vec<String> {
        let cells = |column: usize| {
            let rows = self.rows.iter().filter_map(move |row| match row {
                Row::Cells(cells, _) => cells.get(column),
                Row::Section(_) => None,
            });
            rows.chain(self.head.get(column)).map(|cell| cell.chars().count())
        };
        let mut widths: Vec<usize> = (0..self.head.len()).map(|column| cells(column).max().unwrap_or(0)).collect();
        let sections = self.rows.iter().filter_map(|row| match row {
            Row::Section(name) => Some(name.chars().count()),
            Row::Cells(..) => None,
        });
        if let (Some(first), Some(widest)) = (widths.first_mut(), sections.max()) {
            *first = (*first).max(widest);
        }
        let line = |cells: &[String], remark: &str| {
            let mut line = String::new();
            for (column, cell) in cells.iter().enumerate() {
                let width = widths.get(column).copied().unwrap_or(0);
                let gap = if column == 0 { "" } else { "  " };
                match column == 0 {
                    true => line.push_str(&format!("{gap}{cell:<width$}")),
                    false => line.push_str(&format!("{gap}{cell:>width$}")),
                }
            }
            if !remark.is_empty() {
                line.push_str(&format!("  {remark}"));
            }
            line.trim_end().to_owned()
        };
        // The head stands in the line of the first section.
        let mut lines = Vec::new();
        let mut head = Some(self.head.clone());
        if !matches!(self.rows.first(), Some(Row::Section(_))) {
            lines.extend(head.take().map(|head| line(&head, "")));
        }
        for row in &self.rows {
            lines.push(match row {
                Row::Section(name) => match head.take() {
                    Some(mut head) => {
                        if let Some(first) = head.first_mut() {
                            first.clone_from(name);
                        }
                        line(&head, "")
                    }
                    None => name.clone(),
                },
                Row::Cells(cells, remark) => line(cells, remark),
            });
        }
        lines
    }
}
