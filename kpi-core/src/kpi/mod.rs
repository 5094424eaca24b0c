//! The catalogue: every KPI, one entry per variant; and what a KPI is made of.

pub(crate) mod clock;
mod contact_centre;
mod cost;
mod describe;
pub(crate) mod distribution;
pub(crate) mod figure;
pub(crate) mod kinds;
pub(crate) mod loyalty;
pub(crate) mod money;
pub(crate) mod open;
pub(crate) mod parameters;
pub(crate) mod part;
pub(crate) mod people;
pub(crate) mod per_accounts;
pub(crate) mod population;
pub(crate) mod preset;
mod resolution;
mod responsiveness;
mod satisfaction;
mod self_service;
pub(crate) mod standing;
pub(crate) mod survival;
pub(crate) mod tally;
pub(crate) mod timed;
pub(crate) mod touch;
mod volume;

use alloc::boxed::Box;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use crate::error::{Code, Error, Result};
#[cfg(not(feature = "records"))]
use crate::kpi::figure::Figure;
use crate::kpi::figure::{Figures, Inputs, Value};
use crate::kpi::parameters::Parameters;
use crate::kpi::part::{ReadInfo, Run, Setting, Traits, entry};
use crate::kpi::people::agent_attrition_rate::Attrition;
use crate::kpi::people::ranking::Ranking;
use crate::kpi::per_accounts::PerAccounts;
use crate::kpi::tally::Tallied;
use crate::kpi::timed::Timed;
use crate::parts::{absent, entries, not_loaded};
use crate::record::Kind;
#[cfg(feature = "records")]
use crate::report::{OF_WORK_SPANS, sources};
use crate::sorted::{Sorted, sort};
use crate::spec::{Anchor, Spec};
use crate::time::Zone;
use crate::words::either;
use contact_centre::abandonment_rate::AbandonmentRate;
use contact_centre::handle_time::Handled;
use contact_centre::occupancy_rate::OfTime;
use contact_centre::required_agents::Required;
use loyalty::conversion_rate::Converted;
use loyalty::lost_customer_value::LostValue;
use loyalty::mrr_growth_rate::Revenue;
use loyalty::repeat_purchase_rate::OfCustomers;
use loyalty::sale::Sales;
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
use satisfaction::net_sentiment::Sentiment;
use self_service::bot_containment_rate::Conversations;
use volume::account_linkage_rate::Linked;

/// One KPI in one variant: what it is, what it reads, its formula and its running measure.
#[derive(Clone, Copy)]
pub struct Entry {
    spec: &'static Spec,
    /// Its place in the catalogue.
    pub(crate) place: usize,
    #[cfg(not(feature = "records"))]
    formula: fn(&Setting<'_>, &Inputs<'_>) -> Result<Vec<Figure>>,
    #[cfg(feature = "records")]
    counted: Counted,
}

