// The types of records, and every word that has a fixed meaning; printed by `cargo xtask gen`.
import type { Input } from "./core.js";

/** An instant: a `Date`, anything of Temporal's that has `epochMilliseconds`, or RFC 3339 text with its offset. */
export type Instant = Date | { readonly epochMilliseconds: number } | string;

/** Every KPI. */
export type KpiId =
  | "first_response_time"
  | "first_response_within_target"
  | "average_response_time"
  | "answer_time"
  | "wait_time"
  | "hold_time"
  | "time_to_abandon"
  | "service_level"
  | "overdue_response_rate"
  | "sla_attainment"
  | "resolution_time"
  | "first_contact_resolution_rate"
  | "tickets_resolved"
  | "requests_processed"
  | "task_completion_rate"
  | "reopen_rate"
  | "repeat_contact_rate"
  | "solo_resolution_rate"
  | "touches_to_resolution"
  | "interactions_per_ticket"
  | "transfer_time"
  | "time_in_status"
  | "escalation_rate"
  | "canceled_requests"
  | "backlog"
  | "clearance_rate"
  | "ticket_volume"
  | "issues_by_type"
  | "arrival_profile"
  | "contact_rate"
  | "complaint_rate"
  | "deflection_rate"
  | "account_linkage_rate"
  | "abandonment_rate"
  | "answer_rate"
  | "handle_time"
  | "occupancy_rate"
  | "utilization"
  | "contacts_per_hour"
  | "employee_productivity"
  | "required_agents"
  | "csat"
  | "nps"
  | "customer_effort_score"
  | "survey_response_rate"
  | "positive_reviews"
  | "net_sentiment"
  | "agent_rating"
  | "dissatisfaction_with_organization"
  | "quality_score"
  | "self_service_utilization"
  | "self_service_completion_rate"
  | "bot_containment_rate"
  | "knowledge_base_articles"
  | "retention_rate"
  | "churn_rate"
  | "repeat_purchase_rate"
  | "customer_turnover"
  | "mrr_growth_rate"
  | "conversion_rate"
  | "upsell_rate"
  | "cross_sell_rate"
  | "customer_lifetime_value"
  | "lost_customer_value"
  | "cost_per_conversation"
  | "cost_per_conversion"
  | "support_cost_ratio"
  | "customer_acquisition_cost"
  | "employee_engagement"
  | "agent_attrition_rate"
  | "most_active_agents"
  | "top_agents"
  | "record_completeness";

/** Every preset. */
export type PresetName =
  | "common"
  | "overview"
  | "responsiveness"
  | "resolution"
  | "flow"
  | "workload"
  | "call_centre"
  | "demand"
  | "workforce"
  | "self_service"
  | "satisfaction"
  | "quality"
  | "reputation"
  | "people"
  | "loyalty"
  | "revenue"
  | "sales"
  | "cost"
  | "early_stage"
  | "established"
  | "s0"
  | "s1"
  | "s2"
  | "s3"
  | "s4";

/** Every kind of record. */
export type RecordKind =
  | "ticket"
  | "contact"
  | "leg"
  | "survey"
  | "account"
  | "subscription"
  | "conversion"
  | "ledger_entry"
  | "ticket_event"
  | "response_wait"
  | "holding"
  | "status_span"
  | "sla_target"
  | "agent_time"
  | "work_span"
  | "agent"
  | "activity"
  | "employee_survey"
  | "session"
  | "article"
  | "review"
  | "quality_review";

/** What went wrong. */
export type ErrorCode =
  | "missing_field"
  | "unknown_field"
  | "wrong_type"
  | "length_mismatch"
  | "duplicate_id"
  | "negative"
  | "wrong_order"
  | "response_before_creation"
  | "out_of_scale"
  | "bad_scale"
  | "mixed_scales"
  | "mixed_currencies"
  | "unknown_currency"
  | "too_fine"
  | "not_a_number"
  | "overflow"
  | "unknown_word"
  | "unknown_account"
  | "unknown_link"
  | "unknown_kpi"
  | "unknown_variant"
  | "not_loaded"
  | "unknown_parameter"
  | "bad_parameter"
  | "missing_input"
  | "unknown_input"
  | "bad_input"
  | "overloaded"
  | "cohort_mismatch"
  | "missing_records"
  | "unknown_record"
  | "bad_request"
  | "window_required"
  | "bad_window"
  | "as_of_required"
  | "as_of_counts"
  | "bad_instant"
  | "bad_zone"
  | "bad_calendar"
  | "no_hours"
  | "calendar_required"
  | "bad_policy"
  | "unknown_dimension"
  | "bad_bytes"
  | "definition_mismatch"
  | "not_contained";

