//! The conformance cases: their requests, and their records as tables.

mod root;

use std::path::{Path, PathBuf};

use kpi_core::rows::{Input, TableBuilder};
use kpi_core::{Error, Kind, RawRequest, Request};
pub use root::root;
use serde_json::{Value, json};

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

/// The files of the embedded sample. Their cells have no commas or quotes.
fn sample(folder: &Path) -> Vec<TableBuilder> {
    let files = [
        ("tickets", Kind::Ticket),
        ("contacts", Kind::Contact),
        ("surveys", Kind::Survey),
        ("accounts", Kind::Account),
        ("ledger", Kind::LedgerEntry),
        ("subscriptions", Kind::Subscription),
        ("conversions", Kind::Conversion),
        ("agent_times", Kind::AgentTime),
        ("agents", Kind::Agent),
        ("activities", Kind::Activity),
        ("employee_surveys", Kind::EmployeeSurvey),
        ("sessions", Kind::Session),
        ("articles", Kind::Article),
        ("reviews", Kind::Review),
        ("quality_reviews", Kind::QualityReview),
    ];
    files
        .into_iter()
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
        .collect()
}
