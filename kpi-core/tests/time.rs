//! Time: zones, buckets and text against Python's zoneinfo (`vectors/time.json`), numbers by hand, and laws.

use kpi_core::Code;
use kpi_core::time::{
    Bucket, Slot, WeekStart, Zone, extent, format_instant, parse_instant, parse_rfc3339, slot_of, slots,
};
use proptest::prelude::*;
use serde::Deserialize;
use std::ops::Range;

#[derive(Deserialize)]
struct Vectors {
    zones: Vec<ZoneCase>,
}

#[derive(Deserialize)]
struct ZoneCase {
    zone: Zone,
    offsets: Vec<(i64, i32)>,
    from_local: Vec<(String, i64)>,
    slots: Vec<Window>,
}

#[derive(Deserialize)]
struct Window {
    bucket: Bucket,
    week_start: WeekStart,
    from: i64,
    to: i64,
    slots: Vec<(i64, i64, String)>,
}

fn vectors() -> Vec<ZoneCase> {
    let vectors: Vectors = serde_json::from_str(include_str!("../../vectors/time.json")).unwrap();
    assert_eq!(vectors.zones.len(), 6);
    vectors.zones
}

fn at(text: &str) -> i64 {
    parse_rfc3339(text).unwrap()
}

fn zone(name: &str) -> Zone {
    vectors().into_iter().find(|case| case.zone.name() == name).unwrap().zone
}

fn labels_of(slots: &[Slot]) -> Vec<&str> {
    slots.iter().map(|slot| slot.label.as_str()).collect()
}

#[test]
fn offsets_are_those_of_zoneinfo() {
    for case in vectors() {
        assert!(case.offsets.len() > 40);
        for (us, seconds) in case.offsets {
            assert_eq!(case.zone.offset_at(us), seconds, "{} {}", case.zone.name(), format_instant(us));
        }
    }
}

#[test]
fn local_times_are_those_of_zoneinfo() {
    for case in vectors() {
        assert!(case.from_local.len() > 80);
        for (text, us) in case.from_local {
            assert_eq!(parse_instant(&text, &case.zone).unwrap(), us, "{} {text}", case.zone.name());
        }
    }
}

#[test]
fn buckets_are_those_of_zoneinfo() {
    for case in vectors() {
        assert!(case.slots.len() > 10);
        for window in case.slots {
            let found = slots(window.bucket, window.week_start, &case.zone, window.from, window.to).unwrap();
            let wanted: Vec<_> = window.slots.into_iter().map(|(from, to, label)| Slot { from, to, label }).collect();
            assert_eq!(found, wanted, "{} {}", case.zone.name(), window.bucket);
        }
    }
}

/// chrono-tz and zoneinfo may carry other versions of the data, which agree on these zones and years.
#[cfg(feature = "tz")]
#[test]
fn chrono_tz_agrees_with_zoneinfo() {
    let (start, end) = (at("2000-01-01T00:00:00Z"), at("2036-01-01T00:00:00Z"));
    for case in vectors() {
        let named = Zone::named(case.zone.name()).unwrap();
        assert!(named.source().starts_with("chrono-tz 0.10 (IANA 20"), "{}", named.source());
        let rules = |zone: &Zone| {
            let text = zone.fingerprint();
            let rows = text.split(';').skip(1).map(|row| row.split_once('=').unwrap());
            let rows = rows.map(|(us, offset)| (us.parse().unwrap(), offset.parse().unwrap()));
            rows.filter(|(us, _)| (start..end).contains(us)).collect::<Vec<(i64, i32)>>()
        };
        assert_eq!(named.offset_at(start), case.zone.offset_at(start));
        assert_eq!(rules(&named), rules(&case.zone), "{}", named.name());
    }
}

