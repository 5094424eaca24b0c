//! Business calendars: against Python's zoneinfo (`vectors/calendar.json`), numbers by hand, laws, and a reference that
//! looks at every minute.

use std::sync::LazyLock;

use kpi_core::Code;
use kpi_core::time::{
    Calendar, Hours, Schedule, WeekStart, Zone, deadline_along, elapsed_along, format_instant, parse_instant,
    parse_rfc3339,
};
use proptest::prelude::*;
use serde_json::{Value, json};

const MINUTE: i64 = 60_000_000;
const HOUR: i64 = 60 * MINUTE;
const DAY: i64 = 24 * HOUR;
const WORKDAYS: &[WeekStart] = WeekStart::ALL.split_at(5).0;
const NINE_TO_FIVE: &[(&str, &str)] = &[("09:00", "17:00")];

fn at(text: &str) -> i64 {
    parse_rfc3339(text).unwrap()
}

/// Tables of zoneinfo from 2000 to 2035, and of São Paulo by hand.
static ZONES: LazyLock<Vec<Zone>> = LazyLock::new(|| {
    let file: Value = serde_json::from_str(include_str!("../../vectors/time.json")).unwrap();
    let tables = file["zones"].as_array().unwrap().iter();
    let mut zones: Vec<Zone> = tables.map(|case| serde_json::from_value(case["zone"].clone()).unwrap()).collect();
    let changes = vec![(at("2017-10-15T03:00:00Z"), -7200), (at("2018-02-18T02:00:00Z"), -10_800)];
    zones.push(Zone::table("America/Sao_Paulo", "by hand", -10_800, changes).unwrap());
    zones
});

fn zone(name: &str) -> Zone {
    ZONES.iter().find(|zone| zone.name() == name).unwrap().clone()
}

fn schedule(zone: &Zone, days: &[WeekStart], shifts: &[(&str, &str)]) -> Schedule {
    Schedule::new(zone.clone(), Hours::new().on(days, shifts).unwrap()).unwrap()
}

fn read(value: Value) -> kpi_core::Result<Calendar> {
    Calendar::read(&serde_json::from_value(value).unwrap(), &Zone::utc())
}

/// Whole minutes of open time between two instants.
fn minutes(schedule: &Schedule, from: &str, to: &str) -> i64 {
    let elapsed = schedule.elapsed(at(from), at(to));
    assert_eq!(elapsed % MINUTE, 0);
    assert_eq!(schedule.elapsed(at(to), at(from)), -elapsed);
    elapsed / MINUTE
}

#[test]
fn every_case_gives_the_expected_instants() {
    let file: Value = serde_json::from_str(include_str!("../../vectors/calendar.json")).unwrap();
    let us = |value: &Value| at(value.as_str().unwrap());
    let rows = |case: &Value, key: &str| case.get(key).and_then(Value::as_array).cloned().unwrap_or_default();
    let mut asked = [0, 0, 0];
    for case in file["cases"].as_array().unwrap() {
        let zone = match &file["zones"][case["zone"].as_str().unwrap()] {
            Value::Null => Zone::named(case["zone"].as_str().unwrap()).unwrap(),
            table => serde_json::from_value(table.clone()).unwrap(),
        };
        let calendar = Calendar::read(&serde_json::from_value(case["calendar"].clone()).unwrap(), &zone).unwrap();
        let schedule = calendar.schedule(case.get("schedule").and_then(Value::as_str)).unwrap();
        for row in rows(case, "elapsed") {
            asked[0] += 1;
            assert_eq!(schedule.elapsed(us(&row[0]), us(&row[1])), row[2].as_i64().unwrap(), "{} {row}", case["name"]);
        }
        for row in rows(case, "deadline") {
            asked[1] += 1;
            let found = schedule.deadline(us(&row[0]), row[1].as_i64().unwrap()).unwrap();
            assert_eq!(found, us(&row[2]), "{} {row}, found {}", case["name"], format_instant(found));
        }
        for row in rows(case, "open") {
            asked[2] += 1;
            assert_eq!(schedule.is_open(us(&row[0])), row[1].as_bool().unwrap(), "{} {row}", case["name"]);
        }
    }
    assert!(asked.iter().all(|&asked| asked > 400), "{asked:?}");
    for case in file["errors"].as_array().unwrap() {
        let error = read(case["calendar"].clone()).unwrap_err();
        assert_eq!(
            (error.code().as_str(), error.field_name()),
            (case["code"].as_str().unwrap(), case["field"].as_str())
        );
    }
}

