// The KPIs as formulas and as measures over records; printed by `cargo xtask gen` from the catalogue.
import type { Figures, Report, ReportRequest } from "./core.js";

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
 * **Counted:** Tickets with a first public reply by a person, and contacts that a person answered, once each.
 * Bots, automatic acknowledgements and private notes are not replies.
 *
 * **Left out:** Tickets: `merged`, `spam`, `through_contact` (it counts through its contact), and without a
 * response `deleted`, `bot` (a bot resolved it) or `unanswered`; `no_clock_start` for a ticket that an agent
 * opened, where the customer's first message is not known. Contacts: `outbound`, `abandoned`, `self_served`,
 * `unanswered`.
 *
 * **Interval:** Mean: Student's t. Median and other quantiles: binomial order statistics.
 *
 * **Sources:** S0: The time a business takes to respond to an inquiry; of all KPIs the one most directly tied
 * to service quality. S1: The time it takes a company to respond to an inquiry. S4: Total time to first
 * response in a period by the tickets responded to in that period. Its “multiply by 100 to get the
 * percentage” is a slip: the result is a duration. Its period is that of the reply; ask for it with the
 * anchor `first_response_at`.
 *
 * @param durations first response times in seconds.
 * @param options.bands Cuts that give the share of records in each band: `band_0_3600` is 0 to 3,600 s, both
 * included; `band_3600_14400` is above 3,600 s and up to 14,400 s; `band_14400_up` is above it.
 * @param options.quantiles `exact` keeps every duration and gives R's type 7; `sketch` keeps counts in bins,
 * gives the middle of the bin that holds the type 1 quantile, and states the largest relative error.
 * @param options.level The confidence level of the intervals.
 * @throws {KpiError} `response_before_creation` where the response is before the start of the clock;
 * `negative` for a negative duration in the formula. `bad_input` for an input that is not allowed.
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
 * **Counted:** Tickets with a first public reply by a person, and contacts that a person answered, once each.
 * Bots, automatic acknowledgements and private notes are not replies.
 *
 * **Left out:** Tickets: `merged`, `spam`, `through_contact` (it counts through its contact), and without a
 * response `deleted`, `bot` (a bot resolved it) or `unanswered`; `no_clock_start` for a ticket that an agent
 * opened, where the customer's first message is not known. Contacts: `outbound`, `abandoned`, `self_served`,
 * `unanswered`.
 *
 * **Interval:** Mean: Student's t. Median and other quantiles: binomial order statistics.
 *
 * **Sources:** S0: The time a business takes to respond to an inquiry; of all KPIs the one most directly tied
 * to service quality. S1: The time it takes a company to respond to an inquiry. S4: Total time to first
 * response in a period by the tickets responded to in that period. Its “multiply by 100 to get the
 * percentage” is a slip: the result is a duration. Its period is that of the reply; ask for it with the
 * anchor `first_response_at`.
 *
 * @param durations first response times in seconds.
 * @param options.bands Cuts that give the share of records in each band: `band_0_3600` is 0 to 3,600 s, both
 * included; `band_3600_14400` is above 3,600 s and up to 14,400 s; `band_14400_up` is above it.
 * @param options.quantiles `exact` keeps every duration and gives R's type 7; `sketch` keeps counts in bins,
 * gives the middle of the bin that holds the type 1 quantile, and states the largest relative error.
 * @param options.level The confidence level of the intervals.
 * @throws {KpiError} `response_before_creation` where the response is before the start of the clock;
 * `negative` for a negative duration in the formula. `bad_input` for an input that is not allowed.
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
 * when the request was resolved, closed, canceled or given up.
 *
 * **Left out:** `not_due` (unanswered, and the target is not over), `no_target` (no target for its channel),
 * `merged`, `spam`, `through_contact`, `deleted` and `bot` without a response, `no_clock_start`, `outbound`,
 * `self_served`.
 *
 * **Interval:** Wilson.
 *
 * **Sources:** S4: Quotes usual first response times by channel; their upper ends are the default targets.
 * S0: Callers expect less than three minutes on hold; the mean chat is answered in less than 45 seconds.
 *
 * @param met requests answered within their target.
 * @param missed requests answered later, or unanswered past their target.
 * @param options.level The confidence level of the intervals.
 * @throws {KpiError} `as_of_required` where something is unanswered and neither a window nor `as_of` says
 * when to look; `response_before_creation`; `bad_parameter`. `bad_input` for an input that is not allowed.
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
 * **Sources:** S4: The share of customers who are satisfied: the two best answers of the scale, of all
 * answers. S2: A satisfaction score from customers' ratings. S1: The mean of all ratings on a scale from 1 to
 * 10: the variant `mean`.
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
 * **Sources:** S4: The share of customers who are satisfied: the two best answers of the scale, of all
 * answers. S2: A satisfaction score from customers' ratings. S1: The mean of all ratings on a scale from 1 to
 * 10: the variant `mean`.
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
 * **Sources:** S4: The share of customers who are satisfied: the two best answers of the scale, of all
 * answers. S2: A satisfaction score from customers' ratings. S1: The mean of all ratings on a scale from 1 to
 * 10: the variant `mean`.
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
 * **Sources:** S1: Percentage of promoters (9, 10) less percentage of detractors (6 or lower) on a scale of 0
 * to 10. S4: The same. S0: Calls it net reporter score. S2: Calls it customer loyalty index: positive less
 * negative ratings. B. Rocks (2016), Interval estimation for the Net Promoter Score, The American
 * Statistician: Adjusted Wald and score intervals cover best.
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
 * **Sources:** S4: A survey: how easy was it to get the issue resolved; the share of easy answers; under 70
 * needs work. It wants the score high. S2: Wants the score low: it counts effort, not ease. A slip beside its
 * own scale. S1: Difficult issues (more than three interactions) less easy ones (one or two): the variant
 * `by_interactions`, where low is good.
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
 * **Sources:** S4: A survey: how easy was it to get the issue resolved; the share of easy answers; under 70
 * needs work. It wants the score high. S2: Wants the score low: it counts effort, not ease. A slip beside its
 * own scale. S1: Difficult issues (more than three interactions) less easy ones (one or two): the variant
 * `by_interactions`, where low is good.
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
 * **Sources:** S4: A survey: how easy was it to get the issue resolved; the share of easy answers; under 70
 * needs work. It wants the score high. S2: Wants the score low: it counts effort, not ease. A slip beside its
 * own scale. S1: Difficult issues (more than three interactions) less easy ones (one or two): the variant
 * `by_interactions`, where low is good.
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
 * **Sources:** S4: (Customers at the end − customers acquired) ÷ customers at the start. Speaks of users in
 * one place and of paying customers in another; one population is meant. S1: Customers who stayed ÷ customers
 * at the beginning. S0: Customers who buy again; here that is repeat purchase rate.
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
 * **Sources:** S4: (Customers at the end − customers acquired) ÷ customers at the start. Speaks of users in
 * one place and of paying customers in another; one population is meant. S1: Customers who stayed ÷ customers
 * at the beginning. S0: Customers who buy again; here that is repeat purchase rate.
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
 * What a conversation with a customer costs.
 *
 * **Formula:** costs ÷ conversations; conversations: answered contacts + tickets with a reply by a person and
 * no linked contact.
 *
 * **Gives:** `mean` (money, any), `cost` (money, any), `conversations` (count, 0 or more).
 *
 * **Counted:** Costs: ledger entries of kind cost; an entry with a period is spread evenly over it and
 * clipped to the bucket, and its parts add up to it exactly. Conversations: contacts that a person answered,
 * and tickets with a reply by a person that were not born of a contact.
 *
 * **Left out:** Ledger: `other_entry`. Contacts: `outbound`, `abandoned`, `self_served`, `unanswered`.
 * Tickets: `merged`, `spam`, `through_contact`, `no_reply`.
 *
 * **Interval:** None: one total by another has no sampling interval of its own.
 *
 * **Sources:** S1: Names it cost per conversation and explains it as the average cost of resolving an
 * inquiry: the variant `per_resolution`. Field: Contact centres know it as cost per contact.
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
 * clipped to the bucket, and its parts add up to it exactly. Tickets: all that were created, except those
 * left out.
 *
 * **Left out:** Ledger: `other_entry`. Tickets: `merged`, `spam`, `deleted` without an answer.
 *
 * **Interval:** None: one total by another has no sampling interval of its own.
 *
 * **Sources:** S1: Names it cost per conversation and explains it as the average cost of resolving an
 * inquiry: the variant `per_resolution`. Field: Contact centres know it as cost per contact.
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
 * clipped to the bucket, and its parts add up to it exactly. Tickets: each once, in the bucket of its last
 * resolution.
 *
 * **Left out:** Ledger: `other_entry`. Tickets: `merged`, `spam`; `open` is the backlog at the end of the
 * bucket.
 *
 * **Interval:** None: one total by another has no sampling interval of its own.
 *
 * **Sources:** S1: Names it cost per conversation and explains it as the average cost of resolving an
 * inquiry: the variant `per_resolution`. Field: Contact centres know it as cost per contact.
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

