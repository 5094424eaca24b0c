"""The peer of repeated contacts, backlog, clearance and arrivals, for `oracle.py`."""

from collections import Counter
from datetime import date
from fractions import Fraction

from contacts import not_answered
from oracle import (
    DISTRIBUTION, US, Kpi, Refused, answered, count, counts, deleted, durations, finish_durations, first_known, merged_or_spam,
    of_distribution, open_before, plain, rising, seconds, share, text, undefined,
)
from resolution import KPIS as RESOLUTION
from resolution import FIRST, LAST, UNRESOLVED, WEEK, began, resolution_event, share_formula, two

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
CELLS = [f"{day}_{hour:02}" for day in WEEKDAYS for hour in range(24)]

# Repeated contacts --------------------------------------------------------------------------------------------------


def next_cases(rows):
    """Fills in when the next case came, where a table does not have it."""
    asked = [t for t in rows.get("ticket", []) if not merged_or_spam(t)]
    for t in rows.get("ticket", []):
        base = first_known(t, FIRST)
        if base is None or t.get("account") is None or "next_case_after_resolution_at" in t:
            continue
        t["next_case_after_resolution_at"] = min((
            o["created_at"] for o in asked if o is not t and o["created_at"] > base and o.get("account") == t["account"]
            and o.get("type") == t.get("type")), default=None)
    inbound = [c for c in rows.get("contact", []) if c.get("direction") != "outbound"]
    for c in rows.get("contact", []):
        if c.get("account") is not None and "next_case_at" not in c:
            c["next_case_at"] = min((began(o) for o in inbound if o is not c and o.get("account") == c["account"]
                                     and began(o) > began(c)), default=None)


def repeated(kind, r, within, ctx):
    """Whether a resolved case came back, or why it is left out."""
    if kind == "ticket":
        if merged_or_spam(r) or (deleted(r) and not answered(r)):
            return merged_or_spam(r) or "deleted"
        if r.get("contact") is not None:
            return "through_contact"
        base, again = first_known(r, FIRST), r.get("next_case_after_resolution_at")
    else:
        if r.get("direction") == "outbound":
            return "outbound"
        if why := not_answered(r):
            return why
        base = first_known(r, ("ended_at", "answered_at"))
        if r.get("resolved") is None or base is None:
            return "unknown"
        if not r["resolved"]:
            return "open"
        again = r.get("next_case_at")
    if r.get("account") is None:
        return "no_account"
    if ctx["as_of"] is None:
        raise Refused("as_of_required")
    if base + within > ctx["as_of"]:
        return "window_open"
    if kind == "ticket":
        if r.get("first_reopened_at") is not None and r["first_reopened_at"] <= base + within:
            return True
        if r.get("first_reopened_at") is None and (r.get("reopens") or 0) > 0:
            return True
    return again is not None and again <= base + within


def repeated_figures(_, cell, __, ctx, left):
    within = seconds(ctx["parameters"], "within", WEEK)
    got = Counter(repeated(kind, r, within, ctx) for kind, r in cell)
    left.update({why: n for why, n in got.items() if isinstance(why, str)})
    return two("repeated", "cases")(got[True], got[True] + got[False], ctx["level"], "rate")


# Backlog ------------------------------------------------------------------------------------------------------------


def mark(rows):
    """Marks the tickets whose spans of status are given."""
    known = {s["ticket"] for s in rows.get("status_span", [])}
    for t in rows.get("ticket", []):
        t["through_spans"] = t["id"] in known


def in_backlog(variant, kind, r, span, as_of):
    if as_of is not None and span[0] > as_of:
        return False
    t = span[1] if as_of is None else min(span[1], as_of + 1)
    if kind == "status_span":
        wanted = ("new", "open") if variant == "actionable" else UNRESOLVED
        if r["status"] not in wanted or r["from"] >= t or (r.get("to") is not None and r["to"] < t):
            return False
        return "unknown" if r.get("created_at") is None or r["created_at"] >= t else True
    if why := merged_or_spam(r):
        return why if span[0] <= r["created_at"] < t else False
    if not open_before(r, t, LAST):
        return False
    if variant in ("unresolved", "actionable") and r["through_spans"]:
        return "through_spans"
    if variant == "actionable":
        return r.get("status") not in ("pending", "on_hold")
    if variant == "unassigned":
        first = r.get("_raw", r).get("first_assigned_at")
        if first is not None:
            return first >= t
        return r.get("assignee") is None
    if variant == "overdue":
        reply = r.get("first_response_at")
        now = span[1] if as_of is None else min(span[1], as_of)
        return r.get("due_at") is not None and r["due_at"] < now and (reply is None or reply >= t)
    return True


def backlog_figures(_, cell, span, ctx, __):
    at = span[1] if ctx["given_as_of"] is None else min(span[1], ctx["given_as_of"])
    ages = [Fraction(at - r["created_at"], US) for _, r in cell]
    return finish_durations(ages, ctx["level"], rising(ctx["parameters"], "bands"))


# Clearance ----------------------------------------------------------------------------------------------------------


def finish_clearance(resolved, created, reopened, ended):
    came = created + reopened
    rate = undefined("percent", "no_records") if came == 0 else {
        "value": text(Fraction(100 * resolved, came)), "unit": "percent", "numerator": plain(resolved), "denominator": plain(came)}
    rate.pop("lower", None), rate.pop("upper", None)
    return {"rate": rate, "resolved": count(resolved), "created": count(created), "reopened": count(reopened),
            "net_flow": count(came - resolved - ended)}


