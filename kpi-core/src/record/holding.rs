//! Holdings: the time for which one agent had a ticket.

use super::{Flaws, record};
use crate::error::Code;

record! {
    /// A holding: the uninterrupted time for which one agent had an unresolved ticket.
    Holding, HoldingAt, check, {
        /// The ticket.
        ticket: Text required,
        /// The agent who had it.
        agent: Text required,
        /// When the agent got it.
        from: Instant required,
        /// When the agent gave it up, or it was resolved; null while the agent has it.
        to: Instant,
        /// When another agent next had it; null where nobody took it over.
        next_from: Instant,
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

fn check(holding: &HoldingAt<'_>, bad: &mut Flaws<'_>) {
    let text = "the holding ends before it starts; correct the instants, or ask for bad records to be skipped";
    if holding.from().zip(holding.to()).is_some_and(|(from, to)| to < from) {
        bad.add("to", Code::WrongOrder, text);
    }
    if holding.to().or(holding.from()).zip(holding.next_from()).is_some_and(|(to, next)| next < to) {
        let text = "the next agent had it before this one gave it up; correct the instants, or ask for bad records to be skipped";
        bad.add("next_from", Code::WrongOrder, text);
    }
}
