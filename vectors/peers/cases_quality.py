"""The cases of reviews, sentiment, scorecards and people, for `quality.py`."""

import random

from cases import ALL, BERLIN, FEBRUARY, JANUARY, OLD, QUARTER, account, d, f, formula, measure, row, survey, ticket, undef

APRIL = d(1, month=4)
rng = random.Random(54)


def m(day, time="00:00"):
    return d(day, time, month=3)


def some_day(first=1, last=3):
    return d(rng.randint(1, 28), f"{rng.randint(0, 23):02}:{rng.randint(0, 59):02}", month=rng.randint(first, last))


def of_whole(kpi, variant, prefix, part, whole, why="no_records", figure="share"):
    """Formulas of a share."""
    return [
        formula(f"{prefix}-formula-typical", kpi, variant, "typical", {part: 30, whole: 200}, {
            figure: {"value": "15", "unit": "percent", "sample": 200, "numerator": "30", "denominator": "200"},
            part: {"value": "30", "unit": "count"}, whole: {"value": "200", "unit": "count"}}, "30/200"),
        formula(f"{prefix}-formula-peer", kpi, variant, "typical", {part: 13, whole: 21}),
        formula(f"{prefix}-formula-level", kpi, variant, "typical", {part: 5, whole: 90}, level=0.9),
        formula(f"{prefix}-formula-empty", kpi, variant, "empty", {part: 0, whole: 0}, {
            figure: undef(why), part: {"value": "0"}, whole: {"value": "0"}}, "a share of nothing is undefined, counts are 0"),
        formula(f"{prefix}-formula-zero", kpi, variant, "boundary", {part: 0, whole: 5}, {
            figure: {"value": "0", "lower": 0.0}}, "0/5; the interval begins at exactly 0"),
        formula(f"{prefix}-formula-all", kpi, variant, "boundary", {part: 5, whole: 5}, {
            figure: {"value": "100", "upper": 100.0}}, "5/5; the interval ends at exactly 100"),
        formula(f"{prefix}-formula-half-even", kpi, variant, "boundary", {part: 1, whole: 4096}, {
            figure: {"value": "0.024414062"}}, "100/4096 = 0.0244140625: half to even"),
        formula(f"{prefix}-formula-negative", kpi, variant, "bad_input", {part: -1, whole: 5}, origin="a count is not negative",
                error={"code": "negative", "field": part}),
        formula(f"{prefix}-formula-too-many", kpi, variant, "bad_input", {part: 6, whole: 5}, origin="a part is not more than its whole",
                error={"code": "bad_input", "field": part}),
        formula(f"{prefix}-formula-missing", kpi, variant, "bad_input", {part: 3}, origin="an input is absent",
                error={"code": "missing_input", "field": whole}),
        formula(f"{prefix}-formula-unknown", kpi, variant, "bad_input", {part: 3, whole: 5, "other": 1},
                origin="an input that the formula does not have", error={"code": "unknown_input", "field": "other"}),
    ]


def unknown_parameter(kpi, variant, prefix, records, **request):
    return measure(f"{prefix}-records-unknown-parameter", kpi, variant, "bad_input", records, origin="no parameter of this name",
                   parameters={"colour": "blue"}, error={"code": "unknown_parameter", "field": "colour"}, **request)


# positive_reviews ---------------------------------------------------------------------------------------------------

K = "positive_reviews"


def review(id, stars=5, at=d(10), scale=5, **more):
    return {"id": str(id), "posted_at": at, "stars": stars, "scale_max": scale, **more}


STARS = {"review": [
    review(1), review(2, 4), review(3, 5, platform="shop"), review(4, None), review(5, 1, platform="shop"),
    review(6, 10, scale=10), review(7, 9, scale=10), review(8, "5", account="a"), review(9, "4.5")]}
ACCOUNTS = [account("a", OLD), account("b", OLD), account("c", f(5)), account("e", OLD, f(9)), account("g", d(1)), account("h", f(1))]
MANY = [review(i, rng.choice((5, 5, 5, 4, 3, None)), some_day(), platform=rng.choice(("shop", "map", None))) for i in range(120)]

POSITIVE_REVIEWS = []
v, p = "count", "reviews-count"
POSITIVE_REVIEWS += [
    formula(f"{p}-formula-typical", K, v, "typical", {"reviews": 12}, {"reviews": {"value": "12", "unit": "count"}}, "a count"),
    formula(f"{p}-formula-empty", K, v, "empty", {"reviews": 0}, {"reviews": {"value": "0"}}, "a count of nothing is 0"),
    formula(f"{p}-formula-one", K, v, "boundary", {"reviews": 1}, {"reviews": {"value": "1"}}, "one"),
    formula(f"{p}-formula-large", K, v, "boundary", {"reviews": 1000000}, {"reviews": {"value": "1000000"}}, "a million"),
    formula(f"{p}-formula-negative", K, v, "bad_input", {"reviews": -1}, origin="a count is not negative",
            error={"code": "negative", "field": "reviews"}),
    formula(f"{p}-formula-missing", K, v, "bad_input", {}, origin="the input is absent", error={"code": "missing_input", "field": "reviews"}),
    formula(f"{p}-formula-unknown", K, v, "bad_input", {"reviews": 1, "stars": 5}, origin="an input that the formula does not have",
            error={"code": "unknown_input", "field": "stars"}),
    measure(f"{p}-records-typical", K, v, "typical", STARS, [
        row("reviews", "4", unit="count", left_out={"other_rating": 4, "unrated": 1})],
        "all stars of their scale: 1, 3, 6 (10 of 10), 8; fewer: 2, 5, 7, 9; none: 4"),
    measure(f"{p}-records-platforms", K, v, "typical", STARS, [
        row("reviews", "1", group={"platform": "shop"}, left_out={"other_rating": 1}),
        row("reviews", "3", group={"platform": None}, left_out={"other_rating": 3, "unrated": 1}),
        row("reviews", "4", group={"platform": ALL})], "shop: 3; unknown: 1, 6, 8", by=["platform"], row_count=3),
    measure(f"{p}-records-months", K, v, "typical", {"review": [review(1), review(2, at=f(3)), review(3, 3, at=f(4)), review(4, at=f(5))]}, [
        row("reviews", "1", "2026-01", left_out={}), row("reviews", "2", "2026-02", left_out={"other_rating": 1}),
        row("reviews", "0", "2026-03", left_out={}), row("reviews", "3")], "by the day on which they were posted", window=QUARTER, bucket="month"),
    measure(f"{p}-records-peer", K, v, "typical", {"review": MANY}, window=QUARTER, bucket="month", by=["platform"]),
    measure(f"{p}-records-empty", K, v, "empty", {"review": []}, [row("reviews", "0", left_out={})], "nothing"),
    measure(f"{p}-records-null", K, v, "null", {"review": [review(1, scale=None), review(2, 4, scale=None), review(3, None, scale=None)]}, [
        row("reviews", "1", left_out={"other_rating": 1, "unrated": 1})], "where no scale is named, five stars are all"),
    measure(f"{p}-records-boundary", K, v, "boundary", {"review": [
        review(1, at="2025-12-31T23:59:59.999999Z"), review(2, at=d(1)), review(3, at="2026-01-31T23:59:59.999999Z"), review(4, at=f(1))]}, [
        row("reviews", "2", left_out={})], "[from, to)", window=JANUARY),
    measure(f"{p}-records-zone", K, v, "boundary", {"review": [review(1, at=d(31, "22:59:59")), review(2, at=d(31, "23:00"))]}, [
        row("reviews", "1", "2026-01"), row("reviews", "1", "2026-02")], "in Berlin 23:00 UTC is already February",
        window={"from": "2026-01-01", "to": "2026-03-01"}, bucket="month", zone=BERLIN),
    measure(f"{p}-records-as-of", K, v, "boundary", {"review": [review(1, at=d(9)), review(2, at=d(10)), review(3, at=d(10, "00:01"))]}, [
        row("reviews", "2")], "what was posted at as_of is known, what came after is not", as_of=d(10)),
    measure(f"{p}-records-out-of-scale", K, v, "bad_input", {"review": [review(1), review(2, 6)]}, origin="six of five stars",
            error={"code": "out_of_scale", "record": "review", "index": 1, "field": "stars"}),
    measure(f"{p}-records-skip", K, v, "bad_input", {"review": [review(1), review(2, 6), review(3)]}, [row("reviews", "2")],
            "the bad one is skipped and counted", bad_records="skip", inputs={"review": {"skipped": {"out_of_scale": 1}}}),
    measure(f"{p}-records-missing-posted", K, v, "bad_input", {"review": [{"id": "1", "stars": 5}]}, origin="posted_at is required",
            error={"code": "missing_field", "record": "review", "index": 0, "field": "posted_at"}),
    measure(f"{p}-records-duplicate", K, v, "bad_input", {"review": [review(1), review(1, at=d(11))]}, origin="the same review twice",
            error={"code": "duplicate_id", "record": "review", "index": 1, "field": "id"}),
    measure(f"{p}-records-missing", K, v, "bad_input", {"ticket": []}, origin="no reviews are given",
            error={"code": "missing_records", "record": "review"}),
    unknown_parameter(K, v, p, STARS),
]

