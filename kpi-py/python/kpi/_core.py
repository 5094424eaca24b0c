"""The constant surface: formulas, reports, partial results. It carries values over to kpi-core."""

import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any, Literal, Self, Unpack, cast

from . import _native
from ._calendar import Calendar, as_given
from ._derived import Derived, DerivedTable, Finding
from ._error import KpiError
from ._figures import Figure, Figures
from ._json import instant, plain, zone_name
from ._problem import Found, Problem
from ._records import KINDS, PresetName, Tables
from ._report import Report
from ._table import Table
from ._types import Anchors, Asked, Given, Instant, Options, Policy, Records, Words, Zone

__all__ = [
    "Accumulator",
    "Calendar",
    "Derived",
    "DerivedTable",
    "Figure",
    "Figures",
    "Finding",
    "Found",
    "KpiError",
    "Problem",
    "Report",
    "Table",
    "ask",
    "catalog",
    "check",
    "derive",
    "formula",
    "merge",
    "partial",
    "presets",
    "report",
    "table",
]


def catalog() -> list[dict[str, Any]]:
    """Every KPI in every variant: formula, inputs, parameters, figures, records, sources.

    >>> import kpi
    >>> [entry["variant"] for entry in kpi.catalog() if entry["id"] == "retention_rate"]
    ['identity', 's4_literal']
    """
    entries: list[dict[str, Any]] = json.loads(_native.catalog())
    return entries


def presets() -> list[dict[str, Any]]:
    """The presets: sets of KPIs by `name`, with what each is for (`doc`) and its `kpis`, each an id
    and a variant, the most important first.

    >>> import kpi
    >>> kpi.presets()[0]["kpis"][0]
    ['csat', 'top_two_boxes']
    """
    sets: list[dict[str, Any]] = json.loads(_native.presets())
    return sets


def formula(
    kpi: str,
    variant: str,
    inputs: Mapping[str, object],
    parameters: Mapping[str, object] | None = None,
    level: float = 0.95,
) -> Figures:
    """The figures of a KPI's formula. Every formula is a function of its own, too.

    Args:
        kpi: The KPI.
        variant: The variant; empty for the default.
        inputs: The inputs by name: numbers, `Decimal`, `timedelta`, or iterables of them.
        parameters: The formula's parameters.
        level: The confidence level of the intervals.

    Raises:
        KpiError: what the KPI's page names.

    >>> import kpi
    >>> kpi.formula("csat", "top_two_boxes", {"satisfied": 3, "answers": 4}).value
    Decimal('75')
    """
    text = _native.formula(kpi, variant, dict(inputs), plain(parameters or {}), level)
    return Figures.from_json(text)


def ask(
    kpi: str, /, variant: str = "", *, anchor: Anchors | None = None, **parameters: object
) -> dict[str, object]:
    """A KPI to compute, in a variant, with parameters.

    Args:
        kpi: The KPI.
        variant: The variant; the default one where it is empty.
        anchor: By kind of record, the instant that puts a record in a bucket, where it is not the
            KPI's own.
        parameters: The KPI's parameters by name; `None` is the default.

    >>> import kpi
    >>> kpi.ask("csat", "mean", kind="support")["variant"]
    'mean'
    """
    given = {name: value for name, value in parameters.items() if value is not None}
    return {"kpi": kpi, "variant": variant, "parameters": given, "anchor": dict(anchor or {})}


def table(
    data: Records,
    columns: Mapping[str, str | None] | None = None,
    constants: Mapping[str, object] | None = None,
    null: Mapping[str, object] | None = None,
) -> Table:
    """Data whose columns are named otherwise than the fields.

    Args:
        data: A data frame, a list of dicts, or a dict of columns.
        columns: The field of a column; `None` leaves the column out. Columns that are not named
            keep their name.
        constants: One value for a field of every record.
        null: By field, the value or values of the data that mean unknown.

    >>> import kpi
    >>> answers = {"respondent": [1, 2, 3], "Q7": [5, 4, 0]}
    >>> surveys = kpi.table(
    ...     answers,
    ...     columns={"respondent": "id", "Q7": "score"},
    ...     constants={"kind": "csat", "scale_min": 1, "scale_max": 5},
    ...     null={"score": 0},
    ... )
    >>> report = kpi.report("csat", surveys=surveys)
    >>> report.value("csat"), report.row("csat")["reasons"]
    (Decimal('100'), {'unanswered': 1})
    """
    return Table(data, columns, constants, null)


