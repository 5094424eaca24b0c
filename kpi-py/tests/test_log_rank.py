"""The log-rank test: values as Python has them, errors with their group."""

from datetime import timedelta
from typing import Any

import kpi
import pytest

EARLY: dict[str, object] = {"durations": [1, 2, 3, 4], "observed": [True, True, True, False]}
LATE: dict[str, object] = {"durations": [2, 5, 6, 7], "observed": [True, True, False, True]}


def test_the_numbers_are_those_of_r() -> None:
    test = kpi.log_rank([EARLY, LATE])
    assert test is not None
    # survdiff of R survival 3.5.3
    assert test.statistic == pytest.approx(1.719836400817996, rel=1e-12)
    assert test.degrees_of_freedom == 1
    assert test.p == pytest.approx(0.18971410512798606, rel=1e-12)


def test_durations_and_flags_are_what_formulas_take() -> None:
    durations = tuple(timedelta(seconds=x) for x in (1, 2, 3, 4))
    same: dict[str, object] = {"durations": durations, "observed": (1, 1, 1, 0)}
    assert kpi.log_rank(iter([same, LATE])) == kpi.log_rank([EARLY, LATE])


def test_nothing_to_compare_is_none() -> None:
    assert kpi.log_rank([EARLY, {"durations": [], "observed": []}]) is None


@pytest.mark.parametrize(
    ("groups", "code", "field"),
    [
        ([EARLY], "bad_input", "groups"),
        ([EARLY, {"durations": [1]}], "missing_input", "groups[1].observed"),
        ([EARLY, {"durations": [1], "observed": []}], "bad_input", "groups[1].observed"),
        ([{"durations": [-1], "observed": [True]}, LATE], "negative", "groups[0].durations"),
        ([EARLY, {**LATE, "team": "a"}], "unknown_input", "groups[1].team"),
    ],
)
def test_errors_name_the_group(groups: list[dict[str, Any]], code: str, field: str) -> None:
    with pytest.raises(kpi.KpiError) as caught:
        kpi.log_rank(groups)
    assert (caught.value.code, caught.value.field) == (code, field)
