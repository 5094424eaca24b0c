"""Independent peer of the seven first KPIs: writes the conformance vectors.

Written from the specification alone. Values are `fractions.Fraction`, rounded once, half to even, to nine
places; intervals come from statsmodels and scipy. Each cell is computed directly from the list of its records
(nothing is accumulated), so it shares no method with the library it checks.

    python vectors/peers/oracle.py      # needs scipy and statsmodels

Cases stand in `cases.py`. A case with an `expect` of its own was worked by hand; it is kept as it is, and this
program only makes sure that it agrees. A case without one is computed here.
"""

import json
import math
import pathlib
from collections import Counter
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal
from fractions import Fraction

import scipy
import statsmodels
from scipy import stats
from statsmodels.stats.proportion import proportion_confint

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


def median_interval(xs, level):
    """Order statistics around the median of sorted numbers."""
    if not xs:
        return None, None
    got = stats.quantile_test([float(x) for x in xs], q=0, p=0.5).confidence_interval(confidence_level=level)
    return tuple(None if math.isnan(v) else float(v) for v in (got.low, got.high))


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


def finish_durations(xs, level):
    """Durations in seconds."""
    xs = sorted(xs)
    n = len(xs)
    names = ("mean", "median", "p90", "p95", "min", "max")
    if n == 0:
        none = undefined("seconds", "no_records", 0)
        none.pop("lower"), none.pop("upper")
        return {**{name: dict(none) for name in names}, "count": count(0)}
    out = {"mean": {"value": text(sum(xs) / n), "numerator": plain(sum(xs)), "denominator": plain(n)}}
    for name, p in (("median", "1/2"), ("p90", "9/10"), ("p95", "19/20")):
        out[name] = {"value": text(quantile7(xs, p))}
    out["min"], out["max"] = {"value": text(xs[0])}, {"value": text(xs[-1])}
    out["median"]["lower"], out["median"]["upper"] = median_interval(xs, level)
    for name in names:
        out[name] |= {"unit": "seconds", "sample": n}
    return {**out, "count": count(n)}


def finish_mean_score(scores, low, high, level):
    n = len(scores)
    if n == 0:
        return {"mean": undefined("score", "no_records", 0), "answers": count(0)}
    mean = {
        "value": text(sum(scores) / n), "unit": "score", "sample": n,
        "numerator": plain(sum(scores)), "denominator": plain(n),
    }
    lower, upper = student(scores, level)
    # Whether an interval is cut at the ends of the scale is not specified: such a one is not compared.
    if lower is None or (lower >= low and upper <= high):
        mean |= {"lower": lower, "upper": upper}
    return {"mean": mean, "answers": count(n)}


def finish_nps(p, s, d, level):
    n = p + s + d
    return {
        "score": index(p, d, n, level),
        "promoter_share": share(p, n, level), "passive_share": share(s, n, level),
        "detractor_share": share(d, n, level), "answers": count(n),
    }


def finish_interactions(easy, neutral, difficult, level):
    n = easy + neutral + difficult
    return {
        "score": index(difficult, easy, n, level),
        "easy_share": share(easy, n, level), "neutral_share": share(neutral, n, level),
        "difficult_share": share(difficult, n, level), "tickets": count(n),
    }


def finish_within(met, missed, level):
    return {"share": share(met, met + missed, level), "met": count(met), "missed": count(missed)}


def finish_retention(variant, start, end, acquired, level):
    interval = wilson if variant == "identity" else None
    rate = share(end - acquired, start, level, interval, "no_start_customers")
    return {"rate": rate, "start": count(start), "end": count(end), "acquired": count(acquired)}


UNITS = {"per_conversation": "conversations", "per_ticket": "tickets", "per_resolution": "resolutions"}


def finish_cost(variant, cost, entries, units, currency):
    """`cost` is exact; `entries` says how many costs made it."""
    name = UNITS[variant]
    mean = {"value": None, "unit": currency}
    if entries and units:
        mean |= {"value": text(cost / units), "denominator": plain(units)}
    elif entries:
        mean |= {"undefined": "no_" + name}
    elif units:
        mean |= {"undefined": "no_costs"}
    out = {"mean": mean, "cost": {"value": text(cost), "unit": currency}, name: count(units)}
    if currency is None or not entries:
        out["mean"].pop("unit"), out["cost"].pop("unit")
    return out


