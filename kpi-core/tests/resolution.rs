//! Resolutions that do not last, and resolutions in business hours: by hand, and from tables cut as they come.

use kpi_core::rows::TableBuilder;
use kpi_core::{Accumulator, Code, Error, Kind, RawRequest, Request, Table, report};
use serde_json::{Value, json};

fn request(request: Value) -> Request {
    Request::try_from(serde_json::from_value::<RawRequest>(request).unwrap()).unwrap()
}

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

/// The values of some figures of a month (or of all), and why records were left out.
fn found(report: &Value, bucket: Option<&str>, figures: &[&str]) -> (Vec<Option<String>>, Value) {
    let rows = report["rows"].as_array().unwrap();
    let of = |figure: &str| {
        let is = |row: &&Value| row["figure"] == figure && row["bucket"].as_str() == bucket;
        rows.iter().find(is).unwrap_or_else(|| panic!("no {figure} in {bucket:?}"))
    };
    let values = figures.iter().map(|figure| of(figure)["value"].as_str().map(String::from)).collect();
    (values, of(figures[0])["reasons"].clone())
}

fn texts(values: &[&str]) -> Vec<Option<String>> {
    values.iter().map(|value| (!value.is_empty()).then(|| (*value).to_owned())).collect()
}

fn january() -> Value {
    json!({ "from": "2026-01-01", "to": "2026-02-01" })
}

/// Ruling B18: T1 resolved 30 January, reopened 2 February; T2 resolved 10 February. Within two days T1 is not reopened,
/// within three it is: 100 % of January's cohort, 0 % of February's.
#[test]
fn a_reopening_counts_within_its_days() {
    let tickets = json!([
        { "id": "1", "created_at": "2026-01-29T00:00:00Z", "first_resolved_at": "2026-01-30T00:00:00Z",
          "first_reopened_at": "2026-02-02T00:00:00Z", "first_reopened_by_customer_at": "2026-02-02T00:00:00Z",
          "reopens": 3, "reopens_by_customer": 2 },
        { "id": "2", "created_at": "2026-02-09T00:00:00Z", "first_resolved_at": "2026-02-10T00:00:00Z",
          "resolved_at": "2026-02-10T00:00:00Z", "reopens": 0, "reopens_by_customer": 0 },
    ]);
    let figures = ["rate", "reopened", "tickets", "reopens_per_ticket"];
    for variant in ["by_customer", "any_actor"] {
        for (days, rate, reopened) in [(2, "0", "0"), (3, "100", "1"), (20, "100", "1")] {
            let report = made(
                json!({ "kpis": [{ "kpi": "reopen_rate", "variant": variant, "parameters": { "within": days * 86_400 } }],
                    "window": { "from": "2026-01-01", "to": "2026-03-01" }, "bucket": "month" }),
                &[(Kind::Ticket, tickets.clone())],
            )
            .unwrap();
            let times = if variant == "by_customer" { "2" } else { "3" };
            assert_eq!(found(&report, Some("2026-01"), &figures).0, texts(&[rate, reopened, "1", times]));
            // Twenty days after 10 February are not over on 1 March.
            let (values, reasons) = found(&report, Some("2026-02"), &figures);
            if days == 20 {
                assert_eq!(values, texts(&["", "0", "0", ""]));
                assert_eq!(reasons, json!({ "window_open": 1 }));
            } else {
                assert_eq!(values, texts(&["0", "0", "1", "0"]));
                assert_eq!(reasons, json!({}));
            }
        }
    }
}

