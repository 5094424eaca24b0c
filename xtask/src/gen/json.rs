//! `docs/catalog.json`: the catalogue for programs.

use anyhow::Result;
use kpi_core::{Anchor, Entry, FigureSpec, InputKind};
use serde::Serialize;
use serde_json::{Value, json};

use super::sources::ARTICLES;
use super::{Files, words};

#[derive(Serialize)]
struct Catalog {
    catalog: String,
    kpis: Vec<Kpi>,
    sources: Vec<Value>,
}

/// One entry; its keys stand in this order.
#[derive(Serialize)]
struct Kpi {
    id: &'static str,
    variant: &'static str,
    default: bool,
    family: &'static str,
    meaning: &'static str,
    direction: &'static str,
    unit: String,
    number: &'static str,
    formula: &'static str,
    latex: &'static str,
    inputs: Vec<Input>,
    parameters: Vec<Parameter>,
    figures: Vec<Figure>,
    records: Vec<Records>,
    counted: &'static str,
    left_out: &'static str,
    errors: &'static str,
    interval: &'static str,
    pitfalls: &'static [&'static str],
    sources: Vec<Source>,
    benchmarks: Vec<Benchmark>,
    example: Example,
}

#[derive(Serialize)]
struct Input {
    name: &'static str,
    kind: &'static str,
    doc: &'static str,
}

#[derive(Serialize)]
struct Parameter {
    name: &'static str,
    takes: &'static str,
    default: &'static str,
    in_formula: bool,
    doc: &'static str,
}

#[derive(Serialize)]
struct Figure {
    name: &'static str,
    unit: String,
    number: &'static str,
    min: Option<i32>,
    max: Option<i32>,
}

#[derive(Serialize)]
struct Records {
    kind: &'static str,
    anchor: Value,
    needs: Vec<&'static str>,
    uses: Vec<&'static str>,
}

#[derive(Serialize)]
struct Source {
    title: &'static str,
    says: &'static str,
}

#[derive(Serialize)]
struct Benchmark {
    figure: &'static str,
    low: Option<&'static str>,
    high: Option<&'static str>,
    label: &'static str,
    population: &'static str,
    source: &'static str,
}

#[derive(Serialize)]
struct Example {
    inputs: Vec<Value>,
    value: &'static str,
    working: &'static str,
}

pub fn print(files: &mut Files) -> Result<()> {
    let catalog = Catalog {
        catalog: kpi_core::catalog_version(),
        kpis: kpi_core::CATALOG.iter().map(kpi).collect::<Result<_>>()?,
        sources: ARTICLES.iter().map(|article| json!({ "mark": article.mark, "title": article.title })).collect(),
    };
    files.insert("docs/catalog.json".into(), serde_json::to_string_pretty(&catalog)? + "\n");
    Ok(())
}

fn kpi(entry: &Entry) -> Result<Kpi> {
    let (spec, prose) = (entry.spec(), words::prose(entry)?);
    let headline = spec.figures.first();
    Ok(Kpi {
        id: spec.id,
        variant: spec.variant,
        default: words::is_default(spec),
        family: spec.family,
        meaning: prose.meaning,
        direction: spec.direction.as_str(),
        unit: headline.map(|figure| figure.unit.text().into_owned()).unwrap_or_default(),
        number: headline.map(|figure| figure.number.as_str()).unwrap_or_default(),
        formula: prose.formula,
        latex: prose.latex,
        inputs: spec
            .inputs
            .iter()
            .map(|input| Input { name: input.name, kind: input_kind(input.of), doc: input.doc })
            .collect(),
        parameters: spec
            .parameters
            .iter()
            .map(|parameter| Parameter {
                name: parameter.name,
                takes: parameter.takes,
                default: parameter.default,
                in_formula: parameter.in_formula,
                doc: parameter.doc,
            })
            .collect(),
        figures: spec.figures.iter().map(figure).collect(),
        records: entry
            .records()
            .into_iter()
            .map(|(kind, of)| {
                let (needs, uses) = entry.fields(kind);
                Records { kind: kind.as_str(), anchor: anchor(of), needs, uses }
            })
            .collect(),
        counted: prose.counted,
        left_out: prose.left_out,
        errors: prose.errors,
        interval: prose.interval,
        pitfalls: prose.pitfalls,
        sources: prose.sources.iter().map(|source| Source { title: source.title, says: source.says }).collect(),
        benchmarks: prose
            .benchmarks
            .iter()
            .map(|benchmark| Benchmark {
                figure: benchmark.figure,
                low: benchmark.low,
                high: benchmark.high,
                label: benchmark.label,
                population: benchmark.population,
                source: benchmark.source,
            })
            .collect(),
        example: Example {
            inputs: words::example(entry)?.into_iter().map(|(_, value)| value).collect(),
            value: prose.example.value,
            working: prose.example.working,
        },
    })
}

fn figure(figure: &FigureSpec) -> Figure {
    let (min, max) = figure.number.bounds();
    Figure { name: figure.name, unit: figure.unit.text().into_owned(), number: figure.number.as_str(), min, max }
}

fn input_kind(kind: InputKind) -> &'static str {
    match kind {
        InputKind::Amount => "amount",
        InputKind::Durations => "durations",
        InputKind::Scores => "scores",
        _ => "count",
    }
}

fn anchor(anchor: Anchor) -> Value {
    match anchor {
        Anchor::Instant(names) => json!({ "instant": names }),
        Anchor::Balance(from, to) => json!({ "balance": [from, to] }),
        Anchor::Period(at, from, to) => json!({ "period": [at, from, to] }),
    }
}
