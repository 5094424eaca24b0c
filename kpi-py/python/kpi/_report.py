"""A report: one long, tidy table, and what it was made of."""

import json
from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal
from functools import cached_property
from importlib import import_module
from typing import TYPE_CHECKING, Any

from . import _native, _text
from ._error import refused
from ._figures import decimal

if TYPE_CHECKING:
    import polars

_KEYS = ("kpi", "variant", "figure", "bucket")
ALL = "(all)"
"""The mark of the total over a dimension."""


def _python(row: dict[str, Any]) -> dict[str, Any]:
    """A row of the JSON with Python's own types."""
    for name in ("value", "numerator", "denominator"):
        row[name] = decimal(row[name])
    for name in ("bucket_start", "bucket_end"):
        row[name] = row[name] and datetime.fromisoformat(row[name])
    return row


class Report:
    """A report. Every data frame library that knows the Arrow PyCapsule interface reads it as it
    is: `polars.DataFrame(report)`, `pyarrow.table(report)`, DuckDB's `from report`.

    >>> import kpi
    >>> scores = [10, 9, 8, 3]
    >>> surveys = kpi.table(
    ...     {"id": ["a", "b", "c", "d"], "score": scores},
    ...     constants={"kind": "nps", "scale_min": 0, "scale_max": 10},
    ... )
    >>> report = kpi.report("nps", surveys=surveys)
    >>> report.value("nps")
    Decimal('25')
    >>> report.row("nps")["numerator"], report.row("nps")["denominator"]
    (Decimal('1'), Decimal('4'))
    """

    __slots__ = ("__dict__", "_native")

    def __init__(self, native: _native.Report) -> None:
        self._native = native

    def __arrow_c_stream__(self, requested_schema: object | None = None, /) -> object:
        return self._native.__arrow_c_stream__(requested_schema)

    @cached_property
    def rows(self) -> list[dict[str, Any]]:
        """The rows as dicts: exact values as `Decimal`, instants as `datetime` in UTC."""
        return [_python(row) for row in json.loads(self._native.json())["rows"]]

    @cached_property
    def about(self) -> dict[str, Any]:
        """What it was made of: versions, definitions, window, zone, inputs."""
        about: dict[str, Any] = json.loads(self._native.about_json())
        return about

    def row(
        self,
        kpi: str,
        figure: str | None = None,
        *,
        variant: str | None = None,
        bucket: str | None = None,
        **groups: str | None,
    ) -> dict[str, Any]:
        """One row: the KPI's first figure over everything, where nothing else is said.

        Args:
            kpi: The KPI.
            figure: The figure; its first by default.
            variant: The variant; the first that was asked for by default.
            bucket: The bucket's label; the total row by default.
            groups: By dimension the group, `None` for unknown; the total by default.

        Raises:
            KpiError: `bad_request` where there is no such row.
        """
        by: list[str] = self.about["by"]
        wanted = {name: groups.pop(name, ALL) for name in by}
        if groups:
            names = ", ".join(groups)
            raise refused("unknown_dimension", f"the report is not grouped by {names}", names)
        for row in self.rows:
            if (
                row["kpi"] == kpi
                and figure in (None, row["figure"])
                and variant in (None, row["variant"])
                and row["bucket"] == bucket
                and all(row[name] == group for name, group in wanted.items())
            ):
                return row
        text = f"the report has no row of {kpi}, {figure}, {variant}, bucket {bucket}, {wanted}"
        raise refused("bad_request", text)

    def value(
        self,
        kpi: str,
        figure: str | None = None,
        *,
        variant: str | None = None,
        bucket: str | None = None,
        **groups: str | None,
    ) -> Decimal | None:
        """The exact value of one row, found as `row` does; `None` where it is undefined."""
        row = self.row(kpi, figure, variant=variant, bucket=bucket, **groups)
        value: Decimal | None = row["value"]
        return value

    def pivot(
        self,
        index: str | Sequence[str] | None = None,
        columns: str | Sequence[str] = "figure",
        values: str = "value",
    ) -> dict[str, list[Any]]:
        """A wide form: one column per figure, per bucket, or per combination of several.

        Args:
            index: What identifies a row; by default `kpi`, `variant`, `figure`, `bucket` and the
                dimensions, without those that become columns.
            columns: What becomes columns. The total over buckets is called `(all)`, an unknown
                group `(unknown)`; names of several columns are joined by ` / `.
            values: The column that fills the cells.

        Returns:
            The columns by name, for `polars.DataFrame(…)` or `pandas.DataFrame(…)`.

        Raises:
            KpiError: `bad_request` where two rows fall into one cell, or there is no such column.

        >>> import kpi
        >>> surveys = kpi.table(
        ...     {"id": ["a", "b"], "score": [10, 3], "channel": ["chat", "email"]},
        ...     constants={"kind": "nps", "scale_min": 0, "scale_max": 10},
        ... )
        >>> report = kpi.report("nps", surveys=surveys, by="channel")
        >>> wide = report.pivot("channel", "figure", "number")
        >>> wide["channel"], wide["score"]
        (['(all)', 'chat', 'email'], [0.0, 100.0, -100.0])
        """
        across = [columns] if isinstance(columns, str) else list(columns)
        keys = [*_KEYS, *self.about["by"]]
        if index is None:
            down = [name for name in keys if name not in across]
        else:
            down = [index] if isinstance(index, str) else list(index)
        for name in [*down, *across, values]:
            if self.rows and name not in self.rows[0]:
                raise refused("bad_request", "the report has no such column", name)
        lines: dict[tuple[Any, ...], dict[str, Any]] = {}
        labels: dict[str, None] = {}
        for row in self.rows:
            label = " / ".join(_label(name, row[name]) for name in across)
            if label in down:
                raise refused(
                    "bad_request", "a new column would be called as one of the index", label
                )
            labels[label] = None
            line = lines.setdefault(tuple(row[name] for name in down), {})
            if label in line:
                rest = ", ".join(name for name in keys if name not in [*down, *across])
                text = f"two rows fall into one cell; add some of {rest} to index or columns"
                raise refused("bad_request", text)
            line[label] = row[values]
        wide = {name: [key[place] for key in lines] for place, name in enumerate(down)}
        return wide | {label: [line.get(label) for line in lines.values()] for label in labels}

    def to_arrow(self) -> Any:
        """A `pyarrow.Table`."""
        return import_module("pyarrow").table(self)

    def to_pandas(self) -> Any:
        """A `pandas.DataFrame`, through pyarrow; exact values are `decimal.Decimal` objects."""
        return self.to_arrow().to_pandas()

    def to_polars(self) -> "polars.DataFrame":
        """A `polars.DataFrame`; exact values are `Decimal(38, 9)`."""
        import polars

        return polars.DataFrame(self)

    def to_csv(self) -> str:
        """The table as CSV (RFC 4180) with a header."""
        return self._native.csv()

    def to_json(self) -> str:
        """The report as JSON: an object of `about` and `rows`."""
        return self._native.json()

    def __repr__(self) -> str:
        head, cells = self._cells(20)
        right = [name in ("value", "lower", "upper", "sample", "left_out") for name in head]
        return f"{self._caption(20)}\n{_text.aligned(head, cells, right)}"

    def _repr_html_(self) -> str:
        head, cells = self._cells(100)
        return _text.html(head, cells, self._caption(100))

    def _caption(self, limit: int) -> str:
        window, count = self.about["window"], len(self.rows)
        shown = f"{count} rows" if count <= limit else f"the first {limit} of {count} rows"
        when = f", {window['from']} to {window['to']}" if window else ""
        return f"kpi.Report: {shown}{when}, zone {self.about['zone']['name']}"

    def _cells(self, limit: int) -> tuple[list[str], list[list[str]]]:
        by: list[str] = self.about["by"]
        bucket = ["bucket"] if self.about["bucket"] else []
        keys = ["kpi", "variant", "figure", *bucket, *by]
        head = [*keys, "value", "unit", "lower", "upper", "sample", "left_out"]
        cells = [
            [
                *(_label(name, row[name]) for name in keys),
                row["undefined"] or _text.number(row["value"]),
                row["unit"],
                *(_text.number(row[name]) for name in ("lower", "upper", "sample", "left_out")),
            ]
            for row in self.rows[:limit]
        ]
        return head, cells


def _label(column: str, value: object) -> str:
    """The text of a key: the total over buckets and unknown groups have no text of their own."""
    if value is None:
        return ALL if column == "bucket" else "(unknown)"
    return str(value)
