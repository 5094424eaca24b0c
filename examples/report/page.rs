//! The report as a page of text, at most 100 letters wide where names allow it.

use kpi_core::ReportRow;

use crate::findings::Findings;
use crate::human::{self, amount, short, wrap};
use crate::table::Table;
use crate::trend;
use crate::view::{DAYS, Kpi, View, because, exactly, group, label, left_out, sample, undefined};

const WIDTH: usize = 100;
/// How far the texts of a KPI stand in.
const LABEL: usize = 13;
/// How many figures a table shows beside the first.
const FIGURES: usize = 3;
/// What stands between the parts of a line.
const DOT: &str = "\u{a0}· ";

pub fn page(view: &View<'_>, brief: bool) -> String {
    let mut page = Page { lines: Vec::new(), view };
    page.head();
    page.glance();
    page.findings();
    if !brief {
        for (family, kpis) in view.families() {
            page.rule(&family, '═', "");
            for kpi in kpis {
                page.kpi(kpi);
            }
        }
    }
    page.sources();
    page.lines.push("Every digit, every figure and every bucket of every group: --format csv or json.".into());
    page.lines.join("\n").replace('\u{a0}', " ") + "\n"
}

struct Page<'a> {
    lines: Vec<String>,
    view: &'a View<'a>,
}

