//! Self-service: who is served without a person, by articles, forums and bots.

pub(super) mod bot_containment_rate;
pub(super) mod knowledge_base_articles;
pub(super) mod self_service_completion_rate;
pub(super) mod self_service_utilization;
pub(super) mod session;
