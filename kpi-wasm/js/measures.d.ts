// The KPIs as measures over records; printed by `cargo xtask gen` from the catalogue.
import type { Report, ReportRequest } from "./core.js";
import type { Count, Seconds } from "./formulas.js";
import type { Records } from "./records.js";

/** What every measure may be told beside its records and parameters. */
export type MeasureOptions = Omit<ReportRequest, "kpis" | "preset" | keyof Records>;

/** By kind of record, the instant that puts a record in a bucket. */
export type Anchors = Readonly<Record<string, string>>;

/** What the measure `firstResponseTime` takes. */
export interface FirstResponseTimeOptions
  extends MeasureOptions, Pick<ReportRequest, "tickets" | "contacts"> {
  /**
   * The variant; `from_handover` where it is not given.
   * - `from_handover`: How long customers wait for the first reply by a person, from the moment they wait for
   *   people.
   * - `from_created`: How long customers wait for the first reply by a person, from the moment they ask: what
   *   they feel, the bot's time included.
   */
  variant?: "from_handover" | "from_created";
  /**
   * `calendar` counts all time; `business` counts the open hours of the request's `calendar`, by the schedule
   * of each record (`no_schedule` is left out where it has none). A request's own `clock` stands for all KPIs
   * that have this parameter.
   * @defaultValue `calendar`
   */
  clock?: "calendar" | "business";
  /**
   * Cuts that give the share of records in each band: `band_0_3600` is 0 to 3,600 s, both included;
   * `band_3600_14400` is above 3,600 s and up to 14,400 s; `band_14400_up` is above it.
   * @defaultValue `[]`
   */
  bands?: readonly Seconds[];
  /**
   * `exact` keeps every value and gives R's type 7; `sketch` keeps counts in bins, gives the middle of the
   * bin that holds the type 1 quantile, and states the largest relative error.
   * @defaultValue `exact`
   */
  quantiles?: "exact" | "sketch";
  /** By kind of record, the instant that puts a record in a bucket. */
  anchor?: Anchors;
}

/** What the measure `firstResponseWithinTarget` takes. */
export interface FirstResponseWithinTargetOptions
  extends MeasureOptions, Pick<ReportRequest, "tickets" | "contacts"> {
  /** The variant; `standard` where it is not given. */
  variant?: "standard";
  /**
   * The target by channel. `s4`: phone 180 s, chat 300 s, social 86,400 s, email 43,200 s (the upper ends
   * that S4 quotes). `s0`: phone 180 s, chat 45 s. Or one's own, such as {"phone": 60}.
   * @defaultValue `s4`
   */
  targets?: "s4" | "s0" | Readonly<Record<string, Seconds>>;
  /**
   * The field that the targets are by: channel, priority, or a segment of one's own such as tier.
   * @defaultValue `channel`
   */
  targetsBy?: string;
  /**
   * `calendar` counts all time; `business` counts the open hours of the request's `calendar`, by the schedule
   * of each record (`no_schedule` is left out where it has none). A request's own `clock` stands for all KPIs
   * that have this parameter.
   * @defaultValue `calendar`
   */
  clock?: "calendar" | "business";
  /** By kind of record, the instant that puts a record in a bucket. */
  anchor?: Anchors;
}

/** What the measure `averageResponseTime` takes. */
export interface AverageResponseTimeOptions
  extends MeasureOptions, Pick<ReportRequest, "responseWaits"> {
  /**
   * The variant; `after_first` where it is not given.
   * - `after_first`: How long customers wait for each further reply, once a person has replied for the first
   *   time.
   * - `with_first`: How long customers wait for a reply, the first one and every further one.
   */
  variant?: "after_first" | "with_first";
  /**
   * `calendar` counts all time; `business` counts the open hours of the request's `calendar`, by the schedule
   * of each record (`no_schedule` is left out where it has none). A request's own `clock` stands for all KPIs
   * that have this parameter.
   * @defaultValue `calendar`
   */
  clock?: "calendar" | "business";
  /**
   * Cuts that give the share of records in each band: `band_0_3600` is 0 to 3,600 s, both included;
   * `band_3600_14400` is above 3,600 s and up to 14,400 s; `band_14400_up` is above it.
   * @defaultValue `[]`
   */
  bands?: readonly Seconds[];
  /**
   * `exact` keeps every value and gives R's type 7; `sketch` keeps counts in bins, gives the middle of the
   * bin that holds the type 1 quantile, and states the largest relative error.
   * @defaultValue `exact`
   */
  quantiles?: "exact" | "sketch";
  /** By kind of record, the instant that puts a record in a bucket. */
  anchor?: Anchors;
}

/** What the measure `answerTime` takes. */
export interface AnswerTimeOptions
  extends MeasureOptions, Pick<ReportRequest, "contacts"> {
  /**
   * The variant; `from_queue` where it is not given.
   * - `from_queue`: How long customers wait in the queue until a person answers the call or chat; its mean is
   *   the average speed of answer.
   * - `from_start`: How long customers wait from dialling, or opening the chat, until a person answers: what
   *   they feel, the menu's time included.
   */
  variant?: "from_queue" | "from_start";
  /**
   * `calendar` counts all time; `business` counts the open hours of the request's `calendar`, by the schedule
   * of each record (`no_schedule` is left out where it has none). A request's own `clock` stands for all KPIs
   * that have this parameter.
   * @defaultValue `calendar`
   */
  clock?: "calendar" | "business";
  /**
   * Cuts that give the share of records in each band: `band_0_3600` is 0 to 3,600 s, both included;
   * `band_3600_14400` is above 3,600 s and up to 14,400 s; `band_14400_up` is above it.
   * @defaultValue `[]`
   */
  bands?: readonly Seconds[];
  /**
   * `exact` keeps every value and gives R's type 7; `sketch` keeps counts in bins, gives the middle of the
   * bin that holds the type 1 quantile, and states the largest relative error.
   * @defaultValue `exact`
   */
  quantiles?: "exact" | "sketch";
  /** By kind of record, the instant that puts a record in a bucket. */
  anchor?: Anchors;
}

