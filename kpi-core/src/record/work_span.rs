//! Work spans: agents' time and what they handle in it, cut where anything changes.

use super::{Flaws, ends_before, one_of, record};
use crate::words;

record! {
    /// A work span: a stretch of an agent's time in which state, plan and the number of conversations stay the same.
    WorkSpan, WorkSpanAt, check, {
        /// The agent.
        agent: Text required,
        /// The agent's team.
        team: Text,
        /// When it begins.
        from: Instant required,
        /// When it ends, not included.
        to: Instant required,
        /// available, break, training, meeting or off; null where no shift covers it.
        state: Text,
        /// Whether it is paid.
        paid: Flag,
        /// The state that was planned; null where nothing was.
        planned: Text,
        /// How many conversations the agent handles at once; none where it is null.
        handled: Count,
    }
}

fn check(span: &WorkSpanAt<'_>, bad: &mut Flaws<'_>) {
    let states = words::AVAILABLE..=words::OFF;
    let text = "the state must be available, break, training, meeting or off; map your words to these";
    ends_before(span.from(), span.to(), bad);
    one_of("state", span.state(), states.clone(), text, bad);
    one_of("planned", span.planned(), states, text, bad);
}
