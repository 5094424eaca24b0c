"""The compiled part of the package `kpi`."""

from typing import Any, final

from ._types import Given

__all__ = [
    "Accumulator",
    "Calendar",
    "Derived",
    "DerivedTable",
    "Durations",
    "Report",
    "catalog",
    "check",
    "derive",
    "formula",
    "log_rank",
    "presets",
    "report",
    "standing",
    "version",
]

def version() -> str:
    """The version of the package."""

def catalog() -> str:
    """The catalogue as JSON: a list of every KPI in every variant."""

def presets() -> str:
    """The presets as JSON: a list of named sets of KPIs."""

def formula(
    kpi: str,
    variant: str,
    inputs: dict[str, object],
    parameters_json: str = "{}",
    level: float = 0.95,
) -> str:
    """The figures of a formula as JSON; the parameters are JSON, too."""

def log_rank(groups: list[dict[str, object]]) -> str:
    """The log-rank test between groups, each a dict of `durations` and `observed`, as JSON."""

def standing(
    kpi: str, variant: str, figure: str, value: str, population: str | None = None
) -> str:
    """Where a value stands against the benchmarks of its figure, as JSON."""

def report(request_json: str, tables: list[Given]) -> Report:
    """A report over whole tables."""

def check(request_json: str, tables: list[Given]) -> str:
    """What is wrong with whole tables, as JSON: a list of problems."""

def derive(request_json: str, tables: list[Given]) -> Derived:
    """Everything that a log of events says."""

@final
class Derived:
    """What was derived."""

    def tables(self) -> list[DerivedTable]:
        """Its tables, in order."""

    def findings(self) -> list[tuple[str, int | None, str, str]]:
        """What contradicts itself: ticket, place of the event, code, text."""

    def inputs(self) -> list[tuple[str, int, dict[str, int]]]:
        """What came in: the kind of records, how many they were, and by code how many of them
        were skipped."""

@final
class DerivedTable:
    """A table of what was derived."""

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object:
        """The table as an Arrow stream; a wish for another schema is not fulfilled."""

    def __len__(self) -> int: ...
    def name(self) -> str:
        """The kind of its records as it is called in a report."""

    def columns(self) -> list[tuple[str, str, list[Any]]]:
        """Each column's name, type and values: instants and durations in µs, scores and amounts in
        their units."""

@final
class Report:
    """A report: one long, tidy table."""

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object:
        """The table as an Arrow stream; a wish for another schema is not fulfilled."""

    def json(self) -> str:
        """The report as JSON: an object of `about` and `rows`."""

    def about_json(self) -> str:
        """What the report was made of, as JSON."""

    def csv(self) -> str:
        """The table as CSV with a header."""

@final
class Calendar:
    """A business calendar."""

    def __new__(cls, json: str) -> Calendar: ...
    def elapsed(self, start: str, end: str, schedule: str | None = None) -> int:
        """Open microseconds from one instant to another."""

    def elapsed_between(self, data: object, schedule: str | None = None) -> Durations:
        """Open microseconds between the columns `from` and `to` of a table, by one schedule or by
        those of its column `team`."""

    def deadline(self, start: str, micros: int, schedule: str | None = None) -> str:
        """The instant at which so many open microseconds have passed, as RFC 3339."""

    def is_open(self, at: str, schedule: str | None = None) -> bool:
        """Whether an instant lies in the hours."""

@final
class Durations:
    """A column of durations, as a table."""

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object:
        """The table as an Arrow stream; a wish for another schema is not fulfilled."""

@final
class Accumulator:
    """A report in the making."""

    def __new__(cls, request_json: str, track_ids: bool = False) -> Accumulator: ...
    def push(self, table: Given) -> None:
        """Adds a table batch by batch."""

    def merge(self, other: Accumulator) -> None:
        """Adds another one's records."""

    def unmerge(self, other: Accumulator) -> None:
        """Takes away another one's records, which were added before."""

    def merge_bytes(self, data: bytes) -> None:
        """Adds the records of another one's bytes."""

    def to_bytes(self) -> bytes:
        """The partial result as bytes."""

    def report(self) -> Report:
        """The report over all records so far."""
