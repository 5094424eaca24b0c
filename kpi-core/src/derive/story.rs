//! One ticket's log told from start to end: its fields, waits, holdings and spans.

use alloc::vec::Vec;
use core::ops::RangeInclusive;

use super::clock::Clocks;
use super::event::{Event, EventKind};
use super::findings::FindingCode;
use super::records::{Found, Holding, Records, Span, Story, Wait};
use crate::words::{
    AGENT, BOT, CANCELED, CLOSED, CUSTOMER, DELETED, MERGED, NEW, NONE, ON_HOLD, OPEN, PENDING, PERSON, RESOLVED,
    SELF_SERVICE, SPAM, SYSTEM,
};

/// What the tickets that were given say of one.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Given {
    pub created_at: Option<i64>,
    pub opened_by: u32,
    pub priority: u32,
}

/// What all tickets share.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Setting {
    /// The instant at which open clocks are read.
    pub now: i64,
    /// Whether tickets that are created after `now` are not there yet.
    pub as_of: bool,
}

/// What is used again from ticket to ticket.
#[derive(Debug, Default)]
pub(crate) struct Scratch {
    /// From which instant on which priority held.
    pub priorities: Vec<(i64, u32)>,
    /// When the promised responses that are not given yet are due.
    promises: Vec<i64>,
    /// By code of a person: the last ticket on which that person worked, and the last one to which that person wrote a
    /// note, from 1.
    worked: Vec<u32>,
    noted: Vec<u32>,
}

impl Scratch {
    /// For texts with codes below `codes`.
    pub fn new(codes: usize) -> Self {
        Scratch { worked: alloc::vec![0; codes], noted: alloc::vec![0; codes], ..Scratch::default() }
    }
}

/// Whether work on a ticket in this status goes on.
pub(crate) fn is_unresolved(status: u32) -> bool {
    (NEW..=ON_HOLD).contains(&status)
}

/// Tells the log of a ticket, whose events are arranged; none where the ticket is not there yet, or nothing says when it
/// was created.
pub(crate) fn tell(
    ticket: u32,
    events: &[Event],
    given: &Given,
    setting: &Setting,
    scratch: &mut Scratch,
    out: &mut Records,
) -> Option<Story> {
    let creation = events.iter().find(|event| event.kind == EventKind::Created && !event.twice);
    let created_at = creation.map(|event| event.at).or(given.created_at).or(events.first().map(|event| event.at))?;
    let begins = created_at <= setting.now || !setting.as_of;
    let word = creation.map_or(NONE, |event| event.actor_kind);
    scratch.priorities.clear();
    scratch.priorities.push((created_at, given.priority));
    scratch.promises.clear();
    let mut teller = Teller {
        ticket,
        story: Story {
            created_at,
            opened_by: if word == NONE { given.opened_by } else { word },
            status: NEW,
            priority: given.priority,
            reopens_by_customer: Some(0),
            ..Story::default()
        },
        first_message_at: None,
        bot_reopened_at: None,
        waiting: false,
        assigns: assigns(events, created_at),
        holder: NONE,
        holding: false,
        held: false,
        waits: out.waits.len(),
        scratch,
        out,
    };
    if creation.is_none() && (begins || !events.is_empty()) {
        teller.find(None, FindingCode::NotCreated);
    }
    if begins {
        teller.enter_first(word);
    }
    for event in events {
        match teller.ignored(event, creation) {
            Some(code) => teller.find(Some(event), code),
            None if event.kind != EventKind::Created => teller.hear(event),
            None => {}
        }
    }
    begins.then(|| teller.finish(setting.now))
}

/// Whether anyone is assigned by an event that counts; else those who reply hold the ticket.
fn assigns(events: &[Event], created_at: i64) -> bool {
    let ends = |event: &Event| match event.kind {
        EventKind::Canceled | EventKind::Merged | EventKind::Deleted | EventKind::Spam => true,
        EventKind::Status => (CANCELED..=SPAM).contains(&event.value),
        _ => false,
    };
    let mut counted = events.iter().filter(|event| event.at >= created_at).take_while(|event| !ends(event));
    counted.any(|event| matches!(event.kind, EventKind::Assigned | EventKind::Transferred))
}

