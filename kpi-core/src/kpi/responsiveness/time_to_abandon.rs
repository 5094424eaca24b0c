//! Time to abandon, and the longest wait.

use alloc::vec::Vec;

use super::clock;
use crate::error::Result;
use crate::kpi::clock::{CLOCK, Clock};
use crate::kpi::contact_centre::population::{self, Outcome, Population, SHORT};
use crate::kpi::distribution::{self, Distribution, seconds};
use crate::kpi::figure::{Figure, Inputs};
use crate::kpi::part::{Context, Kpi, Read, Reads, Setting, reads};
use crate::kpi::survival::{self, Survival};
use crate::kpi::tally::{Nothing, unless};
use crate::kpi::timed::{Timed, Times, Timing};
use crate::record::{Contact, ContactAt};
use crate::spec::{Direction, Example, FigureSpec, InputKind, InputSpec, Source, Spec, prose};
use crate::state::{Part, Reason, Spread};

#[cfg(feature = "prose")]
const FIELD: Source = Source {
    title: "Field",
    says: "Contact centres use it to see how long an answer may take before customers leave.",
};
#[cfg(feature = "prose")]
const S0: Source = Source {
    title: "S0",
    says: "Two thirds of customers break off without a solution because of the wait; whether of all customers or of those who break off, it leaves open.",
};

/// How long those waited in the queue who gave up.
#[derive(Clone)]
pub(crate) struct Standard(Population);

impl Timing for Standard {
    const SPEC: Spec = Spec {
        id: "time_to_abandon",
        variant: "standard",
        family: "responsiveness",
        by: None,
        direction: Direction::Neutral,
        inputs: &[InputSpec::new("durations", InputKind::Durations, "waits of those who gave up, in seconds")],
        parameters: &[SHORT, CLOCK, distribution::BANDS, distribution::QUANTILES],
        figures: distribution::DURATION_FIGURES,
        prose: prose! {
            meaning: "How long customers wait in the queue before they give up.",
            formula: "end of the contact − instant of joining the queue, over the contacts given up in the queue",
            latex: r"t_{\text{ended}} - t_{\text{queued}}",
            counted: "Inbound contacts that the customer gave up after joining the queue and before a person answered.",
            left_out: clock::left_out!("`outbound`, `answered` (also where the customer gave up later, on hold or in the conversation), `callback`, `failed`, `self_served`, `not_queued` (it never joined the queue), `short` (given up within 5 s, in calendar time whatever the clock), `unknown` (its end is not known), `waiting` (at `as_of` the customer still waits)."),
            errors: clock::QUEUE_ERRORS,
            interval: clock::INTERVAL,
            pitfalls: &[
                "It is not the patience of all: those who were answered would have waited longer, nobody knows how long.",
                "A long time can mean patient customers or a slow queue; read it beside the abandonment rate and the answer time.",
                "Slips and wrong numbers pull it down; that is why the short ones are left out.",
            ],
            sources: &[FIELD, S0],
            benchmarks: &[],
            example: Example {
                inputs: &["[60, 120, 30]"],
                value: "70",
                working: "Three callers hang up after 60, 120 and 30 s in the queue: 210 s ÷ 3.",
            },
        },
    };
    const READS: &'static [Read<Timed<Self>>] =
        &[reads::<Timed<Self>, Contact>(population::CONTACTS.needs(&["outcome", "queued_at", "ended_at"]).uses(&[
            "started_at",
            "answered_at",
            "direction",
            "abandon_step",
        ]))];

    fn new(setting: &Setting<'_>) -> Result<Self> {
        Population::new(setting).map(Standard)
    }
}

impl Times<Contact> for Standard {
    #[inline]
    fn time(&self, contact: &ContactAt<'_>, clock: Clock, context: &Context<'_>) -> Result<i64, Nothing> {
        unless(population::outbound(contact).or_else(|| match population::outcome(contact) {
            Outcome::Abandoned => None,
            Outcome::Answered => Some(Reason::Answered),
            Outcome::Waiting => Some(Reason::Waiting),
            Outcome::Other(reason) => Some(reason),
        }))?;
        let queued = contact.queued_at().ok_or(Reason::NotQueued)?;
        if self.0.is_short(contact) {
            return Err(Reason::Short.into());
        }
        // A contact's instants are in order: its check has seen to that.
        clock.time(context, queued, contact.ended_at().ok_or(Reason::Unknown)?)
    }
}