# Formulas -----------------------------------------------------------------------------------------------------------


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


def scored(inputs):
    low, high, scores = inputs["scale_min"], inputs["scale_max"], [number(x) for x in inputs["scores"]]
    if low >= high:
        raise Refused("bad_scale")
    if any(not low <= x <= high for x in scores):
        raise Refused("out_of_scale", field="scores")
    return scores, low, high


def formula(kpi, variant, inputs, level):
    if kpi == "first_response_time":
        xs = [number(x) for x in inputs["durations"]]
        if any(x < 0 for x in xs):
            raise Refused("negative", field="durations")
        return finish_durations(xs, level)
    if kpi == "first_response_within_target":
        return finish_within(*counts(inputs, "met", "missed"), level)
    if kpi == "nps":
        return finish_nps(*counts(inputs, "promoters", "passives", "detractors"), level)
    if kpi == "retention_rate":
        start, end, acquired = counts(inputs, "start", "end", "acquired")
        if variant == "identity" and (acquired > end or end - acquired > start):
            raise Refused("cohort_mismatch")
        return finish_retention(variant, start, end, acquired, level)
    if kpi == "cost_per_conversation":
        (units,) = counts({k: v for k, v in inputs.items() if k != "cost"}, UNITS[variant])
        return finish_cost(variant, number(inputs["cost"]), 1, units, None)
    if variant == "mean":
        return finish_mean_score(*scored(inputs), level)
    if variant == "by_interactions":
        return finish_interactions(*counts(inputs, "easy", "neutral", "difficult"), level)
    part, whole = {"top_two_boxes": ("satisfied", "answers"), "latest_per_customer": ("satisfied", "customers"),
                   "share": ("easy", "answers")}[variant]
    k, n = part_of(inputs, part, whole)
    return {"share": share(k, n, level), whole: count(n)}


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
              "canceled_at merged_at deleted_at escalated_at due_at".split(),
    "contact": "started_at queued_at answered_at ended_at".split(),
    "survey": "sent_at delivered_at submitted_at".split(),
    "account": "started_at ended_at".split(),
    "ledger_entry": "at from to".split(),
}
REQUIRED = {
    "ticket": ["id", "created_at"], "contact": ["id", "channel", "outcome"],
    "survey": ["id", "kind", "scale_min", "scale_max"], "account": ["id", "started_at"],
    "ledger_entry": ["kind", "amount", "currency"],
}
READS = {
    "first_response_time": ["ticket", "contact"], "first_response_within_target": ["ticket", "contact"],
    "csat": ["survey"], "nps": ["survey"], "customer_effort_score": ["survey"], "retention_rate": ["account"],
    "cost_per_conversation": ["ledger_entry", "contact", "ticket"],
}


def reads(kpi, variant):
    if variant == "by_interactions":
        return ["ticket"]
    if kpi == "cost_per_conversation" and variant != "per_conversation":
        return ["ledger_entry", "ticket"]
    return READS[kpi]


def clock(ticket, variant):
    """When the clock of a ticket starts; None where an agent opened it and no customer message is known."""
    if ticket.get("opened_by") == "agent":
        return ticket.get("clock_start")
    if variant == "from_created":
        return ticket["created_at"]
    for field in ("clock_start", "handover_at", "created_at"):
        if ticket.get(field) is not None:
            return ticket[field]


