"""The cases of repeated contacts, backlog, clearance and arrivals, for `oracle.py`.

A case with `expect` was worked by hand (its origin says how) and is confirmed by the peer; one without is computed
by the peer. All instants are of January 2026 unless they say otherwise; 5 January is a Monday.
"""

import random
from datetime import datetime, timedelta

from cases import ALL, BERLIN, JANUARY, QUARTER, call, d, formula, measure, none, row, ticket, undef
from cases_contacts import duration_formulas
from cases_resolution import IN_FEBRUARY, IN_JANUARY, IN_MARCH, TO_MARCH, faults, feb, heard, mar, random_tickets, share_formulas
from cases_waiting import spell
from flow import CELLS

DURATIONS = ["mean", "median", "p90", "p95", "min", "max"]
DAY = 86400

# repeat_contact_rate ------------------------------------------------------------------------------------------------

k, v, p = "repeat_contact_rate", "standard", "repeat"


def done(id, end, first=None, account="a", **more):
    """A ticket that was resolved."""
    return ticket(id, d(1), d(1), account=account, type="bug", resolved_at=end, first_resolved_at=first or end, **more)


def came(id, created, account="a", **more):
    return ticket(id, created, account=account, **{"type": "bug", **more})


def m(what, case, records, rows=None, origin=None, window=JANUARY, **more):
    if window:
        more["window"] = window
    return measure(f"{p}-{what}", k, v, case, records if isinstance(records, dict) else {"ticket": records}, rows, origin, **more)


def rate(value, n, left, repeated=None):
    return [row("rate", value, sample=n, left_out=left)] + ([] if repeated is None else [row("repeated", str(repeated)), row("cases", str(n))])


REPEAT = share_formulas(p, k, v, "repeated", "cases", "rate") + [
    m("new-case", "typical", [done("1", d(5, "12:00")), came("2", d(9)), done("3", d(5), account="b"), came("4", d(9), account="b", type="question"),
                              done("5", d(5), account="c")],
      rate("33.333333333", 3, {"open": 2}, 1), "1 came back on the 9th; 4 is of another type; 5 did not come back"),
    m("exactly-seven-days", "boundary", [done("1", d(5, "12:00")), came("2", d(12, "12:00"))], rate("100", 1, {"open": 1}), "within means at most"),
    m("after-seven-days", "boundary", [done("1", d(5, "12:00")), came("2", d(12, "12:00:00.000001"))], rate("0", 1, {"open": 1}), "1 µs later"),
    m("at-the-resolution", "boundary", [done("1", d(5, "12:00")), came("2", d(5, "12:00"))], rate("0", 1, {"open": 1}), "a case of that instant does not follow it"),
    m("before-the-resolution", "boundary", [done("1", d(5, "12:00")), came("2", d(5, "11:00"))], rate("0", 1, {"open": 1}), "nor one that came before"),
    m("within-three-days", "boundary", [done("1", d(5)), came("2", d(9))], rate("0", 1, {"open": 1}), "the fourth day", parameters={"within": 3 * DAY}),
    m("reopened", "typical", [done("1", d(20), d(5), first_reopened_at=d(8), reopens=1), done("2", d(25), d(5), account="b", first_reopened_at=d(13), reopens=1)],
      rate("50", 2, {}, 1), "1 was reopened after 3 days, 2 after 8"),
    m("reopened-open", "typical", [ticket("1", d(1), d(1), account="a", type="bug", first_resolved_at=d(5), first_reopened_at=d(6), reopens=1)],
      rate("100", 1, {}, 1), "open again: it was resolved once, and came back"),
    m("reopened-unknown-when", "null", [done("1", d(20), d(5), reopens=2)], rate("100", 1, {}), "reopened, and nobody knows when: it counts"),
    m("window-open", "boundary", [done("1", d(25)), done("2", "2026-01-25T00:00:00.000001Z", account="b"), came("3", d(26), account="b")],
      rate("0", 1, {"open": 1, "window_open": 1}), "1's seven days end with the window; 2's do not, whether or not it came back"),
    m("no-account", "null", [done("1", d(5), account=None), done("2", d(5))], rate("0", 1, {"no_account": 1}), "whose case it was is not known"),
    m("left-out", "typical", [done("1", d(5)), done("2", d(5), status="merged"), done("3", d(5), status="spam"), came("4", d(5), account="z")],
      rate("0", 1, {"merged": 1, "open": 1, "spam": 1}), "merged, spam and open"),
    m("merged-follow-up", "boundary", [done("1", d(5)), came("2", d(6), status="merged")], rate("0", 1, {"merged": 1}), "a merged case is none"),
    m("given", "typical", [done("1", d(5), next_case_after_resolution_at=d(7)), done("2", d(5), account="b", next_case_after_resolution_at=d(20))],
      rate("50", 2, {}), "the column is given"),
    m("contacts", "typical", {"contact": [
        heard("1", d(5, "10:00"), end=d(5, "10:05"), account="a"), heard("2", d(7), account="a"), heard("3", d(5), account="b"),
        heard("4", d(5), account="c", resolved=False), heard("5", d(5), account="d", resolved=None), heard("6", d(5), account=None),
        call("7", d(5), ended_at=d(5), account="e"), heard("8", d(5), direction="outbound")]},
      rate("33.333333333", 3, {"abandoned": 1, "no_account": 1, "open": 1, "outbound": 1, "unknown": 1}, 1), "1 called again; 2 and 3 did not"),
    m("contacts-exactly-seven-days", "boundary", {"contact": [heard("1", d(5, "10:00"), end=d(5, "10:05"), account="a"), heard("2", d(12, "10:05"), account="a")]},
      rate("50", 2, {}), "from the end of the call"),
    m("contacts-null-end", "null", {"contact": [heard("1", d(5, "10:00"), d(5, "10:01"), account="a", ended_at=None), heard("2", d(12, "10:01"), account="a")]},
      rate("50", 2, {}), "no end is known: from the answer"),
    m("months", "boundary", [done("1", feb(3), d(20)), came("2", d(22)), done("3", feb(3), account="b")],
      [row("rate", "100", IN_JANUARY, sample=1), row("rate", "0", IN_FEBRUARY, sample=1), row("rate", "50", sample=2)],
      "1 counts where it was resolved for the first time", window=TO_MARCH, bucket="month"),
    m("as-of", "boundary", [done("1", d(5)), done("2", d(7), account="b"), done("3", d(8), account="c"), done("4", d(20), account="d")],
      rate("0", 2, {"open": 1, "window_open": 1}), "as of the 14th the days of 1 and 2 are over, those of 3 are not, and 4 is open", as_of=d(14)),
    m("as-of-reopened", "boundary", [done("1", d(13), d(5), first_reopened_at=d(10)), done("2", d(25), d(5), account="b", first_reopened_at=d(20))],
      rate("50", 2, {}), "reopened by then", as_of=d(15)),
    m("as-of-required", "bad_input", [done("1", d(5))], origin="nobody says until when", window=None, error={"code": "as_of_required"}),
    m("empty", "empty", {"ticket": [], "contact": []}, [row("rate", None, sample=0), row("cases", "0")], "no records", ruling="B55"),
    m("bad-within", "bad_input", [done("1", d(5))], origin="not a duration", parameters={"within": -1}, error={"code": "bad_parameter", "field": "within"}),
    m("types", "typical", [done("1", d(5)), came("2", d(9)), done("3", d(5), account="b", channel="web")], [
        row("rate", "100", group={"channel": "email"}), row("rate", "0", group={"channel": "web"}), row("rate", "50", group={"channel": ALL})],
      "by channel", by=["channel"]),
    m("peer", "typical", [{key: x for key, x in t.items() if key not in ("reopens", "reopens_by_customer")} for t in random_tickets(31, 60)], window=QUARTER,
      bucket="month", by=["channel"], as_of=mar(25)),
    *faults(p, k, v),
]

