"""The cases of workload and staffing, for `oracle.py`.

A case with `expect` was worked by hand (its origin says how) and is confirmed by the peer; one without is computed
by the peer. All instants are of January 2026 unless they say otherwise; 5 January is a Monday.
"""

import random
from datetime import datetime, timedelta

import mpmath

from cases import ALL, BERLIN, JANUARY, QUARTER, SAO_PAULO, call, d, formula, measure, none, row, ticket, undef
from cases_resolution import IN_FEBRUARY, IN_JANUARY, IN_MARCH, TO_MARCH, faults, feb

OUT = {"lower": None, "upper": None}
MONDAY = {"from": "2026-01-05", "to": "2026-01-06"}
HOURS = 3600


def fact(agent, start, end, state="available", **more):
    return {"agent": agent, "from": start, "to": end, "state": state, **more}


def plan(agent, start, end, state="available", **more):
    return fact(agent, start, end, state, scheduled=True, **more)


def work(id, agent, answered, ended, **more):
    """A contact from its answer to its end, with nothing after it."""
    return call(id, answered, answered, agent=agent, ended_at=ended, **more)


def leg(contact, agent, start, end, **more):
    return {"contact": contact, "agent": agent, "from": start, "to": end, **more}


def t(time, day=5):
    return d(day, time)


def day_of(facts, contacts=None, legs=None):
    return {"agent_time": facts} | ({} if contacts is None else {"contact": contacts}) | ({} if legs is None else {"leg": legs})


CHANCES = random.Random(29)


def clock(minutes):
    """An instant, in minutes after 5 January."""
    return (datetime(2026, 1, 5) + timedelta(minutes=minutes)).strftime("%Y-%m-%dT%H:%M:%SZ")


def random_floor():
    """Three days of five agents with shifts, breaks, plans, calls and parallel chats."""
    facts, contacts, legs = [], [], []
    for agent in ("ada", "ben", "cem", "dot", "eve"):
        team = {"ada": "day", "ben": "day", "cem": "night", "dot": "night"}.get(agent)
        for day in range(3):
            start = day * 1440 + CHANCES.randint(6, 20) * 60
            end = start + CHANCES.randint(5, 9) * 60
            whose = {} if team is None else {"team": team}
            facts.append(fact(agent, clock(start), clock(end), **whose))
            facts.append(plan(agent, clock(start - CHANCES.choice((0, 15))), clock(end), **whose))
            for _ in range(CHANCES.randint(0, 3)):
                at = CHANCES.randint(start, end - 40)
                facts.append(fact(agent, clock(at), clock(at + CHANCES.randint(5, 40)), CHANCES.choice(("break", "training", "meeting", "off")),
                                  paid=CHANCES.choice((True, False, None)), **whose))
            for _ in range(12):
                at = CHANCES.randint(start - 20, end - 5)
                n = f"{agent}{len(contacts)}"
                contacts.append(work(n, agent, clock(at), clock(at + CHANCES.randint(2, 45)), wrap_up=CHANCES.choice((None, 30, 90)),
                                     talk=CHANCES.choice((None, 60, 600)), channel=CHANCES.choice(("phone", "chat")), **whose))
                if CHANCES.random() < 0.2:
                    legs += [leg(n, agent, clock(at), clock(at + 5), wrap_up=CHANCES.choice((None, 45)), **whose),
                             leg(n, "eve", clock(at + 5), clock(at + 25), **({} if team is None else {"team": team}))]
    return {"agent_time": facts, "contact": contacts, "leg": legs}


FLOOR = random_floor()
THREE_DAYS = {"from": "2026-01-05", "to": "2026-01-08"}


def time_formulas(p, k, v, part, whole, why, share=True):
    """Of a total of time by another."""
    def f(what, case, a, b, figures=None, origin=None, **rest):
        return formula(f"{p}-formula-{what}", k, v, case, {part: a, whole: b}, figures, origin, **rest)

    out = [
        f("typical", "typical", 21600, 25200, {"rate": {"value": "85.714285714", "unit": "percent", "numerator": "21600", "denominator": "25200", **OUT},
                                               part: {"value": "21600", "unit": "seconds"}, whole: {"value": "25200", "unit": "seconds"}}, "6 of 7 hours"),
        f("third", "ruling", 1, 3, {"rate": {"value": "33.333333333"}}, "one division, 100 × 1/3", ruling="B33"),
        f("half-even", "boundary", 3, 4096, {"rate": {"value": "0.073242188"}}, "300/4096 = 0.0732421875: half to even"),
        f("none", "boundary", 0, 3600, {"rate": {"value": "0"}, part: {"value": "0"}}, "0 of an hour"),
        f("all", "boundary", 3600, 3600, {"rate": {"value": "100"}}, "all of it"),
        f("microseconds", "boundary", "0.000001", "0.000003", {"rate": {"value": "33.333333333"}, part: {"value": "0.000001"}}, "1 µs of 3 µs"),
        f("empty", "empty", 0, 0, {"rate": undef(why), part: {"value": "0"}, whole: {"value": "0"}}, "a share of no time is undefined, sums over nothing are 0", ruling="B55"),
        f("peer", "typical", "12345.678901", "98765.4321"),
        f("negative", "bad_input", -1, 5, origin="a duration is not negative", error={"code": "negative", "field": part}),
        formula(f"{p}-formula-missing", k, v, "bad_input", {part: 5}, origin="an input is absent", error={"code": "missing_input", "field": whole}),
        formula(f"{p}-formula-unknown", k, v, "bad_input", {part: 5, whole: 9, "shift": 10}, origin="an input too many", error={"code": "unknown_input", "field": "shift"}),
    ]
    return out + [f("more-than-all", "bad_input", 5401, 5400, origin="a part longer than its whole", error={"code": "bad_input", "field": part}) if share else
                  f("above-100", "ruling", 1800, 600, {"rate": {"value": "300"}}, "three chats at once", ruling="B29")]


def time_faults(p, k, v, contacts=True):
    """Bad agent times, and tables that are not given."""
    good, extra = fact("ada", t("09:00"), t("17:00")), {"contact": []} if contacts else {}

    def wrong(what, origin, code, field, bad):
        return measure(f"{p}-time-{what}", k, v, "bad_input", {"agent_time": [good, bad], **extra}, origin=origin,
                       error={"code": code, "record": "agent_time", "index": 1, "field": field})

    return [
        wrong("no-agent-named", "the agent is required", "missing_field", "agent", fact(None, t("09:00"), t("10:00"))),
        wrong("no-end", "the end is required", "missing_field", "to", fact("ada", t("09:00"), None)),
        wrong("no-state", "the state is required", "missing_field", "state", fact("ada", t("09:00"), t("10:00"), None)),
        wrong("unknown-state", "no such state", "unknown_word", "state", fact("ada", t("09:00"), t("10:00"), "lunch")),
        wrong("ends-before", "over before it began", "wrong_order", "to", fact("ada", t("09:00"), t("08:59:59.999999"))),
        measure(f"{p}-none-given", k, v, "bad_input", {}, origin="no records were given", error={"code": "missing_records"}),
        measure(f"{p}-unknown-parameter", k, v, "bad_input", {"agent_time": [good], **extra}, origin="the KPI has no such parameter", parameters={"horizon": 60},
                error={"code": "unknown_parameter", "field": "horizon"}),
        measure(f"{p}-skipped", k, v, "bad_input", {"agent_time": [good, fact("ada", t("18:00"), t("19:00"), "lunch")], **extra}, [],
                "the bad one is skipped and counted", bad_records="skip", inputs={"agent_time": {"skipped": {"unknown_word": 1}}}),
    ] + ([measure(f"{p}-no-agent-times", k, v, "bad_input", {"contact": [work("1", "ada", t("09:00"), t("10:00"))]}, origin="when agents were there is not said",
                  error={"code": "missing_records"}),
          measure(f"{p}-no-contacts", k, v, "bad_input", {"agent_time": [good]}, origin="what agents handled is not said", error={"code": "missing_records"}),
          measure(f"{p}-answer-before-queue", k, v, "bad_input", {"agent_time": [good], "contact": [call("1", t("09:00"), t("08:59"), agent="ada")]},
                  origin="answered before it was queued", error={"code": "response_before_creation", "record": "contact", "index": 0, "field": "answered_at"}),
          measure(f"{p}-leg-ends-before", k, v, "bad_input", {"agent_time": [good], "leg": [leg("1", "ada", t("09:00"), t("08:59"))]}, origin="a leg over before it began",
                  error={"code": "wrong_order", "record": "leg", "index": 0, "field": "to"})] if contacts else [])


# occupancy_rate -------------------------------------------------------------------------------------------------------

k, OCCUPANCY = "occupancy_rate", []
THREE_CHATS = day_of([fact("ada", t("09:00"), t("09:10"))], [work(str(i), "ada", t("09:00"), t("09:10"), channel="chat") for i in range(3)])
OVER_MIDNIGHT = day_of([fact("ada", t("23:00"), t("01:00", 6))], [work("1", "ada", t("23:00"), t("23:40")), work("2", "ada", t("23:40"), t("00:50", 6))])
WITH_BREAK = day_of([fact("ada", t("09:00"), t("17:00")), fact("ada", t("12:00"), t("13:00"), "break", paid=True)],
                    [work("1", "ada", t("09:00"), t("12:00")), work("2", "ada", t("13:00"), t("16:00"))])
