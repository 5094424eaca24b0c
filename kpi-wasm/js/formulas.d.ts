// The KPIs as formulas; printed by `cargo xtask gen` from the catalogue.
import type { Figures } from "./core.js";

/** A whole number, 0 or more. */
export type Count = number | bigint;
/** An exact decimal number: text such as `"12.50"`, or a whole number. */
export type Amount = string | number | bigint;
/** Seconds, as a number or as decimal text. */
export type Seconds = number | string;
/** A point of a scale, as a number or as decimal text. */
export type Score = number | string;

/** What every formula may be told beside its inputs. */
export interface FormulaOptions {
  /** The confidence level of the intervals; 0.95 where it is not given. */
  level?: number;
}

/**
 * How long customers wait for the first reply by a person, from the moment they wait for people.
 *
 * **Formula:** first public reply by a person − start of the clock; the clock starts at the bot's handover,
 * at the reopening after a bot's resolution, at the customer's first message on a ticket that an agent
 * opened, else at creation; on calls and chats when they join the queue.
 *
 * **Gives:** `mean` (seconds, 0 or more), `median` (seconds, 0 or more), `p90` (seconds, 0 or more), `p95`
 * (seconds, 0 or more), `min` (seconds, 0 or more), `max` (seconds, 0 or more), `count` (count, 0 or more).
 *
 * **Counted:** Tickets with a first public reply by a person, and contacts that a person answered, once each,
 * also those given up later, on hold or in the conversation. Bots, automatic acknowledgements and private
 * notes are not replies.
 *
 * **Left out:** Tickets: `merged`, `spam`, `through_contact` (it counts through its contact), and without a
 * response `deleted` or `bot` (a bot resolved it); `no_clock_start` for a ticket that an agent opened, where
 * the customer has not written or the first message is not known, answered or not; `unanswered`. Contacts:
 * `outbound`, `abandoned` (before an answer), `self_served`, `unanswered`. In business time also
 * `no_schedule` (no schedule of the calendar is for it).
 *
 * **Interval:** Mean: Student's t. Median and other quantiles: binomial order statistics.
 *
 * **Sources:** S0: The time a business takes to respond to an inquiry; of all KPIs the one most directly tied
 * to service quality. What customers expect: for over half of them less than three minutes on the phone, in a
 * live chat less than 45 seconds on average. An email is to be answered within a few hours, which is no
 * number to compare with. S1: The time from an inquiry to the company's response; it gives no formula. S2:
 * Speaks of calls alone, from their start until an agent answers: for them that is `from_created`; see
 * `answer_time`. S4: Total time to first response in a period by the tickets responded to in that period. Its
 * “multiply by 100 to get the percentage” is a slip: the result is a duration. Its period is that of the
 * reply; ask for it with the anchor `first_response_at`. The default is the period in which customers asked
 * (ruling B11). Its times by channel are what customers expect.
 *
 * @param durations first response times in seconds.
 * @param options.bands Cuts that give the share of records in each band: `band_0_3600` is 0 to 3,600 s, both
 * included; `band_3600_14400` is above 3,600 s and up to 14,400 s; `band_14400_up` is above it.
 * @param options.quantiles `exact` keeps every value and gives R's type 7; `sketch` keeps counts in bins,
 * gives the middle of the bin that holds the type 1 quantile, and states the largest relative error.
 * @param options.level The confidence level of the intervals.
 * @throws {KpiError} `response_before_creation` where the response is before the start of the clock, in
 * either time; `negative` for a negative duration in the formula; `calendar_required` for business time
 * without a calendar. `bad_input` for an input that is not allowed.
 * @example
 * // An email answered after 3,600 s, a call after 60 s and a chat after 30 s: 3,690 s ÷ 3 = 1,230 s.
 * firstResponseTime([3600, 60, 30]).value; // "1230"
 */
export declare function firstResponseTime(
  durations: readonly Seconds[] | Float64Array,
  options?: FormulaOptions & { bands?: readonly Seconds[]; quantiles?: "exact" | "sketch"; },
): Figures;

/**
 * How long customers wait for the first reply by a person, from the moment they ask: what they feel, the
 * bot's time included.
 *
 * **Formula:** first public reply by a person − creation (calls and chats: their start; on a ticket that an
 * agent opened: the customer's first message).
 *
 * **Gives:** `mean` (seconds, 0 or more), `median` (seconds, 0 or more), `p90` (seconds, 0 or more), `p95`
 * (seconds, 0 or more), `min` (seconds, 0 or more), `max` (seconds, 0 or more), `count` (count, 0 or more).
 *
 * **Counted:** Tickets with a first public reply by a person, and contacts that a person answered, once each,
 * also those given up later, on hold or in the conversation. Bots, automatic acknowledgements and private
 * notes are not replies.
 *
 * **Left out:** Tickets: `merged`, `spam`, `through_contact` (it counts through its contact), and without a
 * response `deleted` or `bot` (a bot resolved it); `no_clock_start` for a ticket that an agent opened, where
 * the customer has not written or the first message is not known, answered or not; `unanswered`. Contacts:
 * `outbound`, `abandoned` (before an answer), `self_served`, `unanswered`. In business time also
 * `no_schedule` (no schedule of the calendar is for it).
 *
 * **Interval:** Mean: Student's t. Median and other quantiles: binomial order statistics.
 *
 * **Sources:** S0: The time a business takes to respond to an inquiry; of all KPIs the one most directly tied
 * to service quality. What customers expect: for over half of them less than three minutes on the phone, in a
 * live chat less than 45 seconds on average. An email is to be answered within a few hours, which is no
 * number to compare with. S1: The time from an inquiry to the company's response; it gives no formula. S2:
 * Speaks of calls alone, from their start until an agent answers: for them that is `from_created`; see
 * `answer_time`. S4: Total time to first response in a period by the tickets responded to in that period. Its
 * “multiply by 100 to get the percentage” is a slip: the result is a duration. Its period is that of the
 * reply; ask for it with the anchor `first_response_at`. The default is the period in which customers asked
 * (ruling B11). Its times by channel are what customers expect.
 *
 * @param durations first response times in seconds.
 * @param options.bands Cuts that give the share of records in each band: `band_0_3600` is 0 to 3,600 s, both
 * included; `band_3600_14400` is above 3,600 s and up to 14,400 s; `band_14400_up` is above it.
 * @param options.quantiles `exact` keeps every value and gives R's type 7; `sketch` keeps counts in bins,
 * gives the middle of the bin that holds the type 1 quantile, and states the largest relative error.
 * @param options.level The confidence level of the intervals.
 * @throws {KpiError} `response_before_creation` where the response is before the start of the clock, in
 * either time; `negative` for a negative duration in the formula; `calendar_required` for business time
 * without a calendar. `bad_input` for an input that is not allowed.
 * @example
 * // An email answered after 3,600 s, a call after 60 s and a chat after 30 s: 3,690 s ÷ 3 = 1,230 s.
 * firstResponseTimeFromCreated([3600, 60, 30]).value; // "1230"
 */
export declare function firstResponseTimeFromCreated(
  durations: readonly Seconds[] | Float64Array,
  options?: FormulaOptions & { bands?: readonly Seconds[]; quantiles?: "exact" | "sketch"; },
): Figures;

/**
 * The share of requests that a person answered within the target.
 *
 * **Formula:** 100 × met ÷ (met + missed); missed includes the unanswered that are past their target; within
 * means at most.
 *
 * **Gives:** `share` (percent, 0 to 100), `met` (count, 0 or more), `missed` (count, 0 or more).
 *
 * **Counted:** Tickets and contacts that were answered, or whose target is over at `as_of` (default: the
 * window's end). The clock is that of first response time from handover; for what was never answered it stops
 * when the request was resolved, closed, canceled or given up. A contact given up later, on hold or in the
 * conversation, was answered. In business time the targets are business time, too.
 *
 * **Left out:** `not_due` (unanswered, and the target is not over), `no_target` (no target for its channel),
 * `merged`, `spam`, `through_contact`, `deleted` and `bot` without a response, `no_clock_start`, `outbound`,
 * `self_served`. In business time also `no_schedule` (no schedule of the calendar is for it).
 *
 * **Interval:** Wilson.
 *
 * **Sources:** S4: Says how soon customers expect a first response in each channel. Its upper ends are the
 * default targets, because it alone names all four channels. S0: Over half of all consumers expect less than
 * three minutes on the phone, and customers less than 45 seconds on average in a live chat: the targets `s0`.
 * For an email it says a few hours, which is no target.
 *
 * @param met requests answered within their target.
 * @param missed requests answered later, or unanswered past their target.
 * @param options.level The confidence level of the intervals.
 * @throws {KpiError} `as_of_required` where something is unanswered and neither a window nor `as_of` says
 * when to look; `response_before_creation`; `bad_parameter`; `calendar_required` for business time without a
 * calendar. `bad_input` for an input that is not allowed.
 * @example
 * // Target 60 min; answered after 30 min (met), after 90 min (missed), unanswered for 5 h (missed), unanswered for 10 min (not due): 100 × 1 ÷ 3.
 * firstResponseWithinTarget(1, 2).value; // "33.333333333"
 */
export declare function firstResponseWithinTarget(
  met: Count,
  missed: Count,
  options?: FormulaOptions,
): Figures;

/**
 * How long customers wait for each further reply, once a person has replied for the first time.
 *
 * **Formula:** mean over all waits of: next public reply by a person − first message of the customer that no
 * person has answered; only waits after the first reply.
 *
 * **Gives:** `mean` (seconds, 0 or more), `median` (seconds, 0 or more), `p90` (seconds, 0 or more), `p95`
 * (seconds, 0 or more), `min` (seconds, 0 or more), `max` (seconds, 0 or more), `count` (count, 0 or more).
 *
 * **Counted:** Waits for a reply that a person ended, each in the bucket in which it opened, whatever its
 * ticket (ruling B12). Further messages while a wait is open open nothing. A wait of which it is not known
 * whether it is the first counts.
 *
 * **Left out:** `first_wait` (it is first response time), `unanswered` (nobody has replied yet). In business
 * time also `no_schedule` (no schedule of the calendar is for it).
 *
 * **Interval:** Mean: Student's t. Median and other quantiles: binomial order statistics.
 *
 * **Sources:** S1: The time a company takes to respond to an inquiry once the first contact has been made; to
 * be brought down as far as possible, because satisfaction goes with it. S2: Uses the name for the time from
 * the start of a call until an agent answers: here that is answer time from the start of the call. S4: Uses
 * the name for the first response when it quotes numbers; they stand with `first_response_time`.
 *
 * @param durations waits after the first reply in seconds.
 * @param options.bands Cuts that give the share of records in each band: `band_0_3600` is 0 to 3,600 s, both
 * included; `band_3600_14400` is above 3,600 s and up to 14,400 s; `band_14400_up` is above it.
 * @param options.quantiles `exact` keeps every value and gives R's type 7; `sketch` keeps counts in bins,
 * gives the middle of the bin that holds the type 1 quantile, and states the largest relative error.
 * @param options.level The confidence level of the intervals.
 * @throws {KpiError} `wrong_order` where a wait closes before it opens; `negative` for a negative duration in
 * the formula; `calendar_required` for business time without a calendar. `bad_input` for an input that is not
 * allowed.
 * @example
 * // One ticket waits 10, 10 and 10 min, another one 70 min: 6,000 s ÷ 4 = 25 min; the mean of the tickets' means would be 40 min.
 * averageResponseTime([600, 600, 600, 4200]).value; // "1500"
 */
export declare function averageResponseTime(
  durations: readonly Seconds[] | Float64Array,
  options?: FormulaOptions & { bands?: readonly Seconds[]; quantiles?: "exact" | "sketch"; },
): Figures;

/**
 * How long customers wait for a reply, the first one and every further one.
 *
 * **Formula:** mean over all waits of: next public reply by a person − first message of the customer that no
 * person has answered; the first wait runs from the start of the ticket's clock.
 *
 * **Gives:** `mean` (seconds, 0 or more), `median` (seconds, 0 or more), `p90` (seconds, 0 or more), `p95`
 * (seconds, 0 or more), `min` (seconds, 0 or more), `max` (seconds, 0 or more), `count` (count, 0 or more).
 *
 * **Counted:** Waits for a reply that a person ended, each in the bucket in which it opened, whatever its
 * ticket (ruling B12). Further messages while a wait is open open nothing.
 *
 * **Left out:** `unanswered` (nobody has replied yet). In business time also `no_schedule` (no schedule of
 * the calendar is for it).
 *
 * **Interval:** Mean: Student's t. Median and other quantiles: binomial order statistics.
 *
 * **Sources:** S1: The time a company takes to respond to an inquiry once the first contact has been made; to
 * be brought down as far as possible, because satisfaction goes with it. S2: Uses the name for the time from
 * the start of a call until an agent answers: here that is answer time from the start of the call. S4: Uses
 * the name for the first response when it quotes numbers; they stand with `first_response_time`.
 *
 * @param durations all waits for a reply in seconds.
 * @param options.bands Cuts that give the share of records in each band: `band_0_3600` is 0 to 3,600 s, both
 * included; `band_3600_14400` is above 3,600 s and up to 14,400 s; `band_14400_up` is above it.
 * @param options.quantiles `exact` keeps every value and gives R's type 7; `sketch` keeps counts in bins,
 * gives the middle of the bin that holds the type 1 quantile, and states the largest relative error.
 * @param options.level The confidence level of the intervals.
 * @throws {KpiError} `wrong_order` where a wait closes before it opens; `negative` for a negative duration in
 * the formula; `calendar_required` for business time without a calendar. `bad_input` for an input that is not
 * allowed.
 * @example
 * // Asked at 10:00 and answered at 10:05; two messages at 10:10 and 10:20, answered at 10:40: waits of 5 and 30 min, 2,100 s ÷ 2.
 * averageResponseTimeWithFirst([300, 1800]).value; // "1050"
 */
export declare function averageResponseTimeWithFirst(
  durations: readonly Seconds[] | Float64Array,
  options?: FormulaOptions & { bands?: readonly Seconds[]; quantiles?: "exact" | "sketch"; },
): Figures;

/**
 * How long customers wait in the queue until a person answers the call or chat; its mean is the average speed
 * of answer.
 *
 * **Formula:** instant of the answer − instant of joining the queue.
 *
 * **Gives:** `mean` (seconds, 0 or more), `median` (seconds, 0 or more), `p90` (seconds, 0 or more), `p95`
 * (seconds, 0 or more), `min` (seconds, 0 or more), `max` (seconds, 0 or more), `count` (count, 0 or more).
 *
 * **Counted:** Inbound contacts that a person answered, also those that the customer gave up later, on hold
 * or in the conversation.
 *
 * **Left out:** `outbound`, `abandoned` (before an answer), `self_served`, `callback`, `failed`, `not_queued`
 * (it never joined the queue), `unanswered` (when it was answered is not known, or not yet at `as_of`). In
 * business time also `no_schedule` (no schedule of the calendar is for it).
 *
 * **Interval:** Mean: Student's t. Median and other quantiles: binomial order statistics.
 *
 * **Sources:** S2: Calls it average response time and measures it from the start of the call until an agent
 * answers: the variant `from_start`. It takes it for the main cause of complaints. Field: Average speed of
 * answer starts when the contact joins the queue: the variant `from_queue`, the default, because it is what
 * others publish. S0: Over half of all consumers expect a hold of less than three minutes on the phone, by
 * which it means the wait for a person.
 *
 * @param durations answer times in seconds.
 * @param options.bands Cuts that give the share of records in each band: `band_0_3600` is 0 to 3,600 s, both
 * included; `band_3600_14400` is above 3,600 s and up to 14,400 s; `band_14400_up` is above it.
 * @param options.quantiles `exact` keeps every value and gives R's type 7; `sketch` keeps counts in bins,
 * gives the middle of the bin that holds the type 1 quantile, and states the largest relative error.
 * @param options.level The confidence level of the intervals.
 * @throws {KpiError} `response_before_creation` where the answer is before the start of the wait,
 * `wrong_order` where an end is before its start, `bad_parameter`; `negative` for a negative duration in the
 * formula, `calendar_required` for business time without a calendar. `bad_input` for an input that is not
 * allowed.
 * @example
 * // Queued at 10:00:30 and answered at 10:01:00, after two minutes, and at once: 150 s ÷ 3.
 * answerTime([30, 120, 0]).value; // "50"
 */
export declare function answerTime(
  durations: readonly Seconds[] | Float64Array,
  options?: FormulaOptions & { bands?: readonly Seconds[]; quantiles?: "exact" | "sketch"; },
): Figures;

/**
 * How long customers wait from dialling, or opening the chat, until a person answers: what they feel, the
 * menu's time included.
 *
 * **Formula:** instant of the answer − start of the contact; where the start is not known, − instant of
 * joining the queue.
 *
 * **Gives:** `mean` (seconds, 0 or more), `median` (seconds, 0 or more), `p90` (seconds, 0 or more), `p95`
 * (seconds, 0 or more), `min` (seconds, 0 or more), `max` (seconds, 0 or more), `count` (count, 0 or more).
 *
 * **Counted:** Inbound contacts that a person answered, also those that the customer gave up later, on hold
 * or in the conversation.
 *
 * **Left out:** `outbound`, `abandoned` (before an answer), `self_served`, `callback`, `failed`, `unanswered`
 * (when it was answered is not known, or not yet at `as_of`). In business time also `no_schedule` (no
 * schedule of the calendar is for it).
 *
 * **Interval:** Mean: Student's t. Median and other quantiles: binomial order statistics.
 *
 * **Sources:** S2: Calls it average response time and measures it from the start of the call until an agent
 * answers: the variant `from_start`. It takes it for the main cause of complaints. Field: Average speed of
 * answer starts when the contact joins the queue: the variant `from_queue`, the default, because it is what
 * others publish. S0: Over half of all consumers expect a hold of less than three minutes on the phone, by
 * which it means the wait for a person.
 *
 * @param durations answer times in seconds.
 * @param options.bands Cuts that give the share of records in each band: `band_0_3600` is 0 to 3,600 s, both
 * included; `band_3600_14400` is above 3,600 s and up to 14,400 s; `band_14400_up` is above it.
 * @param options.quantiles `exact` keeps every value and gives R's type 7; `sketch` keeps counts in bins,
 * gives the middle of the bin that holds the type 1 quantile, and states the largest relative error.
 * @param options.level The confidence level of the intervals.
 * @throws {KpiError} `response_before_creation` where the answer is before the start of the wait,
 * `wrong_order` where an end is before its start, `bad_parameter`; `negative` for a negative duration in the
 * formula, `calendar_required` for business time without a calendar. `bad_input` for an input that is not
 * allowed.
 * @example
 * // Begun at 10:00:00 and answered at 10:01:00, after two minutes, and at once: 180 s ÷ 3.
 * answerTimeFromStart([60, 120, 0]).value; // "60"
 */
export declare function answerTimeFromStart(
  durations: readonly Seconds[] | Float64Array,
  options?: FormulaOptions & { bands?: readonly Seconds[]; quantiles?: "exact" | "sketch"; },
): Figures;

/**
 * How long customers wait in all until their request is resolved: the time in which the next step was the
 * company's.
 *
 * **Formula:** total time of the ticket in new, open and on hold, until it was resolved.
 *
 * **Gives:** `mean` (seconds, 0 or more), `median` (seconds, 0 or more), `p90` (seconds, 0 or more), `p95`
 * (seconds, 0 or more), `min` (seconds, 0 or more), `max` (seconds, 0 or more), `count` (count, 0 or more).
 *
 * **Counted:** Resolved tickets whose wait is known, in the bucket of their last resolution, with the wait of
 * their whole life. The waits come from the log of events, or are given.
 *
 * **Left out:** `merged`, `spam`, `deleted` (without an answer), `unknown` (its wait is not known); `open` is
 * what was open at the end of the bucket. With another anchor, such as `created_at`, also `closed` and
 * `canceled` (without a resolution) and `open`.
 *
 * **Interval:** Mean: Student's t. Median and other quantiles: binomial order statistics.
 *
 * **Sources:** S3: Names average wait time beside average resolution time, without a formula, as what to
 * compare with retention: what less of it is worth, and from where on less no longer pays. That it stands
 * beside resolution time makes `requester` the default; for calls it may mean `queue`. Field: Help desks
 * report requester wait time as the time in which the customer waits for them.
 *
 * @param durations for each ticket the time in which the company owed the next step, in seconds.
 * @param options.bands Cuts that give the share of records in each band: `band_0_3600` is 0 to 3,600 s, both
 * included; `band_3600_14400` is above 3,600 s and up to 14,400 s; `band_14400_up` is above it.
 * @param options.quantiles `exact` keeps every value and gives R's type 7; `sketch` keeps counts in bins,
 * gives the middle of the bin that holds the type 1 quantile, and states the largest relative error.
 * @param options.level The confidence level of the intervals.
 * @throws {KpiError} `negative` for a negative duration. `bad_input` for an input that is not allowed.
 * @example
 * // New at 10:00, replied and pending at 11:00, the customer writes at 13:00, solved at 14:00: 1 h + 1 h. Another ticket is new for 1 h: 10,800 s ÷ 2.
 * waitTime([7200, 3600]).value; // "5400"
 */
export declare function waitTime(
  durations: readonly Seconds[] | Float64Array,
  options?: FormulaOptions & { bands?: readonly Seconds[]; quantiles?: "exact" | "sketch"; },
): Figures;

/**
 * How long agents wait for customers until a request is resolved: the time in which the next step was the
 * customer's.
 *
 * **Formula:** total time of the ticket in pending, until it was resolved.
 *
 * **Gives:** `mean` (seconds, 0 or more), `median` (seconds, 0 or more), `p90` (seconds, 0 or more), `p95`
 * (seconds, 0 or more), `min` (seconds, 0 or more), `max` (seconds, 0 or more), `count` (count, 0 or more).
 *
 * **Counted:** Resolved tickets whose wait is known, in the bucket of their last resolution, with the wait of
 * their whole life. The waits come from the log of events, or are given.
 *
 * **Left out:** `merged`, `spam`, `deleted` (without an answer), `unknown` (its wait is not known); `open` is
 * what was open at the end of the bucket. With another anchor, such as `created_at`, also `closed` and
 * `canceled` (without a resolution) and `open`.
 *
 * **Interval:** Mean: Student's t. Median and other quantiles: binomial order statistics.
 *
 * **Sources:** Field: Help desks report agent wait time as the counterpart of requester wait time: the time
 * pending on the customer.
 *
 * @param durations for each ticket the time in which the customer owed the next step, in seconds.
 * @param options.bands Cuts that give the share of records in each band: `band_0_3600` is 0 to 3,600 s, both
 * included; `band_3600_14400` is above 3,600 s and up to 14,400 s; `band_14400_up` is above it.
 * @param options.quantiles `exact` keeps every value and gives R's type 7; `sketch` keeps counts in bins,
 * gives the middle of the bin that holds the type 1 quantile, and states the largest relative error.
 * @param options.level The confidence level of the intervals.
 * @throws {KpiError} `negative` for a negative duration. `bad_input` for an input that is not allowed.
 * @example
 * // New at 10:00, replied and pending at 11:00, the customer writes at 13:00, solved at 14:00: 2 h in pending. Another ticket is never pending: 7,200 s ÷ 2.
 * waitTimeAgentWaitTime([7200, 0]).value; // "3600"
 */
export declare function waitTimeAgentWaitTime(
  durations: readonly Seconds[] | Float64Array,
  options?: FormulaOptions & { bands?: readonly Seconds[]; quantiles?: "exact" | "sketch"; },
): Figures;

/**
 * How long customers wait in the queue for a call or chat, whether somebody answers or they give up.
 *
 * **Formula:** instant of the answer, or end of the contact where the customer gave up, − instant of joining
 * the queue.
 *
 * **Gives:** `mean` (seconds, 0 or more), `median` (seconds, 0 or more), `p90` (seconds, 0 or more), `p95`
 * (seconds, 0 or more), `min` (seconds, 0 or more), `max` (seconds, 0 or more), `count` (count, 0 or more).
 *
 * **Counted:** Inbound contacts that joined the queue and were answered or given up, short or not; also those
 * given up later, on hold or in the conversation, with their wait until the answer.
 *
 * **Left out:** `outbound`, `self_served`, `callback`, `failed`, `unanswered` (at `as_of` the customer still
 * waits), `not_queued` (it never joined the queue), `unknown` (when the wait ended is not known). In business
 * time also `no_schedule` (no schedule of the calendar is for it).
 *
 * **Interval:** Mean: Student's t. Median and other quantiles: binomial order statistics.
 *
 * **Sources:** S3: Names average wait time beside average resolution time, without a formula, as what to
 * compare with retention: what less of it is worth, and from where on less no longer pays. That it stands
 * beside resolution time makes `requester` the default; for calls it may mean `queue`. S0: Over half of all
 * consumers expect a hold of less than three minutes on the phone, by which it means the wait for a person.
 *
 * @param durations waits in the queue in seconds, of the answered and of those who gave up.
 * @param options.bands Cuts that give the share of records in each band: `band_0_3600` is 0 to 3,600 s, both
 * included; `band_3600_14400` is above 3,600 s and up to 14,400 s; `band_14400_up` is above it.
 * @param options.quantiles `exact` keeps every value and gives R's type 7; `sketch` keeps counts in bins,
 * gives the middle of the bin that holds the type 1 quantile, and states the largest relative error.
 * @param options.level The confidence level of the intervals.
 * @throws {KpiError} `response_before_creation` where the answer is before the start of the wait,
 * `wrong_order` where an end is before its start, `bad_parameter`; `negative` for a negative duration in the
 * formula, `calendar_required` for business time without a calendar. `bad_input` for an input that is not
 * allowed.
 * @example
 * // Answered after 30 and 120 s, given up after 60 s: 210 s ÷ 3.
 * waitTimeQueue([30, 120, 60]).value; // "70"
 */
export declare function waitTimeQueue(
  durations: readonly Seconds[] | Float64Array,
  options?: FormulaOptions & { bands?: readonly Seconds[]; quantiles?: "exact" | "sketch"; },
): Figures;

/**
 * How long customers are put on hold after a person has answered, over all answered contacts; how many are
 * held, and how long those wait.
 *
 * **Formula:** mean of the time on hold over all answered contacts, no hold = 0; held share = 100 × contacts
 * with a hold ÷ answered contacts; mean over the held = total hold ÷ contacts with a hold.
 *
 * **Gives:** `mean` (seconds, 0 or more), `median` (seconds, 0 or more), `p90` (seconds, 0 or more), `p95`
 * (seconds, 0 or more), `min` (seconds, 0 or more), `max` (seconds, 0 or more), `count` (count, 0 or more),
 * `held_share` (percent, 0 to 100), `held_mean` (seconds, 0 or more).
 *
 * **Counted:** Contacts that a person answered, also those that the customer gave up later, on hold or in the
 * conversation; by direction, inbound where nothing is said. An unknown hold is none.
 *
 * **Left out:** `outbound` or `inbound` (not the direction asked for), `abandoned` (before an answer),
 * `self_served`, `callback`, `failed`, `unanswered` (at `as_of` nobody has answered yet).
 *
 * **Interval:** Means: Student's t. Median and other quantiles: binomial order statistics. Held share:
 * Wilson.
 *
 * **Sources:** Field: Contact centres give the mean hold per answered contact, and beside it the share held.
 * S0: Its telephone holds of less than three minutes are the wait for a person, which is answer time.
 *
 * @param durations times on hold in seconds, one for each answered contact, 0 where it was not held.
 * @param options.bands Cuts that give the share of records in each band: `band_0_3600` is 0 to 3,600 s, both
 * included; `band_3600_14400` is above 3,600 s and up to 14,400 s; `band_14400_up` is above it.
 * @param options.quantiles `exact` keeps every value and gives R's type 7; `sketch` keeps counts in bins,
 * gives the middle of the bin that holds the type 1 quantile, and states the largest relative error.
 * @param options.level The confidence level of the intervals.
 * @throws {KpiError} `response_before_creation` where the answer is before the start of the wait,
 * `wrong_order` where an end is before its start, `bad_parameter`; `negative` for a negative duration.
 * `bad_input` for an input that is not allowed.
 * @example
 * // 10 answered contacts, 2 held for 60 s each: 120 s ÷ 10; 20 % are held, for 60 s.
 * holdTime([60, 60, 0, 0, 0, 0, 0, 0, 0, 0]).value; // "12"
 */
export declare function holdTime(
  durations: readonly Seconds[] | Float64Array,
  options?: FormulaOptions & { bands?: readonly Seconds[]; quantiles?: "exact" | "sketch"; },
): Figures;

/**
 * How long customers wait in the queue before they give up.
 *
 * **Formula:** end of the contact − instant of joining the queue, over the contacts given up in the queue.
 *
 * **Gives:** `mean` (seconds, 0 or more), `median` (seconds, 0 or more), `p90` (seconds, 0 or more), `p95`
 * (seconds, 0 or more), `min` (seconds, 0 or more), `max` (seconds, 0 or more), `count` (count, 0 or more).
 *
 * **Counted:** Inbound contacts that the customer gave up after joining the queue and before a person
 * answered.
 *
 * **Left out:** `outbound`, `answered` (also where the customer gave up later, on hold or in the
 * conversation), `callback`, `failed`, `self_served`, `not_queued` (it never joined the queue), `short`
 * (given up within 5 s, in calendar time whatever the clock), `unknown` (its end is not known), `waiting` (at
 * `as_of` the customer still waits). In business time also `no_schedule` (no schedule of the calendar is for
 * it).
 *
 * **Interval:** Mean: Student's t. Median and other quantiles: binomial order statistics.
 *
 * **Sources:** Field: Contact centres use it to see how long an answer may take before customers leave. S0:
 * Two thirds of customers break off without a solution because of the wait; whether of all customers or of
 * those who break off, it leaves open.
 *
 * @param durations waits of those who gave up, in seconds.
 * @param options.bands Cuts that give the share of records in each band: `band_0_3600` is 0 to 3,600 s, both
 * included; `band_3600_14400` is above 3,600 s and up to 14,400 s; `band_14400_up` is above it.
 * @param options.quantiles `exact` keeps every value and gives R's type 7; `sketch` keeps counts in bins,
 * gives the middle of the bin that holds the type 1 quantile, and states the largest relative error.
 * @param options.level The confidence level of the intervals.
 * @throws {KpiError} `response_before_creation` where the answer is before the start of the wait,
 * `wrong_order` where an end is before its start, `bad_parameter`; `negative` for a negative duration in the
 * formula, `calendar_required` for business time without a calendar. `bad_input` for an input that is not
 * allowed.
 * @example
 * // Three callers hang up after 60, 120 and 30 s in the queue: 210 s ÷ 3.
 * timeToAbandon([60, 120, 30]).value; // "70"
 */
export declare function timeToAbandon(
  durations: readonly Seconds[] | Float64Array,
  options?: FormulaOptions & { bands?: readonly Seconds[]; quantiles?: "exact" | "sketch"; },
): Figures;

/**
 * The longest time that a customer waited in the queue, whether somebody answered, the customer gave up, or
 * still waits.
 *
 * **Formula:** maximum of: instant of the answer − instant of joining the queue (answered); end − joining
 * (given up); `as_of` − joining (still waiting).
 *
 * **Gives:** `max` (seconds, 0 or more), `mean` (seconds, 0 or more), `median` (seconds, 0 or more), `p90`
 * (seconds, 0 or more), `p95` (seconds, 0 or more), `min` (seconds, 0 or more), `count` (count, 0 or more).
 *
 * **Counted:** Inbound contacts that joined the queue: answered, given up (short or not), and still waiting
 * at `as_of`, which is the end of the window where it is not given. A wait that ends after `as_of` has lasted
 * until `as_of`.
 *
 * **Left out:** `outbound`, `callback`, `failed`, `self_served`, `not_queued` (it never joined the queue),
 * `unknown` (when the wait ended is not known). In business time also `no_schedule` (no schedule of the
 * calendar is for it).
 *
 * **Interval:** Maximum and minimum: none. Mean: Student's t. Median and other quantiles: binomial order
 * statistics.
 *
 * **Sources:** Field: Wallboards show the longest wait, over callers that were answered, gave up, or are in
 * the queue now.
 *
 * @param durations waits in the queue in seconds, whoever waited.
 * @param options.bands Cuts that give the share of records in each band: `band_0_3600` is 0 to 3,600 s, both
 * included; `band_3600_14400` is above 3,600 s and up to 14,400 s; `band_14400_up` is above it.
 * @param options.quantiles `exact` keeps every value and gives R's type 7; `sketch` keeps counts in bins,
 * gives the middle of the bin that holds the type 1 quantile, and states the largest relative error.
 * @param options.level The confidence level of the intervals.
 * @throws {KpiError} `response_before_creation` where the answer is before the start of the wait,
 * `wrong_order` where an end is before its start, `bad_parameter`; `negative` for a negative duration in the
 * formula, `calendar_required` for business time without a calendar. `bad_input` for an input that is not
 * allowed.
 * @example
 * // At 12:00: answered after 60 s, waiting since 11:55 and since 11:40, given up after 120 s: the longest is 1,200 s.
 * timeToAbandonLongestWait([60, 300, 1200, 120]).value; // "1200"
 */
export declare function timeToAbandonLongestWait(
  durations: readonly Seconds[] | Float64Array,
  options?: FormulaOptions & { bands?: readonly Seconds[]; quantiles?: "exact" | "sketch"; },
): Figures;

/**
 * How long customers are ready to wait: what the time to abandon would be if nobody answered.
 *
 * **Formula:** median: the time after which half would still wait, by the Kaplan–Meier curve: the product
 * over the times at which customers gave up of 1 − given up then ÷ waiting until then.
 *
 * **Gives:** `median` (seconds, 0 or more), `p90` (seconds, 0 or more), `restricted_mean` (seconds, 0 or
 * more), `events` (count, 0 or more), `censored` (count, 0 or more), `count` (count, 0 or more).
 *
 * **Counted:** Inbound contacts that joined the queue. Those who gave up show their patience, short waits
 * included. Of those who were answered, called back or cut off it is known that they had waited so long and
 * would have waited on; of those who still wait at `as_of` (default: the window's end), too.
 *
 * **Left out:** `outbound`, `self_served`, `not_queued` (it never joined the queue), `unknown` (when the wait
 * ended is not known). In business time also `no_schedule` (no schedule of the calendar is for it).
 *
 * **Interval:** Median and p90: from the first to the last time at which the limits of the curve allow them,
 * by Greenwood's variance on the scale of ln(−ln S); without an upper end where the upper limit does not come
 * down so far. Restricted mean: normal. Shares still open: the limits of the curve, where it is neither 1
 * nor 0.
 *
 * **Sources:** E. L. Kaplan, P. Meier (1958), Nonparametric Estimation from Incomplete Observations, JASA:
 * How durations that have not all ended make one curve; R says what the median is where the curve stays at
 * one half. Field: Contact centres use it to see how long an answer may take before customers leave. S0: Two
 * thirds of customers break off without a solution because of the wait; whether of all customers or of those
 * who break off, it leaves open.
 *
 * @param durations times in seconds until the event, or, where it has not happened, until the last look.
 * @param observed for each of them, whether its event has happened.
 * @param options.horizon How far the restricted mean looks; as far as the largest duration where it is not
 * given.
 * @param options.bands Durations that each give the share still open after them: `open_after_3600` lasts more
 * than 3,600 s.
 * @param options.level The confidence level of the intervals.
 * @throws {KpiError} `response_before_creation` where the answer is before the start of the wait,
 * `wrong_order` where an end is before its start; `as_of_required` where something has not ended and neither
 * `as_of` nor a window says when you look; `bad_parameter`; in the formula `negative` for a negative
 * duration, `bad_input` where there is not one flag for each duration. `bad_input` for an input that is not
 * allowed.
 * @example
 * // Given up after 30, 60 and 120 s; one is answered after 60 s. Still waiting after 30 s: 3/4; after 60 s: 3/4 × 2/3 = 1/2 exactly, until 120 s: the middle, 90 s.
 * timeToAbandonPatience([30, 60, 60, 120], [true, false, true, true]).value; // "90"
 */
export declare function timeToAbandonPatience(
  durations: readonly Seconds[] | Float64Array,
  observed: readonly boolean[],
  options?: FormulaOptions & { horizon?: Seconds; bands?: readonly Seconds[]; },
): Figures;

/**
 * The share of contacts that a person answered within the target, of all that were answered or given up.
 *
 * **Formula:** 100 × answered within the target ÷ (answered + abandoned).
 *
 * **Gives:** `share` (percent, 0 to 100), `within` (count, 0 or more), `offered` (count, 0 or more).
 *
 * **Counted:** Inbound contacts with a target that a person answered, that the customer gave up before an
 * answer, or that wait longer than the target at `as_of`. The clock starts when the contact joins the queue;
 * with the population `all_inbound`, where it never did, when it begins. A contact given up on hold or in the
 * conversation was answered. Short ones are timed as for the abandonment rate. Within means at most.
 *
 * **Left out:** `outbound`, `self_served`, `callback`, `failed`, `no_target` (no target for its channel),
 * `not_queued` (with the population `queued`), `unanswered` (answered, and it is not known when), `waiting`
 * (at `as_of` it waits, and the target is not over).
 *
 * **Interval:** Wilson.
 *
 * **Sources:** S1: Lists the service level without a formula, and names what moves it: the number of
 * contacts, the response time, and how many inquiries the first contact resolves. Field: ICMI publishes the
 * ways to count abandoned contacts that are in use; they are the variants.
 *
 * @param answered contacts that a person answered.
 * @param answeredWithin of these, answered within the target.
 * @param abandoned contacts given up before an answer, the short ones included.
 * @param options.level The confidence level of the intervals.
 * @throws {KpiError} `response_before_creation` where the answer is before the start of the wait,
 * `wrong_order` where an end is before its start, `bad_parameter`; `bad_input` where a part is more than its
 * whole. `bad_input` for an input that is not allowed.
 * @example
 * // 1,000 answered, 860 of them within 20 s, and 60 abandoned: 100 × 860 ÷ 1,060.
 * serviceLevel(1000, 860, 60).value; // "81.132075472"
 */
export declare function serviceLevel(
  answered: Count,
  answeredWithin: Count,
  abandoned: Count,
  options?: FormulaOptions,
): Figures;

