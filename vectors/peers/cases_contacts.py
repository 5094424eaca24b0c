"""The cases of the KPIs of calls and chats, for `oracle.py`: waits, holds, handling, service level, abandonment, answers.

A case with `expect` was worked by hand (its origin says how) and is confirmed by the peer; one without is computed
by the peer. All instants are of January 2026 unless they say otherwise.
"""

import random
from datetime import datetime, timedelta, timezone
from decimal import Decimal

from cases import ALL, BERLIN, JANUARY, PUBLISHED_MEDIAN, call, d, formula, measure, none, row, undef

WINTER = {"from": "2026-01-01", "to": "2026-03-01"}
DURATIONS = ["mean", "median", "p90", "p95", "min", "max"]
WILSON_14_20 = {"lower": 48.102718164647645, "upper": 85.45227551323957}
ZERO_OF_TEN = {"lower": 0.0, "upper": 27.753279986288926}
PUBLISHED_WILSON = "published: statsmodels 0.15.0 and R 4.2.2, Wilson of 14/20, case prop-wilson-14-20 of the reference vectors"
PUBLISHED_NONE = "published: statsmodels 0.15.0, Wilson of 0/10, case prop-wilson-edge-0-10 of the reference vectors"
PUBLISHED_T = "published: scipy 1.17.1 and R 4.2.2 t.test, case ces-mean-t of the reference vectors"
PUBLISHED_ORDER = ("published: scipy 1.17.1 quantile_test, case median-ci-order-statistics of the reference vectors: "
                   "ranks 4 and 12")
T_SCORES = [7, 6, 5, 7, 4, 6, 7, 3, 5, 6, 7, 2]
T_MEAN = {"value": "5.416666667", "numerator": "65", "denominator": "12", "lower": 4.351478138454929, "upper": 6.481855194878405}


def at(day, time, seconds=0, month=1):
    """An instant, moved by seconds that need not be whole."""
    start = datetime.fromisoformat(f"2026-{month:02}-{day:02}T{time}+00:00")
    return text(start + timedelta(microseconds=round(seconds * 10**6)))


def text(moment):
    out = moment.astimezone(timezone.utc).strftime("%Y-%m-%dT%H:%M:%S.%f")
    return (out.rstrip("0").rstrip(".") if "." in out else out) + "Z"


def waits(list_, start=100, **more):
    """Answered contacts, queued a minute apart, by how long they waited."""
    return [call(start + i, at(5, "09:00", 60 * i), at(5, "09:00", 60 * i + s), **more) for i, s in enumerate(list_)]


def gone(id, wait, time="09:00", queued=True, menu=None, **more):
    """A contact that was given up after a wait; `menu` is the time before the queue."""
    if not queued:
        return call(id, None, started_at=at(5, time), ended_at=at(5, time, wait), abandon_step="menu", **more)
    started = {} if menu is None else {"started_at": at(5, time, -menu)}
    return call(id, at(5, time), ended_at=at(5, time, wait), **started, **more)


# A mixed table for every KPI: two months, three channels, all outcomes ----------------------------------------------


def mixed():
    chance = random.Random(2026)
    out, moment = [], datetime(2026, 1, 1, 8, tzinfo=timezone.utc)
    for i in range(44):
        moment += timedelta(minutes=chance.randrange(600, 2900), microseconds=chance.randrange(10**6))
        channel = chance.choice(["phone", "phone", "chat", "video"])
        menu = timedelta(seconds=chance.choice([0, 8, 15, 40]))
        wait = timedelta(seconds=chance.choice([2, 5, 9, 18, 20, 21, 45, 130]), microseconds=chance.choice([0, 0, 250_000]))
        outcome = chance.choice(["answered"] * 6 + ["abandoned"] * 3 + ["callback", "failed", "self_served"])
        c = {"id": str(i), "channel": channel, "started_at": text(moment), "queued_at": text(moment + menu),
             "outcome": outcome, "agent": None}
        if chance.random() < 0.1:
            c["direction"] = "outbound"
        if outcome == "answered":
            answered = moment + menu + wait
            c |= {"answered_at": text(answered), "ended_at": text(answered + timedelta(seconds=200)),
                  "talk": chance.choice([60, 95.5, 180, 240]), "hold": chance.choice([None, 0, 30, 45]),
                  "wrap_up": chance.choice([None, 10, 25]), "resolved": chance.choice([True, True, False, None]),
                  "agent": chance.choice(["Ada", "Ben"])}
        elif outcome == "self_served" or outcome == "abandoned" and chance.random() < 0.35:
            c |= {"queued_at": None, "ended_at": text(moment + menu + timedelta(seconds=chance.choice([0, 3])))}
        else:
            c["ended_at"] = text(moment + menu + wait)
        if outcome == "abandoned":
            c["abandon_step"] = "menu" if c["queued_at"] is None else "queue"
        out.append(c)
    return out


MIXED = mixed()
BY_MONTH_AND_CHANNEL = {"window": WINTER, "bucket": "month", "by": ["channel"]}


def both_ways(id, kpi, variant, **more):
    """By month and by channel, computed by the peer."""
    return [measure(f"{id}-month-channel", kpi, variant, "typical", {"contact": MIXED}, **BY_MONTH_AND_CHANNEL, **more)]


# What is the same for every KPI over contacts -----------------------------------------------------------------------


FULLY_CHECKED = set()


def bad_contacts(id, kpi, variant):
    """What is wrong with a record is the same for every variant, so only the first of each KPI gets all of it."""
    good = call("1", d(5, "09:00"), d(5, "09:01"), talk=60)

    def wrong(name, how, code, field, index=1, **fields):
        bad = {"id": "2", "channel": "phone", "outcome": "answered", "queued_at": d(5, "09:00"), "answered_at": d(5, "09:01"), **fields}
        return measure(f"{id}-{name}", kpi, variant, "bad_input", {"contact": [good, bad]}, origin=how,
                       error={"code": code, "record": "contact", "index": index, "field": field})

    out = [
        wrong("answer-before-queue", "answered 1 µs before the queue", "response_before_creation", "answered_at",
              answered_at="2026-01-05T08:59:59.999999Z"),
        wrong("no-outcome", "the outcome is required", "missing_field", "outcome", outcome=None),
        measure(f"{id}-no-records", kpi, variant, "bad_input", {}, origin="no contacts were given", error={"code": "missing_records"}),
        measure(f"{id}-unknown-parameter", kpi, variant, "bad_input", {"contact": []}, origin="the KPI has no such parameter",
                parameters={"target": 60}, error={"code": "unknown_parameter", "field": "target"}),
    ]
    if kpi in FULLY_CHECKED:
        return out
    FULLY_CHECKED.add(kpi)
    return out + [
        wrong("answer-before-start", "queued before the start, and answered between", "response_before_creation", "answered_at",
              started_at=d(5, "09:02")),
        wrong("end-before-queue", "the end is before the queue", "wrong_order", "ended_at", answered_at=None, outcome="abandoned",
              ended_at=d(5, "08:59")),
        wrong("neither-start-nor-queue", "nothing says when it began", "missing_field", "queued_at", queued_at=None),
        wrong("no-channel", "the channel is required", "missing_field", "channel", channel=None),
        wrong("unknown-outcome", "no such outcome", "unknown_word", "outcome", outcome="lost"),
        wrong("unknown-step", "no such step", "unknown_word", "abandon_step", outcome="abandoned", abandon_step="wait"),
        wrong("unknown-direction", "no such direction", "unknown_word", "direction", direction="in"),
        wrong("negative-hold", "a duration is not negative", "negative", "hold", hold=-1),
        wrong("duplicate", "the same id twice in one input", "duplicate_id", "id", id="1"),
    ]


def bad_parameters(id, kpi, variant, **wrong):
    """A list of wrong values by parameter."""
    return [
        measure(f"{id}-bad-{name}-{i}", kpi, variant, "bad_input", {"contact": []}, origin=f"{name} cannot be {value!r}",
                parameters={name: value}, error={"code": "bad_parameter", "field": name})
        for name, values in wrong.items() for i, value in enumerate(values, 1)
    ]


BAD_SHORT = [-1, "soon", [5]]
BAD_POPULATION = ["everyone", "", 1]
BAD_DIRECTION = ["in", "", 1]


def duration_formulas(id, k, v):
    """The formula cases every duration KPI has."""
    return [
        formula(f"{id}-formula-typical", k, v, "typical", {"durations": [60, 120, 180, 600]}, {
            "mean": {"value": "240", "unit": "seconds", "sample": 4, "numerator": "960", "denominator": "4"},
            "median": {"value": "150", "unit": "seconds"}, "p90": {"value": "474"}, "p95": {"value": "537"},
            "min": {"value": "60"}, "max": {"value": "600"}, "count": {"value": "4", "unit": "count"},
        }, "960/4; type 7: p90 at 2.7 = 180 + 0.7 × 420, p95 at 2.85 = 180 + 0.85 × 420"),
        formula(f"{id}-formula-empty", k, v, "empty", {"durations": []},
                {**{f: undef() for f in DURATIONS}, "count": {"value": "0"}},
                "a mean over nothing is undefined, a count is 0", ruling="B55"),
        formula(f"{id}-formula-one", k, v, "ruling", {"durations": [90]}, {
            **{f: {"value": "90", "sample": 1} for f in DURATIONS},
            "mean": {"value": "90", "sample": 1, "lower": None, "upper": None}, "count": {"value": "1"}},
            "one value is every quantile; its t interval is undefined", ruling="B55"),
        formula(f"{id}-formula-zero", k, v, "boundary", {"durations": [0, 0]}, {
            **{f: {"value": "0"} for f in DURATIONS}, "count": {"value": "2"}}, "0 is a duration, not null"),
        formula(f"{id}-formula-type-7", k, v, "ruling", {"durations": list(range(10, 0, -1))}, {
            "mean": {"value": "5.5"}, "median": {"value": "5.5"}, "p90": {"value": "9.1"}, "p95": {"value": "9.55"}},
            "type 7 of 1 … 10: p90 at 8.1 = 9.1 (type 1 would be 9)", ruling="B44"),
        formula(f"{id}-formula-exact-by-name", k, v, "ruling", {"durations": list(range(1, 11))}, {"p90": {"value": "9.1"}},
                "`exact` is the default by its name", ruling="B44", parameters={"quantiles": "exact"}),
        formula(f"{id}-formula-sketch", k, v, "ruling", {"durations": list(range(1, 11))}, {
            "mean": {"value": "5.5", "numerator": "55", "denominator": "10"}, "count": {"value": "10"}},
            "a sketch touches quantiles and ends, not the mean", ruling="B44", parameters={"quantiles": "sketch"}),
        formula(f"{id}-formula-microseconds", k, v, "boundary", {"durations": ["0.000001", "0.000002", "0.000002"]}, {
            "mean": {"value": "0.000001667", "numerator": "0.000005", "denominator": "3"},
            "median": {"value": "0.000002"}, "max": {"value": "0.000002"}}, "5 µs / 3 = 1.6666… µs, rounded to 9 places"),
        formula(f"{id}-formula-half-even", k, v, "boundary", {"durations": ["0.000001"] + [0] * 63}, {
            "mean": {"value": "0.000000016"}}, "1 µs / 64 = 0.000000015625"),
        formula(f"{id}-formula-mean-interval", k, v, "typical", {"durations": T_SCORES}, {"mean": T_MEAN}, PUBLISHED_T),
        formula(f"{id}-formula-median-interval", k, v, "typical", {"durations": PUBLISHED_MEDIAN}, {
            "median": {"value": "47", "lower": 22.0, "upper": 120.0}, "count": {"value": "15"}}, PUBLISHED_ORDER),
        formula(f"{id}-formula-bands", k, v, "boundary", {"durations": [0, 10, 20, 20.5, 60, 61, 90, 300]}, {
            "band_0_20": {"value": "37.5", "unit": "percent", "sample": 8, "numerator": "3", "denominator": "8"},
            "band_20_60.5": {"value": "25", "numerator": "2"}, "band_60.5_up": {"value": "37.5", "numerator": "3"}},
            "0, 10, 20 | 20.5, 60 | 61, 90, 300: a cut belongs to the band below it", parameters={"bands": [20, 60.5]}),
        formula(f"{id}-formula-bands-empty", k, v, "empty", {"durations": []}, {"band_0_20": undef(), "band_20_up": undef()},
                "shares of nothing", parameters={"bands": [20]}),
        formula(f"{id}-formula-bands-falling", k, v, "bad_input", {"durations": [1]}, origin="the cuts do not rise",
                parameters={"bands": [60, 20]}, error={"code": "bad_parameter", "field": "bands"}),
        formula(f"{id}-formula-quantiles-unknown", k, v, "bad_input", {"durations": [1]}, origin="no such way to keep quantiles",
                parameters={"quantiles": "type_1"}, error={"code": "bad_parameter", "field": "quantiles"}),
        formula(f"{id}-formula-negative", k, v, "bad_input", {"durations": [60, -1]}, origin="a duration is not negative",
                error={"code": "negative", "field": "durations"}),
        formula(f"{id}-formula-missing", k, v, "bad_input", {}, origin="the input is absent",
                error={"code": "missing_input", "field": "durations"}),
        formula(f"{id}-formula-unknown", k, v, "bad_input", {"durations": [1], "calls": 1}, origin="an input too many",
                error={"code": "unknown_input", "field": "calls"}),
        formula(f"{id}-formula-peer", k, v, "typical", {"durations": [
            round(random.Random(11).lognormvariate(4, 1.1) + i, 3) for i in range(1, 61)]}),
        formula(f"{id}-formula-level", k, v, "typical", {"durations": PUBLISHED_MEDIAN}, level=0.8),
    ]


