//! What the library is asked for.

use std::collections::{BTreeMap, BTreeSet};

use kpi_core::time::{Bucket, Zone, parse_instant};
use kpi_core::{
    Amount, Ask, BadRecords, CATALOG, Code, Duration, Instant, Kind, Parameter, Report, Request, Score, Table, Test,
    Type, find, preset, presets, report,
};

use crate::explain;
use crate::input::{Loaded, Origin};
use crate::log::Log;
use crate::options::{Compare, Filter, Format, Options, either, meant, word};
use crate::rules::Rules;
use crate::sample;

/// KPIs and how they are grouped: a page groups a KPI by its own dimension where nothing else was asked for.
pub struct Plan {
    base: Request,
    parts: Vec<(Vec<String>, Vec<Ask>)>,
    /// The KPIs were not named one by one: one that cannot be computed is left out, and a note says so.
    lenient: bool,
}

/// The zone that the options name.
pub fn zone(options: &Options) -> Result<Option<Zone>, String> {
    let named = |name: &String| Zone::named(name).map_err(|error| format!("--zone {name}: {}", error.text()));
    options.zone.as_ref().map(named).transpose()
}

/// The instant as of which records are read.
pub fn as_of(options: &Options, zone: &Zone) -> Result<Option<i64>, String> {
    let read = |at: &String| parse_instant(at, zone).map_err(|error| format!("--as-of {at}: {}", error.text()));
    options.as_of.as_ref().map(read).transpose()
}

/// What KPIs can read.
pub struct Known<'a> {
    tables: Vec<Fields<'a>>,
    log: Option<&'a Log>,
}

/// A table of a file, or of what follows from the log.
struct Fields<'a> {
    kind: Kind,
    fields: BTreeSet<&'a str>,
    /// What a field of it is called: a column or a key.
    word: &'static str,
}

/// The tables of files and of the log.
pub fn known<'a>(files: &'a [Loaded], derived: &'a [Table<'a>], log: Option<&'a Log>) -> Known<'a> {
    let of_file = |file: &'a Loaded| Fields {
        kind: file.origin.kind,
        fields: file.origin.fields.iter().map(|reading| reading.field.as_str()).collect(),
        word: file.origin.source.word(),
    };
    let of_log = |table: &'a Table<'a>| Fields {
        kind: table.kind(),
        fields: table.columns().map(|(name, _)| name).collect(),
        word: "column",
    };
    // Where the log tells tickets, those of files are read like objects.
    let tells = |kind: Kind| derived.iter().any(|table| table.kind() == kind);
    let files = files.iter().filter(|file| !tells(file.origin.kind)).map(of_file);
    Known { tables: files.chain(derived.iter().map(of_log)).collect(), log }
}

/// What to compute, and the zone in which it reads dates.
pub fn plan(
    options: &Options,
    rules: &Rules,
    zone: Option<Zone>,
    known: &Known<'_>,
    notes: &mut Vec<String>,
) -> Result<(Plan, Zone), String> {
    let zone = zone.unwrap_or_else(Zone::utc);
    let mut base = rules.report(Request::new().zone(zone.clone()).level(options.level.unwrap_or(0.95)));
    if options.skip_bad {
        base = base.bad_records(BadRecords::Skip);
    }
    let window = match (&options.from, &options.to) {
        (Some(from), Some(to)) => Some((from.as_str(), to.as_str())),
        (None, None) => options.files.is_empty().then_some(sample::WINDOW),
        _ => return Err("--from and --to belong together; the window ends just before --to".into()),
    };
    if let Some((from, to)) = window {
        base = base.window(from, to).map_err(|error| format!("--from {from} --to {to}: {}", error.text()))?;
    }
    let bucket = match options.bucket.as_deref() {
        None => window.map(|_| Bucket::Month),
        Some("none") => None,
        Some(size) => {
            Some(size.parse().map_err(|error: kpi_core::Error| format!("--bucket {size}: {}", error.text()))?)
        }
    };
    if let Some(bucket) = bucket {
        base = base.bucket(bucket);
    }
    if let Some(day) = &options.week_start {
        base = base
            .week_start(day.parse().map_err(|error: kpi_core::Error| format!("--week-start {day}: {}", error.text()))?);
    }
    for filter in &options.filters {
        base = base.filter(typed(filter, &zone)?);
    }
    let as_of = as_of(options, &zone)?;
    if let Some(at) = as_of {
        base = base.as_of(Instant(at));
    }
    let asks = asks(options, rules, known, window.is_some(), as_of.is_some(), notes)?;
    let parts = parts(options, known, asks, notes);
    Ok((Plan { base, parts, lenient: options.kpis.is_empty() }, zone))
}

