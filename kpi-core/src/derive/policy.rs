//! SLA policies: whom they are for, what they promise, in which time.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use crate::error::{Code, Error, Result};
use crate::exact::Duration;
use crate::given::Given;
use crate::kpi::clock::{BUSINESS, CALENDAR};
use crate::words::{self, NEW, either};

/// What a policy can promise. The order is that of their known words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Metric {
    /// The first reply, from the start of the ticket's clock.
    FirstResponse,
    /// Each later reply, from the customer's message on.
    NextResponse,
    /// The resolution, from the ticket's creation.
    Resolution,
}

/// All of them, in order.
pub(crate) const METRICS: [Metric; 3] = [Metric::FirstResponse, Metric::NextResponse, Metric::Resolution];

impl Metric {
    /// The code of its word.
    pub(crate) fn code(self) -> u32 {
        match self {
            Metric::FirstResponse => words::FIRST_RESPONSE,
            Metric::NextResponse => words::NEXT_RESPONSE,
            Metric::Resolution => words::RESOLUTION,
        }
    }

    fn named(name: &str) -> Result<Self> {
        METRICS.into_iter().find(|metric| words::known(metric.code()) == name).ok_or_else(|| {
            let names = either(METRICS.map(|metric| words::known(metric.code())));
            bad(format!("there is no such promise; choose {names}"))
        })
    }
}

/// A policy: what is promised to the tickets for which all its conditions hold. The first one that fits applies.
///
/// ```
/// use kpi_core::{Duration, derive::{Metric, Policy}};
/// let gold = Policy::new("gold")
///     .when("priority", &["urgent", "high"])
///     .promise(Metric::FirstResponse, Duration::seconds(3600))?
///     .promise(Metric::Resolution, Duration::seconds(86_400))?
///     .pause(Metric::Resolution, "pending")?
///     .in_business_time();
/// # Ok::<(), kpi_core::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Policy {
    pub(crate) name: String,
    /// Text fields of tickets, and the words of which one must be there.
    pub(crate) when: Vec<(String, Vec<String>)>,
    /// By metric, in µs.
    pub(crate) targets: [Option<i64>; METRICS.len()],
    /// By metric: the statuses in which the clock stands, one bit each.
    pub(crate) pauses: [u16; METRICS.len()],
    pub(crate) business: bool,
}

impl Policy {
    /// One for all tickets, that promises nothing yet.
    #[must_use]
    pub fn new(name: &str) -> Self {
        Policy {
            name: name.into(),
            when: Vec::new(),
            targets: [None; METRICS.len()],
            pauses: [0; METRICS.len()],
            business: false,
        }
    }

    /// For tickets alone that have one of these words in a text field, or in a text column of the caller's own.
    #[must_use]
    pub fn when<S: AsRef<str>>(mut self, field: &str, words: &[S]) -> Self {
        self.when.push((field.into(), words.iter().map(|word| word.as_ref().into()).collect()));
        self
    }

    /// With a promise.
    ///
    /// # Errors
    /// [`Code::BadPolicy`] where the duration is not more than 0.
    pub fn promise(mut self, metric: Metric, within: Duration) -> Result<Self> {
        if within.0 <= 0 {
            return Err(bad("a target is a number of seconds, more than 0"));
        }
        if let Some(target) = self.targets.get_mut(metric as usize) {
            *target = Some(within.0);
        }
        Ok(self)
    }

    /// With a clock that stands while the ticket is in a status. It always stands while the ticket is resolved or has
    /// ended.
    ///
    /// # Errors
    /// [`Code::BadPolicy`] where there is no such status.
    pub fn pause(mut self, metric: Metric, status: &str) -> Result<Self> {
        let statuses = NEW..=words::SPAM;
        let Some(code) = statuses.clone().find(|&code| words::known(code) == status) else {
            return Err(bad(format!("there is no such status; choose {}", either(statuses.map(words::known)))));
        };
        if let Some(pauses) = self.pauses.get_mut(metric as usize) {
            *pauses |= bit(code);
        }
        Ok(self)
    }

