//! The report as one HTML page: no script, nothing that is loaded, every text from data escaped.

use kpi_core::{ReportRow, Value, preset};

use crate::chart;
use crate::findings::{Findings, are_apart, channel, quoted};
use crate::human::{self, amount, short};
use crate::markup::Markup;
use crate::view::{Figure, Kpi, View, because, exactly, group, label, left_out, sample, undefined};

const STYLE: &str = include_str!("style.css");
/// What stands between the parts of a line.
const DOT: &str = " · ";
/// How many headlines are cards.
const CARDS: usize = 8;
/// How many figures a table shows beside the first.
const FIGURES: usize = 2;
/// The most buckets of a chart; of more the last ones are shown.
const MOST: usize = 366;
/// Longer lists of what was left out, and tables of more groups, are folded up.
const LONG_LIST: usize = 1;
const LONG_TABLE: usize = 3;
/// Bars that rest on fewer records are hollow.
const FEW: u64 = 10;

pub fn page(view: &View<'_>, notes: &[String]) -> String {
    let mut page = Page { out: Markup::default(), view };
    page.head();
    page.cards();
    page.findings();
    page.glance();
    for (family, kpis) in view.families() {
        page.out.raw("<section>\n<h2>").text(&family).raw("</h2>\n");
        for kpi in kpis {
            page.kpi(kpi);
        }
        page.out.raw("</section>\n");
    }
    page.foot(notes);
    page.out.finish()
}

struct Page<'a> {
    out: Markup,
    view: &'a View<'a>,
}

/// The anchor of a KPI on the page.
fn anchor(kpi: &Kpi<'_>) -> String {
    format!("{}-{}", kpi.spec.id, kpi.spec.variant)
}

fn class(better: Option<bool>) -> &'static str {
    match better {
        Some(true) => "good",
        Some(false) => "bad",
        None => "",
    }
}

/// How far a value has moved: shares and the like in points, the rest in its own unit.
fn moved(kpi: &Kpi<'_>, from: f64, to: f64, of: &Value) -> String {
    let by = (to - from).abs();
    match of.unit.as_ref() {
        "percent" | "index" => format!("{by:.1} points"),
        _ => short(by, of, kpi.units()).replace('\u{a0}', " "),
    }
}

/// The buckets of a chart.
fn last<'a, 'b>(buckets: &'b [&'a ReportRow]) -> &'b [&'a ReportRow] {
    buckets.get(buckets.len().saturating_sub(MOST)..).unwrap_or_default()
}

/// A series in words, for those who do not see the chart.
fn spoken(kpi: &Kpi<'_>, buckets: &[&ReportRow]) -> String {
    let said = |row: &ReportRow| format!("{} in {}", human::value(&row.value, amount, kpi.units()), label(row));
    match (buckets.first(), buckets.last()) {
        (Some(first), Some(last)) if buckets.len() > 1 => {
            format!("{} from {} to {}", kpi.name(), said(first), said(last))
        }
        (Some(only), _) => format!("{}: {}", kpi.name(), said(only)),
        _ => kpi.name(),
    }
}

