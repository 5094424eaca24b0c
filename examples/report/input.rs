//! CSV files into tables, and errors back to the file, line and column they come from.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use kpi_core::rows::{Input, TableBuilder};
use kpi_core::time::Zone;
use kpi_core::{Code, Error, Kind, Table};

use crate::human::records;
use crate::options::{Options, What, either, word};

/// The embedded sample: one quarter of a made-up support team.
const SAMPLE: &[(Kind, &str, &str)] = &[
    (Kind::Ticket, "tickets.csv", include_str!("../sample/tickets.csv")),
    (Kind::Contact, "contacts.csv", include_str!("../sample/contacts.csv")),
    (Kind::Survey, "surveys.csv", include_str!("../sample/surveys.csv")),
    (Kind::Account, "accounts.csv", include_str!("../sample/accounts.csv")),
    (Kind::LedgerEntry, "ledger.csv", include_str!("../sample/ledger.csv")),
];

/// The window of the embedded sample.
pub const SAMPLE_WINDOW: (&str, &str) = ("2026-01-01T00:00:00Z", "2026-04-01T00:00:00Z");

/// Where a table comes from: what an error message needs to know.
pub struct Origin {
    pub kind: Kind,
    /// How options call it.
    name: String,
    /// Whether the options gave it a name of its own.
    named: bool,
    /// How messages call it.
    shown: String,
    bytes: Cow<'static, [u8]>,
    separator: u8,
    header: Vec<String>,
    fields: Vec<Reading>,
    /// The record's number in the file, for every record of the table.
    numbers: Vec<usize>,
    /// Records that could not be read and were left out, by code.
    unreadable: BTreeMap<&'static str, u64>,
}

/// How a field is read.
struct Reading {
    field: String,
    from: From,
    replace: Vec<(String, String)>,
}

enum From {
    Column(usize),
    Constant(String),
}

/// A table and where it comes from.
pub struct Loaded {
    pub origin: Origin,
    builder: TableBuilder,
}

impl Loaded {
    pub fn split(&mut self) -> (Table<'_>, &Origin) {
        (self.builder.table(), &self.origin)
    }
}

impl Origin {
    /// Whether the field is read from something.
    pub fn has(&self, field: &str) -> bool {
        self.fields.iter().any(|reading| reading.field == field)
    }

    fn csv(&self) -> csv::Reader<&[u8]> {
        csv::ReaderBuilder::new().delimiter(self.separator).from_reader(self.bytes.as_ref())
    }

    /// The columns of the file, for messages.
    fn columns(&self) -> String {
        format!("its columns are {}", self.header.join(", "))
    }

    /// The place of a value: its file, line and column, and the text that stands there.
    fn place(&self, row: usize, field: &str) -> (String, Option<String>) {
        let record = self.numbers.get(row).and_then(|&number| self.csv().into_records().nth(number)?.ok());
        let line = record.as_ref().and_then(|record| Some(record.position()?.line()));
        let line = line.map_or(String::new(), |line| format!(", line {line}"));
        let (column, text) = match self.fields.iter().find(|reading| reading.field == field).map(|known| &known.from) {
            Some(From::Column(at)) => {
                let column = self.header.get(*at).map_or("", String::as_str);
                let name =
                    if column == field { format!("`{column}`") } else { format!("`{column}` (field `{field}`)") };
                (format!(", column {name}"), record.and_then(|record| Some(record.get(*at)?.trim().to_owned())))
            }
            Some(From::Constant(text)) => (format!(", --constant {}.{field}", self.name), Some(text.clone())),
            None if field.is_empty() => (String::new(), None),
            None => (format!(", field `{field}`"), None),
        };
        (format!("{}{line}{column}", self.shown), text)
    }

