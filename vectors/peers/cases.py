"""The cases of the seven first KPIs, for `oracle.py`.

A case with `expect` was worked by hand (its origin says how) and is confirmed by the peer; one without is computed
by the peer. All instants are of January 2026 unless they say otherwise.
"""

import random
from zoneinfo import ZoneInfo
from datetime import datetime, timezone

ALL = "(all)"

BERLIN = {"name": "Europe/Berlin", "source": "tz 2025b", "initial_offset": 3600,
          "transitions": [[1743296400000000, 7200], [1761440400000000, 3600],
                          [1774746000000000, 7200], [1792890000000000, 3600]]}
SAO_PAULO = {"name": "America/Sao_Paulo", "source": "tz 2025b", "initial_offset": -10800,
             "transitions": [[1541300400000000, -7200], [1550368800000000, -10800]]}

# The tables agree with the system's zone rules in every hour of the years they are used for.
for table, year in ((BERLIN, 2026), (SAO_PAULO, 2018)):
    first = int(datetime(year, 1, 1, 12, tzinfo=timezone.utc).timestamp())
    if year == 2018:
        first = int(datetime(year, 3, 1, tzinfo=timezone.utc).timestamp())
    for at in range(first, int(datetime(year + 1, 1, 1, tzinfo=timezone.utc).timestamp()), 3600):
        now = table["initial_offset"]
        for us, offset in table["transitions"]:
            now = offset if at * 10**6 >= us else now
        assert now == datetime.fromtimestamp(at, ZoneInfo(table["name"])).utcoffset().total_seconds(), (at, now)


def d(day, time="00:00", month=1, zone="Z"):
    return f"2026-{month:02}-{day:02}T{time + (':00' if time.count(':') == 1 else '')}{zone}"


JANUARY = {"from": "2026-01-01", "to": "2026-02-01"}
QUARTER = {"from": "2026-01-01", "to": "2026-04-01"}


def formula(id, kpi, variant, case, inputs, figures=None, origin=None, error=None, ruling=None, **more):
    out = {"id": id, "kpi": kpi, "variant": variant, "case": case, "formula": {"inputs": inputs, **more}}
    if figures is not None:
        out["expect"] = {"figures": figures}
    if error is not None:
        out["expect"] = {"error": error}
    return finish(out, origin, ruling)


def measure(id, kpi, variant, case, records, rows=None, origin=None, error=None, ruling=None, drop=(), inputs=None,
            parameters=None, anchor=None, row_count=None, **request):
    spec = {"kpi": kpi, "variant": variant}
    if parameters is not None:
        spec["parameters"] = parameters
    if anchor is not None:
        spec["anchor"] = anchor
    if len(spec) > 2:
        request = {"kpis": [spec], **request}
    out = {"id": id, "kpi": kpi, "variant": variant, "case": case, "request": request, "records": records}
    if rows is not None:
        out["expect"] = {"rows": rows}
        if inputs is not None:
            out["expect"]["inputs"] = inputs
        if row_count is not None:
            out["expect"]["row_count"] = row_count
    if error is not None:
        out["expect"] = {"error": error}
    if drop:
        out["drop"] = drop
    return finish(out, origin, ruling)


def finish(out, origin, ruling):
    if ruling:
        out["ruling"] = ruling
    if origin:
        out["origin"] = origin if origin.startswith("published") else f"hand: {origin}"
    return out


def row(figure, value, bucket=None, group=None, **keys):
    out = {"figure": figure, "bucket": bucket}
    if group is not None:
        out["group"] = group
    out["value"] = value
    if value is None:
        out["undefined"] = keys.pop("undefined", "no_records")
    return out | keys


def none(figures, why="no_records", **keys):
    """Rows without a value."""
    return [row(f, None, undefined=why, **keys) for f in figures]


def undef(why="no_records"):
    return {"value": None, "undefined": why}


# Records ------------------------------------------------------------------------------------------------------------


def ticket(id, created, reply=None, **more):
    out = {"id": str(id), "channel": "email", "created_at": created, "first_response_at": reply, **more}
    return {k: v for k, v in out.items() if v is not None or k == "first_response_at"}


def call(id, queued, answered=None, outcome=None, channel="phone", **more):
    out = {"id": str(id), "channel": channel, "queued_at": queued, "answered_at": answered,
           "outcome": outcome or ("answered" if answered else "abandoned"), **more}
    return out


def survey(id, score, kind="csat", at=None, scale=(1, 5), **more):
    if at is None and score is not None:
        at = d(10, "12:00")
    out = {"id": str(id), "kind": kind, "scale_min": scale[0], "scale_max": scale[1], "score": score, "submitted_at": at}
    return {**out, **more}


def surveys(scores, **more):
    return [survey(f"s{i}", x, **more) for i, x in enumerate(scores, 1)]


def account(id, started, ended=None, **more):
    return {"id": str(id), "started_at": started, "ended_at": ended, **more}


def cost(amount, at=None, span=None, currency="EUR", kind="cost", **more):
    out = {"kind": kind, "amount": amount, "currency": currency, **more}
    return {**out, "at": at} if at else {**out, "from": span[0], "to": span[1]}


# first_response_time ------------------------------------------------------------------------------------------------

DURATIONS = ["mean", "median", "p90", "p95", "min", "max"]
PUBLISHED_MEDIAN = [12, 15, 18, 22, 25, 31, 40, 47, 60, 75, 90, 120, 180, 240, 600]

FRT_MIXED = {
    "ticket": [
        ticket("t1", d(5, "09:00"), d(5, "09:40"), handover_at=d(5, "09:30")),
        ticket("t2", d(5, "10:00"), d(5, "11:00"), clock_start=d(5, "10:45"), handover_at=d(5, "10:15")),
        ticket("t3", d(5, "11:00"), d(5, "13:00")),
        ticket("t4", d(6, "11:00"), d(6, "12:00"), status="merged"),
        ticket("t5", d(6, "11:00"), d(6, "12:00"), merged_at=d(6, "12:30")),
        ticket("t6", d(6, "11:00"), status="spam"),
        ticket("t7", d(6, "11:00"), d(6, "12:00"), contact="c1"),
        ticket("t8", d(6, "11:00"), status="deleted"),
        ticket("t9", d(6, "11:00"), deleted_at=d(6, "11:30")),
        ticket("t10", d(6, "11:00"), resolved_by="bot", resolved_at=d(6, "11:01")),
        ticket("t11", d(6, "11:00")),
        ticket("t12", d(6, "11:00"), d(6, "11:10"), opened_by="agent"),
        ticket("t13", d(6, "11:00"), d(6, "12:30"), opened_by="agent", clock_start=d(6, "12:00")),
        ticket("t14", d(6, "14:00"), d(6, "15:00"), status="deleted"),
        ticket("t15", d(6, "14:00"), d(6, "15:30"), resolved_by="bot"),
    ],
    "contact": [
        call("c1", d(6, "10:00:30"), d(6, "10:01"), started_at=d(6, "10:00")),
        call("c2", None, d(6, "10:02"), started_at=d(6, "10:00")),
        call("c3", d(6, "10:05"), d(6, "10:07")),
        call("c4", d(6, "10:05"), d(6, "10:07"), direction="outbound"),
        call("c5", d(6, "10:05"), ended_at=d(6, "10:06")),
        call("c6", d(6, "10:05"), outcome="self_served"),
        call("c7", d(6, "10:05"), outcome="callback"),
        call("c8", d(6, "10:05"), outcome="failed"),
        call("c9", d(6, "10:05"), outcome="answered"),
    ],
}
FRT_LEFT = {"abandoned": 1, "bot": 1, "deleted": 2, "merged": 2, "no_clock_start": 1, "outbound": 1, "self_served": 1,
            "spam": 1, "through_contact": 1, "unanswered": 4}
# from_handover: 600, 900, 7200, 1800 (t13), 3600 (t14), 5400 (t15), 30, 120, 120
# from_created: 2400, 3600, 7200, 1800, 3600, 5400, 60, 120, 120

