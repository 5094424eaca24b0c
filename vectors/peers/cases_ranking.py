"""The cases of rankings of agents and of how completely records are filled in, for `ranking.py`."""

import random

from cases import ALL, JANUARY, QUARTER, account, call, d, f, formula, measure, row, survey, ticket, undef
from cases_quality import unknown_parameter

rng = random.Random(53)


def some_day(first=1, last=3):
    return d(rng.randint(1, 28), f"{rng.randint(0, 23):02}:{rng.randint(0, 59):02}", month=rng.randint(first, last))


def of(agent, **more):
    return {"agent": agent, **more}


# most_active_agents -------------------------------------------------------------------------------------------------

K = "most_active_agents"


def held(ticket, agent, at=d(5), **more):
    return {"ticket": str(ticket), "agent": agent, "from": at, **more}


def got(id, agent, at=d(5), **more):
    return ticket(id, at, first_assignee=agent, **more)


# A answered first, B resolved, C is assigned now (ruling B47): received of A; by `each` of all three.
B47 = {"first_assigned": {"ticket": [got("1", "a", d(5), first_replier="a", resolver="b", assignee="c")]},
       "each": {"holding": [held("1", "a"), held("1", "b", d(6)), held("1", "c", d(7))]}}
MOST_ACTIVE_AGENTS = []
for v in ("first_assigned", "each"):
    p, each = f"active-{v}", v == "each"

    def received(*who, v=v):
        """(ticket, agent, at) of what agents received."""
        return {"holding": [held(i, a, at) for i, a, at in who]} if v == "each" else {"ticket": [got(i, a, at) for i, a, at in who]}

    def rows(agent, place, tickets, share, bucket=None, why=None, **keys):
        return [row("rank", place, bucket, of(agent), **({"unit": "rank"} if place else {"undefined": why or "not_ranked"}), **keys),
                row("tickets", str(tickets), bucket, of(agent)), row("share", share, bucket, of(agent))]

    empty_rank = {"rank": {"value": None, "undefined": "no_records"}}
    MOST_ACTIVE_AGENTS += [
        formula(f"{p}-formula-typical", K, v, "typical", {"tickets": [3, 12, 5]}, {
            "rank_1": {"value": "3", "unit": "rank"}, "tickets_1": {"value": "3", "unit": "count"}, "share_1": {"value": "15", "unit": "percent"},
            "rank_2": {"value": "1"}, "share_2": {"value": "60"}, "rank_3": {"value": "2"}, "share_3": {"value": "25"}}, "12, 5, 3 of 20"),
        formula(f"{p}-formula-peer", K, v, "typical", {"tickets": [7, 31, 2, 18]}, level=0.9),
        formula(f"{p}-formula-ties", K, v, "boundary", {"tickets": [5, 5, 9, 5]}, {
            "rank_1": {"value": "2"}, "rank_2": {"value": "3"}, "rank_3": {"value": "1"}, "rank_4": {"value": "4"}}, "of equals the earlier goes first"),
        formula(f"{p}-formula-nothing", K, v, "boundary", {"tickets": [0, 4]}, {
            "rank_1": undef(), "tickets_1": {"value": "0"}, "share_1": {"value": "0"}, "rank_2": {"value": "1"}, "share_2": {"value": "100"}}, "who received nothing has no rank"),
        formula(f"{p}-formula-one", K, v, "boundary", {"tickets": [4]}, {"rank_1": {"value": "1"}, "share_1": {"value": "100", "upper": 100.0}}, "alone"),
        formula(f"{p}-formula-all-zero", K, v, "empty", {"tickets": [0, 0]}, {"rank_1": undef(), "share_1": undef(), "tickets_2": {"value": "0"}}, "nobody received anything"),
        formula(f"{p}-formula-negative", K, v, "bad_input", {"tickets": [1, -1]}, origin="a count is not negative", error={"code": "negative", "field": "tickets"}),
        formula(f"{p}-formula-missing", K, v, "bad_input", {}, origin="the input is absent", error={"code": "missing_input", "field": "tickets"}),
        formula(f"{p}-formula-unknown", K, v, "bad_input", {"tickets": [1], "agents": [1]}, origin="an input that the formula does not have",
                error={"code": "unknown_input", "field": "agents"}),
        measure(f"{p}-b47-records", K, v, "ruling", B47[v], [
            *rows("a", "1", 1, "100"), *([*rows("b", "2", 1, "100"), *rows("c", "3", 1, "100"), *rows(ALL, None, 1, "100")] if each else rows(ALL, None, 1, "100"))],
            "a held it first" + (", then b, then c: the groups do not add up to the one ticket" if each else "; who answered, resolved or has it now does not matter"), ruling="B47",
            row_count=12 if each else 6),
        measure(f"{p}-records-typical", K, v, "typical", received(*((i, "bca"[i % 3 if i < 6 else 2], d(5)) for i in range(10))), [
            *rows("a", "1", 6, "60"), *rows("b", "2", 2, "20"), *rows("c", "3", 2, "20"), *rows(ALL, None, 10, "100")], "a 6, b and c 2 each: of equals the smaller id"),
        measure(f"{p}-records-months", K, v, "typical", received((1, "a", d(5)), (2, "a", d(6)), (3, "b", d(7)), (4, "b", f(5)), (5, "b", f(6)), (6, "c", f(7))), [
            *rows("a", "1", 2, "66.666666667", "2026-01"), *rows("b", "2", 1, "33.333333333", "2026-01"), *rows("c", None, 0, "0", "2026-01", "no_records"),
            *rows("b", "1", 2, "66.666666667", "2026-02"), *rows("a", None, 0, "0", "2026-02", "no_records"), *rows("c", "2", 1, "33.333333333", "2026-02"),
            *rows("a", None, 0, None, "2026-03", "no_records"), *rows("b", "1", 3, "50"), *rows("a", "2", 2, "33.333333333"), *rows("c", "3", 1, "16.666666667")],
            "ranks of each month, and of all", window=QUARTER, bucket="month"),
        measure(f"{p}-records-text-order", K, v, "boundary", received((1, "10", d(5)), (2, "9", d(5)), (3, "B", d(5)), (4, "a", d(5))), [
            row("rank", "1", group=of("10")), row("rank", "2", group=of("9")), row("rank", "3", group=of("B")), row("rank", "4", group=of("a"))], "ids are texts"),
        measure(f"{p}-records-channels", K, v, "typical", {"holding": [held(1, "a", channel="chat"), held(2, "a", channel="email"), held(3, "b", channel="chat"), held(4, "b", channel="chat")]} if each else {
            "ticket": [got(1, "a", channel="chat"), got(2, "a", channel="email"), got(3, "b", channel="chat"), got(4, "b", channel="chat")]}, [
            row("rank", "2", group={"agent": "a", "channel": "chat"}), row("rank", "1", group={"agent": "b", "channel": "chat"}), row("rank", "1", group={"agent": "a", "channel": "email"}),
            row("share", "25", group={"agent": "a", "channel": "chat"}), row("share", "50", group={"agent": "b", "channel": "chat"})],
            "ranked within a channel; the share is of all", by=["agent", "channel"]),
        measure(f"{p}-records-peer", K, v, "typical", received(*((i, rng.choice("aabbbcdef"), some_day()) for i in range(120))), window=QUARTER, bucket="month"),
        measure(f"{p}-records-empty", K, v, "empty", received(), rows(ALL, None, 0, None, left_out={}), "nothing"),
        measure(f"{p}-records-boundary", K, v, "boundary", received((1, "a", "2025-12-31T23:59:59.999999Z"), (2, "b", d(1)), (3, "b", "2026-01-31T23:59:59.999999Z"), (4, "a", f(1)), (5, "a", d(9))), [
            *rows("b", "1", 2, "66.666666667"), *rows("a", "2", 1, "33.333333333")], "[from, to)", window=JANUARY),
        measure(f"{p}-records-as-of", K, v, "boundary", received((1, "a", d(5)), (2, "b", d(20)), (3, "b", d(21))), rows("a", "1", 1, "100"), "what came after as_of did not", as_of=d(15)),
        measure(f"{p}-records-missing", K, v, "bad_input", {"survey": []}, origin="none of what it reads is given", error={"code": "missing_records", "record": "holding" if each else "ticket"}),
        unknown_parameter(K, v, p, received()),
    ]
