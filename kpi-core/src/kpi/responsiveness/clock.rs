//! The clock of the first response: when it starts, and who has none.

use crate::error::{Code, Error, Result};
use crate::kpi::population;
use crate::record::{ContactAt, TicketAt};
use crate::state::{Part, Reason, Spread};
use crate::words;

/// From when the clock runs (rulings B22 and B60).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Start {
    /// When the conversation first waited for people.
    Handover,
    /// When the customer began it.
    Created,
}

/// Tickets that no response KPI counts.
pub(super) fn outside(ticket: &TicketAt<'_>) -> Option<Reason> {
    if let Some(reason) = population::no_request(ticket) {
        return Some(reason);
    }
    if ticket.contact() != words::NONE {
        return Some(Reason::ThroughContact);
    }
    if ticket.first_response_at().is_none() {
        if population::is_deleted(ticket) {
            return Some(Reason::Deleted);
        }
        if ticket.resolved_by() == words::BOT {
            return Some(Reason::Bot);
        }
    }
    None
}

/// When a ticket's clock starts.
pub(super) fn start(ticket: &TicketAt<'_>, start: Start) -> Result<i64, Reason> {
    if ticket.opened_by() == words::AGENT {
        return ticket.clock_start().ok_or(Reason::NoClockStart);
    }
    let created = ticket.created_at().ok_or(Reason::NoClockStart)?;
    Ok(match start {
        Start::Created => created,
        Start::Handover => ticket.clock_start().or(ticket.handover_at()).unwrap_or(created),
    })
}

/// When a contact's clock starts.
pub(super) fn contact_start(contact: &ContactAt<'_>, start: Start) -> Result<i64, Reason> {
    let at = match start {
        Start::Handover => contact.waiting_since(),
        Start::Created => contact.started_at().or(contact.queued_at()),
    };
    at.ok_or(Reason::NoClockStart)
}

/// The time from the clock's start to the answer.
pub(super) fn elapsed(start: i64, end: i64, field: &str) -> Result<i64> {
    let elapsed = end.checked_sub(start).ok_or_else(Error::overflow)?;
    if elapsed < 0 {
        let text = "the first response is before the start of its clock; correct the instants, or ask for bad records to be skipped";
        return Err(Error::new(Code::ResponseBeforeCreation, text).field(field));
    }
    Ok(elapsed)
}

/// Adds the time from the clock's start to the answer.
#[inline]
pub(super) fn wait(start: Result<i64, Reason>, answered: i64, field: &str, state: &mut Spread) -> Result<Part> {
    match start {
        Err(reason) => Ok(Part::LeftOut(reason)),
        Ok(start) => {
            state.add(elapsed(start, answered, field)?)?;
            Ok(Part::Counted)
        }
    }
}
