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

/** What the measure `contactRate` takes. */
export interface ContactRateOptions
  extends MeasureOptions, Pick<ReportRequest, "tickets" | "accounts"> {
  /** The variant; `standard` where it is not given. */
  variant?: "standard";
  /** By kind of record, the instant that puts a record in a bucket. */
  anchor?: Anchors;
}

/** What the measure `complaintRate` takes. */
export interface ComplaintRateOptions
  extends MeasureOptions, Pick<ReportRequest, "tickets" | "accounts"> {
  /** The variant; `standard` where it is not given. */
  variant?: "standard";
  /** By kind of record, the instant that puts a record in a bucket. */
  anchor?: Anchors;
}

/** What the measure `deflectionRate` takes. */
export interface DeflectionRateOptions
  extends MeasureOptions, Pick<ReportRequest, "tickets" | "contacts" | "sessions"> {
  /** The variant; `standard` where it is not given. */
  variant?: "standard";
  /**
   * The kinds of session that count: help_center, article, forum, chatbot.
   * @defaultValue `["help_center", "article", "forum", "chatbot"]`
   */
  kinds?: readonly string[];
  /**
   * A contact within this time after the start of a session belongs to it: one day by default. A record
   * counts once this time is over.
   * @defaultValue `86400`
   */
  linkWithin?: Seconds;
  /**
   * Sessions without an account, of which nobody can say whether a contact followed: `include` counts them as
   * sessions without one, `exclude` leaves them out as `no_account`.
   * @defaultValue `include`
   */
  anonymous?: "include" | "exclude";
  /** By kind of record, the instant that puts a record in a bucket. */
  anchor?: Anchors;
}

