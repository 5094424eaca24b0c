"""The cases of what customers are worth, what they cost, and how shared costs are divided, for `value.py`."""

import random

from cases import ALL, FEBRUARY, JANUARY, OLD, QUARTER, account, call, cost, d, f, formula, measure, row, survey, ticket, undef
from cases_quality import APRIL, m, unknown_parameter

rng = random.Random(39)
EUROS = {"currency": "EUR", "rates": {"USD": "0.92"}}


def some_day(first=1, last=3):
    return d(rng.randint(1, 28), f"{rng.randint(0, 23):02}:{rng.randint(0, 59):02}", month=rng.randint(first, last))


def bought(id, at, amount="20", account="a", kind="purchase", currency="EUR", **more):
    return {"id": str(id), "account": account, "at": at, "kind": kind, "amount": amount, "currency": currency, **more}


def money_mistakes(K, v, p, euros, **request):
    """Records with 1 EUR of each; then what goes wrong with currencies."""
    return [
        measure(f"{p}-records-no-rate", K, v, "bad_input", euros("GBP"), origin="no rate for pounds", parameters=EUROS,
                error={"code": "mixed_currencies"}, **request),
        measure(f"{p}-records-mixed", K, v, "bad_input", euros("USD"), origin="euros and dollars do not add", error={"code": "mixed_currencies"}, **request),
        measure(f"{p}-records-unknown-currency", K, v, "bad_input", euros("euro"), origin="not three capital letters", error={"code": "unknown_currency"}, **request),
        measure(f"{p}-records-bad-rates", K, v, "bad_input", euros("EUR"), origin="rates without a currency", parameters={"rates": {"USD": "0.92"}},
                error={"code": "bad_parameter", "field": "currency"}, **request),
        unknown_parameter(K, v, p, euros("EUR"), **request),
    ]


# cost_per_conversion ------------------------------------------------------------------------------------------------

K, v, p = "cost_per_conversion", "standard", "cost_per_conversion"
SALES = [bought(1, d(5)), bought(2, d(6), None), bought(3, d(7), kind="upsell"), bought(4, d(8), canceled_at=d(9)), bought(5, d(8), order="o5"),
         bought(6, f(3), kind="refund", order="o5"), bought(7, d(9), account=None), bought(8, d(9), kind="setup")]
COST_PER_CONVERSION = [
    formula(f"{p}-formula-typical", K, v, "typical", {"cost": "1000", "conversions": 80}, {
        "mean": {"value": "12.5"}, "cost": {"value": "1000"}, "conversions": {"value": "80", "unit": "count"}}, "1000/80"),
    formula(f"{p}-formula-thirds", K, v, "typical", {"cost": "100", "conversions": 3}, {"mean": {"value": "33.333333333"}}, "100/3"),
    formula(f"{p}-formula-empty", K, v, "empty", {"cost": "100", "conversions": 0}, {"mean": undef("no_conversions"), "cost": {"value": "100"}}, "nothing to divide by"),
    formula(f"{p}-formula-zero", K, v, "boundary", {"cost": "0", "conversions": 3}, {"mean": {"value": "0"}}, "a cost of 0 is a cost"),
    formula(f"{p}-formula-half-even", K, v, "boundary", {"cost": "1", "conversions": 1024}, {"mean": {"value": "0.000976562"}}, "1/1024 = 0.0009765625: half to even"),
    formula(f"{p}-formula-negative", K, v, "bad_input", {"cost": "1", "conversions": -1}, origin="a count is not negative", error={"code": "negative", "field": "conversions"}),
    formula(f"{p}-formula-missing", K, v, "bad_input", {"cost": "1"}, origin="an input is absent", error={"code": "missing_input", "field": "conversions"}),
    measure(f"{p}-records-typical", K, v, "typical", {"ledger_entry": [cost("30", d(5)), cost("9", d(5), kind="revenue"), cost("8", d(5), kind="penalty", currency="USD")], "conversion": SALES}, [
        row("mean", "10", unit="EUR", left_out={"other_conversion": 3, "other_entry": 2, "refunded": 2}), row("cost", "30", unit="EUR"), row("conversions", "3", unit="count")],
        "purchases 1, 2 (its amount is not read) and 7 (of nobody known): 30/3"),
    measure(f"{p}-records-kinds", K, v, "typical", {"ledger_entry": [cost("30", d(5))], "conversion": SALES}, [
        row("mean", "15", left_out={"other_conversion": 6}), row("conversions", "2")], "upsell and setup: 30/2", parameters={"kinds": ["upsell", "setup"]}),
    measure(f"{p}-records-months", K, v, "typical", {"ledger_entry": [cost("90", span=(d(1), d(1, month=4)))], "conversion": [bought(1, d(5)), bought(2, d(6)), bought(3, f(6))]}, [
        row("cost", "31", "2026-01"), row("mean", "15.5", "2026-01"), row("mean", "28", "2026-02"), row("mean", None, "2026-03", undefined="no_conversions"),
        row("cost", "31", "2026-03"), row("mean", "30")], "1 a day: 31/2, 28/1, nothing sold; 90/3, never the mean of rates", ruling="B41", window=QUARTER, bucket="month"),
    measure(f"{p}-records-channels", K, v, "typical", {"ledger_entry": [cost("10", d(5), channel="shop"), cost("6", d(5), channel="web")], "conversion": [
        bought(1, d(5), channel="shop"), bought(2, d(5), channel="shop"), bought(3, d(5), channel="app")]}, [
        row("mean", "5", group={"channel": "shop"}), row("mean", None, group={"channel": "web"}, undefined="no_conversions"),
        row("mean", None, group={"channel": "app"}, undefined="no_costs"), row("mean", "5.333333333", group={"channel": ALL})], "10/2, 6/0, 0/1, 16/3", by=["channel"], row_count=12),
    measure(f"{p}-records-peer", K, v, "typical", {
        "ledger_entry": [cost(f"{rng.randint(1, 900)}.{rng.randint(0, 99):02}", some_day(), kind=rng.choice(("cost", "cost", "revenue"))) for _ in range(30)]
        + [cost("1000", span=(d(10), m(20, "12:30")))],
        "conversion": [bought(i, some_day(), kind=rng.choice(("purchase", "purchase", "renewal")), order=f"o{i}") for i in range(60)]
        + [bought(i, APRIL, kind="refund", order=f"o{i - 60}") for i in range(60, 66)]}, window=QUARTER, bucket="month"),
    measure(f"{p}-records-empty", K, v, "empty", {"ledger_entry": [], "conversion": []}, [
        {"figure": "mean", "bucket": None, "value": None}, row("cost", "0"), row("conversions", "0")], "nothing"),
    measure(f"{p}-records-no-costs", K, v, "empty", {"ledger_entry": [], "conversion": [bought(1, d(5))]}, [
        row("mean", None, undefined="no_costs"), row("conversions", "1")], "no costs is not costs of 0"),
    measure(f"{p}-records-null", K, v, "null", {"ledger_entry": [cost("10", d(5), category=None)], "conversion": [bought(1, d(5), None, None, currency=None)]}, [
        row("mean", "10"), row("conversions", "1")], "neither the amount nor the account of a purchase is read"),
    measure(f"{p}-records-boundary", K, v, "boundary", {
        "ledger_entry": [cost("1", "2025-12-31T23:59:59.999999Z"), cost("10", d(1)), cost("100", "2026-01-31T23:59:59.999999Z"), cost("1000", f(1))],
        "conversion": [bought(1, "2025-12-31T23:59:59.999999Z"), bought(2, d(1)), bought(3, "2026-01-31T23:59:59.999999Z"), bought(4, f(1))]}, [
        row("mean", "55"), row("cost", "110"), row("conversions", "2")], "[from, to) on both sides: 110/2", window=JANUARY),
    measure(f"{p}-records-as-of", K, v, "boundary", {"ledger_entry": [cost("10", d(5)), cost("10", d(20))], "conversion": [
        bought(1, d(5), canceled_at=d(20)), bought(2, d(6), order="o2"), bought(3, d(20), kind="refund", order="o2"), bought(4, d(20))]}, [row("mean", "5"), row("conversions", "2")],
        "on the 15th both purchases stand and one cost is known", as_of=d(15)),
    measure(f"{p}-records-rates", K, v, "typical", {"ledger_entry": [cost("10", d(5)), cost("10", d(5), currency="USD")], "conversion": [bought(1, d(5)), bought(2, d(5))]}, [
        row("mean", "9.6", unit="EUR"), row("cost", "19.2", unit="EUR")], "10 + 10 × 0.92 = 19.2, /2", parameters=EUROS),
    *money_mistakes(K, v, p, lambda currency: {"ledger_entry": [cost("1", d(5)), cost("1", d(5), currency=currency)], "conversion": [bought(1, d(5))]}),
    measure(f"{p}-records-bad-kinds", K, v, "bad_input", {"ledger_entry": [], "conversion": []}, origin="no kind at all", parameters={"kinds": []},
            error={"code": "bad_parameter", "field": "kinds"}),
    measure(f"{p}-records-duplicate", K, v, "bad_input", {"ledger_entry": [], "conversion": [bought(1, d(5)), bought(1, d(6))]}, origin="the same sale twice",
            error={"code": "duplicate_id", "record": "conversion", "index": 1, "field": "id"}),
]