LATE_EVENING, NIGHT = "2026-01-05 23:00+00:00", "2026-01-06 00:00+00:00"
for v in ("union", "concurrent"):
    p = f"occupancy-{v}"
    one = v == "union"

    def oc(what, case, records, rows=None, origin=None, **more):
        return measure(f"{p}-{what}", k, v, case, records, rows, origin, **more)

    def busy(union, concurrent, available, bucket=None, group=None):
        """Rate and handling of each variant, and the available time."""
        rate, handling = union if one else concurrent
        return [row("rate", rate, bucket, group, **({"undefined": "no_available_time"} if rate is None else {})), row("handling", str(handling), bucket, group),
                row("available", str(available), bucket, group)]

    def same(rate, handling, available, **more):
        return busy((rate, handling), (rate, handling), available, **more)

    OCCUPANCY += time_formulas(p, k, v, "handling", "available", "no_available_time", one) + [
        oc("b29-chats", "ruling", THREE_CHATS, busy(("100", 600), ("300", 1800), 600), "three parallel chats of 10 minutes in 10 minutes", ruling="B29"),
        oc("b29-buckets", "ruling", OVER_MIDNIGHT, [*same("100", 3600, 3600, bucket=LATE_EVENING), *same("83.333333333", 3000, 3600, bucket=NIGHT), *same("91.666666667", 6600, 7200)],
           "23:00 to 23:40 and 23:40 to 00:50 are clipped to their hours: 60/60 and 50/60", ruling="B29", bucket="hour",
           window={"from": "2026-01-05T23:00:00Z", "to": "2026-01-06T01:00:00Z"}),
        oc("b29-break", "ruling", WITH_BREAK, same("85.714285714", 21600, 25200), "6 hours of 8 less 1 of break, not of 8 (75)", ruling="B29"),
        oc("typical", "typical", day_of([fact("ada", t("09:00"), t("13:00")), fact("ben", t("09:00"), t("10:00"))], [
            work("1", "ada", t("09:00"), t("10:00")), work("2", "ben", t("09:00"), t("10:00"))]), same("40", 7200, 18000),
           "2 hours of 5: summed before dividing, not the mean of 25 and 100"),
        oc("overlap", "typical", day_of([fact("ada", t("09:00"), t("10:00"))], [work("1", "ada", t("09:00"), t("09:20")), work("2", "ada", t("09:10"), t("09:30"))]),
           busy(("50", 1800), ("66.666666667", 2400), 3600), "9:00 to 9:20 and 9:10 to 9:30: 30 minutes in all, 40 of work"),
        oc("wrap-up", "typical", day_of([fact("ada", t("09:00"), t("10:00"))], [work("1", "ada", t("09:00"), t("09:10"), wrap_up=300)]), same("25", 900, 3600),
           "10 minutes and 5 of wrap-up"),
        oc("longest-end", "boundary", day_of([fact("ada", t("09:00"), t("10:00"))], [work("1", "ada", t("09:00"), t("09:05"), talk=600, hold=60, wrap_up=240)]),
           same("25", 900, 3600), "the end is 09:05 and 4 minutes; talk, hold and wrap-up are 15 minutes: the later"),
        oc("no-end", "null", day_of([fact("ada", t("09:00"), t("10:00"))], [call("1", t("09:00"), t("09:00"), agent="ada", talk=900), call("2", t("09:30"), t("09:30"), agent="ada")]),
           same("25", 900, 3600), "1 has its talk, 2 has neither end nor talk"),
        oc("no-agent", "null", day_of([fact("ada", t("09:00"), t("10:00"))], [work("1", None, t("09:00"), t("09:15")), work("2", "ada", t("09:30"), t("09:45"))]),
           same("25", 900, 3600), "whose work 1 was is not known"),
        oc("not-answered", "boundary", day_of([fact("ada", t("09:00"), t("10:00"))], [
            call("1", t("09:00"), agent="ada", ended_at=t("09:15")), call("2", t("09:00"), agent="ada", outcome="callback", ended_at=t("09:15")),
            call("3", t("09:30"), t("09:30"), outcome="abandoned", abandon_step="conversation", agent="ada", ended_at=t("09:45"))]),
           same("25", 900, 3600), "only 3 was answered, though it was given up in the conversation"),
        oc("outbound", "boundary", day_of([fact("ada", t("09:00"), t("10:00"))], [work("1", "ada", t("09:00"), t("09:15"), direction="outbound")]), same("25", 900, 3600),
           "an outbound call is work, too"),
        oc("off-shift", "boundary", day_of([fact("ada", t("09:00"), t("10:00"))], [work("1", "ada", t("08:30"), t("09:15")), work("2", "ada", t("09:50"), t("10:30")),
                                                                                 work("3", "ada", t("11:00"), t("12:00"))]),
           same("41.666666667", 1500, 3600), "15 and 10 minutes lie in the shift"),
        oc("touching", "boundary", day_of([fact("ada", t("09:00"), t("10:00"))], [work("1", "ada", t("08:00"), t("09:00")), work("2", "ada", t("10:00"), t("11:00"))]),
           same("0", 0, 3600), "what ends at the start or begins at the end is outside"),
        oc("breaks", "ruling", day_of([fact("ada", t("09:00"), t("13:00")), fact("ada", t("10:00"), t("10:15"), "break"), fact("ada", t("11:00"), t("11:30"), "training"),
                                       fact("ada", t("12:00"), t("12:15"), "meeting")], [work("1", "ada", t("10:10"), t("11:10"))]),
           same("25", 2700, 10800), "3 of 4 hours are available; of the hour of work 10:15 to 11:00", ruling="B29"),
        oc("double-shift", "boundary", day_of([fact("ada", t("09:00"), t("12:00")), fact("ada", t("10:00"), t("13:00")), fact("ada", t("09:00"), t("12:00"))],
                                              [work("1", "ada", t("09:00"), t("11:00"))]), same("50", 7200, 14400), "shifts that overlap are one time: 09:00 to 13:00"),
        oc("off-wins", "boundary", day_of([fact("ada", t("09:00"), t("13:00")), fact("ada", t("12:00"), t("13:00"), "off"), fact("ada", t("12:00"), t("13:00"), "break")],
                                          [work("1", "ada", t("11:30"), t("12:30"))]), same("16.666666667", 1800, 10800), "whoever went home was not available"),
        oc("plans", "boundary", day_of([plan("ada", t("08:00"), t("18:00")), fact("ada", t("09:00"), t("10:00"))], [work("1", "ada", t("08:30"), t("09:30"))]),
           same("50", 1800, 3600), "a plan is no time that was worked"),
        oc("scheduled-null", "null", day_of([fact("ada", t("09:00"), t("10:00"), scheduled=None), fact("ada", t("10:00"), t("11:00"), scheduled=False)],
                                            [work("1", "ada", t("09:30"), t("10:30"))]), same("50", 3600, 7200), "what is not said to be a plan is a fact"),
        oc("legs", "typical", day_of([fact("ada", t("09:00"), t("10:00")), fact("ben", t("09:00"), t("10:00"))], [work("1", "ada", t("09:00"), t("09:40"))],
                                     [leg("1", "ada", t("09:00"), t("09:15")), leg("1", "ben", t("09:15"), t("09:30"), wrap_up=120)]),
           [*same("25", 1800, 7200)], "15 minutes each; a contact with legs counts through them; ben's leg outlasts his wrap-up"),
        oc("leg-longer", "boundary", day_of([fact("ben", t("09:00"), t("10:00"))], None, [leg("1", "ben", t("09:00"), t("09:01"), talk=600, hold=120, wrap_up=180)]),
           same("25", 900, 3600), "talk, hold and wrap-up last longer than the leg"),
        oc("two-agents", "typical", day_of([fact("ada", t("09:00"), t("10:00")), fact("ben", t("09:00"), t("11:00"))], [
            work("1", "ada", t("09:00"), t("09:30")), work("2", "ben", t("09:00"), t("10:00")), work("3", "ben", t("09:30"), t("10:00"))]), [
            *same("50", 1800, 3600, group={"agent": "ada"}), *busy(("50", 3600), ("75", 5400), 7200, group={"agent": "ben"}),
            *busy(("50", 5400), ("66.666666667", 7200), 10800, group={"agent": ALL})], "by agent", by=["agent"]),
        oc("teams", "typical", day_of([fact("ada", t("09:00"), t("10:00"), team="x"), fact("ada", t("10:00"), t("11:00"), team="y"), fact("ben", t("09:00"), t("10:00"))],
                                      [work("1", "ada", t("09:30"), t("10:15"))]), [
            *same("50", 1800, 3600, group={"team": "x"}), *same("25", 900, 3600, group={"team": "y"}), *same("0", 0, 3600, group={"team": None}),
            *same("25", 2700, 10800, group={"team": ALL})], "the team of the shift", by=["team"]),
        oc("days", "typical", day_of([fact("ada", t("22:00"), t("02:00", 6))], [work("1", "ada", t("23:30"), t("00:15", 6))]), [
            *same("25", 1800, 7200, bucket="2026-01-05"), *same("12.5", 900, 7200, bucket="2026-01-06"), *busy((None, 0), (None, 0), 0, bucket="2026-01-07"),
            *same("18.75", 2700, 14400)], "a shift over midnight is in both days", bucket="day", window=THREE_DAYS),
        oc("months", "typical", day_of([fact("ada", d(31, "22:00"), feb(1, "02:00"))], [work("1", "ada", d(31, "23:00"), feb(1, "02:00"))]), [
            *same("50", 3600, 7200, bucket=IN_JANUARY), *same("100", 7200, 7200, bucket=IN_FEBRUARY), *same("75", 10800, 14400)], "over the end of a month", bucket="month",
           window=TO_MARCH),
        oc("window", "boundary", day_of([fact("ada", t("09:00"), t("17:00"))], [work("1", "ada", t("09:30"), t("10:15"))]), same("25", 900, 3600), "clipped to 10:00 to 11:00",
           window={"from": "2026-01-05T10:00:00Z", "to": "2026-01-05T11:00:00Z"}),
        oc("quarters", "typical", THREE_CHATS, [*busy(("100", 600), ("300", 1800), 600, bucket="2026-01-05 09:00+00:00"),
                                                *busy((None, 0), (None, 0), 0, bucket="2026-01-05 09:15+00:00")], "intervals of 15 minutes", ruling="B61", bucket="15min",
           window={"from": "2026-01-05T09:00:00Z", "to": "2026-01-05T09:30:00Z"}),
        oc("dst-october", "boundary", day_of([fact("ada", "2026-10-24T20:00:00Z", "2026-10-25T05:00:00Z")], [work("1", "ada", "2026-10-25T00:00:00Z", "2026-10-25T02:15:00Z")]), [
            *same("0", 0, 7200, bucket="2026-10-24"), *same("32.142857143", 8100, 25200, bucket="2026-10-25"), *same("25", 8100, 32400)],
           "22:00 to 06:00 in Berlin is 9 hours on the night when the clock goes back, 7 of them on the 25th", zone=BERLIN, bucket="day",
           window={"from": "2026-10-24", "to": "2026-10-26"}),
        oc("dst-hours", "boundary", day_of([fact("ada", "2026-10-24T20:00:00Z", "2026-10-25T05:00:00Z")], [work("1", "ada", "2026-10-25T00:00:00Z", "2026-10-25T01:15:00Z")]), [
            *same("100", 3600, 3600, bucket="2026-10-25 02:00+02:00"), *same("25", 900, 3600, bucket="2026-10-25 02:00+01:00")], "the hour that comes twice is two buckets",
           ruling="B61", zone=BERLIN, bucket="hour", window={"from": "2026-10-24", "to": "2026-10-26"}),
        oc("dst-march", "boundary", day_of([fact("ada", "2026-03-28T21:00:00Z", "2026-03-29T04:00:00Z")], [work("1", "ada", "2026-03-29T00:00:00Z", "2026-03-29T01:45:00Z")]), [
            *same("0", 0, 7200, bucket="2026-03-28"), *same("35", 6300, 18000, bucket="2026-03-29"), *same("25", 6300, 25200)],
           "and 7 hours when it goes forward", zone=BERLIN, bucket="day", window={"from": "2026-03-28", "to": "2026-03-30"}),
        oc("as-of", "boundary", day_of([fact("ada", t("09:00"), t("17:00"))], [work("1", "ada", t("09:00"), t("10:00")), work("2", "ada", t("14:00"), t("15:00"))]),
           same("25", 3600, 14400), "at 13:00 four hours have passed", as_of=t("13:00")),
        oc("filter", "typical", day_of([fact("ada", t("09:00"), t("10:00")), fact("ben", t("09:00"), t("10:00"))], [
            work("1", "ada", t("09:00"), t("09:15")), work("2", "ben", t("09:00"), t("09:30"))]), same("25", 900, 3600), "ada only",
           filters=[{"record": "work_span", "field": "agent", "any_of": ["ada"]}]),
        oc("empty", "empty", day_of([], []), busy((None, 0), (None, 0), 0), "nobody was there", ruling="B55"),
        oc("break-only", "empty", day_of([fact("ada", t("09:00"), t("10:00"), "break")], [work("1", "ada", t("09:00"), t("09:15"))]), busy((None, 0), (None, 0), 0),
           "on a break all the time", ruling="B55"),
        oc("idle", "boundary", day_of([fact("ada", t("09:00"), t("10:00"))], []), same("0", 0, 3600), "nothing came"),
        oc("peer-hours", "typical", FLOOR, window=MONDAY, bucket="hour", zone=BERLIN, drop=("sample",)),
        oc("peer-agents", "typical", FLOOR, window=THREE_DAYS, bucket="day", by=["agent"], zone=BERLIN, drop=("sample",)),
        oc("peer-teams", "typical", FLOOR, by=["team"], drop=("sample",)),
        *time_faults(p, k, v),
    ]

