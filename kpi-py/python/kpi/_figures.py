"""What a formula gives."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, overload

from . import _text


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure with its exact value."""

    figure: str
    """Its name."""
    value: Decimal | None
    """The value, exact and rounded once; `None` where it is undefined."""
    number: float | None
    """The float nearest to the value."""
    unit: str
    """Its unit: percent, index, seconds, count, score, or a currency."""
    kind: str
    """Its kind of number, which says its bounds: share, net_index, duration, count and so on."""
    numerator: Decimal | None
    """The fraction's numerator, before it is multiplied by 100 for a percentage."""
    denominator: Decimal | None
    """The fraction's denominator."""
    sample: int
    """How many records made it."""
    lower: float | None
    """The interval's lower end."""
    upper: float | None
    """The interval's upper end."""
    undefined: str | None
    """Why there is no value."""
    approximate: float | None
    """The bound of the relative error; `None` where the value is exact."""


def decimal(text: object) -> Decimal | None:
    """A decimal from its text in JSON."""
    return None if text is None else Decimal(str(text))


class Figures(Sequence[Figure]):
    """The figures of one KPI, the headline first. `value`, `number`, `lower` and `upper` are the
    headline's; the others are found by name.

    >>> import kpi
    >>> figures = kpi.formula(
    ...     "nps", "standard", {"promoters": 60, "passives": 25, "detractors": 15}
    ... )
    >>> figures.value
    Decimal('45')
    >>> figures["promoter_share"].number
    60.0
    >>> figures
    figure           value  unit       lower    upper  sample
    score               45  index    29.3431  58.0355     100
    promoter_share      60  percent  50.2003  69.0599     100
    passive_share       25  percent  17.5452  34.3045     100
    detractor_share     15  percent  9.30599  23.2836     100
    answers            100  count                         100
    """

    __slots__ = ("_all",)

    def __init__(self, figures: Sequence[Figure]) -> None:
        self._all = tuple(figures)

    @classmethod
    def from_json(cls, text: str) -> "Figures":
        """From the JSON that kpi-core writes."""
        figures: list[dict[str, Any]] = json.loads(text)
        for figure in figures:
            for name in ("value", "numerator", "denominator"):
                figure[name] = decimal(figure[name])
        return cls([Figure(**figure) for figure in figures])

    @property
    def value(self) -> Decimal | None:
        """The headline's exact value; `None` where it is undefined."""
        return self._all[0].value

    @property
    def number(self) -> float | None:
        """The float nearest to the headline's value."""
        return self._all[0].number

    @property
    def lower(self) -> float | None:
        """The lower end of the headline's interval."""
        return self._all[0].lower

    @property
    def upper(self) -> float | None:
        """The upper end of the headline's interval."""
        return self._all[0].upper

    @property
    def undefined(self) -> str | None:
        """Why the headline has no value."""
        return self._all[0].undefined

    @overload
    def __getitem__(self, key: int | str) -> Figure: ...
    @overload
    def __getitem__(self, key: slice) -> "Figures": ...
    def __getitem__(self, key: int | str | slice) -> "Figure | Figures":
        if isinstance(key, slice):
            return Figures(self._all[key])
        if isinstance(key, int):
            return self._all[key]
        for figure in self._all:
            if figure.figure == key:
                return figure
        raise KeyError(key)

    def __len__(self) -> int:
        return len(self._all)

    def __iter__(self) -> Iterator[Figure]:
        return iter(self._all)

    def __eq__(self, other: object) -> bool:
        return self._all == other._all if isinstance(other, Figures) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._all)

    def __repr__(self) -> str:
        return _text.aligned(_HEAD, self._cells(), [False, True, False, True, True, True])

    def _repr_html_(self) -> str:
        return _text.html(_HEAD, self._cells(), "")

    def _cells(self) -> list[list[str]]:
        return [
            [
                figure.figure,
                figure.undefined or _text.number(figure.value),
                figure.unit,
                _text.number(figure.lower),
                _text.number(figure.upper),
                str(figure.sample),
            ]
            for figure in self._all
        ]


_HEAD = ["figure", "value", "unit", "lower", "upper", "sample"]
