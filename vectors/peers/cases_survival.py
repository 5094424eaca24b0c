"""The cases of survival, for `oracle.py`: resolution time, patience, and how long customers stay.

The published numbers are those of R's `survfit` on the same durations; the limits of a restricted mean are the mean
± 1.959963984540054 of R's standard errors.
"""

import random
from datetime import datetime, timedelta

from cases import JANUARY, QUARTER, account, call, d, formula, measure, none, row, ticket, undef
from cases_resolution import random_tickets, trimmed

TIMES = ["median", "p90", "restricted_mean"]
Z = 1.959963984540054
MEAN, ERROR = 4.909523809523809, 0.8168713506941749
# Ten durations, six of them with an event: case km-tiny-greenwood of the reference vectors.
TINY = [1, 2, 2, 3, 4, 4, 5, 6, 7, 8], [x == 1 for x in (1, 1, 0, 1, 1, 1, 0, 1, 0, 0)]
# Weeks of remission under 6-mercaptopurine.
FREIREICH = ([6, 6, 6, 6, 7, 9, 10, 10, 11, 13, 16, 17, 19, 20, 22, 23, 25, 32, 32, 34, 35],
             [x == 1 for x in (1, 1, 1, 0, 1, 0, 1, 0, 0, 1, 1, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0)])