/** Why a record is left out. */
export type Reason =
  | "open"
  | "unanswered"
  | "merged"
  | "spam"
  | "deleted"
  | "bot"
  | "outbound"
  | "inbound"
  | "abandoned"
  | "self_served"
  | "through_contact"
  | "no_clock_start"
  | "no_target"
  | "not_due"
  | "other_kind"
  | "no_anchor"
  | "no_account"
  | "no_interaction"
  | "no_reply"
  | "replaced"
  | "other_entry"
  | "closed"
  | "canceled"
  | "untouched"
  | "no_human_contact"
  | "unknown"
  | "window_open"
  | "short"
  | "not_queued"
  | "waiting"
  | "callback"
  | "failed"
  | "answered"
  | "abandoned_within_target"
  | "through_legs"
  | "no_agent"
  | "undelivered"
  | "other_rating"
  | "already_left"
  | "not_yet_customer"
  | "other_conversion"
  | "refunded"
  | "other_type"
  | "no_complaint"
  | "first_wait"
  | "no_promise"
  | "active"
  | "not_applicable"
  | "not_passed_on"
  | "outside_hours"
  | "no_schedule"
  | "through_spans"
  | "off_shift"
  | "contacted"
  | "through_session"
  | "other_session"
  | "no_bot"
  | "unrated"
  | "unlabelled"
  | "no_ticket"
  | "no_value";

/** Why a figure has no value. */
export type Undefined =
  | "no_records"
  | "no_start_customers"
  | "no_costs"
  | "no_conversations"
  | "no_tickets"
  | "no_resolutions"
  | "no_conversions"
  | "no_revenue"
  | "no_new_customers"
  | "no_retained_customers"
  | "no_losses"
  | "no_opening"
  | "no_available_time"
  | "no_paid_time"
  | "no_planned_time"
  | "overloaded"
  | "not_reached"
  | "not_ranked"
  | "small_sample"
  | "dimension_missing"
  | "mixed_scales"
  | "mixed_currencies";

/** The size of a bucket. */
export type Bucket =
  | "15min"
  | "30min"
  | "hour"
  | "day"
  | "week"
  | "month"
  | "quarter"
  | "year";

/** The day on which a week begins. */
export type WeekDay =
  | "monday"
  | "tuesday"
  | "wednesday"
  | "thursday"
  | "friday"
  | "saturday"
  | "sunday";

/**
 * A ticket: one customer request.
 *
 * Your own text columns stand beside the fields.
 */
