// The KPIs as measures over records; printed by `cargo xtask gen` from the catalogue.
// What each of them means, takes and gives is said in measures.d.ts.
import { ask, report } from "./core.js";

/** The KPIs as measures over records. */
export const measure = {
  /** How long customers wait for the first reply by a person, from the moment they wait for people. */
  firstResponseTime({ variant, anchor, clock, bands, quantiles, ...options } = {}) {
    const asked = ask("first_response_time", { variant, anchor, clock, bands, quantiles });
    return report({ ...options, kpis: [asked] });
  },
  /** The share of requests that a person answered within the target. */
  firstResponseWithinTarget({ variant, anchor, targets, targetsBy, clock, ...options } = {}) {
    const asked = ask("first_response_within_target", { variant, anchor, targets, targetsBy, clock });
    return report({ ...options, kpis: [asked] });
  },
  /** How long customers wait for each further reply, once a person has replied for the first time. */
  averageResponseTime({ variant, anchor, clock, bands, quantiles, ...options } = {}) {
    const asked = ask("average_response_time", { variant, anchor, clock, bands, quantiles });
    return report({ ...options, kpis: [asked] });
  },
  /** How long customers wait in the queue until a person answers the call or chat; its mean is the average speed of answer. */
  answerTime({ variant, anchor, clock, bands, quantiles, ...options } = {}) {
    const asked = ask("answer_time", { variant, anchor, clock, bands, quantiles });
    return report({ ...options, kpis: [asked] });
  },
  /** How long customers wait in all until their request is resolved: the time in which the next step was the company's. */
  waitTime({ variant, anchor, bands, quantiles, clock, ...options } = {}) {
    const asked = ask("wait_time", { variant, anchor, bands, quantiles, clock });
    return report({ ...options, kpis: [asked] });
  },
  /** How long customers are put on hold after a person has answered, over all answered contacts; how many are held, and how long those wait. */
  holdTime({ variant, anchor, direction, bands, quantiles, ...options } = {}) {
    const asked = ask("hold_time", { variant, anchor, direction, bands, quantiles });
    return report({ ...options, kpis: [asked] });
  },
  /** How long customers wait in the queue before they give up. */
  timeToAbandon({ variant, anchor, short, clock, bands, quantiles, horizon, ...options } = {}) {
    const asked = ask("time_to_abandon", { variant, anchor, short, clock, bands, quantiles, horizon });
    return report({ ...options, kpis: [asked] });
  },
  /** The share of contacts that a person answered within the target, of all that were answered or given up. */
  serviceLevel({ variant, anchor, targets, targetsBy, population, short, ...options } = {}) {
    const asked = ask("service_level", { variant, anchor, targets, targetsBy, population, short });
    return report({ ...options, kpis: [asked] });
  },
  /** The share of requests on which a promised response is overdue. */
  overdueResponseRate({ variant, anchor, ...options } = {}) {
    const asked = ask("overdue_response_rate", { variant, anchor });
    return report({ ...options, kpis: [asked] });
  },
  /** The share of decided SLA targets that were met. */
  slaAttainment({ variant, anchor, ...options } = {}) {
    const asked = ask("sla_attainment", { variant, anchor });
    return report({ ...options, kpis: [asked] });
  },
  /** How long it takes until a request is resolved for good. */
  resolutionTime({ variant, anchor, bands, quantiles, clock, horizon, ...options } = {}) {
    const asked = ask("resolution_time", { variant, anchor, bands, quantiles, clock, horizon });
    return report({ ...options, kpis: [asked] });
  },
  /** The share of cases that the first contact with a person resolved for good. */
  firstContactResolutionRate({ variant, anchor, repeatWithin, businessHoursOnly, kind, ...options } = {}) {
    const asked = ask(
      "first_contact_resolution_rate",
      { variant, anchor, repeatWithin, businessHoursOnly, kind },
    );
    return report({ ...options, kpis: [asked] });
  },
  /** How many tickets were resolved and have stayed so. */
  ticketsResolved({ variant, anchor, ...options } = {}) {
    const asked = ask("tickets_resolved", { variant, anchor });
    return report({ ...options, kpis: [asked] });
  },
  /** How many requests were taken under control: answered, resolved, closed or deleted. */
  requestsProcessed({ variant, anchor, ...options } = {}) {
    const asked = ask("requests_processed", { variant, anchor });
    return report({ ...options, kpis: [asked] });
  },
  /** The share of the requests of a period that are resolved. */
  taskCompletionRate({ variant, anchor, ...options } = {}) {
    const asked = ask("task_completion_rate", { variant, anchor });
    return report({ ...options, kpis: [asked] });
  },
  /** The share of resolved tickets that the customer reopened. */
  reopenRate({ variant, anchor, within, ...options } = {}) {
    const asked = ask("reopen_rate", { variant, anchor, within });
    return report({ ...options, kpis: [asked] });
  },
  /** The share of resolved cases after which the customer had to come back with the same kind of issue. */
  repeatContactRate({ variant, anchor, within, ...options } = {}) {
    const asked = ask("repeat_contact_rate", { variant, anchor, within });
    return report({ ...options, kpis: [asked] });
  },
  /** The share of resolved tickets that one person resolved alone. */
  soloResolutionRate({ variant, anchor, ...options } = {}) {
    const asked = ask("solo_resolution_rate", { variant, anchor });
    return report({ ...options, kpis: [asked] });
  },
  /** How many replies by people resolved tickets took, and the share that took one. */
  touchesToResolution({ variant, anchor, ...options } = {}) {
    const asked = ask("touches_to_resolution", { variant, anchor });
    return report({ ...options, kpis: [asked] });
  },
  /** How often a customer is passed from one person to another. */
  interactionsPerTicket({ variant, anchor, bands, quantiles, ...options } = {}) {
    const asked = ask("interactions_per_ticket", { variant, anchor, bands, quantiles });
    return report({ ...options, kpis: [asked] });
  },
  /** How long agents hold a request before they pass it on to a colleague. */
  transferTime({ variant, anchor, clock, bands, quantiles, ...options } = {}) {
    const asked = ask("transfer_time", { variant, anchor, clock, bands, quantiles });
    return report({ ...options, kpis: [asked] });
  },
  /** Where the time of tickets goes: how long they are in each status, and which part of all time that is. */
  timeInStatus({ variant, anchor, clock, bands, quantiles, ...options } = {}) {
    const asked = ask("time_in_status", { variant, anchor, clock, bands, quantiles });
    return report({ ...options, kpis: [asked] });
  },
  /** The share of tickets that were escalated. */
  escalationRate({ variant, anchor, ...options } = {}) {
    const asked = ask("escalation_rate", { variant, anchor });
    return report({ ...options, kpis: [asked] });
  },
  /** How many requests were canceled, and what they were worth. */
  canceledRequests({ variant, anchor, currency, rates, ...options } = {}) {
    const asked = ask("canceled_requests", { variant, anchor, currency, rates });
    return report({ ...options, kpis: [asked] });
  },
  /** How many tickets are unresolved at the end of a bucket, and how old they are. */
  backlog({ variant, anchor, bands, quantiles, ...options } = {}) {
    const asked = ask("backlog", { variant, anchor, bands, quantiles });
    return report({ ...options, kpis: [asked] });
  },
  /** Whether the help desk keeps up: tickets resolved to tickets created, and by how many the backlog grew. */
  clearanceRate({ variant, anchor, ...options } = {}) {
    const asked = ask("clearance_rate", { variant, anchor });
    return report({ ...options, kpis: [asked] });
  },
  /** How many tickets come in, and through which channel. */
  ticketVolume({ variant, anchor, ...options } = {}) {
    const asked = ask("ticket_volume", { variant, anchor });
    return report({ ...options, kpis: [asked] });
  },
  /** How many issues there are of each type. */
  issuesByType({ variant, anchor, ...options } = {}) {
    const asked = ask("issues_by_type", { variant, anchor });
    return report({ ...options, kpis: [asked] });
  },
  /** How much comes in at which hour of which weekday, and when most does. */
  arrivalProfile({ variant, anchor, holidays, ...options } = {}) {
    const asked = ask("arrival_profile", { variant, anchor, holidays });
    return report({ ...options, kpis: [asked] });
  },
  /** The share of contacts that customers gave up before a person answered. */
  abandonmentRate({ variant, anchor, population, short, ...options } = {}) {
    const asked = ask("abandonment_rate", { variant, anchor, population, short });
    return report({ ...options, kpis: [asked] });
  },
  /** The share of contacts that a person answered, and what became of the others. */
  answerRate({ variant, anchor, population, short, ...options } = {}) {
    const asked = ask("answer_rate", { variant, anchor, population, short });
    return report({ ...options, kpis: [asked] });
  },
  /** How long the work on a contact takes: talk, hold and the work afterwards. */
  handleTime({ variant, anchor, direction, bands, quantiles, ...options } = {}) {
    const asked = ask("handle_time", { variant, anchor, direction, bands, quantiles });
    return report({ ...options, kpis: [asked] });
  },
  /** The share of answers in the two best points of the scale. */
  csat({ variant, anchor, kind, ...options } = {}) {
    const asked = ask("csat", { variant, anchor, kind });
    return report({ ...options, kpis: [asked] });
  },
  /** Net Promoter Score: how many more would recommend the company than would not. */
  nps({ variant, anchor, kind, ...options } = {}) {
    const asked = ask("nps", { variant, anchor, kind });
    return report({ ...options, kpis: [asked] });
  },
  /** The share of customers who say that it was easy to get their issue resolved. */
  customerEffortScore({ variant, anchor, kind, ...options } = {}) {
    const asked = ask("customer_effort_score", { variant, anchor, kind });
    return report({ ...options, kpis: [asked] });
  },
  /** The share of delivered invitations that were answered within seven days. */
  surveyResponseRate({ variant, anchor, within, kind, ...options } = {}) {
    const asked = ask("survey_response_rate", { variant, anchor, within, kind });
    return report({ ...options, kpis: [asked] });
  },
  /** The mean rating that customers give an agent. */
  agentRating({ variant, anchor, kind, ...options } = {}) {
    const asked = ask("agent_rating", { variant, anchor, kind });
    return report({ ...options, kpis: [asked] });
  },
  /** The share of the customers at the start who are still there at the end. */
  retentionRate({ variant, anchor, ...options } = {}) {
    const asked = ask("retention_rate", { variant, anchor });
    return report({ ...options, kpis: [asked] });
  },
  /** The share of the customers at the start who are no longer there at the end. */
  churnRate({ variant, anchor, kind, within, horizon, bands, ...options } = {}) {
    const asked = ask("churn_rate", { variant, anchor, kind, within, horizon, bands });
    return report({ ...options, kpis: [asked] });
  },
  /** The share of the customers who bought in the period that bought more than once in it. */
  repeatPurchaseRate({ variant, anchor, within, resolvedWithin, ...options } = {}) {
    const asked = ask("repeat_purchase_rate", { variant, anchor, within, resolvedWithin });
    return report({ ...options, kpis: [asked] });
  },
  /** By how much monthly recurring revenue grew, and what the growth is made of. */
  mrrGrowthRate({ variant, anchor, currency, rates, ...options } = {}) {
    const asked = ask("mrr_growth_rate", { variant, anchor, currency, rates });
    return report({ ...options, kpis: [asked] });
  },
  /** What a conversation with a customer costs. */
  costPerConversation({ variant, anchor, currency, rates, ...options } = {}) {
    const asked = ask("cost_per_conversation", { variant, anchor, currency, rates });
    return report({ ...options, kpis: [asked] });
  },
};
