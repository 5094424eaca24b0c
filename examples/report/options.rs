//! The command line.

use std::ffi::OsString;
use std::path::PathBuf;

use kpi_core::{Kind, Parameter};
use lexopt::prelude::*;

use crate::human;

/// The width of the help's first column.
const HEAD: usize = 27;

const ABOUT: &str = "\
Support KPIs of your own tables, or of the sample that is built in.

  cargo run --release --example report                                the sample
  cargo run --release --example report -- --tickets t.csv --zone UTC  your own tickets
  cargo run --release --example report -- --events log.csv --tickets t.csv  from a log of events
  cargo run --release --example report -- --format html --output kpis.html

Tables: CSV in UTF-8 with a header line, or JSON Lines with one object a line. Columns, or keys,
that are named as the fields are read by themselves.
";

const READING: &str = "
  --map NAME.FIELD=COLUMN    Read the field from this column (from none where COLUMN is empty); in
                             JSON from this key, `customer.id` where it stands inside of another.
  --constant NAME.FIELD=TEXT The same value in every record.
  --null NAME.FIELD=A,B      Texts that mean unknown. Empty cells do anyway.
  --replace NAME.FIELD=A:B   Read the text A as B; more pairs after commas.
  --adapter NAME=FILE        A public data set as it comes: bank_callcentre, helpdesk_italian,
                             telco_churn or mrr_playbook; the page \"Real data\" of the guide says
                             how.
  --write DIR                Write the records that adapters make into this folder, as CSV.
  --input-format FORMAT      csv or jsonl, for all files. Unless told, files that end in .jsonl or
                             .ndjson are JSON Lines, the others CSV.
  --separator CHAR           What stands between the columns of CSV: `,` unless told; `tab` for
                             tabulators, which .tsv files have anyway.
  --zone ZONE                The clock of times without an offset, and of buckets: UTC, +02:00 or
                             Europe/Berlin.
  --check                    List everything that is wrong with the files, and what contradicts
                             itself in the log of events, and compute nothing.
  --skip-bad                 Count wrong records and leave them out; else the first is an error.

Time and promises, as JSON; the pages \"Business time\" and \"Real data\" of the guide show both:
  --calendar FILE            When you are open: hours, holidays and special days.
  --clock CLOCK              calendar (unless told), or business: durations in the calendar's hours.
  --sla FILE                 SLA policies: what is promised to which tickets. With --events.

