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
    "account_linkage_rate",
    "agent_attrition_rate",
    "agent_rating",
    "answer_rate",
    "answer_time",
    "arrival_profile",
    "average_response_time",
    "backlog",
    "bot_containment_rate",
    "canceled_requests",
    "churn_rate",
    "clearance_rate",
    "complaint_rate",
    "contact_rate",
    "contacts_per_hour",
    "conversion_rate",
    "cost_per_conversation",
    "cost_per_conversion",
    "cross_sell_rate",
    "csat",
    "customer_acquisition_cost",
    "customer_effort_score",
    "customer_lifetime_value",
    "customer_turnover",
    "deflection_rate",
    "dissatisfaction_with_organization",
    "employee_engagement",
    "employee_productivity",
    "escalation_rate",
    "first_contact_resolution_rate",
    "first_response_time",
    "first_response_within_target",
    "handle_time",
    "hold_time",
    "interactions_per_ticket",
    "issues_by_type",
    "knowledge_base_articles",
    "lost_customer_value",
    "most_active_agents",
    "mrr_growth_rate",
    "net_sentiment",
    "nps",
    "occupancy_rate",
    "overdue_response_rate",
    "positive_reviews",
    "quality_score",
    "record_completeness",
    "reopen_rate",
    "repeat_contact_rate",
    "repeat_purchase_rate",
    "requests_processed",
    "required_agents",
    "resolution_time",
    "retention_rate",
    "self_service_completion_rate",
    "self_service_utilization",
    "service_level",
    "sla_attainment",
    "solo_resolution_rate",
    "support_cost_ratio",
    "survey_response_rate",
    "task_completion_rate",
    "ticket_volume",
    "tickets_resolved",
    "time_in_status",
    "time_to_abandon",
    "top_agents",
    "touches_to_resolution",
    "transfer_time",
    "upsell_rate",
    "utilization",
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


def contact_rate(
    *,
    tickets: Records | None = None,
    accounts: Records | None = None,
    anchor: Anchors | None = None,
    **options: Unpack[MeasureOptions],
) -> Report:
    """How many tickets come in for each hundred customers.

    Args:
        tickets: Tickets.
        accounts: Accounts.
        anchor: By kind of record, the instant that puts a record in a bucket.
        options: Window, buckets, grouping and the like: see `kpi.report`.

    Returns:
        The report: one row per figure, bucket and group.

    Raises:
        KpiError: `window_required`.
    """
    asked = ask("contact_rate", "standard", anchor=anchor)
    return report([asked], tickets=tickets, accounts=accounts, **options)


def complaint_rate(
    *,
    tickets: Records | None = None,
    accounts: Records | None = None,
    anchor: Anchors | None = None,
    **options: Unpack[MeasureOptions],
) -> Report:
    """How many complaints come in for each hundred customers.

    Args:
        tickets: Tickets.
        accounts: Accounts.
        anchor: By kind of record, the instant that puts a record in a bucket.
        options: Window, buckets, grouping and the like: see `kpi.report`.

    Returns:
        The report: one row per figure, bucket and group.

    Raises:
        KpiError: `window_required`.
    """
    asked = ask("complaint_rate", "standard", anchor=anchor)
    return report([asked], tickets=tickets, accounts=accounts, **options)


def deflection_rate(
    *,
    tickets: Records | None = None,
    contacts: Records | None = None,
    sessions: Records | None = None,
    kinds: Sequence[str] | None = None,
    link_within: float | int | Decimal | timedelta | str | None = None,
    anonymous: Literal["include", "exclude"] | None = None,
    anchor: Anchors | None = None,
    **options: Unpack[MeasureOptions],
) -> Report:
    """The share of issues that self-service kept away from the agents, at most.

    Args:
        tickets: Tickets.
        contacts: Contacts, for .
        sessions: Sessions.
        kinds: The kinds of session that count: help_center, article, forum, chatbot. Default:
            `["help_center", "article", "forum", "chatbot"]`.
        link_within: A contact within this time after the start of a session belongs to it: one
            day by default. A record counts once this time is over. Default: `86400`.
        anonymous: Sessions without an account, of which nobody can say whether a contact
            followed: `include` counts them as sessions without one, `exclude` leaves them out as
            `no_account`. Default: `include`.
        anchor: By kind of record, the instant that puts a record in a bucket.
        options: Window, buckets, grouping and the like: see `kpi.report`.

    Returns:
        The report: one row per figure, bucket and group.

    Raises:
        KpiError: `as_of_required` where no window says when to look; `missing_records` where
        sessions without `contacted_at` come with neither tickets nor contacts; `bad_parameter`;
        `bad_input` in the formula for a count that is none, or is more than the whole of which it
        is a part.
    """
    asked = ask(
        "deflection_rate",
        "standard",
        anchor=anchor,
        **_given(kinds=kinds, link_within=link_within, anonymous=anonymous),
    )
    return report([asked], tickets=tickets, contacts=contacts, sessions=sessions, **options)


def account_linkage_rate(
    *,
    tickets: Records | None = None,
    conversions: Records | None = None,
    variant: Literal["to_account", "to_sale"] = "to_account",
    anchor: Anchors | None = None,
    **options: Unpack[MeasureOptions],
) -> Report:
    """The share of tickets that are linked to a customer account.

    Variants:
        `to_account`: The share of tickets that are linked to a customer account.
        `to_sale`: The share of tickets that are linked to a sale: the one that they are about,
            or one that came of them.

    Args:
        tickets: Tickets.
        conversions: Conversions, for .
        variant: Which of them.
        anchor: By kind of record, the instant that puts a record in a bucket.
        options: Window, buckets, grouping and the like: see `kpi.report`.

    Returns:
        The report: one row per figure, bucket and group.

    Raises:
        KpiError: `bad_input` in the formula where more tickets are linked than there are.
    """
    asked = ask("account_linkage_rate", variant, anchor=anchor)
    return report([asked], tickets=tickets, conversions=conversions, **options)


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


