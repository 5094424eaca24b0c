"""Rows as the tables of every data frame library that is read."""

from collections.abc import Callable, Sequence
from datetime import datetime
from decimal import Decimal
from typing import Any

import duckdb
import pandas as pd
import polars as pl
import pyarrow as pa

Rows = list[dict[str, Any]]

INSTANT = pa.timestamp("us", tz="UTC")
COUNTS = [
    *("agent_replies", "customer_messages", "bot_replies", "agent_changes", "distinct_agents"),
    *("collaborators", "reopens", "reopens_by_customer", "escalations", "transfers"),
    *("responses_promised", "responses_late", "sequence", "scale_max", "scale_min"),
    *("handled", "helpful", "unhelpful", "views"),
]
DURATIONS = [
    *("talk", "hold", "wrap_up"),
    *("requester_wait", "agent_wait", "on_hold_time", "over_by"),
]
FLAGS = [
    *("answer", "complaint", "followed_up", "refunded", "replaced", "resolved", "first"),
    *("through_legs", "through_spans", "critical", "first_of_day", "has_conversion"),
    *("not_applicable", "on_shift", "paid", "reference", "scheduled", "solved"),
]
TYPES = {
    **dict.fromkeys(["at", "clock_start", "customer_since", "from", "next_from", "to"], INSTANT),
    **dict.fromkeys(COUNTS, pa.int64()),
    **dict.fromkeys(DURATIONS, pa.decimal128(20, 6)),
    **dict.fromkeys(FLAGS, pa.bool_()),
    **dict.fromkeys(["amount", "mrr", "value"], pa.decimal128(38, 9)),
    **dict.fromkeys(["mark", "score", "stars", "weight"], pa.decimal128(20, 3)),
    "tags": pa.list_(pa.string()),
}


class NotATable(Exception):
    """The rows hold something that a typed column cannot, such as a bad date."""


def arrow(rows: Rows, needs: Sequence[str] = (), texts: Sequence[str] = ()) -> pa.Table:
    """Typed columns, the needed ones among them: what a record lacks is null. `texts` are texts here, whatever their
    names are elsewhere."""
    columns = {}
    for name in dict.fromkeys([name for row in rows for name in row] + list(needs)):
        of = INSTANT if name.endswith("_at") else TYPES.get(name, pa.string())
        of = pa.string() if name in texts else of
        try:
            columns[name] = pa.array([typed(row.get(name), of) for row in rows], of)
        except (KeyError, ValueError, TypeError, ArithmeticError, pa.ArrowException) as error:
            raise NotATable(name) from error
    return pa.table(columns)


def typed(value: Any, of: Any) -> Any:
    if value is None or value == "":
        return None
    if pa.types.is_timestamp(of):
        at = datetime.fromisoformat(value)
        if at.tzinfo is None:
            raise NotATable("local time")
        return at
    if pa.types.is_list(of):
        return value if isinstance(value, list) else [tag for tag in value.split(";") if tag]
    if pa.types.is_boolean(of) and isinstance(value, str):
        return {"true": True, "false": False}[value]
    return (
        Decimal(value)
        if pa.types.is_decimal(of)
        else int(value)
        if pa.types.is_integer(of)
        else value
    )


def chunked(table: pa.Table) -> pa.Table:
    """The same in chunks of up to three records, of large tables in some fifty chunks."""
    return pa.Table.from_batches(table.to_batches(max_chunksize=3 + len(table) // 50), table.schema)


def sliced(table: pa.Table) -> pa.Table:
    """The same as a slice from the fourth record on: validity and flags begin inside a byte."""
    return (
        pa.concat_tables([table.slice(0, min(3, len(table))), table])
        .combine_chunks()
        .slice(min(3, len(table)))
    )


def categories(table: pa.Table) -> pa.Table:
    """The same with dictionaries for texts."""
    for place, field in enumerate(table.schema):
        if pa.types.is_string(field.type) and len(table):
            table = table.set_column(place, field.name, table.column(place).dictionary_encode())
    return table


def polars_categories(table: pa.Table) -> pl.DataFrame:
    frame: pl.DataFrame = pl.DataFrame(table)
    return frame.with_columns(pl.col(pl.String).cast(pl.Categorical))


def pandas_categories(table: pa.Table) -> pd.DataFrame:
    frame = table.to_pandas()
    texts = [field.name for field in table.schema if pa.types.is_string(field.type)]
    return frame.astype(dict.fromkeys(texts, "category"))


def relation(table: pa.Table) -> duckdb.DuckDBPyRelation:
    if not table.column_names:
        raise NotATable("DuckDB has no tables without columns")
    return duckdb.from_arrow(table)


def units(unit: str) -> Callable[[pa.Table], pa.Table]:
    """The same with another unit of time and another zone, where no digit is lost."""

    def convert(table: pa.Table) -> pa.Table:
        try:
            for place, field in enumerate(table.schema):
                if pa.types.is_timestamp(field.type):
                    other = table.column(place).cast(pa.timestamp(unit, tz="Asia/Kathmandu"))
                    table = table.set_column(place, field.name, other)
        except pa.ArrowInvalid as error:
            raise NotATable(unit) from error
        return table

    return convert


FORMS: dict[str, Callable[[pa.Table], Any]] = {
    "pyarrow": lambda table: table,
    "pyarrow-chunked": chunked,
    "pyarrow-sliced": sliced,
    "pyarrow-dictionary": categories,
    "pyarrow-large": lambda table: table.cast(
        pa.schema(
            [f.with_type(pa.large_string()) if f.type == pa.string() else f for f in table.schema]
        )
    ),
    "pyarrow-seconds": units("s"),
    "pyarrow-milliseconds": units("ms"),
    "pyarrow-nanoseconds": units("ns"),
    "pyarrow-reader": lambda table: table.to_reader(max_chunksize=2 + len(table) // 50),
    "polars": pl.DataFrame,
    "polars-categorical": polars_categories,
    "pandas": lambda table: table.to_pandas(),
    "pandas-categorical": pandas_categories,
    "duckdb": relation,
    "dict-of-columns": lambda table: table.to_pydict(),
    "list-of-dicts": lambda table: table.to_pylist(),
}
