//! A file as records: CSV or JSON Lines, each record with the line in which it stands.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::io::ErrorKind;
use std::path::Path;

use kpi_core::rows::Input;
use kpi_core::{Code, Error};
use serde_json::Value;
use serde_json::value::RawValue;

use crate::human::cut;
use crate::options::InputFormat;

/// A file with its columns.
pub struct Source {
    /// How messages call it.
    pub shown: String,
    pub format: InputFormat,
    separator: u8,
    bytes: Cow<'static, [u8]>,
    /// The header of CSV; in JSON every key that some line has, and the path to what stands inside of another object.
    pub columns: Vec<String>,
}

/// One record.
pub struct Record {
    pub line: u64,
    cells: Cells,
}

enum Cells {
    Csv(csv::StringRecord),
    Json(BTreeMap<String, Cell<'static>>),
}

/// A value as it stands in a file; a number as its digits.
#[derive(Clone, Debug)]
pub enum Cell<'a> {
    Null,
    Text(Cow<'a, str>),
    Flag(bool),
    List(Vec<String>),
    /// What no field can hold.
    Other(&'static str),
}

impl Cell<'_> {
    pub fn input(&self) -> Result<Input<'_>, Error> {
        Ok(match self {
            Cell::Null => Input::Null,
            Cell::Text(text) => Input::Text(text.trim()),
            Cell::Flag(flag) => Input::Flag(*flag),
            Cell::List(list) => Input::List(list.clone()),
            Cell::Other(what) => return Err(Error::new(Code::WrongType, format!("found {what}"))),
        })
    }

    /// The text of a single value.
    pub fn text(&self) -> Option<&str> {
        match self {
            Cell::Text(text) => Some(text.trim()),
            Cell::Flag(flag) => Some(if *flag { "true" } else { "false" }),
            _ => None,
        }
    }
}

/// What the first bytes of files that are no text say.
const NO_TEXT: &[(&[u8], &str)] = &[
    (b"PK\x03\x04", "it is a spreadsheet or a ZIP archive, not text; save it as CSV in UTF-8"),
    (b"\xd0\xcf\x11\xe0", "it is a spreadsheet, not text; save it as CSV in UTF-8"),
    (b"\x1f\x8b", "it is packed with gzip; unpack it first"),
    (b"PAR1", "it is a Parquet file; save it as CSV or JSON Lines"),
    (b"\xff\xfe", "it is UTF-16; save it in UTF-8"),
    (b"\xfe\xff", "it is UTF-16; save it in UTF-8"),
];

/// What messages call a file, and what stands in it.
pub fn read(path: &Path) -> Result<(String, Vec<u8>), String> {
    let shown = path.display().to_string();
    let bytes = std::fs::read(path).map_err(|error| match error.kind() {
        ErrorKind::NotFound => format!("{shown}: there is no such file"),
        _ if path.is_dir() => format!("{shown}: it is a folder; name a file"),
        ErrorKind::PermissionDenied => format!("{shown}: it cannot be read: permission denied"),
        _ => format!("{shown}: it cannot be read: {error}"),
    })?;
    Ok((shown, bytes))
}

impl Source {
    /// A file of the disk.
    pub fn open(path: &Path, format: Option<InputFormat>, separator: Option<u8>) -> Result<Self, String> {
        let (shown, bytes) = read(path)?;
        let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default().to_lowercase();
        let format = format.unwrap_or(match ending.as_str() {
            "jsonl" | "ndjson" => InputFormat::JsonLines,
            _ => InputFormat::Csv,
        });
        let separator = separator.unwrap_or(if ending == "tsv" { b'\t' } else { b',' });
        Source::new(shown, bytes.into(), format, separator)
    }

    pub fn new(shown: String, bytes: Cow<'static, [u8]>, format: InputFormat, separator: u8) -> Result<Self, String> {
        if let Some((_, what)) = NO_TEXT.iter().find(|(mark, _)| bytes.starts_with(mark)) {
            return Err(format!("{shown}: {what}"));
        }
        if let Err(error) = std::str::from_utf8(&bytes) {
            let line = bytes.iter().take(error.valid_up_to()).filter(|&&byte| byte == b'\n').count() + 1;
            return Err(format!("{shown}, line {line}: it is not UTF-8; save the file in UTF-8"));
        }
        let mut source = Source { shown, format, separator, bytes, columns: Vec::new() };
        source.columns = match format {
            InputFormat::Csv => source.header()?,
            InputFormat::JsonLines => source.keys()?,
        };
        Ok(source)
    }

