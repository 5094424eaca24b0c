//! Tickets: customer requests.

use super::{Flaws, one_of, record};
use crate::error::Code;
use crate::words;

record! {
    /// A ticket: one customer request.
    Ticket, TicketAt, check, {
        /// Its id, unique within one input.
        id: Text required,
        /// The account it came from; null is allowed and counted where a KPI needs it.
        account: Text,
        /// Where it came in: phone, email, chat, social, web, sms, in_person, self_service, or a word of one's own.
        channel: Text,
        /// What it is about.
        r#type: Text,
        /// How urgent it is.
        priority: Text,
        /// new, open, pending, on_hold, resolved, closed, canceled, deleted, merged or spam.
        status: Text,
        /// The team that has it.
        team: Text,
        /// The department that has it.
        department: Text,
        /// Its tags.
        tags: Tags,
        /// Who opened it: customer (also where it is null), agent, bot or system.
        opened_by: Text,
        /// The call or chat it was born of.
        contact: Text,
        /// The sale it is linked to.
        order: Text,
        /// Whether it is a complaint.
        complaint: Flag,
        /// positive, neutral or negative.
        sentiment: Text,
        /// What is at stake or was canceled.
        value: Amount,
        /// The currency of the value.
        currency: Text,
        /// When it was opened.
        created_at: Instant required,
        /// When a bot handed it over to people.
        handover_at: Instant,
        /// When it first waited for people; derived from events, or given.
        clock_start: Instant,
        /// The first public reply by a person.
        first_response_at: Instant,
        /// When it was resolved for the first time.
        first_resolved_at: Instant,
        /// When it was resolved for the last time; null while it is open.
        resolved_at: Instant,
        /// When it was closed.
        closed_at: Instant,
        /// When it was canceled.
        canceled_at: Instant,
        /// When it was merged into another one.
        merged_at: Instant,
        /// When it was deleted.
        deleted_at: Instant,
        /// When it was first escalated.
        escalated_at: Instant,
        /// The instant of the promised response.
        due_at: Instant,
        /// When it was first assigned to an agent.
        first_assigned_at: Instant,
        /// When it was first reopened.
        first_reopened_at: Instant,
        /// When the customer first reopened it.
        first_reopened_by_customer_at: Instant,
        /// The first agent it was assigned to.
        first_assignee: Text,
        /// The agent it is assigned to now.
        assignee: Text,
        /// The agent who replied first.
        first_replier: Text,
        /// The agent who made the counted resolution.
        resolver: Text,
        /// What resolved it: person, bot, self_service or system.
        resolved_by: Text,
        /// Public replies by people.
        agent_replies: Count,
        /// Messages by the customer.
        customer_messages: Count,
        /// Replies by bots.
        bot_replies: Count,
        /// Changes from one person to another.
        agent_changes: Count,
        /// People who held it.
        distinct_agents: Count,
        /// People who worked on it without holding it.
        collaborators: Count,
        /// Times it went from resolved back to open.
        reopens: Count,
        /// The same, by the customer.
        reopens_by_customer: Count,
        /// Times it was escalated.
        escalations: Count,
        /// Responses that were promised.
        responses_promised: Count,
        /// Promised responses that came late.
        responses_late: Count,
        /// Total time in which the company owed the next step.
        requester_wait: Duration,
        /// Total time in which the customer owed the next step.
        agent_wait: Duration,
        /// Total time on hold.
        on_hold_time: Duration,
        /// Whether a new case of the same account and type came within the days that count.
        followed_up: Flag,
        /// When the next ticket of the same account and type came after the first response; derived over whole tables,
        /// or given.
        next_case_at: Instant,
        /// When the next ticket of the same account and type came after the first resolution; derived over whole tables, or
        /// given.
        next_case_after_resolution_at: Instant,
        /// Whether its status spans are given, so that they say when it was open; derived over whole tables, or given.
        through_spans: Flag,
        /// When the account next bought after the ticket was opened; derived over whole tables, or given.
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
        /// When its account began; derived over whole tables, or given.
        account_started_at: Instant,
        /// When the last session of the account before the ticket began; derived over whole tables, or given.
        session_before_at: Instant,
        /// Whether a conversion that is no refund names it; derived over whole tables, or given.
        has_conversion: Flag,
    }
}

fn check(ticket: &TicketAt<'_>, bad: &mut Flaws<'_>) {
    if let Some(created) = ticket.created_at() {
        order(ticket, created, bad);
    }
    one_of(
        "status",
        ticket.status(),
        words::NEW..=words::SPAM,
        "the status must be new, open, pending, on_hold, resolved, closed, canceled, deleted, merged or spam; map your words to these",
        bad,
    );
    one_of(
        "opened_by",
        ticket.opened_by(),
        words::CUSTOMER..=words::SYSTEM,
        "opened_by must be customer, agent, bot or system",
        bad,
    );
    let resolvers = words::BOT..=words::SELF_SERVICE;
    one_of("resolved_by", ticket.resolved_by(), resolvers, "it must be person, bot, self_service or system", bad);
}

/// Nothing happens before the ticket is created.
fn order(ticket: &TicketAt<'_>, created: i64, bad: &mut Flaws<'_>) {
    let start = ticket.clock_start().or(ticket.handover_at()).unwrap_or(created);
    if ticket.first_response_at().is_some_and(|answered| answered < created || answered < start) {
        bad.add("first_response_at", Code::ResponseBeforeCreation, "the first response is before the start of its clock; correct the instants, or ask for bad records to be skipped");
    }
    for (field, at) in [
        ("handover_at", ticket.handover_at()),
        ("first_resolved_at", ticket.first_resolved_at()),
        ("resolved_at", ticket.resolved_at()),
    ] {
        if at.is_some_and(|at| at < created) {
            let text = "it is before created_at; correct the instants, or ask for bad records to be skipped";
            bad.add(field, Code::WrongOrder, text);
        }
    }
}
