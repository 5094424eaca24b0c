//! Interactions per ticket.

use alloc::vec::Vec;
use core::marker::PhantomData;

use super::CREATED;
use crate::error::Result;
use crate::kpi::distribution::{self, Distribution, Of};
use crate::kpi::figure::{Figure, Inputs};
use crate::kpi::part::{Context, Kpi, Read, ReadInfo, Reads, Setting, reads};
use crate::kpi::population;
use crate::record::{Contact, ContactAt, Kind, Ticket, TicketAt};
use crate::spec::{Anchor, Benchmark, Direction, Example, InputKind, InputSpec, ParameterSpec, Source, Spec, prose};
use crate::state::{Part, Reason, Spread};
use crate::words::NONE;

const INPUTS: &[InputSpec] = &[InputSpec::new("counts", InputKind::Counts, "interactions of each ticket")];
const PARAMETERS: &[ParameterSpec] = &[distribution::COUNT_BANDS, distribution::QUANTILES];

#[cfg(feature = "prose")]
const LEFT_OUT: &str = "`merged`, `spam`, `deleted` (without an answer), `unknown` (the count is not known).";
#[cfg(feature = "prose")]
const ERRORS: &str = "`as_of_counts` where `as_of` is given: a count carries no instants, so it cannot be asked as of a \
    day. `negative` for a negative count in the formula.";
#[cfg(feature = "prose")]
const INTERVAL: &str = "Mean: Student's t. Median and other quantiles: binomial order statistics.";
#[cfg(feature = "prose")]
const PITFALLS: &[&str] = &[
    "A recent period still rises: its tickets are not over.",
    "Three readings of one name; `agent_changes`, `replies` and `messages` are not to be compared with each other.",
];
#[cfg(feature = "prose")]
const FIELD: Source =
    Source { title: "Field", says: "Help desks count replies, or all messages, for each ticket under the same name." };
#[cfg(feature = "prose")]
const S0: Source = Source {
    title: "S0",
    says: "How often the agent changes, or the call or chat is transferred, while the customer is served: not interactions, as the name has it, but `agent_changes`, which is the default for that. Five to six transfers are usual; 79 % of customers dislike to explain their case to several agents.",
};

/// Tickets with their changes from one person to another.
pub(super) const HELD: ReadInfo = CREATED
    .needs(&["created_at", "agent_changes"])
    .uses(case_fields!("distinct_agents"))
    .presence(&["contact", "assignee", "resolver"]);

/// Contacts with their transfers.
pub(super) const ANSWERED: ReadInfo = ReadInfo::new(Kind::Contact, Anchor::Instant(&["queued_at", "started_at"]))
    .needs(&["outcome", "transfers"])
    .uses(&["queued_at", "started_at", "direction", "abandon_step"]);

/// Which of them are left out.
#[cfg(feature = "prose")]
pub(super) const HELD_LEFT_OUT: &str = "Tickets: `merged`, `spam`, `deleted` (without an answer), `through_contact` (it \
    counts through its contact), `no_agent` (no person held it), `unknown` (the count is not known). Contacts: \
    `outbound`, `abandoned` (before an answer), `self_served`, `callback`, `failed`, `unanswered`, `unknown`.";

/// What is counted: what differs between the variants.
pub(crate) trait Variant: Clone + Send + Sync + 'static {
    const SPEC: Spec;
    const READS: &'static [Read<Interactions<Self>>];
    fn of(ticket: &TicketAt<'_>) -> Result<i64, Reason>;
}

/// Changes from one person to another.
#[derive(Clone)]
pub(crate) struct AgentChanges;

/// Replies by people.
#[derive(Clone)]
pub(crate) struct Replies;

/// Replies by people and messages of the customer.
#[derive(Clone)]
pub(crate) struct Messages;

impl Variant for AgentChanges {
    const SPEC: Spec = Spec {
        id: "interactions_per_ticket",
        variant: "agent_changes",
        family: "resolution",
        by: None,
        direction: Direction::LowerIsBetter,
        inputs: INPUTS,
        parameters: PARAMETERS,
        figures: distribution::COUNT_FIGURES,
        prose: prose! {
            meaning: "How often a customer is passed from one person to another.",
            formula: "changes from one person to another per ticket held by a person; on calls and chats completed transfers per answered contact",
            latex: r"\frac{\sum \text{changes from person to person}}{\text{tickets held by a person}}",
            counted: "Tickets that a person held, and contacts that a person answered, also those given up later, on hold or in the conversation. From A to B and back to A is 2; from nobody or a bot to A is none.",
            left_out: HELD_LEFT_OUT,
            errors: ERRORS,
            interval: INTERVAL,
            pitfalls: PITFALLS,
            sources: &[S0, FIELD],
            benchmarks: &[Benchmark {
                figure: "mean",
                low: Some("5"),
                high: Some("6"),
                exclusive: false,
                label: "usual",
                population: "service inquiries",
                source: "S0",
            }],
            example: Example {
                inputs: &["[2, 0, 1]"],
                value: "1",
                working: "One ticket went from A to B and back to A, one stayed with A, one went from A to B: (2 + 0 + 1) ÷ 3.",
            },
        },
    };
    const READS: &'static [Read<Interactions<Self>>] =
        &[reads::<Interactions<Self>, Ticket>(HELD), reads::<Interactions<Self>, Contact>(ANSWERED)];

