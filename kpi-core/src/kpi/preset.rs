//! Presets: named sets of KPIs, by goal, by stage of the company, and as the articles list them.

use alloc::format;

use serde::Serialize;

use crate::error::{Code, Error, Result};
use crate::spec::said;
use crate::words::either;

/// A named set of KPIs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Preset {
    /// Its name, for example `loyalty`.
    pub name: &'static str,
    /// What it is for, in one line; empty without the feature `prose`.
    pub doc: &'static str,
    /// Ids with their variants, the most important first.
    pub kpis: &'static [(&'static str, &'static str)],
}

static PRESETS: &[Preset] = &[
    Preset {
        name: "common",
        doc: said("The five that S4 calls the most common and valuable."),
        kpis: &[
            ("csat", "top_two_boxes"),
            ("nps", "standard"),
            ("first_response_time", "from_handover"),
            ("resolution_time", "last"),
            ("churn_rate", "lost"),
        ],
    },
    Preset {
        name: "overview",
        doc: said("One page for a manager: the common five, then speed, quality, loyalty, volume and cost."),
        kpis: &[
            ("csat", "top_two_boxes"),
            ("nps", "standard"),
            ("first_response_time", "from_handover"),
            ("resolution_time", "last"),
            ("churn_rate", "lost"),
            ("first_contact_resolution_rate", "of_cases"),
            ("first_response_within_target", "standard"),
            ("customer_effort_score", "share"),
            ("reopen_rate", "by_customer"),
            ("abandonment_rate", "before_answer"),
            ("retention_rate", "identity"),
            ("ticket_volume", "standard"),
            ("cost_per_conversation", "per_conversation"),
        ],
    },
    Preset {
        name: "responsiveness",
        doc: said("How long customers wait for a person, on every channel."),
        kpis: &[
            ("first_response_time", "from_handover"),
            ("first_response_within_target", "standard"),
            ("average_response_time", "after_first"),
            ("sla_attainment", "per_target"),
            ("answer_time", "from_queue"),
            ("service_level", "offered"),
            ("wait_time", "queue"),
            ("hold_time", "standard"),
            ("time_to_abandon", "standard"),
            ("time_to_abandon", "longest_wait"),
        ],
    },
    Preset {
        name: "resolution",
        doc: said("How long it takes to solve a request, and how many hands and turns."),
        kpis: &[
            ("resolution_time", "last"),
            ("first_contact_resolution_rate", "of_cases"),
            ("reopen_rate", "by_customer"),
            ("touches_to_resolution", "standard"),
            ("interactions_per_ticket", "replies"),
            ("solo_resolution_rate", "standard"),
            ("escalation_rate", "standard"),
            ("task_completion_rate", "resolved_of_requests"),
            ("transfer_time", "holding"),
            ("time_in_status", "standard"),
        ],
    },
    Preset {
        name: "flow",
        doc: said("What comes in, leaves, stays and comes back, from an event log and over a window."),
        kpis: &[
            ("clearance_rate", "tickets"),
            ("backlog", "unresolved"),
            ("backlog", "actionable"),
            ("backlog", "unassigned"),
            ("backlog", "overdue"),
            ("overdue_response_rate", "of_requests"),
            ("repeat_contact_rate", "standard"),
            ("wait_time", "requester"),
            ("wait_time", "agent_wait_time"),
            ("transfer_time", "holding"),
            ("transfer_time", "transfer_rate"),
            ("time_in_status", "standard"),
            ("ticket_volume", "standard"),
            ("arrival_profile", "standard"),
        ],
    },
    Preset {
        name: "workload",
        doc: said("What comes in, through which channel and about what, and what gets done."),
        kpis: &[
            ("ticket_volume", "standard"),
            ("issues_by_type", "standard"),
            ("requests_processed", "standard"),
            ("tickets_resolved", "tickets"),
            ("task_completion_rate", "processed_of_requests"),
            ("canceled_requests", "requests"),
        ],
    },
    Preset {
        name: "call_centre",
        doc: said("Calls and chats: who gets through, how soon, and how long it takes."),
        kpis: &[
            ("service_level", "offered"),
            ("answer_time", "from_queue"),
            ("answer_rate", "standard"),
            ("abandonment_rate", "before_answer"),
            ("time_to_abandon", "standard"),
            ("time_to_abandon", "longest_wait"),
            ("handle_time", "handle_time"),
            ("handle_time", "talk_time"),
            ("handle_time", "after_contact_work_time"),
            ("hold_time", "standard"),
        ],
    },
    Preset {
        name: "demand",
        doc: said("How much customers ask and complain, and whether their requests are linked to them."),
        kpis: &[
            ("ticket_volume", "standard"),
            ("issues_by_type", "standard"),
            ("contact_rate", "standard"),
            ("complaint_rate", "standard"),
            ("account_linkage_rate", "to_account"),
            ("account_linkage_rate", "to_sale"),
        ],
    },
    Preset {
        name: "workforce",
        doc: said("How busy the people are, how much they get done, and how many are needed."),
        kpis: &[
            ("occupancy_rate", "union"),
            ("utilization", "utilization"),
            ("utilization", "shrinkage"),
            ("utilization", "schedule_adherence"),
            ("contacts_per_hour", "standard"),
            ("employee_productivity", "per_day"),
            ("required_agents", "erlang_c"),
        ],
    },
    Preset {
        name: "self_service",
        doc: said("How far customers get without a person."),
        kpis: &[
            ("self_service_completion_rate", "of_issues"),
            ("deflection_rate", "standard"),
            ("self_service_utilization", "visits"),
            ("bot_containment_rate", "contained"),
            ("bot_containment_rate", "bot_handover_rate"),
            ("knowledge_base_articles", "standard"),
        ],
    },
    Preset {
        name: "satisfaction",
        doc: said("What customers answer when they are asked, and how many answer."),
        kpis: &[
            ("csat", "top_two_boxes"),
            ("csat", "mean"),
            ("customer_effort_score", "share"),
            ("nps", "standard"),
            ("agent_rating", "standard"),
            ("survey_response_rate", "standard"),
            ("dissatisfaction_with_organization", "standard"),
        ],
    },
    Preset {
        name: "quality",
        doc: said("Whether the answer was good: solved at once, by one person, for good, and without effort."),
        kpis: &[
            ("first_contact_resolution_rate", "of_cases"),
            ("first_contact_resolution_rate", "surveyed"),
            ("reopen_rate", "by_customer"),
            ("solo_resolution_rate", "standard"),
            ("interactions_per_ticket", "agent_changes"),
            ("customer_effort_score", "share"),
            ("csat", "top_two_boxes"),
            ("agent_rating", "standard"),
        ],
    },
    Preset {
        name: "reputation",
        doc: said("What customers say of the company in public."),
        kpis: &[("positive_reviews", "share"), ("positive_reviews", "count"), ("net_sentiment", "reviews")],
    },
    Preset {
        name: "people",
        doc: said("The people who serve customers: how they are, how well they do, and who leaves."),
        kpis: &[
            ("employee_engagement", "score"),
            ("employee_engagement", "active_share"),
            ("agent_attrition_rate", "annualised"),
            ("quality_score", "standard"),
            ("top_agents", "standard"),
            ("most_active_agents", "first_assigned"),
        ],
    },
    Preset {
        name: "loyalty",
        doc: said("Whether customers stay, come back and recommend, also after something went wrong."),
        kpis: &[
            ("retention_rate", "identity"),
            ("churn_rate", "lost"),
            ("churn_rate", "after_bad_rating"),
            ("repeat_purchase_rate", "within_window"),
            ("repeat_purchase_rate", "after_complaint"),
            ("repeat_purchase_rate", "after_abandoned_contact"),
            ("nps", "standard"),
            ("customer_turnover", "count"),
            ("customer_lifetime_value", "standard"),
            ("lost_customer_value", "sum"),
        ],
    },
    Preset {
        name: "revenue",
        doc: said("Recurring revenue and what moves it, repeat purchases, and what cancellations lose."),
        kpis: &[
            ("mrr_growth_rate", "growth"),
            ("mrr_growth_rate", "net_revenue_retention"),
            ("mrr_growth_rate", "gross_revenue_retention"),
            ("mrr_growth_rate", "quick_ratio"),
            ("repeat_purchase_rate", "within_window"),
            ("canceled_requests", "orders"),
        ],
    },
    Preset {
        name: "sales",
        doc: said("What support sells, and what it costs to win a customer."),
        kpis: &[
            ("conversion_rate", "last_touch"),
            ("upsell_rate", "last_touch"),
            ("cross_sell_rate", "last_touch"),
            ("cost_per_conversion", "standard"),
            ("customer_acquisition_cost", "standard"),
        ],
    },
    Preset {
        name: "cost",
        doc: said("What a conversation, a ticket and a resolution cost, and the work that makes the cost."),
        kpis: &[
            ("cost_per_conversation", "per_conversation"),
            ("cost_per_conversation", "per_ticket"),
            ("cost_per_conversation", "per_resolution"),
            ("handle_time", "handle_time"),
            ("touches_to_resolution", "standard"),
            ("reopen_rate", "by_customer"),
            ("support_cost_ratio", "standard"),
        ],
    },
    Preset {
        name: "early_stage",
        doc: said("For a young company: are customers won, and are they content?"),
        kpis: &[
            ("csat", "top_two_boxes"),
            ("customer_effort_score", "share"),
            ("nps", "standard"),
            ("survey_response_rate", "standard"),
            ("first_response_time", "from_handover"),
            ("mrr_growth_rate", "growth"),
        ],
    },
    Preset {
        name: "established",
        doc: said("For an established company: do customers stay, and at what cost?"),
        kpis: &[
            ("retention_rate", "identity"),
            ("churn_rate", "lost"),
            ("nps", "standard"),
            ("repeat_purchase_rate", "returning"),
            ("mrr_growth_rate", "net_revenue_retention"),
            ("cost_per_conversation", "per_conversation"),
        ],
    },
    Preset {
        name: "s0",
        doc: said("What S0 lists, in its own readings."),
        kpis: &[
            ("first_response_time", "from_created"),
            ("abandonment_rate", "before_resolution"),
            ("interactions_per_ticket", "agent_changes"),
            ("repeat_purchase_rate", "within_window"),
            ("nps", "standard"),
            ("complaint_rate", "standard"),
            ("employee_productivity", "per_day"),
            ("quality_score", "standard"),
            ("net_sentiment", "all"),
            ("customer_lifetime_value", "standard"),
            ("bot_containment_rate", "contained"),
        ],
    },
    Preset {
        name: "s1",
        doc: said("What S1 lists, in its own readings."),
        kpis: &[
            ("churn_rate", "lost"),
            ("service_level", "offered"),
            ("mrr_growth_rate", "growth"),
            ("issues_by_type", "standard"),
            ("first_response_time", "from_created"),
            ("first_contact_resolution_rate", "of_cases"),
            ("resolution_time", "last"),
            ("cost_per_conversation", "per_resolution"),
            ("csat", "mean"),
            ("nps", "standard"),
            ("customer_effort_score", "by_interactions"),
            ("retention_rate", "identity"),
            ("average_response_time", "after_first"),
            ("deflection_rate", "standard"),
            ("knowledge_base_articles", "standard"),
            ("positive_reviews", "count"),
            ("employee_engagement", "score"),
            ("most_active_agents", "first_assigned"),
            ("top_agents", "standard"),
            ("support_cost_ratio", "standard"),
        ],
    },
    Preset {
        name: "s2",
        doc: said("What S2 lists, in its own readings."),
        kpis: &[
            ("first_contact_resolution_rate", "of_cases"),
            ("answer_time", "from_start"),
            ("handle_time", "call_length"),
            ("requests_processed", "standard"),
            ("task_completion_rate", "resolved_of_requests"),
            ("task_completion_rate", "processed_of_requests"),
            ("agent_rating", "standard"),
            ("csat", "top_two_boxes"),
            ("customer_effort_score", "mean"),
            ("solo_resolution_rate", "standard"),
            ("nps", "standard"),
            ("canceled_requests", "requests"),
            ("canceled_requests", "orders"),
            ("transfer_time", "holding"),
            ("overdue_response_rate", "of_requests"),
            ("contacts_per_hour", "standard"),
            ("quality_score", "standard"),
            ("dissatisfaction_with_organization", "standard"),
            ("net_sentiment", "all"),
            ("customer_turnover", "count"),
            ("upsell_rate", "last_touch"),
            ("support_cost_ratio", "standard"),
            ("record_completeness", "standard"),
        ],
    },
    Preset {
        name: "s3",
        doc: said("What S3 lists: retention, and the KPIs to hold beside it."),
        kpis: &[
            ("retention_rate", "identity"),
            ("resolution_time", "last"),
            ("ticket_volume", "standard"),
            ("abandonment_rate", "before_answer"),
            ("csat", "top_two_boxes"),
            ("wait_time", "requester"),
            ("account_linkage_rate", "to_account"),
            ("account_linkage_rate", "to_sale"),
            ("conversion_rate", "last_touch"),
            ("lost_customer_value", "mean"),
            ("customer_acquisition_cost", "to_retention_cost"),
            ("top_agents", "standard"),
        ],
    },
    Preset {
        name: "s4",
        doc: said("What S4 lists, in its own readings."),
        kpis: &[
            ("csat", "top_two_boxes"),
            ("customer_effort_score", "share"),
            ("first_contact_resolution_rate", "of_cases"),
            ("first_response_time", "from_created"),
            ("nps", "standard"),
            ("ticket_volume", "standard"),
            ("resolution_time", "last"),
            ("abandonment_rate", "before_answer"),
            ("retention_rate", "s4_literal"),
            ("tickets_resolved", "tickets"),
            ("reopen_rate", "by_customer"),
            ("churn_rate", "lost"),
            ("occupancy_rate", "union"),
            ("self_service_utilization", "visits"),
            ("self_service_completion_rate", "of_issues"),
            ("bot_containment_rate", "contained"),
            ("cost_per_conversion", "standard"),
        ],
    },
];