#[test]
fn a_weekend_with_a_change_of_the_clock() {
    let office = schedule(&zone("America/New_York"), WORKDAYS, NINE_TO_FIVE);
    assert_eq!((at("2024-03-11T14:00:00Z") - at("2024-03-08T20:00:00Z")) / MINUTE, 3960);
    assert_eq!(minutes(&office, "2024-03-08T20:00:00Z", "2024-03-11T14:00:00Z"), 180);
    assert_eq!((at("2024-11-04T15:00:00Z") - at("2024-11-01T19:00:00Z")) / MINUTE, 4080);
    assert_eq!(minutes(&office, "2024-11-01T19:00:00Z", "2024-11-04T15:00:00Z"), 180);
}

#[test]
fn a_holiday_takes_away_the_shifts_that_start_on_it() {
    let hours = Hours::new().on(WORKDAYS, NINE_TO_FIVE).unwrap().holiday("2024-05-27").unwrap();
    let office = Schedule::new(zone("America/New_York"), hours).unwrap();
    assert_eq!((at("2024-05-28T14:00:00Z") - at("2024-05-24T20:00:00Z")) / MINUTE, 5400);
    assert_eq!(minutes(&office, "2024-05-24T20:00:00Z", "2024-05-28T14:00:00Z"), 120);
    // The tail of the shift before the holiday stays.
    let nights = Hours::new().on(WeekStart::ALL, &[("22:00", "06:00")]).unwrap().holiday("2024-05-27").unwrap();
    let nights = Schedule::new(Zone::utc(), nights).unwrap();
    assert_eq!(minutes(&nights, "2024-05-27T00:00:00Z", "2024-05-28T00:00:00Z"), 360);
    assert_eq!(minutes(&nights, "2024-05-28T00:00:00Z", "2024-05-29T00:00:00Z"), 120);
}

#[test]
fn a_change_in_the_middle_of_a_week_holds_from_its_day_on() {
    // Cairo went to summer time on Friday 2024-04-26: an hour of Thursday and one of Friday.
    let office = schedule(&zone("Africa/Cairo"), WeekStart::ALL, NINE_TO_FIVE);
    assert_eq!(minutes(&office, "2024-04-25T14:00:00Z", "2024-04-26T07:00:00Z"), 120);
}

#[test]
fn hours_over_a_change_of_the_clock_are_as_long_as_they_are() {
    let early = schedule(&zone("America/New_York"), &[WeekStart::Sunday], &[("01:00", "05:00")]);
    assert_eq!(minutes(&early, "2024-03-10T00:00:00Z", "2024-03-11T00:00:00Z"), 180);
    assert_eq!(minutes(&early, "2024-11-03T00:00:00Z", "2024-11-04T00:00:00Z"), 300);
    assert_eq!(minutes(&early, "2024-11-10T00:00:00Z", "2024-11-11T00:00:00Z"), 240);
}

#[test]
fn a_schedule_is_read_by_the_offset_of_its_time() {
    // Last winter's hours are an hour later in UTC than today's.
    let office = schedule(&zone("Europe/Berlin"), WORKDAYS, NINE_TO_FIVE);
    assert!(!office.is_open(at("2026-01-15T07:30:00Z")) && office.is_open(at("2026-07-15T07:30:00Z")));
    assert!(office.is_open(at("2026-01-15T15:30:00Z")) && !office.is_open(at("2026-07-15T15:30:00Z")));
}

#[test]
fn a_deadline_at_closing_time_is_closing_time() {
    let office = schedule(&Zone::utc(), WORKDAYS, NINE_TO_FIVE);
    let nine = at("2024-03-08T09:00:00Z");
    let closing = at("2024-03-08T17:00:00Z");
    assert_eq!(office.deadline(nine, 8 * HOUR), Ok(closing));
    assert_eq!(office.deadline(nine, 8 * HOUR + 1), Ok(at("2024-03-11T09:00:00Z") + 1));
    assert_eq!(office.deadline(nine, 40 * HOUR), Ok(at("2024-03-14T17:00:00Z")));
    assert!(office.is_open(closing - 1) && !office.is_open(closing) && office.is_open(nine));
    // No time at all passes at once, also while it is closed.
    let night = at("2024-03-09T03:00:00Z");
    assert_eq!(office.deadline(night, 0), Ok(night));
    assert_eq!(office.deadline(night, -1).unwrap_err().code(), Code::Negative);
}

#[test]
fn a_reply_outside_hours_after_a_creation_at_the_weekend_took_no_time() {
    let office = schedule(&Zone::utc(), WORKDAYS, NINE_TO_FIVE);
    assert_eq!(minutes(&office, "2024-03-09T10:00:00Z", "2024-03-10T20:00:00Z"), 0);
}

