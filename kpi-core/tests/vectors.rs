//! The conformance vectors: every case as Python and JavaScript run it.

mod common;
#[path = "common/run.rs"]
mod run;

use std::collections::BTreeMap;

use common::cases;
use run::{Outcome, run};
use rust_decimal::Decimal;
use serde_json::Value;

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