v, p = "first_assigned", "active-first_assigned"
MOST_ACTIVE_AGENTS += [
    measure(f"{p}-records-null", K, v, "null", {"ticket": [got(1, "a"), got(2, None), got(3, "b", status="spam"), got(4, "b", merged_at=d(6)), got(5, "a", status="deleted")]}, [
        row("rank", "1", group=of("a"), left_out={}), row("tickets", "2", group=of("a")), row("share", "100", group=of("a")),
        row("rank", None, group=of(None), undefined="not_ranked", left_out={"no_agent": 1}), row("rank", None, group=of(ALL), undefined="not_ranked", left_out={"merged": 1, "no_agent": 1, "spam": 1})],
        "nobody's, merged and spam leave; a deleted one was received"),
    measure(f"{p}-records-duplicate", K, v, "bad_input", {"ticket": [got(1, "a"), got(1, "b")]}, origin="the same ticket twice",
            error={"code": "duplicate_id", "record": "ticket", "index": 1, "field": "id"}),
    measure(f"{p}-records-channel-only", K, v, "boundary", {"ticket": [got(1, "a"), got(2, "b", channel="chat")]}, [
        row("rank", None, group={"channel": "email"}, undefined="not_ranked"), row("tickets", "1", group={"channel": "email"})], "without agents there are no ranks", by=["channel"]),
]
v, p = "each", "active-each"
MOST_ACTIVE_AGENTS += [
    measure(f"{p}-b47-back-and-forth", K, v, "ruling", {"holding": [held(1, "a"), held(1, "b", d(6)), held(1, "a", d(7)), held(2, "b", d(6))]}, [
        row("rank", "1", group=of("b")), row("tickets", "2", group=of("b")), row("tickets", "1", group=of("a")), row("share", "50", group=of("a")), row("tickets", "2", group=of(ALL))],
        "a held ticket 1 twice and received it once", ruling="B47"),
    measure(f"{p}-records-null", K, v, "null", {"holding": [held(1, "a", to=None, next_from=None), held(2, "a", team=None)]}, [row("tickets", "2", group=of("a")), row("rank", "1", group=of("a"))],
            "a holding that goes on"),
    measure(f"{p}-records-missing-agent", K, v, "bad_input", {"holding": [{"ticket": "1", "from": d(5)}]}, origin="agent is required",
            error={"code": "missing_field", "record": "holding", "index": 0, "field": "agent"}),
]

