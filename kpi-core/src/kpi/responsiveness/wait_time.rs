//! Wait time.

use core::marker::PhantomData;

use super::clock;
use crate::error::Result;
use crate::kpi::clock::{CLOCK, Clock};
use crate::kpi::contact_centre::population::CONTACTS;
use crate::kpi::distribution;
use crate::kpi::part::{Context, Read, Setting, reads};
use crate::kpi::population::{self, Outcome};
use crate::kpi::resolution::ENDED;
use crate::kpi::tally::{Nothing, unless};
use crate::kpi::timed::{Timed, Times, Timing};
use crate::record::{Contact, ContactAt, Ticket, TicketAt};
use crate::spec::{Benchmark, Direction, Example, InputKind, InputSpec, ParameterSpec, Prose, Source, Spec, prose};
use crate::state::Reason;

#[cfg(feature = "prose")]
const COUNTED: &str = "Resolved tickets whose wait is known, in the bucket of their last resolution, with the wait of their \
    whole life. The waits come from the log of events, or are given.";
#[cfg(feature = "prose")]
const LEFT_OUT: &str = "`merged`, `spam`, `deleted` (without an answer), `unknown` (its wait is not known); `open` is what \
    was open at the end of the bucket. With another anchor, such as `created_at`, also `closed` and `canceled` (without a \
    resolution) and `open`.";
#[cfg(feature = "prose")]
const ERRORS: &str = "`negative` for a negative duration.";
#[cfg(feature = "prose")]
const ON_WAITS: &str = "Whether the waits are calendar or business time was decided where they were made; the request's \
    `clock` does not reach them.";
#[cfg(feature = "prose")]
const TWINS: &str = "Requester wait and agent wait add up to the time to resolution (where it was reopened, less the time in \
    which it was resolved); one without the other hides whose turn it was.";
#[cfg(feature = "prose")]
const S3: Source = Source {
    title: "S3",
    says: "Names average wait time beside average resolution time, without a formula, as what to compare with retention: what less of it is worth, and from where on less no longer pays. That it stands beside resolution time makes `requester` the default; for calls it may mean `queue`.",
};

/// What differs between the variants.
pub(crate) trait Variant: Clone + Send + Sync + 'static {
    const SPEC: Spec;
    const READS: &'static [Read<Timed<WaitTime<Self>>>];
}

/// The time in which the company owed the next step.
#[derive(Clone)]
pub(crate) struct Requester;

/// The time in which the customer owed the next step.
#[derive(Clone)]
pub(crate) struct AgentWaitTime;

/// The time in the queue.
#[derive(Clone)]
pub(crate) struct Queue;

const fn spec(
    variant: &'static str,
    direction: Direction,
    inputs: &'static [InputSpec],
    parameters: &'static [ParameterSpec],
    prose: Option<&'static Prose>,
) -> Spec {
    Spec {
        id: "wait_time",
        variant,
        family: "responsiveness",
        by: None,
        direction,
        inputs,
        parameters,
        figures: distribution::DURATION_FIGURES,
        prose,
    }
}

impl Variant for Requester {
    const READS: &'static [Read<Timed<WaitTime<Self>>>] =
        &[reads::<Timed<WaitTime<Self>>, Ticket>(ENDED.needs(&["created_at", "resolved_at", "requester_wait"]))];
    const SPEC: Spec = spec(
        "requester",
        Direction::LowerIsBetter,
        &[InputSpec::new(
            "durations",
            InputKind::Durations,
            "for each ticket the time in which the company owed the next step, in seconds",
        )],
        &[distribution::BANDS, distribution::QUANTILES],
        prose! {
            meaning: "How long customers wait in all until their request is resolved: the time in which the next step was the company's.",
            formula: "total time of the ticket in new, open and on hold, until it was resolved",
            latex: r"t_{\text{new}} + t_{\text{open}} + t_{\text{on hold}}",
            counted: COUNTED,
            left_out: LEFT_OUT,
            errors: ERRORS,
            interval: clock::INTERVAL,
            pitfalls: &[
                TWINS,
                "A wait for a third party is still a wait for the customer; it is in it.",
                "Moving tickets to pending without a question to the customer stops this clock and nobody's wait.",
                ON_WAITS,
            ],
            sources: &[
                S3,
                Source { title: "Field", says: "Help desks report requester wait time as the time in which the customer waits for them." },
            ],
            benchmarks: &[],
            example: Example {
                inputs: &["[7200, 3600]"],
                value: "5400",
                working: "New at 10:00, replied and pending at 11:00, the customer writes at 13:00, solved at 14:00: 1 h + 1 h. Another ticket is new for 1 h: 10,800 s ÷ 2.",
            },
        },
    );
}

