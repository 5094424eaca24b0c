"""What follows from a log of events: the conformance cases, from rows and from frames, and what is done with it."""

import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

import kpi
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from frames import NotATable, arrow, chunked, relation
from vectors import ROOT

CASES = json.loads((ROOT / "vectors/derive.json").read_text(encoding="utf-8"))["cases"]
TABLES = ("tickets", "response_waits", "holdings", "status_spans", "sla_targets")
FORMS: dict[str, Callable[[pa.Table], Any]] = {
    "arrow": lambda table: table,
    "chunked": chunked,
    "polars": pl.DataFrame,
    "pandas": lambda table: table.to_pandas(types_mapper=pd.ArrowDtype),
    "duckdb": relation,
}
MARCH = ("2026-03-01", "2026-04-01")
LOG = [
    {"ticket": "T1", "at": "2026-03-02T09:00:00Z", "kind": "created"},
    {"ticket": "T1", "at": "2026-03-02T09:30:00Z", "kind": "agent_reply", "actor": "ann"},
    {"ticket": "T1", "at": "2026-03-02T10:00:00Z", "kind": "resolved", "actor": "ann"},
    {"ticket": "T2", "at": "2026-03-02T12:00:00.000001Z", "kind": "created"},
]


def shown(value: object) -> object:
    """A value as the vectors have it."""
    if isinstance(value, datetime):
        return value.isoformat().replace("+00:00", "Z")
    if isinstance(value, timedelta):
        return f"{Decimal(value // timedelta(microseconds=1)) / 1_000_000:f}"
    return value


def same(value: object) -> object:
    """An instant has several texts."""
    if isinstance(value, str) and len(value) > 18 and value[10] == "T":
        return shown(datetime.fromisoformat(value))
    return value