def formulas(prefix, k, v):
    """What every formula of survival must give."""
    def f(what, case, durations, observed, figures=None, origin=None, **more):
        inputs = {"durations": durations, "observed": observed}
        return formula(f"{prefix}-formula-{what}", k, v, case, inputs, figures, origin, **more)

    def refused(what, durations, observed, origin, error, **more):
        return f(what, "bad_input", durations, observed, None, origin, error=error, **more)

    r = random.Random(7)
    many = [r.randint(1, 90_000_000) / 1000 for _ in range(60)]
    ties = [r.randint(1, 12) * 3600 for _ in range(50)]
    no_interval = {"lower": None, "upper": None}
    return [
        f("typical", "typical", *TINY, {
            "median": {"value": "4", "unit": "seconds", "sample": 10, "lower": 1.0, "upper": None},
            "p90": undef("not_reached") | {"sample": 10} | no_interval,
            "restricted_mean": {"value": "4.90952381", "unit": "seconds", "lower": MEAN - Z * ERROR, "upper": MEAN + Z * ERROR},
            "events": {"value": "6", "unit": "count"}, "censored": {"value": "4"}, "count": {"value": "10"},
            "open_after_1": {"value": "90", "unit": "percent", "sample": 10, "lower": 47.30092713620505, "upper": 98.52813933673431},
            "open_after_4": {"value": "45.714285714", "lower": 14.298216275561243, "upper": 72.97791060152379},
            "open_after_8": {"value": "30.476190476", "lower": 5.353388460001091, "upper": 61.73675617556927}},
          "published: R survival 3.5.3, survfit with log-log limits, case km-tiny-greenwood of the reference vectors",
          parameters={"bands": [1, 4, 8]}),
        f("freireich", "typical", *FREIREICH, {
            "median": {"value": "23"}, "events": {"value": "9"}, "censored": {"value": "12"},
            "open_after_6": {"value": "85.714285714"}, "open_after_10": {"value": "75.294117647"},
            "open_after_23": {"value": "44.817927171"}},
          "published: Freireich and others (1963): 18/21 at 6 weeks, × 16/17 × 14/15 at 10, × 11/12 × 10/11 × 6/7 × 5/6 at 23; median 23 weeks",
          parameters={"bands": [6, 10, 23]}),
        f("flat-at-half", "ruling", [1, 2, 3, 4], [True] * 4, {
            "median": {"value": "2.5", "lower": 1.0, "upper": None}, "p90": {"value": "4", "lower": 2.0, "upper": None},
            "restricted_mean": {"value": "2.5"}, "events": {"value": "4"}, "censored": {"value": "0"}},
          "published: R survival 3.5.3, case km-median-flat-at-half of the reference vectors: as the sample median", ruling="B44"),
        f("flat-to-the-end", "boundary", [1, 2, 5, 9], [True, True, False, False], {
            "median": {"value": "5.5", "lower": 1.0, "upper": None}, "restricted_mean": {"value": "5.25"}},
          "one half from 2 on and no further event: the middle of 2 and 9, as R has it; 1 + 3/4 × 1 + 1/2 × 7"),
        f("all-at-once", "boundary", [5, 5, 5], [True] * 3, {
            "median": {"value": "5"} | no_interval, "p90": {"value": "5"}, "restricted_mean": {"value": "5"} | no_interval},
          "from 1 to 0 at once: no limits"),
        f("no-event", "boundary", [3, 5, 8], [False] * 3, {
            "median": undef("not_reached"), "p90": undef("not_reached"), "restricted_mean": {"value": "8"} | no_interval,
            "events": {"value": "0"}, "censored": {"value": "3"}, "open_after_4": {"value": "100"} | no_interval},
          "nothing has ended: all last longer than 8", parameters={"bands": [4]}),
        f("tie", "boundary", [2, 2, 3], [True, False, True], {
            "median": {"value": "3"}, "open_after_2": {"value": "66.666666667"}, "restricted_mean": {"value": "2.666666667"}},
          "what is out of sight at 2 was at risk at 2: 2/3, then 0; 2 + 2/3 × 1", parameters={"bands": [2]}),
        f("out-of-sight-first", "boundary", [1, 1, 2, 3], [False, False, True, True], {
            "median": {"value": "2.5"}, "open_after_2": {"value": "50"}, "restricted_mean": {"value": "2.5"}},
          "two are out of sight before the first event: of the others one half is left at 2", parameters={"bands": [2]}),
        f("tie-after-the-population-changed", "boundary", [1, 1, 1, 1, 2, 2, 2, 2, 3, 5, 7, 9], [True] * 4 + [False] * 4 + [True] * 4, {
            "median": {"value": "4"}, "p90": {"value": "9"}, "restricted_mean": {"value": "4.333333333"}},
          "2/3 × 3/4 is one half from 3 to 5; 1 + 2/3 × 2 + 1/2 × 2 + 1/3 × 2 + 1/6 × 2"),
        f("zero", "boundary", [0, 10], [True, True], {"median": {"value": "5"}, "restricted_mean": {"value": "5"}},
          "one half is left after 0 s, until 10 s"),
        f("horizon", "boundary", *TINY, {"restricted_mean": {"value": "3.385714286"}},
          "1 + 0.9 + 0.8 + 24/35 up to 4", parameters={"horizon": 4}),
        f("horizon-between", "boundary", [1, 2, 3], [True] * 3, {"restricted_mean": {"value": "1.833333333"}},
          "1 + 2/3 × 1 + 1/3 × 0.5 up to 2.5", parameters={"horizon": "2.5"}),
        f("horizon-not-seen", "boundary", *TINY, {
            "restricted_mean": undef("not_reached"), "open_after_8": {"value": "30.476190476"}, "open_after_8.5": undef("not_reached")},
          "nobody was observed longer than 8, and not all have ended", parameters={"horizon": 9, "bands": [8, 8.5]}),
        f("horizon-after-the-end", "boundary", [1, 2, 3], [True] * 3, {
            "restricted_mean": {"value": "2"}, "open_after_3": {"value": "0"} | no_interval, "open_after_99": {"value": "0"} | no_interval},
          "all have ended at 3", parameters={"horizon": 10, "bands": [3, 99]}),
        f("half-even", "boundary", [1] * 4093 + [2] * 3, [True] * 4096, {"open_after_1": {"value": "0.073242188"}},
          "300/4096 = 0.0732421875: half to even", parameters={"bands": [1]}),
        f("microseconds", "boundary", ["0.000001", "0.000002"], [True, True], {
            "median": {"value": "0.0000015"}, "restricted_mean": {"value": "0.0000015"}}, "the middle of 1 and 2 µs"),
        f("numbers", "typical", [3600, 7200, 7200], [1, 0, 1], {"median": {"value": "7200"}, "events": {"value": "2"}},
          "1 and 0 are flags: 2/3 after 3,600 s, 1/3 after 7,200 s"),
        f("level", "typical", *TINY, level=0.8),
        f("peer", "typical", many, [r.random() < 0.6 for _ in many], parameters={"bands": [3600, 36000, 72000.5], "horizon": 50000}),
        f("peer-ties", "typical", ties, [i % 3 > 0 for i in range(50)], parameters={"bands": [7200]}),
        f("empty", "empty", [], [], {name: undef() | {"sample": 0} | no_interval for name in (*TIMES, "open_after_60")} | {
            "events": {"value": "0"}, "censored": {"value": "0"}, "count": {"value": "0"}},
          "a time over nothing is undefined, a count is 0", ruling="B55", parameters={"bands": [60], "horizon": 60}),
        refused("lengths", [1, 2], [True], "two durations, one flag", {"code": "bad_input", "field": "observed"}),
        refused("negative", [1, -2], [True, True], "a duration is not negative",
                {"code": "negative", "record": "input", "index": 1, "field": "durations"}),
        refused("flag", [1, 2], [True, 2], "2 is no flag", {"code": "bad_input", "record": "input", "index": 1, "field": "observed"}),
        refused("no-horizon", [1], [True], "a horizon of 0 s sees nothing", {"code": "bad_parameter", "field": "horizon"},
                parameters={"horizon": 0}),
        refused("bad-horizon", [1], [True], "below 0 s", {"code": "bad_parameter", "field": "horizon"}, parameters={"horizon": -1}),
        refused("bad-bands", [1], [True], "they do not rise", {"code": "bad_parameter", "field": "bands"}, parameters={"bands": [2, 1]}),
        refused("quantiles", [1], [True], "all durations are kept", {"code": "unknown_parameter", "field": "quantiles"},
                parameters={"quantiles": "sketch"}),
        formula(f"{prefix}-formula-missing", k, v, "bad_input", {"durations": [1]}, origin="the flags are absent",
                error={"code": "missing_input", "field": "observed"}),
        formula(f"{prefix}-formula-unknown", k, v, "bad_input", {"durations": [1], "observed": [True], "events": 1},
                origin="an input too many", error={"code": "unknown_input", "field": "events"}),
    ]


