"""Business time for the peers: open hours day by day with Python's zoneinfo; instants are µs since 1970."""

from datetime import date, datetime, time, timedelta, timezone
from functools import lru_cache
from zoneinfo import ZoneInfo

EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)
MICROSECOND = timedelta(microseconds=1)
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
YEARS_TO_SEARCH = 20


def micros(at):
    return (at - EPOCH) // MICROSECOND


def zone_named(given):
    """The zone of a table by its name, UTC, or a fixed offset."""
    if isinstance(given, dict):
        return ZoneInfo(given["name"])
    if given == "UTC":
        return timezone.utc
    sign = -1 if given[0] == "-" else 1
    hours, minutes = given[1:].split(":")
    return timezone(sign * timedelta(hours=int(hours), minutes=int(minutes)))


def table(name, first, last):
    """The table of a zone's transitions over whole years, found hour by hour."""
    zone, step = ZoneInfo(name), 3600
    at = micros(datetime(first, 1, 1, tzinfo=timezone.utc)) // 10**6
    end = micros(datetime(last + 1, 1, 1, tzinfo=timezone.utc)) // 10**6

    def offset(seconds):
        return int(datetime.fromtimestamp(seconds, zone).utcoffset().total_seconds())

    out = {"name": name, "source": "tz 2025b", "initial_offset": offset(at), "transitions": []}
    now = out["initial_offset"]
    for second in range(at, end, step):
        if (new := offset(second)) != now:
            out["transitions"].append([second * 10**6, new])
            now = new
    return out


class Continuous:
    """Calendar time."""

    def elapsed(self, start, end):
        return end - start

    def deadline(self, start, duration):
        return start + duration


class Schedule:
    """One schedule."""

    def __init__(self, given, zone="UTC"):
        self.zone = zone_named(given.get("zone", zone))
        self.hours = given.get("hours", {})
        self.holidays = set(given.get("holidays", []))
        self.special = given.get("special_days", {})
        self.day = lru_cache(None)(self.day)

    def instant(self, day, clock):
        """A local time of a day; fold 0 is the first of two, and moves a time in a gap forward by the gap."""
        hours, minutes, *seconds = map(int, clock.split(":"))
        if hours == 24:
            day, hours = day + timedelta(days=1), 0
        local = datetime.combine(day, time(hours, minutes, *seconds))
        return micros(local.replace(tzinfo=self.zone).astimezone(timezone.utc))

    def exists(self, day):
        ends = (self.instant(day, "00:00"), self.instant(day, "23:59:59"))
        return any((EPOCH + at * MICROSECOND).astimezone(self.zone).date() == day for at in ends)

    def day(self, day):
        """The intervals of the shifts that start on a day."""
        key = day.isoformat()
        if not self.exists(day):
            return []
        if key in self.special:
            shifts = self.special[key]
        elif key in self.holidays:
            shifts = []
        else:
            shifts = self.hours.get(WEEKDAYS[day.weekday()], [])
        out = []
        for start, end in shifts:
            overnight = end <= start  # texts of one form sort as times
            opening = self.instant(day, start)
            closing = self.instant(day + timedelta(days=1) if overnight else day, end)
            if closing > opening:
                out.append((opening, closing))
        return out

    def local_date(self, at):
        return (EPOCH + at * MICROSECOND).astimezone(self.zone).date()

    def open_between(self, first: date, last: date):
        """The united intervals of the shifts that start on these days."""
        out, day = [], first
        found = []
        while day <= last:
            found += self.day(day)
            day += timedelta(days=1)
        for start, end in sorted(found):
            if out and start <= out[-1][1]:
                out[-1] = out[-1][0], max(out[-1][1], end)
            else:
                out.append((start, end))
        return out

    def elapsed(self, start, end):
        if end < start:
            return -self.elapsed(end, start)
        days = self.local_date(start) - timedelta(days=2), self.local_date(end) + timedelta(days=1)
        return sum(max(0, min(b, end) - max(a, start)) for a, b in self.open_between(*days))

    def is_open(self, at):
        day = self.local_date(at)
        return any(a <= at < b for a, b in self.open_between(day - timedelta(days=2), day + timedelta(days=1)))

    def deadline(self, start, duration):
        if duration == 0:
            return start
        days = 14
        while days < 366 * YEARS_TO_SEARCH:
            day = self.local_date(start)
            left = duration
            for a, b in self.open_between(day - timedelta(days=2), day + timedelta(days=days)):
                a = max(a, start)
                if b <= a:
                    continue
                if b - a >= left:
                    return a + left
                left -= b - a
            days *= 4
        raise ValueError("no_hours")


class Calendar:
    """One schedule, or several by a field of the record."""

    def __init__(self, given, zone="UTC"):
        self.by = given.get("by")
        if self.by is None:
            self.one = Schedule(given, zone)
        else:
            self.schedules = {word: Schedule(s, zone) for word, s in given["schedules"].items()}
            self.otherwise = Schedule(given["otherwise"], zone) if given.get("otherwise") else None

    def of(self, record):
        """The schedule of a record; None where it has none."""
        if self.by is None:
            return self.one
        word = record.get(self.by)
        return self.schedules.get(word, self.otherwise) if word is not None else self.otherwise


def clock_of(name, calendar, record):
    """The clock of a record: calendar time, or its schedule."""
    return Continuous() if name == "calendar" else calendar.of(record)
