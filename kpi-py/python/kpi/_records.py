"""The types of records, and every word that has a fixed meaning; printed by `cargo xtask gen`."""

from collections.abc import Sequence
from datetime import timedelta
from decimal import Decimal
from typing import Literal, TypeAlias, TypedDict

from ._types import Instant, Records

__all__ = [
    "Account",
    "Activity",
    "Agent",
    "AgentTime",
    "Article",
    "Bucket",
    "Contact",
    "Conversion",
    "EmployeeSurvey",
    "ErrorCode",
    "Holding",
    "KpiId",
    "LedgerEntry",
    "Leg",
    "PresetName",
    "QualityReview",
    "Reason",
    "RecordKind",
    "ResponseWait",
    "Review",
    "Session",
    "SlaTarget",
    "StatusSpan",
    "Subscription",
    "Survey",
    "Tables",
    "Ticket",
    "TicketEvent",
    "Undefined",
    "WeekDay",
    "WorkSpan",
]

KpiId: TypeAlias = Literal[
    "first_response_time",
    "first_response_within_target",
    "average_response_time",
    "answer_time",
    "wait_time",
    "hold_time",
    "time_to_abandon",
    "service_level",
    "overdue_response_rate",
    "sla_attainment",
    "resolution_time",
    "first_contact_resolution_rate",
    "tickets_resolved",
    "requests_processed",
    "task_completion_rate",
    "reopen_rate",
    "repeat_contact_rate",
    "solo_resolution_rate",
    "touches_to_resolution",
    "interactions_per_ticket",
    "transfer_time",
    "time_in_status",
    "escalation_rate",
    "canceled_requests",
    "backlog",
    "clearance_rate",
    "ticket_volume",
    "issues_by_type",
    "arrival_profile",
    "contact_rate",
    "complaint_rate",
    "deflection_rate",
    "account_linkage_rate",
    "abandonment_rate",
    "answer_rate",
    "handle_time",
    "occupancy_rate",
    "utilization",
    "contacts_per_hour",
    "employee_productivity",
    "required_agents",
    "csat",
    "nps",
    "customer_effort_score",
    "survey_response_rate",
    "positive_reviews",
    "net_sentiment",
    "agent_rating",
    "dissatisfaction_with_organization",
    "quality_score",
    "self_service_utilization",
    "self_service_completion_rate",
    "bot_containment_rate",
    "knowledge_base_articles",
    "retention_rate",
    "churn_rate",
    "repeat_purchase_rate",
    "customer_turnover",
    "mrr_growth_rate",
    "conversion_rate",
    "upsell_rate",
    "cross_sell_rate",
    "customer_lifetime_value",
    "lost_customer_value",
    "cost_per_conversation",
    "cost_per_conversion",
    "support_cost_ratio",
    "customer_acquisition_cost",
    "employee_engagement",
    "agent_attrition_rate",
    "most_active_agents",
    "top_agents",
    "record_completeness",
]
"""Every KPI."""

PresetName: TypeAlias = Literal[
    "common",
    "overview",
    "responsiveness",
    "resolution",
    "flow",
    "workload",
    "call_centre",
    "demand",
    "workforce",
    "self_service",
    "satisfaction",
    "quality",
    "reputation",
    "people",
    "loyalty",
    "revenue",
    "sales",
    "cost",
    "early_stage",
    "established",
    "s0",
    "s1",
    "s2",
    "s3",
    "s4",
]
"""Every preset."""

RecordKind: TypeAlias = Literal[
    "ticket",
    "contact",
    "leg",
    "survey",
    "account",
    "subscription",
    "conversion",
    "ledger_entry",
    "ticket_event",
    "response_wait",
    "holding",
    "status_span",
    "sla_target",
    "agent_time",
    "work_span",
    "agent",
    "activity",
    "employee_survey",
    "session",
    "article",
    "review",
    "quality_review",
]
"""Every kind of record."""