NOTHING = [*none(TIMES, sample=0), row("events", "0"), row("censored", "0"), row("count", "0")]

# resolution_time ------------------------------------------------------------------------------------------------------

K, V, P = "resolution_time", "survival", "restime-survival"
FATES = [
    ticket("resolved", d(5, "08:00"), resolved_at=d(5, "09:00")),
    ticket("slow", d(5, "08:00"), resolved_at=d(5, "11:00")),
    ticket("open", d(5, "08:00")),
    ticket("closed", d(5, "08:00"), closed_at=d(5, "10:00"), status="closed"),
    ticket("canceled", d(5, "08:00"), canceled_at=d(5, "08:30"), status="canceled"),
    ticket("gone", d(5, "08:00"), d(5, "08:10"), deleted_at=d(5, "09:30"), status="deleted"),
    ticket("late", d(5, "08:00"), resolved_at=d(5, "12:30")),
    ticket("merged", d(5, "08:00"), merged_at=d(5, "08:05"), status="merged"),
    ticket("spam", d(5, "08:00"), status="spam"),
    ticket("deleted", d(5, "08:00"), deleted_at=d(5, "08:05"), status="deleted"),
    ticket("when", d(5, "08:00"), resolved_at=None, status="closed"),
    ticket("later", d(5, "13:00")),
]
RESOLUTION = formulas(P, K, V) + [
    measure(f"{P}-fates", K, V, "typical", {"ticket": FATES}, [
        row("median", None, undefined="not_reached", sample=7, left_out={"deleted": 1, "merged": 1, "spam": 1, "unknown": 1}),
        row("p90", None, undefined="not_reached"), row("restricted_mean", "11600"), row("events", "2"), row("censored", "5"),
        row("count", "7"), row("open_after_3600", "83.333333333"), row("open_after_10800", "55.555555556")],
        "resolved after 3,600 and 10,800 s; out of sight after 1,800, 5,400, 7,200 and, open at as_of, twice 14,400: 5/6, then "
        "× 2/3; 3600 + 5/6 × 7200 + 5/9 × 3600", as_of=d(5, "12:00"), parameters={"bands": [3600, 10800]}),
    measure(f"{P}-no-more-open", K, V, "typical", {"ticket": FATES[:2] + FATES[3:6]}, [
        row("median", "10800", sample=5, left_out={}), row("p90", "10800"), row("events", "2"), row("censored", "3")],
        "without open ones no instant is asked for: 3/4 after 3,600 s; the last one at risk is resolved after 10,800 s"),
    measure(f"{P}-look", K, V, "bad_input", {"ticket": FATES[:3]}, origin="one is open, and nobody says when one looks",
            error={"code": "as_of_required"}),
    measure(f"{P}-window", K, V, "boundary", {"ticket": [
        ticket("1", d(31, "23:00"), resolved_at=d(1, "01:00", month=2)), ticket("2", d(31, "22:00"), resolved_at=d(1, month=2)),
        ticket("3", d(31, "23:59:59.999999")), ticket("4", d(1, month=2), resolved_at=d(1, "01:00", month=2)),
        ticket("5", "2025-12-31T23:59:59.999999Z", resolved_at=d(1, "01:00"))]},
        [row("median", "7200", sample=3, left_out={}), row("events", "1"), row("censored", "2"), row("restricted_mean", "7200")],
        "created in January, looked at on 1 February at 00:00: 3,600 s and 1 µs open, resolved just then after 7,200 s",
        window=JANUARY),
    measure(f"{P}-months", K, V, "typical", {"ticket": [
        ticket("1", d(5), resolved_at=d(6)), ticket("2", d(5), resolved_at=d(9)), ticket("3", d(10, month=2), resolved_at=d(11, month=2)),
        ticket("4", d(10, month=3))]}, [
        row("median", "216000", "2026-01", sample=2, left_out={}), row("median", "86400", "2026-02", sample=1),
        row("median", None, "2026-03", undefined="not_reached", sample=1), row("restricted_mean", "1900800", "2026-03"),
        row("median", "216000", sample=4, left_out={}), row("p90", None, undefined="not_reached"),
        row("restricted_mean", "604800"), row("events", "3"), row("censored", "1")],
        "by creation: 1 and 4 days; 1 day; open for 22 days. Of all four one half is left after 1 day, until 4 days; "
        "1 + 1/2 × 3 + 1/4 × 18 days", window=QUARTER, bucket="month"),
    measure(f"{P}-closed-before-it-began", K, V, "boundary", {"ticket": [
        ticket("1", d(5, "08:00"), closed_at=d(5, "07:59:59"), status="closed"), ticket("2", d(5, "08:00"), resolved_at=d(5, "08:00"))]},
        [row("median", "0", sample=1, left_out={"unknown": 1}), row("restricted_mean", "0")],
        "closed before it was created: how long it was open is not known; resolved at once: 0 s"),
    measure(f"{P}-resolved-after-it-was-closed", K, V, "boundary", {"ticket": [
        ticket("1", d(5, "08:00"), closed_at=d(5, "09:00"), resolved_at=d(5, "10:00"), status="resolved")]},
        [row("median", "7200", left_out={})], "a resolution is an event, whatever else is known"),
    measure(f"{P}-empty", K, V, "empty", {"ticket": []}, NOTHING, "no records", ruling="B55"),
    measure(f"{P}-left-out", K, V, "empty", {"ticket": FATES[7:10]}, [
        row("median", None, sample=0, left_out={"deleted": 1, "merged": 1, "spam": 1}), row("count", "0")], "no request is left"),
    measure(f"{P}-null", K, V, "null", {"ticket": [
        ticket("1", d(5, "08:00"), resolved_at=None), ticket("2", d(5, "08:00"), status="resolved"), ticket("3", d(5, "08:00"), status="deleted"),
        ticket("4", d(5, "08:00"), d(5, "08:10"), status="deleted")]},
        [row("median", None, undefined="not_reached", sample=1, left_out={"deleted": 1, "unknown": 2}), row("restricted_mean", "3600")],
        "open for an hour; two have ended nobody knows when; one was deleted without an answer", as_of=d(5, "09:00")),
    measure(f"{P}-order", K, V, "bad_input", {"ticket": [ticket("1", d(5)), ticket("2", d(5, "08:00"), resolved_at=d(5, "07:00"))]},
            origin="resolved before it was created", error={"code": "wrong_order", "record": "ticket", "index": 1, "field": "resolved_at"},
            as_of=d(6)),
    measure(f"{P}-horizon", K, V, "bad_input", {"ticket": []}, origin="a word is no time", error={"code": "bad_parameter", "field": "horizon"},
            parameters={"horizon": "long"}),
    measure(f"{P}-quarter", K, V, "typical", {"ticket": trimmed(random_tickets(51), "resolved_at", "closed_at", "canceled_at", "agent_replies")},
            window=QUARTER, bucket="month", by=["channel"], parameters={"bands": [86400, 604800], "horizon": 1209600}),
    measure(f"{P}-quarter-as-of", K, V, "typical", {"ticket": trimmed(random_tickets(52), "resolved_at", "closed_at", "canceled_at")},
            window=QUARTER, as_of=d(10, month=2), parameters={"bands": [86400]}, level=0.9),
]

