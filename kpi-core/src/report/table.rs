//! The report: one long, tidy table, and what it was made of.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::sync::Arc;
use alloc::vec::Vec;
use core::ops::Range;

use rust_decimal::Decimal;
use serde::Serialize;
use serde::ser::{SerializeMap, SerializeSeq, Serializer};

use crate::error::{Code, Error, Result};
use crate::kpi::clock::CALENDAR;
use crate::kpi::figure::{Undefined, Value};
use crate::kpi::money::shares;
use crate::kpi::parameters::Parameter;
use crate::parts::rest;
use crate::record::Kind;
use crate::report::accumulator::{Accumulator, Asked, Counted, short};
use crate::report::place::{EVERYTHING, FIRST, absent_kind};
use crate::report::request::NotComputed;
use crate::sorted::{Sorted, sort};
use crate::state::Reason;
use crate::time::format_instant;

/// The columns of the table, without the dimensions, which follow `bucket`.
pub const COLUMNS: &[&str] = &[
    "kpi",
    "variant",
    "figure",
    "bucket_start",
    "bucket_end",
    "bucket",
    "value",
    "number",
    "unit",
    "numerator",
    "denominator",
    "sample",
    "lower",
    "upper",
    "undefined",
    "approximate",
    "left_out",
    "reasons",
];

/// The mark of the total over a dimension.
pub const ALL: &str = "(all)";

/// A bucket of the window.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BucketOf {
    /// The first instant, in µs UTC.
    pub start: i64,
    /// The first instant after it.
    pub end: i64,
    /// The label in the report's zone.
    pub label: String,
}

/// One row: one figure of one KPI in one bucket and group.
#[derive(Clone, Debug)]
pub struct ReportRow {
    /// The KPI.
    pub kpi: &'static str,
    /// Its variant.
    pub variant: &'static str,
    /// The bucket; absent in the total row.
    pub bucket: Option<Arc<BucketOf>>,
    /// One text per dimension; null is unknown, [`ALL`] the total.
    pub group: Arc<[Option<String>]>,
    /// The figure and its value.
    pub value: Value,
    /// Records left out, by reason; the same for all figures of a cell.
    pub reasons: Arc<[(Reason, u64)]>,
}

impl ReportRow {
    /// How many records were left out.
    #[must_use]
    pub fn left_out(&self) -> u64 {
        self.reasons.iter().fold(0, |all, &(_, n)| all.saturating_add(n))
    }
}

/// What a KPI was computed by.
#[derive(Clone, Debug, Serialize)]
pub struct Definition {
    /// The KPI.
    pub kpi: &'static str,
    /// Its variant.
    pub variant: &'static str,
    /// The parameters that were set.
    pub parameters: Sorted<String, Parameter>,
    /// By kind of record, the field that names the agent where the report is grouped by `agent`: who answered, who
    /// resolved, or to whom it was first assigned, as the KPI asks.
    pub attribution: Sorted<String, String>,
    /// A hash of KPI, variant, parameters, anchor and `as_of`: partial results with another one do not merge.
    pub hash: String,
}

/// A report.
#[derive(Clone, Debug)]
pub struct Report {
    /// The dimensions' names.
    pub by: Vec<String>,
    /// The rows: KPIs in the order of the catalogue, then figure, bucket, group.
    pub rows: Vec<ReportRow>,
    /// What each KPI was computed by.
    pub definitions: Vec<Definition>,
    /// The preset that was asked for.
    pub preset: Option<&'static str>,
    /// The KPIs of the preset that these records cannot give.
    pub not_computed: Vec<NotComputed>,
    /// The window.
    pub window: Option<(i64, i64)>,
    /// The size of the buckets.
    pub bucket: Option<&'static str>,
    /// The day on which weeks start.
    pub week_start: &'static str,
    /// The zone's name and where its rules come from.
    pub zone: (String, String),
    /// The clock of durations that have the choice: calendar or business.
    pub clock: &'static str,
    /// A hash of the business calendar, where one was given.
    pub calendar: Option<String>,
    /// The instant as of which records were read, where one was given.
    pub as_of: Option<i64>,
    /// The confidence level of the intervals.
    pub level: f64,
    /// Whether a dimension is a list, so that the groups overlap and do not add up to the total.
    pub overlapping: bool,
    /// What came in, by kind of record.
    pub inputs: Vec<(Kind, Counted)>,
}