def occupancy_rate(
    *,
    contacts: Records | None = None,
    legs: Records | None = None,
    agent_times: Records | None = None,
    work_spans: Records | None = None,
    variant: Literal["union", "concurrent"] = "union",
    anchor: Anchors | None = None,
    **options: Unpack[MeasureOptions],
) -> Report:
    """How much of the time for which agents are available they spend on customers; parallel work
    counts once.

    Variants:
        `union`: How much of the time for which agents are available they spend on customers;
            parallel work counts once.
        `concurrent`: How much handling there is for each hundred of available time; parallel
            chats add up, so it can pass 100.

    Args:
        contacts: Contacts, for .
        legs: Legs, for .
        agent_times: Agent times, for .
        work_spans: Work spans.
        variant: Which of them.
        anchor: By kind of record, the instant that puts a record in a bucket.
        options: Window, buckets, grouping and the like: see `kpi.report`.

    Returns:
        The report: one row per figure, bucket and group.

    Raises:
        KpiError: `missing_records` without agents' times, or without the contacts or legs that are
        handled; `missing_field` where tables come one after the other and work spans are not given,
        because then nobody can make them; `wrong_order`, `unknown_word`; `bad_input` where a part
        is more than its whole.
    """
    asked = ask("occupancy_rate", variant, anchor=anchor)
    return report(
        [asked],
        contacts=contacts,
        legs=legs,
        agent_times=agent_times,
        work_spans=work_spans,
        **options,
    )


def utilization(
    *,
    contacts: Records | None = None,
    legs: Records | None = None,
    agent_times: Records | None = None,
    work_spans: Records | None = None,
    variant: Literal["utilization", "shrinkage", "schedule_adherence"] = "utilization",
    anchor: Anchors | None = None,
    **options: Unpack[MeasureOptions],
) -> Report:
    """How much of the paid time agents spend on customers.

    Variants:
        `utilization`: How much of the paid time agents spend on customers.
        `shrinkage`: How much of the paid time agents are not there for customers: paid breaks,
            training, meetings, time off.
        `schedule_adherence`: How much of the planned time agents are in the state that was
            planned.

    Args:
        contacts: Contacts, for .
        legs: Legs, for .
        agent_times: Agent times, for .
        work_spans: Work spans.
        variant: Which of them.
        anchor: By kind of record, the instant that puts a record in a bucket.
        options: Window, buckets, grouping and the like: see `kpi.report`.

    Returns:
        The report: one row per figure, bucket and group.

    Raises:
        KpiError: `missing_records` without agents' times, or without the contacts or legs that are
        handled; `missing_field` where tables come one after the other and work spans are not given,
        because then nobody can make them; `wrong_order`, `unknown_word`; `bad_input` where a part
        is more than its whole.
    """
    asked = ask("utilization", variant, anchor=anchor)
    return report(
        [asked],
        contacts=contacts,
        legs=legs,
        agent_times=agent_times,
        work_spans=work_spans,
        **options,
    )


def contacts_per_hour(
    *,
    contacts: Records | None = None,
    legs: Records | None = None,
    agent_times: Records | None = None,
    work_spans: Records | None = None,
    off_shift: Literal["include", "exclude"] | None = None,
    direction: Literal["inbound", "outbound", "both"] | None = None,
    anchor: Anchors | None = None,
    **options: Unpack[MeasureOptions],
) -> Report:
    """How many contacts agents handle in each hour for which they are available.

    Args:
        contacts: Contacts.
        legs: Legs.
        agent_times: Agent times, for .
        work_spans: Work spans.
        off_shift: Whether a contact counts that begins outside every shift of its agent: no
            hour stands against it (ruling B30). Default: `exclude`.
        direction: Contacts that the customer began, that the company began, or both. An unknown
            direction is inbound. Default: `inbound`.
        anchor: By kind of record, the instant that puts a record in a bucket.
        options: Window, buckets, grouping and the like: see `kpi.report`.

    Returns:
        The report: one row per figure, bucket and group.

    Raises:
        KpiError: `missing_records` without agents' times, or without the contacts or legs that are
        handled; `missing_field` where tables come one after the other and work spans are not given,
        because then nobody can make them; `wrong_order`, `unknown_word`; `bad_input` where a part
        is more than its whole.
    """
    asked = ask(
        "contacts_per_hour",
        "standard",
        anchor=anchor,
        **_given(off_shift=off_shift, direction=direction),
    )
    return report(
        [asked],
        contacts=contacts,
        legs=legs,
        agent_times=agent_times,
        work_spans=work_spans,
        **options,
    )


def employee_productivity(
    *,
    tickets: Records | None = None,
    contacts: Records | None = None,
    legs: Records | None = None,
    response_waits: Records | None = None,
    agent_times: Records | None = None,
    work_spans: Records | None = None,
    variant: Literal["per_day", "per_8_hours", "exchanges_per_ticket"] = "per_day",
    anchor: Anchors | None = None,
    **options: Unpack[MeasureOptions],
) -> Report:
    """How many tickets an agent resolves in a workday.

    Variants:
        `per_day`: How many tickets an agent resolves in a workday.
        `per_8_hours`: How many tickets an agent resolves in eight hours of work, whatever the
            length of the shifts.
        `exchanges_per_ticket`: How many exchanges with a person a ticket takes.

    Args:
        tickets: Tickets, for `per_day`, `per_8_hours`.
        contacts: Contacts, for .
        legs: Legs, for .
        response_waits: Response waits, for `exchanges_per_ticket`.
        agent_times: Agent times, for `per_day`.
        work_spans: Work spans, for `per_8_hours`.
        variant: Which of them.
        anchor: By kind of record, the instant that puts a record in a bucket.
        options: Window, buckets, grouping and the like: see `kpi.report`.

    Returns:
        The report: one row per figure, bucket and group.

    Raises:
        KpiError: `wrong_order`, `unknown_word`; `missing_field` where tables come one after the
        other and `first_of_day` is not given, because then nobody can look for the other shifts.
    """
    asked = ask("employee_productivity", variant, anchor=anchor)
    return report(
        [asked],
        tickets=tickets,
        contacts=contacts,
        legs=legs,
        response_waits=response_waits,
        agent_times=agent_times,
        work_spans=work_spans,
        **options,
    )


