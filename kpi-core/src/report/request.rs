//! What a report is asked for.

use alloc::collections::BTreeMap;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;
use core::marker::PhantomData;

use serde::de::value::MapAccessDeserializer;
use serde::de::{MapAccess, Visitor};
use serde::ser::{Serialize, SerializeMap, Serializer};
use serde::{Deserialize, Deserializer};

use crate::error::{Code, Error, Result};
use crate::exact::Instant;
use crate::kpi::find;
use crate::kpi::parameters::Parameter;
use crate::kpi::preset::{Preset, preset};
use crate::record::{Kind, Type};
use crate::report::filter::Filter;
use crate::report::given::Given;
use crate::time::{Bucket, WeekStart, Zone, parse_instant};
use crate::words::{Dictionary, either};

/// A KPI to compute.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ask {
    /// Its id.
    pub kpi: String,
    /// Its variant; empty for the default.
    #[serde(default)]
    pub variant: String,
    /// Its parameters.
    #[serde(default)]
    pub parameters: BTreeMap<String, Parameter>,
    /// By kind of record, the instant that puts a record in a bucket, where it is not the KPI's own.
    #[serde(default)]
    pub anchor: BTreeMap<String, String>,
}

impl Ask {
    /// The default variant of a KPI.
    #[must_use]
    pub fn new(kpi: &str) -> Self {
        Ask { kpi: kpi.into(), ..Ask::default() }
    }

    /// The same in another variant.
    #[must_use]
    pub fn variant(mut self, variant: &str) -> Self {
        self.variant = variant.into();
        self
    }

    /// The same with a parameter.
    #[must_use]
    pub fn parameter(mut self, name: &str, value: Parameter) -> Self {
        self.parameters.insert(name.into(), value);
        self
    }

    /// The same, with records of a kind placed by another instant.
    #[must_use]
    pub fn anchor(mut self, kind: Kind, field: &str) -> Self {
        self.anchor.insert(kind.as_str().into(), field.into());
        self
    }
}

/// What to do with a record that has something wrong with it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum BadRecords {
    /// Refuse the input, with the record, the field and the reason.
    #[default]
    Refuse,
    /// Skip the record, and count it by reason.
    Skip,
}

/// What a report is asked for.
///
/// ```
/// use kpi_core::{Ask, Request, time::{Bucket, Zone}};
/// let request = Request::new()
///     .kpi(Ask::new("nps"))
///     .zone(Zone::fixed(3600)?)
///     .window("2026-01-01", "2026-04-01")?
///     .bucket(Bucket::Month)
///     .by("channel");
/// # Ok::<(), kpi_core::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Request {
    pub(crate) kpis: Vec<Ask>,
    /// A set of KPIs beside them; those of it that cannot be computed are known once the tables are.
    pub(crate) preset: Option<&'static Preset>,
    pub(crate) not_computed: Option<Vec<NotComputed>>,
    pub(crate) window: Option<(i64, i64)>,
    /// The window was made from the records, so its end says nothing of when to look.
    pub(crate) window_found: bool,
    pub(crate) bucket: Option<Bucket>,
    pub(crate) week_start: WeekStart,
    pub(crate) zone: Zone,
    pub(crate) by: Vec<String>,
    /// Nothing was said of groups, so KPIs may bring their own.
    pub(crate) by_open: bool,
    pub(crate) words: Vec<WordMap>,
    pub(crate) filters: Vec<Filter>,
    pub(crate) as_of: Option<i64>,
    pub(crate) level: f64,
    pub(crate) bad_records: BadRecords,
}

impl Default for Request {
    fn default() -> Self {
        Self::new()
    }
}

impl Request {
    /// One that asks for nothing yet: in UTC, without a window, at level 0.95.
    #[must_use]
    pub fn new() -> Self {
        Request {
            kpis: Vec::new(),
            preset: None,
            not_computed: None,
            window: None,
            window_found: false,
            bucket: None,
            week_start: WeekStart::default(),
            zone: Zone::utc(),
            by: Vec::new(),
            by_open: true,
            words: Vec::new(),
            filters: Vec::new(),
            as_of: None,
            level: 0.95,
            bad_records: BadRecords::default(),
        }
    }

