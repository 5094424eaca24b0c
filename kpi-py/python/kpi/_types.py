"""What callers may give: instants, zones, records, and the options of a report."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta, tzinfo
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Literal, Protocol, Required, TypeAlias, TypedDict

from ._table import Table

if TYPE_CHECKING:
    from ._calendar import Calendar

__all__ = [
    "Anchors",
    "ArrowStream",
    "Asked",
    "Given",
    "Instant",
    "MeasureOptions",
    "Metric",
    "Options",
    "Policy",
    "Records",
    "Words",
    "Zone",
]

Instant: TypeAlias = date | str
"""A `datetime` or `date`, or text; without an offset it is a local time in the report's zone."""

Zone: TypeAlias = str | tzinfo | Mapping[str, object]
"""An IANA name, an offset, a `zoneinfo.ZoneInfo`, or a table of transitions."""

Asked: TypeAlias = str | Mapping[str, object]
"""A KPI to compute: its id, or what `kpi.ask` makes."""

Anchors: TypeAlias = Mapping[str, str]
"""By kind of record, the instant that puts a record in a bucket."""

Words: TypeAlias = Mapping[str, Mapping[str, Mapping[str, str | None]]]
"""By kind of record and text field, the words that stand for others; `None` or empty is unknown."""


class ArrowStream(Protocol):
    """A table that gives itself through the Arrow PyCapsule interface."""

    def __arrow_c_stream__(self, requested_schema: object | None = None, /) -> object:
        """The table as a stream of Arrow batches."""
        ...


Records: TypeAlias = (
    ArrowStream | Iterable[Mapping[str, object]] | Mapping[str, Iterable[object]] | Table
)
"""Records of one kind: a data frame, dicts, a dict of columns, or a `kpi.table` of one."""


Metric: TypeAlias = Literal["first_response", "next_response", "resolution"]
"""What an SLA policy can promise."""


class Policy(TypedDict, total=False):
    """An SLA policy: what is promised to the tickets for which all its conditions hold."""

    name: Required[str]
    """Its name."""
    when: Mapping[str, str | Sequence[str]]
    """By text field of tickets, or text column of your own, the words of which one must be there."""
    targets: Required[Mapping[Metric, timedelta | float | int | Decimal | str]]
    """What is promised, within so many seconds or a `timedelta`."""
    clock: Literal["calendar", "business"]
    """`business` counts in the hours of the calendar."""
    pauses: Mapping[Metric, Sequence[str]]
    """The statuses in which the clock of a promise stands."""


class MeasureOptions(TypedDict, total=False):
    """What a measure may be told, beside its parameters and records."""

    window: tuple[Instant, Instant] | None
    """From and to, which is not included: dates or times in the zone, or with an offset."""
    bucket: Literal["15min", "30min", "hour", "day", "week", "month", "quarter", "year"] | None
    """The size of the buckets."""
    week_start: (
        Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] | None
    )
    """The day on which weeks begin; Monday by default."""
    zone: Zone | None
    """The zone of dates, buckets and labels; UTC by default. Local times in records are read in it,
    and refused where it is not given."""
    by: str | Sequence[str] | None
    """The text fields or text columns of one's own to group by. Where nothing is said, KPIs that all
    have the same dimension of their own are grouped by it; `[]` is not grouped at all."""
    words: Words | None
    """One word of a text field stands for another, as
    `{"ticket": {"channel": {"E-Mail": "email", "n/a": None}}}`."""
    filters: Sequence[Mapping[str, object]] | None
    """The records to take, as `{"record": "ticket", "field": "channel", "any_of": ["email"]}`."""
    as_of: Instant | None
    """The instant as of which records are read."""
    calendar: "Calendar | Mapping[str, Any] | None"
    """The business calendar: a `kpi.Calendar`, or its arguments as a dict."""
    level: float
    """The confidence level of the intervals."""
    bad_records: Literal["refuse", "skip"]
    """Whether a bad record refuses the input, or is skipped and counted."""


class Options(MeasureOptions, total=False):
    """What a report may be told, beside its KPIs and records."""

    clock: Literal["calendar", "business"] | None
    """`business` counts durations in the hours of the calendar, where a KPI has the choice."""


Given: TypeAlias = tuple[
    str, object, dict[str, str | None] | None, dict[str, object] | None, dict[str, object] | None
]
"""A table as the compiled part takes it: kind, data, columns, constants, codes of null."""