/// The table is found by looking at one instant a day; chrono-tz itself, asked far more often, says the same.
#[cfg(feature = "tz")]
#[test]
fn the_table_of_a_named_zone_is_complete() {
    use chrono::{DateTime, Offset, TimeZone};
    for name in ["Africa/Casablanca", "America/St_Johns", "Europe/Lisbon", "Asia/Manila"] {
        let (zone, tz) = (Zone::named(name).unwrap(), name.parse::<chrono_tz::Tz>().unwrap());
        for seconds in (-4_000_000_000_i64..4_120_000_000).step_by(10_007) {
            let utc = DateTime::from_timestamp(seconds, 0).unwrap().naive_utc();
            let wanted = tz.offset_from_utc_datetime(&utc).fix().local_minus_utc();
            assert_eq!(zone.offset_at(seconds * 1_000_000), wanted, "{name} {utc}");
        }
    }
}

#[cfg(not(feature = "tz"))]
#[test]
fn without_the_feature_an_iana_name_says_what_to_do() {
    let error = Zone::named("Europe/Berlin").unwrap_err();
    assert_eq!(error.code(), Code::BadZone);
    assert!(error.text().contains("table"), "{error}");
}

/// Pacific/Apia went from Thursday 29 to Saturday 31 December 2011 (IANA tz, file `australasia`).
#[test]
fn a_skipped_day_has_no_bucket() {
    let apia = zone("Pacific/Apia");
    let (from, to) = (at("2011-12-29T10:00:00Z"), at("2011-12-31T10:00:00Z"));
    let days = slots(Bucket::Day, WeekStart::Monday, &apia, from, to).unwrap();
    assert_eq!(labels_of(&days), ["2011-12-29", "2011-12-31"]);
    assert_eq!(days[0].to, at("2011-12-30T10:00:00Z"));
    assert_eq!(parse_instant("2011-12-30T15:00", &apia).unwrap(), at("2011-12-31T15:00:00+14:00"));
    // A week that begins on the skipped Friday begins on Saturday, and has six days.
    let friday = extent(Bucket::Week, WeekStart::Friday, &apia, to, to).unwrap();
    assert_eq!(friday, (at("2011-12-30T10:00:00Z"), at("2012-01-05T10:00:00Z")));
}

/// Half an hour on Lord Howe: the hour in which the clock changes is one bucket before and one after (by hand).
#[test]
fn half_an_hour_cuts_the_hour_at_the_change() {
    let howe = zone("Australia/Lord_Howe");
    // 02:00+11:00 becomes 01:30+10:30.
    let (from, to) = (at("2026-04-04T14:00:00Z"), at("2026-04-04T16:30:00Z"));
    let hours = slots(Bucket::Hour, WeekStart::Monday, &howe, from, to).unwrap();
    assert_eq!(labels_of(&hours), ["2026-04-05 01:00+11:00", "2026-04-05 01:00+10:30", "2026-04-05 02:00+10:30"]);
    assert_eq!(hours[1].from, at("2026-04-04T15:00:00Z"));
    assert_eq!(hours[1].to, at("2026-04-04T15:30:00Z"));
}

/// Toronto on 30 March 1919 went from 23:30 to 00:30: the day begins at the jump, although midnight moves to 01:00.
/// St. John's until 2011 went back at 00:01: the day that had begun goes on (IANA tz, file `northamerica`).
#[test]
fn a_day_begins_when_the_clock_first_shows_it() {
    let jump = at("1919-03-31T04:30:00Z");
    let toronto = Zone::table("America/Toronto", "by hand", -18_000, vec![(jump, -14_400)]).unwrap();
    let days = slots(Bucket::Day, WeekStart::Monday, &toronto, jump - 1, jump + 1).unwrap();
    assert_eq!(days[1], Slot { from: jump, to: jump + 1, label: "1919-03-31".into() });
    assert_eq!(parse_instant("1919-03-31", &toronto).unwrap(), at("1919-03-31T01:00:00-04:00"));

    let back = at("2010-11-07T00:01:00-02:30");
    let johns = Zone::table("America/St_Johns", "by hand", -9_000, vec![(back, -12_600)]).unwrap();
    let days = slots(Bucket::Day, WeekStart::Monday, &johns, back - 120_000_000, back + 60_000_000).unwrap();
    assert_eq!(labels_of(&days), ["2010-11-06", "2010-11-07"]);
    assert_eq!(days[1].from, back - 60_000_000);
    let window = extent(Bucket::Day, WeekStart::Monday, &johns, back, back).unwrap();
    assert_eq!(window, (back - 60_000_000, at("2010-11-08T00:00:00-03:30")));
}

