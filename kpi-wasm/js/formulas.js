// The KPIs as formulas; printed by `cargo xtask gen` from the catalogue.
// What each of them means, takes and gives is said in formulas.d.ts.
import { formula } from "./formula.js";

/**
 * How long customers wait for the first reply by a person, from the moment they wait for people.
 * @example
 * firstResponseTime([3600, 60, 30]).value; // "1230"
 */
export function firstResponseTime(durations, options = {}) {
  return formula(
    "first_response_time",
    "from_handover",
    { durations },
    { bands: options.bands, quantiles: options.quantiles },
    options.level,
  );
}

/**
 * How long customers wait for the first reply by a person, from the moment they ask: what they feel, the
 * bot's time included.
 * @example
 * firstResponseTimeFromCreated([3600, 60, 30]).value; // "1230"
 */
export function firstResponseTimeFromCreated(durations, options = {}) {
  return formula(
    "first_response_time",
    "from_created",
    { durations },
    { bands: options.bands, quantiles: options.quantiles },
    options.level,
  );
}

/**
 * The share of requests that a person answered within the target.
 * @example
 * firstResponseWithinTarget(1, 2).value; // "33.333333333"
 */
export function firstResponseWithinTarget(met, missed, options = {}) {
  return formula("first_response_within_target", "standard", { met, missed }, {}, options.level);
}

/**
 * How long customers wait for each further reply, once a person has replied for the first time.
 * @example
 * averageResponseTime([600, 600, 600, 4200]).value; // "1500"
 */
export function averageResponseTime(durations, options = {}) {
  return formula(
    "average_response_time",
    "after_first",
    { durations },
    { bands: options.bands, quantiles: options.quantiles },
    options.level,
  );
}

/**
 * How long customers wait for a reply, the first one and every further one.
 * @example
 * averageResponseTimeWithFirst([300, 1800]).value; // "1050"
 */
export function averageResponseTimeWithFirst(durations, options = {}) {
  return formula(
    "average_response_time",
    "with_first",
    { durations },
    { bands: options.bands, quantiles: options.quantiles },
    options.level,
  );
}

/**
 * How long customers wait in the queue until a person answers the call or chat; its mean is the average speed
 * of answer.
 * @example
 * answerTime([30, 120, 0]).value; // "50"
 */
export function answerTime(durations, options = {}) {
  return formula(
    "answer_time",
    "from_queue",
    { durations },
    { bands: options.bands, quantiles: options.quantiles },
    options.level,
  );
}

/**
 * How long customers wait from dialling, or opening the chat, until a person answers: what they feel, the
 * menu's time included.
 * @example
 * answerTimeFromStart([60, 120, 0]).value; // "60"
 */
export function answerTimeFromStart(durations, options = {}) {
  return formula(
    "answer_time",
    "from_start",
    { durations },
    { bands: options.bands, quantiles: options.quantiles },
    options.level,
  );
}

/**
 * How long customers wait in all until their request is resolved: the time in which the next step was the
 * company's.
 * @example
 * waitTime([7200, 3600]).value; // "5400"
 */
export function waitTime(durations, options = {}) {
  return formula(
    "wait_time",
    "requester",
    { durations },
    { bands: options.bands, quantiles: options.quantiles },
    options.level,
  );
}

/**
 * How long agents wait for customers until a request is resolved: the time in which the next step was the
 * customer's.
 * @example
 * waitTimeAgentWaitTime([7200, 0]).value; // "3600"
 */
export function waitTimeAgentWaitTime(durations, options = {}) {
  return formula(
    "wait_time",
    "agent_wait_time",
    { durations },
    { bands: options.bands, quantiles: options.quantiles },
    options.level,
  );
}

/**
 * How long customers wait in the queue for a call or chat, whether somebody answers or they give up.
 * @example
 * waitTimeQueue([30, 120, 60]).value; // "70"
 */
export function waitTimeQueue(durations, options = {}) {
  return formula(
    "wait_time",
    "queue",
    { durations },
    { bands: options.bands, quantiles: options.quantiles },
    options.level,
  );
}

/**
 * How long customers are put on hold after a person has answered, over all answered contacts; how many are
 * held, and how long those wait.
 * @example
 * holdTime([60, 60, 0, 0, 0, 0, 0, 0, 0, 0]).value; // "12"
 */
export function holdTime(durations, options = {}) {
  return formula(
    "hold_time",
    "standard",
    { durations },
    { bands: options.bands, quantiles: options.quantiles },
    options.level,
  );
}

/**
 * How long customers wait in the queue before they give up.
 * @example
 * timeToAbandon([60, 120, 30]).value; // "70"
 */
export function timeToAbandon(durations, options = {}) {
  return formula(
    "time_to_abandon",
    "standard",
    { durations },
    { bands: options.bands, quantiles: options.quantiles },
    options.level,
  );
}

/**
 * The longest time that a customer waited in the queue, whether somebody answered, the customer gave up, or
 * still waits.
 * @example
 * timeToAbandonLongestWait([60, 300, 1200, 120]).value; // "1200"
 */
export function timeToAbandonLongestWait(durations, options = {}) {
  return formula(
    "time_to_abandon",
    "longest_wait",
    { durations },
    { bands: options.bands, quantiles: options.quantiles },
    options.level,
  );
}

/**
 * How long customers are ready to wait: what the time to abandon would be if nobody answered.
 * @example
 * timeToAbandonPatience([30, 60, 60, 120], [true, false, true, true]).value; // "90"
 */
export function timeToAbandonPatience(durations, observed, options = {}) {
  return formula(
    "time_to_abandon",
    "patience",
    { durations, observed },
    { horizon: options.horizon, bands: options.bands },
    options.level,
  );
}

/**
 * The share of contacts that a person answered within the target, of all that were answered or given up.
 * @example
 * serviceLevel(1000, 860, 60).value; // "81.132075472"
 */
export function serviceLevel(answered, answeredWithin, abandoned, options = {}) {
  return formula("service_level", "offered", { answered, answeredWithin, abandoned }, {}, options.level);
}

/**
 * The share of contacts that a person answered within the target; those given up at once do not count.
 * @example
 * serviceLevelLessShort(1000, 860, 60, 10).value; // "81.904761905"
 */
export function serviceLevelLessShort(answered, answeredWithin, abandoned, short, options = {}) {
  return formula(
    "service_level",
    "less_short",
    { answered, answeredWithin, abandoned, short },
    {},
    options.level,
  );
}

/**
 * The share of contacts that a person answered within the target; those given up within the target do not
 * count, because nobody was late.
 * @example
 * serviceLevelLessAbandonedWithinT(1000, 860, 60, 20).value; // "82.692307692"
 */
export function serviceLevelLessAbandonedWithinT(answered, answeredWithin, abandoned, abandonedWithin, options = {}) {
  return formula(
    "service_level",
    "less_abandoned_within_t",
    { answered, answeredWithin, abandoned, abandonedWithin },
    {},
    options.level,
  );
}

