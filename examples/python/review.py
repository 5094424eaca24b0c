# ---
# jupyter:
#   jupytext:
#     text_representation:
#       format_name: percent
# ---

# %% [markdown]
# # A support review
#
# The sample of `examples/sample` from file to figures, with pandas, Polars and DuckDB. It runs from top to bottom:
# `python examples/python/review.py`, or cell by cell as a notebook.

# %%
import pathlib

import duckdb
import kpi
import pandas as pd
import polars as pl

sample = pathlib.Path(__file__).parents[1] / "sample" if "__file__" in globals() else pathlib.Path("examples/sample")
quarter = ("2026-01-01", "2026-04-01")

# %% [markdown]
# ## Read the tables
#
# Any library whose frames speak Arrow will do, and they may be mixed. Times of the sample are in UTC, and costs must
# stay exact, so they are read as text or as decimals and never as floats.

# %%
tickets = pl.read_csv(sample / "tickets.csv")

surveys = pd.read_csv(sample / "surveys.csv", parse_dates=["sent_at", "delivered_at", "submitted_at"])

contacts = duckdb.sql(f"from read_csv('{sample / 'contacts.csv'}', all_varchar = true)")
accounts = pl.read_csv(sample / "accounts.csv", infer_schema=False)
ledger = pl.read_csv(sample / "ledger.csv", infer_schema=False)

# %% [markdown]
# ## One report
#
# Month by month and channel by channel, all KPIs at once. A report prints as a table; `value` picks one exact figure,
# `row` everything that belongs to it.

# %%
report = kpi.report(
    ["first_response_time", "first_response_within_target", "csat", "nps", "customer_effort_score",
     "cost_per_conversation"],
    tickets=tickets, contacts=contacts, surveys=surveys, ledger_entries=ledger,
    window=quarter, bucket="month", by="channel",
)
csat = report.row("csat")
print(csat["value"], f"({csat['lower']:.1f} to {csat['upper']:.1f})", "of", csat["sample"], "answers")
print("left out:", csat["reasons"])

# %% [markdown]
# ## What happened in March?
#
# The report is a long table that every data frame library reads. In Polars: the first response by month.

# %%
table = pl.DataFrame(report)
print(
    table.filter(kpi="first_response_time", channel="(all)")
    .filter(pl.col("figure").is_in(["mean", "median", "p90"]), pl.col("bucket").is_not_null())
    .with_columns(hours=(pl.col("number") / 3600).round(2))
    .pivot("figure", index="bucket", values="hours")
)

# %% [markdown]
# DuckDB reads the same report by its name: the channels whose share of responses within target is surely below 80 %,
# because the whole interval is.

# %%
print(
    duckdb.sql("""
        select channel, round(number, 1) as share, round(lower, 1) as lower, round(upper, 1) as upper, sample
        from report
        where kpi = 'first_response_within_target' and figure = 'share' and bucket is null and upper < 80
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
# ## Who stayed?
#
# A balance: customers at the start of each month who are still there at its end, by tier.

# %%
retention = kpi.measure.retention_rate(accounts=accounts, window=quarter, bucket="month", by="tier")
print(
    pl.DataFrame(retention)
    .filter(pl.col("bucket").is_not_null(), figure="rate")
    .pivot("bucket", index="tier", values="value")
)

# %% [markdown]
# ## In parts
#
# Each month can be counted where its records are. The partial results are bytes; merged, they give the same digits.

# %%
months = surveys.groupby(surveys.submitted_at.dt.month, dropna=False)
parts = [kpi.partial(["csat", "nps"], surveys=month, window=quarter) for _, month in months]
merged = kpi.merge(["csat", "nps"], parts, window=quarter)
print([len(part) for part in parts], merged.value("csat"), merged.value("csat") == report.value("csat"))
