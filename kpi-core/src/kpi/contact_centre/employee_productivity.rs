//! Employee productivity: what agents get done in a workday, and in how many turns.

use alloc::vec::Vec;

use super::occupancy_rate::total;
use super::work::{self, HOUR, Limit, SPANS};
use crate::error::Result;
use crate::exact::Fraction;
use crate::kpi::figure::{Figure, Inputs, Undefined};
use crate::kpi::part::{Context, Kpi, Read, ReadInfo, Reads, Setting, reads};
use crate::kpi::population;
use crate::kpi::resolution::ENDED;
use crate::kpi::tally::{Adds, Nothing, ONE, Rule, Tallied, Tally};
use crate::record::{
    AgentTime, AgentTimeAt, Kind, ResponseWait, ResponseWaitAt, Ticket, TicketAt, WorkSpan, WorkSpanAt,
};
use crate::spec::{
    Anchor, Direction, Example, FigureSpec, InputKind, InputSpec, Number, Prose, Source, Spec, Unit, prose,
};
use crate::state::{Customers, Part, Reason, Sums};
use crate::words::{self, NONE};

const TICKETS: usize = 0;
const TIME: usize = 1;
/// A day's work, in µs.
const EIGHT_HOURS: i128 = 8 * HOUR;

const RATE: FigureSpec = FigureSpec::new("rate", Unit::Ratio, Number::Ratio);
const TICKETS_INPUT: InputSpec = InputSpec::count("tickets", "tickets that people resolved");

/// Tickets by their last resolution, with who made it.
const RESOLVED: ReadInfo = ReadInfo { presence: &["resolver"], ..ENDED }.uses(&[
    "status",
    "merged_at",
    "deleted_at",
    "first_response_at",
    "agent_replies",
    "closed_at",
    "canceled_at",
    "resolved_by",
]);

#[cfg(feature = "prose")]
const LEFT_OUT: &str = "Tickets: `merged`, `spam`, `deleted` (without an answer), `no_agent` (nobody is named who resolved \
    it, or it was no person); `open` is what is not resolved at the end of the bucket. Plans and time off are no candidates.";
#[cfg(feature = "prose")]
const INTERVAL: &str = "None: one total by another has no sampling interval of its own.";
#[cfg(feature = "prose")]
const PITFALLS: &[&str] = &[
    "Who gets the easy tickets resolves more of them: compare within a type, and look at the reopen rate beside it.",
    "It divides one total by another; it is not the mean of the agents' rates.",
    "Time for calls and chats is in the denominator, contacts without a ticket are not in the numerator.",
];
#[cfg(feature = "prose")]
const SOURCES: &[Source] = &[
    Source {
        title: "S0",
        says: "Names two things: how many tickets an agent completes in a workday, hence the default, and how many turns the exchange with the customer takes. It gives no formula.",
    },
    Source {
        title: "S4",
        says: "Takes the tickets resolved in a time for a general measure of what a team gets done.",
    },
];

const fn spec(
    variant: &'static str,
    direction: Direction,
    inputs: &'static [InputSpec],
    figures: &'static [FigureSpec],
    prose: Option<&'static Prose>,
) -> Spec {
    Spec {
        id: "employee_productivity",
        variant,
        family: "contact_centre",
        by: None,
        direction,
        inputs,
        parameters: &[],
        figures,
        prose,
    }
}

/// One total by another, so many of whose units make one; then both.
fn rate(over: u64, under: i128, times: i128) -> Figure {
    let rate = Fraction { numerator: over.into(), denominator: under, units: 1, times };
    let rate = if under == 0 { Err(Undefined::NoRecords) } else { Ok(rate) };
    Figure { shown_in: [1, times], ..Figure::new("rate", rate, over) }
}

/// Why a ticket is not one that a person resolved.
#[inline]
fn resolved(ticket: &TicketAt<'_>, context: &Context<'_>) -> Result<(), Part> {
    population::ended(ticket, context, ticket.resolved_at())?;
    let person = matches!(ticket.resolved_by(), NONE | words::PERSON) && ticket.resolver() != NONE;
    if person { Ok(()) } else { Err(Part::LeftOut(Reason::NoAgent)) }
}

/// Tickets ÷ local dates on which agents' shifts begin.
#[derive(Clone, Default)]
pub(crate) struct PerDay;

