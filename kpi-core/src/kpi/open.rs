//! What is open at the end of a bucket: reported beside every KPI whose records are in the bucket in which they end.

use alloc::vec::Vec;
use core::marker::PhantomData;

use crate::error::Result;
use crate::kpi::Entry;
use crate::kpi::figure::{Figure, Inputs};
use crate::kpi::part::{Context, Kpi, Read, ReadInfo, Reads, Setting, entry, reads};
use crate::kpi::population;
use crate::record::{Kind, Ticket, TicketAt};
use crate::spec::{Anchor, Direction, Spec};
use crate::state::{Part, Reason, Spread};

/// Which resolution ends a ticket.
trait End: Clone + Send + Sync + 'static {
    const FIELDS: &'static [&'static str];
    fn of(ticket: &TicketAt<'_>) -> Option<i64>;
}

#[derive(Clone)]
struct Last;

#[derive(Clone)]
struct First;

impl End for Last {
    const FIELDS: &'static [&'static str] = &["resolved_at"];
    fn of(ticket: &TicketAt<'_>) -> Option<i64> {
        ticket.resolved_at()
    }
}

impl End for First {
    const FIELDS: &'static [&'static str] = &["first_resolved_at", "resolved_at"];
    fn of(ticket: &TicketAt<'_>) -> Option<i64> {
        population::first_resolved(ticket)
    }
}

/// The counts of what is open by the anchors that end records. They are no KPIs of the catalogue.
static OPEN: &[(&[&str], Entry)] = &[(Last::FIELDS, entry::<Open<Last>>()), (First::FIELDS, entry::<Open<First>>())];

/// The count of what is open that goes with an anchor.
pub(crate) fn beside(anchor: &[&str]) -> Option<&'static Entry> {
    OPEN.iter().find(|(fields, _)| *fields == anchor).map(|(_, entry)| entry)
}

/// Only reasons: nothing counts, so any state does; this one is there for other KPIs of tickets.
#[derive(Clone)]
struct Open<E>(PhantomData<E>);

impl<E: End> Kpi for Open<E> {
    const SPEC: Spec = Spec {
        id: "open",
        variant: "standard",
        family: "resolution",
        by: None,
        direction: Direction::LowerIsBetter,
        inputs: &[],
        parameters: &[],
        figures: &[],
        prose: None,
    };
    type State = Spread;
    const READS: &'static [Read<Self>] =
        &[reads::<Self, Ticket>(ReadInfo::new(Kind::Ticket, Anchor::Balance("created_at", "resolved_at")).uses(&[
            "first_resolved_at",
            "status",
            "merged_at",
            "closed_at",
            "canceled_at",
            "deleted_at",
        ]))];

    fn new(_: &Setting<'_>) -> Result<Self> {
        Ok(Open(PhantomData))
    }
    fn of(&self, _: &Inputs<'_>) -> Result<Spread> {
        Ok(Spread::default())
    }
    fn finish(&self, _: &Spread, _: f64) -> Result<Vec<Figure>> {
        Ok(Vec::new())
    }
}

impl<E: End> Reads<Ticket> for Open<E> {
    #[inline]
    fn part(&self, ticket: &TicketAt<'_>, context: &Context, _: &mut Spread) -> Result<Part> {
        if let Some(part) = population::no_balance(ticket, context) {
            return Ok(part);
        }
        let end = E::of(ticket);
        if population::is_open_before(ticket, end, context.to) {
            return Ok(Part::LeftOut(Reason::Open));
        }
        // Without a window the total is of all records, and says of each why it is not in the figure.
        let all = context.from == i64::MIN;
        Ok(if all && end.is_none() { Part::LeftOut(population::unresolved(ticket)) } else { Part::Nothing })
    }
}