/**
 * The share of the answered contacts that were answered within the target.
 * @example
 * serviceLevelAnswered(1000, 860).value; // "86"
 */
export function serviceLevelAnswered(answered, answeredWithin, options = {}) {
  return formula("service_level", "answered", { answered, answeredWithin }, {}, options.level);
}

/**
 * The share of contacts that did not wait longer than the target, whether a person answered or the customer
 * gave up.
 * @example
 * serviceLevelCreditAbandonedWithinT(1000, 860, 60, 20).value; // "83.018867925"
 */
export function serviceLevelCreditAbandonedWithinT(answered, answeredWithin, abandoned, abandonedWithin, options = {}) {
  return formula(
    "service_level",
    "credit_abandoned_within_t",
    { answered, answeredWithin, abandoned, abandonedWithin },
    {},
    options.level,
  );
}

/**
 * The share of contacts that a person answered within the target or that the customer gave up at once.
 * @example
 * serviceLevelCreditShort(1000, 860, 60, 10).value; // "82.075471698"
 */
export function serviceLevelCreditShort(answered, answeredWithin, abandoned, short, options = {}) {
  return formula(
    "service_level",
    "credit_short",
    { answered, answeredWithin, abandoned, short },
    {},
    options.level,
  );
}

/**
 * The share of requests on which a promised response is overdue.
 * @example
 * overdueResponseRate(1, 2).value; // "50"
 */
export function overdueResponseRate(overdue, requests, options = {}) {
  return formula("overdue_response_rate", "of_requests", { overdue, requests }, {}, options.level);
}

/**
 * The share of requests with a promised response on which one is overdue.
 * @example
 * overdueResponseRateOfPromised(1, 4).value; // "25"
 */
export function overdueResponseRateOfPromised(overdue, promised, options = {}) {
  return formula("overdue_response_rate", "of_promised", { overdue, promised }, {}, options.level);
}

/**
 * The share of decided SLA targets that were met.
 * @example
 * slaAttainment(2, 1).value; // "66.666666667"
 */
export function slaAttainment(met, breached, options = {}) {
  return formula("sla_attainment", "per_target", { met, breached }, {}, options.level);
}

/**
 * The share of tickets that met every one of their SLA targets.
 * @example
 * slaAttainmentAllMet(1, 1).value; // "50"
 */
export function slaAttainmentAllMet(met, breached, options = {}) {
  return formula("sla_attainment", "all_met", { met, breached }, {}, options.level);
}

/**
 * How long it takes until a request is resolved for good.
 * @example
 * resolutionTime([7200, 3600, 86400]).value; // "32400"
 */
export function resolutionTime(durations, options = {}) {
  return formula(
    "resolution_time",
    "last",
    { durations },
    { bands: options.bands, quantiles: options.quantiles },
    options.level,
  );
}

/**
 * How long it takes until a request is resolved for the first time, whether or not that held.
 * @example
 * resolutionTimeFirst([3600, 3600, 10800]).value; // "6000"
 */
export function resolutionTimeFirst(durations, options = {}) {
  return formula(
    "resolution_time",
    "first",
    { durations },
    { bands: options.bands, quantiles: options.quantiles },
    options.level,
  );
}

/**
 * How long requests stay open until they are resolved, those that are still open included.
 * @example
 * resolutionTimeSurvival([3600, 7200, 10800, 14400], [true, false, true, true]).value; // "10800"
 */
export function resolutionTimeSurvival(durations, observed, options = {}) {
  return formula(
    "resolution_time",
    "survival",
    { durations, observed },
    { horizon: options.horizon, bands: options.bands },
    options.level,
  );
}

/**
 * The share of cases that the first contact with a person resolved for good.
 * @example
 * firstContactResolutionRate(3, 10).value; // "30"
 */
export function firstContactResolutionRate(resolvedAtFirstContact, cases, options = {}) {
  return formula(
    "first_contact_resolution_rate",
    "of_cases",
    { resolvedAtFirstContact, cases },
    {},
    options.level,
  );
}

/**
 * The share of resolved cases that the first contact with a person resolved for good.
 * @example
 * firstContactResolutionRateOfResolved(3, 6).value; // "50"
 */
export function firstContactResolutionRateOfResolved(resolvedAtFirstContact, resolved, options = {}) {
  return formula(
    "first_contact_resolution_rate",
    "of_resolved",
    { resolvedAtFirstContact, resolved },
    {},
    options.level,
  );
}

/**
 * The share of customers who say that the first contact resolved their case.
 * @example
 * firstContactResolutionRateSurveyed(42, 60).value; // "70"
 */
export function firstContactResolutionRateSurveyed(yes, answers, options = {}) {
  return formula("first_contact_resolution_rate", "surveyed", { yes, answers }, {}, options.level);
}

/**
 * How many tickets were resolved and have stayed so.
 * @example
 * ticketsResolved(1).value; // "1"
 */
export function ticketsResolved(resolved, options = {}) {
  return formula("tickets_resolved", "tickets", { resolved }, {}, options.level);
}

/**
 * How many tickets were resolved for the first time, also those that were reopened since.
 * @example
 * ticketsResolvedFirstResolution(2).value; // "2"
 */
export function ticketsResolvedFirstResolution(resolved, options = {}) {
  return formula("tickets_resolved", "first_resolution", { resolved }, {}, options.level);
}

/**
 * How many resolutions there were: a ticket that is resolved, reopened and resolved again has two.
 * @example
 * ticketsResolvedEvents(2).value; // "2"
 */
export function ticketsResolvedEvents(resolved, options = {}) {
  return formula("tickets_resolved", "events", { resolved }, {}, options.level);
}

/**
 * How many requests were taken under control: answered, resolved, closed or deleted.
 * @example
 * requestsProcessed(9).value; // "9"
 */
export function requestsProcessed(processed, options = {}) {
  return formula("requests_processed", "standard", { processed }, {}, options.level);
}

/**
 * The share of the requests of a period that are resolved.
 * @example
 * taskCompletionRate(4, 10).value; // "40"
 */
export function taskCompletionRate(resolved, requests, options = {}) {
  return formula("task_completion_rate", "resolved_of_requests", { resolved, requests }, {}, options.level);
}

/**
 * The share of the requests of a period that somebody has taken under control.
 * @example
 * taskCompletionRateProcessedOfRequests(9, 10).value; // "90"
 */
export function taskCompletionRateProcessedOfRequests(processed, requests, options = {}) {
  return formula("task_completion_rate", "processed_of_requests", { processed, requests }, {}, options.level);
}

/**
 * The share of the requests taken under control that are resolved.
 * @example
 * taskCompletionRateResolvedOfProcessed(4, 9).value; // "44.444444444"
 */
export function taskCompletionRateResolvedOfProcessed(resolved, processed, options = {}) {
  return formula("task_completion_rate", "resolved_of_processed", { resolved, processed }, {}, options.level);
}

/**
 * The share of resolved tickets that the customer reopened.
 * @example
 * reopenRate(1, 2, 3).value; // "50"
 */
