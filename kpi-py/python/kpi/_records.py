"""The types of records, and every word that has a fixed meaning; printed by `cargo xtask gen`."""

from collections.abc import Sequence
from datetime import timedelta
from decimal import Decimal
from typing import Literal, TypeAlias, TypedDict

from ._types import Instant, Records

__all__ = [
    "Account",
    "Bucket",
    "Contact",
    "Conversion",
    "ErrorCode",
    "Holding",
    "KpiId",
    "LedgerEntry",
    "Leg",
    "PresetName",
    "Reason",
    "RecordKind",
    "ResponseWait",
    "SlaTarget",
    "StatusSpan",
    "Subscription",
    "Survey",
    "Tables",
    "Ticket",
    "TicketEvent",
    "Undefined",
    "WeekDay",
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
    "abandonment_rate",
    "answer_rate",
    "handle_time",
    "csat",
    "nps",
    "customer_effort_score",
    "survey_response_rate",
    "agent_rating",
    "retention_rate",
    "churn_rate",
    "repeat_purchase_rate",
    "mrr_growth_rate",
    "cost_per_conversation",
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
    "satisfaction",
    "quality",
    "loyalty",
    "revenue",
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
    "unknown_parameter",
    "bad_parameter",
    "missing_input",
    "unknown_input",
    "bad_input",
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
    "other_conversion",
    "refunded",
    "no_complaint",
    "first_wait",
    "no_promise",
    "active",
    "not_applicable",
    "not_passed_on",
    "outside_hours",
    "no_schedule",
    "through_spans",
]
"""Why a record is left out."""

Undefined: TypeAlias = Literal[
    "no_records",
    "no_start_customers",
    "no_costs",
    "no_conversations",
    "no_tickets",
    "no_resolutions",
    "no_losses",
    "no_opening",
    "not_reached",
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
    through_legs: bool | None
    """Whether its legs are given; derived over whole tables, or given."""


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
}
"""The kind of record that each argument is for."""