/// ISO 8601: 1 January 2027 is in week 53 of 2026, and 29 December 2025 begins week 1 of 2026 (published calendars).
#[test]
fn labels() {
    let utc = Zone::utc();
    for (bucket, start, us, wanted) in [
        (Bucket::Week, WeekStart::Monday, "2027-01-01T00:00:00Z", "2026-W53"),
        (Bucket::Week, WeekStart::Monday, "2025-12-29T00:00:00Z", "2026-W01"),
        (Bucket::Week, WeekStart::Sunday, "2026-03-16T00:00:00Z", "2026-03-15/week"),
        (Bucket::Day, WeekStart::Monday, "2026-03-29T23:59:59Z", "2026-03-29"),
        (Bucket::Month, WeekStart::Monday, "2026-03-29T00:00:00Z", "2026-03"),
        (Bucket::Quarter, WeekStart::Monday, "2026-12-31T00:00:00Z", "2026-Q4"),
        (Bucket::Year, WeekStart::Monday, "0001-12-31T00:00:00Z", "0001"),
        (Bucket::Minutes15, WeekStart::Monday, "2026-12-31T23:59:59Z", "2026-12-31 23:45+00:00"),
        (Bucket::Minutes30, WeekStart::Monday, "2026-12-31T23:59:59Z", "2026-12-31 23:30+00:00"),
    ] {
        let us = at(us);
        assert_eq!(slots(bucket, start, &utc, us, us + 1).unwrap()[0].label, wanted);
    }
}

#[test]
fn refused_windows() {
    let cut = |bucket, from, to| slots(bucket, WeekStart::Monday, &Zone::utc(), from, to).map(|s| s.len());
    let code = |bucket, from, to| cut(bucket, from, to).unwrap_err().code();
    assert_eq!(code(Bucket::Day, 0, 0), Code::BadWindow);
    assert_eq!(code(Bucket::Day, 1, 0), Code::BadWindow);
    assert_eq!(code(Bucket::Year, i64::MIN, i64::MAX), Code::BadWindow);
    assert_eq!(code(Bucket::Year, i64::MAX - 1, i64::MAX), Code::BadWindow);
    let quarter = 900_000_000;
    assert_eq!(cut(Bucket::Minutes15, 0, 1_000_000 * quarter).unwrap(), 1_000_000);
    assert_eq!(code(Bucket::Minutes15, 0, 1_000_000 * quarter + 1), Code::BadWindow);
    assert_eq!(cut(Bucket::Year, at("0000-01-01T00:00:00Z"), at("9999-12-31T23:59:59.999999Z") + 1).unwrap(), 10_000);
    for us in [i64::MIN, i64::MAX] {
        assert_eq!(extent(Bucket::Hour, WeekStart::Monday, &Zone::utc(), us, us).unwrap_err().code(), Code::BadWindow);
    }
    assert_eq!(extent(Bucket::Hour, WeekStart::Monday, &Zone::utc(), 1, 0).unwrap_err().code(), Code::BadWindow);
}

#[test]
fn words() {
    for bucket in Bucket::ALL {
        assert_eq!(bucket.as_str().parse::<Bucket>().unwrap(), *bucket);
        assert_eq!(serde_json::to_string(bucket).unwrap(), format!("\"{bucket}\""));
    }
    let error = "minute".parse::<Bucket>().unwrap_err();
    assert_eq!(error.code(), Code::UnknownWord);
    assert!(error.text().contains("15min, 30min, hour"), "{error}");
    assert_eq!(serde_json::from_str::<WeekStart>("\"sunday\"").unwrap(), WeekStart::Sunday);
}

