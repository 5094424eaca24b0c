//! What `check` lists of whole tables: every code that it can give, how often, and for which records.

use std::collections::BTreeSet;

use kpi_core::rows::{Input, TableBuilder};
use kpi_core::{
    Ask, BadRecords, Bits, Code, Column, Constant, Error, Found, Kind, Problem, Request, Table, check, report,
};
use serde_json::{Value, json};

fn noting(kind: Kind) -> TableBuilder {
    TableBuilder::new(kind).note_bad_values()
}

/// Records of a kind as a builder, a value that cannot be read noted.
fn rows(kind: Kind, rows: &Value) -> TableBuilder {
    let mut builder = noting(kind);
    builder.extend(rows).unwrap();
    builder
}

fn of(tables: &mut [TableBuilder]) -> Vec<Problem> {
    listed(&Request::new(), tables)
}

fn listed(request: &Request, tables: &mut [TableBuilder]) -> Vec<Problem> {
    let tables: Vec<Table<'_>> = tables.iter_mut().map(TableBuilder::table).collect();
    check(request, &tables).unwrap()
}

/// Field, code, whether it is refused, how often, and the indexes of the examples.
fn short(problems: &[Problem]) -> Vec<(&str, Code, bool, u64, Vec<u64>)> {
    let indexes = |problem: &Problem| problem.examples.iter().map(|found| found.index).collect();
    problems.iter().map(|p| (p.field.as_str(), p.code, p.refused, p.count, indexes(p))).collect()
}

const DAY: &str = "2026-03-02T00:00:00Z";
const NEXT: &str = "2026-03-03T00:00:00Z";

fn ticket(id: &str, more: &Value) -> Value {
    with(&json!({ "id": id, "created_at": NEXT }), more)
}

fn contact(id: &str, more: &Value) -> Value {
    with(&json!({ "id": id, "channel": "phone", "outcome": "callback", "started_at": NEXT }), more)
}

fn survey(id: &str, more: &Value) -> Value {
    with(&json!({ "id": id, "kind": "csat", "scale_min": 1, "scale_max": 5, "score": 5 }), more)
}

fn with(record: &Value, more: &Value) -> Value {
    let mut record = record.clone();
    record.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    record
}

