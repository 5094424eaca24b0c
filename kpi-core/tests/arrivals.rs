//! The time that an arrival profile divides by, held against a clock that is read minute by minute.

use kpi_core::time::{Calendar, Hours, Schedule, WeekStart, Zone};
use kpi_core::{Accumulator, Ask, Given, Instant, Request, Ticket};
use proptest::prelude::*;
use rust_decimal::Decimal;

const MINUTE: i64 = 60_000_000;
const HOUR: i64 = 60 * MINUTE;
/// 2026-03-16T00:00:00Z, a Monday.
const START: i64 = 1_773_619_200_000_000;
const WEEKDAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/// Clocks that go forward and back in the window: by an hour, by half an hour; over midnight; one that never does.
fn zones() -> Vec<Zone> {
    let day = |days: i64, hours: i64| START + (days * 24 + hours) * HOUR;
    let change = |first: i32, second: i32, at: i64| {
        Zone::table("Here", "by hand", first, vec![(at, second), (at + 20 * 24 * HOUR, first)]).unwrap()
    };
    vec![
        change(3600, 7200, day(13, 1)),
        change(39_600, 37_800, day(20, 15)),
        change(37_800, 39_600, day(20, 16)),
        change(-10_800, -14_400, day(9, 3)),
        change(-10_800, -7200, day(9, 3)),
        Zone::fixed(20_700).unwrap(),
    ]
}

fn request(zone: &Zone, from: i64, to: i64) -> Request {
    let text = |at: i64| Instant(at).to_string();
    let request = Request::new().zone(zone.clone()).window(&text(from), &text(to)).unwrap();
    request.kpi(Ask::new("arrival_profile"))
}

proptest! {
    #[test]
    fn cells_divide_by_the_minutes_that_the_clock_shows(from in 0i64..40 * 1440, minutes in 1i64..30 * 1440, known in prop::option::of(0i64..30 * 1440), zone in prop::sample::select(zones()), holidays in prop::collection::vec(-1i64..45, 0..4)) {
        let (from, to) = (START + from * MINUTE, START + (from + minutes) * MINUTE);
        let day = |day: i64| START / (24 * HOUR) + day;
        let mut open = Hours::new().on(WeekStart::ALL, &[("09:00", "17:00")]).unwrap();
        for &holiday in &holidays {
            open = open.holiday(&Instant(day(holiday) * 24 * HOUR).to_string()[..10]).unwrap();
        }
        let mut request = request(&zone, from, to).calendar(Calendar::from(Schedule::new(Zone::utc(), open).unwrap()));
        let mut end = to;
        if let Some(known) = known {
            request = request.as_of(Instant(from + known * MINUTE));
            end = to.min(from + known * MINUTE);
        }
        // How many minutes each cell has; in its first one something arrives.
        let (mut cells, mut tickets) = (vec![0i64; 168], Vec::new());
        for at in (from..end).step_by(MINUTE as usize) {
            let local = zone.to_local(at);
            if !holidays.iter().any(|&holiday| day(holiday) == local.div_euclid(24 * HOUR)) {
                let cell = &mut cells[(local.div_euclid(HOUR) - START / HOUR).rem_euclid(168) as usize];
                if *cell == 0 {
                    tickets.push(ticket(&at.to_string(), &Instant(at).to_string()));
                }
                *cell += 1;
            }
        }
        let mut accumulator = Accumulator::new(&request).unwrap();
        accumulator.rows(&tickets).unwrap();
        let report = accumulator.report().unwrap();
        let rows: Vec<_> = report.rows.iter().map(|row| &row.value).collect();
        let of = |name: &str| *rows.iter().find(|value| value.figure == name).unwrap();
        let shown = rows.iter().filter(|value| WEEKDAYS.iter().any(|day| value.figure.starts_with(day)));
        for (value, &minutes) in shown.zip(&cells) {
            // One arrival in so many minutes: 60 ÷ minutes in an hour.
            let hourly = value.numerator.zip(value.denominator).map(|(n, of)| n * Decimal::from(minutes) == of * Decimal::from(60));
            prop_assert_eq!(hourly, (minutes > 0).then_some(true), "{}: {:?}", value.figure, minutes);
            prop_assert_eq!(value.sample, u64::from(minutes > 0));
        }
        let least = cells.iter().copied().filter(|&minutes| minutes > 0).min();
        let peak = of("peak");
        let highest = peak.numerator.zip(peak.denominator).map(|(n, of)| n * Decimal::from(least.unwrap_or(0)) == of * Decimal::from(60));
        prop_assert_eq!(highest, least.map(|_| true));
        for figure in ["peak", "arrivals", "mean"] {
            prop_assert_eq!(of(figure).sample, tickets.len() as u64, "{}", figure);
        }
    }
}

