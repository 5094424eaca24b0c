//! A request as JSON: which option an error names, what words and presets do.

use kpi_core::rows::TableBuilder;
use kpi_core::{Accumulator, Code, Error, Kind, RawRequest, Report, Request, Table, report};
use serde_json::{Value, json};

fn request(json: Value) -> Result<Request, Error> {
    let raw: RawRequest = serde_json::from_value(json).unwrap();
    Request::try_from(raw)
}

fn rows(kind: Kind, rows: Value) -> TableBuilder {
    let mut builder = TableBuilder::new(kind);
    builder.extend(rows).unwrap();
    builder
}

fn made(json: Value, tables: &mut [TableBuilder]) -> Result<Report, Error> {
    let tables: Vec<Table<'_>> = tables.iter_mut().map(TableBuilder::table).collect();
    report(&request(json)?, &tables)
}

#[test]
fn an_error_names_its_option() {
    use Code::*;
    let filter = |test: Value| {
        let mut filter = json!({ "record": "ticket", "field": "channel" });
        filter.as_object_mut().unwrap().extend(test.as_object().unwrap().clone());
        json!([filter])
    };
    let cases = [
        ("bucket", json!("fortnight"), BadRequest, "bucket"),
        ("bucket", json!(7), BadRequest, "bucket"),
        ("week_start", json!("mon"), BadRequest, "week_start"),
        ("level", json!("high"), BadRequest, "level"),
        ("bad_records", json!("drop"), BadRequest, "bad_records"),
        ("window", json!("2026"), BadRequest, "window"),
        ("window", json!({ "from": "2026-01-01" }), BadRequest, "window"),
        ("window", json!({ "from": "2026-01-01", "to": "2026-02-01", "until": "x" }), BadRequest, "window"),
        ("window", json!({ "from": "2026-02-01", "to": "2026-01-01" }), BadWindow, "window"),
        ("window", json!({ "from": "soon", "to": "2026-01-01" }), BadInstant, "window"),
        ("as_of", json!("soon"), BadInstant, "as_of"),
        ("as_of", json!(5), BadRequest, "as_of"),
        ("zone", json!("Mars/Olympus"), BadZone, "zone"),
        ("by", json!("channel"), BadRequest, "by"),
        ("by", json!([1]), BadRequest, "by"),
        ("preset", json!("everything"), BadRequest, "preset"),
        ("words", json!({ "ticket": { "channel": "email" } }), BadRequest, "words"),
        ("words", json!({ "ticket": { "channel": { "E-Mail": 1 } } }), BadRequest, "words"),
        ("words", json!({ "ticket": { "created_at": { "soon": "" } } }), BadRequest, "words"),
        ("words", json!({ "call": {} }), UnknownRecord, "words"),
        ("filters", json!({}), BadRequest, "filters"),
        ("filters", json!(["channel"]), BadRequest, "filters"),
        ("filters", json!([{ "record": "ticket", "any_of": ["x"] }]), BadRequest, "filters"),
        ("filters", json!([{ "record": "call", "field": "channel", "known": true }]), UnknownRecord, "filters"),
        ("filters", filter(json!({})), BadRequest, "channel"),
        ("filters", filter(json!({ "any_of": "x" })), BadRequest, "channel"),
        ("filters", filter(json!({ "any_of": ["x"], "known": true })), BadRequest, "channel"),
        ("filters", filter(json!({ "anyof": ["x"] })), BadRequest, "channel"),
        ("filters", filter(json!({ "is": true })), WrongType, "channel"),
        ("buckets", json!("day"), BadRequest, "buckets"),
    ];
    for (option, value, code, field) in cases {
        let error = request(json!({ "kpis": ["nps"], option: value })).unwrap_err();
        assert_eq!((error.code(), error.field_name()), (code, Some(field)), "{option}: {value}");
    }
}

#[test]
fn null_says_nothing() {
    let options = ["preset", "window", "bucket", "week_start", "zone", "by", "words", "filters", "as_of", "level"];
    for option in options {
        assert!(request(json!({ "kpis": ["nps"], option: null })).is_ok(), "{option}");
    }
    let open = json!([{ "record": "ticket", "field": "value", "at_least": null, "below": "5" }]);
    assert!(request(json!({ "kpis": ["nps"], "filters": open })).is_ok());
}

/// Hand: replies after 60 s (E-Mail), 120 s (email) and 180 s (n/a).
#[test]
fn words_stand_for_others() {
    let ticket = |id: u32, channel: &str| {
        let answered = format!("2026-03-02T09:0{id}:00Z");
        json!({ "id": id, "channel": channel, "created_at": "2026-03-02T09:00:00Z", "first_response_at": answered })
    };
    let tickets = json!([ticket(1, "E-Mail"), ticket(2, "email"), ticket(3, "n/a")]);
    for nothing in [json!(""), json!(null)] {
        let words = json!({ "tickets": { "channel": { "E-Mail": "email", "n/a": nothing } } });
        let asked = json!({ "kpis": ["first_response_time"], "by": ["channel"], "words": words });
        let report = made(asked, &mut [rows(Kind::Ticket, tickets.clone())]).unwrap();
        let mean = |group: Option<&str>| {
            let row = report.rows.iter().find(|row| row.value.figure == "mean" && row.group[0].as_deref() == group);
            row.and_then(|row| row.value.value).map(|value| value.to_string())
        };
        assert_eq!(
            [mean(Some("email")), mean(None), mean(Some("E-Mail"))],
            [Some("90".into()), Some("180".into()), None]
        );
    }
}