export interface Ticket {
  /** Its id, unique within one input. Required. */
  id: string;
  /** The account it came from; null is allowed and counted where a KPI needs it. */
  account?: string | null;
  /** Where it came in: phone, email, chat, social, web, sms, in_person, self_service, or a word of one's own. */
  channel?: string | null;
  /** What it is about. */
  type?: string | null;
  /** How urgent it is. */
  priority?: string | null;
  /** new, open, pending, on_hold, resolved, closed, canceled, deleted, merged or spam. */
  status?: string | null;
  /** The team that has it. */
  team?: string | null;
  /** The department that has it. */
  department?: string | null;
  /** Its tags. */
  tags?: readonly string[] | null;
  /** Who opened it: customer (also where it is null), agent, bot or system. */
  openedBy?: string | null;
  /** The call or chat it was born of. */
  contact?: string | null;
  /** The sale it is linked to. */
  order?: string | null;
  /** Whether it is a complaint. */
  complaint?: boolean | null;
  /** positive, neutral or negative. */
  sentiment?: string | null;
  /** What is at stake or was canceled. */
  value?: string | null;
  /** The currency of the value. */
  currency?: string | null;
  /** When it was opened. Required. */
  createdAt: Instant;
  /** When a bot handed it over to people. */
  handoverAt?: Instant | null;
  /** When it first waited for people; derived from events, or given. */
  clockStart?: Instant | null;
  /** The first public reply by a person. */
  firstResponseAt?: Instant | null;
  /** When it was resolved for the first time. */
  firstResolvedAt?: Instant | null;
  /** When it was resolved for the last time; null while it is open. */
  resolvedAt?: Instant | null;
  /** When it was closed. */
  closedAt?: Instant | null;
  /** When it was canceled. */
  canceledAt?: Instant | null;
  /** When it was merged into another one. */
  mergedAt?: Instant | null;
  /** When it was deleted. */
  deletedAt?: Instant | null;
  /** When it was first escalated. */
  escalatedAt?: Instant | null;
  /** The instant of the promised response. */
  dueAt?: Instant | null;
  /** When it was first assigned to an agent. */
  firstAssignedAt?: Instant | null;
  /** When it was first reopened. */
  firstReopenedAt?: Instant | null;
  /** When the customer first reopened it. */
  firstReopenedByCustomerAt?: Instant | null;
  /** The first agent it was assigned to. */
  firstAssignee?: string | null;
  /** The agent it is assigned to now. */
  assignee?: string | null;
  /** The agent who replied first. */
  firstReplier?: string | null;
  /** The agent who made the counted resolution. */
  resolver?: string | null;
  /** What resolved it: person, bot, self_service or system. */
  resolvedBy?: string | null;
  /** Public replies by people. */
  agentReplies?: number | null;
  /** Messages by the customer. */
  customerMessages?: number | null;
  /** Replies by bots. */
  botReplies?: number | null;
  /** Changes from one person to another. */
  agentChanges?: number | null;
  /** People who held it. */
  distinctAgents?: number | null;
  /** People who worked on it without holding it. */
  collaborators?: number | null;
  /** Times it went from resolved back to open. */
  reopens?: number | null;
  /** The same, by the customer. */
  reopensByCustomer?: number | null;
  /** Times it was escalated. */
  escalations?: number | null;
  /** Responses that were promised. */
  responsesPromised?: number | null;
  /** Promised responses that came late. */
  responsesLate?: number | null;
  /** Total time in which the company owed the next step. */
  requesterWait?: number | string | null;
  /** Total time in which the customer owed the next step. */
  agentWait?: number | string | null;
  /** Total time on hold. */
  onHoldTime?: number | string | null;
  /** Whether a new case of the same account and type came within the days that count. */
  followedUp?: boolean | null;
  /**
   * When the next ticket of the same account and type came after the first response; derived over whole
   * tables, or given.
   */
  nextCaseAt?: Instant | null;
  /**
   * When the next ticket of the same account and type came after the first resolution; derived over whole
   * tables, or given.
   */
  nextCaseAfterResolutionAt?: Instant | null;
  /**
   * Whether its status spans are given, so that they say when it was open; derived over whole tables, or
   * given.
   */
  throughSpans?: boolean | null;
  /** When the account next bought after the ticket was opened; derived over whole tables, or given. */
  nextPurchaseAt?: Instant | null;
  /**
   * When the next touch of the account came, a touch being what `after` names; derived over whole tables, or
   * given.
   */
  nextTouchAt?: Instant | null;
  /** When the account next converted, in one of the kinds asked for; derived over whole tables, or given. */
  convertedAt?: Instant | null;
  /** When the account was next sold an upgrade; derived over whole tables, or given. */
  upsoldAt?: Instant | null;
  /** When the account was next sold another product; derived over whole tables, or given. */
  crossSoldAt?: Instant | null;
  /** When its account ended; derived over whole tables, or given. */
  accountEndedAt?: Instant | null;
  /** When its account began; derived over whole tables, or given. */
  accountStartedAt?: Instant | null;
  /** When the last session of the account before the ticket began; derived over whole tables, or given. */
  sessionBeforeAt?: Instant | null;
  /** Whether a conversion that is no refund names it; derived over whole tables, or given. */
  hasConversion?: boolean | null;
  [segment: string]: unknown;
}

/**
 * A contact: a call or a chat.
 *
 * Your own text columns stand beside the fields.
 */
