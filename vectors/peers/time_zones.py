"""Makes vectors/time.json: what Python's zoneinfo says about offsets, local times and the edges of buckets.

    pip install tzdata
    python vectors/peers/time_zones.py

The buckets are found by walking the window in steps of 15 minutes and grouping the instants by what the zone's clock
shows, so they share no rule about midnights or gaps with the library under test.
"""

import json
import zoneinfo
from datetime import datetime, timedelta, timezone
from importlib.metadata import version
from pathlib import Path

import tzdata

zoneinfo.reset_tzpath(to=[])  # the tzdata package, not the machine's files

UTC = timezone.utc
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MICROSECOND = timedelta(microseconds=1)
QUARTER = timedelta(minutes=15)

ZONES = {
    "Europe/Berlin": ["2026-03-29", "2026-10-25"],
    "America/New_York": ["2026-03-08", "2026-11-01"],
    "Australia/Lord_Howe": ["2026-10-04", "2026-04-05"],
    "Asia/Kathmandu": ["2026-01-01"],
    "Pacific/Apia": ["2011-12-30", "2010-09-26", "2011-04-02"],
    "Africa/Cairo": ["2026-04-24", "2026-10-29", "2010-08-11", "2010-09-09"],
}
FIRST, LAST = datetime(2000, 1, 1, tzinfo=UTC), datetime(2036, 1, 1, tzinfo=UTC)


def micros(instant):
    return (instant - EPOCH) // MICROSECOND


def offset(zone, instant):
    return int(instant.astimezone(zone).utcoffset().total_seconds())


def transitions(zone):
    """Bisects the offset, as a caller without access to the rules would."""
    found, at = [], FIRST
    while at < LAST:
        end = at + timedelta(days=1)
        if offset(zone, end) == offset(zone, at):
            at = end
            continue
        low, high = at, end
        while high - low > timedelta(seconds=1):
            middle = low + (high - low) // 2
            middle -= timedelta(microseconds=middle.microsecond)
            if offset(zone, middle) == offset(zone, at):
                low = middle
            else:
                high = middle
        found.append((high, offset(zone, high)))
        at = high
    return found


def offsets(zone, table):
    instants = [FIRST + timedelta(days=97 * i, hours=5 * i) for i in range(0, 135, 3)]
    for at, _ in table:
        if at.year in (2010, 2011, 2026):
            instants += [at - timedelta(seconds=1), at]
    return [[micros(at), offset(zone, at)] for at in sorted(instants)]


def from_local(zone, dates):
    """fold=0 is the first of two, and the offset before the gap: the time moved forward by the gap."""
    rows = []
    for date in dates:
        noon = datetime.fromisoformat(date + "T12:00:00")
        for minutes in range(-26 * 60, 14 * 60, 30):
            local = noon + timedelta(minutes=minutes + 7)
            text = local.isoformat()
            rows.append([text, micros(local.replace(tzinfo=zone).astimezone(UTC))])
        for exact in ("00:00", "01:00", "01:30", "02:00", "02:30", "03:00", "23:00"):
            local = datetime.fromisoformat(f"{date}T{exact}")
            rows.append([local.isoformat(), micros(local.replace(tzinfo=zone).astimezone(UTC))])
    return rows


