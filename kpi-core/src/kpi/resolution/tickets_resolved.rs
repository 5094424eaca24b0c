//! Tickets resolved.

use super::{ENDED, FIRST_ENDED};
use crate::kpi::part::{Context, Read, reads};
use crate::kpi::population;
use crate::kpi::tally::{Adds, Nothing, ONE, Rule, Tallied, Tally};
use crate::record::{Ticket, TicketAt};
use crate::spec::{Direction, Example, FigureSpec, InputSpec, Source, Spec, prose};

const INPUTS: &[InputSpec] = &[InputSpec::count("resolved", "tickets resolved")];
const FIGURES: &[FigureSpec] = &[FigureSpec::count("count")];

#[cfg(feature = "prose")]
const LEFT_OUT: &str = "`merged`, `spam`, `deleted` (without an answer); `open` is what is not resolved at the end of the \
    bucket. With another anchor, such as `created_at`, also `closed` and `canceled`.";
#[cfg(feature = "prose")]
const ERRORS: &str = "None of its own.";
#[cfg(feature = "prose")]
const INTERVAL: &str = "None: it is a count.";
#[cfg(feature = "prose")]
const SOURCES: &[Source] = &[Source {
    title: "S4",
    says: "How many tickets were resolved within a time: what the team gets done, to be held against holidays, tools and training.",
}];

/// By the last resolution, so that a ticket counts once and not while it is open.
#[derive(Clone, Default)]
pub(crate) struct Tickets;

/// By the first resolution, whatever came after.
#[derive(Clone, Default)]
pub(crate) struct FirstResolution;

impl Tally for Tickets {
    const SPEC: Spec = Spec {
        id: "tickets_resolved",
        variant: "tickets",
        family: "resolution",
        by: None,
        direction: Direction::HigherIsBetter,
        inputs: INPUTS,
        parameters: &[],
        figures: FIGURES,
        prose: prose! {
            meaning: "How many tickets were resolved and have stayed so.",
            formula: "tickets with a resolution, each once, by the last one; none while it is open",
            latex: r"\left|\{\text{tickets resolved}\}\right|",
            counted: "Tickets, not events: a ticket counts in the bucket of its last resolution.",
            left_out: LEFT_OUT,
            errors: ERRORS,
            interval: INTERVAL,
            pitfalls: &[
                "A period that is over still changes when its tickets are reopened; `first_resolution` does not.",
                "Agents who are judged by it choose the simple requests first.",
            ],
            sources: SOURCES,
            benchmarks: &[],
            example: Example {
                inputs: &["1"],
                value: "1",
                working: "One ticket was resolved on 5 January, reopened and resolved again on 3 February; another, resolved on 8 January, is open again: none in January, 1 in February.",
            },
        },
    };
    const READS: &'static [Read<Tallied<Self>>] = &[reads::<Tallied<Self>, Ticket>(ENDED)];
}

impl Rule<Ticket> for Tickets {
    #[inline]
    fn adds(&self, ticket: &TicketAt<'_>, context: &Context) -> Result<Adds, Nothing> {
        population::ended(ticket, context, ticket.resolved_at())?;
        Ok(ONE)
    }
}

impl Tally for FirstResolution {
    const SPEC: Spec = Spec {
        id: "tickets_resolved",
        variant: "first_resolution",
        family: "resolution",
        by: None,
        direction: Direction::HigherIsBetter,
        inputs: INPUTS,
        parameters: &[],
        figures: FIGURES,
        prose: prose! {
            meaning: "How many tickets were resolved for the first time, also those that were reopened since.",
            formula: "tickets with a resolution, each once, by the first one",
            latex: r"\left|\{\text{tickets resolved for the first time}\}\right|",
            counted: "Tickets, each in the bucket of its first resolution; where that is not known, of its last.",
            left_out: LEFT_OUT,
            errors: ERRORS,
            interval: INTERVAL,
            pitfalls: &["A ticket that is open again counts; look at the reopen rate beside it."],
            sources: SOURCES,
            benchmarks: &[],
            example: Example {
                inputs: &["2"],
                value: "2",
                working: "Two tickets were first resolved on 5 and 8 January; that both were reopened later does not matter: 2.",
            },
        },
    };
    const READS: &'static [Read<Tallied<Self>>] = &[reads::<Tallied<Self>, Ticket>(FIRST_ENDED)];
}

impl Rule<Ticket> for FirstResolution {
    #[inline]
    fn adds(&self, ticket: &TicketAt<'_>, context: &Context) -> Result<Adds, Nothing> {
        population::ended(ticket, context, population::first_resolved(ticket))?;
        Ok(ONE)
    }
}
