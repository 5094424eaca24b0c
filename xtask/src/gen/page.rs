//! A KPI's page of the book, all variants on it.

use std::collections::BTreeSet;

use anyhow::{Context, Result};
use kpi_core::{Benchmark, Code, Entry, Prose, Reason, Undefined};

use super::sources::ARTICLES;
use super::text::{camel, capital, code_list, marked, no_stop, sentence, table};
use super::{javascript, python, rust, words};

/// A variant with its texts.
type Variant<'a> = (&'a Entry, &'static Prose);

pub fn page(entries: &[&Entry]) -> Result<String> {
    let variants: Vec<Variant<'_>> =
        entries.iter().map(|entry| Ok((*entry, words::prose(entry)?))).collect::<Result<_>>()?;
    let (first, prose) = variants.first().context("a KPI has a variant")?;
    let spec = first.spec();
    let mut page = Page { out: String::new(), one: true };
    page.out = format!("# {}\n\n{}\n\n", words::title(spec.id), prose.meaning);
    page.out += &format!(
        "`{}` · {} · {} · reads {}\n",
        spec.id,
        spec.family,
        words::direction(spec.direction),
        words::reads(entries, |name| format!("`{name}`"))
    );
    if variants.len() > 1 {
        let meanings = variants.iter().enumerate().map(|(at, (entry, prose))| {
            let spec = entry.spec();
            let default = if at == 0 { " (default)" } else { "" };
            vec![
                format!("`{}`{default}", spec.variant),
                prose.meaning.to_owned(),
                words::direction(spec.direction).to_owned(),
            ]
        });
        let meanings: Vec<Vec<String>> = meanings.collect();
        page.section("Variants", &table(&["Variant", "Meaning", "Direction"], &meanings));
    }
    page.each("Formula", &variants, |(_, prose)| {
        Ok(format!("\\\\[ {} \\\\]\n\n{}\n", latex(prose.latex), sentence(&capital(prose.formula))))
    })?;
    page.each("Worked example", &variants, worked)?;
    page.each("Figures", &variants, |(entry, _)| Ok(figures(entry)))?;
    page.each("What is counted", &variants, |(_, prose)| Ok(sentence(prose.counted) + "\n"))?;
    page.each("What is left out", &variants, |(_, prose)| Ok(sentence(prose.left_out) + "\n"))?;
    page.below("The reasons", &reasons(&variants));
    page.each("Errors", &variants, |(_, prose)| Ok(sentence(prose.errors) + "\n"))?;
    page.below("The codes", &codes(&variants));
    page.each("Over nothing", &variants, |(entry, _)| over_nothing(entry))?;
    page.each("Intervals", &variants, |(_, prose)| Ok(sentence(prose.interval) + "\n"))?;
    page.each("Parameters", &variants, |(entry, _)| Ok(parameters(entry)))?;
    page.each("Records and fields", &variants, |(entry, _)| Ok(records(entry)))?;
    page.section("In code", &code(&variants)?);
    page.each("Pitfalls", &variants, |(_, prose)| {
        Ok(prose.pitfalls.iter().map(|pitfall| format!("- {pitfall}\n")).collect())
    })?;
    page.each("Benchmarks", &variants, |variant| Ok(benchmarks(variant)))?;
    page.each("Sources", &variants, |(_, prose)| {
        Ok(prose.sources.iter().map(|source| format!("- **{}:** {}\n", source.title, sentence(source.says))).collect())
    })?;
    page.below("The articles", &articles(&variants));
    Ok(page.out)
}

struct Page {
    out: String,
    /// Whether the last section had one part for all variants.
    one: bool,
}

impl Page {
    /// A section; none where there is nothing to say.
    fn section(&mut self, title: &str, text: &str) {
        if !text.trim().is_empty() {
            self.out += &format!("\n## {title}\n\n{text}");
        }
    }

