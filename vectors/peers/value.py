"""The peer of what customers are worth, what they cost, and how shared costs are divided, for `oracle.py`."""

from fractions import Fraction

from first import KPIS as FIRST
from first import cost_figures, finish_cost, there, work_excluded
from loyalty import find_purchases, gone, revenue_check, sift
from oracle import (
    MONEY, US, Kpi, Refused, bad, converted, count, counts, first_known, is_number, money, number, seconds, text, word,
)
from quality import length, reached

YEAR_US = Fraction(1461, 4) * 86400 * US

# Money ----------------------------------------------------------------------------------------------------------------


class Purse:
    """Amounts of one currency."""

    def __init__(self, parameters):
        self.parameters, self.currencies = parameters, set()

    def of(self, amount, currency):
        amount, currency = converted(number(amount), currency, self.parameters)
        self.currencies.add(currency)
        return amount

    def unit(self):
        if len(self.currencies) > 1:
            raise Refused("mixed_currencies", field="currency")
        return next(iter(self.currencies), None)


def entry(purse, r, span):
    """The part of an entry that lies in a span."""
    amount = purse.of(r["amount"], r["currency"])
    if r.get("at") is None and span is not None:
        inside = min(r["to"], span[1]) - max(r["from"], span[0])
        amount = amount * Fraction(inside, r["to"] - r["from"])
    return amount


def entries(purse, cell, wanted, span):
    """Their sum and how many there are."""
    xs = [entry(purse, r, span) for kind, r in cell if kind == "ledger_entry" and r["kind"] == wanted]
    return sum(xs, Fraction(0)), len(xs)


def amount(value, unit):
    return money(value, unit)


def nothing(why, unit=None):
    return {"value": None, "undefined": why} | ({"unit": unit} if unit else {})


def other_entries(cell, wanted, left):
    left["other_entry"] += sum(kind == "ledger_entry" and r["kind"] not in wanted for kind, r in cell)


def standing(r, kinds):
    """Why a conversion does not count."""
    return "other_conversion" if r["kind"] not in kinds else "refunded" if gone(r) else None


def priced(r):
    return None if r.get("amount") is not None and r.get("currency") is not None else "no_value"


def of_kind(cell, kind):
    return [x for x in cell if x[0] == kind]


def kinds_of(p):
    return p.get("kinds", ["purchase"])


def check(_, p):
    revenue_check(_, p)
    kinds = kinds_of(p)
    if not isinstance(kinds, list) or not kinds or not all(isinstance(x, str) and x for x in kinds):
        raise bad("kinds")
    word(p, "revenue", "auto", ("auto", "entries", "purchases"))
    seconds(p, "lookback", 0)
    word(p, "kind", "nps")
    word(p, "share_by", "none", ("none", "handling_time", "count"))
    margin = p.get("margin", "1")
    if not is_number(margin) or not 0 <= number(margin) <= 1:
        raise bad("margin")


def in_span(kind, r, span):
    """Entries with a period are in every span that they meet, accounts where they are customers."""
    if kind == "ledger_entry" and r.get("at") is None and span is not None:
        return r["from"] < span[1] and r["to"] > span[0]
    if kind == "account":
        return span is None or (r["started_at"] < span[1] and (r.get("ended_at") is None or r["ended_at"] >= span[0]))
    return None


# Cost per conversion --------------------------------------------------------------------------------------------------


def finish_conversions(cost, n_entries, n, unit):
    mean = {"value": text(cost / n)} if n_entries and n else nothing("no_conversions") if n_entries else nothing("no_costs")
    return {"mean": mean | ({"unit": unit} if unit else {}), "cost": amount(cost, unit), "conversions": count(n)}


def conversion_figures(_, cell, span, ctx, left):
    p = ctx["parameters"]
    purse, kinds = Purse(p), kinds_of(p)
    cost, n = entries(purse, cell, "cost", span)
    other_entries(cell, ("cost",), left)
    kept = sift(of_kind(cell, "conversion"), lambda r: standing(r, kinds), left)
    return finish_conversions(cost, n, len(kept), purse.unit())


def conversion_formula(_, inputs, __, ___):
    cost, n = counts({name: number(x) for name, x in inputs.items()}, "cost", "conversions")
    return finish_conversions(cost, 1, n, None)


# Support cost ratio ---------------------------------------------------------------------------------------------------


def finish_ratio(cost, n, revenue, unit):
    if n and revenue > 0:
        ratio = {"value": text(100 * cost / revenue), "unit": "percent"}
    else:
        ratio = nothing("no_revenue" if n else "no_costs", "percent")
    return {"ratio": ratio, "cost": amount(cost, unit), "revenue": amount(revenue, unit)}


