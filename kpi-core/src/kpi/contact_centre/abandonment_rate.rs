//! Abandonment rate.

use alloc::vec::Vec;
use core::marker::PhantomData;

use super::population::{self, Outcome, POPULATION, Population, SHORT};
use crate::error::{Code, Error, Result};
use crate::kpi::figure::{Figure, Inputs, Undefined};
use crate::kpi::part::{Context, Kpi, Read, ReadInfo, Reads, Setting, reads};
use crate::record::{Contact, ContactAt};
use crate::spec::{Benchmark, Direction, Example, FigureSpec, InputSpec, ParameterSpec, Source, Spec, prose};
use crate::state::{Part, Reason, Sums};
use crate::words;

/// The steps at which contacts are given up, in the order of the figures: input, figure and word of each.
const STEPS: [(&str, &str, u32); 4] = [
    ("menu", "menu_share", words::MENU),
    ("queue", "queue_share", words::QUEUE),
    ("hold", "hold_share", words::HOLD),
    ("conversation", "conversation_share", words::CONVERSATION),
];
const MENU: usize = 0;
const QUEUE: usize = 1;

const MENU_INPUT: InputSpec = InputSpec::count("menu", "contacts given up in the menu");
const QUEUE_INPUT: InputSpec = InputSpec::count("queue", "contacts given up in the queue");
const PARAMETERS: &[ParameterSpec] = &[POPULATION, SHORT];

#[cfg(feature = "prose")]
const ERRORS: &str = population::errors!("`bad_input` where more contacts are given up than there are");
#[cfg(feature = "prose")]
const SOURCES: &[Source] = &[
    Source {
        title: "S0",
        says: "Counts customers who break off a call or chat before their inquiry is resolved, and advises to look at the steps one by one: the variant `before_resolution`. It calls this rate a number. Two thirds of customers break off without a solution because of the wait.",
    },
    Source {
        title: "S3",
        says: "Names the share of abandoned requests as a usual stand-in for customer satisfaction.",
    },
    Source {
        title: "S4",
        says: "Inbound calls that the caller ends before reaching an agent, by all inbound calls; calls given up in the first five seconds are usually left out: the variant `before_answer`, with the population `all_inbound` where the menu counts. It is the default, because it can be told from the call alone, and because its number is quoted.",
    },
];
#[cfg(feature = "prose")]
const PITFALLS: &[&str] = &[
    "Contacts that end in the menu change the figure by much; say which population you mean.",
    "The five seconds run from the queue here, from the start of the call with `all_inbound`; the two give different numbers.",
    "A contact without an end has no known wait, so it cannot be short: it counts as abandoned.",
    "Callbacks lower it without an answer; read the answer rate beside it.",
];

/// What differs between the variants.
pub(crate) trait Variant: Clone + Send + Sync + 'static {
    const SPEC: Spec;
    const CONTACTS: ReadInfo;
    /// Whether giving up after an answer counts too.
    const UNTIL_RESOLVED: bool;
}

/// The customer gave up before a person answered.
#[derive(Clone)]
pub(crate) struct BeforeAnswer;

/// The customer gave up before the inquiry was resolved.
#[derive(Clone)]
pub(crate) struct BeforeResolution;

