//! Errors of the library as messages: the file, the line, the column, what stands there, and what to do.

use kpi_core::{Code, Error, Kind, Type};

use crate::input::{From, Origin};
use crate::options::word;

/// The place of a record by its number in the file.
pub fn line(origin: &Origin, number: usize) -> String {
    let record = origin.source.records().nth(number).and_then(Result::ok);
    format!("{}{}", origin.source.shown, record.map_or(String::new(), |record| format!(", line {}", record.line)))
}

/// The place of a value: its file, line and column, and the text that stands there.
pub fn place(origin: &Origin, row: usize, field: &str) -> (String, Option<String>) {
    let source = &origin.source;
    let record = origin.numbers.get(row).and_then(|&number| source.records().nth(number)?.ok());
    let line = record.as_ref().map_or(String::new(), |record| format!(", line {}", record.line));
    let (column, text) = match origin.fields.iter().find(|reading| reading.field == field).map(|known| &known.from) {
        Some(From::Column(at)) => {
            let column = source.columns.get(*at).map_or("", String::as_str);
            let name = if column == field { format!("`{column}`") } else { format!("`{column}` (field `{field}`)") };
            let text = record.map(|record| record.cell(*at, column).text().unwrap_or_default().to_owned());
            (format!(", {} {name}", source.word()), text)
        }
        Some(From::Constant(text)) => (format!(", --constant {}.{field}", origin.name), Some(text.clone())),
        None if field.is_empty() => (String::new(), None),
        None => (format!(", field `{field}`"), None),
    };
    (format!("{}{line}{column}", source.shown), text)
}

/// The message of an error in one of a file's records.
pub fn record(origin: &Origin, error: &Error, row: usize) -> String {
    let field = error.field_name().unwrap_or_default();
    let (place, text) = place(origin, row, field);
    let shown = text.as_deref().unwrap_or_default();
    let found = match text.as_deref() {
        Some("") if !error.text().contains("found ") => " It is empty.".to_owned(),
        Some(text) if !error.text().contains(text) => format!(" Found `{text}`."),
        _ => String::new(),
    };
    let name = &origin.name;
    let unknown = format!("If `{shown}` means unknown: --null {name}.{field}={shown}. ");
    let help = match error.code() {
        Code::BadInstant if error.text().contains("no offset") => {
            "--zone says on which clock such times are, for example --zone Europe/Berlin. ".to_owned()
        }
        Code::UnknownWord => format!("To read a word as another: --replace {name}.{field}={shown}:WORD. "),
        Code::OutOfScale | Code::NotANumber | Code::WrongType | Code::BadInstant | Code::Negative
            if !shown.is_empty() && !shown.contains(',') =>
        {
            unknown
        }
        _ => String::new(),
    };
    format!("{place}: {}.{found}\n{help}--skip-bad leaves such records out and counts them.", error.text())
}

/// The text fields that are read, and the columns that are no fields.
fn texts<'a>(origins: &[&'a Origin]) -> Vec<&'a str> {
    let mut names = Vec::new();
    for origin in origins {
        let is_text = |name: &str| origin.kind.field(name).is_none_or(|field| field.of == Type::Text);
        names.extend(origin.fields.iter().map(|reading| reading.field.as_str()).filter(|name| is_text(name)));
        let own = origin.source.columns.iter().map(String::as_str);
        names.extend(own.filter(|name| origin.kind.field(name).is_none()));
    }
    names.sort_unstable();
    names.dedup();
    names
}

/// The message of an error in the request or in one of the tables.
pub fn report(error: &Error, origins: &[&Origin]) -> String {
    let text = error.text();
    let field = error.field_name().unwrap_or_default();
    if error.code() == Code::MissingRecords {
        let kind = error.record_kind().and_then(Kind::named).unwrap_or(Kind::Ticket);
        return format!("{text} (an option for each, such as --{} FILE)", word(kind));
    }
    if error.code() == Code::AsOfRequired {
        return format!("give --as-of, or --from and --to: {text}");
    }
    let Some(kind) = error.record_kind().and_then(Kind::named) else {
        return match error.code() {
            Code::WindowRequired => format!("give --from and --to: {text}"),
            Code::BadWindow => format!("--from and --to: {text}"),
            Code::UnknownDimension => {
                format!("--by {field}: {text}; the files have {}", texts(origins).join(", "))
            }
            Code::BadParameter => format!("--parameter: `{field}`: {text}"),
            Code::MixedCurrencies | Code::MixedScales => {
                format!("{text} (--filter KIND.FIELD=TEXT, --parameter ID.NAME=VALUE)")
            }
            _ => error.to_string(),
        };
    };
    let of_kind = || origins.iter().filter(|origin| origin.kind == kind);
    let Some(index) = error.record_index().and_then(|index| usize::try_from(index).ok()) else {
        // A column that a KPI needs is not there.
        let origin = of_kind().find(|origin| !origin.has(field)).or_else(|| of_kind().next());
        return match origin {
            Some(origin) => format!(
                "{shown}: no {column} `{field}`. {text}\n--map {name}.{field}=COLUMN names the {column}, --constant \
                 {name}.{field}= says that it is unknown everywhere; {}",
                origin.source.listed(),
                shown = origin.source.shown,
                column = origin.source.word(),
                name = origin.name
            ),
            None => error.to_string(),
        };
    };
    let mut row = index;
    for origin in of_kind() {
        match row.checked_sub(origin.numbers.len()) {
            Some(rest) => row = rest,
            None => return record(origin, error, row),
        }
    }
    error.to_string()
}
