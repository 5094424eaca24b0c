//! Contact centre: who gets through to a person, who gives up, and how long the work takes.

pub(super) mod abandonment_rate;
pub(super) mod answer_rate;
pub(super) mod handle_time;
pub(super) mod population;
