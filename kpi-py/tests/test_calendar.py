"""Business calendars from Python: the conformance cases, zones, dates and times of Python's own, holidays
of a package, reports."""

import json
import pickle
from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import holidays
import kpi
import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from vectors import ROOT

VECTORS = json.loads((ROOT / "vectors/calendar.json").read_text(encoding="utf-8"))
NEW_YORK = ZoneInfo("America/New_York")
WEST = {"hours": {"friday": [("12:00", "13:00")]}}
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday")


@pytest.fixture
def office() -> kpi.Calendar:
    return kpi.Calendar(
        zone=NEW_YORK,
        hours={day: [(time(9), time(17))] for day in WEEKDAYS},
        holidays={date(2024, 5, 27): "Memorial Day"},
        special_days={date(2024, 12, 24): [("09:00", "12:00")]},
    )


def at(text: str) -> datetime:
    return datetime.fromisoformat(text)


def in_zone(calendar: dict[str, Any], zone: object) -> dict[str, Any]:
    """The calendar with this zone where it names none."""
    if "schedules" not in calendar:
        return {"zone": zone} | calendar
    several = {word: in_zone(one, zone) for word, one in calendar["schedules"].items()}
    otherwise = {"otherwise": in_zone(calendar["otherwise"], zone)} if "otherwise" in calendar else {}
    return calendar | {"schedules": several} | otherwise


@pytest.mark.parametrize("case", VECTORS["cases"], ids=lambda case: case["name"])
def test_case(case: dict[str, Any]) -> None:
    zone = VECTORS["zones"].get(case["zone"], case["zone"])
    calendar = kpi.Calendar(**in_zone(case["calendar"], zone))
    micro, word = timedelta(microseconds=1), case.get("schedule")
    for start, end, micros in case.get("elapsed", []):
        assert calendar.elapsed(start, end, word) == micros * micro
        assert calendar.elapsed(at(start), at(end), word) == micros * micro
    for start, micros, reached in case.get("deadline", []):
        assert calendar.deadline(start, micros * micro, word) == at(reached)
    for instant, is_open in case.get("open", []):
        assert calendar.is_open(at(instant), word) == is_open


@pytest.mark.parametrize("case", VECTORS["errors"], ids=lambda case: case["field"])
def test_error(case: dict[str, Any]) -> None:
    with pytest.raises(kpi.KpiError) as caught:
        kpi.report("first_response_time", tickets=[], calendar=case["calendar"])
    assert (caught.value.code, caught.value.field) == (case["code"], case["field"])


def test_holidays_of_the_package_holidays() -> None:
    # The two Monday holidays of May 2024 in England: the days that GOV.UK names.
    england = kpi.Calendar(
        zone=ZoneInfo("Europe/London"),
        hours={day: [("09:00", "17:00")] for day in WEEKDAYS},
        holidays=holidays.country_holidays("GB", subdiv="ENG", years=2024),
    )
    assert england.elapsed("2024-05-01", "2024-06-01") == (23 - 2) * timedelta(hours=8)
    assert not england.is_open("2024-12-26T12:00")
    with pytest.raises(kpi.KpiError) as caught:
        kpi.Calendar(hours={"monday": [("09:00", "17:00")]}, holidays=holidays.country_holidays("GB"))
    assert (caught.value.code, caught.value.field) == ("bad_calendar", "holidays")


def test_holidays_are_dates_of_any_kind(office: kpi.Calendar) -> None:
    days: list[Any] = [date(2024, 5, 27), "2024-05-27", datetime(2024, 5, 27)]
    for day in [*days, np.datetime64("2024-05-27")]:
        own = kpi.Calendar(hours={"monday": [("09:00", "17:00")]}, holidays=[day])
        assert not own.is_open("2024-05-27T10:00"), day
        assert own.is_open("2024-05-20T10:00")


def test_a_weekend_of_a_clock_change_has_its_business_hours(office: kpi.Calendar) -> None:
    three = timedelta(hours=3)
    assert office.elapsed(at("2024-03-08T20:00:00Z"), at("2024-03-11T14:00:00Z")) == three
    assert office.elapsed("2024-11-01T19:00:00Z", "2024-11-04T15:00:00Z") == three
    assert office.elapsed("2024-05-24T20:00:00Z", "2024-05-28T14:00:00Z") == timedelta(hours=2)
    assert office.elapsed("2024-12-24", "2024-12-25") == three