# time_to_abandon ------------------------------------------------------------------------------------------------------

K, V, P = "time_to_abandon", "patience", "tta-patience"


def waiting(id, seconds, **more):
    """Given up after so many seconds from 09:00."""
    ended = datetime(2026, 1, 5, 9) + timedelta(seconds=seconds)
    return call(id, d(5, "09:00"), ended_at=ended.isoformat() + "Z", **more)


def answered(id, seconds, **more):
    at = datetime(2026, 1, 5, 9) + timedelta(seconds=seconds)
    return call(id, d(5, "09:00"), at.isoformat() + "Z", **more)


CHANCES = [
    waiting("1", 60), waiting("2", 120, abandon_step="queue"), waiting("3", 3), answered("4", 30),
    answered("5", 90, outcome="abandoned", abandon_step="hold", ended_at=d(5, "09:05")), waiting("6", 1200, outcome="callback"),
    waiting("7", 40, outcome="failed"), waiting("8", 3600),
    waiting("9", 60, direction="outbound"), call("10", None, started_at=d(5, "09:00"), outcome="self_served"),
    call("11", None, started_at=d(5, "09:00"), ended_at=d(5, "09:01"), abandon_step="menu"),
]
PATIENCE = formulas(P, K, V) + [
    measure(f"{P}-chances", K, V, "typical", {"contact": CHANCES}, [
        row("median", "120", sample=8, left_out={"not_queued": 1, "outbound": 1, "self_served": 1}),
        row("p90", None, undefined="not_reached"), row("restricted_mean", "878.875"), row("events", "3"), row("censored", "5"),
        row("count", "8"), row("open_after_60", "70")],
        "given up after 3, 60 and 120 s; answered after 30 and 90, cut off after 40, called back after 1,200, waiting since "
        "1,800: 7/8 × 4/5 × 2/3 = 7/15; 3 + 7/8 × 57 + 7/10 × 60 + 7/15 × 1680", as_of=d(5, "09:30"), parameters={"bands": [60]}),
    measure(f"{P}-known", K, V, "typical", {"contact": CHANCES[:8]}, [
        row("median", "120", sample=8), row("p90", "3600"), row("events", "4"), row("censored", "4"), row("count", "8")],
        "all is known: who waited alone at last gave up after 3,600 s"),
    measure(f"{P}-only-answered", K, V, "boundary", {"contact": [answered("1", 10), answered("2", 20)]}, [
        *none(TIMES[:2], "not_reached", sample=2), row("restricted_mean", "20"), row("events", "0")],
        "nobody lost patience within 20 s"),
    measure(f"{P}-window", K, V, "boundary", {"contact": [
        call("1", d(31, "23:59"), d(1, "00:05", month=2)), call("2", d(31, "23:58"), ended_at=d(1, "00:05", month=2)),
        call("3", d(31, "23:57"), ended_at=d(1, month=2)), call("4", d(1, month=2), ended_at=d(1, "00:01", month=2))]},
        [row("median", "180", sample=3, left_out={}), row("events", "1"), row("censored", "2")],
        "queued in January, looked at on 1 February at 00:00: two wait since 60 and 120 s, one gives up just then after 180 s",
        window=JANUARY),
    measure(f"{P}-hours", K, V, "typical", {"contact": [
        waiting("1", 60), waiting("2", 180), call("3", d(5, "10:00"), d(5, "10:00:30")), call("4", d(5, "10:00"), ended_at=d(5, "10:02"))]},
        [row("median", "120", "2026-01-05 09:00+00:00", sample=2), row("median", "120", "2026-01-05 10:00+00:00", sample=2),
         row("median", "120", sample=4), row("restricted_mean", "120")],
        "one half is left after 60 s, until 180 s; the other hour: answered after 30 s, given up after 120 s; all four: 2/3, then "
        "1/3 at 120 s; 60 + 2/3 × 60 + 1/3 × 60", window={"from": "2026-01-05T09:00", "to": "2026-01-05T11:00"}, bucket="hour"),
    measure(f"{P}-empty", K, V, "empty", {"contact": []}, NOTHING, "no records", ruling="B55"),
    measure(f"{P}-null", K, V, "null", {"contact": [
        call("1", d(5, "09:00")), call("2", d(5, "09:00"), outcome="answered"), call("3", d(5, "09:00"), outcome="callback"),
        call("4", None, started_at=d(5, "09:00"), ended_at=d(5, "09:01")), waiting("5", 90)]},
        [row("median", "90", sample=1, left_out={"not_queued": 1, "unknown": 3})],
        "when the wait ended is not known of three; one never joined the queue"),
    measure(f"{P}-order", K, V, "bad_input", {"contact": [waiting("1", 60), call("2", d(5, "09:00"), d(5, "08:59"))]},
            origin="answered before it was queued",
            error={"code": "response_before_creation", "record": "contact", "index": 1, "field": "answered_at"}),
    measure(f"{P}-short", K, V, "bad_input", {"contact": []}, origin="a short wait shows patience, too",
            error={"code": "unknown_parameter", "field": "short"}, parameters={"short": 5}),
]


