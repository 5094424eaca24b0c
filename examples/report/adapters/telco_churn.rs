//! The customers of a fictional telephone company: months of tenure instead of dates, and who left within the month.
//!
//! We call that month January 2020. All customers were there at its start, and those who churned left in it. A tenure
//! of N months at its start means that the customer came in the month N + 1 before it. Which day it was is not known
//! and does not matter to balances at the starts of months: it is the 15th.

use std::path::Path;

use kpi_core::Kind;

use super::Adapted;
use super::rows::{Sheet, each, number};

const COLUMNS: [&str; 7] =
    ["customerID", "tenure", "Contract", "InternetService", "PaymentMethod", "MonthlyCharges", "Churn"];

/// January 2020, in months of the calendar.
const MONTH: i64 = 2020 * 12;

/// The data set names none; the company is Californian.
const CURRENCY: &str = "USD";

pub fn adapt(path: &Path) -> Result<Adapted, String> {
    let fields = ["id", "kind", "plan", "internet", "payment", "started_at", "ended_at"];
    let mut accounts = Sheet::new(Kind::Account, fields)?;
    let fields = ["account", "plan", "internet", "payment", "started_at", "ended_at", "mrr", "currency"];
    let mut subscriptions = Sheet::new(Kind::Subscription, fields)?;
    each(path, b',', COLUMNS, |[customer, tenure, contract, internet, payment, charges, churn]| {
        let tenure = number("tenure", tenure)?;
        let started = middle(MONTH.saturating_sub(tenure).saturating_sub(1));
        let ended = match churn {
            "Yes" => middle(MONTH),
            "No" => String::new(),
            _ => return Err(format!("`Churn` is `{churn}`, not Yes or No")),
        };
        accounts.push([customer, "consumer", contract, internet, payment, &started, &ended])?;
        subscriptions.push([customer, contract, internet, payment, &started, &ended, charges, CURRENCY])
    })?;
    Ok(Adapted { sheets: vec![accounts, subscriptions], notes: Vec::new() })
}

/// The 15th of a month of the calendar.
fn middle(month: i64) -> String {
    let (year, month) = (month.div_euclid(12), month.rem_euclid(12).saturating_add(1));
    format!("{year:04}-{month:02}-15")
}
