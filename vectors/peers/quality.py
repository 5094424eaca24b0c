"""The peer of reviews, sentiment, scorecards and people, for `oracle.py`."""

from collections import Counter, defaultdict
from datetime import datetime, timedelta
from fractions import Fraction

from first import answers, best, one_scale, there
from loyalty import fill, sift
from oracle import (
    DISTRIBUTION, US, Kpi, Refused, count, counts, durations, finish_durations, first_known, index, merged_or_spam, number,
    of_distribution, part_of, quantile7, quantile_interval, rising, share, student, text, undefined, word,
)

YEAR = Fraction(1461, 4)  # days
DAY_US = 86400 * US

# Figures ------------------------------------------------------------------------------------------------------------


def per_hundred(name, n, opening, closing):
    """So many for every hundred of the mean of two balances."""
    both = opening + closing
    rate = undefined("percent", "no_records", n) if both == 0 else {
        "value": text(Fraction(200 * n, both)), "unit": "percent", "sample": n, "lower": None, "upper": None}
    return {"rate": rate, name: count(n), "opening": count(opening), "closing": count(closing)}


def part(names, k, n, level, why="no_records"):
    return {"share": share(k, n, level, why=why), names[0]: count(k), names[1]: count(n)}


def finish_sentiment(positive, neutral, negative, level):
    n = positive + neutral + negative
    return {"index": index(positive, negative, n, level), "positive": count(positive), "neutral": count(neutral),
            "negative": count(negative), "count": count(n)}


def nine(x):
    """An exact number rounded once to nine places."""
    return Fraction(text(x))


def mean_score(xs, level, low, high):
    """A mean on a scale; an interval that reaches beyond the scale is not compared."""
    n = len(xs)
    if n == 0:
        return undefined("score", "no_records", 0)
    lower, upper = student(xs, level)
    out = {"value": text(sum(xs) / n), "unit": "score", "sample": n}
    return out | ({"lower": lower, "upper": upper} if lower is None or (lower >= low and upper <= high) else {})


def finish_scores(xs, level):
    """The mean and the median of scores from 0 to 100."""
    xs, n = sorted(xs), len(xs)
    median = undefined("score", "no_records", 0)
    if n:
        lower, upper = quantile_interval(xs, 0.5, level)
        median = {"value": text(quantile7(xs, "1/2")), "unit": "score", "sample": n, "lower": lower, "upper": upper}
    return {"mean": mean_score(xs, level, 0, 100), "median": median, "count": count(n)}


def finish_gap(own, customers, level):
    n, pairs = len(own), [a - b for a, b in zip(own, customers)]
    return {"gap": mean_score(pairs, level, -100, 100), "own": mean_score(own, level, 0, 100),
            "customers": mean_score(customers, level, 0, 100), "tickets": count(n)}


def finish_attrition(variant, leavers, opening, closing, days):
    both = opening + closing
    if both == 0 or (variant == "annualised" and days == 0):  # nobody, whoever left; or no time at all
        rate = undefined("percent", "no_records")
    else:
        value = Fraction(200 * leavers, both) * (YEAR / days if variant == "annualised" else 1)
        rate = {"value": text(value), "unit": "percent", "sample": leavers, "lower": None, "upper": None}
    return {"rate": rate, "leavers": count(leavers), "opening": count(opening), "closing": count(closing)}


def reached(span, now):
    """The two instants of balances: what happened at the report's instant has happened. None before a span begins."""
    if now is None:
        return span
    return None if span[0] > now else (span[0], min(span[1], now + 1))


def length(span, now):
    """How much of a span is over."""
    return min(span[1], span[1] if now is None else now) - span[0]


# Reviews ------------------------------------------------------------------------------------------------------------


def find_subjects(rows):
    """When what is reviewed was over: the ticket's resolution, else the purchase."""
    resolved = {t["id"]: t.get("resolved_at") for t in rows.get("ticket", ())}
    bought = {c["id"]: c["at"] for c in rows.get("conversion", ())}

    def subject(r):
        at = resolved.get(r.get("ticket"))
        return bought.get(r.get("conversion")) if at is None else at

    fill(rows, "review", "subject_at", subject)


def not_five(r):
    """Why a review has not all stars."""
    if r.get("stars") is None:
        return "unrated"
    return None if number(r["stars"]) == (5 if r.get("scale_max") is None else r["scale_max"]) else "other_rating"


