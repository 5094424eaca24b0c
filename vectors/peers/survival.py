"""The peer of durations of which some have not ended yet, for `oracle.py`: Kaplan–Meier curves.

The curve is a product of fractions over the times of events, computed from the list of durations each time; standard
errors are those of statsmodels. What the figures mean where the curve stays at a level is R's `survfit`.
"""

import math
from fractions import Fraction

from contacts import direction, gave_up, was_answered
from oracle import US, Kpi, Refused, bad, between, canceled, count, deleted, not_asked, number, rising, seconds, text, undefined
from scipy import stats
from statsmodels.duration.survfunc import SurvfuncRight

PARAMETERS = ("horizon", "bands")


def at_risk(sample, t):
    return sum(x >= t for x, _ in sample)


def died(sample, t):
    return sum(x == t and event for x, event in sample)


def event_times(sample):
    return sorted({x for x, event in sample if event})


def curve(sample, t):
    """The share that lasts longer than t."""
    s = Fraction(1)
    for u in event_times(sample):
        if u <= t:
            s *= 1 - Fraction(died(sample, u), at_risk(sample, u))
    return s


def is_known(sample, t):
    """Whether somebody was observed so long, or all have ended."""
    return bool(sample) and (t <= max(x for x, _ in sample) or curve(sample, t) == 0)


def limits(sample, level):
    """By time of an event, the limits of the curve on the scale of ln(−ln S)."""
    if not event_times(sample):
        return {}
    fit = SurvfuncRight([float(x) for x, _ in sample], [int(event) for _, event in sample])
    z, out = stats.norm.isf((1 - level) / 2), {}
    for t, s, error in zip(event_times(sample), fit.surv_prob, fit.surv_prob_se):
        if 0 < curve(sample, t) < 1:
            half = z * error / (s * abs(math.log(s)))
            middle = math.log(-math.log(s))
            out[t] = math.exp(-math.exp(middle + half)), math.exp(-math.exp(middle - half))
    return out


def share_open(sample, t, level):
    if not is_known(sample, t):
        return undefined("percent", "not_reached" if sample else "no_records", len(sample))
    before = [u for u in limits(sample, level) if u <= t]
    low, high = limits(sample, level)[max(before)] if before and curve(sample, t) > 0 else (None, None)
    return {"value": text(100 * curve(sample, t)), "unit": "percent", "sample": len(sample),
            "lower": low and 100 * low, "upper": high and 100 * high}


def quantile(sample, part, level):
    """The time by which a part has had its event."""
    left = 1 - Fraction(part)
    times = event_times(sample)
    down = [t for t in times if curve(sample, t) <= left]
    if not down:
        return undefined("seconds", "not_reached" if sample else "no_records", len(sample))
    x = down[0]
    if curve(sample, x) == left:
        x = (x + (down[1] if down[1:] else max(x for x, _ in sample))) / 2
    ends = limits(sample, level)
    low = [float(t) for t, (lower, _) in ends.items() if lower <= left][:1]
    high = [float(t) for t, (_, upper) in ends.items() if upper <= left][:1]
    return {"value": text(x), "unit": "seconds", "sample": len(sample), "lower": low[0] if low else None,
            "upper": high[0] if low and high else None}


def area(sample, start, end):
    """The area under the curve."""
    cuts = [start, *(t for t in event_times(sample) if start < t < end), end]
    return sum((curve(sample, a) * (b - a) for a, b in zip(cuts, cuts[1:])), Fraction(0))


def restricted_mean(sample, horizon, level):
    if not sample or not is_known(sample, horizon):
        return undefined("seconds", "not_reached" if sample else "no_records", len(sample))
    mean, variance = area(sample, Fraction(0), horizon), 0.0
    for t in event_times(sample):
        n, d = at_risk(sample, t), died(sample, t)
        if t < horizon and d < n:
            variance += float(area(sample, t, horizon)) ** 2 * d / (n * (n - d))
    half = stats.norm.isf((1 - level) / 2) * math.sqrt(variance)
    known = variance > 0
    return {"value": text(mean), "unit": "seconds", "sample": len(sample),
            "lower": max(0.0, float(mean) - half) if known else None,
            "upper": min(float(horizon), float(mean) + half) if known else None}