fn ticket(id: &str, at: &str) -> Ticket {
    Ticket {
        id: Some(id.into()),
        created_at: Some(at.parse().unwrap()),
        through_spans: Some(false),
        ..Ticket::default()
    }
}

fn figure(request: &Request, tickets: &[Ticket], name: &str) -> Option<String> {
    let mut accumulator = Accumulator::new(request).unwrap();
    accumulator.rows(tickets).unwrap();
    accumulator.report().unwrap().total("arrival_profile", name).unwrap().value.value.map(|value| value.to_string())
}

/// A date is a holiday where any schedule has it, and counts as its weekday where that is asked for.
#[test]
fn holidays_of_any_schedule_are_apart() {
    let open = |holiday: &str| {
        let hours = Hours::new().on(WeekStart::ALL, &[("09:00", "17:00")]).unwrap().holiday(holiday).unwrap();
        Schedule::new(Zone::utc(), hours).unwrap()
    };
    let schedules = [("a".to_string(), open("2026-03-16")), ("b".to_string(), open("2026-03-23"))];
    let calendar = Calendar::by("team", schedules.into_iter().collect(), None).unwrap();
    let tickets = [
        ticket("1", "2026-03-16T09:10:00Z"),
        ticket("2", "2026-03-23T09:20:00Z"),
        ticket("3", "2026-03-30T09:00:00Z"),
        ticket("4", "2026-03-30T09:59:59.999999Z"),
    ];
    let plain = request(&Zone::utc(), START, START + 21 * 24 * HOUR).calendar(calendar.clone());
    let of = |name: &str| figure(&plain, &tickets, name).unwrap();
    assert_eq!((of("peak"), of("arrivals"), of("holiday_arrivals")), ("2".into(), "2".into(), "2".into()));
    assert_eq!((of("peak_weekday"), of("peak_hour"), of("monday_09")), ("1".into(), "9".into(), "2".into()));
    let mut together = Request::new().window("2026-03-16", "2026-04-06").unwrap().calendar(calendar);
    together = together.kpi(Ask::new("arrival_profile").parameter("holidays", Given::Text("together".into())));
    let of = |name: &str| figure(&together, &tickets, name).unwrap();
    assert_eq!((of("monday_09"), of("holiday_arrivals")), ("1.333333333".into(), "0".into()));
    // 4 arrivals in 3 × 168 hours.
    assert_eq!(of("mean"), "0.007936508");
}

/// Pieces of hours, and seconds of them: 36 s are a hundredth of an hour.
#[test]
fn a_piece_of_an_hour_counts_as_that_piece() {
    let piece = |tickets: &[Ticket], seconds: i64| {
        figure(&request(&Zone::utc(), START, START + seconds * 1_000_000), tickets, "peak").unwrap()
    };
    let one = [ticket("1", "2026-03-16T00:00:10Z")];
    assert_eq!([36, 1800, 3600].map(|seconds| piece(&one, seconds)), ["100", "2", "1"]);
    // Whole hours stay counts of hours.
    let request = request(&Zone::utc(), START, START + 15 * 24 * HOUR);
    let mut accumulator = Accumulator::new(&request).unwrap();
    accumulator.rows(&one).unwrap();
    let report = accumulator.report().unwrap();
    let monday = &report.total("arrival_profile", "monday_00").unwrap().value;
    let fraction = [monday.numerator, monday.denominator].map(|side| side.unwrap().to_string());
    assert_eq!((fraction, monday.sample), (["1".into(), "3".into()], 1));
}
