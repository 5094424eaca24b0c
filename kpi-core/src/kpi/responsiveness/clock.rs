//! The clock of responses: when it starts, who has none, and the time that it adds.

use crate::error::{Code, Error, Result};
use crate::kpi::clock::Clock;
#[cfg(feature = "prose")]
use crate::kpi::contact_centre;
use crate::kpi::part::Context;
use crate::kpi::population;
use crate::kpi::tally::Nothing;
use crate::record::{ContactAt, TicketAt};
use crate::state::Reason;
use crate::words;

#[cfg(feature = "prose")]
pub(super) const QUOTED_IN_CALENDAR_TIME: &str = "Numbers that others quote are calendar time (ruling B23); business time is shorter and cannot be held against them.";
#[cfg(feature = "prose")]
pub(super) use crate::kpi::contact_centre::population::DURATION_INTERVAL as INTERVAL;
#[cfg(feature = "prose")]
pub(super) const QUEUE_ERRORS: &str = contact_centre::population::errors!(
    "`negative` for a negative duration in the formula, `calendar_required` for business time without a calendar"
);

/// What a duration in business time leaves out beside its own reasons; they come first.
#[cfg(feature = "prose")]
macro_rules! left_out {
    ($own:literal) => {
        concat!($own, " In business time also `no_schedule` (no schedule of the calendar is for it).")
    };
}
#[cfg(feature = "prose")]
pub(super) use left_out;

/// The errors of a duration in business time beside its own; they come first.
#[cfg(feature = "prose")]
macro_rules! errors {
    ($own:literal) => {
        concat!($own, "; `negative` for a negative duration in the formula; `calendar_required` for business time without a calendar.")
    };
}
#[cfg(feature = "prose")]
pub(super) use errors;

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

/// An answer does not come before the clock's start, whatever the hours are.
pub(super) fn in_order(start: i64, answered: i64, field: &str) -> Result<()> {
    if answered < start {
        let text = "the first response is before the start of its clock; correct the instants, or ask for bad records to be skipped";
        return Err(Error::new(Code::ResponseBeforeCreation, text).field(field));
    }
    Ok(())
}

/// The time from the start of a response's clock to the answer.
#[inline]
pub(super) fn until(
    clock: Clock,
    context: &Context<'_>,
    start: i64,
    (field, answered): (&str, i64),
) -> Result<i64, Nothing> {
    in_order(start, answered, field)?;
    clock.time(context, start, answered)
}
