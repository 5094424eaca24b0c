"""Every conformance case gives the same digits and errors from the tables of every library."""

import json

import frames
import kpi
import pyarrow as pa
import pytest
from vectors import Case, Found, cases, report, run

REPORTS = [case for case in cases() if "formula" not in case]


EXPECTED = {case["id"]: run(case) for case in REPORTS}
ARROW: dict[int, pa.Table] = {}


def arrow(rows: frames.Rows) -> pa.Table:
    """The rows as a table; the embedded sample is many cases' and made once."""
    if len(rows) < 100:
        return frames.arrow(rows)
    if id(rows) not in ARROW:
        ARROW[id(rows)] = frames.arrow(rows)
    return ARROW[id(rows)]


def from_form(case: Case, form: str) -> Found:
    try:
        made = report(case, lambda kind, rows: frames.FORMS[form](arrow(rows)))
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
