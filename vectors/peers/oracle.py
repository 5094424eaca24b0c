"""Independent peer of the library: writes the conformance vectors.

Written from the specification alone. Values are `fractions.Fraction`, rounded once, half to even, to nine
places; intervals come from statsmodels and scipy. Each cell is computed directly from the list of its records
(nothing is accumulated), so it shares no method with the library it checks.

    python vectors/peers/oracle.py              # all families; needs scipy, statsmodels and mpmath
    python vectors/peers/oracle.py resolution   # one of them

Here stand the numbers, the time, the records and the report; what a KPI does with the records of one cell stands
in the module of its family, as `KPIS`, and its cases beside it, as `FILES`. A case with an `expect` of its own was
worked by hand; it is kept as it is, and this program only makes sure that it agrees. A case without one is computed
here.
"""

import importlib
import json
import math
import pathlib
import sys
from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal
from fractions import Fraction
from typing import Any, Callable

import scipy
import statsmodels
from scipy import stats
from statsmodels.stats.proportion import proportion_confint

from business import Calendar

# The families: the module of the KPIs and the module of their cases.
FAMILIES = {
    "first": ("first", "cases"),
    "resolution": ("resolution", "cases_resolution"),
    "contacts": ("contacts", "cases_contacts"),
    "loyalty": ("loyalty", "cases_loyalty"),
    "waiting": ("waiting", "cases_waiting"),
    "flow": ("flow", "cases_flow"),
    "business": ("clocks", "cases_business"),
    "survival": ("survival", "cases_survival"),
    "workload": ("workload", "cases_workload"),
    "self_service": ("self_service", "cases_self_service"),
    "quality": ("quality", "cases_quality"),
    "conversions": ("conversions", "cases_conversions"),
    "value": ("value", "cases_value"),
    "ranking": ("ranking", "cases_ranking"),
}

PEER = f"peer: Python fractions, scipy {scipy.__version__}, statsmodels {statsmodels.__version__} (vectors/peers/oracle.py)"
ALL = "(all)"
US = 1_000_000
EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)


class Refused(Exception):
    """An error of the library: its code and, where it is certain, its place."""

    def __init__(self, code, record=None, index=None, field=None):
        super().__init__(code)
        self.at = {"code": code}
        for key, value in (("record", record), ("index", index), ("field", field)):
            if value is not None:
                self.at[key] = value


@dataclass
class Kpi:
    """What the report must know of a KPI. Each may be one value, or a dictionary of values by variant."""

    # Kinds of record that are placed in cells.
    reads: Any
    # figures(variant, cell, span, ctx, left): the figures of a cell in order, each with its keys. `cell` is a list of
    # (kind, row); `span` is (from, to) in µs or None; `ctx` has level, parameters, as_of (the request's, else the
    # window's end, else None), elapsed and calendar (business time) and whole (the cell of all groups); `left` is a Counter of reasons to add to.
    figures: Callable
    # formula(variant, inputs, level, parameters): the figures of the formula.
    formula: Callable
    # The figure whose row carries the reasons: the first one.
    headline: Any
    # The parameters it takes.
    parameters: Any = ()
    # check(variant, parameters): raises `bad_parameter`; runs before any record is read.
    check: Callable = None
    # By kind, the fields of which the first that is known is the anchor, or a function of the row; see ANCHORS.
    anchors: Any = None
    # Tickets count where they end: the fields of which the first that is known is the end (ruling B62).
    ending: Any = None
    # inside(kind, row, span): for records that span buckets.
    inside: Callable = None
    # balance(variant, kind, row, span, as_of): for what is counted at an instant, or at several.
    balance: Callable = None
    # The dimension of its own.
    own: Any = None
    # Whether it needs a window.
    window: Any = False
    # Whether it needs a ticket's count, which cannot be asked as of an instant; or a function of the parameters.
    counts: Any = False
    # Whether it counts time, so that it has a clock.
    clock: Any = False
    # derive(rows): fills in derived fields, over whole tables.
    derive: Callable = None
    # By kind, the fields that must name a record of a kind that is given (ruling B45).
    links: Any = None
    # The kinds of record of which one must be given, where they are not those that are placed in cells.
    made_of: Any = None
    # bind(kpi, variant, parameters): the same where what it reads depends on its parameters.
    bind: Callable = None

    def of(self, name, variant):
        value = getattr(self, name)
        return value[variant] if isinstance(value, dict) and variant in value else value


# By id; and by id and variant, where a variant has a peer of its own.
KPIS = {}


# Numbers ------------------------------------------------------------------------------------------------------------


def text(x):
    """The exact number rounded once, half to even, to nine places, without trailing zeros."""
    scaled = round(Fraction(x) * 10**9)  # round() of a Fraction is half to even
    out = f"{Decimal(scaled).scaleb(-9):f}"
    if "." in out:
        out = out.rstrip("0").rstrip(".")
    return "0" if out in ("", "-0") else out


def plain(x):
    """An exact number that needs no rounding, as text."""
    assert Fraction(x) * 10**9 % 1 == 0, x
    return text(x)


def number(x):
    return None if x is None else Fraction(str(x))


def quantile7(xs, p):
    """R type 7 of sorted exact numbers."""
    h = (len(xs) - 1) * Fraction(p)
    k = math.floor(h)
    return xs[k] if k + 1 == len(xs) else xs[k] + (h - k) * (xs[k + 1] - xs[k])


