"""The cases of churn, repeat purchase, recurring revenue, survey response and agent rating, for `loyalty.py`."""

import random

from cases import ALL, FEBRUARY, JANUARY, OLD, QUARTER, account, call, d, f, formula, measure, row, survey, ticket, undef

MARCH = {"from": "2026-03-01", "to": "2026-04-01"}
APRIL = d(1, month=4)


def m(day, time="00:00"):
    return d(day, time, month=3)


rng = random.Random(36)


def some_day(first=1, last=3):
    """A minute of the months from `first` to `last`."""
    return d(rng.randint(1, 28), f"{rng.randint(0, 23):02}:{rng.randint(0, 59):02}", month=rng.randint(first, last))


def purchase(id, at, account="a", kind="purchase", **more):
    return {"id": str(id), "account": account, "at": at, "kind": kind, **more}


def subscription(account, started, mrr, ended=None, currency="EUR", **more):
    return {"account": account, "started_at": started, "ended_at": ended, "mrr": mrr, "currency": currency, **more}


def parts(kpi, variant, prefix, part, whole, why="no_records"):
    """Formulas of a share."""
    return [
        formula(f"{prefix}-formula-typical", kpi, variant, "typical", {part: 30, whole: 200}, {
            "rate": {"value": "15", "unit": "percent", "sample": 200, "numerator": "30", "denominator": "200"},
            part: {"value": "30", "unit": "count"}, whole: {"value": "200", "unit": "count"}}, "30/200"),
        formula(f"{prefix}-formula-peer", kpi, variant, "typical", {part: 14, whole: 20}),
        formula(f"{prefix}-formula-level", kpi, variant, "typical", {part: 7, whole: 130}, level=0.8),
        formula(f"{prefix}-formula-empty", kpi, variant, "empty", {part: 0, whole: 0}, {
            "rate": undef(why), part: {"value": "0"}, whole: {"value": "0"}}, "a rate over nothing is undefined, counts are 0"),
        formula(f"{prefix}-formula-zero", kpi, variant, "boundary", {part: 0, whole: 5}, {
            "rate": {"value": "0", "lower": 0.0}}, "0/5; the interval begins at exactly 0"),
        formula(f"{prefix}-formula-all", kpi, variant, "boundary", {part: 5, whole: 5}, {
            "rate": {"value": "100", "upper": 100.0}}, "5/5; the interval ends at exactly 100"),
        formula(f"{prefix}-formula-half-even", kpi, variant, "boundary", {part: 1, whole: 4096}, {
            "rate": {"value": "0.024414062"}}, "100/4096 = 0.0244140625: half to even"),
        formula(f"{prefix}-formula-negative", kpi, variant, "bad_input", {part: -1, whole: 5}, origin="a count is not negative",
                error={"code": "negative", "field": part}),
        formula(f"{prefix}-formula-too-many", kpi, variant, "bad_input", {part: 6, whole: 5}, origin="a part is not more than its whole",
                error={"code": "bad_input", "field": part}),
        formula(f"{prefix}-formula-missing", kpi, variant, "bad_input", {part: 3}, origin="an input is absent",
                error={"code": "missing_input", "field": whole}),
        formula(f"{prefix}-formula-unknown", kpi, variant, "bad_input", {part: 3, whole: 5, "other": 1},
                origin="an input that the formula does not have", error={"code": "unknown_input", "field": "other"}),
    ]


def wrong_seconds(kpi, variant, prefix, records, *names):
    """Wrong parameters of a KPI that waits."""
    return [
        measure(f"{prefix}-records-{name.replace('_', '-')}-{what}", kpi, variant, "bad_input", records, origin=why,
                parameters={name: value}, error={"code": "bad_parameter", "field": name})
        for name in names for what, value, why in (
            ("negative", -1, "a time to wait is not negative"), ("word", "soon", "a time to wait is a number of seconds"))
    ] + [
        measure(f"{prefix}-records-unknown-parameter", kpi, variant, "bad_input", records, origin="no parameter of this name",
                parameters={"days": 30}, error={"code": "unknown_parameter", "field": "days"}),
    ]


def zero_filled(kpi, variant, prefix, kinds, figure, counts, why="no_records"):
    """Months in which nothing is: counts are 0, the rest undefined (ruling B55)."""
    months = ("2026-01", "2026-02", "2026-03", None)
    return measure(f"{prefix}-b55-empty-months", kpi, variant, "ruling", {kind: [] for kind in kinds}, [
        *(row(figure, None, month, undefined=why, left_out={}) for month in months),
        *(row(name, "0", month) for name in counts for month in months)], "series are zero-filled for counts, null for the rest",
        ruling="B55", window=QUARTER, bucket="month", by=[])


# churn_rate ---------------------------------------------------------------------------------------------------------

K = "churn_rate"
LEAVERS = [
    account("a", OLD), account("b", OLD, f(9), end_reason="price"), account("c", OLD, f(1), end_reason="price"),
    account("d", OLD, m(1), end_reason="service"), account("e", f(5), f(20), end_reason="service"), account("g", f(1)),
    account("h", f(5)), account("i", OLD, "2026-01-31T23:59:59.999999Z", end_reason="moved"), account("j", OLD, m(9), end_reason="price"),
]
# just before 1 Feb: a b c d j = 5 (c ends at the first instant of February); just before 1 Mar: a d g h j
# start customers gone: b c; ends in February: b c e
B4_ACCOUNTS = [account("a", OLD, f(10)), account("b", OLD), account("c", OLD), account("d", OLD), account("e", f(5), f(20))]
START_OF_13 = [account(f"s{i}", OLD) for i in range(1, 12)]
NINE_MONTHS = {"from": "2026-01-01", "to": "2026-10-01"}

CHURN_RATE = [
    zero_filled(K, "lost", "churn-lost", ["account"], "rate", ("lost", "start"), "no_start_customers"),
    zero_filled(K, "loss_events", "churn-loss_events", ["account"], "rate", ("losses", "start"), "no_start_customers"),
    zero_filled(K, "after_bad_rating", "churn-after_bad_rating", ["survey", "account"], "rate", ("lost", "ratings")),
    *parts(K, "lost", "churn-lost", "lost", "start", "no_start_customers"),
    formula("churn-lost-formula-b3-complement", K, "lost", "ruling", {"lost": 1, "start": 3}, {"rate": {"value": "33.333333333"}},
            "retention of the same is (2 − 0)/3 = 66.666666667: both are one division, and add up to 100", ruling="B3"),
    formula("churn-lost-formula-b4", K, "lost", "ruling", {"lost": 1, "start": 4}, {"rate": {"value": "25"}},
            "a b c d; a leaves; e joins and leaves; b leaves and returns: only a is not there at the end", ruling="B4"),
    formula("churn-lost-formula-b4-published", K, "lost", "ruling", {"lost": 2, "start": 13}, {"rate": {"value": "15.384615385"}},
            "published: ruling B4, 1 January to 1 October 2019, 13 customers (balances at the instant): 15.4 %", ruling="B4"),
    formula("churn-lost-formula-b5-published", K, "lost", "ruling", {"lost": 1, "start": 13}, {"rate": {"value": "7.692307692"}},
            "published: ruling B5, March 2019 with balances just before the instant: retention 92.31 %", ruling="B5"),
    formula("churn-loss_events-formula-typical", K, "loss_events", "typical", {"losses": 30, "start": 200}, {
        "rate": {"value": "15", "unit": "percent", "numerator": "30", "denominator": "200", "lower": None, "upper": None},
        "losses": {"value": "30", "unit": "count"}, "start": {"value": "200"}}, "30/200; not a share, so it has no interval"),
    formula("churn-loss_events-formula-peer", K, "loss_events", "typical", {"losses": 17, "start": 130}),
    formula("churn-loss_events-formula-empty", K, "loss_events", "empty", {"losses": 0, "start": 0}, {
        "rate": undef("no_start_customers"), "losses": {"value": "0"}, "start": {"value": "0"}}, "no customers at the start"),
    formula("churn-loss_events-formula-no-start", K, "loss_events", "empty", {"losses": 2, "start": 0}, {
        "rate": undef("no_start_customers"), "losses": {"value": "2"}}, "two came and went; there was nobody at the start"),
    formula("churn-loss_events-formula-zero", K, "loss_events", "boundary", {"losses": 0, "start": 4}, {"rate": {"value": "0"}}, "0/4"),
    formula("churn-loss_events-formula-above-100", K, "loss_events", "boundary", {"losses": 6, "start": 4}, {
        "rate": {"value": "150", "lower": None, "upper": None}}, "6/4: who comes and goes is counted too"),
    formula("churn-loss_events-formula-half-even", K, "loss_events", "boundary", {"losses": 1, "start": 4096}, {
        "rate": {"value": "0.024414062"}}, "100/4096: half to even"),
    formula("churn-loss_events-formula-b4", K, "loss_events", "ruling", {"losses": 3, "start": 4}, {"rate": {"value": "75"}},
            "a, e and b each leave once: 3/4", ruling="B4"),
    formula("churn-loss_events-formula-b4-published", K, "loss_events", "ruling", {"losses": 5, "start": 13}, {"rate": {"value": "38.461538462"}},
            "published: ruling B4, 1 January to 1 October 2019, 13 customers (balances at the instant): 38.5 %", ruling="B4"),
    formula("churn-loss_events-formula-negative", K, "loss_events", "bad_input", {"losses": 1, "start": -4}, origin="a count is not negative",
            error={"code": "negative", "field": "start"}),
    formula("churn-loss_events-formula-missing", K, "loss_events", "bad_input", {"start": 4}, origin="an input is absent",
            error={"code": "missing_input", "field": "losses"}),
    *parts(K, "after_bad_rating", "churn-after_bad_rating", "lost", "ratings"),
]
for v in ("lost", "loss_events"):
    lost, p = v == "lost", f"churn-{v}"
    part = "lost" if lost else "losses"

    def shares_of_start(*values, one=lost):
        return [row("share_of_start", value, sample=n, **keys) for value, n, keys in values] if one else []

    CHURN_RATE += [
        measure(f"{p}-records-typical", K, v, "typical", {"account": LEAVERS}, [
            row("rate", "40" if lost else "60", unit="percent", sample=5, left_out={}), row(part, "2" if lost else "3"), row("start", "5"),
            *shares_of_start(("40", 5, {}))],
            "start a b c d j; " + ("b and c are gone at the end: 2/5" if lost else "b, c and e end in February: 3/5"), window=FEBRUARY),
        measure(f"{p}-records-peer", K, v, "typical", {"account": LEAVERS}, window=QUARTER, bucket="month"),
        measure(f"{p}-records-peer-reasons", K, v, "typical", {"account": LEAVERS}, window=QUARTER, bucket="month", by=["end_reason"]),
        measure(f"{p}-records-reasons", K, v, "typical", {"account": LEAVERS}, [
            row("rate", "66.666666667", group={"end_reason": "price"}, sample=3), row(part, "2", group={"end_reason": "price"}),
            row("rate", "0" if lost else "100", group={"end_reason": "service"}, sample=1),
            row("rate", "0", group={"end_reason": None}, sample=1),
            row("rate", "40" if lost else "60", group={"end_reason": ALL}, sample=5),
            *shares_of_start(("40", 5, {"group": {"end_reason": "price"}}), ("0", 5, {"group": {"end_reason": "service"}}),
                             ("0", 5, {"group": {"end_reason": None}}), ("40", 5, {"group": {"end_reason": ALL}}))],
            "price: b c j, of whom b c " + ("are lost: 2/3, and 2/5 of all at the start; service: d stays" if lost else
            "end: 2/3; service: e ends beside d, 1/1") + "; unknown: a; a reason only outside the window has no row",
            window=FEBRUARY, by=["end_reason"], row_count=16 if lost else 12),
        measure(f"{p}-records-group-without-start", K, v, "boundary", {"account": [
            account("a", OLD, tier="gold"), account("b", OLD, f(9), tier="gold"), account("c", f(3), f(9), tier="iron")]}, [
            row("rate", None, undefined="no_start_customers", group={"tier": "iron"}, sample=0),
            row(part, "0" if lost else "1", group={"tier": "iron"}), row("rate", "50" if lost else "100", group={"tier": ALL}, sample=2),
            *shares_of_start(("0", 2, {"group": {"tier": "iron"}}), ("50", 2, {"group": {"tier": "gold"}}))],
            "iron had nobody at the start; its share of all at the start is " + ("0/2" if lost else "not asked"), window=FEBRUARY, by=["tier"]),
        measure(f"{p}-records-empty", K, v, "empty", {"account": []}, [
            row("rate", None, undefined="no_start_customers", sample=0), row(part, "0"), row("start", "0"),
            *([row("share_of_start", None, undefined="no_start_customers")] if lost else [])], "no accounts", window=FEBRUARY),
        measure(f"{p}-records-all-new", K, v, "empty", {"account": [account("a", f(1)), account("b", f(2))]}, [
            row("rate", None, undefined="no_start_customers", left_out={}), row(part, "0"), row("start", "0")],
            "all came in the window; a starts at its first instant", window=FEBRUARY),
        measure(f"{p}-records-null", K, v, "null", {"account": [
            account("a", OLD, end_reason=None), account("b", OLD, f(9), end_reason=None)]}, [
            row("rate", "50", group={"end_reason": None}, sample=2), row("rate", "50", group={"end_reason": ALL})],
            "a null end is still a customer; a null reason is a group", window=FEBRUARY, by=["end_reason"]),
        measure(f"{p}-b5-boundary", K, v, "ruling", {"account": [
            account("a", OLD, f(1)), account("b", f(1)), account("c", OLD, m(1)), account("e", m(1)), account("g", OLD)]}, [
            row("rate", "33.333333333", sample=3), row(part, "1"), row("start", "3")],
            "just before 1 Feb: a c g; a ends at from and is lost, c ends at to and is not: 1/3", ruling="B5", window=FEBRUARY),
        measure(f"{p}-b5-bridge", K, v, "ruling", {"account": [
            account("a", OLD, f(1)), account("b", f(1)), account("c", OLD, m(1)), account("e", m(1))]}, [
            row("start", "2", "2026-01"), row(part, "0", "2026-01"), row("rate", "0", "2026-01"),
            row("start", "2", "2026-02"), row(part, "1", "2026-02"), row("rate", "50", "2026-02"),
            row("start", "2", "2026-03"), row(part, "1", "2026-03"), row("rate", "50", "2026-03"),
            row("start", "2"), row(part, "2"), row("rate", "100")],
            "an end at the boundary is lost in the bucket that begins there; over the quarter both are gone", ruling="B5",
            window=QUARTER, bucket="month"),
        measure(f"{p}-b5-march", K, v, "ruling", {"account": [
            *START_OF_13, account("s12", OLD, m(31, "23:59:59")), account("s13", OLD, APRIL), account("n1", m(1)), account("n2", m(15))]}, [
            row("rate", "7.692307692", sample=13), row(part, "1"), row("start", "13")],
            "13 at the start, 14 at the end, 2 of them new: 1/13, the complement of 92.307692308", ruling="B5", window=MARCH),
        measure(f"{p}-b4-records", K, v, "ruling", {"account": B4_ACCOUNTS}, [
            row("rate", "25" if lost else "50", sample=4), row(part, "1" if lost else "2")],
            "a leaves, e joins and leaves (b, who returns, is one account that never ended): " + ("1/4" if lost else "2/4"),
            ruling="B4", window=FEBRUARY),
        measure(f"{p}-b4-published", K, v, "ruling", {"account": [
            *START_OF_13, account("s12", OLD, f(1)), account("s13", OLD, m(1)),
            *(account(f"n{i}", f(1), d(1, month=i)) for i in (5, 6, 7))]}, [
            row("rate", "15.384615385" if lost else "38.461538462", sample=13), row(part, "2" if lost else "5")],
            "published: ruling B4, January to October 2019: 13 customers, 2 gone at the end, 5 losses (made-up accounts with its counts)",
            ruling="B4", window=NINE_MONTHS),
        measure(f"{p}-records-no-window", K, v, "bad_input", {"account": LEAVERS}, origin="a balance needs its two instants",
                error={"code": "window_required"}),
        measure(f"{p}-records-duplicate", K, v, "bad_input", {"account": [account("a", OLD), account("a", f(1))]},
                origin="the same account twice", window=FEBRUARY,
                error={"code": "duplicate_id", "record": "account", "index": 1, "field": "id"}),
        measure(f"{p}-records-ends-before-start", K, v, "bad_input", {"account": [account("a", OLD), account("b", f(5), f(4))]},
                origin="an end before its start", window=FEBRUARY,
                error={"code": "wrong_order", "record": "account", "index": 1, "field": "ended_at"}),
        measure(f"{p}-records-skip", K, v, "bad_input", {"account": [
            account("a", OLD), account("b", f(5), f(4)), account("c", OLD, f(9))]}, [row("rate", "50", sample=2)],
            "the bad one is skipped and counted: 1/2", window=FEBRUARY, bad_records="skip",
            inputs={"account": {"skipped": {"wrong_order": 1}}}),
        measure(f"{p}-records-missing", K, v, "bad_input", {"survey": []}, origin="no accounts are given", window=FEBRUARY,
                error={"code": "missing_records", "record": "account"}),
        measure(f"{p}-records-unknown-parameter", K, v, "bad_input", {"account": LEAVERS}, origin="no parameter of this name",
                window=FEBRUARY, parameters={"within": 60}, error={"code": "unknown_parameter", "field": "within"}),
        measure(f"{p}-records-as-of", K, v, "boundary", {"account": [
            account("a", OLD, f(20)), account("b", OLD, f(10)), account("c", OLD), account("e", f(16), f(17))]}, [
            row("rate", "33.333333333", sample=3), row(part, "1")], "on 15 February nobody knows that a will leave, nor of e: 1/3",
            window=FEBRUARY, as_of=f(15)),
        measure(f"{p}-records-filter", K, v, "typical", {"account": [
            account("a", OLD, kind="business"), account("b", OLD, f(9), kind="business"), account("c", OLD, kind="consumer")]}, [
            row("rate", "50", sample=2), *shares_of_start(("50", 2, {}))], "businesses only: 1/2; who is filtered away is not asked for",
            window=FEBRUARY, filters=[{"record": "account", "field": "kind", "any_of": ["business"]}]),
    ]
