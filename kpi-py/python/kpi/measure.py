"""The KPIs as measures over records; printed by `cargo xtask gen` from the catalogue.

Every function takes the records that its KPI reads, and the options of a report by name.
"""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from decimal import Decimal
from typing import Literal, Unpack

from ._core import Report, ask, report
from ._functions import _given
from ._types import Anchors, Options, Records

__all__ = [
    "cost_per_conversation",
    "csat",
    "customer_effort_score",
    "first_response_time",
    "first_response_within_target",
    "nps",
    "retention_rate",
]


def first_response_time(
    *,
    tickets: Records | None = None,
    contacts: Records | None = None,
    variant: Literal["from_handover", "from_created"] = "from_handover",
    bands: Sequence[float | int | Decimal | timedelta | str] | None = None,
    quantiles: Literal["exact", "sketch"] | None = None,
    anchor: Anchors | None = None,
    **options: Unpack[Options],
) -> Report:
    """How long customers wait for the first reply by a person, from the moment they wait for
    people.

    Variants:
        `from_handover`: How long customers wait for the first reply by a person, from the
            moment they wait for people.
        `from_created`: How long customers wait for the first reply by a person, from the moment
            they ask: what they feel, the bot's time included.

    Args:
        tickets: Tickets.
        contacts: Contacts.
        variant: Which of them.
        bands: Cuts that give the share of records in each band: `band_0_3600` is 0 to 3,600 s,
            both included; `band_3600_14400` is above 3,600 s and up to 14,400 s; `band_14400_up` is
            above it. Default: `[]`.
        quantiles: `exact` keeps every duration and gives R's type 7; `sketch` keeps counts in
            bins, gives the middle of the bin that holds the type 1 quantile, and states the largest
            relative error. Default: `exact`.
        anchor: By kind of record, the instant that puts a record in a bucket.
        options: Window, buckets, grouping and the like: see `kpi.report`.

    Returns:
        The report: one row per figure, bucket and group.

    Raises:
        KpiError: `response_before_creation` where the response is before the start of the clock;
        `negative` for a negative duration in the formula.
    """
    asked = ask(
        "first_response_time",
        variant,
        anchor=anchor,
        **_given(bands=bands, quantiles=quantiles),
    )
    return report([asked], tickets=tickets, contacts=contacts, **options)


def first_response_within_target(
    *,
    tickets: Records | None = None,
    contacts: Records | None = None,
    targets: Literal["s4", "s0"] | Mapping[str, float | int | Decimal | timedelta | str] | None = None,
    targets_by: str | None = None,
    anchor: Anchors | None = None,
    **options: Unpack[Options],
) -> Report:
    """The share of requests that a person answered within the target.

    Args:
        tickets: Tickets.
        contacts: Contacts.
        targets: The target by channel. `s4`: phone 180 s, chat 300 s, social 86,400 s, email
            43,200 s (the upper ends that S4 quotes). `s0`: phone 180 s, chat 45 s. Or one's own,
            such as {"phone": 60}. Default: `s4`.
        targets_by: The field that the targets are by: channel, priority, or a segment of one's
            own such as tier. Default: `channel`.
        anchor: By kind of record, the instant that puts a record in a bucket.
        options: Window, buckets, grouping and the like: see `kpi.report`.

    Returns:
        The report: one row per figure, bucket and group.

    Raises:
        KpiError: `as_of_required` where something is unanswered and neither a window nor `as_of`
        says when to look; `response_before_creation`; `bad_parameter`.
    """
    asked = ask(
        "first_response_within_target",
        "standard",
        anchor=anchor,
        **_given(targets=targets, targets_by=targets_by),
    )
    return report([asked], tickets=tickets, contacts=contacts, **options)


def csat(
    *,
    surveys: Records | None = None,
    variant: Literal["top_two_boxes", "mean", "latest_per_customer"] = "top_two_boxes",
    kind: str | None = None,
    anchor: Anchors | None = None,
    **options: Unpack[Options],
) -> Report:
    """The share of answers in the two best points of the scale.

    Variants:
        `top_two_boxes`: The share of answers in the two best points of the scale.
        `mean`: The mean answer on the declared scale.
        `latest_per_customer`: The share of customers whose latest answer is in the two best
            points of the scale.

    Args:
        surveys: Surveys.
        variant: Which of them.
        kind: The kind of survey that counts; the others are left out as `other_kind`, never
            pooled. Default: `csat`.
        anchor: By kind of record, the instant that puts a record in a bucket.
        options: Window, buckets, grouping and the like: see `kpi.report`.

    Returns:
        The report: one row per figure, bucket and group.

    Raises:
        KpiError: `out_of_scale`, `mixed_scales` (answers on different scales in one measure),
        `bad_scale` (fewer than three points).
    """
    asked = ask("csat", variant, anchor=anchor, **_given(kind=kind))
    return report([asked], surveys=surveys, **options)


