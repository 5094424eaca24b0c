"""What follows from a log of events: tables that a report takes, and what contradicts itself."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from functools import cached_property
from importlib import import_module
from typing import TYPE_CHECKING, Any

from . import _native

if TYPE_CHECKING:
    import polars

__all__ = ["Derived", "DerivedTable", "Finding"]

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICRO = timedelta(microseconds=1)
_READ: dict[str, Callable[[int], object]] = {
    "instant": lambda micros: _EPOCH + micros * _MICRO,
    "duration": lambda micros: micros * _MICRO,
    "score": lambda units: Decimal(units).scaleb(-3),
    "amount": lambda units: Decimal(units).scaleb(-9),
}


@dataclass(frozen=True, slots=True)
class Finding:
    """A contradiction in the log of one ticket; nothing is dropped without one."""

    ticket: str
    """The ticket."""
    event: int | None
    """The event's place in the log as it was given, from 0; `None` where it is about no event."""
    code: str
    """The stable code, as `reopened_while_open`."""
    text: str
    """What it says, and what was done about it."""


class DerivedTable:
    """Records of one kind. A report takes them as they are, and so does every data frame library
    that knows the Arrow PyCapsule interface: `polars.DataFrame(table)`, `pyarrow.table(table)`.
    pandas does not: `table.to_pandas()`."""

    __slots__ = ("__dict__", "_native")

    def __init__(self, native: _native.DerivedTable) -> None:
        self._native = native

    def __arrow_c_stream__(self, requested_schema: object | None = None, /) -> object:
        return self._native.__arrow_c_stream__(requested_schema)

    def __len__(self) -> int:
        return len(self._native)

    @cached_property
    def rows(self) -> list[dict[str, Any]]:
        """The records as dicts: instants as `datetime` in UTC, durations as `timedelta`."""
        columns = {name: _values(of, values) for name, of, values in self._native.columns()}
        return [dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)]

    def to_arrow(self) -> Any:
        """A `pyarrow.Table`."""
        return import_module("pyarrow").table(self)

    def to_pandas(self) -> Any:
        """A `pandas.DataFrame`, through pyarrow."""
        return self.to_arrow().to_pandas()

    def to_polars(self) -> "polars.DataFrame":
        """A `polars.DataFrame`."""
        import polars

        return polars.DataFrame(self)

    def __repr__(self) -> str:
        return f"kpi.DerivedTable: {len(self)} {self._native.name()}"


class Derived(Mapping[str, Any]):
    """What was derived: `tickets`, `response_waits`, `holdings`, `status_spans` and `sla_targets`,
    each a `DerivedTable`. Two stars give all of them to a report: `kpi.report(kpis, **derived)`."""

    __slots__ = ("__dict__", "_native", "_tables")

    def __init__(self, native: _native.Derived) -> None:
        self._native = native
        self._tables = {table.name(): DerivedTable(table) for table in native.tables()}

    def __getitem__(self, name: str) -> DerivedTable:
        return self._tables[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._tables)

    def __len__(self) -> int:
        return len(self._tables)

    @cached_property
    def findings(self) -> list[Finding]:
        """What in the log contradicts itself, ticket by ticket."""
        return [Finding(*found) for found in self._native.findings()]

    @property
    def inputs(self) -> dict[str, dict[str, Any]]:
        """By kind of record, how many came in and how many were skipped, by code."""
        return {
            kind: {"records": records, "skipped": skipped}
            for kind, records, skipped in self._native.inputs()
        }

    def __repr__(self) -> str:
        tables = ", ".join(f"{len(table)} {name}" for name, table in self._tables.items())
        return f"kpi.Derived: {tables}; {len(self.findings)} findings"


def _values(of: str, values: list[Any]) -> list[Any]:
    """The values of a column with Python's own types."""
    read = _READ.get(of)
    if read is None:
        return values
    return [None if value is None else read(value) for value in values]