#[test]
fn no_length_is_too_long() {
    let office = schedule(&Zone::utc(), WORKDAYS, NINE_TO_FIVE);
    // 52 weeks and 40 years: 2024-03-11 and 2064-03-10 are both Mondays, 14,609 days apart, 2,087 weeks.
    assert_eq!(minutes(&office, "2024-03-11T00:00:00Z", "2025-03-10T00:00:00Z"), 52 * 2400);
    assert_eq!(minutes(&office, "2024-03-11T00:00:00Z", "2064-03-10T00:00:00Z"), 2087 * 2400);
    assert_eq!(office.deadline(at("2024-03-11T00:00:00Z"), 2087 * 40 * HOUR), Ok(at("2064-03-07T17:00:00Z")));
}

#[test]
fn split_shifts_overnight_hours_and_whole_days() {
    let lunch = schedule(&Zone::utc(), WORKDAYS, &[("09:00", "12:00"), ("13:00", "17:00")]);
    assert_eq!(minutes(&lunch, "2024-03-08T11:30:00Z", "2024-03-08T13:30:00Z"), 60);
    assert_eq!(lunch.deadline(at("2024-03-08T11:00:00Z"), HOUR), Ok(at("2024-03-08T12:00:00Z")));
    // Friday's shift reaches into Saturday; Sunday's into the next week.
    let nights = schedule(&Zone::utc(), &[WeekStart::Friday, WeekStart::Sunday], &[("22:00", "06:00")]);
    assert_eq!(minutes(&nights, "2024-03-09T00:00:00Z", "2024-03-10T00:00:00Z"), 360);
    assert_eq!(minutes(&nights, "2024-03-11T00:00:00Z", "2024-03-12T00:00:00Z"), 360);
    assert_eq!(minutes(&nights, "2024-03-04T00:00:00Z", "2024-03-11T00:00:00Z"), 6 * 60 + 8 * 60 + 2 * 60);
    // A whole day, three ways; and of hours that overlap each minute counts once.
    for shift in [("00:00", "24:00"), ("00:00", "00:00"), ("07:00", "07:00:00")] {
        let always = schedule(&zone("America/New_York"), WeekStart::ALL, &[shift, ("09:00", "17:00")]);
        assert_eq!(always.elapsed(at("2001-01-01T00:00:00Z"), at("2031-01-01T00:00:00Z")), 10_957 * DAY);
        assert_eq!(always.deadline(5, 7), Ok(12));
    }
    let seconds = schedule(&Zone::utc(), WORKDAYS, &[("09:00:30", "09:01:15")]);
    assert_eq!(seconds.elapsed(at("2024-03-08T00:00:00Z"), at("2024-03-09T00:00:00Z")), 45_000_000);
}

#[test]
fn special_days_replace_the_hours_of_their_date() {
    let hours = Hours::new().on(WORKDAYS, NINE_TO_FIVE).unwrap();
    let hours = hours.holiday("2026-12-24").unwrap().holiday("2026-12-25").unwrap();
    let hours = hours.special_day("2026-12-24", &[("09:00", "12:00")]).unwrap();
    let hours = hours.special_day("2026-12-27", &[("10:00", "11:00"), ("23:00", "01:00")]).unwrap();
    let office = Schedule::new(Zone::utc(), hours).unwrap();
    let day =
        |day: u32| minutes(&office, &format!("2026-12-{day}T00:00:00Z"), &format!("2026-12-{}T00:00:00Z", day + 1));
    assert_eq!([23, 24, 25, 26, 27, 28, 29].map(day), [480, 180, 0, 0, 120, 540, 480]);
    assert_eq!(office.hours().holidays(), [20_811, 20_812]);
}

#[test]
fn a_shift_of_half_an_hour() {
    // Lord Howe: 2026-10-04 02:00 became 02:30; 2026-04-05 02:00 became 01:30.
    let early = schedule(&zone("Australia/Lord_Howe"), WeekStart::ALL, &[("01:00", "05:00")]);
    assert_eq!(minutes(&early, "2026-10-03T12:00:00Z", "2026-10-04T12:00:00Z"), 210);
    assert_eq!(minutes(&early, "2026-04-04T12:00:00Z", "2026-04-05T12:00:00Z"), 270);
    // Both ends in the jump move on: 02:10 to 02:20 is 02:40 to 02:50.
    let short = schedule(&zone("Australia/Lord_Howe"), WeekStart::ALL, &[("02:10", "02:20")]);
    assert_eq!(short.deadline(at("2026-10-03T12:00:00Z"), 1), Ok(at("2026-10-04T02:40:00+11:00") + 1));
    assert_eq!(minutes(&short, "2026-10-03T12:00:00Z", "2026-10-04T12:00:00Z"), 10);
    // Of a time that is shown twice, the first counts: 01:40 to 01:50 is open once.
    let twice = schedule(&zone("Australia/Lord_Howe"), WeekStart::ALL, &[("01:40", "01:50")]);
    assert!(twice.is_open(at("2026-04-05T01:45:00+11:00")) && !twice.is_open(at("2026-04-05T01:45:00+10:30")));
    // Opening in the jump, closing before where it lands: no hours on that day.
    let lost = schedule(&zone("Australia/Lord_Howe"), WeekStart::ALL, &[("02:15", "02:35")]);
    assert_eq!(minutes(&lost, "2026-10-03T12:00:00Z", "2026-10-04T12:00:00Z"), 0);
}

