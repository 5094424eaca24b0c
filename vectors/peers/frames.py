"""The tables of the embedded sample, for `sample.py` and its modules.

They are read twice: as rows for the peers of `oracle.py`, and as frames of pandas. Of the frames this gives what several
KPIs are made of: which tickets and contacts count, who came next, and figures of durations, shares and amounts.
"""

import csv
import functools
import pathlib
from fractions import Fraction

import pandas as pd

import oracle

HERE = pathlib.Path(__file__).resolve().parent.parent
SAMPLE = HERE.parent / "examples/sample"
TABLES = {"ticket": "tickets", "contact": "contacts", "survey": "surveys", "account": "accounts",
          "subscription": "subscriptions", "conversion": "conversions", "ledger_entry": "ledger",
          "agent_time": "agent_times", "agent": "agents", "activity": "activities",
          "employee_survey": "employee_surveys", "session": "sessions", "article": "articles", "review": "reviews",
          "quality_review": "quality_reviews"}
INTEGERS = {"scale_min", "scale_max", "score", "agent_replies", "customer_messages", "bot_replies", "agent_changes",
            "distinct_agents", "collaborators", "reopens", "reopens_by_customer", "escalations", "transfers",
            "stars", "mark", "weight", "views", "helpful", "unhelpful"}
FLAGS = {"complaint", "resolved", "answer", "paid", "scheduled", "solved", "critical", "not_applicable"}
MONTHS = [(f"2026-{m:02}", f"2026-{m:02}-01", f"2026-{m + 1:02}-01") for m in range(1, 7)]
WINDOW = {"from": MONTHS[0][1], "to": MONTHS[-1][2]}
MONTHS.append((None, WINDOW["from"], WINDOW["to"]))


def at(day):
    return pd.Timestamp(day, tz="UTC")


END = at(WINDOW["to"])
DAY = pd.Timedelta(days=1)