def fault(kpi, variant, kind, row):
    """(code, field) of what is wrong with a record by itself, or None."""
    for field in REQUIRED[kind]:
        if row.get(field) is None:
            return "missing_field", field
    if kind == "survey" and row.get("score") is not None:
        if not row["scale_min"] <= number(row["score"]) <= row["scale_max"]:
            return "out_of_scale", "score"
    if kind == "account" and row.get("ended_at") is not None and row["ended_at"] < row["started_at"]:
        return "wrong_order", "ended_at"
    if kind == "ledger_entry":
        if number(row["amount"]) * 10**9 % 1:
            return "too_fine", "amount"
        if not (len(row["currency"]) == 3 and row["currency"].isalpha() and row["currency"].isupper()):
            return "unknown_currency", "currency"
    if kind == "ticket" and kpi.startswith("first_response") and row.get("first_response_at") is not None:
        starts = [row["created_at"], clock(row, variant)]
        if any(s is not None and row["first_response_at"] < s for s in starts):
            return "response_before_creation", "first_response_at"
    return None


def prepare(kpi, variant, request, given):
    """Checked, filtered and masked rows, and what was skipped."""
    rows, skipped = {}, {}
    for kind, list_ in given.items():
        seen, kept = set(), []
        for i, raw in enumerate(list_):
            row = dict(raw)
            for field in INSTANTS[kind]:
                if field in row:
                    row[field] = instant(row[field])
            wrong = fault(kpi, variant, kind, row)
            if wrong is None and kind not in ("survey", "ledger_entry") and row["id"] in seen:
                wrong = "duplicate_id", "id"
            if wrong:
                if request.get("bad_records") != "skip":
                    raise Refused(wrong[0], kind, i, wrong[1])
                skipped.setdefault(kind, Counter())[wrong[0]] += 1
                continue
            seen.add(row.get("id"))
            kept.append(row)
        rows[kind] = kept
    if kind_missing := [k for k in reads(kpi, variant)[:1] if k not in rows]:
        if not any(k in rows for k in reads(kpi, variant)):
            raise Refused("missing_records", kind_missing[0])
    for f in request.get("filters", []):
        rows[f["record"]] = [r for r in rows[f["record"]] if r.get(f["field"]) in f["any_of"]]
    if request.get("as_of") is not None:
        limit = instant(request["as_of"])
        for kind, list_ in rows.items():
            for row in list_:
                for field in INSTANTS[kind]:
                    if row.get(field) is not None and row[field] > limit:
                        row[field] = None
    last = {}
    for row in rows.get("survey", []):
        key = row["id"], row["kind"]  # an answer of another kind is another answer
        if key in last:
            old = last[key]
            late, early = (row, old) if row["submitted_at"] >= old["submitted_at"] else (old, row)
            early["_replaced"], last[key] = True, late
        else:
            last[key] = row
    return rows, skipped


def anchor(kpi, variant, kind, row, override):
    if kind in override:
        return row.get(override[kind])
    if kind == "ticket":
        return row.get("resolved_at" if variant == "per_resolution" else "created_at")
    if kind == "contact":
        return row["queued_at"] if row.get("queued_at") is not None else row.get("started_at")
    return row.get("submitted_at")


def groups_of(row, by):
    """The groups of a row: several where a dimension is a list."""
    out = [()]
    for field in by:
        value = row.get(field)
        values = (list(dict.fromkeys(value)) or [None]) if isinstance(value, list) else [value]
        out = [g + (v,) for g in out for v in values]
    return out


# KPIs from the records of one cell ----------------------------------------------------------------------------------


def merged_or_spam(ticket):
    if ticket.get("status") == "merged" or ticket.get("merged_at") is not None:
        return "merged"
    return "spam" if ticket.get("status") == "spam" else None


def deleted(ticket):
    return ticket.get("status") == "deleted" or ticket.get("deleted_at") is not None


def ticket_excluded(t):
    """Why a ticket has no response time, before its clock is read."""
    if out := merged_or_spam(t):
        return out
    if t.get("contact") is not None:
        return "through_contact"
    if t.get("first_response_at") is None:
        if deleted(t):
            return "deleted"
        if t.get("resolved_by") == "bot":
            return "bot"
    return None


def queued(c):
    return c["queued_at"] if c.get("queued_at") is not None else c["started_at"]