export function reopenRate(reopened, tickets, reopens, options = {}) {
  return formula("reopen_rate", "by_customer", { reopened, tickets, reopens }, {}, options.level);
}

/**
 * The share of resolved tickets that anyone reopened.
 * @example
 * reopenRateAnyActor(1, 2, 3).value; // "50"
 */
export function reopenRateAnyActor(reopened, tickets, reopens, options = {}) {
  return formula("reopen_rate", "any_actor", { reopened, tickets, reopens }, {}, options.level);
}

/**
 * The share of resolved cases after which the customer had to come back with the same kind of issue.
 * @example
 * repeatContactRate(2, 5).value; // "40"
 */
export function repeatContactRate(repeated, cases, options = {}) {
  return formula("repeat_contact_rate", "standard", { repeated, cases }, {}, options.level);
}

/**
 * The share of resolved tickets that one person resolved alone.
 * @example
 * soloResolutionRate(3, 4).value; // "75"
 */
export function soloResolutionRate(solo, resolved, options = {}) {
  return formula("solo_resolution_rate", "standard", { solo, resolved }, {}, options.level);
}

/**
 * How many replies by people resolved tickets took, and the share that took one.
 * @example
 * touchesToResolution(2, 5, 2, 1).value; // "62.5"
 */
export function touchesToResolution(zero, one, two, threeUp, options = {}) {
  return formula("touches_to_resolution", "standard", { zero, one, two, threeUp }, {}, options.level);
}

/**
 * How often a customer is passed from one person to another.
 * @example
 * interactionsPerTicket([2, 0, 1]).value; // "1"
 */
export function interactionsPerTicket(counts, options = {}) {
  return formula(
    "interactions_per_ticket",
    "agent_changes",
    { counts },
    { bands: options.bands, quantiles: options.quantiles },
    options.level,
  );
}

/**
 * How many replies by people a ticket takes.
 * @example
 * interactionsPerTicketReplies([1, 2, 0, 3]).value; // "1.5"
 */
export function interactionsPerTicketReplies(counts, options = {}) {
  return formula(
    "interactions_per_ticket",
    "replies",
    { counts },
    { bands: options.bands, quantiles: options.quantiles },
    options.level,
  );
}

/**
 * How many messages customer and people exchange on a ticket.
 * @example
 * interactionsPerTicketMessages([2, 5, 3]).value; // "3.333333333"
 */
export function interactionsPerTicketMessages(counts, options = {}) {
  return formula(
    "interactions_per_ticket",
    "messages",
    { counts },
    { bands: options.bands, quantiles: options.quantiles },
    options.level,
  );
}

/**
 * How long agents hold a request before they pass it on to a colleague.
 * @example
 * transferTime([1800, 600]).value; // "1200"
 */
export function transferTime(durations, options = {}) {
  return formula(
    "transfer_time",
    "holding",
    { durations },
    { bands: options.bands, quantiles: options.quantiles },
    options.level,
  );
}

/**
 * How long a request that is passed on takes from one agent to the next, the time in the queue between them
 * included.
 * @example
 * transferTimeUntilTaken([7200, 600]).value; // "3900"
 */
export function transferTimeUntilTaken(durations, options = {}) {
  return formula(
    "transfer_time",
    "until_taken",
    { durations },
    { bands: options.bands, quantiles: options.quantiles },
    options.level,
  );
}

/**
 * The share of tickets and contacts that went from one person to another at least once.
 * @example
 * transferTimeTransferRate(1, 1).value; // "100"
 */
export function transferTimeTransferRate(transferred, handled, options = {}) {
  return formula("transfer_time", "transfer_rate", { transferred, handled }, {}, options.level);
}

/**
 * Where the time of tickets goes: how long they are in each status, and which part of all time that is.
 * @example
 * timeInStatus([600, 1800], 9600).value; // "1200"
 */
export function timeInStatus(durations, allTime, options = {}) {
  return formula(
    "time_in_status",
    "standard",
    { durations, allTime },
    { bands: options.bands, quantiles: options.quantiles },
    options.level,
  );
}

/**
 * The share of tickets that were escalated.
 * @example
 * escalationRate(6, 120).value; // "5"
 */
export function escalationRate(escalated, tickets, options = {}) {
  return formula("escalation_rate", "standard", { escalated, tickets }, {}, options.level);
}

/**
 * How many requests were canceled, and what they were worth.
 * @example
 * canceledRequests(3, 60, "250").value; // "3"
 */
export function canceledRequests(canceled, requests, value, options = {}) {
  return formula(
    "canceled_requests",
    "requests",
    { canceled, requests, value },
    { currency: options.currency },
    options.level,
  );
}

/**
 * How many orders were canceled, and what they were worth.
 * @example
 * canceledRequestsOrders(2, 80, "119.80").value; // "2"
 */
export function canceledRequestsOrders(canceled, orders, value, options = {}) {
  return formula(
    "canceled_requests",
    "orders",
    { canceled, orders, value },
    { currency: options.currency },
    options.level,
  );
}

/**
 * How many tickets are unresolved at the end of a bucket, and how old they are.
 * @example
 * backlog([3600, 86400, 7200]).value; // "3"
 */
export function backlog(durations, options = {}) {
  return formula(
    "backlog",
    "unresolved",
    { durations },
    { bands: options.bands, quantiles: options.quantiles },
    options.level,
  );
}

/**
 * How many tickets wait for the help desk at the end of a bucket, and how old they are.
 * @example
 * backlogActionable([3600, 7200]).value; // "2"
 */
export function backlogActionable(durations, options = {}) {
  return formula(
    "backlog",
    "actionable",
    { durations },
    { bands: options.bands, quantiles: options.quantiles },
    options.level,
  );
}

/**
 * How many unresolved tickets have never been assigned to anybody at the end of a bucket, and how old they
 * are.
 * @example
 * backlogUnassigned([900]).value; // "1"
 */
export function backlogUnassigned(durations, options = {}) {
  return formula(
    "backlog",
    "unassigned",
    { durations },
    { bands: options.bands, quantiles: options.quantiles },
    options.level,
  );
}

/**
 * How many unresolved tickets have waited beyond the promised response at the end of a bucket, and how old
 * they are.
 * @example
 * backlogOverdue([14400, 7200]).value; // "2"
 */
export function backlogOverdue(durations, options = {}) {
  return formula(
    "backlog",
    "overdue",
    { durations },
    { bands: options.bands, quantiles: options.quantiles },
    options.level,
  );
}

/**
 * Whether the help desk keeps up: tickets resolved to tickets created, and by how many the backlog grew.
 * @example
 * clearanceRate(45, 50, 0, 2).value; // "90"
 */
export function clearanceRate(resolved, created, reopened, ended, options = {}) {
  return formula("clearance_rate", "tickets", { resolved, created, reopened, ended }, {}, options.level);
}

/**
 * Whether the help desk keeps up, reopenings included: resolutions to tickets created and reopened, and by
 * how many the backlog grew.
 * @example
 * clearanceRateEvents(45, 48, 2, 1).value; // "90"
 */