def nps(
    *,
    surveys: Records | None = None,
    kind: str | None = None,
    anchor: Anchors | None = None,
    **options: Unpack[Options],
) -> Report:
    """Net Promoter Score: how many more would recommend the company than would not.

    Args:
        surveys: Surveys.
        kind: The kind of survey that counts; the others are left out as `other_kind`, never
            pooled. Default: `nps`.
        anchor: By kind of record, the instant that puts a record in a bucket.
        options: Window, buckets, grouping and the like: see `kpi.report`.

    Returns:
        The report: one row per figure, bucket and group.

    Raises:
        KpiError: `bad_scale` where the scale is not 0 to 10; `out_of_scale`.
    """
    asked = ask("nps", "standard", anchor=anchor, **_given(kind=kind))
    return report([asked], surveys=surveys, **options)


def customer_effort_score(
    *,
    tickets: Records | None = None,
    surveys: Records | None = None,
    variant: Literal["share", "mean", "by_interactions"] = "share",
    kind: str | None = None,
    anchor: Anchors | None = None,
    **options: Unpack[Options],
) -> Report:
    """The share of customers who say that it was easy to get their issue resolved.

    Variants:
        `share`: The share of customers who say that it was easy to get their issue resolved.
        `mean`: The mean answer to how easy it was, on the declared scale.
        `by_interactions`: How many more tickets were difficult than easy, by how often people
            had to answer.

    Args:
        tickets: Tickets, for `by_interactions`.
        surveys: Surveys, for `share`, `mean`.
        variant: Which of them.
        kind: The kind of survey that counts; the others are left out as `other_kind`, never
            pooled. Default: `ces`. Of `share`, `mean`.
        anchor: By kind of record, the instant that puts a record in a bucket.
        options: Window, buckets, grouping and the like: see `kpi.report`.

    Returns:
        The report: one row per figure, bucket and group.

    Raises:
        KpiError: `out_of_scale`, `mixed_scales`, `bad_scale` (fewer than three points).
    """
    asked = ask("customer_effort_score", variant, anchor=anchor, **_given(kind=kind))
    return report([asked], tickets=tickets, surveys=surveys, **options)


def retention_rate(
    *,
    accounts: Records | None = None,
    variant: Literal["identity", "s4_literal"] = "identity",
    anchor: Anchors | None = None,
    **options: Unpack[Options],
) -> Report:
    """The share of the customers at the start who are still there at the end.

    Variants:
        `identity`: The share of the customers at the start who are still there at the end.
        `s4_literal`: S4's retention form taken literally: everyone acquired in the period is
            taken from the end, also those already gone. It can leave 0 to 100.

    Args:
        accounts: Accounts.
        variant: Which of them.
        anchor: By kind of record, the instant that puts a record in a bucket.
        options: Window, buckets, grouping and the like: see `kpi.report`.

    Returns:
        The report: one row per figure, bucket and group.

    Raises:
        KpiError: `window_required`; `cohort_mismatch` in the formula where acquired is more than
        end, or end − acquired more than start.
    """
    asked = ask("retention_rate", variant, anchor=anchor)
    return report([asked], accounts=accounts, **options)


def cost_per_conversation(
    *,
    tickets: Records | None = None,
    contacts: Records | None = None,
    ledger_entries: Records | None = None,
    variant: Literal["per_conversation", "per_ticket", "per_resolution"] = "per_conversation",
    currency: str | None = None,
    rates: Mapping[str, Decimal | str] | None = None,
    anchor: Anchors | None = None,
    **options: Unpack[Options],
) -> Report:
    """What a conversation with a customer costs.

    Variants:
        `per_conversation`: What a conversation with a customer costs.
        `per_ticket`: What a ticket costs.
        `per_resolution`: What it costs to resolve an inquiry.

    Args:
        tickets: Tickets.
        contacts: Contacts, for `per_conversation`.
        ledger_entries: Ledger entries.
        variant: Which of them.
        currency: The currency of the result. Entries in others are converted by `rates`;
            without it all must be in one.
        rates: How many units of `currency` one unit of each other currency is worth, such as
            {"USD": "0.92"}. Default: `{}`.
        anchor: By kind of record, the instant that puts a record in a bucket.
        options: Window, buckets, grouping and the like: see `kpi.report`.

    Returns:
        The report: one row per figure, bucket and group.

    Raises:
        KpiError: `mixed_currencies` where entries are in several currencies and there is no rate,
        `unknown_currency`, `overflow`.
    """
    asked = ask(
        "cost_per_conversation",
        variant,
        anchor=anchor,
        **_given(currency=currency, rates=rates),
    )
    return report(
        [asked],
        tickets=tickets,
        contacts=contacts,
        ledger_entries=ledger_entries,
        **options,
    )