/// Which cells make one line of the report.
struct Line {
    group: Arc<[Option<String>]>,
    /// The groups to add up.
    parts: Vec<usize>,
    /// A group of its own, not the total of all.
    single: bool,
}

impl Report {
    pub(crate) fn new(accumulator: &Accumulator) -> Result<Self> {
        let request = &accumulator.request;
        let lines = lines(accumulator)?;
        let mut buckets: Vec<Option<Arc<BucketOf>>> = Vec::new();
        for (&(start, end), label) in accumulator.slots.buckets().iter().zip(&accumulator.labels) {
            buckets.push(Some(Arc::new(BucketOf { start, end, label: label.clone() })));
        }
        buckets.push(None);
        let (mut rows, mut definitions) = (Vec::new(), Vec::new());
        for running in &accumulator.running {
            if running.beside {
                continue;
            }
            kpi_rows(accumulator, running, &lines, &buckets, &mut rows)?;
            definitions.push(Definition {
                kpi: running.entry.spec().id,
                variant: running.entry.spec().variant,
                parameters: running.parameters.clone(),
                attribution: running.attribution(),
                hash: running.hash.clone(),
            });
        }
        let mut inputs = Vec::new();
        for (&kind, counted) in &accumulator.inputs {
            inputs.push((kind, counted.clone()));
        }
        Ok(Report {
            by: request.by.clone(),
            rows,
            definitions,
            preset: request.preset.map(|preset| preset.name),
            not_computed: request.not_computed.clone().unwrap_or_default(),
            window: request.window,
            bucket: request.bucket.map(|bucket| bucket.as_str()),
            week_start: request.week_start.as_str(),
            zone: (request.zone.name().into(), request.zone.source().into()),
            clock: request.clock.unwrap_or(CALENDAR),
            calendar: request.calendar.as_ref().map(|calendar| short(calendar.hash())),
            as_of: request.as_of,
            level: request.level,
            overlapping: accumulator.overlap,
            inputs,
        })
    }

    /// The value of a KPI's first figure in the total row; of several variants the first of the catalogue.
    #[must_use]
    pub fn headline(&self, kpi: &str) -> Option<Decimal> {
        self.total(kpi, "").and_then(|row| row.value.value)
    }

    /// The total row of a figure over all groups; an empty name is the first figure.
    #[must_use]
    pub fn total(&self, kpi: &str, figure: &str) -> Option<&ReportRow> {
        self.rows.iter().find(|row| {
            row.kpi == kpi
                && row.bucket.is_none()
                && (figure.is_empty() || row.value.figure == figure)
                && row.group.iter().all(|word| word.as_deref() == Some(ALL))
        })
    }

    /// The table as CSV (RFC 4180) with a header.
    #[must_use]
    pub fn to_csv(&self) -> String {
        let mut out = String::new();
        let head = COLUMNS.iter().take(6).map(|name| (*name).to_string());
        let tail = COLUMNS.iter().skip(6).map(|name| (*name).to_string());
        csv_line(&mut out, head.chain(self.by.iter().cloned()).chain(tail));
        for row in &self.rows {
            let bucket = row.bucket.as_deref();
            let value = &row.value;
            let decimal = |value: &Option<Decimal>| value.map(|value| value.to_string()).unwrap_or_default();
            let float = |value: Option<f64>| value.map(|value| value.to_string()).unwrap_or_default();
            let reasons: Vec<String> =
                row.reasons.iter().map(|(reason, n)| format!("{}={n}", reason.as_str())).collect();
            let head = [
                row.kpi.into(),
                row.variant.into(),
                value.figure.to_string(),
                bucket.map(|bucket| format_instant(bucket.start)).unwrap_or_default(),
                bucket.map(|bucket| format_instant(bucket.end)).unwrap_or_default(),
                bucket.map(|bucket| bucket.label.clone()).unwrap_or_default(),
            ];
            let tail = [
                decimal(&value.value),
                float(value.number),
                value.unit.to_string(),
                decimal(&value.numerator),
                decimal(&value.denominator),
                value.sample.to_string(),
                float(value.lower),
                float(value.upper),
                value.undefined.map(Undefined::as_str).unwrap_or_default().into(),
                float(value.approximate),
                row.left_out().to_string(),
                reasons.join(";"),
            ];
            let groups = row.group.iter().map(|word| word.clone().unwrap_or_default());
            csv_line(&mut out, head.into_iter().chain(groups).chain(tail));
        }
        out
    }
}