# backlog ------------------------------------------------------------------------------------------------------------

BACKLOG = []


def b(variant, what, case, records, rows=None, origin=None, window=JANUARY, **more):
    return measure(f"backlog-{variant}-{what}", "backlog", variant, case, records if isinstance(records, dict) else {"ticket": records}, rows, origin,
                   window=window, **more)


def count(n, bucket=None, **keys):
    return row("count", str(n), bucket, **keys)


NOON = {"from": "2026-01-05T00:00:00Z", "to": "2026-01-05T12:00:00Z"}
OPEN_AT_NOON = {  # open: due since 11:00 and not answered; assigned: answered at 11:30, due since 11:00; later: assigned and answered after noon
    "ticket": [
        ticket("open", d(5, "09:00"), due_at=d(5, "11:00")), ticket("pending", d(5, "10:00"), d(5, "10:30"), status="pending", first_assigned_at=d(5, "10:15")),
        ticket("hold", d(5, "10:00"), d(5, "11:30"), status="on_hold", due_at=d(5, "11:00"), first_assigned_at=d(5, "11:59:59")),
        ticket("later", d(5, "11:00"), d(5, "13:00"), due_at=d(5, "11:59"), first_assigned_at=d(5, "12:00")),
        ticket("noon", d(5, "12:00")), ticket("done", d(5, "09:00"), resolved_at=d(5, "11:59:59.999999")), ticket("then", d(5, "09:00"), resolved_at=d(5, "12:00")),
        ticket("gone", d(5, "09:00"), canceled_at=d(5, "11:00"), status="canceled"), ticket("closed", d(5, "09:00"), closed_at=d(5, "11:00"), status="closed"),
        ticket("assignee", d(5, "11:30"), assignee="ann", due_at=d(5, "12:00")), ticket("deleted", d(5, "09:00"), deleted_at=d(5, "11:00")),
    ]}
