//! `kpi-core/src/formula.rs`: the formulas as functions.

use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};
use kpi_core::{CATALOG, Entry, InputKind};
use serde_json::Value;

use super::text::{no_stop, sentence, wrap};
use super::{Files, words};

const HEAD: &str = "\
//! The formulas as functions of their inputs; printed by `cargo xtask gen` from the catalogue.

use crate::{Amount, Argument, Decimal, Duration, Figures, Result, Score, Sorted};

/// An entry's formula at level 0.95, without parameters.
fn of<const N: usize>(id: &str, variant: &str, inputs: [(&str, Argument); N]) -> Result<Figures> {
    let inputs = inputs.into_iter().map(|(name, argument)| (name.into(), argument)).collect();
    crate::find(id, variant)?.formula(&inputs, &Sorted::new(), 0.95)
}
";

/// The width of the documentation's text.
const WIDTH: usize = 112;

pub fn print(root: &Path, files: &mut Files) -> Result<()> {
    let mut out = HEAD.to_owned();
    for entry in CATALOG {
        function(entry, &mut out)?;
    }
    files.insert("kpi-core/src/formula.rs".into(), format(root, &out)?);
    Ok(())
}

fn function(entry: &Entry, out: &mut String) -> Result<()> {
    let (spec, prose) = (entry.spec(), words::prose(entry)?);
    let name = words::function(spec);
    let mut doc = |text: &str| {
        out.push_str("\n///");
        if !text.is_empty() {
            out.push(' ');
            out.push_str(text);
        }
    };
    doc_lines(prose.meaning, &mut doc);
    for (name, text) in words::parts(entry)? {
        doc("");
        doc_lines(&format!("**{name}:** {text}"), &mut doc);
    }
    doc("");
    doc("**Inputs:**");
    for input in spec.inputs {
        for (at, line) in wrap(&format!("`{}`: {}.", input.name, no_stop(input.doc)), WIDTH - 2).iter().enumerate() {
            doc(&format!("{}{line}", if at == 0 { "- " } else { "  " }));
        }
    }
    doc("");
    doc("# Errors");
    doc_lines(&format!("{} `bad_input` for an input that is not allowed.", sentence(prose.errors)), &mut doc);
    doc("");
    doc("# Examples");
    doc_lines(prose.example.working, &mut doc);
    doc("");
    doc("```");
    let call = call(entry)?;
    for of in ["Decimal", "Duration", "Score"].into_iter().filter(|of| call.contains(of)) {
        doc(&format!("use kpi_core::{of};"));
    }
    doc(&format!("let figures = kpi_core::formula::{call}?;"));
    doc(&format!("assert_eq!(figures.value().unwrap().to_string(), \"{}\");", prose.example.value));
    doc("# Ok::<(), kpi_core::Error>(())");
    doc("```");
    let takes: Vec<String> = spec.inputs.iter().map(|input| format!("{}: {}", input.name, of(input.of))).collect();
    let gives: Vec<String> = spec.inputs.iter().map(|input| format!("(\"{0}\", {0}.into())", input.name)).collect();
    out.push_str(&format!(
        "\npub fn {name}({}) -> Result<Figures> {{ of(\"{}\", \"{}\", [{}]) }}\n",
        takes.join(", "),
        spec.id,
        spec.variant,
        gives.join(", ")
    ));
    Ok(())
}

/// The example as a call.
pub fn call(entry: &Entry) -> Result<String> {
    let arguments = words::example(entry)?;
    let arguments: Vec<String> =
        arguments.iter().map(|(input, value)| literal(input.of, value)).collect::<Result<_>>()?;
    Ok(format!("{}({})", words::function(entry.spec()), arguments.join(", ")))
}

/// A text as lines of documentation.
fn doc_lines(text: &str, doc: &mut impl FnMut(&str)) {
    // Square brackets would be links.
    let text = text.replace('[', "\\[").replace(']', "\\]");
    wrap(&text, WIDTH).iter().for_each(|line| doc(line));
}

/// The type of an input.
fn of(kind: InputKind) -> &'static str {
    match kind {
        InputKind::Amount => "Amount",
        InputKind::Duration => "Duration",
        InputKind::Durations => "&[Duration]",
        InputKind::Counts => "&[u64]",
        InputKind::Scores => "&[Score]",
        InputKind::Flags => "&[bool]",
        InputKind::Numbers => "&[Decimal]",
        _ => "u64",
    }
}

/// An example's input in Rust.
fn literal(kind: InputKind, value: &Value) -> Result<String> {
    let list = |of: &str| -> Result<String> {
        let items = value.as_array().context("a list is expected")?;
        if items.iter().all(Value::is_i64) {
            return Ok(format!("&{}.map({of})", join(items, Value::to_string)));
        }
        let parsed = |item: &Value| format!("\"{}\".parse()?", item.to_string().trim_matches('"'));
        Ok(format!("&{}", join(items, parsed)))
    };
    match kind {
        InputKind::Duration => Ok(format!("Duration::seconds({value})")),
        InputKind::Durations => list("Duration::seconds"),
        InputKind::Scores => list("Score::whole"),
        InputKind::Numbers => list("Decimal::from"),
        InputKind::Counts | InputKind::Flags => {
            Ok(format!("&{}", join(value.as_array().context("a list is expected")?, Value::to_string)))
        }
        InputKind::Amount => Ok(format!("{value}.parse()?")),
        _ => Ok(value.to_string()),
    }
}

/// A list in Rust.
fn join(items: &[Value], item: impl Fn(&Value) -> String) -> String {
    format!("[{}]", items.iter().map(item).collect::<Vec<_>>().join(", "))
}

/// The text as rustfmt writes it, so that both checks agree.
fn format(root: &Path, text: &str) -> Result<String> {
    let mut child = Command::new("rustfmt")
        .args(["--edition", "2024", "--config-path"])
        .arg(root)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .context("cannot run `rustfmt`")?;
    child.stdin.take().context("rustfmt reads nothing")?.write_all(text.as_bytes())?;
    let output = child.wait_with_output()?;
    if !output.status.success() {
        bail!("`rustfmt` refuses the printed kpi-core/src/formula.rs: {}", output.status);
    }
    Ok(String::from_utf8(output.stdout)?)
}