FIRST_RESPONSE_TIME = []
for v in ("from_handover", "from_created"):
    k, s = "first_response_time", v
    FIRST_RESPONSE_TIME += [
        formula(f"frt-{s}-formula-typical", k, v, "typical", {"durations": [60, 120, 180, 600]}, {
            "mean": {"value": "240", "unit": "seconds", "sample": 4, "numerator": "960", "denominator": "4"},
            "median": {"value": "150", "unit": "seconds"}, "p90": {"value": "474"}, "p95": {"value": "537"},
            "min": {"value": "60"}, "max": {"value": "600"}, "count": {"value": "4", "unit": "count"},
        }, "960/4; type 7: p90 at 2.7 = 180 + 0.7 × 420, p95 at 2.85 = 180 + 0.85 × 420"),
        formula(f"frt-{s}-formula-empty", k, v, "empty", {"durations": []},
                {**{f: undef() for f in DURATIONS}, "count": {"value": "0"}}, "a mean over nothing is undefined, a count is 0"),
        formula(f"frt-{s}-formula-one", k, v, "boundary", {"durations": [90]}, {
            **{f: {"value": "90", "sample": 1} for f in DURATIONS}, "count": {"value": "1"}}, "one value is every quantile"),
        formula(f"frt-{s}-formula-zero", k, v, "boundary", {"durations": [0, 0]}, {
            **{f: {"value": "0"} for f in DURATIONS}, "count": {"value": "2"}}, "an answer in the same instant is 0, not null"),
        formula(f"frt-{s}-formula-type-7", k, v, "ruling", {"durations": list(range(1, 11))}, {
            "mean": {"value": "5.5"}, "median": {"value": "5.5"}, "p90": {"value": "9.1"}, "p95": {"value": "9.55"}},
            "type 7 of 1 … 10: p90 at 8.1 = 9.1 (type 1 would be 9)", ruling="B44"),
        formula(f"frt-{s}-formula-microseconds", k, v, "boundary", {"durations": ["0.000001", "0.000002", "0.000002"]}, {
            "mean": {"value": "0.000001667", "numerator": "0.000005", "denominator": "3"},
            "median": {"value": "0.000002"}, "p95": {"value": "0.000002"}, "max": {"value": "0.000002"}},
            "5 µs / 3 = 1.6666… µs, rounded to 9 places"),
        formula(f"frt-{s}-formula-half-even", k, v, "boundary", {"durations": ["0.000001"] + [0] * 63}, {
            "mean": {"value": "0.000000016"}}, "1 µs / 64 = 0.000000015625"),
        formula(f"frt-{s}-formula-negative", k, v, "bad_input", {"durations": [60, -1]}, origin="a duration is not negative",
                error={"code": "negative", "field": "durations"}),
        formula(f"frt-{s}-formula-median-interval", k, v, "typical", {"durations": PUBLISHED_MEDIAN}, {
            "median": {"value": "47", "lower": 22.0, "upper": 120.0}, "count": {"value": "15"}},
            "published: scipy 1.17.1 quantile_test, case median-ci-order-statistics of the reference vectors: ranks 4 and 12"),
        formula(f"frt-{s}-formula-peer", k, v, "typical", {"durations": [
            round(random.Random(7).lognormvariate(7, 1.2) + i, 3) for i in range(1, 41)]}),
        formula(f"frt-{s}-formula-level", k, v, "typical", {"durations": PUBLISHED_MEDIAN}, level=0.8),
        measure(f"frt-{s}-records-empty", k, v, "empty", {"ticket": [], "contact": []},
                [*none(DURATIONS, sample=0), row("count", "0")], "no records: undefined, and a count of 0"),
        measure(f"frt-{s}-records-null", k, v, "null", {"ticket": [
            ticket("1", d(5, "09:00")), ticket("2", d(5, "09:00"), d(5, "09:10"), channel=None)]},
            [row("mean", "600", sample=1, left_out={"unanswered": 1}), row("count", "1")],
            "a null reply is no reply and not 0; a null channel does not matter"),
        measure(f"frt-{s}-records-all-null", k, v, "null", {"ticket": [ticket("1", d(5)), ticket("2", d(6))]},
                [row("mean", None, left_out={"unanswered": 2}), row("max", None), row("count", "0")], "only unanswered tickets"),
        measure(f"frt-{s}-records-boundary", k, v, "boundary", {"ticket": [
            ticket("before", "2025-12-31T23:59:59.999999Z", d(1, "00:10")),
            ticket("first", d(1), d(1)),
            ticket("last", "2026-01-31T23:59:59.999999Z", d(1, "00:00:00.000002", month=2)),
            ticket("after", d(1, month=2), d(1, "01:00", month=2))]},
            [row("mean", "0.0000015", sample=2, left_out={}), row("count", "2")],
            "[from, to): 0 µs and 3 µs, mean 1.5 µs; the reply may lie outside", window=JANUARY),
        measure(f"frt-{s}-records-response-before-creation", k, v, "bad_input", {"ticket": [
            ticket("1", d(5, "09:00"), d(5, "09:10")), ticket("2", d(5, "09:00"), d(5, "08:59:59.999999"))]},
            origin="a reply 1 µs before the ticket",
            error={"code": "response_before_creation", "record": "ticket", "index": 1, "field": "first_response_at"}),
        measure(f"frt-{s}-records-skip", k, v, "bad_input", {"ticket": [
            ticket("1", d(5, "09:00"), d(5, "09:10")), ticket("2", d(5, "09:00"), d(5, "08:00")),
            ticket("3", d(5, "09:00"), d(5, "08:00")), ticket("4", d(5, "09:00"), d(5, "09:20"))]},
            [row("mean", "900", sample=2), row("count", "2")], "(600 + 1200)/2, two records skipped and counted",
            inputs={"ticket": {"skipped": {"response_before_creation": 2}}}, bad_records="skip"),
        measure(f"frt-{s}-records-duplicate", k, v, "bad_input", {"ticket": [
            ticket("7", d(5, "09:00"), d(5, "09:10")), ticket("8", d(5, "09:00")), ticket("7", d(6, "09:00"))]},
            origin="ticket 7 twice in one input", ruling="B45",
            error={"code": "duplicate_id", "record": "ticket", "index": 2, "field": "id"}),
        measure(f"frt-{s}-records-duplicate-contact", k, v, "bad_input", {"ticket": [], "contact": [
            call("7", d(5, "09:00"), d(5, "09:01")), call("7", d(5, "09:00"), d(5, "09:01"))]},
            origin="contact 7 twice in one input", error={"code": "duplicate_id", "record": "contact", "index": 1, "field": "id"}),
        measure(f"frt-{s}-records-same-id-two-kinds", k, v, "boundary", {
            "ticket": [ticket("7", d(5, "09:00"), d(5, "09:10"))], "contact": [call("7", d(5, "09:00"), d(5, "09:01"))]},
            [row("mean", "330", sample=2)], "ids are unique within their kind: (600 + 60)/2"),
        measure(f"frt-{s}-records-missing-created", k, v, "bad_input", {"ticket": [
            ticket("1", d(5, "09:00"), d(5, "09:10")), {"id": "2"}]}, origin="created_at is required",
            error={"code": "missing_field", "record": "ticket", "index": 1, "field": "created_at"}),
        measure(f"frt-{s}-records-all-chances", k, v, "typical", FRT_MIXED,
                [row("mean", {"from_handover": "2196.666666667", "from_created": "2700"}[v], sample=9, left_out=FRT_LEFT),
                 row("median", {"from_handover": "900", "from_created": "2400"}[v]), row("count", "9")],
                {"from_handover": "600 + 900 + 7200 + 1800 + 3600 + 5400 + 30 + 120 + 120 = 19770, / 9",
                 "from_created": "2400 + 3600 + 7200 + 1800 + 3600 + 5400 + 60 + 120 + 120 = 24300, / 9"}[v]),
        measure(f"frt-{s}-b13-channels", k, v, "ruling", {
            "ticket": [ticket("t", d(5, "09:00"), d(5, "10:00"))],
            "contact": [call("p", d(5, "09:00"), d(5, "09:01")), call("h", d(5, "09:00"), d(5, "09:00:30"), channel="chat")]},
            [row("mean", "1230", group={"channel": ALL}, sample=3), row("mean", "3600", group={"channel": "email"}, sample=1),
             row("mean", "60", group={"channel": "phone"}), row("mean", "30", group={"channel": "chat"})],
            "(3600 + 60 + 30)/3 = 1230; per channel beside it", ruling="B13", by=["channel"], row_count=28),
        measure(f"frt-{s}-b13-once", k, v, "ruling", {
            "ticket": [ticket("t", d(5, "09:05"), d(5, "10:05"), contact="p")],
            "contact": [call("p", d(5, "09:00"), d(5, "09:01"))]},
            [row("mean", "60", sample=1, left_out={"through_contact": 1})],
            "a ticket born of a contact counts once, through the contact", ruling="B13"),
        measure(f"frt-{s}-b7-late-steps", k, v, "ruling", {"contact": [
            call("1", d(5, "09:00"), d(5, "09:00:20"), outcome="abandoned", abandon_step="hold", ended_at=d(5, "09:03")),
            call("2", d(5, "09:00"), d(5, "09:00:40"), outcome="abandoned", abandon_step="conversation", ended_at=d(5, "09:03")),
            call("3", d(5, "09:00"), d(5, "09:01:30")), call("4", d(5, "09:00"), abandon_step="queue", ended_at=d(5, "09:01")),
            call("5", None, started_at=d(5, "09:00"), abandon_step="menu", ended_at=d(5, "09:01")),
            call("6", d(5, "09:00"), outcome="abandoned", abandon_step="hold", ended_at=d(5, "09:03"))]},
            [row("mean", "50", sample=3, left_out={"abandoned": 2, "unanswered": 1})],
            "1 and 2 gave up after an answer: (20 + 40 + 90)/3; of 6 it is not known when it was answered", ruling="B7"),
        measure(f"frt-{s}-b7-as-of", k, v, "ruling", {"contact": [
            call("1", d(5, "09:00"), d(5, "09:00:20"), outcome="abandoned", abandon_step="hold", ended_at=d(5, "09:03")),
            call("2", d(5, "09:00"), abandon_step="queue", ended_at=d(5, "09:03"))]},
            [row("mean", "20", sample=1, left_out={"unanswered": 1})],
            "at 09:01 1 is on hold, so a person has answered it, and 2 waits", ruling="B7", as_of=d(5, "09:01")),
        measure(f"frt-{s}-b22-bot", k, v, "ruling", {
            "ticket": [ticket("t", d(5, "09:00"), d(5, "09:40"), handover_at=d(5, "09:30"))]},
            [row("mean", {"from_handover": "600", "from_created": "2400"}[v], sample=1)],
            {"from_handover": "09:30 to 09:40", "from_created": "09:00 to 09:40"}[v], ruling="B22"),
        measure(f"frt-{s}-b60-agent-opened", k, v, "ruling", {"ticket": [
            ticket("t", d(5, "09:00"), d(5, "10:00"), opened_by="agent", clock_start=d(5, "09:30"))]},
            [row("mean", "1800", sample=1)], "the clock starts at the customer's first message, 09:30", ruling="B60"),
        measure(f"frt-{s}-b11-created", k, v, "ruling", {"ticket": [
            ticket("t", d(31, "23:00"), d(1, "01:00", month=2))]},
            [row("mean", "7200", "2026-01", sample=1), row("mean", None, "2026-02", sample=0), row("count", "0", "2026-02"),
             row("mean", "7200")], "anchor created_at: January", ruling="B11",
            window={"from": "2026-01-01", "to": "2026-03-01"}, bucket="month"),
        measure(f"frt-{s}-b11-replied", k, v, "ruling", {"ticket": [
            ticket("t", d(31, "23:00"), d(1, "01:00", month=2))]},
            [row("mean", None, "2026-01", sample=0), row("count", "0", "2026-01"), row("mean", "7200", "2026-02", sample=1),
             row("mean", "7200")], "S4's anchor, the instant of the reply: February", ruling="B11",
            anchor={"ticket": "first_response_at"}, window={"from": "2026-01-01", "to": "2026-03-01"}, bucket="month"),
        measure(f"frt-{s}-as-of", k, v, "boundary", {"ticket": [
            ticket("1", d(5, "09:00"), d(5, "09:10")), ticket("2", d(5, "09:00"), d(5, "12:00")),
            ticket("3", d(5, "09:00"), d(5, "12:00:00.000001"))]},
            [row("mean", "5700", sample=2, left_out={"unanswered": 1})],
            "a reply at as_of is known, one 1 µs later is not: (600 + 10800)/2", as_of=d(5, "12:00")),
        measure(f"frt-{s}-filter", k, v, "typical", {
            "ticket": [ticket("1", d(5, "09:00"), d(5, "09:10"), priority="high"), ticket("2", d(5, "09:00"), d(5, "10:00")),
                       ticket("3", d(5, "09:00"), d(5, "09:30"), priority="low"),
                       ticket("4", d(5, "09:00"), d(5, "09:30"), priority="high", channel="web")],
            "contact": [call("c", d(5, "09:00"), d(5, "09:01"))]},
            [row("mean", "330", sample=2, left_out={})],
            "two filters keep ticket 1; a filter on tickets leaves the contact: (600 + 60)/2",
            filters=[{"record": "ticket", "field": "priority", "any_of": ["high", "urgent"]},
                     {"record": "ticket", "field": "channel", "any_of": ["email"]}]),
    ]
FIRST_RESPONSE_TIME += [
    measure("frt-from_handover-records-response-before-handover", "first_response_time", "from_handover", "bad_input",
            {"ticket": [ticket("1", d(5, "09:00"), d(5, "09:10"), handover_at=d(5, "09:30"))]},
            origin="the reply is before the start of the clock",
            error={"code": "response_before_creation", "record": "ticket", "index": 0, "field": "first_response_at"}),
    measure("frt-no-records", "first_response_time", "from_handover", "bad_input", {},
            origin="neither tickets nor contacts were given", error={"code": "missing_records"}),
    measure("frt-unknown-parameter", "first_response_time", "from_handover", "bad_input", {"ticket": []},
            origin="the KPI has no such parameter", parameters={"target": 60},
            error={"code": "unknown_parameter", "field": "target"}),
]

# first_response_within_target ---------------------------------------------------------------------------------------

K = "first_response_within_target"


def within(id, case, records, rows=None, origin=None, **more):
    return measure(f"frwt-{id}", K, "standard", case, records, rows, origin, **more)


FRWT_MIXED = {
    "ticket": [
        ticket("t1", d(5, "09:00"), d(5, "21:00")),                                   # exactly 12 h: met
        ticket("t2", d(5, "09:00"), d(5, "21:00:00.000001")),                         # missed
        ticket("t3", d(5, "09:00"), d(6, "09:00"), handover_at=d(5, "22:00")),        # 11 h from the handover: met
        ticket("t4", d(5, "09:00"), resolved_at=d(5, "21:00")),                       # over at the target: not due
        ticket("t5", d(5, "09:00"), closed_at=d(6, "21:00"), canceled_at=d(5, "10:00")),  # earliest end: not due
        ticket("t6", d(5, "09:00"), closed_at=d(6, "21:00")),                         # missed
        ticket("t7", d(5, "09:00")),                                                  # open at as_of: missed
        ticket("t8", d(7, "13:00")),                                                  # 11 h at as_of: not due
        ticket("t9", d(7, "12:00")),                                                  # 12 h at as_of: not due
        ticket("t10", d(5, "09:00"), status="merged"),
        ticket("t11", d(5, "09:00"), status="spam"),
        ticket("t12", d(5, "09:00"), d(5, "09:01"), contact="c1"),
        ticket("t13", d(5, "09:00"), status="deleted"),
        ticket("t14", d(5, "09:00"), d(5, "10:00"), status="deleted"),                # met
        ticket("t15", d(5, "09:00"), resolved_by="bot"),
        ticket("t16", d(5, "09:00"), opened_by="agent"),
        ticket("t17", d(5, "09:00"), d(5, "09:30"), channel="sms"),
        ticket("t18", d(5, "09:00"), d(5, "09:30"), channel=None),
        ticket("t19", d(5, "09:00"), d(6, "09:00"), channel="social"),                # exactly 24 h: met
    ],
    "contact": [
        call("c1", d(5, "09:00"), d(5, "09:03")),                                     # exactly 180 s: met
        call("c2", d(5, "09:00"), d(5, "09:03:00.000001")),                           # missed
        call("c3", d(5, "09:01"), d(5, "09:03"), started_at=d(5, "09:00")),           # from the queue: met
        call("c4", d(5, "09:00"), ended_at=d(5, "09:05")),                            # abandoned after 300 s: missed
        call("c5", d(5, "09:00"), ended_at=d(5, "09:01")),                            # abandoned after 60 s: not due
        call("c6", d(5, "09:00"), outcome="callback"),                                # no end: open at as_of: missed
        call("c7", d(5, "09:00"), outcome="self_served"),
        call("c8", d(5, "09:00"), d(5, "09:01"), direction="outbound"),
        call("c9", d(5, "09:00"), d(5, "09:05"), channel="chat"),                     # exactly 300 s: met
        call("c10", d(5, "09:00"), d(5, "09:01"), channel="video"),
    ],
}
# met: t1 t3 t14 t19 c1 c3 c9 = 7; missed: t2 t6 t7 c2 c4 c6 = 6

