//! The conformance vectors: every case as Python and JavaScript run it, and the digits for comparing with theirs.

mod common;

use std::collections::BTreeMap;

use common::{cases, records, request};
use kpi_core::rows::TableBuilder;
use kpi_core::{Argument, Error, Parameter, Report, find, report};
use rust_decimal::Decimal;
use serde_json::{Value, json};

#[test]
fn every_case_gives_the_expected_digits() {
    let mut failures = Vec::new();
    let mut seen: BTreeMap<(String, String), usize> = BTreeMap::new();
    for case in cases() {
        *seen.entry((text(&case["kpi"]), text(&case["variant"]))).or_default() += 1;
        let found = run(&case);
        for complaint in compare(&case["expect"], &found) {
            failures.push(format!("{}: {complaint}", text(&case["id"])));
        }
    }
    assert!(failures.is_empty(), "{} complaints\n{}", failures.len(), failures.join("\n"));
    for entry in kpi_core::CATALOG {
        let spec = entry.spec();
        let key = (spec.id.to_string(), spec.variant.to_string());
        assert!(seen.get(&key).is_some_and(|&n| n >= 5), "{key:?} needs at least five cases");
    }
}

#[test]
fn the_digits_are_written_for_the_other_languages() {
    let digits: BTreeMap<String, Value> = cases().map(|case| (text(&case["id"]), run(&case).json())).collect();
    let folder = std::env::var("KPI_DIGITS").map(std::path::PathBuf::from).unwrap_or_else(|_| std::env::temp_dir());
    let path = folder.join("kpi-digits-rust.json");
    std::fs::write(&path, serde_json::to_string_pretty(&digits).unwrap()).unwrap();
    assert!(digits.len() > 100);
}

/// What a case gives.
enum Outcome {
    Figures(Vec<Value>),
    Report(Box<Value>),
    Error(Value),
}

impl Outcome {
    /// The form that all languages write.
    fn json(self) -> Value {
        match self {
            Outcome::Figures(figures) => Value::Array(figures),
            Outcome::Report(mut report) => report["rows"].take(),
            Outcome::Error(error) => json!({ "error": error }),
        }
    }
}

fn run(case: &Value) -> Outcome {
    let result = match case.get("formula") {
        Some(formula) => figures(case, formula).map(Outcome::Figures),
        None => report_of(case).map(|report| Outcome::Report(Box::new(serde_json::to_value(report).unwrap()))),
    };
    result.unwrap_or_else(|error| {
        Outcome::Error(json!({
            "code": error.code().as_str(),
            "record": error.record_kind(),
            "index": error.record_index(),
            "field": error.field_name(),
        }))
    })
}

fn figures(case: &Value, formula: &Value) -> Result<Vec<Value>, Error> {
    let inputs: BTreeMap<String, Argument> = serde_json::from_value(formula["inputs"].clone()).unwrap();
    let parameters: BTreeMap<String, Parameter> =
        formula.get("parameters").map(|given| serde_json::from_value(given.clone()).unwrap()).unwrap_or_default();
    let level = formula.get("level").and_then(Value::as_f64).unwrap_or(0.95);
    let entry = find(case["kpi"].as_str().unwrap(), case["variant"].as_str().unwrap())?;
    let figures = entry.formula(&inputs, &parameters, level)?;
    Ok(figures.0.iter().map(|value| serde_json::to_value(value).unwrap()).collect())
}

fn report_of(case: &Value) -> Result<Report, Error> {
    let request = request(case)?;
    let mut builders = records(case)?;
    let tables: Vec<_> = builders.iter_mut().map(TableBuilder::table).collect();
    report(&request, &tables)
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_string()
}

/// Compares what is expected, and nothing else.
fn compare(expected: &Value, found: &Outcome) -> Vec<String> {
    let mut complaints = Vec::new();
    match (expected.get("error"), found) {
        (Some(error), Outcome::Error(found)) => {
            for (key, wanted) in error.as_object().unwrap() {
                if &found[key] != wanted {
                    complaints.push(format!("error {key}: expected {wanted}, found {}", found));
                }
            }
        }
        (Some(error), _) => complaints.push(format!("expected the error {error}")),
        (None, Outcome::Error(error)) => complaints.push(format!("error {error}")),
        (None, Outcome::Figures(figures)) => {
            for (name, wanted) in expected["figures"].as_object().unwrap() {
                match figures.iter().find(|figure| figure["figure"] == name.as_str()) {
                    Some(figure) => compare_row(name, wanted, figure, &mut complaints),
                    None => complaints.push(format!("no figure {name}")),
                }
            }
        }
        (None, Outcome::Report(report)) => {
            let rows = report["rows"].as_array().unwrap();
            for wanted in expected.get("rows").and_then(Value::as_array).into_iter().flatten() {
                let found = rows.iter().find(|row| is_row(wanted, row, report));
                match found {
                    Some(row) => compare_row(&wanted.to_string(), wanted, row, &mut complaints),
                    None => complaints.push(format!("no row {wanted}")),
                }
            }
            if let Some(count) = expected.get("row_count")
                && count.as_u64() != Some(rows.len() as u64)
            {
                complaints.push(format!("expected {count} rows, found {}", rows.len()));
            }
            for (kind, wanted) in expected.get("inputs").and_then(Value::as_object).into_iter().flatten() {
                for (key, wanted) in wanted.as_object().unwrap() {
                    let found = &report["about"]["inputs"][kind][key];
                    if found != wanted {
                        complaints.push(format!("inputs {kind} {key}: expected {wanted}, found {found}"));
                    }
                }
            }
        }
    }
    complaints
}

/// Whether a row is the wanted one: figure, bucket and group; without a group the total of every dimension.
fn is_row(wanted: &Value, row: &Value, report: &Value) -> bool {
    let by = report["about"]["by"].as_array().unwrap();
    let same = |key: &str| wanted.get(key).is_none_or(|wanted| &row[key] == wanted);
    same("kpi")
        && same("variant")
        && row["figure"] == wanted["figure"]
        && row["bucket"] == wanted.get("bucket").cloned().unwrap_or(Value::Null)
        && by.iter().filter_map(Value::as_str).all(|name| match wanted.get("group").and_then(|group| group.get(name)) {
            Some(word) => &row[name] == word,
            None => row[name] == "(all)",
        })
}

fn compare_row(what: &str, wanted: &Value, found: &Value, complaints: &mut Vec<String>) {
    for (key, value) in wanted.as_object().unwrap() {
        let found = match key.as_str() {
            "figure" | "bucket" | "group" | "kpi" | "variant" => continue,
            "left_out" if value.is_object() => &found["reasons"],
            other => &found[other],
        };
        let same = match key.as_str() {
            "value" | "numerator" | "denominator" => {
                decimal(found) == decimal(value) && found.is_null() == value.is_null()
            }
            "lower" | "upper" | "approximate" => close(found, value),
            _ => found == value,
        };
        if !same {
            complaints.push(format!("{what}: {key}: expected {value}, found {found}"));
        }
    }
}

fn decimal(value: &Value) -> Option<Decimal> {
    let text = value.as_str().map(str::to_string).or_else(|| value.as_i64().map(|n| n.to_string()))?;
    text.parse().ok()
}

fn close(a: &Value, b: &Value) -> bool {
    match (a.as_f64(), b.as_f64()) {
        (Some(a), Some(b)) => (a - b).abs() <= 1e-9 * b.abs().max(1e-300) || (a - b).abs() < 1e-12,
        (None, None) => true,
        _ => false,
    }
}
