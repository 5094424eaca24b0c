//! What help desks' own reports get wrong, one test each; `docs/src/pitfalls.md` says what and why. Numbers by hand.

#[path = "common/log.rs"]
mod log;
#[path = "common/root.rs"]
mod root;

use std::collections::BTreeSet;

use kpi_core::derive::{DeriveRequest, derive};
use kpi_core::rows::TableBuilder;
use kpi_core::{Code, Error, Kind, Number, RawRequest, Request, find, report};
use log::events;
use root::root;
use serde_json::{Value, json};

fn request(asked: &Value) -> Request {
    Request::try_from(serde_json::from_value::<RawRequest>(asked.clone()).unwrap()).unwrap()
}

fn builder(kind: Kind, rows: &[Value]) -> TableBuilder {
    let mut builder = TableBuilder::new(kind);
    builder.extend(json!(rows)).unwrap();
    builder
}

/// A report over records of one kind.
fn made(asked: &Value, kind: Kind, rows: &[Value]) -> Value {
    try_made(asked, kind, rows).unwrap()
}

fn try_made(asked: &Value, kind: Kind, rows: &[Value]) -> Result<Value, Error> {
    Ok(serde_json::to_value(report(&request(asked), &[builder(kind, rows).table()])?).unwrap())
}

/// A report over what follows from the logs of tickets 1, 2, …
fn told(asked: &Value, logs: &[&str]) -> Value {
    let all: Vec<Value> = logs.iter().zip(1..).flat_map(|(log, id)| events(&id.to_string(), log)).collect();
    let mut log = builder(Kind::TicketEvent, &all);
    let derived = derive(&DeriveRequest::new(), &[log.table()]).unwrap();
    serde_json::to_value(report(&request(asked), &derived.tables()).unwrap()).unwrap()
}

/// One KPI over January 2026, with more of the request.
fn january(kpi: &str, more: Value) -> Value {
    let mut asked = json!({ "kpis": [kpi], "window": { "from": "2026-01-01", "to": "2026-02-01" } });
    asked.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    asked
}

/// A variant instead of the default one.
fn variant(kpi: &str, variant: &str) -> Value {
    january(kpi, json!({ "kpis": [{ "kpi": kpi, "variant": variant }] }))
}

/// The rows of a figure that are no total.
fn buckets<'a>(report: &'a Value, figure: &'a str) -> impl Iterator<Item = &'a Value> {
    let rows = report["rows"].as_array().unwrap().iter();
    rows.filter(move |row| row["figure"] == figure && !row["bucket"].is_null())
}

fn text(row: &Value) -> &str {
    row["value"].as_str().unwrap_or("undefined")
}

/// A figure of the total row.
fn total<'a>(report: &'a Value, figure: &str) -> &'a str {
    text(total_row(report, figure))
}

fn total_row<'a>(report: &'a Value, figure: &str) -> &'a Value {
    report["rows"].as_array().unwrap().iter().find(|row| row["figure"] == figure && row["bucket"].is_null()).unwrap()
}

/// A figure by the words of the request's one dimension.
fn groups<'a>(report: &'a Value, figure: &str, dimension: &str) -> Vec<(&'a str, &'a str)> {
    let rows = report["rows"].as_array().unwrap().iter();
    let rows = rows.filter(|row| row["figure"] == figure && row["bucket"].is_null() && row[dimension] != "(all)");
    rows.map(|row| (row[dimension].as_str().unwrap_or("null"), text(row))).collect()
}

fn ticket(id: &str, created_at: &str, more: Value) -> Value {
    let mut ticket = json!({ "id": id, "created_at": format!("2026-{created_at}Z"), "resolved_at": null });
    ticket.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    ticket
}

/// Calls of one day in January from 9:00 on, one each minute, each given up or answered after some seconds.
fn calls(day: u32, given_up: bool, number: u32, seconds: u32) -> Vec<Value> {
    let (outcome, end) = if given_up { ("abandoned", "ended_at") } else { ("answered", "answered_at") };
    let clock =
        |minute: u32, second: u32| format!("2026-01-{day:02}T{:02}:{:02}:{:02}Z", 9 + minute / 60, minute % 60, second);
    let call = |minute| {
        let id = format!("{day} {given_up} {seconds} {minute}");
        let mut call = json!({ "id": id, "channel": "phone", "queued_at": clock(minute, 0), "answered_at": null, "outcome": outcome });
        call[end] = json!(clock(minute + seconds / 60, seconds % 60));
        call
    };
    (0..number).map(call).collect()
}

