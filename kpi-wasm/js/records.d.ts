// The types of records, and every word that has a fixed meaning; printed by `cargo xtask gen`.

/** An instant: a `Date`, anything of Temporal's that has `epochMilliseconds`, or RFC 3339 text with its offset. */
export type Instant = Date | { readonly epochMilliseconds: number } | string;

/** Every KPI. */
export type KpiId =
  | "first_response_time"
  | "first_response_within_target"
  | "csat"
  | "nps"
  | "customer_effort_score"
  | "retention_rate"
  | "cost_per_conversation";

/** Every kind of record. */
export type RecordKind =
  | "ticket"
  | "contact"
  | "survey"
  | "account"
  | "ledger_entry";

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
  | "unknown_kpi"
  | "unknown_variant"
  | "unknown_parameter"
  | "bad_parameter"
  | "missing_input"
  | "unknown_input"
  | "bad_input"
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
  | "other_entry";

/** Why a figure has no value. */
export type Undefined =
  | "no_records"
  | "no_start_customers"
  | "no_costs"
  | "no_conversations"
  | "no_tickets"
  | "no_resolutions"
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