FIRST_RESPONSE_WITHIN_TARGET = [
    formula("frwt-formula-typical", K, "standard", "typical", {"met": 14, "missed": 6}, {
        "share": {"value": "70", "unit": "percent", "sample": 20, "numerator": "14", "denominator": "20",
                  "lower": 48.102718164647645, "upper": 85.45227551323957},
        "met": {"value": "14", "unit": "count"}, "missed": {"value": "6", "unit": "count"}},
        "published: statsmodels 0.15.0 and R 4.2.2, Wilson of 14/20, case prop-wilson-14-20 of the reference vectors"),
    formula("frwt-formula-empty", K, "standard", "empty", {"met": 0, "missed": 0}, {
        "share": undef(), "met": {"value": "0"}, "missed": {"value": "0"}}, "0/0 is undefined"),
    formula("frwt-formula-none", K, "standard", "boundary", {"met": 0, "missed": 10}, {
        "share": {"value": "0", "lower": 0.0, "upper": 27.753279986288926}},
        "published: statsmodels 0.15.0, Wilson of 0/10, case prop-wilson-edge-0-10 of the reference vectors"),
    formula("frwt-formula-all", K, "standard", "boundary", {"met": 10, "missed": 0}, {
        "share": {"value": "100", "lower": 72.246720013711074, "upper": 100.0}}, "mirror of Wilson of 0/10"),
    formula("frwt-formula-half-even", K, "standard", "boundary", {"met": 1, "missed": 4095}, {
        "share": {"value": "0.024414062"}}, "100/4096 = 0.0244140625: half to even"),
    formula("frwt-formula-third", K, "standard", "ruling", {"met": 1, "missed": 2}, {"share": {"value": "33.333333333"}},
            "one division, 100/3", ruling="B33"),
    formula("frwt-formula-level", K, "standard", "typical", {"met": 14, "missed": 6}, {
        "share": {"value": "70", "lower": 51.61962804075575, "upper": 83.61405846480505}},
        "published: statsmodels 0.15.0, case prop-wilson-levels-14-20 of the reference vectors", level=0.9),
    formula("frwt-formula-negative", K, "standard", "bad_input", {"met": -1, "missed": 2}, origin="a count is not negative",
            error={"code": "negative", "field": "met"}),
    formula("frwt-formula-missing", K, "standard", "bad_input", {"met": 1}, origin="an input is absent",
            error={"code": "missing_input", "field": "missed"}),
    formula("frwt-formula-unknown", K, "standard", "bad_input", {"met": 1, "missed": 1, "late": 1},
            origin="an input too many", error={"code": "unknown_input", "field": "late"}),
    within("records-typical", "typical", FRWT_MIXED,
           [row("share", "53.846153846", sample=13, numerator="7", denominator="13", left_out={
               "bot": 1, "deleted": 1, "merged": 1, "no_clock_start": 1, "no_target": 3, "not_due": 5, "outbound": 1,
               "self_served": 1, "spam": 1, "through_contact": 1}), row("met", "7"), row("missed", "6")],
           "met t1 t3 t14 t19 c1 c3 c9; missed t2 t6 t7 c2 c4 c6; 700/13", as_of=d(8)),
    within("records-typical-s0", "typical", FRWT_MIXED, parameters={"targets": "s0"}, as_of=d(8)),
    within("records-own-targets", "typical", FRWT_MIXED, parameters={"targets": {"email": 43200, "sms": 1800, "phone": 119.5}},
           as_of=d(8)),
    within("records-empty", "empty", {"ticket": [], "contact": []},
           [row("share", None, sample=0, left_out={}), row("met", "0"), row("missed", "0")], "no records"),
    within("records-null", "null", {"ticket": [
        ticket("1", d(5, "09:00"), d(5, "09:30"), channel=None), ticket("2", d(5, "09:00"), d(5, "09:30")),
        ticket("3", d(5, "09:00"), resolved_at=d(5, "09:10"))]},
        [row("share", "100", sample=1, left_out={"no_target": 1, "not_due": 1})],
        "no channel: no target; no reply, resolved within the target: never due"),
    within("records-boundary", "boundary", {"contact": [
        call("1", d(5, "09:00"), d(5, "09:00:45"), channel="chat"),
        call("2", d(5, "09:00"), d(5, "09:00:45.000001"), channel="chat")], "ticket": []},
        [row("share", "50", sample=2)], "within 45 s means ≤ 45 s", parameters={"targets": "s0"}),
    within("records-only-left-out", "boundary", {"ticket": [ticket("1", d(5, "09:00"), d(5, "10:00"), channel="fax")]},
           [row("share", None, sample=0, left_out={"no_target": 1}), row("met", "0")], "no target for any record"),
    within("records-as-of-required", "bad_input", {"ticket": [ticket("1", d(5, "09:00"), d(5, "10:00")), ticket("2", d(5, "09:00"))]},
           origin="an open clock, and neither as_of nor a window", error={"code": "as_of_required"}),
    within("records-as-of-not-needed", "boundary", {"ticket": [
        ticket("1", d(5, "09:00"), d(5, "10:00")), ticket("2", d(5, "09:00"), resolved_at=d(6, "09:00"))]},
        [row("share", "50", sample=2)], "no clock is open: as_of is not needed"),
    within("records-as-of-window", "boundary", {"ticket": [
        ticket("1", d(31, "11:59:59.999999")), ticket("2", d(31, "12:00")), ticket("3", d(31, "12:30"))]},
        [row("share", "0", sample=1, left_out={"not_due": 2})],
        "as_of is the window's end: 12 h and 1 µs is missed, 12 h is not", window=JANUARY),
    within("records-as-of-masks", "boundary", {"ticket": [
        ticket("1", d(5, "09:00"), d(5, "20:00")), ticket("2", d(5, "09:00"), d(5, "10:00")),
        ticket("3", d(5, "02:00"), d(5, "20:00"))]},
        [row("share", "50", sample=2, left_out={"not_due": 1})],
        "at 15:00 ticket 1 has waited 6 h (not due), ticket 3 13 h (missed)", as_of=d(5, "15:00")),
    within("records-bad-targets", "bad_input", {"ticket": []}, origin="no such set of targets", parameters={"targets": "s9"},
           error={"code": "bad_parameter", "field": "targets"}),
    within("records-response-before-creation", "bad_input", {"ticket": [ticket("1", d(5, "09:00"), d(5, "08:00"))]},
           origin="a reply before the ticket",
           error={"code": "response_before_creation", "record": "ticket", "index": 0, "field": "first_response_at"}),
    within("records-by-priority", "typical", {"ticket": [
        ticket("1", d(5, "09:00"), d(5, "09:50"), priority="high"), ticket("2", d(5, "09:00"), d(5, "10:10"), priority="high"),
        ticket("3", d(5, "09:00"), d(5, "10:10"), priority="low"), ticket("4", d(5, "09:00"), d(5, "10:10"))],
        "contact": [call("c", d(5, "09:00"), d(5, "09:01"))]},
        [row("share", "66.666666667", sample=3, left_out={"no_target": 2})],
        "met 1 and 3, missed 2; ticket 4 and the contact have no priority",
        parameters={"targets": {"high": 3600, "low": 86400}, "targets_by": "priority"}),
    within("b14-unanswered", "ruling", {"ticket": [
        ticket("1", d(5, "12:00"), d(5, "12:30")), ticket("2", d(5, "12:00"), d(5, "13:30")),
        ticket("3", d(5, "10:00")), ticket("4", d(5, "14:50"))]},
        [row("share", "33.333333333", sample=3, left_out={"not_due": 1}), row("met", "1"), row("missed", "2")],
        "target 60 min: 30 met, 90 missed, 5 h open missed, 10 min open not due: 1/3", ruling="B14",
        parameters={"targets": {"email": 3600}}, as_of=d(5, "15:00")),
    within("b7-late-steps", "ruling", {"contact": [
        call("1", d(5, "09:00"), d(5, "09:01"), outcome="abandoned", abandon_step="hold", ended_at=d(5, "09:10")),
        call("2", d(5, "09:00"), d(5, "09:04"), outcome="abandoned", abandon_step="conversation", ended_at=d(5, "09:10")),
        call("3", d(5, "09:00"), abandon_step="queue", ended_at=d(5, "09:10")),
        call("4", d(5, "09:00"), abandon_step="queue", ended_at=d(5, "09:02"))], "ticket": []},
        [row("share", "33.333333333", sample=3, left_out={"not_due": 1}), row("met", "1"), row("missed", "2")],
        "target 180 s: 1 was answered after 60 s (met), 2 after 240 s (missed), 3 gave up after 600 s (missed): 100 × 1/3",
        ruling="B7"),
    within("b14-chat-s4", "ruling", {"contact": [call("1", d(5, "09:00"), d(5, "09:01"), channel="chat")], "ticket": []},
           [row("share", "100", sample=1)], "a chat answered after 60 s is within S4's 300 s", ruling="B14"),
    within("b14-chat-s0", "ruling", {"contact": [call("1", d(5, "09:00"), d(5, "09:01"), channel="chat")], "ticket": []},
           [row("share", "0", sample=1)], "and not within S0's 45 s", ruling="B14", parameters={"targets": "s0"}),
    within("b14-no-target", "ruling", {"ticket": [
        ticket("1", d(5, "09:00"), d(5, "09:10"), channel="social"), ticket("2", d(5, "09:00"), d(5, "09:10"), channel="email")]},
        [row("share", None, left_out={"no_target": 2})], "S0 names phone and chat only", ruling="B14", parameters={"targets": "s0"}),
    within("b13-once", "ruling", {
        "ticket": [ticket("t", d(5, "09:05"), d(9, "10:05"), contact="p")], "contact": [call("p", d(5, "09:00"), d(5, "09:01"))]},
        [row("share", "100", sample=1, left_out={"through_contact": 1})], "the ticket counts through its contact", ruling="B13"),
    within("b22-handover", "ruling", {"ticket": [
        ticket("t", d(5, "09:00"), d(5, "09:40"), handover_at=d(5, "09:30"))]},
        [row("share", "100", sample=1)], "10 min from the handover, target 15 min", ruling="B22",
        parameters={"targets": {"email": 900}}),
    within("b60-agent-opened", "ruling", {"ticket": [
        ticket("t", d(5, "09:00"), d(5, "10:00"), opened_by="agent", clock_start=d(5, "09:30"))]},
        [row("share", "100", sample=1)], "30 min from the customer's first message, target 30 min", ruling="B60",
        parameters={"targets": {"email": 1800}}),
    within("records-month-channel", "typical", FRWT_MIXED, by=["channel"], window=JANUARY, bucket="week", as_of=d(8)),
]

# csat ---------------------------------------------------------------------------------------------------------------

K = "csat"
B31 = [survey("1", 5, at=d(3), account="a"), survey("2", 5, at=d(4), account="a"), survey("3", 1, at=d(5), account="a"),
       survey("4", 1, at=d(5), account="b")]
CES_SCORES = [7, 6, 5, 7, 4, 6, 7, 3, 5, 6, 7, 2]


def shares(kpi, variant, whole, part, prefix):
    """The formula cases every share of two counts has."""
    return [
        formula(f"{prefix}-formula-typical", kpi, variant, "typical", {part: 14, whole: 20}, {
            "share": {"value": "70", "unit": "percent", "sample": 20, "numerator": "14", "denominator": "20",
                      "lower": 48.102718164647645, "upper": 85.45227551323957}, whole: {"value": "20", "unit": "count"}},
            "published: statsmodels 0.15.0 and R 4.2.2, Wilson of 14/20, case prop-wilson-14-20 of the reference vectors"),
        formula(f"{prefix}-formula-empty", kpi, variant, "empty", {part: 0, whole: 0}, {
            "share": undef(), whole: {"value": "0"}}, "0/0 is undefined"),
        formula(f"{prefix}-formula-none", kpi, variant, "boundary", {part: 0, whole: 10}, {
            "share": {"value": "0", "lower": 0.0, "upper": 27.753279986288926}},
            "published: statsmodels 0.15.0, Wilson of 0/10, case prop-wilson-edge-0-10 of the reference vectors"),
        formula(f"{prefix}-formula-all", kpi, variant, "boundary", {part: 3, whole: 3}),
        formula(f"{prefix}-formula-half-even", kpi, variant, "boundary", {part: 3, whole: 4096}, {
            "share": {"value": "0.073242188"}}, "300/4096 = 0.0732421875: half to even"),
        formula(f"{prefix}-formula-large", kpi, variant, "boundary", {part: 4_000_000_000, whole: 9_000_000_000}, {
            "share": {"value": "44.444444444"}}, "400/9"),
        formula(f"{prefix}-formula-bad-input", kpi, variant, "bad_input", {part: 21, whole: 20},
                origin="a part larger than its whole", error={"code": "bad_input", "field": part}),
        formula(f"{prefix}-formula-negative", kpi, variant, "bad_input", {part: -1, whole: 20},
                origin="a count is not negative", error={"code": "negative", "field": part}),
        formula(f"{prefix}-formula-missing", kpi, variant, "bad_input", {whole: 20},
                origin="an input is absent", error={"code": "missing_input", "field": part}),
    ]


def means(kpi, prefix, kind):
    """The cases every mean score has."""
    v = "mean"
    return [
        formula(f"{prefix}-mean-formula-typical", kpi, v, "typical", {"scores": CES_SCORES, "scale_min": 1, "scale_max": 7}, {
            "mean": {"value": "5.416666667", "unit": "score", "sample": 12, "numerator": "65", "denominator": "12",
                     "lower": 4.351478138454929, "upper": 6.481855194878405}, "answers": {"value": "12", "unit": "count"}},
            "published: scipy 1.17.1 and R 4.2.2 t.test, case ces-mean-t of the reference vectors"),
        formula(f"{prefix}-mean-formula-empty", kpi, v, "empty", {"scores": [], "scale_min": 1, "scale_max": 5}, {
            "mean": undef(), "answers": {"value": "0"}}, "a mean over nothing is undefined"),
        formula(f"{prefix}-mean-formula-one", kpi, v, "ruling", {"scores": [4], "scale_min": 1, "scale_max": 5}, {
            "mean": {"value": "4", "sample": 1, "lower": None, "upper": None}},
            "a mean of one answer exists, its t interval does not", ruling="B55"),
        formula(f"{prefix}-mean-formula-equal", kpi, v, "boundary", {"scores": [3, 3, 3], "scale_min": 1, "scale_max": 5}, {
            "mean": {"value": "3", "lower": 3.0, "upper": 3.0}}, "no spread: an interval without width"),
        formula(f"{prefix}-mean-formula-decimals", kpi, v, "boundary", {"scores": ["4.5", "3.125", 5], "scale_min": 1, "scale_max": 5}, {
            "mean": {"value": "4.208333333", "numerator": "12.625", "denominator": "3"}}, "12.625/3"),
        formula(f"{prefix}-mean-formula-level", kpi, v, "typical", {"scores": CES_SCORES, "scale_min": 1, "scale_max": 7}, level=0.99),
        formula(f"{prefix}-mean-formula-out-of-scale", kpi, v, "bad_input", {"scores": [4, 6], "scale_min": 1, "scale_max": 5},
                origin="6 of 5", error={"code": "out_of_scale"}),
        formula(f"{prefix}-mean-formula-bad-scale", kpi, v, "bad_input", {"scores": [4], "scale_min": 5, "scale_max": 1},
                origin="a scale from 5 to 1", error={"code": "bad_scale"}),
        measure(f"{prefix}-mean-records-typical", kpi, v, "typical", {"survey": surveys(CES_SCORES, kind=kind, scale=(1, 7))}, [
            row("mean", "5.416666667", sample=12, lower=4.351478138454929, upper=6.481855194878405), row("answers", "12")],
            "published: scipy 1.17.1 and R 4.2.2 t.test, case ces-mean-t of the reference vectors"),
        measure(f"{prefix}-mean-records-empty", kpi, v, "empty", {"survey": []}, [
            row("mean", None, sample=0, lower=None, upper=None, left_out={}), row("answers", "0")], "no answers"),
        measure(f"{prefix}-mean-records-null", kpi, v, "null", {"survey": surveys([4, None, 5], kind=kind)}, [
            row("mean", "4.5", sample=2, left_out={"unanswered": 1})], "an invitation without an answer is not 0"),
        measure(f"{prefix}-mean-records-decimals", kpi, v, "boundary", {"survey": surveys(["4.5", "3.125", 5], kind=kind)}, [
            row("mean", "4.208333333", sample=3)], "12.625/3"),
        measure(f"{prefix}-mean-records-ends", kpi, v, "boundary", {"survey": surveys([1, 5], kind=kind)}, [
            row("mean", "3", sample=2)], "both ends of the scale are on it"),
        measure(f"{prefix}-mean-records-direction", kpi, v, "boundary", {
            "survey": surveys([1, 1, 2], kind=kind, direction="low_is_good")}, [row("mean", "1.333333333", sample=3)],
            "the mean carries the scale's direction: 4/3"),
        measure(f"{prefix}-mean-records-out-of-scale", kpi, v, "bad_input", {"survey": surveys([4, 0], kind=kind)},
                origin="0 on a scale of 1 to 5", error={"code": "out_of_scale", "record": "survey", "index": 1, "field": "score"}),
        measure(f"{prefix}-mean-records-mixed", kpi, v, "bad_input", {
            "survey": [survey("1", 4, kind=kind), survey("2", 4, kind=kind, scale=(1, 10))]},
            origin="answers of 5 and of 10 in one measure", error={"code": "mixed_scales"}),
    ]


