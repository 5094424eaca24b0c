//! The browser package's printed files: functions, measures, types of records.

use anyhow::{Context, Result};
use kpi_core::time::{Bucket, WeekStart};
use kpi_core::{
    CATALOG, Code, Entry, FigureSpec, InputKind, Kind, LIGHT, ParameterSpec, Preset, Reason, Type, Undefined,
    catalog_version, presets,
};
use serde_json::json;

use super::parameters::{self, takes};
use super::text::{camel, code_list, length, pascal, sentence, wrap};
use super::{Files, words};

/// The longest line.
const WIDTH: usize = 110;

/// Words that cannot be names of arguments in JavaScript.
const KEYWORDS: &[&str] =
    &["case", "class", "default", "delete", "for", "function", "in", "new", "return", "this", "with"];

/// The argument of an input.
fn argument(name: &str) -> String {
    let mark = if KEYWORDS.contains(&name) { "_" } else { "" };
    camel(name) + mark
}

pub fn print(files: &mut Files) -> Result<()> {
    files.insert("kpi-wasm/js/formulas.js".into(), formulas()?);
    files.insert("kpi-wasm/js/formulas.d.ts".into(), formula_types()?);
    files.insert("kpi-wasm/js/measures.js".into(), measures()?);
    files.insert("kpi-wasm/js/measures.d.ts".into(), measure_types()?);
    files.insert("kpi-wasm/js/records.d.ts".into(), records());
    files.insert("kpi-wasm/js/catalog.js".into(), catalog());
    Ok(())
}

/// The example as a call.
pub fn call(entry: &Entry) -> Result<String> {
    // Numbers, texts and lists of them are written as in JSON.
    Ok(format!("{}({})", camel(&words::function(entry.spec())), words::prose(entry)?.example.inputs.join(", ")))
}

/// What there is, as data; the module itself is smaller without it.
fn catalog() -> String {
    let entry = |entry: &Entry| {
        let spec = entry.spec();
        let figure = |figure: &FigureSpec| json!({ "figure": figure.name, "unit": figure.unit.text(), "kind": figure.number.as_str() });
        json!({
            "id": spec.id,
            "variant": spec.variant,
            "family": spec.family,
            "direction": spec.direction.as_str(),
            "records": entry.records().iter().map(|(kind, _)| kind.as_str()).collect::<Vec<_>>(),
            "inputs": spec.inputs.iter().map(|input| input.name).collect::<Vec<_>>(),
            "parameters": spec.parameters.iter().map(|parameter| parameter.name).collect::<Vec<_>>(),
            "figures": spec.figures.iter().map(figure).collect::<Vec<_>>(),
            "benchmarks": spec.prose.map(|prose| prose.benchmarks).unwrap_or_default(),
        })
    };
    let kind = |kind: &Kind| {
        let fields: Vec<_> = kind.fields().iter().map(|field| [field.name, field.of.as_str()]).collect();
        json!({ "kind": kind.as_str(), "plural": kind.plural(), "fields": fields })
    };
    let preset = |preset: &Preset| json!({ "name": preset.name, "doc": preset.doc, "kpis": preset.kpis });
    let lists = [
        ("Every kind of record with its fields and their types.", "KINDS", Kind::ALL.iter().map(kind).collect()),
        ("Every KPI in every variant.", "CATALOG", CATALOG.iter().map(entry).collect()),
        ("Every preset.", "PRESETS", presets().iter().map(preset).collect::<Vec<_>>()),
        ("The KPIs of the light module, by id and variant.", "LIGHT", LIGHT.iter().map(|kpi| json!(kpi)).collect()),
    ];
    let mut out = String::from("// What there is, as data; printed by `cargo xtask gen` from the catalogue.\n");
    out += &format!("\n/** The catalogue's name. */\nexport const CATALOG_VERSION = \"{}\";\n", catalog_version());
    for (doc, name, list) in lists {
        let items: String = list.iter().map(|item| format!("  {item},\n")).collect();
        out += &format!("\n/** {doc} @type {{any[]}} */\nexport const {name} = [\n{items}];\n");
    }
    out
}

const FORMULAS: &str = "\
// The KPIs as formulas; printed by `cargo xtask gen` from the catalogue.
// What each of them means, takes and gives is said in formulas.d.ts.
import { formula } from \"./formula.js\";
";

