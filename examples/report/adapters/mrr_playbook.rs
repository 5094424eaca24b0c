//! The subscription periods of the dbt MRR playbook: synthetic customers, by whole months, the end not included.

use std::path::Path;

use kpi_core::Kind;

use super::Adapted;
use super::rows::{Sheet, each};

const COLUMNS: [&str; 4] = ["customer_id", "start_date", "end_date", "monthly_amount"];

/// The file names none.
const CURRENCY: &str = "USD";

pub fn adapt(path: &Path) -> Result<Adapted, String> {
    let mut subscriptions = Sheet::new(Kind::Subscription, ["account", "started_at", "ended_at", "mrr", "currency"])?;
    each(path, b',', COLUMNS, |[customer, start, end, amount]| {
        subscriptions.push([customer, start, end, amount, CURRENCY])
    })?;
    Ok(Adapted { sheets: vec![subscriptions], notes: Vec::new() })
}