impl Variant for BeforeAnswer {
    const UNTIL_RESOLVED: bool = false;
    const CONTACTS: ReadInfo = population::CONTACTS.needs(&["outcome", "ended_at"]).uses(&[
        "queued_at",
        "started_at",
        "answered_at",
        "direction",
        "abandon_step",
    ]);
    const SPEC: Spec = Spec {
        id: "abandonment_rate",
        variant: "before_answer",
        family: "contact_centre",
        by: None,
        direction: Direction::LowerIsBetter,
        inputs: &[
            MENU_INPUT,
            QUEUE_INPUT,
            InputSpec::count("contacts", "all contacts of the population, the short abandons apart"),
        ],
        parameters: PARAMETERS,
        figures: &[
            FigureSpec::share("rate"),
            FigureSpec::count("abandoned"),
            FigureSpec::count("contacts"),
            FigureSpec::share("menu_share"),
            FigureSpec::share("queue_share"),
        ],
        prose: prose! {
            meaning: "The share of contacts that customers gave up before a person answered.",
            formula: "100 × (given up in the menu + in the queue) ÷ (answered + given up + callback + failed); short abandons are in neither",
            latex: r"100 \cdot \frac{\text{menu} + \text{queue}}{\text{contacts}}",
            counted: "Inbound contacts of the population: answered, abandoned, called back and failed. One that was given up on hold or in the conversation was answered: it is in the denominator alone. Where the step is not known, it is the queue for a contact that reached it, else the menu. The shares of the steps add up to the rate.",
            left_out: population::left_out!(),
            errors: ERRORS,
            interval: "Wilson.",
            pitfalls: PITFALLS,
            sources: SOURCES,
            benchmarks: &[Benchmark {
                figure: "rate",
                low: Some("5.91"),
                high: Some("5.91"),
                exclusive: false,
                label: "mean",
                population: "inbound calls across industries, 2021, after Talkdesk",
                source: "S4",
            }],
            example: Example {
                inputs: &["0", "5", "95"],
                value: "5.263157895",
                working: "Of 100 inbound contacts 85 were answered, 5 given up at once, 5 given up later, 3 to be called back, 2 failed: the short ones leave, 100 × 5 ÷ 95.",
            },
        },
    };
}

impl Variant for BeforeResolution {
    const UNTIL_RESOLVED: bool = true;
    const CONTACTS: ReadInfo = population::CONTACTS
        .needs(&["outcome", "ended_at", "abandon_step", "resolved"])
        .uses(&["queued_at", "started_at", "answered_at", "direction"]);
    const SPEC: Spec = Spec {
        id: "abandonment_rate",
        variant: "before_resolution",
        family: "contact_centre",
        by: None,
        direction: Direction::LowerIsBetter,
        inputs: &[
            MENU_INPUT,
            QUEUE_INPUT,
            InputSpec::count("hold", "contacts given up on hold, unresolved"),
            InputSpec::count("conversation", "contacts given up in the conversation, unresolved"),
            InputSpec::count(
                "contacts",
                "all contacts of the population whose outcome is known, the short abandons apart",
            ),
        ],
        parameters: PARAMETERS,
        figures: &[
            FigureSpec::share("rate"),
            FigureSpec::count("abandoned"),
            FigureSpec::count("contacts"),
            FigureSpec::share("menu_share"),
            FigureSpec::share("queue_share"),
            FigureSpec::share("hold_share"),
            FigureSpec::share("conversation_share"),
        ],
        prose: prose! {
            meaning: "The share of contacts that customers gave up before their inquiry was resolved, at any step.",
            formula: "100 × (given up in the menu + in the queue + on hold + in the conversation) ÷ contacts; given up on hold or in the conversation counts unless the inquiry was resolved; short abandons are in neither",
            latex: r"100 \cdot \frac{\text{menu} + \text{queue} + \text{hold} + \text{conversation}}{\text{contacts}}",
            counted: "Inbound contacts of the population whose outcome is known: given up before an answer, given up later, resolved, answered and not resolved, called back, failed. A contact with the step hold or conversation was given up there, whether its outcome says answered or abandoned. Where the step of one that nobody answered is not known, it is the queue for a contact that reached it, else the menu. The shares of the steps add up to the rate.",
            left_out: population::left_out!("`unknown` (answered, not known to be given up, and not known whether resolved; or not over at `as_of`)"),
            errors: ERRORS,
            interval: "Wilson.",
            pitfalls: PITFALLS,
            sources: SOURCES,
            benchmarks: &[],
            example: Example {
                inputs: &["0", "2", "0", "2", "10"],
                value: "40",
                working: "6 resolved, 2 hung up in the conversation, 2 in the queue: 100 × (2 + 2) ÷ 10.",
            },
        },
    };
}