/** What the measure `waitTime` takes. */
export interface WaitTimeOptions
  extends MeasureOptions, Pick<ReportRequest, "tickets" | "contacts"> {
  /**
   * The variant; `requester` where it is not given.
   * - `requester`: How long customers wait in all until their request is resolved: the time in which the next
   *   step was the company's.
   * - `agent_wait_time`: How long agents wait for customers until a request is resolved: the time in which
   *   the next step was the customer's.
   * - `queue`: How long customers wait in the queue for a call or chat, whether somebody answers or they give
   *   up.
   */
  variant?: "requester" | "agent_wait_time" | "queue";
  /**
   * Cuts that give the share of records in each band: `band_0_3600` is 0 to 3,600 s, both included;
   * `band_3600_14400` is above 3,600 s and up to 14,400 s; `band_14400_up` is above it.
   * @defaultValue `[]`
   */
  bands?: readonly Seconds[];
  /**
   * `exact` keeps every value and gives R's type 7; `sketch` keeps counts in bins, gives the middle of the
   * bin that holds the type 1 quantile, and states the largest relative error.
   * @defaultValue `exact`
   */
  quantiles?: "exact" | "sketch";
  /**
   * `calendar` counts all time; `business` counts the open hours of the request's `calendar`, by the schedule
   * of each record (`no_schedule` is left out where it has none). A request's own `clock` stands for all KPIs
   * that have this parameter.
   * @defaultValue `calendar`
   *
   * Of `queue`.
   */
  clock?: "calendar" | "business";
  /** By kind of record, the instant that puts a record in a bucket. */
  anchor?: Anchors;
}

/** What the measure `holdTime` takes. */
export interface HoldTimeOptions
  extends MeasureOptions, Pick<ReportRequest, "contacts"> {
  /** The variant; `standard` where it is not given. */
  variant?: "standard";
  /**
   * Contacts that the customer began, that the company began, or both. An unknown direction is inbound.
   * @defaultValue `inbound`
   */
  direction?: "inbound" | "outbound" | "both";
  /**
   * Cuts that give the share of records in each band: `band_0_3600` is 0 to 3,600 s, both included;
   * `band_3600_14400` is above 3,600 s and up to 14,400 s; `band_14400_up` is above it.
   * @defaultValue `[]`
   */
  bands?: readonly Seconds[];
  /**
   * `exact` keeps every value and gives R's type 7; `sketch` keeps counts in bins, gives the middle of the
   * bin that holds the type 1 quantile, and states the largest relative error.
   * @defaultValue `exact`
   */
  quantiles?: "exact" | "sketch";
  /** By kind of record, the instant that puts a record in a bucket. */
  anchor?: Anchors;
}

/** What the measure `timeToAbandon` takes. */
export interface TimeToAbandonOptions
  extends MeasureOptions, Pick<ReportRequest, "contacts"> {
  /**
   * The variant; `standard` where it is not given.
   * - `standard`: How long customers wait in the queue before they give up.
   * - `longest_wait`: The longest time that a customer waited in the queue, whether somebody answered, the
   *   customer gave up, or still waits.
   * - `patience`: How long customers are ready to wait: what the time to abandon would be if nobody answered.
   */
  variant?: "standard" | "longest_wait" | "patience";
  /**
   * A contact given up within so many seconds is short: a wrong number or a slip. The clock starts at the
   * queue, with the population `all_inbound` at the start of the contact. 0 means waits of exactly 0.
   * @defaultValue `5`
   *
   * Of `standard`.
   */
  short?: Seconds;
  /**
   * `calendar` counts all time; `business` counts the open hours of the request's `calendar`, by the schedule
   * of each record (`no_schedule` is left out where it has none). A request's own `clock` stands for all KPIs
   * that have this parameter.
   * @defaultValue `calendar`
   */
  clock?: "calendar" | "business";
  /**
   * Cuts that give the share of records in each band: `band_0_3600` is 0 to 3,600 s, both included;
   * `band_3600_14400` is above 3,600 s and up to 14,400 s; `band_14400_up` is above it.
   * @defaultValue `[]`
   */
  bands?: readonly Seconds[];
  /**
   * `exact` keeps every value and gives R's type 7; `sketch` keeps counts in bins, gives the middle of the
   * bin that holds the type 1 quantile, and states the largest relative error.
   * @defaultValue `exact`
   *
   * Of `standard`, `longest_wait`.
   */
  quantiles?: "exact" | "sketch";
  /**
   * How far the restricted mean looks; as far as the largest duration where it is not given.
   *
   * Of `patience`.
   */
  horizon?: Seconds;
  /** By kind of record, the instant that puts a record in a bucket. */
  anchor?: Anchors;
}

/** What the measure `serviceLevel` takes. */
export interface ServiceLevelOptions
  extends MeasureOptions, Pick<ReportRequest, "contacts"> {
  /**
   * The variant; `offered` where it is not given.
   * - `offered`: The share of contacts that a person answered within the target, of all that were answered or
   *   given up.
   * - `less_short`: The share of contacts that a person answered within the target; those given up at once do
   *   not count.
   * - `less_abandoned_within_t`: The share of contacts that a person answered within the target; those given
   *   up within the target do not count, because nobody was late.
   * - `answered`: The share of the answered contacts that were answered within the target.
   * - `credit_abandoned_within_t`: The share of contacts that did not wait longer than the target, whether a
   *   person answered or the customer gave up.
   * - `credit_short`: The share of contacts that a person answered within the target or that the customer
   *   gave up at once.
   */
  variant?: "offered" | "less_short" | "less_abandoned_within_t" | "answered" | "credit_abandoned_within_t" | "credit_short";
  /**
   * Within how many seconds a person must answer, by channel. Phone 20 s is usual; the others must be given,
   * such as {"phone": 20, "chat": 45}.
   * @defaultValue `{"phone": 20}`
   */
  targets?: Readonly<Record<string, Seconds>>;
  /**
   * The field that the targets are by: channel, priority, or a segment of one's own such as tier.
   * @defaultValue `channel`
   */
  targetsBy?: string;
  /**
   * `queued`: contacts that reached the queue. `all_inbound`: also those that ended in the menu, unless the
   * menu served them.
   * @defaultValue `queued`
   */
  population?: "queued" | "all_inbound";
  /**
   * A contact given up within so many seconds is short: a wrong number or a slip. The clock starts at the
   * queue, with the population `all_inbound` at the start of the contact. 0 means waits of exactly 0.
   * @defaultValue `5`
   *
   * Of `less_short`, `credit_short`.
   */
  short?: Seconds;
  /** By kind of record, the instant that puts a record in a bucket. */
  anchor?: Anchors;
}

/** What the measure `overdueResponseRate` takes. */
export interface OverdueResponseRateOptions
  extends MeasureOptions, Pick<ReportRequest, "tickets"> {
  /**
   * The variant; `of_requests` where it is not given.
   * - `of_requests`: The share of requests on which a promised response is overdue.
   * - `of_promised`: The share of requests with a promised response on which one is overdue.
   */
  variant?: "of_requests" | "of_promised";
  /** By kind of record, the instant that puts a record in a bucket. */
  anchor?: Anchors;
}