fn formulas() -> Result<String> {
    let mut out = FORMULAS.to_owned();
    for entry in CATALOG {
        let (spec, prose) = (entry.spec(), words::prose(entry)?);
        let mut doc = Doc::new(0);
        doc.paragraph(prose.meaning);
        doc.tag(&format!("@example\n{}.value; // \"{}\"", call(entry)?, prose.example.value));
        out += &doc.end();
        let arguments: Vec<String> = spec.inputs.iter().map(|input| argument(input.name)).collect();
        let inputs: Vec<String> = spec
            .inputs
            .iter()
            .map(|input| match (camel(input.name), argument(input.name)) {
                (name, argument) if name == argument => name,
                (name, argument) => format!("{name}: {argument}"),
            })
            .collect();
        let parameters: Vec<String> =
            spec.parameters.iter().filter(|parameter| parameter.in_formula).map(option).collect();
        let given = if parameters.is_empty() { "{}".into() } else { format!("{{ {} }}", parameters.join(", ")) };
        out += &format!(
            "export function {}({}, options = {{}}) {{\n{}}}\n",
            camel(&words::function(spec)),
            arguments.join(", "),
            call_of(
                2,
                "return formula",
                &[
                    format!("\"{}\"", spec.id),
                    format!("\"{}\"", spec.variant),
                    format!("{{ {} }}", inputs.join(", ")),
                    given,
                    "options.level".into(),
                ],
            )
        );
    }
    Ok(out)
}

const MEASURES: &str = "\
// The KPIs as measures over records; printed by `cargo xtask gen` from the catalogue.
// What each of them means, takes and gives is said in measures.d.ts.
import { ask, report } from \"./core.js\";