# support_cost_ratio -------------------------------------------------------------------------------------------------

K, v, p = "support_cost_ratio", "standard", "support_cost_ratio"


def revenue(amount, at=None, span=None, **more):
    return cost(amount, at, span, kind="revenue", **more)


SOLD = [bought(1, d(5), "100"), bought(2, d(6), "60", order="o2"), bought(3, d(7), "20", kind="refund", order="o2"), bought(4, d(7), "99", canceled_at=d(8)),
        bought(5, d(7), "7", kind="upsell"), bought(6, d(7), None), bought(7, d(8), "-10", kind="refund"), bought(8, d(9), "30", account=None)]
SUPPORT_COST_RATIO = [
    formula(f"{p}-formula-typical", K, v, "typical", {"cost": "2500", "revenue": "50000"}, {
        "ratio": {"value": "5", "unit": "percent"}, "cost": {"value": "2500"}, "revenue": {"value": "50000"}}, "2500/50000"),
    formula(f"{p}-formula-thirds", K, v, "typical", {"cost": "1", "revenue": "3"}, {"ratio": {"value": "33.333333333"}}, "100/3"),
    formula(f"{p}-formula-above", K, v, "boundary", {"cost": "3", "revenue": "2"}, {"ratio": {"value": "150"}}, "a ratio has no bound"),
    formula(f"{p}-formula-zero", K, v, "boundary", {"cost": "0", "revenue": "2"}, {"ratio": {"value": "0"}}, "a cost of 0 is a cost"),
    formula(f"{p}-formula-fine", K, v, "boundary", {"cost": "0.000000001", "revenue": "0.8"}, {"ratio": {"value": "0.000000125"}}, "100 × 10⁻⁹ ÷ 0.8"),
    formula(f"{p}-formula-empty", K, v, "empty", {"cost": "10", "revenue": "0"}, {"ratio": undef("no_revenue")}, "no revenue"),
    formula(f"{p}-formula-negative", K, v, "bad_input", {"cost": "-1", "revenue": "2"}, origin="a cost is not negative", error={"code": "negative", "field": "cost"}),
    formula(f"{p}-formula-missing", K, v, "bad_input", {"cost": "1"}, origin="an input is absent", error={"code": "missing_input", "field": "revenue"}),
    measure(f"{p}-b41-entries", K, v, "ruling", {"ledger_entry": [cost("30", d(5)), revenue("200", d(6)), revenue("100", d(7)), cost("9", d(5), kind="acquisition_cost"),
                                                                  cost("9", d(5), kind="penalty")], "conversion": SOLD}, [
        row("ratio", "10", unit="percent"), row("cost", "30", unit="EUR"), row("revenue", "300", unit="EUR")], "revenue is the entries of that kind: 30/300", ruling="B41", window=JANUARY),
    measure(f"{p}-records-entries-only", K, v, "typical", {"ledger_entry": [cost("30", d(5)), revenue("200", d(6)), cost("9", d(5), kind="acquisition_cost"), cost("9", d(5), kind="penalty")]}, [
        row("ratio", "15", left_out={"other_entry": 2}), row("revenue", "200")], "purchases need not be given: 30/200", window=JANUARY),
    measure(f"{p}-b41-purchases", K, v, "ruling", {"ledger_entry": [cost("32", d(5)), cost("9", d(5), kind="penalty")], "conversion": SOLD}, [
        row("ratio", "20", left_out={"no_value": 1, "other_conversion": 1, "other_entry": 1, "refunded": 1}), row("revenue", "160", unit="EUR")],
        "no entries: purchases net of refunds: 100 + 60 + 30 − 20 − 10 = 160; 32/160", ruling="B41", window=JANUARY),
    measure(f"{p}-b41-asked-entries", K, v, "ruling", {"ledger_entry": [cost("32", d(5))], "conversion": SOLD}, [
        row("ratio", None, undefined="no_revenue"), row("revenue", "0")], "entries are asked for, and there are none", ruling="B41", window=JANUARY, parameters={"revenue": "entries"}),
    measure(f"{p}-b41-asked-purchases", K, v, "ruling", {"ledger_entry": [cost("32", d(5)), revenue("200", d(6))], "conversion": SOLD}, [
        row("ratio", "20"), row("revenue", "160")], "purchases are asked for, though there are entries", ruling="B41", window=JANUARY, parameters={"revenue": "purchases"}),
    measure(f"{p}-b41-period", K, v, "ruling", {"ledger_entry": [cost("3100", span=(d(1), f(1))), revenue("31000", span=(d(1), f(1)))]}, [
        row("ratio", "10", "2026-01-01"), row("cost", "100", "2026-01-02"), row("revenue", "1000", "2026-01-03"), row("ratio", "10"), row("cost", "300")],
        "both spread over the month and clipped to three days", ruling="B41", window={"from": "2026-01-01", "to": "2026-01-04"}, bucket="day"),
    measure(f"{p}-records-one-source", K, v, "boundary", {"ledger_entry": [cost("10", d(5)), cost("10", f(5)), revenue("200", d(6))], "conversion": [bought(1, f(6), "100")]}, [
        row("ratio", "5", "2026-01"), row("ratio", None, "2026-02", undefined="no_revenue"), row("ratio", "10")],
        "there are entries in the window, so February's purchases are not put in their place", window={"from": "2026-01-01", "to": "2026-03-01"}, bucket="month"),
    measure(f"{p}-records-months", K, v, "typical", {"ledger_entry": [cost("10", d(5)), cost("20", f(5))], "conversion": [
        bought(1, d(6), "100", order="o1"), bought(2, f(6), "50", kind="refund", order="o1"), bought(3, f(7), "90")]}, [
        row("ratio", "10", "2026-01"), row("ratio", "50", "2026-02"), row("ratio", None, "2026-03", undefined="no_costs"), row("cost", "0", "2026-03"), row("ratio", "21.428571429")],
        "a refund takes its amount away where it happens: 10/100, 20/40, nothing, 30/140", window=QUARTER, bucket="month"),
    measure(f"{p}-records-negative-revenue", K, v, "boundary", {"ledger_entry": [cost("10", d(5))], "conversion": [bought(1, d(6), "100"), bought(2, d(7), "100", kind="refund")]}, [
        row("ratio", None, undefined="no_revenue"), row("revenue", "0")], "all was given back", window=JANUARY),
    measure(f"{p}-records-canceled-refund", K, v, "boundary", {"ledger_entry": [cost("10", d(5))], "conversion": [bought(1, d(6), "100"), bought(2, d(7), "60", kind="refund", canceled_at=d(8))]}, [
        row("ratio", "10", left_out={"refunded": 1}), row("revenue", "100")], "a refund that was canceled took nothing away", window=JANUARY),
    measure(f"{p}-records-types", K, v, "typical", {"ledger_entry": [cost("10", d(5), type="bug"), revenue("40", d(5), type="bug"), cost("5", d(5), type="billing"), revenue("10", d(5), type="billing")]}, [
        row("ratio", "25", group={"type": "bug"}), row("ratio", "50", group={"type": "billing"}), row("ratio", "30", group={"type": ALL})], "10/40, 5/10, 15/50", by=["type"], row_count=9),
    measure(f"{p}-records-peer", K, v, "typical", {
        "ledger_entry": [cost(f"{rng.randint(1, 99)}.{rng.randint(0, 99):02}", some_day()) for _ in range(30)] + [cost("1000", span=(d(10), m(20, "12:30")))],
        "conversion": [bought(i, some_day(), f"{rng.randint(50, 900)}.5", kind=rng.choice(("purchase", "purchase", "refund", "purchase", "renewal"))) for i in range(90)]},
        window=QUARTER, bucket="month"),
    measure(f"{p}-records-peer-entries", K, v, "typical", {
        "ledger_entry": [cost(f"{rng.randint(1, 99)}.{rng.randint(0, 99):02}", some_day(), kind=rng.choice(("cost", "revenue", "penalty")), department=rng.choice(("a", "b", None))) for _ in range(80)]},
        window=QUARTER, bucket="month", by=["department"]),
    measure(f"{p}-records-empty", K, v, "empty", {"ledger_entry": [], "conversion": []}, [
        {"figure": "ratio", "bucket": None, "value": None}, row("cost", "0"), row("revenue", "0")], "nothing"),
    measure(f"{p}-records-no-costs", K, v, "empty", {"ledger_entry": [revenue("10", d(5))]}, [row("ratio", None, undefined="no_costs"), row("revenue", "10")], "no costs is not costs of 0"),
    measure(f"{p}-records-null", K, v, "null", {"ledger_entry": [cost("10", d(5), category=None)], "conversion": [bought(1, d(5), None), bought(2, d(5), "20", currency=None), bought(3, d(5), "50", None)]}, [
        row("ratio", "20", left_out={"no_value": 2})], "without an amount or its currency a purchase has no value; of nobody known it has: 10/50"),
    measure(f"{p}-records-boundary", K, v, "boundary", {"ledger_entry": [
        cost("1", "2025-12-31T23:59:59.999999Z"), cost("10", d(1)), cost("100", f(1)), revenue("7", "2025-12-31T23:59:59.999999Z"), revenue("40", "2026-01-31T23:59:59.999999Z"), revenue("7", f(1))]}, [
        row("ratio", "25")], "[from, to) on both sides: 10/40", window=JANUARY),
    measure(f"{p}-records-rates", K, v, "typical", {"ledger_entry": [cost("9.2", d(5)), revenue("100", d(5), currency="USD")]}, [row("ratio", "10"), row("revenue", "92", unit="EUR")],
            "9.2/92", parameters=EUROS),
    *money_mistakes(K, v, p, lambda currency: {"ledger_entry": [cost("1", d(5)), revenue("1", d(5), currency=currency)], "conversion": []}),
    measure(f"{p}-records-bad-revenue", K, v, "bad_input", {"ledger_entry": []}, origin="a word that it does not know", parameters={"revenue": "mrr"},
            error={"code": "bad_parameter", "field": "revenue"}),
]

