//! Accounts: customers, and how long they are.

use super::{Flaws, record};
use crate::error::Code;

record! {
    /// An account: a customer from its first to its last day.
    Account, AccountAt, check, {
        /// Its id, unique within one input.
        id: Text required,
        /// business or consumer.
        kind: Text,
        /// Its tier.
        tier: Text,
        /// Its plan.
        plan: Text,
        /// Its region.
        region: Text,
        /// Its segment.
        segment: Text,
        /// The first instant as a customer.
        started_at: Instant required,
        /// The first instant not a customer; null while it still is one.
        ended_at: Instant,
        /// Why it ended.
        end_reason: Text,
        /// Whether it serves as a reference.
        reference: Flag,
        /// What it was worth when it ended; derived over whole tables from its purchases, or given.
        value: Amount,
        /// The currency of the value: three capital letters.
        currency: Text,
    }
}

impl AccountAt<'_> {
    /// Whether it is a customer just before `instant`: started before it, and not ended before it.
    pub fn is_customer_before(&self, instant: i64) -> bool {
        self.started_at().is_some_and(|started| started < instant)
            && self.ended_at().is_none_or(|ended| ended >= instant)
    }
}

fn check(account: &AccountAt<'_>, bad: &mut Flaws<'_>) {
    if account.started_at().zip(account.ended_at()).is_some_and(|(started, ended)| ended < started) {
        bad.add(
            "ended_at",
            Code::WrongOrder,
            "the account ends before it starts; correct the instants, or ask for bad records to be skipped",
        );
    }
}
