//! Reopen rate.

use alloc::vec::Vec;
use core::marker::PhantomData;

use super::FIRST_ENDED;
use crate::error::Result;
use crate::exact::Fraction;
use crate::kpi::figure::{Figure, Inputs, Undefined};
use crate::kpi::part::{Context, Read, ReadInfo, Setting, reads};
use crate::kpi::population::{self, is_over};
use crate::kpi::tally::{Adds, Nothing, Rule, Tallied, Tally};
use crate::record::{Ticket, TicketAt};
use crate::spec::{
    Benchmark, Direction, Example, FigureSpec, InputSpec, Number, ParameterSpec, Source, Spec, Unit, prose, said,
};
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

const WITHIN: ParameterSpec = ParameterSpec {
    name: "within",
    takes: said("a number of seconds"),
    default: "0",
    doc: said(
        "A reopening counts within this time of the first resolution, and a ticket once this time is over; 0 counts \
          reopenings whenever they come.",
    ),
    in_formula: false,
};

#[cfg(feature = "prose")]
const FORMULA: &str = "100 × tickets reopened at least once (with `within`: in this time after their first resolution) ÷ tickets first resolved in the period; reopens per ticket: reopenings ÷ the same tickets";
#[cfg(feature = "prose")]
const LATEX: &str = r"100 \cdot \frac{\text{tickets reopened}}{\text{tickets first resolved}}";
#[cfg(feature = "prose")]
const LEFT_OUT: &str = "`merged`, `spam`, `deleted` (without an answer), `unknown` (the count of reopenings is not known; \
    with `within`: there was one, and nobody knows when), `window_open` (with `within`: the time is not over at `as_of`, \
    default the window's end, whether or not the ticket was reopened already); `open` is what was never resolved at the \
    end of the bucket. With another anchor, such as `created_at`, also `closed` and `canceled`.";
#[cfg(feature = "prose")]
const ERRORS: &str = "`as_of_counts` where `as_of` is given without `within`: a count of reopenings carries no instants, so \
    it cannot be asked as of a day; with `within`, where a ticket has such a count and no instant. `as_of_required` with \
    `within` where no window says when to look. `bad_input` in the formula where more tickets are reopened than resolved, \
    or than reopenings.";
#[cfg(feature = "prose")]
const INTERVAL: &str = "Wilson for the rate; none for reopens per ticket.";
#[cfg(feature = "prose")]
const PITFALLS: &[&str] = &[
    "A recent period still rises: its tickets can be reopened tomorrow. With `within` every ticket has had the same time, and a figure stays as it is.",
    "Reopens per ticket is not cut by `within`: counts do not say when; where no count is known, as with `as_of`, it is undefined.",
    "Reopenings of the month ÷ resolutions of the month mixes two cohorts and can pass 100 %.",
    "A ticket that is marked resolved twice without being open in between was not reopened.",
    "A “thank you” that reopens the ticket by itself is no failure; let the help desk ignore it.",
];
#[cfg(feature = "prose")]
const SOURCES: &[Source] = &[Source {
    title: "S4",
    says: "Tickets that customers reopened by tickets resolved, times 100: the variant `by_customer`. Up to about 5 % will do, for whom it does not say. `any_actor` counts reopenings by agents as well.",
}];
#[cfg(feature = "prose")]
const BENCHMARKS: &[Benchmark] = &[Benchmark {
    figure: "rate",
    low: None,
    high: Some("5"),
    exclusive: false,
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
    /// What is needed to say within which time a ticket was reopened.
    const INSTANTS: &'static [&'static str];
    fn reopens(ticket: &TicketAt<'_>) -> Option<i64>;
    fn first_reopened(ticket: &TicketAt<'_>) -> Option<i64>;
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
        parameters: &[WITHIN],
        figures: FIGURES,
        prose: prose! {
            meaning: "The share of resolved tickets that the customer reopened.",
            formula: FORMULA,
            latex: LATEX,
            counted: "Tickets by their first resolution; where that is not known, by their last. Reopenings by the customer; where they are not told apart, by anyone. With `within` the first one counts by its instant, and nobody's count is needed.",
            left_out: LEFT_OUT,
            errors: ERRORS,
            interval: INTERVAL,
            pitfalls: PITFALLS,
            sources: SOURCES,
            benchmarks: BENCHMARKS,
            example: EXAMPLE,
        },
    };
    const TICKETS: ReadInfo = FIRST_ENDED.needs(&["created_at", "resolved_at", "reopens"]).uses(end_fields!(
        "first_resolved_at",
        "reopens",
        "reopens_by_customer",
        "first_reopened_at",
        "first_reopened_by_customer_at"
    ));
    const INSTANTS: &'static [&'static str] = &["created_at", "resolved_at", "first_reopened_by_customer_at"];

    #[inline]
    fn reopens(ticket: &TicketAt<'_>) -> Option<i64> {
        ticket.reopens_by_customer().or(ticket.reopens())
    }
    #[inline]
    fn first_reopened(ticket: &TicketAt<'_>) -> Option<i64> {
        // Where reopenings are counted and their actors are not known, anyone's count.
        let anyone = ticket.reopens_by_customer().is_none() && ticket.reopens() > Some(0);
        ticket.first_reopened_by_customer_at().or(ticket.first_reopened_at().filter(|_| anyone))
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
        parameters: &[WITHIN],
        figures: FIGURES,
        prose: prose! {
            meaning: "The share of resolved tickets that anyone reopened.",
            formula: FORMULA,
            latex: LATEX,
            counted: "Tickets by their first resolution; where that is not known, by their last. Reopenings by customers, agents and the system. With `within` the first one counts by its instant, and no count is needed.",
            left_out: LEFT_OUT,
            errors: ERRORS,
            interval: INTERVAL,
            pitfalls: PITFALLS,
            sources: SOURCES,
            benchmarks: &[],
            example: EXAMPLE,
        },
    };
    const TICKETS: ReadInfo = FIRST_ENDED.needs(&["created_at", "resolved_at", "reopens"]).uses(end_fields!(
        "first_resolved_at",
        "reopens",
        "first_reopened_at"
    ));
    const INSTANTS: &'static [&'static str] = &["created_at", "resolved_at", "first_reopened_at"];

    #[inline]
    fn reopens(ticket: &TicketAt<'_>) -> Option<i64> {
        ticket.reopens()
    }
    #[inline]
    fn first_reopened(ticket: &TicketAt<'_>) -> Option<i64> {
        ticket.first_reopened_at()
    }
}

