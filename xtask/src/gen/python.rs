//! The Python package's printed files: functions, measures, types of records.

use anyhow::{Context, Result};
use kpi_core::time::{Bucket, WeekStart};
use kpi_core::{CATALOG, Code, Entry, InputKind, Kind, ParameterSpec, Reason, Type, Undefined};

use super::parameters::takes;
use super::text::{length, pascal, sentence, wrap};
use super::{Files, words};

/// The longest line.
const WIDTH: usize = 100;

/// Words that cannot be names in Python.
const KEYWORDS: &[&str] = &["from", "class", "import", "global", "in", "is", "as", "return", "with"];

pub fn print(files: &mut Files) -> Result<()> {
    files.insert("kpi-py/python/kpi/_functions.py".into(), functions()?);
    files.insert("kpi-py/python/kpi/measure.py".into(), measures()?);
    files.insert("kpi-py/python/kpi/_records.py".into(), records()?);
    Ok(())
}

/// The example as a call.
pub fn call(entry: &Entry) -> Result<String> {
    // Numbers, texts and lists of them are written as in JSON; flags are not.
    let inputs = entry.spec().inputs.iter().zip(words::prose(entry)?.example.inputs);
    let inputs: Vec<String> = inputs
        .map(|(input, json)| match input.of {
            InputKind::Flags => json.replace("true", "True").replace("false", "False"),
            _ => (*json).to_owned(),
        })
        .collect();
    Ok(format!("{}({})", words::function(entry.spec()), inputs.join(", ")))
}

const FUNCTIONS: &str = "\
\"\"\"The formulas as functions of their inputs; printed by `cargo xtask gen` from the catalogue.\"\"\"

from collections.abc import Mapping, Sequence
from datetime import timedelta
from decimal import Decimal
from typing import Literal

from ._core import Figures, formula

";

fn functions() -> Result<String> {
    let names: Vec<String> = CATALOG.iter().map(|entry| words::function(entry.spec())).collect();
    let mut body = all(&names);
    body += "\n\ndef _given(**parameters: object) -> dict[str, object]:\n    \"\"\"The parameters that were given.\"\"\"\n    \
             return {name: value for name, value in parameters.items() if value is not None}\n";
    for entry in CATALOG {
        function(entry, &mut body)?;
    }
    Ok(used(FUNCTIONS, &body) + &body)
}

/// The head without the imports that the body does not use.
fn used(head: &str, body: &str) -> String {
    let uses = |name: &str| body.split(|c: char| !(c.is_alphanumeric() || c == '_')).any(|word| word == name.trim());
    let line = |line: &str| match line.split_once(" import ") {
        Some((from, names)) if line.starts_with("from ") => {
            let names: Vec<&str> = names.split(", ").filter(|name| uses(name)).collect();
            if names.is_empty() { String::new() } else { format!("{from} import {}\n", names.join(", ")) }
        }
        _ => format!("{line}\n"),
    };
    head.lines().map(line).collect()
}

fn all(names: &[String]) -> String {
    let mut names: Vec<&String> = names.iter().collect();
    names.sort();
    let lines: String = names.iter().map(|name| format!("    \"{name}\",\n")).collect();
    format!("__all__ = [\n{lines}]\n")
}

