"""The cases of resolution and volume, for `oracle.py`.

A case with `expect` was worked by hand (its origin says how) and is confirmed by the peer; one without is computed
by the peer. All instants are of January 2026 unless they say otherwise; 5 January is a Monday.
"""

import random
from datetime import datetime, timedelta

from cases import (
    ALL, BERLIN, JANUARY, PUBLISHED_MEDIAN, QUARTER, SAO_PAULO, call, d, formula, measure, none, row, survey, ticket, undef,
)

DURATIONS = ["mean", "median", "p90", "p95", "min", "max"]
TO_MARCH = {"from": "2026-01-01", "to": "2026-03-01"}
WEEK = 7 * 86400
IN_JANUARY = "2026-01"
IN_FEBRUARY = "2026-02"
IN_MARCH = "2026-03"


def feb(day, time="00:00"):
    return d(day, time, month=2)


def mar(day, time="00:00"):
    return d(day, time, month=3)


def conversion(id, at, amount=None, kind="purchase", currency="EUR", **more):
    out = {"id": str(id), "kind": kind, "at": at, **more}
    return out if amount is None else {**out, "amount": amount, "currency": currency}


# Random quarters --------------------------------------------------------------------------------------------------------


def random_tickets(seed, n=40):
    """Tickets from December to March with every fate that a ticket has."""
    r = random.Random(seed)
    out = []
    for i in range(n):
        at = datetime(2025, 12, 10) + timedelta(seconds=r.randint(0, 105 * 86400))

        def after(days):
            nonlocal at
            at += timedelta(microseconds=r.randint(60 * 10**6, int(days * 86400 * 10**6)))
            return at.isoformat() + "Z"

        t = {"id": f"r{i}", "account": r.choice(["a", "b", "c", "d", None]), "channel": r.choice(["email", "web", "chat", None]),
             "type": r.choice(["bug", "question", None]), "created_at": at.isoformat() + "Z"}
        fate = r.choices(["resolved", "bot", "open", "again", "canceled", "deleted", "closed", "merged", "spam"],
                         [24, 2, 4, 2, 4, 2, 2, 2, 2])[0]
        t["first_response_at"] = after(2) if fate in ("resolved", "again", "closed") or (fate in ("open", "canceled") and r.random() < 0.6) else None
        t["agent_replies"] = r.choices([1, 2, 3, 5], [4, 3, 1, 1])[0] if t["first_response_at"] else 0
        t["customer_messages"] = r.randint(1, 5)
        t["reopens"], t["reopens_by_customer"] = 0, 0
        if fate in ("resolved", "bot", "again"):
            t["first_resolved_at"] = after(12)
            t["resolved_by"] = "bot" if fate == "bot" else "person"
            t["resolved_at"] = t["first_resolved_at"]
            if fate == "again" or (fate == "resolved" and r.random() < 0.25):
                t["reopens"] = r.randint(1, 3)
                t["reopens_by_customer"] = r.choice([0, 1, t["reopens"], None])
                t["resolved_at"] = None if fate == "again" else after(15)
            t["status"] = "resolved" if t["resolved_at"] else "open"
        elif fate == "open":
            t["status"] = "open"
        else:
            t["status"] = fate
            if fate != "spam":
                t[f"{fate}_at"] = after(10)
        if fate == "canceled" and r.random() < 0.7:
            t["value"], t["currency"] = f"{r.randint(100, 99999) / 100:.2f}", "EUR"
        if t["first_response_at"]:
            t["distinct_agents"] = r.choices([1, 2, 3], [5, 2, 1])[0]
            t["agent_changes"] = t["distinct_agents"] - 1 + (t["distinct_agents"] > 1) * r.choice([0, 0, 1])
            t["collaborators"] = r.choice([0, 0, 0, 1, None])
            t["assignee"] = r.choice(["x", "y"])
            if r.random() < 0.15:
                t["escalated_at"] = t["first_response_at"]
        else:
            t["distinct_agents"] = 0
        for field in ("agent_replies", "reopens", "distinct_agents", "agent_changes", "customer_messages"):
            if r.random() < 0.06:
                t[field] = None
        out.append({k: v for k, v in t.items() if v is not None or k == "first_response_at"})
    return out


def trimmed(tickets, *fields):
    """The tickets with the fields that a KPI reads."""
    keep = {"id", "channel", "type", "created_at", "status", "merged_at", "deleted_at", "first_response_at", *fields}
    return [{k: v for k, v in t.items() if k in keep} for t in tickets]


ENDS = ("resolved_at", "closed_at", "canceled_at")


# What every KPI has -----------------------------------------------------------------------------------------------------


def share_formulas(prefix, k, v, part, whole, figure="share", **more):
    """Of a share of two counts; further inputs are given with `more`."""
    def f(what, case, a, b, figures=None, origin=None, **rest):
        return formula(f"{prefix}-formula-{what}", k, v, case, {part: a, whole: b, **more}, figures, origin, **rest)

    return [
        f("typical", "typical", 14, 20, {
            figure: {"value": "70", "unit": "percent", "sample": 20, "numerator": "14", "denominator": "20",
                     "lower": 48.102718164647645, "upper": 85.45227551323957},
            part: {"value": "14", "unit": "count"}, whole: {"value": "20", "unit": "count"}},
          "published: statsmodels 0.15.0 and R 4.2.2, Wilson of 14/20, case prop-wilson-14-20 of the reference vectors"),
        f("none", "boundary", 0, 10, {figure: {"value": "0", "lower": 0.0, "upper": 27.753279986288926}},
          "published: statsmodels 0.15.0, Wilson of 0/10, case prop-wilson-edge-0-10 of the reference vectors"),
        f("all", "boundary", 10, 10, {figure: {"value": "100", "lower": 72.246720013711074, "upper": 100.0}},
          "mirror of Wilson of 0/10"),
        f("third", "ruling", 1, 3, {figure: {"value": "33.333333333"}}, "one division, 100 × 1/3", ruling="B33"),
        f("two-thirds", "ruling", 2, 3, {figure: {"value": "66.666666667"}}, "one division, 100 × 2/3", ruling="B33"),
        f("half-even", "boundary", 3, 4096, {figure: {"value": "0.073242188"}}, "300/4096 = 0.0732421875: half to even"),
        f("level", "typical", 14, 20, {figure: {"value": "70", "lower": 51.61962804075575, "upper": 83.61405846480505}},
          "published: statsmodels 0.15.0, case prop-wilson-levels-14-20 of the reference vectors", level=0.9),
        f("peer", "typical", 61, 173),
        f("more-than-all", "bad_input", 21, 20, origin="a part larger than its whole", error={"code": "bad_input", "field": part}),
        f("negative", "bad_input", -1, 20, origin="a count is not negative", error={"code": "negative", "field": part}),
        formula(f"{prefix}-formula-empty", k, v, "empty", {part: 0, whole: 0, **dict.fromkeys(more, 0)}, {
            figure: undef() | {"lower": None, "upper": None}, part: {"value": "0"}, whole: {"value": "0"}},
            "0/0 is undefined, and so is its interval; counts over nothing are 0", ruling="B55"),
        formula(f"{prefix}-formula-missing", k, v, "bad_input", {whole: 20, **more}, origin="an input is absent",
                error={"code": "missing_input", "field": part}),
        formula(f"{prefix}-formula-unknown", k, v, "bad_input", {part: 1, whole: 2, "total": 3, **more},
                origin="an input too many", error={"code": "unknown_input", "field": "total"}),
    ]


def faults(prefix, k, v, counts=False):
    """Bad records, whatever the KPI; an instant where a count is needed."""
    good = ticket("1", d(5, "09:00"), d(5, "09:10"), resolved_at=d(5, "10:00"))
    out = [
        measure(f"{prefix}-records-duplicate", k, v, "bad_input", {"ticket": [good, ticket("2", d(5)), ticket("1", d(6))]},
                origin="ticket 1 twice in one input", ruling="B45",
                error={"code": "duplicate_id", "record": "ticket", "index": 2, "field": "id"}),
        measure(f"{prefix}-records-missing-created", k, v, "bad_input", {"ticket": [good, {"id": "2"}]},
                origin="created_at is required",
                error={"code": "missing_field", "record": "ticket", "index": 1, "field": "created_at"}),
        measure(f"{prefix}-records-resolved-before-creation", k, v, "bad_input", {
            "ticket": [good, ticket("2", d(5, "09:00"), resolved_at=d(5, "08:59:59.999999"))]},
            origin="resolved 1 µs before it was created",
            error={"code": "wrong_order", "record": "ticket", "index": 1, "field": "resolved_at"}),
        measure(f"{prefix}-records-negative-count", k, v, "bad_input", {
            "ticket": [good, ticket("2", d(5), agent_replies=-1)]}, origin="a count is not negative",
            error={"code": "negative", "record": "ticket", "index": 1, "field": "agent_replies"}),
        measure(f"{prefix}-records-none-given", k, v, "bad_input", {}, origin="no tickets were given",
                error={"code": "missing_records"}),
        measure(f"{prefix}-records-unknown-parameter", k, v, "bad_input", {"ticket": [good]}, parameters={"horizon": 60},
                origin="the KPI has no such parameter", error={"code": "unknown_parameter", "field": "horizon"}),
    ]
    if counts:
        out.append(measure(f"{prefix}-records-as-of", k, v, "bad_input", {"ticket": [good | {
            "agent_replies": 1, "reopens": 0, "distinct_agents": 1, "agent_changes": 0, "customer_messages": 1}]},
            origin="a count carries no instants, so it cannot be asked as of a day", as_of=d(20),
            error={"code": "as_of_counts"}))
    return out


def quarters(prefix, k, v, seed, fields, n=40, by="channel", **more):
    """By month and channel, and by type in all: computed by the peer."""
    records = {"ticket": trimmed(random_tickets(seed, n), *fields), **more.pop("records", {})}
    return [
        measure(f"{prefix}-month-{by}", k, v, "typical", records, window=QUARTER, bucket="month", by=[by], **more),
        measure(f"{prefix}-type", k, v, "typical", records, by=["type"], window=QUARTER, **more),
    ]


def ends(prefix, k, v, figure, of=(), **more):
    """What every KPI that counts tickets where they end has in common (ruling B62). `figure` counts them."""
    def m(what, case, records, rows, origin, **rest):
        return measure(f"{prefix}-{what}", k, v, case, {"ticket": [{**dict.fromkeys(of, 1), **t} for t in records]}, rows,
                       origin, **rest, **more)

    ten = [ticket(f"r{i}", d(3 + i), d(3 + i), resolved_at=d(5 + i), first_resolved_at=d(5 + i)) for i in range(6)] + [
        ticket(f"o{i}", d(20 + i)) for i in range(4)]
    berlin = [ticket("1", d(1, "12:00"), d(2), resolved_at=mar(31, "21:59:59")), ticket("2", d(1, "12:00"), d(2), resolved_at=mar(31, "22:00")),
              ticket("3", mar(31, "22:30"))]
    return [
        m("b62-january", "ruling", ten, [
            row(figure, "6", IN_JANUARY), row(figure, "0", IN_FEBRUARY), row(figure, "6")],
          "10 created in January, 6 of them resolved in January", ruling="B62", window=TO_MARCH, bucket="month"),
        m("b62-cohort", "ruling", ten + [
            ticket("m", d(9), status="merged"), ticket("s", d(9), status="spam"), ticket("c", d(9), canceled_at=feb(2)),
            ticket("d", d(9), deleted_at=d(10)), ticket("x", d(9), d(9), closed_at=d(10))],
          [row(figure, "6", IN_JANUARY), row(figure, "0", IN_FEBRUARY), row(figure, "6")],
          "asked by creation: all of January", ruling="B62", window=TO_MARCH, bucket="month", anchor={"ticket": "created_at"}),
        m("b62-boundary", "boundary", [
            ticket("0", "2025-12-01T00:00:00Z", resolved_at="2025-12-31T23:59:59.999999Z"),
            ticket("1", "2025-12-01T00:00:00Z", resolved_at=d(1)), ticket("2", d(2), resolved_at="2026-01-31T23:59:59.999999Z"),
            ticket("3", d(2), resolved_at=feb(1)), ticket("4", "2026-01-31T23:59:59.999999Z"), ticket("5", feb(1))],
          [row(figure, "2")], "[from, to) by the end: 1 and 2", window=JANUARY),
        m("berlin-months", "boundary", berlin, [row(figure, "1", IN_MARCH), row(figure, "1", "2026-04"), row(figure, "2")],
          "April begins at 22:00Z: summer time", zone=BERLIN, window={"from": "2026-03-01", "to": "2026-05-01"}, bucket="month"),
    ]


def with_left(cases, headline, *lefts):
    """Adds the row that carries the reasons to cases; `lefts` are lists of (bucket, reasons)."""
    for case, left in zip(cases, lefts, strict=True):
        rows = case["expect"]["rows"]
        for bucket, reasons in left:
            same = [r for r in rows if r["figure"] == headline and r["bucket"] == bucket]
            if same:
                same[0]["left_out"] = reasons
            else:
                rows.append({"figure": headline, "bucket": bucket, "left_out": reasons})
    return cases


