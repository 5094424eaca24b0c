//! Resolution time.

use alloc::vec::Vec;
use core::marker::PhantomData;

use super::{ENDED, FIRST_ENDED, OPENED};
use crate::error::Result;
use crate::kpi::clock::{self, Clock};
use crate::kpi::distribution::{self};
use crate::kpi::figure::{Figure, Inputs};
use crate::kpi::part::{Context, Kpi, Read, ReadInfo, Reads, Setting, reads};
use crate::kpi::population;
use crate::kpi::survival::{self, Survival};
use crate::kpi::tally::Nothing;
use crate::kpi::timed::{Timed, Times, Timing};
use crate::record::{Ticket, TicketAt};
use crate::spec::{Benchmark, Direction, Example, InputKind, InputSpec, ParameterSpec, Source, Spec, prose};
use crate::state::{Part, Reason, Spread};
use crate::words;

const INPUTS: &[InputSpec] = &[InputSpec::new("durations", InputKind::Durations, "resolution times in seconds")];
const PARAMETERS: &[ParameterSpec] = &[distribution::BANDS, distribution::QUANTILES, clock::CLOCK];

#[cfg(feature = "prose")]
const LEFT_OUT: &str = "`merged`, `spam`, `deleted` (without an answer); `open` is what is not resolved at the end of the \
    bucket. With another anchor, such as `created_at`, also `closed` and `canceled`. In business time also `no_schedule`.";
#[cfg(feature = "prose")]
const ERRORS: &str = "`wrong_order` where a resolution is before the creation; `calendar_required` for business time without a \
    calendar; `negative` for a negative duration in the formula.";
#[cfg(feature = "prose")]
const INTERVAL: &str = "Mean: Student's t. Median and other quantiles: binomial order statistics.";
#[cfg(feature = "prose")]
const PITFALLS: &[&str] = &[
    "Closing old tickets makes the month look slow; leaving them open makes it look fast. Look at `open` beside it.",
    "Time on the calendar, the default, has nights and weekends in it, as the quoted numbers have. Business time (`clock`) counts open hours alone; hold no quoted number against it, and do not compare the two.",
    "In business time what is resolved outside the hours takes no longer than until closing: 0 s where it was opened after closing and resolved before the next opening.",
    "The mean follows a few long cases; look at the median and p90 beside it.",
    "It mixes channels and kinds of issue; group by them.",
    "Whether speed or quality weighs more, S0 and S3 disagree: S0 for a fast answer even where it does not help, S3 for a good one. Read it beside the reopen rate and satisfaction.",
];
#[cfg(feature = "prose")]
const SOURCES: &[Source] = &[
    Source { title: "S1", says: "How long a company needs for the solution of an inquiry." },
    Source {
        title: "S4",
        says: "From the first contact to the final solution, hence the variant `last`: the resolution times of all tickets resolved in the period by their number. About 24 hours is the mean of most industries; it differs by channel and by how complex the issue is.",
    },
    Source { title: "S0", says: "Names time to completion among the measurable signs of good service." },
    Source {
        title: "S3",
        says: "Holds average resolution time against retention, and asks from where on more speed no longer pays. Agents who are ranked by it take the simplest requests first.",
    },
];
#[cfg(feature = "prose")]
const BENCHMARKS: &[Benchmark] = &[Benchmark {
    figure: "mean",
    low: Some("86400"),
    high: Some("86400"),
    exclusive: false,
    label: "mean",
    population: "most industries",
    source: "S4",
}];

/// Which resolution ends the time: what differs between the variants.
pub(crate) trait Variant: Clone + Send + Sync + 'static {
    const SPEC: Spec;
    const TICKETS: ReadInfo;
    fn end(ticket: &TicketAt<'_>) -> Option<i64>;
}

/// The last one, which has held.
#[derive(Clone)]
pub(crate) struct Last;

/// The first one, whatever came after.
#[derive(Clone)]
pub(crate) struct First;

impl Variant for Last {
    const SPEC: Spec = Spec {
        id: "resolution_time",
        variant: "last",
        family: "resolution",
        by: None,
        direction: Direction::LowerIsBetter,
        inputs: INPUTS,
        parameters: PARAMETERS,
        figures: distribution::DURATION_FIGURES,
        prose: prose! {
            meaning: "How long it takes until a request is resolved for good.",
            formula: "last resolution − creation",
            latex: r"t_{\text{last resolution}} - t_{\text{created}}",
            counted: "Resolved tickets, each once, in the bucket of their last resolution; not while they are open again.",
            left_out: LEFT_OUT,
            errors: ERRORS,
            interval: INTERVAL,
            pitfalls: PITFALLS,
            sources: SOURCES,
            benchmarks: BENCHMARKS,
            example: Example {
                inputs: &["[7200, 3600, 86400]"],
                value: "32400",
                working: "Resolved after 2 h, 1 h and 24 h: 97,200 s ÷ 3 = 32,400 s, or 9 h.",
            },
        },
    };
    const TICKETS: ReadInfo = ENDED;

    #[inline]
    fn end(ticket: &TicketAt<'_>) -> Option<i64> {
        ticket.resolved_at()
    }
}

