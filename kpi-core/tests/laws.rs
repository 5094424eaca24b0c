//! Laws over the whole catalogue: a new KPI is tested here without a line of new test code.

mod common;

use std::collections::{BTreeMap, BTreeSet};

use common::{cases, records, request, root};
use kpi_core::rows::{Input, TableBuilder};
use kpi_core::time::Bucket;
use kpi_core::{
    Accumulator, Anchor, Ask, BadRecords, CATALOG, Code, Entry, FigureSpec, Kind, LIGHT, Number, Reason, Report,
    Request, Type, Undefined, find, report,
};
use proptest::prelude::*;

/// A record as field texts.
type Record = Vec<(&'static str, String)>;

const DAY: i64 = 86_400;
/// 2026-01-01T00:00:00Z in seconds.
const START: i64 = 1_767_225_600;

/// Text of a field that is not a free word.
fn words(kind: Kind, field: &str) -> &'static [&'static str] {
    match (kind, field) {
        (Kind::Ticket, "status") | (Kind::StatusSpan, "status" | "previous") => {
            &["new", "open", "pending", "on_hold", "resolved", "closed", "canceled", "deleted", "merged", "spam"]
        }
        (Kind::Ticket, "opened_by") | (Kind::StatusSpan, "actor_kind") => &["customer", "agent", "bot", "system"],
        (Kind::Ticket, "resolved_by") => &["person", "bot", "self_service", "system"],
        (Kind::Contact, "outcome") => &["answered", "answered", "abandoned", "callback", "failed", "self_served"],
        (Kind::Contact, "direction") => &["inbound", "inbound", "outbound"],
        (Kind::Contact, "abandon_step") => &["menu", "queue", "hold", "conversation"],
        (Kind::Survey, "kind") => &["csat", "nps", "ces", "resolution", "agent"],
        (Kind::Survey, "direction") => &["high_is_good", "low_is_good"],
        (Kind::Conversion, "kind") => &["purchase", "purchase", "purchase", "refund", "upsell"],
        (Kind::LedgerEntry, "kind") => &["cost", "cost", "revenue", "acquisition_cost", "penalty"],
        (Kind::SlaTarget, "state") => &["met", "breached", "running", "paused", "not_applicable"],
        (Kind::SlaTarget, "metric") => &["first_response", "next_response", "resolution"],
        (Kind::AgentTime, "state") | (Kind::WorkSpan, "state" | "planned") => {
            &["available", "available", "break", "training", "meeting", "off"]
        }
        (Kind::Activity, "kind") => &["helping", "volunteering"],
        (Kind::Session, "kind") => &["help_center", "article", "forum", "chatbot"],
        (Kind::Review | Kind::Ticket, "sentiment") => &["positive", "neutral", "negative"],
        (_, "currency") => &["EUR"],
        (_, "channel") => &["phone", "email", "chat", "fax"],
        _ => &["a", "b", "c"],
    }
}

/// A record of any kind: every field of its kind filled or null by chance, the order of its instants kept so that most
/// records are good.
fn record(kind: Kind, id: usize, chance: &[u32]) -> Record {
    let mut chance = chance.iter().copied().cycle();
    let mut next = move || chance.next().unwrap_or(0);
    let mut at = START + i64::from(next() % 90) * DAY + i64::from(next() % 86_400);
    let mut record: Record = Vec::new();
    let span = kind == Kind::LedgerEntry && next() % 2 == 0;
    for field in kind.fields() {
        let skip = match (kind, field.name) {
            (_, "id") => {
                record.push(("id", format!("{}-{id}", kind.as_str())));
                continue;
            }
            (Kind::Survey | Kind::EmployeeSurvey, "scale_min" | "scale_max" | "score") => continue,
            (Kind::Survey, "replaced") => true,
            (Kind::LedgerEntry, "at") => span,
            (Kind::LedgerEntry, "from" | "to") => !span,
            _ => !field.required && next() % 4 == 0,
        };
        if skip {
            continue;
        }
        let text = match field.of {
            Type::Text => {
                let words = words(kind, field.name);
                words[next() as usize % words.len()].to_string()
            }
            Type::Tags => ["", "vip", "vip;late", "late"][next() as usize % 4].to_string(),
            Type::Instant => {
                at += i64::from(next() % 200_000) + 1;
                kpi_core::Instant(at * 1_000_000).to_string()
            }
            Type::Duration => (next() % 5000).to_string(),
            Type::Count => (next() % 6).to_string(),
            Type::Flag => ["true", "false"][next() as usize % 2].to_string(),
            Type::Score => "1".into(),
            Type::Amount => format!("{}.{:02}", next() % 1000, next() % 100),
        };
        record.push((field.name, text));
    }
    if kind == Kind::Survey {
        // One scale for each kind of survey: mixed scales are an error, and tested elsewhere.
        let survey = record.iter().find(|(name, _)| *name == "kind").map(|(_, text)| text.clone()).unwrap();
        let (min, max) = if survey == "nps" { (0, 10) } else { (1, 7) };
        record.retain(|(name, _)| *name != "direction");
        record.push(("scale_min", min.to_string()));
        record.push(("scale_max", max.to_string()));
        if next() % 5 > 0 {
            record.push(("score", (min + next() % (max - min + 1)).to_string()));
        }
    }
    record
}

fn table(kind: Kind, records: &[Record]) -> TableBuilder {
    let mut builder = TableBuilder::new(kind);
    for record in records {
        builder.begin();
        for (name, text) in record {
            builder.set(name, &Input::Text(text)).unwrap();
        }
        // Every column is there, whatever the records hold.
        let set: BTreeSet<_> = record.iter().map(|(name, _)| *name).collect();
        for field in kind.fields().iter().filter(|field| !set.contains(field.name)) {
            builder.set(field.name, &Input::Null).unwrap();
        }
    }
    builder
}