#[test]
fn zones_by_name() {
    for (name, seconds, shown) in [
        ("UTC", 0, "UTC"),
        ("Z", 0, "UTC"),
        ("+02:00", 7200, "+02:00"),
        ("-0330", -12_600, "-03:30"),
        ("+14", 50_400, "+14:00"),
        ("-00:00", 0, "+00:00"),
        ("+00:53:28", 3208, "+00:53:28"),
        ("-26:00", -93_600, "-26:00"),
    ] {
        let zone = Zone::named(name).unwrap();
        assert_eq!((zone.offset_at(i64::MIN), zone.name(), zone.source()), (seconds, shown, "fixed"));
    }
    for name in
        ["", "+", "+2", "+2:00", "+02:60", "+26:01", "+99:00", "+0200:00", "2:00", "+٠٢", "utc ", "Mars/Olympus"]
    {
        assert_eq!(Zone::named(name).unwrap_err().code(), Code::BadZone, "{name}");
    }
    assert_eq!(Zone::fixed(i32::MIN).unwrap_err().code(), Code::BadZone);
}

#[test]
fn tables_are_checked() {
    let code = |initial, rows| Zone::table("Here", "by hand", initial, rows).unwrap_err().code();
    assert_eq!(code(93_601, vec![]), Code::BadZone);
    assert_eq!(code(0, vec![(0, -93_601)]), Code::BadZone);
    assert_eq!(code(0, vec![(0, 1), (0, 2)]), Code::BadZone);
    assert_eq!(code(0, vec![(1, 1), (0, 2)]), Code::BadZone);
    assert_eq!(Zone::table("", "by hand", 0, vec![]).unwrap_err().code(), Code::BadZone);
    assert_eq!(Zone::table("Here", "", 0, vec![]).unwrap_err().code(), Code::BadZone);
    // The same rules have the same fingerprint, whatever the name and the changes of abbreviation.
    let plain = Zone::table("Here", "by hand", 3600, vec![(5, 0)]).unwrap();
    let noisy = Zone::table("There", "elsewhere", 3600, vec![(1, 3600), (5, 0), (9, 0)]).unwrap();
    assert_eq!(plain.fingerprint(), "3600;5=0");
    assert_eq!(noisy.fingerprint(), plain.fingerprint());
    assert_ne!(noisy, plain);
}