def random_calls(seed, n=60):
    r = random.Random(seed)
    out = []
    for i in range(n):
        at = datetime(2026, 1, 5) + timedelta(seconds=r.randint(0, 86400 * 20))

        def after(most):
            return (at + timedelta(milliseconds=r.randint(0, most * 1000))).isoformat() + "Z"

        outcome = r.choices(["answered", "abandoned", "callback", "failed", "self_served"], [10, 8, 2, 1, 1])[0]
        c = {"id": f"c{i}", "channel": r.choice(["phone", "chat"]), "outcome": outcome, "answered_at": None, "ended_at": None,
             "queued_at": at.isoformat() + "Z", "direction": r.choice(["inbound", "inbound", "inbound", None, "outbound"])}
        if outcome == "answered":
            c["answered_at"] = after(300)
        elif r.random() < 0.95:
            c["ended_at"] = after(400)
        out.append(c)
    return out


PATIENCE += [
    measure(f"{P}-peer", K, V, "typical", {"contact": random_calls(61)}, window=JANUARY, bucket="week", by=["channel"],
            parameters={"bands": [30, 120], "horizon": 120}),
    measure(f"{P}-peer-as-of", K, V, "typical", {"contact": random_calls(62)}, as_of=d(15, "12:00"), level=0.99),
]

