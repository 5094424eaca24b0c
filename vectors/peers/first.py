"""The peer of response times, satisfaction, retention and cost, for `oracle.py`."""

from collections import Counter
from fractions import Fraction

from contacts import not_answered, was_answered
from oracle import (
    DISTRIBUTION, MONEY, US, Kpi, Refused, answered, bad, between, converted, count, counts, deleted, durations, finish_durations,
    first_known, index, merged_or_spam, not_asked, number, of_distribution, part_of, plain, rising, share, student, text,
    undefined, wilson,
)

# Figures ------------------------------------------------------------------------------------------------------------


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


def scored(inputs):
    low, high, scores = inputs["scale_min"], inputs["scale_max"], [number(x) for x in inputs["scores"]]
    if low >= high:
        raise Refused("bad_scale")
    if any(not low <= x <= high for x in scores):
        raise Refused("out_of_scale", field="scores")
    return scores, low, high


def clock(ticket, variant):
    """When the clock of a ticket starts; None where an agent opened it and no customer message is known."""
    if ticket.get("opened_by") == "agent":
        return ticket.get("clock_start")
    if variant == "from_created":
        return ticket["created_at"]
    return first_known(ticket, ("clock_start", "handover_at", "created_at"))


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


def no_conversation(contact):
    """Why no person answered a contact; callbacks and failures are unanswered."""
    why = not_answered(contact)
    return "unanswered" if why in ("callback", "failed") else why


def response_time(kind, r, variant, ctx):
    """(seconds, None) or (None, reason)."""
    if kind == "ticket":
        why = ticket_excluded(r)
        start = clock(r, variant)
        if why is None and start is None:
            why = "no_clock_start"
        if why is None and r.get("first_response_at") is None:
            why = "unanswered"
        return (None, why) if why else between(ctx, r, start, r["first_response_at"])
    if r.get("direction") == "outbound":
        return None, "outbound"
    if why := no_conversation(r):
        return None, why
    if r.get("answered_at") is None:
        return None, "unanswered"
    start = queued(r)
    if variant == "from_created" and r.get("started_at") is not None:
        start = r["started_at"]
    return between(ctx, r, start, r["answered_at"])


TARGETS = {"s4": {"phone": 180, "chat": 300, "social": 86400, "email": 43200}, "s0": {"phone": 180, "chat": 45}}


def within_target(kind, r, targets, field, ctx):
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
        reply = r.get("answered_at") if was_answered(r) else None
    target = targets.get(r.get(field))
    if target is None:
        return "no_target"
    limit = number(target)
    if reply is not None:
        waited, why = between(ctx, r, start, reply)
        return why or ("met" if waited <= limit else "missed")
    stops = [r[e] for e in ends if r.get(e) is not None]
    if stops:
        stop = min(stops)
    elif ctx["as_of"] is None:
        raise Refused("as_of_required")
    else:
        stop = ctx["as_of"]
    waited, why = between(ctx, r, start, stop)
    return why or ("missed" if waited > limit else "not_due")


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


def survey_measure(kpi):
    def figures(variant, cell, _, ctx, left):
        level = ctx["level"]
        kind = ctx["parameters"].get("kind", {"csat": "csat", "nps": "nps"}.get(kpi, "ces"))
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
        whole = "customers" if variant == "latest_per_customer" else "answers"
        return {"share": share(k, n, level), whole: count(n)}

    return figures


def score_formula(variant, inputs, level, _):
    if variant == "mean":
        return finish_mean_score(*scored(inputs), level)
    part, whole = {"top_two_boxes": ("satisfied", "answers"), "latest_per_customer": ("satisfied", "customers"),
                   "share": ("easy", "answers")}[variant]
    k, n = part_of(inputs, part, whole)
    return {"share": share(k, n, level), whole: count(n)}


def interactions_figures(cell, level, left):
    bands = Counter()
    for _, t in cell:
        n = (t.get("agent_replies") or 0) + (t.get("contact") is not None)
        if why := merged_or_spam(t) or (n == 0 and ("deleted" if deleted(t) else "no_interaction")):
            left[why] += 1
        else:
            bands["easy" if n <= 2 else "neutral" if n == 3 else "difficult"] += 1
    return finish_interactions(bands["easy"], bands["neutral"], bands["difficult"], level)


def effort_figures(variant, cell, span, ctx, left):
    if variant == "by_interactions":
        return interactions_figures(cell, ctx["level"], left)
    return survey_measure("customer_effort_score")(variant, cell, span, ctx, left)


def effort_formula(variant, inputs, level, parameters):
    if variant == "by_interactions":
        return finish_interactions(*counts(inputs, "easy", "neutral", "difficult"), level)
    return score_formula(variant, inputs, level, parameters)


def nps_formula(_, inputs, level, __):
    return finish_nps(*counts(inputs, "promoters", "passives", "detractors"), level)


# Response times -------------------------------------------------------------------------------------------------------


def response_formula(_, inputs, level, parameters):
    return finish_durations(durations(inputs), level, rising(parameters, "bands"))


def response_figures(variant, cell, _, ctx, left):
    values = []
    for kind, r in cell:
        value, why = response_time(kind, r, variant, ctx)
        if why:
            left[why] += 1
        else:
            values.append(value)
    return finish_durations(values, ctx["level"], rising(ctx["parameters"], "bands"))


