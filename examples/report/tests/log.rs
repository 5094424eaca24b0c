//! The log of events: what follows from it, by which hours and promises, and what is said of logs and rules that are wrong.

use std::collections::BTreeMap;

use kpi_core::derive::{DeriveRequest, derive};
use kpi_core::rows::{Input, TableBuilder};
use kpi_core::time::parse_rfc3339;
use kpi_core::{Column, Kind, Table};
use serde_json::Value;

use super::{file, printed, refused, rows, run};

/// A Monday and a Friday: the first ticket is answered after an hour; the second, asked on Friday at 16:30, on Monday at
/// 9:30, which is an hour of office time. The third is still open.
const EVENTS: &str = "\
ticket,at,kind,actor_kind,actor,value,due_at
T1,2026-03-02T09:00:00Z,created,customer,,,
T1,2026-03-02T09:00:00Z,customer_message,customer,,,
T1,2026-03-02T10:00:00Z,agent_reply,agent,ann,,
T1,2026-03-02T12:00:00Z,resolved,agent,ann,,
T2,2026-03-06T16:30:00Z,created,customer,,,
T2,2026-03-06T16:30:00Z,customer_message,customer,,,
T2,2026-03-09T09:30:00Z,agent_reply,agent,bob,,
T2,2026-03-09T10:00:00Z,resolved,agent,bob,,
T3,2026-03-10T09:00:00Z,created,customer,,,
T3,2026-03-10T09:00:00Z,customer_message,customer,,,
";
const TICKETS: &str = "id,channel,tier\nT1,email,gold\nT2,chat,\nT3,email,\n";
const HOURS: &str = r#"{"zone": "UTC", "hours": {
    "monday": [["09:00", "17:00"]], "tuesday": [["09:00", "17:00"]], "wednesday": [["09:00", "17:00"]],
    "thursday": [["09:00", "17:00"]], "friday": [["09:00", "17:00"]]}}"#;
const PROMISES: &str = r#"{"policies": [
    {"name": "gold", "when": {"tier": ["gold"]}, "targets": {"first_response": 1800}},
    {"name": "all", "targets": {"first_response": 3600, "resolution": 7200}, "clock": "business"}]}"#;

fn figure(rows: &[Value], kpi: &str, figure: &str, place: Option<&str>) -> String {
    let place = place.unwrap_or("(all)");
    let is_it = |row: &&Value| {
        row["kpi"] == kpi
            && row["figure"] == figure
            && row["bucket"].is_null()
            && row.as_object().unwrap().values().any(|cell| cell == place)
    };
    let row = rows.iter().find(is_it).unwrap_or_else(|| panic!("no {kpi} {figure} {place}"));
    row["value"].as_str().unwrap_or("undefined").to_owned()
}

#[test]
fn a_log_is_told_in_the_hours_and_by_the_promises_that_are_given() {
    let (events, tickets) = (file("log.csv", EVENTS), file("attributes.csv", TICKETS));
    let (hours, sla) = (file("hours.json", HOURS), file("sla.json", PROMISES));
    let args = ["--events", &events, "--tickets", &tickets];
    let found = rows(&args);
    // An hour and 65 hours.
    assert_eq!(figure(&found, "first_response_time", "mean", None), "118800");
    assert_eq!(figure(&found, "first_response_time", "mean", Some("chat")), "234000");
    let rules = [&args[..], &["--calendar", &hours, "--clock", "business", "--sla", &sla]].concat();
    let found = rows(&rules);
    assert_eq!(figure(&found, "first_response_time", "mean", None), "3600");
    // Of the first responses gold's is late, that of the chat is in time. Both resolutions took an hour and a half or
    // three in the office: but gold is promised none. The third ticket was asked at the very end of the log.
    assert_eq!(figure(&found, "sla_attainment", "met", None), "2");
    assert_eq!(figure(&found, "sla_attainment", "breached", None), "1");
    assert_eq!(figure(&found, "sla_attainment", "share", Some("chat")), "100");
    let page = printed(&rules);
    assert!(page.contains("3 tickets · 10 events\n") && page.contains(" · in business time"), "{page}");
    let attained = page.split("─ sla_attainment:per_target").nth(1).unwrap();
    let [first, second] = ["by metric", "first_response"].map(|text| attained.find(text).unwrap());
    assert!(first < second, "{attained}");
}

