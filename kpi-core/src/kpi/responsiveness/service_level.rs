//! Service level.

use alloc::vec::Vec;
use core::marker::PhantomData;

use super::target::{Set, TARGETS_BY, Targets};
use crate::error::Result;
use crate::kpi::contact_centre::population::{self, Outcome, POPULATION, Population, SHORT};
use crate::kpi::figure::{Figure, Inputs, Undefined};
use crate::kpi::part::{Context, Kpi, Read, ReadInfo, Reads, Setting, reads};
use crate::record::{Contact, ContactAt};
use crate::spec::{Direction, Example, FigureSpec, InputSpec, ParameterSpec, Prose, Source, Spec, prose, said};
use crate::state::{Part, Reason, Sums};
use crate::words::Dictionary;

/// The usual target of calls, in seconds; other channels have none that is usual.
const PHONE: Set = &[("phone", 20)];

const TARGETS: ParameterSpec = ParameterSpec {
    name: "targets",
    takes: said("seconds by word"),
    default: "{\"phone\": 20}",
    doc: said(
        "Within how many seconds a person must answer, by channel. Phone 20 s is usual; the others must be given, such \
          as {\"phone\": 20, \"chat\": 45}.",
    ),
    in_formula: false,
};
const PARAMETERS: &[ParameterSpec] = &[TARGETS, TARGETS_BY, POPULATION];
const PARAMETERS_WITH_SHORT: &[ParameterSpec] = &[TARGETS, TARGETS_BY, POPULATION, SHORT];

const FIGURES: &[FigureSpec] = &[FigureSpec::share("share"), FigureSpec::count("within"), FigureSpec::count("offered")];

const ANSWERED: InputSpec = InputSpec::count("answered", "contacts that a person answered");
const ANSWERED_WITHIN: InputSpec = InputSpec::count("answered_within", "of these, answered within the target");
const ABANDONED: InputSpec =
    InputSpec::count("abandoned", "contacts given up before an answer, the short ones included");
const SHORT_INPUT: InputSpec = InputSpec::count("short", "of the abandoned, given up at once");
const ABANDONED_WITHIN: InputSpec =
    InputSpec::count("abandoned_within", "of the abandoned, given up within the target");

#[cfg(feature = "prose")]
const COUNTED: &str = "Inbound contacts with a target that a person answered, that the customer gave up before an answer, \
    or that wait longer than the target at `as_of`. The clock starts when the contact joins the queue; with the population \
    `all_inbound`, where it never did, when it begins. A contact given up on hold or in the conversation was answered. \
    Short ones are timed as for the abandonment rate. Within means at most.";
#[cfg(feature = "prose")]
const ERRORS: &str = population::errors!("`bad_input` where a part is more than its whole");
#[cfg(feature = "prose")]
const PITFALLS: &[&str] = &[
    "Six definitions are in use and none is wrong; name the variant, the seconds and the population beside the number.",
    "A channel without a target is left out, not met: look at `no_target`.",
    "It does not say how long those waited who were not answered in time; look at the answer time.",
    "The share over a day is not the mean of the shares of its intervals.",
];
#[cfg(feature = "prose")]
const SOURCES: &[Source] = &[
    Source {
        title: "S1",
        says: "Lists the service level without a formula, and names what moves it: the number of contacts, the response time, and how many inquiries the first contact resolves.",
    },
    Source {
        title: "Field",
        says: "ICMI publishes the ways to count abandoned contacts that are in use; they are the variants.",
    },
];

/// What becomes of the contacts that were given up before an answer.
#[derive(Clone, Copy)]
pub(crate) enum Lost {
    /// All are missed.
    Missed,
    /// None counts.
    LeftOut,
    /// Some do not count; the others are missed.
    Less(Early),
    /// Some speak for the service; the others are missed.
    Credit(Early),
}

/// Which of the abandoned contacts a variant treats apart.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Early {
    /// Those given up at once.
    Short,
    /// Those given up within the target.
    WithinTarget,
}

impl Early {
    /// The formula's input that counts them.
    const fn input(self) -> InputSpec {
        match self {
            Early::Short => SHORT_INPUT,
            Early::WithinTarget => ABANDONED_WITHIN,
        }
    }

    const fn reason(self) -> Reason {
        match self {
            Early::Short => Reason::Short,
            Early::WithinTarget => Reason::AbandonedWithinTarget,
        }
    }
}

/// What differs between the variants.
pub(crate) trait Variant: Clone + Send + Sync + 'static {
    const SPEC: Spec;
    const CONTACTS: ReadInfo;
    const LOST: Lost;
}