def boxes(kpi, variant, prefix, kind, whole):
    """The cases from records that CSAT's and the effort score's shares have in common."""
    def who(list_):
        return [{**s, "account": f"a{i}"} for i, s in enumerate(list_)]
    return [
        measure(f"{prefix}-records-typical", kpi, variant, "typical", {
            "survey": who(surveys([5] * 9 + [4] * 5 + [3, 3, 2, 2, 1, 1], kind=kind))}, [
            row("share", "70", sample=20, numerator="14", denominator="20", left_out={}, lower=48.102718164647645,
                upper=85.45227551323957), row(whole, "20")],
            "published: 14 of 20, Wilson by statsmodels 0.15.0, case prop-wilson-14-20 of the reference vectors"),
        measure(f"{prefix}-records-empty", kpi, variant, "empty", {"survey": []}, [
            row("share", None, sample=0, lower=None, upper=None, left_out={}), row(whole, "0")], "no answers"),
        measure(f"{prefix}-records-null", kpi, variant, "null", {"survey": who(surveys([5, None, 2, None], kind=kind))}, [
            row("share", "50", sample=2, left_out={"unanswered": 2}), row(whole, "2")],
            "invitations without an answer are left out, not dissatisfied"),
        measure(f"{prefix}-records-all-null", kpi, variant, "null", {"survey": who(surveys([None, None], kind=kind))}, [
            row("share", None, left_out={"unanswered": 2}), row(whole, "0")], "nobody answered"),
        measure(f"{prefix}-records-other-kind", kpi, variant, "boundary", {"survey": who(
            [survey("1", 5, kind=kind), survey("2", 1, kind="exit"), survey("3", None, kind="exit"), survey("4", 1, kind="nps", scale=(0, 10))])}, [
            row("share", "100", sample=1, left_out={"other_kind": 3})], "kinds are never pooled, answered or not"),
        measure(f"{prefix}-records-kind", kpi, variant, "typical", {"survey": who(
            [survey("1", 5, kind="after_call"), survey("2", 1, kind="after_call"), survey("3", 1, kind=kind)])}, [
            row("share", "50", sample=2, left_out={"other_kind": 1})], "a kind of the caller's own", parameters={"kind": "after_call"}),
        measure(f"{prefix}-records-low-is-good", kpi, variant, "boundary", {
            "survey": who(surveys([1, 1, 2, 3, 5], kind=kind, direction="low_is_good"))}, [row("share", "60", sample=5)],
            "the two best of 5 are 1 and 2: 3/5"),
        measure(f"{prefix}-records-high-is-good", kpi, variant, "boundary", {
            "survey": who(surveys([1, 1, 2, 4, 5], kind=kind, direction="high_is_good"))}, [row("share", "40", sample=5)],
            "the two best of 5 are 4 and 5: 2/5"),
        measure(f"{prefix}-records-replaced", kpi, variant, "ruling", {"survey": [
            survey("1", 5, kind=kind, at=d(9), account="a"), survey("2", 5, kind=kind, at=d(9), account="b"),
            survey("1", 1, kind=kind, at=d(10), account="a")]}, [row("share", "50", sample=2, left_out={"replaced": 1})],
            "a corrected answer (same id) replaces the earlier one: 1 of 2", ruling="B31"),
        measure(f"{prefix}-records-replaced-order", kpi, variant, "boundary", {"survey": [
            survey("1", 1, kind=kind, at=d(10), account="a"), survey("1", 5, kind=kind, at=d(9), account="a")]},
            [row("share", "0", sample=1, left_out={"replaced": 1})], "the later answer holds, in whatever order they arrive"),
        measure(f"{prefix}-records-out-of-scale", kpi, variant, "bad_input", {"survey": who(surveys([5, 4, 6], kind=kind))},
                origin="6 on a scale of 1 to 5", error={"code": "out_of_scale", "record": "survey", "index": 2, "field": "score"}),
        measure(f"{prefix}-records-out-of-scale-skip", kpi, variant, "bad_input", {"survey": who(surveys([5, 2, 6, 0, 3], kind=kind))}, [
            row("share", "33.333333333", sample=3, left_out={})], "5 of 5, 2, 3: 1/3; two skipped and counted",
            inputs={"survey": {"skipped": {"out_of_scale": 2}}}, bad_records="skip"),
        measure(f"{prefix}-records-mixed-scales", kpi, variant, "ruling", {"survey": who(
            [survey("1", 5, kind=kind), survey("2", 9, kind=kind, scale=(1, 10))])},
            origin="mixed scales are an error", ruling="B31", error={"code": "mixed_scales"}),
        measure(f"{prefix}-records-mixed-other-kind", kpi, variant, "boundary", {"survey": who(
            [survey("1", 5, kind=kind), survey("2", 9, kind="exit", scale=(1, 10))])}, [row("share", "100", sample=1)],
            "another kind may have another scale"),
        measure(f"{prefix}-records-missing-kind", kpi, variant, "bad_input", {"survey": [
            {"id": "1", "scale_min": 1, "scale_max": 5, "score": 4, "submitted_at": d(5)}]}, origin="kind is required",
            error={"code": "missing_field", "record": "survey", "index": 0, "field": "kind"}),
        measure(f"{prefix}-records-window", kpi, variant, "boundary", {"survey": who([
            survey("1", 5, kind=kind, at="2025-12-31T23:59:59.999999Z"), survey("2", 5, kind=kind, at=d(1)),
            survey("3", 1, kind=kind, at="2026-01-31T23:59:59.999999Z"), survey("4", 5, kind=kind, at=d(1, month=2))])}, [
            row("share", "50", sample=2, left_out={})], "[from, to)", window=JANUARY),
    ]


CSAT = [
    *shares(K, "top_two_boxes", "answers", "satisfied", "csat-top_two_boxes"),
    *boxes(K, "top_two_boxes", "csat-top_two_boxes", "csat", "answers"),
    measure("csat-top_two_boxes-b31-answers", K, "top_two_boxes", "ruling", {"survey": B31}, [
        row("share", "50", sample=4), row("answers", "4")], "5, 5, 1 and 1: 2 of 4 answers", ruling="B31"),
    measure("csat-top_two_boxes-b31-ten", K, "top_two_boxes", "ruling", {"survey": surveys([8, 9, 5], scale=(1, 10))}, [
        row("share", "33.333333333", sample=3)], "the top two of 10 are 9 and 10: 1 of 3", ruling="B31"),
    measure("csat-top_two_boxes-b31-seven", K, "top_two_boxes", "ruling", {"survey": surveys([5, 6, 7, 7], scale=(1, 7))}, [
        row("share", "75", sample=4)], "the top two of 7 are 6 and 7: 3 of 4", ruling="B31"),
    measure("csat-top_two_boxes-b31-kinds", K, "top_two_boxes", "ruling", {"survey": [
        survey("1", 5), survey("2", 1, kind="relational")]}, [row("share", "100", sample=1, left_out={"other_kind": 1})],
        "told apart by kind, never pooled", ruling="B31"),
    measure("csat-top_two_boxes-three-points", K, "top_two_boxes", "boundary", {"survey": surveys([1, 2, 3], scale=(1, 3))}, [
        row("share", "66.666666667", sample=3)], "the shortest scale allowed: 2 and 3 of 3"),
    measure("csat-top_two_boxes-two-points", K, "top_two_boxes", "bad_input", {"survey": surveys([0, 1], scale=(0, 1))},
            origin="two boxes of two points would always be 100", error={"code": "bad_scale"}),
    measure("csat-top_two_boxes-b45-empty-account", K, "top_two_boxes", "ruling", {"survey": [
        survey("1", 5, account="a"), survey("2", 1), survey("3", 4, account="nobody")], "account": [account("a", d(1))]}, [
        row("share", "66.666666667", sample=3, left_out={})],
        "a KPI that reads no accounts does not check the link; an empty account is allowed", ruling="B45"),
    *means(K, "csat", "csat"),
    measure("csat-mean-s1", K, "mean", "typical", {"survey": surveys([8, 9, 5], scale=(1, 10))}, [
        row("mean", "7.333333333", sample=3, numerator="22", denominator="3")], "S1: the average of all ratings, 22/3"),
    *shares(K, "latest_per_customer", "customers", "satisfied", "csat-latest_per_customer"),
    *boxes(K, "latest_per_customer", "csat-latest_per_customer", "csat", "customers"),
    measure("csat-latest_per_customer-b31", K, "latest_per_customer", "ruling", {"survey": B31}, [
        row("share", "0", sample=2), row("customers", "2")], "each customer's latest answer is 1: 0 of 2", ruling="B31"),
    measure("csat-latest_per_customer-b45-no-account", K, "latest_per_customer", "ruling", {"survey": [
        survey("1", 5, account="a"), survey("2", 1), survey("3", 5)]}, [
        row("share", "100", sample=1, left_out={"no_account": 2}), row("customers", "1")],
        "an answer without an account is counted as left out", ruling="B45"),
    measure("csat-latest_per_customer-tie", K, "latest_per_customer", "boundary", {"survey": [
        survey("1", 2, account="a"), survey("2", 5, account="a"), survey("3", 5, account="b"), survey("4", 4, account="b")]}, [
        row("share", "50", sample=2)], "two answers in one instant: the lower one, 2 for a and 4 for b"),
    measure("csat-latest_per_customer-per-bucket", K, "latest_per_customer", "boundary", {"survey": [
        survey("1", 5, at=d(5), account="a"), survey("2", 1, at=d(5, month=2), account="a"), survey("3", 4, at=d(6), account="b")]}, [
        row("share", "100", "2026-01", sample=2), row("share", "0", "2026-02", sample=1), row("share", "50", sample=2),
        row("customers", "2")], "the latest of each bucket; over all, a's latest is 1 and b's is 4",
        window={"from": "2026-01-01", "to": "2026-03-01"}, bucket="month"),
]

# nps ----------------------------------------------------------------------------------------------------------------

K = "nps"
NPS = [
    formula("nps-formula-typical", K, "standard", "ruling", {"promoters": 60, "passives": 25, "detractors": 15}, {
        "score": {"value": "45", "unit": "index", "sample": 100, "numerator": "45", "denominator": "100",
                  "lower": 29.343111201734096, "upper": 58.03552957496493},
        "promoter_share": {"value": "60", "unit": "percent"}, "passive_share": {"value": "25"},
        "detractor_share": {"value": "15"}, "answers": {"value": "100", "unit": "count"}},
        "published: R NPS 2.0.999, case nps-adjusted-wald of the reference vectors", ruling="B32"),
    formula("nps-formula-three-promoters", K, "standard", "ruling", {"promoters": 3, "passives": 0, "detractors": 0}, {
        "score": {"value": "100", "lower": -6.579286703808573, "upper": 100.0}},
        "published: R NPS 2.0.999, case nps-adjusted-wald-small-3-0-0 of the reference vectors, clipped to 100; never ± 0", ruling="B32"),
    formula("nps-formula-three-detractors", K, "standard", "boundary", {"promoters": 0, "passives": 0, "detractors": 3}, {
        "score": {"value": "-100", "lower": -100.0, "upper": 6.579286703808573}}, "mirror of three promoters"),
    formula("nps-formula-thirds", K, "standard", "ruling", {"promoters": 2, "passives": 0, "detractors": 1}, {
        "score": {"value": "33.333333333", "numerator": "1", "denominator": "3"},
        "promoter_share": {"value": "66.666666667"}, "detractor_share": {"value": "33.333333333"}},
        "100 × (2 − 1)/3, formed on the integers: not 66.666666667 − 33.333333333 = 33.333333334", ruling="B33"),
    formula("nps-formula-half-even", K, "standard", "boundary", {"promoters": 1, "passives": 4093, "detractors": 2}, {
        "score": {"value": "-0.024414062"}}, "−100/4096 = −0.0244140625: half to even, below 0 too"),
    formula("nps-formula-empty", K, "standard", "empty", {"promoters": 0, "passives": 0, "detractors": 0}, {
        "score": undef(), "promoter_share": undef(), "passive_share": undef(), "detractor_share": undef(), "answers": {"value": "0"}},
        "0/0 is undefined"),
    formula("nps-formula-zero", K, "standard", "boundary", {"promoters": 5, "passives": 0, "detractors": 5}, {
        "score": {"value": "0", "numerator": "0", "denominator": "10"}}, "0 is a value, not undefined"),
    formula("nps-formula-sfo", K, "standard", "typical", {"promoters": 1436, "passives": 968, "detractors": 342}, {
        "score": {"value": "39.839766934", "sample": 2746, "numerator": "1094", "denominator": "2746"}},
        "published: San Francisco airport 2017, 39.8398; 109400/2746"),
    formula("nps-formula-peer", K, "standard", "typical", {"promoters": 1436, "passives": 968, "detractors": 342}, level=0.99),
    formula("nps-formula-negative", K, "standard", "bad_input", {"promoters": 1, "passives": -1, "detractors": 1},
            origin="a count is not negative", error={"code": "negative", "field": "passives"}),
    formula("nps-formula-missing", K, "standard", "bad_input", {"promoters": 1, "detractors": 1}, origin="an input is absent",
            error={"code": "missing_input", "field": "passives"}),
    measure("nps-records-typical", K, "standard", "typical", {"survey": surveys([10] * 40 + [9] * 20 + [8] * 15 + [7] * 10 + [6] * 5
            + [0] * 10, kind="nps", scale=(0, 10))}, [
        row("score", "45", sample=100, numerator="45", denominator="100", left_out={}, lower=29.343111201734096,
            upper=58.03552957496493), row("promoter_share", "60"), row("passive_share", "25"), row("detractor_share", "15"),
        row("answers", "100")], "published: R NPS 2.0.999, case nps-adjusted-wald of the reference vectors", ruling="B32"),
    measure("nps-records-cuts", K, "standard", "boundary", {"survey": surveys(list(range(11)), kind="nps", scale=(0, 10))}, [
        row("score", "-45.454545455", sample=11), row("promoter_share", "18.181818182"), row("passive_share", "18.181818182"),
        row("detractor_share", "63.636363636")], "one answer of each: promoters 9, 10; passives 7, 8; detractors 0 to 6: (2 − 7)/11"),
    measure("nps-records-empty", K, "standard", "empty", {"survey": []}, [
        *none(["score", "promoter_share", "passive_share", "detractor_share"], sample=0, lower=None, upper=None),
        row("answers", "0")], "no answers"),
    measure("nps-records-null", K, "standard", "null", {"survey": surveys([10, None, 0, None, 8], kind="nps", scale=(0, 10))}, [
        row("score", "0", sample=3, left_out={"unanswered": 2})], "blank is not a promoter: (1 − 1)/3"),
    measure("nps-records-blank-code", K, "standard", "bad_input", {"survey": surveys([10, 11, 0], kind="nps", scale=(0, 10))},
            origin="code 11 for a blank is outside the scale",
            error={"code": "out_of_scale", "record": "survey", "index": 1, "field": "score"}),
    measure("nps-records-blank-code-skip", K, "standard", "bad_input", {
        "survey": surveys([10, 11, 0, 9, 11], kind="nps", scale=(0, 10))}, [row("score", "33.333333333", sample=3)],
        "(2 − 1)/3, two answers skipped", inputs={"survey": {"skipped": {"out_of_scale": 2}}}, bad_records="skip"),
    measure("nps-records-bad-scale", K, "standard", "bad_input", {"survey": surveys([10, 9], kind="nps", scale=(1, 10))},
            origin="a scale of 1 to 10 is not NPS", error={"code": "bad_scale"}),
    measure("nps-records-negative", K, "standard", "bad_input", {"survey": surveys([10, -1], kind="nps", scale=(0, 10))},
            origin="−1 of 0 to 10", error={"code": "out_of_scale", "record": "survey", "index": 1, "field": "score"}),
    measure("nps-records-kind", K, "standard", "boundary", {"survey": [
        survey("1", 10, kind="nps", scale=(0, 10)), survey("2", 0, kind="relational", scale=(0, 10)), survey("3", 3)]}, [
        row("score", "-100", sample=1, left_out={"other_kind": 2})], "only the kind asked for", parameters={"kind": "relational"}),
    measure("nps-records-replaced", K, "standard", "ruling", {"survey": [
        survey("1", 10, kind="nps", scale=(0, 10), at=d(4)), survey("1", 3, kind="nps", scale=(0, 10), at=d(5)),
        survey("2", 8, kind="nps", scale=(0, 10), at=d(5))]}, [row("score", "-50", sample=2, left_out={"replaced": 1})],
        "the corrected answer 3 holds: (0 − 1)/2", ruling="B31"),
    measure("nps-records-same-id-other-kind", K, "standard", "boundary", {"survey": [
        survey("1", 10, kind="nps", scale=(0, 10), at=d(4)), survey("1", 2, kind="csat", at=d(5))]},
        [row("score", "100", sample=1, left_out={"other_kind": 1})],
        "one respondent's answers to two questions share an id; neither replaces the other", ruling="B31"),
    measure("nps-records-no-anchor", K, "standard", "null", {"survey": [
        survey("1", 10, kind="nps", scale=(0, 10), at=d(5)), survey("2", None, kind="nps", scale=(0, 10))]}, [
        row("score", "100", "2026-01", sample=1, left_out={}), row("score", None, "2026-02", sample=0, left_out={}),
        row("score", "100", sample=1, left_out={"unanswered": 1})],
        "an invitation without an answer has no submitted_at: it is in no bucket, and in the total row it is left out",
        window={"from": "2026-01-01", "to": "2026-03-01"}, bucket="month"),
    measure("nps-records-answer-without-instant", K, "standard", "null", {"survey": [
        survey("1", 10, kind="nps", scale=(0, 10), at=d(5)), survey("2", 3, kind="nps", scale=(0, 10), submitted_at=None)]}, [
        row("score", "100", sample=1, left_out={"no_anchor": 1})],
        "an answer whose instant is not known is in no bucket", window={"from": "2026-01-01", "to": "2026-03-01"}),
    measure("nps-records-level", K, "standard", "typical", {"survey": surveys([10, 9, 9, 8, 7, 7, 6, 3], kind="nps", scale=(0, 10))},
            level=0.9),
]

