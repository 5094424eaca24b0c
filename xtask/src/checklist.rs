//! `cargo xtask checklist <kpis.md>`: every row of the specification against what there is: each id and each word in
//! code letters that its definition names, its functions in three languages, its page, its sources and its vectors.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use kpi_core::{CATALOG, Entry, FigureSpec, Kind, Reason, Undefined};
use serde_json::Value;

use crate::common::cases;
use crate::r#gen::text::camel;

/// What every variant's cases must hold.
const CASES: &[&str] = &["typical", "empty", "null", "boundary", "bad_input"];

/// What all KPIs share: the request.
const REQUEST: &[&str] = &["as_of"];

/// Words of the definitions that stand under another name in the specification's own list of fields.
const RENAMED: &[(&str, &str)] = &[("first_replied_at", "first_response_at")];

/// The part of the specification that lists the KPIs, table by table.
const LAST: &str = "## Insight";

/// A row of the specification.
struct Row<'a> {
    ids: Vec<&'a str>,
    /// Words in code letters that the definition names.
    words: Vec<&'a str>,
    /// Rulings that it names.
    rulings: BTreeSet<String>,
}

/// The vectors of one variant.
#[derive(Default)]
struct Vectors {
    formula: usize,
    measure: usize,
    cases: BTreeSet<String>,
    rulings: BTreeSet<String>,
}

/// Prints the list as a table, and fails where a row has a gap.
pub fn run(specification: &Path) -> Result<()> {
    let text = fs::read_to_string(specification).with_context(|| format!("reading {}", specification.display()))?;
    let rows = rows(&text);
    let root = crate::root()?;
    let read = |path: &str| fs::read_to_string(root.join(path)).with_context(|| format!("reading {path}"));
    let (python, measures) = (read("kpi-py/python/kpi/_functions.py")?, read("kpi-py/python/kpi/measure.py")?);
    let (rust, javascript) = (read("kpi-core/src/formula.rs")?, read("kpi-wasm/js/formulas.js")?);
    let vectors = vectors();
    let (mut gaps, mut listed) = (Vec::new(), BTreeSet::new());
    println!(
        "| id | variant | formula cases | measure cases | rulings | gaps |\n| --- | --- | --- | --- | --- | --- |"
    );
    for row in &rows {
        for &id in &row.ids {
            listed.insert(id);
            let entries: Vec<&Entry> = CATALOG.iter().filter(|entry| entry.spec().id == id).collect();
            if entries.is_empty() {
                gaps.push(format!("`{id}` is not in the catalogue"));
                println!("| `{id}` | | | | | not in the catalogue |");
            }
            let mut seen = BTreeSet::new();
            for entry in &entries {
                let spec = entry.spec();
                let own = vectors.get(&(spec.id.to_owned(), spec.variant.to_owned()));
                let mut missing = Vec::new();
                let mut want = |there: bool, what: String| {
                    if !there {
                        missing.push(what);
                    }
                };
                let name = if std::ptr::eq(entries[0], *entry) {
                    spec.id.to_owned()
                } else {
                    format!("{}_{}", spec.id, spec.variant)
                };
                want(rust.contains(&format!("pub fn {name}(")), format!("Rust formula `{name}`"));
                want(python.contains(&format!("def {name}(")), format!("Python formula `{name}`"));
                let function = camel(&name);
                want(javascript.contains(&format!("function {function}(")), format!("JavaScript formula `{function}`"));
                want(measures.contains(&format!("def {id}(")), format!("Python measure `{id}`"));
                want(!entry.records().is_empty(), "records".to_owned());
                want(spec.prose.is_some_and(|prose| !prose.sources.is_empty()), "a source".to_owned());
                let page = fs::read_to_string(root.join(format!("docs/src/kpis/{id}.md"))).unwrap_or_default();
                want(page.contains(&format!("`{}`", spec.variant)) || entries.len() == 1, "a page".to_owned());
                want(own.is_some_and(|own| own.formula >= 5), "five cases of the formula".to_owned());
                want(own.is_some_and(|own| own.measure >= 5), "five cases of the measure".to_owned());
                for case in CASES {
                    want(own.is_some_and(|own| own.cases.contains(*case)), format!("a case `{case}`"));
                }
                seen.extend(own.into_iter().flat_map(|own| own.rulings.iter().cloned()));
                let counts = own.map_or((0, 0), |own| (own.formula, own.measure));
                let rulings: Vec<&str> =
                    own.into_iter().flat_map(|own| own.rulings.iter().map(String::as_str)).collect();
                println!(
                    "| `{id}` | `{}` | {} | {} | {} | {} |",
                    spec.variant,
                    counts.0,
                    counts.1,
                    rulings.join(" "),
                    missing.join("; ")
                );
                gaps.extend(missing.into_iter().map(|what| format!("`{id}` {}: {what}", spec.variant)));
            }
            if entries.is_empty() {
                continue;
            }
            let unknown = row.words.iter().filter(|word| !is_known(id, word));
            gaps.extend(unknown.map(|word| format!("`{id}`: nothing is called `{word}`")));
            let unproved = row.rulings.iter().filter(|ruling| !seen.contains(*ruling));
            gaps.extend(unproved.map(|ruling| format!("`{id}`: no case of ruling {ruling}")));
        }
    }
    let more: BTreeSet<&str> = CATALOG.iter().map(|entry| entry.spec().id).filter(|id| !listed.contains(id)).collect();
    gaps.extend(more.iter().map(|id| format!("`{id}` is in the catalogue, and not in the specification")));
    println!("\n{} ids, {} variants, {} gaps", listed.len(), CATALOG.len(), gaps.len());
    if gaps.is_empty() {
        return Ok(());
    }
    bail!("the list has gaps:\n  {}", gaps.join("\n  "))
}