CHURN_RATE += [
    measure("churn-lost-b3-comes-and-goes", K, "lost", "ruling", {"account": [
        account("a", OLD), account("b", OLD), account("c", f(5), f(20))]}, [row("rate", "0", sample=2), row("lost", "0")],
        "start a b, c joins on the 5th and leaves on the 20th: 0/2 = 100 − 100", ruling="B3", window=FEBRUARY),
    measure("churn-lost-b3-returned", K, "lost", "ruling", {"account": [account("a", OLD), account("z", f(9))]}, [
        row("rate", "0", sample=1)], "z returns and was not there at the start: 0/1 = 100 − 100", ruling="B3", window=FEBRUARY),
    measure("churn-lost-b3-worst", K, "lost", "ruling", {"account": [
        account("a", OLD), account("b", OLD, f(9)), account("c", f(2), f(8)), account("e", f(3))]}, [row("rate", "50", sample=2)],
        "1/2 = 100 − 50, whoever came and went", ruling="B3", window=FEBRUARY),
    measure("churn-lost-b3-thirds", K, "lost", "ruling", {"account": [account("a", OLD), account("b", OLD), account("c", OLD, f(9))]}, [
        row("rate", "33.333333333", sample=3, numerator="1", denominator="3")], "100/3; retention is 200/3: together 100", ruling="B3",
        window=FEBRUARY),
    measure("churn-loss_events-records-above-100", K, "loss_events", "boundary", {"account": [
        account("a", OLD, f(3)), account("b", f(4), f(6)), account("c", f(6), f(9)), account("e", f(9))]}, [
        row("rate", "300", sample=1, lower=None, upper=None), row("losses", "3")], "one at the start, three ends: 3/1", window=FEBRUARY),
]

v, p = "after_bad_rating", "churn-after_bad_rating"
RATERS = [
    account("a", OLD, d(20)), account("b", OLD), account("c", OLD, f(4)), account("e", OLD, "2026-02-04T00:00:00.000001Z"),
    account("g", OLD, d(5)), account("h", OLD, d(4))]
RATINGS = [
    survey("1", 1, at=d(5), account="a"),                        # lost
    survey("2", 2, at=d(5), account="b"),                        # still a customer
    survey("3", 2, at=d(5), account="c"),                        # ended on the thirtieth day exactly: lost
    survey("4", 1, at=d(5), account="e"),                        # 1 µs after it: not lost
    survey("5", 3, at=d(5), account="a"),                        # not bad
    survey("6", 5, at=d(5)),                                     # not bad, whoever it was
    survey("7", None, account="a"),                              # an invitation
    survey("8", 1, kind="relational", at=d(5), account="a"),
    survey("9", 1, at=d(5)),                                     # of nobody known
    survey("10", 1, at=d(5), account="g"),                       # ended in the instant of the answer
    survey("11", 1, at=d(5), account="h"),                       # ended before
]
RATINGS_LEFT = {"already_left": 2, "no_account": 1, "other_kind": 1, "other_rating": 2, "unanswered": 1}
ONE_BAD = {"survey": [survey("1", 1, at=d(5), account="a")], "account": [account("a", OLD, d(20))]}

CHURN_RATE += [
    measure(f"{p}-records-typical", K, v, "typical", {"survey": RATINGS, "account": RATERS}, [
        row("rate", "50", unit="percent", sample=4, left_out=RATINGS_LEFT), row("lost", "2"), row("ratings", "4")],
        "a and c of a b c e: 2/4", window=JANUARY, as_of=APRIL),
    measure(f"{p}-records-no-window", K, v, "typical", {"survey": RATINGS, "account": RATERS}, [
        row("rate", "50", sample=4, left_out=RATINGS_LEFT)], "the same without a window", as_of=APRIL),
    measure(f"{p}-records-peer", K, v, "typical", {
        "survey": [survey(i, rng.randint(1, 4), at=some_day(), account=f"c{rng.randint(0, 24)}", channel=rng.choice(("email", "chat", None)))
                   for i in range(80)],
        "account": [account(f"c{i}", OLD, some_day(1, 4) if i % 3 else None) for i in range(25)]},
        window=QUARTER, bucket="month", by=["channel"], as_of=d(1, month=6)),
    measure(f"{p}-records-channels", K, v, "typical", {
        "survey": [survey("1", 1, at=d(5), account="a", channel="email"), survey("2", 1, at=d(5), account="b", channel="email"),
                   survey("3", 2, at=d(6), account="c", channel="chat"), survey("4", 5, at=d(6), account="c", channel="phone")],
        "account": [account("a", OLD, d(9)), account("b", OLD), account("c", OLD)]}, [
        row("rate", "50", group={"channel": "email"}, sample=2), row("rate", "0", group={"channel": "chat"}, sample=1),
        row("rate", None, group={"channel": "phone"}, sample=0, left_out={"other_rating": 1}),
        row("rate", "33.333333333", group={"channel": ALL}, sample=3)], "1/2, 0/1, nothing bad, in all 1/3", by=["channel"],
        window=JANUARY, as_of=APRIL, row_count=12),
    measure(f"{p}-records-months", K, v, "typical", {
        "survey": [survey("1", 1, at=d(5), account="a"), survey("2", 2, at=f(5), account="b"), survey("3", 1, at=f(6), account="a")],
        "account": [account("a", OLD, f(20)), account("b", OLD)]}, [
        row("rate", "0", "2026-01", sample=1), row("rate", "50", "2026-02", sample=2), row("rate", None, "2026-03", sample=0),
        row("rate", "33.333333333", sample=3)], "a leaves 46 days after its first bad answer and 14 after its second: 0/1, 1/2, 1/3",
        window=QUARTER, bucket="month", as_of=d(1, month=6)),
    measure(f"{p}-records-empty", K, v, "empty", {"survey": [], "account": []}, [
        row("rate", None, sample=0, left_out={}), row("lost", "0"), row("ratings", "0")], "nothing"),
    measure(f"{p}-records-nothing-bad", K, v, "empty", {"survey": [survey("1", 4, at=d(5), account="a")], "account": [account("a", OLD)]}, [
        row("rate", None, sample=0, left_out={"other_rating": 1})], "no bad answer waits, so as_of is not needed"),
    measure(f"{p}-records-null", K, v, "null", {
        "survey": [survey("1", 1, at=d(5), account=None), survey("2", None, account="a"), survey("3", 1, at=d(5), account="a", channel=None)],
        "account": [account("a", OLD, None)]}, [row("rate", "0", sample=1, left_out={"no_account": 1, "unanswered": 1})],
        "a null account, a null score; a null end is still a customer", as_of=APRIL),
    measure(f"{p}-records-boundary", K, v, "boundary", {
        "survey": [survey("1", 1, at="2025-12-31T23:59:59.999999Z", account="a"), survey("2", 1, at=d(1), account="a"),
                   survey("3", 1, at="2026-01-31T23:59:59.999999Z", account="b"), survey("4", 1, at=f(1), account="b")],
        "account": [account("a", OLD, d(2)), account("b", OLD)]}, [row("rate", "50", sample=2, left_out={})],
        "[from, to): answers 2 and 3, of which a leaves", window=JANUARY, as_of=APRIL),
    measure(f"{p}-records-window-open", K, v, "boundary", {
        "survey": [survey("1", 1, at=d(2), account="a"), survey("2", 1, at="2026-01-02T00:00:00.000001Z", account="b"),
                   survey("3", 1, at=d(20), account="c")],
        "account": [account("a", OLD), account("b", OLD, d(9)), account("c", OLD)]}, [
        row("rate", "0", sample=1, left_out={"window_open": 2})],
        "as_of is the window's end: thirty days after 2 January 00:00 exactly; 1 µs later is open, though b has left", window=JANUARY),
    measure(f"{p}-records-as-of", K, v, "boundary", {
        "survey": [survey("1", 1, at=d(5), account="a"), survey("2", 1, at=d(15), account="b"), survey("3", 1, at=f(25), account="b")],
        "account": [account("a", OLD, f(3)), account("b", OLD, f(28))]}, [
        row("rate", "100", sample=1, left_out={"window_open": 1})],
        "on 10 February: the first is over, the second waits, the third has not been given", as_of=f(10)),
    measure(f"{p}-records-within", K, v, "boundary", {
        "survey": [survey("1", 1, at=d(5), account="a"), survey("2", 1, at=d(5), account="b")],
        "account": [account("a", OLD, d(6)), account("b", OLD, "2026-01-06T00:00:00.000001Z")]}, [row("rate", "50", sample=2)],
        "within a day: 24 h is, 1 µs more is not", parameters={"within": 86400}, as_of=f(1)),
    measure(f"{p}-records-kind", K, v, "typical", {
        "survey": [survey("1", 1, kind="nps", scale=(0, 10), at=d(5), account="a"), survey("2", 2, kind="nps", scale=(0, 10), at=d(5), account="b"),
                   survey("3", 1, at=d(5), account="a")], "account": [account("a", OLD, d(9)), account("b", OLD)]}, [
        row("rate", "100", sample=1, left_out={"other_kind": 1, "other_rating": 1})],
        "of 0 to 10 the bottom two boxes are 0 and 1", parameters={"kind": "nps"}, as_of=APRIL),
    measure(f"{p}-b35-bottom-two", K, v, "ruling", {
        "survey": [survey(i, i, at=d(5), account=f"c{i}") for i in (1, 2, 3, 4)], "account": [account(f"c{i}", OLD) for i in (1, 2, 3, 4)]}, [
        row("rate", "0", sample=2, left_out={"other_rating": 2}), row("ratings", "2")], "1 and 2 of 5 are bad, 3 is neutral", ruling="B35",
        as_of=APRIL),
    measure(f"{p}-records-low-is-good", K, v, "boundary", {
        "survey": [survey(i, i, at=d(5), account=f"c{i}", direction="low_is_good") for i in (1, 2, 3, 4, 5)],
        "account": [account(f"c{i}", OLD, d(9) if i == 5 else None) for i in (1, 2, 3, 4, 5)]}, [
        row("rate", "50", sample=2, left_out={"other_rating": 3})], "the worst two are 4 and 5", as_of=APRIL),
    measure(f"{p}-records-seven", K, v, "boundary", {
        "survey": [survey(i, i, at=d(5), account=f"c{i}", scale=(1, 7)) for i in range(1, 8)],
        "account": [account(f"c{i}", OLD) for i in range(1, 8)]}, [row("rate", "0", sample=2, left_out={"other_rating": 5})],
        "1 and 2 of 7", as_of=APRIL),
    measure(f"{p}-records-two-points", K, v, "bad_input", {
        "survey": [survey("1", 0, at=d(5), account="a", scale=(0, 1))], "account": [account("a", OLD)]},
        origin="the bottom two of two boxes would be every answer", error={"code": "bad_scale"}, as_of=APRIL),
    measure(f"{p}-b31-replaced", K, v, "ruling", {
        "survey": [survey("1", 1, at=d(5), account="a"), survey("2", 5, at=d(5), account="b"), survey("1", 4, at=d(6), account="a"),
                   survey("2", 1, at=d(6), account="b")], "account": [account("a", OLD, d(9)), account("b", OLD)]}, [
        row("rate", "0", sample=1, left_out={"other_rating": 1, "replaced": 2})],
        "corrected answers replace the earlier ones: a is content now, b is not", ruling="B31", as_of=APRIL),
    measure(f"{p}-b45-unknown-account", K, v, "ruling", {
        "survey": [survey("1", 1, at=d(5), account="a"), survey("2", 1, at=d(5), account="nobody")], "account": [account("a", OLD)]},
        origin="accounts are given, and this one is not among them", ruling="B45", as_of=APRIL,
        error={"code": "unknown_account", "record": "survey", "index": 1, "field": "account"}),
    measure(f"{p}-b45-unknown-account-skip", K, v, "ruling", {
        "survey": [survey("1", 1, at=d(5), account="a"), survey("2", 1, at=d(5), account="nobody")], "account": [account("a", OLD, d(9))]}, [
        row("rate", "100", sample=1, left_out={})], "skipped and counted", ruling="B45", as_of=APRIL, bad_records="skip",
        inputs={"survey": {"skipped": {"unknown_account": 1}}}),
    measure(f"{p}-records-missing-accounts", K, v, "bad_input", {"survey": [survey("1", 1, at=d(5), account="a")]},
            origin="when accounts ended is not known", as_of=APRIL, error={"code": "missing_records", "record": "account"}),
    measure(f"{p}-records-given", K, v, "boundary", {"survey": [
        survey("1", 1, at=d(5), account="a", account_ended_at=d(9)), survey("2", 1, at=d(5), account="b", account_ended_at=None)]}, [
        row("rate", "50", sample=2)], "the end of the account stands on the answer", as_of=APRIL),
    measure(f"{p}-records-as-of-required", K, v, "bad_input", ONE_BAD, origin="a bad answer waits, and neither as_of nor a window",
            error={"code": "as_of_required"}),
    measure(f"{p}-records-out-of-scale", K, v, "bad_input", {"survey": [survey("1", 6, at=d(5), account="a")], "account": [account("a", OLD)]},
            origin="6 of 5", as_of=APRIL, error={"code": "out_of_scale", "record": "survey", "index": 0, "field": "score"}),
    measure(f"{p}-records-kind-number", K, v, "bad_input", ONE_BAD, origin="a kind is a word", parameters={"kind": 5},
            error={"code": "bad_parameter", "field": "kind"}),
    *wrong_seconds(K, v, p, ONE_BAD, "within"),
]