def report(
    kpis: Asked | Iterable[Asked] = (),
    *,
    preset: PresetName | None = None,
    window: tuple[Instant, Instant] | None = None,
    bucket: Literal["15min", "30min", "hour", "day", "week", "month", "quarter", "year"]
    | None = None,
    week_start: Literal[
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"
    ]
    | None = None,
    zone: Zone | None = None,
    by: str | Sequence[str] | None = None,
    words: Words | None = None,
    filters: Sequence[Mapping[str, object]] | None = None,
    as_of: Instant | None = None,
    calendar: Calendar | Mapping[str, Any] | None = None,
    clock: Literal["calendar", "business"] | None = None,
    level: float = 0.95,
    bad_records: Literal["refuse", "skip"] = "refuse",
    **tables: Unpack[Tables],
) -> Report:
    """KPIs over records: one long, tidy table.

    Records are data frames of pandas (with pyarrow), Polars, pyarrow, DuckDB or anything else with
    `__arrow_c_stream__`, lists of dicts, or dicts of columns; `kpi.table` maps other column names.
    Text columns that are no fields are segments to group and filter by. In a column of pandas NaN
    is unknown, because pandas says so; elsewhere NaN is refused. Local times are read in `zone`,
    and refused where it is not given.

    Args:
        kpis: The KPIs: ids, or what `kpi.ask` makes.
        preset: A set of KPIs beside them, of `kpi.presets`. Those of it that these records cannot
            give are left away, and named in `about`.
        window: From and to, which is not included: dates or times in the zone, or with an offset.
        bucket: The size of the buckets; without a window they span the records.
        week_start: The day on which weeks begin; Monday by default.
        zone: The zone of dates, buckets and labels; UTC by default.
        by: The text fields or text columns of one's own to group by. Where nothing is said, KPIs
            that all have the same dimension of their own are grouped by it; `[]` is not grouped.
        words: By kind of record and text field, the words that stand for others, as
            `{"ticket": {"channel": {"E-Mail": "email"}}}`; `None` or empty is unknown.
        filters: The records to take: dicts of `record`, `field` and one test: `any_of`, `none_of`,
            `at_least` and `below`, `is`, or `known`.
        as_of: The instant as of which records are read.
        calendar: The business calendar: a `kpi.Calendar`, or its arguments as a dict.
        clock: `business` counts durations in the hours of the calendar, where a KPI has the choice;
            a KPI's own `clock` goes before.
        level: The confidence level of the intervals.
        bad_records: `refuse` the input for a bad record, or `skip` and count it.
        tables: The records, by kind: `tickets`, `surveys` and the others of `kpi.Tables`.

    Raises:
        KpiError: what is wrong with the request or with a record, which it names.

    >>> import kpi
    >>> tickets = [
    ...     {"id": "T1", "channel": "email", "created_at": "2026-03-02T09:00:00Z",
    ...      "first_response_at": "2026-03-02T09:30:00Z"},
    ...     {"id": "T2", "channel": "chat", "created_at": "2026-03-02T10:00:00Z",
    ...      "first_response_at": "2026-03-02T10:01:00Z"},
    ... ]
    >>> report = kpi.report(["first_response_time"], tickets=tickets, by=["channel"])
    >>> report.value("first_response_time", "mean", channel="email")
    Decimal('1800')
    """
    request = _request(
        kpis,
        {"preset": preset},
        window=window,
        bucket=bucket,
        week_start=week_start,
        zone=zone,
        by=by,
        words=words,
        filters=filters,
        as_of=as_of,
        calendar=calendar,
        clock=clock,
        level=level,
        bad_records=bad_records,
    )
    return Report(_native.report(request, _tables("report", tables)))