ErrorCode: TypeAlias = Literal[
    "missing_field",
    "unknown_field",
    "wrong_type",
    "length_mismatch",
    "duplicate_id",
    "negative",
    "wrong_order",
    "response_before_creation",
    "out_of_scale",
    "bad_scale",
    "mixed_scales",
    "mixed_currencies",
    "unknown_currency",
    "too_fine",
    "not_a_number",
    "overflow",
    "unknown_word",
    "unknown_account",
    "unknown_link",
    "unknown_kpi",
    "unknown_variant",
    "not_loaded",
    "unknown_parameter",
    "bad_parameter",
    "missing_input",
    "unknown_input",
    "bad_input",
    "overloaded",
    "cohort_mismatch",
    "missing_records",
    "unknown_record",
    "bad_request",
    "window_required",
    "bad_window",
    "as_of_required",
    "as_of_counts",
    "bad_instant",
    "bad_zone",
    "bad_calendar",
    "no_hours",
    "calendar_required",
    "bad_policy",
    "unknown_dimension",
    "bad_bytes",
    "definition_mismatch",
    "not_contained",
]
"""What went wrong."""

Reason: TypeAlias = Literal[
    "open",
    "unanswered",
    "merged",
    "spam",
    "deleted",
    "bot",
    "outbound",
    "inbound",
    "abandoned",
    "self_served",
    "through_contact",
    "no_clock_start",
    "no_target",
    "not_due",
    "other_kind",
    "no_anchor",
    "no_account",
    "no_interaction",
    "no_reply",
    "replaced",
    "other_entry",
    "closed",
    "canceled",
    "untouched",
    "no_human_contact",
    "unknown",
    "window_open",
    "short",
    "not_queued",
    "waiting",
    "callback",
    "failed",
    "answered",
    "abandoned_within_target",
    "through_legs",
    "no_agent",
    "undelivered",
    "other_rating",
    "already_left",
    "not_yet_customer",
    "other_conversion",
    "refunded",
    "other_type",
    "no_complaint",
    "first_wait",
    "no_promise",
    "active",
    "not_applicable",
    "not_passed_on",
    "outside_hours",
    "no_schedule",
    "through_spans",
    "off_shift",
    "contacted",
    "through_session",
    "other_session",
    "no_bot",
    "unrated",
    "unlabelled",
    "no_ticket",
    "no_value",
]
"""Why a record is left out."""

Undefined: TypeAlias = Literal[
    "no_records",
    "no_start_customers",
    "no_costs",
    "no_conversations",
    "no_tickets",
    "no_resolutions",
    "no_conversions",
    "no_revenue",
    "no_new_customers",
    "no_retained_customers",
    "no_losses",
    "no_opening",
    "no_available_time",
    "no_paid_time",
    "no_planned_time",
    "overloaded",
    "not_reached",
    "not_ranked",
    "small_sample",
    "dimension_missing",
    "mixed_scales",
    "mixed_currencies",
]
"""Why a figure has no value."""

Bucket: TypeAlias = Literal[
    "15min",
    "30min",
    "hour",
    "day",
    "week",
    "month",
    "quarter",
    "year",
]
"""The size of a bucket."""

WeekDay: TypeAlias = Literal[
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
]
"""The day on which a week begins."""


