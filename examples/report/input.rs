//! Records into tables: which field is read from which column, and what reading them finds.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use kpi_core::rows::{Input, TableBuilder};
use kpi_core::time::Zone;
use kpi_core::{Kind, Table};

use crate::human::records;
use crate::options::{InputFormat, Options, Setting, What, either, meant, word};
use crate::source::{Cell, Record, Source};
use crate::{explain, sample};

/// Where a table comes from: what an error message needs to know.
pub struct Origin {
    pub kind: Kind,
    pub source: Rc<Source>,
    /// How options call it.
    pub name: String,
    /// Whether the options gave it a name of its own.
    named: bool,
    pub fields: Rc<[Reading]>,
    /// The record's number in the file, for every record of the table.
    pub numbers: Vec<usize>,
    /// Records that could not be read and were left out, by code.
    unreadable: BTreeMap<&'static str, u64>,
}

/// How a field is read.
pub struct Reading {
    pub field: String,
    pub from: From,
    replace: Vec<(String, String)>,
}

pub enum From {
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

    /// Tickets with one of these ids, and all others, in which a field that the file does not have is unknown.
    pub fn part(self, ids: &BTreeSet<String>, zone: Option<&Zone>, options: &Options) -> Result<(Self, Self), String> {
        let Origin { kind, source, name, named, fields, .. } = self.origin;
        let part = |known: bool| {
            let (source, name, fields) = (source.clone(), name.clone(), fields.clone());
            let (numbers, unreadable) = (Vec::new(), BTreeMap::new());
            let mut origin = Origin { kind, source, name, named, fields, numbers, unreadable };
            let builder = read_records(&mut origin, zone, options, |fields, record, source| {
                let id = fields.iter().find(|reading| reading.field == "id");
                let id = id.and_then(|reading| reading.text(record, source));
                id.is_some_and(|id| ids.contains(&id)) == known
            })?;
            Ok::<_, String>(Loaded { origin, builder: if known { builder } else { builder.of_objects() } })
        };
        Ok((part(true)?, part(false)?))
    }
}

impl Origin {
    fn new(kind: Kind, name: Option<&str>, source: Source) -> Self {
        Origin {
            kind,
            source: Rc::new(source),
            name: name.unwrap_or(word(kind)).into(),
            named: name.is_some(),
            fields: Rc::default(),
            numbers: Vec::new(),
            unreadable: BTreeMap::new(),
        }
    }

    /// Whether the field is read from something.
    pub fn has(&self, field: &str) -> bool {
        self.fields.iter().any(|reading| reading.field == field)
    }

    /// How many records the file has.
    pub fn records(&self) -> usize {
        let unreadable: u64 = self.unreadable.values().sum();
        self.numbers.len().saturating_add(usize::try_from(unreadable).unwrap_or(usize::MAX))
    }

    /// Whether a table of tickets knows more than what they are about.
    pub fn says_how_tickets_are(&self) -> bool {
        self.has("created_at") && (self.has("status") || self.has("resolved_at"))
    }

    /// Whether an option that names `name` is about this file.
    fn addressed(&self, name: &str) -> bool {
        self.name == name || crate::options::kind(name) == Some(self.kind)
    }
}