impl Tally for PerDay {
    const SPEC: Spec = spec(
        "per_day",
        Direction::HigherIsBetter,
        &[TICKETS_INPUT, InputSpec::count("workdays", "dates on which agents began to work, for each agent")],
        &[RATE, FigureSpec::count("tickets"), FigureSpec::count("workdays")],
        prose! {
            meaning: "How many tickets an agent resolves in a workday.",
            formula: "tickets resolved by people ÷ workdays of agents",
            latex: r"\frac{\text{tickets}}{\text{workdays}}",
            counted: "Tickets in the bucket of their last resolution. Workdays: for each agent, the dates in the report's zone on which a shift begins; two shifts on one date are one workday (ruling B30). A shift is all time that lies together, breaks included, so one that runs past midnight begins once.",
            left_out: LEFT_OUT,
            errors: "`wrong_order`, `unknown_word`; `missing_field` where tables come one after the other and `first_of_day` is not given, because then nobody can look for the other shifts.",
            interval: INTERVAL,
            pitfalls: PITFALLS,
            sources: SOURCES,
            benchmarks: &[],
            example: Example {
                inputs: &["12", "1"],
                value: "12",
                working: "12 tickets in two shifts of 4 h on one date: one workday.",
            },
        },
    );
    const READS: &'static [Read<Tallied<Self>>] = &[
        reads::<Tallied<Self>, Ticket>(RESOLVED),
        reads::<Tallied<Self>, AgentTime>(ReadInfo::new(Kind::AgentTime, Anchor::Instant(&["from"])).uses(&[
            "from",
            "state",
            "scheduled",
            "first_of_day",
        ])),
    ];

    fn of(inputs: &Inputs<'_>) -> Result<Sums> {
        Ok(Sums::counts(&[inputs.count("tickets")?, inputs.count("workdays")?]))
    }
    fn finish(sums: &Sums, _: f64) -> Vec<Figure> {
        let (tickets, workdays) = (sums.count(TICKETS), sums.count(TIME));
        [rate(tickets, workdays.into(), 1), Figure::count("tickets", tickets), Figure::count("workdays", workdays)]
            .into()
    }
    fn derived(&self) -> &'static [(Kind, &'static str)] {
        &[(Kind::AgentTime, "first_of_day")]
    }
}

impl Rule<Ticket> for PerDay {
    #[inline]
    fn adds(&self, ticket: &TicketAt<'_>, context: &Context<'_>) -> Result<Adds, Nothing> {
        resolved(ticket, context)?;
        Ok(ONE)
    }
}

impl Rule<AgentTime> for PerDay {
    #[inline]
    fn adds(&self, time: &AgentTimeAt<'_>, _: &Context<'_>) -> Result<Adds, Nothing> {
        let begins = time.first_of_day() == Some(true) && time.scheduled() != Some(true) && time.state() != words::OFF;
        if begins { Ok([0, 1, 0, 0]) } else { Err(Part::Nothing.into()) }
    }
}

/// Tickets ÷ eight hours of agents' shifts.
#[derive(Clone)]
pub(crate) struct PerEightHours(Limit);

impl Kpi for PerEightHours {
    const SPEC: Spec = spec(
        "per_8_hours",
        Direction::HigherIsBetter,
        &[TICKETS_INPUT, InputSpec::new("time", InputKind::Duration, "length of the agents' shifts in seconds")],
        &[RATE, FigureSpec::count("tickets"), work::time("time")],
        prose! {
            meaning: "How many tickets an agent resolves in eight hours of work, whatever the length of the shifts.",
            formula: "tickets resolved by people ÷ (time of agents' shifts ÷ 8 h)",
            latex: r"\frac{\text{tickets}}{\text{time} \div 8\,\text{h}}",
            counted: "Tickets in the bucket of their last resolution. Time: agents' shifts in any state but off, breaks, training and meetings included; overlapping times of one agent count once; clipped to the bucket.",
            left_out: LEFT_OUT,
            errors: work::ERRORS,
            interval: INTERVAL,
            pitfalls: PITFALLS,
            sources: SOURCES,
            benchmarks: &[],
            example: Example {
                inputs: &["12", "28800"],
                value: "12",
                working: "12 tickets in two shifts of 4 h: 12 ÷ (8 ÷ 8).",
            },
        },
    );
    type State = Sums;
    const READS: &'static [Read<Self>] =
        &[reads::<Self, Ticket>(RESOLVED), reads::<Self, WorkSpan>(SPANS.needs(&["state"]).uses(&["from", "to"]))];

