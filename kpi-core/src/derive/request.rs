//! What is to be derived from a log, and how.

use alloc::vec::Vec;

use super::policy::Policy;
use crate::error::{Code, Error, Result};
use crate::exact::Instant;
use crate::kpi::clock::BUSINESS;
use crate::record::Kind;
use crate::report::{BadRecords, RawRequest, Request};
use crate::time::{Calendar, Zone};

/// What is to be derived from a log of events, and how.
///
/// ```
/// use kpi_core::{Duration, derive::{DeriveRequest, Metric, Policy}};
/// let request = DeriveRequest::new()
///     .as_of("2026-02-01T00:00:00Z".parse()?)
///     .policy(Policy::new("standard").promise(Metric::FirstResponse, Duration::seconds(14_400))?);
/// # Ok::<(), kpi_core::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct DeriveRequest {
    /// What a report is asked, too: the zone, the calendar, words, the instant to look at, what to do with bad records.
    pub(crate) base: Request,
    pub(crate) policies: Vec<Policy>,
}

impl Default for DeriveRequest {
    fn default() -> Self {
        Self::new()
    }
}

impl DeriveRequest {
    /// One for all events, in calendar time, without policies.
    #[must_use]
    pub fn new() -> Self {
        DeriveRequest { base: Request::new(), policies: Vec::new() }
    }

    /// In a time zone, in which the instants of options are read.
    #[must_use]
    pub fn zone(mut self, zone: Zone) -> Self {
        self.base = self.base.zone(zone);
        self
    }

    /// As it was known at an instant: later events are not seen. Without it open clocks are read at the last event.
    #[must_use]
    pub fn as_of(mut self, at: Instant) -> Self {
        self.base = self.base.as_of(at);
        self
    }

    /// With a business calendar, for policies in business time and for [`DeriveRequest::business_time`].
    #[must_use]
    pub fn calendar(mut self, calendar: Calendar) -> Self {
        self.base = self.base.calendar(calendar);
        self
    }

    /// With waits that are measured in the calendar's open hours.
    #[must_use]
    pub fn business_time(mut self) -> Self {
        self.base = self.base.business_time();
        self
    }

    /// With one more policy. The first one that fits a ticket applies.
    #[must_use]
    pub fn policy(mut self, policy: Policy) -> Self {
        self.policies.push(policy);
        self
    }

    /// With a text field read as if one word stood for another, as in a report.
    #[must_use]
    pub fn word(mut self, record: Kind, field: &str, from: &str, to: &str) -> Self {
        self.base = self.base.word(record, field, from, to);
        self
    }

    /// With what to do about events and tickets that have something wrong with them.
    #[must_use]
    pub fn bad_records(mut self, what: BadRecords) -> Self {
        self.base = self.base.bad_records(what);
        self
    }

    /// Whether bad records are skipped and counted: then rows that cannot be read are to be skipped, too.
    #[must_use]
    pub fn skips_bad_records(&self) -> bool {
        self.base.skips_bad_records()
    }

    /// Whether waits are measured in business time.
    pub(crate) fn is_business(&self) -> bool {
        self.base.clock == Some(BUSINESS)
    }

    /// Whether any time is measured in business time.
    pub(crate) fn asks_for_hours(&self) -> bool {
        self.is_business() || self.policies.iter().any(|policy| policy.business)
    }

    /// Refuses business time without a calendar.
    pub(crate) fn has_calendar(&self) -> Result<()> {
        if self.base.calendar.is_some() || !self.asks_for_hours() {
            return Ok(());
        }
        let text = "business time needs a calendar; give `calendar`, or leave the clock out";
        Err(Error::new(Code::CalendarRequired, text).field(if self.is_business() { "clock" } else { "sla" }))
    }
}

impl TryFrom<RawRequest> for DeriveRequest {
    type Error = Error;

    fn try_from(RawRequest(given): RawRequest) -> Result<Self> {
        let fields = given.fields(&["as_of", "calendar", "clock", "sla", "words", "zone", "bad_records"])?;
        let policies = fields.get("sla", Policy::read_all)?.unwrap_or_default();
        Policy::check_all(&policies)?;
        let mut base = given.by_word()?.clone();
        base.retain(|name, _| name != "sla");
        let base = Request::try_from(RawRequest(crate::given::Given::ByWord(base)))?;
        Ok(DeriveRequest { base, policies })
    }
}
