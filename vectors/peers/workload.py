"""The peer of workload and staffing, for `oracle.py`.

What an agent was doing is asked for each piece of time by itself: every fact, plan and handling of the agent is looked
through for the one instant at which the piece begins. Erlang's formulas are evaluated with mpmath at 50 digits.
"""

import math
from collections import Counter, defaultdict
from fractions import Fraction

import mpmath
from mpmath import mp

from contacts import DIRECTIONS, derive as mark_legs, direction, gave_up, not_answered, was_answered
from loyalty import fill, sift
from oracle import (
    US, Kpi, Refused, bad, count, counts, is_number, number, plain, seconds, text, undefined, word,
)
from resolution import LAST

mp.dps = 50

# The states of a fact, the one that wins first.
RANKS = ("off", "break", "meeting", "training", "available")
HOUR, EIGHT_HOURS = 3600, 28800

# Work spans -----------------------------------------------------------------------------------------------------------


def lasts(r, *fields):
    return sum(number(r.get(f) or 0) for f in fields) * US


def handlings(rows):
    """(agent, team, from, to) of every handling interval."""
    for leg in rows.get("leg", ()):
        to = leg.get("_raw", leg)["to"]
        yield leg["agent"], leg.get("team"), leg["from"], max(to, leg["from"] + lasts(leg, "talk", "hold", "wrap_up"))
    for c in rows.get("contact", ()):
        start, end = c.get("answered_at"), c.get("ended_at")
        if c.get("through_legs") or not was_answered(c) or start is None or c.get("agent") is None:
            continue
        ends = [] if end is None else [end + lasts(c, "wrap_up")]
        ends += [] if c.get("talk") is None else [start + lasts(c, "talk", "hold", "wrap_up")]
        if ends:
            yield c["agent"], c.get("team"), start, max(ends)


def winner(records, at):
    """The state of an agent at an instant, with pay and team: (state, paid, team), or None."""
    now = [r for r in records if r["from"] <= at < r["until"]]
    if not now:
        return None
    state = min((r["state"] for r in now), key=RANKS.index)
    # Of several records of that state one that is paid, then one whose team is known, stands for all.
    paid, _, team = max((
        state not in ("break", "off") if r.get("paid") is None else r["paid"], r.get("team") is not None, r.get("team") or "")
        for r in now if r["state"] == state)
    return state, paid, team or None


def work_spans(rows):
    """Adds the pieces of time in which nothing changes for an agent, where they are not given."""
    mark_legs(rows)
    if "work_span" in rows:
        for r in rows["work_span"]:
            r["to"] = r.get("_raw", r)["to"]
            r.update({name: r.get(name) for name in ("team", "state", "planned")}, paid=r.get("paid") is True, handled=r.get("handled") or 0)
        return
    facts, plans, work = defaultdict(list), defaultdict(list), defaultdict(list)
    for r in rows.get("agent_time", ()):
        r["until"] = r.get("_raw", r)["to"]
        (plans if r.get("scheduled") else facts)[r["agent"]].append(r)
    for agent, team, start, end in handlings(rows):
        work[agent].append((team, start, end))
    out = []
    for agent in {**facts, **plans, **work}:
        cuts = sorted({at for r in facts[agent] + plans[agent] for at in (r["from"], r["until"])} | {at for _, *ends in work[agent] for at in ends})
        for start, end in zip(cuts, cuts[1:]):
            fact, plan = winner(facts[agent], start), winner(plans[agent], start)
            busy = [team for team, a, b in work[agent] if a <= start < b]
            if fact is None and plan is None and not busy:
                continue
            team = fact[2] if fact else plan[2] if plan else max((t for t in busy if t is not None), default=None)
            out.append({"agent": agent, "team": team, "from": start, "to": end, "state": fact and fact[0], "paid": bool(fact and fact[1]),
                        "planned": plan and plan[0], "handled": len(busy)})
    rows["work_span"] = out


def in_span(kind, r, span):
    if kind != "work_span":
        return None
    return span is None or (r["from"] < span[1] and r["to"] > span[0])


