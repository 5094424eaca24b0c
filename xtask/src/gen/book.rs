//! The book around the pages of the KPIs: its settings, its contents, records and errors.

use anyhow::Result;
use kpi_core::{Code, Entry, Kind, Reason, Undefined};

use super::text::{capital, sentence, table};
use super::{Files, page, words};

const SETTINGS: &str = "\
# Printed by `cargo xtask gen`.
[book]
title = \"Customer-service KPIs\"
description = \"What every KPI means, and how to compute it in Rust, Python and JavaScript\"
language = \"en\"
src = \"src\"

[build]
build-dir = \"../target/book\"
create-missing = false

[output.html]
mathjax-support = true
git-repository-url = \"https://github.com/kpi-rs/kpi\"
";

/// The chapters before the KPIs; they are written by hand.
const GUIDE: &[(&str, &str)] = &[
    ("Introduction", "introduction.md"),
    ("Getting started", "getting-started.md"),
    ("Concepts", "concepts.md"),
    ("The report", "report.md"),
    ("Business time", "business-time.md"),
    ("Event logs", "event-log.md"),
    ("Agents", "agents.md"),
    ("KPIs over several kinds of record", "several-kinds.md"),
    ("Pitfalls", "pitfalls.md"),
    ("Real data", "real-data.md"),
];

/// The chapters whose text lies beside the book.
const INCLUDED: &[(&str, &str)] = &[("Design", "design.md"), ("Performance", "performance.md")];

pub fn print(files: &mut Files) -> Result<()> {
    let kpis = words::kpis();
    files.insert("docs/book.toml".into(), SETTINGS.into());
    files.insert("docs/src/SUMMARY.md".into(), summary(&kpis));
    files.insert("docs/src/kpis/index.md".into(), index(&kpis)?);
    files.insert("docs/src/records.md".into(), records());
    files.insert("docs/src/errors.md".into(), errors()?);
    for (_, path) in INCLUDED {
        files.insert(format!("docs/src/{path}"), format!("{{{{#include ../{path}}}}}\n"));
    }
    for entries in &kpis {
        if let Some(first) = entries.first() {
            files.insert(format!("docs/src/kpis/{}.md", first.spec().id), page::page(entries)?);
        }
    }
    Ok(())
}

fn summary(kpis: &[Vec<&Entry>]) -> String {
    let mut out = "# Summary\n\n".to_owned();
    for (at, (title, path)) in GUIDE.iter().enumerate() {
        let mark = if at == 0 { "" } else { "- " };
        out += &format!("{mark}[{title}]({path})\n");
        if at == 0 {
            out += "\n# Guide\n\n";
        }
    }
    out += "\n# KPIs\n\n- [All KPIs](kpis/index.md)\n";
    let mut family = "";
    for spec in kpis.iter().filter_map(|entries| entries.first()).map(|entry| entry.spec()) {
        if spec.family != family {
            family = spec.family;
            out += &format!("- [{}]()\n", words::family(family));
        }
        out += &format!("  - [{}](kpis/{}.md)\n", words::title(spec.id), spec.id);
    }
    out += "\n# Reference\n\n- [Records](records.md)\n- [Errors and reasons](errors.md)\n\n# Inside\n\n";
    for (title, path) in INCLUDED {
        out += &format!("- [{title}]({path})\n");
    }
    out
}

fn index(kpis: &[Vec<&Entry>]) -> Result<String> {
    let mut rows = Vec::new();
    for entries in kpis {
        let Some(first) = entries.first() else { continue };
        let spec = first.spec();
        rows.push(vec![
            format!("[{}]({}.md)", words::title(spec.id), spec.id),
            format!("`{}`", spec.id),
            words::variants(entries),
            spec.figures.first().map(|figure| figure.unit.text().into_owned()).unwrap_or_default(),
            words::direction(spec.direction).to_owned(),
            words::reads(entries, |name| name.replace('_', " ")),
        ]);
    }
    Ok(format!(
        "# All KPIs\n\n\
         Every KPI is there twice under one name: as a formula of counts, sums or ratings, and as a measure over typed \
         records. The first variant is the default one; unit and direction are the default variant's.\n\n{}",
        table(&["KPI", "Id", "Variants", "Unit", "Direction", "Reads"], &rows)
    ))
}

