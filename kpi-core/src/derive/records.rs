//! What is derived, before it becomes columns. Tickets are places, texts codes of the dictionary.

use alloc::vec::Vec;

use super::findings::FindingCode;

/// What is derived of one ticket.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Story {
    pub created_at: i64,
    pub opened_by: u32,
    pub status: u32,
    pub priority: u32,
    pub handover_at: Option<i64>,
    pub clock_start: Option<i64>,
    pub first_response_at: Option<i64>,
    pub first_resolved_at: Option<i64>,
    pub resolved_at: Option<i64>,
    pub closed_at: Option<i64>,
    pub canceled_at: Option<i64>,
    pub merged_at: Option<i64>,
    pub deleted_at: Option<i64>,
    pub escalated_at: Option<i64>,
    pub due_at: Option<i64>,
    pub first_assigned_at: Option<i64>,
    pub first_reopened_at: Option<i64>,
    pub first_reopened_by_customer_at: Option<i64>,
    pub first_assignee: u32,
    pub assignee: u32,
    pub first_replier: u32,
    pub resolver: u32,
    pub resolved_by: u32,
    pub agent_replies: i64,
    pub customer_messages: i64,
    pub bot_replies: i64,
    pub agent_changes: i64,
    pub distinct_agents: i64,
    pub collaborators: i64,
    pub reopens: i64,
    /// Unknown where the log does not say who reopened it.
    pub reopens_by_customer: Option<i64>,
    pub escalations: i64,
    pub responses_promised: i64,
    pub responses_late: i64,
    pub requester_wait: Option<i64>,
    pub agent_wait: Option<i64>,
    pub on_hold_time: Option<i64>,
}

/// A wait for a reply.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Wait {
    pub ticket: u32,
    pub opened_at: i64,
    pub closed_at: Option<i64>,
    pub agent: u32,
    pub first: bool,
}

/// The uninterrupted time for which one agent had a ticket.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Holding {
    pub ticket: u32,
    pub agent: u32,
    pub from: i64,
    pub to: Option<i64>,
    pub next_from: Option<i64>,
}

/// The uninterrupted time in one status.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Span {
    pub ticket: u32,
    pub status: u32,
    pub previous: u32,
    pub from: i64,
    pub to: Option<i64>,
    pub actor_kind: u32,
}

/// One promise of a policy.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Target {
    pub ticket: u32,
    /// Its place among the policies.
    pub policy: Option<u32>,
    /// The code of the known word; none where no policy applies.
    pub metric: u32,
    pub started_at: i64,
    pub due_at: Option<i64>,
    pub met_at: Option<i64>,
    /// The code of the known word.
    pub state: u32,
    pub over_by: Option<i64>,
}

/// A contradiction.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Found {
    pub ticket: u32,
    pub event: Option<u32>,
    pub code: FindingCode,
}

/// What is derived of all tickets so far, ticket by ticket.
#[derive(Debug, Default)]
pub(crate) struct Records {
    pub waits: Vec<Wait>,
    pub holdings: Vec<Holding>,
    pub spans: Vec<Span>,
    pub targets: Vec<Target>,
    pub findings: Vec<Found>,
}