#[test]
fn a_date_that_the_zone_left_out_has_no_hours() {
    // Apia went from the end of 2011-12-29 to 2011-12-31.
    let office = schedule(&zone("Pacific/Apia"), WeekStart::ALL, NINE_TO_FIVE);
    assert_eq!(minutes(&office, "2011-12-29T10:00:00Z", "2012-01-01T10:00:00Z"), 3 * 480);
    let friday = schedule(&zone("Pacific/Apia"), &[WeekStart::Friday], NINE_TO_FIVE);
    assert_eq!(minutes(&friday, "2011-12-25T00:00:00Z", "2012-01-05T00:00:00Z"), 0);
    // A shift over the end of the 29th goes on into the 31st.
    let night = schedule(&zone("Pacific/Apia"), &[WeekStart::Thursday], &[("22:00", "06:00")]);
    assert!(night.is_open(at("2011-12-31T05:59:00+14:00")) && !night.is_open(at("2011-12-31T06:00:00+14:00")));
    assert_eq!(minutes(&night, "2011-12-27T00:00:00Z", "2012-01-03T00:00:00Z"), 480);
    // Nor has a special day on it.
    let hours = Hours::new().on(&[WeekStart::Monday], NINE_TO_FIVE).unwrap();
    let special = Schedule::new(zone("Pacific/Apia"), hours.special_day("2011-12-30", NINE_TO_FIVE).unwrap()).unwrap();
    assert_eq!(minutes(&special, "2011-12-28T00:00:00Z", "2012-01-01T00:00:00Z"), 0);
    let never = Hours::new().special_day("2011-12-30", NINE_TO_FIVE).unwrap();
    assert_eq!(Schedule::new(zone("Pacific/Apia"), never).unwrap_err().code(), Code::NoHours);
}

#[test]
fn a_midnight_that_is_jumped_over_and_one_that_comes_twice() {
    let always = schedule(&zone("America/Sao_Paulo"), &[WeekStart::Sunday], &[("00:00", "24:00")]);
    assert_eq!(minutes(&always, "2017-10-14T12:00:00Z", "2017-10-17T00:00:00Z"), 23 * 60);
    assert!(always.is_open(at("2017-10-15T03:00:00Z")) && !always.is_open(at("2017-10-15T02:59:59Z")));
    // The hour before midnight came twice on Saturday 2018-02-17.
    let saturday = schedule(&zone("America/Sao_Paulo"), &[WeekStart::Saturday], &[("00:00", "24:00")]);
    assert_eq!(minutes(&saturday, "2018-02-16T00:00:00Z", "2018-02-20T00:00:00Z"), 25 * 60);
    let late = schedule(&zone("America/Sao_Paulo"), WeekStart::ALL, &[("23:00", "01:00")]);
    assert_eq!(minutes(&late, "2018-02-17T15:00:00Z", "2018-02-18T15:00:00Z"), 180);
    assert_eq!(minutes(&late, "2017-10-14T15:00:00Z", "2017-10-15T15:00:00Z"), 60);
}

#[test]
fn several_changes_of_the_clock() {
    // Two whole years of a night shift: an hour less in each spring, an hour more in each autumn.
    let nights = schedule(&zone("Europe/Berlin"), WeekStart::ALL, &[("22:00", "06:00")]);
    assert_eq!(minutes(&nights, "2024-01-01T12:00:00+01:00", "2024-07-01T12:00:00+02:00"), 182 * 480 - 60);
    assert_eq!(minutes(&nights, "2024-01-01T12:00:00+01:00", "2026-01-01T12:00:00+01:00"), 731 * 480);
    // Cairo in 2010 left summer time for Ramadan, returned, and left it again.
    let cairo = schedule(&zone("Africa/Cairo"), WeekStart::ALL, NINE_TO_FIVE);
    assert_eq!(minutes(&cairo, "2010-08-01T00:00:00Z", "2010-11-01T00:00:00Z"), 92 * 480);
}

