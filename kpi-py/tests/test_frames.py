"""Every conformance case gives the same digits and errors from the tables of every library."""

import json
from functools import cache
from typing import Any

import frames
import kpi
import pyarrow as pa
import pytest
from vectors import Case, Found, cases, report, run

REPORTS = [case for case in cases() if "formula" not in case]
READS = [read for entry in kpi.catalog() for read in entry["records"]]
# A reopening within so many days has an instant.
BY_PARAMETER = {"ticket": ["first_reopened_at", "first_reopened_by_customer_at"]}


@cache
def needs(kind: str) -> list[str]:
    """The columns that some KPI needs: a dict may lack them, a table may not."""
    named = [name for read in READS if read["kind"] == kind for name in read["needs"]]
    return named + BY_PARAMETER.get(kind, [])


EXPECTED = {case["id"]: run(case) for case in REPORTS}
ARROW: dict[int, pa.Table] = {}
MADE: dict[tuple[str, int], Any] = {}


def table(form: str, kind: str, rows: frames.Rows) -> Any:
    """The rows in a form; the embedded sample is many cases' and made once."""
    if len(rows) < 100:
        return frames.FORMS[form](frames.arrow(rows, needs(kind) if rows else ()))
    if id(rows) not in ARROW:
        ARROW[id(rows)] = frames.arrow(rows, needs(kind))
    # A reader can be read once.
    if form == "pyarrow-reader" or (form, id(rows)) not in MADE:
        MADE[form, id(rows)] = frames.FORMS[form](ARROW[id(rows)])
    return MADE[form, id(rows)]


def from_form(case: Case, form: str) -> Found:
    try:
        made = report(case, lambda kind, rows: table(form, kind, rows))
        found: Found = json.loads(made.to_json())
        return found
    except kpi.KpiError as error:
        return {
            "error": {
                "code": error.code,
                "record": error.record,
                "index": error.index,
                "field": error.field,
            }
        }


@pytest.mark.parametrize("form", frames.FORMS)
def test_same_digits(form: str) -> None:
    compared = 0
    for case in REPORTS:
        try:
            found = from_form(case, form)
        except frames.NotATable:
            continue
        assert found == EXPECTED[case["id"]], case["id"]
        compared += 1
    assert compared > len(REPORTS) * 0.8