/**
 * The share of contacts that a person answered within the target; those given up at once do not count.
 *
 * **Formula:** 100 × answered within the target ÷ (answered + abandoned − short).
 *
 * **Gives:** `share` (percent, 0 to 100), `within` (count, 0 or more), `offered` (count, 0 or more).
 *
 * **Counted:** Inbound contacts with a target that a person answered, that the customer gave up before an
 * answer, or that wait longer than the target at `as_of`. The clock starts when the contact joins the queue;
 * with the population `all_inbound`, where it never did, when it begins. A contact given up on hold or in the
 * conversation was answered. Short ones are timed as for the abandonment rate. Within means at most.
 *
 * **Left out:** `outbound`, `self_served`, `callback`, `failed`, `no_target` (no target for its channel),
 * `not_queued` (with the population `queued`), `unanswered` (answered, and it is not known when), `waiting`
 * (at `as_of` it waits, and the target is not over), `short` (given up within 5 s).
 *
 * **Interval:** Wilson.
 *
 * **Sources:** S1: Lists the service level without a formula, and names what moves it: the number of
 * contacts, the response time, and how many inquiries the first contact resolves. Field: ICMI publishes the
 * ways to count abandoned contacts that are in use; they are the variants.
 *
 * @param answered contacts that a person answered.
 * @param answeredWithin of these, answered within the target.
 * @param abandoned contacts given up before an answer, the short ones included.
 * @param short of the abandoned, given up at once.
 * @param options.level The confidence level of the intervals.
 * @throws {KpiError} `response_before_creation` where the answer is before the start of the wait,
 * `wrong_order` where an end is before its start, `bad_parameter`; `bad_input` where a part is more than its
 * whole. `bad_input` for an input that is not allowed.
 * @example
 * // 10 of the 60 abandoned within 5 s: 100 × 860 ÷ (1,060 − 10).
 * serviceLevelLessShort(1000, 860, 60, 10).value; // "81.904761905"
 */
export declare function serviceLevelLessShort(
  answered: Count,
  answeredWithin: Count,
  abandoned: Count,
  short: Count,
  options?: FormulaOptions,
): Figures;

/**
 * The share of contacts that a person answered within the target; those given up within the target do not
 * count, because nobody was late.
 *
 * **Formula:** 100 × answered within the target ÷ (answered + abandoned − abandoned within the target).
 *
 * **Gives:** `share` (percent, 0 to 100), `within` (count, 0 or more), `offered` (count, 0 or more).
 *
 * **Counted:** Inbound contacts with a target that a person answered, that the customer gave up before an
 * answer, or that wait longer than the target at `as_of`. The clock starts when the contact joins the queue;
 * with the population `all_inbound`, where it never did, when it begins. A contact given up on hold or in the
 * conversation was answered. Short ones are timed as for the abandonment rate. Within means at most.
 *
 * **Left out:** `outbound`, `self_served`, `callback`, `failed`, `no_target` (no target for its channel),
 * `not_queued` (with the population `queued`), `unanswered` (answered, and it is not known when), `waiting`
 * (at `as_of` it waits, and the target is not over), `abandoned_within_target`.
 *
 * **Interval:** Wilson.
 *
 * **Sources:** S1: Lists the service level without a formula, and names what moves it: the number of
 * contacts, the response time, and how many inquiries the first contact resolves. Field: ICMI publishes the
 * ways to count abandoned contacts that are in use; they are the variants.
 *
 * @param answered contacts that a person answered.
 * @param answeredWithin of these, answered within the target.
 * @param abandoned contacts given up before an answer, the short ones included.
 * @param abandonedWithin of the abandoned, given up within the target.
 * @param options.level The confidence level of the intervals.
 * @throws {KpiError} `response_before_creation` where the answer is before the start of the wait,
 * `wrong_order` where an end is before its start, `bad_parameter`; `bad_input` where a part is more than its
 * whole. `bad_input` for an input that is not allowed.
 * @example
 * // 20 of the 60 abandoned within 20 s: 100 × 860 ÷ (1,060 − 20).
 * serviceLevelLessAbandonedWithinT(1000, 860, 60, 20).value; // "82.692307692"
 */
export declare function serviceLevelLessAbandonedWithinT(
  answered: Count,
  answeredWithin: Count,
  abandoned: Count,
  abandonedWithin: Count,
  options?: FormulaOptions,
): Figures;

/**
 * The share of the answered contacts that were answered within the target.
 *
 * **Formula:** 100 × answered within the target ÷ answered.
 *
 * **Gives:** `share` (percent, 0 to 100), `within` (count, 0 or more), `offered` (count, 0 or more).
 *
 * **Counted:** Inbound contacts with a target that a person answered, also those that the customer gave up
 * later, on hold or in the conversation. The clock starts when the contact joins the queue; with the
 * population `all_inbound`, where it never did, when it begins. Within means at most.
 *
 * **Left out:** `outbound`, `self_served`, `callback`, `failed`, `no_target` (no target for its channel),
 * `not_queued` (with the population `queued`), `abandoned`, `unanswered` (answered, and it is not known
 * when), `waiting` (at `as_of` it still waits).
 *
 * **Interval:** Wilson.
 *
 * **Sources:** S1: Lists the service level without a formula, and names what moves it: the number of
 * contacts, the response time, and how many inquiries the first contact resolves. Field: ICMI publishes the
 * ways to count abandoned contacts that are in use; they are the variants.
 *
 * @param answered contacts that a person answered.
 * @param answeredWithin of these, answered within the target.
 * @param options.level The confidence level of the intervals.
 * @throws {KpiError} `response_before_creation` where the answer is before the start of the wait,
 * `wrong_order` where an end is before its start, `bad_parameter`; `bad_input` where a part is more than its
 * whole. `bad_input` for an input that is not allowed.
 * @example
 * // 1,000 answered, 860 of them within 20 s: 100 × 860 ÷ 1,000; the 60 abandoned do not count.
 * serviceLevelAnswered(1000, 860).value; // "86"
 */
export declare function serviceLevelAnswered(
  answered: Count,
  answeredWithin: Count,
  options?: FormulaOptions,
): Figures;

/**
 * The share of contacts that did not wait longer than the target, whether a person answered or the customer
 * gave up.
 *
 * **Formula:** 100 × (answered within the target + abandoned within the target) ÷ (answered + abandoned).
 *
 * **Gives:** `share` (percent, 0 to 100), `within` (count, 0 or more), `offered` (count, 0 or more).
 *
 * **Counted:** Inbound contacts with a target that a person answered, that the customer gave up before an
 * answer, or that wait longer than the target at `as_of`. The clock starts when the contact joins the queue;
 * with the population `all_inbound`, where it never did, when it begins. A contact given up on hold or in the
 * conversation was answered. Short ones are timed as for the abandonment rate. Within means at most.
 *
 * **Left out:** `outbound`, `self_served`, `callback`, `failed`, `no_target` (no target for its channel),
 * `not_queued` (with the population `queued`), `unanswered` (answered, and it is not known when), `waiting`
 * (at `as_of` it waits, and the target is not over).
 *
 * **Interval:** Wilson.
 *
 * **Sources:** S1: Lists the service level without a formula, and names what moves it: the number of
 * contacts, the response time, and how many inquiries the first contact resolves. Field: ICMI publishes the
 * ways to count abandoned contacts that are in use; they are the variants.
 *
 * @param answered contacts that a person answered.
 * @param answeredWithin of these, answered within the target.
 * @param abandoned contacts given up before an answer, the short ones included.
 * @param abandonedWithin of the abandoned, given up within the target.
 * @param options.level The confidence level of the intervals.
 * @throws {KpiError} `response_before_creation` where the answer is before the start of the wait,
 * `wrong_order` where an end is before its start, `bad_parameter`; `bad_input` where a part is more than its
 * whole. `bad_input` for an input that is not allowed.
 * @example
 * // 20 of the 60 abandoned within 20 s: 100 × (860 + 20) ÷ 1,060.
 * serviceLevelCreditAbandonedWithinT(1000, 860, 60, 20).value; // "83.018867925"
 */
export declare function serviceLevelCreditAbandonedWithinT(
  answered: Count,
  answeredWithin: Count,
  abandoned: Count,
  abandonedWithin: Count,
  options?: FormulaOptions,
): Figures;

/**
 * The share of contacts that a person answered within the target or that the customer gave up at once.
 *
 * **Formula:** 100 × (answered within the target + short) ÷ (answered + abandoned).
 *
 * **Gives:** `share` (percent, 0 to 100), `within` (count, 0 or more), `offered` (count, 0 or more).
 *
 * **Counted:** Inbound contacts with a target that a person answered, that the customer gave up before an
 * answer, or that wait longer than the target at `as_of`. The clock starts when the contact joins the queue;
 * with the population `all_inbound`, where it never did, when it begins. A contact given up on hold or in the
 * conversation was answered. Short ones are timed as for the abandonment rate. Within means at most.
 *
 * **Left out:** `outbound`, `self_served`, `callback`, `failed`, `no_target` (no target for its channel),
 * `not_queued` (with the population `queued`), `unanswered` (answered, and it is not known when), `waiting`
 * (at `as_of` it waits, and the target is not over).
 *
 * **Interval:** Wilson.
 *
 * **Sources:** S1: Lists the service level without a formula, and names what moves it: the number of
 * contacts, the response time, and how many inquiries the first contact resolves. Field: ICMI publishes the
 * ways to count abandoned contacts that are in use; they are the variants.
 *
 * @param answered contacts that a person answered.
 * @param answeredWithin of these, answered within the target.
 * @param abandoned contacts given up before an answer, the short ones included.
 * @param short of the abandoned, given up at once.
 * @param options.level The confidence level of the intervals.
 * @throws {KpiError} `response_before_creation` where the answer is before the start of the wait,
 * `wrong_order` where an end is before its start, `bad_parameter`; `bad_input` where a part is more than its
 * whole. `bad_input` for an input that is not allowed.
 * @example
 * // 10 of the 60 abandoned within 5 s: 100 × (860 + 10) ÷ 1,060.
 * serviceLevelCreditShort(1000, 860, 60, 10).value; // "82.075471698"
 */
export declare function serviceLevelCreditShort(
  answered: Count,
  answeredWithin: Count,
  abandoned: Count,
  short: Count,
  options?: FormulaOptions,
): Figures;

/**
 * The share of requests on which a promised response is overdue.
 *
 * **Formula:** 100 × tickets with at least one promised response late or open past its instant ÷ all tickets
 * created in the period.
 *
 * **Gives:** `rate` (percent, 0 to 100), `overdue` (count, 0 or more), `requests` (count, 0 or more).
 *
 * **Counted:** A ticket is overdue when at least one promised response came late, or when it is open,
 * unanswered and its promised instant has passed at `as_of` (default: the window's end), once however many
 * responses were late. Where the count of late responses is not known, the promised instant and the first
 * response decide.
 *
 * **Left out:** `merged`, `spam`, `deleted` (without an answer). A ticket without a promise, or whose promise
 * is not due yet, is in the denominator (ruling B15).
 *
 * **Interval:** Wilson.
 *
 * **Sources:** S2: Agents must keep what they promise about waiting times, or the company loses the customer;
 * counts the overdue in percent of all requests.
 *
 * @param overdue tickets with at least one promised response late, or open past its instant.
 * @param requests all tickets.
 * @param options.level The confidence level of the intervals.
 * @throws {KpiError} `as_of_required` where an open ticket is unanswered, has a promised instant and no count
 * of late responses, and neither a window nor `as_of` says when to look; `bad_input` in the formula where
 * more are overdue than there are. `bad_input` for an input that is not allowed.
 * @example
 * // Two tickets, one of them with three late responses: 100 × 1 ÷ 2; late responses by requests would be 150 %.
 * overdueResponseRate(1, 2).value; // "50"
 */
export declare function overdueResponseRate(
  overdue: Count,
  requests: Count,
  options?: FormulaOptions,
): Figures;

/**
 * The share of requests with a promised response on which one is overdue.
 *
 * **Formula:** 100 × tickets with at least one promised response late or open past its instant ÷ tickets
 * created in the period to which a response was promised.
 *
 * **Gives:** `rate` (percent, 0 to 100), `overdue` (count, 0 or more), `promised` (count, 0 or more).
 *
 * **Counted:** A ticket is overdue when at least one promised response came late, or when it is open,
 * unanswered and its promised instant has passed at `as_of` (default: the window's end), once however many
 * responses were late. Where the count of late responses is not known, the promised instant and the first
 * response decide.
 *
 * **Left out:** `merged`, `spam`, `deleted` (without an answer), `no_promise`, `not_due` (open, unanswered,
 * none late, and the promised instant has not passed).
 *
 * **Interval:** Wilson.
 *
 * **Sources:** S2: Agents must keep what they promise about waiting times, or the company loses the customer;
 * counts the overdue in percent of all requests. Field: Where promises are rare, their share among all
 * requests says little; kept promises are judged among promises.
 *
 * @param overdue tickets with at least one promised response late, or open past its instant.
 * @param promised tickets with a promised response.
 * @param options.level The confidence level of the intervals.
 * @throws {KpiError} `as_of_required` where an open ticket is unanswered, has a promised instant and no count
 * of late responses, and neither a window nor `as_of` says when to look; `bad_input` in the formula where
 * more are overdue than there are. `bad_input` for an input that is not allowed.
 * @example
 * // Responses were promised on four tickets of ten, and one of them came late: 100 × 1 ÷ 4; of all requests it would be 10 %.
 * overdueResponseRateOfPromised(1, 4).value; // "25"
 */
export declare function overdueResponseRateOfPromised(
  overdue: Count,
  promised: Count,
  options?: FormulaOptions,
): Figures;

/**
 * The share of decided SLA targets that were met.
 *
 * **Formula:** 100 × met ÷ (met + breached); each target of each ticket by itself, each promised next reply
 * too.
 *
 * **Gives:** `share` (percent, 0 to 100), `met` (count, 0 or more), `breached` (count, 0 or more).
 *
 * **Counted:** Targets that are met or breached, in the bucket in which their clock started. With `as_of` a
 * target is judged as it stood then: what was met later was not met yet, and what was not met is breached
 * where its due instant had passed. Without, its `state` counts. Where that is not known, it is met when it
 * was met at its due instant or before. It is breached when it was met later, or when the window ended after
 * that instant and it was not met.
 *
 * **Left out:** `active` (running or paused: neither met nor breached yet), `not_applicable` (no policy is
 * for the ticket, or it ended before the target was decided), `unknown` (met, but neither its state nor its
 * due instant is known).
 *
 * **Interval:** Wilson. Targets of one ticket are not independent, so it is too narrow where tickets have
 * many.
 *
 * **Sources:** S2: Lists service level agreements and penalties for missed criteria among the reasons to
 * measure, and the SLA among the metrics to raise; it gives no formula. Field: Help desks judge each target
 * of a policy by itself and report the share that was met.
 *
 * @param met targets that were met in time.
 * @param breached targets that were met late, or are not met and past due.
 * @param options.level The confidence level of the intervals.
 * @throws {KpiError} `as_of_required` where a target is not met, has no state, and neither a window nor
 * `as_of` says when to look. `bad_input` for an input that is not allowed.
 * @example
 * // Two met, one breached, one open and not due: 100 × 2 ÷ 3; the open one is in neither.
 * slaAttainment(2, 1).value; // "66.666666667"
 */
export declare function slaAttainment(met: Count, breached: Count, options?: FormulaOptions): Figures;

/**
 * The share of tickets that met every one of their SLA targets.
 *
 * **Formula:** 100 × tickets with all targets met ÷ (those + tickets with a breached target); tickets without
 * a breached target and with one that is running or paused are in neither.
 *
 * **Gives:** `share` (percent, 0 to 100), `met` (count, 0 or more), `breached` (count, 0 or more), `active`
 * (count, 0 or more).
 *
 * **Counted:** Tickets with targets that apply, once in every bucket in which the clock of one of these
 * started, by those that started in it. `active` is how many are not decided yet. With `as_of` a target is
 * judged as it stood then: what was met later was not met yet, and what was not met is breached where its due
 * instant had passed. Without, its `state` counts. Where that is not known, it is met when it was met at its
 * due instant or before. It is breached when it was met later, or when the window ended after that instant
 * and it was not met.
 *
 * **Left out:** Targets: `not_applicable` (no policy is for the ticket, or it ended before the target was
 * decided), `unknown` (met, but neither its state nor its due instant is known). Active targets are not left
 * out: they make their ticket active unless another one is breached.
 *
 * **Interval:** Wilson, over tickets.
 *
 * **Sources:** S2: Lists service level agreements and penalties for missed criteria among the reasons to
 * measure, and the SLA among the metrics to raise; it gives no formula. Field: Help desks judge each target
 * of a policy by itself and report the share that was met.
 *
 * @param met tickets all of whose targets were met in time.
 * @param breached tickets with a target that was met late, or is not met and past due.
 * @param options.level The confidence level of the intervals.
 * @throws {KpiError} `as_of_required` where a target is not met, has no state, and neither a window nor
 * `as_of` says when to look. `bad_input` for an input that is not allowed.
 * @example
 * // One ticket met both its targets, one met the first and breached the second; a third met one and the other runs, so it is not decided: 100 × 1 ÷ 2.
 * slaAttainmentAllMet(1, 1).value; // "50"
 */
export declare function slaAttainmentAllMet(met: Count, breached: Count, options?: FormulaOptions): Figures;

/**
 * How long it takes until a request is resolved for good.
 *
 * **Formula:** last resolution − creation.
 *
 * **Gives:** `mean` (seconds, 0 or more), `median` (seconds, 0 or more), `p90` (seconds, 0 or more), `p95`
 * (seconds, 0 or more), `min` (seconds, 0 or more), `max` (seconds, 0 or more), `count` (count, 0 or more).
 *
 * **Counted:** Resolved tickets, each once, in the bucket of their last resolution; not while they are open
 * again.
 *
 * **Left out:** `merged`, `spam`, `deleted` (without an answer); `open` is what is not resolved at the end of
 * the bucket. With another anchor, such as `created_at`, also `closed` and `canceled`. In business time also
 * `no_schedule`.
 *
 * **Interval:** Mean: Student's t. Median and other quantiles: binomial order statistics.
 *
 * **Sources:** S1: How long a company needs for the solution of an inquiry. S4: From the first contact to the
 * final solution, hence the variant `last`: the resolution times of all tickets resolved in the period by
 * their number. About 24 hours is the mean of most industries; it differs by channel and by how complex the
 * issue is. S0: Names time to completion among the measurable signs of good service. S3: Holds average
 * resolution time against retention, and asks from where on more speed no longer pays. Agents who are ranked
 * by it take the simplest requests first.
 *
 * @param durations resolution times in seconds.
 * @param options.bands Cuts that give the share of records in each band: `band_0_3600` is 0 to 3,600 s, both
 * included; `band_3600_14400` is above 3,600 s and up to 14,400 s; `band_14400_up` is above it.
 * @param options.quantiles `exact` keeps every value and gives R's type 7; `sketch` keeps counts in bins,
 * gives the middle of the bin that holds the type 1 quantile, and states the largest relative error.
 * @param options.level The confidence level of the intervals.
 * @throws {KpiError} `wrong_order` where a resolution is before the creation; `calendar_required` for
 * business time without a calendar; `negative` for a negative duration in the formula. `bad_input` for an
 * input that is not allowed.
 * @example
 * // Resolved after 2 h, 1 h and 24 h: 97,200 s ÷ 3 = 32,400 s, or 9 h.
 * resolutionTime([7200, 3600, 86400]).value; // "32400"
 */
export declare function resolutionTime(
  durations: readonly Seconds[] | Float64Array,
  options?: FormulaOptions & { bands?: readonly Seconds[]; quantiles?: "exact" | "sketch"; },
): Figures;

/**
 * How long it takes until a request is resolved for the first time, whether or not that held.
 *
 * **Formula:** first resolution − creation.
 *
 * **Gives:** `mean` (seconds, 0 or more), `median` (seconds, 0 or more), `p90` (seconds, 0 or more), `p95`
 * (seconds, 0 or more), `min` (seconds, 0 or more), `max` (seconds, 0 or more), `count` (count, 0 or more).
 *
 * **Counted:** Tickets that were resolved at least once, in the bucket of their first resolution; where that
 * is not known, of their last.
 *
 * **Left out:** `merged`, `spam`, `deleted` (without an answer); `open` is what is not resolved at the end of
 * the bucket. With another anchor, such as `created_at`, also `closed` and `canceled`. In business time also
 * `no_schedule`.
 *
 * **Interval:** Mean: Student's t. Median and other quantiles: binomial order statistics.
 *
 * **Sources:** S1: How long a company needs for the solution of an inquiry. S4: From the first contact to the
 * final solution, hence the variant `last`: the resolution times of all tickets resolved in the period by
 * their number. About 24 hours is the mean of most industries; it differs by channel and by how complex the
 * issue is. S0: Names time to completion among the measurable signs of good service. S3: Holds average
 * resolution time against retention, and asks from where on more speed no longer pays. Agents who are ranked
 * by it take the simplest requests first.
 *
 * @param durations resolution times in seconds.
 * @param options.bands Cuts that give the share of records in each band: `band_0_3600` is 0 to 3,600 s, both
 * included; `band_3600_14400` is above 3,600 s and up to 14,400 s; `band_14400_up` is above it.
 * @param options.quantiles `exact` keeps every value and gives R's type 7; `sketch` keeps counts in bins,
 * gives the middle of the bin that holds the type 1 quantile, and states the largest relative error.
 * @param options.level The confidence level of the intervals.
 * @throws {KpiError} `wrong_order` where a resolution is before the creation; `calendar_required` for
 * business time without a calendar; `negative` for a negative duration in the formula. `bad_input` for an
 * input that is not allowed.
 * @example
 * // First resolved after 1 h, 1 h and 3 h: 18,000 s ÷ 3 = 6,000 s.
 * resolutionTimeFirst([3600, 3600, 10800]).value; // "6000"
 */
export declare function resolutionTimeFirst(
  durations: readonly Seconds[] | Float64Array,
  options?: FormulaOptions & { bands?: readonly Seconds[]; quantiles?: "exact" | "sketch"; },
): Figures;

/**
 * How long requests stay open until they are resolved, those that are still open included.
 *
 * **Formula:** median: the time after which half are still open, by the Kaplan–Meier curve: the product over
 * the times of resolutions of 1 − resolved then ÷ open until then.
 *
 * **Gives:** `median` (seconds, 0 or more), `p90` (seconds, 0 or more), `restricted_mean` (seconds, 0 or
 * more), `events` (count, 0 or more), `censored` (count, 0 or more), `count` (count, 0 or more).
 *
 * **Counted:** Tickets in the bucket of their creation. Those that are not resolved count with the time that
 * they have been open: until `as_of` (default: the window's end), or until they were closed, canceled or
 * deleted. A resolution after `as_of` is not known yet.
 *
 * **Left out:** `merged`, `spam`, `deleted` (without an answer), `unknown` (its status says that it ended,
 * and nothing says when). In business time also `no_schedule`.
 *
 * **Interval:** Median and p90: from the first to the last time at which the limits of the curve allow them,
 * by Greenwood's variance on the scale of ln(−ln S); without an upper end where the upper limit does not come
 * down so far. Restricted mean: normal. Shares still open: the limits of the curve, where it is neither 1
 * nor 0.
 *
 * **Sources:** E. L. Kaplan, P. Meier (1958), Nonparametric Estimation from Incomplete Observations, JASA:
 * How durations that have not all ended make one curve; R says what the median is where the curve stays at
 * one half. S4: From the first contact to the final solution; it names the mean over what was resolved in the
 * period. S3: Holds average resolution time against retention, and asks from where on more speed no longer
 * pays.
 *
 * @param durations times in seconds until the event, or, where it has not happened, until the last look.
 * @param observed for each of them, whether its event has happened.
 * @param options.horizon How far the restricted mean looks; as far as the largest duration where it is not
 * given.
 * @param options.bands Durations that each give the share still open after them: `open_after_3600` lasts more
 * than 3,600 s.
 * @param options.level The confidence level of the intervals.
 * @throws {KpiError} `wrong_order` where a resolution is before the creation; `as_of_required` where
 * something has not ended and neither `as_of` nor a window says when you look; `bad_parameter`; in the
 * formula `negative` for a negative duration, `bad_input` where there is not one flag for each duration.
 * `bad_input` for an input that is not allowed.
 * @example
 * // Resolved after 1, 3 and 4 h; one is still open after 2 h. Open after 1 h: 3/4; after 3 h: 3/4 × 1/2 = 3/8, the first time at most one half: 3 h.
 * resolutionTimeSurvival([3600, 7200, 10800, 14400], [true, false, true, true]).value; // "10800"
 */
export declare function resolutionTimeSurvival(
  durations: readonly Seconds[] | Float64Array,
  observed: readonly boolean[],
  options?: FormulaOptions & { horizon?: Seconds; bands?: readonly Seconds[]; },
): Figures;

/**
 * The share of cases that the first contact with a person resolved for good.
 *
 * **Formula:** at first contact: resolved, with at most one public reply by a person (a call or chat:
 * answered, and the inquiry resolved in it), no change of agent, no transfer, no escalation, no reopening,
 * and no new case of the same account (tickets: and type) within `repeat_within`.
 *
 * **Gives:** `share` (percent, 0 to 100), `resolved_at_first_contact` (count, 0 or more), `cases` (count, 0
 * or more).
 *
 * **Counted:** Cases that people handled, and whose days of waiting for a follow-up are over at `as_of`
 * (default: the window's end). Tickets by themselves; calls and chats by themselves, and not their tickets
 * again; a call or chat given up on hold or in the conversation was answered, and is resolved or not as it
 * says. A message of the customer that nobody answered is no follow-up.
 *
 * **Left out:** Tickets: `merged`, `spam`, `deleted` (without an answer), `bot` (a bot or self-service
 * resolved it), `through_contact` (it counts through its contact), `no_human_contact` (no person has replied
 * yet), `unknown` (the counts of replies or reopenings are not known). Contacts: `outbound`, `abandoned`
 * (before an answer), `self_served`, `callback`, `failed`, `unanswered`, `unknown` (whether it was resolved
 * is not known). Both: `no_account`, where a follow-up cannot be seen, and `window_open`; with
 * `business_hours_only` also `outside_hours`, and `no_schedule` where the calendar has no hours for the
 * record.
 *
 * **Interval:** Wilson.
 *
 * **Sources:** S4: Issues resolved on first contact, without escalation or follow-up, by all cases, times
 * 100: the variant `of_cases`. With people only, and in business hours unless service is round the clock. 70
 * % is the mean across industries. S1: The share of inquiries that the first contact with the customer
 * resolves. As it too speaks of all inquiries, `of_cases` is the default. S2: Has the name, first call
 * resolution, above a paragraph on greetings and scripts: a slip, the definition is missing.
 *
 * @param resolvedAtFirstContact cases that their first contact with a person resolved for good.
 * @param cases all cases that people handled.
 * @param options.level The confidence level of the intervals.
 * @throws {KpiError} `as_of_required` where no window says when to look; `as_of_counts` where `as_of` is
 * given, because the counts of replies and reopenings that tickets need carry no instants;
 * `calendar_required` where `business_hours_only` has no calendar; `bad_input` in the formula where the part
 * is more than the whole. `bad_input` for an input that is not allowed.
 * @example
 * // Ten cases, six resolved, three of them at first contact: 100 × 3 ÷ 10.
 * firstContactResolutionRate(3, 10).value; // "30"
 */
export declare function firstContactResolutionRate(
  resolvedAtFirstContact: Count,
  cases: Count,
  options?: FormulaOptions,
): Figures;

/**
 * The share of resolved cases that the first contact with a person resolved for good.
 *
 * **Formula:** at first contact: resolved, with at most one public reply by a person (a call or chat:
 * answered, and the inquiry resolved in it), no change of agent, no transfer, no escalation, no reopening,
 * and no new case of the same account (tickets: and type) within `repeat_within`.
 *
 * **Gives:** `share` (percent, 0 to 100), `resolved_at_first_contact` (count, 0 or more), `resolved` (count,
 * 0 or more).
 *
 * **Counted:** Resolved cases that people handled, in the bucket of their last resolution (calls and chats:
 * of their end), and whose days of waiting for a follow-up are over at `as_of` (default: the window's end).
 *
 * **Left out:** As `of_cases`; and `open`: tickets that are not resolved at the end of the bucket, calls and
 * chats that ended unresolved. With another anchor, such as `created_at`, also `closed` and `canceled`
 * tickets.
 *
 * **Interval:** Wilson.
 *
 * **Sources:** S4: Issues resolved on first contact, without escalation or follow-up, by all cases, times
 * 100: the variant `of_cases`. With people only, and in business hours unless service is round the clock. 70
 * % is the mean across industries. S1: The share of inquiries that the first contact with the customer
 * resolves. As it too speaks of all inquiries, `of_cases` is the default. S2: Has the name, first call
 * resolution, above a paragraph on greetings and scripts: a slip, the definition is missing.
 *
 * @param resolvedAtFirstContact cases that their first contact with a person resolved for good.
 * @param resolved resolved cases that people handled.
 * @param options.level The confidence level of the intervals.
 * @throws {KpiError} `as_of_required` where no window says when to look; `as_of_counts` where `as_of` is
 * given, because the counts of replies and reopenings that tickets need carry no instants;
 * `calendar_required` where `business_hours_only` has no calendar; `bad_input` in the formula where the part
 * is more than the whole. `bad_input` for an input that is not allowed.
 * @example
 * // Ten cases, six resolved, three of them at first contact: 100 × 3 ÷ 6.
 * firstContactResolutionRateOfResolved(3, 6).value; // "50"
 */
export declare function firstContactResolutionRateOfResolved(
  resolvedAtFirstContact: Count,
  resolved: Count,
  options?: FormulaOptions,
): Figures;

/**
 * The share of customers who say that the first contact resolved their case.
 *
 * **Formula:** 100 × yes ÷ answers.
 *
 * **Gives:** `share` (percent, 0 to 100), `yes` (count, 0 or more), `answers` (count, 0 or more).
 *
 * **Counted:** Surveys of the wanted kind with a yes or no as answer, each once.
 *
 * **Left out:** `other_kind`, `replaced` (a later answer with the same survey id came in), `unanswered`.
 *
 * **Interval:** Wilson.
 *
 * **Sources:** Field: Contact centres ask the customer after the contact whether it was resolved. S4: Wants
 * issues resolved in the first interaction; who says so, the help desk or the customer, it leaves open.
 *
 * @param yes answers that the first contact resolved it.
 * @param answers all answers.
 * @param options.level The confidence level of the intervals.
 * @throws {KpiError} `bad_input` in the formula where more say yes than answer. `bad_input` for an input that
 * is not allowed.
 * @example
 * // Of 60 answers 42 say yes: 100 × 42 ÷ 60.
 * firstContactResolutionRateSurveyed(42, 60).value; // "70"
 */
export declare function firstContactResolutionRateSurveyed(
  yes: Count,
  answers: Count,
  options?: FormulaOptions,
): Figures;

/**
 * How many tickets were resolved and have stayed so.
 *
 * **Formula:** tickets with a resolution, each once, by the last one; none while it is open.
 *
 * **Gives:** `count` (count, 0 or more).
 *
 * **Counted:** Tickets, not events: a ticket counts in the bucket of its last resolution.
 *
 * **Left out:** `merged`, `spam`, `deleted` (without an answer); `open` is what is not resolved at the end of
 * the bucket. With another anchor, such as `created_at`, also `closed` and `canceled`.
 *
 * **Interval:** None: it is a count.
 *
 * **Sources:** S4: How many tickets were resolved within a time: what the team gets done, to be held against
 * holidays, tools and training. S2: Counts solved problems: conversations that end with the customer helped.
 * S3: Agents who are ranked by the number of completed tickets take the simplest ones first.
 *
 * @param resolved tickets resolved.
 * @param options.level The confidence level of the intervals.
 * @throws {KpiError} None of its own. `bad_input` for an input that is not allowed.
 * @example
 * // One ticket was resolved on 5 January, reopened and resolved again on 3 February; another, resolved on 8 January, is open again: none in January, 1 in February.
 * ticketsResolved(1).value; // "1"
 */
export declare function ticketsResolved(resolved: Count, options?: FormulaOptions): Figures;

/**
 * How many tickets were resolved for the first time, also those that were reopened since.
 *
 * **Formula:** tickets with a resolution, each once, by the first one.
 *
 * **Gives:** `count` (count, 0 or more).
 *
 * **Counted:** Tickets, each in the bucket of its first resolution; where that is not known, of its last.
 *
 * **Left out:** `merged`, `spam`, `deleted` (without an answer); `open` is what is not resolved at the end of
 * the bucket. With another anchor, such as `created_at`, also `closed` and `canceled`.
 *
 * **Interval:** None: it is a count.
 *
 * **Sources:** S4: How many tickets were resolved within a time: what the team gets done, to be held against
 * holidays, tools and training. S2: Counts solved problems: conversations that end with the customer helped.
 * S3: Agents who are ranked by the number of completed tickets take the simplest ones first.
 *
 * @param resolved tickets resolved.
 * @param options.level The confidence level of the intervals.
 * @throws {KpiError} None of its own. `bad_input` for an input that is not allowed.
 * @example
 * // Two tickets were first resolved on 5 and 8 January; that both were reopened later does not matter: 2.
 * ticketsResolvedFirstResolution(2).value; // "2"
 */
export declare function ticketsResolvedFirstResolution(resolved: Count, options?: FormulaOptions): Figures;

/**
 * How many resolutions there were: a ticket that is resolved, reopened and resolved again has two.
 *
 * **Formula:** entries into `resolved`, or into `closed` without one, from an unresolved status.
 *
 * **Gives:** `count` (count, 0 or more).
 *
 * **Counted:** Events, not tickets: each status span of `resolved` or `closed` that came after `new`, `open`,
 * `pending` or `on_hold`, or with which the ticket began, in the bucket in which the span starts. `closed`
 * after `resolved`, and `resolved` twice without an open status between, are no further resolutions (ruling
 * B17).
 *
 * **Left out:** Nothing; the spans of other statuses are no candidates.
 *
 * **Interval:** None: it is a count.
 *
 * **Sources:** S4: How many tickets were resolved within a time; whether one that is resolved twice is one or
 * two, it leaves open. Field: Flow of work: what leaves the backlog in a period, to be held against what
 * enters it.
 *
 * @param resolved resolutions.
 * @param options.level The confidence level of the intervals.
 * @throws {KpiError} None of its own. `bad_input` for an input that is not allowed.
 * @example
 * // One ticket was resolved on 5 January, reopened and resolved again on 3 February; another was resolved on 8 January: 2 resolutions in January, 1 in February.
 * ticketsResolvedEvents(2).value; // "2"
 */
export declare function ticketsResolvedEvents(resolved: Count, options?: FormulaOptions): Figures;

/**
 * How many requests were taken under control: answered, resolved, closed or deleted.
 *
 * **Formula:** tickets with a first public reply by a person, a resolution, a closing or a deletion; each
 * once, at the earliest of these instants.
 *
 * **Gives:** `count` (count, 0 or more).
 *
 * **Counted:** Tickets, also those closed or deleted without a reply.
 *
 * **Left out:** `merged`, `spam`; `untouched` (none of these instants) in the total row, because an untouched
 * ticket is in no bucket.
 *
 * **Interval:** None: it is a count.
 *
 * **Sources:** S2: The requests that an employee got under control within a time. Those closed or deleted
 * unanswered count, too.
 *
 * @param processed requests taken under control.
 * @param options.level The confidence level of the intervals.
 * @throws {KpiError} None of its own. `bad_input` for an input that is not allowed.
 * @example
 * // Of ten requests four are resolved, two closed or deleted unanswered, three answered and open, one untouched: 4 + 2 + 3 = 9.
 * requestsProcessed(9).value; // "9"
 */
export declare function requestsProcessed(processed: Count, options?: FormulaOptions): Figures;

/**
 * The share of the requests of a period that are resolved.
 *
 * **Formula:** 100 × resolved ÷ requests.
 *
 * **Gives:** `share` (percent, 0 to 100), `resolved` (count, 0 or more), `requests` (count, 0 or more).
 *
 * **Counted:** Tickets by when they were created, numerator and denominator alike; also those deleted without
 * an answer. Resolved: it has a resolution and is not open again.
 *
 * **Left out:** `merged`, `spam`.
 *
 * **Interval:** Wilson.
 *
 * **Sources:** S2: Under tasks completed by priority: solved problems as a count, by priority, or as the
 * share of processed tasks in all requests. The words make `processed_of_requests`; the paragraph on solved
 * problems around them makes `resolved_of_requests`, the default, because a completed task is a resolved one.
 *
 * @param resolved requests that are resolved.
 * @param requests requests created.
 * @param options.level The confidence level of the intervals.
 * @throws {KpiError} `bad_input` in the formula where the part is more than the whole. `bad_input` for an
 * input that is not allowed.
 * @example
 * // Of ten requests four are resolved: 100 × 4 ÷ 10.
 * taskCompletionRate(4, 10).value; // "40"
 */
export declare function taskCompletionRate(
  resolved: Count,
  requests: Count,
  options?: FormulaOptions,
): Figures;

/**
 * The share of the requests of a period that somebody has taken under control.
 *
 * **Formula:** 100 × processed ÷ requests; processed: answered by a person, resolved, closed or deleted.
 *
 * **Gives:** `share` (percent, 0 to 100), `processed` (count, 0 or more), `requests` (count, 0 or more).
 *
 * **Counted:** Tickets by when they were created, numerator and denominator alike; also those deleted without
 * an answer. Resolved: it has a resolution and is not open again.
 *
 * **Left out:** `merged`, `spam`.
 *
 * **Interval:** Wilson.
 *
 * **Sources:** S2: Under tasks completed by priority: solved problems as a count, by priority, or as the
 * share of processed tasks in all requests. The words make `processed_of_requests`; the paragraph on solved
 * problems around them makes `resolved_of_requests`, the default, because a completed task is a resolved one.
 *
 * @param processed requests answered, resolved, closed or deleted.
 * @param requests requests created.
 * @param options.level The confidence level of the intervals.
 * @throws {KpiError} `bad_input` in the formula where the part is more than the whole. `bad_input` for an
 * input that is not allowed.
 * @example
 * // Of ten requests four are resolved, two closed or deleted unanswered, three answered and open, one untouched: 100 × 9 ÷ 10.
 * taskCompletionRateProcessedOfRequests(9, 10).value; // "90"
 */