# customer_acquisition_cost ------------------------------------------------------------------------------------------

K, v, p = "customer_acquisition_cost", "standard", "acquisition-standard"


def won(amount, at=None, span=None, **more):
    return cost(amount, at, span, kind="acquisition_cost", **more)


CUSTOMERS = [account("a", OLD), account("b", OLD), account("c", OLD, f(9)), account("e", f(5)), account("g", f(6), f(7)), account("h", f(1)), account("i", m(1)), account("j", OLD, m(1))]
CUSTOMER_ACQUISITION_COST = [
    formula(f"{p}-formula-typical", K, v, "typical", {"cost": "1000", "customers": 8}, {
        "mean": {"value": "125"}, "cost": {"value": "1000"}, "customers": {"value": "8", "unit": "count"}}, "1000/8"),
    formula(f"{p}-formula-thirds", K, v, "typical", {"cost": "100", "customers": 3}, {"mean": {"value": "33.333333333"}}, "100/3"),
    formula(f"{p}-formula-empty", K, v, "empty", {"cost": "100", "customers": 0}, {"mean": undef("no_new_customers")}, "nobody came"),
    formula(f"{p}-formula-zero", K, v, "boundary", {"cost": "0", "customers": 3}, {"mean": {"value": "0"}}, "a cost of 0 is a cost"),
    formula(f"{p}-formula-half-even", K, v, "boundary", {"cost": "1", "customers": 1024}, {"mean": {"value": "0.000976562"}}, "1/1024: half to even"),
    formula(f"{p}-formula-negative", K, v, "bad_input", {"cost": "1", "customers": -1}, origin="a count is not negative", error={"code": "negative", "field": "customers"}),
    formula(f"{p}-formula-missing", K, v, "bad_input", {"customers": 1}, origin="an input is absent", error={"code": "missing_input", "field": "cost"}),
    measure(f"{p}-records-typical", K, v, "typical", {"ledger_entry": [won("60", f(5)), cost("9", f(5)), revenue("9", f(5)), won("99", d(5))], "account": CUSTOMERS}, [
        row("mean", "20", unit="EUR", left_out={"other_entry": 2}), row("cost", "60", unit="EUR"), row("customers", "3", unit="count")],
        "e, g and h came in February, also the one who left again: 60/3", window=FEBRUARY),
    measure(f"{p}-records-months", K, v, "typical", {"ledger_entry": [won("90", span=(d(1), d(1, month=4)))], "account": CUSTOMERS}, [
        row("mean", None, "2026-01", undefined="no_new_customers"), row("cost", "31", "2026-01"), row("mean", "9.333333333", "2026-02"), row("mean", "31", "2026-03"), row("mean", "22.5")],
        "nobody, 28/3, 31/1; in all 90/4", ruling="B41", window=QUARTER, bucket="month"),
    measure(f"{p}-records-regions", K, v, "typical", {"ledger_entry": [won("10", d(5), region="north"), won("6", d(5), region="south")], "account": [
        account("a", d(5), region="north"), account("b", d(6), region="north"), account("c", d(6), region="east")]}, [
        row("mean", "5", group={"region": "north"}), row("mean", None, group={"region": "south"}, undefined="no_new_customers"), row("mean", None, group={"region": "east"}, undefined="no_costs"),
        row("mean", "5.333333333", group={"region": ALL})], "10/2, 6/0, 0/1, 16/3", window=JANUARY, by=["region"], row_count=12),
    measure(f"{p}-records-peer", K, v, "typical", {
        "ledger_entry": [cost(f"{rng.randint(1, 900)}.{rng.randint(0, 99):02}", some_day(), kind=rng.choice(("acquisition_cost", "acquisition_cost", "cost"))) for _ in range(30)],
        "account": [account(f"c{i}", some_day(), None) for i in range(40)]}, window=QUARTER, bucket="month"),
    measure(f"{p}-records-empty", K, v, "empty", {"ledger_entry": [], "account": []}, [
        {"figure": "mean", "bucket": None, "value": None}, row("cost", "0"), row("customers", "0")], "nothing", window=JANUARY),
    measure(f"{p}-records-no-costs", K, v, "empty", {"ledger_entry": [cost("9", d(5))], "account": [account("a", d(5))]}, [
        row("mean", None, undefined="no_costs", left_out={"other_entry": 1}), row("customers", "1")], "support costs are not costs of acquisition", window=JANUARY),
    measure(f"{p}-records-null", K, v, "null", {"ledger_entry": [won("9", d(5), category=None)], "account": [account("a", d(5), None, kind=None)]}, [row("mean", "9")],
            "null segments, a null end", window=JANUARY),
    measure(f"{p}-records-boundary", K, v, "boundary", {
        "ledger_entry": [won("1", "2025-12-31T23:59:59.999999Z"), won("10", d(1)), won("100", f(1))],
        "account": [account("a", "2025-12-31T23:59:59.999999Z"), account("b", d(1)), account("c", "2026-01-31T23:59:59.999999Z"), account("e", f(1))]}, [row("mean", "5"), row("customers", "2")],
        "[from, to) on both sides", window=JANUARY),
    measure(f"{p}-records-as-of", K, v, "boundary", {"ledger_entry": [won("10", d(5)), won("10", d(20))], "account": [account("a", d(5)), account("b", d(20))]}, [row("mean", "10")],
            "on the 15th one has come", window=JANUARY, as_of=d(15)),
    measure(f"{p}-records-rates", K, v, "typical", {"ledger_entry": [won("10", d(5)), won("10", d(5), currency="USD")], "account": [account("a", d(5))]}, [row("mean", "19.2", unit="EUR")],
            "10 + 9.2", parameters=EUROS, window=JANUARY),
    *money_mistakes(K, v, p, lambda currency: {"ledger_entry": [won("1", d(5)), won("1", d(5), currency=currency)], "account": []}, window=JANUARY),
]
v, p = "to_retention_cost", "acquisition-to_retention_cost"


def four(acquisition, new, support, retained):
    return {"acquisition": acquisition, "new": new, "support": support, "retained": retained}


