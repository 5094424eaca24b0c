"""The peer of calls and chats, for `oracle.py`: waits, holds, handling, service level, abandonment, answers.

One rule stands behind all of them: a contact that the customer gave up on hold or in the conversation was answered
by a person; only one given up in the menu or in the queue was not.
"""

from collections import Counter
from fractions import Fraction

from oracle import (
    DISTRIBUTION, US, Kpi, Refused, bad, between, count, counts, durations, finish_durations, first_known, is_number, number,
    of_distribution, plain, rising, seconds, share, student, text, undefined, word,
)

# The text fields of a contact; a segment of the caller's own must be in some record.
TEXTS = ("account", "ticket", "agent", "channel", "direction", "team", "department", "outcome", "abandon_step", "purchase_stage")
LATE_STEPS = ("hold", "conversation")
DIRECTIONS = ("inbound", "outbound", "both")
POPULATIONS = ("queued", "all_inbound")
SHORT = 5

# Figures ------------------------------------------------------------------------------------------------------------


def mean(xs, level):
    """A mean of seconds with Student's interval."""
    n = len(xs)
    if n == 0:
        return undefined("seconds", "no_records", 0)
    lower, upper = student(xs, level)
    return {"value": text(sum(xs) / n), "unit": "seconds", "sample": n, "numerator": plain(sum(xs)),
            "denominator": plain(n), "lower": lower, "upper": upper}


def finish_holds(xs, level, bands=()):
    """Durations on hold, 0 where there was none, and how many were held and for how long."""
    held = [x for x in xs if x > 0]
    out = finish_durations(xs, level, bands)
    return out | {"held_share": share(len(held), len(xs), level), "held_mean": mean(held, level)}


# The counts of each variant beside those answered, within the threshold and abandoned: which abandons speak for the
# service (credit) and which are not counted at all (less).
LEVELS = {
    "offered": None, "less_short": ("short", "less"), "less_abandoned_within_t": ("abandoned_within", "less"),
    "answered": None, "credit_abandoned_within_t": ("abandoned_within", "credit"), "credit_short": ("short", "credit"),
}


def finish_service_level(variant, answered, within, abandoned, some, level):
    """`some` are the abandons that the variant treats apart."""
    name, how = LEVELS[variant] or (None, None)
    offered = answered if variant == "answered" else answered + abandoned - (some if how == "less" else 0)
    met = within + (some if how == "credit" else 0)
    return {"share": share(met, offered, level), "within": count(met), "offered": count(offered)}


def finish_abandonment(steps, contacts, level):
    """`steps` are the contacts abandoned at each step, in the order of the figures."""
    lost = sum(steps.values())
    out = {"rate": share(lost, contacts, level), "abandoned": count(lost), "contacts": count(contacts)}
    return out | {f"{step}_share": share(n, contacts, level) for step, n in steps.items()}


OUTCOMES = ("answered", "abandoned", "callback", "failed")
STEPS = {"before_answer": ("menu", "queue"), "before_resolution": ("menu", "queue", "hold", "conversation")}


def finish_answers(got, level):
    n = sum(got[name] for name in OUTCOMES)
    names = ("rate", "abandoned_share", "callback_share", "failed_share")
    return {figure: share(got[name], n, level) for figure, name in zip(names, OUTCOMES)} | {"contacts": count(n)}


# Formulas -----------------------------------------------------------------------------------------------------------


def time_formula(finish):
    return lambda _, inputs, level, p: finish(durations(inputs), level, rising(p, "bands"))


def service_formula(variant, inputs, level, _):
    apart = LEVELS[variant]
    names = ["answered", "answered_within"] + ([] if variant == "answered" else ["abandoned"])
    answered, within, *rest = counts(inputs, *names, *([apart[0]] if apart else []))
    if within > answered:
        raise Refused("bad_input", field="answered_within")
    abandoned, some = (rest + [0, 0])[:2]
    if some > abandoned:
        raise Refused("bad_input", field=apart[0])
    return finish_service_level(variant, answered, within, abandoned, some, level)


def abandonment_formula(variant, inputs, level, _):
    *lost, contacts = counts(inputs, *STEPS[variant], "contacts")
    if sum(lost) > contacts:
        raise Refused("bad_input")
    return finish_abandonment(dict(zip(STEPS[variant], lost)), contacts, level)


def answers_formula(_, inputs, level, __):
    return finish_answers(dict(zip(OUTCOMES, counts(inputs, *OUTCOMES))), level)


# Parameters ---------------------------------------------------------------------------------------------------------


def check_direction(variant, p):
    of_distribution(variant, p)
    word(p, "direction", "inbound", DIRECTIONS)


def check_short(variant, p):
    of_distribution(variant, p)
    seconds(p, "short", SHORT)


def check_population(_, p):
    word(p, "population", "queued", POPULATIONS)
    seconds(p, "short", SHORT)


def check_targets(variant, p):
    check_population(variant, p)
    targets = p.get("targets", {"phone": 20})
    if not isinstance(targets, dict) or not targets:
        raise bad("targets")
    if not all(is_number(x) and number(x) >= 0 for x in targets.values()):
        raise bad("targets")
    word(p, "targets_by", "channel")


