"""Peer for the embedded sample: writes `vectors/sample.json`.

    python vectors/peers/sample.py      # needs pandas, scipy and statsmodels

Every KPI over the whole quarter, and by month and channel (retention: tier). The figures of `oracle.py` are
computed a second time with pandas; the file is written only when both agree in every digit.
"""

import csv
import pathlib
from fractions import Fraction

import pandas as pd

import oracle

HERE = pathlib.Path(__file__).resolve().parent.parent
SAMPLE = HERE.parent / "examples/sample"
TABLES = {"ticket": "tickets", "contact": "contacts", "survey": "surveys", "account": "accounts", "ledger_entry": "ledger"}
INTEGERS = {"scale_min", "scale_max", "score", "agent_replies", "customer_messages", "bot_replies", "transfers"}
VARIANTS = [
    ("first_response_time", "from_handover"), ("first_response_time", "from_created"),
    ("first_response_within_target", "standard"), ("csat", "top_two_boxes"), ("csat", "mean"), ("csat", "latest_per_customer"),
    ("nps", "standard"), ("customer_effort_score", "share"), ("customer_effort_score", "mean"),
    ("customer_effort_score", "by_interactions"), ("retention_rate", "identity"), ("retention_rate", "s4_literal"),
    ("cost_per_conversation", "per_conversation"), ("cost_per_conversation", "per_ticket"),
    ("cost_per_conversation", "per_resolution"),
]
WINDOW = {"from": "2026-01-01", "to": "2026-04-01"}
MONTHS = [("2026-01", "2026-01-01", "2026-02-01"), ("2026-02", "2026-02-01", "2026-03-01"), ("2026-03", "2026-03-01", "2026-04-01"),
          (None, "2026-01-01", "2026-04-01")]


