"""Columns of data frame libraries side by side, and the answer as the same library has it."""

from collections.abc import Callable, Mapping
from datetime import date
from importlib import import_module
from typing import Any

from ._error import refused

__all__ = ["is_column", "side_by_side"]


def is_column(value: object) -> bool:
    """Whether it is more than one instant or word."""
    return value is not None and not isinstance(value, str | date)


def _has_length(value: object) -> bool:
    """Whether it is a column, and no single value of a library's own."""
    return is_column(value) and hasattr(value, "__len__")


def side_by_side(columns: Mapping[str, Any]) -> tuple[object, Callable[[object], Any]]:
    """A table of columns and of values that stand for whole columns; and what makes of a table with
    one column what the library of the first column calls one."""
    sized = {name: value for name, value in columns.items() if _has_length(value)}
    place, first = next(iter(sized.items()), ("", None))
    if first is None:
        place, first = next((name, value) for name, value in columns.items() if is_column(value))
    library = type(first).__module__.partition(".")[0] if place in sized else ""
    if library not in ("polars", "pandas", "numpy", "pyarrow"):
        text = (
            f"found {type(first).__name__}, expected an instant, or a column of pandas, Polars, "
            "pyarrow or NumPy"
        )
        raise refused("wrong_type", text, place)
    for name, value in sized.items():
        # pandas would fill up the shorter one.
        if len(value) != len(first):
            text = f"the column has {len(value)} values, `{place}` has {len(first)}"
            raise refused("length_mismatch", text, name)
    if library == "polars":
        polars = import_module("polars")
        return polars.DataFrame(columns), lambda table: polars.DataFrame(table).to_series()
    arrow = import_module("pyarrow")
    if library == "pandas":
        frame = import_module("pandas").DataFrame(columns)
        return frame, lambda table: arrow.table(table).column(0).to_pandas().set_axis(frame.index)

    def whole(value: object) -> object:
        return arrow.array(value) if _has_length(value) else arrow.repeat(value, len(first))

    table = arrow.table({name: whole(value) for name, value in columns.items()})

    def answer(table: object) -> Any:
        column = arrow.table(table).column(0)
        return column.to_numpy() if library == "numpy" else column

    return table, answer