struct Teller<'a> {
    ticket: u32,
    story: Story,
    /// The customer's first message.
    first_message_at: Option<i64>,
    /// The last reopening of a bot's resolution before the first reply.
    bot_reopened_at: Option<i64>,
    /// Whether a wait after the first one is open.
    waiting: bool,
    /// Whether the log has assignments.
    assigns: bool,
    /// Who has it, or would have it if it were reopened.
    holder: u32,
    /// Whether the last holding is open.
    holding: bool,
    /// Whether there was any holding.
    held: bool,
    /// Where the ticket's waits begin.
    waits: usize,
    scratch: &'a mut Scratch,
    out: &'a mut Records,
}

impl Teller<'_> {
    fn find(&mut self, event: Option<&Event>, code: FindingCode) {
        self.out.findings.push(Found { ticket: self.ticket, event: event.map(|event| event.index), code });
    }

    /// Why an event changes nothing.
    fn ignored(&self, event: &Event, creation: Option<&Event>) -> Option<FindingCode> {
        if event.twice {
            return Some(FindingCode::Duplicate);
        }
        if event.at < self.story.created_at {
            return Some(FindingCode::BeforeCreation);
        }
        match self.story.status {
            CANCELED => return Some(FindingCode::AfterCancellation),
            MERGED => return Some(FindingCode::AfterMerge),
            DELETED => return Some(FindingCode::AfterDeletion),
            SPAM => return Some(FindingCode::AfterSpam),
            _ => {}
        }
        let first = creation.is_some_and(|creation| creation.index == event.index);
        (event.kind == EventKind::Created && !first).then_some(FindingCode::CreatedTwice)
    }

    fn hear(&mut self, event: &Event) {
        let status = self.story.status;
        let by_agent = matches!(event.actor_kind, AGENT | NONE);
        let kind = match event.kind {
            EventKind::Status => match self.meant(event.value) {
                Some(kind) => kind,
                None => return,
            },
            kind => kind,
        };
        match kind {
            EventKind::Created | EventKind::AutoReply | EventKind::Status => {}
            EventKind::CustomerMessage => self.message(event),
            EventKind::AgentReply if by_agent => self.reply(event),
            EventKind::AgentReply if event.actor_kind == CUSTOMER => {
                self.find(Some(event), FindingCode::Role);
                self.message(event);
            }
            EventKind::AgentReply if event.actor_kind == BOT => count(&mut self.story.bot_replies),
            EventKind::AgentReply => {}
            EventKind::BotReply => count(&mut self.story.bot_replies),
            EventKind::PrivateNote if by_agent => self.note(event.actor),
            EventKind::PrivateNote => {}
            EventKind::Handover => {
                if self.story.first_response_at.is_none() {
                    self.story.handover_at.get_or_insert(event.at);
                }
            }
            EventKind::Priority => {
                self.story.priority = event.value;
                self.scratch.priorities.push((event.at, event.value));
            }
            EventKind::Promised => {
                if let Some(due) = event.due_at {
                    self.story.due_at.get_or_insert(due);
                    count(&mut self.story.responses_promised);
                    self.scratch.promises.push(due);
                }
            }
            EventKind::Assigned | EventKind::Transferred => self.assign(event),
            EventKind::Escalated => {
                self.story.escalated_at.get_or_insert(event.at);
                count(&mut self.story.escalations);
            }
            EventKind::Pending => self.go_on(PENDING, event),
            EventKind::OnHold => self.go_on(ON_HOLD, event),
            EventKind::Resumed => self.go_on(OPEN, event),
            EventKind::Reopened if is_unresolved(status) => self.find(Some(event), FindingCode::ReopenedWhileOpen),
            EventKind::Reopened => self.go_on(OPEN, event),
            EventKind::Resolved => self.resolve(event),
            EventKind::Closed => {
                self.story.closed_at.get_or_insert(event.at);
                self.enter(CLOSED, event);
            }
            EventKind::Canceled => {
                self.story.canceled_at = Some(event.at);
                self.enter(CANCELED, event);
            }
            EventKind::Merged => {
                self.story.merged_at = Some(event.at);
                self.enter(MERGED, event);
            }
            EventKind::Deleted => {
                self.story.deleted_at = Some(event.at);
                self.enter(DELETED, event);
            }
            EventKind::Spam => self.enter(SPAM, event),
        }
    }

    /// As which event a new status acts.
    fn meant(&self, status: u32) -> Option<EventKind> {
        Some(match (status, self.story.status) {
            (OPEN, NEW | PENDING | ON_HOLD) => EventKind::Resumed,
            (OPEN, RESOLVED | CLOSED) => EventKind::Reopened,
            (PENDING, _) => EventKind::Pending,
            (ON_HOLD, _) => EventKind::OnHold,
            (RESOLVED, _) => EventKind::Resolved,
            (CLOSED, _) => EventKind::Closed,
            (CANCELED, _) => EventKind::Canceled,
            (MERGED, _) => EventKind::Merged,
            (DELETED, _) => EventKind::Deleted,
            (SPAM, _) => EventKind::Spam,
            _ => return None,
        })
    }

    fn message(&mut self, event: &Event) {
        self.first_message_at.get_or_insert(event.at);
        count(&mut self.story.customer_messages);
        if self.story.status == PENDING {
            self.enter(OPEN, event);
        }
        if self.story.first_response_at.is_some() && !self.waiting {
            self.waiting = true;
            self.open_wait(event.at, false);
        }
    }

    fn open_wait(&mut self, opened_at: i64, first: bool) {
        self.out.waits.push(Wait { ticket: self.ticket, opened_at, closed_at: None, agent: NONE, first });
    }

    /// A public reply by a person. Before the customer's first message a ticket that an agent opened has none: what is
    /// written then opens the conversation.
    fn reply(&mut self, event: &Event) {
        self.work(event.actor);
        if !self.assigns && event.actor != NONE {
            self.hold(event.actor, event.at);
        }
        if self.story.opened_by == AGENT && self.first_message_at.is_none() {
            return;
        }
        count(&mut self.story.agent_replies);
        if self.story.first_response_at.is_none() {
            self.story.first_response_at = Some(event.at);
            self.story.first_replier = event.actor;
            // The first wait stands before the others.
            self.open_wait(event.at, true);
            self.waiting = true;
        }
        if self.waiting
            && let Some(wait) = self.out.waits.last_mut()
        {
            (wait.closed_at, wait.agent) = (Some(event.at), event.actor);
            self.waiting = false;
        }
        for due in self.scratch.promises.drain(..) {
            if event.at > due {
                count(&mut self.story.responses_late);
            }
        }
        if self.story.status == NEW {
            self.enter(OPEN, event);
        }
    }

    /// Someone worked on the ticket; a null actor is no person.
    fn work(&mut self, person: u32) {
        let mark = self.ticket.wrapping_add(1);
        if let Some(worked) = place(&mut self.scratch.worked, person).filter(|worked| **worked != mark) {
            *worked = mark;
            count(&mut self.story.distinct_agents);
            if place(&mut self.scratch.noted, person).is_some_and(|noted| *noted == mark) {
                self.story.collaborators = self.story.collaborators.saturating_sub(1);
            }
        }
    }

    /// Someone wrote a note, which alone makes a collaborator.
    fn note(&mut self, person: u32) {
        let mark = self.ticket.wrapping_add(1);
        if let Some(noted) = place(&mut self.scratch.noted, person).filter(|noted| **noted != mark) {
            *noted = mark;
            if place(&mut self.scratch.worked, person).is_some_and(|worked| *worked != mark) {
                count(&mut self.story.collaborators);
            }
        }
    }

    fn assign(&mut self, event: &Event) {
        if event.value != NONE && self.story.first_assigned_at.is_none() {
            self.story.first_assigned_at = Some(event.at);
            self.story.first_assignee = event.value;
        }
        self.story.assignee = event.value;
        self.hold(event.value, event.at);
    }

    /// Hands the ticket to someone, or to nobody; the same person again is nothing.
    fn hold(&mut self, person: u32, at: i64) {
        if person == self.holder {
            return;
        }
        self.let_go(at);
        self.holder = person;
        if is_unresolved(self.story.status) {
            self.take(at);
        }
    }

    /// Ends the holding.
    fn let_go(&mut self, at: i64) {
        if self.holding
            && let Some(holding) = self.out.holdings.last_mut()
        {
            holding.to = Some(at);
            self.holding = false;
        }
    }

    /// Begins a holding of the one who has the ticket.
    fn take(&mut self, at: i64) {
        let agent = self.holder;
        if agent == NONE {
            return;
        }
        if self.held
            && let Some(last) = self.out.holdings.last_mut()
            && last.agent != agent
        {
            last.next_from = Some(at);
            count(&mut self.story.agent_changes);
        }
        self.work(agent);
        self.out.holdings.push(Holding { ticket: self.ticket, agent, from: at, to: None, next_from: None });
        (self.holding, self.held) = (true, true);
    }

    /// Into an unresolved status: a reopening where it was resolved or closed.
    fn go_on(&mut self, status: u32, event: &Event) {
        if !is_unresolved(self.story.status) {
            let story = &mut self.story;
            if story.resolved_by == BOT && story.first_response_at.is_none() {
                self.bot_reopened_at = Some(event.at);
            }
            count(&mut story.reopens);
            story.first_reopened_at.get_or_insert(event.at);
            match event.actor_kind {
                NONE => story.reopens_by_customer = None,
                CUSTOMER => {
                    story.first_reopened_by_customer_at.get_or_insert(event.at);
                    story.reopens_by_customer.iter_mut().for_each(count);
                }
                _ => {}
            }
            (story.resolved_at, story.closed_at) = (None, None);
            (story.resolver, story.resolved_by) = (NONE, NONE);
        }
        self.enter(status, event);
    }

    fn resolve(&mut self, event: &Event) {
        let story = &mut self.story;
        story.first_resolved_at.get_or_insert(event.at);
        story.resolved_at = Some(event.at);
        (story.resolved_by, story.resolver) = match event.actor_kind {
            BOT => (BOT, NONE),
            CUSTOMER => (SELF_SERVICE, NONE),
            SYSTEM => (SYSTEM, NONE),
            _ => (PERSON, event.actor),
        };
        if story.resolver != NONE {
            self.work(event.actor);
        }
        if self.story.status != CLOSED {
            self.enter(RESOLVED, event);
        }
    }

    /// The status from the creation on.
    fn enter_first(&mut self, actor_kind: u32) {
        self.push_span(NONE, self.story.created_at, actor_kind);
    }

    /// Changes the status; the same one again is nothing.
    fn enter(&mut self, status: u32, event: &Event) {
        let previous = self.story.status;
        if status == previous {
            return;
        }
        self.story.status = status;
        if let Some(span) = self.out.spans.last_mut() {
            span.to = Some(event.at);
        }
        self.push_span(previous, event.at, event.actor_kind);
        match (is_unresolved(previous), is_unresolved(status)) {
            (true, false) => self.let_go(event.at),
            (false, true) => self.take(event.at),
            _ => {}
        }
    }

    fn push_span(&mut self, previous: u32, from: i64, actor_kind: u32) {
        let status = self.story.status;
        self.out.spans.push(Span { ticket: self.ticket, status, previous, from, to: None, actor_kind });
    }

    fn finish(mut self, now: i64) -> Story {
        let story = &mut self.story;
        story.clock_start = if story.opened_by == AGENT {
            self.first_message_at
        } else {
            self.bot_reopened_at.or(story.handover_at).or(Some(story.created_at))
        };
        match (story.clock_start, self.out.waits.get_mut(self.waits)) {
            (Some(start), Some(first)) => first.opened_at = start,
            (Some(start), None) => self.open_wait(start, true),
            (None, _) => {}
        }
        if is_unresolved(self.story.status) {
            for _ in self.scratch.promises.iter().filter(|&&due| due < now) {
                count(&mut self.story.responses_late);
            }
        }
        self.story
    }
}

