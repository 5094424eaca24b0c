//! Waits, promises and business time: the numbers of the rulings, by hand.

use kpi_core::rows::TableBuilder;
use kpi_core::{Code, Error, Kind, RawRequest, Request, Table, report};
use serde_json::{Value, json};

fn made(asked: Value, records: &[(Kind, Value)]) -> Result<Value, Error> {
    let asked = Request::try_from(serde_json::from_value::<RawRequest>(asked).unwrap())?;
    let mut builders = Vec::new();
    for (kind, rows) in records {
        let mut builder = TableBuilder::new(*kind);
        builder.extend(rows.clone())?;
        builders.push(builder);
    }
    let tables: Vec<Table<'_>> = builders.iter_mut().map(TableBuilder::table).collect();
    Ok(serde_json::to_value(report(&asked, &tables)?).unwrap())
}

/// The values of some figures over all, and why records were left out.
fn found(report: &Value, figures: &[&str]) -> (Vec<String>, Value) {
    let rows = report["rows"].as_array().unwrap();
    let of = |figure: &str| rows.iter().find(|row| row["figure"] == figure && row["bucket"].is_null()).unwrap();
    let values = figures.iter().map(|figure| of(figure)["value"].as_str().unwrap_or("undefined").to_owned()).collect();
    (values, of(figures[0])["reasons"].clone())
}

/// One KPI over records of one kind, with more of the request.
fn one(kpi: &str, variant: &str, more: Value, kind: Kind, records: &Value, figures: &[&str]) -> (Vec<String>, Value) {
    found(&try_one(kpi, variant, more, kind, records).unwrap(), figures)
}

fn try_one(kpi: &str, variant: &str, more: Value, kind: Kind, records: &Value) -> Result<Value, Error> {
    let mut asked = json!({ "kpis": [{ "kpi": kpi, "variant": variant }] });
    asked.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    made(asked, &[(kind, records.clone())])
}

fn at(day: u32, time: &str) -> String {
    format!("2026-01-{day:02}T{time}Z")
}

fn january() -> Value {
    json!({ "window": { "from": "2026-01-01", "to": "2026-02-01" } })
}

/// Monday to Friday from 9 to 17.
fn office() -> Value {
    let days = ["monday", "tuesday", "wednesday", "thursday", "friday"];
    json!({ "zone": "UTC", "hours": days.map(|day| (day.to_owned(), json!([["09:00", "17:00"]])))
        .into_iter().collect::<serde_json::Map<_, _>>() })
}

fn business() -> Value {
    json!({ "clock": "business", "calendar": office() })
}

/// Ruling B12: asked at 10:00 and answered at 10:05; messages at 10:10 and 10:20, answered at 10:40. The further wait is
/// 30 min; with the first one the mean is 17.5 min. A fourth wait has no answer.
#[test]
fn waits_run_from_the_first_unanswered_message() {
    let waits = json!([
        { "ticket": "1", "opened_at": at(5, "10:00:00"), "closed_at": at(5, "10:05:00"), "first": true },
        { "ticket": "1", "opened_at": at(5, "10:10:00"), "closed_at": at(5, "10:40:00"), "first": false },
        { "ticket": "1", "opened_at": at(5, "11:00:00"), "closed_at": null, "first": false },
        { "ticket": "2", "opened_at": at(5, "11:00:00"), "closed_at": null, "first": true },
    ]);
    let figures = ["mean", "count"];
    let art =
        |variant, more, waits: &Value| one("average_response_time", variant, more, Kind::ResponseWait, waits, &figures);
    let (values, reasons) = art("after_first", json!({}), &waits);
    assert_eq!((values, reasons), (vec!["1800".into(), "1".into()], json!({ "first_wait": 2, "unanswered": 1 })));
    let (values, reasons) = art("with_first", json!({}), &waits);
    assert_eq!((values, reasons), (vec!["1050".into(), "2".into()], json!({ "unanswered": 2 })));
    // At 10:30 the second wait still runs, and the later ones are not there.
    let (values, reasons) = art("with_first", json!({ "as_of": at(5, "10:30:00") }), &waits);
    assert_eq!((values, reasons), (vec!["300".into(), "1".into()], json!({ "unanswered": 1 })));
    // Pooled: 10, 10 and 10 min on one ticket, 70 on another. Where nothing says that a wait is the first, it is not.
    let wait = |ticket: &str, hour: u32, end: String| json!({ "ticket": ticket, "opened_at": at(6, &format!("{hour}:00:00")), "closed_at": end });
    let pooled = json!([
        wait("x", 10, at(6, "10:10:00")),
        wait("x", 11, at(6, "11:10:00")),
        wait("x", 12, at(6, "12:10:00")),
        wait("y", 10, at(6, "11:10:00")),
    ]);
    assert_eq!(art("after_first", json!({}), &pooled).0, ["1500", "4"]);
}

