"""The peer of resolution and volume, for `oracle.py`."""

from collections import Counter
from fractions import Fraction

from contacts import not_answered
from oracle import (
    DISTRIBUTION, MONEY, US, Kpi, Refused, between, canceled, converted, count, counts, distribution, durations, finish_durations,
    first_known, measured, merged_or_spam, money, not_asked, number, of_distribution, part_of, ratio, rising, seconds,
    share, word,
)

WEEK = 7 * 86400
UNRESOLVED = ("new", "open", "pending", "on_hold")
LAST, FIRST = ("resolved_at",), ("first_resolved_at", "resolved_at")
PROCESSED = ("first_response_at", "first_resolved_at", "resolved_at", "closed_at", "deleted_at")


def sift(cell, why, left):
    """The rows of a cell for which `why` gives no reason."""
    for kind, row in cell:
        if reason := why(kind, row):
            left[reason] += 1
        else:
            yield kind, row


def tickets(cell, why, left):
    return [t for _, t in sift(cell, lambda _, t: why(t), left)]


def two(part, whole):
    """The formula and the finish of a share of two counts: the share's name, then both counts."""
    def finish(k, n, level, name="share"):
        return {name: share(k, n, level), part: count(k), whole: count(n)}

    return finish


def share_formula(names, figure="share"):
    def formula(variant, inputs, level, _):
        part, whole = names[variant] if isinstance(names, dict) else names
        k, n = part_of(inputs, part, whole)
        return two(part, whole)(k, n, level, figure)

    return formula


# Resolution time ------------------------------------------------------------------------------------------------------


def time_formula(_, inputs, level, parameters):
    return finish_durations(durations(inputs), level, rising(parameters, "bands"))


def time_figures(variant, cell, _, ctx, left):
    ends, xs = LAST if variant == "last" else FIRST, []
    for _, t in cell:
        x, why = between(ctx, t, t["created_at"], first_known(t, ends))
        if why:
            left[why] += 1
        else:
            xs.append(x)
    return finish_durations(xs, ctx["level"], rising(ctx["parameters"], "bands"))


# First contact resolution ---------------------------------------------------------------------------------------------

FCR = {"of_cases": ("resolved_at_first_contact", "cases"), "of_resolved": ("resolved_at_first_contact", "resolved"),
       "surveyed": ("yes", "answers")}


def fcr_check(variant, parameters):
    if variant == "surveyed":
        word(parameters, "kind", "resolution")
    else:
        seconds(parameters, "repeat_within", WEEK)
        word(parameters, "business_hours_only", "no", ("yes", "no"))


def began(contact):
    return first_known(contact, ("queued_at", "started_at"))


def next_cases(rows):
    """Fills in `next_case_at` where a table does not have it."""
    asked = [t for t in rows.get("ticket", []) if not merged_or_spam(t)]
    inbound = [c for c in rows.get("contact", []) if c.get("direction") != "outbound"]
    for kind, after, others, start, same in (
        ("ticket", "first_response_at", asked, lambda t: t["created_at"], lambda r: (r.get("account"), r.get("type"))),
        ("contact", None, inbound, began, lambda r: r.get("account")),
    ):
        list_ = rows.get(kind, [])
        if any("next_case_at" in r for r in list_):
            continue
        for r in list_:
            since = began(r) if after is None else r.get(after)
            if since is None or r.get("account") is None:
                continue
            later = [start(o) for o in others if o is not r and same(o) == same(r) and start(o) > since]
            r["next_case_at"] = min(later, default=None)


def look_ahead(row, base, within, as_of):
    """Why it is not known whether the case came back."""
    if within == 0:
        return None
    if row.get("account") is None and row.get("followed_up") is None:
        return "no_account"
    if as_of is None:
        raise Refused("as_of_required")
    return "window_open" if base + within > as_of else None


def came_back(row, base, within):
    if within == 0:
        return False
    if row.get("followed_up") is not None:
        return row["followed_up"]
    return row.get("next_case_at") is not None and row["next_case_at"] <= base + within


def ticket_fcr(variant, t, within, as_of):
    """True, False, or why a ticket is left out."""
    if why := not_asked(t):
        return why
    if t.get("resolved_by") in ("bot", "self_service"):
        return "bot"
    if t.get("contact") is not None:
        return "through_contact"
    if t.get("first_response_at") is None:
        return "no_human_contact"
    solved = t.get("resolved_at")
    if solved is not None and (t.get("agent_replies") is None or t.get("reopens") is None):
        return "unknown"
    base = t["first_response_at"] if solved is None else solved
    if why := look_ahead(t, base, within, as_of):
        return why
    return (solved is not None and t["agent_replies"] <= 1 and not t.get("agent_changes") and t.get("escalated_at") is None
            and not t.get("escalations") and t["reopens"] == 0 and not came_back(t, base, within))