#[test]
fn zones_as_json() {
    let read = |text: &str| serde_json::from_str::<Zone>(text);
    assert_eq!(read("\"+01:00\"").unwrap(), Zone::fixed(3600).unwrap());
    let wanted = Zone::table("Here", "by hand", 3600, vec![(1_774_746_000_000_000, 7200)]).unwrap();
    let numbers = r#"{"name":"Here","source":"by hand","initial_offset":3600,"transitions":[[1774746000000000,7200]]}"#;
    let strings =
        r#"{"name":"Here","source":"by hand","initial_offset":"3600","transitions":[["1774746000000000","7200"]]}"#;
    assert_eq!(read(numbers).unwrap(), wanted);
    assert_eq!(read(strings).unwrap(), wanted);
    assert_eq!(serde_json::to_string(&wanted).unwrap(), r#"{"name":"Here","source":"by hand"}"#);
    for (text, says) in [
        ("\"Mars/Olympus\"", "Mars/Olympus"),
        (r#"{"name":"Here","source":"by hand"}"#, "initial_offset"),
        (r#"{"name":"Here","source":"x","initial_offset":0,"transitions":[],"dst":1}"#, "initial_offset"),
        (r#"{"name":"Here","source":"x","initial_offset":"1h","transitions":[]}"#, "1h"),
        (r#"{"name":"Here","source":"x","initial_offset":99999999999,"transitions":[]}"#, "26 hours"),
        ("7", "a zone is a name"),
    ] {
        let error = read(text).unwrap_err().to_string();
        assert!(error.contains(says), "{text}: {error}");
    }
}

/// Instants by hand: 2026-01-01T00:00:00Z is 20,454 days after 1970-01-01.
#[test]
fn text_that_is_read() {
    let (new_year, hour) = (20_454 * 86_400_000_000, 3_600_000_000);
    let zone = Zone::fixed(-3600).unwrap();
    for (text, us) in [
        ("2026-01-01T00:00:00Z", new_year),
        ("2026-01-01t00:00:00z", new_year),
        ("2026-01-01 00:00Z", new_year),
        ("2026-01-01T02:00:00+02:00", new_year),
        ("2026-01-01T02:00:00.000+0200", new_year),
        ("2025-12-31T22:00:00-02", new_year),
        ("2026-01-01T00:00:00.5Z", new_year + 500_000),
        ("2026-01-01T00:00:00.000001Z", new_year + 1),
        ("2026-01-01T00:00:00.000001000Z", new_year + 1),
        ("2026-01-01", new_year + hour),
        ("2026-01-01T09:00", new_year + 10 * hour),
        ("2026-01-01 09:00:00.25", new_year + 10 * hour + 250_000),
    ] {
        assert_eq!(parse_instant(text, &zone).unwrap(), us, "{text}");
    }
}

#[test]
fn text_that_is_refused() {
    for text in [
        "",
        "2026",
        "2026-1-1",
        "2026-02-29",
        "2026-13-01",
        "+2026-01-01",
        "26-01-01",
        "2026-01-01T",
        "2026-01-01Z",
        "2026-01-01T24:00:00Z",
        "2026-01-01T23:59:60Z",
        "2026-01-01T09",
        "2026-01-01T09:0",
        "2026-01-01T09:00:00.Z",
        "2026-01-01T09:00:00,5Z",
        "2026-01-01T09:00:00+24:00",
        "2026-01-01T09:00:00 +01:00",
        " 2026-01-01",
        "2026-01-01T09:00:00ZZ",
        "2026-01-01T+9:00:00Z",
        "２０２６-01-01",
        "2026-01-0é",
        "today",
    ] {
        assert_eq!(parse_instant(text, &Zone::utc()).unwrap_err().code(), Code::BadInstant, "{text}");
    }
    let finer = parse_rfc3339("2026-01-01T00:00:00.0000001Z").unwrap_err();
    assert_eq!(finer.code(), Code::TooFine);
    for local in ["2026-01-01", "2026-01-01T09:00:00"] {
        let error = parse_rfc3339(local).unwrap_err();
        assert_eq!(error.code(), Code::BadInstant);
        assert!(error.text().contains("offset"), "{error}");
    }
}

#[test]
fn text_that_is_written() {
    for (us, text) in [
        (0, "1970-01-01T00:00:00Z"),
        (1_500_000, "1970-01-01T00:00:01.500Z"),
        (-1, "1969-12-31T23:59:59.999999Z"),
        (i64::MAX, "+294247-01-10T04:00:54.775807Z"),
        (i64::MIN, "-290308-12-21T19:59:05.224192Z"),
    ] {
        assert_eq!(format_instant(us), text);
    }
}

/// Any table in order, with jumps of up to 26 hours close together: stranger than the real ones.
fn any_zone() -> impl Strategy<Value = Zone> {
    let row = (1_i64..200_000, -93_600_i32..=93_600);
    (-93_600_i32..=93_600, prop::collection::vec(row, 0..8), 0_i64..1_000_000).prop_map(|(initial, rows, start)| {
        let mut second = start;
        let table = rows.into_iter().map(|(step, offset)| {
            second += step;
            (second * 1_000_000, offset)
        });
        Zone::table("Any", "proptest", initial, table.collect()).unwrap()
    })
}

/// The real tables.
fn real_zone() -> impl Strategy<Value = Zone> {
    prop::sample::select(vectors().into_iter().map(|case| case.zone).collect::<Vec<_>>())
}

fn any_bucket() -> impl Strategy<Value = (Bucket, WeekStart)> {
    (prop::sample::select(Bucket::ALL), prop::sample::select(WeekStart::ALL))
}

const NEAR: Range<i64> = -500_000_000_000..3_000_000_000_000;
const REAL: Range<i64> = 946_684_800_000_000..2_082_758_400_000_000;

fn check_tiles(zone: &Zone, (bucket, start): (Bucket, WeekStart), from: i64, to: i64) {
    let tiles = slots(bucket, start, zone, from, to).unwrap();
    assert_eq!((tiles[0].from, tiles[tiles.len() - 1].to), (from, to));
    assert!(tiles.iter().all(|slot| slot.from < slot.to));
    assert!(tiles.windows(2).all(|pair| pair[0].to == pair[1].from));
    for (i, slot) in tiles.iter().enumerate() {
        assert_eq!(slot_of(&tiles, slot.from), Some(i));
        assert_eq!(slot_of(&tiles, slot.to - 1), Some(i));
        // A bucket found from any instant within it is the same bucket.
        let whole = extent(bucket, start, zone, slot.from, slot.to - 1).unwrap();
        assert_eq!((whole.0.max(from), whole.1.min(to)), (slot.from, slot.to));
    }
    assert_eq!((slot_of(&tiles, from - 1), slot_of(&tiles, to)), (None, None));
    // The extent is a window whose outer buckets are not clipped.
    let (first, end) = extent(bucket, start, zone, from, to - 1).unwrap();
    assert_eq!(extent(bucket, start, zone, first, end - 1).unwrap(), (first, end));
    assert!(first <= from && to <= end);
}

proptest! {
    #[test]
    fn slots_tile_the_window(
        zone in any_zone(), bucket in any_bucket(), from in NEAR, length in 1_i64..1_000_000_000_000,
    ) {
        check_tiles(&zone, bucket, from, from + length);
    }

    #[test]
    fn slots_tile_the_window_in_real_zones(
        zone in real_zone(), bucket in any_bucket(), from in REAL, length in 1_i64..3_000_000_000_000,
    ) {
        check_tiles(&zone, bucket, from, from + length);
    }

    /// The first instant with the reading of any instant: it has that reading, and is not later.
    #[test]
    fn local_and_back(zone in any_zone(), us in NEAR) {
        let local = zone.to_local(us);
        let first = zone.from_local(local);
        prop_assert!(first <= us);
        prop_assert_eq!(zone.to_local(first), local);
    }

    /// Away from every change by more than its size, there and back is the identity.
    #[test]
    fn round_trip_outside_gaps_and_folds(zone in real_zone(), us in REAL) {
        let day = 86_400_000_000;
        let quiet = (-25..=25).all(|hours| zone.offset_at(us + hours * day / 24) == zone.offset_at(us));
        prop_assume!(quiet);
        prop_assert_eq!(zone.from_local(zone.to_local(us)), us);
    }

    #[test]
    fn first_reading_is_the_first(zone in any_zone(), local in NEAR, back in 1_i64..200_000_000_000) {
        let first = zone.first_reading(local);
        prop_assert!(zone.to_local(first) >= local);
        prop_assert!(zone.to_local(first - 1) < local);
        prop_assert!(zone.to_local(first - back) < local);
        prop_assert!(zone.first_reading(local - back) <= first);
        // It is from_local, except inside a jump, where it is the jump.
        if zone.to_local(first) == local {
            prop_assert_eq!(zone.from_local(local), first);
        } else {
            prop_assert_ne!(zone.offset_at(first), zone.offset_at(first - 1));
        }
    }

    #[test]
    fn nothing_overflows(zone in any_zone(), us in any::<i64>(), other in any::<i64>(), bucket in any_bucket()) {
        for us in [us, i64::MIN, i64::MAX, i64::MIN + 1, i64::MAX - 1] {
            let _ = (zone.offset_at(us), zone.to_local(us), zone.from_local(us), zone.first_reading(us));
            let _ = format_instant(us);
            let _ = extent(bucket.0, bucket.1, &zone, us.min(other), us.max(other));
            let _ = slots(bucket.0, bucket.1, &zone, us, us.saturating_add(5));
        }
    }

    #[test]
    fn written_is_read(us in at("0000-01-01T00:00:00Z")..at("9999-12-31T23:59:59.999999Z")) {
        prop_assert_eq!(parse_rfc3339(&format_instant(us)).unwrap(), us);
    }

    #[test]
    fn any_text_is_read_or_refused(text in "\\PC{0,30}|[0-9TZ:.+ -]{0,30}", zone in any_zone()) {
        let _ = parse_instant(&text, &zone);
        let _ = Zone::named(&text);
    }
}