# answer_time --------------------------------------------------------------------------------------------------------

ANSWER_MIXED = [
    call("c1", d(5, "10:00:30"), d(5, "10:01"), started_at=d(5, "10:00")),              # 30, from the start 60
    call("c2", d(5, "10:05"), d(5, "10:07")),                                           # 120
    call("c3", None, d(5, "10:02"), started_at=d(5, "10:01:50")),                       # never queued; 10
    call("c4", d(5, "10:05"), d(5, "10:07"), direction="outbound"),
    call("c5", d(5, "10:05"), d(5, "10:05"), direction="inbound"),                      # 0
    call("c6", d(5, "10:05"), ended_at=d(5, "10:06")),
    call("c7", d(5, "10:05"), outcome="self_served"),
    call("c8", d(5, "10:05"), outcome="callback"),
    call("c9", d(5, "10:05"), outcome="failed"),
    call("c10", d(5, "10:05"), outcome="answered"),
    call("c11", d(5, "10:05"), d(5, "10:06"), outcome="callback"),
]
ANSWER_LEFT = {"abandoned": 1, "callback": 2, "failed": 1, "outbound": 1, "self_served": 1, "unanswered": 1}

ANSWER_TIME = []
for v in ("from_queue", "from_start"):
    k, i = "answer_time", f"at-{v}"
    queue = v == "from_queue"
    ANSWER_TIME += duration_formulas(i, k, v) + bad_contacts(i, k, v) + both_ways(i, k, v) + [
        measure(f"{i}-all-chances", k, v, "typical", {"contact": ANSWER_MIXED},
                [row("mean", "50" if queue else "47.5", sample=3 if queue else 4,
                     left_out={**ANSWER_LEFT, **({"not_queued": 1} if queue else {})}), row("count", "3" if queue else "4")],
                "(30 + 120 + 0)/3" if queue else "(60 + 120 + 10 + 0)/4"),
        measure(f"{i}-b9", k, v, "ruling", {"contact": [
            call("1", d(5, "10:00:30"), d(5, "10:01"), started_at=d(5, "10:00"))]},
            [row("mean", "30" if queue else "60", sample=1, left_out={})],
            "start 10:00:00, queue 10:00:30, answer 10:01:00", ruling="B9"),
        measure(f"{i}-b9-abandoned", k, v, "ruling", {"contact": [*waits([30]), gone("2", 90)]},
                [row("mean", "30", sample=1, left_out={"abandoned": 1})], "over answered contacts only", ruling="B9"),
        measure(f"{i}-empty", k, v, "empty", {"contact": []}, [*none(DURATIONS, sample=0), row("count", "0")],
                "no records: undefined, and a count of 0", ruling="B55"),
        measure(f"{i}-null", k, v, "null", {"contact": [
            call("1", d(5, "09:00"), outcome="answered"), call("2", d(5, "09:00"), d(5, "09:00:40"), agent=None, ended_at=None)]},
            [row("mean", "40", sample=1, left_out={"unanswered": 1})],
            "answered, but nobody knows when: not 0; an unknown agent or end does not matter"),
        measure(f"{i}-null-start", k, v, "null", {"contact": [
            call("1", d(5, "09:00"), d(5, "09:00:40")), call("2", None, d(5, "09:00:10"), started_at=d(5, "09:00"))]},
            [row("mean", "40" if queue else "25", sample=1 if queue else 2, left_out={"not_queued": 1} if queue else {})],
            "answered without a queue: no answer time from the queue" if queue else "no start: from the queue, 40; no queue: 10"),
        measure(f"{i}-all-null", k, v, "null", {"contact": [call("1", d(5), outcome="answered"), call("2", d(6), outcome="failed")]},
                [row("mean", None, left_out={"failed": 1, "unanswered": 1}), row("max", None), row("count", "0")],
                "no answer time is known"),
        measure(f"{i}-window", k, v, "boundary", {"contact": [
            call("before", "2025-12-31T23:59:59.999999Z", d(1, "00:01")), call("first", d(1), d(1)),
            call("last", "2026-01-31T23:59:59.999999Z", d(1, "00:00:00.000002", month=2)),
            call("after", d(1, month=2), d(1, "00:01", month=2))]},
            [row("mean", "0.0000015", sample=2, left_out={}), row("max", "0.000003"), row("count", "2")],
            "[from, to): 0 µs and 3 µs; the answer may lie outside", window=JANUARY),
        measure(f"{i}-anchor", k, v, "boundary", {"contact": [
            call("1", d(31, "23:59:50"), d(1, "00:00:10", month=2)), call("2", d(10, "12:00"), d(10, "12:00:30"))]},
            [row("mean", "30", "2026-01", sample=1), row("mean", "20", "2026-02", sample=1), row("mean", "25")],
            "by the instant of the answer: the first one is February's", window=WINTER, bucket="month",
            anchor={"contact": "answered_at"}),
        measure(f"{i}-months", k, v, "boundary", {"contact": [
            call("1", d(31, "23:59:50"), d(1, "00:00:10", month=2)),
            call("2", None, d(1, "00:00:05", month=2), started_at=d(31, "23:59:59")),
            call("3", d(1, "00:00:01", month=2), d(1, "00:00:41", month=2), started_at=d(31, "23:59:59"))]},
            [row("mean", "20" if queue else "13", "2026-01", sample=1 if queue else 2, left_out={"not_queued": 1} if queue else {}),
             row("mean", "40" if queue else "42", "2026-02", sample=1, left_out={})],
            "by the queue, and where there was none by the start: 20" + ("; 40" if queue else " and 6; 42"), window=WINTER, bucket="month"),
        measure(f"{i}-as-of", k, v, "boundary", {"contact": [
            call("1", d(5, "11:59:30"), d(5, "12:00")), call("2", d(5, "11:59:30"), d(5, "12:00:00.000001")),
            call("3", d(5, "11:59:00"), ended_at=d(5, "12:01")), call("4", d(5, "11:58:00"), ended_at=d(5, "11:59"))]},
            [row("mean", "30", sample=1, left_out={"abandoned": 1, "unanswered": 2})],
            "an answer at as_of is known; one 1 µs later is not, and who gives up later has not given up yet", as_of=d(5, "12:00")),
        measure(f"{i}-abandoned-on-hold", k, v, "boundary", {"contact": [
            call("1", d(5, "09:00"), d(5, "09:00:20"), outcome="abandoned", abandon_step="hold", ended_at=d(5, "09:03")),
            call("2", d(5, "09:00"), d(5, "09:00:40"), outcome="abandoned", abandon_step="conversation", ended_at=d(5, "09:03")),
            call("3", d(5, "09:00"), outcome="abandoned", abandon_step="queue", ended_at=d(5, "09:03"))]},
            [row("mean", "30", sample=2, left_out={"abandoned": 1})],
            "given up on hold or in the conversation: a person had answered"),
        measure(f"{i}-skip", k, v, "bad_input", {"contact": [
            *waits([20, 40]), call("9", d(5, "09:00"), d(5, "08:00")), call("10", None, d(5, "09:00"))]},
            [row("mean", "30", sample=2)], "two bad ones are skipped and counted",
            inputs={"contact": {"skipped": {"missing_field": 1, "response_before_creation": 1}}}, bad_records="skip"),
        measure(f"{i}-filter", k, v, "typical", {"contact": [
            *waits([10], team="A"), *waits([20], start=200, team="B"), *waits([60], start=300)]},
            [row("mean", "15", sample=2, left_out={})], "teams A and B only",
            filters=[{"record": "contact", "field": "team", "any_of": ["A", "B"]}]),
        measure(f"{i}-unknown-agent-is-a-group", k, v, "typical", {"contact": [
            *waits([10, 20], agent="Ada"), *waits([60], start=200, agent="Ben"), *waits([90], start=300)]},
            [row("mean", "45", group={"agent": ALL}, sample=4), row("mean", "15", group={"agent": "Ada"}, sample=2),
             row("mean", "60", group={"agent": "Ben"}), row("mean", "90", group={"agent": None})],
            "an unknown agent is a group of its own", by=["agent"], row_count=28),
        measure(f"{i}-bands", k, v, "boundary", {"contact": waits([0, 20, 20.000001, 60, 300])},
                [row("band_0_20", "40", numerator="2", denominator="5"), row("band_20_60", "40"), row("band_60_up", "20")],
                "0, 20 | 20.000001, 60 | 300", parameters={"bands": [20, 60]}),
        measure(f"{i}-peer", k, v, "typical", {"contact": waits([3, 8, 9.5, 14, 21, 21, 33, 47.25, 60, 75, 110, 240])}, level=0.9),
    ] + bad_parameters(i, k, v, bands=[[20, 20], [0, 20], [-1], "20"], quantiles=["type_1"])

# hold_time ----------------------------------------------------------------------------------------------------------

HELD = ["held_share", "held_mean"]


def holds(list_, start=100, **more):
    return [{**c, "hold": x} for c, x in zip(waits([10] * len(list_), start, **more), list_)]


HOLD_MIXED = [
    *holds([60, 0, None, 30.5]), *holds([600], start=200, direction="outbound"), gone("1", 60), gone("2", 60, queued=False),
    call("3", d(5, "09:00"), outcome="callback", hold=5), call("4", d(5, "09:00"), outcome="failed"),
    call("5", d(5, "09:00"), outcome="self_served"), call("6", d(5, "09:00"), outcome="answered", hold=29.5),
]

