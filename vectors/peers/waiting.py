"""The peer of waits, promises, targets, transfers and statuses, for `oracle.py`."""

from collections import Counter
from fractions import Fraction

from contacts import direction, was_answered
from oracle import (
    DISTRIBUTION, US, Kpi, Refused, between, canceled, count, counts, deleted, durations, finish_durations, measured, not_asked,
    number, of_distribution, rising, share, text, undefined,
)
from resolution import LAST, interactions, share_formula, two


def times(read):
    """The measure of durations; `read` gives (seconds, None) or (None, reason)."""
    def figures(variant, cell, _, ctx, left):
        xs = []
        for _, r in cell:
            x, why = read(variant, r, ctx)
            if why:
                left[why] += 1
            else:
                xs.append(x)
        return finish_durations(xs, ctx["level"], rising(ctx["parameters"], "bands"))

    return figures


def time_formula(_, inputs, level, p):
    return finish_durations(durations(inputs), level, rising(p, "bands"))


# Waits --------------------------------------------------------------------------------------------------------------


def response_wait(variant, w, ctx):
    if variant == "after_first" and w.get("first"):
        return None, "first_wait"
    return (None, "unanswered") if w.get("closed_at") is None else between(ctx, w, w["opened_at"], w["closed_at"])


def wait(variant, r, ctx):
    if variant != "queue":
        x = number(r.get("requester_wait" if variant == "requester" else "agent_wait"))
        return (None, "unknown") if x is None else (x, None)
    why = direction(r, "inbound")
    if why is None and r["outcome"] in ("self_served", "callback", "failed"):
        why = r["outcome"]
    if why is None and r.get("queued_at") is None:
        why = "not_queued"
    if why:
        return None, why
    answered = was_answered(r)
    end = r.get("ended_at") if answered is False else r.get("answered_at") if answered else None
    if end is None:
        return None, "unanswered" if answered is None else "unknown"
    return between(ctx, r, r["queued_at"], end)


# Promises -----------------------------------------------------------------------------------------------------------

OVERDUE = {"of_requests": ("overdue", "requests"), "of_promised": ("overdue", "promised")}


def overdue(variant, t, as_of):
    """Whether a promised response is overdue, or why the ticket is left out."""
    if why := not_asked(t):
        return why
    due, reply, late = t.get("due_at"), t.get("first_response_at"), t.get("responses_late")
    promised = (t.get("responses_promised") or 0) > 0 or due is not None
    if variant == "of_promised" and not promised:
        return "no_promise"
    if late:
        return True
    ended = t.get("resolved_at") is not None or t.get("closed_at") is not None or deleted(t) or canceled(t) or t.get(
        "status") in ("resolved", "closed")
    if reply is None and due is not None and not ended and (late is None or variant == "of_promised"):
        if as_of is None:
            if late is not None:
                return False
            raise Refused("as_of_required")
        if due < as_of:
            return late is None
        return "not_due" if variant == "of_promised" else False
    return late is None and due is not None and reply is not None and reply > due


def overdue_figures(variant, cell, _, ctx, left):
    got = Counter(overdue(variant, t, ctx["as_of"]) for _, t in cell)
    left.update({why: n for why, n in got.items() if isinstance(why, str)})
    return two(*OVERDUE[variant])(got[True], got[True] + got[False], ctx["level"], "rate")


# Targets ------------------------------------------------------------------------------------------------------------


def judged(s, as_of, given_as_of):
    """met, breached, active, or why it is not known."""
    if s.get("state") == "not_applicable" or (s.get("state") is None and s.get("metric") is None):
        return "not_applicable"
    if s.get("state") is not None and given_as_of is None:
        return {"running": "active", "paused": "active"}.get(s["state"], s["state"])
    due, met = s.get("due_at"), s.get("met_at")
    if met is not None:
        return "unknown" if due is None else "met" if met <= due else "breached"
    if due is None:
        return "active"
    if as_of is None:
        raise Refused("as_of_required")
    return "breached" if due < as_of else "active"


def finish_targets(met, breached, level):
    return {"share": share(met, met + breached, level), "met": count(met), "breached": count(breached)}


def attainment_formula(_, inputs, level, __):
    return finish_targets(*counts(inputs, "met", "breached"), level)