# repeat_purchase_rate -----------------------------------------------------------------------------------------------

K = "repeat_purchase_rate"
NOVEMBER = "2025-11-15T12:00:00Z"
BASKETS = [
    purchase(1, d(5), "a", shop="north"), purchase(2, d(20), "a", shop="south"),             # twice in January
    purchase(3, d(5), "b", shop="north"), purchase(4, f(5), "b", shop="north"),              # once a month
    purchase(5, NOVEMBER, "c", shop="north"), purchase(6, d(10), "c", shop="north"),         # before, and in January
    purchase(7, d(12, "10:00"), "e", shop="south"), purchase(8, d(12, "15:00"), "e", shop="south"),  # twice on one day
    purchase(9, d(8), "g", shop="south"), purchase(10, d(9), "g", shop="south", canceled_at=d(10)),
    purchase(11, d(8), "h", shop="south", order="o1"), purchase(12, f(2), "h", kind="refund", shop="south", order="o1"),
    purchase(13, d(8), "i", kind="upsell", shop="north"), purchase(14, d(8), None, shop="north"),
    purchase(15, m(3), "a", shop="north"), purchase(16, m(3), "a", shop="north"),
]
BASKETS_LEFT = {"no_account": 1, "other_conversion": 1, "refunded": 2}

SHOPPING = [
    purchase(i, some_day(), f"c{rng.randint(0, 25)}", order=f"o{i}", shop=rng.choice(("north", "south", None))) for i in range(70)
] + [purchase(100 + i, d(20, month=1 + i % 3), None, kind="refund", order=f"o{i * 6}", shop="north") for i in range(9)]

REPEAT_PURCHASE_RATE = [
    zero_filled(K, "within_window", "repeat-within_window", ["conversion"], "rate", ("repeat", "customers")),
    zero_filled(K, "returning", "repeat-returning", ["conversion"], "rate", ("repeat", "customers")),
    zero_filled(K, "after_complaint", "repeat-after_complaint", ["ticket", "conversion"], "rate", ("repeat", "complaints")),
    zero_filled(K, "after_abandoned_contact", "repeat-after_abandoned_contact", ["contact", "conversion"], "rate", ("repeat", "contacts")),
    *parts(K, "within_window", "repeat-within_window", "repeat", "customers"),
    *parts(K, "returning", "repeat-returning", "repeat", "customers"),
    *parts(K, "after_abandoned_contact", "repeat-after_abandoned_contact", "repeat", "contacts"),
]
for v in ("within_window", "returning"):
    again, p = v == "within_window", f"repeat-{v}"
    REPEAT_PURCHASE_RATE += [
        measure(f"{p}-b36", K, v, "ruling", {"conversion": [purchase(1, NOVEMBER), purchase(2, d(10))]}, [
            row("rate", "0" if again else "100", sample=1, left_out={}), row("repeat", "0" if again else "1"), row("customers", "1")],
            "bought in November and in January: " + ("once in the window" if again else "had bought before"), ruling="B36", window=JANUARY),
        measure(f"{p}-b36-same-day", K, v, "ruling", {"conversion": [purchase(1, d(10)), purchase(2, d(10)), purchase(3, d(11), "b")]}, [
            row("rate", "50" if again else "0", sample=2)], "two orders in one instant are two: a " +
            ("bought twice: 1/2" if again else "had not bought before the window: 0/2"), ruling="B36", window=JANUARY),
        measure(f"{p}-b36-refunded", K, v, "ruling", {"conversion": [
            purchase(1, NOVEMBER, "a", order="o1"), purchase(2, d(10), "a", order="o2"), purchase(3, d(11), "a", order="o3"),
            purchase(4, NOVEMBER, "b"), purchase(5, d(10), "b", order="o4"), purchase(6, d(12), "b"),
            purchase(7, d(13), "a", kind="refund", order="o1"), purchase(8, d(13), "a", kind="refund", order="o3"),
            purchase(9, d(20), "b", kind="refund", order="o4")]}, [
            row("rate", "0" if again else "50", sample=2, left_out={"other_conversion": 3, "refunded": 2})],
            "a keeps o2 alone; b keeps the purchases of November and of 12 January: " +
            ("each once in January" if again else "b had bought before, a's November was given back"), ruling="B36", window=JANUARY),
        measure(f"{p}-records-typical", K, v, "typical", {"conversion": BASKETS}, [
            row("rate", "40" if again else "20", unit="percent", sample=5, left_out=BASKETS_LEFT), row("repeat", "2" if again else "1"),
            row("customers", "5", unit="count")],
            "customers a b c e g; " + ("twice: a e: 2/5" if again else "before January: c: 1/5"), window=JANUARY),
        measure(f"{p}-records-months", K, v, "typical", {"conversion": BASKETS}, [
            row("rate", "40" if again else "20", "2026-01", sample=5, left_out=BASKETS_LEFT),
            row("rate", "0" if again else "100", "2026-02", sample=1, left_out={"other_conversion": 1}),
            row("rate", "100", "2026-03", sample=1), row("customers", "5"), row("rate", "60" if again else "20", sample=5)],
            "buckets do not add up: in the quarter a b c e g, of whom " + ("a b e bought twice" if again else "c had bought before it"),
            window=QUARTER, bucket="month"),
        measure(f"{p}-records-shops", K, v, "typical", {"conversion": BASKETS}, [
            row("rate", "0" if again else "33.333333333", group={"shop": "north"}, sample=3, left_out={"no_account": 1, "other_conversion": 1}),
            row("rate", "33.333333333" if again else "0", group={"shop": "south"}, sample=3, left_out={"refunded": 2}),
            row("rate", "40" if again else "20", group={"shop": ALL}, sample=5)],
            "north a b c, south a e g: " + ("a bought once in each" if again else "c had bought before"), window=JANUARY, by=["shop"], row_count=9),
        measure(f"{p}-records-peer", K, v, "typical", {"conversion": SHOPPING}, window=QUARTER, bucket="month", by=["shop"]),
        measure(f"{p}-records-empty", K, v, "empty", {"conversion": []}, [
            row("rate", None, sample=0, left_out={}), row("repeat", "0"), row("customers", "0")], "nothing", window=JANUARY),
        measure(f"{p}-records-nothing-counts", K, v, "empty", {"conversion": [
            purchase(1, d(5), kind="renewal"), purchase(2, d(6), canceled_at=d(6)), purchase(3, d(7), None)]}, [
            row("rate", None, sample=0, left_out={"no_account": 1, "other_conversion": 1, "refunded": 1}), row("customers", "0")],
            "everything is left out", window=JANUARY),
        measure(f"{p}-records-null", K, v, "null", {"conversion": [
            purchase(1, d(5), "a", order=None, amount=None), purchase(2, d(6), "a", order=None), purchase(3, d(7), "a", kind="refund", order=None),
            purchase(4, d(5), None, order="o1"), purchase(5, d(6), None, kind="refund", order="o1")]}, [
            row("rate", "100" if again else "0", sample=1, left_out={"other_conversion": 2, "refunded": 1})],
            "a refund that names no order gives nothing back; refunded comes before no_account", window=JANUARY),
        measure(f"{p}-records-boundary", K, v, "boundary", {"conversion": [
            purchase(1, "2025-12-31T23:59:59.999999Z", "a"), purchase(2, d(1), "a"), purchase(3, d(1), "b"),
            purchase(4, "2026-01-31T23:59:59.999999Z", "b"), purchase(5, d(31), "c"), purchase(6, f(1), "c")]}, [
            row("rate", "33.333333333", sample=3), row("repeat", "1")],
            "[from, to): " + ("b twice" if again else "a had bought 1 µs before; b's first is the window's first instant") + ": 1/3",
            window=JANUARY),
        measure(f"{p}-records-as-of", K, v, "boundary", {"conversion": [
            purchase(1, d(5), "a", order="o1"), purchase(2, d(9), "a", canceled_at=d(25)), purchase(3, d(25), "b"),
            purchase(4, d(21), "a", kind="refund", order="o1"), purchase(5, NOVEMBER, "c"), purchase(6, d(6), "c")]}, [
            row("rate", "50", sample=2, left_out={})],
            "on 20 January nothing was given back or canceled yet, and b had not bought: " + ("a" if again else "c") + " of a c",
            window=JANUARY, as_of=d(20)),
        measure(f"{p}-records-refund-later", K, v, "boundary", {"conversion": [
            purchase(1, d(5), order="o1"), purchase(2, d(6), order="o2"), purchase(3, m(1), kind="refund", order="o2")]}, [
            row("rate", "0", sample=1, left_out={"refunded": 1})], "given back after the window, and known now", window=JANUARY),
        measure(f"{p}-records-refunded-given", K, v, "boundary", {"conversion": [
            purchase(1, d(5), refunded=False), purchase(2, d(6), refunded=True), purchase(3, d(7), "b", refunded=None)]}, [
            row("rate", "0", sample=2, left_out={"refunded": 1})], "the flag stands on the purchase; null is not given back", window=JANUARY),
        measure(f"{p}-records-filter", K, v, "boundary", {"conversion": [
            purchase(1, NOVEMBER, "a", shop="north"), purchase(2, d(5), "a", shop="south"), purchase(3, d(6), "b", shop="south", order="o1"),
            purchase(4, d(7), "b", shop="south"), purchase(5, d(9), "b", kind="refund", shop="office", order="o1")]}, [
            row("rate", "0" if again else "50", sample=2, left_out={"refunded": 1})],
            "what other records say of a purchase is read before the filter: a had bought in the north, b's refund is the office's",
            window=JANUARY, filters=[{"record": "conversion", "field": "shop", "any_of": ["south"]}]),
        measure(f"{p}-b45-accounts", K, v, "ruling", {
            "conversion": [purchase(1, d(5), "nobody"), purchase(2, d(6), "nobody")], "account": [account("a", OLD)]}, [
            row("rate", "100" if again else "0", sample=1)], "it reads no accounts, so it does not check the link", ruling="B45", window=JANUARY),
        measure(f"{p}-records-duplicate", K, v, "bad_input", {"conversion": [purchase(1, d(5)), purchase(1, d(6))]}, window=JANUARY,
                origin="the same purchase twice", error={"code": "duplicate_id", "record": "conversion", "index": 1, "field": "id"}),
        measure(f"{p}-records-missing-at", K, v, "bad_input", {"conversion": [purchase(1, d(5)), purchase(2, None)]}, window=JANUARY,
                origin="at is required", error={"code": "missing_field", "record": "conversion", "index": 1, "field": "at"}),
        measure(f"{p}-records-canceled-before", K, v, "bad_input", {"conversion": [purchase(1, d(5), canceled_at=d(4))]}, window=JANUARY,
                origin="canceled before it was made",
                error={"code": "wrong_order", "record": "conversion", "index": 0, "field": "canceled_at"}),
        measure(f"{p}-records-missing", K, v, "bad_input", {"ticket": []}, origin="no conversions are given", window=JANUARY,
                error={"code": "missing_records", "record": "conversion"}),
        measure(f"{p}-records-unknown-parameter", K, v, "bad_input", {"conversion": []}, origin="no parameter of this name", window=JANUARY,
                parameters={"within": 60}, error={"code": "unknown_parameter", "field": "within"}),
    ]