fn function(entry: &Entry, out: &mut String) -> Result<()> {
    let (spec, prose) = (entry.spec(), words::prose(entry)?);
    let parameters: Vec<&ParameterSpec> = spec.parameters.iter().filter(|parameter| parameter.in_formula).collect();
    let mut arguments: Vec<String> =
        spec.inputs.iter().map(|input| format!("{}: {}", input.name, of(input.of))).collect();
    arguments.push("*".into());
    for parameter in &parameters {
        arguments.push(format!("{}: {} | None = None", parameter.name, takes(parameter)?.python));
    }
    arguments.push("level: float = 0.95".into());
    out.push_str("\n\n");
    out.push_str(&signature(&words::function(spec), &arguments, "Figures"));

    let mut doc = Doc::new(prose.meaning);
    for (name, text) in words::parts(entry)?.iter().filter(|(name, _)| *name != "Gives") {
        doc.paragraph(&format!("{name}: {text}"));
    }
    let mut takes: Vec<(&str, String)> = spec.inputs.iter().map(|input| (input.name, sentence(input.doc))).collect();
    takes.extend(parameters.iter().map(|parameter| (parameter.name, parameter_doc(parameter))));
    takes.push(("level", LEVEL.into()));
    doc.list("Args", &takes);
    doc.block("Returns", &words::figures(spec));
    doc.block("Raises", &format!("KpiError: {} `bad_input` for an input that is not allowed.", sentence(prose.errors)));
    doc.block("Example", prose.example.working);
    doc.line("", 0);
    doc.line(">>> import kpi", 8);
    doc.line(&format!(">>> print(kpi.{}.value)", call(entry)?), 8);
    doc.line(prose.example.value, 8);
    out.push_str(&doc.end());

    let inputs: Vec<String> = spec.inputs.iter().map(|input| format!("\"{0}\": {0}", input.name)).collect();
    let given: Vec<String> = parameters.iter().map(|parameter| format!("{0}={0}", parameter.name)).collect();
    let given = if given.is_empty() { "None".into() } else { format!("_given({})", given.join(", ")) };
    out.push_str(&call_of(
        "return formula",
        &[
            format!("\"{}\"", spec.id),
            format!("\"{}\"", spec.variant),
            format!("{{{}}}", inputs.join(", ")),
            given,
            "level".into(),
        ],
    ));
    Ok(())
}

const LEVEL: &str = "The confidence level of the intervals.";

fn parameter_doc(parameter: &ParameterSpec) -> String {
    let default = match parameter.default {
        "" => String::new(),
        default => format!(" Default: `{default}`."),
    };
    format!("{}{default}", sentence(parameter.doc))
}

/// A statement that is a call.
fn call_of(head: &str, arguments: &[String]) -> String {
    let line = format!("    {head}({})\n", arguments.join(", "));
    if length(&line) <= WIDTH + 1 {
        return line;
    }
    let lines: String = arguments.iter().map(|argument| entries(argument)).collect();
    format!("    {head}(\n{lines}    )\n")
}

/// An argument of a call on a line of its own; a dict that is too long has a line for each entry.
fn entries(argument: &str) -> String {
    let line = format!("        {argument},\n");
    match argument.strip_prefix('{').and_then(|dict| dict.strip_suffix('}')) {
        Some(dict) if length(&line) > WIDTH + 1 => {
            let lines: String = dict.split(", ").map(|entry| format!("            {entry},\n")).collect();
            format!("        {{\n{lines}        }},\n")
        }
        _ => line,
    }
}

fn signature(name: &str, arguments: &[String], gives: &str) -> String {
    let line = format!("def {name}({}) -> {gives}:\n", arguments.join(", "));
    if length(&line) <= WIDTH + 1 {
        return line;
    }
    let lines: String = arguments.iter().map(|argument| parameter_lines(argument)).collect();
    format!("def {name}(\n{lines}) -> {gives}:\n")
}

/// A parameter on a line of its own; a type that is too long is broken at its unions, else within its brackets.
fn parameter_lines(parameter: &str) -> String {
    let line = format!("    {parameter},\n");
    if length(&line) <= WIDTH + 1 {
        return line;
    }
    let mut depth = 0usize;
    let mut broken = String::new();
    for part in parameter.split_inclusive(" | ") {
        depth = (depth + part.matches('[').count()).saturating_sub(part.matches(']').count());
        match part.strip_suffix(" | ") {
            Some(part) if depth == 0 => broken += &format!("{part}\n    | "),
            _ => broken += part,
        }
    }
    if broken != parameter {
        return format!("    {broken},\n");
    }
    let Some((head, (words, tail))) =
        parameter.split_once('[').and_then(|(head, rest)| Some((head, rest.rsplit_once(']')?)))
    else {
        return line;
    };
    let together = format!("        {words}\n");
    let lines = if length(&together) <= WIDTH + 1 {
        together
    } else {
        words.split(", ").map(|word| format!("        {word},\n")).collect()
    };
    format!("    {head}[\n{lines}    ]{tail},\n")
}