export function clearanceRateEvents(resolved, created, reopened, ended, options = {}) {
  return formula("clearance_rate", "events", { resolved, created, reopened, ended }, {}, options.level);
}

/**
 * How many tickets come in, and through which channel.
 * @example
 * ticketVolume(45, 180).value; // "45"
 */
export function ticketVolume(tickets, allTickets, options = {}) {
  return formula("ticket_volume", "standard", { tickets, allTickets }, {}, options.level);
}

/**
 * How many issues there are of each type.
 * @example
 * issuesByType(30, 120).value; // "30"
 */
export function issuesByType(tickets, allTickets, options = {}) {
  return formula("issues_by_type", "standard", { tickets, allTickets }, {}, options.level);
}

/**
 * How much comes in at which hour of which weekday, and when most does.
 * @example
 * arrivalProfile([0, 0, 0, 0, 0, 0, 0, 0, 0, 12, 8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 10, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0], [4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4], 3).value; // "5"
 */
export function arrivalProfile(arrivals, hours, holidayArrivals, options = {}) {
  return formula("arrival_profile", "standard", { arrivals, hours, holidayArrivals }, {}, options.level);
}

/**
 * How many tickets come in for each hundred customers.
 * @example
 * contactRate(30, 100, 200).value; // "20"
 */
export function contactRate(tickets, opening, closing, options = {}) {
  return formula("contact_rate", "standard", { tickets, opening, closing }, {}, options.level);
}

/**
 * How many complaints come in for each hundred customers.
 * @example
 * complaintRate(3, 100, 200).value; // "2"
 */
export function complaintRate(complaints, opening, closing, options = {}) {
  return formula("complaint_rate", "standard", { complaints, opening, closing }, {}, options.level);
}

/**
 * The share of issues that self-service kept away from the agents, at most.
 * @example
 * deflectionRate(90, 50).value; // "64.285714286"
 */
export function deflectionRate(deflected, tickets, options = {}) {
  return formula("deflection_rate", "standard", { deflected, tickets }, {}, options.level);
}

/**
 * The share of tickets that are linked to a customer account.
 * @example
 * accountLinkageRate(171, 180).value; // "95"
 */
export function accountLinkageRate(linked, tickets, options = {}) {
  return formula("account_linkage_rate", "to_account", { linked, tickets }, {}, options.level);
}

/**
 * The share of tickets that are linked to a sale: the one that they are about, or one that came of them.
 * @example
 * accountLinkageRateToSale(45, 180).value; // "25"
 */
export function accountLinkageRateToSale(linked, tickets, options = {}) {
  return formula("account_linkage_rate", "to_sale", { linked, tickets }, {}, options.level);
}

/**
 * The share of contacts that customers gave up before a person answered.
 * @example
 * abandonmentRate(0, 5, 95).value; // "5.263157895"
 */
export function abandonmentRate(menu, queue, contacts, options = {}) {
  return formula("abandonment_rate", "before_answer", { menu, queue, contacts }, {}, options.level);
}

/**
 * The share of contacts that customers gave up before their inquiry was resolved, at any step.
 * @example
 * abandonmentRateBeforeResolution(0, 2, 0, 2, 10).value; // "40"
 */
export function abandonmentRateBeforeResolution(menu, queue, hold, conversation, contacts, options = {}) {
  return formula(
    "abandonment_rate",
    "before_resolution",
    { menu, queue, hold, conversation, contacts },
    {},
    options.level,
  );
}

/**
 * The share of contacts that a person answered, and what became of the others.
 * @example
 * answerRate(85, 5, 3, 2).value; // "89.473684211"
 */
export function answerRate(answered, abandoned, callback, failed, options = {}) {
  return formula("answer_rate", "standard", { answered, abandoned, callback, failed }, {}, options.level);
}

/**
 * How long the work on a contact takes: talk, hold and the work afterwards.
 * @example
 * handleTime([230, 60, 100]).value; // "130"
 */
export function handleTime(durations, options = {}) {
  return formula(
    "handle_time",
    "handle_time",
    { durations },
    { bands: options.bands, quantiles: options.quantiles },
    options.level,
  );
}

/**
 * How long a contact lasts from the answer to its end: talk and hold.
 * @example
 * handleTimeCallLength([210, 60, 90]).value; // "120"
 */
export function handleTimeCallLength(durations, options = {}) {
  return formula(
    "handle_time",
    "call_length",
    { durations },
    { bands: options.bands, quantiles: options.quantiles },
    options.level,
  );
}

/**
 * How long customers and agents talk, hold and work afterwards not included.
 * @example
 * handleTimeTalkTime([180, 60, 90]).value; // "110"
 */
export function handleTimeTalkTime(durations, options = {}) {
  return formula(
    "handle_time",
    "talk_time",
    { durations },
    { bands: options.bands, quantiles: options.quantiles },
    options.level,
  );
}

/**
 * How long agents work on a contact after it has ended: notes, forms, follow-up.
 * @example
 * handleTimeAfterContactWorkTime([20, 0, 40]).value; // "20"
 */
export function handleTimeAfterContactWorkTime(durations, options = {}) {
  return formula(
    "handle_time",
    "after_contact_work_time",
    { durations },
    { bands: options.bands, quantiles: options.quantiles },
    options.level,
  );
}

/**
 * How much of the time for which agents are available they spend on customers; parallel work counts once.
 * @example
 * occupancyRate(21600, 25200).value; // "85.714285714"
 */
export function occupancyRate(handling, available, options = {}) {
  return formula("occupancy_rate", "union", { handling, available }, {}, options.level);
}

/**
 * How much handling there is for each hundred of available time; parallel chats add up, so it can pass 100.
 * @example
 * occupancyRateConcurrent(1800, 600).value; // "300"
 */
export function occupancyRateConcurrent(handling, available, options = {}) {
  return formula("occupancy_rate", "concurrent", { handling, available }, {}, options.level);
}

/**
 * How much of the paid time agents spend on customers.
 * @example
 * utilization(21600, 28800).value; // "75"
 */
export function utilization(handling, paid, options = {}) {
  return formula("utilization", "utilization", { handling, paid }, {}, options.level);
}

/**
 * How much of the paid time agents are not there for customers: paid breaks, training, meetings, time off.
 * @example
 * utilizationShrinkage(9000, 28800).value; // "31.25"
 */
export function utilizationShrinkage(unavailable, paid, options = {}) {
  return formula("utilization", "shrinkage", { unavailable, paid }, {}, options.level);
}

/**
 * How much of the planned time agents are in the state that was planned.
 * @example
 * utilizationScheduleAdherence(27000, 28800).value; // "93.75"
 */
export function utilizationScheduleAdherence(adherent, planned, options = {}) {
  return formula("utilization", "schedule_adherence", { adherent, planned }, {}, options.level);
}

/**
 * How many contacts agents handle in each hour for which they are available.
 * @example
 * contactsPerHour(84, 25200).value; // "12"
 */
export function contactsPerHour(contacts, available, options = {}) {
  return formula("contacts_per_hour", "standard", { contacts, available }, {}, options.level);
}