export declare function taskCompletionRateProcessedOfRequests(
  processed: Count,
  requests: Count,
  options?: FormulaOptions,
): Figures;

/**
 * The share of the requests taken under control that are resolved.
 *
 * **Formula:** 100 × resolved ÷ processed; processed: answered by a person, resolved, closed or deleted.
 *
 * **Gives:** `share` (percent, 0 to 100), `resolved` (count, 0 or more), `processed` (count, 0 or more).
 *
 * **Counted:** Tickets by when they were created, numerator and denominator alike; also those deleted without
 * an answer. Resolved: it has a resolution and is not open again.
 *
 * **Left out:** `merged`, `spam`, `untouched` (nobody has answered, resolved, closed or deleted it).
 *
 * **Interval:** Wilson.
 *
 * **Sources:** S2: Under tasks completed by priority: solved problems as a count, by priority, or as the
 * share of processed tasks in all requests. The words make `processed_of_requests`; the paragraph on solved
 * problems around them makes `resolved_of_requests`, the default, because a completed task is a resolved one.
 *
 * @param resolved requests that are resolved.
 * @param processed requests answered, resolved, closed or deleted.
 * @param options.level The confidence level of the intervals.
 * @throws {KpiError} `bad_input` in the formula where the part is more than the whole. `bad_input` for an
 * input that is not allowed.
 * @example
 * // Of nine requests taken under control four are resolved: 100 × 4 ÷ 9.
 * taskCompletionRateResolvedOfProcessed(4, 9).value; // "44.444444444"
 */
export declare function taskCompletionRateResolvedOfProcessed(
  resolved: Count,
  processed: Count,
  options?: FormulaOptions,
): Figures;

/**
 * The share of resolved tickets that the customer reopened.
 *
 * **Formula:** 100 × tickets reopened at least once (with `within`: in this time after their first
 * resolution) ÷ tickets first resolved in the period; reopens per ticket: reopenings ÷ the same tickets.
 *
 * **Gives:** `rate` (percent, 0 to 100), `reopened` (count, 0 or more), `tickets` (count, 0 or more),
 * `reopens_per_ticket` (ratio, 0 or more).
 *
 * **Counted:** Tickets by their first resolution; where that is not known, by their last. Reopenings by the
 * customer; where they are not told apart, by anyone. With `within` the first one counts by its instant, and
 * nobody's count is needed.
 *
 * **Left out:** `merged`, `spam`, `deleted` (without an answer), `unknown` (the count of reopenings is not
 * known; with `within`: there was one, and nobody knows when), `window_open` (with `within`: the time is not
 * over at `as_of`, default the window's end, whether or not the ticket was reopened already); `open` is what
 * was never resolved at the end of the bucket. With another anchor, such as `created_at`, also `closed` and
 * `canceled`.
 *
 * **Interval:** Wilson for the rate; none for reopens per ticket.
 *
 * **Sources:** S4: Tickets that customers reopened by tickets resolved, times 100: the variant `by_customer`.
 * Up to about 5 % will do, for whom it does not say. `any_actor` counts reopenings by agents as well.
 *
 * @param reopened tickets that went from resolved back to open at least once.
 * @param tickets tickets that were resolved at least once.
 * @param reopens reopenings of these tickets, at least one for each that was reopened.
 * @param options.level The confidence level of the intervals.
 * @throws {KpiError} `as_of_counts` where `as_of` is given without `within`: a count of reopenings carries no
 * instants, so it cannot be asked as of a day; with `within`, where a ticket has such a count and no instant.
 * `as_of_required` with `within` where no window says when to look. `bad_input` in the formula where more
 * tickets are reopened than resolved, or than reopenings. `bad_input` for an input that is not allowed.
 * @example
 * // Of two tickets first resolved in the period one was reopened, three times: 100 × 1 ÷ 2; 3 ÷ 2 = 1.5 reopens per ticket.
 * reopenRate(1, 2, 3).value; // "50"
 */
export declare function reopenRate(
  reopened: Count,
  tickets: Count,
  reopens: Count,
  options?: FormulaOptions,
): Figures;

/**
 * The share of resolved tickets that anyone reopened.
 *
 * **Formula:** 100 × tickets reopened at least once (with `within`: in this time after their first
 * resolution) ÷ tickets first resolved in the period; reopens per ticket: reopenings ÷ the same tickets.
 *
 * **Gives:** `rate` (percent, 0 to 100), `reopened` (count, 0 or more), `tickets` (count, 0 or more),
 * `reopens_per_ticket` (ratio, 0 or more).
 *
 * **Counted:** Tickets by their first resolution; where that is not known, by their last. Reopenings by
 * customers, agents and the system. With `within` the first one counts by its instant, and no count is
 * needed.
 *
 * **Left out:** `merged`, `spam`, `deleted` (without an answer), `unknown` (the count of reopenings is not
 * known; with `within`: there was one, and nobody knows when), `window_open` (with `within`: the time is not
 * over at `as_of`, default the window's end, whether or not the ticket was reopened already); `open` is what
 * was never resolved at the end of the bucket. With another anchor, such as `created_at`, also `closed` and
 * `canceled`.
 *
 * **Interval:** Wilson for the rate; none for reopens per ticket.
 *
 * **Sources:** S4: Tickets that customers reopened by tickets resolved, times 100: the variant `by_customer`.
 * Up to about 5 % will do, for whom it does not say. `any_actor` counts reopenings by agents as well.
 *
 * @param reopened tickets that went from resolved back to open at least once.
 * @param tickets tickets that were resolved at least once.
 * @param reopens reopenings of these tickets, at least one for each that was reopened.
 * @param options.level The confidence level of the intervals.
 * @throws {KpiError} `as_of_counts` where `as_of` is given without `within`: a count of reopenings carries no
 * instants, so it cannot be asked as of a day; with `within`, where a ticket has such a count and no instant.
 * `as_of_required` with `within` where no window says when to look. `bad_input` in the formula where more
 * tickets are reopened than resolved, or than reopenings. `bad_input` for an input that is not allowed.
 * @example
 * // Of two tickets first resolved in the period one was reopened, three times: 100 × 1 ÷ 2; 3 ÷ 2 = 1.5 reopens per ticket.
 * reopenRateAnyActor(1, 2, 3).value; // "50"
 */
export declare function reopenRateAnyActor(
  reopened: Count,
  tickets: Count,
  reopens: Count,
  options?: FormulaOptions,
): Figures;

/**
 * The share of resolved cases after which the customer had to come back with the same kind of issue.
 *
 * **Formula:** 100 × resolved cases with a new case of the same account (tickets: and type), or a reopening,
 * within `within` of the resolution ÷ resolved cases.
 *
 * **Gives:** `rate` (percent, 0 to 100), `repeated` (count, 0 or more), `cases` (count, 0 or more).
 *
 * **Counted:** Tickets by their first resolution; where that is not known, by their last. Calls and chats
 * that a person answered and that were resolved, by their end. A case counts once its days are over at
 * `as_of` (default: the window's end), and once, however often the customer comes back. For a ticket the next
 * ticket counts, for a call or chat the next inbound one; a ticket that was merged, or is spam, is no new
 * case.
 *
 * **Left out:** Tickets: `merged`, `spam`, `deleted` (without an answer), `through_contact` (it counts
 * through its contact); `open` is what was never resolved at the end of the bucket; with another anchor, such
 * as `created_at`, also `closed` and `canceled`. Contacts: `outbound`, `abandoned` (before an answer),
 * `self_served`, `callback`, `failed`, `unanswered`, `open` (it ended unresolved), `unknown` (whether it was
 * resolved, or when it ended, is not known). Both: `no_account`, where nobody can see who comes back, and
 * `window_open`: the days are not over, whether or not the customer came back already.
 *
 * **Interval:** Wilson.
 *
 * **Sources:** Field: Contact centres take the cases that come back within days as the ones that were not
 * solved, whatever the ticket says. S0: Does not name it, but tells of customers who recommend a fast answer
 * that solves nothing almost three times as often as a slow one that does: speed alone hides what comes back.
 * S3 tells the opposite, that good service binds customers more than speedy service.
 *
 * @param repeated resolved cases that were followed by a new case, or reopened, in time.
 * @param cases resolved cases.
 * @param options.level The confidence level of the intervals.
 * @throws {KpiError} `as_of_required` where no window says when to look; `as_of_counts` where `as_of` is
 * given and only a count says that a ticket was reopened, not when. `bad_input` in the formula where more
 * cases came back than were resolved. `bad_input` for an input that is not allowed.
 * @example
 * // Of five cases resolved in the period one was reopened on the third day, and after another the customer opened a new one of the same type on the seventh: 100 × 2 ÷ 5.
 * repeatContactRate(2, 5).value; // "40"
 */
export declare function repeatContactRate(repeated: Count, cases: Count, options?: FormulaOptions): Figures;

/**
 * The share of resolved tickets that one person resolved alone.
 *
 * **Formula:** 100 × solo ÷ resolved; solo: one person held the ticket, and nobody else worked on it.
 *
 * **Gives:** `share` (percent, 0 to 100), `solo` (count, 0 or more), `resolved` (count, 0 or more).
 *
 * **Counted:** Resolved tickets that at least one person held, in the bucket of their last resolution.
 *
 * **Left out:** `merged`, `spam`, `deleted` (without an answer), `no_agent` (no person held it), `unknown`
 * (how many held it is not known); `open` is what is not resolved at the end of the bucket. With another
 * anchor, such as `created_at`, also `closed` and `canceled`.
 *
 * **Interval:** Wilson.
 *
 * **Sources:** S2: Requests that one operator resolves without help from others show how able he is.
 *
 * @param solo resolved tickets that one person held alone.
 * @param resolved resolved tickets that a person held.
 * @param options.level The confidence level of the intervals.
 * @throws {KpiError} `as_of_counts` where `as_of` is given: a count of people carries no instants, so it
 * cannot be asked as of a day. `bad_input` in the formula where more are solo than resolved. `bad_input` for
 * an input that is not allowed.
 * @example
 * // Of four resolved tickets three were held by one person and nobody helped: 100 × 3 ÷ 4.
 * soloResolutionRate(3, 4).value; // "75"
 */
export declare function soloResolutionRate(solo: Count, resolved: Count, options?: FormulaOptions): Figures;

/**
 * How many replies by people resolved tickets took, and the share that took one.
 *
 * **Formula:** one touch: 100 × tickets with one reply ÷ tickets with one or more; the shares with 0, 1, 2,
 * and 3 or more replies are of all resolved.
 *
 * **Gives:** `one_touch` (percent, 0 to 100), `touches_0` (percent, 0 to 100), `touches_1` (percent, 0 to
 * 100), `touches_2` (percent, 0 to 100), `touches_3_up` (percent, 0 to 100), `resolved` (count, 0 or more).
 *
 * **Counted:** Resolved tickets, in the bucket of their last resolution, by their public replies by people.
 *
 * **Left out:** `merged`, `spam`, `deleted` (without an answer), `unknown` (the count of replies is not
 * known); `open` is what is not resolved at the end of the bucket. With another anchor, such as `created_at`,
 * also `closed` and `canceled`.
 *
 * **Interval:** Wilson for each share.
 *
 * **Sources:** Field: Help desks report one-touch tickets, and tickets by the number of replies.
 *
 * @param zero resolved tickets without a reply by a person.
 * @param one resolved tickets with one.
 * @param two resolved tickets with two.
 * @param threeUp resolved tickets with three or more.
 * @param options.level The confidence level of the intervals.
 * @throws {KpiError} `as_of_counts` where `as_of` is given: a count of replies carries no instants, so it
 * cannot be asked as of a day. `bad_input` for an input that is not allowed.
 * @example
 * // Of ten resolved tickets two took no reply, five one, two two and one four: 100 × 5 ÷ 8.
 * touchesToResolution(2, 5, 2, 1).value; // "62.5"
 */
export declare function touchesToResolution(
  zero: Count,
  one: Count,
  two: Count,
  threeUp: Count,
  options?: FormulaOptions,
): Figures;

/**
 * How often a customer is passed from one person to another.
 *
 * **Formula:** changes from one person to another per ticket held by a person; on calls and chats completed
 * transfers per answered contact.
 *
 * **Gives:** `mean` (ratio, 0 or more), `median` (count, 0 or more), `p90` (count, 0 or more), `p95` (count,
 * 0 or more), `min` (count, 0 or more), `max` (count, 0 or more), `count` (count, 0 or more).
 *
 * **Counted:** Tickets that a person held, and contacts that a person answered, also those given up later, on
 * hold or in the conversation. From A to B and back to A is 2; from nobody or a bot to A is none.
 *
 * **Left out:** Tickets: `merged`, `spam`, `deleted` (without an answer), `through_contact` (it counts
 * through its contact), `no_agent` (no person held it), `unknown` (the count is not known). Contacts:
 * `outbound`, `abandoned` (before an answer), `self_served`, `callback`, `failed`, `unanswered`, `unknown`.
 *
 * **Interval:** Mean: Student's t. Median and other quantiles: binomial order statistics.
 *
 * **Sources:** S0: How often the agent changes, or the call or chat is transferred, while the customer is
 * served: not interactions, as the name has it, but `agent_changes`, which is the default for that. Five to
 * six transfers are usual; 79 % of customers dislike to explain their case to several agents. Field: Help
 * desks count replies, or all messages, for each ticket under the same name.
 *
 * @param counts interactions of each ticket.
 * @param options.bands Cuts that give the share of records in each band: `band_0_1` is 0 to 1, both included;
 * `band_1_3` is above 1 and up to 3; `band_3_up` is above it.
 * @param options.quantiles `exact` keeps every value and gives R's type 7; `sketch` keeps counts in bins,
 * gives the middle of the bin that holds the type 1 quantile, and states the largest relative error.
 * @param options.level The confidence level of the intervals.
 * @throws {KpiError} `as_of_counts` where `as_of` is given: a count carries no instants, so it cannot be
 * asked as of a day. `negative` for a negative count in the formula. `bad_input` for an input that is not
 * allowed.
 * @example
 * // One ticket went from A to B and back to A, one stayed with A, one went from A to B: (2 + 0 + 1) ÷ 3.
 * interactionsPerTicket([2, 0, 1]).value; // "1"
 */
export declare function interactionsPerTicket(
  counts: readonly Count[] | Float64Array,
  options?: FormulaOptions & { bands?: readonly Count[]; quantiles?: "exact" | "sketch"; },
): Figures;

/**
 * How many replies by people a ticket takes.
 *
 * **Formula:** public replies by people per ticket.
 *
 * **Gives:** `mean` (ratio, 0 or more), `median` (count, 0 or more), `p90` (count, 0 or more), `p95` (count,
 * 0 or more), `min` (count, 0 or more), `max` (count, 0 or more), `count` (count, 0 or more).
 *
 * **Counted:** Tickets by when they were created, also those without a reply.
 *
 * **Left out:** `merged`, `spam`, `deleted` (without an answer), `unknown` (the count is not known).
 *
 * **Interval:** Mean: Student's t. Median and other quantiles: binomial order statistics.
 *
 * **Sources:** Field: Help desks count replies, or all messages, for each ticket under the same name. S0: How
 * often the agent changes, or the call or chat is transferred, while the customer is served: not
 * interactions, as the name has it, but `agent_changes`, which is the default for that. Five to six transfers
 * are usual; 79 % of customers dislike to explain their case to several agents.
 *
 * @param counts interactions of each ticket.
 * @param options.bands Cuts that give the share of records in each band: `band_0_1` is 0 to 1, both included;
 * `band_1_3` is above 1 and up to 3; `band_3_up` is above it.
 * @param options.quantiles `exact` keeps every value and gives R's type 7; `sketch` keeps counts in bins,
 * gives the middle of the bin that holds the type 1 quantile, and states the largest relative error.
 * @param options.level The confidence level of the intervals.
 * @throws {KpiError} `as_of_counts` where `as_of` is given: a count carries no instants, so it cannot be
 * asked as of a day. `negative` for a negative count in the formula. `bad_input` for an input that is not
 * allowed.
 * @example
 * // (1 + 2 + 0 + 3) ÷ 4.
 * interactionsPerTicketReplies([1, 2, 0, 3]).value; // "1.5"
 */
export declare function interactionsPerTicketReplies(
  counts: readonly Count[] | Float64Array,
  options?: FormulaOptions & { bands?: readonly Count[]; quantiles?: "exact" | "sketch"; },
): Figures;

/**
 * How many messages customer and people exchange on a ticket.
 *
 * **Formula:** public replies by people + messages of the customer, per ticket.
 *
 * **Gives:** `mean` (ratio, 0 or more), `median` (count, 0 or more), `p90` (count, 0 or more), `p95` (count,
 * 0 or more), `min` (count, 0 or more), `max` (count, 0 or more), `count` (count, 0 or more).
 *
 * **Counted:** Tickets by when they were created, with the first message of the customer.
 *
 * **Left out:** `merged`, `spam`, `deleted` (without an answer), `unknown` (the count is not known).
 *
 * **Interval:** Mean: Student's t. Median and other quantiles: binomial order statistics.
 *
 * **Sources:** Field: Help desks count replies, or all messages, for each ticket under the same name. S0: How
 * often the agent changes, or the call or chat is transferred, while the customer is served: not
 * interactions, as the name has it, but `agent_changes`, which is the default for that. Five to six transfers
 * are usual; 79 % of customers dislike to explain their case to several agents.
 *
 * @param counts interactions of each ticket.
 * @param options.bands Cuts that give the share of records in each band: `band_0_1` is 0 to 1, both included;
 * `band_1_3` is above 1 and up to 3; `band_3_up` is above it.
 * @param options.quantiles `exact` keeps every value and gives R's type 7; `sketch` keeps counts in bins,
 * gives the middle of the bin that holds the type 1 quantile, and states the largest relative error.
 * @param options.level The confidence level of the intervals.
 * @throws {KpiError} `as_of_counts` where `as_of` is given: a count carries no instants, so it cannot be
 * asked as of a day. `negative` for a negative count in the formula. `bad_input` for an input that is not
 * allowed.
 * @example
 * // 1 + 1, 2 + 3 and 1 + 2 messages: (2 + 5 + 3) ÷ 3.
 * interactionsPerTicketMessages([2, 5, 3]).value; // "3.333333333"
 */
export declare function interactionsPerTicketMessages(
  counts: readonly Count[] | Float64Array,
  options?: FormulaOptions & { bands?: readonly Count[]; quantiles?: "exact" | "sketch"; },
): Figures;

/**
 * How long agents hold a request before they pass it on to a colleague.
 *
 * **Formula:** when the agent gave it up − when the agent got it, over all transfers.
 *
 * **Gives:** `mean` (seconds, 0 or more), `median` (seconds, 0 or more), `p90` (seconds, 0 or more), `p95`
 * (seconds, 0 or more), `min` (seconds, 0 or more), `max` (seconds, 0 or more), `count` (count, 0 or more).
 *
 * **Counted:** Holdings that another agent took over, each one an observation, in the bucket in which it
 * begins; all are pooled. From A to B and back to A is two. What went to the queue counts when somebody else
 * takes it.
 *
 * **Left out:** `not_passed_on` (nobody else took it over, yet or at all), `unknown` (when it was given up is
 * not known), `no_schedule` (in business time, where the calendar has no hours for it).
 *
 * **Interval:** Mean: Student's t. Median and other quantiles: binomial order statistics.
 *
 * **Sources:** S2: Names the speed of passing customers on: that a colleague knows more is normal, but if it
 * happens too often, agents want training. It gives no formula. S0: 79 % of customers think it poor service
 * to explain their case to several agents; five to six transfers in one inquiry are usual.
 *
 * @param durations times in seconds for which agents had what they passed on.
 * @param options.bands Cuts that give the share of records in each band: `band_0_3600` is 0 to 3,600 s, both
 * included; `band_3600_14400` is above 3,600 s and up to 14,400 s; `band_14400_up` is above it.
 * @param options.quantiles `exact` keeps every value and gives R's type 7; `sketch` keeps counts in bins,
 * gives the middle of the bin that holds the type 1 quantile, and states the largest relative error.
 * @param options.level The confidence level of the intervals.
 * @throws {KpiError} `wrong_order` where a holding ends before it begins, or is taken over before it ends;
 * `calendar_required` with the clock `business` and no calendar; `negative` for a negative duration in the
 * formula. `bad_input` for an input that is not allowed.
 * @example
 * // A has it from 10:00 to 10:30, nobody until 12:00, B from 12:00 to 12:10, then C: (30 + 10) ÷ 2 = 20 min, or 1,200 s (ruling B26).
 * transferTime([1800, 600]).value; // "1200"
 */
export declare function transferTime(
  durations: readonly Seconds[] | Float64Array,
  options?: FormulaOptions & { bands?: readonly Seconds[]; quantiles?: "exact" | "sketch"; },
): Figures;

/**
 * How long a request that is passed on takes from one agent to the next, the time in the queue between them
 * included.
 *
 * **Formula:** when the next agent got it − when this agent got it, over all transfers.
 *
 * **Gives:** `mean` (seconds, 0 or more), `median` (seconds, 0 or more), `p90` (seconds, 0 or more), `p95`
 * (seconds, 0 or more), `min` (seconds, 0 or more), `max` (seconds, 0 or more), `count` (count, 0 or more).
 *
 * **Counted:** Holdings that another agent took over, each one an observation, in the bucket in which it
 * begins; all are pooled. From A to B and back to A is two. What went to the queue counts when somebody else
 * takes it.
 *
 * **Left out:** `not_passed_on` (nobody else took it over, yet or at all), `no_schedule` (in business time,
 * where the calendar has no hours for it).
 *
 * **Interval:** Mean: Student's t. Median and other quantiles: binomial order statistics.
 *
 * **Sources:** S2: Names the speed of passing customers on: that a colleague knows more is normal, but if it
 * happens too often, agents want training. It gives no formula. S0: 79 % of customers think it poor service
 * to explain their case to several agents; five to six transfers in one inquiry are usual.
 *
 * @param durations times in seconds from when an agent got it until the next one had it.
 * @param options.bands Cuts that give the share of records in each band: `band_0_3600` is 0 to 3,600 s, both
 * included; `band_3600_14400` is above 3,600 s and up to 14,400 s; `band_14400_up` is above it.
 * @param options.quantiles `exact` keeps every value and gives R's type 7; `sketch` keeps counts in bins,
 * gives the middle of the bin that holds the type 1 quantile, and states the largest relative error.
 * @param options.level The confidence level of the intervals.
 * @throws {KpiError} `wrong_order` where a holding ends before it begins, or is taken over before it ends;
 * `calendar_required` with the clock `business` and no calendar; `negative` for a negative duration in the
 * formula. `bad_input` for an input that is not allowed.
 * @example
 * // A has it at 10:00, B at 12:00, C at 12:10: (120 + 10) ÷ 2 = 65 min, or 3,900 s (ruling B26).
 * transferTimeUntilTaken([7200, 600]).value; // "3900"
 */
export declare function transferTimeUntilTaken(
  durations: readonly Seconds[] | Float64Array,
  options?: FormulaOptions & { bands?: readonly Seconds[]; quantiles?: "exact" | "sketch"; },
): Figures;

/**
 * The share of tickets and contacts that went from one person to another at least once.
 *
 * **Formula:** 100 × tickets and contacts with a transfer ÷ tickets held by a person and contacts answered by
 * one.
 *
 * **Gives:** `rate` (percent, 0 to 100), `transferred` (count, 0 or more), `handled` (count, 0 or more).
 *
 * **Counted:** Tickets that a person held, and contacts that a person answered, each once, however often it
 * was passed on. From nobody or a bot to a person is no transfer.
 *
 * **Left out:** Tickets: `merged`, `spam`, `deleted` (without an answer), `through_contact` (it counts
 * through its contact), `no_agent` (no person held it), `unknown` (the count is not known). Contacts:
 * `outbound`, `abandoned` (before an answer), `self_served`, `callback`, `failed`, `unanswered`, `unknown`.
 *
 * **Interval:** Wilson.
 *
 * **Sources:** S2: Names the speed of passing customers on: that a colleague knows more is normal, but if it
 * happens too often, agents want training. It gives no formula. S0: 79 % of customers think it poor service
 * to explain their case to several agents; five to six transfers in one inquiry are usual.
 *
 * @param transferred tickets and contacts that were passed on at least once.
 * @param handled tickets that a person held, and contacts that a person answered.
 * @param options.level The confidence level of the intervals.
 * @throws {KpiError} `as_of_counts` where `as_of` is given and tickets are read: a count of changes carries
 * no instants, so it cannot be asked as of a day. `bad_input` in the formula where more are passed on than
 * were held. `bad_input` for an input that is not allowed.
 * @example
 * // One ticket goes from A to B and from B to C: two transfers, but one ticket of one, 100 × 1 ÷ 1 (ruling B26).
 * transferTimeTransferRate(1, 1).value; // "100"
 */
export declare function transferTimeTransferRate(
  transferred: Count,
  handled: Count,
  options?: FormulaOptions,
): Figures;

/**
 * Where the time of tickets goes: how long they are in each status, and which part of all time that is.
 *
 * **Formula:** when it left the status − when it came into it; total: the sum; share: 100 × total of the
 * status ÷ total of all statuses.
 *
 * **Gives:** `mean` (seconds, 0 or more), `median` (seconds, 0 or more), `p90` (seconds, 0 or more), `p95`
 * (seconds, 0 or more), `min` (seconds, 0 or more), `max` (seconds, 0 or more), `count` (count, 0 or more),
 * `total` (seconds, 0 or more), `share` (percent, 0 to 100).
 *
 * **Counted:** Status spans that are over, each in the bucket in which it begins, with all of its time, also
 * that after the bucket's end. A ticket that comes into a status twice has two. Grouped by status where
 * nothing else is asked for; the share is of all groups in the same bucket.
 *
 * **Left out:** `open` (the ticket is in the status still), `no_schedule` (in business time, where the
 * calendar has no hours for it).
 *
 * **Interval:** Mean: Student's t. Median and other quantiles: binomial order statistics. None for the total
 * and the share: spans of one ticket are no independent sample.
 *
 * **Sources:** Field: Help desks report how long tickets stay in each status, to see whether they wait for
 * agents, for customers or for others.
 *
 * @param durations times in the status in seconds, one for each time that a ticket was in it.
 * @param allTime time in seconds in all statuses together.
 * @param options.bands Cuts that give the share of records in each band: `band_0_3600` is 0 to 3,600 s, both
 * included; `band_3600_14400` is above 3,600 s and up to 14,400 s; `band_14400_up` is above it.
 * @param options.quantiles `exact` keeps every value and gives R's type 7; `sketch` keeps counts in bins,
 * gives the middle of the bin that holds the type 1 quantile, and states the largest relative error.
 * @param options.level The confidence level of the intervals.
 * @throws {KpiError} `wrong_order` where a span ends before it begins; `calendar_required` with the clock
 * `business` and no calendar; in the formula `negative`, and `bad_input` where the status has more time than
 * all together. `bad_input` for an input that is not allowed.
 * @example
 * // Two tickets were open for 10 and 30 min, and in other statuses for 2 h: (600 + 1,800) ÷ 2 = 1,200 s; 100 × 2,400 ÷ 9,600 = 25 % of all time.
 * timeInStatus([600, 1800], 9600).value; // "1200"
 */
export declare function timeInStatus(
  durations: readonly Seconds[] | Float64Array,
  allTime: Seconds,
  options?: FormulaOptions & { bands?: readonly Seconds[]; quantiles?: "exact" | "sketch"; },
): Figures;

/**
 * The share of tickets that were escalated.
 *
 * **Formula:** 100 × tickets escalated at least once ÷ tickets created.
 *
 * **Gives:** `rate` (percent, 0 to 100), `escalated` (count, 0 or more), `tickets` (count, 0 or more).
 *
 * **Counted:** Tickets by when they were created, whenever they were escalated. For the month of the
 * escalation ask with the anchor `escalated_at`.
 *
 * **Left out:** `merged`, `spam`, `deleted` (without an answer).
 *
 * **Interval:** Wilson.
 *
 * **Sources:** S4: Names escalation as what a first contact resolution does without; agents who may decide
 * need no supervisor. It gives no formula. S0: Takes training, knowledge banks and routing by skill for more
 * than passing the inquiry to a manager. It gives no formula. Field: Help desks report escalated tickets by
 * tickets.
 *
 * @param escalated tickets that were escalated at least once.
 * @param tickets tickets created.
 * @param options.level The confidence level of the intervals.
 * @throws {KpiError} `bad_input` in the formula where more are escalated than created. `bad_input` for an
 * input that is not allowed.
 * @example
 * // Of 120 tickets six were escalated: 100 × 6 ÷ 120.
 * escalationRate(6, 120).value; // "5"
 */
export declare function escalationRate(escalated: Count, tickets: Count, options?: FormulaOptions): Figures;

/**
 * How many requests were canceled, and what they were worth.
 *
 * **Formula:** count: tickets canceled; share: 100 × canceled ÷ tickets created; value: sum of the values of
 * the canceled.
 *
 * **Gives:** `count` (count, 0 or more), `share` (percent, 0 to 100), `value` (money, any), `no_value`
 * (count, 0 or more), `requests` (count, 0 or more).
 *
 * **Counted:** Tickets by when they were created, whenever they were canceled. For the month of the
 * cancellation ask with the anchor `canceled_at`. A canceled ticket without a value, or whose value has no
 * currency, counts under `no_value`, not as 0.
 *
 * **Left out:** `merged`, `spam`, `deleted` (without an answer).
 *
 * **Interval:** Wilson for the share; none for the others.
 *
 * **Sources:** S2: How much was lost from existing customers through canceled orders and requests.
 *
 * @param canceled tickets that were canceled.
 * @param requests tickets created.
 * @param value what the canceled ones were worth.
 * @param options.currency The currency of the result. Entries in others are converted by `rates`; without it
 * all must be in one.
 * @param options.level The confidence level of the intervals.
 * @throws {KpiError} `mixed_currencies` where values are in several currencies and there is no rate,
 * `unknown_currency` where one is not three capital letters, `overflow`. `bad_input` in the formula where
 * more are canceled than there are. `bad_input` for an input that is not allowed.
 * @example
 * // Of 60 tickets three were canceled, worth 100, 150 and unknown: 3, which is 100 × 3 ÷ 60 = 5 %, and 250.
 * canceledRequests(3, 60, "250").value; // "3"
 */
export declare function canceledRequests(
  canceled: Count,
  requests: Count,
  value: Amount,
  options?: FormulaOptions & { currency?: string; },
): Figures;

/**
 * How many orders were canceled, and what they were worth.
 *
 * **Formula:** count: purchases canceled; share: 100 × canceled ÷ purchases; value: sum of the amounts of the
 * canceled.
 *
 * **Gives:** `count` (count, 0 or more), `share` (percent, 0 to 100), `value` (money, any), `no_value`
 * (count, 0 or more), `orders` (count, 0 or more).
 *
 * **Counted:** Conversions of kind purchase by when they were made, whenever they were canceled. For the
 * month of the cancellation ask with the anchor `canceled_at`. A canceled purchase without an amount, or
 * whose amount has no currency, counts under `no_value`, not as 0.
 *
 * **Left out:** `other_conversion` (an upsell, a refund or another kind).
 *
 * **Interval:** Wilson for the share; none for the others.
 *
 * **Sources:** S2: How much was lost from existing customers through canceled orders and requests.
 *
 * @param canceled purchases that were canceled.
 * @param orders purchases made.
 * @param value what the canceled ones were worth.
 * @param options.currency The currency of the result. Entries in others are converted by `rates`; without it
 * all must be in one.
 * @param options.level The confidence level of the intervals.
 * @throws {KpiError} `mixed_currencies` where values are in several currencies and there is no rate,
 * `unknown_currency` where one is not three capital letters, `overflow`. `bad_input` in the formula where
 * more are canceled than there are. `bad_input` for an input that is not allowed.
 * @example
 * // Of 80 purchases two were canceled, of 59.90 each: 2, which is 100 × 2 ÷ 80 = 2.5 %, and 119.80.
 * canceledRequestsOrders(2, 80, "119.80").value; // "2"
 */
export declare function canceledRequestsOrders(
  canceled: Count,
  orders: Count,
  value: Amount,
  options?: FormulaOptions & { currency?: string; },
): Figures;

/**
 * How many tickets are unresolved at the end of a bucket, and how old they are.
 *
 * **Formula:** tickets created before the instant and not resolved before it, in every unresolved status:
 * new, open, pending, on hold; their ages.
 *
 * **Gives:** `count` (count, 0 or more), `mean` (seconds, 0 or more), `median` (seconds, 0 or more), `p90`
 * (seconds, 0 or more), `p95` (seconds, 0 or more), `min` (seconds, 0 or more), `max` (seconds, 0 or more).
 *
 * **Counted:** The state just before the bucket's end, or at `as_of` where that comes first: a ticket that is
 * created exactly then is not there yet, one that is resolved then still is (ruling B24). Where the status
 * spans of a ticket are given, they say when it was open, reopenings included. Else it was open from its
 * creation until it was resolved, closed, canceled or deleted, whichever came first; a ticket that is open
 * again was open all the time. The age is the time since the creation. So this backlog is the one before +
 * created + reopened − resolved − otherwise ended, which is the net flow of `clearance_rate`.
 *
 * **Left out:** Tickets: `merged` and `spam`, in the bucket in which they were created; `through_spans` (its
 * own fields say that it is open; its status spans decide). Spans: `unknown` (when the ticket was created is
 * not known, or lies after the instant). Without a reason: what is not open at the instant, or not in the
 * statuses of the variant.
 *
 * **Interval:** None for the count: it is all there is. Mean: Student's t. Median and other quantiles:
 * binomial order statistics.
 *
 * **Sources:** S3: Ranks customers by their active tickets, to answer the most loyal ones first; what active
 * means it leaves open. Field: Help desks watch how many tickets are unresolved, unassigned and overdue, and
 * how old they are.
 *
 * @param durations ages in seconds of the tickets of the backlog: for how long each has been there at the
 * instant.
 * @param options.bands Cuts that give the share of records in each band: `band_0_3600` is 0 to 3,600 s, both
 * included; `band_3600_14400` is above 3,600 s and up to 14,400 s; `band_14400_up` is above it.
 * @param options.quantiles `exact` keeps every value and gives R's type 7; `sketch` keeps counts in bins,
 * gives the middle of the bin that holds the type 1 quantile, and states the largest relative error.
 * @param options.level The confidence level of the intervals.
 * @throws {KpiError} `window_required`; `negative` for a negative age in the formula; `missing_field` where
 * tables come one after the other and `through_spans` is not given, because then nobody can look for the
 * spans. `bad_input` for an input that is not allowed.
 * @example
 * // At noon three tickets are open, one of them pending on the customer: 3. They are 1 h, 1 day and 2 h old, on average 32,400 s.
 * backlog([3600, 86400, 7200]).value; // "3"
 */
export declare function backlog(
  durations: readonly Seconds[] | Float64Array,
  options?: FormulaOptions & { bands?: readonly Seconds[]; quantiles?: "exact" | "sketch"; },
): Figures;

/**
 * How many tickets wait for the help desk at the end of a bucket, and how old they are.
 *
 * **Formula:** tickets created before the instant and not resolved before it, those pending and on hold left
 * out; their ages.
 *
 * **Gives:** `count` (count, 0 or more), `mean` (seconds, 0 or more), `median` (seconds, 0 or more), `p90`
 * (seconds, 0 or more), `p95` (seconds, 0 or more), `min` (seconds, 0 or more), `max` (seconds, 0 or more).
 *
 * **Counted:** The state just before the bucket's end, or at `as_of` where that comes first: a ticket that is
 * created exactly then is not there yet, one that is resolved then still is (ruling B24). Where the status
 * spans of a ticket are given, they say when it was open, reopenings included. Else it was open from its
 * creation until it was resolved, closed, canceled or deleted, whichever came first; a ticket that is open
 * again was open all the time. The age is the time since the creation. So this backlog is the one before +
 * created + reopened − resolved − otherwise ended, which is the net flow of `clearance_rate`.
 *
 * **Left out:** Tickets: `merged` and `spam`, in the bucket in which they were created; `through_spans` (its
 * own fields say that it is open; its status spans decide). Spans: `unknown` (when the ticket was created is
 * not known, or lies after the instant). Without a reason: what is not open at the instant, or not in the
 * statuses of the variant.
 *
 * **Interval:** None for the count: it is all there is. Mean: Student's t. Median and other quantiles:
 * binomial order statistics.
 *
 * **Sources:** S3: Ranks customers by their active tickets, to answer the most loyal ones first; what active
 * means it leaves open. Field: Help desks watch how many tickets are unresolved, unassigned and overdue, and
 * how old they are.
 *
 * @param durations ages in seconds of the tickets of the backlog: for how long each has been there at the
 * instant.
 * @param options.bands Cuts that give the share of records in each band: `band_0_3600` is 0 to 3,600 s, both
 * included; `band_3600_14400` is above 3,600 s and up to 14,400 s; `band_14400_up` is above it.
 * @param options.quantiles `exact` keeps every value and gives R's type 7; `sketch` keeps counts in bins,
 * gives the middle of the bin that holds the type 1 quantile, and states the largest relative error.
 * @param options.level The confidence level of the intervals.
 * @throws {KpiError} `window_required`; `negative` for a negative age in the formula; `missing_field` where
 * tables come one after the other and `through_spans` is not given, because then nobody can look for the
 * spans. `bad_input` for an input that is not allowed.
 * @example
 * // At noon three tickets are open; one of them is pending on the customer: 2. They are 1 h and 2 h old, on average 5,400 s.
 * backlogActionable([3600, 7200]).value; // "2"
 */
export declare function backlogActionable(
  durations: readonly Seconds[] | Float64Array,
  options?: FormulaOptions & { bands?: readonly Seconds[]; quantiles?: "exact" | "sketch"; },
): Figures;

