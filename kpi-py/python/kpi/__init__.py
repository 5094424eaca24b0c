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
    Figure,
    Figures,
    Found,
    KpiError,
    Problem,
    Report,
    Table,
    ask,
    catalog,
    check,
    formula,
    merge,
    partial,
    presets,
    report,
    table,
)
from ._functions import *
from ._native import version
from ._records import *
from ._types import Instant, Options, Records, Words, Zone

__all__ = [
    "Accumulator",
    "Figure",
    "Figures",
    "Found",
    "Instant",
    "KpiError",
    "Options",
    "Problem",
    "Records",
    "Report",
    "Table",
    "Words",
    "Zone",
    "ask",
    "catalog",
    "check",
    "formula",
    "measure",
    "merge",
    "partial",
    "presets",
    "report",
    "table",
    "version",
]
__all__ += _functions.__all__
__all__ += _records.__all__
