"""A support review over a million tickets beside Polars and DuckDB: the same figures in the same run.

    python peers.py [tickets]

By month of creation and channel, with the totals over months, over channels and over both: tickets,
resolved, mean, median and p90 of first response time and of resolution time, resolved at first
contact, reopened; satisfied answers, promoters and detractors of the surveys, of which there are two
for five tickets. Every library reads the same Polars frames with one thread; kpi also gives
p95, min, max and intervals, says why records are left out, and finds duplicate ids.
"""

import os

os.environ["POLARS_MAX_THREADS"] = "1"

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
NAMES = ["bucket", "channel"]

Row = tuple[Any, ...]
Frames = tuple[pl.DataFrame, pl.DataFrame]


def records(count: int) -> Frames:
    """Tickets of 2026, of which one in twenty was never answered and one in seven is open; surveys."""
    random = np.random.default_rng(7)

    def later(start: np.ndarray, spread: float, known: float) -> pl.Series:
        wait = np.minimum(random.lognormal(spread, 1.5, len(start)), 1e6)
        instants = pl.Series(start + (wait * 1e6).astype(np.int64))
        given = pl.Series(random.random(len(start)) < known)
        return pl.select(pl.when(given).then(instants)).to_series().cast(pl.Datetime("us", "UTC"))

    def channels(n: int) -> np.ndarray:
        return random.choice(CHANNELS, n, p=[0.3, 0.35, 0.2, 0.05, 0.1])

    created = START + random.integers(0, YEAR, count)
    tickets = pl.DataFrame(
        {
            "id": pl.Series(np.arange(count)).cast(pl.String),
            "channel": channels(count),
            "created_at": pl.Series(created).cast(pl.Datetime("us", "UTC")),
            "first_response_at": later(created, 8, 0.95),
            "resolved_at": later(created, 10, 0.85),
            "agent_replies": random.integers(1, 7, count),
            "reopens": random.choice(3, count, p=[0.9, 0.08, 0.02]),
        }
    )
    answers = 2 * count // 5
    nps = np.arange(answers) % 2 == 0
    surveys = pl.DataFrame(
        {
            "id": pl.Series(np.arange(answers)).cast(pl.String),
            "kind": np.where(nps, "nps", "csat"),
            "channel": channels(answers),
            "scale_min": np.where(nps, 0, 1),
            "scale_max": np.where(nps, 10, 5),
            "score": np.where(nps, random.integers(0, 11, answers), random.integers(1, 6, answers)),
            "submitted_at": pl.Series(START + random.integers(0, YEAR, answers)).cast(
                pl.Datetime("us", "UTC")
            ),
        }
    )
    return tickets, surveys


def ours(frames: Frames) -> set[Row]:
    tickets, surveys = frames
    cohort = {"ticket": "created_at"}
    report = kpi.report(
        [
            "ticket_volume",
            kpi.ask("tickets_resolved", anchor=cohort),
            "first_response_time",
            kpi.ask("resolution_time", anchor=cohort),
            kpi.ask("first_contact_resolution_rate", repeat_within=0),
            kpi.ask("reopen_rate", "any_actor", anchor=cohort),
            "csat",
            "nps",
        ],
        tickets=tickets,
        surveys=surveys,
        window=("2026-01-01", "2027-01-01"),
        bucket="month",
        by="channel",
    )
    wanted = [
        ("ticket_volume", "count", "number"),
        ("tickets_resolved", "count", "number"),
        *(
            (of, figure, "number")
            for of in ("first_response_time", "resolution_time")
            for figure in ("mean", "median", "p90")
        ),
        ("first_contact_resolution_rate", "resolved_at_first_contact", "number"),
        ("reopen_rate", "reopened", "number"),
        ("csat", "share", "numerator"),
        ("nps", "promoter_share", "numerator"),
        ("nps", "detractor_share", "numerator"),
    ]
    table = pl.DataFrame(report).with_columns(pl.col("numerator").cast(float))
    parts = [
        table.filter(kpi=id, figure=figure).select(*NAMES, pl.col(column).alias(f"{id}.{figure}"))
        for id, figure, column in wanted
    ]
    all_figures = parts[0]
    for part in parts[1:]:
        all_figures = all_figures.join(part, on=NAMES, nulls_equal=True)
    return set(all_figures.fill_null("(all)").iter_rows())


