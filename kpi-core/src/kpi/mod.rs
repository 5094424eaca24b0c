//! The catalogue: every KPI, one entry per variant; and what a KPI is made of.

pub(crate) mod clock;
mod contact_centre;
mod cost;
mod describe;
pub(crate) mod distribution;
pub(crate) mod figure;
mod loyalty;
pub(crate) mod money;
pub(crate) mod open;
pub(crate) mod parameters;
pub(crate) mod part;
pub(crate) mod population;
pub(crate) mod preset;
mod resolution;
mod responsiveness;
mod satisfaction;
pub(crate) mod survival;
pub(crate) mod tally;
pub(crate) mod timed;
mod volume;

use alloc::boxed::Box;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use crate::error::{Code, Error, Result};
use crate::kpi::figure::{Figures, Inputs, Value};
use crate::kpi::parameters::Parameters;
use crate::kpi::part::{ReadInfo, Run, Setting, entry};
use crate::kpi::tally::Tallied;
use crate::kpi::timed::Timed;
use crate::record::Kind;
use crate::sorted::Sorted;
use crate::spec::{Anchor, Spec};
use crate::time::Zone;
use crate::words::either;
use contact_centre::abandonment_rate::AbandonmentRate;
use contact_centre::handle_time::Handled;
use loyalty::mrr_growth_rate::Revenue;
use loyalty::repeat_purchase_rate::OfCustomers;
use resolution::backlog::Backlog;
use resolution::first_contact_resolution_rate::{OfCases, OfResolved, Surveyed};
use resolution::interactions_per_ticket::Interactions;
use resolution::reopen_rate::Reopened;
use resolution::resolution_time::ResolutionTime;
use resolution::transfer_time::TransferTime;
use responsiveness::answer_time::AnswerTime;
use responsiveness::average_response_time::AverageResponseTime;
use responsiveness::first_response_time::FirstResponseTime;
use responsiveness::overdue_response_rate::Overdue;
use responsiveness::service_level::ServiceLevel;
use responsiveness::wait_time::WaitTime;
use satisfaction::answer::Answered;