/// Instants can be asked as of a day, counts cannot.
#[test]
fn reopenings_with_instants_can_be_asked_as_of_a_day() {
    let ask = |variant: &str, within: u64, tickets: Value| {
        let kpi = json!({ "kpi": "reopen_rate", "variant": variant, "parameters": { "within": within } });
        made(json!({ "kpis": [kpi], "as_of": "2026-01-20", "window": january() }), &[(Kind::Ticket, tickets)])
    };
    let ticket = |id: &str, more: Value| {
        let mut ticket = json!({ "id": id, "created_at": "2026-01-01T00:00:00Z",
            "first_resolved_at": "2026-01-10T00:00:00Z", "resolved_at": "2026-01-10T00:00:00Z" });
        ticket.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        ticket
    };
    let (agent, customer) = (json!("2026-01-12T00:00:00Z"), json!("2026-01-14T00:00:00Z"));
    let tickets = json!([
        ticket("quiet", json!({})),
        ticket("agent", json!({ "first_reopened_at": agent, "reopens": 1, "reopens_by_customer": 0 })),
        ticket(
            "both",
            json!({ "first_reopened_at": agent, "first_reopened_by_customer_at": customer,
            "reopens": 2, "reopens_by_customer": 1 })
        ),
        ticket(
            "later",
            json!({ "first_reopened_at": "2026-01-25T00:00:00Z", "reopens": 1,
            "first_reopened_by_customer_at": "2026-01-25T00:00:00Z", "reopens_by_customer": 1 })
        ),
    ]);
    let figures = ["rate", "reopened", "tickets", "reopens_per_ticket"];
    let five = 5 * 86_400;
    for (variant, rate, reopened) in [("by_customer", "25", "1"), ("any_actor", "50", "2")] {
        let report = ask(variant, five, tickets.clone()).unwrap();
        assert_eq!(found(&report, None, &figures).0, texts(&[rate, reopened, "4", ""]));
        let error = ask(variant, 0, tickets.clone()).unwrap_err();
        assert_eq!((error.code(), error.field_name()), (Code::AsOfCounts, Some("reopens")));
    }
    let counted = json!([ticket("quiet", json!({})), ticket("counted", json!({ "reopens": 1 }))]);
    for variant in ["by_customer", "any_actor"] {
        let error = ask(variant, five, counted.clone()).unwrap_err();
        assert_eq!((error.code(), error.field_name()), (Code::AsOfCounts, Some("reopens")));
        assert_eq!(error.record_index(), Some(1));
    }
}

/// Without `as_of` a count without an instant says that it is not known when; where the actors are not told apart,
/// anyone's reopening is the customer's.
#[test]
fn reopenings_without_instants_or_actors() {
    let ticket = |id: &str, at: Option<&str>, reopens: u32, by_customer: Option<u32>| {
        json!({ "id": id, "created_at": "2026-01-01T00:00:00Z", "first_resolved_at": "2026-01-10T00:00:00Z",
            "resolved_at": "2026-01-10T00:00:00Z", "first_reopened_at": at, "reopens": reopens,
            "reopens_by_customer": by_customer })
    };
    let day = Some("2026-01-11T00:00:00Z");
    let tickets =
        json!([ticket("unnamed", day, 1, None), ticket("agent", day, 1, Some(0)), ticket("when", None, 1, None)]);
    let report = made(
        json!({ "kpis": [{ "kpi": "reopen_rate", "parameters": { "within": 86_400 } }], "window": january() }),
        &[(Kind::Ticket, tickets)],
    )
    .unwrap();
    let (values, reasons) = found(&report, None, &["rate", "reopened", "tickets"]);
    assert_eq!(values, texts(&["50", "1", "2"]));
    assert_eq!(reasons, json!({ "unknown": 1 }));
}

/// Ruling B17: T1 resolved 5 January, reopened 20 January, resolved 3 February; T2 resolved 8 January, reopened 25
/// January, still open: 2 in January by events or first resolutions, 0 by tickets.
#[test]
fn resolutions_are_events() {
    let span = |ticket: &str, status: &str, previous: Option<&str>, from: &str| json!({ "ticket": ticket, "status": status, "previous": previous, "from": format!("2026-{from}T00:00:00Z") });
    let spans = json!([
        span("1", "new", None, "01-01"),
        span("1", "resolved", Some("new"), "01-05"),
        span("1", "open", Some("resolved"), "01-20"),
        span("1", "resolved", Some("open"), "02-03"),
        span("1", "closed", Some("resolved"), "02-04"),
        span("2", "new", None, "01-01"),
        span("2", "resolved", Some("new"), "01-08"),
        span("2", "open", Some("resolved"), "01-25"),
        span("3", "new", None, "02-01"),
        span("3", "closed", Some("new"), "02-02"),
        span("4", "resolved", None, "02-02"),
        span("5", "pending", Some("open"), "02-02"),
        span("5", "canceled", Some("pending"), "02-03"),
    ]);
    let window = json!({ "from": "2026-01-01", "to": "2026-03-01" });
    let tickets = json!([
        { "id": "1", "created_at": "2026-01-01T00:00:00Z", "first_resolved_at": "2026-01-05T00:00:00Z", "resolved_at": "2026-02-03T00:00:00Z" },
        { "id": "2", "created_at": "2026-01-01T00:00:00Z", "first_resolved_at": "2026-01-08T00:00:00Z" },
    ]);
    for (variant, january, february) in [("events", "2", "3"), ("first_resolution", "2", "0"), ("tickets", "0", "1")] {
        let report = made(
            json!({ "kpis": [{ "kpi": "tickets_resolved", "variant": variant }], "window": window, "bucket": "month" }),
            &[(Kind::StatusSpan, spans.clone()), (Kind::Ticket, tickets.clone())],
        )
        .unwrap();
        for (month, count) in [("2026-01", january), ("2026-02", february)] {
            let (values, reasons) = found(&report, Some(month), &["count"]);
            assert_eq!(values, texts(&[count]), "{variant} {month}");
            assert!(variant != "events" || reasons == json!({}), "{reasons}");
        }
    }
}

