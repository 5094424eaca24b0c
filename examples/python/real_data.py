"""Public data sets, from the file as it comes to figures, with pandas.

    python examples/python/real_data.py [folder with the data]

The guide's page "Real data" says where the files come from, and what is known of them.
"""

import os
import pathlib
import sys
from collections.abc import Iterator
from typing import Any

import kpi
import pandas as pd

DATA = pathlib.Path(os.environ.get("KPI_DATA", pathlib.Path(__file__).resolve().parents[3] / "shared/data"))

BANK = "bank_callcentre/february.txt"
HELP_DESK = "helpdesk_italian/finale.csv"
TELEPHONE = "telco_churn/Telco-Customer-Churn.csv"
PLAYBOOK = "mrr_playbook/subscription_periods.csv"


def bank_calls(folder: pathlib.Path) -> kpi.Table:
    """A month's calls of a bank: a date, and clocks that say 0:00:00 for what did not happen."""
    texts = {"date": str, "call_id": str, "customer_id": str}
    calls = pd.read_csv(folder / BANK, sep="\t", index_col=False, dtype=texts)
    calls = calls[calls.outcome != "PHANTOM"]
    day = pd.to_datetime(calls.date, format="%y%m%d")
    entered = day + pd.to_timedelta(calls.vru_entry)

    def at(clock: str) -> pd.Series:
        time = day + pd.to_timedelta(calls[clock])
        # What reads far before the entry is after midnight.
        return time.where(time > entered - pd.Timedelta(hours=12), time + pd.Timedelta(days=1))

    answered = calls.outcome == "AGENT"
    queued = (calls.q_start != "0:00:00") | (calls.q_time > 0)
    # Out of the queue, or out of the menu: to an agent, or to nobody.
    left = at("q_exit").where(queued, at("vru_exit"))
    served = at("ser_exit").where(calls.ser_start != "0:00:00")
    frame = pd.DataFrame({
        "id": calls["vru+line"] + "-" + calls.call_id,
        "account": calls.customer_id,
        "agent": calls.server,
        "started_at": entered,
        # Put straight through is a wait of 0 seconds.
        "queued_at": at("q_start").where(queued, left.where(answered)),
        "answered_at": left.where(answered),
        # The clocks of queue and service differ a little; an end before the answer is unknown.
        "ended_at": served.where(served >= left).where(answered, left),
        "outcome": calls.outcome.map({"AGENT": "answered", "HANG": "abandoned"}),
        "talk": calls.ser_time.where(answered),
        "route": queued.map({True: "queue", False: "direct"}).where(queued | answered, "menu"),
        "service": calls.type,
    })
    return kpi.table(frame, constants={"channel": "phone"}, null={"account": "0", "agent": "NO_SERVER"})


def help_desk_log(folder: pathlib.Path, zone: str) -> kpi.Derived:
    """Tickets of a software company, derived from a row for each activity, on the clock of a zone."""
    rows = pd.read_csv(folder / HELP_DESK)
    rows["at"] = pd.to_datetime(rows["Complete Timestamp"], format="%Y/%m/%d %H:%M:%S.%f")
    # Rows of the same second keep the order of the file.
    cases = rows.sort_values("at", kind="stable").groupby("Case ID", sort=False)
    events = [event for case, own in cases for event in help_desk_events(case, own.to_dict("records"))]
    tickets = cases[["customer", "service_type"]].first().reset_index()
    tickets.columns = ["id", "account", "type"]
    names = ["ticket", "at", "kind", "actor_kind", "actor", "value"]
    # Of one second the first in the list came first.
    events = pd.DataFrame(events, columns=names).assign(sequence=range(len(events)))
    return kpi.derive(events, tickets=tickets, zone=zone)