v, p = "share", "reviews-share"
POSITIVE_REVIEWS += [
    *of_whole(K, v, p, "five_star", "reviews"),
    measure(f"{p}-records-typical", K, v, "typical", STARS, [
        row("share", "50", unit="percent", sample=8, numerator="4", denominator="8", left_out={"unrated": 1}),
        row("five_star", "4", unit="count"), row("reviews", "8", unit="count")], "4 of 8 rated; the unrated one is left out"),
    measure(f"{p}-records-platforms", K, v, "typical", STARS, [
        row("share", "50", group={"platform": "shop"}, sample=2), row("share", "50", group={"platform": None}, sample=6),
        row("share", "50", group={"platform": ALL}, sample=8)], "1/2, 3/6", by=["platform"], row_count=9),
    measure(f"{p}-records-months", K, v, "typical", {"review": [review(1), review(2, at=f(3)), review(3, 3, at=f(4))]}, [
        row("share", "100", "2026-01"), row("share", "50", "2026-02"), row("share", None, "2026-03", sample=0), row("five_star", "0", "2026-03"),
        row("share", "66.666666667", sample=3)], "1/1, 1/2, nothing, 2/3", window=QUARTER, bucket="month"),
    measure(f"{p}-records-peer", K, v, "typical", {"review": MANY}, window=QUARTER, bucket="month", by=["platform"], level=0.9),
    measure(f"{p}-records-empty", K, v, "empty", {"review": []}, [
        row("share", None, sample=0, left_out={}), row("five_star", "0"), row("reviews", "0")], "nothing"),
    measure(f"{p}-records-unrated-only", K, v, "empty", {"review": [review(1, None)]}, [
        row("share", None, sample=0, left_out={"unrated": 1}), row("reviews", "0")], "no stars at all"),
    measure(f"{p}-records-null", K, v, "null", {"review": [review(1, account=None, platform=None), review(2, None), review(3, 3, scale=None)]}, [
        row("share", "50", sample=2, left_out={"unrated": 1})], "1 of 1 and 3; a review of nobody known counts"),
    measure(f"{p}-records-boundary", K, v, "boundary", {"review": [
        review(1, 1, at="2025-12-31T23:59:59.999999Z"), review(2, at=d(1)), review(3, 4, at="2026-01-31T23:59:59.999999Z"), review(4, at=f(1))]}, [
        row("share", "50", sample=2)], "[from, to): 2 and 3", window=JANUARY),
    measure(f"{p}-records-negative-stars", K, v, "bad_input", {"review": [review(1, -1)]}, origin="fewer than no stars",
            error={"code": "out_of_scale", "record": "review", "index": 0, "field": "stars"}),
    measure(f"{p}-records-missing", K, v, "bad_input", {"ticket": []}, origin="no reviews are given",
            error={"code": "missing_records", "record": "review"}),
]

v, p = "per_100_customers", "reviews-per_100_customers"
POSITIVE_REVIEWS += [
    formula(f"{p}-formula-typical", K, v, "typical", {"reviews": 30, "opening": 100, "closing": 200}, {
        "rate": {"value": "20", "unit": "percent"}, "reviews": {"value": "30", "unit": "count"}, "opening": {"value": "100"},
        "closing": {"value": "200"}}, "100 × 30 ÷ 150"),
    formula(f"{p}-formula-thirds", K, v, "typical", {"reviews": 1, "opening": 1, "closing": 2}, {"rate": {"value": "66.666666667"}}, "200/3"),
    formula(f"{p}-formula-empty", K, v, "empty", {"reviews": 0, "opening": 0, "closing": 0}, {
        "rate": undef(), "reviews": {"value": "0"}, "opening": {"value": "0"}}, "nobody to divide by"),
    formula(f"{p}-formula-zero", K, v, "boundary", {"reviews": 0, "opening": 5, "closing": 5}, {"rate": {"value": "0"}}, "none of five"),
    formula(f"{p}-formula-above", K, v, "boundary", {"reviews": 9, "opening": 2, "closing": 1}, {"rate": {"value": "600"}},
            "a ratio has no bound: 900 ÷ 1.5"),
    formula(f"{p}-formula-half-even", K, v, "boundary", {"reviews": 1, "opening": 4096, "closing": 4096}, {"rate": {"value": "0.024414062"}},
            "100/4096 = 0.0244140625: half to even"),
    formula(f"{p}-formula-negative", K, v, "bad_input", {"reviews": 1, "opening": -1, "closing": 2}, origin="a count is not negative",
            error={"code": "negative", "field": "opening"}),
    formula(f"{p}-formula-missing", K, v, "bad_input", {"reviews": 1, "opening": 1}, origin="an input is absent",
            error={"code": "missing_input", "field": "closing"}),
    measure(f"{p}-records-typical", K, v, "typical", {"review": [review(1, at=f(2)), review(2, at=f(3), account="a"), review(3, 4, at=f(3)), review(4, None, at=f(3))],
                                                      "account": ACCOUNTS}, [
        row("rate", "44.444444444", left_out={"other_rating": 1, "unrated": 1}), row("reviews", "2"), row("opening", "4"), row("closing", "5")],
        "just before 1 February a b e g, just before 1 March a b c g h: 100 × 2 ÷ 4.5; also a review of nobody known", window=FEBRUARY),
    measure(f"{p}-b5-boundary", K, v, "ruling", {"review": [review(1, at=f(2))], "account": [
        account("a", OLD, f(1)), account("b", f(1)), account("c", OLD, m(1)), account("e", m(1))]}, [
        row("opening", "2"), row("closing", "2"), row("rate", "50")], "just before: a c, then b c", ruling="B5", window=FEBRUARY),
    measure(f"{p}-records-months", K, v, "typical", {"review": [review(1), review(2, at=f(3)), review(3, at=f(4))], "account": [
        account("a", OLD), account("b", d(5)), account("c", f(9), m(9))]}, [
        row("rate", "66.666666667", "2026-01"), row("rate", "80", "2026-02"), row("rate", "0", "2026-03"), row("closing", "3", "2026-02"),
        row("opening", "3", "2026-03"), row("rate", "200")],
        "100 × 1 ÷ 1.5, 2 ÷ 2.5, 0 ÷ 2.5; in all 3 ÷ 1.5", window=QUARTER, bucket="month"),
    measure(f"{p}-records-peer", K, v, "typical", {"review": MANY, "account": [
        account(f"c{i}", OLD if i % 2 else some_day(1, 2), some_day(3, 4) if i % 3 else None) for i in range(60)]}, window=QUARTER, bucket="month"),
    measure(f"{p}-records-empty", K, v, "empty", {"review": [], "account": []}, [
        row("rate", None, left_out={}), row("reviews", "0"), row("opening", "0"), row("closing", "0")], "nobody", window=FEBRUARY),
    measure(f"{p}-records-no-customers", K, v, "empty", {"review": [review(1, at=f(3))], "account": [account("a", m(1))]}, [
        row("rate", None), row("reviews", "1")], "a review, and no customer before March", window=FEBRUARY),
    measure(f"{p}-records-null", K, v, "null", {"review": [review(1, at=f(3), account=None), review(2, None, at=f(3))],
                                                "account": [account("a", OLD, None)]}, [
        row("rate", "100", left_out={"unrated": 1})], "a review of nobody known; a null end is still a customer", window=FEBRUARY),
    measure(f"{p}-records-as-of", K, v, "boundary", {"review": [review(1, at=f(3)), review(2, at=f(20))], "account": [
        account("a", OLD), account("b", f(10)), account("c", f(20))]}, [row("rate", "66.666666667"), row("reviews", "1"), row("closing", "2")],
        "on 15 February: one review, customers 1 and 2", window=FEBRUARY, as_of=f(15)),
    measure(f"{p}-records-peer-as-of", K, v, "boundary", {"review": MANY, "account": [
        account(f"c{i}", OLD if i % 2 else some_day(1, 2), some_day(3, 4) if i % 3 else None) for i in range(60)]}, window=QUARTER, bucket="month", as_of=f(15)),
    measure(f"{p}-records-no-window", K, v, "bad_input", {"review": [review(1)], "account": [account("a", OLD)]},
            origin="a balance needs its two instants", error={"code": "window_required"}),
    measure(f"{p}-records-duplicate", K, v, "bad_input", {"review": [], "account": [account("a", OLD), account("a", OLD)]}, window=FEBRUARY,
            origin="the same account twice", error={"code": "duplicate_id", "record": "account", "index": 1, "field": "id"}),
]

v, p = "time_to_review", "reviews-time_to_review"
DURATIONS = ["mean", "median", "p90", "p95", "min", "max"]
WITH_SUBJECTS = {"review": [
    review(1, at=d(3), ticket="t1"), review(2, at=d(5), conversion="p1"), review(3, 4, at=d(9), ticket="t1"), review(4, None, at=d(9), ticket="t1"),
    review(5, at=d(9)), review(6, at=d(9), ticket="t2"), review(7, at=d(1), ticket="t3"), review(8, at=d(4), ticket="t1", conversion="p1")],
    "ticket": [ticket("t1", d(1), resolved_at=d(2)), ticket("t2", d(1)), ticket("t3", d(1), resolved_at=d(4))],
    "conversion": [{"id": "p1", "account": "a", "at": d(1), "kind": "purchase"}]}