/// A record with one thing wrong, by kind: the field, the code, and whether a report refuses it.
fn wrong() -> Vec<(Kind, Value, &'static str, Code, bool)> {
    use Code::*;
    let account = json!({ "id": "A", "started_at": NEXT });
    let ledger = json!({ "kind": "cost", "amount": "1", "currency": "EUR", "at": DAY });
    let subscription = json!({ "account": "A", "started_at": NEXT, "mrr": "1", "currency": "EUR" });
    let sale = json!({ "id": "O", "kind": "purchase", "at": NEXT });
    let leg = json!({ "contact": "C", "agent": "a", "from": NEXT, "to": NEXT });
    vec![
        (Kind::Ticket, ticket("T", &json!({ "resolved_at": "yesterday" })), "resolved_at", BadInstant, true),
        (Kind::Ticket, ticket("T", &json!({ "created_at": "2026-03-03T00:00" })), "created_at", BadInstant, true),
        (
            Kind::Ticket,
            ticket("T", &json!({ "created_at": "2026-03-03T00:00:00.0000001Z" })),
            "created_at",
            TooFine,
            true,
        ),
        (Kind::Ticket, ticket("T", &json!({ "reopens": "many" })), "reopens", NotANumber, true),
        (Kind::Ticket, ticket("T", &json!({ "reopens": 1.5 })), "reopens", TooFine, true),
        (Kind::Ticket, ticket("T", &json!({ "reopens": "99999999999999999999" })), "reopens", Overflow, true),
        (Kind::Ticket, ticket("T", &json!({ "reopens": true })), "reopens", WrongType, true),
        (Kind::Ticket, ticket("T", &json!({ "complaint": "maybe" })), "complaint", WrongType, true),
        (Kind::Ticket, ticket("T", &json!({ "shop": ["a"] })), "shop", WrongType, true),
        (Kind::Ticket, ticket("T", &json!({ "created_at": null })), "created_at", MissingField, true),
        (Kind::Ticket, ticket("", &json!({})), "id", MissingField, true),
        (Kind::Ticket, ticket("T", &json!({ "reopens": -1 })), "reopens", Negative, true),
        (Kind::Ticket, ticket("T", &json!({ "requester_wait": "-0.5" })), "requester_wait", Negative, true),
        (
            Kind::Ticket,
            ticket("T", &json!({ "first_response_at": DAY })),
            "first_response_at",
            ResponseBeforeCreation,
            true,
        ),
        (Kind::Ticket, ticket("T", &json!({ "resolved_at": DAY })), "resolved_at", WrongOrder, true),
        (Kind::Ticket, ticket("T", &json!({ "closed_at": DAY })), "closed_at", WrongOrder, false),
        (
            Kind::Ticket,
            ticket("T", &json!({ "first_resolved_at": "2026-03-05T00:00:00Z", "resolved_at": "2026-03-04T00:00:00Z" })),
            "resolved_at",
            WrongOrder,
            false,
        ),
        (Kind::Ticket, ticket("T", &json!({ "status": "gelöst" })), "status", UnknownWord, true),
        (Kind::Ticket, ticket("T", &json!({ "status": "resolved" })), "resolved_at", MissingField, false),
        (Kind::Ticket, ticket("T", &json!({ "status": "canceled" })), "canceled_at", MissingField, false),
        (Kind::Contact, contact("C", &json!({ "started_at": null })), "queued_at", MissingField, true),
        (Kind::Contact, contact("C", &json!({ "started_at": "soon" })), "started_at", BadInstant, true),
        (Kind::Contact, contact("C", &json!({ "outcome": "hung up" })), "outcome", UnknownWord, true),
        (Kind::Contact, contact("C", &json!({ "outcome": "answered" })), "answered_at", MissingField, false),
        (Kind::Contact, contact("C", &json!({ "outcome": "abandoned" })), "ended_at", MissingField, false),
        (Kind::Leg, with(&leg, &json!({ "to": DAY })), "to", WrongOrder, true),
        (Kind::Leg, with(&leg, &json!({ "agent": "" })), "agent", MissingField, true),
        (Kind::Survey, survey("S", &json!({ "score": 6 })), "score", OutOfScale, true),
        (Kind::Survey, survey("S", &json!({ "scale_max": 1 })), "scale_max", BadScale, true),
        (Kind::Survey, survey("S", &json!({ "score": "very good" })), "score", NotANumber, true),
        (Kind::Account, with(&account, &json!({ "ended_at": DAY })), "ended_at", WrongOrder, true),
        (Kind::Subscription, with(&subscription, &json!({ "mrr": "-1" })), "mrr", Negative, true),
        (Kind::Subscription, with(&subscription, &json!({ "mrr": 9.5 })), "mrr", WrongType, true),
        (Kind::Subscription, with(&subscription, &json!({ "currency": "Euro" })), "currency", UnknownCurrency, true),
        (Kind::Conversion, with(&sale, &json!({ "canceled_at": DAY })), "canceled_at", WrongOrder, true),
        (Kind::LedgerEntry, with(&ledger, &json!({ "from": DAY, "to": NEXT })), "at", WrongOrder, true),
        (Kind::LedgerEntry, with(&ledger, &json!({ "at": null })), "at", MissingField, true),
        (
            Kind::LedgerEntry,
            with(&ledger, &json!({ "at": null, "from": "soon", "to": NEXT })),
            "from",
            BadInstant,
            true,
        ),
        (Kind::LedgerEntry, with(&ledger, &json!({ "amount": "1e-10" })), "amount", TooFine, true),
    ]
}

#[test]
fn one_thing_wrong_is_one_problem() {
    for (kind, record, field, code, refused) in wrong() {
        let problems = of(&mut [rows(kind, &json!([record]))]);
        assert_eq!(short(&problems), [(field, code, refused, 1, vec![0])], "{record}");
        assert_eq!(problems[0].record, kind);
        assert!(!problems[0].text.is_empty());
    }
}

/// What is refused here is refused there, with the same place.
#[test]
fn a_report_refuses_what_the_check_says_it_refuses() {
    // A currency is read by those KPIs alone that convert it.
    for (kind, record, field, code, refused) in wrong().into_iter().filter(|wrong| wrong.3 != Code::UnknownCurrency) {
        let kpi = match kind {
            Kind::Ticket | Kind::Contact | Kind::Leg => "first_response_time",
            Kind::Survey => "csat",
            _ => "retention_rate",
        };
        let request = Request::new().kpi(kpi_core::Ask::new(kpi)).window("2026-03-01", "2026-04-01").unwrap();
        let mut records = rows(kind, &json!([record]));
        let mut nothing: Vec<Table<'_>> = [Kind::Ticket, Kind::Account].map(|kind| Table::new(kind, 0)).into();
        nothing.push(records.table());
        let error = kpi_core::report(&request, &nothing).err();
        let found = error.as_ref().map(|error| (error.field_name(), error.code(), error.record_index()));
        assert_eq!(found, refused.then_some((Some(field), code, Some(0))), "{record}");
    }
}