REPEAT_PURCHASE_RATE += [
    measure("repeat-within_window-records-no-window", K, "within_window", "typical", {"conversion": BASKETS}, [
        row("rate", "80", sample=5, left_out={"no_account": 1, "other_conversion": 2, "refunded": 2})],
        "without a window all of it: a b c e of a b c e g"),
    measure("repeat-returning-records-no-window", K, "returning", "bad_input", {"conversion": BASKETS},
            origin="before what", error={"code": "window_required"}),
    measure("repeat-returning-records-given", K, "returning", "boundary", {"conversion": [
        purchase(1, d(5), "a", first_purchase_at="2019-05-01T00:00:00Z"), purchase(2, d(6), "b", first_purchase_at=d(6)),
        purchase(3, d(7), "a", first_purchase_at="2019-05-01T00:00:00Z")]}, [row("rate", "50", sample=2)],
        "the first purchase stands on the record: it reaches back further than the data", window=JANUARY),
    measure("repeat-returning-records-second-bucket", K, "returning", "boundary", {"conversion": [purchase(1, d(5)), purchase(2, f(5))]}, [
        row("rate", "0", "2026-01", sample=1), row("rate", "100", "2026-02", sample=1), row("rate", None, "2026-03", sample=0),
        row("rate", "0", sample=1)], "returns in February; nobody had bought before the quarter", window=QUARTER, bucket="month"),
]

v, p = "after_complaint", "repeat-after_complaint"
COMPLAINTS = [
    ticket("1", d(5), resolved_at=d(5, "12:00"), complaint=True, account="a"),               # quick; buys
    ticket("2", d(5), resolved_at=d(6), complaint=True, account="b"),                        # 24 h is quick; does not buy
    ticket("3", d(5), resolved_at="2026-01-06T00:00:00.000001Z", complaint=True, account="c"),  # slow; buys on the thirtieth day
    ticket("4", d(5), complaint=True, account="e"),                                          # unresolved is slow; buys 1 µs too late
    ticket("5", d(5), resolved_at=d(5, "12:00"), complaint=False, account="a"),
    ticket("6", d(5), resolved_at=d(5, "12:00"), account="a"),
    ticket("7", d(5), status="merged", complaint=True, account="a"), ticket("8", d(5), status="spam", complaint=True, account="a"),
    ticket("9", d(5), complaint=True), ticket("10", d(5), status="deleted", complaint=True, account="a"),
    ticket("11", d(5), complaint=True, account="g"),                                         # buys in the instant of the complaint: slow
]
AFTERWARDS = [
    purchase(1, d(20), "a"), purchase(2, d(4), "b"), purchase(3, f(4), "c"), purchase(4, "2026-02-04T00:00:00.000001Z", "e"),
    purchase(5, d(5), "g"), purchase(6, d(9), "b", kind="upsell"), purchase(7, d(9), "b", canceled_at=d(10)),
    purchase(8, d(9), "b", order="o1"), purchase(9, d(12), "b", kind="refund", order="o1"), purchase(10, d(9), None),
]
COMPLAINTS_LEFT = {"deleted": 1, "merged": 1, "no_account": 1, "no_complaint": 2, "spam": 1}
QUICK = {"bought_quick": 82, "quick": 100, "bought_slow": 30, "slow": 60}
ONE_COMPLAINT = {"ticket": [ticket("1", d(5), resolved_at=d(6), complaint=True, account="a")], "conversion": [purchase(1, d(9))]}

REPEAT_PURCHASE_RATE += [
    formula(f"{p}-formula-typical", K, v, "typical", QUICK, {
        "rate": {"value": "70", "unit": "percent", "sample": 160, "numerator": "112", "denominator": "160"},
        "rate_quick": {"value": "82", "sample": 100}, "rate_slow": {"value": "50", "sample": 60},
        "repeat": {"value": "112", "unit": "count"}, "complaints": {"value": "160"}}, "112/160; 82/100 and 30/60"),
    formula(f"{p}-formula-peer", K, v, "typical", {"bought_quick": 9, "quick": 11, "bought_slow": 3, "slow": 17}, level=0.9),
    formula(f"{p}-formula-empty", K, v, "empty", {"bought_quick": 0, "quick": 0, "bought_slow": 0, "slow": 0}, {
        "rate": undef(), "rate_quick": undef(), "rate_slow": undef(), "repeat": {"value": "0"}, "complaints": {"value": "0"}}, "nothing"),
    formula(f"{p}-formula-no-quick", K, v, "boundary", {"bought_quick": 0, "quick": 0, "bought_slow": 2, "slow": 2}, {
        "rate": {"value": "100"}, "rate_quick": undef(), "rate_slow": {"value": "100", "upper": 100.0}}, "none was quick; 2/2"),
    formula(f"{p}-formula-half-even", K, v, "boundary", {"bought_quick": 1, "quick": 4096, "bought_slow": 0, "slow": 0}, {
        "rate": {"value": "0.024414062"}, "rate_quick": {"value": "0.024414062"}, "rate_slow": undef()}, "100/4096: half to even"),
    formula(f"{p}-formula-too-many-quick", K, v, "bad_input", {**QUICK, "bought_quick": 101}, origin="101 of 100",
            error={"code": "bad_input", "field": "bought_quick"}),
    formula(f"{p}-formula-too-many-slow", K, v, "bad_input", {**QUICK, "bought_slow": 61}, origin="61 of 60",
            error={"code": "bad_input", "field": "bought_slow"}),
    formula(f"{p}-formula-negative", K, v, "bad_input", {**QUICK, "slow": -1}, origin="a count is not negative",
            error={"code": "negative", "field": "slow"}),
    formula(f"{p}-formula-missing", K, v, "bad_input", {"bought_quick": 1, "quick": 2, "bought_slow": 1}, origin="an input is absent",
            error={"code": "missing_input", "field": "slow"}),
    measure(f"{p}-records-typical", K, v, "typical", {"ticket": COMPLAINTS, "conversion": AFTERWARDS}, [
        row("rate", "40", unit="percent", sample=5, left_out=COMPLAINTS_LEFT), row("rate_quick", "50", sample=2),
        row("rate_slow", "33.333333333", sample=3), row("repeat", "2"), row("complaints", "5")],
        "quick a b, slow c e g; a and c buy within 30 days: 1/2, 1/3, 2/5", window=JANUARY, as_of=APRIL),
    measure(f"{p}-records-types", K, v, "typical", {
        "ticket": [ticket("1", d(5), resolved_at=d(5), complaint=True, account="a", type="bug"),
                   ticket("2", d(5), complaint=True, account="b", type="bug"),
                   ticket("3", d(6), complaint=True, account="a", type="late"), ticket("4", d(6), account="a", type="praise")],
        "conversion": [purchase(1, d(20), "a")]}, [
        row("rate", "50", group={"type": "bug"}, sample=2), row("rate_quick", "100", group={"type": "bug"}, sample=1),
        row("rate", "100", group={"type": "late"}, sample=1), row("rate_quick", None, group={"type": "late"}, sample=0),
        row("rate", None, group={"type": "praise"}, sample=0, left_out={"no_complaint": 1}),
        row("rate", "66.666666667", group={"type": ALL}, sample=3)], "one purchase follows both complaints of a: 1/2, 1/1, in all 2/3",
        window=JANUARY, as_of=APRIL, by=["type"], row_count=20),
    measure(f"{p}-records-months", K, v, "typical", {
        "ticket": [ticket("1", d(5), complaint=True, account="a"), ticket("2", f(5), complaint=True, account="a"),
                   ticket("3", f(6), complaint=True, account="b")],
        "conversion": [purchase(1, f(10), "a"), purchase(2, m(20), "b")]}, [
        row("rate", "0", "2026-01", sample=1), row("rate", "50", "2026-02", sample=2), row("complaints", "0", "2026-03"),
        row("rate", None, "2026-03", sample=0), row("rate", "33.333333333", sample=3)], "by the complaint's month: 0/1, 1/2, 1/3",
        window=QUARTER, bucket="month", as_of=APRIL),
    measure(f"{p}-records-peer", K, v, "typical", {
        "ticket": [ticket(i, at := some_day(), resolved_at=rng.choice((None, at, at[:11] + "23:59:59Z", d(28, "23:59", month=4))),
                          complaint=rng.random() < 0.8, account=f"c{rng.randint(0, 25)}", priority=rng.choice(("high", "low", None)))
                   for i in range(100)],
        "conversion": [purchase(i, some_day(1, 4), f"c{rng.randint(0, 40)}", order=f"o{i}") for i in range(50)]
        + [purchase(100, APRIL, kind="refund", order="o7")]},
        window=QUARTER, bucket="month", by=["priority"], as_of=d(1, month=6)),
    measure(f"{p}-records-empty", K, v, "empty", {"ticket": [], "conversion": []}, [
        row("rate", None, sample=0, left_out={}), row("rate_quick", None, sample=0), row("repeat", "0"), row("complaints", "0")], "nothing"),
    measure(f"{p}-records-no-complaints", K, v, "empty", {"ticket": [ticket("1", d(5), account="a")], "conversion": []}, [
        row("rate", None, sample=0, left_out={"no_complaint": 1})], "no complaint waits, so as_of is not needed"),
    measure(f"{p}-records-null", K, v, "null", {
        "ticket": [ticket("1", d(5), complaint=True, account=None), ticket("2", d(5), complaint=None, account="a"),
                   ticket("3", d(5), complaint=True, account="a", resolved_at=None)],
        "conversion": [purchase(1, d(9), None)]}, [
        row("rate", "0", sample=1, left_out={"no_account": 1, "no_complaint": 1}), row("rate_slow", "0"), row("rate_quick", None)],
        "purchases of nobody known follow no complaint; not resolved is slow; unknown is no complaint", as_of=APRIL),
    measure(f"{p}-records-boundary", K, v, "boundary", {
        "ticket": [ticket("1", "2025-12-31T23:59:59.999999Z", complaint=True, account="a"), ticket("2", d(1), complaint=True, account="a"),
                   ticket("3", "2026-01-31T23:59:59.999999Z", complaint=True, account="b"), ticket("4", f(1), complaint=True, account="b")],
        "conversion": [purchase(1, d(31), "a")]}, [row("rate", "50", sample=2, left_out={})],
        "[from, to): 2 and 3; a buys on the thirtieth day exactly", window=JANUARY, as_of=APRIL),
    measure(f"{p}-records-window-open", K, v, "boundary", {
        "ticket": [ticket("1", d(2), complaint=True, account="a"), ticket("2", "2026-01-02T00:00:00.000001Z", complaint=True, account="b")],
        "conversion": [purchase(1, d(9), "b")]}, [row("rate", "0", sample=1, left_out={"window_open": 1})],
        "as_of is the window's end: thirty days after 2 January exactly; 1 µs later is open, though b has bought", window=JANUARY),
    measure(f"{p}-records-as-of", K, v, "boundary", {
        "ticket": [ticket("1", d(5), complaint=True, account="a", resolved_at=d(5, "12:00")), ticket("2", d(20), complaint=True, account="a"),
                   ticket("3", f(20), complaint=True, account="a")], "conversion": [purchase(1, f(3), "a"), purchase(2, f(21), "a")]}, [
        row("rate", "100", sample=1, left_out={"window_open": 1})], "on 10 February: 1 is over, 2 waits, 3 does not exist", as_of=f(10)),
    measure(f"{p}-records-parameters", K, v, "boundary", {
        "ticket": [ticket("1", d(5), resolved_at=d(5, "01:00"), complaint=True, account="a"),
                   ticket("2", d(5), resolved_at=d(5, "01:00:01"), complaint=True, account="b")],
        "conversion": [purchase(1, d(6), "a"), purchase(2, d(6, "00:00:01"), "b")]}, [
        row("rate", "50", sample=2), row("rate_quick", "100", sample=1), row("rate_slow", "0", sample=1)],
        "a day to buy, an hour to resolve: exactly is within, a second more is not", as_of=f(1),
        parameters={"within": 86400, "resolved_within": 3600}),
    measure(f"{p}-records-later-purchase", K, v, "boundary", {
        "ticket": [ticket("1", d(5), complaint=True, account="a")],
        "conversion": [purchase(1, d(6), order="o1"), purchase(2, d(7), kind="refund", order="o1"), purchase(3, d(20), order="o2")]}, [
        row("rate", "100", sample=1)], "the first was given back, the second was not", as_of=APRIL),
    measure(f"{p}-records-answered-and-deleted", K, v, "boundary", {
        "ticket": [ticket("1", d(5), d(5, "01:00"), status="deleted", complaint=True, account="a"),
                   ticket("2", d(5), deleted_at=d(6), complaint=True, account="a")], "conversion": [purchase(1, d(6))]}, [
        row("rate", "100", sample=1, left_out={"deleted": 1})], "deleted without an answer leaves; answered before, it counts", as_of=APRIL),
    measure(f"{p}-records-given", K, v, "boundary", {"ticket": [
        ticket("1", d(5), complaint=True, account="a") | {"next_purchase_at": d(9)},
        ticket("2", d(5), complaint=True, account="b") | {"next_purchase_at": None}]}, [row("rate", "50", sample=2)],
        "the next purchase stands on the ticket, so no conversions are needed", as_of=APRIL),
    measure(f"{p}-records-missing-conversions", K, v, "bad_input", {"ticket": ONE_COMPLAINT["ticket"]}, as_of=APRIL,
            origin="no purchases are known", error={"code": "missing_records", "record": "conversion"}),
    measure(f"{p}-records-as-of-required", K, v, "bad_input", ONE_COMPLAINT, origin="a complaint waits, and neither as_of nor a window",
            error={"code": "as_of_required"}),
    *wrong_seconds(K, v, p, ONE_COMPLAINT, "within", "resolved_within"),
]

