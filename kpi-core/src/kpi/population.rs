//! Which tickets and contacts a KPI can count at all: the same rules for all of them.

use crate::error::{Code, Error, Result};
use crate::kpi::part::Context;
use crate::record::{ContactAt, ConversionAt, TicketAt};
use crate::spec::Anchor;
use crate::state::{Part, Reason};
use crate::words;

/// The anchor of KPIs over resolved tickets.
pub(crate) const RESOLVED: Anchor = Anchor::Ending(&["resolved_at"]);
/// The anchor of KPIs over tickets that were resolved at least once.
pub(crate) const FIRST_RESOLVED: Anchor = Anchor::Ending(&["first_resolved_at", "resolved_at"]);
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

/// Tickets that KPIs over requests do not count: no request, or deleted without an answer (ruling B20).
#[inline]
pub(crate) fn no_case(ticket: &TicketAt<'_>) -> Option<Reason> {
    no_request(ticket).or_else(|| (is_deleted(ticket) && !is_answered(ticket)).then_some(Reason::Deleted))
}

/// Whether the ticket was canceled.
#[inline]
pub(crate) fn is_canceled(ticket: &TicketAt<'_>) -> bool {
    ticket.status() == words::CANCELED || ticket.canceled_at().is_some()
}

/// Why a ticket that is not resolved is not.
#[inline]
pub(crate) fn unresolved(ticket: &TicketAt<'_>) -> Reason {
    if is_deleted(ticket) {
        Reason::Deleted
    } else if is_canceled(ticket) {
        Reason::Canceled
    } else if ticket.status() == words::CLOSED || ticket.closed_at().is_some() {
        Reason::Closed
    } else {
        Reason::Open
    }
}

/// The instant at which a ticket ended, for KPIs over such tickets. With the KPI's own anchor, what has not ended and what
/// is no request is reported beside it, by bucket; with another anchor the KPI leaves it out.
#[inline]
pub(crate) fn ended(ticket: &TicketAt<'_>, context: &Context, at: Option<i64>) -> Result<i64, Part> {
    match (no_case(ticket), at) {
        (None, Some(at)) => Ok(at),
        (Some(Reason::Merged | Reason::Spam), _) if context.ending => Err(Part::Nothing),
        (Some(reason), _) => Err(Part::LeftOut(reason)),
        (None, None) if context.ending => Err(Part::Nothing),
        (None, None) => Err(Part::LeftOut(unresolved(ticket))),
    }
}

/// The first resolution that is known.
#[inline]
pub(crate) fn first_resolved(ticket: &TicketAt<'_>) -> Option<i64> {
    ticket.first_resolved_at().or(ticket.resolved_at())
}

/// Whether a ticket that has not ended at `ended` was open just before an instant: created, and not closed, canceled or
/// deleted.
#[inline]
pub(crate) fn is_open_before(ticket: &TicketAt<'_>, ended: Option<i64>, instant: i64) -> bool {
    let is_past = |end: Option<i64>| end.is_some_and(|end| end < instant);
    if ticket.created_at().is_none_or(|created| created >= instant) || is_past(ended) {
        return false;
    }
    let others = [ticket.closed_at(), ticket.canceled_at(), ticket.deleted_at()];
    if others.into_iter().any(is_past) {
        return false;
    }
    // Of what ended, and nobody knows when, the status says so.
    ended.is_some()
        || others.iter().any(Option::is_some)
        || !matches!(ticket.status(), words::RESOLVED | words::CLOSED | words::CANCELED | words::DELETED)
}

/// Whether a status is one of a ticket that is not resolved, nor ended otherwise.
#[inline]
pub(crate) fn is_unresolved(status: u32) -> bool {
    matches!(status, words::NEW..=words::ON_HOLD)
}

/// Whether a status is one of a ticket that is resolved, or ended otherwise.
#[inline]
pub(crate) fn has_ended(status: u32) -> bool {
    matches!(status, words::RESOLVED..=words::SPAM)
}