#[test]
fn the_examples_name_the_first_five_records() {
    let tickets: Vec<Value> = (0..9)
        .map(|i| {
            ticket(&format!("T{i}"), &if i == 2 { json!({}) } else { json!({ "resolved_at": format!("day {i}") }) })
        })
        .collect();
    let problems = of(&mut [rows(Kind::Ticket, &json!(tickets))]);
    assert_eq!(short(&problems), [("resolved_at", Code::BadInstant, true, 8, vec![0, 1, 3, 4, 5])]);
    let found = Found { index: 3, id: Some("T3".into()), value: Some("day 3".into()) };
    assert_eq!(problems[0].examples[2], found);
    assert!(problems[0].text.contains("`day 0`"), "{}", problems[0].text);

    let negative: Vec<Value> = (0..7).map(|i| ticket(&format!("T{i}"), &json!({ "reopens": -i }))).collect();
    let problems = of(&mut [rows(Kind::Ticket, &json!(negative))]);
    assert_eq!(short(&problems), [("reopens", Code::Negative, true, 6, vec![1, 2, 3, 4, 5])]);
    assert_eq!(problems[0].examples[0].value.as_deref(), Some("-1"));
}

#[test]
fn every_fault_of_a_record_is_listed() {
    let bad = ticket("T", &json!({ "created_at": "x", "resolved_at": "y", "reopens": -1, "status": "z" }));
    let problems = of(&mut [rows(Kind::Ticket, &json!([bad]))]);
    let found: BTreeSet<(&str, Code)> = problems.iter().map(|problem| (problem.field.as_str(), problem.code)).collect();
    let wanted = [
        ("created_at", Code::BadInstant),
        ("resolved_at", Code::BadInstant),
        ("reopens", Code::Negative),
        ("status", Code::UnknownWord),
    ];
    assert_eq!(found, wanted.iter().copied().collect());
    let dated = with(&bad, &json!({ "created_at": NEXT }));
    let problems = of(&mut [rows(Kind::Ticket, &json!([dated]))]);
    let found: BTreeSet<(&str, Code)> = problems.iter().map(|problem| (problem.field.as_str(), problem.code)).collect();
    assert_eq!(found, wanted[1..].iter().copied().collect());
}

#[test]
fn indexes_go_on_over_several_tables_of_a_kind() {
    let first = json!([ticket("T1", &json!({})), ticket("T2", &json!({ "reopens": -1 }))]);
    let second = json!([ticket("T2", &json!({})), ticket("T3", &json!({ "reopens": "no" })), ticket("T1", &json!({}))]);
    let answers = json!([survey("S", &json!({ "score": 9 }))]);
    let mut tables = [rows(Kind::Ticket, &first), rows(Kind::Survey, &answers), rows(Kind::Ticket, &second)];
    let problems = of(&mut tables);
    assert_eq!(
        short(&problems),
        [
            ("id", Code::DuplicateId, true, 2, vec![2, 4]),
            ("reopens", Code::Negative, true, 1, vec![1]),
            ("reopens", Code::NotANumber, true, 1, vec![3]),
            ("score", Code::OutOfScale, true, 1, vec![0]),
        ]
    );
    assert_eq!(problems[0].examples[1].value.as_deref(), Some("T1"));
}

#[test]
fn a_survey_may_be_answered_again() {
    let answers = json!([survey("S", &json!({})), survey("S", &json!({ "score": 1 }))]);
    assert_eq!(of(&mut [rows(Kind::Survey, &answers)]), []);
}