/// How a KPI is made of records.
#[cfg(feature = "records")]
#[derive(Clone, Copy)]
struct Counted {
    traits: &'static Traits,
    ranking: Option<fn(&Parameters<'_>) -> Result<Ranking>>,
    start: fn(&Setting<'_>) -> Result<Box<dyn Run>>,
}

/// Every KPI, in the order of the documentation. The first variant of an id is its default.
pub static CATALOG: &[Entry] = &ALL;

/// How many KPIs there are, each variant for itself.
const COUNT: usize = 155;

pub(crate) const ALL: [Entry; COUNT] = numbered([
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
    entry::<PerAccounts<volume::contact_rate::Standard>>(),
    entry::<PerAccounts<volume::complaint_rate::Standard>>(),
    entry::<Tallied<volume::deflection_rate::Standard>>(),
    entry::<Tallied<Linked<volume::account_linkage_rate::ToAccount>>>(),
    entry::<Tallied<Linked<volume::account_linkage_rate::ToSale>>>(),
    entry::<AbandonmentRate<contact_centre::abandonment_rate::BeforeAnswer>>(),
    entry::<AbandonmentRate<contact_centre::abandonment_rate::BeforeResolution>>(),
    entry::<contact_centre::answer_rate::Standard>(),
    entry::<Timed<Handled<contact_centre::handle_time::HandleTime>>>(),
    entry::<Timed<Handled<contact_centre::handle_time::CallLength>>>(),
    entry::<Timed<Handled<contact_centre::handle_time::TalkTime>>>(),
    entry::<Timed<Handled<contact_centre::handle_time::AfterContactWorkTime>>>(),
    entry::<OfTime<contact_centre::occupancy_rate::Union>>(),
    entry::<OfTime<contact_centre::occupancy_rate::Concurrent>>(),
    entry::<OfTime<contact_centre::occupancy_rate::Utilization>>(),
    entry::<OfTime<contact_centre::occupancy_rate::Shrinkage>>(),
    entry::<OfTime<contact_centre::occupancy_rate::ScheduleAdherence>>(),
    entry::<contact_centre::contacts_per_hour::Standard>(),
    entry::<Tallied<contact_centre::employee_productivity::PerDay>>(),
    entry::<contact_centre::employee_productivity::PerEightHours>(),
    entry::<contact_centre::employee_productivity::ExchangesPerTicket>(),
    entry::<Required<contact_centre::required_agents::ErlangC>>(),
    entry::<Required<contact_centre::required_agents::ErlangA>>(),
    entry::<Answered<satisfaction::csat::TopTwoBoxes>>(),
    entry::<Answered<satisfaction::csat::Mean>>(),
    entry::<satisfaction::csat::LatestPerCustomer>(),
    entry::<satisfaction::nps::Standard>(),
    entry::<Answered<satisfaction::customer_effort_score::Share>>(),
    entry::<Answered<satisfaction::customer_effort_score::Mean>>(),
    entry::<satisfaction::customer_effort_score::ByInteractions>(),
    entry::<satisfaction::survey_response_rate::Standard>(),
    entry::<Tallied<satisfaction::positive_reviews::Count>>(),
    entry::<Tallied<satisfaction::positive_reviews::Share>>(),
    entry::<PerAccounts<satisfaction::positive_reviews::Per100Customers>>(),
    entry::<Timed<satisfaction::positive_reviews::TimeToReview>>(),
    entry::<Tallied<Sentiment<satisfaction::net_sentiment::All>>>(),
    entry::<Tallied<Sentiment<satisfaction::net_sentiment::Reviews>>>(),
    entry::<Tallied<Sentiment<satisfaction::net_sentiment::Tickets>>>(),
    entry::<Answered<satisfaction::agent_rating::Standard>>(),
    entry::<Answered<satisfaction::dissatisfaction_with_organization::Standard>>(),
    entry::<satisfaction::quality_score::Standard>(),
    entry::<satisfaction::quality_score::ByCriterion>(),
    entry::<satisfaction::quality_score::PerceptionGap>(),
    entry::<Tallied<self_service::self_service_utilization::Visits>>(),
    entry::<PerAccounts<self_service::self_service_utilization::OfCustomers>>(),
    entry::<Tallied<self_service::self_service_completion_rate::OfIssues>>(),
    entry::<Tallied<self_service::self_service_completion_rate::OfSessions>>(),
    entry::<Tallied<Conversations<self_service::bot_containment_rate::Contained>>>(),
    entry::<Tallied<Conversations<self_service::bot_containment_rate::HandedOver>>>(),
    entry::<self_service::knowledge_base_articles::Standard>(),
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
    entry::<Tallied<loyalty::customer_turnover::Requests>>(),
    entry::<loyalty::customer_turnover::Rate>(),
    entry::<Revenue<loyalty::mrr_growth_rate::Growth>>(),
    entry::<Revenue<loyalty::mrr_growth_rate::NetRevenueRetention>>(),
    entry::<Revenue<loyalty::mrr_growth_rate::GrossRevenueRetention>>(),
    entry::<Revenue<loyalty::mrr_growth_rate::QuickRatio>>(),
    entry::<Tallied<Converted<loyalty::conversion_rate::LastTouch>>>(),
    entry::<Tallied<Converted<loyalty::conversion_rate::AnyTouch>>>(),
    entry::<Sales<loyalty::conversion_rate::PerCustomer>>(),
    entry::<Sales<loyalty::upsell_rate::LastTouch>>(),
    entry::<Sales<loyalty::upsell_rate::AnyTouch>>(),
    entry::<Sales<loyalty::upsell_rate::PerCustomer>>(),
    entry::<Sales<loyalty::cross_sell_rate::LastTouch>>(),
    entry::<Sales<loyalty::cross_sell_rate::AnyTouch>>(),
    entry::<Sales<loyalty::cross_sell_rate::PerCustomer>>(),
    entry::<loyalty::customer_lifetime_value::Standard>(),
    entry::<loyalty::customer_lifetime_value::PromotersToDetractors>(),
    entry::<LostValue<loyalty::lost_customer_value::Sum>>(),
    entry::<LostValue<loyalty::lost_customer_value::Mean>>(),
    entry::<cost::cost_per_conversation::PerConversation>(),
    entry::<cost::cost_per_conversation::PerTicket>(),
    entry::<cost::cost_per_conversation::PerResolution>(),
    entry::<cost::cost_per_conversion::Standard>(),
    entry::<cost::support_cost_ratio::Standard>(),
    entry::<cost::customer_acquisition_cost::Standard>(),
    entry::<cost::customer_acquisition_cost::ToRetentionCost>(),
    entry::<people::employee_engagement::Score>(),
    entry::<people::employee_engagement::ActiveShare>(),
    entry::<Attrition<people::agent_attrition_rate::Annualised>>(),
    entry::<Attrition<people::agent_attrition_rate::Period>>(),
    entry::<people::most_active_agents::FirstAssigned>(),
    entry::<people::most_active_agents::Each>(),
    entry::<people::top_agents::Standard>(),
    entry::<people::record_completeness::Standard>(),
]);

/// The entries with their places.
#[expect(clippy::indexing_slicing, clippy::arithmetic_side_effects, reason = "done by the compiler, which would stop")]
const fn numbered<const N: usize>(mut entries: [Entry; N]) -> [Entry; N] {
    let mut place = 0;
    while place < N {
        entries[place].place = place;
        place += 1;
    }
    entries
}

impl Entry {
    /// What the KPI says of itself.
    #[must_use]
    pub const fn spec(&self) -> &'static Spec {
        self.spec
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
        let level = parameters::level(level)?;
        let zone = Zone::utc();
        let setting =
            Setting { parameters: &parameters, as_of: None, as_of_asked: false, level, zone: &zone, calendar: None };
        #[cfg(feature = "records")]
        let figures = (self.counted.start)(&setting)?.formula(&inputs)?;
        #[cfg(not(feature = "records"))]
        let figures = (self.formula)(&setting, &inputs)?;
        let mut values = Vec::with_capacity(figures.len());
        for figure in figures {
            values.push(Value::new(self.spec, figure)?);
        }
        Ok(Figures(values))
    }
}

#[cfg(feature = "records")]
impl Entry {
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