v, p = "after_abandoned_contact", "repeat-after_abandoned_contact"
HUNG_UP = [
    call("1", d(5), account="a"),                                # buys
    call("2", d(5), account="b", abandon_step="queue"),          # does not
    call("3", d(5), account="c", channel="chat"),                # buys on the thirtieth day
    call("4", d(5), account="e", abandon_step="menu"),           # 1 µs too late
    call("5", d(5), account="a", direction="outbound"), call("6", d(5), d(5, "00:01"), account="a"),
    call("7", d(5), outcome="self_served", account="a"), call("8", d(5), outcome="callback", account="a"),
    call("9", d(5), outcome="failed", account="a"), call("10", d(5)),
]
HUNG_UP_LEFT = {"answered": 1, "callback": 1, "failed": 1, "no_account": 1, "outbound": 1, "self_served": 1}
ONE_CALL = {"contact": [call("1", d(5), account="a")], "conversion": [purchase(1, d(9))]}
REPEAT_PURCHASE_RATE += [
    measure(f"{p}-records-typical", K, v, "typical", {"contact": HUNG_UP, "conversion": AFTERWARDS}, [
        row("rate", "50", unit="percent", sample=4, left_out=HUNG_UP_LEFT), row("repeat", "2"), row("contacts", "4", unit="count")],
        "a and c of a b c e", window=JANUARY, as_of=APRIL),
    measure(f"{p}-b7-late-steps", K, v, "ruling", {"contact": [
        call("1", d(5), account="a", abandon_step="queue"),
        call("2", d(5), d(5, "00:01"), account="a", outcome="abandoned", abandon_step="hold"),
        call("3", d(5), d(5, "00:01"), account="b", outcome="abandoned", abandon_step="conversation")],
        "conversion": [purchase(1, d(9))]}, [row("rate", "100", sample=1, left_out={"answered": 2})],
        "2 and 3 gave up after a person had answered", ruling="B7", window=JANUARY, as_of=APRIL),
    measure(f"{p}-records-channels", K, v, "typical", {"contact": HUNG_UP, "conversion": AFTERWARDS}, [
        row("rate", "33.333333333", group={"channel": "phone"}, sample=3, left_out=HUNG_UP_LEFT),
        row("rate", "100", group={"channel": "chat"}, sample=1, left_out={}), row("rate", "50", group={"channel": ALL}, sample=4)],
        "phone 1/3, chat 1/1", window=JANUARY, as_of=APRIL, by=["channel"], row_count=9),
    measure(f"{p}-records-months", K, v, "typical", {
        "contact": [call("1", d(5), account="a"), call("2", f(5), account="a"), call("3", None, started_at=f(6), account="b")],
        "conversion": [purchase(1, f(10), "a"), purchase(2, m(20), "b")]}, [
        row("rate", "0", "2026-01", sample=1), row("rate", "50", "2026-02", sample=2), row("contacts", "0", "2026-03"),
        row("rate", "33.333333333", sample=3)], "a call that left in the menu has only its start: 0/1, 1/2, 1/3",
        window=QUARTER, bucket="month", as_of=APRIL),
    measure(f"{p}-records-peer", K, v, "typical", {
        "contact": [call(i, some_day(), account=f"c{rng.randint(0, 25)}", channel=rng.choice(("phone", "chat")),
                         outcome=rng.choice(("abandoned", "abandoned", "abandoned", "callback"))) for i in range(80)],
        "conversion": [purchase(i, some_day(1, 4), f"c{rng.randint(0, 40)}") for i in range(50)]},
        window=QUARTER, bucket="month", by=["channel"], as_of=d(1, month=6)),
    measure(f"{p}-records-empty", K, v, "empty", {"contact": [], "conversion": []}, [
        row("rate", None, sample=0, left_out={}), row("repeat", "0"), row("contacts", "0")], "nothing"),
    measure(f"{p}-records-all-answered", K, v, "empty", {"contact": [call("1", d(5), d(5), account="a")], "conversion": []}, [
        row("rate", None, sample=0, left_out={"answered": 1})], "no abandoned contact waits, so as_of is not needed"),
    measure(f"{p}-records-null", K, v, "null", {
        "contact": [call("1", d(5), account=None), call("2", d(5), account="a", direction=None, abandon_step=None)],
        "conversion": [purchase(1, d(9), None)]}, [row("rate", "0", sample=1, left_out={"no_account": 1})],
        "a null direction is inbound; a purchase of nobody known follows nobody", as_of=APRIL),
    measure(f"{p}-records-boundary", K, v, "boundary", {
        "contact": [call("1", "2025-12-31T23:59:59.999999Z", account="a"), call("2", d(1), account="a"),
                    call("3", "2026-01-31T23:59:59.999999Z", account="b"), call("4", f(1), account="b")],
        "conversion": [purchase(1, d(31), "a"), purchase(2, "2026-01-31T23:59:59.999999Z", "b")]}, [row("rate", "50", sample=2, left_out={})],
        "[from, to): 2 and 3; a buys on the thirtieth day exactly, b in the instant of the call, which is not after it",
        window=JANUARY, as_of=APRIL),
    measure(f"{p}-records-window-open", K, v, "boundary", {
        "contact": [call("1", d(2), account="a"), call("2", "2026-01-02T00:00:00.000001Z", account="b")],
        "conversion": [purchase(1, d(9), "b")]}, [row("rate", "0", sample=1, left_out={"window_open": 1})],
        "as_of is the window's end: thirty days after 2 January exactly; 1 µs later is open, though b has bought", window=JANUARY),
    measure(f"{p}-records-within", K, v, "boundary", {
        "contact": [call("1", d(5), account="a"), call("2", d(5), account="b")],
        "conversion": [purchase(1, d(6), "a"), purchase(2, d(6, "00:00:01"), "b")]}, [row("rate", "50", sample=2)],
        "within a day: exactly is, a second more is not", parameters={"within": 86400}, as_of=f(1)),
    measure(f"{p}-records-refunded", K, v, "boundary", {
        "contact": [call("1", d(5), account="a")],
        "conversion": [purchase(1, d(6), order="o1"), purchase(2, f(20), kind="refund", order="o1")]}, [row("rate", "0", sample=1)],
        "a purchase given back is none, whenever that was", as_of=APRIL),
    measure(f"{p}-records-given", K, v, "boundary", {"contact": [
        call("1", d(5), account="a", next_purchase_at=d(9)), call("2", d(5), account="b", next_purchase_at=None)]}, [
        row("rate", "50", sample=2)], "the next purchase stands on the contact", as_of=APRIL),
    measure(f"{p}-records-missing-conversions", K, v, "bad_input", {"contact": ONE_CALL["contact"]}, as_of=APRIL,
            origin="no purchases are known", error={"code": "missing_records", "record": "conversion"}),
    measure(f"{p}-records-as-of-required", K, v, "bad_input", ONE_CALL, origin="a contact waits, and neither as_of nor a window",
            error={"code": "as_of_required"}),
    measure(f"{p}-records-duplicate", K, v, "bad_input", {"contact": ONE_CALL["contact"] * 2, "conversion": []}, as_of=APRIL,
            origin="the same contact twice", error={"code": "duplicate_id", "record": "contact", "index": 1, "field": "id"}),
    *wrong_seconds(K, v, p, ONE_CALL, "within"),
]

# mrr_growth_rate ----------------------------------------------------------------------------------------------------

K = "mrr_growth_rate"
BRIDGE = {"opening": "100000", "new": "12000", "reactivation": "1000", "expansion": "5000", "contraction": "2000", "churned": "4000"}
INPUTS = {
    "growth": ("opening", "new", "reactivation", "expansion", "contraction", "churned"),
    "net_revenue_retention": ("opening", "expansion", "contraction", "churned"),
    "gross_revenue_retention": ("opening", "contraction", "churned"),
    "quick_ratio": ("new", "reactivation", "expansion", "contraction", "churned"),
}
FIGURES = {
    "growth": ("rate", "opening", "closing", "new", "expansion", "contraction", "churned", "reactivation"),
    "net_revenue_retention": ("rate", "opening", "retained"), "gross_revenue_retention": ("rate", "opening", "retained"),
    "quick_ratio": ("ratio", "gained", "lost"),
}


def revenue(variant, rate, opening, new, expansion, contraction, churned, reactivation, closing, gained, lost, net, gross):
    """The figures of a variant: the headline's value, and the amounts."""
    amounts = {"opening": opening, "closing": closing, "new": new, "expansion": expansion, "contraction": contraction, "churned": churned,
               "reactivation": reactivation, "gained": gained, "lost": lost, "retained": net if variant.startswith("net") else gross}
    return {FIGURES[variant][0]: rate, **{name: str(amounts[name]) for name in FIGURES[variant][1:]}}


def money(variant, values, unit="EUR", left_out=None, **keys):
    """Rows of these figures."""
    head = FIGURES[variant][0]
    own = {"unit": "ratio" if variant == "quick_ratio" else "percent"} | ({"left_out": left_out} if left_out is not None else {})
    return [row(name, value, **(own if name == head else {"unit": unit}), **keys) for name, value in values.items()]


def only(variant, growth, net, gross, quick):
    return {"growth": growth, "net_revenue_retention": net, "gross_revenue_retention": gross, "quick_ratio": quick}[variant]


def headline(variant, value, why="no_opening", **keys):
    return row(FIGURES[variant][0], value, **({"undefined": "no_losses" if variant == "quick_ratio" else why} if value is None else {}), **keys)


MOVES = [
    subscription("a", OLD, "100", plan="pro"),                                                # stays
    subscription("b", OLD, "100", plan="pro"), subscription("b", f(10), "50", plan="extra"),  # + 50
    subscription("c", OLD, "100", f(10), plan="pro"), subscription("c", f(10), "80", plan="pro"),  # − 20
    subscription("e", OLD, "60", f(1), plan="pro"),                                           # ends at from: churned
    subscription("g", f(1), "40", plan="basic"),                                              # starts at from: new
    subscription("h", OLD, "30", "2025-12-01T00:00:00Z", plan="basic"), subscription("h", f(15), "35", plan="basic"),  # back
    subscription("i", OLD, "50", m(1), plan="pro"),                                           # ends at to: still there
    subscription("j", m(1), "70", plan="pro"),                                                # starts at to: not yet
    subscription("k", OLD, "100", f(5), plan="pro"), subscription("k", f(5), "130", f(20), plan="pro"),
    subscription("k", f(20), "110", plan="pro"),                                              # + 30, then − 20: + 10
    subscription("l", OLD, "0", f(9), plan="free"), subscription("l", f(9), "20", plan="basic"),  # free, then paying: new
    subscription("n", f(3), "500", f(25), plan="pro"),                                        # comes and goes
]
MOVED = {"opening": 510, "new": 60, "expansion": 60, "contraction": 20, "churned": 60, "reactivation": 35, "closing": 585,
         "gained": 155, "lost": 80, "net": 490, "gross": 430}
MOVES_WORKED = ("opening a100 b100 c100 e60 i50 k100, closing a100 b150 c80 g40 h35 i50 k110 l20; new g l, expansion b k, "
                "contraction c, churned e, reactivation h: ")
WORKED = {"growth": "75/510", "net_revenue_retention": "(510 + 60 − 20 − 60)/510", "gross_revenue_retention": "(510 − 20 − 60)/510",
          "quick_ratio": "(60 + 35 + 60)/(20 + 60)"}

# Of every customer some months from October to April, paid in one to three pieces.
PAYING = []
for i in range(30):
    before = [f"2025-{rng.randint(10, 12)}-{rng.randint(1, 28):02}T00:00:00Z"] if i % 3 else [some_day()]
    at = sorted(before + [some_day(1, 4) for _ in range(5)])
    for piece in range(rng.randint(1, 3)):
        PAYING.append(subscription(f"c{i}", at[2 * piece], f"{rng.randint(10, 90)}.{rng.randint(0, 99):02}",
                                   at[2 * piece + rng.randint(1, 2)] if piece < 2 else None, region=("north", "south")[i % 2]))