k, v, i = "hold_time", "standard", "ht"
HOLD_TIME = duration_formulas(i, k, v) + bad_contacts(i, k, v) + both_ways(i, k, v) + [
    formula("ht-formula-held", k, v, "ruling", {"durations": [60, 60] + [0] * 8}, {
        "mean": {"value": "12", "numerator": "120", "denominator": "10"}, "median": {"value": "0"}, "count": {"value": "10"},
        "held_share": {"value": "20", "unit": "percent", "sample": 10, "numerator": "2", "denominator": "10"},
        "held_mean": {"value": "60", "unit": "seconds", "sample": 2, "numerator": "120", "denominator": "2", "lower": 60.0, "upper": 60.0}},
        "120/10 over all, 120/2 over the held", ruling="B57"),
    formula("ht-formula-held-sketch", k, v, "ruling", {"durations": [60, 60] + [0] * 8}, {
        "mean": {"value": "12"}, "held_share": {"value": "20", "numerator": "2"}, "held_mean": {"value": "60", "numerator": "120"}},
        "a sketch touches quantiles and ends, not what is added up", ruling="B57", parameters={"quantiles": "sketch"}),
    formula("ht-formula-none-held", k, v, "boundary", {"durations": [0] * 10}, {
        "mean": {"value": "0"}, "held_share": {"value": "0", **ZERO_OF_TEN}, "held_mean": undef()}, PUBLISHED_NONE),
    formula("ht-formula-all-held", k, v, "boundary", {"durations": T_SCORES}, {
        "held_share": {"value": "100", "numerator": "12"}, "held_mean": T_MEAN}, PUBLISHED_T),
    formula("ht-formula-held-interval", k, v, "typical", {"durations": [30] * 14 + [0] * 6}, {
        "held_share": {"value": "70", **WILSON_14_20}}, PUBLISHED_WILSON),
    formula("ht-formula-held-empty", k, v, "empty", {"durations": []}, {"held_share": undef(), "held_mean": undef()},
            "no contact was answered", ruling="B55"),
    formula("ht-formula-one-held", k, v, "boundary", {"durations": [0, 7]}, {
        "mean": {"value": "3.5"}, "held_mean": {"value": "7", "sample": 1, "lower": None, "upper": None}},
        "one was held: a mean without an interval"),
    measure("ht-b57", k, v, "ruling", {"contact": holds([60, 60, 0, 0, 0, 0, None, None, None, None])},
            [row("mean", "12", sample=10, numerator="120", denominator="10", left_out={}), row("count", "10"),
             row("held_share", "20", numerator="2", denominator="10"), row("held_mean", "60", sample=2)],
            "10 answered, 2 held 60 s each; an unknown hold is none", ruling="B57"),
    measure("ht-all-chances", k, v, "typical", {"contact": HOLD_MIXED},
            [row("mean", "24", sample=5, left_out={"abandoned": 2, "callback": 1, "failed": 1, "outbound": 1, "self_served": 1}),
             row("median", "29.5"), row("held_share", "60"), row("held_mean", "40", sample=3)],
            "0, 0, 29.5, 30.5, 60: 120/5, and 120/3 of the held; when it was answered does not matter"),
    measure("ht-outbound", k, v, "typical", {"contact": HOLD_MIXED},
            [row("mean", "600", sample=1, left_out={"inbound": 10}), row("held_share", "100")],
            "outbound on request", ruling="B10", parameters={"direction": "outbound"}),
    measure("ht-both", k, v, "typical", {"contact": HOLD_MIXED},
            [row("mean", "120", sample=6, left_out={"abandoned": 2, "callback": 1, "failed": 1, "self_served": 1}),
             row("held_mean", "180", sample=4)], "(120 + 600)/6, 720/4 of the held", parameters={"direction": "both"}),
    measure("ht-inbound-by-name", k, v, "typical", {"contact": HOLD_MIXED}, [row("mean", "24", sample=5)],
            "the default by its name", parameters={"direction": "inbound"}),
    measure("ht-empty", k, v, "empty", {"contact": []},
            [*none(DURATIONS + HELD, sample=0), row("count", "0")], "no records", ruling="B55"),
    measure("ht-null", k, v, "null", {"contact": holds([None, None])},
            [row("mean", "0", sample=2), row("held_share", "0"), row("held_mean", None, sample=0)], "an unknown hold is none",
            ruling="B57"),
    measure("ht-microsecond", k, v, "boundary", {"contact": holds(["0.000001", 0])},
            [row("mean", "0.0000005"), row("held_share", "50"), row("held_mean", "0.000001")], "1 µs is a hold"),
    measure("ht-window", k, v, "boundary", {"contact": [
        call("before", "2025-12-31T23:59:59.999999Z", d(1), hold=1), call("first", d(1), d(1, "00:01"), hold=10),
        call("last", "2026-01-31T23:59:59.999999Z", d(1, month=2), hold=20), call("after", d(1, month=2), d(1, "00:01", month=2), hold=1)]},
        [row("mean", "15", sample=2)], "[from, to): the first and the last", window=JANUARY),
    measure("ht-months", k, v, "boundary", {"contact": [call("1", d(31, "23:59:59"), d(1, "00:00:01", month=2), hold=10)]},
            [row("mean", "10", "2026-01", sample=1), row("mean", None, "2026-02", sample=0), row("count", "0", "2026-02"),
             row("held_share", None, "2026-02"), row("held_mean", None, "2026-02")], "by the queue: January", window=WINTER,
             bucket="month"),
    measure("ht-as-of", k, v, "boundary", {"contact": [
        call("1", d(5, "11:59"), d(5, "12:00"), hold=10, ended_at=d(5, "12:00")),
        call("2", d(5, "11:59"), d(5, "12:00:00.000001"), hold=50), call("3", d(5, "11:59"), ended_at=d(5, "12:01"))]},
        [row("mean", "10", sample=1, left_out={"unanswered": 2})], "whoever waits at as_of is not answered", as_of=d(5, "12:00")),
    measure("ht-abandoned-on-hold", k, v, "boundary", {"contact": [
        call("1", d(5, "09:00"), d(5, "09:00:20"), outcome="abandoned", abandon_step="hold", hold=100, ended_at=d(5, "09:03")),
        *holds([0]), gone("2", 60)]},
        [row("mean", "50", sample=2, left_out={"abandoned": 1}), row("held_mean", "100", sample=1)],
        "given up on hold: a person had answered"),
    measure("ht-bands", k, v, "boundary", {"contact": holds([0, 0, 30, 31])},
            [row("band_0_30", "75", numerator="3", denominator="4"), row("band_30_up", "25")], "0, 0, 30 | 31", parameters={"bands": [30]}),
    measure("ht-level", k, v, "typical", {"contact": holds([30] * 14 + [0] * 6)}, [row("held_share", "70", **WILSON_14_20)],
            PUBLISHED_WILSON),
] + bad_parameters(i, k, v, direction=BAD_DIRECTION, bands=[[2, 1]])

# time_to_abandon ----------------------------------------------------------------------------------------------------

ABANDON_MIXED = [
    gone("1", 60, abandon_step="queue"), gone("2", 120), gone("3", 5), gone("4", 5.000001), gone("5", 2), gone("6", 30, queued=False),
    gone("7", 60, direction="outbound"), *waits([30, 700]), call("8", d(5, "09:00"), ended_at=d(5, "09:20"), outcome="callback"),
    call("9", d(5, "09:00"), ended_at=d(5, "09:20"), outcome="failed"), call("10", None, started_at=d(5, "09:00"), outcome="self_served"),
    call("11", d(5, "09:00")),
]
ABANDON_LEFT = {"answered": 2, "callback": 1, "failed": 1, "not_queued": 1, "outbound": 1, "self_served": 1, "short": 2, "unknown": 1}

k, v, i = "time_to_abandon", "standard", "tta"
TIME_TO_ABANDON = duration_formulas(i, k, v) + bad_contacts(i, k, v) + both_ways(i, k, v) + [
    measure("tta-all-chances", k, v, "typical", {"contact": ABANDON_MIXED},
            [row("mean", "61.666667", sample=3, numerator="185.000001", denominator="3", left_out=ABANDON_LEFT),
             row("median", "60"), row("max", "120"), row("count", "3")], "60, 120, 5.000001: 185.000001/3"),
    measure("tta-b8-five-seconds", k, v, "ruling", {"contact": [gone("1", 5), gone("2", 5.000001), gone("3", 4.999999), gone("4", 60)]},
            [row("mean", "32.5000005", sample=2, left_out={"short": 2}), row("min", "5.000001")],
            "at exactly 5 s it is short, 1 µs later it is not", ruling="B8"),
    measure("tta-b8-from-the-queue", k, v, "ruling", {"contact": [gone("1", 4, menu=60), gone("2", 10, menu=60)]},
            [row("mean", "10", sample=1, left_out={"short": 1})], "the clock starts at the queue, not in the menu", ruling="B8"),
    measure("tta-short-none", k, v, "boundary", {"contact": [gone("1", 0), gone("2", 0.000001), gone("3", 5)]},
            [row("mean", "2.5000005", sample=2, left_out={"short": 1})], "`short` 0 leaves out waits of exactly 0",
            parameters={"short": 0}),
    measure("tta-short-ten", k, v, "boundary", {"contact": [gone("1", 10), gone("2", 10.5), gone("3", 7)]},
            [row("mean", "10.5", sample=1, left_out={"short": 2})], "short means within 10 s", parameters={"short": 10}),
    measure("tta-short-text", k, v, "boundary", {"contact": [gone("1", 2.5), gone("2", 2.500001)]},
            [row("mean", "2.500001", sample=1, left_out={"short": 1})], "a decimal number as text", parameters={"short": "2.5"}),
    measure("tta-empty", k, v, "empty", {"contact": []}, [*none(DURATIONS, sample=0), row("count", "0")], "no records", ruling="B55"),
    measure("tta-null", k, v, "null", {"contact": [call("1", d(5, "09:00")), gone("2", 90, queued=False), gone("3", 90, channel="chat")]},
            [row("mean", "90", sample=1, left_out={"not_queued": 1, "unknown": 1})],
            "an unknown end is an unknown wait and not a short one; the menu is no queue"),
    measure("tta-only-answered", k, v, "null", {"contact": waits([10, 20])},
        [row("mean", None, left_out={"answered": 2}), row("count", "0")],
            "nobody gave up"),
    measure("tta-window", k, v, "boundary", {"contact": [
        call("1", "2025-12-31T23:59:59.999999Z", ended_at=d(1, "00:01")), call("2", d(1), ended_at=d(1, "00:00:10")),
        call("3", d(31, "23:59:50"), ended_at=d(1, "00:00:20", month=2)), call("4", d(1, month=2), ended_at=d(1, "01:00", month=2))]},
        [row("mean", "20", sample=2), row("max", "30")], "[from, to) by the queue; the end may lie outside", window=JANUARY),
    measure("tta-as-of", k, v, "boundary", {"contact": [
        call("1", d(5, "11:59"), ended_at=d(5, "12:00")), call("2", d(5, "11:50"), ended_at=d(5, "12:00:00.000001")),
        call("3", d(5, "11:50"), d(5, "12:01")), call("4", d(5, "11:50"), d(5, "11:51"))]},
        [row("mean", "60", sample=1, left_out={"answered": 1, "waiting": 2})],
        "given up at as_of is known; whoever waits at as_of has not given up", as_of=d(5, "12:00")),
    measure("tta-abandoned-on-hold", k, v, "boundary", {"contact": [
        call("1", d(5, "09:00"), d(5, "09:00:20"), outcome="abandoned", abandon_step="hold", ended_at=d(5, "09:03")),
        call("2", d(5, "09:00"), d(5, "09:00:20"), outcome="abandoned", abandon_step="conversation", ended_at=d(5, "09:03")),
        gone("3", 60)]},
        [row("mean", "60", sample=1, left_out={"answered": 2})], "given up on hold or in the conversation: a person had answered"),
    measure("tta-quarter-hours", k, v, "typical", {"contact": [
        gone("1", 10), gone("2", 20, "09:14:59.999999"), gone("3", 30, "09:15"), gone("4", 40, "09:29")]},
        [row("mean", "15", "2026-01-05 09:00+00:00", sample=2), row("mean", "35", "2026-01-05 09:15+00:00", sample=2), row("mean", "25")],
        "intervals of a quarter of an hour", window={"from": "2026-01-05T09:00", "to": "2026-01-05T09:30"}, bucket="15min"),
    measure("tta-bands", k, v, "boundary", {"contact": [gone("1", 10), gone("2", 30), gone("3", 30.5), gone("4", 3)]},
            [row("band_0_30", "66.666666667", numerator="2", denominator="3"), row("band_30_up", "33.333333333")],
            "10, 30 | 30.5; the short one is in no band", parameters={"bands": [30]}),
] + bad_parameters(i, k, v, short=BAD_SHORT, bands=[[2, 1]])

