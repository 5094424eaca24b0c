"""Records that cannot be read are skipped and counted on request; expected values by hand."""

from collections.abc import Callable
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import kpi
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

NPS: dict[str, Any] = {"kind": "nps", "scale_min": 0, "scale_max": 10}
FORMS: dict[str, Callable[[dict[str, list[Any]]], Any]] = {
    "dict": dict,
    "rows": lambda data: [dict(zip(data, row)) for row in zip(*data.values())],
    "polars": pl.DataFrame,
    "pandas": pd.DataFrame,
    "pyarrow": lambda data: pa.table({name: pa.array(data[name]) for name in data}),
}


def inputs(report: kpi.Report, kind: str) -> tuple[int, dict[str, int]]:
    counted = report.about["inputs"][kind]
    return counted["records"], counted["skipped"]


@pytest.mark.parametrize("form", FORMS)
def test_text_that_is_no_number(form: str) -> None:
    data = {
        "id": ["a", "b", "c", "d"],
        "score": ["10", "ten", "3", "4.00001"],
        "channel": ["email", "email", "chat", "chat"],
    }
    surveys = kpi.table(FORMS[form](data), constants=NPS)
    report = kpi.report("nps", surveys=surveys, by="channel", bad_records="skip")
    assert inputs(report, "survey") == (4, {"not_a_number": 1, "too_fine": 1})
    assert report.value("nps", channel="email") == 100
    assert report.value("nps", channel="chat") == -100
    assert inputs(kpi.measure.nps(surveys=surveys, bad_records="skip"), "survey")[0] == 4
    with pytest.raises(kpi.KpiError) as caught:
        kpi.report("nps", surveys=surveys)
    error = caught.value
    assert (error.code, error.index, error.field) == ("not_a_number", 1, "score")


@pytest.mark.parametrize("form", ["dict", "rows", "polars", "pyarrow"])
def test_not_a_number(form: str) -> None:
    data: dict[str, list[Any]] = {"id": [1, 2, 3], "score": [9.0, float("nan"), 10.0]}
    surveys = kpi.table(FORMS[form](data), constants=NPS)
    accumulator = kpi.Accumulator("nps", bad_records="skip").push(surveys=surveys)
    report = accumulator.push(surveys=[NPS | {"id": 4, "score": Decimal("NaN")}]).report()
    assert inputs(report, "survey") == (4, {"not_a_number": 2})
    assert report.value("nps") == 100
    assert report.row("nps")["sample"] == 2


def test_one_fault_per_record() -> None:
    row = NPS | {"id": "a", "score": "ten", "submitted_at": "yesterday"}
    good = NPS | {"id": "b", "score": 0, "submitted_at": None}
    for rows in ([row, good], pl.DataFrame([{**row, "scale_min": 0}, good])):
        report = kpi.report("nps", surveys=rows, bad_records="skip")
        records, skipped = inputs(report, "survey")
        assert (records, sum(skipped.values())) == (2, 1)
        assert report.value("nps") == -100
    nobody = kpi.report("nps", surveys=[row], bad_records="skip")
    assert inputs(nobody, "survey")[0] == 1
    assert nobody.row("nps")["undefined"] == "no_records"


def test_columns_beside_a_bad_one_stay_aligned() -> None:
    """The second of four tickets has an instant that is too fine; the others wait 10, 30, 50 s."""
    start = datetime(2026, 3, 1, tzinfo=UTC)
    base = int(start.timestamp()) * 10**9
    ends = [base + wait for wait in (10 * 10**9, 20 * 10**9 + 1, 30 * 10**9, 50 * 10**9)]
    table = pa.table(
        {
            "id": ["a", "b", "c", "d"],
            "created_at": pa.array([start] * 4, pa.timestamp("us", "UTC")),
            "first_response_at": pa.array(ends, pa.timestamp("ns", "UTC")),
            "channel": pa.array(["x", "x", "y", None]).dictionary_encode(),
            "tags": [["p"], ["p", "q"], ["q", "r"], None],
            "complaint": [True, None, False, True],
            "shop": ["A", "A", None, "B"],
        }
    )
    means = {
        "channel": {"x": 10, "y": 30, None: 50},
        "tags": {"p": 10, "q": 30, "r": 30, None: 50},
        "shop": {"A": 10, None: 30, "B": 50},
    }
    for by, expected in means.items():
        report = kpi.measure.first_response_time(tickets=table, by=by, bad_records="skip")
        assert inputs(report, "ticket") == (4, {"too_fine": 1})
        found = {row[by]: row["value"] for row in report.rows if row["figure"] == "mean"}
        assert found == {"(all)": 30} | expected
    complaints = [{"record": "ticket", "field": "complaint", "is": True}]
    report = kpi.measure.first_response_time(tickets=table, filters=complaints, bad_records="skip")
    assert report.value("first_response_time") == 30


def test_what_is_no_record_is_refused() -> None:
    wrong: Any
    for wrong in ([5], [NPS | {"id": "a", "score": 1, "submitted_at": True}, 5]):
        with pytest.raises(kpi.KpiError) as caught:
            kpi.report("nps", surveys=wrong, bad_records="skip")
        assert caught.value.code == "bad_request"


def test_a_value_of_no_field_makes_no_record_bad() -> None:
    ticket = {"id": "a", "created_at": "2026-03-02T09:00:00Z", "first_response_at": None, "custom": {"a": 1}}
    with pytest.raises(kpi.KpiError) as caught:
        kpi.report("first_response_time", tickets=[ticket], bad_records="skip")
    assert caught.value.field == "custom"


def test_an_answer_before_the_call_began_is_skipped() -> None:
    call = {
        "id": "1",
        "channel": "phone",
        "outcome": "answered",
        "started_at": "2026-01-01T10:00:10Z",
        "queued_at": "2026-01-01T10:00:00Z",
        "answered_at": "2026-01-01T10:00:05Z",
    }
    report = kpi.report(kpi.ask("first_response_time", "from_created"), contacts=[call], bad_records="skip")
    assert report.about["inputs"]["contact"]["skipped"] == {"response_before_creation": 1}
