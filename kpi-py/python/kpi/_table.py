"""A table with a mapping from the caller's columns to fields."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Table:
    """Data with a mapping; made by `kpi.table`."""

    data: object
    """A data frame, a list of dicts, or a dict of columns."""
    columns: Mapping[str, str | None] | None = None
    """The field of a column; `None` leaves it out. Columns that are not named keep their name."""
    constants: Mapping[str, object] | None = None
    """One value for a field of every record."""
    null: Mapping[str, object] | None = None
    """By field, the values of the data that mean unknown."""