/// The clock of London in 2026.
fn london() -> Value {
    // 29 March and 25 October at 01:00 UTC.
    json!({ "name": "Europe/London", "source": "by hand", "initial_offset": 0,
        "transitions": [[1_774_746_000_000_000_i64, 3600], [1_792_890_000_000_000_i64, 0]] })
}

// Counting -----------------------------------------------------------------------------------------------------------

#[test]
fn a_mean_over_an_empty_bucket_is_null() {
    let asked = january(
        "first_response_time",
        json!({ "window": { "from": "2026-01-05", "to": "2026-01-08" }, "bucket": "day" }),
    );
    let replied = |id, created, at: &str| ticket(id, created, json!({ "first_response_at": format!("2026-{at}Z") }));
    let tickets = [replied("1", "01-05T09:00:00", "01-05T09:10:00"), replied("2", "01-07T09:00:00", "01-07T09:20:00")];
    let report = made(&asked, Kind::Ticket, &tickets);
    let means: Vec<&Value> = buckets(&report, "mean").map(|row| &row["value"]).collect();
    assert_eq!(means, [&json!("600"), &Value::Null, &json!("1200")]);
    assert_eq!(buckets(&report, "mean").nth(1).unwrap()["undefined"], "no_records");
    assert_eq!(buckets(&report, "count").map(text).collect::<Vec<_>>(), ["1", "0", "1"]);
    // With a zero in it, it would be 600.
    assert_eq!(total(&report, "mean"), "900");
}

/// Four tickets were resolved in January, three of them created before it.
#[test]
fn both_parts_of_a_share_are_of_one_cohort() {
    let resolved = json!({ "resolved_at": "2026-01-09T00:00:00Z" });
    let early = |id| json!({ "id": id, "created_at": "2025-12-30T00:00:00Z", "resolved_at": resolved["resolved_at"] });
    let tickets = [early("1"), early("2"), early("3"), ticket("4", "01-05T00:00:00", resolved.clone())];
    let report = made(&january("task_completion_rate", json!({})), Kind::Ticket, &tickets);
    let row = total_row(&report, "share");
    assert_eq!((text(row), &row["numerator"], &row["denominator"]), ("100", &json!("1"), &json!("1")));
    // A target counts where it started, wherever it was met.
    let target = |ticket: &str, from: &str, met: Value, due: &str| json!({ "ticket": ticket, "metric": "resolution", "started_at": from, "due_at": due, "met_at": met });
    let targets = [
        target("1", "2025-12-30T00:00:00Z", json!("2026-01-02T00:00:00Z"), "2026-01-03T00:00:00Z"),
        target("2", "2026-01-10T00:00:00Z", json!("2026-01-11T00:00:00Z"), "2026-01-12T00:00:00Z"),
        target("3", "2026-01-10T00:00:00Z", Value::Null, "2026-01-12T00:00:00Z"),
    ];
    let report = made(&january("sla_attainment", json!({})), Kind::SlaTarget, &targets);
    assert_eq!([total(&report, "share"), total(&report, "met"), total(&report, "breached")], ["50", "1", "1"]);
    // Two totals of a month are a ratio, which may pass 100 and is called so.
    let flow = made(&january("clearance_rate", json!({})), Kind::Ticket, &tickets);
    assert_eq!([total(&flow, "rate"), total(&flow, "net_flow")], ["400", "-3"]);
    let number = |kpi| find(kpi, "").unwrap().spec().figures[0].number;
    let numbers = ["task_completion_rate", "sla_attainment", "clearance_rate"].map(number);
    assert_eq!(numbers, [Number::Share, Number::Share, Number::Ratio]);
}