# customer_effort_score ----------------------------------------------------------------------------------------------

K = "customer_effort_score"


def effort(id, replies, **more):
    return {"id": str(id), "created_at": d(5), "agent_replies": replies, **more}


BY_INTERACTIONS = [effort(i, n) for i, n in enumerate([1, 1, 2, 3, 4, 7])] + [
    effort("c1", 0, contact="x"), effort("c2", None, contact="x"), effort("c3", 2, contact="x"), effort("c4", 3, contact="x"),
    effort("n1", 0), effort("n2", None), effort("m", 1, status="merged"), effort("m2", 1, merged_at=d(6)),
    effort("s", 1, status="spam"), effort("d", 0, status="deleted"), effort("d2", None, deleted_at=d(6)),
]
# easy 1 1 2 c1 c2 = 5, neutral 3 c3 = 2, difficult 4 7 c4 = 3

V = "by_interactions"
CUSTOMER_EFFORT_SCORE = [
    *shares(K, "share", "answers", "easy", "ces-share"),
    *boxes(K, "share", "ces-share", "ces", "answers"),
    measure("ces-share-b34-high", K, "share", "ruling", {"survey": surveys([1, 1, 2, 5], kind="ces")}, [
        row("share", "25", sample=4)], "high is easy: 5 only, 1 of 4", ruling="B34"),
    measure("ces-share-b34-low", K, "share", "ruling", {"survey": surveys([1, 1, 2, 5], kind="ces", direction="low_is_good")}, [
        row("share", "75", sample=4)], "low is easy: 1, 1, 2, 3 of 4", ruling="B34"),
    measure("ces-share-b34-seven", K, "share", "ruling", {"survey": surveys([3, 4, 5, 6, 7], kind="ces", scale=(1, 7))}, [
        row("share", "60", sample=5)], "the easy three of 7: 5, 6, 7", ruling="B34"),
    measure("ces-share-b34-seven-low", K, "share", "ruling", {
        "survey": surveys([1, 2, 3, 4, 7], kind="ces", scale=(1, 7), direction="low_is_good")}, [row("share", "60", sample=5)],
        "the easy three of 7 where low is easy: 1, 2, 3", ruling="B34"),
    *means(K, "ces", "ces"),
    formula("ces-by_interactions-formula-typical", K, V, "typical", {"easy": 15, "neutral": 25, "difficult": 60}, {
        "score": {"value": "45", "unit": "index", "sample": 100, "numerator": "45", "denominator": "100",
                  "lower": 29.343111201734096, "upper": 58.03552957496493},
        "easy_share": {"value": "15", "unit": "percent"}, "neutral_share": {"value": "25"}, "difficult_share": {"value": "60"},
        "tickets": {"value": "100", "unit": "count"}},
        "published: the same index as NPS 60/25/15, R NPS 2.0.999, case nps-adjusted-wald of the reference vectors"),
    formula("ces-by_interactions-formula-empty", K, V, "empty", {"easy": 0, "neutral": 0, "difficult": 0}, {
        "score": undef(), "easy_share": undef(), "tickets": {"value": "0"}}, "0/0 is undefined"),
    formula("ces-by_interactions-formula-all-easy", K, V, "boundary", {"easy": 3, "neutral": 0, "difficult": 0}, {
        "score": {"value": "-100", "lower": -100.0, "upper": 6.579286703808573}}, "lower is better: −100 is the best; the mirror of NPS 3/0/0"),
    formula("ces-by_interactions-formula-neutral", K, V, "ruling", {"easy": 1, "neutral": 2, "difficult": 0}, {
        "score": {"value": "-33.333333333", "numerator": "-1", "denominator": "3"}}, "neutral stays in the denominator: −1/3", ruling="B34"),
    formula("ces-by_interactions-formula-negative", K, V, "bad_input", {"easy": 1, "neutral": 0, "difficult": -2},
            origin="a count is not negative", error={"code": "negative", "field": "difficult"}),
    formula("ces-by_interactions-formula-missing", K, V, "bad_input", {"easy": 1, "difficult": 2}, origin="an input is absent",
            error={"code": "missing_input", "field": "neutral"}),
    measure("ces-by_interactions-records-typical", K, V, "typical", {"ticket": BY_INTERACTIONS}, [
        row("score", "-20", sample=10, numerator="-2", denominator="10",
            left_out={"deleted": 2, "merged": 2, "no_interaction": 2, "spam": 1}),
        row("easy_share", "50"), row("neutral_share", "20"), row("difficult_share", "30"), row("tickets", "10")],
        "replies + 1 for a contact: easy 1 1 2 (0+1) (null+1), neutral 3 (2+1), difficult 4 7 (3+1): (3 − 5)/10"),
    measure("ces-by_interactions-records-peer", K, V, "typical", {"ticket": BY_INTERACTIONS}),
    measure("ces-by_interactions-records-empty", K, V, "empty", {"ticket": []}, [
        *none(["score", "easy_share", "neutral_share", "difficult_share"], sample=0), row("tickets", "0")], "no tickets"),
    measure("ces-by_interactions-records-null", K, V, "null", {"ticket": [effort(1, None), effort(2, 1)]}, [
        row("score", "-100", sample=1, left_out={"no_interaction": 1})], "unknown replies and no contact: no interaction"),
    measure("ces-by_interactions-records-cuts", K, V, "boundary", {"ticket": [effort(1, 1), effort(2, 2), effort(3, 3), effort(4, 4)]}, [
        row("score", "-25", sample=4), row("easy_share", "50"), row("neutral_share", "25"), row("difficult_share", "25")],
        "S1: easy is one or two, difficult is more than three; (1 − 2)/4"),
    measure("ces-by_interactions-b34", K, V, "ruling", {"ticket": [effort(1, 2, customer_messages=2)]}, [
        row("score", "-100", sample=1), row("easy_share", "100")], "2 agent replies, 4 messages in all: 2 interactions, easy", ruling="B34"),
    measure("ces-by_interactions-b34-no-reply", K, V, "ruling", {"ticket": [effort(1, 0, customer_messages=4)]}, [
        row("score", None, sample=0, left_out={"no_interaction": 1})], "no reply at all: left out", ruling="B34"),
    measure("ces-by_interactions-records-as-of", K, V, "bad_input", {"ticket": [effort(1, 2)]},
            origin="a count has no instants to ask as of", error={"code": "as_of_counts"}, as_of=d(9)),
    measure("ces-by_interactions-records-duplicate", K, V, "bad_input", {"ticket": [effort(1, 2), effort(1, 2)]},
            origin="the same ticket twice", error={"code": "duplicate_id", "record": "ticket", "index": 1, "field": "id"}),
    measure("ces-by_interactions-records-duplicate-skip", K, V, "bad_input", {"ticket": [effort(1, 2), effort(1, 2), effort(2, 5)]}, [
        row("score", "0", sample=2)], "the second of two equal tickets is skipped: (1 − 1)/2",
        inputs={"ticket": {"skipped": {"duplicate_id": 1}}}, bad_records="skip"),
]

# retention_rate -----------------------------------------------------------------------------------------------------

K = "retention_rate"
FEBRUARY = {"from": "2026-02-01", "to": "2026-03-01"}


def f(day):
    return d(day, month=2)


OLD = "2025-06-01T00:00:00Z"
ACCOUNTS = [
    account("a", OLD), account("b", OLD), account("c", OLD, f(10)), account("d", OLD, f(1)),
    account("e", OLD, "2026-01-31T23:59:59.999999Z"), account("f", OLD, d(1, month=3)), account("g", f(1)),
    account("h", f(5), f(20)), account("i", f(28)), account("j", d(1, month=3)), account("k", f(6), d(1, month=3)),
]
# just before 1 Feb: a b c d f = 5 (d's first instant without is 1 Feb); just before 1 Mar: a b f g i k = 6
# acquired, identity: g i k = 3; literal: g h i k = 4

