//! Responsiveness: how long customers wait for people.

mod clock;
pub(super) mod first_response_time;
pub(super) mod first_response_within_target;
