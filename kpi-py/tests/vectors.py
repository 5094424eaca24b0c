"""Runs conformance cases: the formula, or a report over records or the embedded sample."""

import csv
import json
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import kpi
from kpi._records import KINDS

Case = dict[str, Any]
Found = dict[str, Any]

ROOT = Path(__file__).parents[2]
ARGUMENTS = {kind: name for name, kind in KINDS.items()}
FILES = {
    "ticket": "tickets.csv",
    "contact": "contacts.csv",
    "survey": "surveys.csv",
    "account": "accounts.csv",
    "subscription": "subscriptions.csv",
    "conversion": "conversions.csv",
    "ledger_entry": "ledger.csv",
    "agent_time": "agent_times.csv",
    "agent": "agents.csv",
    "activity": "activities.csv",
    "employee_survey": "employee_surveys.csv",
    "session": "sessions.csv",
    "article": "articles.csv",
    "review": "reviews.csv",
    "quality_review": "quality_reviews.csv",
}


def cases() -> Iterator[Case]:
    """Every case of every file that has cases of KPIs."""
    for path in sorted((ROOT / "vectors").glob("*.json")):
        for case in json.loads(path.read_text(encoding="utf-8")).get("cases", []):
            if "kpi" in case:
                yield case


def records(case: Case) -> dict[str, list[dict[str, Any]]]:
    """The records of a case by kind."""
    if "records_from" not in case:
        found: dict[str, list[dict[str, Any]]] = case["records"]
        return found
    return sample(case["records_from"])


@cache
def sample(folder: str) -> dict[str, list[dict[str, Any]]]:
    """The records of a folder of CSV files."""
    tables = {}
    for kind, file in FILES.items():
        with (ROOT / folder / file).open(encoding="utf-8", newline="") as lines:
            tables[kind] = list(csv.DictReader(lines))
    return tables


def report(
    case: Case, convert: Callable[[str, list[dict[str, Any]]], Any] = lambda kind, rows: rows
) -> kpi.Report:
    """The report of a case over its records, given in another form by `convert`."""
    request = dict(case.get("request", {}))
    kpis = request.pop("kpis", None)
    if kpis is None:
        asked = {"kpi": case["kpi"], "variant": case["variant"]}
        asked |= {key: request.pop(key) for key in ("parameters", "anchor") if key in request}
        kpis = [asked]
    if "window" in request:
        request["window"] = (request["window"]["from"], request["window"]["to"])
    tables = {ARGUMENTS[kind]: convert(kind, rows) for kind, rows in records(case).items()}
    return kpi.report(kpis, **tables, **request)


def run(case: Case) -> Found:
    """What a case gives: `figures`, the report's `about` and `rows`, or an `error`."""
    try:
        if "formula" in case:
            formula = case["formula"]
            level = formula.get("level", 0.95)
            figures = kpi.formula(
                case["kpi"], case["variant"], formula["inputs"], formula.get("parameters"), level
            )
            return {"figures": [plain(figure) for figure in figures]}
        found: Found = json.loads(report(case).to_json())
        return found
    except kpi.KpiError as error:
        place = {
            "code": error.code,
            "record": error.record,
            "index": error.index,
            "field": error.field,
        }
        return {"error": place}


def plain(figure: kpi.Figure) -> dict[str, Any]:
    """A figure as JSON has it."""
    names = kpi.Figure.__slots__
    exact = {"value", "numerator", "denominator"}
    values = {name: getattr(figure, name) for name in names}
    return {
        name: f"{one:f}" if name in exact and one is not None else one
        for name, one in values.items()
    }