/// The type of an input.
fn of(kind: InputKind) -> &'static str {
    match kind {
        InputKind::Amount => "Decimal | str | int",
        InputKind::Duration => "float | int | Decimal | timedelta | str",
        InputKind::Durations => "Sequence[float | int | Decimal | timedelta | str]",
        InputKind::Counts => "Sequence[int]",
        InputKind::Scores => "Sequence[float | int | Decimal | str]",
        InputKind::Flags => "Sequence[bool]",
        InputKind::Numbers => "Sequence[float | int | Decimal | str]",
        _ => "int",
    }
}

/// A docstring in Google's style.
struct Doc {
    out: String,
}

impl Doc {
    fn new(meaning: &str) -> Self {
        let mut doc = Doc { out: String::new() };
        let lines = wrap(meaning, WIDTH - 7);
        for (at, line) in lines.iter().enumerate() {
            doc.line(&format!("{}{line}", if at == 0 { "\"\"\"" } else { "" }), 4);
        }
        doc
    }
    fn line(&mut self, text: &str, indent: usize) {
        if !text.is_empty() {
            self.out += &" ".repeat(indent);
            // A backslash would begin an escape.
            self.out += &text.replace('\\', "\\\\");
        }
        self.out.push('\n');
    }
    fn text(&mut self, text: &str, indent: usize) {
        for line in wrap(text, WIDTH - indent) {
            self.line(&line, indent);
        }
    }
    fn paragraph(&mut self, text: &str) {
        self.out.push('\n');
        self.text(text, 4);
    }
    fn head(&mut self, title: &str) {
        self.out.push('\n');
        self.line(&format!("{title}:"), 4);
    }
    fn block(&mut self, title: &str, text: &str) {
        self.head(title);
        self.text(text, 8);
    }
    fn list(&mut self, title: &str, items: &[(&str, String)]) {
        self.head(title);
        for (name, text) in items {
            for (at, line) in wrap(&format!("{name}: {text}"), WIDTH - 12).iter().enumerate() {
                self.line(line, if at == 0 { 8 } else { 12 });
            }
        }
    }
    fn end(mut self) -> String {
        self.line("\"\"\"", 4);
        self.out
    }
}

const MEASURES: &str = "\
\"\"\"The KPIs as measures over records; printed by `cargo xtask gen` from the catalogue.

Every function takes the records that its KPI reads, and the options of a report by name.
\"\"\"

from collections.abc import Mapping, Sequence
from datetime import timedelta
from decimal import Decimal
from typing import Literal, Unpack

from ._core import Report, ask, report
from ._functions import _given
from ._types import Anchors, MeasureOptions, Records

";

fn measures() -> Result<String> {
    let kpis = words::kpis();
    let names: Vec<String> =
        kpis.iter().filter_map(|entries| entries.first()).map(|entry| entry.spec().id.to_owned()).collect();
    let mut body = all(&names);
    for entries in &kpis {
        measure(entries, &mut body)?;
    }
    Ok(used(MEASURES, &body) + &body)
}