/**
 * How many unresolved tickets have never been assigned to anybody at the end of a bucket, and how old they
 * are.
 *
 * **Formula:** tickets created before the instant, not resolved before it and not assigned before it; their
 * ages.
 *
 * **Gives:** `count` (count, 0 or more), `mean` (seconds, 0 or more), `median` (seconds, 0 or more), `p90`
 * (seconds, 0 or more), `p95` (seconds, 0 or more), `min` (seconds, 0 or more), `max` (seconds, 0 or more).
 *
 * **Counted:** Tickets alone, because status spans know neither whom a ticket is assigned to nor what was
 * promised. A ticket was open from its creation until it was resolved, closed, canceled or deleted, whichever
 * came first; one that is open again was open all the time. It is the state just before the bucket's end, or
 * at `as_of` where that comes first (ruling B24). The age is the time since the creation.
 *
 * **Left out:** `merged` and `spam`, in the bucket in which they were created. Without a reason: what is not
 * open at the instant, or not as the variant wants it.
 *
 * **Interval:** None for the count: it is all there is. Mean: Student's t. Median and other quantiles:
 * binomial order statistics.
 *
 * **Sources:** S3: Ranks customers by their active tickets, to answer the most loyal ones first; what active
 * means it leaves open. Field: Help desks watch how many tickets are unresolved, unassigned and overdue, and
 * how old they are.
 *
 * @param durations ages in seconds of the tickets of the backlog: for how long each has been there at the
 * instant.
 * @param options.bands Cuts that give the share of records in each band: `band_0_3600` is 0 to 3,600 s, both
 * included; `band_3600_14400` is above 3,600 s and up to 14,400 s; `band_14400_up` is above it.
 * @param options.quantiles `exact` keeps every value and gives R's type 7; `sketch` keeps counts in bins,
 * gives the middle of the bin that holds the type 1 quantile, and states the largest relative error.
 * @param options.level The confidence level of the intervals.
 * @throws {KpiError} `window_required`; `negative` for a negative age in the formula. `bad_input` for an
 * input that is not allowed.
 * @example
 * // Of three open tickets two were assigned in the morning; one, 15 min old, is nobody's: 1.
 * backlogUnassigned([900]).value; // "1"
 */
export declare function backlogUnassigned(
  durations: readonly Seconds[] | Float64Array,
  options?: FormulaOptions & { bands?: readonly Seconds[]; quantiles?: "exact" | "sketch"; },
): Figures;

/**
 * How many unresolved tickets have waited beyond the promised response at the end of a bucket, and how old
 * they are.
 *
 * **Formula:** tickets created before the instant and not resolved before it, whose promised response was due
 * before it and that nobody has answered before it; their ages.
 *
 * **Gives:** `count` (count, 0 or more), `mean` (seconds, 0 or more), `median` (seconds, 0 or more), `p90`
 * (seconds, 0 or more), `p95` (seconds, 0 or more), `min` (seconds, 0 or more), `max` (seconds, 0 or more).
 *
 * **Counted:** Tickets alone, because status spans know neither whom a ticket is assigned to nor what was
 * promised. A ticket was open from its creation until it was resolved, closed, canceled or deleted, whichever
 * came first; one that is open again was open all the time. It is the state just before the bucket's end, or
 * at `as_of` where that comes first (ruling B24). The age is the time since the creation.
 *
 * **Left out:** `merged` and `spam`, in the bucket in which they were created. Without a reason: what is not
 * open at the instant, or not as the variant wants it.
 *
 * **Interval:** None for the count: it is all there is. Mean: Student's t. Median and other quantiles:
 * binomial order statistics.
 *
 * **Sources:** S3: Ranks customers by their active tickets, to answer the most loyal ones first; what active
 * means it leaves open. Field: Help desks watch how many tickets are unresolved, unassigned and overdue, and
 * how old they are.
 *
 * @param durations ages in seconds of the tickets of the backlog: for how long each has been there at the
 * instant.
 * @param options.bands Cuts that give the share of records in each band: `band_0_3600` is 0 to 3,600 s, both
 * included; `band_3600_14400` is above 3,600 s and up to 14,400 s; `band_14400_up` is above it.
 * @param options.quantiles `exact` keeps every value and gives R's type 7; `sketch` keeps counts in bins,
 * gives the middle of the bin that holds the type 1 quantile, and states the largest relative error.
 * @param options.level The confidence level of the intervals.
 * @throws {KpiError} `window_required`; `negative` for a negative age in the formula. `bad_input` for an
 * input that is not allowed.
 * @example
 * // Four tickets are open; the answers of two, 4 h and 2 h old, were due an hour ago and have not come: 2.
 * backlogOverdue([14400, 7200]).value; // "2"
 */
export declare function backlogOverdue(
  durations: readonly Seconds[] | Float64Array,
  options?: FormulaOptions & { bands?: readonly Seconds[]; quantiles?: "exact" | "sketch"; },
): Figures;

/**
 * Whether the help desk keeps up: tickets resolved to tickets created, and by how many the backlog grew.
 *
 * **Formula:** 100 × tickets resolved ÷ tickets created; net flow = created − resolved − ended otherwise.
 *
 * **Gives:** `rate` (percent, 0 or more), `resolved` (count, 0 or more), `created` (count, 0 or more),
 * `reopened` (count, 0 or more), `net_flow` (count, any).
 *
 * **Counted:** Tickets created in the bucket, and tickets that ended in it: resolved, or otherwise closed,
 * canceled or deleted without a resolution; at the first of these instants, where there are several. The net
 * flow is the backlog at the bucket's end less that at its start. A ticket that is open again was not
 * resolved, so there are no reopenings; `events` counts them.
 *
 * **Left out:** In the bucket of their creation: `merged`, `spam`, `no_anchor` (the status says that it
 * ended, but not when). Tickets that are created here and not over yet are in the figure `created` alone.
 *
 * **Interval:** None: it is a ratio of two totals, which can pass 100 %.
 *
 * **Sources:** Field: Help desks hold what they resolve against what comes in: whether they keep up, and by
 * how much the backlog grows.
 *
 * @param resolved resolutions.
 * @param created tickets created.
 * @param reopened reopenings.
 * @param ended tickets that ended without a resolution.
 * @param options.level The confidence level of the intervals.
 * @throws {KpiError} `negative` for a negative count in the formula. `bad_input` for an input that is not
 * allowed.
 * @example
 * // 50 tickets created, 45 resolved, 2 canceled: 100 × 45 ÷ 50; the backlog grew by 50 − 45 − 2 = 3.
 * clearanceRate(45, 50, 0, 2).value; // "90"
 */
export declare function clearanceRate(
  resolved: Count,
  created: Count,
  reopened: Count,
  ended: Count,
  options?: FormulaOptions,
): Figures;

/**
 * Whether the help desk keeps up, reopenings included: resolutions to tickets created and reopened, and by
 * how many the backlog grew.
 *
 * **Formula:** 100 × resolutions ÷ (tickets created + reopenings); net flow = created + reopened −
 * resolutions − ended otherwise.
 *
 * **Gives:** `rate` (percent, 0 or more), `resolved` (count, 0 or more), `created` (count, 0 or more),
 * `reopened` (count, 0 or more), `net_flow` (count, any).
 *
 * **Counted:** Status spans, in the bucket in which they begin. Created: the first one of a ticket. Reopened:
 * from a status that had ended it back to an unresolved one. Resolved: from an unresolved status, or at the
 * start, to resolved, or straight to closed. Ended otherwise: to canceled, merged, deleted or spam. The net
 * flow is the backlog at the bucket's end less that at its start.
 *
 * **Left out:** Nothing; spans that neither enter nor leave the unresolved statuses are no events of it.
 *
 * **Interval:** None: it is a ratio of two totals, which can pass 100 %.
 *
 * **Sources:** Field: Help desks hold what they resolve against what comes in: whether they keep up, and by
 * how much the backlog grows.
 *
 * @param resolved resolutions.
 * @param created tickets created.
 * @param reopened reopenings.
 * @param ended tickets that ended without a resolution.
 * @param options.level The confidence level of the intervals.
 * @throws {KpiError} `negative` for a negative count in the formula. `bad_input` for an input that is not
 * allowed.
 * @example
 * // 48 tickets created and 2 reopened, 45 resolutions, 1 ticket merged: 100 × 45 ÷ (48 + 2); the backlog grew by 50 − 45 − 1 = 4.
 * clearanceRateEvents(45, 48, 2, 1).value; // "90"
 */
export declare function clearanceRateEvents(
  resolved: Count,
  created: Count,
  reopened: Count,
  ended: Count,
  options?: FormulaOptions,
): Figures;

/**
 * How many tickets come in, and through which channel.
 *
 * **Formula:** count: tickets created; share: 100 × tickets of the channel ÷ tickets of all channels.
 *
 * **Gives:** `count` (count, 0 or more), `share` (percent, 0 to 100).
 *
 * **Counted:** Tickets by when they were created, also those deleted without an answer. Grouped by channel
 * where nothing else is asked for; the share is of all groups in the same bucket.
 *
 * **Left out:** `merged`, `spam`.
 *
 * **Interval:** Wilson for the share; none for the count.
 *
 * **Sources:** S4: The tickets opened in a time by channel; the channel's tickets by those of all channels,
 * times 100. S3: The number of tickets by medium, to see the customers of which medium stay longer.
 *
 * @param tickets tickets of the group.
 * @param allTickets tickets of all groups together.
 * @param options.level The confidence level of the intervals.
 * @throws {KpiError} `bad_input` in the formula where the group has more tickets than all together.
 * `bad_input` for an input that is not allowed.
 * @example
 * // Of 180 tickets 45 came by chat: 45, and 100 × 45 ÷ 180 = 25 %.
 * ticketVolume(45, 180).value; // "45"
 */
export declare function ticketVolume(tickets: Count, allTickets: Count, options?: FormulaOptions): Figures;

/**
 * How many issues there are of each type.
 *
 * **Formula:** count: tickets created; share: 100 × tickets of the type ÷ tickets of all types.
 *
 * **Gives:** `count` (count, 0 or more), `share` (percent, 0 to 100).
 *
 * **Counted:** Tickets by when they were created, also those deleted without an answer. Grouped by type where
 * nothing else is asked for; the share is of all groups in the same bucket.
 *
 * **Left out:** `merged`, `spam`.
 *
 * **Interval:** Wilson for the share; none for the count.
 *
 * **Sources:** S1: The number of issues of each type shows where most problems arise: many about billing ask
 * for a better billing process.
 *
 * @param tickets tickets of the group.
 * @param allTickets tickets of all groups together.
 * @param options.level The confidence level of the intervals.
 * @throws {KpiError} `bad_input` in the formula where the group has more tickets than all together.
 * `bad_input` for an input that is not allowed.
 * @example
 * // Of 120 tickets 30 are about billing: 30, and 100 × 30 ÷ 120 = 25 %.
 * issuesByType(30, 120).value; // "30"
 */
export declare function issuesByType(tickets: Count, allTickets: Count, options?: FormulaOptions): Figures;

/**
 * How much comes in at which hour of which weekday, and when most does.
 *
 * **Formula:** arrivals in an hour of the week ÷ the time of the bucket in which the clock shows that hour,
 * in hours; peak: the largest of these; mean: all arrivals ÷ all hours.
 *
 * **Gives:** `peak` (ratio, 0 or more), `peak_weekday` (count, 0 or more), `peak_hour` (count, 0 or more),
 * `arrivals` (count, 0 or more), `holiday_arrivals` (count, 0 or more), `mean` (ratio, 0 or more),
 * `monday_00` … `sunday_23` (ratio, 0 or more).
 *
 * **Counted:** Tickets when they are created, and inbound contacts when they join the queue, else when they
 * begin, also those that are given up; by the clock of the report's zone. The time of an hour is how long
 * that clock shows it within the bucket, up to `as_of` where that comes first. A piece of it counts as that
 * piece. An hour that the clock skips does not count, one that it repeats counts twice. `peak_weekday` is 1
 * for Monday to 7 for Sunday, `peak_hour` 0 to 23; of equal peaks it is the first of the week. Then follow
 * `monday_00` to `sunday_23`. Holidays are dates of the calendar in that zone; where it has several
 * schedules, the holidays of any of them.
 *
 * **Left out:** Tickets: `merged`, `spam`, `through_contact` (it counts through its contact). Contacts:
 * `outbound`.
 *
 * **Interval:** None: hours of one week are no independent sample.
 *
 * **Sources:** S4: Looks for peak hours and times of high volume, to plan the staff by them. It says so of
 * the occupancy rate and of abandoned calls, and gives no formula. Field: Contact centres plan shifts by the
 * arrivals of each weekday and hour.
 *
 * @param arrivals arrivals in each hour of the week, 168 counts from Monday 0 o'clock, holidays apart.
 * @param hours how often each of these hours occurs, as full hours, 168 counts, holidays apart.
 * @param holidayArrivals arrivals on holidays.
 * @param options.level The confidence level of the intervals.
 * @throws {KpiError} `window_required`; in the formula `bad_input` unless `arrivals` and `hours` have 168
 * counts each, or none, `negative` for a negative count. `bad_input` for an input that is not allowed.
 * @example
 * // Four weeks in which two Tuesdays are holidays. Mondays from 9 to 10: 12 ÷ 4 = 3; from 10 to 11: 8 ÷ 4 = 2; Tuesdays from 9 to 10: 10 ÷ 2 = 5, the peak. 3 more arrive on the holidays.
 * arrivalProfile([0, 0, 0, 0, 0, 0, 0, 0, 0, 12, 8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 10, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0], [4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4], 3).value; // "5"
 */
export declare function arrivalProfile(
  arrivals: readonly Count[] | Float64Array,
  hours: readonly Count[] | Float64Array,
  holidayArrivals: Count,
  options?: FormulaOptions,
): Figures;

/**
 * How many tickets come in for each hundred customers.
 *
 * **Formula:** 100 × tickets ÷ mean of the customers at the start and at the end.
 *
 * **Gives:** `rate` (percent, 0 or more), `tickets` (count, 0 or more), `opening` (count, 0 or more),
 * `closing` (count, 0 or more).
 *
 * **Counted:** Tickets of an account by when they were created. Accounts: the customers at the start of the
 * bucket and those at its end.
 *
 * **Left out:** Tickets: `merged`, `spam`, `deleted` (without an answer), `no_account`.
 *
 * **Interval:** None: one total by another has no sampling interval of its own.
 *
 * **Sources:** Field: Contact centres relate contacts to customers, orders or units sold, so that growth by
 * itself does not look like trouble.
 *
 * @param tickets tickets of customers.
 * @param opening customers at the start.
 * @param closing customers at the end.
 * @param options.level The confidence level of the intervals.
 * @throws {KpiError} `window_required`. `bad_input` for an input that is not allowed.
 * @example
 * // 100 customers at the start, 200 at the end, 30 tickets: 100 × 30 ÷ 150.
 * contactRate(30, 100, 200).value; // "20"
 */
export declare function contactRate(
  tickets: Count,
  opening: Count,
  closing: Count,
  options?: FormulaOptions,
): Figures;

/**
 * How many complaints come in for each hundred customers.
 *
 * **Formula:** 100 × complaints ÷ mean of the customers at the start and at the end.
 *
 * **Gives:** `rate` (percent, 0 or more), `complaints` (count, 0 or more), `opening` (count, 0 or more),
 * `closing` (count, 0 or more).
 *
 * **Counted:** Tickets of an account that are marked as a complaint, by when they were created. Accounts: the
 * customers at the start of the bucket and those at its end.
 *
 * **Left out:** Tickets: `merged`, `spam`, `deleted` (without an answer), `no_complaint` (not marked as one,
 * or not known), `no_account`.
 *
 * **Interval:** None: one total by another has no sampling interval of its own.
 *
 * **Sources:** S0: Takes a complaint that is resolved quickly for a chance: business buyers after a costly
 * error that was soon put right are 8 % more loyal than those who had no complaint. It gives no formula for
 * their number.
 *
 * @param complaints complaints of customers.
 * @param opening customers at the start.
 * @param closing customers at the end.
 * @param options.level The confidence level of the intervals.
 * @throws {KpiError} `window_required`. `bad_input` for an input that is not allowed.
 * @example
 * // 100 customers at the start, 200 at the end, 3 complaints: 100 × 3 ÷ 150.
 * complaintRate(3, 100, 200).value; // "2"
 */
export declare function complaintRate(
  complaints: Count,
  opening: Count,
  closing: Count,
  options?: FormulaOptions,
): Figures;

/**
 * The share of issues that self-service kept away from the agents, at most.
 *
 * **Formula:** 100 × sessions with no contact within `link_within` ÷ (those sessions + tickets).
 *
 * **Gives:** `rate` (percent, 0 to 100), `deflected` (count, 0 or more), `tickets` (count, 0 or more).
 *
 * **Counted:** Self-service sessions by when they began, and tickets by when they were created, whoever
 * opened them. A contact is the next ticket that the customer opened, or the next inbound call or chat, of
 * the same account; being handed over to a person is one, too. Within means at most so long after the start
 * of the session. Sessions and tickets count once that time is over at `as_of` (default: the window's end),
 * so that both are of the same time.
 *
 * **Left out:** Sessions: `other_session`, `no_account` (with `anonymous` set to `exclude`), `window_open`,
 * `contacted` (a contact followed in time; its ticket counts). Tickets: `merged`, `spam`, `deleted` (without
 * an answer), `window_open`.
 *
 * **Interval:** Wilson.
 *
 * **Sources:** S1: Names call deflection among the most common figures and wants it reduced, without a
 * formula. That is a slip: what is deflected needs no agent, so higher is better here.
 *
 * @param deflected self-service sessions that no contact followed in time.
 * @param tickets tickets of the same time.
 * @param options.level The confidence level of the intervals.
 * @throws {KpiError} `as_of_required` where no window says when to look; `missing_records` where sessions
 * without `contacted_at` come with neither tickets nor contacts; `bad_parameter`; `bad_input` in the formula
 * for a count that is none, or is more than the whole of which it is a part. `bad_input` for an input that is
 * not allowed.
 * @example
 * // 100 sessions, 10 of them followed by a ticket, and 50 tickets: 100 × 90 ÷ (90 + 50).
 * deflectionRate(90, 50).value; // "64.285714286"
 */
export declare function deflectionRate(deflected: Count, tickets: Count, options?: FormulaOptions): Figures;

/**
 * The share of tickets that are linked to a customer account.
 *
 * **Formula:** 100 × tickets with an account ÷ tickets.
 *
 * **Gives:** `share` (percent, 0 to 100), `linked` (count, 0 or more), `tickets` (count, 0 or more).
 *
 * **Counted:** Tickets by when they were created.
 *
 * **Left out:** `merged`, `spam`, `deleted` (without an answer).
 *
 * **Interval:** Wilson.
 *
 * **Sources:** S3: Sets two duties before anything is measured: every service request belongs to a customer
 * account, and requests are linked with sales.
 *
 * @param linked tickets that name an account.
 * @param tickets tickets.
 * @param options.level The confidence level of the intervals.
 * @throws {KpiError} `bad_input` in the formula where more tickets are linked than there are. `bad_input` for
 * an input that is not allowed.
 * @example
 * // Of 180 tickets 171 name an account: 100 × 171 ÷ 180.
 * accountLinkageRate(171, 180).value; // "95"
 */
export declare function accountLinkageRate(linked: Count, tickets: Count, options?: FormulaOptions): Figures;

/**
 * The share of tickets that are linked to a sale: the one that they are about, or one that came of them.
 *
 * **Formula:** 100 × tickets with an order, or that a conversion names ÷ tickets.
 *
 * **Gives:** `share` (percent, 0 to 100), `linked` (count, 0 or more), `tickets` (count, 0 or more).
 *
 * **Counted:** Tickets by when they were created. A ticket is linked by its own order, or by a conversion of
 * any kind but a refund that names the ticket.
 *
 * **Left out:** `merged`, `spam`, `deleted` (without an answer).
 *
 * **Interval:** Wilson.
 *
 * **Sources:** S3: Sets two duties before anything is measured: every service request belongs to a customer
 * account, and requests are linked with sales.
 *
 * @param linked tickets that are linked to a sale.
 * @param tickets tickets.
 * @param options.level The confidence level of the intervals.
 * @throws {KpiError} `bad_input` in the formula where more tickets are linked than there are. `bad_input` for
 * an input that is not allowed.
 * @example
 * // Of 180 tickets 40 name an order, and 5 others are named by a purchase: 100 × 45 ÷ 180.
 * accountLinkageRateToSale(45, 180).value; // "25"
 */
export declare function accountLinkageRateToSale(
  linked: Count,
  tickets: Count,
  options?: FormulaOptions,
): Figures;

/**
 * The share of contacts that customers gave up before a person answered.
 *
 * **Formula:** 100 × (given up in the menu + in the queue) ÷ (answered + given up + callback + failed); short
 * abandons are in neither.
 *
 * **Gives:** `rate` (percent, 0 to 100), `abandoned` (count, 0 or more), `contacts` (count, 0 or more),
 * `menu_share` (percent, 0 to 100), `queue_share` (percent, 0 to 100).
 *
 * **Counted:** Inbound contacts of the population: answered, abandoned, called back and failed. One that was
 * given up on hold or in the conversation was answered: it is in the denominator alone. Where the step is not
 * known, it is the queue for a contact that reached it, else the menu. The shares of the steps add up to the
 * rate.
 *
 * **Left out:** `outbound`, `self_served` (the menu served it), `not_queued` (with the population `queued`),
 * `short` (given up within 5 s), `waiting` (at `as_of` nobody has answered yet).
 *
 * **Interval:** Wilson.
 *
 * **Sources:** S0: Counts customers who break off a call or chat before their inquiry is resolved, and
 * advises to look at the steps one by one: the variant `before_resolution`. It calls this rate a number. Two
 * thirds of customers break off without a solution because of the wait. S3: Names the share of abandoned
 * requests as a usual stand-in for customer satisfaction. S4: Inbound calls that the caller ends before
 * reaching an agent, by all inbound calls; calls given up in the first five seconds are usually left out: the
 * variant `before_answer`, with the population `all_inbound` where the menu counts. It is the default,
 * because it can be told from the call alone, and because its number is quoted.
 *
 * @param menu contacts given up in the menu.
 * @param queue contacts given up in the queue.
 * @param contacts all contacts of the population, the short abandons apart.
 * @param options.level The confidence level of the intervals.
 * @throws {KpiError} `response_before_creation` where the answer is before the start of the wait,
 * `wrong_order` where an end is before its start, `bad_parameter`; `bad_input` where more contacts are given
 * up than there are. `bad_input` for an input that is not allowed.
 * @example
 * // Of 100 inbound contacts 85 were answered, 5 given up at once, 5 given up later, 3 to be called back, 2 failed: the short ones leave, 100 × 5 ÷ 95.
 * abandonmentRate(0, 5, 95).value; // "5.263157895"
 */
export declare function abandonmentRate(
  menu: Count,
  queue: Count,
  contacts: Count,
  options?: FormulaOptions,
): Figures;

/**
 * The share of contacts that customers gave up before their inquiry was resolved, at any step.
 *
 * **Formula:** 100 × (given up in the menu + in the queue + on hold + in the conversation) ÷ contacts; given
 * up on hold or in the conversation counts unless the inquiry was resolved; short abandons are in neither.
 *
 * **Gives:** `rate` (percent, 0 to 100), `abandoned` (count, 0 or more), `contacts` (count, 0 or more),
 * `menu_share` (percent, 0 to 100), `queue_share` (percent, 0 to 100), `hold_share` (percent, 0 to 100),
 * `conversation_share` (percent, 0 to 100).
 *
 * **Counted:** Inbound contacts of the population whose outcome is known: given up before an answer, given up
 * later, resolved, answered and not resolved, called back, failed. A contact with the step hold or
 * conversation was given up there, whether its outcome says answered or abandoned. Where the step of one that
 * nobody answered is not known, it is the queue for a contact that reached it, else the menu. The shares of
 * the steps add up to the rate.
 *
 * **Left out:** `outbound`, `self_served` (the menu served it), `not_queued` (with the population `queued`),
 * `short` (given up within 5 s), `waiting` (at `as_of` nobody has answered yet), `unknown` (answered, not
 * known to be given up, and not known whether resolved; or not over at `as_of`).
 *
 * **Interval:** Wilson.
 *
 * **Sources:** S0: Counts customers who break off a call or chat before their inquiry is resolved, and
 * advises to look at the steps one by one: the variant `before_resolution`. It calls this rate a number. Two
 * thirds of customers break off without a solution because of the wait. S3: Names the share of abandoned
 * requests as a usual stand-in for customer satisfaction. S4: Inbound calls that the caller ends before
 * reaching an agent, by all inbound calls; calls given up in the first five seconds are usually left out: the
 * variant `before_answer`, with the population `all_inbound` where the menu counts. It is the default,
 * because it can be told from the call alone, and because its number is quoted.
 *
 * @param menu contacts given up in the menu.
 * @param queue contacts given up in the queue.
 * @param hold contacts given up on hold, unresolved.
 * @param conversation contacts given up in the conversation, unresolved.
 * @param contacts all contacts of the population whose outcome is known, the short abandons apart.
 * @param options.level The confidence level of the intervals.
 * @throws {KpiError} `response_before_creation` where the answer is before the start of the wait,
 * `wrong_order` where an end is before its start, `bad_parameter`; `bad_input` where more contacts are given
 * up than there are. `bad_input` for an input that is not allowed.
 * @example
 * // 6 resolved, 2 hung up in the conversation, 2 in the queue: 100 × (2 + 2) ÷ 10.
 * abandonmentRateBeforeResolution(0, 2, 0, 2, 10).value; // "40"
 */
export declare function abandonmentRateBeforeResolution(
  menu: Count,
  queue: Count,
  hold: Count,
  conversation: Count,
  contacts: Count,
  options?: FormulaOptions,
): Figures;

/**
 * The share of contacts that a person answered, and what became of the others.
 *
 * **Formula:** 100 × answered ÷ (answered + abandoned + callback + failed); short abandons are in neither.
 *
 * **Gives:** `rate` (percent, 0 to 100), `abandoned_share` (percent, 0 to 100), `callback_share` (percent, 0
 * to 100), `failed_share` (percent, 0 to 100), `contacts` (count, 0 or more).
 *
 * **Counted:** Inbound contacts of the population, the same as for the abandonment rate, so that the four
 * shares add up to 100. A contact that the customer gave up on hold or in the conversation was answered.
 *
 * **Left out:** `outbound`, `self_served` (the menu served it), `not_queued` (with the population `queued`),
 * `short` (given up within 5 s), `waiting` (at `as_of` nobody has answered yet).
 *
 * **Interval:** Wilson.
 *
 * **Sources:** Field: Every contact centre has it as the counterpart of the abandonment rate. S2: Lists AR
 * among the figures to raise, and spells it out as accounts receivable: a slip. It may mean the answer rate,
 * but defines none.
 *
 * @param answered contacts that a person answered.
 * @param abandoned contacts that the customer gave up before an answer, the short ones apart.
 * @param callback contacts that ended with the promise to call back.
 * @param failed contacts that failed: overflow or disconnection.
 * @param options.level The confidence level of the intervals.
 * @throws {KpiError} `response_before_creation` where the answer is before the start of the wait,
 * `wrong_order` where an end is before its start, `bad_parameter`. `bad_input` for an input that is not
 * allowed.
 * @example
 * // Of 100 inbound contacts 5 were short and are left out: 100 × 85 ÷ (85 + 5 + 3 + 2) = 8,500 ÷ 95.
 * answerRate(85, 5, 3, 2).value; // "89.473684211"
 */
export declare function answerRate(
  answered: Count,
  abandoned: Count,
  callback: Count,
  failed: Count,
  options?: FormulaOptions,
): Figures;

/**
 * How long the work on a contact takes: talk, hold and the work afterwards.
 *
 * **Formula:** talk + hold + wrap-up of each answered contact or leg; the mean over all of them.
 *
 * **Gives:** `mean` (seconds, 0 or more), `median` (seconds, 0 or more), `p90` (seconds, 0 or more), `p95`
 * (seconds, 0 or more), `min` (seconds, 0 or more), `max` (seconds, 0 or more), `count` (count, 0 or more).
 *
 * **Counted:** Contacts that a person answered, also those that the customer gave up on hold or in the
 * conversation; by direction, inbound where nothing is said. Where the legs of a contact are given, each leg
 * counts instead of it, when its agent took it. All are pooled: it is the mean of the legs, not of the
 * agents' means.
 *
 * **Left out:** `outbound` or `inbound` (not the direction asked for), `abandoned` (before an answer),
 * `self_served`, `callback`, `failed`, `unanswered` (at `as_of` nobody has answered yet), `through_legs` (its
 * legs count), `unknown` (the talk is not known); an unknown hold or wrap-up is 0.
 *
 * **Interval:** Mean: Student's t. Median and other quantiles: binomial order statistics.
 *
 * **Sources:** S2: Wants the average length of calls for each department, as a sign of how productive a team
 * is: the variant `call_length`. Field: Average handle time is talk, hold and the work after the contact, for
 * each leg that an agent handled.
 *
 * @param durations handle times in seconds: talk, hold and work afterwards.
 * @param options.bands Cuts that give the share of records in each band: `band_0_3600` is 0 to 3,600 s, both
 * included; `band_3600_14400` is above 3,600 s and up to 14,400 s; `band_14400_up` is above it.
 * @param options.quantiles `exact` keeps every value and gives R's type 7; `sketch` keeps counts in bins,
 * gives the middle of the bin that holds the type 1 quantile, and states the largest relative error.
 * @param options.level The confidence level of the intervals.
 * @throws {KpiError} `response_before_creation` where the answer is before the start of the wait,
 * `wrong_order` where an end is before its start, `bad_parameter`; `negative` for a negative duration;
 * `missing_field` where tables come one after the other and `through_legs` is not given, because then nobody
 * can look for the legs. `bad_input` for an input that is not allowed.
 * @example
 * // 180 + 30 + 20, 60 + 0 + 0 and 80 + 0 + 20 seconds: 390 s ÷ 3.
 * handleTime([230, 60, 100]).value; // "130"
 */
export declare function handleTime(
  durations: readonly Seconds[] | Float64Array,
  options?: FormulaOptions & { bands?: readonly Seconds[]; quantiles?: "exact" | "sketch"; },
): Figures;

/**
 * How long a contact lasts from the answer to its end: talk and hold.
 *
 * **Formula:** talk + hold of each answered contact or leg; the mean over all of them.
 *
 * **Gives:** `mean` (seconds, 0 or more), `median` (seconds, 0 or more), `p90` (seconds, 0 or more), `p95`
 * (seconds, 0 or more), `min` (seconds, 0 or more), `max` (seconds, 0 or more), `count` (count, 0 or more).
 *
 * **Counted:** Contacts that a person answered, also those that the customer gave up on hold or in the
 * conversation; by direction, inbound where nothing is said. Where the legs of a contact are given, each leg
 * counts instead of it, when its agent took it. All are pooled: it is the mean of the legs, not of the
 * agents' means.
 *
 * **Left out:** `outbound` or `inbound` (not the direction asked for), `abandoned` (before an answer),
 * `self_served`, `callback`, `failed`, `unanswered` (at `as_of` nobody has answered yet), `through_legs` (its
 * legs count), `unknown` (the talk is not known); an unknown hold or wrap-up is 0.
 *
 * **Interval:** Mean: Student's t. Median and other quantiles: binomial order statistics.
 *
 * **Sources:** S2: Wants the average length of calls for each department, as a sign of how productive a team
 * is: the variant `call_length`. Field: Average handle time is talk, hold and the work after the contact, for
 * each leg that an agent handled.
 *
 * @param durations lengths of contacts in seconds: talk and hold.
 * @param options.bands Cuts that give the share of records in each band: `band_0_3600` is 0 to 3,600 s, both
 * included; `band_3600_14400` is above 3,600 s and up to 14,400 s; `band_14400_up` is above it.
 * @param options.quantiles `exact` keeps every value and gives R's type 7; `sketch` keeps counts in bins,
 * gives the middle of the bin that holds the type 1 quantile, and states the largest relative error.
 * @param options.level The confidence level of the intervals.
 * @throws {KpiError} `response_before_creation` where the answer is before the start of the wait,
 * `wrong_order` where an end is before its start, `bad_parameter`; `negative` for a negative duration;
 * `missing_field` where tables come one after the other and `through_legs` is not given, because then nobody
 * can look for the legs. `bad_input` for an input that is not allowed.
 * @example
 * // 180 + 30, 60 + 0 and 60 + 30 seconds: 360 s ÷ 3.
 * handleTimeCallLength([210, 60, 90]).value; // "120"
 */
export declare function handleTimeCallLength(
  durations: readonly Seconds[] | Float64Array,
  options?: FormulaOptions & { bands?: readonly Seconds[]; quantiles?: "exact" | "sketch"; },
): Figures;

/**
 * How long customers and agents talk, hold and work afterwards not included.
 *
 * **Formula:** talk of each answered contact or leg; the mean over all of them.
 *
 * **Gives:** `mean` (seconds, 0 or more), `median` (seconds, 0 or more), `p90` (seconds, 0 or more), `p95`
 * (seconds, 0 or more), `min` (seconds, 0 or more), `max` (seconds, 0 or more), `count` (count, 0 or more).
 *
 * **Counted:** Contacts that a person answered, also those that the customer gave up on hold or in the
 * conversation; by direction, inbound where nothing is said. Where the legs of a contact are given, each leg
 * counts instead of it, when its agent took it. All are pooled: it is the mean of the legs, not of the
 * agents' means.
 *
 * **Left out:** `outbound` or `inbound` (not the direction asked for), `abandoned` (before an answer),
 * `self_served`, `callback`, `failed`, `unanswered` (at `as_of` nobody has answered yet), `through_legs` (its
 * legs count), `unknown` (the talk is not known); an unknown hold or wrap-up is 0.
 *
 * **Interval:** Mean: Student's t. Median and other quantiles: binomial order statistics.
 *
 * **Sources:** S2: Wants the average length of calls for each department, as a sign of how productive a team
 * is: the variant `call_length`. Field: Average handle time is talk, hold and the work after the contact, for
 * each leg that an agent handled.
 *
 * @param durations times in conversation in seconds.
 * @param options.bands Cuts that give the share of records in each band: `band_0_3600` is 0 to 3,600 s, both
 * included; `band_3600_14400` is above 3,600 s and up to 14,400 s; `band_14400_up` is above it.
 * @param options.quantiles `exact` keeps every value and gives R's type 7; `sketch` keeps counts in bins,
 * gives the middle of the bin that holds the type 1 quantile, and states the largest relative error.
 * @param options.level The confidence level of the intervals.
 * @throws {KpiError} `response_before_creation` where the answer is before the start of the wait,
 * `wrong_order` where an end is before its start, `bad_parameter`; `negative` for a negative duration;
 * `missing_field` where tables come one after the other and `through_legs` is not given, because then nobody
 * can look for the legs. `bad_input` for an input that is not allowed.
 * @example
 * // Three conversations of 180, 60 and 90 s: 330 s ÷ 3.
 * handleTimeTalkTime([180, 60, 90]).value; // "110"
 */
export declare function handleTimeTalkTime(
  durations: readonly Seconds[] | Float64Array,
  options?: FormulaOptions & { bands?: readonly Seconds[]; quantiles?: "exact" | "sketch"; },
): Figures;

/**
 * How long agents work on a contact after it has ended: notes, forms, follow-up.
 *
 * **Formula:** wrap-up of each answered contact or leg, 0 where there was none; the mean over all of them.
 *
 * **Gives:** `mean` (seconds, 0 or more), `median` (seconds, 0 or more), `p90` (seconds, 0 or more), `p95`
 * (seconds, 0 or more), `min` (seconds, 0 or more), `max` (seconds, 0 or more), `count` (count, 0 or more).
 *
 * **Counted:** Contacts that a person answered, also those that the customer gave up on hold or in the
 * conversation; by direction, inbound where nothing is said. Where the legs of a contact are given, each leg
 * counts instead of it, when its agent took it. All are pooled: it is the mean of the legs, not of the
 * agents' means.
 *
 * **Left out:** `outbound` or `inbound` (not the direction asked for), `abandoned` (before an answer),
 * `self_served`, `callback`, `failed`, `unanswered` (at `as_of` nobody has answered yet), `through_legs` (its
 * legs count); an unknown wrap-up is 0.
 *
 * **Interval:** Mean: Student's t. Median and other quantiles: binomial order statistics.
 *
 * **Sources:** Field: Average handle time is talk, hold and the work after the contact, for each leg that an
 * agent handled.
 *
 * @param durations times of work afterwards in seconds, 0 where there was none.
 * @param options.bands Cuts that give the share of records in each band: `band_0_3600` is 0 to 3,600 s, both
 * included; `band_3600_14400` is above 3,600 s and up to 14,400 s; `band_14400_up` is above it.
 * @param options.quantiles `exact` keeps every value and gives R's type 7; `sketch` keeps counts in bins,
 * gives the middle of the bin that holds the type 1 quantile, and states the largest relative error.
 * @param options.level The confidence level of the intervals.
 * @throws {KpiError} `response_before_creation` where the answer is before the start of the wait,
 * `wrong_order` where an end is before its start, `bad_parameter`; `negative` for a negative duration;
 * `missing_field` where tables come one after the other and `through_legs` is not given, because then nobody
 * can look for the legs. `bad_input` for an input that is not allowed.
 * @example
 * // 20 s, none and 40 s of work afterwards: 60 s ÷ 3.
 * handleTimeAfterContactWorkTime([20, 0, 40]).value; // "20"
 */
export declare function handleTimeAfterContactWorkTime(
  durations: readonly Seconds[] | Float64Array,
  options?: FormulaOptions & { bands?: readonly Seconds[]; quantiles?: "exact" | "sketch"; },
): Figures;

/**
 * How much of the time for which agents are available they spend on customers; parallel work counts once.
 *
 * **Formula:** 100 × available time in which at least one conversation is handled ÷ available time.
 *
 * **Gives:** `rate` (percent, 0 to 100), `handling` (seconds, 0 or more), `available` (seconds, 0 or more).
 *
 * **Counted:** Handling is talk, hold and the work after each contact that was answered, outbound ones
 * included: from the answer to its end and the wrap-up, or for as long as talk, hold and wrap-up take,
 * whichever is later. Where the legs of a contact are given, it is that of each leg for its agent. Available
 * time is the shift less breaks, training, meetings and time off; plans do not count. Both are clipped to the
 * bucket and added up over agents before they are divided (ruling B29).
 *
 * **Left out:** Nothing; time that is not in the denominator is no candidate, and an agent or a team that has
 * no other time has no row.
 *
 * **Interval:** None: it is time by time, not a sample.
 *
 * **Sources:** S4: Time that agents spend on customers ÷ their available working time, times 100: the variant
 * `union`, because an agent cannot be busy for more than all of it. Quotes SQM Group for what is usual. S2:
 * Names a rating of how engaged the staff is in the work, drawn from the response time, without a formula;
 * here it is read as occupancy.
 *
 * @param handling time in seconds, within the available time, in which something was handled.
 * @param available time in seconds for which agents were available.
 * @param options.level The confidence level of the intervals.
 * @throws {KpiError} `missing_records` without agents' times, or without the contacts or legs that are
 * handled; `missing_field` where tables come one after the other and work spans are not given, because then
 * nobody can make them; `wrong_order`, `unknown_word`; `bad_input` where a part is more than its whole.
 * `bad_input` for an input that is not allowed.
 * @example
 * // 6 h of handling in a shift of 8 h with 1 h of break: 100 × 6 ÷ 7.
 * occupancyRate(21600, 25200).value; // "85.714285714"
 */