v, i = "longest_wait", "tta-longest"
TIME_TO_ABANDON += duration_formulas(i, k, v) + bad_contacts(i, k, v) + both_ways(i, k, v) + [
    measure("tta-longest-all-chances", k, v, "typical", {"contact": ABANDON_MIXED},
            [row("max", "700", sample=7, left_out={"callback": 1, "failed": 1, "not_queued": 1, "outbound": 1, "self_served": 1,
                "unknown": 1}),
             row("mean", "131.714285857", numerator="922.000001", denominator="7"), row("min", "2"), row("median", "30"),
             row("count", "7")],
            "60, 120, 5, 5.000001, 2, 30, 700: short ones wait too"),
    measure("tta-longest-as-of", k, v, "typical", {"contact": [
        call("1", d(5, "11:50"), d(5, "11:51")), call("2", d(5, "11:55"), d(5, "12:30")),
        call("3", d(5, "11:40"), ended_at=d(5, "12:00:00.000001")),
        call("4", d(5, "11:58"), ended_at=d(5, "12:00"))]},
        [row("max", "1200", sample=4, left_out={}), row("mean", "420"), row("min", "60")],
        "at 12:00: 60 answered, 300 and 1,200 still waiting, 120 given up", as_of=d(5, "12:00")),
    measure("tta-longest-at-as-of", k, v, "boundary", {"contact": [call("1", d(5, "12:00"), d(5, "12:30"))]},
            [row("max", "0", sample=1)], "queued at as_of: it waits, since 0 s", as_of=d(5, "12:00")),
    measure("tta-longest-window", k, v, "boundary", {"contact": [
        call("1", d(31, "23:59"), d(1, "00:05", month=2)), call("2", d(31, "23:58"), ended_at=d(1, "00:05", month=2)),
        call("3", d(10, "12:00"), d(10, "12:00:30"))]},
        [row("max", "120", sample=3, left_out={}), row("mean", "70")],
        "without as_of one looks at the window's end: 60 and 120 are still waiting there, (60 + 120 + 30)/3", window=JANUARY),
    measure("tta-longest-buckets", k, v, "boundary", {"contact": [
        call("1", d(5, "09:59"), d(5, "10:05")), call("2", d(5, "10:59"), d(5, "11:05"))]},
        [row("max", "360", "2026-01-05 09:00+00:00", sample=1), row("max", "60", "2026-01-05 10:00+00:00", sample=1), row("max", "360")],
        "one looks at the window's end, not at the bucket's: at 11:00 the second has waited 60 s",
        window={"from": "2026-01-05T09:00", "to": "2026-01-05T11:00"}, bucket="hour"),
    measure("tta-longest-no-window", k, v, "boundary", {"contact": [
        call("1", d(5, "09:00"), d(5, "09:05")), call("2", d(5, "09:00")), call("3", d(5, "09:00"), outcome="answered")]},
        [row("max", "300", sample=1, left_out={"unknown": 2})], "an unknown end and an unknown answer: no wait is known"),
    measure("tta-longest-empty", k, v, "empty", {"contact": []}, [*none(DURATIONS, sample=0), row("count", "0")], "no records",
        ruling="B55"),
    measure("tta-longest-null", k, v, "null", {"contact": [call("1", None, d(5, "09:01"), started_at=d(5, "09:00")),
        gone("2", 30, queued=False), gone("3", 40)]},
            [row("max", "40", sample=1, left_out={"not_queued": 2})], "without a queue there is no wait in it"),
    measure("tta-longest-abandoned-on-hold", k, v, "boundary", {"contact": [
        call("1", d(5, "09:00"), d(5, "09:00:20"), outcome="abandoned", abandon_step="hold", ended_at=d(5, "09:03"))]},
        [row("max", "20", sample=1)], "it waited until the answer"),
    measure("tta-longest-no-short", k, v, "bad_input", {"contact": []}, origin="nobody is too short to wait",
            parameters={"short": 5}, error={"code": "unknown_parameter", "field": "short"}),
    measure("tta-longest-bands", k, v, "boundary", {"contact": [*waits([10, 20]), gone("1", 30)]},
            [row("band_0_20", "66.666666667"), row("band_20_up", "33.333333333")], "10, 20 | 30", parameters={"bands": [20]}),
] + bad_parameters(i, k, v, bands=[[2, 1]], quantiles=[3])

# service_level ------------------------------------------------------------------------------------------------------

ICMI = {"answered": 1000, "answered_within": 860, "abandoned": 60, "abandoned_within": 20, "short": 10}
SERVICE = {  # inputs beside the first two; numerator and denominator of ruling B19
    "offered": (("abandoned",), 860, 1060, "81.132075472", "f3_offered"),
    "less_short": (("abandoned", "short"), 860, 1050, "81.904761905", None),
    "less_abandoned_within_t": (("abandoned", "abandoned_within"), 860, 1040, "82.692307692", "f4_exclude_short_abandons"),
    "answered": ((), 860, 1000, "86", "f2_answered_only"),
    "credit_abandoned_within_t": (("abandoned", "abandoned_within"), 880, 1060, "83.018867925", "f1_credit_abandons"),
    "credit_short": (("abandoned", "short"), 870, 1060, "82.075471698", "f5_credit_very_short"),
}
# A tenth of the counts of ruling B19: 100 answered, 86 within 20 s, 6 abandoned, 2 of them within 20 s, 1 within 5 s.
B19 = [*waits([12] * 86), *waits([35] * 14, start=300), *(gone(f"g{i}", w) for i, w in enumerate([4, 15, 40, 50, 60, 70]))]
SERVICE_MIXED = [
    *waits([20, 20.000001, 0, 35]), *waits([19, 45], start=200, channel="chat"), *waits([5], start=300, channel="video"),
    *waits([5], start=400, direction="outbound"), gone("1", 5), gone("2", 5.000001), gone("3", 20), gone("4", 20.000001),
    call("5", d(5, "09:00")), gone("6", 3, queued=False), call("7", None, d(5, "09:00:15"), started_at=d(5, "09:00")),
    call("8", d(5, "09:00"), outcome="self_served"), call("9", d(5, "09:00"), outcome="callback", ended_at=d(5, "09:01")),
    call("10", d(5, "09:00"), outcome="failed", ended_at=d(5, "09:01")), call("11", d(5, "09:00"), outcome="answered"),
    gone("12", 3, channel="chat"), gone("13", 60, menu=30),
]
# phone, queued: answered 20, 20.000001, 0, 35 (2 within); abandoned 5, 5.000001, 20, 20.000001, unknown, 60
SERVICE_LEFT = {"callback": 1, "failed": 1, "no_target": 4, "not_queued": 2, "outbound": 1, "self_served": 1, "unanswered": 1}
SERVICE_WORKED = {  # numerator, denominator, further reasons
    "offered": (2, 10, {}), "less_short": (2, 9, {"short": 1}),
    "less_abandoned_within_t": (2, 7, {"abandoned_within_target": 3}), "answered": (2, 4, {"abandoned": 6}),
    "credit_abandoned_within_t": (5, 10, {}), "credit_short": (3, 10, {}),
}
PERCENT = {(2, 10): "20", (2, 9): "22.222222222", (2, 7): "28.571428571", (2, 4): "50", (5, 10): "50", (3, 10): "30"}