/// What a page groups a KPI by that has no field of its own: promises of several kinds should not be mixed.
const OWN: &[(&str, &str)] = &[("sla_attainment", "metric")];

/// What a page asks for beside the first variants, where it knows when it looks.
const MORE: &[(&str, &str)] = &[("resolution_time", "survival")];

/// Ages and times that a page cuts into bands, in seconds, where nothing else was asked for.
const BANDS: &[(&str, &str, [u32; 4])] = &[
    ("backlog", "unresolved", [86_400, 259_200, 604_800, 2_592_000]),
    ("resolution_time", "survival", [86_400, 259_200, 604_800, 1_209_600]),
];

/// The KPIs by what they are grouped by: what was asked for, else their own dimension, else the channel where a file
/// has it. A report that is one table has one grouping.
fn parts(
    options: &Options,
    known: &Known<'_>,
    asks: Vec<Ask>,
    notes: &mut Vec<String>,
) -> Vec<(Vec<String>, Vec<Ask>)> {
    if options.by.iter().any(|name| name == "none") {
        return vec![(Vec::new(), asks)];
    }
    if !options.by.is_empty() {
        return vec![(options.by.clone(), asks)];
    }
    let there = |field: &&str| known.tables.iter().any(|table| table.fields.contains(field));
    let channel = Some("channel").filter(there);
    let of = |ask: &Ask| -> Option<&str> {
        let own = find(&ask.kpi, &ask.variant).ok().and_then(|entry| entry.spec().by);
        let own = own.or(OWN.iter().find(|(kpi, _)| *kpi == ask.kpi).map(|(_, field)| *field));
        own.filter(there).or(channel)
    };
    let mut parts: Vec<(Option<&str>, Vec<Ask>)> = Vec::new();
    for ask in asks {
        let by = of(&ask);
        match parts.iter_mut().find(|(known, _)| *known == by) {
            Some((_, asks)) => asks.push(ask),
            None => parts.push((by, vec![ask])),
        }
    }
    parts.sort_by_key(|(by, _)| *by != channel);
    if parts.len() > 1 && matches!(options.format(), Format::Csv | Format::Json) {
        for (by, asks) in parts.iter().filter(|(by, _)| *by != channel) {
            let ids: Vec<&str> = asks.iter().map(|ask| ask.kpi.as_str()).collect();
            let (ids, by) = (ids.join(", "), by.unwrap_or_default());
            notes.push(format!("one table has one grouping; --by {by} groups {ids} by the {by}"));
        }
        let asks = parts.into_iter().flat_map(|(_, asks)| asks).collect();
        parts = vec![(channel, asks)];
    }
    parts.into_iter().map(|(by, asks)| (by.map(String::from).into_iter().collect(), asks)).collect()
}

