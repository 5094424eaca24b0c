"""Peer for the embedded sample: writes `vectors/sample.json`.

    python vectors/peers/sample.py      # needs pandas, scipy, statsmodels and mpmath; takes some minutes

Every KPI over the whole half year, and by month and channel, tier, type, agent or nothing. The figures of `oracle.py` are
computed a second time with pandas, from the meaning of each KPI and from no code of the project; the file is written
only when both agree in every digit and, for the KPIs that say why a record is left out, in every reason. Of the few in
`ONCE` there are the figures of `oracle.py` alone, and their cases say so. What needs the log of events is not here.
"""

import json
from concurrent.futures import ProcessPoolExecutor
from fractions import Fraction

import pandas as pd

import first
import oracle
import sample_money
import sample_service
import sample_work
from frames import (
    DAY, END, HERE, MONTHS, WINDOW, Seen, answered, asked_tickets, at, conversions, durations, ended, figures_of, frame, money,
    next_after, of_group, offered, part, population, purchases, ratio, reached, rows, shares, spread, there,
)

# The first KPIs, and the dimension that each is also grouped by.
FIRST = [
    ("first_response_time", "from_handover"), ("first_response_time", "from_created"),
    ("first_response_within_target", "standard"), ("csat", "top_two_boxes"), ("csat", "mean"), ("csat", "latest_per_customer"),
    ("nps", "standard"), ("customer_effort_score", "share"), ("customer_effort_score", "mean"),
    ("customer_effort_score", "by_interactions"), ("retention_rate", "identity"), ("retention_rate", "s4_literal"),
    ("cost_per_conversation", "per_conversation"), ("cost_per_conversation", "per_ticket"),
    ("cost_per_conversation", "per_resolution"),
]

# The first KPIs: values of the records that count -------------------------------------------------------------------


def observations(kpi, variant):
    """One line for each record that counts: at, channel and what the KPI needs."""
    t, c, s = frame("ticket"), frame("contact"), frame("survey")
    t = t[~(t.status.isin(["merged", "spam"]) | t.merged_at.notna())].copy()
    gone = (t.status.eq("deleted") | t.deleted_at.notna()) & t.first_response_at.isna()
    agent = t.opened_by.eq("agent")
    start = t.created_at if variant == "from_created" else t.clock_start.fillna(t.handover_at).fillna(t.created_at)
    t["start"] = start.where(~agent, t.clock_start)
    c = c[c.direction.ne("outbound")].copy()
    c["at"] = c.queued_at.fillna(c.started_at)
    c["start"] = c.started_at.fillna(c.queued_at) if variant == "from_created" else c["at"]
    talked = answered(c) & c.answered_at.notna()
    if kpi == "first_response_time":
        a = t[t.contact.isna() & t.first_response_at.notna() & t.start.notna()]
        b = c[talked]
        return pd.concat([pd.DataFrame({"at": a.created_at, "channel": a.channel, "x": a.first_response_at - a.start}),
                          pd.DataFrame({"at": b["at"], "channel": b.channel, "x": b.answered_at - b.start})])
    if kpi == "first_response_within_target":
        a = t[t.contact.isna() & ~gone & ~(t.resolved_by.eq("bot") & t.first_response_at.isna()) & t.start.notna()]
        ends = a[["resolved_at", "closed_at", "canceled_at"]].min(axis=1).fillna(END)
        a = pd.DataFrame({"at": a.created_at, "channel": a.channel, "reply": a.first_response_at, "start": a.start, "end": ends})
        b = c[c.outcome.ne("self_served")]
        b = pd.DataFrame({"at": b["at"], "channel": b.channel, "reply": b.answered_at.where(talked), "start": b.start,
                          "end": b.ended_at.fillna(END)})
        both = pd.concat([a, b])
        target = pd.to_timedelta(both.channel.map({"phone": 180, "chat": 300, "social": 86400, "email": 43200}), unit="s")
        both["x"] = pd.NA
        late = (both.reply.fillna(both.end) - both.start) > target
        both.loc[both.reply.notna() & ~late, "x"] = 1
        both.loc[late, "x"] = 0
        return both[target.notna() & both.x.notna()]
    if variant == "by_interactions":
        n = t.agent_replies.fillna(0) + t.contact.notna()
        return pd.DataFrame({"at": t.created_at, "channel": t.channel, "x": n})[n > 0]
    if kpi == "cost_per_conversation":
        if variant == "per_ticket":
            a = t[~gone]
            return pd.DataFrame({"at": a.created_at, "channel": a.channel})
        if variant == "per_resolution":
            a = t[t.resolved_at.notna()]
            return pd.DataFrame({"at": a.resolved_at, "channel": a.channel})
        a, b = t[t.contact.isna() & (t.first_response_at.notna() | (t.agent_replies > 0))], c[answered(c)]
        return pd.concat([pd.DataFrame({"at": a.created_at, "channel": a.channel}),
                          pd.DataFrame({"at": b["at"], "channel": b.channel})])
    s = s[s.kind.eq({"csat": "csat", "nps": "nps"}.get(kpi, "ces")) & s.score.notna()]
    return pd.DataFrame({"at": s.submitted_at, "channel": s.channel, "x": s.score, "account": s.account})