/// One KPI in one variant: what it is, what it reads, its formula and its running measure.
pub struct Entry {
    spec: &'static Spec,
    /// The kinds of record it reads, one after the other.
    read: fn(usize) -> Option<&'static ReadInfo>,
    start: fn(&Setting<'_>) -> Result<Box<dyn Run>>,
}

/// Every KPI, in the order of the documentation. The first variant of an id is its default.
pub static CATALOG: &[Entry] = &[
    entry::<Timed<FirstResponseTime<responsiveness::first_response_time::FromHandover>>>(),
    entry::<Timed<FirstResponseTime<responsiveness::first_response_time::FromCreated>>>(),
    entry::<responsiveness::first_response_within_target::Standard>(),
    entry::<Timed<AverageResponseTime<responsiveness::average_response_time::AfterFirst>>>(),
    entry::<Timed<AverageResponseTime<responsiveness::average_response_time::WithFirst>>>(),
    entry::<Timed<AnswerTime<responsiveness::answer_time::FromQueue>>>(),
    entry::<Timed<AnswerTime<responsiveness::answer_time::FromStart>>>(),
    entry::<Timed<WaitTime<responsiveness::wait_time::Requester>>>(),
    entry::<Timed<WaitTime<responsiveness::wait_time::AgentWaitTime>>>(),
    entry::<Timed<WaitTime<responsiveness::wait_time::Queue>>>(),
    entry::<Timed<responsiveness::hold_time::Standard>>(),
    entry::<Timed<responsiveness::time_to_abandon::Standard>>(),
    entry::<Timed<responsiveness::time_to_abandon::LongestWait>>(),
    entry::<responsiveness::time_to_abandon::Patience>(),
    entry::<ServiceLevel<responsiveness::service_level::Offered>>(),
    entry::<ServiceLevel<responsiveness::service_level::LessShort>>(),
    entry::<ServiceLevel<responsiveness::service_level::LessAbandonedWithinT>>(),
    entry::<ServiceLevel<responsiveness::service_level::Answered>>(),
    entry::<ServiceLevel<responsiveness::service_level::CreditAbandonedWithinT>>(),
    entry::<ServiceLevel<responsiveness::service_level::CreditShort>>(),
    entry::<Tallied<Overdue<responsiveness::overdue_response_rate::OfRequests>>>(),
    entry::<Tallied<Overdue<responsiveness::overdue_response_rate::OfPromised>>>(),
    entry::<responsiveness::sla_attainment::PerTarget>(),
    entry::<responsiveness::sla_attainment::AllMet>(),
    entry::<Timed<ResolutionTime<resolution::resolution_time::Last>>>(),
    entry::<Timed<ResolutionTime<resolution::resolution_time::First>>>(),
    entry::<resolution::resolution_time::UntilResolved>(),
    entry::<Tallied<OfCases>>(),
    entry::<Tallied<OfResolved>>(),
    entry::<Tallied<Surveyed>>(),
    entry::<Tallied<resolution::tickets_resolved::Tickets>>(),
    entry::<Tallied<resolution::tickets_resolved::FirstResolution>>(),
    entry::<Tallied<resolution::tickets_resolved::Events>>(),
    entry::<Tallied<resolution::requests_processed::Standard>>(),
    entry::<Tallied<resolution::task_completion_rate::ResolvedOfRequests>>(),
    entry::<Tallied<resolution::task_completion_rate::ProcessedOfRequests>>(),
    entry::<Tallied<resolution::task_completion_rate::ResolvedOfProcessed>>(),
    entry::<Tallied<Reopened<resolution::reopen_rate::ByCustomer>>>(),
    entry::<Tallied<Reopened<resolution::reopen_rate::AnyActor>>>(),
    entry::<Tallied<resolution::repeat_contact_rate::Standard>>(),
    entry::<Tallied<resolution::solo_resolution_rate::Standard>>(),
    entry::<Tallied<resolution::touches_to_resolution::Standard>>(),
    entry::<Interactions<resolution::interactions_per_ticket::AgentChanges>>(),
    entry::<Interactions<resolution::interactions_per_ticket::Replies>>(),
    entry::<Interactions<resolution::interactions_per_ticket::Messages>>(),
    entry::<Timed<TransferTime<resolution::transfer_time::HoldingTime>>>(),
    entry::<Timed<TransferTime<resolution::transfer_time::UntilTaken>>>(),
    entry::<Tallied<resolution::transfer_time::TransferRate>>(),
    entry::<resolution::time_in_status::Standard>(),
    entry::<Tallied<resolution::escalation_rate::Standard>>(),
    entry::<resolution::canceled_requests::Requests>(),
    entry::<resolution::canceled_requests::Orders>(),
    entry::<Backlog<resolution::backlog::Unresolved>>(),
    entry::<Backlog<resolution::backlog::Actionable>>(),
    entry::<Backlog<resolution::backlog::Unassigned>>(),
    entry::<Backlog<resolution::backlog::Overdue>>(),
    entry::<Tallied<resolution::clearance_rate::Tickets>>(),
    entry::<Tallied<resolution::clearance_rate::Events>>(),
    entry::<Tallied<volume::ticket_volume::Standard>>(),
    entry::<Tallied<volume::issues_by_type::Standard>>(),
    entry::<volume::arrival_profile::Standard>(),
    entry::<AbandonmentRate<contact_centre::abandonment_rate::BeforeAnswer>>(),
    entry::<AbandonmentRate<contact_centre::abandonment_rate::BeforeResolution>>(),
    entry::<contact_centre::answer_rate::Standard>(),
    entry::<Timed<Handled<contact_centre::handle_time::HandleTime>>>(),
    entry::<Timed<Handled<contact_centre::handle_time::CallLength>>>(),
    entry::<Timed<Handled<contact_centre::handle_time::TalkTime>>>(),
    entry::<Timed<Handled<contact_centre::handle_time::AfterContactWorkTime>>>(),
    entry::<Answered<satisfaction::csat::TopTwoBoxes>>(),
    entry::<Answered<satisfaction::csat::Mean>>(),
    entry::<satisfaction::csat::LatestPerCustomer>(),
    entry::<satisfaction::nps::Standard>(),
    entry::<Answered<satisfaction::customer_effort_score::Share>>(),
    entry::<Answered<satisfaction::customer_effort_score::Mean>>(),
    entry::<satisfaction::customer_effort_score::ByInteractions>(),
    entry::<satisfaction::survey_response_rate::Standard>(),
    entry::<Answered<satisfaction::agent_rating::Standard>>(),
    entry::<loyalty::retention_rate::Identity>(),
    entry::<loyalty::retention_rate::S4Literal>(),
    entry::<loyalty::churn_rate::Lost>(),
    entry::<loyalty::churn_rate::LossEvents>(),
    entry::<loyalty::churn_rate::AfterBadRating>(),
    entry::<loyalty::churn_rate::Lifetime>(),
    entry::<OfCustomers<loyalty::repeat_purchase_rate::WithinWindow>>(),
    entry::<OfCustomers<loyalty::repeat_purchase_rate::Returning>>(),
    entry::<loyalty::repeat_purchase_rate::AfterComplaint>(),
    entry::<loyalty::repeat_purchase_rate::AfterAbandonedContact>(),
    entry::<Revenue<loyalty::mrr_growth_rate::Growth>>(),
    entry::<Revenue<loyalty::mrr_growth_rate::NetRevenueRetention>>(),
    entry::<Revenue<loyalty::mrr_growth_rate::GrossRevenueRetention>>(),
    entry::<Revenue<loyalty::mrr_growth_rate::QuickRatio>>(),
    entry::<cost::cost_per_conversation::PerConversation>(),
    entry::<cost::cost_per_conversation::PerTicket>(),
    entry::<cost::cost_per_conversation::PerResolution>(),
];

impl Entry {
    /// What the KPI says of itself.
    #[must_use]
    pub fn spec(&self) -> &'static Spec {
        self.spec
    }