CUSTOMER_ACQUISITION_COST += [
    formula(f"{p}-formula-typical", K, v, "typical", four("700", 10, "1000", 100), {
        "ratio": {"value": "7", "unit": "ratio"}, "acquisition": {"value": "70"}, "retention": {"value": "10"}}, "70 for a new customer, 10 to keep one"),
    formula(f"{p}-formula-thirds", K, v, "boundary", four("1", 3, "1", 7), {"ratio": {"value": "2.333333333"}, "acquisition": {"value": "0.333333333"}, "retention": {"value": "0.142857143"}},
            "(1/3)/(1/7) = 7/3, one division, not 0.333333333/0.142857143"),
    formula(f"{p}-formula-empty", K, v, "empty", four("0", 0, "0", 0), {"ratio": {"value": None}}, "nobody"),
    formula(f"{p}-formula-no-new", K, v, "empty", four("70", 0, "10", 5), {"ratio": undef("no_new_customers"), "retention": {"value": "2"}}, "nobody came"),
    formula(f"{p}-formula-no-retained", K, v, "empty", four("70", 7, "10", 0), {"ratio": undef("no_retained_customers"), "acquisition": {"value": "10"}}, "nobody stayed"),
    formula(f"{p}-formula-free", K, v, "boundary", four("70", 7, "0", 5), {"ratio": undef("no_costs"), "acquisition": {"value": "10"}, "retention": {"value": "0"}}, "keeping them cost nothing"),
    formula(f"{p}-formula-no-acquisition", K, v, "boundary", four("0", 7, "10", 5), {"ratio": {"value": "0"}}, "they came for nothing"),
    formula(f"{p}-formula-negative", K, v, "bad_input", four("70", -1, "10", 5), origin="a count is not negative", error={"code": "negative", "field": "new"}),
    formula(f"{p}-formula-missing", K, v, "bad_input", {"acquisition": "1", "new": 2, "support": "1"}, origin="an input is absent", error={"code": "missing_input", "field": "retained"}),
    measure(f"{p}-records-typical", K, v, "typical", {"ledger_entry": [won("60", f(5)), cost("9", f(5)), cost("3", f(6)), revenue("9", f(5)), won("99", d(5)), cost("50", d(5))], "account": CUSTOMERS}, [
        row("ratio", "5", unit="ratio", left_out={"other_entry": 1}), row("acquisition", "20", unit="EUR"), row("retention", "4", unit="EUR")],
        "e g h came: 60/3; of a b c j, there at the start, a b j stayed: 12/3; 20/4", window=FEBRUARY),
    measure(f"{p}-b5-boundary", K, v, "ruling", {"ledger_entry": [won("10", f(5)), cost("10", f(5))], "account": [
        account("a", OLD, f(1)), account("b", f(1)), account("c", OLD, m(1)), account("e", OLD)]}, [row("ratio", "2"), row("acquisition", "10"), row("retention", "5")],
        "b comes at from; c ends at to and stayed: c and e", ruling="B5", window=FEBRUARY),
    measure(f"{p}-records-months", K, v, "typical", {"ledger_entry": [won("90", span=(d(1), d(1, month=4))), cost("180", span=(d(1), d(1, month=4)))], "account": CUSTOMERS}, [
        row("ratio", None, "2026-01", undefined="no_new_customers"), row("retention", "15.5", "2026-01"), row("ratio", "0.5", "2026-02"), row("acquisition", "9.333333333", "2026-02"),
        row("retention", "18.666666667", "2026-02"), row("ratio", "2", "2026-03"), row("ratio", "0.25")],
        "January: nobody new, a b c j stay; February 28/3 to 56/3; March 31/1 to 62/4 (a b e h); in all 90/4 to 180/2 (a b)", window=QUARTER, bucket="month"),
    measure(f"{p}-records-peer", K, v, "typical", {
        "ledger_entry": [cost(f"{rng.randint(1, 900)}.{rng.randint(0, 99):02}", some_day(), kind=rng.choice(("acquisition_cost", "cost"))) for _ in range(40)],
        "account": [account(f"c{i}", some_day() if i % 2 else OLD, some_day(4, 5) if i % 5 == 0 else some_day(3, 3) if i % 7 == 0 else None) for i in range(60)]}, window=QUARTER, bucket="month"),
    measure(f"{p}-records-peer-as-of", K, v, "boundary", {
        "ledger_entry": [cost(f"{rng.randint(1, 900)}.{rng.randint(0, 99):02}", some_day(), kind=rng.choice(("acquisition_cost", "cost"))) for _ in range(40)],
        "account": [account(f"c{i}", some_day() if i % 2 else OLD, some_day(2, 3) if i % 4 == 0 else None) for i in range(60)]}, window=QUARTER, bucket="month", as_of=f(15)),
    measure(f"{p}-records-empty", K, v, "empty", {"ledger_entry": [], "account": []}, [
        {"figure": name, "bucket": None, "value": None} for name in ("ratio", "acquisition", "retention")], "nothing", window=JANUARY),
    measure(f"{p}-records-no-support", K, v, "empty", {"ledger_entry": [won("10", f(5))], "account": CUSTOMERS}, [row("ratio", None, undefined="no_costs"), row("acquisition", "3.333333333")],
            "nothing says what keeping them cost", window=FEBRUARY),
    measure(f"{p}-records-null", K, v, "null", {"ledger_entry": [won("10", f(5), type=None), cost("10", f(5), type=None)], "account": [account("a", OLD, None), account("b", f(2), None)]}, [
        row("ratio", "1")], "a null end is still a customer", window=FEBRUARY),
    measure(f"{p}-records-rates", K, v, "typical", {"ledger_entry": [won("100", f(5), currency="USD"), cost("46", f(5))], "account": [account("a", OLD), account("b", f(2))]}, [
        row("ratio", "2"), row("acquisition", "92", unit="EUR")], "92/46", window=FEBRUARY, parameters=EUROS),
    measure(f"{p}-records-mixed", K, v, "bad_input", {"ledger_entry": [won("100", f(5), currency="USD"), cost("46", f(5))], "account": []}, window=FEBRUARY,
            origin="euros and dollars are not compared", error={"code": "mixed_currencies"}),
    measure(f"{p}-records-no-window", K, v, "bad_input", {"ledger_entry": [], "account": []}, origin="a balance needs its two instants", error={"code": "window_required"}),
]

# customer_lifetime_value --------------------------------------------------------------------------------------------

K, v, p = "customer_lifetime_value", "standard", "lifetime-standard"


def three(mean, frequency, churn):
    return {"mean_purchase": mean, "frequency": frequency, "churn": churn}


# A window of 1,461 days is four years of 365.25.
FOUR_YEARS = {"from": "2023-01-01", "to": "2027-01-01"}
# Four customers: three for the four years, one for two: 14 years; one end.
CLIENTS = [account("a", "2020-01-01T00:00:00Z"), account("b", "2020-01-01T00:00:00Z"), account("c", "2020-01-01T00:00:00Z"),
           account("e", "2020-01-01T00:00:00Z", "2024-12-31T12:00:00Z")]
CLV = [bought(1, "2024-05-01T00:00:00Z", "30"), bought(2, "2025-05-01T00:00:00Z", "10", "b"), bought(3, "2023-05-01T00:00:00Z", "20", "e"), bought(4, "2022-05-01T00:00:00Z", "999"),
       bought(5, "2024-05-01T00:00:00Z", "9", canceled_at="2024-06-01T00:00:00Z"), bought(6, "2024-05-01T00:00:00Z", "9", account=None), bought(7, "2024-05-01T00:00:00Z", None),
       bought(8, "2024-05-01T00:00:00Z", "9", kind="renewal"), bought(9, "2024-05-01T00:00:00Z", "20", "c"), bought(10, "2024-05-01T00:00:00Z", "9", order="o10"),
       bought(11, "2024-06-01T00:00:00Z", "9", kind="refund", order="o10"), bought(12, "2024-05-01T00:00:00Z", "20", "c"), bought(13, "2024-05-02T00:00:00Z", "20", "c"), bought(14, "2024-05-03T00:00:00Z", "20", "c")]