/** The KPIs as measures over records. */
export const measure = {
";

fn measures() -> Result<String> {
    let mut out = MEASURES.to_owned();
    for entries in &words::kpis() {
        let first = entries.first().context("a KPI has a variant")?;
        let (spec, prose) = (first.spec(), words::prose(first)?);
        let parameters = parameters::of(entries);
        let mut taken = vec!["variant".to_owned(), "anchor".to_owned()];
        taken.extend(parameters.iter().map(|(parameter, _)| camel(parameter.name)));
        out += &format!("  /** {} */\n", sentence(prose.meaning));
        out += &format!(
            "  {}({{ {}, ...options }} = {{}}) {{\n{}    return report({{ ...options, kpis: [asked] }});\n  }},\n",
            camel(spec.id),
            taken.join(", "),
            call_of(4, "const asked = ask", &[format!("\"{}\"", spec.id), format!("{{ {} }}", taken.join(", "))]),
        );
    }
    Ok(out + "};\n")
}

/// An option of a formula as a parameter of the core.
fn option(parameter: &ParameterSpec) -> String {
    format!("{0}: options.{0}", camel(parameter.name))
}

/// A statement that is a call, on one line where it fits.
fn call_of(indent: usize, head: &str, arguments: &[String]) -> String {
    let space = " ".repeat(indent);
    let line = format!("{space}{head}({});\n", arguments.join(", "));
    if length(&line) <= WIDTH + 1 {
        return line;
    }
    let lines: String = arguments.iter().map(|argument| format!("{space}  {argument},\n")).collect();
    format!("{space}{head}(\n{lines}{space});\n")
}

const TYPES: &str = "\
// The KPIs as formulas; printed by `cargo xtask gen` from the catalogue.
import type { Figures } from \"./core.js\";

/** A whole number, 0 or more. */
export type Count = number | bigint;
/** An exact decimal number: text such as `\"12.50\"`, or a whole number. */
export type Amount = string | number | bigint;
/** Seconds, as a number or as decimal text. */
export type Seconds = number | string;
/** A point of a scale, as a number or as decimal text. */
export type Score = number | string;

/** What every formula may be told beside its inputs. */
export interface FormulaOptions {
  /** The confidence level of the intervals; 0.95 where it is not given. */
  level?: number;
}
";

fn formula_types() -> Result<String> {
    let mut out = TYPES.to_owned();
    for entry in CATALOG {
        declaration(entry, &mut out)?;
    }
    Ok(out)
}

const OPTIONS: &str = "\
// The KPIs as measures over records; printed by `cargo xtask gen` from the catalogue.
import type { Report, ReportRequest } from \"./core.js\";
import type { Count, Seconds } from \"./formulas.js\";
import type { Records } from \"./records.js\";

/** What every measure may be told beside its records and parameters. */
export type MeasureOptions = Omit<ReportRequest, \"kpis\" | \"preset\" | keyof Records>;

/** By kind of record, the instant that puts a record in a bucket. */
export type Anchors = Readonly<Record<string, string>>;
";

fn measure_types() -> Result<String> {
    let mut out = OPTIONS.to_owned();
    for entries in &words::kpis() {
        options(entries, &mut out)?;
    }
    out += "\n/** The KPIs as measures over records. */\nexport declare const measure: {\n";
    for entries in &words::kpis() {
        let first = entries.first().context("a KPI has a variant")?;
        let (spec, prose) = (first.spec(), words::prose(first)?);
        let mut doc = Doc::new(2);
        doc.paragraph(prose.meaning);
        doc.tag(&format!("@throws {{KpiError}} {}", sentence(prose.errors)));
        out += doc.end().trim_start_matches('\n');
        out += &format!("  {}(options: {}Options): Report;\n", camel(spec.id), pascal(spec.id));
    }
    Ok(out + "};\n")
}

fn declaration(entry: &Entry, out: &mut String) -> Result<()> {
    let (spec, prose) = (entry.spec(), words::prose(entry)?);
    let mut doc = Doc::new(0);
    doc.paragraph(prose.meaning);
    for (name, text) in words::parts(entry)? {
        doc.paragraph(&format!("**{name}:** {text}"));
    }
    doc.blank();
    for input in spec.inputs {
        doc.tag(&format!("@param {} {}", argument(input.name), sentence(input.doc)));
    }
    let mut extra = String::new();
    for parameter in spec.parameters.iter().filter(|parameter| parameter.in_formula) {
        doc.tag(&format!("@param options.{} {}", camel(parameter.name), sentence(parameter.doc)));
        extra += &format!(" {}?: {};", camel(parameter.name), takes(parameter)?.typescript);
    }
    doc.tag("@param options.level The confidence level of the intervals.");
    doc.tag(&format!("@throws {{KpiError}} {} `bad_input` for an input that is not allowed.", sentence(prose.errors)));
    doc.tag(&format!("@example\n// {}\n{}.value; // \"{}\"", prose.example.working, call(entry)?, prose.example.value));
    *out += &doc.end();
    let mut arguments: Vec<String> =
        spec.inputs.iter().map(|input| format!("{}: {}", argument(input.name), of(input.of))).collect();
    let options = if extra.is_empty() { "FormulaOptions".into() } else { format!("FormulaOptions & {{{extra} }}") };
    arguments.push(format!("options?: {options}"));
    let head = format!("export declare function {}", camel(&words::function(spec)));
    let line = format!("{head}({}): Figures;\n", arguments.join(", "));
    if length(&line) <= WIDTH {
        *out += &line;
    } else {
        let lines: String = arguments.iter().map(|argument| format!("  {argument},\n")).collect();
        *out += &format!("{head}(\n{lines}): Figures;\n");
    }
    Ok(())
}

/// The type of a measure's argument.
fn options(entries: &[&Entry], out: &mut String) -> Result<()> {
    let first = entries.first().context("a KPI has a variant")?;
    let spec = first.spec();
    let kinds = words::taken(entries);
    let names: Vec<String> = kinds.iter().map(|kind| format!("\"{}\"", camel(kind.plural()))).collect();
    *out += &format!(
        "\n/** What the measure `{}` takes. */\nexport interface {}Options\n  extends MeasureOptions, Pick<ReportRequest, {}> {{\n",
        camel(spec.id),
        pascal(spec.id),
        names.join(" | ")
    );
    let variants: Vec<String> = entries.iter().map(|entry| format!("\"{}\"", entry.spec().variant)).collect();
    let mut doc = Doc::new(2);
    doc.paragraph(&format!("The variant; `{}` where it is not given.", spec.variant));
    if entries.len() > 1 {
        for entry in entries {
            doc.item(&format!("`{}`: {}", entry.spec().variant, words::prose(entry)?.meaning));
        }
    }
    *out += doc.end().trim_start_matches('\n');
    *out += &format!("  variant?: {};\n", variants.join(" | "));
    for (parameter, own) in parameters::of(entries) {
        let mut doc = Doc::new(2);
        doc.paragraph(&sentence(parameter.doc));
        if !parameter.default.is_empty() {
            doc.tag(&format!("@defaultValue `{}`", parameter.default));
        }
        if own.len() < entries.len() {
            doc.paragraph(&format!("Of {}.", code_list(own)));
        }
        *out += doc.end().trim_start_matches('\n');
        *out += &format!("  {}?: {};\n", camel(parameter.name), takes(&parameter)?.typescript);
    }
    *out += "  /** By kind of record, the instant that puts a record in a bucket. */\n  anchor?: Anchors;\n}\n";
    Ok(())
}

/// The type of an input.
fn of(kind: InputKind) -> &'static str {
    match kind {
        InputKind::Amount => "Amount",
        InputKind::Duration => "Seconds",
        InputKind::Durations => "readonly Seconds[] | Float64Array",
        InputKind::Counts => "readonly Count[] | Float64Array",
        InputKind::Scores => "readonly Score[] | Float64Array",
        InputKind::Flags => "readonly boolean[]",
        InputKind::Numbers => "readonly (number | string)[] | Float64Array",
        _ => "Count",
    }
}

/// A JSDoc comment.
struct Doc {
    indent: usize,
    lines: Vec<String>,
}

