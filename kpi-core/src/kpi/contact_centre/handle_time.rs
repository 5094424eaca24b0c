//! Handle time, and its parts.

use core::marker::PhantomData;

use super::population::{self, DIRECTION, Directions};
use crate::error::{Error, Result};
use crate::kpi::clock::Clock;
use crate::kpi::distribution;
use crate::kpi::part::{Context, Read, ReadInfo, Setting, reads};
use crate::kpi::tally::{Nothing, unless};
use crate::kpi::timed::{Timed, Times, Timing};
use crate::record::{Contact, ContactAt, Kind, Leg, LegAt};
use crate::spec::{Anchor, Direction, Example, InputKind, InputSpec, ParameterSpec, Prose, Source, Spec, prose};
use crate::state::Reason;

const PARAMETERS: &[ParameterSpec] = &[DIRECTION, distribution::BANDS, distribution::QUANTILES];

/// What a variant reads of contacts: the part that must be there, and those that may.
macro_rules! contacts {
    ($part:literal $(, $more:literal)*) => {
        population::CONTACTS.needs(&["outcome", $part]).uses(&[
            "queued_at", "started_at", "answered_at", "direction", "abandon_step", "through_legs" $(, $more)*
        ])
    };
}
/// The same of legs.
macro_rules! legs {
    ($part:literal $(, $more:literal)*) => {
        ReadInfo::new(Kind::Leg, Anchor::Instant(&["from"])).needs(&[$part]).uses(&["from" $(, $more)*])
    };
}

#[cfg(feature = "prose")]
const COUNTED: &str = "Contacts that a person answered, also those that the customer gave up on hold or in the \
    conversation; by direction, inbound where nothing is said. Where the legs of a contact are given, each leg counts \
    instead of it, when its agent took it. All are pooled: it is the mean of the legs, not of the agents' means.";
#[cfg(feature = "prose")]
const LEFT_OUT: &str = population::left_out_of_work!(
    "`through_legs` (its legs count), `unknown` (the talk is not known); an unknown hold or wrap-up is 0"
);
#[cfg(feature = "prose")]
const ERRORS: &str = population::errors!(
    "`negative` for a negative duration; `missing_field` where tables come one after the other and `through_legs` is not \
     given, because then nobody can look for the legs"
);
#[cfg(feature = "prose")]
const PITFALLS: &[&str] = &[
    "A contact that was passed on counts whole for the agent who answered first, unless its legs are given.",
    "Legs say neither direction nor channel, team or department: give only the legs of the direction that you ask for, and the field that you group by as a column of the legs. A filter on contacts does not reach their legs.",
    "Short is not good by itself: whoever hurries customers off the line meets them again in the repeat contacts.",
];
#[cfg(feature = "prose")]
const SOURCES: &[Source] = &[
    Source {
        title: "S2",
        says: "Wants the average length of calls for each department, as a sign of how productive a team is: the variant `call_length`.",
    },
    FIELD,
];
#[cfg(feature = "prose")]
const FIELD: Source = Source {
    title: "Field",
    says: "Average handle time is talk, hold and the work after the contact, for each leg that an agent handled.",
};

/// What differs between the variants.
pub(crate) trait Variant: Clone + Send + Sync + 'static {
    const SPEC: Spec;
    const CONTACTS: ReadInfo;
    const LEGS: ReadInfo;
    const PARTS: Parts;
}

/// The time with the customer and the work afterwards.
#[derive(Clone)]
pub(crate) struct HandleTime;

/// The time with the customer.
#[derive(Clone)]
pub(crate) struct CallLength;

/// The time in conversation.
#[derive(Clone)]
pub(crate) struct TalkTime;

/// The work afterwards.
#[derive(Clone)]
pub(crate) struct AfterContactWorkTime;

/// The parts of handling that a variant adds up.
#[derive(Clone, Copy)]
pub(crate) struct Parts {
    talk: bool,
    hold: bool,
    wrap_up: bool,
}

impl Parts {
    /// The time of all parts; an unknown talk makes it unknown.
    #[inline]
    pub fn time(self, talk: Option<i64>, hold: Option<i64>, wrap_up: Option<i64>) -> Result<Option<i64>> {
        if self.talk && talk.is_none() {
            return Ok(None);
        }
        let parts = [(self.talk, talk), (self.hold, hold), (self.wrap_up, wrap_up)];
        let known = parts.into_iter().filter(|(wanted, _)| *wanted).filter_map(|(_, time)| time);
        let time = known.into_iter().try_fold(0i64, i64::checked_add);
        time.map(Some).ok_or_else(Error::overflow)
    }
}

const fn spec(variant: &'static str, inputs: &'static [InputSpec], prose: Option<&'static Prose>) -> Spec {
    Spec {
        id: "handle_time",
        variant,
        family: "contact_centre",
        by: None,
        direction: Direction::LowerIsBetter,
        inputs,
        parameters: PARAMETERS,
        figures: distribution::DURATION_FIGURES,
        prose,
    }
}

impl Variant for HandleTime {
    const CONTACTS: ReadInfo = contacts!("talk", "hold", "wrap_up");
    const LEGS: ReadInfo = legs!("talk", "hold", "wrap_up");
    const PARTS: Parts = Parts { talk: true, hold: true, wrap_up: true };
    const SPEC: Spec = spec(
        "handle_time",
        &[InputSpec::new("durations", InputKind::Durations, "handle times in seconds: talk, hold and work afterwards")],
        prose! {
            meaning: "How long the work on a contact takes: talk, hold and the work afterwards.",
            formula: "talk + hold + wrap-up of each answered contact or leg; the mean over all of them",
            latex: r"\overline{t_{\text{talk}} + t_{\text{hold}} + t_{\text{wrap-up}}}",
            counted: COUNTED,
            left_out: LEFT_OUT,
            errors: ERRORS,
            interval: population::DURATION_INTERVAL,
            pitfalls: PITFALLS,
            sources: SOURCES,
            benchmarks: &[],
            example: Example {
                inputs: &["[230, 60, 100]"],
                value: "130",
                working: "180 + 30 + 20, 60 + 0 + 0 and 80 + 0 + 20 seconds: 390 s ÷ 3.",
            },
        },
    );
}