SERVICE_LEVEL = []
for v, (more, met, offered, value, published) in SERVICE.items():
    k, i = "service_level", f"sl-{v}"
    both = v == "answered"
    part = more[1] if len(more) > 1 else None
    credit = v.startswith("credit")
    takes_short = "short" in v

    def inputs(answered, within, abandoned, some=0, more=more):
        return {"answered": answered, "answered_within": within, **dict(zip(more, (abandoned, some)))}

    def level_of(n, m, **keys):
        """Rows of a service level of n ÷ m."""
        return [row("share", **({"value": keys.pop("value")} if m else {"value": None}), **keys), row("within", str(n)),
            row("offered", str(m))]

    SERVICE_LEVEL += [
        formula(f"{i}-formula-b19", k, v, "ruling", {"answered": 1000, "answered_within": 860, **{name: ICMI[name] for name in more}}, {
            "share": {"value": value, "unit": "percent", "sample": offered, "numerator": str(met), "denominator": str(offered)},
            "within": {"value": str(met), "unit": "count"}, "offered": {"value": str(offered), "unit": "count"}},
            f"published: ICMI QueueTips, case service-level-five-definitions of the reference vectors, {published}" if published
            else "100 × 860 ÷ (1,060 − 10)", ruling="B19"),
        formula(f"{i}-formula-empty", k, v, "empty", inputs(0, 0, 0), {
            "share": undef(), "within": {"value": "0"}, "offered": {"value": "0"}}, "0/0 is undefined, counts are 0", ruling="B55"),
        formula(f"{i}-formula-none", k, v, "boundary", inputs(10, 0, 0), {"share": {"value": "0", **ZERO_OF_TEN}}, PUBLISHED_NONE),
        formula(f"{i}-formula-all", k, v, "boundary", inputs(10, 10, 0),
            {"share": {"value": "100", "lower": 72.246720013711074, "upper": 100.0}},
                "mirror of Wilson of 0/10"),
        formula(f"{i}-formula-wilson", k, v, "typical", inputs(20, 14, 0), {"share": {"value": "70", "sample": 20, **WILSON_14_20}},
            PUBLISHED_WILSON),
        formula(f"{i}-formula-level", k, v, "typical", inputs(20, 14, 0), {
            "share": {"value": "70", "lower": 51.61962804075575, "upper": 83.61405846480505}},
            "published: statsmodels 0.15.0, case prop-wilson-levels-14-20 of the reference vectors", level=0.9),
        formula(f"{i}-formula-one-division", k, v, "ruling", inputs(3, 1, 0), {"share": {"value": "33.333333333"}},
            "one division, 100/3", ruling="B33"),
        formula(f"{i}-formula-half-even", k, v, "boundary", inputs(4096, 3, 0), {"share": {"value": "0.073242188"}},
            "300/4096 = 0.0732421875: half to even"),
        formula(f"{i}-formula-peer", k, v, "typical", inputs(731, 502, 88, 17)),
        formula(f"{i}-formula-too-many-within", k, v, "bad_input", inputs(10, 11, 5), origin="more answered within than answered",
                error={"code": "bad_input", "field": "answered_within"}),
        formula(f"{i}-formula-negative", k, v, "bad_input", inputs(10, -1, 5), origin="a count is not negative",
                error={"code": "negative", "field": "answered_within"}),
        formula(f"{i}-formula-missing", k, v, "bad_input", {name: 1 for name in ("answered", *more)}, origin="an input is absent",
                error={"code": "missing_input", "field": "answered_within"}),
        formula(f"{i}-formula-unknown", k, v, "bad_input", {**inputs(10, 5, 5), "waiting": 1}, origin="an input too many",
                error={"code": "unknown_input", "field": "waiting"}),
    ]
    if both:
        SERVICE_LEVEL += [
            formula(f"{i}-formula-no-abandoned", k, v, "bad_input", {"answered": 1, "answered_within": 1, "abandoned": 1},
                    origin="this variant does not look at the abandoned", error={"code": "unknown_input", "field": "abandoned"}),
        ]
    if part:
        SERVICE_LEVEL += [
            formula(f"{i}-formula-too-many-abandoned", k, v, "bad_input", inputs(10, 5, 5, 6), origin="more than all abandoned",
                    error={"code": "bad_input", "field": part}),
            formula(f"{i}-formula-only-those", k, v, "boundary", inputs(0, 0, 7, 7),
                    {"share": {"value": "100", "sample": 7}, "within": {"value": "7"}} if credit
                    else {"share": undef(), "offered": {"value": "0"}}, "7/7" if credit else "nothing is left to divide by"),
        ]
    n, m, extra = SERVICE_WORKED[v]
    left = {**SERVICE_LEFT, **extra}
    only_answered = {"abandoned": 1} if both else {}
    # The one abandoned after 3 s in the two population cases below: what it adds to numerator and denominator.
    SERVICE_LEVEL += bad_contacts(i, k, v) + both_ways(i, k, v, parameters={"targets": {"phone": 20, "chat": 45}}) + [
        measure(f"{i}-b19", k, v, "ruling", {"contact": B19}, level_of(
            met // 10, offered // 10, value=value, sample=offered // 10,
            left_out={"abandoned": 6} if both else {"short": 1} if v == "less_short" else {"abandoned_within_target": 2} if "less_ab" in v else {}),
            "a tenth of the published counts, as contacts", ruling="B19"),
        measure(f"{i}-all-chances", k, v, "typical", {"contact": SERVICE_MIXED},
                level_of(n, m, value=PERCENT[n, m], sample=m, numerator=str(n), denominator=str(m), left_out=left),
                "phone: answered after 20, 20.000001, 0, 35; abandoned after 5, 5.000001, 20, 20.000001, 60 and an unknown wait; "
                "4 have no target, 2 no queue"),
        measure(f"{i}-all-inbound", k, v, "typical", {"contact": SERVICE_MIXED}, parameters={"population": "all_inbound"}),
        measure(f"{i}-several-targets", k, v, "typical", {"contact": SERVICE_MIXED}, by=["channel"],
                parameters={"targets": {"phone": 20, "chat": 45, "video": "4.5"}}),
        measure(f"{i}-own-targets", k, v, "typical", {"contact": [
            *waits([20, 21]), *waits([45, 46], start=200, channel="chat"), *waits([4, 5], start=300, channel="video")]},
            [row("share", "50", group={"channel": ALL}, sample=4, left_out={"no_target": 2}),
             row("share", "50", group={"channel": "phone"}, sample=2, left_out={}), row("share", "50", group={"channel": "chat"}, sample=2),
             row("share", None, group={"channel": "video"}, left_out={"no_target": 2})],
            "phone 20 met and 21 missed, chat 45 met and 46 missed, video has no target", ruling="B19", by=["channel"],
            parameters={"targets": {"phone": 20, "chat": 45}}),
        measure(f"{i}-targets-by-team", k, v, "typical", {"contact": [
            *waits([60, 61], team="gold"), *waits([60, 61], start=200, team="silver"), *waits([1], start=300, team="bronze"),
            *waits([1], start=400)]},
            [row("share", "75", sample=4, left_out={"no_target": 2})],
            "gold within 60: 1 of 2; silver within 120: 2 of 2; bronze and nobody have none",
            parameters={"targets": {"gold": 60, "silver": 120}, "targets_by": "team"}),
        measure(f"{i}-empty", k, v, "empty", {"contact": []}, level_of(0, 0, sample=0, left_out={}), "no records", ruling="B55"),
        measure(f"{i}-null", k, v, "null", {"contact": [
            call("1", d(5, "09:00")), call("2", d(5, "09:00"), outcome="answered"), *waits([10])]},
            level_of(1, 1, value="100", sample=1, left_out={"abandoned": 1, "unanswered": 1}) if both
            else level_of(1, 2, value="50", sample=2, left_out={"unanswered": 1}),
            "an unknown end is no short wait: abandoned and missed; answered, but nobody knows when: left out"),
        measure(f"{i}-exactly-t", k, v, "boundary", {"contact": waits([20, 20.000001, 19.999999])},
                level_of(2, 3, value="66.666666667", sample=3), "within 20 s means ≤ 20 s"),
        measure(f"{i}-abandoned-exactly-t", k, v, "boundary", {"contact": [*waits([1]), gone("1", 20), gone("2", 20.000001)]},
                level_of(*{"offered": (1, 3), "less_short": (1, 3), "less_abandoned_within_t": (1, 2), "answered": (1, 1),
                           "credit_abandoned_within_t": (2, 3), "credit_short": (1, 3)}[v],
                         value={"less_abandoned_within_t": "50", "answered": "100",
                             "credit_abandoned_within_t": "66.666666667"}.get(v, "33.333333333")),
                "given up at exactly T is within T"),
        measure(f"{i}-abandoned-exactly-5", k, v, "ruling", {"contact": [*waits([1]), gone("1", 5), gone("2", 5.000001)]},
                level_of(*{"offered": (1, 3), "less_short": (1, 2), "less_abandoned_within_t": (1, 3), "answered": (1, 1),
                           "credit_abandoned_within_t": (1, 3), "credit_short": (2, 3)}[v],
                         value={"less_short": "50", "answered": "100", "credit_short": "66.666666667"}.get(v, "33.333333333")),
                "T is 4 s here; at exactly 5 s an abandon is short, 1 µs later it is not", ruling="B8",
                parameters={"targets": {"phone": 4}}),
        measure(f"{i}-queue-not-start", k, v, "boundary",
            {"contact": [call("1", d(5, "09:00:30"), d(5, "09:00:50"), started_at=d(5, "09:00"))]},
                level_of(1, 1, value="100"), "20 s from the queue, 50 s from the start"),
        measure(f"{i}-all-inbound-answered", k, v, "boundary", {"contact": [
            call("1", None, d(5, "09:00:20"), started_at=d(5, "09:00")), call("2", None, d(5, "09:00:21"), started_at=d(5, "09:00")),
            call("3", d(5, "09:00:30"), d(5, "09:00:50"), started_at=d(5, "09:00"))]},
            level_of(2, 3, value="66.666666667", sample=3, left_out={}),
            "answered without a queue: 20 s and 21 s from the start; with one: 20 s from the queue",
            parameters={"population": "all_inbound"}),
        measure(f"{i}-queued-answered", k, v, "boundary", {"contact": [
            call("1", None, d(5, "09:00:20"), started_at=d(5, "09:00")), call("2", None, d(5, "09:00:21"), started_at=d(5, "09:00")),
            call("3", d(5, "09:00:30"), d(5, "09:00:50"), started_at=d(5, "09:00"))]},
            level_of(1, 1, value="100", sample=1, left_out={"not_queued": 2}), "the population is named",
            parameters={"population": "queued"}),
        measure(f"{i}-all-inbound-abandoned", k, v, "ruling", {"contact": [
            *waits([1]), gone("1", 5, queued=False), gone("2", 12, queued=False), gone("3", 40, queued=False),
            gone("4", 3, menu=1), gone("5", 3, menu=10), gone("6", 15, menu=30)]},
            {"offered": level_of(1, 7, value="14.285714286"), "less_short": level_of(1, 5, value="20", left_out={"short": 2}),
             "less_abandoned_within_t": level_of(1, 2, value="50", left_out={"abandoned_within_target": 5}),
             "answered": level_of(1, 1, value="100", left_out={"abandoned": 6}),
             "credit_abandoned_within_t": level_of(6, 7, value="85.714285714"), "credit_short": level_of(3, 7, value="42.857142857")}[v],
            "short from the start: 5 s in the menu and 1 + 3 s, not 10 + 3 s; within T from the queue, in the menu from the start: all but 40 s",
            ruling="B8", parameters={"population": "all_inbound"}),
        measure(f"{i}-waiting", k, v, "ruling", {"contact": [
            call("1", d(5, "11:59:50"), d(5, "11:59:55")), call("2", d(5, "11:59:40"), d(5, "12:00:00.000001")),
            call("3", d(5, "11:59:39.999999"), d(5, "12:00:10")), call("4", d(5, "11:58"), ended_at=d(5, "12:05"))]},
            level_of(1, 1, value="100", left_out={"waiting": 3}) if both else level_of(1, 3, value="33.333333333", left_out={"waiting": 1}),
            "at 12:00 the second has waited exactly 20 s, the others longer" + (": not answered yet, whatever they waited" if both else ": missed"),
            ruling="B19", as_of=d(5, "12:00")),
        measure(f"{i}-waiting-all-inbound", k, v, "ruling", {"contact": [
            call("1", None, d(5, "12:00:10"), started_at=d(5, "11:59:39")),
            call("2", None, d(5, "12:00:10"), started_at=d(5, "11:59:40")), *waits([2])]},
            level_of(1, 1, value="100", left_out={"waiting": 2}) if both else level_of(1, 2, value="50", left_out={"waiting": 1}),
            "waiting since the start: 21 s and 20 s", ruling="B19", parameters={"population": "all_inbound"}, as_of=d(5, "12:00")),
        measure(f"{i}-answered-after-the-window", k, v, "boundary", {"contact": [
            call("1", d(31, "23:59:50"), d(1, "00:00:05", month=2)), call("2", d(31, "23:59:50"), d(1, "00:01", month=2)),
            call("3", d(1, month=2), d(1, month=2))]},
            level_of(1, 2, value="50", sample=2, left_out={}),
            "by the queue; the answer is known although it came after the window", window=JANUARY),
        measure(f"{i}-abandoned-on-hold", k, v, "boundary", {"contact": [
            call("1", d(5, "09:00"), d(5, "09:00:10"), outcome="abandoned", abandon_step="hold", ended_at=d(5, "09:00:15")),
            call("2", d(5, "09:00"), d(5, "09:00:30"), outcome="abandoned", abandon_step="conversation", ended_at=d(5, "09:03"))]},
            level_of(1, 2, value="50", sample=2, left_out={}), "given up on hold or in the conversation: answered, after 10 s and 30 s"),
        measure(f"{i}-target-zero", k, v, "boundary", {"contact": waits([0, 0.000001])}, level_of(1, 2, value="50"), "a target of 0 s",
                parameters={"targets": {"phone": 0}}),
        measure(f"{i}-quarter-hours", k, v, "typical", {"contact": [
            call("1", d(5, "09:14:59"), d(5, "09:15:10")), call("2", d(5, "09:15"), d(5, "09:15:30"))]},
            [row("share", "100", "2026-01-05 09:00+00:00"), row("share", "0", "2026-01-05 09:15+00:00"),
             row("share", None, "2026-01-05 09:30+00:00"), row("offered", "0", "2026-01-05 09:30+00:00"), row("share", "50")],
            "intervals of a quarter of an hour, by the queue", window={"from": "2026-01-05T09:00", "to": "2026-01-05T09:45"},
            bucket="15min"),
        measure(f"{i}-targets-by-nothing", k, v, "bad_input", {"contact": waits([1])}, origin="no record has such a field",
                parameters={"targets_by": "galaxy"}, error={"code": "bad_parameter"}),
    ] + bad_parameters(i, k, v, targets=["s4", {}, {"phone": -1}, {"phone": "soon"}, 20], targets_by=[7], population=BAD_POPULATION)
    if takes_short:
        SERVICE_LEVEL += bad_parameters(i, k, v, short=BAD_SHORT) + [
            measure(f"{i}-short-ten", k, v, "boundary", {"contact": [*waits([1]), gone("1", 10), gone("2", 11)]},
                    level_of(2, 3, value="66.666666667") if credit else level_of(1, 2, value="50", left_out={"short": 1}),
                    "short means within 10 s", parameters={"short": 10}),
            measure(f"{i}-short-past-t", k, v, "boundary", {"contact": [*waits([1]), gone("1", 25), gone("2", 31)]},
                    level_of(2, 3, value="66.666666667") if credit else level_of(1, 2, value="50", left_out={"short": 1}),
                    "short may be longer than the target", parameters={"short": 30}),
        ]
    else:
        SERVICE_LEVEL += [
            measure(f"{i}-no-short", k, v, "bad_input", {"contact": []}, origin="this variant knows no short abandons",
                    parameters={"short": 5}, error={"code": "unknown_parameter", "field": "short"}),
        ]

# abandonment_rate ---------------------------------------------------------------------------------------------------


def answered(n, start=1000, **more):
    return waits([30] * n, start, **more)


B6 = [*(gone(f"m{i}", 30, queued=False) for i in range(20)), *(gone(f"q{i}", 60, abandon_step="queue") for i in range(10)), *answered(70)]
B7 = [*answered(6, resolved=True),
      *(call(f"h{i}", d(5, "09:00"), d(5, "09:00:30"), outcome="abandoned", abandon_step="conversation", ended_at=d(5, "09:04"),
          resolved=False) for i in range(2)),
      *(gone(f"q{i}", 60, abandon_step="queue") for i in range(2))]
B10 = [*answered(85, resolved=True), *(gone(f"s{i}", 4) for i in range(5)), *(gone(f"q{i}", 45) for i in range(5)),
       *(call(f"c{i}", d(5, "09:00"), outcome="callback") for i in range(3)),
       *(call(f"f{i}", d(5, "09:00"), outcome="failed") for i in range(2))]


def shares(lost, contacts, names, **keys):
    """Rows of an abandonment rate: those lost at each step, of so many contacts."""
    all_ = sum(lost)
    found = {"abandoned": str(all_), "contacts": str(contacts)}
    return [row("rate", numerator=str(all_), denominator=str(contacts), **keys), *(row(f, x) for f, x in found.items()),
            *(row(f"{name}_share", **({"value": x} if not isinstance(x, tuple) else {"value": x[0], "numerator": x[1]})) for name,
                x in names.items())]


