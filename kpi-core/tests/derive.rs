//! What follows from a log of events: the conformance cases, the rules one by one, and laws over any log.

#[path = "common/log.rs"]
mod log;
#[path = "common/root.rs"]
mod root;

use kpi_core::derive::{DeriveRequest, Derived, FindingCode, Metric, Policy, derive};
use kpi_core::rows::TableBuilder;
use kpi_core::{
    Ask, BadRecords, Code, Column, Constant, Duration, Error, Instant, Kind, RawRequest, Request, Table, Ticket,
    TicketEvent, Type, check, report,
};
use log::{at, events};
use proptest::prelude::*;
use root::root;
use serde_json::{Map, Value, json};

/// The value of a column in a row, as JSON has it.
fn value(of: Type, column: &Column<'_>, row: usize) -> Value {
    let number = |value: i64| match of {
        Type::Instant => json!(Instant(value).to_string()),
        Type::Duration => json!(Duration(value).to_string()),
        _ => json!(value),
    };
    match column {
        Column::Ints { values, valid } => match valid {
            Some(bits) if !bits.get(row) => Value::Null,
            _ => number(values[row]),
        },
        Column::Flags { values, valid, .. } => match valid {
            Some(bits) if !bits.get(row) => Value::Null,
            _ => json!(values.get(row)),
        },
        Column::Words(words) => json!(words[row]),
        Column::Codes { codes, words } => json!(words.get(codes[row] as usize)),
        Column::Lists { ends, words } => {
            let start = if row == 0 { 0 } else { ends[row - 1] };
            json!(words[start..ends[row]])
        }
        Column::Constant(Constant::Int(value)) => number(*value),
        Column::Constant(Constant::Flag(flag)) => json!(flag),
        Column::Constant(Constant::Text(text)) => json!(text),
    }
}

fn rows(table: &Table<'_>) -> Vec<Value> {
    let row = |row| {
        let columns = table.columns().map(|(name, column)| {
            let of = table.kind().field(name).map_or(Type::Text, |field| field.of);
            (name.to_string(), value(of, column, row))
        });
        Value::Object(columns.collect::<Map<_, _>>())
    };
    (0..table.len()).map(row).collect()
}

/// Everything that was derived, as JSON by table.
fn shown(derived: &Derived) -> Value {
    let mut all: Map<_, _> =
        derived.tables().iter().map(|table| (table.kind().plural().to_string(), json!(rows(table)))).collect();
    all.insert("findings".into(), json!(derived.findings().collect::<Vec<_>>()));
    all.into()
}

fn objects(kind: Kind, rows: &Value) -> Result<TableBuilder, Error> {
    let mut builder = TableBuilder::new(kind);
    if !rows.is_null() {
        builder.extend(rows)?;
    }
    Ok(builder)
}

fn try_derive(options: &Value, tickets: &Value, events: &Value) -> Result<Value, Error> {
    let raw: RawRequest = serde_json::from_value(options.clone()).unwrap();
    let request = DeriveRequest::try_from(raw)?;
    let (mut tickets, mut events) = (objects(Kind::Ticket, tickets)?, objects(Kind::TicketEvent, events)?);
    Ok(shown(&derive(&request, &[events.table(), tickets.table()])?))
}

/// Every key that is expected is there and equal, and there are no more rows.
fn assert_rows(name: &str, expected: &Value, found: &Value) {
    for (table, expected) in expected.as_object().unwrap() {
        let (expected, found) = (expected.as_array().unwrap(), found[table].as_array().unwrap());
        for (row, expected) in expected.iter().enumerate() {
            for (key, value) in expected.as_object().unwrap() {
                let own = found.get(row).map_or(&Value::Null, |own| &own[key]);
                // An instant has several texts.
                let instant = value.as_str().and_then(|text| text.parse::<Instant>().ok());
                let value = instant.map_or_else(|| value.clone(), |at| json!(at.to_string()));
                assert_eq!(*own, value, "{name}: {table} {row}, {key}: {}", found.get(row).unwrap_or(&Value::Null));
            }
        }
        assert_eq!(found.len(), expected.len(), "{name}: {table}: {found:?}");
    }
}

#[test]
fn conformance() {
    let file = std::fs::read_to_string(root().join("vectors/derive.json")).unwrap();
    let file: Value = serde_json::from_str(&file).unwrap();
    let cases = file["cases"].as_array().unwrap();
    for case in cases {
        let name = case["name"].as_str().unwrap();
        let found = try_derive(&case["options"], &case["tickets"], &case["events"]);
        match (&case["expect"]["error"], found) {
            (Value::Null, Ok(found)) => assert_rows(name, &case["expect"], &found),
            (Value::Null, Err(error)) => panic!("{name}: {error}"),
            (error, Ok(found)) => panic!("{name}: expected {error}, found {found}"),
            (expected, Err(error)) => {
                let found = json!({
                    "code": error.code().as_str(), "record": error.record_kind(), "index": error.record_index(),
                    "field": error.field_name(),
                });
                for (key, value) in expected.as_object().unwrap() {
                    assert_eq!(&found[key], value, "{name}: {error}");
                }
            }
        }
    }
    assert!(cases.len() > 150);
}

/// What follows from the log of one ticket.
fn told(log: &str) -> Value {
    told_with(&json!({}), log)
}

fn told_with(options: &Value, log: &str) -> Value {
    try_derive(options, &Value::Null, &json!(events("1", log))).unwrap()
}

/// The one ticket of a log.
fn ticket(log: &str) -> Value {
    told(log)["tickets"][0].clone()
}

/// Minutes between two instants of a record.
fn minutes(record: &Value, from: &str, to: &str) -> f64 {
    let at = |field: &str| record[field].as_str().unwrap().parse::<Instant>().unwrap().0;
    (at(to) - at(from)) as f64 / 60e6
}

fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / values.len() as f64
}

/// The findings of one ticket: the event, and the code.
fn findings(found: &Value) -> Vec<(Option<u64>, &str)> {
    let findings = found["findings"].as_array().unwrap().iter();
    findings.map(|finding| (finding["event"].as_u64(), finding["code"].as_str().unwrap())).collect()
}