/// Computes everything; a report for each grouping.
pub fn compute(
    plan: Plan,
    tables: &[Table<'_>],
    origins: &[&Origin],
    notes: &mut Vec<String>,
) -> Result<Vec<Report>, String> {
    let mut reports = Vec::new();
    for (by, mut asks) in plan.parts {
        let of = |asks: &[Ask]| {
            let request = by.iter().fold(plan.base.clone().ungrouped(), |request, name| request.by(name));
            report(&asks.iter().fold(request, |request, ask| request.kpi(ask.clone())), tables)
        };
        let mut result = of(&asks);
        if plan.lenient && result.as_ref().is_err_and(|error| OF_ONE_KPI.contains(&error.code())) {
            asks.retain(|ask| match of(std::slice::from_ref(ask)) {
                Err(error) if OF_ONE_KPI.contains(&error.code()) => {
                    let why = explain::report(&error, origins);
                    notes.push(format!("not in the report: {}:{}: {why}", ask.kpi, ask.variant));
                    false
                }
                _ => true,
            });
            if asks.is_empty() {
                continue;
            }
            result = of(&asks);
        }
        reports.push(result.map_err(|error| explain::report(&error, origins))?);
    }
    if reports.is_empty() { Err(format!("no KPI can be computed\n{}", notes.join("\n"))) } else { Ok(reports) }
}

/// What can be wrong with one KPI while the others are right.
const OF_ONE_KPI: &[Code] = &[
    Code::MissingField,
    Code::MissingRecords,
    Code::MixedScales,
    Code::MixedCurrencies,
    Code::WindowRequired,
    Code::AsOfRequired,
    Code::AsOfCounts,
];

/// The KPIs that are named; of presets, and where none is named of the catalogue, those for which the tables have what
/// is needed.
fn asks(
    options: &Options,
    rules: &Rules,
    known: &Known<'_>,
    window: bool,
    as_of: bool,
    notes: &mut Vec<String>,
) -> Result<Vec<Ask>, String> {
    let mut asks: Vec<Ask> = Vec::new();
    for (id, variant) in &options.kpis {
        let entry = find(id, variant).map_err(|error| {
            let colon = if variant.is_empty() { "" } else { ":" };
            let meant = match error.code() {
                Code::UnknownKpi => meant(id, CATALOG.iter().map(|entry| entry.spec().id), ""),
                _ => String::new(),
            };
            format!("--kpi {id}{colon}{variant}: {}{meant}", error.text())
        })?;
        asks.push(Ask::new(id).variant(entry.spec().variant));
    }
    let mut wanted: Vec<(&str, &str)> = Vec::new();
    for name in &options.presets {
        let preset = preset(name).map_err(|error| {
            let meant = meant(name, presets().iter().map(|preset| preset.name), "");
            format!("--preset {name}: {}{meant}", error.text())
        })?;
        wanted.extend(preset.kpis);
    }
    if options.kpis.is_empty() && options.presets.is_empty() {
        let mut ids: Vec<&str> = CATALOG.iter().map(|entry| entry.spec().id).collect();
        ids.dedup();
        wanted.extend(ids.into_iter().map(|id| (id, "")));
        wanted.extend(MORE.iter().filter(|_| window || as_of));
    }
    let mut absent: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (id, variant) in wanted {
        let entry = find(id, variant).map_err(|error| format!("--preset: {}", error.text()))?;
        let spec = entry.spec();
        if asks.iter().any(|ask| ask.kpi == spec.id && ask.variant == spec.variant) {
            continue;
        }
        let shown = if variant.is_empty() { id.to_owned() } else { format!("{id}:{variant}") };
        match unlogged(spec.id, known, rules).or_else(|| obstacle(entry, known, window)) {
            None => asks.push(Ask::new(id).variant(spec.variant)),
            Some(why) => absent.entry(why).or_default().push(shown),
        }
    }
    let absent: Vec<String> = absent.iter().map(|(why, ids)| format!("{} ({why})", ids.join(", "))).collect();
    if asks.is_empty() {
        return Err(format!("the tables allow no KPI: {}", absent.join("; ")));
    }
    if !absent.is_empty() {
        notes.push(format!("not in the report: {}", absent.join("; ")));
    }
    let is_page = matches!(options.format(), Format::Table | Format::Html);
    for ask in asks.iter_mut().filter(|_| is_page) {
        let is_it = |(id, variant, _): &&(&str, &str, _)| ask.kpi == *id && ask.variant == *variant;
        if let Some((.., cuts)) = BANDS.iter().find(is_it) {
            ask.parameters.insert("bands".into(), bands(cuts));
        }
    }
    for (id, name, value) in &options.parameters {
        let entry = find(id, "").map_err(|error| format!("--parameter {id}.{name}: {}", error.text()))?;
        let of_id = CATALOG.iter().map(|entry| entry.spec()).filter(|spec| spec.id == entry.spec().id);
        let mut known: Vec<&str> = of_id.flat_map(|spec| spec.parameters).map(|known| known.name).collect();
        known.sort_unstable();
        known.dedup();
        if !known.contains(&name.as_str()) {
            let takes = if known.is_empty() { "none".to_owned() } else { either(&known) };
            return Err(format!("--parameter {id}.{name}: `{id}` has no parameter `{name}`; it takes {takes}"));
        }
        let takes = |ask: &Ask| {
            let spec = find(&ask.kpi, &ask.variant).map(|entry| entry.spec());
            spec.is_ok_and(|spec| spec.parameters.iter().any(|known| known.name == name))
        };
        let asked = asked(&mut asks, id).map_err(|text| format!("--parameter {id}.{name}: {text}"))?;
        for ask in asked.filter(|ask| takes(ask)) {
            ask.parameters.insert(name.clone(), Parameter::clone(value));
        }
    }
    for anchor in &options.anchors {
        for ask in asked(&mut asks, &anchor.kpi).map_err(|text| format!("{}: {text}", anchor.text))? {
            *ask = ask.clone().anchor(anchor.kind, &anchor.field);
        }
    }
    Ok(asks)
}

fn bands(cuts: &[u32]) -> Parameter {
    serde_json::from_value(serde_json::json!(cuts)).unwrap_or_else(|_| Parameter::Text(String::new()))
}

/// The places of a KPI in the report.
fn asked<'a>(asks: &'a mut [Ask], id: &str) -> Result<impl Iterator<Item = &'a mut Ask>, String> {
    find(id, "").map_err(|error| error.text().to_owned())?;
    let mut asked = asks.iter_mut().filter(|ask| ask.kpi == id).peekable();
    match asked.peek() {
        None => Err(format!("`{id}` is not in the report; ask for it with --kpi {id}")),
        Some(_) => Ok(asked.collect::<Vec<_>>().into_iter()),
    }
}

