//! Runs a conformance case: the formula, or a report over JSON records or the embedded sample.

use kpi_core::Sorted;

use kpi_core::rows::TableBuilder;
use kpi_core::{Argument, Error, Parameter, Report, find, report};
use serde_json::{Value, json};

use super::common::{records, request};

/// What a case gives.
pub enum Outcome {
    Figures(Vec<Value>),
    Report(Box<Value>),
    Error(Value),
}

pub fn run(case: &Value) -> Outcome {
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
    let inputs: Sorted<String, Argument> = serde_json::from_value(formula["inputs"].clone()).unwrap();
    let parameters: Sorted<String, Parameter> =
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