    /// A table below the last section, of all variants.
    fn below(&mut self, title: &str, table: &str) {
        if !table.is_empty() {
            let title = if self.one { String::new() } else { format!("### {title}\n\n") };
            self.out += &format!("\n{title}{table}");
        }
    }

    /// A section in which variants that say the same stand together.
    fn each(
        &mut self,
        title: &str,
        variants: &[Variant<'_>],
        say: impl Fn(Variant<'_>) -> Result<String>,
    ) -> Result<()> {
        let mut groups: Vec<(Vec<&str>, String)> = Vec::new();
        for &variant in variants {
            let text = say(variant)?;
            let name = variant.0.spec().variant;
            match groups.iter_mut().find(|(_, own)| *own == text) {
                Some((names, _)) => names.push(name),
                None => groups.push((vec![name], text)),
            }
        }
        groups.retain(|(_, text)| !text.trim().is_empty());
        self.one = matches!(groups.as_slice(), [(names, _)] if names.len() == variants.len());
        let texts: Vec<String> = groups
            .into_iter()
            .map(|(names, text)| if self.one { text } else { format!("### {}\n\n{text}", code_list(names)) })
            .collect();
        self.section(title, &texts.join("\n"));
        Ok(())
    }
}

/// LaTeX as Markdown lets it through.
fn latex(latex: &str) -> String {
    let mut out = String::new();
    let mut chars = latex.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\\' if chars.peek().is_some_and(char::is_ascii_punctuation) => out += "\\\\",
            '_' | '*' => out.extend(['\\', c]),
            _ => out.push(c),
        }
    }
    out
}

fn worked((entry, prose): Variant<'_>) -> Result<String> {
    let unit = entry.spec().figures.first().context("a KPI has a figure")?.unit.text();
    let unit = if unit == "money" { "units of the currency".into() } else { unit };
    Ok(format!("{} The result is **{}** ({unit}).\n", sentence(prose.example.working), minus(prose.example.value)))
}

/// A number with the sign that readers know.
fn minus(number: &str) -> String {
    number.replace('-', "−")
}

fn figures(entry: &Entry) -> String {
    let rows: Vec<Vec<String>> = words::named_figures(entry.spec())
        .into_iter()
        .map(|(name, figure)| {
            vec![
                name,
                figure.unit.text().into_owned(),
                figure.number.as_str().replace('_', " "),
                words::range(figure.number),
            ]
        })
        .collect();
    table(&["Figure", "Unit", "Kind of number", "Range"], &rows)
}