POSITIVE_REVIEWS += [
    formula(f"{p}-formula-typical", K, v, "typical", {"durations": [86400, 172800, 259200]}, {
        "mean": {"value": "172800", "unit": "seconds", "sample": 3}, "median": {"value": "172800"}, "min": {"value": "86400"},
        "max": {"value": "259200"}, "count": {"value": "3"}}, "one, two and three days"),
    formula(f"{p}-formula-peer", K, v, "typical", {"durations": [5, 60, 61, 3600, 90000, 90001, 7]}, level=0.9),
    formula(f"{p}-formula-empty", K, v, "empty", {"durations": []}, {**{name: undef() for name in DURATIONS}, "count": {"value": "0"}}, "nothing"),
    formula(f"{p}-formula-one", K, v, "boundary", {"durations": [90]}, {name: {"value": "90"} for name in DURATIONS}, "one value is every quantile"),
    formula(f"{p}-formula-bands", K, v, "boundary", {"durations": [60, 61]}, {
        "band_0_60": {"value": "50"}, "band_60_up": {"value": "50"}}, "within is at most", parameters={"bands": [60]}),
    formula(f"{p}-formula-negative", K, v, "bad_input", {"durations": [-1]}, origin="a duration is not negative",
            error={"code": "negative", "field": "durations"}),
    measure(f"{p}-records-typical", K, v, "typical", WITH_SUBJECTS, [
        row("mean", "201600", unit="seconds", left_out={"open": 1, "other_rating": 1, "unknown": 2, "unrated": 1}), row("count", "3"),
        row("min", "86400"), row("max", "345600")],
        "1: one day after the ticket; 2: four days after the purchase; 8: two days after the ticket, which goes before the purchase: 7 days / 3"),
    measure(f"{p}-records-given", K, v, "typical", {"review": [
        review(1, at=d(3), subject_at=d(2)), review(2, at=d(5), subject_at=d(5)), review(3, at=d(5), subject_at=d(5, "00:00:01"))]}, [
        row("mean", "43200", left_out={"open": 1}), row("count", "2"), row("min", "0")],
        "subject_at stands on the review; posted in the same instant is 0, before it is open"),
    measure(f"{p}-records-months", K, v, "typical", {"review": [
        review(1, at=d(3), subject_at=d(2)), review(2, at=f(5), subject_at=d(30)), review(3, at=f(5), subject_at=f(4))]}, [
        row("mean", "86400", "2026-01"), row("mean", "302400", "2026-02"), row("mean", None, "2026-03"), row("count", "0", "2026-03"),
        row("mean", "230400")], "by the day of the review: 1; 6 and 1; in all 8 days / 3", window=QUARTER, bucket="month"),
    measure(f"{p}-records-peer", K, v, "typical", {"review": [
        review(i, rng.choice((5, 5, 4)), m(28, f"{rng.randint(0, 23):02}:00"), subject_at=some_day(1, 2), platform=rng.choice(("shop", "map"))) for i in range(60)]},
        window=QUARTER, by=["platform"], parameters={"bands": [2592000]}),
    measure(f"{p}-records-empty", K, v, "empty", {"review": []}, [row("mean", None, left_out={}), row("count", "0")], "nothing"),
    measure(f"{p}-records-null", K, v, "null", {"review": [review(1, subject_at=None), review(2, subject_at=d(9))]}, [
        row("mean", "86400", left_out={"unknown": 1})], "an unknown subject has no time"),
    measure(f"{p}-records-boundary", K, v, "boundary", {"review": [
        review(1, at="2025-12-31T23:59:59.999999Z", subject_at=OLD), review(2, at=d(1), subject_at="2025-12-31T23:59:59.999999Z"),
        review(3, at=f(1), subject_at=d(1))]}, [row("mean", "0.000001"), row("count", "1")], "[from, to): 1 µs", window=JANUARY),
    measure(f"{p}-records-as-of", K, v, "boundary", {"review": [review(1, at=d(9), ticket="t1"), review(2, at=d(20), ticket="t1")],
                                                     "ticket": [ticket("t1", d(1), resolved_at=d(8))]}, [
        row("mean", "86400"), row("count", "1")], "the second has not been posted", as_of=d(15)),
    measure(f"{p}-records-as-of-conversion", K, v, "boundary", {"review": [review(1, at=d(9), ticket="t1", conversion="p1")], "ticket": [ticket("t1", d(1), resolved_at=d(20))],
                                                                "conversion": [{"id": "p1", "account": "a", "at": d(8), "kind": "purchase"}]}, [row("mean", "86400"), row("count", "1")],
            "on the 15th only the purchase was over, as if nothing later had been given", as_of=d(15)),
    measure(f"{p}-records-bad-bands", K, v, "bad_input", {"review": []}, origin="bands rise", parameters={"bands": [60, 60]},
            error={"code": "bad_parameter", "field": "bands"}),
    measure(f"{p}-records-duplicate", K, v, "bad_input", {"review": [review(1, subject_at=d(1)), review(1, subject_at=d(1))]},
            origin="the same review twice", error={"code": "duplicate_id", "record": "review", "index": 1, "field": "id"}),
]

# net_sentiment ------------------------------------------------------------------------------------------------------

K = "net_sentiment"
FELT = {
    "review": [review(1, sentiment="positive"), review(2, sentiment="positive", platform="shop"), review(3, sentiment="neutral"),
               review(4, sentiment=None), review(5, sentiment="negative", ticket="t1")],
    "ticket": [ticket("t1", d(10), sentiment="negative"), ticket("t2", d(10), sentiment="positive"), ticket("t3", d(10), sentiment="neutral"),
               ticket("t4", d(10)), ticket("t5", d(10), sentiment="negative", status="spam"),
               ticket("t6", d(10), sentiment="negative", merged_at=d(11)), ticket("t7", d(10), sentiment="negative", status="deleted")],
}
TICKETS_LEFT, REVIEWS_LEFT = {"merged": 1, "spam": 1, "unlabelled": 1}, {"unlabelled": 1}
NET_SENTIMENT = []
for v in ("all", "reviews", "tickets"):
    p = f"sentiment-{v}"
    records = {kind: list_ for kind, list_ in FELT.items() if v == "all" or kind == v[:-1]}
    kinds = list(records)

    def feel(sentiment, at=d(10), i=[0], kind=None, **more):
        i[0] += 1
        if (kind or kinds[-1]) == "ticket":
            return ticket(f"t{i[0]}", at, sentiment=sentiment, **more)
        return review(i[0], at=at, sentiment=sentiment, **more)

    def only(list_, kinds=kinds):
        return {kinds[-1]: list_, **{kind: [] for kind in kinds[:-1]}}

    want = {"all": ("0", 8, "3", "2", "3", {"merged": 1, "spam": 1, "unlabelled": 2}), "reviews": ("25", 4, "2", "1", "1", REVIEWS_LEFT),
            "tickets": ("-25", 4, "1", "1", "2", TICKETS_LEFT)}[v]
    NET_SENTIMENT += [
        formula(f"{p}-formula-typical", K, v, "typical", {"positive": 60, "neutral": 25, "negative": 15}, {
            "index": {"value": "45", "unit": "index", "sample": 100}, "positive": {"value": "60", "unit": "count"}, "neutral": {"value": "25"},
            "negative": {"value": "15"}, "count": {"value": "100"}}, "(60 − 15)/100"),
        formula(f"{p}-formula-peer", K, v, "typical", {"positive": 17, "neutral": 5, "negative": 29}, level=0.9),
        formula(f"{p}-formula-b35", K, v, "ruling", {"positive": 1, "neutral": 1, "negative": 2}, {"index": {"value": "-25", "sample": 4}},
                "neutral belongs to neither but stays in the denominator: (1 − 2)/4", ruling="B35"),
        formula(f"{p}-formula-thirds", K, v, "ruling", {"positive": 2, "neutral": 0, "negative": 1}, {"index": {"value": "33.333333333"}},
                "100 × (2 − 1)/3, one division", ruling="B33"),
        formula(f"{p}-formula-empty", K, v, "empty", {"positive": 0, "neutral": 0, "negative": 0}, {
            "index": undef(), "count": {"value": "0"}}, "nothing"),
        formula(f"{p}-formula-worst", K, v, "boundary", {"positive": 0, "neutral": 0, "negative": 3}, {
            "index": {"value": "-100", "lower": -100.0}}, "all negative; the interval ends at −100"),
        formula(f"{p}-formula-neutral", K, v, "boundary", {"positive": 0, "neutral": 9, "negative": 0}, {"index": {"value": "0"}}, "all neutral"),
        formula(f"{p}-formula-negative", K, v, "bad_input", {"positive": 1, "neutral": -1, "negative": 0}, origin="a count is not negative",
                error={"code": "negative", "field": "neutral"}),
        formula(f"{p}-formula-missing", K, v, "bad_input", {"positive": 1, "neutral": 1}, origin="an input is absent",
                error={"code": "missing_input", "field": "negative"}),
        measure(f"{p}-records-typical", K, v, "typical", records, [
            row("index", want[0], unit="index", sample=want[1], left_out=want[5]), row("positive", want[2]), row("neutral", want[3]),
            row("negative", want[4]), row("count", str(want[1]))],
            "reviews: 2 positive, 1 neutral, 1 negative; tickets: 1, 1, 2 (one of them deleted later); a review of a ticket and the ticket both count"),
        measure(f"{p}-records-b35", K, v, "ruling", only([feel("positive"), feel("neutral"), feel("negative"), feel("negative")]), [
            row("index", "-25", sample=4)], "(1 − 2)/4", ruling="B35"),
        measure(f"{p}-records-months", K, v, "typical", only([feel("positive"), feel("negative", f(3)), feel("neutral", f(4))]), [
            row("index", "100", "2026-01"), row("index", "-50", "2026-02"), row("index", None, "2026-03"), row("count", "0", "2026-03"),
            row("index", "0", sample=3)], "1/1, −1/2, nothing, 0/3", window=QUARTER, bucket="month"),
        measure(f"{p}-records-accounts", K, v, "typical", only([
            feel("positive", account="a"), feel("negative", account="a"), feel("positive", account=None), feel(None, account="b")]), [
            row("index", "0", group={"account": "a"}), row("index", "100", group={"account": None}), row("index", None, group={"account": "b"}, left_out={"unlabelled": 1}),
            row("index", "33.333333333", group={"account": ALL})], "0/2, 1/1, none labelled, 1/3", by=["account"], row_count=20),
        measure(f"{p}-records-peer", K, v, "typical", {
            kind: [feel(rng.choice(("positive", "neutral", "negative", None)), some_day(), kind=kind, account=rng.choice(("a", "b", None))) for _ in range(80)]
            for kind in kinds}, window=QUARTER, bucket="month", by=["account"]),
        measure(f"{p}-records-empty", K, v, "empty", {kind: [] for kind in kinds}, [
            row("index", None, sample=0, left_out={}), row("positive", "0"), row("count", "0")], "nothing"),
        measure(f"{p}-records-null", K, v, "null", only([feel(None), feel(None)]), [row("index", None, sample=0, left_out={"unlabelled": 2})],
                "nothing labelled"),
        measure(f"{p}-records-boundary", K, v, "boundary", only([
            feel("negative", "2025-12-31T23:59:59.999999Z"), feel("positive", d(1)), feel("neutral", "2026-01-31T23:59:59.999999Z"), feel("negative", f(1))]), [
            row("index", "50", sample=2)], "[from, to): 1/2", window=JANUARY),
        measure(f"{p}-records-as-of", K, v, "boundary", only([feel("positive", d(9)), feel("negative", d(20))]), [row("index", "100", sample=1)],
                "the second does not exist yet", as_of=d(15)),
        measure(f"{p}-records-duplicate", K, v, "bad_input", {kinds[-1]: records[kinds[-1]][:1] * 2}, origin="the same id twice",
                error={"code": "duplicate_id", "record": kinds[-1], "index": 1, "field": "id"}),
        measure(f"{p}-records-missing", K, v, "bad_input", {"survey": []}, origin="none of what it reads is given", error={"code": "missing_records"}),
    ]
