"""The compiled part of the package `kpi`."""

from typing import final

from ._types import Given

__all__ = [
    "Accumulator",
    "Report",
    "catalog",
    "check",
    "formula",
    "presets",
    "report",
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

def report(request_json: str, tables: list[Given]) -> Report:
    """A report over whole tables."""

def check(request_json: str, tables: list[Given]) -> str:
    """What is wrong with whole tables, as JSON: a list of problems."""

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
