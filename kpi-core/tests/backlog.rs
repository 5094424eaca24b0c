//! The law of the backlog (ruling B24): backlog(to) = backlog(from) + created + reopened − resolved − ended otherwise,
//! over tickets and over status spans.

use kpi_core::time::Bucket;
use kpi_core::{Accumulator, Ask, Instant, Report, Request, StatusSpan, Ticket};
use proptest::prelude::*;

/// 2026-01-01T00:00:00Z in seconds.
const START: i64 = 1_767_225_600;
const DAYS: usize = 8;
const STATUSES: &[&str] =
    &["new", "open", "pending", "on_hold", "resolved", "closed", "canceled", "merged", "deleted", "spam"];

/// An instant on a grid of quarter days from the day before the window to the day after it, so that many fall on the
/// boundaries of buckets.
fn at(quarter: u32) -> Instant {
    Instant((START - 86_400 + i64::from(quarter) * 21_600) * 1_000_000)
}

fn request(flow: &str) -> Request {
    let window = Request::new().window("2026-01-01", "2026-01-09").unwrap().bucket(Bucket::Day);
    window.kpi(Ask::new("backlog")).kpi(Ask::new("clearance_rate").variant(flow))
}

/// A figure by day.
fn days(report: &Report, kpi: &str, figure: &str) -> Vec<i64> {
    let of = |row: &&kpi_core::ReportRow| row.kpi == kpi && row.value.figure == figure && row.bucket.is_some();
    report.rows.iter().filter(of).map(|row| row.value.number.unwrap() as i64).collect()
}

/// Each day's backlog is that of the day before and the day's net flow; the first day has `before` to begin with.
fn holds(report: &Report, before: i64) -> Result<(), TestCaseError> {
    let (backlog, flow) = (days(report, "backlog", "count"), days(report, "clearance_rate", "net_flow"));
    prop_assert_eq!((backlog.len(), flow.len()), (DAYS, DAYS));
    let expected: Vec<i64> = flow
        .iter()
        .scan(before, |all, flow| {
            *all += flow;
            Some(*all)
        })
        .collect();
    prop_assert_eq!(backlog, expected);
    Ok(())
}

prop_compose! {
    /// A ticket with some of its ends, in any order, and a status that may contradict them.
    fn ticket()(created in 0u32..40, ends in prop::array::uniform4(prop::option::weighted(0.3, 0u32..20)), status in prop::option::of(0..STATUSES.len()))
        -> Ticket
    {
        let end = |place: usize| ends[place].map(|after| at(created + after));
        Ticket {
            created_at: Some(at(created)),
            resolved_at: end(0),
            closed_at: end(1),
            canceled_at: end(2),
            deleted_at: end(3),
            status: status.map(|status| STATUSES[status].into()),
            ..Ticket::default()
        }
    }
}

prop_compose! {
    /// The statuses of a ticket, one after the other, some of them for no time at all.
    fn spans()(created in 0u32..30, steps in prop::collection::vec((0..STATUSES.len(), 0u32..8), 1..8)) -> Vec<StatusSpan> {
        let mut spans: Vec<StatusSpan> = Vec::new();
        let mut quarter = created;
        for (status, lasts) in steps {
            let status = STATUSES[status];
            if spans.last().is_some_and(|last| last.status.as_deref() == Some(status)) {
                continue;
            }
            let previous = spans.last_mut().and_then(|last| {
                last.to = Some(at(quarter));
                last.status.clone()
            });
            spans.push(StatusSpan {
                status: Some(status.into()),
                previous,
                from: Some(at(quarter)),
                created_at: Some(at(created)),
                ..StatusSpan::default()
            });
            quarter += lasts;
        }
        spans
    }
}

