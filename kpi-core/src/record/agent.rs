//! Agents: the people who serve customers, and how long they are there.

use super::{Flaws, record};
use crate::error::Code;

record! {
    /// An agent, from the first to the last day of employment.
    Agent, AgentAt, check, {
        /// The agent's id, unique within one input.
        id: Text required,
        /// The team.
        team: Text,
        /// The department.
        department: Text,
        /// The first instant of employment; null where it lies before all that is known.
        hired_at: Instant,
        /// The first instant after it; null while employed.
        left_at: Instant,
    }
}

impl AgentAt<'_> {
    /// Whether the agent is employed just before `instant`.
    pub fn is_employed_before(&self, instant: i64) -> bool {
        self.hired_at().is_none_or(|hired| hired < instant) && self.left_at().is_none_or(|left| left >= instant)
    }
}

fn check(agent: &AgentAt<'_>, bad: &mut Flaws<'_>) {
    if agent.hired_at().zip(agent.left_at()).is_some_and(|(hired, left)| left < hired) {
        bad.add(
            "left_at",
            Code::WrongOrder,
            "the agent leaves before being hired; correct the instants, or ask for bad records to be skipped",
        );
    }
}