# churn_rate -----------------------------------------------------------------------------------------------------------

K, V, P = "churn_rate", "survival", "churn-survival"
DAY = 86400
CUSTOMERS = [account("a", d(1), d(11)), account("b", d(1)), account("c", d(6), d(31)), account("d", d(11), d(10, month=2)),
             account("e", d(1, month=2), d(2, month=2))]
CHURN = formulas(P, K, V) + [
    measure(f"{P}-january", K, V, "typical", {"account": CUSTOMERS}, [
        row("median", "2160000", sample=4, left_out={}), row("p90", None, undefined="not_reached"), row("restricted_mean", "2030400"),
        row("events", "2"), row("censored", "2"), row("count", "4"), row("open_after_1728000", "75")],
        "looked at on 1 February: left after 10 and 25 days, there for 21 and 31: 3/4, then 3/8; 10 + 3/4 × 15 + 3/8 × 6 days",
        window=JANUARY, parameters={"bands": [20 * DAY]}),
    measure(f"{P}-a-later-look", K, V, "typical", {"account": CUSTOMERS}, [
        row("median", "2376000", sample=4), row("events", "3"), row("censored", "1"), row("restricted_mean", "2678400")],
        "looked at on 1 March: left after 10, 25 and 30 days, there for 59: one half is left after 25 days, until 30: 27.5 days; "
        "10 + 3/4 × 15 + 1/2 × 5 + 1/4 × 29 = 31 days", window=JANUARY, as_of=d(1, month=3)),
    measure(f"{P}-cohorts", K, V, "typical", {"account": [
        account("1", d(1), d(11)), account("2", d(1), d(1, month=3)), account("3", d(1, month=2)), account("4", d(1, month=3), d(31, month=3))]}, [
        row("median", "2980800", "2026-01", sample=2), row("median", None, "2026-02", undefined="not_reached", sample=1),
        row("median", "2592000", "2026-03", sample=1), row("median", "3844800", sample=4), row("events", "3"), row("censored", "1")],
        "by their start: 10 and 59 days, the middle; there for 59 days; 30 days. Of all four one half is left after 30 days, until "
        "59: 44.5 days", window=QUARTER, bucket="month"),
    measure(f"{P}-all-have-left", K, V, "boundary", {"account": [account("1", d(1), d(2)), account("2", d(1), d(1))]},
            [row("median", "43200", sample=2), row("restricted_mean", "43200"), row("censored", "0")],
            "without a window: after 0 s and a day; nobody is there, so nobody needs to look"),
    measure(f"{P}-look", K, V, "bad_input", {"account": CUSTOMERS}, origin="one is still there, and nobody says when one looks",
            error={"code": "as_of_required"}),
    measure(f"{P}-empty", K, V, "empty", {"account": []}, NOTHING, "no records", ruling="B55"),
    measure(f"{P}-null", K, V, "null", {"account": [account("1", d(1)), account("2", d(1))]},
            [row("median", None, undefined="not_reached", sample=2, left_out={}), row("censored", "2"), row("restricted_mean", "2678400")],
            "both are still there after 31 days", window=JANUARY),
    measure(f"{P}-order", K, V, "bad_input", {"account": [account("1", d(2), d(1))]}, origin="it ends before it starts",
            error={"code": "wrong_order", "record": "account", "index": 0, "field": "ended_at"}, window=JANUARY),
]


def random_accounts(seed, n=80):
    r = random.Random(seed)
    out = []
    for i in range(n):
        at = datetime(2026, 1, 1) + timedelta(seconds=r.randint(0, 80 * DAY))
        end = at + timedelta(seconds=r.randint(0, 90 * DAY)) if r.random() < 0.6 else None
        out.append(account(f"a{i}", at.isoformat() + "Z", end and end.isoformat() + "Z", kind=r.choice(["business", "consumer", None])))
    return out


CHURN += [
    measure(f"{P}-peer", K, V, "typical", {"account": random_accounts(71)}, window=QUARTER, bucket="month", by=["kind"],
            parameters={"bands": [30 * DAY, 60 * DAY], "horizon": 20 * DAY}),
    measure(f"{P}-peer-as-of", K, V, "typical", {"account": random_accounts(72)}, as_of=d(1, month=4), level=0.9),
]

FILES = {"survival": ("Survival variants of resolution time, time to abandon and churn rate: conformance cases", RESOLUTION + PATIENCE + CHURN)}