AB_MIXED = [
    *answered(4, resolved=True), *answered(2, start=1100, resolved=False), *answered(1, start=1200),
    *answered(1, start=1300, direction="outbound"),
    gone("1", 60, abandon_step="queue"), gone("2", 60), gone("3", 40, abandon_step="menu"), gone("4", 40, queued=False),
    gone("5", 5), gone("6", 5.000001), gone("7", 3, queued=False), gone("8", 3, menu=10),
    call("9", d(5, "09:00"), d(5, "09:00:10"), outcome="abandoned", abandon_step="hold", ended_at=d(5, "09:05")),
    call("10", d(5, "09:00"), d(5, "09:00:10"), outcome="abandoned", abandon_step="conversation", ended_at=d(5, "09:05"), resolved=True),
    call("11", d(5, "09:00"), d(5, "09:00:10"), outcome="answered", abandon_step="conversation", ended_at=d(5, "09:05")),
    call("12", d(5, "09:00"), outcome="callback"), call("13", d(5, "09:00"), outcome="failed", ended_at=d(5, "09:01")),
    call("14", None, started_at=d(5, "09:00"), outcome="self_served"), call("15", d(5, "09:00"), outcome="self_served"),
    call("16", None, started_at=d(5, "09:00")), call("17", d(5, "09:00")),
    call("18", None, d(5, "09:01"), started_at=d(5, "09:00"), resolved=True),
]
# Queued and not short: answered 4 + 2 + 1; given up before an answer 1, 2, 6, 17 in the queue and 3 in the menu; 9 on hold, 11 in the
# conversation, 10 there but resolved; 12, 13. Short: 5, 8. No queue: 4, 7, 16, 18.

AB_NIGHTS = {
    "autumn": ([("2026-10-24T22:30:00Z", 1), ("2026-10-25T00:15:00Z", 1), ("2026-10-25T00:45:00Z", 0), ("2026-10-25T01:00:00Z", 1),
                ("2026-10-25T01:30:00Z", 1), ("2026-10-25T02:00:00Z", 0)], {"from": "2026-10-25T00:00", "to": "2026-10-25T04:00"},
               [("2026-10-25 00:00+02:00", "100", "1"), ("2026-10-25 01:00+02:00", None, "0"), ("2026-10-25 02:00+02:00", "50", "2"),
                ("2026-10-25 02:00+01:00", "100", "2"), ("2026-10-25 03:00+01:00", "0", "1")]),
    "spring": ([("2026-03-29T00:59:59.999999Z", 1), ("2026-03-29T01:00:00Z", 0), ("2026-03-29T01:59:00Z", 1)],
               {"from": "2026-03-29T01:00", "to": "2026-03-29T04:00"},
               [("2026-03-29 01:00+01:00", "100", "1"), ("2026-03-29 03:00+02:00", "50", "2")]),
}


def night(list_):
    out = []
    for n, (moment, lost) in enumerate(list_):
        later = text(datetime.fromisoformat(moment) + timedelta(seconds=30))
        out.append(call(n, moment, ended_at=later) if lost else call(n, moment, later, resolved=True))
    return out


ABANDONMENT_RATE = []
for v, steps in {"before_answer": ("menu", "queue"), "before_resolution": ("menu", "queue", "hold", "conversation")}.items():
    k, i = "abandonment_rate", f"ar-{v}"
    early = v == "before_answer"
    figures = ["rate", *(f"{step}_share" for step in steps)]

    def lost(*numbers, contacts, steps=steps):
        return {**dict(zip(steps, (*numbers, 0, 0, 0, 0))), "contacts": contacts}

    ABANDONMENT_RATE += [
        formula(f"{i}-formula-typical", k, v, "typical", lost(4, 10, contacts=20), {
            "rate": {"value": "70", "unit": "percent", "sample": 20, "numerator": "14", "denominator": "20", **WILSON_14_20},
            "abandoned": {"value": "14", "unit": "count"}, "contacts": {"value": "20", "unit": "count"},
            "menu_share": {"value": "20", "numerator": "4"}, "queue_share": {"value": "50", "numerator": "10"}}, PUBLISHED_WILSON),
        formula(f"{i}-formula-steps", k, v, "ruling", lost(1, 2, *(() if early else (3, 4)), contacts=25), {
            "rate": {"value": "12" if early else "40"},
            **{f"{step}_share": {"value": str(4 * n), "sample": 25} for n, step in enumerate(steps, 1)}},
            "the steps add up to the total: 4 + 8 = 12" if early else "the steps add up to the total: 4 + 8 + 12 + 16 = 40", ruling="B7"),
        formula(f"{i}-formula-b6-queued", k, v, "ruling", lost(0, 10, contacts=80), {"rate": {"value": "12.5"}}, "10/80", ruling="B6"),
        formula(f"{i}-formula-b6-all-inbound", k, v, "ruling", lost(20, 10, contacts=100), {
            "rate": {"value": "30"}, "menu_share": {"value": "20"}, "queue_share": {"value": "10"}}, "30/100", ruling="B6"),
        formula(f"{i}-formula-b7", k, v, "ruling", lost(0, 2, *(() if early else (0, 2)), contacts=10), {
            "rate": {"value": "20" if early else "40"}}, "2/10" if early else "(2 + 2)/10", ruling="B7"),
        formula(f"{i}-formula-b10", k, v, "ruling", lost(0, 5, contacts=95), {"rate": {"value": "5.263157895"}}, "500/95", ruling="B10"),
        formula(f"{i}-formula-empty", k, v, "empty", lost(0, 0, contacts=0), {
            **{f: undef() for f in figures}, "abandoned": {"value": "0"}, "contacts": {"value": "0"}},
            "0/0 is undefined, counts are 0", ruling="B55"),
        formula(f"{i}-formula-none", k, v, "boundary", lost(0, 0, contacts=10), {"rate": {"value": "0", **ZERO_OF_TEN}}, PUBLISHED_NONE),
        formula(f"{i}-formula-all", k, v, "boundary", lost(4, 6, contacts=10), {
            "rate": {"value": "100", "lower": 72.246720013711074, "upper": 100.0}}, "mirror of Wilson of 0/10"),
        formula(f"{i}-formula-one-division", k, v, "ruling", lost(1, 1, contacts=3), {
            "rate": {"value": "66.666666667"}, "menu_share": {"value": "33.333333333"}}, "200/3, and not twice 33.333333333", ruling="B33"),
        formula(f"{i}-formula-peer", k, v, "typical", lost(13, 41, *(() if early else (7, 19)), contacts=611)),
        formula(f"{i}-formula-too-many", k, v, "bad_input", lost(6, 6, contacts=11), origin="12 of 11", error={"code": "bad_input"}),
        formula(f"{i}-formula-negative", k, v, "bad_input", lost(-1, 6, contacts=11), origin="a count is not negative",
                error={"code": "negative", "field": "menu"}),
        formula(f"{i}-formula-missing", k, v, "bad_input", {step: 0 for step in steps}, origin="an input is absent",
                error={"code": "missing_input", "field": "contacts"}),
        formula(f"{i}-formula-unknown", k, v, "bad_input", {**lost(0, 0, contacts=1), "lobby": 1}, origin="an input too many",
                error={"code": "unknown_input", "field": "lobby"}),
    ] + bad_contacts(i, k, v) + both_ways(i, k, v) + both_ways(f"{i}-all-inbound", k, v, parameters={"population": "all_inbound"}) + [
        measure(f"{i}-b6-queued", k, v, "ruling", {"contact": [dict(c, resolved=True) if c["outcome"] == "answered" else c for c in B6]},
                shares((0, 10), 80, {"menu": "0", "queue": "12.5"}, value="12.5", sample=80, left_out={"not_queued": 20}), "10/80",
                ruling="B6"),
        measure(f"{i}-b6-all-inbound", k, v, "ruling",
            {"contact": [dict(c, resolved=True) if c["outcome"] == "answered" else c for c in B6]},
                shares((20, 10), 100, {"menu": "20", "queue": "10"}, value="30", sample=100, left_out={}), "30/100", ruling="B6",
                parameters={"population": "all_inbound"}),
        measure(f"{i}-b6-self-served", k, v, "ruling", {"contact": [
            gone("1", 30, queued=False), call("2", None, started_at=d(5, "09:00"), outcome="self_served"), *answered(1, resolved=True)]},
            shares((1,), 2, {"menu": "50"}, value="50", left_out={"self_served": 1}), "whom the menu served has not given up", ruling="B6",
            parameters={"population": "all_inbound"}),
        measure(f"{i}-b7", k, v, "ruling", {"contact": B7},
                shares((0, 2), 10, {"menu": "0", "queue": "20"}, value="20", sample=10, left_out={}) if early else
                shares((0, 2, 0, 2), 10, {"menu": "0", "queue": "20", "hold": "0", "conversation": "20"}, value="40", sample=10,
                    left_out={}),
                "6 resolved, 2 hang up mid-conversation, 2 in the queue", ruling="B7"),
        measure(f"{i}-b7-answered-by-outcome", k, v, "ruling", {"contact": [
            dict(c, outcome="answered") if c.get("abandon_step") == "conversation" else c for c in B7]},
            [row("rate", "20" if early else "40", sample=10, left_out={})],
            "the same, where the log calls those who hang up mid-conversation answered", ruling="B7"),
        measure(f"{i}-b7-resolved-first", k, v, "ruling", {"contact": [
            call("1", d(5, "09:00"), d(5, "09:00:30"), outcome="abandoned", abandon_step="conversation", resolved=True),
            call("2", d(5, "09:00"), d(5, "09:00:30"), outcome="abandoned", abandon_step="hold"), gone("3", 60),
            *answered(1, resolved=True)]},
            shares((0, 1), 4, {"queue": "25"}, value="25") if early else
            shares((0, 1, 1, 0), 4, {"queue": "25", "hold": "25", "conversation": "0"}, value="50"),
            "hung up, but resolved: not before the resolution; hung up on hold, and nobody knows: before it", ruling="B7"),
        measure(f"{i}-unknown-resolution", k, v, "null",
            {"contact": [*answered(2), *answered(1, start=1100, resolved=False), gone("1", 60)]},
                [row("rate", "25", sample=4, left_out={})] if early else [row("rate", "50", sample=2, left_out={"unknown": 2})],
                "1 of 4" if early else "of two nobody knows whether they were resolved: 1 of 2", ruling="B7"),
        measure(f"{i}-b8-queue", k, v, "ruling", {"contact": [
            gone("1", 5), gone("2", 5.000001), gone("3", 4, menu=60), gone("4", 5, menu=0.000001), *answered(3, resolved=True)]},
            [row("rate", "25", sample=4, left_out={"short": 3})], "short within 5 s of the queue: 5, 4 and 5 s, not 5.000001 s",
            ruling="B8"),
        measure(f"{i}-b8-all-inbound", k, v, "ruling", {"contact": [
            gone("1", 5), gone("2", 5.000001), gone("3", 4, menu=60), gone("4", 5, menu=0.000001), gone("5", 5, queued=False),
            gone("6", 5.000001, queued=False), *answered(3, resolved=True)]},
            shares((1, 3), 7, {"menu": "14.285714286", "queue": "42.857142857"}, value="57.142857143", sample=7, left_out={"short": 2}),
            "short within 5 s of the start: 1 (its queue is all that is known) and 5", ruling="B8",
            parameters={"population": "all_inbound"}),
        measure(f"{i}-short-zero", k, v, "boundary", {"contact": [gone("1", 0), gone("2", 0.000001), *answered(1, resolved=True)]},
                [row("rate", "50", sample=2, left_out={"short": 1})], "`short` 0 leaves out waits of exactly 0", parameters={"short": 0}),
        measure(f"{i}-short-ten", k, v, "boundary", {"contact": [gone("1", 10), gone("2", 10.000001), *answered(1, resolved=True)]},
                [row("rate", "50", sample=2, left_out={"short": 1})], "short means within 10 s", parameters={"short": 10}),
        measure(f"{i}-short-answered", k, v, "boundary", {"contact": [
            call("1", d(5, "09:00"), d(5, "09:00:01"), outcome="abandoned", abandon_step="conversation", ended_at=d(5, "09:00:04"),
                resolved=False),
            *answered(1, resolved=True)]},
            [row("rate", "0" if early else "50", sample=2, left_out={})], "hung up after 4 s, but a person had answered: not short"),
        measure(f"{i}-b10", k, v, "ruling", {"contact": B10},
                shares((0, 5), 95, {"menu": "0", "queue": "5.263157895"}, value="5.263157895", sample=95, left_out={"short": 5}),
                "100 inbound: 85 answered, 5 short, 5 abandoned, 3 callbacks, 2 failed: 500/95", ruling="B10"),
        measure(f"{i}-b10-outbound", k, v, "ruling",
            {"contact": [*answered(1, resolved=True), *answered(3, start=1100, direction="outbound", resolved=True), gone("1", 60)]},
                [row("rate", "50", sample=2, left_out={"outbound": 3})], "inbound only", ruling="B10"),
        measure(f"{i}-all-chances", k, v, "typical", {"contact": AB_MIXED},
                shares((1, 4), 17, {"menu": "5.882352941", "queue": "23.529411765"}, value="29.411764706", sample=17,
                       left_out={"not_queued": 4, "outbound": 1, "self_served": 2, "short": 2}) if early else
                shares((1, 4, 1, 1), 16, {"menu": "6.25", "queue": "25", "hold": "6.25", "conversation": "6.25"},
                       value="43.75", sample=16, left_out={"not_queued": 4, "outbound": 1, "self_served": 2, "short": 2, "unknown": 1}),
                "5 given up before an answer of 17" if early else "5 before an answer, 1 on hold, 1 in the conversation, of 16; of one nobody knows"),
        measure(f"{i}-all-chances-all-inbound", k, v, "typical", {"contact": AB_MIXED}, parameters={"population": "all_inbound"}),
        measure(f"{i}-empty", k, v, "empty", {"contact": []},
                [*none(figures, sample=0), row("abandoned", "0"), row("contacts", "0")], "no records", ruling="B55"),
        measure(f"{i}-null", k, v, "null", {"contact": [call("1", d(5, "09:00")), call("2", d(5, "09:00"), outcome="failed"),
            gone("3", 60, queued=False)]},
                shares((0, 1), 2, {"menu": "0", "queue": "50"}, value="50", left_out={"not_queued": 1}),
                "an unknown end is no short wait; an unknown step of one that was queued is the queue"),
        measure(f"{i}-null-step", k, v, "null", {"contact": [
            call("1", None, started_at=d(5, "09:00"), ended_at=d(5, "09:01")), gone("2", 60),
            call("3", None, started_at=d(5, "09:00")), call("4", d(5, "09:00"), outcome="failed")]},
            shares((2, 1), 4, {"menu": "50", "queue": "25"}, value="75", left_out={}),
            "an unknown step is the queue where there was one, else the menu", parameters={"population": "all_inbound"}),
        measure(f"{i}-only-left-out", k, v, "boundary", {"contact": [gone("1", 2), gone("2", 40, queued=False)]},
                [row("rate", None, sample=0, left_out={"not_queued": 1, "short": 1}), row("contacts", "0")],
                "nothing is left to divide by"),
        measure(f"{i}-window", k, v, "boundary", {"contact": [
            call("1", "2025-12-31T23:59:59.999999Z", ended_at=d(1, "00:01")), call("2", d(1), ended_at=d(1, "00:01")),
            call("3", "2026-01-31T23:59:59.999999Z", d(1, "00:01", month=2), resolved=True),
            call("4", d(1, month=2), ended_at=d(1, "00:01", month=2)),
            call("5", None, started_at=d(10), ended_at=d(10, "00:01"))]},
            [row("rate", "50", sample=2, left_out={"not_queued": 1})], "[from, to) by the queue, else by the start", window=JANUARY),
        measure(f"{i}-waiting", k, v, "boundary", {"contact": [
            call("1", d(5, "11:59"), d(5, "12:00:00.000001"), resolved=True), call("2", d(5, "11:50"), ended_at=d(5, "12:01")),
            call("3", d(5, "11:50"), ended_at=d(5, "12:00")),
            call("4", d(5, "11:50"), d(5, "11:51"), ended_at=d(5, "11:59"), resolved=True)]},
            [row("rate", "50", sample=2, left_out={"waiting": 2})], "whoever waits at as_of has no outcome yet", as_of=d(5, "12:00")),
        measure(f"{i}-by-agent", k, v, "typical", {"contact": [*answered(3, agent="Ada", resolved=True), gone("1", 60),
            gone("2", 60, agent="Ada")]},
                [row("rate", "40", group={"agent": ALL}), row("rate", "25", group={"agent": "Ada"}),
                    row("rate", "100", group={"agent": None})],
                "nobody's own abandons are a group of their own", by=["agent"]),
    ] + [
        measure(f"{i}-{name}-night", k, v, "boundary", {"contact": night(list_)},
                [r for label, value, n in rows for r in (row("rate", value, label), row("contacts", n, label))],
                "the hour that comes twice is two buckets" if name == "autumn" else "the hour that is skipped is no bucket",
                ruling="B61", window=window, bucket="hour", zone=BERLIN, row_count=len(rows) * (3 + len(steps)) + 3 + len(steps))
        for name, (list_, window, rows) in AB_NIGHTS.items()
    ] + bad_parameters(i, k, v, short=BAD_SHORT, population=BAD_POPULATION)

