"""Standing: the numbers that the articles give, one that each value lies within or outside of."""

from decimal import Decimal

import kpi
import pytest


# S4: above 50 % satisfied is good, 70 % or more excellent; below 70 % of easy answers needs work; 75
# to 85 % of occupancy is usual; an NPS of 35.7 is the mean. S0: a promoter is worth 7 to 15
# detractors.
@pytest.mark.parametrize(
    ("which", "value", "word", "ends"),
    [
        (("csat", "", ""), 60, "good", ("50", None)),
        (("csat", "", ""), "69.999999999", "good", ("50", None)),
        (("csat", "", ""), "50.000000001", "good", ("50", None)),
        (("csat", "", ""), 50, "worse", ("50", None)),
        (("csat", "", ""), Decimal(70), "excellent", ("70", None)),
        (("csat", "top_two_boxes", "share"), 49.9, "worse", ("50", None)),
        (("customer_effort_score", "share", "share"), 55, "needs_work", (None, "70")),
        (("customer_effort_score", "share", "share"), 70, "better", (None, "70")),
        (("occupancy_rate", "", ""), 80, "usual", ("75", "85")),
        (("occupancy_rate", "", ""), 85, "usual", ("75", "85")),
        (("occupancy_rate", "", ""), 92, "above", ("75", "85")),
        (("occupancy_rate", "", ""), 60, "below", ("75", "85")),
        (("nps", "", ""), 35.7, "mean", ("35.7", "35.7")),
        (("nps", "", ""), 45, "better", ("35.7", "35.7")),
        (("customer_lifetime_value", "promoters_to_detractors", "ratio"), 6, "below", ("7", "15")),
    ],
)
def test_a_value_stands_where_its_source_says(
    which: tuple[str, str, str],
    value: Decimal | float | str,
    word: str,
    ends: tuple[str | None, str | None],
) -> None:
    (found,) = kpi.standing(*which, value)
    low, high = (None if end is None else Decimal(end) for end in ends)
    assert (found.word, found.low, found.high) == (word, low, high)
    assert found.clock is None


def test_what_nobody_speaks_of_has_no_benchmark() -> None:
    nothing = kpi.standing("utilization", "", "", 75)
    assert [(one.word, one.label, one.low, one.high) for one in nothing] == [
        ("no_benchmark", None, None, None)
    ]
    assert [(one.population, one.source, one.clock) for one in nothing] == [(None, None, None)]
    # A benchmark of the mean says nothing of the median, nor one of calls of post cards.
    assert kpi.standing("first_response_time", "", "median", 60) == nothing
    assert kpi.standing("first_response_time", "", "mean", 60, "post cards") == nothing


def test_each_population_and_source_answers_for_itself() -> None:
    # S4: 2 to 3 minutes by phone, 2 to 5 by live chat, 1 to 24 hours on social media, 1 to 12 by
    # email. S0: less than 3 minutes by phone, less than 45 seconds by live chat.
    found = kpi.standing("first_response_time", "", "mean", 100)
    assert {(one.source, one.population): one.word for one in found} == {
        ("S4", "phone"): "better",
        ("S4", "live chat"): "better",
        ("S4", "social media"): "better",
        ("S4", "email"): "better",
        ("S0", "phone"): "expected",
        ("S0", "live chat"): "worse",
    }
    assert {one.clock for one in found} == {"calendar"}
    chat = kpi.standing("first_response_time", "", "mean", 100, "live chat")
    assert chat == [one for one in found if one.population == "live chat"]
    assert [(one.source, one.exclusive) for one in chat] == [("S4", False), ("S0", True)]
    assert [one.word for one in kpi.standing("first_response_time", "", "mean", 45, "live chat")] == [
        "better",
        "worse",
    ]


@pytest.mark.parametrize(
    ("which", "value", "code", "field"),
    [
        (("happiness", "", ""), 1, "unknown_kpi", "kpi"),
        (("csat", "median", ""), 1, "unknown_variant", "variant"),
        (("csat", "", "median"), 1, "bad_request", "figure"),
        (("csat", "", ""), "1e30", "overflow", "value"),
    ],
)
def test_what_does_not_exist_is_refused(
    which: tuple[str, str, str], value: float | str, code: str, field: str
) -> None:
    with pytest.raises(kpi.KpiError) as caught:
        kpi.standing(*which, value)
    assert (caught.value.code, caught.value.field) == (code, field)