/// Ten and twelve office days of 8 hours from question to answer; the mean of 80 and 96 hours is 88.
#[test]
fn business_time_is_said_in_hours_and_not_compared_with_what_is_quoted() {
    let text = "\
        ticket,at,kind,actor_kind,actor\n\
        T1,2026-03-02T09:00:00Z,created,customer,\nT1,2026-03-16T09:00:00Z,agent_reply,agent,ann\n\
        T2,2026-03-02T09:00:00Z,created,customer,\nT2,2026-03-18T09:00:00Z,agent_reply,agent,ann\n";
    let events = file("long-log.csv", text);
    let tickets = file("long-tickets.csv", "id,channel\nT1,email\nT2,email\n");
    let hours = file("long-hours.json", HOURS);
    let args = ["--events", &events, "--tickets", &tickets, "--kpi", "first_response_time"];
    let rules = [&args[..], &["--calendar", &hours, "--clock", "business"]].concat();
    let page = printed(&rules);
    assert!(page.contains("mean 88 h ·") && page.contains("max 96 h"), "{page}");
    assert!(page.contains("quoted for calendar time") && !page.contains("wholly above"), "{page}");
    let html = printed(&[&rules[..], &["--format", "html"]].concat());
    assert!(html.contains("<p class=\"value\">88h</p>") && html.contains("quoted for calendar time"), "{html}");
    // Two weeks, and two days more: on average 15 days.
    let page = printed(&args);
    assert!(page.contains("mean 15 d ·") && !page.contains("quoted for calendar time"), "{page}");
}

#[test]
fn a_span_of_time_without_an_end_is_not_called_open() {
    let text = EVENTS.to_owned() + "T3,2026-03-10T12:00:00Z,canceled,customer,,,\n";
    let events = file("spans.csv", text);
    let page = printed(&["--events", &events, "--kpi", "time_in_status"]);
    assert!(page.contains("still in that status") && !page.contains("still open"), "{page}");
}

#[test]
fn the_columns_and_words_of_a_log_are_mapped() {
    let text = EVENTS.replace("ticket,at,kind,", "nr,when,what,").replace("agent_reply", "comment").replace('Z', "");
    let events = file("mapped-log.csv", text.replace("customer_message,customer,,", "customer_message,customer,?,"));
    #[rustfmt::skip]
    let args = [
        "--events", &events, "--zone", "UTC", "--kpi", "first_response_time",
        "--map", "events.ticket=nr", "--map", "events.at=when", "--map", "events.kind=what",
        "--replace", "events.kind=comment:agent_reply", "--null", "events.actor=?",
    ];
    assert!(printed(&args).contains("2 records · exactly 118800 s"));
    let lines: Vec<String> = EVENTS
        .lines()
        .skip(1)
        .map(|line| {
            let cells: Vec<&str> = line.split(',').collect();
            serde_json::json!({"ticket": cells[0], "at": cells[1], "kind": cells[2], "actor_kind": cells[3]})
                .to_string()
        })
        .collect();
    let events = file("log.jsonl", lines.join("\n"));
    assert!(printed(&["--events", &events, "--kpi", "first_response_time"]).contains("2 records · exactly 118800 s"));
    // Nobody wrote down what was promised or escalated, and that is not the same as nothing.
    let (_, notes) = run(&["--events", &events, "--by", "none"]);
    for text in ["(no `promised` in the events)", "(no `escalated` in the events)", "(needs --sla)"] {
        assert!(notes.iter().any(|note| note.contains(text)), "{text}\n{notes:?}");
    }
    // As of Saturday nobody had answered the second.
    let early = ["--events", &events, "--kpi", "first_response_time", "--as-of", "2026-03-07"];
    assert!(printed(&early).contains("1 record · exactly 3600 s"));
}

#[test]
fn tickets_without_events_stay_as_their_table_says() {
    let events = file("some.csv", EVENTS);
    let tickets = "id,created_at,first_response_at,status\n\
                   T1,2026-03-02T09:00:00Z,,\nT9,2026-03-02T09:00:00Z,2026-03-02T12:00:00Z,open\n";
    let tickets = file("more.csv", tickets);
    let page = printed(&["--events", &events, "--tickets", &tickets, "--kpi", "first_response_time"]);
    // 1 h, 65 h and 3 h.
    assert!(page.contains("3 records · exactly 82800 s"), "{page}");
    assert!(page.contains("4 tickets · 10 events\n1 ticket without any event stays as its table says\n"), "{page}");
    // A table that says nothing of it leaves them new.
    let tickets = file("bare.csv", "id,created_at,channel\nT9,2026-03-02T09:00:00Z,email\n");
    let page = printed(&["--events", &events, "--tickets", &tickets, "--kpi", "first_response_time", "--by", "none"]);
    assert!(page.contains("Contradictions in the log: 1 not_created (--check lists them)"), "{page}");
    assert!(page.contains("2 nobody has answered"), "{page}");
}