# top_agents ---------------------------------------------------------------------------------------------------------

K, v, p = "top_agents", "standard", "top"


def lists(*agents):
    return dict(zip(("values", "lowers", "uppers", "samples"), map(list, zip(*agents)))) if agents else {"values": [], "lowers": [], "uppers": [], "samples": []}


def placed(*places):
    out = {}
    for i, place in enumerate(places, 1):
        for name, x in zip(("rank", "band"), place if isinstance(place, tuple) else (place, place)):
            out[f"{name}_{i}"] = undef(x) if isinstance(x, str) else {"value": str(x), "unit": "rank"}
    return out


FRT = lists((10, 8, 12, 50), (9, 1, 17, 50))


def rated(agent, good, n, at=d(10), prefix="", **more):
    """n answers about an agent, of which some are good."""
    return [survey(f"{prefix}{agent}{i}", 5 if i < good else 2, agent=agent, at=at, **more) for i in range(n)]


def ranks(agent, place, band, value, sample, bucket=None, why=None, **keys):
    """The rows of an agent."""
    one = {"unit": "rank"} if place else {"undefined": why}
    return [row("rank", place, bucket, of(agent), **one, **keys), row("band", band, bucket, of(agent), **one), row("value", value, bucket, of(agent)), row("sample", str(sample), bucket, of(agent))]


def solved(agent, hours, n, **more):
    return [ticket(f"{agent}{i}", d(5), resolved_at=d(5, f"{hours + i % 2:02}:00"), resolver=agent, first_assignee="z", **more) for i in range(n)]