WANTED = {  # ages in seconds at noon: open 10800, pending 7200, hold 7200, later 3600, then 10800, assignee 1800
    "unresolved": ("6", "6900", "7200"), "actionable": ("4", "6750", "7200"), "unassigned": ("3", "8400", "10800"), "overdue": ("2", "7200", "7200"),
}
for v in WANTED:
    n, mean, median = WANTED[v]
    BACKLOG += duration_formulas(f"backlog-{v}", "backlog", v) + [
        b(v, "noon", "typical", OPEN_AT_NOON, [count(n), row("mean", mean, sample=int(n)), row("median", median)], {
            "unresolved": "(10800 + 7200 + 7200 + 3600 + 10800 + 1800)/6; resolved at noon sharp is open just before it, created at noon is not there",
            "actionable": "without the pending and the one on hold: (10800 + 3600 + 10800 + 1800)/4",
            "unassigned": "open, later (assigned at noon) and then: (10800 + 3600 + 10800)/3",
            "overdue": "open and later: due before noon, and not answered before it"}[v], window=NOON),
        b(v, "empty", "empty", [], [count(0), *none(DURATIONS, sample=0)], "nothing is open", ruling="B55"),
        b(v, "null", "null", [ticket("1", d(5))], [count(0 if v == "overdue" else 1)],
          "no promise is known" if v == "overdue" else "no end, status or assignment is known: it is open"),
        b(v, "bands", "boundary", OPEN_AT_NOON, window=NOON, parameters={"bands": [3600, 7200]}, drop=("left_out",)),
        measure(f"backlog-{v}-window-required", "backlog", v, "bad_input", {"ticket": [ticket("1", d(5))]}, origin="at which instant is not said",
                error={"code": "window_required"}),
        *[{**c, "request": {"window": JANUARY, **c["request"]}} for c in faults(f"backlog-{v}", "backlog", v)],
        b(v, "peer", "typical", [{**t, **({"due_at": t["created_at"][:8] + "28T00:00:00Z"} if i % 3 else {}), **(
            {"first_assigned_at": t["first_response_at"]} if t.get("first_response_at") and i % 2 else {})} for i, t in enumerate(random_tickets(41, 60))],
          window=QUARTER, bucket="week", drop=("left_out",)),
    ]
B24 = [ticket("p", d(5, "09:00"), status="pending"), ticket("n", d(5, "12:00"))]
BACKLOG += [
    b("unresolved", "b24", "ruling", B24, [count(1)], "pending counts; created exactly at the instant does not", ruling="B24", window=NOON),
    b("actionable", "b24", "ruling", B24, [count(0)], "pending on the customer is left to the customer", ruling="B24", window=NOON),
    b("unresolved", "b24-balance", "ruling", [
        ticket("1", d(5), resolved_at=feb(2)), ticket("2", d(20)), ticket("3", feb(1), resolved_at=mar(1)), ticket("4", mar(1), resolved_at=mar(2))],
      [count(2, IN_JANUARY), count(2, IN_FEBRUARY), count(1, IN_MARCH), count(1)], "2 = 0 + 2; 2 = 2 + 1 − 1 (3 is resolved as March begins); 1 = 2 + 1 − 2",
      ruling="B24", window=QUARTER, bucket="month"),
    b("unresolved", "days", "typical", [ticket("1", d(5)), ticket("2", d(6), resolved_at=d(7))], [
        count(1, "2026-01-05"), count(2, "2026-01-06"), row("mean", "129600", "2026-01-06"), count(1, "2026-01-07"),
        count(1)], "resolved on the 7th at 00:00: open just before it", window={"from": "2026-01-05", "to": "2026-01-08"}, bucket="day"),
    b("unresolved", "berlin", "boundary", [ticket("1", "2026-03-31T21:59:59Z"), ticket("2", "2026-03-31T22:00:00Z")], [
        count(1, IN_MARCH), row("mean", "1", IN_MARCH), count(2, "2026-04")], "March ends at 22:00Z", zone=BERLIN, bucket="month",
      window={"from": "2026-03-01", "to": "2026-05-01"}),
    b("unresolved", "channels", "typical", OPEN_AT_NOON["ticket"] + [ticket("w", d(4), channel="web")], [
        count(6, group={"channel": "email"}), count(1, group={"channel": "web"}), count(7, group={"channel": ALL})], "by channel", window=NOON, by=["channel"]),
    b("unresolved", "merged", "typical", [ticket("1", d(5)), ticket("2", d(5), status="merged", merged_at=d(6)), ticket("3", d(5), status="spam")],
      [count(1, left_out={"merged": 1, "spam": 1})], "merged and spam leave it"),
    b("unresolved", "as-of", "boundary", [ticket("1", d(5), resolved_at=d(10)), ticket("2", d(9), resolved_at=d(20)), ticket("3", d(10)), ticket("4", d(11))],
      [count(2), row("max", str(DAY)), row("min", "0")], "as of the 10th: 1 is resolved, 2 is a day old, 3 has just come", as_of=d(10)),
    b("unresolved", "as-of-later-bucket", "boundary", [ticket("1", d(5))], [count(1, IN_JANUARY), count(0, IN_MARCH), row("mean", None, IN_MARCH)],
      "of March nothing is known on 10 January", window=QUARTER, bucket="month", as_of=d(10)),
    b("overdue", "at-due", "boundary", [ticket("1", d(5), due_at=d(5, "12:00")), ticket("2", d(5), due_at="2026-01-05T11:59:59.999999Z"),
                                        ticket("3", d(5), d(5, "12:00"), due_at=d(5, "11:00")), ticket("4", d(5), d(5, "11:59:59.999999"), due_at=d(5, "11:00"))],
      [count(2)], "2, and 3, which is answered at noon and not before", window=NOON),
    b("overdue", "as-of", "boundary", [ticket("1", d(5), due_at=d(6)), ticket("2", d(5), d(8), due_at=d(6)), ticket("3", d(5), due_at=d(7)), ticket("4", d(5), d(7), due_at=d(6))],
      [count(2)], "as of the 7th: 1 and 2; 3 is due now, 4 is answered now", as_of=d(7)),
    b("unassigned", "as-of", "boundary", [ticket("1", d(5), first_assigned_at=d(7), assignee="ann"), ticket("2", d(5), first_assigned_at=d(8), assignee="ann"),
                                          ticket("3", d(5), assignee="ann"), ticket("4", d(5))], [count(2)], "as of the 7th: 2 and 4", as_of=d(7)),
]
SPANS = [spell("1", "new", d(5, "09:00"), d(5, "10:00"), created_at=d(5, "09:00")), spell("1", "resolved", d(5, "10:00"), d(5, "11:00"), "new", created_at=d(5, "09:00")),
         spell("1", "open", d(5, "11:00"), None, "resolved", created_at=d(5, "09:00")), spell("2", "new", d(5, "10:00"), d(5, "10:00"), created_at=d(5, "10:00")),
         spell("2", "pending", d(5, "10:00"), None, "new", created_at=d(5, "10:00")), spell("3", "new", d(5, "12:00"), created_at=d(5, "12:00")),
         spell("4", "new", d(5, "11:00"), d(5, "12:00"), created_at=d(5, "11:00"))]
