"""What the types of columns are read as; expected values by hand."""

import sys
from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta, timezone
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

import duckdb
import kpi
import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
import pytz

NINE = datetime(2026, 3, 1, 9)
BERLIN = ZoneInfo("Europe/Berlin")
CSAT = {"kind": "csat", "scale_min": 1, "scale_max": 5}


def wait(tickets: Any, **options: Any) -> Decimal | None:
    return kpi.report("first_response_time", tickets=tickets, **options).value(
        "first_response_time"
    )


def mean(data: Any, **mapping: Any) -> Decimal | None:
    surveys = kpi.table(data, **({"constants": CSAT} | mapping))
    return kpi.report(kpi.ask("csat", "mean"), surveys=surveys).value("csat")


def cost(entries: Any) -> Decimal | None:
    report = kpi.report("cost_per_conversation", ledger_entries=entries, contacts=[])
    return report.value("cost_per_conversation", "cost")


def refused(
    work: Callable[..., object], *given: object, **options: object
) -> tuple[str, str | None, int | None, str | None]:
    with pytest.raises(kpi.KpiError) as caught:
        work(*given, **options)
    error = caught.value
    return error.code, error.record, error.index, error.field


def ticket(created: Any, answered: Any) -> list[dict[str, Any]]:
    return [{"id": "T", "created_at": created, "first_response_at": answered}]


LOCAL = ticket(NINE, NINE + timedelta(hours=1))


@pytest.mark.parametrize(
    "made", [list, pl.DataFrame, pd.DataFrame], ids=["rows", "polars", "pandas"]
)
def test_local_times_need_a_zone(made: Callable[[Any], Any]) -> None:
    assert refused(lambda: wait(made(LOCAL))) == ("bad_instant", "ticket", 0, "created_at")
    for zone in (
        "Europe/Berlin",
        BERLIN,
        pytz.timezone("Europe/Berlin"),
        UTC,
        timezone(timedelta(hours=-3, minutes=-30)),
    ):
        report = kpi.report("first_response_time", tickets=made(LOCAL), zone=zone)
        assert report.value("first_response_time") == 3600
    assert report.about["zone"]["name"] == "-03:30"


@pytest.mark.parametrize(
    "made", [list, pl.DataFrame, pd.DataFrame], ids=["rows", "polars", "pandas"]
)
def test_local_times_are_read_in_the_zone(made: Callable[[Any], Any]) -> None:
    """In the night of 29 March 2026 Berlin's clocks go from 02:00 to 03:00."""
    rows = ticket(datetime(2026, 3, 29, 1, 30), datetime(2026, 3, 29, 3, 30))
    assert wait(made(rows), zone="Europe/Berlin") == 3600


def test_aware_times_keep_their_instant() -> None:
    """On 25 October 2026 there are two hours, not one, between 01:30 and the second 02:30."""
    rows = ticket(
        datetime(2026, 10, 25, 1, 30, tzinfo=BERLIN),
        datetime(2026, 10, 25, 2, 30, fold=1, tzinfo=BERLIN),
    )
    assert wait(rows) == 7200
    assert wait(pd.DataFrame(rows)) == 7200


@pytest.mark.parametrize("nothing", [None, pd.NaT, pd.NA, ""])
def test_unknown_instants(nothing: object) -> None:
    report = kpi.report("first_response_time", tickets=ticket("2026-03-01T09:00:00Z", nothing))
    assert report.row("first_response_time")["reasons"] == {"unanswered": 1}


def test_columns_of_nothing() -> None:
    rows = {
        "id": ["a"],
        "created_at": ["2026-03-01T09:00:00Z"],
        "first_response_at": [None],
        "tags": [[]],
    }
    for made in (pl.DataFrame, pd.DataFrame, pa.table):
        report = kpi.report(
            "first_response_time",
            tickets=made(rows | {"complaint": [None], "shop": [None]}),
            by="tags",
        )
        assert report.row("first_response_time", tags=None)["left_out"] == 1
    frame = pd.DataFrame(
        {"id": ["a"], "created_at": ["2026-03-01T09:00:00Z"], "first_response_at": [pd.NaT]}
    )
    assert wait(frame) is None