RETENTION_RATE = []
for v in ("identity", "s4_literal"):
    ident = v == "identity"
    RETENTION_RATE += [
        formula(f"retention-{v}-formula-typical", K, v, "typical", {"start": 200, "end": 190, "acquired": 40}, {
            "rate": {"value": "75", "unit": "percent", "sample": 200, "numerator": "150", "denominator": "200"},
            "start": {"value": "200", "unit": "count"}, "end": {"value": "190"}, "acquired": {"value": "40"}}, "(190 − 40)/200"),
        formula(f"retention-{v}-formula-empty", K, v, "empty", {"start": 0, "end": 0, "acquired": 0}, {
            "rate": undef("no_start_customers"), "start": {"value": "0"}, "end": {"value": "0"}}, "no customers at the start"),
        formula(f"retention-{v}-formula-all-new", K, v, "empty", {"start": 0, "end": 3, "acquired": 3}, {
            "rate": undef("no_start_customers"), "end": {"value": "3"}, "acquired": {"value": "3"}}, "all came in the period"),
        formula(f"retention-{v}-formula-all-lost", K, v, "boundary", {"start": 5, "end": 0, "acquired": 0}, {
            "rate": {"value": "0"}}, "0/5"),
        formula(f"retention-{v}-formula-all-kept", K, v, "boundary", {"start": 5, "end": 8, "acquired": 3}, {
            "rate": {"value": "100"}}, "(8 − 3)/5"),
        formula(f"retention-{v}-formula-peer", K, v, "typical", {"start": 130, "end": 121, "acquired": 17}),
        formula(f"retention-{v}-formula-half-even", K, v, "boundary", {"start": 4096, "end": 3, "acquired": 2}, {
            "rate": {"value": "0.024414062"}}, "100/4096: half to even"),
        formula(f"retention-{v}-formula-negative", K, v, "bad_input", {"start": 5, "end": -1, "acquired": 0},
                origin="a count is not negative", error={"code": "negative", "field": "end"}),
        formula(f"retention-{v}-formula-missing", K, v, "bad_input", {"start": 5, "end": 1}, origin="an input is absent",
                error={"code": "missing_input", "field": "acquired"}),
        formula(f"retention-{v}-b5-march", K, v, "ruling", {"start": 13, "end": 14, "acquired": 2}, {
            "rate": {"value": "92.307692308"}}, "March 2019 with balances just before the instant: (14 − 2)/13 "
            "(as a formula: the accounts of the example are not printed)", ruling="B5"),
        formula(f"retention-{v}-b4-formula", K, v, "ruling", {"start": 4, "end": 3, "acquired": 0}, {
            "rate": {"value": "75"}}, "a b c d, only a is gone at the end: churn 25 %, its complement 75 % (as a formula: "
            "b leaves and returns, which one row of an account cannot say)", ruling="B4"),
        measure(f"retention-{v}-records-typical", K, v, "typical", {"account": ACCOUNTS}, [
            row("rate", "60" if ident else "40", sample=5, left_out={}), row("start", "5"), row("end", "6"),
            row("acquired", "3" if ident else "4")],
            "start a b c d f, end a b f g i k; acquired " + ("g i k: (6 − 3)/5" if ident else "g h i k: (6 − 4)/5"), window=FEBRUARY),
        measure(f"retention-{v}-records-peer", K, v, "typical", {"account": ACCOUNTS}, window={"from": "2026-01-01", "to": "2026-04-01"},
                bucket="month"),
        measure(f"retention-{v}-records-empty", K, v, "empty", {"account": []}, [
            row("rate", None, undefined="no_start_customers", sample=0), row("start", "0"), row("end", "0"), row("acquired", "0")],
            "no accounts", window=FEBRUARY),
        measure(f"retention-{v}-records-null", K, v, "null", {"account": [account("a", OLD), account("b", OLD, f(9))]}, [
            row("rate", "50", sample=2), row("end", "1")], "a null ended_at is still a customer", window=FEBRUARY),
        measure(f"retention-{v}-records-boundary", K, v, "ruling", {"account": [
            account("a", OLD, f(1)), account("b", f(1)), account("c", OLD, d(1, month=3)), account("d", d(1, month=3))]}, [
            row("rate", "50", sample=2), row("start", "2"), row("end", "2"), row("acquired", "1")],
            "just before the instant: a (ends at from) is there at the start, c (ends at to) at the end, b (starts at from) is acquired, "
            "d (starts at to) is not: (2 − 1)/2", ruling="B5", window=FEBRUARY),
        measure(f"retention-{v}-records-bridge", K, v, "ruling", {"account": [
            account("a", OLD, f(1)), account("b", f(1)), account("c", OLD, d(1, month=3)), account("d", d(1, month=3))]}, [
            row("start", "2", "2026-01"), row("end", "2", "2026-01"), row("start", "2", "2026-02"), row("end", "2", "2026-02"),
            row("start", "2", "2026-03"), row("end", "2", "2026-03"), row("rate", "100", "2026-01"), row("rate", "50", "2026-02"),
            row("rate", "50", "2026-03"), row("start", "2"), row("end", "2"), row("acquired", "2"), row("rate", "0")],
            "one month's closing is the next one's opening", ruling="B5", window=QUARTER, bucket="month"),
        measure(f"retention-{v}-records-no-window", K, v, "bad_input", {"account": [account("a", OLD)]},
                origin="a balance needs its two instants", error={"code": "window_required"}),
        measure(f"retention-{v}-records-duplicate", K, v, "bad_input", {"account": [account("a", OLD), account("a", f(1))]},
                origin="the same account twice", window=FEBRUARY,
                error={"code": "duplicate_id", "record": "account", "index": 1, "field": "id"}),
        measure(f"retention-{v}-records-ends-before-start", K, v, "bad_input", {"account": [account("a", f(5), f(4))]},
                origin="an end before its start", window=FEBRUARY,
                error={"code": "wrong_order", "record": "account", "index": 0, "field": "ended_at"}),
        measure(f"retention-{v}-records-missing-start", K, v, "bad_input", {"account": [{"id": "a"}]}, origin="started_at is required",
                window=FEBRUARY, error={"code": "missing_field", "record": "account", "index": 0, "field": "started_at"}),
        measure(f"retention-{v}-b3-comes-and-goes", K, v, "ruling", {"account": [
            account("a", OLD), account("b", OLD), account("c", f(5), f(20))]}, [
            row("rate", "100" if ident else "50", sample=2), row("start", "2"), row("end", "2"), row("acquired", "0" if ident else "1")],
            "c joins on the 5th and leaves on the 20th: " + ("2/2" if ident else "(2 − 1)/2"), ruling="B3", window=FEBRUARY),
        measure(f"retention-{v}-b4-records", K, v, "ruling", {"account": [
            account("a", OLD, f(10)), account("b", OLD), account("c", OLD), account("d", OLD), account("e", f(5), f(20))]}, [
            row("rate", "75" if ident else "50", sample=4)],
            "a leaves, e joins and leaves: " + ("3/4" if ident else "(3 − 1)/4") + " (b's leaving and returning is left away)",
            ruling="B4", window=FEBRUARY),
        measure(f"retention-{v}-records-tier", K, v, "typical", {"account": [
            account("a", OLD, tier="gold"), account("b", OLD, f(9), tier="gold"), account("c", OLD, tier="silver"),
            account("d", f(9), tier="silver"), account("e", OLD, f(9)), account("x", OLD, d(5), tier="iron"),
            account("y", d(2, month=3), tier="lead")]}, [
            row("rate", "50", group={"tier": "gold"}, sample=2), row("rate", "100", group={"tier": "silver"}, sample=1),
            row("rate", "0", group={"tier": None}, sample=1), row("rate", "50", group={"tier": ALL}, sample=4)],
            "gold 1/2, silver (2 − 1)/1, unknown 0/1, all (3 − 1)/4; tiers only outside the window have no row",
            window=FEBRUARY, by=["tier"], row_count=16),
        measure(f"retention-{v}-records-as-of", K, v, "boundary", {"account": [account("a", OLD, f(20)), account("b", OLD, f(10))]}, [
            row("rate", "50", sample=2)], "at as_of (15 February) nobody knows that a will leave on the 20th", window=FEBRUARY, as_of=f(15)),
        measure(f"retention-{v}-records-filter", K, v, "typical", {"account": [
            account("a", OLD, kind="business"), account("b", OLD, f(9), kind="business"), account("c", OLD, kind="consumer")]}, [
            row("rate", "50", sample=2)], "businesses only: 1/2", window=FEBRUARY,
            filters=[{"record": "account", "field": "kind", "any_of": ["business"]}]),
    ]
RETENTION_RATE += [
    formula("retention-identity-b3-cohort-acquired", K, "identity", "ruling", {"start": 10, "end": 5, "acquired": 6},
            origin="more acquired than there are at the end", ruling="B3", error={"code": "cohort_mismatch"}),
    formula("retention-identity-b3-cohort-kept", K, "identity", "ruling", {"start": 1, "end": 2, "acquired": 0},
            origin="2 kept of 1 at the start", ruling="B3", error={"code": "cohort_mismatch"}),
    formula("retention-identity-b3-returned", K, "identity", "ruling", {"start": 1, "end": 2, "acquired": 1}, {"rate": {"value": "100"}},
            "start a; z returns and counts as acquired: (2 − 1)/1 (as a formula: one row cannot say that z had been a customer)", ruling="B3"),
    formula("retention-s4_literal-b3-returned", K, "s4_literal", "ruling", {"start": 1, "end": 2, "acquired": 0}, {
        "rate": {"value": "200", "lower": None, "upper": None}}, "start a; z returns and is not counted as acquired: 2/1", ruling="B3"),
    formula("retention-s4_literal-b3-worst", K, "s4_literal", "ruling", {"start": 2, "end": 2, "acquired": 1}, {"rate": {"value": "50"}},
            "(2 − 1)/2", ruling="B3"),
    formula("retention-s4_literal-formula-below-zero", K, "s4_literal", "boundary", {"start": 4, "end": 1, "acquired": 3}, {
        "rate": {"value": "-50"}}, "S4 literally may leave 0 to 100: (1 − 3)/4"),
    formula("retention-s4_literal-b5-other-balance", K, "s4_literal", "ruling", {"start": 14, "end": 17, "acquired": 2}, {
        "rate": {"value": "107.142857143"}}, "March 2019 with the balance the ruling rejects: (17 − 2)/14", ruling="B5"),
    measure("retention-identity-b3-returned-records", K, "identity", "ruling", {"account": [account("a", OLD), account("z", f(9))]}, [
        row("rate", "100", sample=1), row("acquired", "1")], "z, there at the end and not at the start, is acquired", ruling="B3",
        window=FEBRUARY),
]

# cost_per_conversation ----------------------------------------------------------------------------------------------

K = "cost_per_conversation"
UNITS = {"per_conversation": "conversations", "per_ticket": "tickets", "per_resolution": "resolutions"}
B40 = {"per_conversation": (100, "10"), "per_ticket": (80, "12.5"), "per_resolution": (50, "20")}

COST_PER_CONVERSATION = []
for v, unit in UNITS.items():
    p = f"cost-{v}"

    def unit_rows(n, at=d(10), start=0, **more):
        """n tickets that count in every variant, created, answered and resolved in one instant."""
        return [ticket(f"t{start + i}", at, at, resolved_at=at, **more) for i in range(n)]

    COST_PER_CONVERSATION += [
        formula(f"{p}-formula-b40", K, v, "ruling", {"cost": "1000", unit: B40[v][0]}, {"mean": {"value": B40[v][1], "denominator": str(B40[v][0])}, "cost": {"value": "1000"},
                           unit: {"value": str(B40[v][0]), "unit": "count"}},
            f"1000/{B40[v][0]}", ruling="B40"),
        formula(f"{p}-formula-typical", K, v, "typical", {"cost": "2524.75", unit: 600}, {"mean": {"value": "4.207916667"}},
                "2524.75/600 = 4.2079166…"),
        formula(f"{p}-formula-empty", K, v, "empty", {"cost": "1000", unit: 0}, {
            "mean": undef(f"no_{unit}"), "cost": {"value": "1000"}, unit: {"value": "0"}}, "nothing to divide by"),
        formula(f"{p}-formula-zero", K, v, "boundary", {"cost": "0", unit: 7}, {"mean": {"value": "0"}}, "a cost of 0 is a cost"),
        formula(f"{p}-formula-half-even", K, v, "boundary", {"cost": "1", unit: 1024}, {"mean": {"value": "0.000976562"}},
                "1/1024 = 0.0009765625: half to even"),
        formula(f"{p}-formula-fine", K, v, "boundary", {"cost": "0.000000003", unit: 2}, {
            "mean": {"value": "0.000000002"}, "cost": {"value": "0.000000003"}}, "1.5 units of 10⁻⁹: half to even is 2"),
        formula(f"{p}-formula-negative", K, v, "bad_input", {"cost": "1000", unit: -1}, origin="a count is not negative",
                error={"code": "negative", "field": unit}),
        measure(f"{p}-records-empty", K, v, "empty", {"ledger_entry": [], "ticket": [], "contact": []}, [
            {"figure": "mean", "bucket": None, "value": None}, row("cost", "0"), row(unit, "0")], "no costs and nothing to divide by"),
        measure(f"{p}-records-no-costs", K, v, "empty", {"ledger_entry": [], "ticket": unit_rows(2)}, [
            row("mean", None, undefined="no_costs"), row("cost", "0"), row(unit, "2")], "no costs is not costs of 0"),
        measure(f"{p}-records-cost-zero", K, v, "boundary", {"ledger_entry": [cost("0", d(5))], "ticket": unit_rows(2)}, [
            row("mean", "0", unit="EUR"), row("cost", "0", unit="EUR"), row(unit, "2")], "costs of 0 are costs"),
        measure(f"{p}-records-no-units", K, v, "empty", {"ledger_entry": [cost("12.5", d(5))], "ticket": []}, [
            row("mean", None, undefined=f"no_{unit}"), row("cost", "12.5", unit="EUR"), row(unit, "0")], "nothing to divide by"),
        measure(f"{p}-records-null", K, v, "null", {
            "ledger_entry": [cost("10", d(5), category=None), cost("5", d(5))],
            "ticket": [*unit_rows(2), *unit_rows(1, start=2, channel=None)]}, [row("mean", "5", unit="EUR"), row(unit, "3")],
            "null segments do not matter: 15/3"),
        measure(f"{p}-records-other-entries", K, v, "typical", {
            "ledger_entry": [cost("10", d(5)), cost("99", d(5), kind="revenue"), cost("7", d(5), kind="penalty", currency="USD")],
            "ticket": unit_rows(4)}, [row("mean", "2.5", left_out={"other_entry": 2}), row("cost", "10")],
            "only costs count, 10/4; another kind may be in another currency"),
        measure(f"{p}-records-boundary", K, v, "boundary", {
            "ledger_entry": [cost("1", "2025-12-31T23:59:59.999999Z"), cost("10", d(1)), cost("100", "2026-01-31T23:59:59.999999Z"),
                             cost("1000", d(1, month=2))],
            "ticket": [*unit_rows(1, "2025-12-31T23:59:59.999999Z"), *unit_rows(1, d(1), 1),
                       *unit_rows(1, "2026-01-31T23:59:59.999999Z", 2), *unit_rows(1, d(1, month=2), 3)]}, [
            row("mean", "55"), row("cost", "110"), row(unit, "2")], "[from, to) on both sides: 110/2", window=JANUARY),
        measure(f"{p}-b42-two-totals", K, v, "ruling", {
            "ledger_entry": [cost("100", d(5)), cost("60", d(5, month=3))],
            "ticket": [*unit_rows(4, d(6)), *unit_rows(1, d(6, month=2), 4)]}, [
            row("mean", "25", "2026-01"), row("mean", None, "2026-02", undefined="no_costs"), row(unit, "1", "2026-02"),
            row("cost", "0", "2026-02"), row("mean", None, "2026-03", undefined=f"no_{unit}"), row("cost", "60", "2026-03"),
            row("mean", "32")], "a ratio of the two totals of the bucket: 100/4; in all 160/5, never the mean of rates",
            ruling="B42", window=QUARTER, bucket="month"),
        measure(f"{p}-b41-dated", K, v, "ruling", {
            "ledger_entry": [cost("3100", d(1))],
            "ticket": [*unit_rows(10, d(1, "12:00")), *unit_rows(10, d(2, "12:00"), 10), *unit_rows(10, d(3, "12:00"), 20)]}, [
            row("mean", "310", "2026-01-01"), row("cost", "0", "2026-01-02"), row("mean", None, "2026-01-02", undefined="no_costs"),
            row("cost", "0", "2026-01-03"), row("cost", "3100"), row("mean", "103.333333333")],
            "salaries dated 1 January: 310 on the 1st, nothing after; three days of the month, 3100/30", ruling="B41",
            window={"from": "2026-01-01", "to": "2026-01-04"}, bucket="day"),
        measure(f"{p}-b41-period", K, v, "ruling", {
            "ledger_entry": [cost("3100", span=(d(1), d(1, month=2)))],
            "ticket": [*unit_rows(10, d(1, "12:00")), *unit_rows(10, d(2, "12:00"), 10), *unit_rows(10, d(3, "12:00"), 20)]}, [
            row("mean", "10", "2026-01-01"), row("mean", "10", "2026-01-02"), row("mean", "10", "2026-01-03"),
            row("cost", "100", "2026-01-02"), row("cost", "300"), row("mean", "10")],
            "salaries of the month spread over it: 100 a day, 10 for each; clipped to the window's three days", ruling="B41",
            window={"from": "2026-01-01", "to": "2026-01-04"}, bucket="day"),
        measure(f"{p}-records-period-thirds", K, v, "boundary", {
            "ledger_entry": [cost("100", span=(d(1), d(4)))], "ticket": unit_rows(1, d(2))}, [
            row("cost", "33.333333333", "2026-01-01"), row("cost", "33.333333333", "2026-01-02"), row("mean", "33.333333333", "2026-01-02"),
            row("cost", "33.333333333", "2026-01-03"), row("cost", "100"), row("mean", "100")],
            "100/3 a day; the total is 100, not 99.999999999", window={"from": "2026-01-01", "to": "2026-01-04"}, bucket="day"),
        measure(f"{p}-records-period-without-window", K, v, "boundary", {
            "ledger_entry": [cost("90", span=(d(1), d(1, month=4)))], "ticket": unit_rows(3)}, [row("mean", "30"), row("cost", "90")],
            "without a window a period counts whole"),
        measure(f"{p}-records-mixed", K, v, "bad_input", {
            "ledger_entry": [cost("10", d(5)), cost("10", d(5), currency="USD")], "ticket": unit_rows(2)},
            origin="euros and dollars do not add", error={"code": "mixed_currencies"}),
        measure(f"{p}-records-rates", K, v, "typical", {
            "ledger_entry": [cost("10", d(5)), cost("10", d(5), currency="USD")], "ticket": unit_rows(2)}, [
            row("mean", "9.6", unit="EUR"), row("cost", "19.2", unit="EUR")], "10 + 10 × 0.92 = 19.2, / 2",
            parameters={"currency": "EUR", "rates": {"USD": "0.92"}}),
        measure(f"{p}-records-no-rate", K, v, "bad_input", {
            "ledger_entry": [cost("10", d(5)), cost("10", d(5), currency="GBP")], "ticket": unit_rows(2)},
            origin="no rate for pounds", parameters={"currency": "EUR", "rates": {"USD": "0.92"}},
            error={"code": "mixed_currencies", "field": "currency"}),
        measure(f"{p}-records-unknown-currency", K, v, "bad_input", {
            "ledger_entry": [cost("10", d(5), currency="euro")], "ticket": unit_rows(2)}, origin="not three capital letters",
            error={"code": "unknown_currency", "record": "ledger_entry", "index": 0, "field": "currency"}),
        measure(f"{p}-records-too-fine", K, v, "bad_input", {
            "ledger_entry": [cost("10", d(5)), cost("0.0000000001", d(5))], "ticket": unit_rows(2)}, origin="ten decimal places",
            error={"code": "too_fine", "record": "ledger_entry", "index": 1, "field": "amount"}),
        measure(f"{p}-records-missing-currency", K, v, "bad_input", {
            "ledger_entry": [{"kind": "cost", "amount": "10", "at": d(5)}], "ticket": unit_rows(2)}, origin="currency is required",
            error={"code": "missing_field", "record": "ledger_entry", "index": 0, "field": "currency"}),
        measure(f"{p}-records-channel", K, v, "typical", {
            "ledger_entry": [cost("10", d(5), channel="email"), cost("6", d(5), channel="web")],
            "ticket": [*unit_rows(4), *unit_rows(3, start=4, channel="web"), *unit_rows(1, start=7, channel="social")]}, [
            row("mean", "2.5", group={"channel": "email"}), row("mean", "2", group={"channel": "web"}),
            row("mean", None, group={"channel": "social"}, undefined="no_costs"), row("mean", "2", group={"channel": ALL})],
            "10/4, 6/3, no costs of social, 16/8", by=["channel"]),
    ]