impl Page<'_> {
    fn head(&mut self) {
        let view = self.view;
        let out = &mut self.out;
        out.raw("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
        out.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        out.raw("<meta name=\"color-scheme\" content=\"light dark\">\n<meta http-equiv=\"Content-Security-Policy\" ");
        out.raw("content=\"default-src 'none'; style-src 'unsafe-inline'\">\n");
        out.within("<title>", view.title(), "</title>\n<style>\n").raw(STYLE).raw("</style>\n</head>\n<body>\n");
        out.within("<header>\n<h1>", view.title(), "</h1>\n");
        out.within("<p class=\"facts\">", &view.facts().join(DOT), "</p>\n");
        out.within("<p class=\"facts\">", &view.inputs(human::words).join(DOT), "</p>\n");
        for remark in view.remarks(true) {
            out.within("<p class=\"facts\">", &remark, "</p>\n");
        }
        out.within("<p class=\"facts\">", &view.unused().unwrap_or_default(), "</p>\n");
        out.raw("</header>\n<main>\n");
    }

    /// The KPIs of the overview first, in its order; then the others.
    fn headlines(&self) -> Vec<&Kpi<'_>> {
        let order = preset("overview").map_or(&[][..], |preset| preset.kpis);
        let place =
            |kpi: &Kpi<'_>| order.iter().position(|own| *own == (kpi.spec.id, kpi.spec.variant)).unwrap_or(order.len());
        let mut kpis: Vec<&Kpi<'_>> = self
            .view
            .kpis
            .iter()
            .filter(|kpi| kpi.head().is_some_and(|head| head.total.value.number.is_some()))
            .collect();
        kpis.sort_by_key(|kpi| place(kpi));
        kpis.truncate(CARDS);
        kpis
    }

    fn cards(&mut self) {
        let view = self.view;
        let mut out = std::mem::take(&mut self.out);
        out.raw("<section aria-labelledby=\"headlines\">\n<h2 id=\"headlines\">Headlines</h2>\n<ul class=\"cards\">\n");
        for kpi in self.headlines() {
            let Some(head) = kpi.head() else { continue };
            let value = &head.total.value;
            out.raw("<li class=\"card\">\n<h3><a").attribute("href", &format!("#{}", anchor(kpi))).raw(">");
            out.text(&kpi.name()).raw("</a></h3>\n");
            out.within("<p class=\"value\">", &human::value(value, short, kpi.units()), "</p>\n");
            if value.lower.is_some() {
                let text =
                    format!("{} {}", human::level(view.report.level), human::interval(value, short, kpi.units()));
                out.within("<p class=\"soft\">", &text, "</p>\n");
            }
            if head.buckets.len() > 1 {
                let shown = last(&head.buckets);
                let values: Vec<&Value> = shown.iter().map(|row| &row.value).collect();
                chart::spark(&mut out, &values, &spoken(kpi, shown));
            }
            change(&mut out, view, kpi);
            for text in of_headline(kpi) {
                out.within("<p class=\"quoted soft\">", &text, "</p>\n");
            }
            let mut text = if kpi.is_count() { String::new() } else { sample(value) };
            if head.total.left_out() > 0 {
                let dot = if text.is_empty() { "" } else { DOT };
                text.push_str(&format!("{dot}{} left out", human::count(head.total.left_out())));
            }
            out.within("<p class=\"sample soft\">", &text, "</p>\n").raw("</li>\n");
        }
        out.raw("</ul>\n</section>\n");
        self.out = out;
    }

    fn findings(&mut self) {
        let findings = Findings::new(self.view);
        if findings.compared == 0 {
            return;
        }
        let out = &mut self.out;
        out.raw("<section class=\"look\" aria-labelledby=\"look\">\n<h2 id=\"look\">What to look at</h2>\n");
        if findings.found.is_empty() {
            out.raw("<p>Nothing stands out.</p>\n");
        }
        for found in &findings.found {
            out.within("<h3>", &found.title, "</h3>\n<ul>\n");
            for finding in &found.findings {
                out.raw("<li><a").attribute("href", &format!("#{}", anchor(finding.kpi))).raw(">");
                out.text(&finding.kpi.name()).raw("</a> ").text(&finding.text);
                let judged = finding.better.map(|better| if better { "better" } else { "worse" });
                if let Some(judged) = judged.filter(|_| finding.is_change) {
                    out.raw(": <span").attribute("class", class(finding.better)).raw(">").text(judged).raw("</span>");
                }
                out.raw("</li>\n");
            }
            if found.more > 0 {
                out.within("<li class=\"soft\">and ", &human::count(found.more), " more</li>\n");
            }
            out.raw("</ul>\n");
        }
        out.within("<p class=\"soft\">", &findings.rule(), "</p>\n").raw("</section>\n");
    }

    /// One line a KPI.
    fn glance(&mut self) {
        let view = self.view;
        let out = &mut self.out;
        out.raw(
            "<section aria-labelledby=\"glance\">\n<h2 id=\"glance\">At a glance</h2>\n<div class=\"wide\"><table>\n",
        );
        out.raw("<thead><tr><th scope=\"col\">KPI</th><th scope=\"col\">value</th><th scope=\"col\" class=\"minor\">");
        out.text(&human::level(view.report.level)).raw("</th><th scope=\"col\">records</th>");
        out.raw("<th scope=\"col\" class=\"minor\">left out</th>");
        if let Some(size) = view.report.bucket {
            out.within("<th scope=\"col\">by ", size, "</th>");
        }
        out.raw("</tr></thead>\n<tbody>\n");
        for (family, kpis) in view.families() {
            out.within("<tr class=\"section\"><th scope=\"colgroup\" colspan=\"6\">", &family, "</th></tr>\n");
            for kpi in kpis {
                let Some(head) = kpi.at_a_glance() else { continue };
                let value = &head.total.value;
                out.raw("<tr><th scope=\"row\"><a").attribute("href", &format!("#{}", anchor(kpi))).raw(">");
                out.text(&kpi.name()).raw("</a></th>");
                out.within("<td>", &human::value(value, short, kpi.units()), "</td>");
                out.within("<td class=\"minor\">", &human::interval(value, short, kpi.units()), "</td>");
                out.within("<td>", &human::count(value.sample), "</td>");
                out.within("<td class=\"minor\">", &human::count(head.total.left_out()), "</td>");
                if view.report.bucket.is_some() {
                    out.raw("<td class=\"trend\">");
                    let shown = last(&head.buckets);
                    let values: Vec<&Value> = shown.iter().map(|row| &row.value).collect();
                    chart::spark(out, &values, &spoken(kpi, shown));
                    out.raw("</td>");
                }
                out.raw("</tr>\n");
            }
        }
        out.raw("</tbody>\n</table></div>\n</section>\n");
    }

    fn kpi(&mut self, kpi: &Kpi<'_>) {
        let Some(head) = kpi.head() else { return };
        let view = self.view;
        let out = &mut self.out;
        let value = &head.total.value;
        out.raw("<article class=\"kpi\"").attribute("id", &anchor(kpi)).raw(">\n<header>");
        out.within("<h3>", &kpi.title, "</h3>");
        out.within("<code>", &format!("{}:{}", kpi.spec.id, kpi.spec.variant), "</code></header>\n");
        out.within("<p class=\"soft\">", kpi.spec.prose.map_or("", |prose| prose.meaning), "</p>\n");
        if !kpi.is_ranking() {
            headline(out, view, kpi, value);
        }
        out.raw("<div class=\"two\">\n<div>\n");
        buckets(out, view, kpi);
        left_out_list(out, head.total);
        out.raw("</div>\n<div>\n");
        groups(out, view, kpi);
        week(out, kpi);
        bands(out, kpi);
        others(out, kpi);
        out.raw("</div>\n</div>\n</article>\n");
    }

    fn foot(&mut self, notes: &[String]) {
        let view = self.view;
        let out = &mut self.out;
        out.raw("</main>\n<footer>\n<p>");
        out.text(&format!(
            "Every value is exact and rounded for reading. The band around a line, the line through a bar and the range \
             beside a value are the {}; without one there is none for this kind of figure. Hollow bars rest on fewer \
             than {FEW} records. Money, counts and durations start at zero where the values allow it, other scales do \
             not.",
            human::level(view.report.level)
        ));
        out.raw("</p>\n");
        for note in notes {
            out.within("<p>", note, "</p>\n");
        }
        out.raw("<ul>\n");
        for source in view.sources() {
            out.within("<li>", &source, "</li>\n");
        }
        out.raw("</ul>\n<p>");
        out.text(&format!("kpi {} · zone {} ({})", kpi_core::VERSION, view.report.zone.0, view.report.zone.1));
        out.raw("</p>\n</footer>\n</body>\n</html>\n");
    }
}