def total(cell, span, ctx, of):
    """Seconds of the work spans of a cell, each as often as `of` says, clipped to the bucket and to what has happened."""
    out = Fraction(0)
    for kind, r in cell:
        if kind != "work_span":
            continue
        start, end = r["from"], r["to"]
        if span is not None:
            start, end = max(start, span[0]), min(end, span[1])
        if ctx["given_as_of"] is not None:
            end = min(end, ctx["given_as_of"])
        out += Fraction(max(0, end - start) * int(of(r)), US)
    return out


def wanted(rows, kinds, why):
    if not any(kind in rows for kind in kinds):
        raise Refused("missing_records", why)


def spans_and_contacts(rows):
    if "work_span" not in rows:
        wanted(rows, ("agent_time",), "agent_time")
        wanted(rows, ("contact", "leg"), "contact")
    work_spans(rows)


def spans_alone(rows):
    wanted(rows, ("agent_time", "work_span"), "agent_time")
    work_spans(rows)


# Shares of time -------------------------------------------------------------------------------------------------------


def on(state):
    return lambda r: r["state"] == state


def adherent(r):
    return r["planned"] is not None and (r["state"] or "off") == r["planned"]


# By KPI and variant: the names of the part and the whole, what each counts, and the reason of an empty whole.
TIMES = {
    "union": ("handling", "available", lambda r: on("available")(r) and r["handled"] >= 1, on("available"), "no_available_time"),
    "concurrent": ("handling", "available", lambda r: r["handled"] if on("available")(r) else 0, on("available"), "no_available_time"),
    "utilization": ("handling", "paid", lambda r: r["paid"] and r["handled"] >= 1, lambda r: r["paid"], "no_paid_time"),
    "shrinkage": ("unavailable", "paid", lambda r: r["paid"] and r["state"] != "available", lambda r: r["paid"], "no_paid_time"),
    "schedule_adherence": ("adherent", "planned", adherent, lambda r: r["planned"] is not None, "no_planned_time"),
}


def long(x):
    return {"value": text(x), "unit": "seconds"}


def finish_times(variant, part, whole):
    names = TIMES[variant]
    rate = undefined("percent", names[4]) if whole == 0 else {
        "value": text(100 * part / whole), "unit": "percent", "numerator": plain(part), "denominator": plain(whole), "lower": None, "upper": None}
    return {"rate": rate, names[0]: long(part), names[1]: long(whole)}


def times_formula(variant, inputs, _, __):
    names = TIMES[variant]
    part, whole = counts({name: number(x) for name, x in inputs.items()}, *names[:2])
    if variant != "concurrent" and part > whole:
        raise Refused("bad_input", field=names[0])
    return finish_times(variant, part, whole)


def times_figures(variant, cell, span, ctx, _):
    _, _, part, whole, _ = TIMES[variant]
    return finish_times(variant, total(cell, span, ctx, part), total(cell, span, ctx, whole))


# Contacts per hour ----------------------------------------------------------------------------------------------------


def spans_and_shifts(rows):
    given = "work_span" in rows
    spans_and_contacts(rows)
    wanted(rows, ("contact", "leg"), "contact")
    at_work = defaultdict(list)
    for r in rows["work_span"] if given else rows["agent_time"]:
        if r["state"] is not None and not r.get("scheduled"):
            at_work[r["agent"]].append({"until": r["to"], **r})
    for kind, begins in (("contact", "answered_at"), ("leg", "from")):
        def on_shift(r):
            if r.get("agent") is None or r.get(begins) is None:
                return None
            now = winner(at_work[r["agent"]], r[begins])
            return now is not None and now[0] != "off"

        fill(rows, kind, "on_shift", on_shift)


def hour_check(_, p):
    word(p, "off_shift", "exclude", ("exclude", "include"))
    word(p, "direction", "inbound", DIRECTIONS)


def finish_hours(contacts, available):
    rate = undefined("ratio", "no_available_time") if available == 0 else {
        "value": text(contacts * HOUR / available), "unit": "ratio", "lower": None, "upper": None}
    return {"rate": rate, "contacts": count(contacts), "available": long(available)}


def hours_formula(_, inputs, __, ___):
    return finish_hours(*counts({name: number(x) for name, x in inputs.items()}, "contacts", "available"))