def response_time(kind, r, variant):
    """(seconds, None) or (None, reason)."""
    if kind == "ticket":
        why = ticket_excluded(r)
        if why is None and r.get("first_response_at") is None:
            why = "unanswered"
        start = clock(r, variant)
        if why is None and start is None:
            why = "no_clock_start"
        return (None, why) if why else (Fraction(r["first_response_at"] - start, US), None)
    if r.get("direction") == "outbound":
        return None, "outbound"
    if r["outcome"] in ("abandoned", "self_served"):
        return None, r["outcome"]
    if r["outcome"] != "answered" or r.get("answered_at") is None:
        return None, "unanswered"
    start = queued(r)
    if variant == "from_created" and r.get("started_at") is not None:
        start = r["started_at"]
    return Fraction(r["answered_at"] - start, US), None


TARGETS = {"s4": {"phone": 180, "chat": 300, "social": 86400, "email": 43200}, "s0": {"phone": 180, "chat": 45}}


def within_target(kind, r, targets, field, as_of):
    """met, missed, or why not."""
    if kind == "ticket":
        if why := ticket_excluded(r):
            return why
        start, reply = clock(r, "from_handover"), r.get("first_response_at")
        ends = ("resolved_at", "closed_at", "canceled_at")
        if start is None:
            return "no_clock_start"
    else:
        if r.get("direction") == "outbound":
            return "outbound"
        if r["outcome"] == "self_served":
            return "self_served"
        start, ends = queued(r), ("ended_at",)
        reply = r.get("answered_at") if r["outcome"] == "answered" else None
    target = targets.get(r.get(field))
    if target is None:
        return "no_target"
    limit = number(target) * US
    if reply is not None:
        return "met" if reply - start <= limit else "missed"
    stops = [r[e] for e in ends if r.get(e) is not None]
    if stops:
        stop = min(stops)
    elif as_of is None:
        raise Refused("as_of_required")
    else:
        stop = as_of
    return "missed" if stop - start > limit else "not_due"


def answers(cell, kind, left):
    for _, s in cell:
        if s["kind"] != kind:
            left["other_kind"] += 1
        elif s.get("_replaced"):
            left["replaced"] += 1
        elif s.get("score") is None:
            left["unanswered"] += 1
        else:
            yield s


def one_scale(list_):
    scales = {(s["scale_min"], s["scale_max"], s.get("direction") or "high_is_good") for s in list_}
    if len(scales) > 1:
        raise Refused("mixed_scales")
    return scales.pop() if scales else (None, None, None)


def best(s, boxes):
    """Whether a score is one of the best boxes of its scale."""
    if s.get("direction") == "low_is_good":
        return number(s["score"]) <= s["scale_min"] + boxes - 1
    return number(s["score"]) >= s["scale_max"] - boxes + 1


def survey_figures(kpi, variant, cell, p, level, left):
    kind = p.get("kind", {"csat": "csat", "nps": "nps"}.get(kpi, "ces"))
    list_ = list(answers(cell, kind, left))
    if kpi == "nps":
        if any((s["scale_min"], s["scale_max"]) != (0, 10) for s in list_):
            raise Refused("bad_scale", "survey")
        scores = [number(s["score"]) for s in list_]
        promoters, detractors = sum(x >= 9 for x in scores), sum(x <= 6 for x in scores)
        return finish_nps(promoters, len(scores) - promoters - detractors, detractors, level)
    if variant == "latest_per_customer":
        latest = {}
        for s in list_:
            if s.get("account") is None:
                left["no_account"] += 1
                continue
            rank = (s["submitted_at"], -number(s["score"]))
            if s["account"] not in latest or rank > latest[s["account"]][0]:
                latest[s["account"]] = rank, s
        list_ = [s for _, s in latest.values()]
    if kpi == "csat" and any(s["scale_max"] - s["scale_min"] < 2 for s in list_):
        raise Refused("bad_scale", "survey")
    low, high, _ = one_scale(list_)
    if variant == "mean":
        return finish_mean_score([number(s["score"]) for s in list_], low, high, level)
    boxes = 2 if kpi == "csat" or not list_ or high - low + 1 <= 5 else 3
    k, n = sum(best(s, boxes) for s in list_), len(list_)
    return {"share": share(k, n, level), "customers" if variant == "latest_per_customer" else "answers": count(n)}