    /// With one more KPI.
    #[must_use]
    pub fn kpi(mut self, ask: Ask) -> Self {
        self.kpis.push(ask);
        self
    }

    /// With the KPIs of a preset beside those that are asked for by name. Those that these records cannot give are left
    /// away, and the report names them. A preset is for whole tables: an accumulator does not know what will come.
    ///
    /// # Errors
    /// [`Code::BadRequest`] where there is no such preset.
    ///
    /// ```
    /// use kpi_core::{Code, Kind, Request, Table, report};
    /// let request = Request::new().preset("common")?.window("2026-01-01", "2026-02-01")?;
    /// let report = report(&request, &[Table::new(Kind::Survey, 0)])?;
    /// assert_eq!(report.rows.first().map(|row| row.kpi), Some("csat"));
    /// assert_eq!(report.not_computed[0].code, Code::MissingRecords);
    /// # Ok::<(), kpi_core::Error>(())
    /// ```
    pub fn preset(mut self, name: &str) -> Result<Self> {
        self.preset = Some(preset(name)?);
        Ok(self)
    }

    /// In a time zone. Set it before the window, whose local dates it reads.
    #[must_use]
    pub fn zone(mut self, zone: Zone) -> Self {
        self.zone = zone;
        self
    }

    /// Over a half-open window: dates or times in the zone, or RFC 3339.
    ///
    /// # Errors
    /// [`Code::BadInstant`], [`Code::BadWindow`].
    pub fn window(mut self, from: &str, to: &str) -> Result<Self> {
        let (from, to) = (parse_instant(from, &self.zone)?, parse_instant(to, &self.zone)?);
        if from >= to {
            return Err(Error::new(Code::BadWindow, "the window must end after it starts; its end is not included")
                .field("window"));
        }
        self.window = Some((from, to));
        Ok(self)
    }

    /// In buckets.
    #[must_use]
    pub fn bucket(mut self, bucket: Bucket) -> Self {
        self.bucket = Some(bucket);
        self
    }

    /// With weeks that start on this day; Monday by default.
    #[must_use]
    pub fn week_start(mut self, day: WeekStart) -> Self {
        self.week_start = day;
        self
    }

    /// Grouped by one more text field.
    #[must_use]
    pub fn by(mut self, field: &str) -> Self {
        self.by.push(field.into());
        self
    }

    /// Not grouped, also where its KPIs have a dimension of their own.
    #[must_use]
    pub fn ungrouped(mut self) -> Self {
        self.by.clear();
        self.by_open = false;
        self
    }

    /// With a text field read as if one word stood for another: spellings, or a help desk's own words. An empty word is
    /// null.
    #[must_use]
    pub fn word(mut self, record: Kind, field: &str, from: &str, to: &str) -> Self {
        let known = self.words.iter_mut().find(|map| map.record == record && map.field == field);
        match known {
            Some(map) => map.words.push((from.into(), to.into())),
            None => {
                let words = [(from.into(), to.into())].into();
                self.words.push(WordMap { record, field: field.into(), words });
            }
        }
        self
    }

    /// Over records that pass one more filter.
    #[must_use]
    pub fn filter(mut self, filter: Filter) -> Self {
        self.filters.push(filter);
        self
    }

    /// As it was known at an instant: later ones read as null.
    #[must_use]
    pub fn as_of(mut self, at: Instant) -> Self {
        self.as_of = Some(at.0);
        self
    }

    /// With intervals at this level, between 0 and 1.
    #[must_use]
    pub fn level(mut self, level: f64) -> Self {
        self.level = level;
        self
    }

    /// With what to do about bad records.
    #[must_use]
    pub fn bad_records(mut self, what: BadRecords) -> Self {
        self.bad_records = what;
        self
    }
}

/// A KPI of a preset that these records cannot give.
#[derive(Clone, Debug, PartialEq)]
pub struct NotComputed {
    /// The KPI.
    pub kpi: &'static str,
    /// Its variant.
    pub variant: &'static str,
    /// Why not.
    pub code: Code,
}

impl Serialize for NotComputed {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(3))?;
        map.serialize_entry("kpi", self.kpi)?;
        map.serialize_entry("variant", self.variant)?;
        map.serialize_entry("code", self.code.as_str())?;
        map.end()
    }
}