/** What the measure `slaAttainment` takes. */
export interface SlaAttainmentOptions
  extends MeasureOptions, Pick<ReportRequest, "slaTargets"> {
  /**
   * The variant; `per_target` where it is not given.
   * - `per_target`: The share of decided SLA targets that were met.
   * - `all_met`: The share of tickets that met every one of their SLA targets.
   */
  variant?: "per_target" | "all_met";
  /** By kind of record, the instant that puts a record in a bucket. */
  anchor?: Anchors;
}

/** What the measure `resolutionTime` takes. */
export interface ResolutionTimeOptions
  extends MeasureOptions, Pick<ReportRequest, "tickets"> {
  /**
   * The variant; `last` where it is not given.
   * - `last`: How long it takes until a request is resolved for good.
   * - `first`: How long it takes until a request is resolved for the first time, whether or not that held.
   * - `survival`: How long requests stay open until they are resolved, those that are still open included.
   */
  variant?: "last" | "first" | "survival";
  /**
   * Cuts that give the share of records in each band: `band_0_3600` is 0 to 3,600 s, both included;
   * `band_3600_14400` is above 3,600 s and up to 14,400 s; `band_14400_up` is above it.
   * @defaultValue `[]`
   */
  bands?: readonly Seconds[];
  /**
   * `exact` keeps every value and gives R's type 7; `sketch` keeps counts in bins, gives the middle of the
   * bin that holds the type 1 quantile, and states the largest relative error.
   * @defaultValue `exact`
   *
   * Of `last`, `first`.
   */
  quantiles?: "exact" | "sketch";
  /**
   * `calendar` counts all time; `business` counts the open hours of the request's `calendar`, by the schedule
   * of each record (`no_schedule` is left out where it has none). A request's own `clock` stands for all KPIs
   * that have this parameter.
   * @defaultValue `calendar`
   */
  clock?: "calendar" | "business";
  /**
   * How far the restricted mean looks; as far as the largest duration where it is not given.
   *
   * Of `survival`.
   */
  horizon?: Seconds;
  /** By kind of record, the instant that puts a record in a bucket. */
  anchor?: Anchors;
}

/** What the measure `firstContactResolutionRate` takes. */
export interface FirstContactResolutionRateOptions
  extends MeasureOptions, Pick<ReportRequest, "tickets" | "contacts" | "surveys"> {
  /**
   * The variant; `of_cases` where it is not given.
   * - `of_cases`: The share of cases that the first contact with a person resolved for good.
   * - `of_resolved`: The share of resolved cases that the first contact with a person resolved for good.
   * - `surveyed`: The share of customers who say that the first contact resolved their case.
   */
  variant?: "of_cases" | "of_resolved" | "surveyed";
  /**
   * A new case of the same account and type within this time of the resolution is a follow-up: seven days by
   * default; 0 does not look for one.
   * @defaultValue `604800`
   *
   * Of `of_cases`, `of_resolved`.
   */
  repeatWithin?: Seconds;
  /**
   * `yes` leaves out, as `outside_hours`, what began outside the hours of the request's `calendar`.
   * @defaultValue `no`
   *
   * Of `of_cases`, `of_resolved`.
   */
  businessHoursOnly?: "yes" | "no";
  /**
   * The kind of survey that counts; the others are left out as `other_kind`, never pooled.
   * @defaultValue `resolution`
   *
   * Of `surveyed`.
   */
  kind?: string;
  /** By kind of record, the instant that puts a record in a bucket. */
  anchor?: Anchors;
}

/** What the measure `ticketsResolved` takes. */
export interface TicketsResolvedOptions
  extends MeasureOptions, Pick<ReportRequest, "tickets" | "statusSpans"> {
  /**
   * The variant; `tickets` where it is not given.
   * - `tickets`: How many tickets were resolved and have stayed so.
   * - `first_resolution`: How many tickets were resolved for the first time, also those that were reopened
   *   since.
   * - `events`: How many resolutions there were: a ticket that is resolved, reopened and resolved again has
   *   two.
   */
  variant?: "tickets" | "first_resolution" | "events";
  /** By kind of record, the instant that puts a record in a bucket. */
  anchor?: Anchors;
}

/** What the measure `requestsProcessed` takes. */
export interface RequestsProcessedOptions
  extends MeasureOptions, Pick<ReportRequest, "tickets"> {
  /** The variant; `standard` where it is not given. */
  variant?: "standard";
  /** By kind of record, the instant that puts a record in a bucket. */
  anchor?: Anchors;
}

/** What the measure `taskCompletionRate` takes. */
export interface TaskCompletionRateOptions
  extends MeasureOptions, Pick<ReportRequest, "tickets"> {
  /**
   * The variant; `resolved_of_requests` where it is not given.
   * - `resolved_of_requests`: The share of the requests of a period that are resolved.
   * - `processed_of_requests`: The share of the requests of a period that somebody has taken under control.
   * - `resolved_of_processed`: The share of the requests taken under control that are resolved.
   */
  variant?: "resolved_of_requests" | "processed_of_requests" | "resolved_of_processed";
  /** By kind of record, the instant that puts a record in a bucket. */
  anchor?: Anchors;
}

/** What the measure `reopenRate` takes. */
export interface ReopenRateOptions
  extends MeasureOptions, Pick<ReportRequest, "tickets"> {
  /**
   * The variant; `by_customer` where it is not given.
   * - `by_customer`: The share of resolved tickets that the customer reopened.
   * - `any_actor`: The share of resolved tickets that anyone reopened.
   */
  variant?: "by_customer" | "any_actor";
  /**
   * A reopening counts within this time of the first resolution, and a ticket once this time is over; 0
   * counts reopenings whenever they come.
   * @defaultValue `0`
   */
  within?: Seconds;
  /** By kind of record, the instant that puts a record in a bucket. */
  anchor?: Anchors;
}

/** What the measure `repeatContactRate` takes. */
export interface RepeatContactRateOptions
  extends MeasureOptions, Pick<ReportRequest, "tickets" | "contacts"> {
  /** The variant; `standard` where it is not given. */
  variant?: "standard";
  /**
   * A new case or a reopening counts within this time of the resolution: seven days by default.
   * @defaultValue `604800`
   */
  within?: Seconds;
  /** By kind of record, the instant that puts a record in a bucket. */
  anchor?: Anchors;
}

/** What the measure `soloResolutionRate` takes. */
export interface SoloResolutionRateOptions
  extends MeasureOptions, Pick<ReportRequest, "tickets"> {
  /** The variant; `standard` where it is not given. */
  variant?: "standard";
  /** By kind of record, the instant that puts a record in a bucket. */
  anchor?: Anchors;
}

