//! Resolution: whether a request is solved, how soon, by how many hands and turns, and for good.

use crate::kpi::part::ReadInfo;
use crate::kpi::population::{FIRST_RESOLVED, RESOLVED};
use crate::record::Kind;
use crate::spec::Anchor;

/// What tells whether a ticket is a case, and more fields that a KPI reads where they are given.
macro_rules! case_fields {
    ($($more:literal),*) => {
        &["status", "merged_at", "deleted_at", "first_response_at", "agent_replies", $($more),*]
    };
}

pub(super) use case_fields;

/// The same for tickets that count where they end, with what tells whether they are open.
macro_rules! end_fields {
    ($($more:literal),*) => { case_fields!("closed_at", "canceled_at" $(, $more)*) };
}

pub(super) mod backlog;
pub(super) mod canceled_requests;
pub(super) mod clearance_rate;
pub(super) mod escalation_rate;
pub(super) mod first_contact_resolution_rate;
pub(super) mod interactions_per_ticket;
pub(super) mod reopen_rate;
pub(super) mod repeat_contact_rate;
pub(super) mod requests_processed;
pub(super) mod resolution_time;
pub(super) mod solo_resolution_rate;
pub(super) mod task_completion_rate;
pub(super) mod tickets_resolved;
pub(super) mod time_in_status;
pub(super) mod touches_to_resolution;
pub(super) mod transfer_time;

/// Tickets by when they were created.
pub(super) const CREATED: ReadInfo =
    ReadInfo::new(Kind::Ticket, Anchor::Instant(&["created_at"])).needs(&["created_at"]).uses(case_fields!());

/// The same with what tells when they ended.
const OPENED: ReadInfo = ReadInfo::new(Kind::Ticket, Anchor::Instant(&["created_at"]))
    .needs(&["created_at", "resolved_at"])
    .uses(end_fields!());

/// Tickets by their last resolution.
pub(crate) const ENDED: ReadInfo =
    ReadInfo::new(Kind::Ticket, RESOLVED).needs(&["created_at", "resolved_at"]).uses(end_fields!());

/// Tickets by their first resolution.
const FIRST_ENDED: ReadInfo = ReadInfo::new(Kind::Ticket, FIRST_RESOLVED)
    .needs(&["created_at", "resolved_at"])
    .uses(end_fields!("first_resolved_at"));
