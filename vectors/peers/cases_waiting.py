"""The cases of waits, promises, targets, transfers and statuses, for `oracle.py`.

A case with `expect` was worked by hand (its origin says how) and is confirmed by the peer; one without is computed
by the peer. All instants are of January 2026 unless they say otherwise; 5 January is a Monday.
"""

import random
from datetime import datetime, timedelta

from cases import ALL, BERLIN, JANUARY, QUARTER, call, d, formula, measure, none, row, ticket, undef
from cases_contacts import MIXED as CALLS, bad_contacts, bad_parameters, duration_formulas
from cases_events import OFFICE
from cases_resolution import IN_FEBRUARY, IN_JANUARY, TO_MARCH, ending, faults, feb, share_formulas

DURATIONS = ["mean", "median", "p90", "p95", "min", "max"]
OFFICE_HOURS = {"hours": OFFICE}
TEAMS = {"by": "team", "schedules": {"day": OFFICE_HOURS, "round_the_clock": {"hours": {
    day: [["00:00", "24:00"]] for day in ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")}}}}
SUMMER = {**OFFICE_HOURS, "zone": BERLIN}
NIGHTS = {"zone": BERLIN, "hours": {"saturday": [["22:00", "06:00"]]}}


def clocked(prefix, k, v, record, make, headline="mean"):
    """What every KPI with a clock has. `make(id, start, end, **fields)` is a record whose time goes from start to end."""
    def m(what, case, rows, origin, records, parameters=None, **request):
        return measure(f"{prefix}-clock-{what}", k, v, case, {record: records}, rows, origin, parameters=parameters, **request)

    def total(value, n=1, left=None):
        return [row("mean", value, sample=n)] + ([] if left is None else [{"figure": headline, "bucket": None, "left_out": left}])

    weekend = [make("1", d(9, "16:30"), d(12, "09:30"))]
    business = {"calendar": OFFICE_HOURS, "clock": "business"}
    office = [make("a", d(9, "16:30"), d(12, "09:30"), team="day"), make("b", d(9, "16:30"), d(12, "09:30"), team="round_the_clock"),
              make("c", d(9, "16:30"), d(12, "09:30"), team="other"), make("d", d(9, "16:30"), d(12, "09:30"))]
    return [
        m("b23-business", "ruling", total("3600", left={}), "Friday 16:30 to 17:00 and Monday 09:00 to 09:30", weekend, ruling="B23", **business),
        m("b23-calendar", "ruling", total("234000"), "65 hours: calendar time is the default, whatever calendar there is", weekend, ruling="B23",
          calendar=OFFICE_HOURS),
        m("b23-parameter", "ruling", total("3600"), "asked of the KPI alone", weekend, {"clock": "business"}, ruling="B23", calendar=OFFICE_HOURS),
        m("b23-override", "ruling", total("234000"), "the KPI's own word goes before the request's", weekend, {"clock": "calendar"}, ruling="B23",
          **business),
        m("outside", "boundary", total("0"), "a Saturday: 0, not null", [make("1", d(10, "09:00"), d(10, "12:00"))], **business),
        m("empty", "empty", [*none(DURATIONS, sample=0), row("count", "0")], "no records", [], ruling="B55", **business),
        m("teams", "typical", [*total("118800", 2, {"no_schedule": 2}), row("max", "234000"), row("min", "3600")],
          "each by the schedule of its team; two teams have none", office, calendar=TEAMS, clock="business"),
        m("otherwise", "typical", [*total("60300", 4, {}), row("median", "2700")],
          "(3600 + 234000 + 1800 + 1800)/4: half an hour on Mondays for all others", office, clock="business",
          calendar={**TEAMS, "otherwise": {"hours": {"monday": [["09:00", "09:30"]]}}}),
        m("zone-of-the-report", "boundary", total("5400"), "16:30Z is 17:30 in Berlin, 09:30Z is 10:30: 09:00 to 10:30 on Monday", weekend, zone=BERLIN,
          **business),
        m("summer-time", "boundary", total("7200"), "Friday 16:00 to 17:00 (+1), Monday 09:00 to 10:00 (+2)",
          [make("1", d(27, "15:00", month=3), d(30, "08:00", month=3))], calendar=SUMMER, clock="business"),
        m("dst-nights", "boundary", [*total("28800", 2), row("min", "25200"), row("max", "32400")],
          "22:00 to 06:00 in Berlin: 7 hours in March, 9 in October", [
              make("1", d(28, "12:00", month=3), d(29, "12:00", month=3)), make("2", d(24, "12:00", month=10), d(25, "12:00", month=10))],
          calendar=NIGHTS, clock="business"),
        m("holiday", "boundary", total("7200"), "Monday 12 January is a holiday; the 9th, 16:00 to 17:00, and the 13th, 09:00 to 10:00",
          [make("1", d(9, "16:00"), d(13, "10:00"))], calendar={**OFFICE_HOURS, "holidays": ["2026-01-12"]}, clock="business"),
        m("special-day", "boundary", total("3600"), "a holiday with hours of its own, 10:00 to 11:00", [make("1", d(10, "09:00"), d(11, "09:00"))],
          calendar={**OFFICE_HOURS, "holidays": ["2026-01-10"], "special_days": {"2026-01-10": [["10:00", "11:00"]]}}, clock="business"),
        measure(f"{prefix}-clock-bad", k, v, "bad_input", {record: weekend}, origin="no such clock", parameters={"clock": "wall"},
                calendar=OFFICE_HOURS, error={"code": "bad_parameter", "field": "clock"}),
        measure(f"{prefix}-clock-no-calendar", k, v, "bad_input", {record: weekend}, origin="business time needs a calendar", clock="business",
                error={"code": "calendar_required"}),
        measure(f"{prefix}-clock-parameter-no-calendar", k, v, "bad_input", {record: weekend}, origin="business time needs a calendar",
                parameters={"clock": "business"}, error={"code": "calendar_required"}),
    ]


def random_times(seed, make, n=40, months=3):
    r, out = random.Random(seed), []
    for i in range(n):
        start = datetime(2026, 1, 1) + timedelta(seconds=r.randint(0, months * 30 * 86400))
        end = start + timedelta(microseconds=r.randint(0, 4 * 86400 * 10**6))
        out.append(make(str(i), start.isoformat() + "Z", end.isoformat() + "Z" if r.random() < 0.9 else None,
                        channel=r.choice(["email", "web", None]), team=r.choice(["day", "round_the_clock"])))
    return out


def in_quarter(prefix, k, v, record, list_):
    """By month and channel, in both clocks: computed by the peer."""
    return [
        measure(f"{prefix}-month-channel", k, v, "typical", {record: list_}, window=QUARTER, bucket="month", by=["channel"]),
        measure(f"{prefix}-month-channel-business", k, v, "typical", {record: list_}, window=QUARTER, bucket="month", by=["channel"],
                calendar=TEAMS, clock="business", zone=BERLIN),
    ]


def required(prefix, k, v, record, good, *fields):
    """A record without a field that it needs."""
    return [measure(f"{prefix}-records-no-{field}", k, v, "bad_input", {record: [good, {**good, field: None}]}, origin=f"{field} is required",
                    error={"code": "missing_field", "record": record, "index": 1, "field": field}) for field in fields] + [
        measure(f"{prefix}-records-none-given", k, v, "bad_input", {}, origin="no records were given", error={"code": "missing_records"}),
        measure(f"{prefix}-records-unknown-parameter", k, v, "bad_input", {record: [good]}, parameters={"horizon": 60},
                origin="the KPI has no such parameter", error={"code": "unknown_parameter", "field": "horizon"})]


# average_response_time ----------------------------------------------------------------------------------------------


def waited(id, opened, closed=None, first=False, **more):
    return {"ticket": id, "opened_at": opened, "closed_at": closed, "first": first, **more}


AVERAGE = []
for v in ("after_first", "with_first"):
    k, p, after = "average_response_time", f"art-{v}", v == "after_first"
    AVERAGE += duration_formulas(p, k, v) + [
        measure(f"{p}-b12", k, v, "ruling", {"response_wait": [
            waited("1", d(5, "10:00"), d(5, "10:05"), True), waited("1", d(5, "10:10"), d(5, "10:40"))]},
            [row("mean", "1800" if after else "1050", sample=1 if after else 2, left_out={"first_wait": 1} if after else {})],
            "from the first unanswered message: 30 minutes" if after else "(5 + 30)/2 minutes", ruling="B12"),
        measure(f"{p}-b12-pooled", k, v, "ruling", {"response_wait": [
            *(waited("x", d(5, f"1{i}:00"), d(5, f"1{i}:10")) for i in range(3)), waited("y", d(5, "10:00"), d(5, "11:10"))]},
            [row("mean", "1500", sample=4, left_out={}), row("count", "4")], "(10 + 10 + 10 + 70)/4, not the mean of two tickets", ruling="B12"),
        measure(f"{p}-b12-unanswered", k, v, "ruling", {"response_wait": [
            waited("1", d(5), None, True), waited("2", d(5)), waited("3", d(5), d(5, "00:01"))]},
            [row("mean", "60", sample=1, left_out={"first_wait": 1, "unanswered": 1} if after else {"unanswered": 2})],
            "never closed: left out", ruling="B12"),
        measure(f"{p}-b12-anchor", k, v, "ruling", {"response_wait": [
            waited("1", d(31, "23:30"), feb(1, "00:30")), waited("2", feb(3, "10:00"), feb(3, "10:10"))]},
            [row("mean", "3600", IN_JANUARY, sample=1), row("mean", "600", IN_FEBRUARY, sample=1), row("mean", "2100")],
            "where the wait opens", ruling="B12", window=TO_MARCH, bucket="month"),
        measure(f"{p}-null", k, v, "null", {"response_wait": [
            waited("1", d(5), d(5, "00:02"), None), {"ticket": "2", "opened_at": d(5), "closed_at": d(5, "00:04")}]},
            [row("mean", "180", sample=2, left_out={})], "not known to be the first: a later one"),
        measure(f"{p}-empty", k, v, "empty", {"response_wait": []}, [*none(DURATIONS, sample=0), row("count", "0")], "no records", ruling="B55"),
        measure(f"{p}-window", k, v, "boundary", {"response_wait": [
            waited("0", "2025-12-31T23:59:59.999999Z", d(1)), waited("1", d(1), d(1)),
            waited("2", "2026-01-31T23:59:59.999999Z", "2026-02-01T00:00:00.000002Z"), waited("3", feb(1), feb(2))]},
            [row("mean", "0.0000015", sample=2), row("max", "0.000003")], "[from, to): 0 and 3 µs", window=JANUARY),
        measure(f"{p}-as-of", k, v, "boundary", {"response_wait": [
            waited("1", d(5, "09:00"), d(5, "12:00")), waited("2", d(5, "10:00"), d(5, "12:00:00.000001")), waited("3", d(5, "13:00"), d(5, "14:00"))]},
            [row("mean", "10800", sample=1, left_out={"unanswered": 1})], "closed at as_of is closed; 2 is open, 3 is not there yet",
            as_of=d(5, "12:00")),
        measure(f"{p}-agents", k, v, "typical", {"response_wait": [
            waited("1", d(5), d(5, "00:10"), agent="ann"), waited("1", d(6), d(6, "00:20"), agent="bob"), waited("2", d(6), d(6, "00:30"))]},
            [row("mean", "600", group={"agent": "ann"}), row("mean", "1200", group={"agent": "bob"}), row("mean", "1800", group={"agent": None}),
             row("mean", "1200", group={"agent": ALL}, sample=3)], "by who replied", by=["agent"]),
        measure(f"{p}-bands", k, v, "boundary", {"response_wait": [waited(str(i), d(5), d(5, t)) for i, t in enumerate(("00:01", "00:02", "00:05"))]},
                [row("band_0_60", "33.333333333"), row("band_60_120", "33.333333333"), row("band_120_up", "33.333333333")], "one each",
                parameters={"bands": [60, 120]}),
        measure(f"{p}-filter", k, v, "typical", {"response_wait": [
            waited("1", d(5), d(5, "00:10"), channel="chat"), waited("2", d(5), d(5, "00:20"), channel="email")]},
            [row("mean", "600", sample=1)], "chat only", filters=[{"record": "response_wait", "field": "channel", "any_of": ["chat"]}]),
        measure(f"{p}-records-closed-before-opened", k, v, "bad_input", {"response_wait": [
            waited("1", d(5), d(6)), waited("2", d(5, "09:00"), d(5, "08:59:59.999999"))]}, origin="closed 1 µs before it was opened",
            error={"code": "wrong_order", "record": "response_wait", "index": 1, "field": "closed_at"}),
        measure(f"{p}-records-skip", k, v, "bad_input", {"response_wait": [waited("1", d(5), d(5, "00:01")), waited("2", d(5), d(4))]},
                [row("mean", "60", sample=1)], "one is skipped", inputs={"response_wait": {"skipped": {"wrong_order": 1}}}, bad_records="skip"),
        *required(p, k, v, "response_wait", waited("1", d(5), d(6)), "ticket", "opened_at"),
        *clocked(p, k, v, "response_wait", waited),
        *in_quarter(p, k, v, "response_wait", random_times(21, waited)),
    ]

# wait_time ----------------------------------------------------------------------------------------------------------


def kept(id, seconds, end, field="requester_wait", **more):
    return ticket(id, d(1), resolved_at=end, **{field: seconds}, **more)


WAIT_TIME = []
for v, field in (("requester", "requester_wait"), ("agent_wait_time", "agent_wait")):
    k, p = "wait_time", f"wait-{v}"
    own = [ticket("1", d(5, "10:00"), d(5, "11:00"), resolved_at=d(5, "14:00"), requester_wait=7200, agent_wait=7200, on_hold_time=0)]
    r = random.Random(5)
    many = [kept(str(i), r.randint(0, 400000) / 8, d(r.randint(1, 28), month=r.randint(1, 3)), field, channel=r.choice(["email", "web", "chat"]))
            for i in range(40)]
    WAIT_TIME += duration_formulas(p, k, v) + [
        measure(f"{p}-b16", k, v, "ruling", {"ticket": own}, [row("mean", "7200", sample=1, left_out={})],
                "10 to 11 and 13 to 14" if v == "requester" else "pending from 11 to 13; with the requester's 2 h the 4 h to the resolution", ruling="B16"),
        measure(f"{p}-typical", k, v, "typical", {"ticket": [
            kept("1", 60, d(5), field), kept("2", "90.5", d(5), field), kept("3", None, d(5), field), ticket("4", d(5)),
            kept("5", 600, d(6), field, status="merged"), kept("6", 0, d(7), field)]}, [
            row("mean", "50.166666667", sample=3, left_out={"merged": 1, "open": 1, "unknown": 1}), row("max", "90.5"), row("count", "3")],
            "(60 + 90.5 + 0)/3; of 3 the wait is not known, 4 is open", window=JANUARY),
        measure(f"{p}-null", k, v, "null", {"ticket": [kept("1", None, d(5), field)]}, [row("mean", None, left_out={"unknown": 1}), row("count", "0")],
                "not known is not 0"),
        measure(f"{p}-empty", k, v, "empty", {"ticket": []}, [*none(DURATIONS, sample=0), row("count", "0")], "no records", ruling="B55"),
        measure(f"{p}-as-of", k, v, "boundary", {"ticket": [kept("1", 60, d(5), field), kept("2", 90, d(6), field)]},
                [row("mean", "60", sample=1, left_out={"open": 1})], "2 is open as of the 5th", as_of=d(5)),
        measure(f"{p}-clock-is-not-asked", k, v, "bad_input", {"ticket": own}, origin="the wait was counted when it was derived",
                parameters={"clock": "calendar"}, error={"code": "unknown_parameter", "field": "clock"}),
        measure(f"{p}-request-clock", k, v, "boundary", {"ticket": own}, [row("mean", "7200")], "the request's clock does not touch it",
                calendar=OFFICE_HOURS, clock="business"),
        measure(f"{p}-negative", k, v, "bad_input", {"ticket": [kept("1", -1, d(5), field)]}, origin="a duration is not negative",
                error={"code": "negative", "record": "ticket", "index": 0, "field": field}),
        measure(f"{p}-month-channel", k, v, "typical", {"ticket": many}, window=QUARTER, bucket="month", by=["channel"]),
        *ending(p, k, v, "count", "mean", of=(field,)), *faults(p, k, v),
    ]

k, v, p = "wait_time", "queue", "wait-queue"


def queued(id, start, end=None, **more):
    return call(id, start, end, outcome="answered", **more)


QUEUE_MIXED = [
    call("1", d(5, "10:00"), d(5, "10:01")), call("2", d(5, "10:00"), ended_at=d(5, "10:03")),
    call("3", d(5, "10:00"), d(5, "10:00:30"), outcome="abandoned", abandon_step="hold", ended_at=d(5, "10:09")),
    call("4", d(5, "10:00"), d(5, "10:01"), direction="outbound"), call("5", d(5, "10:00"), outcome="self_served"),
    call("6", d(5, "10:00"), outcome="callback"), call("7", d(5, "10:00"), outcome="failed"), call("8", None, d(5, "10:00"), started_at=d(5, "10:00")),
    call("9", d(5, "10:00")), call("10", d(5, "10:00"), outcome="answered"), call("11", d(5, "10:00"), ended_at=d(5, "10:00:02")),
]
WAIT_TIME += duration_formulas(p, k, v) + bad_contacts(p, k, v) + [
    measure(f"{p}-all-chances", k, v, "typical", {"contact": QUEUE_MIXED}, [
        row("mean", "68", sample=4, left_out={"callback": 1, "failed": 1, "not_queued": 1, "outbound": 1, "self_served": 1, "unknown": 2}),
        row("min", "2"), row("max", "180")], "(60 + 180 + 30 + 2)/4: until answered or given up, however short; of 9 and 10 it is not known when", ruling="B16"),
    measure(f"{p}-empty", k, v, "empty", {"contact": []}, [*none(DURATIONS, sample=0), row("count", "0")], "no records", ruling="B55"),
    measure(f"{p}-null", k, v, "null", {"contact": [call("1", d(5)), call("2", d(5), d(5, "00:01"), agent=None)]},
            [row("mean", "60", sample=1, left_out={"unknown": 1})], "given up, but nobody knows when"),
    measure(f"{p}-as-of", k, v, "boundary", {"contact": [
        call("1", d(5, "09:00"), d(5, "12:00")), call("2", d(5, "10:00"), ended_at=d(5, "12:00:00.000001")), call("3", d(5, "13:00"), d(5, "14:00"))]},
        [row("mean", "10800", sample=1, left_out={"unanswered": 1})], "2 still waits, 3 is not there yet", as_of=d(5, "12:00")),
    measure(f"{p}-window", k, v, "boundary", {"contact": [
        call("0", "2025-12-31T23:59:59.999999Z", d(1)), call("1", d(1), d(1)), call("2", "2026-01-31T23:59:59.999999Z", "2026-02-01T00:00:00.000002Z"),
        call("3", feb(1), feb(2))]}, [row("mean", "0.0000015", sample=2)], "[from, to) by the queue", window=JANUARY),
    measure(f"{p}-month-channel", k, v, "typical", {"contact": CALLS}, window=TO_MARCH, bucket="month", by=["channel"]),
    *clocked(p, k, v, "contact", queued), *bad_parameters(p, k, v, bands=[[20, 20], "20"]),
]

# overdue_response_rate ----------------------------------------------------------------------------------------------

OVERDUE = []
for v, whole in (("of_requests", "requests"), ("of_promised", "promised")):
    k, p, all_ = "overdue_response_rate", f"overdue-{v}", v == "of_requests"

    def m(what, case, tickets, rows=None, origin=None, **more):
        return measure(f"{p}-{what}", k, v, case, {"ticket": tickets}, rows, origin, **more)

    b15 = [ticket("1", d(5), d(6), responses_promised=3, responses_late=2), ticket("2", d(5), d(6), responses_promised=1, responses_late=1)]
    mixed = [*b15, ticket("3", d(5), d(6), responses_promised=2, responses_late=0), ticket("4", d(5), d(6)),
             ticket("5", d(5), d(6, "12:00"), due_at=d(6, "12:00")), ticket("6", d(5), d(6, "12:00:00.000001"), due_at=d(6, "12:00")),
             ticket("7", d(5), due_at=d(7)), ticket("8", d(5), due_at=d(20)), ticket("9", d(5), status="merged", responses_late=1),
             ticket("10", d(5), status="spam"), ticket("11", d(5), status="deleted", due_at=d(6)), ticket("12", d(5), due_at=d(7), resolved_at=d(6, "12:00")),
             ticket("13", d(5), due_at=d(7), status="closed", closed_at=d(8)), ticket("14", d(5), responses_promised=1)]
    left = {"deleted": 1, "merged": 1, "spam": 1} | ({} if all_ else {"no_promise": 1, "not_due": 1})
    OVERDUE += share_formulas(p, k, v, "overdue", whole, "rate") + [
        m("b15", "ruling", b15, [row("rate", "100", sample=2, left_out={}), row("overdue", "2"), row(whole, "2")],
          "2 tickets, 3 late replies: tickets count, not replies", ruling="B15"),
        m("all-chances", "typical", mixed, [row("rate", "36.363636364" if all_ else "44.444444444", sample=11 if all_ else 9, left_out=left),
                                            row("overdue", "4"), row(whole, "11" if all_ else "9")],
          "1, 2, 6 and 7 of 1 to 8 and 12 to 14; 12 and 13 ended without a reply" + ("" if all_ else "; 4 has no promise, 8 is not due"),
          as_of=None, window={"from": "2026-01-01", "to": "2026-01-15"}),
        m("due-now", "boundary", [ticket("1", d(5), due_at=d(10)), ticket("2", d(5), due_at="2026-01-09T23:59:59.999999Z")],
          [row("rate", "50" if all_ else "100", sample=2 if all_ else 1, left_out={} if all_ else {"not_due": 1})],
          "at its due instant it is not past due", as_of=d(10)),
        m("as-of-hides-counts", "boundary", [ticket("1", d(5), d(7), due_at=d(6), responses_promised=1, responses_late=1),
                                              ticket("2", d(5), d(20), due_at=d(15), responses_promised=1, responses_late=1)],
          [row("rate", "50" if all_ else "100", sample=2 if all_ else 1, left_out={} if all_ else {"not_due": 1})],
          "as of the 10th: 1 was late, 2 is not due; the due instants are known, the counts are not", as_of=d(10)),
        m("answered-after-as-of", "boundary", [ticket("1", d(5), d(11), due_at=d(9))], [row("rate", "100", sample=1)],
          "as of the 10th it is open past due", as_of=d(10)),
        m("empty", "empty", [], [row("rate", None, sample=0), row("overdue", "0"), row(whole, "0")], "no records", ruling="B55"),
        m("null", "null", [ticket("1", d(5)), ticket("2", d(5), d(6), responses_late=None, responses_promised=None)],
          [row("rate", "0" if all_ else None, sample=2 if all_ else 0, left_out={} if all_ else {"no_promise": 2}), row(whole, "2" if all_ else "0")],
          "no promise is known"),
        m("as-of-required", "bad_input", [ticket("1", d(5), due_at=d(6))], origin="open, and nobody says until when", error={"code": "as_of_required"}),
        m("months", "boundary", [ticket("1", d(31, "23:00"), feb(2), due_at=feb(1)), ticket("2", feb(1), feb(2), due_at=feb(3))],
          [row("rate", "100", IN_JANUARY, sample=1), row("rate", "0", IN_FEBRUARY, sample=1), row("rate", "50")], "by creation", window=TO_MARCH,
          bucket="month"),
        m("channels", "typical", [ticket("1", d(5), d(7), due_at=d(6)), ticket("2", d(5), d(6), due_at=d(6), channel="web"), ticket(
            "3", d(5), d(6), due_at=d(7), channel="web")], [
            row("rate", "100", group={"channel": "email"}), row("rate", "0", group={"channel": "web"}, sample=2),
            row("rate", "33.333333333", group={"channel": ALL})], "by channel", by=["channel"]),
        *faults(p, k, v),
    ]
    r = random.Random(8)
    OVERDUE.append(m("peer", "typical", [ticket(str(i), d(r.randint(1, 28), month=r.randint(1, 3)), None, channel=r.choice(["email", "web"]), **(
        {"due_at": d(r.randint(1, 28), month=r.randint(1, 4))} if r.random() < 0.7 else {}), **(
        {"responses_late": r.choice([0, 0, 1, 2]), "responses_promised": 2} if r.random() < 0.3 else {})) for i in range(40)],
        window=QUARTER, bucket="month", by=["channel"]))

# sla_attainment -----------------------------------------------------------------------------------------------------


def aim(id, state=None, due=None, met=None, start=None, metric="first_response", **more):
    return {"ticket": id, "policy": "gold", "metric": metric, "started_at": start or d(5, "09:00"), "due_at": due, "met_at": met, "state": state, **more}


SLA = []
for v in ("per_target", "all_met"):
    k, p, per = "sla_attainment", f"sla-{v}", v == "per_target"

    def m(what, case, targets, rows=None, origin=None, **more):
        return measure(f"{p}-{what}", k, v, case, {"sla_target": targets}, rows, origin, **more)

    def f(what, case, met, breached, figures=None, origin=None, **more):
        return formula(f"{p}-formula-{what}", k, v, case, {"met": met, "breached": breached}, figures, origin, **more)

    b21 = [aim("1", "met", d(5, "10:00"), d(5, "09:30")), aim("2", "met", d(5, "10:00"), d(5, "10:00")),
           aim("3", "breached", d(5, "10:00"), d(5, "10:30"), over_by=1800), aim("4", "running", d(5, "11:30"))]
    several = [aim("a", "met"), aim("a", "breached", metric="resolution"), aim("b", "met"), aim("b", "met", metric="resolution"),
               aim("c", "met"), aim("c", "running", metric="resolution"), aim("d", "paused"), aim("e", "not_applicable"), aim("e", "met", metric="resolution"),
               aim("f", "not_applicable", metric=None, policy=None), aim("g", "running"), aim("g", "breached", metric="next_response")]
    unstated = [aim("1", None, d(5, "10:00"), d(5, "10:00")), aim("2", None, d(5, "10:00"), d(5, "10:00:00.000001")), aim("3", None, d(5, "10:00")),
                aim("4", None, d(20)), aim("5"), aim("6", None, None, d(6)), aim("7", None, metric=None)]
    both = [] if per else [row("active", "1")]
    SLA += [
        f("typical", "typical", 14, 6, {"share": {"value": "70", "unit": "percent", "sample": 20, "numerator": "14", "denominator": "20"},
                                        "met": {"value": "14", "unit": "count"}, "breached": {"value": "6", "unit": "count"}}, "14/20"),
        f("interval", "typical", 14, 6, {"share": {"lower": 48.102718164647645, "upper": 85.45227551323957}},
          "published: statsmodels 0.15.0 and R 4.2.2, Wilson of 14/20, case prop-wilson-14-20 of the reference vectors"),
        f("third", "ruling", 1, 2, {"share": {"value": "33.333333333"}}, "one division, 100 × 1/3", ruling="B33"),
        f("none", "boundary", 0, 4, {"share": {"value": "0"}}, "none met"),
        f("empty", "empty", 0, 0, {"share": undef() | {"lower": None, "upper": None}, "met": {"value": "0"}}, "0/0 is undefined", ruling="B55"),
        f("negative", "bad_input", -1, 4, origin="a count is not negative", error={"code": "negative", "field": "met"}),
        formula(f"{p}-formula-missing", k, v, "bad_input", {"met": 1}, origin="an input is absent", error={"code": "missing_input", "field": "breached"}),
        formula(f"{p}-formula-unknown", k, v, "bad_input", {"met": 1, "breached": 1, "total": 2}, origin="an input too many",
                error={"code": "unknown_input", "field": "total"}),
        f("peer", "typical", 61, 112),
        m("b21", "ruling", b21, [row("share", "66.666666667", sample=3, left_out={"active": 1} if per else {}, numerator="2", denominator="3"), row("met", "2"),
                                 row("breached", "1"), *both],
          "2 met, 1 breached, 1 open and not due: 2/3", ruling="B21"),
        m("b21-several", "ruling", several, [
            row("share", "71.428571429" if per else "50", sample=7 if per else 4, left_out={"active": 3, "not_applicable": 2} if per else {"not_applicable": 2}),
            row("met", "5" if per else "2"), row("breached", "2"), *([] if per else [row("active", "2")])],
          "5 of 7 targets; c, d and g have one that is not decided" if per else
          "b and e met all, a and g breached one, c and d are not decided; of f nothing was promised", ruling="B21"),
        m("b21-unstated", "ruling", unstated, [
            row("share", "33.333333333", sample=3, left_out={"active": 2, "not_applicable": 1, "unknown": 1} if per else {"not_applicable": 1, "unknown": 1}),
            row("met", "1"), row("breached", "2"), *([] if per else [row("active", "2")])],
          "without a state the instants decide: 1 met at its due instant, 2 late, 3 open and past due at the end of the window, 4 not due, 5 has no "
          "due instant", ruling="B21", window={"from": "2026-01-01", "to": "2026-01-10"}),
        m("as-of", "boundary", [
            aim("1", "met", d(5, "10:00"), d(5, "09:30")), aim("2", "met", d(5, "12:00"), d(5, "10:30")), aim("3", "met", d(5, "10:00:01"), d(5, "10:00:00.5")),
            aim("4", "breached", d(5, "09:59"), d(5, "11:00")), aim("5", "breached", d(5, "10:00"), d(5, "11:00")), aim("6", "breached", d(5, "09:30"), d(5, "09:40")),
            aim("7", "met", d(5, "12:00"), d(5, "11:00"), d(5, "10:01")), aim("8", "not_applicable"), aim("9", "paused")],
          [row("share", "33.333333333", sample=3, left_out={"active": 4, "not_applicable": 1} if per else {"not_applicable": 1}), row("met", "1"),
           row("breached", "2"), *([] if per else [row("active", "4")])],
          "at 10:00: 1 is met, 4 and 6 are past due; 2, 3, 5 (due at 10:00 sharp) and 9 are open; 7 has not begun", as_of=d(5, "10:00")),
        m("months", "boundary", [aim("1", "met", start=d(31, "23:59:59")), aim("2", "breached", start=feb(1)), aim("1", "breached", start=feb(2))],
          [row("share", "100", IN_JANUARY, sample=1), row("share", "0", IN_FEBRUARY, sample=2), row("share", "33.333333333" if per else "0", sample=3 if per else 2)],
          "by the start of the clock; ticket 1 has a target in each month", window=TO_MARCH, bucket="month"),
        m("policies", "typical", [aim("1", "met"), aim("2", "breached"), aim("3", "met", policy="silver"), aim("4", "not_applicable", policy=None)],
          [row("share", "50", group={"policy": "gold"}), row("share", "100", group={"policy": "silver"}),
           row("share", None, group={"policy": None}, left_out={"not_applicable": 1}), row("share", "66.666666667", group={"policy": ALL})],
          "per policy", by=["policy"]),
        m("metrics", "typical", several, by=["metric"]),
        m("empty", "empty", [], [row("share", None, sample=0), row("met", "0"), row("breached", "0")], "no records", ruling="B55"),
        m("null", "null", [aim("1", "met", None, None), aim("2", "breached", None, None)], [row("share", "50", sample=2)], "a state needs no instants"),
        m("only-active", "null", [aim("1", "running"), aim("2", "paused")], [row("share", None, left_out={"active": 2} if per else {}), row("met", "0")],
          "nothing is decided"),
        m("as-of-required", "bad_input", [aim("1", None, d(6))], origin="not met, and nobody says until when", error={"code": "as_of_required"}),
        m("unknown-state", "bad_input", [aim("1", "late")], origin="no such state", error={
            "code": "unknown_word", "record": "sla_target", "index": 0, "field": "state"}),
        m("unknown-metric", "bad_input", [aim("1", "met"), aim("1", "met", metric="second_response")], origin="no such metric", error={
            "code": "unknown_word", "record": "sla_target", "index": 1, "field": "metric"}),
        *required(p, k, v, "sla_target", aim("1", "met"), "ticket"),
    ]
    r = random.Random(13)
    SLA.append(m("peer", "typical", [aim(f"t{r.randint(0, 24)}", r.choice(["met", "met", "met", "breached", "running", "paused", "not_applicable"]),
                                          start=d(r.randint(1, 28), month=r.randint(1, 3)), channel=r.choice(["email", "chat", None]),
                                          metric=r.choice(["first_response", "next_response", "resolution"])) for _ in range(60)],
                 window=QUARTER, bucket="month", by=["channel"]))

# transfer_time ---------------------------------------------------------------------------------------


def hold(ticket, agent, start, end=None, after=None, **more):
    return {"ticket": ticket, "agent": agent, "from": start, "to": end, "next_from": after, **more}


B26 = [hold("1", "a", d(5, "10:00"), d(5, "10:30"), d(5, "12:00")), hold("1", "b", d(5, "12:00"), d(5, "12:10"), d(5, "12:10")),
       hold("1", "c", d(5, "12:10"))]
TRANSFER_TIME = []
for v in ("holding", "until_taken"):
    k, p, own = "transfer_time", f"transfer-{v}", v == "holding"

    def m(what, case, holds, rows=None, origin=None, **more):
        return measure(f"{p}-{what}", k, v, case, {"holding": holds}, rows, origin, **more)

    def passed(id, start, end=None, **more):
        return hold(id, "a", start, end, end, **more)

    TRANSFER_TIME += duration_formulas(p, k, v) + [
        m("b26", "ruling", B26, [row("mean", "1200" if own else "3900", sample=2, left_out={"not_passed_on": 1})],
          "(30 + 10)/2 minutes" if own else "(120 + 10)/2 minutes", ruling="B26"),
        m("agents", "typical", B26 + [hold("2", "a", d(5, "10:00"), d(5, "10:10"), d(5, "10:10"))], [
            row("mean", "1200" if own else "3900", group={"agent": "a"}, sample=2), row("mean", "600", group={"agent": "b"}),
            row("mean", None, group={"agent": "c"}, left_out={"not_passed_on": 1})], "a: 30 and 10 minutes" if own else "a: 120 and 10 minutes",
          by=["agent"]),
        m("null", "null", [hold("1", "a", d(5), d(6)), hold("2", "a", d(5), None, d(5, "00:10"))], [
            row("mean", None if own else "600", sample=0 if own else 1, left_out={"not_passed_on": 1, "unknown": 1} if own else {"not_passed_on": 1})],
          "given up but not passed on; passed on, and its end not known"),
        m("empty", "empty", [], [*none(DURATIONS, sample=0), row("count", "0")], "no records", ruling="B55"),
        m("zero", "boundary", [hold("1", "a", d(5), d(5), d(5))], [row("mean", "0", sample=1)], "passed on at once"),
        m("months", "boundary", [hold("1", "a", d(31, "23:00"), feb(1), feb(1)), hold("1", "b", feb(1), feb(1, "02:00"), feb(1, "02:00"))],
          [row("mean", "3600", IN_JANUARY, sample=1), row("mean", "7200", IN_FEBRUARY, sample=1), row("mean", "5400")], "by the start of the holding",
          window=TO_MARCH, bucket="month"),
        m("as-of", "boundary", B26, [row("mean", "1800" if own else "7200", sample=1, left_out={"not_passed_on": 1})],
          "at 12:00 b has it: a passed it on, b has not", as_of=d(5, "12:00")),
        m("as-of-before", "boundary", B26, [row("mean", None, sample=0, left_out={"not_passed_on": 1})], "at 11:59 nobody has taken it", as_of=d(5, "11:59")),
        m("records-ends-first", "bad_input", [hold("1", "a", d(5), d(6)), hold("1", "b", d(5, "09:00"), d(5, "08:00"))], origin="the end is before the start",
          error={"code": "wrong_order", "record": "holding", "index": 1, "field": "to"}),
        m("records-taken-first", "bad_input", [hold("1", "b", d(5, "09:00"), d(5, "10:00"), d(5, "09:59"))], origin="taken over before it was given up",
          error={"code": "wrong_order", "record": "holding", "index": 0, "field": "next_from"}),
        *required(p, k, v, "holding", B26[0], "ticket", "agent", "from"),
        *clocked(p, k, v, "holding", passed),
        *in_quarter(p, k, v, "holding", random_times(22, passed)),
    ]

k, v, p = "transfer_time", "transfer_rate", "transfer-rate"


def handled(id, changes, **more):
    return ticket(id, d(5), d(5), agent_changes=changes, distinct_agents=1 + (changes or 0), **more)


def rate(what, case, records, rows=None, origin=None, **more):
    return measure(f"{p}-{what}", k, v, case, records, rows, origin, **more)


TRANSFER_RATE = share_formulas(p, k, v, "transferred", "handled", "rate") + [
    rate("b26", "ruling", {"ticket": [handled("1", 2)]}, [row("rate", "100", sample=1, left_out={}), row("transferred", "1"), row("handled", "1")],
         "one ticket, passed on twice: 100 %, not 200 %", ruling="B26"),
    rate("typical", "typical", {"ticket": [
        handled("1", 2), handled("2", 0), handled("3", 1), ticket("4", d(5), agent_changes=0, distinct_agents=0), handled("6", 1, status="merged"),
        handled("7", 1, contact="c1")],
        "contact": [call("c1", d(5), d(5), transfers=1), call("c2", d(5), d(5), transfers=0), call("c3", d(5), d(5)), call("c4", d(5), ended_at=d(5)),
                    call("c5", d(5), d(5), transfers=1, direction="outbound")]},
         [row("rate", "60", sample=5, left_out={"abandoned": 1, "merged": 1, "no_agent": 1, "outbound": 1, "through_contact": 1, "unknown": 1}),
          row("transferred", "3"), row("handled", "5")], "1, 3 and c1 of 1, 2, 3, c1 and c2"),
    rate("empty", "empty", {"ticket": [], "contact": []}, [row("rate", None, sample=0), row("handled", "0")], "no records", ruling="B55"),
    rate("null", "null", {"ticket": [ticket("1", d(5), assignee="ann")]}, [row("rate", None, left_out={"unknown": 1})], "its changes are not known"),
    rate("months", "boundary", {"ticket": [handled("1", 1), ticket("2", feb(1), agent_changes=0, distinct_agents=1)]}, [
        row("rate", "100", IN_JANUARY, sample=1), row("rate", "0", IN_FEBRUARY, sample=1), row("rate", "50")], "by creation", window=TO_MARCH, bucket="month"),
    rate("channels", "typical", {"ticket": [handled("1", 1), handled("2", 0, channel="web")], "contact": [call("c", d(5), d(5), transfers=2)]}, [
        row("rate", "100", group={"channel": "email"}), row("rate", "0", group={"channel": "web"}), row("rate", "100", group={"channel": "phone"}),
        row("rate", "66.666666667", group={"channel": ALL})], "by channel", by=["channel"]),
    *faults(p, k, v, counts=True),
]

# time_in_status -----------------------------------------------------------------------------------------------------


def spell(id, status, start, end=None, previous=None, **more):
    return {"ticket": id, "status": status, "from": start, "to": end, "previous": previous, **more}


B16 = [spell("1", "new", d(5, "10:00"), d(5, "11:00")), spell("1", "open", d(5, "11:00"), d(5, "11:00"), "new"),
       spell("1", "pending", d(5, "11:00"), d(5, "13:00"), "open"), spell("1", "open", d(5, "13:00"), d(5, "14:00"), "pending"),
       spell("1", "resolved", d(5, "14:00"), None, "open")]
k, v, p = "time_in_status", "standard", "status"


def state(what, case, spans, rows=None, origin=None, **more):
    return measure(f"{p}-{what}", k, v, case, {"status_span": spans}, rows, origin, **more)


def times_of(list_, all_time=None):
    return {"durations": list_, "all_time": sum(list_) if all_time is None else all_time}


def one_status(id, start, end=None, **more):
    return spell(id, "open", start, end, **more)


TIME_IN_STATUS = [
    formula(f"{p}-formula-typical", k, v, "typical", times_of([60, 120, 180, 600], 3840), {
        "mean": {"value": "240", "sample": 4}, "median": {"value": "150"}, "p90": {"value": "474"}, "count": {"value": "4"},
        "total": {"value": "960", "unit": "seconds"}, "share": {"value": "25", "unit": "percent"}}, "960 of 3840 seconds"),
    formula(f"{p}-formula-third", k, v, "ruling", times_of([1], 3), {"share": {"value": "33.333333333"}}, "one division", ruling="B33"),
    formula(f"{p}-formula-empty", k, v, "empty", times_of([]), {
        "mean": undef(), "count": {"value": "0"}, "total": {"value": "0"}, "share": undef()}, "no time: no share", ruling="B55"),
    formula(f"{p}-formula-bands", k, v, "boundary", times_of([10, 20, 30]), {"band_0_20": {"value": "66.666666667"}, "band_20_up": {"value": "33.333333333"}},
            "10, 20 and 30", parameters={"bands": [20]}),
    formula(f"{p}-formula-more-than-all", k, v, "bad_input", times_of([2, 2], 3), origin="more than the time of all groups",
            error={"code": "bad_input", "field": "all_time"}),
    formula(f"{p}-formula-negative", k, v, "bad_input", times_of([-1], 3), origin="a duration is not negative", error={"code": "negative", "field": "durations"}),
    formula(f"{p}-formula-missing", k, v, "bad_input", {"durations": [1]}, origin="an input is absent", error={"code": "missing_input", "field": "all_time"}),
    state("b16", "typical", B16, [
        row("mean", "7200", group={"status": "pending"}, sample=1), row("total", "7200", group={"status": "pending"}), row("share", "50", group={"status": "pending"}),
        row("mean", "1800", group={"status": "open"}, sample=2), row("share", "25", group={"status": "open"}), row("share", "25", group={"status": "new"}),
        row("mean", None, group={"status": "resolved"}, left_out={"open": 1}), row("total", "0", group={"status": "resolved"}),
        row("share", "0", group={"status": "resolved"}), row("total", "14400", group={"status": ALL}), row("share", "100", group={"status": ALL})],
        "1 h new, 0 and 1 h open, 2 h pending; an entry of no length is an entry; resolved still lasts", ruling="B16"),
    state("total", "typical", B16, [row("mean", "3600", sample=4, left_out={"open": 1}), row("total", "14400"), row("share", "100"), row("count", "4")],
          "without groups", by=[]),
    state("empty", "empty", [], [*none(DURATIONS, sample=0), row("count", "0"), row("total", "0"), row("share", None)], "no records", ruling="B55", by=[]),
    state("null", "null", [spell("1", "new", d(5)), spell("2", "new", d(5), d(5, "00:01"))], [row("mean", "60", sample=1, left_out={"open": 1})],
          "still in it: left out", by=[]),
    state("months", "boundary", [spell("1", "new", d(31, "23:00"), feb(1, "01:00")), spell("1", "open", feb(1, "01:00"), feb(1, "03:00"), "new"),
                                 spell("1", "pending", feb(1, "03:00"), feb(1, "05:00"), "open")], [
        row("total", "7200", IN_JANUARY, group={"status": "new"}), row("share", "100", IN_JANUARY, group={"status": "new"}),
        row("share", "50", IN_FEBRUARY, group={"status": "open"}), row("share", "33.333333333", group={"status": "new"})],
        "a span counts where it begins; the share is of its bucket", window=TO_MARCH, bucket="month"),
    state("as-of", "boundary", B16, [row("mean", "1800", group={"status": ALL}, sample=2, left_out={"open": 1}), row("total", "3600", group={"status": ALL})],
          "at 12:00 it is pending: new 1 h, open 0", as_of=d(5, "12:00")),
    state("teams", "typical", [spell("1", "new", d(5), d(5, "01:00"), team="a"), spell("2", "new", d(5), d(5, "03:00"), team="b")], [
        row("share", "25", group={"team": "a"}), row("share", "75", group={"team": "b"}), row("total", "14400", group={"team": ALL})], "by team", by=["team"]),
    state("records-ends-first", "bad_input", [spell("1", "new", d(5), d(6)), spell("1", "open", d(5, "09:00"), d(5, "08:00"))], origin="the end is before the start",
          error={"code": "wrong_order", "record": "status_span", "index": 1, "field": "to"}),
    state("records-unknown-status", "bad_input", [spell("1", "asleep", d(5), d(6))], origin="no such status",
          error={"code": "unknown_word", "record": "status_span", "index": 0, "field": "status"}),
    state("bad-bands", "bad_input", B16, origin="bands rise", parameters={"bands": [2, 1]}, error={"code": "bad_parameter", "field": "bands"}),
    *required(p, k, v, "status_span", B16[0], "ticket", "status", "from"),
    *[{**c, "request": {"by": [], **c["request"]}} for c in clocked(p, k, v, "status_span", one_status)],
    *in_quarter(p, k, v, "status_span", random_times(23, one_status)),
]

FILES = {
    "average_response_time": ("Average response time: conformance cases", AVERAGE),
    "wait_time": ("Wait time: conformance cases", WAIT_TIME),
    "overdue_response_rate": ("Overdue response rate: conformance cases", OVERDUE),
    "sla_attainment": ("SLA attainment: conformance cases", SLA),
    "transfer_time": ("Transfer time: conformance cases", TRANSFER_TIME + TRANSFER_RATE),
    "time_in_status": ("Time in status: conformance cases", TIME_IN_STATUS),
}
