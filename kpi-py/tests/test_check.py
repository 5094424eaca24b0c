"""What `kpi.check` finds in records of every form; expected values by hand."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import kpi
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

DAY = "2026-03-02T09:00:00Z"
FORMS: dict[str, Callable[[dict[str, list[Any]]], Any]] = {
    "dict": dict,
    "rows": lambda data: [dict(zip(data, row)) for row in zip(*data.values())],
    "polars": pl.DataFrame,
    "pandas": pd.DataFrame,
    "pyarrow": pa.table,
}


def short(problems: list[kpi.Problem]) -> list[tuple[str, str, str, int, list[int]]]:
    return [
        (one.record, one.field, one.code, one.count, [found.index for found in one.examples])
        for one in problems
    ]


@pytest.mark.parametrize("form", FORMS)
def test_every_problem_is_listed(form: str) -> None:
    data: dict[str, list[Any]] = {
        "id": ["T1", "T2", "T3", "T3"],
        "created_at": [DAY, "yesterday", DAY, DAY],
        "resolved_at": [None, "2026-03-02", "2026-03-01T09:00:00Z", None],
        "status": ["open", "open", "solved", "open"],
        "reopens": ["0", "many", "-1", "1"],
    }
    problems = kpi.check(tickets=FORMS[form](data))
    assert sorted(short(problems)) == [
        ("ticket", "created_at", "bad_instant", 1, [1]),
        ("ticket", "id", "duplicate_id", 1, [3]),
        ("ticket", "reopens", "negative", 1, [2]),
        ("ticket", "reopens", "not_a_number", 1, [1]),
        ("ticket", "resolved_at", "bad_instant", 1, [1]),
        ("ticket", "resolved_at", "wrong_order", 1, [2]),
        ("ticket", "status", "unknown_word", 1, [2]),
    ]
    assert all(one.refused for one in problems)
    found = {one.field: one.examples[0] for one in problems if one.code == "bad_instant"}
    assert found["created_at"] == kpi.Found(1, "T2", "yesterday")
    assert found["resolved_at"] == kpi.Found(1, "T2", "2026-03-02")
    data["resolved_at"] = [None] * 4
    german = {"ticket": {"status": {"solved": "resolved"}}}
    doubts = [one for one in kpi.check(tickets=FORMS[form](data), words=german) if not one.refused]
    assert short(doubts) == [("ticket", "resolved_at", "missing_field", 1, [2])]


def test_values_of_python() -> None:
    rows: list[dict[str, object]] = [
        {"id": "a", "created_at": 5, "complaint": "maybe", "tags": {"x": 1}, "custom": {"y": 2}},
        {"id": "b", "created_at": datetime(2026, 3, 2), "value": 9.5, "reopens": object()},
    ]
    problems = kpi.check(tickets=rows)
    assert short(problems) == [
        ("ticket", "created_at", "wrong_type", 1, [0]),
        ("ticket", "complaint", "wrong_type", 1, [0]),
        ("ticket", "tags", "wrong_type", 1, [0]),
        ("ticket", "custom", "wrong_type", 1, [0]),
        ("ticket", "created_at", "bad_instant", 1, [1]),
        ("ticket", "value", "wrong_type", 1, [1]),
        ("ticket", "reopens", "wrong_type", 1, [1]),
    ]
    # A local time is none where a zone says how to read it.
    zoned = kpi.check(tickets=rows[1:], zone="Europe/Berlin")
    assert [one.field for one in zoned] == ["value", "reopens"]


def test_columns_of_arrow() -> None:
    table = pa.table(
        {
            "id": ["a", "b", "c"],
            "created_at": pa.array([0, 1_000, 2_001], pa.timestamp("ns", "UTC")),
            "resolved_at": pa.array([1.5, 2.5, None]),
            "complaint": pa.array([datetime(2026, 1, 1, tzinfo=UTC)] * 3),
            "score": [1, 2, 3],
        }
    )
    problems = kpi.check(tickets=table)
    assert [(one.field, one.code, one.count) for one in problems] == [
        ("resolved_at", "wrong_type", 3),
        ("complaint", "wrong_type", 3),
        ("score", "unknown_field", 3),
        ("created_at", "too_fine", 1),
    ]
    assert problems[3].examples == (kpi.Found(2, "c", None),)
    assert "Arrow type" in problems[0].text
    for field in ("resolved_at", "complaint"):
        with pytest.raises(kpi.KpiError) as caught:
            kpi.report("first_response_time", tickets=table.select(["id", field]))
        assert (caught.value.code, caught.value.field) == ("wrong_type", field)
        assert "Arrow type" in caught.value.text


def test_several_kinds_and_batches() -> None:
    surveys = [
        {"id": i, "kind": "nps", "scale_min": 0, "scale_max": 10, "score": 11} for i in "abc"
    ]
    table = pa.Table.from_batches(pa.Table.from_pylist(surveys).to_batches(max_chunksize=1))
    accounts: list[dict[str, object]] = [{"id": "A", "started_at": DAY}]
    contacts = [
        {"id": "C", "channel": "phone", "outcome": "failed", "started_at": DAY, "account": "B"}
    ]
    problems = kpi.check(surveys=table, accounts=accounts, contacts=contacts)
    assert short(problems) == [
        ("survey", "score", "out_of_scale", 3, [0, 1, 2]),
        ("contact", "account", "unknown_account", 1, [0]),
    ]
    assert [one.refused for one in problems] == [True, False]
    assert [found.id for found in problems[0].examples] == ["a", "b", "c"]


def test_nothing() -> None:
    assert kpi.check() == []
    assert kpi.check(tickets=[], surveys=pa.table({"id": pa.array([], pa.string())})) == []


def test_a_table_with_its_mapping() -> None:
    answers = {"no": [1, 2], "q": [5, 9]}
    surveys = kpi.table(
        answers,
        columns={"no": "id", "q": "score"},
        constants={"kind": "csat", "scale_min": 1, "scale_max": 5},
    )
    (problem,) = kpi.check(surveys=surveys)
    assert (problem.field, problem.examples[0]) == ("score", kpi.Found(1, "2", "9"))
    with pytest.raises(kpi.KpiError, match="no such column to map"):
        kpi.check(surveys=kpi.table(answers, columns={"p": "score"}))
