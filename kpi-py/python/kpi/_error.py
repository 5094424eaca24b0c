"""The one exception class."""


class KpiError(Exception):
    """What went wrong, where, and what to do about it.

    >>> import kpi
    >>> try:
    ...     kpi.formula("retention_rate", "identity", {"start": 10, "end": 5, "acquired": 6})
    ... except kpi.KpiError as error:
    ...     print(error.code)
    cohort_mismatch
    """

    __module__ = "kpi"

    code: str
    """The stable code: the same in Rust and JavaScript; `docs` lists them all."""
    text: str
    """What was wrong and what to do, without the place."""
    record: str | None
    """The kind of record, where there is one."""
    index: int | None
    """The record's index within its kind, counted from 0."""
    field: str | None
    """The field, parameter or input."""

    def __init__(
        self,
        message: str,
        code: str,
        text: str,
        record: str | None = None,
        index: int | None = None,
        field: str | None = None,
    ) -> None:
        # All of them are arguments of the exception, so that it can be pickled.
        super().__init__(message, code, text, record, index, field)
        self.code, self.text, self.record, self.index, self.field = code, text, record, index, field

    def __str__(self) -> str:
        return str(self.args[0])


def refused(code: str, text: str, field: str | None = None) -> KpiError:
    """An error of this package, worded as kpi-core words its own."""
    place = f"field `{field}`: " if field else ""
    return KpiError(f"{place}{text} [{code}]", code, text, field=field)