#[test]
fn links_are_followed_where_such_records_were_given() {
    let tickets = || rows(Kind::Ticket, &json!([ticket("T1", &json!({ "account": "A9", "contact": "C1" }))]));
    let answers = || {
        let links = [json!({ "account": "A1", "ticket": "T1" }), json!({ "account": "A9", "ticket": "T9" })];
        rows(Kind::Survey, &json!([survey("S1", &links[0]), survey("S2", &links[1]), survey("S3", &json!({}))]))
    };
    let accounts = || rows(Kind::Account, &json!([{ "id": "A1", "started_at": DAY }]));
    // Nothing is known of accounts and contacts here.
    assert_eq!(short(&of(&mut [tickets(), answers()])), [("ticket", Code::UnknownLink, false, 1, vec![1])]);
    let problems = of(&mut [tickets(), answers(), accounts(), noting(Kind::Contact)]);
    assert_eq!(
        short(&problems),
        [
            ("account", Code::UnknownAccount, true, 1, vec![1]),
            ("account", Code::UnknownAccount, false, 1, vec![0]),
            ("contact", Code::UnknownLink, false, 1, vec![0]),
            ("ticket", Code::UnknownLink, false, 1, vec![1]),
        ]
    );
    assert_eq!((problems[0].record, problems[1].record), (Kind::Survey, Kind::Ticket));
    // A ticket of which a value cannot be read is there all the same.
    let broken = rows(Kind::Ticket, &json!([ticket("T9", &json!({ "due_at": "soon" })), ticket("T1", &json!({}))]));
    assert_eq!(short(&of(&mut [broken, answers()])), [("due_at", Code::BadInstant, true, 1, vec![0])]);
}

#[test]
fn words_are_read_as_the_request_says() {
    let tickets = || rows(Kind::Ticket, &json!([ticket("T", &json!({ "status": "gelöst", "account": "none" }))]));
    let accounts = || noting(Kind::Account);
    let german = Request::new().word(Kind::Ticket, "status", "gelöst", "resolved");
    assert_eq!(short(&of(&mut [tickets()])), [("status", Code::UnknownWord, true, 1, vec![0])]);
    let doubt = ("resolved_at", Code::MissingField, false, 1, vec![0]);
    assert_eq!(short(&listed(&german, &mut [tickets()])), std::slice::from_ref(&doubt));
    let unknown = ("account", Code::UnknownAccount, false, 1, vec![0]);
    assert_eq!(short(&listed(&german, &mut [tickets(), accounts()])), [unknown, doubt.clone()]);
    let null = german.clone().word(Kind::Ticket, "account", "none", "");
    assert_eq!(short(&listed(&null, &mut [tickets(), accounts()])), [doubt]);
    let unset = Request::new().word(Kind::Ticket, "status", "gelöst", "");
    assert_eq!(listed(&unset, &mut [tickets()]), []);
}

#[test]
fn what_is_required_may_not_stand_for_null() {
    let mut surveys = [rows(Kind::Survey, &json!([survey("1", &json!({ "kind": "csat" }))]))];
    let request = Request::new().kpi(Ask::new("csat")).word(Kind::Survey, "kind", "csat", "");
    let missing = [("kind", Code::MissingField, true, 1, vec![0])];
    assert_eq!(short(&listed(&request, &mut surveys)), missing);
    let error = report(&request, &[surveys[0].table()]).unwrap_err();
    assert_eq!((error.code(), error.field_name(), error.record_index()), (Code::MissingField, Some("kind"), Some(0)));

    let nothing = Column::Constant(Constant::Text(String::new()));
    let mut tickets = rows(Kind::Ticket, &json!([ticket("1", &json!({}))]));
    let mut tickets = tickets.table();
    tickets.set("id", nothing);
    let request = Request::new().kpi(Ask::new("ticket_volume"));
    let error = report(&request, &[tickets.clone()]).unwrap_err();
    assert_eq!((error.code(), error.field_name()), (Code::MissingField, Some("id")));
    let skipped = report(&request.bad_records(BadRecords::Skip), &[tickets]).unwrap();
    assert_eq!(skipped.inputs[0].1.skipped.get("missing_field"), Some(&1));
}

#[test]
fn one_kind_of_survey_has_one_scale() {
    let tall = json!({ "scale_max": 10 });
    let first =
        json!([survey("S1", &json!({})), survey("S2", &tall), survey("S3", &with(&tall, &json!({ "score": null })))]);
    let second = json!([survey("S4", &tall), survey("S5", &with(&tall, &json!({ "kind": "nps" })))]);
    let problems = of(&mut [rows(Kind::Survey, &first), rows(Kind::Survey, &second)]);
    assert_eq!(short(&problems), [("scale_max", Code::MixedScales, false, 2, vec![1, 3])]);
    assert_eq!(problems[0].examples[0].value.as_deref(), Some("1 to 10"));
}