def required_agents(
    *,
    contacts: Records | None = None,
    variant: Literal["erlang_c", "erlang_a"] = "erlang_c",
    service_level: float | int | Decimal | str | None = None,
    target: float | int | Decimal | timedelta | str | None = None,
    shrinkage: float | int | Decimal | str | None = None,
    max_occupancy: float | int | Decimal | str | None = None,
    agents: int | None = None,
    patience: float | int | Decimal | timedelta | str | None = None,
    anchor: Anchors | None = None,
    **options: Unpack[MeasureOptions],
) -> Report:
    """How many agents it takes to answer so many contacts as fast as was promised, if nobody gives
    up.

    Variants:
        `erlang_c`: How many agents it takes to answer so many contacts as fast as was promised,
            if nobody gives up.
        `erlang_a`: How many agents it takes to answer so many contacts as fast as was promised,
            if customers give up when their patience ends.

    Args:
        contacts: Contacts.
        variant: Which of them.
        service_level: How many percent of the contacts must be answered within the target.
            Default: `80`.
        target: Within how many seconds a contact must be answered to count for the service
            level. Default: `20`.
        shrinkage: How many percent of their paid time agents are not available; `scheduled` has
            so many more agents. Default: `0`.
        max_occupancy: Above how many percent agents must not be occupied, whatever the service
            level; 100 sets no bound. Default: `100`.
        agents: How good the service of so many agents is, instead of how many it takes.
        patience: After how many seconds waiting customers give up: the mean of all, if all had
            to wait so long. Where it is not given it is read off the contacts: all time in the
            queue ÷ contacts given up. Of `erlang_a`.
        anchor: By kind of record, the instant that puts a record in a bucket.
        options: Window, buckets, grouping and the like: see `kpi.report`.

    Returns:
        The report: one row per figure, bucket and group.

    Raises:
        KpiError: `response_before_creation` where the answer is before the start of the wait,
        `wrong_order` where an end is before its start, `bad_parameter`; `window_required` over
        records; `overloaded` where the agents given cannot carry the load, or it is more than a
        million Erlangs (over records the figures are undefined); `bad_input` for an interval or a
        patience of 0; `negative`.
    """
    asked = ask(
        "required_agents",
        variant,
        anchor=anchor,
        **_given(service_level=service_level, target=target, shrinkage=shrinkage, max_occupancy=max_occupancy, agents=agents, patience=patience),
    )
    return report([asked], contacts=contacts, **options)


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


def positive_reviews(
    *,
    tickets: Records | None = None,
    accounts: Records | None = None,
    conversions: Records | None = None,
    reviews: Records | None = None,
    variant: Literal["count", "share", "per_100_customers", "time_to_review"] = "count",
    bands: Sequence[float | int | Decimal | timedelta | str] | None = None,
    quantiles: Literal["exact", "sketch"] | None = None,
    anchor: Anchors | None = None,
    **options: Unpack[MeasureOptions],
) -> Report:
    """How many five-star reviews were posted.

    Variants:
        `count`: How many five-star reviews were posted.
        `share`: The share of five-star reviews in all reviews with stars.
        `per_100_customers`: How often five-star reviews are given: how many were posted for
            each hundred customers.
        `time_to_review`: How long it takes until a five-star review is posted.

    Args:
        tickets: Tickets, for .
        accounts: Accounts, for `per_100_customers`.
        conversions: Conversions, for .
        reviews: Reviews.
        variant: Which of them.
        bands: Cuts that give the share of records in each band: `band_0_3600` is 0 to 3,600 s,
            both included; `band_3600_14400` is above 3,600 s and up to 14,400 s; `band_14400_up` is
            above it. Default: `[]`. Of `time_to_review`.
        quantiles: `exact` keeps every value and gives R's type 7; `sketch` keeps counts in
            bins, gives the middle of the bin that holds the type 1 quantile, and states the largest
            relative error. Default: `exact`. Of `time_to_review`.
        anchor: By kind of record, the instant that puts a record in a bucket.
        options: Window, buckets, grouping and the like: see `kpi.report`.

    Returns:
        The report: one row per figure, bucket and group.

    Raises:
        KpiError: `out_of_scale`, `bad_scale`.
    """
    asked = ask(
        "positive_reviews",
        variant,
        anchor=anchor,
        **_given(bands=bands, quantiles=quantiles),
    )
    return report(
        [asked],
        tickets=tickets,
        accounts=accounts,
        conversions=conversions,
        reviews=reviews,
        **options,
    )


def net_sentiment(
    *,
    tickets: Records | None = None,
    reviews: Records | None = None,
    variant: Literal["all", "reviews", "tickets"] = "all",
    anchor: Anchors | None = None,
    **options: Unpack[MeasureOptions],
) -> Report:
    """How much more of the labelled feedback is positive than negative, in reviews and tickets
    together.

    Variants:
        `all`: How much more of the labelled feedback is positive than negative, in reviews and
            tickets together.
        `reviews`: How many more of the labelled reviews are positive than negative.
        `tickets`: How many more of the labelled tickets are positive than negative.

    Args:
        tickets: Tickets, for `all`, `tickets`.
        reviews: Reviews, for `all`, `reviews`.
        variant: Which of them.
        anchor: By kind of record, the instant that puts a record in a bucket.
        options: Window, buckets, grouping and the like: see `kpi.report`.

    Returns:
        The report: one row per figure, bucket and group.

    Raises:
        KpiError: `unknown_word` where a label is none of positive, neutral and negative.
    """
    asked = ask("net_sentiment", variant, anchor=anchor)
    return report([asked], tickets=tickets, reviews=reviews, **options)