/** What the measure `touchesToResolution` takes. */
export interface TouchesToResolutionOptions
  extends MeasureOptions, Pick<ReportRequest, "tickets"> {
  /** The variant; `standard` where it is not given. */
  variant?: "standard";
  /** By kind of record, the instant that puts a record in a bucket. */
  anchor?: Anchors;
}

/** What the measure `interactionsPerTicket` takes. */
export interface InteractionsPerTicketOptions
  extends MeasureOptions, Pick<ReportRequest, "tickets" | "contacts"> {
  /**
   * The variant; `agent_changes` where it is not given.
   * - `agent_changes`: How often a customer is passed from one person to another.
   * - `replies`: How many replies by people a ticket takes.
   * - `messages`: How many messages customer and people exchange on a ticket.
   */
  variant?: "agent_changes" | "replies" | "messages";
  /**
   * Cuts that give the share of records in each band: `band_0_1` is 0 to 1, both included; `band_1_3` is
   * above 1 and up to 3; `band_3_up` is above it.
   * @defaultValue `[]`
   */
  bands?: readonly Count[];
  /**
   * `exact` keeps every value and gives R's type 7; `sketch` keeps counts in bins, gives the middle of the
   * bin that holds the type 1 quantile, and states the largest relative error.
   * @defaultValue `exact`
   */
  quantiles?: "exact" | "sketch";
  /** By kind of record, the instant that puts a record in a bucket. */
  anchor?: Anchors;
}

/** What the measure `transferTime` takes. */
export interface TransferTimeOptions
  extends MeasureOptions, Pick<ReportRequest, "tickets" | "contacts" | "holdings"> {
  /**
   * The variant; `holding` where it is not given.
   * - `holding`: How long agents hold a request before they pass it on to a colleague.
   * - `until_taken`: How long a request that is passed on takes from one agent to the next, the time in the
   *   queue between them included.
   * - `transfer_rate`: The share of tickets and contacts that went from one person to another at least once.
   */
  variant?: "holding" | "until_taken" | "transfer_rate";
  /**
   * `calendar` counts all time; `business` counts the open hours of the request's `calendar`, by the schedule
   * of each record (`no_schedule` is left out where it has none). A request's own `clock` stands for all KPIs
   * that have this parameter.
   * @defaultValue `calendar`
   *
   * Of `holding`, `until_taken`.
   */
  clock?: "calendar" | "business";
  /**
   * Cuts that give the share of records in each band: `band_0_3600` is 0 to 3,600 s, both included;
   * `band_3600_14400` is above 3,600 s and up to 14,400 s; `band_14400_up` is above it.
   * @defaultValue `[]`
   *
   * Of `holding`, `until_taken`.
   */
  bands?: readonly Seconds[];
  /**
   * `exact` keeps every value and gives R's type 7; `sketch` keeps counts in bins, gives the middle of the
   * bin that holds the type 1 quantile, and states the largest relative error.
   * @defaultValue `exact`
   *
   * Of `holding`, `until_taken`.
   */
  quantiles?: "exact" | "sketch";
  /** By kind of record, the instant that puts a record in a bucket. */
  anchor?: Anchors;
}

/** What the measure `timeInStatus` takes. */
export interface TimeInStatusOptions
  extends MeasureOptions, Pick<ReportRequest, "statusSpans"> {
  /** The variant; `standard` where it is not given. */
  variant?: "standard";
  /**
   * `calendar` counts all time; `business` counts the open hours of the request's `calendar`, by the schedule
   * of each record (`no_schedule` is left out where it has none). A request's own `clock` stands for all KPIs
   * that have this parameter.
   * @defaultValue `calendar`
   */
  clock?: "calendar" | "business";
  /**
   * Cuts that give the share of records in each band: `band_0_3600` is 0 to 3,600 s, both included;
   * `band_3600_14400` is above 3,600 s and up to 14,400 s; `band_14400_up` is above it.
   * @defaultValue `[]`
   */
  bands?: readonly Seconds[];
  /**
   * `exact` keeps every value and gives R's type 7; `sketch` keeps counts in bins, gives the middle of the
   * bin that holds the type 1 quantile, and states the largest relative error.
   * @defaultValue `exact`
   */
  quantiles?: "exact" | "sketch";
  /** By kind of record, the instant that puts a record in a bucket. */
  anchor?: Anchors;
}

/** What the measure `escalationRate` takes. */
export interface EscalationRateOptions
  extends MeasureOptions, Pick<ReportRequest, "tickets"> {
  /** The variant; `standard` where it is not given. */
  variant?: "standard";
  /** By kind of record, the instant that puts a record in a bucket. */
  anchor?: Anchors;
}

/** What the measure `canceledRequests` takes. */
export interface CanceledRequestsOptions
  extends MeasureOptions, Pick<ReportRequest, "tickets" | "conversions"> {
  /**
   * The variant; `requests` where it is not given.
   * - `requests`: How many requests were canceled, and what they were worth.
   * - `orders`: How many orders were canceled, and what they were worth.
   */
  variant?: "requests" | "orders";
  /** The currency of the result. Entries in others are converted by `rates`; without it all must be in one. */
  currency?: string;
  /**
   * How many units of `currency` one unit of each other currency is worth, such as {"USD": "0.92"}.
   * @defaultValue `{}`
   */
  rates?: Readonly<Record<string, string>>;
  /** By kind of record, the instant that puts a record in a bucket. */
  anchor?: Anchors;
}

/** What the measure `backlog` takes. */
export interface BacklogOptions
  extends MeasureOptions, Pick<ReportRequest, "tickets" | "statusSpans"> {
  /**
   * The variant; `unresolved` where it is not given.
   * - `unresolved`: How many tickets are unresolved at the end of a bucket, and how old they are.
   * - `actionable`: How many tickets wait for the help desk at the end of a bucket, and how old they are.
   * - `unassigned`: How many unresolved tickets have never been assigned to anybody at the end of a bucket,
   *   and how old they are.
   * - `overdue`: How many unresolved tickets have waited beyond the promised response at the end of a bucket,
   *   and how old they are.
   */
  variant?: "unresolved" | "actionable" | "unassigned" | "overdue";
  /**
   * Cuts that give the share of records in each band: `band_0_3600` is 0 to 3,600 s, both included;
   * `band_3600_14400` is above 3,600 s and up to 14,400 s; `band_14400_up` is above it.
   * @defaultValue `[]`
   */
  bands?: readonly Seconds[];
  /**
   * `exact` keeps every value and gives R's type 7; `sketch` keeps counts in bins, gives the middle of the
   * bin that holds the type 1 quantile, and states the largest relative error.
   * @defaultValue `exact`
   */
  quantiles?: "exact" | "sketch";
  /** By kind of record, the instant that puts a record in a bucket. */
  anchor?: Anchors;
}

