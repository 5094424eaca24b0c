//! What a report is asked for.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use core::str::FromStr;

use serde::Deserialize;
use serde::ser::{Serialize, SerializeMap, Serializer};

use crate::error::{Code, Error, Result};
use crate::exact::Instant;
use crate::given::Given;
use crate::kpi::clock::{BUSINESS, CALENDAR};
use crate::kpi::find;
use crate::kpi::parameters::Parameter;
use crate::kpi::preset::{Preset, preset};
use crate::parts::{rest, there};
use crate::record::{Kind, Type};
use crate::report::filter::Filter;
use crate::sorted::Sorted;
use crate::time::{Bucket, Calendar, WeekStart, Zone, parse_instant};
use crate::words::{Dictionary, either};

/// A KPI to compute.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Ask {
    /// Its id.
    pub kpi: String,
    /// Its variant; empty for the default.
    pub variant: String,
    /// Its parameters.
    pub parameters: Sorted<String, Parameter>,
    /// By kind of record, the instant that puts a record in a bucket, where it is not the KPI's own.
    pub anchor: Sorted<String, String>,
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
    pub(crate) calendar: Option<Calendar>,
    /// The clock of all KPIs that have the choice, where one is given.
    pub(crate) clock: Option<&'static str>,
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
            calendar: None,
            clock: None,
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
        self.window = Some(between(from, to, &self.zone)?);
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

    /// With a business calendar, for KPIs that are asked for in business time.
    ///
    /// ```
    /// use kpi_core::{Ask, Request, time::{Calendar, Hours, Schedule, WeekStart, Zone}};
    /// let office = Hours::new().on(WeekStart::ALL, &[("09:00", "17:00")])?;
    /// let request = Request::new()
    ///     .kpi(Ask::new("first_response_time"))
    ///     .calendar(Calendar::from(Schedule::new(Zone::utc(), office)?))
    ///     .business_time();
    /// # Ok::<(), kpi_core::Error>(())
    /// ```
    #[must_use]
    pub fn calendar(mut self, calendar: Calendar) -> Self {
        self.calendar = Some(calendar);
        self
    }

    /// With every duration that has the choice in the calendar's business time; a KPI's own parameter `clock` goes
    /// before.
    #[must_use]
    pub fn business_time(mut self) -> Self {
        self.clock = Some(BUSINESS);
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

/// A request as JSON has it.
#[derive(Clone, Debug, Deserialize)]
#[serde(transparent)]
pub struct RawRequest(pub Given);

impl TryFrom<RawRequest> for Request {
    type Error = Error;

    fn try_from(RawRequest(given): RawRequest) -> Result<Self> {
        let names = FIELDS.map(|(name, _)| name);
        let fields = given.fields(&names)?;
        let mut request = Request::new();
        for &(name, read) in &FIELDS {
            fields.get(name, |given| read(&mut request, given))?;
        }
        Ok(request)
    }
}

/// Reads a field of a request.
type Read = fn(&mut Request, &Given) -> Result<()>;

/// The fields of a request, and how each is read; the zone before what has dates and times in it.
static FIELDS: [(&str, Read); 14] = [
    ("kpis", |request, given| {
        for ask in given.list()? {
            request.kpis.push(Ask::read(ask)?);
        }
        Ok(())
    }),
    ("preset", |request, given| {
        request.preset = Some((rest()?.preset)(given.text()?)?);
        Ok(())
    }),
    ("zone", |request, given| {
        request.zone = Zone::read(given)?;
        Ok(())
    }),
    ("window", |request, given| {
        let (from, to) = window(given)?;
        request.window = Some(between(from, to, &request.zone).map_err(|error| error.field("window"))?);
        Ok(())
    }),
    ("bucket", |request, given| {
        request.bucket = Some(word(given)?);
        Ok(())
    }),
    ("week_start", |request, given| {
        request.week_start = word(given)?;
        Ok(())
    }),
    ("by", |request, given| {
        request.by = given.texts()?;
        request.by_open = false;
        Ok(())
    }),
    ("words", |request, given| {
        request.words = words(given)?;
        Ok(())
    }),
    ("filters", |request, given| {
        for filter in given.list()? {
            request.filters.push(Filter::read(filter, &request.zone)?);
        }
        Ok(())
    }),
    ("as_of", |request, given| {
        request.as_of = Some(parse_instant(given.text()?, &request.zone)?);
        Ok(())
    }),
    ("calendar", |request, given| {
        request.calendar = Some((rest()?.calendar)(given, &request.zone)?);
        Ok(())
    }),
    ("clock", |request, given| {
        request.clock = match given.text()? {
            CALENDAR => Some(CALENDAR),
            BUSINESS => Some(BUSINESS),
            _ => return Err(Error::new(Code::BadRequest, "choose calendar or business")),
        };
        Ok(())
    }),
    ("level", |request, given| {
        request.level = number(given)?;
        Ok(())
    }),
    ("bad_records", |request, given| {
        request.bad_records = match given.text()? {
            "refuse" => BadRecords::Refuse,
            "skip" => BadRecords::Skip,
            _ => return Err(Error::new(Code::BadRequest, "choose refuse or skip")),
        };
        Ok(())
    }),
];

fn window(given: &Given) -> Result<(&str, &str)> {
    if let Ok(fields) = given.fields(&["from", "to"])
        && let Ok(Some(from)) = fields.get("from", Given::text)
        && let Ok(Some(to)) = fields.get("to", Given::text)
    {
        return Ok((from, to));
    }
    Err(Error::new(Code::BadRequest, "a window is `from` and `to`, each a date or an instant as text"))
}

/// A window from one instant to a later one.
fn between(from: &str, to: &str, zone: &Zone) -> Result<(i64, i64)> {
    let (from, to) = (parse_instant(from, zone)?, parse_instant(to, zone)?);
    if from >= to {
        let text = "the window must end after it starts; its end is not included";
        return Err(Error::new(Code::BadWindow, text).field("window"));
    }
    Ok((from, to))
}

/// What the caller's words mean: by kind of record, by field, by word.
fn words(given: &Given) -> Result<Vec<WordMap>> {
    let mut maps = Vec::new();
    for (record, fields) in given.by_word()? {
        let kind = Kind::named(record).ok_or_else(|| {
            let kinds = either(Kind::ALL.iter().map(|kind| kind.as_str()));
            Error::new(Code::UnknownRecord, format!("there are no `{record}` records; choose {kinds}"))
        })?;
        there(kind)?;
        for (field, words) in fields.by_word()? {
            if kind.field(field).is_some_and(|field| !matches!(field.of, Type::Text | Type::Tags)) {
                let text = format!("`{field}` is no text, so it has no words");
                return Err(Error::new(Code::BadRequest, text).record(kind.as_str()).field("words"));
            }
            let mut map = WordMap { record: kind, field: field.clone(), words: Vec::new() };
            for (from, to) in words.by_word()? {
                // A word that stands for null is one that says nothing.
                let to = if matches!(to, Given::Null) { "" } else { to.text()? };
                map.words.push((from.clone(), to.into()));
            }
            maps.push(map);
        }
    }
    Ok(maps)
}

/// A word of a closed list.
fn word<T: FromStr<Err = Error>>(given: &Given) -> Result<T> {
    given.text()?.parse().map_err(|error: Error| Error::new(Code::BadRequest, error.text()))
}

fn number(given: &Given) -> Result<f64> {
    match given {
        Given::Int(number) => Ok(*number as f64),
        Given::Float(number) => Ok(*number),
        _ => Err(Error::new(Code::BadRequest, "expected a number")),
    }
}

impl Ask {
    /// Reads what is asked for: a KPI's id, or an object.
    fn read(given: &Given) -> Result<Self> {
        if let Given::Text(kpi) = given {
            return Ok(Ask::new(kpi));
        }
        let fields = given.fields(&["kpi", "variant", "parameters", "anchor"])?;
        let mut ask = Ask::new(fields.need("kpi", Given::text)?);
        if let Some(variant) = fields.get("variant", Given::text)? {
            ask.variant.push_str(variant);
        }
        if let Some(parameters) = fields.get("parameters", Given::by_word)? {
            ask.parameters = parameters.clone();
        }
        fields.get("anchor", |given| {
            for (kind, field) in given.by_word()? {
                ask.anchor.insert(kind.clone(), field.text()?.into());
            }
            Ok(())
        })?;
        Ok(ask)
    }
}