def contact_fcr(variant, c, within, as_of):
    if c.get("direction") == "outbound":
        return "outbound"
    if why := not_answered(c):
        return why
    if c.get("resolved") is None:
        return "unknown"
    if variant == "of_resolved" and not c["resolved"]:
        return "open"
    base = first_known(c, ("ended_at", "answered_at"))
    if why := look_ahead(c, base, within, as_of):
        return why
    return c["resolved"] and not c.get("transfers") and not came_back(c, base, within)


def outside(ctx, row, at):
    """Why a case does not count that began at an instant, where only those in business hours do."""
    if ctx["calendar"] is None:
        raise Refused("calendar_required")
    schedule = ctx["calendar"].of(row)
    return "no_schedule" if schedule is None else None if schedule.is_open(at) else "outside_hours"


def fcr_figures(variant, cell, _, ctx, left):
    p, got = ctx["parameters"], []
    for kind, r in cell:
        if kind == "survey":
            why = ("other_kind" if r["kind"] != p.get("kind", "resolution") else "replaced" if r.get("_replaced")
                   else "unanswered" if r.get("answer") is None else r["answer"])
        else:
            within = seconds(p, "repeat_within", WEEK)
            why = (ticket_fcr if kind == "ticket" else contact_fcr)(variant, r, within, ctx["as_of"])
            if not isinstance(why, str) and p.get("business_hours_only") == "yes":
                why = outside(ctx, r, r["created_at"] if kind == "ticket" else began(r)) or why
        if isinstance(why, str):
            left[why] += 1
        else:
            got.append(why)
    return two(*FCR[variant])(sum(got), len(got), ctx["level"])


# Counts of tickets ----------------------------------------------------------------------------------------------------


def count_formula(name):
    def formula(_, inputs, __, ___):
        return {"count": count(*counts(inputs, name))}

    return formula


def resolution_event(s):
    """Whether a span of status is the entry into a resolution: from an unresolved status."""
    return s["status"] in ("resolved", "closed") and (s.get("previous") in UNRESOLVED or s.get("previous") is None)


def resolved_figures(variant, cell, __, ___, ____):
    return {"count": count(sum(variant != "events" or resolution_event(r) for _, r in cell))}


def processed_at(ticket):
    known = [ticket[f] for f in PROCESSED if ticket.get(f) is not None]
    return min(known, default=None)


def untouched(ticket):
    return merged_or_spam(ticket) or ("untouched" if processed_at(ticket) is None else None)


def processed_figures(_, cell, __, ___, left):
    return {"count": count(len(tickets(cell, untouched, left)))}


TASKS = {"resolved_of_requests": ("resolved", "requests"), "processed_of_requests": ("processed", "requests"),
         "resolved_of_processed": ("resolved", "processed")}


def task_figures(variant, cell, _, ctx, left):
    of = tickets(cell, untouched if variant == "resolved_of_processed" else merged_or_spam, left)
    done = processed_at if variant == "processed_of_requests" else lambda t: t.get("resolved_at")
    return two(*TASKS[variant])(sum(done(t) is not None for t in of), len(of), ctx["level"])


# What happened to resolved tickets ------------------------------------------------------------------------------------


def finish_reopen(reopened, n, events, level):
    return {"rate": share(reopened, n, level), "reopened": count(reopened), "tickets": count(n),
            "reopens_per_ticket": ratio(events, n)}


def reopen_formula(_, inputs, level, __):
    reopened, n, events = counts(inputs, "reopened", "tickets", "reopens")
    if reopened > n:
        raise Refused("bad_input", field="reopened")
    if events < reopened:
        raise Refused("bad_input", field="reopens")
    return finish_reopen(reopened, n, events, level)


def came_again(variant, t, within, ctx):
    """Whether a ticket was reopened within the days that count, or why that is not known."""
    if ctx["as_of"] is None:
        raise Refused("as_of_required")
    base, raw = first_known(t, FIRST), t.get("_raw", t)
    if base + within > ctx["as_of"]:
        return "window_open"
    field, count_ = "first_reopened_at", "reopens"
    if variant == "by_customer":
        unnamed = raw.get("reopens_by_customer") is None and (raw.get("reopens") or 0) > 0
        if not unnamed or raw.get("first_reopened_by_customer_at") is not None:
            field, count_ = "first_reopened_by_customer_at", "reopens_by_customer"
    if raw.get(field) is None and (raw.get(count_) or 0) > 0:
        if ctx["given_as_of"] is not None:
            raise Refused("as_of_counts", "ticket", field=count_)
        return "unknown"
    return t.get(field) is not None and t[field] <= base + within