def hours_figures(_, cell, span, ctx, left):
    p = ctx["parameters"]

    def why(kind, r):
        if kind == "contact":
            if reason := direction(r, p.get("direction", "inbound")) or not_answered(r) or ("unanswered" if r.get("answered_at") is None else None):
                return reason
            if r.get("through_legs"):
                return "through_legs"
        if r.get("agent") is None:
            return "no_agent"
        if p.get("off_shift") == "include":
            return None
        return {None: "unknown", False: "off_shift", True: None}[r.get("on_shift")]

    got = Counter(why(kind, r) for kind, r in cell if kind != "work_span")
    left.update({reason: n for reason, n in got.items() if reason})
    return finish_hours(got[None], total(cell, span, ctx, on("available")))


# Productivity ---------------------------------------------------------------------------------------------------------

PRODUCTIVITY = {"per_day": ("tickets", "workdays"), "per_8_hours": ("tickets", "time"), "exchanges_per_ticket": ("exchanges", "tickets")}


def shifts(rows):
    """Marks the facts with which a shift begins, and gives tickets to who resolved them."""
    work_spans(rows)
    for t in rows.get("ticket", ()):
        if "agent" not in t:
            t["agent"], t["_holder"] = t.get("resolver"), t.get("assignee")
    facts = defaultdict(list)
    for r in rows.get("agent_time", ()):
        if not r.get("scheduled") and r["state"] != "off" and r["from"] < r["until"]:
            facts[r["agent"]].append(r)
    # A shift is a run of facts that touch or overlap: it begins where no other reaches its start from before.
    starts = {agent: [o["from"] for o in own if not any(x["from"] < o["from"] <= x["until"] for x in own)] for agent, own in facts.items()}
    for r in rows.get("agent_time", ()):
        r["starts"] = starts.get(r["agent"], [])


def workdays(cell, zone):
    """Local dates on which a shift of an agent starts, at its first on that date."""
    out = set()
    for kind, r in cell:
        if kind != "agent_time" or r.get("scheduled") or r["state"] == "off" or r["from"] == r["until"]:
            continue
        day = zone.local(r["from"]).date()
        firsts = [at for at in r["starts"] if zone.local(at).date() == day]
        if firsts and r["from"] == min(firsts):
            out.add((r["agent"], day))
    return len(out)


def finish_productivity(variant, a, b):
    first, second = PRODUCTIVITY[variant]
    times_ = EIGHT_HOURS if variant == "per_8_hours" else 1
    rate = undefined("ratio", "no_records") if b == 0 else {"value": text(Fraction(a) * times_ / b), "unit": "ratio", "lower": None, "upper": None}
    return {"rate": rate, first: count(a), second: long(b) if second == "time" else count(b)}


def productivity_formula(variant, inputs, _, __):
    return finish_productivity(variant, *counts({name: number(x) for name, x in inputs.items()}, *PRODUCTIVITY[variant]))


def productivity_figures(variant, cell, span, ctx, left):
    if variant == "exchanges_per_ticket":
        closed = sift(cell, lambda w: "unanswered" if w.get("closed_at") is None else None, left)
        return finish_productivity(variant, len(closed), len({w["ticket"] for w in closed}))
    resolved = sift([(kind, r) for kind, r in cell if kind == "ticket"], lambda t: "no_agent" if t.get("resolver") is None
                    or t.get("resolved_by") not in (None, "person") else None, left)
    if variant == "per_day":
        return finish_productivity(variant, len(resolved), workdays(cell, ctx["zone"]))
    return finish_productivity(variant, len(resolved), total(cell, span, ctx, lambda r: r["state"] not in (None, "off")))


# Erlang ---------------------------------------------------------------------------------------------------------------


def exactly(x):
    """The fraction that a number of mpmath is."""
    man, exp = mpmath.mpf(x).man_exp
    return Fraction(man) * Fraction(2) ** exp


def high(x):
    x = Fraction(x)
    return mpmath.mpf(x.numerator) / x.denominator


def erlang_c(load, agents, handle, target):
    """(share answered in time, occupancy, mean wait) with endless patience, or None where the queue has no end."""
    if agents <= load:
        return None
    a = high(load)
    blocked = mpmath.mpf(1)
    for n in range(1, agents + 1):
        blocked = a * blocked / (n + a * blocked)
    waits = blocked / (1 - a / agents * (1 - blocked))
    spare = agents - a
    return 1 - waits * mpmath.exp(-spare * high(target) / high(handle)), a / agents, waits * high(handle) / spare


