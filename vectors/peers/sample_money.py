"""What customers buy after a contact, what they are worth and what they cost in the embedded sample, by pandas; for `sample.py`."""

import functools
import math
from fractions import Fraction
from statistics import NormalDist

import pandas as pd

import oracle
from frames import (
    DAY, END, conversions, figures_of, frame, of_group, part, population, ratio, reached, spread, there,
)
from sample_service import nearest

YEAR = Fraction(1461, 4) * 86400
LATER = 90 * DAY

# After a contact ------------------------------------------------------------------------------------------------------


@functools.cache
def touches(kind):
    """Contacts that a person answered, with what was bought after them and who came next."""
    seen = reached()
    c, bought = seen.data, frame("conversion")
    kept = ~bought.order.isin(bought[bought.kind.eq("refund")].order) & bought.canceled_at.isna() & bought.kind.eq(kind)
    seen.leave(~c.answered, c.outcome)
    all_ = c[c.why.isna() & c.account.notna()]
    assert not all_.duplicated(["account", "placed"]).any()
    seen.leave(c.account.isna(), "no_account").leave(c.placed + 30 * DAY > END, "window_open")
    c["sold"] = nearest(c, c.placed, bought[kept][["account"]].assign(when=bought["at"]), "forward")
    c["next"] = nearest(c, c.placed, all_[["account"]].assign(when=all_.placed), "forward", strictly=True)
    c["any"] = c.sold <= c.placed + 30 * DAY
    c["last"] = c["any"] & ~(c.next <= c.sold)
    return c.sort_values("placed")


def converted(o, variant):
    if variant == "per_customer":
        each = o.groupby("account")["any"].any()
        return part(each.sum(), len(each), "share", "converted", "customers")
    return part(o["last" if variant == "last_touch" else "any"].sum(), len(o), "share", "converted", "touches")


def conversion_rate(variant):
    return figures_of(touches("purchase"), lambda o, *_: converted(o, variant), "agent")


def wilson(k, n):
    """The ends of a share's interval with 95 % confidence, as the roots of its equation."""
    z = NormalDist().inv_cdf(0.975)
    a, b, c = n + z * z, 2 * k + z * z, k * k / n
    root = math.sqrt(max(0.0, b * b - 4 * a * c))
    return (b - root) / (2 * a), (b + root) / (2 * a)


def surely_less(k, n, l, m):
    """Whether a share is surely below another: the upper end of Newcombe's interval of their difference is below 0."""
    (_, high), (low, _) = wilson(k, n), wilson(l, m)
    return k / n - l / m + math.sqrt((high - k / n) ** 2 + (l / m - low) ** 2) < 0


def guarded(kind, variant):
    """The same of what is sold besides, with what became of those to whom it was sold and of the others."""
    left = frame("account").set_index("id").ended_at

    def of(o, *_):
        one = o.assign(k=o["last" if variant == "last_touch" else "any"])
        sold = one[one.k].drop_duplicates("account")
        others = one[~one.account.isin(one[one["any"]].account)].drop_duplicates("account")
        counts = []
        for group in (sold, others):
            gone = group.account.map(left)
            judged = group[~(gone <= group.placed) & (group.placed + LATER <= END)]
            counts.append((int((~(judged.account.map(left) <= judged.placed + LATER)).sum()), len(judged)))
        (a, n), (b, m) = counts
        difference = Fraction(100 * a, n) - Fraction(100 * b, m) if n and m else None
        return converted(o, variant) | {
            "retention_sold": ratio(a, n), "retention_not_sold": ratio(b, m), "accounts": n + m,
            "retention_difference": None if difference is None else oracle.text(difference),
            "guard_rail_failed": int(bool(n and m) and surely_less(a, n, b, m))}

    return figures_of(touches(kind), of, "agent")


def requests_to_cancel():
    seen = population()
    t, a = seen.data, frame("account").set_index("id")
    came, went = t.account.map(a.started_at), t.account.map(a.ended_at)
    seen.leave(~t["type"].eq("cancellation").fillna(False), "other_type").leave(t.account.isna(), "no_account")
    return seen.leave(came >= t.created_at, "not_yet_customer").leave(went < t.created_at, "already_left").data


def turnover():
    return figures_of(requests_to_cancel(), lambda o, *_: {"requests": len(o)}, "channel")


def turnover_rate():
    inner, groups = figures_of(requests_to_cancel(), lambda o, *_: len(o), None)
    a = frame("account")

    def figures(group, begin, end):
        n, left = inner(group, begin, end)
        return part(n, there(a, begin).sum(), "rate", "requests", "customers"), left

    return figures, groups


# Amounts --------------------------------------------------------------------------------------------------------------

NOTHING = pd.Series(dtype="object")


def inside(times, begin, end):
    return (times >= begin) & (times < end)


def total(amounts):
    return sum(map(Fraction, amounts), Fraction(0))


def over(a, b):
    return oracle.text(a / b) if b else None


def kept():
    """What was bought and kept."""
    v = conversions().data
    return v[v.why.isna()]