def test_a_deadline_is_in_the_zone_of_its_start(office: kpi.Calendar) -> None:
    start = datetime(2024, 3, 8, 15, tzinfo=NEW_YORK)
    assert office.deadline(start, timedelta(hours=2)) == datetime(2024, 3, 8, 17, tzinfo=NEW_YORK)
    assert office.deadline(start, timedelta(hours=3)).tzinfo is NEW_YORK
    assert office.deadline("2024-03-08T20:00:00Z", timedelta(hours=3)).tzinfo == UTC


def test_several_schedules_are_chosen_by_a_word(office: kpi.Calendar) -> None:
    several = kpi.Calendar(by="team", schedules={"east": office})
    assert several.is_open("2024-03-11T14:00:00Z", "east")
    with pytest.raises(kpi.KpiError) as caught:
        several.is_open("2024-03-11T14:00:00Z", "west")
    assert (caught.value.code, caught.value.field) == ("bad_calendar", "schedule")


def test_what_is_wrong_says_where() -> None:
    with pytest.raises(kpi.KpiError) as caught:
        kpi.Calendar()
    assert caught.value.code == "no_hours"
    with pytest.raises(kpi.KpiError) as caught:
        kpi.Calendar(hours={"monday": [("9", "17:00")]})
    assert (caught.value.code, caught.value.field) == ("bad_calendar", "hours.monday")


def test_columns_of_every_library(office: kpi.Calendar) -> None:
    starts = ["2024-03-08T15:00", "2024-05-24T16:00", None]
    ends = ["2024-03-11T10:00", "2024-05-28T10:00", "2024-05-28T10:00"]
    hours = [timedelta(hours=3), timedelta(hours=2), None]
    local = [np.array([text or "NaT" for text in one], "datetime64[us]") for one in (starts, ends)]
    zoned = [pl.Series(one).dt.replace_time_zone("America/New_York") for one in local]
    assert office.elapsed(*zoned).to_list() == hours
    assert office.elapsed(zoned[0].to_arrow(), zoned[1].to_arrow()).to_pylist() == hours
    found = office.elapsed(*local)
    assert found.dtype == "timedelta64[us]"
    assert found.tolist() == hours
    index = pd.Index([7, 8, 9])
    series = [pd.Series(one, index) for one in local]
    pandas = office.elapsed(*series)
    assert list(pandas.index) == [7, 8, 9]
    assert list(pandas[:2]) == hours[:2]
    assert pd.isna(pandas[9])
    assert office.elapsed("2024-05-24T16:00", local[1]).tolist()[1:] == [timedelta(hours=2)] * 2


def test_columns_of_words_choose_schedules(office: kpi.Calendar) -> None:
    several = kpi.Calendar(by="team", schedules={"east": office, "west": WEST})
    friday, saturday = datetime(2024, 3, 8, tzinfo=UTC), datetime(2024, 3, 9, tzinfo=UTC)
    found = several.elapsed(friday, saturday, pl.Series(["east", "west", "north", None]))
    assert found.to_list() == [timedelta(hours=8), timedelta(hours=1), None, None]
    with pytest.raises(kpi.KpiError) as caught:
        several.elapsed(pl.Series([friday]), saturday, "north")
    assert (caught.value.code, caught.value.field) == ("bad_calendar", "schedule")
    with pytest.raises(kpi.KpiError) as caught:
        several.elapsed([friday], saturday)
    assert caught.value.code == "wrong_type"
    with pytest.raises(kpi.KpiError) as caught:
        office.elapsed(pl.Series(["soon"]), saturday)
    assert (caught.value.code, caught.value.index) == ("bad_instant", 0)


def test_it_can_be_pickled(office: kpi.Calendar) -> None:
    again = pickle.loads(pickle.dumps(office))
    assert repr(again) == repr(office)