    /// The kinds of record it reads, each with the anchor that puts a record in a bucket.
    #[must_use]
    pub fn records(&self) -> Vec<(Kind, Anchor)> {
        self.reads().map(|read| (read.kind, read.anchor)).collect()
    }

    /// The fields whose column must be there for a kind of record, and those that are read where they are given.
    #[must_use]
    pub fn fields(&self, kind: Kind) -> (Vec<&'static str>, Vec<&'static str>) {
        let Some(read) = self.reads().find(|read| read.kind == kind) else { return (Vec::new(), Vec::new()) };
        let uses = read.uses.iter().chain(read.presence).filter(|name| !read.needs.contains(name));
        (read.needs.to_vec(), uses.copied().collect())
    }

    pub(crate) fn reads(&self) -> impl Iterator<Item = ReadInfo> + use<> {
        let read = self.read;
        (0..).map_while(move |side| read(side).copied())
    }

    pub(crate) fn start(&self, setting: &Setting<'_>) -> Result<Box<dyn Run>> {
        (self.start)(setting)
    }

    /// The formula: every figure from its inputs.
    ///
    /// # Errors
    /// [`Code::MissingInput`], [`Code::UnknownInput`], [`Code::BadInput`], [`Code::UnknownParameter`],
    /// [`Code::BadParameter`], and what the KPI's page names.
    pub fn formula(
        &self,
        inputs: &Sorted<String, Argument>,
        parameters: &Sorted<String, parameters::Parameter>,
        level: f64,
    ) -> Result<Figures> {
        let inputs = Inputs::new(self.spec, inputs)?;
        let parameters = Parameters::new(self.spec, parameters, true)?;
        let level = crate::report::level(level)?;
        let zone = Zone::utc();
        let setting =
            Setting { parameters: &parameters, as_of: None, as_of_asked: false, level, zone: &zone, calendar: None };
        let figures = (self.start)(&setting)?.formula(&inputs)?;
        figures.into_iter().map(|figure| Value::new(self.spec, figure)).collect::<Result<_>>().map(Figures)
    }
}

/// The entry of an id and a variant; an empty variant is the default.
///
/// # Errors
/// [`Code::UnknownKpi`], [`Code::UnknownVariant`]; both say what there is.
///
/// ```
/// let csat = kpi_core::find("csat", "")?;
/// assert_eq!(csat.spec().variant, "top_two_boxes");
/// # Ok::<(), kpi_core::Error>(())
/// ```
pub fn find(id: &str, variant: &str) -> Result<&'static Entry> {
    let mut of_id = CATALOG.iter().filter(|entry| entry.spec.id == id).peekable();
    let Some(first) = of_id.peek().copied() else {
        let mut ids: Vec<&str> = CATALOG.iter().map(|entry| entry.spec.id).collect();
        ids.dedup();
        return Err(
            Error::new(Code::UnknownKpi, format!("there is no KPI `{id}`; choose {}", either(ids))).field("kpi")
        );
    };
    if variant.is_empty() {
        return Ok(first);
    }
    of_id.clone().find(|entry| entry.spec.variant == variant).ok_or_else(|| {
        let names = either(of_id.map(|entry| entry.spec.variant));
        Error::new(Code::UnknownVariant, format!("`{id}` has no variant `{variant}`; choose {names}")).field("variant")
    })
}

pub use figure::Argument;