    /// The message of an error in one of its records.
    fn message(&self, error: &Error, row: usize) -> String {
        let field = error.field_name().unwrap_or_default();
        let (place, text) = self.place(row, field);
        let shown = text.as_deref().unwrap_or_default();
        let found = match text.as_deref() {
            Some("") => " The cell is empty.".to_owned(),
            Some(text) if !error.text().contains(text) => format!(" Found `{text}`."),
            _ => String::new(),
        };
        let unknown = format!("If `{shown}` means unknown: --null {}.{field}={shown}. ", self.name);
        let help = match error.code() {
            Code::BadInstant if error.text().contains("no offset") => {
                "--zone says on which clock such times are, for example --zone Europe/Berlin. ".to_owned()
            }
            Code::UnknownWord => format!("To read a word as another: --replace {}.{field}={shown}:WORD. ", self.name),
            Code::OutOfScale | Code::NotANumber | Code::WrongType | Code::BadInstant | Code::Negative
                if !shown.is_empty() && !shown.contains(',') =>
            {
                unknown
            }
            _ => String::new(),
        };
        format!("{place}: {}.{found}\n{help}--skip-bad leaves such records out and counts them.", error.text())
    }
}

/// Reads the files that the options name; without any, the sample.
pub fn load(options: &Options, zone: Option<&Zone>, notes: &mut Vec<String>) -> Result<Vec<Loaded>, String> {
    let mut origins = Vec::new();
    if options.files.is_empty() {
        if let Some(setting) = options.settings.first() {
            return Err(format!(
                "{}: the sample needs no such option; name a file, such as --tickets t.csv",
                setting.text
            ));
        }
        for &(kind, file, text) in SAMPLE {
            let bytes = Cow::Borrowed(text.as_bytes());
            origins.push(origin(kind, None, format!("examples/sample/{file}"), bytes, b',')?);
        }
    }
    for file in &options.files {
        let shown = file.path.display().to_string();
        let read = || std::fs::read(&file.path).map_err(|error| format!("--{} {shown}: {error}", word(file.kind)));
        let (bytes, separator) = match &file.text {
            Some(text) => (text.clone(), b','),
            None => (read()?, options.separator.unwrap_or(b',')),
        };
        origins.push(origin(file.kind, file.name.as_deref(), shown, bytes.into(), separator)?);
    }
    for setting in &options.settings {
        if !origins.iter().any(|origin| addressed(origin, &setting.name)) {
            let mut names: Vec<&str> = origins.iter().map(|origin| origin.name.as_str()).collect();
            names.dedup();
            return Err(format!("{}: no file is called `{}`; choose {}", setting.text, setting.name, either(&names)));
        }
    }
    let mut unread: BTreeMap<String, (usize, BTreeSet<usize>)> = BTreeMap::new();
    let mut loaded = Vec::new();
    for mut origin in origins {
        origin.fields = plan(&origin, options)?;
        let read: BTreeSet<usize> = origin.fields.iter().filter_map(Reading::column).collect();
        let left: BTreeSet<usize> = (0..origin.header.len()).filter(|at| !read.contains(at)).collect();
        unread
            .entry(origin.shown.clone())
            .and_modify(|(_, before)| *before = before.intersection(&left).copied().collect())
            .or_insert((loaded.len(), left));
        let builder = read_records(&mut origin, zone, options.skip_bad)?;
        for (code, &n) in &origin.unreadable {
            notes.push(format!("{}: skipped {}, because a cell cannot be read ({code})", origin.shown, records(n)));
        }
        loaded.push(Loaded { origin, builder });
    }
    for (file, (place, columns)) in unread {
        let header = &loaded[place].origin.header;
        if !columns.is_empty() {
            let names: Vec<&str> = columns.iter().map(|&at| header[at].as_str()).collect();
            let (n, all) = (columns.len(), header.len());
            notes.push(format!("{file}: {n} of {all} columns are not read: {}", names.join(", ")));
        }
    }
    Ok(loaded)
}

impl Reading {
    fn column(&self) -> Option<usize> {
        match self.from {
            From::Column(at) => Some(at),
            From::Constant(_) => None,
        }
    }
}

/// Whether an option that names `name` is about this file.
fn addressed(origin: &Origin, name: &str) -> bool {
    origin.name == name || crate::options::kind(name) == Some(origin.kind)
}