def check(
    *, words: Words | None = None, zone: Zone | None = None, **tables: Unpack[Tables]
) -> list[Problem]:
    """Every problem of records, listed before anything is computed: what a report would refuse, and
    what it takes but is worth a look. The refused first, then by how many records have it.

    Args:
        words: The words that stand for others, as in `kpi.report`.
        zone: The zone of local times, as in `kpi.report`.
        tables: The records, by kind: `tickets`, `surveys` and the others of `kpi.Tables`.

    Raises:
        KpiError: where the data are no table at all, or a `kpi.table` does not fit them.

    >>> import kpi
    >>> tickets = [
    ...     {"id": "T1", "created_at": "2026-03-02T09:00:00Z", "status": "open"},
    ...     {"id": "T2", "created_at": "yesterday", "status": "open"},
    ...     {"id": "T3", "created_at": "2026-03-02T09:00:00Z", "status": "solved"},
    ... ]
    >>> for problem in kpi.check(tickets=tickets):
    ...     print(problem.field, problem.code, problem.examples[0].id, problem.examples[0].value)
    created_at bad_instant T2 yesterday
    status unknown_word T3 solved
    >>> kpi.check(tickets=tickets[:1])
    []
    """
    request = _request((), words=words, zone=zone)
    found = json.loads(_native.check(request, _tables("check", tables)))
    return [Problem.from_json(problem) for problem in found]


def derive(
    events: Records,
    *,
    tickets: Records | None = None,
    as_of: Instant | None = None,
    calendar: Calendar | Mapping[str, Any] | None = None,
    clock: Literal["calendar", "business"] | None = None,
    sla: Sequence[Policy] | Mapping[str, Sequence[Policy]] | None = None,
    zone: Zone | None = None,
    words: Words | None = None,
    bad_records: Literal["refuse", "skip"] = "refuse",
) -> Derived:
    """Tickets and their waits, holdings, statuses and SLA targets from a log of events.

    Args:
        events: What happened: `ticket`, `at`, `kind`, and where it is known `actor_kind`, `actor`,
            `value`, `due_at` and `sequence`.
        tickets: What no log says of the tickets, by `id`: their channel, their account, columns of
            your own. Fields that the log tells are derived, whatever stands here.
        as_of: Later events are not seen; without it, open clocks are read at the last event.
        calendar: The business calendar: a `kpi.Calendar`, or its arguments as a dict.
        clock: `business` counts the tickets' waits in the hours of the calendar.
        sla: The policies, a list or `{"policies": [...]}`; the first that fits a ticket applies.
        zone: The zone of local times.
        words: The words that stand for others, as in `kpi.report`.
        bad_records: `refuse` the input for a bad record, or `skip` and count it.

    Raises:
        KpiError: what is wrong with an event or a ticket, which it names; `bad_policy`, and
            `calendar_required` where business time is asked for without a calendar.

    >>> import kpi
    >>> log = [
    ...     {"ticket": "T1", "at": "2026-03-02T09:00:00Z", "kind": "created"},
    ...     {"ticket": "T1", "at": "2026-03-02T09:30:00Z", "kind": "agent_reply", "actor": "ann"},
    ...     {"ticket": "T1", "at": "2026-03-02T10:00:00Z", "kind": "resolved", "actor": "ann"},
    ...     {"ticket": "T1", "at": "2026-03-02T11:00:00Z", "kind": "reopened"},
    ...     {"ticket": "T1", "at": "2026-03-02T11:05:00Z", "kind": "reopened"},
    ... ]
    >>> derived = kpi.derive(log, sla=[{"name": "all", "targets": {"first_response": 3600}}])
    >>> derived
    kpi.Derived: 1 tickets, 1 response_waits, 2 holdings, 4 status_spans, 1 sla_targets; 1 findings
    >>> [(found.event, found.code) for found in derived.findings]
    [(4, 'reopened_while_open')]
    >>> [span["status"] for span in derived["status_spans"].rows]
    ['new', 'open', 'resolved', 'open']
    >>> kpi.report("first_response_time", **derived).value("first_response_time")
    Decimal('1800')
    """
    policies = {"policies": list(sla)} if isinstance(sla, Sequence) else sla
    request = _settings(zone=zone, words=words, as_of=as_of, calendar=calendar, clock=clock)
    given = _tables("derive", {"events": events, "tickets": tickets})
    asked = _json({**request, "sla": policies, "bad_records": bad_records})
    return Derived(_native.derive(asked, given))