# answer_rate --------------------------------------------------------------------------------------------------------

k, v, i = "answer_rate", "standard", "ans"
ANSWER_FIGURES = ["rate", "abandoned_share", "callback_share", "failed_share"]


def rates(contacts, *values, **keys):
    first, *rest = values
    return [row("rate", first, denominator=str(contacts), **keys), *(row(f, x) for f, x in zip(ANSWER_FIGURES[1:], rest)),
        row("contacts", str(contacts))]


def outcomes(answered, abandoned, callback, failed):
    return {"answered": answered, "abandoned": abandoned, "callback": callback, "failed": failed}


ANSWER_RATE = [
    formula("ans-formula-b10", k, v, "ruling", outcomes(85, 5, 3, 2), {
        "rate": {"value": "89.473684211", "unit": "percent", "sample": 95, "numerator": "85", "denominator": "95"},
        "abandoned_share": {"value": "5.263157895"}, "callback_share": {"value": "3.157894737"}, "failed_share": {"value": "2.105263158"},
        "contacts": {"value": "95", "unit": "count"}}, "85, 5, 3 and 2 of 95", ruling="B10"),
    formula("ans-formula-typical", k, v, "typical", outcomes(14, 3, 2, 1), {
        "rate": {"value": "70", **WILSON_14_20}, "abandoned_share": {"value": "15"}, "callback_share": {"value": "10"},
        "failed_share": {"value": "5"}},
        PUBLISHED_WILSON),
    formula("ans-formula-empty", k, v, "empty", outcomes(0, 0, 0, 0), {
        **{f: undef() for f in ANSWER_FIGURES}, "contacts": {"value": "0"}}, "0/0 is undefined, a count is 0", ruling="B55"),
    formula("ans-formula-none", k, v, "boundary", outcomes(0, 6, 3, 1), {"rate": {"value": "0", **ZERO_OF_TEN}}, PUBLISHED_NONE),
    formula("ans-formula-all", k, v, "boundary", outcomes(10, 0, 0, 0), {
        "rate": {"value": "100", "lower": 72.246720013711074, "upper": 100.0}, "abandoned_share": {"value": "0", **ZERO_OF_TEN}},
        "mirror of Wilson of 0/10"),
    formula("ans-formula-thirds", k, v, "ruling", outcomes(1, 1, 1, 0), {
        "rate": {"value": "33.333333333"}, "abandoned_share": {"value": "33.333333333"}, "failed_share": {"value": "0"}},
        "one division each", ruling="B33"),
    formula("ans-formula-peer", k, v, "typical", outcomes(5021, 402, 77, 31)),
    formula("ans-formula-level", k, v, "typical", outcomes(14, 6, 0, 0), {
        "rate": {"value": "70", "lower": 51.61962804075575, "upper": 83.61405846480505}},
        "published: statsmodels 0.15.0, case prop-wilson-levels-14-20 of the reference vectors", level=0.9),
    formula("ans-formula-negative", k, v, "bad_input", outcomes(1, 1, -1, 1), origin="a count is not negative",
        error={"code": "negative", "field": "callback"}),
    formula("ans-formula-missing", k, v, "bad_input", {"answered": 1, "abandoned": 1, "callback": 1}, origin="an input is absent",
            error={"code": "missing_input", "field": "failed"}),
    formula("ans-formula-unknown", k, v, "bad_input", {**outcomes(1, 1, 1, 1), "short": 1}, origin="short abandons are in no share",
            error={"code": "unknown_input", "field": "short"}),
] + bad_contacts(i, k, v) + both_ways(i, k, v) + both_ways("ans-all-inbound", k, v, parameters={"population": "all_inbound"}) + [
    measure("ans-b10", k, v, "ruling", {"contact": B10},
        rates(95, "89.473684211", "5.263157895", "3.157894737", "2.105263158", sample=95, left_out={"short": 5}),
            "100 inbound: 85 answered, 5 short, 5 abandoned, 3 callbacks, 2 failed", ruling="B10"),
    measure("ans-b6-queued", k, v, "ruling", {"contact": B6}, rates(80, "87.5", "12.5", "0", "0", left_out={"not_queued": 20}),
        "70/80", ruling="B6"),
    measure("ans-b6-all-inbound", k, v, "ruling", {"contact": B6}, rates(100, "70", "30", "0", "0", left_out={}), "70/100", ruling="B6",
            parameters={"population": "all_inbound"}),
    measure("ans-b7-answered", k, v, "ruling", {"contact": B7}, rates(10, "80", "20", "0", "0", left_out={}),
            "whoever hangs up mid-conversation was answered: 8/10, the complement of abandonment before an answer", ruling="B7"),
    measure("ans-b8", k, v, "ruling", {"contact": [gone("1", 5), gone("2", 5.000001), *answered(3)]},
            rates(4, "75", "25", "0", "0", left_out={"short": 1}), "short at exactly 5 s", ruling="B8"),
    measure("ans-b8-all-inbound", k, v, "ruling", {"contact": [gone("1", 5, queued=False), gone("2", 4, menu=2),
        gone("3", 4, menu=1), *answered(3)]},
            rates(4, "75", "25", "0", "0", left_out={"short": 2}), "5 and 1 + 4 s from the start are short, 2 + 4 s is not", ruling="B8",
            parameters={"population": "all_inbound"}),
    measure("ans-all-chances", k, v, "typical", {"contact": AB_MIXED},
            rates(17, "58.823529412", "29.411764706", "5.882352941", "5.882352941", sample=17,
                left_out={"not_queued": 4, "outbound": 1, "self_served": 2, "short": 2}),
            "10 answered, 5 abandoned, 1 callback, 1 failed of 17"),
    measure("ans-all-chances-all-inbound", k, v, "typical", {"contact": AB_MIXED}, parameters={"population": "all_inbound"}),
    measure("ans-empty", k, v, "empty", {"contact": []}, [*none(ANSWER_FIGURES, sample=0), row("contacts", "0")], "no records",
        ruling="B55"),
    measure("ans-null", k, v, "null", {"contact": [call("1", d(5, "09:00"), outcome="answered"), call("2", d(5, "09:00")),
        call("3", None, d(5, "09:01"), started_at=d(5, "09:00"))]},
            rates(2, "50", "50", "0", "0", left_out={"not_queued": 1}),
            "when it was answered does not matter; an unknown end is no short wait"),
    measure("ans-short-zero", k, v, "boundary", {"contact": [gone("1", 0), gone("2", 1), *answered(1)]},
        rates(2, "50", "50", "0", "0", left_out={"short": 1}),
            "`short` 0 leaves out waits of exactly 0", parameters={"short": 0}),
    measure("ans-window", k, v, "boundary", {"contact": [
        call("1", "2025-12-31T23:59:59.999999Z", d(1)), call("2", d(1), d(1)),
        call("3", "2026-01-31T23:59:59.999999Z", outcome="failed"), call("4", d(1, month=2), d(1, month=2))]},
        rates(2, "50", "0", "0", "50"), "[from, to)", window=JANUARY),
    measure("ans-waiting", k, v, "boundary", {"contact": [
        call("1", d(5, "11:59"), d(5, "12:00:00.000001")), call("2", d(5, "11:50"), ended_at=d(5, "12:01")),
        call("3", d(5, "11:50"), d(5, "12:00"))]},
        rates(1, "100", "0", "0", "0", left_out={"waiting": 2}), "whoever waits at as_of has no outcome yet", as_of=d(5, "12:00")),
    measure("ans-skip", k, v, "bad_input", {"contact": [*answered(1), gone("1", 60), call("2", d(5, "09:00"), d(5, "08:00")),
        call("3", d(5, "09:00"), outcome="lost")]},
            rates(2, "50", "50", "0", "0"), "two bad ones are skipped and counted",
            inputs={"contact": {"skipped": {"response_before_creation": 1, "unknown_word": 1}}}, bad_records="skip"),
    measure("ans-autumn-night", k, v, "boundary", {"contact": night(AB_NIGHTS["autumn"][0])},
            [row("rate", "50", "2026-10-25 02:00+02:00"), row("rate", "0", "2026-10-25 02:00+01:00"),
                row("rate", None, "2026-10-25 01:00+02:00"),
             row("contacts", "0", "2026-10-25 01:00+02:00")], "the hour that comes twice is two buckets", ruling="B61",
            window=AB_NIGHTS["autumn"][1], bucket="hour", zone=BERLIN),
] + bad_parameters(i, k, v, short=BAD_SHORT, population=BAD_POPULATION)