/// The headline of a KPI over what follows from the logs of tickets 1, 2, …
fn headline(ask: Ask, (from, to): (&str, &str), logs: &[&str]) -> String {
    let all: Vec<Value> = logs.iter().zip(1..).flat_map(|(log, id)| events(&id.to_string(), log)).collect();
    let mut builder = objects(Kind::TicketEvent, &json!(all)).unwrap();
    let derived = derive(&DeriveRequest::new(), &[builder.table()]).unwrap();
    let kpi = ask.kpi.clone();
    let request = Request::new().kpi(ask).window(from, to).unwrap();
    let value = report(&request, &derived.tables()).unwrap().headline(&kpi);
    value.map_or_else(|| "undefined".into(), |value| value.to_string())
}

const JANUARY: (&str, &str) = ("2026-01-01", "2026-02-01");
const FEBRUARY: (&str, &str) = ("2026-02-01", "2026-03-01");

#[test]
fn b12_a_wait_opens_at_the_first_unanswered_message() {
    let wait = |log: &str| -> Vec<f64> {
        let waits = told(log)["response_waits"].as_array().unwrap().clone();
        waits
            .iter()
            .filter(|wait| wait["first"] == json!(false))
            .map(|wait| minutes(wait, "opened_at", "closed_at"))
            .collect()
    };
    let one = "10:00 created customer
        10:05 agent_reply agent:ann
        10:10 customer_message customer
        10:20 customer_message customer
        10:40 agent_reply agent:ann";
    assert_eq!(wait(one), [30.0]);
    let x = "09:00 created\n09:01 agent_reply\n10:00 customer_message\n10:10 agent_reply\n11:00 customer_message
        11:10 agent_reply\n12:00 customer_message\n12:10 agent_reply";
    let y = "09:00 created\n09:01 agent_reply\n10:00 customer_message\n11:10 agent_reply";
    let pooled: Vec<f64> = wait(x).into_iter().chain(wait(y)).collect();
    assert_eq!((pooled.len(), mean(&pooled)), (4, 25.0));
}

#[test]
fn b16_whose_step_it_is() {
    let log = "10:00 created\n11:00 agent_reply\n11:00 pending\n13:00 customer_message\n14:00 resolved";
    let ticket = ticket(log);
    assert_eq!((&ticket["requester_wait"], &ticket["agent_wait"]), (&json!("7200"), &json!("7200")));
    assert_eq!(minutes(&ticket, "created_at", "resolved_at"), 240.0);
    let held = "10:00 created\n11:00 on_hold\n13:00 resumed\n14:00 resolved";
    let ticket = self::ticket(held);
    assert_eq!((&ticket["requester_wait"], &ticket["on_hold_time"]), (&json!("14400"), &json!("7200")));
    assert_eq!(self::ticket("10:00 created\n11:00 agent_reply")["requester_wait"], Value::Null);
}

const B17: [&str; 2] = [
    "01-01T09:00 created\n01-05T09:00 resolved\n01-20T09:00 reopened\n02-03T09:00 resolved",
    "01-01T09:00 created\n01-08T09:00 resolved\n01-25T09:00 reopened",
];

#[test]
fn b17_tickets_not_events() {
    let resolved = |variant, window| headline(Ask::new("tickets_resolved").variant(variant), window, &B17);
    assert_eq!(resolved("", JANUARY), "0");
    assert_eq!(resolved("", FEBRUARY), "1");
    assert_eq!(resolved("first_resolution", JANUARY), "2");
    let all: Vec<Value> = B17.iter().zip(["1", "2"]).flat_map(|(log, id)| events(id, log)).collect();
    let spans = try_derive(&json!({}), &Value::Null, &json!(all)).unwrap()["status_spans"].clone();
    let in_january = |span: &&Value| {
        span["status"] == json!("resolved") && span["from"].as_str().is_some_and(|from| from.starts_with("2026-01"))
    };
    assert_eq!(spans.as_array().unwrap().iter().filter(in_january).count(), 2);
}

#[test]
fn b18_reopenings_belong_to_the_cohort_and_to_the_customer() {
    let one = "01-20T09:00 created\n01-30T09:00 resolved\n02-02T09:00 reopened customer";
    let logs = [one, "02-01T09:00 created\n02-10T09:00 resolved"];
    let rate = |window| headline(Ask::new("reopen_rate"), window, &logs);
    assert_eq!((rate(JANUARY), rate(FEBRUARY)), ("100".into(), "0".into()));
    let by = |actor: &str| {
        let ticket = ticket(&format!("09:00 created\n10:00 resolved\n11:00 reopened {actor}"));
        (
            ticket["reopens"].clone(),
            ticket["reopens_by_customer"].clone(),
            ticket["first_reopened_by_customer_at"].clone(),
        )
    };
    assert_eq!(by("customer"), (json!(1), json!(1), json!(at("11:00"))));
    assert_eq!(by("agent"), (json!(1), json!(0), Value::Null));
    assert_eq!(by(""), (json!(1), Value::Null, Value::Null));
    let twice = ticket("09:00 created\n10:00 resolved agent:ann\n11:00 resolved agent:bob");
    assert_eq!((&twice["reopens"], &twice["resolved_at"]), (&json!(0), &json!(at("11:00"))));
    assert_eq!((&twice["resolver"], &twice["first_resolved_at"]), (&json!("bob"), &json!(at("10:00"))));
}

