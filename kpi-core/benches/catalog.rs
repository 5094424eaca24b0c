//! What each KPI costs a record from columns, and what a whole report costs, over 1,000,000 records of each kind.
//!
//! `cargo bench -p kpi-core` prints the time of one pass; divide by the records for nanoseconds a record.
#![allow(missing_docs, reason = "the macros of the harness make functions without texts")]

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use kpi_core::time::Bucket;
use kpi_core::{Accumulator, Ask, Bits, CATALOG, Column, Constant, Kind, Request, Table, Type};

const RECORDS: usize = 1_000_000;
/// 2026-01-01T00:00:00Z in µs.
const START: i64 = 1_767_225_600_000_000;
const SECOND: i64 = 1_000_000;
const DAY: i64 = 86_400 * SECOND;

/// A small generator with a fixed seed: the same records every time.
struct Chance(u64);

impl Chance {
    fn below(&mut self, n: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % n
    }
}

struct Data {
    created: Vec<i64>,
    answered: Vec<i64>,
    later: Vec<i64>,
    some: Vec<u8>,
    none: Vec<u8>,
    small: Vec<i64>,
    score: Vec<i64>,
    channel: Vec<u32>,
    status: Vec<u32>,
    ids: Vec<String>,
}

impl Data {
    fn new() -> Self {
        let mut chance = Chance(42);
        let mut data = Data {
            created: Vec::new(),
            answered: Vec::new(),
            later: Vec::new(),
            some: vec![0; RECORDS.div_ceil(8)],
            none: vec![0; RECORDS.div_ceil(8)],
            small: Vec::new(),
            score: Vec::new(),
            channel: Vec::new(),
            status: Vec::new(),
            ids: (0..RECORDS).map(|i| i.to_string()).collect(),
        };
        for i in 0..RECORDS {
            let created = START + chance.below(180 * DAY as u64) as i64;
            data.created.push(created);
            data.answered.push(created + chance.below(DAY as u64) as i64);
            data.later.push(created + 1 + chance.below(DAY as u64) as i64);
            data.some[i / 8] |= u8::from(chance.below(20) > 0) << (i % 8);
            data.small.push(chance.below(6) as i64);
            data.score.push(1000 + 1000 * chance.below(5) as i64);
            data.channel.push(chance.below(5) as u32);
            data.status.push(chance.below(4) as u32);
        }
        data
    }