#[test]
fn holidays_may_come_in_any_order() {
    let dates = ["2026-12-26", "2026-12-25", "2026-12-26", "2026-01-01"];
    let hours = Hours::new().on(WORKDAYS, NINE_TO_FIVE).unwrap();
    let one_by_one = dates.iter().fold(hours.clone(), |hours, date| hours.holiday(date).unwrap());
    let at_once = hours.holiday("2026-01-01").unwrap().closed_on(&dates).unwrap();
    assert_eq!(at_once, one_by_one);
    assert_eq!(at_once.holidays().len(), 3);
    assert!(at_once.closed_on(&["2026-12-32"]).is_err());
}

#[test]
fn time_without_a_schedule_is_closed() {
    let always = schedule(&Zone::utc(), WeekStart::ALL, &[("00:00", "24:00")]);
    let along = [(0, Some(&always)), (2 * HOUR, None), (5 * HOUR, Some(&always))];
    assert_eq!(elapsed_along(&along, 0, 10 * HOUR), 7 * HOUR);
    assert_eq!(deadline_along(&along, 0, 2 * HOUR), Ok(2 * HOUR));
    assert_eq!(deadline_along(&along, 0, 3 * HOUR), Ok(6 * HOUR));
    assert_eq!(deadline_along(&along[..2], 0, 3 * HOUR).unwrap_err().code(), Code::NoHours);
}

#[test]
fn hours_that_end() {
    let once = Hours::new().special_day("2026-12-24", &[("09:00", "12:00")]).unwrap();
    let once = Schedule::new(Zone::utc(), once).unwrap();
    assert_eq!(once.deadline(0, 3 * HOUR), Ok(at("2026-12-24T12:00:00Z")));
    assert_eq!(once.deadline(0, 3 * HOUR + 1).unwrap_err().code(), Code::NoHours);
    assert_eq!(once.elapsed(i64::MIN, i64::MAX), 3 * HOUR);
    let never = Hours::new().holiday("2026-12-24").unwrap();
    let error = Schedule::new(Zone::utc(), never).unwrap_err();
    assert_eq!((error.code(), error.field_name()), (Code::NoHours, Some("hours")));
}

#[test]
fn the_ends_of_time() {
    let office = schedule(&zone("America/New_York"), WORKDAYS, NINE_TO_FIVE);
    let always = schedule(&Zone::utc(), WeekStart::ALL, &[("00:00", "24:00")]);
    for schedule in [&office, &always] {
        let all = schedule.elapsed(i64::MIN, i64::MAX);
        assert_eq!(schedule.elapsed(i64::MAX, i64::MIN), -all);
        assert_eq!(schedule.deadline(0, i64::MAX).unwrap_err().code(), Code::Overflow);
        assert_eq!(schedule.deadline(i64::MAX, 1).unwrap_err().code(), Code::Overflow);
        assert_eq!(deadline_along(&[(0, schedule)], i64::MAX, 1).unwrap_err().code(), Code::Overflow);
        assert_eq!(schedule.deadline(i64::MAX, 0), Ok(i64::MAX));
        assert!(!schedule.is_open(i64::MAX) && !schedule.is_open(i64::MIN));
        let first = schedule.deadline(i64::MIN, 1).unwrap();
        assert_eq!(schedule.elapsed(i64::MIN, first), 1);
        let last = schedule.deadline(i64::MIN, all - 1).unwrap();
        assert!(schedule.is_open(last) && schedule.elapsed(last, i64::MAX) == 1);
    }
    assert_eq!(always.elapsed(i64::MIN, i64::MAX), at("9999-12-31T23:59:59.999999Z") + 1 - at("0000-01-01T00:00:00Z"));
    // A table may have changes anywhere.
    let wild = Zone::table("Wild", "by hand", 93_600, vec![(i64::MIN, -93_600), (i64::MAX - 1, 93_600)]).unwrap();
    assert!(schedule(&wild, WORKDAYS, NINE_TO_FIVE).elapsed(i64::MIN, i64::MAX) > 0);
}

#[test]
fn several_schedules() {
    let calendar = json!({
        "by": "team",
        "schedules": {
            "berlin": {"zone": "+01:00", "hours": {"monday": [["09:00", "17:00"]]}},
            "night": {"hours": {"monday": [["22:00", "06:00"]]}},
        },
        "otherwise": {"hours": {"tuesday": [["09:00", "17:00"]]}},
    });
    let without = |key: &str| {
        let mut calendar = calendar.clone();
        calendar.as_object_mut().unwrap().remove(key);
        read(calendar)
    };
    let several = read(calendar.clone()).unwrap();
    assert_eq!(several.field(), Some("team"));
    let monday = at("2026-01-05T08:30:00Z");
    let open = |word: Option<&str>, at: i64| several.schedule(word).unwrap().is_open(at);
    assert!(open(Some("berlin"), monday) && !open(Some("night"), monday) && !open(None, monday));
    assert!(open(Some("night"), monday - 10 * HOUR + DAY) && open(Some("nowhere"), monday + DAY + HOUR));
    assert_eq!(several.schedules().map(|(word, _)| word).collect::<Vec<_>>(), [Some("berlin"), Some("night"), None]);
    let otherwise = without("otherwise").unwrap();
    assert!(otherwise.schedule(Some("nowhere")).is_none() && otherwise.schedule(None).is_none());
    assert_eq!(without("by").unwrap_err().field_name(), Some("by"));
    let one: Calendar = serde_json::from_value(json!({"hours": {"monday": [["09:00", "17:00"]]}})).unwrap();
    assert!(serde_json::from_value::<Calendar>(json!({})).unwrap_err().to_string().contains("[no_hours]"));
    assert!(one.field().is_none() && one.schedule(Some("anything")).is_some());
}