    /// In the open hours of the calendar.
    #[must_use]
    pub fn in_business_time(mut self) -> Self {
        self.business = true;
        self
    }

    /// Whether the clock of a promise is told to stand in a status.
    pub(crate) fn pauses_in(&self, metric: usize, status: u32) -> bool {
        self.pauses.get(metric).is_some_and(|pauses| pauses & bit(status) != 0)
    }

    /// The policies of `{"policies": [...]}`.
    pub(crate) fn read_all(given: &Given) -> Result<Vec<Policy>> {
        let read = |given: &Given| -> Result<Vec<Policy>> { given.list()?.iter().map(Policy::read).collect() };
        let policies = given.fields(&["policies"]).and_then(|fields| fields.need("policies", read));
        policies.map_err(|error| bad(error.text()).field(error.field_name().unwrap_or("sla")))
    }

    /// Refuses policies that cannot be told apart, that promise nothing, or that are for no ticket.
    pub(crate) fn check_all(policies: &[Policy]) -> Result<()> {
        for (place, policy) in policies.iter().enumerate() {
            let name = &policy.name;
            if name.is_empty() {
                return Err(bad("a policy has no name; give it one").field("name"));
            }
            if policies.iter().take(place).any(|own| own.name == *name) {
                return Err(bad(format!("two policies are named `{name}`; rename one")).field("name"));
            }
            if policy.targets.iter().all(Option::is_none) {
                return Err(bad(format!("the policy `{name}` promises nothing; give it a target")).field("targets"));
            }
            if let Some((field, _)) = policy.when.iter().find(|(_, words)| words.is_empty()) {
                let text = format!("the policy `{name}` has no word for `{field}`; give one, or leave the field out");
                return Err(bad(text).field("when"));
            }
            if let Some((field, _)) = policy.when.iter().find(|(_, words)| words.iter().any(String::is_empty)) {
                let text =
                    format!("the policy `{name}` has an empty word for `{field}`, which no ticket has; remove it");
                return Err(bad(text).field("when"));
            }
        }
        Ok(())
    }

    fn read(given: &Given) -> Result<Policy> {
        let fields = given.fields(&["name", "when", "targets", "clock", "pauses"])?;
        let mut policy = Policy::new(fields.need("name", Given::text)?);
        let when = |given: &Given| -> Result<Vec<(String, Vec<String>)>> {
            let words = |given: &Given| match given {
                Given::Text(word) => Ok([word.clone()].into()),
                list => list.texts(),
            };
            given.by_word()?.iter().map(|(field, given)| Ok((field.clone(), words(given)?))).collect()
        };
        policy.when = fields.get("when", when)?.unwrap_or_default();
        for (metric, target) in fields.need("targets", Given::by_word)? {
            let within = target.scaled(6).map(Duration);
            policy = within.and_then(|within| policy.promise(Metric::named(metric)?, within)).map_err(at("targets"))?;
        }
        for (metric, statuses) in fields.get("pauses", Given::by_word)?.into_iter().flatten() {
            let metric = Metric::named(metric).map_err(at("pauses"))?;
            for status in statuses.texts().map_err(at("pauses"))? {
                policy = policy.pause(metric, &status).map_err(at("pauses"))?;
            }
        }
        policy.business = fields.get("clock", is_business)?.unwrap_or(false);
        Ok(policy)
    }
}

/// Whether a clock is the one of the calendar's open hours.
fn is_business(given: &Given) -> Result<bool> {
    match given.text()? {
        CALENDAR => Ok(false),
        BUSINESS => Ok(true),
        _ => Err(Error::new(Code::BadRequest, "choose calendar or business")),
    }
}

fn bit(status: u32) -> u16 {
    status.checked_sub(NEW).and_then(|place| 1u16.checked_shl(place)).unwrap_or(0)
}

fn at(field: &'static str) -> impl Fn(Error) -> Error {
    move |error| error.field(field)
}

fn bad(text: impl Into<String>) -> Error {
    Error::new(Code::BadPolicy, text)
}
