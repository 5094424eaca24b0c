"""The test whether groups last equally long."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from . import _native


@dataclass(frozen=True, slots=True)
class LogRank:
    """Whether groups have the same curve of survival."""

    statistic: float
    """The chi-square statistic."""
    degrees_of_freedom: int
    """The groups in which an event was possible, less one."""
    p: float
    """How likely a statistic at least so large is where the curves are the same."""


def log_rank(groups: Iterable[Mapping[str, object]]) -> LogRank | None:
    """The log-rank test between groups, each of which is what the formulas of survival take.

    Args:
        groups: Two or more dicts of `durations` in seconds and `observed`, whether the event of
            each has happened.

    Returns:
        The test; `None` where nothing can be compared, because no two groups reach an event or all
        events are at once.

    Raises:
        KpiError: `bad_input` for fewer than two groups, and where there is not one flag for each
            duration; `negative`; `missing_input` and `unknown_input`. The field names the group.

    >>> import kpi
    >>> email = {"durations": [60, 120, 180, 240], "observed": [True, True, True, False]}
    >>> phone = {"durations": [120, 300, 360, 420], "observed": [True, True, False, True]}
    >>> test = kpi.log_rank([email, phone])
    >>> round(test.statistic, 4), test.degrees_of_freedom, round(test.p, 4)
    (1.7198, 1, 0.1897)
    """
    test = json.loads(_native.log_rank([dict(group) for group in groups]))
    return None if test is None else LogRank(**test)