def erlang_a(load, agents, handle, target, patience):
    """The same where who waits gives up after an exponential time."""
    if agents == 0:
        return mpmath.mpf(0), mpmath.mpf(1), high(patience)
    a, mu, theta = high(load), 1 / high(handle), 1 / high(patience)
    arrivals = a * mu
    states = [mpmath.mpf(1)]
    for n in range(1, agents + 1):
        states.append(states[-1] * a / n)
    queue, k = [states[-1]], 0
    while queue[-1] > queue[0] * mpmath.mpf(10) ** -60 or k * theta < arrivals:
        k += 1
        queue.append(queue[-1] * arrivals / (agents * mu + k * theta))
    all_ = sum(states) + sum(queue[1:])
    lost = sum(n * theta * p for n, p in enumerate(queue)) / arrivals / all_
    # The wait that is offered has the density full × agents × mu × exp(…); who is still patient then is served.
    full, until = states[-1] / all_, high(target)

    def density(v):
        return mpmath.exp(-(agents * mu + theta) * v + arrivals / theta * -mpmath.expm1(-theta * v))

    parts = [until * i / 8 for i in range(9)]
    in_time = sum(states[:-1]) / all_ + (full * agents * mu * mpmath.quad(density, parts) if until else 0)
    return in_time, a * (1 - lost) / agents, lost / theta


def staffing(variant, contacts, interval, handle, p, agents=None):
    """The figures of `contacts` in an interval, all in seconds."""
    target, level, most = number(p.get("target", 20)), number(p.get("service_level", 80)), number(p.get("max_occupancy", 100))
    load = Fraction(contacts) * handle / interval if contacts else Fraction(0)

    def at(n):
        if load == 0:
            return mpmath.mpf(1), mpmath.mpf(0), mpmath.mpf(0)
        return erlang_c(load, n, handle, target) if variant == "erlang_c" else erlang_a(load, n, handle, target, Fraction(str(p["patience"])))

    def good(n):
        found = at(n)
        return found is not None and found[0] * 100 >= high(level) and (
            Fraction(100) * load <= most * n if variant == "erlang_c" else most == 100 or found[1] * 100 <= high(most))

    if agents is None:
        agents = max(1, math.ceil(load))
        while not good(agents):  # more agents never answer fewer
            agents += 1
        while agents > 1 and good(agents - 1):
            agents -= 1
    found = at(agents)
    if found is None or agents == 0:
        raise Refused("overloaded")
    return finish_staffing(agents, load, p, *found)


def scheduled(agents, p):
    return math.ceil(agents / (1 - number(p.get("shrinkage", 0)) / 100))


def finish_staffing(agents, load, p, in_time, busy, wait):
    return {"agents": count(agents), "scheduled": count(scheduled(agents, p)), "load": {"value": text(load), "unit": "ratio"},
            "service_level": {"value": text(exactly(in_time * 100)), "unit": "percent"},
            "occupancy": {"value": text(exactly(busy * 100)), "unit": "percent"}, "wait": {"value": text(exactly(wait)), "unit": "seconds"}}


REACHED = {"service_level": "percent", "occupancy": "percent", "wait": "seconds"}


def nobody():
    none = {figure: {"value": None, "undefined": "no_records", "unit": unit} for figure, unit in REACHED.items()}
    return {"agents": count(0), "scheduled": count(0), "load": {"value": "0", "unit": "ratio"}} | none


def staffing_check(variant, p):
    def between(name, default, low, high_, low_in=False, high_in=False):
        value = p.get(name, default)
        if not is_number(value):
            raise bad(name)
        x = number(value)
        if x < low or (x == low and not low_in) or x > high_ or (x == high_ and not high_in):
            raise bad(name)

    between("service_level", 80, 0, 100)
    between("shrinkage", 0, 0, 100, low_in=True)
    between("max_occupancy", 100, 0, 100, high_in=True)
    seconds(p, "target", 20)
    if "patience" in p and seconds(p, "patience", 0) <= 0:
        raise bad("patience")
    if "agents" in p and not (isinstance(p["agents"], int) and p["agents"] >= 0):
        raise bad("agents")