What to compute:
  --preset NAME              A named set of KPIs, such as common, loyalty or call_centre.
  --kpi ID[:VARIANT]         Once for each KPI. Without presets and KPIs: all that the tables allow,
                             each in its first variant, and the survival of open tickets.
  --list                     All presets and KPIs, with their variants and the tables they read.
  --parameter ID.NAME=VALUE  A parameter of a KPI: a word, a number, or JSON such as {\"phone\":180}.
  --anchor ID.KIND=FIELD     The instant that puts records of this kind in a bucket, where it is not
                             the KPI's own: resolution_time.ticket=created_at.
  --from DATE --to DATE      The window: dates or times in the zone. The end is not included.
  --bucket SIZE              15min, 30min, hour, day, week, month, quarter, year or none.
                             With a window it is month unless told.
  --week-start DAY           The day on which weeks begin: monday unless told.
  --by FIELD                 A text field to group by; may be given several times; or none.
                             Unless told it is channel, where there is one; pages group a KPI by its
                             own field where it has one, such as issues by their type.
  --filter KIND.FIELD=A,B    Only records of this kind with one of these texts. Also `!=`, and for
                             dates and numbers `>=` and `<`.
  --as-of TIME               As it was known then: later times are read as unknown.
  --level LEVEL              The level of the intervals: 0.95 unless told.

What comes out:
  --format FORMAT            table, html (one page for a browser), json or csv. Unless told it is
                             what the output file's name says, else table.
  --output FILE              Write to this file; else to the screen.
  --brief                    The table without the part on each KPI.
  --help                     This text.
";

/// What `--help` prints.
pub fn help() -> String {
    let mut lines = Vec::new();
    for &kind in Kind::ALL {
        let option = format!("  --{} FILE", word(kind));
        lines.push(format!("{option:<HEAD$}  {}", of_kind(kind)));
    }
    let plural: Vec<&str> = Kind::ALL.iter().map(|&kind| word(kind)).collect();
    let notes = format!(
        "Each may be given several times, also as NAME=FILE. NAME is how the options below call the file; without \
         NAME it is called {}, and these words also mean all files of that kind. The ids of surveys are kept apart by \
         NAME, so that one file can be read twice, once for each of its questions.",
        either(&plural)
    );
    let log = "With --events the tickets, what customers waited for, holdings, statuses and SLA targets follow from the \
               log. --tickets then gives what no log says, such as the channel. Tickets without any event stay as \
               their table says, where it says how they are (status or resolved_at).";
    lines.extend([&*notes, log].iter().flat_map(|text| human::wrap(text, 98)).map(|line| format!("  {line}")));
    format!("{ABOUT}{}{READING}", lines.join("\n"))
}

/// What a kind of record is, as a part of the help.
fn of_kind(kind: Kind) -> String {
    let sentence = kind.doc().split(". ").next().unwrap_or_default();
    let what = sentence.split_once(": ").map_or(sentence, |(_, what)| what);
    human::cut(what.trim_end_matches('.'), 98 - HEAD)
}

/// What is asked for.
pub enum Task {
    Help,
    List,
    Report(Box<Options>),
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Format {
    Table,
    Html,
    Json,
    Csv,
}

impl Format {
    fn named(name: &str) -> Option<Self> {
        match name {
            "table" => Some(Format::Table),
            "html" => Some(Format::Html),
            "json" => Some(Format::Json),
            "csv" => Some(Format::Csv),
            _ => None,
        }
    }
}

/// How records stand in a file.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum InputFormat {
    Csv,
    JsonLines,
}

/// A file to read.
#[derive(Debug)]
pub struct File {
    pub kind: Kind,
    /// Where one was given.
    pub name: Option<String>,
    pub path: PathBuf,
    /// What an adapter made; else the path is read.
    pub text: Option<Vec<u8>>,
}

/// How one field of the files of one name, or of all files of one kind, is read.
#[derive(Debug)]
pub struct Setting {
    /// The option as it was given, for messages.
    pub text: String,
    pub name: String,
    pub field: String,
    pub what: What,
}

#[derive(Clone, Debug)]
pub enum What {
    Column(String),
    Constant(String),
    /// Texts and what they stand for; nothing for unknown.
    Replace(Vec<(String, String)>),
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Compare {
    Is,
    IsNot,
    AtLeast,
    Below,
}

#[derive(Debug)]
pub struct Filter {
    pub text: String,
    pub kind: Kind,
    pub field: String,
    pub compare: Compare,
    pub value: String,
}

/// Another anchor of a KPI.
#[derive(Debug)]
pub struct Anchor {
    /// The option as it was given, for messages.
    pub text: String,
    pub kpi: String,
    pub kind: Kind,
    pub field: String,
}

#[derive(Debug, Default)]
pub struct Options {
    pub files: Vec<File>,
    /// Data sets in formats of their own: the adapter's name and the file.
    pub adapters: Vec<(String, PathBuf)>,
    /// The folder for what the adapters make.
    pub write: Option<PathBuf>,
    pub settings: Vec<Setting>,
    pub input_format: Option<InputFormat>,
    pub separator: Option<u8>,
    pub zone: Option<String>,
    /// When the team works, and what it promises.
    pub calendar: Option<PathBuf>,
    pub sla: Option<PathBuf>,
    /// Whether durations are in the calendar's hours.
    pub business: Option<bool>,
    pub skip_bad: bool,
    pub check: bool,
    pub presets: Vec<String>,
    pub kpis: Vec<(String, String)>,
    pub parameters: Vec<(String, String, Parameter)>,
    pub anchors: Vec<Anchor>,
    pub from: Option<String>,
    pub to: Option<String>,
    pub bucket: Option<String>,
    pub week_start: Option<String>,
    pub by: Vec<String>,
    pub filters: Vec<Filter>,
    pub as_of: Option<String>,
    pub level: Option<f64>,
    pub format: Option<Format>,
    pub output: Option<PathBuf>,
    pub brief: bool,
}

/// The word for a kind's files on the command line.
pub fn word(kind: Kind) -> &'static str {
    match kind {
        Kind::LedgerEntry => "ledger",
        other => other.plural(),
    }
}

pub fn kind(word: &str) -> Option<Kind> {
    if word == "ledger" { Some(Kind::LedgerEntry) } else { Kind::named(word) }
}

/// The words of all kinds, for messages.
pub fn words() -> String {
    either(&Kind::ALL.iter().map(|&kind| word(kind)).collect::<Vec<_>>())
}

/// `a, b or c`.
pub fn either(words: &[&str]) -> String {
    match words.split_last() {
        Some((last, first)) if !first.is_empty() => format!("{} or {last}", first.join(", ")),
        _ => words.concat(),
    }
}

/// A question that names the one of some words that was probably meant; nothing where none is near.
pub fn meant<'a>(word: &str, words: impl IntoIterator<Item = &'a str>, mark: &str) -> String {
    let near = words.into_iter().map(|known| (distance(&word.to_lowercase(), &known.to_lowercase()), known));
    match near.min_by_key(|&(far, _)| far) {
        Some((far, known)) if far <= known.len().min(word.len()).div_ceil(3) => {
            format!(" (did you mean {mark}{known}?)")
        }
        _ => String::new(),
    }
}