/// 11 of 50 callers gave up on the first day, none of 25 and of 26 on the others: 11/101, not (22 + 0 + 0)/3.
#[test]
fn the_ratio_of_sums_is_not_the_mean_of_daily_rates() {
    let asked =
        january("abandonment_rate", json!({ "window": { "from": "2026-01-05", "to": "2026-01-08" }, "bucket": "day" }));
    let contacts =
        [calls(5, true, 11, 60), calls(5, false, 39, 60), calls(6, false, 25, 60), calls(7, false, 26, 60)].concat();
    let report = made(&asked, Kind::Contact, &contacts);
    assert_eq!(buckets(&report, "rate").map(text).collect::<Vec<_>>(), ["22", "0", "0"]);
    assert_eq!(total(&report, "rate"), "10.891089109");
}

/// 54 answered within 20 s and 36 later; 10 gave up within 20 s and 10 later.
#[test]
fn a_service_level_names_its_denominator() {
    let contacts =
        [calls(5, false, 54, 12), calls(6, false, 36, 50), calls(5, true, 10, 10), calls(6, true, 10, 50)].concat();
    let levels =
        [("offered", "49.090909091", "110"), ("less_abandoned_within_t", "54", "100"), ("answered", "60", "90")];
    for (name, level, of) in levels {
        let report = made(&variant("service_level", name), Kind::Contact, &contacts);
        let row = report["rows"].as_array().unwrap().iter().find(|row| row["bucket"].is_null()).unwrap();
        assert_eq!((text(row), &row["denominator"], &row["variant"]), (level, &json!(of), &json!(name)));
    }
}

#[test]
fn nothing_is_rounded_up_to_minutes_or_days() {
    let mean = |created: &str, replied: &str| {
        let tickets = [ticket("1", created, json!({ "first_response_at": format!("2026-{replied}Z") }))];
        total(&made(&january("first_response_time", json!({})), Kind::Ticket, &tickets), "mean").to_owned()
    };
    assert_eq!(mean("01-05T09:00:00", "01-05T09:01:02"), "62");
    // A fifth of a second that goes from one minute to the next.
    assert_eq!(mean("01-05T09:00:59.9", "01-05T09:01:00.1"), "0.2");
    let tickets = [ticket("1", "01-05T09:00:00", json!({ "resolved_at": "2026-01-06T10:00:00Z" }))];
    let report = made(&january("resolution_time", json!({})), Kind::Ticket, &tickets);
    assert_eq!(total(&report, "mean"), "90000", "25 hours are not two days");
}

/// Resolved with no reply, one, two and three; and one that nobody has replied to yet.
#[test]
fn solved_without_a_reply_is_no_touch() {
    let logs = [
        "09:00 created\n10:00 resolved agent:ann",
        "09:00 created\n09:10 agent_reply agent:ann\n10:00 resolved agent:ann",
        "09:00 created\n09:10 agent_reply agent:ann\n09:20 agent_reply agent:ann\n10:00 resolved agent:ann",
        "09:00 created\n09:10 agent_reply agent:ann\n09:20 agent_reply agent:bob\n09:30 agent_reply agent:ann\n10:00 resolved",
        "09:00 created",
    ];
    let report = told(&january("touches_to_resolution", json!({})), &logs);
    let shares = ["touches_0", "touches_1", "touches_2", "touches_3_up"].map(|figure| total(&report, figure));
    assert_eq!(shares, ["25", "25", "25", "25"]);
    // Of those with a reply, one in three took one.
    assert_eq!((total(&report, "one_touch"), total(&report, "resolved")), ("33.333333333", "4"));
    let report = told(&january("first_response_time", json!({})), &logs);
    assert_eq!((total(&report, "count"), &total_row(&report, "count")["reasons"]), ("3", &json!({ "unanswered": 2 })));
}