class Accumulator:
    """A report in the making: push tables in any number and order, merge others, take the report.
    Any split of the records gives the same digits. It can be pickled, which makes it the state of a
    reduction in Spark, Dask or Ray.

    >>> import kpi
    >>> answer = {"kind": "nps", "scale_min": 0, "scale_max": 10}
    >>> here = kpi.Accumulator("nps").push(surveys=[answer | {"id": "a", "score": 10}])
    >>> there = kpi.Accumulator("nps").push(surveys=[answer | {"id": "b", "score": 3}])
    >>> here.merge(there).report().value("nps")
    Decimal('0')
    """

    __slots__ = ("_native", "_request", "_track_ids")

    def __init__(
        self, kpis: Asked | Iterable[Asked], *, track_ids: bool = False, **options: Unpack[Options]
    ) -> None:
        """For KPIs and the options of `report`; buckets need a window here.

        Args:
            kpis: The KPIs.
            track_ids: Whether to remember every id, so that the same id twice is an error. Ids are
                not part of the bytes: merging and pickling cannot see duplicates.
            options: Window, buckets, grouping and the like: see `kpi.report`.
        """
        self._start(_request(kpis, **options), track_ids)

    def _start(self, request: str, track_ids: bool) -> None:
        self._request, self._track_ids = request, track_ids
        self._native = _native.Accumulator(request, track_ids)

    def push(self, **tables: Unpack[Tables]) -> Self:
        """Adds records. After an error the accumulator is of no use: some may have been counted."""
        for given in _tables("push", tables):
            self._native.push(given)
        return self

    def merge(self, other: "Accumulator") -> Self:
        """Adds another one's records. Both must have been made for the same request."""
        self._native.merge(other._native)
        return self

    def unmerge(self, other: "Accumulator") -> Self:
        """Takes away another one's records, which were added before."""
        self._native.unmerge(other._native)
        return self

    def merge_bytes(self, data: bytes) -> Self:
        """Adds the records of another one's bytes."""
        self._native.merge_bytes(data)
        return self

    def to_bytes(self) -> bytes:
        """The partial result: equal records give equal bytes."""
        return self._native.to_bytes()

    def report(self) -> Report:
        """The report over all records so far."""
        return Report(self._native.report())

    def __reduce__(self) -> tuple[Any, ...]:
        return _restored, (self._request, self._track_ids, self.to_bytes())


def _restored(request: str, track_ids: bool, data: bytes) -> Accumulator:
    accumulator = Accumulator.__new__(Accumulator)
    accumulator._start(request, track_ids)
    return accumulator.merge_bytes(data)


class _Part(Tables, Options, total=False):
    """What `partial` takes by name."""


def partial(kpis: Asked | Iterable[Asked], **given: Unpack[_Part]) -> bytes:
    """The partial result of some of the records, for `merge`.

    Args:
        kpis: The KPIs.
        given: Records by kind (see `kpi.Tables`), and window, buckets, grouping and the like (see
            `kpi.report`).
    """
    tables = {name: data for name, data in given.items() if name in KINDS}
    options = {name: value for name, value in given.items() if name not in KINDS}
    accumulator = Accumulator(kpis, **cast(Options, options))
    return accumulator.push(**cast(Tables, tables)).to_bytes()