def cell(kpi, variant, o, costs):
    """The figures of the observations of one cell."""
    n = len(o)
    if kpi == "first_response_time":
        return durations(o.x)
    if kpi == "first_response_within_target":
        return {"share": ratio(o.x.sum(), n), "met": int(o.x.sum()), "missed": n - int(o.x.sum())}
    if variant == "by_interactions":
        easy, hard = int((o.x <= 2).sum()), int((o.x >= 4).sum())
        return {"score": ratio(hard - easy, n), "easy_share": ratio(easy, n), "neutral_share": ratio(n - easy - hard, n),
                "difficult_share": ratio(hard, n), "tickets": n}
    if kpi == "cost_per_conversation":
        total = sum(costs, Fraction(0))
        return {"mean": oracle.text(total / n) if n and costs else None, "cost": oracle.text(total), first.UNITS[variant]: n}
    if kpi == "nps":
        up, down = int((o.x >= 9).sum()), int((o.x <= 6).sum())
        return {"score": ratio(up - down, n), "promoter_share": ratio(up, n), "passive_share": ratio(n - up - down, n),
                "detractor_share": ratio(down, n), "answers": n}
    if variant == "mean":
        return {"mean": ratio(o.x.sum(), n, 1), "answers": n}
    if variant == "latest_per_customer":
        last = o.dropna(subset="account").sort_values(["at", "x"], ascending=[True, False]).groupby("account").x.last()
        return {"share": ratio((last >= 4).sum(), len(last)), "customers": len(last)}
    return {"share": ratio((o.x >= (4 if kpi == "csat" else 5)).sum(), n), "answers": n}


def first_figures(kpi, variant):
    """figures(group, begin, end) of one of the first KPIs, and its groups."""
    by = "tier" if kpi == "retention_rate" else "channel"
    data = frame("account") if kpi == "retention_rate" else observations(kpi, variant)
    spent = frame("ledger_entry")
    spent = spent[spent.kind.eq("cost")]

    def figures(group, begin, end):
        part = data[of_group(data[by], group)]
        if kpi == "retention_rate":
            a, b = there(part, begin), there(part, end)
            new = (b & ~a).sum() if variant == "identity" else ((part.started_at >= begin) & (part.started_at < end)).sum()
            return {"rate": ratio(b.sum() - new, a.sum()), "start": a.sum(), "end": b.sum(), "acquired": new}, None
        part = part[(part["at"] >= begin) & (part["at"] < end)]
        costs = spread(spent[of_group(spent.channel, group)], begin, end)
        return cell(kpi, variant, part, costs), None

    return figures, data[by]




def first_contact():
    """Cases of tickets and of contacts, with whether the first contact solved them."""
    week = 7 * DAY
    seen = population()
    t = seen.data
    t["type"] = t["type"].fillna("")
    asked = t[~t.why.isin(["merged", "spam"])].rename(columns={"created_at": "when"})
    again = next_after(t, t.first_response_at, asked, ["account", "type"])
    base = t.resolved_at.fillna(t.first_response_at)
    seen.leave(t.resolved_by.isin(["bot", "self_service"]), "bot").leave(t.contact.notna(), "through_contact")
    seen.leave(t.first_response_at.isna(), "no_human_contact").leave(t.account.isna(), "no_account")
    seen.leave(base + week > END, "window_open")
    once = (t.agent_replies <= 1) & (t.agent_changes.fillna(0) == 0) & (t.reopens == 0)
    once &= (t.escalations.fillna(0) == 0) & t.escalated_at.isna()
    t["k"] = t.resolved_at.notna() & once & ~(again <= base + week)
    calls = reached()
    c = calls.data
    inbound = c[c.why.isna()].rename(columns={"placed": "when"})
    again = next_after(c, c.placed, inbound, ["account"])
    base = c.ended_at.fillna(c.answered_at)
    calls.leave(~c.answered, c.outcome).leave(c.resolved.isna(), "unknown").leave(c.account.isna(), "no_account")
    calls.leave(base + week > END, "window_open")
    c["k"] = c.resolved.fillna(False) & (c.transfers.fillna(0) == 0) & ~(again <= base + week)
    return pd.concat([d[["placed", "why", "channel", "k"]] for d in (t, c)], ignore_index=True)