#[test]
fn b21_the_unit_is_one_target() {
    let options = |at_: &str| json!({ "as_of": at(at_), "sla": { "policies": [{ "name": "p", "targets": { "first_response": 3600 } }] } });
    let logs = [
        "09:00 created\n09:30 agent_reply",
        "09:00 created\n10:00 agent_reply",
        "09:00 created\n10:01 agent_reply",
        "11:30 created",
    ];
    let all: Vec<Value> = logs.iter().zip(1..).flat_map(|(log, id)| events(&id.to_string(), log)).collect();
    let states = |as_of: &str| {
        let found = try_derive(&options(as_of), &Value::Null, &json!(all)).unwrap();
        let targets = found["sla_targets"].as_array().unwrap().clone();
        targets.iter().map(|target| target["state"].as_str().unwrap().to_string()).collect::<Vec<_>>()
    };
    assert_eq!(states("12:00"), ["met", "met", "breached", "running"]);
    assert_eq!(states("12:31"), ["met", "met", "breached", "breached"]);
    let late = told_with(&options("12:00"), logs[2])["sla_targets"][0].clone();
    assert_eq!((&late["due_at"], &late["over_by"]), (&json!(at("10:00")), &json!("60")));
}

#[test]
fn b22_the_clock_starts_when_people_are_asked() {
    let log = "09:00 created\n09:00 bot_reply bot\n09:30 handover bot\n09:40 agent_reply agent:ann";
    let asked = |variant| headline(Ask::new("first_response_time").variant(variant), JANUARY, &[log]);
    assert_eq!((asked("from_handover"), asked("from_created")), ("600".into(), "2400".into()));
}

#[test]
fn b24_just_before_an_instant() {
    let found =
        told_with(&json!({ "as_of": at("12:00") }), "09:00 created\n10:00 pending\n12:00 resolved\n13:00 reopened");
    assert_eq!(found["tickets"][0]["resolved_at"], json!(at("12:00")));
    assert_eq!(found["status_spans"][1]["to"], json!(at("12:00")));
}

#[test]
fn b25_changes_go_from_one_person_to_another() {
    let changes = |log: &str| ticket(log)["agent_changes"].as_u64().unwrap();
    assert_eq!(changes("09:00 created\n10:00 assigned =a\n11:00 assigned =b\n12:00 transferred =a"), 2);
    assert_eq!(changes("09:00 created\n10:00 assigned =a\n11:00 transferred\n12:00 assigned =b"), 1);
    assert_eq!(changes("09:00 created\n10:00 assigned =a\n11:00 assigned\n12:00 assigned =a"), 0);
    assert_eq!(changes("09:00 created\n10:00 assigned =a\n11:00 assigned =a"), 0);
    assert_eq!(changes("09:00 created"), 0);
}

#[test]
fn b26_holding_and_until_the_next_takes_over() {
    let found = told("09:00 created\n10:00 assigned =a\n10:30 assigned\n12:00 assigned =b\n12:10 assigned =c");
    let passed_on: Vec<&Value> =
        found["holdings"].as_array().unwrap().iter().filter(|holding| !holding["next_from"].is_null()).collect();
    let times = |to: &str| mean(&passed_on.iter().map(|holding| minutes(holding, "from", to)).collect::<Vec<_>>());
    assert_eq!((passed_on.len(), times("to"), times("next_from")), (2, 20.0, 65.0));
}

#[test]
fn b60_an_opening_message_is_no_reply() {
    let log =
        "09:00 created agent:ann\n09:00 agent_reply agent:ann\n09:30 customer_message\n10:00 agent_reply agent:ann";
    assert_eq!(headline(Ask::new("first_response_time"), JANUARY, &[log]), "1800");
    let ticket = ticket(log);
    assert_eq!((&ticket["clock_start"], &ticket["agent_replies"]), (&json!(at("09:30")), &json!(1)));
    let alone = told(
        "09:00 created agent:ann\n09:00 agent_reply agent:ann\n09:30 promised due=10:00\n12:00 agent_reply agent:bob",
    );
    assert_eq!((&alone["tickets"][0]["clock_start"], &alone["response_waits"]), (&Value::Null, &json!([])));
    assert_eq!(alone["tickets"][0]["responses_late"], json!(1));
    assert_eq!(alone["tickets"][0]["distinct_agents"], json!(2));
}

#[test]
fn pitfall_solved_without_a_reply_has_no_replies() {
    let ticket = ticket("09:00 created\n10:00 assigned =ann\n11:00 resolved agent:ann");
    assert_eq!((&ticket["agent_replies"], &ticket["first_response_at"]), (&json!(0), &Value::Null));
    assert_eq!((&ticket["resolver"], &ticket["resolved_by"]), (&json!("ann"), &json!("person")));
}

#[test]
fn pitfall_deleted_is_not_unsolved() {
    let found = told("09:00 created\n10:00 deleted agent:ann\n11:00 agent_reply agent:ann");
    let ticket = &found["tickets"][0];
    assert_eq!((&ticket["status"], &ticket["deleted_at"]), (&json!("deleted"), &json!(at("10:00"))));
    assert_eq!(ticket["requester_wait"], json!("3600"));
    assert_eq!(findings(&found), [(Some(2), "after_deletion")]);
}

#[test]
fn pitfall_reopened_and_still_open_is_a_reopening() {
    let ticket = ticket("09:00 created\n10:00 resolved\n11:00 reopened customer");
    assert_eq!(
        (&ticket["reopens"], &ticket["status"], &ticket["resolved_at"]),
        (&json!(1), &json!("open"), &Value::Null)
    );
    assert_eq!(ticket["first_resolved_at"], json!(at("10:00")));
}

#[test]
fn pitfall_a_merged_ticket_ends_when_it_is_merged() {
    let found = told("09:00 created\n10:00 merged agent:ann\n11:00 resolved agent:ann\n12:00 reopened customer");
    let ticket = &found["tickets"][0];
    assert_eq!((&ticket["merged_at"], &ticket["resolved_at"]), (&json!(at("10:00")), &Value::Null));
    assert_eq!(findings(&found), [(Some(2), "after_merge"), (Some(3), "after_merge")]);
}

#[test]
fn pitfall_open_tickets_do_not_leave() {
    let found = told("09:00 created\n10:00 customer_message");
    let wait = &found["response_waits"][0];
    assert_eq!((&wait["first"], &wait["closed_at"]), (&json!(true), &Value::Null));
    assert_eq!(found["status_spans"][0]["to"], Value::Null);
}