export interface Contact {
  /** Its id, unique within one input. Required. */
  id: string;
  /** The account it came from. */
  account?: string | null;
  /** The ticket it belongs to. */
  ticket?: string | null;
  /** The person who answered first. */
  agent?: string | null;
  /** phone, chat, or a word of one's own. Required. */
  channel: string;
  /** inbound (also where it is null) or outbound. */
  direction?: string | null;
  /** The team that took it. */
  team?: string | null;
  /** The department that took it. */
  department?: string | null;
  /** When the call or chat began; it or `queued_at` is required. */
  startedAt?: Instant | null;
  /** When it began to wait for a person. */
  queuedAt?: Instant | null;
  /** When a person answered. */
  answeredAt?: Instant | null;
  /** When it ended. */
  endedAt?: Instant | null;
  /** answered, abandoned, callback, failed or self_served. Required. */
  outcome: string;
  /** Where it was abandoned: menu, queue, hold or conversation. */
  abandonStep?: string | null;
  /** Whether the inquiry was resolved. */
  resolved?: boolean | null;
  /** Whether it came before or after a purchase. */
  purchaseStage?: string | null;
  /** Completed transfers. */
  transfers?: number | null;
  /** Time in conversation. */
  talk?: number | string | null;
  /** Time on hold. */
  hold?: number | string | null;
  /** Work after the conversation. */
  wrapUp?: number | string | null;
  /** When the next inbound contact of the same account began; derived over whole tables, or given. */
  nextCaseAt?: Instant | null;
  /** When the account next bought after the contact began; derived over whole tables, or given. */
  nextPurchaseAt?: Instant | null;
  /**
   * When the next touch of the account came, a touch being what `after` names; derived over whole tables, or
   * given.
   */
  nextTouchAt?: Instant | null;
  /** When the account next converted, in one of the kinds asked for; derived over whole tables, or given. */
  convertedAt?: Instant | null;
  /** When the account was next sold an upgrade; derived over whole tables, or given. */
  upsoldAt?: Instant | null;
  /** When the account was next sold another product; derived over whole tables, or given. */
  crossSoldAt?: Instant | null;
  /** When its account ended; derived over whole tables, or given. */
  accountEndedAt?: Instant | null;
  /** Whether its legs are given; derived over whole tables, or given. */
  throughLegs?: boolean | null;
  /** Whether the agent was on shift when answering it; derived over whole tables, or given. */
  onShift?: boolean | null;
  [segment: string]: unknown;
}

/**
 * A leg: the part of a contact that one agent handled. A contact that was passed on has several.
 *
 * Your own text columns stand beside the fields.
 */
export interface Leg {
  /** The contact it is a part of. Required. */
  contact: string;
  /** The agent who handled it. Required. */
  agent: string;
  /** When the agent took it. Required. */
  from: Instant;
  /** When the agent was done with it, wrap-up included. Required. */
  to: Instant;
  /** Time in conversation. */
  talk?: number | string | null;
  /** Time on hold. */
  hold?: number | string | null;
  /** Work after the conversation. */
  wrapUp?: number | string | null;
  /** Whether the agent was on shift when taking it; derived over whole tables, or given. */
  onShift?: boolean | null;
  [segment: string]: unknown;
}

/**
 * A survey: an answer, or an invitation without one.
 *
 * Your own text columns stand beside the fields.
 */
export interface Survey {
  /** Its id; a later answer with the same id replaces the earlier one. Required. */
  id: string;
  /** csat, nps, ces, resolution, agent, organization, or a word of one's own. Required. */
  kind: string;
  /** transactional, relational or exit. */
  moment?: string | null;
  /** The ticket it asks about. */
  ticket?: string | null;
  /** The contact it asks about. */
  contact?: string | null;
  /** Who answered. */
  account?: string | null;
  /** The agent it asks about. */
  agent?: string | null;
  /** Where the ticket or contact came in. */
  channel?: string | null;
  /** The lowest point of the scale. Required. */
  scaleMin: number;
  /** The highest point of the scale. Required. */
  scaleMax: number;
  /** high_is_good (also where it is null) or low_is_good. */
  direction?: string | null;
  /** The answer on the scale; null where there is none. */
  score?: number | string | null;
  /** The answer to a yes or no question. */
  answer?: boolean | null;
  /** The reason given, in exit surveys. */
  reason?: string | null;
  /** The weight of the answer in a weighted sample. */
  weight?: number | string | null;
  /** When the invitation was sent. */
  sentAt?: Instant | null;
  /** When it was delivered. */
  deliveredAt?: Instant | null;
  /** When it was answered; null where it was not. */
  submittedAt?: Instant | null;
  /** A later answer with the same id is in the same input; set by the report. */
  replaced?: boolean | null;
  /** When the account that answered ended; derived over whole tables, or given. */
  accountEndedAt?: Instant | null;
  [segment: string]: unknown;
}

/**
 * An account: a customer from its first to its last day.
 *
 * Your own text columns stand beside the fields.
 */
export interface Account {
  /** Its id, unique within one input. Required. */
  id: string;
  /** business or consumer. */
  kind?: string | null;
  /** Its tier. */
  tier?: string | null;
  /** Its plan. */
  plan?: string | null;
  /** Its region. */
  region?: string | null;
  /** Its segment. */
  segment?: string | null;
  /** The first instant as a customer. Required. */
  startedAt: Instant;
  /** The first instant not a customer; null while it still is one. */
  endedAt?: Instant | null;
  /** Why it ended. */
  endReason?: string | null;
  /** Whether it serves as a reference. */
  reference?: boolean | null;
  /** What it was worth when it ended; derived over whole tables from its purchases, or given. */
  value?: string | null;
  /** The currency of the value: three capital letters. */
  currency?: string | null;
  [segment: string]: unknown;
}

