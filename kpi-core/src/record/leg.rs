//! Legs: the part of a contact that one agent handled.

use super::{Flaws, record};
use crate::error::Code;

record! {
    /// A leg: the part of a contact that one agent handled. A contact that was passed on has several.
    Leg, LegAt, check, {
        /// The contact it is a part of.
        contact: Text required,
        /// The agent who handled it.
        agent: Text required,
        /// When the agent took it.
        from: Instant required,
        /// When the agent was done with it, wrap-up included.
        to: Instant required,
        /// Time in conversation.
        talk: Duration,
        /// Time on hold.
        hold: Duration,
        /// Work after the conversation.
        wrap_up: Duration,
        /// Whether the agent was on shift when taking it; derived over whole tables, or given.
        on_shift: Flag,
    }
}

fn check(leg: &LegAt<'_>, bad: &mut Flaws<'_>) {
    if leg.from().zip(leg.to()).is_some_and(|(from, to)| to < from) {
        bad.add(
            "to",
            Code::WrongOrder,
            "the leg ends before it starts; correct the instants, or ask for bad records to be skipped",
        );
    }
}
