//! Status spans: the time for which a ticket was in one status.

use super::{Flaws, one_of, record};
use crate::error::Code;
use crate::words;

record! {
    /// A status span: the uninterrupted time for which a ticket was in one status.
    StatusSpan, StatusSpanAt, check, {
        /// The ticket.
        ticket: Text required,
        /// The status it was in.
        status: Text required,
        /// The status before; null at the start.
        previous: Text,
        /// When it came into the status.
        from: Instant required,
        /// When it left it; null while it is in it.
        to: Instant,
        /// When the ticket was created.
        created_at: Instant,
        /// Who brought it into the status: customer, agent, bot or system.
        actor_kind: Text,
        /// The account of the ticket.
        account: Text,
        /// The channel of the ticket.
        channel: Text,
        /// The type of the ticket.
        r#type: Text,
        /// The priority of the ticket.
        priority: Text,
        /// The team of the ticket.
        team: Text,
        /// The department of the ticket.
        department: Text,
    }
}

fn check(span: &StatusSpanAt<'_>, bad: &mut Flaws<'_>) {
    if span.from().zip(span.to()).is_some_and(|(from, to)| to < from) {
        let text = "the span ends before it starts; correct the instants, or ask for bad records to be skipped";
        bad.add("to", Code::WrongOrder, text);
    }
    let text = "the status must be new, open, pending, on_hold, resolved, closed, canceled, deleted, merged or spam; map your words to these";
    let statuses = words::NEW..=words::SPAM;
    one_of("status", span.status(), statuses.clone(), text, bad);
    one_of("previous", span.previous(), statuses, text, bad);
    one_of(
        "actor_kind",
        span.actor_kind(),
        words::CUSTOMER..=words::SYSTEM,
        "it must be customer, agent, bot or system",
        bad,
    );
}