/// What a balance of tickets says of one that is no request: why, in the bucket in which it was created.
#[inline]
pub(crate) fn no_balance(ticket: &TicketAt<'_>, context: &Context<'_>) -> Option<Part> {
    let reason = no_request(ticket)?;
    let inside = ticket.created_at().is_some_and(|at| at >= context.from && at < context.to);
    Some(if inside { Part::LeftOut(reason) } else { Part::Nothing })
}

/// Times after which records are judged, in µs.
pub(crate) const DAY: i64 = 86_400_000_000;
pub(crate) const WEEK: i64 = 7 * DAY;
pub(crate) const MONTH: i64 = 30 * DAY;
/// 365.25 days.
pub(crate) const YEAR: i64 = 31_557_600_000_000;

/// The look-ahead rule: whether the time that must pass after `base` is over.
pub(crate) fn is_over(base: i64, within: i64, as_of: Option<i64>) -> Result<bool> {
    let text = "whether enough time has passed depends on when you look; give `as_of`, or a window";
    let as_of = as_of.ok_or_else(|| Error::new(Code::AsOfRequired, text))?;
    Ok(base.saturating_add(within) <= as_of)
}

/// How far a contact came, as far as is known at the report's instant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// A person answered; the customer may have given up later, on hold or in the conversation (ruling B7).
    Answered,
    /// The customer gave up in the menu or the queue.
    Abandoned,
    /// The customer still waits.
    Waiting,
    /// No person answered, for this reason.
    Other(Reason),
}

/// How far a contact came.
#[inline]
pub(crate) fn outcome(contact: &ContactAt<'_>) -> Outcome {
    match contact.outcome() {
        words::ANSWERED => Outcome::Answered,
        words::ABANDONED if matches!(contact.abandon_step(), words::HOLD | words::CONVERSATION) => Outcome::Answered,
        words::ABANDONED => Outcome::Abandoned,
        words::CALLBACK => Outcome::Other(Reason::Callback),
        words::FAILED => Outcome::Other(Reason::Failed),
        words::SELF_SERVED => Outcome::Other(Reason::SelfServed),
        // An outcome that lies after the report's instant is not known yet.
        _ if contact.answered_at().is_some() => Outcome::Answered,
        _ => Outcome::Waiting,
    }
}

/// Conversions that do not stand: canceled, or a refund names their order.
#[inline]
pub(crate) fn given_back(conversion: &ConversionAt<'_>) -> Option<Reason> {
    (conversion.canceled_at().is_some() || conversion.refunded() == Some(true)).then_some(Reason::Refunded)
}

/// Conversions that are no purchase, or one that does not stand.
#[inline]
pub(crate) fn no_purchase(conversion: &ConversionAt<'_>) -> Option<Reason> {
    let other = (conversion.kind() != words::PURCHASE).then_some(Reason::OtherConversion);
    other.or_else(|| given_back(conversion))
}

/// Contacts that the company began.
#[inline]
pub(crate) fn outbound(contact: &ContactAt<'_>) -> Option<Reason> {
    (contact.direction() == words::OUTBOUND).then_some(Reason::Outbound)
}

/// Contacts that no person answered.
#[inline]
pub(crate) fn unanswered(contact: &ContactAt<'_>) -> Option<Reason> {
    match outcome(contact) {
        Outcome::Answered => None,
        Outcome::Abandoned => Some(Reason::Abandoned),
        Outcome::Waiting => Some(Reason::Unanswered),
        Outcome::Other(reason) => Some(reason),
    }
}

/// Contacts that the company began, and those that no person answered.
#[inline]
pub(crate) fn no_answer(contact: &ContactAt<'_>) -> Option<Reason> {
    outbound(contact).or_else(|| unanswered(contact))
}

/// The same, where callbacks and failures are among the unanswered.
#[inline]
pub(crate) fn no_response(contact: &ContactAt<'_>) -> Option<Reason> {
    match no_answer(contact) {
        Some(Reason::Callback | Reason::Failed) => Some(Reason::Unanswered),
        reason => reason,
    }
}