/** What every measure may be told beside its records and parameters. */
export type MeasureOptions = Omit<ReportRequest, "kpis" | "tickets" | "contacts" | "surveys" | "accounts" | "ledgerEntries">;

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
   * Cuts that give the share of records in each band: `band_0_3600` is 0 to 3,600 s, both included;
   * `band_3600_14400` is above 3,600 s and up to 14,400 s; `band_14400_up` is above it.
   * @defaultValue `[]`
   */
  bands?: readonly Seconds[];
  /**
   * `exact` keeps every duration and gives R's type 7; `sketch` keeps counts in bins, gives the middle of the
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
   * @throws {KpiError} `response_before_creation` where the response is before the start of the clock;
   * `negative` for a negative duration in the formula.
   */
  firstResponseTime(options: FirstResponseTimeOptions): Report;
  /**
   * The share of requests that a person answered within the target.
   * @throws {KpiError} `as_of_required` where something is unanswered and neither a window nor `as_of` says
   * when to look; `response_before_creation`; `bad_parameter`.
   */
  firstResponseWithinTarget(options: FirstResponseWithinTargetOptions): Report;
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
   * The share of the customers at the start who are still there at the end.
   * @throws {KpiError} `window_required`; `cohort_mismatch` in the formula where acquired is more than end,
   * or end − acquired more than start.
   */
  retentionRate(options: RetentionRateOptions): Report;
  /**
   * What a conversation with a customer costs.
   * @throws {KpiError} `mixed_currencies` where entries are in several currencies and there is no rate,
   * `unknown_currency`, `overflow`.
   */
  costPerConversation(options: CostPerConversationOptions): Report;
};
