//! Responsiveness: how long customers wait for people.

pub(super) mod answer_time;
pub(super) mod average_response_time;
mod clock;
pub(super) mod first_response_time;
pub(super) mod first_response_within_target;
pub(super) mod hold_time;
pub(super) mod overdue_response_rate;
pub(super) mod service_level;
pub(super) mod sla_attainment;
mod target;
pub(super) mod time_to_abandon;
pub(super) mod wait_time;
