"""The cases of conversions after a contact and of cancellation requests, for `conversions.py`."""

import random

from cases import ALL, FEBRUARY, JANUARY, OLD, QUARTER, account, call, d, f, formula, measure, row, ticket, undef
from cases_quality import APRIL, m, of_whole, unknown_parameter
from conversions import newcombe

rng = random.Random(38)
JUNE = d(1, month=6)

# The example of Newcombe's paper (Statistics in Medicine 17, 1998): 56/70 and 48/80 by his method 10.
assert [round(x / 100, 4) for x in newcombe(56, 70, 48, 80, 0.95)] == [0.0524, 0.3339]
VARIANTS = {"last_touch": "touches", "any_touch": "touches", "per_customer": "customers"}


def some_day(first=1, last=3):
    return d(rng.randint(1, 28), f"{rng.randint(0, 23):02}:{rng.randint(0, 59):02}", month=rng.randint(first, last))


def sold(id, at, account="a", kind="purchase", **more):
    return {"id": str(id), "account": account, "at": at, "kind": kind, **more}


def talk(id, at, account="a", **more):
    """A call that a person answered at once."""
    return call(id, at, at, account=account, **more)


def visit(id, at, account="a", kind="help_center", **more):
    return {"id": str(id), "started_at": at, "kind": kind, "account": account, **more}


def three(variant, last, any_, customers):
    return {"last_touch": last, "any_touch": any_, "per_customer": customers}[variant]


# Calls of every kind, and what was sold.
CALLS = [
    talk("1", d(5), "a"), talk("2", d(9), "a", channel="chat"), talk("3", d(12), "b"),      # a buys on the 10th, b never
    talk("4", d(6), "c"), talk("5", d(20), "c"),                                            # c buys on the 20th, in that instant
    talk("6", d(7), "e"),                                                                   # e buys on the thirtieth day exactly
    talk("7", d(7), "g"),                                                                   # g 1 µs later
    call("8", d(5), account="a"), call("9", d(5), outcome="callback", account="a"), call("10", d(5), outcome="failed", account="a"),
    call("11", d(5), outcome="self_served", account="a"), talk("12", d(5), "a", direction="outbound"), talk("13", d(5), None),
    call("14", d(8), d(8), outcome="abandoned", abandon_step="conversation", account="h"),  # h had spoken with a person, and buys
]
SALES = [
    sold(1, d(10), "a"), sold(2, d(20), "c"), sold(3, f(6), "e"), sold(4, "2026-02-06T00:00:00.000001Z", "g"), sold(5, d(9), "h"),
    sold(6, d(13), "b", kind="upsell"), sold(7, d(14), "b", canceled_at=d(15)), sold(8, d(15), "b", order="o8"), sold(9, f(3), "b", kind="refund", order="o8"),
    sold(10, d(3), "b"), sold(11, d(13), None),
]
LEFT = {"abandoned": 1, "callback": 1, "failed": 1, "no_account": 1, "outbound": 1, "self_served": 1}
B38 = {"contact": [talk("1", d(5)), talk("2", d(6)), talk("3", d(7))], "conversion": [sold(1, d(8))]}
ONE = {"contact": [talk("1", d(5))], "conversion": [sold(1, d(9))]}


def many(kind="purchase"):
    return {
        "contact": [talk(f"k{i}", some_day(), f"c{rng.randint(0, 30)}", channel=rng.choice(("phone", "chat")), agent=rng.choice(("ann", "bob", None)))
                    if i % 5 else call(f"k{i}", some_day(), account="c1", agent=None) for i in range(90)],
        "conversion": [sold(i, some_day(1, 4), f"c{rng.randint(0, 45)}", rng.choice((kind, kind, "renewal")), order=f"o{i}",
                            **({"canceled_at": JUNE} if i % 11 == 0 else {})) for i in range(70)] + [sold(99, APRIL, kind="refund", order="o7")]}


# conversion_rate ----------------------------------------------------------------------------------------------------