#[test]
fn what_contradicts_itself_in_a_log_is_counted_and_listed() {
    let broken = format!(
        "{EVENTS}T1,2026-03-02T12:00:00Z,resolved,agent,ann,,\nT3,2026-03-11T09:00:00Z,reopened,system,,,\n\
         T3,2026-03-12T09:00:00Z,reopened,system,,,\n"
    );
    let events = file("contradictions.csv", broken);
    let page = printed(&["--events", &events, "--kpi", "first_response_time"]);
    assert!(
        page.contains("Contradictions in the log: 1 duplicate, 2 reopened_while_open (--check lists them)"),
        "{page}"
    );
    let html = printed(&["--events", &events, "--kpi", "first_response_time", "--format", "html"]);
    assert!(html.contains("Contradictions in the log: 1 duplicate event, 2 reopened while open</p>"), "{html}");
    let (text, code) = crate::run(["--events", &events, "--check"].map(Into::into), &mut Vec::new()).unwrap();
    assert_eq!(code, std::process::ExitCode::SUCCESS);
    for line in [
        "contradictions.csv: 13 events",
        "Contradictions in the log: a report takes it, and reads it so",
        "  duplicate · 1 record",
        "    ticket T1: ",
        "contradictions.csv, line 12",
        "  reopened_while_open · 2 records",
        "    the ticket was neither resolved nor closed; the reopening is ignored",
        "contradictions.csv, line 14",
    ] {
        assert!(text.contains(line), "{line}\n{text}");
    }
    let json = printed(&["--events", &events, "--check", "--format", "json"]);
    let json: Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json["findings"][0]["code"], "duplicate");
    assert_eq!((&json["findings"][1]["event"], &json["problems"]), (&11.into(), &serde_json::json!([])));
    let clean = file("clean.csv", EVENTS);
    assert!(printed(&["--events", &clean, "--check"]).contains("Nothing in the log contradicts itself."));
    // Where records are left out, the places of the others are still those in the file.
    let skipped = file(
        "skipped.csv",
        EVENTS.replacen("T1,2026-03-02T09", "T1,soon", 1) + "T2,2026-03-09T10:00:00Z,resolved,agent,bob,,\n",
    );
    let (page, _) = run(&["--events", &skipped, "--skip-bad", "--kpi", "first_response_time"]);
    let page = page.unwrap();
    assert!(page.contains("11 events (skipped: 1 bad_instant)"), "{page}");
    assert!(page.contains("1 not_created, 1 duplicate"), "{page}");
}

#[test]
fn wrong_logs_and_rules_are_explained() {
    let events = file("right-log.csv", EVENTS);
    let tickets = file("right-tickets.csv", TICKETS);
    let hours = file("right-hours.json", HOURS);
    let promises = file("right-sla.json", PROMISES);
    let log = |name: &str, from: &str, to: &str| file(name, EVENTS.replacen(from, to, 1));
    let rule = |name: &str, text: &str| file(name, text);
    for (args, text) in [
        (vec!["--events", "none.csv"], "--events none.csv: there is no such file"),
        (vec!["--events", &log("kind.csv", "agent_reply", "answered")], "kind.csv, line 4, column `kind`: "),
        (vec!["--events", &log("kind2.csv", "agent_reply", "answered")], "--replace events.kind=answered:WORD"),
        (vec!["--events", &log("promise.csv", "agent_reply", "promised")], "promise.csv, line 4, column `due_at`: "),
        (vec!["--events", &log("actor.csv", "agent,ann", "robot,ann")], "actor.csv, line 4, column `actor_kind`: "),
        (vec!["--events", &log("at.csv", "2026-03-02T09:00:00Z", "soon")], "at.csv, line 2, column `at`: `soon`"),
        (vec!["--events", &log("column.csv", "kind", "what")], "no column for `kind`, which all events need"),
        (
            vec!["--events", &events, "--clock", "business"],
            "--clock business: business time needs your hours; give --cal",
        ),
        (vec!["--clock", "office"], "--clock office: choose calendar or business"),
        (vec!["--calendar", &hours, "--calendar", &hours], "--calendar: the option is given twice"),
        (vec!["--calendar", "none.json"], "--calendar none.json: there is no such file"),
        (vec!["--calendar", &rule("empty.json", " ")], "empty.json: the file is empty"),
        (vec!["--calendar", &rule("cut.json", "{\"hours\": ")], "cut.json: it is not JSON: EOF"),
        (vec!["--calendar", &events], "right-log.csv: it is not JSON: "),
        (vec!["--calendar", &rule("day.json", "{\"hours\": {\"mon\": []}}")], "day.json: `hours.mon`: "),
        (vec!["--calendar", &rule("key.json", "{\"open\": {}}")], "key.json: `open`: "),
        (vec!["--calendar", &rule("shut.json", "{\"hours\": {\"monday\": []}}")], "shut.json: "),
        (vec!["--calendar", &rule("time.json", &HOURS.replacen("09:00", "9 Uhr", 1))], "time.json: `hours.monday`: "),
        (vec!["--calendar", &rule("zone.json", &HOURS.replace("UTC", "Mars"))], "zone.json: `zone`: "),
        (vec!["--tickets", &tickets, "--sla", &promises], "right-sla.json: promises are followed in the log of events"),
        (
            vec!["--events", &events, "--sla", &promises],
            "a policy is in business time, which needs your hours; give --cal",
        ),
        (vec!["--sla", &rule("list.json", "[]")], "list.json: `sla`: "),
        (vec!["--sla", &rule("word.json", &PROMISES.replace("first_response", "reply"))], "word.json: `targets`: "),
        (vec!["--sla", &rule("zero.json", &PROMISES.replace("1800", "0"))], "zero.json: `targets`: "),
        (
            vec!["--sla", &rule("twice.json", &PROMISES.replace("gold\", \"when", "all\", \"when"))],
            "twice.json: `name`: ",
        ),
        (
            vec![
                "--events",
                &events,
                "--tickets",
                &tickets,
                "--calendar",
                &hours,
                "--sla",
                &rule("tier.json", &PROMISES.replace("tier", "rank")),
            ],
            "tier.json: `rank`: ",
        ),
    ] {
        let message = refused(&args);
        assert!(message.contains(text), "{args:?}: {message}");
    }
}

