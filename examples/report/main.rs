//! The report of the README: KPIs of the embedded sample, or of CSV and JSON Lines files of one's own.
//!
//! `options` reads the command line; `adapters`, `source` and `input` the tables, `rules` when a team works and what it
//! promises; `log` derives what events say; `request` says what the library is asked for. `view` and `findings` say what a page shows; `page` prints it as text, `html` as a page for a browser.
#![forbid(unsafe_code)]

mod adapters;
mod chart;
mod check;
mod explain;
mod findings;
mod html;
mod human;
mod input;
mod list;
mod log;
mod markup;
mod options;
mod page;
mod request;
mod rules;
mod sample;
mod scale;
mod source;
mod table;
#[cfg(test)]
mod tests;
mod trend;
mod view;

use std::ffi::OsString;
use std::io::{self, Write};
use std::process::ExitCode;

use input::Loaded;
use kpi_core::time::Zone;
use log::{Log, Told};
use options::{Format, Options, Task};
use view::View;

fn main() -> ExitCode {
    let mut notes = Vec::new();
    let result = run(std::env::args_os().skip(1), &mut notes);
    for note in &notes {
        say("note", note);
    }
    match result {
        Ok((text, code)) => match io::stdout().write_all(text.as_bytes()) {
            // The reader, such as `head`, has seen enough.
            Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
                say("error", &format!("cannot write the report: {error}"));
                ExitCode::from(2)
            }
            _ => code,
        },
        Err(text) => {
            say("error", &text);
            ExitCode::from(2)
        }
    }
}

/// A message beside the report.
fn say(what: &str, text: &str) {
    let lines: Vec<String> = text.lines().flat_map(|line| human::wrap(line, 92)).collect();
    eprintln!("{what}: {}", lines.join(&format!("\n{:1$}", "", what.len() + 2)));
}

/// What is printed for a command line, and how the program ends; `notes` says what was read otherwise than one might
/// think.
fn run(args: impl IntoIterator<Item = OsString>, notes: &mut Vec<String>) -> Result<(String, ExitCode), String> {
    let mut options = match options::parse(args)? {
        Task::Help => return Ok((options::help(), ExitCode::SUCCESS)),
        Task::List => return Ok((list::list(), ExitCode::SUCCESS)),
        Task::Report(options) => *options,
    };
    adapters::expand(&mut options, notes)?;
    let (text, code) =
        if options.check { checked(&options, notes)? } else { (report(&options, notes)?, ExitCode::SUCCESS) };
    let Some(path) = &options.output else { return Ok((text, code)) };
    std::fs::write(path, text).map_err(|error| format!("--output {}: cannot write it: {error}", path.display()))?;
    notes.push(format!("wrote {}", path.display()));
    Ok((String::new(), code))
}

/// What is wrong with the files; the program fails where a report would refuse a record.
fn checked(options: &Options, notes: &mut Vec<String>) -> Result<(String, ExitCode), String> {
    let zone = request::zone(options)?;
    let rules = rules::read(options, zone.as_ref().unwrap_or(&Zone::utc()))?;
    let mut files = input::load(options, &rules.fields(), zone.as_ref(), notes)?;
    let checked = check::tables(&mut files)?;
    // A log with records that are refused tells nothing yet.
    let told = if checked.refused { None } else { Some(log::tell(files, options, &rules, zone.as_ref())?) };
    let code = if checked.refused { ExitCode::FAILURE } else { ExitCode::SUCCESS };
    Ok((check::text(options, &checked, told.as_ref())?, code))
}

/// The report in the form that was asked for.
fn report(options: &Options, notes: &mut Vec<String>) -> Result<String, String> {
    let zone = request::zone(options)?;
    let rules = rules::read(options, zone.as_ref().unwrap_or(&Zone::utc()))?;
    let files = input::load(options, &rules.fields(), zone.as_ref(), notes)?;
    let Told { mut files, used, log } = log::tell(files, options, &rules, zone.as_ref())?;
    let derived = log.as_ref().map_or_else(Vec::new, Log::tables);
    let (plan, zone) = request::plan(options, &rules, zone, &request::known(&files, &derived, log.as_ref()), notes)?;
    let (mut tables, mut origins): (Vec<_>, Vec<_>) = files.iter_mut().map(Loaded::split).unzip();
    // What follows from the log comes last, so that the places of records in files stay what they are.
    tables.extend(derived);
    origins.extend(used.iter().map(|file| &file.origin));
    let reports = request::compute(plan, &tables, &origins, notes)?;
    let sample = options.files.is_empty();
    let view = || View::new(&reports, &zone, &origins, log.as_ref(), sample).ok_or("there is nothing to report");
    let first = reports.first().ok_or("there is nothing to report")?;
    Ok(match options.format() {
        Format::Table => page::page(&view()?, options.brief),
        Format::Html => html::page(&view()?, notes),
        Format::Csv => first.to_csv(),
        Format::Json => {
            serde_json::to_string_pretty(first).map_err(|error| format!("cannot write JSON: {error}"))? + "\n"
        }
    })
}