# utilization ------------------------------------------------------------------------------------------------------------

k, v, p = "utilization", "utilization", "utilization"
UTILIZATION = []


def ut(what, case, records, rows=None, origin=None, **more):
    return measure(f"{p}-{what}", k, v, case, records, rows, origin, **more)


def pair(names, why):
    """Makes the rows of a rate of two times."""
    def rows(rate, part, whole, bucket=None, group=None):
        return [row("rate", rate, bucket, group, **({"undefined": why} if rate is None else {})), row(names[0], str(part), bucket, group),
                row(names[1], str(whole), bucket, group)]

    return rows


paid = pair(("handling", "paid"), "no_paid_time")
UTILIZATION += time_formulas(p, k, v, "handling", "paid", "no_paid_time") + [
    ut("b29-break", "ruling", WITH_BREAK, paid("75", 21600, 28800), "6 hours of 8 that were paid, the break too", ruling="B29"),
    ut("b29-unpaid-break", "ruling", day_of([fact("ada", t("09:00"), t("17:00")), fact("ada", t("12:00"), t("13:00"), "break")], WITH_BREAK["contact"]),
       paid("85.714285714", 21600, 25200), "a break of which nothing is said is not paid", ruling="B29"),
    ut("b29-chats", "ruling", THREE_CHATS, paid("100", 600, 600), "parallel work counts once", ruling="B29"),
    ut("meetings", "typical", day_of([fact("ada", t("09:00"), t("10:00")), fact("ada", t("10:00"), t("11:00"), "meeting"), fact("ada", t("11:00"), t("12:00"), "training"),
                                      fact("ada", t("12:00"), t("13:00"), "break"), fact("ada", t("13:00"), t("14:00"), "off")], [work("1", "ada", t("09:00"), t("09:45"))]),
       paid("25", 2700, 10800), "meetings and training are paid, break and off are not"),
    ut("paid-flag", "boundary", day_of([fact("ada", t("09:00"), t("10:00"), paid=False), fact("ada", t("10:00"), t("11:00"), "off", paid=True)],
                                       [work("1", "ada", t("09:00"), t("10:15"))]), paid("25", 900, 3600), "an unpaid shift, and a day off that is paid"),
    ut("in-a-meeting", "boundary", day_of([fact("ada", t("09:00"), t("10:00"), "meeting")], [work("1", "ada", t("09:00"), t("09:15"))]), paid("25", 900, 3600),
       "a call that is taken in a paid meeting is work"),
    ut("overlapping-pay", "boundary", day_of([fact("ada", t("09:00"), t("11:00"), "break"), fact("ada", t("10:00"), t("12:00"), "break", paid=True)],
                                             [work("1", "ada", t("11:00"), t("11:30"))]), paid("25", 1800, 7200), "paid where one of two breaks is: 10:00 to 12:00"),
    ut("months", "typical", day_of([fact("ada", d(31, "22:00"), feb(1, "02:00"))], [work("1", "ada", d(31, "23:00"), feb(1, "02:00"))]), [
        *paid("50", 3600, 7200, IN_JANUARY), *paid("100", 7200, 7200, IN_FEBRUARY), *paid("75", 10800, 14400)], "over the end of a month", bucket="month", window=TO_MARCH),
    ut("agents", "typical", day_of([fact("ada", t("09:00"), t("10:00")), fact("ben", t("09:00"), t("12:00"))], [work("1", "ada", t("09:00"), t("10:00"))]), [
        *paid("100", 3600, 3600, group={"agent": "ada"}), *paid("0", 0, 10800, group={"agent": "ben"}), *paid("25", 3600, 14400, group={"agent": ALL})], "by agent", by=["agent"]),
    ut("dst-october", "boundary", day_of([fact("ada", "2026-10-24T20:00:00Z", "2026-10-25T05:00:00Z")], [work("1", "ada", "2026-10-25T00:00:00Z", "2026-10-25T02:15:00Z")]),
       [*paid("32.142857143", 8100, 25200, "2026-10-25"), *paid("25", 8100, 32400)], "a night of 9 hours", zone=BERLIN, bucket="day", window={"from": "2026-10-24", "to": "2026-10-26"}),
    ut("null", "null", day_of([fact("ada", t("09:00"), t("10:00"), paid=None, team=None)], [call("1", t("09:00"), t("09:00"), agent="ada")]), paid("0", 0, 3600),
       "an available hour of which no pay is said is paid; a contact without an end is no work"),
    ut("empty", "empty", day_of([], []), paid(None, 0, 0), "nobody was there", ruling="B55"),
    ut("unpaid", "empty", day_of([fact("ada", t("09:00"), t("10:00"), paid=False)], []), paid(None, 0, 0), "nobody was paid", ruling="B55"),
    ut("as-of", "boundary", day_of([fact("ada", t("09:00"), t("17:00"))], [work("1", "ada", t("09:00"), t("10:00"))]), paid("25", 3600, 14400), "at 13:00 four hours have passed",
       as_of=t("13:00")),
    ut("peer", "typical", FLOOR, window=THREE_DAYS, bucket="day", by=["agent"], drop=("sample",)),
    *time_faults(p, k, v),
]

v, p = "shrinkage", "shrinkage"
away = pair(("unavailable", "paid"), "no_paid_time")


def sh(what, case, facts, rows=None, origin=None, **more):
    return measure(f"{p}-{what}", k, v, case, {"agent_time": facts}, rows, origin, **more)


UTILIZATION += time_formulas(p, k, v, "unavailable", "paid", "no_paid_time") + [
    sh("typical", "typical", [fact("ada", t("09:00"), t("17:00")), fact("ada", t("10:00"), t("11:00"), "meeting"), fact("ada", t("12:00"), t("13:00"), "break"),
                              fact("ada", t("14:00"), t("14:45"), "training")], away("25", 6300, 25200), "105 of 420 paid minutes; the hour of break is not paid"),
    sh("paid-break", "boundary", [fact("ada", t("09:00"), t("12:00")), fact("ada", t("12:00"), t("13:00"), "break", paid=True)], away("25", 3600, 14400), "a paid break is shrinkage"),
    sh("paid-off", "boundary", [fact("ada", t("09:00"), t("12:00")), fact("ada", t("12:00"), t("13:00"), "off", paid=True)], away("25", 3600, 14400), "paid leave is, too"),
    sh("none", "boundary", [fact("ada", t("09:00"), t("12:00"))], away("0", 0, 10800), "available all the time"),
    sh("all", "boundary", [fact("ada", t("09:00"), t("12:00"), "training")], away("100", 10800, 10800), "never available"),
    sh("plans", "boundary", [fact("ada", t("09:00"), t("12:00")), plan("ada", t("09:00"), t("10:00"), "training")], away("0", 0, 10800), "a plan is no fact"),
    sh("overlap", "boundary", [fact("ada", t("09:00"), t("13:00"), "meeting"), fact("ada", t("09:00"), t("13:00")), fact("ada", t("10:00"), t("11:00"), "training")],
       away("100", 14400, 14400), "a meeting goes before training and before being available"),
    sh("months", "typical", [fact("ada", d(31, "22:00"), feb(1, "00:00")), fact("ada", feb(1), feb(1, "02:00"), "training")], [
        *away("0", 0, 7200, IN_JANUARY), *away("100", 7200, 7200, IN_FEBRUARY), *away("50", 7200, 14400)], "each month its own", bucket="month", window=TO_MARCH),
    sh("agents", "typical", [fact("ada", t("09:00"), t("10:00"), "meeting"), fact("ben", t("09:00"), t("12:00"))], [
        *away("100", 3600, 3600, group={"agent": "ada"}), *away("0", 0, 10800, group={"agent": "ben"}), *away("25", 3600, 14400, group={"agent": ALL})], "by agent", by=["agent"]),
    sh("empty", "empty", [], away(None, 0, 0), "nobody was there", ruling="B55"),
    sh("null", "null", [fact("ada", t("09:00"), t("10:00"), paid=None), fact("ada", t("10:00"), t("11:00"), "break", paid=None)], away("0", 0, 3600), "a break of which no pay is said"),
    sh("dst-march", "boundary", [fact("ada", "2026-03-28T21:00:00Z", "2026-03-29T04:00:00Z"), fact("ada", "2026-03-29T00:30:00Z", "2026-03-29T01:30:00Z", "meeting")],
       [*away("20", 3600, 18000, "2026-03-29"), *away("14.285714286", 3600, 25200)], "01:30 to 03:30 in Berlin is one hour", zone=BERLIN, bucket="day",
       window={"from": "2026-03-28", "to": "2026-03-30"}),
    sh("peer", "typical", FLOOR["agent_time"], window=THREE_DAYS, bucket="day", by=["team"], drop=("sample",)),
    *time_faults(p, k, v, False),
]

v, p = "schedule_adherence", "adherence"
kept = pair(("adherent", "planned"), "no_planned_time")
UTILIZATION += time_formulas(p, k, v, "adherent", "planned", "no_planned_time") + [
    sh("typical", "typical", [plan("ada", t("09:00"), t("13:00")), fact("ada", t("09:30"), t("13:00")), fact("ada", t("12:30"), t("13:00"), "break")], kept("75", 10800, 14400),
       "half an hour late, and half an hour of break that was not planned"),
    sh("planned-break", "typical", [plan("ada", t("09:00"), t("13:00")), plan("ada", t("11:00"), t("12:00"), "break"), fact("ada", t("09:00"), t("13:00"))],
       kept("75", 10800, 14400), "worked through the break: not to plan"),
    sh("overtime", "boundary", [plan("ada", t("09:00"), t("10:00")), fact("ada", t("08:00"), t("12:00"))], kept("100", 3600, 3600), "time outside the plan does not count"),
    sh("absent", "boundary", [plan("ada", t("09:00"), t("10:00")), fact("ben", t("09:00"), t("10:00"))], kept("0", 0, 3600), "ada did not come; ben had no plan"),
    sh("planned-off", "boundary", [plan("ada", t("09:00"), t("10:00"), "off"), plan("ada", t("10:00"), t("11:00"), "off"), fact("ada", t("10:00"), t("10:30"))],
       kept("75", 5400, 7200), "away as planned; then half an hour at work"),
    sh("said-off", "boundary", [plan("ada", t("09:00"), t("10:00")), fact("ada", t("09:00"), t("10:00")), fact("ada", t("09:45"), t("10:00"), "off")], kept("75", 2700, 3600),
       "went home at 09:45"),
    sh("months", "typical", [plan("ada", d(31, "22:00"), feb(1, "02:00")), fact("ada", d(31, "22:00"), feb(1, "00:00"))], [
        *kept("100", 7200, 7200, IN_JANUARY), *kept("0", 0, 7200, IN_FEBRUARY), *kept("50", 7200, 14400)], "left at midnight", bucket="month", window=TO_MARCH),
    sh("agents", "typical", [plan("ada", t("09:00"), t("10:00")), plan("ben", t("09:00"), t("12:00")), fact("ben", t("09:00"), t("12:00"))], [
        *kept("0", 0, 3600, group={"agent": "ada"}), *kept("100", 10800, 10800, group={"agent": "ben"}), *kept("75", 10800, 14400, group={"agent": ALL})], "by agent", by=["agent"]),
    sh("empty", "empty", [], kept(None, 0, 0), "nothing was planned", ruling="B55"),
    sh("no-plan", "empty", [fact("ada", t("09:00"), t("10:00"))], kept(None, 0, 0), "nothing was planned, much was done", ruling="B55"),
    sh("null", "null", [plan("ada", t("09:00"), t("10:00"), paid=None, team=None), fact("ada", t("09:00"), t("10:00"), scheduled=None)], kept("100", 3600, 3600),
       "what is not said to be a plan is a fact"),
    sh("dst-october", "boundary", [plan("ada", "2026-10-24T20:00:00Z", "2026-10-25T05:00:00Z"), fact("ada", "2026-10-24T20:00:00Z", "2026-10-25T00:30:00Z")],
       [*kept("100", 7200, 7200, "2026-10-24"), *kept("35.714285714", 9000, 25200, "2026-10-25"), *kept("50", 16200, 32400)], "left at 02:30, the first time",
       zone=BERLIN, bucket="day", window={"from": "2026-10-24", "to": "2026-10-26"}),
    sh("peer", "typical", FLOOR["agent_time"], window=THREE_DAYS, bucket="day", by=["agent"], drop=("sample",)),
    *time_faults(p, k, v, False),
]