const fn spec(
    variant: &'static str,
    inputs: &'static [InputSpec],
    parameters: &'static [ParameterSpec],
    prose: Option<&'static Prose>,
) -> Spec {
    Spec {
        id: "service_level",
        variant,
        family: "responsiveness",
        by: None,
        direction: Direction::HigherIsBetter,
        inputs,
        parameters,
        figures: FIGURES,
        prose,
    }
}

/// What the variants read that do not look at the end of a contact, and those that do.
const ANSWERS: ReadInfo = population::CONTACTS.needs(&["outcome", "answered_at"]).uses(&[
    "queued_at",
    "started_at",
    "direction",
    "abandon_step",
]);
const ENDS: ReadInfo = ANSWERS.needs(&["outcome", "answered_at", "ended_at"]);

/// The reasons of every variant, and its own.
#[cfg(feature = "prose")]
macro_rules! left_out {
    ($($own:literal)?) => {
        concat!(
            "`outbound`, `self_served`, `callback`, `failed`, `no_target` (no target for its channel), `not_queued` (with \
             the population `queued`), `unanswered` (answered, and it is not known when), `waiting` (at `as_of` it waits, \
             and the target is not over)",
            $(", ", $own,)?
            "."
        )
    };
}

/// Answered within the target ÷ all offered.
#[derive(Clone)]
pub(crate) struct Offered;

/// The same less the short abandons.
#[derive(Clone)]
pub(crate) struct LessShort;

/// The same less what was given up within the target.
#[derive(Clone)]
pub(crate) struct LessAbandonedWithinT;

/// Of the answered alone.
#[derive(Clone)]
pub(crate) struct Answered;

/// What was given up within the target speaks for the service.
#[derive(Clone)]
pub(crate) struct CreditAbandonedWithinT;

/// The short abandons speak for the service.
#[derive(Clone)]
pub(crate) struct CreditShort;

impl Variant for Offered {
    const LOST: Lost = Lost::Missed;
    const CONTACTS: ReadInfo = ANSWERS;
    const SPEC: Spec = spec(
        "offered",
        &[ANSWERED, ANSWERED_WITHIN, ABANDONED],
        PARAMETERS,
        prose! {
            meaning: "The share of contacts that a person answered within the target, of all that were answered or given up.",
            formula: "100 × answered within the target ÷ (answered + abandoned)",
            latex: r"100 \cdot \frac{A_{\le T}}{A + B}",
            counted: COUNTED,
            left_out: left_out!(),
            errors: ERRORS,
            interval: "Wilson.",
            pitfalls: PITFALLS,
            sources: SOURCES,
            benchmarks: &[],
            example: Example {
                inputs: &["1000", "860", "60"],
                value: "81.132075472",
                working: "1,000 answered, 860 of them within 20 s, and 60 abandoned: 100 × 860 ÷ 1,060.",
            },
        },
    );
}

impl Variant for LessShort {
    const LOST: Lost = Lost::Less(Early::Short);
    const CONTACTS: ReadInfo = ENDS;
    const SPEC: Spec = spec(
        "less_short",
        &[ANSWERED, ANSWERED_WITHIN, ABANDONED, SHORT_INPUT],
        PARAMETERS_WITH_SHORT,
        prose! {
            meaning: "The share of contacts that a person answered within the target; those given up at once do not count.",
            formula: "100 × answered within the target ÷ (answered + abandoned − short)",
            latex: r"100 \cdot \frac{A_{\le T}}{A + B - S}",
            counted: COUNTED,
            left_out: left_out!("`short` (given up within 5 s)"),
            errors: ERRORS,
            interval: "Wilson.",
            pitfalls: PITFALLS,
            sources: SOURCES,
            benchmarks: &[],
            example: Example {
                inputs: &["1000", "860", "60", "10"],
                value: "81.904761905",
                working: "10 of the 60 abandoned within 5 s: 100 × 860 ÷ (1,060 − 10).",
            },
        },
    );
}

impl Variant for LessAbandonedWithinT {
    const LOST: Lost = Lost::Less(Early::WithinTarget);
    const CONTACTS: ReadInfo = ENDS;
    const SPEC: Spec = spec(
        "less_abandoned_within_t",
        &[ANSWERED, ANSWERED_WITHIN, ABANDONED, ABANDONED_WITHIN],
        PARAMETERS,
        prose! {
            meaning: "The share of contacts that a person answered within the target; those given up within the target do not count, because nobody was late.",
            formula: "100 × answered within the target ÷ (answered + abandoned − abandoned within the target)",
            latex: r"100 \cdot \frac{A_{\le T}}{A + B - B_{\le T}}",
            counted: COUNTED,
            left_out: left_out!("`abandoned_within_target`"),
            errors: ERRORS,
            interval: "Wilson.",
            pitfalls: PITFALLS,
            sources: SOURCES,
            benchmarks: &[],
            example: Example {
                inputs: &["1000", "860", "60", "20"],
                value: "82.692307692",
                working: "20 of the 60 abandoned within 20 s: 100 × 860 ÷ (1,060 − 20).",
            },
        },
    );
}

