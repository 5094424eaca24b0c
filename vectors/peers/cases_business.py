"""The cases of business time and of days after a resolution, for `oracle.py`: what was a KPI before it had a clock.

A case with `expect` was worked by hand (its origin says how) and is confirmed by the peer; one without is computed
by the peer. All instants are of January 2026 unless they say otherwise; 5 January is a Monday.
"""

from cases import BERLIN, JANUARY, QUARTER, call, d, measure, none, row, ticket
from cases_contacts import MIXED as CALLS
from cases_resolution import IN_JANUARY, TO_MARCH, feb, heard, random_tickets, solved, trimmed
from cases_waiting import OFFICE_HOURS, TEAMS, clocked

DAY = 86400
BUSINESS = {"calendar": OFFICE_HOURS, "clock": "business"}

# Durations ----------------------------------------------------------------------------------------------------------


def replied(id, start, end, **more):
    return ticket(id, start, end, **more)


def resolved(id, start, end, **more):
    return ticket(id, start, resolved_at=end, first_resolved_at=end, **more)


def answered(id, start, end, **more):
    return call(id, start, end, **more)


def gave_up(id, start, end, **more):
    return call(id, start, ended_at=end, **more)


MANY = [{**t, "team": ("day", "round_the_clock", "other")[i % 3]} for i, t in enumerate(random_tickets(61, 50))]
CLOCKS = []
for v in ("from_handover", "from_created"):
    k, p = "first_response_time", f"frt-{v}"
    CLOCKS += clocked(p, k, v, "ticket", replied) + [
        measure(f"{p}-clock-contacts", k, v, "typical", {
            "ticket": [replied("t", d(9, "16:30"), d(12, "09:30"))], "contact": [answered("c", d(5, "16:59:30"), d(5, "17:01"))]},
            [row("mean", "1815", sample=2)], "(3600 + 30)/2: after 17:00 no time passes", ruling="B13", **BUSINESS),
        measure(f"{p}-clock-handover", k, v, "ruling", {"ticket": [ticket("t", d(9, "16:00"), d(12, "09:30"), handover_at=d(9, "16:30"))]},
                [row("mean", "3600" if v == "from_handover" else "5400")], "from the handover, or the creation", ruling="B22", **BUSINESS),
        measure(f"{p}-clock-unanswered", k, v, "null", {"ticket": [ticket("t", d(9, "16:00"), team="other")]}, [
            row("mean", None, left_out={"unanswered": 1})], "unanswered goes before no schedule", calendar=TEAMS, clock="business"),
        measure(f"{p}-clock-months", k, v, "typical", {"ticket": MANY}, window=QUARTER, bucket="month", by=["team"], zone=BERLIN, calendar=TEAMS,
                clock="business", drop=("left_out",)),
    ]
for v in ("last", "first"):
    k, p = "resolution_time", f"restime-{v}"
    CLOCKS += clocked(p, k, v, "ticket", resolved) + [
        measure(f"{p}-clock-reopened", k, v, "typical", {"ticket": [
            ticket("t", d(9, "16:00"), first_resolved_at=d(9, "17:30"), resolved_at=d(12, "10:00"), reopens=1)]},
            [row("mean", "7200" if v == "last" else "3600")], "an hour on Friday, and an hour on Monday", **BUSINESS),
        measure(f"{p}-clock-open", k, v, "null", {"ticket": [ticket("t", d(9, "16:00"), team="other"), resolved("r", d(9, "16:00"), d(9, "16:30"), team="day")]}, [
            row("mean", "1800", sample=1, left_out={"open": 1})], "an open ticket is open, whatever its schedule", calendar=TEAMS, clock="business"),
        measure(f"{p}-clock-months", k, v, "typical", {"ticket": [{**t, "team": "day"} for t in trimmed(MANY, "first_resolved_at", "resolved_at", "closed_at", "canceled_at")]},
                window=QUARTER, bucket="month", by=["channel"], zone=BERLIN, calendar=TEAMS, clock="business"),
    ]
for v in ("from_queue", "from_start"):
    k, p = "answer_time", f"at-{v}"
    CLOCKS += clocked(p, k, v, "contact", answered) + [
        measure(f"{p}-clock-b9", k, v, "ruling", {"contact": [call("1", d(5, "09:00:20"), d(5, "09:00:50"), started_at=d(5, "08:59:50"))]},
                [row("mean", "30" if v == "from_queue" else "50")], "it opens at 09:00: 30 s from the queue, 50 from the opening", ruling="B9", **BUSINESS),
        measure(f"{p}-clock-months", k, v, "typical", {"contact": CALLS}, window=TO_MARCH, bucket="month", by=["channel"], **BUSINESS),
    ]