# The reasons of `ends`: ten tickets, the cohort with the others, the boundary, Berlin.
ENDS_LEFT = (
    [(IN_JANUARY, {"open": 4}), (IN_FEBRUARY, {"open": 4}), (None, {"open": 4})],
    [(IN_JANUARY, {"canceled": 1, "closed": 1, "deleted": 1, "merged": 1, "open": 4, "spam": 1}), (IN_FEBRUARY, {}),
     (None, {"canceled": 1, "closed": 1, "deleted": 1, "merged": 1, "open": 4, "spam": 1})],
    [(None, {"open": 2})],
    [(IN_MARCH, {"open": 1}), ("2026-04", {"open": 1}), (None, {"open": 1})],
)


def ending(prefix, k, v, figure, headline, of=(), **more):
    return with_left(ends(prefix, k, v, figure, of, **more), headline, *ENDS_LEFT)


# Resolution time --------------------------------------------------------------------------------------------------------

K = "resolution_time"
MIXED = [
    ticket("1", d(5, "09:00"), d(5, "09:30"), resolved_at=d(5, "11:00"), first_resolved_at=d(5, "11:00")),
    ticket("2", d(5, "09:00"), d(5, "09:30"), first_resolved_at=d(5, "10:00"), resolved_at=d(6, "09:00"), reopens=1),
    ticket("3", d(6, "09:00")),
    ticket("4", d(6, "09:00"), d(6, "09:30"), first_resolved_at=d(6, "10:00"), reopens=1, status="open"),
    ticket("5", d(6, "09:00"), resolved_at=d(6, "10:00"), status="merged"),
    ticket("6", d(6, "09:00"), status="spam"),
    ticket("7", d(6, "09:00"), status="deleted", deleted_at=d(6, "12:00")),
    ticket("8", d(6, "09:00"), d(6, "09:30"), canceled_at=d(6, "12:00")),
    ticket("9", d(7, "09:00"), resolved_at=d(7, "09:01"), resolved_by="bot"),
    ticket("10", d(7, "09:00"), d(7, "09:10"), resolved_at=d(7, "09:30"), contact="c1"),
    ticket("11", d(7, "09:00"), d(7, "09:10"), closed_at=d(8, "09:00")),
]
RESOLUTION_TIME = []
for v, p in (("last", "restime-last"), ("first", "restime-first")):
    last = v == "last"
    RESOLUTION_TIME += [
        formula(f"{p}-formula-typical", K, v, "typical", {"durations": [3600, 7200, 10800, 36000]}, {
            "mean": {"value": "14400", "unit": "seconds", "sample": 4, "numerator": "57600", "denominator": "4"},
            "median": {"value": "9000", "unit": "seconds"}, "p90": {"value": "28440"}, "p95": {"value": "32220"},
            "min": {"value": "3600"}, "max": {"value": "36000"}, "count": {"value": "4", "unit": "count"}},
            "57600/4; type 7: p90 at 2.7 = 10800 + 0.7 × 25200, p95 at 2.85 = 10800 + 0.85 × 25200"),
        formula(f"{p}-formula-empty", K, v, "empty", {"durations": []}, {
            **{f: undef() for f in DURATIONS}, "count": {"value": "0"}}, "a mean over nothing is undefined, a count is 0", ruling="B55"),
        formula(f"{p}-formula-one", K, v, "ruling", {"durations": [90]}, {
            "mean": {"value": "90", "sample": 1, "lower": None, "upper": None}, "p95": {"value": "90"}, "count": {"value": "1"}},
            "the mean of one exists, its t interval does not", ruling="B55"),
        formula(f"{p}-formula-type-7", K, v, "ruling", {"durations": list(range(1, 11))}, {
            "median": {"value": "5.5"}, "p90": {"value": "9.1"}, "p95": {"value": "9.55"}},
            "type 7 of 1 … 10: p90 at 8.1 = 9.1 (type 1 would be 9)", ruling="B44"),
        formula(f"{p}-formula-microseconds", K, v, "boundary", {"durations": ["0.000001", "0.000002", "0.000002"]}, {
            "mean": {"value": "0.000001667", "numerator": "0.000005", "denominator": "3"}}, "5 µs / 3, rounded to 9 places"),
        formula(f"{p}-formula-median-interval", K, v, "typical", {"durations": PUBLISHED_MEDIAN}, {
            "median": {"value": "47", "lower": 22.0, "upper": 120.0}, "count": {"value": "15"}},
            "published: scipy 1.17.1 quantile_test, case median-ci-order-statistics of the reference vectors: ranks 4 and 12"),
        formula(f"{p}-formula-peer", K, v, "typical", {"durations": [
            round(random.Random(11).lognormvariate(9, 1.5) + i, 3) for i in range(1, 61)]}),
        formula(f"{p}-formula-bands", K, v, "typical", {"durations": [0, 3600, 3601, 14400, 14400.5]}, {
            "band_0_3600": {"value": "40", "numerator": "2", "denominator": "5", "unit": "percent"},
            "band_3600_14400": {"value": "40"}, "band_14400_up": {"value": "20"}},
            "0 and 3600; 3601 and 14400; above", parameters={"bands": [3600, 14400]}),
        formula(f"{p}-formula-bands-falling", K, v, "bad_input", {"durations": [1]}, origin="bands must rise",
                error={"code": "bad_parameter", "field": "bands"}, parameters={"bands": [14400, 3600]}),
        formula(f"{p}-formula-quantiles-word", K, v, "bad_input", {"durations": [1]}, origin="neither exact nor sketch",
                error={"code": "bad_parameter", "field": "quantiles"}, parameters={"quantiles": "rough"}),
        formula(f"{p}-formula-negative", K, v, "bad_input", {"durations": [60, -1]}, origin="a duration is not negative",
                error={"code": "negative", "field": "durations"}),
        formula(f"{p}-formula-missing", K, v, "bad_input", {}, origin="an input is absent",
                error={"code": "missing_input", "field": "durations"}),
        measure(f"{p}-records-typical", K, v, "typical", {"ticket": MIXED}, [
            row("mean", "23865" if last else "3252", unit="seconds", sample=4 if last else 5, left_out={
                "canceled": 1, "closed": 1, "deleted": 1, "merged": 1, "open": 2 if last else 1, "spam": 1}),
            row("median", "4500" if last else "3600"), row("min", "60"), row("max", "86400" if last else "7200"),
            row("count", "4" if last else "5")],
            "7200 + 86400 + 60 + 1800 = 95460, / 4; 3, 4 and 11 were not resolved" if last else
            "7200 + 3600 + 3600 + 60 + 1800 = 16260, / 5; 4 was resolved once; 3 and 11 never"),
        measure(f"{p}-records-empty", K, v, "empty", {"ticket": []}, [
            *none(DURATIONS, sample=0), row("count", "0")],
            "no records: undefined, and a count of 0", ruling="B55"),
        measure(f"{p}-records-empty-months", K, v, "empty", {"ticket": []}, [
            row("mean", None, IN_JANUARY, left_out={}), row("count", "0", IN_JANUARY), row("count", "0", IN_MARCH), row("count", "0")],
            "every month of the window is there: 0 or undefined", ruling="B55", window=QUARTER, bucket="month", row_count=28),
        measure(f"{p}-records-null", K, v, "null", {"ticket": [
            ticket("1", d(5), resolved_at=None), ticket("2", d(5), resolved_at=d(5, "01:00"), channel=None)]}, [
            row("mean", "3600", sample=1, left_out={"open": 1})], "a ticket without an end is open, not resolved after 0 s"),
        measure(f"{p}-records-zero", K, v, "boundary", {"ticket": [ticket("1", d(5), d(5), resolved_at=d(5))]}, [
            row("mean", "0", sample=1, left_out={}), row("count", "1")], "resolved in the same instant is 0, not null"),
        measure(f"{p}-records-as-of", K, v, "boundary", {"ticket": [
            ticket("1", d(5), d(5), resolved_at=feb(10)), ticket("2", d(20), d(20), resolved_at=feb(20)),
            ticket("3", feb(10)), ticket("4", mar(1), mar(1), resolved_at=mar(2)), ticket("5", d(6), d(6), resolved_at=feb(15))]}, [
            row("count", "0", IN_JANUARY), row("mean", None, IN_JANUARY, left_out={"open": 3}),
            row("count", "2", IN_FEBRUARY), row("mean", "3283200", IN_FEBRUARY, left_out={"open": 2}),
            row("count", "0", IN_MARCH), row("mean", None, IN_MARCH, left_out={}),
            row("mean", "3283200", left_out={"open": 2})],
            "as of 15 February 00:00: 1 and 5 are resolved (36 and 40 days), 2 and 3 are open, 4 is not there yet, and of "
            "March nothing is known", window=QUARTER, bucket="month", as_of=feb(15)),
        measure(f"{p}-records-as-of-no-window", K, v, "boundary", {"ticket": [
            ticket("1", d(5), d(5), resolved_at=d(6)), ticket("2", d(5), d(5), resolved_at=d(20)),
            ticket("3", d(5), canceled_at=d(20), status="canceled"), ticket("4", d(11)),
            ticket("5", d(5), merged_at=d(20), status="merged")]}, [
            row("mean", "86400", sample=1, left_out={"open": 3})],
            "as of the 10th, 2, 3 and 5 are open: what ends them comes on the 20th; 4 is not there yet", as_of=d(10)),
        measure(f"{p}-records-bands", K, v, "typical", {"ticket": MIXED}, [
            row("band_0_3600", "50" if last else "80", numerator="2" if last else "4"),
            row("band_3600_7200", "25" if last else "20"), row("band_7200_up", "25" if last else "0")],
            "60 and 1800; 7200; 86400" if last else "60, 1800, 3600, 3600; 7200; none", parameters={"bands": [3600, 7200]}),
        measure(f"{p}-records-bad-bands", K, v, "bad_input", {"ticket": MIXED}, parameters={"bands": "3600"},
                origin="bands are a list", error={"code": "bad_parameter", "field": "bands"}),
        measure(f"{p}-records-cohort", K, v, "typical", {"ticket": [
            ticket("1", d(31, "12:00"), d(31, "13:00"), first_resolved_at=feb(1), resolved_at=feb(2)),
            ticket("2", d(31, "12:00"))]}, [
            row("mean", "129600" if last else "43200", IN_JANUARY, sample=1, left_out={"open": 1}), row("count", "0", IN_FEBRUARY)],
            "by creation the ticket counts in January", window=TO_MARCH, bucket="month", anchor={"ticket": "created_at"}),
        measure(f"{p}-records-end", K, v, "typical", {"ticket": [
            ticket("1", d(31, "12:00"), d(31, "13:00"), first_resolved_at=d(31, "18:00"), resolved_at=feb(2))]}, [
            row("count", "0" if last else "1", IN_JANUARY), row("count", "1" if last else "0", IN_FEBRUARY),
            row("mean", "129600" if last else "21600")], "by the last resolution February, by the first one January",
            window=TO_MARCH, bucket="month"),
        *ending(p, K, v, "count", "mean"),
        *faults(p, K, v),
        measure(f"{p}-records-skip", K, v, "bad_input", {"ticket": [
            ticket("1", d(5, "09:00"), resolved_at=d(5, "10:00")), ticket("2", d(5, "09:00"), resolved_at=d(5, "08:00")),
            ticket("3", d(5, "09:00"), first_resolved_at=d(4), resolved_at=d(6))]}, [row("mean", "3600", sample=1, left_out={})],
            "two with an end before their start are skipped and counted",
            inputs={"ticket": {"skipped": {"wrong_order": 2}}}, bad_records="skip"),
        measure(f"{p}-records-first-before-creation", K, v, "bad_input", {"ticket": [
            ticket("1", d(5, "09:00"), first_resolved_at=d(5, "08:00"), resolved_at=d(6))]}, origin="first resolved before it was created",
            error={"code": "wrong_order", "record": "ticket", "index": 0, "field": "first_resolved_at"}),
        *quarters(p, K, v, 1, ("first_resolved_at", *ENDS)),
    ]

# First contact resolution -----------------------------------------------------------------------------------------------

K = "first_contact_resolution_rate"
F = "resolved_at_first_contact"


def solved(id, created, reply=None, end=None, **more):
    """A ticket that was resolved with one reply."""
    reply = reply or created
    return ticket(id, created, reply, **{"account": f"a{id}", "type": "bug", "agent_replies": 1, "reopens": 0,
                                         "resolved_at": end or reply, **more})


def unsolved(id, created, **more):
    return solved(id, created, **{"resolved_at": None, **more})


def heard(id, queued, answered=None, end=None, **more):
    """A call that a person answered and that resolved the inquiry."""
    return call(id, queued, answered or queued, **{"account": f"a{id}", "ended_at": end or answered or queued,
                                                   "resolved": True, "transfers": 0, **more})


# Ten cases: six resolved, three of them at the first contact; four whose first contact did not resolve them.
B1 = ([solved(i, d(5, f"{9 + i:02}:00")) for i in range(3)]
      + [solved(3, d(6), agent_replies=2), solved(4, d(6), reopens=1), solved(5, d(6), escalations=1)]
      + [unsolved(i, d(7)) for i in range(6, 10)])