# Intervals ----------------------------------------------------------------------------------------------------------


def wilson(k, n, level):
    if n == 0:
        return None, None
    low, high = proportion_confint(int(k), int(n), alpha=1 - level, method="wilson")
    return (0.0 if k == 0 else 100 * float(low)), (100.0 if k == n else 100 * float(high))


def adjusted_wald(plus, minus, n, level):
    """Of the net index 100 × (plus − minus) ÷ n: ¾, 1½, ¾ added, clipped to ±100."""
    if n == 0:
        return None, None
    m = n + 3
    centre = (plus - minus) / m
    variance = (plus + minus + 1.5) / m - centre * centre
    half = stats.norm.isf((1 - level) / 2) * math.sqrt(variance / m)
    return max(-100.0, float(100 * (centre - half))), min(100.0, float(100 * (centre + half)))


def student(xs, level):
    n = len(xs)
    if n < 2:
        return None, None
    mean = sum(xs) / n
    se = math.sqrt(sum((x - mean) ** 2 for x in xs) / (n - 1) / n)
    half = float(stats.t.isf((1 - level) / 2, n - 1)) * se
    return float(mean) - half, float(mean) + half


def quantile_interval(xs, p, level):
    """Order statistics around a quantile of sorted numbers; none where an end lies beyond them."""
    if not xs:
        return None, None
    got = stats.quantile_test([float(x) for x in xs], q=0, p=p).confidence_interval(confidence_level=level)
    return (None, None) if math.isnan(got.low) or math.isnan(got.high) else (float(got.low), float(got.high))


# Figures ------------------------------------------------------------------------------------------------------------


def undefined(unit, why, sample=None):
    out = {"value": None, "undefined": why, "unit": unit, "lower": None, "upper": None}
    return out if sample is None else {**out, "sample": sample}


def count(n):
    return {"value": plain(n), "unit": "count"}


def share(k, n, level, interval=wilson, why="no_records"):
    if n == 0:
        return undefined("percent", why, 0)
    low, high = interval(k, n, level) if interval else (None, None)
    return {
        "value": text(Fraction(100 * k, n)), "unit": "percent", "sample": n,
        "numerator": plain(k), "denominator": plain(n), "lower": low, "upper": high,
    }


def index(plus, minus, n, level):
    if n == 0:
        return undefined("index", "no_records", 0)
    low, high = adjusted_wald(plus, minus, n, level)
    return {
        "value": text(Fraction(100 * (plus - minus), n)), "unit": "index", "sample": n,
        "numerator": plain(plus - minus), "denominator": plain(n), "lower": low, "upper": high,
    }


def ratio(sum_, n):
    """A total by another."""
    if n == 0:
        return undefined("ratio", "no_records", 0)
    return {"value": text(Fraction(sum_, n)), "unit": "ratio", "sample": n, "numerator": plain(sum_), "denominator": plain(n)}


def money(x, currency):
    """An amount; without a currency no unit is compared."""
    return {"value": text(x)} | ({"unit": currency} if currency else {})


def finish_durations(xs, level, bands=()):
    """Durations in seconds."""
    return distribution(xs, level, bands, "seconds", "seconds")


def distribution(xs, level, bands, unit, unit_of_mean):
    """Mean, quantiles, ends, count, and the share in each band."""
    xs = sorted(xs)
    n = len(xs)
    names = ("mean", "median", "p90", "p95", "min", "max")
    if n == 0:
        out = {name: undefined(unit_of_mean if name == "mean" else unit, "no_records", 0) for name in names}
    else:
        out = {"mean": {"value": text(Fraction(sum(xs)) / n), "numerator": plain(sum(xs)), "denominator": plain(n)}}
        out["mean"]["lower"], out["mean"]["upper"] = student(xs, level)
        for name, p in (("median", "1/2"), ("p90", "9/10"), ("p95", "19/20")):
            out[name] = {"value": text(quantile7(xs, p))}
            out[name]["lower"], out[name]["upper"] = quantile_interval(xs, float(Fraction(p)), level)
        out["min"], out["max"] = {"value": text(xs[0])}, {"value": text(xs[-1])}
        for name in names:
            out[name] |= {"unit": unit_of_mean if name == "mean" else unit, "sample": n}
    out["count"] = count(n)
    low = None
    for cut in bands:
        k = sum((low is None or x > low) and x <= cut for x in xs)
        out[f"band_{text(low or 0)}_{text(cut)}"] = share(k, n, level)
        low = cut
    if bands:
        out[f"band_{text(low)}_up"] = share(sum(x > low for x in xs), n, level)
    return out


# Inputs -----------------------------------------------------------------------------------------------------------


def counts(inputs, *names):
    for name in inputs:
        if name not in names:
            raise Refused("unknown_input", field=name)
    for name in names:
        if name not in inputs:
            raise Refused("missing_input", field=name)
    for name in names:
        if inputs[name] < 0:
            raise Refused("negative", field=name)
    return [inputs[name] for name in names]


def part_of(inputs, part, whole):
    k, n = counts(inputs, part, whole)
    if k > n:
        raise Refused("bad_input", field=part)
    return k, n


