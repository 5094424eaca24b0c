"""Makes vectors/calendar.json: open time, day by day with Python's zoneinfo. With `compare` it counts instead where two
published packages agree, and which rules of theirs explain the rest.

    pip install tzdata workclock businesstimedelta
    python vectors/peers/calendars.py
    python vectors/peers/calendars.py compare
"""

import itertools
import json
import random
import signal
import sys
from collections import Counter
from datetime import date, datetime, time, timedelta, timezone
from importlib.metadata import version
from pathlib import Path
from zoneinfo import ZoneInfo

import tzdata

from time_zones import FIRST, offset, transitions  # first: it turns zoneinfo to the tzdata package

from business import EPOCH, MICROSECOND, WEEKDAYS, Calendar, Schedule, micros

SECOND = 1_000_000
HOUR = 3600 * SECOND
SEED = 20260301
ZONES = {
    "America/New_York": ["2026-03-08", "2026-11-01"],
    "Africa/Cairo": ["2026-04-24", "2010-08-11", "2010-09-09"],
    "Europe/Berlin": ["2026-03-29", "2026-10-25"],
    "Australia/Lord_Howe": ["2026-10-04", "2026-04-05"],
    "Pacific/Apia": ["2011-12-30", "2010-09-26"],
    "Asia/Kathmandu": ["2026-01-01"],
    "America/Sao_Paulo": ["2017-10-15", "2018-02-18"],
    "Africa/Casablanca": ["2026-02-15", "2026-03-22"],
}
OFFICE = {day: [["09:00", "17:00"]] for day in WEEKDAYS[:5]}
SPLIT = {day: [["08:30", "12:00"], ["12:45", "18:15:30"]] for day in WEEKDAYS[:6]}
NIGHTS = {day: [["22:00", "06:00"]] for day in WEEKDAYS}
EARLY = {day: [["00:00", "02:30"], ["02:30", "05:00"]] for day in WEEKDAYS}
ALWAYS = {day: [["00:00", "24:00"]] for day in WEEKDAYS}


def instant(text):
    return micros(datetime.fromisoformat(text))


def text(at):
    shown = (EPOCH + at * MICROSECOND).isoformat()
    return shown.replace("+00:00", "Z")


def of(zone, given, word=None):
    """The peer's schedule; the zone is that of the report."""
    zone = zone if zone == "UTC" else {"name": zone}
    return Calendar(given, zone).of({given.get("by"): word})


def by_hand(name, zone, given, elapsed=(), deadline=(), word=None):
    """A case whose numbers were worked out by hand; the peer has to find them too."""
    schedule = of(zone, given, word)
    for start, end, minutes in elapsed:
        assert schedule.elapsed(instant(start), instant(end)) == minutes * 60 * SECOND, (name, start, end)
    for start, minutes, end in deadline:
        assert schedule.deadline(instant(start), minutes * 60 * SECOND) == instant(end), (name, start, minutes)
    case = {"name": name, "origin": "by hand", "zone": zone, "calendar": given}
    if word is not None:
        case["schedule"] = word
    case["elapsed"] = [[start, end, minutes * 60 * SECOND] for start, end, minutes in elapsed]
    case["deadline"] = [[start, minutes * 60 * SECOND, end] for start, minutes, end in deadline]
    return case