CUSTOMER_LIFETIME_VALUE = [
    formula(f"{p}-formula-b39", K, v, "ruling", three("20", "12", "25"), {
        "value": {"value": "480"}, "mean_purchase": {"value": "20"}, "frequency": {"value": "12"}, "churn": {"value": "25"}, "lifetime": {"value": "4"}},
        "0.5 × 20 × 12 × 4 years (1/churn); by the mean tenure so far, 2 years, it would be 240", ruling="B39", parameters={"margin": "0.5"}),
    formula(f"{p}-formula-no-margin", K, v, "typical", three("20", "12", "25"), {"value": {"value": "960"}}, "the margin is an argument; without one all counts", ruling="B39"),
    formula(f"{p}-formula-thirds", K, v, "boundary", three("10", "1", "30"), {"value": {"value": "33.333333333"}, "lifetime": {"value": "3.333333333"}}, "10 × 100/30"),
    formula(f"{p}-formula-no-churn", K, v, "empty", three("20", "12", "0"), {"value": undef("no_losses"), "lifetime": undef("no_losses"), "churn": {"value": "0"}},
            "undefined at zero churn", ruling="B39"),
    formula(f"{p}-formula-margin-zero", K, v, "boundary", three("20", "12", "25"), {"value": {"value": "0"}}, "a margin of 0", parameters={"margin": 0}),
    formula(f"{p}-formula-churn-above", K, v, "boundary", three("20", "12", "200"), {"value": {"value": "120"}, "lifetime": {"value": "0.5"}}, "who leaves within half a year"),
    formula(f"{p}-formula-bad-margin", K, v, "bad_input", three("20", "12", "25"), origin="more than all", parameters={"margin": "1.1"}, error={"code": "bad_parameter", "field": "margin"}),
    formula(f"{p}-formula-negative-margin", K, v, "bad_input", three("20", "12", "25"), origin="less than nothing", parameters={"margin": "-0.1"}, error={"code": "bad_parameter", "field": "margin"}),
    formula(f"{p}-formula-negative", K, v, "bad_input", three("20", "-12", "25"), origin="a frequency is not negative", error={"code": "negative", "field": "frequency"}),
    formula(f"{p}-formula-missing", K, v, "bad_input", {"mean_purchase": "20", "frequency": "12"}, origin="an input is absent", error={"code": "missing_input", "field": "churn"}),
    measure(f"{p}-records-typical", K, v, "typical", {"conversion": CLV, "account": CLIENTS}, [
        row("value", "140", unit="EUR", left_out={"no_account": 1, "no_value": 1, "other_conversion": 2, "refunded": 2}), row("mean_purchase", "20", unit="EUR"), row("frequency", "0.5", unit="ratio"),
        row("churn", "7.142857143", unit="percent"), row("lifetime", "14", unit="ratio")],
        "140 for 7 purchases in 14 customer-years, one customer lost: 20 × 0.5 × 14", window=FOUR_YEARS),
    measure(f"{p}-b39-records", K, v, "ruling", {"conversion": [bought(i, "2024-05-01T00:00:00Z", "20", "a") for i in range(192)],
                                                 "account": [account(x, "2020-01-01T00:00:00Z", end) for x, end in zip("abcd", (None, None, None, None))]
                                                 + [account(f"z{i}", "2026-12-31T23:59:59.999999Z", "2026-12-31T23:59:59.999999Z") for i in range(4)]}, [
        row("value", "480", unit="EUR"), row("mean_purchase", "20"), row("frequency", "12"), row("churn", "25"), row("lifetime", "4")],
        "192 purchases of 20 in 16 customer-years are 12 a year; 4 losses in them 25 % a year: 0.5 × 20 × 12 × 4", ruling="B39", window=FOUR_YEARS, parameters={"margin": "0.5"}),
    measure(f"{p}-records-no-losses", K, v, "empty", {"conversion": CLV, "account": CLIENTS[:3]}, [
        row("value", None, undefined="no_losses"), row("lifetime", None, undefined="no_losses"), row("churn", "0"), row("mean_purchase", "20"), row("frequency", "0.583333333")],
        "nobody left: 7 purchases in 12 years", ruling="B39", window=FOUR_YEARS),
    measure(f"{p}-records-no-purchases", K, v, "empty", {"conversion": [], "account": CLIENTS}, [
        row("value", None, undefined="no_records"), row("mean_purchase", None), row("frequency", "0"), row("lifetime", "14")], "nobody bought", window=FOUR_YEARS),
    measure(f"{p}-records-empty", K, v, "empty", {"conversion": [], "account": []}, [
        row("value", None), row("mean_purchase", None), row("frequency", None), row("churn", None), row("lifetime", None, undefined="no_losses")], "nothing", window=FOUR_YEARS),
    measure(f"{p}-records-null", K, v, "null", {"conversion": [bought(1, d(5), None), bought(2, d(5), "5", currency=None), bought(3, d(5), "5", None), bought(4, d(5), "20")],
                                                "account": [account("a", OLD, None), account("b", OLD, d(20))]}, [
        row("value", "20", left_out={"no_account": 1, "no_value": 2}), row("mean_purchase", "20")], "without an amount, a currency or an account", window=JANUARY),
    measure(f"{p}-records-years", K, v, "typical", {"conversion": CLV, "account": CLIENTS}, [
        row("mean_purchase", "20", "2023"), row("value", None, "2023", undefined="no_losses"), row("mean_purchase", "22", "2024"), row("value", "110", "2024"), row("churn", "0", "2025"),
        row("value", None, "2026"), row("value", "140")], "one bought in 2023; five in 2024, when e left: 110/1; nobody in 2026", window=FOUR_YEARS, bucket="year"),
    measure(f"{p}-records-regions", K, v, "typical", {
        "conversion": [bought(1, d(5), "20", "a", region="north"), bought(2, d(5), "10", "b", region="south"), bought(3, d(6), "5", "b", region="south")],
        "account": [account("a", OLD, d(31), region="north"), account("b", OLD, d(31), region="south"), account("c", OLD, d(31), region="south")]}, [
        row("value", "20", group={"region": "north"}), row("value", "7.5", group={"region": "south"}), row("value", "11.666666667", group={"region": ALL})],
        "20/1, 15/2, 35/3", window=JANUARY, by=["region"], row_count=15),
    measure(f"{p}-records-peer", K, v, "typical", {
        "conversion": [bought(i, some_day(), f"{rng.randint(1, 90)}.{rng.randint(0, 99):02}", f"c{rng.randint(0, 39)}", rng.choice(("purchase", "purchase", "renewal"))) for i in range(90)],
        "account": [account(f"c{i}", some_day(1, 2) if i % 3 else OLD, some_day(3, 4) if i % 4 == 0 else None) for i in range(40)]}, window=QUARTER, bucket="month", parameters={"margin": "0.35"}),
    measure(f"{p}-b5-boundary", K, v, "ruling", {"conversion": [bought(1, f(5), "30")], "account": [account("a", OLD), account("b", OLD, f(1)), account("c", OLD, m(1))]}, [
        row("value", "30"), row("lifetime", "0.153319644")], "b ends at from and is lost, c at to is not; b has no time in February: 56 days of 365.25", ruling="B5", window=FEBRUARY),
    measure(f"{p}-records-as-of", K, v, "boundary", {"conversion": [bought(1, d(5), "30"), bought(2, d(20), "30")], "account": [account("a", OLD), account("b", OLD, d(10)), account("c", OLD, d(20))]}, [
        row("value", "30"), row("lifetime", "0.101300479")], "on 15 January: 14 + 9 + 14 = 37 days of customers and one loss", window=JANUARY, as_of=d(15)),
    measure(f"{p}-records-rates", K, v, "typical", {"conversion": [bought(1, d(5), "10"), bought(2, d(5), "10", currency="USD")], "account": [account("a", OLD, d(20))]}, [
        row("value", "19.2", unit="EUR"), row("mean_purchase", "9.6", unit="EUR")], "10 and 9.2", window=JANUARY, parameters=EUROS),
    measure(f"{p}-records-as-of-exact", K, v, "boundary", {"conversion": [bought(1, d(15), "10")], "account": [
        account("a", OLD), account("b", OLD, d(15)), account("c", d(15)), account("e", OLD, d(10))]}, [
        row("value", "5"), row("churn", "1974.324324324"), row("lifetime", "0.05065024")],
        "what happened at as_of has happened: b left and c came; the customers' time is 14 + 14 + 9 = 37 days: 200 × 365.25/37", window=JANUARY, as_of=d(15)),
    measure(f"{p}-records-as-of-at-bucket", K, v, "boundary", {"conversion": [bought(1, d(5), "30"), bought(2, f(1), "40")], "account": [account("a", OLD), account("b", OLD, d(20))]}, [
        row("value", "30", "2026-01"), row("mean_purchase", "40", "2026-02"), row("frequency", None, "2026-02"), row("churn", None, "2026-02"), row("value", None, "2026-02", undefined="no_losses")],
        "on 1 February 00:00 what happened in that instant has happened, and no time of February has passed", window={"from": "2026-01-01", "to": "2026-03-01"}, bucket="month", as_of=f(1)),
    measure(f"{p}-records-peer-as-of", K, v, "boundary", {
        "conversion": [bought(i, some_day(), f"{rng.randint(1, 90)}.{rng.randint(0, 99):02}", f"c{rng.randint(0, 39)}") for i in range(90)],
        "account": [account(f"c{i}", some_day(1, 2) if i % 3 else OLD, some_day(2, 4) if i % 4 == 0 and i % 3 == 0 else None) for i in range(40)]}, window=QUARTER, bucket="month", as_of=f(15)),
    measure(f"{p}-records-no-window", K, v, "bad_input", {"conversion": CLV, "account": CLIENTS}, origin="customers' time needs a window", error={"code": "window_required"}),
    *money_mistakes(K, v, p, lambda currency: {"conversion": [bought(1, d(5)), bought(2, d(5), currency=currency)], "account": [account("a", OLD)]}, window=JANUARY),
]
v, p = "promoters_to_detractors", "lifetime-promoters_to_detractors"


def nps(id, score, account="a", at=d(5), **more):
    return survey(id, score, kind="nps", scale=(0, 10), at=at, account=account, **more)


def sums(a, n, b, m):
    return {"promoter_value": a, "promoters": n, "detractor_value": b, "detractors": m}


NPS = [nps("1", 10, "a"), nps("2", 9, "b"), nps("3", 0, "c"), nps("4", 6, "e"), nps("5", 7, "g"), nps("6", 0, "h"), nps("7", 9, "h", d(6)), nps("8", 10, None), nps("9", None, "a"),
       survey("10", 1, account="a")]
SPENT = [bought(1, d(5), "100"), bought(2, d(6), "50", "b"), bought(3, d(6), "30", "c"), bought(4, d(6), "10", "e"), bought(5, d(6), "999", "g"), bought(6, d(6), "150", "h"), bought(7, d(7), "999", None),
         bought(8, d(7), "999", kind="renewal"), bought(9, d(7), None), bought(10, d(7), "999", canceled_at=d(8)), bought(11, d(7), "999", "nobody")]