fn csv_line(out: &mut String, cells: impl Iterator<Item = String>) {
    for (i, cell) in cells.enumerate() {
        if i > 0 {
            out.push(',');
        }
        if cell.contains([',', '"', '\n', '\r']) {
            out.push('"');
            out.push_str(&cell.replace('"', "\"\""));
            out.push('"');
        } else {
            out.push_str(&cell);
        }
    }
    out.push_str("\r\n");
}

/// The words of a group, each after whether it is null: null sorts last.
type Words<'a> = Vec<(bool, Option<&'a str>)>;

/// The total over all groups first, then the groups by text, the unknown last; and the groups of records whose kind has
/// no such dimension, which are in the total alone.
fn lines(accumulator: &Accumulator) -> Result<(Vec<Line>, Vec<usize>)> {
    let by = &accumulator.request.by;
    let (mut all, mut parts) = (Vec::new(), Vec::new());
    for _ in by {
        all.push(Some(ALL.to_string()));
    }
    let counted_apart = accumulator.overlap || by.is_empty();
    if counted_apart {
        parts.push(EVERYTHING);
    }
    let mut groups: Vec<(Words<'_>, usize)> = Vec::new();
    let mut lacking = Vec::new();
    for group in FIRST..accumulator.groups.len() {
        if !counted_apart {
            parts.push(group);
        }
        let key = accumulator.groups.key(group);
        // One table may lack a column that another one of its kind has: there it is unknown.
        let lacks = |(&code, name): (&u32, &String)| absent_kind(code).is_some_and(|kind| !accumulator.has(kind, name));
        if key.iter().zip(by).any(lacks) {
            lacking.push(group);
            continue;
        }
        let mut words = Vec::new();
        for (&code, name) in key.iter().zip(by) {
            let word = accumulator.words.get(code);
            if word == Some(ALL) {
                let text = "a group is called `(all)`, which marks the total over all groups; rename it";
                return Err(Error::new(Code::UnknownDimension, text).field(name.as_str()));
            }
            words.push((word.is_none(), word));
        }
        groups.push((words, group));
    }
    sort(&mut groups);
    let mut lines = Vec::new();
    lines.push(Line { group: all.into(), parts, single: false });
    // A kind that lacks a dimension and one where it is unknown make two groups of the same words.
    for same in groups.chunk_by(|(a, _), (b, _)| a == b) {
        let [(words, _), ..] = same else { continue };
        let (mut group, mut parts) = (Vec::new(), Vec::new());
        for (_, word) in words {
            group.push(word.map(String::from));
        }
        for &(_, part) in same {
            parts.push(part);
        }
        lines.push(Line { group: group.into(), parts, single: true });
    }
    Ok((lines, lacking))
}

fn kpi_rows(
    accumulator: &Accumulator,
    running: &Asked,
    (lines, lacking): &(Vec<Line>, Vec<usize>),
    buckets: &[Option<Arc<BucketOf>>],
    rows: &mut Vec<ReportRow>,
) -> Result<()> {
    let spec = running.entry.spec();
    let windows = &accumulator.slots.windows;
    let width = windows.len();
    let cell = |group: usize, slot: usize| group.wrapping_mul(width).wrapping_add(slot);
    let beside = running.beside_of(&accumulator.running);
    let occurs = |group: &usize| {
        (0..width).any(|slot| {
            let cell = cell(*group, slot);
            !running.run.is_empty(cell) || beside.is_some_and(|beside| !beside.is_empty(cell))
        })
    };
    // A side whose records do not have the dimension makes every group's figures undefined.
    // Costs that name no group have their part in every group where they are shared.
    let of_money = |&code: &u32| absent_kind(code) == Some(Kind::LedgerEntry);
    let money = |group: &usize| accumulator.groups.key(*group).iter().any(of_money);
    let shared = |group: &usize| shares(&running.own) && !accumulator.overlap && money(group);
    let one_side_lacks = lacking.iter().any(|group| occurs(group) && !shared(group));
    let slots = |slot: usize| {
        let total = slot.wrapping_add(1) == buckets.len() && !running.direct_total;
        if total { 0..width } else { slot..slot.wrapping_add(1) }
    };
    let all = lines.first().map(|all| all.parts.as_slice()).unwrap_or_default();
    let numbers = |groups: &[usize], slots: Range<usize>| {
        let mut numbers = Vec::new();
        for &group in groups {
            for slot in slots.clone() {
                numbers.push(cell(group, slot));
            }
        }
        numbers.into_iter()
    };
    let mut wholes = Vec::with_capacity(buckets.len());
    for slot in 0..buckets.len() {
        wholes.push(running.run.whole(&mut numbers(all, slots(slot)))?);
    }
    let total = wholes.last().and_then(|total| total.as_deref());
    let mut cells: Vec<Vec<Vec<ReportRow>>> = Vec::new();
    for line in lines {
        if line.single && !line.parts.iter().any(occurs) {
            continue;
        }
        let mut of_line = Vec::new();
        for ((slot, bucket), whole) in buckets.iter().enumerate().zip(&wholes) {
            let window = windows.get(slot).copied().unwrap_or((i64::MIN, i64::MAX));
            let mut own = numbers(&line.parts, slots(slot));
            let mut combined = running.run.combine(&mut own, [whole.as_deref(), total], window)?;
            if let Some(beside) = beside {
                // What is open has one total: the balance at the end.
                let mut open = numbers(&line.parts, slot..slot.wrapping_add(1));
                combined.leave_out(&beside.combine(&mut open, [None; 2], window)?.left_out);
            }
            let reasons: Arc<[(Reason, u64)]> = combined.left_out.into();
            let mut figures = Vec::new();
            for mut figure in combined.figures {
                if line.single && one_side_lacks {
                    figure.undefine(Undefined::DimensionMissing);
                }
                figures.push(ReportRow {
                    kpi: spec.id,
                    variant: spec.variant,
                    bucket: bucket.clone(),
                    group: line.group.clone(),
                    value: Value::new(running.measured.spec(), figure)?,
                    reasons: reasons.clone(),
                });
            }
            of_line.push(figures);
        }
        cells.push(of_line);
    }
    if running.ranking.is_some() {
        (rest()?.rank)(running, &accumulator.request.by, &mut cells)?;
    }
    let figures = cells.first().and_then(|line| line.first()).map_or(0, Vec::len);
    for figures in cells.iter_mut().flatten() {
        // The first is taken first.
        figures.reverse();
    }
    for _ in 0..figures {
        for slot in 0..buckets.len() {
            for line in &mut cells {
                if let Some(row) = line.get_mut(slot).and_then(Vec::pop) {
                    rows.push(row);
                }
            }
        }
    }
    Ok(())
}

/// A row as one flat object, the dimensions as columns of their own.
struct Flat<'a>(&'a ReportRow, &'a [String]);

impl Serialize for Flat<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Flat(row, by) = self;
        let (bucket, value) = (row.bucket.as_deref(), &row.value);
        let decimal = |value: &Option<Decimal>| value.as_ref().map(crate::exact::text);
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("kpi", row.kpi)?;
        map.serialize_entry("variant", row.variant)?;
        map.serialize_entry("figure", &*value.figure)?;
        map.serialize_entry("bucket_start", &bucket.map(|bucket| format_instant(bucket.start)))?;
        map.serialize_entry("bucket_end", &bucket.map(|bucket| format_instant(bucket.end)))?;
        map.serialize_entry("bucket", &bucket.map(|bucket| bucket.label.as_str()))?;
        for (name, word) in by.iter().zip(row.group.iter()) {
            map.serialize_entry(name, word)?;
        }
        map.serialize_entry("value", &decimal(&value.value))?;
        map.serialize_entry("number", &value.number)?;
        map.serialize_entry("unit", &*value.unit)?;
        map.serialize_entry("numerator", &decimal(&value.numerator))?;
        map.serialize_entry("denominator", &decimal(&value.denominator))?;
        map.serialize_entry("sample", &value.sample)?;
        map.serialize_entry("lower", &value.lower)?;
        map.serialize_entry("upper", &value.upper)?;
        map.serialize_entry("undefined", &value.undefined.map(Undefined::as_str))?;
        map.serialize_entry("approximate", &value.approximate)?;
        map.serialize_entry("left_out", &row.left_out())?;
        map.serialize_entry("reasons", &Reasons(&row.reasons))?;
        map.end()
    }
}