/// The first figure in full.
fn headline(out: &mut Markup, view: &View<'_>, kpi: &Kpi<'_>, value: &Value) {
    out.raw("<p class=\"headline\"><span>").text(&human::words(&value.figure)).raw("</span> ");
    out.within("<span class=\"value\">", &human::value(value, amount, kpi.units()), "</span> ");
    let mut facts = Vec::new();
    match exactly(value) {
        None => facts.push(undefined(value)),
        Some(exactly) => {
            if value.lower.is_some() {
                facts.push(format!(
                    "{} {}",
                    human::level(view.report.level),
                    human::interval(value, amount, kpi.units())
                ));
            }
            facts.extend([sample(value), exactly]);
        }
    }
    out.within("<span class=\"soft\">", &facts.join(DOT), "</span></p>\n");
}

/// What is quoted for the headline; what speaks of one channel stands beside the channels.
fn of_headline(kpi: &Kpi<'_>) -> Vec<String> {
    let all = kpi.benchmarks();
    let mut texts: Vec<String> = all
        .iter()
        .filter(|(population, _)| channel(population).is_none())
        .map(|(_, text)| format!("Quoted, {text}"))
        .collect();
    if texts.is_empty() && !all.is_empty() {
        texts.push("Quoted by channel: see below".into());
    }
    texts
}

