"""Writes the embedded sample: half a year of a made-up support team, January to June 2026.

    python examples/sample/make.py           # standard library only; the same files every time
    python examples/sample/make.py --check   # writes nothing; fails where a file is not what would be written

Nobody in it is real. The company sells goods and subscriptions in Germany; its team works by the clock of Berlin, and
every instant is written in UTC. What it shows:

- the rhythm of days, weeks and holidays, with a peak on Mondays; growth; returns after Christmas;
- a bad April: a release on the 8th breaks things while two people are away. More comes in, everything takes longer,
  more is reopened and asked again, callers give up, ratings fall, and in May customers leave;
- social media as the weak channel, a bot that solves some chats and hands over the others, agents who differ in skill;
- shifts and what was planned, sessions of self-service, articles, public reviews, scorecards and what agents say;
- what a help desk has besides: merged, spam, deleted, canceled and reopened tickets, callbacks, calls that give birth
  to a ticket, invitations to surveys that nobody answers, trials, upgrades, pauses, refunds.

Everything is as known when the files were written, at the end of June in Berlin: what comes later is empty.
`first_resolved_at` is filled only where it is not `resolved_at`. The books and the billing keep months in UTC.

`events.csv` is the log of the help desk: from it follows what `tickets.csv` says of responses, hands and resolutions,
and more. It has the flaws that logs have: events that came in twice, and messages after a merge. Of the few tickets
that an agent wrote for letters and visits there is no log. `calendar.json` says when the team works, `sla.json` what
is promised to whom.
"""

import bisect
import csv
import io
import json
import pathlib
import random
import re
import sys
from calendar import timegm
from collections import Counter
from datetime import date, datetime, timedelta, timezone
from statistics import NormalDist

SEED = 20260111
HERE = pathlib.Path(__file__).resolve().parent
MINUTE, HOUR, DAY = 60, 3600, 86400


def stream(name):
    """Each section draws from a stream of its own, so that a change in one leaves the others as they are."""
    return random.Random(f"{SEED} {name}")


# Time: whole seconds since 1970 ------------------------------------------------------------------------------------


def utc(year, month=1, day=1, hour=0):
    return timegm((year, month, day, hour, 0, 0))


def last_sunday(year, month):
    end = date(year, month, 31)
    return end - timedelta(days=(end.weekday() + 1) % 7)


def offset(at):
    """Of Berlin's clock from UTC."""
    year = datetime.fromtimestamp(at, timezone.utc).year
    begin, end = (timegm((*last_sunday(year, month).timetuple()[:3], 1, 0, 0)) for month in (3, 10))
    return 2 * HOUR if begin <= at < end else HOUR


def local(at):
    """Berlin's date and the seconds of its day."""
    days, seconds = divmod(at + offset(at), DAY)
    return date(1970, 1, 1) + timedelta(days=days), seconds


def berlin(day, seconds):
    at = (day - date(1970, 1, 1)).days * DAY + seconds
    return at - offset(at - HOUR)


START, END = utc(2026, 1), utc(2026, 6, 30, 22)  # the end of 30 June in Berlin
NEVER = utc(2100)
MONTHS = [utc(2026, month) for month in range(1, 8)]
HOLIDAYS = {date(2026, 1, 1), date(2026, 4, 3), date(2026, 4, 6), date(2026, 5, 1), date(2026, 5, 14), date(2026, 5, 25)}
OPEN, CLOSE, SATURDAY = 8 * HOUR, 18 * HOUR, (9 * HOUR, 14 * HOUR)


def hours_of(day):
    """When the team works on a day; None where it does not."""
    if day in HOLIDAYS or day.weekday() == 6:
        return None
    return SATURDAY if day.weekday() == 5 else (OPEN, CLOSE)


def is_open(at):
    day, seconds = local(at)
    hours = hours_of(day)
    return hours is not None and hours[0] <= seconds < hours[1]


def staffed(at, seconds):
    """The instant after so many seconds of working time."""
    seconds = max(1, round(seconds))
    day, now = local(at)
    while True:
        hours = hours_of(day)
        if hours and now < hours[1]:
            now = max(now, hours[0])
            if now + seconds < hours[1]:
                return max(berlin(day, now + seconds), at + 1)
            seconds -= hours[1] - now
        day, now = day + timedelta(days=1), 0


