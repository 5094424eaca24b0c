//! Response waits: a customer's message, and the reply that ended the wait.

use super::{Flaws, record};
use crate::error::Code;

record! {
    /// A wait for a reply: it opens with a customer's message and closes with the next public reply by a person.
    ResponseWait, ResponseWaitAt, check, {
        /// The ticket.
        ticket: Text required,
        /// When it opened: at the first message after a reply, or at the start of the ticket's clock.
        opened_at: Instant required,
        /// When a person replied; null while nobody has.
        closed_at: Instant,
        /// The agent who replied.
        agent: Text,
        /// Whether it is the wait for the first reply of all.
        first: Flag,
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

fn check(wait: &ResponseWaitAt<'_>, bad: &mut Flaws<'_>) {
    if wait.opened_at().zip(wait.closed_at()).is_some_and(|(opened, closed)| closed < opened) {
        bad.add(
            "closed_at",
            Code::WrongOrder,
            "the wait closes before it opens; correct the instants, or ask for bad records to be skipped",
        );
    }
}