/// Which words of a text field stand for which.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct WordMap {
    pub record: Kind,
    pub field: String,
    pub words: Vec<(String, String)>,
}

impl WordMap {
    /// What a word stands for; nothing where that is null.
    pub fn read<'a>(&'a self, word: &'a str) -> Option<&'a str> {
        let to = self.words.iter().find(|(from, _)| from == word).map_or(word, |(_, to)| to);
        (!to.is_empty()).then_some(to)
    }

    /// Changes the codes of a column.
    pub fn apply(&self, codes: &mut [u32], words: &mut Dictionary) -> Result<()> {
        let mut swaps: Vec<(u32, u32)> = Vec::new();
        for (from, to) in &self.words {
            if let Some(code) = words.find(from) {
                swaps.push((code, words.intern(to)?));
            }
        }
        if !swaps.is_empty() {
            for code in codes {
                if let Some(&(_, to)) = swaps.iter().find(|(from, _)| from == code) {
                    *code = to;
                }
            }
        }
        Ok(())
    }
}

impl Request {
    /// The dimension that all KPIs have of their own, where nothing was said of groups.
    pub(crate) fn own_dimension(&self) -> Result<Option<&'static str>> {
        let mut own = None;
        for (place, ask) in self.kpis.iter().enumerate() {
            let by = find(&ask.kpi, &ask.variant)?.spec().by;
            if by.is_none() || (place > 0 && by != own) {
                return Ok(None);
            }
            own = by;
        }
        Ok(own.filter(|_| self.by_open && self.by.is_empty()))
    }

    /// Whether bad records are skipped and counted: then rows that cannot be read are to be skipped, too.
    #[must_use]
    pub fn skips_bad_records(&self) -> bool {
        self.bad_records == BadRecords::Skip
    }
}

/// A confidence level that can be one.
pub(crate) fn level(level: f64) -> Result<f64> {
    if level > 0.0 && level < 1.0 {
        return Ok(level);
    }
    Err(Error::new(Code::BadRequest, format!("the level must lie between 0 and 1, such as 0.95; found {level}"))
        .field("level"))
}

/// A request as JSON has it.
#[derive(Clone, Debug, Default)]
pub struct RawRequest {
    kpis: Vec<WordOr<Ask>>,
    zone: Option<WordOr<Zone>>,
    options: BTreeMap<String, Given>,
}

impl<'de> Deserialize<'de> for RawRequest {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Options;
        impl<'de> Visitor<'de> for Options {
            type Value = RawRequest;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object of options")
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<RawRequest, A::Error> {
                let mut raw = RawRequest::default();
                while let Some(name) = map.next_key::<String>()? {
                    match name.as_str() {
                        "kpis" => raw.kpis = map.next_value()?,
                        "zone" => raw.zone = map.next_value()?,
                        _ => {
                            raw.options.insert(name, map.next_value()?);
                        }
                    }
                }
                Ok(raw)
            }
        }
        deserializer.deserialize_map(Options)
    }
}

/// A word, or an object; unlike an untagged enum it says what is wrong with the object.
#[derive(Clone, Debug)]
enum WordOr<T> {
    Word(String),
    Object(T),
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for WordOr<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Either<T>(PhantomData<T>);
        impl<'de, T: Deserialize<'de>> Visitor<'de> for Either<T> {
            type Value = WordOr<T>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a name or an object")
            }
            fn visit_str<E>(self, word: &str) -> Result<Self::Value, E> {
                Ok(WordOr::Word(word.into()))
            }
            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Self::Value, A::Error> {
                T::deserialize(MapAccessDeserializer::new(map)).map(WordOr::Object)
            }
        }
        deserializer.deserialize_any(Either(PhantomData))
    }
}