/// A case came back when a new one of the account and type follows within seven days of its first resolution, or it is
/// reopened in that time: at the last instant of the seven days, not after it.
#[test]
fn resolved_cases_come_back() {
    let ticket = |id: &str, account: &str, kind: &str, created: &str, resolved: Option<&str>, more: Value| {
        let at = |at: &str| format!("2026-01-{at}:00:00Z");
        let mut ticket = json!({ "id": id, "account": account, "type": kind, "created_at": at(created), "resolved_at": resolved.map(at) });
        ticket.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        ticket
    };
    let none = json!({});
    let tickets = json!([
        ticket("a1", "a", "bill", "01T09", Some("02T10"), none.clone()),
        ticket("a2", "a", "bill", "09T10", None, none.clone()),
        ticket("b1", "b", "bill", "01T09", Some("02T10"), none.clone()),
        ticket("b2", "b", "bill", "09T11", None, none.clone()),
        ticket("c1", "c", "bill", "01T09", Some("02T10"), none.clone()),
        ticket("c2", "c", "login", "03T09", None, none.clone()),
        ticket("c3", "c", "bill", "04T09", None, json!({ "status": "spam" })),
        // The new one came while the first was open.
        ticket("d1", "d", "bill", "01T09", Some("02T10"), none.clone()),
        ticket("d2", "d", "bill", "01T12", None, none.clone()),
        // The last resolution is later than the first, from which the days run.
        ticket(
            "e1",
            "e",
            "bill",
            "01T09",
            Some("12T10"),
            json!({ "first_resolved_at": "2026-01-02T10:00:00Z",
            "first_reopened_at": "2026-01-05T10:00:00Z", "reopens": 1 })
        ),
        ticket(
            "f1",
            "f",
            "bill",
            "01T09",
            Some("20T10"),
            json!({ "first_resolved_at": "2026-01-02T10:00:00Z",
            "first_reopened_at": "2026-01-15T10:00:00Z", "reopens": 1 })
        ),
        ticket("g1", "g", "bill", "01T09", Some("02T10"), json!({ "reopens": 1 })),
        ticket("h1", "h", "bill", "01T09", Some("28T10"), none.clone()),
        ticket("i1", "", "bill", "01T09", Some("02T10"), none.clone()),
        ticket("j1", "j", "bill", "01T09", Some("02T10"), json!({ "contact": "k1" })),
    ]);
    let contact = |id: &str, account: &str, ended: &str, more: Value| {
        let mut contact = json!({ "id": id, "account": account, "channel": "phone", "outcome": "answered",
            "resolved": true, "queued_at": format!("2026-01-{ended}:00:00Z"), "answered_at": format!("2026-01-{ended}:01:00Z"),
            "ended_at": format!("2026-01-{ended}:30:00Z") });
        contact.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        contact
    };
    let contacts = json!([
        contact("k1", "k", "03T09", none.clone()),
        contact("k2", "k", "10T09", json!({ "resolved": false })),
        contact("l1", "l", "03T09", none.clone()),
        contact("l2", "l", "10T10", json!({ "outcome": "abandoned", "abandon_step": "queue", "answered_at": null })),
        contact("m1", "m", "03T09", none.clone()),
        contact("m2", "m", "04T09", json!({ "direction": "outbound" })),
    ]);
    let kpi = json!({ "kpis": ["repeat_contact_rate"], "window": january() });
    let figures = ["rate", "repeated", "cases"];
    let of_tickets = made(kpi.clone(), &[(Kind::Ticket, tickets.clone())]).unwrap();
    let (values, reasons) = found(&of_tickets, None, &figures);
    // a1, e1 and g1 of a1, b1, c1, d1, e1, f1 and g1.
    assert_eq!(values, texts(&["42.857142857", "3", "7"]));
    assert_eq!(reasons, json!({ "open": 4, "spam": 1, "no_account": 1, "window_open": 1, "through_contact": 1 }));

    // k1 of k1, l1 and m1.
    let of_contacts = made(kpi.clone(), &[(Kind::Contact, contacts.clone())]).unwrap();
    let (values, reasons) = found(&of_contacts, None, &figures);
    assert_eq!(values, texts(&["33.333333333", "1", "3"]));
    assert_eq!(reasons, json!({ "open": 1, "abandoned": 1, "outbound": 1 }));

    let both = made(kpi, &[(Kind::Ticket, tickets.clone()), (Kind::Contact, contacts)]).unwrap();
    assert_eq!(found(&both, None, &figures).0, texts(&["40", "4", "10"]));

    // As of 20 January f1 is reopened, but resolved for the first time on the 2nd; g1 only has a count.
    let as_of = json!({ "kpis": ["repeat_contact_rate"], "window": january(), "as_of": "2026-01-20" });
    let error = made(as_of.clone(), &[(Kind::Ticket, tickets.clone())]).unwrap_err();
    assert_eq!((error.code(), error.field_name()), (Code::AsOfCounts, Some("reopens")));
    let timed: Vec<Value> = tickets.as_array().unwrap().iter().filter(|ticket| ticket["id"] != "g1").cloned().collect();
    let report = made(as_of, &[(Kind::Ticket, timed.into())]).unwrap();
    assert_eq!(found(&report, None, &figures).0, texts(&["33.333333333", "2", "6"]));
}