# contacts_per_hour --------------------------------------------------------------------------------------------------------

k, v, p = "contacts_per_hour", "standard", "per-hour"


def ph(what, case, records, rows=None, origin=None, **more):
    return measure(f"{p}-{what}", k, v, case, records, rows, origin, **more)


def hourly(rate, contacts, available, left=None, bucket=None, group=None):
    more = {} if left is None else {"left_out": left}
    if rate is None:
        more["undefined"] = "no_available_time"
    return [row("rate", rate, bucket, group, **more), row("contacts", str(contacts), bucket, group), row("available", str(available), bucket, group)]


def fh(what, case, a, b, figures=None, origin=None, **rest):
    return formula(f"{p}-formula-{what}", k, v, case, {"contacts": a, "available": b}, figures, origin, **rest)


def answered(id, agent, at, **more):
    return call(id, at, at, agent=agent, **more)


FOUR_HOURS = [fact("ada", t("09:00"), t("13:00"))]
BEGUN_OFF = [answered("1", "ada", t("08:59:59.999999")), answered("2", "ada", t("09:00")), answered("3", "ada", t("12:59:59.999999")), answered("4", "ada", t("13:00"))]
PER_HOUR = [
    fh("typical", "typical", 12, 14400, {"rate": {"value": "3", "unit": "ratio", **OUT}, "contacts": {"value": "12", "unit": "count"}, "available": {"value": "14400", "unit": "seconds"}},
       "12 in 4 hours"),
    fh("sevenths", "boundary", 1, 25200, {"rate": {"value": "0.142857143"}}, "1 in 7 hours, one division", ruling="B33"),
    fh("minute", "boundary", 1, 60, {"rate": {"value": "60"}}, "one in a minute"),
    fh("none", "boundary", 0, 3600, {"rate": {"value": "0"}}, "none"),
    fh("empty", "empty", 0, 0, {"rate": undef("no_available_time"), "contacts": {"value": "0"}, "available": {"value": "0"}}, "no hours", ruling="B55"),
    fh("no-time", "empty", 5, 0, {"rate": undef("no_available_time"), "contacts": {"value": "5"}}, "five, and nobody was there", ruling="B55"),
    fh("peer", "typical", 611, "98765.4321"),
    fh("negative", "bad_input", -1, 3600, origin="a count is not negative", error={"code": "negative", "field": "contacts"}),
    formula(f"{p}-formula-missing", k, v, "bad_input", {"contacts": 5}, origin="an input is absent", error={"code": "missing_input", "field": "available"}),
    formula(f"{p}-formula-unknown", k, v, "bad_input", {"contacts": 5, "available": 60, "hours": 1}, origin="an input too many", error={"code": "unknown_input", "field": "hours"}),
    ph("typical", "typical", day_of([*FOUR_HOURS, fact("ada", t("11:00"), t("12:00"), "break")], [answered(str(i), "ada", t(f"09:{10 + i}")) for i in range(6)]),
       hourly("2", 6, 10800, {}), "6 in the 3 hours less the break"),
    ph("b30-ratio", "ruling", day_of([fact("ada", t("09:00"), t("10:00")), fact("ben", t("09:00"), t("12:00"))],
                                     [answered(str(i), "ada", t("09:30")) for i in range(4)] + [answered("b", "ben", t("09:30"))]),
       hourly("1.25", 5, 14400), "a ratio of sums: 5 ÷ 4, not the mean of 4 and 1/3", ruling="B30"),
    ph("b30-off-shift", "ruling", day_of(FOUR_HOURS, BEGUN_OFF), hourly("0.5", 2, 14400, {"off_shift": 2}), "from the start of the shift to just before its end", ruling="B30"),
    ph("b30-off-shift-include", "ruling", day_of(FOUR_HOURS, BEGUN_OFF), hourly("1", 4, 14400, {}), "all four, when asked", ruling="B30", parameters={"off_shift": "include"}),
    ph("b30-off-shift-exclude", "ruling", day_of(FOUR_HOURS, BEGUN_OFF), hourly("0.5", 2, 14400, {"off_shift": 2}), "`exclude` is the default by its name", ruling="B30",
       parameters={"off_shift": "exclude"}),
    ph("another-shift", "boundary", day_of(FOUR_HOURS, [answered("1", "ben", t("10:00")), answered("2", "ada", t("10:00"))]), hourly("0.25", 1, 14400, {"off_shift": 1}),
       "ben was not on the shift; ada was"),
    ph("on-a-break", "boundary", day_of([*FOUR_HOURS, fact("ada", t("11:00"), t("12:00"), "break"), fact("ada", t("12:30"), t("13:00"), "off")],
                                        [answered("1", "ada", t("11:30")), answered("2", "ada", t("12:45"))]), hourly("0.4", 1, 9000, {"off_shift": 1}),
       "a break lies in the shift, having left does not: 1 in 2½ hours"),
    ph("on-a-plan", "boundary", day_of([*FOUR_HOURS, plan("ada", t("14:00"), t("18:00"))], [answered("1", "ada", t("15:00")), answered("2", "ada", t("10:00"))]),
       hourly("0.25", 1, 14400, {"off_shift": 1}), "a plan is no shift"),
    ph("outcomes", "typical", day_of(FOUR_HOURS, [answered("1", "ada", t("10:00")), call("2", t("10:00"), ended_at=t("10:01")), call("3", t("10:00"), outcome="callback"),
                                                  answered("4", None, t("10:00")), answered("5", "ada", t("10:00"), direction="outbound"), call("6", t("10:00"), outcome="failed"),
                                                  call("7", t("10:00"), outcome="answered", agent="ada")]),
       hourly("0.25", 1, 14400, {"abandoned": 1, "callback": 1, "failed": 1, "no_agent": 1, "outbound": 1, "unanswered": 1}), "only 1 of seven"),
    ph("direction-both", "boundary", day_of(FOUR_HOURS, [answered("1", "ada", t("10:00")), answered("2", "ada", t("10:00"), direction="outbound")]), hourly("0.5", 2, 14400, {}),
       "both ways, when asked", ruling="B10", parameters={"direction": "both"}),
    ph("direction-outbound", "boundary", day_of(FOUR_HOURS, [answered("1", "ada", t("10:00")), answered("2", "ada", t("10:00"), direction="outbound")]),
       hourly("0.25", 1, 14400, {"inbound": 1}), "outbound only", ruling="B10", parameters={"direction": "outbound"}),
    ph("legs", "ruling", day_of([*FOUR_HOURS, fact("ben", t("09:00"), t("13:00"))], [answered("1", "ada", t("10:00")), answered("2", "ada", t("10:30"))],
                                [leg("1", "ada", t("10:00"), t("10:05")), leg("1", "ben", t("10:05"), t("10:10"))]),
       hourly("0.375", 3, 28800, {"through_legs": 1}), "two legs of 1, and 2", ruling="B10"),
    ph("late-answer", "boundary", day_of([fact("ada", d(31, "23:00"), feb(1, "01:00"))], [call("1", d(31, "23:59"), feb(1, "00:00"), agent="ada")]), [
        *hourly("0", 0, 3600, bucket=IN_JANUARY), *hourly("1", 1, 3600, bucket=IN_FEBRUARY), *hourly("0.5", 1, 7200)], "it counts where it was answered, not where it queued",
       bucket="month", window=TO_MARCH),
    ph("hours", "typical", day_of([fact("ada", t("09:00"), t("10:30"))], [answered("1", "ada", t("09:10")), answered("2", "ada", t("09:20")), answered("3", "ada", t("10:00"))]), [
        *hourly("2", 2, 3600, bucket="2026-01-05 09:00+00:00"), *hourly("2", 1, 1800, bucket="2026-01-05 10:00+00:00"), *hourly("2", 3, 5400)], "the half hour is half an hour",
       bucket="hour", window={"from": "2026-01-05T09:00:00Z", "to": "2026-01-05T11:00:00Z"}),
    ph("agents", "typical", day_of([*FOUR_HOURS, fact("ben", t("09:00"), t("11:00"))], [answered("1", "ada", t("10:00")), answered("2", "ben", t("10:00"))]), [
        *hourly("0.25", 1, 14400, group={"agent": "ada"}), *hourly("0.5", 1, 7200, group={"agent": "ben"}), *hourly("0.333333333", 2, 21600, group={"agent": ALL})], "by agent",
       by=["agent"]),
    ph("double-shift", "boundary", day_of([fact("ada", t("09:00"), t("12:00")), fact("ada", t("10:00"), t("13:00"))], [answered("1", "ada", t("10:00"))]), hourly("0.25", 1, 14400),
       "shifts that overlap are one time"),
    ph("dst-october", "boundary", day_of([fact("ada", "2026-10-24T20:00:00Z", "2026-10-25T05:00:00Z")], [answered("1", "ada", "2026-10-25T00:30:00Z"), answered("2", "ada", "2026-10-25T01:30:00Z"),
                                                                                                         answered("3", "ada", "2026-10-24T21:00:00Z")]), [
        *hourly("0.5", 1, 7200, bucket="2026-10-24"), *hourly("0.285714286", 2, 25200, bucket="2026-10-25"), *hourly("0.333333333", 3, 32400)],
       "a night of 9 hours; 02:30 comes twice", zone=BERLIN, bucket="day", window={"from": "2026-10-24", "to": "2026-10-26"}),
    ph("empty", "empty", day_of([], []), hourly(None, 0, 0, {}), "nothing", ruling="B55"),
    ph("nobody-there", "empty", day_of([], [answered("1", "ada", t("10:00"))]), hourly(None, 0, 0, {"off_shift": 1}), "answered, and nobody was there", ruling="B55"),
    ph("null", "null", day_of(FOUR_HOURS, [call("1", t("10:00"), t("10:00"), agent=None, ended_at=None), answered("2", "ada", t("10:00"), talk=None)]),
       hourly("0.25", 1, 14400, {"no_agent": 1}), "whose work it was is not known; how long it took does not matter"),
    ph("as-of", "boundary", day_of(FOUR_HOURS, [answered("1", "ada", t("10:00")), answered("2", "ada", t("12:00"))]), hourly("0.5", 1, 7200), "at 11:00 two hours have passed",
       as_of=t("11:00")),
    ph("as-of-later", "boundary", day_of(FOUR_HOURS, [answered("1", "ada", t("10:00")), call("2", t("12:00"), ended_at=t("12:01")), call("3", t("12:00"), outcome="callback"),
                                                      answered("4", None, t("12:00")), call("5", t("10:00"), ended_at=t("10:01"))]),
       hourly("0.5", 1, 7200, {"abandoned": 1}), "at 11:00 nobody knows of 2, 3 and 4, which come later", as_of=t("11:00")),
    ph("given", "typical", {"agent_time": FOUR_HOURS, "contact": [answered("1", "ada", t("10:00"), on_shift=True), answered("2", "ada", t("10:00"), on_shift=False),
                                                                  answered("3", "ada", t("20:00"), on_shift=True), answered("4", "ada", t("10:00"), on_shift=None)]},
       hourly("0.5", 2, 14400, {"off_shift": 1, "unknown": 1}), "the table says itself what was on a shift"),
    ph("bad-off-shift", "bad_input", day_of(FOUR_HOURS, []), origin="include or exclude", parameters={"off_shift": "maybe"}, error={"code": "bad_parameter", "field": "off_shift"}),
    ph("bad-direction", "bad_input", day_of(FOUR_HOURS, []), origin="no such direction", parameters={"direction": "in"}, error={"code": "bad_parameter", "field": "direction"}),
    ph("peer", "typical", FLOOR, window=THREE_DAYS, bucket="day", by=["agent"], zone=BERLIN, drop=("sample",)),
    ph("peer-hours", "typical", FLOOR, window=MONDAY, bucket="hour", parameters={"off_shift": "include"}, drop=("sample",)),
    *time_faults(p, k, v),
]