impl Doc {
    fn new(indent: usize) -> Self {
        Doc { indent, lines: Vec::new() }
    }
    fn width(&self) -> usize {
        WIDTH - 3 - self.indent
    }
    fn blank(&mut self) {
        if !self.lines.is_empty() {
            self.lines.push(String::new());
        }
    }
    fn paragraph(&mut self, text: &str) {
        self.blank();
        self.lines.extend(wrap(text, self.width()));
    }
    fn item(&mut self, text: &str) {
        for (at, line) in wrap(text, self.width() - 2).into_iter().enumerate() {
            self.lines.push(format!("{}{line}", if at == 0 { "- " } else { "  " }));
        }
    }
    /// A tag; the lines after its first are kept as they are.
    fn tag(&mut self, text: &str) {
        let mut lines = text.lines();
        if let Some(first) = lines.next() {
            self.lines.extend(wrap(first, self.width()));
        }
        self.lines.extend(lines.map(str::to_owned));
    }
    fn end(self) -> String {
        let space = " ".repeat(self.indent);
        // The end of a comment must not stand in one.
        let lines: Vec<String> = self.lines.iter().map(|line| line.replace("*/", "* /")).collect();
        if let [line] = lines.as_slice() {
            return format!("\n{space}/** {line} */\n");
        }
        let lines: String =
            lines.iter().map(|line| format!("{space} *{}{line}\n", if line.is_empty() { "" } else { " " })).collect();
        format!("\n{space}/**\n{lines}{space} */\n")
    }
}

/// A union of texts, one on each line.
fn union<'a>(name: &str, doc: &str, words: impl IntoIterator<Item = &'a str>) -> String {
    let lines: Vec<String> = words.into_iter().map(|word| format!("  | \"{word}\"")).collect();
    format!("\n/** {doc} */\nexport type {name} =\n{};\n", lines.join("\n"))
}

fn records() -> String {
    let mut out = "\
// The types of records, and every word that has a fixed meaning; printed by `cargo xtask gen`.
import type { Input } from \"./core.js\";

/** An instant: a `Date`, anything of Temporal's that has `epochMilliseconds`, or RFC 3339 text with its offset. */
export type Instant = Date | { readonly epochMilliseconds: number } | string;
"
    .to_owned();
    let kpis = words::kpis();
    let ids = kpis.iter().filter_map(|entries| entries.first()).map(|entry| entry.spec().id);
    out += &union("KpiId", "Every KPI.", ids);
    out += &union("PresetName", "Every preset.", kpi_core::presets().iter().map(|preset| preset.name));
    out += &union("RecordKind", "Every kind of record.", Kind::ALL.iter().map(|kind| kind.as_str()));
    out += &union("ErrorCode", "What went wrong.", Code::ALL.iter().map(|code| code.as_str()));
    out += &union("Reason", "Why a record is left out.", Reason::ALL.iter().map(|reason| reason.as_str()));
    out += &union("Undefined", "Why a figure has no value.", Undefined::ALL.iter().map(|reason| reason.as_str()));
    out += &union("Bucket", "The size of a bucket.", Bucket::ALL.iter().map(|bucket| bucket.as_str()));
    out += &union("WeekDay", "The day on which a week begins.", WeekStart::ALL.iter().map(|day| day.as_str()));
    for kind in Kind::ALL {
        let mut doc = Doc::new(0);
        doc.paragraph(kind.doc().trim());
        doc.paragraph("Your own text columns stand beside the fields.");
        out += &doc.end();
        out += &format!("export interface {} {{\n", pascal(kind.as_str()));
        for field in kind.fields() {
            let required = if field.required { " Required." } else { "" };
            let mut doc = Doc::new(2);
            doc.paragraph(&format!("{}{required}", field.doc.trim()));
            out += doc.end().trim_start_matches('\n');
            let (mark, null) = if field.required { ("", "") } else { ("?", " | null") };
            out += &format!("  {}{mark}: {}{null};\n", camel(field.name), of_field(field.of));
        }
        out += "  [segment: string]: unknown;\n}\n";
    }
    out += "\n/** Records by kind. */\nexport interface Records {\n";
    for kind in Kind::ALL {
        let mut doc = Doc::new(2);
        doc.paragraph(kind.doc().trim());
        out += doc.end().trim_start_matches('\n');
        out += &format!("  {}?: Input<{}> | undefined;\n", camel(kind.plural()), pascal(kind.as_str()));
    }
    out + "}\n"
}

/// The type of a field's value in a row.
fn of_field(of: Type) -> &'static str {
    match of {
        Type::Text => "string",
        Type::Tags => "readonly string[]",
        Type::Instant => "Instant",
        Type::Duration | Type::Score => "number | string",
        Type::Count => "number",
        Type::Flag => "boolean",
        Type::Amount => "string",
    }
}