CUSTOMER_LIFETIME_VALUE += [
    formula(f"{p}-formula-typical", K, v, "typical", sums("7000", 10, "500", 5), {
        "ratio": {"value": "7", "unit": "ratio"}, "promoters": {"value": "700"}, "detractors": {"value": "100"}, "promoter_count": {"value": "10"}, "detractor_count": {"value": "5"}}, "700/100"),
    formula(f"{p}-formula-thirds", K, v, "boundary", sums("1", 3, "1", 7), {"ratio": {"value": "2.333333333"}}, "(1/3)/(1/7) = 7/3"),
    formula(f"{p}-formula-empty", K, v, "empty", sums("0", 0, "0", 0), {"ratio": undef(), "promoters": undef(), "detractors": undef()}, "nobody"),
    formula(f"{p}-formula-no-detractors", K, v, "empty", sums("10", 2, "0", 0), {"ratio": undef(), "promoters": {"value": "5"}}, "only promoters"),
    formula(f"{p}-formula-no-value", K, v, "boundary", sums("10", 2, "0", 3), {"ratio": undef("no_revenue"), "detractors": {"value": "0"}}, "detractors who bought nothing"),
    formula(f"{p}-formula-zero", K, v, "boundary", sums("0", 2, "9", 3), {"ratio": {"value": "0"}}, "promoters who bought nothing"),
    formula(f"{p}-formula-negative", K, v, "bad_input", sums("0", -2, "9", 3), origin="a count is not negative", error={"code": "negative", "field": "promoters"}),
    formula(f"{p}-formula-missing", K, v, "bad_input", {"promoters": 1, "promoter_value": "1", "detractors": 1}, origin="an input is absent", error={"code": "missing_input", "field": "detractor_value"}),
    measure(f"{p}-records-typical", K, v, "typical", {"survey": NPS, "conversion": SPENT}, [
        row("ratio", "5", unit="ratio"), row("promoters", "100", unit="EUR"), row("detractors", "20", unit="EUR"), row("promoter_count", "3", unit="count"), row("detractor_count", "2", unit="count")],
        "promoters a b h (by the latest answer): 300/3; detractors c e: 40/2", window=JANUARY),
    measure(f"{p}-records-answers-left-out", K, v, "typical", {"survey": NPS, "conversion": []}, [
        row("ratio", None, undefined="no_revenue", left_out={"no_account": 1, "other_kind": 1, "unanswered": 1}), row("promoters", "0"), row("promoter_count", "3")], "nobody bought"),
    measure(f"{p}-records-tie", K, v, "boundary", {"survey": [nps("1", 10, "a"), nps("2", 3, "a"), nps("3", 9, "b")], "conversion": [bought(1, d(5), "10"), bought(2, d(5), "40", "b")]}, [
        row("ratio", "4"), row("promoter_count", "1"), row("detractor_count", "1")], "of two answers in one instant the lowest counts"),
    measure(f"{p}-records-months", K, v, "typical", {
        "survey": [nps("1", 10, "a"), nps("2", 0, "b"), nps("3", 0, "a", f(5)), nps("4", 10, "b", f(5))], "conversion": [bought(1, d(5), "40"), bought(2, d(5), "10", "b"), bought(3, f(9), "6", "a"), bought(4, f(9), "12", "b")]}, [
        row("ratio", "4", "2026-01"), row("ratio", "2", "2026-02"), row("ratio", None, "2026-03"), row("ratio", "0.47826087")],
        "a and b change sides: 40/10, 12/6; in all by the latest answer 22/46", window=QUARTER, bucket="month"),
    measure(f"{p}-records-peer", K, v, "typical", {
        "survey": [nps(i, rng.randint(0, 10), f"c{rng.randint(0, 25)}", some_day()) for i in range(60)],
        "conversion": [bought(i, some_day(), f"{rng.randint(1, 90)}.{rng.randint(0, 99):02}", f"c{rng.randint(0, 30)}") for i in range(90)]}, window=QUARTER, bucket="month"),
    measure(f"{p}-records-empty", K, v, "empty", {"survey": [], "conversion": []}, [
        row("ratio", None), row("promoters", None), row("detractors", None), row("promoter_count", "0"), row("detractor_count", "0")], "nothing"),
    measure(f"{p}-records-null", K, v, "null", {"survey": [nps("1", None, "a"), nps("2", 9, None), nps("3", 9, "b"), nps("4", 1, "c")], "conversion": [bought(1, d(5), "3", None), bought(2, d(5), None, "b"), bought(3, d(5), "3", "c")]}, [
        row("ratio", "0"), row("promoter_count", "1")], "no score, no account, no amount"),
    measure(f"{p}-records-kind", K, v, "typical", {"survey": [nps("1", 0, "a"), {**nps("2", 10, "a"), "kind": "relational"}, {**nps("3", 0, "b"), "kind": "relational"}], "conversion": [bought(1, d(5), "30"), bought(2, d(5), "10", "b")]}, [
        row("ratio", "3")], "another kind of answer", parameters={"kind": "relational"}),
    measure(f"{p}-records-boundary", K, v, "boundary", {
        "survey": [nps("1", 9, "a", d(1)), nps("2", 6, "b", "2026-01-31T23:59:59.999999Z"), nps("3", 0, "a", f(1))], "conversion": [bought(1, d(1), "20"), bought(2, "2025-12-31T23:59:59.999999Z", "5", "b"), bought(3, d(31), "10", "b"), bought(4, f(1), "5", "b")]}, [
        row("ratio", "2")], "[from, to) of answers and purchases: 20/10; 9 is a promoter, 6 a detractor", window=JANUARY),
    measure(f"{p}-records-rates", K, v, "typical", {"survey": [nps("1", 9, "a"), nps("2", 6, "b")], "conversion": [bought(1, d(5), "10", currency="USD"), bought(2, d(5), "4.6", "b")]}, [
        row("ratio", "2"), row("promoters", "9.2", unit="EUR")], "9.2/4.6", parameters=EUROS),
    measure(f"{p}-records-mixed", K, v, "bad_input", {"survey": [nps("1", 9, "a"), nps("2", 6, "b")], "conversion": [bought(1, d(5), "10", currency="USD"), bought(2, d(5), "4.6", "b")]},
            origin="euros and dollars are not compared", error={"code": "mixed_currencies"}),
    measure(f"{p}-records-scale", K, v, "bad_input", {"survey": [{**survey("1", 5, kind="nps"), "account": "a"}], "conversion": []}, origin="the scale is 0 to 10", error={"code": "bad_scale"}),
]

# lost_customer_value ------------------------------------------------------------------------------------------------

K = "lost_customer_value"
LOST_CUSTOMER_VALUE = []
B39 = {"account": [account("a", OLD, d(10), value="100", currency="EUR"), account("b", OLD, value="100", currency="EUR"), account("c", OLD, value="1000", currency="EUR")]}
LEAVERS = {
    "account": [account("a", "2024-01-01T00:00:00Z", d(10)), account("b", "2024-01-01T00:00:00Z", d(20)), account("c", "2024-01-01T00:00:00Z"), account("e", "2024-01-01T00:00:00Z", f(2)), account("g", OLD, d(5))],
    "conversion": [bought(1, "2025-06-01T00:00:00Z", "100"), bought(2, d(9), "50"), bought(3, d(10), "999"), bought(4, "2024-06-01T00:00:00Z", "999"), bought(5, "2025-06-01T00:00:00Z", "30", "b"),
                   bought(6, "2025-06-01T00:00:00Z", "999", "b", "renewal"), bought(7, "2025-06-01T00:00:00Z", "999", "b", canceled_at=d(1)), bought(8, "2025-06-01T00:00:00Z", "999", "b", order="o8"),
                   bought(9, f(3), "999", "b", "refund", order="o8"), bought(10, "2025-06-01T00:00:00Z", "999", "c"), bought(11, "2025-06-01T00:00:00Z", "7", "e"), bought(12, d(2), "999", None)]}