def help_desk_events(case: str, rows: list[dict[str, Any]]) -> Iterator[tuple[Any, ...]]:
    """What the activities of one ticket mean: its log, in the words of a help desk."""
    yield case, rows[0]["at"], "created", None, None, None
    resolutions = [place for place, row in enumerate(rows) if row["Activity"] == "Resolve ticket"]
    last = max(resolutions, default=-1)
    state, holder, taken = "open", None, False
    for place, row in enumerate(rows):
        at, activity, who = row["at"], row["Activity"], row["Resource"]
        if activity == "Closed":  # a timer, and no service
            yield case, at, "closed", "system", None, None
            state = "resolved"
            continue
        if state == "resolved" and activity != "Resolve ticket" and place < last:
            yield case, at, "reopened", None, None, None  # nobody knows who wanted that
            state = "open"
        if state == "on_hold" and activity not in ("Wait", "Resolve ticket"):
            yield case, at, "resumed", "agent", who, None
            state = "open"
        if who != holder and state != "resolved":
            yield case, at, "assigned", "agent", who, who
            holder = who
        if activity == "Take in charge ticket" and not taken:
            yield case, at, "agent_reply", "agent", who, None
            taken = True
        elif activity == "Wait" and state != "resolved":
            yield case, at, "on_hold", "agent", who, None
            state = "on_hold"
        elif activity == "Resolve ticket":
            yield case, at, "resolved", "agent", who, None
            state = "resolved"
            # Work went on after the last resolution of three tickets. The log does not say that they
            # are open: each was reopened, and its resolution stands.
            if place == last and any(row["Activity"] != "Closed" for row in rows[place + 1 :]):
                yield case, at, "reopened", None, None, None
                yield case, at, "resolved", "agent", who, None


def telephone_customers(folder: pathlib.Path) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Customers and what they pay: months of tenure, and who left in the month that we call January 2020."""
    # Charges stay text, so that they stay exact.
    customers = pd.read_csv(folder / TELEPHONE, dtype={"MonthlyCharges": str})
    january = pd.Period("2020-01", "M")
    frame = pd.DataFrame({
        "account": customers.customerID,
        "plan": customers.Contract,
        # All came before January. The day is not known, and does not matter to balances of months.
        "started_at": [f"{january - months - 1}-15" for months in customers.tenure],
        "ended_at": customers.Churn.map({"Yes": f"{january}-15"}),
    })
    accounts = frame.rename(columns={"account": "id"})
    return accounts, frame.assign(mrr=customers.MonthlyCharges, currency="USD")


def playbook_subscriptions(folder: pathlib.Path) -> kpi.Table:
    """Subscription periods, from the first day of a month to that of another, which is not included."""
    names = {
        "subscription_id": None,
        "customer_id": "account",
        "start_date": "started_at",
        "end_date": "ended_at",
        "monthly_amount": "mrr",
    }
    return kpi.table(pd.read_csv(folder / PLAYBOOK), columns=names, constants={"currency": "USD"})


def main(folder: pathlib.Path) -> None:
    kpis = ["answer_time", "abandonment_rate", kpi.ask("service_level", "less_short"), "handle_time"]
    print(kpi.report(kpis, contacts=bank_calls(folder), zone="Asia/Jerusalem"))

    kpis = ["first_response_time", "resolution_time", "reopen_rate", "interactions_per_ticket"]
    derived = help_desk_log(folder, "Europe/Rome")
    print(kpi.report(kpis, **derived, zone="Europe/Rome"))

    accounts, subscriptions = telephone_customers(folder)
    kpis, month = ["churn_rate", "mrr_growth_rate"], ("2020-01-01", "2020-02-01")
    print(kpi.report(kpis, accounts=accounts, subscriptions=subscriptions, window=month, zone="UTC", by="plan"))

    window = ("2019-01-01", "2020-01-01")
    subscriptions = playbook_subscriptions(folder)
    report = kpi.report("mrr_growth_rate", subscriptions=subscriptions, window=window, bucket="month", zone="UTC")
    print(pd.DataFrame(report.pivot("bucket", "figure", "number")).to_string(index=False))


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else DATA)