def test_a_report_counts_in_business_hours_where_it_is_asked_to(office: kpi.Calendar) -> None:
    tickets = [
        {
            "id": "T1",
            "created_at": "2024-03-08T20:00:00Z",
            "first_response_at": "2024-03-11T14:00:00Z",
        }
    ]
    plain = kpi.report("first_response_time", tickets=tickets, calendar=office)
    assert plain.value("first_response_time") == 237600
    for asked in (
        kpi.report("first_response_time", tickets=tickets, calendar=office, clock="business"),
        kpi.report(
            kpi.ask("first_response_time", clock="business"), tickets=tickets, calendar=office
        ),
    ):
        assert asked.value("first_response_time") == 10800
    about = kpi.report(
        "first_response_time", tickets=tickets, calendar=office, clock="business"
    ).about
    assert about["clock"] == "business"
    assert about["calendar"] is not None
    with pytest.raises(kpi.KpiError) as caught:
        kpi.report("first_response_time", tickets=tickets, clock="business")
    assert caught.value.code == "calendar_required"


def refusal(call: Callable[[], object]) -> tuple[str, str | None, int | None]:
    """The code, the field and the index of what a call raises."""
    with pytest.raises(kpi.KpiError) as caught:
        call()
    error = caught.value
    assert "status_span" not in str(error)
    assert "`from`" not in str(error)
    return error.code, error.field, error.index


NUMBERS: list[Any] = [
    pd.Series([1, 2]),
    pd.Series([1.5, 2.5]),
    pl.Series([1, 2]),
    pl.Series([1.5, 2.5]),
    pa.array([1, 2]),
    pa.array([1.5, 2.5]),
    np.array([1, 2]),
    np.array([1.5, 2.5]),
]


@pytest.mark.parametrize("numbers", NUMBERS, ids=lambda one: type(one).__module__)
def test_columns_of_numbers_are_no_instants(office: kpi.Calendar, numbers: Any) -> None:
    instant = datetime(2024, 3, 8, tzinfo=UTC)
    assert refusal(lambda: office.elapsed(numbers, instant)) == ("wrong_type", "start", None)
    assert refusal(lambda: office.elapsed(instant, numbers)) == ("wrong_type", "end", None)


INSTANTS = np.array(["2024-03-08T15:00", "2024-03-08T16:00", "2024-03-08T17:00"], "datetime64[us]")


@pytest.mark.parametrize("column", [pd.Series, pl.Series, pa.array, np.array])
def test_columns_have_one_length(office: kpi.Calendar, column: Callable[[Any], Any]) -> None:
    three, two = column(INSTANTS), column(INSTANTS[:2])
    assert refusal(lambda: office.elapsed(three, two)) == ("length_mismatch", "end", None)
    with pytest.raises(kpi.KpiError, match="2 values, `start` has 3"):
        office.elapsed(three, two)


def test_a_text_of_a_column_that_is_no_instant_says_where(office: kpi.Calendar) -> None:
    instant = datetime(2024, 3, 8, tzinfo=UTC)
    texts = pl.Series(["2024-03-08T15:00Z", "soon"])
    assert refusal(lambda: office.elapsed(texts, instant)) == ("bad_instant", "start", 1)
    assert refusal(lambda: office.elapsed(instant, texts)) == ("bad_instant", "end", 1)
    with pytest.raises(kpi.KpiError, match="^index 1, field `end`: "):
        office.elapsed(instant, texts)


@pytest.mark.parametrize("duration", [3600, 1.5, None, "1h", float("nan")])
def test_a_deadline_takes_a_timedelta(office: kpi.Calendar, duration: Any) -> None:
    found = refusal(lambda: office.deadline("2024-03-08T20:00:00Z", duration))
    assert found == ("wrong_type", "duration", None)
    with pytest.raises(kpi.KpiError, match="give a timedelta"):
        office.deadline("2024-03-08T20:00:00Z", duration)


@pytest.mark.parametrize("holidays", ["2026-12-25", date(2026, 12, 25)])
def test_holidays_are_a_list(holidays: Any) -> None:
    hours = {"monday": [("09:00", "17:00")]}
    found = refusal(lambda: kpi.Calendar(hours=hours, holidays=holidays))
    assert found == ("bad_calendar", "holidays", None)
    with pytest.raises(kpi.KpiError, match="a list of dates"):
        kpi.report("nps", surveys=[], calendar={"hours": hours, "holidays": holidays})
