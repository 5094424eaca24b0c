//! A file in a format of its own, row by row, and the table of records that an adapter makes of it.

use std::fs::File;
use std::path::Path;

use kpi_core::Kind;
use kpi_core::time::{format_instant, parse_rfc3339};

/// Gives every row's cells of the named columns to `take`. An error of `take` gets the file and the line before it.
pub fn each<const N: usize>(
    path: &Path,
    separator: u8,
    columns: [&str; N],
    mut take: impl FnMut([&str; N]) -> Result<(), String>,
) -> Result<(), String> {
    let shown = path.display();
    let file = File::open(path).map_err(|error| format!("{shown}: {error}"))?;
    let mut reader = csv::ReaderBuilder::new().delimiter(separator).from_reader(file);
    let broken = |error: csv::Error| format!("{shown}: {error}");
    let header = reader.headers().map_err(broken)?;
    let mut places = [0; N];
    for (place, name) in places.iter_mut().zip(columns) {
        *place = header
            .iter()
            .position(|own| own.trim() == name)
            .ok_or_else(|| format!("{shown}: no column `{name}`; is this the file of the adapter?"))?;
    }
    let mut row = csv::StringRecord::new();
    while reader.read_record(&mut row).map_err(broken)? {
        let cells = places.map(|place| row.get(place).unwrap_or_default().trim());
        // A record stands on one line, the header on the first.
        let line = row.position().map_or(0, csv::Position::record).saturating_add(1);
        take(cells).map_err(|text| format!("{shown}, line {line}: {text}"))?;
    }
    Ok(())
}

/// A table of records as CSV text: a header of fields, then a line for each record; an empty cell is unknown.
pub struct Sheet {
    pub kind: Kind,
    pub records: usize,
    csv: csv::Writer<Vec<u8>>,
}

impl Sheet {
    pub fn new<const N: usize>(kind: Kind, fields: [&str; N]) -> Result<Sheet, String> {
        let mut csv = csv::Writer::from_writer(Vec::new());
        csv.write_record(fields).map_err(|error| error.to_string())?;
        Ok(Sheet { kind, records: 0, csv })
    }

    pub fn push<const N: usize>(&mut self, cells: [&str; N]) -> Result<(), String> {
        self.records = self.records.saturating_add(1);
        self.csv.write_record(cells).map_err(|error| error.to_string())
    }

    pub fn text(self) -> Result<Vec<u8>, String> {
        self.csv.into_inner().map_err(|error| error.to_string())
    }
}

/// A whole number.
pub fn number(column: &str, text: &str) -> Result<i64, String> {
    text.parse().map_err(|_| format!("`{column}` is `{text}`, not a whole number"))
}

/// A local date-time such as `2012-10-09T14:50:17` as microseconds of its own clock.
pub fn local(column: &str, text: &str) -> Result<i64, String> {
    parse_rfc3339(&format!("{text}Z")).map_err(|_| format!("`{column}` is `{text}`, not a date and time"))
}

/// Microseconds of a local clock as text without an offset; nothing for what is unknown.
pub fn stamp(at: Option<i64>) -> String {
    at.map_or_else(String::new, |at| format_instant(at).trim_end_matches('Z').to_owned())
}
