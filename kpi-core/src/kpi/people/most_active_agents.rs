//! The most active agents: who receives most.

use alloc::vec::Vec;

use super::ranking::{Entrant, Order, Ranking, numbered, place, places};
use crate::error::Result;
use crate::kpi::figure::{Figure, Inputs, Undefined};
use crate::kpi::parameters::Parameters;
use crate::kpi::part::{Context, Kpi, Over, Read, ReadInfo, Reads, Setting, reads};
use crate::kpi::population;
use crate::record::{Holding, HoldingAt, Kind, Ticket, TicketAt};
use crate::spec::{Anchor, Direction, Example, FigureSpec, InputKind, InputSpec, Source, Spec, prose};
use crate::state::{Customers, Part, Reason, Sums};
use crate::words::NONE;

const INPUTS: &[InputSpec] = &[InputSpec::new("tickets", InputKind::Counts, "the tickets of each agent")];
const FIGURES: &[FigureSpec] = &[FigureSpec::rank("rank"), FigureSpec::count("tickets"), FigureSpec::share("share")];
const BY_TICKETS: Order = Order { higher: true, by_bound: false, minimum: 0 };

#[cfg(feature = "prose")]
const ERRORS: &str = "`negative` in the formula for a negative count.";
#[cfg(feature = "prose")]
const INTERVAL: &str = "Wilson for the share; none for the count and the rank.";
#[cfg(feature = "prose")]
const EXAMPLE: Example = Example {
    inputs: &["[12, 30, 18]"],
    value: "3",
    working: "Of three agents with 12, 30 and 18 tickets the first received least: rank 3 of 3, and 100 × 12 ÷ 60 = 20 % of all.",
};
#[cfg(feature = "prose")]
const SOURCES: &[Source] = &[Source {
    title: "S1",
    says: "The employees who receive most inquiries; how many each receives shows where the work piles up.",
}];

/// By the tickets, which a KPI without parameters has.
fn by_tickets(_: &Parameters<'_>) -> Result<Ranking> {
    Ok(Ranking { of: None, figure: "tickets".into(), order: BY_TICKETS })
}

/// The rank is found where the figures of all agents are there.
fn figures(tickets: u64, all: u64, level: f64) -> Vec<Figure> {
    [
        place("rank", Err(Undefined::NotRanked), tickets),
        Figure::count("tickets", tickets),
        Figure::share("share", tickets, all, Undefined::NoRecords, level),
    ]
    .into()
}

/// Every agent's figures; over no agents one rank that is none.
fn formula(inputs: &Inputs<'_>, level: f64) -> Result<Vec<Figure>> {
    let tickets: Vec<u64> = inputs.counts("tickets")?.iter().map(|count| count.unsigned_abs()).collect();
    let all = tickets.iter().fold(0u64, |all, &own| all.saturating_add(own));
    let entrant = |&sample: &u64| Ok(Entrant { value: sample.into(), lower: None, upper: None, sample });
    let entrants: Vec<_> = tickets.iter().map(entrant).collect();
    let mut out = Vec::new();
    for (i, (own, &tickets)) in (1..).zip(places(&entrants, BY_TICKETS).into_iter().zip(&tickets)) {
        let mut figures = figures(tickets, all, level);
        if let Some(first) = figures.first_mut() {
            *first = place("rank", own.map(|(rank, _)| rank), tickets);
        }
        out.extend(figures.into_iter().map(|figure| numbered(figure, i)));
    }
    if out.is_empty() {
        out.push(place("rank", Err(Undefined::NoRecords), 0));
    }
    Ok(out)
}

/// Agents by the tickets that were first assigned to them.
#[derive(Clone)]
pub(crate) struct FirstAssigned;

impl Kpi for FirstAssigned {
    const SPEC: Spec = Spec {
        id: "most_active_agents",
        variant: "first_assigned",
        family: "people",
        by: Some("agent"),
        direction: Direction::Neutral,
        inputs: INPUTS,
        parameters: &[],
        figures: FIGURES,
        prose: prose! {
            meaning: "Which agents receive most tickets: the first person to whom each is assigned.",
            formula: "rank: 1 for the agent with most tickets; share: 100 × tickets of the agent ÷ tickets of all agents",
            latex: r"100 \cdot \frac{\text{tickets of the agent}}{\text{tickets of all agents}}",
            counted: "Tickets by when they were created, for the first person to whom they were assigned (ruling B47). Grouped by agent where nothing else is asked for; beside other dimensions the rank is within them, and always within the bucket. Of agents with equally many tickets the one whose id comes first goes first; who received none in a bucket has no rank there. The share is of the assigned tickets of all groups in the same bucket.",
            left_out: "`merged`, `spam`, `no_agent` (never assigned to a person).",
            errors: ERRORS,
            interval: INTERVAL,
            pitfalls: &[
                "To receive much is not to do much: a ticket can be passed on at once.",
                "An agent who worked half of the days receives about half; hold the tickets against the time worked.",
                "Whoever takes the hard cases takes fewer of them.",
            ],
            sources: SOURCES,
            benchmarks: &[],
            example: EXAMPLE,
        },
    };
    type State = Sums;
    const READS: &'static [Read<Self>] = &[reads::<Self, Ticket>(
        ReadInfo::new(Kind::Ticket, Anchor::Instant(&["created_at"]))
            .needs(&["created_at", "first_assignee"])
            .uses(&["status", "merged_at"]),
    )];
    const OF_WHOLE: bool = true;
    const RANKS: Option<fn(&Parameters<'_>) -> Result<Ranking>> = Some(by_tickets);

    fn new(_: &Setting<'_>) -> Result<Self> {
        Ok(FirstAssigned)
    }
    fn of(&self, _: &Inputs<'_>) -> Result<Sums> {
        Ok(Sums::default())
    }
    fn finish(&self, state: &Sums, level: f64) -> Result<Vec<Figure>> {
        Ok(figures(state.count(0), state.count(0), level))
    }
    fn finish_over(&self, state: &Sums, level: f64, over: &Over<'_, Sums>) -> Result<Vec<Figure>> {
        Ok(figures(state.count(0), over.whole.unwrap_or(state).count(0), level))
    }
    fn formula(&self, inputs: &Inputs<'_>, level: f64) -> Result<Vec<Figure>> {
        formula(inputs, level)
    }
}

