"""The peer of churn, repeat purchase, recurring revenue, survey response and agent rating, for `oracle.py`.

What needs a second record (the next purchase, the end of an account, the agent of a ticket) is looked up for each
record by itself in the whole table.
"""

from collections import Counter, defaultdict
from fractions import Fraction

from contacts import gave_up, was_answered
from first import answers, finish_mean_score, one_scale, scored, there
from oracle import (
    MONEY, Kpi, Refused, bad, converted, count, counts, is_number, money, not_asked, number, part_of,
    seconds, share, text, word,
)
from resolution import began

DAY = 86400

# Figures ------------------------------------------------------------------------------------------------------------


def rated(part, whole, k, n, level, why="no_records", interval=True):
    """A share with its two counts."""
    one = share(k, n, level, why=why) if interval else share(k, n, level, None, why)
    return {"rate": one, part: count(k), whole: count(n)}


def by_speed(bought_quick, quick, bought_slow, slow, level):
    bought, all_ = bought_quick + bought_slow, quick + slow
    return {
        "rate": share(bought, all_, level), "rate_quick": share(bought_quick, quick, level),
        "rate_slow": share(bought_slow, slow, level), "repeat": count(bought), "complaints": count(all_),
    }


def bridge(variant, opening, new, expansion, contraction, churned, reactivation, currency=None):
    """The figures of recurring revenue from its movements."""
    closing = opening + new + reactivation + expansion - contraction - churned

    def over_opening(x):
        if opening == 0:
            return {"value": None, "undefined": "no_opening", "unit": "percent"}
        return {"value": text(100 * Fraction(x) / opening), "unit": "percent"}

    if variant == "growth":
        names = ("opening", "closing", "new", "expansion", "contraction", "churned", "reactivation")
        values = (opening, closing, new, expansion, contraction, churned, reactivation)
        return {"rate": over_opening(closing - opening), **{n: money(x, currency) for n, x in zip(names, values)}}
    if variant == "quick_ratio":
        gained, lost = new + reactivation + expansion, contraction + churned
        ratio = {"value": text(Fraction(gained) / lost)} if lost else {"value": None, "undefined": "no_losses"}
        return {"ratio": ratio | {"unit": "ratio"}, "gained": money(gained, currency), "lost": money(lost, currency)}
    retained = opening - contraction - churned + (expansion if variant == "net_revenue_retention" else 0)
    return {"rate": over_opening(retained), "opening": money(opening, currency), "retained": money(retained, currency)}


# Formulas -----------------------------------------------------------------------------------------------------------


def churn_formula(variant, inputs, level, _):
    if variant == "loss_events":
        return rated("losses", "start", *counts(inputs, "losses", "start"), level, "no_start_customers", interval=False)
    part, whole, why = {"lost": ("lost", "start", "no_start_customers"), "after_bad_rating": ("lost", "ratings", "no_records")}[variant]
    return rated(part, whole, *part_of(inputs, part, whole), level, why)


def repeat_formula(variant, inputs, level, _):
    if variant != "after_complaint":
        names = "repeat", "contacts" if variant == "after_abandoned_contact" else "customers"
        return rated(*names, *part_of(inputs, *names), level)
    bought_quick, quick, bought_slow, slow = counts(inputs, "bought_quick", "quick", "bought_slow", "slow")
    for part, k, n in (("bought_quick", bought_quick, quick), ("bought_slow", bought_slow, slow)):
        if k > n:
            raise Refused("bad_input", field=part)
    return by_speed(bought_quick, quick, bought_slow, slow, level)


MOVEMENTS = {
    "growth": ("opening", "new", "reactivation", "expansion", "contraction", "churned"),
    "net_revenue_retention": ("opening", "expansion", "contraction", "churned"),
    "gross_revenue_retention": ("opening", "contraction", "churned"),
    "quick_ratio": ("new", "reactivation", "expansion", "contraction", "churned"),
}


def revenue_formula(variant, inputs, _, __):
    names = MOVEMENTS[variant]
    given = dict(zip(names, counts({name: number(x) for name, x in inputs.items()}, *names)))
    full = dict.fromkeys(MOVEMENTS["growth"], Fraction(0)) | given
    if "opening" in given and full["contraction"] + full["churned"] > full["opening"]:
        raise Refused("bad_input")
    out = bridge(variant, **full)
    next(iter(out.values())).update(lower=None, upper=None)  # amounts do not say how much accounts differ
    return out