def meets(kind, r, span):
    """Whether an account or an agent is there in a span, or at its start."""
    if kind == "account":
        return r["started_at"] < span[1] and (r.get("ended_at") is None or r["ended_at"] >= span[0])
    return None


def review_figures(variant, cell, span, ctx, left):
    reviews = [(kind, r) for kind, r in cell if kind == "review"]
    if variant == "share":
        rated = sift(reviews, lambda r: "unrated" if not_five(r) == "unrated" else None, left)
        five = sum(not_five(r) is None for r in rated)
        return part(("five_star", "reviews"), five, len(rated), ctx["level"])
    if variant == "time_to_review":
        kept = sift(reviews, lambda r: not_five(r) or (
            "unknown" if r.get("subject_at") is None else "open" if r["subject_at"] > r["posted_at"] else None), left)
        xs = [Fraction(r["posted_at"] - r["subject_at"], US) for r in kept]
        return finish_durations(xs, ctx["level"], rising(ctx["parameters"], "bands"))
    five = len(sift(reviews, not_five, left))
    if variant == "count":
        return {"reviews": count(five)}
    accounts = [r for kind, r in cell if kind == "account"]
    start, end = reached(span, ctx["given_as_of"]) or (0, 0)
    return per_hundred("reviews", five, sum(there(a, start) for a in accounts), sum(there(a, end) for a in accounts))


def review_formula(variant, inputs, level, p):
    if variant == "count":
        (n,) = counts(inputs, "reviews")
        return {"reviews": count(n)}
    if variant == "share":
        return part(("five_star", "reviews"), *part_of(inputs, "five_star", "reviews"), level)
    if variant == "time_to_review":
        return finish_durations(durations(inputs), level, rising(p, "bands"))
    return per_hundred("reviews", *counts(inputs, "reviews", "opening", "closing"))


def sentiment_figures(_, cell, __, ctx, left):
    def why(kind, r):
        return (kind == "ticket" and merged_or_spam(r)) or (None if r.get("sentiment") is not None else "unlabelled")

    got = Counter()
    for kind, r in cell:
        if reason := why(kind, r):
            left[reason] += 1
        else:
            got[r["sentiment"]] += 1
    return finish_sentiment(got["positive"], got["neutral"], got["negative"], ctx["level"])


def sentiment_formula(_, inputs, level, __):
    return finish_sentiment(*counts(inputs, "positive", "neutral", "negative"), level)


# Dissatisfaction ------------------------------------------------------------------------------------------------------


def worst_two(s):
    turned = "high_is_good" if s.get("direction") == "low_is_good" else "low_is_good"
    return best(s | {"direction": turned}, 2)


def dissatisfied_figures(_, cell, __, ctx, left):
    list_ = list(answers(cell, word(ctx["parameters"], "kind", "organization"), left))
    if any(s["scale_max"] - s["scale_min"] < 2 for s in list_):
        raise Refused("bad_scale", "survey")
    one_scale([s | {"direction": None} for s in list_])
    return part(("dissatisfied", "answers"), sum(map(worst_two, list_)), len(list_), ctx["level"])


def dissatisfied_formula(_, inputs, level, __):
    return part(("dissatisfied", "answers"), *part_of(inputs, "dissatisfied", "answers"), level)


# Scorecards -----------------------------------------------------------------------------------------------------------


def applies(r):
    return not r.get("not_applicable") and r.get("mark") is not None


def weight(r):
    return Fraction(1) if r.get("weight") is None else number(r["weight"])


def failed(criteria):
    return any(r.get("critical") and number(r["mark"]) == 0 for r in criteria)


def weighted(criteria, critical):
    """The score of some criteria; None where they weigh nothing."""
    if critical == "fail" and failed(criteria):
        return Fraction(0)
    total = sum(map(weight, criteria))
    return nine(100 * sum(weight(r) * number(r["mark"]) / r["scale_max"] for r in criteria) / total) if total else None


def by_field(cell, field, critical, left):
    """The criteria that count, by the review or by the ticket to which they belong."""
    out = defaultdict(list)
    for kind, r in cell:
        if kind != "quality_review":
            continue
        if not applies(r) or (weight(r) == 0 and not (critical == "fail" and r.get("critical"))):
            left["not_applicable"] += 1
        elif r.get(field) is None:
            left["no_ticket"] += 1
        else:
            out[r[field]].append(r)
    return out