def first_date(bucket, week_start, date):
    if bucket == "week":
        return date - timedelta(days=(date.weekday() - week_start) % 7)
    if bucket == "month":
        return date.replace(day=1)
    if bucket == "quarter":
        return date.replace(month=(date.month - 1) // 3 * 3 + 1, day=1)
    if bucket == "year":
        return date.replace(month=1, day=1)
    return date


def date_label(bucket, week_start, date):
    if bucket == "week":
        return date.strftime("%G-W%V") if week_start == 0 else f"{date}/week"
    if bucket == "month":
        return date.strftime("%Y-%m")
    if bucket == "quarter":
        return f"{date.year}-Q{(date.month + 2) // 3}"
    return str(date.year) if bucket == "year" else str(date)


def clock_label(local, minutes):
    # The offset is that of the instant: replace() alone would look it up for the full hour, which may not exist.
    floor = local.replace(minute=local.minute // minutes * minutes, second=0, tzinfo=timezone(local.utcoffset()))
    return floor.isoformat(sep=" ", timespec="minutes")


CLOCK = {"15min": 15, "30min": 30, "hour": 60}
WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]


def slots(zone, bucket, week_start, start, end):
    rows, at, latest = [], start, None
    while at < end:
        local = at.astimezone(zone)
        if bucket in CLOCK:
            label = clock_label(local, CLOCK[bucket])
        else:
            # Once the clock has shown a date, an hour that is repeated before its midnight still belongs to it.
            latest = max(local.date(), latest or local.date())
            label = date_label(bucket, week_start, first_date(bucket, week_start, latest))
        if rows and rows[-1][2] == label:
            rows[-1][1] = micros(at + QUARTER)
        else:
            rows.append([micros(at), micros(at + QUARTER), label])
        at += QUARTER
    return rows


def windows(zone, dates):
    cases = []

    def add(bucket, start, end, week_start="monday"):
        cases.append(
            {
                "bucket": bucket,
                "week_start": week_start,
                "from": micros(start),
                "to": micros(end),
                "slots": slots(zone, bucket, WEEKDAYS.index(week_start), start, end),
            }
        )

    for date in dates:
        noon = datetime.fromisoformat(date + "T12:00:00").replace(tzinfo=UTC)
        add("hour", noon - timedelta(hours=26, minutes=15), noon + timedelta(hours=14, minutes=30))
        add("30min", noon - timedelta(hours=23), noon + timedelta(hours=2))
        add("15min", noon - timedelta(hours=22), noon + timedelta(hours=1))
        add("day", noon - timedelta(days=4), noon + timedelta(days=4))
        for week_start in ("monday", "sunday", "friday"):
            add("week", noon - timedelta(days=20), noon + timedelta(days=20), week_start)
        add("month", noon - timedelta(days=100), noon + timedelta(days=100))
    year = datetime.fromisoformat(dates[0]).year
    start, end = datetime(year - 1, 6, 5, tzinfo=UTC), datetime(year + 1, 7, 1, tzinfo=UTC)
    for bucket in ("week", "month", "quarter", "year"):
        add(bucket, start, end)
    return cases


def main():
    zones = []
    for name, dates in ZONES.items():
        zone = zoneinfo.ZoneInfo(name)
        table = transitions(zone)
        assert all(micros(at) % micros(EPOCH + QUARTER) == 0 for at, _ in table), "the walk needs quarter hours"
        zones.append(
            {
                "zone": {
                    "name": name,
                    "source": f"tzdata {tzdata.IANA_VERSION}",
                    "initial_offset": offset(zone, FIRST),
                    "transitions": [[micros(at), seconds] for at, seconds in table],
                },
                "offsets": offsets(zone, table),
                "from_local": from_local(zone, dates),
                "slots": windows(zone, dates),
            }
        )
    document = {
        "about": "Time zones and buckets. zone: its table from 2000 to 2035. offsets: [instant µs, seconds]. "
        "from_local: [local time, instant µs]. slots: [from µs, to µs, label] of a window.",
        "origin": f"peer: Python zoneinfo with tzdata {version('tzdata')} (IANA {tzdata.IANA_VERSION}), "
        "made by vectors/peers/time_zones.py",
        "zones": zones,
    }
    # One row a line: readable in a difference, without one line per number.
    lines = ["{"]
    lines += [f' "{key}": {json.dumps(document[key], ensure_ascii=False)},' for key in ("about", "origin")]
    lines.append(' "zones": [')
    for i, zone in enumerate(zones):
        lines.append("  {")
        lines.append(f'   "zone": {json.dumps(zone["zone"])},')
        for key in ("offsets", "from_local", "slots"):
            rows = ",\n    ".join(json.dumps(row) for row in zone[key])
            lines.append(f'   "{key}": [\n    {rows}\n   ]' + ("," if key != "slots" else ""))
        lines.append("  }" + ("," if i + 1 < len(zones) else ""))
    lines += [" ]", "}"]
    path = Path(__file__).resolve().parent.parent / "time.json"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


main()
