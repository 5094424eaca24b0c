//! The clock of a duration: calendar time, or the open hours of a business calendar.

use crate::error::{Code, Error, Result};
use crate::kpi::part::{Context, Setting};
use crate::kpi::tally::Nothing;
#[cfg(feature = "records")]
use crate::parts::rest;
use crate::spec::{ParameterSpec, said};
use crate::state::Reason;
use crate::time::Schedule;

/// The parameter of every KPI over times between two instants.
pub(crate) const CLOCK: ParameterSpec = ParameterSpec {
    name: "clock",
    takes: said("`calendar` or `business`"),
    default: CALENDAR,
    doc: said(
        "`calendar` counts all time; `business` counts the open hours of the request's `calendar`, by the schedule of \
          each record (`no_schedule` is left out where it has none). A request's own `clock` stands for all KPIs that \
          have this parameter.",
    ),
    in_formula: false,
};

/// The parameter of KPIs that can leave out what began outside the business hours.
pub(crate) const BUSINESS_HOURS_ONLY: ParameterSpec = ParameterSpec {
    name: "business_hours_only",
    takes: said("`yes` or `no`"),
    default: "no",
    doc: said("`yes` leaves out, as `outside_hours`, what began outside the hours of the request's `calendar`."),
    in_formula: false,
};
/// The word that asks for it.
pub(crate) const YES: &str = "yes";

/// The parameter of KPIs that know the calendar's holidays, and its word for not counting them apart.
pub(crate) const HOLIDAYS: &str = "holidays";
pub(crate) const TOGETHER: &str = "together";

/// The words for the two clocks.
pub(crate) const CALENDAR: &str = "calendar";
pub(crate) const BUSINESS: &str = "business";

/// Which time counts.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Clock {
    business: bool,
}

impl Clock {
    pub fn new(setting: &Setting<'_>) -> Result<Self> {
        let business = setting.parameters.is(&CLOCK, BUSINESS)?;
        if business && setting.calendar.is_none() {
            return Err(calendar_required());
        }
        Ok(Clock { business })
    }

    /// The time from one instant to another; none where the record has no hours.
    #[inline]
    pub fn between(self, context: &Context<'_>, from: i64, to: i64) -> Result<Option<i64>> {
        if self.business {
            return context.hours.map(|hours| elapsed(hours, from, to)).transpose();
        }
        to.checked_sub(from).map(Some).ok_or_else(Error::overflow)
    }

    /// The same, for a record that is left out where it has no hours.
    #[inline]
    pub fn time(self, context: &Context<'_>, from: i64, to: i64) -> Result<i64, Nothing> {
        self.between(context, from, to)?.ok_or(Nothing::from(Reason::NoSchedule))
    }
}

#[cfg(feature = "records")]
#[inline]
fn elapsed(hours: &Schedule, from: i64, to: i64) -> Result<i64> {
    Ok((rest()?.elapsed)(hours, from, to))
}

#[cfg(not(feature = "records"))]
fn elapsed(hours: &Schedule, from: i64, to: i64) -> Result<i64> {
    Ok(hours.elapsed(from, to))
}

/// What a KPI says that was asked for business hours without a calendar.
pub(crate) fn calendar_required() -> Error {
    Error::new(Code::CalendarRequired, "business hours need a calendar; give `calendar`").field("calendar")
}
