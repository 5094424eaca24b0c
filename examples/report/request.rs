//! What the library is asked for.

use kpi_core::time::{Bucket, Zone, parse_instant};
use kpi_core::{
    Amount, Ask, BadRecords, CATALOG, Duration, Instant, Kind, Parameter, Request, Score, Test, Type, find,
};

use crate::input::{Loaded, SAMPLE_WINDOW};
use crate::options::{Compare, Filter, Options, either};

/// The zone that the options name.
pub fn zone(options: &Options) -> Result<Option<Zone>, String> {
    let named = |name: &String| Zone::named(name).map_err(|error| format!("--zone {name}: {}", error.text()));
    options.zone.as_ref().map(named).transpose()
}

/// The request, and the zone in which it reads dates.
pub fn build(
    options: &Options,
    zone: Option<Zone>,
    files: &[Loaded],
    notes: &mut Vec<String>,
) -> Result<(Request, Zone), String> {
    let zone = zone.unwrap_or_else(Zone::utc);
    let mut request = Request::new().zone(zone.clone()).level(options.level.unwrap_or(0.95));
    if options.skip_bad {
        request = request.bad_records(BadRecords::Skip);
    }
    let window = match (&options.from, &options.to) {
        (Some(from), Some(to)) => Some((from.as_str(), to.as_str())),
        (None, None) => options.files.is_empty().then_some(SAMPLE_WINDOW),
        _ => return Err("--from and --to belong together; the window ends just before --to".into()),
    };
    if let Some((from, to)) = window {
        request = request.window(from, to).map_err(|error| format!("--from {from} --to {to}: {}", error.text()))?;
    }
    let bucket = match options.bucket.as_deref() {
        None => window.map(|_| Bucket::Month),
        Some("none") => None,
        Some(size) => {
            Some(size.parse().map_err(|error: kpi_core::Error| format!("--bucket {size}: {}", error.text()))?)
        }
    };
    if let Some(bucket) = bucket {
        request = request.bucket(bucket);
    }
    for name in dimensions(options, files) {
        request = request.by(&name);
    }
    for filter in &options.filters {
        request = request.filter(typed(filter, &zone)?);
    }
    if let Some(at) = &options.as_of {
        let at = parse_instant(at, &zone).map_err(|error| format!("--as-of {at}: {}", error.text()))?;
        request = request.as_of(Instant(at));
    }
    for ask in asks(options, files, window.is_some(), notes)? {
        request = request.kpi(ask);
    }
    Ok((request, zone))
}

/// What the report is grouped by: the channel where nothing is said and a file has it.
fn dimensions(options: &Options, files: &[Loaded]) -> Vec<String> {
    if options.by.iter().any(|name| name == "none") {
        return Vec::new();
    }
    if options.by.is_empty() && files.iter().any(|file| file.origin.has("channel")) {
        return vec!["channel".into()];
    }
    options.by.clone()
}

/// The KPIs that are named; without any, those for which the tables have what is needed.
fn asks(options: &Options, files: &[Loaded], window: bool, notes: &mut Vec<String>) -> Result<Vec<Ask>, String> {
    let mut asks = Vec::new();
    for (id, variant) in &options.kpis {
        let entry = find(id, variant).map_err(|error| {
            let colon = if variant.is_empty() { "" } else { ":" };
            format!("--kpi {id}{colon}{variant}: {}", error.text())
        })?;
        asks.push(Ask::new(id).variant(entry.spec().variant));
    }
    if options.kpis.is_empty() {
        let mut ids: Vec<&str> = CATALOG.iter().map(|entry| entry.spec().id).collect();
        ids.dedup();
        let mut absent = Vec::new();
        for id in ids {
            match obstacle(id, files, window) {
                None => asks.push(Ask::new(id)),
                Some(why) => absent.push(format!("{id} ({why})")),
            }
        }
        if asks.is_empty() {
            return Err(format!("the tables allow no KPI: {}", absent.join("; ")));
        }
        if !absent.is_empty() {
            notes.push(format!("not in the report: {}", absent.join("; ")));
        }
    }
    for (id, name, value) in &options.parameters {
        let entry = find(id, "").map_err(|error| format!("--parameter {id}.{name}: {}", error.text()))?;
        let known: Vec<&str> = entry.spec().parameters.iter().map(|known| known.name).collect();
        if !known.contains(&name.as_str()) {
            let takes = if known.is_empty() { "none".to_owned() } else { either(&known) };
            return Err(format!("--parameter {id}.{name}: `{id}` has no parameter `{name}`; it takes {takes}"));
        }
        let mut asked = asks.iter_mut().filter(|ask| ask.kpi == *id).peekable();
        if asked.peek().is_none() {
            return Err(format!("--parameter {id}.{name}: `{id}` is not in the report; ask for it with --kpi {id}"));
        }
        asked.for_each(|ask| {
            ask.parameters.insert(name.clone(), Parameter::clone(value));
        });
    }
    Ok(asks)
}

/// Why a KPI that was not named cannot be computed from these files.
fn obstacle(id: &str, files: &[Loaded], window: bool) -> Option<String> {
    let entry = find(id, "").ok()?;
    let kinds: Vec<Kind> = entry.records().into_iter().map(|(kind, _)| kind).collect();
    let of = |kind: Kind| files.iter().map(|file| &file.origin).filter(move |origin| origin.kind == kind);
    // Money alone makes no sense without the ledger; the other kinds can stand for each other.
    let wanted = if kinds.contains(&Kind::LedgerEntry) { vec![Kind::LedgerEntry] } else { kinds.clone() };
    if !wanted.iter().any(|&kind| of(kind).next().is_some()) {
        let words: Vec<&str> = wanted.iter().map(|&kind| crate::options::word(kind)).collect();
        return Some(format!("needs --{}", either(&words).replace(" or ", " or --").replace(", ", ", --")));
    }
    for &kind in &kinds {
        for origin in of(kind) {
            if let Some(field) = entry.fields(kind).0.iter().find(|field| !origin.has(field)) {
                return Some(format!("no column `{field}` in the {}", crate::options::word(kind)));
            }
        }
    }
    (kinds == [Kind::Account] && !window).then(|| "needs --from and --to".into())
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
