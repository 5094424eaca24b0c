//! Loyalty: who stays.

pub(super) mod retention_rate;
