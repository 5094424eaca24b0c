"""One class of errors, with codes and places."""

import pickle
from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal
from typing import Any

import kpi
import pytest

WRONG: dict[str, tuple[str, str | None, Callable[[], Any]]] = {
    "kpi": ("unknown_kpi", "kpi", lambda: kpi.report("npss", surveys=[])),
    "variant": ("unknown_variant", "variant", lambda: kpi.report(kpi.ask("nps", "x"), surveys=[])),
    "parameter": (
        "unknown_parameter",
        "kin",
        lambda: kpi.report(kpi.ask("nps", kin="x"), surveys=[]),
    ),
    "records": ("missing_records", None, lambda: kpi.report("nps")),
    "no KPI": ("bad_request", "kpis", lambda: kpi.report([], surveys=[])),
    "bucket": (
        "bad_request",
        "bucket",
        lambda: kpi.report("nps", surveys=[], bucket="fortnight"),  # type: ignore[arg-type]
    ),
    "size of a bucket": (
        "bad_request",
        "bucket",
        lambda: kpi.report("nps", surveys=[], bucket=7),  # type: ignore[arg-type]
    ),
    "week": (
        "bad_request",
        "week_start",
        lambda: kpi.report("nps", surveys=[], week_start="mon"),  # type: ignore[arg-type]
    ),
    "level": ("bad_request", "level", lambda: kpi.report("nps", surveys=[], level=float("nan"))),
    "level of 95": ("bad_request", "level", lambda: kpi.report("nps", surveys=[], level=95)),
    "level as text": (
        "bad_request",
        "level",
        lambda: kpi.report("nps", surveys=[], level="high"),  # type: ignore[arg-type]
    ),
    "bad records": (
        "bad_request",
        "bad_records",
        lambda: kpi.report("nps", surveys=[], bad_records="drop"),  # type: ignore[arg-type]
    ),
    "one filter": (
        "bad_request",
        "filters",
        lambda: kpi.report("nps", surveys=[], filters={"record": "survey"}),  # type: ignore[arg-type]
    ),
    "half a filter": (
        "bad_request",
        "filters",
        lambda: kpi.report("nps", surveys=[], filters=[{"field": "channel", "any_of": ["a"]}]),
    ),
    "filter without a test": (
        "bad_request",
        "channel",
        lambda: kpi.report("nps", surveys=[], filters=[{"record": "survey", "field": "channel"}]),
    ),
    "misspelt test": (
        "bad_request",
        "channel",
        lambda: kpi.report(
            "nps", surveys=[], filters=[{"record": "survey", "field": "channel", "anyof": ["a"]}]
        ),
    ),
    "filter by numbers": (
        "bad_request",
        "channel",
        lambda: kpi.report(
            "nps", surveys=[], filters=[{"record": "survey", "field": "channel", "any_of": [1]}]
        ),
    ),
    "dimensions": ("bad_request", "by", lambda: kpi.report("nps", surveys=[], by=[5])),  # type: ignore[list-item]
    "words": (
        "bad_request",
        "words",
        lambda: kpi.report("nps", surveys=[], words={"survey": {"channel": "x"}}),  # type: ignore[dict-item]
    ),
    "words of no records": (
        "unknown_record",
        "words",
        lambda: kpi.report("nps", surveys=[], words={"call": {"channel": {"x": "y"}}}),
    ),
    "words of no text": (
        "bad_request",
        "words",
        lambda: kpi.report("nps", surveys=[], words={"survey": {"score": {"x": "1"}}}),
    ),
    "preset": (
        "bad_request",
        "preset",
        lambda: kpi.report(preset="everything", surveys=[]),  # type: ignore[arg-type]
    ),
    "option": (
        "bad_request",
        "windw",
        lambda: kpi.Accumulator("nps", windw=("a", "b")),  # type: ignore[call-arg]
    ),
    "window": (
        "bad_window",
        "window",
        lambda: kpi.report("nps", surveys=[], window=("2026-02-01", "2026-01-01")),
    ),
    "instant": ("bad_instant", "as_of", lambda: kpi.report("nps", surveys=[], as_of=5)),  # type: ignore[arg-type]
    "zone": ("bad_zone", "zone", lambda: kpi.report("nps", surveys=[], zone="Mars/Olympus")),
    "dimension": ("unknown_dimension", "score", lambda: kpi.report("nps", surveys=[], by="score")),
    "object": (
        "bad_request",
        "kpis",
        lambda: kpi.report(kpi.ask("nps", kind=object()), surveys=[]),
    ),
    "input": ("unknown_input", "x", lambda: kpi.formula("nps", "", {"x": 1})),
    "no input": ("missing_input", "promoters", lambda: kpi.formula("nps", "", {})),
    "null input": ("bad_input", "promoters", lambda: kpi.nps(None, 0, 0)),  # type: ignore[arg-type]
    "not a number": (
        "not_a_number",
        "durations",
        lambda: kpi.first_response_time([1.0, float("nan")]),
    ),
    "bytes": ("bad_bytes", None, lambda: kpi.merge("nps", [b"PIPK"])),
}


@pytest.mark.parametrize("name", WRONG)
def test_code_and_field(name: str) -> None:
    code, field, work = WRONG[name]
    with pytest.raises(kpi.KpiError) as caught:
        work()
    assert (caught.value.code, caught.value.field) == (code, field)
    assert caught.value.text in str(caught.value)
    assert str(caught.value).endswith(f"[{code}]")


def test_records_that_there_are_not() -> None:
    with pytest.raises(TypeError, match="unexpected keyword argument 'survey'"):
        kpi.report("nps", survey=[])  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="'tikets'"):
        kpi.check(tikets=[])  # type: ignore[call-arg]


def test_pickle() -> None:
    with pytest.raises(kpi.KpiError) as caught:
        kpi.report(
            "nps",
            surveys=[{"id": "a", "kind": "nps", "scale_min": 0, "scale_max": 10, "score": 11}],
        )
    error, copy = caught.value, pickle.loads(pickle.dumps(caught.value))
    assert (error.code, error.record, error.index, error.field) == (
        "out_of_scale",
        "survey",
        0,
        "score",
    )
    assert vars(copy) == vars(error)
    assert str(copy) == str(error)


def test_parameters_of_every_type() -> None:
    ticket = {
        "id": "T",
        "channel": "fax",
        "created_at": "2026-03-01T09:00:00Z",
        "first_response_at": "2026-03-01T09:00:30Z",
    }
    for target in (30, 30.0, "30", Decimal("30.0"), timedelta(seconds=30)):
        asked = kpi.ask("first_response_within_target", targets={"fax": target})
        report = kpi.report(asked, tickets=[ticket], window=("2026-03-01", "2026-03-02"))
        assert report.value("first_response_within_target") == 100
    assert kpi.first_response_time([1, 1.5, "2.5", Decimal(3), timedelta(seconds=2)]).value == 2


def test_exceptions_of_others_pass() -> None:
    class Broken:
        def __arrow_c_stream__(self, requested_schema: object | None = None) -> object:
            raise OSError("disk")

    with pytest.raises(OSError, match="disk"):
        kpi.report("nps", surveys=Broken())