/// The words in backticks of one text of every variant.
fn named(variants: &[Variant<'_>], text: impl Fn(&'static Prose) -> &'static str) -> BTreeSet<&'static str> {
    variants.iter().flat_map(|(_, prose)| marked(text(prose))).collect()
}

fn reasons(variants: &[Variant<'_>]) -> String {
    let named = named(variants, |prose| prose.left_out);
    let rows: Vec<Vec<String>> = Reason::ALL
        .iter()
        .filter(|reason| named.contains(reason.as_str()))
        .map(|reason| vec![format!("`{}`", reason.as_str()), sentence(reason.doc().trim())])
        .collect();
    if rows.is_empty() { String::new() } else { table(&["Reason", "Meaning"], &rows) }
}

fn codes(variants: &[Variant<'_>]) -> String {
    let named = named(variants, |prose| prose.errors);
    let rows: Vec<Vec<String>> = Code::ALL
        .iter()
        .filter(|code| named.contains(code.as_str()))
        .map(|code| vec![format!("`{code}`"), sentence(code.doc().trim())])
        .collect();
    if rows.is_empty() { String::new() } else { table(&["Code", "Meaning"], &rows) }
}

/// The text with a small first letter.
fn small(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map(|first| first.to_lowercase().chain(chars).collect()).unwrap_or_default()
}

/// What each figure is where no record counts.
fn over_nothing(entry: &Entry) -> Result<String> {
    let figures = words::over_nothing(entry)?;
    let mut undefined: Vec<(Undefined, Vec<String>)> = Vec::new();
    let mut zero = Vec::new();
    for value in &figures.0 {
        let name = value.figure.to_string();
        match value.undefined {
            None => zero.push(name),
            Some(reason) => match undefined.iter_mut().find(|(own, _)| *own == reason) {
                Some((_, names)) => names.push(name),
                None => undefined.push((reason, vec![name])),
            },
        }
    }
    let are = |names: &[String]| if names.len() == 1 { "is" } else { "are" };
    let list = |names: &[String]| code_list(names.iter().map(String::as_str));
    let mut lines: Vec<String> = undefined
        .iter()
        .map(|(reason, names)| {
            let why = small(no_stop(reason.doc().trim()));
            format!("{} {} undefined (`{}`: {why}).", list(names), are(names), reason.as_str())
        })
        .collect();
    if !zero.is_empty() {
        lines.push(format!("{} {} 0.", list(&zero), are(&zero)));
    }
    Ok(format!("{}\n", lines.join(" ")))
}

fn parameters(entry: &Entry) -> String {
    let rows: Vec<Vec<String>> = entry
        .spec()
        .parameters
        .iter()
        .map(|parameter| {
            let default = if parameter.default.is_empty() { String::new() } else { format!("`{}`", parameter.default) };
            let of = if parameter.in_formula { "formula, measure" } else { "measure" };
            vec![format!("`{}`", parameter.name), parameter.takes.into(), default, of.into(), parameter.doc.into()]
        })
        .collect();
    if rows.is_empty() { String::new() } else { table(&["Parameter", "Takes", "Default", "Of", "Meaning"], &rows) }
}

fn records(entry: &Entry) -> String {
    let rows: Vec<Vec<String>> = entry
        .records()
        .into_iter()
        .map(|(kind, anchor)| {
            let (needs, uses) = entry.fields(kind);
            let agent = entry.agent(kind).map(|field| format!("`{field}`")).unwrap_or_default();
            vec![format!("`{}`", kind.plural()), words::anchor(anchor), agent, code_list(needs), code_list(uses)]
        })
        .collect();
    let any =
        if entry.reads_any() { "Its parameters say which records it reads; where they say nothing:\n\n" } else { "" };
    any.to_owned()
        + &table(&["Records", "Counted at", "Agent in a report by `agent`", "Needs", "Uses where given"], &rows)
}

const CODE: &str = "\
Rust:

```rust,ignore
use kpi_core::{Ask, TYPESRequest, formula, report, time::Bucket};

FORMULAS_RUST

// Over records, one table of each kind:
let request = Request::new()
    .kpi(Ask::new(\"ID\"))
    .window(\"2026-01-01\", \"2026-04-01\")?
    .bucket(Bucket::Month)BY_RUST;
let report = report(&request, &[TABLES])?;
```

Python:

```python
import kpi

FORMULAS_PYTHON

kpi.measure.ID(
    ARGUMENTS,
    window=(\"2026-01-01\", \"2026-04-01\"),
    bucket=\"month\",
BY_PYTHON)
```

JavaScript:

```js
import * as kpi from \"kpi-wasm\";

FORMULAS_JAVASCRIPT

kpi.measure.CAMEL({
  KEYS,
  window: { from: \"2026-01-01\", to: \"2026-04-01\" },
  bucket: \"month\",
BY_JAVASCRIPT});
```
";

/// The same calls in three languages: every variant's formula, and the default variant's measure.
fn code(variants: &[Variant<'_>]) -> Result<String> {
    let mut calls = [Vec::new(), Vec::new(), Vec::new()];
    for (entry, prose) in variants {
        let value = prose.example.value;
        calls[0].push(format!("formula::{}?.value(); // {value}", rust::call(entry)?));
        calls[1].push(format!("kpi.{}.value  # {value}", python::call(entry)?));
        calls[2].push(format!("kpi.{}.value; // \"{value}\"", javascript::call(entry)?));
    }
    let [of_rust, of_python, of_javascript] = calls.map(|calls| calls.join("\n"));
    let types = ["Decimal", "Duration", "Score"].into_iter().filter(|of| of_rust.contains(of));
    let types: String = types.map(|of| format!("{of}, ")).collect();

    let (entry, _) = variants.first().context("a KPI has a variant")?;
    let id = entry.spec().id;
    let kinds = if entry.reads_any() { words::kinds(&[*entry]) } else { words::taken(&[*entry]) };
    let names = |name: fn(&str) -> String, between: &str| {
        kinds.iter().map(|kind| name(kind.plural())).collect::<Vec<_>>().join(between)
    };
    // A dimension that all of them have.
    let by = ["channel", "tier"].into_iter().find(|field| kinds.iter().all(|kind| kind.field(field).is_some()));
    let by = |text: &str| by.map(|by| text.replace('?', by)).unwrap_or_default();
    Ok([
        ("FORMULAS_RUST", of_rust),
        ("FORMULAS_PYTHON", of_python),
        ("FORMULAS_JAVASCRIPT", of_javascript),
        ("BY_RUST", by("\n    .by(\"?\")")),
        ("BY_PYTHON", by("    by=[\"?\"],\n")),
        ("BY_JAVASCRIPT", by("  by: [\"?\"],\n")),
        ("TYPES", types),
        ("TABLES", names(str::to_owned, ", ")),
        ("ARGUMENTS", names(|name| format!("{name}={name}"), ",\n    ")),
        ("KEYS", names(camel, ",\n  ")),
        ("CAMEL", camel(id)),
        ("ID", id.to_owned()),
    ]
    .iter()
    .fold(CODE.to_owned(), |code, (mark, text)| code.replace(mark, text)))
}

fn benchmarks((entry, prose): Variant<'_>) -> String {
    if prose.benchmarks.is_empty() {
        return String::new();
    }
    let rows: Vec<Vec<String>> = prose
        .benchmarks
        .iter()
        .map(|benchmark| {
            let figure = entry.spec().figures.iter().find(|figure| figure.name == benchmark.figure);
            let unit = figure.map(|figure| figure.unit.text().into_owned()).unwrap_or_default();
            vec![
                format!("`{}`", benchmark.figure),
                value(benchmark),
                unit,
                benchmark.label.to_owned(),
                benchmark.population.to_owned(),
                benchmark.source.to_owned(),
            ]
        })
        .collect();
    format!(
        "A number to compare with speaks of its own population and period only.\n\n{}",
        table(&["Figure", "Value", "Unit", "Called", "Population", "Source"], &rows)
    )
}

/// A benchmark's ends.
fn value(benchmark: &Benchmark) -> String {
    match (benchmark.low, benchmark.high) {
        (Some(low), Some(high)) if low == high => low.to_owned(),
        (Some(low), Some(high)) => format!("{low} to {high}"),
        (Some(low), None) if benchmark.exclusive => format!("above {low}"),
        (None, Some(high)) if benchmark.exclusive => format!("below {high}"),
        (Some(low), None) => format!("{low} or more"),
        (None, Some(high)) => format!("{high} or less"),
        (None, None) => String::new(),
    }
}

/// The titles of the marks that the sources use.
fn articles(variants: &[Variant<'_>]) -> String {
    let uses = |mark: &str| variants.iter().flat_map(|(_, prose)| prose.sources).any(|source| source.title == mark);
    let rows: Vec<Vec<String>> = ARTICLES
        .iter()
        .filter(|article| uses(article.mark))
        .map(|article| vec![article.mark.to_owned(), capital(article.title)])
        .collect();
    if rows.is_empty() { String::new() } else { table(&["Mark", "Article"], &rows) }
}