export declare function occupancyRate(
  handling: Seconds,
  available: Seconds,
  options?: FormulaOptions,
): Figures;

/**
 * How much handling there is for each hundred of available time; parallel chats add up, so it can pass 100.
 *
 * **Formula:** 100 × Σ handling of each conversation within available time ÷ available time.
 *
 * **Gives:** `rate` (percent, 0 or more), `handling` (seconds, 0 or more), `available` (seconds, 0 or more).
 *
 * **Counted:** Handling is talk, hold and the work after each contact that was answered, outbound ones
 * included: from the answer to its end and the wrap-up, or for as long as talk, hold and wrap-up take,
 * whichever is later. Where the legs of a contact are given, it is that of each leg for its agent. Available
 * time is the shift less breaks, training, meetings and time off; plans do not count. Both are clipped to the
 * bucket and added up over agents before they are divided (ruling B29).
 *
 * **Left out:** Nothing; time that is not in the denominator is no candidate, and an agent or a team that has
 * no other time has no row.
 *
 * **Interval:** None: it is time by time, not a sample.
 *
 * **Sources:** S4: Time that agents spend on customers ÷ their available working time, times 100: the variant
 * `union`, because an agent cannot be busy for more than all of it. Quotes SQM Group for what is usual. S2:
 * Names a rating of how engaged the staff is in the work, drawn from the response time, without a formula;
 * here it is read as occupancy.
 *
 * @param handling handling time in seconds, within the available time, of all conversations.
 * @param available time in seconds for which agents were available.
 * @param options.level The confidence level of the intervals.
 * @throws {KpiError} `missing_records` without agents' times, or without the contacts or legs that are
 * handled; `missing_field` where tables come one after the other and work spans are not given, because then
 * nobody can make them; `wrong_order`, `unknown_word`; `bad_input` where a part is more than its whole.
 * `bad_input` for an input that is not allowed.
 * @example
 * // Three parallel chats of 10 min in 10 min: 100 × 30 ÷ 10.
 * occupancyRateConcurrent(1800, 600).value; // "300"
 */
export declare function occupancyRateConcurrent(
  handling: Seconds,
  available: Seconds,
  options?: FormulaOptions,
): Figures;

/**
 * How much of the paid time agents spend on customers.
 *
 * **Formula:** 100 × paid time in which at least one conversation is handled ÷ paid time.
 *
 * **Gives:** `rate` (percent, 0 to 100), `handling` (seconds, 0 or more), `paid` (seconds, 0 or more).
 *
 * **Counted:** Handling is talk, hold and the work after each contact that was answered, outbound ones
 * included: from the answer to its end and the wrap-up, or for as long as talk, hold and wrap-up take,
 * whichever is later. Where the legs of a contact are given, it is that of each leg for its agent. It counts
 * in paid time of any state. Both are clipped to the bucket and added up over agents before they are divided
 * (ruling B29).
 *
 * **Left out:** Nothing; time that is not in the denominator is no candidate, and an agent or a team that has
 * no other time has no row.
 *
 * **Interval:** None: it is time by time, not a sample.
 *
 * **Sources:** Field: Workforce management measures agents' time by state, and what is paid, planned and
 * handled in it.
 *
 * @param handling paid time in seconds in which something was handled.
 * @param paid paid time in seconds.
 * @param options.level The confidence level of the intervals.
 * @throws {KpiError} `missing_records` without agents' times, or without the contacts or legs that are
 * handled; `missing_field` where tables come one after the other and work spans are not given, because then
 * nobody can make them; `wrong_order`, `unknown_word`; `bad_input` where a part is more than its whole.
 * `bad_input` for an input that is not allowed.
 * @example
 * // 6 h of handling in a shift of 8 h whose break is paid: 100 × 6 ÷ 8.
 * utilization(21600, 28800).value; // "75"
 */
export declare function utilization(handling: Seconds, paid: Seconds, options?: FormulaOptions): Figures;

/**
 * How much of the paid time agents are not there for customers: paid breaks, training, meetings, time off.
 *
 * **Formula:** 100 × paid time in another state than available ÷ paid time.
 *
 * **Gives:** `rate` (percent, 0 to 100), `unavailable` (seconds, 0 or more), `paid` (seconds, 0 or more).
 *
 * **Counted:** Paid time of facts, not of plans, clipped to the bucket and added up over agents. Where times
 * overlap, off goes before break, meeting, training and available.
 *
 * **Left out:** Nothing; time that is not in the denominator is no candidate, and an agent or a team that has
 * no other time has no row.
 *
 * **Interval:** None: it is time by time, not a sample.
 *
 * **Sources:** Field: Workforce management measures agents' time by state, and what is paid, planned and
 * handled in it.
 *
 * @param unavailable paid time in seconds in which agents were not available.
 * @param paid paid time in seconds.
 * @param options.level The confidence level of the intervals.
 * @throws {KpiError} `missing_records` without agents' times, or without the contacts or legs that are
 * handled; `missing_field` where tables come one after the other and work spans are not given, because then
 * nobody can make them; `wrong_order`, `unknown_word`; `bad_input` where a part is more than its whole.
 * `bad_input` for an input that is not allowed.
 * @example
 * // A paid break of 30 min, a meeting of 1 h and a training of 1 h in a shift of 8 h: 100 × 2.5 ÷ 8.
 * utilizationShrinkage(9000, 28800).value; // "31.25"
 */
export declare function utilizationShrinkage(
  unavailable: Seconds,
  paid: Seconds,
  options?: FormulaOptions,
): Figures;

/**
 * How much of the planned time agents are in the state that was planned.
 *
 * **Formula:** 100 × planned time in which the state is the planned one ÷ planned time.
 *
 * **Gives:** `rate` (percent, 0 to 100), `adherent` (seconds, 0 or more), `planned` (seconds, 0 or more).
 *
 * **Counted:** Time for which there is a plan (`scheduled`), clipped to the bucket and added up over agents.
 * Planned time in which nothing is known of the agent is not adherent, unless the plan is `off`: nobody was
 * there, as planned.
 *
 * **Left out:** Nothing; time that is not in the denominator is no candidate, and an agent or a team that has
 * no other time has no row.
 *
 * **Interval:** None: it is time by time, not a sample.
 *
 * **Sources:** Field: Workforce management measures agents' time by state, and what is paid, planned and
 * handled in it.
 *
 * @param adherent planned time in seconds in which agents did what was planned.
 * @param planned planned time in seconds.
 * @param options.level The confidence level of the intervals.
 * @throws {KpiError} `missing_records` without agents' times, or without the contacts or legs that are
 * handled; `missing_field` where tables come one after the other and work spans are not given, because then
 * nobody can make them; `wrong_order`, `unknown_word`; `bad_input` where a part is more than its whole.
 * `bad_input` for an input that is not allowed.
 * @example
 * // Half an hour late for a shift of 8 h: 100 × 7.5 ÷ 8.
 * utilizationScheduleAdherence(27000, 28800).value; // "93.75"
 */
export declare function utilizationScheduleAdherence(
  adherent: Seconds,
  planned: Seconds,
  options?: FormulaOptions,
): Figures;

/**
 * How many contacts agents handle in each hour for which they are available.
 *
 * **Formula:** handled contacts ÷ available hours.
 *
 * **Gives:** `rate` (ratio, 0 or more), `contacts` (count, 0 or more), `available` (seconds, 0 or more).
 *
 * **Counted:** Contacts that an agent answered, also those given up later, on hold or in the conversation, by
 * the answer; by direction, inbound where nothing is said. Where the legs of a contact are given, each leg
 * counts instead of it, for its agent, when the agent took it. Available time is the shift less breaks,
 * training, meetings and time off, clipped to the bucket. It divides one total of the bucket by the other.
 *
 * **Left out:** `outbound` or `inbound` (not the direction asked for), `abandoned` (before an answer),
 * `self_served`, `callback`, `failed`, `unanswered` (at `as_of` nobody has answered yet), `through_legs` (its
 * legs count), `no_agent`, `off_shift` (it begins when its agent is on no shift; not with `off_shift` =
 * `include`), `unanswered` also where nobody knows when, `unknown` (whether the agent was on shift is not
 * known).
 *
 * **Interval:** None: one total by another has no sampling interval of its own.
 *
 * **Sources:** S2: Ranks its best support workers by the calls that each processes in an hour, to see who
 * needs training; it warns of customers who judge unfairly. Its rating of workload, which has no formula, is
 * read as this KPI, too. Field: Workforce management measures agents' time by state, and what is paid,
 * planned and handled in it.
 *
 * @param contacts contacts that agents handled.
 * @param available time in seconds for which agents were available.
 * @param options.level The confidence level of the intervals.
 * @throws {KpiError} `missing_records` without agents' times, or without the contacts or legs that are
 * handled; `missing_field` where tables come one after the other and work spans are not given, because then
 * nobody can make them; `wrong_order`, `unknown_word`; `bad_input` where a part is more than its whole.
 * `bad_input` for an input that is not allowed.
 * @example
 * // 84 calls in 7 available hours.
 * contactsPerHour(84, 25200).value; // "12"
 */
export declare function contactsPerHour(
  contacts: Count,
  available: Seconds,
  options?: FormulaOptions,
): Figures;

/**
 * How many tickets an agent resolves in a workday.
 *
 * **Formula:** tickets resolved by people ÷ workdays of agents.
 *
 * **Gives:** `rate` (ratio, 0 or more), `tickets` (count, 0 or more), `workdays` (count, 0 or more).
 *
 * **Counted:** Tickets in the bucket of their last resolution. Workdays: for each agent, the dates in the
 * report's zone on which a shift begins; two shifts on one date are one workday (ruling B30). A shift is all
 * time that lies together, breaks included, so one that runs past midnight begins once.
 *
 * **Left out:** Tickets: `merged`, `spam`, `deleted` (without an answer), `no_agent` (nobody is named who
 * resolved it, or it was no person); `open` is what is not resolved at the end of the bucket. Plans and time
 * off are no candidates.
 *
 * **Interval:** None: one total by another has no sampling interval of its own.
 *
 * **Sources:** S0: Names two things: how many tickets an agent completes in a workday, hence the default, and
 * how many turns the exchange with the customer takes. It gives no formula. S4: Takes the tickets resolved in
 * a time for a general measure of what a team gets done.
 *
 * @param tickets tickets that people resolved.
 * @param workdays dates on which agents began to work, for each agent.
 * @param options.level The confidence level of the intervals.
 * @throws {KpiError} `wrong_order`, `unknown_word`; `missing_field` where tables come one after the other and
 * `first_of_day` is not given, because then nobody can look for the other shifts. `bad_input` for an input
 * that is not allowed.
 * @example
 * // 12 tickets in two shifts of 4 h on one date: one workday.
 * employeeProductivity(12, 1).value; // "12"
 */
export declare function employeeProductivity(
  tickets: Count,
  workdays: Count,
  options?: FormulaOptions,
): Figures;

/**
 * How many tickets an agent resolves in eight hours of work, whatever the length of the shifts.
 *
 * **Formula:** tickets resolved by people ÷ (time of agents' shifts ÷ 8 h).
 *
 * **Gives:** `rate` (ratio, 0 or more), `tickets` (count, 0 or more), `time` (seconds, 0 or more).
 *
 * **Counted:** Tickets in the bucket of their last resolution. Time: agents' shifts in any state but off,
 * breaks, training and meetings included; overlapping times of one agent count once; clipped to the bucket.
 *
 * **Left out:** Tickets: `merged`, `spam`, `deleted` (without an answer), `no_agent` (nobody is named who
 * resolved it, or it was no person); `open` is what is not resolved at the end of the bucket. Plans and time
 * off are no candidates.
 *
 * **Interval:** None: one total by another has no sampling interval of its own.
 *
 * **Sources:** S0: Names two things: how many tickets an agent completes in a workday, hence the default, and
 * how many turns the exchange with the customer takes. It gives no formula. S4: Takes the tickets resolved in
 * a time for a general measure of what a team gets done.
 *
 * @param tickets tickets that people resolved.
 * @param time length of the agents' shifts in seconds.
 * @param options.level The confidence level of the intervals.
 * @throws {KpiError} `missing_records` without agents' times, or without the contacts or legs that are
 * handled; `missing_field` where tables come one after the other and work spans are not given, because then
 * nobody can make them; `wrong_order`, `unknown_word`; `bad_input` where a part is more than its whole.
 * `bad_input` for an input that is not allowed.
 * @example
 * // 12 tickets in two shifts of 4 h: 12 ÷ (8 ÷ 8).
 * employeeProductivityPer8Hours(12, 28800).value; // "12"
 */
export declare function employeeProductivityPer8Hours(
  tickets: Count,
  time: Seconds,
  options?: FormulaOptions,
): Figures;

/**
 * How many exchanges with a person a ticket takes.
 *
 * **Formula:** exchanges ÷ tickets with at least one; an exchange is a message of the customer and the next
 * reply of a person.
 *
 * **Gives:** `rate` (ratio, 0 or more), `exchanges` (count, 0 or more), `tickets` (count, 0 or more).
 *
 * **Counted:** Waits for a reply that a person ended, the first one of a ticket included, each in the bucket
 * in which it opened; and the different tickets of these. Several messages before one reply are one exchange
 * (ruling B30).
 *
 * **Left out:** `unanswered` (nobody has replied yet).
 *
 * **Interval:** None: one total by another has no sampling interval of its own.
 *
 * **Sources:** S0: Names two things: how many tickets an agent completes in a workday, hence the default, and
 * how many turns the exchange with the customer takes. It gives no formula. S4: Takes the tickets resolved in
 * a time for a general measure of what a team gets done.
 *
 * @param exchanges exchanges: a message of the customer and the reply of a person.
 * @param tickets tickets with at least one exchange.
 * @param options.level The confidence level of the intervals.
 * @throws {KpiError} None of its own. `bad_input` for an input that is not allowed.
 * @example
 * // One ticket with 4 questions and answers, another with one: 5 ÷ 2.
 * employeeProductivityExchangesPerTicket(5, 2).value; // "2.5"
 */
export declare function employeeProductivityExchangesPerTicket(
  exchanges: Count,
  tickets: Count,
  options?: FormulaOptions,
): Figures;

/**
 * How many agents it takes to answer so many contacts as fast as was promised, if nobody gives up.
 *
 * **Formula:** load = contacts × handle time ÷ interval; the fewest agents N for which 1 − P(wait) × exp(−(N
 * − load) × target ÷ handle time) reaches the service level, P(wait) by Erlang C; scheduled = agents ÷ (1 −
 * shrinkage), rounded up.
 *
 * **Gives:** `agents` (count, 0 or more), `scheduled` (count, 0 or more), `load` (ratio, 0 or more),
 * `service_level` (percent, 0 to 100), `occupancy` (percent, 0 to 100), `wait` (seconds, 0 or more).
 *
 * **Counted:** Inbound contacts that reached the queue, answered, given up or still waiting, by when they
 * joined it. Handle time: the mean over the answered ones of talk, hold and work afterwards; where the talk
 * is not known, from the answer to the end, and the work afterwards. The bucket's length is the interval, as
 * far as it is over at `as_of`.
 *
 * **Left out:** `outbound`, `self_served`, `callback`, `failed`, `not_queued`. An answered contact of unknown
 * length is in the volume, not in the handle time.
 *
 * **Interval:** None: it is a model's answer to what is given, not a sample.
 *
 * **Sources:** S2: Wants a schedule of the staff that fits the work, so that good service costs little; it
 * gives no formula. S4: Wants more people where volume or occupancy peaks, so that customers wait less; it
 * gives no formula. A. K. Erlang, 1917: The chance of waiting for one of N servers with random arrivals and
 * exponential service.
 *
 * @param contacts contacts that come in during the interval.
 * @param interval length of the interval in seconds.
 * @param handleTime mean handle time of a contact in seconds.
 * @param options.serviceLevel How many percent of the contacts must be answered within the target.
 * @param options.target Within how many seconds a contact must be answered to count for the service level.
 * @param options.shrinkage How many percent of their paid time agents are not available; `scheduled` has so
 * many more agents.
 * @param options.maxOccupancy Above how many percent agents must not be occupied, whatever the service level;
 * 100 sets no bound.
 * @param options.agents How good the service of so many agents is, instead of how many it takes.
 * @param options.level The confidence level of the intervals.
 * @throws {KpiError} `response_before_creation` where the answer is before the start of the wait,
 * `wrong_order` where an end is before its start, `bad_parameter`; `window_required` over records;
 * `overloaded` where the agents given cannot carry the load, or it is more than a million Erlangs (over
 * records the figures are undefined); `bad_input` for an interval or a patience of 0; `negative`. `bad_input`
 * for an input that is not allowed.
 * @example
 * // 400 × 180 ÷ 3,600 = 20 Erlangs. With 23 agents 70.2 percent are answered within 20 s, with 24 agents 80.9.
 * requiredAgents(400, 3600, 180).value; // "24"
 */
export declare function requiredAgents(
  contacts: Count,
  interval: Seconds,
  handleTime: Seconds,
  options?: FormulaOptions & { serviceLevel?: number | string; target?: Seconds; shrinkage?: number | string; maxOccupancy?: number | string; agents?: Count; },
): Figures;

/**
 * How many agents it takes to answer so many contacts as fast as was promised, if customers give up when
 * their patience ends.
 *
 * **Formula:** load = contacts × handle time ÷ interval; the fewest agents for which the share of all
 * contacts that is answered within the target reaches the service level, by Erlang A; scheduled = agents ÷ (1
 * − shrinkage), rounded up.
 *
 * **Gives:** `agents` (count, 0 or more), `scheduled` (count, 0 or more), `load` (ratio, 0 or more),
 * `service_level` (percent, 0 to 100), `occupancy` (percent, 0 to 100), `wait` (seconds, 0 or more).
 *
 * **Counted:** Inbound contacts that reached the queue, answered, given up or still waiting, by when they
 * joined it. Handle time: the mean over the answered ones of talk, hold and work afterwards; where the talk
 * is not known, from the answer to the end, and the work afterwards. The bucket's length is the interval, as
 * far as it is over at `as_of`.
 *
 * **Left out:** `outbound`, `self_served`, `callback`, `failed`, `not_queued`. An answered contact of unknown
 * length is in the volume, not in the handle time.
 *
 * **Interval:** None: it is a model's answer to what is given, not a sample.
 *
 * **Sources:** S2: Wants a schedule of the staff that fits the work, so that good service costs little; it
 * gives no formula. S4: Wants more people where volume or occupancy peaks, so that customers wait less; it
 * gives no formula. C. Palm, 1946: The waiting line whose customers give up after exponential times, known as
 * Erlang A.
 *
 * @param contacts contacts that come in during the interval.
 * @param interval length of the interval in seconds.
 * @param handleTime mean handle time of a contact in seconds.
 * @param patience seconds after which waiting customers give up, the mean of all.
 * @param options.serviceLevel How many percent of the contacts must be answered within the target.
 * @param options.target Within how many seconds a contact must be answered to count for the service level.
 * @param options.shrinkage How many percent of their paid time agents are not available; `scheduled` has so
 * many more agents.
 * @param options.maxOccupancy Above how many percent agents must not be occupied, whatever the service level;
 * 100 sets no bound.
 * @param options.agents How good the service of so many agents is, instead of how many it takes.
 * @param options.level The confidence level of the intervals.
 * @throws {KpiError} `response_before_creation` where the answer is before the start of the wait,
 * `wrong_order` where an end is before its start, `bad_parameter`; `window_required` over records;
 * `overloaded` where the agents given cannot carry the load, or it is more than a million Erlangs (over
 * records the figures are undefined); `bad_input` for an interval or a patience of 0; `negative`. `bad_input`
 * for an input that is not allowed.
 * @example
 * // 400 × 180 ÷ 3,600 = 20 Erlangs, and customers give up after 60 s on average. With 20 agents 78.6 percent are answered within 20 s, with 21 agents 83.3.
 * requiredAgentsErlangA(400, 3600, 180, 60).value; // "21"
 */
export declare function requiredAgentsErlangA(
  contacts: Count,
  interval: Seconds,
  handleTime: Seconds,
  patience: Seconds,
  options?: FormulaOptions & { serviceLevel?: number | string; target?: Seconds; shrinkage?: number | string; maxOccupancy?: number | string; agents?: Count; },
): Figures;

/**
 * The share of answers in the two best points of the scale.
 *
 * **Formula:** 100 × satisfied ÷ answers; satisfied: 4, 5 of 5; 6, 7 of 7; 9, 10 of 10; on a scale where low
 * is good the two lowest.
 *
 * **Gives:** `share` (percent, 0 to 100), `answers` (count, 0 or more).
 *
 * **Counted:** Answers of the wanted kind with a score, each once.
 *
 * **Left out:** `other_kind`, `replaced` (the same survey was answered again), `unanswered`.
 *
 * **Interval:** Wilson.
 *
 * **Sources:** S4: Satisfied customers by all who answered, times 100; above 50 is good, 70 or more
 * excellent, for whom it does not say. Who counts as satisfied it leaves open: here the two best answers of
 * the scale (ruling B31). Taken literally it counts customers, as `latest_per_customer` does. S1: The mean of
 * all ratings on a scale from 1 to 10: the variant `mean`. S4's share is the default, because what is quoted
 * are shares. It also lets customers rate before they have met an agent; such answers are of another moment.
 * S2: Calls the satisfaction rate very important and gathers feedback, for instance in a mailbox for it; it
 * gives no formula. S3: Finds that service is mostly judged by satisfaction, from abandoned requests and
 * feedback, and takes retention for the better test. S0: Puts customers' own judgement beside what can be
 * measured; it gives no formula.
 *
 * @param satisfied answers in the two best points of the scale.
 * @param answers all answers.
 * @param options.level The confidence level of the intervals.
 * @throws {KpiError} `out_of_scale`, `mixed_scales` (answers on different scales in one measure), `bad_scale`
 * (fewer than three points). `bad_input` for an input that is not allowed.
 * @example
 * // 2,206 of 2,688 travellers rated the airport 4 or 5: 100 × 2,206 ÷ 2,688.
 * csat(2206, 2688).value; // "82.068452381"
 */
export declare function csat(satisfied: Count, answers: Count, options?: FormulaOptions): Figures;

/**
 * The mean answer on the declared scale.
 *
 * **Formula:** sum of scores ÷ answers.
 *
 * **Gives:** `mean` (score, the declared scale), `answers` (count, 0 or more).
 *
 * **Counted:** Answers of the wanted kind with a score, each once.
 *
 * **Left out:** `other_kind`, `replaced` (the same survey was answered again), `unanswered`.
 *
 * **Interval:** Student's t; none for fewer than two answers.
 *
 * **Sources:** S4: Satisfied customers by all who answered, times 100; above 50 is good, 70 or more
 * excellent, for whom it does not say. Who counts as satisfied it leaves open: here the two best answers of
 * the scale (ruling B31). Taken literally it counts customers, as `latest_per_customer` does. S1: The mean of
 * all ratings on a scale from 1 to 10: the variant `mean`. S4's share is the default, because what is quoted
 * are shares. It also lets customers rate before they have met an agent; such answers are of another moment.
 * S2: Calls the satisfaction rate very important and gathers feedback, for instance in a mailbox for it; it
 * gives no formula. S3: Finds that service is mostly judged by satisfaction, from abandoned requests and
 * feedback, and takes retention for the better test. S0: Puts customers' own judgement beside what can be
 * measured; it gives no formula.
 *
 * @param scores the answers.
 * @param scaleMin the lowest point of the scale.
 * @param scaleMax the highest point of the scale.
 * @param options.level The confidence level of the intervals.
 * @throws {KpiError} `out_of_scale`, `mixed_scales` (answers on different scales in one measure), `bad_scale`
 * (fewer than three points). `bad_input` for an input that is not allowed.
 * @example
 * // The twelve scores add up to 65: 65 ÷ 12.
 * csatMean([7, 6, 5, 7, 4, 6, 7, 3, 5, 6, 7, 2], 1, 7).value; // "5.416666667"
 */
export declare function csatMean(
  scores: readonly Score[] | Float64Array,
  scaleMin: Count,
  scaleMax: Count,
  options?: FormulaOptions,
): Figures;

/**
 * The share of customers whose latest answer is in the two best points of the scale.
 *
 * **Formula:** 100 × customers whose latest answer is satisfied ÷ customers who answered; latest within the
 * bucket and group, of several at one instant the lowest.
 *
 * **Gives:** `share` (percent, 0 to 100), `customers` (count, 0 or more).
 *
 * **Counted:** Customers with at least one answer of the wanted kind; each once in every bucket and group.
 *
 * **Left out:** `other_kind`, `replaced`, `unanswered`, `no_account` (whose answer it is is not known).
 *
 * **Interval:** Wilson.
 *
 * **Sources:** S4: Satisfied customers by all who answered, times 100; above 50 is good, 70 or more
 * excellent, for whom it does not say. Who counts as satisfied it leaves open: here the two best answers of
 * the scale (ruling B31). Taken literally it counts customers, as `latest_per_customer` does. S1: The mean of
 * all ratings on a scale from 1 to 10: the variant `mean`. S4's share is the default, because what is quoted
 * are shares. It also lets customers rate before they have met an agent; such answers are of another moment.
 * S2: Calls the satisfaction rate very important and gathers feedback, for instance in a mailbox for it; it
 * gives no formula. S3: Finds that service is mostly judged by satisfaction, from abandoned requests and
 * feedback, and takes retention for the better test. S0: Puts customers' own judgement beside what can be
 * measured; it gives no formula.
 *
 * @param satisfied customers whose latest answer is in the two best points of the scale.
 * @param customers all customers who answered.
 * @param options.level The confidence level of the intervals.
 * @throws {KpiError} `out_of_scale`, `mixed_scales` (answers on different scales in one measure), `bad_scale`
 * (fewer than three points). `bad_input` for an input that is not allowed.
 * @example
 * // One customer answers 5, 5 and last 1, another answers 1: no latest answer is 4 or 5; 100 × 0 ÷ 2.
 * csatLatestPerCustomer(0, 2).value; // "0"
 */
export declare function csatLatestPerCustomer(
  satisfied: Count,
  customers: Count,
  options?: FormulaOptions,
): Figures;

/**
 * Net Promoter Score: how many more would recommend the company than would not.
 *
 * **Formula:** 100 × (promoters − detractors) ÷ answers; promoters answer 9 or 10 of 0 to 10, detractors 0
 * to 6.
 *
 * **Gives:** `score` (index, −100 to 100), `promoter_share` (percent, 0 to 100), `passive_share` (percent, 0
 * to 100), `detractor_share` (percent, 0 to 100), `answers` (count, 0 or more).
 *
 * **Counted:** Answers of the wanted kind from 0 to 10, each once; passives (7, 8) are in the denominator.
 *
 * **Left out:** `other_kind`, `replaced`, `unanswered`.
 *
 * **Interval:** Adjusted Wald (three quarters of an answer added to each end, one and a half to the middle),
 * clipped to −100 and 100. Shares: Wilson.
 *
 * **Sources:** S1: Percentage of promoters (9, 10) less percentage of detractors (up to 6), of answers from 0
 * to 10. S4: The same, with 7 and 8 as passives. The mean of SaaS companies in its report of 2024, on over
 * 200 of them, is 35.7; it writes 35.7 %, but an index is no percentage. S0: Calls it net reporter score,
 * which is a slip: what it describes, how likely customers recommend, is this score. It gives no formula. S2:
 * Calls it customer loyalty index: positive ratings less the share of negative ones, where a positive one is
 * of a client who would recommend without reserve. It names no scale. B. Rocks (2016), Interval estimation
 * for the Net Promoter Score, The American Statistician: Adjusted Wald and score intervals cover best.
 *
 * @param promoters answers of 9 and 10.
 * @param passives answers of 7 and 8.
 * @param detractors answers from 0 to 6.
 * @param options.level The confidence level of the intervals.
 * @throws {KpiError} `bad_scale` where the scale is not 0 to 10; `out_of_scale`. `bad_input` for an input
 * that is not allowed.
 * @example
 * // 100 × (60 − 15) ÷ 100.
 * nps(60, 25, 15).value; // "45"
 */
export declare function nps(
  promoters: Count,
  passives: Count,
  detractors: Count,
  options?: FormulaOptions,
): Figures;

/**
 * The share of customers who say that it was easy to get their issue resolved.
 *
 * **Formula:** 100 × easy ÷ answers; easy: the two best points of a scale of up to five points, the three
 * best of a longer one, at the end that the survey declares.
 *
 * **Gives:** `share` (percent, 0 to 100), `answers` (count, 0 or more).
 *
 * **Counted:** Answers of the wanted kind with a score, each once.
 *
 * **Left out:** `other_kind`, `replaced`, `unanswered`.
 *
 * **Interval:** Wilson.
 *
 * **Sources:** S4: A survey of how easily the issue was resolved. Answers that say easy by all answers, times
 * 100: the variant `share`, the default, because it alone is a formula over a survey. Quotes Gartner: under
 * 70 % needs work. High is good. S2: Speaks of how easy a company makes things for its customers, and yet
 * wants the score low. That is a slip: low is good only where effort is counted, and it gives no formula that
 * does. S1: Difficult issues (more than three interactions) less easy ones (one or two): the variant
 * `by_interactions`, where low is good. It asks no customer, and says nothing of three interactions: they are
 * neither.
 *
 * @param easy answers that agree that it was easy.
 * @param answers all answers.
 * @param options.level The confidence level of the intervals.
 * @throws {KpiError} `out_of_scale`, `mixed_scales`, `bad_scale` (fewer than three points). `bad_input` for
 * an input that is not allowed.
 * @example
 * // Coded 1 = very easy, the answers 1, 1, 2 and 5: three are easy, 100 × 3 ÷ 4.
 * customerEffortScore(3, 4).value; // "75"
 */
export declare function customerEffortScore(easy: Count, answers: Count, options?: FormulaOptions): Figures;

/**
 * The mean answer to how easy it was, on the declared scale.
 *
 * **Formula:** sum of scores ÷ answers; it is better at the end that the survey declares as easy.
 *
 * **Gives:** `mean` (score, the declared scale), `answers` (count, 0 or more).
 *
 * **Counted:** Answers of the wanted kind with a score, each once.
 *
 * **Left out:** `other_kind`, `replaced`, `unanswered`.
 *
 * **Interval:** Student's t; none for fewer than two answers.
 *
 * **Sources:** S4: A survey of how easily the issue was resolved. Answers that say easy by all answers, times
 * 100: the variant `share`, the default, because it alone is a formula over a survey. Quotes Gartner: under
 * 70 % needs work. High is good. S2: Speaks of how easy a company makes things for its customers, and yet
 * wants the score low. That is a slip: low is good only where effort is counted, and it gives no formula that
 * does. S1: Difficult issues (more than three interactions) less easy ones (one or two): the variant
 * `by_interactions`, where low is good. It asks no customer, and says nothing of three interactions: they are
 * neither.
 *
 * @param scores the answers.
 * @param scaleMin the lowest point of the scale.
 * @param scaleMax the highest point of the scale.
 * @param options.level The confidence level of the intervals.
 * @throws {KpiError} `out_of_scale`, `mixed_scales` (also the same scale in both directions), `bad_scale`.
 * `bad_input` for an input that is not allowed.
 * @example
 * // The answers 1, 1, 2 and 5 on 1 to 5: (1 + 1 + 2 + 5) ÷ 4.
 * customerEffortScoreMean([1, 1, 2, 5], 1, 5).value; // "2.25"
 */
export declare function customerEffortScoreMean(
  scores: readonly Score[] | Float64Array,
  scaleMin: Count,
  scaleMax: Count,
  options?: FormulaOptions,
): Figures;

/**
 * How many more tickets were difficult than easy, by how often people had to answer.
 *
 * **Formula:** 100 × (difficult − easy) ÷ tickets; easy: one or two interactions, neutral: three, difficult:
 * more; an interaction is a public reply by a person, or the call or chat that the ticket was born of.
 *
 * **Gives:** `score` (index, −100 to 100), `easy_share` (percent, 0 to 100), `neutral_share` (percent, 0 to
 * 100), `difficult_share` (percent, 0 to 100), `tickets` (count, 0 or more).
 *
 * **Counted:** Tickets with at least one interaction.
 *
 * **Left out:** `merged`, `spam`, `deleted` (without an interaction), `no_interaction`.
 *
 * **Interval:** Adjusted Wald, clipped to −100 and 100. Shares: Wilson.
 *
 * **Sources:** S4: A survey of how easily the issue was resolved. Answers that say easy by all answers, times
 * 100: the variant `share`, the default, because it alone is a formula over a survey. Quotes Gartner: under
 * 70 % needs work. High is good. S2: Speaks of how easy a company makes things for its customers, and yet
 * wants the score low. That is a slip: low is good only where effort is counted, and it gives no formula that
 * does. S1: Difficult issues (more than three interactions) less easy ones (one or two): the variant
 * `by_interactions`, where low is good. It asks no customer, and says nothing of three interactions: they are
 * neither.
 *
 * @param easy tickets with one or two interactions.
 * @param neutral tickets with three interactions.
 * @param difficult tickets with more than three interactions.
 * @param options.level The confidence level of the intervals.
 * @throws {KpiError} `as_of_counts` where `as_of` is given: a count of replies carries no instants, so it
 * cannot be asked as of a day. `bad_input` for an input that is not allowed.
 * @example
 * // Five easy, two neutral and three difficult tickets: 100 × (3 − 5) ÷ 10.
 * customerEffortScoreByInteractions(5, 2, 3).value; // "-20"
 */
export declare function customerEffortScoreByInteractions(
  easy: Count,
  neutral: Count,
  difficult: Count,
  options?: FormulaOptions,
): Figures;

/**
 * The share of delivered invitations that were answered within seven days.
 *
 * **Formula:** 100 × delivered invitations answered within the time ÷ delivered invitations; both by the day
 * of delivery.
 *
 * **Gives:** `rate` (percent, 0 to 100), `answered` (count, 0 or more), `delivered` (count, 0 or more).
 *
 * **Counted:** Surveys with an instant of delivery whose time is over at `as_of` (default: the window's end),
 * answered or not.
 *
 * **Left out:** `other_kind`, `replaced` (the same survey was answered again, and counts once),
 * `undelivered`, `window_open`.
 *
 * **Interval:** Wilson.
 *
 * **Sources:** S4: Wants customers asked at the right time, when they can have an opinion; it names no rate.
 * Field: Survey teams know it as response rate: answers by invitations delivered.
 *
 * @param answered invitations that were answered in time.
 * @param delivered invitations that were delivered.
 * @param options.level The confidence level of the intervals.
 * @throws {KpiError} `as_of_required` where neither a window nor `as_of` says when to look; `bad_input` in
 * the formula where more are answered than delivered. `bad_input` for an input that is not allowed.
 * @example
 * // Of 600 delivered invitations 174 were answered within seven days: 100 × 174 ÷ 600.
 * surveyResponseRate(174, 600).value; // "29"
 */
export declare function surveyResponseRate(
  answered: Count,
  delivered: Count,
  options?: FormulaOptions,
): Figures;

/**
 * How many five-star reviews were posted.
 *
 * **Formula:** reviews with all the stars that can be given.
 *
 * **Gives:** `reviews` (count, 0 or more).
 *
 * **Counted:** Reviews with all the stars that can be given: `stars` equal to `scale_max`, which is 5 where
 * it is null.
 *
 * **Left out:** `unrated` (no stars), `other_rating` (fewer than all stars).
 *
 * **Interval:** None: it is a count.
 *
 * **Sources:** S1: Names three numbers: how many five-star ratings a company gets, how long it takes to get
 * them, and how often one comes. It gives no formula for any.
 *
 * @param reviews five-star reviews.
 * @param options.level The confidence level of the intervals.
 * @throws {KpiError} `out_of_scale`, `bad_scale`. `bad_input` for an input that is not allowed.
 * @example
 * // Of 20 reviews 12 have five stars of five.
 * positiveReviews(12).value; // "12"
 */
export declare function positiveReviews(reviews: Count, options?: FormulaOptions): Figures;

/**
 * The share of five-star reviews in all reviews with stars.
 *
 * **Formula:** 100 × five-star reviews ÷ reviews with stars.
 *
 * **Gives:** `share` (percent, 0 to 100), `five_star` (count, 0 or more), `reviews` (count, 0 or more).
 *
 * **Counted:** Reviews with stars; five-star is a review with all the stars that can be given: `stars` equal
 * to `scale_max`, which is 5 where it is null.
 *
 * **Left out:** `unrated` (no stars).
 *
 * **Interval:** Wilson.
 *
 * **Sources:** S1: Names three numbers: how many five-star ratings a company gets, how long it takes to get
 * them, and how often one comes. It gives no formula for any.
 *
 * @param fiveStar five-star reviews.
 * @param reviews all reviews with stars.
 * @param options.level The confidence level of the intervals.
 * @throws {KpiError} `out_of_scale`, `bad_scale`; `bad_input` in the formula where more have five stars than
 * there are. `bad_input` for an input that is not allowed.
 * @example
 * // Of 20 reviews 12 have five stars of five: 100 × 12 ÷ 20.
 * positiveReviewsShare(12, 20).value; // "60"
 */
export declare function positiveReviewsShare(
  fiveStar: Count,
  reviews: Count,
  options?: FormulaOptions,
): Figures;