fn measure(entries: &[&Entry], out: &mut String) -> Result<()> {
    let first = entries.first().context("a KPI has a variant")?;
    let (spec, prose) = (first.spec(), words::prose(first)?);
    let kinds = words::taken(entries);
    let parameters = super::parameters::of(entries);
    let several = entries.len() > 1;

    let mut arguments = vec!["*".to_owned()];
    arguments.extend(kinds.iter().map(|kind| format!("{}: Records | None = None", kind.plural())));
    if several {
        let variants = literal(entries.iter().map(|entry| entry.spec().variant));
        arguments.push(format!("variant: {variants} = \"{}\"", spec.variant));
    }
    for (parameter, _) in &parameters {
        arguments.push(format!("{}: {} | None = None", parameter.name, takes(parameter)?.python));
    }
    arguments.push("anchor: Anchors | None = None".into());
    arguments.push("**options: Unpack[MeasureOptions]".into());
    out.push_str("\n\n");
    out.push_str(&signature(spec.id, &arguments, "Report"));

    let mut doc = Doc::new(prose.meaning);
    if several {
        doc.head("Variants");
        for entry in entries {
            let text = format!("`{}`: {}", entry.spec().variant, words::prose(entry)?.meaning);
            for (at, line) in wrap(&text, WIDTH - 12).iter().enumerate() {
                doc.line(line, if at == 0 { 8 } else { 12 });
            }
        }
    }
    let mut takes: Vec<(&str, String)> = kinds.iter().map(|kind| (kind.plural(), read_by(entries, *kind))).collect();
    if several {
        takes.push(("variant", "Which of them.".into()));
    }
    for (parameter, variants) in &parameters {
        let only = if variants.len() == entries.len() {
            String::new()
        } else {
            format!(" Of {}.", super::text::code_list(variants.iter().copied()))
        };
        takes.push((parameter.name, parameter_doc(parameter) + &only));
    }
    takes.push(("anchor", "By kind of record, the instant that puts a record in a bucket.".into()));
    takes.push(("options", "Window, buckets, grouping and the like: see `kpi.report`.".into()));
    doc.list("Args", &takes);
    doc.block("Returns", "The report: one row per figure, bucket and group.");
    doc.block("Raises", &format!("KpiError: {}", sentence(prose.errors)));
    out.push_str(&doc.end());

    let variant = if several { "variant".to_owned() } else { format!("\"{}\"", spec.variant) };
    let mut asked = vec![format!("\"{}\"", spec.id), variant, "anchor=anchor".into()];
    if !parameters.is_empty() {
        let given: Vec<String> = parameters.iter().map(|(parameter, _)| format!("{0}={0}", parameter.name)).collect();
        asked.push(format!("**_given({})", given.join(", ")));
    }
    out.push_str(&call_of("asked = ask", &asked));
    let mut given = vec!["[asked]".to_owned()];
    given.extend(kinds.iter().map(|kind| format!("{0}={0}", kind.plural())));
    given.push("**options".into());
    out.push_str(&call_of("return report", &given));
    Ok(())
}

/// What a kind of record is for, and by which variants where not by all.
fn read_by(entries: &[&Entry], kind: Kind) -> String {
    let reads = |entry: &&&Entry| entry.records().iter().any(|(own, _)| *own == kind);
    let readers: Vec<&str> = entries.iter().filter(reads).map(|entry| entry.spec().variant).collect();
    let name = super::text::capital(&kind.plural().replace('_', " "));
    if readers.len() == entries.len() || entries.iter().any(|entry| entry.reads_any()) {
        format!("{name}.")
    } else {
        format!("{name}, for {}.", super::text::code_list(readers))
    }
}

fn literal<'a>(words: impl IntoIterator<Item = &'a str>) -> String {
    format!("Literal[{}]", words.into_iter().map(|word| format!("\"{word}\"")).collect::<Vec<_>>().join(", "))
}

/// A named literal type, a word on each line.
fn alias<'a>(name: &str, doc: &str, words: impl IntoIterator<Item = &'a str>) -> String {
    let lines: String = words.into_iter().map(|word| format!("    \"{word}\",\n")).collect();
    format!("\n{name}: TypeAlias = Literal[\n{lines}]\n\"\"\"{doc}\"\"\"\n")
}

const RECORDS: &str = "\
\"\"\"The types of records, and every word that has a fixed meaning; printed by `cargo xtask gen`.\"\"\"

from collections.abc import Sequence
from datetime import timedelta
from decimal import Decimal
from typing import Literal, TypeAlias, TypedDict

from ._types import Instant, Records

";

