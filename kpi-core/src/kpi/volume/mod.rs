//! Volume: how much comes in, through which channel and about what.

pub(super) mod account_linkage_rate;
pub(super) mod arrival_profile;
pub(super) mod complaint_rate;
pub(super) mod contact_rate;
pub(super) mod deflection_rate;
pub(super) mod issues_by_type;
mod part_of_all;
pub(super) mod ticket_volume;
