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


def side_by_side(columns: Mapping[str, Any]) -> tuple[object, Callable[[object], Any]]:
    """A table of columns and of values that stand for whole columns; and what makes of a table with
    one column what the library of the first column calls one."""
    first = next(value for value in columns.values() if is_column(value))
    library = type(first).__module__.partition(".")[0]
    if library == "polars":
        polars = import_module("polars")
        return polars.DataFrame(columns), lambda table: polars.DataFrame(table).to_series()
    if library == "pandas":
        frame = import_module("pandas").DataFrame(columns)
        arrow = import_module("pyarrow")
        return frame, lambda table: arrow.table(table).column(0).to_pandas().set_axis(frame.index)
    if library not in ("numpy", "pyarrow"):
        text = (
            f"found {type(first).__name__}, expected an instant, or a column of pandas, Polars, "
            "pyarrow or NumPy"
        )
        raise refused("wrong_type", text)
    arrow = import_module("pyarrow")

    def whole(value: object) -> object:
        return arrow.array(value) if is_column(value) else arrow.repeat(value, len(first))

    table = arrow.table({name: whole(value) for name, value in columns.items()})

    def answer(table: object) -> Any:
        column = arrow.table(table).column(0)
        return column.to_numpy() if library == "numpy" else column

    return table, answer