/// The last whole bucket against the one before.
fn change(out: &mut Markup, view: &View<'_>, kpi: &Kpi<'_>) {
    let Some((before, last)) = kpi.head().and_then(|head| view.latest(&head.buckets)) else { return };
    let (Some(from), Some(to)) = (before.value.number, last.value.number) else { return };
    let better = kpi.is_better(from, to);
    let apart = are_apart(&before.value, &last.value);
    let sign = match (to > from, from == to, apart) {
        (_, true, _) => "=",
        (true, _, Some(false)) => "△",
        (true, ..) => "▲",
        (false, _, Some(false)) => "▽",
        (false, ..) => "▼",
    };
    out.raw("<p><span").attribute("class", class(better)).raw(">").text(sign).raw(" ");
    out.text(&moved(kpi, from, to, &last.value));
    let judged = better.map(|better| if better { ", better" } else { ", worse" });
    out.text(judged.unwrap_or_default()).raw("</span> <span class=\"soft\">in <span class=\"whole\">");
    out.text(label(last)).raw("</span> against <span class=\"whole\">").text(label(before)).raw("</span>");
    if apart == Some(false) {
        out.raw("; the intervals overlap");
    }
    out.raw("</span></p>\n");
}

/// The hours of the week.
fn week(out: &mut Markup, kpi: &Kpi<'_>) {
    let week = kpi.week();
    let (Some(head), false) = (kpi.head(), week.is_empty()) else { return };
    let of = &head.total.value;
    out.raw("<figure>\n<figcaption>mean by weekday and hour</figcaption>\n");
    let when: Vec<String> =
        kpi.columns(2).iter().map(|figure| human::value(&figure.total.value, amount, kpi.units())).collect();
    let label = format!("{} by weekday and hour; the peak: {}", kpi.title, when.join(", "));
    chart::week(out, &week, &label, |mean| amount(mean, of, kpi.units()));
    out.raw("</figure>\n");
}

/// The shares of bands as bars.
fn bands(out: &mut Markup, kpi: &Kpi<'_>) {
    let bands = kpi.bands();
    if bands.is_empty() {
        return;
    }
    out.raw("<figure>\n<figcaption>Bands</figcaption>\n<div class=\"wide\"><table>\n<tbody>\n");
    for (name, value) in bands {
        out.within("<tr><th scope=\"row\">", &name, "</th><td class=\"bars\">");
        chart::bar(out, value, (0.0, 100.0), false);
        out.within("</td><td>", &human::value(value, short, kpi.units()), "</td></tr>\n");
    }
    out.raw("</tbody>\n</table></div>\n</figure>\n");
}