    #[inline]
    fn of(ticket: &TicketAt<'_>) -> Result<i64, Reason> {
        if ticket.contact() != NONE {
            return Err(Reason::ThroughContact);
        }
        if ticket.distinct_agents() == Some(0) {
            return Err(Reason::NoAgent);
        }
        let nobody = ticket.assignee() == NONE && ticket.resolver() == NONE;
        ticket.agent_changes().ok_or(if nobody { Reason::NoAgent } else { Reason::Unknown })
    }
}

impl Variant for Replies {
    const SPEC: Spec = Spec {
        id: "interactions_per_ticket",
        variant: "replies",
        family: "resolution",
        by: None,
        direction: Direction::LowerIsBetter,
        inputs: INPUTS,
        parameters: PARAMETERS,
        figures: distribution::COUNT_FIGURES,
        prose: prose! {
            meaning: "How many replies by people a ticket takes.",
            formula: "public replies by people per ticket",
            latex: r"\frac{\sum \text{replies by people}}{\text{tickets}}",
            counted: "Tickets by when they were created, also those without a reply.",
            left_out: LEFT_OUT,
            errors: ERRORS,
            interval: INTERVAL,
            pitfalls: PITFALLS,
            sources: &[FIELD, S0],
            benchmarks: &[],
            example: Example { inputs: &["[1, 2, 0, 3]"], value: "1.5", working: "(1 + 2 + 0 + 3) ÷ 4." },
        },
    };
    const READS: &'static [Read<Interactions<Self>>] =
        &[reads::<Interactions<Self>, Ticket>(CREATED.needs(&["created_at", "agent_replies"]))];

    #[inline]
    fn of(ticket: &TicketAt<'_>) -> Result<i64, Reason> {
        ticket.agent_replies().ok_or(Reason::Unknown)
    }
}

impl Variant for Messages {
    const SPEC: Spec = Spec {
        id: "interactions_per_ticket",
        variant: "messages",
        family: "resolution",
        by: None,
        direction: Direction::LowerIsBetter,
        inputs: INPUTS,
        parameters: PARAMETERS,
        figures: distribution::COUNT_FIGURES,
        prose: prose! {
            meaning: "How many messages customer and people exchange on a ticket.",
            formula: "public replies by people + messages of the customer, per ticket",
            latex: r"\frac{\sum \left(\text{replies by people} + \text{messages of the customer}\right)}{\text{tickets}}",
            counted: "Tickets by when they were created, with the first message of the customer.",
            left_out: LEFT_OUT,
            errors: ERRORS,
            interval: INTERVAL,
            pitfalls: PITFALLS,
            sources: &[FIELD, S0],
            benchmarks: &[],
            example: Example {
                inputs: &["[2, 5, 3]"],
                value: "3.333333333",
                working: "1 + 1, 2 + 3 and 1 + 2 messages: (2 + 5 + 3) ÷ 3.",
            },
        },
    };
    const READS: &'static [Read<Interactions<Self>>] =
        &[reads::<Interactions<Self>, Ticket>(CREATED.needs(&["created_at", "agent_replies", "customer_messages"]))];

    #[inline]
    fn of(ticket: &TicketAt<'_>) -> Result<i64, Reason> {
        let both = ticket.agent_replies().zip(ticket.customer_messages());
        both.map(|(replies, messages)| replies.saturating_add(messages)).ok_or(Reason::Unknown)
    }
}

/// The KPI in one variant.
#[derive(Clone)]
pub(crate) struct Interactions<V> {
    counts: Distribution,
    variant: PhantomData<V>,
}

impl<V: Variant> Kpi for Interactions<V> {
    const SPEC: Spec = V::SPEC;
    type State = Spread;
    const READS: &'static [Read<Self>] = V::READS;

    fn new(setting: &Setting<'_>) -> Result<Self> {
        Ok(Interactions { counts: Distribution::new(setting, Of::Counts)?, variant: PhantomData })
    }
    fn start(&self) -> Spread {
        self.counts.start()
    }
    fn of(&self, inputs: &Inputs<'_>) -> Result<Spread> {
        self.counts.of(&inputs.counts("counts")?)
    }
    fn finish(&self, state: &Spread, level: f64) -> Result<Vec<Figure>> {
        self.counts.finish(state, level)
    }
}

impl<V: Variant> Reads<Ticket> for Interactions<V> {
    #[inline]
    fn part(&self, ticket: &TicketAt<'_>, _: &Context, state: &mut Spread) -> Result<Part> {
        count(of_case::<V>(ticket), state)
    }
}

impl Reads<Contact> for Interactions<AgentChanges> {
    #[inline]
    fn part(&self, contact: &ContactAt<'_>, _: &Context, state: &mut Spread) -> Result<Part> {
        count(transfers(contact), state)
    }
}

/// What a ticket counts, where it is a case.
#[inline]
fn of_case<V: Variant>(ticket: &TicketAt<'_>) -> Result<i64, Reason> {
    population::no_case(ticket).map_or(Ok(()), Err)?;
    V::of(ticket)
}

/// How often a ticket that a person held went from one person to another.
#[inline]
pub(super) fn agent_changes(ticket: &TicketAt<'_>) -> Result<i64, Reason> {
    of_case::<AgentChanges>(ticket)
}

/// How often a contact that a person answered was transferred.
#[inline]
pub(super) fn transfers(contact: &ContactAt<'_>) -> Result<i64, Reason> {
    population::no_answer(contact).map_or(Ok(()), Err)?;
    contact.transfers().ok_or(Reason::Unknown)
}

fn count(counted: Result<i64, Reason>, state: &mut Spread) -> Result<Part> {
    match counted {
        Err(reason) => Ok(Part::LeftOut(reason)),
        Ok(count) => {
            state.add(count)?;
            Ok(Part::Counted)
        }
    }
}