NOT_FIRST = [
    solved(1, d(5)), solved(2, d(5), agent_replies=2), solved(3, d(5), agent_changes=1), solved(4, d(5), escalated_at=d(5)),
    solved(5, d(5), escalations=1), solved(6, d(5), reopens=1), solved(7, d(5), agent_replies=0), solved(8, d(5), collaborators=3),
    solved(9, d(5), agent_changes=0, escalations=0), solved(10, d(5), customer_messages=4),
]
LEFT = [
    solved(1, d(5)), solved(2, d(5), status="merged"), solved(3, d(5), status="spam"),
    ticket(4, d(5), status="deleted", account="x"), solved(5, d(5), resolved_by="bot"), solved(6, d(5), resolved_by="self_service"),
    solved(7, d(5), contact="c7"), ticket(8, d(5), account="x"), ticket(9, d(5), resolved_at=d(6), account="x", agent_replies=0, reopens=0),
    solved(10, d(5), agent_replies=None), solved(11, d(5), reopens=None), solved(12, d(5), account=None),
    solved(13, d(28)), unsolved(14, d(5)), unsolved(15, d(28)), unsolved(16, d(5), account=None),
    unsolved(17, d(5), agent_replies=None, reopens=None), solved(18, d(5), resolved_by="bot", contact="c18"),
]
CALLS = [
    heard(1, d(5)), heard(2, d(5), transfers=1), heard(3, d(5), resolved=False), heard(4, d(5), transfers=None),
    heard(5, d(5), direction="outbound"), call(6, d(5), ended_at=d(5)), call(7, d(5), outcome="self_served"),
    call(8, d(5), outcome="callback"), call(9, d(5), outcome="failed"), heard(10, d(5), resolved=None),
    heard(11, d(5), account=None), heard(12, d(28)), heard(13, d(5), direction="inbound"),
]

FCR = []
for v, p in (("of_cases", "fcr-of_cases"), ("of_resolved", "fcr-of_resolved")):
    cases, whole = v == "of_cases", "cases" if v == "of_cases" else "resolved"

    def m(what, case, records, rows=None, origin=None, window=JANUARY, **more):
        if window:
            more["window"] = window
        return measure(f"{p}-{what}", K, v, case, records, rows, origin, **more)

    def repeat(what, case, value, left, origin, *tickets, **more):
        """The first ticket, followed by others that no person answered."""
        list_ = list(tickets)
        rows = [row("share", value, sample=int(value is not None), left_out={
            why: n for why, n in left.items() if cases or why not in ("no_human_contact",)})]
        return m(what, case, {"ticket": list_}, rows, origin, **more)

    no_reply = {"no_human_contact": 1} if cases else {"open": 1}
    FCR += [
        *share_formulas(p, K, v, F, whole),
        m("b1", "ruling", {"ticket": B1}, [
            row("share", "30" if cases else "50", sample=10 if cases else 6, left_out={} if cases else {"open": 4}),
            row(F, "3"), row(whole, "10" if cases else "6")],
          "3 of 10 cases" if cases else "3 of the 6 that were resolved; the other 4 are open at the end", ruling="B1"),
        m("b1-no-human-contact", "ruling", {"ticket": [solved(1, d(5)), ticket(2, d(5), account="x"),
                                                       ticket(3, d(5), account="y", resolved_at=d(6), agent_replies=0, reopens=0)]}, [
            row("share", "100", sample=1, left_out={"no_human_contact": 2} if cases else {"no_human_contact": 1, "open": 1})],
          "no person has answered 2 and 3", ruling="B1"),
        m("b1-period", "ruling", {"ticket": [solved(1, d(20), end=feb(3))]}, [
            row("share", "100" if cases else None, IN_JANUARY, left_out={} if cases else {"open": 1}),
            row("share", None if cases else "100", IN_FEBRUARY, left_out={}), row("share", "100")],
          "anchored where it was created" if cases else "anchored where it was resolved", ruling="B1", window=TO_MARCH, bucket="month"),
        repeat("b2-follow-up", "ruling", "0", no_reply,
               "resolved Monday 10:31, the same customer opens the same type on day 5: not at the first contact",
               solved(1, d(5, "10:00"), d(5, "10:20"), d(5, "10:31"), account="a", customer_messages=2),
               ticket(2, d(10, "10:00"), account="a", type="bug"), ruling="B2"),
        repeat("b2-not-checked", "ruling", "100", no_reply,
               "repeat_within 0: the new case is not looked at; a message that no one answered is not a follow-up",
               solved(1, d(5, "10:00"), d(5, "10:20"), d(5, "10:31"), account="a", customer_messages=2),
               ticket(2, d(10, "10:00"), account="a", type="bug"), ruling="B2", parameters={"repeat_within": 0}),
        repeat("b2-three-days", "ruling", "100", no_reply, "day 5 is after the 3 days that were asked for",
               solved(1, d(5, "10:00"), d(5, "10:20"), d(5, "10:31"), account="a"),
               ticket(2, d(10, "10:00"), account="a", type="bug"), ruling="B2", parameters={"repeat_within": 3 * 86400}),
        repeat("b2-other-type", "ruling", "100", no_reply, "a case of another type is another case",
               solved(1, d(5, "10:00"), end=d(5, "10:31"), account="a"), ticket(2, d(10), account="a", type="question"), ruling="B2"),
        repeat("b2-other-account", "ruling", "100", no_reply, "a case of another account is another case",
               solved(1, d(5, "10:00"), end=d(5, "10:31"), account="a"), ticket(2, d(10), account="b", type="bug"), ruling="B2"),
        repeat("records-exactly-seven-days", "boundary", "0", no_reply, "within 7 days means ≤ 7 days after the resolution",
               solved(1, d(5, "10:00"), end=d(5, "12:00"), account="a"), ticket(2, d(12, "12:00"), account="a", type="bug")),
        repeat("records-after-seven-days", "boundary", "100", no_reply, "1 µs after the 7 days",
               solved(1, d(5, "10:00"), end=d(5, "12:00"), account="a"), ticket(2, d(12, "12:00:00.000001"), account="a", type="bug")),
        repeat("records-null-type", "null", "0", no_reply, "without a type on both sides it is the same one",
               solved(1, d(5), account="a", type=None), ticket(2, d(10), account="a")),
        repeat("records-null-type-and-type", "null", "100", no_reply, "a type and none are two",
               solved(1, d(5), account="a", type=None), ticket(2, d(10), account="a", type="bug")),
        repeat("records-before-the-answer", "boundary", "100", no_reply,
               "a case that came before the first contact (10:00 to 11:00) is no follow-up of it",
               solved(1, d(5, "10:00"), d(5, "11:00"), account="a"), ticket(2, d(5, "10:30"), account="a", type="bug")),
        repeat("records-before-the-end", "boundary", "0", no_reply, "a new case after the first contact and before the resolution follows it",
               solved(1, d(5, "10:00"), d(5, "11:00"), d(7), account="a"), ticket(2, d(6), account="a", type="bug")),
        repeat("records-merged-follow-up", "boundary", "100", {"merged": 1}, "a case that was merged is none",
               solved(1, d(5), account="a"), ticket(2, d(6), account="a", type="bug", status="merged")),
        repeat("records-second-follow-up", "boundary", "0", {"merged": 1, **no_reply}, "the merged one is passed over, the next one counts",
               solved(1, d(5), account="a"), ticket(2, d(6), account="a", type="bug", status="merged"), ticket(3, d(7), account="a", type="bug")),
        m("records-filter", "boundary", {"ticket": [
            solved(1, d(5), account="a"), ticket(2, d(7), account="a", type="bug", channel="web")]}, [
            row("share", "0", sample=1, left_out={})], "a filter does not hide the follow-up: it came by another channel",
          filters=[{"record": "ticket", "field": "channel", "any_of": ["email"]}]),
        m("records-given-next-case", "boundary", {"ticket": [
            solved(1, d(5), next_case_at=d(8)), solved(2, d(5), next_case_at=d(20))]}, [row("share", "50", sample=2)],
          "given: 3 days after and 15 days after"),
        m("records-followed-up", "boundary", {"ticket": [
            solved(1, d(5), followed_up=True), solved(2, d(5), followed_up=False), solved(3, d(5), account=None, followed_up=False)]}, [
            row("share", "66.666666667", sample=3, left_out={})], "given: 1 came back, 2 and 3 did not; 3 needs no account"),
        m("records-open-window", "boundary", {"ticket": [
            solved(1, d(20), end=d(25)), solved(2, d(20), end=d(25, "00:00:00.000001")), solved(3, d(29), agent_replies=3)]}, [
            row("share", "100", sample=1, left_out={"window_open": 2})],
          "looked at on 1 February: 7 days after the 25th are over, 1 µs later they are not; also where it is decided already"),
        m("records-no-window", "bad_input", {"ticket": [solved(1, d(5))]}, origin="nobody knows whether the 7 days are over",
          error={"code": "as_of_required"}, window=None),
        m("records-no-window-not-needed", "boundary", {"ticket": [solved(1, d(5)), solved(2, d(5), agent_replies=2)]}, [
            row("share", "50", sample=2)], "nothing is looked ahead for", window=None, parameters={"repeat_within": 0}),
        m("records-not-first", "typical", {"ticket": NOT_FIRST}, [
            row("share", "50", sample=10, left_out={}), row(F, "5"), row(whole, "10")],
          "1, 7, 8, 9 and 10 are; a second reply, a change of agent, an escalation (two ways) and a reopening are not"),
        m("records-left-out", "null", {"ticket": LEFT}, [
            row("share", "33.333333333", sample=3, left_out={
                "bot": 3, "deleted": 1, "merged": 1, "no_account": 2, "no_human_contact": 2, "spam": 1, "through_contact": 1,
                "unknown": 2, "window_open": 2}) if cases else
            row("share", "100", sample=1, left_out={
                "bot": 3, "merged": 1, "no_account": 1, "no_human_contact": 1, "open": 5, "spam": 1, "through_contact": 1,
                "unknown": 2, "window_open": 1})],
          "cases: 1 (yes), 14, 17 (not resolved)" if cases else "resolved: 1; open at the end: 8, 14, 15, 16, 17"),
        m("records-cohort", "boundary", {"ticket": LEFT}, [
            row("share", "33.333333333", sample=3) if cases else row("share", "100", sample=1, left_out={
                "bot": 3, "deleted": 1, "merged": 1, "no_account": 1, "no_human_contact": 1, "open": 5, "spam": 1,
                "through_contact": 1, "unknown": 2, "window_open": 1})],
          "asked by creation, which it is already" if cases else "asked by creation: the deleted one is in the cohort",
          anchor={"ticket": "created_at"}),
        m("records-contacts", "typical", {"ticket": [], "contact": CALLS}, [
            row("share", "60" if cases else "75", sample=5 if cases else 4, left_out={
                "abandoned": 1, "callback": 1, "failed": 1, "no_account": 1, "outbound": 1, "self_served": 1, "unknown": 1,
                "window_open": 1, **({} if cases else {"open": 1})})],
          "1, 4, 13 of 1, 2, 3, 4, 13" if cases else "1, 4, 13 of 1, 2, 4, 13; 3 was not resolved"),
        m("b7-late-steps", "ruling", {"contact": [
            heard(1, d(5)), heard(2, d(5), outcome="abandoned", abandon_step="conversation", resolved=True),
            heard(3, d(5), outcome="abandoned", abandon_step="hold", resolved=False),
            heard(4, d(5), outcome="abandoned", abandon_step="hold", resolved=None),
            call(5, d(5), abandon_step="queue", account="x", ended_at=d(5))]}, [
            row("share", "66.666666667" if cases else "100", sample=3 if cases else 2, left_out={
                "abandoned": 1, "unknown": 1, **({} if cases else {"open": 1})})],
          "1 and 2 of the answered 1, 2, 3" if cases else "1 and 2; 3 gave up unresolved", ruling="B7"),
        m("records-contacts-again", "boundary", {"contact": [
            heard(1, d(5, "10:00"), end=d(5, "10:10"), account="a"), call(2, d(12, "10:10"), account="a"),
            heard(3, d(5, "10:00"), end=d(5, "10:10"), account="b"), call(4, d(12, "10:10:00.000001"), account="b"),
            heard(5, d(5, "10:00"), end=d(5, "10:10"), account="c"), heard(6, d(6), account="c", direction="outbound")]}, [
            row("share", "66.666666667", sample=3, left_out={"abandoned": 2, "outbound": 1})],
          "a came back exactly 7 days after the end, b 1 µs later; the company called c"),
        m("records-once", "boundary", {
            "ticket": [solved(1, d(5, "10:01"), contact="c", account="a")], "contact": [heard("c", d(5, "10:00"), account="a")]}, [
            row("share", "100", sample=1, left_out={"through_contact": 1})], "a ticket born of a call counts through the call"),
        m("records-empty", "empty", {"ticket": [], "contact": []}, [
            row("share", None, sample=0, lower=None, upper=None, left_out={}), row(F, "0"), row(whole, "0")], "no cases", ruling="B55"),
        m("records-bad-parameter", "bad_input", {"ticket": []}, parameters={"repeat_within": -1}, origin="a time below 0",
          error={"code": "bad_parameter", "field": "repeat_within"}),
        m("records-bad-parameter-word", "bad_input", {"ticket": []}, parameters={"repeat_within": "a week"}, origin="not a number",
          error={"code": "bad_parameter", "field": "repeat_within"}),
        m("records-berlin", "boundary", {"ticket": [
            solved(1, mar(31, "21:59:59")), solved(2, mar(31, "22:00"), agent_replies=2), solved(3, mar(31, "22:00:01"))]}, [
            row("share", "100", IN_MARCH, sample=1), row("share", "50", "2026-04", sample=2), row("share", "66.666666667")],
          "April begins at 22:00Z: summer time", zone=BERLIN, window={"from": "2026-03-01", "to": "2026-05-01"}, bucket="month"),
        *faults(p, K, v, counts=True),
        *quarters(p, K, v, 2, ("account", "agent_replies", "reopens", "agent_changes", "escalated_at", "resolved_by", *ENDS), n=50),
    ]


