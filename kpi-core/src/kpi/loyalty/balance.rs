//! Balances of customers: how KPIs read accounts.

use crate::kpi::part::ReadInfo;
use crate::record::Kind;
use crate::spec::Anchor;

/// How KPIs over the balances at both ends of a bucket read accounts.
pub(crate) const ACCOUNTS: ReadInfo =
    ReadInfo::new(Kind::Account, Anchor::Balance("started_at", "ended_at")).needs(&["started_at", "ended_at"]);

#[cfg(feature = "prose")]
pub(super) const COUNTED: &str = "Accounts. A customer at an instant has started before it and has not ended before it, \
    so one period's closing balance is the next one's opening balance.";
