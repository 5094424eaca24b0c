"""The cases of self-service, bots, articles and of what comes per account, for `oracle.py`.

A case with `expect` was worked by hand (its origin says how) and is confirmed by the peer; one without is computed
by the peer. All instants are of January 2026 unless they say otherwise; 5 January is a Monday.
"""

import random

from cases import ALL, BERLIN, FEBRUARY, JANUARY, OLD, QUARTER, account, call, d, formula, measure, row, ticket, undef
from cases_resolution import IN_FEBRUARY, IN_JANUARY, IN_MARCH, TO_MARCH, conversion, faults, feb, mar, share_formulas

DAY = 86400
LATER = d(1, month=6)


def session(id, started, account="a", kind="help_center", **more):
    out = {"id": str(id), "account": account, "kind": kind, "started_at": started, **more}
    return {name: value for name, value in out.items() if value is not None or name in more}


def came(id, created, account="a", **more):
    return ticket(id, created, account=account, **more)


def session_faults(p, k, v, **request):
    """Bad sessions and parameters."""
    good = session("1", d(5))

    def wrong(what, origin, code, field, bad):
        return measure(f"{p}-{what}", k, v, "bad_input", {"session": [good, bad], "ticket": [], "account": []}, origin=origin,
                       error={"code": code, "record": "session", "index": 1, "field": field}, **request)

    return [
        wrong("session-twice", "session 1 twice in one input", "duplicate_id", "id", session("1", d(6))),
        wrong("session-no-kind", "the kind is required", "missing_field", "kind", session("2", d(6), kind=None)),
        wrong("session-no-start", "the start is required", "missing_field", "started_at", session("2", None)),
        wrong("session-unknown-kind", "no such kind", "unknown_word", "kind", session("2", d(6), kind="faq")),
        wrong("session-ends-before", "over before it began", "wrong_order", "ended_at", session("2", d(6), ended_at="2026-01-05T23:59:59.999999Z")),
        measure(f"{p}-none-given", k, v, "bad_input", {}, origin="no records were given", error={"code": "missing_records"}, **request),
        measure(f"{p}-unknown-parameter", k, v, "bad_input", {"session": [good], "ticket": [], "account": []}, parameters={"horizon": 60},
                origin="the KPI has no such parameter", error={"code": "unknown_parameter", "field": "horizon"}, **request),
        measure(f"{p}-skipped", k, v, "bad_input", {"session": [good, session("1", d(6)), session("2", d(6), kind="faq")], "ticket": [], "account": []},
                [], "two bad sessions are skipped and counted", bad_records="skip", inputs={"session": {"skipped": {"duplicate_id": 1, "unknown_word": 1}}},
                **{"window": JANUARY, **request}),
    ]


def wrong_parameters(p, k, v, **values):
    return [measure(f"{p}-bad-{name}-{i}", k, v, "bad_input", {"session": [], "ticket": []}, origin=f"{name} cannot be {value!r}",
                    parameters={name: value}, error={"code": "bad_parameter", "field": name})
            for name, list_ in values.items() for i, value in enumerate(list_, 1)]


BAD_TIME, BAD_ANONYMOUS, BAD_KINDS = [-1, "soon"], ["maybe", ""], ["chatbot", [], [5]]

# 100 sessions: 20 said solved, 10 followed by a ticket, 70 silent; 50 tickets, 10 of them after a session.
B28 = {
    "session": [session(f"s{i}", d(5, f"{8 + i // 60:02}:{i % 60:02}"), f"a{i}", solved=True if i < 20 else None) for i in range(100)],
    "ticket": [*(came(f"t{i}", d(5, f"15:{i:02}"), f"a{20 + i}") for i in range(10)), *(came(f"u{i}", d(6, f"10:{i:02}"), f"b{i}") for i in range(40))],
}

CHANCES = random.Random(28)


def moment(first, last):
    return d(CHANCES.randint(1, 28), f"{CHANCES.randint(0, 23):02}:{CHANCES.randint(0, 59):02}:{CHANCES.randint(0, 59):02}", month=CHANCES.randint(first, last))


