//! Runs a conformance case: the formula, or a report over JSON records or the embedded sample.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use kpi_core::rows::{Input, TableBuilder};
use kpi_core::{Argument, Error, Kind, Parameter, RawRequest, Report, Request, find, report};
use serde_json::{Value, json};

/// What a case gives.
pub enum Outcome {
    Figures(Vec<Value>),
    Report(Box<Value>),
    Error(Value),
}

impl Outcome {
    /// The form that all languages write.
    pub fn json(self) -> Value {
        match self {
            Outcome::Figures(figures) => Value::Array(figures),
            Outcome::Report(mut report) => report["rows"].take(),
            Outcome::Error(error) => json!({ "error": error }),
        }
    }
}

pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// Every case of every file that has cases of KPIs.
pub fn cases() -> impl Iterator<Item = Value> {
    let mut files: Vec<PathBuf> = std::fs::read_dir(root().join("vectors"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "json"))
        .collect();
    files.sort();
    files.into_iter().flat_map(|path| {
        let file: Value = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
        let cases = file.get("cases").and_then(Value::as_array).cloned().unwrap_or_default();
        cases.into_iter().filter(|case| case.get("kpi").is_some())
    })
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
    let inputs: BTreeMap<String, Argument> = serde_json::from_value(formula["inputs"].clone()).unwrap();
    let parameters: BTreeMap<String, Parameter> =
        formula.get("parameters").map(|given| serde_json::from_value(given.clone()).unwrap()).unwrap_or_default();
    let level = formula.get("level").and_then(Value::as_f64).unwrap_or(0.95);
    let entry = find(case["kpi"].as_str().unwrap(), case["variant"].as_str().unwrap())?;
    let figures = entry.formula(&inputs, &parameters, level)?;
    Ok(figures.0.iter().map(|value| serde_json::to_value(value).unwrap()).collect())
}

/// The request of a case; it asks for the case's KPI where it names none.
pub fn request(case: &Value) -> Result<Request, Error> {
    let mut request = case.get("request").cloned().unwrap_or_else(|| json!({}));
    if request.get("kpis").is_none() {
        request["kpis"] = json!([{ "kpi": case["kpi"], "variant": case["variant"] }]);
    }
    if let Some(parameters) = request.as_object_mut().unwrap().remove("parameters") {
        request["kpis"][0]["parameters"] = parameters;
    }
    if let Some(anchor) = request.as_object_mut().unwrap().remove("anchor") {
        request["kpis"][0]["anchor"] = anchor;
    }
    let raw: RawRequest =
        serde_json::from_value(request).map_err(|error| Error::new(kpi_core::Code::BadRequest, error.to_string()))?;
    Request::try_from(raw)
}

/// The records of a case as builders.
pub fn records(case: &Value) -> Result<Vec<TableBuilder>, Error> {
    if let Some(folder) = case.get("records_from").and_then(Value::as_str) {
        return Ok(sample(&root().join(folder)));
    }
    let mut builders = Vec::new();
    for (kind, rows) in case.get("records").and_then(Value::as_object).into_iter().flatten() {
        let mut builder = TableBuilder::new(Kind::named(kind).unwrap());
        builder.extend(rows)?;
        builders.push(builder);
    }
    Ok(builders)
}

fn report_of(case: &Value) -> Result<Report, Error> {
    let request = request(case)?;
    let mut builders = records(case)?;
    let tables: Vec<_> = builders.iter_mut().map(TableBuilder::table).collect();
    report(&request, &tables)
}

/// The files of the embedded sample. Their cells have no commas or quotes.
fn sample(folder: &Path) -> Vec<TableBuilder> {
    let files = [
        ("tickets", Kind::Ticket),
        ("contacts", Kind::Contact),
        ("surveys", Kind::Survey),
        ("accounts", Kind::Account),
        ("ledger", Kind::LedgerEntry),
    ];
    files
        .map(|(file, kind)| {
            let text = std::fs::read_to_string(folder.join(format!("{file}.csv"))).unwrap();
            let mut lines = text.lines();
            let names: Vec<&str> = lines.next().unwrap().split(',').collect();
            let mut builder = TableBuilder::new(kind);
            for line in lines {
                builder.begin();
                for (name, cell) in names.iter().zip(line.split(',')) {
                    builder.set(name, &Input::Text(cell)).unwrap();
                }
            }
            builder
        })
        .into()
}
