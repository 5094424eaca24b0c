//! What it costs to derive tickets from a log: 1,000,000 events of 125,000 tickets, from columns.
//!
//! `cargo bench -p kpi-core --bench derive` prints the time of one pass; divide by the events for nanoseconds an event.
#![allow(missing_docs, reason = "the macros of the harness make functions without texts")]

use std::borrow::Cow;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use kpi_core::derive::{DeriveRequest, Metric, Policy, derive};
use kpi_core::time::{Calendar, Hours, Schedule, WeekStart, Zone};
use kpi_core::{Bits, Column, Constant, Duration, Kind, Table};

const EVENTS: usize = 1_000_000;
const EACH: usize = 8;
/// 2026-01-01T00:00:00Z in µs.
const START: i64 = 1_767_225_600_000_000;
const MINUTE: i64 = 60_000_000;

const KINDS: [&str; 10] = [
    "created",
    "assigned",
    "customer_message",
    "agent_reply",
    "private_note",
    "pending",
    "priority",
    "transferred",
    "resolved",
    "reopened",
];
/// The kinds of the events of one ticket.
const STORY: [u32; EACH] = [0, 1, 3, 5, 2, 3, 8, 9];
const WORDS: [&str; 6] = ["customer", "agent", "urgent", "anna", "bela", "cleo"];

struct Log {
    at: Vec<i64>,
    ticket: Vec<u32>,
    kind: Vec<u32>,
    actor_kind: Vec<u32>,
    value: Vec<u32>,
    ids: Vec<String>,
    none: Vec<u8>,
}

impl Log {
    /// Tickets one after the other, or all at once in the order of time as a help desk exports them; or one ticket alone.
    fn new(mixed: bool, tickets: usize) -> Self {
        let mut events: Vec<(i64, usize, usize)> = Vec::with_capacity(EVENTS);
        let mut chance = 42u64;
        for ticket in 0..tickets {
            let mut at = START + ticket as i64 * MINUTE;
            for place in 0..EVENTS / tickets {
                chance ^= chance << 13;
                chance ^= chance >> 7;
                chance ^= chance << 17;
                at += (chance % 2000) as i64 * MINUTE;
                events.push((at, ticket, place));
            }
        }
        if mixed {
            events.sort_unstable();
        }
        Log {
            at: events.iter().map(|event| event.0).collect(),
            ticket: events.iter().map(|event| event.1 as u32).collect(),
            kind: events.iter().map(|event| STORY[event.2 % EACH]).collect(),
            actor_kind: events.iter().map(|event| u32::from(matches!(STORY[event.2 % EACH], 1 | 3 | 5 | 8))).collect(),
            value: events.iter().map(|event| 3 + (event.1 % 3) as u32).collect(),
            ids: (0..tickets).map(|id| format!("T-{id}")).collect(),
            none: vec![0; EVENTS.div_ceil(8)],
        }
    }

    fn table(&self, coded: bool) -> Table<'_> {
        let codes =
            |codes, words: &[&'static str]| Column::Codes { codes: Cow::Borrowed(codes), words: words.to_vec() };
        let ticket = if coded {
            Column::Codes { codes: Cow::Borrowed(&self.ticket), words: self.ids.iter().map(String::as_str).collect() }
        } else {
            Column::Words(self.ticket.iter().map(|&id| Some(self.ids[id as usize].as_str())).collect())
        };
        let null = Column::Ints { values: &self.at, valid: Some(Bits::new(&self.none, 0)) };
        Table::new(Kind::TicketEvent, EVENTS)
            .with("ticket", ticket)
            .with("at", Column::Ints { values: &self.at, valid: None })
            .with("kind", codes(&self.kind, &KINDS))
            .with("actor_kind", codes(&self.actor_kind, &WORDS))
            .with("actor", codes(&self.value, &WORDS))
            .with("value", codes(&self.value, &WORDS))
            .with("due_at", null.clone())
            .with("sequence", null)
    }
}

fn benches(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("derive");
    group.sample_size(10).throughput(Throughput::Elements(EVENTS as u64));
    let plain = DeriveRequest::new();
    let office = Hours::new().on(&WeekStart::ALL[..5], &[("09:00", "17:00")]).unwrap();
    let policy = |name| {
        Policy::new(name)
            .promise(Metric::FirstResponse, Duration::seconds(3600))
            .and_then(|policy| policy.promise(Metric::NextResponse, Duration::seconds(7200)))
            .and_then(|policy| policy.promise(Metric::Resolution, Duration::seconds(86_400)))
            .and_then(|policy| policy.pause(Metric::Resolution, "pending"))
            .unwrap()
    };
    let sla = DeriveRequest::new().policy(policy("gold").when("channel", &["email"])).policy(policy("standard"));
    let business = DeriveRequest::new()
        .calendar(Calendar::from(Schedule::new(Zone::utc(), office).unwrap()))
        .business_time()
        .policy(policy("standard").in_business_time());
    let channel = Table::new(Kind::Ticket, 0).with("channel", Column::Constant(Constant::Text("web".into())));
    for (name, mixed, coded, tickets, request) in [
        ("by_ticket", false, true, EVENTS / EACH, &plain),
        ("by_time", true, true, EVENTS / EACH, &plain),
        ("by_time_words", true, false, EVENTS / EACH, &plain),
        ("by_time_sla", true, true, EVENTS / EACH, &sla),
        ("by_time_business", true, true, EVENTS / EACH, &business),
        ("one_ticket", true, true, 1, &business),
    ] {
        let log = Log::new(mixed, tickets);
        let table = log.table(coded);
        group.bench_function(name, |bencher| {
            bencher.iter(|| derive(request, &[table.clone(), channel.clone()]).unwrap().findings().len());
        });
    }
    group.finish();
}

criterion_group!(all, benches);
criterion_main!(all);
