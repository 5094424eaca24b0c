//! Transfer time, and how many tickets are passed on.

use core::marker::PhantomData;

use super::interactions_per_ticket::{self, ANSWERED, HELD};
use crate::error::Result;
use crate::kpi::clock::{CLOCK, Clock};
use crate::kpi::distribution;
use crate::kpi::part::{Context, Read, ReadInfo, Setting, reads};
use crate::kpi::tally::{Adds, Nothing, Rule, Tallied, Tally, in_part};
use crate::kpi::timed::{Timed, Times, Timing};
use crate::record::{Contact, ContactAt, Holding, HoldingAt, Kind, Ticket, TicketAt};
use crate::spec::{
    Anchor, Direction, Example, FigureSpec, InputKind, InputSpec, ParameterSpec, Prose, Source, Spec, prose,
};
use crate::state::Reason;

const PARAMETERS: &[ParameterSpec] = &[CLOCK, distribution::BANDS, distribution::QUANTILES];
const HOLDINGS: ReadInfo = ReadInfo::new(Kind::Holding, Anchor::Instant(&["from"]));

#[cfg(feature = "prose")]
const COUNTED: &str = "Holdings that another agent took over, each one an observation, in the bucket in which it begins; \
    all are pooled. From A to B and back to A is two. What went to the queue counts when somebody else takes it.";
#[cfg(feature = "prose")]
const ERRORS: &str = "`wrong_order` where a holding ends before it begins, or is taken over before it ends; \
    `calendar_required` with the clock `business` and no calendar; `negative` for a negative duration in the formula.";
#[cfg(feature = "prose")]
const INTERVAL: &str = "Mean: Student's t. Median and other quantiles: binomial order statistics.";
#[cfg(feature = "prose")]
const PITFALLS: &[&str] = &[
    "An agent who solves the request passes nothing on; only those who did not are in it.",
    "Fast is not always good: who passes on at once has not read the request. Look at the transfer rate beside it.",
    "A recent period still changes: what is held today may be passed on tomorrow.",
    "A ticket that is given up and taken again by the same agent was not passed on.",
];
#[cfg(feature = "prose")]
const SOURCES: &[Source] = &[
    Source {
        title: "S2",
        says: "Names the speed of passing customers on: that a colleague knows more is normal, but if it happens too often, agents want training. It gives no formula.",
    },
    Source {
        title: "S0",
        says: "79 % of customers think it poor service to explain their case to several agents; five to six transfers in one inquiry are usual.",
    },
];

/// Where the time ends: what differs between the variants.
pub(crate) trait Variant: Clone + Send + Sync + 'static {
    const SPEC: Spec;
    const HOLDINGS: ReadInfo;
    fn end(holding: &HoldingAt<'_>, taken: i64) -> Option<i64>;
}

/// With the agent who gave it up.
#[derive(Clone)]
pub(crate) struct HoldingTime;

/// With the agent who took it over.
#[derive(Clone)]
pub(crate) struct UntilTaken;

const fn spec(variant: &'static str, inputs: &'static [InputSpec], prose: Option<&'static Prose>) -> Spec {
    Spec {
        id: "transfer_time",
        variant,
        family: "resolution",
        by: None,
        direction: Direction::LowerIsBetter,
        inputs,
        parameters: PARAMETERS,
        figures: distribution::DURATION_FIGURES,
        prose,
    }
}

impl Variant for HoldingTime {
    const HOLDINGS: ReadInfo = HOLDINGS.needs(&["from", "to", "next_from"]);
    const SPEC: Spec = spec(
        "holding",
        &[InputSpec::new(
            "durations",
            InputKind::Durations,
            "times in seconds for which agents had what they passed on",
        )],
        prose! {
            meaning: "How long agents hold a request before they pass it on to a colleague.",
            formula: "when the agent gave it up − when the agent got it, over all transfers",
            latex: r"\overline{t_{\text{given up}} - t_{\text{got}}}",
            counted: COUNTED,
            left_out: "`not_passed_on` (nobody else took it over, yet or at all), `unknown` (when it was given up is not known), `no_schedule` (in business time, where the calendar has no hours for it).",
            errors: ERRORS,
            interval: INTERVAL,
            pitfalls: PITFALLS,
            sources: SOURCES,
            benchmarks: &[],
            example: Example {
                inputs: &["[1800, 600]"],
                value: "1200",
                working: "A has it from 10:00 to 10:30, nobody until 12:00, B from 12:00 to 12:10, then C: (30 + 10) ÷ 2 = 20 min, or 1,200 s (ruling B26).",
            },
        },
    );

    #[inline]
    fn end(holding: &HoldingAt<'_>, _: i64) -> Option<i64> {
        holding.to()
    }
}