impl Page<'_> {
    fn head(&mut self) {
        self.lines.push(self.view.title().into());
        self.lines.extend(wrap(&self.view.facts().join(DOT), WIDTH));
        self.lines.extend(wrap(&self.view.inputs(str::to_owned).join(DOT), WIDTH));
        self.lines.extend(self.view.remarks(false).iter().flat_map(|remark| wrap(remark, WIDTH)));
        self.lines.extend(self.view.unused());
        self.lines.push(String::new());
    }

    /// Who is quoted.
    fn sources(&mut self) {
        let sources = self.view.sources();
        if !sources.is_empty() {
            self.lines.push(String::new());
            self.lines.push("Quoted".into());
            let lines = sources.iter().flat_map(|source| wrap(source, WIDTH - 2));
            self.lines.extend(lines.map(|line| format!("  {line}")));
            self.lines.push(String::new());
        }
    }

    /// A line across the page with a name at its start and one at its end.
    fn rule(&mut self, name: &str, sign: char, end: &str) {
        let (name, end) = (format!("{name} "), if end.is_empty() { String::new() } else { format!(" {end}") });
        let line = WIDTH.saturating_sub(name.chars().count() + end.chars().count());
        self.lines.push(format!("{name}{}{end}", sign.to_string().repeat(line)));
    }

    /// One line a KPI: the headline, and how it went.
    fn glance(&mut self) {
        let (view, size) = (self.view, self.view.report.bucket.unwrap_or_default());
        let heads = || view.kpis.iter().filter_map(Kpi::at_a_glance);
        let buckets = heads().map(|head| head.buckets.len()).max().unwrap_or(0);
        let labels: Vec<&str> = heads()
            .find(|head| head.buckets.len() == buckets)
            .map_or(Vec::new(), |head| head.buckets.iter().map(|row| label(row)).collect());
        let mut table = Table::new("At a glance");
        table.column("value", 0);
        table.column(human::level(view.report.level), 0);
        table.column("records", 0);
        let trends = buckets > 1;
        if trends {
            table.column(trend::name(size, buckets), 0);
        }
        // As many of the last buckets as fit.
        for (at, label) in labels.iter().enumerate() {
            table.column(*label, labels.len() - at);
        }
        let families = view.families();
        for (family, kpis) in &families {
            if families.len() > 1 {
                table.section(family.clone());
            }
            for kpi in *kpis {
                let Some(head) = kpi.at_a_glance() else { continue };
                let value = &head.total.value;
                let indent = if families.len() > 1 { "  " } else { "" };
                let mut line = vec![format!("{indent}{}", kpi.name()), human::value(value, short, kpi.units())];
                line.extend([human::interval(value, short, kpi.units()), human::count(value.sample)]);
                if trends {
                    line.push(trend::line(&head.buckets));
                }
                line.extend(head.buckets.iter().map(|row| human::value(&row.value, short, kpi.units())));
                table.add(line, String::new());
            }
        }
        self.lines.extend(table.lines(WIDTH));
        self.lines.push(String::new());
    }

    /// What stands out, by rule.
    fn findings(&mut self) {
        let findings = Findings::new(self.view);
        if findings.compared == 0 {
            return;
        }
        self.lines.push("What to look at".into());
        if findings.found.is_empty() {
            self.lines.push("  Nothing stands out.".into());
        }
        for found in &findings.found {
            self.lines.push(format!("  {}", found.title));
            for finding in &found.findings {
                let judged = match finding.better.filter(|_| finding.is_change) {
                    Some(true) => ": better",
                    Some(false) => ": worse",
                    None => "",
                };
                let text = format!("{} {}{judged}", finding.kpi.name(), finding.text);
                for (at, line) in wrap(&text, WIDTH - 6).iter().enumerate() {
                    self.lines.push(format!("    {} {line}", if at == 0 { '•' } else { ' ' }));
                }
            }
            if found.more > 0 {
                self.lines.push(format!("      and {} more", found.more));
            }
        }
        self.lines.extend(wrap(&findings.rule(), WIDTH - 2).iter().map(|line| format!("  {line}")));
        self.lines.push(String::new());
    }

    fn kpi(&mut self, kpi: &Kpi<'_>) {
        let Some(head) = kpi.head() else { return };
        self.rule(&kpi.title, '─', &format!("{}:{}", kpi.spec.id, kpi.spec.variant));
        if let Some(prose) = kpi.spec.prose {
            self.lines.extend(wrap(prose.meaning, WIDTH));
        }
        let headline = wrap(&self.headline(kpi), WIDTH - 2);
        self.lines.extend(headline.iter().map(|line| format!("  {line}")));
        let others = kpi.others().map(|figure| {
            let value = &figure.total.value;
            let interval = value.lower.map(|_| format!(" ({})", human::interval(value, amount, kpi.units())));
            let name = human::words(&value.figure);
            let text = format!("{name} {}{}", human::value(value, amount, kpi.units()), interval.unwrap_or_default());
            text.replace(' ', "\u{a0}")
        });
        self.text("Also", &others.collect::<Vec<_>>());
        let bands = kpi
            .bands()
            .into_iter()
            .map(|(name, value)| format!("{name} {}", human::value(value, amount, kpi.units())).replace(' ', "\u{a0}"));
        self.text("Bands", &bands.collect::<Vec<_>>());
        self.text("Benchmark", &kpi.benchmarks().into_iter().map(|(_, text)| text).collect::<Vec<_>>());
        self.text("Set", &kpi.parameters);
        let reasons = left_out(head.total);
        let mut texts: Vec<String> = reasons.iter().map(|(n, why)| format!("{}\u{a0}{why}", human::count(n))).collect();
        if let [first, _, ..] = texts.as_mut_slice() {
            *first = format!("{} in all: {first}", human::count(head.total.left_out()));
        }
        self.text("Left out", &texts);
        self.table(kpi);
        self.week(kpi);
        self.lines.push(String::new());
    }

    /// The hours of the week, as blocks as high as what comes in.
    fn week(&mut self, kpi: &Kpi<'_>) {
        let week = kpi.week();
        let most = week.iter().flatten().copied().fold(0.0, f64::max);
        if most == 0.0 {
            return;
        }
        let hours: String = (0..24).step_by(3).map(|hour| format!("{hour:<6}")).collect();
        self.lines.push(String::new());
        self.lines.push(format!("  {:<13}{}", "by hour", hours.trim_end()));
        for (day, hours) in DAYS.iter().zip(week.chunks(24)) {
            let shades = hours.iter().map(|mean| mean.map_or(' ', |mean| trend::shade(mean / most)));
            let shades: Vec<String> = shades.map(String::from).collect();
            self.lines.push(format!("    {:<11}{}", human::title(day), shades.join(" ")).trim_end().to_owned());
        }
    }

    /// The first figure in full.
    fn headline(&self, kpi: &Kpi<'_>) -> String {
        let Some(head) = kpi.at_a_glance() else { return String::new() };
        let value = &head.total.value;
        let name = human::words(&value.figure);
        let Some(exactly) = exactly(value) else { return format!("{name}: {}", undefined(value)) };
        let mut parts = vec![format!("{name} {}", human::value(value, amount, kpi.units()))];
        if value.lower.is_some() {
            parts.push(format!(
                "{} {}",
                human::level(self.view.report.level),
                human::interval(value, amount, kpi.units())
            ));
        }
        parts.extend([sample(value), exactly]);
        parts.join(DOT)
    }

    /// A text that begins with its label.
    fn text(&mut self, label: &str, parts: &[String]) {
        for (i, line) in wrap(&parts.join(DOT), WIDTH - LABEL).into_iter().enumerate() {
            self.lines.push(format!("  {:<at$}{line}", if i == 0 { label } else { "" }, at = LABEL - 2));
        }
    }

    /// Bucket by bucket, then group by group.
    fn table(&mut self, kpi: &Kpi<'_>) {
        let Some(head) = kpi.head() else { return };
        let columns = kpi.columns(FIGURES);
        let mut table = Table::new("");
        table.column(human::words(&head.total.value.figure), 0);
        if kpi.has_intervals() {
            table.column(human::level(self.view.report.level), 0);
        }
        if !kpi.is_count() {
            table.column("records", 0);
        }
        for (at, figure) in columns.iter().enumerate().skip(1) {
            table.column(human::words(&figure.total.value.figure), at);
        }
        let all_groups = kpi.at_a_glance().map(|head| head.buckets.as_slice()).unwrap_or_default();
        if !all_groups.is_empty() {
            table.section(format!("by {}", self.view.report.bucket.unwrap_or_default()));
        }
        let (first, before) = kpi.buckets();
        for (at, row) in all_groups.iter().enumerate().skip(first) {
            let cells: Vec<&ReportRow> = columns.iter().filter_map(|figure| figure.buckets.get(at).copied()).collect();
            let (cells, remark) = line(kpi, label(row), &cells);
            table.add(cells, remark);
        }
        let (places, rest) = kpi.groups();
        if !places.is_empty() {
            table.section(format!("by {}", kpi.report.by.join(" / ")));
        }
        for at in places {
            let cells: Vec<&ReportRow> = columns.iter().filter_map(|figure| figure.groups.get(at).copied()).collect();
            let name = cells.first().map(|row| group(row)).unwrap_or_default();
            let (cells, remark) = line(kpi, &name, &cells);
            table.add(cells, remark);
        }
        if !table.is_empty() {
            self.lines.push(String::new());
            self.lines.extend(table.lines(WIDTH - 2).into_iter().map(|line| format!("  {line}").trim_end().to_owned()));
        }
        self.lines.extend(before.into_iter().chain(rest).chain(kpi.ungrouped()).map(|text| format!("  {text}")));
    }
}

/// A bucket or a group with all its figures; where there is no value, why.
fn line(kpi: &Kpi<'_>, name: &str, rows: &[&ReportRow]) -> (Vec<String>, String) {
    let Some(row) = rows.first() else { return (Vec::new(), String::new()) };
    let value = &row.value;
    let mut cells = vec![format!("  {name}"), human::value(value, short, kpi.units())];
    if value.undefined.is_some() {
        return (cells, because(row));
    }
    cells.extend(kpi.has_intervals().then(|| human::interval(value, short, kpi.units())));
    cells.extend((!kpi.is_count()).then(|| human::count(value.sample)));
    cells.extend(rows.iter().skip(1).map(|row| human::value(&row.value, short, kpi.units())));
    (cells, String::new())
}
