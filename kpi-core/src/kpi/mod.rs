//! The catalogue: every KPI, one entry per variant; and what a KPI is made of.

mod cost;
mod describe;
pub(crate) mod duration;
pub(crate) mod figure;
mod loyalty;
pub(crate) mod parameters;
pub(crate) mod part;
pub(crate) mod population;
mod responsiveness;
mod satisfaction;

use alloc::boxed::Box;
use alloc::collections::BTreeMap;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use crate::error::{Code, Error, Result};
use crate::kpi::figure::{Figure, Figures, Inputs, Value};
use crate::kpi::parameters::Parameters;
use crate::kpi::part::{ReadInfo, Run, Setting, entry};
use crate::record::Kind;
use crate::spec::{Anchor, Spec};
use crate::words::either;
use responsiveness::first_response_time::FirstResponseTime;
use satisfaction::answer::Answered;

/// One KPI in one variant: what it is, what it reads, its formula and its running measure.
pub struct Entry {
    spec: &'static Spec,
    reads: fn() -> Vec<ReadInfo>,
    start: fn(&Setting<'_>) -> Result<Box<dyn Run>>,
    formula: fn(&Setting<'_>, &Inputs<'_>) -> Result<Vec<Figure>>,
}

/// Every KPI, in the order of the documentation. The first variant of an id is its default.
pub static CATALOG: &[Entry] = &[
    entry::<FirstResponseTime<responsiveness::first_response_time::FromHandover>>(),
    entry::<FirstResponseTime<responsiveness::first_response_time::FromCreated>>(),
    entry::<responsiveness::first_response_within_target::Standard>(),
    entry::<Answered<satisfaction::csat::TopTwoBoxes>>(),
    entry::<Answered<satisfaction::csat::Mean>>(),
    entry::<satisfaction::csat::LatestPerCustomer>(),
    entry::<satisfaction::nps::Standard>(),
    entry::<Answered<satisfaction::customer_effort_score::Share>>(),
    entry::<Answered<satisfaction::customer_effort_score::Mean>>(),
    entry::<satisfaction::customer_effort_score::ByInteractions>(),
    entry::<loyalty::retention_rate::Identity>(),
    entry::<loyalty::retention_rate::S4Literal>(),
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
        self.reads().iter().map(|read| (read.kind, read.anchor)).collect()
    }

    /// The fields whose column must be there for a kind of record, and those that are read where they are given.
    #[must_use]
    pub fn fields(&self, kind: Kind) -> (Vec<&'static str>, Vec<&'static str>) {
        let reads = self.reads();
        let Some(read) = reads.iter().find(|read| read.kind == kind) else { return (Vec::new(), Vec::new()) };
        (read.needs.to_vec(), read.uses.iter().chain(read.presence).copied().collect())
    }

    pub(crate) fn reads(&self) -> Vec<ReadInfo> {
        (self.reads)()
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
        inputs: &BTreeMap<String, Argument>,
        parameters: &BTreeMap<String, parameters::Parameter>,
        level: f64,
    ) -> Result<Figures> {
        let inputs = Inputs::new(self.spec, inputs)?;
        let parameters = Parameters::new(self.spec, parameters, true)?;
        let setting = Setting { parameters: &parameters, as_of: None, level: crate::report::level(level)? };
        let figures = (self.formula)(&setting, &inputs)?;
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