/// How long everyone waited in the queue, or waits there still.
#[derive(Clone)]
pub(crate) struct LongestWait {
    as_of: Option<i64>,
}

impl Timing for LongestWait {
    const SPEC: Spec = Spec {
        id: "time_to_abandon",
        variant: "longest_wait",
        family: "responsiveness",
        by: None,
        direction: Direction::LowerIsBetter,
        inputs: &[InputSpec::new("durations", InputKind::Durations, "waits in the queue in seconds, whoever waited")],
        parameters: &[CLOCK, distribution::BANDS, distribution::QUANTILES],
        figures: &[
            seconds("max"),
            seconds("mean"),
            seconds("median"),
            seconds("p90"),
            seconds("p95"),
            seconds("min"),
            FigureSpec::count("count"),
        ],
        prose: prose! {
            meaning: "The longest time that a customer waited in the queue, whether somebody answered, the customer gave up, or still waits.",
            formula: "maximum of: instant of the answer − instant of joining the queue (answered); end − joining (given up); `as_of` − joining (still waiting)",
            latex: r"\max\left(t_{\text{wait ends}} - t_{\text{queued}}\right)",
            counted: "Inbound contacts that joined the queue: answered, given up (short or not), and still waiting at `as_of`, which is the end of the window where it is not given. A wait that ends after `as_of` has lasted until `as_of`.",
            left_out: clock::left_out!("`outbound`, `callback`, `failed`, `self_served`, `not_queued` (it never joined the queue), `unknown` (when the wait ended is not known)."),
            errors: clock::QUEUE_ERRORS,
            interval: "Maximum and minimum: none. Mean: Student's t. Median and other quantiles: binomial order statistics.",
            pitfalls: &[
                "A maximum grows with the number of contacts; compare periods of the same size.",
                "One forgotten contact without an end decides it as long as the data show it waiting; look at the contact itself.",
                "A contact counts in the bucket in which it joined the queue, with its whole wait.",
            ],
            sources: &[Source {
                title: "Field",
                says: "Wallboards show the longest wait, over callers that were answered, gave up, or are in the queue now.",
            }],
            benchmarks: &[],
            example: Example {
                inputs: &["[60, 300, 1200, 120]"],
                value: "1200",
                working: "At 12:00: answered after 60 s, waiting since 11:55 and since 11:40, given up after 120 s: the longest is 1,200 s.",
            },
        },
    };
    const READS: &'static [Read<Timed<Self>>] = &[reads::<Timed<Self>, Contact>(
        population::CONTACTS.needs(&["outcome", "queued_at", "answered_at", "ended_at"]).uses(&[
            "started_at",
            "direction",
            "abandon_step",
        ]),
    )];

    fn new(setting: &Setting<'_>) -> Result<Self> {
        Ok(LongestWait { as_of: setting.as_of })
    }
    fn finish(durations: &Distribution, state: &Spread, level: f64) -> Result<Vec<Figure>> {
        let mut figures = durations.finish(state, level)?;
        // The longest one leads.
        let max = figures.iter().position(|figure| figure.name == "max");
        if let Some(first) = max.and_then(|max| figures.get_mut(..=max)) {
            first.rotate_right(1);
        }
        Ok(figures)
    }
}

impl Times<Contact> for LongestWait {
    #[inline]
    fn time(&self, contact: &ContactAt<'_>, clock: Clock, context: &Context<'_>) -> Result<i64, Nothing> {
        unless(population::outbound(contact))?;
        let end = match population::outcome(contact) {
            Outcome::Answered => contact.answered_at(),
            Outcome::Abandoned => contact.ended_at(),
            Outcome::Waiting => self.as_of,
            Outcome::Other(reason) => return Err(reason.into()),
        };
        // Who joins the queue later is not in it yet.
        let queued = contact.queued_at().filter(|&queued| self.as_of.is_none_or(|as_of| queued <= as_of));
        let (queued, end) = (queued.ok_or(Reason::NotQueued)?, end.ok_or(Reason::Unknown)?);
        clock.time(context, queued, self.as_of.map_or(end, |as_of| end.min(as_of)))
    }
}

