//! Satisfaction: what customers say.

pub(super) mod answer;
pub(super) mod csat;
pub(super) mod customer_effort_score;
pub(super) mod nps;
