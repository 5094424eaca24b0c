//! Satisfaction: what customers say.

pub(super) mod agent_rating;
pub(super) mod answer;
pub(super) mod csat;
pub(super) mod customer_effort_score;
pub(super) mod dissatisfaction_with_organization;
pub(super) mod net_sentiment;
pub(super) mod nps;
pub(super) mod positive_reviews;
pub(super) mod quality_score;
pub(super) mod survey_response_rate;