/**
 * How often five-star reviews are given: how many were posted for each hundred customers.
 *
 * **Formula:** 100 × five-star reviews ÷ mean of the customers at the start and at the end.
 *
 * **Gives:** `rate` (percent, 0 or more), `reviews` (count, 0 or more), `opening` (count, 0 or more),
 * `closing` (count, 0 or more).
 *
 * **Counted:** Reviews with all the stars that can be given, whether or not their account is known, by when
 * they were posted; and the accounts that are customers at the start and at the end of the bucket.
 *
 * **Left out:** `unrated` (no stars), `other_rating` (fewer than all stars).
 *
 * **Interval:** None: one total by another has no sampling interval of its own.
 *
 * **Sources:** S1: Names three numbers: how many five-star ratings a company gets, how long it takes to get
 * them, and how often one comes. It gives no formula for any.
 *
 * @param reviews five-star reviews.
 * @param opening customers at the start.
 * @param closing customers at the end.
 * @param options.level The confidence level of the intervals.
 * @throws {KpiError} `window_required`, `out_of_scale`, `bad_scale`. `bad_input` for an input that is not
 * allowed.
 * @example
 * // 6 five-star reviews, 100 customers at the start and 200 at the end: 100 × 6 ÷ 150.
 * positiveReviewsPer100Customers(6, 100, 200).value; // "4"
 */
export declare function positiveReviewsPer100Customers(
  reviews: Count,
  opening: Count,
  closing: Count,
  options?: FormulaOptions,
): Figures;

/**
 * How long it takes until a five-star review is posted.
 *
 * **Formula:** instant of the review − end of what it speaks of: the ticket's resolution, else the
 * conversion.
 *
 * **Gives:** `mean` (seconds, 0 or more), `median` (seconds, 0 or more), `p90` (seconds, 0 or more), `p95`
 * (seconds, 0 or more), `min` (seconds, 0 or more), `max` (seconds, 0 or more), `count` (count, 0 or more).
 *
 * **Counted:** Reviews with all the stars that can be given and with an instant of their subject, by when
 * they were posted. A report over whole tables finds it: when the named ticket was resolved, else when the
 * named conversion happened.
 *
 * **Left out:** `unrated` (no stars), `other_rating` (fewer than all stars), `unknown` (when its subject
 * ended is not known), `open` (posted before its subject ended, as when a ticket is reopened and resolved
 * again).
 *
 * **Interval:** Mean: Student's t. Median and other quantiles: binomial order statistics.
 *
 * **Sources:** S1: Names three numbers: how many five-star ratings a company gets, how long it takes to get
 * them, and how often one comes. It gives no formula for any.
 *
 * @param durations times from the resolution or conversion to the five-star review in seconds.
 * @param options.bands Cuts that give the share of records in each band: `band_0_3600` is 0 to 3,600 s, both
 * included; `band_3600_14400` is above 3,600 s and up to 14,400 s; `band_14400_up` is above it.
 * @param options.quantiles `exact` keeps every value and gives R's type 7; `sketch` keeps counts in bins,
 * gives the middle of the bin that holds the type 1 quantile, and states the largest relative error.
 * @param options.level The confidence level of the intervals.
 * @throws {KpiError} `out_of_scale`, `bad_scale`; `missing_records` where neither `subject_at` nor tickets or
 * conversions are given. `bad_input` for an input that is not allowed.
 * @example
 * // Reviews one, two and five days after the resolution: 8 days ÷ 3 = 230,400 s.
 * positiveReviewsTimeToReview([86400, 172800, 432000]).value; // "230400"
 */
export declare function positiveReviewsTimeToReview(
  durations: readonly Seconds[] | Float64Array,
  options?: FormulaOptions & { bands?: readonly Seconds[]; quantiles?: "exact" | "sketch"; },
): Figures;

/**
 * How much more of the labelled feedback is positive than negative, in reviews and tickets together.
 *
 * **Formula:** 100 × (positive − negative) ÷ labelled; labelled: positive, neutral and negative together.
 *
 * **Gives:** `index` (index, −100 to 100), `positive` (count, 0 or more), `neutral` (count, 0 or more),
 * `negative` (count, 0 or more), `count` (count, 0 or more).
 *
 * **Counted:** Reviews by when they were posted and tickets by when they were created, with a label. A review
 * of a ticket and that ticket are two pieces of feedback.
 *
 * **Left out:** `merged`, `spam` (tickets), `unlabelled`.
 *
 * **Interval:** Adjusted Wald, as of the Net Promoter Score, clipped to −100 and 100.
 *
 * **Sources:** S2: Its loyalty index is positive ratings less the share of negative ones. Of recommendations,
 * its own example, that is `nps`; here it is of any feedback. S0: What customers think of a company can also
 * be drawn from the content and number of complaints and public reviews.
 *
 * @param positive feedback labelled positive.
 * @param neutral feedback labelled neutral.
 * @param negative feedback labelled negative.
 * @param options.level The confidence level of the intervals.
 * @throws {KpiError} `unknown_word` where a label is none of positive, neutral and negative. `bad_input` for
 * an input that is not allowed.
 * @example
 * // 50 positive, 30 neutral and 20 negative: 100 × (50 − 20) ÷ 100.
 * netSentiment(50, 30, 20).value; // "30"
 */
export declare function netSentiment(
  positive: Count,
  neutral: Count,
  negative: Count,
  options?: FormulaOptions,
): Figures;

/**
 * How many more of the labelled reviews are positive than negative.
 *
 * **Formula:** 100 × (positive − negative) ÷ labelled; labelled: positive, neutral and negative together.
 *
 * **Gives:** `index` (index, −100 to 100), `positive` (count, 0 or more), `neutral` (count, 0 or more),
 * `negative` (count, 0 or more), `count` (count, 0 or more).
 *
 * **Counted:** Reviews with a label, by when they were posted.
 *
 * **Left out:** `unlabelled`.
 *
 * **Interval:** Adjusted Wald, as of the Net Promoter Score, clipped to −100 and 100.
 *
 * **Sources:** S2: Its loyalty index is positive ratings less the share of negative ones. Of recommendations,
 * its own example, that is `nps`; here it is of any feedback. S0: What customers think of a company can also
 * be drawn from the content and number of complaints and public reviews.
 *
 * @param positive feedback labelled positive.
 * @param neutral feedback labelled neutral.
 * @param negative feedback labelled negative.
 * @param options.level The confidence level of the intervals.
 * @throws {KpiError} `unknown_word` where a label is none of positive, neutral and negative. `bad_input` for
 * an input that is not allowed.
 * @example
 * // Of ten reviews 6 are positive, 1 is neutral and 3 are negative: 100 × (6 − 3) ÷ 10.
 * netSentimentReviews(6, 1, 3).value; // "30"
 */
export declare function netSentimentReviews(
  positive: Count,
  neutral: Count,
  negative: Count,
  options?: FormulaOptions,
): Figures;

/**
 * How many more of the labelled tickets are positive than negative.
 *
 * **Formula:** 100 × (positive − negative) ÷ labelled; labelled: positive, neutral and negative together.
 *
 * **Gives:** `index` (index, −100 to 100), `positive` (count, 0 or more), `neutral` (count, 0 or more),
 * `negative` (count, 0 or more), `count` (count, 0 or more).
 *
 * **Counted:** Tickets with a label, by when they were created.
 *
 * **Left out:** `merged`, `spam` (tickets), `unlabelled`.
 *
 * **Interval:** Adjusted Wald, as of the Net Promoter Score, clipped to −100 and 100.
 *
 * **Sources:** S2: Its loyalty index is positive ratings less the share of negative ones. Of recommendations,
 * its own example, that is `nps`; here it is of any feedback. S0: What customers think of a company can also
 * be drawn from the content and number of complaints and public reviews.
 *
 * @param positive feedback labelled positive.
 * @param neutral feedback labelled neutral.
 * @param negative feedback labelled negative.
 * @param options.level The confidence level of the intervals.
 * @throws {KpiError} `unknown_word` where a label is none of positive, neutral and negative. `bad_input` for
 * an input that is not allowed.
 * @example
 * // Of ten tickets 1 is positive, 5 are neutral and 4 are negative: 100 × (1 − 4) ÷ 10.
 * netSentimentTickets(1, 5, 4).value; // "-30"
 */
export declare function netSentimentTickets(
  positive: Count,
  neutral: Count,
  negative: Count,
  options?: FormulaOptions,
): Figures;

/**
 * The mean rating that customers give an agent.
 *
 * **Formula:** sum of scores ÷ answers, by agent.
 *
 * **Gives:** `mean` (score, the declared scale), `answers` (count, 0 or more).
 *
 * **Counted:** Answers of the wanted kind with a score and an agent. Where the answer names no agent, a
 * report over whole tables takes who resolved its ticket, else who answered its contact.
 *
 * **Left out:** `other_kind`, `replaced`, `unanswered`, `no_agent`.
 *
 * **Interval:** Student's t; none for fewer than two answers.
 *
 * **Sources:** S2: Customers who are asked tell how well an employee helped; some of them judge unfairly, for
 * reasons of their own. S4: Looks for agents whose satisfaction scores are always high, to learn from them.
 *
 * @param scores the answers.
 * @param scaleMin the lowest point of the scale.
 * @param scaleMax the highest point of the scale.
 * @param options.level The confidence level of the intervals.
 * @throws {KpiError} `out_of_scale`, `mixed_scales`, `bad_scale` (fewer than three points). `bad_input` for
 * an input that is not allowed.
 * @example
 * // Four customers rated the agent 5, 4, 5 and 3: 17 ÷ 4.
 * agentRating([5, 4, 5, 3], 1, 5).value; // "4.25"
 */
export declare function agentRating(
  scores: readonly Score[] | Float64Array,
  scaleMin: Count,
  scaleMax: Count,
  options?: FormulaOptions,
): Figures;

/**
 * The share of answers about how work is organized that lie in the two worst points of the scale.
 *
 * **Formula:** 100 × dissatisfied ÷ answers; dissatisfied: 1, 2 of 5; 1, 2 of 7; 1, 2 of 10; on a scale where
 * low is good the two highest.
 *
 * **Gives:** `share` (percent, 0 to 100), `dissatisfied` (count, 0 or more), `answers` (count, 0 or more).
 *
 * **Counted:** Answers of the wanted kind with a score, each once. The neutral ones are in the denominator.
 *
 * **Left out:** `other_kind`, `replaced` (the same survey was answered again), `unanswered`.
 *
 * **Interval:** Wilson.
 *
 * **Sources:** S2: How inviting the office seems to customers: the number of negative answers to whether they
 * like its environment and organization.
 *
 * @param dissatisfied answers in the two worst points of the scale.
 * @param answers all answers.
 * @param options.level The confidence level of the intervals.
 * @throws {KpiError} `out_of_scale`, `mixed_scales` (answers on different scales in one measure), `bad_scale`
 * (fewer than three points). `bad_input` for an input that is not allowed.
 * @example
 * // Answers 1, 2, 3 and 4 of 5: 1 and 2 are dissatisfied, 3 is neutral: 100 × 2 ÷ 4.
 * dissatisfactionWithOrganization(2, 4).value; // "50"
 */
export declare function dissatisfactionWithOrganization(
  dissatisfied: Count,
  answers: Count,
  options?: FormulaOptions,
): Figures;

/**
 * The mean score, from 0 to 100, of conversations that were reviewed by a scorecard.
 *
 * **Formula:** score of a review = 100 × sum of weight × mark ÷ highest mark, over the criteria that apply, ÷
 * sum of their weights; the mean is over reviews.
 *
 * **Gives:** `mean` (score, the declared scale), `median` (score, the declared scale), `count` (count, 0 or
 * more), `failed` (count, 0 or more).
 *
 * **Counted:** Reviews: the records that share an id, each of them one criterion, by when the conversation
 * was, else by when it was reviewed. Each review's score is rounded once to 9 decimal places. Null weighs 1,
 * and marks end at 100 where no scale is given. `failed`: reviews in which a critical criterion has a mark
 * of 0.
 *
 * **Left out:** `not_applicable`: criteria that do not apply, or weigh nothing; a review without any other is
 * in no figure.
 *
 * **Interval:** Mean: Student's t over the reviews; none for fewer than two. Median: binomial order
 * statistics.
 *
 * **Sources:** S2: What to look at: knowledge of products and services, tone and voice, eagerness to help,
 * and, by mistake under first call resolution, greeting, clear speech and keeping to the script. Mystery
 * shopping is how it was first checked. S0: Mystery shoppers show how a service is felt from outside. S3:
 * Quotes Gallup: customers who found a service courteous, willing and helpful were nine times as likely to be
 * engaged, those who found it speedy six times. So quality weighs more than speed; S0 has customers recommend
 * a fast answer over one that helps.
 *
 * @param reviews for each mark, the number of its review.
 * @param marks the marks of all criteria that apply.
 * @param weights the weight of each.
 * @param scaleMax the highest mark.
 * @param options.level The confidence level of the intervals.
 * @throws {KpiError} `out_of_scale`, `bad_scale`; `missing_field` where a criterion has no mark and is not
 * said to be not applicable; `duplicate_id` where a review has a criterion twice; `negative` where a weight
 * is below 0; `bad_input` in the formula where the lists are not of one length. `bad_input` for an input that
 * is not allowed.
 * @example
 * // One review with weights 40, 20, 20, 20 and marks 100, 50, not applicable, 50: (40 × 100 + 20 × 50 + 20 × 50) ÷ 80. As a 0, what does not apply would make it 60.
 * qualityScore([1, 1, 1], [100, 50, 50], [40, 20, 20], 100).value; // "75"
 */
export declare function qualityScore(
  reviews: readonly Count[] | Float64Array,
  marks: readonly Score[] | Float64Array,
  weights: readonly Score[] | Float64Array,
  scaleMax: Count,
  options?: FormulaOptions,
): Figures;

/**
 * The mean mark of each criterion, from 0 to 100: what is done well, and what has to be trained.
 *
 * **Formula:** mean of 100 × mark ÷ highest mark, by criterion.
 *
 * **Gives:** `mean` (score, the declared scale), `median` (score, the declared scale), `count` (count, 0 or
 * more).
 *
 * **Counted:** Marks of criteria that apply, by when the conversation was, else by when it was reviewed; each
 * is rounded once to 9 decimal places. Grouped by criterion where nothing else is asked for. Weights are not
 * read: within a criterion they change nothing.
 *
 * **Left out:** `not_applicable`.
 *
 * **Interval:** Mean: Student's t; none for fewer than two marks. Median: binomial order statistics.
 *
 * **Sources:** S2: What to look at: knowledge of products and services, tone and voice, eagerness to help,
 * and, by mistake under first call resolution, greeting, clear speech and keeping to the script. Mystery
 * shopping is how it was first checked. S0: Mystery shoppers show how a service is felt from outside. S3:
 * Quotes Gallup: customers who found a service courteous, willing and helpful were nine times as likely to be
 * engaged, those who found it speedy six times. So quality weighs more than speed; S0 has customers recommend
 * a fast answer over one that helps.
 *
 * @param marks the marks of one criterion, in all reviews to which it applies.
 * @param scaleMax the highest mark.
 * @param options.level The confidence level of the intervals.
 * @throws {KpiError} `out_of_scale`, `bad_scale`; `missing_field` where a criterion has no mark and is not
 * said to be not applicable; `duplicate_id` where a review has a criterion twice. `bad_input` for an input
 * that is not allowed.
 * @example
 * // A greeting marked 100, 50 and 50 of 100: 200 ÷ 3.
 * qualityScoreByCriterion([100, 50, 50], 100).value; // "66.666666667"
 */
export declare function qualityScoreByCriterion(
  marks: readonly Score[] | Float64Array,
  scaleMax: Count,
  options?: FormulaOptions,
): Figures;

/**
 * How far the company's own score of its service lies above that of the customers, on the same tickets.
 *
 * **Formula:** mean own score − mean score of the customers, both from 0 to 100 and over tickets that have
 * both; own: weighted score of the ticket's criteria; customers: mean of 100 × (score − lowest) ÷ (highest −
 * lowest point of the scale).
 *
 * **Gives:** `gap` (score, any), `own` (score, the declared scale), `customers` (score, the declared scale),
 * `tickets` (count, 0 or more).
 *
 * **Counted:** Tickets with a quality review and an answer of the wanted kind in the same bucket and group;
 * reviews by when the conversation was, else by when it was reviewed, answers by when they were given. Each
 * ticket's two scores are rounded once to 9 decimal places. A ticket with several reviews has one score of
 * all their criteria by weight; with several answers, their mean. On a scale where low is good answers are
 * turned round.
 *
 * **Left out:** `not_applicable` (criteria that do not apply, or weigh nothing), `no_ticket` (a review or
 * answer that names none), `other_kind`, `replaced`, `unanswered`.
 *
 * **Interval:** Gap: Student's t over the differences of each ticket. Own and customers: Student's t; they
 * are of the same tickets, so do not compare their intervals, but look at that of the gap.
 *
 * **Sources:** S0: Up to 80 % of companies believe that their service is superior; customers say so of fewer
 * than 10 %. S2: Asking customers shows directly how well an employee helped.
 *
 * @param own the own score of each ticket, from 0 to 100.
 * @param customers the score that its customer gave, from 0 to 100.
 * @param options.level The confidence level of the intervals.
 * @throws {KpiError} `out_of_scale`, `bad_scale`; `missing_field` where a criterion has no mark and is not
 * said to be not applicable; `duplicate_id` where a review has a criterion twice; `bad_scale` also where an
 * answer's scale has fewer than three points; `mixed_scales` where answers are on different ones; `negative`
 * where a weight is below 0; `bad_input` in the formula where the lists are not of one length. `bad_input`
 * for an input that is not allowed.
 * @example
 * // Own scores 90 and 80, customers' 75 and 50: 85 − 62.5.
 * qualityScorePerceptionGap([90, 80], [75, 50]).value; // "22.5"
 */
export declare function qualityScorePerceptionGap(
  own: readonly Score[] | Float64Array,
  customers: readonly Score[] | Float64Array,
  options?: FormulaOptions,
): Figures;

/**
 * How often self-service was used.
 *
 * **Formula:** self-service sessions.
 *
 * **Gives:** `visits` (count, 0 or more).
 *
 * **Counted:** Sessions of every kind by when they began, with or without an account.
 *
 * **Left out:** Nothing.
 *
 * **Interval:** None: it is a count.
 *
 * **Sources:** S4: How often customers open the knowledge base or the articles of the help center. It calls
 * this a rate, but means a number: the variant `visits`.
 *
 * @param visits self-service sessions.
 * @param options.level The confidence level of the intervals.
 * @throws {KpiError} `bad_input`. `bad_input` for an input that is not allowed.
 * @example
 * // In January 3,100 sessions began: 3,100.
 * selfServiceUtilization(3100).value; // "3100"
 */
export declare function selfServiceUtilization(visits: Count, options?: FormulaOptions): Figures;

/**
 * How often self-service was used for each hundred customers.
 *
 * **Formula:** 100 × sessions ÷ mean of the customers at the start and at the end.
 *
 * **Gives:** `rate` (percent, 0 or more), `visits` (count, 0 or more), `opening` (count, 0 or more),
 * `closing` (count, 0 or more).
 *
 * **Counted:** Sessions of every kind by when they began. Accounts: the customers at the start of the bucket
 * and those at its end.
 *
 * **Left out:** Sessions: `no_account`.
 *
 * **Interval:** None: one total by another has no sampling interval of its own.
 *
 * **Sources:** S4: How often customers open the knowledge base or the articles of the help center. It calls
 * this a rate, but means a number: the variant `visits`.
 *
 * @param visits self-service sessions of customers.
 * @param opening customers at the start.
 * @param closing customers at the end.
 * @param options.level The confidence level of the intervals.
 * @throws {KpiError} `window_required`. `bad_input` for an input that is not allowed.
 * @example
 * // 100 customers at the start, 200 at the end, 300 sessions: 100 × 300 ÷ 150.
 * selfServiceUtilizationPer100Accounts(300, 100, 200).value; // "200"
 */
export declare function selfServiceUtilizationPer100Accounts(
  visits: Count,
  opening: Count,
  closing: Count,
  options?: FormulaOptions,
): Figures;

/**
 * The share of all customer issues that self-service solved, by the customers' own word.
 *
 * **Formula:** 100 × sessions that were said to be solved and that no contact followed within `link_within` ÷
 * (sessions + tickets with no session of the same account within `link_within` before).
 *
 * **Gives:** `share` (percent, 0 to 100), `completed` (count, 0 or more), `issues` (count, 0 or more).
 *
 * **Counted:** An issue counts once: a session by when it began, and a ticket by when it was created where no
 * session of its account began within `link_within` before it. A contact is the next ticket that the customer
 * opened, or the next inbound call or chat, of the same account, or being handed over to a person. Sessions
 * and tickets count once that time is over at `as_of` (default: the window's end).
 *
 * **Left out:** Sessions: `no_account` (with `anonymous` set to `exclude`), `window_open`. Tickets: `merged`,
 * `spam`, `deleted` (without an answer), `through_session` (the issue counts through the session),
 * `window_open`.
 *
 * **Interval:** Wilson.
 *
 * **Sources:** S4: Asks after a visit whether the issue is solved, and divides the successes by all customer
 * issues, times 100: the variant `of_issues`. It also speaks of the share of customers; its formula decides.
 * Quotes Gartner's mean of 14 %.
 *
 * @param completed sessions whose visitor said solved, and made no contact.
 * @param issues issues: sessions, and tickets that no session of the customer came before.
 * @param options.level The confidence level of the intervals.
 * @throws {KpiError} `as_of_required` where no window says when to look; `missing_records` where sessions
 * without `contacted_at` come with neither tickets nor contacts; `bad_parameter`; `bad_input` in the formula
 * for a count that is none, or is more than the whole of which it is a part. `bad_input` for an input that is
 * not allowed.
 * @example
 * // 100 sessions, 20 of them said to be solved, and 50 tickets, 10 of them after a session: 100 × 20 ÷ (100 + 40).
 * selfServiceCompletionRate(20, 140).value; // "14.285714286"
 */
export declare function selfServiceCompletionRate(
  completed: Count,
  issues: Count,
  options?: FormulaOptions,
): Figures;

/**
 * The share of self-service sessions that solved the issue, by the customers' own word.
 *
 * **Formula:** 100 × sessions that were said to be solved and that no contact followed within `link_within` ÷
 * sessions.
 *
 * **Gives:** `share` (percent, 0 to 100), `completed` (count, 0 or more), `sessions` (count, 0 or more).
 *
 * **Counted:** Sessions by when they began. A contact is the next ticket that the customer opened, or the
 * next inbound call or chat, of the same account, or being handed over to a person. A session counts once
 * that time is over at `as_of` (default: the window's end).
 *
 * **Left out:** `no_account` (with `anonymous` set to `exclude`), `window_open`.
 *
 * **Interval:** Wilson.
 *
 * **Sources:** S4: Asks after a visit whether the issue is solved, and divides the successes by all customer
 * issues, times 100: the variant `of_issues`. It also speaks of the share of customers; its formula decides.
 * Quotes Gartner's mean of 14 %.
 *
 * @param completed sessions whose visitor said solved, and made no contact.
 * @param sessions sessions.
 * @param options.level The confidence level of the intervals.
 * @throws {KpiError} `as_of_required` where no window says when to look; `missing_records` where sessions
 * without `contacted_at` come with neither tickets nor contacts; `bad_parameter`; `bad_input` in the formula
 * for a count that is none, or is more than the whole of which it is a part. `bad_input` for an input that is
 * not allowed.
 * @example
 * // Of 100 sessions 20 were said to be solved, and no contact followed: 100 × 20 ÷ 100.
 * selfServiceCompletionRateOfSessions(20, 100).value; // "20"
 */
export declare function selfServiceCompletionRateOfSessions(
  completed: Count,
  sessions: Count,
  options?: FormulaOptions,
): Figures;

/**
 * The share of conversations with a bot that needed no person, then or within a day.
 *
 * **Formula:** 100 × conversations that were not handed over, not said to be unsolved and not followed by a
 * contact within `link_within` ÷ conversations with a bot.
 *
 * **Gives:** `share` (percent, 0 to 100), `contained` (count, 0 or more), `conversations` (count, 0 or more).
 *
 * **Counted:** Conversations with a bot: sessions of kind chatbot, by when they began, and tickets on which a
 * bot worked, by when they were created. It worked on a ticket where it replied, handed it over or resolved
 * it; where a session of the account began within `link_within` before, the session counts instead. A session
 * is contained where the bot did not hand over, the visitor did not say that it was unsolved, and no ticket
 * of the customer and no inbound call or chat of the account came within `link_within` after its start. A
 * ticket is contained where the bot resolved it, handed nothing over and no person replied, and within
 * `link_within` of its first resolution it was not reopened and no ticket of the same account and type
 * followed. A session counts once that time is over at `as_of` (default: the window's end), and a ticket
 * likewise, from its first resolution, or from its creation where it is open.
 *
 * **Left out:** Sessions: `other_session`, `no_account` (with `anonymous` set to `exclude`), `window_open`.
 * Tickets: `merged`, `spam`, `deleted` (without an answer), `no_bot`, `through_session` (the conversation
 * counts through the session), `window_open`.
 *
 * **Interval:** Wilson.
 *
 * **Sources:** S0: Tells of bots that answer within seconds; it gives no formula. S4: Counts chatbots among
 * self-service, whose success is to solve an issue without an agent; it gives no formula of their own.
 *
 * @param contained conversations that needed no person.
 * @param conversations conversations with a bot.
 * @param options.level The confidence level of the intervals.
 * @throws {KpiError} `as_of_required` where no window says when to look; `missing_records` where sessions
 * without `contacted_at` come with neither tickets nor contacts; `bad_parameter`; `bad_input` in the formula
 * for a count that is none, or is more than the whole of which it is a part. `bad_input` for an input that is
 * not allowed.
 * @example
 * // Of ten conversations two were handed over, one ended unsolved, and after another the customer called an hour later: 100 × 6 ÷ 10.
 * botContainmentRate(6, 10).value; // "60"
 */
export declare function botContainmentRate(
  contained: Count,
  conversations: Count,
  options?: FormulaOptions,
): Figures;

/**
 * The share of conversations that the bot handed over to a person.
 *
 * **Formula:** 100 × conversations that were handed over ÷ conversations with a bot.
 *
 * **Gives:** `share` (percent, 0 to 100), `handed_over` (count, 0 or more), `conversations` (count, 0 or
 * more).
 *
 * **Counted:** Conversations with a bot: sessions of kind chatbot, by when they began, and tickets on which a
 * bot worked, by when they were created. It worked on a ticket where it replied, handed it over or resolved
 * it; where a session of the account began within `link_within` before, the session counts instead.
 *
 * **Left out:** Sessions: `other_session`. Tickets: `merged`, `spam`, `deleted` (without an answer),
 * `no_bot`, `through_session` (the conversation counts through the session).
 *
 * **Interval:** Wilson.
 *
 * **Sources:** S0: Tells of bots that answer within seconds; it gives no formula. S4: Counts chatbots among
 * self-service, whose success is to solve an issue without an agent; it gives no formula of their own.
 *
 * @param handedOver conversations that the bot handed over to a person.
 * @param conversations conversations with a bot.
 * @param options.level The confidence level of the intervals.
 * @throws {KpiError} `bad_input` in the formula where more were handed over than there were. `bad_input` for
 * an input that is not allowed.
 * @example
 * // Of ten conversations two were handed over: 100 × 2 ÷ 10.
 * botContainmentRateBotHandoverRate(2, 10).value; // "20"
 */
export declare function botContainmentRateBotHandoverRate(
  handedOver: Count,
  conversations: Count,
  options?: FormulaOptions,
): Figures;

/**
 * How many articles the knowledge base has, whether they help, whether they are read, and how many are stale.
 *
 * **Formula:** articles there at the end of the bucket; helpful share: 100 × helpful votes ÷ (helpful +
 * unhelpful votes); views per article: views ÷ articles whose views are known; stale share: 100 × articles
 * whose last change lies more than `stale_after` back ÷ articles.
 *
 * **Gives:** `count` (count, 0 or more), `helpful_share` (percent, 0 to 100), `views_per_article` (ratio, 0
 * or more), `stale_share` (percent, 0 to 100).
 *
 * **Counted:** Articles that are there just before the end of the bucket: published before it and not taken
 * down before it. The last change is the update where there was one before that instant, else the
 * publication. Votes that are not known count as none.
 *
 * **Left out:** Nothing; an article that is not there at the end of a bucket does not count in it.
 *
 * **Interval:** Wilson for both shares, none for the others.
 *
 * **Sources:** S1: A large number of good articles lowers the cost of solving inquiries, and poor ones raise
 * it, so their quality has to be managed. How quality is measured it leaves open.
 *
 * @param articles articles.
 * @param helpful votes of readers who found one helpful.
 * @param unhelpful votes of readers who did not.
 * @param views views of all articles.
 * @param stale articles that were not changed for too long.
 * @param options.level The confidence level of the intervals.
 * @throws {KpiError} `window_required`; `bad_input` in the formula where more articles are stale than there
 * are. `bad_input` for an input that is not allowed.
 * @example
 * // 40 articles; 90 of 120 votes say helpful: 75 %; 2,000 ÷ 40 = 50 views per article; 10 were not changed for 180 days: 25 %.
 * knowledgeBaseArticles(40, 90, 30, 2000, 10).value; // "40"
 */
export declare function knowledgeBaseArticles(
  articles: Count,
  helpful: Count,
  unhelpful: Count,
  views: Count,
  stale: Count,
  options?: FormulaOptions,
): Figures;

/**
 * The share of the customers at the start who are still there at the end.
 *
 * **Formula:** 100 × (end − acquired) ÷ start; acquired: customers at the end who were none at the start, so
 * that this is customers at both ends ÷ customers at the start.
 *
 * **Gives:** `rate` (percent, 0 to 100), `start` (count, 0 or more), `end` (count, 0 or more), `acquired`
 * (count, 0 or more).
 *
 * **Counted:** Accounts. A customer at an instant has started before it and has not ended before it, so one
 * period's closing balance is the next one's opening balance.
 *
 * **Left out:** Nothing; accounts that are customers at neither end of a bucket do not count in it.
 *
 * **Interval:** Wilson.
 *
 * **Sources:** S4: (Customers at the end − customers acquired) ÷ customers at the start, times 100. Speaks of
 * users in one place and of paying customers in another, which is a slip: both must be of one population. Its
 * mean over all industries, 46.9 % after one month, is of users. S1: Customers who stayed ÷ customers at the
 * beginning. `identity` is the default, because there S4's form and this one agree (ruling B3). S0: Means
 * another thing by the name: the customers who buy again, which it calls a number; here that is
 * `repeat_purchase_rate`. 5 % more retention raises profit by 25 to 95 %. S3: Takes retention for the KPI
 * that service should be judged by, without a formula: every other KPI is held against it. Quotes Harvard
 * Business School: 5 % more retention is 25 to 95 % more profit.
 *
 * @param start customers at the start.
 * @param end customers at the end.
 * @param acquired customers acquired; of the identity form only those who are there at the end.
 * @param options.level The confidence level of the intervals.
 * @throws {KpiError} `window_required`; `cohort_mismatch` in the formula where acquired is more than end, or
 * end − acquired more than start. `bad_input` for an input that is not allowed.
 * @example
 * // 13 customers at the start, 14 at the end, 2 of them new: 100 × 12 ÷ 13.
 * retentionRate(13, 14, 2).value; // "92.307692308"
 */
export declare function retentionRate(
  start: Count,
  end: Count,
  acquired: Count,
  options?: FormulaOptions,
): Figures;

/**
 * S4's retention form taken literally: everyone acquired in the period is taken from the end, also those
 * already gone. It can leave 0 to 100.
 *
 * **Formula:** 100 × (end − acquired) ÷ start; acquired: everyone who became a customer in the period.
 *
 * **Gives:** `rate` (percent, any), `start` (count, 0 or more), `end` (count, 0 or more), `acquired` (count,
 * 0 or more).
 *
 * **Counted:** Accounts. A customer at an instant has started before it and has not ended before it, so one
 * period's closing balance is the next one's opening balance.
 *
 * **Left out:** Nothing; accounts that are customers at neither end of a bucket and do not start in it do not
 * count in it.
 *
 * **Interval:** None: it is not a share.
 *
 * **Sources:** S4: (Customers at the end − customers acquired) ÷ customers at the start, times 100. Speaks of
 * users in one place and of paying customers in another, which is a slip: both must be of one population. Its
 * mean over all industries, 46.9 % after one month, is of users. S1: Customers who stayed ÷ customers at the
 * beginning. `identity` is the default, because there S4's form and this one agree (ruling B3). S0: Means
 * another thing by the name: the customers who buy again, which it calls a number; here that is
 * `repeat_purchase_rate`. 5 % more retention raises profit by 25 to 95 %. S3: Takes retention for the KPI
 * that service should be judged by, without a formula: every other KPI is held against it. Quotes Harvard
 * Business School: 5 % more retention is 25 to 95 % more profit.
 *
 * @param start customers at the start.
 * @param end customers at the end.
 * @param acquired customers acquired; of the identity form only those who are there at the end.
 * @param options.level The confidence level of the intervals.
 * @throws {KpiError} `window_required`. `bad_input` for an input that is not allowed.
 * @example
 * // Customers a and b stay, c joins on the 5th and leaves on the 20th: 100 × (2 − 1) ÷ 2, though both stayed.
 * retentionRateS4Literal(2, 2, 1).value; // "50"
 */
export declare function retentionRateS4Literal(
  start: Count,
  end: Count,
  acquired: Count,
  options?: FormulaOptions,
): Figures;

/**
 * The share of the customers at the start who are no longer there at the end.
 *
 * **Formula:** 100 × start customers who are not there at the end ÷ start customers, which is 100 − retention
 * rate exactly.
 *
 * **Gives:** `rate` (percent, 0 to 100), `lost` (count, 0 or more), `start` (count, 0 or more),
 * `share_of_start` (percent, 0 to 100).
 *
 * **Counted:** Accounts. A customer at an instant has started before it and has not ended before it, so one
 * period's closing balance is the next one's opening balance.
 *
 * **Left out:** Nothing.
 *
 * **Interval:** Wilson.
 *
 * **Sources:** S4: Customers lost in the period ÷ customers at its start, times 100: the opposite of
 * retention, hence the default. The mean of SaaS is about 1 to 7 % a year, which clashes with the 46.9 % of
 * users that it has stay after one month: they cannot be the same people. S1: The share of customers who stop
 * using the product or service. S0: Names churn as a KPI of service, because bad service makes customers
 * leave. S3: Quotes that bad service has already made 71 % of consumers leave a company. S2: Names customer
 * turnover and counts applications of existing customers: that is `customer_turnover`, not this.
 *
 * @param lost customers at the start who are not there at the end.
 * @param start customers at the start.
 * @param options.level The confidence level of the intervals.
 * @throws {KpiError} `window_required`; `bad_input` in the formula where more are lost than there were.
 * `bad_input` for an input that is not allowed.
 * @example
 * // Of 13 customers at the start 2 are not there at the end: 100 × 2 ÷ 13.
 * churnRate(2, 13).value; // "15.384615385"
 */
export declare function churnRate(lost: Count, start: Count, options?: FormulaOptions): Figures;

/**
 * How often customers left in the period, for each hundred at its start. It can pass 100.
 *
 * **Formula:** 100 × losses in the period ÷ start customers.
 *
 * **Gives:** `rate` (percent, 0 or more), `losses` (count, 0 or more), `start` (count, 0 or more).
 *
 * **Counted:** Accounts whose end lies in the bucket, also those that began in it; and the customers at its
 * start.
 *
 * **Left out:** Nothing.
 *
 * **Interval:** None: it is not a share.
 *
 * **Sources:** S4: Taken literally: customers lost in the period, whoever they are, ÷ customers at its start.
 *
 * @param losses times that a customer left in the period.
 * @param start customers at the start.
 * @param options.level The confidence level of the intervals.
 * @throws {KpiError} `window_required`. `bad_input` for an input that is not allowed.
 * @example
 * // a leaves; e joins and leaves; b leaves and returns: 3 losses of 4 start customers.
 * churnRateLossEvents(3, 4).value; // "75"
 */
export declare function churnRateLossEvents(losses: Count, start: Count, options?: FormulaOptions): Figures;

/**
 * The share of bad ratings after which the customer left within 30 days.
 *
 * **Formula:** 100 × bad ratings whose account ended within the time ÷ bad ratings; bad: one of the two worst
 * points of the scale.
 *
 * **Gives:** `rate` (percent, 0 to 100), `lost` (count, 0 or more), `ratings` (count, 0 or more).
 *
 * **Counted:** Answers of the wanted kind in the two worst points of the scale, whose time is over at `as_of`
 * (default: the window's end). When an account ended comes from the accounts.
 *
 * **Left out:** `other_kind`, `replaced`, `unanswered`, `other_rating` (not bad), `no_account`,
 * `already_left` (the account had ended before), `window_open`.
 *
 * **Interval:** Wilson.
 *
 * **Sources:** S0: Bad service is followed by leaving: almost nine of ten customers who met it buy from a
 * competitor within a year, which is another time than the one here.
 *
 * @param lost bad ratings whose customer left within the time.
 * @param ratings bad ratings.
 * @param options.level The confidence level of the intervals.
 * @throws {KpiError} `unknown_account` where an answer names an account that is not there; `missing_records`
 * without accounts; `as_of_required`; `bad_scale`. `bad_input` for an input that is not allowed.
 * @example
 * // Of 12 bad ratings 3 were followed by the end of the account within 30 days: 100 × 3 ÷ 12.
 * churnRateAfterBadRating(3, 12).value; // "25"
 */
export declare function churnRateAfterBadRating(
  lost: Count,
  ratings: Count,
  options?: FormulaOptions,
): Figures;

