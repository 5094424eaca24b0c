//! Cost: what support costs, by what it does.

pub(super) mod cost_per_conversation;
