"""The conformance vectors, from plain rows and from every data frame library."""

from decimal import Decimal
from math import isclose
from typing import Any

import pytest
from vectors import Case, cases, report, run

CASES = list(cases())
KEYS = {"figure", "bucket", "group", "kpi", "variant"}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_case(case: Case) -> None:
    expected, found = case["expect"], run(case)
    if "error" in expected:
        assert isinstance(found, dict), "expected an error"
        assert {key: found["error"][key] for key in expected["error"]} == expected["error"]
        return
    assert isinstance(found, list), found
    for name, figure in expected.get("figures", {}).items():
        same(figure, next(row for row in found if row["figure"] == name))
    for wanted in expected.get("rows", []):
        rows = [row for row in found if is_row(wanted, row, case)]
        assert rows, wanted
        same(wanted, rows[0])
    assert expected.get("row_count", len(found)) == len(found)
    if "inputs" in expected:
        inputs = report(case).about["inputs"]
        for kind, wanted in expected["inputs"].items():
            assert {key: inputs[kind][key] for key in wanted} == wanted


def is_row(wanted: dict[str, Any], row: dict[str, Any], case: Case) -> bool:
    """Whether a row is the wanted one; without a group it is the total of every dimension."""
    group = wanted.get("group", {})
    return (
        all(wanted[key] == row[key] for key in ("kpi", "variant") if key in wanted)
        and row["figure"] == wanted["figure"]
        and row["bucket"] == wanted.get("bucket")
        and all(row[name] == group.get(name, "(all)") for name in case["request"].get("by", []))
    )


def same(wanted: dict[str, Any], row: dict[str, Any]) -> None:
    """Compares what is expected, and nothing else."""
    for key, value in wanted.items():
        if key in KEYS:
            continue
        found = row["reasons" if key == "left_out" and isinstance(value, dict) else key]
        if value is None or found is None or key in ("unit", "undefined", "sample", "left_out"):
            assert found == value, (wanted, key, found)
        elif key in ("value", "numerator", "denominator"):
            assert Decimal(found) == Decimal(str(value)), (wanted, key, found)
        else:
            assert isclose(found, value, rel_tol=1e-9, abs_tol=1e-12), (wanted, key, found)