def staffing_formula(variant, inputs, _, p):
    names = ("contacts", "interval", "handle_time", *(("patience",) if variant == "erlang_a" else ()))
    contacts, interval, handle, *patience = counts({name: number(x) for name, x in inputs.items()}, *names)
    if "patience" in p:
        raise Refused("unknown_parameter", field="patience")
    if contacts == 0:
        return nobody()
    if interval == 0:
        raise Refused("bad_input", field="interval")
    if patience == [0]:
        raise Refused("bad_input", field="patience")
    if patience:
        p = {**p, "patience": patience[0]}
    return staffing(variant, contacts, interval, handle, p, p.get("agents"))


def staffing_figures(variant, cell, span, ctx, left):
    def why(c):
        if reason := direction(c, "inbound"):
            return reason
        if c["outcome"] in ("self_served", "callback", "failed"):
            return c["outcome"]
        return "not_queued" if c.get("queued_at") is None else None

    offered = sift(cell, why, left)
    end = span[1] if ctx["given_as_of"] is None else min(span[1], ctx["given_as_of"])
    if not offered:
        return nobody()
    taken = [t for t in (handle_time(c) for c in offered if was_answered(c)) if t is not None]
    if not taken:
        units = {"agents": "count", "scheduled": "count", "load": "ratio"} | REACHED
        return {figure: {"value": None, "undefined": "no_records", "unit": unit} for figure, unit in units.items()}
    p = ctx["parameters"]
    if variant == "erlang_a" and "patience" not in p:
        given_up = sum(gave_up(c) for c in offered)
        if given_up == 0:
            variant = "erlang_c"
        else:
            p = {**p, "patience": str(Fraction(sum(queued(c, ctx["as_of"]) for c in offered), US) / given_up)}
    try:
        return staffing(variant, len(offered), Fraction(end - span[0], US), Fraction(sum(taken)) / len(taken), p, p.get("agents"))
    except Refused as refused:
        return {figure: {"value": None, "undefined": refused.at["code"], "unit": unit} for figure, unit in REACHED.items()}


def queued(c, as_of):
    """How long an offered contact was in the queue, as far as is known, in µs."""
    if was_answered(c) is None:
        return as_of - c["queued_at"]
    end = c.get("answered_at") if was_answered(c) else c.get("ended_at")
    return 0 if end is None else end - c["queued_at"]


def handle_time(c):
    """Seconds that an answered contact took; None where nobody knows."""
    if c.get("talk") is not None:
        return lasts(c, "talk", "hold", "wrap_up") / US
    if c.get("ended_at") is None or c.get("answered_at") is None:
        return None
    return Fraction(c["ended_at"] - c["answered_at"], US) + lasts(c, "wrap_up") / US


GIVEN = ("agent_time", "contact", "leg", "work_span")
STAFFING = ("service_level", "target", "shrinkage", "max_occupancy", "agents")

KPIS = {
    "occupancy_rate": Kpi(
        reads=["work_span"], made_of=GIVEN, figures=times_figures, formula=times_formula, headline="rate", inside=in_span, derive=spans_and_contacts),
    ("utilization", "utilization"): Kpi(
        reads=["work_span"], made_of=GIVEN, figures=times_figures, formula=times_formula, headline="rate", inside=in_span, derive=spans_and_contacts),
    "utilization": Kpi(
        reads=["work_span"], made_of=GIVEN, figures=times_figures, formula=times_formula, headline="rate", inside=in_span, derive=spans_alone),
    "contacts_per_hour": Kpi(
        reads=["contact", "leg", "work_span"], made_of=GIVEN, figures=hours_figures, formula=hours_formula, headline="rate",
        parameters=("off_shift", "direction"), check=hour_check, inside=in_span, anchors={"contact": ("answered_at",)}, derive=spans_and_shifts),
    "employee_productivity": Kpi(
        reads={"per_day": ["ticket", "agent_time"], "per_8_hours": ["ticket", "work_span"], "exchanges_per_ticket": ["response_wait"]},
        made_of=("ticket", "agent_time", "work_span", "response_wait"), figures=productivity_figures, formula=productivity_formula, headline="rate",
        ending={"per_day": LAST, "per_8_hours": LAST, "exchanges_per_ticket": None}, inside=in_span, derive=shifts),
    "required_agents": Kpi(
        reads=["contact"], figures=staffing_figures, formula=staffing_formula, headline="agents", window=True, check=staffing_check,
        parameters={"erlang_c": STAFFING, "erlang_a": (*STAFFING, "patience")}),
}