/** What the measure `clearanceRate` takes. */
export interface ClearanceRateOptions
  extends MeasureOptions, Pick<ReportRequest, "tickets" | "statusSpans"> {
  /**
   * The variant; `tickets` where it is not given.
   * - `tickets`: Whether the help desk keeps up: tickets resolved to tickets created, and by how many the
   *   backlog grew.
   * - `events`: Whether the help desk keeps up, reopenings included: resolutions to tickets created and
   *   reopened, and by how many the backlog grew.
   */
  variant?: "tickets" | "events";
  /** By kind of record, the instant that puts a record in a bucket. */
  anchor?: Anchors;
}

/** What the measure `ticketVolume` takes. */
export interface TicketVolumeOptions
  extends MeasureOptions, Pick<ReportRequest, "tickets"> {
  /** The variant; `standard` where it is not given. */
  variant?: "standard";
  /** By kind of record, the instant that puts a record in a bucket. */
  anchor?: Anchors;
}

/** What the measure `issuesByType` takes. */
export interface IssuesByTypeOptions
  extends MeasureOptions, Pick<ReportRequest, "tickets"> {
  /** The variant; `standard` where it is not given. */
  variant?: "standard";
  /** By kind of record, the instant that puts a record in a bucket. */
  anchor?: Anchors;
}

/** What the measure `arrivalProfile` takes. */
export interface ArrivalProfileOptions
  extends MeasureOptions, Pick<ReportRequest, "tickets" | "contacts"> {
  /** The variant; `standard` where it is not given. */
  variant?: "standard";
  /**
   * `apart` counts what arrives on a holiday of the request's `calendar` in `holiday_arrivals` alone, and
   * leaves the hours of that day out; `together` counts holidays as the weekdays that they are. Without a
   * calendar there are no holidays.
   * @defaultValue `apart`
   */
  holidays?: "apart" | "together";
  /** By kind of record, the instant that puts a record in a bucket. */
  anchor?: Anchors;
}

/** What the measure `abandonmentRate` takes. */
export interface AbandonmentRateOptions
  extends MeasureOptions, Pick<ReportRequest, "contacts"> {
  /**
   * The variant; `before_answer` where it is not given.
   * - `before_answer`: The share of contacts that customers gave up before a person answered.
   * - `before_resolution`: The share of contacts that customers gave up before their inquiry was resolved, at
   *   any step.
   */
  variant?: "before_answer" | "before_resolution";
  /**
   * `queued`: contacts that reached the queue. `all_inbound`: also those that ended in the menu, unless the
   * menu served them.
   * @defaultValue `queued`
   */
  population?: "queued" | "all_inbound";
  /**
   * A contact given up within so many seconds is short: a wrong number or a slip. The clock starts at the
   * queue, with the population `all_inbound` at the start of the contact. 0 means waits of exactly 0.
   * @defaultValue `5`
   */
  short?: Seconds;
  /** By kind of record, the instant that puts a record in a bucket. */
  anchor?: Anchors;
}

/** What the measure `answerRate` takes. */
export interface AnswerRateOptions
  extends MeasureOptions, Pick<ReportRequest, "contacts"> {
  /** The variant; `standard` where it is not given. */
  variant?: "standard";
  /**
   * `queued`: contacts that reached the queue. `all_inbound`: also those that ended in the menu, unless the
   * menu served them.
   * @defaultValue `queued`
   */
  population?: "queued" | "all_inbound";
  /**
   * A contact given up within so many seconds is short: a wrong number or a slip. The clock starts at the
   * queue, with the population `all_inbound` at the start of the contact. 0 means waits of exactly 0.
   * @defaultValue `5`
   */
  short?: Seconds;
  /** By kind of record, the instant that puts a record in a bucket. */
  anchor?: Anchors;
}

/** What the measure `handleTime` takes. */
export interface HandleTimeOptions
  extends MeasureOptions, Pick<ReportRequest, "contacts" | "legs"> {
  /**
   * The variant; `handle_time` where it is not given.
   * - `handle_time`: How long the work on a contact takes: talk, hold and the work afterwards.
   * - `call_length`: How long a contact lasts from the answer to its end: talk and hold.
   * - `talk_time`: How long customers and agents talk, hold and work afterwards not included.
   * - `after_contact_work_time`: How long agents work on a contact after it has ended: notes, forms,
   *   follow-up.
   */
  variant?: "handle_time" | "call_length" | "talk_time" | "after_contact_work_time";
  /**
   * Contacts that the customer began, that the company began, or both. An unknown direction is inbound.
   * @defaultValue `inbound`
   */
  direction?: "inbound" | "outbound" | "both";
  /**
   * Cuts that give the share of records in each band: `band_0_3600` is 0 to 3,600 s, both included;
   * `band_3600_14400` is above 3,600 s and up to 14,400 s; `band_14400_up` is above it.
   * @defaultValue `[]`
   */
  bands?: readonly Seconds[];
  /**
   * `exact` keeps every value and gives R's type 7; `sketch` keeps counts in bins, gives the middle of the
   * bin that holds the type 1 quantile, and states the largest relative error.
   * @defaultValue `exact`
   */
  quantiles?: "exact" | "sketch";
  /** By kind of record, the instant that puts a record in a bucket. */
  anchor?: Anchors;
}

/** What the measure `csat` takes. */
export interface CsatOptions
  extends MeasureOptions, Pick<ReportRequest, "surveys"> {
  /**
   * The variant; `top_two_boxes` where it is not given.
   * - `top_two_boxes`: The share of answers in the two best points of the scale.
   * - `mean`: The mean answer on the declared scale.
   * - `latest_per_customer`: The share of customers whose latest answer is in the two best points of the
   *   scale.
   */
  variant?: "top_two_boxes" | "mean" | "latest_per_customer";
  /**
   * The kind of survey that counts; the others are left out as `other_kind`, never pooled.
   * @defaultValue `csat`
   */
  kind?: string;
  /** By kind of record, the instant that puts a record in a bucket. */
  anchor?: Anchors;
}

/** What the measure `nps` takes. */
export interface NpsOptions
  extends MeasureOptions, Pick<ReportRequest, "surveys"> {
  /** The variant; `standard` where it is not given. */
  variant?: "standard";
  /**
   * The kind of survey that counts; the others are left out as `other_kind`, never pooled.
   * @defaultValue `nps`
   */
  kind?: string;
  /** By kind of record, the instant that puts a record in a bucket. */
  anchor?: Anchors;
}

