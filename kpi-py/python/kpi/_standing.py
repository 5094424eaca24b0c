"""Where a value stands against the benchmarks of its figure."""

import json
from dataclasses import dataclass
from decimal import Decimal

from . import _native


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a value stands against a benchmark, which speaks of its own population only."""

    word: str
    """The benchmark's label where the value lies within it: `good`, `excellent`, `needs_work`,
    `usual`, `possible`, `expected`, `mean`; else `better` or `worse` than it, or `above` or `below`
    it where neither is better; `no_benchmark` where there is none."""
    label: str | None
    """What the source calls a value within the benchmark."""
    low: Decimal | None
    """The benchmark's lower end."""
    high: Decimal | None
    """Its upper end."""
    exclusive: bool
    """Whether the ends themselves lie outside: above 50, not 50 or more."""
    population: str | None
    """Whom it speaks of."""
    source: str | None
    """Who says so."""
    clock: str | None
    """The clock of its durations: benchmarks are in calendar time, whatever the value is in."""


def standing(
    kpi: str,
    variant: str,
    figure: str,
    value: Decimal | float | int | str,
    population: str | None = None,
) -> list[Standing]:
    """Where a value stands against the benchmarks of its figure.

    Args:
        kpi: The KPI.
        variant: The variant; empty for the default.
        figure: The figure; empty for the headline.
        value: Its value.
        population: Only benchmarks that speak of it.

    Returns:
        One standing for each population and source that speaks of the figure, or a single
        `no_benchmark`.

    Raises:
        KpiError: for a KPI, a variant or a figure that does not exist.

    >>> import kpi
    >>> kpi.standing("csat", "", "", 72.5)[0].word
    'excellent'
    >>> phone = kpi.standing("first_response_time", "", "mean", 200, "phone")[0]
    >>> phone.word, phone.high, phone.source
    ('worse', Decimal('180'), 'S4')
    """

    def end(text: str | None) -> Decimal | None:
        return None if text is None else Decimal(text)

    text = f"{Decimal(str(value)):f}"
    found = json.loads(_native.standing(kpi, variant, figure, text, population))
    return [Standing(**{**one, "low": end(one["low"]), "high": end(one["high"])}) for one in found]