THREE = [*rated("a", 36, 40), *rated("b", 30, 40), *rated("c", 10, 40)]
TOP_AGENTS = [
    formula(f"{p}-formula-b53", K, v, "ruling", FRT, placed((1, 1), (2, 1)), "lower is better: by the upper ends 12 goes before 17; they overlap and share a band", ruling="B53",
            parameters={"better": "lower"}),
    formula(f"{p}-formula-b53-value", K, v, "ruling", FRT, placed((2, 1), (1, 1)), "by the value 9 goes before 10, and rewards few tickets", ruling="B53", parameters={"better": "lower", "rank_by": "value"}),
    formula(f"{p}-formula-b53-higher", K, v, "ruling", FRT, placed((1, 1), (2, 1)), "where higher is better by the lower ends: 8 goes before 1", ruling="B53"),
    formula(f"{p}-formula-b53-minimum", K, v, "ruling", lists((90, 80, 95, 30), (99, 95, 100, 29), (50, 40, 60, 31)), placed((1, 1), "small_sample", (2, 2)),
            "29 are too few; [40, 60] does not reach 80", ruling="B53"),
    formula(f"{p}-formula-b53-ties", K, v, "ruling", lists((50, 40, 60, 50), (70, 60, 80, 50), (50, 40, 60, 50)), placed((2, 1), (1, 1), (3, 1)),
            "of equals the earlier goes first; an interval that touches overlaps", ruling="B53"),
    formula(f"{p}-formula-bands", K, v, "typical", lists((90, 85, 95, 50), (80, 75, 86, 50), (76, 70, 84, 50), (60, 55, 72, 50), (50, 45, 55, 50)),
            placed((1, 1), (2, 1), (3, 2), (4, 2), (5, 3)), "86 reaches 85; 84 does not, and begins a band that 72 reaches (70); 55 does not"),
    formula(f"{p}-formula-best-of-band", K, v, "boundary", lists((90, 85, 95, 50), (86, 80, 92, 50), (78, 72, 84, 50)), placed((1, 1), (2, 1), (3, 2)),
            "the third overlaps the second, but not the best of the band"),
    formula(f"{p}-formula-minimum", K, v, "boundary", lists((90, 80, 95, 5), (50, 40, 60, 4)), placed((1, 1), "small_sample"), "a minimum of five", parameters={"minimum_sample": 5}),
    formula(f"{p}-formula-no-minimum", K, v, "boundary", lists((90, 80, 95, 1), (50, 40, 60, 0)), placed((1, 1), "no_records"), "no minimum; of nothing there is no rank", parameters={"minimum_sample": 0}),
    formula(f"{p}-formula-empty", K, v, "empty", lists(), {}, "nobody"),
    formula(f"{p}-formula-lengths", K, v, "bad_input", {**FRT, "samples": [50]}, origin="lists of one length", error={"code": "bad_input"}),
    formula(f"{p}-formula-missing", K, v, "bad_input", {"values": [1], "lowers": [1], "uppers": [1]}, origin="an input is absent", error={"code": "missing_input", "field": "samples"}),
    formula(f"{p}-formula-bad-word", K, v, "bad_input", FRT, origin="a word that it does not know", parameters={"rank_by": "luck"}, error={"code": "bad_parameter", "field": "rank_by"}),
    measure(f"{p}-records-typical", K, v, "typical", {"survey": THREE}, [
        *ranks("a", "1", "1", "90", 40), *ranks("b", "2", "1", "75", 40), *ranks("c", "3", "2", "25", 40), *ranks(ALL, None, None, "63.333333333", 120, why="not_ranked")],
        "36, 30 and 10 good of 40: the intervals of a and b overlap, that of c does not", row_count=16),
    measure(f"{p}-b53-bound", K, v, "ruling", {"survey": [*rated("a", 92, 100), *rated("b", 29, 30)]}, [
        *ranks("a", "1", "1", "92", 100), *ranks("b", "2", "1", "96.666666667", 30)], "29 of 30 are more than 92 of 100, but their lower end is less: 83.3 and 85.0", ruling="B53"),
    measure(f"{p}-b53-value", K, v, "ruling", {"survey": [*rated("a", 92, 100), *rated("b", 29, 30)]}, [
        *ranks("b", "1", "1", "96.666666667", 30), *ranks("a", "2", "1", "92", 100)], "by the value", ruling="B53", parameters={"rank_by": "value"}),
    measure(f"{p}-b53-minimum", K, v, "ruling", {"survey": [*rated("a", 15, 30), *rated("b", 29, 29), *rated("c", 3, 3)]}, [
        *ranks("a", "1", "1", "50", 30), *ranks("b", None, None, "100", 29, why="small_sample"), *ranks("c", None, None, "100", 3, why="small_sample")], "30 is enough, 29 is not", ruling="B53"),
    measure(f"{p}-b53-ties", K, v, "ruling", {"survey": [*rated("b", 20, 40), *rated("a", 20, 40)]}, [*ranks("a", "1", "1", "50", 40), *ranks("b", "2", "1", "50", 40)], "of equals the smaller id", ruling="B53"),
    measure(f"{p}-records-minimum", K, v, "boundary", {"survey": [*rated("a", 1, 2), *rated("b", 3, 3)]}, [*ranks("b", "1", "1", "100", 3), *ranks("a", None, None, "50", 2, why="small_sample")],
            "a minimum of three", parameters={"minimum_sample": 3}),
    measure(f"{p}-records-lower", K, v, "typical", {"ticket": [*solved("a", 4, 30), *solved("b", 2, 30), *solved("c", 1, 5)]}, [
        *ranks("b", "1", "1", "9000", 30), *ranks("a", "2", "2", "16200", 30), *ranks("c", None, None, "5040", 5, why="small_sample")], "resolutions go to the resolver, and fast is good",
        parameters={"kpi": "resolution_time"}),
    measure(f"{p}-records-replier", K, v, "typical", {"ticket": [
        ticket(f"{a}{i}", d(5), d(5, f"0{h}:00"), first_replier=a, resolver="z") for a, h in (("a", 3), ("b", 1)) for i in range(30)]}, [
        *ranks("b", "1", "1", "3600", 30), *ranks("a", "2", "2", "10800", 30)], "responses go to the replier", ruling="B47", parameters={"kpi": "first_response_time"}),
    measure(f"{p}-records-variant", K, v, "typical", {"survey": THREE}, [
        *ranks("a", "1", "1", "4.7", 40), *ranks("b", "2", "1", "4.25", 40), *ranks("c", "3", "2", "2.75", 40)], "by the mean score: (36 × 5 + 4 × 2)/40 …", parameters={"kpi": "csat", "kpi_variant": "mean", "better": "higher"}),
    measure(f"{p}-records-variant-without-better", K, v, "bad_input", {"survey": THREE}, origin="whether a high mean is good is for the survey to say",
            parameters={"kpi": "csat", "kpi_variant": "mean"}, error={"code": "bad_parameter", "field": "better"}),
    measure(f"{p}-records-kpi-parameters", K, v, "typical", {"survey": [*rated("a", 10, 30, kind="exit"), *rated("b", 20, 30, kind="exit"), *rated("a", 30, 30, prefix="x")]}, [
        row("rank", "1", group=of("b")), row("rank", "2", group=of("a")), row("value", "33.333333333", group=of("a"))],
        "answers of another kind", parameters={"kpi": "csat", "kpi_parameters": {"kind": "exit"}}),
    measure(f"{p}-records-figure", K, v, "typical", {"survey": [
        survey(f"{a}{i}", s, kind="nps", scale=(0, 10), agent=a) for a, n in (("a", 20), ("b", 25)) for i, s in enumerate([10] * n + [8] * (30 - n))]}, [
        row("rank", "1", group=of("b")), row("rank", "2", group=of("a")), row("value", "83.333333333", group=of("b"))], "by the share of promoters", parameters={"kpi": "nps", "figure": "promoter_share", "better": "higher"}),
    measure(f"{p}-records-figure-without-better", K, v, "bad_input", {"survey": []}, origin="what is good for the headline need not be for another figure",
            parameters={"kpi": "nps", "figure": "detractor_share"}, error={"code": "bad_parameter", "field": "better"}),
    measure(f"{p}-records-better", K, v, "boundary", {"survey": THREE}, [row("rank", "1", group=of("c")), row("rank", "3", group=of("a"))], "turned round when asked: by the upper ends, the lowest first",
            parameters={"better": "lower"}),
    measure(f"{p}-records-months", K, v, "typical", {"survey": [*rated("a", 30, 30), *rated("b", 10, 30), *rated("a", 5, 30, f(5), "f"), *rated("b", 28, 30, f(5), "f")]}, [
        *ranks("a", "1", "1", "100", 30, "2026-01"), *ranks("b", "2", "2", "33.333333333", 30, "2026-01"), *ranks("b", "1", "1", "93.333333333", 30, "2026-02"),
        *ranks("a", "2", "2", "16.666666667", 30, "2026-02"), *ranks("a", None, None, None, 0, "2026-03", "no_records"), *ranks("b", "1", "1", "63.333333333", 60), *ranks("a", "2", "1", "58.333333333", 60)],
        "ranks of each month, and of all", window=QUARTER, bucket="month"),
    measure(f"{p}-records-channels", K, v, "typical", {"survey": [
        *rated("a", 30, 30, channel="chat"), *rated("b", 10, 30, channel="chat"), *rated("a", 5, 30, prefix="e", channel="email"), *rated("b", 28, 30, prefix="e", channel="email")]}, [
        row("rank", "1", group={"agent": "a", "channel": "chat"}), row("rank", "2", group={"agent": "b", "channel": "chat"}), row("rank", "1", group={"agent": "b", "channel": "email"}),
        row("rank", "2", group={"agent": "a", "channel": "email"})], "ranked within a channel", by=["agent", "channel"]),
    measure(f"{p}-records-peer", K, v, "typical", {"survey": [
        survey(i, rng.randint(2, 5), agent=rng.choice("abcdefg"), at=some_day()) for i in range(400)]}, window=QUARTER, bucket="month", level=0.9, parameters={"minimum_sample": 15}),
    measure(f"{p}-records-median", K, v, "typical", {"ticket": [*solved("a", 4, 30), *solved("b", 2, 31), *solved("c", 2, 30)]}, [
        row("rank", "1", group=of("b")), row("rank", "2", group=of("c")), row("rank", "3", group=of("a")), row("band", "1", group=of("c")), row("band", "2", group=of("a"))],
        "by the median and its interval: b [2 h, 3 h], c the same, a [4 h, 5 h]", parameters={"kpi": "resolution_time", "figure": "median", "better": "lower"}),
    measure(f"{p}-records-no-interval", K, v, "boundary", {"ticket": [*solved("a", 4, 30), *solved("b", 2, 31), *solved("c", 2, 30)]}, [
        row("rank", "1", group=of("b")), row("rank", "2", group=of("c")), row("rank", "3", group=of("a")), row("band", "1", group=of("c")), row("band", "2", group=of("a"))],
        "the shortest has no interval: the value is its own bound; 2 h, 2 h, 4 h", parameters={"kpi": "resolution_time", "figure": "min", "better": "lower"}),
    measure(f"{p}-records-peer-durations", K, v, "typical", {"ticket": [
        ticket(i, at := some_day(), at[:11] + "23:59:59Z", first_replier=rng.choice("abcdefg"), channel=rng.choice(("email", "web"))) for i in range(300)]},
        window=QUARTER, by=["agent", "channel"], parameters={"kpi": "first_response_time", "minimum_sample": 15}),
    measure(f"{p}-records-empty", K, v, "empty", {"survey": []}, [
        row("rank", None, group=of(ALL), undefined="not_ranked"), row("band", None, group=of(ALL), undefined="not_ranked"), row("value", None, group=of(ALL)), row("sample", "0", group=of(ALL))], "nothing"),
    measure(f"{p}-records-null", K, v, "null", {"survey": [*rated(None, 30, 30), *rated("a", 30, 40), survey("x", None, agent="b")]}, [
        *ranks(None, None, None, "100", 30, why="not_ranked"), *ranks("a", "1", "1", "75", 40)], "of nobody known; an invitation is no answer"),
    measure(f"{p}-records-boundary", K, v, "boundary", {"survey": [*rated("a", 30, 30, d(1)), *rated("a", 0, 30, f(1), "f"), *rated("b", 20, 30, "2026-01-31T23:59:59.999999Z"), *rated("b", 30, 30, "2025-12-31T23:59:59.999999Z", "o")]}, [
        *ranks("a", "1", "1", "100", 30), *ranks("b", "2", "2", "66.666666667", 30)], "[from, to)", window=JANUARY),
    measure(f"{p}-records-mixed", K, v, "bad_input", {"survey": [*rated("a", 30, 30), survey("x", 7, scale=(1, 7), agent="a")]}, origin="one measure, one scale", error={"code": "mixed_scales"}),
    measure(f"{p}-records-itself", K, v, "bad_input", {"survey": []}, origin="it cannot rank itself", parameters={"kpi": "top_agents"}, error={"code": "bad_parameter", "field": "kpi"}),
    measure(f"{p}-records-activity", K, v, "bad_input", {"survey": []}, origin="a rank of ranks", parameters={"kpi": "most_active_agents"}, error={"code": "bad_parameter", "field": "kpi"}),
    measure(f"{p}-records-bad-minimum", K, v, "bad_input", {"survey": []}, origin="a count is not negative", parameters={"minimum_sample": -1}, error={"code": "bad_parameter", "field": "minimum_sample"}),
    measure(f"{p}-records-bad-better", K, v, "bad_input", {"survey": []}, origin="a word that it does not know", parameters={"better": "louder"}, error={"code": "bad_parameter", "field": "better"}),
    measure(f"{p}-records-missing", K, v, "bad_input", {"ticket": []}, origin="no surveys are given", error={"code": "missing_records", "record": "survey"}),
]

