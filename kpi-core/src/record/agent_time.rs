//! Agent time: shifts, breaks and plans.

use super::{Flaws, ends_before, one_of, record};
use crate::words;

record! {
    /// Agent time: a stretch of an agent's shift, as it was or as it was planned.
    AgentTime, AgentTimeAt, check, {
        /// The agent.
        agent: Text required,
        /// When it begins.
        from: Instant required,
        /// When it ends, not included; one that ends when it begins adds nothing.
        to: Instant required,
        /// available, break, training, meeting or off.
        state: Text required,
        /// Whether it is paid; where it is null, breaks and time off are not and the rest is.
        paid: Flag,
        /// Whether it is a plan rather than a fact.
        scheduled: Flag,
        /// The agent's team.
        team: Text,
        /// Whether the agent's first shift of its local date begins with it; derived over whole tables, or given.
        first_of_day: Flag,
    }
}

fn check(time: &AgentTimeAt<'_>, bad: &mut Flaws<'_>) {
    ends_before(time.from(), time.to(), bad);
    one_of(
        "state",
        time.state(),
        words::AVAILABLE..=words::OFF,
        "the state must be available, break, training, meeting or off; map your words to these",
        bad,
    );
}