for v in ("standard", "longest_wait"):
    k, p = "time_to_abandon", f"tta-{v}"
    CLOCKS += clocked(p, k, v, "contact", gave_up, "mean" if v == "standard" else "max") + [
        measure(f"{p}-clock-months", k, v, "typical", {"contact": CALLS}, window=TO_MARCH, bucket="month", by=["channel"], **BUSINESS),
    ]
CLOCKS.append(measure("tta-standard-clock-short", "time_to_abandon", "standard", "boundary", {"contact": [gave_up("1", d(5, "16:59:58"), d(5, "17:00:10"))]},
                      [row("mean", "2", sample=1)], "12 seconds are no short abandon, though 2 of them were open ones", ruling="B8", **BUSINESS))

# first_response_within_target ---------------------------------------------------------------------------------------

K = "first_response_within_target"
HOUR = {"targets": {"email": 3600, "phone": 60}}


def within(what, case, records, rows=None, origin=None, parameters=None, **more):
    return measure(f"frwt-clock-{what}", K, "standard", case, records if isinstance(records, dict) else {"ticket": records}, rows, origin,
                   parameters={**HOUR, **(parameters or {})}, **{**BUSINESS, **more})


WITHIN = [
    within("typical", "ruling", [replied("1", d(9, "16:30"), d(12, "09:30")), replied("2", d(9, "16:30"), "2026-01-12T09:30:00.000001Z")], [
        row("share", "50", sample=2), row("met", "1"), row("missed", "1")], "exactly an open hour, and 1 µs more", ruling="B14"),
    within("calendar", "ruling", [replied("1", d(9, "16:30"), d(12, "09:30"))], [row("share", "0", sample=1)], "65 hours in calendar time", ruling="B14", clock="calendar"),
    within("override", "ruling", [replied("1", d(9, "16:30"), d(12, "09:30"))], [row("share", "0", sample=1)], "the KPI's own word goes before the request's", ruling="B23",
           parameters={"clock": "calendar"}),
    within("after-closing", "boundary", [replied("1", d(5, "16:00"), d(5, "20:00"))], [row("share", "100", sample=1)],
           "the hour ends at closing time, and no open time passes until 20:00"),
    within("unanswered", "boundary", [ticket("1", d(9, "16:30")), ticket("2", d(9, "16:30:00.000001")), ticket("3", d(9, "16:29:59.999999"))], [
        row("share", "0", sample=1, left_out={"not_due": 2}), row("missed", "1")], "at Monday 09:30 3 is past its hour, 1 is at it, and 2 is not", as_of=d(12, "09:30")),
    within("ended", "boundary", [ticket("1", d(9, "16:30"), resolved_at=d(12, "09:30")), ticket("2", d(9, "16:30"), resolved_at=d(12, "09:31"))], [
        row("share", "0", sample=1, left_out={"not_due": 1})], "resolved without a reply, within the hour and after it"),
    within("teams", "typical", [replied(t, d(9, "16:30"), d(12, "09:30"), team=t) for t in ("day", "round_the_clock", "other")], [
        row("share", "50", sample=2, left_out={"no_schedule": 1})], "met by day, missed round the clock, and no schedule", calendar=TEAMS),
    within("no-target", "null", [replied("1", d(9, "16:30"), d(12, "09:30"), channel="web", team="other")], [row("share", None, left_out={"no_target": 1})],
           "no target goes before no schedule", calendar=TEAMS),
    within("contacts", "typical", {"contact": [answered("1", d(5, "08:58"), d(5, "09:01")), answered("2", d(5, "09:00"), d(5, "09:01:00.5")), gave_up(
        "3", d(5, "09:00"), d(5, "09:02")), gave_up("4", d(5, "16:59:30"), d(5, "17:02"))]}, [row("share", "33.333333333", sample=3, left_out={"not_due": 1})],
        "1 waited a minute from the opening; 2 and 3 more; 4 half a minute before closing"),
    within("summer-time", "boundary", [replied("1", d(27, "15:30", month=3), d(30, "07:30", month=3)), replied("2", d(27, "15:30", month=3), d(30, "07:31", month=3))], [
        row("share", "50", sample=2)], "16:30 to 17:00 (+1) and 09:00 to 09:30 (+2)", zone=BERLIN),
    within("empty", "empty", [], [row("share", None, sample=0), row("met", "0")], "no records", ruling="B55"),
    within("bad", "bad_input", [replied("1", d(5), d(6))], origin="no such clock", parameters={"clock": "wall"}, error={"code": "bad_parameter", "field": "clock"}),
    measure("frwt-clock-no-calendar", K, "standard", "bad_input", {"ticket": [replied("1", d(5), d(6))]}, origin="business time needs a calendar", clock="business",
            error={"code": "calendar_required"}),
    within("months", "typical", MANY, parameters={"targets": {"email": 14400, "web": 3600, "chat": 300}}, window=QUARTER, bucket="month", by=["team"], zone=BERLIN,
           calendar=TEAMS, drop=("left_out",)),
]