    /// A table with every field that any KPI needs.
    fn table(&self, kind: Kind) -> Table<'_> {
        let mut table = self.filled(kind);
        let valid = Some(Bits::new(&self.none, 0));
        for name in CATALOG.iter().flat_map(|entry| [entry.fields(kind).0, entry.derived(kind)].concat()) {
            let Some(field) = kind.field(name).filter(|_| !table.columns().any(|(own, _)| own == name)) else {
                continue;
            };
            table.set(
                name,
                match field.of {
                    Type::Flag => Column::Constant(Constant::Flag(false)),
                    Type::Text | Type::Tags => Column::Constant(Constant::Text("a".into())),
                    Type::Instant => Column::Ints { values: &self.created, valid },
                    _ => Column::Ints { values: &self.small, valid: None },
                },
            );
        }
        table
    }

    fn filled(&self, kind: Kind) -> Table<'_> {
        let valid = Some(Bits::new(&self.some, 0));
        let all = |values| Column::Ints { values, valid: None };
        let some = |values| Column::Ints { values, valid };
        let codes = |codes, words: &[&'static str]| Column::Codes {
            codes: std::borrow::Cow::Borrowed(codes),
            words: words.to_vec(),
        };
        let none = Column::Ints { values: &self.created, valid: Some(Bits::new(&self.none, 0)) };
        let constant = |text: &str| Column::Constant(Constant::Text(text.into()));
        let flag = |flag| Column::Constant(Constant::Flag(flag));
        let channel = codes(&self.channel, &["phone", "email", "chat", "social", "web"]);
        let id = Column::Words(self.ids.iter().map(|id| Some(id.as_str())).collect());
        let table = Table::new(kind, RECORDS).with("id", id).with("channel", channel);
        match kind {
            Kind::Ticket => table
                .with("created_at", all(&self.created))
                .with("first_response_at", some(&self.answered))
                .with("resolved_at", some(&self.answered))
                .with("canceled_at", none.clone())
                .with("escalated_at", none.clone())
                .with("next_case_at", none.clone())
                .with("next_purchase_at", none.clone())
                .with("complaint", flag(true))
                .with("through_spans", flag(false))
                .with("next_case_after_resolution_at", none.clone())
                .with("requester_wait", some(&self.small))
                .with("first_assigned_at", some(&self.answered))
                .with("agent_wait", some(&self.small))
                .with("handover_at", none.clone())
                .with("first_resolved_at", some(&self.answered))
                .with("due_at", some(&self.answered))
                .with("value", some(&self.small))
                .with("currency", constant("EUR"))
                .with("type", codes(&self.status, &["billing", "delivery", "technical", "question"]))
                .with("first_assignee", codes(&self.channel, &["ana", "bo", "chris", "dora", "emil"]))
                .with("agent_replies", all(&self.small))
                .with("customer_messages", all(&self.small))
                .with("agent_changes", some(&self.small))
                .with("distinct_agents", some(&self.small))
                .with("reopens", some(&self.small))
                .with("account", constant("A"))
                .with("status", codes(&self.status, &["open", "pending", "resolved", "closed"])),
            Kind::Contact => table
                .with("queued_at", all(&self.created))
                .with("answered_at", some(&self.answered))
                .with("ended_at", all(&self.answered))
                .with("outcome", constant("answered"))
                .with("abandon_step", constant(""))
                .with("resolved", flag(true))
                .with("through_legs", flag(false))
                .with("next_case_at", none.clone())
                .with("next_purchase_at", none)
                .with("transfers", all(&self.small))
                .with("account", constant("A"))
                .with("talk", some(&self.small))
                .with("hold", some(&self.small))
                .with("wrap_up", some(&self.small)),
            Kind::Leg => {
                let mut legs = Table::new(kind, RECORDS);
                for (name, column) in [
                    ("contact", table_id(&self.ids)),
                    ("agent", constant("Ada")),
                    ("from", all(&self.created)),
                    ("to", all(&self.answered)),
                    ("talk", some(&self.small)),
                    ("hold", some(&self.small)),
                    ("wrap_up", some(&self.small)),
                ] {
                    legs.set(name, column);
                }
                legs
            }
            Kind::Survey => table
                .with("kind", constant("csat"))
                .with("scale_min", Column::Constant(Constant::Int(0)))
                .with("scale_max", Column::Constant(Constant::Int(10)))
                .with("score", some(&self.score))
                .with("answer", flag(true))
                .with("account", Column::Words(self.ids.iter().map(|id| Some(&id[..id.len() / 2 + 1])).collect()))
                .with("agent", constant("Ada"))
                .with("delivered_at", all(&self.created))
                .with("account_ended_at", none)
                .with("submitted_at", all(&self.created)),
            Kind::Account => {
                let mut accounts = Table::new(kind, RECORDS);
                for (name, column) in [
                    ("id", table_id(&self.ids)),
                    ("started_at", all(&self.created)),
                    ("ended_at", some(&self.answered)),
                ] {
                    accounts.set(name, column);
                }
                accounts
            }
            Kind::Conversion => {
                let mut conversions = Table::new(kind, RECORDS);
                for (name, column) in [
                    ("id", table_id(&self.ids)),
                    ("at", all(&self.created)),
                    ("kind", constant("purchase")),
                    ("amount", all(&self.score)),
                    ("currency", constant("EUR")),
                    ("canceled_at", none.clone()),
                    ("account", table_id(&self.ids)),
                    ("refunded", flag(false)),
                    ("first_purchase_at", all(&self.created)),
                ] {
                    conversions.set(name, column);
                }
                conversions
            }
            Kind::Subscription => {
                let mut subscriptions = Table::new(kind, RECORDS);
                for (name, column) in [
                    ("account", table_id(&self.ids)),
                    ("started_at", all(&self.created)),
                    ("ended_at", some(&self.answered)),
                    ("mrr", all(&self.score)),
                    ("currency", constant("EUR")),
                    ("customer_since", all(&self.created)),
                ] {
                    subscriptions.set(name, column);
                }
                subscriptions
            }
            Kind::LedgerEntry => {
                let mut entries = Table::new(kind, RECORDS);
                entries.set("at", all(&self.created));
                entries.set("kind", constant("cost"));
                entries.set("amount", all(&self.score));
                entries.set("currency", constant("EUR"));
                entries
            }
            _ => {
                let mut records = Table::new(kind, RECORDS);
                for (name, column) in [
                    ("id", table_id(&self.ids)),
                    ("agent", codes(&self.channel, &["ana", "bo", "chris", "dora", "emil"])),
                    ("employee", codes(&self.channel, &["ana", "bo", "chris", "dora", "emil"])),
                    ("account", table_id(&self.ids)),
                    ("state", constant("available")),
                    ("kind", constant(if kind == Kind::Session { "chatbot" } else { "helping" })),
                    ("sentiment", codes(&self.status, &["positive", "neutral", "negative", ""])),
                    ("criterion", constant("greeting")),
                    ("stars", some(&self.score)),
                    ("mark", all(&self.score)),
                    ("score", some(&self.score)),
                    ("from", all(&self.created)),
                    ("to", all(&self.later)),
                    ("at", all(&self.created)),
                    ("started_at", all(&self.created)),
                    ("posted_at", all(&self.created)),
                    ("published_at", all(&self.created)),
                    ("reviewed_at", all(&self.created)),
                    ("submitted_at", all(&self.created)),
                    ("hired_at", all(&self.created)),
                    ("left_at", some(&self.later)),
                    ("views", all(&self.small)),
                ] {
                    if kind.field(name).is_some() {
                        records.set(name, column);
                    }
                }
                records
            }
        }
    }
}