def test_texts_and_dates_as_instants() -> None:
    texts = {
        "id": [1],
        "created_at": ["2026-03-01T09:00:00Z"],
        "first_response_at": ["2026-03-01T10:00:10+01:00"],
    }
    assert wait(pl.DataFrame(texts)) == 10
    days = pl.DataFrame(
        {"id": [1], "created_at": [date(2026, 3, 28)], "first_response_at": [date(2026, 3, 30)]}
    )
    assert wait(days, zone="Europe/Berlin") == 47 * 3600
    assert refused(lambda: wait(days))[0] == "bad_instant"


def test_finer_than_a_microsecond() -> None:
    frame = pl.DataFrame(
        {"id": ["a", "b"], "created_at": [0, 0], "first_response_at": [2000, 2001]}
    )
    frame = frame.with_columns(
        pl.col("created_at", "first_response_at").cast(pl.Datetime("ns", "UTC"))
    )
    assert wait(frame.head(1)) == Decimal("0.000002")
    assert refused(lambda: wait(frame)) == ("too_fine", "ticket", 1, "first_response_at")
    rows = ticket("2026-03-01T09:00:00Z", pd.Timestamp("2026-03-01T09:00:00.000000001Z"))
    assert refused(lambda: wait(rows))[0] == "too_fine"
    rows[0] |= {"first_response_at": None, "agent_wait": pd.Timedelta(1, "ns")}
    assert refused(lambda: wait(rows))[0] == "too_fine"


def test_numbers_are_no_instants() -> None:
    frame = pl.DataFrame(ticket(1_700_000_000, 1_700_000_001))
    assert refused(lambda: wait(frame)) == ("wrong_type", "ticket", None, "created_at")
    assert (
        refused(lambda: wait(ticket("2026-03-01", np.datetime64("2026-03-01")), zone="UTC"))[0]
        == "wrong_type"
    )


@pytest.mark.parametrize("of", [pl.Float64, pl.Float32, pl.Decimal(5, 2), pl.String])
def test_scores_are_exact(of: pl.DataType) -> None:
    """4.1 is not a float, and as a float32 it is another one: its text counts."""
    frame = pl.DataFrame({"id": [1, 2, 3], "score": pl.Series(["4.1", "3.25", None]).cast(of)})
    assert mean(frame) == Decimal("3.675")


def test_numbers_that_are_none() -> None:
    gaps = {"id": [1, 2], "score": [4.0, float("nan")]}
    assert mean(pd.DataFrame(gaps)) == 4, "for pandas NaN is unknown"
    for made in (pl.DataFrame(gaps), gaps):
        assert refused(mean, made) == ("not_a_number", "survey", 1, "score")
    assert refused(lambda: mean({"id": [1], "score": [float("inf")]}))[0] == "not_a_number"
    assert refused(lambda: mean({"id": [1], "score": [Decimal("NaN")]}))[0] == "not_a_number"
    assert refused(lambda: mean(pl.DataFrame({"id": [1], "score": [3.0001]})))[0] == "too_fine"


@pytest.mark.parametrize(
    "of", [pl.Int8, pl.Int16, pl.Int32, pl.Int64, pl.UInt8, pl.UInt16, pl.UInt32, pl.UInt64]
)
def test_integers(of: pl.DataType) -> None:
    surveys = pl.DataFrame({"id": [1, 2], "score": [4, None]}).cast(of)
    assert mean(surveys) == 4
    tickets = pl.DataFrame(ticket("2026-03-01T09:00:00Z", None)).with_columns(
        agent_replies=pl.lit(3, of)
    )
    report = kpi.report(kpi.ask("customer_effort_score", "by_interactions"), tickets=tickets)
    assert report.value("customer_effort_score", "neutral_share") == 100