# first_contact_resolution_rate: business_hours_only ------------------------------------------------------------------

FCR = []
for v in ("of_cases", "of_resolved"):
    k, p = "first_contact_resolution_rate", f"fcr-{v}"

    def m(what, case, records, rows=None, origin=None, only="yes", parameters=None, **more):
        return measure(f"{p}-hours-{what}", k, v, case, records if isinstance(records, dict) else {"ticket": records}, rows, origin,
                       parameters={"business_hours_only": only, **(parameters or {})}, **{"window": JANUARY, "calendar": OFFICE_HOURS, **more})

    four = [solved(1, d(5, "09:00")), solved(2, d(5, "16:59:59.999999"), agent_replies=2), solved(3, d(5, "17:00")), solved(4, d(5, "08:59:59.999999")),
            solved(5, d(10, "12:00"))]
    FCR += [
        m("b2", "ruling", four, [row("share", "50", sample=2, left_out={"outside_hours": 3})], "created at the opening and just before the closing; 3 to 5 outside", ruling="B2"),
        m("no", "ruling", four, [row("share", "80", sample=5, left_out={})], "not asked", only="no", ruling="B2"),
        m("created-inside-answered-outside", "boundary", [solved(1, d(5, "16:59"), d(5, "18:00"), d(5, "19:00"))], [row("share", "100", sample=1, left_out={})],
          "the creation counts", ruling="B2"),
        m("contacts", "typical", {"contact": [heard(1, d(5, "16:59"), d(5, "17:01")), heard(2, d(5, "17:00")), heard(3, d(5, "09:00"), d(5, "09:05"), started_at=d(5, "08:55"))]},
          [row("share", "100", sample=2, left_out={"outside_hours": 1})], "by the queue"),
        m("menu", "boundary", {"contact": [heard(1, None, d(5, "09:05"), started_at=d(5, "08:55"))]}, [row("share", None, left_out={"outside_hours": 1})],
          "without a queue by the start"),
        m("teams", "typical", [solved(1, d(10), team="day"), solved(2, d(10), team="round_the_clock"), solved(3, d(10), team="other"), solved(4, d(6, "10:00"), team="day")], [
            row("share", "100", sample=2, left_out={"no_schedule": 1, "outside_hours": 1})], "by the schedule of the team", calendar=TEAMS),
        m("summer-time", "boundary", [solved(1, d(27, "08:00", month=3)), solved(2, d(30, "07:00", month=3)), solved(3, d(27, "07:00", month=3))], [
            row("share", "100", sample=2, left_out={"outside_hours": 1})], "09:00 in Berlin, before and after the change; 3 at 08:00", zone=BERLIN,
          window={"from": "2026-03-01", "to": "2026-05-01"}),
        m("left-out-first", "null", [solved(1, d(10), account=None), solved(2, d(10), status="merged"), solved(3, d(10))], [
            row("share", None, left_out={"merged": 1, "no_account": 1, "outside_hours": 1})], "the hours are asked last"),
        m("empty", "empty", [], [row("share", None, sample=0)], "no records", ruling="B55"),
        measure(f"{p}-hours-no-calendar", k, v, "bad_input", {"ticket": four}, origin="hours need a calendar", parameters={"business_hours_only": "yes"}, window=JANUARY,
                error={"code": "calendar_required"}),
        m("bad", "bad_input", four, origin="yes or no", only="maybe", error={"code": "bad_parameter", "field": "business_hours_only"}),
    ]

# reopen_rate: within ------------------------------------------------------------------------------------------------

