//! Which contacts the KPIs of calls and chats count: their direction, how far they came, and who gave up at once.

use crate::error::Result;
use crate::kpi::parameters::bad;
use crate::kpi::part::{ReadInfo, Setting};
pub(crate) use crate::kpi::population::{Outcome, outbound, outcome, unanswered};
use crate::record::{ContactAt, Kind};
use crate::spec::{Anchor, ParameterSpec, said};
use crate::state::Reason;

/// A contact counts when it began to wait for a person, else when it began (ruling B6).
pub(crate) const CONTACTS: ReadInfo = ReadInfo::new(Kind::Contact, Anchor::Instant(&["queued_at", "started_at"]));

/// The parameter that says whose contacts count (ruling B6).
pub(crate) const POPULATION: ParameterSpec = ParameterSpec {
    name: "population",
    takes: said("`queued` or `all_inbound`"),
    default: "queued",
    doc: said(
        "`queued`: contacts that reached the queue. `all_inbound`: also those that ended in the menu, unless the menu \
          served them.",
    ),
    in_formula: false,
};

/// The parameter that says which abandons are short (ruling B8).
pub(crate) const SHORT: ParameterSpec = ParameterSpec {
    name: "short",
    takes: said("a number of seconds"),
    default: "5",
    doc: said(
        "A contact given up within so many seconds is short: a wrong number or a slip. The clock starts at the queue, \
          with the population `all_inbound` at the start of the contact. 0 means waits of exactly 0.",
    ),
    in_formula: false,
};
/// The default of [`SHORT`] in µs.
const FIVE_SECONDS: i64 = 5_000_000;

/// The parameter that says which direction counts (ruling B10).
pub(crate) const DIRECTION: ParameterSpec = ParameterSpec {
    name: "direction",
    takes: said("`inbound`, `outbound` or `both`"),
    default: "inbound",
    doc: said("Contacts that the customer began, that the company began, or both. An unknown direction is inbound."),
    in_formula: false,
};

/// Which errors there can be: those of every contact, and a KPI's own.
#[cfg(feature = "prose")]
macro_rules! errors {
    ($($own:literal)?) => {
        concat!(
            "`response_before_creation` where the answer is before the start of the wait, `wrong_order` where an end is \
             before its start, `bad_parameter`",
            $("; ", $own,)?
            "."
        )
    };
}
#[cfg(feature = "prose")]
pub(crate) use errors;

/// Which contacts are left out that are not of the population, and a KPI's own.
#[cfg(feature = "prose")]
macro_rules! left_out {
    ($($own:literal)?) => {
        concat!(
            "`outbound`, `self_served` (the menu served it), `not_queued` (with the population `queued`), `short` (given up \
             within 5 s), `waiting` (at `as_of` nobody has answered yet)",
            $(", ", $own,)?
            "."
        )
    };
}
#[cfg(feature = "prose")]
pub(crate) use left_out;

/// Which contacts are left out of work with customers, and a KPI's own.
#[cfg(feature = "prose")]
macro_rules! left_out_of_work {
    ($($own:literal)?) => {
        concat!(
            "`outbound` or `inbound` (not the direction asked for), `abandoned` (before an answer), `self_served`, \
             `callback`, `failed`, `unanswered` (at `as_of` nobody has answered yet)",
            $(", ", $own,)?
            "."
        )
    };
}
#[cfg(feature = "prose")]
pub(crate) use left_out_of_work;

#[cfg(feature = "prose")]
pub(crate) const DURATION_ERRORS: &str = errors!("`negative` for a negative duration");
#[cfg(feature = "prose")]
pub(crate) const DURATION_INTERVAL: &str = "Mean: Student's t. Median and other quantiles: binomial order statistics.";

/// Whether a contact ended at most so long after an instant; one whose end is not known did not.
#[inline]
pub(crate) fn ended_within(contact: &ContactAt<'_>, start: Option<i64>, within: i64) -> bool {
    start.zip(contact.ended_at()).is_some_and(|(start, end)| end.saturating_sub(start) <= within)
}

/// The directions that count.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Directions {
    inbound: bool,
    outbound: bool,
}

impl Directions {
    pub fn new(setting: &Setting<'_>) -> Result<Self> {
        let (inbound, outbound) = match &*setting.parameters.word(DIRECTION.name, DIRECTION.default)? {
            "inbound" => (true, false),
            "outbound" => (false, true),
            "both" => (true, true),
            _ => return Err(bad(DIRECTION.name, "expected `inbound`, `outbound` or `both`")),
        };
        Ok(Directions { inbound, outbound })
    }

    /// Contacts of the other direction.
    #[inline]
    pub fn other(self, contact: &ContactAt<'_>) -> Option<Reason> {
        match outbound(contact) {
            Some(reason) => (!self.outbound).then_some(reason),
            None => (!self.inbound).then_some(Reason::Inbound),
        }
    }
}

/// The inbound contacts that count, and which of them are short.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Population {
    all_inbound: bool,
    short: i64,
}

impl Population {
    pub fn new(setting: &Setting<'_>) -> Result<Self> {
        let all_inbound = match &*setting.parameters.word(POPULATION.name, POPULATION.default)? {
            "queued" => false,
            "all_inbound" => true,
            _ => return Err(bad(POPULATION.name, "expected `queued` or `all_inbound`")),
        };
        Ok(Population { all_inbound, short: setting.parameters.duration(SHORT.name, FIVE_SECONDS)? })
    }

    /// Contacts that did not reach the queue, where only those count that did.
    #[inline]
    pub fn not_queued(self, contact: &ContactAt<'_>) -> Option<Reason> {
        (!self.all_inbound && contact.queued_at().is_none()).then_some(Reason::NotQueued)
    }

    /// Whether an abandoned contact was given up at once (ruling B8).
    #[inline]
    pub fn is_short(self, contact: &ContactAt<'_>) -> bool {
        let start = if self.all_inbound { contact.started_at().or(contact.queued_at()) } else { contact.queued_at() };
        ended_within(contact, start, self.short)
    }

    /// How far a contact of the population came, and else why it is not one (ruling B10): never [`Outcome::Waiting`].
    #[inline]
    pub fn outcome(self, contact: &ContactAt<'_>) -> Result<Outcome, Reason> {
        if let Some(reason) = outbound(contact) {
            return Err(reason);
        }
        let outcome = outcome(contact);
        if outcome == Outcome::Other(Reason::SelfServed) {
            return Err(Reason::SelfServed);
        }
        if let Some(reason) = self.not_queued(contact) {
            return Err(reason);
        }
        match outcome {
            Outcome::Abandoned if self.is_short(contact) => Err(Reason::Short),
            Outcome::Waiting => Err(Reason::Waiting),
            outcome => Ok(outcome),
        }
    }
}