CONVERSATIONS = {
    "ledger_entry": [cost("120", d(5))],
    "ticket": [
        ticket("1", d(5), d(6)), ticket("2", d(5), agent_replies=2), ticket("3", d(5), d(6), contact="c1"), ticket("4", d(5)),
        ticket("5", d(5), agent_replies=0), ticket("6", d(5), d(6), status="merged"), ticket("7", d(5), d(6), status="spam"),
        ticket("8", d(5), status="deleted"), ticket("9", d(5), d(6), status="deleted", resolved_at=d(6)),
        ticket("10", d(5), d(6), status="resolved", resolved_at=d(7)), ticket("11", d(5), resolved_at=d(7), resolved_by="bot"),
        ticket("12", d(5), contact="c2", resolved_at=d(7))],
    "contact": [
        call("c1", d(5), d(5)), call("c2", None, d(5), started_at=d(5)), call("c3", d(5), d(5), direction="outbound"),
        call("c4", d(5)), call("c5", d(5), outcome="self_served"), call("c6", d(5), outcome="callback"), call("c7", d(5), outcome="failed")],
}
COST_PER_CONVERSATION += [
    measure("cost-per_conversation-records-typical", K, "per_conversation", "typical", CONVERSATIONS, [
        row("mean", "20", unit="EUR", denominator="6", left_out={
            "abandoned": 1, "merged": 1, "no_reply": 4, "outbound": 1, "self_served": 1, "spam": 1, "through_contact": 2, "unanswered": 2}),
        row("cost", "120", unit="EUR"), row("conversations", "6")],
        "tickets 1, 2, 9, 10 and contacts c1, c2: 120/6; no reply: 4, 5, 8, 11"),
    measure("cost-per_conversation-b7-late-steps", K, "per_conversation", "ruling", {"ledger_entry": [cost("120", d(5))], "contact": [
        call("1", d(5), d(5)), call("2", d(5), d(5), outcome="abandoned", abandon_step="hold"),
        call("3", d(5), outcome="abandoned", abandon_step="conversation"), call("4", d(5), abandon_step="queue"),
        call("5", d(5), abandon_step="menu"), call("6", d(5))]}, [
        row("mean", "40", unit="EUR", denominator="3", left_out={"abandoned": 3}), row("conversations", "3")],
        "1, 2 and 3 spoke with a person: 120/3", ruling="B7"),
    measure("cost-per_ticket-records-typical", K, "per_ticket", "typical", CONVERSATIONS, [
        row("mean", "13.333333333", unit="EUR", left_out={"deleted": 1, "merged": 1, "spam": 1}), row("tickets", "9")],
        "12 tickets less merged, spam and the one deleted unanswered: 120/9"),
    measure("cost-per_resolution-records-typical", K, "per_resolution", "typical", CONVERSATIONS, [
        row("mean", "30", unit="EUR"), row("resolutions", "4")], "resolved 9, 10, 11, 12: 120/4"),
    measure("cost-per_resolution-b62", K, "per_resolution", "ruling", {
        "ledger_entry": [cost("60", d(5)), cost("9", d(5), kind="revenue")],
        "ticket": [*(ticket(f"r{i}", d(3), d(3), resolved_at=d(5 + i)) for i in range(6)), *(ticket(f"o{i}", d(20)) for i in range(4)),
                   ticket("old", "2025-12-01T00:00:00Z"), ticket("late", d(20), resolved_at=d(1, month=2)), ticket("m", d(9), status="merged")]}, [
        row("mean", "10", "2026-01", left_out={"merged": 1, "open": 6, "other_entry": 1}), row("resolutions", "6", "2026-01"),
        row("mean", None, "2026-02", undefined="no_costs", left_out={"open": 5}), row("resolutions", "1", "2026-02"),
        row("mean", "8.571428571", left_out={"merged": 1, "open": 5, "other_entry": 1})],
        "open is the backlog at the end of the bucket: four, the old one and, in January, the one resolved on 1 February; 60/6, 60/7",
        ruling="B62", window={"from": "2026-01-01", "to": "2026-03-01"}, bucket="month"),
    measure("cost-per_resolution-anchor", K, "per_resolution", "boundary", {
        "ledger_entry": [cost("30", d(5)), cost("30", d(5, month=2))],
        "ticket": [ticket("1", d(31), d(31), resolved_at=d(1, month=2)), ticket("2", d(3), d(3), resolved_at=d(4)), ticket("3", d(3))]}, [
        row("resolutions", "1", "2026-01"), row("mean", "30", "2026-01"), row("resolutions", "1", "2026-02"), row("mean", "30"),
        row("resolutions", "2")], "anchored where it was resolved; the open one is in no bucket",
        window={"from": "2026-01-01", "to": "2026-03-01"}, bucket="month"),
    measure("cost-per_resolution-anchor-created", K, "per_resolution", "boundary", {
        "ledger_entry": [cost("30", d(5)), cost("30", d(5, month=2))],
        "ticket": [ticket("1", d(31), d(31), resolved_at=d(1, month=2)), ticket("2", d(3), d(3), resolved_at=d(4))]}, [
        row("resolutions", "2", "2026-01"), row("mean", "15", "2026-01"), row("resolutions", "0", "2026-02"), row("mean", "30")],
        "a cohort by creation, asked for", anchor={"ticket": "created_at"},
        window={"from": "2026-01-01", "to": "2026-03-01"}, bucket="month"),
]

# report mechanics ---------------------------------------------------------------------------------------------------

rng = random.Random(20261025)


def nps_at(times, **more):
    return [survey(f"n{i}", s, kind="nps", scale=(0, 10), at=at, **more) for i, (at, s) in enumerate(times)]


BERLIN_NIGHT = nps_at([
    ("2026-10-24T21:59:59.999999Z", 0), ("2026-10-24T22:00:00Z", 10), ("2026-10-25T00:00:00Z", 9), ("2026-10-25T00:59:59.999999Z", 3),
    ("2026-10-25T01:00:00Z", 10), ("2026-10-25T01:30:00Z", 10), ("2026-10-25T02:00:00Z", 5), ("2026-10-25T22:59:59.999999Z", 10),
    ("2026-10-25T23:00:00Z", 0)])
TICKETS_BY = [
    ticket("1", d(5, "09:00"), d(5, "09:10"), type="bug", priority="high", tags=["vip", "late"]),
    ticket("2", d(5, "09:00"), d(5, "09:20"), type="bug", priority=None, tags=["vip"]),
    ticket("3", d(5, "09:00"), d(5, "09:30"), channel="web", type="question", priority="low", tags=[]),
    ticket("4", d(5, "09:00"), d(5, "09:40"), channel=None, type="question", priority="low"),
    ticket("5", d(5, "09:00"), None, channel="web", type="bug", priority="high", tags=["late"]),
    ticket("6", d(5, "09:00"), None, channel="social", type="bug", priority="high", status="spam"),
]
QUARTER_TICKETS = [
    ticket(f"q{i}", at := d(rng.randint(1, 28), f"{rng.randint(0, 23):02}:{rng.randint(0, 59):02}", month=rng.choice([1, 1, 2, 3, 3])),
           rng.choice([None, at[:11] + "23:59:59Z", at[:11] + "23:59:30.25Z"]) if rng.random() < 0.9 else None,
           channel=rng.choice(["email", "web", "chat", None]), type=rng.choice(["bug", "question"]),
           priority=rng.choice(["high", "low", "low"]))
    for i in range(120)]