/** What the measure `accountLinkageRate` takes. */
export interface AccountLinkageRateOptions
  extends MeasureOptions, Pick<ReportRequest, "tickets" | "conversions"> {
  /**
   * The variant; `to_account` where it is not given.
   * - `to_account`: The share of tickets that are linked to a customer account.
   * - `to_sale`: The share of tickets that are linked to a sale: the one that they are about, or one that
   *   came of them.
   */
  variant?: "to_account" | "to_sale";
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

/** What the measure `occupancyRate` takes. */
export interface OccupancyRateOptions
  extends MeasureOptions, Pick<ReportRequest, "contacts" | "legs" | "agentTimes" | "workSpans"> {
  /**
   * The variant; `union` where it is not given.
   * - `union`: How much of the time for which agents are available they spend on customers; parallel work
   *   counts once.
   * - `concurrent`: How much handling there is for each hundred of available time; parallel chats add up, so
   *   it can pass 100.
   */
  variant?: "union" | "concurrent";
  /** By kind of record, the instant that puts a record in a bucket. */
  anchor?: Anchors;
}

/** What the measure `utilization` takes. */
export interface UtilizationOptions
  extends MeasureOptions, Pick<ReportRequest, "contacts" | "legs" | "agentTimes" | "workSpans"> {
  /**
   * The variant; `utilization` where it is not given.
   * - `utilization`: How much of the paid time agents spend on customers.
   * - `shrinkage`: How much of the paid time agents are not there for customers: paid breaks, training,
   *   meetings, time off.
   * - `schedule_adherence`: How much of the planned time agents are in the state that was planned.
   */
  variant?: "utilization" | "shrinkage" | "schedule_adherence";
  /** By kind of record, the instant that puts a record in a bucket. */
  anchor?: Anchors;
}

/** What the measure `contactsPerHour` takes. */
export interface ContactsPerHourOptions
  extends MeasureOptions, Pick<ReportRequest, "contacts" | "legs" | "agentTimes" | "workSpans"> {
  /** The variant; `standard` where it is not given. */
  variant?: "standard";
  /**
   * Whether a contact counts that begins outside every shift of its agent: no hour stands against it (ruling
   * B30).
   * @defaultValue `exclude`
   */
  offShift?: "include" | "exclude";
  /**
   * Contacts that the customer began, that the company began, or both. An unknown direction is inbound.
   * @defaultValue `inbound`
   */
  direction?: "inbound" | "outbound" | "both";
  /** By kind of record, the instant that puts a record in a bucket. */
  anchor?: Anchors;
}

/** What the measure `employeeProductivity` takes. */
export interface EmployeeProductivityOptions
  extends MeasureOptions, Pick<ReportRequest, "tickets" | "contacts" | "legs" | "responseWaits" | "agentTimes" | "workSpans"> {
  /**
   * The variant; `per_day` where it is not given.
   * - `per_day`: How many tickets an agent resolves in a workday.
   * - `per_8_hours`: How many tickets an agent resolves in eight hours of work, whatever the length of the
   *   shifts.
   * - `exchanges_per_ticket`: How many exchanges with a person a ticket takes.
   */
  variant?: "per_day" | "per_8_hours" | "exchanges_per_ticket";
  /** By kind of record, the instant that puts a record in a bucket. */
  anchor?: Anchors;
}

/** What the measure `requiredAgents` takes. */
export interface RequiredAgentsOptions
  extends MeasureOptions, Pick<ReportRequest, "contacts"> {
  /**
   * The variant; `erlang_c` where it is not given.
   * - `erlang_c`: How many agents it takes to answer so many contacts as fast as was promised, if nobody
   *   gives up.
   * - `erlang_a`: How many agents it takes to answer so many contacts as fast as was promised, if customers
   *   give up when their patience ends.
   */
  variant?: "erlang_c" | "erlang_a";
  /**
   * How many percent of the contacts must be answered within the target.
   * @defaultValue `80`
   */
  serviceLevel?: number | string;
  /**
   * Within how many seconds a contact must be answered to count for the service level.
   * @defaultValue `20`
   */
  target?: Seconds;
  /**
   * How many percent of their paid time agents are not available; `scheduled` has so many more agents.
   * @defaultValue `0`
   */
  shrinkage?: number | string;
  /**
   * Above how many percent agents must not be occupied, whatever the service level; 100 sets no bound.
   * @defaultValue `100`
   */
  maxOccupancy?: number | string;
  /** How good the service of so many agents is, instead of how many it takes. */
  agents?: Count;
  /**
   * After how many seconds waiting customers give up: the mean of all, if all had to wait so long. Where it
   * is not given it is read off the contacts: all time in the queue ÷ contacts given up.
   *
   * Of `erlang_a`.
   */
  patience?: Seconds;
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

/** What the measure `positiveReviews` takes. */
export interface PositiveReviewsOptions
  extends MeasureOptions, Pick<ReportRequest, "tickets" | "accounts" | "conversions" | "reviews"> {
  /**
   * The variant; `count` where it is not given.
   * - `count`: How many five-star reviews were posted.
   * - `share`: The share of five-star reviews in all reviews with stars.
   * - `per_100_customers`: How often five-star reviews are given: how many were posted for each hundred
   *   customers.
   * - `time_to_review`: How long it takes until a five-star review is posted.
   */
  variant?: "count" | "share" | "per_100_customers" | "time_to_review";
  /**
   * Cuts that give the share of records in each band: `band_0_3600` is 0 to 3,600 s, both included;
   * `band_3600_14400` is above 3,600 s and up to 14,400 s; `band_14400_up` is above it.
   * @defaultValue `[]`
   *
   * Of `time_to_review`.
   */
  bands?: readonly Seconds[];
  /**
   * `exact` keeps every value and gives R's type 7; `sketch` keeps counts in bins, gives the middle of the
   * bin that holds the type 1 quantile, and states the largest relative error.
   * @defaultValue `exact`
   *
   * Of `time_to_review`.
   */
  quantiles?: "exact" | "sketch";
  /** By kind of record, the instant that puts a record in a bucket. */
  anchor?: Anchors;
}

/** What the measure `netSentiment` takes. */
export interface NetSentimentOptions
  extends MeasureOptions, Pick<ReportRequest, "tickets" | "reviews"> {
  /**
   * The variant; `all` where it is not given.
   * - `all`: How much more of the labelled feedback is positive than negative, in reviews and tickets
   *   together.
   * - `reviews`: How many more of the labelled reviews are positive than negative.
   * - `tickets`: How many more of the labelled tickets are positive than negative.
   */
  variant?: "all" | "reviews" | "tickets";
  /** By kind of record, the instant that puts a record in a bucket. */
  anchor?: Anchors;
}

/** What the measure `agentRating` takes. */
export interface AgentRatingOptions
  extends MeasureOptions, Pick<ReportRequest, "tickets" | "contacts" | "surveys"> {
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

/** What the measure `dissatisfactionWithOrganization` takes. */
export interface DissatisfactionWithOrganizationOptions
  extends MeasureOptions, Pick<ReportRequest, "surveys"> {
  /** The variant; `standard` where it is not given. */
  variant?: "standard";
  /**
   * The kind of survey that counts; the others are left out as `other_kind`, never pooled.
   * @defaultValue `organization`
   */
  kind?: string;
  /** By kind of record, the instant that puts a record in a bucket. */
  anchor?: Anchors;
}

/** What the measure `qualityScore` takes. */
export interface QualityScoreOptions
  extends MeasureOptions, Pick<ReportRequest, "surveys" | "qualityReviews"> {
  /**
   * The variant; `standard` where it is not given.
   * - `standard`: The mean score, from 0 to 100, of conversations that were reviewed by a scorecard.
   * - `by_criterion`: The mean mark of each criterion, from 0 to 100: what is done well, and what has to be
   *   trained.
   * - `perception_gap`: How far the company's own score of its service lies above that of the customers, on
   *   the same tickets.
   */
  variant?: "standard" | "by_criterion" | "perception_gap";
  /**
   * `fail` sets a review to 0 in which a critical criterion has a mark of 0; `ignore` scores it as any other.
   * How many there are is reported either way.
   * @defaultValue `ignore`
   *
   * Of `standard`, `perception_gap`.
   */
  critical?: "ignore" | "fail";
  /**
   * The kind of survey that counts; the others are left out as `other_kind`, never pooled.
   * @defaultValue `csat`
   *
   * Of `perception_gap`.
   */
  kind?: string;
  /** By kind of record, the instant that puts a record in a bucket. */
  anchor?: Anchors;
}

/** What the measure `selfServiceUtilization` takes. */
export interface SelfServiceUtilizationOptions
  extends MeasureOptions, Pick<ReportRequest, "accounts" | "sessions"> {
  /**
   * The variant; `visits` where it is not given.
   * - `visits`: How often self-service was used.
   * - `per_100_accounts`: How often self-service was used for each hundred customers.
   */
  variant?: "visits" | "per_100_accounts";
  /** By kind of record, the instant that puts a record in a bucket. */
  anchor?: Anchors;
}

/** What the measure `selfServiceCompletionRate` takes. */
export interface SelfServiceCompletionRateOptions
  extends MeasureOptions, Pick<ReportRequest, "tickets" | "contacts" | "sessions"> {
  /**
   * The variant; `of_issues` where it is not given.
   * - `of_issues`: The share of all customer issues that self-service solved, by the customers' own word.
   * - `of_sessions`: The share of self-service sessions that solved the issue, by the customers' own word.
   */
  variant?: "of_issues" | "of_sessions";
  /**
   * A contact within this time after the start of a session belongs to it: one day by default. A record
   * counts once this time is over.
   * @defaultValue `86400`
   */
  linkWithin?: Seconds;
  /**
   * Sessions without an account, of which nobody can say whether a contact followed: `include` counts them as
   * sessions without one, `exclude` leaves them out as `no_account`.
   * @defaultValue `include`
   */
  anonymous?: "include" | "exclude";
  /** By kind of record, the instant that puts a record in a bucket. */
  anchor?: Anchors;
}

/** What the measure `botContainmentRate` takes. */
export interface BotContainmentRateOptions
  extends MeasureOptions, Pick<ReportRequest, "tickets" | "contacts" | "sessions"> {
  /**
   * The variant; `contained` where it is not given.
   * - `contained`: The share of conversations with a bot that needed no person, then or within a day.
   * - `bot_handover_rate`: The share of conversations that the bot handed over to a person.
   */
  variant?: "contained" | "bot_handover_rate";
  /**
   * A contact within this time after the start of a session belongs to it: one day by default. A record
   * counts once this time is over.
   * @defaultValue `86400`
   */
  linkWithin?: Seconds;
  /**
   * Sessions without an account, of which nobody can say whether a contact followed: `include` counts them as
   * sessions without one, `exclude` leaves them out as `no_account`.
   * @defaultValue `include`
   *
   * Of `contained`.
   */
  anonymous?: "include" | "exclude";
  /** By kind of record, the instant that puts a record in a bucket. */
  anchor?: Anchors;
}

/** What the measure `knowledgeBaseArticles` takes. */
export interface KnowledgeBaseArticlesOptions
  extends MeasureOptions, Pick<ReportRequest, "articles"> {
  /** The variant; `standard` where it is not given. */
  variant?: "standard";
  /**
   * An article is stale that was not changed for longer than this: 180 days by default.
   * @defaultValue `15552000`
   */
  staleAfter?: Seconds;
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

/** What the measure `customerTurnover` takes. */
export interface CustomerTurnoverOptions
  extends MeasureOptions, Pick<ReportRequest, "tickets" | "accounts"> {
  /**
   * The variant; `count` where it is not given.
   * - `count`: How many requests to cancel came from existing customers.
   * - `rate`: How many requests to cancel came from existing customers, for each hundred at the start.
   */
  variant?: "count" | "rate";
  /**
   * The types of ticket that are requests to cancel, in your own words.
   * @defaultValue `["cancellation"]`
   */
  types?: readonly string[];
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

/** What the measure `conversionRate` takes. */
export interface ConversionRateOptions
  extends MeasureOptions, Pick<ReportRequest, "tickets" | "contacts" | "conversions" | "sessions"> {
  /**
   * The variant; `last_touch` where it is not given.
   * - `last_touch`: The share of touches that ended in a conversion, each conversion credited to the
   *   customer's last touch before it.
   * - `any_touch`: The share of touches after which the customer converted within 30 days, whatever came
   *   between.
   * - `per_customer`: The share of the customers with a touch who converted within 30 days of one.
   */
  variant?: "last_touch" | "any_touch" | "per_customer";
  /**
   * What customers are touched by: inbound calls and chats that a person answered, tickets, self-service
   * sessions, or all of them; with `all` a ticket born of a contact counts once, through the contact.
   * @defaultValue `contacts`
   */
  after?: "contacts" | "tickets" | "sessions" | "all";
  /**
   * The kinds of conversion that count, in your own words, too.
   * @defaultValue `["purchase"]`
   */
  kinds?: readonly string[];
  /**
   * How soon after the touch the customer has to convert: 30 days by default.
   * @defaultValue `2592000`
   */
  within?: Seconds;
  /** By kind of record, the instant that puts a record in a bucket. */
  anchor?: Anchors;
}

/** What the measure `upsellRate` takes. */
export interface UpsellRateOptions
  extends MeasureOptions, Pick<ReportRequest, "tickets" | "contacts" | "accounts" | "conversions" | "sessions"> {
  /**
   * The variant; `last_touch` where it is not given.
   * - `last_touch`: The share of touches that ended in an upsell, each sale credited to the last touch before
   *   it; and whether the customers sold to stay.
   * - `any_touch`: The share of touches after which the customer bought an upgrade within 30 days, whatever
   *   came between; and whether the customers sold to stay.
   * - `per_customer`: The share of the customers with a touch who bought an upgrade within 30 days of one;
   *   and whether they stay.
   */
  variant?: "last_touch" | "any_touch" | "per_customer";
  /**
   * What customers are touched by: inbound calls and chats that a person answered, tickets, self-service
   * sessions, or all of them; with `all` a ticket born of a contact counts once, through the contact.
   * @defaultValue `contacts`
   */
  after?: "contacts" | "tickets" | "sessions" | "all";
  /**
   * How soon after the touch the customer has to convert: 30 days by default.
   * @defaultValue `2592000`
   */
  within?: Seconds;
  /**
   * How long after the touch the guard rail looks whether the customer is still there: 90 days by default.
   * @defaultValue `7776000`
   */
  retainedAfter?: Seconds;
  /** By kind of record, the instant that puts a record in a bucket. */
  anchor?: Anchors;
}

/** What the measure `crossSellRate` takes. */
export interface CrossSellRateOptions
  extends MeasureOptions, Pick<ReportRequest, "tickets" | "contacts" | "accounts" | "conversions" | "sessions"> {
  /**
   * The variant; `last_touch` where it is not given.
   * - `last_touch`: The share of touches that ended in a cross-sell, each sale credited to the last touch
   *   before it; and whether the customers sold to stay.
   * - `any_touch`: The share of touches after which the customer bought another product within 30 days,
   *   whatever came between; and whether the customers sold to stay.
   * - `per_customer`: The share of the customers with a touch who bought another product within 30 days of
   *   one; and whether they stay.
   */
  variant?: "last_touch" | "any_touch" | "per_customer";
  /**
   * What customers are touched by: inbound calls and chats that a person answered, tickets, self-service
   * sessions, or all of them; with `all` a ticket born of a contact counts once, through the contact.
   * @defaultValue `contacts`
   */
  after?: "contacts" | "tickets" | "sessions" | "all";
  /**
   * How soon after the touch the customer has to convert: 30 days by default.
   * @defaultValue `2592000`
   */
  within?: Seconds;
  /**
   * How long after the touch the guard rail looks whether the customer is still there: 90 days by default.
   * @defaultValue `7776000`
   */
  retainedAfter?: Seconds;
  /** By kind of record, the instant that puts a record in a bucket. */
  anchor?: Anchors;
}

/** What the measure `customerLifetimeValue` takes. */
export interface CustomerLifetimeValueOptions
  extends MeasureOptions, Pick<ReportRequest, "surveys" | "accounts" | "conversions"> {
  /**
   * The variant; `standard` where it is not given.
   * - `standard`: What a customer is worth from the first day to the last, at the purchases and the losses of
   *   the period.
   * - `promoters_to_detractors`: How many times as much promoters buy as detractors do.
   */
  variant?: "standard" | "promoters_to_detractors";
  /** The currency of the result. Entries in others are converted by `rates`; without it all must be in one. */
  currency?: string;
  /**
   * How many units of `currency` one unit of each other currency is worth, such as {"USD": "0.92"}.
   * @defaultValue `{}`
   */
  rates?: Readonly<Record<string, string>>;
  /**
   * The part of a purchase that is left after what it costs: "0.5" is half; by default all of it.
   * @defaultValue `1`
   *
   * Of `standard`.
   */
  margin?: string | number;
  /**
   * The kind of survey that counts; the others are left out as `other_kind`, never pooled.
   * @defaultValue `nps`
   *
   * Of `promoters_to_detractors`.
   */
  kind?: string;
  /** By kind of record, the instant that puts a record in a bucket. */
  anchor?: Anchors;
}

/** What the measure `lostCustomerValue` takes. */
export interface LostCustomerValueOptions
  extends MeasureOptions, Pick<ReportRequest, "accounts" | "conversions"> {
  /**
   * The variant; `sum` where it is not given.
   * - `sum`: What the customers who left were worth.
   * - `mean`: What a customer who left was worth.
   */
  variant?: "sum" | "mean";
  /** The currency of the result. Entries in others are converted by `rates`; without it all must be in one. */
  currency?: string;
  /**
   * How many units of `currency` one unit of each other currency is worth, such as {"USD": "0.92"}.
   * @defaultValue `{}`
   */
  rates?: Readonly<Record<string, string>>;
  /**
   * How long before its end an account's purchases count, where its value is derived from them: a year of
   * 365.25 days by default.
   * @defaultValue `31557600`
   */
  lookback?: Seconds;
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
  /**
   * How costs are shared that do not name the group, where the report has groups. `none`: they stay in the
   * group of the unknown. `handling_time`: in proportion to the handling time of the group's conversations,
   * or to their number where the handling time of any is not known. `count`: in proportion to their number.
   * @defaultValue `none`
   */
  shareBy?: "none" | "handling_time" | "count";
  /** By kind of record, the instant that puts a record in a bucket. */
  anchor?: Anchors;
}

/** What the measure `costPerConversion` takes. */
export interface CostPerConversionOptions
  extends MeasureOptions, Pick<ReportRequest, "conversions" | "ledgerEntries"> {
  /** The variant; `standard` where it is not given. */
  variant?: "standard";
  /** The currency of the result. Entries in others are converted by `rates`; without it all must be in one. */
  currency?: string;
  /**
   * How many units of `currency` one unit of each other currency is worth, such as {"USD": "0.92"}.
   * @defaultValue `{}`
   */
  rates?: Readonly<Record<string, string>>;
  /**
   * The kinds of conversion that count; the others are left out as `other_conversion`.
   * @defaultValue `["purchase"]`
   */
  kinds?: readonly string[];
  /** By kind of record, the instant that puts a record in a bucket. */
  anchor?: Anchors;
}

/** What the measure `supportCostRatio` takes. */
export interface SupportCostRatioOptions
  extends MeasureOptions, Pick<ReportRequest, "conversions" | "ledgerEntries"> {
  /** The variant; `standard` where it is not given. */
  variant?: "standard";
  /** The currency of the result. Entries in others are converted by `rates`; without it all must be in one. */
  currency?: string;
  /**
   * How many units of `currency` one unit of each other currency is worth, such as {"USD": "0.92"}.
   * @defaultValue `{}`
   */
  rates?: Readonly<Record<string, string>>;
  /**
   * Where revenue comes from. `entries`: ledger entries of kind revenue. `purchases`: purchases less refunds.
   * `auto`: entries where the report's window holds any, else purchases; one source for all buckets and
   * groups.
   * @defaultValue `auto`
   */
  revenue?: "auto" | "entries" | "purchases";
  /** By kind of record, the instant that puts a record in a bucket. */
  anchor?: Anchors;
}

/** What the measure `customerAcquisitionCost` takes. */
export interface CustomerAcquisitionCostOptions
  extends MeasureOptions, Pick<ReportRequest, "accounts" | "ledgerEntries"> {
  /**
   * The variant; `standard` where it is not given.
   * - `standard`: What it costs to win a customer.
   * - `to_retention_cost`: How many times as much a new customer costs as it costs to keep one.
   */
  variant?: "standard" | "to_retention_cost";
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

/** What the measure `employeeEngagement` takes. */
export interface EmployeeEngagementOptions
  extends MeasureOptions, Pick<ReportRequest, "agents" | "activities" | "employeeSurveys"> {
  /**
   * The variant; `score` where it is not given.
   * - `score`: The mean rating that employees give their own engagement.
   * - `active_share`: The share of agents who helped or volunteered in the last month.
   */
  variant?: "score" | "active_share";
  /** By kind of record, the instant that puts a record in a bucket. */
  anchor?: Anchors;
}

/** What the measure `agentAttritionRate` takes. */
export interface AgentAttritionRateOptions
  extends MeasureOptions, Pick<ReportRequest, "agents"> {
  /**
   * The variant; `annualised` where it is not given.
   * - `annualised`: How many agents leave a year for each hundred who are there, at the pace of the period.
   * - `period`: How many agents left in the period for each hundred who were there.
   */
  variant?: "annualised" | "period";
  /** By kind of record, the instant that puts a record in a bucket. */
  anchor?: Anchors;
}

/** What the measure `mostActiveAgents` takes. */
export interface MostActiveAgentsOptions
  extends MeasureOptions, Pick<ReportRequest, "tickets" | "holdings"> {
  /**
   * The variant; `first_assigned` where it is not given.
   * - `first_assigned`: Which agents receive most tickets: the first person to whom each is assigned.
   * - `each`: Which agents receive most tickets, where a ticket counts for everyone who held it.
   */
  variant?: "first_assigned" | "each";
  /** By kind of record, the instant that puts a record in a bucket. */
  anchor?: Anchors;
}

/** What the measure `topAgents` takes. */
export interface TopAgentsOptions
  extends MeasureOptions, Pick<ReportRequest, "tickets" | "contacts" | "legs" | "surveys" | "accounts" | "subscriptions" | "conversions" | "ledgerEntries" | "responseWaits" | "holdings" | "statusSpans" | "slaTargets" | "agentTimes" | "workSpans" | "agents" | "activities" | "employeeSurveys" | "sessions" | "articles" | "reviews" | "qualityReviews"> {
  /** The variant; `standard` where it is not given. */
  variant?: "standard";
  /**
   * The KPI that ranks the agents.
   * @defaultValue `csat`
   */
  kpi?: string;
  /** Its variant; its default one where it is not given. */
  kpiVariant?: string;
  /** Its parameters, by their names in the catalogue. */
  kpiParameters?: Readonly<Record<string, unknown>>;
  /** Its figure that ranks; its first where it is not given. */
  figure?: string;
  /**
   * Agents with fewer records than this have no rank.
   * @defaultValue `30`
   */
  minimumSample?: Count;
  /**
   * `bound` ranks by the pessimistic end of the interval: the lower one where more is better, else the upper
   * one; `value` by the value itself. A figure without an interval ranks by its value.
   * @defaultValue `bound`
   */
  rankBy?: "bound" | "value";
  /**
   * Which values are the better ones. In a report it is the KPI's own direction, and must be given where the
   * KPI has none, or the figure is of another kind than the KPI's first; a formula takes `higher` where
   * nothing is said.
   */
  better?: "higher" | "lower";
  /** By kind of record, the instant that puts a record in a bucket. */
  anchor?: Anchors;
}

/** What the measure `recordCompleteness` takes. */
export interface RecordCompletenessOptions
  extends MeasureOptions, Pick<ReportRequest, "tickets" | "contacts" | "legs" | "surveys" | "accounts" | "subscriptions" | "conversions" | "ledgerEntries" | "responseWaits" | "holdings" | "statusSpans" | "slaTargets" | "agentTimes" | "workSpans" | "agents" | "activities" | "employeeSurveys" | "sessions" | "articles" | "reviews" | "qualityReviews"> {
  /** The variant; `standard` where it is not given. */
  variant?: "standard";
  /**
   * The kind of record whose fields are looked at.
   * @defaultValue `ticket`
   */
  record?: string;
  /**
   * The fields that are wanted. Where nothing is said, of a ticket account, channel, type, priority, status
   * and assignee; of a contact account, agent, channel, direction and outcome; of an account kind, tier,
   * plan, region and segment; of other records they must be given.
   */
  fields?: readonly string[];
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
   * How many tickets come in for each hundred customers.
   * @throws {KpiError} `window_required`.
   */
  contactRate(options: ContactRateOptions): Report;
  /**
   * How many complaints come in for each hundred customers.
   * @throws {KpiError} `window_required`.
   */
  complaintRate(options: ComplaintRateOptions): Report;
  /**
   * The share of issues that self-service kept away from the agents, at most.
   * @throws {KpiError} `as_of_required` where no window says when to look; `missing_records` where sessions
   * without `contacted_at` come with neither tickets nor contacts; `bad_parameter`; `bad_input` in the
   * formula for a count that is none, or is more than the whole of which it is a part.
   */
  deflectionRate(options: DeflectionRateOptions): Report;
  /**
   * The share of tickets that are linked to a customer account.
   * @throws {KpiError} `bad_input` in the formula where more tickets are linked than there are.
   */
  accountLinkageRate(options: AccountLinkageRateOptions): Report;
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
   * How much of the time for which agents are available they spend on customers; parallel work counts once.
   * @throws {KpiError} `missing_records` without agents' times, or without the contacts or legs that are
   * handled; `missing_field` where tables come one after the other and work spans are not given, because then
   * nobody can make them; `wrong_order`, `unknown_word`; `bad_input` where a part is more than its whole.
   */
  occupancyRate(options: OccupancyRateOptions): Report;
  /**
   * How much of the paid time agents spend on customers.
   * @throws {KpiError} `missing_records` without agents' times, or without the contacts or legs that are
   * handled; `missing_field` where tables come one after the other and work spans are not given, because then
   * nobody can make them; `wrong_order`, `unknown_word`; `bad_input` where a part is more than its whole.
   */
  utilization(options: UtilizationOptions): Report;
  /**
   * How many contacts agents handle in each hour for which they are available.
   * @throws {KpiError} `missing_records` without agents' times, or without the contacts or legs that are
   * handled; `missing_field` where tables come one after the other and work spans are not given, because then
   * nobody can make them; `wrong_order`, `unknown_word`; `bad_input` where a part is more than its whole.
   */
  contactsPerHour(options: ContactsPerHourOptions): Report;
  /**
   * How many tickets an agent resolves in a workday.
   * @throws {KpiError} `wrong_order`, `unknown_word`; `missing_field` where tables come one after the other
   * and `first_of_day` is not given, because then nobody can look for the other shifts.
   */
  employeeProductivity(options: EmployeeProductivityOptions): Report;
  /**
   * How many agents it takes to answer so many contacts as fast as was promised, if nobody gives up.
   * @throws {KpiError} `response_before_creation` where the answer is before the start of the wait,
   * `wrong_order` where an end is before its start, `bad_parameter`; `window_required` over records;
   * `overloaded` where the agents given cannot carry the load, or it is more than a million Erlangs (over
   * records the figures are undefined); `bad_input` for an interval or a patience of 0; `negative`.
   */
  requiredAgents(options: RequiredAgentsOptions): Report;
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
   * How many five-star reviews were posted.
   * @throws {KpiError} `out_of_scale`, `bad_scale`.
   */
  positiveReviews(options: PositiveReviewsOptions): Report;
  /**
   * How much more of the labelled feedback is positive than negative, in reviews and tickets together.
   * @throws {KpiError} `unknown_word` where a label is none of positive, neutral and negative.
   */
  netSentiment(options: NetSentimentOptions): Report;
  /**
   * The mean rating that customers give an agent.
   * @throws {KpiError} `out_of_scale`, `mixed_scales`, `bad_scale` (fewer than three points).
   */
  agentRating(options: AgentRatingOptions): Report;
  /**
   * The share of answers about how work is organized that lie in the two worst points of the scale.
   * @throws {KpiError} `out_of_scale`, `mixed_scales` (answers on different scales in one measure),
   * `bad_scale` (fewer than three points).
   */
  dissatisfactionWithOrganization(options: DissatisfactionWithOrganizationOptions): Report;
  /**
   * The mean score, from 0 to 100, of conversations that were reviewed by a scorecard.
   * @throws {KpiError} `out_of_scale`, `bad_scale`; `missing_field` where a criterion has no mark and is not
   * said to be not applicable; `duplicate_id` where a review has a criterion twice; `negative` where a weight
   * is below 0; `bad_input` in the formula where the lists are not of one length.
   */
  qualityScore(options: QualityScoreOptions): Report;
  /**
   * How often self-service was used.
   * @throws {KpiError} `bad_input`.
   */
  selfServiceUtilization(options: SelfServiceUtilizationOptions): Report;
  /**
   * The share of all customer issues that self-service solved, by the customers' own word.
   * @throws {KpiError} `as_of_required` where no window says when to look; `missing_records` where sessions
   * without `contacted_at` come with neither tickets nor contacts; `bad_parameter`; `bad_input` in the
   * formula for a count that is none, or is more than the whole of which it is a part.
   */
  selfServiceCompletionRate(options: SelfServiceCompletionRateOptions): Report;
  /**
   * The share of conversations with a bot that needed no person, then or within a day.
   * @throws {KpiError} `as_of_required` where no window says when to look; `missing_records` where sessions
   * without `contacted_at` come with neither tickets nor contacts; `bad_parameter`; `bad_input` in the
   * formula for a count that is none, or is more than the whole of which it is a part.
   */
  botContainmentRate(options: BotContainmentRateOptions): Report;
  /**
   * How many articles the knowledge base has, whether they help, whether they are read, and how many are
   * stale.
   * @throws {KpiError} `window_required`; `bad_input` in the formula where more articles are stale than there
   * are.
   */
  knowledgeBaseArticles(options: KnowledgeBaseArticlesOptions): Report;
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
   * How many requests to cancel came from existing customers.
   * @throws {KpiError} `missing_records` without accounts; `unknown_account` where a ticket names an account
   * that is not there; `bad_parameter`.
   */
  customerTurnover(options: CustomerTurnoverOptions): Report;
  /**
   * By how much monthly recurring revenue grew, and what the growth is made of.
   * @throws {KpiError} `window_required`; `mixed_currencies` without a rate; `unknown_currency`; `negative`;
   * `bad_input` in the formula where more is lost than there was.
   */
  mrrGrowthRate(options: MrrGrowthRateOptions): Report;
  /**
   * The share of touches that ended in a conversion, each conversion credited to the customer's last touch
   * before it.
   * @throws {KpiError} `missing_records` without conversions; `as_of_required`; `bad_parameter`; `bad_input`
   * in the formula where more convert than there are.
   */
  conversionRate(options: ConversionRateOptions): Report;
  /**
   * The share of touches that ended in an upsell, each sale credited to the last touch before it; and whether
   * the customers sold to stay.
   * @throws {KpiError} `missing_records` without conversions or accounts; `unknown_account` where a touch
   * names an account that is not there; `as_of_required`; `bad_parameter`; `bad_input` in the formula where a
   * part is more than its whole.
   */
  upsellRate(options: UpsellRateOptions): Report;
  /**
   * The share of touches that ended in a cross-sell, each sale credited to the last touch before it; and
   * whether the customers sold to stay.
   * @throws {KpiError} `missing_records` without conversions or accounts; `unknown_account` where a touch
   * names an account that is not there; `as_of_required`; `bad_parameter`; `bad_input` in the formula where a
   * part is more than its whole.
   */
  crossSellRate(options: CrossSellRateOptions): Report;
  /**
   * What a customer is worth from the first day to the last, at the purchases and the losses of the period.
   * @throws {KpiError} `window_required`; `mixed_currencies` where purchases are in several currencies and
   * there is no rate, `unknown_currency`, `overflow`; `bad_parameter` for a margin outside 0 to 1; `negative`
   * in the formula.
   */
  customerLifetimeValue(options: CustomerLifetimeValueOptions): Report;
  /**
   * What the customers who left were worth.
   * @throws {KpiError} `mixed_currencies` where values are in several currencies and there is no rate,
   * `unknown_currency`, `overflow`; `missing_records` where the value is to be derived and there are no
   * conversions; `bad_parameter` where one report is to derive it in two ways; `missing_field` where tables
   * come one after the other and `value` is not given.
   */
  lostCustomerValue(options: LostCustomerValueOptions): Report;
  /**
   * What a conversation with a customer costs.
   * @throws {KpiError} `mixed_currencies` where entries are in several currencies and there is no rate,
   * `unknown_currency`, `overflow`.
   */
  costPerConversation(options: CostPerConversationOptions): Report;
  /**
   * What support costs for each outcome that it is there for: a purchase, a finished setup, an upsell.
   * @throws {KpiError} `mixed_currencies` where entries are in several currencies and there is no rate,
   * `unknown_currency`, `overflow`.
   */
  costPerConversion(options: CostPerConversionOptions): Report;
  /**
   * What support costs for every hundred of revenue. It can pass 100.
   * @throws {KpiError} `mixed_currencies` where entries are in several currencies and there is no rate,
   * `unknown_currency`, `overflow`.
   */
  supportCostRatio(options: SupportCostRatioOptions): Report;
  /**
   * What it costs to win a customer.
   * @throws {KpiError} `mixed_currencies` where entries are in several currencies and there is no rate,
   * `unknown_currency`, `overflow`.
   */
  customerAcquisitionCost(options: CustomerAcquisitionCostOptions): Report;
  /**
   * The mean rating that employees give their own engagement.
   * @throws {KpiError} `out_of_scale`, `mixed_scales` (answers on different scales in one measure),
   * `bad_scale` (fewer than three points).
   */
  employeeEngagement(options: EmployeeEngagementOptions): Report;
  /**
   * How many agents leave a year for each hundred who are there, at the pace of the period.
   * @throws {KpiError} `window_required`; `bad_input` in the formula where the period is 0.
   */
  agentAttritionRate(options: AgentAttritionRateOptions): Report;
  /**
   * Which agents receive most tickets: the first person to whom each is assigned.
   * @throws {KpiError} `negative` in the formula for a negative count.
   */
  mostActiveAgents(options: MostActiveAgentsOptions): Report;
  /**
   * The best agents by any KPI, as far as the records can tell them apart.
   * @throws {KpiError} `unknown_kpi`, `unknown_variant`, `bad_parameter` where no direction is known, or the
   * KPI ranks agents itself; `bad_input` in the formula unless the lists are equally long and no lower end
   * lies above its upper one; and what the ranked KPI's page names.
   */
  topAgents(options: TopAgentsOptions): Report;
  /**
   * How completely records are filled in: of the fields that are wanted, the share that says something.
   * @throws {KpiError} `bad_parameter` for a kind or a field that does not exist, for a field that is derived
   * over whole tables, and where `fields` must be given; `bad_input` in the formula where a part is more than
   * its whole.
   */
  recordCompleteness(options: RecordCompletenessOptions): Report;
};