def agent_rating(
    *,
    tickets: Records | None = None,
    contacts: Records | None = None,
    surveys: Records | None = None,
    kind: str | None = None,
    anchor: Anchors | None = None,
    **options: Unpack[MeasureOptions],
) -> Report:
    """The mean rating that customers give an agent.

    Args:
        tickets: Tickets, for .
        contacts: Contacts, for .
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
    return report([asked], tickets=tickets, contacts=contacts, surveys=surveys, **options)


def dissatisfaction_with_organization(
    *,
    surveys: Records | None = None,
    kind: str | None = None,
    anchor: Anchors | None = None,
    **options: Unpack[MeasureOptions],
) -> Report:
    """The share of answers about how work is organized that lie in the two worst points of the
    scale.

    Args:
        surveys: Surveys.
        kind: The kind of survey that counts; the others are left out as `other_kind`, never
            pooled. Default: `organization`.
        anchor: By kind of record, the instant that puts a record in a bucket.
        options: Window, buckets, grouping and the like: see `kpi.report`.

    Returns:
        The report: one row per figure, bucket and group.

    Raises:
        KpiError: `out_of_scale`, `mixed_scales` (answers on different scales in one measure),
        `bad_scale` (fewer than three points).
    """
    asked = ask("dissatisfaction_with_organization", "standard", anchor=anchor, **_given(kind=kind))
    return report([asked], surveys=surveys, **options)


def quality_score(
    *,
    surveys: Records | None = None,
    quality_reviews: Records | None = None,
    variant: Literal["standard", "by_criterion", "perception_gap"] = "standard",
    critical: Literal["ignore", "fail"] | None = None,
    kind: str | None = None,
    anchor: Anchors | None = None,
    **options: Unpack[MeasureOptions],
) -> Report:
    """The mean score, from 0 to 100, of conversations that were reviewed by a scorecard.

    Variants:
        `standard`: The mean score, from 0 to 100, of conversations that were reviewed by a
            scorecard.
        `by_criterion`: The mean mark of each criterion, from 0 to 100: what is done well, and
            what has to be trained.
        `perception_gap`: How far the company's own score of its service lies above that of the
            customers, on the same tickets.

    Args:
        surveys: Surveys, for `perception_gap`.
        quality_reviews: Quality reviews.
        variant: Which of them.
        critical: `fail` sets a review to 0 in which a critical criterion has a mark of 0;
            `ignore` scores it as any other. How many there are is reported either way. Default:
            `ignore`. Of `standard`, `perception_gap`.
        kind: The kind of survey that counts; the others are left out as `other_kind`, never
            pooled. Default: `csat`. Of `perception_gap`.
        anchor: By kind of record, the instant that puts a record in a bucket.
        options: Window, buckets, grouping and the like: see `kpi.report`.

    Returns:
        The report: one row per figure, bucket and group.

    Raises:
        KpiError: `out_of_scale`, `bad_scale`; `missing_field` where a criterion has no mark and is
        not said to be not applicable; `duplicate_id` where a review has a criterion twice;
        `negative` where a weight is below 0; `bad_input` in the formula where the lists are not of
        one length.
    """
    asked = ask("quality_score", variant, anchor=anchor, **_given(critical=critical, kind=kind))
    return report([asked], surveys=surveys, quality_reviews=quality_reviews, **options)


def self_service_utilization(
    *,
    accounts: Records | None = None,
    sessions: Records | None = None,
    variant: Literal["visits", "per_100_accounts"] = "visits",
    anchor: Anchors | None = None,
    **options: Unpack[MeasureOptions],
) -> Report:
    """How often self-service was used.

    Variants:
        `visits`: How often self-service was used.
        `per_100_accounts`: How often self-service was used for each hundred customers.

    Args:
        accounts: Accounts, for `per_100_accounts`.
        sessions: Sessions.
        variant: Which of them.
        anchor: By kind of record, the instant that puts a record in a bucket.
        options: Window, buckets, grouping and the like: see `kpi.report`.

    Returns:
        The report: one row per figure, bucket and group.

    Raises:
        KpiError: `bad_input`.
    """
    asked = ask("self_service_utilization", variant, anchor=anchor)
    return report([asked], accounts=accounts, sessions=sessions, **options)


def self_service_completion_rate(
    *,
    tickets: Records | None = None,
    contacts: Records | None = None,
    sessions: Records | None = None,
    variant: Literal["of_issues", "of_sessions"] = "of_issues",
    link_within: float | int | Decimal | timedelta | str | None = None,
    anonymous: Literal["include", "exclude"] | None = None,
    anchor: Anchors | None = None,
    **options: Unpack[MeasureOptions],
) -> Report:
    """The share of all customer issues that self-service solved, by the customers' own word.

    Variants:
        `of_issues`: The share of all customer issues that self-service solved, by the
            customers' own word.
        `of_sessions`: The share of self-service sessions that solved the issue, by the
            customers' own word.

    Args:
        tickets: Tickets, for `of_issues`.
        contacts: Contacts, for .
        sessions: Sessions.
        variant: Which of them.
        link_within: A contact within this time after the start of a session belongs to it: one
            day by default. A record counts once this time is over. Default: `86400`.
        anonymous: Sessions without an account, of which nobody can say whether a contact
            followed: `include` counts them as sessions without one, `exclude` leaves them out as
            `no_account`. Default: `include`.
        anchor: By kind of record, the instant that puts a record in a bucket.
        options: Window, buckets, grouping and the like: see `kpi.report`.

    Returns:
        The report: one row per figure, bucket and group.

    Raises:
        KpiError: `as_of_required` where no window says when to look; `missing_records` where
        sessions without `contacted_at` come with neither tickets nor contacts; `bad_parameter`;
        `bad_input` in the formula for a count that is none, or is more than the whole of which it
        is a part.
    """
    asked = ask(
        "self_service_completion_rate",
        variant,
        anchor=anchor,
        **_given(link_within=link_within, anonymous=anonymous),
    )
    return report([asked], tickets=tickets, contacts=contacts, sessions=sessions, **options)


def bot_containment_rate(
    *,
    tickets: Records | None = None,
    contacts: Records | None = None,
    sessions: Records | None = None,
    variant: Literal["contained", "bot_handover_rate"] = "contained",
    link_within: float | int | Decimal | timedelta | str | None = None,
    anonymous: Literal["include", "exclude"] | None = None,
    anchor: Anchors | None = None,
    **options: Unpack[MeasureOptions],
) -> Report:
    """The share of conversations with a bot that needed no person, then or within a day.

    Variants:
        `contained`: The share of conversations with a bot that needed no person, then or within
            a day.
        `bot_handover_rate`: The share of conversations that the bot handed over to a person.

    Args:
        tickets: Tickets.
        contacts: Contacts, for .
        sessions: Sessions.
        variant: Which of them.
        link_within: A contact within this time after the start of a session belongs to it: one
            day by default. A record counts once this time is over. Default: `86400`.
        anonymous: Sessions without an account, of which nobody can say whether a contact
            followed: `include` counts them as sessions without one, `exclude` leaves them out as
            `no_account`. Default: `include`. Of `contained`.
        anchor: By kind of record, the instant that puts a record in a bucket.
        options: Window, buckets, grouping and the like: see `kpi.report`.

    Returns:
        The report: one row per figure, bucket and group.

    Raises:
        KpiError: `as_of_required` where no window says when to look; `missing_records` where
        sessions without `contacted_at` come with neither tickets nor contacts; `bad_parameter`;
        `bad_input` in the formula for a count that is none, or is more than the whole of which it
        is a part.
    """
    asked = ask(
        "bot_containment_rate",
        variant,
        anchor=anchor,
        **_given(link_within=link_within, anonymous=anonymous),
    )
    return report([asked], tickets=tickets, contacts=contacts, sessions=sessions, **options)


def knowledge_base_articles(
    *,
    articles: Records | None = None,
    stale_after: float | int | Decimal | timedelta | str | None = None,
    anchor: Anchors | None = None,
    **options: Unpack[MeasureOptions],
) -> Report:
    """How many articles the knowledge base has, whether they help, whether they are read, and how
    many are stale.

    Args:
        articles: Articles.
        stale_after: An article is stale that was not changed for longer than this: 180 days by
            default. Default: `15552000`.
        anchor: By kind of record, the instant that puts a record in a bucket.
        options: Window, buckets, grouping and the like: see `kpi.report`.

    Returns:
        The report: one row per figure, bucket and group.

    Raises:
        KpiError: `window_required`; `bad_input` in the formula where more articles are stale than
        there are.
    """
    asked = ask(
        "knowledge_base_articles",
        "standard",
        anchor=anchor,
        **_given(stale_after=stale_after),
    )
    return report([asked], articles=articles, **options)


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


def customer_turnover(
    *,
    tickets: Records | None = None,
    accounts: Records | None = None,
    variant: Literal["count", "rate"] = "count",
    types: Sequence[str] | None = None,
    anchor: Anchors | None = None,
    **options: Unpack[MeasureOptions],
) -> Report:
    """How many requests to cancel came from existing customers.

    Variants:
        `count`: How many requests to cancel came from existing customers.
        `rate`: How many requests to cancel came from existing customers, for each hundred at
            the start.

    Args:
        tickets: Tickets.
        accounts: Accounts, for `rate`.
        variant: Which of them.
        types: The types of ticket that are requests to cancel, in your own words. Default:
            `["cancellation"]`.
        anchor: By kind of record, the instant that puts a record in a bucket.
        options: Window, buckets, grouping and the like: see `kpi.report`.

    Returns:
        The report: one row per figure, bucket and group.

    Raises:
        KpiError: `missing_records` without accounts; `unknown_account` where a ticket names an
        account that is not there; `bad_parameter`.
    """
    asked = ask("customer_turnover", variant, anchor=anchor, **_given(types=types))
    return report([asked], tickets=tickets, accounts=accounts, **options)


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


def conversion_rate(
    *,
    tickets: Records | None = None,
    contacts: Records | None = None,
    conversions: Records | None = None,
    sessions: Records | None = None,
    variant: Literal["last_touch", "any_touch", "per_customer"] = "last_touch",
    after: Literal["contacts", "tickets", "sessions", "all"] | None = None,
    kinds: Sequence[str] | None = None,
    within: float | int | Decimal | timedelta | str | None = None,
    anchor: Anchors | None = None,
    **options: Unpack[MeasureOptions],
) -> Report:
    """The share of touches that ended in a conversion, each conversion credited to the customer's
    last touch before it.

    Variants:
        `last_touch`: The share of touches that ended in a conversion, each conversion credited
            to the customer's last touch before it.
        `any_touch`: The share of touches after which the customer converted within 30 days,
            whatever came between.
        `per_customer`: The share of the customers with a touch who converted within 30 days of
            one.

    Args:
        tickets: Tickets.
        contacts: Contacts.
        conversions: Conversions, for .
        sessions: Sessions.
        variant: Which of them.
        after: What customers are touched by: inbound calls and chats that a person answered,
            tickets, self-service sessions, or all of them; with `all` a ticket born of a contact
            counts once, through the contact. Default: `contacts`.
        kinds: The kinds of conversion that count, in your own words, too. Default:
            `["purchase"]`.
        within: How soon after the touch the customer has to convert: 30 days by default.
            Default: `2592000`.
        anchor: By kind of record, the instant that puts a record in a bucket.
        options: Window, buckets, grouping and the like: see `kpi.report`.

    Returns:
        The report: one row per figure, bucket and group.

    Raises:
        KpiError: `missing_records` without conversions; `as_of_required`; `bad_parameter`;
        `bad_input` in the formula where more convert than there are.
    """
    asked = ask(
        "conversion_rate",
        variant,
        anchor=anchor,
        **_given(after=after, kinds=kinds, within=within),
    )
    return report(
        [asked],
        tickets=tickets,
        contacts=contacts,
        conversions=conversions,
        sessions=sessions,
        **options,
    )


def upsell_rate(
    *,
    tickets: Records | None = None,
    contacts: Records | None = None,
    accounts: Records | None = None,
    conversions: Records | None = None,
    sessions: Records | None = None,
    variant: Literal["last_touch", "any_touch", "per_customer"] = "last_touch",
    after: Literal["contacts", "tickets", "sessions", "all"] | None = None,
    within: float | int | Decimal | timedelta | str | None = None,
    retained_after: float | int | Decimal | timedelta | str | None = None,
    anchor: Anchors | None = None,
    **options: Unpack[MeasureOptions],
) -> Report:
    """The share of touches that ended in an upsell, each sale credited to the last touch before it;
    and whether the customers sold to stay.

    Variants:
        `last_touch`: The share of touches that ended in an upsell, each sale credited to the
            last touch before it; and whether the customers sold to stay.
        `any_touch`: The share of touches after which the customer bought an upgrade within 30
            days, whatever came between; and whether the customers sold to stay.
        `per_customer`: The share of the customers with a touch who bought an upgrade within 30
            days of one; and whether they stay.

    Args:
        tickets: Tickets.
        contacts: Contacts.
        accounts: Accounts, for .
        conversions: Conversions, for .
        sessions: Sessions.
        variant: Which of them.
        after: What customers are touched by: inbound calls and chats that a person answered,
            tickets, self-service sessions, or all of them; with `all` a ticket born of a contact
            counts once, through the contact. Default: `contacts`.
        within: How soon after the touch the customer has to convert: 30 days by default.
            Default: `2592000`.
        retained_after: How long after the touch the guard rail looks whether the customer is
            still there: 90 days by default. Default: `7776000`.
        anchor: By kind of record, the instant that puts a record in a bucket.
        options: Window, buckets, grouping and the like: see `kpi.report`.

    Returns:
        The report: one row per figure, bucket and group.

    Raises:
        KpiError: `missing_records` without conversions or accounts; `unknown_account` where a touch
        names an account that is not there; `as_of_required`; `bad_parameter`; `bad_input` in the
        formula where a part is more than its whole.
    """
    asked = ask(
        "upsell_rate",
        variant,
        anchor=anchor,
        **_given(after=after, within=within, retained_after=retained_after),
    )
    return report(
        [asked],
        tickets=tickets,
        contacts=contacts,
        accounts=accounts,
        conversions=conversions,
        sessions=sessions,
        **options,
    )


def cross_sell_rate(
    *,
    tickets: Records | None = None,
    contacts: Records | None = None,
    accounts: Records | None = None,
    conversions: Records | None = None,
    sessions: Records | None = None,
    variant: Literal["last_touch", "any_touch", "per_customer"] = "last_touch",
    after: Literal["contacts", "tickets", "sessions", "all"] | None = None,
    within: float | int | Decimal | timedelta | str | None = None,
    retained_after: float | int | Decimal | timedelta | str | None = None,
    anchor: Anchors | None = None,
    **options: Unpack[MeasureOptions],
) -> Report:
    """The share of touches that ended in a cross-sell, each sale credited to the last touch before
    it; and whether the customers sold to stay.

    Variants:
        `last_touch`: The share of touches that ended in a cross-sell, each sale credited to the
            last touch before it; and whether the customers sold to stay.
        `any_touch`: The share of touches after which the customer bought another product within
            30 days, whatever came between; and whether the customers sold to stay.
        `per_customer`: The share of the customers with a touch who bought another product
            within 30 days of one; and whether they stay.

    Args:
        tickets: Tickets.
        contacts: Contacts.
        accounts: Accounts, for .
        conversions: Conversions, for .
        sessions: Sessions.
        variant: Which of them.
        after: What customers are touched by: inbound calls and chats that a person answered,
            tickets, self-service sessions, or all of them; with `all` a ticket born of a contact
            counts once, through the contact. Default: `contacts`.
        within: How soon after the touch the customer has to convert: 30 days by default.
            Default: `2592000`.
        retained_after: How long after the touch the guard rail looks whether the customer is
            still there: 90 days by default. Default: `7776000`.
        anchor: By kind of record, the instant that puts a record in a bucket.
        options: Window, buckets, grouping and the like: see `kpi.report`.

    Returns:
        The report: one row per figure, bucket and group.

    Raises:
        KpiError: `missing_records` without conversions or accounts; `unknown_account` where a touch
        names an account that is not there; `as_of_required`; `bad_parameter`; `bad_input` in the
        formula where a part is more than its whole.
    """
    asked = ask(
        "cross_sell_rate",
        variant,
        anchor=anchor,
        **_given(after=after, within=within, retained_after=retained_after),
    )
    return report(
        [asked],
        tickets=tickets,
        contacts=contacts,
        accounts=accounts,
        conversions=conversions,
        sessions=sessions,
        **options,
    )


def customer_lifetime_value(
    *,
    surveys: Records | None = None,
    accounts: Records | None = None,
    conversions: Records | None = None,
    variant: Literal["standard", "promoters_to_detractors"] = "standard",
    currency: str | None = None,
    rates: Mapping[str, Decimal | str] | None = None,
    margin: Decimal | str | int | float | None = None,
    kind: str | None = None,
    anchor: Anchors | None = None,
    **options: Unpack[MeasureOptions],
) -> Report:
    """What a customer is worth from the first day to the last, at the purchases and the losses of
    the period.

    Variants:
        `standard`: What a customer is worth from the first day to the last, at the purchases
            and the losses of the period.
        `promoters_to_detractors`: How many times as much promoters buy as detractors do.

    Args:
        surveys: Surveys, for `promoters_to_detractors`.
        accounts: Accounts, for `standard`.
        conversions: Conversions.
        variant: Which of them.
        currency: The currency of the result. Entries in others are converted by `rates`;
            without it all must be in one.
        rates: How many units of `currency` one unit of each other currency is worth, such as
            {"USD": "0.92"}. Default: `{}`.
        margin: The part of a purchase that is left after what it costs: "0.5" is half; by
            default all of it. Default: `1`. Of `standard`.
        kind: The kind of survey that counts; the others are left out as `other_kind`, never
            pooled. Default: `nps`. Of `promoters_to_detractors`.
        anchor: By kind of record, the instant that puts a record in a bucket.
        options: Window, buckets, grouping and the like: see `kpi.report`.

    Returns:
        The report: one row per figure, bucket and group.

    Raises:
        KpiError: `window_required`; `mixed_currencies` where purchases are in several currencies
        and there is no rate, `unknown_currency`, `overflow`; `bad_parameter` for a margin outside 0
        to 1; `negative` in the formula.
    """
    asked = ask(
        "customer_lifetime_value",
        variant,
        anchor=anchor,
        **_given(currency=currency, rates=rates, margin=margin, kind=kind),
    )
    return report([asked], surveys=surveys, accounts=accounts, conversions=conversions, **options)


def lost_customer_value(
    *,
    accounts: Records | None = None,
    conversions: Records | None = None,
    variant: Literal["sum", "mean"] = "sum",
    currency: str | None = None,
    rates: Mapping[str, Decimal | str] | None = None,
    lookback: float | int | Decimal | timedelta | str | None = None,
    anchor: Anchors | None = None,
    **options: Unpack[MeasureOptions],
) -> Report:
    """What the customers who left were worth.

    Variants:
        `sum`: What the customers who left were worth.
        `mean`: What a customer who left was worth.

    Args:
        accounts: Accounts.
        conversions: Conversions, for .
        variant: Which of them.
        currency: The currency of the result. Entries in others are converted by `rates`;
            without it all must be in one.
        rates: How many units of `currency` one unit of each other currency is worth, such as
            {"USD": "0.92"}. Default: `{}`.
        lookback: How long before its end an account's purchases count, where its value is
            derived from them: a year of 365.25 days by default. Default: `31557600`.
        anchor: By kind of record, the instant that puts a record in a bucket.
        options: Window, buckets, grouping and the like: see `kpi.report`.

    Returns:
        The report: one row per figure, bucket and group.

    Raises:
        KpiError: `mixed_currencies` where values are in several currencies and there is no rate,
        `unknown_currency`, `overflow`; `missing_records` where the value is to be derived and there
        are no conversions; `bad_parameter` where one report is to derive it in two ways;
        `missing_field` where tables come one after the other and `value` is not given.
    """
    asked = ask(
        "lost_customer_value",
        variant,
        anchor=anchor,
        **_given(currency=currency, rates=rates, lookback=lookback),
    )
    return report([asked], accounts=accounts, conversions=conversions, **options)


def cost_per_conversation(
    *,
    tickets: Records | None = None,
    contacts: Records | None = None,
    ledger_entries: Records | None = None,
    variant: Literal["per_conversation", "per_ticket", "per_resolution"] = "per_conversation",
    currency: str | None = None,
    rates: Mapping[str, Decimal | str] | None = None,
    share_by: Literal["none", "handling_time", "count"] | None = None,
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
        share_by: How costs are shared that do not name the group, where the report has groups.
            `none`: they stay in the group of the unknown. `handling_time`: in proportion to the
            handling time of the group's conversations, or to their number where the handling time
            of any is not known. `count`: in proportion to their number. Default: `none`.
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
        **_given(currency=currency, rates=rates, share_by=share_by),
    )
    return report(
        [asked],
        tickets=tickets,
        contacts=contacts,
        ledger_entries=ledger_entries,
        **options,
    )


def cost_per_conversion(
    *,
    conversions: Records | None = None,
    ledger_entries: Records | None = None,
    currency: str | None = None,
    rates: Mapping[str, Decimal | str] | None = None,
    kinds: Sequence[str] | None = None,
    anchor: Anchors | None = None,
    **options: Unpack[MeasureOptions],
) -> Report:
    """What support costs for each outcome that it is there for: a purchase, a finished setup, an
    upsell.

    Args:
        conversions: Conversions.
        ledger_entries: Ledger entries.
        currency: The currency of the result. Entries in others are converted by `rates`;
            without it all must be in one.
        rates: How many units of `currency` one unit of each other currency is worth, such as
            {"USD": "0.92"}. Default: `{}`.
        kinds: The kinds of conversion that count; the others are left out as
            `other_conversion`. Default: `["purchase"]`.
        anchor: By kind of record, the instant that puts a record in a bucket.
        options: Window, buckets, grouping and the like: see `kpi.report`.

    Returns:
        The report: one row per figure, bucket and group.

    Raises:
        KpiError: `mixed_currencies` where entries are in several currencies and there is no rate,
        `unknown_currency`, `overflow`.
    """
    asked = ask(
        "cost_per_conversion",
        "standard",
        anchor=anchor,
        **_given(currency=currency, rates=rates, kinds=kinds),
    )
    return report([asked], conversions=conversions, ledger_entries=ledger_entries, **options)


def support_cost_ratio(
    *,
    conversions: Records | None = None,
    ledger_entries: Records | None = None,
    currency: str | None = None,
    rates: Mapping[str, Decimal | str] | None = None,
    revenue: Literal["auto", "entries", "purchases"] | None = None,
    anchor: Anchors | None = None,
    **options: Unpack[MeasureOptions],
) -> Report:
    """What support costs for every hundred of revenue. It can pass 100.

    Args:
        conversions: Conversions.
        ledger_entries: Ledger entries.
        currency: The currency of the result. Entries in others are converted by `rates`;
            without it all must be in one.
        rates: How many units of `currency` one unit of each other currency is worth, such as
            {"USD": "0.92"}. Default: `{}`.
        revenue: Where revenue comes from. `entries`: ledger entries of kind revenue.
            `purchases`: purchases less refunds. `auto`: entries where the report's window holds
            any, else purchases; one source for all buckets and groups. Default: `auto`.
        anchor: By kind of record, the instant that puts a record in a bucket.
        options: Window, buckets, grouping and the like: see `kpi.report`.

    Returns:
        The report: one row per figure, bucket and group.

    Raises:
        KpiError: `mixed_currencies` where entries are in several currencies and there is no rate,
        `unknown_currency`, `overflow`.
    """
    asked = ask(
        "support_cost_ratio",
        "standard",
        anchor=anchor,
        **_given(currency=currency, rates=rates, revenue=revenue),
    )
    return report([asked], conversions=conversions, ledger_entries=ledger_entries, **options)


def customer_acquisition_cost(
    *,
    accounts: Records | None = None,
    ledger_entries: Records | None = None,
    variant: Literal["standard", "to_retention_cost"] = "standard",
    currency: str | None = None,
    rates: Mapping[str, Decimal | str] | None = None,
    anchor: Anchors | None = None,
    **options: Unpack[MeasureOptions],
) -> Report:
    """What it costs to win a customer.

    Variants:
        `standard`: What it costs to win a customer.
        `to_retention_cost`: How many times as much a new customer costs as it costs to keep
            one.

    Args:
        accounts: Accounts.
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
        "customer_acquisition_cost",
        variant,
        anchor=anchor,
        **_given(currency=currency, rates=rates),
    )
    return report([asked], accounts=accounts, ledger_entries=ledger_entries, **options)