/// The rows of the tables of KPIs.
fn rows(text: &str) -> Vec<Row<'_>> {
    let tables = text.split(LAST).next().unwrap_or_default();
    let of_row = |line: &'_ str| -> bool { line.starts_with("| `") };
    tables.lines().filter(|line| of_row(line)).filter_map(row).collect()
}

fn row(line: &str) -> Option<Row<'_>> {
    let mut columns = line.trim_matches('|').split('|');
    let (ids, definition) = (code(columns.next()?), columns.next()?);
    let rulings = definition
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|word| word.strip_prefix('B').is_some_and(|n| !n.is_empty() && n.bytes().all(|b| b.is_ascii_digit())))
        .map(str::to_owned)
        .collect();
    Some(Row { ids, words: code(definition), rulings })
}

/// What stands between backticks.
fn code(text: &str) -> Vec<&str> {
    text.split('`').skip(1).step_by(2).collect()
}

/// Whether a word of a definition is something of the KPI: a variant, a figure, an input, a parameter or a value that
/// one takes, or something that all share: another KPI, a record's field, a reason.
fn is_known(id: &str, word: &str) -> bool {
    let word = RENAMED.iter().find(|(name, _)| *name == word).map_or(word, |(_, field)| field);
    let of_id = |entry: &&Entry| entry.spec().id == id;
    let names = |figures: &[FigureSpec]| figures.iter().any(|figure| figure.name == word);
    CATALOG.iter().filter(of_id).any(|entry| {
        let spec = entry.spec();
        let parameters = spec.parameters.iter();
        spec.variant == word
            || names(spec.figures)
            || spec.inputs.iter().any(|input| input.name == word)
            || parameters.clone().any(|parameter| parameter.name == word)
            || parameters
                .flat_map(|one| [one.takes, one.default, one.doc])
                .any(|text| text.split(|c: char| !c.is_ascii_alphanumeric() && c != '_').any(|own| own == word))
    }) || CATALOG.iter().any(|entry| entry.spec().id == word)
        || Kind::ALL.iter().any(|kind| kind.field(word).is_some())
        || REQUEST.contains(&word)
        || Reason::ALL.iter().any(|reason| reason.as_str() == word)
        || Undefined::ALL.iter().any(|reason| reason.as_str() == word)
}

fn vectors() -> BTreeMap<(String, String), Vectors> {
    let mut vectors: BTreeMap<_, Vectors> = BTreeMap::new();
    let text = |case: &Value, key: &str| case[key].as_str().unwrap_or_default().to_owned();
    for case in cases() {
        let own = vectors.entry((text(&case, "kpi"), text(&case, "variant"))).or_default();
        if case.get("formula").is_some() {
            own.formula += 1;
        } else {
            own.measure += 1;
        }
        own.cases.insert(text(&case, "case"));
        own.rulings.extend(text(&case, "ruling").split([' ', ',']).filter(|r| !r.is_empty()).map(str::to_owned));
    }
    vectors
}
