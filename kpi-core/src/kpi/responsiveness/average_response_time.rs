//! Average response time.

use core::marker::PhantomData;

use super::clock;
use crate::error::Result;
use crate::kpi::clock::{CLOCK, Clock};
use crate::kpi::distribution;
use crate::kpi::part::{Context, Read, ReadInfo, Setting, reads};
use crate::kpi::tally::Nothing;
use crate::kpi::timed::{Timed, Times, Timing};
use crate::record::{Kind, ResponseWait, ResponseWaitAt};
use crate::spec::{Anchor, Direction, Example, InputKind, InputSpec, ParameterSpec, Prose, Source, Spec, prose};
use crate::state::Reason;

const PARAMETERS: &[ParameterSpec] = &[CLOCK, distribution::BANDS, distribution::QUANTILES];
const WAITS: ReadInfo = ReadInfo::new(Kind::ResponseWait, Anchor::Instant(&["opened_at"]));

#[cfg(feature = "prose")]
const LATEX: &str = r"\overline{t_{\text{reply}} - t_{\text{first unanswered message}}}";
#[cfg(feature = "prose")]
const ERRORS: &str = clock::errors!("`wrong_order` where a wait closes before it opens");
#[cfg(feature = "prose")]
const PITFALLS: &[&str] = &[
    "Measured from every message of the customer, those who write twice while they wait make the figure look better; the wait runs from the first message that nobody has answered.",
    "The mean of the tickets' means is another number: there a ticket with one long wait weighs as much as one with ten short ones. Here all waits are pooled.",
    "A “thank you” that nobody answers stays open and is left out; one that somebody answers counts as a wait.",
    "A recent period still changes as late replies arrive; `left_out` says how many waits are unanswered.",
    "Others call the first response or the answer to a call by this name (S4, S2); the default here is S1's meaning, the time after the first contact.",
    clock::QUOTED_IN_CALENDAR_TIME,
];
#[cfg(feature = "prose")]
const SOURCES: &[Source] = &[
    Source {
        title: "S1",
        says: "The time a company takes to respond to an inquiry once the first contact has been made; to be brought down as far as possible, because satisfaction goes with it.",
    },
    Source {
        title: "S2",
        says: "Uses the name for the time from the start of a call until an agent answers: here that is answer time from the start of the call.",
    },
    Source {
        title: "S4",
        says: "Uses the name for the first response when it quotes numbers; they stand with `first_response_time`.",
    },
];

/// What differs between the variants.
pub(crate) trait Variant: Clone + Send + Sync + 'static {
    const SPEC: Spec;
    const WAITS: ReadInfo;
    /// Whether the wait for the first reply of all counts.
    const WITH_FIRST: bool;
}

/// The waits after the first reply.
#[derive(Clone)]
pub(crate) struct AfterFirst;

/// All waits.
#[derive(Clone)]
pub(crate) struct WithFirst;

const fn spec(variant: &'static str, inputs: &'static [InputSpec], prose: Option<&'static Prose>) -> Spec {
    Spec {
        id: "average_response_time",
        variant,
        family: "responsiveness",
        by: None,
        direction: Direction::LowerIsBetter,
        inputs,
        parameters: PARAMETERS,
        figures: distribution::DURATION_FIGURES,
        prose,
    }
}

impl Variant for AfterFirst {
    const WAITS: ReadInfo = WAITS.needs(&["opened_at", "closed_at", "first"]);
    const WITH_FIRST: bool = false;
    const SPEC: Spec = spec(
        "after_first",
        &[InputSpec::new("durations", InputKind::Durations, "waits after the first reply in seconds")],
        prose! {
            meaning: "How long customers wait for each further reply, once a person has replied for the first time.",
            formula: "mean over all waits of: next public reply by a person − first message of the customer that no person has answered; only waits after the first reply",
            latex: LATEX,
            counted: "Waits for a reply that a person ended, each in the bucket in which it opened, whatever its ticket (ruling B12). Further messages while a wait is open open nothing. A wait of which it is not known whether it is the first counts.",
            left_out: clock::left_out!("`first_wait` (it is first response time), `unanswered` (nobody has replied yet)."),
            errors: ERRORS,
            interval: clock::INTERVAL,
            pitfalls: PITFALLS,
            sources: SOURCES,
            benchmarks: &[],
            example: Example {
                inputs: &["[600, 600, 600, 4200]"],
                value: "1500",
                working: "One ticket waits 10, 10 and 10 min, another one 70 min: 6,000 s ÷ 4 = 25 min; the mean of the tickets' means would be 40 min.",
            },
        },
    );
}

impl Variant for WithFirst {
    const WAITS: ReadInfo = WAITS.needs(&["opened_at", "closed_at"]);
    const WITH_FIRST: bool = true;
    const SPEC: Spec = spec(
        "with_first",
        &[InputSpec::new("durations", InputKind::Durations, "all waits for a reply in seconds")],
        prose! {
            meaning: "How long customers wait for a reply, the first one and every further one.",
            formula: "mean over all waits of: next public reply by a person − first message of the customer that no person has answered; the first wait runs from the start of the ticket's clock",
            latex: LATEX,
            counted: "Waits for a reply that a person ended, each in the bucket in which it opened, whatever its ticket (ruling B12). Further messages while a wait is open open nothing.",
            left_out: clock::left_out!("`unanswered` (nobody has replied yet)."),
            errors: ERRORS,
            interval: clock::INTERVAL,
            pitfalls: PITFALLS,
            sources: SOURCES,
            benchmarks: &[],
            example: Example {
                inputs: &["[300, 1800]"],
                value: "1050",
                working: "Asked at 10:00 and answered at 10:05; two messages at 10:10 and 10:20, answered at 10:40: waits of 5 and 30 min, 2,100 s ÷ 2.",
            },
        },
    );
}

/// The KPI in one variant.
#[derive(Clone)]
pub(crate) struct AverageResponseTime<V>(PhantomData<V>);

impl<V: Variant> Timing for AverageResponseTime<V> {
    const SPEC: Spec = V::SPEC;
    const READS: &'static [Read<Timed<Self>>] = &[reads::<Timed<Self>, ResponseWait>(V::WAITS)];

    fn new(_: &Setting<'_>) -> Result<Self> {
        Ok(AverageResponseTime(PhantomData))
    }
}

impl<V: Variant> Times<ResponseWait> for AverageResponseTime<V> {
    #[inline]
    fn time(&self, wait: &ResponseWaitAt<'_>, clock: Clock, context: &Context<'_>) -> Result<i64, Nothing> {
        if !V::WITH_FIRST && wait.first() == Some(true) {
            return Err(Reason::FirstWait.into());
        }
        let opened = wait.opened_at().ok_or(Reason::Unknown)?;
        clock.time(context, opened, wait.closed_at().ok_or(Reason::Unanswered)?)
    }
}