def see(rows):
    find_purchases(rows)
    for r in (*rows.get("ledger_entry", ()), *rows.get("conversion", ())):
        r["_entries"] = rows.get("ledger_entry", [])


def by_entries(cell, ctx):
    """Whether any entry of the whole window is revenue."""
    if (chosen := ctx["parameters"].get("revenue", "auto")) != "auto":
        return chosen == "entries"
    window, now = ctx["window"], ctx["given_as_of"]
    list_ = next((r["_entries"] for _, r in ctx["whole"]), [])
    for r in list_:
        at = r.get("at")
        if r["kind"] == "revenue" and (at is None or now is None or at <= now):
            if window is None or (window[0] <= at < window[1] if at is not None else in_span("ledger_entry", r, window)):
                return True
    return False


def ratio_figures(_, cell, span, ctx, left):
    purse, own = Purse(ctx["parameters"]), by_entries(cell, ctx)
    cost, n = entries(purse, cell, "cost", span)
    other_entries(cell, ("cost", "revenue"), left)
    # Where nobody says whence revenue comes, purchases are looked at before it is known that there are entries.
    kept = [] if ctx["parameters"].get("revenue") == "entries" else sift(
        of_kind(cell, "conversion"), lambda r: "other_conversion" if r["kind"] not in ("purchase", "refund") else
        "refunded" if r.get("canceled_at") is not None else priced(r), left)
    if own:
        revenue, _ = entries(purse, cell, "revenue", span)
    else:
        revenue = sum((purse.of(r["amount"], r["currency"]) if r["kind"] == "purchase" else -abs(purse.of(r["amount"], r["currency"]))
                       for r in kept), Fraction(0))
    return finish_ratio(cost, n, revenue, purse.unit())


def ratio_formula(_, inputs, __, ___):
    cost, revenue = counts({name: number(x) for name, x in inputs.items()}, "cost", "revenue")
    return finish_ratio(cost, 1, revenue, None)


# Acquisition ----------------------------------------------------------------------------------------------------------


def finish_acquisition(cost, n, customers, unit):
    mean = {"value": text(cost / customers)} if n and customers else nothing("no_new_customers" if n else "no_costs")
    return {"mean": mean | ({"unit": unit} if unit else {}), "cost": amount(cost, unit), "customers": count(customers)}


def finish_to_retention(acquisition, n_acquisition, new, support, n_support, retained, unit):
    one = text(acquisition / new) if n_acquisition and new else None
    other = text(support / retained) if n_support and retained else None
    if one is None or other is None or support <= 0:
        why = "no_costs" if not (n_acquisition and n_support) or support <= 0 else "no_new_customers" if not new else "no_retained_customers"
        ratio = nothing(why)
    else:
        ratio = {"value": text((acquisition / new) / (support / retained)), "unit": "ratio"}

    def single(value, n, why):
        return ({"value": value} if value is not None else nothing(why if n else "no_costs")) | ({"unit": unit} if unit else {})

    return {"ratio": ratio, "acquisition": single(one, n_acquisition, "no_new_customers"),
            "retention": single(other, n_support, "no_retained_customers")}


def acquisition_figures(variant, cell, span, ctx, left):
    purse = Purse(ctx["parameters"])
    cost, n = entries(purse, cell, "acquisition_cost", span)
    now = ctx["given_as_of"]
    accounts = [a for _, a in of_kind(cell, "account")]
    new = sum(span is None or span[0] <= a["started_at"] < span[1] for a in accounts)
    if variant == "standard":
        other_entries(cell, ("acquisition_cost",), left)
        return finish_acquisition(cost, n, new, purse.unit())
    other_entries(cell, ("acquisition_cost", "cost"), left)
    support, m = entries(purse, cell, "cost", span)
    ends = reached(span, now)
    retained = sum(there(a, ends[0]) and there(a, ends[1]) for a in accounts) if ends else 0
    return finish_to_retention(cost, n, new, support, m, retained, purse.unit())


def acquisition_formula(variant, inputs, _, __):
    inputs = {name: number(x) for name, x in inputs.items()}
    if variant == "standard":
        cost, n = counts(inputs, "cost", "customers")
        return finish_acquisition(cost, 1, n, None)
    a, new, s, retained = counts(inputs, "acquisition", "new", "support", "retained")
    return finish_to_retention(a, 1, new, s, 1, retained, None)


# Lifetime value -------------------------------------------------------------------------------------------------------