/// What has to happen in a log for a KPI to say something: where it never does, nobody wrote it down.
const LOGGED: &[(&str, &str)] = &[
    ("average_response_time", "customer_message"),
    ("overdue_response_rate", "promised"),
    ("escalation_rate", "escalated"),
];

/// Why a KPI that was not named says nothing of this log.
fn unlogged(id: &str, known: &Known<'_>, rules: &Rules) -> Option<String> {
    let log = known.log?;
    if id == "sla_attainment" && !rules.promises() {
        return Some("needs --sla".into());
    }
    let (_, kind) = LOGGED.iter().find(|(kpi, _)| *kpi == id)?;
    (!log.kinds.contains(*kind)).then(|| format!("no `{kind}` in the events"))
}

/// Why a KPI that was not named cannot be computed from these files.
fn obstacle(entry: &kpi_core::Entry, known: &Known<'_>, window: bool) -> Option<String> {
    let records = entry.records();
    let kinds: Vec<Kind> = records.iter().map(|(kind, _)| *kind).collect();
    let of = |kind: Kind| known.tables.iter().filter(move |table| table.kind == kind);
    // Money alone makes no sense without the ledger; the other kinds can stand for each other.
    let wanted = if kinds.contains(&Kind::LedgerEntry) { vec![Kind::LedgerEntry] } else { kinds.clone() };
    // What is made of other tables needs one of these.
    let made = |kind: Kind| kind == Kind::WorkSpan && of(Kind::AgentTime).next().is_some();
    if !wanted.iter().any(|&kind| of(kind).next().is_some() || made(kind)) {
        let words: Vec<&str> = wanted.iter().map(|&kind| word(kind)).collect();
        return Some(format!("needs --{}", either(&words).replace(" or ", " or --").replace(", ", ", --")));
    }
    for &kind in &kinds {
        for file in of(kind) {
            let derived = entry.derived(kind);
            let absent = |field: &&&str| !file.fields.contains(**field) && !derived.contains(*field);
            if let Some(field) = entry.fields(kind).0.iter().find(absent) {
                return Some(format!("no {} `{field}` in the {}", file.word, word(kind)));
            }
        }
    }
    let balance = records
        .iter()
        .any(|(_, anchor)| matches!(anchor, kpi_core::Anchor::Balance(..) | kpi_core::Anchor::Lasting(..)));
    (balance && !window).then(|| "needs --from and --to".into())
}

fn typed(filter: &Filter, zone: &Zone) -> Result<kpi_core::Filter, String> {
    let of = filter.kind.field(&filter.field).map_or(Type::Text, |field| field.of);
    let wrong = |error: kpi_core::Error| format!("{}: {}", filter.text, error.text());
    let number = || -> kpi_core::Result<i64> {
        let text = &filter.value;
        match of {
            Type::Instant => parse_instant(text, zone),
            Type::Duration => text.parse().map(|Duration(micros)| micros),
            Type::Score => text.parse().map(|Score(thousandths)| thousandths),
            Type::Amount => text.parse().map(|Amount(units)| units),
            _ => text.parse().map_err(|_| {
                kpi_core::Error::new(kpi_core::Code::NotANumber, format!("`{text}` is not a whole number"))
            }),
        }
    };
    let words = || filter.value.split(',').map(|word| word.trim().to_owned()).collect();
    let test = match (of, filter.compare) {
        (Type::Text | Type::Tags, Compare::Is) => Test::AnyOf(words()),
        (Type::Text | Type::Tags, Compare::IsNot) => Test::NoneOf(words()),
        (Type::Text | Type::Tags, _) => return Err(format!("{}: a text takes = or !=", filter.text)),
        (Type::Flag, Compare::Is) if matches!(filter.value.as_str(), "true" | "false") => {
            Test::Is(filter.value == "true")
        }
        (Type::Flag, _) => return Err(format!("{}: a flag takes =true or =false", filter.text)),
        (_, Compare::AtLeast) => Test::Range(Some(number().map_err(wrong)?), None),
        (_, Compare::Below) => Test::Range(None, Some(number().map_err(wrong)?)),
        _ => return Err(format!("{}: a date or number takes >= or <", filter.text)),
    };
    kpi_core::Filter::new(filter.kind, &filter.field, test).map_err(wrong)
}