    /// The fields of a kind of record that a report over whole tables derives where they are not given.
    #[must_use]
    pub fn derived(&self, kind: Kind) -> Vec<&'static str> {
        self.all_derived().iter().filter(|(own, _)| *own == kind).map(|(_, field)| *field).collect()
    }

    fn all_derived(&self) -> &'static [(Kind, &'static str)] {
        let (given, zone) = (Sorted::new(), Zone::utc());
        let run = Parameters::new(self.spec, &given, false).and_then(|parameters| {
            let parameters = &parameters;
            let (as_of, as_of_asked, level, calendar) = (None, false, 0.95, None);
            self.start(&Setting { parameters, as_of, as_of_asked, level, zone: &zone, calendar })
        });
        run.map(|run| run.derived()).unwrap_or_default()
    }

    /// The kinds of record of which a report over whole tables makes what it reads, beside those that it reads.
    #[must_use]
    pub fn sources(&self) -> Vec<Kind> {
        let derived = self.all_derived();
        let read: Vec<Kind> = self.reads().map(|read| read.kind).collect();
        let spans: &[Kind] = if read.contains(&Kind::WorkSpan) { OF_WORK_SPANS } else { &[] };
        let all = derived.iter().flat_map(|&(kind, field)| sources(kind, field)).chain(spans).copied();
        let mut kinds: Vec<Kind> = all.filter(|kind| !read.contains(kind)).collect();
        sort(&mut kinds);
        kinds.dedup();
        kinds
    }

    /// Whether its parameters say which kind of record it reads; then [`Entry::records`] names the default one.
    #[must_use]
    pub fn reads_any(&self) -> bool {
        self.counted.traits.any
    }

    /// The field of a kind of record that names the agent in a report by `agent`: who answered, who resolved, or to whom
    /// it was first assigned, as the KPI asks.
    #[must_use]
    pub fn agent(&self, kind: Kind) -> Option<&'static str> {
        self.reads().find(|read| read.kind == kind).and_then(|read| read.names_agent())
    }

    /// Whether it ranks the agents of a report.
    pub(crate) fn ranks(&self) -> bool {
        self.counted.ranking.is_some()
    }

    /// How it ranks them.
    pub(crate) fn ranking(&self, parameters: &Parameters<'_>) -> Result<Option<Ranking>> {
        self.counted.ranking.map(|ranking| ranking(parameters)).transpose()
    }

    pub(crate) fn reads(&self) -> impl Iterator<Item = ReadInfo> + use<> {
        self.counted.traits.reads.iter().flatten().map(|read| **read)
    }

    pub(crate) fn start(&self, setting: &Setting<'_>) -> Result<Box<dyn Run>> {
        (self.counted.start)(setting)
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
    let mut variants = Vec::new();
    for entry in entries() {
        if entry.spec.id == id {
            if variant.is_empty() || variant == entry.spec.variant {
                return Ok(entry);
            }
            variants.push(entry.spec.variant);
        }
    }
    if variants.is_empty() {
        return Err(absent(id));
    }
    let unknown = || {
        let text = format!("`{id}` has no variant `{variant}`; choose {}", either(variants));
        Error::new(Code::UnknownVariant, text)
    };
    Err(not_loaded(&format!("`{id}` `{variant}`")).unwrap_or_else(unknown).field("variant"))
}

/// The ids that there are, for a message.
pub(crate) fn ids() -> String {
    let mut ids = Vec::new();
    for entry in entries() {
        if ids.last() != Some(&entry.spec.id) {
            ids.push(entry.spec.id);
        }
    }
    either(ids)
}

pub use figure::Argument;
