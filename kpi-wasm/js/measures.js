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
  /** How many tickets come in for each hundred customers. */
  contactRate({ variant, anchor, ...options } = {}) {
    const asked = ask("contact_rate", { variant, anchor });
    return report({ ...options, kpis: [asked] });
  },
  /** How many complaints come in for each hundred customers. */
  complaintRate({ variant, anchor, ...options } = {}) {
    const asked = ask("complaint_rate", { variant, anchor });
    return report({ ...options, kpis: [asked] });
  },
  /** The share of issues that self-service kept away from the agents, at most. */
  deflectionRate({ variant, anchor, kinds, linkWithin, anonymous, ...options } = {}) {
    const asked = ask("deflection_rate", { variant, anchor, kinds, linkWithin, anonymous });
    return report({ ...options, kpis: [asked] });
  },
  /** The share of tickets that are linked to a customer account. */
  accountLinkageRate({ variant, anchor, ...options } = {}) {
    const asked = ask("account_linkage_rate", { variant, anchor });
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
  /** How much of the time for which agents are available they spend on customers; parallel work counts once. */
  occupancyRate({ variant, anchor, ...options } = {}) {
    const asked = ask("occupancy_rate", { variant, anchor });
    return report({ ...options, kpis: [asked] });
  },
  /** How much of the paid time agents spend on customers. */
  utilization({ variant, anchor, ...options } = {}) {
    const asked = ask("utilization", { variant, anchor });
    return report({ ...options, kpis: [asked] });
  },
  /** How many contacts agents handle in each hour for which they are available. */
  contactsPerHour({ variant, anchor, offShift, direction, ...options } = {}) {
    const asked = ask("contacts_per_hour", { variant, anchor, offShift, direction });
    return report({ ...options, kpis: [asked] });
  },
  /** How many tickets an agent resolves in a workday. */
  employeeProductivity({ variant, anchor, ...options } = {}) {
    const asked = ask("employee_productivity", { variant, anchor });
    return report({ ...options, kpis: [asked] });
  },
  /** How many agents it takes to answer so many contacts as fast as was promised, if nobody gives up. */
  requiredAgents({ variant, anchor, serviceLevel, target, shrinkage, maxOccupancy, agents, patience, ...options } = {}) {
    const asked = ask(
      "required_agents",
      { variant, anchor, serviceLevel, target, shrinkage, maxOccupancy, agents, patience },
    );
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
  /** How many five-star reviews were posted. */
  positiveReviews({ variant, anchor, bands, quantiles, ...options } = {}) {
    const asked = ask("positive_reviews", { variant, anchor, bands, quantiles });
    return report({ ...options, kpis: [asked] });
  },
  /** How much more of the labelled feedback is positive than negative, in reviews and tickets together. */
  netSentiment({ variant, anchor, ...options } = {}) {
    const asked = ask("net_sentiment", { variant, anchor });
    return report({ ...options, kpis: [asked] });
  },
  /** The mean rating that customers give an agent. */
  agentRating({ variant, anchor, kind, ...options } = {}) {
    const asked = ask("agent_rating", { variant, anchor, kind });
    return report({ ...options, kpis: [asked] });
  },
  /** The share of answers about how work is organized that lie in the two worst points of the scale. */
  dissatisfactionWithOrganization({ variant, anchor, kind, ...options } = {}) {
    const asked = ask("dissatisfaction_with_organization", { variant, anchor, kind });
    return report({ ...options, kpis: [asked] });
  },
  /** The mean score, from 0 to 100, of conversations that were reviewed by a scorecard. */
  qualityScore({ variant, anchor, critical, kind, ...options } = {}) {
    const asked = ask("quality_score", { variant, anchor, critical, kind });
    return report({ ...options, kpis: [asked] });
  },
  /** How often self-service was used. */
  selfServiceUtilization({ variant, anchor, ...options } = {}) {
    const asked = ask("self_service_utilization", { variant, anchor });
    return report({ ...options, kpis: [asked] });
  },
  /** The share of all customer issues that self-service solved, by the customers' own word. */
  selfServiceCompletionRate({ variant, anchor, linkWithin, anonymous, ...options } = {}) {
    const asked = ask("self_service_completion_rate", { variant, anchor, linkWithin, anonymous });
    return report({ ...options, kpis: [asked] });
  },
  /** The share of conversations with a bot that needed no person, then or within a day. */
  botContainmentRate({ variant, anchor, linkWithin, anonymous, ...options } = {}) {
    const asked = ask("bot_containment_rate", { variant, anchor, linkWithin, anonymous });
    return report({ ...options, kpis: [asked] });
  },
  /** How many articles the knowledge base has, whether they help, whether they are read, and how many are stale. */
  knowledgeBaseArticles({ variant, anchor, staleAfter, ...options } = {}) {
    const asked = ask("knowledge_base_articles", { variant, anchor, staleAfter });
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
  /** How many requests to cancel came from existing customers. */
  customerTurnover({ variant, anchor, types, ...options } = {}) {
    const asked = ask("customer_turnover", { variant, anchor, types });
    return report({ ...options, kpis: [asked] });
  },
  /** By how much monthly recurring revenue grew, and what the growth is made of. */
  mrrGrowthRate({ variant, anchor, currency, rates, ...options } = {}) {
    const asked = ask("mrr_growth_rate", { variant, anchor, currency, rates });
    return report({ ...options, kpis: [asked] });
  },
  /** The share of touches that ended in a conversion, each conversion credited to the customer's last touch before it. */
  conversionRate({ variant, anchor, after, kinds, within, ...options } = {}) {
    const asked = ask("conversion_rate", { variant, anchor, after, kinds, within });
    return report({ ...options, kpis: [asked] });
  },
  /** The share of touches that ended in an upsell, each sale credited to the last touch before it; and whether the customers sold to stay. */
  upsellRate({ variant, anchor, after, within, retainedAfter, ...options } = {}) {
    const asked = ask("upsell_rate", { variant, anchor, after, within, retainedAfter });
    return report({ ...options, kpis: [asked] });
  },
  /** The share of touches that ended in a cross-sell, each sale credited to the last touch before it; and whether the customers sold to stay. */
  crossSellRate({ variant, anchor, after, within, retainedAfter, ...options } = {}) {
    const asked = ask("cross_sell_rate", { variant, anchor, after, within, retainedAfter });
    return report({ ...options, kpis: [asked] });
  },
  /** What a customer is worth from the first day to the last, at the purchases and the losses of the period. */
  customerLifetimeValue({ variant, anchor, currency, rates, margin, kind, ...options } = {}) {
    const asked = ask("customer_lifetime_value", { variant, anchor, currency, rates, margin, kind });
    return report({ ...options, kpis: [asked] });
  },
  /** What the customers who left were worth. */
  lostCustomerValue({ variant, anchor, currency, rates, lookback, ...options } = {}) {
    const asked = ask("lost_customer_value", { variant, anchor, currency, rates, lookback });
    return report({ ...options, kpis: [asked] });
  },
  /** What a conversation with a customer costs. */
  costPerConversation({ variant, anchor, currency, rates, shareBy, ...options } = {}) {
    const asked = ask("cost_per_conversation", { variant, anchor, currency, rates, shareBy });
    return report({ ...options, kpis: [asked] });
  },
  /** What support costs for each outcome that it is there for: a purchase, a finished setup, an upsell. */
  costPerConversion({ variant, anchor, currency, rates, kinds, ...options } = {}) {
    const asked = ask("cost_per_conversion", { variant, anchor, currency, rates, kinds });
    return report({ ...options, kpis: [asked] });
  },
  /** What support costs for every hundred of revenue. It can pass 100. */
  supportCostRatio({ variant, anchor, currency, rates, revenue, ...options } = {}) {
    const asked = ask("support_cost_ratio", { variant, anchor, currency, rates, revenue });
    return report({ ...options, kpis: [asked] });
  },
  /** What it costs to win a customer. */
  customerAcquisitionCost({ variant, anchor, currency, rates, ...options } = {}) {
    const asked = ask("customer_acquisition_cost", { variant, anchor, currency, rates });
    return report({ ...options, kpis: [asked] });
  },
  /** The mean rating that employees give their own engagement. */
  employeeEngagement({ variant, anchor, ...options } = {}) {
    const asked = ask("employee_engagement", { variant, anchor });
    return report({ ...options, kpis: [asked] });
  },
  /** How many agents leave a year for each hundred who are there, at the pace of the period. */
  agentAttritionRate({ variant, anchor, ...options } = {}) {
    const asked = ask("agent_attrition_rate", { variant, anchor });
    return report({ ...options, kpis: [asked] });
  },
  /** Which agents receive most tickets: the first person to whom each is assigned. */
  mostActiveAgents({ variant, anchor, ...options } = {}) {
    const asked = ask("most_active_agents", { variant, anchor });
    return report({ ...options, kpis: [asked] });
  },
  /** The best agents by any KPI, as far as the records can tell them apart. */
  topAgents({ variant, anchor, kpi, kpiVariant, kpiParameters, figure, minimumSample, rankBy, better, ...options } = {}) {
    const asked = ask(
      "top_agents",
      { variant, anchor, kpi, kpiVariant, kpiParameters, figure, minimumSample, rankBy, better },
    );
    return report({ ...options, kpis: [asked] });
  },
  /** How completely records are filled in: of the fields that are wanted, the share that says something. */
  recordCompleteness({ variant, anchor, record, fields, ...options } = {}) {
    const asked = ask("record_completeness", { variant, anchor, record, fields });
    return report({ ...options, kpis: [asked] });
  },
};