class Ticket(TypedDict, total=False):
    """A ticket: one customer request."""

    id: str | None
    """Its id, unique within one input. Required."""
    account: str | None
    """The account it came from; null is allowed and counted where a KPI needs it."""
    channel: str | None
    """Where it came in: phone, email, chat, social, web, sms, in_person, self_service, or a word
    of one's own."""
    type: str | None
    """What it is about."""
    priority: str | None
    """How urgent it is."""
    status: str | None
    """new, open, pending, on_hold, resolved, closed, canceled, deleted, merged or spam."""
    team: str | None
    """The team that has it."""
    department: str | None
    """The department that has it."""
    tags: Sequence[str] | None
    """Its tags."""
    opened_by: str | None
    """Who opened it: customer (also where it is null), agent, bot or system."""
    contact: str | None
    """The call or chat it was born of."""
    order: str | None
    """The sale it is linked to."""
    complaint: bool | None
    """Whether it is a complaint."""
    sentiment: str | None
    """positive, neutral or negative."""
    value: Decimal | str | int | None
    """What is at stake or was canceled."""
    currency: str | None
    """The currency of the value."""
    created_at: Instant | None
    """When it was opened. Required."""
    handover_at: Instant | None
    """When a bot handed it over to people."""
    clock_start: Instant | None
    """When it first waited for people; derived from events, or given."""
    first_response_at: Instant | None
    """The first public reply by a person."""
    first_resolved_at: Instant | None
    """When it was resolved for the first time."""
    resolved_at: Instant | None
    """When it was resolved for the last time; null while it is open."""
    closed_at: Instant | None
    """When it was closed."""
    canceled_at: Instant | None
    """When it was canceled."""
    merged_at: Instant | None
    """When it was merged into another one."""
    deleted_at: Instant | None
    """When it was deleted."""
    escalated_at: Instant | None
    """When it was first escalated."""
    due_at: Instant | None
    """The instant of the promised response."""
    first_assigned_at: Instant | None
    """When it was first assigned to an agent."""
    first_reopened_at: Instant | None
    """When it was first reopened."""
    first_reopened_by_customer_at: Instant | None
    """When the customer first reopened it."""
    first_assignee: str | None
    """The first agent it was assigned to."""
    assignee: str | None
    """The agent it is assigned to now."""
    first_replier: str | None
    """The agent who replied first."""
    resolver: str | None
    """The agent who made the counted resolution."""
    resolved_by: str | None
    """What resolved it: person, bot, self_service or system."""
    agent_replies: int | None
    """Public replies by people."""
    customer_messages: int | None
    """Messages by the customer."""
    bot_replies: int | None
    """Replies by bots."""
    agent_changes: int | None
    """Changes from one person to another."""
    distinct_agents: int | None
    """People who held it."""
    collaborators: int | None
    """People who worked on it without holding it."""
    reopens: int | None
    """Times it went from resolved back to open."""
    reopens_by_customer: int | None
    """The same, by the customer."""
    escalations: int | None
    """Times it was escalated."""
    responses_promised: int | None
    """Responses that were promised."""
    responses_late: int | None
    """Promised responses that came late."""
    requester_wait: timedelta | float | int | Decimal | str | None
    """Total time in which the company owed the next step."""
    agent_wait: timedelta | float | int | Decimal | str | None
    """Total time in which the customer owed the next step."""
    on_hold_time: timedelta | float | int | Decimal | str | None
    """Total time on hold."""
    followed_up: bool | None
    """Whether a new case of the same account and type came within the days that count."""
    next_case_at: Instant | None
    """When the next ticket of the same account and type came after the first response; derived
    over whole tables, or given."""
    next_case_after_resolution_at: Instant | None
    """When the next ticket of the same account and type came after the first resolution; derived
    over whole tables, or given."""
    through_spans: bool | None
    """Whether its status spans are given, so that they say when it was open; derived over whole
    tables, or given."""
    next_purchase_at: Instant | None
    """When the account next bought after the ticket was opened; derived over whole tables, or
    given."""
    next_touch_at: Instant | None
    """When the next touch of the account came, a touch being what `after` names; derived over
    whole tables, or given."""
    converted_at: Instant | None
    """When the account next converted, in one of the kinds asked for; derived over whole tables,
    or given."""
    upsold_at: Instant | None
    """When the account was next sold an upgrade; derived over whole tables, or given."""
    cross_sold_at: Instant | None
    """When the account was next sold another product; derived over whole tables, or given."""
    account_ended_at: Instant | None
    """When its account ended; derived over whole tables, or given."""
    account_started_at: Instant | None
    """When its account began; derived over whole tables, or given."""
    session_before_at: Instant | None
    """When the last session of the account before the ticket began; derived over whole tables,
    or given."""
    has_conversion: bool | None
    """Whether a conversion that is no refund names it; derived over whole tables, or given."""