def quality_check(_, p):
    word(p, "critical", "ignore", ("ignore", "fail"))
    word(p, "kind", "csat")


def rescaled(s):
    low, high = s["scale_min"], s["scale_max"]
    points = number(s["score"]) - low
    return 100 * Fraction(high - low - points if s.get("direction") == "low_is_good" else points) / (high - low)


def quality_figures(variant, cell, _, ctx, left):
    p, level = ctx["parameters"], ctx["level"]
    critical = p.get("critical", "ignore")
    if variant == "by_criterion":
        kept = sift(cell, lambda r: None if applies(r) else "not_applicable", left)
        return finish_scores([nine(100 * number(r["mark"]) / r["scale_max"]) for r in kept], level)
    if variant == "standard":
        reviews = {id: x for id, criteria in by_field(cell, "id", critical, left).items() if (x := (weighted(criteria, critical), failed(criteria)))[0] is not None}
        return finish_scores([x for x, _ in reviews.values()], level) | {"failed": count(sum(f for _, f in reviews.values()))}
    own = {t: x for t, criteria in by_field(cell, "ticket", critical, left).items() if (x := weighted(criteria, critical)) is not None}
    theirs = defaultdict(list)
    surveys = sift([(None, s) for s in answers([(k, s) for k, s in cell if k == "survey"], word(p, "kind", "csat"), left)],
                   lambda s: None if s.get("ticket") is not None else "no_ticket", left)
    one_scale(surveys)
    for s in surveys:
        theirs[s["ticket"]].append(rescaled(s))
    both = [t for t in own if t in theirs]
    return finish_gap([own[t] for t in both], [nine(sum(theirs[t]) / len(theirs[t])) for t in both], level)


def lists(inputs, *names):
    """Lists of one length."""
    for name in names:
        if name not in inputs:
            raise Refused("missing_input", field=name)
    for name in inputs:
        if name not in names + ("scale_max",):
            raise Refused("unknown_input", field=name)
    out = [[number(x) for x in inputs[name]] for name in names]
    if len({len(list_) for list_ in out}) > 1:
        raise Refused("bad_input")
    return out


def quality_formula(variant, inputs, level, _):
    if variant == "perception_gap":
        return finish_gap(*lists(inputs, "own", "customers"), level)
    names = ("marks",) if variant == "by_criterion" else ("reviews", "marks", "weights")
    *reviews, marks = lists(inputs, "marks") if variant == "by_criterion" else (lambda r, m, w: (r, w, m))(*lists(inputs, *names))
    if "scale_max" not in inputs:
        raise Refused("missing_input", field="scale_max")
    if any(not 0 <= x <= inputs["scale_max"] for x in marks):
        raise Refused("out_of_scale", field="marks")
    if variant == "by_criterion":
        return finish_scores([nine(100 * x / inputs["scale_max"]) for x in marks], level)
    rows = [("quality_review", {"id": r, "weight": w, "mark": m, "scale_max": inputs["scale_max"]}) for r, w, m in zip(*reviews, marks)]
    return quality_figures("standard", rows, None, {"parameters": {}, "level": level}, Counter()) | {"failed": count(0)}


# People ---------------------------------------------------------------------------------------------------------------


def month_before(zone, at):
    """The instant of one calendar month earlier on the zone's clock, clipped to the month's last day."""
    local = zone.local(at)
    first = local.replace(day=1)
    last = first - timedelta(days=1)
    return zone.instant(datetime.combine(last.replace(day=min(local.day, last.day)).date(), local.time()))


def employed(agent, t):
    hired = agent.get("hired_at")
    return (hired is None or hired < t) and (agent.get("left_at") is None or agent["left_at"] >= t)


def present(agent, span):
    hired = agent.get("hired_at")
    return (hired is None or hired < span[1]) and (agent.get("left_at") is None or agent["left_at"] >= span[0])


def find_activity(rows):
    """The instants of everybody's activities."""
    done = defaultdict(list)
    for a in rows.get("activity", ()):
        done[a["agent"]].append(a["at"])
    for a in rows.get("agent", ()):
        a["_active_at"] = done[a["id"]]


def finish_answers(xs, low, high, level):
    return {"mean": mean_score(xs, level, low, high), "count": count(len(xs))}