def employee_engagement(
    *,
    agents: Records | None = None,
    activities: Records | None = None,
    employee_surveys: Records | None = None,
    variant: Literal["score", "active_share"] = "score",
    anchor: Anchors | None = None,
    **options: Unpack[MeasureOptions],
) -> Report:
    """The mean rating that employees give their own engagement.

    Variants:
        `score`: The mean rating that employees give their own engagement.
        `active_share`: The share of agents who helped or volunteered in the last month.

    Args:
        agents: Agents, for `active_share`.
        activities: Activities, for `active_share`.
        employee_surveys: Employee surveys, for `score`.
        variant: Which of them.
        anchor: By kind of record, the instant that puts a record in a bucket.
        options: Window, buckets, grouping and the like: see `kpi.report`.

    Returns:
        The report: one row per figure, bucket and group.

    Raises:
        KpiError: `out_of_scale`, `mixed_scales` (answers on different scales in one measure),
        `bad_scale` (fewer than three points).
    """
    asked = ask("employee_engagement", variant, anchor=anchor)
    return report(
        [asked],
        agents=agents,
        activities=activities,
        employee_surveys=employee_surveys,
        **options,
    )


def agent_attrition_rate(
    *,
    agents: Records | None = None,
    variant: Literal["annualised", "period"] = "annualised",
    anchor: Anchors | None = None,
    **options: Unpack[MeasureOptions],
) -> Report:
    """How many agents leave a year for each hundred who are there, at the pace of the period.

    Variants:
        `annualised`: How many agents leave a year for each hundred who are there, at the pace
            of the period.
        `period`: How many agents left in the period for each hundred who were there.

    Args:
        agents: Agents.
        variant: Which of them.
        anchor: By kind of record, the instant that puts a record in a bucket.
        options: Window, buckets, grouping and the like: see `kpi.report`.

    Returns:
        The report: one row per figure, bucket and group.

    Raises:
        KpiError: `window_required`; `bad_input` in the formula where the period is 0.
    """
    asked = ask("agent_attrition_rate", variant, anchor=anchor)
    return report([asked], agents=agents, **options)