class Contact(TypedDict, total=False):
    """A contact: a call or a chat."""

    id: str | None
    """Its id, unique within one input. Required."""
    account: str | None
    """The account it came from."""
    ticket: str | None
    """The ticket it belongs to."""
    agent: str | None
    """The person who answered first."""
    channel: str | None
    """phone, chat, or a word of one's own. Required."""
    direction: str | None
    """inbound (also where it is null) or outbound."""
    team: str | None
    """The team that took it."""
    department: str | None
    """The department that took it."""
    started_at: Instant | None
    """When the call or chat began; it or `queued_at` is required."""
    queued_at: Instant | None
    """When it began to wait for a person."""
    answered_at: Instant | None
    """When a person answered."""
    ended_at: Instant | None
    """When it ended."""
    outcome: str | None
    """answered, abandoned, callback, failed or self_served. Required."""
    abandon_step: str | None
    """Where it was abandoned: menu, queue, hold or conversation."""
    resolved: bool | None
    """Whether the inquiry was resolved."""
    purchase_stage: str | None
    """Whether it came before or after a purchase."""
    transfers: int | None
    """Completed transfers."""
    talk: timedelta | float | int | Decimal | str | None
    """Time in conversation."""
    hold: timedelta | float | int | Decimal | str | None
    """Time on hold."""
    wrap_up: timedelta | float | int | Decimal | str | None
    """Work after the conversation."""
    next_case_at: Instant | None
    """When the next inbound contact of the same account began; derived over whole tables, or
    given."""
    next_purchase_at: Instant | None
    """When the account next bought after the contact began; derived over whole tables, or given."""
    next_touch_at: Instant | None
    """When the next touch of the account came, a touch being what `after` names; derived over
    whole tables, or given."""
    converted_at: Instant | None
    """When the account next converted, in one of the kinds asked for; derived over whole tables,
    or given."""
    upsold_at: Instant | None
    """When the account was next sold an upgrade; derived over whole tables, or given."""
    cross_sold_at: Instant | None
    """When the account was next sold another product; derived over whole tables, or given."""
    account_ended_at: Instant | None
    """When its account ended; derived over whole tables, or given."""
    through_legs: bool | None
    """Whether its legs are given; derived over whole tables, or given."""
    on_shift: bool | None
    """Whether the agent was on shift when answering it; derived over whole tables, or given."""


Leg = TypedDict(
    "Leg",
    {
        # The contact it is a part of.
        "contact": str | None,
        # The agent who handled it.
        "agent": str | None,
        # When the agent took it.
        "from": Instant | None,
        # When the agent was done with it, wrap-up included.
        "to": Instant | None,
        # Time in conversation.
        "talk": timedelta | float | int | Decimal | str | None,
        # Time on hold.
        "hold": timedelta | float | int | Decimal | str | None,
        # Work after the conversation.
        "wrap_up": timedelta | float | int | Decimal | str | None,
        # Whether the agent was on shift when taking it; derived over whole tables, or given.
        "on_shift": bool | None,
    },
    total=False,
)
"""A leg: the part of a contact that one agent handled. A contact that was passed on has several."""


class Survey(TypedDict, total=False):
    """A survey: an answer, or an invitation without one."""

    id: str | None
    """Its id; a later answer with the same id replaces the earlier one. Required."""
    kind: str | None
    """csat, nps, ces, resolution, agent, organization, or a word of one's own. Required."""
    moment: str | None
    """transactional, relational or exit."""
    ticket: str | None
    """The ticket it asks about."""
    contact: str | None
    """The contact it asks about."""
    account: str | None
    """Who answered."""
    agent: str | None
    """The agent it asks about."""
    channel: str | None
    """Where the ticket or contact came in."""
    scale_min: int | None
    """The lowest point of the scale. Required."""
    scale_max: int | None
    """The highest point of the scale. Required."""
    direction: str | None
    """high_is_good (also where it is null) or low_is_good."""
    score: float | int | Decimal | str | None
    """The answer on the scale; null where there is none."""
    answer: bool | None
    """The answer to a yes or no question."""
    reason: str | None
    """The reason given, in exit surveys."""
    weight: float | int | Decimal | str | None
    """The weight of the answer in a weighted sample."""
    sent_at: Instant | None
    """When the invitation was sent."""
    delivered_at: Instant | None
    """When it was delivered."""
    submitted_at: Instant | None
    """When it was answered; null where it was not."""
    replaced: bool | None
    """A later answer with the same id is in the same input; set by the report."""
    account_ended_at: Instant | None
    """When the account that answered ended; derived over whole tables, or given."""