def engagement_figures(variant, cell, span, ctx, left):
    if variant == "score":
        kept = sift(cell, lambda r: None if r.get("score") is not None else "unanswered", left)
        scales = {(first_known(r, ("scale_min",)) or 1, first_known(r, ("scale_max",)) or 10) for r in kept}
        if len(scales) > 1:
            raise Refused("mixed_scales")
        return finish_answers([number(r["score"]) for r in kept], *(scales or {(1, 10)}).pop(), ctx["level"])
    if ctx["as_of"] is None:
        raise Refused("as_of_required")
    end = ctx["as_of"] if span is None else min(span[1], ctx["as_of"])
    agents = [a for _, a in cell if employed(a, end)] if span is None or span[0] <= ctx["as_of"] else []
    since = month_before(ctx["zone"], end)
    active = sum(any(since <= at < end for at in a["_active_at"]) for a in agents)
    return part(("active", "agents"), active, len(agents), ctx["level"])


def engagement_formula(variant, inputs, level, _):
    if variant == "active_share":
        return part(("active", "agents"), *part_of(inputs, "active", "agents"), level)
    for name in ("scale_min", "scale_max", "scores"):
        if name not in inputs:
            raise Refused("missing_input", field=name)
    low, high, xs = inputs["scale_min"], inputs["scale_max"], [number(x) for x in inputs["scores"]]
    if low >= high:
        raise Refused("bad_scale")
    if any(not low <= x <= high for x in xs):
        raise Refused("out_of_scale", field="scores")
    return finish_answers(xs, low, high, level)


def attrition_figures(variant, cell, span, ctx, _):
    now = ctx["given_as_of"]
    over = reached(span, now)
    agents, days = ([a for _, a in cell], Fraction(length(span, now), DAY_US)) if over else ([], 0)
    start, end = over or (0, 0)
    leavers = sum(a.get("left_at") is not None and start <= a["left_at"] < end for a in agents)
    opening, closing = (sum(employed(a, t) for a in agents) for t in (start, end))
    return finish_attrition(variant, leavers, opening, closing, days)


def attrition_formula(variant, inputs, _, __):
    if variant == "period":
        return finish_attrition(variant, *counts(inputs, "leavers", "opening", "closing"), None)
    *three, length = counts({k: number(v) for k, v in inputs.items()}, "leavers", "opening", "closing", "period")
    if length == 0:
        raise Refused("bad_input", field="period")
    return finish_attrition(variant, *three, length / 86400)


KPIS = {
    "positive_reviews": Kpi(
        reads={"count": ["review"], "share": ["review"], "per_100_customers": ["review", "account"], "time_to_review": ["review"]},
        figures=review_figures, formula=review_formula, derive=find_subjects,
        headline={"count": "reviews", "share": "share", "per_100_customers": "rate", "time_to_review": "mean"},
        parameters={"count": (), "share": (), "per_100_customers": (), "time_to_review": DISTRIBUTION},
        check=lambda v, p: of_distribution(v, p) if v == "time_to_review" else None, inside=meets,
        window={"count": False, "share": False, "per_100_customers": True, "time_to_review": False}),
    "net_sentiment": Kpi(
        reads={"all": ["review", "ticket"], "reviews": ["review"], "tickets": ["ticket"]}, figures=sentiment_figures,
        formula=sentiment_formula, headline="index"),
    "dissatisfaction_with_organization": Kpi(
        reads=["survey"], figures=dissatisfied_figures, formula=dissatisfied_formula, headline="share", parameters=("kind",),
        check=lambda _, p: word(p, "kind", "organization")),
    "quality_score": Kpi(
        reads={"standard": ["quality_review"], "by_criterion": ["quality_review"], "perception_gap": ["quality_review", "survey"]},
        figures=quality_figures, formula=quality_formula, headline={"standard": "mean", "by_criterion": "mean", "perception_gap": "gap"},
        parameters={"standard": ("critical",), "by_criterion": (), "perception_gap": ("critical", "kind")}, check=quality_check,
        own={"standard": None, "by_criterion": "criterion", "perception_gap": None}),
    "employee_engagement": Kpi(
        reads={"score": ["employee_survey"], "active_share": ["agent"]}, figures=engagement_figures, formula=engagement_formula,
        headline={"score": "mean", "active_share": "share"}, derive=find_activity,
        inside=lambda kind, r, span: (span is None or present(r, span)) if kind == "agent" else None),
    "agent_attrition_rate": Kpi(
        reads=["agent"], figures=attrition_figures, formula=attrition_formula, headline="rate",
        inside=lambda _, r, span: present(r, span), window=True),
}