/// Every preset, in the order of the documentation.
///
/// ```
/// assert_eq!(kpi_core::presets()[0].name, "common");
/// ```
#[must_use]
pub fn presets() -> &'static [Preset] {
    PRESETS
}

/// The preset of a name.
///
/// # Errors
/// [`Code::BadRequest`], which says what there is.
///
/// ```
/// let common = kpi_core::preset("common")?;
/// assert_eq!(common.kpis.len(), 5);
/// # Ok::<(), kpi_core::Error>(())
/// ```
pub fn preset(name: &str) -> Result<&'static Preset> {
    PRESETS.iter().find(|preset| preset.name == name).ok_or_else(|| {
        let names = either(PRESETS.iter().map(|preset| preset.name));
        Error::new(Code::BadRequest, format!("there is no preset `{name}`; choose {names}")).field("preset")
    })
}

#[cfg(test)]
mod tests {
    use alloc::collections::BTreeSet;

    use super::*;
    use crate::find;

    #[test]
    fn every_kpi_of_a_preset_is_in_the_catalogue() {
        for preset in presets() {
            for (id, variant) in preset.kpis {
                let entry = find(id, variant).unwrap_or_else(|error| panic!("{}: {error}", preset.name));
                assert_eq!(entry.spec().variant, *variant, "{}: {id}", preset.name);
            }
        }
    }

    #[test]
    fn names_are_unique_and_no_preset_names_a_kpi_twice() {
        let names: BTreeSet<&str> = presets().iter().map(|preset| preset.name).collect();
        assert_eq!(names.len(), presets().len());
        for preset in presets() {
            let kpis: BTreeSet<_> = preset.kpis.iter().collect();
            assert_eq!((kpis.len(), preset.doc.lines().count()), (preset.kpis.len(), 1), "{}", preset.name);
            assert_eq!(super::preset(preset.name), Ok(preset));
        }
        assert!(super::preset("all").is_err_and(|error| error.text().contains("choose common, overview, ")));
    }
}