impl Variant for Answered {
    const LOST: Lost = Lost::LeftOut;
    const CONTACTS: ReadInfo = ANSWERS;
    const SPEC: Spec = spec(
        "answered",
        &[ANSWERED, ANSWERED_WITHIN],
        PARAMETERS,
        prose! {
            meaning: "The share of the answered contacts that were answered within the target.",
            formula: "100 × answered within the target ÷ answered",
            latex: r"100 \cdot \frac{A_{\le T}}{A}",
            counted: "Inbound contacts with a target that a person answered, also those that the customer gave up later, on hold or in the conversation. The clock starts when the contact joins the queue; with the population `all_inbound`, where it never did, when it begins. Within means at most.",
            left_out: "`outbound`, `self_served`, `callback`, `failed`, `no_target` (no target for its channel), `not_queued` (with the population `queued`), `abandoned`, `unanswered` (answered, and it is not known when), `waiting` (at `as_of` it still waits).",
            errors: ERRORS,
            interval: "Wilson.",
            pitfalls: PITFALLS,
            sources: SOURCES,
            benchmarks: &[],
            example: Example {
                inputs: &["1000", "860"],
                value: "86",
                working: "1,000 answered, 860 of them within 20 s: 100 × 860 ÷ 1,000; the 60 abandoned do not count.",
            },
        },
    );
}

impl Variant for CreditAbandonedWithinT {
    const LOST: Lost = Lost::Credit(Early::WithinTarget);
    const CONTACTS: ReadInfo = ENDS;
    const SPEC: Spec = spec(
        "credit_abandoned_within_t",
        &[ANSWERED, ANSWERED_WITHIN, ABANDONED, ABANDONED_WITHIN],
        PARAMETERS,
        prose! {
            meaning: "The share of contacts that did not wait longer than the target, whether a person answered or the customer gave up.",
            formula: "100 × (answered within the target + abandoned within the target) ÷ (answered + abandoned)",
            latex: r"100 \cdot \frac{A_{\le T} + B_{\le T}}{A + B}",
            counted: COUNTED,
            left_out: left_out!(),
            errors: ERRORS,
            interval: "Wilson.",
            pitfalls: PITFALLS,
            sources: SOURCES,
            benchmarks: &[],
            example: Example {
                inputs: &["1000", "860", "60", "20"],
                value: "83.018867925",
                working: "20 of the 60 abandoned within 20 s: 100 × (860 + 20) ÷ 1,060.",
            },
        },
    );
}

impl Variant for CreditShort {
    const LOST: Lost = Lost::Credit(Early::Short);
    const CONTACTS: ReadInfo = ENDS;
    const SPEC: Spec = spec(
        "credit_short",
        &[ANSWERED, ANSWERED_WITHIN, ABANDONED, SHORT_INPUT],
        PARAMETERS_WITH_SHORT,
        prose! {
            meaning: "The share of contacts that a person answered within the target or that the customer gave up at once.",
            formula: "100 × (answered within the target + short) ÷ (answered + abandoned)",
            latex: r"100 \cdot \frac{A_{\le T} + S}{A + B}",
            counted: COUNTED,
            left_out: left_out!(),
            errors: ERRORS,
            interval: "Wilson.",
            pitfalls: PITFALLS,
            sources: SOURCES,
            benchmarks: &[],
            example: Example {
                inputs: &["1000", "860", "60", "10"],
                value: "82.075471698",
                working: "10 of the 60 abandoned within 5 s: 100 × (860 + 10) ÷ 1,060.",
            },
        },
    );
}

/// The KPI in one variant.
#[derive(Clone)]
pub(crate) struct ServiceLevel<V> {
    level: Level,
    variant: PhantomData<V>,
}

/// What it was asked for.
#[derive(Clone)]
struct Level {
    targets: Targets,
    population: Population,
    as_of: Option<i64>,
}

/// Contacts that speak for the service, and those that speak against it.
const MET: usize = 0;
const MISSED: usize = 1;