/**
 * A subscription: recurring revenue of an account from its first to its last day. An account can have
 * several.
 *
 * Your own text columns stand beside the fields.
 */
export interface Subscription {
  /** The account that pays. Required. */
  account: string;
  /** Its plan. */
  plan?: string | null;
  /** The first instant at which it runs. Required. */
  startedAt: Instant;
  /** The first instant at which it does not; null while it runs. */
  endedAt?: Instant | null;
  /** Revenue of a month: without tax and one-off fees, a year's divided by 12. Required. */
  mrr: string;
  /** The currency: three capital letters. Required. */
  currency: string;
  /** When the account's first subscription with revenue began; derived over whole tables, or given. */
  customerSince?: Instant | null;
  [segment: string]: unknown;
}

/**
 * A conversion: a purchase, an upsell, a refund, or another outcome that counts.
 *
 * Your own text columns stand beside the fields.
 */
export interface Conversion {
  /** Its id, unique within one input. Required. */
  id: string;
  /** The account it is of; null is allowed and counted where a KPI needs it. */
  account?: string | null;
  /** When it happened. Required. */
  at: Instant;
  /** purchase, renewal, upsell, cross_sell, setup, new_customer, refund, or a word of one's own. Required. */
  kind: string;
  /** How much. */
  amount?: string | null;
  /** The currency: three capital letters. */
  currency?: string | null;
  /** The agent it is credited to. */
  agent?: string | null;
  /** The contact it is credited to. */
  contact?: string | null;
  /** The ticket it is credited to. */
  ticket?: string | null;
  /** The self-service session it is credited to. */
  session?: string | null;
  /** The order it is of; a refund names the order that it gives back. */
  order?: string | null;
  /** When it was canceled. */
  canceledAt?: Instant | null;
  /** When the account first bought; derived over whole tables, or given. */
  firstPurchaseAt?: Instant | null;
  /** Whether a refund names its order; derived over whole tables, or given. */
  refunded?: boolean | null;
  [segment: string]: unknown;
}

/**
 * A ledger entry: money at a date, or spread over a period.
 *
 * Your own text columns stand beside the fields.
 */
export interface LedgerEntry {
  /** When it counts; it, or `from` and `to`, is required. */
  at?: Instant | null;
  /** The start of the period over which it is spread evenly. */
  from?: Instant | null;
  /** The end of that period, not included. */
  to?: Instant | null;
  /** cost, revenue, acquisition_cost or penalty. Required. */
  kind: string;
  /** salaries, training, software, infrastructure, or a word of one's own. */
  category?: string | null;
  /** The channel it is for. */
  channel?: string | null;
  /** The type of issue it is for. */
  type?: string | null;
  /** The department it is for. */
  department?: string | null;
  /** How much. Required. */
  amount: string;
  /** The currency: three capital letters. Required. */
  currency: string;
  [segment: string]: unknown;
}

/**
 * A ticket event: one thing that happened to a ticket.
 *
 * Your own text columns stand beside the fields.
 */
export interface TicketEvent {
  /** The ticket. Required. */
  ticket: string;
  /** When it happened. Required. */
  at: Instant;
  /**
   * What happened: created, customer_message, agent_reply, private_note, bot_reply, auto_reply, handover,
   * assigned, transferred, escalated, status, pending, on_hold, resumed, resolved, reopened, canceled,
   * merged, deleted, spam, closed, priority or promised. Required.
   */
  kind: string;
  /** What the actor was at that moment: customer, agent, bot or system. */
  actorKind?: string | null;
  /** Who did it. */
  actor?: string | null;
  /** The new status, priority or assignee. */
  value?: string | null;
  /** When the promised response is due. */
  dueAt?: Instant | null;
  /** Its place among the events of the same instant. */
  sequence?: number | null;
  [segment: string]: unknown;
}

/**
 * A wait for a reply: it opens with a customer's message and closes with the next public reply by a person.
 *
 * Your own text columns stand beside the fields.
 */
