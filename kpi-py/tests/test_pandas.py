"""What pandas makes of files and lists, and analysts then hand over."""

import io

import pandas as pd
import pytest

import kpi


def test_an_empty_column_of_a_csv_is_null() -> None:
    text = "id,created_at,first_response_at,resolved_at,brand\n1,2026-01-01T00:00:00Z,,,\n"
    tickets = pd.read_csv(io.StringIO(text))
    report = kpi.report("first_response_time", tickets=tickets, by="brand")
    assert report.row("first_response_time")["reasons"] == {"unanswered": 1}


@pytest.mark.parametrize("first", [0, 1])
def test_instants_with_and_without_a_zone_are_not_mixed(first: int) -> None:
    instants = [pd.Timestamp("2026-03-02 09:01"), pd.Timestamp("2026-03-02T09:01Z")]
    if first:
        instants.reverse()
    tickets = pd.DataFrame(
        {
            "id": ["a", "b"],
            "created_at": pd.Series(instants, dtype=object),
            "first_response_at": pd.to_datetime(["2026-03-02T20:00Z"] * 2),
        }
    )
    with pytest.raises(kpi.KpiError) as caught:
        kpi.report("first_response_time", tickets=tickets, zone="America/New_York")
    assert (caught.value.code, caught.value.field) == ("bad_instant", "created_at")