/// How many letters must be added, taken away or changed to make one word of the other.
fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for letter in a.chars() {
        let mut next = vec![row.first().map_or(1, |first| first + 1)];
        for (other, pair) in b.iter().zip(row.windows(2)) {
            let (corner, above) = (pair.first().copied().unwrap_or(0), pair.last().copied().unwrap_or(0));
            let left = next.last().copied().unwrap_or(0);
            next.push((corner + usize::from(*other != letter)).min(above + 1).min(left + 1));
        }
        row = next;
    }
    row.last().copied().unwrap_or(0)
}

pub fn parse(args: impl IntoIterator<Item = OsString>) -> Result<Task, String> {
    let mut parser = lexopt::Parser::from_args(args);
    let mut options = Options::default();
    while let Some(arg) = parser.next().map_err(say)? {
        let Long(name) = arg else {
            return match arg {
                Short('h') => Ok(Task::Help),
                Value(value) => {
                    let file = value.to_string_lossy();
                    Err(format!("`{file}`: say what the file holds, such as --tickets {file} (--help lists it all)"))
                }
                other => Err(say(other.unexpected())),
            };
        };
        let name = name.to_owned();
        match name.as_str() {
            "help" => return Ok(Task::Help),
            "list" => return Ok(Task::List),
            "skip-bad" => options.skip_bad = true,
            "check" => options.check = true,
            "brief" => options.brief = true,
            _ => options.with_value(&name, &mut parser)?,
        }
    }
    Ok(Task::Report(Box::new(options)))
}

fn say(error: lexopt::Error) -> String {
    format!("{error}; --help lists the options")
}

/// Every option with a value that does not name a table.
pub const OPTIONS: &[&str] = &[
    "adapter",
    "write",
    "map",
    "constant",
    "null",
    "replace",
    "input-format",
    "separator",
    "zone",
    "calendar",
    "clock",
    "sla",
    "preset",
    "kpi",
    "parameter",
    "anchor",
    "from",
    "to",
    "bucket",
    "week-start",
    "by",
    "filter",
    "as-of",
    "level",
    "format",
    "output",
];

/// Every option without a value.
pub const FLAGS: &[&str] = &["skip-bad", "check", "list", "brief", "help"];