def asked(id, answer, **more):
    return survey(id, None, **{"kind": "resolution", "at": d(10), "scale": (0, 1), "answer": answer, **more})


v, p = "surveyed", "fcr-surveyed"
FCR += [
    *share_formulas(p, K, v, "yes", "answers"),
    measure(f"{p}-b1", K, v, "ruling", {"survey": [asked(i, i < 7) for i in range(10)]}, [
        row("share", "70", sample=10, left_out={}), row("yes", "7"), row("answers", "10")], "yes ÷ answers: 7 of 10", ruling="B1"),
    measure(f"{p}-records-typical", K, v, "typical", {"survey": [asked(i, i < 14) for i in range(20)]}, [
        row("share", "70", sample=20, lower=48.102718164647645, upper=85.45227551323957)],
        "published: 14 of 20, Wilson by statsmodels 0.15.0, case prop-wilson-14-20 of the reference vectors"),
    measure(f"{p}-records-empty", K, v, "empty", {"survey": []}, [
        row("share", None, sample=0, left_out={}), row("yes", "0"), row("answers", "0")], "nobody was asked", ruling="B55"),
    measure(f"{p}-records-null", K, v, "null", {"survey": [asked(1, True), asked(2, None), asked(3, None, submitted_at=None), asked(4, False)]}, [
        row("share", "50", sample=2, left_out={"unanswered": 2})], "no answer is not a no"),
    measure(f"{p}-records-left-out", K, v, "boundary", {"survey": [
        asked(1, True), survey(2, 5), asked(3, True, submitted_at=d(9)), asked(3, False)]}, [
        row("share", "50", sample=2, left_out={"other_kind": 1, "replaced": 1})],
        "another kind is not pooled; the later answer of 3 holds"),
    measure(f"{p}-records-kind", K, v, "typical", {"survey": [asked(1, True), asked(2, False, kind="solved?")]}, [
        row("share", "0", sample=1, left_out={"other_kind": 1})], "a kind of the caller's own", parameters={"kind": "solved?"}),
    measure(f"{p}-records-bad-kind", K, v, "bad_input", {"survey": []}, parameters={"kind": 5}, origin="a kind is a word",
            error={"code": "bad_parameter", "field": "kind"}),
    measure(f"{p}-records-parameter", K, v, "bad_input", {"survey": []}, parameters={"repeat_within": 0},
            origin="nothing is looked ahead for here", error={"code": "unknown_parameter", "field": "repeat_within"}),
    measure(f"{p}-records-as-of", K, v, "boundary", {"survey": [
        asked(1, True, submitted_at=d(5)), asked(2, False, submitted_at=d(6)), asked(3, False, submitted_at=d(6, "00:00:00.000001"))]}, [
        row("share", "50", sample=2, left_out={})], "an answer given 1 µs after as_of is not there yet", as_of=d(6)),
    measure(f"{p}-records-window", K, v, "boundary", {"survey": [
        asked(1, True, submitted_at="2025-12-31T23:59:59.999999Z"), asked(2, True, submitted_at=d(1)),
        asked(3, False, submitted_at="2026-01-31T23:59:59.999999Z"), asked(4, True, submitted_at=feb(1))]}, [
        row("share", "50", sample=2)], "[from, to)", window=JANUARY),
    measure(f"{p}-records-missing-kind", K, v, "bad_input", {"survey": [
        {"id": "1", "scale_min": 0, "scale_max": 1, "answer": True, "submitted_at": d(5)}]}, origin="kind is required",
        error={"code": "missing_field", "record": "survey", "index": 0, "field": "kind"}),
    measure(f"{p}-month-channel", K, v, "typical", {"survey": [
        asked(i, random.Random(i).choice([True, True, False, None]), channel=["email", "phone", None][i % 3],
              submitted_at=d(1 + i % 28, "12:00", month=1 + i % 2)) for i in range(30)]},
        window=QUARTER, bucket="month", by=["channel"]),
]

# Tickets resolved -------------------------------------------------------------------------------------------------------

K = "tickets_resolved"
B17 = [ticket("1", d(2), d(2), first_resolved_at=d(5), resolved_at=feb(3), reopens=1),
       ticket("2", d(2), d(2), first_resolved_at=d(8), status="open", reopens=1)]
TICKETS_RESOLVED = []
for v, p in (("tickets", "resolved-tickets"), ("first_resolution", "resolved-first_resolution")):
    last = v == "tickets"
    TICKETS_RESOLVED += [
        formula(f"{p}-formula-typical", K, v, "typical", {"resolved": 498}, {"count": {"value": "498", "unit": "count"}}, "it is a count"),
        formula(f"{p}-formula-empty", K, v, "empty", {"resolved": 0}, {"count": {"value": "0"}}, "nothing is 0", ruling="B55"),
        formula(f"{p}-formula-large", K, v, "boundary", {"resolved": 9_000_000_000}, {"count": {"value": "9000000000"}}, "more than 32 bits"),
        formula(f"{p}-formula-negative", K, v, "bad_input", {"resolved": -1}, origin="a count is not negative",
                error={"code": "negative", "field": "resolved"}),
        formula(f"{p}-formula-missing", K, v, "bad_input", {}, origin="an input is absent",
                error={"code": "missing_input", "field": "resolved"}),
        measure(f"{p}-b17", K, v, "ruling", {"ticket": B17}, [
            row("count", "0" if last else "2", IN_JANUARY, left_out={"open": 2} if last else {}),
            row("count", "1" if last else "0", IN_FEBRUARY, left_out={"open": 1} if last else {}),
            row("count", "1" if last else "2", left_out={"open": 1} if last else {})],
            "the first ticket counts in February, where it was resolved last; the second is open" if last else
            "both were resolved for the first time in January, reopened or not", ruling="B17", window=TO_MARCH, bucket="month"),
        measure(f"{p}-b17-as-of-february-1", K, v, "ruling", {"ticket": B17}, [
            row("count", "0" if last else "2", left_out={"open": 2} if last else {})],
            "on 1 February both are open again" if last else "on 1 February both had been resolved once", ruling="B17", as_of=feb(1)),
        measure(f"{p}-b17-as-of-february-3", K, v, "ruling", {"ticket": B17}, [
            row("count", "1" if last else "2", left_out={"open": 1} if last else {})],
            "in the instant of its last resolution the first one counts" if last else "nothing changes", ruling="B17", as_of=feb(3)),
        measure(f"{p}-records-typical", K, v, "typical", {"ticket": MIXED}, [
            row("count", "4" if last else "5", left_out={"canceled": 1, "closed": 1, "deleted": 1, "merged": 1, "open": 2 if last else 1, "spam": 1})],
            "1, 2, 9, 10" if last else "1, 2, 4, 9, 10"),
        measure(f"{p}-records-empty", K, v, "ruling", {"ticket": []}, [
            row("count", "0", IN_JANUARY, left_out={}), row("count", "0", IN_FEBRUARY), row("count", "0", IN_MARCH), row("count", "0")],
            "a count over nothing is 0, in every month", ruling="B55", window=QUARTER, bucket="month", row_count=4),
        measure(f"{p}-records-none", K, v, "empty", {"ticket": []}, [row("count", "0", left_out={})], "no tickets", row_count=1),
        measure(f"{p}-records-null", K, v, "null", {"ticket": [
            ticket("1", d(5), resolved_at=None), ticket("2", d(5), resolved_at=d(6), channel=None, type=None)]}, [
            row("count", "1", group={"channel": ALL}, left_out={"open": 1}), row("count", "1", group={"channel": None}, left_out={}),
            row("count", "0", group={"channel": "email"}, left_out={"open": 1})],
            "an unknown channel is a group of its own; the group of the open one is there", by=["channel"]),
        measure(f"{p}-records-left-months", K, v, "typical", {"ticket": [
            ticket("old", "2025-12-05T00:00:00Z"), ticket("1", d(5), d(5), resolved_at=d(6)), ticket("2", d(5), d(5), resolved_at=feb(6)),
            ticket("3", d(5), canceled_at=feb(6)), ticket("4", d(5), closed_at=d(9)), ticket("5", d(5), status="deleted", deleted_at=d(9)),
            ticket("6", d(5), status="merged", merged_at=feb(3)), ticket("7", feb(5), status="spam"), ticket("8", feb(5)),
            ticket("9", d(5), status="closed")]}, [
            row("count", "1", IN_JANUARY, left_out={"merged": 1, "open": 3}),
            row("count", "1", IN_FEBRUARY, left_out={"open": 2, "spam": 1}), row("count", "2", left_out={"merged": 1, "open": 2, "spam": 1})],
            "open at the end of January: old, 2, 3; of February: old, 8; merged and spam where they were created; closed, "
            "canceled and deleted ones are not open any more", ruling="B62", window=TO_MARCH, bucket="month"),
        measure(f"{p}-records-before", K, v, "boundary", {"ticket": [
            ticket("1", "2025-12-01T00:00:00Z", resolved_at="2025-12-05T00:00:00Z"), ticket("2", "2025-12-01T00:00:00Z", status="spam"),
            ticket("3", "2025-12-01T00:00:00Z"), ticket("4", feb(5)), ticket("5", feb(5), status="merged")]}, [
            row("count", "0", left_out={"open": 1})], "of what lies outside January only 3 is open at its end", window=JANUARY),
        measure(f"{p}-records-as-of-ends", K, v, "boundary", {"ticket": [
            ticket("1", d(5), resolved_at=d(10)), ticket("2", d(5), resolved_at=d(10, "00:00:00.000001")),
            ticket("3", d(10)), ticket("4", d(10, "00:00:00.000001"))]}, [row("count", "1", left_out={"open": 2})],
            "what happens at as_of has happened: 1 is resolved, 3 is there; 2 is still open, 4 is not there yet",
            window=JANUARY, as_of=d(10)),
        measure(f"{p}-records-spring", K, v, "boundary", {"ticket": [
            ticket("1", d(5), resolved_at=mar(29, "00:59:59")), ticket("2", d(5), resolved_at=mar(29, "01:00")),
            ticket("3", d(5), resolved_at=mar(29, "21:59:59")), ticket("4", d(5), resolved_at=mar(29, "22:00"))]}, [
            row("count", "3", "2026-03-29", left_out={"open": 1}), row("count", "1", "2026-03-30", left_out={}), row("count", "4")],
            "the 29th has 23 hours", zone=BERLIN, window={"from": "2026-03-29", "to": "2026-03-31"}, bucket="day"),
        *ending(p, K, v, "count", "count"),
        *faults(p, K, v),
        *quarters(p, K, v, 3, ("first_resolved_at", *ENDS)),
    ]

# Requests processed and task completion ---------------------------------------------------------------------------------

# Ten requests: four resolved, one closed and one deleted unanswered, three answered and open, one untouched.
B20 = ([ticket(f"r{i}", d(5), d(6), resolved_at=d(7)) for i in range(4)]
       + [ticket("c", d(5), closed_at=d(8)), ticket("d", d(5), status="deleted", deleted_at=d(8))]
       + [ticket(f"a{i}", d(5), d(6)) for i in range(3)] + [ticket("u", d(5))])