fn records() -> String {
    let mut out = "# Records\n\n\
        A record is a row of one of these kinds. A field without a value means “unknown”, unless it says something \
        else; a required field must have one. Names are the same in Rust, Python, CSV and JSON; in JavaScript they are \
        camelCase (`createdAt`). Text columns of your own may be added to any record, to group and filter by.\n\n"
        .to_owned();
    let types = [
        ["text", "text; a text of length 0 is null", "dictionary codes"],
        ["list of texts", "a list of texts", "lists of dictionary codes"],
        ["instant", "RFC 3339 text, such as `2026-03-01T09:00:00+01:00`", "microseconds UTC since 1970"],
        ["duration", "seconds: a number, or decimal text", "microseconds"],
        ["count", "a whole number, 0 or more", "the number"],
        ["flag", "true or false", "true or false"],
        ["score", "a number with up to 3 decimal places, or decimal text", "thousandths"],
        ["amount", "decimal text, such as `\"12.50\"`, with up to 9 decimal places", "10⁻⁹ units"],
    ];
    let types: Vec<Vec<String>> = types.iter().map(|row| row.map(str::to_owned).to_vec()).collect();
    out += &table(&["Type", "In rows", "In columns"], &types);
    for kind in Kind::ALL {
        let rows: Vec<Vec<String>> = kind
            .fields()
            .iter()
            .map(|field| {
                vec![
                    format!("`{}`", field.name),
                    field.of.as_str().to_owned(),
                    if field.required { "yes" } else { "" }.to_owned(),
                    field.doc.trim().to_owned(),
                ]
            })
            .collect();
        let readers: Vec<String> = words::kpis()
            .iter()
            .filter(|entries| words::kinds(entries).contains(kind))
            .filter_map(|entries| entries.first())
            .map(|entry| format!("[{}](kpis/{}.md)", words::title(entry.spec().id), entry.spec().id))
            .collect();
        out += &format!(
            "\n## {}\n\n{} Passed as `{}`.\n\n",
            capital(&kind.as_str().replace('_', " ")),
            kind.doc().trim(),
            kind.plural()
        );
        if !readers.is_empty() {
            out += &format!("Read by {}.\n\n", readers.join(", "));
        }
        out += &table(&["Field", "Type", "Required", "Meaning"], &rows);
    }
    out
}

fn errors() -> Result<String> {
    let codes: Vec<Vec<String>> =
        Code::ALL.iter().map(|code| vec![format!("`{code}`"), sentence(code.doc().trim())]).collect();
    let reasons: Vec<Vec<String>> = Reason::ALL
        .iter()
        .map(|reason| vec![format!("`{}`", reason.as_str()), sentence(reason.doc().trim())])
        .collect();
    let undefined: Vec<Vec<String>> = Undefined::ALL
        .iter()
        .map(|undefined| vec![format!("`{}`", undefined.as_str()), sentence(undefined.doc().trim())])
        .collect();
    Ok(format!(
        "# Errors and reasons\n\n\
         These words are the same in Rust, Python and JavaScript and do not change.\n\n\
         ## Errors\n\n\
         An error carries its code, what to do about it and, where there is one, the kind of record, the record’s index \
         (counted from 0) and the field.\n\n{}\n\
         ## Reasons for leaving out\n\n\
         A record that is not in a figure is counted under one of these reasons, in the columns `left_out` and \
         `reasons` of the report.\n\n{}\n\
         ## Undefined\n\n\
         A figure over nothing has no value; the column `undefined` says why. It is never 0, NaN or infinite.\n\n{}",
        table(&["Code", "Meaning"], &codes),
        table(&["Reason", "Meaning"], &reasons),
        table(&["Reason", "Meaning"], &undefined),
    ))
}