/**
 * How many tickets an agent resolves in a workday.
 * @example
 * employeeProductivity(12, 1).value; // "12"
 */
export function employeeProductivity(tickets, workdays, options = {}) {
  return formula("employee_productivity", "per_day", { tickets, workdays }, {}, options.level);
}

/**
 * How many tickets an agent resolves in eight hours of work, whatever the length of the shifts.
 * @example
 * employeeProductivityPer8Hours(12, 28800).value; // "12"
 */
export function employeeProductivityPer8Hours(tickets, time, options = {}) {
  return formula("employee_productivity", "per_8_hours", { tickets, time }, {}, options.level);
}

/**
 * How many exchanges with a person a ticket takes.
 * @example
 * employeeProductivityExchangesPerTicket(5, 2).value; // "2.5"
 */
export function employeeProductivityExchangesPerTicket(exchanges, tickets, options = {}) {
  return formula("employee_productivity", "exchanges_per_ticket", { exchanges, tickets }, {}, options.level);
}

/**
 * How many agents it takes to answer so many contacts as fast as was promised, if nobody gives up.
 * @example
 * requiredAgents(400, 3600, 180).value; // "24"
 */
export function requiredAgents(contacts, interval, handleTime, options = {}) {
  return formula(
    "required_agents",
    "erlang_c",
    { contacts, interval, handleTime },
    { serviceLevel: options.serviceLevel, target: options.target, shrinkage: options.shrinkage, maxOccupancy: options.maxOccupancy, agents: options.agents },
    options.level,
  );
}

/**
 * How many agents it takes to answer so many contacts as fast as was promised, if customers give up when
 * their patience ends.
 * @example
 * requiredAgentsErlangA(400, 3600, 180, 60).value; // "21"
 */
export function requiredAgentsErlangA(contacts, interval, handleTime, patience, options = {}) {
  return formula(
    "required_agents",
    "erlang_a",
    { contacts, interval, handleTime, patience },
    { serviceLevel: options.serviceLevel, target: options.target, shrinkage: options.shrinkage, maxOccupancy: options.maxOccupancy, agents: options.agents },
    options.level,
  );
}

/**
 * The share of answers in the two best points of the scale.
 * @example
 * csat(2206, 2688).value; // "82.068452381"
 */
export function csat(satisfied, answers, options = {}) {
  return formula("csat", "top_two_boxes", { satisfied, answers }, {}, options.level);
}

/**
 * The mean answer on the declared scale.
 * @example
 * csatMean([7, 6, 5, 7, 4, 6, 7, 3, 5, 6, 7, 2], 1, 7).value; // "5.416666667"
 */
export function csatMean(scores, scaleMin, scaleMax, options = {}) {
  return formula("csat", "mean", { scores, scaleMin, scaleMax }, {}, options.level);
}

/**
 * The share of customers whose latest answer is in the two best points of the scale.
 * @example
 * csatLatestPerCustomer(0, 2).value; // "0"
 */
export function csatLatestPerCustomer(satisfied, customers, options = {}) {
  return formula("csat", "latest_per_customer", { satisfied, customers }, {}, options.level);
}

/**
 * Net Promoter Score: how many more would recommend the company than would not.
 * @example
 * nps(60, 25, 15).value; // "45"
 */
export function nps(promoters, passives, detractors, options = {}) {
  return formula("nps", "standard", { promoters, passives, detractors }, {}, options.level);
}

/**
 * The share of customers who say that it was easy to get their issue resolved.
 * @example
 * customerEffortScore(3, 4).value; // "75"
 */
export function customerEffortScore(easy, answers, options = {}) {
  return formula("customer_effort_score", "share", { easy, answers }, {}, options.level);
}

/**
 * The mean answer to how easy it was, on the declared scale.
 * @example
 * customerEffortScoreMean([1, 1, 2, 5], 1, 5).value; // "2.25"
 */
export function customerEffortScoreMean(scores, scaleMin, scaleMax, options = {}) {
  return formula("customer_effort_score", "mean", { scores, scaleMin, scaleMax }, {}, options.level);
}

/**
 * How many more tickets were difficult than easy, by how often people had to answer.
 * @example
 * customerEffortScoreByInteractions(5, 2, 3).value; // "-20"
 */
export function customerEffortScoreByInteractions(easy, neutral, difficult, options = {}) {
  return formula("customer_effort_score", "by_interactions", { easy, neutral, difficult }, {}, options.level);
}

/**
 * The share of delivered invitations that were answered within seven days.
 * @example
 * surveyResponseRate(174, 600).value; // "29"
 */
export function surveyResponseRate(answered, delivered, options = {}) {
  return formula("survey_response_rate", "standard", { answered, delivered }, {}, options.level);
}

/**
 * How many five-star reviews were posted.
 * @example
 * positiveReviews(12).value; // "12"
 */
export function positiveReviews(reviews, options = {}) {
  return formula("positive_reviews", "count", { reviews }, {}, options.level);
}

/**
 * The share of five-star reviews in all reviews with stars.
 * @example
 * positiveReviewsShare(12, 20).value; // "60"
 */
export function positiveReviewsShare(fiveStar, reviews, options = {}) {
  return formula("positive_reviews", "share", { fiveStar, reviews }, {}, options.level);
}

/**
 * How often five-star reviews are given: how many were posted for each hundred customers.
 * @example
 * positiveReviewsPer100Customers(6, 100, 200).value; // "4"
 */
export function positiveReviewsPer100Customers(reviews, opening, closing, options = {}) {
  return formula("positive_reviews", "per_100_customers", { reviews, opening, closing }, {}, options.level);
}

/**
 * How long it takes until a five-star review is posted.
 * @example
 * positiveReviewsTimeToReview([86400, 172800, 432000]).value; // "230400"
 */
export function positiveReviewsTimeToReview(durations, options = {}) {
  return formula(
    "positive_reviews",
    "time_to_review",
    { durations },
    { bands: options.bands, quantiles: options.quantiles },
    options.level,
  );
}

/**
 * How much more of the labelled feedback is positive than negative, in reviews and tickets together.
 * @example
 * netSentiment(50, 30, 20).value; // "30"
 */
export function netSentiment(positive, neutral, negative, options = {}) {
  return formula("net_sentiment", "all", { positive, neutral, negative }, {}, options.level);
}

/**
 * How many more of the labelled reviews are positive than negative.
 * @example
 * netSentimentReviews(6, 1, 3).value; // "30"
 */
export function netSentimentReviews(positive, neutral, negative, options = {}) {
  return formula("net_sentiment", "reviews", { positive, neutral, negative }, {}, options.level);
}

/**
 * How many more of the labelled tickets are positive than negative.
 * @example
 * netSentimentTickets(1, 5, 4).value; // "-30"
 */
export function netSentimentTickets(positive, neutral, negative, options = {}) {
  return formula("net_sentiment", "tickets", { positive, neutral, negative }, {}, options.level);
}

/**
 * The mean rating that customers give an agent.
 * @example
 * agentRating([5, 4, 5, 3], 1, 5).value; // "4.25"
 */