#[test]
fn pitfall_credit_names_whose_it_is() {
    let ticket = ticket(
        "09:00 created\n09:10 assigned =ann\n09:20 agent_reply agent:bob\n09:30 private_note agent:cid
        09:40 assigned =dan\n10:00 resolved agent:eva",
    );
    let named =
        ["first_assignee", "first_replier", "assignee", "resolver"].map(|field| ticket[field].as_str().unwrap());
    assert_eq!(named, ["ann", "bob", "dan", "eva"]);
    assert_eq!((&ticket["distinct_agents"], &ticket["collaborators"]), (&json!(4), &json!(1)));
}

#[test]
fn pitfall_a_bot_is_not_the_first_reply() {
    let ticket =
        ticket("09:00 created\n09:01 agent_reply bot:fin\n09:02 auto_reply system\n09:20 agent_reply agent:ann");
    assert_eq!((&ticket["first_response_at"], &ticket["first_replier"]), (&json!(at("09:20")), &json!("ann")));
    assert_eq!((&ticket["bot_replies"], &ticket["agent_replies"]), (&json!(1), &json!(1)));
}

#[test]
fn pitfall_after_a_bots_resolution_the_clock_starts_at_the_reopening() {
    let log = "01-01T09:00 created\n01-01T09:05 resolved bot\n01-06T09:00 reopened customer\n01-06T09:10 agent_reply agent:ann";
    assert_eq!(headline(Ask::new("first_response_time"), JANUARY, &[log]), "600");
}

#[test]
fn pitfall_roles_are_those_of_the_message() {
    let found = told("09:00 created\n09:10 agent_reply customer:ann\n09:20 agent_reply agent:ann");
    let ticket = &found["tickets"][0];
    assert_eq!((&ticket["agent_replies"], &ticket["customer_messages"]), (&json!(1), &json!(1)));
    assert_eq!(findings(&found), [(Some(1), "role")]);
}

#[test]
fn pitfall_private_notes_are_no_replies() {
    let ticket = ticket("09:00 created\n09:10 private_note agent:ann");
    assert_eq!((&ticket["agent_replies"], &ticket["collaborators"]), (&json!(0), &json!(1)));
    assert_eq!(ticket["first_response_at"], Value::Null);
}

#[test]
fn pitfall_a_pause_is_measured_on_the_same_clock() {
    // On hold from Friday 16:00 to Monday 10:00 is two open hours of nine to five, not sixty-six.
    let options = json!({
        "calendar": { "zone": "UTC", "hours": { "monday": [["09:00", "17:00"]], "friday": [["09:00", "17:00"]] } },
        "clock": "business",
        "sla": { "policies": [{ "name": "p", "clock": "business", "targets": { "resolution": 7200 }, "pauses": { "resolution": ["on_hold"] } }] }
    });
    let log = "01-09T15:00 created\n01-09T16:00 on_hold\n01-12T10:00 resumed\n01-12T11:00 resolved";
    let found = told_with(&options, log);
    let ticket = &found["tickets"][0];
    assert_eq!((&ticket["requester_wait"], &ticket["on_hold_time"]), (&json!("14400"), &json!("7200")));
    let target = &found["sla_targets"][0];
    assert_eq!((&target["state"], &target["due_at"]), (&json!("met"), &json!(at("01-12T11:00"))));
}

#[test]
fn pitfall_at_closing_time_it_is_closing_time() {
    let options = json!({
        "calendar": { "zone": "UTC", "hours": { "monday": [["09:00", "17:00"]] } },
        "sla": { "policies": [{ "name": "p", "clock": "business", "targets": { "first_response": 3600 } }] }
    });
    let due = |log: &str| told_with(&options, log)["sla_targets"][0].clone();
    assert_eq!(due("16:00 created\n17:00 agent_reply")["state"], json!("met"));
    let late = due("16:00 created\n18:00 agent_reply");
    assert_eq!(
        (&late["state"], &late["due_at"], &late["over_by"]),
        (&json!("breached"), &json!(at("17:00")), &json!("0"))
    );
}

#[test]
fn what_ends_a_ticket_ends_its_holding_and_its_log() {
    for (kind, status, code) in [
        ("canceled", "canceled", "after_cancellation"),
        ("merged", "merged", "after_merge"),
        ("deleted", "deleted", "after_deletion"),
        ("spam", "spam", "after_spam"),
    ] {
        for line in [kind.to_string(), format!("status ={status}")] {
            let found =
                told(&format!("09:00 created\n10:00 assigned =ann\n11:00 {line}\n12:00 assigned =bob\n13:00 created"));
            assert_eq!(found["tickets"][0]["status"], json!(status));
            assert_eq!(found["holdings"].as_array().unwrap().len(), 1, "{line}");
            assert_eq!(found["holdings"][0]["to"], json!(at("11:00")));
            assert_eq!(findings(&found), [(Some(3), code), (Some(4), code)]);
        }
    }
}

#[test]
fn a_status_acts_as_the_event_of_that_status() {
    let words = told(
        "09:00 created\n10:00 status agent =open\n10:30 status agent =pending\n11:00 status =open\n11:30 status =on_hold
        12:00 status agent:ann =resolved\n13:00 status customer =open\n14:00 status =closed",
    );
    let events = told(
        "09:00 created\n10:00 resumed agent\n10:30 pending agent\n11:00 resumed\n11:30 on_hold\n12:00 resolved agent:ann
        13:00 reopened customer\n14:00 closed",
    );
    assert_eq!(words["tickets"], events["tickets"]);
    assert_eq!(words["status_spans"], events["status_spans"]);
    assert_eq!(words["tickets"][0]["reopens"], json!(1));
}

#[test]
fn ties_go_by_sequence_and_then_by_kind() {
    // At one instant a resolution comes before the reopening, and a sequence turns that round.
    assert_eq!(ticket("09:00 created\n10:00 reopened\n10:00 resolved")["reopens"], json!(1));
    let turned = told("09:00 created\n10:00 resolved #2\n10:00 reopened #1");
    assert_eq!(
        (&turned["tickets"][0]["reopens"], findings(&turned).as_slice()),
        (&json!(0), &[(Some(2), "reopened_while_open")][..])
    );
}