# employee_productivity ------------------------------------------------------------------------------------------------------

k, PRODUCTIVITY = "employee_productivity", []


def solved(id, end, by="ada", **more):
    return ticket(id, d(1), d(1), resolved_at=end, **{"resolver": by, "resolved_by": "person", **more})


def wait(ticket_, opened, closed=None, **more):
    return {"ticket": ticket_, "opened_at": opened, "closed_at": closed, **more}


TWO_SHIFTS = [fact("ada", t("08:00"), t("12:00")), fact("ada", t("13:00"), t("17:00"))]
DOZEN = [solved(str(i), t(f"{8 + i // 2:02}:30")) for i in range(12)]
for v, second, unit in (("per_day", "workdays", 1), ("per_8_hours", "time", 28800), ("exchanges_per_ticket", "tickets", 1)):
    p = f"productivity-{v}"
    first = "exchanges" if v == "exchanges_per_ticket" else "tickets"

    def fp(what, case, a, b, figures=None, origin=None, **rest):
        return formula(f"{p}-formula-{what}", k, v, case, {first: a, second: b}, figures, origin, **rest)

    whole = "seconds" if second == "time" else "count"
    PRODUCTIVITY += [
        fp("b30", "ruling", 12, unit, {"rate": {"value": "12", "unit": "ratio", **OUT}, first: {"value": "12", "unit": "count"}, second: {"value": str(unit), "unit": whole}},
           "12 by one", ruling="B30"),
        fp("typical", "typical", 14, 4 * unit, {"rate": {"value": "3.5"}}, "14/4"),
        fp("third", "boundary", 7, 3 * unit, {"rate": {"value": "2.333333333"}}, "7/3, one division", ruling="B33"),
        fp("half-even", "boundary", 3, 4096 * unit, {"rate": {"value": "0.000732422"}}, "3/4096 = 0.000732421875"),
        fp("none", "boundary", 0, 2 * unit if v != "exchanges_per_ticket" else 0, {"rate": {"value": "0"}} if v != "exchanges_per_ticket" else {"rate": undef()}, "none", ruling="B55"),
        fp("empty", "empty", 0, 0, {"rate": undef(), first: {"value": "0"}, second: {"value": "0"}}, "by nothing", ruling="B55"),
        fp("peer", "typical", 611, 173 * unit),
        fp("negative", "bad_input", -1, unit, origin="a count is not negative", error={"code": "negative", "field": first}),
        formula(f"{p}-formula-missing", k, v, "bad_input", {first: 5}, origin="an input is absent", error={"code": "missing_input", "field": second}),
        formula(f"{p}-formula-unknown", k, v, "bad_input", {first: 5, second: unit, "agents": 1}, origin="an input too many", error={"code": "unknown_input", "field": "agents"}),
    ]

for v, second in (("per_day", "workdays"), ("per_8_hours", "time")):
    p = f"productivity-{v}"
    daily = v == "per_day"

    def pr(what, case, tickets, facts, rows=None, origin=None, window=JANUARY, **more):
        if window:
            more["window"] = window
        return measure(f"{p}-{what}", k, v, case, {"ticket": tickets, "agent_time": facts}, rows, origin, **more)

    def made(per_day, per_8_hours, tickets, bucket=None, group=None, left=None):
        """Rate and denominator of each variant."""
        rate, by = per_day if daily else per_8_hours
        more = {} if left is None else {"left_out": left}
        return [row("rate", rate, bucket, group, **more), row("tickets", str(tickets), bucket, group), row(second, str(by), bucket, group)]

    PRODUCTIVITY += [
        pr("b30", "ruling", DOZEN, TWO_SHIFTS, made(("12", 1), ("12", 28800), 12), "two shifts of 4 hours on one date, 12 tickets: one workday, 8 hours; by shifts it would be 6",
           ruling="B30"),
        pr("typical", "typical", [solved("1", t("10:00")), solved("2", t("11:00", 6)), solved("3", t("12:00", 6), "ben")],
           [fact("ada", t("09:00"), t("17:00")), fact("ada", t("09:00", 6), t("17:00", 6)), fact("ben", t("09:00", 6), t("13:00", 6))],
           made(("1", 3), ("1.2", 72000), 3), "two days of ada and one of ben: 3/3; 3 in 20 hours"),
        pr("breaks", "boundary", [solved("1", t("10:00"))], [fact("ada", t("09:00"), t("12:00")), fact("ada", t("12:00"), t("13:00"), "break"), fact("ada", t("13:00"), t("17:00")),
                                                            fact("ada", t("10:00"), t("11:00"), "meeting")],
           made(("1", 1), ("1", 28800), 1), "breaks and meetings are part of the day"),
        pr("off", "boundary", [solved("1", t("10:00"))], [fact("ada", t("09:00"), t("17:00")), fact("ada", t("09:00", 6), t("17:00", 6), "off"), plan("ada", t("09:00", 7), t("17:00", 7))],
           made(("1", 1), ("1", 28800), 1), "a day off is no workday, nor is a planned one"),
        pr("night", "ruling", [solved("1", t("23:00")), solved("2", t("03:00", 6))], [fact("ada", t("22:00"), t("02:00", 6)), fact("ada", t("02:00", 6), t("02:30", 6), "break"),
                                                                                   fact("ada", t("02:30", 6), t("06:00", 6))],
           made(("2", 1), ("2", 28800), 2), "a night shift is one, of the date on which it starts, whatever breaks lie in it", ruling="B30"),
        pr("night-overlap", "ruling", [solved("1", t("23:00"))], [fact("ada", t("22:00"), t("06:00", 6)), fact("ada", t("02:00", 6), t("02:30", 6), "break")],
           made(("1", 1), ("1", 28800), 1), "nor does a break within a shift start one", ruling="B30"),
        pr("split-at-midnight", "boundary", [solved("1", t("23:00"))], [fact("ada", t("20:00"), t("00:00", 6)), fact("ada", d(6), t("04:00", 6))],
           made(("1", 1), ("1", 28800), 1), "a shift that a system cuts at midnight is one shift", ruling="B30"),
        pr("two-nights", "boundary", [solved("1", t("23:00"))], [fact("ada", t("01:00"), t("05:00")), fact("ada", t("22:00"), t("02:00", 6))],
           made(("1", 1), ("1", 28800), 1), "two shifts that start on one date are one workday", ruling="B30"),
        pr("same-date", "boundary", [solved("1", t("10:00"))], [fact("ada", t("09:00"), t("13:00")), fact("ben", t("09:00"), t("13:00"))], made(("0.5", 2), ("1", 28800), 1),
           "two agents have two workdays"),
        pr("people", "ruling", [solved("1", t("10:00")), solved("2", t("10:00"), None), solved("3", t("10:00"), "x", resolved_by="bot"), solved("4", t("10:00"), None, resolved_by="system")],
           [fact("ada", t("09:00"), t("17:00"))], made(("1", 1), ("1", 28800), 1, left={"no_agent": 3}), "only what a person resolved", ruling="B47"),
        pr("unended", "ruling", [solved("1", t("10:00")), ticket("2", d(2)), solved("3", t("10:00"), status="merged"), solved("4", t("10:00"), status="spam")],
           [fact("ada", t("09:00"), t("17:00"))], made(("1", 1), ("1", 28800), 1, left={"merged": 1, "open": 1, "spam": 1}), "one open at the end", ruling="B62"),
        pr("months", "typical", [solved("1", d(31, "10:00")), solved("2", feb(2, "10:00")), solved("3", feb(2, "11:00"))],
           [fact("ada", d(31, "09:00"), d(31, "17:00")), fact("ada", feb(2, "09:00"), feb(2, "17:00"))], [
               *made(("1", 1), ("1", 28800), 1, IN_JANUARY), *made(("2", 1), ("2", 28800), 2, IN_FEBRUARY), *made((None, 0), (None, 0), 0, IN_MARCH),
               *made(("1.5", 2), ("1.5", 57600), 3)], "each month its own", window=QUARTER, bucket="month"),
        pr("over-the-month", "boundary", [solved("1", d(31, "23:00"))], [fact("ada", d(31, "20:00"), feb(1, "04:00"))], [
            *made(("1", 1), ("2", 14400), 1, IN_JANUARY), *made((None, 0), ("0", 14400), 0, IN_FEBRUARY), *made(("1", 1), ("1", 28800), 1)],
           "the workday is that of its start; time is clipped", window=TO_MARCH, bucket="month"),
        pr("agents", "typical", [solved("1", t("10:00")), solved("2", t("10:00"), "ben"), solved("3", t("11:00"), "ben")],
           [fact("ada", t("09:00"), t("17:00")), fact("ben", t("09:00"), t("13:00"))], [
               *made(("1", 1), ("1", 28800), 1, group={"agent": "ada"}), *made(("2", 1), ("4", 14400), 2, group={"agent": "ben"}),
               *made(("1.5", 2), ("2", 43200), 3, group={"agent": ALL})], "by agent: who made the counted resolution", ruling="B47", by=["agent"]),
        pr("dst-october", "boundary", [solved("1", "2026-10-25T00:00:00Z")], [fact("ada", "2026-10-24T20:00:00Z", "2026-10-25T05:00:00Z"),
                                                                             fact("ben", "2026-10-24T22:30:00Z", "2026-10-25T00:30:00Z"), fact("ben", "2026-10-25T01:30:00Z", "2026-10-25T03:30:00Z")],
           made(("0.5", 2), ("0.615384615", 46800), 1), "9 hours of ada from the 24th; two shifts of ben on the 25th, from 00:30 and from 02:30, the second time", zone=BERLIN,
           window={"from": "2026-10-24", "to": "2026-10-26"}),
        pr("dst-march", "boundary", [solved("1", "2026-03-29T00:00:00Z")], [fact("ada", "2026-03-28T21:00:00Z", "2026-03-29T04:00:00Z")],
           made(("1", 1), ("1.142857143", 25200), 1), "22:00 to 06:00 is 7 hours", zone=BERLIN, window={"from": "2026-03-28", "to": "2026-03-30"}),
        pr("zone", "boundary", [solved("1", t("23:30"))], [fact("ada", t("22:30"), t("23:15")), fact("ada", t("23:30"), t("00:15", 6))],
           made(("0.5", 2), ("5.333333333", 5400), 1), "in Berlin one starts at 23:30 on the 5th, the other at 00:30 on the 6th", zone=BERLIN),
        pr("dst-midnight", "boundary", [solved("1", "2018-11-04T03:00:00Z", created_at="2018-11-01T00:00:00Z", first_response_at=None)], [fact("ada", "2018-11-04T02:30:00Z", "2018-11-04T02:59:00Z"), fact("ada", "2018-11-04T03:00:00Z", "2018-11-04T07:00:00Z")],
           made(("0.5", 2), ("1.784386617", 16140), 1), "in Sao Paulo one starts at 23:30, the other at midnight, which is 01:00 that night", zone=SAO_PAULO,
           window={"from": "2018-11-03", "to": "2018-11-05"}),
        pr("overlap", "boundary", [solved("1", t("10:00"))], [fact("ada", t("09:00"), t("15:00")), fact("ada", t("11:00"), t("17:00"))], made(("1", 1), ("1", 28800), 1),
           "shifts that overlap are one time"),
        pr("none", "boundary", [], [fact("ada", t("09:00"), t("17:00"))], made(("0", 1), ("0", 28800), 0), "a day without a ticket"),
        pr("nobody-there", "empty", [solved("1", t("10:00"))], [], made((None, 0), (None, 0), 1), "a ticket, and no shift"),
        pr("empty", "empty", [], [], made((None, 0), (None, 0), 0), "nothing", ruling="B55"),
        pr("null", "null", [solved("1", t("10:00"), resolved_by=None), solved("2", t("10:00"), None, resolved_by=None)], [fact("ada", t("09:00"), t("17:00"), paid=None, scheduled=None)],
           made(("1", 1), ("1", 28800), 1, left={"no_agent": 1}), "a resolver is a person; without one nobody is known"),
        pr("window", "boundary", [solved("1", d(1)), solved("2", feb(1))], [fact("ada", "2025-12-31T23:59:59.999999Z", d(1, "08:00")), fact("ada", d(9), d(9, "08:00"))],
           made(("1", 1), ("0.5", 57600), 1), "[from, to): the first shift starts before it; its time is clipped"),
        pr("as-of", "boundary", [solved("1", t("10:00")), solved("2", t("16:00"))], [fact("ada", t("09:00"), t("17:00")), fact("ada", t("09:00", 6), t("17:00", 6))],
           made(("1", 1), ("2", 14400), 1), "at 13:00 of the first day one is resolved and four hours have passed", as_of=t("13:00")),
        pr("peer", "typical", [solved(str(i), clock(CHANCES.randint(0, 4300)), CHANCES.choice(("ada", "ben", "cem", "dot", "eve", None))) for i in range(90)], FLOOR["agent_time"],
           window=THREE_DAYS, bucket="day", by=["agent"], zone=BERLIN, drop=("sample", "left_out")),
        *[c for c in time_faults(p, k, v, False) if "none-given" not in c["id"]],
        *[{**c, "records": {"agent_time": [], **c["records"]} if c["records"] else {}} for c in faults(f"{p}-tickets", k, v)],
    ]