/// A file with its header.
fn origin(
    kind: Kind,
    name: Option<&str>,
    shown: String,
    bytes: Cow<'static, [u8]>,
    separator: u8,
) -> Result<Origin, String> {
    let mut origin = Origin {
        kind,
        name: name.unwrap_or(word(kind)).into(),
        named: name.is_some(),
        shown,
        bytes,
        separator,
        header: Vec::new(),
        fields: Vec::new(),
        numbers: Vec::new(),
        unreadable: BTreeMap::new(),
    };
    if let Err(error) = std::str::from_utf8(&origin.bytes) {
        let line = origin.bytes.iter().take(error.valid_up_to()).filter(|&&byte| byte == b'\n').count() + 1;
        return Err(format!("{}, line {line}: it is not UTF-8; save the file as CSV in UTF-8", origin.shown));
    }
    let header = origin.csv().headers().cloned().map_err(|error| broken(&origin, &error))?;
    if header.iter().all(str::is_empty) {
        return Err(format!("{}: the file is empty; its first line must name the columns", origin.shown));
    }
    origin.header = header.iter().map(|name| name.trim().to_owned()).collect();
    if let ([line], Some(found)) =
        (origin.header.as_slice(), header.get(0).and_then(|name| name.find([';', '\t', '|'])))
    {
        let sign = match line.as_bytes().get(found) {
            Some(b';') => "\";\"",
            Some(b'|') => "\"|\"",
            _ => "tab",
        };
        return Err(format!("{}: the header has only one column; try --separator {sign}", origin.shown));
    }
    Ok(origin)
}

/// What is wrong with the file as CSV.
fn broken(origin: &Origin, error: &csv::Error) -> String {
    let line = error.position().map_or(String::new(), |position| format!(", line {}", position.line()));
    let text = match error.kind() {
        csv::ErrorKind::UnequalLengths { expected_len, len, .. } => format!(
            "the line has {len} cells, the header {expected_len}; put cells that hold a separator or a line break \
             in double quotes, and check --separator"
        ),
        _ => error.to_string(),
    };
    format!("{}{line}: {text}", origin.shown)
}

/// Which field is read from which column or constant.
fn plan(origin: &Origin, options: &Options) -> Result<Vec<Reading>, String> {
    let kind = origin.kind;
    // Text columns of the caller's own, to group and filter by.
    let segments = options
        .by
        .iter()
        .chain(options.filters.iter().filter(|filter| filter.kind == kind).map(|filter| &filter.field));
    let segments: BTreeSet<&str> = segments.map(String::as_str).filter(|name| kind.field(name).is_none()).collect();
    // What is said of this very file goes before what is said of all files of its kind.
    let mut settings: Vec<_> = options.settings.iter().filter(|setting| addressed(origin, &setting.name)).collect();
    settings.sort_by_key(|setting| setting.name == origin.name && origin.named);
    for setting in &settings {
        if kind.field(&setting.field).is_none() && !segments.contains(setting.field.as_str()) {
            let fields: Vec<&str> = kind.fields().iter().map(|field| field.name).collect();
            return Err(format!(
                "{}: {} have no field `{}`; they have {}. A column of your own is read where --by or --filter names it.",
                setting.text,
                kind.plural().replace('_', " "),
                setting.field,
                either(&fields)
            ));
        }
    }
    let mut readings = Vec::new();
    for field in kind.fields().iter().map(|field| field.name).chain(segments.iter().copied()) {
        let of_field = || settings.iter().filter(|setting| setting.field == field);
        let column = |name: &str| -> Result<Option<usize>, String> {
            let mut places = origin.header.iter().enumerate().filter(|(_, own)| *own == name).map(|(at, _)| at);
            match (places.next(), places.next()) {
                (Some(_), Some(_)) => Err(format!("{}: two columns are called `{name}`; rename one", origin.shown)),
                (place, _) => Ok(place),
            }
        };
        let from = match of_field().rfind(|setting| !matches!(setting.what, What::Replace(_))) {
            Some(setting) => match &setting.what {
                What::Column(name) if name.is_empty() => None,
                What::Column(name) => {
                    let place = column(name)?.ok_or_else(|| {
                        format!("{}: {} has no column `{name}`; {}", setting.text, origin.shown, origin.columns())
                    })?;
                    Some(From::Column(place))
                }
                What::Constant(text) => Some(From::Constant(text.clone())),
                What::Replace(_) => None,
            },
            None => column(field)?.map(From::Column),
        };
        let replace = of_field().filter_map(|setting| match &setting.what {
            What::Replace(pairs) => Some(pairs.clone()),
            _ => None,
        });
        let replace: Vec<_> = replace.flatten().collect();
        match from {
            Some(from) => readings.push(Reading { field: field.into(), from, replace }),
            None if !replace.is_empty() => {
                let name = &origin.name;
                let text = of_field().next().map_or("", |setting| setting.text.as_str());
                return Err(format!(
                    "{text}: {} has no column `{field}`; --map {name}.{field}=COLUMN says which it is; {}",
                    origin.shown,
                    origin.columns()
                ));
            }
            None => {}
        }
    }
    let missing = kind.fields().iter().filter(|field| field.required).map(|field| field.name);
    let missing: Vec<&str> = missing.filter(|name| !readings.iter().any(|reading| reading.field == *name)).collect();
    if let Some(first) = missing.first() {
        let (name, shown) = (&origin.name, &origin.shown);
        let them = missing.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(" and ");
        return Err(format!(
            "{shown}: no column for {them}, which all {} need.\n--map {name}.{first}=COLUMN names the column, \
             --constant {name}.{first}=TEXT gives one value for all; {}",
            kind.plural().replace('_', " "),
            origin.columns()
        ));
    }
    Ok(readings)
}