def polars(frames: Frames) -> set[Row]:
    tickets, surveys = frames
    month = "created_at", "submitted_at"
    bucket = [pl.col(at).dt.truncate("1mo").dt.strftime("%Y-%m").alias("bucket") for at in month]

    def seconds(to: str) -> pl.Expr:
        return (pl.col(to) - pl.col("created_at")).dt.total_microseconds() / 1e6

    resolved, reopens = pl.col("resolved_at").is_not_null(), pl.col("reopens")
    of_tickets = tickets.lazy().select(
        bucket[0],
        "channel",
        seconds("first_response_at").alias("wait"),
        seconds("resolved_at").alias("time"),
        (
            pl.col("first_response_at").is_not_null()
            & resolved
            & (pl.col("agent_replies") <= 1)
            & (reopens == 0)
        ).alias("first"),
        (resolved & (reopens > 0)).alias("reopened"),
    )
    of_surveys = surveys.lazy().select(
        bucket[1],
        "channel",
        ((pl.col("kind") == "csat") & (pl.col("score") >= 4)).alias("satisfied"),
        ((pl.col("kind") == "nps") & (pl.col("score") >= 9)).alias("promoters"),
        ((pl.col("kind") == "nps") & (pl.col("score") <= 6)).alias("detractors"),
    )
    figures = [pl.len().cast(float).alias("count"), pl.col("time").count().cast(float).alias("resolved")]
    for of in ("wait", "time"):
        figures += [
            pl.col(of).mean().alias(f"{of} mean"),
            pl.col(of).median().alias(f"{of} median"),
            pl.col(of).quantile(0.9, "linear").alias(f"{of} p90"),
        ]
    figures += [pl.col(of).sum().cast(float) for of in ("first", "reopened")]
    scores = [pl.col(of).sum().cast(float) for of in ("satisfied", "promoters", "detractors")]

    def cube(table: pl.LazyFrame, figures: list[pl.Expr]) -> pl.LazyFrame:
        every = [
            table.group_by(NAMES).agg(figures),
            table.group_by("bucket").agg(figures).with_columns(channel=pl.lit("(all)")),
            table.group_by("channel").agg(figures).with_columns(bucket=pl.lit("(all)")),
            table.select(figures).with_columns(bucket=pl.lit("(all)"), channel=pl.lit("(all)")),
        ]
        columns = [*NAMES, *(figure.meta.output_name() for figure in figures)]
        return pl.concat([one.select(columns) for one in every])

    both = cube(of_tickets, figures).join(cube(of_surveys, scores), on=NAMES)
    return set(both.collect().iter_rows())


def duck(frames: Frames) -> set[Row]:
    tickets, surveys = frames
    database = duckdb.connect(config={"threads": 1})
    database.register("tickets", tickets)
    database.register("surveys", surveys)
    return set(
        database.execute(
            """
            with of_tickets as (
                select bucket, channel, count(*)::double as n, count(time)::double as resolved,
                       avg(wait), quantile_cont(wait, 0.5), quantile_cont(wait, 0.9),
                       avg(time), quantile_cont(time, 0.5), quantile_cont(time, 0.9),
                       count(*) filter (wait is not null and time is not null
                                        and agent_replies <= 1 and reopens = 0)::double,
                       count(*) filter (time is not null and reopens > 0)::double
                from (
                    select strftime(created_at at time zone 'UTC', '%Y-%m') as bucket,
                           channel, agent_replies, reopens,
                           (epoch_us(first_response_at) - epoch_us(created_at)) / 1e6 as wait,
                           (epoch_us(resolved_at) - epoch_us(created_at)) / 1e6 as time
                    from tickets
                )
                group by cube (bucket, channel)
            ), of_surveys as (
                select bucket, channel,
                       count(*) filter (kind = 'csat' and score >= 4)::double,
                       count(*) filter (kind = 'nps' and score >= 9)::double,
                       count(*) filter (kind = 'nps' and score <= 6)::double
                from (
                    select strftime(submitted_at at time zone 'UTC', '%Y-%m') as bucket,
                           channel, kind, score
                    from surveys
                )
                group by cube (bucket, channel)
            )
            select coalesce(t.bucket, '(all)'), coalesce(t.channel, '(all)'),
                   t.* exclude (bucket, channel), s.* exclude (bucket, channel)
            from of_tickets t join of_surveys s
                on t.bucket is not distinct from s.bucket
                and t.channel is not distinct from s.channel
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
    frames = records(count)
    works = {
        f"kpi {kpi.version()}": ours,
        f"Polars {pl.__version__}": polars,
        f"DuckDB {duckdb.__version__}": duck,
    }
    results = {name: best(lambda work=work: work(frames)) for name, work in works.items()}
    mine, figures = next(iter(results.values()))
    machine = f"{os.cpu_count()} CPUs, {platform.machine()}"
    print(f"{count:,} tickets by month and channel, one thread, best of {ROUNDS}, {machine}\n")
    print("| library | ms | times kpi | same numbers |")
    print("| --- | ---: | ---: | --- |")
    for name, (took, found) in results.items():
        same = "yes" if agree(figures, found) else "NO"
        print(f"| {name} | {took:.0f} | {took / mine:.2f} | {same} |")


if __name__ == "__main__":
    main()
