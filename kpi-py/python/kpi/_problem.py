"""What `kpi.check` finds."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

__all__ = ["Found", "Problem"]


@dataclass(frozen=True, slots=True)
class Found:
    """A record with a problem."""

    index: int
    """Its place among all records of its kind, from 0."""
    id: str | None
    """Its id, where it has one."""
    value: str | None
    """The value of the field, where there is one that can be shown."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One problem of one field, over all records of a kind that have it."""

    record: str
    """The kind of record."""
    field: str
    """The field or column."""
    code: str
    """The stable code of what is wrong: the same as that of an error."""
    refused: bool
    """Whether a report that reads the field refuses such records; else it takes them, and they are
    worth a look."""
    text: str
    """The problem in words, and what to do."""
    count: int
    """How many records have it."""
    examples: tuple[Found, ...]
    """The first of them."""

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "Problem":
        """The problem from what JSON has of it."""
        examples = tuple(Found(**found) for found in data["examples"])
        return cls(**{**data, "examples": examples})