/// Ruling B16: new at 10:00, reply at 11:00, the customer writes at 13:00, solved at 14:00: the customer waits 2 h and
/// the agents wait 2 h, together the time to resolution.
#[test]
fn the_two_waits_of_a_ticket_make_its_time() {
    let tickets = json!([
        { "id": "1", "created_at": at(5, "10:00:00"), "resolved_at": at(5, "14:00:00"), "requester_wait": 7200, "agent_wait": 7200 },
        { "id": "2", "created_at": at(5, "10:00:00"), "resolved_at": at(5, "11:00:00"), "requester_wait": 3600, "agent_wait": 0 },
        { "id": "3", "created_at": at(5, "10:00:00"), "resolved_at": at(5, "11:00:00") },
        { "id": "4", "created_at": at(5, "10:00:00"), "requester_wait": 60, "agent_wait": 60 },
        { "id": "5", "created_at": at(5, "10:00:00"), "resolved_at": at(5, "11:00:00"), "status": "merged", "requester_wait": 60, "agent_wait": 60 },
    ]);
    for (variant, mean) in [("requester", "5400"), ("agent_wait_time", "3600")] {
        let found = one("wait_time", variant, january(), Kind::Ticket, &tickets, &["mean", "count"]);
        assert_eq!(
            found,
            (vec![mean.into(), "2".into()], json!({ "unknown": 1, "open": 1, "merged": 1 })),
            "{variant}"
        );
    }
}

/// Answered after 30 s, given up after 60 s, and given up within 3 s: all wait. Half a minute of conversation is no wait.
#[test]
fn everyone_who_joined_the_queue_waits() {
    let contact = |id: &str, more: Value| {
        let mut contact =
            json!({ "id": id, "channel": "phone", "queued_at": at(5, "10:00:00"), "outcome": "abandoned" });
        contact.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        contact
    };
    let contacts = json!([
        contact("1", json!({ "outcome": "answered", "answered_at": at(5, "10:00:30"), "ended_at": at(5, "10:09:00") })),
        contact("2", json!({ "ended_at": at(5, "10:01:00"), "abandon_step": "queue" })),
        contact("3", json!({ "ended_at": at(5, "10:00:03") })),
        contact(
            "4",
            json!({ "answered_at": at(5, "10:00:27"), "ended_at": at(5, "10:00:57"), "abandon_step": "conversation" })
        ),
        contact(
            "5",
            json!({ "queued_at": null, "started_at": at(5, "10:00:00"), "ended_at": at(5, "10:00:57"), "abandon_step": "menu" })
        ),
        contact("6", json!({ "outcome": "callback", "ended_at": at(5, "10:00:57") })),
        contact("7", json!({ "outcome": "failed" })),
        contact("8", json!({ "outcome": "self_served" })),
        contact("9", json!({ "direction": "outbound" })),
        contact("10", json!({})),
        contact("11", json!({ "outcome": "answered", "answered_at": at(5, "12:00:00") })),
    ]);
    let as_of = json!({ "as_of": at(5, "11:00:00") });
    let (values, reasons) = one("wait_time", "queue", as_of, Kind::Contact, &contacts, &["mean", "max", "count"]);
    assert_eq!(values, ["30", "60", "4"]);
    let wanted = json!({ "not_queued": 1, "callback": 1, "failed": 1, "self_served": 1, "outbound": 1, "unknown": 1, "unanswered": 1 });
    assert_eq!(reasons, wanted);
}