/**
 * How long customers stay, those who are still there included.
 *
 * **Formula:** median: the time after which half are still customers, by the Kaplan–Meier curve: the product
 * over the times at which customers left of 1 − left then ÷ there until then.
 *
 * **Gives:** `median` (seconds, 0 or more), `p90` (seconds, 0 or more), `restricted_mean` (seconds, 0 or
 * more), `events` (count, 0 or more), `censored` (count, 0 or more), `count` (count, 0 or more).
 *
 * **Counted:** Accounts in the bucket of their start, so that a bucket is a cohort. Those that have not ended
 * count with the time that they have been customers: until `as_of` (default: the window's end). An end after
 * `as_of` is not known yet.
 *
 * **Left out:** Nothing.
 *
 * **Interval:** Median and p90: from the first to the last time at which the limits of the curve allow them,
 * by Greenwood's variance on the scale of ln(−ln S); without an upper end where the upper limit does not come
 * down so far. Restricted mean: normal. Shares still open: the limits of the curve, where it is neither 1
 * nor 0.
 *
 * **Sources:** E. L. Kaplan, P. Meier (1958), Nonparametric Estimation from Incomplete Observations, JASA:
 * How durations that have not all ended make one curve; R says what the median is where the curve stays at
 * one half. S3: Asks whether customers of one channel stay loyal longer than those of another. S1: The share
 * of customers who stop using the product or service.
 *
 * @param durations times in seconds until the event, or, where it has not happened, until the last look.
 * @param observed for each of them, whether its event has happened.
 * @param options.horizon How far the restricted mean looks; as far as the largest duration where it is not
 * given.
 * @param options.bands Durations that each give the share still open after them: `open_after_3600` lasts more
 * than 3,600 s.
 * @param options.level The confidence level of the intervals.
 * @throws {KpiError} `wrong_order` where an account ends before it starts; `as_of_required` where something
 * has not ended and neither `as_of` nor a window says when you look; `bad_parameter`; in the formula
 * `negative` for a negative duration, `bad_input` where there is not one flag for each duration. `bad_input`
 * for an input that is not allowed.
 * @example
 * // Two leave after 30 and 90 days; one is still there after 60. There after 30 days: 2/3; after 90 days: 0, the first time at most one half: 90 days, or 7,776,000 s.
 * churnRateSurvival([2592000, 5184000, 7776000], [true, false, true]).value; // "7776000"
 */
export declare function churnRateSurvival(
  durations: readonly Seconds[] | Float64Array,
  observed: readonly boolean[],
  options?: FormulaOptions & { horizon?: Seconds; bands?: readonly Seconds[]; },
): Figures;

/**
 * The share of the customers who bought in the period that bought more than once in it.
 *
 * **Formula:** 100 × customers with at least two purchases ÷ customers with at least one.
 *
 * **Gives:** `rate` (percent, 0 to 100), `repeat` (count, 0 or more), `customers` (count, 0 or more).
 *
 * **Counted:** Conversions of kind purchase, by their instant; several on one day count as given. Each
 * customer once in every bucket and group.
 *
 * **Left out:** `other_conversion` (not a purchase), `refunded` (canceled, or a refund names its order),
 * `no_account`.
 *
 * **Interval:** Wilson.
 *
 * **Sources:** S0: The number of customers who buy a second time or more often. It calls this customer
 * retention rate; `retention_rate` here is what S1 and S4 mean by it. S3: Takes customers who come back for
 * the last proof of good service; it gives no formula.
 *
 * @param repeat customers who bought again.
 * @param customers customers who bought.
 * @param options.level The confidence level of the intervals.
 * @throws {KpiError} `bad_input` in the formula where more buy again than buy. `bad_input` for an input that
 * is not allowed.
 * @example
 * // Of 120 customers who bought 30 bought at least twice: 100 × 30 ÷ 120.
 * repeatPurchaseRate(30, 120).value; // "25"
 */
export declare function repeatPurchaseRate(
  repeat: Count,
  customers: Count,
  options?: FormulaOptions,
): Figures;

/**
 * The share of the customers who bought in the period that had bought before it.
 *
 * **Formula:** 100 × customers of the period whose first purchase was before it ÷ customers of the period.
 *
 * **Gives:** `rate` (percent, 0 to 100), `repeat` (count, 0 or more), `customers` (count, 0 or more).
 *
 * **Counted:** Conversions of kind purchase, by their instant; the first purchase is the first of all that
 * were given, also before the window. Each customer once in every bucket and group.
 *
 * **Left out:** `other_conversion` (not a purchase), `refunded` (canceled, or a refund names its order),
 * `no_account`.
 *
 * **Interval:** Wilson.
 *
 * **Sources:** S0: The number of customers who buy a second time or more often. It calls this customer
 * retention rate; `retention_rate` here is what S1 and S4 mean by it. S3: Takes customers who come back for
 * the last proof of good service; it gives no formula.
 *
 * @param repeat customers who bought again.
 * @param customers customers who bought.
 * @param options.level The confidence level of the intervals.
 * @throws {KpiError} `window_required`; `bad_input` in the formula where more buy again than buy. `bad_input`
 * for an input that is not allowed.
 * @example
 * // One customer bought in November and again in January: in January 100 × 1 ÷ 1.
 * repeatPurchaseRateReturning(1, 1).value; // "100"
 */
export declare function repeatPurchaseRateReturning(
  repeat: Count,
  customers: Count,
  options?: FormulaOptions,
): Figures;

/**
 * The share of complaints after which the customer bought again within 30 days; by whether the complaint was
 * resolved within a day.
 *
 * **Formula:** 100 × complaints followed by a purchase of the same account within the time ÷ complaints; the
 * same over those resolved within `resolved_within` (`rate_quick`) and over the others (`rate_slow`).
 *
 * **Gives:** `rate` (percent, 0 to 100), `rate_quick` (percent, 0 to 100), `rate_slow` (percent, 0 to 100),
 * `repeat` (count, 0 or more), `complaints` (count, 0 or more).
 *
 * **Counted:** Tickets that are complaints and name an account, by creation, whose time is over at `as_of`
 * (default: the window's end). A purchase that was canceled or refunded does not count.
 *
 * **Left out:** `merged`, `spam`, `deleted` without an answer, `no_complaint`, `no_account`, `window_open`.
 *
 * **Interval:** Wilson.
 *
 * **Sources:** S0: Of business customers who complain of an error that cost them over 100 USD, 82 % buy again
 * where it is quickly resolved. How quickly, and until when they buy, it leaves open: the day and the 30 days
 * are parameters here.
 *
 * @param boughtQuick quickly resolved complaints after which the customer bought again.
 * @param quick quickly resolved complaints.
 * @param boughtSlow other complaints after which the customer bought again.
 * @param slow other complaints: resolved later, or not at all.
 * @param options.level The confidence level of the intervals.
 * @throws {KpiError} `missing_records` without conversions; `as_of_required`; `bad_input` in the formula
 * where more bought than complained. `bad_input` for an input that is not allowed.
 * @example
 * // 8 of 10 quickly resolved complaints and 6 of 30 others were followed by a purchase: 100 × 14 ÷ 40; 80 % against 20 %.
 * repeatPurchaseRateAfterComplaint(8, 10, 6, 30).value; // "35"
 */
export declare function repeatPurchaseRateAfterComplaint(
  boughtQuick: Count,
  quick: Count,
  boughtSlow: Count,
  slow: Count,
  options?: FormulaOptions,
): Figures;

/**
 * The share of abandoned calls and chats after which the customer bought within 30 days.
 *
 * **Formula:** 100 × abandoned contacts followed by a purchase of the same account within the time ÷
 * abandoned contacts.
 *
 * **Gives:** `rate` (percent, 0 to 100), `repeat` (count, 0 or more), `contacts` (count, 0 or more).
 *
 * **Counted:** Inbound contacts that were abandoned before an answer and name an account, whose time is over
 * at `as_of` (default: the window's end). A purchase that was canceled or refunded does not count.
 *
 * **Left out:** `outbound`, `answered` (also who gave up on hold or in the conversation), `self_served`,
 * `callback`, `failed`, `no_account`, `window_open`.
 *
 * **Interval:** Wilson.
 *
 * **Sources:** S0: Of customers who give up an inquiry after a purchase, less than a fifth buy again. Until
 * when, it leaves open.
 *
 * @param repeat abandoned contacts after which the customer bought.
 * @param contacts abandoned contacts.
 * @param options.level The confidence level of the intervals.
 * @throws {KpiError} `missing_records` without conversions; `as_of_required`; `bad_input` in the formula
 * where more bought than gave up. `bad_input` for an input that is not allowed.
 * @example
 * // After 9 of 60 abandoned calls the customer bought within 30 days: 100 × 9 ÷ 60.
 * repeatPurchaseRateAfterAbandonedContact(9, 60).value; // "15"
 */
export declare function repeatPurchaseRateAfterAbandonedContact(
  repeat: Count,
  contacts: Count,
  options?: FormulaOptions,
): Figures;

/**
 * How many requests to cancel came from existing customers.
 *
 * **Formula:** number of tickets of the types that ask to cancel, by accounts that are customers.
 *
 * **Gives:** `requests` (count, 0 or more).
 *
 * **Counted:** Tickets of the wanted types, by creation, whose account was a customer just before. Each
 * request counts, also several of one account.
 *
 * **Left out:** `merged`, `spam`, `deleted` without an answer, `other_type`, `no_account`,
 * `not_yet_customer`, `already_left`.
 *
 * **Interval:** None: it is a count.
 *
 * **Sources:** S2: Wants to know why customers stop using the services. It calls this a rate, and counts the
 * applications of existing customers in a period: hence `count` is the default. What they apply for it leaves
 * open; here they ask to cancel.
 *
 * @param requests requests to cancel by existing customers.
 * @param options.level The confidence level of the intervals.
 * @throws {KpiError} `missing_records` without accounts; `unknown_account` where a ticket names an account
 * that is not there; `bad_parameter`. `bad_input` for an input that is not allowed.
 * @example
 * // 12 customers wrote that they want to cancel.
 * customerTurnover(12).value; // "12"
 */
export declare function customerTurnover(requests: Count, options?: FormulaOptions): Figures;

/**
 * How many requests to cancel came from existing customers, for each hundred at the start.
 *
 * **Formula:** 100 × tickets of the types that ask to cancel, by accounts that are customers ÷ customers at
 * the start.
 *
 * **Gives:** `rate` (percent, 0 or more), `requests` (count, 0 or more), `customers` (count, 0 or more).
 *
 * **Counted:** Tickets of the wanted types, by creation, whose account was a customer just before. Each
 * request counts, also several of one account.
 *
 * **Left out:** `merged`, `spam`, `deleted` without an answer, `other_type`, `no_account`,
 * `not_yet_customer`, `already_left`.
 *
 * **Interval:** None: one total by another, and a customer can ask twice.
 *
 * **Sources:** S2: Wants to know why customers stop using the services. It calls this a rate, and counts the
 * applications of existing customers in a period: hence `count` is the default. What they apply for it leaves
 * open; here they ask to cancel.
 *
 * @param requests requests to cancel by existing customers.
 * @param customers customers at the start.
 * @param options.level The confidence level of the intervals.
 * @throws {KpiError} `window_required`; `missing_records` without accounts; `unknown_account` where a ticket
 * names an account that is not there; `bad_parameter`. `bad_input` for an input that is not allowed.
 * @example
 * // 12 requests to cancel, 400 customers at the start: 100 × 12 ÷ 400.
 * customerTurnoverRate(12, 400).value; // "3"
 */
export declare function customerTurnoverRate(
  requests: Count,
  customers: Count,
  options?: FormulaOptions,
): Figures;

/**
 * By how much monthly recurring revenue grew, and what the growth is made of.
 *
 * **Formula:** 100 × (closing − opening) ÷ opening.
 *
 * **Gives:** `rate` (percent, any), `opening` (money, any), `closing` (money, any), `new` (money, any),
 * `expansion` (money, any), `contraction` (money, any), `churned` (money, any), `reactivation` (money, any),
 * `accounts` (count, 0 or more).
 *
 * **Counted:** Subscriptions. What an account pays at an instant is the sum of its subscriptions that run
 * just before it. Movements are of the account, from the start of the bucket to its end, in exactly one
 * class: new (it never paid before), reactivation (it had), expansion, contraction or churned. So opening +
 * new + reactivation + expansion − contraction − churned = closing.
 *
 * **Left out:** Nothing; subscriptions that run neither at the start nor at the end of a bucket do not count
 * in it.
 *
 * **Interval:** None: it is a sum over all accounts, not a sample.
 *
 * **Sources:** S1: Lists it, and leaves it out where it explains its list: `growth` follows the name. Field:
 * Subscription businesses take growth apart into movements, and quote net and gross revenue retention and the
 * quick ratio.
 *
 * @param opening monthly recurring revenue at the start.
 * @param new_ revenue of accounts that never had any before.
 * @param reactivation revenue of accounts that come back.
 * @param expansion what accounts pay more at the end than at the start.
 * @param contraction what accounts that stay pay less at the end than at the start.
 * @param churned revenue of accounts that have none at the end.
 * @param options.currency The currency of the result. Entries in others are converted by `rates`; without it
 * all must be in one.
 * @param options.level The confidence level of the intervals.
 * @throws {KpiError} `window_required`; `mixed_currencies` without a rate; `unknown_currency`; `negative`;
 * `bad_input` in the formula where more is lost than there was. `bad_input` for an input that is not allowed.
 * @example
 * // 100,000 + 12,000 + 1,000 + 5,000 − 2,000 − 4,000 = 112,000: 100 × 12,000 ÷ 100,000.
 * mrrGrowthRate("100000", "12000", "1000", "5000", "2000", "4000").value; // "12"
 */
export declare function mrrGrowthRate(
  opening: Amount,
  new_: Amount,
  reactivation: Amount,
  expansion: Amount,
  contraction: Amount,
  churned: Amount,
  options?: FormulaOptions & { currency?: string; },
): Figures;

/**
 * What the accounts of the start pay at the end, in percent of what they paid at the start. It can pass 100.
 *
 * **Formula:** 100 × (opening + expansion − contraction − churned) ÷ opening; reactivation is not in it.
 *
 * **Gives:** `rate` (percent, 0 or more), `opening` (money, any), `retained` (money, any).
 *
 * **Counted:** Subscriptions. What an account pays at an instant is the sum of its subscriptions that run
 * just before it. Movements are of the account, from the start of the bucket to its end, in exactly one
 * class: new (it never paid before), reactivation (it had), expansion, contraction or churned. So opening +
 * new + reactivation + expansion − contraction − churned = closing.
 *
 * **Left out:** Nothing; subscriptions that run neither at the start nor at the end of a bucket do not count
 * in it.
 *
 * **Interval:** None: it is a sum over all accounts, not a sample.
 *
 * **Sources:** S1: Lists it, and leaves it out where it explains its list: `growth` follows the name. Field:
 * Subscription businesses take growth apart into movements, and quote net and gross revenue retention and the
 * quick ratio.
 *
 * @param opening monthly recurring revenue at the start.
 * @param expansion what accounts pay more at the end than at the start.
 * @param contraction what accounts that stay pay less at the end than at the start.
 * @param churned revenue of accounts that have none at the end.
 * @param options.currency The currency of the result. Entries in others are converted by `rates`; without it
 * all must be in one.
 * @param options.level The confidence level of the intervals.
 * @throws {KpiError} `window_required`; `mixed_currencies` without a rate; `unknown_currency`; `negative`;
 * `bad_input` in the formula where more is lost than there was. `bad_input` for an input that is not allowed.
 * @example
 * // 100 × (100,000 + 5,000 − 2,000 − 4,000) ÷ 100,000; the 1,000 that came back is not in it.
 * mrrGrowthRateNetRevenueRetention("100000", "5000", "2000", "4000").value; // "99"
 */
export declare function mrrGrowthRateNetRevenueRetention(
  opening: Amount,
  expansion: Amount,
  contraction: Amount,
  churned: Amount,
  options?: FormulaOptions & { currency?: string; },
): Figures;

/**
 * What is left of the revenue of the start, without what accounts pay more.
 *
 * **Formula:** 100 × sum of min(opening, closing) of each account ÷ sum of opening.
 *
 * **Gives:** `rate` (percent, 0 to 100), `opening` (money, any), `retained` (money, any).
 *
 * **Counted:** Subscriptions. What an account pays at an instant is the sum of its subscriptions that run
 * just before it. Movements are of the account, from the start of the bucket to its end, in exactly one
 * class: new (it never paid before), reactivation (it had), expansion, contraction or churned. So opening +
 * new + reactivation + expansion − contraction − churned = closing.
 *
 * **Left out:** Nothing; subscriptions that run neither at the start nor at the end of a bucket do not count
 * in it.
 *
 * **Interval:** None: it is a sum over all accounts, not a sample.
 *
 * **Sources:** S1: Lists it, and leaves it out where it explains its list: `growth` follows the name. Field:
 * Subscription businesses take growth apart into movements, and quote net and gross revenue retention and the
 * quick ratio.
 *
 * @param opening monthly recurring revenue at the start.
 * @param contraction what accounts that stay pay less at the end than at the start.
 * @param churned revenue of accounts that have none at the end.
 * @param options.currency The currency of the result. Entries in others are converted by `rates`; without it
 * all must be in one.
 * @param options.level The confidence level of the intervals.
 * @throws {KpiError} `window_required`; `mixed_currencies` without a rate; `unknown_currency`; `negative`;
 * `bad_input` in the formula where more is lost than there was. `bad_input` for an input that is not allowed.
 * @example
 * // 100 × (100,000 − 2,000 − 4,000) ÷ 100,000.
 * mrrGrowthRateGrossRevenueRetention("100000", "2000", "4000").value; // "94"
 */
export declare function mrrGrowthRateGrossRevenueRetention(
  opening: Amount,
  contraction: Amount,
  churned: Amount,
  options?: FormulaOptions & { currency?: string; },
): Figures;

/**
 * How much recurring revenue is gained for each unit that is lost.
 *
 * **Formula:** (new + reactivation + expansion) ÷ (contraction + churned).
 *
 * **Gives:** `ratio` (ratio, 0 or more), `gained` (money, any), `lost` (money, any).
 *
 * **Counted:** Subscriptions. What an account pays at an instant is the sum of its subscriptions that run
 * just before it. Movements are of the account, from the start of the bucket to its end, in exactly one
 * class: new (it never paid before), reactivation (it had), expansion, contraction or churned. So opening +
 * new + reactivation + expansion − contraction − churned = closing.
 *
 * **Left out:** Nothing; subscriptions that run neither at the start nor at the end of a bucket do not count
 * in it.
 *
 * **Interval:** None: it is a sum over all accounts, not a sample.
 *
 * **Sources:** S1: Lists it, and leaves it out where it explains its list: `growth` follows the name. Field:
 * Subscription businesses take growth apart into movements, and quote net and gross revenue retention and the
 * quick ratio.
 *
 * @param new_ revenue of accounts that never had any before.
 * @param reactivation revenue of accounts that come back.
 * @param expansion what accounts pay more at the end than at the start.
 * @param contraction what accounts that stay pay less at the end than at the start.
 * @param churned revenue of accounts that have none at the end.
 * @param options.currency The currency of the result. Entries in others are converted by `rates`; without it
 * all must be in one.
 * @param options.level The confidence level of the intervals.
 * @throws {KpiError} `window_required`; `mixed_currencies` without a rate; `unknown_currency`; `negative`;
 * `bad_input` in the formula where more is lost than there was. `bad_input` for an input that is not allowed.
 * @example
 * // (12,000 + 1,000 + 5,000) ÷ (2,000 + 4,000).
 * mrrGrowthRateQuickRatio("12000", "1000", "5000", "2000", "4000").value; // "3"
 */
export declare function mrrGrowthRateQuickRatio(
  new_: Amount,
  reactivation: Amount,
  expansion: Amount,
  contraction: Amount,
  churned: Amount,
  options?: FormulaOptions & { currency?: string; },
): Figures;

/**
 * The share of touches that ended in a conversion, each conversion credited to the customer's last touch
 * before it.
 *
 * **Formula:** 100 × touches after which the customer converts within the time, with no other touch until
 * then ÷ touches.
 *
 * **Gives:** `share` (percent, 0 to 100), `converted` (count, 0 or more), `touches` (count, 0 or more).
 *
 * **Counted:** Touches of known customers whose `within` is over at `as_of` (default: the window's end), by
 * their instant: contacts when they joined the queue, else began; tickets when they were created; sessions
 * when they began. Of conversions the first one of the account at the touch or after it, of a kind that
 * counts, neither canceled nor refunded.
 *
 * **Left out:** `outbound`, `abandoned`, `unanswered`, `callback`, `failed`, `self_served` (contacts that no
 * person answered), `merged`, `spam`, `deleted` without an answer, `through_contact` (tickets born of a
 * contact, with `all`), `no_account`, `window_open`.
 *
 * **Interval:** Wilson.
 *
 * **Sources:** S3: Passes on an idea that it finds good but basic: how likely somebody who meets customer
 * service, or the self-service help, is to buy or to take another step. S0: Satisfaction with service says
 * more than anything else of whether customers convert. Of those who give up a call or chat before they buy,
 * 45 % give up the purchase where nobody soon answers what they ask. S4: Leaves to the company what a
 * conversion is: a finished setup, a resolved complex issue, an upsell.
 *
 * @param converted touches to which a conversion is credited.
 * @param touches touches.
 * @param options.level The confidence level of the intervals.
 * @throws {KpiError} `missing_records` without conversions; `as_of_required`; `bad_parameter`; `bad_input` in
 * the formula where more convert than there are. `bad_input` for an input that is not allowed.
 * @example
 * // Three contacts and then one purchase: it is credited to the last one alone, 100 × 1 ÷ 3.
 * conversionRate(1, 3).value; // "33.333333333"
 */
export declare function conversionRate(converted: Count, touches: Count, options?: FormulaOptions): Figures;

/**
 * The share of touches after which the customer converted within 30 days, whatever came between.
 *
 * **Formula:** 100 × touches after which the customer converts within the time ÷ touches.
 *
 * **Gives:** `share` (percent, 0 to 100), `converted` (count, 0 or more), `touches` (count, 0 or more).
 *
 * **Counted:** Touches of known customers whose `within` is over at `as_of` (default: the window's end), by
 * their instant: contacts when they joined the queue, else began; tickets when they were created; sessions
 * when they began. Of conversions the first one of the account at the touch or after it, of a kind that
 * counts, neither canceled nor refunded.
 *
 * **Left out:** `outbound`, `abandoned`, `unanswered`, `callback`, `failed`, `self_served` (contacts that no
 * person answered), `merged`, `spam`, `deleted` without an answer, `through_contact` (tickets born of a
 * contact, with `all`), `no_account`, `window_open`.
 *
 * **Interval:** Wilson.
 *
 * **Sources:** S3: Passes on an idea that it finds good but basic: how likely somebody who meets customer
 * service, or the self-service help, is to buy or to take another step. S0: Satisfaction with service says
 * more than anything else of whether customers convert. Of those who give up a call or chat before they buy,
 * 45 % give up the purchase where nobody soon answers what they ask. S4: Leaves to the company what a
 * conversion is: a finished setup, a resolved complex issue, an upsell.
 *
 * @param converted touches to which a conversion is credited.
 * @param touches touches.
 * @param options.level The confidence level of the intervals.
 * @throws {KpiError} `missing_records` without conversions; `as_of_required`; `bad_parameter`; `bad_input` in
 * the formula where more convert than there are. `bad_input` for an input that is not allowed.
 * @example
 * // Three contacts and then one purchase: all three were followed by it, 100 × 3 ÷ 3.
 * conversionRateAnyTouch(3, 3).value; // "100"
 */
export declare function conversionRateAnyTouch(
  converted: Count,
  touches: Count,
  options?: FormulaOptions,
): Figures;

/**
 * The share of the customers with a touch who converted within 30 days of one.
 *
 * **Formula:** 100 × customers with a touch after which they convert within the time ÷ customers with a
 * touch.
 *
 * **Gives:** `share` (percent, 0 to 100), `converted` (count, 0 or more), `customers` (count, 0 or more).
 *
 * **Counted:** Touches of known customers whose `within` is over at `as_of` (default: the window's end), by
 * their instant: contacts when they joined the queue, else began; tickets when they were created; sessions
 * when they began. Of conversions the first one of the account at the touch or after it, of a kind that
 * counts, neither canceled nor refunded.
 *
 * **Left out:** `outbound`, `abandoned`, `unanswered`, `callback`, `failed`, `self_served` (contacts that no
 * person answered), `merged`, `spam`, `deleted` without an answer, `through_contact` (tickets born of a
 * contact, with `all`), `no_account`, `window_open`.
 *
 * **Interval:** Wilson.
 *
 * **Sources:** S3: Passes on an idea that it finds good but basic: how likely somebody who meets customer
 * service, or the self-service help, is to buy or to take another step. S0: Satisfaction with service says
 * more than anything else of whether customers convert. Of those who give up a call or chat before they buy,
 * 45 % give up the purchase where nobody soon answers what they ask. S4: Leaves to the company what a
 * conversion is: a finished setup, a resolved complex issue, an upsell.
 *
 * @param converted customers with a touch that was followed by a conversion.
 * @param customers customers with a touch.
 * @param options.level The confidence level of the intervals.
 * @throws {KpiError} `missing_records` without conversions; `as_of_required`; `bad_parameter`; `bad_input` in
 * the formula where more convert than there are. `bad_input` for an input that is not allowed.
 * @example
 * // One customer with three contacts and then one purchase: 100 × 1 ÷ 1.
 * conversionRatePerCustomer(1, 1).value; // "100"
 */
export declare function conversionRatePerCustomer(
  converted: Count,
  customers: Count,
  options?: FormulaOptions,
): Figures;

/**
 * The share of touches that ended in an upsell, each sale credited to the last touch before it; and whether
 * the customers sold to stay.
 *
 * **Formula:** 100 × touches after which the customer converts within the time, with no other touch until
 * then ÷ touches; retention_sold, retention_not_sold: 100 × customers still there `retained_after` after
 * their touch ÷ those sold to, and those with a touch and not sold to; retention_difference: the one less the
 * other, in points; guard_rail_failed: 1 where the whole interval of the difference is below 0.
 *
 * **Gives:** `share` (percent, 0 to 100), `converted` (count, 0 or more), `touches` (count, 0 or more),
 * `retention_sold` (percent, 0 to 100), `retention_not_sold` (percent, 0 to 100), `retention_difference`
 * (percent, any), `guard_rail_failed` (count, 0 or more), `accounts` (count, 0 or more).
 *
 * **Counted:** Touches of known customers, by their instant, whose `within` is over at `as_of` (default: the
 * window's end), and the first an upsell of the account at the touch or after it that was neither canceled
 * nor refunded. The guard rail compares customers, each at one touch: the first to which a sale is credited,
 * else the first.
 *
 * **Left out:** `outbound`, `abandoned`, `unanswered`, `callback`, `failed`, `self_served` (contacts that no
 * person answered), `merged`, `spam`, `deleted` without an answer, `through_contact` (tickets born of a
 * contact, with `all`), `no_account`, `window_open`. From the guard rail: customers who had left by their
 * touch, those whose `retained_after` is not over, and those whose sale is credited to a touch elsewhere.
 *
 * **Interval:** Wilson; the difference: Newcombe's hybrid score interval of two independent shares.
 *
 * **Sources:** S3: Selling to existing customers pays best; but pushy selling drives them away, so agents
 * should earn by it only where retention does not fall. S2: Lists extra sales among the KPIs of service
 * staff.
 *
 * @param converted touches to which an upsell is credited.
 * @param touches touches.
 * @param retainedSold customers sold to who are still there after the time.
 * @param sold customers sold to, whose time is over.
 * @param retainedNotSold customers not sold to who are still there after the time.
 * @param notSold customers not sold to, whose time is over.
 * @param options.level The confidence level of the intervals.
 * @throws {KpiError} `missing_records` without conversions or accounts; `unknown_account` where a touch names
 * an account that is not there; `as_of_required`; `bad_parameter`; `bad_input` in the formula where a part is
 * more than its whole. `bad_input` for an input that is not allowed.
 * @example
 * // After 12 of 100 calls the customer bought an upgrade: 100 × 12 ÷ 100. 90 days later 6 of the 12 customers sold to are still there and 66 of 70 others: 50 − 94.3 = −44.3 points, between −69.2 and −18.4: the guard rail has failed.
 * upsellRate(12, 100, 6, 12, 66, 70).value; // "12"
 */
export declare function upsellRate(
  converted: Count,
  touches: Count,
  retainedSold: Count,
  sold: Count,
  retainedNotSold: Count,
  notSold: Count,
  options?: FormulaOptions,
): Figures;

/**
 * The share of touches after which the customer bought an upgrade within 30 days, whatever came between; and
 * whether the customers sold to stay.
 *
 * **Formula:** 100 × touches after which the customer converts within the time ÷ touches; retention_sold,
 * retention_not_sold: 100 × customers still there `retained_after` after their touch ÷ those sold to, and
 * those with a touch and not sold to; retention_difference: the one less the other, in points;
 * guard_rail_failed: 1 where the whole interval of the difference is below 0.
 *
 * **Gives:** `share` (percent, 0 to 100), `converted` (count, 0 or more), `touches` (count, 0 or more),
 * `retention_sold` (percent, 0 to 100), `retention_not_sold` (percent, 0 to 100), `retention_difference`
 * (percent, any), `guard_rail_failed` (count, 0 or more), `accounts` (count, 0 or more).
 *
 * **Counted:** Touches of known customers, by their instant, whose `within` is over at `as_of` (default: the
 * window's end), and the first an upsell of the account at the touch or after it that was neither canceled
 * nor refunded. The guard rail compares customers, each at one touch: the first to which a sale is credited,
 * else the first.
 *
 * **Left out:** `outbound`, `abandoned`, `unanswered`, `callback`, `failed`, `self_served` (contacts that no
 * person answered), `merged`, `spam`, `deleted` without an answer, `through_contact` (tickets born of a
 * contact, with `all`), `no_account`, `window_open`. From the guard rail: customers who had left by their
 * touch, those whose `retained_after` is not over, and those whose sale is credited to a touch elsewhere.
 *
 * **Interval:** Wilson; the difference: Newcombe's hybrid score interval of two independent shares.
 *
 * **Sources:** S3: Selling to existing customers pays best; but pushy selling drives them away, so agents
 * should earn by it only where retention does not fall. S2: Lists extra sales among the KPIs of service
 * staff.
 *
 * @param converted touches to which an upsell is credited.
 * @param touches touches.
 * @param retainedSold customers sold to who are still there after the time.
 * @param sold customers sold to, whose time is over.
 * @param retainedNotSold customers not sold to who are still there after the time.
 * @param notSold customers not sold to, whose time is over.
 * @param options.level The confidence level of the intervals.
 * @throws {KpiError} `missing_records` without conversions or accounts; `unknown_account` where a touch names
 * an account that is not there; `as_of_required`; `bad_parameter`; `bad_input` in the formula where a part is
 * more than its whole. `bad_input` for an input that is not allowed.
 * @example
 * // 20 of 100 calls were followed by an upsell: 100 × 20 ÷ 100. 8 of the 10 customers sold to and 40 of 50 others are still there: 80 % each, no difference.
 * upsellRateAnyTouch(20, 100, 8, 10, 40, 50).value; // "20"
 */
export declare function upsellRateAnyTouch(
  converted: Count,
  touches: Count,
  retainedSold: Count,
  sold: Count,
  retainedNotSold: Count,
  notSold: Count,
  options?: FormulaOptions,
): Figures;

/**
 * The share of the customers with a touch who bought an upgrade within 30 days of one; and whether they stay.
 *
 * **Formula:** 100 × customers with a touch after which they convert within the time ÷ customers with a
 * touch; retention_sold, retention_not_sold: 100 × customers still there `retained_after` after their touch ÷
 * those sold to, and those with a touch and not sold to; retention_difference: the one less the other, in
 * points; guard_rail_failed: 1 where the whole interval of the difference is below 0.
 *
 * **Gives:** `share` (percent, 0 to 100), `converted` (count, 0 or more), `customers` (count, 0 or more),
 * `retention_sold` (percent, 0 to 100), `retention_not_sold` (percent, 0 to 100), `retention_difference`
 * (percent, any), `guard_rail_failed` (count, 0 or more), `accounts` (count, 0 or more).
 *
 * **Counted:** Touches of known customers, by their instant, whose `within` is over at `as_of` (default: the
 * window's end), and the first an upsell of the account at the touch or after it that was neither canceled
 * nor refunded. The guard rail compares customers, each at one touch: the first to which a sale is credited,
 * else the first.
 *
 * **Left out:** `outbound`, `abandoned`, `unanswered`, `callback`, `failed`, `self_served` (contacts that no
 * person answered), `merged`, `spam`, `deleted` without an answer, `through_contact` (tickets born of a
 * contact, with `all`), `no_account`, `window_open`. From the guard rail: customers who had left by their
 * touch, those whose `retained_after` is not over, and those whose sale is credited to a touch elsewhere.
 *
 * **Interval:** Wilson; the difference: Newcombe's hybrid score interval of two independent shares.
 *
 * **Sources:** S3: Selling to existing customers pays best; but pushy selling drives them away, so agents
 * should earn by it only where retention does not fall. S2: Lists extra sales among the KPIs of service
 * staff.
 *
 * @param converted customers with a touch that was followed by an upsell.
 * @param customers customers with a touch.
 * @param retainedSold customers sold to who are still there after the time.
 * @param sold customers sold to, whose time is over.
 * @param retainedNotSold customers not sold to who are still there after the time.
 * @param notSold customers not sold to, whose time is over.
 * @param options.level The confidence level of the intervals.
 * @throws {KpiError} `missing_records` without conversions or accounts; `unknown_account` where a touch names
 * an account that is not there; `as_of_required`; `bad_parameter`; `bad_input` in the formula where a part is
 * more than its whole. `bad_input` for an input that is not allowed.
 * @example
 * // 15 of 60 customers bought an upgrade within 30 days of a call: 100 × 15 ÷ 60. 9 of 15 and 27 of 45 are still there: 60 % each, no difference.
 * upsellRatePerCustomer(15, 60, 9, 15, 27, 45).value; // "25"
 */
export declare function upsellRatePerCustomer(
  converted: Count,
  customers: Count,
  retainedSold: Count,
  sold: Count,
  retainedNotSold: Count,
  notSold: Count,
  options?: FormulaOptions,
): Figures;

/**
 * The share of touches that ended in a cross-sell, each sale credited to the last touch before it; and
 * whether the customers sold to stay.
 *
 * **Formula:** 100 × touches after which the customer converts within the time, with no other touch until
 * then ÷ touches; retention_sold, retention_not_sold: 100 × customers still there `retained_after` after
 * their touch ÷ those sold to, and those with a touch and not sold to; retention_difference: the one less the
 * other, in points; guard_rail_failed: 1 where the whole interval of the difference is below 0.
 *
 * **Gives:** `share` (percent, 0 to 100), `converted` (count, 0 or more), `touches` (count, 0 or more),
 * `retention_sold` (percent, 0 to 100), `retention_not_sold` (percent, 0 to 100), `retention_difference`
 * (percent, any), `guard_rail_failed` (count, 0 or more), `accounts` (count, 0 or more).
 *
 * **Counted:** Touches of known customers, by their instant, whose `within` is over at `as_of` (default: the
 * window's end), and the first a cross-sell of the account at the touch or after it that was neither canceled
 * nor refunded. The guard rail compares customers, each at one touch: the first to which a sale is credited,
 * else the first.
 *
 * **Left out:** `outbound`, `abandoned`, `unanswered`, `callback`, `failed`, `self_served` (contacts that no
 * person answered), `merged`, `spam`, `deleted` without an answer, `through_contact` (tickets born of a
 * contact, with `all`), `no_account`, `window_open`. From the guard rail: customers who had left by their
 * touch, those whose `retained_after` is not over, and those whose sale is credited to a touch elsewhere.
 *
 * **Interval:** Wilson; the difference: Newcombe's hybrid score interval of two independent shares.
 *
 * **Sources:** S3: Names cross-sell beside upsell, and warns of both: track retention, and reward sales only
 * where they do not cost customers. S2: Lists extra sales among the KPIs of service staff.
 *
 * @param converted touches to which a cross-sell is credited.
 * @param touches touches.
 * @param retainedSold customers sold to who are still there after the time.
 * @param sold customers sold to, whose time is over.
 * @param retainedNotSold customers not sold to who are still there after the time.
 * @param notSold customers not sold to, whose time is over.
 * @param options.level The confidence level of the intervals.
 * @throws {KpiError} `missing_records` without conversions or accounts; `unknown_account` where a touch names
 * an account that is not there; `as_of_required`; `bad_parameter`; `bad_input` in the formula where a part is
 * more than its whole. `bad_input` for an input that is not allowed.
 * @example
 * // After 12 of 100 calls the customer bought another product: 100 × 12 ÷ 100. 90 days later 6 of the 12 customers sold to are still there and 66 of 70 others: 50 − 94.3 = −44.3 points, between −69.2 and −18.4: the guard rail has failed.
 * crossSellRate(12, 100, 6, 12, 66, 70).value; // "12"
 */
export declare function crossSellRate(
  converted: Count,
  touches: Count,
  retainedSold: Count,
  sold: Count,
  retainedNotSold: Count,
  notSold: Count,
  options?: FormulaOptions,
): Figures;

/**
 * The share of touches after which the customer bought another product within 30 days, whatever came between;
 * and whether the customers sold to stay.
 *
 * **Formula:** 100 × touches after which the customer converts within the time ÷ touches; retention_sold,
 * retention_not_sold: 100 × customers still there `retained_after` after their touch ÷ those sold to, and
 * those with a touch and not sold to; retention_difference: the one less the other, in points;
 * guard_rail_failed: 1 where the whole interval of the difference is below 0.
 *
 * **Gives:** `share` (percent, 0 to 100), `converted` (count, 0 or more), `touches` (count, 0 or more),
 * `retention_sold` (percent, 0 to 100), `retention_not_sold` (percent, 0 to 100), `retention_difference`
 * (percent, any), `guard_rail_failed` (count, 0 or more), `accounts` (count, 0 or more).
 *
 * **Counted:** Touches of known customers, by their instant, whose `within` is over at `as_of` (default: the
 * window's end), and the first a cross-sell of the account at the touch or after it that was neither canceled
 * nor refunded. The guard rail compares customers, each at one touch: the first to which a sale is credited,
 * else the first.
 *
 * **Left out:** `outbound`, `abandoned`, `unanswered`, `callback`, `failed`, `self_served` (contacts that no
 * person answered), `merged`, `spam`, `deleted` without an answer, `through_contact` (tickets born of a
 * contact, with `all`), `no_account`, `window_open`. From the guard rail: customers who had left by their
 * touch, those whose `retained_after` is not over, and those whose sale is credited to a touch elsewhere.
 *
 * **Interval:** Wilson; the difference: Newcombe's hybrid score interval of two independent shares.
 *
 * **Sources:** S3: Names cross-sell beside upsell, and warns of both: track retention, and reward sales only
 * where they do not cost customers. S2: Lists extra sales among the KPIs of service staff.
 *
 * @param converted touches to which a cross-sell is credited.
 * @param touches touches.
 * @param retainedSold customers sold to who are still there after the time.
 * @param sold customers sold to, whose time is over.
 * @param retainedNotSold customers not sold to who are still there after the time.
 * @param notSold customers not sold to, whose time is over.
 * @param options.level The confidence level of the intervals.
 * @throws {KpiError} `missing_records` without conversions or accounts; `unknown_account` where a touch names
 * an account that is not there; `as_of_required`; `bad_parameter`; `bad_input` in the formula where a part is
 * more than its whole. `bad_input` for an input that is not allowed.
 * @example
 * // 20 of 100 calls were followed by a cross-sell: 100 × 20 ÷ 100. 8 of the 10 customers sold to and 40 of 50 others are still there: 80 % each, no difference.
 * crossSellRateAnyTouch(20, 100, 8, 10, 40, 50).value; // "20"
 */
