//! The command line.

use std::ffi::OsString;
use std::path::PathBuf;

use kpi_core::{Kind, Parameter};
use lexopt::prelude::*;

pub const HELP: &str = "\
Support KPIs of your own tables, or of the sample that is built in.

  cargo run --release --example report                                the sample
  cargo run --release --example report -- --tickets t.csv --zone UTC  your own tickets

Tables: CSV in UTF-8 with a header line. Columns named as the fields are read by themselves.
  --tickets [NAME=]FILE      Each may be given several times. NAME is how the options below call the
  --contacts [NAME=]FILE     file; without NAME it is called tickets, contacts, surveys, accounts or
  --surveys [NAME=]FILE      ledger, and these words also mean all files of that kind.
  --accounts [NAME=]FILE     The ids of surveys are kept apart by NAME, so that one file can be read
  --ledger [NAME=]FILE       twice, once for each of its questions.
  --map NAME.FIELD=COLUMN    Read the field from this column (from none where COLUMN is empty).
  --constant NAME.FIELD=TEXT The same value in every record.
  --null NAME.FIELD=A,B      Texts that mean unknown. Empty cells do anyway.
  --replace NAME.FIELD=A:B   Read the text A as B; more pairs after commas.
  --adapter NAME=FILE        A public data set as it comes: bank_callcentre, helpdesk_italian,
                             telco_churn or mrr_playbook. The page \"Real data\" of the guide says how.
  --write DIR                Write the records that adapters make into this folder, as CSV.
  --separator CHAR           What stands between the columns: `,` unless told; `tab` for tabulators.
  --zone ZONE                The clock of times without an offset, and of buckets: UTC, +02:00 or
                             Europe/Berlin.
  --skip-bad                 Count wrong records and leave them out; else the first is an error.

What to compute:
  --kpi ID[:VARIANT]         Once for each KPI. Without it: every KPI that the tables allow.
  --parameter ID.NAME=VALUE  A parameter of a KPI: a word, a number, or JSON such as {\"phone\":180}.
  --from DATE --to DATE      The window: dates or times in the zone. The end is not included.
  --bucket SIZE              15min, 30min, hour, day, week, month, quarter, year or none.
                             With a window it is month unless told.
  --by FIELD                 A text field to group by; may be given several times; or none.
                             It is channel unless told, where there is one.
  --filter KIND.FIELD=A,B    Only records of this kind with one of these texts. Also `!=`, and for
                             dates and numbers `>=` and `<`.
  --as-of TIME               As it was known then: later times are read as unknown.
  --level LEVEL              The level of the intervals: 0.95 unless told.

  --format FORMAT            table, json or csv: table unless told.
  --help                     This text.
";

/// What is asked for.
pub enum Task {
    Help,
    Report(Box<Options>),
}

#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Format {
    #[default]
    Table,
    Json,
    Csv,
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

#[derive(Debug, Default)]
pub struct Options {
    pub files: Vec<File>,
    /// Data sets in formats of their own: the adapter's name and the file.
    pub adapters: Vec<(String, PathBuf)>,
    /// The folder for what the adapters make.
    pub write: Option<PathBuf>,
    pub settings: Vec<Setting>,
    pub separator: Option<u8>,
    pub zone: Option<String>,
    pub skip_bad: bool,
    pub kpis: Vec<(String, String)>,
    pub parameters: Vec<(String, String, Parameter)>,
    pub from: Option<String>,
    pub to: Option<String>,
    pub bucket: Option<String>,
    pub by: Vec<String>,
    pub filters: Vec<Filter>,
    pub as_of: Option<String>,
    pub level: Option<f64>,
    pub format: Format,
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
            "skip-bad" => {
                options.skip_bad = true;
                continue;
            }
            _ => {}
        }
        let kind = kind(&name.replace('-', "_"));
        if kind.is_none() && !OPTIONS.contains(&name.as_str()) {
            return Err(format!("there is no option --{name}; --help lists them all"));
        }
        let value = parser.value().map_err(|_| format!("--{name} needs a value; --help says which"))?;
        if let Some(kind) = kind {
            options.files.push(file(kind, value)?);
            continue;
        }
        let value = value.into_string().map_err(|_| format!("--{name}: the value is not Unicode text"))?;
        options.set(&name, &value).map_err(|text| format!("--{name} {value}: {text}"))?;
    }
    Ok(Task::Report(Box::new(options)))
}

fn say(error: lexopt::Error) -> String {
    format!("{error}; --help lists the options")
}

/// Every option with a value that does not name a file.
pub const OPTIONS: &[&str] = &[
    "adapter",
    "write",
    "map",
    "constant",
    "null",
    "replace",
    "separator",
    "zone",
    "kpi",
    "parameter",
    "from",
    "to",
    "bucket",
    "by",
    "filter",
    "as-of",
    "level",
    "format",
];

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
            "separator" => {
                self.separator = Some(match (value, value.as_bytes()) {
                    ("tab", _) => b'\t',
                    (_, &[byte]) => byte,
                    _ => return Err("write one character, such as \";\", or tab".into()),
                });
                Ok(())
            }
            "zone" => once(&mut self.zone, some()),
            "from" => once(&mut self.from, some()),
            "to" => once(&mut self.to, some()),
            "bucket" => once(&mut self.bucket, some()),
            "as-of" => once(&mut self.as_of, some()),
            "by" => {
                self.by.extend(list());
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
            "filter" => self.filter(value),
            "level" => {
                let level = value.parse().ok().filter(|&level: &f64| level > 0.0 && level < 1.0);
                once(&mut self.level, Some(level.ok_or("write a number between 0 and 1, such as 0.95")?))
            }
            "format" => {
                self.format = match value {
                    "table" => Format::Table,
                    "json" => Format::Json,
                    "csv" => Format::Csv,
                    _ => return Err("choose table, json or csv".into()),
                };
                Ok(())
            }
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

    fn filter(&mut self, value: &str) -> Result<(), String> {
        let wanted = "write KIND.FIELD=VALUES, such as ticket.channel=email,chat";
        let (place, test) = value.split_at(value.find(['!', '>', '<', '=']).ok_or(wanted)?);
        let (compare, text) =
            [("!=", Compare::IsNot), (">=", Compare::AtLeast), ("<", Compare::Below), ("=", Compare::Is)]
                .iter()
                .find_map(|&(sign, compare)| test.strip_prefix(sign).map(|text| (compare, text)))
                .ok_or(wanted)?;
        let (word, field) = place.split_once('.').ok_or(wanted)?;
        let kind = kind(word.trim()).ok_or_else(|| format!("there are no `{word}`; choose {}", words()))?;
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
