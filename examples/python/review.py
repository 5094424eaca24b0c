# ---
# jupyter:
#   jupytext:
#     text_representation:
#       format_name: percent
# ---

# %% [markdown]
# # A support review
#
# The half year of `examples/sample` from file to figures, with pandas, Polars and DuckDB. It runs from top to bottom:
# `python examples/python/review.py`, or cell by cell as a notebook.

# %%
import pathlib

import duckdb
import kpi
import pandas as pd
import polars as pl

sample = pathlib.Path(__file__).parents[1] / "sample" if "__file__" in globals() else pathlib.Path("examples/sample")
half_year = ("2026-01-01", "2026-07-01")

# %% [markdown]
# ## Read the tables
#
# Any library whose frames speak Arrow will do, and they may be mixed. Times of the sample are in UTC, and money must
# stay exact, so they are read as text or as decimals and never as floats.

# %%
tickets = pl.read_csv(sample / "tickets.csv", infer_schema=False)
contacts = duckdb.sql(f"from read_csv('{sample / 'contacts.csv'}', all_varchar = true)")
surveys = pd.read_csv(sample / "surveys.csv", parse_dates=["sent_at", "delivered_at", "submitted_at"])
accounts = pl.read_csv(sample / "accounts.csv", infer_schema=False)
subscriptions = pl.read_csv(sample / "subscriptions.csv", infer_schema=False)
ledger = pl.read_csv(sample / "ledger.csv", infer_schema=False)

# %% [markdown]
# `check` lists what a report would refuse, and what it would take but is worth a look. Here that is nothing.

# %%
print(
    kpi.check(
        tickets=tickets, contacts=contacts, surveys=surveys, accounts=accounts, subscriptions=subscriptions,
        ledger_entries=ledger,
    )
)

# %% [markdown]
# ## One report
#
# Month by month and channel by channel, many KPIs at once. A report prints as a table; `value` picks one exact figure,
# `row` everything that belongs to it.

# %%
report = kpi.report(
    ["first_response_time", "first_response_within_target", "resolution_time", "first_contact_resolution_rate",
     "reopen_rate", "abandonment_rate", "csat", "nps", "cost_per_conversation"],
    tickets=tickets, contacts=contacts, surveys=surveys, ledger_entries=ledger,
    window=half_year, bucket="month", by="channel",
)
csat = report.row("csat")
print(csat["value"], f"({csat['lower']:.1f} to {csat['upper']:.1f})", "of", csat["sample"], "answers")
print("left out:", csat["reasons"])

# %% [markdown]
# ## What happened in April?
#
# The report is a long table that every data frame library reads. In Polars: the headlines by month. Everything gets
# worse at once, and only the resolutions stay slow in May, because the backlog of April is resolved then.

# %%
table = pl.DataFrame(report)
headlines = ["first_response_time", "resolution_time", "reopen_rate", "abandonment_rate", "csat"]
hours = pl.when(unit="seconds").then(pl.col("number") / 3600).otherwise("number")
print(
    table.filter(pl.col("kpi").is_in(headlines), pl.col("figure").is_in(["mean", "rate", "share"]))
    .filter(pl.col("bucket").is_not_null(), channel="(all)")
    .with_columns(hours.round(1).alias("number"))
    .pivot("kpi", index="bucket", values="number")
)

# %% [markdown]
# What were the tickets about? Some KPIs are by something of their own: this one is grouped by type without being asked.

# %%
issues = kpi.measure.issues_by_type(tickets=tickets, window=half_year, bucket="month")
shares = pl.DataFrame(issues).filter(pl.col("bucket").is_not_null(), pl.col("type") != "(all)", figure="share")
print(shares.with_columns(pl.col("number").round(1)).pivot("bucket", index="type", values="number"))

# %% [markdown]
# ## Which channel is weak?
#
# DuckDB reads the same report by its name: the channels whose share of responses within target is surely below 60 %,
# because the whole interval is.

# %%
print(
    duckdb.sql("""
        select channel, round(number, 1) as share, round(lower, 1) as lower, round(upper, 1) as upper, sample
        from report
        where kpi = 'first_response_within_target' and figure = 'share' and bucket is null and upper < 60
        order by share
    """)
)

# %% [markdown]
# And pandas: satisfaction by month and channel. Where a cell rests on a few answers, its interval says so.

# %%
frame = report.to_pandas()
shares = frame[(frame.kpi == "csat") & (frame.figure == "share") & frame.bucket.notna()]
print(shares.pivot(index="channel", columns="bucket", values=["number", "sample"]).round(1).to_string())

# %% [markdown]
# ## Who stayed, and what is it worth?
#
# Balances: of the customers who were there when a month began, how many were gone when it ended; and what the others pay
# of what all of them paid. More leave in May than in any other month: after the trouble, not in it.

# %%
loyalty = kpi.report(
    ["churn_rate", kpi.ask("mrr_growth_rate", "net_revenue_retention")],
    accounts=accounts, subscriptions=subscriptions, window=half_year, bucket="month",
)
print(
    pl.DataFrame(loyalty)
    .filter(pl.col("bucket").is_not_null(), figure="rate")
    .with_columns(pl.col("number").round(1))
    .pivot("kpi", index="bucket", values="number")
)

# %% [markdown]
# ## In parts
#
# Each month can be counted where its records are. The partial results are bytes; merged, they give the same digits.

# %%
months = surveys.groupby(surveys.submitted_at.dt.month, dropna=False)
parts = [kpi.partial(["csat", "nps"], surveys=month, window=half_year) for _, month in months]
merged = kpi.merge(["csat", "nps"], parts, window=half_year)
print([len(part) for part in parts], merged.value("csat"), merged.value("csat") == report.value("csat"))
