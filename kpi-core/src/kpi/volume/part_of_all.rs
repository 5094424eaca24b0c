//! How many tickets came in, and which part of all they are.

use alloc::vec::Vec;

use crate::kpi::figure::{Figure, Undefined};
use crate::kpi::part::ReadInfo;
use crate::kpi::population;
use crate::kpi::tally::{Adds, Nothing, ONE, unless};
use crate::record::{Kind, TicketAt};
use crate::spec::{Anchor, FigureSpec, InputSpec};
use crate::state::Sums;

pub(super) const TICKETS: ReadInfo =
    ReadInfo::new(Kind::Ticket, Anchor::Instant(&["created_at"])).needs(&["created_at"]).uses(&["status", "merged_at"]);
pub(super) const INPUTS: &[InputSpec] = &[
    InputSpec::count("tickets", "tickets of the group"),
    InputSpec::count("all_tickets", "tickets of all groups together"),
];
pub(super) const FIGURES: &[FigureSpec] = &[FigureSpec::count("count"), FigureSpec::share("share")];

#[cfg(feature = "prose")]
pub(super) const LEFT_OUT: &str = "`merged`, `spam`.";
#[cfg(feature = "prose")]
pub(super) const ERRORS: &str = "`bad_input` in the formula where the group has more tickets than all together.";
#[cfg(feature = "prose")]
pub(super) const INTERVAL: &str = "Wilson for the share; none for the count.";

/// The share is of the tickets of all groups in the same bucket.
pub(super) const OF_WHOLE: Option<fn(&mut Sums, &Sums)> = Some(|own, all| {
    let ([_, whole, ..], [tickets, ..]) = (&mut own.sum, &all.sum);
    *whole = *tickets;
});

#[inline]
pub(super) fn adds(ticket: &TicketAt<'_>) -> Result<Adds, Nothing> {
    unless(population::no_request(ticket))?;
    Ok(ONE)
}

pub(super) fn finish(sums: &Sums, level: f64) -> Vec<Figure> {
    let (tickets, all) = (sums.count(0), sums.count(1));
    [Figure::count("count", tickets), Figure::share("share", tickets, all, Undefined::NoRecords, level)].into()
}