def rows():
    """The records for the oracle."""
    out = {}
    for kind, name in TABLES.items():
        with (SAMPLE / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            out[kind] = [{k: typed(k, v) for k, v in r.items()} for r in csv.DictReader(file)]
    return out


def typed(field, value):
    if value == "":
        return None
    return int(value) if field in INTEGERS else value == "true" if field in FLAGS else value


# The second way: pandas ---------------------------------------------------------------------------------------------


def frame(kind):
    return table(kind).copy()


@functools.cache
def table(kind):
    t = pd.read_csv(SAMPLE / f"{TABLES[kind]}.csv", dtype=str)
    for c in t.columns:
        if c.endswith("_at") or c in ("at", "from", "to", "clock_start"):
            t[c] = pd.to_datetime(t[c], utc=True)
        elif c in INTEGERS or c in ("talk", "hold", "wrap_up"):
            t[c] = t[c].astype("Int64")
        elif c in FLAGS:
            t[c] = t[c].map({"true": True, "false": False}).astype("boolean")
    return t


def ratio(n, d, factor=100):
    return oracle.text(Fraction(int(n) * factor, int(d))) if d else None


def durations(x):
    """Figures of durations; quantiles are linear between the order statistics."""
    n, s = len(x), x.dt.total_seconds()
    q = s.quantile([0.5, 0.9, 0.95]).round(6).tolist() if n else [None] * 3  # of whole seconds, so that this is exact
    return {"mean": ratio(s.sum(), n, 1), "median": q[0], "p90": q[1], "p95": q[2], "min": s.min() if n else None,
            "max": s.max() if n else None, "count": n}


def money(x):
    return oracle.text(sum(map(Fraction, x), Fraction(0)))


def answered(c):
    """Which contacts a person answered: also those given up later, on hold or in the conversation."""
    return c.outcome.eq("answered") | (c.outcome.eq("abandoned") & c.abandon_step.isin(["hold", "conversation"]))



def of_group(values, group):
    """Which records are in a group; in all of them, or in that of the unknown."""
    return values.notna() | values.isna() if group == oracle.ALL else values.isna() if pd.isna(group) else values.eq(group)


def spread(entries, begin, end):
    """The amounts of the entries of a ledger in a span; of one with a period, the part that lies in it."""
    amounts = [Fraction(x) for x in entries[(entries["at"] >= begin) & (entries["at"] < end)].amount]
    for _, e in entries[entries["at"].isna() & (entries["from"] < end) & (entries["to"] > begin)].iterrows():
        inside = min(e["to"], end) - max(e["from"], begin)
        amounts.append(Fraction(e.amount) * Fraction(inside.value, (e["to"] - e["from"]).value))
    return amounts


def there(spans, instant):
    """Which spans hold just before an instant."""
    return (spans.started_at < instant) & ~(spans.ended_at < instant)


# The other KPIs: every record, counted or with the reason why it is left out ------------------------------------------


class Seen:
    """Records of one kind, each with the instant that places it and, where it does not count, `why`."""

    def __init__(self, data, placed):
        self.data = data.assign(**{"placed": placed, "why": pd.Series(pd.NA, data.index, dtype="object")})

    def leave(self, which, why):
        """Leaves out those that are still in; `why` is a word or a column of words."""
        which = self.data.why.isna() & which.fillna(False).astype(bool)
        self.data.loc[which, "why"] = why if isinstance(why, str) else why[which]
        return self


def asked_tickets(placed=None):
    """Tickets with what leaves every KPI."""
    t = frame("ticket")
    seen = Seen(t, t.created_at if placed is None else placed(t))
    seen.leave(t.status.eq("merged") | t.merged_at.notna(), "merged").leave(t.status.eq("spam"), "spam")
    return seen


def population():
    seen = asked_tickets()
    t = seen.data
    gone = t.status.eq("deleted") | t.deleted_at.notna()
    return seen.leave(gone & t.first_response_at.isna() & ~(t.agent_replies > 0), "deleted")


def ended(*fields):
    """Tickets by the instant at which they end; merged and spam by creation, those without an end nowhere."""
    t = frame("ticket")
    seen = asked_tickets()
    seen.data["end"] = t[list(fields)].bfill(axis=1).iloc[:, 0]
    seen.data["placed"] = seen.data.end.where(seen.data.why.isna(), t.created_at)
    stops = t[["closed_at", "canceled_at", "deleted_at"]].min(axis=1)
    seen.data["stop"] = pd.concat([seen.data.end, stops], axis=1).min(axis=1)
    return seen


def still_open(data, end):
    """How many tickets are open just before an instant."""
    return int((~data.why.isin(["merged", "spam"]) & (data.created_at < end) & ~(data.stop < end)).sum())


def reached():
    """Calls and chats that came in."""
    c = frame("contact")
    talked = answered(c)
    c = c.assign(answered=talked, given_up=c.outcome.eq("abandoned") & ~talked)
    c["wait"] = c.answered_at.where(c.answered, c.ended_at) - c.queued_at
    return Seen(c, c.queued_at.fillna(c.started_at)).leave(c.direction.eq("outbound"), "outbound")


def offered():
    """The population of abandonment and answers: who queued, without those who hung up at once."""
    seen = reached()
    c = seen.data
    seen.leave(c.outcome.eq("self_served"), "self_served").leave(c.queued_at.isna(), "not_queued")
    return seen.leave(c.given_up & (c.wait <= pd.Timedelta(seconds=5)), "short")


def next_after(rows_, since, others, keys):
    """For each row, the first of the other instants under the same keys that is after `since`."""
    known = others.dropna(subset="when").sort_values("when").groupby(keys, dropna=False).when.apply(list).to_dict()
    found = []
    for key, start in zip(rows_[keys].itertuples(index=False, name=None), since):
        later = [x for x in known.get(key if len(keys) > 1 else key[0], ()) if x > start] if pd.notna(start) else []
        found.append(min(later, default=pd.NaT))
    return pd.to_datetime(pd.Series(found, rows_.index), utc=True)


def conversions():
    v = frame("conversion")
    seen = Seen(v, v["at"])
    back = v.order.isin(v[v.kind.eq("refund")].order)
    return seen.leave(v.kind.ne("purchase"), "other_conversion").leave(v.canceled_at.notna() | back, "refunded")


def purchases():
    """What was bought and kept."""
    v = conversions().data
    return v[v.why.isna()].rename(columns={"at": "when"})


def part(k, n, *names):
    return dict(zip(names, (ratio(k, n), k, n)))


def shares(*names):
    """A share with its two counts."""
    return lambda o, *_: part(o.k.sum(), len(o), *names)


def figures_of(data, of, by):
    """figures(group, begin, end) with the reasons, and the groups.

    `of` gives the figures of the records that count, from the bucket's start and all groups of the bucket.
    """
    groups = data[by] if by else pd.Series(dtype="object")

    def figures(group, begin, end):
        inside = (data.placed >= begin) & (data.placed < end)
        if (begin, end) == (at(WINDOW["from"]), END):  # nowhere else, because nothing places them
            inside |= data.placed.isna() & data.why.notna()
        mine = data[inside & of_group(data[by], group)] if by else data[inside]
        left = mine.why.value_counts().to_dict()
        if "stop" in data and (n := still_open(data[of_group(data.get("holder", data[by]), group)] if by else data, end)):
            left["open"] = n
        counted = mine[mine.why.isna()]
        return of(counted, begin, data[inside & data.why.isna()]), left

    return figures, groups
