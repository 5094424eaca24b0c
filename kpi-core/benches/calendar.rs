//! What business time costs: 10,000,000 intervals over ten years, and making a schedule over all changes of a clock.
//!
//! `cargo bench -p kpi-core --bench calendar` prints the time of one pass.
#![allow(missing_docs, reason = "the macros of the harness make functions without texts")]

use std::hint::black_box;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use kpi_core::time::{Hours, Schedule, WeekStart, Zone};

const INTERVALS: usize = 10_000_000;
/// 2016-01-01T00:00:00Z in µs.
const START: i64 = 1_451_606_400_000_000;
const DAY: i64 = 86_400_000_000;

/// New York's kind of clock over 200 years: every year forward on a day in March, and back on a day in November.
fn zone() -> Zone {
    let changes = (1900..2100).flat_map(|year: i64| {
        let new_year = (year - 1970) * 365 * DAY + (year - 1969).div_euclid(4) * DAY;
        [(new_year + 70 * DAY, -14_400), (new_year + 308 * DAY, -18_000)]
    });
    Zone::table("America/Somewhere", "made for the bench", -18_000, changes.collect()).unwrap()
}

/// Split shifts on five days, ten holidays a year, and a special day.
fn hours() -> Hours {
    let shifts = [("09:00", "12:00"), ("13:00", "17:00")];
    let mut hours = Hours::new().on(&WeekStart::ALL[..5], &shifts).unwrap();
    for year in 2016..2036 {
        for day in ["01-01", "01-06", "04-10", "05-01", "05-20", "06-01", "07-04", "10-03", "12-25", "12-26"] {
            hours = hours.holiday(&format!("{year}-{day}")).unwrap();
        }
        hours = hours.special_day(&format!("{year}-12-24"), &[("09:00", "12:00")]).unwrap();
    }
    hours
}

/// Starts over ten years and lengths of up to ten days, from a small generator with a fixed seed.
fn intervals() -> Vec<(i64, i64)> {
    let mut state = 42_u64;
    let mut below = |n: i64| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (state % n as u64) as i64
    };
    (0..INTERVALS).map(|_| (START + below(3650 * DAY), below(10 * DAY))).collect()
}

fn calendar(c: &mut Criterion) {
    let (zone, hours) = (zone(), hours());
    let mut group = c.benchmark_group("calendar");
    group.sample_size(10);
    group.bench_function("make", |b| b.iter(|| Schedule::new(zone.clone(), hours.clone()).unwrap()));
    let schedule = Schedule::new(zone, hours).unwrap();
    let intervals = intervals();
    group.throughput(Throughput::Elements(INTERVALS as u64));
    group.bench_function("elapsed", |b| {
        b.iter(|| intervals.iter().fold(0, |sum, (from, length)| sum ^ schedule.elapsed(*from, from + length)))
    });
    group.bench_function("deadline", |b| {
        b.iter(|| intervals.iter().fold(0, |sum, (from, length)| sum ^ schedule.deadline(*from, length / 4).unwrap()))
    });
    group.bench_function("is_open", |b| {
        b.iter(|| intervals.iter().filter(|(from, _)| schedule.is_open(black_box(*from))).count())
    });
    group.finish();
}

criterion_group!(benches, calendar);
criterion_main!(benches);