K = "conversion_rate"
CONVERSION_RATE = []
for v, whole in VARIANTS.items():
    p, people = f"conversion-{v}", v == "per_customer"

    def pick(last, any_, customers, v=v):
        return three(v, last, any_, customers)

    CONVERSION_RATE += [
        *of_whole(K, v, p, "converted", whole),
        formula(f"{p}-formula-b38", K, v, "ruling", {"converted": 1 if v != "any_touch" else 3, whole: 1 if people else 3}, {
            "share": {"value": pick("33.333333333", "100", "100")}}, "three contacts, one purchase: " + pick("1/3", "3/3", "1/1"), ruling="B38"),
        measure(f"{p}-b38-records", K, v, "ruling", B38, [
            row("share", pick("33.333333333", "100", "100"), unit="percent", sample=pick(3, 3, 1), left_out={}),
            row("converted", pick("1", "3", "1"), unit="count"), row(whole, pick("3", "3", "1"), unit="count")],
            "three contacts of one customer, then a purchase: " + pick("the last takes it, 1/3", "3/3", "one customer of one"), ruling="B38",
            window=JANUARY, as_of=APRIL),
        measure(f"{p}-records-typical", K, v, "typical", {"contact": CALLS, "conversion": SALES}, [
            row("share", pick("50", "75", "66.666666667"), sample=pick(8, 8, 6), left_out=LEFT), row("converted", pick("4", "6", "4")), row(whole, pick("8", "8", "6"))],
            pick("2 of a, 5 of c, 6 of e, 14 of h: 4/8", "1 2 4 5 6 14: 6/8", "a c e h of a b c e g h") + "; b's were of another kind, canceled, refunded, before or of nobody",
            window=JANUARY, as_of=APRIL),
        measure(f"{p}-records-no-window", K, v, "typical", {"contact": CALLS, "conversion": SALES}, [
            row("share", pick("50", "75", "66.666666667"), left_out=LEFT)], "the same without a window", as_of=APRIL),
        measure(f"{p}-records-agents", K, v, "typical", {"contact": [
            talk("1", d(5), "a", agent="ann"), talk("2", d(6), "a", agent="bob"), talk("3", d(6), "b", agent="bob"), talk("4", d(7), "c", agent="ann")],
            "conversion": [sold(1, d(8), "a"), sold(2, d(8), "c")]}, [
            row("share", pick("50", "100", "100"), group={"agent": "ann"}, sample=2), row("share", pick("50", "50", "50"), group={"agent": "bob"}, sample=2),
            row("share", pick("50", "75", "66.666666667"), group={"agent": ALL})],
            "the last contact of a was bob's, that of c ann's; by any of them a is ann's too", window=JANUARY, as_of=APRIL, by=["agent"], row_count=9),
        measure(f"{p}-records-channels", K, v, "typical", {"contact": [
            talk("1", d(5), "a"), talk("2", d(6), "a", channel="chat"), talk("3", d(6), "b", channel="chat")], "conversion": [sold(1, d(8), "a")]}, [
            row("share", pick("0", "100", "100"), group={"channel": "phone"}, sample=1), row("share", "50", group={"channel": "chat"}, sample=2),
            row("share", pick("33.333333333", "66.666666667", "50"), group={"channel": ALL})], "the chat came last",
            window=JANUARY, as_of=APRIL, by=["channel"], row_count=9),
        measure(f"{p}-records-months", K, v, "typical", {"contact": [talk("1", d(30), "a"), talk("2", f(2), "a"), talk("3", f(2), "b"), talk("4", d(10), "b")],
                                                         "conversion": [sold(1, f(5), "a"), sold(2, d(20), "b")]}, [
            row("share", pick("50", "100", "100"), "2026-01", sample=2), row("share", pick("50", "50", "50"), "2026-02", sample=2),
            row("share", None, "2026-03", sample=0), row("converted", "0", "2026-03"), row("share", pick("50", "75", "100"))],
            "by the contact's month; the purchase of a in February was in its January contact's thirty days, too", window=QUARTER, bucket="month", as_of=JUNE),
        measure(f"{p}-records-outside", K, v, "boundary", {"contact": [talk("1", d(30), "a"), talk("2", f(2), "a", channel="chat")], "conversion": [sold(1, f(5), "a")]}, [
            row("share", pick("0", "100", "100"), sample=1)], "a later contact takes the purchase, though it is outside the window and filtered away",
            window=JANUARY, as_of=APRIL, filters=[{"record": "contact", "field": "channel", "any_of": ["phone"]}]),
        measure(f"{p}-records-first-counts", K, v, "boundary", {"contact": [talk("1", d(5)), talk("2", d(15))], "conversion": [sold(1, d(8)), sold(2, d(18))]}, [
            row("share", "100", sample=pick(2, 2, 1))], "each contact has a purchase of its own", window=JANUARY, as_of=APRIL),
        measure(f"{p}-records-same-instant", K, v, "boundary", {"contact": [talk("2", d(5)), talk("10", d(5))], "conversion": [sold(1, d(8))]}, [
            row("share", pick("50", "100", "100")), row("converted", pick("1", "2", "1"))], "of two contacts in one instant one is the last: a purchase counts once",
            window=JANUARY, as_of=APRIL),
        measure(f"{p}-records-not-touches", K, v, "boundary", {"contact": [
            talk("1", d(5)), call("2", d(6), account="a"), talk("3", d(6), "a", direction="outbound"), talk("4", d(6), "b")], "conversion": [sold(1, d(8))]}, [
            row("share", "50", sample=2, left_out={"abandoned": 1, "outbound": 1})], "an abandoned and an outbound call take nothing", window=JANUARY, as_of=APRIL),
        measure(f"{p}-records-tickets", K, v, "typical", {"ticket": [
            ticket("1", d(5), account="a"), ticket("2", d(6), account="a", opened_by="agent"), ticket("3", d(6), account="b"), ticket("4", d(6), account="c", status="spam"),
            ticket("5", d(6), account="c", merged_at=d(7)), ticket("6", d(6), account="c", status="deleted"), ticket("7", d(6))],
            "contact": [talk("1", d(7), "a")], "conversion": [sold(1, d(8), "a"), sold(2, d(8), "c")]}, [
            row("share", pick("33.333333333", "66.666666667", "50"), left_out={"deleted": 1, "merged": 1, "no_account": 1, "spam": 1})],
            "tickets 1 and 2 of a and 3 of b; the call is not read", window=JANUARY, as_of=APRIL, parameters={"after": "tickets"}),
        measure(f"{p}-records-repliers", K, v, "ruling", {"ticket": [
            ticket("1", d(5), account="a", first_replier="ann", first_assignee="z", resolver="z"), ticket("2", d(6), account="b", first_replier="ann"),
            ticket("3", d(6), account="b", first_assignee="z")], "conversion": [sold(1, d(8), "a")]}, [
            row("share", "50", group={"agent": "ann"}, sample=2), row("share", "0", group={"agent": None}, sample=1), row("share", pick("33.333333333", "33.333333333", "50"), group={"agent": ALL})],
            "a ticket is of who spoke with the customer", ruling="B47", window=JANUARY, as_of=APRIL, by=["agent"], parameters={"after": "tickets"}),
        measure(f"{p}-records-peer-ties", K, v, "boundary", {
            "contact": [talk(f"{i}", d(rng.randint(1, 28)), f"c{i % 7}", **({"direction": "outbound"} if i % 13 == 0 else {})) for i in range(60)],
            "ticket": [ticket(f"{i}", d(rng.randint(1, 28)), account=f"c{i % 7}", status="spam" if i % 11 == 0 else "open") for i in range(40)],
            "session": [visit(f"{i}", d(rng.randint(1, 28)), f"c{i % 7}") for i in range(40)],
            "conversion": [sold(i, d(rng.randint(1, 28)), f"c{rng.randint(0, 8)}") for i in range(25)]},
            window=JANUARY, bucket="week", as_of=APRIL, parameters={"after": "all", "within": 259200}),
        measure(f"{p}-records-sessions", K, v, "typical", {"session": [visit("1", d(5)), visit("2", d(6), kind="chatbot"), visit("3", d(6), "b"), visit("4", d(6), None)],
                                                           "conversion": [sold(1, d(8))]}, [
            row("share", pick("33.333333333", "66.666666667", "50"), left_out={"no_account": 1})], "visits 1 and 2 of a, 3 of b",
            window=JANUARY, as_of=APRIL, parameters={"after": "sessions"}),
        measure(f"{p}-records-all", K, v, "typical", {
            "contact": [talk("k1", d(5))], "ticket": [ticket("t1", d(6), account="a"), ticket("t2", d(7), account="a", contact="k1"), ticket("t3", d(6), account="b")],
            "session": [visit("s1", d(6, "12:00")), visit("s2", d(9), "b")], "conversion": [sold(1, d(8)), sold(2, d(8), "b")]}, [
            row("share", pick("40", "80", "100"), sample=pick(5, 5, 2), left_out={"through_contact": 1})],
            pick("visit s1 of a and ticket t3 of b: 2/5", "k1 t1 s1 of a, t3 of b: 4/5", "a and b") + "; t2 was born of the call",
            window=JANUARY, as_of=APRIL, parameters={"after": "all"}),
        measure(f"{p}-records-kinds", K, v, "typical", {"contact": [talk("1", d(5)), talk("2", d(5), "b"), talk("3", d(5), "c"), talk("4", d(5), "e")], "conversion": [
            sold(1, d(6), kind="setup"), sold(2, d(6), "b", kind="new_customer"), sold(3, d(6), "c"), sold(4, d(6), "e", kind="app installed")]}, [
            row("share", "50", sample=4)], "any kind that is named, also the caller's own: a and e", window=JANUARY, as_of=APRIL,
            parameters={"kinds": ["setup", "app installed"]}),
        measure(f"{p}-records-peer", K, v, "typical", many(), window=QUARTER, bucket="month", by=["channel"], as_of=JUNE),
        measure(f"{p}-records-peer-all", K, v, "typical", {
            **many(), "session": [visit(f"s{i}", some_day(), f"c{rng.randint(0, 30)}") for i in range(60)],
            "ticket": [ticket(f"t{i}", some_day(), account=f"c{rng.randint(0, 30)}", contact="k1" if i % 7 == 0 else None) for i in range(60)]},
            window=QUARTER, bucket="month", as_of=APRIL, level=0.9, parameters={"after": "all", "within": 1209600, "kinds": ["purchase", "renewal"]}),
        measure(f"{p}-records-empty", K, v, "empty", {"contact": [], "conversion": []}, [
            row("share", None, sample=0, left_out={}), row("converted", "0"), row(whole, "0")], "nothing"),
        measure(f"{p}-records-nothing-waits", K, v, "empty", {"contact": [call("1", d(5), account="a")], "conversion": []}, [
            row("share", None, sample=0, left_out={"abandoned": 1})], "no contact waits, so as_of is not needed"),
        measure(f"{p}-records-null", K, v, "null", {"contact": [talk("1", d(5), None), talk("2", d(5), "a", direction=None)], "conversion": [sold(1, d(6), None)]}, [
            row("share", "0", sample=1, left_out={"no_account": 1})], "a null direction is inbound; a purchase of nobody known follows nobody",
            window=JANUARY, as_of=APRIL),
        measure(f"{p}-records-boundary", K, v, "boundary", {"contact": [
            talk("1", "2025-12-31T23:59:59.999999Z", "a"), talk("2", d(1), "b"), talk("3", "2026-01-31T23:59:59.999999Z", "c"), talk("4", f(1), "e")],
            "conversion": [sold(1, d(31), "b")]}, [row("share", "50", sample=2)], "[from, to): 2 and 3; b buys on the thirtieth day exactly", window=JANUARY, as_of=APRIL),
        measure(f"{p}-records-window-open", K, v, "boundary", {"contact": [talk("1", d(2), "a"), talk("2", "2026-01-02T00:00:00.000001Z", "b"), talk("3", d(20), None)],
                                                               "conversion": [sold(1, d(9), "b")]}, [
            row("share", "0", sample=1, left_out={"no_account": 1, "window_open": 1})],
            "as_of is the window's end: thirty days after 2 January exactly; 1 µs later is open, though b has bought", window=JANUARY),
        measure(f"{p}-records-as-of", K, v, "boundary", {"contact": [talk("1", d(5), "a"), talk("2", d(15), "b"), talk("3", f(15), "a")],
                                                         "conversion": [sold(1, f(3), "a"), sold(2, d(16), "b")]}, [
            row("share", "100", sample=1, left_out={"window_open": 1})], "on 10 February 1 is over, 2 waits, 3 does not exist", as_of=f(10)),
        measure(f"{p}-records-as-of-canceled", K, v, "boundary", {"contact": [talk("1", d(5), "a"), talk("2", d(5), "b"), talk("3", d(5), "c")], "conversion": [
            sold(1, d(6), "a", canceled_at=f(20)), sold(2, d(6), "b", order="o2"), sold(3, f(20), "b", kind="refund", order="o2"), sold(4, d(6), "c", canceled_at=d(7))]}, [
            row("share", "66.666666667", sample=3)], "on 10 February the purchases of a and b stand", as_of=f(10)),
        measure(f"{p}-records-within", K, v, "boundary", {"contact": [talk("1", d(5), "a"), talk("2", d(5), "b")],
                                                          "conversion": [sold(1, d(6), "a"), sold(2, d(6, "00:00:01"), "b")]}, [row("share", "50", sample=2)],
            "within a day: 24 h is, a second more is not", window=JANUARY, parameters={"within": 86400}),
        measure(f"{p}-records-start-only", K, v, "boundary", {"contact": [call("1", None, d(5, "00:01"), started_at=d(5), account="a"), talk("2", d(5), "b", started_at=d(1))],
                                                              "conversion": [sold(1, d(5, "00:00:30"), "a"), sold(2, d(2), "b")]}, [row("share", "50", sample=2)],
            "a contact begins in the queue, else at its start: a buys after it began, b before", window=JANUARY, as_of=APRIL),
        measure(f"{p}-records-as-of-required", K, v, "bad_input", ONE, origin="a contact waits, and neither as_of nor a window", error={"code": "as_of_required"}),
        measure(f"{p}-records-missing-conversions", K, v, "bad_input", {"contact": ONE["contact"]}, as_of=APRIL, origin="nobody knows what was sold",
                error={"code": "missing_records", "record": "conversion"}),
        measure(f"{p}-records-missing-contacts", K, v, "bad_input", {"conversion": ONE["conversion"]}, as_of=APRIL, origin="no contacts are given",
                error={"code": "missing_records", "record": "contact"}),
        measure(f"{p}-records-duplicate", K, v, "bad_input", {"contact": ONE["contact"] * 2, "conversion": []}, as_of=APRIL, origin="the same contact twice",
                error={"code": "duplicate_id", "record": "contact", "index": 1, "field": "id"}),
        unknown_parameter(K, v, p, ONE, as_of=APRIL),
        *(measure(f"{p}-records-bad-{name}-{i}", K, v, "bad_input", ONE, as_of=APRIL, origin=why, parameters={name: value}, error={"code": "bad_parameter", "field": name})
          for i, (name, value, why) in enumerate((("within", -1, "a time to wait is not negative"), ("after", "emails", "a word that it does not know"),
                                                  ("kinds", [], "no kind at all"), ("kinds", [""], "an empty word"), ("kinds", "setup", "a word is no list")), 1)),
    ]