impl Variant for UntilTaken {
    const HOLDINGS: ReadInfo = HOLDINGS.needs(&["from", "next_from"]);
    const SPEC: Spec = spec(
        "until_taken",
        &[InputSpec::new(
            "durations",
            InputKind::Durations,
            "times in seconds from when an agent got it until the next one had it",
        )],
        prose! {
            meaning: "How long a request that is passed on takes from one agent to the next, the time in the queue between them included.",
            formula: "when the next agent got it − when this agent got it, over all transfers",
            latex: r"\overline{t_{\text{next got}} - t_{\text{got}}}",
            counted: COUNTED,
            left_out: "`not_passed_on` (nobody else took it over, yet or at all), `no_schedule` (in business time, where the calendar has no hours for it).",
            errors: ERRORS,
            interval: INTERVAL,
            pitfalls: PITFALLS,
            sources: SOURCES,
            benchmarks: &[],
            example: Example {
                inputs: &["[7200, 600]"],
                value: "3900",
                working: "A has it at 10:00, B at 12:00, C at 12:10: (120 + 10) ÷ 2 = 65 min, or 3,900 s (ruling B26).",
            },
        },
    );

    #[inline]
    fn end(_: &HoldingAt<'_>, taken: i64) -> Option<i64> {
        Some(taken)
    }
}

/// The KPI in one variant.
#[derive(Clone)]
pub(crate) struct TransferTime<V>(PhantomData<V>);

impl<V: Variant> Timing for TransferTime<V> {
    const SPEC: Spec = V::SPEC;
    const READS: &'static [Read<Timed<Self>>] = &[reads::<Timed<Self>, Holding>(V::HOLDINGS)];

    fn new(_: &Setting<'_>) -> Result<Self> {
        Ok(TransferTime(PhantomData))
    }
}

impl<V: Variant> Times<Holding> for TransferTime<V> {
    #[inline]
    fn time(&self, holding: &HoldingAt<'_>, clock: Clock, context: &Context<'_>) -> Result<i64, Nothing> {
        let taken = holding.next_from().ok_or(Reason::NotPassedOn)?;
        let (from, end) = holding.from().zip(V::end(holding, taken)).ok_or(Reason::Unknown)?;
        clock.time(context, from, end)
    }
}

/// How many are passed on at all.
#[derive(Clone, Default)]
pub(crate) struct TransferRate;

impl Tally for TransferRate {
    const SPEC: Spec = Spec {
        id: "transfer_time",
        variant: "transfer_rate",
        family: "resolution",
        by: None,
        direction: Direction::LowerIsBetter,
        inputs: &[
            InputSpec::count("transferred", "tickets and contacts that were passed on at least once"),
            InputSpec::count("handled", "tickets that a person held, and contacts that a person answered"),
        ],
        parameters: &[],
        figures: &[FigureSpec::share("rate"), FigureSpec::count("transferred"), FigureSpec::count("handled")],
        prose: prose! {
            meaning: "The share of tickets and contacts that went from one person to another at least once.",
            formula: "100 × tickets and contacts with a transfer ÷ tickets held by a person and contacts answered by one",
            latex: r"100 \cdot \frac{\text{passed on}}{\text{held by a person}}",
            counted: "Tickets that a person held, and contacts that a person answered, each once, however often it was passed on. From nobody or a bot to a person is no transfer.",
            left_out: interactions_per_ticket::HELD_LEFT_OUT,
            errors: "`as_of_counts` where `as_of` is given and tickets are read: a count of changes carries no instants, so it cannot be asked as of a day. `bad_input` in the formula where more are passed on than were held.",
            interval: "Wilson.",
            pitfalls: &[
                "Transfers ÷ tickets is another number, which can pass 100 %: it is the mean of `interactions_per_ticket`.",
                "A recent period still rises: its tickets are not over.",
                "A help desk whose first line only sorts has a high rate by design; group by team.",
            ],
            sources: SOURCES,
            benchmarks: &[],
            example: Example {
                inputs: &["1", "1"],
                value: "100",
                working: "One ticket goes from A to B and from B to C: two transfers, but one ticket of one, 100 × 1 ÷ 1 (ruling B26).",
            },
        },
    };
    const READS: &'static [Read<Tallied<Self>>] =
        &[reads::<Tallied<Self>, Ticket>(HELD), reads::<Tallied<Self>, Contact>(ANSWERED)];
}

impl Rule<Ticket> for TransferRate {
    #[inline]
    fn adds(&self, ticket: &TicketAt<'_>, _: &Context<'_>) -> Result<Adds, Nothing> {
        Ok(in_part(interactions_per_ticket::agent_changes(ticket)? > 0))
    }
}

impl Rule<Contact> for TransferRate {
    #[inline]
    fn adds(&self, contact: &ContactAt<'_>, _: &Context<'_>) -> Result<Adds, Nothing> {
        Ok(in_part(interactions_per_ticket::transfers(contact)? > 0))
    }
}