def durations(inputs):
    """The one input `durations`, in seconds."""
    return measured(inputs, "durations")


def measured(inputs, name):
    """One list of numbers, none below 0."""
    for other in inputs:
        if other != name:
            raise Refused("unknown_input", field=other)
    if name not in inputs:
        raise Refused("missing_input", field=name)
    xs = [number(x) for x in inputs[name]]
    if any(x < 0 for x in xs):
        raise Refused("negative", field=name)
    return xs


# Parameters ---------------------------------------------------------------------------------------------------------


def bad(name):
    return Refused("bad_parameter", field=name)


def is_number(x):
    """A JSON number, or a decimal number as text."""
    if isinstance(x, bool) or not isinstance(x, (int, float, str)):
        return False
    try:
        Fraction(str(x))
    except ValueError:
        return False
    return "/" not in str(x)


def seconds(parameters, name, default):
    """A duration in seconds, 0 or more, as µs."""
    value = parameters.get(name, default)
    if not is_number(value) or Fraction(str(value)) < 0:
        raise bad(name)
    return Fraction(str(value)) * US


def word(parameters, name, default, allowed=None):
    value = parameters.get(name, default)
    if not isinstance(value, str) or (name in parameters and not value) or (allowed and value not in allowed):
        raise bad(name)
    return value


def rising(parameters, name, whole=False):
    """A list of rising numbers, 0 or more, that is not only a 0."""
    value = parameters.get(name, [])
    if not isinstance(value, list) or not all(is_number(x) and Fraction(str(x)) >= 0 for x in value):
        raise bad(name)
    cuts = [Fraction(str(x)) for x in value]
    if any(a >= b for a, b in zip(cuts, cuts[1:])) or cuts[:1] == [0] or (whole and any(x % 1 for x in cuts)):
        raise bad(name)
    return cuts


def of_distribution(variant, parameters, whole=False):
    """The parameters of every KPI that gives a distribution."""
    rising(parameters, "bands", whole)
    word(parameters, "quantiles", "exact", ("exact", "sketch"))


DISTRIBUTION = ("bands", "quantiles")
MONEY = ("currency", "rates")


def converted(amount, currency, parameters):
    """An amount in the currency that was asked for, and that currency."""
    wanted = parameters.get("currency")
    if wanted is None or currency == wanted:
        return amount, currency
    if currency not in parameters.get("rates", {}):
        raise Refused("mixed_currencies", field="currency")
    return amount * number(parameters["rates"][currency]), wanted


# Time ---------------------------------------------------------------------------------------------------------------


def instant(x):
    """Microseconds since 1970 of an RFC 3339 text."""
    if x is None:
        return None
    at = datetime.fromisoformat(x)
    assert at.tzinfo is not None, x
    return (at - EPOCH) // timedelta(microseconds=1)


class Zone:
    """A fixed offset, or a table of transitions."""

    def __init__(self, given="UTC"):
        if isinstance(given, dict):
            self.first, self.table = given["initial_offset"], given["transitions"]
        elif given == "UTC":
            self.first, self.table = 0, []
        else:
            sign = -1 if given[0] == "-" else 1
            hours, minutes = given[1:].split(":")
            self.first, self.table = sign * (int(hours) * 3600 + int(minutes) * 60), []

    def offset(self, us):
        out = self.first
        for at, offset in self.table:
            if us >= at:
                out = offset
        return out

    def local(self, us):
        return datetime(1970, 1, 1) + timedelta(microseconds=us + self.offset(us) * US)

    def instant(self, local):
        """The first instant with this local time; in a gap, moved forward by the gap."""
        wall = (local - datetime(1970, 1, 1)) // timedelta(microseconds=1)
        offsets = {self.first, *(offset for _, offset in self.table)}
        hits = [wall - o * US for o in offsets if self.offset(wall - o * US) == o]
        if hits:
            return min(hits)
        before = max((at, i) for i, (at, o) in enumerate(self.table) if at <= wall - min(offsets) * US)[1]
        return wall - (self.table[before - 1][1] if before else self.first) * US


def bound(x, zone):
    """A window's end: a local date or time, or RFC 3339."""
    at = datetime.fromisoformat(x)
    return instant(x) if at.tzinfo else zone.instant(at)


STEP = {"15min": 900, "30min": 1800, "hour": 3600}


def label(size, us, zone):
    at = zone.local(us)
    if size in STEP:
        o = zone.offset(us)
        return f"{at:%Y-%m-%d %H:%M}{'-' if o < 0 else '+'}{abs(o) // 3600:02}:{abs(o) % 3600 // 60:02}"
    if size == "week":
        year, week, _ = at.date().isocalendar()
        return f"{year}-W{week:02}"
    return {"day": f"{at:%Y-%m-%d}", "month": f"{at:%Y-%m}", "year": f"{at:%Y}",
            "quarter": f"{at.year}-Q{(at.month + 2) // 3}"}[size]