/// The other figures, what is quoted, what was set.
fn others(out: &mut Markup, kpi: &Kpi<'_>) {
    let others = kpi.others().map(|figure| {
        let value = &figure.total.value;
        let interval =
            value.lower.map(|_| format!(" ({})", human::interval(value, amount, kpi.units()))).unwrap_or_default();
        format!("{} {}{interval}", human::words(&value.figure), human::value(value, amount, kpi.units()))
    });
    lists(
        out,
        &[
            ("Also", others.collect()),
            ("Quoted", kpi.benchmarks().into_iter().map(|(_, text)| text).collect()),
            ("Set", kpi.parameters.clone()),
        ],
    );
}

fn left_out_list(out: &mut Markup, row: &ReportRow) {
    let mut reasons = left_out(row);
    if reasons.len() > 1 {
        reasons.push((row.left_out(), "in all".into()));
    }
    let reasons: Vec<String> = reasons.iter().map(|(n, why)| format!("{} {why}", human::count(n))).collect();
    if reasons.len() <= LONG_LIST {
        return lists(out, &[("Left out", reasons)]);
    }
    let summary = format!("Left out: {}", human::count(row.left_out()));
    out.within("<details class=\"notes\">\n<summary>", &summary, "</summary>\n<ul>\n");
    for text in &reasons {
        out.within("<li>", text, "</li>\n");
    }
    out.raw("</ul>\n</details>\n");
}