# handle_time --------------------------------------------------------------------------------------------------------


def handled(id, talk=None, hold=None, wrap_up=None, **more):
    return call(id, d(5, "09:00"), d(5, "09:00:20"), talk=talk, hold=hold, wrap_up=wrap_up, **more)


def leg(contact, agent, talk=None, hold=None, wrap_up=None, start=None, end=None, **more):
    return {"contact": contact, "agent": agent, "from": start or d(5, "09:00:20"), "to": end or d(5, "09:10"), "talk": talk,
            "hold": hold, "wrap_up": wrap_up, **more}


def nine(total, n):
    """A quotient rounded once, half to even, to nine places."""
    return f"{(Decimal(total) / n).quantize(Decimal('1e-9')).normalize():f}"


PARTS = {"handle_time": (1, 1, 1), "call_length": (1, 1, 0), "talk_time": (1, 0, 0), "after_contact_work_time": (0, 0, 1)}
HT_MIXED = [
    handled("1", 180, 30, 20), handled("2", 60), handled("3", 100, 0, 0, channel="chat"), handled("4", None, 10, 15),
    handled("5", 90, None, 45),
    handled("6", 500, 50, 50, direction="outbound"), handled("7", 10, outcome="callback"), handled("8", outcome="failed"), gone("9", 60),
    call("10", None, started_at=d(5, "09:00"), outcome="self_served"),
    call("11", None, d(5, "09:01"), started_at=d(5, "09:00"), talk=70, hold=5, wrap_up=40),
]
HT_ROWS = {  # of 1, 2, 3, 5, 11 (and 4 where talk does not matter)
    "handle_time": ([230, 60, 100, 135, 115], "128", "115", {"unknown": 1}),
    "call_length": ([210, 60, 100, 90, 75], "107", "90", {"unknown": 1}),
    "talk_time": ([180, 60, 100, 90, 70], "100", "90", {"unknown": 1}),
    "after_contact_work_time": ([20, 0, 0, 15, 45, 40], "20", "17.5", {}),
}
HT_LEFT = {"abandoned": 1, "callback": 1, "failed": 1, "outbound": 1, "self_served": 1}
LEGS = {
    "contact": [handled("1", 400, 40, 20, agent="Ada"), handled("2", 100, 10, 5, agent="Ben"), handled("3", 70, 20, 10, agent="Ada")],
    "leg": [leg("1", "Ada", 250, 30, 5), leg("1", "Ben", 150, 10, 15, start=d(5, "09:05")), leg("3", "Ben", None, 5, 10)],
}
# contact 1 counts as legs of 285 and 175, contact 2 as itself, 115; the leg of contact 3 has no talk

HANDLE_TIME = []
for v, (t, h, w) in PARTS.items():
    k, i = "handle_time", f"hdl-{v}"
    acw = v == "after_contact_work_time"

    def of(talk, hold, wrap_up, t=t, h=h, w=w):
        return t * talk + h * hold + w * wrap_up

    values, mean, median, unknown = HT_ROWS[v]
    legs = [of(250, 30, 5), of(150, 10, 15), of(100, 10, 5)] + ([10] if acw else [])
    ada, ben = [legs[0]], legs[1:]
    HANDLE_TIME += duration_formulas(i, k, v) + bad_contacts(i, k, v) + both_ways(i, k, v) + [
        measure(f"{i}-all-chances", k, v, "typical", {"contact": HT_MIXED},
                [row("mean", mean, sample=len(values), numerator=str(sum(values)), left_out={**HT_LEFT, **unknown}), row("median", median),
                 row("max", str(max(values))), row("count", str(len(values)))],
                 " + ".join(map(str, values)) + f" = {sum(values)}, / {len(values)}"),
        measure(f"{i}-outbound", k, v, "ruling", {"contact": HT_MIXED},
                [row("mean", str(of(500, 50, 50)), sample=1, left_out={"inbound": 10})], "outbound on request", ruling="B10",
                parameters={"direction": "outbound"}),
        measure(f"{i}-both", k, v, "ruling", {"contact": HT_MIXED}, ruling="B10", parameters={"direction": "both"}),
        measure(f"{i}-empty", k, v, "empty", {"contact": [], "leg": []}, [*none(DURATIONS, sample=0), row("count", "0")],
            "no records", ruling="B55"),
        measure(f"{i}-null", k, v, "null", {"contact": [handled("1", 60), handled("2")]},
                [row("mean", "0", sample=2, left_out={})] if acw else [row("mean", "60", sample=1, left_out={"unknown": 1})],
                "no work afterwards is known: 0" if acw else "an unknown hold or wrap-up is 0, an unknown talk is unknown"),
        measure(f"{i}-microseconds", k, v, "boundary",
            {"contact": [handled("1", "0.000001", "0.000001", "0.000001"), handled("2", 0, 0, 0)]},
                [row("mean", f"0.00000{of(5, 5, 5):02}".rstrip("0"), sample=2), row("min", "0")], f"{of(1, 1, 1)} µs / 2"),
        measure(f"{i}-b10-legs", k, v, "ruling", LEGS,
                [row("mean", nine(sum(legs), len(legs)), left_out={"through_legs": 2, **({} if acw else {"unknown": 1})}),
                 row("count", str(len(legs))), row("max", str(max(legs))), row("min", str(min(legs)))],
                 "per agent leg: contacts 1 and 3 count through their legs, 2 has none", ruling="B10"),
        measure(f"{i}-legs-by-agent", k, v, "ruling", LEGS,
                [row("mean", str(ada[0]), group={"agent": "Ada"}, sample=1, left_out={"through_legs": 2}),
                 row("mean", nine(sum(ben), len(ben)), group={"agent": "Ben"}, sample=len(ben), left_out={} if acw else {"unknown": 1})],
                "each agent's own legs", ruling="B10", by=["agent"]),
        measure(f"{i}-legs-only", k, v, "typical", {"leg": LEGS["leg"]},
                [row("mean", "10" if acw else nine(sum(legs[:2]), 2), sample=3 if acw else 2, left_out={} if acw else {"unknown": 1})],
                "legs are enough"),
        measure(f"{i}-legs-given-flag", k, v, "typical",
            {"contact": [handled("1", 60, 6, 5, through_legs=True), handled("2", 30, 3, 2, through_legs=False)]},
                [row("mean", str(of(30, 3, 2)), sample=1, left_out={"through_legs": 1})], "the flag is given, the legs are elsewhere"),
        measure(f"{i}-legs-months", k, v, "boundary", {
            "contact": [call("1", d(31, "23:50"), d(31, "23:51"), talk=500, hold=1, wrap_up=1)],
            "leg": [leg("1", "Ada", 300, 10, 20, d(31, "23:51"), d(31, "23:59")),
                leg("1", "Ben", 200, 5, 40, d(1, month=2), d(1, "00:10", month=2))]},
            [row("mean", str(of(300, 10, 20)), "2026-01", sample=1, left_out={"through_legs": 1}),
                row("mean", str(of(200, 5, 40)), "2026-02", sample=1, left_out={})],
            "a leg counts when its agent took it", window=WINTER, bucket="month"),
        measure(f"{i}-legs-as-of", k, v, "boundary", {
            "contact": [call("1", d(5, "11:49"), d(5, "11:50"), talk=500, hold=1, wrap_up=1)],
            "leg": [leg("1", "Ada", 100, 10, 20, d(5, "11:50"), d(5, "11:55")),
                leg("1", "Ben", 200, 5, 40, d(5, "12:00:00.000001"), d(5, "12:10"))]},
            [row("mean", str(of(100, 10, 20)), sample=1, left_out={"through_legs": 1})], "a leg that begins after as_of does not exist yet",
            as_of=d(5, "12:00")),
        measure(f"{i}-legs-other-reasons-first", k, v, "boundary", {
            "contact": [handled("1", 60, direction="outbound"), handled("2", 60, outcome="callback"), handled("3", 60)],
            "leg": [leg("3", "Ada", 60, 0, 0)]},
            [row("mean", "0" if acw else "60", sample=1, left_out={"callback": 1, "outbound": 1, "through_legs": 1})],
            "each contact is left out for one reason"),
        measure(f"{i}-legs-bad-order", k, v, "bad_input",
            {"contact": [], "leg": [leg("1", "Ada", 1), leg("1", "Ben", 1, start=d(5, "09:20"))]},
                origin="the leg ends before it starts", error={"code": "wrong_order", "record": "leg", "index": 1, "field": "to"}),
        measure(f"{i}-legs-no-agent", k, v, "bad_input", {"contact": [], "leg": [leg("1", None, 1)]},
            origin="the agent of a leg is required",
                error={"code": "missing_field", "record": "leg", "index": 0, "field": "agent"}),
        measure(f"{i}-legs-negative", k, v, "bad_input", {"contact": [], "leg": [leg("1", "Ada", -1)]}, origin="a duration is not negative",
                error={"code": "negative", "record": "leg", "index": 0, "field": "talk"}),
        measure(f"{i}-window", k, v, "boundary", {"contact": [
            call("1", "2025-12-31T23:59:59.999999Z", d(1), talk=1, hold=1, wrap_up=1), call("2", d(1), d(1), talk=10, hold=10, wrap_up=10),
            call("3", "2026-01-31T23:59:59.999999Z", d(1, month=2), talk=20, hold=20, wrap_up=20),
            call("4", d(1, month=2), d(1, month=2), talk=1, hold=1, wrap_up=1)]},
            [row("mean", str(of(15, 15, 15)), sample=2)], "[from, to): the second and the third", window=JANUARY),
        measure(f"{i}-as-of", k, v, "boundary", {"contact": [
            call("1", d(5, "11:50"), d(5, "11:51"), ended_at=d(5, "11:55"), talk=100, hold=10, wrap_up=5),
            call("2", d(5, "11:59"), d(5, "12:00:00.000001"), talk=200, hold=10, wrap_up=5),
            call("3", d(5, "11:50"), ended_at=d(5, "12:01"))]},
            [row("mean", str(of(100, 10, 5)), sample=1, left_out={"unanswered": 2})], "whoever waits at as_of is not answered",
            as_of=d(5, "12:00")),
        measure(f"{i}-abandoned-on-hold", k, v, "boundary", {"contact": [
            handled("1", 80, 60, 10, outcome="abandoned", abandon_step="hold"),
            handled("2", 20, 0, 10, outcome="abandoned", abandon_step="conversation"), gone("3", 60)]},
            [row("mean", str(of(50, 30, 10)), sample=2, left_out={"abandoned": 1})],
            "given up on hold or in the conversation: a person had answered and worked"),
        measure(f"{i}-bands", k, v, "boundary", {"contact": [handled(str(n), x, 0, x) for n, x in enumerate([60, 61, 30])]},
                [row("band_0_60", {1: "66.666666667", 2: "33.333333333"}[t + w]),
                    row("band_60_up", {1: "33.333333333", 2: "66.666666667"}[t + w])],
                "30, 60 | 61" if t + w == 1 else "60 | 120, 122", parameters={"bands": [60]}),
    ] + bad_parameters(i, k, v, direction=BAD_DIRECTION, bands=[[2, 1]])

FILES = {
    "answer_time": ("Answer time: conformance cases", ANSWER_TIME),
    "hold_time": ("Hold time: conformance cases", HOLD_TIME),
    "time_to_abandon": ("Time to abandon: conformance cases", TIME_TO_ABANDON),
    "service_level": ("Service level: conformance cases", SERVICE_LEVEL),
    "abandonment_rate": ("Abandonment rate: conformance cases", ABANDONMENT_RATE),
    "answer_rate": ("Answer rate: conformance cases", ANSWER_RATE),
    "handle_time": ("Handle time: conformance cases", HANDLE_TIME),
}