impl Variant for AgentWaitTime {
    const READS: &'static [Read<Timed<WaitTime<Self>>>] =
        &[reads::<Timed<WaitTime<Self>>, Ticket>(ENDED.needs(&["created_at", "resolved_at", "agent_wait"]))];
    const SPEC: Spec = spec(
        "agent_wait_time",
        Direction::Neutral,
        &[InputSpec::new(
            "durations",
            InputKind::Durations,
            "for each ticket the time in which the customer owed the next step, in seconds",
        )],
        &[distribution::BANDS, distribution::QUANTILES],
        prose! {
            meaning: "How long agents wait for customers until a request is resolved: the time in which the next step was the customer's.",
            formula: "total time of the ticket in pending, until it was resolved",
            latex: r"t_{\text{pending}}",
            counted: COUNTED,
            left_out: LEFT_OUT,
            errors: ERRORS,
            interval: clock::INTERVAL,
            pitfalls: &[
                TWINS,
                "Much of it can mean slow customers, or questions that could have been asked at once.",
                ON_WAITS,
            ],
            sources: &[Source {
                title: "Field",
                says: "Help desks report agent wait time as the counterpart of requester wait time: the time pending on the customer.",
            }],
            benchmarks: &[],
            example: Example {
                inputs: &["[7200, 0]"],
                value: "3600",
                working: "New at 10:00, replied and pending at 11:00, the customer writes at 13:00, solved at 14:00: 2 h in pending. Another ticket is never pending: 7,200 s ÷ 2.",
            },
        },
    );
}

impl Variant for Queue {
    const READS: &'static [Read<Timed<WaitTime<Self>>>] = &[reads::<Timed<WaitTime<Self>>, Contact>(
        CONTACTS.needs(&["outcome", "queued_at", "answered_at", "ended_at"]).uses(&[
            "started_at",
            "direction",
            "abandon_step",
        ]),
    )];
    const SPEC: Spec = spec(
        "queue",
        Direction::LowerIsBetter,
        &[InputSpec::new(
            "durations",
            InputKind::Durations,
            "waits in the queue in seconds, of the answered and of those who gave up",
        )],
        &[CLOCK, distribution::BANDS, distribution::QUANTILES],
        prose! {
            meaning: "How long customers wait in the queue for a call or chat, whether somebody answers or they give up.",
            formula: "instant of the answer, or end of the contact where the customer gave up, − instant of joining the queue",
            latex: r"t_{\text{wait ends}} - t_{\text{queued}}",
            counted: "Inbound contacts that joined the queue and were answered or given up, short or not; also those given up later, on hold or in the conversation, with their wait until the answer.",
            left_out: clock::left_out!("`outbound`, `self_served`, `callback`, `failed`, `unanswered` (at `as_of` the customer still waits), `not_queued` (it never joined the queue), `unknown` (when the wait ended is not known)."),
            errors: clock::QUEUE_ERRORS,
            interval: clock::INTERVAL,
            pitfalls: &[
                "Whoever gives up waits less than he would have waited; many who give up make the mean look good. Read the abandonment rate beside it.",
                "Answer time is the same without those who gave up, time to abandon without those who were answered.",
                clock::QUOTED_IN_CALENDAR_TIME,
            ],
            sources: &[
                S3,
                Source { title: "S0", says: "Over half of all consumers expect a hold of less than three minutes on the phone, by which it means the wait for a person." },
            ],
            benchmarks: &[Benchmark {
                figure: "mean",
                low: None,
                high: Some("180"),
                exclusive: true,
                label: "expected",
                population: "phone",
                source: "S0",
            }],
            example: Example {
                inputs: &["[30, 120, 60]"],
                value: "70",
                working: "Answered after 30 and 120 s, given up after 60 s: 210 s ÷ 3.",
            },
        },
    );
}

/// A wait that the ticket itself says.
pub(crate) trait OfTicket: Variant {
    fn wait(ticket: &TicketAt<'_>) -> Option<i64>;
}

impl OfTicket for Requester {
    #[inline]
    fn wait(ticket: &TicketAt<'_>) -> Option<i64> {
        ticket.requester_wait()
    }
}

impl OfTicket for AgentWaitTime {
    #[inline]
    fn wait(ticket: &TicketAt<'_>) -> Option<i64> {
        ticket.agent_wait()
    }
}

/// The KPI in one variant.
#[derive(Clone)]
pub(crate) struct WaitTime<V>(PhantomData<V>);

impl<V: Variant> Timing for WaitTime<V> {
    const SPEC: Spec = V::SPEC;
    const READS: &'static [Read<Timed<Self>>] = V::READS;

    fn new(_: &Setting<'_>) -> Result<Self> {
        Ok(WaitTime(PhantomData))
    }
}

impl<V: OfTicket> Times<Ticket> for WaitTime<V> {
    #[inline]
    fn time(&self, ticket: &TicketAt<'_>, _: Clock, context: &Context<'_>) -> Result<i64, Nothing> {
        population::ended(ticket, context, ticket.resolved_at())?;
        Ok(V::wait(ticket).ok_or(Reason::Unknown)?)
    }
}

impl Times<Contact> for WaitTime<Queue> {
    #[inline]
    fn time(&self, contact: &ContactAt<'_>, clock: Clock, context: &Context<'_>) -> Result<i64, Nothing> {
        unless(population::outbound(contact))?;
        let end = match population::outcome(contact) {
            Outcome::Answered => contact.answered_at(),
            Outcome::Abandoned => contact.ended_at(),
            Outcome::Waiting => return Err(Reason::Unanswered.into()),
            Outcome::Other(reason) => return Err(reason.into()),
        };
        let queued = contact.queued_at().ok_or(Reason::NotQueued)?;
        clock.time(context, queued, end.ok_or(Reason::Unknown)?)
    }
}
