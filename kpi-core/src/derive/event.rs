//! The events of one ticket: what each is, in which order they count, and which are there twice.

use core::cmp::Ordering;

use crate::sorted::sort_by;

/// What happened. The order of the kinds is that of events of one instant that have no sequence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum EventKind {
    Created,
    Promised,
    CustomerMessage,
    BotReply,
    AutoReply,
    Handover,
    Priority,
    Assigned,
    Transferred,
    Escalated,
    AgentReply,
    PrivateNote,
    Pending,
    OnHold,
    Resumed,
    Status,
    Resolved,
    Reopened,
    Closed,
    Canceled,
    Merged,
    Deleted,
    Spam,
}

/// One event. Texts are codes of the dictionary, 0 for none; of statuses and roles the codes of the known words.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Event {
    pub at: i64,
    /// Its place within the instant; the largest number where it has none.
    pub sequence: u64,
    pub due_at: Option<i64>,
    pub actor_kind: u32,
    pub actor: u32,
    /// The new status, priority or assignee.
    pub value: u32,
    /// Its place in the log as it was given.
    pub index: u32,
    pub kind: EventKind,
    /// Whether an earlier event is equal in every field.
    pub twice: bool,
}

impl Event {
    /// A place for one.
    pub const NOTHING: Event = Event {
        at: 0,
        sequence: 0,
        due_at: None,
        actor_kind: 0,
        actor: 0,
        value: 0,
        index: 0,
        kind: EventKind::AutoReply,
        twice: false,
    };

    /// Where it stands, but for the place in the input.
    fn place(&self) -> (i64, u64, EventKind) {
        (self.at, self.sequence, self.kind)
    }

    /// What else it says.
    fn says(&self) -> (u32, u32, u32, Option<i64>) {
        (self.actor_kind, self.actor, self.value, self.due_at)
    }
}

/// Puts a ticket's events in their order, and marks those that are there twice.
pub(crate) fn arrange(events: &mut [Event]) {
    let by_place = |a: &Event, b: &Event| a.place().cmp(&b.place()).then(a.index.cmp(&b.index));
    let by_words = |a: &Event, b: &Event| a.says().cmp(&b.says()).then(a.index.cmp(&b.index));
    let by_index = |a: &Event, b: &Event| a.index.cmp(&b.index);
    sort(events, by_place);
    // Equal events stand at one place, though others may stand between them.
    for run in events.chunk_by_mut(|a, b| a.place() == b.place()).filter(|run| run.len() > 1) {
        sort(run, by_words);
        let mut last = None;
        for event in run.iter_mut() {
            event.twice = last == Some(event.says());
            last = Some(event.says());
        }
        sort(run, by_index);
    }
}

/// What is in order, as logs mostly are, stays. No two events are equal, so that the sort need not be stable.
fn sort(events: &mut [Event], order: fn(&Event, &Event) -> Ordering) {
    if !events.is_sorted_by(|a, b| order(a, b).is_le()) {
        sort_by(events, order);
    }
}