def hand_cases():
    york, cairo, apia = "America/New_York", "Africa/Cairo", "Pacific/Apia"
    sunday = {"hours": {"sunday": [["01:00", "05:00"]]}}
    teams = {"by": "team", "schedules": {"night": {"hours": NIGHTS}}, "otherwise": {"hours": OFFICE}}
    return [
        by_hand(
            "a weekend with a change of the clock",
            york,
            {"hours": OFFICE},
            [
                ("2024-03-08T20:00:00Z", "2024-03-11T14:00:00Z", 180),
                ("2024-11-01T19:00:00Z", "2024-11-04T15:00:00Z", 180),
            ],
        ),
        by_hand(
            "a holiday",
            york,
            {"hours": OFFICE, "holidays": ["2024-05-27"]},
            [("2024-05-24T20:00:00Z", "2024-05-28T14:00:00Z", 120)],
            [("2024-05-24T20:00:00Z", 120, "2024-05-28T14:00:00Z")],
        ),
        by_hand(
            "a change on a Friday",
            cairo,
            {"hours": {day: [["09:00", "17:00"]] for day in WEEKDAYS}},
            [("2024-04-25T14:00:00Z", "2024-04-26T07:00:00Z", 120)],
        ),
        by_hand(
            "hours over a change of the clock",
            york,
            sunday,
            [
                ("2024-03-10T00:00:00Z", "2024-03-11T00:00:00Z", 180),
                ("2024-11-03T00:00:00Z", "2024-11-04T00:00:00Z", 300),
                ("2024-11-10T00:00:00Z", "2024-11-11T00:00:00Z", 240),
            ],
        ),
        by_hand(
            "a deadline at closing time",
            "UTC",
            {"hours": OFFICE},
            [("2024-03-09T10:00:00Z", "2024-03-10T20:00:00Z", 0)],
            [
                ("2024-03-08T09:00:00Z", 480, "2024-03-08T17:00:00Z"),
                ("2024-03-08T09:00:00Z", 481, "2024-03-11T09:01:00Z"),
                ("2024-03-09T03:00:00Z", 0, "2024-03-09T03:00:00Z"),
            ],
        ),
        by_hand(
            "a year and more",
            "UTC",
            {"hours": OFFICE},
            [
                ("2024-03-11T00:00:00Z", "2025-03-10T00:00:00Z", 52 * 2400),
                ("2025-03-10T00:00:00Z", "2024-03-11T00:00:00Z", -52 * 2400),
            ],
            [("2024-03-11T00:00:00Z", 260 * 480, "2025-03-07T17:00:00Z")],
        ),
        by_hand(
            "a lunch break, and a shift at night whose tail a holiday leaves",
            "UTC",
            {"hours": {"friday": [["09:00", "12:00"], ["13:00", "17:00"], ["22:00", "06:00"]]}, "holidays": ["2024-03-09"]},
            [
                ("2024-03-08T11:30:00Z", "2024-03-08T13:30:00Z", 60),
                ("2024-03-08T00:00:00Z", "2024-03-10T00:00:00Z", 3 * 60 + 4 * 60 + 8 * 60),
            ],
            [("2024-03-08T11:00:00Z", 60, "2024-03-08T12:00:00Z"), ("2024-03-08T11:00:00Z", 61, "2024-03-08T13:01:00Z")],
        ),
        by_hand(
            "a special day, also on a holiday",
            "UTC",
            {
                "hours": OFFICE,
                "holidays": ["2026-12-24", "2026-12-25"],
                "special_days": {"2026-12-24": [["09:00", "12:00"]], "2026-12-27": [["23:00", "01:00"]]},
            },
            [
                ("2026-12-24T00:00:00Z", "2026-12-26T00:00:00Z", 180),
                ("2026-12-27T00:00:00Z", "2026-12-28T00:00:00Z", 60),
                ("2026-12-28T00:00:00Z", "2026-12-29T00:00:00Z", 60 + 480),
            ],
        ),
        by_hand(
            "overlapping hours count once",
            "UTC",
            {"hours": {"monday": [["09:00", "12:00"], ["11:00", "13:00"], ["11:30", "11:45"], ["13:00", "14:00"]]}},
            [("2024-03-11T00:00:00Z", "2024-03-12T00:00:00Z", 300)],
        ),
        by_hand(
            "whole days",
            york,
            {"hours": ALWAYS},
            [("2024-03-08T20:00:00Z", "2024-03-11T14:00:00Z", 3960), ("2024-11-01T19:00:00Z", "2024-11-04T15:00:00Z", 4080)],
        ),
        by_hand(
            "a date that the zone left out",
            apia,
            {"hours": {day: [["09:00", "17:00"]] for day in WEEKDAYS}},
            [("2011-12-29T10:00:00Z", "2012-01-01T10:00:00Z", 3 * 480)],
        ),
        by_hand(
            "half an hour",
            "Australia/Lord_Howe",
            {"hours": {day: [["01:00", "05:00"]] for day in WEEKDAYS}},
            [("2026-10-03T12:00:00Z", "2026-10-04T12:00:00Z", 210), ("2026-04-04T12:00:00Z", "2026-04-05T12:00:00Z", 270)],
        ),
        by_hand(
            "a midnight that is jumped over",
            "America/Sao_Paulo",
            {"hours": {"sunday": [["00:00", "24:00"]]}},
            [("2017-10-14T12:00:00Z", "2017-10-17T00:00:00Z", 23 * 60)],
        ),
        by_hand(
            "the schedule of a word",
            "UTC",
            teams,
            [("2024-03-09T00:00:00Z", "2024-03-10T00:00:00Z", 480)],
            word="night",
        ),
        by_hand(
            "the schedule of every other word",
            "UTC",
            teams,
            [("2024-03-08T00:00:00Z", "2024-03-09T00:00:00Z", 480)],
            word="day",
        ),
    ]