for v, n in (("unresolved", "3"), ("actionable", "2")):
    BACKLOG += [
        b(v, "spans", "typical", {"status_span": SPANS}, [count(n), row("max", "10800"), row("min", "3600")],
          "1 is open again, 4 is new until noon" + ("; 2 is pending" if v == "unresolved" else ""), window=NOON, ruling="B24"),
        b(v, "spans-hours", "boundary", {"status_span": SPANS}, [
            count("1", "2026-01-05 09:00+00:00"), count("1" if v == "unresolved" else "0", "2026-01-05 10:00+00:00"), count(n, "2026-01-05 11:00+00:00")],
          "just before 10:00 1 is new; just before 11:00 it is resolved", window=NOON, bucket="hour"),
        b(v, "spans-instead", "ruling", {"status_span": SPANS, "ticket": [ticket("1", d(5, "09:00"), resolved_at=d(5, "10:00")), ticket(
            "2", d(5, "10:00")), ticket("5", d(5, "11:00"))]}, [count(str(int(n) + 1))], "5 has no spans; of 2 only its spans count", ruling="B24", window=NOON),
        b(v, "spans-as-of", "boundary", {"status_span": SPANS}, [count("1" if v == "unresolved" else "0")], "at 10:30 1 is resolved and 2 pending",
          window=NOON, as_of=d(5, "10:30")),
        b(v, "spans-null", "null", {"status_span": [spell("1", "new", d(5)), spell("2", "new", d(5), created_at=d(5))]}, [count(1, left_out={"unknown": 1})],
          "how old 1 is is not known"),
        b(v, "spans-bad", "bad_input", {"status_span": [spell("1", "new", d(5), d(4))]}, origin="the end is before the start", error={
            "code": "wrong_order", "record": "status_span", "index": 0, "field": "to"}),
    ]

# clearance_rate, tickets_resolved by events -------------------------------------------------------------------------


def random_spans(seed, n=30):
    """The statuses of tickets, one after the other."""
    r, out = random.Random(seed), []
    for i in range(n):
        at, previous, status = datetime(2026, 1, 1) + timedelta(seconds=r.randint(0, 80 * DAY)), None, "new"
        created, channel = at.isoformat() + "Z", r.choice(["email", "web", None])
        for _ in range(r.randint(1, 7)):
            end = at + timedelta(seconds=r.choice([0, 60, 3600, DAY, 5 * DAY, 9 * DAY]))
            out.append(spell(f"s{i}", status, at.isoformat() + "Z", end.isoformat() + "Z", previous, created_at=created, channel=channel))
            at, previous = end, status
            status = r.choice({"new": ["open", "resolved", "closed", "deleted"], "open": ["pending", "resolved", "canceled", "on_hold"], "pending": ["open", "resolved"],
                               "on_hold": ["open"], "resolved": ["closed", "open"], "closed": ["open"]}.get(previous, ["merged"]))
            if previous in ("canceled", "deleted", "merged"):
                break
        out[-1]["to"] = None
    return out


EVENTS = [
    spell("1", "new", d(5, "09:00"), d(5, "10:00")), spell("1", "resolved", d(5, "10:00"), d(20), "new"), spell("1", "open", d(20), feb(3), "resolved"),
    spell("1", "resolved", feb(3), feb(4), "open"), spell("1", "closed", feb(4), None, "resolved"), spell("2", "new", d(8), d(8, "10:00")),
    spell("2", "resolved", d(8, "10:00"), d(25), "new"), spell("2", "pending", d(25), None, "resolved"), spell("3", "new", d(9), d(10)),
    spell("3", "closed", d(10), None, "new"), spell("4", "new", d(9), d(11)), spell("4", "canceled", d(11), None, "new"),
]
FLOW = ("rate", "resolved", "created", "reopened", "net_flow")


def flows(bucket=None, **values):
    return [row(f, values[f], bucket) for f in FLOW if f in values]


