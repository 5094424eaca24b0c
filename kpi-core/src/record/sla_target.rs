//! SLA targets: one promise of a policy to one ticket.

use super::{Flaws, one_of, record};
use crate::words;

record! {
    /// An SLA target: one promise of a policy to one ticket; each promised next reply is one of its own.
    SlaTarget, SlaTargetAt, check, {
        /// The ticket.
        ticket: Text required,
        /// The policy; null where none applies.
        policy: Text,
        /// What is promised: first_response, next_response or resolution; null where no policy applies.
        metric: Text,
        /// When its clock started.
        started_at: Instant,
        /// When it was or will be breached; null while its clock stands.
        due_at: Instant,
        /// When it was met; null while it was not.
        met_at: Instant,
        /// met, breached, running, paused or not_applicable.
        state: Text,
        /// By how much its clock passed the target; null where it did not.
        over_by: Duration,
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

fn check(target: &SlaTargetAt<'_>, bad: &mut Flaws<'_>) {
    one_of(
        "state",
        target.state(),
        words::MET..=words::NOT_APPLICABLE,
        "the state must be met, breached, running, paused or not_applicable",
        bad,
    );
    one_of(
        "metric",
        target.metric(),
        words::FIRST_RESPONSE..=words::RESOLUTION,
        "the metric must be first_response, next_response or resolution",
        bad,
    );
}
