//! Answer time.

use core::marker::PhantomData;

use super::clock::{self, Start};
use crate::error::Result;
use crate::kpi::clock::{CLOCK, Clock};
use crate::kpi::contact_centre::population;
use crate::kpi::distribution;
use crate::kpi::part::{Context, Read, ReadInfo, Setting, reads};
use crate::kpi::tally::{Nothing, unless};
use crate::kpi::timed::{Timed, Times, Timing};
use crate::record::{Contact, ContactAt};
use crate::spec::{Benchmark, Direction, Example, InputKind, InputSpec, ParameterSpec, Source, Spec, prose};
use crate::state::Reason;

const INPUTS: &[InputSpec] = &[InputSpec::new("durations", InputKind::Durations, "answer times in seconds")];
const PARAMETERS: &[ParameterSpec] = &[CLOCK, distribution::BANDS, distribution::QUANTILES];

#[cfg(feature = "prose")]
const COUNTED: &str = "Inbound contacts that a person answered, also those that the customer gave up later, on hold or in the \
    conversation.";
#[cfg(feature = "prose")]
const PITFALLS: &[&str] = &[
    "Whoever gave up is not in it: a queue that drives customers away can have a fine answer time; read the abandonment rate beside it.",
    "The mean follows a few long waits; look at the median and p90 beside it.",
    "From the queue and from the start are two numbers, apart by the time in the menu; say which one you mean.",
    clock::QUOTED_IN_CALENDAR_TIME,
];
#[cfg(feature = "prose")]
const SOURCES: &[Source] = &[
    Source {
        title: "S2",
        says: "Calls it average response time and measures it from the start of the call until an agent answers: the variant `from_start`. It takes it for the main cause of complaints.",
    },
    Source {
        title: "Field",
        says: "Average speed of answer starts when the contact joins the queue: the variant `from_queue`, the default, because it is what others publish.",
    },
    Source {
        title: "S0",
        says: "Over half of all consumers expect a hold of less than three minutes on the phone, by which it means the wait for a person.",
    },
];

/// What differs between the variants.
pub(crate) trait Variant: Clone + Send + Sync + 'static {
    const SPEC: Spec;
    const CONTACTS: ReadInfo;
    /// When the clock starts; from the handover means from the queue, which a contact must have reached.
    const START: Start;
}

/// The clock starts when the contact joins the queue.
#[derive(Clone)]
pub(crate) struct FromQueue;

/// The clock starts when the contact begins.
#[derive(Clone)]
pub(crate) struct FromStart;

impl Variant for FromQueue {
    const START: Start = Start::Handover;
    const CONTACTS: ReadInfo = population::CONTACTS.needs(&["outcome", "queued_at", "answered_at"]).uses(&[
        "started_at",
        "direction",
        "abandon_step",
    ]);
    const SPEC: Spec = Spec {
        id: "answer_time",
        variant: "from_queue",
        family: "responsiveness",
        by: None,
        direction: Direction::LowerIsBetter,
        inputs: INPUTS,
        parameters: PARAMETERS,
        figures: distribution::DURATION_FIGURES,
        prose: prose! {
            meaning: "How long customers wait in the queue until a person answers the call or chat; its mean is the average speed of answer.",
            formula: "instant of the answer − instant of joining the queue",
            latex: r"t_{\text{answered}} - t_{\text{queued}}",
            counted: COUNTED,
            left_out: clock::left_out!("`outbound`, `abandoned` (before an answer), `self_served`, `callback`, `failed`, `not_queued` (it never joined the queue), `unanswered` (when it was answered is not known, or not yet at `as_of`)."),
            errors: clock::QUEUE_ERRORS,
            interval: clock::INTERVAL,
            pitfalls: PITFALLS,
            sources: SOURCES,
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
                inputs: &["[30, 120, 0]"],
                value: "50",
                working: "Queued at 10:00:30 and answered at 10:01:00, after two minutes, and at once: 150 s ÷ 3.",
            },
        },
    };
}

impl Variant for FromStart {
    const START: Start = Start::Created;
    const CONTACTS: ReadInfo = population::CONTACTS.needs(&["outcome", "answered_at"]).uses(&[
        "queued_at",
        "started_at",
        "direction",
        "abandon_step",
    ]);
    const SPEC: Spec = Spec {
        id: "answer_time",
        variant: "from_start",
        family: "responsiveness",
        by: None,
        direction: Direction::LowerIsBetter,
        inputs: INPUTS,
        parameters: PARAMETERS,
        figures: distribution::DURATION_FIGURES,
        prose: prose! {
            meaning: "How long customers wait from dialling, or opening the chat, until a person answers: what they feel, the menu's time included.",
            formula: "instant of the answer − start of the contact; where the start is not known, − instant of joining the queue",
            latex: r"t_{\text{answered}} - t_{\text{started}}",
            counted: COUNTED,
            left_out: clock::left_out!("`outbound`, `abandoned` (before an answer), `self_served`, `callback`, `failed`, `unanswered` (when it was answered is not known, or not yet at `as_of`)."),
            errors: clock::QUEUE_ERRORS,
            interval: clock::INTERVAL,
            pitfalls: PITFALLS,
            sources: SOURCES,
            benchmarks: &[],
            example: Example {
                inputs: &["[60, 120, 0]"],
                value: "60",
                working: "Begun at 10:00:00 and answered at 10:01:00, after two minutes, and at once: 180 s ÷ 3.",
            },
        },
    };
}

/// The KPI in one variant.
#[derive(Clone)]
pub(crate) struct AnswerTime<V>(PhantomData<V>);

impl<V: Variant> Timing for AnswerTime<V> {
    const SPEC: Spec = V::SPEC;
    const READS: &'static [Read<Timed<Self>>] = &[reads::<Timed<Self>, Contact>(V::CONTACTS)];

    fn new(_: &Setting<'_>) -> Result<Self> {
        Ok(AnswerTime(PhantomData))
    }
}

impl<V: Variant> Times<Contact> for AnswerTime<V> {
    #[inline]
    fn time(&self, contact: &ContactAt<'_>, clock: Clock, context: &Context<'_>) -> Result<i64, Nothing> {
        unless(population::outbound(contact).or_else(|| population::unanswered(contact)))?;
        if V::START == Start::Handover && contact.queued_at().is_none() {
            return Err(Reason::NotQueued.into());
        }
        let answered = contact.answered_at().ok_or(Reason::Unanswered)?;
        clock::until(clock, context, clock::contact_start(contact, V::START)?, ("answered_at", answered))
    }
}