def interactions_figures(cell, level, left):
    bands = Counter()
    for _, t in cell:
        n = (t.get("agent_replies") or 0) + (t.get("contact") is not None)
        if why := merged_or_spam(t) or (n == 0 and ("deleted" if deleted(t) else "no_interaction")):
            left[why] += 1
        else:
            bands["easy" if n <= 2 else "neutral" if n == 3 else "difficult"] += 1
    return finish_interactions(bands["easy"], bands["neutral"], bands["difficult"], level)


def cost_figures(variant, cell, span, p, left):
    cost, entries, units, currencies = Fraction(0), 0, 0, set()
    for kind, r in cell:
        why = None
        if kind == "ledger_entry":
            if r["kind"] != "cost":
                left["other_entry"] += 1
                continue
            amount, currency = number(r["amount"]), r["currency"]
            if "currency" in p and currency != p["currency"]:
                if currency not in p.get("rates", {}):
                    raise Refused("mixed_currencies", field="currency")
                amount, currency = amount * number(p["rates"][currency]), p["currency"]
            if r.get("at") is None and span is not None:
                inside = min(r["to"], span[1]) - max(r["from"], span[0])
                amount = amount * inside / (r["to"] - r["from"])
            cost, entries = cost + amount, entries + 1
            currencies.add(currency)
            continue
        if kind == "contact":
            if r.get("direction") == "outbound":
                why = "outbound"
            elif r["outcome"] in ("abandoned", "self_served"):
                why = r["outcome"]
            elif r["outcome"] != "answered":
                why = "unanswered"
        else:
            answered = r.get("first_response_at") is not None or (r.get("agent_replies") or 0) > 0
            why = merged_or_spam(r)
            if why is None and variant == "per_conversation":
                why = "through_contact" if r.get("contact") is not None else None if answered else "no_reply"
            elif why is None and deleted(r) and not answered:
                why = "deleted"
            elif why is None and variant == "per_resolution" and r.get("resolved_at") is None:
                why = "open"
        if why:
            left[why] += 1
        else:
            units += 1
    if len(currencies) > 1:
        raise Refused("mixed_currencies")
    return finish_cost(variant, cost, entries, units, currencies.pop() if currencies else None)


def figures(kpi, variant, cell, span, ctx, left):
    level, p = ctx["level"], ctx["parameters"]
    if kpi == "first_response_time":
        values = []
        for kind, r in cell:
            value, why = response_time(kind, r, variant)
            if why:
                left[why] += 1
            else:
                values.append(value)
        return finish_durations(values, level)
    if kpi == "first_response_within_target":
        targets = p.get("targets", "s4")
        if isinstance(targets, str):
            if targets not in TARGETS:
                raise Refused("bad_parameter", field="targets")
            targets = TARGETS[targets]
        got = Counter(within_target(k, r, targets, p.get("targets_by", "channel"), ctx["as_of"]) for k, r in cell)
        for why, n in got.items():
            if why not in ("met", "missed"):
                left[why] += n
        return finish_within(got["met"], got["missed"], level)
    if kpi == "retention_rate":
        start, end = span

        def there(a, t):
            return a["started_at"] < t and (a.get("ended_at") is None or a["ended_at"] >= t)

        accounts = [a for _, a in cell]
        if variant == "identity":
            acquired = sum(there(a, end) and not there(a, start) for a in accounts)
        else:
            acquired = sum(start <= a["started_at"] < end for a in accounts)
        return finish_retention(variant, sum(there(a, start) for a in accounts),
                                sum(there(a, end) for a in accounts), acquired, level)
    if kpi == "cost_per_conversation":
        return cost_figures(variant, cell, span, p, left)
    if variant == "by_interactions":
        return interactions_figures(cell, level, left)
    return survey_figures(kpi, variant, cell, p, level, left)


HEADLINE = {"first_response_time": "mean", "nps": "score", "retention_rate": "rate", "cost_per_conversation": "mean"}
PARAMETERS = {
    "first_response_time": set(), "first_response_within_target": {"targets", "targets_by"}, "csat": {"kind"},
    "nps": {"kind"}, "customer_effort_score": {"kind"}, "retention_rate": set(),
    "cost_per_conversation": {"currency", "rates"},
}