/// An accumulator cannot look at other tickets: it wants the column of what is derived, and reads it as a report does.
#[test]
fn an_accumulator_asks_for_what_is_derived() {
    let mut builder = TableBuilder::new(Kind::Ticket);
    let ticket = json!([{ "id": "1", "account": "a", "created_at": "2026-01-01T00:00:00Z",
        "resolved_at": "2026-01-02T00:00:00Z", "next_case_after_resolution_at": "2026-01-05T00:00:00Z" }]);
    builder.extend(ticket).unwrap();
    let asked = request(json!({ "kpis": ["repeat_contact_rate"], "window": january() }));
    let mut accumulator = Accumulator::new(&asked).unwrap();
    accumulator.push(&builder.table()).unwrap();
    let report = serde_json::to_value(accumulator.report().unwrap()).unwrap();
    assert_eq!(found(&report, None, &["rate"]).0, texts(&["100"]));

    let mut bare = TableBuilder::new(Kind::Ticket);
    bare.extend(json!([{ "id": "1", "created_at": "2026-01-01T00:00:00Z" }])).unwrap();
    let error = Accumulator::new(&asked).unwrap().push(&bare.table()).unwrap_err();
    assert_eq!((error.code(), error.field_name()), (Code::MissingField, Some("next_case_after_resolution_at")));
}

fn office() -> Value {
    let day = json!([["09:00", "17:00"]]);
    json!({ "zone": "UTC", "hours": { "monday": day, "tuesday": day, "wednesday": day, "thursday": day, "friday": day } })
}