export interface ResponseWait {
  /** The ticket. Required. */
  ticket: string;
  /** When it opened: at the first message after a reply, or at the start of the ticket's clock. Required. */
  openedAt: Instant;
  /** When a person replied; null while nobody has. */
  closedAt?: Instant | null;
  /** The agent who replied. */
  agent?: string | null;
  /** Whether it is the wait for the first reply of all. */
  first?: boolean | null;
  /** The account of the ticket. */
  account?: string | null;
  /** The channel of the ticket. */
  channel?: string | null;
  /** The type of the ticket. */
  type?: string | null;
  /** The priority of the ticket. */
  priority?: string | null;
  /** The team of the ticket. */
  team?: string | null;
  /** The department of the ticket. */
  department?: string | null;
  [segment: string]: unknown;
}

/**
 * A holding: the uninterrupted time for which one agent had an unresolved ticket.
 *
 * Your own text columns stand beside the fields.
 */
export interface Holding {
  /** The ticket. Required. */
  ticket: string;
  /** The agent who had it. Required. */
  agent: string;
  /** When the agent got it. Required. */
  from: Instant;
  /** When the agent gave it up, or it was resolved; null while the agent has it. */
  to?: Instant | null;
  /** When another agent next had it; null where nobody took it over. */
  nextFrom?: Instant | null;
  /** The account of the ticket. */
  account?: string | null;
  /** The channel of the ticket. */
  channel?: string | null;
  /** The type of the ticket. */
  type?: string | null;
  /** The priority of the ticket. */
  priority?: string | null;
  /** The team of the ticket. */
  team?: string | null;
  /** The department of the ticket. */
  department?: string | null;
  [segment: string]: unknown;
}

/**
 * A status span: the uninterrupted time for which a ticket was in one status.
 *
 * Your own text columns stand beside the fields.
 */
export interface StatusSpan {
  /** The ticket. Required. */
  ticket: string;
  /** The status it was in. Required. */
  status: string;
  /** The status before; null at the start. */
  previous?: string | null;
  /** When it came into the status. Required. */
  from: Instant;
  /** When it left it; null while it is in it. */
  to?: Instant | null;
  /** When the ticket was created. */
  createdAt?: Instant | null;
  /** Who brought it into the status: customer, agent, bot or system. */
  actorKind?: string | null;
  /** The account of the ticket. */
  account?: string | null;
  /** The channel of the ticket. */
  channel?: string | null;
  /** The type of the ticket. */
  type?: string | null;
  /** The priority of the ticket. */
  priority?: string | null;
  /** The team of the ticket. */
  team?: string | null;
  /** The department of the ticket. */
  department?: string | null;
  [segment: string]: unknown;
}

/**
 * An SLA target: one promise of a policy to one ticket; each promised next reply is one of its own.
 *
 * Your own text columns stand beside the fields.
 */
export interface SlaTarget {
  /** The ticket. Required. */
  ticket: string;
  /** The policy; null where none applies. */
  policy?: string | null;
  /** What is promised: first_response, next_response or resolution; null where no policy applies. */
  metric?: string | null;
  /** When its clock started. */
  startedAt?: Instant | null;
  /** When it was or will be breached; null while its clock stands. */
  dueAt?: Instant | null;
  /** When it was met; null while it was not. */
  metAt?: Instant | null;
  /** met, breached, running, paused or not_applicable. */
  state?: string | null;
  /** By how much its clock passed the target; null where it did not. */
  overBy?: number | string | null;
  /** The account of the ticket. */
  account?: string | null;
  /** The channel of the ticket. */
  channel?: string | null;
  /** The type of the ticket. */
  type?: string | null;
  /** The priority of the ticket. */
  priority?: string | null;
  /** The team of the ticket. */
  team?: string | null;
  /** The department of the ticket. */
  department?: string | null;
  [segment: string]: unknown;
}

/**
 * Agent time: a stretch of an agent's shift, as it was or as it was planned.
 *
 * Your own text columns stand beside the fields.
 */
export interface AgentTime {
  /** The agent. Required. */
  agent: string;
  /** When it begins. Required. */
  from: Instant;
  /** When it ends, not included; one that ends when it begins adds nothing. Required. */
  to: Instant;
  /** available, break, training, meeting or off. Required. */
  state: string;
  /** Whether it is paid; where it is null, breaks and time off are not and the rest is. */
  paid?: boolean | null;
  /** Whether it is a plan rather than a fact. */
  scheduled?: boolean | null;
  /** The agent's team. */
  team?: string | null;
  /** Whether the agent's first shift of its local date begins with it; derived over whole tables, or given. */
  firstOfDay?: boolean | null;
  [segment: string]: unknown;
}

/**
 * A work span: a stretch of an agent's time in which state, plan and the number of conversations stay the
 * same.
 *
 * Your own text columns stand beside the fields.
 */