k, p = "clearance_rate", "clearance"
CLEARANCE = []
for v in ("tickets", "events"):
    q = f"{p}-{v}"

    def f(what, case, inputs, figures=None, origin=None, **more):
        return formula(f"{q}-formula-{what}", k, v, case, dict(zip(("resolved", "created", "reopened", "ended"), inputs)), figures, origin, **more)

    CLEARANCE += [
        f("typical", "typical", (45, 50, 10, 5), {"rate": {"value": "75", "unit": "percent", "numerator": "45", "denominator": "60"}, "resolved": {"value": "45"}, "created": {
            "value": "50"}, "reopened": {"value": "10"}, "net_flow": {"value": "10", "unit": "count"}}, "45 of 60; 60 − 45 − 5 are left"),
        f("more-than-all", "boundary", (90, 50, 10, 0), {"rate": {"value": "150"}, "net_flow": {"value": "-30"}}, "old ones were resolved too: it is a ratio, not a share"),
        f("third", "ruling", (1, 2, 1, 0), {"rate": {"value": "33.333333333"}}, "one division", ruling="B33"),
        f("empty", "empty", (0, 0, 0, 0), {"rate": undef(), "resolved": {"value": "0"}, "net_flow": {"value": "0"}}, "nothing came", ruling="B55"),
        f("nothing-came", "boundary", (3, 0, 0, 1), {"rate": undef(), "net_flow": {"value": "-4"}}, "nothing came, and four left"),
        f("negative", "bad_input", (1, -1, 0, 0), origin="a count is not negative", error={"code": "negative", "field": "created"}),
        formula(f"{q}-formula-missing", k, v, "bad_input", {"resolved": 1, "created": 1, "ended": 0}, origin="an input is absent",
                error={"code": "missing_input", "field": "reopened"}),
        formula(f"{q}-formula-unknown", k, v, "bad_input", {"resolved": 1, "created": 1, "reopened": 0, "ended": 0, "total": 1}, origin="an input too many",
                error={"code": "unknown_input", "field": "total"}),
    ]


def c(v, what, case, records, rows=None, origin=None, **more):
    kind = "ticket" if v == "tickets" else "status_span"
    return measure(f"{p}-{v}-{what}", k, v, case, {kind: records}, rows, origin, **more)


CLEARANCE += [
    c("tickets", "typical", "typical", [
        ticket("1", d(5), resolved_at=feb(3)), ticket("2", d(6), resolved_at=d(7)), ticket("3", d(8), closed_at=feb(1)), ticket("4", feb(2)), ticket(
            "5", d(9), canceled_at=d(10)), ticket("6", d(9), status="merged"), ticket("7", d(9), status="spam")], [
        *flows(IN_JANUARY, rate="25", resolved="1", created="4", reopened="0", net_flow="2"),
        *flows(IN_FEBRUARY, rate="100", resolved="1", created="1", reopened="0", net_flow="-1"),
        *flows(rate="40", resolved="2", created="5", reopened="0", net_flow="1"), row("rate", "40", left_out={"merged": 1, "spam": 1})],
      "January: 1 of 4, one canceled; February: 1 of 1, one closed without a resolution", window=TO_MARCH, bucket="month"),
    c("tickets", "ends-first", "boundary", [ticket("1", d(5), closed_at=d(6), resolved_at=feb(6)), ticket("2", d(5), resolved_at=d(6), deleted_at=feb(6))], [
        *flows(IN_JANUARY, rate="100", resolved="2", created="2", net_flow="0"), *flows(IN_FEBRUARY, rate=None, resolved="0", net_flow="0")],
      "it leaves the backlog once, at its first end", window=TO_MARCH, bucket="month"),
    c("tickets", "null", "null", [ticket("1", d(5)), ticket("2", d(5), status="resolved")], [row("rate", "0", left_out={"no_anchor": 1}), row("created", "1")],
      "nobody knows when 2 was resolved", window=JANUARY),
    c("tickets", "boundary", "boundary", [ticket("1", "2025-12-31T23:59:59.999999Z", resolved_at=d(1)), ticket("2", d(1), resolved_at=feb(1)), ticket("3", feb(1))],
      flows(rate="100", resolved="1", created="1", net_flow="0"), "1's resolution and 2's creation", window=JANUARY),
    c("tickets", "all-time", "typical", [ticket("1", d(5), resolved_at=d(6)), ticket("2", d(5))], flows(rate="50", resolved="1", created="2", net_flow="1"), "without a window"),
    c("tickets", "as-of", "boundary", [ticket("1", d(5), resolved_at=d(10)), ticket("2", d(6), resolved_at=d(11)), ticket("3", d(12))],
      flows(rate="50", resolved="1", created="2", net_flow="1"), "as of the 10th", window=JANUARY, as_of=d(10)),
    c("tickets", "channels", "typical", [ticket("1", d(5), resolved_at=d(10)), ticket("2", d(6), channel="web")], [
        row("rate", "100", group={"channel": "email"}), row("rate", "0", group={"channel": "web"}), row("net_flow", "1", group={"channel": "web"}),
        row("rate", "50", group={"channel": ALL})], "by channel", window=JANUARY, by=["channel"]),
    c("tickets", "empty", "empty", [], [row("rate", None), row("resolved", "0"), row("net_flow", "0")], "nothing came", ruling="B55", window=JANUARY),
    c("tickets", "peer", "typical", random_tickets(43, 60), window=QUARTER, bucket="month", by=["channel"], drop=("sample",)),
    *faults(f"{p}-tickets", k, "tickets"),
    c("events", "typical", "typical", EVENTS, [
        *flows(IN_JANUARY, rate="50", resolved="3", created="4", reopened="2", net_flow="2"),
        *flows(IN_FEBRUARY, rate=None, resolved="1", created="0", reopened="0", net_flow="-1"),
        *flows(rate="66.666666667", resolved="4", created="4", reopened="2", net_flow="1")],
      "January: 1 and 2 resolved, 3 closed directly; 1 and 2 reopened; 4 canceled. February: 1 resolved, then closed, which is nothing more",
      window=TO_MARCH, bucket="month"),
    c("events", "empty", "empty", [], [row("rate", None), row("created", "0")], "nothing came", ruling="B55", window=JANUARY),
    c("events", "null", "null", [spell("1", "new", d(5)), spell("2", "resolved", d(6), None, "open")], flows(rate="100", resolved="1", created="1", net_flow="0"),
      "an open span is an entry, too", window=JANUARY),
    c("events", "boundary", "boundary", [spell("1", "new", d(1), feb(1)), spell("1", "resolved", feb(1), None, "new"), spell("2", "open", "2025-12-31T23:59:59.999999Z", None, "resolved")],
      flows(rate="0", resolved="0", created="1", reopened="0", net_flow="1"), "[from, to)", window=JANUARY),
    c("events", "begins-ended", "boundary", [spell("1", "resolved", d(5)), spell("2", "closed", d(6)), spell("3", "spam", d(7)), spell("4", "new", d(8))],
      flows(rate="50", resolved="2", created="4", reopened="0", net_flow="1"), "what begins with its end is created and over at once: only 4 is left", window=JANUARY),
    c("events", "as-of", "boundary", EVENTS, flows(rate="75", resolved="3", created="4", reopened="0", net_flow="0"), "as of the 15th: 1 and 2 resolved, 3 closed, 4 canceled",
      window=JANUARY, as_of=d(15)),
    c("events", "peer", "typical", random_spans(47), window=QUARTER, bucket="month", by=["channel"], drop=("sample",)),
    c("events", "bad", "bad_input", [spell("1", "asleep", d(5))], origin="no such status", error={"code": "unknown_word", "record": "status_span", "index": 0, "field": "status"}),
    measure(f"{p}-events-none", k, "events", "bad_input", {}, origin="no records were given", error={"code": "missing_records"}),
]

