//! First response time.

use core::marker::PhantomData;

use super::clock::{self, Start};
use crate::error::Result;
use crate::kpi::clock::{CLOCK, Clock};
use crate::kpi::distribution;
use crate::kpi::part::{Context, Read, ReadInfo, Setting, reads};
use crate::kpi::population;
use crate::kpi::tally::{Nothing, unless};
use crate::kpi::timed::{Timed, Times, Timing};
use crate::record::{Contact, ContactAt, Kind, Ticket, TicketAt};
use crate::spec::{Anchor, Benchmark, Direction, Example, InputKind, InputSpec, ParameterSpec, Source, Spec, prose};
use crate::state::Reason;

const INPUTS: &[InputSpec] = &[InputSpec::new("durations", InputKind::Durations, "first response times in seconds")];
const PARAMETERS: &[ParameterSpec] = &[CLOCK, distribution::BANDS, distribution::QUANTILES];
const TICKETS: ReadInfo = ReadInfo::new(Kind::Ticket, Anchor::Instant(&["created_at"]))
    .agent("first_replier")
    .needs(&["created_at", "first_response_at"])
    .uses(&["handover_at", "clock_start", "opened_by", "status", "merged_at", "deleted_at", "resolved_by"])
    .presence(&["contact"]);
const CONTACTS: ReadInfo = ReadInfo::new(Kind::Contact, Anchor::Instant(&["queued_at", "started_at"]))
    .needs(&["outcome", "answered_at"])
    .uses(&["queued_at", "started_at", "direction", "abandon_step"]);

#[cfg(feature = "prose")]
const LEFT_OUT: &str = clock::left_out!(
    "Tickets: `merged`, `spam`, `through_contact` (it counts through its contact), and without a response `deleted` or \
     `bot` (a bot resolved it); `no_clock_start` for a ticket that an agent opened, where the customer has not written or \
     the first message is not known, answered or not; `unanswered`. Contacts: `outbound`, `abandoned` (before an answer), `self_served`, `unanswered`."
);
#[cfg(feature = "prose")]
const COUNTED: &str = "Tickets with a first public reply by a person, and contacts that a person answered, once each, \
    also those given up later, on hold or in the conversation. Bots, automatic acknowledgements and private notes are not replies.";
#[cfg(feature = "prose")]
const ERRORS: &str =
    clock::errors!("`response_before_creation` where the response is before the start of the clock, in either time");
#[cfg(feature = "prose")]
const PITFALLS: &[&str] = &[
    "A recent period still changes as late replies arrive; `left_out` says how many are unanswered.",
    "The overall mean mixes channels that answer in seconds and in hours; group by channel.",
    "The mean follows a few long waits; look at the median and p90 beside it.",
    "A reply by a bot is not a first response; counting it makes the figure look good and means nothing.",
    "Fast is not solved. S0 tells of customers who recommend a fast answer that does not help almost three times as often as a slow one that does; S3 tells of customers whom good service binds more than speedy service. Look at first contact resolution and satisfaction beside it.",
    "S0 and S4 disagree about live chat: under 45 seconds, and two to five minutes.",
    clock::QUOTED_IN_CALENDAR_TIME,
];
#[cfg(feature = "prose")]
const SOURCES: &[Source] = &[
    Source {
        title: "S0",
        says: "The time a business takes to respond to an inquiry; of all KPIs the one most directly tied to service quality. What customers expect: for over half of them less than three minutes on the phone, in a live chat less than 45 seconds on average. An email is to be answered within a few hours, which is no number to compare with.",
    },
    Source { title: "S1", says: "The time from an inquiry to the company's response; it gives no formula." },
    Source {
        title: "S2",
        says: "Speaks of calls alone, from their start until an agent answers: for them that is `from_created`; see `answer_time`.",
    },
    Source {
        title: "S4",
        says: "Total time to first response in a period by the tickets responded to in that period. Its “multiply by 100 to get the percentage” is a slip: the result is a duration. Its period is that of the reply; ask for it with the anchor `first_response_at`. The default is the period in which customers asked (ruling B11). Its times by channel are what customers expect.",
    },
];
#[cfg(feature = "prose")]
const BENCHMARKS: &[Benchmark] = &[
    Benchmark {
        figure: "mean",
        low: Some("120"),
        high: Some("180"),
        exclusive: false,
        label: "expected",
        population: "phone",
        source: "S4",
    },
    Benchmark {
        figure: "mean",
        low: Some("120"),
        high: Some("300"),
        exclusive: false,
        label: "expected",
        population: "live chat",
        source: "S4",
    },
    Benchmark {
        figure: "mean",
        low: Some("3600"),
        high: Some("86400"),
        exclusive: false,
        label: "expected",
        population: "social media",
        source: "S4",
    },
    Benchmark {
        figure: "mean",
        low: Some("3600"),
        high: Some("43200"),
        exclusive: false,
        label: "expected",
        population: "email",
        source: "S4",
    },
    Benchmark {
        figure: "mean",
        low: None,
        high: Some("180"),
        exclusive: true,
        label: "expected",
        population: "phone",
        source: "S0",
    },
    Benchmark {
        figure: "mean",
        low: None,
        high: Some("45"),
        exclusive: true,
        label: "expected",
        population: "live chat",
        source: "S0",
    },
];
#[cfg(feature = "prose")]
const EXAMPLE: Example = Example {
    inputs: &["[3600, 60, 30]"],
    value: "1230",
    working: "An email answered after 3,600 s, a call after 60 s and a chat after 30 s: 3,690 s ÷ 3 = 1,230 s.",
};

