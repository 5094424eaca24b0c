"""What agents did and planned in the embedded sample, second by second; for `sample.py`.

Every agent has one array of a half year's seconds for what it did, one for what was planned, one for whether it is paid
and one for how many conversations it held: a share of time is a count of seconds.
"""

import functools
import math
from decimal import Decimal, getcontext
from fractions import Fraction

import numpy as np
import pandas as pd

import oracle
from frames import END, WINDOW, answered, at, ended, figures_of, frame, part, ratio, reached

getcontext().prec = 50
START = at(WINDOW["from"])
SECONDS = int((END - START).total_seconds())
# What an agent does, the state that wins over the others last; 0: nothing is known.
STATES = {"available": 1, "training": 2, "meeting": 3, "break": 4, "off": 5}


def second(instants):
    """Seconds from the start of the half year, which instants are full of."""
    passed = (instants - START).dt.total_seconds()
    assert (passed == passed.round()).all()
    return passed.clip(0, SECONDS).astype(int)


@functools.cache
def timelines():
    """By agent: what it does, whether it is paid, what was planned, how many conversations it holds."""
    times, calls = frame("agent_time"), frame("contact")
    times["a"], times["b"], times["rank"] = second(times["from"]), second(times["to"]), times.state.map(STATES)
    calls = calls[answered(calls) & calls.agent.notna() & calls.answered_at.notna()]
    worked = pd.to_timedelta(sum(calls[x].fillna(0) for x in ("talk", "hold", "wrap_up")).astype("float"), unit="s")
    until = calls.ended_at + pd.to_timedelta(calls.wrap_up.fillna(0).astype("float"), unit="s")
    until = pd.concat([until, (calls.answered_at + worked).where(calls.talk.notna())], axis=1).max(axis=1)
    calls = calls.assign(a=second(calls.answered_at), b=second(until))[until.notna()]
    out = {}
    for agent in sorted({*times.agent, *calls.agent}):
        own, does, plan = times[times.agent.eq(agent)].sort_values("rank"), np.zeros(SECONDS, np.int8), np.zeros(SECONDS, np.int8)
        paid, holds = np.zeros(SECONDS, bool), np.zeros(SECONDS + 1, np.int16)
        for state, rank in STATES.items():
            mine = own[own.state.eq(state)]
            facts = mine[~mine.scheduled.fillna(False)]
            for a, b in zip(mine.a[mine.scheduled.fillna(False)], mine.b[mine.scheduled.fillna(False)]):
                plan[a:b] = rank
            for a, b in zip(facts.a, facts.b):
                does[a:b], paid[a:b] = rank, False
            for a, b, flag in zip(facts.a, facts.b, facts.paid):
                paid[a:b] |= state not in ("break", "off") if pd.isna(flag) else bool(flag)
        for a, b in zip(calls.a[calls.agent.eq(agent)], calls.b[calls.agent.eq(agent)]):
            holds[a] += 1
            holds[b] -= 1
        out[agent] = does, paid, plan, np.cumsum(holds[:-1])
    return out


def seconds_of(count, group, begin, end):
    """How many seconds of a span count, of an agent or of all."""
    a, b = (int((x - START).total_seconds()) for x in (begin, end))
    return sum(int(count(*(x[a:b] for x in lines)).sum()) for agent, lines in timelines().items() if group in (agent, oracle.ALL))


# By variant: the names of part and whole, and what counts to each.
TIMES = {
    "union": ("handling", "available", lambda does, paid, plan, holds: (does == 1) & (holds > 0), lambda does, *_: does == 1),
    "concurrent": ("handling", "available", lambda does, paid, plan, holds: (does == 1) * holds, lambda does, *_: does == 1),
    "utilization": ("handling", "paid", lambda does, paid, plan, holds: paid & (holds > 0), lambda does, paid, *_: paid),
    "shrinkage": ("unavailable", "paid", lambda does, paid, *_: paid & (does != 1), lambda does, paid, *_: paid),
    "schedule_adherence": ("adherent", "planned", lambda does, paid, plan, holds: (plan > 0) & (np.where(does == 0, 5, does) == plan),
                           lambda does, paid, plan, holds: plan > 0),
}


def agents():
    return pd.Series(list(timelines()), dtype="object")


def times(variant):
    first, second_, some, all_ = TIMES[variant]

    def figures(group, begin, end):
        return part(seconds_of(some, group, begin, end), seconds_of(all_, group, begin, end), "rate", first, second_), None

    return figures, agents()


def beside(data, time, of_both):
    """Figures of records and of a time that is theirs."""
    inner, groups = figures_of(data, lambda o, *_: len(o), "agent")

    def figures(group, begin, end):
        n, left = inner(group, begin, end)
        return of_both(n, time(group, begin, end)), left

    return figures, pd.concat([agents(), groups], ignore_index=True)


