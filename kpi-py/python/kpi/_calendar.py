"""Business calendars: hours, holidays and special days, in the time zone of each schedule."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from typing import Any, TypeAlias, overload

from . import _native
from ._columns import is_column, side_by_side
from ._error import KpiError, refused
from ._json import instant, plain, zone_name
from ._types import Instant, Zone

__all__ = ["Calendar", "Shifts"]

Shifts: TypeAlias = Sequence[tuple[str | time, str | time]]
"""The hours of a day: starts and ends, as `time` or text; an end at or before its start is on the
next day."""


class Calendar:
    """Business hours: a schedule of the week with holidays and special days; or several schedules.

    A holiday takes away the shifts that begin on it; a special day has hours of its own in their
    place. A local time in a gap of the clock moves forward by the gap, an ambiguous one is the
    first.

    >>> from datetime import timedelta
    >>> import kpi
    >>> weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday"]
    >>> office = kpi.Calendar(
    ...     zone="America/New_York", hours={day: [("09:00", "17:00")] for day in weekdays}
    ... )
    >>> office.elapsed("2024-03-08T20:00:00Z", "2024-03-11T14:00:00Z")
    datetime.timedelta(seconds=10800)
    >>> office.deadline("2024-03-08T20:00:00Z", timedelta(hours=3)).isoformat()
    '2024-03-11T14:00:00+00:00'
    """

    __slots__ = ("_json", "_native")

    def __init__(
        self,
        *,
        zone: Zone | None = None,
        hours: Mapping[str, Shifts] | None = None,
        holidays: Iterable[date | str] | None = None,
        special_days: Mapping[date | str, Shifts] | None = None,
        by: str | None = None,
        schedules: "Mapping[str, Calendar | Mapping[str, Any]] | None" = None,
        otherwise: "Calendar | Mapping[str, Any] | None" = None,
    ) -> None:
        """One schedule, or several.

        Args:
            zone: The zone of the schedule; that of the report, or UTC, where it is not given.
            hours: The shifts of each weekday, `monday` to `sunday`; one that is not named is closed.
            holidays: Dates without hours: any dates, as those of the package `holidays`, which must
                be given their years.
            special_days: Dates with hours of their own, which stand for those of the weekday.
            by: The text field of records that chooses among several schedules.
            schedules: The schedules, by word of that field.
            otherwise: The schedule of all other records; without one they have no hours.

        Raises:
            KpiError: `bad_calendar`, `bad_zone`, or `no_hours` where it is never open.
        """
        given = {
            "zone": zone,
            "hours": hours,
            "holidays": holidays,
            "special_days": special_days,
            "by": by,
            "schedules": schedules,
            "otherwise": otherwise,
        }
        known = {name: value for name, value in given.items() if value is not None}
        self._json = plain(as_given(known), "calendar")
        self._native = _native.Calendar(self._json)

    def __repr__(self) -> str:
        return f"Calendar({self._json})"

    def __reduce__(self) -> tuple[Any, ...]:
        return _restored, (self._json,)

    @overload
    def elapsed(self, start: Instant, end: Instant, schedule: str | None = None) -> timedelta: ...
    @overload
    def elapsed(self, start: Any, end: Any, schedule: Any = None) -> Any: ...
    def elapsed(self, start: Any, end: Any, schedule: Any = None) -> Any:
        """The open time from one instant to another; negative where the end is before the start.

        Each of the three can be a column of pandas, Polars, pyarrow or NumPy; then so is the answer,
        which is unknown where an instant is, or where a word of a column has no schedule.

        Args:
            start: The start; without an offset a local time of the schedule.
            end: The end, which is not included.
            schedule: The word of the schedule, where there are several.

        Raises:
            KpiError: `bad_instant`; `bad_calendar` where there is no schedule of this word; of
                columns `wrong_type` where they are no instants, and `length_mismatch`.

        >>> import kpi
        >>> import polars
        >>> monday = kpi.Calendar(hours={"monday": [("09:00", "17:00")]})
        >>> ends = polars.Series(["2026-03-02T10:30:00Z", "2026-03-03T12:00:00Z", None])
        >>> monday.elapsed("2026-03-02T00:00:00Z", ends).dt.total_minutes().to_list()
        [90, 480, None]
        """
        if any(map(is_column, (start, end, schedule))):
            columns = {"from": start, "to": end}
            word = None if is_column(schedule) else schedule
            if word is None and schedule is not None:
                columns["team"] = schedule
            try:
                table, answer = side_by_side(columns)
                return answer(self._native.elapsed_between(table, word))
            except KpiError as error:
                raise _of_argument(error) from None
        micros = self._native.elapsed(instant(start, "start"), instant(end, "end"), schedule)
        return timedelta(microseconds=micros)

    def deadline(
        self, start: Instant, duration: timedelta, schedule: str | None = None
    ) -> datetime:
        """The first instant at which so much open time has passed: what `elapsed` undoes. A deadline
        exactly at closing time is closing time. It is in the zone of `start` where that has one, else
        in UTC.

        Raises:
            KpiError: as `elapsed`; `no_hours` where it is never reached; `wrong_type` where the
                duration is no `timedelta`.
        """
        if not isinstance(duration, timedelta):
            text = f"found {type(duration).__name__}; give a timedelta"
            raise refused("wrong_type", text, "duration")
        micros = duration // timedelta(microseconds=1)
        text = self._native.deadline(instant(start, "start"), micros, schedule)
        found = datetime.fromisoformat(text)
        own = start.tzinfo if isinstance(start, datetime) else None
        return found if own is None else found.astimezone(own)

    def is_open(self, at: Instant, schedule: str | None = None) -> bool:
        """Whether an instant lies in the hours.

        >>> import kpi
        >>> night = kpi.Calendar(hours={"friday": [("22:00", "06:00")]})
        >>> night.is_open("2026-03-07T05:59:59Z"), night.is_open("2026-03-07T06:00:00Z")
        (True, False)
        """
        return self._native.is_open(instant(at, "at"), schedule)


_ARGUMENTS = {"from": "start", "to": "end", "team": "schedule"}
"""By the column of the table that is read, the argument of `elapsed` that it was."""


def _of_argument(error: KpiError) -> KpiError:
    """The error of a column, at the place that the caller knows."""
    field = _ARGUMENTS.get(error.field or "", error.field)
    text = error.text
    for column, argument in _ARGUMENTS.items():
        text = text.replace(f"`{column}`", f"`{argument}`")
    place = "" if field is None else f"field `{field}`: "
    if error.index is not None:
        place = f"index {error.index}, {place}"
    return KpiError(
        f"{place}{text} [{error.code}]", error.code, text, index=error.index, field=field
    )


def _restored(text: str) -> Calendar:
    return Calendar(**json.loads(text))


def as_given(calendar: Calendar | Mapping[str, Any]) -> Any:
    """A calendar as JSON has it. What has no place in one stays, to be refused by name."""
    if isinstance(calendar, Calendar):
        return json.loads(calendar._json)
    if not isinstance(calendar, Mapping):
        return calendar
    return {name: _CHANGES.get(name, _same)(value) for name, value in calendar.items()}


def _same(value: object) -> object:
    return value


def _dates(holidays: object) -> list[object]:
    if isinstance(holidays, str) or not isinstance(holidays, Iterable):
        text = 'holidays are a list of dates, such as ["2026-12-25"]'
        raise refused("bad_calendar", text, "holidays")
    days = [_date(day) for day in holidays]
    if not days and getattr(holidays, "expand", False):
        text = "these holidays name no years, so that there are none yet; give `years`"
        raise refused("bad_calendar", text, "holidays")
    return days


def _by_date(special_days: Mapping[object, object]) -> dict[object, object]:
    return {_date(day): shifts for day, shifts in special_days.items()}


def _by_word(schedules: Mapping[str, Any]) -> dict[str, Any]:
    return {word: as_given(one) for word, one in schedules.items()}


_CHANGES: dict[str, Callable[[Any], object]] = {
    "zone": zone_name,
    "holidays": _dates,
    "special_days": _by_date,
    "schedules": _by_word,
    "otherwise": as_given,
}


def _date(day: object) -> object:
    if isinstance(day, datetime):
        return day.date().isoformat()
    return day.isoformat() if isinstance(day, date) else day