struct Reasons<'a>(&'a [(Reason, u64)]);

impl Serialize for Reasons<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (reason, n) in self.0 {
            map.serialize_entry(reason.as_str(), n)?;
        }
        map.end()
    }
}

struct Rows<'a>(&'a Report);

impl Serialize for Rows<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut rows = serializer.serialize_seq(Some(self.0.rows.len()))?;
        for row in &self.0.rows {
            rows.serialize_element(&Flat(row, &self.0.by))?;
        }
        rows.end()
    }
}

/// The head of a report as JSON has it: everything but the rows.
struct Head<'a>(&'a Report);

impl Serialize for Head<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let report = self.0;
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("version", crate::VERSION)?;
        // What comes in parts cannot name the whole; JavaScript has the name beside it.
        #[cfg(not(all(feature = "parts", target_family = "wasm")))]
        map.serialize_entry("catalog", &crate::catalog_version())?;
        map.serialize_entry("definitions", &report.definitions)?;
        map.serialize_entry("preset", &report.preset)?;
        map.serialize_entry("not_computed", &report.not_computed)?;
        map.serialize_entry("by", &report.by)?;
        map.serialize_entry("overlapping", &report.overlapping)?;
        map.serialize_entry(
            "window",
            &report.window.map(|(from, to)| Window { from: format_instant(from), to: format_instant(to) }),
        )?;
        map.serialize_entry("bucket", &report.bucket)?;
        map.serialize_entry("week_start", report.week_start)?;
        map.serialize_entry("zone", &Zone { name: &report.zone.0, source: &report.zone.1 })?;
        map.serialize_entry("clock", report.clock)?;
        map.serialize_entry("calendar", &report.calendar)?;
        map.serialize_entry("as_of", &report.as_of.map(format_instant))?;
        map.serialize_entry("level", &report.level)?;
        map.serialize_entry("inputs", &Inputs(&report.inputs))?;
        map.end()
    }
}

#[derive(Serialize)]
struct Window {
    from: String,
    to: String,
}

#[derive(Serialize)]
struct Zone<'a> {
    name: &'a str,
    source: &'a str,
}

struct Inputs<'a>(&'a [(Kind, Counted)]);

impl Serialize for Inputs<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (kind, counted) in self.0 {
            map.serialize_entry(kind.as_str(), counted)?;
        }
        map.end()
    }
}

impl Serialize for Counted {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("records", &self.records)?;
        map.serialize_entry("skipped", &self.skipped)?;
        map.end()
    }
}

impl Serialize for Report {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(2))?;
        map.serialize_entry("about", &Head(self))?;
        map.serialize_entry("rows", &Rows(self))?;
        map.end()
    }
}

impl Report {
    /// The head without the rows, to be serialized beside a table of another form.
    #[must_use]
    pub fn about(&self) -> impl Serialize + '_ {
        Head(self)
    }
}