impl<V: Variant> Kpi for ServiceLevel<V> {
    const SPEC: Spec = V::SPEC;
    type State = Sums;
    const READS: &'static [Read<Self>] = &[reads::<Self, Contact>(V::CONTACTS)];

    fn new(setting: &Setting<'_>) -> Result<Self> {
        Ok(ServiceLevel { level: Level::new(setting)?, variant: PhantomData })
    }
    fn of(&self, inputs: &Inputs<'_>) -> Result<Sums> {
        of(inputs, V::LOST)
    }
    fn finish(&self, state: &Sums, level: f64) -> Result<Vec<Figure>> {
        let (met, offered) = (state.count(MET), state.count(MET).saturating_add(state.count(MISSED)));
        Ok([
            Figure::share("share", met, offered, Undefined::NoRecords, level),
            Figure::count("within", met),
            Figure::count("offered", offered),
        ]
        .into())
    }
    fn bind(&mut self, words: &Dictionary) -> Result<()> {
        self.level.targets.bind(words);
        Ok(())
    }
    fn chosen(&self) -> Option<&str> {
        Some(self.level.targets.by())
    }
}

impl<V: Variant> Reads<Contact> for ServiceLevel<V> {
    #[inline]
    fn part(&self, contact: &ContactAt<'_>, context: &Context, state: &mut Sums) -> Result<Part> {
        Ok(match self.level.judge(contact, context, V::LOST) {
            Err(reason) => Part::LeftOut(reason),
            Ok(met) => {
                state.add(if met { MET } else { MISSED }, 1)?;
                Part::Counted
            }
        })
    }
}

fn of(inputs: &Inputs<'_>, lost: Lost) -> Result<Sums> {
    let (within, answered) = inputs.part_of(ANSWERED_WITHIN.name, ANSWERED.name)?;
    let missed = answered.saturating_sub(within);
    let early = |early: Early| {
        let (early, abandoned) = inputs.part_of(early.input().name, ABANDONED.name)?;
        Ok((early, missed.saturating_add(abandoned.saturating_sub(early))))
    };
    Ok(Sums::counts(&match lost {
        Lost::LeftOut => [within, missed],
        Lost::Missed => [within, missed.saturating_add(inputs.count(ABANDONED.name)?)],
        Lost::Less(some) => [within, early(some)?.1],
        Lost::Credit(some) => {
            let (early, missed) = early(some)?;
            [within.saturating_add(early), missed]
        }
    }))
}

impl Level {
    fn new(setting: &Setting<'_>) -> Result<Self> {
        let targets =
            Targets::new(setting, PHONE, &[], "expected seconds by word, such as {\"phone\": 20, \"chat\": 45}")?;
        Ok(Level { targets, population: Population::new(setting)?, as_of: setting.as_of })
    }

    /// Whether a contact speaks for the service, or why it does not count.
    fn judge(&self, contact: &ContactAt<'_>, context: &Context, lost: Lost) -> Result<bool, Reason> {
        if let Some(reason) = population::outbound(contact) {
            return Err(reason);
        }
        let outcome = population::outcome(contact);
        if let Outcome::Other(reason) = outcome {
            return Err(reason);
        }
        let target = self.targets.of(context.chosen).ok_or(Reason::NoTarget)?;
        if let Some(reason) = self.population.not_queued(contact) {
            return Err(reason);
        }
        let start = contact.waiting_since();
        let within = |end: Option<i64>| start.zip(end).map(|(start, end)| end.saturating_sub(start) <= target);
        match (outcome, lost) {
            (Outcome::Answered, _) => within(contact.answered_at()).ok_or(Reason::Unanswered),
            (Outcome::Abandoned, Lost::Missed) => Ok(false),
            (Outcome::Abandoned, Lost::LeftOut) => Err(Reason::Abandoned),
            (Outcome::Abandoned, Lost::Less(early)) if self.is_early(contact, early, target) => Err(early.reason()),
            (Outcome::Abandoned, Lost::Less(_)) => Ok(false),
            (Outcome::Abandoned, Lost::Credit(early)) => Ok(self.is_early(contact, early, target)),
            (_, Lost::LeftOut) => Err(Reason::Waiting),
            // Who waits longer than the target is missed already.
            _ if within(self.as_of) == Some(false) => Ok(false),
            _ => Err(Reason::Waiting),
        }
    }

    fn is_early(&self, contact: &ContactAt<'_>, early: Early, target: i64) -> bool {
        match early {
            Early::Short => self.population.is_short(contact),
            Early::WithinTarget => population::ended_within(contact, contact.waiting_since(), target),
        }
    }
}