def compare(expected: dict[str, Any], found: kpi.Derived) -> None:
    """Every key that is expected is there and equal, and there are no more rows."""
    for name in TABLES:
        rows = found[name].rows
        assert len(rows) == len(expected[name]), (name, rows)
        for wanted, row in zip(expected[name], rows, strict=True):
            own = {key: shown(row.get(key)) for key in wanted}
            assert own == {key: same(value) for key, value in wanted.items()}
    findings = [
        {"ticket": one.ticket, "event": one.event, "code": one.code} for one in found.findings
    ]
    assert findings == expected["findings"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_case(case: dict[str, Any]) -> None:
    expected, options, tickets = case["expect"], case["options"], case.get("tickets")
    if "error" not in expected:
        compare(expected, kpi.derive(case["events"], tickets=tickets, **options))
        return
    with pytest.raises(kpi.KpiError) as caught:
        kpi.derive(case["events"], tickets=tickets, **options)
    error = caught.value
    place = {"code": error.code, "record": error.record, "index": error.index, "field": error.field}
    assert {key: place[key] for key in expected["error"]} == expected["error"]


@pytest.mark.parametrize("form", FORMS)
def test_cases_from_frames(form: str) -> None:
    ran = 0
    for case in CASES:
        if "error" in case["expect"] or not case["events"]:
            continue
        try:
            events = FORMS[form](arrow(case["events"], ["actor_kind"], ["value"]))
        except NotATable:
            continue
        compare(case["expect"], kpi.derive(events, tickets=case.get("tickets"), **case["options"]))
        ran += 1
    assert ran > 150


def test_two_stars_give_all_of_it_to_a_report() -> None:
    derived = kpi.derive(LOG, sla=[{"name": "p", "targets": {"first_response": 3600}}])
    assert list(derived) == list(TABLES)
    report = kpi.report(["first_response_time", "sla_attainment"], **derived)
    assert report.value("first_response_time") == 1800
    assert report.value("sla_attainment", "met") == 1
    assert kpi.Accumulator("first_response_time").push(**derived).report().rows
    assert kpi.check(**derived) == []


def test_frames_of_what_was_derived_give_the_same_report() -> None:
    tickets = [{"id": "T1", "tags": ["a", "b"], "value": "12.5", "complaint": True, "tier": "gold"}]
    derived = kpi.derive(LOG, tickets=tickets)
    expected = kpi.report(["first_response_time", "backlog"], **derived, by="tier", window=MARCH)
    assert expected.value("first_response_time", tier="gold") == 1800
    frames = [
        {name: pl.DataFrame(table) for name, table in derived.items()},
        {name: pa.table(table) for name, table in derived.items()},
        {name: pa.table(table).to_pandas() for name, table in derived.items()},
        {name: table.rows for name, table in derived.items()},
        {name: kpi.table(table, constants={"team": "a"}) for name, table in derived.items()},
    ]
    for tables in frames:
        again = kpi.report(["first_response_time", "backlog"], **tables, by="tier", window=MARCH)
        assert again.rows == expected.rows


def test_types_of_columns() -> None:
    tickets = [{"id": "T1", "tags": ["a", "b"], "value": "12.5", "complaint": True, "tier": "gold"}]
    table = pa.table(kpi.derive(LOG, tickets=tickets)["tickets"])
    assert table.column_names[0] == "id"
    assert table.column_names[-1] == "tier"
    assert str(table.schema.field("created_at").type) == "timestamp[us, tz=UTC]"
    assert str(table.schema.field("requester_wait").type) == "duration[us]"
    assert str(table.schema.field("agent_replies").type) == "int64"
    first, second = kpi.derive(LOG, tickets=tickets)["tickets"].rows
    assert (first["tags"], first["value"], first["complaint"]) == (["a", "b"], Decimal("12.5"), True)
    assert (second["tags"], second["value"], second["tier"]) == ([], None, None)
    assert second["created_at"] == datetime(2026, 3, 2, 12, 0, 0, 1, tzinfo=UTC)


def test_findings_and_what_came_in() -> None:
    log = [*LOG, {"ticket": "T1", "at": "2026-03-02T08:00:00Z", "kind": "escalated"}]
    derived = kpi.derive([*log, {"ticket": "T3", "kind": "created"}], bad_records="skip")
    assert derived.inputs == {"ticket_event": {"records": 6, "skipped": {"missing_field": 1}}}
    (found,) = derived.findings
    assert (found.ticket, found.event, found.code) == ("T1", 4, "before_creation")
    assert repr(derived).endswith("; 1 findings")


def test_policies_are_lists_or_objects_with_seconds_or_timedeltas() -> None:
    calendar = kpi.Calendar(hours={"monday": [("09:00", "17:00")]})
    policy: kpi.Policy = {
        "name": "gold",
        "when": {"tier": "gold"},
        "targets": {"first_response": timedelta(minutes=15), "resolution": Decimal(7200)},
        "clock": "business",
        "pauses": {"resolution": ["pending", "on_hold"]},
    }
    tickets = [{"id": "T1", "tier": "gold"}]
    listed = kpi.derive(LOG, tickets=tickets, calendar=calendar, sla=[policy])
    given = kpi.derive(LOG, tickets=tickets, calendar=calendar, sla={"policies": [policy]})
    assert listed["sla_targets"].rows == given["sla_targets"].rows
    response, resolution, none = listed["sla_targets"].rows
    assert (response["state"], response["over_by"]) == ("breached", timedelta(minutes=15))
    assert (resolution["state"], none["state"]) == ("met", "not_applicable")
    with pytest.raises(kpi.KpiError) as caught:
        kpi.derive(LOG, sla=[{"name": "p", "targets": {"resolution": -1}}])
    assert (caught.value.code, caught.value.field) == ("bad_policy", "targets")


def test_business_time_local_times_and_words() -> None:
    log = [
        {"ticket": 7, "at": datetime(2026, 3, 6, 16, 0), "kind": "opened"},
        {"ticket": 7, "at": datetime(2026, 3, 9, 10, 0), "kind": "resolved"},
    ]
    words = {"ticket_event": {"kind": {"opened": "created"}}}
    hours = {day: [("09:00", "17:00")] for day in ("monday", "friday")}
    derived = kpi.derive(
        log,
        zone="Europe/Berlin",
        words=words,
        calendar={"zone": "Europe/Berlin", "hours": hours},
        clock="business",
        as_of="2026-03-10",
    )
    (ticket,) = derived["tickets"].rows
    assert ticket["id"] == "7"
    assert ticket["created_at"] == datetime(2026, 3, 6, 15, 0, tzinfo=UTC)
    assert ticket["requester_wait"] == timedelta(hours=2)
    with pytest.raises(kpi.KpiError) as caught:
        kpi.derive(log, words=words)
    assert (caught.value.code, caught.value.record, caught.value.index, caught.value.field) == (
        "bad_instant",
        "ticket_event",
        0,
        "at",
    )


def test_a_table_with_other_names_and_tables_of_columns() -> None:
    columns = {"no": ["T1", "T1"], "when": ["2026-03-02T09:00:00Z"] * 2, "what": ["created", "spam"]}
    events = kpi.table(columns, columns={"no": "ticket", "when": "at", "what": "kind"})
    (ticket,) = kpi.derive(events)["tickets"].rows
    assert ticket["status"] == "spam"
    assert [len(table) for table in kpi.derive([]).values()] == [0] * 5


def test_data_frames_of_what_was_derived() -> None:
    tickets = kpi.derive(LOG)["tickets"]
    assert tickets.to_pandas()["id"].tolist() == ["T1", "T2"]
    assert tickets.to_polars()["id"].to_list() == ["T1", "T2"]
    assert tickets.to_arrow().column("id").to_pylist() == ["T1", "T2"]


def test_one_event_is_no_list() -> None:
    one: Any = {"at": datetime(2026, 3, 2, tzinfo=UTC)}
    with pytest.raises(kpi.KpiError, match="one record; put it into a list") as caught:
        kpi.derive(LOG[0])
    assert (caught.value.code, caught.value.field) == ("wrong_type", "ticket")
    with pytest.raises(kpi.KpiError, match="one record; put it into a list"):
        kpi.derive(one)