export function agentRating(scores, scaleMin, scaleMax, options = {}) {
  return formula("agent_rating", "standard", { scores, scaleMin, scaleMax }, {}, options.level);
}

/**
 * The share of answers about how work is organized that lie in the two worst points of the scale.
 * @example
 * dissatisfactionWithOrganization(2, 4).value; // "50"
 */
export function dissatisfactionWithOrganization(dissatisfied, answers, options = {}) {
  return formula(
    "dissatisfaction_with_organization",
    "standard",
    { dissatisfied, answers },
    {},
    options.level,
  );
}

/**
 * The mean score, from 0 to 100, of conversations that were reviewed by a scorecard.
 * @example
 * qualityScore([1, 1, 1], [100, 50, 50], [40, 20, 20], 100).value; // "75"
 */
export function qualityScore(reviews, marks, weights, scaleMax, options = {}) {
  return formula("quality_score", "standard", { reviews, marks, weights, scaleMax }, {}, options.level);
}

/**
 * The mean mark of each criterion, from 0 to 100: what is done well, and what has to be trained.
 * @example
 * qualityScoreByCriterion([100, 50, 50], 100).value; // "66.666666667"
 */
export function qualityScoreByCriterion(marks, scaleMax, options = {}) {
  return formula("quality_score", "by_criterion", { marks, scaleMax }, {}, options.level);
}

/**
 * How far the company's own score of its service lies above that of the customers, on the same tickets.
 * @example
 * qualityScorePerceptionGap([90, 80], [75, 50]).value; // "22.5"
 */
export function qualityScorePerceptionGap(own, customers, options = {}) {
  return formula("quality_score", "perception_gap", { own, customers }, {}, options.level);
}

/**
 * How often self-service was used.
 * @example
 * selfServiceUtilization(3100).value; // "3100"
 */
export function selfServiceUtilization(visits, options = {}) {
  return formula("self_service_utilization", "visits", { visits }, {}, options.level);
}

/**
 * How often self-service was used for each hundred customers.
 * @example
 * selfServiceUtilizationPer100Accounts(300, 100, 200).value; // "200"
 */
export function selfServiceUtilizationPer100Accounts(visits, opening, closing, options = {}) {
  return formula(
    "self_service_utilization",
    "per_100_accounts",
    { visits, opening, closing },
    {},
    options.level,
  );
}

/**
 * The share of all customer issues that self-service solved, by the customers' own word.
 * @example
 * selfServiceCompletionRate(20, 140).value; // "14.285714286"
 */
export function selfServiceCompletionRate(completed, issues, options = {}) {
  return formula("self_service_completion_rate", "of_issues", { completed, issues }, {}, options.level);
}

/**
 * The share of self-service sessions that solved the issue, by the customers' own word.
 * @example
 * selfServiceCompletionRateOfSessions(20, 100).value; // "20"
 */
export function selfServiceCompletionRateOfSessions(completed, sessions, options = {}) {
  return formula("self_service_completion_rate", "of_sessions", { completed, sessions }, {}, options.level);
}

/**
 * The share of conversations with a bot that needed no person, then or within a day.
 * @example
 * botContainmentRate(6, 10).value; // "60"
 */
export function botContainmentRate(contained, conversations, options = {}) {
  return formula("bot_containment_rate", "contained", { contained, conversations }, {}, options.level);
}

/**
 * The share of conversations that the bot handed over to a person.
 * @example
 * botContainmentRateBotHandoverRate(2, 10).value; // "20"
 */
export function botContainmentRateBotHandoverRate(handedOver, conversations, options = {}) {
  return formula(
    "bot_containment_rate",
    "bot_handover_rate",
    { handedOver, conversations },
    {},
    options.level,
  );
}

/**
 * How many articles the knowledge base has, whether they help, whether they are read, and how many are stale.
 * @example
 * knowledgeBaseArticles(40, 90, 30, 2000, 10).value; // "40"
 */
export function knowledgeBaseArticles(articles, helpful, unhelpful, views, stale, options = {}) {
  return formula(
    "knowledge_base_articles",
    "standard",
    { articles, helpful, unhelpful, views, stale },
    {},
    options.level,
  );
}

/**
 * The share of the customers at the start who are still there at the end.
 * @example
 * retentionRate(13, 14, 2).value; // "92.307692308"
 */
export function retentionRate(start, end, acquired, options = {}) {
  return formula("retention_rate", "identity", { start, end, acquired }, {}, options.level);
}

/**
 * S4's retention form taken literally: everyone acquired in the period is taken from the end, also those
 * already gone. It can leave 0 to 100.
 * @example
 * retentionRateS4Literal(2, 2, 1).value; // "50"
 */
export function retentionRateS4Literal(start, end, acquired, options = {}) {
  return formula("retention_rate", "s4_literal", { start, end, acquired }, {}, options.level);
}

/**
 * The share of the customers at the start who are no longer there at the end.
 * @example
 * churnRate(2, 13).value; // "15.384615385"
 */
export function churnRate(lost, start, options = {}) {
  return formula("churn_rate", "lost", { lost, start }, {}, options.level);
}

/**
 * How often customers left in the period, for each hundred at its start. It can pass 100.
 * @example
 * churnRateLossEvents(3, 4).value; // "75"
 */
export function churnRateLossEvents(losses, start, options = {}) {
  return formula("churn_rate", "loss_events", { losses, start }, {}, options.level);
}

/**
 * The share of bad ratings after which the customer left within 30 days.
 * @example
 * churnRateAfterBadRating(3, 12).value; // "25"
 */
export function churnRateAfterBadRating(lost, ratings, options = {}) {
  return formula("churn_rate", "after_bad_rating", { lost, ratings }, {}, options.level);
}

/**
 * How long customers stay, those who are still there included.
 * @example
 * churnRateSurvival([2592000, 5184000, 7776000], [true, false, true]).value; // "7776000"
 */
export function churnRateSurvival(durations, observed, options = {}) {
  return formula(
    "churn_rate",
    "survival",
    { durations, observed },
    { horizon: options.horizon, bands: options.bands },
    options.level,
  );
}

/**
 * The share of the customers who bought in the period that bought more than once in it.
 * @example
 * repeatPurchaseRate(30, 120).value; // "25"
 */
export function repeatPurchaseRate(repeat, customers, options = {}) {
  return formula("repeat_purchase_rate", "within_window", { repeat, customers }, {}, options.level);
}

/**
 * The share of the customers who bought in the period that had bought before it.
 * @example
 * repeatPurchaseRateReturning(1, 1).value; // "100"
 */
export function repeatPurchaseRateReturning(repeat, customers, options = {}) {
  return formula("repeat_purchase_rate", "returning", { repeat, customers }, {}, options.level);
}

/**
 * The share of complaints after which the customer bought again within 30 days; by whether the complaint was
 * resolved within a day.
 * @example
 * repeatPurchaseRateAfterComplaint(8, 10, 6, 30).value; // "35"
 */