v, p = "exchanges_per_ticket", "productivity-exchanges_per_ticket"


def ex(what, case, waits, rows=None, origin=None, **more):
    return measure(f"{p}-{what}", k, v, case, {"response_wait": waits}, rows, origin, **more)


def traded(rate, exchanges, tickets, bucket=None, group=None, left=None):
    more = {} if left is None else {"left_out": left}
    return [row("rate", rate, bucket, group, **more), row("exchanges", str(exchanges), bucket, group), row("tickets", str(tickets), bucket, group)]


WAITS = [wait("1", t("09:00"), t("09:10"), first=True), wait("1", t("10:00"), t("10:10")), wait("1", t("11:00"), t("11:10")), wait("2", t("09:00"), t("09:10"), first=True),
         wait("2", t("12:00")), wait("3", t("12:00"), first=True)]
PRODUCTIVITY += [
    ex("typical", "ruling", WAITS, traded("2", 4, 2, left={"unanswered": 2}), "a customer message followed by a human reply: three on 1, one on 2", ruling="B30"),
    ex("empty", "empty", [], traded(None, 0, 0), "nothing", ruling="B55"),
    ex("unanswered", "empty", [wait("1", t("09:00"))], traded(None, 0, 0, left={"unanswered": 1}), "no exchange at all", ruling="B55"),
    ex("null", "null", [wait("1", t("09:00"), t("09:05"), agent=None, first=None)], traded("1", 1, 1, left={}), "by whom is not known"),
    ex("months", "typical", [wait("1", d(31, "23:00"), feb(1, "08:00")), wait("1", feb(1, "09:00"), feb(1, "10:00")), wait("1", feb(1, "11:00"), feb(1, "12:00")),
                             wait("2", feb(2), feb(3))], [
        *traded("1", 1, 1, IN_JANUARY), *traded("1.5", 3, 2, IN_FEBRUARY), *traded(None, 0, 0, IN_MARCH), *traded("2", 4, 2)],
       "where the wait opens; 1 is a ticket in both months and one in all", window=QUARTER, bucket="month"),
    ex("window", "boundary", [wait("1", "2025-12-31T23:59:59.999999Z", d(1)), wait("2", d(1), d(2)), wait("3", feb(1), feb(2))], traded("1", 1, 1), "[from, to)", window=JANUARY),
    ex("as-of", "boundary", WAITS, traded("1.5", 3, 2, left={"unanswered": 1}), "at 11:05 the third reply on 1 is still to come", as_of=t("11:05")),
    ex("agents", "typical", [wait("1", t("09:00"), t("09:10"), agent="ada"), wait("1", t("10:00"), t("10:10"), agent="ben"), wait("2", t("10:00"), t("10:10"), agent="ben"),
                             wait("2", t("11:00"), t("11:10"), agent="ben")], [
        *traded("1", 1, 1, group={"agent": "ada"}), *traded("1.5", 3, 2, group={"agent": "ben"}), *traded("2", 4, 2, group={"agent": ALL})],
       "1 is a ticket of both; in all it is one", by=["agent"]),
    ex("closed-before", "bad_input", [wait("1", t("09:00"), t("08:59"))], origin="answered before it was asked",
       error={"code": "wrong_order", "record": "response_wait", "index": 0, "field": "closed_at"}),
    ex("no-ticket", "bad_input", [wait(None, t("09:00"), t("09:59"))], origin="the ticket is required",
       error={"code": "missing_field", "record": "response_wait", "index": 0, "field": "ticket"}),
    measure(f"{p}-none-given", k, v, "bad_input", {}, origin="no records were given", error={"code": "missing_records"}),
    ex("unknown-parameter", "bad_input", WAITS, origin="the KPI has no such parameter", parameters={"horizon": 60}, error={"code": "unknown_parameter", "field": "horizon"}),
    ex("peer", "typical", [wait(str(CHANCES.randint(1, 25)), clock(at := CHANCES.randint(0, 4000)), CHANCES.choice((None, clock(at + 30), clock(at + 300))),
                                agent=CHANCES.choice(("ada", "ben", None))) for _ in range(120)], window=THREE_DAYS, bucket="day", by=["agent"], drop=("sample",)),
]

# Work spans that are given ----------------------------------------------------------------------------------------------


def span(start, end, state=None, handled=None, **more):
    return {"agent": "ada", "from": start, "to": end, "state": state, "handled": handled, **more}


# Available 09:00 to 10:00 and 11:00 to 12:00; a paid break, time off, half an hour of no shift, and a span of no length.
SPANS = [
    span(t("09:00"), t("09:30"), "available", 1, paid=True), span(t("09:30"), t("10:00"), "available", 2, paid=True, planned="available"),
    span(t("10:00"), t("10:15"), "break", 0, paid=True, planned="available"), span(t("10:15"), t("10:30"), "off", planned="off"),
    span(t("10:30"), t("11:00"), handled=1, planned="available"), span(t("11:00"), t("12:00"), "available", 0, paid=True, planned="break"),
    span(t("11:30"), t("11:30"), "available", 5, paid=True, planned="available"),
]
MORNING = {"from": "2026-01-05T09:00:00Z", "to": "2026-01-05T12:00:00Z"}
# By variant: the part, the whole and why there is none; then rate, part and whole: of all, by the hour, and at 09:45.
OF_SPANS = {
    "union": ("handling", "available", "no_available_time", ("50", 3600, 7200), [("100", 3600, 3600), (None, 0, 0), ("0", 0, 3600)], ("100", 2700, 2700)),
    "concurrent": ("handling", "available", "no_available_time", ("75", 5400, 7200), [("150", 5400, 3600), (None, 0, 0), ("0", 0, 3600)], ("133.333333333", 3600, 2700)),
    "utilization": ("handling", "paid", "no_paid_time", ("44.444444444", 3600, 8100), [("100", 3600, 3600), ("0", 0, 900), ("0", 0, 3600)], ("100", 2700, 2700)),
    "shrinkage": ("unavailable", "paid", "no_paid_time", ("11.111111111", 900, 8100), [("0", 0, 3600), ("100", 900, 900), ("0", 0, 3600)], ("0", 0, 2700)),
    "schedule_adherence": ("adherent", "planned", "no_planned_time", ("30", 2700, 9000), [("100", 1800, 1800), ("25", 900, 3600), ("0", 0, 3600)], ("100", 900, 900)),
}
for v, (part, whole, why, in_all, hours, early) in OF_SPANS.items():
    k, list_ = ("occupancy_rate", OCCUPANCY) if v in ("union", "concurrent") else ("utilization", UTILIZATION)

    def sp(what, case, spans, rows=None, origin=None, **more):
        return measure(f"{k.split('_')[0]}-{v}-spans-{what}", k, v, case, {"work_span": spans}, rows, origin, **more)

    def figures(rate, a, b, bucket=None):
        return [row("rate", rate, bucket, **({"undefined": why} if rate is None else {})), row(part, str(a), bucket), row(whole, str(b), bucket)]

    list_ += [
        sp("given", "typical", SPANS, figures(*in_all), "the table of work spans itself; what has no length adds nothing"),
        sp("hours", "typical", SPANS, [one for hour, of in zip((9, 10, 11), hours) for one in figures(*of, f"2026-01-05 {hour:02}:00+00:00")] + figures(*in_all),
           "clipped to each hour", bucket="hour", window=MORNING),
        sp("as-of", "boundary", SPANS, figures(*early), "at 09:45 a span is half over", as_of=t("09:45")),
        sp("nothing-known", "null", [span(t("09:00"), t("10:00"))], figures(None, 0, 0), "neither state nor plan"),
        sp("empty", "empty", [], figures(None, 0, 0), "no span", ruling="B55"),
        sp("backwards", "bad_input", [*SPANS[:1], span(t("10:00"), t("09:59"), "available", 1)], origin="over before it began",
           error={"code": "wrong_order", "record": "work_span", "index": 1, "field": "to"}),
        sp("no-agent", "bad_input", [{**SPANS[0], "agent": None}], origin="the agent is required", error={"code": "missing_field", "record": "work_span", "index": 0, "field": "agent"}),
    ]
    if part == "handling":
        list_ += [sp("negative", "bad_input", [span(t("09:00"), t("10:00"), "available", -1)], origin="a count is not negative",
                     error={"code": "negative", "record": "work_span", "index": 0, "field": "handled"})]

