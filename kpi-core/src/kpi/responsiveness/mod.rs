//! Responsiveness: how long customers wait for people.

pub(super) mod answer_time;
mod clock;
pub(super) mod first_response_time;
pub(super) mod first_response_within_target;
pub(super) mod hold_time;
pub(super) mod service_level;
mod target;
pub(super) mod time_to_abandon;