def reopen_figures(variant, cell, _, ctx, left):
    within = seconds(ctx["parameters"], "within", 0)
    if within:
        known = []
        for _, t in cell:
            again = came_again(variant, t, within, ctx)
            if isinstance(again, str):
                left[again] += 1
            else:
                known.append(again)
        out = finish_reopen(sum(known), len(known), 0, ctx["level"])
        return {name: out[name] for name in ("rate", "reopened", "tickets")}
    fields = ("reopens_by_customer", "reopens") if variant == "by_customer" else ("reopens",)
    times = [first_known(t, fields) for t in
             tickets(cell, lambda t: "unknown" if first_known(t, fields) is None else None, left)]
    return finish_reopen(sum(n > 0 for n in times), len(times), sum(times), ctx["level"])


def not_held(ticket):
    agents = ticket.get("distinct_agents")
    return "unknown" if agents is None else "no_agent" if agents == 0 else None


def solo_figures(_, cell, __, ctx, left):
    of = tickets(cell, not_held, left)
    k = sum(t["distinct_agents"] == 1 and not t.get("collaborators") for t in of)
    return two("solo", "resolved")(k, len(of), ctx["level"])


def finish_touches(bands, level):
    n = sum(bands)
    out = {"one_touch": share(bands[1], n - bands[0], level)}
    for name, k in zip(("touches_0", "touches_1", "touches_2", "touches_3_up"), bands):
        out[name] = share(k, n, level)
    return out | {"resolved": count(n)}


def touches_formula(_, inputs, level, __):
    return finish_touches(counts(inputs, "zero", "one", "two", "three_up"), level)


def touches_figures(_, cell, __, ctx, left):
    of = tickets(cell, lambda t: "unknown" if t.get("agent_replies") is None else None, left)
    times = Counter(min(t["agent_replies"], 3) for t in of)
    return finish_touches([times[i] for i in range(4)], ctx["level"])


# Interactions ---------------------------------------------------------------------------------------------------------


def finish_counts(xs, level, parameters):
    return distribution(xs, level, rising(parameters, "bands", whole=True), "count", "ratio")


def interactions_formula(_, inputs, level, parameters):
    return finish_counts(measured(inputs, "counts"), level, parameters)


def interactions(variant, kind, r):
    """The number of a record, or why it has none."""
    if kind == "contact":
        if r.get("direction") == "outbound":
            return "outbound"
        if why := not_answered(r):
            return why
        return "unknown" if r.get("transfers") is None else Fraction(r["transfers"])
    if why := not_asked(r):
        return why
    if variant == "agent_changes":
        if r.get("contact") is not None:
            return "through_contact"
        nobody = r.get("agent_changes") is None and r.get("assignee") is None and r.get("resolver") is None
        if r.get("distinct_agents") == 0 or nobody:
            return "no_agent"
    fields = {"agent_changes": ("agent_changes",), "replies": ("agent_replies",),
              "messages": ("agent_replies", "customer_messages")}[variant]
    if any(r.get(f) is None for f in fields):
        return "unknown"
    return Fraction(sum(r[f] for f in fields))


def interactions_figures(variant, cell, _, ctx, left):
    xs = []
    for kind, r in cell:
        got = interactions(variant, kind, r)
        if isinstance(got, str):
            left[got] += 1
        else:
            xs.append(got)
    return finish_counts(xs, ctx["level"], ctx["parameters"])


# Escalated and canceled -----------------------------------------------------------------------------------------------


def escalation_figures(_, cell, __, ctx, left):
    of = tickets(cell, not_asked, left)
    k = sum(t.get("escalated_at") is not None or (t.get("escalations") or 0) > 0 for t in of)
    return two("escalated", "tickets")(k, len(of), ctx["level"], "rate")


def finish_canceled(k, n, value, currency, no_value, whole, level):
    out = {"count": count(k), "share": share(k, n, level), "value": money(value, currency), "no_value": count(no_value),
           whole: count(n)}
    if no_value is None:
        out.pop("no_value")
    return out


def canceled_formula(variant, inputs, level, _):
    if "value" not in inputs:
        raise Refused("missing_input", field="value")
    k, n = part_of({name: x for name, x in inputs.items() if name != "value"}, "canceled", variant)
    out = finish_canceled(k, n, number(inputs["value"]), None, 0, variant, level)
    return {name: figure for name, figure in out.items() if name != "no_value"}  # counts say nothing of values


def canceled_figures(variant, cell, _, ctx, left):
    def why(kind, r):
        if kind == "ticket":
            return not_asked(r)
        return None if r["kind"] == "purchase" else "other_conversion"

    of = [r for _, r in sift(cell, why, left)]
    gone = [r for r in of if (canceled(r) if variant == "requests" else r.get("canceled_at") is not None)]
    field = "value" if variant == "requests" else "amount"
    total, no_value, currencies = Fraction(0), 0, set()
    for r in gone:
        if r.get(field) is None:
            no_value += 1
            continue
        amount, currency = converted(number(r[field]), r.get("currency"), ctx["parameters"])
        total += amount
        currencies.add(currency)
    if len(currencies) > 1:
        raise Refused("mixed_currencies")
    currency = currencies.pop() if currencies else ctx["parameters"].get("currency")
    return finish_canceled(len(gone), len(of), total, currency, no_value, variant, ctx["level"])


