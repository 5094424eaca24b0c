//! `--check`: everything that is wrong with the files, before anything is computed.

use kpi_core::{Kind, Problem, Request, Table, check};

use crate::explain;
use crate::human::{self, count, records};
use crate::input::Origin;
use crate::options::{Format, Options};

/// The width of a line.
const WIDTH: usize = 100;

/// The problems of all tables, and whether a report would refuse any.
pub fn problems(options: &Options, tables: &[Table<'_>], origins: &[&Origin]) -> Result<(String, bool), String> {
    let problems = check(&Request::new(), tables).map_err(|error| explain::report(&error, origins))?;
    let refused = problems.iter().any(|problem| problem.refused);
    let text = match options.format() {
        Format::Json => {
            serde_json::to_string_pretty(&problems).map_err(|error| format!("cannot write JSON: {error}"))? + "\n"
        }
        Format::Table => page(&problems, tables, origins),
        _ => return Err("--check writes table or json; leave --format out".into()),
    };
    Ok((text, refused))
}

fn page(problems: &[Problem], tables: &[Table<'_>], origins: &[&Origin]) -> String {
    let mut lines = Vec::new();
    for (table, origin) in tables.iter().zip(origins) {
        let kind = origin.kind.plural().replace('_', " ");
        lines.push(format!("{}: {} {kind}", origin.source.shown, count(table.len() as u64)));
    }
    if problems.is_empty() {
        lines.push("No problems: a report takes every record.".into());
    }
    let sections = [
        (true, "A report refuses these records, or with --skip-bad counts them and leaves them out"),
        (false, "A report takes these records; look whether they say what they should"),
    ];
    for (refused, title) in sections {
        let mut of_section = problems.iter().filter(|problem| problem.refused == refused).peekable();
        if of_section.peek().is_some() {
            lines.push(format!("\n{title}"));
        }
        for problem in of_section {
            let field = if problem.field.is_empty() { String::new() } else { format!(" · `{}`", problem.field) };
            let head = format!("{}{field} · {} · {}", problem.record, records(problem.count), problem.code);
            lines.push(format!("\n  {head}"));
            lines.extend(human::wrap(&problem.text, WIDTH - 4).into_iter().map(|line| format!("    {line}")));
            for found in &problem.examples {
                let place = place(problem.record, found.index, &problem.field, tables, origins);
                let value = found.value.as_deref().map_or(String::new(), |value| format!(": `{value}`"));
                lines.push(format!("    {place}{value}"));
            }
            let more = problem.count.saturating_sub(problem.examples.len() as u64);
            if more > 0 && !problem.examples.is_empty() {
                lines.push(format!("    and {} more", count(more)));
            }
        }
    }
    lines.join("\n") + "\n"
}

/// Where a record stands, of which its place among all records of its kind is known.
fn place(kind: Kind, index: u64, field: &str, tables: &[Table<'_>], origins: &[&Origin]) -> String {
    let mut row = usize::try_from(index).unwrap_or(usize::MAX);
    for (table, origin) in tables.iter().zip(origins).filter(|(_, origin)| origin.kind == kind) {
        if row < table.len() {
            return explain::place(origin, row, field).0;
        }
        row -= table.len();
    }
    format!("{kind} {index}")
}