#[test]
fn deleted_tickets_are_not_unsolved() {
    let logs = [
        "09:00 created\n10:00 resolved agent:ann",
        "09:00 created\n10:00 deleted agent:ann",
        "09:00 created\n10:00 customer_message",
    ];
    assert_eq!(total(&told(&january("backlog", json!({})), &logs), "count"), "1");
    let report = told(&january("resolution_time", json!({})), &logs);
    assert_eq!(total_row(&report, "mean")["reasons"], json!({ "open": 1 }));
    let report = told(&january("first_response_time", json!({})), &logs);
    assert_eq!(total_row(&report, "mean")["reasons"], json!({ "deleted": 1, "unanswered": 2 }));
    // It was dealt with, and it came in.
    assert_eq!(total(&told(&january("requests_processed", json!({})), &logs), "count"), "2");
    assert_eq!(total(&told(&january("ticket_volume", json!({ "by": [] })), &logs), "count"), "3");
}

/// Of two resolved tickets one was reopened and is open: times resolved less one would find none.
#[test]
fn reopened_and_still_open_is_reopened() {
    let logs = [
        "01-05T09:00 created\n01-05T10:00 resolved agent:ann\n01-06T09:00 reopened customer",
        "01-05T09:00 created\n01-05T10:00 resolved agent:ann",
    ];
    let report = told(&january("reopen_rate", json!({})), &logs);
    assert_eq!(total(&report, "rate"), "50");
    // The last resolution did not hold; the first one happened.
    assert_eq!(total(&told(&january("tickets_resolved", json!({})), &logs), "count"), "1");
    assert_eq!(total(&told(&variant("tickets_resolved", "events"), &logs), "count"), "2");
}

/// An hour to a resolution; the others are a duplicate that was merged after ten minutes, one that was resolved first and
/// merged then, and spam.
#[test]
fn merged_tickets_and_spam_leave_and_are_counted() {
    let logs = [
        "09:00 created\n10:00 resolved agent:ann",
        "09:00 created\n09:10 merged agent:ann\n12:00 resolved agent:ann",
        "09:00 created\n11:00 resolved agent:ann\n11:10 merged agent:ann",
        "09:00 created\n09:01 spam agent:ann",
    ];
    let report = told(&january("resolution_time", json!({})), &logs);
    let row = total_row(&report, "mean");
    assert_eq!((text(row), &row["sample"]), ("3600", &json!(1)));
    assert_eq!(row["reasons"], json!({ "merged": 2, "spam": 1 }));
    let report = told(&january("ticket_volume", json!({ "by": [] })), &logs);
    let row = total_row(&report, "count");
    assert_eq!((text(row), &row["reasons"]), ("1", &json!({ "merged": 2, "spam": 1 })));
}

/// 266 of 420 tickets were answered and resolved after an hour; the other 154 wait, some for a month.
#[test]
fn open_tickets_are_said_and_survival_is_offered() {
    let tickets: Vec<Value> = (0..420)
        .map(|number| {
            let after = (number < 266).then_some("2026-01-02T01:00:00Z");
            let more = json!({ "first_response_at": after, "resolved_at": after });
            ticket(&number.to_string(), "01-02T00:00:00", more)
        })
        .collect();
    let report = made(&january("first_response_time", json!({})), Kind::Ticket, &tickets);
    let row = total_row(&report, "mean");
    assert_eq!((text(row), &row["sample"], &row["reasons"]), ("3600", &json!(266), &json!({ "unanswered": 154 })));
    let report = made(&january("resolution_time", json!({})), Kind::Ticket, &tickets);
    assert_eq!(total_row(&report, "mean")["reasons"], json!({ "open": 154 }));
    let asked = january(
        "",
        json!({ "kpis": [{ "kpi": "resolution_time", "variant": "survival", "parameters": { "bands": [3600] } }] }),
    );
    let report = made(&asked, Kind::Ticket, &tickets);
    let figures = ["median", "events", "censored", "open_after_3600"].map(|figure| total(&report, figure));
    assert_eq!(figures, ["3600", "266", "154", "36.666666667"]);
    // Nine in ten are not resolved, and nobody knows when they will be; the p90 of the resolved is an hour.
    assert_eq!(total_row(&report, "p90")["undefined"], "not_reached");
}

