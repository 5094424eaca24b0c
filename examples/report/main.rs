//! The report of the README: KPIs of the embedded sample, or of CSV files of one's own.
//!
//! `options` reads the command line, `input` the files, `request` says what the library is asked for, `page` prints.
#![forbid(unsafe_code)]

mod adapters;
mod human;
mod input;
mod options;
mod page;
mod request;
#[cfg(test)]
mod tests;

use std::ffi::OsString;
use std::io::{self, Write};
use std::process::ExitCode;

use kpi_core::report;

use input::Loaded;
use options::{Format, Task};

fn main() -> ExitCode {
    let mut notes = Vec::new();
    let result = run(std::env::args_os().skip(1), &mut notes);
    for note in &notes {
        say("note", note);
    }
    match result {
        Ok(text) => match io::stdout().write_all(text.as_bytes()) {
            // The reader, such as `head`, has seen enough.
            Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
                say("error", &format!("cannot write the report: {error}"));
                ExitCode::from(2)
            }
            _ => ExitCode::SUCCESS,
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

/// What is printed for a command line; `notes` says what was read otherwise than one might think.
fn run(args: impl IntoIterator<Item = OsString>, notes: &mut Vec<String>) -> Result<String, String> {
    let mut options = match options::parse(args)? {
        Task::Help => return Ok(options::HELP.into()),
        Task::Report(options) => *options,
    };
    adapters::expand(&mut options, notes)?;
    let sample = options.files.is_empty();
    let zone = request::zone(&options)?;
    let mut files = input::load(&options, zone.as_ref(), notes)?;
    let (request, zone) = request::build(&options, zone, &files, notes)?;
    let tables: Vec<_> = files.iter_mut().map(Loaded::split).collect();
    let (tables, origins): (Vec<_>, Vec<_>) = tables.into_iter().unzip();
    let report = report(&request, &tables).map_err(|error| input::explain(&error, &origins))?;
    match options.format {
        Format::Table => Ok(page::page(&report, &zone, &origins, sample)),
        Format::Csv => Ok(report.to_csv()),
        Format::Json => serde_json::to_string_pretty(&report)
            .map(|text| text + "\n")
            .map_err(|error| format!("cannot write JSON: {error}")),
    }
}