/// Ruling B15: two tickets, three late responses on one of them: 50 %, not 150 %.
#[test]
fn a_ticket_is_overdue_once() {
    let tickets = json!([
        { "id": "1", "created_at": at(5, "10:00:00"), "responses_promised": 4, "responses_late": 3 },
        { "id": "2", "created_at": at(5, "10:00:00"), "responses_promised": 0, "responses_late": 0 },
    ]);
    let of = |variant: &str, figures: [&str; 3]| {
        one("overdue_response_rate", variant, json!({}), Kind::Ticket, &tickets, &figures)
    };
    assert_eq!(
        of("of_requests", ["rate", "overdue", "requests"]),
        (vec!["50".into(), "1".into(), "2".into()], json!({}))
    );
    let promised = of("of_promised", ["rate", "overdue", "promised"]);
    assert_eq!(promised, (vec!["100".into(), "1".into(), "1".into()], json!({ "no_promise": 1 })));
}

/// Where late responses are not counted, the promised instant decides: at noon on the 6th.
#[test]
fn the_promised_instant_decides_where_nothing_else_does() {
    let ticket = |id: &str, more: Value| {
        let mut ticket = json!({ "id": id, "created_at": at(5, "10:00:00"), "due_at": at(6, "12:00:00") });
        ticket.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        ticket
    };
    let tickets = json!([
        ticket("in time", json!({ "first_response_at": at(6, "12:00:00") })),
        ticket("late", json!({ "first_response_at": at(6, "12:00:00.000001") })),
        ticket("open past due", json!({})),
        ticket("open, not due", json!({ "due_at": at(20, "12:00:00") })),
        ticket("closed unanswered", json!({ "closed_at": at(7, "12:00:00"), "status": "closed" })),
        ticket("deleted unanswered", json!({ "status": "deleted" })),
        ticket("spam", json!({ "status": "spam" })),
        ticket("no promise", json!({ "due_at": null })),
    ]);
    let of = |variant: &str, as_of: String, figures: [&str; 3]| {
        one("overdue_response_rate", variant, json!({ "as_of": as_of }), Kind::Ticket, &tickets, &figures)
    };
    let requests = ["rate", "overdue", "requests"];
    let promised = ["rate", "overdue", "promised"];
    let (values, reasons) = of("of_requests", at(10, "00:00:00"), requests);
    assert_eq!(
        (values, reasons),
        (vec!["33.333333333".into(), "2".into(), "6".into()], json!({ "deleted": 1, "spam": 1 }))
    );
    let (values, reasons) = of("of_promised", at(10, "00:00:00"), promised);
    assert_eq!(values, ["50", "2", "4"]);
    assert_eq!(reasons, json!({ "deleted": 1, "spam": 1, "no_promise": 1, "not_due": 1 }));
    // At the promised instant nothing is late yet, and what is still open is not due; the promise is known all the same.
    let (values, reasons) = of("of_promised", at(6, "12:00:00"), promised);
    assert_eq!(values, ["0", "0", "1"]);
    assert_eq!(reasons, json!({ "deleted": 1, "spam": 1, "no_promise": 1, "not_due": 4 }));
    let error = try_one("overdue_response_rate", "of_requests", json!({}), Kind::Ticket, &tickets).unwrap_err();
    assert_eq!(error.code(), Code::AsOfRequired);
}