def written(at):
    """RFC 3339; empty where there is none."""
    return "" if at is None else datetime.fromtimestamp(at, timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")


def text(at):
    """The same of something that happened; empty where that is still to come."""
    return "" if at is None or at >= END else written(at)


def along(at, *points):
    """A value that runs straight from one (date, value) to the next."""
    points = [(utc(2026, *day), value) for day, value in points]
    if at <= points[0][0]:
        return points[0][1]
    for (a, x), (b, y) in zip(points, points[1:]):
        if at < b:
            return x + (y - x) * (at - a) / (b - a)
    return points[-1][1]


def strain(at):
    """How bad things are, 0 to 1: April, with a tail into May."""
    return along(at, ((3, 28), 0), ((4, 2), 0.75), ((4, 8), 1), ((4, 29), 1), ((5, 6), 0.35), ((5, 20), 0))


WEEK = [1.55, 1.1, 1.05, 1.0, 0.92, 0.3, 0.2]
# By hour of the day: on working days and on the others.
CLOCKS = {
    "written": ([2, 1, 1, 1, 1, 2, 6, 14, 26, 38, 40, 34, 28, 30, 34, 33, 30, 27, 23, 22, 22, 19, 11, 5],
                [3, 2, 1, 1, 1, 1, 3, 6, 12, 20, 24, 22, 19, 18, 19, 20, 20, 19, 18, 19, 20, 16, 10, 5]),
    "spoken": ([0.3, 0.2, 0.1, 0.1, 0.1, 0.2, 1, 5, 40, 62, 64, 55, 38, 42, 52, 50, 44, 34, 8, 4, 3, 2, 1, 0.5],
               [0.3, 0.2, 0.1, 0.1, 0.1, 0.2, 0.5, 2, 6, 30, 36, 34, 28, 14, 6, 5, 4, 4, 3, 2, 2, 1, 1, 0.5]),
}
DAYS = [date(2026, 1, 1) + timedelta(days=n) for n in range(181)]


def demand(day):
    """How much comes in on a day."""
    at = berlin(day, 12 * HOUR)
    weight = 0.2 if day in HOLIDAYS else WEEK[day.weekday()]
    if day - timedelta(days=1) in HOLIDAYS and weight > 0.5:
        weight *= 1.2
    christmas = along(at, ((1, 2), 0.15), ((1, 26), 0))
    return weight * along(at, ((1, 1), 0.9), ((6, 30), 1.22)) * (1 + christmas + 0.42 * strain(at))


def hour_of(rng, day, clock):
    """An instant of a day with the day's rhythm."""
    weights = CLOCKS[clock][hours_of(day) != (OPEN, CLOSE)]
    return berlin(day, rng.choices(range(24), weights)[0] * HOUR + rng.randrange(HOUR))


def moments(rng, count, clock, saturday=1.0):
    """So many instants of the half year, in order."""
    weights = [demand(day) * (saturday if day.weekday() > 4 else 1) for day in DAYS]
    found = [hour_of(rng, day, clock) for day in rng.choices(DAYS, weights, k=count)]
    return sorted(at for at in found if START <= at < END)


def later(rng, at, days, clock):
    """An instant some days on, at an hour of the day's rhythm; never before `at`."""
    return max(hour_of(rng, local(at + round(days * DAY))[0], clock), at + 10 * MINUTE)


def long_tail(rng, median, spread):
    """A duration of which most are short and a few are long."""
    return median * rng.lognormvariate(0, spread)


# People ------------------------------------------------------------------------------------------------------------

# By name: team, skill from -1 to 1, and the spans in which they are away.
AGENTS = {
    "ana": ("desk", 0.8, []), "bo": ("desk", 0.0, []), "chris": ("desk", 0.3, [(utc(2026, 4, 1), NEVER)]),
    "lena": ("desk", -0.5, [(0, utc(2026, 5, 11))]),
    "dora": ("live", 0.5, []), "emil": ("live", -0.3, []), "finn": ("live", 0.1, []),
    "gus": ("voice", 0.6, []), "hana": ("voice", 0.2, [(utc(2026, 3, 30), utc(2026, 5, 9))]), "ines": ("voice", 0.0, []),
    "jonas": ("voice", -0.3, []), "kim": ("voice", -0.7, [(0, utc(2026, 2, 9))]),
}
TEAMS = {"email": "desk", "web": "desk", "social": "live", "chat": "live", "phone": "voice"}


def skill(agent):
    return AGENTS[agent][1] if agent else 0.0


def works(agent, at):
    return not any(a <= at < b for a, b in AGENTS[agent][2])


def pick(rng, team, at, other=None):
    """Somebody of the team who is there, and is not this one."""
    return rng.choice([name for name, (own, *_) in AGENTS.items() if own == team and name != other and works(name, at)])


# Accounts ----------------------------------------------------------------------------------------------------------

PLANS = {"consumer": {"basic": 9, "plus": 19}, "business": {"team": 49, "pro": 89}}


def make_accounts():
    """Customers. `unhappy` ones have a bad April and leave in May."""
    rng, rows = stream("accounts"), []
    reasons = ["price", "service", "missing feature", "competitor", "closed down"]
    for n in range(800):
        business = rng.random() < 0.38
        new, past = n % 8 == 0, n % 12 == 5
        started = utc(2022, 3) + rng.randrange(1390 * DAY)
        if new:
            started = START + round((END - 10 * DAY - START) * rng.random() ** 0.9)  # a few more each month
        started = staffed(started, rng.randrange(8 * HOUR)) if business else started
        if n % 10 == 3:  # subscriptions that begin with a month
            at = datetime.fromtimestamp(started, timezone.utc)
            started = utc(at.year, at.month)
        ended, unhappy = None, False
        if past:  # left before the half year
            ended = min(started + rng.randrange(60, 700) * DAY, utc(2025, 12, 31)) + rng.randrange(8 * HOUR, 20 * HOUR)
        else:
            for month, begin in zip(MONTHS, [utc(2025, 12), *MONTHS]):
                rate = (0.01 if business else 0.017) * (1.9 if begin - started < 120 * DAY else 1)
                if begin >= started and rng.random() < rate * (0.6 if month == MONTHS[5] else 1):
                    ended = begin + rng.randrange(28 * DAY)
                    if begin < START or rng.random() < 0.4:  # canceled to the end of the month
                        ended = month
                    break
            if ended is None and started < utc(2026, 3) and rng.random() < 0.028:
                unhappy, ended = True, staffed(utc(2026, 5, 2) + rng.randrange(26 * DAY), rng.randrange(9 * HOUR))
        reason = rng.choices(reasons, [8, 3, 4, 4, 2])[0]
        tier = rng.choices(["gold", "silver", "bronze", ""], [24, 40, 31, 5] if business else [8, 30, 57, 5])[0]
        plan = "free"
        if rng.random() < (0.85 if business else 0.45):
            plan = rng.choices(list(PLANS["business" if business else "consumer"]), [6, 4])[0]
        rows.append({"kind": "business" if business else "consumer", "tier": tier, "plan": plan,
                     "region": rng.choices(["north", "south", "east", "west"], [28, 30, 14, 28])[0],
                     "started": started, "ended": ended, "end_reason": "service" if unhappy else reason, "unhappy": unhappy,
                     "weight": rng.lognormvariate(0, 0.45) * (1.4 if business else 1)})
    rows.sort(key=lambda a: a["started"])
    for n, a in enumerate(rows):
        a["id"] = f"A{n + 1:03}"
    return rows


class Customers:
    """Who calls: some often, most rarely, nobody before the first or after the last day as a customer."""

    def __init__(self, accounts):
        self.accounts, total, self.sums = accounts, 0.0, []
        for a in accounts:
            total += a["weight"] * (1.2 if a["unhappy"] else 1)
            self.sums.append(total)

    def draw(self, rng, at, known=1.0):
        """One who is a customer then; None where nobody knows who it is."""
        if rng.random() >= known:
            return None
        while True:
            a = self.accounts[bisect.bisect(self.sums, rng.random() * self.sums[-1])]
            if there(a, at):
                return a


def there(account, at):
    return account["started"] < at and (account["ended"] is None or at < account["ended"])


def pain(account, at):
    """How badly things go for a customer at the moment."""
    return strain(at) * (1.6 if account and account["unhappy"] else 1)


# Calls and chats ---------------------------------------------------------------------------------------------------

TYPES = ["billing", "delivery", "technical", "account", "returns", "question"]


def type_of(rng, channel, at):
    weights = dict(zip(TYPES, [18, 21, 18, 14, 12, 17]))
    weights["technical"] += 26 * strain(at)
    weights["returns"] += along(at, ((1, 2), 16), ((2, 1), 0))
    if channel == "social":
        weights["delivery"] += 12
    if channel == "chat":
        weights["question"] += 14
    return rng.choices(TYPES, list(weights.values()))[0]


def make_contacts(customers):
    rng, rows = stream("contacts"), []
    # Waiting: instant, channel, direction, account, type, how often it was tried before.
    todo = [(at, "phone", "inbound", None, None, 0) for at in moments(rng, 1780, "spoken", 0.55)]
    todo += [(at, "chat", "inbound", None, None, 0) for at in moments(rng, 690, "spoken", 0.8)]
    todo += [(staffed(at, 1), "phone", "outbound", None, None, 0) for at in moments(rng, 100, "spoken", 0)]
    while todo:
        at, channel, direction, account, kind, tries = todo.pop()
        if account is None:
            account = customers.draw(rng, at, 0.93 if direction == "inbound" else 1)
        kind = kind or type_of(rng, channel, at)
        call = (outbound if direction == "outbound" else inbound)(rng, at, channel, account, kind)
        if call["ended"] >= END:
            continue
        rows.append(call)
        again = call["outcome"] == "abandoned" and rng.random() < 0.35 or call["resolved"] is False and rng.random() < 0.3
        if again and account and tries < 3:
            days = rng.choice([0, 0, 0.2, 1, 1, 2, 3, 5])
            when = later(rng, call["ended"], days, "spoken") if days else call["ended"] + rng.randrange(3 * MINUTE, 2 * HOUR)
            if there(account, when):
                todo.append((when, channel, "inbound", account, kind, tries + 1))
        if call["outcome"] == "callback" and account:
            back = staffed(call["ended"], long_tail(rng, 25 * MINUTE, 0.7) * (1 + strain(at)))
            todo.append((back, "phone", "outbound", account, kind, 3))
    rows = [c for c in rows if c["account"] is None or there(c["account"], c["started"])]
    rows.sort(key=lambda c: (c["started"], c["channel"], c["ended"]))
    for n, c in enumerate(rows):
        c["id"] = f"C{n + 1:04}"
    return rows


def empty_contact(at, channel, direction, account, kind):
    return {"account": account, "agent": None, "channel": channel, "direction": direction, "type": kind,
            "started": at, "queued": None, "answered": None, "ended": None, "outcome": "answered", "step": "",
            "resolved": None, "transfers": None, "talk": None, "hold": None, "wrap_up": None, "mood": 0.0}


def inbound(rng, at, channel, account, kind):
    call = empty_contact(at, channel, "inbound", account, kind)
    phone, bad = channel == "phone", pain(account, at)
    menu = rng.randrange(14, 50) if phone else rng.randrange(4, 25)
    chance = rng.random()
    if not is_open(at):  # an announcement, and the choice to help oneself or to leave a number
        outcome = rng.choices(["abandoned", "self_served", "callback", "failed"], [50, 28, 18, 4])[0]
        step = "menu" if outcome == "abandoned" else ""
        return call | {"outcome": outcome, "step": step, "ended": at + menu + rng.randrange(2, 60)}
    if chance < 0.05:
        return call | {"outcome": "self_served", "ended": at + menu + rng.randrange(20, 90)}
    if chance < 0.08 + 0.015 * bad:
        return call | {"outcome": "abandoned", "step": "menu", "ended": at + rng.randrange(3, menu + 10)}
    queued = call["queued"] = at + menu
    if chance < 0.092 + 0.015 * bad:
        return call | {"outcome": "failed", "ended": queued + rng.randrange(2, 90)}
    if chance < 0.112 + 0.02 * bad:
        return call | {"outcome": "abandoned", "step": "queue", "ended": queued + rng.randrange(1, 6)}
    monday = local(at)[0].weekday() == 0
    if rng.random() < (0.76 if phone else 0.5) - 0.34 * min(bad, 1.2) - 0.08 * monday:
        wait = rng.randrange(3, 20)
    else:
        wait = 18 + long_tail(rng, (62 if phone else 44) * (1 + 1.4 * bad + 0.25 * monday), 0.8)
    patience = long_tail(rng, 270 if phone else 330, 0.75)
    if phone and wait > 150 and patience > 120 and rng.random() < 0.2:
        return call | {"outcome": "callback", "ended": queued + 120 + rng.randrange(20, 50)}
    if patience < wait:
        return call | {"outcome": "abandoned", "step": "queue", "ended": queued + max(6, round(patience))}
    agent = pick(rng, TEAMS[channel], at)
    hard = kind in ("technical", "returns")
    length = (255 if phone else 420) * (1.4 if hard else 1) * (1 - 0.13 * skill(agent)) * (1 + 0.15 * bad)
    talk = round(max(25, long_tail(rng, length, 0.55)))
    hold = round(long_tail(rng, 55, 0.7)) if phone and rng.random() < 0.2 + 0.12 * bad + 0.1 * hard else 0
    answered = queued + round(wait)
    solved = rng.random() < 0.85 + 0.07 * skill(agent) - 0.17 * min(bad, 1.3) - 0.08 * hard
    transfers = rng.choices([0, 1, 2], [90 - 6 * bad, 8 + 5 * bad, 1.5 + bad])[0]
    call |= {"agent": agent, "answered": answered, "ended": answered + talk + hold, "talk": talk, "hold": hold,
             "wrap_up": round(long_tail(rng, 50, 0.6)), "transfers": transfers,
             "resolved": None if rng.random() < 0.05 else solved}
    call["mood"] = 0.2 + 0.5 * skill(agent) - 0.4 * bad - 0.65 * (not solved) - min(0.6, wait / 400) - 0.25 * transfers
    if rng.random() < 0.012 + 0.02 * (hold > 60) + 0.012 * bad:
        call |= {"outcome": "abandoned", "step": "hold" if hold > 30 else "conversation", "wrap_up": 0,
                 "resolved": rng.random() < 0.1, "mood": -1.2}
    return call


def outbound(rng, at, channel, account, kind):
    call = empty_contact(at, channel, "outbound", account, kind)
    agent = pick(rng, TEAMS[channel], at)
    ring = rng.randrange(5, 28)
    if rng.random() < 0.24:
        return call | {"agent": None, "outcome": "failed", "ended": at + ring + rng.randrange(5, 20)}
    talk = round(max(20, long_tail(rng, 190, 0.6)))
    return call | {"agent": agent, "answered": at + ring, "ended": at + ring + talk, "talk": talk, "hold": 0,
                   "wrap_up": round(long_tail(rng, 40, 0.6)), "transfers": 0, "resolved": rng.random() < 0.8}


# Tickets -----------------------------------------------------------------------------------------------------------

# Working seconds to the first reply, half of them shorter, and the spread.
REPLY = {"email": (2.4 * HOUR, 0.85), "web": (2.0 * HOUR, 0.8), "social": (5.5 * HOUR, 0.95), "chat": (130, 0.8),
         "phone": (2.2 * HOUR, 0.7)}
URGENCY = {"low": 1.4, "normal": 1.0, "high": 0.6, "urgent": 0.3}
ONE_REPLY = {"billing": 0.66, "delivery": 0.7, "technical": 0.46, "account": 0.72, "returns": 0.6, "question": 0.82}


RESOLVED = {"resolved": "person", "resolved by bot": "bot", "resolved by system": "system",
            "resolved by customer": "self_service"}
REOPENED = ("reopened by customer", "reopened by agent")


class Ticket:
    """A ticket as a log of what happened to it; only what happened before the end is written."""

    def __init__(self, created, channel, account, kind, priority, **more):
        self.created, self.channel, self.account, self.kind, self.priority = created, channel, account, kind, priority
        self.team, self.opened_by, self.contact, self.complaint = TEAMS[channel], "customer", None, False
        self.handover = self.clock = self.merged = self.deleted = self.canceled = self.closed = self.value = None
        self.status, self.helpers, self.log, self.mood, self.on_hold = None, 0, [], 0.0, False
        self.__dict__ |= more

    def add(self, at, what, who=None):
        self.log.append((round(at), len(self.log), what, who))

    def of(self, *kinds):
        return [(at, who) for at, _, what, who in sorted(self.log) if what in kinds and at < END]

    @property
    def resolutions(self):
        return self.of(*RESOLVED)

    @property
    def resolved_by(self):
        """Who made the last resolution; None where it did not hold, or there is none."""
        states = [what for at, _, what, _ in sorted(self.log) if at < END and what in (*RESOLVED, *REOPENED)]
        return RESOLVED.get(states[-1]) if states else None


def priority_of(rng, account, kind):
    weights = [16, 60, 19, 5]
    if account and account["kind"] == "business":
        weights = [10, 54, 27, 9]
    if kind == "technical":
        weights = [w * f for w, f in zip(weights, (0.6, 1, 1.5, 1.6))]
    return rng.choices(["low", "normal", "high", "urgent"], weights)[0]


def make_tickets(customers, contacts):
    rng, rows = stream("tickets"), []
    todo = []
    for channel, count, saturday in (("email", 1660, 1), ("web", 900, 1.2), ("social", 590, 1.5), ("chat", 860, 1)):
        todo += [(at, channel, None, None, 0) for at in moments(rng, count, "written", saturday)]
    while todo:
        at, channel, account, kind, depth = todo.pop()
        if account is None:
            account = customers.draw(rng, at, 0.72 if channel == "social" else 0.95)
        kind = kind or type_of(rng, channel, at)
        t = Ticket(at, channel, account, kind, priority_of(rng, account, kind))
        write_in(rng, t)
        rows.append(t)
        if t.account is None or depth > 1 or t.status in ("spam", "deleted"):
            continue
        if rng.random() < 0.032 + 0.03 * strain(at):  # asked a second time while the first is being worked on
            again = at + rng.randrange(8 * MINUTE, 30 * HOUR)
            if again < END and there(account, again):
                double = Ticket(again, rng.choice([channel, "email", "web"]), account, kind, t.priority, status="merged")
                double.merged = staffed(again, long_tail(rng, 70 * MINUTE, 0.8))
                double.add(again, "message")
                if double.merged < END:
                    rows.append(double)
        ends = t.resolutions
        if ends and rng.random() < 0.055 + 0.08 * strain(at) - 0.02 * skill(ends[0][1]) + 0.04 * (kind == "technical"):
            again = later(rng, ends[-1][0], rng.uniform(0.3, 8), "written")
            if again < END and there(account, again):
                todo.append((again, channel, account, kind, depth + 1))
    for call in contacts:
        served = call["direction"] == "inbound" and call["outcome"] == "answered"
        if served and rng.random() < {True: 0.16, None: 0.2, False: 0.74}[call["resolved"]]:
            t = follow_up(rng, call)
            if t.created < END:
                rows.append(t)
    rows.sort(key=lambda t: (t.created, t.channel))
    for n, t in enumerate(rows):
        t.id = f"T{n + 1:04}"
        t.kind = "" if rng.random() < 0.012 else t.kind
    return rows


def write_in(rng, t):
    """What becomes of a request that came in writing."""
    bad = pain(t.account, t.created)
    t.add(t.created, "message")
    chance = rng.random()
    if t.channel == "chat":
        for n in range(rng.randrange(1, 5)):
            t.add(t.created + 4 + 25 * n, "bot reply")
        if rng.random() < 0.34 - 0.1 * bad + 0.15 * (t.kind == "question") - 0.15 * (t.kind == "technical"):
            solved = t.created + long_tail(rng, 220, 0.4) + 60
            t.add(solved, "resolved by bot")
            t.mood = -0.1
            if rng.random() < 0.07:
                t.handover = round(solved + long_tail(rng, 5 * HOUR, 0.9))
                t.add(t.handover, "reopened by customer")
                t.add(t.handover, "message")
                handle(rng, t, t.handover)
            return
        t.handover = round(t.created + long_tail(rng, 100, 0.4))
        t.add(t.created + 50, "message")
        return handle(rng, t, t.handover)
    if rng.random() < (0.04 if t.channel == "web" else 0.02):
        t.status, t.account = "spam", None
    elif chance < 0.025:
        gone = staffed(t.created, long_tail(rng, 3 * HOUR, 0.9))
        t.status, t.deleted = ("deleted", gone) if gone < END else (None, None)
    elif chance < 0.038:
        t.add(t.created + rng.randrange(20 * MINUTE, 3 * DAY), rng.choice(["resolved by system", "resolved by customer"]))
    elif chance < 0.044:
        gone = t.created + rng.randrange(14 * DAY, 22 * DAY)
        t.status, t.closed = ("closed", gone) if gone < END else (None, None)
    elif chance < 0.054 + 0.012 * bad:
        pass  # nobody ever answers
    elif chance < 0.074:
        t.opened_by, t.log = "agent", []
        t.clock = t.created + round(long_tail(rng, 5 * HOUR, 0.7)) if rng.random() < 0.8 else None
        if t.clock:
            t.add(t.clock, "message")
        handle(rng, t, t.clock or t.created)
    else:
        goods = t.kind in ("delivery", "returns")
        t.complaint = rng.random() < 0.035 + 0.055 * bad + 0.05 * (t.channel == "social") + 0.02 * goods
        if t.kind in ("delivery", "returns", "account") and rng.random() < 0.075 + 0.04 * bad:
            return cancel(rng, t)
        handle(rng, t, t.created)


def cancel(rng, t):
    """The customer calls off what was asked for, mostly an order."""
    end = t.created + round(long_tail(rng, 20 * HOUR, 0.9))
    reply = staffed(t.created, long_tail(rng, REPLY[t.channel][0], 0.7))
    if reply < end:
        agent = pick(rng, t.team, reply)
        t.add(reply - 60, "assigned", agent)
        t.add(reply, "reply", agent)
        t.add(end, "message")
    if end < END:
        t.status, t.canceled = "canceled", end
        if rng.random() < 0.82:
            t.value = round(long_tail(rng, 900 if t.account and t.account["kind"] == "business" else 74, 0.7), 2)


def follow_up(rng, call):
    """A ticket that an agent writes during or after a call or chat."""
    t = Ticket(call["ended"] + rng.randrange(5, 50), call["channel"], call["account"], call["type"],
               priority_of(rng, call["account"], call["type"]), contact=call)
    bad = pain(call["account"], t.created)
    t.complaint = rng.random() < 0.05 + 0.05 * bad
    t.mood = call["mood"]
    t.add(t.created, "assigned", call["agent"])
    if call["resolved"]:
        t.add(t.created + rng.randrange(15, 200), "resolved", call["agent"])
        reopen(rng, t, call["agent"], bad, 0.6)
        return t
    handle(rng, t, t.created, call["agent"])
    return t


def handle(rng, t, start, agent=None):
    """People work on it from `start`: reply, ask back, pass on, escalate, resolve, and start again where that fails."""
    bad = pain(t.account, start)
    social = t.channel == "social"
    agent = agent or pick(rng, t.team, start)
    median, spread = REPLY[t.channel]
    quick = t.complaint and rng.random() < 0.5
    pace = URGENCY[t.priority] * (0.3 if quick else 1) * (1.25 - 0.3 * skill(agent))
    pace *= 1 + (2.1 if t.channel == "chat" else 1.5) * bad
    wait = long_tail(rng, median * pace, spread)
    at = staffed(start, wait)
    if not t.of("assigned"):
        t.add(staffed(start, wait * rng.uniform(0.1, 0.9)) - 1, "assigned", agent)
    at = max(at, max(a for a, *_ in t.log) + 1)
    agent = keep(rng, t, agent, at)
    t.add(at, "reply", agent)
    t.mood += 0.1 + 0.5 * skill(agent) - 0.35 * bad - 0.6 * social - min(0.8, (at - start) / (6 * DAY))
    hard, urgent = t.kind == "technical", t.priority == "urgent"
    escalate = rng.random() < 0.035 + 0.05 * min(bad, 1.2) + 0.04 * hard + 0.06 * urgent + 0.05 * t.complaint
    one = ONE_REPLY[t.kind] + 0.04 + 0.08 * skill(agent) - 0.19 * min(bad, 1.3) - 0.2 * social
    replies = 1 if quick or rng.random() < one and not escalate else 2
    while replies > 1 and replies < 9 and rng.random() < 0.4 + 0.12 * min(bad, 1.3):
        replies += 1
    for n in range(1, replies):
        at += long_tail(rng, (4 * MINUTE if t.channel == "chat" else 4.5 * HOUR), 1.1)
        t.add(at, "message")
        if escalate and n == 1:
            t.add(at + 1, "escalated")
            if rng.random() < 0.15:
                t.add(at + 2 * DAY, "escalated")
        if rng.random() < (0.65 if escalate and n == 1 else 0.09 + 0.05 * bad):
            agent = pick(rng, t.team, at, agent)
            t.add(at + 2, "assigned", agent)
        gap = (5 * MINUTE if t.channel == "chat" else 2.2 * HOUR) * (3 if escalate else 1) * (1 + 1.4 * bad)
        at = staffed(at + 3, long_tail(rng, gap, 0.8))
        agent = keep(rng, t, agent, at)
        t.add(at, "reply", agent)
    t.helpers = rng.choices([0, 1, 2], [90, 8, 2] if not escalate else [40, 45, 15])[0]
    t.mood -= 0.12 * (replies - 1) + 0.35 * escalate
    chance = rng.random()
    if chance < 0.012 + 0.01 * bad:
        t.on_hold = chance < 0.006  # waits for a supplier, or was forgotten
        return
    by = "resolved"
    if chance < 0.66:
        at += rng.randrange(5, 240)
    elif chance < 0.93:
        at += long_tail(rng, (6 * MINUTE if t.channel == "chat" else 7 * HOUR), 0.9)
        t.add(at, "message")
        at = staffed(at, rng.randrange(MINUTE, 40 * MINUTE))
        agent = keep(rng, t, agent, at)
    else:
        at, by = at + 4 * DAY, "resolved by system"
    t.add(at, by, None if by != "resolved" else agent)
    reopen(rng, t, agent, bad, 1.0)


def keep(rng, t, agent, at):
    """The agent, or who takes over where the agent is away by then."""
    if not works(agent, at):
        agent = pick(rng, AGENTS[agent][0], at)
        t.add(at, "assigned", agent)
    return agent


def reopen(rng, t, agent, bad, factor):
    """Some resolutions do not hold."""
    chance = 0.038 + 0.055 * min(bad, 1.3) - 0.014 * skill(agent)
    chance = factor * (chance + 0.02 * (t.kind == "technical") + 0.03 * (t.channel == "social"))
    at = max(a for a, *_ in t.log)
    while rng.random() < chance:
        at += round(long_tail(rng, 26 * HOUR, 0.9)) + 10 * MINUTE
        customer = rng.random() < 0.78
        if not customer:
            at = staffed(at, rng.randrange(2 * HOUR))
        t.add(at, "reopened by customer" if customer else "reopened by agent")
        if customer:
            t.add(at, "message")
        t.mood -= 0.5
        if rng.random() < 0.3:
            agent = pick(rng, t.team, at, agent)
            t.add(at + 1, "assigned", agent)
        at = staffed(at + 2, long_tail(rng, 3.5 * HOUR * (1 + bad), 0.8))
        agent = keep(rng, t, agent, at)
        t.add(at, "reply", agent)
        if rng.random() < 0.06:
            return
        at += rng.randrange(20, 900)
        t.add(at, "resolved", agent)
        chance *= 0.8


def state(t):
    """The status of a ticket in the end."""
    if t.status or t.resolved_by:
        return t.status or "resolved"
    spoken = t.of("message", "reply")
    if t.on_hold and t.of("reply"):
        return "on_hold"
    if not t.of("reply"):
        return "open" if t.of("assigned") else "new"
    return "pending" if spoken[-1][1] else "open"


def subject(t):
    """What it is about: of customers who leave soon, questions about the account are their notice."""
    ends = t.account and t.account["ended"]
    leaves = ends is not None and t.created < ends < t.created + 60 * DAY
    return "cancellation" if leaves and t.kind in ("account", "billing") else t.kind


def tone(t):
    """How the help desk's model reads what customers write; it does not judge calls, spam and doubles."""
    if t.contact or t.status in ("spam", "merged"):
        return ""
    if t.complaint:
        return "negative"
    return "negative" if t.mood < -0.55 else "positive" if t.mood > 0.12 else "neutral"


def ticket_row(t):
    replies, ends, holders = t.of("reply"), t.resolutions, [who for _, who in t.of("assigned")]
    by_customer, by_agent = t.of("reopened by customer"), t.of("reopened by agent")
    escalations, nothing = t.of("escalated"), (None, "")
    resolved = ends[-1] if t.resolved_by else nothing
    first = ends[0] if ends and ends[0] != resolved else nothing
    reply, escalated = (replies or [nothing])[0], (escalations or [nothing])[0]
    return {
        "id": t.id, "account": t.account and t.account["id"], "channel": t.channel, "type": subject(t), "priority": t.priority,
        "status": state(t), "team": t.team, "opened_by": t.opened_by if t.opened_by != "customer" else "",
        "contact": t.contact and t.contact["id"], "complaint": "true" if t.complaint else "",
        "sentiment": tone(t),
        "value": t.value, "currency": t.value and "EUR", "created_at": text(t.created), "handover_at": text(t.handover),
        "clock_start": text(t.clock), "first_response_at": text(reply[0]), "first_resolved_at": text(first[0]),
        "resolved_at": text(resolved[0]), "closed_at": text(t.closed), "canceled_at": text(t.canceled),
        "merged_at": text(t.merged), "deleted_at": text(t.deleted), "escalated_at": text(escalated[0]),
        "first_replier": reply[1], "resolver": resolved[1], "resolved_by": t.resolved_by, "agent_replies": len(replies),
        "customer_messages": len(t.of("message")), "bot_replies": len(t.of("bot reply")) if t.channel == "chat" else "",
        "agent_changes": sum(a != b for a, b in zip(holders, holders[1:])), "distinct_agents": len(set(holders)),
        "collaborators": t.helpers if t.helpers and t.resolved_by else "", "reopens": len(by_customer) + len(by_agent),
        "reopens_by_customer": len(by_customer), "escalations": len(escalations) or ""}


def contact_row(c):
    return {
        "id": c["id"], "account": c["account"] and c["account"]["id"], "agent": c["agent"], "channel": c["channel"],
        "direction": c["direction"], "team": TEAMS[c["channel"]], "started_at": text(c["started"]),
        "queued_at": text(c["queued"]), "answered_at": text(c["answered"]), "ended_at": text(c["ended"]),
        "outcome": c["outcome"], "abandon_step": c["step"], "resolved": {True: "true", False: "false", None: ""}[c["resolved"]],
        "transfers": c["transfers"], "talk": c["talk"], "hold": c["hold"], "wrap_up": c["wrap_up"]}


# Surveys -----------------------------------------------------------------------------------------------------------

# By kind: the lowest and highest point, and how customers with no reason for either answer, in percent.
SCALES = {"csat": (1, 5, [4, 6, 11, 35, 44]), "nps": (0, 10, [2, 1, 1, 2, 2, 4, 5, 12, 20, 24, 27]),
          "ces": (1, 7, [2, 4, 6, 12, 24, 29, 23]), "organization": (1, 5, [5, 8, 20, 38, 29]), "agent": (1, 5, [2, 4, 10, 32, 52])}
ANSWERS = {"phone": 0.57, "chat": 0.58, "email": 0.5, "web": 0.49, "social": 0.46}


def make_surveys(tickets, contacts, accounts):
    rng, rows, asked, turns = stream("surveys"), [], {}, Counter()
    served = [(t.resolutions[-1][0], t.mood, t, None) for t in tickets if t.resolved_by and not t.contact and t.account]
    served += [(c["ended"], c["mood"], None, c) for c in contacts
               if c["outcome"] == "answered" and c["direction"] == "inbound" and c["account"]]
    for at, mood, t, c in sorted(served, key=lambda s: (s[0], s[2].id if s[2] else s[3]["id"])):
        account, channel = (t.account, t.channel) if t else (c["account"], c["channel"])
        person = c["agent"] if c else t.resolutions[-1][1]
        angry = account["unhappy"] and strain(at) > 0.3
        if rng.random() >= (0.9 if angry else 0.54):
            continue
        mood -= 1.0 if angry else 0
        kind = rng.choices(["csat", "nps", "ces", "resolution", "agent"], [39, 25, 13, 11, 12 if person else 0])[0]
        if kind == "nps" and at - asked.get(account["id"], 0) < 60 * DAY:
            kind = "csat"
        if kind == "nps":
            asked[account["id"]] = at
            sent = berlin(local(at)[0] + timedelta(days=2), 10 * HOUR) + rng.randrange(HOUR)
        else:
            sent = at + rng.randrange(40, 200) if c else at + rng.randrange(10 * MINUTE, HOUR)
        if sent + 10 >= END:
            continue
        delivered = sent + rng.randrange(1, 9) if rng.random() >= 0.018 else None
        answers = ANSWERS[channel] * (0.9 if kind == "nps" else 1) + 0.06 * min(1, abs(mood))
        submitted = None
        if delivered and rng.random() < answers:
            thought = {"nps": 20 * HOUR, "resolution": 2 * HOUR}.get(kind, 6 * HOUR)
            submitted = delivered + round(long_tail(rng, thought, 1.25)) + 15
            submitted = submitted if submitted < END else None
        score = answer = ""
        if submitted:
            # Spread evenly over the normal distribution, so that the forty answers of a month show what there is to see.
            turns[kind, channel] += 1
            feeling = mood + NormalDist().inv_cdf((turns[kind, channel] * 0.6180339887498949 + 0.3) % 1 or 0.5)
            if kind == "resolution":
                answer = "true" if feeling > -0.75 - 0.5 * bool(c and c["resolved"]) else "false"
            else:
                low, _, percent = SCALES[kind]
                sums = [sum(percent[:n]) / sum(percent) for n in range(1, len(percent))]
                score = low + bisect.bisect([NormalDist().inv_cdf(x) for x in sums], feeling)
        low, high = SCALES.get(kind, (0, 1))[:2]
        rows.append({"kind": kind, "ticket": t and t.id, "contact": c and c["id"], "account": account["id"],
                     "agent": person if kind == "agent" else "", "channel": channel, "scale_min": low, "scale_max": high,
                     "score": score, "answer": answer, "sent_at": text(sent), "delivered_at": text(delivered),
                     "submitted_at": text(submitted)})
    rows += make_questionnaire(accounts)
    rows.sort(key=lambda r: r["sent_at"])
    return [{"id": f"S{n + 1:04}", **r} for n, r in enumerate(rows)]


def make_questionnaire(accounts):
    """Once in February and once in May, some customers are asked what they think of the company."""
    rng, rows = stream("questionnaire"), []
    low, high, percent = SCALES["organization"]
    for asked in (utc(2026, 2, 16, 9), utc(2026, 5, 18, 8)):
        for a in accounts:
            if not there(a, asked) or rng.random() >= 0.2:
                continue
            sent = asked + rng.randrange(HOUR)
            delivered = sent + rng.randrange(1, 9) if rng.random() >= 0.03 else None
            submitted = delivered + round(long_tail(rng, 9 * HOUR, 1.1)) if delivered and rng.random() < 0.44 else None
            score = rng.choices(range(low, high + 1), percent)[0] - (1 if a["unhappy"] and asked > utc(2026, 4) else 0)
            rows.append({"kind": "organization", "ticket": None, "contact": None, "account": a["id"], "agent": "",
                         "channel": "email", "scale_min": low, "scale_max": high, "score": max(low, score) if submitted else "",
                         "answer": "", "sent_at": text(sent), "delivered_at": text(delivered), "submitted_at": text(submitted)})
    return rows


# Money -------------------------------------------------------------------------------------------------------------


def make_subscriptions(accounts):
    """Each change of plan or price is a new period that begins where the last one ends."""
    rng, rows, upsells = stream("subscriptions"), [], []

    def add(account, plan, begin, end, mrr):
        rows.append({"account": account["id"], "plan": plan, "begin": begin, "end": end, "mrr": mrr})

    for a in accounts:
        if a["plan"] == "free":
            continue
        prices = PLANS[a["kind"]]
        seats = 1 if a["kind"] == "consumer" else min(15, max(2, round(long_tail(rng, 8, 0.5))))
        begin, last, plan = a["started"], a["ended"], a["plan"]
        if rng.random() < 0.12 and begin > utc(2025, 11):  # tried out first
            free = begin + 14 * DAY
            if free >= END or last and last <= free:
                add(a, plan, begin, last, 0)
                continue
            add(a, plan, begin, free, 0)
            begin = free
        elif a["kind"] == "consumer" and rng.random() < 0.2 and (last or END) - begin > 90 * DAY:  # bought things first
            begin += rng.randrange(20, 80) * DAY
        end = last or NEVER
        # Changes of the half year, in order: (instant, what).
        changes = []
        for begin_of_month in MONTHS[:-1]:
            rates = {"more": 0.026, "less": 0.012, "stop": 0.006, "pause": 0.004}
            if begin_of_month == MONTHS[4]:
                rates["less"] += 0.014
            chance, at = rng.random(), staffed(begin_of_month + rng.randrange(26 * DAY), rng.randrange(9 * HOUR))
            at = begin_of_month if rng.random() < 0.3 else at
            for what, rate in rates.items():
                if chance < rate:
                    changes.append((at, what))
                    break
                chance -= rate
        if not last and begin < utc(2025, 8) and rng.random() < 0.03:
            changes.insert(0, (utc(2025, 9) + rng.randrange(80 * DAY), "pause"))
        mrr = prices[plan] * seats
        for at, what in changes:
            if not begin + DAY < at < min(end, END) - DAY:
                continue
            better, worse = max(prices, key=prices.get), min(prices, key=prices.get)
            add(a, plan, begin, at, mrr)
            if what == "pause":
                begin = at + rng.randrange(30, 130) * DAY
            if what == "stop" or begin >= min(end, END):
                plan = "free"
                break
            if what == "pause":
                continue
            begin, before = at, mrr
            if a["kind"] == "consumer" or rng.random() < 0.25:
                plan = better if what == "more" else worse
            else:
                seats = max(1, seats + (1 if what == "more" else -1) * max(1, round(seats * rng.uniform(0.1, 0.5))))
            mrr = prices[plan] * seats
            if mrr > before and rng.random() < 0.55:
                sold = staffed(at - rng.randrange(1, 7) * DAY, rng.randrange(9 * HOUR)) if at in MONTHS else at
                upsells.append((sold, a, mrr - before))
        else:
            add(a, plan, begin, last, mrr)
        a["plan"] = plan
    rows.sort(key=lambda r: (r["begin"], r["account"]))
    return rows, upsells


def make_conversions(accounts, tickets, contacts, upsells):
    """Orders of goods since July 2025, what was given back of them, and upgrades that an agent sold."""
    rng, found = stream("conversions"), []

    def buy(account, at):
        if not account or (there(account, at) and at < END):
            amount = long_tail(rng, 210 if account and account["kind"] == "business" else 46, 0.7)
            found.append((at, account, "purchase", f"{amount:.2f}", None))

    for a in accounts:
        rate = rng.lognormvariate(-2.35, 0.7)  # a month
        at = max(a["started"], utc(2025, 7))
        while True:
            at += round(rng.expovariate(rate) * 30 * DAY)
            at = later(rng, at, 0, "written") if at < END else at
            if at >= END or not there(a, at):
                break
            buy(a, at) if rng.random() >= 0.35 * strain(at) else None
    for at in moments(rng, 24, "written"):
        buy(None, at)
    for t in tickets:
        if t.complaint and t.account:
            ends = t.resolutions
            kept = bool(ends) and ends[-1][0] - t.created <= DAY
            if rng.random() < (0.6 if kept else 0.17):
                after = ends[-1][0] if kept else t.created
                buy(t.account, later(rng, after, rng.uniform(0.5, 24), "written"))
    for at, a, more in upsells:
        found.append((at, a, "upsell", f"{more:.2f}", pick(rng, "voice", max(at, START))))
    offers = stream("cross-sales")
    for c in contacts:  # a second product, offered in a call
        if c["account"] and c["outcome"] == "answered" and c["direction"] == "inbound" and offers.random() < 0.02:
            at = later(offers, c["ended"], offers.uniform(0, 12), "spoken")
            if at < END and there(c["account"], at):
                found.append((at, c["account"], "cross_sell", f"{long_tail(offers, 31, 0.5):.2f}", c["agent"]))
    found.sort(key=lambda f: (f[0], f[1]["id"] if f[1] else ""))
    rows, orders = [], 0
    for at, account, kind, amount, agent in found:
        row = {"account": account and account["id"], "at": at, "kind": kind, "amount": amount, "agent": agent, "order": "",
               "canceled": None}
        if kind == "purchase":
            orders += 1
            row["order"] = f"O{orders:04}"
            chance, when = rng.random(), at + rng.randrange(2 * HOUR, 40 * HOUR)
            back = later(rng, at, rng.uniform(4, 20), "written")
            if chance < 0.03 and when < END:
                row["canceled"] = when
            elif chance < 0.085 and back < END:
                rows.append(row | {"at": back, "kind": "refund"})
        rows.append(row)
    rows.sort(key=lambda r: (r["at"], r["order"]))
    for n, r in enumerate(rows):
        r["id"] = f"V{n + 1:04}"
    return rows


def make_ledger(subscriptions, conversions):
    rows = []

    def add(kind, category, channel, amount, at=None, span=(None, None)):
        begin, end = span
        rows.append({"at": written(at), "from": written(begin), "to": written(end), "kind": kind, "category": category,
                     "channel": channel, "amount": f"{amount:.2f}", "currency": "EUR"})

    pay = {"email": 5200, "web": 2450, "social": 1500, "chat": 4000, "phone": 6800}
    for n, (begin, end) in enumerate(zip(MONTHS, MONTHS[1:])):
        for channel, amount in pay.items():
            overtime = 0.06 * amount if n == 3 and channel != "phone" else 0
            add("cost", "salaries", channel, amount * (1 + 0.01 * n) + overtime, span=(begin, end))
        add("cost", "infrastructure", "phone", 412.45 + 9 * n, at=begin + 4 * DAY + 9 * HOUR)
        billed = sum(s["mrr"] for s in subscriptions if s["begin"] < end and (s["end"] is None or s["end"] >= end))
        add("revenue", "subscriptions", "", billed, span=(begin, end))
        kept = [c for c in conversions if begin <= c["at"] < end and c["canceled"] is None]
        sold = sum(float(c["amount"]) * {"purchase": 1, "refund": -1}.get(c["kind"], 0) for c in kept)
        add("revenue", "goods", "", sold, span=(begin, end))
        add("acquisition_cost", "advertising", "", 3900 + 250 * n, span=(begin, end))
    for channel, amount in (("email", 1086), ("chat", 2172), ("phone", 1629), ("web", 543), ("social", 724)):
        add("cost", "software", channel, amount, span=(MONTHS[0], MONTHS[6]))  # 181 days
    for month, day, channel, amount in ((1, 13, "email", 240), (2, 10, "phone", 780), (3, 17, "chat", 199.9),
                                        (4, 21, "phone", 1450), (4, 22, "email", 960), (5, 12, "email", 620),
                                        (6, 9, "social", 180), (6, 16, "web", 95)):
        add("cost", "training", channel, amount, at=utc(2026, month, day, 8))
    for month, day, amount in ((1, 20, 45), (3, 11, 90), (4, 17, 420), (4, 28, 615), (5, 6, 380), (6, 19, 60)):
        add("penalty", "service credits", "", amount, at=utc(2026, month, day, 15))
    add("acquisition_cost", "fair", "", 5200, at=utc(2026, 3, 12, 8))
    return sorted(rows, key=lambda r: (r["at"] or r["from"], r["kind"], r["category"], r["channel"]))


# Events ------------------------------------------------------------------------------------------------------------

# Working seconds in which an answer is promised to customers who write.
PROMISED = {"urgent": 2 * HOUR, "high": 5 * HOUR, "normal": 10 * HOUR, "low": 20 * HOUR}
LOWER = {"urgent": "high", "high": "normal"}
ENDS = {"merged": "agent", "deleted": "agent", "canceled": "customer", "closed": "system"}
# A resolution so soon after a reply came with it; otherwise the ticket waits for the customer.
WITH_REPLY = 15 * MINUTE


class Desk:
    """The help desk as it writes down what happens to one ticket, with the status that the ticket has by then."""

    def __init__(self, rng, t):
        self.rng, self.t, self.rows, self.status, self.holder = rng, t, [], "new", None

    def write(self, at, kind, actor_kind, actor="", value="", due=None):
        self.rows.append({"ticket": self.t.id, "at": text(at), "kind": kind, "actor_kind": actor_kind,
                          "actor": actor or "", "value": value, "due_at": written(due)})

    def set(self, at, kind, status, by):
        self.write(at, kind, "agent", by)
        self.status = status

    def created(self):
        t, first = self.t, (self.t.of("assigned") or [(0, "")])[0][1]
        by_agent = t.opened_by == "agent"
        self.write(t.created, "created", t.opened_by, first if by_agent else "")
        promises = t.channel in ("email", "web") and t.account and not (t.contact or by_agent or t.merged)
        if promises:
            self.write(t.created, "promised", "system", due=staffed(t.created, PROMISED[t.priority]))
            self.write(t.created, "auto_reply", "system")
        self.raised = t.of("escalated") and t.priority in LOWER and self.rng.random() < 0.6
        if self.raised:
            self.write(t.created, "priority", "system", value=LOWER[t.priority])

    def take(self, at, agent, until):
        """Somebody takes the ticket on, or gets it from somebody else; sometimes it lies in the queue between."""
        if self.holder is None:
            self.write(at, "assigned", "agent", agent, agent)
        elif agent != self.holder:
            if until - at > 10 * MINUTE and self.rng.random() < 0.4:
                self.write(at, "transferred", "agent", self.holder)
                at += self.rng.randrange(2 * MINUTE, until - at - MINUTE)
                self.write(at, "assigned", "agent", agent, agent)
            else:
                self.write(at, "transferred", "agent", self.holder, agent)
        if self.status == "new":
            self.set(at, "resumed", "open", agent)
        self.holder = agent

    def tell(self):
        t = self.t
        self.created()
        known = [(at, what, who) for at, _, what, who in sorted(t.log) if at < END]
        for n, (at, what, who) in enumerate(known):
            after = known[n + 1:]
            if what == "message":
                self.write(at, "customer_message", "customer")
                self.status = "open" if self.status == "pending" else self.status
            elif what == "bot reply":
                self.write(at, "bot_reply", "bot")
            elif what == "assigned":
                self.take(max(at, t.created), who, next((later for later, other, _ in after if other == "reply"), at))
            elif what == "escalated":
                self.write(at, "escalated", "agent", self.holder)
                if self.raised:
                    self.write(at, "priority", "agent", self.holder, t.priority)
                    self.raised = False
                if self.status == "open" and any(other == "reply" for _, other, _ in after):
                    self.set(at, "on_hold", "on_hold", self.holder)
            elif what == "reply":
                self.write(at, "agent_reply", "agent", who)
                self.status = "open"
                if not (after and after[0][1] == "resolved" and after[0][0] - at < WITH_REPLY):
                    self.set(at, "pending", "pending", who)
            elif what in RESOLVED:
                kind = {"person": "agent", "self_service": "customer"}.get(RESOLVED[what], RESOLVED[what])
                self.write(at, "resolved", kind, who)
                self.status = "resolved"
            else:
                by = what.removeprefix("reopened by ")
                self.write(at, "reopened", by, self.holder if by == "agent" else "")
                self.status = "open"
        if t.handover and t.handover < END:
            self.write(t.handover, "handover", "bot")
        self.end(known)
        return self.rows

    def end(self, known):
        t = self.t
        wanted = state(t)
        if wanted in ("open", "pending", "on_hold") and wanted != self.status:
            self.set(known[-1][0], {"open": "resumed"}.get(wanted, wanted), wanted, self.holder)
        if wanted in ENDS:
            self.write(getattr(t, wanted), wanted, ENDS[wanted])
        if wanted == "spam":
            self.write(min(staffed(t.created, long_tail(self.rng, 40 * MINUTE, 0.8)), END - 1), "spam", "system")
        if t.helpers and t.resolved_by:
            first, last = t.of("reply")[0][0], t.resolutions[-1][0]
            busy = {who for _, who in t.of("assigned", "reply", "resolved")}
            free = [name for name in AGENTS if name not in busy and works(name, first)]
            for name in self.rng.sample(free, t.helpers):
                self.write(first + self.rng.randrange(1, last - first), "private_note", "agent", name)


def make_events(tickets):
    rng, rows = stream("events"), []
    for t in tickets:
        if t.opened_by == "agent" and not t.clock:
            continue
        own = Desk(rng, t).tell()
        if t.status in ("merged", "spam") and rng.random() < 0.07:  # the customer writes on
            own.append(own[0] | {"at": text(t.created + rng.randrange(2 * DAY, 4 * DAY)) or text(END - 1),
                                 "kind": "customer_message", "actor_kind": "customer"})
        if rng.random() < 0.003:  # came in twice
            own.append(dict(rng.choice(own)))
        rows += sorted(own, key=lambda row: row["at"])
    return rows


def make_calendar():
    """When the team works, for all of the year."""
    def shift(span):
        return [[f"{seconds // HOUR:02}:00" for seconds in span]]

    days = {day: shift((OPEN, CLOSE)) for day in ("monday", "tuesday", "wednesday", "thursday", "friday")}
    autumn = {date(2026, 10, 3), date(2026, 12, 25), date(2026, 12, 26)}
    return {"zone": "Europe/Berlin", "hours": days | {"saturday": shift(SATURDAY)},
            "holidays": [day.isoformat() for day in sorted(HOLIDAYS | autumn)],
            "special_days": {f"2026-12-{day}": shift((9 * HOUR, 12 * HOUR)) for day in (24, 31)}}


def make_policies():
    """What is promised, in working time: by priority, and sooner to those who chat."""
    def policy(name, when, first, later, solved):
        return {"name": name, "when": when, "clock": "business", "pauses": {"resolution": ["pending", "on_hold"]},
                "targets": {"first_response": first, "next_response": later, "resolution": solved}}

    return {"policies": [policy("chat", {"channel": ["chat"]}, 5 * MINUTE, 15 * MINUTE, 4 * HOUR),
                         policy("urgent", {"priority": ["urgent"]}, HOUR, 2 * HOUR, 10 * HOUR),
                         policy("high", {"priority": ["high"]}, 3 * HOUR, 5 * HOUR, 20 * HOUR),
                         policy("standard", {"priority": ["normal", "low"]}, 10 * HOUR, 10 * HOUR, 40 * HOUR)]}


# Work --------------------------------------------------------------------------------------------------------------

# The first instant of each agent, and the last of those who left; who is not named here came before all that is known.
HIRED = {"lena": utc(2026, 5, 11), "kim": utc(2026, 2, 9), "dora": utc(2024, 9, 2), "finn": utc(2025, 3, 3)}
LEFT = {"chris": utc(2026, 4, 1)}
DEPARTMENTS = {"desk": "written", "live": "live", "voice": "live"}


def employed(agent, at):
    return HIRED.get(agent, 0) <= at < LEFT.get(agent, NEVER)


def make_agents():
    return [{"id": name, "team": team, "department": DEPARTMENTS[team], "hired_at": text(HIRED.get(name)),
             "left_at": text(LEFT.get(name))} for name, (team, *_) in AGENTS.items()]


def make_agent_times(contacts):
    """When those who take calls and chats were signed in for them, and when they should have been.

    Who writes only is not in that system. A break or a meeting within a shift is taken out of it."""
    rng, rows, calls = stream("agent times"), [], {}
    for c in sorted((c for c in contacts if c["answered"]), key=lambda c: (c["answered"], c["id"])):
        busy = (c["answered"], c["ended"] + (c["wrap_up"] or 0))
        calls.setdefault((local(c["answered"])[0], c["agent"]), []).append(busy)

    def add(agent, begin, end, state, scheduled=False):
        rows.append({"agent": agent, "from": written(begin), "to": written(end), "state": state,
                     "paid": "true" if state == "break" and end - begin <= 15 * MINUTE else "",
                     "scheduled": "true" if scheduled else "", "team": AGENTS[agent][0]})

    for (day, agent), own in sorted(calls.items()):
        shifts = []
        for begin, end in own:
            begin, end = begin - rng.randrange(20, 3 * MINUTE), end + rng.randrange(20, 3 * MINUTE)
            if shifts and begin - shifts[-1][1] < 12 * MINUTE:
                shifts[-1][1] = max(end, shifts[-1][1])
            else:
                shifts.append([begin, end])
        step, planned = 10 * MINUTE, 0
        for begin, end in shifts:
            first, last = max(planned, begin // step * step), -(-end // step) * step
            late = rng.randrange(4 * MINUTE) if rng.random() < 0.2 + 0.3 * strain(begin) else 0
            begin = max(first, min(begin, first + late))  # on time, or late by some minutes
            add(agent, begin, end, "available")
            if last > first:
                add(agent, first, last, "available", True)
                planned = last
            if end - begin > 50 * MINUTE:  # a short break, which is paid
                pause = begin + (end - begin) // 2
                add(agent, pause, pause + rng.randrange(6, 15) * MINUTE, "break")
                add(agent, pause, pause + 10 * MINUTE, "break", True)
        if day.weekday() == 2 or day.weekday() == 3 and day.day <= 7:
            state = "meeting" if day.weekday() == 2 else "training"
            for scheduled in (True, False):
                add(agent, berlin(day, 16 * HOUR), berlin(day, 16 * HOUR + (30 if state == "meeting" else 60) * MINUTE), state, scheduled)
    return rows


def make_activities():
    """Agents who help colleagues, and who volunteer; fewer while things are bad."""
    rng, rows = stream("activities"), []
    for agent, (team, ability, _) in AGENTS.items():
        for month, end in zip(MONTHS, MONTHS[1:]):
            for kind, rate in (("helping", 0.9 + 0.7 * ability), ("volunteering", 0.25)):
                while rng.random() < rate * (1 - 0.5 * strain(month + 20 * DAY)) * 0.55:
                    at = staffed(month + rng.randrange(end - month), 1)
                    if employed(agent, at) and works(agent, at) and at < min(end, END):
                        rows.append({"agent": agent, "at": at, "kind": kind, "team": team,
                                     "department": DEPARTMENTS[team]})
    rows.sort(key=lambda r: (r["at"], r["agent"]))
    return [r | {"at": text(r["at"])} for r in rows]


def make_employee_surveys():
    """Every second month one question, from 1 to 10; some leave it blank."""
    rng, rows = stream("employee surveys"), []
    for asked in (utc(2026, month, 20, 8) for month in (1, 3, 4, 6)):
        for agent, (team, *_) in AGENTS.items():
            at = staffed(asked + rng.randrange(4 * DAY), 1)
            if employed(agent, at) and works(agent, at) and rng.random() < 0.86:
                score = round(7.4 - 2.3 * strain(at) + rng.gauss(0, 1.3))
                rows.append({"employee": agent, "submitted_at": text(at), "score": max(1, min(10, score)) if
                             rng.random() < 0.97 else "", "scale_min": 1, "scale_max": 10, "team": team,
                             "department": DEPARTMENTS[team]})
    return sorted(rows, key=lambda r: (r["submitted_at"], r["employee"]))


CRITERIA = [("greeting", 10, False), ("product_knowledge", 25, False), ("tone_and_voice", 20, False),
            ("eagerness_to_help", 20, False), ("script", 10, True), ("clear_speech", 15, False)]


def make_quality_reviews(tickets, contacts):
    """A sample of conversations of every agent, each marked from 0 to 5 on six criteria."""
    rng, rows, n = stream("quality reviews"), [], 0
    heard = [(c["ended"], c["agent"], None, c) for c in contacts if c["answered"] and c["direction"] == "inbound"]
    heard += [(t.resolutions[-1][0], t.resolutions[-1][1], t, None) for t in tickets if t.resolved_by == "person"]
    for at, agent, t, c in sorted((h for h in heard if h[1]), key=lambda h: (h[0], h[2].id if h[2] else h[3]["id"])):
        seen = staffed(at, rng.randrange(4 * HOUR, 30 * HOUR))
        if rng.random() >= 0.024 or seen >= END:
            continue
        n += 1
        for criterion, weight, critical in CRITERIA:
            level = 3.9 + 0.8 * skill(agent) - 0.9 * strain(at) + rng.gauss(0, 0.8)
            absent = criterion == "clear_speech" and t is not None or rng.random() < 0.04
            mark = "" if absent else max(1 if not critical else 0, min(5, round(level)))
            rows.append({"id": f"Q{n:03}", "agent": agent, "ticket": t and t.id, "contact": c and c["id"],
                         "reviewed_at": text(seen), "subject_at": text(at), "criterion": criterion, "mark": mark,
                         "scale_max": 5, "weight": weight, "critical": "true" if critical else "",
                         "not_applicable": "true" if absent else "", "team": AGENTS[agent][0],
                         "department": DEPARTMENTS[AGENTS[agent][0]]})
    return rows


# Self-service and what customers say in public ---------------------------------------------------------------------


def make_articles():
    rng, rows = stream("articles"), []
    for n in range(64):
        published = utc(2023) + rng.randrange(1230 * DAY)
        changed = published + rng.randrange(20 * DAY, 700 * DAY) if rng.random() < 0.6 else None
        changed = changed if changed and changed < END else None
        retired = (changed or published) + rng.randrange(30 * DAY, 900 * DAY) if rng.random() < 0.12 else None
        views = round(long_tail(rng, 420, 1.0))
        judged = round(views * rng.uniform(0.03, 0.12))
        helpful = round(judged * min(0.97, max(0.2, rng.gauss(0.68, 0.16))))
        rows.append({"id": f"K{n + 1:02}", "published": published, "published_at": text(published),
                     "updated_at": text(changed), "retired_at": text(retired), "views": views, "helpful": helpful,
                     "unhelpful": judged - helpful})
    return rows


def make_sessions(customers, tickets, articles):
    """Visits of the help center and talks with its bot: many end there, some before a ticket."""
    rng, rows = stream("sessions"), []

    def visit(at, account, kind, solved, handed=None):
        there_then = [a["id"] for a in articles if a["published"] < at]
        rows.append({"account": account and account["id"], "kind": kind, "started": at,
                     "ended_at": text(at + round(long_tail(rng, 3 * MINUTE, 0.7)) + 5),
                     "solved": {True: "true", False: "false", None: ""}[solved], "handed_over_at": text(handed),
                     "article": rng.choice(there_then) if kind == "article" else ""})

    for at in moments(rng, 2900, "written"):
        account = customers.draw(rng, at, 0.62)
        kind = rng.choices(["help_center", "article", "forum"], [30, 58, 12])[0]
        said = rng.random() < 0.2
        visit(at, account, kind, rng.random() > 0.28 + 0.2 * strain(at) if said else None)
    for t in tickets:
        before = t.created - rng.randrange(2 * MINUTE, 3 * HOUR)
        if t.opened_by != "customer" or before < START:
            continue
        if t.channel == "chat" and t.handover:  # the bot's part of a chat that people took over
            visit(t.created, t.account, "chatbot", None, t.handover)
        elif t.channel == "chat" and t.resolved_by == "bot":
            visit(t.created, t.account, "chatbot", rng.choice((True, None)))
        elif t.channel in ("web", "email") and rng.random() < 0.18:
            visit(before, t.account if rng.random() < 0.8 else None, rng.choice(("article", "help_center")),
                  False if rng.random() < 0.25 else None)
    for at in moments(rng, 420, "written"):
        visit(at, customers.draw(rng, at, 0.5), "chatbot", rng.choices((True, False, None), (26, 14, 60))[0])
    rows.sort(key=lambda r: (r["started"], r["kind"], r["account"] or ""))
    return [{"id": f"H{n + 1:04}", **{("started_at" if name == "started" else name): text(value) if name == "started" else
            value for name, value in r.items()}} for n, r in enumerate(rows)]


def make_reviews(tickets, conversions):
    """What customers post: of a purchase, or of how a ticket went."""
    rng, rows = stream("reviews"), []

    def post(at, account, ticket, conversion, mood):
        at = later(rng, at, rng.uniform(0.4, 12), "written")
        if at >= END:
            return
        low, high = -1.15, (-0.75, -0.4, 0.2)
        feeling = mood + rng.gauss(0, 1)
        stars = 1 + bisect.bisect([low, *high], feeling)
        label = ["negative", "negative", "neutral", "positive", "positive"][stars - 1]
        label = "neutral" if rng.random() < 0.06 else label
        rows.append({"account": account, "ticket": ticket, "conversion": conversion, "posted": at,
                     "platform": rng.choice(("shop", "shop", "maps", "portal")),
                     "stars": stars if rng.random() < 0.93 else "", "scale_max": 5,
                     "sentiment": label if rng.random() < 0.9 else ""})

    for t in tickets:
        if t.resolved_by == "person" and t.account and rng.random() < 0.035 + 0.02 * (abs(t.mood) > 0.8):
            post(t.resolutions[-1][0], t.account["id"], t.id, None, 0.5 + t.mood - strain(t.created))
    for c in conversions:
        if c["kind"] == "purchase" and START <= c["at"] < END and rng.random() < 0.16:
            post(c["at"] + 3 * DAY, c["account"], None, c["id"], 0.7 - 0.8 * strain(c["at"]))
    rows.sort(key=lambda r: (r["posted"], r["account"] or ""))
    return [{"id": f"R{n + 1:03}", **{("posted_at" if name == "posted" else name): text(value) if name == "posted" else
            value for name, value in r.items()}} for n, r in enumerate(rows)]


# Files -------------------------------------------------------------------------------------------------------------


def tables():
    """Every file's rows, by its name."""
    accounts = make_accounts()
    customers = Customers(accounts)
    contacts = make_contacts(customers)
    tickets = make_tickets(customers, contacts)
    surveys = make_surveys(tickets, contacts, accounts)
    subscriptions, upsells = make_subscriptions(accounts)
    conversions = make_conversions(accounts, tickets, contacts, upsells)
    articles = make_articles()
    return {
        "accounts": [{"id": a["id"], "kind": a["kind"], "tier": a["tier"], "plan": a["plan"], "region": a["region"],
                      "started_at": text(a["started"]), "ended_at": text(a["ended"]),
                      "end_reason": a["end_reason"] if text(a["ended"]) else ""} for a in accounts],
        "contacts": [contact_row(c) for c in contacts],
        "tickets": [ticket_row(t) for t in tickets],
        "events": make_events(tickets),
        "surveys": surveys,
        "subscriptions": [{"account": s["account"], "plan": s["plan"], "started_at": text(s["begin"]),
                           "ended_at": text(s["end"]), "mrr": f"{s['mrr']:.2f}", "currency": "EUR"} for s in subscriptions],
        "conversions": [{"id": c["id"], "account": c["account"], "at": text(c["at"]), "kind": c["kind"],
                         "amount": c["amount"], "currency": "EUR", "agent": c["agent"], "order": c["order"],
                         "canceled_at": text(c["canceled"])} for c in conversions],
        "ledger": make_ledger(subscriptions, conversions),
        "agents": make_agents(),
        "agent_times": make_agent_times(contacts),
        "activities": make_activities(),
        "employee_surveys": make_employee_surveys(),
        "quality_reviews": make_quality_reviews(tickets, contacts),
        "articles": [{name: value for name, value in a.items() if name != "published"} for a in articles],
        "sessions": make_sessions(customers, tickets, articles),
        "reviews": make_reviews(tickets, conversions),
    }


def as_csv(rows):
    file = io.StringIO()
    out = csv.DictWriter(file, rows[0].keys(), lineterminator="\n")
    out.writeheader()
    out.writerows(rows)
    return file.getvalue()


def as_json(rules):
    """JSON with every list on one line."""
    def flat(found):
        return "[" + re.sub(r",\s+", ", ", found[1]) + "]"

    text, before = json.dumps(rules, indent=2), None
    while text != before:
        before, text = text, re.sub(r"\[\s+([^{}]*?)\s+\](?=,?\n)", flat, text)
    return text + "\n"


def files():
    """What stands in every file, by its name."""
    found = {f"{name}.csv": as_csv(rows) for name, rows in tables().items()}
    for name, rules in (("calendar", make_calendar()), ("sla", make_policies())):
        found[f"{name}.json"] = as_json(rules)
    return found


def main(arguments):
    stale = []
    for name, content in files().items():
        path, content = HERE / name, content.encode()
        if arguments != ["--check"]:
            path.write_bytes(content)
            print(f"{path.name}: {len(content)} bytes")
        elif not path.exists() or path.read_bytes() != content:
            stale.append(path.name)
    if stale:
        sys.exit(f"not what make.py writes: {', '.join(stale)}; run python examples/sample/make.py")


if __name__ == "__main__":
    main(sys.argv[1:])