#[test]
fn credit_names_whose_it_is() {
    let log = "09:00 created\n09:10 assigned =ann\n09:20 agent_reply agent:bob\n09:40 assigned =dan\n10:00 resolved agent:eva";
    for (field, agent) in
        [("first_assignee", "ann"), ("first_replier", "bob"), ("assignee", "dan"), ("resolver", "eva")]
    {
        let report = told(&january("tickets_resolved", json!({ "by": [field] })), &[log]);
        assert_eq!(groups(&report, "count", field), [(agent, "1")]);
    }
    // By `agent` it is whom the question is about: here who resolved it.
    let report = told(&january("tickets_resolved", json!({ "by": ["agent"] })), &[log]);
    assert_eq!(groups(&report, "count", "agent"), [("eva", "1")]);
    assert_eq!(report["about"]["definitions"][0]["attribution"], json!({ "ticket": "resolver" }));
}

// Bots and people ----------------------------------------------------------------------------------------------------

/// A bot replies at once under two names, hands over after half an hour, and a person replies ten minutes later.
#[test]
fn a_bot_gives_no_first_response() {
    let log = "09:00 created customer\n09:01 bot_reply bot:fin\n09:02 agent_reply bot:fin\n09:02 auto_reply system
        09:30 handover bot:fin\n09:40 agent_reply agent:ann";
    let mean = |name| total(&told(&variant("first_response_time", name), &[log]), "mean").to_owned();
    assert_eq!((mean("from_handover"), mean("from_created")), ("600".into(), "2400".into()));
}

/// A bot resolves in two minutes; the customer comes back five days later and has an answer after ten.
#[test]
fn after_a_bots_resolution_the_clock_starts_at_the_reopening() {
    let log = "01-05T09:00 created customer\n01-05T09:02 resolved bot:fin\n01-10T09:00 reopened customer
        01-10T09:10 agent_reply agent:ann";
    let mean = |name| total(&told(&variant("first_response_time", name), &[log]), "mean").to_owned();
    assert_eq!((mean("from_handover"), mean("from_created")), ("600".into(), "432600".into()));
}

/// One ticket that a bot resolved in two minutes, and one that a person resolved in an hour.
#[test]
fn a_bots_resolutions_are_told_apart() {
    let logs = ["09:00 created\n09:02 resolved bot:fin", "09:00 created\n10:00 resolved agent:ann"];
    let report = told(&january("resolution_time", json!({ "by": ["resolved_by"] })), &logs);
    assert_eq!(groups(&report, "mean", "resolved_by"), [("bot", "120"), ("person", "3600")]);
    let people = json!({ "filters": [{ "record": "ticket", "field": "resolved_by", "any_of": ["person"] }] });
    assert_eq!(total(&told(&january("resolution_time", people), &logs), "mean"), "3600");
    let report = told(&january("first_response_time", json!({})), &logs);
    assert_eq!(total_row(&report, "mean")["reasons"], json!({ "bot": 1, "unanswered": 1 }));
}

/// Opened by an agent at 9:00, answered by the customer at 9:30 and by the agent at 10:00.
#[test]
fn an_opening_message_is_no_response() {
    let log = "09:00 created agent:ann\n09:00 agent_reply agent:ann\n09:30 customer_message customer\n10:00 agent_reply agent:ann";
    let report = told(&january("first_response_time", json!({})), &[log]);
    assert_eq!((total(&report, "mean"), total(&report, "count")), ("1800", "1"));
    let unasked = "09:00 created agent:ann\n09:00 agent_reply agent:ann";
    let report = told(&january("first_response_within_target", json!({})), &[unasked]);
    assert_eq!(
        total_row(&report, "share")["reasons"],
        json!({ "no_clock_start": 1 }),
        "nobody waits, so nobody is late"
    );
}

/// Ann replies as an agent at 9:10, leaves, and writes as a customer at 9:20.
#[test]
fn roles_are_those_of_the_message() {
    let log = "09:00 created customer\n09:10 agent_reply agent:ann\n09:20 customer_message customer:ann\n09:50 agent_reply agent:bob";
    assert_eq!(total(&told(&january("first_response_time", json!({})), &[log]), "mean"), "600");
    // Her message opens a wait that Bob ends.
    assert_eq!(total(&told(&january("average_response_time", json!({})), &[log]), "mean"), "1800");
}