def attainment_figures(variant, cell, _, ctx, left):
    states = [(s["ticket"], judged(s, ctx["as_of"], ctx["given_as_of"])) for _, s in cell]
    gone = ("unknown", "not_applicable") + (("active",) if variant == "per_target" else ())
    left.update(why for _, why in states if why in gone)
    states = [(t, state) for t, state in states if state not in gone]
    if variant == "per_target":
        got = Counter(state for _, state in states)
        return finish_targets(got["met"], got["breached"], ctx["level"])
    worst = {}
    for t, state in states:
        worst[t] = max(worst.get(t, "met"), state, key=("met", "active", "breached").index)
    got = Counter(worst.values())
    return finish_targets(got["met"], got["breached"], ctx["level"]) | {"active": count(got["active"])}


# Transfers ----------------------------------------------------------------------------------------------------------


def transfer(variant, h, ctx):
    if h.get("next_from") is None:
        return None, "not_passed_on"
    end = h.get("to") if variant == "holding" else h["next_from"]
    return (None, "unknown") if end is None else between(ctx, h, h["from"], end)


def transferred_figures(_, cell, __, ctx, left):
    got = Counter()
    for kind, r in cell:
        n = interactions("agent_changes", kind, r)
        if isinstance(n, str):
            left[n] += 1
        else:
            got[n > 0] += 1
    return two("transferred", "handled")(got[True], got[True] + got[False], ctx["level"], "rate")


def transfer_figures(variant, *rest):
    return (transferred_figures if variant == "transfer_rate" else times(transfer))(variant, *rest)


def transfer_formula(variant, *rest):
    return (share_formula(("transferred", "handled"), "rate") if variant == "transfer_rate" else time_formula)(variant, *rest)


# Statuses -----------------------------------------------------------------------------------------------------------


def finish_statuses(xs, whole, level, bands=()):
    total = sum(xs, Fraction(0))
    part = {"value": text(100 * total / whole), "unit": "percent"} if whole else undefined("percent", "no_records")
    part.pop("lower", None), part.pop("upper", None)
    return finish_durations(xs, level, bands) | {"total": {"value": text(total), "unit": "seconds"}, "share": part}


def status_formula(_, inputs, level, p):
    if "all_time" not in inputs:
        raise Refused("missing_input", field="all_time")
    whole = number(inputs["all_time"])
    xs = measured({name: x for name, x in inputs.items() if name != "all_time"}, "durations")
    if whole < 0:
        raise Refused("negative", field="all_time")
    if sum(xs) > whole:
        raise Refused("bad_input", field="all_time")
    return finish_statuses(xs, whole, level, rising(p, "bands"))


def status_figures(_, cell, __, ctx, left):
    def spent(rows, reasons):
        xs = []
        for _, s in rows:
            x, why = (None, "open") if s.get("to") is None else between(ctx, s, s["from"], s["to"])
            if why:
                reasons[why] += 1
            else:
                xs.append(x)
        return xs

    whole = sum(spent(ctx["whole"], Counter()), Fraction(0))
    return finish_statuses(spent(cell, left), whole, ctx["level"], rising(ctx["parameters"], "bands"))


KPIS = {
    "average_response_time": Kpi(
        reads=["response_wait"], figures=times(response_wait), formula=time_formula, headline="mean", parameters=DISTRIBUTION,
        check=of_distribution, clock=True),
    "wait_time": Kpi(
        reads={"requester": ["ticket"], "agent_wait_time": ["ticket"], "queue": ["contact"]}, figures=times(wait), formula=time_formula,
        headline="mean", parameters=DISTRIBUTION, check=of_distribution, ending={"requester": LAST, "agent_wait_time": LAST, "queue": None},
        clock={"requester": False, "agent_wait_time": False, "queue": True}),
    "overdue_response_rate": Kpi(
        reads=["ticket"], figures=overdue_figures, formula=share_formula(OVERDUE, "rate"), headline="rate"),
    "sla_attainment": Kpi(
        reads=["sla_target"], figures=attainment_figures, formula=attainment_formula, headline="share"),
    "transfer_time": Kpi(
        reads={"holding": ["holding"], "until_taken": ["holding"], "transfer_rate": ["ticket", "contact"]}, figures=transfer_figures,
        formula=transfer_formula, headline={"holding": "mean", "until_taken": "mean", "transfer_rate": "rate"},
        parameters={"holding": DISTRIBUTION, "until_taken": DISTRIBUTION, "transfer_rate": ()}, check=of_distribution,
        clock={"holding": True, "until_taken": True, "transfer_rate": False},
        counts={"holding": False, "until_taken": False, "transfer_rate": True}),
    "time_in_status": Kpi(
        reads=["status_span"], figures=status_figures, formula=status_formula, headline="mean", parameters=DISTRIBUTION,
        check=of_distribution, own="status", clock=True),
}
