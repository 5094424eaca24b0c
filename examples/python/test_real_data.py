"""The public data sets have their known figures. They are not part of the project: where they are absent, the tests are
skipped.

    python -m pytest -rs examples/python
"""

import dataclasses
from decimal import Decimal

import kpi
import pandas as pd
import pytest
import real_data

DATA = real_data.DATA
HOUR, DAY = 3600, 86_400


def needs(file: str) -> pytest.MarkDecorator:
    return pytest.mark.skipif(not (DATA / file).exists(), reason=f"{DATA / file} is not there")


def near(value: Decimal | None, expected: str) -> bool:
    """Whether a value is the expected one, to the last digit that is given."""
    return value is not None and value.quantize(Decimal(expected)) == Decimal(expected)



@needs(real_data.BANK)
def test_bank() -> None:
    calls = real_data.bank_calls(DATA)
    kpis = [
        "answer_time",
        kpi.ask("answer_time", "from_start"),
        "abandonment_rate",
        "handle_time",
        kpi.ask("service_level", "less_short"),
    ]
    report = kpi.report(kpis, contacts=calls, zone="Asia/Jerusalem", by="route")
    assert near(report.value("answer_time"), "40.774")
    assert report.value("answer_time", "count") == 27_162
    # Who waited, without those put straight through; one of them joined the queue at 0:00:00 exactly.
    assert near(report.value("answer_time", route="queue"), "78.569")
    assert report.value("answer_time", "count", route="queue") == 14_096
    assert near(report.value("answer_time", variant="from_start"), "49.648921287")
    assert near(report.value("handle_time"), "176.353")
    assert near(report.value("abandonment_rate"), "11.957473015")
    assert report.row("abandonment_rate")["reasons"] == {"not_queued": 1_941, "short": 274}
    assert near(report.value("service_level"), "52.539625944")


@needs(real_data.BANK)
@pytest.mark.parametrize(
    ("seconds", "answered", "offered", "less"),
    [(20, "59.675", "49.020", "54.269"), (30, "65.271", "53.617", "60.104"), (60, "77.075", "63.313", "73.117")],
)
def test_bank_service_level(seconds: int, answered: str, offered: str, less: str) -> None:
    calls = real_data.bank_calls(DATA)
    for variant, expected, more in [
        ("answered", answered, {}),
        ("offered", offered, {"population": "all_inbound"}),
        ("less_abandoned_within_t", less, {}),
    ]:
        asked = kpi.ask("service_level", variant, targets={"phone": seconds}, **more)
        report = kpi.report(asked, contacts=calls, zone="Asia/Jerusalem")
        assert near(report.value("service_level"), expected), variant


@needs(real_data.BANK)
def test_bank_abandons_of_all_calls() -> None:
    calls = real_data.bank_calls(DATA)
    # Abandons whose wait is unknown are never short.
    endless = dataclasses.replace(calls, data=calls.data.assign(ended_at=pd.NaT))
    for contacts, seconds, expected in [
        (endless, 5, "17.855198694"),
        (calls, 0, "16.963712513"),
        (calls, 5, "16.545303715"),
    ]:
        asked = kpi.ask("abandonment_rate", population="all_inbound", short=seconds)
        report = kpi.report(asked, contacts=contacts, zone="Asia/Jerusalem")
        assert near(report.value("abandonment_rate"), expected)


@needs(real_data.HELP_DESK)
@pytest.mark.parametrize(
    ("zone", "response", "first", "first_median", "last", "p90"),
    [
        ("UTC", "97.594119279", "11.122515435", "5.983055556", "11.538017604", "30.042486111"),
        ("Europe/Rome", "97.594586024", "11.122478957", "5.980601852", "11.537953768", "30.063055556"),
    ],
)
def test_help_desk(zone: str, response: str, first: str, first_median: str, last: str, p90: str) -> None:
    kpis = [
        "first_response_time",
        "resolution_time",
        kpi.ask("resolution_time", "first"),
        "reopen_rate",
        "interactions_per_ticket",
    ]
    derived = real_data.help_desk_log(DATA, zone)
    assert not derived.findings
    report = kpi.report(kpis, **derived, zone=zone)
    for figure, hours in [("mean", response), ("median", "16.389722222"), ("p90", "351.743055556")]:
        assert near(report.value("first_response_time", figure) / HOUR, hours)
    assert report.value("first_response_time", "count") == 4_285
    for variant, figure, days in [
        ("first", "mean", first),
        ("first", "median", first_median),
        ("last", "mean", last),
        ("last", "median", "6.657928241"),
        ("last", "p90", p90),
    ]:
        assert near(report.value("resolution_time", figure, variant=variant) / DAY, days), (variant, figure)
    assert report.value("resolution_time", "count", variant="first") == 4_569
    assert [report.value("reopen_rate", figure) for figure in ("reopened", "tickets")] == [154, 4_569]
    assert near(report.value("reopen_rate"), "3.371")
    assert near(report.value("interactions_per_ticket"), "0.890829694")

    window = ("2012-01-01", "2012-04-01")
    quarter = kpi.report("tickets_resolved", **derived, zone=zone, window=window)
    assert quarter.value("tickets_resolved") == 498


@needs(real_data.TELEPHONE)
def test_telephone_company() -> None:
    accounts, subscriptions = real_data.telephone_customers(DATA)
    report = kpi.report(
        ["churn_rate", "mrr_growth_rate", kpi.ask("mrr_growth_rate", "gross_revenue_retention")],
        accounts=accounts,
        subscriptions=subscriptions,
        window=("2020-01-01", "2020-02-01"),
        zone="UTC",
        by="plan",
    )
    assert near(report.value("churn_rate"), "26.54")
    assert [report.value("churn_rate", figure) for figure in ("lost", "start")] == [1_869, 7_043]
    assert near(report.value("churn_rate", plan="Month-to-month"), "42.71")
    assert near(report.value("churn_rate", plan="Two year"), "2.83")
    assert report.value("mrr_growth_rate", "opening") == Decimal("456116.60")
    assert report.value("mrr_growth_rate", "churned") == Decimal("139130.85")
    assert near(report.value("mrr_growth_rate"), "-30.503")
    assert near(report.value("mrr_growth_rate", variant="gross_revenue_retention"), "69.497")


@needs(real_data.PLAYBOOK)
def test_playbook() -> None:
    report = kpi.report(
        "mrr_growth_rate",
        subscriptions=real_data.playbook_subscriptions(DATA),
        window=("2017-09-01", "2020-03-01"),
        bucket="month",
        zone="UTC",
    )
    wide = pd.DataFrame(report.pivot("bucket", "figure", "number")).set_index("bucket")
    months = pd.read_csv(DATA / "mrr_playbook/computed_mrr_from_2017-09-01.csv", index_col="month")
    known = pd.DataFrame({
        "closing": months.mrr,
        "new": months.new,
        "expansion": months.upgrade,
        "contraction": -months.downgrade,
        "churned": -months.churn,
        "reactivation": months.reactivation,
    })
    known.index = known.index.str.slice(0, 7)
    # A month without movements has no cells for them.
    pd.testing.assert_frame_equal(
        wide.loc[known.index, known.columns], known.fillna(0), check_dtype=False, check_names=False
    )