MRR_GROWTH_RATE = []
for v, names in INPUTS.items():
    p, head, ratio = f"mrr-{v}", FIGURES[v][0], v == "quick_ratio"

    def inputs(names=names, **values):
        return {name: str(values.get(name, 0)) for name in names}

    published = revenue(v, only(v, "12", "99", "94", "3"), 100000, 12000, 5000, 2000, 4000, 1000, 112000, 18000, 6000, 99000, 94000)
    MRR_GROWTH_RATE += [
        zero_filled(K, v, p, ["subscription"], head, FIGURES[v][1:] + (("accounts",) if v == "growth" else ()),
                    "no_losses" if ratio else "no_opening"),
        formula(f"{p}-formula-bridge", K, v, "ruling", {n: BRIDGE[n] for n in names}, {
            name: {"value": value} for name, value in published.items()},
            "published: case mrr-bridge of the reference vectors: 112,000 at the end, growth 12 %, net 99 %, gross 94 %, quick ratio 3",
            ruling="B37"),
        formula(f"{p}-formula-b37-reactivation", K, v, "ruling", inputs(
            opening=100000, expansion=5000, contraction=2000, churned=4000, reactivation=1000), {
            head: {"value": only(v, "0", "99", "94", "1"), "lower": None, "upper": None}},
            "reactivation is in neither retention: 99 and not 100; growth (1,000 + 5,000 − 2,000 − 4,000)/100,000; quick 6,000/6,000",
            ruling="B37"),
        formula(f"{p}-formula-b37-netted", K, v, "ruling", inputs(opening=100, expansion=10), {
            head: {"value": only(v, "10", "110", "100", None), **({"undefined": "no_losses"} if ratio else {})}},
            "an account of 100, + 30 then − 20, is an expansion of 10", ruling="B37"),
        formula(f"{p}-formula-b5-published", K, v, "ruling", inputs(opening=625, new=60, churned=25), {
            head: {"value": only(v, "5.6", "96", "96", "2.4")}},
            "published: ruling B5, March 2019: 625 + 60 new − 25 churned = 660, 5.60 %", ruling="B5"),
        formula(f"{p}-formula-b5-growth", K, v, "ruling", inputs(opening=625, new=35), {
            head: {"value": only(v, "5.6", "100", "100", None)}}, "35/625", ruling="B5"),
        formula(f"{p}-formula-empty", K, v, "empty", inputs(), {
            head: undef("no_losses" if ratio else "no_opening"), **{n: {"value": "0"} for n in FIGURES[v][1:]}}, "nothing at all"),
        formula(f"{p}-formula-no-opening", K, v, "empty", inputs(new=500), {head: undef("no_losses" if ratio else "no_opening")},
                "all of it is new: nothing to grow from, nothing lost"),
        formula(f"{p}-formula-all-lost", K, v, "boundary", inputs(opening=250, churned=250), {
            head: {"value": only(v, "-100", "0", "0", "0")}}, "everything is lost"),
        formula(f"{p}-formula-more-than-double", K, v, "boundary", inputs(opening=100, new=150, expansion=60, contraction=10), {
            head: {"value": only(v, "200", "150", "90", "21")}}, "100 becomes 300; net 150/100, gross 90/100, 210/10"),
        formula(f"{p}-formula-negative-growth", K, v, "boundary", inputs(opening=300, new=10, contraction=50, churned=60), {
            head: {"value": only(v, "-33.333333333", "63.333333333", "63.333333333", "0.090909091")}}, "300 becomes 200; 190/300; 10/110"),
        formula(f"{p}-formula-half-even", K, v, "boundary", inputs(opening=4096, churned=4095, new=1), {
            head: {"value": only(v, "-99.951171875", "0.024414062", "0.024414062", "0.0002442")}},
            "−4094/4096 is exact; 100/4096 = 0.0244140625: half to even; 1/4095 = 0.000244200…"),
        formula(f"{p}-formula-fine", K, v, "boundary", inputs(
            opening="0.000000003", new="0.000000001", expansion="0.000000001", contraction="0.000000001", churned="0.000000001"), {
            head: {"value": only(v, "0", "66.666666667", "33.333333333", "1")}}, "units of 10⁻⁹: 0/3, 2/3, 1/3, 2/2"),
        formula(f"{p}-formula-numbers", K, v, "typical", {n: int(BRIDGE[n]) // 4 for n in names}, {
            head: {"value": only(v, "12", "99", "94", "3")}}, "amounts as numbers: a quarter of the bridge has the same rates"),
        formula(f"{p}-formula-negative", K, v, "bad_input", inputs(opening=100) | {"churned": "-4"},
                origin="losses are given as positive amounts", error={"code": "negative", "field": "churned"}),
        formula(f"{p}-formula-missing", K, v, "bad_input", {n: BRIDGE[n] for n in names if n != "churned"}, origin="an input is absent",
                error={"code": "missing_input", "field": "churned"}),
        formula(f"{p}-formula-unknown", K, v, "bad_input", {n: BRIDGE[n] for n in names} | {"closing": "1"},
                origin="the closing balance follows from the others", error={"code": "unknown_input", "field": "closing"}),
        measure(f"{p}-records-typical", K, v, "typical", {"subscription": MOVES}, money(
            v, revenue(v, only(v, "14.705882353", "96.078431373", "84.31372549", "1.9375"), **MOVED), left_out={}) +
            ([row("accounts", "9", unit="count")] if v == "growth" else []),
            MOVES_WORKED + WORKED[v] + ("; accounts with an opening or a closing balance: a b c e g h i k l" if v == "growth" else ""),
            window=FEBRUARY),
        measure(f"{p}-records-months", K, v, "typical", {"subscription": MOVES}, window=QUARTER, bucket="month"),
        measure(f"{p}-records-regions", K, v, "typical", {"subscription": [
            subscription("a", OLD, "100", region="north"), subscription("a", f(3), "20", region="north"),
            subscription("b", OLD, "50", f(9), region="north"), subscription("c", OLD, "40", region="south"),
            subscription("e", OLD, "40", f(8), region="south"), subscription("e", f(8), "30", region="south"), subscription("g", f(9), "5")]}, [
            headline(v, only(v, "-20", "80", "66.666666667", "0.4"), group={"region": "north"}),
            headline(v, only(v, "-12.5", "87.5", "87.5", "0"), group={"region": "south"}),
            headline(v, None, group={"region": None}), headline(v, only(v, "-15.217391304", "82.608695652", "73.913043478", "0.416666667"),
                                                                group={"region": ALL})],
            "north 150 → 120 (+ 20, − 50), south 80 → 70 (− 10), unknown 0 → 5 (new), all 230 → 195", window=FEBRUARY, by=["region"],
            row_count=4 * (len(FIGURES[v]) + (v == "growth"))),
        measure(f"{p}-records-peer", K, v, "typical", {"subscription": PAYING}, window=QUARTER, bucket="month", by=["region"]),
        measure(f"{p}-records-empty", K, v, "empty", {"subscription": []}, [
            headline(v, None, left_out={}), *(row(n, "0") for n in FIGURES[v][1:])], "nothing", window=FEBRUARY),
        measure(f"{p}-records-zero-opening", K, v, "empty", {"subscription": [subscription("a", f(3), "40"), subscription("b", f(1), "60")]}, [
            headline(v, None), *([row("closing", "100"), row("new", "100"), row("opening", "0")] if v == "growth" else [])],
            "nothing at the opening, nothing lost", window=FEBRUARY),
        measure(f"{p}-records-null", K, v, "null", {"subscription": [
            subscription("a", OLD, "100", None, plan=None), subscription("b", OLD, "100", f(9), customer_since=None)]}, [
            headline(v, only(v, "-50", "50", "50", "0"))], "a null end still runs, a null plan does not matter: 200 → 100", window=FEBRUARY),
        measure(f"{p}-b5-boundary", K, v, "ruling", {"subscription": [
            subscription("a", OLD, "100", f(1)), subscription("a", f(1), "150"), subscription("b", f(1), "30"),
            subscription("c", OLD, "70", m(1)), subscription("c", m(1), "10"), subscription("e", OLD, "20", f(1))]}, money(
            v, revenue(v, only(v, "31.578947368", "115.789473684", "89.473684211", "4"), 190, 30, 50, 0, 20, 0, 250, 80, 20, 220, 170)),
            "opening a100 c70 e20, closing a150 b30 c70: a renews at from (+ 50), e ends there, b starts there, c's change at to is March's; "
            "60/190, 220/190, 170/190, 80/20", ruling="B5", window=FEBRUARY),
        measure(f"{p}-b5-bridge", K, v, "ruling", {"subscription": [
            subscription("a", OLD, "100", f(1)), subscription("a", f(1), "150", m(1)), subscription("a", m(1), "90"),
            subscription("b", m(1), "60")]}, [
            headline(v, only(v, "0", "100", "100", None), "no_opening", bucket="2026-01"),
            headline(v, only(v, "50", "150", "100", None), bucket="2026-02"), headline(v, only(v, "0", "60", "60", "1"), bucket="2026-03"),
            headline(v, only(v, "50", "90", "90", "6")),
            *([row("opening", "100", "2026-01"), row("closing", "100", "2026-01"), row("opening", "100", "2026-02"),
               row("closing", "150", "2026-02"), row("opening", "150", "2026-03"), row("closing", "150", "2026-03"),
               row("expansion", "50", "2026-02"), row("contraction", "60", "2026-03"), row("new", "60", "2026-03"),
               row("opening", "100"), row("closing", "150"), row("new", "60"), row("contraction", "10"), row("expansion", "0")]
              if v == "growth" else [])],
            "each month's closing is the next one's opening; + 50 then − 60 is − 10 over the quarter", ruling="B5",
            window=QUARTER, bucket="month"),
        measure(f"{p}-b5-march", K, v, "ruling", {"subscription": [
            *(subscription(f"s{i}", OLD, "50") for i in range(1, 12)), subscription("s12", OLD, "50", APRIL),
            subscription("s13", OLD, "25", m(1)), subscription("n1", m(1), "30"), subscription("n2", m(31, "23:59:59"), "30")]}, [
            headline(v, only(v, "5.6", "96", "96", "2.4")), *([row("opening", "625"), row("closing", "660")] if v == "growth" else [])],
            "published: ruling B5, March 2019: 625 to 660, 5.60 % (made-up subscriptions with its 13 and 14 customers)", ruling="B5",
            window=MARCH),
        measure(f"{p}-b37-netted", K, v, "ruling", {"subscription": [
            subscription("a", OLD, "100"), subscription("a", f(5), "30", f(20)), subscription("a", f(20), "10")]}, [
            headline(v, only(v, "10", "110", "100", None))],
            "+ 30 then − 20 on 100: an expansion of 10, nothing contracted", ruling="B37", window=FEBRUARY),
        measure(f"{p}-b37-netted-apart", K, v, "ruling", {"subscription": [
            subscription("a", OLD, "100"), subscription("a", d(5), "30", f(20)), subscription("a", f(20), "10")]}, [
            headline(v, only(v, "30", "130", "100", None), bucket="2026-01"),
            headline(v, only(v, "-15.384615385", "84.615384615", "84.615384615", "0"), bucket="2026-02"),
            headline(v, only(v, "10", "110", "100", None))],
            "+ 30 in January and − 20 in February are two movements, over both months one of + 10: 30/100, 110/130, 10/100", ruling="B37",
            window={"from": "2026-01-01", "to": "2026-03-01"}, bucket="month"),
        measure(f"{p}-b37-reactivation", K, v, "ruling", {"subscription": [
            subscription("a", OLD, "100"), subscription("z", OLD, "40", d(20)), subscription("z", f(9), "50"), subscription("n", f(9), "20")]}, [
            headline(v, only(v, "70", "100", "100", None)),
            *([row("reactivation", "50"), row("new", "20"), row("expansion", "0")] if v == "growth" else [])],
            "z had revenue before and had none at the opening: reactivation; n never had: new; neither is retained", ruling="B37", window=FEBRUARY),
        measure(f"{p}-b37-customer-since", K, v, "ruling", {"subscription": [
            subscription("z", f(9), "50", customer_since="2019-05-01T00:00:00Z"), subscription("n", f(9), "20", customer_since=f(9)),
            subscription("a", OLD, "100", f(9), customer_since=OLD)]}, [
            headline(v, only(v, "-30", "0", "0", "0.7")), *([row("reactivation", "50"), row("new", "20")] if v == "growth" else [])],
            "the data do not reach back to 2019, the record does: 100 → 70", ruling="B37", window=FEBRUARY),
        measure(f"{p}-records-came-went-came", K, v, "boundary", {"subscription": [
            subscription("a", OLD, "100"), subscription("n", f(3), "40", f(10)), subscription("n", f(20), "30")]}, [
            headline(v, only(v, "30", "100", "100", None)), *([row("new", "30"), row("reactivation", "0")] if v == "growth" else [])],
            "its first revenue is in the window: new, whatever happened between", window=FEBRUARY),
        measure(f"{p}-records-left-and-back", K, v, "boundary", {"subscription": [
            subscription("a", OLD, "100", f(5)), subscription("a", f(25), "90")]}, [
            headline(v, only(v, "-10", "90", "90", "0")), *([row("churned", "0"), row("contraction", "10")] if v == "growth" else [])],
            "there at both ends: a contraction of 10, not churn and reactivation", window=FEBRUARY),
        measure(f"{p}-records-plan-switch", K, v, "boundary", {"subscription": [
            subscription("a", OLD, "100", f(9), plan="basic"), subscription("a", f(9), "120", plan="pro")]}, [
            headline(v, only(v, "20", "120", "100", None), group={"plan": ALL})],
            "over all plans the switch is an expansion of 20", window=FEBRUARY, by=["plan"]),
        measure(f"{p}-records-several", K, v, "boundary", {"subscription": [
            subscription("a", OLD, "10"), subscription("a", OLD, "20", f(9)), subscription("a", f(2), "5"), subscription("a", f(9), "15"),
            subscription("b", OLD, "70", f(9)), subscription("b", f(9), "70")]}, [
            headline(v, only(v, "0", "100", "100", None)), *([row("expansion", "0"), row("contraction", "0")] if v == "growth" else [])],
            "a 30 → 30 over four subscriptions, b 70 → 70: nothing moved", window=FEBRUARY),
        measure(f"{p}-records-free", K, v, "boundary", {"subscription": [
            subscription("a", OLD, "100"), subscription("l", OLD, "0"), subscription("l", f(9), "20"), subscription("o", OLD, "0")]}, [
            headline(v, only(v, "20", "100", "100", None)),
            *([row("new", "20"), row("reactivation", "0"), row("accounts", "2")] if v == "growth" else [])],
            "a free plan is no revenue, so l never had any; o has none at all", window=FEBRUARY),
        measure(f"{p}-records-all-lost", K, v, "boundary", {"subscription": [
            subscription("a", OLD, "100", f(9)), subscription("b", OLD, "50", "2026-02-28T23:59:59.999999Z")]}, [
            headline(v, only(v, "-100", "0", "0", "0"))], "150 → 0", window=FEBRUARY),
        measure(f"{p}-records-mixed", K, v, "bad_input", {"subscription": [
            subscription("a", OLD, "100"), subscription("b", OLD, "100", currency="USD")]}, origin="euros and dollars do not add",
            window=FEBRUARY, error={"code": "mixed_currencies"}),
        measure(f"{p}-records-mixed-groups", K, v, "boundary", {"subscription": [
            subscription("a", OLD, "100", region="eu"), subscription("a", f(3), "50", region="eu"), subscription("e", OLD, "50", f(5), region="eu"),
            subscription("b", OLD, "200", f(9), currency="USD", region="us"), subscription("b", f(9), "150", currency="USD", region="us")]}, [
            headline(v, only(v, "0", "100", "66.666666667", "1"), group={"region": "eu"}),
            headline(v, only(v, "-25", "75", "75", "0"), group={"region": "us"}),
            row(head, None, undefined="mixed_currencies", group={"region": ALL}),
            *([row("closing", "150", unit="EUR", group={"region": "eu"}), row("closing", "150", unit="USD", group={"region": "us"})]
              if v == "growth" else [])],
            "each region has one currency; their total has none", window=FEBRUARY, by=["region"]),
        measure(f"{p}-records-rates", K, v, "typical", {"subscription": [
            subscription("a", OLD, "100"), subscription("a", f(9), "100", currency="USD"), subscription("b", OLD, "50", f(5), currency="USD")]},
            money(v, revenue(v, only(v, "31.506849315", "131.506849315", "68.493150685", "2"), 146, 0, 92, 0, 46, 0, 192, 92, 46, 192, 100)),
            "100 + 46 → 100 + 92: + 92, − 46; 46/146, 192/146, 100/146, 92/46", window=FEBRUARY,
            parameters={"currency": "EUR", "rates": {"USD": "0.92"}}),
        measure(f"{p}-records-rates-netted", K, v, "boundary", {"subscription": [
            subscription("a", OLD, "92", f(9)), subscription("a", f(9), "100", currency="USD"), subscription("b", OLD, "8", f(9), currency="EUR")]}, [
            headline(v, only(v, "-8", "92", "92", "0"))], "92 euros become 100 dollars at 0.92: nothing moved but b: 100 → 92", window=FEBRUARY,
            parameters={"currency": "EUR", "rates": {"USD": "0.92"}}),
        measure(f"{p}-records-no-rate", K, v, "bad_input", {"subscription": [
            subscription("a", OLD, "100"), subscription("b", OLD, "100", currency="GBP")]}, origin="no rate for pounds", window=FEBRUARY,
            parameters={"currency": "EUR", "rates": {"USD": "0.92"}}, error={"code": "mixed_currencies", "field": "currency"}),
        measure(f"{p}-records-other-currency", K, v, "boundary", {"subscription": [
            subscription("a", OLD, "100"), subscription("b", f(3), "10"), subscription("c", OLD, "9", d(5), currency="USD")]}, [
            headline(v, only(v, "10", "100", "100", None))], "dollars that ended before the window are not in it", window=FEBRUARY),
        measure(f"{p}-records-as-of", K, v, "boundary", {"subscription": [
            subscription("a", OLD, "100", f(20)), subscription("b", OLD, "50", f(10)), subscription("n", f(12), "30"),
            subscription("o", f(16), "70")]}, [
            headline(v, only(v, "-13.333333333", "66.666666667", "66.666666667", "0.6")),
            *([row("opening", "150"), row("closing", "130")] if v == "growth" else [])],
            "on 15 February a runs on and o has not begun: 150 → 130", window=FEBRUARY, as_of=f(15)),
        measure(f"{p}-records-filter", K, v, "boundary", {"subscription": [
            subscription("a", OLD, "100", plan="pro"), subscription("z", OLD, "40", d(20), plan="basic"), subscription("z", f(9), "50", plan="pro"),
            subscription("b", OLD, "70", f(9), plan="basic")]}, [
            headline(v, only(v, "50", "100", "100", None)), *([row("reactivation", "50"), row("new", "0")] if v == "growth" else [])],
            "whether z had revenue before is read from all its subscriptions; b is not asked for: 100 → 150", window=FEBRUARY,
            filters=[{"record": "subscription", "field": "plan", "any_of": ["pro"]}]),
        measure(f"{p}-b45-accounts", K, v, "ruling", {
            "subscription": [subscription("nobody", OLD, "100"), subscription("x", OLD, "50", f(9))], "account": [account("a", OLD)]}, [
            headline(v, only(v, "-33.333333333", "66.666666667", "66.666666667", "0"))],
            "it reads no accounts, so it does not check the link: 150 → 100", ruling="B45", window=FEBRUARY),
        measure(f"{p}-records-no-window", K, v, "bad_input", {"subscription": MOVES}, origin="a balance needs its two instants",
                error={"code": "window_required"}),
        measure(f"{p}-records-negative", K, v, "bad_input", {"subscription": [subscription("a", OLD, "10"), subscription("b", OLD, "-10")]},
                origin="recurring revenue is not negative", window=FEBRUARY,
                error={"code": "negative", "record": "subscription", "index": 1, "field": "mrr"}),
        measure(f"{p}-records-ends-before-start", K, v, "bad_input", {"subscription": [subscription("a", f(5), "10", f(4))]},
                origin="an end before its start", window=FEBRUARY,
                error={"code": "wrong_order", "record": "subscription", "index": 0, "field": "ended_at"}),
        measure(f"{p}-records-missing-mrr", K, v, "bad_input", {"subscription": [subscription("a", OLD, "10"), subscription("b", OLD, None)]},
                origin="mrr is required", window=FEBRUARY,
                error={"code": "missing_field", "record": "subscription", "index": 1, "field": "mrr"}),
        measure(f"{p}-records-unknown-currency", K, v, "bad_input", {"subscription": [subscription("a", OLD, "10", currency="euro")]},
                origin="not three capital letters", window=FEBRUARY,
                error={"code": "unknown_currency", "record": "subscription", "index": 0, "field": "currency"}),
        measure(f"{p}-records-too-fine", K, v, "bad_input", {"subscription": [subscription("a", OLD, "10.0000000001")]},
                origin="ten decimal places", window=FEBRUARY,
                error={"code": "too_fine", "record": "subscription", "index": 0, "field": "mrr"}),
        measure(f"{p}-records-skip", K, v, "bad_input", {"subscription": [
            subscription("a", OLD, "100"), subscription("b", OLD, "-10"), subscription("c", OLD, "50", f(9)), subscription("e", f(5), "10", f(4))]}, [
            headline(v, only(v, "-33.333333333", "66.666666667", "66.666666667", "0"))], "two are skipped and counted: 150 → 100",
            window=FEBRUARY, bad_records="skip", inputs={"subscription": {"skipped": {"negative": 1, "wrong_order": 1}}}),
        measure(f"{p}-records-missing", K, v, "bad_input", {"account": []}, origin="no subscriptions are given", window=FEBRUARY,
                error={"code": "missing_records", "record": "subscription"}),
        measure(f"{p}-records-bad-rates", K, v, "bad_input", {"subscription": []}, origin="a rate is a number", window=FEBRUARY,
                parameters={"currency": "EUR", "rates": {"USD": "much"}}, error={"code": "bad_parameter", "field": "rates"}),
        measure(f"{p}-records-bad-currency", K, v, "bad_input", {"subscription": []}, origin="a currency is a word", window=FEBRUARY,
                parameters={"currency": 5}, error={"code": "bad_parameter", "field": "currency"}),
        measure(f"{p}-records-currency-in-words", K, v, "bad_input", {"subscription": []}, origin="not three capital letters",
                window=FEBRUARY, parameters={"currency": "euro"}, error={"code": "unknown_currency", "field": "currency"}),
        measure(f"{p}-records-rates-of-what", K, v, "bad_input", {"subscription": []}, origin="rates into no currency", window=FEBRUARY,
                parameters={"rates": {"USD": "0.92"}}, error={"code": "bad_parameter", "field": "currency"}),
        measure(f"{p}-records-unknown-parameter", K, v, "bad_input", {"subscription": []}, origin="no parameter of this name", window=FEBRUARY,
                parameters={"within": 60}, error={"code": "unknown_parameter", "field": "within"}),
    ]
    if "opening" in names:
        MRR_GROWTH_RATE.append(formula(f"{p}-formula-lost-too-much", K, v, "bad_input", inputs(opening=100, contraction=60, churned=50),
                                       origin="what is lost was there at the opening", error={"code": "bad_input"}))