def lifetime_figures(variant, cell, span, ctx, left):
    p = ctx["parameters"]
    purse = Purse(p)
    if variant == "promoters_to_detractors":
        return promoters_figures(cell, ctx, left, purse)
    kept = sift(of_kind(cell, "conversion"), lambda r: standing(r, ["purchase"]) or (
        "no_account" if r.get("account") is None else priced(r)), left)
    total, n = sum((purse.of(r["amount"], r["currency"]) for r in kept), Fraction(0)), len(kept)
    now = ctx["given_as_of"]
    unit, ends = purse.unit(), reached(span, now)
    accounts = [a for _, a in of_kind(cell, "account")] if ends else []
    start, end = ends or (0, 0)
    until = start + length(span, now) if ends else 0
    time = sum(max(0, (until if a.get("ended_at") is None else min(until, a["ended_at"])) - max(start, a["started_at"])) for a in accounts)
    years = Fraction(time) / YEAR_US
    ended = sum(a.get("ended_at") is not None and start <= a["ended_at"] < end for a in accounts)
    margin = number(p.get("margin", "1"))
    dash = {"unit": unit} if unit else {}
    value = nothing("no_records") if not n else nothing("no_losses") if not ended else {"value": text(margin * total / ended), "sample": ended}
    return {
        "value": value | dash,
        "mean_purchase": ({"value": text(total / n), "sample": n} if n else nothing("no_records")) | dash,
        "frequency": {"value": text(n / years), "unit": "ratio", "sample": n} if years else nothing("no_records"),
        "churn": {"value": text(100 * ended / years), "unit": "percent"} if years else nothing("no_records"),
        "lifetime": {"value": text(years / ended), "unit": "ratio", "sample": ended} if ended else nothing("no_losses"),
    }


def lifetime_formula(variant, inputs, _, p):
    inputs = {name: number(x) for name, x in inputs.items()}
    if variant == "promoters_to_detractors":
        a, n, b, m = counts(inputs, "promoter_value", "promoters", "detractor_value", "detractors")
        return finish_promoters(a, n, b, m, None)
    mean, frequency, churn = counts(inputs, "mean_purchase", "frequency", "churn")
    margin = number(p.get("margin", "1"))
    return {
        "value": {"value": text(margin * mean * frequency * 100 / churn)} if churn else nothing("no_losses"),
        "mean_purchase": {"value": text(mean)}, "frequency": {"value": text(frequency)}, "churn": {"value": text(churn)},
        "lifetime": {"value": text(100 / churn)} if churn else nothing("no_losses"),
    }


def finish_promoters(a, n, b, m, unit):
    dash = {"unit": unit} if unit else {}
    if not n or not m:
        ratio = nothing("no_records")
    elif b <= 0:
        ratio = nothing("no_revenue")
    else:
        ratio = {"value": text((Fraction(a) / n) / (Fraction(b) / m)), "unit": "ratio"}
    return {"ratio": ratio, "promoters": ({"value": text(Fraction(a) / n)} if n else nothing("no_records")) | dash,
            "detractors": ({"value": text(Fraction(b) / m)} if m else nothing("no_records")) | dash,
            "promoter_count": count(n), "detractor_count": count(m)}


def promoters_figures(cell, ctx, left, purse):
    wanted = word(ctx["parameters"], "kind", "nps")
    answers = sift(of_kind(cell, "survey"), lambda s: "other_kind" if s["kind"] != wanted else "replaced" if s.get("_replaced") else
                   "unanswered" if s.get("score") is None else "no_account" if s.get("account") is None else None, left)
    if any((s["scale_min"], s["scale_max"]) != (0, 10) for s in answers):
        raise Refused("bad_scale", "survey")
    latest = {}
    for s in answers:
        rank = (first_known(s, ("submitted_at",)), -number(s["score"]))
        if s["account"] not in latest or rank > latest[s["account"]]:
            latest[s["account"]] = rank
    kept = sift(of_kind(cell, "conversion"), lambda r: standing(r, ["purchase"]) or (
        "no_account" if r.get("account") is None else priced(r)), left)
    groups = {"promoters": {a for a, (_, x) in latest.items() if -x >= 9}, "detractors": {a for a, (_, x) in latest.items() if -x <= 6}}
    sums = {name: sum((purse.of(r["amount"], r["currency"]) for r in kept if r["account"] in who), Fraction(0)) for name, who in groups.items()}
    return finish_promoters(sums["promoters"], len(groups["promoters"]), sums["detractors"], len(groups["detractors"]), purse.unit())


# Lost customers -------------------------------------------------------------------------------------------------------


def keep_purchases(rows):
    find_purchases(rows)
    accounts = rows.get("account", ())
    if any("value" in a for a in accounts):
        return
    if accounts and "conversion" not in rows:
        raise Refused("missing_records", "conversion")
    for a in accounts:
        a["_bought"] = [c for c in rows["conversion"] if c.get("account") == a["id"] and not standing(c, ["purchase"])]