/// A cell of a derived table as text; an instant is compared as one.
fn cell(table: &Table<'_>, name: &str, row: usize) -> Option<String> {
    let column = table.columns().find(|(own, _)| *own == name).map(|(_, column)| column)?;
    match column {
        Column::Ints { values, valid } => valid.is_none_or(|bits| bits.get(row)).then(|| values[row].to_string()),
        Column::Codes { codes, words } => words.get(codes[row] as usize).map(|word| (*word).to_owned()),
        _ => None,
    }
}

#[test]
fn the_log_of_the_sample_tells_its_tickets() {
    let table = |name: &str| crate::sample::TABLES.iter().find(|(_, own, _)| *own == name).unwrap().2;
    let mut events = TableBuilder::new(Kind::TicketEvent);
    let mut log = csv::Reader::from_reader(table("events.csv").as_bytes());
    let header = log.headers().unwrap().clone();
    for record in log.records() {
        events.begin();
        for (name, text) in header.iter().zip(&record.unwrap()) {
            events.set(name, &Input::Text(text)).unwrap();
        }
    }
    let mut given = csv::Reader::from_reader(table("tickets.csv").as_bytes());
    let header = given.headers().unwrap().clone();
    let mut tickets = TableBuilder::new(Kind::Ticket);
    let mut known: BTreeMap<String, csv::StringRecord> = BTreeMap::new();
    for record in given.records() {
        let record = record.unwrap();
        tickets.begin();
        for (name, text) in header.iter().zip(&record).filter(|(name, _)| ["id", "channel", "priority"].contains(name))
        {
            tickets.set(name, &Input::Text(text)).unwrap();
        }
        known.insert(record[0].to_owned(), record);
    }
    let derived = derive(&DeriveRequest::new(), &[events.table(), tickets.table()]).unwrap();
    let tables = derived.tables();
    let found = tables.iter().find(|table| table.kind() == Kind::Ticket).unwrap();
    // Of the letters and visits there are no events, and nothing here says when they came.
    assert_eq!(known.len() - found.len(), 9);
    let mut compared = 0;
    for row in 0..found.len() {
        let given = &known[&cell(found, "id", row).unwrap()];
        for (name, text) in header.iter().zip(given) {
            let own = cell(found, name, row);
            let expected = match name {
                "status" | "priority" | "first_replier" | "resolver" | "resolved_by" => Some(text.to_owned()),
                "agent_replies"
                | "customer_messages"
                | "agent_changes"
                | "distinct_agents"
                | "reopens"
                | "reopens_by_customer" => Some(text.to_owned()),
                // What is 0 or says the same again is left out there.
                "bot_replies" | "escalations" | "collaborators" if !text.is_empty() => Some(text.to_owned()),
                "first_resolved_at" if text.is_empty() => None,
                name if name.ends_with("_at") && text.is_empty() => Some(String::new()),
                name if name.ends_with("_at") => Some(parse_rfc3339(text).unwrap().to_string()),
                _ => None,
            };
            if let Some(expected) = expected {
                assert_eq!(own.unwrap_or_default(), expected, "{} {name}", &given[0]);
                compared += 1;
            }
        }
    }
    assert!(compared > 90_000, "{compared}");
}