#[test]
fn columns_that_cannot_be_read_are_listed_one_by_one() {
    let [ints, created] = [[1i64, 2, 3], [0, 1, 2]];
    let mut table = Table::new(Kind::Ticket, 3)
        .with("id", Column::Words(vec![Some("a"), Some("b"), Some("b")]))
        .with("created_at", Column::Ints { values: &created, valid: Some(Bits::new(&[0b011], 0)) })
        .with("resolved_at", Column::Words(vec![None; 3]))
        .with("complaint", Column::Ints { values: &ints, valid: None })
        .with("reopens", Column::Ints { values: &ints[..2], valid: None })
        .with("shop", Column::Constant(Constant::Int(5)));
    table.refuse(&Error::new(Code::WrongType, "the column has the type float").field("tags"));
    let problems = check(&Request::new(), std::slice::from_ref(&table)).unwrap();
    assert_eq!(
        short(&problems),
        [
            ("tags", Code::WrongType, true, 3, vec![]),
            ("resolved_at", Code::WrongType, true, 3, vec![]),
            ("complaint", Code::WrongType, true, 3, vec![]),
            ("reopens", Code::LengthMismatch, true, 3, vec![]),
            ("shop", Code::UnknownField, true, 3, vec![]),
            ("created_at", Code::MissingField, true, 1, vec![2]),
            ("id", Code::DuplicateId, true, 1, vec![2]),
        ]
    );
    let request = Request::new().kpi(kpi_core::Ask::new("first_response_time"));
    let error = kpi_core::report(&request, &[table]).unwrap_err();
    assert_eq!((error.code(), error.record_index()), (Code::WrongType, None));
}

#[test]
fn a_required_column_that_is_not_there_is_missing_in_every_record() {
    let table = Table::new(Kind::Account, 2).with("id", Column::Words(vec![Some("a"), Some("b")]));
    let problems = check(&Request::new(), &[table]).unwrap();
    assert_eq!(short(&problems), [("started_at", Code::MissingField, true, 2, vec![0, 1])]);
    assert_eq!(problems[0].examples[1].id.as_deref(), Some("b"));
}

#[test]
fn nothing_is_wrong_with_nothing() {
    assert_eq!(check(&Request::new(), &[]).unwrap(), []);
    let empty: Vec<Table<'_>> = Kind::ALL.iter().map(|&kind| Table::new(kind, 0)).collect();
    assert_eq!(check(&Request::new(), &empty).unwrap(), []);
}

#[test]
fn records_that_were_dropped_are_listed_too_and_count_in_the_indexes() {
    let mut builder = TableBuilder::new(Kind::Ticket).skip_bad_records();
    let tickets = [
        ticket("T1", &json!({ "reopens": "no" })),
        ticket("T2", &json!({ "reopens": -1 })),
        ticket("T3", &json!({ "reopens": "no" })),
        ticket("T4", &json!({ "reopens": -1 })),
    ];
    builder.extend(json!(tickets)).unwrap();
    let second = rows(Kind::Ticket, &json!([ticket("T5", &json!({ "reopens": -1 }))]));
    let problems = of(&mut [builder, second]);
    assert_eq!(
        short(&problems),
        [("reopens", Code::Negative, true, 3, vec![1, 3, 4]), ("reopens", Code::NotANumber, true, 2, vec![0, 2]),]
    );
}

#[test]
fn a_row_may_have_only_so_many_fields() {
    let mut builder = noting(Kind::Ticket);
    builder.begin();
    let refused = (0..600).find_map(|i| builder.set(&format!("own {i}"), &Input::Flag(true)).err());
    assert_eq!(refused.map(|error| error.code()), Some(Code::WrongType));
}

#[test]
fn a_problem_is_the_error_of_a_report_and_an_object_of_json() {
    let problems = of(&mut [rows(Kind::Survey, &json!([survey("S", &json!({ "score": 6 }))]))]);
    let error = problems[0].error();
    let place = (error.record_kind(), error.record_index(), error.field_name(), error.code());
    assert_eq!(place, (Some("survey"), Some(0), Some("score"), Code::OutOfScale));
    let text = problems[0].text.clone();
    assert_eq!(
        serde_json::to_value(&problems).unwrap(),
        json!([{
            "record": "survey", "field": "score", "code": "out_of_scale", "refused": true, "text": text, "count": 1,
            "examples": [{ "index": 0, "id": "S", "value": "6" }],
        }])
    );
}