def bad_ratings():
    s, a = frame("survey"), frame("account")
    s["left"] = s.account.map(a.set_index("id").ended_at)
    seen = Seen(s, s.submitted_at).leave(s.kind.ne("csat"), "other_kind").leave(s.score.isna(), "unanswered")
    seen.leave(s.score > 2, "other_rating").leave(s.account.isna(), "no_account").leave(s.left <= s.submitted_at, "already_left")
    seen.leave(s.submitted_at + 30 * DAY > END, "window_open")
    seen.data["k"] = s.left <= s.submitted_at + 30 * DAY
    return seen.data


def after_complaint():
    seen = population()
    t = seen.data
    seen.leave(~t.complaint.fillna(False), "no_complaint").leave(t.account.isna(), "no_account")
    seen.leave(t.created_at + 30 * DAY > END, "window_open")
    t["k"] = next_after(t, t.created_at, purchases(), ["account"]) <= t.created_at + 30 * DAY
    t["quick"] = t.resolved_at <= t.created_at + DAY
    return t


def after_abandoned():
    seen = reached()
    c = seen.data
    seen.leave(c.answered, "answered").leave(~c.given_up, c.outcome).leave(c.account.isna(), "no_account")
    seen.leave(c.placed + 30 * DAY > END, "window_open")
    c["k"] = next_after(c, c.placed, purchases(), ["account"]) <= c.placed + 30 * DAY
    return c


def handled():
    seen = reached()
    c = seen.data
    seen.leave(~c.answered, c.outcome).leave(c.talk.isna(), "unknown")
    c["x"] = pd.to_timedelta((c.talk + c.hold.fillna(0) + c.wrap_up.fillna(0)).astype("float"), unit="s")
    c["held"] = pd.to_timedelta(c.hold.fillna(0).astype("float"), unit="s")
    return c


def answer_waits():
    seen = reached()
    c = seen.data
    seen.leave(~c.answered, c.outcome).leave(c.queued_at.isna(), "not_queued")
    return c.assign(x=c.wait)


def patience():
    seen = reached()
    c = seen.data
    seen.leave(c.answered, "answered").leave(~c.given_up, c.outcome).leave(c.queued_at.isna(), "not_queued")
    seen.leave(c.wait <= pd.Timedelta(seconds=5), "short")
    return c.assign(x=c.wait)


def service():
    seen = reached()
    c = seen.data
    seen.leave(c.outcome.isin(["self_served", "callback", "failed"]), c.outcome).leave(c.channel.ne("phone"), "no_target")
    seen.leave(c.queued_at.isna(), "not_queued")
    return c.assign(k=c.answered & (c.wait <= pd.Timedelta(seconds=20)))


def responses():
    s = frame("survey")
    seen = Seen(s, s.delivered_at).leave(s.delivered_at.isna(), "undelivered")
    seen.leave(s.delivered_at + 7 * DAY > END, "window_open")
    return seen.data.assign(k=s.submitted_at <= s.delivered_at + 7 * DAY)


def agent_ratings():
    s = frame("survey")
    resolver, taker = frame("ticket").set_index("id").resolver, frame("contact").set_index("id").agent
    s["agent"] = s.agent.fillna(s.ticket.map(resolver)).fillna(s.contact.map(taker))
    return Seen(s, s.submitted_at).leave(s.kind.ne("agent"), "other_kind").leave(s.score.isna(), "unanswered").data


def processed():
    instants = ["first_response_at", "first_resolved_at", "resolved_at", "closed_at", "deleted_at"]
    seen = asked_tickets(lambda t: t[instants].min(axis=1))
    return seen.leave(seen.data.placed.isna(), "untouched").data


def escalations():
    t = population().data
    return t.assign(k=t.escalated_at.notna() | (t.escalations.fillna(0) > 0))