#[test]
fn what_cannot_be_read_is_named() {
    let refused = |value: Value| {
        let error = read(value).unwrap_err();
        (error.code().as_str(), error.field_name().unwrap_or_default().to_string())
    };
    let hours = |shift: [&str; 2]| json!({"hours": {"monday": [shift]}});
    let bad = |field: &str| ("bad_calendar", field.to_string());
    for shift in [["9:00", "17:00"], ["24:00", "25:00"], ["09:00", "24:00:01"], ["09.00", "17:00"], ["", "17:00"]] {
        assert_eq!(refused(hours(shift)), bad("hours.monday"), "{shift:?}");
    }
    for shift in [["09:60", "17:00"], ["-9:00", "17:00"], ["09:00", "17:00Z"], ["0900", "1700"], ["09:00", "٠٩:٠٠"]]
    {
        assert_eq!(refused(hours(shift)), bad("hours.monday"), "{shift:?}");
    }
    assert_eq!(refused(json!([])), bad("calendar"));
    assert_eq!(refused(json!({"hour": {}})), bad("hour"));
    assert_eq!(refused(json!({"hours": []})), bad("hours"));
    assert_eq!(refused(json!({"hours": {"monday": [["09:00"]]}})), bad("hours.monday"));
    assert_eq!(refused(json!({"hours": {"monday": [[9, 17]]}})), bad("hours.monday"));
    assert_eq!(refused(json!({"holidays": [1]})), bad("holidays"));
    assert_eq!(refused(json!({"special_days": {"2026-12-24": 1}})), bad("special_days.2026-12-24"));
    assert_eq!(refused(json!({"zone": "Mars/Olympus"})), ("bad_zone", "zone".into()));
    assert_eq!(refused(json!({"by": "team", "hours": {}})), bad("hours"));
    assert_eq!(refused(json!({"hours": {"Mon": []}})), bad("hours.Mon"));
    assert_eq!(refused(json!({"holidays": ["2026-02-29"]})), bad("holidays"));
    assert_eq!(refused(json!({"holidays": ["2026-12-25T00:00:00Z"]})), bad("holidays"));
    assert_eq!(refused(json!({"special_days": {"24.12.2026": []}})), bad("special_days"));
    assert_eq!(refused(json!({"special_days": {"2026-12-24": [["x", "y"]]}})), bad("special_days.2026-12-24"));
    assert_eq!(refused(json!({})), ("no_hours", "hours".into()));
    assert_eq!(refused(json!({"by": "team"})), bad("schedules"));
    let nested = json!({"by": "team", "schedules": {"a": {"hours": {"monday": [["x", "y"]]}}}});
    assert_eq!(refused(nested), bad("schedules.a.hours.monday"));
    assert_eq!(refused(json!({"by": "team", "otherwise": {}})), ("no_hours", "otherwise.hours".into()));
}

#[test]
fn the_hash_says_what_a_calendar_says() {
    let hash = |value: Value| read(value).unwrap().hash();
    let plain = json!({"hours": {"monday": [["09:00", "12:00"], ["13:00", "17:00"]]}, "holidays": ["2026-12-25"]});
    let same = json!({
        "hours": {"monday": [["13:00:00", "17:00"], ["09:00", "12:00"]], "friday": []},
        "holidays": ["2026-12-25", "2026-12-25"],
        "zone": "+00:00",
    });
    assert_eq!(hash(plain.clone()), hash(same));
    let mut hashes = vec![hash(plain.clone())];
    for (key, value) in [
        ("hours", json!({"tuesday": [["09:00", "12:00"], ["13:00", "17:00"]]})),
        ("hours", json!({"monday": [["09:00", "12:00"], ["13:00", "17:00:01"]]})),
        ("holidays", json!(["2026-12-26"])),
        ("holidays", json!([])),
        ("special_days", json!({"2026-12-25": []})),
        ("zone", json!("+01:00")),
    ] {
        let mut other = plain.clone();
        other[key] = value;
        hashes.push(hash(other));
    }
    for word in ["a", "b"] {
        hashes.push(hash(json!({"by": "team", "schedules": {word: plain}})));
        hashes.push(hash(json!({"by": word, "otherwise": plain})));
    }
    let all = hashes.len();
    hashes.sort_unstable();
    hashes.dedup();
    assert_eq!(hashes.len(), all);
}

