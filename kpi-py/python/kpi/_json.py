"""What callers give, as JSON: instants and zones by their texts, decimals and durations exact."""

import json
from collections.abc import Iterable, Mapping
from datetime import date, time, timedelta, tzinfo
from decimal import Decimal

from ._error import refused

__all__ = ["instant", "plain", "zone_name"]


def instant(value: object, option: str) -> str:
    """An instant as text."""
    if isinstance(value, str):
        return value
    if isinstance(value, date):
        return value.isoformat()
    text = f"found {type(value).__name__}, expected a date, a datetime or text"
    raise refused("bad_instant", text, option)


def zone_name(zone: object) -> object:
    """A zone as JSON has it: the name of one of Python's, or what was given."""
    if not isinstance(zone, tzinfo):
        return zone
    name = getattr(zone, "key", None) or getattr(zone, "zone", None)
    if isinstance(name, str):
        return name
    offset = zone.utcoffset(None)
    if offset is None:
        raise refused("bad_zone", f"{zone!r} has no name; give an IANA name or an offset", "zone")
    seconds = abs(offset) // timedelta(seconds=1)
    sign = "-" if offset < timedelta(0) else "+"
    return f"{sign}{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"


def plain(value: object, option: str | None = None) -> str:
    """JSON of what requests and parameters are made of; decimals and durations are exact texts."""
    try:
        return json.dumps(value, default=_as_json, allow_nan=False)
    except (TypeError, ValueError) as error:
        raise refused("bad_request", f"it cannot be written as JSON: {error}", option) from None


def _as_json(value: object) -> object:
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, timedelta):
        return str(Decimal(value // timedelta(microseconds=1)) / 1_000_000)
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, Mapping):
        return dict(value)
    if hasattr(value, "item") and not hasattr(value, "__len__"):
        return value.item()
    if isinstance(value, Iterable):
        return list(value)
    raise TypeError(f"found {type(value).__name__} in a request or a parameter")