def cancellations():
    t = population().data
    return t.assign(k=t.canceled_at.notna() | t.status.eq("canceled"))


def reopened():
    t = ended("first_resolved_at", "resolved_at").data
    return t.assign(n=t.reopens_by_customer.fillna(t.reopens), k=t.reopens_by_customer.fillna(t.reopens) > 0)


def touches():
    t = ended("resolved_at").data
    return t.assign(n=t.agent_replies.clip(upper=3))


def solo():
    seen = ended("resolved_at")
    t = seen.data
    seen.leave(t.end.notna() & (t.distinct_agents == 0), "no_agent")
    return t.assign(k=(t.distinct_agents == 1) & ~(t.collaborators.fillna(0) > 0))


def resolved():
    t = ended("resolved_at").data
    return t.assign(x=t.end - t.created_at)




def sales():
    seen = conversions()
    return seen.leave(seen.data.account.isna(), "no_account").data


def repeated(o, *_):
    times = o.groupby("account").size()
    return part((times >= 2).sum(), len(times), "rate", "repeat", "customers")


def returned(o, begin, _):
    customers, since = o.account.drop_duplicates(), purchases().groupby("account").when.min()
    return part((customers.map(since) < begin).sum(), len(customers), "rate", "repeat", "customers")




def speeds(o, *_):
    quick, slow = o[o.quick], o[~o.quick]
    return part(o.k.sum(), len(o), "rate", "repeat", "complaints") | {
        "rate_quick": ratio(quick.k.sum(), len(quick)), "rate_slow": ratio(slow.k.sum(), len(slow))}


# By KPI and variant: the records, the figures of those that count (with the bucket's start and all groups of the bucket),
# and the dimension that it is also grouped by.
SEEN = {
    ("answer_time", "from_queue"): (answer_waits, lambda o, *_: durations(o.x), "channel"),
    ("hold_time", "standard"): (handled, lambda o, *_: durations(o.held) | {
        "held_share": ratio((o.hold > 0).sum(), len(o)), "held_mean": ratio(o.hold.sum(), (o.hold > 0).sum(), 1)}, None),
    ("time_to_abandon", "standard"): (patience, lambda o, *_: durations(o.x), None),
    ("service_level", "offered"): (service, shares("share", "within", "offered"), None),
    ("resolution_time", "last"): (resolved, lambda o, *_: durations(o.x), "channel"),
    ("first_contact_resolution_rate", "of_cases"): (
        first_contact, shares("share", "resolved_at_first_contact", "cases"), "channel"),
    ("tickets_resolved", "tickets"): (resolved, lambda o, *_: {"count": len(o)}, "channel"),
    ("requests_processed", "standard"): (processed, lambda o, *_: {"count": len(o)}, None),
    ("reopen_rate", "by_customer"): (reopened, lambda o, *_: part(o.k.sum(), len(o), "rate", "reopened", "tickets") | {
        "reopens_per_ticket": ratio(o.n.sum(), len(o), 1)}, "channel"),
    ("solo_resolution_rate", "standard"): (solo, shares("share", "solo", "resolved"), None),
    ("touches_to_resolution", "standard"): (touches, lambda o, *_: {
        "one_touch": ratio((o.n == 1).sum(), (o.n > 0).sum()), "resolved": len(o),
        **{f"touches_{name}": ratio((o.n == n).sum(), len(o)) for n, name in enumerate(("0", "1", "2", "3_up"))}}, None),
    ("escalation_rate", "standard"): (escalations, shares("rate", "escalated", "tickets"), "channel"),
    ("canceled_requests", "requests"): (cancellations, lambda o, *_: {
        "count": o.k.sum(), "share": ratio(o.k.sum(), len(o)), "value": money(o[o.k].value.dropna()),
        "no_value": o[o.k].value.isna().sum(), "requests": len(o)}, None),
    ("ticket_volume", "standard"): (lambda: asked_tickets().data, lambda o, _, all_: {
        "count": len(o), "share": ratio(len(o), len(all_))}, "channel"),
    ("issues_by_type", "standard"): (lambda: asked_tickets().data, lambda o, _, all_: {
        "count": len(o), "share": ratio(len(o), len(all_))}, "type"),
    ("abandonment_rate", "before_answer"): (lambda: offered().data, lambda o, *_: part(
        o.given_up.sum(), len(o), "rate", "abandoned", "contacts") | {
        f"{step}_share": ratio((o.given_up & o.abandon_step.eq(step)).sum(), len(o)) for step in ("menu", "queue")}, "channel"),
    ("answer_rate", "standard"): (lambda: offered().data, lambda o, *_: {
        "rate": ratio(o.answered.sum(), len(o)), "abandoned_share": ratio(o.given_up.sum(), len(o)), "contacts": len(o),
        **{f"{word}_share": ratio(o.outcome.eq(word).sum(), len(o)) for word in ("callback", "failed")}}, "channel"),
    ("handle_time", "handle_time"): (handled, lambda o, *_: durations(o.x), "channel"),
    ("survey_response_rate", "standard"): (responses, shares("rate", "answered", "delivered"), "channel"),
    ("agent_rating", "standard"): (agent_ratings, lambda o, *_: {
        "mean": ratio(o.score.sum(), len(o), 1), "answers": len(o)}, "agent"),
    ("churn_rate", "after_bad_rating"): (bad_ratings, shares("rate", "lost", "ratings"), None),
    ("repeat_purchase_rate", "within_window"): (sales, repeated, None),
    ("repeat_purchase_rate", "returning"): (sales, returned, None),
    ("repeat_purchase_rate", "after_complaint"): (after_complaint, speeds, None),
    ("repeat_purchase_rate", "after_abandoned_contact"): (after_abandoned, shares("rate", "repeat", "contacts"), None),
}