/// Ruling B21: two met, one breached, one open and not due: 66.7 %, not 75 or 50.
#[test]
fn what_is_not_decided_is_in_neither_part_of_attainment() {
    let target = |ticket: &str, state: Value, due: String, met: Value| {
        json!({ "ticket": ticket, "policy": "gold", "metric": "resolution", "started_at": at(5, "09:00:00"),
            "due_at": due, "met_at": met, "state": state })
    };
    let tables = |said: bool| {
        let state = |word: &str| if said { json!(word) } else { Value::Null };
        json!([
            target("a", state("met"), at(6, "09:00:00"), json!(at(6, "09:00:00"))),
            target("b", state("met"), at(6, "09:00:00"), json!(at(5, "10:00:00"))),
            target("b", state("breached"), at(6, "09:00:00"), json!(at(7, "10:00:00"))),
            target("c", state("running"), at(25, "09:00:00"), Value::Null),
            target("c", state("met"), at(6, "09:00:00"), json!(at(5, "10:00:00"))),
            json!({ "ticket": "d", "started_at": at(5, "09:00:00"), "state": if said { "not_applicable".into() } else { Value::Null } }),
        ])
    };
    for said in [true, false] {
        let of = |variant: &str, as_of: Value, figures: &[&str]| {
            let more = if as_of.is_null() {
                json!({ "window": { "from": "2026-01-01", "to": "2026-01-20" } })
            } else {
                json!({ "as_of": as_of })
            };
            one("sla_attainment", variant, more, Kind::SlaTarget, &tables(said), figures)
        };
        let each = ["share", "met", "breached"];
        let (values, reasons) = of("per_target", Value::Null, &each);
        assert_eq!(
            (values, reasons),
            (vec!["75".into(), "3".into(), "1".into()], json!({ "active": 1, "not_applicable": 1 }))
        );
        // Ticket a has met all, b has a breach, c is not decided.
        let all = ["share", "met", "breached", "active"];
        let (values, reasons) = of("all_met", Value::Null, &all);
        assert_eq!(values, ["50", "1", "1", "1"]);
        assert_eq!(reasons, json!({ "not_applicable": 1 }));
        // At the due instant of most: the breach is none yet, the promise for the 25th is known.
        let (values, reasons) = of("per_target", json!(at(6, "09:00:00")), &each);
        assert_eq!(
            (values, reasons),
            (vec!["100".into(), "3".into(), "0".into()], json!({ "active": 2, "not_applicable": 1 }))
        );
        assert_eq!(of("all_met", json!(at(6, "09:00:00")), &all).0, ["100", "1", "0", "2"]);
        // On the 26th the running one is past due, whatever its state was when it was written down.
        assert_eq!(of("per_target", json!(at(26, "00:00:00")), &each).0, ["60", "3", "2"]);
        assert_eq!(of("all_met", json!(at(26, "00:00:00")), &all).0, ["33.333333333", "1", "2", "0"]);
    }
    let ruling = tables(true).as_array().unwrap()[..4].to_vec();
    let found = one("sla_attainment", "per_target", json!({}), Kind::SlaTarget, &json!(ruling), &["share"]);
    assert_eq!(found, (vec!["66.666666667".into()], json!({ "active": 1 })));
    let error = try_one("sla_attainment", "all_met", json!({}), Kind::SlaTarget, &tables(false)).unwrap_err();
    assert_eq!(error.code(), Code::AsOfRequired);
}

/// Ruling B23: Friday 16:30 to Monday 9:30 is 65 h of calendar time and 1 h of business time.
#[test]
fn a_weekend_is_no_business_time() {
    let (friday, monday) = (at(2, "16:30:00"), at(5, "09:30:00"));
    let ticket = json!([{ "id": "1", "created_at": friday, "first_response_at": monday }]);
    let answered =
        json!([{ "id": "1", "channel": "phone", "queued_at": friday, "answered_at": monday, "outcome": "answered" }]);
    let abandoned =
        json!([{ "id": "1", "channel": "phone", "queued_at": friday, "ended_at": monday, "outcome": "abandoned" }]);
    let wait = json!([{ "ticket": "1", "opened_at": friday, "closed_at": monday }]);
    for (kpi, variant, kind, records) in [
        ("first_response_time", "from_handover", Kind::Ticket, &ticket),
        ("first_response_time", "from_created", Kind::Contact, &answered),
        ("answer_time", "from_queue", Kind::Contact, &answered),
        ("time_to_abandon", "standard", Kind::Contact, &abandoned),
        ("time_to_abandon", "longest_wait", Kind::Contact, &abandoned),
        ("average_response_time", "after_first", Kind::ResponseWait, &wait),
        ("average_response_time", "with_first", Kind::ResponseWait, &wait),
        ("wait_time", "queue", Kind::Contact, &abandoned),
    ] {
        let mean = |more: Value| one(kpi, variant, more, kind, records, &["mean"]);
        assert_eq!(mean(json!({})).0, ["234000"], "{kpi}");
        assert_eq!(mean(json!({ "calendar": office() })).0, ["234000"], "{kpi}");
        assert_eq!(mean(business()), (vec!["3600".into()], json!({})), "{kpi}");
        // A schedule for chats is none for these.
        let of_chats =
            json!({ "clock": "business", "calendar": { "by": "channel", "schedules": { "chat": office() } } });
        assert_eq!(mean(of_chats), (vec!["undefined".into()], json!({ "no_schedule": 1 })), "{kpi}");
        let error = try_one(kpi, variant, json!({ "clock": "business" }), kind, records).unwrap_err();
        assert_eq!(error.code(), Code::CalendarRequired, "{kpi}");
    }
}