    fn new(setting: &Setting<'_>) -> Result<Self> {
        Ok(PerEightHours(Limit::new(setting)))
    }
    fn of(&self, inputs: &Inputs<'_>) -> Result<Sums> {
        let mut sums = Sums::counts(&[inputs.count("tickets")?]);
        sums.add(TIME, inputs.duration("time")?.into())?;
        Ok(sums)
    }
    fn finish(&self, state: &Sums, _: f64) -> Result<Vec<Figure>> {
        let (tickets, time) = (state.count(TICKETS), state.of(TIME));
        let time_figure = total("time", time, state.records(TIME));
        Ok([rate(tickets, time, EIGHT_HOURS), Figure::count("tickets", tickets), time_figure].into())
    }
}

impl Reads<Ticket> for PerEightHours {
    #[inline]
    fn part(&self, ticket: &TicketAt<'_>, context: &Context<'_>, state: &mut Sums) -> Result<Part> {
        if let Err(part) = resolved(ticket, context) {
            return Ok(part);
        }
        state.add(TICKETS, 1)?;
        Ok(Part::Counted)
    }
}

impl Reads<WorkSpan> for PerEightHours {
    #[inline]
    fn part(&self, span: &WorkSpanAt<'_>, context: &Context<'_>, state: &mut Sums) -> Result<Part> {
        let length = self.0.clipped(span, context);
        if matches!(span.state(), NONE | words::OFF) || length == 0 {
            return Ok(Part::Nothing);
        }
        state.add(TIME, length.into())?;
        Ok(Part::Counted)
    }
}

/// Replies to a waiting customer ÷ tickets that have one.
#[derive(Clone)]
pub(crate) struct ExchangesPerTicket;

impl Kpi for ExchangesPerTicket {
    const SPEC: Spec = spec(
        "exchanges_per_ticket",
        Direction::LowerIsBetter,
        &[
            InputSpec::count("exchanges", "exchanges: a message of the customer and the reply of a person"),
            InputSpec::count("tickets", "tickets with at least one exchange"),
        ],
        &[RATE, FigureSpec::count("exchanges"), FigureSpec::count("tickets")],
        prose! {
            meaning: "How many exchanges with a person a ticket takes.",
            formula: "exchanges ÷ tickets with at least one; an exchange is a message of the customer and the next reply of a person",
            latex: r"\frac{\text{exchanges}}{\text{tickets}}",
            counted: "Waits for a reply that a person ended, the first one of a ticket included, each in the bucket in which it opened; and the different tickets of these. Several messages before one reply are one exchange (ruling B30).",
            left_out: "`unanswered` (nobody has replied yet).",
            errors: "None of its own.",
            interval: INTERVAL,
            pitfalls: &[
                "A ticket that goes on over the end of a bucket is one in both; the total counts it once.",
                "Few exchanges are good only where the request is resolved; look at the touches to resolution.",
            ],
            sources: SOURCES,
            benchmarks: &[],
            example: Example {
                inputs: &["5", "2"],
                value: "2.5",
                working: "One ticket with 4 questions and answers, another with one: 5 ÷ 2.",
            },
        },
    );
    type State = Customers;
    const READS: &'static [Read<Self>] = &[reads::<Self, ResponseWait>(
        ReadInfo::new(Kind::ResponseWait, Anchor::Instant(&["opened_at"]))
            .needs(&["ticket", "closed_at"])
            .uses(&["opened_at"]),
    )];

    fn new(_: &Setting<'_>) -> Result<Self> {
        Ok(ExchangesPerTicket)
    }
    fn of(&self, inputs: &Inputs<'_>) -> Result<Customers> {
        Ok(Customers::settled([inputs.count("exchanges")?.into(), inputs.count("tickets")?.into()]))
    }
    fn finish(&self, state: &Customers, _: f64) -> Result<Vec<Figure>> {
        let [exchanges, tickets, ..] = state.settled.map(|count| u64::try_from(count).unwrap_or_default());
        let (mut exchanges, mut tickets) = (exchanges, tickets);
        state.each(|of_ticket| {
            exchanges = exchanges.saturating_add(of_ticket.count() as u64);
            tickets = tickets.saturating_add(1);
            Ok(())
        })?;
        Ok([
            rate(exchanges, tickets.into(), 1),
            Figure::count("exchanges", exchanges),
            Figure::count("tickets", tickets),
        ]
        .into())
    }
}

impl Reads<ResponseWait> for ExchangesPerTicket {
    #[inline]
    fn part(&self, wait: &ResponseWaitAt<'_>, _: &Context<'_>, state: &mut Customers) -> Result<Part> {
        if wait.closed_at().is_none() {
            return Ok(Part::LeftOut(Reason::Unanswered));
        }
        state.add(wait.ticket(), [0; 3]);
        Ok(Part::Counted)
    }
}