/// Reads every record. One that cannot be read ends it, or is skipped and counted.
fn read_records(origin: &mut Origin, zone: Option<&Zone>, skip_bad: bool) -> Result<TableBuilder, String> {
    let mut builder = TableBuilder::new(origin.kind);
    if let Some(zone) = zone {
        builder = builder.in_zone(zone.clone());
    }
    let (mut numbers, mut unreadable) = (Vec::new(), BTreeMap::new());
    for (number, record) in origin.csv().into_records().enumerate() {
        let record = record.map_err(|error| broken(origin, &error))?;
        numbers.push(number);
        builder.begin();
        for reading in &origin.fields {
            let cell = match &reading.from {
                From::Column(at) => record.get(*at).unwrap_or_default().trim(),
                From::Constant(text) => text,
            };
            let replaced = reading.replace.iter().rfind(|(from, _)| from == cell).map(|(_, to)| to.as_str());
            let Err(error) = builder.set(&reading.field, &Input::Text(replaced.unwrap_or(cell))) else { continue };
            if !skip_bad {
                origin.numbers = numbers;
                return Err(origin.message(&error, origin.numbers.len().saturating_sub(1)));
            }
            builder.skip_row(&error);
            numbers.pop();
            *unreadable.entry(error.code().as_str()).or_default() += 1;
            break;
        }
    }
    (origin.numbers, origin.unreadable) = (numbers, unreadable);
    Ok(builder)
}

/// The message of an error in the request or in one of the tables.
pub fn explain(error: &Error, origins: &[&Origin]) -> String {
    let text = error.text();
    let Some(kind) = error.record_kind().and_then(Kind::named) else {
        let field = error.field_name().unwrap_or_default();
        return match error.code() {
            Code::WindowRequired => format!("give --from and --to: {text}"),
            Code::BadWindow => format!("--from and --to: {text}"),
            Code::UnknownDimension => format!("--by {field}: {text}"),
            Code::BadParameter => format!("--parameter: `{field}`: {text}"),
            Code::MissingRecords => format!("{text}; each is an option, such as --tickets FILE"),
            _ => error.to_string(),
        };
    };
    let of_kind = || origins.iter().filter(|origin| origin.kind == kind);
    let field = error.field_name().unwrap_or_default();
    let Some(index) = error.record_index().and_then(|index| usize::try_from(index).ok()) else {
        // A column that a KPI needs is not there.
        let origin = of_kind().find(|origin| !origin.has(field)).or_else(|| of_kind().next());
        return match origin {
            Some(origin) => format!(
                "{shown}: no column `{field}`. {text}\n--map {name}.{field}=COLUMN names the column, --constant \
                 {name}.{field}= says that it is unknown everywhere; {}",
                origin.columns(),
                shown = origin.shown,
                name = origin.name
            ),
            None => error.to_string(),
        };
    };
    let mut row = index;
    for origin in of_kind() {
        match row.checked_sub(origin.numbers.len()) {
            Some(rest) => row = rest,
            None => return origin.message(error, row),
        }
    }
    error.to_string()
}