def entries(kind):
    ledger = frame("ledger_entry")
    return ledger[ledger.kind.eq(kind)]


def per_conversion():
    costs, bought = entries("cost"), kept()

    def figures(_, begin, end):
        cost, n = sum(spread(costs, begin, end)), int(inside(bought["at"], begin, end).sum())
        return {"mean": over(cost, n), "cost": oracle.text(cost), "conversions": n}, None

    return figures, NOTHING


def of_revenue():
    costs, revenues = entries("cost"), entries("revenue")

    def figures(_, begin, end):
        cost, revenue = sum(spread(costs, begin, end)), sum(spread(revenues, begin, end))
        return {"ratio": over(100 * cost, revenue), "cost": oracle.text(cost), "revenue": oracle.text(revenue)}, None

    return figures, NOTHING


def acquisition(variant):
    costs, spent, a = entries("cost"), entries("acquisition_cost"), frame("account")

    def figures(_, begin, end):
        won, new = sum(spread(spent, begin, end)), int(inside(a.started_at, begin, end).sum())
        if variant == "standard":
            return {"mean": over(won, new), "cost": oracle.text(won), "customers": new}, None
        stay, support = int((there(a, begin) & there(a, end)).sum()), sum(spread(costs, begin, end))
        return {"ratio": over(won / new, support / stay), "acquisition": over(won, new), "retention": over(support, stay)}, None

    return figures, NOTHING


def lifetime():
    bought, a = kept(), frame("account")
    bought = bought[bought.account.notna()]

    def figures(_, begin, end):
        mine = bought[inside(bought["at"], begin, end)]
        amount, n = total(mine.amount), len(mine)
        time = (a.ended_at.fillna(END).clip(upper=end) - a.started_at.clip(lower=begin)).dt.total_seconds().clip(lower=0)
        years, lost = Fraction(int(time.sum())) / YEAR, int(inside(a.ended_at, begin, end).sum())
        return {"value": over(amount, lost), "mean_purchase": over(amount, n), "frequency": over(n, years),
                "churn": over(100 * lost, years), "lifetime": over(years, lost)}, None

    return figures, NOTHING


def promoters():
    bought, s = kept(), frame("survey")
    s = s[s.kind.eq("nps") & s.score.notna() & s.account.notna()]

    def figures(_, begin, end):
        mine = s[inside(s.submitted_at, begin, end)].sort_values(["submitted_at", "score"], ascending=[True, False])
        last, now = mine.groupby("account").score.last(), bought[inside(bought["at"], begin, end)]
        means, counts = [], []
        for who in (last[last >= 9], last[last <= 6]):
            counts.append(len(who))
            means.append(total(now[now.account.isin(who.index)].amount) / len(who) if len(who) else None)
        return {"ratio": over(*means) if None not in means else None, "promoters": None if means[0] is None else oracle.text(means[0]),
                "detractors": None if means[1] is None else oracle.text(means[1]), "promoter_count": counts[0], "detractor_count": counts[1]}, None

    return figures, NOTHING


def lost_value(variant):
    a, bought = frame("account"), kept().merge(frame("account").rename(columns={"id": "account"})[["account", "ended_at"]], on="account")
    year = pd.Timedelta(seconds=31557600)
    late = bought[(bought["at"] >= bought.ended_at - year) & (bought["at"] < bought.ended_at)]

    def figures(group, begin, end):
        mine = a[of_group(a.tier, group) & inside(a.ended_at, begin, end)]
        value = total(late[late.account.isin(mine.id)].amount)
        return {"value": oracle.text(value) if variant == "sum" else over(value, len(mine)), "lost": len(mine)}, None

    return figures, a.tier


VARIANTS = ("last_touch", "any_touch", "per_customer")
# By KPI and variant: what makes figures(group, begin, end) and its groups, and the dimension that it is also grouped by.
FIGURES = {
    **{("conversion_rate", v): (functools.partial(conversion_rate, v), "agent") for v in VARIANTS},
    **{(f"{kind}_rate", v): (functools.partial(guarded, kind, v), "agent") for kind in ("upsell", "cross_sell") for v in VARIANTS},
    ("customer_turnover", "count"): (turnover, "channel"),
    ("customer_turnover", "rate"): (turnover_rate, None),
    ("cost_per_conversion", "standard"): (per_conversion, None),
    ("support_cost_ratio", "standard"): (of_revenue, None),
    ("customer_acquisition_cost", "standard"): (functools.partial(acquisition, "standard"), None),
    ("customer_acquisition_cost", "to_retention_cost"): (functools.partial(acquisition, "to_retention_cost"), None),
    ("customer_lifetime_value", "standard"): (lifetime, None),
    ("customer_lifetime_value", "promoters_to_detractors"): (promoters, None),
    ("lost_customer_value", "sum"): (functools.partial(lost_value, "sum"), "tier"),
    ("lost_customer_value", "mean"): (functools.partial(lost_value, "mean"), "tier"),
}