proptest! {
    #[test]
    fn of_tickets(mut tickets in prop::collection::vec(ticket(), 0..40)) {
        for (id, ticket) in tickets.iter_mut().enumerate() {
            ticket.id = Some(id.to_string());
            ticket.through_spans = Some(false);
        }
        let mut accumulator = Accumulator::new(&request("tickets")).unwrap();
        accumulator.rows(&tickets).unwrap();
        let report = accumulator.report().unwrap();
        // What was there at the start: tickets without an end before it, as the rule of balances has it.
        let start = Instant(START * 1_000_000);
        let before = tickets.iter().filter(|ticket| {
            let ends = [ticket.resolved_at, ticket.closed_at, ticket.canceled_at, ticket.deleted_at];
            let first = ends.into_iter().flatten().min_by_key(|end| end.0);
            let status = ticket.status.as_deref();
            let over = first.map_or(matches!(status, Some("resolved" | "closed" | "canceled" | "deleted")), |end| end.0 < start.0);
            ticket.created_at.unwrap().0 < start.0 && !over && !matches!(status, Some("merged" | "spam"))
        });
        holds(&report, before.count() as i64)?;
        let reasons = report.total("clearance_rate", "").unwrap().reasons.clone();
        let inside = |ticket: &&Ticket| (0..DAYS as i64 * 4).any(|quarter| ticket.created_at == Some(at(quarter as u32 + 4)));
        let merged = tickets.iter().filter(inside).filter(|ticket| ticket.status.as_deref() == Some("merged")).count();
        let counted = reasons.iter().find(|(reason, _)| reason.as_str() == "merged").map_or(0, |(_, n)| *n);
        prop_assert_eq!(counted, merged as u64, "a reason is counted once, though tickets are read twice");
    }

    #[test]
    fn of_spans(histories in prop::collection::vec(spans(), 0..25)) {
        let mut all = Vec::new();
        for (id, history) in histories.into_iter().enumerate() {
            all.extend(history.into_iter().map(|span| StatusSpan { ticket: Some(id.to_string()), ..span }));
        }
        let mut accumulator = Accumulator::new(&request("events")).unwrap();
        accumulator.rows(&all).unwrap();
        let report = accumulator.report().unwrap();
        let start = START * 1_000_000;
        let before = all.iter().filter(|span| {
            let open = matches!(span.status.as_deref(), Some("new" | "open" | "pending" | "on_hold"));
            open && span.from.unwrap().0 < start && span.to.is_none_or(|to| to.0 >= start)
        });
        holds(&report, before.count() as i64)?;
    }
}

/// A ticket whose log begins with its resolution was created and resolved at once, and one that begins as spam was
/// created and ended otherwise.
#[test]
fn what_begins_with_its_end_changes_no_backlog() {
    let span = |ticket: &str, status: &str| StatusSpan {
        ticket: Some(ticket.into()),
        status: Some(status.into()),
        from: Some(at(8)),
        created_at: Some(at(8)),
        ..StatusSpan::default()
    };
    let mut accumulator = Accumulator::new(&request("events")).unwrap();
    accumulator.rows(&[span("a", "resolved"), span("b", "closed"), span("c", "spam"), span("d", "new")]).unwrap();
    let report = accumulator.report().unwrap();
    let of = |figure| report.total("clearance_rate", figure).unwrap().value.number.unwrap() as i64;
    assert_eq!(["created", "resolved", "reopened", "net_flow", "rate"].map(of), [4, 2, 0, 1, 50]);
    assert_eq!(days(&report, "backlog", "count"), [0, 1, 1, 1, 1, 1, 1, 1]);
}

/// Tickets with status spans count through these, and the others by their own fields.
#[test]
fn a_ticket_counts_through_its_spans() {
    let request = Request::new().window("2026-01-01", "2026-01-09").unwrap();
    let request = request.kpi(Ask::new("backlog")).kpi(Ask::new("backlog").variant("actionable"));
    let ticket = |id: &str| serde_json::json!({ "id": id, "created_at": "2026-01-02T00:00:00Z" });
    let span = |status: &str, from: &str, to: Option<&str>| serde_json::json!({ "ticket": "a", "status": status, "from": from, "to": to, "created_at": "2026-01-02T00:00:00Z" });
    let mut tickets = kpi_core::rows::TableBuilder::new(kpi_core::Kind::Ticket);
    tickets.extend(serde_json::json!([ticket("a"), ticket("b")])).unwrap();
    let mut spans = kpi_core::rows::TableBuilder::new(kpi_core::Kind::StatusSpan);
    let from = "2026-01-05T00:00:00Z";
    spans
        .extend(serde_json::json!([span("open", "2026-01-02T00:00:00Z", Some(from)), span("pending", from, None)]))
        .unwrap();
    let report = kpi_core::report(&request, &[tickets.table(), spans.table()]).unwrap();
    let counts: Vec<_> = report.rows.iter().filter(|row| row.value.figure == "count").collect();
    let of = |row: &kpi_core::ReportRow| {
        let reasons: Vec<_> = row.reasons.iter().map(|(reason, n)| (reason.as_str(), *n)).collect();
        (row.variant, row.value.value.unwrap().to_string(), reasons)
    };
    // `b` by its own fields; `a` by its spans, which say that it is pending.
    assert_eq!(of(counts[0]), ("unresolved", "2".into(), vec![("through_spans", 1)]));
    assert_eq!(of(counts[1]), ("actionable", "1".into(), vec![("through_spans", 1)]));
    assert_eq!(report.total("backlog", "max").unwrap().value.value.unwrap().to_string(), "604800");
}