/** What the measure `customerEffortScore` takes. */
export interface CustomerEffortScoreOptions
  extends MeasureOptions, Pick<ReportRequest, "tickets" | "surveys"> {
  /**
   * The variant; `share` where it is not given.
   * - `share`: The share of customers who say that it was easy to get their issue resolved.
   * - `mean`: The mean answer to how easy it was, on the declared scale.
   * - `by_interactions`: How many more tickets were difficult than easy, by how often people had to answer.
   */
  variant?: "share" | "mean" | "by_interactions";
  /**
   * The kind of survey that counts; the others are left out as `other_kind`, never pooled.
   * @defaultValue `ces`
   *
   * Of `share`, `mean`.
   */
  kind?: string;
  /** By kind of record, the instant that puts a record in a bucket. */
  anchor?: Anchors;
}

/** What the measure `surveyResponseRate` takes. */
export interface SurveyResponseRateOptions
  extends MeasureOptions, Pick<ReportRequest, "surveys"> {
  /** The variant; `standard` where it is not given. */
  variant?: "standard";
  /**
   * How soon after its delivery an invitation has to be answered: 7 days by default.
   * @defaultValue `604800`
   */
  within?: Seconds;
  /** The kind of survey that counts; all of them where it is not given. */
  kind?: string;
  /** By kind of record, the instant that puts a record in a bucket. */
  anchor?: Anchors;
}

/** What the measure `agentRating` takes. */
export interface AgentRatingOptions
  extends MeasureOptions, Pick<ReportRequest, "surveys"> {
  /** The variant; `standard` where it is not given. */
  variant?: "standard";
  /**
   * The kind of survey that counts; the others are left out as `other_kind`, never pooled.
   * @defaultValue `agent`
   */
  kind?: string;
  /** By kind of record, the instant that puts a record in a bucket. */
  anchor?: Anchors;
}

/** What the measure `retentionRate` takes. */
export interface RetentionRateOptions
  extends MeasureOptions, Pick<ReportRequest, "accounts"> {
  /**
   * The variant; `identity` where it is not given.
   * - `identity`: The share of the customers at the start who are still there at the end.
   * - `s4_literal`: S4's retention form taken literally: everyone acquired in the period is taken from the
   *   end, also those already gone. It can leave 0 to 100.
   */
  variant?: "identity" | "s4_literal";
  /** By kind of record, the instant that puts a record in a bucket. */
  anchor?: Anchors;
}

/** What the measure `churnRate` takes. */
export interface ChurnRateOptions
  extends MeasureOptions, Pick<ReportRequest, "surveys" | "accounts"> {
  /**
   * The variant; `lost` where it is not given.
   * - `lost`: The share of the customers at the start who are no longer there at the end.
   * - `loss_events`: How often customers left in the period, for each hundred at its start. It can pass 100.
   * - `after_bad_rating`: The share of bad ratings after which the customer left within 30 days.
   * - `survival`: How long customers stay, those who are still there included.
   */
  variant?: "lost" | "loss_events" | "after_bad_rating" | "survival";
  /**
   * The kind of survey that counts; the others are left out as `other_kind`, never pooled.
   * @defaultValue `csat`
   *
   * Of `after_bad_rating`.
   */
  kind?: string;
  /**
   * How soon after the rating the customer has to leave: 30 days by default.
   * @defaultValue `2592000`
   *
   * Of `after_bad_rating`.
   */
  within?: Seconds;
  /**
   * How far the restricted mean looks; as far as the largest duration where it is not given.
   *
   * Of `survival`.
   */
  horizon?: Seconds;
  /**
   * Durations that each give the share still open after them: `open_after_3600` lasts more than 3,600 s.
   * @defaultValue `[]`
   *
   * Of `survival`.
   */
  bands?: readonly Seconds[];
  /** By kind of record, the instant that puts a record in a bucket. */
  anchor?: Anchors;
}

/** What the measure `repeatPurchaseRate` takes. */
export interface RepeatPurchaseRateOptions
  extends MeasureOptions, Pick<ReportRequest, "tickets" | "contacts" | "conversions"> {
  /**
   * The variant; `within_window` where it is not given.
   * - `within_window`: The share of the customers who bought in the period that bought more than once in it.
   * - `returning`: The share of the customers who bought in the period that had bought before it.
   * - `after_complaint`: The share of complaints after which the customer bought again within 30 days; by
   *   whether the complaint was resolved within a day.
   * - `after_abandoned_contact`: The share of abandoned calls and chats after which the customer bought
   *   within 30 days.
   */
  variant?: "within_window" | "returning" | "after_complaint" | "after_abandoned_contact";
  /**
   * How soon the customer has to buy again: 30 days by default.
   * @defaultValue `2592000`
   *
   * Of `after_complaint`, `after_abandoned_contact`.
   */
  within?: Seconds;
  /**
   * How soon a complaint has to be resolved, for the last time, to be quick: one day by default.
   * @defaultValue `86400`
   *
   * Of `after_complaint`.
   */
  resolvedWithin?: Seconds;
  /** By kind of record, the instant that puts a record in a bucket. */
  anchor?: Anchors;
}

/** What the measure `mrrGrowthRate` takes. */
export interface MrrGrowthRateOptions
  extends MeasureOptions, Pick<ReportRequest, "subscriptions"> {
  /**
   * The variant; `growth` where it is not given.
   * - `growth`: By how much monthly recurring revenue grew, and what the growth is made of.
   * - `net_revenue_retention`: What the accounts of the start pay at the end, in percent of what they paid at
   *   the start. It can pass 100.
   * - `gross_revenue_retention`: What is left of the revenue of the start, without what accounts pay more.
   * - `quick_ratio`: How much recurring revenue is gained for each unit that is lost.
   */
  variant?: "growth" | "net_revenue_retention" | "gross_revenue_retention" | "quick_ratio";
  /** The currency of the result. Entries in others are converted by `rates`; without it all must be in one. */
  currency?: string;
  /**
   * How many units of `currency` one unit of each other currency is worth, such as {"USD": "0.92"}.
   * @defaultValue `{}`
   */
  rates?: Readonly<Record<string, string>>;
  /** By kind of record, the instant that puts a record in a bucket. */
  anchor?: Anchors;
}