REOPEN = []
for v in ("by_customer", "any_actor"):
    k, p, own = "reopen_rate", f"reopen-{v}", v == "by_customer"

    def again(id, first, at=None, by_customer=True, **more):
        """A ticket that was resolved, and reopened at an instant."""
        out = {"first_resolved_at": first, "reopens": int(at is not None), "reopens_by_customer": int(at is not None and by_customer), **more}
        if at is not None:
            out["first_reopened_at"] = at
            if by_customer:
                out["first_reopened_by_customer_at"] = at
        return ticket(id, d(1), d(1), **out)

    def m(what, case, tickets, rows=None, origin=None, within=7 * DAY, **more):
        return measure(f"{p}-within-{what}", k, v, case, {"ticket": tickets}, rows, origin, parameters={"within": within}, **{"window": JANUARY, **more})

    def rate(value, reopened, n, left=None, **keys):
        return [row("rate", value, sample=n, left_out=left or {}, **keys), row("reopened", str(reopened), **keys), row("tickets", str(n), **keys)]

    REOPEN += [
        m("typical", "typical", [again("1", d(5), d(7)), again("2", d(5), d(20)), again("3", d(5)), again("4", d(5), d(8), False)],
          rate("25", 1, 4) if own else rate("50", 2, 4), "1 within 7 days, 2 after 15, 4 by an agent"),
        m("b18", "ruling", [again("1", d(30), feb(2)), again("2", feb(10))], [
            *rate("100", 1, 1, {"open": 1}, bucket=IN_JANUARY), *rate("0", 0, 1, bucket="2026-02"), *rate("50", 1, 2)], "the cohort of 30 January", ruling="B18",
          window=TO_MARCH, bucket="month"),
        m("exactly", "boundary", [again("1", d(5), d(12)), again("2", d(5), "2026-01-12T00:00:00.000001Z")], rate("50", 1, 2), "within means at most"),
        m("window-open", "boundary", [again("1", d(25), d(26)), again("2", "2026-01-25T00:00:00.000001Z", d(26))], rate("100", 1, 1, {"window_open": 1}),
          "2's seven days are not over at the end of the window, although it was reopened"),
        m("unknown", "null", [again("1", d(5), reopens=2, reopens_by_customer=2), again("2", d(5))], rate("0", 0, 1, {"unknown": 1}), "reopened, and nobody knows when"),
        m("unnamed", "ruling", [again("1", d(5), d(6), False, reopens_by_customer=None), again("2", d(5))], rate("50", 1, 2),
          "the log does not name who reopened it: by anyone", ruling="B18"),
        m("named-later", "boundary", [again("1", d(5), d(6), False, reopens=2, reopens_by_customer=1, first_reopened_by_customer_at=d(20)), again("2", d(5))],
          rate("0", 0, 2) if own else rate("50", 1, 2), "by an agent on the 6th, by the customer on the 20th"),
        m("no-limit", "boundary", [again("1", d(5), d(7)), again("2", d(5), d(20))], rate("100", 2, 2), "0 is no limit", within=0),
        m("empty", "empty", [], [row("rate", None, sample=0), row("reopened", "0")], "no records", ruling="B55"),
        m("null", "null", [again("1", d(5), reopens=None, reopens_by_customer=None)], rate("0", 0, 1), "no instant and no count: not reopened"),
        m("left-out", "typical", [again("1", d(5), d(6)), again("2", d(5), d(6), status="merged"), ticket("3", d(5), reopens=0)], rate("100", 1, 1, {"merged": 1, "open": 1}),
          "merged and open"),
        m("as-of", "boundary", [again("1", d(5), d(7)), again("2", d(5), d(11)), again("3", d(10), d(11))], rate("50", 1, 2, {"window_open": 1}),
          "as of the 10th, with 5 days: 2 comes later, and 3's days are not over", within=5 * DAY, as_of=d(10)),
        m("as-of-counts", "bad_input", [again("1", d(5), reopens=1, reopens_by_customer=1)], origin="a count without its instant cannot be asked as of a day", as_of=d(20),
          error={"code": "as_of_counts"}),
        measure(f"{p}-within-as-of-required", k, v, "bad_input", {"ticket": [again("1", d(5))]}, origin="nobody says until when", parameters={"within": DAY},
                error={"code": "as_of_required"}),
        m("bad", "bad_input", [again("1", d(5))], origin="not a duration", within=-1, error={"code": "bad_parameter", "field": "within"}),
    ]

FILES = {
    "business_time": ("Business time: conformance cases of KPIs with a clock", CLOCKS + WITHIN + FCR),
    "reopen_rate_within": ("Reopen rate within days: conformance cases", REOPEN),
}