class Account(TypedDict, total=False):
    """An account: a customer from its first to its last day."""

    id: str | None
    """Its id, unique within one input. Required."""
    kind: str | None
    """business or consumer."""
    tier: str | None
    """Its tier."""
    plan: str | None
    """Its plan."""
    region: str | None
    """Its region."""
    segment: str | None
    """Its segment."""
    started_at: Instant | None
    """The first instant as a customer. Required."""
    ended_at: Instant | None
    """The first instant not a customer; null while it still is one."""
    end_reason: str | None
    """Why it ended."""
    reference: bool | None
    """Whether it serves as a reference."""
    value: Decimal | str | int | None
    """What it was worth when it ended; derived over whole tables from its purchases, or given."""
    currency: str | None
    """The currency of the value: three capital letters."""


class Subscription(TypedDict, total=False):
    """A subscription: recurring revenue of an account from its first to its last day. An account can have several."""

    account: str | None
    """The account that pays. Required."""
    plan: str | None
    """Its plan."""
    started_at: Instant | None
    """The first instant at which it runs. Required."""
    ended_at: Instant | None
    """The first instant at which it does not; null while it runs."""
    mrr: Decimal | str | int | None
    """Revenue of a month: without tax and one-off fees, a year's divided by 12. Required."""
    currency: str | None
    """The currency: three capital letters. Required."""
    customer_since: Instant | None
    """When the account's first subscription with revenue began; derived over whole tables, or
    given."""


class Conversion(TypedDict, total=False):
    """A conversion: a purchase, an upsell, a refund, or another outcome that counts."""

    id: str | None
    """Its id, unique within one input. Required."""
    account: str | None
    """The account it is of; null is allowed and counted where a KPI needs it."""
    at: Instant | None
    """When it happened. Required."""
    kind: str | None
    """purchase, renewal, upsell, cross_sell, setup, new_customer, refund, or a word of one's
    own. Required."""
    amount: Decimal | str | int | None
    """How much."""
    currency: str | None
    """The currency: three capital letters."""
    agent: str | None
    """The agent it is credited to."""
    contact: str | None
    """The contact it is credited to."""
    ticket: str | None
    """The ticket it is credited to."""
    session: str | None
    """The self-service session it is credited to."""
    order: str | None
    """The order it is of; a refund names the order that it gives back."""
    canceled_at: Instant | None
    """When it was canceled."""
    first_purchase_at: Instant | None
    """When the account first bought; derived over whole tables, or given."""
    refunded: bool | None
    """Whether a refund names its order; derived over whole tables, or given."""


LedgerEntry = TypedDict(
    "LedgerEntry",
    {
        # When it counts; it, or `from` and `to`, is required.
        "at": Instant | None,
        # The start of the period over which it is spread evenly.
        "from": Instant | None,
        # The end of that period, not included.
        "to": Instant | None,
        # cost, revenue, acquisition_cost or penalty.
        "kind": str | None,
        # salaries, training, software, infrastructure, or a word of one's own.
        "category": str | None,
        # The channel it is for.
        "channel": str | None,
        # The type of issue it is for.
        "type": str | None,
        # The department it is for.
        "department": str | None,
        # How much.
        "amount": Decimal | str | int | None,
        # The currency: three capital letters.
        "currency": str | None,
    },
    total=False,
)
"""A ledger entry: money at a date, or spread over a period."""


class TicketEvent(TypedDict, total=False):
    """A ticket event: one thing that happened to a ticket."""

    ticket: str | None
    """The ticket. Required."""
    at: Instant | None
    """When it happened. Required."""
    kind: str | None
    """What happened: created, customer_message, agent_reply, private_note, bot_reply,
    auto_reply, handover, assigned, transferred, escalated, status, pending, on_hold, resumed,
    resolved, reopened, canceled, merged, deleted, spam, closed, priority or promised.
    Required."""
    actor_kind: str | None
    """What the actor was at that moment: customer, agent, bot or system."""
    actor: str | None
    """Who did it."""
    value: str | None
    """The new status, priority or assignee."""
    due_at: Instant | None
    """When the promised response is due."""
    sequence: int | None
    """Its place among the events of the same instant."""