export interface WorkSpan {
  /** The agent. Required. */
  agent: string;
  /** The agent's team. */
  team?: string | null;
  /** When it begins. Required. */
  from: Instant;
  /** When it ends, not included. Required. */
  to: Instant;
  /** available, break, training, meeting or off; null where no shift covers it. */
  state?: string | null;
  /** Whether it is paid. */
  paid?: boolean | null;
  /** The state that was planned; null where nothing was. */
  planned?: string | null;
  /** How many conversations the agent handles at once; none where it is null. */
  handled?: number | null;
  [segment: string]: unknown;
}

/**
 * An agent, from the first to the last day of employment.
 *
 * Your own text columns stand beside the fields.
 */
export interface Agent {
  /** The agent's id, unique within one input. Required. */
  id: string;
  /** The team. */
  team?: string | null;
  /** The department. */
  department?: string | null;
  /** The first instant of employment; null where it lies before all that is known. */
  hiredAt?: Instant | null;
  /** The first instant after it; null while employed. */
  leftAt?: Instant | null;
  [segment: string]: unknown;
}

/**
 * An activity: an agent helped a colleague, or volunteered.
 *
 * Your own text columns stand beside the fields.
 */
export interface Activity {
  /** The agent. Required. */
  agent: string;
  /** When it was. Required. */
  at: Instant;
  /** helping or volunteering. */
  kind?: string | null;
  /** The agent's team; derived over whole tables where it is null, or given. */
  team?: string | null;
  /** The agent's department; the same. */
  department?: string | null;
  [segment: string]: unknown;
}

/**
 * An answer of an employee.
 *
 * Your own text columns stand beside the fields.
 */
export interface EmployeeSurvey {
  /** Who answered. Required. */
  employee: string;
  /** When. Required. */
  submittedAt: Instant;
  /** The answer on the scale; null where a question was left blank. */
  score?: number | string | null;
  /** The lowest point of the scale; 1 where it is null. */
  scaleMin?: number | null;
  /** The highest point of the scale; 10 where it is null. */
  scaleMax?: number | null;
  /** The employee's team. */
  team?: string | null;
  /** The employee's department. */
  department?: string | null;
  [segment: string]: unknown;
}

/**
 * A session: self-service, or a conversation with a bot.
 *
 * Your own text columns stand beside the fields.
 */
export interface Session {
  /** Its id, unique within one input. Required. */
  id: string;
  /** The account of the visitor; null where the visitor is not known. */
  account?: string | null;
  /** help_center, article, forum or chatbot. Required. */
  kind: string;
  /** When it began. Required. */
  startedAt: Instant;
  /** When it ended. */
  endedAt?: Instant | null;
  /** Whether the visitor said that it solved the matter; null where nothing was said. */
  solved?: boolean | null;
  /** When the bot handed over to a person. */
  handedOverAt?: Instant | null;
  /** The first contact of the same account after it began; derived over whole tables, or given. */
  contactedAt?: Instant | null;
  /** The article that was read. */
  article?: string | null;
  /**
   * When the next touch of the account came, a touch being what `after` names; derived over whole tables, or
   * given.
   */
  nextTouchAt?: Instant | null;
  /** When the account next converted, in one of the kinds asked for; derived over whole tables, or given. */
  convertedAt?: Instant | null;
  /** When the account was next sold an upgrade; derived over whole tables, or given. */
  upsoldAt?: Instant | null;
  /** When the account was next sold another product; derived over whole tables, or given. */
  crossSoldAt?: Instant | null;
  /** When its account ended; derived over whole tables, or given. */
  accountEndedAt?: Instant | null;
  [segment: string]: unknown;
}

/**
 * An article of the knowledge base.
 *
 * Your own text columns stand beside the fields.
 */
export interface Article {
  /** Its id, unique within one input. Required. */
  id: string;
  /** When it was published. Required. */
  publishedAt: Instant;
  /** When it was last changed; null where it was not. */
  updatedAt?: Instant | null;
  /** When it was taken down; null while it is there. */
  retiredAt?: Instant | null;
  /** How often it was read. */
  views?: number | null;
  /** How many readers found it helpful. */
  helpful?: number | null;
  /** How many readers did not. */
  unhelpful?: number | null;
  [segment: string]: unknown;
}

/**
 * A review: public feedback.
 *
 * Your own text columns stand beside the fields.
 */