# survey_response_rate -----------------------------------------------------------------------------------------------

K, v, p = "survey_response_rate", "standard", "survey-response"


def invitation(id, delivered, submitted=None, score=4, kind="csat", **more):
    return survey(id, None if submitted is None else score, kind=kind, at=submitted, delivered_at=delivered, **more)


INVITATIONS = [
    invitation("1", d(5), d(6)),                                     # answered
    invitation("2", d(5), d(12)),                                    # on the seventh day exactly: answered
    invitation("3", d(5), "2026-01-12T00:00:00.000001Z"),            # 1 µs after it: not
    invitation("4", d(5)),                                           # never
    invitation("5", d(5), d(5), kind="nps"),                         # in the same instant
    invitation("6", None, sent_at=d(5)),                             # undelivered
    invitation("7", None, d(7)),                                     # answered, though no delivery is known
    invitation("8", d(30), d(31)),                                   # seven days are not over on 1 February
]
SURVEY_RESPONSE_RATE = [
    zero_filled(K, v, p, ["survey"], "rate", ("answered", "delivered")),
    *parts(K, v, p, "answered", "delivered"),
    measure(f"{p}-records-typical", K, v, "typical", {"survey": INVITATIONS}, [
        row("rate", "60", unit="percent", sample=5, left_out={"undelivered": 2, "window_open": 1}), row("answered", "3", unit="count"),
        row("delivered", "5")], "1 2 5 of 1 to 5; 8 waits until 6 February, though answered", window=JANUARY),
    measure(f"{p}-records-no-window", K, v, "typical", {"survey": INVITATIONS}, [
        row("rate", "66.666666667", sample=6, left_out={"undelivered": 2})], "as of April 8 is over: 4/6", as_of=APRIL),
    measure(f"{p}-records-months", K, v, "typical", {"survey": [
        invitation("1", d(28), f(2)), invitation("2", d(28)), invitation("3", f(10), f(11)), invitation("4", m(28), m(29)),
        invitation("5", None)]}, [
        row("rate", "50", "2026-01", sample=2, left_out={}), row("rate", "100", "2026-02", sample=1),
        row("rate", None, "2026-03", sample=0, left_out={"window_open": 1}), row("rate", "66.666666667", sample=3,
                                                                                 left_out={"undelivered": 1, "window_open": 1})],
        "by the month of delivery, whenever the answer came; undelivered is in no month", window=QUARTER, bucket="month"),
    measure(f"{p}-records-channels", K, v, "typical", {"survey": [
        invitation("1", d(5), d(6), channel="email"), invitation("2", d(5), channel="email"), invitation("3", d(5), d(6), channel="sms"),
        invitation("4", d(5)), invitation("5", None, channel="fax")]}, [
        row("rate", "50", group={"channel": "email"}, sample=2), row("rate", "100", group={"channel": "sms"}, sample=1),
        row("rate", "0", group={"channel": None}, sample=1), row("rate", None, group={"channel": "fax"}, sample=0, left_out={"undelivered": 1}),
        row("rate", "50", group={"channel": ALL}, sample=4)], "1/2, 1/1, 0/1, in all 2/4", window=JANUARY, by=["channel"], row_count=15),
    measure(f"{p}-records-peer", K, v, "typical", {"survey": [
        invitation(i, at if rng.random() < 0.9 else None, rng.choice((None, at, at[:8] + "28T23:59:59Z")), kind=rng.choice(("csat", "nps")),
                   scale=(0, 10), channel=rng.choice(("email", "sms", None))) for i in range(120) if (at := some_day())]},
        window=QUARTER, bucket="month", by=["channel"], as_of=APRIL),
    measure(f"{p}-records-empty", K, v, "empty", {"survey": []}, [
        row("rate", None, sample=0, left_out={}), row("answered", "0"), row("delivered", "0")], "nothing"),
    measure(f"{p}-records-undelivered", K, v, "empty", {"survey": [invitation("1", None), invitation("2", None)]}, [
        row("rate", None, sample=0, left_out={"undelivered": 2}), row("delivered", "0")], "nothing waits, so as_of is not needed"),
    measure(f"{p}-records-null", K, v, "null", {"survey": [
        invitation("1", d(5), None, channel=None), invitation("2", None, None), invitation("3", d(5), d(6), score=None)]}, [
        row("rate", "50", sample=2, left_out={"undelivered": 1})], "an answer without a score (words only) is an answer: 1/2", as_of=APRIL),
    measure(f"{p}-records-boundary", K, v, "boundary", {"survey": [
        invitation("1", "2025-12-31T23:59:59.999999Z", d(2)), invitation("2", d(1), d(2)), invitation("3", "2026-01-31T23:59:59.999999Z"),
        invitation("4", f(1), f(2))]}, [row("rate", "50", sample=2, left_out={})], "[from, to) of the delivery: 2 and 3", window=JANUARY,
        as_of=APRIL),
    measure(f"{p}-records-window-open", K, v, "boundary", {"survey": [
        invitation("1", d(25)), invitation("2", "2026-01-25T00:00:00.000001Z", d(26)), invitation("3", d(31))]}, [
        row("rate", "0", sample=1, left_out={"window_open": 2})],
        "as_of is the window's end: seven days after 25 January exactly; 1 µs later is open, though answered", window=JANUARY),
    measure(f"{p}-records-as-of", K, v, "boundary", {"survey": [
        invitation("1", d(5), d(6)), invitation("2", d(5), d(11)), invitation("3", d(12), d(13)), invitation("4", d(25), d(26))]}, [
        row("rate", "100", sample=2, left_out={"window_open": 1})], "on 15 January: 1 and 2 are over, 3 waits, 4 was not sent yet", as_of=d(15)),
    measure(f"{p}-records-within", K, v, "boundary", {"survey": [invitation("1", d(5), d(6)), invitation("2", d(5), d(6, "00:00:01"))]}, [
        row("rate", "50", sample=2)], "within a day: 24 h is, a second more is not", parameters={"within": 86400}, as_of=f(1)),
    measure(f"{p}-records-kind", K, v, "typical", {"survey": [
        invitation("1", d(5), d(6)), invitation("2", d(5), d(6), kind="nps"), invitation("3", None, kind="nps"), invitation("4", d(5))]}, [
        row("rate", "50", sample=2, left_out={"other_kind": 2})], "csat only: 1/2; of another kind comes before undelivered",
        parameters={"kind": "csat"}, as_of=APRIL),
    measure(f"{p}-b31-all-kinds", K, v, "ruling", {"survey": [
        invitation("1", d(5), d(6)), invitation("2", d(5), kind="nps", scale=(0, 10)), invitation("3", d(5), d(6), kind="relational")]}, [
        row("rate", "66.666666667", sample=3, left_out={})], "all kinds unless one is named; scales do not matter for being answered",
        ruling="B31", as_of=APRIL),
    measure(f"{p}-b31-answered-again", K, v, "ruling", {"survey": [
        invitation("1", d(5), d(6), score=2), invitation("2", d(5)), invitation("1", d(5), d(7), score=5), invitation("3", d(5)),
        invitation("3", d(5), d(9))]}, [row("rate", "66.666666667", sample=3, left_out={"replaced": 2}), row("delivered", "3")],
        "1 was answered twice, 3 is an invitation and its answer: 2 of 3 invitations", ruling="B31", as_of=APRIL),
    measure(f"{p}-records-answered-again-later", K, v, "boundary", {"survey": [
        invitation("1", d(5), d(6), score=2), invitation("1", d(5), d(25), score=5)]}, [
        row("rate", "100", sample=1, left_out={"replaced": 1}), row("delivered", "1")],
        "on 15 January the second answer is not known: one invitation, answered on the 6th", as_of=d(15)),
    measure(f"{p}-records-as-of-required", K, v, "bad_input", {"survey": [invitation("1", d(5), d(6))]},
            origin="an invitation waits, and neither as_of nor a window", error={"code": "as_of_required"}),
    measure(f"{p}-records-out-of-scale", K, v, "bad_input", {"survey": [invitation("1", d(5), d(6), score=6)]}, origin="6 of 5", as_of=APRIL,
            error={"code": "out_of_scale", "record": "survey", "index": 0, "field": "score"}),
    measure(f"{p}-records-missing-kind", K, v, "bad_input", {"survey": [invitation("1", d(5)), invitation("2", d(5), kind=None)]}, as_of=APRIL,
            origin="kind is required", error={"code": "missing_field", "record": "survey", "index": 1, "field": "kind"}),
    measure(f"{p}-records-missing", K, v, "bad_input", {"ticket": []}, origin="no surveys are given",
            error={"code": "missing_records", "record": "survey"}),
    measure(f"{p}-records-kind-number", K, v, "bad_input", {"survey": []}, origin="a kind is a word", parameters={"kind": 5},
            error={"code": "bad_parameter", "field": "kind"}),
    *wrong_seconds(K, v, p, {"survey": []}, "within"),
]