def check_targets(_, parameters):
    targets = parameters.get("targets", "s4")
    if isinstance(targets, str) and targets not in TARGETS:
        raise bad("targets")


def within_formula(_, inputs, level, __):
    return finish_within(*counts(inputs, "met", "missed"), level)


def within_figures(_, cell, __, ctx, left):
    p = ctx["parameters"]
    targets = p.get("targets", "s4")
    targets = TARGETS[targets] if isinstance(targets, str) else targets
    got = Counter(within_target(k, r, targets, p.get("targets_by", "channel"), ctx) for k, r in cell)
    for why, n in got.items():
        if why not in ("met", "missed"):
            left[why] += n
    return finish_within(got["met"], got["missed"], ctx["level"])


# Retention ------------------------------------------------------------------------------------------------------------


def there(account, t):
    """Whether an account is a customer just before an instant."""
    return account["started_at"] < t and (account.get("ended_at") is None or account["ended_at"] >= t)


def meets(_, account, span):
    """Whether an account is there in a span, or at its start."""
    return account["started_at"] < span[1] and (account.get("ended_at") is None or account["ended_at"] >= span[0])


def retention_formula(variant, inputs, level, _):
    start, end, acquired = counts(inputs, "start", "end", "acquired")
    if variant == "identity" and (acquired > end or end - acquired > start):
        raise Refused("cohort_mismatch")
    return finish_retention(variant, start, end, acquired, level)


def retention_figures(variant, cell, span, ctx, _):
    start, end = span
    accounts = [a for _, a in cell]
    if variant == "identity":
        acquired = sum(there(a, end) and not there(a, start) for a in accounts)
    else:
        acquired = sum(start <= a["started_at"] < end for a in accounts)
    return finish_retention(variant, sum(there(a, start) for a in accounts), sum(there(a, end) for a in accounts),
                            acquired, ctx["level"])


# Cost -----------------------------------------------------------------------------------------------------------------


def ledger(kind, r, span):
    """Entries with a period are in every span that they meet."""
    if kind != "ledger_entry" or r.get("at") is not None or span is None:
        return None
    return r["from"] < span[1] and r["to"] > span[0]


def cost_formula(variant, inputs, _, __):
    (units,) = counts({k: v for k, v in inputs.items() if k != "cost"}, UNITS[variant])
    return finish_cost(variant, number(inputs["cost"]), 1, units, None)


def work_excluded(variant, kind, r):
    """Why a contact or a ticket is no unit of work."""
    if kind == "contact":
        if r.get("direction") == "outbound":
            return "outbound"
        return no_conversation(r)
    if variant == "per_resolution":
        return None
    if variant == "per_ticket":
        return not_asked(r)
    return merged_or_spam(r) or ("through_contact" if r.get("contact") is not None else None if answered(r) else "no_reply")


def cost_figures(variant, cell, span, ctx, left):
    cost, entries, units, currencies = Fraction(0), 0, 0, set()
    for kind, r in cell:
        if kind != "ledger_entry":
            if why := work_excluded(variant, kind, r):
                left[why] += 1
            else:
                units += 1
            continue
        if r["kind"] != "cost":
            left["other_entry"] += 1
            continue
        amount, currency = converted(number(r["amount"]), r["currency"], ctx["parameters"])
        if r.get("at") is None and span is not None:
            inside = min(r["to"], span[1]) - max(r["from"], span[0])
            amount = amount * inside / (r["to"] - r["from"])
        cost, entries = cost + amount, entries + 1
        currencies.add(currency)
    if len(currencies) > 1:
        raise Refused("mixed_currencies")
    return finish_cost(variant, cost, entries, units, currencies.pop() if currencies else None)


KPIS = {
    "first_response_time": Kpi(
        reads=["ticket", "contact"], figures=response_figures, formula=response_formula, headline="mean",
        parameters=DISTRIBUTION, check=of_distribution, clock=True),
    "first_response_within_target": Kpi(
        reads=["ticket", "contact"], figures=within_figures, formula=within_formula, headline="share",
        parameters=("targets", "targets_by"), check=check_targets, clock=True),
    "csat": Kpi(
        reads=["survey"], figures=survey_measure("csat"), formula=score_formula, parameters=("kind",),
        headline={"top_two_boxes": "share", "latest_per_customer": "share", "mean": "mean"}),
    "nps": Kpi(
        reads=["survey"], figures=survey_measure("nps"), formula=nps_formula, parameters=("kind",), headline="score"),
    "customer_effort_score": Kpi(
        reads={"share": ["survey"], "mean": ["survey"], "by_interactions": ["ticket"]}, figures=effort_figures,
        formula=effort_formula, headline={"share": "share", "mean": "mean", "by_interactions": "score"},
        parameters={"share": ("kind",), "mean": ("kind",), "by_interactions": ()},
        counts={"share": False, "mean": False, "by_interactions": True}),
    "retention_rate": Kpi(
        reads=["account"], figures=retention_figures, formula=retention_formula, headline="rate", inside=meets,
        window=True),
    "cost_per_conversation": Kpi(
        reads={"per_conversation": ["ledger_entry", "contact", "ticket"], "per_ticket": ["ledger_entry", "ticket"],
               "per_resolution": ["ledger_entry", "ticket"]},
        figures=cost_figures, formula=cost_formula, headline="mean", parameters=MONEY, inside=ledger,
        ending={"per_conversation": None, "per_ticket": None, "per_resolution": ("resolved_at",)}),
}