export interface Review {
  /** Its id, unique within one input. Required. */
  id: string;
  /** The account that wrote it. */
  account?: string | null;
  /** The ticket it speaks of. */
  ticket?: string | null;
  /** The conversion it speaks of. */
  conversion?: string | null;
  /** Where it was posted. */
  platform?: string | null;
  /** When. Required. */
  postedAt: Instant;
  /** How many stars. */
  stars?: number | string | null;
  /** The most stars that can be given; 5 where it is null. */
  scaleMax?: number | null;
  /** positive, neutral or negative. */
  sentiment?: string | null;
  /**
   * When what it speaks of ended: the ticket's resolution, or the conversion; derived over whole tables, or
   * given.
   */
  subjectAt?: Instant | null;
  [segment: string]: unknown;
}

/**
 * A quality review: one criterion of one reviewed conversation. The criteria of a review share its id.
 *
 * Your own text columns stand beside the fields.
 */
export interface QualityReview {
  /** The review's id; one record for each of its criteria. Required. */
  id: string;
  /** Whose conversation it is. Required. */
  agent: string;
  /** The ticket under review. */
  ticket?: string | null;
  /** The contact under review. */
  contact?: string | null;
  /** When it was reviewed. Required. */
  reviewedAt: Instant;
  /** When the conversation was. */
  subjectAt?: Instant | null;
  /**
   * product_knowledge, tone_and_voice, eagerness_to_help, script, greeting, clear_speech, mystery_shopping,
   * or a word of one's own. Required.
   */
  criterion: string;
  /** The mark, from 0 to the highest; null where it does not apply. */
  mark?: number | string | null;
  /** The highest mark; 100 where it is null. */
  scaleMax?: number | null;
  /** How much the criterion weighs; 1 where it is null. */
  weight?: number | string | null;
  /** Whether failing it fails the review: it is failed with a mark of 0. */
  critical?: boolean | null;
  /** Whether it does not apply to this conversation. */
  notApplicable?: boolean | null;
  /** The reviewed agent's team. */
  team?: string | null;
  /** The reviewed agent's department. */
  department?: string | null;
  [segment: string]: unknown;
}

/** Records by kind. */
export interface Records {
  /** A ticket: one customer request. */
  tickets?: Input<Ticket> | undefined;
  /** A contact: a call or a chat. */
  contacts?: Input<Contact> | undefined;
  /** A leg: the part of a contact that one agent handled. A contact that was passed on has several. */
  legs?: Input<Leg> | undefined;
  /** A survey: an answer, or an invitation without one. */
  surveys?: Input<Survey> | undefined;
  /** An account: a customer from its first to its last day. */
  accounts?: Input<Account> | undefined;
  /**
   * A subscription: recurring revenue of an account from its first to its last day. An account can have
   * several.
   */
  subscriptions?: Input<Subscription> | undefined;
  /** A conversion: a purchase, an upsell, a refund, or another outcome that counts. */
  conversions?: Input<Conversion> | undefined;
  /** A ledger entry: money at a date, or spread over a period. */
  ledgerEntries?: Input<LedgerEntry> | undefined;
  /** A ticket event: one thing that happened to a ticket. */
  events?: Input<TicketEvent> | undefined;
  /** A wait for a reply: it opens with a customer's message and closes with the next public reply by a person. */
  responseWaits?: Input<ResponseWait> | undefined;
  /** A holding: the uninterrupted time for which one agent had an unresolved ticket. */
  holdings?: Input<Holding> | undefined;
  /** A status span: the uninterrupted time for which a ticket was in one status. */
  statusSpans?: Input<StatusSpan> | undefined;
  /** An SLA target: one promise of a policy to one ticket; each promised next reply is one of its own. */
  slaTargets?: Input<SlaTarget> | undefined;
  /** Agent time: a stretch of an agent's shift, as it was or as it was planned. */
  agentTimes?: Input<AgentTime> | undefined;
  /**
   * A work span: a stretch of an agent's time in which state, plan and the number of conversations stay the
   * same.
   */
  workSpans?: Input<WorkSpan> | undefined;
  /** An agent, from the first to the last day of employment. */
  agents?: Input<Agent> | undefined;
  /** An activity: an agent helped a colleague, or volunteered. */
  activities?: Input<Activity> | undefined;
  /** An answer of an employee. */
  employeeSurveys?: Input<EmployeeSurvey> | undefined;
  /** A session: self-service, or a conversation with a bot. */
  sessions?: Input<Session> | undefined;
  /** An article of the knowledge base. */
  articles?: Input<Article> | undefined;
  /** A review: public feedback. */
  reviews?: Input<Review> | undefined;
  /** A quality review: one criterion of one reviewed conversation. The criteria of a review share its id. */
  qualityReviews?: Input<QualityReview> | undefined;
}
