//! Conversions: purchases, upsells, refunds and other outcomes with a customer.

use super::{Flaws, record};
use crate::error::Code;

record! {
    /// A conversion: a purchase, an upsell, a refund, or another outcome that counts.
    Conversion, ConversionAt, check, {
        /// Its id, unique within one input.
        id: Text required,
        /// The account it is of; null is allowed and counted where a KPI needs it.
        account: Text,
        /// When it happened.
        at: Instant required,
        /// purchase, renewal, upsell, cross_sell, setup, new_customer, refund, or a word of one's own.
        kind: Text required,
        /// How much.
        amount: Amount,
        /// The currency: three capital letters.
        currency: Text,
        /// The agent it is credited to.
        agent: Text,
        /// The contact it is credited to.
        contact: Text,
        /// The ticket it is credited to.
        ticket: Text,
        /// The self-service session it is credited to.
        session: Text,
        /// The order it is of; a refund names the order that it gives back.
        order: Text,
        /// When it was canceled.
        canceled_at: Instant,
        /// When the account first bought; derived over whole tables, or given.
        first_purchase_at: Instant,
        /// Whether a refund names its order; derived over whole tables, or given.
        refunded: Flag,
    }
}

fn check(conversion: &ConversionAt<'_>, bad: &mut Flaws<'_>) {
    if conversion.at().zip(conversion.canceled_at()).is_some_and(|(at, canceled)| canceled < at) {
        bad.add(
            "canceled_at",
            Code::WrongOrder,
            "it is canceled before it happened; correct the instants, or ask for bad records to be skipped",
        );
    }
}