/// Reads the files that the options name, and in them also the text columns `own`; without files, the sample.
pub fn load(
    options: &Options,
    own: &[&str],
    zone: Option<&Zone>,
    notes: &mut Vec<String>,
) -> Result<Vec<Loaded>, String> {
    let mut origins = Vec::new();
    if options.files.is_empty() {
        if let Some(setting) = options.settings.first() {
            return Err(format!(
                "{}: the sample needs no such option; name a file, such as --tickets t.csv",
                setting.text
            ));
        }
        for &(kind, file, text) in sample::TABLES {
            let (shown, bytes) = (format!("examples/sample/{file}"), Cow::Borrowed(text.as_bytes()));
            origins.push(Origin::new(kind, None, Source::new(shown, bytes, InputFormat::Csv, b',')?));
        }
    }
    for file in &options.files {
        let source = match &file.text {
            Some(text) => Source::new(file.path.display().to_string(), text.clone().into(), InputFormat::Csv, b','),
            None => Source::open(&file.path, options.input_format, options.separator),
        };
        let source = source.map_err(|text| format!("--{} {text}", word(file.kind)))?;
        origins.push(Origin::new(file.kind, file.name.as_deref(), source));
    }
    for setting in &options.settings {
        if !origins.iter().any(|origin| origin.addressed(&setting.name)) {
            let mut names: Vec<&str> = origins.iter().map(|origin| origin.name.as_str()).collect();
            names.dedup();
            return Err(format!("{}: no file is called `{}`; choose {}", setting.text, setting.name, either(&names)));
        }
    }
    // One file that is read twice has unread columns that neither reading wants.
    let mut unread: BTreeMap<String, (usize, BTreeSet<usize>)> = BTreeMap::new();
    let mut loaded: Vec<Loaded> = Vec::new();
    let log = origins.iter().any(|origin| origin.kind == Kind::TicketEvent);
    for mut origin in origins {
        origin.fields = plan(&origin, options, own, log)?.into();
        let read: BTreeSet<usize> = origin.fields.iter().filter_map(Reading::column).collect();
        let left: BTreeSet<usize> = (0..origin.source.columns.len()).filter(|at| !read.contains(at)).collect();
        unread
            .entry(origin.source.shown.clone())
            .and_modify(|(_, before)| *before = before.intersection(&left).copied().collect())
            .or_insert((loaded.len(), left));
        let builder = read_records(&mut origin, zone, options, |_, _, _| true)?;
        let shown = &origin.source.shown;
        if origin.numbers.is_empty() && origin.unreadable.is_empty() {
            notes.push(format!("{shown}: it has a header, but no records"));
        }
        for (code, &n) in &origin.unreadable {
            notes.push(format!("{shown}: skipped {}, because a cell cannot be read ({code})", records(n)));
        }
        loaded.push(Loaded { origin, builder });
    }
    for (file, (place, left)) in unread {
        let Some(source) = loaded.get(place).map(|loaded| &loaded.origin.source) else { continue };
        let names: Vec<&str> = left.iter().filter_map(|&at| source.columns.get(at)).map(String::as_str).collect();
        if !names.is_empty() {
            let (n, all, word) = (names.len(), source.columns.len(), source.word());
            notes.push(format!("{file}: {n} of {all} {word}s are not read: {}", names.join(", ")));
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

    fn cell<'a>(&'a self, record: &'a Record, source: &Source) -> Cell<'a> {
        match &self.from {
            From::Constant(text) => Cell::Text(text.into()),
            From::Column(at) => {
                let name = source.columns.get(*at).map_or("", String::as_str);
                record.cell(*at, name)
            }
        }
    }

    /// What a cell stands for, where it is to be read as something else.
    fn replaced(&self, cell: &Cell<'_>) -> Option<&str> {
        let text = cell.text();
        self.replace.iter().rfind(|(from, _)| text == Some(from)).map(|(_, to)| to.as_str())
    }

    /// The text of a field in a record.
    fn text(&self, record: &Record, source: &Source) -> Option<String> {
        let cell = self.cell(record, source);
        self.replaced(&cell).or(cell.text()).map(String::from)
    }

    /// Sets the field in the row that was begun last.
    fn read(&self, record: &Record, source: &Source, builder: &mut TableBuilder) -> Result<(), kpi_core::Error> {
        let cell = self.cell(record, source);
        let input = self.replaced(&cell).map_or_else(|| cell.input(), |text| Ok(Input::Text(text)));
        input.map_err(|error| error.field(self.field.as_str())).and_then(|input| builder.set(&self.field, &input))
    }
}

/// Which field is read from which column or constant. Where there is a log, it says when tickets were created.
fn plan(origin: &Origin, options: &Options, own: &[&str], log: bool) -> Result<Vec<Reading>, String> {
    let (kind, source) = (origin.kind, &origin.source);
    // Text columns of the caller's own, to group and filter by.
    let segments = options
        .by
        .iter()
        .chain(options.filters.iter().filter(|filter| filter.kind == kind).map(|filter| &filter.field));
    let segments = segments.map(String::as_str).chain(own.iter().copied());
    let segments: BTreeSet<&str> = segments.filter(|name| kind.field(name).is_none()).collect();
    // What is said of this very file goes before what is said of all files of its kind.
    let mut settings: Vec<&Setting> =
        options.settings.iter().filter(|setting| origin.addressed(&setting.name)).collect();
    settings.sort_by_key(|setting| setting.name == origin.name && origin.named);
    for setting in &settings {
        if kind.field(&setting.field).is_none() && !segments.contains(setting.field.as_str()) {
            let fields: Vec<&str> = kind.fields().iter().map(|field| field.name).collect();
            let meant = meant(&setting.field, fields.iter().copied(), "");
            return Err(format!(
                "{}: {} have no field `{}`{meant}; they have {}. A column of your own is read where --by or --filter \
                 names it.",
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
        let from = match of_field().rfind(|setting| !matches!(setting.what, What::Replace(_))) {
            Some(setting) => match &setting.what {
                What::Column(name) if name.is_empty() => None,
                What::Column(name) => Some(From::Column(source.column(name)?.ok_or_else(|| {
                    format!(
                        "{}: {} has no {} `{name}`{}; {}",
                        setting.text,
                        source.shown,
                        source.word(),
                        meant(name, source.columns.iter().map(String::as_str), ""),
                        source.listed()
                    )
                })?)),
                What::Constant(text) => Some(From::Constant(text.clone())),
                What::Replace(_) => None,
            },
            None => source.column(field)?.map(From::Column),
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
                    "{text}: {} has no {} `{field}`; --map {name}.{field}=COLUMN says which it is; {}",
                    source.shown,
                    source.word(),
                    source.listed()
                ));
            }
            None => {}
        }
    }
    let missing = kind.fields().iter().filter(|field| field.required).map(|field| field.name);
    let missing = missing.filter(|name| !(log && kind == Kind::Ticket && *name == "created_at"));
    let missing: Vec<&str> = missing.filter(|name| !readings.iter().any(|reading| reading.field == *name)).collect();
    if let Some(first) = missing.first() {
        let (name, shown, column) = (&origin.name, &source.shown, source.word());
        let them = missing.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(" and ");
        return Err(format!(
            "{shown}: no {column} for {them}, which all {} need.\n--map {name}.{first}=COLUMN names the {column}, \
             --constant {name}.{first}=TEXT gives one value for all; {}",
            kind.plural().replace('_', " "),
            source.listed()
        ));
    }
    Ok(readings)
}

/// Reads every record that is wanted. One that cannot be read ends it, is skipped and counted, or is noted for
/// `--check`.
fn read_records(
    origin: &mut Origin,
    zone: Option<&Zone>,
    options: &Options,
    wanted: impl Fn(&[Reading], &Record, &Source) -> bool,
) -> Result<TableBuilder, String> {
    let mut builder = TableBuilder::new(origin.kind);
    if options.check {
        builder = builder.note_bad_values();
    }
    if let Some(zone) = zone {
        builder = builder.in_zone(zone.clone());
    }
    let (mut numbers, mut unreadable) = (Vec::new(), BTreeMap::new());
    for (number, record) in origin.source.records().enumerate() {
        let record = record?;
        if !wanted(&origin.fields, &record, &origin.source) {
            continue;
        }
        numbers.push(number);
        builder.begin();
        let row = numbers.len().saturating_sub(1);
        let mut read = Ok(());
        for reading in origin.fields.iter() {
            read = reading.read(&record, &origin.source, &mut builder);
            if let (Err(error), true) = (&read, options.check) {
                read = builder.note(row, error, None);
            }
            if read.is_err() {
                break;
            }
        }
        let Err(error) = read else { continue };
        if !options.skip_bad {
            origin.numbers = numbers;
            return Err(explain::record(origin, &error, row));
        }
        builder.skip_row(&error);
        numbers.pop();
        *unreadable.entry(error.code().as_str()).or_default() += 1;
    }
    (origin.numbers, origin.unreadable) = (numbers, unreadable);
    Ok(builder)
}