/// `NAME=FILE` or `FILE`. What stands before the first `=` is a name where it looks like one; write `./a=b.csv` else.
fn file(kind: Kind, value: OsString) -> Result<File, String> {
    let is_name = |name: &str| !name.is_empty() && name.chars().all(|c| c.is_alphanumeric() || c == '_' || c == '-');
    let named = value.to_str().and_then(|text| text.split_once('=')).filter(|(name, _)| is_name(name));
    let Some((name, path)) = named else { return Ok(File { kind, name: None, path: value.into(), text: None }) };
    match self::kind(name) {
        Some(other) if other != kind => {
            Err(format!("--{} {name}={path}: `{name}` means other files; choose another name", word(kind)))
        }
        _ => Ok(File { kind, name: Some(name.into()), path: path.into(), text: None }),
    }
}

impl Options {
    /// What comes out: what was asked for, else what the output file's name says.
    pub fn format(&self) -> Format {
        let ending = || self.output.as_deref().and_then(|path| path.extension()).and_then(|ending| ending.to_str());
        let of_name = || ending().map(str::to_lowercase).and_then(|ending| Format::named(&ending));
        self.format.or_else(of_name).unwrap_or(Format::Table)
    }

    fn with_value(&mut self, name: &str, parser: &mut lexopt::Parser) -> Result<(), String> {
        let kind = kind(&name.replace('-', "_"));
        if kind.is_none() && !OPTIONS.contains(&name) {
            let tables = Kind::ALL.iter().map(|&kind| word(kind));
            let meant = meant(name, OPTIONS.iter().chain(FLAGS).copied().chain(tables), "--");
            return Err(format!("there is no option --{name}{meant}; --help lists them all"));
        }
        let value = parser.value().map_err(|_| format!("--{name} needs a value; --help says which"))?;
        if let Some(kind) = kind {
            self.files.push(file(kind, value)?);
            return Ok(());
        }
        let path = match name {
            "output" => Some(&mut self.output),
            "calendar" => Some(&mut self.calendar),
            "sla" => Some(&mut self.sla),
            _ => None,
        };
        if let Some(place) = path {
            return once(place, Some(value.into())).map_err(|text| format!("--{name}: {text}"));
        }
        let value = value.into_string().map_err(|_| format!("--{name}: the value is not Unicode text"))?;
        self.set(name, &value).map_err(|text| format!("--{name} {value}: {text}"))
    }

    fn set(&mut self, option: &str, value: &str) -> Result<(), String> {
        let some = || Some(value.to_owned());
        let list = || value.split(',').map(|text| text.trim().to_owned());
        match option {
            "map" => self.setting(option, value, What::Column),
            "constant" => self.setting(option, value, What::Constant),
            "null" => self.setting(option, value, |codes| {
                What::Replace(codes.split(',').map(|code| (code.trim().to_owned(), String::new())).collect())
            }),
            "replace" => {
                let pair = |pair: &str| pair.split_once(':').map(|(a, b)| (a.trim().into(), b.trim().into()));
                let pairs = value.split_once('=').and_then(|(_, pairs)| pairs.split(',').map(pair).collect());
                let pairs = pairs.ok_or_else(|| format!("write {REPLACE}"))?;
                self.setting(option, value, |_| What::Replace(pairs))
            }
            "adapter" => {
                self.adapters.push(crate::adapters::named(value)?);
                Ok(())
            }
            "write" => once(&mut self.write, Some(value.into())),
            "input-format" => {
                let format = match value {
                    "csv" => InputFormat::Csv,
                    "jsonl" | "ndjson" => InputFormat::JsonLines,
                    _ => return Err("choose csv or jsonl".into()),
                };
                once(&mut self.input_format, Some(format))
            }
            "separator" => {
                self.separator = Some(match (value, value.as_bytes()) {
                    ("tab", _) => b'\t',
                    (_, &[byte]) => byte,
                    _ => return Err("write one character, such as \";\", or tab".into()),
                });
                Ok(())
            }
            "clock" => match value {
                "calendar" | "business" => once(&mut self.business, Some(value == "business")),
                _ => Err("choose calendar or business".into()),
            },
            "zone" => once(&mut self.zone, some()),
            "from" => once(&mut self.from, some()),
            "to" => once(&mut self.to, some()),
            "bucket" => once(&mut self.bucket, some()),
            "week-start" => once(&mut self.week_start, some()),
            "as-of" => once(&mut self.as_of, some()),
            "by" => {
                self.by.extend(list());
                Ok(())
            }
            "preset" => {
                self.presets.extend(list());
                Ok(())
            }
            "kpi" => {
                for kpi in list() {
                    let (id, variant) = kpi.split_once(':').unwrap_or((&kpi, ""));
                    self.kpis.push((id.into(), variant.into()));
                }
                Ok(())
            }
            "parameter" => {
                let (place, text) = value.split_once('=').ok_or("write ID.NAME=VALUE, such as nps.kind=relational")?;
                let (kpi, name) = place.split_once('.').ok_or("write ID.NAME=VALUE, such as nps.kind=relational")?;
                let parameter = serde_json::from_str(text).unwrap_or_else(|_| Parameter::Text(text.into()));
                self.parameters.push((kpi.into(), name.into(), parameter));
                Ok(())
            }
            "anchor" => self.anchor(value),
            "filter" => self.filter(value),
            "level" => {
                let level = value.parse().ok().filter(|&level: &f64| level > 0.0 && level < 1.0);
                once(&mut self.level, Some(level.ok_or("write a number between 0 and 1, such as 0.95")?))
            }
            "format" => once(&mut self.format, Some(Format::named(value).ok_or("choose table, html, json or csv")?)),
            _ => Err("unknown".into()),
        }
    }