export function repeatPurchaseRateAfterComplaint(boughtQuick, quick, boughtSlow, slow, options = {}) {
  return formula(
    "repeat_purchase_rate",
    "after_complaint",
    { boughtQuick, quick, boughtSlow, slow },
    {},
    options.level,
  );
}

/**
 * The share of abandoned calls and chats after which the customer bought within 30 days.
 * @example
 * repeatPurchaseRateAfterAbandonedContact(9, 60).value; // "15"
 */
export function repeatPurchaseRateAfterAbandonedContact(repeat, contacts, options = {}) {
  return formula("repeat_purchase_rate", "after_abandoned_contact", { repeat, contacts }, {}, options.level);
}

/**
 * How many requests to cancel came from existing customers.
 * @example
 * customerTurnover(12).value; // "12"
 */
export function customerTurnover(requests, options = {}) {
  return formula("customer_turnover", "count", { requests }, {}, options.level);
}

/**
 * How many requests to cancel came from existing customers, for each hundred at the start.
 * @example
 * customerTurnoverRate(12, 400).value; // "3"
 */
export function customerTurnoverRate(requests, customers, options = {}) {
  return formula("customer_turnover", "rate", { requests, customers }, {}, options.level);
}

/**
 * By how much monthly recurring revenue grew, and what the growth is made of.
 * @example
 * mrrGrowthRate("100000", "12000", "1000", "5000", "2000", "4000").value; // "12"
 */
export function mrrGrowthRate(opening, new_, reactivation, expansion, contraction, churned, options = {}) {
  return formula(
    "mrr_growth_rate",
    "growth",
    { opening, new: new_, reactivation, expansion, contraction, churned },
    { currency: options.currency },
    options.level,
  );
}

/**
 * What the accounts of the start pay at the end, in percent of what they paid at the start. It can pass 100.
 * @example
 * mrrGrowthRateNetRevenueRetention("100000", "5000", "2000", "4000").value; // "99"
 */
export function mrrGrowthRateNetRevenueRetention(opening, expansion, contraction, churned, options = {}) {
  return formula(
    "mrr_growth_rate",
    "net_revenue_retention",
    { opening, expansion, contraction, churned },
    { currency: options.currency },
    options.level,
  );
}

/**
 * What is left of the revenue of the start, without what accounts pay more.
 * @example
 * mrrGrowthRateGrossRevenueRetention("100000", "2000", "4000").value; // "94"
 */
export function mrrGrowthRateGrossRevenueRetention(opening, contraction, churned, options = {}) {
  return formula(
    "mrr_growth_rate",
    "gross_revenue_retention",
    { opening, contraction, churned },
    { currency: options.currency },
    options.level,
  );
}

/**
 * How much recurring revenue is gained for each unit that is lost.
 * @example
 * mrrGrowthRateQuickRatio("12000", "1000", "5000", "2000", "4000").value; // "3"
 */
export function mrrGrowthRateQuickRatio(new_, reactivation, expansion, contraction, churned, options = {}) {
  return formula(
    "mrr_growth_rate",
    "quick_ratio",
    { new: new_, reactivation, expansion, contraction, churned },
    { currency: options.currency },
    options.level,
  );
}

/**
 * The share of touches that ended in a conversion, each conversion credited to the customer's last touch
 * before it.
 * @example
 * conversionRate(1, 3).value; // "33.333333333"
 */
export function conversionRate(converted, touches, options = {}) {
  return formula("conversion_rate", "last_touch", { converted, touches }, {}, options.level);
}

/**
 * The share of touches after which the customer converted within 30 days, whatever came between.
 * @example
 * conversionRateAnyTouch(3, 3).value; // "100"
 */
export function conversionRateAnyTouch(converted, touches, options = {}) {
  return formula("conversion_rate", "any_touch", { converted, touches }, {}, options.level);
}

/**
 * The share of the customers with a touch who converted within 30 days of one.
 * @example
 * conversionRatePerCustomer(1, 1).value; // "100"
 */
export function conversionRatePerCustomer(converted, customers, options = {}) {
  return formula("conversion_rate", "per_customer", { converted, customers }, {}, options.level);
}

/**
 * The share of touches that ended in an upsell, each sale credited to the last touch before it; and whether
 * the customers sold to stay.
 * @example
 * upsellRate(12, 100, 6, 12, 66, 70).value; // "12"
 */
export function upsellRate(converted, touches, retainedSold, sold, retainedNotSold, notSold, options = {}) {
  return formula(
    "upsell_rate",
    "last_touch",
    { converted, touches, retainedSold, sold, retainedNotSold, notSold },
    {},
    options.level,
  );
}

/**
 * The share of touches after which the customer bought an upgrade within 30 days, whatever came between; and
 * whether the customers sold to stay.
 * @example
 * upsellRateAnyTouch(20, 100, 8, 10, 40, 50).value; // "20"
 */
export function upsellRateAnyTouch(converted, touches, retainedSold, sold, retainedNotSold, notSold, options = {}) {
  return formula(
    "upsell_rate",
    "any_touch",
    { converted, touches, retainedSold, sold, retainedNotSold, notSold },
    {},
    options.level,
  );
}

/**
 * The share of the customers with a touch who bought an upgrade within 30 days of one; and whether they stay.
 * @example
 * upsellRatePerCustomer(15, 60, 9, 15, 27, 45).value; // "25"
 */
export function upsellRatePerCustomer(converted, customers, retainedSold, sold, retainedNotSold, notSold, options = {}) {
  return formula(
    "upsell_rate",
    "per_customer",
    { converted, customers, retainedSold, sold, retainedNotSold, notSold },
    {},
    options.level,
  );
}

/**
 * The share of touches that ended in a cross-sell, each sale credited to the last touch before it; and
 * whether the customers sold to stay.
 * @example
 * crossSellRate(12, 100, 6, 12, 66, 70).value; // "12"
 */
export function crossSellRate(converted, touches, retainedSold, sold, retainedNotSold, notSold, options = {}) {
  return formula(
    "cross_sell_rate",
    "last_touch",
    { converted, touches, retainedSold, sold, retainedNotSold, notSold },
    {},
    options.level,
  );
}

/**
 * The share of touches after which the customer bought another product within 30 days, whatever came between;
 * and whether the customers sold to stay.
 * @example
 * crossSellRateAnyTouch(20, 100, 8, 10, 40, 50).value; // "20"
 */
export function crossSellRateAnyTouch(converted, touches, retainedSold, sold, retainedNotSold, notSold, options = {}) {
  return formula(
    "cross_sell_rate",
    "any_touch",
    { converted, touches, retainedSold, sold, retainedNotSold, notSold },
    {},
    options.level,
  );
}

/**
 * The share of the customers with a touch who bought another product within 30 days of one; and whether they
 * stay.
 * @example
 * crossSellRatePerCustomer(15, 60, 9, 15, 27, 45).value; // "25"
 */