def response_formula(_, inputs, level, __):
    return rated("answered", "delivered", *part_of(inputs, "answered", "delivered"), level)


def rating_formula(_, inputs, level, __):
    for name in ("scale_min", "scale_max", "scores"):
        if name not in inputs:
            raise Refused("missing_input", field=name)
    return finish_mean_score(*scored(inputs), level)


# Looking into other tables ------------------------------------------------------------------------------------------


def given(rows, kind, field):
    return any(field in row for row in rows.get(kind, ()))


def fill(rows, kind, field, value):
    """Sets a field of a whole table in which nobody gives it."""
    if not given(rows, kind, field):
        for row in rows.get(kind, ()):
            row[field] = value(row)


def needs(rows, kind, table, field):
    """A field that nobody gives must be found in a table."""
    if kind in rows and table not in rows and not given(rows, kind, field):
        raise Refused("missing_records", table)


def gone(purchase):
    """Whether a purchase was canceled or given back."""
    return purchase.get("canceled_at") is not None or bool(purchase.get("refunded"))


def find_purchases(rows):
    for kind in ("ticket", "contact"):
        needs(rows, kind, "conversion", "next_purchase_at")
    conversions = rows.get("conversion", [])
    returned = {c.get("order") for c in conversions if c["kind"] == "refund"} - {None}
    fill(rows, "conversion", "refunded", lambda c: c.get("order") in returned)
    bought = defaultdict(list)
    for c in conversions:
        if c["kind"] == "purchase" and not gone(c):
            bought[c.get("account")].append(c["at"])

    def next_after(start):
        return lambda row: min((at for at in bought[row.get("account")] if at > start(row)), default=None)

    fill(rows, "conversion", "first_purchase_at", lambda c: min(bought[c.get("account")], default=None))
    fill(rows, "ticket", "next_purchase_at", next_after(lambda t: t["created_at"]))
    fill(rows, "contact", "next_purchase_at", next_after(began))


def find_ends(rows):
    needs(rows, "survey", "account", "account_ended_at")
    ends = {a["id"]: a.get("ended_at") for a in rows.get("account", ())}
    fill(rows, "survey", "account_ended_at", lambda s: ends.get(s.get("account")))


def find_first_revenue(rows):
    paid = defaultdict(list)
    for s in rows.get("subscription", ()):
        if number(s["mrr"]) > 0:
            paid[s["account"]].append(s["started_at"])
    fill(rows, "subscription", "customer_since", lambda s: min(paid[s["account"]], default=None))


def find_agents(rows):
    resolvers = {t["id"]: t.get("resolver") for t in rows.get("ticket", ())}
    takers = {c["id"]: c.get("agent") for c in rows.get("contact", ())}
    for s in rows.get("survey", ()):
        if s.get("agent") is None:
            s["agent"] = resolvers.get(s.get("ticket")) or takers.get(s.get("contact"))


def one_invitation(rows):
    """Of rows with one id and kind the one that was answered last stands; one whose answer is not known yet does not."""
    last = {}
    for s in rows.get("survey", ()):
        s["_replaced"] = False
        key, known = (s["id"], s["kind"]), -1 if s.get("submitted_at") is None else s["submitted_at"]
        if key in last:
            before, old = last[key]
            (old if known >= before else s)["_replaced"] = True
            if known < before:
                continue
        last[key] = known, s


# KPIs from the records of one cell ----------------------------------------------------------------------------------


def over(base, within, ctx):
    """Whether the time to wait is over; asking needs the instant of the report."""
    if ctx["as_of"] is None:
        raise Refused("as_of_required")
    return base + within <= ctx["as_of"]


def happened(at, base, within):
    return at is not None and at <= base + within


def sift(cell, why, left):
    """The rows of a cell for which `why` gives no reason."""
    kept = []
    for _, row in cell:
        if reason := why(row):
            left[reason] += 1
        else:
            kept.append(row)
    return kept


def known(span, ctx):
    """A balance's two instants: an end that is still to come is the one at as_of. None where nothing has begun."""
    if ctx["as_of"] is None:
        return span
    return None if span[0] > ctx["as_of"] else (span[0], min(span[1], ctx["as_of"]))


def meets(kind, r, span):
    """Whether an account or a subscription is there in a span, or at its start."""
    if kind not in ("account", "subscription"):
        return None
    return r["started_at"] < span[1] and (r.get("ended_at") is None or r["ended_at"] >= span[0])