/// At `as_of` what happens then has happened; a ticket that is assigned later is nobody's, whoever has it now.
#[test]
fn as_of_ends_the_balance() {
    let tickets = serde_json::json!([
        { "id": "1", "created_at": "2026-01-02T00:00:00Z", "assignee": "ann", "first_assigned_at": "2026-01-04T00:00:00Z", "due_at": "2026-01-03T00:00:00Z" },
        { "id": "2", "created_at": "2026-01-02T12:00:00Z", "assignee": "ann", "first_assigned_at": "2026-01-02T13:00:00Z", "due_at": "2026-01-02T13:00:00Z" },
        { "id": "3", "created_at": "2026-01-02T18:00:00Z", "resolved_at": "2026-01-03T00:00:00Z" },
        { "id": "4", "created_at": "2026-01-03T00:00:00Z", "first_response_at": "2026-01-03T00:00:00Z", "due_at": "2026-01-02T00:00:00Z" }
    ]);
    let mut table = kpi_core::rows::TableBuilder::new(kpi_core::Kind::Ticket);
    table.extend(tickets).unwrap();
    let mut request: serde_json::Value =
        serde_json::json!({ "window": { "from": "2026-01-01", "to": "2026-01-09" }, "as_of": "2026-01-03" });
    let expected = [("unresolved", "3", "86400"), ("unassigned", "2", "86400"), ("overdue", "1", "43200")];
    for (variant, count, oldest) in expected {
        request["kpis"] = serde_json::json!([{ "kpi": "backlog", "variant": variant }]);
        let raw: kpi_core::RawRequest = serde_json::from_value(request.clone()).unwrap();
        let report = kpi_core::report(&Request::try_from(raw).unwrap(), &[table.table()]).unwrap();
        assert_eq!(report.headline("backlog").unwrap().to_string(), count, "{variant}");
        assert_eq!(report.total("backlog", "max").unwrap().value.value.unwrap().to_string(), oldest, "{variant}");
    }
}

/// How many tickets count through their spans does not depend on the status that they have now.
#[test]
fn the_status_of_now_does_not_matter_where_spans_are_given() {
    let request = Request::new().window("2026-01-01", "2026-01-09").unwrap();
    let request = request.kpi(Ask::new("backlog").variant("actionable"));
    let created = "2026-01-02T00:00:00Z";
    let report = |status: &str| {
        let mut tickets = kpi_core::rows::TableBuilder::new(kpi_core::Kind::Ticket);
        tickets.extend(serde_json::json!([{ "id": "a", "created_at": created, "status": status }])).unwrap();
        let mut spans = kpi_core::rows::TableBuilder::new(kpi_core::Kind::StatusSpan);
        spans
            .extend(serde_json::json!([{ "ticket": "a", "status": "open", "from": created, "created_at": created }]))
            .unwrap();
        kpi_core::report(&request, &[tickets.table(), spans.table()]).unwrap()
    };
    for status in ["open", "pending", "on_hold"] {
        let report = report(status);
        let row = report.total("backlog", "count").unwrap();
        assert_eq!(row.value.value.unwrap().to_string(), "1", "{status}");
        assert_eq!((row.reasons[0].0.as_str(), row.reasons[0].1), ("through_spans", 1), "{status}");
    }
}