#[test]
fn promises_are_kept_or_late() {
    let kept = "09:00 created\n09:10 promised due=10:00\n10:00 agent_reply agent:ann";
    let late = "09:00 created\n09:10 promised due=10:00\n10:01 agent_reply agent:ann";
    let open = "09:00 created\n09:10 promised due=10:00\n10:01 customer_message";
    let ended = "09:00 created\n09:10 promised due=10:00\n10:01 closed";
    let counts = [kept, late, open, ended].map(|log| {
        let ticket = ticket(log);
        (ticket["responses_promised"].as_u64().unwrap(), ticket["responses_late"].as_u64().unwrap())
    });
    assert_eq!(counts, [(1, 0), (1, 1), (1, 1), (1, 0)]);
    assert_eq!(ticket(kept)["due_at"], json!(at("10:00")));
}

#[test]
fn columns_of_the_tickets_are_passed_on() {
    let tickets = json!([
        { "id": "a", "channel": "web", "tier": "gold", "value": "12.50", "complaint": true, "tags": ["x", "y"] },
        { "id": "later", "channel": "fax", "tier": "none", "value": "1", "complaint": false, "tags": ["z"] },
        { "id": "b", "channel": "email", "tier": "tin", "value": "7", "tags": [] },
    ]);
    let events: Vec<Value> =
        ["a", "b", "c"].iter().flat_map(|id| events(id, "09:00 created\n10:00 assigned =ann")).collect();
    let found = try_derive(&json!({}), &tickets, &json!(events)).unwrap();
    let tickets = found["tickets"].as_array().unwrap();
    let row = |row: usize| {
        ["id", "channel", "tier", "value", "complaint", "tags"].map(|field| tickets[row][field].to_string()).join(" ")
    };
    assert_eq!(tickets.len(), 3, "what nothing says was ever created is left out");
    assert_eq!(row(0), r#""a" "web" "gold" 12500000000 true ["x","y"]"#);
    assert_eq!(row(1), r#""b" "email" "tin" 7000000000 null []"#);
    assert_eq!(row(2), r#""c" null null null null []"#);
    let channels: Vec<_> = found["holdings"].as_array().unwrap().iter().map(|holding| &holding["channel"]).collect();
    assert_eq!(channels, [&json!("web"), &json!("email"), &Value::Null]);
}

#[test]
fn typed_rows_are_as_objects() {
    let event = |at_: &str, kind: &str| TicketEvent {
        ticket: Some("1".into()),
        at: Some(at(at_).parse().unwrap()),
        kind: Some(kind.into()),
        ..TicketEvent::default()
    };
    let tier = [("tier".to_string(), "gold".to_string())].into();
    let tickets = [
        Ticket { id: Some("2".into()), ..Ticket::default() },
        Ticket { id: Some("1".into()), segments: tier, ..Ticket::default() },
    ];
    let mut tickets = TableBuilder::of(&tickets);
    let mut log = TableBuilder::of(&[event("09:00", "created"), event("09:30", "agent_reply")]);
    let found = shown(&derive(&DeriveRequest::new(), &[tickets.table(), log.table()]).unwrap());
    let objects = try_derive(
        &json!({}),
        &json!([{ "id": "1", "tier": "gold" }]),
        &json!(events("1", "09:00 created\n09:30 agent_reply")),
    );
    let objects = objects.unwrap();
    let own = &found["tickets"][0];
    assert_eq!((found["tickets"].as_array().unwrap().len(), &own["tier"]), (1, &json!("gold")));
    assert_eq!(own["first_response_at"], objects["tickets"][0]["first_response_at"]);
    assert_eq!(found["status_spans"].as_array().unwrap().len(), 2);
}

#[test]
fn bad_records_are_refused_or_skipped() {
    let log = || {
        let mut log = events("1", "09:00 created\n10:00 promised\n11:00 exploded\n12:00 resolved");
        log.extend(events("", "09:00 created"));
        objects(Kind::TicketEvent, &json!(log)).unwrap()
    };
    let twice =
        || objects(Kind::Ticket, &json!([{ "id": "1", "channel": "web" }, { "id": "1", "channel": "email" }])).unwrap();
    let error = derive(&DeriveRequest::new(), &[log().table()]).unwrap_err();
    assert_eq!((error.code(), error.record_index(), error.field_name()), (Code::MissingField, Some(1), Some("due_at")));
    let error = derive(&DeriveRequest::new(), &[twice().table()]).unwrap_err();
    assert_eq!((error.code(), error.record_index()), (Code::DuplicateId, Some(1)));
    let skip = DeriveRequest::new().bad_records(BadRecords::Skip);
    let derived = derive(&skip, &[log().table(), twice().table()]).unwrap();
    let found = shown(&derived);
    assert_eq!((&found["tickets"][0]["channel"], &found["tickets"][0]["status"]), (&json!("web"), &json!("resolved")));
    let counted = derived.inputs.get(&Kind::TicketEvent).unwrap();
    assert_eq!((counted.records, counted.skipped.values().sum::<u64>()), (5, 3));
    assert_eq!(derived.inputs.get(&Kind::Ticket).unwrap().skipped.get("duplicate_id"), Some(&1));
}

#[test]
fn findings_name_the_event_as_it_was_given() {
    let mut builder = TableBuilder::new(Kind::TicketEvent).skip_bad_records();
    let mut log = events("1", "08:00 agent_reply\n09:00 created\n10:00 reopened\n10:00 reopened");
    log.insert(1, json!({ "ticket": "1", "at": "soon", "kind": "resolved" }));
    builder.extend(json!(log)).unwrap();
    let mut more = objects(Kind::TicketEvent, &json!(events("1", "11:00 reopened"))).unwrap();
    let skip = DeriveRequest::new().bad_records(BadRecords::Skip);
    let derived = derive(&skip, &[builder.table(), more.table()]).unwrap();
    let found: Vec<_> = derived.findings().map(|finding| (finding.event, finding.code)).collect();
    let expected = [
        (Some(0), FindingCode::BeforeCreation),
        (Some(3), FindingCode::ReopenedWhileOpen),
        (Some(4), FindingCode::Duplicate),
        (Some(5), FindingCode::ReopenedWhileOpen),
    ];
    assert_eq!(found, expected);
}

#[test]
fn policies_are_refused_by_name() {
    let field = |sla: Value| {
        let raw: RawRequest = serde_json::from_value(json!({ "sla": sla })).unwrap();
        let error = DeriveRequest::try_from(raw).unwrap_err();
        (error.code(), error.field_name().unwrap_or_default().to_string())
    };
    let one = |policy: Value| json!({ "policies": [policy] });
    let targets = json!({ "resolution": 60 });
    assert_eq!(field(json!([])), (Code::BadPolicy, "sla".into()));
    assert_eq!(field(json!({ "rules": [] })), (Code::BadPolicy, "rules".into()));
    assert_eq!(field(one(json!({ "targets": targets }))), (Code::BadPolicy, "name".into()));
    assert_eq!(field(one(json!({ "name": "p" }))), (Code::BadPolicy, "targets".into()));
    assert_eq!(
        field(one(json!({ "name": "p", "targets": { "resolution": "soon" } }))),
        (Code::BadPolicy, "targets".into())
    );
    assert_eq!(
        field(one(json!({ "name": "p", "targets": targets, "clock": "moon" }))),
        (Code::BadPolicy, "clock".into())
    );
    assert_eq!(field(one(json!({ "name": "p", "targets": targets, "when": ["a"] }))), (Code::BadPolicy, "when".into()));
    let twice = json!({ "policies": [{ "name": "p", "targets": targets }, { "name": "p", "targets": targets }] });
    assert_eq!(field(twice), (Code::BadPolicy, "name".into()));
}

#[test]
fn a_condition_names_a_text_of_tickets() {
    let of = |name: &str| {
        let policy = Policy::new("p").when(name, &["x"]).promise(Metric::Resolution, Duration::seconds(60)).unwrap();
        let words = |word: &str| Column::Constant(Constant::Text(word.into()));
        let tickets = Table::new(Kind::Ticket, 1).with("id", words("1")).with("tier", words("x"));
        let mut log = objects(Kind::TicketEvent, &json!(events("1", "09:00 created"))).unwrap();
        derive(&DeriveRequest::new().policy(policy), &[tickets, log.table()])
            .map(|derived| shown(&derived)["sla_targets"][0]["policy"].clone())
    };
    assert_eq!(of("tier").unwrap(), json!("p"));
    assert_eq!(of("team").unwrap(), Value::Null);
    for name in ["tear", "assignee", "tags", "value", "id"] {
        let error = of(name).unwrap_err();
        assert_eq!((error.code(), error.field_name()), (Code::BadPolicy, Some(name)));
    }
}

#[test]
fn a_calendar_goes_by_a_text_of_tickets() {
    let of = |name: &str| {
        let office = json!({ "hours": { "monday": [["09:00", "17:00"]] } });
        let options = json!({ "clock": "business", "calendar": { "by": name, "schedules": { "x": office } } });
        let raw: RawRequest = serde_json::from_value(options).unwrap();
        let words = |word: &str| Column::Constant(Constant::Text(word.into()));
        let tickets = Table::new(Kind::Ticket, 1).with("id", words("1")).with("tier", words("x"));
        let mut log = objects(Kind::TicketEvent, &json!(events("1", "09:00 created\n10:00 resolved"))).unwrap();
        derive(&DeriveRequest::try_from(raw).unwrap(), &[tickets, log.table()])
            .map(|derived| shown(&derived)["tickets"][0]["requester_wait"].clone())
    };
    assert_eq!(of("tier").unwrap(), json!("3600"));
    assert_eq!(of("team").unwrap(), Value::Null);
    for name in ["tear", "id", "tags", "resolved_at", "through_spans"] {
        let error = of(name).unwrap_err();
        assert_eq!((error.code(), error.field_name()), (Code::BadCalendar, Some("by")), "{name}");
    }
}

#[test]
fn a_word_that_says_nothing_is_missing() {
    let log = json!(events("1", "09:00 created\n09:30 agent_reply agent:ann\n10:00 resolved"));
    let request = || DeriveRequest::new().word(Kind::TicketEvent, "kind", "agent_reply", "");
    let mut log = objects(Kind::TicketEvent, &log).unwrap();
    let error = derive(&request(), &[log.table()]).unwrap_err();
    assert_eq!((error.code(), error.field_name(), error.record_index()), (Code::MissingField, Some("kind"), Some(1)));
    let derived = derive(&request().bad_records(BadRecords::Skip), &[log.table()]).unwrap();
    assert_eq!(derived.inputs.get(&Kind::TicketEvent).unwrap().skipped.get("missing_field"), Some(&1));
    assert_eq!(shown(&derived)["tickets"][0]["agent_replies"], json!(0));

    let nothing = Column::Constant(Constant::Text(String::new()));
    for field in ["kind", "ticket"] {
        let mut log = log.table();
        log.set(field, nothing.clone());
        let error = derive(&DeriveRequest::new(), &[log]).unwrap_err();
        assert_eq!((error.code(), error.field_name()), (Code::MissingField, Some(field)));
    }
}

#[test]
fn a_policy_of_rust_is_checked_too() {
    let field = |policies: &[Policy]| {
        let request = policies.iter().fold(DeriveRequest::new(), |request, policy| request.policy(policy.clone()));
        let error = derive(&request, &[]).unwrap_err();
        assert_eq!(error.code(), Code::BadPolicy);
        error.field_name().unwrap_or_default().to_string()
    };
    let promising = |name: &str| Policy::new(name).promise(Metric::Resolution, Duration::seconds(60)).unwrap();
    assert_eq!(field(&[promising("")]), "name");
    assert_eq!(field(&[promising("p"), promising("p")]), "name");
    assert_eq!(field(&[Policy::new("p")]), "targets");
    assert_eq!(field(&[promising("p").when::<&str>("channel", &[])]), "when");
    assert_eq!(field(&[promising("p").when("channel", &["chat", ""])]), "when");
}

#[test]
fn findings_count_what_was_skipped_before_them() {
    // Every third event cannot be read; of the others each is there twice.
    let mut builder = TableBuilder::new(Kind::TicketEvent).skip_bad_records();
    let rows = (0..300).map(|row| {
        let at = if row % 3 == 0 { json!("soon") } else { json!(at(&format!("09:{:02}", row / 30 % 10))) };
        json!({ "ticket": (row / 3).to_string(), "at": at, "kind": "created" })
    });
    builder.extend(Value::Array(rows.collect())).unwrap();
    let derived = derive(&DeriveRequest::new().bad_records(BadRecords::Skip), &[builder.table()]).unwrap();
    let found: Vec<_> = derived.findings().map(|finding| (finding.event, finding.code)).collect();
    assert_eq!(found, (0..100).map(|row| (Some(3 * row + 2), FindingCode::Duplicate)).collect::<Vec<_>>());
}

#[test]
fn other_tables_are_refused() {
    let error = derive(&DeriveRequest::new(), &[Table::new(Kind::Survey, 0)]).unwrap_err();
    assert_eq!((error.code(), error.record_kind()), (Code::UnknownRecord, Some("survey")));
    let error = derive(&DeriveRequest::new().business_time(), &[]).unwrap_err();
    assert_eq!(error.code(), Code::CalendarRequired);
    assert_eq!(derive(&DeriveRequest::new(), &[]).unwrap().tables().iter().map(Table::len).sum::<usize>(), 0);
}

const KINDS: [&str; 23] = [
    "created",
    "promised",
    "customer_message",
    "bot_reply",
    "auto_reply",
    "handover",
    "priority",
    "assigned",
    "transferred",
    "escalated",
    "agent_reply",
    "private_note",
    "pending",
    "on_hold",
    "resumed",
    "status",
    "resolved",
    "reopened",
    "closed",
    "canceled",
    "merged",
    "deleted",
    "spam",
];
const STATUSES: [&str; 10] =
    ["new", "open", "pending", "on_hold", "resolved", "closed", "canceled", "deleted", "merged", "spam"];

/// Any event of one of three tickets, on one of two days; the ends are rare, so that logs go on.
fn any_event() -> impl Strategy<Value = Value> {
    let role =
        prop_oneof![Just(None), Just(Some("customer")), Just(Some("agent")), Just(Some("bot")), Just(Some("system"))];
    let kind = prop_oneof![8 => 0..15usize, 12 => 15..19usize, 8 => 7..12usize, 1 => 19..23usize];
    (0..3u8, 0..2880i64, kind, role, 0..4usize, 0..60usize, proptest::option::of(0..3u32)).prop_map(
        |(ticket, minute, kind, role, actor, value, sequence)| {
            let at = |minute: i64| Instant(1_767_571_200_000_000 + minute * 60_000_000).to_string();
            let people = [Value::Null, json!("ann"), json!("bob"), json!("cid")];
            let kind = KINDS[kind];
            let value = match kind {
                "status" => json!(STATUSES[if value < 50 { value % 6 } else { value % 10 }]),
                "priority" => json!(["low", "high", "urgent"][value % 3]),
                _ => people[value % 4].clone(),
            };
            let due = if kind == "promised" { json!(at(minute + 30)) } else { Value::Null };
            json!({
                "ticket": format!("T{ticket}"), "at": at(minute), "kind": kind, "actor_kind": role,
                "actor": people[actor], "value": value, "due_at": due, "sequence": sequence,
            })
        },
    )
}

fn any_log() -> impl Strategy<Value = Vec<Value>> {
    proptest::collection::vec(any_event(), 0..60)
}

/// Two policies by priority, on two clocks.
fn options() -> Value {
    let hours = json!([["09:00", "12:00"], ["13:00", "17:00"]]);
    json!({
        "clock": "business",
        "calendar": { "zone": "UTC", "hours": { "monday": hours, "tuesday": hours } },
        "sla": { "policies": [
            { "name": "fast", "when": { "priority": ["urgent"] }, "targets": { "first_response": 1800, "next_response": 1800, "resolution": 14_400 } },
            { "name": "slow", "when": { "priority": ["high", "low"] }, "clock": "business",
              "targets": { "next_response": 7200, "resolution": 36_000 }, "pauses": { "resolution": ["pending", "on_hold"], "next_response": ["on_hold"] } },
        ] },
    })
}

fn field<'a>(record: &'a Value, name: &str) -> &'a str {
    record[name].as_str().unwrap_or_default()
}

/// The same with tickets in the order of their ids, and findings without the places of events.
fn in_order(mut found: Value, without: &str) -> Value {
    for (table, rows) in found.as_object_mut().unwrap() {
        let rows = rows.as_array_mut().unwrap();
        if table == "findings" {
            rows.retain(|finding| finding["code"] != json!(without));
            rows.iter_mut().for_each(|finding| finding["event"] = Value::Null);
            rows.sort_by_key(ToString::to_string);
        } else {
            rows.sort_by_key(|row| format!("{}{}", field(row, "id"), field(row, "ticket")));
        }
    }
    found
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, ..ProptestConfig::default() })]

    /// What comes after the instant looked at never changes the answer.
    #[test]
    fn later_events_are_not_seen(log in any_log(), minute in 0..2880i64) {
        let mut options = options();
        let as_of = Instant(1_767_571_200_000_000 + minute * 60_000_000);
        options["as_of"] = json!(as_of.to_string());
        let tickets = json!([{ "id": "T2", "created_at": "2026-01-05T08:00:00Z", "priority": "high" }]);
        let earlier: Vec<_> = log.iter().filter(|event| field(event, "at").parse::<Instant>().unwrap() <= as_of).cloned().collect();
        let all = try_derive(&options, &tickets, &json!(log)).unwrap();
        let known = try_derive(&options, &tickets, &json!(earlier)).unwrap();
        prop_assert_eq!(in_order(all, ""), in_order(known, ""));
    }

    /// The order of the input, and events that are there twice, change nothing but the findings.
    #[test]
    fn order_and_duplicates_do_not_matter(log in any_log(), order in Just((0..120usize).collect::<Vec<_>>()).prop_shuffle()) {
        // Events that only the order of the input tells apart are left out.
        let place = |event: &Value| format!("{} {} {} {}", event["ticket"], event["at"], event["sequence"], event["kind"]);
        let mut places: Vec<String> = Vec::new();
        let log: Vec<&Value> = log.iter().filter(|event| {
            let new = !places.contains(&place(event));
            places.push(place(event));
            new
        }).collect();
        let mixed: Vec<&Value> = order.iter().filter_map(|&at| log.get(at / 2).copied()).collect();
        let plain = try_derive(&options(), &Value::Null, &json!(log)).unwrap();
        let mixed = try_derive(&options(), &Value::Null, &json!(mixed)).unwrap();
        prop_assert_eq!(mixed["findings"].as_array().unwrap().len(), plain["findings"].as_array().unwrap().len() + log.len());
        prop_assert_eq!(in_order(plain, ""), in_order(mixed, "duplicate"));
    }

    /// What is derived fits together, and a report takes it.
    #[test]
    fn records_fit_together(log in any_log()) {
        let mut options = options();
        options.as_object_mut().unwrap().remove("clock");
        let found = try_derive(&options, &Value::Null, &json!(log)).unwrap();
        let rows = |table: &str, id: &str| -> Vec<Value> {
            found[table].as_array().unwrap().iter().filter(|row| row["ticket"] == json!(id)).cloned().collect()
        };
        for ticket in found["tickets"].as_array().unwrap() {
            let id = ticket["id"].as_str().unwrap();
            let spans = rows("status_spans", id);
            prop_assert_eq!(&spans[0]["from"], &ticket["created_at"]);
            prop_assert_eq!(&spans[spans.len() - 1]["status"], &ticket["status"]);
            prop_assert!(spans[spans.len() - 1]["to"].is_null());
            for pair in spans.windows(2) {
                prop_assert_eq!(&pair[0]["to"], &pair[1]["from"]);
                prop_assert_eq!(&pair[0]["status"], &pair[1]["previous"]);
                prop_assert_ne!(&pair[0]["status"], &pair[1]["status"]);
            }
            if !ticket["requester_wait"].is_null() {
                let seconds = |name: &str| ticket[name].as_str().unwrap().parse::<f64>().unwrap();
                let open = spans.iter().filter(|span| STATUSES[..4].contains(&field(span, "status")));
                let all: f64 = open.map(|span| minutes(span, "from", "to") * 60.0).sum();
                prop_assert_eq!(seconds("requester_wait") + seconds("agent_wait"), all);
            }
            let holdings = rows("holdings", id);
            let passed_on = holdings.iter().filter(|holding| !holding["next_from"].is_null()).count();
            prop_assert_eq!(json!(passed_on), ticket["agent_changes"].clone());
            for pair in holdings.windows(2) {
                prop_assert!(field(&pair[0], "to") <= field(&pair[1], "from"));
            }
            let waits = rows("response_waits", id);
            prop_assert_eq!(waits.iter().filter(|wait| wait["first"] == json!(true)).count(), usize::from(!ticket["clock_start"].is_null()));
            let replies = ticket["agent_replies"].as_u64().unwrap();
            prop_assert!(waits.iter().filter(|wait| !wait["closed_at"].is_null()).count() as u64 <= replies);
        }
        let mut builder = objects(Kind::TicketEvent, &json!(log)).unwrap();
        let raw: RawRequest = serde_json::from_value(options).unwrap();
        let derived = derive(&DeriveRequest::try_from(raw).unwrap(), &[builder.table()]).unwrap();
        let problems = check(&Request::new(), &derived.tables()).unwrap();
        prop_assert!(problems.iter().all(|problem| !problem.refused), "{:?}", problems);
    }

    /// While nothing happens, what is met or breached stays so, and what runs is breached once it is due.
    #[test]
    fn time_alone_breaches(log in any_log(), more in 1..10_000i64) {
        let end = 1_767_571_200_000_000 + 2880 * 60_000_000;
        let look = |at: i64| {
            let mut options = options();
            options["as_of"] = json!(Instant(at).to_string());
            try_derive(&options, &Value::Null, &json!(log)).unwrap()["sla_targets"].as_array().unwrap().clone()
        };
        let later = Instant(end + more * 60_000_000);
        for (before, after) in look(end).iter().zip(&look(later.0)) {
            let due = before["due_at"].as_str().map(|due| due.parse::<Instant>().unwrap());
            let expected = match field(before, "state") {
                "running" if due.is_some_and(|due| due < later) => "breached",
                state => state,
            };
            prop_assert_eq!(expected, field(after, "state"), "{} {}", before, after);
            prop_assert_eq!(&before["due_at"], &after["due_at"]);
        }
    }

    /// No instants, however far apart, end in a panic.
    #[test]
    fn extreme_instants_are_counted(instants in proptest::collection::vec(prop_oneof![Just(i64::MIN), Just(i64::MAX), any::<i64>()], 1..20), kinds in proptest::collection::vec(0..23usize, 20)) {
        let kinds: Vec<Option<&str>> = kinds.iter().take(instants.len()).map(|&kind| Some(KINDS[kind])).collect();
        let status = |kind: &Option<&str>| Some(if *kind == Some("status") { "open" } else { "x" });
        let word = |word: &str| Column::Constant(Constant::Text(word.into()));
        let table = Table::new(Kind::TicketEvent, instants.len())
            .with("ticket", word("1"))
            .with("at", Column::Ints { values: &instants, valid: None })
            .with("value", Column::Words(kinds.iter().map(status).collect()))
            .with("due_at", Column::Ints { values: &instants, valid: None })
            .with("kind", Column::Words(kinds));
        let raw: RawRequest = serde_json::from_value(options()).unwrap();
        prop_assert!(derive(&DeriveRequest::try_from(raw).unwrap(), &[table]).is_ok());
    }
}
