//! Cost: what support costs, by what it does.

pub(super) mod cost_per_conversation;
pub(super) mod cost_per_conversion;
pub(super) mod customer_acquisition_cost;
mod entry;
pub(super) mod support_cost_ratio;
