//! Loyalty: who stays, who leaves, who buys again, and what recurring revenue does.

mod balance;
pub(super) mod churn_rate;
pub(super) mod mrr_growth_rate;
pub(super) mod repeat_purchase_rate;
pub(super) mod retention_rate;