def bad_rating(s):
    """Whether a score is in the two worst boxes of its scale."""
    if s["scale_max"] - s["scale_min"] < 2:
        raise Refused("bad_scale", "survey")
    if s.get("direction") == "low_is_good":
        return number(s["score"]) >= s["scale_max"] - 1
    return number(s["score"]) <= s["scale_min"] + 1


def churn_check(_, parameters):
    seconds(parameters, "within", 0)
    word(parameters, "kind", "csat")


def churn_figures(variant, cell, span, ctx, left):
    level = ctx["level"]
    if variant == "after_bad_rating":
        within = seconds(ctx["parameters"], "within", 30 * DAY)

        def why(s):
            if not bad_rating(s):
                return "other_rating"
            if s.get("account") is None:
                return "no_account"
            if s.get("account_ended_at") is not None and s["account_ended_at"] <= s["submitted_at"]:
                return "already_left"
            return None if over(s["submitted_at"], within, ctx) else "window_open"

        rated_ = answers(cell, word(ctx["parameters"], "kind", "csat"), left)
        kept = sift([(None, s) for s in rated_], why, left)
        lost = sum(happened(s.get("account_ended_at"), s["submitted_at"], within) for s in kept)
        return rated("lost", "ratings", lost, len(kept), level)
    span, accounts, everyone = known(span, ctx), [a for _, a in cell], [a for _, a in ctx["whole"]]
    start, end = span or (0, 0)
    if span is None:
        accounts = everyone = []
    at_start = [a for a in accounts if there(a, start)]
    if variant == "loss_events":
        losses = sum(a.get("ended_at") is not None and start <= a["ended_at"] < end for a in accounts)
        return rated("losses", "start", losses, len(at_start), level, "no_start_customers", interval=False)
    lost = sum(not there(a, end) for a in at_start)
    of_all = share(lost, sum(there(a, start) for a in everyone), level, why="no_start_customers")
    return rated("lost", "start", lost, len(at_start), level, "no_start_customers") | {"share_of_start": of_all}


def repeat_check(_, parameters):
    seconds(parameters, "within", 0)
    seconds(parameters, "resolved_within", 0)


def repeat_figures(variant, cell, span, ctx, left):
    p, level = ctx["parameters"], ctx["level"]
    within, soon = seconds(p, "within", 30 * DAY), seconds(p, "resolved_within", DAY)
    if variant in ("within_window", "returning"):
        kept = sift(cell, lambda c: "other_conversion" if c["kind"] != "purchase" else "refunded" if gone(c) else
                    "no_account" if c.get("account") is None else None, left)
        times, first = Counter(c["account"] for c in kept), {c["account"]: c["first_purchase_at"] for c in kept}
        again = sum(times[a] >= 2 if variant == "within_window" else first[a] < span[0] for a in times)
        return rated("repeat", "customers", again, len(times), level)
    if variant == "after_abandoned_contact":
        kept = sift(cell, lambda c: "outbound" if c.get("direction") == "outbound" else
                    "answered" if was_answered(c) else c["outcome"] or "unknown" if not gave_up(c) else "no_account" if c.get("account") is None else
                    None if over(began(c), within, ctx) else "window_open", left)
        again = sum(happened(c.get("next_purchase_at"), began(c), within) for c in kept)
        return rated("repeat", "contacts", again, len(kept), level)
    kept = sift(cell, lambda t: not_asked(t) or (
        "no_complaint" if not t.get("complaint") else "no_account" if t.get("account") is None else
        None if over(t["created_at"], within, ctx) else "window_open"), left)
    tally = Counter()
    for t in kept:
        speed = "quick" if happened(t.get("resolved_at"), t["created_at"], soon) else "slow"
        tally[speed] += 1
        tally["bought_" + speed] += happened(t.get("next_purchase_at"), t["created_at"], within)
    return by_speed(tally["bought_quick"], tally["quick"], tally["bought_slow"], tally["slow"], level)


def revenue_check(_, parameters):
    currency, rates = parameters.get("currency"), parameters.get("rates", {})
    if "currency" in parameters and not isinstance(currency, str):
        raise bad("currency")
    if currency is not None and not (len(currency) == 3 and currency.isalpha() and currency.isupper()):
        raise Refused("unknown_currency", field="currency")
    if not isinstance(rates, dict) or not all(is_number(x) and number(x) > 0 for x in rates.values()):
        raise bad("rates")
    if rates and currency is None:
        raise bad("currency")