/// Lists with their names; nothing for those that are empty.
fn lists(out: &mut Markup, lists: &[(&'static str, Vec<String>)]) {
    if lists.iter().all(|(_, texts)| texts.is_empty()) {
        return;
    }
    out.raw("<dl class=\"notes\">\n");
    for (name, texts) in lists.iter().filter(|(_, texts)| !texts.is_empty()) {
        out.within("<div><dt>", name, "</dt><dd><ul>\n");
        for text in texts {
            out.within("<li>", text, "</li>\n");
        }
        out.raw("</ul></dd></div>\n");
    }
    out.raw("</dl>\n");
}

/// The head of a table of figures.
fn heads(out: &mut Markup, view: &View<'_>, kpi: &Kpi<'_>, columns: &[&Figure<'_>], name: &str, bars: bool) {
    out.raw("<thead><tr><th scope=\"col\">").text(name).raw("</th>");
    if bars {
        out.raw("<td></td>");
    }
    for (at, figure) in columns.iter().enumerate() {
        let class = if at == 0 { "" } else { "minor" };
        out.raw("<th scope=\"col\"").attribute("class", class).raw(">");
        out.text(&human::words(&figure.total.value.figure)).raw("</th>");
        if at == 0 {
            if kpi.has_intervals() {
                out.within("<th scope=\"col\">", &human::level(view.report.level), "</th>");
            }
            if !kpi.is_count() {
                out.raw("<th scope=\"col\">records</th>");
            }
        }
    }
    out.raw("</tr></thead>\n<tbody>\n");
}

/// The cells of a bucket or a group.
fn cells(out: &mut Markup, kpi: &Kpi<'_>, rows: &[&ReportRow]) {
    let Some(row) = rows.first() else { return };
    let value = &row.value;
    out.within("<td>", &human::value(value, short, kpi.units()), "</td>");
    if value.undefined.is_some() {
        out.within("<td class=\"why\" colspan=\"5\">", &because(row), "</td>");
        return;
    }
    if kpi.has_intervals() {
        let range = human::interval(value, short, kpi.units()).replace("\u{a0}to\u{a0}", " to\u{a0}");
        out.within("<td class=\"range\">", &range, "</td>");
    }
    if !kpi.is_count() {
        out.within("<td>", &human::count(value.sample), "</td>");
    }
    for row in rows.iter().skip(1) {
        out.within("<td class=\"minor\">", &human::value(&row.value, short, kpi.units()), "</td>");
    }
}

/// The chart and the table by bucket.
fn buckets(out: &mut Markup, view: &View<'_>, kpi: &Kpi<'_>) {
    let Some(head) = kpi.at_a_glance().filter(|head| !head.buckets.is_empty()) else { return };
    let size = view.report.bucket.unwrap_or("bucket");
    let shown = last(&head.buckets);
    let values: Vec<&Value> = shown.iter().map(|row| &row.value).collect();
    let labels: Vec<&str> = shown.iter().map(|row| label(row)).collect();
    let quoted = quoted(view, kpi);
    let figure = human::words(&head.total.value.figure);
    out.raw("<figure>\n<figcaption>").text(&figure).raw(" by ").text(size);
    if shown.len() < head.buckets.len() {
        out.text(&format!(", the last {MOST}"));
    }
    out.raw("</figcaption>\n");
    let ends: Vec<f64> = quoted.iter().map(|(number, _)| *number).collect();
    let drawn = chart::line(out, &values, &labels, &ends, &spoken(kpi, shown), kpi.units());
    if drawn {
        let texts: Vec<&str> = quoted.iter().map(|(_, text)| text.as_str()).collect();
        out.within("<p class=\"soft\">Dashed: ", &texts.join(DOT), "</p>\n");
    }
    out.raw("<div class=\"wide\"><table>\n");
    let columns = kpi.columns(FIGURES);
    heads(out, view, kpi, &columns, size, false);
    let (first, before) = kpi.buckets();
    for (at, row) in head.buckets.iter().enumerate().skip(first) {
        let rows: Vec<&ReportRow> = columns.iter().filter_map(|figure| figure.buckets.get(at).copied()).collect();
        out.within("<tr><th scope=\"row\" class=\"bucket\">", label(row), "</th>");
        cells(out, kpi, &rows);
        out.raw("</tr>\n");
    }
    let totals: Vec<&ReportRow> = columns.iter().map(|figure| figure.total).collect();
    out.raw("<tr class=\"total\"><th scope=\"row\">all</th>");
    cells(out, kpi, &totals);
    out.raw("</tr>\n</tbody>\n</table></div>\n");
    out.within("<p class=\"soft\">", &before.unwrap_or_default(), "</p>\n");
    out.raw("</figure>\n");
}

/// The bars and the table by group.
fn groups(out: &mut Markup, view: &View<'_>, kpi: &Kpi<'_>) {
    let Some(head) = kpi.head() else { return };
    let (places, rest) = kpi.groups();
    if places.is_empty() {
        out.within("<p class=\"soft\">", &kpi.ungrouped().unwrap_or_default(), "</p>\n");
        return;
    }
    let by = kpi.report.by.join(" / ");
    let shown: Vec<&ReportRow> = places.iter().filter_map(|&at| head.groups.get(at).copied()).collect();
    let values: Vec<&Value> = shown.iter().map(|row| &row.value).collect();
    let ends = chart::bar_ends(&values);
    let name = format!("{} by {by}", human::words(&head.total.value.figure));
    let folded = shown.len() > LONG_TABLE;
    out.raw("<figure>\n");
    if folded {
        let all = format!("{name}: {} groups", human::count(head.groups.len()));
        out.within("<details>\n<summary>", &all, "</summary>\n");
    } else {
        out.within("<figcaption>", &name, "</figcaption>\n");
    }
    out.raw("<div class=\"wide\"><table>\n");
    // Beside bars and intervals there is no room for more.
    let bars = !kpi.is_ranking();
    let columns = kpi.columns(if !bars { FIGURES } else { kpi.is_count().into() });
    heads(out, view, kpi, &columns, &by, bars);
    for (at, row) in places.iter().zip(shown) {
        out.within("<tr><th scope=\"row\">", &group(row), "</th>");
        if bars {
            out.raw("<td class=\"bars\">");
            chart::bar(out, &row.value, ends, row.value.sample < FEW);
            out.raw("</td>");
        }
        let rows: Vec<&ReportRow> = columns.iter().filter_map(|figure| figure.groups.get(*at).copied()).collect();
        cells(out, kpi, &rows);
        out.raw("</tr>\n");
    }
    out.raw("</tbody>\n</table></div>\n");
    out.within("<p class=\"soft\">", &rest.unwrap_or_default(), "</p>\n");
    out.raw(if folded { "</details>\n</figure>\n" } else { "</figure>\n" });
}
