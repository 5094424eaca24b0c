// The KPIs as formulas and as measures over records; printed by `cargo xtask gen` from the catalogue.
// What each of them means, takes and gives is said in functions.d.ts.
import { ask, formula, report } from "./core.js";

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

/** The KPIs as measures over records. */
export const measure = {
  /** How long customers wait for the first reply by a person, from the moment they wait for people. */
  firstResponseTime({ variant, anchor, bands, quantiles, ...options } = {}) {
    const asked = ask("first_response_time", { variant, anchor, bands, quantiles });
    return report({ ...options, kpis: [asked] });
  },
  /** The share of requests that a person answered within the target. */
  firstResponseWithinTarget({ variant, anchor, targets, targetsBy, ...options } = {}) {
    const asked = ask("first_response_within_target", { variant, anchor, targets, targetsBy });
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
  /** The share of the customers at the start who are still there at the end. */
  retentionRate({ variant, anchor, ...options } = {}) {
    const asked = ask("retention_rate", { variant, anchor });
    return report({ ...options, kpis: [asked] });
  },
  /** What a conversation with a customer costs. */
  costPerConversation({ variant, anchor, currency, rates, ...options } = {}) {
    const asked = ask("cost_per_conversation", { variant, anchor, currency, rates });
    return report({ ...options, kpis: [asked] });
  },
};