def worth(a, p, purse):
    """The value of a lost customer; None where it is not known."""
    if "_bought" not in a:
        return None if a.get("value") is None or a.get("currency") is None else purse.of(a["value"], a["currency"])
    lookback = seconds(p, "lookback", 31557600)
    bought = [c for c in a["_bought"] if a["ended_at"] - lookback <= c["at"] < a["ended_at"]]
    known_ = [c for c in bought if priced(c) is None]
    if bought and not known_:
        return None
    return sum((purse.of(c["amount"], c["currency"]) for c in known_), Fraction(0))


def lost_figures(variant, cell, _, ctx, left):
    purse, xs = Purse(ctx["parameters"]), []
    for _, a in cell:
        x = worth(a, ctx["parameters"], purse)
        if x is None:
            left["no_value"] += 1
        else:
            xs.append(x)
    return finish_lost(variant, sum(xs, Fraction(0)), len(xs), purse.unit())


def finish_lost(variant, total, n, unit):
    if variant == "sum":
        return {"value": amount(total, unit), "lost": count(n)}
    mean = {"value": text(total / n), "sample": n} if n else nothing("no_losses")
    return {"value": mean | ({"unit": unit} if unit else {}), "lost": count(n)}


def lost_formula(variant, inputs, _, __):
    total, n = counts({name: number(x) for name, x in inputs.items()}, "value", "lost")
    return finish_lost(variant, total, n, None)


# Shared costs (ruling B41) --------------------------------------------------------------------------------------------


def sharing_figures(variant, cell, span, ctx, left):
    p = ctx["parameters"]
    how, group, by = p.get("share_by", "none"), ctx["group"], ctx["by"]
    whole = cost_figures(variant, cell, span, ctx, left)
    if how == "none" or group is None:
        return whole

    def work(list_):
        return [(kind, r) for kind, r in list_ if kind != "ledger_entry" and not work_excluded(variant, kind, r)]

    def shared(r):
        return r["kind"] == "cost" and any(r.get(field) is None for field in by)

    everything, own = work(ctx["whole"]), work(cell)
    plain = how == "count" or any(kind == "ticket" or r.get("talk") is None for kind, r in everything)

    def weight(list_):
        return sum(1 if plain else sum(number(r.get(f) or 0) for f in ("talk", "hold", "wrap_up")) for _, r in list_)

    purse = Purse(p)
    mine = [entry(purse, r, span) for kind, r in cell if kind == "ledger_entry" and r["kind"] == "cost" and not shared(r)]
    pool = [entry(purse, r, span) for kind, r in ctx["whole"] if kind == "ledger_entry" and shared(r)]
    if not everything:
        return whole
    part = sum(pool, Fraction(0)) * Fraction(weight(own)) / weight(everything)
    out = finish_cost(variant, sum(mine, Fraction(0)) + part, len(mine) + (len(pool) if own else 0), len(own), purse.unit())
    if not own and not mine:
        out["mean"] = {"value": None}
    return out


COSTS = FIRST["cost_per_conversation"]
KPIS = {
    "cost_per_conversation": Kpi(
        reads=COSTS.reads, figures=sharing_figures, formula=COSTS.formula, headline="mean", parameters=(*MONEY, "share_by"), check=check,
        inside=COSTS.inside, ending=COSTS.ending),
    "cost_per_conversion": Kpi(
        reads=["ledger_entry", "conversion"], figures=conversion_figures, formula=conversion_formula, headline="mean",
        parameters=(*MONEY, "kinds"), check=check, inside=in_span, derive=find_purchases),
    "support_cost_ratio": Kpi(
        reads=["ledger_entry", "conversion"], figures=ratio_figures, formula=ratio_formula, headline="ratio",
        parameters=(*MONEY, "revenue"), check=check, inside=in_span, derive=see),
    "customer_acquisition_cost": Kpi(
        reads=["ledger_entry", "account"], figures=acquisition_figures, formula=acquisition_formula,
        headline={"standard": "mean", "to_retention_cost": "ratio"}, parameters=MONEY, check=check,
        inside=in_span, window={"standard": False, "to_retention_cost": True}),
    "customer_lifetime_value": Kpi(
        reads={"standard": ["conversion", "account"], "promoters_to_detractors": ["survey", "conversion"]}, figures=lifetime_figures,
        formula=lifetime_formula, headline={"standard": "value", "promoters_to_detractors": "ratio"},
        parameters={"standard": (*MONEY, "margin"), "promoters_to_detractors": (*MONEY, "kind")}, check=check, inside=in_span,
        window={"standard": True, "promoters_to_detractors": False}, derive=find_purchases),
    "lost_customer_value": Kpi(
        reads=["account"], figures=lost_figures, formula=lost_formula, headline="value", parameters=(*MONEY, "lookback"), check=check,
        anchors={"account": ("ended_at",)}, derive=keep_purchases, inside=lambda _, r, __: False if r.get("ended_at") is None else None),
}
