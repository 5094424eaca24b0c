//! Loyalty: who stays, who leaves, who buys again, and what recurring revenue does.

pub(super) mod balance;
pub(super) mod churn_rate;
pub(super) mod conversion_rate;
pub(super) mod cross_sell_rate;
pub(super) mod customer_lifetime_value;
pub(super) mod customer_turnover;
pub(crate) mod lost_customer_value;
pub(super) mod mrr_growth_rate;
pub(super) mod repeat_purchase_rate;
pub(super) mod retention_rate;
pub(super) mod sale;
pub(super) mod upsell_rate;