def on_shift(agent, when):
    return timelines()[agent][0][int((when - START).total_seconds())] not in (0, 5)


def per_hour():
    seen = reached()
    c = seen.data
    c["placed"] = c.answered_at
    seen.leave(~c.answered, c.outcome).leave(c.agent.isna(), "no_agent")
    seen.leave(pd.Series([pd.isna(why) and not on_shift(who, when) for why, who, when in zip(c.why, c.agent, c.answered_at)], c.index), "off_shift")
    return beside(c, lambda *cell: seconds_of(lambda does, *_: does == 1, *cell), lambda n, time: {
        "rate": ratio(n, time, 3600), "contacts": n, "available": time})


def resolved_by_people():
    seen = ended("resolved_at")
    t = seen.data
    t["agent"], t["holder"] = t.resolver, pd.NA  # what is open nobody has resolved, and the table does not say who holds it
    seen.leave(t.end.notna() & (t.resolver.isna() | (t.resolved_by.notna() & t.resolved_by.ne("person"))), "no_agent")
    return t


def per_day():
    begins = {}
    for agent, (does, *_) in timelines().items():
        there = (does > 0) & (does < 5)
        first = np.flatnonzero(there & ~np.concatenate([[False], there[:-1]]))  # a shift begins where nothing was before
        begins[agent] = (START + pd.to_timedelta(first, unit="s")).normalize().unique()

    def days(group, begin, end):
        return sum(int(((x >= begin) & (x < end)).sum()) for agent, x in begins.items() if group in (agent, oracle.ALL))

    return beside(resolved_by_people(), days, lambda n, days_: {"rate": ratio(n, days_, 1), "tickets": n, "workdays": days_})


def per_8_hours():
    return beside(resolved_by_people(), lambda *cell: seconds_of(lambda does, *_: (does > 0) & (does < 5), *cell), lambda n, time: {
        "rate": ratio(n, time, 28800), "tickets": n, "time": time})


# Erlang's formula, by its sum -----------------------------------------------------------------------------------------


def served(load, agents_, handle):
    """(share in time, in percent, occupancy, mean wait) for a load that the agents carry."""
    a = Decimal(load.numerator) / load.denominator
    terms = [Decimal(1)]
    for n in range(1, agents_ + 1):
        terms.append(terms[-1] * a / n)
    full = terms[-1] * agents_ / (agents_ - a)
    waits = full / (sum(terms[:-1]) + full)
    each = Decimal(handle.numerator) / handle.denominator
    return 100 * (1 - waits * (-(agents_ - a) * 20 / each).exp()), 100 * a / agents_, waits * each / (agents_ - a)


def staffing():
    seen = reached()
    c = seen.data
    seen.leave(c.outcome.isin(["self_served", "callback", "failed"]), c.outcome).leave(c.queued_at.isna(), "not_queued")
    spoken = c.talk + c.hold.fillna(0) + c.wrap_up.fillna(0)
    whole = (c.ended_at - c.answered_at).dt.total_seconds() + c.wrap_up.fillna(0).astype("float")
    c["x"] = spoken.astype("float").fillna(whole).where(c.answered)

    offered, groups = figures_of(c, lambda o, *_: o, "channel")

    def figures(group, begin, end):
        o, left = offered(group, begin, end)
        taken = o.x.dropna()
        if not len(taken):
            return dict.fromkeys(("agents", "scheduled", "load"), None if len(o) else 0), left
        handle = Fraction(int(taken.sum()), len(taken))
        load = len(o) * handle / int((end - begin).total_seconds())
        n = math.floor(load) + 1
        while served(load, n, handle)[0] < 80:
            n += 1
        level, busy, wait = (oracle.text(Fraction(x)) for x in served(load, n, handle))
        return {"agents": n, "scheduled": n, "load": oracle.text(load), "service_level": level, "occupancy": busy, "wait": wait}, left

    return figures, groups


# By KPI and variant: what makes figures(group, begin, end) and its groups, and the dimension that it is also grouped by.
FIGURES = {
    **{("occupancy_rate", v): (functools.partial(times, v), "agent") for v in ("union", "concurrent")},
    **{("utilization", v): (functools.partial(times, v), "agent") for v in ("utilization", "shrinkage", "schedule_adherence")},
    ("contacts_per_hour", "standard"): (per_hour, "agent"),
    ("employee_productivity", "per_day"): (per_day, "agent"),
    ("employee_productivity", "per_8_hours"): (per_8_hours, "agent"),
    ("required_agents", "erlang_c"): (staffing, "channel"),
}
