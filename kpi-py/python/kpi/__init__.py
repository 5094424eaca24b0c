"""Every customer-service KPI, with exact digits.

Every formula is a function; every KPI is a measure over records in `kpi.measure`; `report` computes
several at once, by bucket and group; `check` lists what is wrong with records before.

>>> import kpi
>>> kpi.nps(promoters=60, passives=25, detractors=15).value
Decimal('45')
>>> kpi.version().count(".")
2
"""

from . import _functions, _records, measure
from ._core import (
    Accumulator,
    Calendar,
    Derived,
    DerivedTable,
    Figure,
    Figures,
    Finding,
    Found,
    KpiError,
    Problem,
    Report,
    Table,
    ask,
    catalog,
    check,
    derive,
    formula,
    merge,
    partial,
    presets,
    report,
    table,
)
from ._functions import *
from ._log_rank import LogRank, log_rank
from ._native import version
from ._records import *
from ._standing import Standing, standing
from ._types import Instant, MeasureOptions, Options, Policy, Records, Words, Zone

__all__ = [
    "Accumulator",
    "Calendar",
    "Derived",
    "DerivedTable",
    "Figure",
    "Figures",
    "Finding",
    "Found",
    "Instant",
    "KpiError",
    "LogRank",
    "MeasureOptions",
    "Options",
    "Policy",
    "Problem",
    "Records",
    "Report",
    "Standing",
    "Table",
    "Words",
    "Zone",
    "ask",
    "catalog",
    "check",
    "derive",
    "formula",
    "log_rank",
    "measure",
    "merge",
    "partial",
    "presets",
    "report",
    "standing",
    "table",
    "version",
]
__all__ += _functions.__all__
__all__ += _records.__all__