PER_HOUR += [measure("per-hour-spans-given", "contacts_per_hour", "standard", "typical", {"work_span": SPANS, "contact": [
    answered("1", "ada", t("09:10")), answered("2", "ada", t("10:05")), answered("3", "ada", t("10:20")), answered("4", "ada", t("10:45")), answered("5", "ben", t("09:10"))]},
    [row("rate", "1", left_out={"off_shift": 3}), row("contacts", "2"), row("available", "7200")],
    "on shift are those at 09:10 and in the break; ada is off at 10:20, at 10:45 no shift is known, and ben has none: 2 in two hours")]
PRODUCTIVITY += [measure("productivity-per_8_hours-spans-given", "employee_productivity", "per_8_hours", "typical", {"work_span": SPANS, "ticket": [solved("1", t("10:00"))]},
                         [row("rate", "3.555555556"), row("tickets", "1"), row("time", "8100")], "two hours and a quarter of a known state that is not off: 1 × 28800/8100")]

# Times of no length, and parts that come later -----------------------------------------------------------------------------

FLICKER = [fact("ada", t("09:00"), t("10:00")), fact("ada", t("09:30"), t("09:30"), "break"), fact("ada", t("12:00"), t("12:00"))]
for v in ("union", "concurrent"):
    OCCUPANCY += [
        measure(f"occupancy-{v}-no-length", "occupancy_rate", v, "boundary", day_of(FLICKER, [work("1", "ada", t("09:00"), t("09:15"))]),
                [row("rate", "25"), row("handling", "900"), row("available", "3600")], "two changes of state at one instant, as an export has them: no time"),
        measure(f"occupancy-{v}-leg-later", "occupancy_rate", v, "boundary", day_of([fact("ada", t("09:00"), t("12:00"))], [work("1", "ada", t("09:00"), t("09:30"))],
                [leg("1", "ben", t("11:00"), t("11:30"))]), [row("rate", "50"), row("handling", "1800"), row("available", "3600")],
                "at 10:00 no leg has begun, so the contact counts by itself", as_of=t("10:00")),
    ]
PER_HOUR += [measure("per-hour-leg-later", "contacts_per_hour", "standard", "boundary", day_of([fact("ada", t("09:00"), t("12:00"))], [answered("1", "ada", t("09:00"))],
             [leg("1", "ben", t("11:00"), t("11:30"))]), [row("rate", "1", left_out={}), row("contacts", "1"), row("available", "3600")],
             "at 10:00 no leg has begun, so the contact counts by itself", as_of=t("10:00"))]
PRODUCTIVITY += [measure("productivity-per_day-no-length", "employee_productivity", "per_day", "boundary", {"agent_time": [*FLICKER, fact("ada", t("09:00", 6), t("09:00", 6))],
                 "ticket": [solved("1", t("10:00"))]}, [row("rate", "1"), row("tickets", "1"), row("workdays", "1")], "a time of no length starts no workday")]

# required_agents ------------------------------------------------------------------------------------------------------------

k, REQUIRED = "required_agents", []
HOUR = {"from": "2026-01-05T09:00:00Z", "to": "2026-01-05T10:00:00Z"}
HALF_HOUR = {"from": "2026-01-05T09:00:00Z", "to": "2026-01-05T09:30:00Z"}
REACHED = ("service_level", "occupancy", "wait")


def calls(n, over=1800, start="09:00", talk=180, id="c", **more):
    """Calls that arrive evenly, each answered at once."""
    first = datetime.fromisoformat(t(start).replace("Z", "+00:00"))
    return [answered(f"{id}{i}", "ada", (first + timedelta(seconds=i * over / n)).strftime("%Y-%m-%dT%H:%M:%S.%fZ"), talk=talk, **more) for i in range(n)]