#[test]
fn private_notes_are_no_replies() {
    let log =
        "09:00 created customer\n09:05 private_note agent:nina\n09:20 agent_reply agent:ann\n10:00 customer_message
        10:05 private_note agent:ann\n10:30 agent_reply agent:ann\n11:00 resolved agent:ann";
    assert_eq!(total(&told(&january("first_response_time", json!({})), &[log]), "mean"), "1200");
    assert_eq!(total(&told(&january("average_response_time", json!({})), &[log]), "mean"), "1800");
    assert_eq!(total(&told(&january("touches_to_resolution", json!({})), &[log]), "touches_2"), "100");
}

// Clocks -------------------------------------------------------------------------------------------------------------

/// Created half an hour before midnight UTC on the last of May and of June; in London it is the next month.
#[test]
fn buckets_are_cut_in_the_zone_of_the_report() {
    let tickets = [ticket("1", "05-31T23:30:00", json!({})), ticket("2", "06-30T23:30:00", json!({}))];
    let months = |more: Value| {
        let asked = json!({ "kpis": ["ticket_volume"], "by": [], "bucket": "month", "window": { "from": "2026-05-01", "to": "2026-08-01" } });
        let mut asked = asked;
        asked.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        let report = made(&asked, Kind::Ticket, &tickets);
        buckets(&report, "count").map(|row| text(row).to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(months(json!({})), ["1", "1", "0"]);
    assert_eq!(months(json!({ "zone": london() })), ["0", "1", "1"]);
}

/// The total and its days are cut from one window: June in London begins and ends an hour before June in UTC.
#[test]
fn cards_and_table_agree() {
    let replied = |id, created, minutes: u32| {
        let at = format!("2026-07-02T00:{minutes:02}:00Z");
        ticket(id, created, json!({ "first_response_at": at }))
    };
    let tickets = [
        replied("before", "05-31T22:59:59", 1),
        replied("first", "05-31T23:00:00", 2),
        replied("middle", "06-15T12:00:00", 3),
        replied("last", "06-30T22:59:59", 4),
        replied("after", "06-30T23:00:00", 5),
    ];
    let june = json!({ "kpis": ["first_response_time"], "zone": london(), "bucket": "day", "window": { "from": "2026-06-01", "to": "2026-07-01" } });
    let report = made(&june, Kind::Ticket, &tickets);
    let sum = |column: &str| -> f64 {
        let rows = buckets(&report, "mean").filter_map(|row| row[column].as_str());
        rows.map(|text| text.parse::<f64>().unwrap()).sum()
    };
    let counts: Vec<u32> = buckets(&report, "count").map(|row| text(row).parse().unwrap()).collect();
    assert_eq!((counts.len(), counts[0], counts[14], counts[29]), (30, 1, 1, 1));
    assert_eq!((total(&report, "count"), counts.iter().sum::<u32>()), ("3", 3));
    // The mean of all is the seconds of all days by the tickets of all days.
    let mean = total_row(&report, "mean");
    assert_eq!(mean["numerator"].as_str().unwrap().parse::<f64>().unwrap(), sum("numerator"));
    assert_eq!(mean["denominator"].as_str().unwrap().parse::<f64>().unwrap(), sum("denominator"));
}

/// On the 20th one ticket was answered in time, one too late, one was past its target and one was not.
#[test]
fn a_report_as_of_an_instant_can_be_made_again() {
    let asked = json!({
        "kpis": [{ "kpi": "first_response_within_target", "parameters": { "targets": { "email": 3600 } } }, "backlog"],
        "window": { "from": "2026-01-01", "to": "2026-02-01" }, "as_of": "2026-01-20T12:00:00Z",
    });
    let email = |id, created, replied: Option<&str>, resolved: Option<&str>| {
        ticket(id, created, json!({ "channel": "email", "first_response_at": replied, "resolved_at": resolved }))
    };
    let then = [
        email("1", "01-05T09:00:00", Some("2026-01-05T09:30:00Z"), Some("2026-01-05T10:00:00Z")),
        email("2", "01-05T09:00:00", Some("2026-01-05T11:00:00Z"), None),
        email("3", "01-20T10:00:00", None, None),
        email("4", "01-20T11:30:00", None, None),
    ];
    let mut later = then.to_vec();
    later[1]["resolved_at"] = json!("2026-01-25T00:00:00Z");
    later[2]["first_response_at"] = json!("2026-01-21T00:00:00Z");
    later[3]["first_response_at"] = json!("2026-01-20T12:10:00Z");
    later.push(email("5", "01-22T09:00:00", Some("2026-01-22T09:01:00Z"), None));
    let (old, new) = (made(&asked, Kind::Ticket, &then), made(&asked, Kind::Ticket, &later));
    assert_eq!(old["rows"], new["rows"]);
    assert_eq!(total(&old, "share"), "33.333333333");
    assert_eq!(total_row(&old, "share")["reasons"], json!({ "not_due": 1 }));
    let backlog = old["rows"].as_array().unwrap().iter().find(|row| row["kpi"] == "backlog" && row["bucket"].is_null());
    assert_eq!(text(backlog.unwrap()), "3");
}

/// What is open needs an instant to be judged at; without one there is an error, not the time of day.
#[test]
fn nothing_reads_the_clock() {
    let asked =
        json!({ "kpis": [{ "kpi": "first_response_within_target", "parameters": { "targets": { "email": 3600 } } }] });
    let open = [ticket("1", "01-05T09:00:00", json!({ "channel": "email", "first_response_at": null }))];
    assert_eq!(try_made(&asked, Kind::Ticket, &open).unwrap_err().code(), Code::AsOfRequired);
    let mut folders = vec![root().join("kpi-core/src")];
    let mut files = 0;
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let source = std::fs::read_to_string(&path).unwrap();
            for clock in ["::now(", "SystemTime", "extern crate std"] {
                assert!(!source.contains(clock), "{} has {clock}", path.display());
            }
            files += 1;
        }
    }
    assert!(files > 50);
    assert!(std::fs::read_to_string(root().join("kpi-core/src/lib.rs")).unwrap().contains("\n#![no_std]\n"));
}