def merge(
    kpis: Asked | Iterable[Asked], parts: Iterable[bytes], **options: Unpack[Options]
) -> Report:
    """The report over partial results that were made for the same KPIs and options.

    >>> import kpi
    >>> answer = {"kind": "nps", "scale_min": 0, "scale_max": 10}
    >>> parts = [kpi.partial("nps", surveys=[answer | {"id": "a", "score": s}]) for s in (9, 9, 0)]
    >>> kpi.merge("nps", parts).value("nps")
    Decimal('33.333333333')
    """
    accumulator = Accumulator(kpis, **options)
    for part in parts:
        accumulator.merge_bytes(part)
    return accumulator.report()


def _tables(called: str, tables: Mapping[str, Any]) -> list[Given]:
    """The tables that were given, as the compiled part takes them."""
    odd = next((name for name in tables if name not in KINDS), None)
    if odd is not None:
        raise TypeError(f"{called}() got an unexpected keyword argument {odd!r}")
    given: list[Given] = []
    for name, kind in KINDS.items():
        data = tables.get(name)
        if data is not None:
            one = data if isinstance(data, Table) else Table(data)
            _one_clock(one.data, kind)
            columns = None if one.columns is None else dict(one.columns)
            constants = None if one.constants is None else dict(one.constants)
            null = None if one.null is None else dict(one.null)
            data = one.data._native if isinstance(one.data, DerivedTable) else _with_types(one.data)
            given.append((kind, data, columns, constants, null))
    return given


def _one_clock(data: object, kind: str) -> None:
    """A pandas column of objects that mixes instants with and without a zone: Arrow would read them
    by the first one."""
    pandas = sys.modules.get("pandas")
    if pandas is None or not isinstance(data, pandas.DataFrame):
        return
    for place, name in enumerate(data.columns):
        column = data.iloc[:, place]
        if column.dtype != object:
            continue
        first = next((value for value in column if value is not None), None)
        if not isinstance(first, datetime):
            continue
        zoned = {
            value.tzinfo is not None
            for value in column
            if isinstance(value, datetime) and value == value
        }
        if len(zoned) > 1:
            text = "the column mixes instants with and without a zone; give all of them one"
            raise KpiError(
                f"{kind}, field `{name}`: {text} [bad_instant]",
                code="bad_instant",
                text=text,
                record=kind,
                field=str(name),
            )


def _with_types(data: object) -> object:
    """Polars gives columns of the type Null a buffer that Arrow for Rust refuses (pola-rs/polars
    issue 22934): they become columns of texts, all null as before."""
    polars = sys.modules.get("polars")
    if polars is None or not isinstance(data, polars.DataFrame):
        return data
    typed = {polars.Null: polars.String, polars.List(polars.Null): polars.List(polars.String)}
    found = {of: to for of, to in typed.items() if of in data.dtypes}
    return data.cast(found) if found else data


def _request(
    kpis: Asked | Iterable[Asked],
    more: Mapping[str, object] | None = None,
    **options: Unpack[Options],
) -> str:
    """The request as JSON."""
    window, by = options.get("window"), options.get("by")
    request = _settings(**options) | dict(more or {})
    request["kpis"] = [kpis] if isinstance(kpis, str | Mapping) else list(kpis)
    if window is not None:
        start, end = window
        request["window"] = {"from": instant(start, "window"), "to": instant(end, "window")}
    if by is not None:
        request["by"] = [by] if isinstance(by, str) else list(by)
    return _json(request)


def _settings(**options: Unpack[Options]) -> dict[str, object]:
    """Options with instants, zones and calendars as JSON has them."""
    as_of, calendar = options.get("as_of"), options.get("calendar")
    settings: dict[str, object] = dict(options)
    settings["zone"] = zone_name(options.get("zone"))
    if as_of is not None:
        settings["as_of"] = instant(as_of, "as_of")
    if calendar is not None:
        settings["calendar"] = as_given(calendar)
    return settings


def _json(request: Mapping[str, object]) -> str:
    """A request as JSON; what is `None` is not said."""
    given = {name: value for name, value in request.items() if value is not None}
    parts = (f"{json.dumps(name)}: {plain(value, name)}" for name, value in given.items())
    return "{" + ", ".join(parts) + "}"