# upsell_rate and cross_sell_rate --------------------------------------------------------------------------------------


def sellings(K, kind, short):
    """Customers a to j with a call each, sold to a to e, of whom some leave."""
    out = []
    calls = [talk(x, d(5), x, agent="ann" if x in "abfg" else "bob") for x in "abcefghij"]
    sales = [sold(i, d(6), x, kind=kind) for i, x in enumerate("abce")] + [sold(9, d(6), "f", kind="purchase")]
    accounts = [account("a", OLD), account("b", OLD, d(20)), account("c", OLD, d(5, month=4)), account("e", OLD, "2026-04-05T00:00:00.000001Z"),
                account("f", OLD), account("g", OLD), account("h", OLD, d(4)), account("i", OLD, f(1)), account("j", OLD)]
    told = {"contact": calls, "conversion": sales, "account": accounts}
    names = ("retained_sold", "sold", "retained_not_sold", "not_sold")
    for v, whole in VARIANTS.items():
        p = f"{short}-{v}"

        def given(*xs, whole=whole):
            return dict(zip(("converted", whole, *names), xs))

        def pick(last, any_, customers, v=v):
            return three(v, last, any_, customers)

        out += [
            formula(f"{p}-formula-typical", K, v, "typical", given(30, 200, 20, 25, 90, 100), {
                "share": {"value": "15", "unit": "percent", "sample": 200}, "converted": {"value": "30"}, whole: {"value": "200"},
                "retention_sold": {"value": "80", "sample": 25}, "retention_not_sold": {"value": "90", "sample": 100},
                "retention_difference": {"value": "-10", "unit": "percent"}, "guard_rail_failed": {"value": "0", "unit": "count"}, "accounts": {"value": "125"}},
                "30/200; 80 − 90 points, and the interval holds 0"),
            formula(f"{p}-formula-peer", K, v, "typical", given(30, 200, 20, 25, 90, 100)),
            formula(f"{p}-formula-newcombe", K, v, "ruling", given(10, 20, 56, 70, 48, 80), {
                "retention_difference": {"value": "20"}, "guard_rail_failed": {"value": "0"}}, "56/70 and 48/80", ruling="B38"),
            formula(f"{p}-formula-newcombe-peer", K, v, "ruling", given(10, 20, 56, 70, 48, 80), ruling="B38"),
            formula(f"{p}-formula-fails", K, v, "ruling", given(100, 1000, 50, 100, 810, 900), {
                "retention_sold": {"value": "50"}, "retention_not_sold": {"value": "90"}, "retention_difference": {"value": "-40"}, "guard_rail_failed": {"value": "1"}},
                "the whole interval lies below 0", ruling="B38"),
            formula(f"{p}-formula-fails-peer", K, v, "ruling", given(100, 1000, 50, 100, 810, 900), ruling="B38", level=0.99),
            formula(f"{p}-formula-thirds", K, v, "boundary", given(1, 3, 2, 3, 1, 3), {"retention_difference": {"value": "33.333333333"}}, "2/3 − 1/3: one division"),
            formula(f"{p}-formula-rounding", K, v, "ruling", given(1, 3, 1, 3, 2, 3), {"retention_sold": {"value": "33.333333333"}, "retention_not_sold": {"value": "66.666666667"},
                    "retention_difference": {"value": "-33.333333333"}}, "the difference is formed before it is rounded, not −33.333333334", ruling="B33"),
            formula(f"{p}-formula-extremes", K, v, "boundary", given(5, 5, 0, 5, 5, 5)),
            formula(f"{p}-formula-empty", K, v, "empty", given(0, 0, 0, 0, 0, 0), {
                "share": undef(), "retention_sold": undef(), "retention_not_sold": undef(), "retention_difference": undef(), "guard_rail_failed": {"value": "0"},
                "accounts": {"value": "0"}}, "nothing; no guard rail fails"),
            formula(f"{p}-formula-nobody-sold", K, v, "empty", given(0, 9, 0, 0, 5, 9), {
                "share": {"value": "0"}, "retention_sold": undef(), "retention_not_sold": {"value": "55.555555556"}, "retention_difference": undef(),
                "guard_rail_failed": {"value": "0"}, "accounts": {"value": "9"}}, "nobody was sold to: nothing to compare"),
            formula(f"{p}-formula-too-many", K, v, "bad_input", given(6, 5, 0, 0, 0, 0), origin="6 of 5", error={"code": "bad_input", "field": "converted"}),
            formula(f"{p}-formula-too-many-sold", K, v, "bad_input", given(1, 5, 2, 1, 0, 0), origin="2 of 1", error={"code": "bad_input", "field": "retained_sold"}),
            formula(f"{p}-formula-too-many-not-sold", K, v, "bad_input", given(1, 5, 1, 1, 1, 0), origin="1 of 0", error={"code": "bad_input", "field": "retained_not_sold"}),
            formula(f"{p}-formula-negative", K, v, "bad_input", given(1, 5, 1, 1, 0, -1), origin="a count is not negative", error={"code": "negative", "field": "not_sold"}),
            formula(f"{p}-formula-missing", K, v, "bad_input", {"converted": 1, whole: 5}, origin="inputs are absent", error={"code": "missing_input", "field": "retained_sold"}),
            measure(f"{p}-records-typical", K, v, "typical", told, [
                row("share", "44.444444444", unit="percent", sample=9, left_out={}), row("converted", "4"), row(whole, "9"),
                row("retention_sold", "50", sample=4), row("retention_not_sold", "75", sample=4), row("retention_difference", "-25", unit="percent"),
                row("guard_rail_failed", "0", unit="count"), row("accounts", "8", unit="count")],
                "sold to a b c e: 90 days after the call (5 April 00:00) a and e are there; not sold to f g i j (h had left before): f g j are",
                window=JANUARY, as_of=JUNE),
            measure(f"{p}-records-typical-intervals", K, v, "typical", told, window=JANUARY, as_of=JUNE),
            measure(f"{p}-records-agents", K, v, "typical", told, [
                row("share", "50", group={"agent": "ann"}, sample=4), row("share", "40", group={"agent": "bob"}, sample=5),
                row("retention_sold", "50", group={"agent": "ann"}, sample=2), row("retention_not_sold", "100", group={"agent": "ann"}, sample=2),
                row("retention_difference", "-50", group={"agent": "ann"}), row("retention_difference", "0", group={"agent": "bob"}),
                row("accounts", "4", group={"agent": "ann"}), row("accounts", "4", group={"agent": "bob"})],
                "ann: a b sold to, f g not: 1/2 and 2/2; bob: c e sold to, i j not: 1/2 and 1/2", ruling="B38", window=JANUARY, as_of=JUNE, by=["agent"], row_count=24),
            measure(f"{p}-b38-guard-rail", K, v, "ruling", {
                "contact": [talk(f"k{i}", d(5), f"c{i}") for i in range(80)], "conversion": [sold(i, d(6), f"c{i}", kind=kind) for i in range(40)],
                "account": [account(f"c{i}", OLD, f(1) if i < 20 or i >= 76 else None) for i in range(80)]}, [
                row("share", "50"), row("retention_sold", "50", sample=40), row("retention_not_sold", "90", sample=40), row("retention_difference", "-40"),
                row("guard_rail_failed", "1")], "of 40 sold to 20 stay, of 40 others 36", ruling="B38", window=JANUARY, as_of=JUNE),
            measure(f"{p}-records-credited-elsewhere", K, v, "boundary", {
                "contact": [talk("1", d(5), "a", agent="ann"), talk("2", d(7), "a", agent="bob"), talk("3", d(5), "b", agent="ann")],
                "conversion": [sold(1, d(8), "a", kind=kind)], "account": [account("a", OLD), account("b", OLD)]}, [
                row("share", pick("0", "50", "50"), group={"agent": "ann"}, sample=2), row("accounts", pick("1", "2", "2"), group={"agent": "ann"}),
                row("accounts", "1", group={"agent": "bob"}), row("accounts", "2", group={"agent": ALL})],
                "the sale to a is bob's by the last touch: for ann a is then neither sold to nor a comparable customer", window=JANUARY, as_of=JUNE, by=["agent"]),
            measure(f"{p}-records-first-converted", K, v, "boundary", {
                "contact": [talk("1", d(5)), talk("2", f(20)), talk("3", d(5), "b"), talk("4", f(20), "b")], "conversion": [sold(1, f(21), kind=kind), sold(2, f(21), "b")],
                "account": [account("a", OLD, d(10, month=5)), account("b", OLD, d(10, month=4))]}, [
                row("retention_sold", "0", sample=1), row("retention_not_sold", "100", sample=1)],
                "a is judged 90 days after the call that sold (21 May), b after the first (5 April)", as_of=JUNE),
            measure(f"{p}-records-not-over", K, v, "boundary", {
                "contact": [talk("1", d(5)), talk("2", d(5, "00:00:01"), "b")], "conversion": [], "account": [account("a", OLD), account("b", OLD)]}, [
                row("share", "0", sample=2), row("accounts", "1"), row("retention_not_sold", "100", sample=1), row("retention_sold", None), row("retention_difference", None)],
                "on 5 April 00:00 the ninety days of a are over, those of b are not", as_of=d(5, month=4)),
            measure(f"{p}-records-retained-after", K, v, "boundary", {
                "contact": [talk("1", d(5)), talk("2", d(5), "b")], "conversion": [], "account": [account("a", OLD, d(15)), account("b", OLD, "2026-01-15T00:00:00.000001Z")]}, [
                row("retention_not_sold", "50", sample=2)], "ten days: an end on the tenth day exactly has left, 1 µs later it is still there", as_of=JUNE, parameters={"retained_after": 864000}),
            measure(f"{p}-records-months", K, v, "typical", {
                "contact": [talk("1", d(5)), talk("2", f(5)), talk("3", f(6), "b")], "conversion": [sold(1, d(6), kind=kind)], "account": [account("a", OLD), account("b", OLD, m(1))]}, [
                row("share", "100", "2026-01"), row("share", "0", "2026-02"), row("retention_sold", "100", "2026-01"), row("retention_not_sold", "50", "2026-02"),
                row("share", None, "2026-03"), row("share", pick("33.333333333", "33.333333333", "50")), row("retention_not_sold", "0"), row("retention_sold", "100")],
                "in February a is not sold to; in all it is", window=QUARTER, bucket="month", as_of=JUNE),
            measure(f"{p}-records-kinds", K, v, "boundary", {"contact": [talk("1", d(5)), talk("2", d(5), "b"), talk("3", d(5), "c")], "conversion": [
                sold(1, d(6), kind="upsell"), sold(2, d(6), "b", kind="cross_sell"), sold(3, d(6), "c")], "account": [account(x, OLD) for x in "abc"]}, [
                row("converted", "1"), row("share", "33.333333333")], f"only what is of kind {kind}", window=JANUARY, as_of=JUNE),
            measure(f"{p}-records-tickets", K, v, "typical", {"ticket": [ticket("1", d(5), account="a"), ticket("2", d(5), account="b")], "conversion": [sold(1, d(6), kind=kind)],
                                                              "account": [account("a", OLD, d(9)), account("b", OLD)]}, [
                row("share", "50"), row("retention_difference", "-100")], "after tickets: a was sold to and left", window=JANUARY, as_of=JUNE, parameters={"after": "tickets"}),
            measure(f"{p}-records-peer", K, v, "typical", {**many(kind), "account": [
                account(f"c{i}", OLD, some_day(2, 5) if i % 3 == 0 else None) for i in range(46)]}, window=QUARTER, bucket="month", by=["agent"], as_of=d(1, month=7)),
            measure(f"{p}-records-peer-look-ahead", K, v, "typical", {**many(kind), "account": [
                account(f"c{i}", OLD, some_day(2, 5) if i % 3 == 0 else None) for i in range(46)]}, window=QUARTER, as_of=APRIL, level=0.9, parameters={"retained_after": 2592000}),
            measure(f"{p}-records-peer-ties", K, v, "boundary", {
                "contact": [talk(f"k{i}", d(rng.randint(1, 28)), f"c{i % 9}", agent=rng.choice(("ann", "bob"))) for i in range(60)],
                "conversion": [sold(i, d(rng.randint(1, 28)), f"c{rng.randint(0, 8)}", kind=kind) for i in range(14)],
                "account": [account(f"c{i}", OLD, d(rng.randint(1, 28), month=2) if i % 2 else None) for i in range(9)]},
                window=JANUARY, bucket="week", by=["agent"], as_of=JUNE, parameters={"within": 259200, "retained_after": 2419200}),
            measure(f"{p}-records-empty", K, v, "empty", {"contact": [], "conversion": [], "account": []}, [
                row("share", None, sample=0, left_out={}), row("converted", "0"), row("retention_sold", None), row("retention_difference", None),
                row("guard_rail_failed", "0"), row("accounts", "0")], "nothing"),
            measure(f"{p}-records-null", K, v, "null", {"contact": [talk("1", d(5), None), talk("2", d(5))], "conversion": [sold(1, d(6), None, kind=kind)],
                                                        "account": [account("a", OLD, None)]}, [
                row("share", "0", sample=1, left_out={"no_account": 1}), row("retention_not_sold", "100")], "nobody known; a null end is still a customer", as_of=JUNE),
            measure(f"{p}-records-boundary", K, v, "boundary", {"contact": [
                talk("1", "2025-12-31T23:59:59.999999Z", "a"), talk("2", d(1), "b"), talk("3", "2026-01-31T23:59:59.999999Z", "c"), talk("4", f(1), "e")],
                "conversion": [sold(1, d(31), "b", kind=kind)], "account": [account(x, OLD) for x in "abce"]}, [row("share", "50", sample=2), row("accounts", "2")],
                "[from, to): 2 and 3; b buys on the thirtieth day exactly", window=JANUARY, as_of=JUNE),
            measure(f"{p}-records-window-open", K, v, "boundary", {"contact": [talk("1", d(2), "a"), talk("2", "2026-01-02T00:00:00.000001Z", "b")],
                                                                   "conversion": [sold(1, d(9), "b", kind=kind)], "account": [account("a", OLD), account("b", OLD)]}, [
                row("share", "0", sample=1, left_out={"window_open": 1}), row("accounts", "0")], "as_of is the window's end: b's thirty days are not over", window=JANUARY),
            measure(f"{p}-records-unknown-account", K, v, "bad_input", {"contact": [talk("1", d(5)), talk("2", d(5), "z")], "conversion": [], "account": [account("a", OLD)]},
                    origin="an account that is not among the accounts", ruling="B45", as_of=JUNE,
                    error={"code": "unknown_account", "record": "contact", "index": 1, "field": "account"}),
            measure(f"{p}-records-missing-accounts", K, v, "bad_input", {"contact": ONE["contact"], "conversion": []}, as_of=JUNE, origin="the guard rail needs accounts",
                    error={"code": "missing_records", "record": "account"}),
            measure(f"{p}-records-as-of-required", K, v, "bad_input", {**ONE, "account": [account("a", OLD)]}, origin="a contact waits, and neither as_of nor a window",
                    error={"code": "as_of_required"}),
            measure(f"{p}-records-kinds-parameter", K, v, "bad_input", {**ONE, "account": [account("a", OLD)]}, origin="its kind is fixed", as_of=JUNE,
                    parameters={"kinds": ["purchase"]}, error={"code": "unknown_parameter", "field": "kinds"}),
            measure(f"{p}-records-bad-retained-after", K, v, "bad_input", {**ONE, "account": [account("a", OLD)]}, origin="a time is not negative", as_of=JUNE,
                    parameters={"retained_after": -1}, error={"code": "bad_parameter", "field": "retained_after"}),
        ]
    return out