for v in ("sum", "mean"):
    p, mean = f"lost-{v}", v == "mean"

    def pick(total, one):
        return one if mean else total

    def worth(id, ended, value, currency="EUR", **more):
        return account(id, OLD, ended, value=value, currency=currency, **more)

    LOST_CUSTOMER_VALUE += [
        formula(f"{p}-formula-typical", K, v, "typical", {"value": "1200", "lost": 5}, {"value": {"value": pick("1200", "240")}, "lost": {"value": "5", "unit": "count"}}, pick("the sum", "1200/5")),
        formula(f"{p}-formula-thirds", K, v, "typical", {"value": "100", "lost": 3}, {"value": {"value": pick("100", "33.333333333")}}, "100/3"),
        formula(f"{p}-formula-empty", K, v, "empty", {"value": "0", "lost": 0}, {"value": undef("no_losses") if mean else {"value": "0"}, "lost": {"value": "0"}}, pick("a sum of nothing is 0", "nobody left")),
        formula(f"{p}-formula-zero", K, v, "boundary", {"value": "0", "lost": 3}, {"value": {"value": "0"}}, "they were worth nothing"),
        formula(f"{p}-formula-fine", K, v, "boundary", {"value": "0.000000001", "lost": 1}, {"value": {"value": "0.000000001"}}, "the smallest amount"),
        formula(f"{p}-formula-negative", K, v, "bad_input", {"value": "1", "lost": -3}, origin="a count is not negative", error={"code": "negative", "field": "lost"}),
        formula(f"{p}-formula-missing", K, v, "bad_input", {"lost": 3}, origin="an input is absent", error={"code": "missing_input", "field": "value"}),
        measure(f"{p}-b39-records", K, v, "ruling", B39, [row("value", "100", unit="EUR"), row("lost", "1", unit="count")],
                "of values 100, 100 and 1,000 the first is lost; the mean of all would be 400", ruling="B39", window=JANUARY),
        measure(f"{p}-records-typical", K, v, "typical", LEAVERS, [row("value", pick("180", "60"), unit="EUR", left_out={}), row("lost", "3")],
                "a 100 + 50 (not at its end, not two years ago), b 30 (neither canceled nor refunded nor of another kind), g nothing" + pick("", ": 180/3"), window=JANUARY),
        measure(f"{p}-records-no-window", K, v, "typical", LEAVERS, [row("value", pick("187", "46.75"), left_out={}), row("lost", "4")], "e too; c has not left and is not left out"),
        measure(f"{p}-records-lookback", K, v, "boundary", {"account": [account("a", OLD, d(31))], "conversion": [
            bought(1, d(1), "10"), bought(2, "2025-12-31T23:59:59.999999Z", "99"), bought(3, d(30), "5")]}, [row("value", "15")], "thirty days before the end: from 1 January 00:00 on",
            window=JANUARY, parameters={"lookback": 2592000}),
        measure(f"{p}-records-months", K, v, "typical", {"account": [worth("a", d(5), "10"), worth("b", f(5), "20"), worth("c", f(6), "5"), worth("e", None, "999")]}, [
            row("value", "10", "2026-01"), row("value", pick("25", "12.5"), "2026-02"), row("value", pick("0", None), "2026-03", **({"undefined": "no_losses"} if mean else {})), row("lost", "0", "2026-03"),
            row("value", pick("35", "11.666666667"))], "by the day on which they left", window=QUARTER, bucket="month"),
        measure(f"{p}-records-tiers", K, v, "typical", {"account": [worth("a", d(5), "10", tier="gold"), worth("b", d(5), "20", tier="gold"), worth("c", d(6), "5", tier=None)]}, [
            row("value", pick("30", "15"), group={"tier": "gold"}), row("value", "5", group={"tier": None}), row("value", pick("35", "11.666666667"), group={"tier": ALL})], "two of gold, one unknown",
            window=JANUARY, by=["tier"], row_count=6),
        measure(f"{p}-records-currencies", K, v, "boundary", {"account": [worth("a", d(5), "10", region="north"), worth("b", d(5), "20", "USD", region="south")]}, [
            row("value", "10", group={"region": "north"}, unit="EUR"), row("value", "20", group={"region": "south"}, unit="USD"),
            row("value", None, group={"region": ALL}, undefined="mixed_currencies")], "each region has its own; only the total has none", window=JANUARY, by=["region"]),
        measure(f"{p}-records-peer", K, v, "typical", {
            "account": [account(f"c{i}", "2025-01-01T00:00:00Z", some_day(1, 4) if i % 3 else None, region=rng.choice(("north", "south"))) for i in range(40)],
            "conversion": [bought(i, rng.choice((some_day(1, 3), "2025-03-01T00:00:00Z", "2025-08-09T00:00:00Z")), f"{rng.randint(1, 90)}.{rng.randint(0, 99):02}", f"c{rng.randint(0, 45)}") for i in range(120)]},
            window=QUARTER, bucket="month", by=["region"]),
        measure(f"{p}-records-empty", K, v, "empty", {"account": [], "conversion": []}, [
            row("value", None, undefined="no_losses") if mean else row("value", "0"), row("lost", "0")], "nothing", window=JANUARY),
        measure(f"{p}-records-null", K, v, "null", {"account": [worth("a", d(5), None), worth("b", d(5), "20"), worth("c", d(5), "9", None), worth("e", None, "9")]}, [
            row("value", "20", left_out={"no_value": 2}), row("lost", "1")], "without a value or a currency it is not known, which is not 0", window=JANUARY),
        measure(f"{p}-records-null-amounts", K, v, "null", {"account": [account("a", OLD, d(20)), account("b", OLD, d(20)), account("c", OLD, d(20))], "conversion": [
            bought(1, d(5), None), bought(2, d(5), None, "b"), bought(3, d(6), "8", "b")]}, [row("value", pick("8", "4"), left_out={"no_value": 1}), row("lost", "2")],
            "a bought for an unknown amount; b for 8 and an unknown one; c nothing, which is 0", window=JANUARY),
        measure(f"{p}-b5-boundary", K, v, "ruling", {"account": [worth("a", d(1), "10"), worth("b", f(1), "20"), worth("c", "2026-01-31T23:59:59.999999Z", "5")]}, [
            row("value", pick("15", "7.5")), row("lost", "2")], "an end at from is in the window, one at to is not", ruling="B5", window=JANUARY),
        measure(f"{p}-records-as-of", K, v, "boundary", {"account": [worth("a", d(5), "10"), worth("b", d(20), "20")]}, [row("value", "10"), row("lost", "1")], "on the 15th b has not left",
                window=JANUARY, as_of=d(15)),
        measure(f"{p}-records-as-of-refund", K, v, "boundary", {"account": [account("a", OLD, d(9))], "conversion": [
            bought(1, d(5), "10", order="o1"), bought(2, d(20), "10", kind="refund", order="o1"), bought(3, d(6), "5", canceled_at=d(20))]}, [row("value", "15")],
            "on the 15th both purchases stand", window=JANUARY, as_of=d(15)),
        measure(f"{p}-records-rates", K, v, "typical", {"account": [worth("a", d(5), "10"), worth("b", d(5), "10", "USD")]}, [row("value", pick("19.2", "9.6"), unit="EUR")], "10 and 9.2",
                window=JANUARY, parameters=EUROS),
        measure(f"{p}-records-purchases-rates", K, v, "typical", {"account": [account("a", OLD, d(20))], "conversion": [bought(1, d(5), "10"), bought(2, d(5), "10", currency="USD")]}, [
            row("value", "19.2", unit="EUR")], "purchases in two currencies: 10 + 9.2", window=JANUARY, parameters=EUROS),
        measure(f"{p}-records-as-of-mixed", K, v, "boundary", {"account": [account("a", OLD, d(10)), account("b", OLD, d(20))], "conversion": [
            bought(1, d(5), "10"), bought(2, d(5), "10", "b"), bought(3, d(6), "10", "b", currency="USD")]}, [row("value", "10", unit="EUR"), row("lost", "1")],
            "on the 15th b has not left: that its purchases do not add up does not matter", window=JANUARY, as_of=d(15)),
        measure(f"{p}-records-purchases-mixed", K, v, "bad_input", {"account": [account("a", OLD, d(20))], "conversion": [bought(1, d(5), "10"), bought(2, d(5), "10", currency="USD")]},
                origin="purchases in two currencies and no rate", window=JANUARY, error={"code": "mixed_currencies"}),
        *money_mistakes(K, v, p, lambda currency: {"account": [worth("a", d(5), "10"), worth("b", d(5), "10", currency)]}, window=JANUARY),
        measure(f"{p}-records-too-fine", K, v, "bad_input", {"account": [worth("a", d(5), "0.0000000001")]}, origin="ten decimal places", window=JANUARY,
                error={"code": "too_fine", "record": "account", "index": 0, "field": "value"}),
        measure(f"{p}-records-missing-purchases", K, v, "bad_input", {"account": [account("a", OLD, d(5))]}, origin="nobody knows what they were worth", window=JANUARY,
                error={"code": "missing_records", "record": "conversion"}),
        measure(f"{p}-records-bad-lookback", K, v, "bad_input", B39, origin="a time is not negative", window=JANUARY, parameters={"lookback": -1}, error={"code": "bad_parameter", "field": "lookback"}),
    ]

# cost_per_conversation: shared costs (ruling B41) -----------------------------------------------------------------------

K, v, p = "cost_per_conversation", "per_conversation", "cost-shared"


def spoke(id, minutes, type="bug", at=d(5), **more):
    return call(id, at, at, talk=60 * minutes, type=type, **more)


# 20 minutes of calls about bugs in two calls, 10 about billing in one; salaries of 90 for all.
SHARED = {"ledger_entry": [cost("90", d(5)), cost("6", d(5), type="bug")], "contact": [spoke("1", 15), spoke("2", 5), spoke("3", 10, "billing")]}


def by_type(one, other, all_, **costs):
    """Means by type, and some costs."""
    rows = [row("mean", x, group={"type": t}) for t, x in (("bug", one), ("billing", other), (ALL, all_))]
    return rows + [row("cost", x, group={"type": t}) for t, x in costs.items()]


