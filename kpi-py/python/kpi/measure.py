"""The KPIs as measures over records; printed by `cargo xtask gen` from the catalogue.

Every function takes the records that its KPI reads, and the options of a report by name.
"""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from decimal import Decimal
from typing import Literal, Unpack

from ._core import Report, ask, report
from ._functions import _given
from ._types import Anchors, MeasureOptions, Records

__all__ = [
    "abandonment_rate",
    "agent_rating",
    "answer_rate",
    "answer_time",
    "arrival_profile",
    "average_response_time",
    "backlog",
    "canceled_requests",
    "churn_rate",
    "clearance_rate",
    "cost_per_conversation",
    "csat",
    "customer_effort_score",
    "escalation_rate",
    "first_contact_resolution_rate",
    "first_response_time",
    "first_response_within_target",
    "handle_time",
    "hold_time",
    "interactions_per_ticket",
    "issues_by_type",
    "mrr_growth_rate",
    "nps",
    "overdue_response_rate",
    "reopen_rate",
    "repeat_contact_rate",
    "repeat_purchase_rate",
    "requests_processed",
    "resolution_time",
    "retention_rate",
    "service_level",
    "sla_attainment",
    "solo_resolution_rate",
    "survey_response_rate",
    "task_completion_rate",
    "ticket_volume",
    "tickets_resolved",
    "time_in_status",
    "time_to_abandon",
    "touches_to_resolution",
    "transfer_time",
    "wait_time",
]