def rows():
    out = {}
    for kind, name in TABLES.items():
        with (SAMPLE / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            out[kind] = [{k: (int(v) if k in INTEGERS else v) if v != "" else None for k, v in r.items()} for r in csv.DictReader(file)]
    return out


# The second way: pandas ---------------------------------------------------------------------------------------------


def frame(kind):
    t = pd.read_csv(SAMPLE / f"{TABLES[kind]}.csv", dtype=str)
    for c in t.columns:
        if c.endswith("_at") or c in ("at", "from", "to", "clock_start"):
            t[c] = pd.to_datetime(t[c], utc=True)
        elif c in INTEGERS:
            t[c] = t[c].astype("Int64")
    return t


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
    talked = c.outcome.eq("answered") & c.answered_at.notna()
    if kpi == "first_response_time":
        a = t[t.contact.isna() & t.first_response_at.notna() & t.start.notna()]
        b = c[talked]
        return pd.concat([pd.DataFrame({"at": a.created_at, "channel": a.channel, "x": a.first_response_at - a.start}),
                          pd.DataFrame({"at": b["at"], "channel": b.channel, "x": b.answered_at - b.start})])
    if kpi == "first_response_within_target":
        a = t[t.contact.isna() & ~gone & ~(t.resolved_by.eq("bot") & t.first_response_at.isna()) & t.start.notna()]
        ends = a[["resolved_at"]].min(axis=1).fillna(pd.Timestamp("2026-04-01", tz="UTC"))
        a = pd.DataFrame({"at": a.created_at, "channel": a.channel, "reply": a.first_response_at, "start": a.start, "end": ends})
        b = c[c.outcome.ne("self_served")]
        b = pd.DataFrame({"at": b["at"], "channel": b.channel, "reply": b.answered_at.where(talked), "start": b.start,
                          "end": b.ended_at.fillna(pd.Timestamp("2026-04-01", tz="UTC"))})
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
        a, b = t[t.contact.isna() & (t.first_response_at.notna() | (t.agent_replies > 0))], c[c.outcome.eq("answered")]
        return pd.concat([pd.DataFrame({"at": a.created_at, "channel": a.channel}), pd.DataFrame({"at": b["at"], "channel": b.channel})])
    s = s[s.kind.eq({"csat": "csat", "nps": "nps"}.get(kpi, "ces")) & s.score.notna()]
    return pd.DataFrame({"at": s.submitted_at, "channel": s.channel, "x": s.score, "account": s.account})


def ratio(n, d, factor=100):
    return oracle.text(Fraction(int(n) * factor, int(d))) if d else None


def cell(kpi, variant, o, costs):
    """The figures of the observations of one cell."""
    n = len(o)
    if kpi == "first_response_time":
        us = o.x.dt.total_seconds()
        q = us.quantile([0.5, 0.9, 0.95]).round(9).tolist() if n else [None] * 3
        return {"mean": ratio(us.sum(), n, 1), "median": q[0], "p90": q[1], "p95": q[2], "min": us.min() if n else None,
                "max": us.max() if n else None, "count": n}
    if kpi == "first_response_within_target":
        return {"share": ratio(o.x.sum(), n), "met": int(o.x.sum()), "missed": n - int(o.x.sum())}
    if variant == "by_interactions":
        easy, hard = int((o.x <= 2).sum()), int((o.x >= 4).sum())
        return {"score": ratio(hard - easy, n), "easy_share": ratio(easy, n), "neutral_share": ratio(n - easy - hard, n),
                "difficult_share": ratio(hard, n), "tickets": n}
    if kpi == "cost_per_conversation":
        total = sum(costs, Fraction(0))
        return {"mean": oracle.text(total / n) if n and costs else None, "cost": oracle.text(total), oracle.UNITS[variant]: n}
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


def confirm(kpi, variant, report, grouped):
    """Every row of the report against pandas; returns how many were compared."""
    got = {(r["figure"], r["bucket"], r["group"]["tier" if kpi == "retention_rate" else "channel"] if grouped else oracle.ALL): r["value"]
           for r in report["rows"]}
    compared, empty = 0, {k for k, v in got.items() if v in (None, "0")}
    data = frame("account") if kpi == "retention_rate" else observations(kpi, variant)
    segment = data["tier" if kpi == "retention_rate" else "channel"]
    spent = frame("ledger_entry")
    spent = spent[spent.kind.eq("cost")]
    for name, *span in MONTHS if grouped else MONTHS[-1:]:
        begin, end = (pd.Timestamp(x, tz="UTC") for x in span)
        for group in [*segment.drop_duplicates(), oracle.ALL] if grouped else [oracle.ALL]:
            mine = segment.isna() if pd.isna(group) else segment.eq(group) if group != oracle.ALL else segment.notna() | segment.isna()
            part = data[mine]
            if kpi == "retention_rate":
                def there(at):
                    return (part.started_at < at) & ~(part.ended_at < at)
                a, b = there(begin), there(end)
                new = (b & ~a).sum() if variant == "identity" else ((part.started_at >= begin) & (part.started_at < end)).sum()
                want = {"rate": ratio(b.sum() - new, a.sum()), "start": a.sum(), "end": b.sum(), "acquired": new}
            else:
                part = part[(part["at"] >= begin) & (part["at"] < end)]
                of = spent[spent.channel.isna()] if pd.isna(group) else spent[spent.channel.eq(group)] if group != oracle.ALL else spent
                costs = [Fraction(x) for x in of[(of["at"] >= begin) & (of["at"] < end)].amount]
                for _, e in of[of["at"].isna() & (of["from"] < end) & (of["to"] > begin)].iterrows():
                    inside = min(e["to"], end) - max(e["from"], begin)
                    costs.append(Fraction(e.amount) * Fraction(inside.value, (e["to"] - e["from"]).value))
                want = cell(kpi, variant, part, costs)
            group = None if pd.isna(group) else group
            for figure, value in want.items():
                if isinstance(value, float):
                    value = oracle.text(Fraction(str(round(value, 9))))
                value = None if value is None else str(value)
                if (figure, name, group) not in got:
                    assert name is not None or value in (None, "0"), (kpi, variant, figure, name, group, value)
                    continue
                assert got[figure, name, group] == value, (kpi, variant, figure, name, group, got[figure, name, group], value)
                compared += 1
                empty.discard((figure, name, group))
                got.pop((figure, name, group))
    assert set(got) <= empty, (kpi, variant, set(got) - empty)  # groups in which everything was left out
    return compared


def main():
    given, cases, total = rows(), [], 0
    for kpi, variant in VARIANTS:
        by = "tier" if kpi == "retention_rate" else "channel"
        for what, request in (("quarter", {"window": WINDOW}),
                              (f"month-{by}", {"window": WINDOW, "bucket": "month", "by": [by]})):
            found = oracle.report(kpi, variant, request, given)
            total += confirm(kpi, variant, found, "by" in request)
            for row in found["rows"]:
                # Not compared: how open tickets (no resolved_at) and a customer's earlier answers are counted.
                if variant in ("per_resolution", "latest_per_customer"):
                    row.pop("left_out", None)
            cases.append({"id": f"sample-{kpi}-{variant}-{what}", "kpi": kpi, "variant": variant, "case": "typical",
                          "origin": f"peer: pandas {pd.__version__} and Python fractions, intervals {oracle.PEER[6:]}", "request": request,
                          "records_from": "examples/sample", "expect": found})
    oracle.write(HERE / "sample.json", "The embedded sample: every KPI over the quarter, and by month and channel or tier", cases)
    print(f"{len(cases)} cases, {total} values, each computed twice")


if __name__ == "__main__":
    main()
