//! Subscriptions: recurring revenue of an account over a span.

use super::{Flaws, record};
use crate::error::Code;

record! {
    /// A subscription: recurring revenue of an account from its first to its last day. An account can have several.
    Subscription, SubscriptionAt, check, {
        /// The account that pays.
        account: Text required,
        /// Its plan.
        plan: Text,
        /// The first instant at which it runs.
        started_at: Instant required,
        /// The first instant at which it does not; null while it runs.
        ended_at: Instant,
        /// Revenue of a month: without tax and one-off fees, a year's divided by 12.
        mrr: Amount required,
        /// The currency: three capital letters.
        currency: Text required,
        /// When the account's first subscription with revenue began; derived over whole tables, or given.
        customer_since: Instant,
    }
}

impl SubscriptionAt<'_> {
    /// Whether it runs just before `instant`: started before it, and not ended before it.
    pub fn runs_before(&self, instant: i64) -> bool {
        self.started_at().is_some_and(|started| started < instant)
            && self.ended_at().is_none_or(|ended| ended >= instant)
    }
}

fn check(subscription: &SubscriptionAt<'_>, bad: &mut Flaws<'_>) {
    if subscription.started_at().zip(subscription.ended_at()).is_some_and(|(started, ended)| ended < started) {
        bad.add(
            "ended_at",
            Code::WrongOrder,
            "the subscription ends before it starts; correct the instants, or ask for bad records to be skipped",
        );
    }
    if subscription.mrr().is_some_and(|mrr| mrr < 0) {
        bad.add(
            "mrr",
            Code::Negative,
            "recurring revenue cannot be negative; correct it, or ask for bad records to be skipped",
        );
    }
}