K, v, p = "requests_processed", "standard", "processed"
REQUESTS_PROCESSED = [
    formula(f"{p}-formula-typical", K, v, "typical", {"processed": 9}, {"count": {"value": "9", "unit": "count"}}, "it is a count"),
    formula(f"{p}-formula-empty", K, v, "empty", {"processed": 0}, {"count": {"value": "0"}}, "nothing is 0", ruling="B55"),
    formula(f"{p}-formula-negative", K, v, "bad_input", {"processed": -1}, origin="a count is not negative",
            error={"code": "negative", "field": "processed"}),
    formula(f"{p}-formula-missing", K, v, "bad_input", {}, origin="an input is absent", error={"code": "missing_input", "field": "processed"}),
    formula(f"{p}-formula-unknown", K, v, "bad_input", {"processed": 1, "requests": 2}, origin="an input too many",
            error={"code": "unknown_input", "field": "requests"}),
    measure(f"{p}-b20", K, v, "ruling", {"ticket": B20}, [row("count", "9", left_out={"untouched": 1})],
            "4 resolved, 2 closed or deleted without a reply, 3 answered and open", ruling="B20"),
    measure(f"{p}-b20-population", K, v, "ruling", {"ticket": B20 + [
        ticket("m", d(5), d(6), status="merged"), ticket("s", d(5), status="spam"), ticket("ds", d(5), status="spam", deleted_at=d(6))]}, [
        row("count", "9", left_out={"merged": 1, "spam": 2, "untouched": 1})], "merged and spam leave every KPI, deleted or not", ruling="B20"),
    measure(f"{p}-b20-earliest", K, v, "ruling", {"ticket": [
        ticket("1", d(5), d(31), resolved_at=feb(2)), ticket("2", d(5), feb(2), first_resolved_at=d(31), resolved_at=mar(1)),
        ticket("3", d(5), resolved_at=feb(2), closed_at=mar(2)), ticket("4", d(5), closed_at=mar(2), deleted_at=feb(3)),
        ticket("5", d(5), canceled_at=d(6))]}, [
        row("count", "2", IN_JANUARY, left_out={}), row("count", "2", IN_FEBRUARY), row("count", "0", IN_MARCH),
        row("count", "4", left_out={"untouched": 1})],
        "once each, at the earliest instant: the reply of 1, the first resolution of 2; 3 and 4 in February; a cancellation by the "
        "customer is none of them", ruling="B20", window=QUARTER, bucket="month"),
    measure(f"{p}-records-typical", K, v, "typical", {"ticket": MIXED}, [
        row("count", "8", left_out={"merged": 1, "spam": 1, "untouched": 1})], "all but the open 3, the merged 5 and the spam 6"),
    measure(f"{p}-records-empty", K, v, "empty", {"ticket": []}, [
        row("count", "0", IN_JANUARY), row("count", "0", IN_MARCH), row("count", "0", left_out={})], "0 in every month", ruling="B55",
        window=QUARTER, bucket="month", row_count=4),
    measure(f"{p}-records-null", K, v, "null", {"ticket": [ticket("1", d(5)), ticket("2", d(5), d(5), channel=None)]}, [
        row("count", "1", left_out={"untouched": 1})], "no instant, not taken under control"),
    measure(f"{p}-records-boundary", K, v, "boundary", {"ticket": [
        ticket("1", "2025-12-01T00:00:00Z", "2025-12-31T23:59:59.999999Z"), ticket("2", "2025-12-01T00:00:00Z", d(1)),
        ticket("3", d(5), "2026-01-31T23:59:59.999999Z"), ticket("4", d(5), feb(1)), ticket("5", "2025-12-01T00:00:00Z"), ticket("6", mar(1))]}, [
        row("count", "2", left_out={"untouched": 2})], "[from, to) by the instant it was taken on; untouched ones have none, whenever they came",
        window=JANUARY),
    measure(f"{p}-records-as-of", K, v, "boundary", {"ticket": [
        ticket("1", d(5), d(10)), ticket("2", d(5), d(10, "00:00:00.000001")), ticket("3", d(5), closed_at=d(9)), ticket("4", d(11), d(11))]}, [
        row("count", "2", left_out={"untouched": 1})], "as of the 10th nobody has touched 2, and 4 is not there", as_of=d(10)),
    measure(f"{p}-records-cohort", K, v, "typical", {"ticket": [
        ticket("1", d(31), feb(1)), ticket("2", d(31)), ticket("3", feb(2), feb(2))]}, [
        row("count", "1", IN_JANUARY, left_out={"untouched": 1}), row("count", "1", IN_FEBRUARY, left_out={})],
        "asked by creation", window=TO_MARCH, bucket="month", anchor={"ticket": "created_at"}),
    measure(f"{p}-records-sao-paulo", K, v, "boundary", {"ticket": [
        ticket("1", "2018-10-01T00:00:00Z", "2018-11-01T02:59:59Z"), ticket("2", "2018-10-01T00:00:00Z", "2018-11-01T03:00:00Z"),
        ticket("3", "2018-10-01T00:00:00Z", "2018-12-01T01:59:59Z"), ticket("4", "2018-10-01T00:00:00Z", "2018-12-01T02:00:00Z")]}, [
        row("count", "1", "2018-10"), row("count", "2", "2018-11"), row("count", "1", "2018-12"), row("count", "4")],
        "3 hours behind before 4 November, 2 after", zone=SAO_PAULO, window={"from": "2018-10-01", "to": "2019-01-01"}, bucket="month"),
    *faults(p, K, v),
    *quarters(p, K, v, 4, ("first_resolved_at", *ENDS)),
]

K = "task_completion_rate"
TASK_COMPLETION = []
for v, (part, whole, value, n) in {
    "resolved_of_requests": ("resolved", "requests", "40", 10), "processed_of_requests": ("processed", "requests", "90", 10),
    "resolved_of_processed": ("resolved", "processed", "44.444444444", 9),
}.items():
    p = f"tasks-{v}"
    of_processed = v == "resolved_of_processed"
    k = "9" if part == "processed" else "4"
    TASK_COMPLETION += [
        *share_formulas(p, K, v, part, whole),
        measure(f"{p}-b20", K, v, "ruling", {"ticket": B20}, [
            row("share", value, sample=n, numerator=k, denominator=str(n), left_out={"untouched": 1} if of_processed else {}),
            row(part, k), row(whole, str(n))], f"{k} of {n}", ruling="B20"),
        measure(f"{p}-b20-interval", K, v, "typical", {"ticket": B20}),
        measure(f"{p}-b20-population", K, v, "ruling", {"ticket": B20 + [
            ticket("m", d(5), d(6), status="merged", resolved_at=d(6)), ticket("s", d(5), status="spam")]}, [
            row("share", value, sample=n, left_out={"merged": 1, "spam": 1, **({"untouched": 1} if of_processed else {})})],
            "merged and spam leave every KPI; the deleted one stays", ruling="B20"),
        measure(f"{p}-b20-cohort", K, v, "ruling", {"ticket": [
            ticket("1", d(31), feb(1), resolved_at=feb(2)), ticket("2", d(31)), ticket("3", feb(1), feb(1))]}, [
            row("share", "100" if of_processed else "50", IN_JANUARY), row("share", "100" if part == "processed" else "0", IN_FEBRUARY)],
            "numerator and denominator are those created in the month, whenever they were done", ruling="B20",
            window=TO_MARCH, bucket="month"),
        measure(f"{p}-records-empty", K, v, "empty", {"ticket": []}, [
            row("share", None, sample=0, left_out={}), row(part, "0"), row(whole, "0")], "no requests", ruling="B55"),
        measure(f"{p}-records-null", K, v, "null", {"ticket": [ticket("1", d(5)), ticket("2", d(5), resolved_at=None)]}, [
            row("share", None if of_processed else "0", sample=0 if of_processed else 2, left_out={"untouched": 2} if of_processed else {})],
            "nobody took them on" if of_processed else "neither of 2"),
        measure(f"{p}-records-boundary", K, v, "boundary", {"ticket": [
            ticket("1", "2025-12-31T23:59:59.999999Z", d(2), resolved_at=d(2)), ticket("2", d(1), d(2), resolved_at=mar(2)),
            ticket("3", "2026-01-31T23:59:59.999999Z", feb(2)), ticket("4", feb(1), feb(1))]}, [
            row("share", "100" if part == "processed" else "50", sample=2)], "[from, to) by creation: 2 and 3", window=JANUARY),
        measure(f"{p}-records-as-of", K, v, "boundary", {"ticket": [
            ticket("1", d(5), d(6), resolved_at=d(10)), ticket("2", d(5), d(6), resolved_at=d(11)), ticket("3", d(5), d(12)), ticket("4", d(12))]}, [
            row("share", {"resolved_of_requests": "33.333333333", "processed_of_requests": "66.666666667"}.get(v, "50"),
                left_out={"untouched": 1} if of_processed else {})],
            "as of the 10th: 1 is resolved, 2 is answered, 3 is untouched, 4 is not there", as_of=d(10)),
        measure(f"{p}-records-canceled", K, v, "boundary", {"ticket": [ticket("1", d(5), canceled_at=d(6)), ticket("2", d(5), d(6), resolved_at=d(7))]}, [
            row("share", "100" if of_processed else "50", left_out={"untouched": 1} if of_processed else {})],
            "a request that the customer canceled untouched was a request, and was not taken on"),
        *faults(p, K, v),
        *quarters(p, K, v, 5, ("first_resolved_at", *ENDS)),
        measure(f"{p}-priority", K, v, "typical", {"ticket": [
            ticket("1", d(5), d(6), resolved_at=d(7), priority="high"), ticket("2", d(5), d(6), priority="high"),
            ticket("3", d(5), d(6), resolved_at=d(7), priority="low")]}, [
            row("share", "100" if part == "processed" else "50", group={"priority": "high"}),
            row("share", "100", group={"priority": "low"}),
            row("share", "100" if part == "processed" else "66.666666667", group={"priority": ALL})], "per priority", by=["priority"]),
    ]

# Reopened ---------------------------------------------------------------------------------------------------------------

K = "reopen_rate"
B18 = [ticket("1", d(28), d(28), first_resolved_at=d(30), resolved_at=feb(5), reopens=1, reopens_by_customer=1),
       ticket("2", feb(8), feb(8), first_resolved_at=feb(10), resolved_at=feb(10), reopens=0, reopens_by_customer=0)]


def ended(id, times, customer=None, **more):
    return ticket(id, d(5), d(5), **{"first_resolved_at": d(6), "resolved_at": d(9), "reopens": times, "reopens_by_customer": customer, **more})


REOPEN = []
for v, p in (("by_customer", "reopen-by_customer"), ("any_actor", "reopen-any_actor")):
    own = v == "by_customer"
    REOPEN += [
        *share_formulas(p, K, v, "reopened", "tickets", "rate", reopens=80),
        formula(f"{p}-formula-per-ticket", K, v, "typical", {"reopened": 3, "tickets": 7, "reopens": 5}, {
            "rate": {"value": "42.857142857"}, "reopened": {"value": "3"}, "tickets": {"value": "7"},
            "reopens_per_ticket": {"value": "0.714285714", "unit": "ratio", "numerator": "5", "denominator": "7", "sample": 7}},
            "300/7; 5/7"),
        formula(f"{p}-formula-no-tickets", K, v, "ruling", {"reopened": 0, "tickets": 0, "reopens": 0}, {
            "rate": undef(), "reopens_per_ticket": undef(), "tickets": {"value": "0"}}, "both are undefined over nothing", ruling="B55"),
        formula(f"{p}-formula-too-few-events", K, v, "bad_input", {"reopened": 3, "tickets": 7, "reopens": 2},
                origin="each that was reopened was so at least once", error={"code": "bad_input"}),
        measure(f"{p}-b18", K, v, "ruling", {"ticket": B18}, [
            row("rate", "100", IN_JANUARY, sample=1, left_out={}), row("rate", "0", IN_FEBRUARY, sample=1, left_out={}),
            row("rate", "50"), row("reopened", "1"), row("tickets", "2"), row("reopens_per_ticket", "0.5")],
            "1 was first resolved in January and reopened in February: January's 100 %", ruling="B18", window=TO_MARCH, bucket="month"),
        measure(f"{p}-b18-actor", K, v, "ruling", {"ticket": [
            ended(1, 1, 0), ended(2, 2, 1), ended(3, 1), ended(4, 0, 0)]}, [
            row("rate", "50" if own else "75", sample=4, left_out={}), row("reopened", "2" if own else "3"),
            row("reopens_per_ticket", "0.5" if own else "1", numerator="2" if own else "4", denominator="4")],
            "2 by the customer; 3 by whom is not said, so by anyone; 1 by an agent; 1 + 1 events" if own else "1, 2, 3; 1 + 2 + 1 events",
            ruling="B18"),
        formula(f"{p}-b18-measured", K, v, "ruling", {"reopened": 154, "tickets": 4569, "reopens": 154}, {"rate": {"value": "3.3705406"}},
                "published: Italian help desk, 154 of 4,569 went back to open", ruling="B18"),
        measure(f"{p}-records-still-open", K, v, "boundary", {"ticket": [ended(1, 1, 1, resolved_at=None), ended(2, 0, 0)]}, [
            row("rate", "50", sample=2, left_out={})], "one that is open again was resolved once"),
        measure(f"{p}-records-no-first", K, v, "boundary", {"ticket": [ended(1, 0, 0, first_resolved_at=None), ticket("2", d(5), reopens=0)]}, [
            row("rate", "0", sample=1, left_out={"open": 1})], "without a first resolution the last one counts"),
        measure(f"{p}-records-null", K, v, "null", {"ticket": [ended(1, None), ended(2, None, 1), ended(3, 1), ended(4, 0)]}, [
            row("rate", "66.666666667" if own else "50", sample=3 if own else 2, left_out={"unknown": 1 if own else 2}),
            row("reopens_per_ticket", "0.666666667" if own else "0.5")],
            "1 is not known; 2 by the customer and 3 were; 4 was not" if own else "1 and 2 are not known; 3 was, 4 was not"),
        measure(f"{p}-records-empty", K, v, "empty", {"ticket": []}, [
            *none(["rate", "reopens_per_ticket"], sample=0), row("reopened", "0"), row("tickets", "0")], "nothing was resolved", ruling="B55"),
        measure(f"{p}-records-wilson", K, v, "typical", {"ticket": [ended(i, int(i < 14), int(i < 14)) for i in range(20)]}, [
            row("rate", "70", lower=48.102718164647645, upper=85.45227551323957)],
            "published: 14 of 20, Wilson by statsmodels 0.15.0, case prop-wilson-14-20 of the reference vectors"),
        *ending(p, K, v, "tickets", "rate", of=("reopens",)),
        *faults(p, K, v, counts=True),
        *quarters(p, K, v, 6, ("first_resolved_at", "reopens", "reopens_by_customer", *ENDS)),
    ]

# Resolved alone, and touches --------------------------------------------------------------------------------------------

K, v, p = "solo_resolution_rate", "standard", "solo"


def held(id, agents, collaborators=None, **more):
    return ticket(id, d(5), d(5), **{"resolved_at": d(6), "distinct_agents": agents, "collaborators": collaborators, **more})