def test_integers_with_gaps_in_pandas() -> None:
    frame = pd.DataFrame({"id": [1, 2, 3], "score": [4, None, 5], "account": [7, None, 8]})
    assert mean(frame) == Decimal("4.5")
    rows = kpi.report(
        kpi.ask("csat", "mean"), surveys=kpi.table(frame, constants=CSAT), by="account"
    ).rows
    assert {row["account"] for row in rows} == {"7", "8", None, "(all)"}


@pytest.mark.parametrize(
    "amount",
    [
        Decimal("1.50"),
        "1.50",
        pl.Series([Decimal("1.50")]),
        pl.Series(["1.5"], dtype=pl.Categorical),
    ],
)
def test_amounts(amount: Any) -> None:
    entry = {"kind": "cost", "currency": "EUR", "at": "2026-01-01T00:00:00Z"}
    if isinstance(amount, pl.Series):
        assert cost(pl.DataFrame([entry]).with_columns(amount=amount)) == Decimal("1.5")
    else:
        assert cost([entry | {"amount": amount}]) == Decimal("1.5")
        assert cost([entry | {"amount": 2}]) == 2


@pytest.mark.parametrize("of", [pl.Float64, pl.Float32])
def test_amounts_are_no_floats(of: pl.DataType) -> None:
    frame = pl.DataFrame(
        {"kind": ["cost"], "amount": [1.0], "currency": ["EUR"], "at": ["2026-01-01T00:00:00Z"]}
    )
    frame = frame.cast({"amount": of})
    for made in (frame, frame.to_dicts()):
        assert refused(cost, made) == ("wrong_type", "ledger_entry", 0, "amount")


DURATIONS = [
    pl.Series([90_000], dtype=pl.Duration("ms")),
    pl.Series([90_000_000], dtype=pl.Duration("us")),
    pl.Series([90_000_000_000], dtype=pl.Duration("ns")),
    pl.Series([90]),
    pl.Series([90.0]),
    pl.Series([Decimal("90.00")]),
    pl.Series(["90"]),
]


@pytest.mark.parametrize("seconds", DURATIONS)
def test_durations(seconds: pl.Series) -> None:
    """Filters are the only readers of this field so far."""
    tickets = pl.DataFrame(ticket("2026-03-01T09:00:00Z", "2026-03-01T09:01:00Z")).with_columns(
        agent_wait=seconds
    )
    for low, high, count in ((90, "90.000001", 1), (timedelta(seconds=91), 100, 0)):
        test = {"record": "ticket", "field": "agent_wait", "at_least": low, "below": high}
        report = kpi.report("first_response_time", tickets=tickets, filters=[test])
        assert report.value("first_response_time", "count") == count


def test_durations_of_pandas_pyarrow_and_duckdb() -> None:
    made = [
        pd.DataFrame({"wait": [timedelta(seconds=90)]}),
        pa.table({"wait": pa.array([90], pa.duration("s"))}),
        duckdb.sql("select interval '90 seconds' as wait"),
    ]
    for frame in made:
        table = kpi.table(
            frame,
            columns={"wait": "talk"},
            constants={
                "id": "C",
                "channel": "phone",
                "outcome": "answered",
                "queued_at": NINE.replace(tzinfo=UTC),
                "answered_at": "2026-03-01T09:00:01Z",
            },
        )
        test = {"record": "contact", "field": "talk", "at_least": 90, "below": 91}
        report = kpi.report("first_response_time", contacts=table, filters=[test])
        assert report.value("first_response_time", "count") == 1
    month = duckdb.sql("select 'C' as id, interval '1 month' as talk")
    assert refused(lambda: kpi.report("first_response_time", contacts=month)) == (
        "wrong_type",
        "contact",
        0,
        "talk",
    )