def first_response_time(
    *,
    tickets: Records | None = None,
    contacts: Records | None = None,
    variant: Literal["from_handover", "from_created"] = "from_handover",
    clock: Literal["calendar", "business"] | None = None,
    bands: Sequence[float | int | Decimal | timedelta | str] | None = None,
    quantiles: Literal["exact", "sketch"] | None = None,
    anchor: Anchors | None = None,
    **options: Unpack[MeasureOptions],
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
        clock: `calendar` counts all time; `business` counts the open hours of the request's
            `calendar`, by the schedule of each record (`no_schedule` is left out where it has
            none). A request's own `clock` stands for all KPIs that have this parameter. Default:
            `calendar`.
        bands: Cuts that give the share of records in each band: `band_0_3600` is 0 to 3,600 s,
            both included; `band_3600_14400` is above 3,600 s and up to 14,400 s; `band_14400_up` is
            above it. Default: `[]`.
        quantiles: `exact` keeps every value and gives R's type 7; `sketch` keeps counts in
            bins, gives the middle of the bin that holds the type 1 quantile, and states the largest
            relative error. Default: `exact`.
        anchor: By kind of record, the instant that puts a record in a bucket.
        options: Window, buckets, grouping and the like: see `kpi.report`.

    Returns:
        The report: one row per figure, bucket and group.

    Raises:
        KpiError: `response_before_creation` where the response is before the start of the clock, in
        either time; `negative` for a negative duration in the formula; `calendar_required` for
        business time without a calendar.
    """
    asked = ask(
        "first_response_time",
        variant,
        anchor=anchor,
        **_given(clock=clock, bands=bands, quantiles=quantiles),
    )
    return report([asked], tickets=tickets, contacts=contacts, **options)


def first_response_within_target(
    *,
    tickets: Records | None = None,
    contacts: Records | None = None,
    targets: Literal["s4", "s0"]
    | Mapping[str, float | int | Decimal | timedelta | str]
    | None = None,
    targets_by: str | None = None,
    clock: Literal["calendar", "business"] | None = None,
    anchor: Anchors | None = None,
    **options: Unpack[MeasureOptions],
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
        clock: `calendar` counts all time; `business` counts the open hours of the request's
            `calendar`, by the schedule of each record (`no_schedule` is left out where it has
            none). A request's own `clock` stands for all KPIs that have this parameter. Default:
            `calendar`.
        anchor: By kind of record, the instant that puts a record in a bucket.
        options: Window, buckets, grouping and the like: see `kpi.report`.

    Returns:
        The report: one row per figure, bucket and group.

    Raises:
        KpiError: `as_of_required` where something is unanswered and neither a window nor `as_of`
        says when to look; `response_before_creation`; `bad_parameter`; `calendar_required` for
        business time without a calendar.
    """
    asked = ask(
        "first_response_within_target",
        "standard",
        anchor=anchor,
        **_given(targets=targets, targets_by=targets_by, clock=clock),
    )
    return report([asked], tickets=tickets, contacts=contacts, **options)


def average_response_time(
    *,
    response_waits: Records | None = None,
    variant: Literal["after_first", "with_first"] = "after_first",
    clock: Literal["calendar", "business"] | None = None,
    bands: Sequence[float | int | Decimal | timedelta | str] | None = None,
    quantiles: Literal["exact", "sketch"] | None = None,
    anchor: Anchors | None = None,
    **options: Unpack[MeasureOptions],
) -> Report:
    """How long customers wait for each further reply, once a person has replied for the first time.

    Variants:
        `after_first`: How long customers wait for each further reply, once a person has replied
            for the first time.
        `with_first`: How long customers wait for a reply, the first one and every further one.

    Args:
        response_waits: Response waits.
        variant: Which of them.
        clock: `calendar` counts all time; `business` counts the open hours of the request's
            `calendar`, by the schedule of each record (`no_schedule` is left out where it has
            none). A request's own `clock` stands for all KPIs that have this parameter. Default:
            `calendar`.
        bands: Cuts that give the share of records in each band: `band_0_3600` is 0 to 3,600 s,
            both included; `band_3600_14400` is above 3,600 s and up to 14,400 s; `band_14400_up` is
            above it. Default: `[]`.
        quantiles: `exact` keeps every value and gives R's type 7; `sketch` keeps counts in
            bins, gives the middle of the bin that holds the type 1 quantile, and states the largest
            relative error. Default: `exact`.
        anchor: By kind of record, the instant that puts a record in a bucket.
        options: Window, buckets, grouping and the like: see `kpi.report`.

    Returns:
        The report: one row per figure, bucket and group.

    Raises:
        KpiError: `wrong_order` where a wait closes before it opens; `negative` for a negative
        duration in the formula; `calendar_required` for business time without a calendar.
    """
    asked = ask(
        "average_response_time",
        variant,
        anchor=anchor,
        **_given(clock=clock, bands=bands, quantiles=quantiles),
    )
    return report([asked], response_waits=response_waits, **options)


def answer_time(
    *,
    contacts: Records | None = None,
    variant: Literal["from_queue", "from_start"] = "from_queue",
    clock: Literal["calendar", "business"] | None = None,
    bands: Sequence[float | int | Decimal | timedelta | str] | None = None,
    quantiles: Literal["exact", "sketch"] | None = None,
    anchor: Anchors | None = None,
    **options: Unpack[MeasureOptions],
) -> Report:
    """How long customers wait in the queue until a person answers the call or chat; its mean is the
    average speed of answer.

    Variants:
        `from_queue`: How long customers wait in the queue until a person answers the call or
            chat; its mean is the average speed of answer.
        `from_start`: How long customers wait from dialling, or opening the chat, until a person
            answers: what they feel, the menu's time included.

    Args:
        contacts: Contacts.
        variant: Which of them.
        clock: `calendar` counts all time; `business` counts the open hours of the request's
            `calendar`, by the schedule of each record (`no_schedule` is left out where it has
            none). A request's own `clock` stands for all KPIs that have this parameter. Default:
            `calendar`.
        bands: Cuts that give the share of records in each band: `band_0_3600` is 0 to 3,600 s,
            both included; `band_3600_14400` is above 3,600 s and up to 14,400 s; `band_14400_up` is
            above it. Default: `[]`.
        quantiles: `exact` keeps every value and gives R's type 7; `sketch` keeps counts in
            bins, gives the middle of the bin that holds the type 1 quantile, and states the largest
            relative error. Default: `exact`.
        anchor: By kind of record, the instant that puts a record in a bucket.
        options: Window, buckets, grouping and the like: see `kpi.report`.

    Returns:
        The report: one row per figure, bucket and group.

    Raises:
        KpiError: `response_before_creation` where the answer is before the start of the wait,
        `wrong_order` where an end is before its start, `bad_parameter`; `negative` for a negative
        duration in the formula, `calendar_required` for business time without a calendar.
    """
    asked = ask(
        "answer_time",
        variant,
        anchor=anchor,
        **_given(clock=clock, bands=bands, quantiles=quantiles),
    )
    return report([asked], contacts=contacts, **options)


def wait_time(
    *,
    tickets: Records | None = None,
    contacts: Records | None = None,
    variant: Literal["requester", "agent_wait_time", "queue"] = "requester",
    bands: Sequence[float | int | Decimal | timedelta | str] | None = None,
    quantiles: Literal["exact", "sketch"] | None = None,
    clock: Literal["calendar", "business"] | None = None,
    anchor: Anchors | None = None,
    **options: Unpack[MeasureOptions],
) -> Report:
    """How long customers wait in all until their request is resolved: the time in which the next
    step was the company's.

    Variants:
        `requester`: How long customers wait in all until their request is resolved: the time in
            which the next step was the company's.
        `agent_wait_time`: How long agents wait for customers until a request is resolved: the
            time in which the next step was the customer's.
        `queue`: How long customers wait in the queue for a call or chat, whether somebody
            answers or they give up.

    Args:
        tickets: Tickets, for `requester`, `agent_wait_time`.
        contacts: Contacts, for `queue`.
        variant: Which of them.
        bands: Cuts that give the share of records in each band: `band_0_3600` is 0 to 3,600 s,
            both included; `band_3600_14400` is above 3,600 s and up to 14,400 s; `band_14400_up` is
            above it. Default: `[]`.
        quantiles: `exact` keeps every value and gives R's type 7; `sketch` keeps counts in
            bins, gives the middle of the bin that holds the type 1 quantile, and states the largest
            relative error. Default: `exact`.
        clock: `calendar` counts all time; `business` counts the open hours of the request's
            `calendar`, by the schedule of each record (`no_schedule` is left out where it has
            none). A request's own `clock` stands for all KPIs that have this parameter. Default:
            `calendar`. Of `queue`.
        anchor: By kind of record, the instant that puts a record in a bucket.
        options: Window, buckets, grouping and the like: see `kpi.report`.

    Returns:
        The report: one row per figure, bucket and group.

    Raises:
        KpiError: `negative` for a negative duration.
    """
    asked = ask(
        "wait_time",
        variant,
        anchor=anchor,
        **_given(bands=bands, quantiles=quantiles, clock=clock),
    )
    return report([asked], tickets=tickets, contacts=contacts, **options)


def hold_time(
    *,
    contacts: Records | None = None,
    direction: Literal["inbound", "outbound", "both"] | None = None,
    bands: Sequence[float | int | Decimal | timedelta | str] | None = None,
    quantiles: Literal["exact", "sketch"] | None = None,
    anchor: Anchors | None = None,
    **options: Unpack[MeasureOptions],
) -> Report:
    """How long customers are put on hold after a person has answered, over all answered contacts;
    how many are held, and how long those wait.

    Args:
        contacts: Contacts.
        direction: Contacts that the customer began, that the company began, or both. An unknown
            direction is inbound. Default: `inbound`.
        bands: Cuts that give the share of records in each band: `band_0_3600` is 0 to 3,600 s,
            both included; `band_3600_14400` is above 3,600 s and up to 14,400 s; `band_14400_up` is
            above it. Default: `[]`.
        quantiles: `exact` keeps every value and gives R's type 7; `sketch` keeps counts in
            bins, gives the middle of the bin that holds the type 1 quantile, and states the largest
            relative error. Default: `exact`.
        anchor: By kind of record, the instant that puts a record in a bucket.
        options: Window, buckets, grouping and the like: see `kpi.report`.

    Returns:
        The report: one row per figure, bucket and group.

    Raises:
        KpiError: `response_before_creation` where the answer is before the start of the wait,
        `wrong_order` where an end is before its start, `bad_parameter`; `negative` for a negative
        duration.
    """
    asked = ask(
        "hold_time",
        "standard",
        anchor=anchor,
        **_given(direction=direction, bands=bands, quantiles=quantiles),
    )
    return report([asked], contacts=contacts, **options)


def time_to_abandon(
    *,
    contacts: Records | None = None,
    variant: Literal["standard", "longest_wait", "patience"] = "standard",
    short: float | int | Decimal | timedelta | str | None = None,
    clock: Literal["calendar", "business"] | None = None,
    bands: Sequence[float | int | Decimal | timedelta | str] | None = None,
    quantiles: Literal["exact", "sketch"] | None = None,
    horizon: float | int | Decimal | timedelta | str | None = None,
    anchor: Anchors | None = None,
    **options: Unpack[MeasureOptions],
) -> Report:
    """How long customers wait in the queue before they give up.

    Variants:
        `standard`: How long customers wait in the queue before they give up.
        `longest_wait`: The longest time that a customer waited in the queue, whether somebody
            answered, the customer gave up, or still waits.
        `patience`: How long customers are ready to wait: what the time to abandon would be if
            nobody answered.

    Args:
        contacts: Contacts.
        variant: Which of them.
        short: A contact given up within so many seconds is short: a wrong number or a slip. The
            clock starts at the queue, with the population `all_inbound` at the start of the
            contact. 0 means waits of exactly 0. Default: `5`. Of `standard`.
        clock: `calendar` counts all time; `business` counts the open hours of the request's
            `calendar`, by the schedule of each record (`no_schedule` is left out where it has
            none). A request's own `clock` stands for all KPIs that have this parameter. Default:
            `calendar`.
        bands: Cuts that give the share of records in each band: `band_0_3600` is 0 to 3,600 s,
            both included; `band_3600_14400` is above 3,600 s and up to 14,400 s; `band_14400_up` is
            above it. Default: `[]`.
        quantiles: `exact` keeps every value and gives R's type 7; `sketch` keeps counts in
            bins, gives the middle of the bin that holds the type 1 quantile, and states the largest
            relative error. Default: `exact`. Of `standard`, `longest_wait`.
        horizon: How far the restricted mean looks; as far as the largest duration where it is
            not given. Of `patience`.
        anchor: By kind of record, the instant that puts a record in a bucket.
        options: Window, buckets, grouping and the like: see `kpi.report`.

    Returns:
        The report: one row per figure, bucket and group.

    Raises:
        KpiError: `response_before_creation` where the answer is before the start of the wait,
        `wrong_order` where an end is before its start, `bad_parameter`; `negative` for a negative
        duration in the formula, `calendar_required` for business time without a calendar.
    """
    asked = ask(
        "time_to_abandon",
        variant,
        anchor=anchor,
        **_given(short=short, clock=clock, bands=bands, quantiles=quantiles, horizon=horizon),
    )
    return report([asked], contacts=contacts, **options)


def service_level(
    *,
    contacts: Records | None = None,
    variant: Literal[
        "offered",
        "less_short",
        "less_abandoned_within_t",
        "answered",
        "credit_abandoned_within_t",
        "credit_short",
    ] = "offered",
    targets: Mapping[str, float | int | Decimal | timedelta | str] | None = None,
    targets_by: str | None = None,
    population: Literal["queued", "all_inbound"] | None = None,
    short: float | int | Decimal | timedelta | str | None = None,
    anchor: Anchors | None = None,
    **options: Unpack[MeasureOptions],
) -> Report:
    """The share of contacts that a person answered within the target, of all that were answered or
    given up.

    Variants:
        `offered`: The share of contacts that a person answered within the target, of all that
            were answered or given up.
        `less_short`: The share of contacts that a person answered within the target; those
            given up at once do not count.
        `less_abandoned_within_t`: The share of contacts that a person answered within the
            target; those given up within the target do not count, because nobody was late.
        `answered`: The share of the answered contacts that were answered within the target.
        `credit_abandoned_within_t`: The share of contacts that did not wait longer than the
            target, whether a person answered or the customer gave up.
        `credit_short`: The share of contacts that a person answered within the target or that
            the customer gave up at once.

    Args:
        contacts: Contacts.
        variant: Which of them.
        targets: Within how many seconds a person must answer, by channel. Phone 20 s is usual;
            the others must be given, such as {"phone": 20, "chat": 45}. Default: `{"phone": 20}`.
        targets_by: The field that the targets are by: channel, priority, or a segment of one's
            own such as tier. Default: `channel`.
        population: `queued`: contacts that reached the queue. `all_inbound`: also those that
            ended in the menu, unless the menu served them. Default: `queued`.
        short: A contact given up within so many seconds is short: a wrong number or a slip. The
            clock starts at the queue, with the population `all_inbound` at the start of the
            contact. 0 means waits of exactly 0. Default: `5`. Of `less_short`, `credit_short`.
        anchor: By kind of record, the instant that puts a record in a bucket.
        options: Window, buckets, grouping and the like: see `kpi.report`.

    Returns:
        The report: one row per figure, bucket and group.

    Raises:
        KpiError: `response_before_creation` where the answer is before the start of the wait,
        `wrong_order` where an end is before its start, `bad_parameter`; `bad_input` where a part is
        more than its whole.
    """
    asked = ask(
        "service_level",
        variant,
        anchor=anchor,
        **_given(targets=targets, targets_by=targets_by, population=population, short=short),
    )
    return report([asked], contacts=contacts, **options)


def overdue_response_rate(
    *,
    tickets: Records | None = None,
    variant: Literal["of_requests", "of_promised"] = "of_requests",
    anchor: Anchors | None = None,
    **options: Unpack[MeasureOptions],
) -> Report:
    """The share of requests on which a promised response is overdue.

    Variants:
        `of_requests`: The share of requests on which a promised response is overdue.
        `of_promised`: The share of requests with a promised response on which one is overdue.

    Args:
        tickets: Tickets.
        variant: Which of them.
        anchor: By kind of record, the instant that puts a record in a bucket.
        options: Window, buckets, grouping and the like: see `kpi.report`.

    Returns:
        The report: one row per figure, bucket and group.

    Raises:
        KpiError: `as_of_required` where an open ticket is unanswered, has a promised instant and no
        count of late responses, and neither a window nor `as_of` says when to look; `bad_input` in
        the formula where more are overdue than there are.
    """
    asked = ask("overdue_response_rate", variant, anchor=anchor)
    return report([asked], tickets=tickets, **options)


def sla_attainment(
    *,
    sla_targets: Records | None = None,
    variant: Literal["per_target", "all_met"] = "per_target",
    anchor: Anchors | None = None,
    **options: Unpack[MeasureOptions],
) -> Report:
    """The share of decided SLA targets that were met.

    Variants:
        `per_target`: The share of decided SLA targets that were met.
        `all_met`: The share of tickets that met every one of their SLA targets.

    Args:
        sla_targets: Sla targets.
        variant: Which of them.
        anchor: By kind of record, the instant that puts a record in a bucket.
        options: Window, buckets, grouping and the like: see `kpi.report`.

    Returns:
        The report: one row per figure, bucket and group.

    Raises:
        KpiError: `as_of_required` where a target is not met, has no state, and neither a window nor
        `as_of` says when to look.
    """
    asked = ask("sla_attainment", variant, anchor=anchor)
    return report([asked], sla_targets=sla_targets, **options)


def resolution_time(
    *,
    tickets: Records | None = None,
    variant: Literal["last", "first", "survival"] = "last",
    bands: Sequence[float | int | Decimal | timedelta | str] | None = None,
    quantiles: Literal["exact", "sketch"] | None = None,
    clock: Literal["calendar", "business"] | None = None,
    horizon: float | int | Decimal | timedelta | str | None = None,
    anchor: Anchors | None = None,
    **options: Unpack[MeasureOptions],
) -> Report:
    """How long it takes until a request is resolved for good.

    Variants:
        `last`: How long it takes until a request is resolved for good.
        `first`: How long it takes until a request is resolved for the first time, whether or
            not that held.
        `survival`: How long requests stay open until they are resolved, those that are still
            open included.

    Args:
        tickets: Tickets.
        variant: Which of them.
        bands: Cuts that give the share of records in each band: `band_0_3600` is 0 to 3,600 s,
            both included; `band_3600_14400` is above 3,600 s and up to 14,400 s; `band_14400_up` is
            above it. Default: `[]`.
        quantiles: `exact` keeps every value and gives R's type 7; `sketch` keeps counts in
            bins, gives the middle of the bin that holds the type 1 quantile, and states the largest
            relative error. Default: `exact`. Of `last`, `first`.
        clock: `calendar` counts all time; `business` counts the open hours of the request's
            `calendar`, by the schedule of each record (`no_schedule` is left out where it has
            none). A request's own `clock` stands for all KPIs that have this parameter. Default:
            `calendar`.
        horizon: How far the restricted mean looks; as far as the largest duration where it is
            not given. Of `survival`.
        anchor: By kind of record, the instant that puts a record in a bucket.
        options: Window, buckets, grouping and the like: see `kpi.report`.

    Returns:
        The report: one row per figure, bucket and group.

    Raises:
        KpiError: `wrong_order` where a resolution is before the creation; `calendar_required` for
        business time without a calendar; `negative` for a negative duration in the formula.
    """
    asked = ask(
        "resolution_time",
        variant,
        anchor=anchor,
        **_given(bands=bands, quantiles=quantiles, clock=clock, horizon=horizon),
    )
    return report([asked], tickets=tickets, **options)


def first_contact_resolution_rate(
    *,
    tickets: Records | None = None,
    contacts: Records | None = None,
    surveys: Records | None = None,
    variant: Literal["of_cases", "of_resolved", "surveyed"] = "of_cases",
    repeat_within: float | int | Decimal | timedelta | str | None = None,
    business_hours_only: Literal["yes", "no"] | None = None,
    kind: str | None = None,
    anchor: Anchors | None = None,
    **options: Unpack[MeasureOptions],
) -> Report:
    """The share of cases that the first contact with a person resolved for good.

    Variants:
        `of_cases`: The share of cases that the first contact with a person resolved for good.
        `of_resolved`: The share of resolved cases that the first contact with a person resolved
            for good.
        `surveyed`: The share of customers who say that the first contact resolved their case.

    Args:
        tickets: Tickets, for `of_cases`, `of_resolved`.
        contacts: Contacts, for `of_cases`, `of_resolved`.
        surveys: Surveys, for `surveyed`.
        variant: Which of them.
        repeat_within: A new case of the same account and type within this time of the
            resolution is a follow-up: seven days by default; 0 does not look for one. Default:
            `604800`. Of `of_cases`, `of_resolved`.
        business_hours_only: `yes` leaves out, as `outside_hours`, what began outside the hours
            of the request's `calendar`. Default: `no`. Of `of_cases`, `of_resolved`.
        kind: The kind of survey that counts; the others are left out as `other_kind`, never
            pooled. Default: `resolution`. Of `surveyed`.
        anchor: By kind of record, the instant that puts a record in a bucket.
        options: Window, buckets, grouping and the like: see `kpi.report`.

    Returns:
        The report: one row per figure, bucket and group.

    Raises:
        KpiError: `as_of_required` where no window says when to look; `as_of_counts` where `as_of`
        is given, because the counts of replies and reopenings that tickets need carry no instants;
        `calendar_required` where `business_hours_only` has no calendar; `bad_input` in the formula
        where the part is more than the whole.
    """
    asked = ask(
        "first_contact_resolution_rate",
        variant,
        anchor=anchor,
        **_given(repeat_within=repeat_within, business_hours_only=business_hours_only, kind=kind),
    )
    return report([asked], tickets=tickets, contacts=contacts, surveys=surveys, **options)


def tickets_resolved(
    *,
    tickets: Records | None = None,
    status_spans: Records | None = None,
    variant: Literal["tickets", "first_resolution", "events"] = "tickets",
    anchor: Anchors | None = None,
    **options: Unpack[MeasureOptions],
) -> Report:
    """How many tickets were resolved and have stayed so.

    Variants:
        `tickets`: How many tickets were resolved and have stayed so.
        `first_resolution`: How many tickets were resolved for the first time, also those that
            were reopened since.
        `events`: How many resolutions there were: a ticket that is resolved, reopened and
            resolved again has two.

    Args:
        tickets: Tickets, for `tickets`, `first_resolution`.
        status_spans: Status spans, for `events`.
        variant: Which of them.
        anchor: By kind of record, the instant that puts a record in a bucket.
        options: Window, buckets, grouping and the like: see `kpi.report`.

    Returns:
        The report: one row per figure, bucket and group.

    Raises:
        KpiError: None of its own.
    """
    asked = ask("tickets_resolved", variant, anchor=anchor)
    return report([asked], tickets=tickets, status_spans=status_spans, **options)


def requests_processed(
    *,
    tickets: Records | None = None,
    anchor: Anchors | None = None,
    **options: Unpack[MeasureOptions],
) -> Report:
    """How many requests were taken under control: answered, resolved, closed or deleted.

    Args:
        tickets: Tickets.
        anchor: By kind of record, the instant that puts a record in a bucket.
        options: Window, buckets, grouping and the like: see `kpi.report`.

    Returns:
        The report: one row per figure, bucket and group.

    Raises:
        KpiError: None of its own.
    """
    asked = ask("requests_processed", "standard", anchor=anchor)
    return report([asked], tickets=tickets, **options)


def task_completion_rate(
    *,
    tickets: Records | None = None,
    variant: Literal[
        "resolved_of_requests", "processed_of_requests", "resolved_of_processed"
    ] = "resolved_of_requests",
    anchor: Anchors | None = None,
    **options: Unpack[MeasureOptions],
) -> Report:
    """The share of the requests of a period that are resolved.

    Variants:
        `resolved_of_requests`: The share of the requests of a period that are resolved.
        `processed_of_requests`: The share of the requests of a period that somebody has taken
            under control.
        `resolved_of_processed`: The share of the requests taken under control that are
            resolved.

    Args:
        tickets: Tickets.
        variant: Which of them.
        anchor: By kind of record, the instant that puts a record in a bucket.
        options: Window, buckets, grouping and the like: see `kpi.report`.

    Returns:
        The report: one row per figure, bucket and group.

    Raises:
        KpiError: `bad_input` in the formula where the part is more than the whole.
    """
    asked = ask("task_completion_rate", variant, anchor=anchor)
    return report([asked], tickets=tickets, **options)


def reopen_rate(
    *,
    tickets: Records | None = None,
    variant: Literal["by_customer", "any_actor"] = "by_customer",
    within: float | int | Decimal | timedelta | str | None = None,
    anchor: Anchors | None = None,
    **options: Unpack[MeasureOptions],
) -> Report:
    """The share of resolved tickets that the customer reopened.

    Variants:
        `by_customer`: The share of resolved tickets that the customer reopened.
        `any_actor`: The share of resolved tickets that anyone reopened.

    Args:
        tickets: Tickets.
        variant: Which of them.
        within: A reopening counts within this time of the first resolution, and a ticket once
            this time is over; 0 counts reopenings whenever they come. Default: `0`.
        anchor: By kind of record, the instant that puts a record in a bucket.
        options: Window, buckets, grouping and the like: see `kpi.report`.

    Returns:
        The report: one row per figure, bucket and group.

    Raises:
        KpiError: `as_of_counts` where `as_of` is given without `within`: a count of reopenings
        carries no instants, so it cannot be asked as of a day; with `within`, where a ticket has
        such a count and no instant. `as_of_required` with `within` where no window says when to
        look. `bad_input` in the formula where more tickets are reopened than resolved, or than
        reopenings.
    """
    asked = ask("reopen_rate", variant, anchor=anchor, **_given(within=within))
    return report([asked], tickets=tickets, **options)


def repeat_contact_rate(
    *,
    tickets: Records | None = None,
    contacts: Records | None = None,
    within: float | int | Decimal | timedelta | str | None = None,
    anchor: Anchors | None = None,
    **options: Unpack[MeasureOptions],
) -> Report:
    """The share of resolved cases after which the customer had to come back with the same kind of
    issue.

    Args:
        tickets: Tickets.
        contacts: Contacts.
        within: A new case or a reopening counts within this time of the resolution: seven days
            by default. Default: `604800`.
        anchor: By kind of record, the instant that puts a record in a bucket.
        options: Window, buckets, grouping and the like: see `kpi.report`.

    Returns:
        The report: one row per figure, bucket and group.

    Raises:
        KpiError: `as_of_required` where no window says when to look; `as_of_counts` where `as_of`
        is given and only a count says that a ticket was reopened, not when. `bad_input` in the
        formula where more cases came back than were resolved.
    """
    asked = ask("repeat_contact_rate", "standard", anchor=anchor, **_given(within=within))
    return report([asked], tickets=tickets, contacts=contacts, **options)


def solo_resolution_rate(
    *,
    tickets: Records | None = None,
    anchor: Anchors | None = None,
    **options: Unpack[MeasureOptions],
) -> Report:
    """The share of resolved tickets that one person resolved alone.

    Args:
        tickets: Tickets.
        anchor: By kind of record, the instant that puts a record in a bucket.
        options: Window, buckets, grouping and the like: see `kpi.report`.

    Returns:
        The report: one row per figure, bucket and group.

    Raises:
        KpiError: `as_of_counts` where `as_of` is given: a count of people carries no instants, so
        it cannot be asked as of a day. `bad_input` in the formula where more are solo than
        resolved.
    """
    asked = ask("solo_resolution_rate", "standard", anchor=anchor)
    return report([asked], tickets=tickets, **options)


def touches_to_resolution(
    *,
    tickets: Records | None = None,
    anchor: Anchors | None = None,
    **options: Unpack[MeasureOptions],
) -> Report:
    """How many replies by people resolved tickets took, and the share that took one.

    Args:
        tickets: Tickets.
        anchor: By kind of record, the instant that puts a record in a bucket.
        options: Window, buckets, grouping and the like: see `kpi.report`.

    Returns:
        The report: one row per figure, bucket and group.

    Raises:
        KpiError: `as_of_counts` where `as_of` is given: a count of replies carries no instants, so
        it cannot be asked as of a day.
    """
    asked = ask("touches_to_resolution", "standard", anchor=anchor)
    return report([asked], tickets=tickets, **options)


def interactions_per_ticket(
    *,
    tickets: Records | None = None,
    contacts: Records | None = None,
    variant: Literal["agent_changes", "replies", "messages"] = "agent_changes",
    bands: Sequence[int] | None = None,
    quantiles: Literal["exact", "sketch"] | None = None,
    anchor: Anchors | None = None,
    **options: Unpack[MeasureOptions],
) -> Report:
    """How often a customer is passed from one person to another.

    Variants:
        `agent_changes`: How often a customer is passed from one person to another.
        `replies`: How many replies by people a ticket takes.
        `messages`: How many messages customer and people exchange on a ticket.

    Args:
        tickets: Tickets.
        contacts: Contacts, for `agent_changes`.
        variant: Which of them.
        bands: Cuts that give the share of records in each band: `band_0_1` is 0 to 1, both
            included; `band_1_3` is above 1 and up to 3; `band_3_up` is above it. Default: `[]`.
        quantiles: `exact` keeps every value and gives R's type 7; `sketch` keeps counts in
            bins, gives the middle of the bin that holds the type 1 quantile, and states the largest
            relative error. Default: `exact`.
        anchor: By kind of record, the instant that puts a record in a bucket.
        options: Window, buckets, grouping and the like: see `kpi.report`.

    Returns:
        The report: one row per figure, bucket and group.

    Raises:
        KpiError: `as_of_counts` where `as_of` is given: a count carries no instants, so it cannot
        be asked as of a day. `negative` for a negative count in the formula.
    """
    asked = ask(
        "interactions_per_ticket",
        variant,
        anchor=anchor,
        **_given(bands=bands, quantiles=quantiles),
    )
    return report([asked], tickets=tickets, contacts=contacts, **options)


def transfer_time(
    *,
    tickets: Records | None = None,
    contacts: Records | None = None,
    holdings: Records | None = None,
    variant: Literal["holding", "until_taken", "transfer_rate"] = "holding",
    clock: Literal["calendar", "business"] | None = None,
    bands: Sequence[float | int | Decimal | timedelta | str] | None = None,
    quantiles: Literal["exact", "sketch"] | None = None,
    anchor: Anchors | None = None,
    **options: Unpack[MeasureOptions],
) -> Report:
    """How long agents hold a request before they pass it on to a colleague.

    Variants:
        `holding`: How long agents hold a request before they pass it on to a colleague.
        `until_taken`: How long a request that is passed on takes from one agent to the next,
            the time in the queue between them included.
        `transfer_rate`: The share of tickets and contacts that went from one person to another
            at least once.

    Args:
        tickets: Tickets, for `transfer_rate`.
        contacts: Contacts, for `transfer_rate`.
        holdings: Holdings, for `holding`, `until_taken`.
        variant: Which of them.
        clock: `calendar` counts all time; `business` counts the open hours of the request's
            `calendar`, by the schedule of each record (`no_schedule` is left out where it has
            none). A request's own `clock` stands for all KPIs that have this parameter. Default:
            `calendar`. Of `holding`, `until_taken`.
        bands: Cuts that give the share of records in each band: `band_0_3600` is 0 to 3,600 s,
            both included; `band_3600_14400` is above 3,600 s and up to 14,400 s; `band_14400_up` is
            above it. Default: `[]`. Of `holding`, `until_taken`.
        quantiles: `exact` keeps every value and gives R's type 7; `sketch` keeps counts in
            bins, gives the middle of the bin that holds the type 1 quantile, and states the largest
            relative error. Default: `exact`. Of `holding`, `until_taken`.
        anchor: By kind of record, the instant that puts a record in a bucket.
        options: Window, buckets, grouping and the like: see `kpi.report`.

    Returns:
        The report: one row per figure, bucket and group.

    Raises:
        KpiError: `wrong_order` where a holding ends before it begins, or is taken over before it
        ends; `calendar_required` with the clock `business` and no calendar; `negative` for a
        negative duration in the formula.
    """
    asked = ask(
        "transfer_time",
        variant,
        anchor=anchor,
        **_given(clock=clock, bands=bands, quantiles=quantiles),
    )
    return report([asked], tickets=tickets, contacts=contacts, holdings=holdings, **options)


def time_in_status(
    *,
    status_spans: Records | None = None,
    clock: Literal["calendar", "business"] | None = None,
    bands: Sequence[float | int | Decimal | timedelta | str] | None = None,
    quantiles: Literal["exact", "sketch"] | None = None,
    anchor: Anchors | None = None,
    **options: Unpack[MeasureOptions],
) -> Report:
    """Where the time of tickets goes: how long they are in each status, and which part of all time
    that is.

    Args:
        status_spans: Status spans.
        clock: `calendar` counts all time; `business` counts the open hours of the request's
            `calendar`, by the schedule of each record (`no_schedule` is left out where it has
            none). A request's own `clock` stands for all KPIs that have this parameter. Default:
            `calendar`.
        bands: Cuts that give the share of records in each band: `band_0_3600` is 0 to 3,600 s,
            both included; `band_3600_14400` is above 3,600 s and up to 14,400 s; `band_14400_up` is
            above it. Default: `[]`.
        quantiles: `exact` keeps every value and gives R's type 7; `sketch` keeps counts in
            bins, gives the middle of the bin that holds the type 1 quantile, and states the largest
            relative error. Default: `exact`.
        anchor: By kind of record, the instant that puts a record in a bucket.
        options: Window, buckets, grouping and the like: see `kpi.report`.

    Returns:
        The report: one row per figure, bucket and group.

    Raises:
        KpiError: `wrong_order` where a span ends before it begins; `calendar_required` with the
        clock `business` and no calendar; in the formula `negative`, and `bad_input` where the
        status has more time than all together.
    """
    asked = ask(
        "time_in_status",
        "standard",
        anchor=anchor,
        **_given(clock=clock, bands=bands, quantiles=quantiles),
    )
    return report([asked], status_spans=status_spans, **options)


def escalation_rate(
    *,
    tickets: Records | None = None,
    anchor: Anchors | None = None,
    **options: Unpack[MeasureOptions],
) -> Report:
    """The share of tickets that were escalated.

    Args:
        tickets: Tickets.
        anchor: By kind of record, the instant that puts a record in a bucket.
        options: Window, buckets, grouping and the like: see `kpi.report`.

    Returns:
        The report: one row per figure, bucket and group.

    Raises:
        KpiError: `bad_input` in the formula where more are escalated than created.
    """
    asked = ask("escalation_rate", "standard", anchor=anchor)
    return report([asked], tickets=tickets, **options)


def canceled_requests(
    *,
    tickets: Records | None = None,
    conversions: Records | None = None,
    variant: Literal["requests", "orders"] = "requests",
    currency: str | None = None,
    rates: Mapping[str, Decimal | str] | None = None,
    anchor: Anchors | None = None,
    **options: Unpack[MeasureOptions],
) -> Report:
    """How many requests were canceled, and what they were worth.

    Variants:
        `requests`: How many requests were canceled, and what they were worth.
        `orders`: How many orders were canceled, and what they were worth.

    Args:
        tickets: Tickets, for `requests`.
        conversions: Conversions, for `orders`.
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
        KpiError: `mixed_currencies` where values are in several currencies and there is no rate,
        `unknown_currency` where one is not three capital letters, `overflow`. `bad_input` in the
        formula where more are canceled than there are.
    """
    asked = ask(
        "canceled_requests",
        variant,
        anchor=anchor,
        **_given(currency=currency, rates=rates),
    )
    return report([asked], tickets=tickets, conversions=conversions, **options)


def backlog(
    *,
    tickets: Records | None = None,
    status_spans: Records | None = None,
    variant: Literal["unresolved", "actionable", "unassigned", "overdue"] = "unresolved",
    bands: Sequence[float | int | Decimal | timedelta | str] | None = None,
    quantiles: Literal["exact", "sketch"] | None = None,
    anchor: Anchors | None = None,
    **options: Unpack[MeasureOptions],
) -> Report:
    """How many tickets are unresolved at the end of a bucket, and how old they are.

    Variants:
        `unresolved`: How many tickets are unresolved at the end of a bucket, and how old they
            are.
        `actionable`: How many tickets wait for the help desk at the end of a bucket, and how
            old they are.
        `unassigned`: How many unresolved tickets have never been assigned to anybody at the end
            of a bucket, and how old they are.
        `overdue`: How many unresolved tickets have waited beyond the promised response at the
            end of a bucket, and how old they are.

    Args:
        tickets: Tickets.
        status_spans: Status spans, for `unresolved`, `actionable`.
        variant: Which of them.
        bands: Cuts that give the share of records in each band: `band_0_3600` is 0 to 3,600 s,
            both included; `band_3600_14400` is above 3,600 s and up to 14,400 s; `band_14400_up` is
            above it. Default: `[]`.
        quantiles: `exact` keeps every value and gives R's type 7; `sketch` keeps counts in
            bins, gives the middle of the bin that holds the type 1 quantile, and states the largest
            relative error. Default: `exact`.
        anchor: By kind of record, the instant that puts a record in a bucket.
        options: Window, buckets, grouping and the like: see `kpi.report`.

    Returns:
        The report: one row per figure, bucket and group.

    Raises:
        KpiError: `window_required`; `negative` for a negative age in the formula; `missing_field`
        where tables come one after the other and `through_spans` is not given, because then nobody
        can look for the spans.
    """
    asked = ask("backlog", variant, anchor=anchor, **_given(bands=bands, quantiles=quantiles))
    return report([asked], tickets=tickets, status_spans=status_spans, **options)


def clearance_rate(
    *,
    tickets: Records | None = None,
    status_spans: Records | None = None,
    variant: Literal["tickets", "events"] = "tickets",
    anchor: Anchors | None = None,
    **options: Unpack[MeasureOptions],
) -> Report:
    """Whether the help desk keeps up: tickets resolved to tickets created, and by how many the
    backlog grew.

    Variants:
        `tickets`: Whether the help desk keeps up: tickets resolved to tickets created, and by
            how many the backlog grew.
        `events`: Whether the help desk keeps up, reopenings included: resolutions to tickets
            created and reopened, and by how many the backlog grew.

    Args:
        tickets: Tickets, for `tickets`.
        status_spans: Status spans, for `events`.
        variant: Which of them.
        anchor: By kind of record, the instant that puts a record in a bucket.
        options: Window, buckets, grouping and the like: see `kpi.report`.

    Returns:
        The report: one row per figure, bucket and group.

    Raises:
        KpiError: `negative` for a negative count in the formula.
    """
    asked = ask("clearance_rate", variant, anchor=anchor)
    return report([asked], tickets=tickets, status_spans=status_spans, **options)


def ticket_volume(
    *,
    tickets: Records | None = None,
    anchor: Anchors | None = None,
    **options: Unpack[MeasureOptions],
) -> Report:
    """How many tickets come in, and through which channel.

    Args:
        tickets: Tickets.
        anchor: By kind of record, the instant that puts a record in a bucket.
        options: Window, buckets, grouping and the like: see `kpi.report`.

    Returns:
        The report: one row per figure, bucket and group.

    Raises:
        KpiError: `bad_input` in the formula where the group has more tickets than all together.
    """
    asked = ask("ticket_volume", "standard", anchor=anchor)
    return report([asked], tickets=tickets, **options)


def issues_by_type(
    *,
    tickets: Records | None = None,
    anchor: Anchors | None = None,
    **options: Unpack[MeasureOptions],
) -> Report:
    """How many issues there are of each type.

    Args:
        tickets: Tickets.
        anchor: By kind of record, the instant that puts a record in a bucket.
        options: Window, buckets, grouping and the like: see `kpi.report`.

    Returns:
        The report: one row per figure, bucket and group.

    Raises:
        KpiError: `bad_input` in the formula where the group has more tickets than all together.
    """
    asked = ask("issues_by_type", "standard", anchor=anchor)
    return report([asked], tickets=tickets, **options)


def arrival_profile(
    *,
    tickets: Records | None = None,
    contacts: Records | None = None,
    holidays: Literal["apart", "together"] | None = None,
    anchor: Anchors | None = None,
    **options: Unpack[MeasureOptions],
) -> Report:
    """How much comes in at which hour of which weekday, and when most does.

    Args:
        tickets: Tickets.
        contacts: Contacts.
        holidays: `apart` counts what arrives on a holiday of the request's `calendar` in
            `holiday_arrivals` alone, and leaves the hours of that day out; `together` counts
            holidays as the weekdays that they are. Without a calendar there are no holidays.
            Default: `apart`.
        anchor: By kind of record, the instant that puts a record in a bucket.
        options: Window, buckets, grouping and the like: see `kpi.report`.

    Returns:
        The report: one row per figure, bucket and group.

    Raises:
        KpiError: `window_required`; in the formula `bad_input` unless `arrivals` and `hours` have
        168 counts each, or none, `negative` for a negative count.
    """
    asked = ask("arrival_profile", "standard", anchor=anchor, **_given(holidays=holidays))
    return report([asked], tickets=tickets, contacts=contacts, **options)


def abandonment_rate(
    *,
    contacts: Records | None = None,
    variant: Literal["before_answer", "before_resolution"] = "before_answer",
    population: Literal["queued", "all_inbound"] | None = None,
    short: float | int | Decimal | timedelta | str | None = None,
    anchor: Anchors | None = None,
    **options: Unpack[MeasureOptions],
) -> Report:
    """The share of contacts that customers gave up before a person answered.

    Variants:
        `before_answer`: The share of contacts that customers gave up before a person answered.
        `before_resolution`: The share of contacts that customers gave up before their inquiry
            was resolved, at any step.

    Args:
        contacts: Contacts.
        variant: Which of them.
        population: `queued`: contacts that reached the queue. `all_inbound`: also those that
            ended in the menu, unless the menu served them. Default: `queued`.
        short: A contact given up within so many seconds is short: a wrong number or a slip. The
            clock starts at the queue, with the population `all_inbound` at the start of the
            contact. 0 means waits of exactly 0. Default: `5`.
        anchor: By kind of record, the instant that puts a record in a bucket.
        options: Window, buckets, grouping and the like: see `kpi.report`.

    Returns:
        The report: one row per figure, bucket and group.

    Raises:
        KpiError: `response_before_creation` where the answer is before the start of the wait,
        `wrong_order` where an end is before its start, `bad_parameter`; `bad_input` where more
        contacts are given up than there are.
    """
    asked = ask(
        "abandonment_rate",
        variant,
        anchor=anchor,
        **_given(population=population, short=short),
    )
    return report([asked], contacts=contacts, **options)


def answer_rate(
    *,
    contacts: Records | None = None,
    population: Literal["queued", "all_inbound"] | None = None,
    short: float | int | Decimal | timedelta | str | None = None,
    anchor: Anchors | None = None,
    **options: Unpack[MeasureOptions],
) -> Report:
    """The share of contacts that a person answered, and what became of the others.

    Args:
        contacts: Contacts.
        population: `queued`: contacts that reached the queue. `all_inbound`: also those that
            ended in the menu, unless the menu served them. Default: `queued`.
        short: A contact given up within so many seconds is short: a wrong number or a slip. The
            clock starts at the queue, with the population `all_inbound` at the start of the
            contact. 0 means waits of exactly 0. Default: `5`.
        anchor: By kind of record, the instant that puts a record in a bucket.
        options: Window, buckets, grouping and the like: see `kpi.report`.

    Returns:
        The report: one row per figure, bucket and group.

    Raises:
        KpiError: `response_before_creation` where the answer is before the start of the wait,
        `wrong_order` where an end is before its start, `bad_parameter`.
    """
    asked = ask(
        "answer_rate",
        "standard",
        anchor=anchor,
        **_given(population=population, short=short),
    )
    return report([asked], contacts=contacts, **options)


def handle_time(
    *,
    contacts: Records | None = None,
    legs: Records | None = None,
    variant: Literal[
        "handle_time", "call_length", "talk_time", "after_contact_work_time"
    ] = "handle_time",
    direction: Literal["inbound", "outbound", "both"] | None = None,
    bands: Sequence[float | int | Decimal | timedelta | str] | None = None,
    quantiles: Literal["exact", "sketch"] | None = None,
    anchor: Anchors | None = None,
    **options: Unpack[MeasureOptions],
) -> Report:
    """How long the work on a contact takes: talk, hold and the work afterwards.

    Variants:
        `handle_time`: How long the work on a contact takes: talk, hold and the work afterwards.
        `call_length`: How long a contact lasts from the answer to its end: talk and hold.
        `talk_time`: How long customers and agents talk, hold and work afterwards not included.
        `after_contact_work_time`: How long agents work on a contact after it has ended: notes,
            forms, follow-up.

    Args:
        contacts: Contacts.
        legs: Legs.
        variant: Which of them.
        direction: Contacts that the customer began, that the company began, or both. An unknown
            direction is inbound. Default: `inbound`.
        bands: Cuts that give the share of records in each band: `band_0_3600` is 0 to 3,600 s,
            both included; `band_3600_14400` is above 3,600 s and up to 14,400 s; `band_14400_up` is
            above it. Default: `[]`.
        quantiles: `exact` keeps every value and gives R's type 7; `sketch` keeps counts in
            bins, gives the middle of the bin that holds the type 1 quantile, and states the largest
            relative error. Default: `exact`.
        anchor: By kind of record, the instant that puts a record in a bucket.
        options: Window, buckets, grouping and the like: see `kpi.report`.

    Returns:
        The report: one row per figure, bucket and group.

    Raises:
        KpiError: `response_before_creation` where the answer is before the start of the wait,
        `wrong_order` where an end is before its start, `bad_parameter`; `negative` for a negative
        duration; `missing_field` where tables come one after the other and `through_legs` is not
        given, because then nobody can look for the legs.
    """
    asked = ask(
        "handle_time",
        variant,
        anchor=anchor,
        **_given(direction=direction, bands=bands, quantiles=quantiles),
    )
    return report([asked], contacts=contacts, legs=legs, **options)


def csat(
    *,
    surveys: Records | None = None,
    variant: Literal["top_two_boxes", "mean", "latest_per_customer"] = "top_two_boxes",
    kind: str | None = None,
    anchor: Anchors | None = None,
    **options: Unpack[MeasureOptions],
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
    **options: Unpack[MeasureOptions],
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
    **options: Unpack[MeasureOptions],
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


def survey_response_rate(
    *,
    surveys: Records | None = None,
    within: float | int | Decimal | timedelta | str | None = None,
    kind: str | None = None,
    anchor: Anchors | None = None,
    **options: Unpack[MeasureOptions],
) -> Report:
    """The share of delivered invitations that were answered within seven days.

    Args:
        surveys: Surveys.
        within: How soon after its delivery an invitation has to be answered: 7 days by default.
            Default: `604800`.
        kind: The kind of survey that counts; all of them where it is not given.
        anchor: By kind of record, the instant that puts a record in a bucket.
        options: Window, buckets, grouping and the like: see `kpi.report`.

    Returns:
        The report: one row per figure, bucket and group.

    Raises:
        KpiError: `as_of_required` where neither a window nor `as_of` says when to look; `bad_input`
        in the formula where more are answered than delivered.
    """
    asked = ask(
        "survey_response_rate",
        "standard",
        anchor=anchor,
        **_given(within=within, kind=kind),
    )
    return report([asked], surveys=surveys, **options)


def agent_rating(
    *,
    surveys: Records | None = None,
    kind: str | None = None,
    anchor: Anchors | None = None,
    **options: Unpack[MeasureOptions],
) -> Report:
    """The mean rating that customers give an agent.

    Args:
        surveys: Surveys.
        kind: The kind of survey that counts; the others are left out as `other_kind`, never
            pooled. Default: `agent`.
        anchor: By kind of record, the instant that puts a record in a bucket.
        options: Window, buckets, grouping and the like: see `kpi.report`.

    Returns:
        The report: one row per figure, bucket and group.

    Raises:
        KpiError: `out_of_scale`, `mixed_scales`, `bad_scale` (fewer than three points).
    """
    asked = ask("agent_rating", "standard", anchor=anchor, **_given(kind=kind))
    return report([asked], surveys=surveys, **options)


def retention_rate(
    *,
    accounts: Records | None = None,
    variant: Literal["identity", "s4_literal"] = "identity",
    anchor: Anchors | None = None,
    **options: Unpack[MeasureOptions],
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


def churn_rate(
    *,
    surveys: Records | None = None,
    accounts: Records | None = None,
    variant: Literal["lost", "loss_events", "after_bad_rating", "survival"] = "lost",
    kind: str | None = None,
    within: float | int | Decimal | timedelta | str | None = None,
    horizon: float | int | Decimal | timedelta | str | None = None,
    bands: Sequence[float | int | Decimal | timedelta | str] | None = None,
    anchor: Anchors | None = None,
    **options: Unpack[MeasureOptions],
) -> Report:
    """The share of the customers at the start who are no longer there at the end.

    Variants:
        `lost`: The share of the customers at the start who are no longer there at the end.
        `loss_events`: How often customers left in the period, for each hundred at its start. It
            can pass 100.
        `after_bad_rating`: The share of bad ratings after which the customer left within 30
            days.
        `survival`: How long customers stay, those who are still there included.

    Args:
        surveys: Surveys, for `after_bad_rating`.
        accounts: Accounts, for `lost`, `loss_events`, `survival`.
        variant: Which of them.
        kind: The kind of survey that counts; the others are left out as `other_kind`, never
            pooled. Default: `csat`. Of `after_bad_rating`.
        within: How soon after the rating the customer has to leave: 30 days by default.
            Default: `2592000`. Of `after_bad_rating`.
        horizon: How far the restricted mean looks; as far as the largest duration where it is
            not given. Of `survival`.
        bands: Durations that each give the share still open after them: `open_after_3600` lasts
            more than 3,600 s. Default: `[]`. Of `survival`.
        anchor: By kind of record, the instant that puts a record in a bucket.
        options: Window, buckets, grouping and the like: see `kpi.report`.

    Returns:
        The report: one row per figure, bucket and group.

    Raises:
        KpiError: `window_required`; `bad_input` in the formula where more are lost than there were.
    """
    asked = ask(
        "churn_rate",
        variant,
        anchor=anchor,
        **_given(kind=kind, within=within, horizon=horizon, bands=bands),
    )
    return report([asked], surveys=surveys, accounts=accounts, **options)


def repeat_purchase_rate(
    *,
    tickets: Records | None = None,
    contacts: Records | None = None,
    conversions: Records | None = None,
    variant: Literal[
        "within_window", "returning", "after_complaint", "after_abandoned_contact"
    ] = "within_window",
    within: float | int | Decimal | timedelta | str | None = None,
    resolved_within: float | int | Decimal | timedelta | str | None = None,
    anchor: Anchors | None = None,
    **options: Unpack[MeasureOptions],
) -> Report:
    """The share of the customers who bought in the period that bought more than once in it.

    Variants:
        `within_window`: The share of the customers who bought in the period that bought more
            than once in it.
        `returning`: The share of the customers who bought in the period that had bought before
            it.
        `after_complaint`: The share of complaints after which the customer bought again within
            30 days; by whether the complaint was resolved within a day.
        `after_abandoned_contact`: The share of abandoned calls and chats after which the
            customer bought within 30 days.

    Args:
        tickets: Tickets, for `after_complaint`.
        contacts: Contacts, for `after_abandoned_contact`.
        conversions: Conversions, for `within_window`, `returning`.
        variant: Which of them.
        within: How soon the customer has to buy again: 30 days by default. Default: `2592000`.
            Of `after_complaint`, `after_abandoned_contact`.
        resolved_within: How soon a complaint has to be resolved, for the last time, to be
            quick: one day by default. Default: `86400`. Of `after_complaint`.
        anchor: By kind of record, the instant that puts a record in a bucket.
        options: Window, buckets, grouping and the like: see `kpi.report`.

    Returns:
        The report: one row per figure, bucket and group.

    Raises:
        KpiError: `bad_input` in the formula where more buy again than buy.
    """
    asked = ask(
        "repeat_purchase_rate",
        variant,
        anchor=anchor,
        **_given(within=within, resolved_within=resolved_within),
    )
    return report([asked], tickets=tickets, contacts=contacts, conversions=conversions, **options)


def mrr_growth_rate(
    *,
    subscriptions: Records | None = None,
    variant: Literal[
        "growth", "net_revenue_retention", "gross_revenue_retention", "quick_ratio"
    ] = "growth",
    currency: str | None = None,
    rates: Mapping[str, Decimal | str] | None = None,
    anchor: Anchors | None = None,
    **options: Unpack[MeasureOptions],
) -> Report:
    """By how much monthly recurring revenue grew, and what the growth is made of.

    Variants:
        `growth`: By how much monthly recurring revenue grew, and what the growth is made of.
        `net_revenue_retention`: What the accounts of the start pay at the end, in percent of
            what they paid at the start. It can pass 100.
        `gross_revenue_retention`: What is left of the revenue of the start, without what
            accounts pay more.
        `quick_ratio`: How much recurring revenue is gained for each unit that is lost.

    Args:
        subscriptions: Subscriptions.
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
        KpiError: `window_required`; `mixed_currencies` without a rate; `unknown_currency`;
        `negative`; `bad_input` in the formula where more is lost than there was.
    """
    asked = ask("mrr_growth_rate", variant, anchor=anchor, **_given(currency=currency, rates=rates))
    return report([asked], subscriptions=subscriptions, **options)


def cost_per_conversation(
    *,
    tickets: Records | None = None,
    contacts: Records | None = None,
    ledger_entries: Records | None = None,
    variant: Literal["per_conversation", "per_ticket", "per_resolution"] = "per_conversation",
    currency: str | None = None,
    rates: Mapping[str, Decimal | str] | None = None,
    anchor: Anchors | None = None,
    **options: Unpack[MeasureOptions],
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