def revenue_figures(variant, cell, span, ctx, _):
    span = known(span, ctx)
    if span is None:
        cell, span = [], (0, 0)
    opening, closing, since, currencies = Counter(), Counter(), {}, set()
    for _, s in cell:
        amount, currency = converted(number(s["mrr"]), s["currency"], ctx["parameters"])
        currencies.add(currency)
        since[s["account"]] = s.get("customer_since")
        opening[s["account"]] += amount if there(s, span[0]) else 0
        closing[s["account"]] += amount if there(s, span[1]) else 0
    if len(currencies) > 1:
        raise Refused("mixed_currencies", field="currency")
    moved = dict.fromkeys(("new", "expansion", "contraction", "churned", "reactivation"), Fraction(0))
    for account, was in opening.items():
        now = closing[account]
        if was == 0 and now > 0:
            moved["reactivation" if since[account] < span[0] else "new"] += now
        elif now == 0:
            moved["churned"] += was
        else:
            moved["expansion" if now > was else "contraction"] += abs(now - was)
    out = bridge(variant, sum(opening.values(), Fraction(0)), **moved, currency=currencies.pop() if currencies else None)
    if variant == "growth":
        out["accounts"] = count(sum(opening[a] > 0 or closing[a] > 0 for a in opening))
    return out


def response_check(_, parameters):
    seconds(parameters, "within", 0)
    word(parameters, "kind", "")


def response_figures(_, cell, __, ctx, left):
    kind, within = word(ctx["parameters"], "kind", ""), seconds(ctx["parameters"], "within", 7 * DAY)
    kept = sift(cell, lambda s: "other_kind" if kind and s["kind"] != kind else "replaced" if s["_replaced"] else
                "undelivered" if s.get("delivered_at") is None else
                None if over(s["delivered_at"], within, ctx) else "window_open", left)
    back = sum(happened(s.get("submitted_at"), s["delivered_at"], within) for s in kept)
    return rated("answered", "delivered", back, len(kept), ctx["level"])


def rating_check(_, parameters):
    word(parameters, "kind", "agent")


def rating_figures(_, cell, __, ctx, left):
    given_ = answers(cell, word(ctx["parameters"], "kind", "agent"), left)
    kept = sift([(None, s) for s in given_], lambda s: None if s.get("agent") is not None else "no_agent", left)
    low, high, _ = one_scale(kept)
    return finish_mean_score([number(s["score"]) for s in kept], low, high, ctx["level"])


KPIS = {
    "survey_response_rate": Kpi(
        reads=["survey"], figures=response_figures, formula=response_formula, headline="rate", parameters=("within", "kind"),
        check=response_check, anchors={"survey": ("delivered_at",)}, derive=one_invitation),
    "agent_rating": Kpi(
        reads=["survey"], figures=rating_figures, formula=rating_formula, headline="mean", parameters=("kind",),
        check=rating_check, own="agent", derive=find_agents),
    "churn_rate": Kpi(
        reads={"lost": ["account"], "loss_events": ["account"], "after_bad_rating": ["survey"]}, figures=churn_figures,
        formula=churn_formula, headline="rate", parameters={"lost": (), "loss_events": (), "after_bad_rating": ("within", "kind")},
        check=churn_check, inside=meets, window={"lost": True, "loss_events": True, "after_bad_rating": False}, derive=find_ends,
        links={"lost": {}, "loss_events": {}, "after_bad_rating": {"survey": ("account",)}}),
    "repeat_purchase_rate": Kpi(
        reads={"within_window": ["conversion"], "returning": ["conversion"], "after_complaint": ["ticket"],
               "after_abandoned_contact": ["contact"]},
        figures=repeat_figures, formula=repeat_formula, headline="rate",
        parameters={"within_window": (), "returning": (), "after_complaint": ("within", "resolved_within"),
                    "after_abandoned_contact": ("within",)},
        check=repeat_check, derive=find_purchases,
        window={"within_window": False, "returning": True, "after_complaint": False, "after_abandoned_contact": False}),
    "mrr_growth_rate": Kpi(
        reads=["subscription"], figures=revenue_figures, formula=revenue_formula, parameters=MONEY, check=revenue_check,
        headline={v: "ratio" if v == "quick_ratio" else "rate" for v in MOVEMENTS}, inside=meets, window=True,
        derive=find_first_revenue),
}
