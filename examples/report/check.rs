//! `--check`: everything that is wrong with the files, and contradicts itself in the log, before anything is computed.

use kpi_core::{Code, Kind, Problem, Request, Table, check};
use serde_json::json;

use crate::explain;
use crate::human::{self, count, records};
use crate::input::{Loaded, Origin};
use crate::log::{Log, Told};
use crate::options::{Format, Options};

/// The width of a line.
const WIDTH: usize = 100;

/// What was found in the tables.
pub struct Checked {
    problems: Vec<Problem>,
    /// The same for people.
    page: String,
    /// Whether a report would refuse anything.
    pub refused: bool,
    /// Whether there is a log of events.
    is_log: bool,
}

/// The problems of all tables.
pub fn tables(files: &mut [Loaded]) -> Result<Checked, String> {
    let (tables, origins): (Vec<_>, Vec<_>) = files.iter_mut().map(Loaded::split).unzip();
    let mut problems = check(&Request::new(), &tables).map_err(|error| explain::report(&error, &origins))?;
    let is_log = tables.iter().any(|table| table.kind() == Kind::TicketEvent);
    // When a ticket was created, the log says.
    let is_told = |problem: &Problem| problem.record == Kind::Ticket && problem.field == "created_at";
    problems.retain(|problem| !(is_log && is_told(problem) && problem.code == Code::MissingField));
    let refused = problems.iter().any(|problem| problem.refused);
    Ok(Checked { page: page(&problems, &tables, &origins), refused, is_log, problems })
}

/// What is printed of the tables, and of the log where it could be told.
pub fn text(options: &Options, checked: &Checked, told: Option<&Told>) -> Result<String, String> {
    let log = told.and_then(|told| told.log.as_ref());
    Ok(match options.format() {
        Format::Json => {
            let all = match checked.is_log {
                true => json!({"problems": checked.problems, "findings": log.map(Log::findings)}),
                false => json!(checked.problems),
            };
            serde_json::to_string_pretty(&all).map_err(|error| format!("cannot write JSON: {error}"))? + "\n"
        }
        Format::Table => format!("{}{}", checked.page, contradictions(checked, told)),
        _ => return Err("--check writes table or json; leave --format out".into()),
    })
}

/// What is said of the log.
fn contradictions(checked: &Checked, told: Option<&Told>) -> String {
    if !checked.is_log {
        return String::new();
    }
    let Some((told, log)) = told.and_then(|told| Some((told, told.log.as_ref()?))) else {
        return "\nThe log is searched for contradictions once no record is refused.\n".into();
    };
    let origins: Vec<&Origin> = told.used.iter().map(|file| &file.origin).collect();
    let found = log.listed(&origins);
    if found.is_empty() {
        return "Nothing in the log contradicts itself.\n".into();
    }
    format!("\nContradictions in the log: a report takes it, and reads it so\n{}\n", found.join("\n"))
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