def clock(minutes):
    return f"{minutes // 60:02}:{minutes % 60:02}"


def random_hours(chance, near):
    """Any shifts on any days, with holidays and special days near a date."""

    def shifts():
        return [[clock(chance.randrange(96) * 15), clock(chance.randrange(97) * 15)] for _ in range(chance.randint(1, 3))]

    around = [(near + timedelta(days=days)).isoformat() for days in range(-6, 7)]
    hours = {day: shifts() for day in WEEKDAYS if chance.random() < 0.7} or {"monday": shifts()}
    return {
        "hours": hours,
        "holidays": sorted(chance.sample(around, 2)),
        "special_days": {day: shifts() for day in sorted(chance.sample(around, 2))},
    }


def peer_case(chance, name, zone, given, near):
    schedule = of(zone, given)
    noon = micros(datetime.combine(near, time(12), timezone.utc))

    def some(days):
        # Mostly on the minute, where hours open and close.
        at = noon + round(chance.uniform(-days, days) * 24 * 60) * 60 * SECOND
        return at + (chance.randrange(60 * SECOND) if chance.random() < 0.2 else 0)

    pairs = [(some(days), some(days)) for days in (1, 1, 2, 2, 9, 200)]
    starts = [(some(days), chance.randrange(1, hours) * HOUR // 4) for days, hours in ((1, 40), (2, 40), (9, 90), (200, 2000))]
    moments = [some(1.5) for _ in range(6)]
    return {
        "name": name,
        "origin": "peer",
        "zone": zone,
        "calendar": given,
        "elapsed": [[text(a), text(b), schedule.elapsed(a, b)] for a, b in pairs],
        "deadline": [[text(a), duration, text(schedule.deadline(a, duration))] for a, duration in starts],
        "open": [[text(at), schedule.is_open(at)] for at in moments],
    }


def peer_cases():
    chance = random.Random(SEED)
    cases = []
    for zone, dates in ZONES.items():
        for day in map(date.fromisoformat, dates):
            plans = {"split shifts": {"hours": SPLIT}, "nights": {"hours": NIGHTS}, "early hours": {"hours": EARLY}}
            for number in range(1, 5):
                plans[f"random hours {number}"] = random_hours(chance, day)
            for name, given in plans.items():
                cases.append(peer_case(chance, f"{name}, {zone}, {day}", zone, given, day))
    return cases


ERRORS = [
    ({"hours": {"monday": [["9:00", "17:00"]]}}, "bad_calendar", "hours.monday"),
    ({"hours": {"monday": [["24:00", "01:00"]]}}, "bad_calendar", "hours.monday"),
    ({"hours": {"monday": [["09:00", "24:01"]]}}, "bad_calendar", "hours.monday"),
    ({"hours": {"mon": [["09:00", "17:00"]]}}, "bad_calendar", "hours.mon"),
    ({"hours": OFFICE, "holidays": ["2026-02-29"]}, "bad_calendar", "holidays"),
    ({"hours": OFFICE, "special_days": {"24 Dec": []}}, "bad_calendar", "special_days"),
    ({"hours": OFFICE, "special_days": {"2026-12-24": [["x", "y"]]}}, "bad_calendar", "special_days.2026-12-24"),
    ({"hours": OFFICE, "holiday": []}, "bad_calendar", "holiday"),
    ({"hours": OFFICE, "zone": "Mars/Olympus"}, "bad_zone", "zone"),
    ({"hours": {}}, "no_hours", "hours"),
    ({"by": "team", "schedules": {"a": {"hours": {"friday": "09:00"}}}}, "bad_calendar", "schedules.a.hours.friday"),
    ({"schedules": {"a": {"hours": OFFICE}}}, "bad_calendar", "by"),
]


def tables():
    made = {}
    for name in ZONES:
        zone = ZoneInfo(name)
        changes = [[micros(at), seconds] for at, seconds in transitions(zone)]
        source = f"tzdata {tzdata.IANA_VERSION}"
        made[name] = {"name": name, "source": source, "initial_offset": offset(zone, FIRST), "transitions": changes}
    return made


def write():
    lines = {
        "zones": [f"{json.dumps(name)}: {json.dumps(table)}" for name, table in tables().items()],
        "cases": [json.dumps(case) for case in hand_cases() + peer_cases()],
        "errors": [json.dumps({"calendar": given, "code": code, "field": field}) for given, code, field in ERRORS],
    }
    head = {
        "about": "Business calendars. zone: that of the report, by name in zones, from 2000 to 2035. schedule: the word of "
        "the record. elapsed: [from, to, open µs]. deadline: [from, open µs, instant]. open: [instant, whether].",
        "origin": f"by hand; or peer: Python zoneinfo with tzdata {version('tzdata')} (IANA {tzdata.IANA_VERSION}), made by "
        "vectors/peers/calendars.py",
    }
    parts = [f' "{key}": {json.dumps(value, ensure_ascii=False)}' for key, value in head.items()]
    for key, rows in lines.items():
        (start, end) = "{}" if key == "zones" else "[]"
        body = ",\n".join("  " + row for row in rows)
        parts.append(f' "{key}": {start}\n{body}\n {end}')
    path = Path(__file__).parents[1] / "calendar.json"
    path.write_text("{\n" + ",\n".join(parts) + "\n}\n", encoding="utf-8")


# What follows compares with published packages. They know one shift on some days, a break, and holidays.

EACH = 500
KINDS = {
    # zones, opening, closing (hours of the day, at random between two), break, holidays
    "day, UTC": (["UTC"], (5, 11), (14, 23), False, False),
    "day with break and holidays, UTC": (["UTC"], (5, 11), (14, 23), True, True),
    "day with break and holidays, zones": (list(ZONES), (5, 11), (14, 23), True, True),
    "night, UTC": (["UTC"], (17, 23), (1, 9), False, False),
    "night with holidays, UTC": (["UTC"], (17, 23), (1, 9), False, True),
    "early, at changes of the clock": (list(ZONES), (0, 3), (4, 7), False, False),
}


def package_schedules(zone, days, opening, closing, pause, holidays):
    """The same schedule as workclock and as businesstimedelta have it: open µs and deadline of each."""
    import businesstimedelta as btd
    import pytz
    import workclock as wc

    dates = [date.fromisoformat(day) for day in holidays]
    rules = [wc.WorkDay(opening, closing, days)]
    rules += [wc.Break(*pause, days)] if pause else []
    rules += [wc.Holidays(dates)] if dates else []
    clocked = wc.Schedule(rules, time_zone=zone)

    tz = pytz.timezone(zone)
    rules = [btd.WorkDayRule(opening, closing, days, tz=tz)]
    rules += [btd.LunchTimeRule(*pause, days, tz=tz)] if pause else []
    # Without a holiday within five years it fails, so one far away is added.
    rules += [btd.HolidayRule(dates + [dates[-1] + timedelta(days=1500)], tz=tz)] if dates else []
    delta = btd.Rules(rules)

    def at(us):
        return EPOCH + us * MICROSECOND

    return {
        "workclock": (
            lambda a, b: clocked.between(at(a), at(b)) // MICROSECOND,
            lambda a, duration: micros(clocked.add(at(a), duration * MICROSECOND)),
        ),
        "businesstimedelta": (
            lambda a, b: delta.difference(at(a), at(b)).timedelta // MICROSECOND,
            lambda a, duration: micros(at(a) + btd.BusinessTimeDelta(delta, timedelta=duration * MICROSECOND)),
        ),
    }


def answer(ask, *values):
    """What a package says; where it fails or does not come to an end, that."""
    signal.setitimer(signal.ITIMER_REAL, 2)
    try:
        return ask(*values)
    except Exception as error:  # noqa: BLE001
        return type(error).__name__
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


class NoEnd(Exception):
    pass


class Read(Schedule):
    """The peer with other rules: those that explain what a package says."""

    def __init__(self, given, zone, rules):
        self.rules = rules
        super().__init__(given, zone)
        self.free = self.holidays if "whole holidays" in rules else set()
        self.holidays = self.holidays - self.free

    def exists(self, day):
        return "dates left out" in self.rules or super().exists(day)

    def instant(self, day, clock):
        at = super().instant(day, clock)
        if "second of two" in self.rules:
            later = (EPOCH + at * MICROSECOND).astimezone(self.zone).replace(fold=1)
            # In a gap there is nothing to choose: the instant's own reading is the only one.
            at = micros(later.astimezone(timezone.utc))
        return at

    def open_between(self, first, last):
        found = super().open_between(first, last)
        for day in map(date.fromisoformat, self.free):
            start, end = self.instant(day, "00:00"), self.instant(day, "24:00")
            found = [cut for a, b in found for cut in ((a, min(b, start)), (max(a, end), b)) if cut[0] < cut[1]]
        return sorted(found)

    def day(self, day):
        shifts = self.hours.get(WEEKDAYS[day.weekday()], [])
        if "dates left out without their break" in self.rules and shifts and not super().exists(day):
            # The break is looked for on a later date than the hours.
            return [(self.instant(day, shifts[0][0]), self.instant(day, shifts[-1][1]))]
        return super().day(day)

    def begun(self, at):
        """Where a question begins for a package that does not see a night shift that has begun."""
        if "begun nights" in self.rules:
            today = self.local_date(at)
            for opening, closing in self.day(today - timedelta(days=1)) + self.day(today):
                at = closing if opening <= at < closing else at
        return at

    def elapsed(self, start, end):
        return super().elapsed(min(self.begun(start), end), end)

    def deadline(self, start, duration):
        return super().deadline(self.begun(start), duration)


# How each package reads a schedule, where it is not as we do.
RULES = {
    "workclock": ["dates left out", "whole holidays"],
    "businesstimedelta": ["dates left out", "dates left out without their break", "second of two", "begun nights"],
}


def why(name, given, zone, what, values, says):
    """The fewest other rules under which the peer says what the package says."""
    for count in range(1, 1 + len(RULES[name])):
        for rules in itertools.combinations(RULES[name], count):
            if getattr(Read(given, zone, rules), what)(*values) == says:
                return " and ".join(rules)
    return f"other: {given} {zone} {what} {[text(values[0]), values[1]]} {says}"


def compare():
    def stop(*_):
        raise NoEnd

    signal.signal(signal.SIGALRM, stop)
    chance = random.Random(SEED)
    for kind, (zones, open_between, close_between, with_pause, with_holidays) in KINDS.items():
        same, reasons = Counter(), {}
        for _ in range(EACH):
            zone = chance.choice(zones)
            near = date.fromisoformat(chance.choice(ZONES.get(zone, ["2026-03-08", "2026-11-01"])))
            days = sorted(chance.sample(range(7), chance.randint(2, 7)))
            opening = time(chance.randint(*open_between), chance.choice((0, 15, 30, 45)))
            closing = time(chance.randint(*close_between), chance.choice((0, 15, 30, 45)))
            pause = (time(12), time(13)) if with_pause else None
            around = [(near + timedelta(days=days)).isoformat() for days in range(-8, 9)]
            holidays = sorted(chance.sample(around, 3)) if with_holidays else []
            shift = [[f"{opening:%H:%M}", f"{closing:%H:%M}"]]
            if pause:
                shift = [[f"{opening:%H:%M}", "12:00"], ["13:00", f"{closing:%H:%M}"]]
            given = {"hours": {WEEKDAYS[day]: shift for day in days}, "holidays": holidays}
            place = zone if zone == "UTC" else {"name": zone}
            ours = Schedule(given, place)
            noon = micros(datetime.combine(near, time(12), timezone.utc))
            a, b = sorted(noon + chance.randrange(-9 * 1440, 9 * 1440) * 60 * SECOND for _ in range(2))
            asked = {"elapsed": (a, b), "deadline": (a, chance.randrange(1, 60 * 4) * 15 * 60 * SECOND)}
            for name, asks in package_schedules(zone, days, opening, closing, pause, holidays).items():
                for (what, values), ask in zip(asked.items(), asks, strict=True):
                    says = answer(ask, *values)
                    if says == getattr(ours, what)(*values):
                        same[name, what] += 1
                    else:
                        reason = why(name, given, place, what, values, says)
                        reasons.setdefault((name, what), Counter())[reason] += 1
        print(kind)
        for key in itertools.product(RULES, asked):
            print("  ", *key, f"{same[key]} of {EACH}", dict(reasons.get(key, {})))


if __name__ == "__main__":
    compare() if "compare" in sys.argv else write()