/// How long customers are ready to wait, those who were answered before they gave up included.
#[derive(Clone)]
pub(crate) struct Patience(Survival);

impl Kpi for Patience {
    const SPEC: Spec = Spec {
        id: "time_to_abandon",
        variant: "patience",
        family: "responsiveness",
        by: None,
        direction: Direction::Neutral,
        inputs: survival::INPUTS,
        parameters: survival::WITH_CLOCK,
        figures: survival::FIGURES,
        prose: prose! {
            meaning: "How long customers are ready to wait: what the time to abandon would be if nobody answered.",
            formula: "median: the time after which half would still wait, by the Kaplan–Meier curve: the product over the times at which customers gave up of 1 − given up then ÷ waiting until then",
            latex: survival::LATEX,
            counted: "Inbound contacts that joined the queue. Those who gave up show their patience, short waits included. Of those who were answered, called back or cut off it is known that they had waited so long and would have waited on; of those who still wait at `as_of` (default: the window's end), too.",
            left_out: clock::left_out!("`outbound`, `self_served`, `not_queued` (it never joined the queue), `unknown` (when the wait ended is not known)."),
            errors: survival::errors!("`response_before_creation` where the answer is before the start of the wait, `wrong_order` where an end is before its start"),
            interval: survival::INTERVAL,
            pitfalls: &[
                "The mean over those who gave up is far too short: the patient ones were answered before they lost patience.",
                survival::NOT_REACHED,
                "Where nearly everybody is answered at once, patience beyond that is not to be seen.",
                "An announced waiting time changes patience; compare periods with the same announcement.",
            ],
            sources: &[survival::SOURCE, FIELD, S0],
            benchmarks: &[],
            example: Example {
                inputs: &["[30, 60, 60, 120]", "[true, false, true, true]"],
                value: "90",
                working: "Given up after 30, 60 and 120 s; one is answered after 60 s. Still waiting after 30 s: 3/4; after 60 s: 3/4 × 2/3 = 1/2 exactly, until 120 s: the middle, 90 s.",
            },
        },
    };
    type State = Spread;
    const READS: &'static [Read<Self>] = &[reads::<Self, Contact>(
        population::CONTACTS.needs(&["outcome", "queued_at", "answered_at", "ended_at"]).uses(&[
            "started_at",
            "direction",
            "abandon_step",
        ]),
    )];

    fn new(setting: &Setting<'_>) -> Result<Self> {
        Survival::new(setting).map(Patience)
    }
    fn of(&self, inputs: &Inputs<'_>) -> Result<Spread> {
        survival::of(inputs)
    }
    fn finish(&self, state: &Spread, level: f64) -> Result<Vec<Figure>> {
        self.0.finish(state, level)
    }
}

impl Reads<Contact> for Patience {
    #[inline]
    fn part(&self, contact: &ContactAt<'_>, context: &Context<'_>, state: &mut Spread) -> Result<Part> {
        if let Some(reason) = population::outbound(contact) {
            return Ok(Part::LeftOut(reason));
        }
        let outcome = population::outcome(contact);
        let (given_up, gone) = match outcome {
            Outcome::Abandoned => (contact.ended_at(), None),
            Outcome::Answered => (None, contact.answered_at()),
            Outcome::Waiting => (None, None),
            Outcome::Other(Reason::Callback | Reason::Failed) => (None, contact.ended_at()),
            Outcome::Other(reason) => return Ok(Part::LeftOut(reason)),
        };
        let Some(queued) = contact.queued_at() else { return Ok(Part::LeftOut(Reason::NotQueued)) };
        if outcome != Outcome::Waiting && given_up.or(gone).is_none() {
            return Ok(Part::LeftOut(Reason::Unknown));
        }
        self.0.lasted(context, state, queued, given_up, gone)
    }
}
