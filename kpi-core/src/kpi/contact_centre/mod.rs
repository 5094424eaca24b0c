//! Contact centre: who gets through to a person, who gives up, how long the work takes, and how many people it takes.

pub(super) mod abandonment_rate;
pub(super) mod answer_rate;
pub(super) mod contacts_per_hour;
pub(super) mod employee_productivity;
pub(super) mod handle_time;
pub(super) mod occupancy_rate;
pub(super) mod population;
pub(super) mod required_agents;
mod work;