SOLO = [
    *share_formulas(p, K, v, "solo", "resolved"),
    measure(f"{p}-records-typical", K, v, "typical", {"ticket": [
        held(1, 1), held(2, 1, 0), held(3, 1, 1), held(4, 2), held(5, 0), held(6, None), held(7, 1, resolved_at=None),
        held(8, 1, status="merged"), held(9, 1, status="spam")]}, [
        row("share", "50", sample=4, left_out={"merged": 1, "no_agent": 1, "open": 1, "spam": 1, "unknown": 1}),
        row("solo", "2"), row("resolved", "4")], "1 and 2 of 1, 2, 3, 4: one with a collaborator and one of two people are not"),
    measure(f"{p}-records-wilson", K, v, "typical", {"ticket": [held(i, 1 if i < 14 else 2) for i in range(20)]}, [
        row("share", "70", lower=48.102718164647645, upper=85.45227551323957)],
        "published: 14 of 20, Wilson by statsmodels 0.15.0, case prop-wilson-14-20 of the reference vectors"),
    measure(f"{p}-records-empty", K, v, "empty", {"ticket": []}, [
        row("share", None, sample=0, left_out={}), row("solo", "0"), row("resolved", "0")], "nothing was resolved", ruling="B55"),
    measure(f"{p}-records-null", K, v, "null", {"ticket": [held(1, None), held(2, None, 0)]}, [
        row("share", None, left_out={"unknown": 2}), row("resolved", "0")], "how many held them is not known"),
    measure(f"{p}-records-handed-back", K, v, "boundary", {"ticket": [held(1, 2, agent_changes=2), held(2, 1, agent_changes=0)]}, [
        row("share", "50", sample=2)], "A, B and A again are two people"),
    *ending(p, K, v, "resolved", "share", of=("distinct_agents",)),
    *faults(p, K, v, counts=True),
    *quarters(p, K, v, 7, ("distinct_agents", "collaborators", *ENDS)),
]

K, v, p = "touches_to_resolution", "standard", "touches"


def touched(id, replies, **more):
    return ticket(id, d(5), d(5), **{"resolved_at": d(6), "agent_replies": replies, **more})


BANDS = ["touches_0", "touches_1", "touches_2", "touches_3_up"]
TOUCHES = [
    formula(f"{p}-formula-typical", K, v, "typical", {"zero": 2, "one": 14, "two": 3, "three_up": 3}, {
        "one_touch": {"value": "70", "unit": "percent", "sample": 20, "numerator": "14", "denominator": "20",
                      "lower": 48.102718164647645, "upper": 85.45227551323957},
        "touches_0": {"value": "9.090909091", "numerator": "2", "denominator": "22"}, "touches_1": {"value": "63.636363636"},
        "touches_2": {"value": "13.636363636"}, "touches_3_up": {"value": "13.636363636"}, "resolved": {"value": "22", "unit": "count"}},
        "published: 14 of the 20 with a reply, Wilson by statsmodels 0.15.0, case prop-wilson-14-20 of the reference vectors"),
    formula(f"{p}-formula-empty", K, v, "empty", {"zero": 0, "one": 0, "two": 0, "three_up": 0}, {
        "one_touch": undef(), **{f: undef() for f in BANDS}, "resolved": {"value": "0"}}, "0/0 is undefined", ruling="B55"),
    formula(f"{p}-formula-only-zero", K, v, "boundary", {"zero": 5, "one": 0, "two": 0, "three_up": 0}, {
        "one_touch": undef(), "touches_0": {"value": "100"}, "touches_1": {"value": "0"}, "resolved": {"value": "5"}},
        "none has a touch, so there is nothing to divide by; all have 0"),
    formula(f"{p}-formula-third", K, v, "ruling", {"zero": 0, "one": 1, "two": 1, "three_up": 1}, {
        "one_touch": {"value": "33.333333333"}, "touches_1": {"value": "33.333333333"}}, "one division", ruling="B33"),
    formula(f"{p}-formula-peer", K, v, "typical", {"zero": 17, "one": 311, "two": 120, "three_up": 77}),
    formula(f"{p}-formula-level", K, v, "typical", {"zero": 17, "one": 31, "two": 12, "three_up": 7}, level=0.99),
    formula(f"{p}-formula-negative", K, v, "bad_input", {"zero": 1, "one": 1, "two": 1, "three_up": -1}, origin="a count is not negative",
            error={"code": "negative", "field": "three_up"}),
    formula(f"{p}-formula-missing", K, v, "bad_input", {"zero": 1, "one": 1, "two": 1}, origin="an input is absent",
            error={"code": "missing_input", "field": "three_up"}),
    measure(f"{p}-records-typical", K, v, "typical", {"ticket": [
        touched(1, 0, resolved_by="bot", first_response_at=None), touched(2, 1), touched(3, 1), touched(4, 2), touched(5, 3), touched(6, 9),
        touched(7, None), touched(8, 1, resolved_at=None), touched(9, 1, status="spam")]}, [
        row("one_touch", "40", sample=5, left_out={"open": 1, "spam": 1, "unknown": 1}), row("touches_0", "16.666666667", sample=6),
        row("touches_1", "33.333333333"), row("touches_2", "16.666666667"), row("touches_3_up", "33.333333333"), row("resolved", "6")],
        "2 of 5 with a reply; 1, 2, 1, 2 of 6"),
    measure(f"{p}-records-empty", K, v, "empty", {"ticket": []}, [
        *none(["one_touch", *BANDS], sample=0), row("resolved", "0")], "nothing was resolved", ruling="B55"),
    measure(f"{p}-records-null", K, v, "null", {"ticket": [touched(1, None), touched(2, 0, first_response_at=None)]}, [
        row("one_touch", None, sample=0, left_out={"unknown": 1}), row("touches_0", "100", sample=1)], "null is not 0"),
    measure(f"{p}-records-boundary", K, v, "boundary", {"ticket": [touched(1, 2), touched(2, 3)]}, [
        row("touches_2", "50"), row("touches_3_up", "50"), row("one_touch", "0", lower=0.0)], "2 and 3 part here"),
    *ending(p, K, v, "resolved", "one_touch", of=("agent_replies",)),
    *faults(p, K, v, counts=True),
    *quarters(p, K, v, 8, ("agent_replies", *ENDS)),
]

# Interactions -----------------------------------------------------------------------------------------------------------

K = "interactions_per_ticket"
INTERACTIONS = []
FIELDS = {"agent_changes": ("agent_changes",), "replies": ("agent_replies",), "messages": ("agent_replies", "customer_messages")}


def talked(v, id, n, **more):
    """A ticket whose number is `n`."""
    numbers = {"agent_changes": {"agent_changes": n, "distinct_agents": 1, "assignee": "x"}, "replies": {"agent_replies": n},
               "messages": {"agent_replies": 0 if n is not None else None, "customer_messages": n}}[v]
    return ticket(id, d(5), **numbers | more)


for v in FIELDS:
    p = f"interactions-{v}"
    INTERACTIONS += [
        formula(f"{p}-formula-typical", K, v, "typical", {"counts": [0, 1, 2, 5]}, {
            "mean": {"value": "2", "unit": "ratio", "sample": 4, "numerator": "8", "denominator": "4"},
            "median": {"value": "1.5"}, "p90": {"value": "4.1"}, "p95": {"value": "4.55"}, "min": {"value": "0", "unit": "count"},
            "max": {"value": "5", "unit": "count"}, "count": {"value": "4", "unit": "count"}},
            "8/4; type 7: p90 at 2.7 = 2 + 0.7 × 3, p95 at 2.85 = 2 + 0.85 × 3"),
        formula(f"{p}-formula-empty", K, v, "empty", {"counts": []}, {**{f: undef() for f in DURATIONS}, "count": {"value": "0"}},
                "a mean over nothing is undefined, a count is 0", ruling="B55"),
        formula(f"{p}-formula-one", K, v, "ruling", {"counts": [3]}, {
            "mean": {"value": "3", "lower": None, "upper": None}, "median": {"value": "3"}, "count": {"value": "1"}},
            "the mean of one exists, its t interval does not", ruling="B55"),
        formula(f"{p}-formula-type-7", K, v, "ruling", {"counts": list(range(1, 11))}, {"p90": {"value": "9.1"}, "p95": {"value": "9.55"}},
                "type 7 of 1 … 10", ruling="B44"),
        formula(f"{p}-formula-interval", K, v, "typical", {"counts": [7, 6, 5, 7, 4, 6, 7, 3, 5, 6, 7, 2]}, {
            "mean": {"value": "5.416666667", "lower": 4.351478138454929, "upper": 6.481855194878405}},
            "published: scipy 1.17.1 and R 4.2.2 t.test, case ces-mean-t of the reference vectors"),
        formula(f"{p}-formula-median-interval", K, v, "typical", {"counts": PUBLISHED_MEDIAN}, {
            "median": {"value": "47", "lower": 22.0, "upper": 120.0}},
            "published: scipy 1.17.1 quantile_test, case median-ci-order-statistics of the reference vectors"),
        formula(f"{p}-formula-peer", K, v, "typical", {"counts": [random.Random(i).randint(0, 12) for i in range(70)]}),
        formula(f"{p}-formula-bands", K, v, "typical", {"counts": [0, 1, 2, 2, 3, 9, 9, 9]}, {
            "band_0_1": {"value": "25", "numerator": "2", "denominator": "8"}, "band_1_3": {"value": "37.5"}, "band_3_up": {"value": "37.5"}},
            "0, 1; 2, 2, 3; 9, 9, 9", parameters={"bands": [1, 3]}),
        formula(f"{p}-formula-bands-half", K, v, "bad_input", {"counts": [1]}, origin="a band of counts ends at a count",
                error={"code": "bad_parameter", "field": "bands"}, parameters={"bands": [1.5]}),
        formula(f"{p}-formula-negative", K, v, "bad_input", {"counts": [1, -1]}, origin="a count is not negative",
                error={"code": "negative", "field": "counts"}),
        formula(f"{p}-formula-missing", K, v, "bad_input", {}, origin="an input is absent", error={"code": "missing_input", "field": "counts"}),
        measure(f"{p}-records-typical", K, v, "typical", {"ticket": [
            talked(v, 1, 0), talked(v, 2, 1), talked(v, 3, 4), talked(v, 4, None), talked(v, 5, 9, status="merged"),
            talked(v, 6, 9, status="spam"), talked(v, 7, 0, status="deleted"), talked(v, 8, 2, resolved_at=d(9))]}, [
            row("mean", "1.75", sample=4, unit="ratio", left_out={"deleted": 1, "merged": 1, "spam": 1, "unknown": 1}),
            row("median", "1.5"), row("min", "0"), row("max", "4"), row("count", "4")],
            "(0 + 1 + 4 + 2)/4, resolved or not; 7 was deleted unanswered"),
        measure(f"{p}-records-empty", K, v, "empty", {"ticket": []}, [*none(DURATIONS, sample=0), row("count", "0")], "no tickets", ruling="B55"),
        measure(f"{p}-records-null", K, v, "null", {"ticket": [talked(v, 1, None), talked(v, 2, 0)]}, [
            row("mean", "0", sample=1, left_out={"unknown": 1})], "null is not 0"),
        measure(f"{p}-records-boundary", K, v, "boundary", {"ticket": [
            talked(v, 1, 7, created_at="2025-12-31T23:59:59.999999Z"), talked(v, 2, 1, created_at=d(1)),
            talked(v, 3, 2, created_at="2026-01-31T23:59:59.999999Z"), talked(v, 4, 7, created_at=feb(1))]}, [
            row("mean", "1.5", sample=2, left_out={})], "[from, to) by creation", window=JANUARY),
        measure(f"{p}-records-bands", K, v, "typical", {"ticket": [talked(v, i, n) for i, n in enumerate([0, 1, 1, 2, 3])]}, [
            row("band_0_1", "60"), row("band_1_2", "20"), row("band_2_up", "20")], "0, 1, 1; 2; 3", parameters={"bands": [1, 2]}),
        measure(f"{p}-records-berlin", K, v, "boundary", {"ticket": [
            talked(v, 1, 1, created_at=mar(31, "21:59:59")), talked(v, 2, 2, created_at=mar(31, "22:00"))]}, [
            row("mean", "1", IN_MARCH), row("mean", "2", "2026-04"), row("mean", "1.5")], "April begins at 22:00Z: summer time",
            zone=BERLIN, window={"from": "2026-03-01", "to": "2026-05-01"}, bucket="month"),
        *faults(p, K, v, counts=True),
        *quarters(p, K, v, 9, (*FIELDS[v], "agent_replies", "distinct_agents", "assignee", *ENDS)),
    ]