// The page -----------------------------------------------------------------------------------------------------------

/// The names between backticks.
fn quoted(text: &str) -> impl Iterator<Item = &str> {
    text.split('`').skip(1).step_by(2)
}

/// How the definition of a test or case of this name begins in such a file.
fn definition(file: &str, name: &str) -> Vec<String> {
    match file.rsplit('.').next().unwrap() {
        "rs" => vec![format!("fn {name}(")],
        "json" => ["id", "name"].map(|key| format!("\"{key}\": \"{name}\"")).into(),
        other => panic!("{file}: no tests are looked for in .{other}"),
    }
}

/// Every section names a test or case that is there, and every test above is named.
#[test]
fn the_page_names_tests_that_are_there() {
    let page = std::fs::read_to_string(root().join("docs/src/pitfalls.md")).unwrap();
    let mut named = BTreeSet::new();
    let sections: Vec<&str> = page.split("\n### ").skip(1).collect();
    for section in &sections {
        let title = section.lines().next().unwrap();
        let (_, held) = section.split_once("\nHeld by ").unwrap_or_else(|| panic!("{title}: held by nothing"));
        let held = held.split("\n\n").next().unwrap();
        let (mut file, mut source, mut tests) = ("", String::new(), 0);
        for name in quoted(held) {
            if name.contains('/') {
                file = name;
                source = std::fs::read_to_string(root().join(name)).unwrap_or_else(|error| panic!("{name}: {error}"));
                continue;
            }
            let is_there = definition(file, name).iter().any(|text| source.contains(text.as_str()));
            assert!(is_there, "{title}: {file} has no {name}");
            named.insert((file.to_owned(), name.to_owned()));
            tests += 1;
        }
        assert!(tests > 0, "{title}: names no test");
    }
    assert!(sections.len() > 25);
    let own = include_str!("pitfalls.rs");
    for test in own.split("#[test]\nfn ").skip(1).map(|rest| rest.split('(').next().unwrap()) {
        let is_named = named.contains(&("kpi-core/tests/pitfalls.rs".to_owned(), test.to_owned()));
        assert!(is_named || test == "the_page_names_tests_that_are_there", "the page does not name {test}");
    }
}