/// A target of 2 h of business time, looked at on Monday at 10:00.
#[test]
fn a_target_is_reached_in_business_time() {
    let ticket = |id: &str, created: String, more: Value| {
        let mut ticket = json!({ "id": id, "channel": "email", "created_at": created });
        ticket.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        ticket
    };
    let tickets = json!([
        ticket("met at exactly 2 h", at(2, "16:00:00"), json!({ "first_response_at": at(5, "10:00:00") })),
        ticket("missed", at(2, "15:59:59"), json!({ "first_response_at": at(5, "10:00:00") })),
        ticket("not past it yet", at(2, "16:00:00"), json!({})),
        ticket("past it", at(2, "15:59:59"), json!({})),
        ticket("closed before it", at(2, "15:00:00"), json!({ "closed_at": at(2, "16:30:00") })),
    ]);
    let asked = |more: Value| {
        let mut asked = json!({ "kpis": [{ "kpi": "first_response_within_target",
            "parameters": { "targets": { "email": 7200 } } }], "as_of": at(5, "10:00:00") });
        asked.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        found(&made(asked, &[(Kind::Ticket, tickets.clone())]).unwrap(), &["share", "met", "missed"])
    };
    let (values, reasons) = asked(business());
    assert_eq!((values, reasons), (vec!["33.333333333".into(), "1".into(), "2".into()], json!({ "not_due": 2 })));
    let (values, reasons) = asked(json!({}));
    assert_eq!((values, reasons), (vec!["0".into(), "0".into(), "4".into()], json!({ "not_due": 1 })));
    let by_priority = json!({ "by": "priority", "schedules": { "high": office() } });
    let (values, reasons) = asked(json!({ "clock": "business", "calendar": by_priority }));
    assert_eq!((values, reasons), (vec!["undefined".into(), "0".into(), "0".into()], json!({ "no_schedule": 5 })));
}

/// An answer before the question is an error also where no hours lie between them.
#[test]
fn an_answer_before_the_clock_is_an_error_in_any_time() {
    let ticket = json!([{ "id": "1", "created_at": at(3, "10:00:00"), "opened_by": "agent",
        "clock_start": at(3, "12:00:00"), "first_response_at": at(3, "11:00:00") }]);
    for kpi in ["first_response_time", "first_response_within_target"] {
        let error = try_one(kpi, "", business(), Kind::Ticket, &ticket).unwrap_err();
        assert_eq!(error.code(), Code::ResponseBeforeCreation, "{kpi}");
    }
}

/// A ticket that an agent opened and the customer never answered waits for nobody.
#[test]
fn without_a_customer_no_clock_runs() {
    let ticket = json!([{ "id": "1", "channel": "email", "created_at": at(5, "09:00"), "opened_by": "agent" }]);
    for (kpi, variant, figure) in [
        ("first_response_time", "from_handover", "mean"),
        ("first_response_time", "from_created", "mean"),
        ("first_response_within_target", "standard", "share"),
    ] {
        let (_, reasons) = one(kpi, variant, january(), Kind::Ticket, &ticket, &[figure]);
        assert_eq!(reasons, json!({ "no_clock_start": 1 }), "{kpi} {variant}");
    }
}