for v in ("erlang_c", "erlang_a"):
    p = f"required-{v}"
    endless = v == "erlang_c"
    base = {} if endless else {"patience": 120}

    def fr(what, case, contacts, interval, handle, figures=None, origin=None, parameters=None, **rest):
        given = dict(parameters or {})
        inputs = {"contacts": contacts, "interval": interval, "handle_time": handle, **({} if endless else {"patience": given.pop("patience", 120)})}
        return formula(f"{p}-formula-{what}", k, v, case, inputs, figures, origin, **({"parameters": given} if given else {}), **rest)

    def rq(what, case, contacts, rows=None, origin=None, window=HALF_HOUR, parameters=None, patience=True, **more):
        if window:
            more["window"] = window
        asked = {**(base if patience else {}), **(parameters or {})}
        return measure(f"{p}-{what}", k, v, case, {"contact": contacts}, rows, origin, **({"parameters": asked} if asked else {}), **more)

    def wrong(name, i, value, how):
        return fr(f"bad-{name}-{i}", "bad_input", 100, 1800, 180, origin=how, parameters={name: value}, error={"code": "bad_parameter", "field": name})

    NOBODY = [row("agents", "0", unit="count"), row("scheduled", "0"), row("load", "0"), *none(REACHED)]
    REQUIRED += [
        fr("peer", "typical", 611, 1800, "247.5"),
        fr("peer-day", "typical", 2400, 86400, 420, parameters={"shrinkage": 32.5, "service_level": 90, "target": 30}),
        fr("peer-few", "typical", 3, 3600, 300),
        fr("peer-many", "typical", 12000, 3600, 300),
        fr("peer-strict", "boundary", 100, 1800, 180, parameters={"service_level": "99.9", "target": 5}),
        fr("peer-lax", "boundary", 100, 1800, 180, parameters={"service_level": 1, "target": 600}),
        fr("peer-at-once", "boundary", 100, 1800, 180, parameters={"target": 0}),
        fr("peer-occupancy", "typical", 100, 1800, 180, parameters={"max_occupancy": 60}),
        fr("peer-given", "typical", 100, 1800, 180, parameters={"agents": 12}),
        fr("peer-given-more", "typical", 100, 1800, 180, parameters={"agents": 40, "shrinkage": 30}),
        fr("empty", "empty", 0, 1800, 180, {"agents": {"value": "0"}, "scheduled": {"value": "0"}, "load": {"value": "0"}, **{f: undef() for f in REACHED}},
           "nobody calls, so nobody is needed, and nothing is reached", ruling="B55"),
        fr("no-work", "boundary", 5, 1800, 0, {"agents": {"value": "1"}, "load": {"value": "0"}, "service_level": {"value": "100"}, "occupancy": {"value": "0"}, "wait": {"value": "0"}},
           "contacts that take no time: one who answers"),
        fr("no-interval", "bad_input", 5, 0, 180, origin="an interval of no length", error={"code": "bad_input", "field": "interval"}),
        fr("negative", "bad_input", -1, 1800, 180, origin="a count is not negative", error={"code": "negative", "field": "contacts"}),
        fr("negative-time", "bad_input", 1, 1800, -180, origin="a duration is not negative", error={"code": "negative", "field": "handle_time"}),
        formula(f"{p}-formula-missing", k, v, "bad_input", {"contacts": 5, "interval": 1800, **base}, origin="an input is absent",
                error={"code": "missing_input", "field": "handle_time"}),
        formula(f"{p}-formula-unknown", k, v, "bad_input", {"contacts": 5, "interval": 1800, "handle_time": 60, "load": 1, **base}, origin="an input too many",
                error={"code": "unknown_input", "field": "load"}),
        *(wrong("service_level", i, x, "more than 0 and less than 100") for i, x in enumerate((0, 100, -5, "all"), 1)),
        *(wrong("target", i, x, "a duration") for i, x in enumerate((-1, "soon"), 1)),
        *(wrong("shrinkage", i, x, "0 or more and less than 100") for i, x in enumerate((-1, 100), 1)),
        *(wrong("max_occupancy", i, x, "more than 0 and at most 100") for i, x in enumerate((0, 101), 1)),
        rq("two", "typical", calls(2), [row("load", "0.2")], "2 calls of 3 minutes in half an hour"),
        rq("handle-times", "typical", [answered("1", "ada", t("09:00"), talk=100, hold=50, wrap_up=30), answered("2", "ada", t("09:10"), ended_at=t("09:12"), wrap_up=60),
                                       answered("3", "ada", t("09:20"), talk=180, ended_at=t("09:29")), answered("4", "ada", t("09:25"))],
           [row("load", "0.4")], "three of 3 minutes, one of which nobody knows: 4 × 180 ÷ 1800"),
        rq("abandoned", "ruling", [*calls(4), call("a", t("09:05"), ended_at=t("09:05:03")), call("b", t("09:05"), ended_at=t("09:15"))], [row("load", "0.6")],
           "all that were offered, the short ones too, at the mean of those answered: 6 × 180 ÷ 1800", ruling="B19"),
        rq("left-out", "typical", [*calls(2), call("o", t("09:01"), t("09:01"), direction="outbound", talk=900), call("m", None, started_at=t("09:01"), ended_at=t("09:02"), abandon_step="menu"),
                                   call("s", t("09:01"), outcome="self_served"), call("b", t("09:01"), outcome="callback"), call("f", t("09:01"), outcome="failed")], [
            row("agents", "1", left_out={"callback": 1, "failed": 1, "not_queued": 1, "outbound": 1, "self_served": 1}), row("load", "0.2")],
           "the population of the service level", ruling="B19"),
        rq("empty", "empty", [], NOBODY, "nobody calls", ruling="B55"),
        rq("nobody-answered", "empty", [call("1", t("09:05"), ended_at=t("09:15"))], none(("agents", "scheduled", "load", *REACHED)), "how long a contact takes is not known", ruling="B55"),
        rq("null", "null", [answered("1", "ada", t("09:00"), talk=180, hold=None, wrap_up=None), answered("2", None, t("09:10"), talk=180)], [row("load", "0.2")],
           "no hold and no wrap-up are 0; whose they were does not matter"),
        rq("window", "boundary", [*calls(2), answered("x", "ada", t("08:59:59.999999"), talk=900), answered("y", "ada", t("09:30"), talk=900)], [row("load", "0.2")], "[from, to)"),
        rq("halves", "typical", [*calls(100), *calls(10, start="09:30", id="d", talk=600)], [
            row("load", "10", "2026-01-05 09:00+00:00"), row("load", "3.333333333", "2026-01-05 09:30+00:00"), row("agents", "0", "2026-01-05 10:00+00:00"),
            row("load", "4.444444444")], "100 × 180 and 10 × 600 in half an hour each, and both in an hour and a half", bucket="30min",
           window={"from": "2026-01-05T09:00:00Z", "to": "2026-01-05T10:30:00Z"}),
        rq("peer", "typical", [*calls(100), *calls(37, start="09:30", id="d", talk=425.5)], bucket="15min", window={"from": "2026-01-05T09:00:00Z", "to": "2026-01-05T10:15:00Z"},
           drop=("sample",)),
        rq("peer-channels", "typical", [*calls(60), *calls(20, id="d", talk=600, channel="chat")], by=["channel"], parameters={"shrinkage": 30}, drop=("sample",)),
        rq("as-of", "boundary", calls(10, talk=168), [row("load", "1")], "at 09:14 five have come, in 14 minutes: 5 × 168 ÷ 840", as_of=t("09:14")),
        rq("dst-day", "boundary", [answered("1", "ada", "2026-10-25T00:30:00Z", talk=900), answered("2", "ada", "2026-10-25T23:30:00Z", talk=900)], [row("load", "0.01")],
           "a day of 25 hours in Berlin: 900 ÷ 90000", zone=BERLIN, window={"from": "2026-10-25", "to": "2026-10-26"}),
        rq("no-window", "bad_input", calls(2), origin="how long the interval was is not said", window=None, error={"code": "window_required"}),
        rq("no-channel", "bad_input", [answered("1", "ada", t("09:00"), channel=None)], origin="the channel is required",
           error={"code": "missing_field", "record": "contact", "index": 0, "field": "channel"}),
        rq("twice", "bad_input", [answered("1", "ada", t("09:00")), answered("1", "ada", t("09:01"))], origin="contact 1 twice in one input",
           error={"code": "duplicate_id", "record": "contact", "index": 1, "field": "id"}),
        rq("unknown-parameter", "bad_input", calls(2), origin="the KPI has no such parameter", parameters={"horizon": 60}, error={"code": "unknown_parameter", "field": "horizon"}),
        measure(f"{p}-none-given", k, v, "bad_input", {}, origin="no contacts were given", window=HALF_HOUR, error={"code": "missing_records"},
                **({} if endless else {"parameters": base})),
    ]
    if endless:
        REQUIRED += [
            fr("two", "typical", 60, 3600, 60, {"agents": {"value": "2", "unit": "count"}, "load": {"value": "1", "unit": "ratio"}, "service_level": {"value": "66.666666667", "unit": "percent"},
                                                "occupancy": {"value": "50", "unit": "percent"}, "wait": {"value": "20", "unit": "seconds"}},
               "one Erlang on two agents: a third waits, 60/3 seconds in the mean of all", parameters={"agents": 2, "target": 0}),
            fr("three", "typical", 120, 3600, 60, {"service_level": {"value": "55.555555556"}, "occupancy": {"value": "66.666666667"}, "wait": {"value": "26.666666667"}},
               "two Erlangs on three agents: 4/9 wait", parameters={"agents": 3, "target": 0}),
            fr("one", "typical", 30, 3600, 60, {"agents": {"value": "1"}, "service_level": {"value": "50"}, "occupancy": {"value": "50"}, "wait": {"value": "60"}},
               "half an Erlang on one agent: half of all wait, a minute in the mean", parameters={"agents": 1, "target": 0}),
            fr("search-two", "boundary", 60, 3600, 60, {"agents": {"value": "2"}, "scheduled": {"value": "2"}, "service_level": {"value": "66.666666667"}},
               "one agent cannot carry one Erlang; two answer two thirds at once", parameters={"target": 0, "service_level": 66}),
            fr("search-three", "boundary", 60, 3600, 60, {"agents": {"value": "3"}, "service_level": {"value": "90.909090909"}}, "67 % is more than two can: of three 10/11 at once",
               parameters={"target": 0, "service_level": 67}),
            fr("max-occupancy", "boundary", 60, 3600, 60, {"agents": {"value": "2"}, "occupancy": {"value": "50"}}, "exactly the most is allowed",
               parameters={"target": 0, "service_level": 50, "max_occupancy": 50}),
            fr("max-occupancy-less", "boundary", 60, 3600, 60, {"agents": {"value": "3"}, "occupancy": {"value": "33.333333333"}}, "a little less is one more agent",
               parameters={"target": 0, "service_level": 50, "max_occupancy": "49.9"}),
            fr("shrinkage", "boundary", 60, 3600, 60, {"agents": {"value": "2"}, "scheduled": {"value": "4"}}, "2 ÷ (1 − 0.5), exactly 4", parameters={"agents": 2, "shrinkage": 50}),
            fr("shrinkage-tenths", "boundary", 60, 3600, 60, {"agents": {"value": "7"}, "scheduled": {"value": "10"}}, "7 ÷ 0.7 is exactly 10, not 11",
               parameters={"agents": 7, "shrinkage": 30}),
            fr("shrinkage-up", "boundary", 60, 3600, 60, {"scheduled": {"value": "11"}}, "7 ÷ 0.699 is more than 10", parameters={"agents": 7, "shrinkage": "30.1"}),
            fr("overloaded", "bad_input", 60, 3600, 60, origin="one agent cannot carry one Erlang: the queue has no end", parameters={"agents": 1}, error={"code": "overloaded"}),
            fr("overloaded-none", "bad_input", 60, 3600, 60, origin="nor can nobody", parameters={"agents": 0}, error={"code": "overloaded"}),
            fr("published-14", "typical", 100, 1800, 180, {
                "agents": {"value": "14"}, "scheduled": {"value": "20"}, "load": {"value": "10"}, "occupancy": {"value": "71.428571429"},
                "service_level": {"value": "88.835001918"}, "wait": {"value": "7.835937012"}},
               "published: Call Centre Helper, Erlang C worked example: 100 calls of 3 minutes in half an hour, 80 % in 20 s, shrinkage 30 %: 14 agents, 20 scheduled, 88.8 %, 7.8 s, 71.4 %; "
               "further digits by the peer", parameters={"shrinkage": 30}),
            fr("published-50", "typical", 48, 60, 60, {"load": {"value": "48"}, "occupancy": {"value": "96"}, "wait": {"value": "20.833668336"}},
               "published: Garnett, Mandelbaum and Reiman 2002, table 1: 48 calls a minute of 1 minute, 50 agents: wait 20.8 s, utilization 96 %; further digits by the peer",
               parameters={"agents": 50}),
            fr("peer-55", "typical", 360, 1800, 240, parameters={"agents": 55, "target": 15}),
            rq("half-hour", "typical", calls(100), [row("agents", "14", unit="count", left_out={}), row("scheduled", "20"), row("load", "10"), row("service_level", "88.835001918"),
                                                   row("occupancy", "71.428571429"), row("wait", "7.835937012")],
               "published: the same example as records", parameters={"shrinkage": 30}),
            rq("given-overloaded", "boundary", calls(60, over=1800, talk=60), none(REACHED, "overloaded"), "two Erlangs on two agents: the queue has no end", parameters={"agents": 2}),
            rq("given", "typical", calls(60, over=1800, talk=30), [row("agents", "2"), row("service_level", "66.666666667"), row("wait", "10"), row("load", "1")],
               "one Erlang on two agents: a third waits, 30/3 seconds in the mean of all", parameters={"agents": 2, "target": 0}),
        ]
    else:
        REQUIRED += [
            fr("one", "typical", 60, 3600, 60, {"agents": {"value": "1"}, "load": {"value": "1"}, "service_level": {"value": "36.787944117"}, "occupancy": {"value": "63.212055883"},
                                                "wait": {"value": "22.07276647"}},
               "one Erlang on one agent, patience as long as a call: the number there is Poisson of mean 1: served at once 1/e, busy 1 − 1/e, lost 1/e of all × 60 s",
               parameters={"agents": 1, "target": 0, "patience": 60}),
            fr("two", "typical", 60, 3600, 60, {"service_level": {"value": "73.575888234"}, "wait": {"value": "6.218299411"}}, "on two agents: P(Poisson of mean 1 ≤ 1) = 2/e",
               parameters={"agents": 2, "target": 0, "patience": 60}),
            fr("search", "boundary", 60, 3600, 60, {"agents": {"value": "2"}, "service_level": {"value": "73.575888234"}}, "2/e at once is enough for 73 %",
               parameters={"target": 0, "patience": 60, "service_level": 73}),
            fr("search-more", "boundary", 60, 3600, 60, {"agents": {"value": "3"}, "service_level": {"value": "91.969860293"}}, "but not for 74 %: 2.5/e",
               parameters={"target": 0, "patience": 60, "service_level": 74}),
            fr("overload-carried", "ruling", 120, 3600, 60, {"agents": {"value": "1"}, "load": {"value": "2"}, "occupancy": {"value": "86.466471676"}},
               "two Erlangs on one agent: those who give up keep the queue short; busy 1 − 1/e²", parameters={"agents": 1, "target": 0, "patience": 60}),
            fr("overloaded-none", "bad_input", 60, 3600, 60, origin="nobody can carry nothing", parameters={"agents": 0}, error={"code": "overloaded"}),
            fr("published-50", "typical", 48, 60, 60, {"load": {"value": "48"}, "occupancy": {"value": "93.03242408"}, "wait": {"value": "3.709469899"}},
               "published: Garnett, Mandelbaum and Reiman 2002, table 1: 48 calls a minute of 1 minute, patience 2 minutes, 50 agents: wait 3.7 s, utilization 93 %; further digits by the peer",
               parameters={"agents": 50}),
            fr("patient", "boundary", 100, 1800, 180, parameters={"patience": 10**6}),
            fr("impatient", "boundary", 100, 1800, 180, parameters={"patience": 1}),
            fr("page", "typical", 400, 3600, 180, {"agents": {"value": "21"}, "load": {"value": "20"}}, "20 Erlangs, a minute of patience; the count of agents by the peer",
               parameters={"patience": 60}),
            fr("no-patience", "bad_input", 100, 1800, 180, origin="patience is more than 0", parameters={"patience": 0}, error={"code": "bad_input", "field": "patience"}),
            fr("negative-patience", "bad_input", 100, 1800, 180, origin="a duration is not negative", parameters={"patience": -1}, error={"code": "negative", "field": "patience"}),
            formula(f"{p}-formula-patience-missing", k, v, "bad_input", {"contacts": 100, "interval": 1800, "handle_time": 180}, origin="how long people wait is not said",
                    error={"code": "missing_input", "field": "patience"}),
            formula(f"{p}-formula-patience-parameter", k, v, "bad_input", {"contacts": 100, "interval": 1800, "handle_time": 180, **base},
                    origin="in the formula patience is an input, over records a parameter", parameters=base, error={"code": "unknown_parameter", "field": "patience"}),
            rq("bad-patience", "bad_input", calls(2), origin="patience is more than 0", parameters={"patience": 0}, error={"code": "bad_parameter", "field": "patience"}),
            rq("patience-read", "typical", [*calls(58, over=3600, talk=60), call("w", t("09:10"), t("09:11"), agent="ada", talk=60), call("g", t("09:20"), ended_at=t("09:20:00"))], [
                row("load", "1"), row("agents", "1"), row("service_level", "36.787944117"), row("wait", "22.07276647")],
               "a minute in the queue and one who gave up: patience of a minute; one Erlang on one agent", window=HOUR, parameters={"agents": 1, "target": 0}, patience=False),
            rq("patience-read-peer", "typical", [*calls(80, over=1800, talk=200), *(call(f"w{i}", t(f"09:{10 + i}"), t(f"09:{10 + i}:40"), agent="ada", talk=200) for i in range(9)),
                                                 *(call(f"g{i}", t(f"09:{10 + i}"), ended_at=t(f"09:{10 + i}:25")) for i in range(6))], patience=False, drop=("sample",)),
            rq("patience-endless", "boundary", calls(60, over=3600, talk=60), [row("agents", "2"), row("service_level", "66.666666667"), row("wait", "20")],
               "nobody gave up, so everybody waits, as in Erlang C", window=HOUR, parameters={"agents": 2, "target": 0}, patience=False),
            rq("half-hour", "typical", calls(60, over=3600, talk=60), [row("agents", "1"), row("service_level", "36.787944117"), row("load", "1")], "one Erlang on one agent",
               window=HOUR, parameters={"agents": 1, "target": 0, "patience": 60}),
        ]

for one in REQUIRED:
    if "expect" not in one:
        one["origin"] = f"peer: mpmath {mpmath.__version__} at 50 digits (vectors/peers/workload.py)"

FILES = {
    "occupancy_rate": ("Occupancy rate: conformance cases", OCCUPANCY),
    "utilization": ("Utilization: conformance cases", UTILIZATION),
    "contacts_per_hour": ("Contacts per hour: conformance cases", PER_HOUR),
    "employee_productivity": ("Employee productivity: conformance cases", PRODUCTIVITY),
    "required_agents": ("Required agents: conformance cases", REQUIRED),
}
