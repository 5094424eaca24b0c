"""The options of a request that decide what is computed: words, dimensions, presets."""

import json
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

import kpi
import pytest

WINDOW = ("2026-03-01", "2026-04-01")
TICKETS = [
    {
        "id": f"T{i}",
        "channel": channel,
        "created_at": "2026-03-02T09:00:00Z",
        "first_response_at": f"2026-03-02T09:0{i}:00Z",
    }
    for i, channel in enumerate(["E-Mail", "email", "n/a", None], start=1)
]
RATINGS: list[dict[str, Any]] = [
    {"id": i, "kind": "agent", "scale_min": 1, "scale_max": 5, "score": score, "agent": agent}
    for i, score, agent in [("a", 5, "Ann"), ("b", 3, "Ann"), ("c", 1, "Bob")]
]


def test_words_stand_for_others() -> None:
    words = {"ticket": {"channel": {"E-Mail": "email", "n/a": None}}}
    for kind in (words, {"tickets": words["ticket"]}):
        report = kpi.report("first_response_time", tickets=TICKETS, by="channel", words=kind)
        found = {row["channel"]: row["value"] for row in report.rows if row["figure"] == "mean"}
        assert found == {"(all)": 150, "email": 90, None: 210}
    one = [{"record": "ticket", "field": "channel", "any_of": ["email"]}]
    report = kpi.measure.first_response_time(tickets=TICKETS, words=words, filters=one)
    assert report.value("first_response_time") == 90
    parts = [kpi.partial("first_response_time", tickets=[one], words=words) for one in TICKETS]
    merged = kpi.merge("first_response_time", parts, words=words)
    assert merged.value("first_response_time") == 150
    with pytest.raises(kpi.KpiError, match="definition_mismatch"):
        kpi.merge("first_response_time", parts)


def test_a_kpi_groups_by_its_own_dimension_where_nothing_is_said() -> None:
    (by,) = {entry["by"] for entry in kpi.catalog() if entry["id"] == "agent_rating"}
    assert by == "agent"
    means = {"(all)": 3, "Ann": 4, "Bob": 1}
    sayings: list[kpi.MeasureOptions] = [{}, {"by": None}, {"by": "agent"}, {"by": ["agent"]}]
    for said in sayings:
        report = kpi.measure.agent_rating(surveys=RATINGS, **said)
        assert report.about["by"] == ["agent"]
        found = {row["agent"]: row["value"] for row in report.rows if row["figure"] == "mean"}
        assert found == means
    nothings: list[Sequence[str]] = [[], ()]
    for nothing in nothings:
        report = kpi.measure.agent_rating(surveys=RATINGS, by=nothing)
        assert report.about["by"] == []
        assert report.value("agent_rating") == 3
    # Beside a KPI of another dimension, or of none, it is not grouped.
    both = kpi.report(["agent_rating", "csat"], surveys=RATINGS)
    assert both.about["by"] == []


def test_a_preset_is_a_set_of_kpis() -> None:
    sets = {preset["name"]: preset for preset in kpi.presets()}
    common = [tuple(one) for one in sets["common"]["kpis"]]
    surveys = [row | {"kind": "csat"} for row in RATINGS]
    report = kpi.report(preset="common", surveys=surveys, tickets=TICKETS, window=WINDOW)
    about = report.about
    assert about["preset"] == "common"
    assert {(one["kpi"], one["variant"], one["code"]) for one in about["not_computed"]} == {
        ("churn_rate", "lost", "missing_records")
    }
    computed = {(one["kpi"], one["variant"]) for one in about["definitions"]}
    assert computed == set(common) - {("churn_rate", "lost")}
    assert json.loads(report.to_json())["about"] == about
    # What is asked for by name comes with its own parameters, once.
    asked = kpi.ask("csat", kind="agent")
    named = kpi.report([asked, "agent_rating"], preset="common", surveys=RATINGS)
    assert named.value("csat") == Decimal("33.333333333")
    ids = [one["kpi"] for one in named.about["definitions"]]
    assert ids == ["csat", "nps", "agent_rating"]
    plain = kpi.report("csat", surveys=surveys)
    assert (plain.about["preset"], plain.about["not_computed"]) == (None, [])


def test_a_preset_leaves_away_what_cannot_be_asked_as_of_an_instant() -> None:
    report = kpi.report(preset="resolution", tickets=TICKETS, window=WINDOW, as_of="2026-03-20")
    left = {one["kpi"]: one["code"] for one in report.about["not_computed"]}
    assert left["reopen_rate"] == left["touches_to_resolution"] == "as_of_counts"
    assert "resolution_time" in {row["kpi"] for row in report.rows}


def test_a_preset_without_any_of_its_records() -> None:
    with pytest.raises(kpi.KpiError) as caught:
        kpi.report(preset="revenue", tickets=TICKETS, window=WINDOW)
    assert caught.value.code == "missing_records"
    with pytest.raises(kpi.KpiError) as caught:
        kpi.report(preset="established", accounts=[])
    assert (caught.value.code, caught.value.field) == ("window_required", "window")


def test_records_of_every_kind() -> None:
    """Two calls of an agent through the legs of one contact; hand: 60 + 10 and 30 s."""
    contact = {
        "id": "C",
        "channel": "phone",
        "outcome": "answered",
        "started_at": "2026-03-02T09:00:00Z",
    }
    leg: dict[str, object] = {
        "contact": "C",
        "agent": "Ann",
        "from": "2026-03-02T09:00:00Z",
        "to": "2026-03-02T09:02:00Z",
    }
    legs = [leg | {"talk": 60, "wrap_up": 10}, leg | {"talk": 30, "agent": "Bob"}]
    report = kpi.measure.handle_time(contacts=[contact], legs=legs)
    assert report.value("handle_time") == 50
    subscription = {
        "account": "A",
        "started_at": "2026-01-01T00:00:00Z",
        "mrr": "10",
        "currency": "EUR",
    }
    grown = subscription | {"account": "B", "started_at": "2026-03-05T00:00:00Z", "mrr": Decimal(5)}
    revenue = kpi.report("mrr_growth_rate", subscriptions=[subscription, grown], window=WINDOW)
    assert revenue.value("mrr_growth_rate") == 50
    sale = {"kind": "purchase", "account": "A", "at": "2026-03-02T09:00:00Z"}
    sales = [sale | {"id": i, "account": a} for i, a in [("1", "A"), ("2", "A"), ("3", "B")]]
    repeat = kpi.report("repeat_purchase_rate", conversions=sales, window=WINDOW)
    assert repeat.value("repeat_purchase_rate") == 50


def test_formulas_of_every_kind_of_input() -> None:
    assert kpi.interactions_per_ticket([0, 1, 2, 5]).value == 2
    grown = kpi.mrr_growth_rate(
        "100", new=Decimal(10), reactivation=0, expansion="5", contraction="2", churned=3
    )
    assert (grown.value, grown["closing"].value) == (Decimal(10), Decimal(110))