    /// What a column is called in this kind of file.
    pub fn word(&self) -> &'static str {
        match self.format {
            InputFormat::Csv => "column",
            InputFormat::JsonLines => "key",
        }
    }

    /// The columns, for messages.
    pub fn listed(&self) -> String {
        format!("its {}s are {}", self.word(), self.columns.join(", "))
    }

    /// The place of a column; two of one name are an error.
    pub fn column(&self, name: &str) -> Result<Option<usize>, String> {
        let mut places = self.columns.iter().enumerate().filter(|(_, own)| *own == name).map(|(at, _)| at);
        match (places.next(), places.next()) {
            (Some(_), Some(_)) => Err(format!("{}: two columns are called `{name}`; rename one", self.shown)),
            (place, _) => Ok(place),
        }
    }

    /// Every record, in order.
    pub fn records(&self) -> Box<dyn Iterator<Item = Result<Record, String>> + '_> {
        match self.format {
            InputFormat::Csv => Box::new(self.csv().into_records().map(|record| {
                let record = record.map_err(|error| self.broken(&error))?;
                // After a line that ends in CR LF a record begins at the LF, which is still of the line before.
                let after = |place: &csv::Position| {
                    let at = usize::try_from(place.byte()).ok().and_then(|at| self.bytes.get(at));
                    place.line() + u64::from(at == Some(&b'\n'))
                };
                let line = record.position().map_or(0, after);
                Ok(Record { line, cells: Cells::Csv(record) })
            })),
            InputFormat::JsonLines => {
                let lines = self.text().lines().enumerate().filter(|(_, text)| !text.trim().is_empty());
                Box::new(lines.map(|(at, text)| self.object(at + 1, text)))
            }
        }
    }

    fn text(&self) -> &str {
        let text = std::str::from_utf8(&self.bytes).unwrap_or_default();
        text.strip_prefix('\u{feff}').unwrap_or(text)
    }

    fn csv(&self) -> csv::Reader<&[u8]> {
        csv::ReaderBuilder::new().delimiter(self.separator).from_reader(self.text().as_bytes())
    }

    fn header(&self) -> Result<Vec<String>, String> {
        let shown = &self.shown;
        let header = self.csv().headers().cloned().map_err(|error| self.broken(&error))?;
        if header.iter().all(str::is_empty) {
            return Err(format!("{shown}: the file is empty; its first line must name the columns"));
        }
        let columns: Vec<String> = header.iter().map(|name| name.trim().to_owned()).collect();
        if self.text().trim_start().starts_with(['{', '[']) {
            return Err(format!("{shown}: it looks like JSON; --input-format jsonl reads one object a line"));
        }
        if let ([_], Some(found)) =
            (columns.as_slice(), header.get(0).and_then(|line| line.chars().find(|sign| ",;\t|".contains(*sign))))
        {
            let sign = if found == '\t' { "tab".to_owned() } else { format!("\"{found}\"") };
            return Err(format!("{shown}: the header has only one column; try --separator {sign}"));
        }
        Ok(columns)
    }

    /// What is wrong with the file as CSV.
    fn broken(&self, error: &csv::Error) -> String {
        let line = error.position().map_or(String::new(), |position| format!(", line {}", position.line()));
        let text = match error.kind() {
            csv::ErrorKind::UnequalLengths { expected_len, len, .. } => {
                let cells = if *len == 1 { "1 cell".to_owned() } else { format!("{len} cells") };
                format!(
                    "the line has {cells}, the header {expected_len}; put cells that hold a separator or a line \
                     break in double quotes, and check --separator"
                )
            }
            _ => error.to_string(),
        };
        format!("{}{line}: {text}", self.shown)
    }

    fn keys(&self) -> Result<Vec<String>, String> {
        let shown = &self.shown;
        if self.text().trim().is_empty() {
            return Err(format!("{shown}: the file is empty; JSON Lines has one object in each line"));
        }
        if self.text().trim_start().starts_with('[') {
            return Err(format!(
                "{shown}: it is one list of JSON; JSON Lines has one object in each line (jq -c '.[]' writes it so)"
            ));
        }
        let (mut keys, mut known) = (Vec::new(), BTreeSet::new());
        for record in self.records() {
            let Record { cells: Cells::Json(object), .. } = record? else { continue };
            for key in object.into_keys().filter(|key| !known.contains(key)).collect::<Vec<_>>() {
                known.insert(key.clone());
                keys.push(key);
            }
        }
        Ok(keys)
    }

    /// The object of a line.
    fn object(&self, line: usize, text: &str) -> Result<Record, String> {
        let at = format!("{}, line {line}", self.shown);
        let broken = |error: serde_json::Error| {
            let what = error.to_string();
            let what = what.split(" at line ").next().unwrap_or_default().replace("while parsing ", "in ");
            format!(
                "{at}: it is not JSON: {what} at letter {}; JSON Lines has one whole object in each line",
                error.column()
            )
        };
        let value: &RawValue = serde_json::from_str(text).map_err(broken)?;
        if !value.get().starts_with('{') {
            return Err(format!("{at}: it is no object, such as {{\"id\": \"T1\"}}; found {}", cut(value.get(), 40)));
        }
        let mut cells = BTreeMap::new();
        flatten("", value, &mut cells).map_err(broken)?;
        Ok(Record { line: line as u64, cells: Cells::Json(cells) })
    }
}

/// The values of an object; what stands inside of another one under the path to it.
fn flatten(path: &str, object: &RawValue, cells: &mut BTreeMap<String, Cell<'static>>) -> serde_json::Result<()> {
    for (key, value) in serde_json::from_str::<BTreeMap<String, &RawValue>>(object.get())? {
        let path = if path.is_empty() { key } else { format!("{path}.{key}") };
        if value.get().starts_with('{') {
            flatten(&path, value, cells)?;
        } else {
            cells.insert(path, single(value)?);
        }
    }
    Ok(())
}

/// A value that is no object.
fn single(value: &RawValue) -> serde_json::Result<Cell<'static>> {
    let text = value.get();
    Ok(match serde_json::from_str(text)? {
        Value::Null => Cell::Null,
        Value::Bool(flag) => Cell::Flag(flag),
        Value::Number(_) => Cell::Text(text.to_owned().into()),
        Value::String(text) => Cell::Text(text.into()),
        Value::Array(list) => match list.iter().map(|item| item.as_str().map(String::from)).collect() {
            Some(texts) => Cell::List(texts),
            None => Cell::Other("a list that holds more than texts"),
        },
        Value::Object(_) => Cell::Other("an object"),
    })
}

impl Record {
    /// The cell of a column.
    pub fn cell(&self, at: usize, name: &str) -> Cell<'_> {
        match &self.cells {
            Cells::Csv(record) => Cell::Text(record.get(at).unwrap_or_default().into()),
            Cells::Json(object) => object.get(name).cloned().unwrap_or(Cell::Null),
        }
    }
}