def most_active_agents(
    *,
    tickets: Records | None = None,
    holdings: Records | None = None,
    variant: Literal["first_assigned", "each"] = "first_assigned",
    anchor: Anchors | None = None,
    **options: Unpack[MeasureOptions],
) -> Report:
    """Which agents receive most tickets: the first person to whom each is assigned.

    Variants:
        `first_assigned`: Which agents receive most tickets: the first person to whom each is
            assigned.
        `each`: Which agents receive most tickets, where a ticket counts for everyone who held
            it.

    Args:
        tickets: Tickets, for `first_assigned`.
        holdings: Holdings, for `each`.
        variant: Which of them.
        anchor: By kind of record, the instant that puts a record in a bucket.
        options: Window, buckets, grouping and the like: see `kpi.report`.

    Returns:
        The report: one row per figure, bucket and group.

    Raises:
        KpiError: `negative` in the formula for a negative count.
    """
    asked = ask("most_active_agents", variant, anchor=anchor)
    return report([asked], tickets=tickets, holdings=holdings, **options)


def top_agents(
    *,
    tickets: Records | None = None,
    contacts: Records | None = None,
    legs: Records | None = None,
    surveys: Records | None = None,
    accounts: Records | None = None,
    subscriptions: Records | None = None,
    conversions: Records | None = None,
    ledger_entries: Records | None = None,
    response_waits: Records | None = None,
    holdings: Records | None = None,
    status_spans: Records | None = None,
    sla_targets: Records | None = None,
    agent_times: Records | None = None,
    work_spans: Records | None = None,
    agents: Records | None = None,
    activities: Records | None = None,
    employee_surveys: Records | None = None,
    sessions: Records | None = None,
    articles: Records | None = None,
    reviews: Records | None = None,
    quality_reviews: Records | None = None,
    kpi: str | None = None,
    kpi_variant: str | None = None,
    kpi_parameters: Mapping[str, object] | None = None,
    figure: str | None = None,
    minimum_sample: int | None = None,
    rank_by: Literal["bound", "value"] | None = None,
    better: Literal["higher", "lower"] | None = None,
    anchor: Anchors | None = None,
    **options: Unpack[MeasureOptions],
) -> Report:
    """The best agents by any KPI, as far as the records can tell them apart.

    Args:
        tickets: Tickets.
        contacts: Contacts.
        legs: Legs.
        surveys: Surveys.
        accounts: Accounts.
        subscriptions: Subscriptions.
        conversions: Conversions.
        ledger_entries: Ledger entries.
        response_waits: Response waits.
        holdings: Holdings.
        status_spans: Status spans.
        sla_targets: Sla targets.
        agent_times: Agent times.
        work_spans: Work spans.
        agents: Agents.
        activities: Activities.
        employee_surveys: Employee surveys.
        sessions: Sessions.
        articles: Articles.
        reviews: Reviews.
        quality_reviews: Quality reviews.
        kpi: The KPI that ranks the agents. Default: `csat`.
        kpi_variant: Its variant; its default one where it is not given.
        kpi_parameters: Its parameters, by their names in the catalogue.
        figure: Its figure that ranks; its first where it is not given.
        minimum_sample: Agents with fewer records than this have no rank. Default: `30`.
        rank_by: `bound` ranks by the pessimistic end of the interval: the lower one where more
            is better, else the upper one; `value` by the value itself. A figure without an interval
            ranks by its value. Default: `bound`.
        better: Which values are the better ones. In a report it is the KPI's own direction, and
            must be given where the KPI has none, or the figure is of another kind than the KPI's
            first; a formula takes `higher` where nothing is said.
        anchor: By kind of record, the instant that puts a record in a bucket.
        options: Window, buckets, grouping and the like: see `kpi.report`.

    Returns:
        The report: one row per figure, bucket and group.

    Raises:
        KpiError: `unknown_kpi`, `unknown_variant`, `bad_parameter` where no direction is known, or
        the KPI ranks agents itself; `bad_input` in the formula unless the lists are equally long
        and no lower end lies above its upper one; and what the ranked KPI's page names.
    """
    asked = ask(
        "top_agents",
        "standard",
        anchor=anchor,
        **_given(kpi=kpi, kpi_variant=kpi_variant, kpi_parameters=kpi_parameters, figure=figure, minimum_sample=minimum_sample, rank_by=rank_by, better=better),
    )
    return report(
        [asked],
        tickets=tickets,
        contacts=contacts,
        legs=legs,
        surveys=surveys,
        accounts=accounts,
        subscriptions=subscriptions,
        conversions=conversions,
        ledger_entries=ledger_entries,
        response_waits=response_waits,
        holdings=holdings,
        status_spans=status_spans,
        sla_targets=sla_targets,
        agent_times=agent_times,
        work_spans=work_spans,
        agents=agents,
        activities=activities,
        employee_surveys=employee_surveys,
        sessions=sessions,
        articles=articles,
        reviews=reviews,
        quality_reviews=quality_reviews,
        **options,
    )