# agent_rating -------------------------------------------------------------------------------------------------------

K, v, p = "agent_rating", "standard", "agent-rating"


def rating(id, score, agent=None, kind="agent", **more):
    return survey(id, score, kind=kind, **({"agent": agent} if agent else {}), **more)


def by_agent(figure, value, agent, **keys):
    return row(figure, value, group={"agent": agent}, **keys)


RATED = [
    rating("1", 5, "ana"), rating("2", 4, "ana"), rating("3", 3, "ana"), rating("4", 2, "ben"), rating("5", 5, "ben", kind="csat"),
    rating("6", None, "ben"), rating("7", 1),
]
RATED_ROWS = [
    by_agent("mean", "4", "ana", sample=3, left_out={}), by_agent("answers", "3", "ana"),
    by_agent("mean", "2", "ben", sample=1, lower=None, upper=None, left_out={"other_kind": 1, "unanswered": 1}),
    by_agent("mean", None, None, sample=0, left_out={"no_agent": 1}), by_agent("answers", "0", None),
    by_agent("mean", "3.5", ALL, sample=4, left_out={"no_agent": 1, "other_kind": 1, "unanswered": 1}), by_agent("answers", "4", ALL),
]
FROM_TICKETS = {
    "survey": [
        rating("1", 5, "ana", ticket="t1"),                      # named: ana, though ben resolved it
        rating("2", 4, ticket="t1"),                             # the ticket's resolver: ben
        rating("3", 3, ticket="t2", contact="c1"),               # nobody resolved the ticket: the contact's agent, eva
        rating("4", 2, contact="c1"),                            # eva
        rating("5", 1, ticket="t3"),                             # no such ticket
        rating("6", 1, contact="c2"),                            # a contact without an agent
        rating("7", 1, ticket="t1", contact="c1")],              # the ticket before the contact: ben
    "ticket": [ticket("t1", d(5), resolver="ben", assignee="zoe", resolved_at=d(6)), ticket("t2", d(5), assignee="zoe")],
    "contact": [call("c1", d(5), d(5), agent="eva"), call("c2", d(5), d(5))],
}

AGENT_RATING = [
    zero_filled(K, v, p, ["survey"], "mean", ("answers",)),
    formula(f"{p}-formula-typical", K, v, "typical", {"scale_min": 1, "scale_max": 5, "scores": [5, 4, 3, 5]}, {
        "mean": {"value": "4.25", "unit": "score", "sample": 4, "numerator": "17", "denominator": "4"},
        "answers": {"value": "4", "unit": "count"}}, "17/4"),
    formula(f"{p}-formula-peer", K, v, "typical", {"scale_min": 0, "scale_max": 10, "scores": [6, 7, 5, 4, 6, 7, 5, 6, 4, 5]}),
    formula(f"{p}-formula-level", K, v, "typical", {"scale_min": 0, "scale_max": 10, "scores": [6, 7, 5, 4, 6, 7, 5, 6, 4, 5]}, level=0.8),
    formula(f"{p}-formula-decimals", K, v, "typical", {"scale_min": 1, "scale_max": 5, "scores": ["3.5", "2.125", "4"]}, {
        "mean": {"value": "3.208333333"}}, "9.625/3"),
    formula(f"{p}-formula-empty", K, v, "empty", {"scale_min": 1, "scale_max": 5, "scores": []}, {
        "mean": undef(), "answers": {"value": "0"}}, "a mean over nothing is undefined"),
    formula(f"{p}-formula-b55-one", K, v, "ruling", {"scale_min": 1, "scale_max": 5, "scores": [3]}, {
        "mean": {"value": "3", "lower": None, "upper": None, "sample": 1}}, "one answer has a mean and no interval", ruling="B55"),
    formula(f"{p}-formula-equal", K, v, "boundary", {"scale_min": 1, "scale_max": 5, "scores": [4, 4, 4]}, {
        "mean": {"value": "4", "lower": 4.0, "upper": 4.0}}, "no spread, an interval without width"),
    formula(f"{p}-formula-scale", K, v, "bad_input", {"scale_min": 5, "scale_max": 1, "scores": [3]}, origin="the scale is the wrong way round",
            error={"code": "bad_scale"}),
    formula(f"{p}-formula-out-of-scale", K, v, "bad_input", {"scale_min": 1, "scale_max": 5, "scores": [3, 6]}, origin="6 of 5",
            error={"code": "out_of_scale", "field": "scores"}),
    formula(f"{p}-formula-missing", K, v, "bad_input", {"scale_min": 1, "scale_max": 5}, origin="an input is absent",
            error={"code": "missing_input", "field": "scores"}),
    measure(f"{p}-records-typical", K, v, "typical", {"survey": RATED}, RATED_ROWS,
            "ana 12/3, ben 2/1, in all 14/4; an answer that names nobody is left out", by=["agent"], row_count=8),
    measure(f"{p}-records-own-dimension", K, v, "typical", {"survey": RATED}, RATED_ROWS,
            "asked without groups, it is grouped by agent", row_count=8),
    measure(f"{p}-records-ungrouped", K, v, "typical", {"survey": RATED}, [
        row("mean", "3.5", unit="score", sample=4, numerator="14", denominator="4",
            left_out={"no_agent": 1, "other_kind": 1, "unanswered": 1}), row("answers", "4", unit="count")],
        "asked for no groups, it has none", by=[], row_count=2),
    measure(f"{p}-records-channels", K, v, "typical", {"survey": [
        rating("1", 5, "ana", channel="chat"), rating("2", 2, "ben", channel="chat"), rating("3", 4, "ana", channel="email")]}, [
        row("mean", "3.5", group={"channel": "chat"}, sample=2), row("mean", "4", group={"channel": "email"}, sample=1),
        row("mean", "3.666666667", group={"channel": ALL}, sample=3)], "other groups take the place of its own: 7/2, 4/1, 11/3",
        by=["channel"], row_count=6),
    measure(f"{p}-records-peer", K, v, "typical", {"survey": [
        rating(i, rng.randint(3, 8), rng.choice(("ana", "ben", "eva", None)), at=some_day(), scale=(0, 10)) for i in range(80)]},
        window=QUARTER, bucket="month", by=["agent"]),
    measure(f"{p}-records-months", K, v, "typical", {"survey": [
        rating("1", 5, "ana", at=d(5)), rating("2", 2, "ana", at=f(5)), rating("3", 3, "ben", at=f(6))]}, [
        row("mean", "5", "2026-01", {"agent": "ana"}, sample=1), row("mean", "2", "2026-02", {"agent": "ana"}, sample=1),
        row("mean", None, "2026-01", {"agent": "ben"}, sample=0), row("mean", "3", "2026-02", {"agent": "ben"}, sample=1),
        row("mean", "2.5", "2026-02", {"agent": ALL}, sample=2), row("answers", "0", "2026-03", {"agent": "ana"}),
        row("mean", "3.5", None, {"agent": "ana"}, sample=2), row("mean", "3.333333333", None, {"agent": ALL}, sample=3)],
        "5; (2 + 3)/2; 7/2; 10/3", window=QUARTER, bucket="month", by=["agent"], row_count=24),
    measure(f"{p}-b47-filled", K, v, "ruling", FROM_TICKETS, [
        by_agent("mean", "5", "ana", sample=1), by_agent("mean", "2.5", "ben", sample=2), by_agent("mean", "2.5", "eva", sample=2),
        by_agent("mean", None, None, sample=0, left_out={"no_agent": 2}), by_agent("mean", "3", ALL, sample=5, left_out={"no_agent": 2})],
        "who is named; else who resolved the ticket; else who took the contact; an assignee is not asked: 5, (4 + 1)/2, (3 + 2)/2, 15/5",
        ruling="B47", by=["agent"], row_count=10),
    measure(f"{p}-records-not-filled", K, v, "boundary", {"survey": FROM_TICKETS["survey"]}, [
        by_agent("mean", "5", "ana", sample=1), by_agent("mean", "5", ALL, sample=1, left_out={"no_agent": 6})],
        "without tickets and contacts only the one that names its agent", by=["agent"]),
    measure(f"{p}-records-filled-filter", K, v, "boundary", FROM_TICKETS, [row("mean", "2.5", sample=2, left_out={})],
            "the agent is filled in before the filter: ben's 4 and 1", by=[], filters=[{"record": "survey", "field": "agent", "any_of": ["ben"]}]),
    measure(f"{p}-records-empty", K, v, "empty", {"survey": []}, [
        by_agent("mean", None, ALL, sample=0, left_out={}), by_agent("answers", "0", ALL)], "nothing", by=["agent"], row_count=2),
    measure(f"{p}-records-null", K, v, "null", {"survey": [
        rating("1", None, "ana"), rating("2", 4) | {"agent": None}, rating("3", 2, "ana", channel=None)]}, [
        by_agent("mean", "2", "ana", sample=1, left_out={"unanswered": 1}), by_agent("mean", None, None, left_out={"no_agent": 1}),
        by_agent("mean", "2", ALL, sample=1, left_out={"no_agent": 1, "unanswered": 1})], "a null score, a null agent", by=["agent"]),
    measure(f"{p}-records-boundary", K, v, "boundary", {"survey": [
        rating("1", 1, "ana", at="2025-12-31T23:59:59.999999Z"), rating("2", 2, "ana", at=d(1)),
        rating("3", 4, "ana", at="2026-01-31T23:59:59.999999Z"), rating("4", 5, "ana", at=f(1))]}, [
        row("mean", "3", sample=2, left_out={})], "[from, to): 2 and 4", window=JANUARY, by=[]),
    measure(f"{p}-b31-replaced", K, v, "ruling", {"survey": [
        rating("1", 1, "ana", at=d(5)), rating("1", 5, "ana", at=d(6)), rating("2", 3, "ana", at=d(5))]}, [
        by_agent("mean", "4", "ana", sample=2, left_out={"replaced": 1})], "a corrected answer replaces the earlier: (5 + 3)/2", ruling="B31",
        by=["agent"]),
    measure(f"{p}-b31-mixed-scales", K, v, "ruling", {"survey": [rating("1", 5, "ana"), rating("2", 9, "ana", scale=(1, 10))]},
            origin="one measure, one scale", ruling="B31", by=["agent"], error={"code": "mixed_scales"}),
    measure(f"{p}-records-scale-of-each", K, v, "boundary", {"survey": [rating("1", 5, "ana"), rating("2", 9, "ben", scale=(1, 10))]}, [
        by_agent("mean", "5", "ana", sample=1), by_agent("mean", "9", "ben", sample=1), by_agent("mean", None, ALL, undefined="mixed_scales")],
        "each agent has one scale; their total has none", by=["agent"]),
    measure(f"{p}-records-kind", K, v, "typical", {"survey": RATED}, [
        by_agent("mean", "5", "ben", sample=1, left_out={"other_kind": 2}), by_agent("mean", "5", ALL, sample=1, left_out={"other_kind": 6})],
        "csat of agents: one answer", by=["agent"], parameters={"kind": "csat"}),
    measure(f"{p}-records-reasons-in-order", K, v, "boundary", {"survey": [
        rating("1", None), rating("2", 3, kind="csat"), rating("3", 3), rating("3", 4)]}, [
        row("mean", None, sample=0, left_out={"no_agent": 1, "other_kind": 1, "replaced": 1, "unanswered": 1})],
        "of another kind, replaced and unanswered come before no agent", by=[]),
    measure(f"{p}-records-as-of", K, v, "boundary", {"survey": [
        rating("1", 1, "ana", at=d(5)), rating("1", 5, "ana", at=d(25)), rating("2", 3, "ana", at=d(26)), rating("3", 3, "ben", at=d(15))]}, [
        by_agent("mean", "1", "ana", sample=1), by_agent("mean", "3", "ben", sample=1), by_agent("mean", "2", ALL, sample=2)],
        "on 15 January the correction and 2 are not known, 3 is", by=["agent"], as_of=d(15)),
    measure(f"{p}-records-out-of-scale", K, v, "bad_input", {"survey": [rating("1", 5, "ana"), rating("2", 6, "ana")]}, origin="6 of 5",
            error={"code": "out_of_scale", "record": "survey", "index": 1, "field": "score"}),
    measure(f"{p}-records-skip", K, v, "bad_input", {"survey": [rating("1", 5, "ana"), rating("2", 6, "ana"), rating("3", 4, "ben")]}, [
        row("mean", "4.5", sample=2)], "6 of 5 is skipped and counted", by=[], bad_records="skip",
        inputs={"survey": {"skipped": {"out_of_scale": 1}}}),
    measure(f"{p}-records-unknown-parameter", K, v, "bad_input", {"survey": []}, origin="no parameter of this name",
            parameters={"within": 60}, error={"code": "unknown_parameter", "field": "within"}),
    measure(f"{p}-records-kind-number", K, v, "bad_input", {"survey": []}, origin="a kind is a word", parameters={"kind": 5},
            error={"code": "bad_parameter", "field": "kind"}),
    measure(f"{p}-records-missing", K, v, "bad_input", {"ticket": []}, origin="no surveys are given",
            error={"code": "missing_records", "record": "survey"}),
]

FILES = {
    "churn_rate": ("Churn rate: conformance cases", CHURN_RATE),
    "repeat_purchase_rate": ("Repeat purchase rate: conformance cases", REPEAT_PURCHASE_RATE),
    "mrr_growth_rate": ("Growth of recurring revenue: conformance cases", MRR_GROWTH_RATE),
    "survey_response_rate": ("Survey response rate: conformance cases", SURVEY_RESPONSE_RATE),
    "agent_rating": ("Agent rating: conformance cases", AGENT_RATING),
}