class ResponseWait(TypedDict, total=False):
    """A wait for a reply: it opens with a customer's message and closes with the next public reply by a person."""

    ticket: str | None
    """The ticket. Required."""
    opened_at: Instant | None
    """When it opened: at the first message after a reply, or at the start of the ticket's clock.
    Required."""
    closed_at: Instant | None
    """When a person replied; null while nobody has."""
    agent: str | None
    """The agent who replied."""
    first: bool | None
    """Whether it is the wait for the first reply of all."""
    account: str | None
    """The account of the ticket."""
    channel: str | None
    """The channel of the ticket."""
    type: str | None
    """The type of the ticket."""
    priority: str | None
    """The priority of the ticket."""
    team: str | None
    """The team of the ticket."""
    department: str | None
    """The department of the ticket."""


Holding = TypedDict(
    "Holding",
    {
        # The ticket.
        "ticket": str | None,
        # The agent who had it.
        "agent": str | None,
        # When the agent got it.
        "from": Instant | None,
        # When the agent gave it up, or it was resolved; null while the agent has it.
        "to": Instant | None,
        # When another agent next had it; null where nobody took it over.
        "next_from": Instant | None,
        # The account of the ticket.
        "account": str | None,
        # The channel of the ticket.
        "channel": str | None,
        # The type of the ticket.
        "type": str | None,
        # The priority of the ticket.
        "priority": str | None,
        # The team of the ticket.
        "team": str | None,
        # The department of the ticket.
        "department": str | None,
    },
    total=False,
)
"""A holding: the uninterrupted time for which one agent had an unresolved ticket."""


StatusSpan = TypedDict(
    "StatusSpan",
    {
        # The ticket.
        "ticket": str | None,
        # The status it was in.
        "status": str | None,
        # The status before; null at the start.
        "previous": str | None,
        # When it came into the status.
        "from": Instant | None,
        # When it left it; null while it is in it.
        "to": Instant | None,
        # When the ticket was created.
        "created_at": Instant | None,
        # Who brought it into the status: customer, agent, bot or system.
        "actor_kind": str | None,
        # The account of the ticket.
        "account": str | None,
        # The channel of the ticket.
        "channel": str | None,
        # The type of the ticket.
        "type": str | None,
        # The priority of the ticket.
        "priority": str | None,
        # The team of the ticket.
        "team": str | None,
        # The department of the ticket.
        "department": str | None,
    },
    total=False,
)
"""A status span: the uninterrupted time for which a ticket was in one status."""


class SlaTarget(TypedDict, total=False):
    """An SLA target: one promise of a policy to one ticket; each promised next reply is one of its own."""

    ticket: str | None
    """The ticket. Required."""
    policy: str | None
    """The policy; null where none applies."""
    metric: str | None
    """What is promised: first_response, next_response or resolution; null where no policy
    applies."""
    started_at: Instant | None
    """When its clock started."""
    due_at: Instant | None
    """When it was or will be breached; null while its clock stands."""
    met_at: Instant | None
    """When it was met; null while it was not."""
    state: str | None
    """met, breached, running, paused or not_applicable."""
    over_by: timedelta | float | int | Decimal | str | None
    """By how much its clock passed the target; null where it did not."""
    account: str | None
    """The account of the ticket."""
    channel: str | None
    """The channel of the ticket."""
    type: str | None
    """The type of the ticket."""
    priority: str | None
    """The priority of the ticket."""
    team: str | None
    """The team of the ticket."""
    department: str | None
    """The department of the ticket."""


AgentTime = TypedDict(
    "AgentTime",
    {
        # The agent.
        "agent": str | None,
        # When it begins.
        "from": Instant | None,
        # When it ends, not included; one that ends when it begins adds nothing.
        "to": Instant | None,
        # available, break, training, meeting or off.
        "state": str | None,
        # Whether it is paid; where it is null, breaks and time off are not and the rest is.
        "paid": bool | None,
        # Whether it is a plan rather than a fact.
        "scheduled": bool | None,
        # The agent's team.
        "team": str | None,
        # Whether the agent's first shift of its local date begins with it; derived over whole
        # tables, or given.
        "first_of_day": bool | None,
    },
    total=False,
)
"""Agent time: a stretch of an agent's shift, as it was or as it was planned."""