NET_SENTIMENT.append(measure("sentiment-all-records-word", K, "all", "bad_input", {"review": [review(1, sentiment="lovely")]},
                             origin="a word that is not on the list",
                             error={"code": "unknown_word", "record": "review", "index": 0, "field": "sentiment"}))

# dissatisfaction_with_organization ------------------------------------------------------------------------------------

K, v, p = "dissatisfaction_with_organization", "standard", "dissatisfaction"


def org(scores, **more):
    return {"survey": [survey(f"s{i}", x, **{"kind": "organization", **more}) for i, x in enumerate(scores, 1)]}


DISSATISFACTION = [
    *of_whole(K, v, p, "dissatisfied", "answers"),
    formula(f"{p}-formula-b35", K, v, "ruling", {"dissatisfied": 2, "answers": 4}, {"share": {"value": "50"}}, "1 and 2 of 1, 2, 3, 4", ruling="B35"),
    measure(f"{p}-b35-records", K, v, "ruling", org([1, 2, 3, 4]), [
        row("share", "50", unit="percent", sample=4), row("dissatisfied", "2", unit="count"), row("answers", "4")],
        "bottom two boxes of five: 1 and 2; 3 is neutral and stays in the denominator", ruling="B35"),
    measure(f"{p}-records-low-is-good", K, v, "boundary", org([1, 2, 3, 4, 5], direction="low_is_good"), [
        row("share", "40", sample=5), row("dissatisfied", "2")], "where low is good the worst two are 4 and 5"),
    measure(f"{p}-records-seven", K, v, "boundary", org([1, 2, 3, 4, 5, 6, 7], scale=(1, 7)), [row("dissatisfied", "2"), row("share", "28.571428571")],
            "1 and 2 of 7"),
    measure(f"{p}-records-ten", K, v, "boundary", org([0, 1, 2, 9, 10], scale=(0, 10)), [row("dissatisfied", "2"), row("share", "40")], "0 and 1 of 0 to 10"),
    measure(f"{p}-records-halves", K, v, "boundary", org(["2.5", 2, "1.999"]), [row("dissatisfied", "2")], "2.5 lies above the second box"),
    measure(f"{p}-records-kinds", K, v, "typical", {"survey": [
        *org([1, 5])["survey"], survey("c1", 1), survey("c2", 1, kind="nps", scale=(0, 10)), survey("o", None, kind="organization")]}, [
        row("share", "50", sample=2, left_out={"other_kind": 2, "unanswered": 1})], "only answers about the organization: 1/2"),
    measure(f"{p}-records-kind", K, v, "typical", {"survey": [*org([1, 5])["survey"], survey("c1", 2, kind="relational")]}, [
        row("share", "100", sample=1, left_out={"other_kind": 2})], "another kind is asked for", parameters={"kind": "relational"}),
    measure(f"{p}-records-replaced", K, v, "boundary", {"survey": [
        survey("1", 1, kind="organization", at=d(5)), survey("1", 5, kind="organization", at=d(6)), survey("2", 2, kind="organization", at=d(5))]}, [
        row("share", "50", sample=2, left_out={"replaced": 1})], "a corrected answer replaces the earlier: 5 and 2"),
    measure(f"{p}-records-channels", K, v, "typical", {"survey": [
        survey("1", 1, kind="organization", channel="email"), survey("2", 4, kind="organization", channel="email"), survey("3", 2, kind="organization", channel="chat")]}, [
        row("share", "50", group={"channel": "email"}), row("share", "100", group={"channel": "chat"}), row("share", "66.666666667", group={"channel": ALL})],
        "1/2, 1/1, 2/3", by=["channel"], row_count=9),
    measure(f"{p}-records-months", K, v, "typical", {"survey": [
        survey("1", 1, kind="organization", at=d(5)), survey("2", 4, kind="organization", at=f(5)), survey("3", 2, kind="organization", at=f(6))]}, [
        row("share", "100", "2026-01"), row("share", "50", "2026-02"), row("share", None, "2026-03", sample=0), row("answers", "0", "2026-03"),
        row("share", "66.666666667")], "1/1, 1/2, nothing, 2/3", window=QUARTER, bucket="month"),
    measure(f"{p}-records-peer", K, v, "typical", {"survey": [
        survey(i, rng.randint(1, 5), kind="organization", at=some_day(), channel=rng.choice(("email", "chat", None))) for i in range(90)]},
        window=QUARTER, bucket="month", by=["channel"], level=0.99),
    measure(f"{p}-records-empty", K, v, "empty", {"survey": []}, [
        row("share", None, sample=0, left_out={}), row("dissatisfied", "0"), row("answers", "0")], "nothing"),
    measure(f"{p}-records-null", K, v, "null", {"survey": [survey("1", None, kind="organization"), survey("2", 1, kind="organization", account=None, direction=None)]}, [
        row("share", "100", sample=1, left_out={"unanswered": 1})], "a null score is no answer; a null direction is high is good"),
    measure(f"{p}-records-boundary", K, v, "boundary", {"survey": [
        survey("1", 1, kind="organization", at="2025-12-31T23:59:59.999999Z"), survey("2", 1, kind="organization", at=d(1)),
        survey("3", 5, kind="organization", at="2026-01-31T23:59:59.999999Z"), survey("4", 1, kind="organization", at=f(1))]}, [row("share", "50", sample=2)],
        "[from, to): 2 and 3", window=JANUARY),
    measure(f"{p}-records-mixed-scales", K, v, "bad_input", {"survey": [
        survey("1", 1, kind="organization"), survey("2", 1, kind="organization", scale=(1, 7))]}, origin="one measure, one scale", ruling="B31",
        error={"code": "mixed_scales"}),
    measure(f"{p}-records-both-directions", K, v, "boundary", {"survey": [
        survey("1", 1, kind="organization"), survey("2", 1, kind="organization", direction="low_is_good")]}, [row("share", "50", sample=2)],
        "answers are turned before anything else: 1 is bad, and good where low is good"),
    measure(f"{p}-records-two-points", K, v, "bad_input", org([0], scale=(0, 1)), origin="the bottom two of two boxes would be every answer",
            error={"code": "bad_scale"}),
    measure(f"{p}-records-out-of-scale", K, v, "bad_input", org([1, 6]), origin="6 of 5",
            error={"code": "out_of_scale", "record": "survey", "index": 1, "field": "score"}),
    measure(f"{p}-records-missing", K, v, "bad_input", {"ticket": []}, origin="no surveys are given", error={"code": "missing_records", "record": "survey"}),
    measure(f"{p}-records-bad-kind", K, v, "bad_input", org([1]), origin="an empty word", parameters={"kind": ""}, error={"code": "bad_parameter", "field": "kind"}),
]

# quality_score ------------------------------------------------------------------------------------------------------

K = "quality_score"
CRITERIA = ("product_knowledge", "tone_and_voice", "greeting", "clear_speech", "script")


def mark(id, mark, criterion="greeting", weight=None, agent="ann", at=d(10), scale=100, **more):
    out = {"id": str(id), "agent": agent, "reviewed_at": at, "criterion": criterion, "mark": mark, "scale_max": scale, **more}
    return out if weight is None else {**out, "weight": weight}


B54 = [mark("q1", 100, "product_knowledge", 40), mark("q1", 50, "tone_and_voice", 20), mark("q1", None, "script", 20, not_applicable=True),
       mark("q1", 50, "greeting", 20)]
Q1 = {"reviews": [1, 1, 1], "marks": [100, 50, 50], "weights": [40, 20, 20], "scale_max": 100}


def card(id, *marks, **more):
    """A review with a mark for each of the criteria."""
    return [mark(id, x, c, **more) for c, x in zip(CRITERIA, marks)]


def random_cards(n, **more):
    out = []
    for i in range(n):
        at, agent = some_day(), rng.choice(("ann", "bob", "cec"))
        for c in CRITERIA[:rng.randint(1, 5)]:
            na = rng.random() < 0.15
            out.append(mark(f"q{i}", None if na else rng.randint(0, 5), c, rng.randint(1, 40), agent, at, 5, critical=c == "greeting",
                            not_applicable=na, ticket=f"t{i % (n - 10)}"))
    return out