def seen_figures(kpi, variant):
    """figures(group, begin, end) with the reasons, and the groups."""
    read, of, by = SEEN[kpi, variant]
    data = read()
    return figures_of(data.data if isinstance(data, Seen) else data, of, by)


# Balances ----------------------------------------------------------------------------------------------------------


def churn_figures(*_):
    a = frame("account")

    def figures(group, begin, end):
        start, stay = there(a, begin), there(a, begin) & there(a, end)
        mine = of_group(a.tier, group)
        lost = (start & ~stay & mine).sum()
        return part(lost, (start & mine).sum(), "rate", "lost", "start") | {"share_of_start": ratio(lost, start.sum())}, None

    return figures, a.tier


def revenue_figures(_, variant):
    s = frame("subscription")
    s["mrr"] = s.mrr.map(Fraction)
    since = s[s.mrr > 0].groupby("account").started_at.min()

    def balance(instant):
        return s[there(s, instant)].groupby("account").mrr.sum()

    def figures(_, begin, end):
        both = pd.concat([balance(begin), balance(end)], axis=1, keys=["was", "now"]).fillna(Fraction(0))
        more = both.now - both.was
        moved = dict.fromkeys(("new", "reactivation", "expansion", "contraction", "churned"), Fraction(0))
        for account, (was, now) in both.iterrows():
            name = ("new" if since[account] >= begin else "reactivation") if was == 0 and now > 0 else \
                "churned" if now == 0 else "expansion" if now > was else "contraction"
            moved[name] += abs(now - was)
        opening, closing = sum(both.was, Fraction(0)), sum(both.now, Fraction(0))
        assert opening + sum(more, Fraction(0)) == closing
        gained = moved["new"] + moved["reactivation"] + moved["expansion"]
        lost = moved["contraction"] + moved["churned"]
        kept = sum((min(a, b) for a, b in zip(both.was, both.now)), Fraction(0))
        retained = kept + moved["expansion"]
        values = {
            "growth": {"rate": 100 * (closing - opening) / opening, "opening": opening, "closing": closing, **moved},
            "net_revenue_retention": {"rate": 100 * retained / opening, "opening": opening, "retained": retained},
            "gross_revenue_retention": {"rate": 100 * kept / opening, "opening": opening, "retained": kept},
            "quick_ratio": {"ratio": gained / lost, "gained": gained, "lost": lost},
        }[variant]
        paying = {"accounts": (both.max(axis=1) > 0).sum()} if variant == "growth" else {}
        return {k: oracle.text(v) for k, v in values.items()} | paying, None

    return figures, pd.Series(dtype="object")


BALANCES = {("churn_rate", "lost"): (churn_figures, "tier")} | {
    ("mrr_growth_rate", v): (revenue_figures, None)
    for v in ("growth", "net_revenue_retention", "gross_revenue_retention", "quick_ratio")}


# Both ways ---------------------------------------------------------------------------------------------------------


def written(value):
    """A value as the report has it."""
    if isinstance(value, float):
        value = oracle.text(Fraction(str(round(value, 9))))
    return None if value is None else str(value)


