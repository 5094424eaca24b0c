//! Activities: what agents do besides their work.

use super::{Flaws, one_of, record};
use crate::words;

record! {
    /// An activity: an agent helped a colleague, or volunteered.
    Activity, ActivityAt, check, {
        /// The agent.
        agent: Text required,
        /// When it was.
        at: Instant required,
        /// helping or volunteering.
        kind: Text,
        /// The agent's team; derived over whole tables where it is null, or given.
        team: Text,
        /// The agent's department; the same.
        department: Text,
    }
}

fn check(activity: &ActivityAt<'_>, bad: &mut Flaws<'_>) {
    let kinds = words::HELPING..=words::VOLUNTEERING;
    one_of("kind", activity.kind(), kinds, "the kind must be helping or volunteering; map your words to these", bad);
}