WorkSpan = TypedDict(
    "WorkSpan",
    {
        # The agent.
        "agent": str | None,
        # The agent's team.
        "team": str | None,
        # When it begins.
        "from": Instant | None,
        # When it ends, not included.
        "to": Instant | None,
        # available, break, training, meeting or off; null where no shift covers it.
        "state": str | None,
        # Whether it is paid.
        "paid": bool | None,
        # The state that was planned; null where nothing was.
        "planned": str | None,
        # How many conversations the agent handles at once; none where it is null.
        "handled": int | None,
    },
    total=False,
)
"""A work span: a stretch of an agent's time in which state, plan and the number of conversations stay the same."""


class Agent(TypedDict, total=False):
    """An agent, from the first to the last day of employment."""

    id: str | None
    """The agent's id, unique within one input. Required."""
    team: str | None
    """The team."""
    department: str | None
    """The department."""
    hired_at: Instant | None
    """The first instant of employment; null where it lies before all that is known."""
    left_at: Instant | None
    """The first instant after it; null while employed."""


class Activity(TypedDict, total=False):
    """An activity: an agent helped a colleague, or volunteered."""

    agent: str | None
    """The agent. Required."""
    at: Instant | None
    """When it was. Required."""
    kind: str | None
    """helping or volunteering."""
    team: str | None
    """The agent's team; derived over whole tables where it is null, or given."""
    department: str | None
    """The agent's department; the same."""


class EmployeeSurvey(TypedDict, total=False):
    """An answer of an employee."""

    employee: str | None
    """Who answered. Required."""
    submitted_at: Instant | None
    """When. Required."""
    score: float | int | Decimal | str | None
    """The answer on the scale; null where a question was left blank."""
    scale_min: int | None
    """The lowest point of the scale; 1 where it is null."""
    scale_max: int | None
    """The highest point of the scale; 10 where it is null."""
    team: str | None
    """The employee's team."""
    department: str | None
    """The employee's department."""


class Session(TypedDict, total=False):
    """A session: self-service, or a conversation with a bot."""

    id: str | None
    """Its id, unique within one input. Required."""
    account: str | None
    """The account of the visitor; null where the visitor is not known."""
    kind: str | None
    """help_center, article, forum or chatbot. Required."""
    started_at: Instant | None
    """When it began. Required."""
    ended_at: Instant | None
    """When it ended."""
    solved: bool | None
    """Whether the visitor said that it solved the matter; null where nothing was said."""
    handed_over_at: Instant | None
    """When the bot handed over to a person."""
    contacted_at: Instant | None
    """The first contact of the same account after it began; derived over whole tables, or given."""
    article: str | None
    """The article that was read."""
    next_touch_at: Instant | None
    """When the next touch of the account came, a touch being what `after` names; derived over
    whole tables, or given."""
    converted_at: Instant | None
    """When the account next converted, in one of the kinds asked for; derived over whole tables,
    or given."""
    upsold_at: Instant | None
    """When the account was next sold an upgrade; derived over whole tables, or given."""
    cross_sold_at: Instant | None
    """When the account was next sold another product; derived over whole tables, or given."""
    account_ended_at: Instant | None
    """When its account ended; derived over whole tables, or given."""


class Article(TypedDict, total=False):
    """An article of the knowledge base."""

    id: str | None
    """Its id, unique within one input. Required."""
    published_at: Instant | None
    """When it was published. Required."""
    updated_at: Instant | None
    """When it was last changed; null where it was not."""
    retired_at: Instant | None
    """When it was taken down; null while it is there."""
    views: int | None
    """How often it was read."""
    helpful: int | None
    """How many readers found it helpful."""
    unhelpful: int | None
    """How many readers did not."""


class Review(TypedDict, total=False):
    """A review: public feedback."""

    id: str | None
    """Its id, unique within one input. Required."""
    account: str | None
    """The account that wrote it."""
    ticket: str | None
    """The ticket it speaks of."""
    conversion: str | None
    """The conversion it speaks of."""
    platform: str | None
    """Where it was posted."""
    posted_at: Instant | None
    """When. Required."""
    stars: float | int | Decimal | str | None
    """How many stars."""
    scale_max: int | None
    """The most stars that can be given; 5 where it is null."""
    sentiment: str | None
    """positive, neutral or negative."""
    subject_at: Instant | None
    """When what it speaks of ended: the ticket's resolution, or the conversion; derived over
    whole tables, or given."""