k, v, p = "tickets_resolved", "events", "resolved-events"


def resolved(what, case, spans, rows=None, origin=None, **more):
    return measure(f"{p}-{what}", k, v, case, {"status_span": spans}, rows, origin, **more)


RESOLVED_EVENTS = [
    formula(f"{p}-formula", k, v, "typical", {"resolved": 12}, {"count": {"value": "12", "unit": "count"}}, "12"),
    formula(f"{p}-formula-empty", k, v, "empty", {"resolved": 0}, {"count": {"value": "0"}}, "a count of nothing is 0", ruling="B55"),
    formula(f"{p}-formula-negative", k, v, "bad_input", {"resolved": -1}, origin="a count is not negative", error={"code": "negative", "field": "resolved"}),
    formula(f"{p}-formula-large", k, v, "boundary", {"resolved": 9007199254740991}, {"count": {"value": "9007199254740991"}},
            "2^53 - 1, the last whole number that every language has"),
    formula(f"{p}-formula-missing", k, v, "bad_input", {}, origin="an input is absent", error={"code": "missing_input", "field": "resolved"}),
    resolved("b17", "ruling", EVENTS[:8], [row("count", "2", IN_JANUARY), row("count", "1", IN_FEBRUARY), row("count", "3")],
             "two resolutions in January, whatever came after, and one in February", ruling="B17", window=TO_MARCH, bucket="month"),
    resolved("closed-directly", "boundary", EVENTS, [row("count", "3", IN_JANUARY), row("count", "1", IN_FEBRUARY)],
             "closed out of an unresolved status is a resolution; closed after one is not; canceled is none", window=TO_MARCH, bucket="month"),
    resolved("twice", "boundary", [spell("1", "resolved", d(5), d(6), "open"), spell("1", "closed", d(6), d(7), "resolved"), spell("1", "resolved", d(7), None, "closed")],
             [row("count", "1")], "no open state between: one event", ruling="B18"),
    resolved("zero-length", "boundary", [spell("1", "resolved", d(5), d(5), "open"), spell("1", "open", d(5), d(5), "resolved"), spell("1", "resolved", d(5), None, "open")],
             [row("count", "2")], "each entry is a fact"),
    resolved("null", "null", [spell("1", "resolved", d(5)), spell("2", "new", d(5))], [row("count", "1")], "no status before: it began resolved"),
    resolved("empty", "empty", [], [row("count", "0")], "nothing was resolved", ruling="B55"),
    resolved("window", "boundary", [spell("1", "resolved", "2025-12-31T23:59:59.999999Z", None, "open"), spell("2", "resolved", d(1), None, "open"), spell("3", "resolved", feb(1), None, "open")],
             [row("count", "1")], "[from, to)", window=JANUARY),
    resolved("as-of", "boundary", EVENTS, [row("count", "3")], "as of the 15th", as_of=d(15)),
    resolved("channels", "typical", random_spans(48), window=QUARTER, bucket="month", by=["channel"], drop=("left_out",)),
    resolved("bad", "bad_input", [spell("1", "resolved", d(5), d(4), "open")], origin="the end is before the start",
             error={"code": "wrong_order", "record": "status_span", "index": 0, "field": "to"}),
]

# arrival_profile ----------------------------------------------------------------------------------------------------

k, v, p = "arrival_profile", "standard", "arrivals"
WEEKS = {"from": "2026-01-05", "to": "2026-01-19"}
LORD_HOWE = {"name": "Australia/Lord_Howe", "source": "by hand", "initial_offset": 37800, "transitions": [[1162049400000000, 39600]]}


def arrive(what, case, records, rows=None, origin=None, window=WEEKS, **more):
    if window:
        more["window"] = window
    return measure(f"{p}-{what}", k, v, case, records if isinstance(records, dict) else {"ticket": records}, rows, origin, **more)