fn left(report: &Report) -> Vec<(&str, &str, Code)> {
    report.not_computed.iter().map(|left| (left.kpi, left.variant, left.code)).collect()
}

#[test]
fn a_preset_leaves_away_what_its_records_cannot_give() {
    let window = json!({ "from": "2026-01-01", "to": "2026-02-01" });
    let answer = json!({ "id": "1", "kind": "csat", "scale_min": 1, "scale_max": 5, "score": 1,
        "submitted_at": "2026-01-05T00:00:00Z" });
    let answers = || rows(Kind::Survey, json!([answer]));
    let asked = json!({ "preset": "loyalty", "window": window });
    let report = made(asked.clone(), &mut [answers()]).unwrap();
    let computed: Vec<&str> = report.definitions.iter().map(|definition| definition.kpi).collect();
    // What became of an account after its rating is not known without accounts.
    assert_eq!((report.preset, computed), (Some("loyalty"), vec!["nps"]));
    assert!(left(&report).contains(&("churn_rate", "after_bad_rating", Code::MissingRecords)));
    let report = made(asked, &mut [answers(), rows(Kind::Account, json!([]))]).unwrap();
    let computed: Vec<&str> = report.definitions.iter().map(|definition| definition.variant).collect();
    assert_eq!(computed, ["standard", "identity", "lost", "after_bad_rating", "standard", "sum"]);
    assert_eq!(left(&report).len(), 4);
}

#[test]
fn a_preset_does_not_repeat_what_is_asked_for_by_name() {
    let csat = json!({ "kpi": "csat", "parameters": { "kind": "support" } });
    let asked = json!({ "kpis": [csat], "preset": "satisfaction", "by": [] });
    let answers = json!([{ "id": "a", "kind": "support", "scale_min": 1, "scale_max": 5, "score": 5 }]);
    let report = made(asked, &mut [rows(Kind::Survey, answers)]).unwrap();
    assert_eq!(report.headline("csat").map(|value| value.to_string()).as_deref(), Some("100"));
    let times = report.definitions.iter().filter(|one| (one.kpi, one.variant) == ("csat", "top_two_boxes")).count();
    assert_eq!((times, left(&report)), (1, vec![]));
}

#[test]
fn a_preset_that_cannot_be_given_says_why() {
    let tickets = || [rows(Kind::Ticket, json!([]))];
    let code = |asked: Value, tables: &mut [TableBuilder]| made(asked, tables).unwrap_err().code();
    assert_eq!(code(json!({ "preset": "revenue" }), &mut tickets()), Code::MissingRecords);
    // A window can be given: it is asked for.
    let mut accounts = [rows(Kind::Account, json!([]))];
    assert_eq!(code(json!({ "preset": "established" }), &mut accounts), Code::WindowRequired);
    assert_eq!(code(json!({}), &mut tickets()), Code::BadRequest);
    let error = Accumulator::new(&request(json!({ "preset": "common" })).unwrap()).err();
    assert_eq!(
        error.as_ref().map(|error| (error.code(), error.field_name())),
        Some((Code::BadRequest, Some("preset")))
    );
}

/// No KPI reads events: they are not left aside in silence, whatever else is given.
#[test]
fn events_are_no_records_of_a_report() {
    let events =
        || rows(Kind::TicketEvent, json!([{ "ticket": "1", "at": "2026-01-05T09:00:00Z", "kind": "created" }]));
    let tickets = || rows(Kind::Ticket, json!([]));
    for asked in [json!({ "kpis": ["ticket_volume"] }), json!({ "preset": "workload" })] {
        for mut tables in [vec![events()], vec![tickets(), events()]] {
            let error = made(asked.clone(), &mut tables).unwrap_err();
            assert_eq!((error.code(), error.record_kind()), (Code::UnknownRecord, Some("ticket_event")));
            assert!(error.text().contains("`derive`"), "{error}");
        }
    }
    let mut accumulator = Accumulator::new(&request(json!({ "kpis": ["ticket_volume"] })).unwrap()).unwrap();
    assert_eq!(accumulator.push(&events().table()).unwrap_err().code(), Code::UnknownRecord);
    assert!(kpi_core::check(&Request::new(), &[events().table()]).unwrap().is_empty());
}

/// What is derived from events says so where it is missing.
#[test]
fn derived_records_that_are_missing_name_derive() {
    let text = |kpi: &str| made(json!({ "kpis": [kpi] }), &mut [rows(Kind::Ticket, json!([]))]).unwrap_err();
    for kpi in ["average_response_time", "transfer_time", "time_in_status", "sla_attainment"] {
        let error = text(kpi);
        assert_eq!(error.code(), Code::MissingRecords);
        assert!(error.text().contains("or `derive` them from events"), "{error}");
    }
    assert!(!text("csat").text().contains("derive"));
}

#[test]
fn a_preset_leaves_away_counts_as_of_an_instant() {
    let window = json!({ "from": "2026-01-01", "to": "2026-02-01" });
    let asked = json!({ "preset": "resolution", "window": window, "as_of": "2026-01-20", "bucket": "week" });
    let report = made(asked, &mut [rows(Kind::Ticket, json!([]))]).unwrap();
    assert!(left(&report).contains(&("touches_to_resolution", "standard", Code::AsOfCounts)));
    assert!(report.definitions.iter().any(|one| one.kpi == "resolution_time"));
}