def canceled_check(_, parameters):
    wanted = parameters.get("currency", "EUR")
    if not isinstance(wanted, str):
        raise Refused("bad_parameter", field="currency")
    if not (len(wanted) == 3 and wanted.isalpha() and wanted.isupper()):
        raise Refused("unknown_currency", field="currency")
    rates = parameters.get("rates", {})
    if not isinstance(rates, dict) or any(isinstance(x, float) or number(x) <= 0 for x in rates.values()):
        raise Refused("bad_parameter", field="rates")


# Volume ---------------------------------------------------------------------------------------------------------------


def finish_volume(k, n, level):
    return {"count": count(k), "share": share(k, n, level)}


def volume_formula(_, inputs, level, __):
    return finish_volume(*part_of(inputs, "tickets", "all_tickets"), level)


def volume_figures(_, cell, __, ctx, left):
    k = len(tickets(cell, merged_or_spam, left))
    return finish_volume(k, len(tickets(ctx["whole"], merged_or_spam, Counter())), ctx["level"])


KPIS = {
    "resolution_time": Kpi(
        reads=["ticket"], figures=time_figures, formula=time_formula, headline="mean", parameters=DISTRIBUTION,
        check=of_distribution, ending={"last": LAST, "first": FIRST}, clock=True),
    "first_contact_resolution_rate": Kpi(
        reads={"of_cases": ["ticket", "contact"], "of_resolved": ["ticket", "contact"], "surveyed": ["survey"]},
        figures=fcr_figures, formula=share_formula(FCR), headline="share", check=fcr_check, derive=next_cases,
        parameters={"of_cases": ("repeat_within", "business_hours_only"), "of_resolved": ("repeat_within", "business_hours_only"),
                    "surveyed": ("kind",)},
        anchors={"of_cases": {}, "of_resolved": {"contact": ("ended_at", "queued_at", "started_at")}, "surveyed": {}},
        ending={"of_cases": None, "of_resolved": LAST, "surveyed": None},
        counts={"of_cases": True, "of_resolved": True, "surveyed": False}),
    "tickets_resolved": Kpi(
        reads={"tickets": ["ticket"], "first_resolution": ["ticket"], "events": ["status_span"]}, figures=resolved_figures,
        formula=count_formula("resolved"), headline="count", ending={"tickets": LAST, "first_resolution": FIRST, "events": None}),
    "requests_processed": Kpi(
        reads=["ticket"], figures=processed_figures, formula=count_formula("processed"), headline="count",
        anchors={"ticket": processed_at}),
    "task_completion_rate": Kpi(
        reads=["ticket"], figures=task_figures, formula=share_formula(TASKS), headline="share"),
    "reopen_rate": Kpi(
        reads=["ticket"], figures=reopen_figures, formula=reopen_formula, headline="rate", ending=FIRST,
        counts=lambda parameters: not seconds(parameters, "within", 0), parameters=("within",), check=lambda _, parameters: seconds(parameters, "within", 0)),
    "solo_resolution_rate": Kpi(
        reads=["ticket"], figures=solo_figures, formula=share_formula(("solo", "resolved")), headline="share", ending=LAST,
        counts=True),
    "touches_to_resolution": Kpi(
        reads=["ticket"], figures=touches_figures, formula=touches_formula, headline="one_touch", ending=LAST, counts=True),
    "interactions_per_ticket": Kpi(
        reads={"agent_changes": ["ticket", "contact"], "replies": ["ticket"], "messages": ["ticket"]},
        figures=interactions_figures, formula=interactions_formula, headline="mean", parameters=DISTRIBUTION,
        check=lambda variant, parameters: of_distribution(variant, parameters, whole=True), counts=True),
    "escalation_rate": Kpi(
        reads=["ticket"], figures=escalation_figures, formula=share_formula(("escalated", "tickets"), "rate"),
        headline="rate"),
    "canceled_requests": Kpi(
        reads={"requests": ["ticket"], "orders": ["conversion"]}, figures=canceled_figures, formula=canceled_formula,
        headline="count", parameters=MONEY, check=canceled_check),
    "ticket_volume": Kpi(
        reads=["ticket"], figures=volume_figures, formula=volume_formula, headline="count", own="channel"),
    "issues_by_type": Kpi(
        reads=["ticket"], figures=volume_figures, formula=volume_formula, headline="count", own="type"),
}
