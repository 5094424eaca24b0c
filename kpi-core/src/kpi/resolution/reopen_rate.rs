//! Reopen rate.

use alloc::vec::Vec;
use core::marker::PhantomData;

use super::FIRST_ENDED;
use crate::error::Result;
use crate::exact::Fraction;
use crate::kpi::figure::{Figure, Inputs, Undefined};
use crate::kpi::part::{Context, Read, ReadInfo, reads};
use crate::kpi::population;
use crate::kpi::tally::{Adds, Nothing, Rule, Tallied, Tally};
use crate::record::{Ticket, TicketAt};
use crate::spec::{Benchmark, Direction, Example, FigureSpec, InputSpec, Number, Source, Spec, Unit, prose};
use crate::state::{Reason, Sums};

const INPUTS: &[InputSpec] = &[
    InputSpec::count("reopened", "tickets that went from resolved back to open at least once"),
    InputSpec::count("tickets", "tickets that were resolved at least once"),
    InputSpec::count("reopens", "reopenings of these tickets, at least one for each that was reopened"),
];
const FIGURES: &[FigureSpec] = &[
    FigureSpec::share("rate"),
    FigureSpec::count("reopened"),
    FigureSpec::count("tickets"),
    FigureSpec::new("reopens_per_ticket", Unit::Ratio, Number::Ratio),
];

#[cfg(feature = "prose")]
const FORMULA: &str = "100 × tickets reopened at least once ÷ tickets first resolved in the period; reopens per ticket: reopenings ÷ the same tickets";
#[cfg(feature = "prose")]
const LATEX: &str = r"100 \cdot \frac{\text{tickets reopened}}{\text{tickets first resolved}}";
#[cfg(feature = "prose")]
const LEFT_OUT: &str = "`merged`, `spam`, `deleted` (without an answer), `unknown` (the count of reopenings is not known); \
    `open` is what was never resolved at the end of the bucket. With another anchor, such as `created_at`, also `closed` \
    and `canceled`.";
#[cfg(feature = "prose")]
const ERRORS: &str = "`as_of_counts` where `as_of` is given: a count of reopenings carries no instants, so it cannot be \
    asked as of a day. `bad_input` in the formula where more tickets are reopened than resolved, or than reopenings.";
#[cfg(feature = "prose")]
const INTERVAL: &str = "Wilson for the rate; none for reopens per ticket.";
#[cfg(feature = "prose")]
const PITFALLS: &[&str] = &[
    "A recent period still rises: its tickets can be reopened tomorrow.",
    "Reopenings of the month ÷ resolutions of the month mixes two cohorts and can pass 100 %.",
    "A ticket that is marked resolved twice without being open in between was not reopened.",
    "A “thank you” that reopens the ticket by itself is no failure; let the help desk ignore it.",
];
#[cfg(feature = "prose")]
const SOURCES: &[Source] = &[Source {
    title: "S4",
    says: "Tickets that customers reopened by tickets resolved, times 100; about 5 % or less is good enough. `any_actor` counts reopenings by agents as well.",
}];
#[cfg(feature = "prose")]
const BENCHMARKS: &[Benchmark] = &[Benchmark {
    figure: "rate",
    low: None,
    high: Some("5"),
    label: "good",
    population: "companies in general",
    source: "S4",
}];
#[cfg(feature = "prose")]
const EXAMPLE: Example = Example {
    inputs: &["1", "2", "3"],
    value: "50",
    working: "Of two tickets first resolved in the period one was reopened, three times: 100 × 1 ÷ 2; 3 ÷ 2 = 1.5 reopens per ticket.",
};

/// Whose reopenings count: what differs between the variants.
pub(crate) trait Actor: Clone + Default + Send + Sync + 'static {
    const SPEC: Spec;
    const TICKETS: ReadInfo;
    fn reopens(ticket: &TicketAt<'_>) -> Option<i64>;
}

/// The customer's where they are told apart, else anyone's.
#[derive(Clone, Default)]
pub(crate) struct ByCustomer;

/// Anyone's.
#[derive(Clone, Default)]
pub(crate) struct AnyActor;