v, p = "agent_changes", "interactions-agent_changes"
INTERACTIONS += [
    measure(f"{p}-b25", K, v, "ruling", {"ticket": [talked(v, 1, 2, distinct_agents=2)]}, [row("mean", "2", sample=1)],
            "A, B and A again: 2 changes, not 1 (people less one) and not 3 (with the first assignment)", ruling="B25"),
    measure(f"{p}-b25-nobody", K, v, "ruling", {"ticket": [
        talked(v, 1, 1, distinct_agents=2), talked(v, 2, 0, distinct_agents=0), ticket("3", d(5)),
        ticket("4", d(5), assignee="x"), ticket("5", d(5), resolver="x")]}, [
        row("mean", "1", sample=1, left_out={"no_agent": 2, "unknown": 2})],
        "2 was never held by a person, and of 3 no person is known; of 4 and 5 the changes are not known", ruling="B25"),
    measure(f"{p}-b25-contacts", K, v, "ruling", {
        "ticket": [talked(v, 1, 3), talked(v, 2, 9, contact="c1")],
        "contact": [call("c1", d(5), d(5), transfers=2), call("c2", d(5), d(5), transfers=0), call("c3", d(5), d(5)),
                    call("c4", d(5), d(5), transfers=5, direction="outbound"), call("c5", d(5), transfers=1),
                    call("c6", d(5), outcome="callback"), call("c7", d(5), outcome="failed"), call("c8", d(5), outcome="self_served")]}, [
        row("mean", "1.666666667", sample=3, left_out={"abandoned": 1, "callback": 1, "failed": 1, "outbound": 1, "self_served": 1,
                                                       "through_contact": 1, "unknown": 1})],
        "contacts: transfers, (3 + 2 + 0)/3; the ticket born of the call counts through it", ruling="B25"),
    measure(f"{p}-b7-late-steps", K, v, "ruling", {"contact": [
        call("1", d(5), d(5), transfers=0), call("2", d(5), d(5), outcome="abandoned", abandon_step="hold", transfers=3),
        call("3", d(5), d(5), outcome="abandoned", abandon_step="conversation", transfers=1), call("4", d(5), abandon_step="queue", transfers=0)]}, [
        row("mean", "1.333333333", sample=3, left_out={"abandoned": 1})], "1, 2 and 3 were answered: (0 + 3 + 1)/3", ruling="B7"),
    measure(f"{p}-records-contacts-only", K, v, "typical", {"contact": [call("1", d(5), d(5), transfers=1), call("2", feb(5), feb(5), transfers=0)]}, [
        row("mean", "1", IN_JANUARY), row("mean", "0", IN_FEBRUARY), row("mean", "0.5")], "by the instant they were queued",
        window=TO_MARCH, bucket="month"),
    measure("interactions-messages-records-both", K, "messages", "null", {"ticket": [
        ticket("1", d(5), agent_replies=2, customer_messages=3), ticket("2", d(5), agent_replies=2),
        ticket("3", d(5), customer_messages=3), ticket("4", d(5), agent_replies=0, customer_messages=1, contact="c")]}, [
        row("mean", "3", sample=2, left_out={"unknown": 2})], "5 and 1; one side alone is not the number"),
    measure("interactions-replies-records-contact", K, "replies", "boundary", {"ticket": [
        ticket("1", d(5), agent_replies=2, contact="c"), ticket("2", d(5), agent_replies=1)]}, [row("mean", "1.5", sample=2, left_out={})],
        "replies are counted on the ticket, born of a call or not"),
]

# Escalated --------------------------------------------------------------------------------------------------------------

K, v, p = "escalation_rate", "standard", "escalation"
ESCALATION = [
    *share_formulas(p, K, v, "escalated", "tickets", "rate"),
    measure(f"{p}-b27", K, v, "ruling", {"ticket": [ticket("1", d(20), escalated_at=feb(3)), ticket("2", d(20)), ticket("3", feb(5))]}, [
        row("rate", "50", IN_JANUARY, sample=2), row("rate", "0", IN_FEBRUARY, sample=1), row("rate", "33.333333333")],
        "created in January, escalated in February: January's", ruling="B27", window=TO_MARCH, bucket="month"),
    measure(f"{p}-b27-event", K, v, "ruling", {"ticket": [ticket("1", d(20), escalated_at=feb(3)), ticket("2", d(20)), ticket("3", feb(5))]}, [
        row("escalated", "0", IN_JANUARY), row("escalated", "1", IN_FEBRUARY), row("escalated", "1"), row("rate", "100", left_out={"no_anchor": 2})],
        "asked by the escalation: February's", ruling="B27", window=TO_MARCH, bucket="month", anchor={"ticket": "escalated_at"}),
    measure(f"{p}-records-typical", K, v, "typical", {"ticket": [
        ticket("1", d(5), escalated_at=d(6)), ticket("2", d(5), escalations=2), ticket("3", d(5), escalations=0), ticket("4", d(5)),
        ticket("5", d(5), escalated_at=d(6), status="merged"), ticket("6", d(5), status="spam"), ticket("7", d(5), status="deleted"),
        ticket("8", d(5), d(5), status="deleted")]}, [
        row("rate", "40", sample=5, left_out={"deleted": 1, "merged": 1, "spam": 1}), row("escalated", "2"), row("tickets", "5")],
        "1 and 2 of 1, 2, 3, 4, 8"),
    measure(f"{p}-records-wilson", K, v, "typical", {"ticket": [ticket(i, d(5), escalations=int(i < 14)) for i in range(20)]}, [
        row("rate", "70", lower=48.102718164647645, upper=85.45227551323957)],
        "published: 14 of 20, Wilson by statsmodels 0.15.0, case prop-wilson-14-20 of the reference vectors"),
    measure(f"{p}-records-empty", K, v, "empty", {"ticket": []}, [
        row("rate", None, sample=0, left_out={}), row("escalated", "0"), row("tickets", "0")], "no tickets", ruling="B55"),
    measure(f"{p}-records-null", K, v, "null", {"ticket": [ticket("1", d(5)), ticket("2", d(5), escalations=None, escalated_at=d(5))]}, [
        row("rate", "50", sample=2, left_out={})], "no instant and no count: not escalated; an instant is enough"),
    measure(f"{p}-records-boundary", K, v, "boundary", {"ticket": [
        ticket("1", "2025-12-31T23:59:59.999999Z", escalated_at=d(5)), ticket("2", d(1)), ticket("3", "2026-01-31T23:59:59.999999Z", escalations=1),
        ticket("4", feb(1))]}, [row("rate", "50", sample=2)], "[from, to) by creation", window=JANUARY),
    measure(f"{p}-records-as-of", K, v, "boundary", {"ticket": [
        ticket("1", d(5), escalated_at=d(10)), ticket("2", d(5), escalated_at=d(10, "00:00:00.000001")), ticket("3", d(11), escalated_at=d(11))]}, [
        row("rate", "50", sample=2, left_out={})], "escalated at as_of is escalated, 1 µs later not yet; 3 is not there", as_of=d(10)),
    measure(f"{p}-records-berlin", K, v, "boundary", {"ticket": [
        ticket("1", "2026-10-31T22:59:59Z", escalations=1), ticket("2", "2026-10-31T23:00:00Z")]}, [
        row("rate", "100", "2026-10"), row("rate", "0", "2026-11")], "November begins at 23:00Z: winter time",
        zone=BERLIN, window={"from": "2026-10-01", "to": "2026-12-01"}, bucket="month"),
    *faults(p, K, v),
    *quarters(p, K, v, 10, ("escalated_at", "agent_replies")),
]

# Canceled ---------------------------------------------------------------------------------------------------------------

K = "canceled_requests"
CANCELED = []
for v in ("requests", "orders"):
    p = f"canceled-{v}"
    kind = "ticket" if v == "requests" else "conversion"

    def thing(id, at, amount=None, currency="EUR", gone=None, **more):
        """A request or an order that may be canceled."""
        if v == "orders":
            return conversion(id, at, amount, currency=currency, **({"canceled_at": gone} if gone else {}), **more)
        value = {} if amount is None else {"value": amount, "currency": currency}
        return ticket(id, at, **value, **({"canceled_at": gone} if gone else {}), **more)

    def m(what, case, things, rows=None, origin=None, **more):
        return measure(f"{p}-{what}", K, v, case, {kind: things}, rows, origin, **more)

    def f(what, case, k, n, value, figures=None, origin=None, **more):
        return formula(f"{p}-formula-{what}", K, v, case, {"canceled": k, v: n, "value": value}, figures, origin, **more)

    CANCELED += [
        f("typical", "typical", 14, 20, "1234.5", {
            "count": {"value": "14", "unit": "count"}, "share": {
                "value": "70", "unit": "percent", "sample": 20, "lower": 48.102718164647645, "upper": 85.45227551323957},
            "value": {"value": "1234.5"}, v: {"value": "20", "unit": "count"}},
          "published: 14 of 20, Wilson by statsmodels 0.15.0, case prop-wilson-14-20 of the reference vectors"),
        f("empty", "empty", 0, 0, "0", {"count": {"value": "0"}, "share": undef(), "value": {"value": "0"}, v: {"value": "0"}},
          "a sum over nothing is 0, a share is undefined", ruling="B55"),
        f("fine", "boundary", 1, 3, "0.000000001", {"share": {"value": "33.333333333"}, "value": {"value": "0.000000001"}},
          "money has nine places", ruling="B33"),
        f("too-many", "bad_input", 3, 2, "1", origin="a part larger than its whole", error={"code": "bad_input", "field": "canceled"}),
        f("negative", "bad_input", -1, 2, "1", origin="a count is not negative", error={"code": "negative", "field": "canceled"}),
        formula(f"{p}-formula-missing", K, v, "bad_input", {"canceled": 1, v: 2}, origin="an input is absent",
                error={"code": "missing_input", "field": "value"}),
        m("b27", "ruling", [thing(1, d(20), "80", gone=feb(3)), thing(2, d(20), "50"), thing(3, feb(5), "10")], [
            row("count", "1", IN_JANUARY), row("share", "50", IN_JANUARY, sample=2), row("value", "80", IN_JANUARY, unit="EUR"),
            row("count", "0", IN_FEBRUARY), row("share", "0", IN_FEBRUARY), row("value", "0", IN_FEBRUARY),
            row("count", "1"), row("share", "33.333333333"), row("value", "80", unit="EUR")],
          "created in January, canceled in February: January's, with the value of what was canceled", ruling="B27",
          window=TO_MARCH, bucket="month"),
        m("b27-event", "ruling", [thing(1, d(20), "80", gone=feb(3)), thing(2, d(20), "50")], [
            row("count", "0", IN_JANUARY), row("count", "1", IN_FEBRUARY), row("count", "1", left_out={"no_anchor": 1})],
          "asked by the cancellation: February's", ruling="B27", window=TO_MARCH, bucket="month", anchor={kind: "canceled_at"}),
        m("b27-no-value", "ruling", [thing(1, d(5), "80.25", gone=d(6)), thing(2, d(5), gone=d(6)), thing(3, d(5), "0", gone=d(6)), thing(4, d(5))], [
            row("count", "3"), row("share", "75"), row("value", "80.25", unit="EUR"), row("no_value", "1", unit="count"), row(v, "4")],
          "without a value: counted, not 0; a value of 0 is one", ruling="B27"),
        m("records-empty", "empty", [], [
            row("count", "0", left_out={}), row("share", None, sample=0), row("value", "0"), row("no_value", "0"), row(v, "0")],
          "counts and sums are 0", ruling="B55"),
        m("records-null", "null", [thing(1, d(5)), thing(2, d(5), gone=d(6))], [
            row("count", "1"), row("value", "0"), row("no_value", "1"), row("share", "50")], "no instant: not canceled"),
        m("records-boundary", "boundary", [
            thing(1, "2025-12-31T23:59:59.999999Z", "1", gone=d(5)), thing(2, d(1), "10", gone=d(1)),
            thing(3, "2026-01-31T23:59:59.999999Z", "100", gone=mar(5)), thing(4, feb(1), "1000", gone=feb(1))], [
            row("count", "2"), row("value", "110"), row("share", "100", lower=34.23802275066531)], "[from, to): 2 and 3", window=JANUARY),
        m("records-as-of", "boundary", [
            thing(1, d(5), "10", gone=d(10)), thing(2, d(5), "100", gone=d(10, "00:00:00.000001")), thing(3, d(11), "1000", gone=d(11))], [
            row("count", "1", left_out={}), row("value", "10"), row(v, "2")], "canceled at as_of is canceled, 1 µs later not yet", as_of=d(10)),
        m("records-mixed", "bad_input", [thing(1, d(5), "10", gone=d(6)), thing(2, d(5), "10", "USD", gone=d(6))],
          origin="euros and dollars do not add", error={"code": "mixed_currencies"}),
        m("records-mixed-kept", "boundary", [thing(1, d(5), "10", gone=d(6)), thing(2, d(5), "10", "USD")], [
            row("value", "10", unit="EUR"), row("count", "1")], "only the values of what was canceled are added"),
        m("records-rates", "typical", [thing(1, d(5), "10", gone=d(6)), thing(2, d(5), "10", "USD", gone=d(6))], [
            row("value", "19.2", unit="EUR"), row("count", "2")], "10 + 10 × 0.92", parameters={"currency": "EUR", "rates": {"USD": "0.92"}}),
        m("records-no-rate", "bad_input", [thing(1, d(5), "10", gone=d(6)), thing(2, d(5), "10", "GBP", gone=d(6))],
          origin="no rate for pounds", parameters={"currency": "EUR", "rates": {"USD": "0.92"}},
          error={"code": "mixed_currencies", "field": "currency"}),
        m("records-bad-rate", "bad_input", [], parameters={"currency": "EUR", "rates": {"USD": "-1"}}, origin="a rate below 0",
          error={"code": "bad_parameter", "field": "rates"}),
        m("records-bad-currency", "bad_input", [], parameters={"currency": "euro"}, origin="not three capital letters",
          error={"code": "unknown_currency", "field": "currency"}),
        m("records-too-fine", "bad_input", [thing(1, d(5), "0.0000000001")], origin="ten decimal places",
          error={"code": "too_fine", "record": kind, "index": 0, "field": "value" if v == "requests" else "amount"}),
        m("records-currencies", "typical", [
            thing(1, d(5), "10", gone=d(6), shop="a"), thing(2, d(5), "7", "USD", gone=d(6), shop="b"), thing(3, d(5), "5", gone=d(6), shop="a")], [
            row("value", "15", group={"shop": "a"}, unit="EUR"), row("value", "7", group={"shop": "b"}, unit="USD"),
            row("count", "2", group={"shop": "a"})], "each group in its own currency", by=["shop"]),
        m("records-berlin", "boundary", [thing(1, mar(31, "21:59:59"), "1", gone=mar(31, "22:00")), thing(2, mar(31, "22:00"), "2")], [
            row("count", "1", IN_MARCH), row("share", "100", IN_MARCH), row("count", "0", "2026-04"), row("share", "0", "2026-04")],
          "April begins at 22:00Z: summer time", zone=BERLIN, window={"from": "2026-03-01", "to": "2026-05-01"}, bucket="month"),
    ]