def confirm(name, figures, groups, by, report):
    """Every figure of pandas against the report; returns how many were compared."""
    got = {(r["figure"], r["bucket"], r["group"][by] if by else oracle.ALL): r for r in report["rows"]}
    compared = 0
    buckets = [m for m in MONTHS if any(r["bucket"] == m[0] for r in report["rows"])]
    for bucket, *span in buckets:
        for group in [*groups.drop_duplicates(), oracle.ALL] if by else [oracle.ALL]:
            want, left = figures(group, *map(at, span))
            group = None if pd.isna(group) else group
            for figure, value in want.items():
                key = figure, bucket, group
                if key not in got:
                    assert written(value) in (None, "0"), (name, key, value)
                    continue
                assert got[key]["value"] == written(value), (name, key, got[key]["value"], written(value))
                if left is not None and "left_out" in got[key]:
                    assert got[key]["left_out"] == {k: left[k] for k in sorted(left)}, (name, key, got[key]["left_out"], left)
                compared += 1
                got.pop(key)
    alone = {key for key, r in got.items() if r["value"] not in (None, "0")}  # the others: groups in which nothing counts
    assert not alone, (name, alone)
    return compared


# Computed by the peers of `oracle.py` alone, with the dimension that each is also grouped by.
ONCE = {
    ("task_completion_rate", "resolved_of_requests"): "channel",
    ("interactions_per_ticket", "agent_changes"): "channel", ("backlog", "unresolved"): "channel", ("clearance_rate", "tickets"): "channel",
    ("arrival_profile", "standard"): None, ("required_agents", "erlang_a"): "channel", ("top_agents", "standard"): "agent",
}
# What needs fields or tables that only the log of events gives.
LOGGED = {"average_response_time", "wait_time", "overdue_response_rate", "sla_attainment", "transfer_time", "time_in_status",
          "repeat_contact_rate", "most_active_agents"}
TWICE = sample_service.FIGURES | sample_work.FIGURES | sample_money.FIGURES | {
    k: (lambda k=k: first_figures(*k), "tier" if k[0] == "retention_rate" else "channel") for k in FIRST} | {
    k: (lambda k=k: seen_figures(*k), SEEN[k][2]) for k in SEEN} | {
    k: (lambda k=k, read=read: read(*k), by) for k, (read, by) in BALANCES.items()}


def cases_of(key):
    """The two cases of a KPI and variant, and how many of their values were computed twice."""
    kpi, variant = key
    make, by = TWICE.get(key) or (None, ONCE.get(key))
    peer = oracle.KPIS.get(key) or oracle.KPIS[kpi]
    whole = {"window": WINDOW} | ({"by": []} if peer.of("own", variant) else {})
    monthly = {"window": WINDOW, "bucket": "month"} | ({"by": [by]} if by and by != peer.of("own", variant) else {})
    origin = f"peer: pandas {pd.__version__} and Python fractions, intervals {oracle.PEER[6:]}" if make else oracle.PEER
    figures, groups = make() if make else (None, None)
    out, total = [], 0
    for what, request in (("half-year", whole), (f"month-{by}" if by else "month", monthly)):
        found = oracle.report(kpi, variant, request, GIVEN)
        if make:
            total += confirm(key, figures, groups, by if what.startswith("month") else None, found)
        out.append({"id": f"sample-{kpi}-{variant}-{what}", "kpi": kpi, "variant": variant, "case": "typical", "origin": origin,
                    "request": request, "records_from": "examples/sample", "expect": found})
    return out, total


GIVEN = rows()


def main():
    todo = [*TWICE, *ONCE]
    known = {k["id"] for k in json.loads((HERE.parent / "docs/catalog.json").read_text(encoding="utf-8"))["kpis"]}
    assert known == {kpi for kpi, _ in todo} | LOGGED, known ^ ({kpi for kpi, _ in todo} | LOGGED)
    cases, total = [], 0
    with ProcessPoolExecutor() as pool:
        for found, n in pool.map(cases_of, todo):
            cases, total = cases + found, total + n
    about = "The embedded sample: every KPI over the half year, and by month and channel, tier, type, agent or nothing"
    oracle.write(HERE / "sample.json", about, cases)
    print(f"{len(cases)} cases; {total} values were computed twice")


for family in oracle.FAMILIES:
    oracle.load(family)

if __name__ == "__main__":
    main()