# record_completeness ------------------------------------------------------------------------------------------------

K, v, p = "record_completeness", "standard", "completeness"


def full(id, at=d(5), **more):
    return {**ticket(id, at), "account": "a", "channel": "email", "type": "bug", "priority": "high", "status": "open", "assignee": "ann", **more}


def four(filled, wanted, complete, records):
    return {"filled": filled, "wanted": wanted, "complete": complete, "records": records}


TICKETS = {"ticket": [full(1), full(2, account=None), full(3, type="", assignee=None), full(4, status="spam"), full(5, merged_at=d(6), account=None)]}
RECORD_COMPLETENESS = [
    formula(f"{p}-formula-typical", K, v, "typical", four(50, 60, 4, 10), {
        "share": {"value": "83.333333333", "unit": "percent", "sample": 60, "lower": None, "upper": None}, "filled": {"value": "50", "unit": "count"}, "wanted": {"value": "60"},
        "complete_share": {"value": "40", "unit": "percent", "sample": 10}}, "50/60 cells, 4/10 records"),
    formula(f"{p}-formula-peer", K, v, "typical", four(170, 180, 21, 30), level=0.9),
    formula(f"{p}-formula-empty", K, v, "empty", four(0, 0, 0, 0), {"share": undef(), "filled": {"value": "0"}, "complete_share": undef()}, "nothing"),
    formula(f"{p}-formula-none", K, v, "boundary", four(0, 6, 0, 1), {"share": {"value": "0"}, "complete_share": {"value": "0", "lower": 0.0}}, "nothing is filled in"),
    formula(f"{p}-formula-all", K, v, "boundary", four(6, 6, 1, 1), {"share": {"value": "100"}, "complete_share": {"value": "100", "upper": 100.0}}, "all is"),
    formula(f"{p}-formula-half-even", K, v, "boundary", four(1, 4096, 0, 1), {"share": {"value": "0.024414062"}}, "100/4096: half to even"),
    formula(f"{p}-formula-too-many", K, v, "bad_input", four(7, 6, 1, 1), origin="7 of 6", error={"code": "bad_input", "field": "filled"}),
    formula(f"{p}-formula-too-complete", K, v, "bad_input", four(6, 6, 2, 1), origin="2 of 1", error={"code": "bad_input", "field": "complete"}),
    formula(f"{p}-formula-negative", K, v, "bad_input", four(6, 6, 1, -1), origin="a count is not negative", error={"code": "negative", "field": "records"}),
    formula(f"{p}-formula-missing", K, v, "bad_input", {"filled": 1, "wanted": 2, "complete": 1}, origin="an input is absent", error={"code": "missing_input", "field": "records"}),
    measure(f"{p}-records-typical", K, v, "typical", TICKETS, [
        row("share", "83.333333333", unit="percent", lower=None, upper=None, left_out={"merged": 1, "spam": 1}), row("filled", "15", unit="count"), row("wanted", "18", unit="count"),
        row("complete_share", "33.333333333", sample=3), row("share_account", "66.666666667"), row("share_channel", "100"), row("share_type", "66.666666667"), row("share_priority", "100"),
        row("share_status", "100"), row("share_assignee", "66.666666667")], "three tickets of six fields: 1 complete, 2 without an account, 3 without a type (empty) and an assignee"),
    measure(f"{p}-records-fields", K, v, "typical", {"ticket": [full(1, tags=["vip"]), full(2, tags=[]), full(3)]}, [
        row("share", "66.666666667"), row("filled", "4"), row("wanted", "6"), row("share_tags", "33.333333333"), row("share_type", "100"), row("complete_share", "33.333333333")],
        "an empty list is not filled in", parameters={"fields": ["type", "tags"]}, row_count=6),
    measure(f"{p}-records-instants", K, v, "typical", {"ticket": [full(1, resolved_at=d(6), agent_replies=0), full(2, complaint=False)]}, [
        row("share", "50"), row("share_resolved_at", "50"), row("share_agent_replies", "50"), row("share_complaint", "50")], "0 and false are known",
        parameters={"fields": ["resolved_at", "agent_replies", "complaint"]}),
    measure(f"{p}-records-contacts", K, v, "typical", {"contact": [call("1", d(5), d(5), account="a", agent="ann", direction="inbound"), call("2", d(5))]}, [
        row("share", "70"), row("filled", "7"), row("wanted", "10"), row("complete_share", "50"), row("share_agent", "50"), row("share_outcome", "100")], "5/5 and channel and outcome of five",
        parameters={"record": "contact"}),
    measure(f"{p}-records-plural", K, v, "boundary", {"contact": [call("1", d(5), d(5), account="a", agent="ann", direction="inbound"), call("2", d(5))]}, [row("share", "70")], "also by the name of the table",
            parameters={"record": "contacts"}),
    measure(f"{p}-records-accounts", K, v, "typical", {"account": [account("a", d(5), kind="business", tier="gold", plan="pro", region="north", segment="retail"), account("b", d(6), kind="consumer"), account("c", f(6))]}, [
        row("share", "60", "2026-01"), row("complete_share", "50", "2026-01"), row("share", "0", "2026-02"), row("share", "40")], "by the day on which they became customers: 6/10, 0/5",
        parameters={"record": "account"}, window={"from": "2026-01-01", "to": "2026-03-01"}, bucket="month"),
    measure(f"{p}-records-surveys", K, v, "typical", {"survey": [survey("1", 5, reason="price", at=d(5)), survey("2", 4, at=d(6))]}, [row("share", "50"), row("filled", "1")], "the fields are named",
            parameters={"record": "survey", "fields": ["reason"]}, window=JANUARY),
    measure(f"{p}-records-teams", K, v, "typical", {"ticket": [full(1, team="x"), full(2, team="x", type=None), full(3, team="y", type=None)]}, [
        row("share", "50", group={"team": "x"}), row("share", "0", group={"team": "y"}), row("share", "33.333333333", group={"team": ALL})], "1/2, 0/1, 1/3", by=["team"], parameters={"fields": ["type"]}, row_count=15),
    measure(f"{p}-records-months", K, v, "typical", {"ticket": [full(1), full(2, f(5), type=None), full(3, f(6))]}, [
        row("share", "100", "2026-01"), row("share", "91.666666667", "2026-02"), row("share", None, "2026-03"), row("filled", "0", "2026-03"), row("complete_share", "66.666666667"), row("share", "94.444444444")],
        "6/6, 11/12, nothing, 17/18", window=QUARTER, bucket="month"),
    measure(f"{p}-records-peer", K, v, "typical", {"ticket": [
        full(i, some_day(), **{name: None for name in ("account", "type", "priority", "assignee") if rng.random() < 0.2}, team=rng.choice(("x", "y", None))) for i in range(80)]},
        window=QUARTER, bucket="month", by=["team"]),
    measure(f"{p}-records-empty", K, v, "empty", {"ticket": []}, [row("share", None, left_out={}), row("filled", "0"), row("wanted", "0"), row("complete_share", None), row("share_type", None)], "nothing"),
    measure(f"{p}-records-null", K, v, "null", {"ticket": [full(1, account=None, channel=None, type=None, priority=None, status=None, assignee=None)]}, [
        row("share", "0"), row("filled", "0"), row("wanted", "6"), row("complete_share", "0", sample=1)], "nothing is known"),
    measure(f"{p}-records-absent-column", K, v, "null", {"ticket": [ticket(1, d(5)), ticket(2, d(5))]}, [row("share", "16.666666667"), row("share_type", "0"), row("share_channel", "100")],
            "a column that nobody gives is not filled in: only the channels are"),
    measure(f"{p}-records-boundary", K, v, "boundary", {"ticket": [full(1, "2025-12-31T23:59:59.999999Z", type=None), full(2, d(1)), full(3, "2026-01-31T23:59:59.999999Z"), full(4, f(1), type=None)]}, [
        row("share", "100"), row("wanted", "12")], "[from, to)", window=JANUARY),
    measure(f"{p}-records-as-of", K, v, "boundary", {"ticket": [full(1, status="resolved", resolved_at=d(20)), full(2, status="resolved", resolved_at=d(10)), full(3, d(20), type=None)]}, [
        row("share", "91.666666667"), row("share_status", "50"), row("share_type", "100")], "on the 15th the status of the first is not known, and the third does not exist", as_of=d(15)),
    measure(f"{p}-records-unknown-field", K, v, "bad_input", TICKETS, origin="a ticket has no such field", parameters={"fields": ["colour_of_hair"]}, error={"code": "bad_parameter", "field": "fields"}),
    measure(f"{p}-records-no-fields", K, v, "bad_input", TICKETS, origin="no fields are wanted", parameters={"fields": []}, error={"code": "bad_parameter", "field": "fields"}),
    measure(f"{p}-records-unknown-record", K, v, "bad_input", TICKETS, origin="there is no such kind of record", parameters={"record": "unicorn"}, error={"code": "bad_parameter", "field": "record"}),
    measure(f"{p}-records-no-default", K, v, "bad_input", {"survey": []}, origin="for this kind the fields must be named", parameters={"record": "survey"}, error={"code": "bad_parameter", "field": "fields"}),
    measure(f"{p}-records-missing", K, v, "bad_input", TICKETS, origin="no contacts are given", parameters={"record": "contact"}, error={"code": "missing_records", "record": "contact"}),
    measure(f"{p}-records-duplicate", K, v, "bad_input", {"ticket": [full(1), full(1)]}, origin="the same ticket twice", error={"code": "duplicate_id", "record": "ticket", "index": 1, "field": "id"}),
]

FILES = {
    "most_active_agents": ("Most active agents: conformance cases", MOST_ACTIVE_AGENTS),
    "top_agents": ("Top agents: conformance cases", TOP_AGENTS),
    "record_completeness": ("Record completeness: conformance cases", RECORD_COMPLETENESS),
}
