//! Which tickets and contacts a KPI can count at all: the same rules for all of them.

use crate::record::{ContactAt, TicketAt};
use crate::state::Reason;
use crate::words;

/// Tickets that leave every KPI: merged into another one, or spam (ruling B20).
#[inline]
pub(crate) fn no_request(ticket: &TicketAt<'_>) -> Option<Reason> {
    if ticket.status() == words::MERGED || ticket.merged_at().is_some() {
        return Some(Reason::Merged);
    }
    (ticket.status() == words::SPAM).then_some(Reason::Spam)
}

/// Whether a person has replied.
#[inline]
pub(crate) fn is_answered(ticket: &TicketAt<'_>) -> bool {
    ticket.first_response_at().is_some() || ticket.agent_replies().is_some_and(|replies| replies > 0)
}

/// Whether the ticket was deleted.
#[inline]
pub(crate) fn is_deleted(ticket: &TicketAt<'_>) -> bool {
    ticket.status() == words::DELETED || ticket.deleted_at().is_some()
}

/// Whether the ticket was open just before an instant: created, and not resolved, closed, canceled or deleted.
#[inline]
pub(crate) fn is_open_before(ticket: &TicketAt<'_>, instant: i64) -> bool {
    let ends = [ticket.resolved_at(), ticket.closed_at(), ticket.canceled_at(), ticket.deleted_at()];
    let ended = match ends.into_iter().flatten().min() {
        Some(end) => end < instant,
        None => matches!(ticket.status(), words::RESOLVED | words::CLOSED | words::CANCELED | words::DELETED),
    };
    !ended && ticket.created_at().is_some_and(|created| created < instant)
}

/// Contacts that no person answered, and those that the company began.
#[inline]
pub(crate) fn unanswered(contact: &ContactAt<'_>) -> Option<Reason> {
    if contact.direction() == words::OUTBOUND {
        return Some(Reason::Outbound);
    }
    match contact.outcome() {
        words::ANSWERED => None,
        words::ABANDONED => Some(Reason::Abandoned),
        words::SELF_SERVED => Some(Reason::SelfServed),
        _ => Some(Reason::Unanswered),
    }
}