impl Variant for First {
    const SPEC: Spec = Spec {
        id: "resolution_time",
        variant: "first",
        family: "resolution",
        by: None,
        direction: Direction::LowerIsBetter,
        inputs: INPUTS,
        parameters: PARAMETERS,
        figures: distribution::DURATION_FIGURES,
        prose: prose! {
            meaning: "How long it takes until a request is resolved for the first time, whether or not that held.",
            formula: "first resolution − creation",
            latex: r"t_{\text{first resolution}} - t_{\text{created}}",
            counted: "Tickets that were resolved at least once, in the bucket of their first resolution; where that is not known, of their last.",
            left_out: LEFT_OUT,
            errors: ERRORS,
            interval: INTERVAL,
            pitfalls: PITFALLS,
            sources: SOURCES,
            benchmarks: &[],
            example: Example {
                inputs: &["[3600, 3600, 10800]"],
                value: "6000",
                working: "First resolved after 1 h, 1 h and 3 h: 18,000 s ÷ 3 = 6,000 s.",
            },
        },
    };
    const TICKETS: ReadInfo = FIRST_ENDED;

    #[inline]
    fn end(ticket: &TicketAt<'_>) -> Option<i64> {
        population::first_resolved(ticket)
    }
}

/// The KPI in one variant.
#[derive(Clone)]
pub(crate) struct ResolutionTime<V>(PhantomData<V>);

impl<V: Variant> Timing for ResolutionTime<V> {
    const SPEC: Spec = V::SPEC;
    const READS: &'static [Read<Timed<Self>>] = &[reads::<Timed<Self>, Ticket>(V::TICKETS)];

    fn new(_: &Setting<'_>) -> Result<Self> {
        Ok(ResolutionTime(PhantomData))
    }
}

impl<V: Variant> Times<Ticket> for ResolutionTime<V> {
    #[inline]
    fn time(&self, ticket: &TicketAt<'_>, clock: Clock, context: &Context<'_>) -> Result<i64, Nothing> {
        let end = population::ended(ticket, context, V::end(ticket))?;
        clock.time(context, ticket.created_at().ok_or(Reason::Unknown)?, end)
    }
}

/// How long requests stay open, those that still are included.
#[derive(Clone)]
pub(crate) struct UntilResolved(Survival);

impl Kpi for UntilResolved {
    const SPEC: Spec = Spec {
        id: "resolution_time",
        variant: "survival",
        family: "resolution",
        by: None,
        direction: Direction::LowerIsBetter,
        inputs: survival::INPUTS,
        parameters: survival::WITH_CLOCK,
        figures: survival::FIGURES,
        prose: prose! {
            meaning: "How long requests stay open until they are resolved, those that are still open included.",
            formula: "median: the time after which half are still open, by the Kaplan–Meier curve: the product over the times of resolutions of 1 − resolved then ÷ open until then",
            latex: survival::LATEX,
            counted: "Tickets in the bucket of their creation. Those that are not resolved count with the time that they have been open: until `as_of` (default: the window's end), or until they were closed, canceled or deleted. A resolution after `as_of` is not known yet.",
            left_out: "`merged`, `spam`, `deleted` (without an answer), `unknown` (its status says that it ended, and nothing says when). In business time also `no_schedule`.",
            errors: survival::errors!("`wrong_order` where a resolution is before the creation"),
            interval: survival::INTERVAL,
            pitfalls: &[
                "The mean of closed tickets looks fast as long as the slow ones are open; this looks at both.",
                survival::NOT_REACHED,
                "Tickets that were closed without a resolution count as if they could still have been resolved later; where many are, look at the task completion rate.",
                "Without `horizon` the restricted mean looks as far as the oldest ticket, which differs from group to group; set it to compare.",
            ],
            sources: &[
                survival::SOURCE,
                Source { title: "S4", says: "From the first contact to the final solution; it names the mean over what was resolved in the period." },
                Source { title: "S3", says: "Holds average resolution time against retention, and asks from where on more speed no longer pays." },
            ],
            benchmarks: &[],
            example: Example {
                inputs: &["[3600, 7200, 10800, 14400]", "[true, false, true, true]"],
                value: "10800",
                working: "Resolved after 1, 3 and 4 h; one is still open after 2 h. Open after 1 h: 3/4; after 3 h: 3/4 × 1/2 = 3/8, the first time at most one half: 3 h.",
            },
        },
    };
    type State = Spread;
    const READS: &'static [Read<Self>] = &[reads::<Self, Ticket>(OPENED)];

    fn new(setting: &Setting<'_>) -> Result<Self> {
        Survival::new(setting).map(UntilResolved)
    }
    fn of(&self, inputs: &Inputs<'_>) -> Result<Spread> {
        survival::of(inputs)
    }
    fn finish(&self, state: &Spread, level: f64) -> Result<Vec<Figure>> {
        self.0.finish(state, level)
    }
}

impl Reads<Ticket> for UntilResolved {
    #[inline]
    fn part(&self, ticket: &TicketAt<'_>, context: &Context<'_>, state: &mut Spread) -> Result<Part> {
        if let Some(reason) = population::no_case(ticket) {
            return Ok(Part::LeftOut(reason));
        }
        let Some(created) = ticket.created_at() else { return Ok(Part::LeftOut(Reason::Unknown)) };
        let ends = [ticket.closed_at(), ticket.canceled_at(), ticket.deleted_at()];
        let (resolved, gone) = (ticket.resolved_at(), ends.into_iter().flatten().min());
        let ended = matches!(ticket.status(), words::RESOLVED | words::CLOSED | words::CANCELED | words::DELETED);
        if ended && resolved.or(gone).is_none() {
            return Ok(Part::LeftOut(Reason::Unknown));
        }
        self.0.lasted(context, state, created, resolved, gone)
    }
}