v, p = "standard", "quality-standard"
QUALITY_SCORE = [
    formula(f"{p}-formula-b54", K, v, "ruling", Q1, {
        "mean": {"value": "75", "unit": "score", "sample": 1, "lower": None, "upper": None}, "median": {"value": "75"}, "count": {"value": "1"}, "failed": {"value": "0"}},
        "(40 × 100 + 20 × 50 + 20 × 50)/80: the criterion that does not apply leaves with its weight; with it as 0 it would be 60", ruling="B54"),
    formula(f"{p}-formula-typical", K, v, "typical", {"reviews": [1, 1, 2, 2], "marks": [5, 3, 4, 0], "weights": [1, 1, 3, 1], "scale_max": 5}, {
        "mean": {"value": "70", "sample": 2}, "median": {"value": "70"}, "count": {"value": "2"}}, "(5 + 3)/10 = 80, (3 × 4 + 0)/20 = 60"),
    formula(f"{p}-formula-one-rounding", K, v, "boundary", {"reviews": [1, 1, 1, 2], "marks": [100, 100, 0, 0], "weights": [1, 1, 1, 1], "scale_max": 100}, {
        "mean": {"value": "33.333333334"}, "count": {"value": "2"}}, "66.666666667 and 0: each review is rounded once: 66.666666667/2 = 33.3333333335: half to even"),
    formula(f"{p}-formula-peer", K, v, "typical", {
        "reviews": [i // 3 for i in range(30)], "marks": [rng.randint(0, 10) for _ in range(30)], "weights": [rng.randint(1, 9) for _ in range(30)], "scale_max": 10}, level=0.9),
    formula(f"{p}-formula-empty", K, v, "empty", {"reviews": [], "marks": [], "weights": [], "scale_max": 5}, {
        "mean": undef(), "median": undef(), "count": {"value": "0"}, "failed": {"value": "0"}}, "nothing"),
    formula(f"{p}-formula-zero", K, v, "boundary", {"reviews": [7], "marks": [0], "weights": ["0.5"], "scale_max": 5}, {"mean": {"value": "0"}}, "a mark of 0"),
    formula(f"{p}-formula-full", K, v, "boundary", {"reviews": [7, 8], "marks": [5, 5], "weights": [1, 2], "scale_max": 5}, {"mean": {"value": "100"}}, "full marks"),
    formula(f"{p}-formula-out-of-scale", K, v, "bad_input", {"reviews": [1], "marks": [6], "weights": [1], "scale_max": 5}, origin="6 of 5",
            error={"code": "out_of_scale", "field": "marks"}),
    formula(f"{p}-formula-lengths", K, v, "bad_input", {"reviews": [1, 2], "marks": [5], "weights": [1], "scale_max": 5}, origin="lists of one length",
            error={"code": "bad_input"}),
    formula(f"{p}-formula-missing", K, v, "bad_input", {"reviews": [1], "marks": [5], "weights": [1]}, origin="the scale is absent",
            error={"code": "missing_input", "field": "scale_max"}),
    measure(f"{p}-b54-records", K, v, "ruling", {"quality_review": B54}, [
        row("mean", "75", unit="score", sample=1, left_out={"not_applicable": 1}), row("median", "75"), row("count", "1", unit="count"), row("failed", "0")],
        "(40 × 100 + 20 × 50 + 20 × 50)/80; as 0 it would be 60", ruling="B54"),
    measure(f"{p}-b54-mean-of-reviews", K, v, "ruling", {"quality_review": [*B54, mark("q2", 25)]}, [
        row("mean", "50", sample=2), row("median", "50"), row("count", "2")], "the mean of reviews, not of marks: (75 + 25)/2", ruling="B54"),
    measure(f"{p}-b54-critical-ignored", K, v, "ruling", {"quality_review": [mark("q1", 100, "script"), mark("q1", 0, critical=True)]}, [
        row("mean", "50"), row("failed", "1")], "counted, but not asked for: (100 + 0)/2", ruling="B54"),
    measure(f"{p}-b54-critical-fails", K, v, "ruling", {"quality_review": [
        mark("q1", 100, "script"), mark("q1", 0, critical=True), mark("q2", 80), mark("q3", 1, critical=True), mark("q3", 99, "script")]}, [
        row("mean", "43.333333333", sample=3), row("failed", "1"), row("median", "50")],
        "q1 failed: 0; q2 80; q3 did not fail: 50; 130/3", ruling="B54", parameters={"critical": "fail"}),
    measure(f"{p}-b54-critical-not-applicable", K, v, "ruling", {"quality_review": [
        mark("q1", 0, critical=True, not_applicable=True), mark("q1", 60, "script")]}, [
        row("mean", "60", left_out={"not_applicable": 1}), row("failed", "0")], "what does not apply cannot fail", ruling="B54", parameters={"critical": "fail"}),
    measure(f"{p}-records-weightless-critical", K, v, "boundary", {"quality_review": [
        mark("q1", 0, "script", 0, critical=True), mark("q1", 60), mark("q2", 100, "script", 0, critical=True), mark("q2", 80), mark("q3", 5, "script", 0)]}, [
        row("mean", "40", sample=2, left_out={"not_applicable": 1}), row("failed", "1")],
        "a critical criterion of weight 0 can only fail: q1 0, q2 80; q3 has no score", parameters={"critical": "fail"}),
    measure(f"{p}-records-scales", K, v, "typical", {"quality_review": [
        mark("q1", 4, "greeting", 1, scale=5), mark("q1", 5, "script", 1, scale=10), mark("q1", 1, "clear_speech", 2, scale=1)]}, [row("mean", "82.5")],
        "each mark on its own scale: (80 + 50 + 2 × 100)/4"),
    measure(f"{p}-records-agents", K, v, "typical", {"quality_review": [
        *card("q1", 100, 50), *card("q2", 80, agent="bob"), *card("q3", 60, 60, 30)]}, [
        row("mean", "62.5", group={"agent": "ann"}, sample=2), row("mean", "80", group={"agent": "bob"}), row("mean", "68.333333333", group={"agent": ALL})],
        "ann 75 and 50, bob 80; 205/3", by=["agent"], row_count=12),
    measure(f"{p}-records-months", K, v, "typical", {"quality_review": [*card("q1", 100, 50), *card("q2", 80, at=f(3)), *card("q3", 60, at=f(9))]}, [
        row("mean", "75", "2026-01"), row("mean", "70", "2026-02"), row("mean", None, "2026-03"), row("count", "0", "2026-03"), row("mean", "71.666666667")],
        "75; (80 + 60)/2; nothing; 215/3", window=QUARTER, bucket="month"),
    measure(f"{p}-b42-anchor", K, v, "ruling", {"quality_review": [*card("q1", 100, at=f(3), subject_at=d(30)), *card("q2", 60, at=f(3))]}, [
        row("mean", "100", "2026-01"), row("mean", "60", "2026-02")], "by the date of the reviewed contact, else of the review", ruling="B42",
        window={"from": "2026-01-01", "to": "2026-03-01"}, bucket="month"),
    measure(f"{p}-records-peer", K, v, "typical", {"quality_review": random_cards(50)}, window=QUARTER, bucket="month", by=["agent"]),
    measure(f"{p}-records-peer-fail", K, v, "typical", {"quality_review": random_cards(50)}, window=QUARTER, by=["agent"], parameters={"critical": "fail"}),
    measure(f"{p}-records-empty", K, v, "empty", {"quality_review": []}, [
        row("mean", None, sample=0, left_out={}), row("median", None), row("count", "0"), row("failed", "0")], "nothing"),
    measure(f"{p}-records-nothing-applies", K, v, "empty", {"quality_review": [mark("q1", None, not_applicable=True), mark("q1", 5, "script", not_applicable=True)]}, [
        row("mean", None, left_out={"not_applicable": 2}), row("count", "0")], "a review of which nothing applies has no score"),
    measure(f"{p}-records-null", K, v, "null", {"quality_review": [
        mark("q1", 100, "script", critical=None, not_applicable=None, subject_at=None, ticket=None) | {"weight": None}, mark("q1", 50)]}, [
        row("mean", "75", left_out={})], "an unknown weight is 1; unknown flags are no"),
    measure(f"{p}-records-boundary", K, v, "boundary", {"quality_review": [
        mark("q1", 1, at="2025-12-31T23:59:59.999999Z"), mark("q2", 100, at=d(1)), mark("q3", 50, at="2026-01-31T23:59:59.999999Z"), mark("q4", 1, at=f(1))]}, [
        row("mean", "75", sample=2)], "[from, to): 2 and 3", window=JANUARY),
    measure(f"{p}-records-as-of", K, v, "boundary", {"quality_review": [
        mark("q1", 100, at=d(9)), mark("q2", 50, at=d(20), subject_at=d(9))]}, [row("mean", "100", sample=1)],
        "the second had not been reviewed on the 15th, though its contact was over", as_of=d(15)),
    measure(f"{p}-records-out-of-scale", K, v, "bad_input", {"quality_review": [mark("q1", 101)]}, origin="101 of 100",
            error={"code": "out_of_scale", "record": "quality_review", "index": 0, "field": "mark"}),
    measure(f"{p}-records-duplicate", K, v, "bad_input", {"quality_review": [mark("q1", 100), mark("q2", 1), mark("q1", 50)]},
            origin="the same criterion of a review twice", error={"code": "duplicate_id", "record": "quality_review", "index": 2, "field": "id"}),
    measure(f"{p}-records-missing-agent", K, v, "bad_input", {"quality_review": [{**mark("q1", 100), "agent": None}]}, origin="agent is required",
            error={"code": "missing_field", "record": "quality_review", "index": 0, "field": "agent"}),
    measure(f"{p}-records-negative-weight", K, v, "bad_input", {"quality_review": [mark("q1", 100, weight=-1)]}, origin="a weight is not negative",
            error={"code": "negative", "record": "quality_review", "index": 0, "field": "weight"}),
    measure(f"{p}-records-bad-critical", K, v, "bad_input", {"quality_review": []}, origin="a word that it does not know", parameters={"critical": "maybe"},
            error={"code": "bad_parameter", "field": "critical"}),
    measure(f"{p}-records-missing", K, v, "bad_input", {"survey": []}, origin="no quality reviews are given",
            error={"code": "missing_records", "record": "quality_review"}),
]

v, p = "by_criterion", "quality-by_criterion"
QUALITY_SCORE += [
    formula(f"{p}-formula-typical", K, v, "typical", {"marks": [5, 3, 4], "scale_max": 5}, {
        "mean": {"value": "80", "unit": "score", "sample": 3}, "median": {"value": "80"}, "count": {"value": "3", "unit": "count"}}, "100, 60, 80"),
    formula(f"{p}-formula-peer", K, v, "typical", {"marks": [rng.randint(0, 10) for _ in range(25)], "scale_max": 10}, level=0.8),
    formula(f"{p}-formula-empty", K, v, "empty", {"marks": [], "scale_max": 5}, {"mean": undef(), "median": undef(), "count": {"value": "0"}}, "nothing"),
    formula(f"{p}-formula-thirds", K, v, "boundary", {"marks": [1, 2], "scale_max": 3}, {"mean": {"value": "50"}}, "33.333333333 and 66.666666667"),
    formula(f"{p}-formula-one", K, v, "boundary", {"marks": [1], "scale_max": 3}, {"mean": {"value": "33.333333333", "lower": None, "upper": None}}, "one mark"),
    formula(f"{p}-formula-out-of-scale", K, v, "bad_input", {"marks": [6], "scale_max": 5}, origin="6 of 5", error={"code": "out_of_scale", "field": "marks"}),
    formula(f"{p}-formula-missing", K, v, "bad_input", {"scale_max": 5}, origin="an input is absent", error={"code": "missing_input", "field": "marks"}),
    measure(f"{p}-records-typical", K, v, "typical", {"quality_review": [*B54, *card("q2", 80, 40, 90)]}, [
        row("mean", "90", group={"criterion": "product_knowledge"}, sample=2), row("mean", "45", group={"criterion": "tone_and_voice"}),
        row("mean", "70", group={"criterion": "greeting"}), row("mean", None, group={"criterion": "script"}, left_out={"not_applicable": 1}),
        row("mean", "68.333333333", group={"criterion": ALL}, sample=6), row("count", "6", group={"criterion": ALL})],
        "the mean of the marks of each criterion, unweighted; in all 410/6", row_count=15),
    measure(f"{p}-records-by-agent", K, v, "typical", {"quality_review": [*card("q1", 100, 50), *card("q2", 80, agent="bob")]}, [
        row("mean", "75", group={"agent": "ann"}), row("mean", "80", group={"agent": "bob"}), row("mean", "76.666666667", group={"agent": ALL})],
        "by agent where that is asked: 230/3", by=["agent"], row_count=9),
    measure(f"{p}-records-months", K, v, "typical", {"quality_review": [mark("q1", 100), mark("q2", 50, at=f(3)), mark("q3", 60, "script", at=f(3))]}, [
        row("mean", "100", "2026-01", {"criterion": "greeting"}), row("mean", "50", "2026-02", {"criterion": "greeting"}),
        row("mean", None, "2026-01", {"criterion": "script"}), row("count", "0", "2026-01", {"criterion": "script"}),
        row("mean", "70", group={"criterion": ALL})], "of each month; in all 210/3", window=QUARTER, bucket="month"),
    measure(f"{p}-records-peer", K, v, "typical", {"quality_review": random_cards(50)}, window=QUARTER),
    measure(f"{p}-records-empty", K, v, "empty", {"quality_review": []}, [
        row("mean", None, group={"criterion": ALL}), row("count", "0", group={"criterion": ALL})], "nothing"),
    measure(f"{p}-records-null", K, v, "null", {"quality_review": [mark("q1", 100, not_applicable=None) | {"weight": None}, mark("q2", 50, weight=0)]}, [
        row("mean", "75", group={"criterion": ALL}, left_out={})], "weights are not read"),
    measure(f"{p}-records-boundary", K, v, "boundary", {"quality_review": [
        mark("q1", 1, at="2025-12-31T23:59:59.999999Z"), mark("q2", 100, at=d(1)), mark("q3", 50, at="2026-01-31T23:59:59.999999Z"), mark("q4", 1, at=f(1))]}, [
        row("mean", "75", group={"criterion": "greeting"})], "[from, to)", window=JANUARY),
    measure(f"{p}-records-out-of-scale", K, v, "bad_input", {"quality_review": [mark("q1", 5, scale=5), mark("q2", 6, scale=5)]}, origin="6 of 5",
            error={"code": "out_of_scale", "record": "quality_review", "index": 1, "field": "mark"}),
    measure(f"{p}-records-critical", K, v, "bad_input", {"quality_review": []}, origin="marks are not failed", parameters={"critical": "fail"},
            error={"code": "unknown_parameter", "field": "critical"}),
]

v, p = "perception_gap", "quality-perception_gap"
SEEN = {"quality_review": [*card("q1", 100, 80, ticket="t1"), *card("q2", 60, ticket="t2"), *card("q3", 40, ticket="t3"), *card("q4", 10)],
        "survey": [survey("1", 3, ticket="t1"), survey("2", 5, ticket="t1"), survey("3", 4, ticket="t2"), survey("4", 1, ticket="t9"),
                   survey("5", 5), survey("6", None, ticket="t3"), survey("7", 1, kind="nps", scale=(0, 10), ticket="t3")]}
QUALITY_SCORE += [
    formula(f"{p}-formula-typical", K, v, "typical", {"own": [90, 60], "customers": [75, 75]}, {
        "gap": {"value": "0", "sample": 2}, "own": {"value": "75", "unit": "score"}, "customers": {"value": "75"}, "tickets": {"value": "2"}}, "+15 and −15"),
    formula(f"{p}-formula-peer", K, v, "typical", {"own": [rng.randint(40, 90) for _ in range(20)], "customers": [rng.randint(30, 90) for _ in range(20)]}),
    formula(f"{p}-formula-empty", K, v, "empty", {"own": [], "customers": []}, {
        "gap": undef(), "own": undef(), "customers": undef(), "tickets": {"value": "0"}}, "nothing"),
    formula(f"{p}-formula-one", K, v, "boundary", {"own": [100], "customers": [0]}, {"gap": {"value": "100", "lower": None, "upper": None}}, "one ticket has no interval"),
    formula(f"{p}-formula-negative-gap", K, v, "boundary", {"own": [50, 50], "customers": ["75.5", 100]}, {"gap": {"value": "-37.75"}}, "−25.5 and −50"),
    formula(f"{p}-formula-lengths", K, v, "bad_input", {"own": [1, 2], "customers": [1]}, origin="a pair for each ticket", error={"code": "bad_input"}),
    formula(f"{p}-formula-missing", K, v, "bad_input", {"own": [1]}, origin="an input is absent", error={"code": "missing_input", "field": "customers"}),
    measure(f"{p}-records-typical", K, v, "typical", SEEN, [
        row("gap", "0", sample=2, left_out={"no_ticket": 2, "other_kind": 1, "unanswered": 1}), row("own", "75", unit="score"), row("customers", "75", unit="score"),
        row("tickets", "2", unit="count")],
        "t1: own 90, customers (50 + 100)/2 = 75; t2: 60 and 75: gaps 15 and −15; t3 has no answer, t9 no review"),
    measure(f"{p}-records-gap", K, v, "typical", {"quality_review": card("q1", 100, 50, ticket="t1"), "survey": [survey("1", 2, ticket="t1")]}, [
        row("gap", "50"), row("own", "75"), row("customers", "25")], "75 − 25: agents are kinder to themselves"),
    measure(f"{p}-records-low-is-good", K, v, "boundary", {"quality_review": card("q1", 100, ticket="t1"), "survey": [survey("1", 2, ticket="t1", direction="low_is_good")]}, [
        row("customers", "75"), row("gap", "25")], "2 of 5 where low is good is 75"),
    measure(f"{p}-records-pooled", K, v, "boundary", {"quality_review": [mark("q1", 100, weight=3, ticket="t1"), mark("q2", 0, weight=1, ticket="t1")],
                                                      "survey": [survey("1", 5, ticket="t1")]}, [row("own", "75"), row("gap", "-25"), row("tickets", "1")],
        "two reviews of one ticket are pooled by weight"),
    measure(f"{p}-records-critical", K, v, "boundary", {"quality_review": [mark("q1", 100, "script", ticket="t1"), mark("q1", 0, critical=True, ticket="t1")],
                                                        "survey": [survey("1", 3, ticket="t1")]}, [row("own", "0"), row("gap", "-50")],
        "a failed critical criterion", parameters={"critical": "fail"}),
    measure(f"{p}-records-kind", K, v, "boundary", {"quality_review": card("q1", 100, ticket="t1"), "survey": [
        survey("1", 1, ticket="t1"), survey("2", 5, kind="agent", ticket="t1")]}, [row("gap", "0", left_out={"other_kind": 1})], "another kind of answer",
        parameters={"kind": "agent"}),
    measure(f"{p}-records-months", K, v, "typical", {
        "quality_review": [*card("q1", 100, ticket="t1"), *card("q2", 60, ticket="t2", at=f(3)), *card("q3", 50, ticket="t3", at=d(30))],
        "survey": [survey("1", 3, ticket="t1"), survey("2", 5, ticket="t2", at=f(3)), survey("3", 5, ticket="t3", at=f(2))]}, [
        row("gap", "50", "2026-01"), row("gap", "-40", "2026-02"), row("gap", None, "2026-03"), row("tickets", "0", "2026-03"),
        row("tickets", "3"), row("gap", "-13.333333333")], "t3 has its two sides in two months: only in all, (50 − 40 − 50)/3", window=QUARTER, bucket="month"),
    measure(f"{p}-records-peer", K, v, "typical", {"quality_review": random_cards(60), "survey": [
        survey(i, rng.randint(1, 5), ticket=f"t{rng.randint(0, 60)}", at=some_day()) for i in range(80)]}, window=QUARTER),
    measure(f"{p}-records-empty", K, v, "empty", {"quality_review": [], "survey": []}, [
        row("gap", None), row("own", None), row("customers", None), row("tickets", "0")], "nothing"),
    measure(f"{p}-records-null", K, v, "null", {"quality_review": card("q1", 100, ticket=None), "survey": [survey("1", 5, ticket=None)]}, [
        row("gap", None, left_out={"no_ticket": 2}), row("tickets", "0")], "of no ticket known"),
    measure(f"{p}-records-mixed", K, v, "bad_input", {"quality_review": card("q1", 100, ticket="t1"), "survey": [
        survey("1", 3, ticket="t1"), survey("2", 3, ticket="t1", scale=(1, 7))]}, origin="one measure, one scale", ruling="B31", error={"code": "mixed_scales"}),
]

# employee_engagement ------------------------------------------------------------------------------------------------

K, v, p = "employee_engagement", "score", "engagement-score"


def rate(i, score, at=d(10), scale=(1, 10), **more):
    return {"employee": str(i), "submitted_at": at, "score": score, "scale_min": scale[0], "scale_max": scale[1], **more}


EMPLOYEE_ENGAGEMENT = [
    formula(f"{p}-formula-typical", K, v, "typical", {"scores": [7, 8, 9, 6], "scale_min": 1, "scale_max": 10}, {
        "mean": {"value": "7.5", "unit": "score", "sample": 4}, "count": {"value": "4", "unit": "count"}}, "30/4"),
    formula(f"{p}-formula-peer", K, v, "typical", {"scores": [4, 5, 5, 6, 4, 5, 7, 5], "scale_min": 1, "scale_max": 10}, level=0.9),
    formula(f"{p}-formula-empty", K, v, "empty", {"scores": [], "scale_min": 1, "scale_max": 10}, {"mean": undef(), "count": {"value": "0"}}, "nothing"),
    formula(f"{p}-formula-one", K, v, "boundary", {"scores": [10], "scale_min": 1, "scale_max": 10}, {"mean": {"value": "10", "lower": None, "upper": None}}, "one answer"),
    formula(f"{p}-formula-thirds", K, v, "boundary", {"scores": [1, 2, 2], "scale_min": 1, "scale_max": 10}, {"mean": {"value": "1.666666667"}}, "5/3"),
    formula(f"{p}-formula-out-of-scale", K, v, "bad_input", {"scores": [11], "scale_min": 1, "scale_max": 10}, origin="11 of 10",
            error={"code": "out_of_scale", "field": "scores"}),
    formula(f"{p}-formula-missing", K, v, "bad_input", {"scale_min": 1, "scale_max": 10}, origin="an input is absent", error={"code": "missing_input", "field": "scores"}),
    measure(f"{p}-records-typical", K, v, "typical", {"employee_survey": [rate(1, 7), rate(2, 8), rate(3, 9), rate(4, 6), rate(5, None)]}, [
        row("mean", "7.5", unit="score", sample=4, left_out={"unanswered": 1}), row("count", "4", unit="count")], "30/4"),
    measure(f"{p}-records-months", K, v, "typical", {"employee_survey": [rate(1, 7), rate(1, 9, f(10)), rate(2, 4, f(11))]}, [
        row("mean", "7", "2026-01"), row("mean", "6.5", "2026-02"), row("mean", None, "2026-03", sample=0), row("count", "0", "2026-03"),
        row("mean", "6.666666667", sample=3)], "7; 13/2; nothing; 20/3", window=QUARTER, bucket="month"),
    measure(f"{p}-records-teams", K, v, "typical", {"employee_survey": [rate(1, 7, team="a"), rate(2, 8, team="a"), rate(3, 3, team="b")]}, [
        row("mean", "7.5", group={"team": "a"}), row("mean", "3", group={"team": "b"}), row("mean", "6", group={"team": ALL})],
        "a segment of the caller's own", by=["team"], row_count=6),
    measure(f"{p}-records-peer", K, v, "typical", {"employee_survey": [rate(i % 20, rng.randint(3, 8), some_day()) for i in range(90)]}, window=QUARTER, bucket="month"),
    measure(f"{p}-records-empty", K, v, "empty", {"employee_survey": []}, [row("mean", None, sample=0, left_out={}), row("count", "0")], "nothing"),
    measure(f"{p}-records-null", K, v, "null", {"employee_survey": [rate(1, 9, scale=(None, None)), rate(2, 6), rate(3, None, scale=(None, None))]}, [
        row("mean", "7.5", sample=2, left_out={"unanswered": 1})], "where no scale is named it is 1 to 10"),
    measure(f"{p}-records-boundary", K, v, "boundary", {"employee_survey": [
        rate(1, 1, "2025-12-31T23:59:59.999999Z"), rate(2, 10, d(1)), rate(3, 5, "2026-01-31T23:59:59.999999Z"), rate(4, 1, f(1))]}, [row("mean", "7.5")],
        "[from, to)", window=JANUARY),
    measure(f"{p}-records-five", K, v, "boundary", {"employee_survey": [rate(1, 4, scale=(1, 5)), rate(2, 5, scale=(1, 5))]}, [row("mean", "4.5")], "any one scale"),
    measure(f"{p}-records-mixed", K, v, "bad_input", {"employee_survey": [rate(1, 4, scale=(1, 5)), rate(2, 5)]}, origin="one measure, one scale",
            ruling="B31", error={"code": "mixed_scales"}),
    measure(f"{p}-records-out-of-scale", K, v, "bad_input", {"employee_survey": [rate(1, 11)]}, origin="11 of 10",
            error={"code": "out_of_scale", "record": "employee_survey", "index": 0, "field": "score"}),
    measure(f"{p}-records-missing-employee", K, v, "bad_input", {"employee_survey": [{"submitted_at": d(3), "score": 4}]}, origin="employee is required",
            error={"code": "missing_field", "record": "employee_survey", "index": 0, "field": "employee"}),
    measure(f"{p}-records-missing", K, v, "bad_input", {"survey": []}, origin="no employee surveys are given",
            error={"code": "missing_records", "record": "employee_survey"}),
]


def agent(id, hired=OLD, left=None, **more):
    return {"id": id, "hired_at": hired, "left_at": left, **more}


def act(agent, at, kind="helping"):
    return {"agent": agent, "at": at, "kind": kind}


v, p = "active_share", "engagement-active_share"
TEAM = [agent("a"), agent("b"), agent("c"), agent("e", left=m(1)), agent("g", hired=m(20))]
EMPLOYEE_ENGAGEMENT += [
    *of_whole(K, v, p, "active", "agents"),
    measure(f"{p}-b46-records", K, v, "ruling", {"agent": TEAM, "activity": [
        act("a", f(15)), act("a", m(1)), act("b", "2026-02-14T23:59:59.999999Z", "volunteering"), act("b", m(15)), act("c", "2026-03-14T23:59:59.999999Z", "volunteering"),
        act("e", f(20)), act("nobody", m(3))]}, [
        row("share", "66.666666667", unit="percent", sample=3), row("active", "2", unit="count"), row("agents", "3", unit="count")],
        "as of 15 March: from 15 February on and before 15 March: a and c of a b c; e has left, g has not come", ruling="B46", as_of=m(15)),
    measure(f"{p}-b46-short-month", K, v, "ruling", {"agent": [agent("a"), agent("b")], "activity": [act("a", f(28)), act("b", "2026-02-27T23:59:59Z")]}, [
        row("share", "50"), row("active", "1")], "a month before 31 March is 28 February", ruling="B46", as_of=m(31)),
    measure(f"{p}-b46-zone", K, v, "ruling", {"agent": [agent("a"), agent("b")], "activity": [
        act("a", "2026-03-14T23:00:00Z"), act("b", "2026-03-14T22:59:59Z")]}, [row("share", "50")],
        "15 April 00:00 in Berlin is 22:00 UTC, 15 March 00:00 there 23:00 UTC", ruling="B46", as_of="2026-04-14T22:00:00Z", zone=BERLIN),
    measure(f"{p}-records-months", K, v, "typical", {"agent": [agent("a"), agent("b"), agent("c", hired=f(5)), agent("e", left=f(5))], "activity": [
        act("a", d(5)), act("b", d(6)), act("a", f(5)), act("e", d(9)), act("c", m(9)), act("e", f(3))]}, [
        row("share", "100", "2026-01"), row("agents", "3", "2026-01"), row("share", "33.333333333", "2026-02"), row("share", "33.333333333", "2026-03"),
        row("share", "33.333333333")], "the month before the end of each bucket: 3/3, a of a b c, c of a b c; the total as its last month", window=QUARTER, bucket="month"),
    measure(f"{p}-records-weeks", K, v, "boundary", {"agent": [agent("a"), agent("b")], "activity": [act("a", d(1)), act("b", d(20))]}, [
        row("share", "50", "2026-W05"), row("share", "100", "2026-W04")],
        "a month before each week's end: before Mon 26 January from 26 December, before 2 February from 2 January", window={"from": "2026-01-19", "to": "2026-02-02"}, bucket="week"),
    measure(f"{p}-records-teams", K, v, "typical", {"agent": [agent("a", team="x"), agent("b", team="x"), agent("c", team="y")], "activity": [act("a", d(5)), act("c", d(5))]}, [
        row("share", "50", group={"team": "x"}), row("share", "100", group={"team": "y"}), row("share", "66.666666667", group={"team": ALL})],
        "1/2, 1/1, 2/3", window=JANUARY, by=["team"], row_count=9),
    measure(f"{p}-records-peer", K, v, "typical", {
        "agent": [agent(f"a{i}", some_day(1, 2) if i % 4 == 0 else OLD, some_day(3, 3) if i % 5 == 0 else None) for i in range(40)],
        "activity": [act(f"a{rng.randint(0, 45)}", some_day()) for i in range(60)]}, window=QUARTER, bucket="month"),
    measure(f"{p}-records-empty", K, v, "empty", {"agent": [], "activity": []}, [
        row("share", None, sample=0), row("active", "0"), row("agents", "0")], "nobody", window=JANUARY),
    measure(f"{p}-records-inactive", K, v, "boundary", {"agent": [agent("a")], "activity": []}, [row("share", "0", sample=1)], "nobody was active", window=JANUARY),
    measure(f"{p}-records-null", K, v, "null", {"agent": [agent("a", hired=None), agent("b", left=None)], "activity": [act("a", d(5), None)]}, [
        row("share", "50", sample=2)], "an unknown beginning is before all that is known; a null end is still there", window=JANUARY),
    measure(f"{p}-records-boundary", K, v, "boundary", {"agent": [agent("a", hired="2026-01-31T23:59:59.999999Z"), agent("b", hired=f(1)), agent("c", left=f(1)), agent("e", left="2026-01-31T23:59:59.999999Z")],
                                                        "activity": [act("a", d(1)), act("c", f(1))]}, [row("share", "50", sample=2), row("active", "1")],
        "just before 1 February: a and c; an activity on 1 February is not before it", window=JANUARY),
    measure(f"{p}-b46-just-before", K, v, "ruling", {"agent": [agent("a"), agent("b", left=m(15)), agent("c", hired=m(15))], "activity": [act("b", f(15)), act("c", m(15)), act("a", m(15))]}, [
        row("share", "50", sample=2), row("active", "1")], "just before 15 March 00:00: b has not left, c has not come; what is done at as_of is not before it", ruling="B46", as_of=m(15)),
    measure(f"{p}-records-as-of-in-window", K, v, "boundary", {"agent": [agent("a"), agent("b", left=f(20)), agent("c", hired=f(20))], "activity": [act("a", d(5)), act("b", d(20)), act("a", f(16))]}, [
        row("share", "100", "2026-01"), row("share", "50", "2026-02"), row("agents", "2", "2026-02"), row("share", "50"), row("agents", "0", "2026-03")],
        "as of 15 February: from 15 January on b; March has not begun", window=QUARTER, bucket="month", as_of=f(15)),
    measure(f"{p}-records-no-instant", K, v, "bad_input", {"agent": [agent("a")], "activity": []}, origin="neither a window nor as_of",
            error={"code": "as_of_required"}),
    measure(f"{p}-records-duplicate", K, v, "bad_input", {"agent": [agent("a"), agent("a")], "activity": []}, origin="the same agent twice", window=JANUARY,
            error={"code": "duplicate_id", "record": "agent", "index": 1, "field": "id"}),
    measure(f"{p}-records-order", K, v, "bad_input", {"agent": [agent("a", hired=f(5), left=f(4))], "activity": []}, origin="left before being hired", window=JANUARY,
            error={"code": "wrong_order", "record": "agent", "index": 0, "field": "left_at"}),
]

# agent_attrition_rate -----------------------------------------------------------------------------------------------

K = "agent_attrition_rate"
AGENT_ATTRITION_RATE = []
LEFT = [agent("a"), agent("b", left=d(10)), agent("c", hired=d(5)), agent("e", left=d(1)), agent("g", hired=f(1)), agent("h", left=f(1)), agent("i", hired=d(3), left=d(9))]
YEAR = {"from": "2026-01-01", "to": "2027-01-01"}
for v in ("annualised", "period"):
    p, year = f"attrition-{v}", v == "annualised"

    def inputs(leavers, opening, closing, period=31557600):
        return {"leavers": leavers, "opening": opening, "closing": closing, **({"period": period} if year else {})}

    AGENT_ATTRITION_RATE += [
        formula(f"{p}-formula-typical", K, v, "typical", inputs(3, 20, 40), {
            "rate": {"value": "10", "unit": "percent"}, "leavers": {"value": "3", "unit": "count"}, "opening": {"value": "20"}, "closing": {"value": "40"}},
            "100 × 3 ÷ 30" + (", over a year of 365.25 days" if year else "")),
        formula(f"{p}-formula-thirds", K, v, "typical", inputs(1, 1, 2), {"rate": {"value": "66.666666667"}}, "100 ÷ 1.5"),
        formula(f"{p}-formula-empty", K, v, "empty", inputs(0, 0, 0), {"rate": undef(), "leavers": {"value": "0"}}, "nobody to leave"),
        formula(f"{p}-formula-zero", K, v, "boundary", inputs(0, 5, 5), {"rate": {"value": "0"}}, "nobody left"),
        formula(f"{p}-formula-above", K, v, "boundary", inputs(9, 2, 1), {"rate": {"value": "600"}}, "more may leave than there are: 900 ÷ 1.5"),
        formula(f"{p}-formula-half-even", K, v, "boundary", inputs(1, 4096, 4096), {"rate": {"value": "0.024414062"}}, "100/4096: half to even"),
        formula(f"{p}-formula-negative", K, v, "bad_input", inputs(-1, 5, 5), origin="a count is not negative", error={"code": "negative", "field": "leavers"}),
        formula(f"{p}-formula-missing", K, v, "bad_input", {"leavers": 1, "opening": 2}, origin="an input is absent", error={"code": "missing_input", "field": "closing"}),
        measure(f"{p}-records-typical", K, v, "typical", {"agent": LEFT}, [
            row("rate", "1009.907834101" if year else "85.714285714", unit="percent", sample=3), row("leavers", "3", unit="count"), row("opening", "4"),
            row("closing", "3")],
            "just before 1 January a b e h, just before 1 February a c h; b, e and i left in [from, to): 100 × 3 ÷ 3.5" + (" × 365.25/31" if year else ""),
            window=JANUARY),
        measure(f"{p}-records-months", K, v, "typical", {"agent": [agent("a"), agent("b"), agent("c", left=f(9)), agent("e", hired=m(2))]}, [
            row("leavers", "0", "2026-01"), row("rate", "0", "2026-01"), row("leavers", "1", "2026-02"), row("closing", "2", "2026-02"), row("opening", "2", "2026-03"),
            row("rate", "521.785714286" if year else "40", "2026-02"), row("leavers", "1"), row("rate", "135.277777778" if year else "33.333333333")],
            "February: 100 ÷ 2.5" + (" × 365.25/28" if year else "") + "; the quarter: 100 ÷ 3" + (" × 365.25/90" if year else ""), window=QUARTER, bucket="month"),
        measure(f"{p}-records-teams", K, v, "typical", {"agent": [agent("a", team="x"), agent("b", left=d(9), team="x"), agent("c", team="y")]}, [
            row("leavers", "1", group={"team": "x"}), row("leavers", "0", group={"team": "y"}), row("rate", "0", group={"team": "y"}),
            row("opening", "2", group={"team": "x"}), row("opening", "3", group={"team": ALL})], "x loses one of two", window=YEAR, by=["team"], row_count=12),
        measure(f"{p}-records-peer", K, v, "typical", {"agent": [
            agent(f"a{i}", some_day(1, 2) if i % 3 == 0 else OLD, some_day(3, 4) if i % 4 == 0 else None, team=rng.choice(("x", "y"))) for i in range(50)]},
            window=QUARTER, bucket="month", by=["team"]),
        measure(f"{p}-records-empty", K, v, "empty", {"agent": []}, [
            row("rate", None), row("leavers", "0"), row("opening", "0"), row("closing", "0")], "nobody", window=JANUARY),
        measure(f"{p}-records-comes-and-goes", K, v, "empty", {"agent": [agent("a", hired=d(3), left=d(9))]}, [row("rate", None), row("leavers", "1"), row("opening", "0")],
                "there is nobody at the start and nobody at the end", window=JANUARY),
        measure(f"{p}-records-null", K, v, "null", {"agent": [agent("a", hired=None), agent("b", hired=None, left=d(9)), agent("c", team=None)]}, [
            row("opening", "3"), row("closing", "2"), row("leavers", "1")], "an unknown beginning is before all that is known; a null end is still there", window=JANUARY),
        measure(f"{p}-b5-boundary", K, v, "ruling", {"agent": [
            agent("a", left=d(1)), agent("b", hired=d(1)), agent("c", left=f(1)), agent("e", hired=f(1))]}, [
            row("opening", "2"), row("closing", "2"), row("leavers", "1")], "just before: a c, then b c; who leaves at from has left in it, at to not", ruling="B5", window=JANUARY),
        measure(f"{p}-records-as-of", K, v, "boundary", {"agent": [agent("a"), agent("b", left=d(10)), agent("c", left=d(25)), agent("e", hired=d(20))]}, [
            row("leavers", "1"), row("closing", "2"), row("rate", "1043.571428571" if year else "40")],
            "on 15 January: 3, then 2; one has left: 100 ÷ 2.5" + (" × 365.25/14" if year else ""), window=JANUARY, as_of=d(15)),
        measure(f"{p}-records-summer-time", K, v, "boundary", {"agent": [agent("a"), agent("b", left=m(9)), agent("c", left=APRIL)]}, [
            row("leavers", "1"), row("opening", "3"), row("closing", "2"), row("rate", "471.924629879" if year else "40")],
            "in Berlin March ends at 22:00 UTC of the 31st and has 743 hours: 100 ÷ 2.5" + (" × 8766/743" if year else "") + "; c leaves two hours later", zone=BERLIN,
            window={"from": "2026-03-01", "to": "2026-04-01"}),
        measure(f"{p}-records-peer-as-of", K, v, "boundary", {"agent": [
            agent(f"a{i}", some_day(1, 2) if i % 3 == 0 else OLD, some_day(2, 3) if i % 4 == 0 and i % 3 else None) for i in range(50)]}, window=QUARTER, bucket="month", as_of=f(15)),
        measure(f"{p}-records-no-window", K, v, "bad_input", {"agent": LEFT}, origin="a balance needs its two instants", error={"code": "window_required"}),
        measure(f"{p}-records-duplicate", K, v, "bad_input", {"agent": [agent("a"), agent("a")]}, origin="the same agent twice", window=JANUARY,
                error={"code": "duplicate_id", "record": "agent", "index": 1, "field": "id"}),
        measure(f"{p}-records-order", K, v, "bad_input", {"agent": [agent("a"), agent("b", hired=d(5), left=d(4))]}, origin="left before being hired", window=JANUARY,
                error={"code": "wrong_order", "record": "agent", "index": 1, "field": "left_at"}),
        measure(f"{p}-records-missing", K, v, "bad_input", {"survey": []}, origin="no agents are given", window=JANUARY, error={"code": "missing_records", "record": "agent"}),
    ]
AGENT_ATTRITION_RATE += [
    formula("attrition-annualised-formula-quarter", K, "annualised", "typical", {"leavers": 2, "opening": 20, "closing": 20, "period": 7889400}, {
        "rate": {"value": "40"}}, "a quarter of 365.25 days: 10 × 4"),
    formula("attrition-annualised-formula-no-time", K, "annualised", "bad_input", {"leavers": 2, "opening": 20, "closing": 20, "period": 0},
            origin="no time has passed", error={"code": "bad_input", "field": "period"}),
]

FILES = {
    "positive_reviews": ("Positive reviews: conformance cases", POSITIVE_REVIEWS),
    "net_sentiment": ("Net sentiment: conformance cases", NET_SENTIMENT),
    "dissatisfaction_with_organization": ("Dissatisfaction with the organization: conformance cases", DISSATISFACTION),
    "quality_score": ("Quality score: conformance cases", QUALITY_SCORE),
    "employee_engagement": ("Employee engagement: conformance cases", EMPLOYEE_ENGAGEMENT),
    "agent_attrition_rate": ("Agent attrition rate: conformance cases", AGENT_ATTRITION_RATE),
}