/// What a shift is in the tests below: a weekday or a date, start and end in seconds.
type Raw = (i64, i64, i64);

fn clock(seconds: i64) -> String {
    format!("{:02}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60)
}

fn date(day: i64) -> String {
    format_instant(day * DAY)[..10].to_string()
}

/// A week of shifts, holidays and special days.
#[derive(Clone, Debug)]
struct Plan {
    zone: Zone,
    week: Vec<Raw>,
    holidays: Vec<i64>,
    special: Vec<Raw>,
}

impl Plan {
    fn schedule(&self) -> Schedule {
        let mut hours = Hours::new();
        for weekday in 0..7 {
            let shifts: Vec<_> = self.week.iter().filter(|shift| shift.0 == weekday).collect();
            let shifts: Vec<_> = shifts.iter().map(|shift| (clock(shift.1), clock(shift.2))).collect();
            hours = hours.on(&[WeekStart::ALL[weekday as usize]], &shifts).unwrap();
        }
        for &day in &self.holidays {
            hours = hours.holiday(&date(day)).unwrap();
        }
        for (day, shifts) in self.special() {
            let shifts: Vec<_> = shifts.iter().map(|shift| (clock(shift.1), clock(shift.2))).collect();
            hours = hours.special_day(&date(day), &shifts).unwrap();
        }
        Schedule::new(self.zone.clone(), hours).unwrap()
    }

    fn special(&self) -> Vec<(i64, Vec<Raw>)> {
        let mut days: Vec<i64> = self.special.iter().map(|shift| shift.0).collect();
        days.sort_unstable();
        days.dedup();
        days.into_iter().map(|day| (day, self.special.iter().filter(|s| s.0 == day).copied().collect())).collect()
    }

    /// The shifts of a date as instants, straight from the rules: both ends read by the zone's clock.
    fn open(&self, day: i64) -> Vec<(i64, i64)> {
        let exists = (0..96).any(|quarter| {
            let at = self.zone.from_local(day * DAY + quarter * 15 * MINUTE);
            self.zone.to_local(at).div_euclid(DAY) == day
        });
        let shifts: Vec<Raw> = match self.special().into_iter().find(|special| special.0 == day) {
            _ if !exists => Vec::new(),
            Some((_, shifts)) => shifts,
            None if self.holidays.contains(&day) => Vec::new(),
            None => self.week.iter().filter(|shift| shift.0 == (day + 3).rem_euclid(7)).copied().collect(),
        };
        let instants = shifts.iter().map(|&(_, start, end)| {
            let at = |day: i64, seconds: i64| parse_instant(&format!("{}T{}", date(day), clock(seconds)), &self.zone);
            let end = match (end <= start, end) {
                (false, 86_400) => at(day + 1, 0),
                (late, _) => at(day + i64::from(late), end),
            };
            (at(day, start).unwrap(), end.unwrap())
        });
        instants.collect()
    }
}

/// Plans near the changes of clock of a zone, or of a table made by chance, and an instant near which to look.
fn plans() -> impl Strategy<Value = (Plan, i64)> {
    let near = prop_oneof![
        Just("2026-03-29"),
        Just("2026-03-08"),
        Just("2026-11-01"),
        Just("2026-10-04"),
        Just("2026-04-05"),
        Just("2011-12-30"),
        Just("2010-09-26"),
        Just("2010-08-11"),
        Just("2017-10-15"),
        Just("2018-02-18"),
    ];
    let seconds = || (0_i64..=96).prop_map(|quarter| quarter * 900);
    let shift = move |days: std::ops::Range<i64>| (days, 0_i64..96, seconds()).prop_map(|(d, s, e)| (d, s * 900, e));
    let parts = (
        0..=ZONES.len(),
        near,
        prop::collection::vec(shift(0..7), 1..12),
        prop::collection::vec(-6_i64..7, 0..3),
        prop::collection::vec(shift(-6..7), 0..3),
    );
    let table = (-48_i32..=48, prop::collection::vec((-500_i64..500, -48_i32..=48), 1..5));
    (parts, table).prop_map(|((zone, near, week, holidays, special), (initial, changes))| {
        let offset = |quarters: i32| quarters * 900;
        let zone = match ZONES.get(zone) {
            Some(zone) => zone.clone(),
            None => {
                let noon = at(&format!("{near}T12:00:00Z"));
                let mut changes: Vec<_> = changes.iter().map(|&(q, o)| (noon + q * 15 * MINUTE, offset(o))).collect();
                changes.sort_unstable();
                changes.dedup_by_key(|change| change.0);
                Zone::table("Wild", "by chance", offset(initial), changes).unwrap()
            }
        };
        let near = at(&format!("{near}T12:00:00Z"));
        let today = near.div_euclid(DAY);
        let holidays = holidays.into_iter().map(|day| today + day).collect();
        let special = special.into_iter().map(|(day, start, end)| (today + day, start, end)).collect();
        (Plan { zone, week, holidays, special }, near)
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(if cfg!(debug_assertions) { 200 } else { 3000 }))]

    #[test]
    fn every_minute_is_open_or_not(plan_near in plans()) {
        let (plan, near) = plan_near;
        let schedule = plan.schedule();
        let today = near.div_euclid(DAY);
        let open: Vec<(i64, i64)> = (today - 12..=today + 12).flat_map(|day| plan.open(day)).collect();
        let (from, to) = (near - 8 * DAY, near + 8 * DAY);
        let mut elapsed = 0;
        for minute in 0..(to - from) / MINUTE {
            let at = from + minute * MINUTE;
            let is_open = open.iter().any(|&(from, to)| (from..to).contains(&at));
            prop_assert_eq!(schedule.is_open(at), is_open, "{}", format_instant(at));
            prop_assert_eq!(schedule.elapsed(from, at), elapsed, "{}", format_instant(at));
            elapsed += if is_open { MINUTE } else { 0 };
        }
        prop_assert_eq!(schedule.elapsed(from, to), elapsed);
    }

    #[test]
    fn deadline_inverts_elapsed(plan_near in plans(), from in -400 * DAY..400 * DAY, duration in 0..2000 * HOUR) {
        let (plan, near) = plan_near;
        let (schedule, from) = (plan.schedule(), near + from);
        let deadline = schedule.deadline(from, duration).unwrap();
        prop_assert!(deadline >= from);
        prop_assert_eq!(schedule.elapsed(from, deadline), duration);
        // It is the first such instant.
        if duration > 0 {
            prop_assert_eq!(schedule.elapsed(from, deadline - 1), duration - 1);
            prop_assert!(schedule.is_open(deadline - 1));
        }
        prop_assert!(schedule.deadline(from, duration + 1).unwrap() > deadline);
        prop_assert!(schedule.deadline(from + HOUR, duration).unwrap() >= deadline);
    }

    #[test]
    fn elapsed_adds_up(plan_near in plans(), instants in prop::array::uniform3(-4000 * DAY..4000 * DAY)) {
        let (plan, near) = plan_near;
        let schedule = plan.schedule();
        let [a, b, c] = instants.map(|at| near + at);
        prop_assert_eq!(schedule.elapsed(a, b) + schedule.elapsed(b, c), schedule.elapsed(a, c));
        prop_assert_eq!(schedule.elapsed(a, b), -schedule.elapsed(b, a));
        prop_assert!(schedule.elapsed(a.min(b), a.max(b)) <= (a - b).abs());
    }

    #[test]
    fn the_laws_hold_along_a_change_of_schedule(
        plan_near in plans(),
        other in plans(),
        changes in prop::collection::vec(-40 * DAY..40 * DAY, 0..4),
        instants in prop::array::uniform3(-50 * DAY..50 * DAY),
        duration in 0..500 * HOUR,
    ) {
        let (plan, near) = plan_near;
        let (one, two) = (plan.schedule(), other.0.schedule());
        let mut changes = changes;
        changes.sort_unstable();
        let changes: Vec<i64> = changes.into_iter().map(|at| near + at).collect();
        let schedules: Vec<(i64, &Schedule)> =
            [near].iter().chain(&changes).zip([&one, &two].into_iter().cycle()).map(|(&at, s)| (at, s)).collect();
        let [a, b, c] = instants.map(|at| near + at);
        prop_assert_eq!(
            elapsed_along(&schedules, a, b) + elapsed_along(&schedules, b, c),
            elapsed_along(&schedules, a, c)
        );
        let deadline = deadline_along(&schedules, a, duration).unwrap();
        prop_assert!(deadline >= a);
        prop_assert_eq!(elapsed_along(&schedules, a, deadline), duration);
        prop_assert!(duration == 0 || elapsed_along(&schedules, a, deadline - 1) == duration - 1);
        // At one schedule throughout it is that schedule.
        prop_assert_eq!(elapsed_along(&[(c, &one)], a, b), one.elapsed(a, b));
        prop_assert_eq!(deadline_along(&[(c, &one), (b, &one)], a, duration), one.deadline(a, duration));
    }
}