v, p = "requests", "canceled-requests"
CANCELED += [
    measure(f"{p}-records-typical", K, v, "typical", {"ticket": [
        ticket("1", d(5), canceled_at=d(6), value="10", currency="EUR"), ticket("2", d(5), status="canceled", value="2.5", currency="EUR"),
        ticket("3", d(5), d(5), resolved_at=d(6), value="99", currency="EUR"), ticket("4", d(5)), ticket("5", d(5), status="merged", canceled_at=d(6)),
        ticket("6", d(5), status="spam"), ticket("7", d(5), status="deleted", deleted_at=d(6))]}, [
        row("count", "2", left_out={"deleted": 1, "merged": 1, "spam": 1}), row("share", "50", sample=4), row("value", "12.5", unit="EUR"),
        row("no_value", "0"), row("requests", "4")], "1 and 2 of 1, 2, 3, 4; an instant or the status says it"),
    *faults(p, K, v),
    *quarters(p, K, v, 11, ("value", "currency", "agent_replies", *ENDS)),
]
v, p = "orders", "canceled-orders"
ORDERS = [conversion(i, d(1 + i, month=1 + i % 3), str(random.Random(i).randint(1, 900)), channel=["web", "phone", None][i % 3 - i % 2],
                     **({"canceled_at": mar(30)} if i % 4 == 1 else {})) for i in range(24)]
CANCELED += [
    measure(f"{p}-records-typical", K, v, "typical", {"conversion": [
        conversion(1, d(5), "10", canceled_at=d(6)), conversion(2, d(5), "20"), conversion(3, d(5), "30", kind="upsell", canceled_at=d(6)),
        conversion(4, d(5), "40", kind="refund"), conversion(5, d(5), canceled_at=d(6)), conversion(6, d(5), "5", kind="renewal")]}, [
        row("count", "2", left_out={"other_conversion": 3}), row("share", "66.666666667", sample=3), row("value", "10", unit="EUR"),
        row("no_value", "1"), row("orders", "3")], "purchases 1, 2, 5; 1 and 5 are canceled"),
    measure(f"{p}-records-missing", K, v, "bad_input", {"conversion": [{"id": "1", "at": d(5)}]}, origin="kind is required",
            error={"code": "missing_field", "record": "conversion", "index": 0, "field": "kind"}),
    measure(f"{p}-records-duplicate", K, v, "bad_input", {"conversion": [conversion(1, d(5)), conversion(1, d(6))]}, origin="order 1 twice",
            error={"code": "duplicate_id", "record": "conversion", "index": 1, "field": "id"}),
    measure(f"{p}-records-none-given", K, v, "bad_input", {}, origin="no conversions were given", error={"code": "missing_records"}),
    measure(f"{p}-month-channel", K, v, "typical", {"conversion": ORDERS}, window=QUARTER, bucket="month", by=["channel"]),
]

# Volume -----------------------------------------------------------------------------------------------------------------


def volume(K, own, other, words):
    """Ticket volume and issues by type: the same, each by its own dimension."""
    v, p = "standard", {"channel": "volume", "type": "issues"}[own]
    a, b = words

    def t(id, word, at=d(5), **more):
        return ticket(id, at, **{own: word, **more})

    def m(what, case, tickets, rows=None, origin=None, **more):
        return measure(f"{p}-{what}", K, v, case, {"ticket": tickets}, rows, origin, **more)

    def g(word):
        return {own: word}

    eight = [t(i, [a, a, a, b, b, None][i]) for i in range(6)] + [t(6, a, status="merged"), t(7, "other", status="spam")]
    return [
        formula(f"{p}-formula-typical", K, v, "typical", {"tickets": 14, "all_tickets": 20}, {
            "count": {"value": "14", "unit": "count"}, "share": {
                "value": "70", "unit": "percent", "sample": 20, "numerator": "14", "denominator": "20",
                "lower": 48.102718164647645, "upper": 85.45227551323957}},
            "published: statsmodels 0.15.0 and R 4.2.2, Wilson of 14/20, case prop-wilson-14-20 of the reference vectors"),
        formula(f"{p}-formula-empty", K, v, "empty", {"tickets": 0, "all_tickets": 0}, {"count": {"value": "0"}, "share": undef()},
                "0/0 is undefined, a count is 0", ruling="B55"),
        formula(f"{p}-formula-all", K, v, "boundary", {"tickets": 10, "all_tickets": 10}, {
            "share": {"value": "100", "lower": 72.246720013711074, "upper": 100.0}}, "mirror of Wilson of 0/10"),
        formula(f"{p}-formula-third", K, v, "ruling", {"tickets": 1, "all_tickets": 3}, {"share": {"value": "33.333333333"}},
                "one division, 100 × 1/3", ruling="B33"),
        formula(f"{p}-formula-too-many", K, v, "bad_input", {"tickets": 3, "all_tickets": 2}, origin="a part larger than its whole",
                error={"code": "bad_input", "field": "tickets"}),
        formula(f"{p}-formula-negative", K, v, "bad_input", {"tickets": -1, "all_tickets": 2}, origin="a count is not negative",
                error={"code": "negative", "field": "tickets"}),
        formula(f"{p}-formula-missing", K, v, "bad_input", {"tickets": 1}, origin="an input is absent",
                error={"code": "missing_input", "field": "all_tickets"}),
        m("records-own-dimension", "typical", eight, [
            row("count", "3", group=g(a), left_out={"merged": 1}), row("share", "50", group=g(a), sample=6, numerator="3", denominator="6"),
            row("count", "2", group=g(b), left_out={}), row("share", "33.333333333", group=g(b)),
            row("count", "1", group=g(None)), row("share", "16.666666667", group=g(None)),
            row("count", "6", group=g(ALL), left_out={"merged": 1, "spam": 1}), row("share", "100", group=g(ALL))],
          "grouped by its own dimension where nothing is said; an unknown one is a group; 3, 2, 1 of 6"),
        m("records-ungrouped", "boundary", eight, [
            row("count", "6", left_out={"merged": 1, "spam": 1}), row("share", "100", sample=6)], "asked for no groups at all",
          by=[], row_count=2),
        m("records-other-dimension", "typical", [t(i, a, **{other: ["x", "y", "y"][i]}) for i in range(3)], [
            row("count", "1", group={other: "x"}), row("share", "33.333333333", group={other: "x"}),
            row("share", "66.666666667", group={other: "y"}), row("count", "3", group={other: ALL})], "the share of all groups of what was asked",
          by=[other]),
        m("records-months", "typical", [t(1, a), t(2, a), t(3, b), t(4, b, feb(5)), t(5, b, feb(6)), t(6, a, feb(7), status="spam")], [
            row("count", "2", IN_JANUARY, g(a)), row("share", "66.666666667", IN_JANUARY, g(a), sample=3),
            row("share", "33.333333333", IN_JANUARY, g(b)), row("share", "100", IN_JANUARY, g(ALL)),
            row("count", "0", IN_FEBRUARY, g(a), left_out={"spam": 1}), row("share", "0", IN_FEBRUARY, g(a), sample=2),
            row("share", "100", IN_FEBRUARY, g(b)), row("count", "0", IN_MARCH, g(a)), row("share", None, IN_MARCH, g(a), sample=0),
            row("share", None, IN_MARCH, g(ALL)), row("share", "40", group=g(a)), row("share", "60", group=g(b)), row("count", "5", group=g(ALL))],
          "of all groups in the same month: 2 of 3, 0 of 2, none of none; in all 2 of 5", window=QUARTER, bucket="month"),
        m("b20-deleted", "ruling", [t(1, a), t(2, a, status="deleted", deleted_at=d(6)), t(3, b, status="merged"), t(4, b, status="spam")], [
            row("count", "2", group=g(a), left_out={}), row("share", "100", group=g(a)), row("count", "0", group=g(b), left_out={"merged": 1, "spam": 1}),
            row("share", "0", group=g(b))], "one that was deleted unanswered was asked", ruling="B20"),
        m("b55-empty", "ruling", [], [
            row("count", "0", IN_JANUARY, g(ALL)), row("share", None, IN_JANUARY, g(ALL)), row("count", "0", IN_FEBRUARY, g(ALL)),
            row("count", "0", group=g(ALL), left_out={}), row("share", None, group=g(ALL), lower=None, upper=None)],
          "counts are 0, shares undefined; groups are not invented", ruling="B55", window=TO_MARCH, bucket="month", row_count=6),
        m("records-empty", "empty", [], [row("count", "0", group=g(ALL)), row("share", None, group=g(ALL))], "no tickets", row_count=2),
        m("records-null", "null", [t(1, None), t(2, None)], [
            row("count", "2", group=g(None)), row("share", "100", group=g(None)), row("count", "2", group=g(ALL))], "unknown is a group of its own"),
        m("records-boundary", "boundary", [
            t(1, a, "2025-12-31T23:59:59.999999Z"), t(2, a, d(1)), t(3, b, "2026-01-31T23:59:59.999999Z"), t(4, b, feb(1))], [
            row("count", "2", group=g(ALL)), row("share", "50", group=g(a))], "[from, to)", window=JANUARY),
        m("records-as-of", "boundary", [t(1, a, d(5)), t(2, a, d(10)), t(3, b, d(10, "00:00:00.000001")), t(4, b, d(5), status="merged", merged_at=d(11))], [
            row("count", "3", group=g(ALL), left_out={}), row("count", "2", group=g(a)), row("count", "1", group=g(b))],
          "3 is not there yet, and nobody has merged 4", as_of=d(10)),
        m("records-berlin-hours", "boundary", [
            t(1, a, "2026-10-24T23:59:59Z"), t(2, a, "2026-10-25T00:00:00Z"), t(3, b, "2026-10-25T00:59:59Z"), t(4, a, "2026-10-25T01:00:00Z")], [
            row("count", "2", "2026-10-25 02:00+02:00", g(ALL)), row("share", "50", "2026-10-25 02:00+02:00", g(b)),
            row("count", "1", "2026-10-25 02:00+01:00", g(ALL)), row("share", "100", "2026-10-25 02:00+01:00", g(a))],
          "02:00 comes twice", ruling="B61", zone=BERLIN, window={"from": "2026-10-25", "to": "2026-10-26"}, bucket="hour"),
        m("records-berlin-months", "boundary", [t(1, a, mar(31, "21:59:59")), t(2, b, mar(31, "22:00"))], [
            row("count", "1", IN_MARCH, g(a)), row("count", "0", IN_MARCH, g(b)), row("count", "1", "2026-04", g(b))],
          "April begins at 22:00Z: summer time", zone=BERLIN, window={"from": "2026-03-01", "to": "2026-05-01"}, bucket="month"),
        m("records-tags", "boundary", [t(1, a, tags=["x", "y"]), t(2, a, tags=["x"]), t(3, a, tags=[])], [
            row("share", "66.666666667", group={"tags": "x"}), row("share", "33.333333333", group={"tags": "y"}),
            row("share", "33.333333333", group={"tags": None}), row("count", "3", group={"tags": ALL})],
          "groups overlap; each is a part of the 3 tickets", by=["tags"]),
        *faults(p, K, v),
        m("month-own", "typical", trimmed(random_tickets(12)), window=QUARTER, bucket="month"),
        m("week-other", "typical", trimmed(random_tickets(12)), window=JANUARY, bucket="week", by=[other]),
    ]


FILES = {
    "resolution_time": ("Resolution time: conformance cases", RESOLUTION_TIME),
    "first_contact_resolution_rate": ("First contact resolution: conformance cases", FCR),
    "tickets_resolved": ("Tickets resolved: conformance cases", TICKETS_RESOLVED),
    "requests_processed": ("Requests processed: conformance cases", REQUESTS_PROCESSED),
    "task_completion_rate": ("Task completion: conformance cases", TASK_COMPLETION),
    "reopen_rate": ("Reopened tickets: conformance cases", REOPEN),
    "solo_resolution_rate": ("Resolved by one person alone: conformance cases", SOLO),
    "touches_to_resolution": ("Replies until the resolution: conformance cases", TOUCHES),
    "interactions_per_ticket": ("Interactions per ticket: conformance cases", INTERACTIONS),
    "escalation_rate": ("Escalated tickets: conformance cases", ESCALATION),
    "canceled_requests": ("Canceled requests and orders: conformance cases", CANCELED),
    "ticket_volume": ("Ticket volume: conformance cases", volume("ticket_volume", "channel", "type", ("email", "web"))),
    "issues_by_type": ("Issues by type: conformance cases", volume("issues_by_type", "type", "channel", ("bug", "question"))),
}