def events_of(kind, r):
    """What a record says happened, and when: (what, at)."""
    if kind == "status_span":
        status, previous = r["status"], r.get("previous")
        if previous is None:
            yield "created", r["from"]
        elif status in UNRESOLVED and previous not in UNRESOLVED:
            yield "reopened", r["from"]
        if resolution_event(r):
            yield "resolved", r["from"]
        elif status in ("canceled", "merged", "deleted", "spam") and (previous is None or previous in UNRESOLVED):
            yield "ended", r["from"]
        return
    yield "created", r["created_at"]
    ends = [r[f] for f in ("resolved_at", "closed_at", "canceled_at", "deleted_at") if r.get(f) is not None]
    if ends:
        yield "ended" if r.get("resolved_at") is None else "resolved", min(ends)


def happened(_, kind, r, span, __):
    if kind == "ticket" and (why := merged_or_spam(r)):
        return why if span is None or span[0] <= r["created_at"] < span[1] else False
    happenings = list(events_of(kind, r))
    if kind == "ticket" and len(happenings) == 1 and r.get("status") in ("resolved", "closed", "canceled", "deleted"):
        return "no_anchor" if span is None or span[0] <= r["created_at"] < span[1] else False
    return any(span is None or span[0] <= at < span[1] for _, at in happenings)


def clearance_figures(_, cell, span, __, ___):
    got = Counter(what for kind, r in cell for what, at in events_of(kind, r) if span is None or span[0] <= at < span[1])
    return finish_clearance(got["resolved"], got["created"], got["reopened"], got["ended"])


def clearance_formula(_, inputs, __, ___):
    return finish_clearance(*counts(inputs, "resolved", "created", "reopened", "ended"))


# Arrivals -----------------------------------------------------------------------------------------------------------


def finish_arrivals(arrivals, hours, holiday):
    means = [Fraction(n, of) if of else None for n, of in zip(arrivals, hours)]
    best = max((m for m in means if m is not None), default=None)
    at = means.index(best) if best else None

    def value(x):
        return {"value": None, "undefined": "no_records"} if x is None else {"value": text(x)}

    out = {"peak": value(best), "peak_weekday": value(at if at is None else at // 24 + 1), "peak_hour": value(at if at is None else at % 24),
           "arrivals": count(sum(arrivals)), "holiday_arrivals": count(holiday),
           "mean": value(Fraction(sum(arrivals), sum(hours)) if sum(hours) else None)}
    return out | {name: value(m) for name, m in zip(CELLS, means)}


def arrival(kind, r):
    """When it came, or why it does not count."""
    if kind == "ticket":
        return merged_or_spam(r) or ("through_contact" if r.get("contact") is not None else r["created_at"])
    return "outbound" if r.get("direction") == "outbound" else began(r)


def arrival_figures(_, cell, span, ctx, left):
    zone, holidays = ctx["zone"], {date.fromisoformat(x) for x in ctx["holidays"]}
    arrivals, minutes, holiday = [0] * 168, [0] * 168, 0
    at, end = span[0], span[1] if ctx["given_as_of"] is None else min(span[1], ctx["given_as_of"])
    while at < end:  # the spans of the cases begin and end on the minute, and clocks change on it
        local = zone.local(at)
        minutes[local.weekday() * 24 + local.hour] += local.date() not in holidays
        at += 60 * US
    hours = [Fraction(n, 60) for n in minutes]
    for kind, r in cell:
        at = arrival(kind, r)
        if isinstance(at, str):
            left[at] += 1
            continue
        local = zone.local(at)
        if local.date() in holidays:
            holiday += 1
        else:
            arrivals[local.weekday() * 24 + local.hour] += 1
    return finish_arrivals(arrivals, hours, holiday)


def arrival_formula(_, inputs, __, ___):
    for name in inputs:
        if name not in ("arrivals", "hours", "holiday_arrivals"):
            raise Refused("unknown_input", field=name)
    for name in ("arrivals", "hours", "holiday_arrivals"):
        if name not in inputs:
            raise Refused("missing_input", field=name)
    return finish_arrivals(inputs["arrivals"], inputs["hours"], inputs["holiday_arrivals"])


KPIS = {
    "tickets_resolved": RESOLUTION["tickets_resolved"],
    "repeat_contact_rate": Kpi(
        reads=["ticket", "contact"], figures=repeated_figures, formula=share_formula(("repeated", "cases"), "rate"), headline="rate",
        parameters=("within",), check=lambda _, p: seconds(p, "within", WEEK), ending=FIRST, derive=next_cases,
        anchors={"contact": ("ended_at", "queued_at", "started_at")}),
    "backlog": Kpi(
        reads={"unresolved": ["ticket", "status_span"], "actionable": ["ticket", "status_span"], "unassigned": ["ticket"], "overdue": ["ticket"]},
        figures=backlog_figures, headline="count", parameters=DISTRIBUTION, check=of_distribution, window=True, balance=in_backlog, derive=mark,
        formula=lambda _, inputs, level, p: finish_durations(durations(inputs), level, rising(p, "bands"))),
    "clearance_rate": Kpi(
        reads={"tickets": ["ticket"], "events": ["status_span"]}, figures=clearance_figures, formula=clearance_formula, headline="rate",
        balance=happened),
    "arrival_profile": Kpi(
        reads=["ticket", "contact"], figures=arrival_figures, formula=arrival_formula, headline="peak", window=True),
}