impl Variant for CallLength {
    const CONTACTS: ReadInfo = contacts!("talk", "hold");
    const LEGS: ReadInfo = legs!("talk", "hold");
    const PARTS: Parts = Parts { talk: true, hold: true, wrap_up: false };
    const SPEC: Spec = spec(
        "call_length",
        &[InputSpec::new("durations", InputKind::Durations, "lengths of contacts in seconds: talk and hold")],
        prose! {
            meaning: "How long a contact lasts from the answer to its end: talk and hold.",
            formula: "talk + hold of each answered contact or leg; the mean over all of them",
            latex: r"\overline{t_{\text{talk}} + t_{\text{hold}}}",
            counted: COUNTED,
            left_out: LEFT_OUT,
            errors: ERRORS,
            interval: population::DURATION_INTERVAL,
            pitfalls: PITFALLS,
            sources: SOURCES,
            benchmarks: &[],
            example: Example {
                inputs: &["[210, 60, 90]"],
                value: "120",
                working: "180 + 30, 60 + 0 and 60 + 30 seconds: 360 s ÷ 3.",
            },
        },
    );
}

impl Variant for TalkTime {
    const CONTACTS: ReadInfo = contacts!("talk");
    const LEGS: ReadInfo = legs!("talk");
    const PARTS: Parts = Parts { talk: true, hold: false, wrap_up: false };
    const SPEC: Spec = spec(
        "talk_time",
        &[InputSpec::new("durations", InputKind::Durations, "times in conversation in seconds")],
        prose! {
            meaning: "How long customers and agents talk, hold and work afterwards not included.",
            formula: "talk of each answered contact or leg; the mean over all of them",
            latex: r"\overline{t_{\text{talk}}}",
            counted: COUNTED,
            left_out: LEFT_OUT,
            errors: ERRORS,
            interval: population::DURATION_INTERVAL,
            pitfalls: PITFALLS,
            sources: SOURCES,
            benchmarks: &[],
            example: Example {
                inputs: &["[180, 60, 90]"],
                value: "110",
                working: "Three conversations of 180, 60 and 90 s: 330 s ÷ 3.",
            },
        },
    );
}

impl Variant for AfterContactWorkTime {
    const CONTACTS: ReadInfo = contacts!("wrap_up");
    const LEGS: ReadInfo = legs!("wrap_up");
    const PARTS: Parts = Parts { talk: false, hold: false, wrap_up: true };
    const SPEC: Spec = spec(
        "after_contact_work_time",
        &[InputSpec::new(
            "durations",
            InputKind::Durations,
            "times of work afterwards in seconds, 0 where there was none",
        )],
        prose! {
            meaning: "How long agents work on a contact after it has ended: notes, forms, follow-up.",
            formula: "wrap-up of each answered contact or leg, 0 where there was none; the mean over all of them",
            latex: r"\overline{t_{\text{wrap-up}}}",
            counted: COUNTED,
            left_out: population::left_out_of_work!("`through_legs` (its legs count); an unknown wrap-up is 0"),
            errors: ERRORS,
            interval: population::DURATION_INTERVAL,
            pitfalls: PITFALLS,
            sources: &[FIELD],
            benchmarks: &[],
            example: Example {
                inputs: &["[20, 0, 40]"],
                value: "20",
                working: "20 s, none and 40 s of work afterwards: 60 s ÷ 3.",
            },
        },
    );
}

/// The KPI in one variant.
#[derive(Clone)]
pub(crate) struct Handled<V> {
    directions: Directions,
    variant: PhantomData<V>,
}

impl<V: Variant> Timing for Handled<V> {
    const SPEC: Spec = V::SPEC;
    const READS: &'static [Read<Timed<Self>>] =
        &[reads::<Timed<Self>, Contact>(V::CONTACTS), reads::<Timed<Self>, Leg>(V::LEGS)];

    fn new(setting: &Setting<'_>) -> Result<Self> {
        Ok(Handled { directions: Directions::new(setting)?, variant: PhantomData })
    }
    fn derived(&self) -> &'static [(Kind, &'static str)] {
        &[(Kind::Contact, "through_legs")]
    }
}

impl<V: Variant> Times<Contact> for Handled<V> {
    #[inline]
    fn time(&self, contact: &ContactAt<'_>, _: Clock, _: &Context<'_>) -> Result<i64, Nothing> {
        unless(self.directions.other(contact).or_else(|| population::unanswered(contact)))?;
        if contact.through_legs() == Some(true) {
            return Err(Reason::ThroughLegs.into());
        }
        let time = V::PARTS.time(contact.talk(), contact.hold(), contact.wrap_up())?;
        Ok(time.ok_or(Reason::Unknown)?)
    }
}

impl<V: Variant> Times<Leg> for Handled<V> {
    #[inline]
    fn time(&self, leg: &LegAt<'_>, _: Clock, _: &Context<'_>) -> Result<i64, Nothing> {
        Ok(V::PARTS.time(leg.talk(), leg.hold(), leg.wrap_up())?.ok_or(Reason::Unknown)?)
    }
}