impl Reads<Ticket> for FirstAssigned {
    #[inline]
    fn part(&self, ticket: &TicketAt<'_>, _: &Context, state: &mut Sums) -> Result<Part> {
        let nobody = || (ticket.first_assignee() == NONE).then_some(Reason::NoAgent);
        if let Some(reason) = population::no_request(ticket).or_else(nobody) {
            return Ok(Part::LeftOut(reason));
        }
        state.add(0, 1)?;
        Ok(Part::Counted)
    }
}

/// Agents by the tickets that they ever held.
#[derive(Clone)]
pub(crate) struct Each;

impl Kpi for Each {
    const SPEC: Spec = Spec {
        id: "most_active_agents",
        variant: "each",
        family: "people",
        by: Some("agent"),
        direction: Direction::Neutral,
        inputs: INPUTS,
        parameters: &[],
        figures: FIGURES,
        prose: prose! {
            meaning: "Which agents receive most tickets, where a ticket counts for everyone who held it.",
            formula: "rank: 1 for the agent with most tickets; share: 100 × tickets that the agent held ÷ tickets that anyone held",
            latex: r"100 \cdot \frac{\text{tickets that the agent held}}{\text{tickets that anyone held}}",
            counted: "Tickets by agent, from the holdings that begin in the bucket; a ticket that comes back to the same agent counts once for that agent and bucket. The agents do not add up to the total, which has every ticket once, and their shares can add up to more than 100 %. Of agents with equally many tickets the one whose id comes first goes first.",
            left_out: "Nothing.",
            errors: ERRORS,
            interval: INTERVAL,
            pitfalls: &[
                "A holding does not know whether its ticket was merged or is spam: leave such tickets out before.",
                "A ticket that goes from hand to hand makes everyone look busy; hold it against the transfers.",
            ],
            sources: SOURCES,
            benchmarks: &[],
            example: EXAMPLE,
        },
    };
    type State = Customers;
    const READS: &'static [Read<Self>] = &[reads::<Self, Holding>(
        ReadInfo::new(Kind::Holding, Anchor::Instant(&["from"])).needs(&["ticket", "agent", "from"]),
    )];
    const OF_WHOLE: bool = true;
    const RANKS: Option<fn(&Parameters<'_>) -> Result<Ranking>> = Some(by_tickets);

    fn new(_: &Setting<'_>) -> Result<Self> {
        Ok(Each)
    }
    fn of(&self, _: &Inputs<'_>) -> Result<Customers> {
        Ok(Customers::default())
    }
    fn finish(&self, state: &Customers, level: f64) -> Result<Vec<Figure>> {
        let own = tickets(state)?;
        Ok(figures(own, own, level))
    }
    fn finish_over(&self, state: &Customers, level: f64, over: &Over<'_, Customers>) -> Result<Vec<Figure>> {
        let own = tickets(state)?;
        Ok(figures(own, over.whole.map_or(Ok(own), tickets)?, level))
    }
    fn formula(&self, inputs: &Inputs<'_>, level: f64) -> Result<Vec<Figure>> {
        formula(inputs, level)
    }
    fn whole(&self, state: Customers) -> Result<Customers> {
        Ok(Customers::settled([tickets(&state)?.into()]))
    }
}

impl Reads<Holding> for Each {
    #[inline]
    fn part(&self, holding: &HoldingAt<'_>, _: &Context, state: &mut Customers) -> Result<Part> {
        state.add(holding.ticket(), [0; 3]);
        Ok(Part::Counted)
    }
}

/// The different tickets; those of all agents are settled already.
fn tickets(state: &Customers) -> Result<u64> {
    let [settled, ..] = state.settled;
    let mut tickets = u64::try_from(settled).unwrap_or_default();
    state.each(|_| {
        tickets = tickets.saturating_add(1);
        Ok(())
    })?;
    Ok(tickets)
}
