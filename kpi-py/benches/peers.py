"""A report over a million tickets beside Polars and DuckDB: the same figures in the same run.

    python peers.py [tickets]

Figures: first response time as count, mean, median, p90, and the effort score by interactions; by
month and channel, with the totals over months, over channels and over both. Every library reads the
same Polars frame and uses its default number of threads; kpi uses one. kpi also gives intervals,
p95, min and max, says why records are left out, and finds duplicate ids.
"""

import os
import platform
import sys
import time
from collections.abc import Callable
from typing import Any

import duckdb
import kpi
import numpy as np
import polars as pl

ROUNDS = 5
CHANNELS = ["chat", "email", "phone", "social", "web"]
START, YEAR = 1_767_225_600_000_000, 365 * 86_400_000_000

Row = tuple[Any, ...]


def tickets(count: int) -> pl.DataFrame:
    """Tickets of 2026, of which one in twenty was never answered."""
    random = np.random.default_rng(7)
    created = START + random.integers(0, YEAR, count)
    wait = np.minimum(random.lognormal(8, 1.5, count), 1e6)
    answered = pl.Series(created + (wait * 1e6).astype(np.int64))
    return pl.DataFrame(
        {
            "id": pl.Series(np.arange(count)).cast(pl.String),
            "channel": random.choice(CHANNELS, count, p=[0.3, 0.35, 0.2, 0.05, 0.1]),
            "created_at": pl.Series(created).cast(pl.Datetime("us", "UTC")),
            "first_response_at": pl.select(
                pl.when(pl.Series(random.random(count) >= 0.05)).then(answered)
            )
            .to_series()
            .cast(pl.Datetime("us", "UTC")),
            "agent_replies": random.integers(1, 7, count),
        }
    )


def ours(frame: pl.DataFrame) -> set[Row]:
    effort = kpi.ask("customer_effort_score", "by_interactions")
    report = kpi.report(
        ["first_response_time", effort],
        tickets=frame,
        window=("2026-01-01", "2027-01-01"),
        bucket="month",
        by="channel",
    )
    table = pl.DataFrame(report).pivot("figure", index=["bucket", "channel"], values="number")
    names = ["bucket", "channel", "count", "mean", "median", "p90", "easy_share", "difficult_share"]
    return set(table.select(names).fill_null("(all)").iter_rows())


def polars(frame: pl.DataFrame) -> set[Row]:
    wait = (pl.col("first_response_at") - pl.col("created_at")).dt.total_microseconds() / 1e6
    replies = pl.col("agent_replies")
    table = frame.lazy().select(
        pl.col("created_at").dt.truncate("1mo").dt.strftime("%Y-%m").alias("bucket"),
        "channel",
        wait.alias("wait"),
        replies,
    )
    figures = [
        pl.col("wait").count().cast(float).alias("count"),
        pl.col("wait").mean().alias("mean"),
        pl.col("wait").median().alias("median"),
        pl.col("wait").quantile(0.9, "linear").alias("p90"),
        (100 * (replies <= 2).mean()).alias("easy_share"),
        (100 * (replies >= 4).mean()).alias("difficult_share"),
    ]
    names = ["bucket", "channel"]
    every = [
        table.group_by(names).agg(figures),
        table.group_by("bucket").agg(figures).with_columns(channel=pl.lit("(all)")),
        table.group_by("channel").agg(figures).with_columns(bucket=pl.lit("(all)")),
        table.select(figures).with_columns(bucket=pl.lit("(all)"), channel=pl.lit("(all)")),
    ]
    columns = [*names, "count", "mean", "median", "p90", "easy_share", "difficult_share"]
    return {
        row
        for part in pl.collect_all([one.select(columns) for one in every])
        for row in part.iter_rows()
    }


def duck(frame: pl.DataFrame) -> set[Row]:
    return set(
        duckdb.sql(
            """
            select coalesce(bucket, '(all)'), coalesce(channel, '(all)'),
                   count(wait)::double, avg(wait),
                   quantile_cont(wait, 0.5), quantile_cont(wait, 0.9),
                   100 * avg((agent_replies <= 2)::int), 100 * avg((agent_replies >= 4)::int)
            from (
                select strftime(created_at at time zone 'UTC', '%Y-%m') as bucket,
                       channel, agent_replies,
                       (epoch_us(first_response_at) - epoch_us(created_at)) / 1e6 as wait
                from frame
            )
            group by cube (bucket, channel)
            """
        ).fetchall()
    )


def best(work: Callable[[], set[Row]]) -> tuple[float, set[Row]]:
    """The best of some rounds in milliseconds, after one that does not count."""
    found, times = work(), []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        found = work()
        times.append(time.perf_counter() - start)
    return 1000 * min(times), found


def agree(a: set[Row], b: set[Row]) -> bool:
    """Whether two libraries found the same numbers, but for the last digits of floats."""
    pairs = zip(sorted(a), sorted(b), strict=True)
    return all(x[:2] == y[:2] and np.allclose(x[2:], y[2:], rtol=1e-9) for x, y in pairs)


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    frame = tickets(count)
    works = {
        "kpi": (ours, f"kpi {kpi.version()}", 1),
        "polars": (polars, f"Polars {pl.__version__}", pl.thread_pool_size()),
        "duckdb": (
            duck,
            f"DuckDB {duckdb.__version__}",
            duckdb.sql("select current_setting('threads')").fetchall()[0][0],
        ),
    }
    results = {name: best(lambda work=work: work(frame)) for name, (work, _, _) in works.items()}
    mine, figures = results["kpi"]
    machine = f"{os.cpu_count()} CPUs, {platform.machine()}"
    print(f"{count:,} tickets by month and channel, best of {ROUNDS}, {machine}\n")
    print("| library | threads | ms | times kpi | same numbers |")
    print("| --- | ---: | ---: | ---: | --- |")
    for name, (took, found) in results.items():
        _, title, threads = works[name]
        same = "yes" if agree(figures, found) else "NO"
        print(f"| {title} | {threads} | {took:.0f} | {took / mine:.2f} | {same} |")


if __name__ == "__main__":
    main()