/// Measures the waits of a ticket that has ended, over its spans, in calendar or in business time. In business time they
/// are not known where the ticket had no schedule when it ended.
pub(crate) fn measure(story: &mut Story, spans: &[Span], clocks: Clocks<'_>, business: bool) {
    if is_unresolved(story.status) {
        return;
    }
    let ended = spans.iter().rfind(|span| is_unresolved(span.status)).and_then(|span| span.to);
    let Some(clock) = clocks.at(ended.unwrap_or(story.created_at), business) else { return };
    let in_status = |of: RangeInclusive<u32>| {
        let spans = spans.iter().filter(|span| of.contains(&span.status));
        let times = spans.map(|span| clock.elapsed(span.from, span.to.unwrap_or(span.from)));
        times.fold(0, i64::saturating_add)
    };
    let on_hold = in_status(ON_HOLD..=ON_HOLD);
    story.requester_wait = Some(in_status(NEW..=OPEN).saturating_add(on_hold));
    story.agent_wait = Some(in_status(PENDING..=PENDING));
    story.on_hold_time = Some(on_hold);
}

fn place(marks: &mut [u32], person: u32) -> Option<&mut u32> {
    if person == NONE { None } else { marks.get_mut(person as usize) }
}

fn count(counter: &mut i64) {
    *counter = counter.saturating_add(1);
}