/// What differs between the variants.
pub(crate) trait Variant: Clone + Send + Sync + 'static {
    const SPEC: Spec;
    const START: Start;
}

/// The clock starts when the conversation first waits for people.
#[derive(Clone)]
pub(crate) struct FromHandover;

/// The clock starts when the customer begins.
#[derive(Clone)]
pub(crate) struct FromCreated;

impl Variant for FromHandover {
    const START: Start = Start::Handover;
    const SPEC: Spec = Spec {
        id: "first_response_time",
        variant: "from_handover",
        family: "responsiveness",
        by: None,
        direction: Direction::LowerIsBetter,
        inputs: INPUTS,
        parameters: PARAMETERS,
        figures: distribution::DURATION_FIGURES,
        prose: prose! {
            meaning: "How long customers wait for the first reply by a person, from the moment they wait for people.",
            formula: "first public reply by a person − start of the clock; the clock starts at the bot's handover, at the reopening after a bot's resolution, at the customer's first message on a ticket that an agent opened, else at creation; on calls and chats when they join the queue",
            latex: r"\mathrm{FRT} = t_{\text{first reply}} - t_{\text{waits for people}}",
            counted: COUNTED,
            left_out: LEFT_OUT,
            errors: ERRORS,
            interval: clock::INTERVAL,
            pitfalls: PITFALLS,
            sources: SOURCES,
            benchmarks: BENCHMARKS,
            example: EXAMPLE,
        },
    };
}

impl Variant for FromCreated {
    const START: Start = Start::Created;
    const SPEC: Spec = Spec {
        id: "first_response_time",
        variant: "from_created",
        family: "responsiveness",
        by: None,
        direction: Direction::LowerIsBetter,
        inputs: INPUTS,
        parameters: PARAMETERS,
        figures: distribution::DURATION_FIGURES,
        prose: prose! {
            meaning: "How long customers wait for the first reply by a person, from the moment they ask: what they feel, the bot's time included.",
            formula: "first public reply by a person − creation (calls and chats: their start; on a ticket that an agent opened: the customer's first message)",
            latex: r"\mathrm{FRT} = t_{\text{first reply}} - t_{\text{created}}",
            counted: COUNTED,
            left_out: LEFT_OUT,
            errors: ERRORS,
            interval: clock::INTERVAL,
            pitfalls: PITFALLS,
            sources: SOURCES,
            benchmarks: BENCHMARKS,
            example: EXAMPLE,
        },
    };
}

/// The KPI in one variant.
#[derive(Clone)]
pub(crate) struct FirstResponseTime<V>(PhantomData<V>);

impl<V: Variant> Timing for FirstResponseTime<V> {
    const SPEC: Spec = V::SPEC;
    const READS: &'static [Read<Timed<Self>>] =
        &[reads::<Timed<Self>, Ticket>(TICKETS), reads::<Timed<Self>, Contact>(CONTACTS)];

    fn new(_: &Setting<'_>) -> Result<Self> {
        Ok(FirstResponseTime(PhantomData))
    }
}

impl<V: Variant> Times<Ticket> for FirstResponseTime<V> {
    #[inline]
    fn time(&self, ticket: &TicketAt<'_>, clock: Clock, context: &Context<'_>) -> Result<i64, Nothing> {
        unless(clock::outside(ticket))?;
        // Where the customer has not begun, nobody waits for an answer.
        let start = clock::start(ticket, V::START)?;
        let answered = ticket.first_response_at().ok_or(Reason::Unanswered)?;
        clock::until(clock, context, start, ("first_response_at", answered))
    }
}

impl<V: Variant> Times<Contact> for FirstResponseTime<V> {
    #[inline]
    fn time(&self, contact: &ContactAt<'_>, clock: Clock, context: &Context<'_>) -> Result<i64, Nothing> {
        unless(population::no_response(contact))?;
        let answered = contact.answered_at().ok_or(Reason::Unanswered)?;
        clock::until(clock, context, clock::contact_start(contact, V::START)?, ("answered_at", answered))
    }
}
