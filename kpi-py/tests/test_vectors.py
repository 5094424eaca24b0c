"""The conformance vectors, from plain rows and from every data frame library."""

from decimal import Decimal
from math import isclose
from typing import Any

import pytest
from vectors import Case, Found, cases, run

CASES = list(cases())
KEYS = {"figure", "bucket", "group", "kpi", "variant"}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_case(case: Case) -> None:
    expected, found = case["expect"], run(case)
    if "error" in expected:
        assert "error" in found, "expected an error"
        assert {key: found["error"][key] for key in expected["error"]} == expected["error"]
        return
    assert "error" not in found, found
    for name, figure in expected.get("figures", {}).items():
        same(figure, next(row for row in found["figures"] if row["figure"] == name))
    if "formula" not in case:
        has_rows(expected, found)


def has_rows(expected: dict[str, Any], found: Found) -> None:
    """Compares a report's rows, how many there are, and what came in."""
    about, rows = found["about"], found["rows"]
    for wanted in expected.get("rows", []):
        row = next((row for row in rows if is_row(wanted, row, about["by"])), None)
        assert row is not None, wanted
        same(wanted, row)
    assert expected.get("row_count", len(rows)) == len(rows)
    for kind, wanted in expected.get("inputs", {}).items():
        assert {key: about["inputs"][kind][key] for key in wanted} == wanted


def is_row(wanted: dict[str, Any], row: dict[str, Any], by: list[str]) -> bool:
    """Whether a row is the wanted one; without a group it is the total of every dimension."""
    group = wanted.get("group", {})
    return (
        all(wanted[key] == row[key] for key in ("kpi", "variant") if key in wanted)
        and row["figure"] == wanted["figure"]
        and row["bucket"] == wanted.get("bucket")
        and all(row[name] == group.get(name, "(all)") for name in by)
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
