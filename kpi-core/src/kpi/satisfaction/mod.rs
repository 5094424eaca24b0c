//! Satisfaction: what customers say.

pub(super) mod agent_rating;
pub(super) mod answer;
pub(super) mod csat;
pub(super) mod customer_effort_score;
pub(super) mod nps;
pub(super) mod survey_response_rate;