/// Ruling B23: Friday 16:30 to Monday 09:30 is 65 hours, and 1 hour of business time; the request's clock is the KPI's
/// where it has none of its own.
#[test]
fn resolution_time_has_two_clocks() {
    let tickets = json!([
        { "id": "1", "team": "day", "created_at": "2026-01-02T16:30:00Z", "first_resolved_at": "2026-01-05T09:30:00Z",
          "resolved_at": "2026-01-06T10:00:00Z" },
        { "id": "2", "team": "night", "created_at": "2026-01-02T16:30:00Z", "first_resolved_at": "2026-01-05T09:30:00Z",
          "resolved_at": "2026-01-06T10:00:00Z" },
    ]);
    let ask = |variant: &str, calendar: Option<Value>, clock: Option<&str>, own: Option<&str>| {
        let mut kpi = json!({ "kpi": "resolution_time", "variant": variant });
        if let Some(own) = own {
            kpi["parameters"] = json!({ "clock": own });
        }
        let mut asked = json!({ "kpis": [kpi], "window": january() });
        asked["calendar"] = calendar.unwrap_or_default();
        asked["clock"] = clock.into();
        made(asked, &[(Kind::Ticket, tickets.clone())])
    };
    let by_team = json!({ "by": "team", "schedules": { "day": office() } });
    for (variant, calendar, business) in [("first", "234000", "3600"), ("last", "322200", "34200")] {
        for (given, clock, own, mean, count) in [
            (None, None, None, calendar, "2"),
            (Some(office()), None, None, calendar, "2"),
            (Some(office()), Some("business"), None, business, "2"),
            (Some(office()), Some("business"), Some("calendar"), calendar, "2"),
            (Some(office()), None, Some("business"), business, "2"),
            (Some(by_team.clone()), Some("business"), None, business, "1"),
        ] {
            let report = ask(variant, given, clock, own).unwrap();
            let (values, reasons) = found(&report, None, &["mean", "count"]);
            assert_eq!(values, texts(&[mean, count]));
            assert_eq!(reasons, if count == "1" { json!({ "no_schedule": 1 }) } else { json!({}) });
        }
        let error = ask(variant, None, Some("business"), None).unwrap_err();
        assert_eq!(error.code(), Code::CalendarRequired);
    }
}

/// Ruling B2: in business hours only, what began outside them is left out, whenever it was answered.
#[test]
fn first_contacts_in_business_hours() {
    let case = |id: &str, team: &str, created: &str| {
        json!({ "id": id, "account": id, "team": team, "created_at": format!("2026-01-{created}:00Z"),
            "first_response_at": "2026-01-13T12:00:00Z", "resolved_at": "2026-01-13T12:00:00Z", "agent_replies": 1, "reopens": 0 })
    };
    // Opening time is inside, closing time is not; Saturday and a team without hours are left out.
    let tickets = json!([
        case("1", "day", "12T09:00"),
        case("2", "day", "12T17:00"),
        case("3", "day", "10T12:00"),
        case("4", "night", "12T12:00"),
    ]);
    let call = |id: &str, queued: Value, started: &str| {
        json!({ "id": id, "account": id, "team": "day", "channel": "phone", "outcome": "answered", "resolved": true,
            "queued_at": queued, "started_at": started, "answered_at": "2026-01-12T18:00:00Z", "ended_at": "2026-01-12T19:00:00Z" })
    };
    let contacts = json!([
        call("5", json!("2026-01-12T17:00:00Z"), "2026-01-12T16:59:59Z"),
        call("6", Value::Null, "2026-01-12T16:59:59Z"),
    ]);
    let by_team = json!({ "by": "team", "schedules": { "day": office() } });
    for variant in ["of_cases", "of_resolved"] {
        let ask = |word: &str, calendar: Value| {
            let kpi = json!({ "kpi": "first_contact_resolution_rate", "variant": variant,
                "parameters": { "business_hours_only": word } });
            made(
                json!({ "kpis": [kpi], "window": january(), "calendar": calendar }),
                &[(Kind::Ticket, tickets.clone()), (Kind::Contact, contacts.clone())],
            )
        };
        let (values, reasons) =
            found(&ask("yes", by_team.clone()).unwrap(), None, &["share", "resolved_at_first_contact"]);
        assert_eq!(values, texts(&["100", "2"]));
        assert_eq!(reasons, json!({ "outside_hours": 3, "no_schedule": 1 }));
        let (values, reasons) = found(&ask("no", Value::Null).unwrap(), None, &["share", "resolved_at_first_contact"]);
        assert_eq!(values, texts(&["100", "6"]));
        assert_eq!(reasons, json!({}));
        assert_eq!(ask("yes", Value::Null).unwrap_err().code(), Code::CalendarRequired);
        assert_eq!(ask("sometimes", by_team.clone()).unwrap_err().code(), Code::BadParameter);
    }
}