COST_SHARING = [
    measure(f"{p}-b41-handling-time", K, v, "ruling", SHARED, [*by_type("33", "30", "32", bug="66", billing="30"), row("cost", "96", group={"type": ALL})],
            "90 shared 20 to 10 minutes: 60 + 6 for two calls, 30 for one; in all 96/3", ruling="B41", by=["type"], parameters={"share_by": "handling_time"}),
    measure(f"{p}-b41-count", K, v, "ruling", SHARED, [*by_type("33", "30", "32", bug="66", billing="30")], "90 shared 2 calls to 1: 60 + 6, 30", ruling="B41", by=["type"], parameters={"share_by": "count"}),
    measure(f"{p}-b41-time-differs", K, v, "ruling", {"ledger_entry": [cost("90", d(5))], "contact": [spoke("1", 1), spoke("2", 2), spoke("3", 6, "billing")]},
            by_type("15", "60", "30", bug="30", billing="60"), "3 to 6 minutes: 30 for two calls, 60 for one", ruling="B41", by=["type"], parameters={"share_by": "handling_time"}),
    measure(f"{p}-b41-count-differs", K, v, "ruling", {"ledger_entry": [cost("90", d(5))], "contact": [spoke("1", 1), spoke("2", 2), spoke("3", 6, "billing")]},
            by_type("30", "30", "30", bug="60", billing="30"), "2 calls to 1", ruling="B41", by=["type"], parameters={"share_by": "count"}),
    measure(f"{p}-b41-none", K, v, "ruling", SHARED, [row("mean", "3", group={"type": "bug"}), row("mean", None, group={"type": "billing"}, undefined="no_costs"), row("mean", "32", group={"type": ALL}),
            row("cost", "90", group={"type": None})], "not asked for: the salaries stay in the unknown group", ruling="B41", by=["type"]),
    measure(f"{p}-records-hold-and-wrap-up", K, v, "boundary", {"ledger_entry": [cost("90", d(5))], "contact": [
        spoke("1", 1, hold=60, wrap_up=60), spoke("2", 1, hold=None, wrap_up=None), spoke("3", 0, "billing", hold=120), spoke("4", 1, "billing", direction="outbound")]},
        by_type("30", "30", "30", bug="60", billing="30"), "talk, hold and wrap-up: 4 minutes to 2; the outbound call is no conversation", by=["type"], parameters={"share_by": "handling_time"}),
    measure(f"{p}-records-unknown-time", K, v, "boundary", {"ledger_entry": [cost("90", d(5))], "contact": [spoke("1", 50), spoke("2", 50), call("3", d(5), d(5), type="billing")]},
            by_type("30", "30", "30"), "the time of one conversation is not known, so all are counted", by=["type"], parameters={"share_by": "handling_time"}),
    measure(f"{p}-records-tickets", K, v, "boundary", {"ledger_entry": [cost("90", d(5))], "contact": [spoke("1", 50)], "ticket": [ticket("t1", d(5), d(5), type="billing"), ticket("t2", d(5), d(5), type="billing")]},
            by_type("30", "30", "30", bug="30", billing="60"), "tickets have no handling time: 1 to 2", by=["type"], parameters={"share_by": "handling_time"}),
    measure(f"{p}-records-unknown-group", K, v, "null", {"ledger_entry": [cost("90", d(5))], "contact": [spoke("1", 10), spoke("2", 20, None)]}, [
        row("cost", "30", group={"type": "bug"}), row("cost", "60", group={"type": None}), row("cost", "90", group={"type": ALL})], "conversations of no known type have their share", by=["type"],
        parameters={"share_by": "handling_time"}),
    measure(f"{p}-records-no-conversations-in-group", K, v, "empty", {"ledger_entry": [cost("90", d(5)), cost("6", d(5), type="web")], "contact": [spoke("1", 10)]}, [
        row("cost", "90", group={"type": "bug"}), row("mean", "90", group={"type": "bug"}), row("cost", "6", group={"type": "web"}), row("mean", None, group={"type": "web"}, undefined="no_conversations"),
        row("mean", "96", group={"type": ALL})], "who has no conversations gets nothing of what is shared", by=["type"], parameters={"share_by": "handling_time"}),
    measure(f"{p}-records-nobody", K, v, "empty", {"ledger_entry": [cost("90", d(5), type=None)], "contact": []}, [row("cost", "90", group={"type": None}), row("cost", "90", group={"type": ALL})],
            "with no conversation at all nothing is shared", by=["type"], parameters={"share_by": "count"}),
    measure(f"{p}-records-months", K, v, "typical", {"ledger_entry": [cost("90", span=(d(1), d(1, month=4)))], "contact": [spoke("1", 10), spoke("2", 30, "billing"), spoke("3", 10, at=f(5))]}, [
        row("cost", "7.75", "2026-01", {"type": "bug"}), row("cost", "23.25", "2026-01", {"type": "billing"}), row("cost", "28", "2026-02", {"type": "bug"}), row("cost", "0", "2026-02", {"type": "billing"}),
        row("cost", "31", "2026-01", {"type": ALL})], "31 days shared 10 to 30 minutes, then 28 for one", window=QUARTER, bucket="month", by=["type"], parameters={"share_by": "handling_time"}),
    measure(f"{p}-records-thirds", K, v, "boundary", {"ledger_entry": [cost("100", d(5))], "contact": [spoke("1", 1), spoke("2", 1, "billing"), spoke("3", 1, "web")]}, [
        row("cost", "33.333333333", group={"type": t}) for t in ("bug", "billing", "web")] + [row("cost", "100", group={"type": ALL})], "100/3 each", by=["type"], parameters={"share_by": "handling_time"}),
    measure(f"{p}-records-channel", K, v, "typical", {"ledger_entry": [cost("30", d(5)), cost("10", d(5), channel="chat")], "contact": [spoke("1", 10), spoke("2", 20, channel="chat")]}, [
        row("mean", "10", group={"channel": "phone"}), row("mean", "30", group={"channel": "chat"}), row("mean", "20", group={"channel": ALL})], "30 shared 10 to 20 minutes, 10 of chat's own",
        by=["channel"], parameters={"share_by": "handling_time"}),
    measure(f"{p}-records-peer", K, v, "typical", {
        "ledger_entry": [cost(f"{rng.randint(1, 900)}.{rng.randint(0, 99):02}", some_day(), type=rng.choice(("bug", "billing", None, None)), kind=rng.choice(("cost", "cost", "revenue"))) for _ in range(30)]
        + [cost("1000", span=(d(10), m(20, "12:30")))],
        "contact": [call(i, at := some_day(), at if i % 6 else None, talk=rng.randint(1, 900), hold=rng.choice((None, 30)), wrap_up=rng.randint(0, 60), type=rng.choice(("bug", "billing", "web", None)))
                    for i in range(90)]}, window=QUARTER, bucket="month", by=["type"], parameters={"share_by": "handling_time"}),
    measure(f"{p}-records-peer-count", K, v, "typical", {
        "ledger_entry": [cost(f"{rng.randint(1, 900)}.{rng.randint(0, 99):02}", some_day(), type=rng.choice(("bug", None))) for _ in range(30)],
        "contact": [call(i, at := some_day(), at, type=rng.choice(("bug", "billing", "web"))) for i in range(40)],
        "ticket": [ticket(i, at := some_day(), at if i % 4 else None, type=rng.choice(("bug", "billing")), contact="3" if i % 7 == 0 else None) for i in range(60)]},
        window=QUARTER, bucket="month", by=["type"], parameters={"share_by": "count"}),
    measure(f"{p}-records-ungrouped", K, v, "typical", SHARED, [row("mean", "32"), row("cost", "96")], "without groups nothing is shared", parameters={"share_by": "handling_time"}),
    measure(f"{p}-records-rates", K, v, "typical", {"ledger_entry": [cost("50", d(5), currency="USD"), cost("44", d(5))], "contact": [spoke("1", 10), spoke("2", 20, "billing")]}, [
        row("cost", "30", group={"type": "bug"}), row("cost", "60", group={"type": "billing"}, unit="EUR")], "46 + 44 = 90 shared 10 to 20", by=["type"], parameters={"share_by": "handling_time", **EUROS}),
    measure(f"{p}-records-bad-word", K, v, "bad_input", SHARED, origin="a word that it does not know", by=["type"], parameters={"share_by": "revenue"}, error={"code": "bad_parameter", "field": "share_by"}),
    measure(f"{p}-per_ticket-records", K, "per_ticket", "ruling", {"ledger_entry": [cost("90", d(5)), cost("8", d(5), type="bug")], "ticket": [
        ticket("1", d(5), type="bug"), ticket("2", d(5), type="bug"), ticket("3", d(5), type="billing"), ticket("4", d(5), type="bug", status="spam")]}, by_type("34", "30", "32.666666667", bug="68"),
        "2 tickets to 1: 60 + 8, 30", ruling="B41", by=["type"], parameters={"share_by": "handling_time"}),
    measure(f"{p}-per_resolution-records", K, "per_resolution", "ruling", {"ledger_entry": [cost("90", d(5))], "ticket": [
        ticket("1", d(5), resolved_at=d(6), type="bug"), ticket("2", d(5), resolved_at=d(6), type="bug"), ticket("3", d(5), resolved_at=d(6), type="billing"), ticket("4", d(5), type="billing")]},
        by_type("30", "30", "30", bug="60"), "2 resolutions to 1", ruling="B41", by=["type"], parameters={"share_by": "count"}),
]

FILES = {
    "cost_per_conversion": ("Cost per conversion: conformance cases", COST_PER_CONVERSION),
    "support_cost_ratio": ("Support cost ratio: conformance cases", SUPPORT_COST_RATIO),
    "customer_acquisition_cost": ("Customer acquisition cost: conformance cases", CUSTOMER_ACQUISITION_COST),
    "customer_lifetime_value": ("Customer lifetime value: conformance cases", CUSTOMER_LIFETIME_VALUE),
    "lost_customer_value": ("Lost customer value: conformance cases", LOST_CUSTOMER_VALUE),
    "cost_sharing": ("Shared costs of a conversation: conformance cases", COST_SHARING),
}