fn table_id(ids: &[String]) -> Column<'_> {
    Column::Words(ids.iter().map(|id| Some(id.as_str())).collect())
}

fn window() -> Request {
    Request::new().window("2026-01-01", "2026-07-01").unwrap()
}

/// One pass over a KPI's records, from an empty accumulator to the cells.
fn pass(request: &Request, tables: &[Table<'_>]) -> Accumulator {
    let mut accumulator = Accumulator::new(request).unwrap();
    for table in tables {
        accumulator.push(table).unwrap();
    }
    accumulator
}

fn each_kpi(c: &mut Criterion) {
    let data = Data::new();
    let mut group = c.benchmark_group("kpi");
    group.sample_size(10);
    for entry in CATALOG {
        let spec = entry.spec();
        let mut ask = Ask::new(spec.id).variant(spec.variant);
        if spec.parameters.iter().any(|parameter| parameter.name == "kind") {
            ask = ask.parameter("kind", "csat".into());
        }
        let tables: Vec<Table<'_>> = entry.records().iter().map(|(kind, _)| data.table(*kind)).collect();
        group.throughput(Throughput::Elements((RECORDS * tables.len()) as u64));
        let request = window().kpi(ask);
        group.bench_function(format!("{} {}", spec.id, spec.variant), |b| b.iter(|| pass(&request, &tables)));
    }
    group.finish();
}

fn whole_reports(c: &mut Criterion) {
    let data = Data::new();
    let tickets = [data.table(Kind::Ticket)];
    let mut group = c.benchmark_group("report");
    group.sample_size(10);
    group.throughput(Throughput::Elements(RECORDS as u64));
    let request = window().bucket(Bucket::Month).by("channel").kpi(Ask::new("first_response_time"));
    group.bench_function("first response time by month and channel", |b| {
        b.iter(|| pass(&request, &tickets).report().unwrap())
    });
    group.bench_function("the same with duplicate ids checked", |b| {
        b.iter(|| kpi_core::report(&request, &tickets).unwrap())
    });
    let request = request
        .kpi(Ask::new("first_response_within_target"))
        .kpi(Ask::new("customer_effort_score").variant("by_interactions"));
    group.bench_function("three ticket KPIs by month and channel", |b| {
        b.iter(|| pass(&request, &tickets).report().unwrap())
    });
    // Every KPI that reads tickets alone, in every variant; the time by their number is what one costs.
    let asked: Vec<_> = CATALOG
        .iter()
        .filter(|entry| !entry.reads_any() && entry.records().iter().all(|(kind, _)| *kind == Kind::Ticket))
        .collect();
    let (mut all, mut by_month) = (window(), window().bucket(Bucket::Month).by("channel"));
    for spec in asked.iter().map(|entry| entry.spec()) {
        all = all.kpi(Ask::new(spec.id).variant(spec.variant));
        by_month = by_month.kpi(Ask::new(spec.id).variant(spec.variant));
    }
    let title = |of: &str| format!("all {} KPIs of tickets, {of}", asked.len());
    group.bench_function(title("half a year"), |b| b.iter(|| pass(&all, &tickets).report().unwrap()));
    group.bench_function(title("by month and channel"), |b| b.iter(|| pass(&by_month, &tickets).report().unwrap()));
    let rows: Vec<kpi_core::Ticket> = (0..RECORDS)
        .map(|i| kpi_core::Ticket {
            id: Some(data.ids[i].clone()),
            channel: Some("phone".into()),
            created_at: Some(kpi_core::Instant(data.created[i])),
            first_response_at: Some(kpi_core::Instant(data.answered[i])),
            agent_replies: Some(data.small[i] as u32),
            ..kpi_core::Ticket::default()
        })
        .collect();
    group.bench_function("three ticket KPIs from typed rows", |b| {
        b.iter(|| {
            let mut accumulator = Accumulator::new(&request).unwrap();
            accumulator.rows(&rows).unwrap();
            accumulator.report().unwrap()
        });
    });
    group.finish();
}

criterion_group!(benches, each_kpi, whole_reports);
criterion_main!(benches);