/// All KPIs, in months, by channel and tags, skipping what is bad.
fn asked() -> Request {
    let mut request = Request::new()
        .window("2026-01-15", "2026-04-10")
        .unwrap()
        .bucket(Bucket::Month)
        .by("channel")
        .bad_records(BadRecords::Skip);
    for entry in CATALOG {
        request = request.kpi(Ask::new(entry.spec().id).variant(entry.spec().variant));
    }
    request
}

fn text(report: &Report) -> String {
    serde_json::to_string(report).unwrap()
}

fn rows(report: &Report) -> serde_json::Value {
    serde_json::to_value(report).unwrap()
}

/// The kinds of records of a report: all but events, from which they are derived.
fn kinds() -> impl Iterator<Item = Kind> {
    Kind::ALL.iter().copied().filter(|kind| *kind != Kind::TicketEvent)
}

fn accumulate(request: &Request, tables: &[(Kind, Vec<Record>)]) -> Accumulator {
    let mut accumulator = Accumulator::new(request).unwrap();
    for (kind, records) in tables {
        accumulator.push(&table(*kind, records).table()).unwrap();
    }
    accumulator
}

prop_compose! {
    fn some_records()(sizes in prop::collection::vec(0usize..25, Kind::ALL.len()), seeds in prop::collection::vec(prop::collection::vec(any::<u32>(), 61), 25))
        -> Vec<(Kind, Vec<Record>)>
    {
        kinds().zip(sizes).map(|(kind, size)| {
            (kind, (0..size).map(|i| record(kind, i, &seeds[i])).collect())
        }).collect()
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn any_split_and_order_gives_the_same_digits_and_bytes(records in some_records(), cut in 0usize..25, tags in any::<bool>()) {
        let request = if tags { asked().by("tags") } else { asked() };
        let whole = accumulate(&request, &records);
        let (mut first, mut second) = (Vec::new(), Vec::new());
        for (kind, records) in &records {
            let (a, b) = records.split_at(cut.min(records.len()));
            first.push((*kind, b.iter().rev().cloned().collect::<Vec<_>>()));
            second.push((*kind, a.to_vec()));
        }
        let mut merged = accumulate(&request, &first);
        let second = accumulate(&request, &second);
        merged.merge(&second).unwrap();
        prop_assert_eq!(merged.to_bytes(), whole.to_bytes());
        let expected = text(&whole.report().unwrap());
        prop_assert_eq!(text(&merged.report().unwrap()), expected.clone());

        let mut again = Accumulator::new(&request).unwrap();
        again.merge_bytes(&whole.to_bytes()).unwrap();
        prop_assert_eq!(text(&again.report().unwrap()), expected);

        merged.unmerge(&second).unwrap();
        prop_assert_eq!(merged.to_bytes(), accumulate(&request, &first).to_bytes());
    }

    #[test]
    fn every_value_lies_within_the_bounds_of_its_kind(records in some_records()) {
        let report = accumulate(&asked(), &records).report().unwrap();
        for row in &report.rows {
            let (low, high) = row.value.kind.bounds();
            if let Some(value) = row.value.value {
                prop_assert!(low.is_none_or(|low| value >= low.into()), "{row:?}");
                prop_assert!(high.is_none_or(|high| value <= high.into()), "{row:?}");
                prop_assert!(row.value.undefined.is_none());
                prop_assert_eq!(row.value.number.unwrap().to_string(), value.to_string().parse::<f64>().unwrap().to_string());
            } else {
                prop_assert!(row.value.undefined.is_some() && row.value.lower.is_none());
            }
            if let (Some(lower), Some(upper), Some(number)) = (row.value.lower, row.value.upper, row.value.number) {
                prop_assert!(lower <= upper);
                // A net index is moved towards the middle by its adjustment, so its interval may lie beside it.
                prop_assert!(row.value.kind == Number::NetIndex || (lower <= number + 1e-6 && number <= upper + 1e-6), "{row:?}");
            }
            if row.value.kind == Number::Count {
                // The groups of a dimension that some of the records do not have have no figures.
                let lacks = row.value.undefined == Some(Undefined::DimensionMissing);
                prop_assert!(row.value.value.is_some() || lacks, "a count over nothing is 0");
            }
        }
    }

    #[test]
    fn groups_and_buckets_add_up_to_the_total(records in some_records()) {
        let report = accumulate(&asked(), &records).report().unwrap();
        for entry in CATALOG {
            let spec = entry.spec();
            let spans = |anchor: &Anchor| matches!(anchor, Anchor::Balance(..) | Anchor::Lasting(..) | Anchor::Period(..));
            // Customers, and tickets with all their targets or with both judgements, count once in the total, but in every
            // bucket in which they did something.
            let of_customers = |figure: &FigureSpec| matches!(figure.name, "customers" | "accounts" | "promoter_count");
            let of_tickets = matches!(
                (spec.id, spec.variant),
                ("sla_attainment", "all_met")
                    | ("most_active_agents", "each")
                    | ("quality_score", "perception_gap")
                    | ("employee_productivity", "exchanges_per_ticket")
            );
            let once = of_tickets || spec.figures.iter().any(of_customers);
            if once || entry.records().iter().any(|(_, anchor)| spans(anchor)) {
                continue;
            }
            for figure in spec.figures.iter().filter(|figure| figure.number == Number::Count) {
                let of = |total: bool, all: bool| -> i64 {
                    report.rows.iter().filter(|row| {
                        row.kpi == spec.id && row.variant == spec.variant && row.value.figure == figure.name
                            && row.bucket.is_none() == total
                            && (row.group[0].as_deref() == Some("(all)")) == all
                    }).map(|row| row.value.number.unwrap() as i64).sum()
                };
                prop_assert_eq!(of(true, true), of(false, true));
                if entry.records().iter().all(|(kind, _)| kind.field("channel").is_some()) {
                    prop_assert_eq!(of(true, true), of(true, false));
                    prop_assert_eq!(of(true, true), of(false, false));
                }
            }
        }
    }

    #[test]
    fn shared_costs_add_up_to_the_total(records in some_records(), by_time in any::<bool>(), by in prop::sample::select(vec!["channel", "agent", "team"])) {
        let by_what = if by_time { "handling_time" } else { "count" };
        let kept = ["ticket", "contact", "ledger_entry"];
        let mut request = Request::new().window("2026-01-15", "2026-04-10").unwrap().bucket(Bucket::Month).by(by).bad_records(BadRecords::Skip);
        // Tickets know neither handling time nor agent.
        request = request.kpi(Ask::new("cost_per_conversation").parameter("share_by", by_what.into()));
        let records: Vec<_> = records.into_iter().filter(|(kind, _)| kept.contains(&kind.as_str()) && (by == "channel" || *kind != Kind::Ticket)).collect();
        let report = accumulate(&request, &records).report().unwrap();
        let costs = || report.rows.iter().filter(|row| row.value.figure == "cost");
        for total in costs().filter(|row| row.group[0].as_deref() == Some("(all)")) {
            let parts = costs().filter(|row| row.bucket == total.bucket && row.group[0].as_deref() != Some("(all)"));
            let (n, sum) = parts.fold((0, 0.0), |(n, sum), row| (n + 1, sum + row.value.number.unwrap()));
            let conversations = report.rows.iter().find(|row| row.value.figure == "conversations" && row.bucket == total.bucket && row.group == total.group);
            // With no conversation to share by, costs that no group names are in the total alone.
            if n > 0 && conversations.unwrap().value.sample > 0 {
                prop_assert!((sum - total.value.number.unwrap()).abs() < 1e-6, "{sum} of {total:?}");
            }
        }
    }

    #[test]
    fn damaged_bytes_are_refused_and_change_nothing(records in some_records(), at in any::<prop::sample::Index>(), to in any::<u8>()) {
        let request = asked();
        let whole = accumulate(&request, &records);
        let mut bytes = whole.to_bytes();
        let at = at.index(bytes.len());
        let before = bytes[at];
        bytes[at] = to;
        let mut other = Accumulator::new(&request).unwrap();
        let result = other.merge_bytes(&bytes);
        if before != to && result.is_err() {
            prop_assert_eq!(other.to_bytes(), Accumulator::new(&request).unwrap().to_bytes());
        }
        bytes.truncate(at);
        prop_assert!(other.merge_bytes(&bytes).is_err());
    }

    #[test]
    fn no_text_makes_a_field_panic(text in ".{0,40}", kind in prop::sample::select(Kind::ALL)) {
        for field in kind.fields() {
            let mut builder = TableBuilder::new(kind);
            builder.begin();
            let _ = builder.set(field.name, &Input::Text(&text));
        }
    }
}

/// What a report over whole tables derives or fills in, and an accumulator cannot.
const DERIVED: &[(Kind, &str)] = &[
    (Kind::Ticket, "next_case_at"),
    (Kind::Ticket, "next_case_after_resolution_at"),
    (Kind::Ticket, "next_purchase_at"),
    (Kind::Ticket, "through_spans"),
    (Kind::Contact, "next_case_at"),
    (Kind::Contact, "next_purchase_at"),
    (Kind::Contact, "through_legs"),
    (Kind::Contact, "on_shift"),
    (Kind::Leg, "on_shift"),
    (Kind::AgentTime, "first_of_day"),
    (Kind::Review, "subject_at"),
    (Kind::Activity, "team"),
    (Kind::Session, "contacted_at"),
    (Kind::Ticket, "has_conversion"),
    (Kind::Ticket, "session_before_at"),
    (Kind::Survey, "agent"),
    (Kind::Survey, "account_ended_at"),
    (Kind::Ticket, "next_touch_at"),
    (Kind::Ticket, "converted_at"),
    (Kind::Ticket, "upsold_at"),
    (Kind::Ticket, "cross_sold_at"),
    (Kind::Ticket, "account_started_at"),
    (Kind::Ticket, "account_ended_at"),
    (Kind::Contact, "next_touch_at"),
    (Kind::Contact, "converted_at"),
    (Kind::Contact, "upsold_at"),
    (Kind::Contact, "cross_sold_at"),
    (Kind::Contact, "account_ended_at"),
    (Kind::Session, "next_touch_at"),
    (Kind::Session, "converted_at"),
    (Kind::Session, "upsold_at"),
    (Kind::Session, "cross_sold_at"),
    (Kind::Session, "account_ended_at"),
    (Kind::Subscription, "customer_since"),
    (Kind::Account, "value"),
    (Kind::Conversion, "first_purchase_at"),
    (Kind::Conversion, "refunded"),
];

fn derives(case: &serde_json::Value) -> bool {
    let entry = find(case["kpi"].as_str().unwrap(), case["variant"].as_str().unwrap());
    let reads = |entry: &Entry, kind: Kind, field: &str| {
        let (needs, uses) = entry.fields(kind);
        needs.contains(&field) || uses.contains(&field)
    };
    // Work spans are made of agents' times.
    let spans = |entry: &Entry| {
        entry.records().iter().any(|(kind, _)| *kind == Kind::WorkSpan) && case["records"].get("work_span").is_none()
    };
    entry.is_ok_and(|entry| spans(entry) || DERIVED.iter().any(|&(kind, field)| reads(entry, kind, field)))
}

/// Typed rows, JSON objects and columns are the same records.
#[test]
fn rows_and_columns_give_the_same_digits() {
    let mut compared = 0;
    for case in cases().filter(|case| case.get("records").is_some() && !derives(case)) {
        let (Ok(request), Ok(mut builders)) = (request(&case), records(&case)) else { continue };
        let tables: Vec<_> = builders.iter_mut().map(TableBuilder::table).collect();
        let Ok(whole) = report(&request, &tables) else { continue };
        // Typed rows go through an accumulator, which has no windows of its own and does not replace answers.
        let Ok(mut accumulator) = Accumulator::new(&request) else { continue };
        let mut typed = true;
        for (kind, rows) in case["records"].as_object().unwrap() {
            let rows = rows.clone();
            typed &= match Kind::named(kind).unwrap() {
                Kind::Ticket => push::<kpi_core::Ticket>(&mut accumulator, rows),
                Kind::Contact => push::<kpi_core::Contact>(&mut accumulator, rows),
                Kind::Survey => push::<kpi_core::Survey>(&mut accumulator, rows),
                Kind::Account => push::<kpi_core::Account>(&mut accumulator, rows),
                Kind::Leg => push::<kpi_core::Leg>(&mut accumulator, rows),
                Kind::Subscription => push::<kpi_core::Subscription>(&mut accumulator, rows),
                Kind::Conversion => push::<kpi_core::Conversion>(&mut accumulator, rows),
                Kind::LedgerEntry => push::<kpi_core::LedgerEntry>(&mut accumulator, rows),
                Kind::ResponseWait => push::<kpi_core::ResponseWait>(&mut accumulator, rows),
                Kind::Holding => push::<kpi_core::Holding>(&mut accumulator, rows),
                Kind::StatusSpan => push::<kpi_core::StatusSpan>(&mut accumulator, rows),
                Kind::SlaTarget => push::<kpi_core::SlaTarget>(&mut accumulator, rows),
                Kind::AgentTime => push::<kpi_core::AgentTime>(&mut accumulator, rows),
                Kind::WorkSpan => push::<kpi_core::WorkSpan>(&mut accumulator, rows),
                Kind::Agent => push::<kpi_core::Agent>(&mut accumulator, rows),
                Kind::Activity => push::<kpi_core::Activity>(&mut accumulator, rows),
                Kind::EmployeeSurvey => push::<kpi_core::EmployeeSurvey>(&mut accumulator, rows),
                Kind::Session => push::<kpi_core::Session>(&mut accumulator, rows),
                Kind::Article => push::<kpi_core::Article>(&mut accumulator, rows),
                Kind::Review => push::<kpi_core::Review>(&mut accumulator, rows),
                Kind::QualityReview => push::<kpi_core::QualityReview>(&mut accumulator, rows),
                kind => panic!("{kind} has no typed row here"),
            };
        }
        let ids = |rows: &serde_json::Value| {
            rows.as_array().map(|rows| rows.iter().map(|row| row["id"].to_string()).collect::<Vec<_>>())
        };
        let repeated =
            case["records"].as_object().unwrap().values().filter_map(ids).any(|ids| {
                ids.len() != ids.iter().collect::<BTreeSet<_>>().len() && !ids.contains(&"null".to_string())
            });
        if typed && !repeated {
            compared += 1;
            assert_eq!(rows(&accumulator.report().unwrap()), rows(&whole), "{}", case["id"]);
        }
    }
    assert!(compared > 100, "only {compared} cases were compared");
}

fn push<R: kpi_core::Row + serde::de::DeserializeOwned>(
    accumulator: &mut Accumulator,
    rows: serde_json::Value,
) -> bool {
    match serde_json::from_value::<Vec<R>>(rows) {
        Ok(rows) => {
            accumulator.rows(&rows).unwrap();
            true
        }
        // A text column of the caller's own is a segment in a typed row, not a field.
        Err(_) => false,
    }
}

/// Whether an amount is that of one customer, purchase or conversation.
fn of_one(row: &kpi_core::ReportRow) -> bool {
    matches!(
        (row.kpi, row.variant, &*row.value.figure),
        (_, _, "mean" | "mean_purchase" | "promoters" | "detractors" | "acquisition" | "retention")
            | ("customer_lifetime_value", _, "value")
            | ("lost_customer_value", "mean", "value")
    )
}

#[test]
fn nothing_is_undefined_or_zero() {
    let mut request = Request::new().window("2026-01-01", "2026-03-01").unwrap().bucket(Bucket::Month);
    for entry in CATALOG {
        request = request.kpi(Ask::new(entry.spec().id).variant(entry.spec().variant));
    }
    let mut accumulator = Accumulator::new(&request).unwrap();
    for kind in kinds() {
        accumulator.push(&kpi_core::Table::new(kind, 0)).unwrap();
    }
    let report = accumulator.report().unwrap();
    for row in &report.rows {
        match row.value.kind {
            Number::Count => assert_eq!(row.value.value.unwrap().to_string(), "0"),
            // A sum of money, of time or of tickets over nothing is 0 as well; what one costs or is worth is not.
            Number::Money if !of_one(row) => assert_eq!(row.value.value.unwrap().to_string(), "0"),
            _ if matches!(&*row.value.figure, "total" | "net_flow" | "time" | "handling" | "available" | "paid")
                || matches!(
                    &*row.value.figure,
                    "unavailable" | "planned" | "adherent" | "agents" | "scheduled" | "load"
                ) =>
            {
                assert_eq!(row.value.value.unwrap().to_string(), "0");
            }
            // An hour in which nothing arrives is an hour, and counts.
            Number::Ratio if row.kpi == "arrival_profile" && !row.value.figure.starts_with("peak_") => {
                assert_eq!(row.value.value.unwrap().to_string(), "0");
            }
            _ => assert!(row.value.value.is_none() && row.value.undefined.is_some(), "{row:?}"),
        }
        assert_eq!(row.left_out(), 0);
    }
    // The fields whose completeness is asked have a figure each.
    let of_fields =
        |row: &&kpi_core::ReportRow| row.kpi == "record_completeness" && row.value.figure.starts_with("share_");
    let rows = report.rows.len() - report.rows.iter().filter(of_fields).count();
    assert_eq!(rows, CATALOG.iter().map(|entry| entry.spec().figures.len() * 3).sum::<usize>());
}

#[test]
fn a_kpi_without_its_records_says_which_it_needs() {
    for entry in CATALOG {
        let request = Request::new().window("2026-01-01", "2026-02-01").unwrap();
        let request = request.kpi(Ask::new(entry.spec().id).variant(entry.spec().variant));
        let error = Accumulator::new(&request).unwrap().report().unwrap_err();
        assert_eq!(error.code(), Code::MissingRecords);
        assert!(error.text().contains(entry.records()[0].0.plural()), "{error}");
    }
}

#[test]
fn the_catalogue_is_whole() {
    let mut seen = BTreeSet::new();
    for entry in CATALOG {
        let spec = entry.spec();
        assert!(seen.insert((spec.id, spec.variant)), "{} {} is there twice", spec.id, spec.variant);
        assert!(!spec.inputs.is_empty() && !spec.figures.is_empty());
        let prose = spec.prose.expect("texts");
        for text in
            [prose.meaning, prose.formula, prose.latex, prose.counted, prose.left_out, prose.errors, prose.interval]
        {
            assert!(!text.is_empty(), "{} {} lacks a text", spec.id, spec.variant);
        }
        assert!(!prose.sources.is_empty(), "{} {} has no source", spec.id, spec.variant);
        reads_known_fields(entry);
    }
    let codes: BTreeSet<_> = Code::ALL.iter().map(|code| code.as_str()).collect();
    assert_eq!(codes.len(), Code::ALL.len());
    let reasons: BTreeSet<_> = Reason::ALL.iter().map(|reason| reason.as_str()).collect();
    assert_eq!(reasons.len(), Reason::ALL.len());
    let undefined: BTreeSet<_> = Undefined::ALL.iter().map(|reason| reason.as_str()).collect();
    assert_eq!(undefined.len(), Undefined::ALL.len());
}

#[test]
fn a_field_that_one_chunk_gives_is_given_in_all() {
    let contact = |id: &str, on_shift: Option<&str>| {
        let mut record: Record = [("id", id), ("channel", "phone"), ("outcome", "answered"), ("agent", "ada")]
            .map(|(name, text)| (name, text.to_owned()))
            .into();
        record.push(("queued_at", "2026-01-05T10:00:00Z".into()));
        record.push(("answered_at", "2026-01-05T10:00:00Z".into()));
        record.extend(on_shift.map(|flag| ("on_shift", flag.to_owned())));
        record
    };
    let shift: Record =
        [("agent", "ada"), ("from", "2026-01-05T09:00:00Z"), ("to", "2026-01-05T13:00:00Z"), ("state", "available")]
            .map(|(name, text)| (name, text.to_owned()))
            .into();
    let contacts = [contact("1", Some("true")), contact("2", None)];
    let request = Request::new().kpi(Ask::new("contacts_per_hour"));
    let found = |chunks: &[&[Record]]| {
        let mut builders = vec![table(Kind::AgentTime, std::slice::from_ref(&shift))];
        builders.extend(chunks.iter().map(|chunk| table(Kind::Contact, chunk)));
        let tables: Vec<_> = builders.iter_mut().map(TableBuilder::table).collect();
        rows(&report(&request, &tables).unwrap())
    };
    let [first, second] = contacts.each_ref().map(std::slice::from_ref);
    assert_eq!(found(&[&contacts]), found(&[first, second]));
}

#[test]
fn every_variant_has_its_vectors_and_its_page() {
    let mut known: BTreeMap<(String, String), (usize, usize, BTreeSet<String>)> = BTreeMap::new();
    for case in cases() {
        let text = |name: &str| case[name].as_str().unwrap_or_default().to_owned();
        let (formula, measure, sorts) = known.entry((text("kpi"), text("variant"))).or_default();
        *(if case.get("formula").is_some() { formula } else { measure }) += 1;
        sorts.insert(text("case"));
    }
    for spec in CATALOG.iter().map(Entry::spec) {
        let (formula, measure, sorts) =
            known.remove(&(spec.id.to_owned(), spec.variant.to_owned())).unwrap_or_default();
        assert!(formula >= 5 && measure >= 5, "{} {}: {formula} and {measure} cases", spec.id, spec.variant);
        for sort in ["typical", "empty", "null", "boundary", "bad_input"] {
            assert!(sorts.contains(sort), "{} {} has no case `{sort}`", spec.id, spec.variant);
        }
        let page = root().join(format!("docs/src/kpis/{}.md", spec.id));
        assert!(page.exists(), "{} has no page", spec.id);
    }
}

fn reads_known_fields(entry: &Entry) {
    for (kind, anchor) in entry.records() {
        let (needs, uses) = entry.fields(kind);
        let anchors: Vec<&str> = match anchor {
            Anchor::Instant(fields) | Anchor::Ending(fields) | Anchor::Earliest(fields) => fields.to_vec(),
            Anchor::Balance(from, to) => vec![from, to],
            Anchor::Lasting(at, _) => vec![at],
            Anchor::Period(at, from, to) => vec![at, from, to],
        };
        for name in needs.into_iter().chain(uses).chain(anchors) {
            assert!(kind.field(name).is_some(), "{} reads {kind}.{name}, which is no field", entry.spec().id);
        }
    }
}

/// Rows that cannot be read leave no trace but their count, wherever they stand.
#[test]
fn skipped_rows_leave_the_others_as_they_were() {
    let good = |i: usize| {
        serde_json::json!({ "id": format!("S{i}"), "kind": "nps", "scale_min": 0, "scale_max": 10,
            "score": i % 11, "replaced": if i.is_multiple_of(3) { serde_json::json!(false) } else { serde_json::Value::Null } })
    };
    for at in 0..20 {
        let rows: Vec<_> = (0..20).map(good).collect();
        let mut with = rows.clone();
        let mut bad = good(99);
        bad["score"] = "ten".into();
        bad["channel"] = "only here".into();
        with.insert(at, bad);
        let mut builder = TableBuilder::new(Kind::Survey).skip_bad_records();
        builder.extend(serde_json::Value::from(with)).unwrap();
        let mut plain = TableBuilder::new(Kind::Survey);
        plain.extend(serde_json::Value::from(rows)).unwrap();
        let request = Request::new().kpi(Ask::new("nps")).bad_records(BadRecords::Skip);
        let (with, plain) =
            (report(&request, &[builder.table()]).unwrap(), report(&request, &[plain.table()]).unwrap());
        assert_eq!(rows_of(&with), rows_of(&plain));
        let counted = &with.inputs[0].1;
        assert_eq!((counted.records, counted.skipped.get("not_a_number")), (21, Some(&1)));
    }
}

fn rows_of(report: &Report) -> serde_json::Value {
    rows(report)["rows"].clone()
}

/// A text column of the caller's own that only some tables have is unknown in the others, however they are cut.
#[test]
fn segments_do_not_depend_on_the_chunks() {
    let survey = |i: usize| kpi_core::Survey {
        id: Some(i.to_string()),
        kind: Some("nps".into()),
        scale_min: Some(0),
        scale_max: Some(10),
        score: Some(kpi_core::Score::whole((i % 11) as i32)),
        segments: if i > 2000 { [("brand".to_string(), "x".to_string())].into() } else { Default::default() },
        ..kpi_core::Survey::default()
    };
    let surveys: Vec<_> = (0..2100).map(survey).collect();
    let request = Request::new().kpi(Ask::new("nps")).by("brand");
    let mut reports = Vec::new();
    for chunk in [1, 7, 1000, 2100] {
        let mut accumulator = Accumulator::new(&request).unwrap();
        for rows in surveys.chunks(chunk) {
            let mut part = Accumulator::new(&request).unwrap();
            part.rows(rows).unwrap();
            accumulator.merge(&part).unwrap();
        }
        reports.push(rows_of(&accumulator.report().unwrap()));
    }
    assert!(reports.windows(2).all(|pair| pair[0] == pair[1]));
    let answers = |brand: serde_json::Value| {
        let rows = reports[0].as_array().unwrap();
        rows.iter().find(|row| row["figure"] == "answers" && row["brand"] == brand).unwrap()["value"].clone()
    };
    assert_eq!(answers("x".into()), "99");
    assert_eq!(answers(serde_json::Value::Null), "2001");
    assert_eq!(answers("(all)".into()), "2100");
}

fn json_report(
    request: serde_json::Value,
    kind: Kind,
    rows: serde_json::Value,
) -> Result<serde_json::Value, kpi_core::Error> {
    let raw: kpi_core::RawRequest = serde_json::from_value(request).unwrap();
    let mut builder = TableBuilder::new(kind);
    builder.extend(rows)?;
    let tables = [builder.table()];
    Ok(serde_json::to_value(report(&Request::try_from(raw)?, &tables)?).unwrap())
}

fn survey(id: &str, kind: &str, scale: (u32, u32), score: u32, at: &str) -> serde_json::Value {
    serde_json::json!({ "id": id, "kind": kind, "scale_min": scale.0, "scale_max": scale.1, "score": score, "submitted_at": at, "channel": scale.1.to_string() })
}

/// As of an instant, what comes later has not happened: neither a later answer nor a word that speaks of it.
#[test]
fn what_comes_after_as_of_has_not_happened() {
    let answers = serde_json::json!([
        survey("1", "nps", (0, 10), 10, "2026-01-10T00:00:00Z"),
        survey("1", "nps", (0, 10), 0, "2026-01-20T00:00:00Z")
    ]);
    let found =
        json_report(serde_json::json!({ "kpis": ["nps"], "as_of": "2026-01-15" }), Kind::Survey, answers.clone());
    assert_eq!(found.unwrap()["rows"][0]["value"], "100");
    let found = json_report(serde_json::json!({ "kpis": ["nps"] }), Kind::Survey, answers);
    assert_eq!(found.unwrap()["rows"][0]["value"], "-100");

    let merged = serde_json::json!([{ "id": "1", "created_at": "2026-01-01T00:00:00Z", "first_response_at": "2026-01-01T01:00:00Z",
        "status": "merged", "merged_at": "2026-01-20T00:00:00Z" }]);
    let request = serde_json::json!({ "kpis": ["first_response_time"], "as_of": "2026-01-15" });
    assert_eq!(json_report(request, Kind::Ticket, merged).unwrap()["rows"][0]["value"], "3600");

    let month = serde_json::json!([{ "kind": "cost", "amount": "31", "currency": "EUR", "from": "2026-01-01T00:00:00Z", "to": "2026-02-01T00:00:00Z" }]);
    let request = serde_json::json!({ "kpis": ["cost_per_conversation"], "as_of": "2026-01-15", "window": { "from": "2026-01-01", "to": "2026-01-11" } });
    let found = json_report(request, Kind::LedgerEntry, month).unwrap();
    assert_eq!(found["rows"][1]["value"], "10");
}

/// What has no anchor is not there either before it came to be: an invitation without an answer.
#[test]
fn what_has_no_anchor_is_there_once_it_came_to_be() {
    let invited = |id: &str, sent: Option<&str>| serde_json::json!({ "id": id, "kind": "csat", "scale_min": 1, "scale_max": 5, "sent_at": sent, "channel": id });
    let surveys = serde_json::json!([
        invited("1", Some("2026-01-10T00:00:00Z")),
        invited("2", Some("2026-01-20T00:00:00Z")),
        invited("3", None)
    ]);
    let request = serde_json::json!({ "kpis": ["csat"], "as_of": "2026-01-15", "by": ["channel"] });
    let found = json_report(request, Kind::Survey, surveys).unwrap();
    let rows = found["rows"].as_array().unwrap().iter().filter(|row| row["figure"] == "answers");
    let rows: Vec<_> = rows.map(|row| (row["channel"].as_str().unwrap(), row["left_out"].as_u64().unwrap())).collect();
    assert_eq!(rows, [("(all)", 2), ("1", 1), ("3", 1)]);
}

fn accumulated(request: &Request, kind: Kind, rows: serde_json::Value) -> Accumulator {
    let mut builder = TableBuilder::new(kind);
    builder.extend(rows).unwrap();
    let mut accumulator = Accumulator::new(request).unwrap();
    accumulator.push(&builder.table()).unwrap();
    accumulator
}

/// Taking the answers away takes their scale away, also where records of another kind stay.
#[test]
fn a_scale_goes_with_its_last_answer() {
    let request = Request::new().kpi(Ask::new("quality_score").variant("perception_gap"));
    let review = serde_json::json!({ "id": "Q", "ticket": "T", "agent": "ann", "criterion": "tone", "mark": 3, "scale_max": 5,
        "reviewed_at": "2026-01-10T00:00:00Z" });
    let answer = |ticket: &str, scale| {
        let mut answer = survey("1", "csat", scale, 4, "2026-01-10T00:00:00Z");
        answer["ticket"] = ticket.into();
        serde_json::json!([answer])
    };
    let reviews = accumulated(&request, Kind::QualityReview, serde_json::json!([review]));
    let answers = accumulated(&request, Kind::Survey, answer("T", (1, 5)));
    let mut both = reviews.clone();
    both.merge(&answers).unwrap();
    both.unmerge(&answers).unwrap();
    let mut empty = Accumulator::new(&request).unwrap();
    empty.push(&kpi_core::Table::new(Kind::Survey, 0)).unwrap();
    let mut expected = reviews;
    expected.merge(&empty).unwrap();
    assert_eq!(both.to_bytes(), expected.to_bytes());
    both.merge(&accumulated(&request, Kind::Survey, answer("T", (1, 7)))).unwrap();
    assert_eq!(both.report().unwrap().headline("quality_score").unwrap().to_string(), "10");
}

/// Two scales that meet when accumulators merge are an error of the records that have them.
#[test]
fn mixed_scales_name_the_records_that_have_them() {
    let answer = |most: u32| serde_json::json!([{ "employee": "ann", "submitted_at": "2026-01-10T00:00:00Z", "score": 3, "scale_min": 1, "scale_max": most }]);
    let of_customers = |most: u32| serde_json::json!([survey("1", "csat", (1, most), 3, "2026-01-10T00:00:00Z")]);
    let both = [
        ("employee_engagement", Kind::EmployeeSurvey, [5, 7].map(answer)),
        ("csat", Kind::Survey, [5, 7].map(of_customers)),
    ];
    for (kpi, kind, [one, other]) in both {
        let request = Request::new().kpi(Ask::new(kpi));
        let mut all = accumulated(&request, kind, one);
        let error = all.merge(&accumulated(&request, kind, other)).unwrap_err();
        let place = (error.code(), error.record_kind(), error.field_name());
        assert_eq!(place, (Code::MixedScales, Some(kind.as_str()), Some("scale_max")));
    }
}

/// A request counts at the earliest of its instants; as of a day it is untouched until then, and not there before it is
/// created.
#[test]
fn the_earliest_instant_places_a_request() {
    let request = |id: &str, created: &str, answered: Option<&str>, closed: Option<&str>| serde_json::json!({ "id": id, "created_at": created, "first_response_at": answered, "closed_at": closed });
    let tickets = serde_json::json!([
        request("1", "2026-01-02T00:00:00Z", Some("2026-02-03T00:00:00Z"), Some("2026-01-31T00:00:00Z")),
        request("2", "2026-01-02T00:00:00Z", Some("2026-02-20T00:00:00Z"), Some("2026-07-01T00:00:00Z")),
        request("3", "2026-01-02T00:00:00Z", None, None),
        request("4", "2026-02-18T00:00:00Z", None, None)
    ]);
    let counts = |request: serde_json::Value| {
        let found = json_report(request, Kind::Ticket, tickets.clone()).unwrap();
        let rows = found["rows"].as_array().unwrap().clone();
        rows.into_iter()
            .map(|row| (row["bucket"].clone(), row["value"].clone(), row["reasons"].clone()))
            .collect::<Vec<_>>()
    };
    let row = |bucket: serde_json::Value, value: &str, reasons| (bucket, serde_json::Value::from(value), reasons);
    // A window that is made from the records ends with the last of the earliest instants.
    let found = counts(serde_json::json!({ "kpis": ["requests_processed"], "bucket": "month" }));
    let (none, two) = (serde_json::json!({}), serde_json::json!({ "untouched": 2 }));
    let months = ["2026-01", "2026-02"].map(|month| row(month.into(), "1", none.clone()));
    assert_eq!(found, [&months[..], &[row(serde_json::Value::Null, "2", two.clone())]].concat());

    let found = counts(serde_json::json!({ "kpis": ["requests_processed"], "as_of": "2026-02-15" }));
    assert_eq!(found, [row(serde_json::Value::Null, "1", two.clone())]);
    let window = serde_json::json!({ "from": "2026-01-01", "to": "2026-03-01" });
    let found = counts(serde_json::json!({ "kpis": ["requests_processed"], "as_of": "2026-02-15", "window": window }));
    assert_eq!(found, [row(serde_json::Value::Null, "1", two)]);
}

/// A segment cannot stand in for a field of the same name.
#[test]
fn a_segment_named_as_a_field_is_not_read() {
    let ticket = kpi_core::Ticket {
        id: Some("1".into()),
        channel: Some("email".into()),
        created_at: Some(kpi_core::Instant(START * 1_000_000)),
        first_response_at: Some(kpi_core::Instant((START + 60) * 1_000_000)),
        segments: [("channel".to_string(), "phone".to_string())].into(),
        ..kpi_core::Ticket::default()
    };
    let mut accumulator = Accumulator::new(&Request::new().kpi(Ask::new("first_response_time")).by("channel")).unwrap();
    accumulator.rows(&[ticket.clone(), kpi_core::Ticket { id: Some("2".into()), ..ticket }]).unwrap();
    let report = accumulator.report().unwrap();
    assert_eq!(report.headline("first_response_time").unwrap().to_string(), "60");
    assert!(report.rows.iter().all(|row| row.group[0].as_deref() != Some("phone")));
}

/// A balance after `as_of` is not known, and one in the bucket of `as_of` is the one at that instant.
#[test]
fn balances_end_at_as_of() {
    let account = |id: &str, ended: Option<&str>| serde_json::json!({ "id": id, "started_at": "2025-01-01T00:00:00Z", "ended_at": ended });
    let accounts = serde_json::json!([
        account("a", None),
        account("b", Some("2026-01-10T00:00:00Z")),
        account("c", Some("2026-01-20T00:00:00Z"))
    ]);
    let request = serde_json::json!({ "kpis": ["retention_rate"], "as_of": "2026-01-15", "bucket": "month",
        "window": { "from": "2026-01-01", "to": "2026-03-01" } });
    let found = json_report(request, Kind::Account, accounts).unwrap();
    let rates: Vec<_> = found["rows"].as_array().unwrap().iter().filter(|row| row["figure"] == "rate").collect();
    // Two of three are there on the 15th; February has not begun; the whole window has come as far as January.
    assert_eq!(rates[0]["value"], "66.666666667");
    assert_eq!(rates[1]["undefined"], "no_start_customers");
    assert_eq!(rates[2]["value"], "66.666666667");
}

/// A bad answer or record does not stand in the way of a good one with its id.
#[test]
fn skipped_records_give_way() {
    let answers = serde_json::json!([
        survey("1", "nps", (0, 10), 10, "2026-01-10T00:00:00Z"),
        survey("1", "nps", (0, 10), 99, "2026-01-20T00:00:00Z")
    ]);
    let request = serde_json::json!({ "kpis": ["nps"], "bad_records": "skip" });
    assert_eq!(json_report(request, Kind::Survey, answers).unwrap()["rows"][0]["value"], "100");
    let ticket = |answered: &str| serde_json::json!({ "id": "t", "created_at": "2026-01-02T00:00:00Z", "first_response_at": answered });
    let tickets = serde_json::json!([ticket("2026-01-01T00:00:00Z"), ticket("2026-01-02T00:01:00Z")]);
    let request = serde_json::json!({ "kpis": ["first_response_time"], "bad_records": "skip" });
    assert_eq!(json_report(request, Kind::Ticket, tickets).unwrap()["rows"][0]["value"], "60");
}

/// Groups on different scales are measures of their own; only their total is undefined.
#[test]
fn groups_may_differ_in_scale() {
    let answers = serde_json::json!([
        survey("1", "csat", (1, 5), 5, "2026-01-10T00:00:00Z"),
        survey("2", "csat", (1, 7), 1, "2026-01-20T00:00:00Z")
    ]);
    let found =
        json_report(serde_json::json!({ "kpis": ["csat"], "by": ["channel"] }), Kind::Survey, answers.clone()).unwrap();
    let shares: Vec<_> = found["rows"].as_array().unwrap().iter().filter(|row| row["figure"] == "share").collect();
    assert_eq!(shares[0]["undefined"], "mixed_scales");
    assert_eq!((&shares[1]["value"], &shares[2]["value"]), (&"100".into(), &"0".into()));
    assert_eq!(
        json_report(serde_json::json!({ "kpis": ["csat"] }), Kind::Survey, answers).unwrap_err().code(),
        Code::MixedScales
    );
}

/// Where the window was made from the records, its end does not say when to look.
#[test]
fn a_found_window_judges_nothing() {
    let tickets = serde_json::json!([{ "id": "1", "channel": "email", "created_at": "2026-01-02T00:00:00Z", "first_response_at": null }]);
    let request = serde_json::json!({ "kpis": ["first_response_within_target"], "bucket": "year" });
    assert_eq!(json_report(request, Kind::Ticket, tickets).unwrap_err().code(), Code::AsOfRequired);
}

/// The light module of the browser has no code for other kinds of record, and none that derives fields; and where the
/// default of an id is not in it, another variant would be taken for the default.
#[test]
fn what_is_light_needs_nothing_of_the_rest() {
    for &(id, variant) in LIGHT {
        let entry = find(id, variant).unwrap();
        let default = find(id, "").unwrap().spec().variant;
        assert!(LIGHT.contains(&(id, default)), "{id}: {default} is the default, and not in the light module");
        assert!(entry.sources().is_empty(), "{id} {variant}");
        for (kind, _) in entry.records() {
            assert!(matches!(kind, Kind::Ticket | Kind::Contact | Kind::Survey), "{id} {variant}: {}", kind.as_str());
            assert!(entry.derived(kind).is_empty(), "{id} {variant}: {}", kind.as_str());
        }
    }
}
