"""The report as a table for every library, and the small things around it."""

import csv
import io
import json
import pickle
from datetime import UTC, date, datetime
from decimal import Decimal

import duckdb
import kpi
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from vectors import ROOT

SURVEYS: list[dict[str, object]] = [
    {"id": "a", "score": 10, "channel": "chat", "submitted_at": "2026-01-05T10:00:00Z"},
    {"id": "b", "score": 9, "channel": "<b>&", "submitted_at": "2026-02-05T10:00:00Z"},
    {"id": "c", "score": 0, "channel": None, "submitted_at": "2026-02-06T10:00:00Z"},
    {"id": "d", "score": None, "channel": "chat", "submitted_at": None},
]


@pytest.fixture
def report() -> kpi.Report:
    surveys = kpi.table(SURVEYS, constants={"kind": "nps", "scale_min": 0, "scale_max": 10})
    return kpi.report("nps", surveys=surveys, bucket="month", by="channel", zone="Europe/Berlin")


SCHEMA = pa.schema(
    [
        pa.field("kpi", pa.string(), False),
        pa.field("variant", pa.string(), False),
        pa.field("figure", pa.string(), False),
        pa.field("bucket_start", pa.timestamp("us", "UTC")),
        pa.field("bucket_end", pa.timestamp("us", "UTC")),
        pa.field("bucket", pa.string()),
        pa.field("channel", pa.string()),
        pa.field("value", pa.decimal128(38, 9)),
        pa.field("number", pa.float64()),
        pa.field("unit", pa.string(), False),
        pa.field("numerator", pa.decimal128(38, 9)),
        pa.field("denominator", pa.decimal128(38, 9)),
        pa.field("sample", pa.int64(), False),
        pa.field("lower", pa.float64()),
        pa.field("upper", pa.float64()),
        pa.field("undefined", pa.string()),
        pa.field("approximate", pa.float64()),
        pa.field("left_out", pa.int64(), False),
        pa.field(
            "reasons",
            pa.list_(
                pa.field(
                    "item",
                    pa.struct(
                        [
                            pa.field("reason", pa.string(), False),
                            pa.field("count", pa.int64(), False),
                        ]
                    ),
                    False,
                )
            ),
            False,
        ),
    ]
)


def test_schema(report: kpi.Report) -> None:
    table = report.to_arrow()
    table.validate(full=True)
    assert table.schema == SCHEMA


def test_every_library_has_the_same_rows(report: kpi.Report) -> None:
    expected = [
        row
        | {
            "reasons": [
                {"reason": reason, "count": count} for reason, count in row["reasons"].items()
            ]
        }
        for row in report.rows
    ]
    assert report.to_arrow().to_pylist() == expected
    assert report.to_polars().to_dicts() == expected
    assert pl.DataFrame(report).equals(report.to_polars())
    frame = report.to_pandas()
    assert isinstance(frame, pd.DataFrame)
    assert list(frame.columns) == SCHEMA.names
    assert list(frame["value"].dropna()) == [
        row["value"] for row in expected if row["value"] is not None
    ]
    query = "select figure, value, reasons from report where bucket is null and channel = '(all)'"
    assert duckdb.execute(query).fetchall()[0] == (
        "score",
        Decimal("33.333333333"),
        [{"reason": "unanswered", "count": 1}],
    )


def test_rows(report: kpi.Report) -> None:
    row = report.row("nps", bucket="2026-02", channel=None)
    assert row["value"] == -100
    assert isinstance(row["value"], Decimal)
    assert row["bucket_start"] == datetime(2026, 1, 31, 23, tzinfo=UTC)
    assert report.value("nps", "answers") == 3
    assert report.row("nps")["reasons"] == {"unanswered": 1}
    with pytest.raises(kpi.KpiError, match="no row"):
        report.row("csat")
    with pytest.raises(kpi.KpiError, match="not grouped by team"):
        report.row("nps", team="x")


def test_csv_and_json(report: kpi.Report) -> None:
    lines = list(csv.DictReader(io.StringIO(report.to_csv(), newline="")))
    assert [line["figure"] for line in lines] == [row["figure"] for row in report.rows]
    assert list(lines[0]) == SCHEMA.names
    whole = json.loads(report.to_json())
    assert whole["about"] == report.about
    assert whole["about"]["zone"]["name"] == "Europe/Berlin"
    assert whole["about"]["inputs"]["survey"]["records"] == 4


def test_pivot(report: kpi.Report) -> None:
    wide = report.pivot(columns="bucket", values="number")
    assert list(wide) == ["kpi", "variant", "figure", "channel", "2026-01", "2026-02", "(all)"]
    assert pl.DataFrame(wide).height == pd.DataFrame(wide).shape[0] == 5 * 4
    both = report.pivot("bucket", ["channel", "figure"])
    assert both["chat / score"] == [100, None, 100]
    assert both["(unknown) / score"] == [None, -100, -100]
    with pytest.raises(kpi.KpiError, match="add some of variant, bucket, channel"):
        report.pivot("kpi")
    with pytest.raises(kpi.KpiError, match="no such column"):
        report.pivot("team")


def test_shown(report: kpi.Report) -> None:
    text = repr(report)
    assert text.startswith(
        "kpi.Report: the first 20 of 60 rows, 2025-12-31T23:00:00Z to 2026-02-28T23:00:00Z"
    )
    assert "(unknown)" in text
    html = report._repr_html_()
    assert "&lt;b&gt;&amp;" in html
    assert "<b>" not in html
    assert "no_records" in kpi.nps(0, 0, 0)._repr_html_()


def test_figures() -> None:
    figures = kpi.nps(60, 25, 15)
    assert (figures.value, figures.number) == (Decimal(45), 45.0)
    assert (
        figures.lower is not None
        and figures.upper is not None
        and figures.lower < 45 < figures.upper
    )
    assert figures["answers"].value == 100
    assert [figure.figure for figure in figures[1:3]] == ["promoter_share", "passive_share"]
    assert figures == pickle.loads(pickle.dumps(figures)) != kpi.nps(1, 0, 0)
    assert kpi.nps(0, 0, 0).value is None
    assert kpi.nps(0, 0, 0).undefined == "no_records"
    with pytest.raises(KeyError):
        figures["median"]


def test_instants_of_the_request() -> None:
    surveys = kpi.table(SURVEYS, constants={"kind": "nps", "scale_min": 0, "scale_max": 10})
    windows = [
        ("2026-02-01", "2026-03-01"),
        (date(2026, 2, 1), date(2026, 3, 1)),
        (datetime(2026, 2, 1), datetime(2026, 3, 1, tzinfo=UTC)),
        (pd.Timestamp("2026-02-01"), pd.Timestamp("2026-03-01", tz="UTC")),
    ]
    for window in windows:
        report = kpi.report("nps", surveys=surveys, window=window, as_of=date(2026, 3, 1))
        assert report.value("nps", "answers") == 2
        assert report.about["window"] == {
            "from": "2026-02-01T00:00:00Z",
            "to": "2026-03-01T00:00:00Z",
        }


def test_the_measures_are_reports() -> None:
    answers = kpi.table(SURVEYS, constants={"kind": "nps", "scale_min": 0, "scale_max": 10})
    surveys: kpi.Records = answers
    assert kpi.report("nps", surveys=surveys).rows == kpi.report(["nps"], surveys=answers).rows


def test_catalog() -> None:
    catalog = kpi.catalog()
    assert {entry["id"] for entry in catalog} == set(kpi.measure.__all__)
    printed = json.loads((ROOT / "docs" / "catalog.json").read_text(encoding="utf-8"))
    assert catalog == printed["kpis"]
