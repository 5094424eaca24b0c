//! People: how engaged they are and how long they stay, who receives most, who serves best, and how well records are
//! kept.

pub(super) mod agent_attrition_rate;
pub(super) mod employee_engagement;
pub(super) mod most_active_agents;
pub(crate) mod ranking;
pub(super) mod record_completeness;
pub(super) mod top_agents;

use crate::kpi::part::ReadInfo;
use crate::record::Kind;
use crate::spec::Anchor;

/// How KPIs over the balances of agents read them.
const AGENTS: ReadInfo = ReadInfo::new(Kind::Agent, Anchor::Balance("hired_at", "left_at"));