def record_completeness(
    *,
    tickets: Records | None = None,
    contacts: Records | None = None,
    legs: Records | None = None,
    surveys: Records | None = None,
    accounts: Records | None = None,
    subscriptions: Records | None = None,
    conversions: Records | None = None,
    ledger_entries: Records | None = None,
    response_waits: Records | None = None,
    holdings: Records | None = None,
    status_spans: Records | None = None,
    sla_targets: Records | None = None,
    agent_times: Records | None = None,
    work_spans: Records | None = None,
    agents: Records | None = None,
    activities: Records | None = None,
    employee_surveys: Records | None = None,
    sessions: Records | None = None,
    articles: Records | None = None,
    reviews: Records | None = None,
    quality_reviews: Records | None = None,
    record: str | None = None,
    fields: Sequence[str] | None = None,
    anchor: Anchors | None = None,
    **options: Unpack[MeasureOptions],
) -> Report:
    """How completely records are filled in: of the fields that are wanted, the share that says
    something.

    Args:
        tickets: Tickets.
        contacts: Contacts.
        legs: Legs.
        surveys: Surveys.
        accounts: Accounts.
        subscriptions: Subscriptions.
        conversions: Conversions.
        ledger_entries: Ledger entries.
        response_waits: Response waits.
        holdings: Holdings.
        status_spans: Status spans.
        sla_targets: Sla targets.
        agent_times: Agent times.
        work_spans: Work spans.
        agents: Agents.
        activities: Activities.
        employee_surveys: Employee surveys.
        sessions: Sessions.
        articles: Articles.
        reviews: Reviews.
        quality_reviews: Quality reviews.
        record: The kind of record whose fields are looked at. Default: `ticket`.
        fields: The fields that are wanted. Where nothing is said, of a ticket account, channel,
            type, priority, status and assignee; of a contact account, agent, channel, direction and
            outcome; of an account kind, tier, plan, region and segment; of other records they must
            be given.
        anchor: By kind of record, the instant that puts a record in a bucket.
        options: Window, buckets, grouping and the like: see `kpi.report`.

    Returns:
        The report: one row per figure, bucket and group.

    Raises:
        KpiError: `bad_parameter` for a kind or a field that does not exist, for a field that is
        derived over whole tables, and where `fields` must be given; `bad_input` in the formula
        where a part is more than its whole.
    """
    asked = ask(
        "record_completeness",
        "standard",
        anchor=anchor,
        **_given(record=record, fields=fields),
    )
    return report(
        [asked],
        tickets=tickets,
        contacts=contacts,
        legs=legs,
        surveys=surveys,
        accounts=accounts,
        subscriptions=subscriptions,
        conversions=conversions,
        ledger_entries=ledger_entries,
        response_waits=response_waits,
        holdings=holdings,
        status_spans=status_spans,
        sla_targets=sla_targets,
        agent_times=agent_times,
        work_spans=work_spans,
        agents=agents,
        activities=activities,
        employee_surveys=employee_surveys,
        sessions=sessions,
        articles=articles,
        reviews=reviews,
        quality_reviews=quality_reviews,
        **options,
    )