@pytest.mark.parametrize(
    "of",
    [pl.List(pl.String), pl.List(pl.Categorical), pl.List(pl.Enum(["x", "y"]))],
    ids=["texts", "categories", "enum"],
)
def test_tags(of: pl.DataType) -> None:
    frame = pl.DataFrame(ticket("2026-03-01T09:00:00Z", "2026-03-01T09:01:00Z") * 5)
    frame = frame.with_columns(
        id=pl.Series(list("abcde")),
        tags=pl.Series([["x"], ["x", "y"], [], None, ["y", None]], dtype=of),
    )
    for made in (frame, frame[1:], frame.to_pandas(), frame.to_dicts()):
        report = kpi.report("first_response_time", tickets=made, by="tags")
        expected = 1 if len(made) == 4 else 2
        assert report.value("first_response_time", "count", tags="x") == expected
        assert report.value("first_response_time", "count", tags="y") == 2
        assert report.value("first_response_time", "count", tags=None) == 2
        assert report.value("first_response_time", "count") == len(made)


def test_flags() -> None:
    frame = pl.DataFrame(ticket("2026-03-01T09:00:00Z", "2026-03-01T09:01:00Z") * 12)
    frame = frame.with_columns(id=pl.int_range(12), complaint=pl.Series([None, True, False] * 4))
    test = {"record": "ticket", "field": "complaint", "is": True}
    for made in (
        frame,
        frame[5:],
        frame.cast({"complaint": pl.Int8}),
        frame.cast({"complaint": pl.Float64}),
        frame.to_pandas(),
    ):
        report = kpi.report("first_response_time", tickets=made, filters=[test])
        assert report.value("first_response_time", "count") == (2 if len(made) == 7 else 4)


def test_unknown_columns() -> None:
    frame = pl.DataFrame({"id": [1], "score": [5], "shop": ["Ulm"], "price": [1.5]})
    assert refused(lambda: mean(frame)) == ("unknown_field", "survey", None, "price")
    table = kpi.table(frame, columns={"price": None}, constants=CSAT)
    assert kpi.report("csat", surveys=table, by="shop").value("csat", shop="Ulm") == 100


def test_an_index_of_pandas_is_no_column() -> None:
    assert mean(pd.DataFrame({"id": [1, 2], "score": [4, 5]}, index=[7, 8])) == Decimal("4.5")


@pytest.mark.parametrize(
    ("scores", "null"),
    [
        ([5, 11, 12], [11, 12]),
        ([5, 0, None], 0),
        (["5", "n/a", ""], "n/a"),
        ([5.0, 9.5, None], 9.5),
        ([Decimal(5), Decimal(9), None], [9]),
    ],
)
def test_codes_of_null(scores: list[Any], null: object) -> None:
    data = {"id": [1, 2, 3], "score": scores}
    for made in (
        data,
        pl.DataFrame(data, strict=False),
        pl.DataFrame(data, strict=False)[0:3],
        pd.DataFrame(data),
    ):
        assert mean(made, null={"score": null}) == 5


def test_categories_of_nothing() -> None:
    frame = pd.DataFrame(
        {"id": ["1", "2"], "score": [5, 4], "channel": [None, None], "shop": [None, None]}
    )
    for rows in (frame, frame[:0]):
        surveys = kpi.table(
            rows.astype({"channel": "category", "shop": "category"}), constants=CSAT
        )
        report = kpi.report("csat", surveys=surveys, by=["channel", "shop"])
        assert report.value("csat", "answers") == len(rows)


def test_codes_of_null_in_texts() -> None:
    frame = pl.DataFrame({"id": [1, 2, 3], "score": [5, 4, 3], "channel": ["chat", "?", "?"]})
    for of in (pl.String, pl.Categorical):
        table = kpi.table(frame.cast({"channel": of}), constants=CSAT, null={"channel": "?"})
        report = kpi.report("csat", surveys=table, by="channel")
        assert report.value("csat", "answers", channel=None) == 2


