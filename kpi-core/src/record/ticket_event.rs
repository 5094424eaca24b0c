//! Ticket events: what happened to tickets, from which tickets are derived.

use super::{Flaws, one_of, record};
use crate::error::Code;
use crate::words;

record! {
    /// A ticket event: one thing that happened to a ticket.
    TicketEvent, TicketEventAt, check, {
        /// The ticket.
        ticket: Text required,
        /// When it happened.
        at: Instant required,
        /// What happened: created, customer_message, agent_reply, private_note, bot_reply, auto_reply, handover,
        /// assigned, transferred, escalated, status, pending, on_hold, resumed, resolved, reopened, canceled, merged,
        /// deleted, spam, closed, priority or promised.
        kind: Text required,
        /// What the actor was at that moment: customer, agent, bot or system.
        actor_kind: Text,
        /// Who did it.
        actor: Text,
        /// The new status, priority or assignee.
        value: Text,
        /// When the promised response is due.
        due_at: Instant,
        /// Its place among the events of the same instant.
        sequence: Count,
    }
}

fn check(event: &TicketEventAt<'_>, bad: &mut Flaws<'_>) {
    // A change of the status is an event of its own.
    let is_known = (words::PENDING..=words::SPAM).contains(&event.kind());
    if !is_known {
        let text = "the kind of the event must be created, customer_message, agent_reply, private_note, bot_reply, \
                    auto_reply, handover, assigned, transferred, escalated, status, pending, on_hold, resumed, resolved, \
                    reopened, canceled, merged, deleted, spam, closed, priority or promised; map your words to these";
        one_of("kind", event.kind(), words::CREATED..=words::PROMISED, text, bad);
    }
    if event.kind() == words::PROMISED && event.due_at().is_none() {
        let text = "a promise must say when the response is due; give due_at, or leave the event out";
        bad.add("due_at", Code::MissingField, text);
    }
    if event.kind() == words::STATUS {
        if event.value() == words::NONE {
            let text = "a change of the status must say which is the new one; give value, or leave the event out";
            bad.add("value", Code::MissingField, text);
        }
        let text = "the new status must be new, open, pending, on_hold, resolved, closed, canceled, deleted, merged or spam; map your words to these";
        one_of("value", event.value(), words::NEW..=words::SPAM, text, bad);
    }
    let text = "it must be customer, agent, bot or system; roles are those of the moment";
    one_of("actor_kind", event.actor_kind(), words::CUSTOMER..=words::SYSTEM, text, bad);
}