class QualityReview(TypedDict, total=False):
    """A quality review: one criterion of one reviewed conversation. The criteria of a review share its id."""

    id: str | None
    """The review's id; one record for each of its criteria. Required."""
    agent: str | None
    """Whose conversation it is. Required."""
    ticket: str | None
    """The ticket under review."""
    contact: str | None
    """The contact under review."""
    reviewed_at: Instant | None
    """When it was reviewed. Required."""
    subject_at: Instant | None
    """When the conversation was."""
    criterion: str | None
    """product_knowledge, tone_and_voice, eagerness_to_help, script, greeting, clear_speech,
    mystery_shopping, or a word of one's own. Required."""
    mark: float | int | Decimal | str | None
    """The mark, from 0 to the highest; null where it does not apply."""
    scale_max: int | None
    """The highest mark; 100 where it is null."""
    weight: float | int | Decimal | str | None
    """How much the criterion weighs; 1 where it is null."""
    critical: bool | None
    """Whether failing it fails the review: it is failed with a mark of 0."""
    not_applicable: bool | None
    """Whether it does not apply to this conversation."""
    team: str | None
    """The reviewed agent's team."""
    department: str | None
    """The reviewed agent's department."""


class Tables(TypedDict, total=False):
    """Records by kind."""

    tickets: Records | None
    """A ticket: one customer request."""
    contacts: Records | None
    """A contact: a call or a chat."""
    legs: Records | None
    """A leg: the part of a contact that one agent handled. A contact that was passed on has
    several."""
    surveys: Records | None
    """A survey: an answer, or an invitation without one."""
    accounts: Records | None
    """An account: a customer from its first to its last day."""
    subscriptions: Records | None
    """A subscription: recurring revenue of an account from its first to its last day. An account
    can have several."""
    conversions: Records | None
    """A conversion: a purchase, an upsell, a refund, or another outcome that counts."""
    ledger_entries: Records | None
    """A ledger entry: money at a date, or spread over a period."""
    events: Records | None
    """A ticket event: one thing that happened to a ticket."""
    response_waits: Records | None
    """A wait for a reply: it opens with a customer's message and closes with the next public
    reply by a person."""
    holdings: Records | None
    """A holding: the uninterrupted time for which one agent had an unresolved ticket."""
    status_spans: Records | None
    """A status span: the uninterrupted time for which a ticket was in one status."""
    sla_targets: Records | None
    """An SLA target: one promise of a policy to one ticket; each promised next reply is one of
    its own."""
    agent_times: Records | None
    """Agent time: a stretch of an agent's shift, as it was or as it was planned."""
    work_spans: Records | None
    """A work span: a stretch of an agent's time in which state, plan and the number of
    conversations stay the same."""
    agents: Records | None
    """An agent, from the first to the last day of employment."""
    activities: Records | None
    """An activity: an agent helped a colleague, or volunteered."""
    employee_surveys: Records | None
    """An answer of an employee."""
    sessions: Records | None
    """A session: self-service, or a conversation with a bot."""
    articles: Records | None
    """An article of the knowledge base."""
    reviews: Records | None
    """A review: public feedback."""
    quality_reviews: Records | None
    """A quality review: one criterion of one reviewed conversation. The criteria of a review
    share its id."""


KINDS = {
    "tickets": "ticket",
    "contacts": "contact",
    "legs": "leg",
    "surveys": "survey",
    "accounts": "account",
    "subscriptions": "subscription",
    "conversions": "conversion",
    "ledger_entries": "ledger_entry",
    "events": "ticket_event",
    "response_waits": "response_wait",
    "holdings": "holding",
    "status_spans": "status_span",
    "sla_targets": "sla_target",
    "agent_times": "agent_time",
    "work_spans": "work_span",
    "agents": "agent",
    "activities": "activity",
    "employee_surveys": "employee_survey",
    "sessions": "session",
    "articles": "article",
    "reviews": "review",
    "quality_reviews": "quality_review",
}
"""The kind of record that each argument is for."""