/// The KPI in one variant.
#[derive(Clone)]
pub(crate) struct AbandonmentRate<V> {
    population: Population,
    variant: PhantomData<V>,
}

impl<V: Variant> Kpi for AbandonmentRate<V> {
    const SPEC: Spec = V::SPEC;
    /// What was given up at each step; every contact is a record of one of the sums, so all records are the contacts.
    type State = Sums;
    const READS: &'static [Read<Self>] = &[reads::<Self, Contact>(V::CONTACTS)];

    fn new(setting: &Setting<'_>) -> Result<Self> {
        Ok(AbandonmentRate { population: Population::new(setting)?, variant: PhantomData })
    }
    fn of(&self, inputs: &Inputs<'_>) -> Result<Sums> {
        of(inputs, V::UNTIL_RESOLVED)
    }
    fn finish(&self, state: &Sums, level: f64) -> Result<Vec<Figure>> {
        Ok(finish(state, V::UNTIL_RESOLVED, level))
    }
}

impl<V: Variant> Reads<Contact> for AbandonmentRate<V> {
    #[inline]
    fn part(&self, contact: &ContactAt<'_>, _: &Context, state: &mut Sums) -> Result<Part> {
        match given_up(contact, self.population, V::UNTIL_RESOLVED) {
            Err(reason) => return Ok(Part::LeftOut(reason)),
            Ok(Some(step)) => state.add(step, 1)?,
            Ok(None) => state.add(MENU, 0)?,
        }
        Ok(Part::Counted)
    }
}

/// How many of the steps a variant counts.
const fn steps(until_resolved: bool) -> usize {
    if until_resolved { 4 } else { 2 }
}

fn of(inputs: &Inputs<'_>, until_resolved: bool) -> Result<Sums> {
    let contacts = inputs.count("contacts")?;
    let mut state = Sums::default();
    for (sum, (input, ..)) in state.sum.iter_mut().zip(STEPS).take(steps(until_resolved)) {
        *sum = inputs.count(input)?.into();
    }
    let [first, ..] = &mut state.n;
    *first = contacts;
    if state.sum.iter().fold(0i128, |all, &step| all.saturating_add(step)) > contacts.into() {
        let text = "more contacts are given up than there are contacts";
        return Err(Error::new(Code::BadInput, text).field("contacts"));
    }
    Ok(state)
}

fn finish(state: &Sums, until_resolved: bool, level: f64) -> Vec<Figure> {
    let all = |counts: &mut dyn Iterator<Item = u64>| counts.fold(0u64, u64::saturating_add);
    let abandoned = all(&mut (0..STEPS.len()).map(|step| state.count(step)));
    let contacts = all(&mut state.n.iter().copied());
    let share = |name, part| Figure::share(name, part, contacts, Undefined::NoRecords, level);
    let mut figures: Vec<Figure> =
        [share("rate", abandoned), Figure::count("abandoned", abandoned), Figure::count("contacts", contacts)].into();
    for (step, (_, name, _)) in STEPS.into_iter().enumerate().take(steps(until_resolved)) {
        figures.push(share(name, state.count(step)));
    }
    figures
}

/// The step at which a contact was given up; none where it was not, and the reason where it is not counted.
#[inline]
fn given_up(contact: &ContactAt<'_>, population: Population, until_resolved: bool) -> Result<Option<usize>, Reason> {
    let named = || STEPS.iter().position(|&(.., word)| word == contact.abandon_step());
    match population.outcome(contact)? {
        Outcome::Abandoned => Ok(Some(named().unwrap_or(if contact.queued_at().is_some() { QUEUE } else { MENU }))),
        Outcome::Answered if until_resolved => {
            let resolved = contact.resolved();
            match named() {
                // At the report's instant it has not ended yet.
                _ if contact.outcome() == words::NONE => Err(Reason::Unknown),
                Some(step) if step > QUEUE => Ok((resolved != Some(true)).then_some(step)),
                _ if resolved.is_none() => Err(Reason::Unknown),
                _ => Ok(None),
            }
        }
        _ => Ok(None),
    }
}