fn records() -> Result<String> {
    let mut names: Vec<String> = Kind::ALL.iter().map(|kind| pascal(kind.as_str())).collect();
    let own = ["Bucket", "ErrorCode", "KpiId", "PresetName", "Reason", "RecordKind", "Tables", "Undefined", "WeekDay"];
    names.extend(own.map(str::to_owned));
    let mut out = RECORDS.to_owned() + &all(&names);
    let kpis = words::kpis();
    let ids = kpis.iter().filter_map(|entries| entries.first()).map(|entry| entry.spec().id);
    out += &alias("KpiId", "Every KPI.", ids);
    out += &alias("PresetName", "Every preset.", kpi_core::presets().iter().map(|preset| preset.name));
    out += &alias("RecordKind", "Every kind of record.", Kind::ALL.iter().map(|kind| kind.as_str()));
    out += &alias("ErrorCode", "What went wrong.", Code::ALL.iter().map(|code| code.as_str()));
    out += &alias("Reason", "Why a record is left out.", Reason::ALL.iter().map(|reason| reason.as_str()));
    out += &alias("Undefined", "Why a figure has no value.", Undefined::ALL.iter().map(|reason| reason.as_str()));
    out += &alias("Bucket", "The size of a bucket.", Bucket::ALL.iter().map(|bucket| bucket.as_str()));
    out += &alias("WeekDay", "The day on which a week begins.", WeekStart::ALL.iter().map(|day| day.as_str()));
    for kind in Kind::ALL {
        out += &record(*kind);
    }
    Ok(out + &tables())
}

/// The arguments that take records, and which kind each is for.
fn tables() -> String {
    let mut out = "\n\nclass Tables(TypedDict, total=False):\n    \"\"\"Records by kind.\"\"\"\n\n".to_owned();
    for kind in Kind::ALL {
        let doc = wrap(kind.doc().trim(), WIDTH - 10).join("\n    ");
        out += &format!("    {}: Records | None\n    \"\"\"{doc}\"\"\"\n", kind.plural());
    }
    let kinds = Kind::ALL.iter().map(|kind| format!("    \"{}\": \"{}\",\n", kind.plural(), kind.as_str()));
    out += &format!("\n\nKINDS = {{\n{}}}\n", kinds.collect::<String>());
    out + "\"\"\"The kind of record that each argument is for.\"\"\"\n"
}

fn record(kind: Kind) -> String {
    let name = pascal(kind.as_str());
    let doc = kind.doc().trim();
    if kind.fields().iter().any(|field| KEYWORDS.contains(&field.name)) {
        // A field's name is a word of Python: the class form cannot say it.
        let mut out = format!("\n\n{name} = TypedDict(\n    \"{name}\",\n    {{\n");
        for field in kind.fields() {
            for line in wrap(field.doc, WIDTH - 10) {
                out += &format!("        # {line}\n");
            }
            out += &format!("        \"{}\": {} | None,\n", field.name, of_field(field.of));
        }
        return out + &format!("    }},\n    total=False,\n)\n\"\"\"{doc}\"\"\"\n");
    }
    let mut out = format!("\n\nclass {name}(TypedDict, total=False):\n    \"\"\"{doc}\"\"\"\n\n");
    for field in kind.fields() {
        out += &format!("    {}: {} | None\n", field.name, of_field(field.of));
        let required = if field.required { " Required." } else { "" };
        let lines = wrap(&format!("{}{required}", field.doc.trim()), WIDTH - 10);
        out += &format!("    \"\"\"{}\"\"\"\n", lines.join("\n    "));
    }
    out
}

/// The type of a field's value in a row.
fn of_field(of: Type) -> &'static str {
    match of {
        Type::Text => "str",
        Type::Tags => "Sequence[str]",
        Type::Instant => "Instant",
        Type::Duration => "timedelta | float | int | Decimal | str",
        Type::Count => "int",
        Type::Flag => "bool",
        Type::Score => "float | int | Decimal | str",
        Type::Amount => "Decimal | str | int",
    }
}