/** What the measure `costPerConversation` takes. */
export interface CostPerConversationOptions
  extends MeasureOptions, Pick<ReportRequest, "tickets" | "contacts" | "ledgerEntries"> {
  /**
   * The variant; `per_conversation` where it is not given.
   * - `per_conversation`: What a conversation with a customer costs.
   * - `per_ticket`: What a ticket costs.
   * - `per_resolution`: What it costs to resolve an inquiry.
   */
  variant?: "per_conversation" | "per_ticket" | "per_resolution";
  /** The currency of the result. Entries in others are converted by `rates`; without it all must be in one. */
  currency?: string;
  /**
   * How many units of `currency` one unit of each other currency is worth, such as {"USD": "0.92"}.
   * @defaultValue `{}`
   */
  rates?: Readonly<Record<string, string>>;
  /** By kind of record, the instant that puts a record in a bucket. */
  anchor?: Anchors;
}

/** The KPIs as measures over records. */
export declare const measure: {
  /**
   * How long customers wait for the first reply by a person, from the moment they wait for people.
   * @throws {KpiError} `response_before_creation` where the response is before the start of the clock, in
   * either time; `negative` for a negative duration in the formula; `calendar_required` for business time
   * without a calendar.
   */
  firstResponseTime(options: FirstResponseTimeOptions): Report;
  /**
   * The share of requests that a person answered within the target.
   * @throws {KpiError} `as_of_required` where something is unanswered and neither a window nor `as_of` says
   * when to look; `response_before_creation`; `bad_parameter`; `calendar_required` for business time without
   * a calendar.
   */
  firstResponseWithinTarget(options: FirstResponseWithinTargetOptions): Report;
  /**
   * How long customers wait for each further reply, once a person has replied for the first time.
   * @throws {KpiError} `wrong_order` where a wait closes before it opens; `negative` for a negative duration
   * in the formula; `calendar_required` for business time without a calendar.
   */
  averageResponseTime(options: AverageResponseTimeOptions): Report;
  /**
   * How long customers wait in the queue until a person answers the call or chat; its mean is the average
   * speed of answer.
   * @throws {KpiError} `response_before_creation` where the answer is before the start of the wait,
   * `wrong_order` where an end is before its start, `bad_parameter`; `negative` for a negative duration in
   * the formula, `calendar_required` for business time without a calendar.
   */
  answerTime(options: AnswerTimeOptions): Report;
  /**
   * How long customers wait in all until their request is resolved: the time in which the next step was the
   * company's.
   * @throws {KpiError} `negative` for a negative duration.
   */
  waitTime(options: WaitTimeOptions): Report;
  /**
   * How long customers are put on hold after a person has answered, over all answered contacts; how many are
   * held, and how long those wait.
   * @throws {KpiError} `response_before_creation` where the answer is before the start of the wait,
   * `wrong_order` where an end is before its start, `bad_parameter`; `negative` for a negative duration.
   */
  holdTime(options: HoldTimeOptions): Report;
  /**
   * How long customers wait in the queue before they give up.
   * @throws {KpiError} `response_before_creation` where the answer is before the start of the wait,
   * `wrong_order` where an end is before its start, `bad_parameter`; `negative` for a negative duration in
   * the formula, `calendar_required` for business time without a calendar.
   */
  timeToAbandon(options: TimeToAbandonOptions): Report;
  /**
   * The share of contacts that a person answered within the target, of all that were answered or given up.
   * @throws {KpiError} `response_before_creation` where the answer is before the start of the wait,
   * `wrong_order` where an end is before its start, `bad_parameter`; `bad_input` where a part is more than
   * its whole.
   */
  serviceLevel(options: ServiceLevelOptions): Report;
  /**
   * The share of requests on which a promised response is overdue.
   * @throws {KpiError} `as_of_required` where an open ticket is unanswered, has a promised instant and no
   * count of late responses, and neither a window nor `as_of` says when to look; `bad_input` in the formula
   * where more are overdue than there are.
   */
  overdueResponseRate(options: OverdueResponseRateOptions): Report;
  /**
   * The share of decided SLA targets that were met.
   * @throws {KpiError} `as_of_required` where a target is not met, has no state, and neither a window nor
   * `as_of` says when to look.
   */
  slaAttainment(options: SlaAttainmentOptions): Report;
  /**
   * How long it takes until a request is resolved for good.
   * @throws {KpiError} `wrong_order` where a resolution is before the creation; `calendar_required` for
   * business time without a calendar; `negative` for a negative duration in the formula.
   */
  resolutionTime(options: ResolutionTimeOptions): Report;
  /**
   * The share of cases that the first contact with a person resolved for good.
   * @throws {KpiError} `as_of_required` where no window says when to look; `as_of_counts` where `as_of` is
   * given, because the counts of replies and reopenings that tickets need carry no instants;
   * `calendar_required` where `business_hours_only` has no calendar; `bad_input` in the formula where the
   * part is more than the whole.
   */
  firstContactResolutionRate(options: FirstContactResolutionRateOptions): Report;
  /**
   * How many tickets were resolved and have stayed so.
   * @throws {KpiError} None of its own.
   */
  ticketsResolved(options: TicketsResolvedOptions): Report;
  /**
   * How many requests were taken under control: answered, resolved, closed or deleted.
   * @throws {KpiError} None of its own.
   */
  requestsProcessed(options: RequestsProcessedOptions): Report;
  /**
   * The share of the requests of a period that are resolved.
   * @throws {KpiError} `bad_input` in the formula where the part is more than the whole.
   */
  taskCompletionRate(options: TaskCompletionRateOptions): Report;
  /**
   * The share of resolved tickets that the customer reopened.
   * @throws {KpiError} `as_of_counts` where `as_of` is given without `within`: a count of reopenings carries
   * no instants, so it cannot be asked as of a day; with `within`, where a ticket has such a count and no
   * instant. `as_of_required` with `within` where no window says when to look. `bad_input` in the formula
   * where more tickets are reopened than resolved, or than reopenings.
   */
  reopenRate(options: ReopenRateOptions): Report;
  /**
   * The share of resolved cases after which the customer had to come back with the same kind of issue.
   * @throws {KpiError} `as_of_required` where no window says when to look; `as_of_counts` where `as_of` is
   * given and only a count says that a ticket was reopened, not when. `bad_input` in the formula where more
   * cases came back than were resolved.
   */
  repeatContactRate(options: RepeatContactRateOptions): Report;
  /**
   * The share of resolved tickets that one person resolved alone.
   * @throws {KpiError} `as_of_counts` where `as_of` is given: a count of people carries no instants, so it
   * cannot be asked as of a day. `bad_input` in the formula where more are solo than resolved.
   */
  soloResolutionRate(options: SoloResolutionRateOptions): Report;
  /**
   * How many replies by people resolved tickets took, and the share that took one.
   * @throws {KpiError} `as_of_counts` where `as_of` is given: a count of replies carries no instants, so it
   * cannot be asked as of a day.
   */
  touchesToResolution(options: TouchesToResolutionOptions): Report;
  /**
   * How often a customer is passed from one person to another.
   * @throws {KpiError} `as_of_counts` where `as_of` is given: a count carries no instants, so it cannot be
   * asked as of a day. `negative` for a negative count in the formula.
   */
  interactionsPerTicket(options: InteractionsPerTicketOptions): Report;
  /**
   * How long agents hold a request before they pass it on to a colleague.
   * @throws {KpiError} `wrong_order` where a holding ends before it begins, or is taken over before it ends;
   * `calendar_required` with the clock `business` and no calendar; `negative` for a negative duration in the
   * formula.
   */
  transferTime(options: TransferTimeOptions): Report;
  /**
   * Where the time of tickets goes: how long they are in each status, and which part of all time that is.
   * @throws {KpiError} `wrong_order` where a span ends before it begins; `calendar_required` with the clock
   * `business` and no calendar; in the formula `negative`, and `bad_input` where the status has more time
   * than all together.
   */
  timeInStatus(options: TimeInStatusOptions): Report;
  /**
   * The share of tickets that were escalated.
   * @throws {KpiError} `bad_input` in the formula where more are escalated than created.
   */
  escalationRate(options: EscalationRateOptions): Report;
  /**
   * How many requests were canceled, and what they were worth.
   * @throws {KpiError} `mixed_currencies` where values are in several currencies and there is no rate,
   * `unknown_currency` where one is not three capital letters, `overflow`. `bad_input` in the formula where
   * more are canceled than there are.
   */
  canceledRequests(options: CanceledRequestsOptions): Report;
  /**
   * How many tickets are unresolved at the end of a bucket, and how old they are.
   * @throws {KpiError} `window_required`; `negative` for a negative age in the formula; `missing_field` where
   * tables come one after the other and `through_spans` is not given, because then nobody can look for the
   * spans.
   */
  backlog(options: BacklogOptions): Report;
  /**
   * Whether the help desk keeps up: tickets resolved to tickets created, and by how many the backlog grew.
   * @throws {KpiError} `negative` for a negative count in the formula.
   */
  clearanceRate(options: ClearanceRateOptions): Report;
  /**
   * How many tickets come in, and through which channel.
   * @throws {KpiError} `bad_input` in the formula where the group has more tickets than all together.
   */
  ticketVolume(options: TicketVolumeOptions): Report;
  /**
   * How many issues there are of each type.
   * @throws {KpiError} `bad_input` in the formula where the group has more tickets than all together.
   */
  issuesByType(options: IssuesByTypeOptions): Report;
  /**
   * How much comes in at which hour of which weekday, and when most does.
   * @throws {KpiError} `window_required`; in the formula `bad_input` unless `arrivals` and `hours` have 168
   * counts each, or none, `negative` for a negative count.
   */
  arrivalProfile(options: ArrivalProfileOptions): Report;
  /**
   * The share of contacts that customers gave up before a person answered.
   * @throws {KpiError} `response_before_creation` where the answer is before the start of the wait,
   * `wrong_order` where an end is before its start, `bad_parameter`; `bad_input` where more contacts are
   * given up than there are.
   */
  abandonmentRate(options: AbandonmentRateOptions): Report;
  /**
   * The share of contacts that a person answered, and what became of the others.
   * @throws {KpiError} `response_before_creation` where the answer is before the start of the wait,
   * `wrong_order` where an end is before its start, `bad_parameter`.
   */
  answerRate(options: AnswerRateOptions): Report;
  /**
   * How long the work on a contact takes: talk, hold and the work afterwards.
   * @throws {KpiError} `response_before_creation` where the answer is before the start of the wait,
   * `wrong_order` where an end is before its start, `bad_parameter`; `negative` for a negative duration;
   * `missing_field` where tables come one after the other and `through_legs` is not given, because then
   * nobody can look for the legs.
   */
  handleTime(options: HandleTimeOptions): Report;
  /**
   * The share of answers in the two best points of the scale.
   * @throws {KpiError} `out_of_scale`, `mixed_scales` (answers on different scales in one measure),
   * `bad_scale` (fewer than three points).
   */
  csat(options: CsatOptions): Report;
  /**
   * Net Promoter Score: how many more would recommend the company than would not.
   * @throws {KpiError} `bad_scale` where the scale is not 0 to 10; `out_of_scale`.
   */
  nps(options: NpsOptions): Report;
  /**
   * The share of customers who say that it was easy to get their issue resolved.
   * @throws {KpiError} `out_of_scale`, `mixed_scales`, `bad_scale` (fewer than three points).
   */
  customerEffortScore(options: CustomerEffortScoreOptions): Report;
  /**
   * The share of delivered invitations that were answered within seven days.
   * @throws {KpiError} `as_of_required` where neither a window nor `as_of` says when to look; `bad_input` in
   * the formula where more are answered than delivered.
   */
  surveyResponseRate(options: SurveyResponseRateOptions): Report;
  /**
   * The mean rating that customers give an agent.
   * @throws {KpiError} `out_of_scale`, `mixed_scales`, `bad_scale` (fewer than three points).
   */
  agentRating(options: AgentRatingOptions): Report;
  /**
   * The share of the customers at the start who are still there at the end.
   * @throws {KpiError} `window_required`; `cohort_mismatch` in the formula where acquired is more than end,
   * or end − acquired more than start.
   */
  retentionRate(options: RetentionRateOptions): Report;
  /**
   * The share of the customers at the start who are no longer there at the end.
   * @throws {KpiError} `window_required`; `bad_input` in the formula where more are lost than there were.
   */
  churnRate(options: ChurnRateOptions): Report;
  /**
   * The share of the customers who bought in the period that bought more than once in it.
   * @throws {KpiError} `bad_input` in the formula where more buy again than buy.
   */
  repeatPurchaseRate(options: RepeatPurchaseRateOptions): Report;
  /**
   * By how much monthly recurring revenue grew, and what the growth is made of.
   * @throws {KpiError} `window_required`; `mixed_currencies` without a rate; `unknown_currency`; `negative`;
   * `bad_input` in the formula where more is lost than there was.
   */
  mrrGrowthRate(options: MrrGrowthRateOptions): Report;
  /**
   * What a conversation with a customer costs.
   * @throws {KpiError} `mixed_currencies` where entries are in several currencies and there is no rate,
   * `unknown_currency`, `overflow`.
   */
  costPerConversation(options: CostPerConversationOptions): Report;
};