impl Request {
    /// Sets an option from what JSON has for it.
    fn set(&mut self, option: &str, given: Given) -> Result<()> {
        let wrong = |text: &str| Error::new(Code::BadRequest, text);
        match (option, given) {
            (_, Given::Null) => {}
            ("preset", Given::Text(name)) => self.preset = Some(preset(&name)?),
            ("window", given) => {
                let mut ends = given.map().unwrap_or_default();
                let mut end = |name: &str| ends.remove(name).and_then(Given::text);
                match (end("from"), end("to"), ends.is_empty()) {
                    (Some(from), Some(to), true) => *self = core::mem::take(self).window(&from, &to)?,
                    _ => return Err(wrong("a window is `from` and `to`, each a date or an instant as text")),
                }
            }
            ("bucket", Given::Text(word)) => self.bucket = Some(word.parse().map_err(|e: Error| wrong(e.text()))?),
            ("week_start", Given::Text(word)) => self.week_start = word.parse().map_err(|e: Error| wrong(e.text()))?,
            ("by", given) => {
                self.by_open = false;
                self.by = given.texts().ok_or_else(|| wrong("a list of the names of text fields is expected"))?;
            }
            ("words", given) => self.words = words(given)?,
            ("filters", Given::List(filters)) => {
                self.filters = filters.into_iter().map(|one| Filter::read(one, &self.zone)).collect::<Result<_>>()?;
            }
            ("as_of", Given::Text(at)) => self.as_of = Some(parse_instant(&at, &self.zone)?),
            ("level", Given::Float(level)) => self.level = level,
            ("level", Given::Int(level)) => self.level = level as f64,
            ("bad_records", Given::Text(word)) if word == "refuse" => self.bad_records = BadRecords::Refuse,
            ("bad_records", Given::Text(word)) if word == "skip" => self.bad_records = BadRecords::Skip,
            ("bad_records", _) => return Err(wrong("choose refuse or skip")),
            ("filters", _) => return Err(wrong("a list of filters is expected")),
            ("level", _) => return Err(wrong("the level is a number between 0 and 1, such as 0.95")),
            ("preset" | "bucket" | "week_start" | "as_of", _) => return Err(wrong("a text is expected")),
            _ => {
                return Err(wrong(
                    "there is no such option; choose kpis, preset, window, bucket, week_start, zone, by, words, filters, \
                     as_of, level or bad_records",
                ));
            }
        }
        Ok(())
    }
}

/// Words by kind of record and field.
fn words(given: Given) -> Result<Vec<WordMap>> {
    let shape = || {
        let text = "words by kind of record and field are expected, such as {\"ticket\": {\"channel\": {\"E-Mail\": \"email\"}}}";
        Error::new(Code::BadRequest, text)
    };
    let mut maps = Vec::new();
    for (name, fields) in given.map().ok_or_else(shape)? {
        let record = Kind::named(&name).ok_or_else(|| {
            let kinds = either(Kind::ALL.iter().map(|kind| kind.as_str()));
            Error::new(Code::UnknownRecord, format!("there are no `{name}` records; choose {kinds}"))
        })?;
        for (field, words) in fields.map().ok_or_else(shape)? {
            if record.field(&field).is_some_and(|field| !matches!(field.of, Type::Text | Type::Tags)) {
                let text = format!("`{field}` is no text, so it has no words");
                return Err(Error::new(Code::BadRequest, text).record(record.as_str()));
            }
            let one = |(from, to)| match to {
                Given::Text(to) => Ok((from, to)),
                Given::Null => Ok((from, String::new())),
                _ => Err(shape()),
            };
            let words = words.map().ok_or_else(shape)?.into_iter().map(one).collect::<Result<_>>()?;
            maps.push(WordMap { record, field, words });
        }
    }
    Ok(maps)
}

impl TryFrom<RawRequest> for Request {
    type Error = Error;

    fn try_from(raw: RawRequest) -> Result<Self> {
        let mut request = Request::new();
        request.zone = match raw.zone {
            None => Zone::utc(),
            Some(WordOr::Word(name)) => Zone::named(&name).map_err(|error| error.field("zone"))?,
            Some(WordOr::Object(zone)) => zone,
        };
        request.kpis = raw
            .kpis
            .into_iter()
            .map(|ask| match ask {
                WordOr::Word(name) => Ask::new(&name),
                WordOr::Object(ask) => ask,
            })
            .collect();
        for (option, given) in raw.options {
            request.set(&option, given).map_err(|error| match error.field_name() {
                Some(_) => error,
                None => error.field(option.as_str()),
            })?;
        }
        Ok(request)
    }
}