    fn setting(&mut self, option: &str, value: &str, what: impl FnOnce(String) -> What) -> Result<(), String> {
        let wanted = match option {
            "map" => "NAME.FIELD=COLUMN, such as surveys.score=NETPRO",
            "constant" => "NAME.FIELD=TEXT, such as surveys.kind=nps",
            "null" => "NAME.FIELD=TEXTS, such as surveys.score=11,Blank",
            _ => REPLACE,
        };
        let parts = value.split_once('=').and_then(|(place, text)| Some((place.split_once('.')?, text)));
        let ((name, field), text) = parts.ok_or_else(|| format!("write {wanted}"))?;
        self.settings.push(Setting {
            text: format!("--{option} {value}"),
            name: name.trim().into(),
            field: field.trim().into(),
            what: what(text.to_owned()),
        });
        Ok(())
    }

    fn anchor(&mut self, value: &str) -> Result<(), String> {
        let wanted = "write ID.KIND=FIELD, such as resolution_time.ticket=created_at";
        let (place, field) = value.split_once('=').ok_or(wanted)?;
        let (kpi, word) = place.split_once('.').ok_or(wanted)?;
        let kind = named_kind(word)?;
        let text = format!("--anchor {value}");
        self.anchors.push(Anchor { text, kpi: kpi.trim().into(), kind, field: field.trim().into() });
        Ok(())
    }

    fn filter(&mut self, value: &str) -> Result<(), String> {
        let wanted = "write KIND.FIELD=VALUES, such as ticket.channel=email,chat";
        let (place, test) = value.split_at(value.find(['!', '>', '<', '=']).ok_or(wanted)?);
        let (compare, text) =
            [("!=", Compare::IsNot), (">=", Compare::AtLeast), ("<", Compare::Below), ("=", Compare::Is)]
                .iter()
                .find_map(|&(sign, compare)| test.strip_prefix(sign).map(|text| (compare, text)))
                .ok_or(wanted)?;
        let (word, field) = place.split_once('.').ok_or(wanted)?;
        let kind = named_kind(word)?;
        self.filters.push(Filter {
            text: format!("--filter {value}"),
            kind,
            field: field.trim().into(),
            compare,
            value: text.into(),
        });
        Ok(())
    }
}

fn named_kind(word: &str) -> Result<Kind, String> {
    kind(word.trim()).ok_or_else(|| format!("there are no `{word}`; choose {}", words()))
}

const REPLACE: &str = "NAME.FIELD=OLD:NEW, such as tickets.status=solved:resolved";

fn once<T>(place: &mut Option<T>, value: Option<T>) -> Result<(), String> {
    match place.is_some() {
        true => Err("the option is given twice".into()),
        false => {
            *place = value;
            Ok(())
        }
    }
}