def finish(sample, level, parameters):
    """`sample` is a list of (seconds, whether the event was observed)."""
    events = sum(event for _, event in sample)
    if "horizon" in parameters:
        horizon = Fraction(str(parameters["horizon"]))
    else:
        horizon = max((x for x, _ in sample), default=Fraction(0))
    out = {"median": quantile(sample, Fraction(1, 2), level), "p90": quantile(sample, Fraction(9, 10), level),
           "restricted_mean": restricted_mean(sample, horizon, level), "events": count(events),
           "censored": count(len(sample) - events), "count": count(len(sample))}
    return out | {f"open_after_{text(cut)}": share_open(sample, cut, level) for cut in rising(parameters, "bands")}


def check(_, parameters):
    if seconds(parameters, "horizon", 1) == 0:
        raise bad("horizon")
    rising(parameters, "bands")


def formula(_, inputs, level, parameters):
    names = ("durations", "observed")
    for name in inputs:
        if name not in names:
            raise Refused("unknown_input", field=name)
    for name in names:
        if name not in inputs:
            raise Refused("missing_input", field=name)
    durations = [number(x) for x in inputs["durations"]]
    for i, x in enumerate(durations):
        if x < 0:
            raise Refused("negative", "input", i, "durations")
    for i, flag in enumerate(inputs["observed"]):
        if flag not in (True, False):  # 1 and 0 are flags, too
            raise Refused("bad_input", "input", i, "observed")
    if len(durations) != len(inputs["observed"]):
        raise Refused("bad_input", field="observed")
    return finish(list(zip(durations, map(bool, inputs["observed"]))), level, parameters)


# Records ------------------------------------------------------------------------------------------------------------


def ticket(t, _):
    """(from, event, out of sight without one), or why it is left out."""
    if why := not_asked(t):
        return why
    ends = [t[f] for f in ("closed_at", "canceled_at", "deleted_at") if t.get(f) is not None]
    done, gone = t.get("resolved_at"), min(ends, default=None)
    if done is None and gone is None and (t.get("status") in ("resolved", "closed") or canceled(t) or deleted(t)):
        return "unknown"
    return t["created_at"], done, None if done is not None else gone


def contact(c, _):
    if why := direction(c, "inbound"):
        return why
    if c["outcome"] == "self_served":
        return "self_served"
    if c.get("queued_at") is None:
        return "not_queued"
    if c["outcome"] in ("callback", "failed"):
        return (c["queued_at"], None, c["ended_at"]) if c.get("ended_at") is not None else "unknown"
    if gave_up(c):
        return (c["queued_at"], c["ended_at"], None) if c.get("ended_at") is not None else "unknown"
    if was_answered(c) is None:  # still waiting
        return c["queued_at"], None, None
    return (c["queued_at"], None, c["answered_at"]) if c.get("answered_at") is not None else "unknown"


def account(a, _):
    return a["started_at"], a.get("ended_at"), None


def measure(read):
    def figures(_, cell, __, ctx, left):
        sample = []
        for kind, row in cell:
            got = read(row, ctx)
            if isinstance(got, str):
                left[got] += 1
                continue
            start, event, gone = got
            end, happened = (event, True) if event is not None else (gone, False)
            if ctx["as_of"] is None and end is None:
                raise Refused("as_of_required", kind)
            if end is None or (ctx["as_of"] is not None and end > ctx["as_of"]):
                end, happened = ctx["as_of"], False
            if end < start:
                left["unknown"] += 1
                continue
            x, why = between(ctx, row, start, end)
            if why:
                left[why] += 1
            else:
                sample.append((x, happened))
        return finish(sample, ctx["level"], ctx["parameters"])

    return figures


def kpi(kind, read, **more):
    return Kpi(reads=[kind], figures=measure(read), formula=formula, headline="median", parameters=PARAMETERS, check=check, **more)


KPIS = {
    ("resolution_time", "survival"): kpi("ticket", ticket, clock=True),
    ("time_to_abandon", "patience"): kpi("contact", contact, clock=True),
    ("churn_rate", "survival"): kpi("account", account, anchors={"account": ("started_at",)}),
}