# Records ------------------------------------------------------------------------------------------------------------


def span(start, end):
    return None if start is None or end is None else Fraction(end - start, US)


def gave_up(c):
    """Abandoned before a person answered."""
    return c["outcome"] == "abandoned" and c.get("abandon_step") not in LATE_STEPS


def was_answered(c):
    """Whether a person answered, however it ended; None while nobody knows how it ends."""
    if c["outcome"] is None:
        return True if c.get("answered_at") is not None else None
    return c["outcome"] == "answered" or c["outcome"] == "abandoned" and not gave_up(c)


def not_answered(c):
    """Why a contact is none that a person answered."""
    return None if was_answered(c) else c["outcome"] or "unanswered"


def direction(c, wanted):
    """Why a contact is not of the direction that is wanted."""
    own = c.get("direction") or "inbound"
    return None if wanted in (own, "both") else own


def clock(c, population):
    """When the population's clock starts."""
    return first_known(c, ("queued_at", "started_at") if population == "queued" else ("started_at", "queued_at"))


def is_short(c, p, population):
    limit = seconds(p, "short", SHORT)
    wait = span(clock(c, population), c.get("ended_at"))
    return gave_up(c) and wait is not None and wait * US <= limit


def answer_wait(variant, c, ctx):
    """(seconds, None) or (None, reason)."""
    why = direction(c, "inbound") or not_answered(c)
    start = c.get("queued_at")
    if variant == "from_start":
        start = clock(c, "all_inbound")
    elif why is None and start is None:
        why = "not_queued"
    if why is None and c.get("answered_at") is None:
        why = "unanswered"
    return (None, why) if why else between(ctx, c, start, c["answered_at"])


def hold(c, p):
    why = direction(c, p.get("direction", "inbound")) or not_answered(c)
    return (None, why) if why else (number(c.get("hold") or 0), None)


def patience(c, p, ctx):
    """How long a caller waited who gave up."""
    why = direction(c, "inbound")
    if why is None and not gave_up(c):
        why = "answered" if was_answered(c) else c["outcome"] or "waiting"
    if why is None and c.get("queued_at") is None:
        why = "not_queued"
    if why is None and is_short(c, p, "queued"):
        why = "short"
    if why is None and c.get("ended_at") is None:
        why = "unknown"
    return (None, why) if why else between(ctx, c, c["queued_at"], c["ended_at"])


def any_wait(c, as_of, ctx):
    """How long a caller has waited, whether it is over or not."""
    why = direction(c, "inbound")
    if why is None and c["outcome"] in ("callback", "failed", "self_served"):
        why = c["outcome"]
    start = c.get("queued_at")
    if why is None and start is None:
        why = "not_queued"
    if why:
        return None, why
    end = as_of if was_answered(c) is None else c.get("answered_at" if was_answered(c) else "ended_at")
    if end is None:
        return None, "unknown"
    return between(ctx, c, start, end if as_of is None else min(end, as_of))


HANDLING = {"handle_time": ("talk", "hold", "wrap_up"), "call_length": ("talk", "hold"), "talk_time": ("talk",),
            "after_contact_work_time": ("wrap_up",)}


def handling(variant, kind, r, p):
    wanted = p.get("direction", "inbound")
    why = None
    if kind == "contact":
        why = direction(r, wanted) or not_answered(r) or ("through_legs" if r.get("through_legs") else None)
    parts = HANDLING[variant]
    if why is None and "talk" in parts and r.get("talk") is None:
        why = "unknown"
    return (None, why) if why else (sum(number(r.get(part) or 0) for part in parts), None)


def service(variant, c, p, as_of):
    """met, missed (answered late), lost, some (lost and treated apart), or why it is left out."""
    population = p.get("population", "queued")
    why = direction(c, "inbound")
    if why is None and c["outcome"] in ("self_served", "callback", "failed"):
        why = c["outcome"]
    target = p.get("targets", {"phone": 20}).get(c.get(p.get("targets_by", "channel")))
    if why is None and target is None:
        why = "no_target"
    if why is None and population == "queued" and c.get("queued_at") is None:
        why = "not_queued"
    if why:
        return why
    start, limit = clock(c, "queued"), number(target) * US
    if was_answered(c):
        if c.get("answered_at") is None:
            return "unanswered"
        return "met" if c["answered_at"] - start <= limit else "missed"
    if was_answered(c) is None:
        return "lost" if as_of - start > limit and variant != "answered" else "waiting"
    if variant == "answered":
        return "abandoned"
    name, how = LEVELS[variant] or (None, None)
    within = c.get("ended_at") is not None and c["ended_at"] - start <= limit
    apart = is_short(c, p, population) if name == "short" else within if name else False
    if not apart:
        return "lost"
    return "some" if how == "credit" else {"short": "short", "abandoned_within": "abandoned_within_target"}[name]