def report(kpi, variant, request, given):
    """The whole expectation of one request: {"rows", "inputs", "row_count"}."""
    spec = next((k for k in request.get("kpis", []) if not isinstance(k, str)), {})
    parameters, override = spec.get("parameters", {}), spec.get("anchor", {})
    for name in parameters:
        if name not in PARAMETERS[kpi]:
            raise Refused("unknown_parameter", field=name)
    zone = Zone(request.get("zone", "UTC"))
    window = None
    if "window" in request:
        window = bound(request["window"]["from"], zone), bound(request["window"]["to"], zone)
        if window[1] <= window[0]:
            raise Refused("bad_window")
    if window is None and (kpi == "retention_rate" or "bucket" in request):
        raise Refused("window_required")
    if variant == "by_interactions" and request.get("as_of") is not None:
        raise Refused("as_of_counts")
    by = request.get("by", [])
    fields = {f for list_ in given.values() for r in list_ for f in r}
    for field in by:
        if field not in fields and any(given.values()):
            raise Refused("unknown_dimension", field=field)
    rows, skipped = prepare(kpi, variant, request, given)
    as_of = instant(request.get("as_of"))
    ctx = {"level": request.get("level", 0.95), "parameters": parameters,
           "as_of": as_of if as_of is not None else window and window[1]}

    def inside(kind, r, span):
        """Whether a record belongs to a span: True, False, or None where it has no anchor."""
        if span is None:
            return True
        if kind == "account":
            return r["started_at"] < span[1] and (r.get("ended_at") is None or r["ended_at"] >= span[0])
        if kind == "ledger_entry" and r.get("at") is None:
            return r["from"] < span[1] and r["to"] > span[0]
        at = r["at"] if kind == "ledger_entry" else anchor(kpi, variant, kind, r, override)
        return None if at is None else span[0] <= at < span[1]

    everything = [(kind, r) for kind in reads(kpi, variant) for r in rows.get(kind, [])]
    present = [(kind, r) for kind, r in everything if inside(kind, r, window) is not False]
    groups = {}
    for kind, r in present if by else []:
        for g in groups_of(r, by):
            groups.setdefault(g, []).append((kind, r))
    groups[(ALL,) * len(by)] = present

    out, headline = [], HEADLINE.get(kpi, "score" if variant == "by_interactions" else
                                     "mean" if variant == "mean" else "share")
    spans = buckets(request["bucket"], window, zone) if "bucket" in request else []
    for group, members in groups.items():
        for name, *span in [*spans, (None, *(window or ()))]:
            span = tuple(span) or None
            left = Counter()
            placed = [(k, r, inside(k, r, span)) for k, r in members]
            if name is None:
                for k, r, at in placed:
                    if at is None:  # left out under the KPI's own reason where it has one
                        own = Counter()
                        figures(kpi, variant, [(k, r)], span, ctx, own)
                        left.update(own or {"no_anchor": 1})
            cell = [(k, r) for k, r, at in placed if at]
            found = figures(kpi, variant, cell, span, ctx, left)
            for figure, values in found.items():
                row = {"figure": figure, "bucket": name}
                if by:
                    row["group"] = dict(zip(by, group))
                row |= values
                if figure == headline:
                    row["left_out"] = {k: n for k, n in sorted(left.items()) if n}
                out.append(row)
    want = {"rows": out}
    if skipped:
        want["inputs"] = {k: {"skipped": dict(c)} for k, c in skipped.items()}
    return want


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
            return {"figures": formula(case["kpi"], case["variant"], f["inputs"], f.get("level", 0.95))}
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


def main():
    import cases

    here = pathlib.Path(__file__).resolve().parent.parent
    for name, (about, list_) in cases.FILES.items():
        done = [worked(c, c.pop("drop", ())) for c in list_]
        write(here / f"{name}.json", about, done)
        for (kpi, variant), n in sorted(Counter((c["kpi"], c["variant"]) for c in done).items()):
            print(f"{name:32} {kpi}.{variant}: {n}")


if __name__ == "__main__":
    main()