def test_codes_of_null_in_instants() -> None:
    rows = ticket("2026-03-01T09:00:00Z", datetime(9999, 12, 31, tzinfo=UTC))
    for made in (rows, pl.DataFrame(rows)):
        table = kpi.table(made, null={"first_response_at": "9999-12-31"})
        assert refused(wait, table)[0] == "wrong_type"
    texts = ticket("2026-03-01T09:00:00Z", "9999-12-31")
    for texted in (texts, pl.DataFrame(texts)):
        assert wait(kpi.table(texted, null={"first_response_at": "9999-12-31"})) is None


def test_mapping_that_does_not_fit() -> None:
    frame = pl.DataFrame({"id": [1], "score": [2], "Q": [3]})
    for made in (frame, frame.to_dicts(), frame.to_dict(as_series=False)):
        assert refused(mean, made, columns={"q": "score"})[0] == "unknown_field"
        code, _, _, field = refused(mean, made, columns={"Q": "score"})
        assert (code, field) == ("bad_request", "score")
        assert refused(mean, made, null={"scor": 1}, columns={"Q": None})[0] == "unknown_field"
        constants = CSAT | {"score": 3}
        assert refused(mean, made, constants=constants, columns={"Q": None})[3] == "score"
    assert refused(lambda: mean(frame, constants={"scale_min": "one"})) == (
        "not_a_number",
        "survey",
        None,
        "scale_min",
    )


def test_what_is_no_table() -> None:
    frame = pl.DataFrame(LOCAL)
    assert refused(lambda: wait(frame.lazy()))[0] == "wrong_type"
    assert refused(lambda: wait(frame["id"]))[0] == "wrong_type"
    assert refused(lambda: wait("tickets.csv"))[0] == "wrong_type"
    assert refused(lambda: wait(["a"])) == ("bad_request", "ticket", 0, None)
    assert refused(lambda: wait({"id": ["a"], "channel": []})) == (
        "length_mismatch",
        "ticket",
        None,
        "channel",
    )
    assert (
        refused(lambda: wait(frame.with_columns(agent_wait=time(1)), zone="UTC"))[3] == "agent_wait"
    )


def test_pandas_without_pyarrow(monkeypatch: pytest.MonkeyPatch) -> None:
    frame = pd.DataFrame(LOCAL)
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(kpi.KpiError, match="pip install"):
        wait(frame)


def test_a_relation_can_be_read_twice() -> None:
    relation = duckdb.sql("select 1 as id, 5 as score")
    assert mean(relation) == mean(relation) == 5


def test_two_relations_of_one_connection() -> None:
    connection = duckdb.connect()
    tickets = connection.sql(
        "select range::text as id, timestamptz '2026-03-01 09:00+00' as created_at, "
        "timestamptz '2026-03-01 09:01+00' as first_response_at from range(5000)"
    )
    contacts = connection.sql(
        "select range::text as id, 'phone' as channel, 'answered' as outcome, "
        "timestamptz '2026-03-01 09:00+00' as queued_at, "
        "timestamptz '2026-03-01 09:01+00' as answered_at from range(5000)"
    )
    report = kpi.report("first_response_time", tickets=tickets, contacts=contacts)
    assert report.value("first_response_time", "count") == 10_000


def test_any_iterable_of_dicts() -> None:
    assert mean({"id": number, "score": 4} for number in range(3)) == 4
    assert mean({"id": np.arange(2), "score": np.array([4, 5], dtype=np.int8)}) == Decimal("4.5")
    assert mean([{"id": np.int64(1), "score": np.float32(4.5)}]) == Decimal("4.5")


def test_indexes_count_over_batches() -> None:
    frame = pl.DataFrame({"id": range(5), "score": [1, 2, 3, 4, 9]})
    chunks = pl.concat([frame.head(3), frame.tail(2)], rechunk=False)
    assert refused(lambda: mean(chunks)) == ("out_of_scale", "survey", 4, "score")
    texts = chunks.cast({"score": pl.String}).with_columns(pl.col("score").replace("9", "nine"))
    assert refused(lambda: mean(texts)) == ("not_a_number", "survey", 4, "score")