impl Actor for ByCustomer {
    const SPEC: Spec = Spec {
        id: "reopen_rate",
        variant: "by_customer",
        family: "resolution",
        by: None,
        direction: Direction::LowerIsBetter,
        inputs: INPUTS,
        parameters: &[],
        figures: FIGURES,
        prose: prose! {
            meaning: "The share of resolved tickets that the customer reopened.",
            formula: FORMULA,
            latex: LATEX,
            counted: "Tickets by their first resolution; where that is not known, by their last. Reopenings by the customer; where they are not told apart, by anyone.",
            left_out: LEFT_OUT,
            errors: ERRORS,
            interval: INTERVAL,
            pitfalls: PITFALLS,
            sources: SOURCES,
            benchmarks: BENCHMARKS,
            example: EXAMPLE,
        },
    };
    const TICKETS: ReadInfo = FIRST_ENDED
        .needs(&["created_at", "resolved_at", "reopens"])
        .uses(end_fields!("first_resolved_at", "reopens_by_customer"));

    #[inline]
    fn reopens(ticket: &TicketAt<'_>) -> Option<i64> {
        ticket.reopens_by_customer().or(ticket.reopens())
    }
}

impl Actor for AnyActor {
    const SPEC: Spec = Spec {
        id: "reopen_rate",
        variant: "any_actor",
        family: "resolution",
        by: None,
        direction: Direction::LowerIsBetter,
        inputs: INPUTS,
        parameters: &[],
        figures: FIGURES,
        prose: prose! {
            meaning: "The share of resolved tickets that anyone reopened.",
            formula: FORMULA,
            latex: LATEX,
            counted: "Tickets by their first resolution; where that is not known, by their last. Reopenings by customers, agents and the system.",
            left_out: LEFT_OUT,
            errors: ERRORS,
            interval: INTERVAL,
            pitfalls: PITFALLS,
            sources: SOURCES,
            benchmarks: BENCHMARKS,
            example: EXAMPLE,
        },
    };
    const TICKETS: ReadInfo = FIRST_ENDED.needs(&["created_at", "resolved_at", "reopens"]);

    #[inline]
    fn reopens(ticket: &TicketAt<'_>) -> Option<i64> {
        ticket.reopens()
    }
}

/// The KPI by an actor.
#[derive(Clone, Default)]
pub(crate) struct Reopened<A>(PhantomData<A>);

impl<A: Actor> Tally for Reopened<A> {
    const SPEC: Spec = A::SPEC;
    const READS: &'static [Read<Tallied<Self>>] = &[reads::<Tallied<Self>, Ticket>(A::TICKETS)];

    fn of(inputs: &Inputs<'_>) -> Result<Sums> {
        let (reopened, tickets) = inputs.part_of("reopened", "tickets")?;
        let (_, reopens) = inputs.part_of("reopened", "reopens")?;
        Ok(Sums::counts(&[reopened, tickets, reopens]))
    }
    fn finish(sums: &Sums, level: f64) -> Vec<Figure> {
        let (reopened, tickets) = (sums.count(0), sums.count(1));
        let each = Fraction { numerator: sums.of(2), denominator: tickets.into(), units: 1, times: 1 };
        let each = if tickets == 0 { Err(Undefined::NoRecords) } else { Ok(each) };
        [
            Figure::share("rate", reopened, tickets, Undefined::NoRecords, level),
            Figure::count("reopened", reopened),
            Figure::count("tickets", tickets),
            Figure::new("reopens_per_ticket", each, tickets),
        ]
        .into()
    }
}

impl<A: Actor> Rule<Ticket> for Reopened<A> {
    #[inline]
    fn adds(&self, ticket: &TicketAt<'_>, context: &Context) -> Result<Adds, Nothing> {
        population::ended(ticket, context, population::first_resolved(ticket))?;
        let reopens = A::reopens(ticket).ok_or(Reason::Unknown)?;
        Ok([u64::from(reopens > 0), 1, u64::try_from(reopens).unwrap_or_default(), 0])
    }
}
