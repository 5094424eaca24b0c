"""The constant surface: formulas, reports, partial results. It carries values over to kpi-core."""

import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta, tzinfo
from decimal import Decimal
from typing import Any, Literal, Self, Unpack, cast

from . import _native
from ._error import KpiError, refused
from ._figures import Figure, Figures
from ._problem import Found, Problem
from ._records import KINDS, PresetName, Tables
from ._report import Report
from ._table import Table
from ._types import Anchors, Asked, Given, Instant, Options, Records, Words, Zone

__all__ = [
    "Accumulator",
    "Figure",
    "Figures",
    "Found",
    "KpiError",
    "Problem",
    "Report",
    "Table",
    "ask",
    "catalog",
    "check",
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
    text = _native.formula(kpi, variant, dict(inputs), _json(parameters or {}), level)
    return Figures.from_json(text)


def ask(
    kpi: str, variant: str = "", *, anchor: Anchors | None = None, **parameters: object
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
            given.append((kind, _with_types(one.data), columns, constants, null))
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
    """The request as JSON; what is `None` is not said."""
    window, by, as_of = options.get("window"), options.get("by"), options.get("as_of")
    request: dict[str, object] = dict(options) | dict(more or {})
    request["kpis"] = [kpis] if isinstance(kpis, str | Mapping) else list(kpis)
    if window is not None:
        start, end = window
        request["window"] = {"from": _instant(start, "window"), "to": _instant(end, "window")}
    if by is not None:
        request["by"] = [by] if isinstance(by, str) else list(by)
    if as_of is not None:
        request["as_of"] = _instant(as_of, "as_of")
    zone = options.get("zone")
    if isinstance(zone, tzinfo):
        request["zone"] = _zone_name(zone)
    given = {name: value for name, value in request.items() if value is not None}
    parts = (f"{json.dumps(name)}: {_json(value, name)}" for name, value in given.items())
    return "{" + ", ".join(parts) + "}"


def _instant(value: object, option: str) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, date):
        return value.isoformat()
    text = f"found {type(value).__name__}, expected a date, a datetime or text"
    raise refused("bad_instant", text, option)


def _zone_name(zone: tzinfo) -> str:
    name = getattr(zone, "key", None) or getattr(zone, "zone", None)
    if isinstance(name, str):
        return name
    offset = zone.utcoffset(None)
    if offset is None:
        raise refused("bad_zone", f"{zone!r} has no name; give an IANA name or an offset", "zone")
    seconds = abs(offset) // timedelta(seconds=1)
    sign = "-" if offset < timedelta(0) else "+"
    return f"{sign}{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"


def _json(value: object, option: str | None = None) -> str:
    """JSON of what requests and parameters are made of; decimals and durations are exact texts."""
    try:
        return json.dumps(value, default=_plain, allow_nan=False)
    except (TypeError, ValueError) as error:
        raise refused("bad_request", f"it cannot be written as JSON: {error}", option) from None


def _plain(value: object) -> object:
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, timedelta):
        return str(Decimal(value // timedelta(microseconds=1)) / 1_000_000)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return dict(value)
    if hasattr(value, "item") and not hasattr(value, "__len__"):
        return value.item()
    if isinstance(value, Iterable):
        return list(value)
    raise TypeError(f"found {type(value).__name__} in a request or a parameter")