# customer_turnover --------------------------------------------------------------------------------------------------

K = "customer_turnover"


def quits(id, at, account="a", type="cancellation", **more):
    return ticket(id, at, account=account, type=type, **more)


CUSTOMERS = [account("a", OLD), account("b", OLD, f(20)), account("c", f(5)), account("e", OLD, d(20)), account("g", OLD)]
REQUESTS = [
    quits("1", f(3)), quits("2", f(9)), quits("3", f(9), "b"), quits("4", f(5), "c"), quits("5", f(6), "c"),  # c comes in that instant; then is one
    quits("6", f(6), "e"), quits("7", f(20), "b"), quits("8", d(20, "00:00:01", month=2), "b"), quits("9", f(9), None), quits("10", f(9), "a", "complaint"),
    quits("11", f(9), type=None), quits("12", f(9), status="merged"), quits("13", f(9), status="spam"), quits("14", f(9), status="deleted"),
    quits("15", f(9), "g", first_response_at=f(9), status="deleted"),
]
TURNOVER_LEFT = {"already_left": 2, "deleted": 1, "merged": 1, "no_account": 1, "not_yet_customer": 1, "other_type": 2, "spam": 1}
CUSTOMER_TURNOVER = []
for v in ("count", "rate"):
    p, is_rate = f"turnover-{v}", v == "rate"
    head = "rate" if is_rate else "requests"

    def rows(n, customers, rate, bucket=None, group=None, **keys):
        """The rows of a variant; what is said of the headline stands there."""
        out = [row("requests", str(n), bucket, group, **({} if is_rate else keys))]
        if is_rate:
            out += [row("rate", rate, bucket, group, **({"undefined": "no_start_customers"} if rate is None else {}), **keys), row("customers", str(customers), bucket, group)]
        return out

    def whole(tickets, accounts=CUSTOMERS):
        return {"ticket": tickets, "account": accounts}

    CUSTOMER_TURNOVER += [
        *([
            formula(f"{p}-formula-typical", K, v, "typical", {"requests": 6, "customers": 40}, {
                "rate": {"value": "15", "unit": "percent", "sample": 40}, "requests": {"value": "6", "unit": "count"}, "customers": {"value": "40"}}, "6/40"),
            formula(f"{p}-formula-above", K, v, "boundary", {"requests": 3, "customers": 2}, {"rate": {"value": "150", "lower": None, "upper": None}},
                    "a ratio: customers may ask more than once"),
            formula(f"{p}-formula-zero", K, v, "boundary", {"requests": 0, "customers": 2}, {"rate": {"value": "0"}}, "nobody asked"),
            formula(f"{p}-formula-half-even", K, v, "boundary", {"requests": 1, "customers": 4096}, {"rate": {"value": "0.024414062"}}, "100/4096: half to even"),
            formula(f"{p}-formula-empty", K, v, "empty", {"requests": 2, "customers": 0}, {"rate": undef("no_start_customers"), "requests": {"value": "2"}}, "nobody to ask"),
            formula(f"{p}-formula-negative", K, v, "bad_input", {"requests": 2, "customers": -1}, origin="a count is not negative", error={"code": "negative", "field": "customers"}),
            formula(f"{p}-formula-missing", K, v, "bad_input", {"requests": 2}, origin="an input is absent", error={"code": "missing_input", "field": "customers"}),
            measure(f"{p}-records-no-window", K, v, "bad_input", whole(REQUESTS), origin="a balance needs its instant", error={"code": "window_required"}),
            measure(f"{p}-b5-boundary", K, v, "ruling", whole([quits("1", f(2))], [account("a", OLD), account("b", f(1)), account("c", OLD, f(1)), account("e", OLD, d(31))]), [
                row("rate", "50"), row("customers", "2")], "just before 1 February: a and c", ruling="B5", window=FEBRUARY),
        ] if is_rate else [
            formula(f"{p}-formula-typical", K, v, "typical", {"requests": 6}, {"requests": {"value": "6", "unit": "count"}}, "a count"),
            formula(f"{p}-formula-empty", K, v, "empty", {"requests": 0}, {"requests": {"value": "0"}}, "a count of nothing is 0"),
            formula(f"{p}-formula-large", K, v, "boundary", {"requests": 1000000}, {"requests": {"value": "1000000"}}, "a million"),
            formula(f"{p}-formula-negative", K, v, "bad_input", {"requests": -1}, origin="a count is not negative", error={"code": "negative", "field": "requests"}),
            formula(f"{p}-formula-missing", K, v, "bad_input", {}, origin="the input is absent", error={"code": "missing_input", "field": "requests"}),
            measure(f"{p}-records-no-window", K, v, "typical", whole(REQUESTS), [row("requests", "6", left_out=TURNOVER_LEFT)], "the same without a window"),
        ]),
        measure(f"{p}-records-typical", K, v, "typical", whole(REQUESTS), rows(6, 3, "200", left_out=TURNOVER_LEFT),
                "1 2 of a, 3 7 of b (7 in the instant of its end), 5 of c, 15 of g, which was answered; at the start a b g: 100 × 6/3", window=FEBRUARY),
        measure(f"{p}-records-months", K, v, "typical", whole([quits("1", d(5)), quits("2", f(5), "b"), quits("3", f(6), "c")]), [
            *rows(1, 4, "25", "2026-01"), *rows(2, 3, "66.666666667", "2026-02"), *rows(0, 3, "0", "2026-03"), *rows(3, 4, "75")],
            "at the start of January a b e g, of February a b g, of March a c g", window=QUARTER, bucket="month"),
        measure(f"{p}-records-regions", K, v, "typical", whole(
            [quits("1", d(5), region="north"), quits("2", d(5), "b", region="south"), quits("3", d(6), "b", region="south")],
            [account("a", OLD, region="north"), account("b", OLD, region="south"), account("c", OLD, region="north")]), [
            *rows(1, 2, "50", group={"region": "north"}), *rows(2, 1, "200", group={"region": "south"}), *rows(3, 3, "100", group={"region": ALL})],
            "1/2, 2/1, 3/3", window=JANUARY, by=["region"], row_count=9 if is_rate else 3),
        measure(f"{p}-records-types", K, v, "boundary", whole([quits("1", f(3), type="cancel"), quits("2", f(3), type="refund"), quits("3", f(3))]),
                rows(2, 3, "66.666666667", left_out={"other_type": 1}), "the caller's own words", window=FEBRUARY, parameters={"types": ["cancel", "refund"]}),
        measure(f"{p}-records-peer", K, v, "typical", whole(
            [quits(i, some_day(), f"c{rng.randint(0, 40)}", rng.choice(("cancellation", "cancellation", "bug"))) for i in range(80)],
            [account(f"c{i}", OLD if i % 4 else some_day(1, 2), some_day(3, 4) if i % 3 == 0 else None) for i in range(41)]), window=QUARTER, bucket="month"),
        measure(f"{p}-records-empty", K, v, "empty", {"ticket": [], "account": []}, rows(0, 0, None, left_out={}), "nothing", window=FEBRUARY),
        measure(f"{p}-records-null", K, v, "null", whole([quits("1", f(3), None), quits("2", f(3), type=None), quits("3", f(3))], [account("a", OLD, None)]),
                rows(1, 1, "100", left_out={"no_account": 1, "other_type": 1}), "an unknown account, an unknown type, a null end", window=FEBRUARY),
        measure(f"{p}-records-boundary", K, v, "boundary", whole([
            quits("1", "2026-01-31T23:59:59.999999Z"), quits("2", f(1)), quits("3", "2026-02-28T23:59:59.999999Z"), quits("4", m(1))]),
            rows(2, 3, "66.666666667"), "[from, to)", window=FEBRUARY),
        measure(f"{p}-records-as-of", K, v, "boundary", whole([quits("1", f(3)), quits("2", f(20))]), rows(1, 3, "33.333333333"),
                "the second has not been asked", window=FEBRUARY, as_of=f(15)),
        measure(f"{p}-records-peer-as-of", K, v, "boundary", whole(
            [quits(i, some_day(), f"c{rng.randint(0, 20)}") for i in range(50)],
            [account(f"c{i}", OLD if i % 4 else some_day(1, 2), some_day(2, 3) if i % 3 == 0 else None) for i in range(21)]), window=QUARTER, bucket="month", as_of=f(15)),
        measure(f"{p}-records-unknown-account", K, v, "bad_input", whole([quits("1", f(3)), quits("2", f(3), "z")]), window=FEBRUARY, ruling="B45",
                origin="an account that is not among the accounts", error={"code": "unknown_account", "record": "ticket", "index": 1, "field": "account"}),
        measure(f"{p}-records-missing-accounts", K, v, "bad_input", {"ticket": REQUESTS}, window=FEBRUARY, origin="nobody knows who is a customer",
                error={"code": "missing_records", "record": "account"}),
        measure(f"{p}-records-bad-types", K, v, "bad_input", whole(REQUESTS), window=FEBRUARY, origin="no type at all", parameters={"types": []},
                error={"code": "bad_parameter", "field": "types"}),
        measure(f"{p}-records-no-list", K, v, "bad_input", whole(REQUESTS), window=FEBRUARY, origin="a word is no list", parameters={"types": "cancel"},
                error={"code": "bad_parameter", "field": "types"}),
        measure(f"{p}-records-duplicate", K, v, "bad_input", whole([quits("1", f(3)), quits("1", f(4))]), window=FEBRUARY, origin="the same ticket twice",
                error={"code": "duplicate_id", "record": "ticket", "index": 1, "field": "id"}),
    ]

FILES = {
    "conversion_rate": ("Conversion rate: conformance cases", CONVERSION_RATE),
    "upsell_rate": ("Upsell rate: conformance cases", sellings("upsell_rate", "upsell", "upsell")),
    "cross_sell_rate": ("Cross-sell rate: conformance cases", sellings("cross_sell_rate", "cross_sell", "cross_sell")),
    "customer_turnover": ("Customer turnover: conformance cases", CUSTOMER_TURNOVER),
}