export function crossSellRatePerCustomer(converted, customers, retainedSold, sold, retainedNotSold, notSold, options = {}) {
  return formula(
    "cross_sell_rate",
    "per_customer",
    { converted, customers, retainedSold, sold, retainedNotSold, notSold },
    {},
    options.level,
  );
}

/**
 * What a customer is worth from the first day to the last, at the purchases and the losses of the period.
 * @example
 * customerLifetimeValue("20", "12", "25").value; // "960"
 */
export function customerLifetimeValue(meanPurchase, frequency, churn, options = {}) {
  return formula(
    "customer_lifetime_value",
    "standard",
    { meanPurchase, frequency, churn },
    { currency: options.currency, margin: options.margin },
    options.level,
  );
}

/**
 * How many times as much promoters buy as detractors do.
 * @example
 * customerLifetimeValuePromotersToDetractors("36000", 60, "1500", 15).value; // "6"
 */
export function customerLifetimeValuePromotersToDetractors(promoterValue, promoters, detractorValue, detractors, options = {}) {
  return formula(
    "customer_lifetime_value",
    "promoters_to_detractors",
    { promoterValue, promoters, detractorValue, detractors },
    { currency: options.currency },
    options.level,
  );
}

/**
 * What the customers who left were worth.
 * @example
 * lostCustomerValue("100", 1).value; // "100"
 */
export function lostCustomerValue(value, lost, options = {}) {
  return formula(
    "lost_customer_value",
    "sum",
    { value, lost },
    { currency: options.currency },
    options.level,
  );
}

/**
 * What a customer who left was worth.
 * @example
 * lostCustomerValueMean("729", 3).value; // "243"
 */
export function lostCustomerValueMean(value, lost, options = {}) {
  return formula(
    "lost_customer_value",
    "mean",
    { value, lost },
    { currency: options.currency },
    options.level,
  );
}

/**
 * What a conversation with a customer costs.
 * @example
 * costPerConversation("1000", 100).value; // "10"
 */
export function costPerConversation(cost, conversations, options = {}) {
  return formula(
    "cost_per_conversation",
    "per_conversation",
    { cost, conversations },
    { currency: options.currency },
    options.level,
  );
}

/**
 * What a ticket costs.
 * @example
 * costPerConversationPerTicket("1000", 80).value; // "12.5"
 */
export function costPerConversationPerTicket(cost, tickets, options = {}) {
  return formula(
    "cost_per_conversation",
    "per_ticket",
    { cost, tickets },
    { currency: options.currency },
    options.level,
  );
}

/**
 * What it costs to resolve an inquiry.
 * @example
 * costPerConversationPerResolution("1000", 50).value; // "20"
 */
export function costPerConversationPerResolution(cost, resolutions, options = {}) {
  return formula(
    "cost_per_conversation",
    "per_resolution",
    { cost, resolutions },
    { currency: options.currency },
    options.level,
  );
}

/**
 * What support costs for each outcome that it is there for: a purchase, a finished setup, an upsell.
 * @example
 * costPerConversion("6000", 240).value; // "25"
 */
export function costPerConversion(cost, conversions, options = {}) {
  return formula(
    "cost_per_conversion",
    "standard",
    { cost, conversions },
    { currency: options.currency },
    options.level,
  );
}

/**
 * What support costs for every hundred of revenue. It can pass 100.
 * @example
 * supportCostRatio("45000", "900000").value; // "5"
 */
export function supportCostRatio(cost, revenue, options = {}) {
  return formula(
    "support_cost_ratio",
    "standard",
    { cost, revenue },
    { currency: options.currency },
    options.level,
  );
}

/**
 * What it costs to win a customer.
 * @example
 * customerAcquisitionCost("10000", 80).value; // "125"
 */
export function customerAcquisitionCost(cost, customers, options = {}) {
  return formula(
    "customer_acquisition_cost",
    "standard",
    { cost, customers },
    { currency: options.currency },
    options.level,
  );
}

/**
 * How many times as much a new customer costs as it costs to keep one.
 * @example
 * customerAcquisitionCostToRetentionCost("10000", 80, "15000", 600).value; // "5"
 */
export function customerAcquisitionCostToRetentionCost(acquisition, new_, support, retained, options = {}) {
  return formula(
    "customer_acquisition_cost",
    "to_retention_cost",
    { acquisition, new: new_, support, retained },
    { currency: options.currency },
    options.level,
  );
}

/**
 * The mean rating that employees give their own engagement.
 * @example
 * employeeEngagement([8, 6, 9, 7], 1, 10).value; // "7.5"
 */
export function employeeEngagement(scores, scaleMin, scaleMax, options = {}) {
  return formula("employee_engagement", "score", { scores, scaleMin, scaleMax }, {}, options.level);
}

/**
 * The share of agents who helped or volunteered in the last month.
 * @example
 * employeeEngagementActiveShare(6, 15).value; // "40"
 */
export function employeeEngagementActiveShare(active, agents, options = {}) {
  return formula("employee_engagement", "active_share", { active, agents }, {}, options.level);
}

/**
 * How many agents leave a year for each hundred who are there, at the pace of the period.
 * @example
 * agentAttritionRate(3, 50, 46, 2629800).value; // "75"
 */
export function agentAttritionRate(leavers, opening, closing, period, options = {}) {
  return formula(
    "agent_attrition_rate",
    "annualised",
    { leavers, opening, closing, period },
    {},
    options.level,
  );
}

/**
 * How many agents left in the period for each hundred who were there.
 * @example
 * agentAttritionRatePeriod(3, 50, 46).value; // "6.25"
 */
export function agentAttritionRatePeriod(leavers, opening, closing, options = {}) {
  return formula("agent_attrition_rate", "period", { leavers, opening, closing }, {}, options.level);
}

/**
 * Which agents receive most tickets: the first person to whom each is assigned.
 * @example
 * mostActiveAgents([12, 30, 18]).value; // "3"
 */
export function mostActiveAgents(tickets, options = {}) {
  return formula("most_active_agents", "first_assigned", { tickets }, {}, options.level);
}

/**
 * Which agents receive most tickets, where a ticket counts for everyone who held it.
 * @example
 * mostActiveAgentsEach([12, 30, 18]).value; // "3"
 */
export function mostActiveAgentsEach(tickets, options = {}) {
  return formula("most_active_agents", "each", { tickets }, {}, options.level);
}

/**
 * The best agents by any KPI, as far as the records can tell them apart.
 * @example
 * topAgents([80, 90], [75, 55], [84, 98], [200, 40]).value; // "1"
 */
export function topAgents(values, lowers, uppers, samples, options = {}) {
  return formula(
    "top_agents",
    "standard",
    { values, lowers, uppers, samples },
    { minimumSample: options.minimumSample, rankBy: options.rankBy, better: options.better },
    options.level,
  );
}

/**
 * How completely records are filled in: of the fields that are wanted, the share that says something.
 * @example
 * recordCompleteness(17, 20, 2, 4).value; // "85"
 */
export function recordCompleteness(filled, wanted, complete, records, options = {}) {
  return formula("record_completeness", "standard", { filled, wanted, complete, records }, {}, options.level);
}
