//! Compares the digits of all languages: every conformance case as Rust, Python and JavaScript give it, in full.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, bail, ensure};
use serde_json::{Value, json};

use crate::common::cases;
use crate::root;
use crate::run::{Outcome, run};

/// Runs every case in the three languages and compares everything that comes out.
pub fn compare() -> Result<()> {
    let rust: BTreeMap<String, Value> =
        cases().map(|case| (case["id"].as_str().unwrap_or_default().to_string(), written(run(&case)))).collect();
    ensure!(rust.len() >= 100, "only {} cases were found", rust.len());
    let root = root()?;
    let folder = root.join("target/digits");
    std::fs::create_dir_all(&folder)?;
    let python = std::env::var_os("PYTHON").unwrap_or_else(|| root.join(".venv/bin/python").into());
    let mut numbers = 0;
    for (language, program, script) in
        [("Python", python, "kpi-py/tests/digits.py"), ("JavaScript", "node".into(), "kpi-wasm/tests/digits.mjs")]
    {
        let path = folder.join(format!("{language}.json"));
        let status = Command::new(&program).arg(root.join(script)).arg(&path).current_dir(&root).status();
        let status = status.with_context(|| format!("cannot run {}", program.display()))?;
        ensure!(status.success(), "{script} failed");
        numbers = against(&rust, &path, language)?;
    }
    println!("digits: {} cases, {numbers} values, the same in Rust, Python and JavaScript", rust.len());
    Ok(())
}

/// What a case gave, in the form that all languages write.
fn written(outcome: Outcome) -> Value {
    match outcome {
        Outcome::Figures(figures) => Value::Array(figures),
        Outcome::Report(mut report) => report["rows"].take(),
        Outcome::Error(error) => json!({ "error": error }),
    }
}

fn against(rust: &BTreeMap<String, Value>, path: &Path, language: &str) -> Result<usize> {
    let other: BTreeMap<String, Value> = serde_json::from_str(&std::fs::read_to_string(path)?)?;
    let mut numbers = 0;
    let mut differences = Vec::new();
    for (id, mine) in rust {
        match other.get(id) {
            None => differences.push(format!("{id}: not there")),
            Some(theirs) => differ(id, mine, theirs, &mut numbers, &mut differences),
        }
    }
    if differences.is_empty() {
        return Ok(numbers);
    }
    let all = differences.len();
    differences.truncate(20);
    bail!("{all} differences between Rust and {language}\n{}", differences.join("\n"));
}

/// Numbers must be the same float, texts the same text.
fn differ(path: &str, mine: &Value, theirs: &Value, numbers: &mut usize, differences: &mut Vec<String>) {
    match (mine, theirs) {
        (Value::Object(a), Value::Object(b)) => {
            for key in a.keys().chain(b.keys().filter(|key| !a.contains_key(*key))) {
                let null = Value::Null;
                let (x, y) = (a.get(key).unwrap_or(&null), b.get(key).unwrap_or(&null));
                differ(&format!("{path}.{key}"), x, y, numbers, differences);
            }
        }
        (Value::Array(a), Value::Array(b)) if a.len() == b.len() => {
            for (i, (x, y)) in a.iter().zip(b).enumerate() {
                differ(&format!("{path}[{i}]"), x, y, numbers, differences);
            }
        }
        (Value::Number(a), Value::Number(b)) => {
            *numbers += 1;
            if a.as_f64().map(f64::to_bits) != b.as_f64().map(f64::to_bits) {
                differences.push(format!("{path}: {a} is not {b}"));
            }
        }
        _ => {
            *numbers += 1;
            if mine != theirs {
                differences.push(format!("{path}: {mine} is not {theirs}"));
            }
        }
    }
}