TWO_WEEKS = [*(ticket(f"m{i}", d(5, f"09:{10 + i}")) for i in range(3)), ticket("n", d(12, "09:59:59")), ticket("o", d(12, "10:00")), ticket("s", d(18, "23:30"))]
FLAT = {"arrivals": [0] * 168, "hours": [2] * 168, "holiday_arrivals": 0}


def with_arrivals(**cells):
    return {**FLAT, "arrivals": [cells.get(name, 0) for name in CELLS]}


ARRIVALS = [
    formula(f"{p}-formula-typical", k, v, "typical", with_arrivals(monday_09=4, monday_10=1, sunday_23=1), {
        "peak": {"value": "2"}, "peak_weekday": {"value": "1"}, "peak_hour": {"value": "9"}, "arrivals": {"value": "6", "unit": "count"},
        "holiday_arrivals": {"value": "0"}, "mean": {"value": "0.017857143"}, "monday_09": {"value": "2"}, "monday_10": {"value": "0.5"}, "sunday_23": {"value": "0.5"},
        "tuesday_00": {"value": "0"}}, "4 in two hours; 6 in 336 hours"),
    formula(f"{p}-formula-tie", k, v, "boundary", with_arrivals(tuesday_08=2, monday_23=2), {"peak_weekday": {"value": "1"}, "peak_hour": {"value": "23"}, "peak": {"value": "1"}},
            "of two the first in the week"),
    formula(f"{p}-formula-none", k, v, "null", FLAT, {"peak": {"value": "0"}, "peak_weekday": undef(), "peak_hour": undef(), "mean": {"value": "0"}, "arrivals": {"value": "0"}},
            "hours without arrivals have a mean of 0, and no peak"),
    formula(f"{p}-formula-empty", k, v, "empty", {**FLAT, "hours": [0] * 168}, {"peak": undef(), "mean": undef(), "monday_00": undef(), "arrivals": {"value": "0"}},
            "no hours at all", ruling="B55"),
    formula(f"{p}-formula-missing", k, v, "bad_input", {"arrivals": [0] * 168, "holiday_arrivals": 0}, origin="an input is absent",
            error={"code": "missing_input", "field": "hours"}),
    formula(f"{p}-formula-unknown", k, v, "bad_input", {**FLAT, "days": 7}, origin="an input too many", error={"code": "unknown_input", "field": "days"}),
    arrive("typical", "typical", TWO_WEEKS, [
        row("peak", "2"), row("peak_weekday", "1"), row("peak_hour", "9"), row("arrivals", "6"), row("holiday_arrivals", "0"), row("mean", "0.017857143"),
        row("monday_09", "2"), row("monday_10", "0.5"), row("sunday_23", "0.5"), row("tuesday_09", "0")], "3 and 1 on two Mondays at nine"),
    arrive("holidays", "ruling", TWO_WEEKS, [
        row("peak", "1"), row("peak_weekday", "1"), row("arrivals", "3"), row("holiday_arrivals", "3"), row("monday_09", "1"), row("monday_10", "1"), row("sunday_23", "0.5"),
        row("mean", "0.009615385")], "the first Monday is a holiday: its 3 are apart, and one Monday is left; 3 in 312 hours", calendar={
               "hours": {"monday": [["09:00", "17:00"]]}, "holidays": ["2026-01-05"], "special_days": {"2026-01-06": [["09:00", "10:00"]]}}),
    arrive("week", "boundary", TWO_WEEKS, [row("tuesday_00", None), row("monday_09", "3"), row("mean", "0.125"), row("arrivals", "3")], "one Monday: other weekdays do not occur",
           window={"from": "2026-01-05", "to": "2026-01-06"}),
    arrive("weeks", "typical", TWO_WEEKS, [row("monday_09", "3", "2026-W02"), row("monday_09", "1", "2026-W03"), row("peak_hour", "9", "2026-W03"), row("monday_09", "2")],
           "each week by itself, and both", bucket="week"),
    arrive("zone", "boundary", TWO_WEEKS, [row("peak_hour", "10"), row("monday_10", "2"), row("monday_11", "0.5"), row("sunday_23", "0"), row("arrivals", "5")],
           "in Berlin it is an hour later, and Sunday 23:30Z is the Monday after", zone=BERLIN),
    arrive("dst-march", "boundary", [ticket("1", "2026-03-29T00:30:00Z"), ticket("2", "2026-03-29T01:30:00Z")], [
        row("sunday_01", "1"), row("sunday_02", None), row("sunday_03", "1"), row("mean", "0.086956522"), row("peak_hour", "1")],
        "01:30 and 03:30; 02:00 is not there: 2 in 23 hours", zone=BERLIN, window={"from": "2026-03-29", "to": "2026-03-30"}),
    arrive("dst-october", "boundary", [ticket("1", "2026-10-25T00:30:00Z"), ticket("2", "2026-10-25T01:30:00Z"), ticket("3", "2026-10-25T02:30:00Z")], [
        row("sunday_02", "1"), row("sunday_03", "1"), row("mean", "0.12"), row("peak_hour", "2")], "02:30 twice in two hours, 03:30 once: 3 in 25 hours", zone=BERLIN,
        window={"from": "2026-10-25", "to": "2026-10-26"}),
    arrive("contacts", "ruling", {"ticket": [ticket("1", d(5, "09:00"), contact="c1"), ticket("2", d(5, "09:00")), ticket("3", d(5, "09:00"), status="merged"),
                                             ticket("4", d(5, "09:00"), status="spam")],
                                  "contact": [call("c1", d(5, "08:59"), started_at=d(5, "08:50")), call("c2", None, started_at=d(5, "10:00"), outcome="self_served"),
                                              call("c3", d(5, "10:00"), d(5, "10:00"), direction="outbound")]},
           [row("peak", "0.5", left_out={"merged": 1, "outbound": 1, "spam": 1, "through_contact": 1}), row("arrivals", "3"), row("monday_08", "0.5"), row("monday_09", "0.5"),
            row("monday_10", "0.5"), row("peak_hour", "8")], "c1 at 08:59, ticket 2 at 09:00, c2 at 10:00; a ticket born of a contact counts once", ruling="B13"),
    arrive("as-of", "boundary", TWO_WEEKS, [row("monday_09", "2"), row("monday_10", "1"), row("arrivals", "5"), row("tuesday_09", "0"), row("sunday_23", "0")],
           "as of the 12th, 10:00: two hours of 09:00, one of 10:00, and the arrival of that instant", as_of=d(12, "10:00")),
    arrive("as-of-within", "boundary", TWO_WEEKS[:3], [row("monday_09", "3.396226415"), row("peak", "3.396226415"), row("mean", "0.303541315"), row("monday_10", None)],
           "as of 09:53 the hour has had 53 minutes: 3 ÷ 53/60; all in all 593 minutes: 3 ÷ 593/60", window={"from": "2026-01-05", "to": "2026-01-06"}, as_of=d(5, "09:53")),
    arrive("piece", "boundary", [ticket("1", d(5, "13:30")), ticket("2", d(5, "13:40")), ticket("3", d(5, "14:10"))], [
        row("peak", "3"), row("peak_weekday", "1"), row("peak_hour", "13"), row("arrivals", "3"), row("monday_13", "3"), row("monday_14", "1"), row("monday_17", "0"),
        row("monday_18", None), row("monday_12", None), row("mean", "0.642857143")], "40 minutes of 13 o'clock: 2 ÷ 2/3; 3 in 4 hours and 40 minutes",
        window={"from": "2026-01-05T13:20:00Z", "to": "2026-01-05T18:00:00Z"}),
    arrive("within-an-hour", "boundary", [ticket("1", d(5, "13:30"))], [row("peak", "4"), row("mean", "4"), row("monday_13", "4"), row("monday_14", None)],
           "a quarter of an hour: 1 ÷ 1/4", window={"from": "2026-01-05T13:20:00Z", "to": "2026-01-05T13:35:00Z"}),
    arrive("piece-of-holiday", "boundary", [ticket("1", d(5, "23:50")), ticket("2", d(6, "00:10"))], [
        row("arrivals", "1"), row("holiday_arrivals", "1"), row("peak", "2"), row("monday_23", "2"), row("tuesday_00", None), row("mean", "2")],
        "half an hour of Monday; that of Tuesday is a holiday's", window={"from": "2026-01-05T23:30:00Z", "to": "2026-01-06T00:30:00Z"},
        calendar={"hours": {"monday": [["09:00", "17:00"]]}, "holidays": ["2026-01-06"]}),
    arrive("half-hour-jump", "boundary", [ticket("1", "2006-10-28T15:40:00Z")], [
        row("peak", "2"), row("peak_weekday", "7"), row("peak_hour", "2"), row("sunday_01", "0"), row("sunday_02", "2"), row("mean", "0.042553191")],
        "at 02:00 the clock goes forward to 02:30; the arrival is at 02:40, in the half hour that is left: 1 ÷ 1/2; 1 in 23 1/2 hours", zone=LORD_HOWE,
        window={"from": "2006-10-29", "to": "2006-10-30"}),
    arrive("empty", "empty", [], [row("peak", "0"), row("peak_weekday", None), row("arrivals", "0"), row("mean", "0"), row("monday_00", "0")], "hours without arrivals", ruling="B55"),
    arrive("null", "null", [ticket("1", d(5, "09:00"), channel=None)], [row("peak", "0.5"), row("arrivals", "1")], "an unknown channel does not matter"),
    arrive("channels", "typical", TWO_WEEKS + [ticket("w", d(6, "09:00"), channel="web")], [
        row("peak", "2", group={"channel": "email"}), row("peak_weekday", "2", group={"channel": "web"}), row("peak", "0.5", group={"channel": "web"}),
        row("arrivals", "7", group={"channel": ALL})], "by channel", by=["channel"]),
    arrive("window-required", "bad_input", TWO_WEEKS, origin="how many hours there were is not said", window=None, error={"code": "window_required"}),
    *[{**c, "request": {"window": JANUARY, **c["request"]}} for c in faults(p, k, v)],
    arrive("peer", "typical", random_tickets(53, 60), window=QUARTER, by=["channel"], zone=BERLIN,
           calendar={"hours": {"monday": [["09:00", "17:00"]]}, "holidays": ["2026-01-01", "2026-01-06"]}),
]

FILES = {
    "repeat_contact_rate": ("Repeat contact rate: conformance cases", REPEAT),
    "backlog": ("Backlog: conformance cases", BACKLOG),
    "clearance_rate": ("Clearance rate: conformance cases", CLEARANCE),
    "tickets_resolved_events": ("Tickets resolved, by events: conformance cases", RESOLVED_EVENTS),
    "arrival_profile": ("Arrival profile: conformance cases", ARRIVALS),
}
