//! Contacts: calls and chats.

use super::{Flaws, one_of, record};
use crate::error::Code;
use crate::words;

record! {
    /// A contact: a call or a chat.
    Contact, ContactAt, check, {
        /// Its id, unique within one input.
        id: Text required,
        /// The account it came from.
        account: Text,
        /// The ticket it belongs to.
        ticket: Text,
        /// The person who answered first.
        agent: Text,
        /// phone, chat, or a word of one's own.
        channel: Text required,
        /// inbound (also where it is null) or outbound.
        direction: Text,
        /// The team that took it.
        team: Text,
        /// The department that took it.
        department: Text,
        /// When the call or chat began; it or `queued_at` is required.
        started_at: Instant,
        /// When it began to wait for a person.
        queued_at: Instant,
        /// When a person answered.
        answered_at: Instant,
        /// When it ended.
        ended_at: Instant,
        /// answered, abandoned, callback, failed or self_served.
        outcome: Text required,
        /// Where it was abandoned: menu, queue, hold or conversation.
        abandon_step: Text,
        /// Whether the inquiry was resolved.
        resolved: Flag,
        /// Whether it came before or after a purchase.
        purchase_stage: Text,
        /// Completed transfers.
        transfers: Count,
        /// Time in conversation.
        talk: Duration,
        /// Time on hold.
        hold: Duration,
        /// Work after the conversation.
        wrap_up: Duration,
        /// When the next inbound contact of the same account began; derived over whole tables, or given.
        next_case_at: Instant,
        /// When the account next bought after the contact began; derived over whole tables, or given.
        next_purchase_at: Instant,
        /// When the next touch of the account came, a touch being what `after` names; derived over whole tables, or given.
        next_touch_at: Instant,
        /// When the account next converted, in one of the kinds asked for; derived over whole tables, or given.
        converted_at: Instant,
        /// When the account was next sold an upgrade; derived over whole tables, or given.
        upsold_at: Instant,
        /// When the account was next sold another product; derived over whole tables, or given.
        cross_sold_at: Instant,
        /// When its account ended; derived over whole tables, or given.
        account_ended_at: Instant,
        /// Whether its legs are given; derived over whole tables, or given.
        through_legs: Flag,
        /// Whether the agent was on shift when answering it; derived over whole tables, or given.
        on_shift: Flag,
    }
}

impl ContactAt<'_> {
    /// When it began to wait for a person: queued, else started.
    pub fn waiting_since(&self) -> Option<i64> {
        self.queued_at().or(self.started_at())
    }
}

fn check(contact: &ContactAt<'_>, bad: &mut Flaws<'_>) {
    match contact.waiting_since() {
        Some(start) => order(contact, start, bad),
        None => {
            let text = "a contact needs queued_at or started_at";
            bad.add("queued_at", Code::MissingField, text);
        }
    }
    one_of(
        "outcome",
        contact.outcome(),
        words::ANSWERED..=words::SELF_SERVED,
        "the outcome must be answered, abandoned, callback, failed or self_served; map your words to these",
        bad,
    );
    one_of(
        "abandon_step",
        contact.abandon_step(),
        words::MENU..=words::CONVERSATION,
        "the step must be menu, queue, hold or conversation; map your words",
        bad,
    );
    one_of(
        "direction",
        contact.direction(),
        words::INBOUND..=words::OUTBOUND,
        "the direction must be inbound or outbound; map your words",
        bad,
    );
}

/// Nothing happens before the wait begins.
fn order(contact: &ContactAt<'_>, start: i64, bad: &mut Flaws<'_>) {
    let begun = contact.started_at().map_or(start, |started| started.max(start));
    if contact.answered_at().is_some_and(|answered| answered < begun) {
        bad.add(
            "answered_at",
            Code::ResponseBeforeCreation,
            "the answer is before the start of the wait; correct the instants, or ask for bad records to be skipped",
        );
    }
    if contact.ended_at().is_some_and(|ended| ended < start) {
        bad.add(
            "ended_at",
            Code::WrongOrder,
            "the end is before the start; correct the instants, or ask for bad records to be skipped",
        );
    }
}