def outside(c, p):
    """Why a contact is not of the population of abandonment and answers."""
    population = p.get("population", "queued")
    why = direction(c, "inbound")
    if why is None and c["outcome"] == "self_served":
        why = "self_served"
    if why is None and population == "queued" and c.get("queued_at") is None:
        why = "not_queued"
    if why is None and is_short(c, p, population):
        why = "short"
    return why or ("waiting" if was_answered(c) is None else None)


def step_of(c):
    """Where a contact was given up; None where it was not."""
    if gave_up(c):
        return c.get("abandon_step") or ("menu" if c.get("queued_at") is None else "queue")
    return c["abandon_step"] if c.get("abandon_step") in LATE_STEPS and was_answered(c) else None


def abandonment(variant, c, p):
    """The step, "kept" for the rest of the denominator, or why it is left out."""
    if why := outside(c, p):
        return why
    step = step_of(c)
    if variant == "before_answer" or step is None or step not in LATE_STEPS:
        if step in ("menu", "queue"):
            return step
        unclear = variant == "before_resolution" and c["outcome"] == "answered" and c.get("resolved") is None
        return "unknown" if unclear else "kept"
    return "kept" if c.get("resolved") is True else step


def answer(c, p):
    if why := outside(c, p):
        return why
    return "answered" if was_answered(c) else c["outcome"]


def measured(found, left):
    out = []
    for value, why in found:
        if why:
            left[why] += 1
        else:
            out.append(value)
    return out


def times(read, finish=finish_durations):
    """The measure of a KPI of durations; `read` gives (seconds, None) or (None, reason)."""
    def figures(variant, cell, _, ctx, left):
        p = ctx["parameters"]
        xs = measured((read(variant, kind, r, p, ctx) for kind, r in cell), left)
        return finish(xs, ctx["level"], rising(p, "bands"))

    return figures


def sorted_out(cell, read, counted, left):
    """How many records count as what; the others are left out."""
    got = Counter(read(c) for _, c in cell)
    left.update({why: n for why, n in got.items() if why not in counted})
    return got


def service_figures(variant, cell, _, ctx, left):
    p, field = ctx["parameters"], ctx["parameters"].get("targets_by", "channel")
    if ctx["whole"] and field not in TEXTS and not any(field in c for _, c in ctx["whole"]):
        raise bad("targets_by")
    got = sorted_out(cell, lambda c: service(variant, c, p, ctx["as_of"]), ("met", "missed", "lost", "some"), left)
    met, some = got["met"], got["some"]
    return finish_service_level(variant, met + got["missed"], met, got["lost"] + some, some, ctx["level"])


def abandonment_figures(variant, cell, _, ctx, left):
    got = sorted_out(cell, lambda c: abandonment(variant, c, ctx["parameters"]), (*STEPS[variant], "kept"), left)
    steps = {step: got[step] for step in STEPS[variant]}
    return finish_abandonment(steps, sum(steps.values()) + got["kept"], ctx["level"])


def answers_figures(_, cell, __, ctx, left):
    return finish_answers(sorted_out(cell, lambda c: answer(c, ctx["parameters"]), OUTCOMES, left), ctx["level"])


def derive(rows):
    """Marks the contacts whose legs are given."""
    known = {leg["contact"] for leg in rows.get("leg", [])}
    for c in rows.get("contact", []):
        if c["id"] in known:
            c["through_legs"] = True


KPIS = {
    "answer_time": Kpi(
        reads=["contact"], figures=times(lambda variant, _, c, __, ctx: answer_wait(variant, c, ctx)), clock=True,
        formula=time_formula(finish_durations), headline="mean", parameters=DISTRIBUTION, check=of_distribution),
    "hold_time": Kpi(
        reads=["contact"], figures=times(lambda _, __, c, p, ___: hold(c, p), finish_holds),
        formula=time_formula(finish_holds), headline="mean", parameters=(*DISTRIBUTION, "direction"), check=check_direction),
    "time_to_abandon": Kpi(
        reads=["contact"],
        figures=times(lambda variant, _, c, p, ctx: patience(c, p, ctx) if variant == "standard" else any_wait(c, ctx["as_of"], ctx)),
        clock=True,
        formula=time_formula(finish_durations), headline={"standard": "mean", "longest_wait": "max"},
        parameters={"standard": (*DISTRIBUTION, "short"), "longest_wait": DISTRIBUTION}, check=check_short),
    "service_level": Kpi(
        reads=["contact"], figures=service_figures, formula=service_formula, headline="share", check=check_targets,
        parameters={v: ("targets", "targets_by", "population", *(("short",) if "short" in v else ())) for v in LEVELS}),
    "abandonment_rate": Kpi(
        reads=["contact"], figures=abandonment_figures, formula=abandonment_formula, headline="rate",
        parameters=("population", "short"), check=check_population),
    "answer_rate": Kpi(
        reads=["contact"], figures=answers_figures, formula=answers_formula, headline="rate",
        parameters=("population", "short"), check=check_population),
    "handle_time": Kpi(
        reads=["contact", "leg"], figures=times(lambda variant, kind, r, p, _: handling(variant, kind, r, p)),
        formula=time_formula(finish_durations), headline="mean", parameters=(*DISTRIBUTION, "direction"), check=check_direction,
        derive=derive),
}