H = "first_response_time"
REPORT = [
    measure("report-berlin-hours", "nps", "standard", "ruling", {"survey": BERLIN_NIGHT}, [
        row("score", "100", "2026-10-25 00:00+02:00", sample=1), row("score", None, "2026-10-25 01:00+02:00", sample=0),
        row("score", "0", "2026-10-25 02:00+02:00", sample=2), row("score", "100", "2026-10-25 02:00+01:00", sample=2),
        row("score", "-100", "2026-10-25 03:00+01:00", sample=1), row("answers", "0", "2026-10-25 04:00+01:00"),
        row("score", "100", "2026-10-25 23:00+01:00", sample=1), row("score", "42.857142857", sample=7)],
        "02:00 comes twice: 00:00Z and 00:59:59.999999Z in the first (9, 3), 01:00Z and 01:30Z in the second; 25 hours and the total, "
        "5 figures each; (5 − 2)/7", ruling="B61", zone=BERLIN, window={"from": "2026-10-25", "to": "2026-10-26"}, bucket="hour",
        row_count=130),
    measure("report-berlin-day", "nps", "standard", "ruling", {"survey": BERLIN_NIGHT}, [
        row("answers", "1", "2026-10-24"), row("answers", "7", "2026-10-25"), row("answers", "1", "2026-10-26"), row("answers", "9")],
        "the day has 25 hours", ruling="B61", zone=BERLIN, window={"from": "2026-10-24", "to": "2026-10-27"}, bucket="day", row_count=20),
    measure("report-berlin-spring", "nps", "standard", "boundary", {"survey": nps_at([
        ("2026-03-28T23:00:00Z", 9), ("2026-03-29T00:59:59Z", 9), ("2026-03-29T01:00:00Z", 9), ("2026-03-29T21:59:59Z", 9),
        ("2026-03-29T22:00:00Z", 9)])}, [
        row("answers", "1", "2026-03-29 00:00+01:00"), row("answers", "1", "2026-03-29 01:00+01:00"),
        row("answers", "1", "2026-03-29 03:00+02:00"), row("answers", "1", "2026-03-29 23:00+02:00"), row("answers", "4")],
        "02:00 does not exist: 23 hours", zone=BERLIN, window={"from": "2026-03-29", "to": "2026-03-30"}, bucket="hour", row_count=120),
    measure("report-berlin-months", "nps", "standard", "boundary", {"survey": nps_at([
        ("2026-02-28T22:59:59Z", 9), ("2026-02-28T23:00:00Z", 0), ("2026-03-31T21:59:59Z", 10), ("2026-03-31T22:00:00Z", 8)])}, [
        row("score", "100", "2026-02"), row("score", "0", "2026-03", sample=2), row("score", "0", "2026-04", sample=1), row("answers", "4")],
        "months begin at local midnight: 23:00Z in winter, 22:00Z in summer", zone=BERLIN,
        window={"from": "2026-02-01", "to": "2026-05-01"}, bucket="month"),
    measure("report-berlin-quarter-hours", "nps", "standard", "boundary", {"survey": BERLIN_NIGHT}, [
        row("answers", "1", "2026-10-25 02:00+02:00"), row("answers", "1", "2026-10-25 02:45+02:00"), row("answers", "1", "2026-10-25 02:00+01:00"),
        row("answers", "1", "2026-10-25 02:30+01:00"), row("answers", "0", "2026-10-25 02:15+01:00"), row("answers", "4")],
        "8 quarters of an hour called 02", zone=BERLIN,
        window={"from": "2026-10-25T02:00:00+02:00", "to": "2026-10-25T02:00:00Z"}, bucket="15min", row_count=45),
    measure("report-window-ambiguous", "nps", "standard", "boundary", {"survey": BERLIN_NIGHT}, [row("answers", "4")],
            "02:00 local is the first of the two: 00:00Z to 02:00Z", zone=BERLIN, window={"from": "2026-10-25T02:00", "to": "2026-10-25T03:00"}),
    measure("report-window-gap", "nps", "standard", "boundary", {"survey": nps_at([
        ("2026-03-29T01:29:59Z", 9), ("2026-03-29T01:30:00Z", 9), ("2026-03-29T01:59:59Z", 9), ("2026-03-29T02:00:00Z", 9)])},
        [row("answers", "2")], "02:30 does not exist and moves forward to 03:30 (01:30Z)", zone=BERLIN,
        window={"from": "2026-03-29T02:30", "to": "2026-03-29T04:00"}),
    measure("report-gap-at-midnight", "nps", "standard", "boundary", {"survey": nps_at([
        ("2018-11-04T02:59:59Z", 9), ("2018-11-04T03:00:00Z", 0), ("2018-11-05T01:59:59Z", 0), ("2018-11-05T02:00:00Z", 10)])}, [
        row("score", "100", "2018-11-03"), row("score", "-100", "2018-11-04", sample=2), row("score", "100", "2018-11-05"), row("answers", "4")],
        "4 November 2018 begins at 01:00 in São Paulo, 03:00Z", zone=SAO_PAULO, window={"from": "2018-11-03", "to": "2018-11-06"}, bucket="day"),
    measure("report-offset-half-hours", "nps", "standard", "boundary", {"survey": nps_at([
        ("2026-01-05T03:29:59Z", 9), ("2026-01-05T03:30:00Z", 0), ("2026-01-05T04:29:59Z", 0)])}, [
        row("answers", "1", "2026-01-05 08:30+05:30"), row("answers", "1", "2026-01-05 09:00+05:30"),
        row("answers", "1", "2026-01-05 09:30+05:30"), row("answers", "3")], "03:00Z is 08:30 at +05:30", zone="+05:30",
        window={"from": "2026-01-05T08:30", "to": "2026-01-05T10:00"}, bucket="30min", row_count=20),
    measure("report-iso-weeks", "nps", "standard", "boundary", {"survey": nps_at([
        ("2025-12-28T23:59:59Z", 0), ("2025-12-29T00:00:00Z", 10), (d(4, "23:59:59"), 9), (d(5), 0)])}, [
        row("answers", "1", "2025-W52"), row("score", "100", "2026-W01", sample=2), row("score", "-100", "2026-W02"), row("answers", "4")],
        "29 December 2025 is a Monday of ISO week 2026-W01", ruling="B61", window={"from": "2025-12-22", "to": "2026-01-12"}, bucket="week"),
    measure("report-week-53", "nps", "standard", "boundary", {"survey": nps_at([("2027-01-03T12:00:00Z", 10), ("2027-01-04T00:00:00Z", 0)])}, [
        row("score", "100", "2026-W53"), row("score", "-100", "2027-W01")], "3 January 2027 is the Sunday of 2026-W53",
        window={"from": "2026-12-28", "to": "2027-01-11"}, bucket="week"),
    measure("report-clipped", "nps", "standard", "boundary", {"survey": nps_at([(d(9, "23:59:59"), 0), (d(10), 10), (d(9, month=2), 10),
        (d(10, month=2), 0)])}, [row("score", "100", "2026-01", sample=1), row("score", "100", "2026-02", sample=1), row("answers", "2")],
        "buckets are clipped to the window", window={"from": "2026-01-10", "to": "2026-02-10"}, bucket="month"),
    measure("report-quarters", "nps", "standard", "typical", {"survey": nps_at([(d(1), 10), (d(31, month=3), 10), (d(1, month=4), 0)])}, [
        row("score", "100", "2026-Q1", sample=2), row("score", "-100", "2026-Q2", sample=1), row("score", "33.333333333")], "(2 − 1)/3",
        window={"from": "2026-01-01", "to": "2026-07-01"}, bucket="quarter"),
    measure("report-years", "nps", "standard", "typical", {"survey": nps_at([("2025-12-31T23:59:59Z", 10), (d(1), 0)])}, [
        row("score", "100", "2025", sample=1), row("score", "-100", "2026", sample=1), row("score", "0", sample=2)], "(1 − 1)/2",
        window={"from": "2025-01-01", "to": "2027-01-01"}, bucket="year"),
    measure("report-empty-buckets", H, "from_handover", "ruling", {"ticket": [ticket("1", d(2), d(2, "00:01")), ticket("2", d(4))]}, [
        row("count", "0", "2026-01-01"), row("mean", None, "2026-01-01", sample=0, left_out={}), row("mean", "60", "2026-01-02", sample=1),
        row("count", "0", "2026-01-03"), row("mean", None, "2026-01-04", left_out={"unanswered": 1}), row("count", "0", "2026-01-04"),
        row("mean", "60", left_out={"unanswered": 1})], "series are zero-filled for counts, null for the rest", ruling="B55",
        window={"from": "2026-01-01", "to": "2026-01-05"}, bucket="day", row_count=35),
    measure("report-empty-grouped", "nps", "standard", "empty", {"survey": []}, [
        row("score", None, group={"channel": ALL}, sample=0), row("answers", "0", group={"channel": ALL})],
        "an empty input has the (all) rows only", by=["channel"], row_count=5),
    measure("report-empty-grouped-buckets", "nps", "standard", "empty", {"survey": []}, [
        row("answers", "0", "2026-01", {"channel": ALL}), row("answers", "0", "2026-02", {"channel": ALL}),
        row("score", None, "2026-02", {"channel": ALL}), row("answers", "0", None, {"channel": ALL})],
        "every bucket of the window and the total", window={"from": "2026-01-01", "to": "2026-03-01"}, bucket="month", by=["channel"],
        row_count=15),
    measure("report-one-dimension", H, "from_handover", "null", {"ticket": TICKETS_BY}, [
        row("mean", "900", group={"channel": "email"}, sample=2, left_out={}),
        row("mean", "1800", group={"channel": "web"}, sample=1, left_out={"unanswered": 1}),
        row("mean", "2400", group={"channel": None}, sample=1), row("mean", None, group={"channel": "social"}, left_out={"spam": 1}),
        row("mean", "1500", group={"channel": ALL}, sample=4, left_out={"spam": 1, "unanswered": 1})],
        "unknown is a group of its own; a group with only left-out records has its row; (600 + 1200 + 1800 + 2400)/4",
        by=["channel"], row_count=35),
    measure("report-two-dimensions", H, "from_handover", "null", {"ticket": TICKETS_BY}, [
        row("mean", "600", group={"type": "bug", "priority": "high"}, sample=1, left_out={"spam": 1, "unanswered": 1}),
        row("mean", "1200", group={"type": "bug", "priority": None}, sample=1),
        row("mean", "2100", group={"type": "question", "priority": "low"}, sample=2),
        row("mean", "1500", group={"type": ALL, "priority": ALL}, sample=4, left_out={"spam": 1, "unanswered": 1})],
        "combinations that occur, and the total", by=["type", "priority"]),
    measure("report-tags", H, "from_handover", "boundary", {"ticket": TICKETS_BY}, [
        row("mean", "900", group={"tags": "vip"}, sample=2), row("mean", "600", group={"tags": "late"}, sample=1, left_out={"unanswered": 1}),
        row("mean", "2100", group={"tags": None}, sample=2, left_out={"spam": 1}), row("mean", "1500", group={"tags": ALL}, sample=4)],
        "a ticket with two tags is in both rows and once in the total; an empty list and null are unknown", by=["tags"], row_count=28),
    measure("report-tags-and-type", H, "from_handover", "boundary", {"ticket": TICKETS_BY}, [
        row("mean", "900", group={"tags": "vip", "type": "bug"}, sample=2), row("mean", "600", group={"tags": "late", "type": "bug"}, sample=1),
        row("mean", "2100", group={"tags": None, "type": "question"}, sample=2), row("mean", "1500", group={"tags": ALL, "type": ALL}, sample=4)],
        "tags crossed with another dimension", by=["tags", "type"]),
    measure("report-own-field", H, "from_handover", "typical", {"ticket": [
        ticket("1", d(5), d(5, "00:01"), shop="north"), ticket("2", d(5), d(5, "00:03"), shop="south")]}, [
        row("mean", "60", group={"shop": "north"}), row("mean", "180", group={"shop": "south"}), row("mean", "120", group={"shop": ALL})],
        "any text field of the caller's own", by=["shop"]),
    measure("report-unknown-dimension", H, "from_handover", "bad_input", {"ticket": TICKETS_BY}, origin="no record has such a field",
            by=["colour"], error={"code": "unknown_dimension"}),
    measure("report-all-is-a-word", H, "from_handover", "boundary", {"ticket": [
        ticket("1", d(5), d(5, "00:01"), channel="phone"), ticket("2", d(5), d(5, "00:03"), channel="Phone")]}, [
        row("mean", "60", group={"channel": "phone"}), row("mean", "180", group={"channel": "Phone"}), row("mean", "120", group={"channel": ALL})],
        "spellings are not standardised silently", by=["channel"]),
    measure("report-filter-one-kind", "nps", "standard", "typical", {"survey": [
        *nps_at([(d(5), 10)], channel="email"), survey("x", 0, kind="nps", scale=(0, 10), channel="web"),
        survey("y", 0, kind="nps", scale=(0, 10))]}, [row("score", "100", sample=1, left_out={})],
        "what a filter takes away is not left out, it is not asked for", filters=[{"record": "survey", "field": "channel", "any_of": ["email"]}]),
    measure("report-filter-nothing", "nps", "standard", "empty", {"survey": nps_at([(d(5), 10)], channel="email")}, [
        row("score", None, sample=0), row("answers", "0")], "a filter that keeps nothing",
        filters=[{"record": "survey", "field": "channel", "any_of": ["fax"]}]),
    measure("report-anchor-survey", "nps", "standard", "boundary", {"survey": nps_at([(d(5, month=2), 10)], sent_at=d(30))}, [
        row("answers", "1", "2026-01"), row("answers", "0", "2026-02")], "by the day the invitation was sent", anchor={"survey": "sent_at"},
        window={"from": "2026-01-01", "to": "2026-03-01"}, bucket="month"),
    measure("report-no-window", H, "from_handover", "boundary", {"ticket": [
        ticket("1", "1999-12-31T23:59:59Z", "2000-01-01T00:00:59Z"), ticket("2", d(5), d(5, "00:02"))]}, [
        row("mean", "90", sample=2)], "without a window everything is in one row", row_count=7),
    measure("report-bucket-without-window", "nps", "standard", "bad_input", {"survey": []}, origin="buckets of what",
            bucket="month", error={"code": "window_required"}),
    measure("report-window-reversed", "nps", "standard", "bad_input", {"survey": []}, origin="the end is not after the start",
            window={"from": "2026-02-01", "to": "2026-02-01"}, error={"code": "bad_window"}),
    measure("report-window-offset", "nps", "standard", "boundary", {"survey": nps_at([
        ("2025-12-31T22:59:59Z", 9), ("2025-12-31T23:00:00Z", 9), (d(1, "22:59:59"), 9), (d(1, "23:00"), 9)])}, [row("answers", "2")],
        "instants with an offset of their own", window={"from": "2026-01-01T00:00:00+01:00", "to": "2026-01-02T00:00:00+01:00"}),
    measure("report-instants-with-offsets", H, "from_created", "boundary", {"ticket": [
        ticket("1", "2026-01-05T10:00:00+01:00", "2026-01-05T04:01:00-05:00")]}, [row("mean", "60")],
        "09:00Z to 09:01Z, written in two offsets"),
    measure("report-quarter", H, "from_handover", "typical", {"ticket": QUARTER_TICKETS}, window=QUARTER, bucket="month", by=["channel"]),
    measure("report-quarter-within", "first_response_within_target", "standard", "typical", {"ticket": QUARTER_TICKETS},
            window=QUARTER, bucket="month", by=["priority"], parameters={"targets": {"high": 14400, "low": 43200}, "targets_by": "priority"},
            zone=BERLIN),
]

FILES = {
    "first_response_time": ("First response time: conformance cases", FIRST_RESPONSE_TIME),
    "first_response_within_target": ("First response within target: conformance cases", FIRST_RESPONSE_WITHIN_TARGET),
    "csat": ("Customer satisfaction: conformance cases", CSAT),
    "nps": ("Net promoter score: conformance cases", NPS),
    "customer_effort_score": ("Customer effort score: conformance cases", CUSTOMER_EFFORT_SCORE),
    "retention_rate": ("Retention rate: conformance cases", RETENTION_RATE),
    "cost_per_conversation": ("Cost per conversation: conformance cases", COST_PER_CONVERSATION),
    "report": ("The report table: windows, buckets, zones, groups, filters, as of", REPORT),
}