/// The KPI by an actor.
#[derive(Clone, Default)]
pub(crate) struct Reopened<A> {
    within: i64,
    as_of: Option<i64>,
    actor: PhantomData<A>,
}

impl<A: Actor> Tally for Reopened<A> {
    const SPEC: Spec = A::SPEC;
    const READS: &'static [Read<Tallied<Self>>] = &[reads::<Tallied<Self>, Ticket>(A::TICKETS)];

    fn new(setting: &Setting<'_>) -> Result<Self> {
        let within = setting.parameters.duration(WITHIN.name, 0)?;
        Ok(Reopened { within, as_of: setting.as_of, actor: PhantomData })
    }
    fn asked(&self, read: ReadInfo) -> ReadInfo {
        if self.within > 0 { read.needs(A::INSTANTS) } else { read }
    }
    fn of(inputs: &Inputs<'_>) -> Result<Sums> {
        let (reopened, tickets) = inputs.part_of("reopened", "tickets")?;
        let (_, reopens) = inputs.part_of("reopened", "reopens")?;
        Ok(Sums::counts(&[reopened, tickets, reopens, tickets]))
    }
    fn finish(sums: &Sums, level: f64) -> Vec<Figure> {
        // Reopenings are counted on tickets whose count is known: all of them, where the KPI goes by counts.
        let (reopened, tickets, known) = (sums.count(0), sums.count(1), sums.count(3));
        let each = Fraction { numerator: sums.of(2), denominator: known.into(), units: 1, times: 1 };
        let each = if known == 0 { Err(Undefined::NoRecords) } else { Ok(each) };
        [
            Figure::share("rate", reopened, tickets, Undefined::NoRecords, level),
            Figure::count("reopened", reopened),
            Figure::count("tickets", tickets),
            Figure::new("reopens_per_ticket", each, known),
        ]
        .into()
    }
}

impl<A: Actor> Rule<Ticket> for Reopened<A> {
    #[inline]
    fn adds(&self, ticket: &TicketAt<'_>, context: &Context<'_>) -> Result<Adds, Nothing> {
        let resolved = population::ended(ticket, context, population::first_resolved(ticket))?;
        let reopens = A::reopens(ticket);
        let reopened = if self.within == 0 {
            reopens.ok_or(Reason::Unknown)? > 0
        } else if !is_over(resolved, self.within, self.as_of)? {
            return Err(Reason::WindowOpen.into());
        } else {
            match A::first_reopened(ticket) {
                Some(at) => at <= resolved.saturating_add(self.within),
                None if reopens > Some(0) => return Err(Reason::Unknown.into()),
                None => false,
            }
        };
        let times = u64::try_from(reopens.unwrap_or_default()).unwrap_or_default();
        Ok([reopened.into(), 1, times, reopens.is_some().into()])
    }
}