def following(size, d):
    if size == "day":
        return d + timedelta(days=1)
    if size == "week":
        return d + timedelta(days=7)
    months = {"month": 1, "quarter": 3, "year": 12}[size]
    m = d.year * 12 + d.month - 1 + months
    return date(m // 12, m % 12 + 1, 1)


def opening(size, d):
    if size == "week":
        return d - timedelta(days=d.weekday())
    if size == "month":
        return d.replace(day=1)
    if size == "quarter":
        return date(d.year, (d.month - 1) // 3 * 3 + 1, 1)
    return date(d.year, 1, 1) if size == "year" else d


def buckets(size, window, zone):
    """(label, from, to) of every bucket, clipped to the window."""
    out, (start, end) = [], window
    if size in STEP:
        step = STEP[size] * US
        assert all((at + o * US) % step == 0 for at, o in zone.table), "a transition inside a bucket"
        t = start - (start + zone.offset(start) * US) % step
        while t < end:
            out.append((label(size, t, zone), max(t, start), min(t + step, end)))
            t += step
        return out
    d = opening(size, zone.local(start).date())
    midnight = datetime.min.time()
    while (t := zone.instant(datetime.combine(d, midnight))) < end:
        after = zone.instant(datetime.combine(following(size, d), midnight))
        if after > start:
            out.append((label(size, t, zone), max(t, start), min(after, end)))
        d = following(size, d)
    return out


# Records ------------------------------------------------------------------------------------------------------------

INSTANTS = {
    "ticket": "created_at handover_at clock_start first_response_at first_resolved_at resolved_at closed_at "
              "canceled_at merged_at deleted_at escalated_at due_at next_case_at next_purchase_at first_assigned_at "
              "first_reopened_at first_reopened_by_customer_at next_case_after_resolution_at session_before_at".split(),
    "contact": "started_at queued_at answered_at ended_at next_case_at next_purchase_at".split(),
    "survey": "sent_at delivered_at submitted_at account_ended_at".split(),
    "account": "started_at ended_at".split(),
    "ledger_entry": "at from to".split(),
    "subscription": "started_at ended_at customer_since".split(),
    "conversion": "at canceled_at first_purchase_at".split(),
    "leg": "from to".split(),
    "response_wait": "opened_at closed_at".split(),
    "holding": "from to next_from".split(),
    "status_span": "from to created_at".split(),
    "sla_target": "started_at due_at met_at".split(),
    "agent_time": "from to".split(),
    "work_span": "from to".split(),
    "session": "started_at ended_at handed_over_at contacted_at".split(),
    "article": "published_at updated_at retired_at".split(),
    "agent": "hired_at left_at".split(),
    "activity": ["at"],
    "employee_survey": ["submitted_at"],
    "review": "posted_at subject_at".split(),
    "quality_review": "reviewed_at subject_at".split(),
}
REQUIRED = {
    "ticket": ["id", "created_at"], "contact": ["id", "channel", "outcome"],
    "survey": ["id", "kind", "scale_min", "scale_max"], "account": ["id", "started_at"],
    "ledger_entry": ["kind", "amount", "currency"], "subscription": ["account", "started_at", "mrr", "currency"],
    "conversion": ["id", "at", "kind"], "leg": ["contact", "agent", "from", "to"],
    "response_wait": ["ticket", "opened_at"], "holding": ["ticket", "agent", "from"], "status_span": ["ticket", "status", "from"],
    "sla_target": ["ticket"],
    "agent_time": ["agent", "from", "to", "state"], "work_span": ["agent", "from", "to"], "session": ["id", "kind", "started_at"], "article": ["id", "published_at"],
    "agent": ["id"], "activity": ["agent", "at"], "employee_survey": ["employee", "submitted_at"], "review": ["id", "posted_at"],
    "quality_review": ["id", "agent", "reviewed_at", "criterion"],
}
# Fields that may not be negative.
MEASURED = {
    "ticket": "agent_replies customer_messages bot_replies agent_changes distinct_agents collaborators reopens "
              "reopens_by_customer escalations responses_promised responses_late requester_wait agent_wait "
              "on_hold_time".split(),
    "contact": "transfers talk hold wrap_up".split(), "leg": "talk hold wrap_up".split(), "subscription": ["mrr"],
    "article": "views helpful unhelpful".split(), "quality_review": ["weight"], "work_span": ["handled"],
}
COUNTS = MEASURED["ticket"][:11]
# Closed lists of words.
CONTACT_WORDS = {
    "outcome": ("answered", "abandoned", "callback", "failed", "self_served"),
    "abandon_step": ("menu", "queue", "hold", "conversation"), "direction": ("inbound", "outbound"),
}
STATUSES = ("new", "open", "pending", "on_hold", "resolved", "closed", "canceled", "deleted", "merged", "spam")
SHIFT_STATES = ("available", "break", "training", "meeting", "off")
WORDS = {
    "status_span": {"status": STATUSES, "previous": STATUSES, "actor_kind": ("customer", "agent", "bot", "system")},
    "sla_target": {"state": ("met", "breached", "running", "paused", "not_applicable"),
                   "metric": ("first_response", "next_response", "resolution")},
    "agent_time": {"state": SHIFT_STATES}, "work_span": {"state": SHIFT_STATES, "planned": SHIFT_STATES},
    "session": {"kind": ("help_center", "article", "forum", "chatbot")}, "review": {"sentiment": ("positive", "neutral", "negative")},
}
AMOUNTS = {"ledger_entry": "amount", "subscription": "mrr", "conversion": "amount", "ticket": "value", "account": "value"}
# A number and the scale on which it lies: the fields of its ends, and what they are where nobody says so.
SCALES = {
    "employee_survey": ("score", ("scale_min", 1), ("scale_max", 10)), "review": ("stars", (None, 0), ("scale_max", 5)),
    "quality_review": ("mark", (None, 0), ("scale_max", 5)),
}
UNIQUE = ("ticket", "contact", "account", "conversion", "session", "article", "agent", "review")
# The instant at which a record comes to be: as of an instant before it, it does not exist.
BORN = {
    "ticket": ["created_at"], "contact": ["queued_at", "started_at"], "account": ["started_at"],
    "subscription": ["started_at"], "conversion": ["at"], "leg": ["from"], "response_wait": ["opened_at"], "holding": ["from"],
    "agent_time": ["from"], "work_span": ["from"], "session": ["started_at"], "article": ["published_at"],
    "status_span": ["from"], "sla_target": ["started_at"], "agent": ["hired_at"], "activity": ["at"], "employee_survey": ["submitted_at"],
    "review": ["posted_at"], "quality_review": ["reviewed_at"],
}
# What the end of a record of two instants may not come before.
ENDS = {"response_wait": [("closed_at", "opened_at")], "holding": [("to", "from"), ("next_from", "to")], "status_span": [("to", "from")],
        "agent_time": [("to", "from")], "work_span": [("to", "from")], "session": [("ended_at", "started_at")], "article": [("retired_at", "published_at")], "agent": [("left_at", "hired_at")]}
# What is not hidden as of an instant before it: a plan is known before its day.
PLANS = ("due_at",)
# A word that says what an instant says.
WORDS_OF_INSTANTS = {
    "ticket": [("status", "merged", "merged_at"), ("status", "deleted", "deleted_at"), ("status", "canceled", "canceled_at"),
               ("status", "closed", "closed_at"), ("status", "resolved", "resolved_at")],
    "contact": [("outcome", "answered", "answered_at"), ("outcome", "abandoned", "ended_at")],
}
ANCHORS = {
    "ticket": ("created_at",), "contact": ("queued_at", "started_at"), "survey": ("submitted_at",),
    "ledger_entry": ("at",), "conversion": ("at",), "leg": ("from",), "response_wait": ("opened_at",), "holding": ("from",),
    "session": ("started_at",), "agent_time": ("from",),
    "status_span": ("from",), "sla_target": ("started_at",), "activity": ("at",), "employee_survey": ("submitted_at",),
    "review": ("posted_at",), "quality_review": ("subject_at", "reviewed_at"),
}


def first_known(row, fields):
    return next((row[f] for f in fields if row.get(f) is not None), None)


def fault(kind, row):
    """(code, field) of what is wrong with a record by itself, or None."""
    for field in REQUIRED[kind]:
        if row.get(field) is None:
            return "missing_field", field
    for field in MEASURED.get(kind, ()):
        if row.get(field) is not None and number(row[field]) < 0:
            return "negative", field
    amount = AMOUNTS.get(kind)
    if amount and row.get(amount) is not None and number(row[amount]) * 10**9 % 1:
        return "too_fine", amount
    if (currency := row.get("currency")) is not None:
        if not (len(currency) == 3 and currency.isalpha() and currency.isupper()):
            return "unknown_currency", "currency"
    if kind == "survey" and row.get("score") is not None:
        if not row["scale_min"] <= number(row["score"]) <= row["scale_max"]:
            return "out_of_scale", "score"
    if kind in SCALES:
        field, (low, least), (high, most) = SCALES[kind]
        least, most = (default if row.get(end) is None else row[end] for end, default in ((low, least), (high, most)))
        if row.get(field) is not None and not least <= number(row[field]) <= most:
            return "out_of_scale", field
    if kind in ("account", "subscription") and row.get("ended_at") is not None and row["ended_at"] < row["started_at"]:
        return "wrong_order", "ended_at"
    if kind == "conversion" and row.get("canceled_at") is not None and row["canceled_at"] < row["at"]:
        return "wrong_order", "canceled_at"
    if kind == "leg" and row["to"] < row["from"]:
        return "wrong_order", "to"
    for field, words in WORDS.get(kind, {}).items():
        if row.get(field) is not None and row[field] not in words:
            return "unknown_word", field
    for late, early in ENDS.get(kind, ()):
        if row.get(late) is not None and row.get(early) is not None and row[late] < row[early]:
            return "wrong_order", late
    if kind == "contact":
        start = first_known(row, ("queued_at", "started_at"))
        if start is None:
            return "missing_field", "queued_at"
        begun = max(start, row["started_at"]) if row.get("started_at") is not None else start
        if row.get("answered_at") is not None and row["answered_at"] < begun:
            return "response_before_creation", "answered_at"
        if row.get("ended_at") is not None and row["ended_at"] < start:
            return "wrong_order", "ended_at"
        for field, words in CONTACT_WORDS.items():
            if row.get(field) is not None and row[field] not in words:
                return "unknown_word", field
    if kind == "ticket":
        start = first_known(row, ("clock_start", "handover_at", "created_at"))
        if row.get("first_response_at") is not None and row["first_response_at"] < max(start, row["created_at"]):
            return "response_before_creation", "first_response_at"
        for field in ("handover_at", "first_resolved_at", "resolved_at"):
            if row.get(field) is not None and row[field] < row["created_at"]:
                return "wrong_order", field
    return None


def mask(kind, rows, limit):
    """The records as they were known at `limit`."""
    out = []
    for row in rows:
        born = first_known(row, BORN.get(kind, ()))
        if born is not None and born > limit:
            continue
        row["_raw"] = dict(row)
        for field, word_, at in WORDS_OF_INSTANTS.get(kind, ()):
            if row.get(field) == word_ and row.get(at) is not None and row[at] > limit:
                row[field] = None
        if kind != "ledger_entry":
            for field in INSTANTS[kind]:
                if row.get(field) is not None and row[field] > limit and field not in PLANS:
                    row[field] = None
        for field in COUNTS if kind == "ticket" else ():
            row[field] = None
        out.append(row)
    return out


def prepare(k, variant, request, given):
    """Checked, masked, derived and filtered rows, and what was skipped."""
    rows, skipped = {}, {}
    for kind, list_ in given.items():
        seen, kept = set(), []
        for i, raw in enumerate(list_):
            row = dict(raw)
            for field in INSTANTS[kind]:
                if field in row:
                    row[field] = instant(row[field])
            wrong = fault(kind, row)
            if wrong is None and kind in UNIQUE and row["id"] in seen:
                wrong = "duplicate_id", "id"
            if wrong is None and kind == "quality_review" and (row["id"], row["criterion"]) in seen:
                wrong = "duplicate_id", "id"
            for field in (k.of("links", variant) or {}).get(kind, ()) if wrong is None else ():
                if row.get(field) is not None and field in given and row[field] not in {r.get("id") for r in given[field]}:
                    wrong = "unknown_" + field, field
            if wrong:
                if request.get("bad_records") != "skip":
                    raise Refused(wrong[0], kind, i, wrong[1])
                skipped.setdefault(kind, Counter())[wrong[0]] += 1
                continue
            seen.add((row["id"], row["criterion"]) if kind == "quality_review" else row.get("id"))
            kept.append(row)
        rows[kind] = kept
    reads = k.of("reads", variant)
    if not any(kind in rows for kind in k.of("made_of", variant) or reads):
        raise Refused("missing_records", reads[0])
    if request.get("as_of") is not None:
        rows = {kind: mask(kind, list_, instant(request["as_of"])) for kind, list_ in rows.items()}
    last = {}
    for row in rows.get("survey", []):
        key = row["id"], row["kind"]  # an answer of another kind is another answer
        if key in last and row.get("submitted_at") is not None:
            old = last[key]
            late, early = (row, old) if (old.get("submitted_at") or 0) <= row["submitted_at"] else (old, row)
            early["_replaced"], last[key] = True, late
        else:
            last.setdefault(key, row)
    if k.derive:
        k.derive(rows)
    for f in request.get("filters", []):
        rows[f["record"]] = [r for r in rows[f["record"]] if r.get(f["field"]) in f["any_of"]]
    return rows, skipped


def groups_of(row, by):
    """The groups of a row: several where a dimension is a list."""
    out = [()]
    for field in by:
        value = row.get(field)
        values = (list(dict.fromkeys(value)) or [None]) if isinstance(value, list) else [value]
        out = [g + (v,) for g in out for v in values]
    return out


def merged_or_spam(ticket):
    if ticket.get("status") == "merged" or ticket.get("merged_at") is not None:
        return "merged"
    return "spam" if ticket.get("status") == "spam" else None


def deleted(ticket):
    return ticket.get("status") == "deleted" or ticket.get("deleted_at") is not None


def canceled(ticket):
    return ticket.get("status") == "canceled" or ticket.get("canceled_at") is not None


def answered(ticket):
    """Whether a person has replied."""
    return ticket.get("first_response_at") is not None or (ticket.get("agent_replies") or 0) > 0


def not_asked(ticket):
    """Why a ticket is not in the population of a KPI by creation."""
    return merged_or_spam(ticket) or ("deleted" if deleted(ticket) and not answered(ticket) else None)


# Tickets that count where they end (ruling B62) -----------------------------------------------------------------------


def unended(ticket, ending):
    """Why a ticket has no end, where every one is asked: in a total without a window, or in a cohort."""
    if why := merged_or_spam(ticket):
        return why
    if first_known(ticket, ending) is not None:
        return None
    if deleted(ticket):
        return "deleted"
    if canceled(ticket):
        return "canceled"
    return "closed" if ticket.get("status") == "closed" or ticket.get("closed_at") is not None else "open"


def open_before(ticket, at, ending):
    """Whether a ticket was open just before an instant."""
    if ticket["created_at"] >= at:
        return False
    ends = [ticket[f] for f in (*ending, "closed_at", "canceled_at", "deleted_at") if ticket.get(f) is not None]
    if ends:
        return min(ends) >= at
    return ticket.get("status") not in ("resolved", "closed", "canceled", "deleted")


def place_ending(ticket, span, ending, as_of):
    """True, False, or why it is left out of a span."""
    if as_of is not None and span[0] > as_of:
        return False
    if why := merged_or_spam(ticket):
        return why if span[0] <= ticket["created_at"] < span[1] else False
    end = first_known(ticket, ending)
    if end is not None and span[0] <= end < span[1]:
        return True
    # What happened at `as_of` has happened.
    until = span[1] if as_of is None else min(span[1], as_of + 1)
    return "open" if open_before(ticket, until, ending) else False


# The report -----------------------------------------------------------------------------------------------------------


def place(k, variant, kind, r, span, override, as_of):
    """Whether a record counts in a span: True, False, None where it has no anchor, or why it is left out."""
    ending = k.of("ending", variant) if kind == "ticket" else None
    if ending and kind not in override:
        return (unended(r, ending) or True) if span is None else place_ending(r, span, ending, as_of)
    if k.balance:
        return k.balance(variant, kind, r, span, as_of)
    if k.inside and (at := k.inside(kind, r, span)) is not None:
        return at
    anchors = (k.of("anchors", variant) or {}).get(kind, ANCHORS.get(kind, ()))
    if kind in override:
        anchors = (override[kind],)
    raw = r.get("_raw", r)
    at = anchors(r) if callable(anchors) else first_known(raw, anchors)
    if at is not None and as_of is not None and at > as_of:
        return False
    if span is not None:
        if at is None:
            return (ending and unended(r, ending)) or None
        if not span[0] <= at < span[1]:
            return False
    return (ending and unended(r, ending)) or True


def elapsed(request, chosen):
    """elapsed(row, start, end): µs in the clock that was chosen; None where the record has no schedule."""
    if chosen == "calendar":
        return lambda row, start, end: end - start
    if "calendar" not in request:
        raise Refused("calendar_required")
    calendar = Calendar(request["calendar"], request.get("zone", "UTC"))

    def of(row, start, end):
        schedule = calendar.of(row)
        return None if schedule is None else schedule.elapsed(start, end)

    return of


def between(ctx, row, start, end):
    """(seconds, None) in the report's clock, or (None, reason)."""
    us = ctx["elapsed"](row, start, end)
    return (None, "no_schedule") if us is None else (Fraction(us, US), None)


def report(kpi, variant, request, given):
    """The whole expectation of one request: {"rows", "inputs", "row_count"}."""
    k = KPIS.get((kpi, variant)) or KPIS[kpi]
    spec = next((s for s in request.get("kpis", []) if not isinstance(s, str)), {})
    parameters, override = spec.get("parameters", {}), spec.get("anchor", {})
    for name in parameters:
        if name not in k.of("parameters", variant) and not (name == "clock" and k.of("clock", variant)):
            raise Refused("unknown_parameter", field=name)
    chosen = "calendar"
    if k.of("clock", variant):
        chosen = word(parameters, "clock", request.get("clock", "calendar"), ("calendar", "business"))
    if k.check:
        k.check(variant, parameters)
    if k.bind:
        k = k.bind(k, variant, parameters)
    zone = Zone(request.get("zone", "UTC"))
    window = None
    if "window" in request:
        window = bound(request["window"]["from"], zone), bound(request["window"]["to"], zone)
        if window[1] <= window[0]:
            raise Refused("bad_window")
    if window is None and (k.of("window", variant) or "bucket" in request):
        raise Refused("window_required")
    given_as_of = instant(request.get("as_of"))
    counted = k.of("counts", variant)
    if given_as_of is not None and (counted(parameters) if callable(counted) else counted):
        raise Refused("as_of_counts")
    by = request.get("by")
    fields = {f for list_ in given.values() for r in list_ for f in r}
    for field in by or ():
        said = field in fields or field == k.of("own", variant) or (field == "agent" and "ticket" in given)  # a ticket has agents
        if not said and any(given.values()):
            raise Refused("unknown_dimension", field=field)
    if by is None:
        by = [own] if (own := k.of("own", variant)) else []
    rows, skipped = prepare(k, variant, request, given)
    ctx = {"level": request.get("level", 0.95), "parameters": parameters, "elapsed": elapsed(request, chosen), "zone": zone,
           "holidays": request.get("calendar", {}).get("holidays", []),
           "calendar": Calendar(request["calendar"], request.get("zone", "UTC")) if "calendar" in request else None,
           "given_as_of": given_as_of, "window": window, "by": by,
           "as_of": given_as_of if given_as_of is not None else window and window[1]}

    spans = buckets(request["bucket"], window, zone) if "bucket" in request else []
    spans = [(name, tuple(span)) for name, *span in spans] + [(None, window)]
    members = [(kind, r) for kind in k.of("reads", variant) for r in rows.get(kind, [])]
    placed = [[(kind, r, place(k, variant, kind, r, span, override, given_as_of)) for kind, r in members]
              for _, span in spans]
    groups = {}
    for i, (_, r) in enumerate(members if by else []):
        if any(cells[i][2] is not False for cells in placed):
            groups |= dict.fromkeys(groups_of(r, by))
        if "_holder" in r and any(cells[i][2] == "open" for cells in placed):
            groups |= dict.fromkeys(groups_of({**r, "agent": r["_holder"]}, by))

    def of(group):
        return lambda r: group is None or group in groups_of(r, by)

    out, headline = [], k.of("headline", variant)
    for group in (*groups, None):
        belongs = of(group)
        for (name, span), cells in zip(spans, placed):
            left = Counter()
            ctx["group"] = group
            ctx["whole"] = [(kind, r) for kind, r, at in cells if at is True]
            for kind, r, at in cells:
                # What is open has not been resolved by anybody: it is with whoever holds it.
                if not belongs({**r, "agent": r["_holder"]} if at == "open" and "_holder" in r else r):
                    continue
                if isinstance(at, str):
                    left[at] += 1
                elif at is None and name is None:  # left out under the KPI's own reason where it has one
                    own = Counter()
                    k.figures(variant, [(kind, r)], span, ctx, own)
                    left.update(own or {"no_anchor": 1})
            cell = [(kind, r) for kind, r in ctx["whole"] if belongs(r)]
            try:
                found = k.figures(variant, cell, span, ctx, left)
            except Refused as refused:
                # Where each group or bucket has one scale or currency of its own, only their total has none.
                total = (by and group is None) or (spans[1:] and name is None)
                if not total or not refused.at["code"].startswith("mixed_"):
                    raise
                found = {headline: {"value": None, "undefined": refused.at["code"]}}
            for figure, values in found.items():
                row = {"figure": figure, "bucket": name}
                if by:
                    row["group"] = dict(zip(by, group or (ALL,) * len(by)))
                row |= values
                if figure == headline:
                    row["left_out"] = {why: n for why, n in sorted(left.items()) if n}
                out.append(row)
    want = {"rows": out}
    if skipped:
        want["inputs"] = {kind: {"skipped": dict(c)} for kind, c in skipped.items()}
    return want


def formula(kpi, variant, inputs, level, parameters):
    k = KPIS.get((kpi, variant)) or KPIS[kpi]
    for name in parameters:
        if name not in k.of("parameters", variant):
            raise Refused("unknown_parameter", field=name)
    if k.check:
        k.check(variant, parameters)
    return k.formula(variant, inputs, level, parameters)


# Cases --------------------------------------------------------------------------------------------------------------


def agrees(want, got, path=""):
    """Everything in `want` is in `got`."""
    if isinstance(want, dict):
        for key, value in want.items():
            if path.endswith("rows[]") and key in ("figure", "bucket", "group"):
                continue
            assert key in got, f"{path}.{key}: not computed"
            exact = key in ("left_out", "group")
            if exact:
                assert got[key] == value, f"{path}.{key}: {got[key]} is not {value}"
            else:
                agrees(value, got[key], f"{path}.{key}")
    elif isinstance(want, list) and path.endswith(".rows"):
        for row in want:
            same = [g for g in got if all(g.get(k) == row.get(k) for k in ("figure", "bucket", "group"))]
            assert len(same) == 1, f"{path}: {len(same)} rows like {row}"
            agrees(row, same[0], path + "[]")
    elif isinstance(want, float):
        assert got is not None and math.isclose(want, got, rel_tol=1e-8, abs_tol=1e-12), f"{path}: {got} is not {want}"
    else:
        assert want == got, f"{path}: {got} is not {want}"


def compute(case):
    try:
        if "formula" in case:
            f = case["formula"]
            return {"figures": formula(case["kpi"], case["variant"], f["inputs"], f.get("level", 0.95), f.get("parameters", {}))}
        return report(case["kpi"], case["variant"], case["request"], case["records"])
    except Refused as refused:
        return {"error": refused.at}


def worked(case, drop=()):
    """The case with its expectation: computed, or by hand and confirmed."""
    case = dict(case)
    got = compute(case)
    if "expect" in case:
        want = {k: v for k, v in case["expect"].items() if k != "row_count"}
        try:
            agrees(want, got)
            if "row_count" in case["expect"]:
                agrees(case["expect"]["row_count"], len(got["rows"]), "row_count")
        except AssertionError as wrong:
            raise AssertionError(f"{case['id']}: {wrong}") from None
        assert case["origin"].startswith(("hand: ", "published: ")), case["id"]
        return case
    assert "error" not in got, f"{case['id']}: {got}"
    for row in got.get("rows", []):
        for key in drop:
            row.pop(key, None)
    case["origin"], case["expect"] = case.pop("origin", None) or PEER, got
    return case


def write(path, about, cases):
    ids = Counter(c["id"] for c in cases)
    assert max(ids.values()) == 1, [i for i, n in ids.items() if n > 1]
    order = ["id", "kpi", "variant", "case", "ruling", "origin", "formula", "request", "records_from", "records", "expect"]
    lines = [json.dumps({k: c[k] for k in order if k in c}, ensure_ascii=False) for c in cases]
    head = json.dumps(about, ensure_ascii=False)
    path.write_text('{"about": %s,\n"cases": [\n%s\n]}\n' % (head, ",\n".join(lines)), encoding="utf-8")


def load(family):
    """Registers the KPIs of a family; its module of cases."""
    peer, cases = map(importlib.import_module, FAMILIES[family])
    KPIS.update(peer.KPIS)
    return cases


def main(chosen):
    here = pathlib.Path(__file__).resolve().parent.parent
    for family in chosen or FAMILIES:
        cases = load(family)
        for name, (about, list_) in cases.FILES.items():
            done = [worked(c, c.pop("drop", ())) for c in list_]
            write(here / f"{name}.json", about, done)
            for (kpi, variant), n in sorted(Counter((c["kpi"], c["variant"]) for c in done).items()):
                print(f"{name:32} {kpi}.{variant}: {n}")


if __name__ == "__main__":
    import oracle  # the families import it under this name

    oracle.main(sys.argv[1:])