def random_service(n=120):
    """Sessions, tickets and calls of few accounts, so that they meet."""
    who = [f"c{i}" for i in range(40)] + [None]
    sessions = [session(f"s{i}", moment(1, 3), CHANCES.choice(who), CHANCES.choice(("help_center", "article", "forum", "chatbot")),
                        solved=CHANCES.choice((True, False, None)), region=CHANCES.choice(("north", "south", None))) for i in range(n)]
    tickets = [came(f"t{i}", moment(1, 3), CHANCES.choice(who), region=CHANCES.choice(("north", "south", None)),
                    opened_by=CHANCES.choice(("customer", "agent", None)), status=CHANCES.choice(("open",) * 8 + ("merged", "spam"))) for i in range(n)]
    calls = [call(f"k{i}", moment(1, 3), account=CHANCES.choice(who), direction=CHANCES.choice(("inbound", "outbound", None))) for i in range(n // 3)]
    # Half of the tickets follow some session by less than two days.
    for t, s in zip(tickets, sessions):
        if CHANCES.random() < 0.5 and s.get("account"):
            t["account"] = s["account"]
            day = int(s["started_at"][8:10])
            t["created_at"] = s["started_at"][:8] + f"{min(day + CHANCES.randint(0, 1), 28):02}T23:59:59Z"
    return {"session": sessions, "ticket": tickets, "contact": calls}


CROWD = random_service()
BY_REGION = {"window": QUARTER, "bucket": "month", "by": ["region"]}

# deflection_rate ------------------------------------------------------------------------------------------------------

k, v, p = "deflection_rate", "standard", "deflection"


def df(what, case, records, rows=None, origin=None, window=JANUARY, **more):
    if window:
        more["window"] = window
    return measure(f"{p}-{what}", k, v, case, records, rows, origin, **more)


def st(sessions, tickets=(), contacts=None):
    return {"session": sessions, "ticket": list(tickets)} | ({} if contacts is None else {"contact": contacts})


def rate(value, n, deflected, tickets, left=None):
    return [row("rate", value, sample=n, **({} if left is None else {"left_out": left})), row("deflected", str(deflected)), row("tickets", str(tickets))]


def deflected(what, case, a, b, figures=None, origin=None, **rest):
    return formula(f"{p}-formula-{what}", k, v, case, {"deflected": a, "tickets": b}, figures, origin, **rest)


DEFLECTION = [
    deflected("b28", "ruling", 90, 50, {"rate": {"value": "64.285714286", "unit": "percent", "sample": 140, "numerator": "90", "denominator": "140"},
                                        "deflected": {"value": "90", "unit": "count"}, "tickets": {"value": "50", "unit": "count"}}, "90/(90 + 50)", ruling="B28"),
    deflected("wilson", "typical", 14, 6, {"rate": {"value": "70", "lower": 48.102718164647645, "upper": 85.45227551323957}},
              "published: statsmodels 0.15.0 and R 4.2.2, Wilson of 14/20, case prop-wilson-14-20 of the reference vectors"),
    deflected("empty", "empty", 0, 0, {"rate": undef() | {"lower": None, "upper": None}, "deflected": {"value": "0"}, "tickets": {"value": "0"}},
              "0/0 is undefined, counts over nothing are 0", ruling="B55"),
    deflected("none", "boundary", 0, 10, {"rate": {"value": "0", "lower": 0.0, "upper": 27.753279986288926}},
              "published: statsmodels 0.15.0, Wilson of 0/10, case prop-wilson-edge-0-10 of the reference vectors"),
    deflected("all", "boundary", 10, 0, {"rate": {"value": "100", "upper": 100.0}}, "tickets are not sessions, so there may be none"),
    deflected("more-tickets", "boundary", 1, 2, {"rate": {"value": "33.333333333"}}, "1/3, one division", ruling="B33"),
    deflected("level", "typical", 14, 6, level=0.8),
    deflected("peer", "typical", 61, 112),
    deflected("negative", "bad_input", -1, 5, origin="a count is not negative", error={"code": "negative", "field": "deflected"}),
    formula(f"{p}-formula-missing", k, v, "bad_input", {"deflected": 5}, origin="an input is absent", error={"code": "missing_input", "field": "tickets"}),
    formula(f"{p}-formula-unknown", k, v, "bad_input", {"deflected": 5, "tickets": 5, "sessions": 10}, origin="an input too many",
            error={"code": "unknown_input", "field": "sessions"}),
    df("b28", "ruling", B28, rate("64.285714286", 140, 90, 50, {"contacted": 10}), "90 sessions without contact, silent or not, and 50 tickets", ruling="B28"),
    df("typical", "typical", st([session("1", d(5)), session("2", d(6), "b"), session("3", d(7), "c")], [came("t", d(6, "12:00"), "b"), came("u", d(8), "z")]),
       rate("50", 4, 2, 2, {"contacted": 1}), "1 and 3; 2 came back after twelve hours; z had no session"),
    df("call", "typical", st([session("1", d(5)), session("2", d(5), "b")], [], [call("k", d(5, "12:00"), account="a"), call("o", d(5, "12:00"), account="b", direction="outbound")]),
       rate("100", 1, 1, 0, {"contacted": 1}), "a called; b was called, which is not b's contact"),
    df("call-in-menu", "boundary", st([session("1", d(5))], [], [call("k", None, started_at=d(5, "12:00"), ended_at=d(5, "12:01"), account="a", abandon_step="menu")]),
       rate(None, 0, 0, 0, {"contacted": 1}), "a call counts from its start where it never queued"),
    df("exactly-a-day", "boundary", st([session("1", d(5)), session("2", d(5), "b")], [came("t", d(6), "a"), came("u", "2026-01-06T00:00:00.000001Z", "b")]),
       rate("33.333333333", 3, 1, 2, {"contacted": 1}), "within means at most: a came in time, b 1 µs after it"),
    df("same-instant", "boundary", st([session("1", d(5))], [came("t", d(5))]), rate("50", 2, 1, 1, {}), "a ticket of that instant does not follow the session"),
    df("before", "boundary", st([session("1", d(5, "12:00"))], [came("t", d(5))]), rate("50", 2, 1, 1, {}), "nor does one that came before"),
    df("first-contact", "boundary", st([session("1", d(5)), session("2", d(8))], [came("t", d(6, "12:00")), came("u", d(8, "12:00"))]),
       rate("33.333333333", 3, 1, 2, {"contacted": 1}), "the first ticket is too late for 1; the second follows 2"),
    df("opened-by", "ruling", st([session(str(i), d(5), x) for i, x in enumerate("abcd")], [
        came("t", d(5, "12:00"), "a", opened_by="customer"), came("u", d(5, "12:00"), "b", opened_by="agent"), came("w", d(5, "12:00"), "c", opened_by="bot"),
        came("x", d(5, "12:00"), "d")]), rate("33.333333333", 6, 2, 4, {"contacted": 2}), "only what the customer opened is a contact; all four are tickets", ruling="B28"),
    df("merged-spam", "boundary", st([session("1", d(5)), session("2", d(5), "b"), session("3", d(5), "c")], [
        came("t", d(5, "12:00"), "a", status="merged"), came("u", d(5, "12:00"), "b", status="spam"), came("w", d(5, "12:00"), "c", merged_at=d(9))]),
       rate("100", 3, 3, 0, {"merged": 2, "spam": 1}), "neither contact nor ticket", ruling="B20"),
    df("deleted", "ruling", st([session("1", d(5))], [
        came("t", d(8), "z", status="deleted"), came("u", d(8), "y", deleted_at=d(9)), came("w", d(8), "x", status="deleted", first_response_at=d(8, "01:00"))]),
       rate("50", 2, 1, 1, {"deleted": 2}), "a ticket deleted without an answer counts only in requests processed and ticket volume", ruling="B20"),
    df("handed-over", "boundary", st([session("1", d(5), kind="chatbot", handed_over_at=d(5, "00:10")), session("2", d(5), "b", kind="chatbot", handed_over_at=d(6, "00:10"))]),
       rate("100", 1, 1, 0, {"contacted": 1}), "handed over to a person within a day is a contact"),
    df("window-open", "ruling", st([session("1", d(31)), session("2", "2026-01-31T00:00:00.000001Z", "b"), session("3", d(31, "12:00"), "c")],
                                   [came("t", d(31, "13:00"), "c"), came("u", d(31), "z")]),
       rate("50", 2, 1, 1, {"window_open": 3}), "1's day ends with the window; those of 2, 3 and t do not, whether or not a contact came"),
    df("as-of", "boundary", st([session("1", d(5)), session("2", d(9, "12:00"), "b")], [came("t", d(5, "12:00")), came("u", d(10, "12:00"), "z")]),
       rate("0", 1, 0, 1, {"contacted": 1, "window_open": 1}), "on the 10th 2's day is not over and u is not there", as_of=d(10)),
    df("as-of-later", "boundary", st([session("1", d(31, "12:00"))], [came("t", feb(1, "10:00"))]), rate(None, 0, 0, 0, {"contacted": 1}),
       "known in June: contacted on 1 February", as_of=LATER),
    df("as-of-required", "bad_input", st([session("1", d(5))]), origin="whether a day is over is not said", window=None, error={"code": "as_of_required"}),
    df("link-within", "boundary", st([session("1", d(5))], [came("t", d(5, "01:00"))]), rate("50", 2, 1, 1, {}), "half an hour", parameters={"link_within": 1800}),
    df("link-within-week", "boundary", st([session("1", d(5))], [came("t", d(12))]), rate("0", 1, 0, 1, {"contacted": 1}), "a week",
       parameters={"link_within": 7 * DAY}),
    df("link-within-none", "boundary", st([session("1", d(5)), session("2", d(5), "b", handed_over_at=d(5))], [came("t", d(5))]), rate("50", 2, 1, 1, {"contacted": 1}),
       "no time at all: a handover at the start is one, a ticket of that instant does not follow", parameters={"link_within": 0}),
    df("kinds", "typical", st([session("1", d(5)), session("2", d(5), "b", "chatbot"), session("3", d(5), "c", "forum")], [came("t", d(5, "12:00"), "c")]),
       rate("50", 2, 1, 1, {"contacted": 1, "other_session": 1}), "without the bot's", parameters={"kinds": ["help_center", "article", "forum"]}),
    df("kinds-one", "typical", st([session("1", d(5)), session("2", d(5), "b", "chatbot")]), rate("100", 1, 1, 0, {"other_session": 1}), "the bot's only",
       parameters={"kinds": ["chatbot"]}),
    df("anonymous", "null", st([session("1", d(5), None), session("2", d(5), "b")], [came("t", d(5, "12:00"), None), came("u", d(5, "12:00"), "b")]),
       rate("33.333333333", 3, 1, 2, {"contacted": 1}), "of nobody known: no contact can be found, and none is counted"),
    df("anonymous-include", "null", st([session("1", d(5), None)]), rate("100", 1, 1, 0, {}), "`include` is the default by its name", parameters={"anonymous": "include"}),
    df("anonymous-exclude", "null", st([session("1", d(5), None), session("2", d(5), "b")], [came("t", d(5, "12:00"), None)]), rate("50", 2, 1, 1, {"no_account": 1}),
       "only sessions of somebody known; the ticket of nobody known counts", parameters={"anonymous": "exclude"}),
    df("given", "typical", {"session": [session("1", d(5), contacted_at=d(5, "01:00")), session("2", d(5), contacted_at=None)], "ticket": []},
       rate("100", 1, 1, 0, {"contacted": 1}), "the table says itself which were followed by a contact"),
    df("empty", "empty", st([]), rate(None, 0, 0, 0, {}), "nothing", ruling="B55"),
    df("only-tickets", "boundary", st([], [came("t", d(5))]), rate("0", 1, 0, 1, {}), "0/1"),
    df("window", "boundary", st([session("1", "2025-12-31T23:59:59.999999Z"), session("2", d(1), "b"), session("3", d(30, "23:59:59.999999"), "c")],
                                [came("t", "2025-12-31T23:59:59.999999Z", "z"), came("u", feb(1), "z")]), rate("100", 2, 2, 0, {}), "[from, to)"),
    df("months", "typical", st([session("1", d(30)), session("2", d(31, "12:00"), "b"), session("3", feb(3), "c")],
                               [came("t", feb(1), "b"), came("u", feb(5), "z"), came("w", feb(3, "01:00"), "c")]), [
        row("rate", "100", IN_JANUARY, sample=1, left_out={"contacted": 1}), row("deflected", "1", IN_JANUARY), row("tickets", "0", IN_JANUARY),
        row("rate", "0", IN_FEBRUARY, sample=3, left_out={"contacted": 1}), row("tickets", "3", IN_FEBRUARY), row("rate", "25", sample=4)],
       "2 of January is followed by a ticket of February: a session counts in its own month", window=TO_MARCH, bucket="month", as_of=LATER),
    df("regions", "typical", st([session("1", d(5), region="north"), session("2", d(5), "b", region="south")], [came("t", d(5, "12:00"), "b", region="south"), came("u", d(6), "z")]), [
        row("rate", "100", group={"region": "north"}, sample=1), row("rate", "0", group={"region": "south"}, sample=1),
        row("rate", "0", group={"region": None}, sample=1), row("rate", "33.333333333", group={"region": ALL}, sample=3)], "1/1, 0/1, 0/1, in all 1/3", by=["region"]),
    df("zone", "boundary", st([session("1", "2025-12-31T23:30:00Z")]), rate("100", 1, 1, 0, {}), "in Berlin it is January", zone=BERLIN),
    df("filter", "typical", st([session("1", d(5)), session("2", d(5), "b", "forum")], [came("t", d(5, "12:00"))]), rate("50", 2, 1, 1, {}),
       "forums only; whom the ticket is of is found before", filters=[{"record": "session", "field": "kind", "any_of": ["forum"]}]),
    df("peer", "typical", CROWD, window=QUARTER, bucket="month", by=["region"], as_of=LATER),
    df("peer-weeks", "typical", CROWD, window=QUARTER, bucket="week", zone=BERLIN, parameters={"anonymous": "exclude", "link_within": 2 * DAY}),
    *session_faults(p, k, v),
    *wrong_parameters(p, k, v, link_within=BAD_TIME, anonymous=BAD_ANONYMOUS, kinds=BAD_KINDS),
    measure(f"{p}-ticket-twice", k, v, "bad_input", st([], [came("1", d(5)), came("1", d(6))]), origin="ticket 1 twice in one input", ruling="B45",
            error={"code": "duplicate_id", "record": "ticket", "index": 1, "field": "id"}),
]

# self_service_completion_rate -------------------------------------------------------------------------------------------

k, COMPLETION = "self_service_completion_rate", []
for v, whole in (("of_issues", "issues"), ("of_sessions", "sessions")):
    p = f"completion-{v}"
    issues = v == "of_issues"

    def cp(what, case, records, rows=None, origin=None, window=JANUARY, **more):
        if window:
            more["window"] = window
        return measure(f"{p}-{what}", k, v, case, records, rows, origin, **more)

    def done(value, n, completed, left=None):
        return [row("share", value, sample=n, **({} if left is None else {"left_out": left})), row("completed", str(completed)), row(whole, str(n))]

    def mine(of_issues, of_sessions):
        return done(*(of_issues if issues else of_sessions))

    yes = {"solved": True}
    COMPLETION += share_formulas(p, k, v, "completed", whole) + [
        formula(f"{p}-formula-b28", k, v, "ruling", {"completed": 20, whole: 140 if issues else 100}, {"share": {"value": "14.285714286" if issues else "20"}},
                "20/140" if issues else "20/100", ruling="B28"),
        cp("b28", "ruling", B28, mine(("14.285714286", 140, 20, {"through_session": 10}), ("20", 100, 20, {})),
           "20 of 100 sessions and 40 tickets not preceded by one" if issues else "20 of 100 sessions", ruling="B28"),
        cp("typical", "typical", st([session("1", d(5), **yes), session("2", d(6), "b", **yes), session("3", d(6), "c", solved=False), session("4", d(6), "e")],
                                    [came("t", d(6, "12:00"), "b"), came("u", d(7), "z")]),
           mine(("20", 5, 1, {"through_session": 1}), ("25", 4, 1, {})), "1 was completed; 2 said so and came back; 3 said no, 4 nothing"),
        cp("exactly-a-day", "boundary", st([session("1", d(5), **yes), session("2", d(5), "b", **yes)], [came("t", d(6), "a"), came("u", "2026-01-06T00:00:00.000001Z", "b")]),
           mine(("33.333333333", 3, 1, {"through_session": 1}), ("50", 2, 1, {})), "t comes within a day, u 1 µs after it"),
        cp("same-instant", "boundary", st([session("1", d(5), **yes)], [came("t", d(5))]), mine(("100", 1, 1, {"through_session": 1}), ("100", 1, 1, {})),
           "at the instant of the session: preceded by it, and no contact after it"),
        cp("latest-session", "boundary", st([session("1", d(3), **yes), session("2", d(5), solved=False)], [came("t", d(5, "12:00")), came("u", d(7))]),
           mine(("33.333333333", 3, 1, {"through_session": 1}), ("50", 2, 1, {})), "the last session before a ticket is asked: t follows 2, u follows nothing in time"),
        cp("handed-over", "boundary", st([session("1", d(5), kind="chatbot", handed_over_at=d(5, "00:05"), **yes), session("2", d(5), "b", **yes)]),
           done("50", 2, 1, {}), "solved, but by a person"),
        cp("call", "typical", st([session("1", d(5), **yes), session("2", d(5), "b", **yes)], [], [call("k", d(5, "12:00"), account="a")]),
           done("50", 2, 1, {}), "a called within the day"),
        cp("null", "null", st([session("1", d(5), None, **yes), session("2", d(5), None)], [came("t", d(5, "12:00"), None)]),
           mine(("33.333333333", 3, 1, {}), ("50", 2, 1, {})), "of nobody known: no contact can be found; silence is not success"),
        cp("anonymous-exclude", "null", st([session("1", d(5), None, **yes), session("2", d(5), "b")], [came("t", d(5, "12:00"), None)]),
           mine(("0", 2, 0, {"no_account": 1}), ("0", 1, 0, {"no_account": 1})), "sessions of somebody known only", parameters={"anonymous": "exclude"}),
        cp("window-open", "ruling", st([session("1", d(31), **yes), session("2", d(31, "12:00"), "b", **yes)], [came("t", d(31, "13:00"), "z")]),
           mine(("100", 1, 1, {"window_open": 2}), ("100", 1, 1, {"window_open": 1})), "only those whose day is over"),
        cp("link-within", "boundary", st([session("1", d(5), **yes)], [came("t", d(5, "01:00"))]), mine(("50", 2, 1, {}), ("100", 1, 1, {})), "half an hour",
           parameters={"link_within": 1800}),
        cp("as-of", "boundary", st([session("1", d(5), **yes), session("2", d(9, "12:00"), "b", **yes)], [came("t", d(10, "11:00"), "b")]), done("100", 1, 1, {"window_open": 1}),
           "on the 10th the day of 2 is not over", as_of=d(10)),
        cp("as-of-required", "bad_input", st([session("1", d(5))]), origin="whether a day is over is not said", window=None, error={"code": "as_of_required"}),
        cp("empty", "empty", st([]), done(None, 0, 0, {}), "nothing", ruling="B55"),
        cp("window", "boundary", st([session("1", "2025-12-31T23:59:59.999999Z", **yes), session("2", d(1), "b", **yes), session("3", feb(1), "c")]), done("100", 1, 1, {}),
           "[from, to)"),
        cp("months", "typical", st([session("1", d(30), **yes), session("2", d(31, "12:00"), "b", **yes), session("3", feb(3), "c", **yes)], [came("t", feb(1), "b"), came("u", feb(5), "z")]), [
            row("share", "50", IN_JANUARY, sample=2), row("share", "50" if issues else "100", IN_FEBRUARY, sample=2 if issues else 1),
            row("share", "50" if issues else "66.666666667", sample=4 if issues else 3)],
           "2 of January came back in February; t follows it and is no issue of its own", window=TO_MARCH, bucket="month", as_of=LATER),
        cp("given", "typical", {"session": [session("1", d(5), contacted_at=d(5, "01:00"), **yes), session("2", d(5), contacted_at=None, **yes)],
                                "ticket": [came("t", d(5, "01:00"), session_before_at=d(5)), came("u", d(5, "01:00"), session_before_at=None)]},
           mine(("33.333333333", 3, 1, {"through_session": 1}), ("50", 2, 1, {})), "the tables say it themselves"),
        cp("regions", "typical", st([session("1", d(5), region="north", **yes), session("2", d(5), "b", region="south")], [came("t", d(5, "12:00"), "c", region="south")]), [
            row("share", "100", group={"region": "north"}), row("share", "0", group={"region": "south"}, sample=2 if issues else 1),
            row("share", "33.333333333" if issues else "50", group={"region": ALL})], "north 1/1, south none", by=["region"]),
        cp("peer", "typical", CROWD, window=QUARTER, bucket="month", by=["region"], as_of=LATER),
        *session_faults(p, k, v),
        *wrong_parameters(p, k, v, link_within=BAD_TIME, anonymous=BAD_ANONYMOUS),
    ] + ([
        cp("deleted", "ruling", st([session("1", d(5), **yes)], [came("t", d(8), "z", status="deleted"), came("u", d(8), "y", status="deleted", agent_replies=1)]),
           done("50", 2, 1, {"deleted": 1}), "deleted without an answer is no issue; u was answered", ruling="B20"),
        cp("merged-spam", "boundary", st([session("1", d(5), **yes)], [came("t", d(5, "12:00"), status="merged"), came("u", d(5, "12:00"), status="spam")]),
           done("100", 1, 1, {"merged": 1, "spam": 1}), "neither contact nor issue", ruling="B20"),
    ] if issues else [
        cp("kinds", "typical", st([session("1", d(5), **yes), session("2", d(5), "b", "chatbot"), session("3", d(5), "c", "article", **yes)], [came("t", d(5, "12:00"), "c")]), [
            row("share", "100", group={"kind": "help_center"}), row("share", "0", group={"kind": "chatbot"}), row("share", "0", group={"kind": "article"}),
            row("share", "33.333333333", group={"kind": ALL})], "by kind", by=["kind"]),
    ])

# bot_containment_rate ---------------------------------------------------------------------------------------------------

k, BOTS = "bot_containment_rate", []


def bot(id, started, account="a", **more):
    return session(id, started, account, "chatbot", **more)


for v, part in (("contained", "contained"), ("bot_handover_rate", "handed_over")):
    p = f"bots-{v}"
    keeps = v == "contained"

    def bt(what, case, records, rows=None, origin=None, window=JANUARY, **more):
        if window:
            more["window"] = window
        return measure(f"{p}-{what}", k, v, case, records, rows, origin, **more)

    def got(value, n, some, left=None):
        return [row("share", value, sample=n, **({} if left is None else {"left_out": left})), row(part, str(some)), row("conversations", str(n))]

    def either(contained, handed_over):
        return got(*(contained if keeps else handed_over))

    FATES = [bot("1", d(5)), bot("2", d(5), "b", solved=True), bot("3", d(5), "c", solved=False), bot("4", d(5), "e", handed_over_at=d(5, "00:04")),
             bot("5", d(5), "f"), session("6", d(5), "g")]
    BOT_TICKETS = [
        came("b1", d(7), "p", bot_replies=2, resolved_by="bot", resolved_at=d(7, "00:05"), agent_replies=0),
        came("b2", d(7), "q", bot_replies=1, handover_at=d(7, "00:03"), resolved_by="person", resolved_at=d(7, "02:00"), first_response_at=d(7, "01:00")),
        came("b3", d(7), "r", resolved_by="bot", resolved_at=d(7, "00:05"), first_resolved_at=d(7, "00:05"), first_reopened_at=d(7, "12:00")),
        came("b4", d(7), "s", bot_replies=1),
        came("b5", d(7), "t"),
    ]
    BOTS += share_formulas(p, k, v, part, "conversations") + [
        bt("typical", "typical", st(FATES, [came("t", d(5, "12:00"), "f")]), either(("40", 5, 2, {"no_bot": 1, "other_session": 1}), ("20", 5, 1, {"no_bot": 1, "other_session": 1})),
           "1 silent and 2 solved are contained; 3 said no, 4 was handed over, 5 came back; 6 is no bot's" if keeps else "4 of the five of the bot"),
        bt("tickets", "typical", st([], BOT_TICKETS), either(("25", 4, 1, {"no_bot": 1}), ("25", 4, 1, {"no_bot": 1})),
           "b1 ended with the bot; b2 was handed over, b3 came back, b4 is open; b5 knows no bot" if keeps else "b2"),
        bt("ticket-after-session", "boundary", st([bot("1", d(5))], [came("t", d(5, "12:00"), bot_replies=1), came("u", d(6, "12:00"), bot_replies=1)]),
           either(("0", 2, 0, {"through_session": 1}), ("0", 2, 0, {"through_session": 1})), "t counts through its session; u comes after a day"),
        bt("handed-over-late", "boundary", st([bot("1", d(5), handed_over_at=d(8))]), either(("0", 1, 0, {}), ("100", 1, 1, {})), "a handover is one, however late"),
        bt("exactly-a-day", "boundary", st([bot("1", d(5)), bot("2", d(5), "b")], [came("t", d(6), "a"), came("u", "2026-01-06T00:00:00.000001Z", "b")]),
           either(("50", 2, 1, {"no_bot": 2}), ("0", 2, 0, {"no_bot": 2})), "1 came back within a day, 2 after it"),
        bt("ticket-next-case", "boundary", st([], [came("t", d(5), "a", resolved_by="bot", resolved_at=d(5, "01:00")), came("n", d(6, "01:00"), "a"),
                                                   came("u", d(5), "b", resolved_by="bot", resolved_at=d(5, "01:00")), came("o", "2026-01-06T01:00:00.000001Z", "b")]),
           either(("50", 2, 1, {"no_bot": 2}), ("0", 2, 0, {"no_bot": 2})), "the next case within a day of the resolution, and 1 µs after it"),
        bt("ticket-answered", "boundary", st([], [came("t", d(5), "a", resolved_by="bot", resolved_at=d(6), first_response_at=d(5, "01:00")),
                                                  came("u", d(5), "b", resolved_by="bot", resolved_at=d(6), agent_replies=1)]),
           either(("0", 2, 0, {}), ("0", 2, 0, {})), "a person replied, whoever resolved it"),
        bt("merged-spam", "boundary", st([], [came("t", d(5), bot_replies=1, status="merged"), came("u", d(5), bot_replies=1, status="spam"), came("w", d(5), "c", bot_replies=1)]),
           got("0", 1, 0, {"merged": 1, "spam": 1}), "they leave every KPI", ruling="B20"),
        bt("null", "null", st([bot("1", d(5), None), bot("2", d(5), None, solved=None, handed_over_at=None)], [came("t", d(5, "12:00"), None)]),
           either(("100", 2, 2, {"no_bot": 1}), ("0", 2, 0, {"no_bot": 1})), "of nobody known: no contact can be found"),
        bt("window-open", "ruling", st([bot("1", d(31)), bot("2", d(31, "12:00"), "b", handed_over_at=d(31, "12:10"))]),
           either(("100", 1, 1, {"window_open": 1}), ("50", 2, 1, {})), "the day of 2 is not over" if keeps else "a handover is not waited for"),
        bt("as-of", "boundary", st([bot("1", d(5)), bot("2", d(8), "b", handed_over_at=d(10, "01:00")), bot("3", d(11), "c")]),
           either(("100", 2, 2, {}), ("0", 2, 0, {})), "on the 10th nobody was handed over, and 3 is not there", as_of=d(10)),
        bt("deleted", "ruling", st([], [came("t", d(5), bot_replies=1, status="deleted"), came("u", d(5), "b", bot_replies=1, status="deleted", agent_replies=1)]),
           got("0", 1, 0, {"deleted": 1}), "deleted without a person's answer counts only in requests processed and ticket volume", ruling="B20"),
        bt("ticket-reopened", "boundary", st([], [
            came("t", d(5), "a", resolved_by="bot", first_resolved_at=d(5, "01:00"), first_reopened_at=d(6, "01:00"), resolved_at=d(7)),
            came("u", d(5), "b", resolved_by="bot", first_resolved_at=d(5, "01:00"), first_reopened_at="2026-01-06T01:00:00.000001Z", resolved_at=d(7))]),
           either(("50", 2, 1, {}), ("0", 2, 0, {})), "reopened within a day of its first resolution, and 1 µs after it"),
        bt("ticket-reopened-before", "null", st([], [came("t", d(5), resolved_by="bot", first_reopened_at=d(5, "02:00"), resolved_at=d(5, "03:00"))]),
           got("0", 1, 0, {}), "resolved for the second time; when it was for the first is not known, but it came back"),
        bt("empty", "empty", st([]), got(None, 0, 0, {}), "nothing", ruling="B55"),
        bt("no-bots", "empty", st([session("1", d(5))]), got(None, 0, 0, {"other_session": 1}), "none of the bot's"),
        bt("window", "boundary", st([bot("1", "2025-12-31T23:59:59.999999Z"), bot("2", d(1), "b"), bot("3", feb(1), "c")]), got("100" if keeps else "0", 1, 1 if keeps else 0, {}), "[from, to)"),
        bt("months", "typical", st([bot("1", d(5)), bot("2", feb(3), "b", handed_over_at=feb(3, "00:05")), bot("3", feb(4), "c")]), [
            row("share", "100" if keeps else "0", IN_JANUARY, sample=1), row("share", "50", IN_FEBRUARY, sample=2), row("share", None, IN_MARCH, sample=0),
            row("share", "66.666666667" if keeps else "33.333333333", sample=3)], "each month its own", window=QUARTER, bucket="month"),
        bt("regions", "typical", st([bot("1", d(5), region="north"), bot("2", d(5), "b", region="south", handed_over_at=d(5, "00:05"))]), [
            row("share", "100" if keeps else "0", group={"region": "north"}), row("share", "0" if keeps else "100", group={"region": "south"}),
            row("share", "50", group={"region": ALL})], "by region", by=["region"]),
        bt("peer", "typical", CROWD, window=QUARTER, bucket="month", by=["region"], as_of=LATER),
        *session_faults(p, k, v),
    ] + ([
        bt("anonymous-exclude", "null", st([bot("1", d(5), None), bot("2", d(5), "b")]), got("100", 1, 1, {"no_account": 1}), "of somebody known only",
           parameters={"anonymous": "exclude"}),
        bt("as-of-required", "bad_input", st([bot("1", d(5))]), origin="whether a day is over is not said", window=None, error={"code": "as_of_required"}),
        *wrong_parameters(p, k, v, link_within=BAD_TIME, anonymous=BAD_ANONYMOUS),
    ] if keeps else [])

# Per account ------------------------------------------------------------------------------------------------------------

OUT = {"lower": None, "upper": None}
# 100 accounts at the start of February, 200 at its end.
B56 = [*(account(f"o{i}", OLD) for i in range(100)), *(account(f"n{i}", feb(3)) for i in range(100)), *(account(f"g{i}", feb(2), feb(9)) for i in range(5))]


def per_account(k, v, p, name, make, table, why=None):
    """The cases of records per 100 accounts; `make(id, at, account)` is one that counts."""
    def pa(what, case, records, accounts, rows=None, origin=None, window=FEBRUARY, **more):
        if window:
            more["window"] = window
        return measure(f"{p}-{what}", k, v, case, {table: records, "account": accounts}, rows, origin, **more)

    def fo(what, case, n, a, b, figures=None, origin=None, **rest):
        return formula(f"{p}-formula-{what}", k, v, case, {name: n, "opening": a, "closing": b}, figures, origin, **rest)

    def got(value, n, opening, closing, left=None):
        more = {} if left is None else {"left_out": left}
        return [row("rate", value, **more), row(name, str(n)), row("opening", str(opening)), row("closing", str(closing))]

    two = [account("a", OLD), account("b", OLD)]
    return [
        fo("b56", "ruling", 30, 100, 200, {"rate": {"value": "20", **OUT}, name: {"value": "30", "unit": "count"}, "opening": {"value": "100", "unit": "count"},
                                           "closing": {"value": "200", "unit": "count"}}, "30 ÷ 150, not ÷ 100 (30) nor ÷ 200 (15)", ruling="B56"),
        fo("above-100", "boundary", 50, 10, 10, {"rate": {"value": "500"}}, "a ratio, not a share", ruling="B43"),
        fo("half", "boundary", 1, 1, 2, {"rate": {"value": "66.666666667"}}, "1 ÷ 1.5, one division: 200/3", ruling="B33"),
        fo("half-even", "boundary", 1, 4096, 4096, {"rate": {"value": "0.024414062"}}, "100/4096 = 0.0244140625"),
        fo("zero", "boundary", 0, 5, 5, {"rate": {"value": "0"}, name: {"value": "0"}}, "none"),
        fo("empty", "empty", 0, 0, 0, {"rate": undef(), name: {"value": "0"}, "opening": {"value": "0"}}, "per nobody", ruling="B55"),
        fo("nobody", "empty", 3, 0, 0, {"rate": undef(), name: {"value": "3"}}, "three, and nobody there", ruling="B55"),
        fo("opening-only", "boundary", 3, 6, 0, {"rate": {"value": "100"}}, "3 ÷ 3"),
        fo("negative", "bad_input", 3, -1, 5, origin="a count is not negative", error={"code": "negative", "field": "opening"}),
        formula(f"{p}-formula-missing", k, v, "bad_input", {name: 3, "opening": 5}, origin="an input is absent", error={"code": "missing_input", "field": "closing"}),
        formula(f"{p}-formula-unknown", k, v, "bad_input", {name: 3, "opening": 5, "closing": 5, "mean": 5}, origin="an input too many",
                error={"code": "unknown_input", "field": "mean"}),
        pa("b56", "ruling", [make(i, feb(1 + i % 28), "o1") for i in range(30)], B56, got("20", 30, 100, 200, {}), "30 ÷ ((100 + 200) ÷ 2)", ruling="B56"),
        pa("no-account", "ruling", [make("1", feb(5), "a"), make("2", feb(6), None)], two, got("50", 1, 2, 2, {"no_account": 1}), "1 ÷ 2; of nobody known is left out",
           ruling="B56"),
        pa("balance", "ruling", [make("1", feb(5), "a")], [account("a", OLD), account("b", feb(1)), account("c", OLD, feb(1)), account("e", OLD, mar(1)), account("g", mar(1))],
           got("33.333333333", 1, 3, 3), "just before the start a, c, e are there, just before the end a, b, e: 1 ÷ 3", ruling="B5"),
        pa("returned", "boundary", [make("1", feb(5), "a")], [account("a", OLD), account("b", feb(5), feb(20))], got("100", 1, 1, 1), "who came and went is in neither balance"),
        pa("nobody-there", "empty", [make("1", feb(5), "a")], [account("a", mar(5))], got(None, 1, 0, 0), "not a customer yet"),
        pa("empty", "empty", [], [], got(None, 0, 0, 0, {}), "nothing", ruling="B55"),
        pa("none", "boundary", [], two, got("0", 0, 2, 2), "none"),
        pa("null", "null", [make("1", feb(5), "a")], [account("a", OLD, None), account("b", OLD, None)], got("50", 1, 2, 2), "a null end is still a customer"),
        pa("window", "boundary", [make("1", "2026-01-31T23:59:59.999999Z", "a"), make("2", feb(1), "a"), make("3", mar(1), "a")], two, got("50", 1, 2, 2), "[from, to)"),
        pa("months", "typical", [make("1", d(5), "a"), make("2", feb(5), "a"), make("3", feb(6), "b")], [account("a", OLD), account("b", feb(1)), account("c", feb(10))], [
            row("rate", "100", IN_JANUARY), row("rate", "100", IN_FEBRUARY), row("closing", "1", IN_JANUARY), row("opening", "1", IN_FEBRUARY),
            row("rate", "0", IN_MARCH), row("rate", "150"), row("opening", "1"), row("closing", "3")],
           "1 ÷ 1; 2 ÷ 2; 0 ÷ 3; in all 3 ÷ 2: a closing balance is the next opening one", window=QUARTER, bucket="month"),
        pa("regions", "typical", [make("1", feb(5), "a", region="north"), make("2", feb(6), "a", region="north"), make("3", feb(7), "b", region="south")],
           [account("a", OLD, region="north"), account("b", OLD, region="south"), account("c", OLD, region="south")], [
            row("rate", "200", group={"region": "north"}), row("rate", "50", group={"region": "south"}), row("rate", "100", group={"region": ALL})],
           "2 ÷ 1, 1 ÷ 2, in all 3 ÷ 3", by=["region"]),
        pa("as-of", "boundary", [make("1", feb(5), "a"), make("2", feb(20), "a")], [account("a", OLD, feb(20)), account("b", feb(10)), account("c", feb(16))],
           got("66.666666667", 1, 1, 2), "on the 15th a and b are there: 1 ÷ 1.5", as_of=feb(15)),
        pa("zone", "boundary", [make("1", "2026-01-31T23:30:00Z", "a")], [account("a", OLD), account("b", "2026-01-31T23:30:00Z")], got("66.666666667", 1, 1, 2),
           "in Berlin it is 1 February, 00:30", zone=BERLIN),
        pa("no-window", "bad_input", [make("1", feb(5), "a")], two, origin="a balance needs its two instants", window=None, error={"code": "window_required"}),
        pa("account-twice", "bad_input", [], [account("a", OLD), account("a", OLD)], origin="account a twice in one input",
           error={"code": "duplicate_id", "record": "account", "index": 1, "field": "id"}),
        pa("ends-before-start", "bad_input", [], [account("a", feb(5), feb(4))], origin="an end before its start",
           error={"code": "wrong_order", "record": "account", "index": 0, "field": "ended_at"}),
        pa("parameter-unknown", "bad_input", [], two, origin="the KPI has no such parameter", parameters={"within": 60}, error={"code": "unknown_parameter", "field": "within"}),
        pa("peer", "typical", [make(i, moment(1, 3), CHANCES.choice(("a", "b", None)), region=CHANCES.choice(("north", "south", None))) for i in range(60)],
           [account(f"c{i}", moment(1, 2) if i % 2 else OLD, moment(3, 3) if i % 3 == 0 else None, region=CHANCES.choice(("north", "south", None))) for i in range(50)],
           window=QUARTER, bucket="month", by=["region"], drop=("sample",)),
    ]


k, v, p = "contact_rate", "standard", "contact-rate"
CONTACT_RATE = per_account(k, v, p, "tickets", came, "ticket") + [
    measure(f"{p}-left-out", k, v, "typical", {"ticket": [
        came("1", feb(5)), came("2", feb(5), status="merged"), came("3", feb(5), None, status="spam"), came("4", feb(5), None), came("5", feb(5), status="canceled"),
        came("6", feb(5), opened_by="agent")], "account": [account("a", OLD)]},
        [row("rate", "300", left_out={"merged": 1, "no_account": 1, "spam": 1})], "1, 5 and 6; 3 is spam before it is of nobody known", ruling="B20", window=FEBRUARY),
    measure(f"{p}-deleted", k, v, "ruling", {"ticket": [
        came("1", feb(5)), came("2", feb(5), status="deleted"), came("3", feb(5), deleted_at=feb(6)), came("4", feb(5), status="deleted", agent_replies=1)],
        "account": [account("a", OLD)]},
        [row("rate", "200", left_out={"deleted": 2})], "deleted without an answer counts only in requests processed and ticket volume; 4 was answered", ruling="B20",
        window=FEBRUARY),
    *[{**c, "request": {"window": JANUARY, **c["request"]}} for c in faults(p, k, v)],
]

k, v, p = "complaint_rate", "standard", "complaint-rate"


def complaint(id, created, account="a", **more):
    return came(id, created, account, complaint=True, **more)


COMPLAINT_RATE = per_account(k, v, p, "complaints", complaint, "ticket") + [
    measure(f"{p}-left-out", k, v, "typical", {"ticket": [
        complaint("1", feb(5)), complaint("2", feb(5), status="merged"), complaint("3", feb(5), status="spam"), came("4", feb(5), complaint=False), came("5", feb(5)),
        came("6", feb(5), None, complaint=None), complaint("7", feb(5), None)], "account": [account("a", OLD), account("b", OLD)]},
        [row("rate", "50", left_out={"merged": 1, "no_account": 1, "no_complaint": 3, "spam": 1})], "1 of seven; what is not said to be a complaint is none", ruling="B20",
        window=FEBRUARY),
    measure(f"{p}-deleted", k, v, "ruling", {"ticket": [complaint("1", feb(5)), complaint("2", feb(5), status="deleted"), complaint("3", feb(5), status="deleted", agent_replies=2)],
                                             "account": [account("a", OLD)]},
            [row("rate", "200", left_out={"deleted": 1})], "deleted without an answer counts only in requests processed and ticket volume", ruling="B20", window=FEBRUARY),
    *[{**c, "request": {"window": JANUARY, **c["request"]}} for c in faults(p, k, v)],
]

k, v, p = "self_service_utilization", "per_100_accounts", "utilization-per_100"
UTILIZATION = per_account(k, v, p, "visits", session, "session") + session_faults(p, k, v, window=JANUARY) + [
    measure(f"{p}-kinds", k, v, "typical", {"session": [session(str(i), feb(5), kind=kind) for i, kind in enumerate(("help_center", "article", "forum", "chatbot"))],
                                            "account": [account("a", OLD), account("b", OLD)]}, [row("rate", "200", left_out={}), row("visits", "4")],
            "every kind is a visit: 4 ÷ 2", window=FEBRUARY),
    measure(f"{p}-filter", k, v, "typical", {"session": [session(str(i), feb(5), kind=kind) for i, kind in enumerate(("help_center", "article", "forum", "chatbot"))],
                                             "account": [account("a", OLD), account("b", OLD)]}, [row("rate", "50"), row("visits", "1")], "forums only: 1 ÷ 2",
            window=FEBRUARY, filters=[{"record": "session", "field": "kind", "any_of": ["forum"]}]),
]
v, p = "visits", "utilization-visits"


def vi(what, case, sessions, rows=None, origin=None, **more):
    return measure(f"{p}-{what}", k, v, case, {"session": sessions}, rows, origin, **more)


UTILIZATION += [
    formula(f"{p}-formula", k, v, "typical", {"visits": 12}, {"visits": {"value": "12", "unit": "count"}}, "12"),
    formula(f"{p}-formula-empty", k, v, "empty", {"visits": 0}, {"visits": {"value": "0"}}, "a count of nothing is 0", ruling="B55"),
    formula(f"{p}-formula-large", k, v, "boundary", {"visits": 10**12}, {"visits": {"value": "1000000000000"}}, "a count is exact"),
    formula(f"{p}-formula-negative", k, v, "bad_input", {"visits": -1}, origin="a count is not negative", error={"code": "negative", "field": "visits"}),
    formula(f"{p}-formula-missing", k, v, "bad_input", {}, origin="the input is absent", error={"code": "missing_input", "field": "visits"}),
    formula(f"{p}-formula-unknown", k, v, "bad_input", {"visits": 1, "accounts": 1}, origin="an input too many", error={"code": "unknown_input", "field": "accounts"}),
    vi("typical", "typical", [session("1", d(5)), session("2", d(6), None), session("3", d(7), "a", "chatbot"), session("4", d(7), "b", "forum", solved=False)],
       [row("visits", "4", left_out={})], "every session, whosever, of every kind"),
    vi("empty", "empty", [], [row("visits", "0")], "a count of nothing is 0", ruling="B55"),
    vi("null", "null", [session("1", d(5), None, ended_at=None, solved=None)], [row("visits", "1", left_out={})], "of nobody known, without an end"),
    vi("window", "boundary", [session("1", "2025-12-31T23:59:59.999999Z"), session("2", d(1)), session("3", feb(1))], [row("visits", "1")], "[from, to)", window=JANUARY),
    vi("months", "typical", [session("1", d(5)), session("2", feb(5)), session("3", feb(6))],
       [row("visits", "1", IN_JANUARY), row("visits", "2", IN_FEBRUARY), row("visits", "0", IN_MARCH), row("visits", "3")], "a series is filled with 0", ruling="B55",
       window=QUARTER, bucket="month"),
    vi("kinds", "typical", [session("1", d(5)), session("2", d(6), kind="forum"), session("3", d(7), kind="forum")],
       [row("visits", "1", group={"kind": "help_center"}), row("visits", "2", group={"kind": "forum"}), row("visits", "3", group={"kind": ALL})], "by kind", by=["kind"]),
    vi("articles", "typical", [session("1", d(5), kind="article", article="x"), session("2", d(6), kind="article", article="y"), session("3", d(7), kind="article", article="x")],
       [row("visits", "2", group={"article": "x"}), row("visits", "1", group={"article": "y"})], "by article", by=["article"]),
    vi("as-of", "boundary", [session("1", d(5)), session("2", d(10)), session("3", "2026-01-10T00:00:00.000001Z")], [row("visits", "2")], "what began at that instant has begun",
       as_of=d(10)),
    vi("dst-day", "boundary", [session("1", "2026-10-25T00:30:00Z"), session("2", "2026-10-25T01:30:00Z"), session("3", "2026-10-25T23:00:00Z")], [
        row("visits", "1", "2026-10-25 02:00+02:00"), row("visits", "1", "2026-10-25 02:00+01:00"), row("visits", "2")],
       "02:30 comes twice; 23:00Z is the day after; the day has 25 hours", ruling="B61", zone=BERLIN, window={"from": "2026-10-25", "to": "2026-10-26"}, bucket="hour",
       row_count=26),
    vi("peer", "typical", CROWD["session"], window=QUARTER, bucket="week", by=["kind"], zone=BERLIN),
    *session_faults(p, k, v),
]

# knowledge_base_articles --------------------------------------------------------------------------------------------------

k, v, p = "knowledge_base_articles", "standard", "articles"


def article(id, published=OLD, retired=None, **more):
    return {"id": str(id), "published_at": published, "retired_at": retired, **more}


def kb(what, case, articles, rows=None, origin=None, window=JANUARY, **more):
    if window:
        more["window"] = window
    return measure(f"{p}-{what}", k, v, case, {"article": articles}, rows, origin, **more)


def fa(what, case, articles, helpful, unhelpful, views, stale, figures=None, origin=None, **rest):
    return formula(f"{p}-formula-{what}", k, v, case, {"articles": articles, "helpful": helpful, "unhelpful": unhelpful, "views": views, "stale": stale}, figures, origin, **rest)


SHELF = [article("1", views=100, helpful=8, unhelpful=2, updated_at=d(5)), article("2", views=50, helpful=1, unhelpful=3), article("3", d(10), views=6, helpful=0, unhelpful=0),
         article("4", OLD, d(20), views=1000, helpful=1000), article("5", feb(2), views=7)]
STALE_FROM = "2025-08-05T00:00:00Z"  # 180 days before 1 February 2026
ARTICLES = [
    fa("typical", "typical", 20, 14, 6, 500, 5, {
        "count": {"value": "20", "unit": "count"}, "helpful_share": {"value": "70", "unit": "percent", "sample": 20, "numerator": "14", "denominator": "20",
                                                                    "lower": 48.102718164647645, "upper": 85.45227551323957},
        "views_per_article": {"value": "25", "unit": "ratio"}, "stale_share": {"value": "25", "unit": "percent", "numerator": "5", "denominator": "20"}},
        "published: statsmodels 0.15.0 and R 4.2.2, Wilson of 14/20, case prop-wilson-14-20 of the reference vectors; 500/20, 5/20"),
    fa("empty", "empty", 0, 0, 0, 0, 0, {"count": {"value": "0"}, "helpful_share": undef(), "views_per_article": undef(), "stale_share": undef()}, "no articles", ruling="B55"),
    fa("no-votes", "boundary", 3, 0, 0, 9, 0, {"helpful_share": undef(), "views_per_article": {"value": "3"}, "stale_share": {"value": "0"}}, "nobody voted", ruling="B55"),
    fa("thirds", "boundary", 3, 1, 2, 7, 1, {"helpful_share": {"value": "33.333333333"}, "views_per_article": {"value": "2.333333333"}, "stale_share": {"value": "33.333333333"}},
       "1/3, 7/3, 1/3"),
    fa("all-stale", "boundary", 3, 1, 0, 0, 3, {"stale_share": {"value": "100", "upper": 100.0}, "views_per_article": {"value": "0"}}, "3/3"),
    fa("peer", "typical", 173, 611, 209, 99_991, 61),
    fa("too-many-stale", "bad_input", 3, 1, 1, 1, 4, origin="more stale articles than articles", error={"code": "bad_input", "field": "stale"}),
    fa("negative", "bad_input", 3, 1, -1, 1, 1, origin="a count is not negative", error={"code": "negative", "field": "unhelpful"}),
    formula(f"{p}-formula-missing", k, v, "bad_input", {"articles": 3, "helpful": 1, "unhelpful": 1, "views": 1}, origin="an input is absent",
            error={"code": "missing_input", "field": "stale"}),
    formula(f"{p}-formula-unknown", k, v, "bad_input", {"articles": 3, "helpful": 1, "unhelpful": 1, "views": 1, "stale": 1, "age": 5}, origin="an input too many",
            error={"code": "unknown_input", "field": "age"}),
    kb("typical", "typical", SHELF, [
        row("count", "3", left_out={}), row("helpful_share", "64.285714286", sample=14), row("views_per_article", "52"), row("stale_share", "33.333333333", sample=3)],
       "1, 2 and 3: 9/14, 156/3; 2 was not touched since it was published"),
    kb("balance", "ruling", [article("1", d(31, "23:59:59.999999")), article("2", feb(1)), article("3", OLD, feb(1)), article("4", OLD, d(31, "23:59:59.999999"))],
       [row("count", "2")], "just before the end of January 1 and 3 are there", ruling="B5"),
    kb("stale-boundary", "boundary", [article("1", OLD, updated_at=STALE_FROM), article("2", OLD, updated_at="2025-08-04T23:59:59.999999Z"), article("3", STALE_FROM)],
       [row("stale_share", "33.333333333", sample=3)], "exactly 180 days is within; 1 µs more is not"),
    kb("stale-after", "boundary", [article("1", OLD, updated_at=d(25)), article("2", OLD, updated_at=d(24, "23:59:59.999999"))], [row("stale_share", "50")], "a week before 1 February",
       parameters={"stale_after": 7 * DAY}),
    kb("stale-zero", "boundary", [article("1", OLD, updated_at=d(31, "23:59:59.999999"))], [row("stale_share", "100")], "within no time at all", parameters={"stale_after": 0}),
    kb("updated-later", "boundary", [article("1", STALE_FROM, updated_at=feb(5)), article("2", "2025-01-01T00:00:00Z", updated_at=feb(5))], [row("stale_share", "50")],
       "an update that is still to come says nothing about the end of January"),
    kb("null", "null", [article("1", updated_at=None, views=None, helpful=None, unhelpful=None), article("2", views=10, helpful=3)],
       [row("count", "2"), row("views_per_article", "10"), row("helpful_share", "100", sample=3)], "unknown views are not 0 views; unknown votes are no votes"),
    kb("nothing-known", "null", [article("1")], [row("count", "1"), row("views_per_article", None), row("helpful_share", None)], "one article of which nothing is known"),
    kb("empty", "empty", [], [row("count", "0"), row("helpful_share", None), row("views_per_article", None), row("stale_share", None)], "no articles", ruling="B55"),
    kb("months", "typical", SHELF, [
        row("count", "3", IN_JANUARY), row("count", "4", IN_FEBRUARY), row("views_per_article", "52", IN_JANUARY), row("views_per_article", "40.75", IN_FEBRUARY), row("count", "4"),
        row("views_per_article", "40.75")], "the state at the end of each month; the total is that of the end", window=TO_MARCH, bucket="month"),
    kb("months-before", "boundary", [article("1", feb(10), mar(10))], [row("count", "0", IN_JANUARY), row("count", "1", IN_FEBRUARY), row("count", "0", IN_MARCH), row("count", "0")],
       "there at the end of February only", window=QUARTER, bucket="month"),
    kb("groups", "typical", [article("1", topic="billing"), article("2", topic="billing", retired=d(5)), article("3", topic="setup"), article("4")],
       [row("count", "1", group={"topic": "billing"}), row("count", "1", group={"topic": "setup"}), row("count", "1", group={"topic": None}), row("count", "3", group={"topic": ALL})],
       "by a field of one's own", by=["topic"]),
    kb("as-of", "boundary", [article("1"), article("2", d(20)), article("3", OLD, d(20))], [row("count", "2")], "on the 15th 2 is not there yet and nobody knows that 3 will go", as_of=d(15)),
    kb("no-window", "bad_input", SHELF, origin="a state needs its instant", window=None, error={"code": "window_required"}),
    kb("twice", "bad_input", [article("1"), article("1")], origin="article 1 twice in one input", error={"code": "duplicate_id", "record": "article", "index": 1, "field": "id"}),
    kb("no-date", "bad_input", [article("1", None)], origin="the day of publishing is required", error={"code": "missing_field", "record": "article", "index": 0, "field": "published_at"}),
    kb("retired-before", "bad_input", [article("1", d(5), d(4))], origin="retired before it was published",
       error={"code": "wrong_order", "record": "article", "index": 0, "field": "retired_at"}),
    kb("negative-views", "bad_input", [article("1", views=-1)], origin="a count is not negative", error={"code": "negative", "record": "article", "index": 0, "field": "views"}),
    kb("bad-stale-after", "bad_input", SHELF, origin="a duration is not negative", parameters={"stale_after": -1}, error={"code": "bad_parameter", "field": "stale_after"}),
    kb("unknown-parameter", "bad_input", SHELF, origin="the KPI has no such parameter", parameters={"age": 1}, error={"code": "unknown_parameter", "field": "age"}),
    measure(f"{p}-none-given", k, v, "bad_input", {}, origin="no articles were given", error={"code": "missing_records"}, window=JANUARY),
    kb("peer", "typical", [article(i, d(CHANCES.randint(1, 28), month=CHANCES.randint(1, 3)) if i % 3 else OLD, mar(CHANCES.randint(29, 31)) if i % 7 == 0 else None,
                                   views=CHANCES.choice((None, 5, 70, 1200)), helpful=CHANCES.choice((None, 0, 3)), unhelpful=CHANCES.choice((None, 1, 4)),
                                   topic=CHANCES.choice(("billing", "setup", None))) for i in range(60)], window=QUARTER, bucket="month", by=["topic"],
       parameters={"stale_after": 30 * DAY}),
]

# account_linkage_rate -------------------------------------------------------------------------------------------------------

k, LINKAGE = "account_linkage_rate", []
for v in ("to_account", "to_sale"):
    p = f"linkage-{v}"
    who = v == "to_account"

    def li(what, case, tickets, rows=None, origin=None, window=JANUARY, conversions=None, **more):
        if window:
            more["window"] = window
        records = {"ticket": tickets} | ({"conversion": conversions} if conversions is not None else {})
        return measure(f"{p}-{what}", k, v, case, records, rows, origin, **more)

    def linked(id, created=d(5), **more):
        return came(id, created, "a", **more) if who else came(id, created, None, order="o1", **more)

    def loose(id, created=d(5), **more):
        return came(id, created, None, order="o1", **more) if who else came(id, created, "a", **more)

    def got(value, n, some, left=None):
        return [row("share", value, sample=n, **({} if left is None else {"left_out": left})), row("linked", str(some)), row("tickets", str(n))]

    sale = {} if who else {"conversions": []}
    LINKAGE += share_formulas(p, k, v, "linked", "tickets") + [
        li("typical", "typical", [linked("1"), linked("2"), linked("3"), loose("4")], got("75", 4, 3, {}), "3/4", **sale),
        li("left-out", "typical", [linked("1"), linked("2", status="merged"), loose("3", status="spam"), linked("4", merged_at=d(9)), linked("5", status="canceled")],
           got("100", 2, 2, {"merged": 2, "spam": 1}), "1 and 5", ruling="B20", **sale),
        li("deleted", "ruling", [linked("1"), loose("2", status="deleted"), loose("3", deleted_at=d(6)), loose("4", status="deleted", agent_replies=1)],
           got("50", 2, 1, {"deleted": 2}), "deleted without an answer counts only in requests processed and ticket volume; 4 was answered", ruling="B20", **sale),
        li("empty", "empty", [], got(None, 0, 0, {}), "nothing", ruling="B55", **sale),
        li("null", "null", [{"id": "1", "created_at": d(5)}, {"id": "2", "created_at": d(5), "account": None, "order": None}], got("0", 2, 0), "nothing is known of either", **sale),
        li("window", "boundary", [linked("1", "2025-12-31T23:59:59.999999Z"), linked("2", d(1)), loose("3", d(31, "23:59:59.999999")), linked("4", feb(1))], got("50", 2, 1),
           "[from, to)", **sale),
        li("months", "typical", [linked("1"), loose("2", feb(5)), linked("3", feb(6))], [
            row("share", "100", IN_JANUARY, sample=1), row("share", "50", IN_FEBRUARY, sample=2), row("share", None, IN_MARCH, sample=0), row("share", "66.666666667", sample=3)],
           "each month its own", window=QUARTER, bucket="month", **sale),
        li("channels", "typical", [linked("1"), loose("2"), linked("3", channel="web")], [
            row("share", "50", group={"channel": "email"}), row("share", "100", group={"channel": "web"}), row("share", "66.666666667", group={"channel": ALL})], "by channel",
           by=["channel"], **sale),
        li("as-of", "boundary", [linked("1", d(9)), loose("2", d(11))], got("100", 1, 1), "2 is not there on the 10th", as_of=d(10), **sale),
        li("no-window", "typical", [linked("1"), loose("2", mar(5))], got("50", 2, 1), "all there is", window=None, **sale),
        *faults(p, k, v),
        li("peer", "typical", CROWD["ticket"], window=QUARTER, bucket="month", by=["region"], conversions=[
            conversion(i, moment(1, 3), kind=CHANCES.choice(("purchase", "refund", "renewal")), ticket=CHANCES.choice((None, f"t{CHANCES.randint(0, 110)}"))) for i in range(60)]),
    ]

LINKAGE += [
    li("conversion", "typical", [came("1", d(5)), came("2", d(5)), came("3", d(5), order="o9"), came("4", d(5))], got("50", 4, 2, {}),
       "1 by the purchase that names it, 3 by its order", conversions=[conversion("c", d(6), ticket="1"), conversion("e", d(6), ticket=None, order="o9")]),
    li("conversion-kinds", "boundary", [came(str(i), d(5)) for i in range(1, 5)], got("50", 4, 2, {}), "an upsell is a sale, a renewal too; a refund is not",
       conversions=[conversion("c", d(6), kind="upsell", ticket="1"), conversion("e", d(6), kind="refund", ticket="2"), conversion("g", d(6), kind="renewal", ticket="3")]),
    li("conversion-before", "boundary", [came("1", d(5))], got("100", 1, 1), "a sale of last year", conversions=[conversion("c", OLD, ticket="1")]),
    li("conversion-as-of", "boundary", [came("1", d(5)), came("2", d(5))], got("50", 2, 1), "on the 10th the second sale is still to come",
       conversions=[conversion("c", d(6), ticket="1"), conversion("e", d(12), ticket="2")], as_of=d(10)),
    li("conversion-twice", "boundary", [came("1", d(5), order="o1"), came("2", d(5))], got("50", 2, 1), "a ticket is linked once, however often",
       conversions=[conversion("c", d(6), ticket="1"), conversion("e", d(6), ticket="1")]),
]

FILES = {
    "deflection_rate": ("Deflection rate: conformance cases", DEFLECTION),
    "self_service_completion_rate": ("Self-service completion rate: conformance cases", COMPLETION),
    "bot_containment_rate": ("Bot containment rate: conformance cases", BOTS),
    "contact_rate": ("Contact rate: conformance cases", CONTACT_RATE),
    "complaint_rate": ("Complaint rate: conformance cases", COMPLAINT_RATE),
    "self_service_utilization": ("Self-service utilization: conformance cases", UTILIZATION),
    "knowledge_base_articles": ("Knowledge base articles: conformance cases", ARTICLES),
    "account_linkage_rate": ("Account linkage rate: conformance cases", LINKAGE),
}