export declare function crossSellRateAnyTouch(
  converted: Count,
  touches: Count,
  retainedSold: Count,
  sold: Count,
  retainedNotSold: Count,
  notSold: Count,
  options?: FormulaOptions,
): Figures;

/**
 * The share of the customers with a touch who bought another product within 30 days of one; and whether they
 * stay.
 *
 * **Formula:** 100 × customers with a touch after which they convert within the time ÷ customers with a
 * touch; retention_sold, retention_not_sold: 100 × customers still there `retained_after` after their touch ÷
 * those sold to, and those with a touch and not sold to; retention_difference: the one less the other, in
 * points; guard_rail_failed: 1 where the whole interval of the difference is below 0.
 *
 * **Gives:** `share` (percent, 0 to 100), `converted` (count, 0 or more), `customers` (count, 0 or more),
 * `retention_sold` (percent, 0 to 100), `retention_not_sold` (percent, 0 to 100), `retention_difference`
 * (percent, any), `guard_rail_failed` (count, 0 or more), `accounts` (count, 0 or more).
 *
 * **Counted:** Touches of known customers, by their instant, whose `within` is over at `as_of` (default: the
 * window's end), and the first a cross-sell of the account at the touch or after it that was neither canceled
 * nor refunded. The guard rail compares customers, each at one touch: the first to which a sale is credited,
 * else the first.
 *
 * **Left out:** `outbound`, `abandoned`, `unanswered`, `callback`, `failed`, `self_served` (contacts that no
 * person answered), `merged`, `spam`, `deleted` without an answer, `through_contact` (tickets born of a
 * contact, with `all`), `no_account`, `window_open`. From the guard rail: customers who had left by their
 * touch, those whose `retained_after` is not over, and those whose sale is credited to a touch elsewhere.
 *
 * **Interval:** Wilson; the difference: Newcombe's hybrid score interval of two independent shares.
 *
 * **Sources:** S3: Names cross-sell beside upsell, and warns of both: track retention, and reward sales only
 * where they do not cost customers. S2: Lists extra sales among the KPIs of service staff.
 *
 * @param converted customers with a touch that was followed by a cross-sell.
 * @param customers customers with a touch.
 * @param retainedSold customers sold to who are still there after the time.
 * @param sold customers sold to, whose time is over.
 * @param retainedNotSold customers not sold to who are still there after the time.
 * @param notSold customers not sold to, whose time is over.
 * @param options.level The confidence level of the intervals.
 * @throws {KpiError} `missing_records` without conversions or accounts; `unknown_account` where a touch names
 * an account that is not there; `as_of_required`; `bad_parameter`; `bad_input` in the formula where a part is
 * more than its whole. `bad_input` for an input that is not allowed.
 * @example
 * // 15 of 60 customers bought another product within 30 days of a call: 100 × 15 ÷ 60. 9 of 15 and 27 of 45 are still there: 60 % each, no difference.
 * crossSellRatePerCustomer(15, 60, 9, 15, 27, 45).value; // "25"
 */
export declare function crossSellRatePerCustomer(
  converted: Count,
  customers: Count,
  retainedSold: Count,
  sold: Count,
  retainedNotSold: Count,
  notSold: Count,
  options?: FormulaOptions,
): Figures;

/**
 * What a customer is worth from the first day to the last, at the purchases and the losses of the period.
 *
 * **Formula:** margin × mean purchase × purchases per customer and year × lifetime; lifetime in years = 1 ÷
 * the part of the customers that leaves in a year.
 *
 * **Gives:** `value` (money, any), `mean_purchase` (money, any), `frequency` (ratio, 0 or more), `churn`
 * (percent, 0 or more), `lifetime` (ratio, 0 or more).
 *
 * **Counted:** Purchases that stand, of known accounts, by their instant. Customer-years: the time of all
 * accounts within the bucket, in years of 365.25 days. `frequency` is purchases by customer-years, `churn`
 * 100 × accounts that ended in the bucket by customer-years, `lifetime` customer-years by accounts that
 * ended. In the value the years cancel: it is margin × the worth of all purchases ÷ accounts that ended, one
 * division.
 *
 * **Left out:** Conversions: `other_conversion`, `refunded` (canceled, or a refund names its order),
 * `no_account`, `no_value` (no amount or no currency).
 *
 * **Interval:** None.
 *
 * **Sources:** S0: Speaks of the lifetime value of customers; it gives no formula.
 *
 * @param meanPurchase what a purchase is worth.
 * @param frequency purchases of a customer in a year, as decimal text.
 * @param churn percent of the customers that leave in a year, as decimal text.
 * @param options.currency The currency of the result. Entries in others are converted by `rates`; without it
 * all must be in one.
 * @param options.margin The part of a purchase that is left after what it costs: "0.5" is half; by default
 * all of it.
 * @param options.level The confidence level of the intervals.
 * @throws {KpiError} `window_required`; `mixed_currencies` where purchases are in several currencies and
 * there is no rate, `unknown_currency`, `overflow`; `bad_parameter` for a margin outside 0 to 1; `negative`
 * in the formula. `bad_input` for an input that is not allowed.
 * @example
 * // 20 × 12 a year × 4 years, since 25 % leave in a year; half of it, 480, at a margin of 0.5.
 * customerLifetimeValue("20", "12", "25").value; // "960"
 */
export declare function customerLifetimeValue(
  meanPurchase: Amount,
  frequency: Amount,
  churn: Amount,
  options?: FormulaOptions & { currency?: string; margin?: string | number; },
): Figures;

/**
 * How many times as much promoters buy as detractors do.
 *
 * **Formula:** (purchases of promoters ÷ promoters) ÷ (purchases of detractors ÷ detractors).
 *
 * **Gives:** `ratio` (ratio, 0 or more), `promoters` (money, any), `detractors` (money, any),
 * `promoter_count` (count, 0 or more), `detractor_count` (count, 0 or more).
 *
 * **Counted:** Customers who answered the wanted kind of survey in the bucket, by their latest answer there
 * (of several at one instant the lowest), on the scale of NPS, 0 to 10. Their purchases that stand, in the
 * same bucket; who bought nothing counts with 0. Purchases of passives, and of customers who did not answer,
 * are in neither.
 *
 * **Left out:** Surveys: `other_kind`, `replaced`, `unanswered`, `no_account`. Conversions:
 * `other_conversion`, `refunded` (canceled, or a refund names its order), `no_account`, `no_value` (no amount
 * or no currency).
 *
 * **Interval:** None.
 *
 * **Sources:** S0: Puts promoters 600 % to 1,400 % above detractors in lifetime value: 7 to 15 times as much.
 *
 * @param promoterValue what all promoters bought.
 * @param promoters customers whose latest answer is 9 or 10.
 * @param detractorValue what all detractors bought.
 * @param detractors customers whose latest answer is from 0 to 6.
 * @param options.currency The currency of the result. Entries in others are converted by `rates`; without it
 * all must be in one.
 * @param options.level The confidence level of the intervals.
 * @throws {KpiError} `bad_scale` where the scale is not 0 to 10; `out_of_scale`; `mixed_currencies` where
 * purchases are in several currencies and there is no rate, `unknown_currency`, `overflow`. `bad_input` for
 * an input that is not allowed.
 * @example
 * // 36,000 ÷ 60 = 600 for each promoter, 1,500 ÷ 15 = 100 for each detractor: 600 ÷ 100.
 * customerLifetimeValuePromotersToDetractors("36000", 60, "1500", 15).value; // "6"
 */
export declare function customerLifetimeValuePromotersToDetractors(
  promoterValue: Amount,
  promoters: Count,
  detractorValue: Amount,
  detractors: Count,
  options?: FormulaOptions & { currency?: string; },
): Figures;

/**
 * What the customers who left were worth.
 *
 * **Formula:** sum of the values of the lost customers.
 *
 * **Gives:** `value` (money, any), `lost` (count, 0 or more).
 *
 * **Counted:** Accounts by when they ended. Their value is the field `value`. A report over whole tables
 * derives it where no account gives one: the sum of the account's purchases that stand within `lookback`
 * before it ended, the start of that time included, its end not. Only the kind `purchase` counts; map other
 * kinds to it where they are sales, or give `value`. It is 0 where the account bought nothing. Purchases of
 * one account in several currencies are converted by `rates`, and their sum is rounded once to 9 places.
 *
 * **Left out:** `no_value`: the value is null, or has no currency; derived: none of the account's purchases
 * has an amount with a currency. Accounts that have not ended are not there.
 *
 * **Interval:** None.
 *
 * **Sources:** S3: Quotes what a lost customer is worth on average: the variant `mean`. The sum is the
 * default, because it grows with every customer lost. S0: Takes a lost customer for more than a lost sale,
 * because the bad opinion goes on to others. It gives no number.
 *
 * @param value what all lost customers were worth.
 * @param lost customers who were lost.
 * @param options.currency The currency of the result. Entries in others are converted by `rates`; without it
 * all must be in one.
 * @param options.level The confidence level of the intervals.
 * @throws {KpiError} `mixed_currencies` where values are in several currencies and there is no rate,
 * `unknown_currency`, `overflow`; `missing_records` where the value is to be derived and there are no
 * conversions; `bad_parameter` where one report is to derive it in two ways; `missing_field` where tables
 * come one after the other and `value` is not given. `bad_input` for an input that is not allowed.
 * @example
 * // Of three customers worth 100, 100 and 1,000 one of 100 is lost.
 * lostCustomerValue("100", 1).value; // "100"
 */
export declare function lostCustomerValue(
  value: Amount,
  lost: Count,
  options?: FormulaOptions & { currency?: string; },
): Figures;

/**
 * What a customer who left was worth.
 *
 * **Formula:** sum of the values of the lost customers ÷ lost customers.
 *
 * **Gives:** `value` (money, any), `lost` (count, 0 or more).
 *
 * **Counted:** Accounts by when they ended. Their value is the field `value`. A report over whole tables
 * derives it where no account gives one: the sum of the account's purchases that stand within `lookback`
 * before it ended, the start of that time included, its end not. Only the kind `purchase` counts; map other
 * kinds to it where they are sales, or give `value`. It is 0 where the account bought nothing. Purchases of
 * one account in several currencies are converted by `rates`, and their sum is rounded once to 9 places.
 *
 * **Left out:** `no_value`: the value is null, or has no currency; derived: none of the account's purchases
 * has an amount with a currency. Accounts that have not ended are not there.
 *
 * **Interval:** None.
 *
 * **Sources:** S3: Quotes Kissmetrics: 243 USD on average for a lost customer, all over the world.
 *
 * @param value what all lost customers were worth.
 * @param lost customers who were lost.
 * @param options.currency The currency of the result. Entries in others are converted by `rates`; without it
 * all must be in one.
 * @param options.level The confidence level of the intervals.
 * @throws {KpiError} `mixed_currencies` where values are in several currencies and there is no rate,
 * `unknown_currency`, `overflow`; `missing_records` where the value is to be derived and there are no
 * conversions; `bad_parameter` where one report is to derive it in two ways; `missing_field` where tables
 * come one after the other and `value` is not given. `bad_input` for an input that is not allowed.
 * @example
 * // Three lost customers were worth 729 together: 729 ÷ 3.
 * lostCustomerValueMean("729", 3).value; // "243"
 */
export declare function lostCustomerValueMean(
  value: Amount,
  lost: Count,
  options?: FormulaOptions & { currency?: string; },
): Figures;

/**
 * What a conversation with a customer costs.
 *
 * **Formula:** costs ÷ conversations; conversations: answered contacts + tickets with a reply by a person and
 * no linked contact.
 *
 * **Gives:** `mean` (money, any), `cost` (money, any), `conversations` (count, 0 or more).
 *
 * **Counted:** Costs: ledger entries of kind cost; an entry with a period is spread evenly over it and
 * clipped to the bucket, and its parts add up to it exactly. In a report by groups, costs that do not name
 * the group can be shared by `share_by`, also by a dimension that ledger entries do not have, such as the
 * agent. They are shared by handling time only where that of every conversation in the bucket is known.
 * Conversations: contacts that a person answered, also those given up later, on hold or in the conversation,
 * and tickets with a reply by a person that were not born of a contact.
 *
 * **Left out:** Ledger: `other_entry`. Contacts: `outbound`, `abandoned` (before an answer), `self_served`,
 * `unanswered`. Tickets: `merged`, `spam`, `through_contact`, `no_reply`.
 *
 * **Interval:** None: one total by another has no sampling interval of its own.
 *
 * **Sources:** S1: Names it cost per conversation and explains it as what it costs on average to resolve an
 * inquiry: two things. The name is the default, the explanation the variant `per_resolution`. Wants it to
 * show which problems cause costs. Field: Contact centres know it as cost per contact.
 *
 * @param cost what support cost.
 * @param conversations conversations: answered contacts, and tickets with a reply by a person and no contact
 * of their own.
 * @param options.currency The currency of the result. Entries in others are converted by `rates`; without it
 * all must be in one.
 * @param options.level The confidence level of the intervals.
 * @throws {KpiError} `mixed_currencies` where entries are in several currencies and there is no rate,
 * `unknown_currency`, `overflow`. `bad_input` for an input that is not allowed.
 * @example
 * // 1,000 for 100 conversations.
 * costPerConversation("1000", 100).value; // "10"
 */
export declare function costPerConversation(
  cost: Amount,
  conversations: Count,
  options?: FormulaOptions & { currency?: string; },
): Figures;

/**
 * What a ticket costs.
 *
 * **Formula:** costs ÷ tickets created.
 *
 * **Gives:** `mean` (money, any), `cost` (money, any), `tickets` (count, 0 or more).
 *
 * **Counted:** Costs: ledger entries of kind cost; an entry with a period is spread evenly over it and
 * clipped to the bucket, and its parts add up to it exactly. In a report by groups, costs that do not name
 * the group can be shared by `share_by`, also by a dimension that ledger entries do not have, such as the
 * agent. They are shared by handling time only where that of every conversation in the bucket is known.
 * Tickets: all that were created, except those left out.
 *
 * **Left out:** Ledger: `other_entry`. Tickets: `merged`, `spam`, `deleted` without an answer.
 *
 * **Interval:** None: one total by another has no sampling interval of its own.
 *
 * **Sources:** S1: Names it cost per conversation and explains it as what it costs on average to resolve an
 * inquiry: two things. The name is the default, the explanation the variant `per_resolution`. Wants it to
 * show which problems cause costs. Field: Contact centres know it as cost per contact.
 *
 * @param cost what support cost.
 * @param tickets tickets created.
 * @param options.currency The currency of the result. Entries in others are converted by `rates`; without it
 * all must be in one.
 * @param options.level The confidence level of the intervals.
 * @throws {KpiError} `mixed_currencies` where entries are in several currencies and there is no rate,
 * `unknown_currency`, `overflow`. `bad_input` for an input that is not allowed.
 * @example
 * // 1,000 for 80 tickets.
 * costPerConversationPerTicket("1000", 80).value; // "12.5"
 */
export declare function costPerConversationPerTicket(
  cost: Amount,
  tickets: Count,
  options?: FormulaOptions & { currency?: string; },
): Figures;

/**
 * What it costs to resolve an inquiry.
 *
 * **Formula:** costs ÷ tickets resolved in the period.
 *
 * **Gives:** `mean` (money, any), `cost` (money, any), `resolutions` (count, 0 or more).
 *
 * **Counted:** Costs: ledger entries of kind cost; an entry with a period is spread evenly over it and
 * clipped to the bucket, and its parts add up to it exactly. In a report by groups, costs that do not name
 * the group can be shared by `share_by`, also by a dimension that ledger entries do not have, such as the
 * agent. They are shared by handling time only where that of every conversation in the bucket is known.
 * Tickets: each once, in the bucket of its last resolution.
 *
 * **Left out:** Ledger: `other_entry`. Tickets: `merged`, `spam`; `open` is the backlog at the end of the
 * bucket.
 *
 * **Interval:** None: one total by another has no sampling interval of its own.
 *
 * **Sources:** S1: Names it cost per conversation and explains it as what it costs on average to resolve an
 * inquiry: two things. The name is the default, the explanation the variant `per_resolution`. Wants it to
 * show which problems cause costs. Field: Contact centres know it as cost per contact.
 *
 * @param cost what support cost.
 * @param resolutions tickets resolved.
 * @param options.currency The currency of the result. Entries in others are converted by `rates`; without it
 * all must be in one.
 * @param options.level The confidence level of the intervals.
 * @throws {KpiError} `mixed_currencies` where entries are in several currencies and there is no rate,
 * `unknown_currency`, `overflow`. `bad_input` for an input that is not allowed.
 * @example
 * // 1,000 for 50 resolved tickets.
 * costPerConversationPerResolution("1000", 50).value; // "20"
 */
export declare function costPerConversationPerResolution(
  cost: Amount,
  resolutions: Count,
  options?: FormulaOptions & { currency?: string; },
): Figures;

/**
 * What support costs for each outcome that it is there for: a purchase, a finished setup, an upsell.
 *
 * **Formula:** costs ÷ conversions of the kinds that count.
 *
 * **Gives:** `mean` (money, any), `cost` (money, any), `conversions` (count, 0 or more).
 *
 * **Counted:** Costs: ledger entries of kind cost; an entry with a period is spread evenly over it and
 * clipped to the bucket, and its parts add up to it exactly. Conversions of the wanted kinds, by their
 * instant.
 *
 * **Left out:** Ledger: `other_entry`. Conversions: `other_conversion` (not of the wanted kinds), `refunded`
 * (canceled, or a refund names its order).
 *
 * **Interval:** None: one total by another has no sampling interval of its own.
 *
 * **Sources:** S4: All costs of customer service (salaries, training, software, infrastructure) by the
 * conversions of a period; a conversion is the outcome you want, such as a setup, a resolved complex issue or
 * an upsell. It knows no benchmark that fits all. It speaks of winning a customer as well; that is
 * `customer_acquisition_cost`.
 *
 * @param cost what support cost.
 * @param conversions conversions of the kinds that count.
 * @param options.currency The currency of the result. Entries in others are converted by `rates`; without it
 * all must be in one.
 * @param options.level The confidence level of the intervals.
 * @throws {KpiError} `mixed_currencies` where entries are in several currencies and there is no rate,
 * `unknown_currency`, `overflow`. `bad_input` for an input that is not allowed.
 * @example
 * // 6,000 for 240 conversions.
 * costPerConversion("6000", 240).value; // "25"
 */
export declare function costPerConversion(
  cost: Amount,
  conversions: Count,
  options?: FormulaOptions & { currency?: string; },
): Figures;

/**
 * What support costs for every hundred of revenue. It can pass 100.
 *
 * **Formula:** 100 × costs ÷ revenue.
 *
 * **Gives:** `ratio` (percent, 0 or more), `cost` (money, any), `revenue` (money, any).
 *
 * **Counted:** Costs: ledger entries of kind cost. Revenue: ledger entries of kind revenue; where the
 * report's window holds none, purchases that were not canceled, at their instant, less refunds, at theirs.
 * Entries with a period are spread evenly over it and clipped to the bucket, and their parts add up to them
 * exactly. Recurring revenue of subscriptions is never in it by itself.
 *
 * **Left out:** Ledger: `other_entry` (acquisition_cost, penalty). Conversions: `other_conversion` (neither
 * purchase nor refund), `refunded` (canceled), `no_value` (no amount or no currency).
 *
 * **Interval:** None: one total by another has no sampling interval of its own.
 *
 * **Sources:** S1: Lists it as support costs to revenue, without a formula. S2: Sets what support costs
 * against all income. It calls this one of the first KPIs of accounts receivable, which is a slip: these are
 * bills that customers have not paid yet.
 *
 * @param cost what support cost.
 * @param revenue what the company took in.
 * @param options.currency The currency of the result. Entries in others are converted by `rates`; without it
 * all must be in one.
 * @param options.level The confidence level of the intervals.
 * @throws {KpiError} `mixed_currencies` where entries are in several currencies and there is no rate,
 * `unknown_currency`, `overflow`. `bad_input` for an input that is not allowed.
 * @example
 * // 100 × 45,000 ÷ 900,000.
 * supportCostRatio("45000", "900000").value; // "5"
 */
export declare function supportCostRatio(
  cost: Amount,
  revenue: Amount,
  options?: FormulaOptions & { currency?: string; },
): Figures;

/**
 * What it costs to win a customer.
 *
 * **Formula:** acquisition costs ÷ new customers.
 *
 * **Gives:** `mean` (money, any), `cost` (money, any), `customers` (count, 0 or more).
 *
 * **Counted:** Costs: ledger entries of kind acquisition_cost; an entry with a period is spread evenly over
 * it and clipped to the bucket, and its parts add up to it exactly. Customers: accounts by their start.
 *
 * **Left out:** Ledger: `other_entry`.
 *
 * **Interval:** None: one total by another has no sampling interval of its own.
 *
 * **Sources:** S0: Puts the price of a new customer at up to 25 times that of bringing one back. It gives no
 * formula. S3: Quotes Kissmetrics: it can be 7 times what it takes to keep those one has. S2: Takes it for
 * known that keeping a customer is much cheaper than winning one; it gives no number.
 *
 * @param cost what it cost to win customers.
 * @param customers customers who are new in the period.
 * @param options.currency The currency of the result. Entries in others are converted by `rates`; without it
 * all must be in one.
 * @param options.level The confidence level of the intervals.
 * @throws {KpiError} `mixed_currencies` where entries are in several currencies and there is no rate,
 * `unknown_currency`, `overflow`. `bad_input` for an input that is not allowed.
 * @example
 * // 10,000 for 80 new customers.
 * customerAcquisitionCost("10000", 80).value; // "125"
 */
export declare function customerAcquisitionCost(
  cost: Amount,
  customers: Count,
  options?: FormulaOptions & { currency?: string; },
): Figures;

/**
 * How many times as much a new customer costs as it costs to keep one.
 *
 * **Formula:** (acquisition costs ÷ new customers) ÷ (support costs ÷ customers of the start who are still
 * there at the end).
 *
 * **Gives:** `ratio` (ratio, 0 or more), `acquisition` (money, any), `retention` (money, any).
 *
 * **Counted:** Costs: ledger entries of kind acquisition_cost and of kind cost, spread and clipped as
 * everywhere. Customers: accounts that start in the bucket, and accounts that are customers just before its
 * start and just before its end.
 *
 * **Left out:** Ledger: `other_entry` (revenue, penalty).
 *
 * **Interval:** None: one total by another has no sampling interval of its own.
 *
 * **Sources:** S0: Puts the price of a new customer at up to 25 times that of bringing one back. It gives no
 * formula. S3: Quotes Kissmetrics: it can be 7 times what it takes to keep those one has. S2: Takes it for
 * known that keeping a customer is much cheaper than winning one; it gives no number.
 *
 * @param acquisition what it cost to win customers.
 * @param new_ customers who are new in the period.
 * @param support what support cost.
 * @param retained customers of the start who are still there at the end.
 * @param options.currency The currency of the result. Entries in others are converted by `rates`; without it
 * all must be in one.
 * @param options.level The confidence level of the intervals.
 * @throws {KpiError} `window_required`; `mixed_currencies` where entries are in several currencies and there
 * is no rate, `unknown_currency`, `overflow`. `bad_input` for an input that is not allowed.
 * @example
 * // 10,000 ÷ 80 = 125 for a new customer, 15,000 ÷ 600 = 25 to keep one: 125 ÷ 25.
 * customerAcquisitionCostToRetentionCost("10000", 80, "15000", 600).value; // "5"
 */
export declare function customerAcquisitionCostToRetentionCost(
  acquisition: Amount,
  new_: Count,
  support: Amount,
  retained: Count,
  options?: FormulaOptions & { currency?: string; },
): Figures;

/**
 * The mean rating that employees give their own engagement.
 *
 * **Formula:** sum of scores ÷ answers.
 *
 * **Gives:** `mean` (score, the declared scale), `count` (count, 0 or more).
 *
 * **Counted:** Employee surveys with a score; on a scale from 1 to 10 where none is given.
 *
 * **Left out:** `unanswered` (left blank).
 *
 * **Interval:** Student's t; none for fewer than two answers.
 *
 * **Sources:** S1: Two ways: employees rate their engagement from 1 (very unengaged) to 10 (very engaged); or
 * count who actively helped customers, or volunteered to, in the past month. S0: Takes productivity for a
 * sign of how engaged and content the staff is; it gives no formula.
 *
 * @param scores the answers.
 * @param scaleMin the lowest point of the scale.
 * @param scaleMax the highest point of the scale.
 * @param options.level The confidence level of the intervals.
 * @throws {KpiError} `out_of_scale`, `mixed_scales` (answers on different scales in one measure), `bad_scale`
 * (fewer than three points). `bad_input` for an input that is not allowed.
 * @example
 * // Four employees answer 8, 6, 9 and 7: 30 ÷ 4.
 * employeeEngagement([8, 6, 9, 7], 1, 10).value; // "7.5"
 */
export declare function employeeEngagement(
  scores: readonly Score[] | Float64Array,
  scaleMin: Count,
  scaleMax: Count,
  options?: FormulaOptions,
): Figures;

/**
 * The share of agents who helped or volunteered in the last month.
 *
 * **Formula:** 100 × agents with an activity in the calendar month before the end ÷ agents employed just
 * before the end; the end: that of the bucket or window, or `as_of` where it comes first.
 *
 * **Gives:** `share` (percent, 0 to 100), `active` (count, 0 or more), `agents` (count, 0 or more).
 *
 * **Counted:** Agents employed just before the end; active are those with at least one activity from the same
 * day and time of the month before, by the clock of the report's zone, up to the end. Where that month has no
 * such day, from its last (ruling B46). In groups, an activity is of its team or department; where it names
 * none, a report over whole tables takes that of its agent.
 *
 * **Left out:** Nothing; activities outside the month, and of people who are not employed at its end, do not
 * count.
 *
 * **Interval:** Wilson.
 *
 * **Sources:** S1: Two ways: employees rate their engagement from 1 (very unengaged) to 10 (very engaged); or
 * count who actively helped customers, or volunteered to, in the past month. S0: Takes productivity for a
 * sign of how engaged and content the staff is; it gives no formula.
 *
 * @param active agents who helped or volunteered in the month before.
 * @param agents all agents employed at its end.
 * @param options.level The confidence level of the intervals.
 * @throws {KpiError} `as_of_required` where neither a window nor `as_of` says when the month ends;
 * `bad_input` in the formula where more are active than there are. `bad_input` for an input that is not
 * allowed.
 * @example
 * // Of 15 agents 6 helped or volunteered in the past month: 100 × 6 ÷ 15.
 * employeeEngagementActiveShare(6, 15).value; // "40"
 */
export declare function employeeEngagementActiveShare(
  active: Count,
  agents: Count,
  options?: FormulaOptions,
): Figures;

/**
 * How many agents leave a year for each hundred who are there, at the pace of the period.
 *
 * **Formula:** 100 × leavers ÷ mean of the agents at the start and at the end × 365.25 days ÷ length of the
 * period.
 *
 * **Gives:** `rate` (percent, 0 or more), `leavers` (count, 0 or more), `opening` (count, 0 or more),
 * `closing` (count, 0 or more).
 *
 * **Counted:** Agents whose `left_at` lies in the bucket, also those who were hired in it; and the agents
 * employed just before its start and just before its end. Who has no `hired_at` was there before all that is
 * known. With `as_of` a bucket ends there.
 *
 * **Left out:** Nothing.
 *
 * **Interval:** None: one total by another has no sampling interval of its own.
 *
 * **Sources:** Field: Contact centres give attrition a year: leavers by the mean headcount, brought to twelve
 * months.
 *
 * @param leavers agents who left.
 * @param opening agents at the start.
 * @param closing agents at the end.
 * @param period the length of the period in seconds.
 * @param options.level The confidence level of the intervals.
 * @throws {KpiError} `window_required`; `bad_input` in the formula where the period is 0. `bad_input` for an
 * input that is not allowed.
 * @example
 * // 3 leavers, 50 agents at the start and 46 at the end of a twelfth of a year (2,629,800 s): 100 × 3 ÷ 48 × 12.
 * agentAttritionRate(3, 50, 46, 2629800).value; // "75"
 */
export declare function agentAttritionRate(
  leavers: Count,
  opening: Count,
  closing: Count,
  period: Seconds,
  options?: FormulaOptions,
): Figures;

/**
 * How many agents left in the period for each hundred who were there.
 *
 * **Formula:** 100 × leavers ÷ mean of the agents at the start and at the end.
 *
 * **Gives:** `rate` (percent, 0 or more), `leavers` (count, 0 or more), `opening` (count, 0 or more),
 * `closing` (count, 0 or more).
 *
 * **Counted:** Agents whose `left_at` lies in the bucket, also those who were hired in it; and the agents
 * employed just before its start and just before its end. Who has no `hired_at` was there before all that is
 * known. With `as_of` a bucket ends there.
 *
 * **Left out:** Nothing.
 *
 * **Interval:** None: one total by another has no sampling interval of its own.
 *
 * **Sources:** Field: Contact centres give attrition a year: leavers by the mean headcount, brought to twelve
 * months.
 *
 * @param leavers agents who left.
 * @param opening agents at the start.
 * @param closing agents at the end.
 * @param options.level The confidence level of the intervals.
 * @throws {KpiError} `window_required`. `bad_input` for an input that is not allowed.
 * @example
 * // 3 leavers, 50 agents at the start and 46 at the end: 100 × 3 ÷ 48.
 * agentAttritionRatePeriod(3, 50, 46).value; // "6.25"
 */
export declare function agentAttritionRatePeriod(
  leavers: Count,
  opening: Count,
  closing: Count,
  options?: FormulaOptions,
): Figures;

/**
 * Which agents receive most tickets: the first person to whom each is assigned.
 *
 * **Formula:** rank: 1 for the agent with most tickets; share: 100 × tickets of the agent ÷ tickets of all
 * agents.
 *
 * **Gives:** `rank` (rank, 1 or more), `tickets` (count, 0 or more), `share` (percent, 0 to 100).
 *
 * **Counted:** Tickets by when they were created, for the first person to whom they were assigned (ruling
 * B47). Grouped by agent where nothing else is asked for; beside other dimensions the rank is within them,
 * and always within the bucket. Of agents with equally many tickets the one whose id comes first goes first;
 * who received none in a bucket has no rank there. The share is of the assigned tickets of all groups in the
 * same bucket.
 *
 * **Left out:** `merged`, `spam`, `no_agent` (never assigned to a person).
 *
 * **Interval:** Wilson for the share; none for the count and the rank.
 *
 * **Sources:** S1: The employees who receive most inquiries; how many each receives shows where the work
 * piles up.
 *
 * @param tickets the tickets of each agent.
 * @param options.level The confidence level of the intervals.
 * @throws {KpiError} `negative` in the formula for a negative count. `bad_input` for an input that is not
 * allowed.
 * @example
 * // Of three agents with 12, 30 and 18 tickets the first received least: rank 3 of 3, and 100 × 12 ÷ 60 = 20 % of all.
 * mostActiveAgents([12, 30, 18]).value; // "3"
 */
export declare function mostActiveAgents(
  tickets: readonly Count[] | Float64Array,
  options?: FormulaOptions,
): Figures;

/**
 * Which agents receive most tickets, where a ticket counts for everyone who held it.
 *
 * **Formula:** rank: 1 for the agent with most tickets; share: 100 × tickets that the agent held ÷ tickets
 * that anyone held.
 *
 * **Gives:** `rank` (rank, 1 or more), `tickets` (count, 0 or more), `share` (percent, 0 to 100).
 *
 * **Counted:** Tickets by agent, from the holdings that begin in the bucket; a ticket that comes back to the
 * same agent counts once for that agent and bucket. The agents do not add up to the total, which has every
 * ticket once, and their shares can add up to more than 100 %. Of agents with equally many tickets the one
 * whose id comes first goes first.
 *
 * **Left out:** Nothing.
 *
 * **Interval:** Wilson for the share; none for the count and the rank.
 *
 * **Sources:** S1: The employees who receive most inquiries; how many each receives shows where the work
 * piles up.
 *
 * @param tickets the tickets of each agent.
 * @param options.level The confidence level of the intervals.
 * @throws {KpiError} `negative` in the formula for a negative count. `bad_input` for an input that is not
 * allowed.
 * @example
 * // Of three agents with 12, 30 and 18 tickets the first received least: rank 3 of 3, and 100 × 12 ÷ 60 = 20 % of all.
 * mostActiveAgentsEach([12, 30, 18]).value; // "3"
 */
export declare function mostActiveAgentsEach(
  tickets: readonly Count[] | Float64Array,
  options?: FormulaOptions,
): Figures;

/**
 * The best agents by any KPI, as far as the records can tell them apart.
 *
 * **Formula:** rank: 1 for the agent whose pessimistic end of the interval is best; band: 1 for the first
 * agent and for those after whose intervals overlap with that one's, the next that does not begins band 2,
 * and so on.
 *
 * **Gives:** `rank` (rank, 1 or more), `band` (rank, 1 or more), `value` (ratio, any), `sample` (count, 0 or
 * more).
 *
 * **Counted:** The records of the KPI `kpi`, grouped by agent, with its own anchor and reasons; the report
 * says which field names the agent. Grouped by agent where nothing else is asked for; beside other dimensions
 * the rank is within them, and always within the bucket. `value` and `sample` are the ranked figure's own:
 * its unit, interval and fraction, and how many records made it. Of agents with equal bounds the one whose id
 * comes first goes first (ruling B53).
 *
 * **Left out:** What the ranked KPI leaves out. Agents with fewer records than `minimum_sample` have no rank
 * (`small_sample`), nor have the total and what belongs to no known agent (`not_ranked`).
 *
 * **Interval:** None for rank and band; `value` has the ranked figure's.
 *
 * **Sources:** S1: Watching how the top agents do shows where to improve satisfaction and response times. By
 * what they are ranked it leaves open. S2: Ranks its best support workers by calls per hour, and warns of
 * judging too soon: some have customers who are hard to please. S3: Ranked by resolution time or completed
 * tickets, agents take the simplest requests; retention and quality make better incentives.
 *
 * @param values the figure of each agent.
 * @param lowers the lower end of each agent's interval.
 * @param uppers the upper end of each agent's interval.
 * @param samples the records of each agent.
 * @param options.minimumSample Agents with fewer records than this have no rank.
 * @param options.rankBy `bound` ranks by the pessimistic end of the interval: the lower one where more is
 * better, else the upper one; `value` by the value itself. A figure without an interval ranks by its value.
 * @param options.better Which values are the better ones. In a report it is the KPI's own direction, and must
 * be given where the KPI has none, or the figure is of another kind than the KPI's first; a formula takes
 * `higher` where nothing is said.
 * @param options.level The confidence level of the intervals.
 * @throws {KpiError} `unknown_kpi`, `unknown_variant`, `bad_parameter` where no direction is known, or the
 * KPI ranks agents itself; `bad_input` in the formula unless the lists are equally long and no lower end lies
 * above its upper one; and what the ranked KPI's page names. `bad_input` for an input that is not allowed.
 * @example
 * // The first agent's lower end is 75, the second's 55: the first has rank 1, though the second's value is higher. 55 to 98 overlaps with 75 to 84, so both are in band 1.
 * topAgents([80, 90], [75, 55], [84, 98], [200, 40]).value; // "1"
 */
export declare function topAgents(
  values: readonly (number | string)[] | Float64Array,
  lowers: readonly (number | string)[] | Float64Array,
  uppers: readonly (number | string)[] | Float64Array,
  samples: readonly Count[] | Float64Array,
  options?: FormulaOptions & { minimumSample?: Count; rankBy?: "bound" | "value"; better?: "higher" | "lower"; },
): Figures;

/**
 * How completely records are filled in: of the fields that are wanted, the share that says something.
 *
 * **Formula:** 100 × wanted fields that are filled in ÷ (records × wanted fields); complete_share: 100 ×
 * records with all of them ÷ records.
 *
 * **Gives:** `share` (percent, 0 to 100), `filled` (count, 0 or more), `wanted` (count, 0 or more),
 * `complete_share` (percent, 0 to 100).
 *
 * **Counted:** Records of the kind `record`, by the instant that places them: tickets by `created_at`,
 * contacts by `queued_at`, else `started_at`, accounts by `started_at`. A field is filled in where it is not
 * null, a text or a list where it is not empty; a column that is not there is filled in nowhere. After the
 * named figures follows one share for each wanted field, called share_ and its name. Required fields are
 * never empty in a report, so they are not among those wanted by default.
 *
 * **Left out:** Tickets: `merged`, `spam`.
 *
 * **Interval:** Wilson for `complete_share` and for the shares of the fields; none for `share`, because the
 * fields of one record are filled in together.
 *
 * **Sources:** S2: Names how well the CRM is filled among what a good team improves; it gives no formula. S4:
 * Wants data that are clean, right and up to date, by checks at entry and regular cleaning, because KPIs
 * depend on it. It gives no formula. S0: Holds that full information on each ticket spares customers being
 * passed on; it gives no formula.
 *
 * @param filled wanted fields that are filled in, over all records.
 * @param wanted wanted fields, over all records.
 * @param complete records of which every wanted field is filled in.
 * @param records records.
 * @param options.level The confidence level of the intervals.
 * @throws {KpiError} `bad_parameter` for a kind or a field that does not exist, for a field that is derived
 * over whole tables, and where `fields` must be given; `bad_input` in the formula where a part is more than
 * its whole. `bad_input` for an input that is not allowed.
 * @example
 * // Four tickets with five wanted fields each: 17 of 20 are filled in, and 2 of 4 tickets have all of them.
 * recordCompleteness(17, 20, 2, 4).value; // "85"
 */
export declare function recordCompleteness(
  filled: Count,
  wanted: Count,
  complete: Count,
  records: Count,
  options?: FormulaOptions,
): Figures;
