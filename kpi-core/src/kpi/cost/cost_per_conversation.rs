//! Cost per conversation.

use alloc::vec::Vec;

use super::entry::{self, COST, COST_INPUT, LEDGER, MEAN, TOTAL, WORK};
use crate::error::{Error, Result};
use crate::kpi::contact_centre::handle_time::{HandleTime, Variant};
use crate::kpi::figure::{Figure, Inputs, Undefined};
use crate::kpi::money::{self, CURRENCY, NOT_SHARED, RATES, Rates, SHARE_BY};
use crate::kpi::parameters::bad;
use crate::kpi::part::{Context, Kpi, Over, Read, ReadInfo, Reads, Setting, reads};
use crate::kpi::population;
use crate::kpi::resolution::ENDED;
use crate::record::{Contact, ContactAt, Kind, LedgerEntry, LedgerEntryAt, Ticket, TicketAt};
use crate::spec::{Anchor, Direction, Example, FigureSpec, InputSpec, ParameterSpec, Source, Spec, prose};
use crate::state::{Part, Reason, Sums};
use crate::words::{self, Dictionary};

/// The handling time of conversations, in µs.
const TIME: usize = 2;
/// What of the costs belongs to no group.
const SHARED: usize = 3;

const PARAMETERS: &[ParameterSpec] = &[CURRENCY, RATES, SHARE_BY];

#[cfg(feature = "prose")]
const PITFALLS: &[&str] = &[
    "A month's salaries dated on the first fall into the first day; give them a period.",
    "It divides one total by another; the mean of the days' quotients is another number.",
    "Costs without a channel stay in the group of the unknown channel, unless `share_by` says how they are shared.",
    "Shared by handling time, what conversations cost differs by how long they last, and by nothing else.",
];
#[cfg(feature = "prose")]
const SOURCES: &[Source] = &[
    Source {
        title: "S1",
        says: "Names it cost per conversation and explains it as what it costs on average to resolve an inquiry: two things. The name is the default, the explanation the variant `per_resolution`. Wants it to show which problems cause costs.",
    },
    Source { title: "Field", says: "Contact centres know it as cost per contact." },
];
/// What the variants say of costs and of how they are shared, before what they say of the rest.
#[cfg(feature = "prose")]
macro_rules! counted {
    ($own:literal) => {
        concat!(
            "Costs: ledger entries of kind cost; an entry with a period is spread evenly over it and clipped to the \
             bucket, and its parts add up to it exactly. In a report by groups, costs that do not name the group can be \
             shared by `share_by`, also by a dimension that ledger entries do not have, such as the agent. They are shared \
             by handling time only where that of every conversation in the bucket is known. ",
            $own
        )
    };
}

/// Whether costs that belong to no group are shared, and in proportion to what.
#[derive(Clone, Copy, PartialEq)]
enum Share {
    Nothing,
    HandlingTime,
    Count,
}

/// How costs are added, and shared.
#[derive(Clone)]
struct Costs {
    rates: Rates,
    share: Share,
}

impl Costs {
    fn new(setting: &Setting<'_>) -> Result<Self> {
        let share = match setting.parameters.word(SHARE_BY.name, NOT_SHARED)?.as_str() {
            NOT_SHARED => Share::Nothing,
            "handling_time" => Share::HandlingTime,
            "count" => Share::Count,
            _ => return Err(bad(SHARE_BY.name, "expected `none`, `handling_time` or `count`")),
        };
        Ok(Costs { rates: Rates::new(setting)?, share })
    }

    fn add(&self, entry: &LedgerEntryAt<'_>, context: &Context<'_>, state: &mut Sums) -> Result<Part> {
        let before = state.of(COST);
        let part = entry::add(&self.rates, words::COST, entry, context, state)?;
        if part == Part::Counted && context.ungrouped {
            state.add(SHARED, state.of(COST).checked_sub(before).ok_or_else(Error::overflow)?)?;
        }
        Ok(part)
    }

    /// The figures of a group that has its part of what is shared.
    fn finish(&self, state: &Sums, over: &Over<'_, Sums>, work: &'static str, none: Undefined) -> Result<Vec<Figure>> {
        let (own, done) = (entry::finish_own(&self.rates, state, work, none), state.count(WORK));
        let whole = match over.whole {
            _ if self.share == Share::Nothing => return Ok(own),
            Some(whole) if whole.count(WORK) == 0 => return Ok(own),
            Some(whole) => whole,
            // The groups are in several currencies, so nothing can be shared among them.
            None => {
                let mut figures = own;
                figures.iter_mut().take(2).for_each(|figure| figure.undefine(Undefined::MixedCurrencies));
                return Ok(figures);
            }
        };
        let timed = self.share == Share::HandlingTime && whole.records(TIME) == whole.count(WORK) && whole.of(TIME) > 0;
        let by = if timed { TIME } else { WORK };
        let part = money::portion(whole.of(SHARED), state.of(by), whole.of(by))?;
        let cost = state.of(COST).checked_sub(state.of(SHARED)).and_then(|own| own.checked_add(part));
        let entries = state.records(COST).saturating_sub(state.records(SHARED)).saturating_add(whole.records(SHARED));
        let cost = (cost.ok_or_else(Error::overflow)?, entries);
        Ok(entry::finish(&self.rates, cost, state.currency.or(whole.currency), (work, done), none))
    }
}

/// Cost ÷ conversations.
#[derive(Clone)]
pub(crate) struct PerConversation(Costs);
/// Cost ÷ tickets.
#[derive(Clone)]
pub(crate) struct PerTicket(Costs);
/// Cost ÷ resolved tickets.
#[derive(Clone)]
pub(crate) struct PerResolution(Costs);

macro_rules! cost_kpi {
    ($Name:ident, $variant:literal, $work:literal, $work_doc:literal, $none:expr, $reads:expr, $prose:expr) => {
        impl Kpi for $Name {
            const SPEC: Spec = Spec {
                id: "cost_per_conversation",
                variant: $variant,
                family: "cost",
                by: None,
                direction: Direction::LowerIsBetter,
                inputs: &[COST_INPUT, InputSpec::count($work, $work_doc)],
                parameters: PARAMETERS,
                figures: &[MEAN, TOTAL, FigureSpec::count($work)],
                prose: $prose,
            };
            type State = Sums;
            const READS: &'static [Read<Self>] = $reads;
            const OF_WHOLE: bool = true;

            fn new(setting: &Setting<'_>) -> Result<Self> {
                Costs::new(setting).map($Name)
            }
            fn of(&self, inputs: &Inputs<'_>) -> Result<Sums> {
                entry::of(inputs, $work)
            }
            fn finish(&self, state: &Sums, _: f64) -> Result<Vec<Figure>> {
                Ok(entry::finish_own(&self.0.rates, state, $work, $none))
            }
            fn finish_over(&self, state: &Sums, _: f64, over: &Over<'_, Sums>) -> Result<Vec<Figure>> {
                self.0.finish(state, over, $work, $none)
            }
            fn bind(&mut self, words: &Dictionary) -> Result<()> {
                self.0.rates.bind(words);
                Ok(())
            }
        }

        impl Reads<LedgerEntry> for $Name {
            #[inline]
            fn part(&self, entry: &LedgerEntryAt<'_>, context: &Context, state: &mut Sums) -> Result<Part> {
                self.0.add(entry, context, state)
            }
        }
    };
}

cost_kpi! {
    PerConversation, "per_conversation", "conversations", "conversations: answered contacts, and tickets with a reply by a person and no contact of their own",
    Undefined::NoConversations,
    &[
        reads::<Self, LedgerEntry>(LEDGER),
        reads::<Self, Contact>(
            ReadInfo::new(Kind::Contact, Anchor::Instant(&["queued_at", "started_at"]))
                .needs(&["outcome"])
                .uses(&[
                    "queued_at",
                    "started_at",
                    "answered_at",
                    "direction",
                    "abandon_step",
                    "talk",
                    "hold",
                    "wrap_up",
                ]),
        ),
        reads::<Self, Ticket>(
            ReadInfo::new(Kind::Ticket, Anchor::Instant(&["created_at"]))
                .needs(&["created_at"])
                .uses(&["first_response_at", "agent_replies", "status", "merged_at"])
                .presence(&["contact"]),
        ),
    ],
    prose! {
        meaning: "What a conversation with a customer costs.",
        formula: "costs ÷ conversations; conversations: answered contacts + tickets with a reply by a person and no linked contact",
        latex: r"\frac{\sum \text{costs}}{\text{conversations}}",
        counted: counted!("Conversations: contacts that a person answered, also those given up later, on hold or in the conversation, and tickets with a reply by a person that were not born of a contact."),
        left_out: "Ledger: `other_entry`. Contacts: `outbound`, `abandoned` (before an answer), `self_served`, `unanswered`. Tickets: `merged`, `spam`, `through_contact`, `no_reply`.",
        errors: entry::ERRORS,
        interval: entry::INTERVAL,
        pitfalls: PITFALLS,
        sources: SOURCES,
        benchmarks: &[],
        example: Example { inputs: &["\"1000\"", "100"], value: "10", working: "1,000 for 100 conversations." },
    }
}

impl Reads<Contact> for PerConversation {
    #[inline]
    fn part(&self, contact: &ContactAt<'_>, _: &Context, state: &mut Sums) -> Result<Part> {
        match population::no_response(contact) {
            Some(reason) => return Ok(Part::LeftOut(reason)),
            None => entry::count(state)?,
        };
        if let Some(time) = HandleTime::PARTS.time(contact.talk(), contact.hold(), contact.wrap_up())? {
            state.add(TIME, time.into())?;
        }
        Ok(Part::Counted)
    }
}

impl Reads<Ticket> for PerConversation {
    #[inline]
    fn part(&self, ticket: &TicketAt<'_>, _: &Context, state: &mut Sums) -> Result<Part> {
        if let Some(reason) = population::no_request(ticket) {
            return Ok(Part::LeftOut(reason));
        }
        if ticket.contact() != words::NONE {
            return Ok(Part::LeftOut(Reason::ThroughContact));
        }
        if !population::is_answered(ticket) {
            return Ok(Part::LeftOut(Reason::NoReply));
        }
        entry::count(state)
    }
}

cost_kpi! {
    PerTicket, "per_ticket", "tickets", "tickets created",
    Undefined::NoTickets,
    &[
        reads::<Self, LedgerEntry>(LEDGER),
        reads::<Self, Ticket>(
            ReadInfo::new(Kind::Ticket, Anchor::Instant(&["created_at"]))
                .needs(&["created_at"])
                .uses(&["first_response_at", "agent_replies", "status", "merged_at", "deleted_at"]),
        ),
    ],
    prose! {
        meaning: "What a ticket costs.",
        formula: "costs ÷ tickets created",
        latex: r"\frac{\sum \text{costs}}{\text{tickets}}",
        counted: counted!("Tickets: all that were created, except those left out."),
        left_out: "Ledger: `other_entry`. Tickets: `merged`, `spam`, `deleted` without an answer.",
        errors: entry::ERRORS,
        interval: entry::INTERVAL,
        pitfalls: PITFALLS,
        sources: SOURCES,
        benchmarks: &[],
        example: Example { inputs: &["\"1000\"", "80"], value: "12.5", working: "1,000 for 80 tickets." },
    }
}

impl Reads<Ticket> for PerTicket {
    #[inline]
    fn part(&self, ticket: &TicketAt<'_>, _: &Context, state: &mut Sums) -> Result<Part> {
        if let Some(reason) = population::no_request(ticket) {
            return Ok(Part::LeftOut(reason));
        }
        if population::is_deleted(ticket) && !population::is_answered(ticket) {
            return Ok(Part::LeftOut(Reason::Deleted));
        }
        entry::count(state)
    }
}

cost_kpi! {
    PerResolution, "per_resolution", "resolutions", "tickets resolved",
    Undefined::NoResolutions,
    &[
        reads::<Self, LedgerEntry>(LEDGER),
        reads::<Self, Ticket>(ENDED),
    ],
    prose! {
        meaning: "What it costs to resolve an inquiry.",
        formula: "costs ÷ tickets resolved in the period",
        latex: r"\frac{\sum \text{costs}}{\text{resolutions}}",
        counted: counted!("Tickets: each once, in the bucket of its last resolution."),
        left_out: "Ledger: `other_entry`. Tickets: `merged`, `spam`; `open` is the backlog at the end of the bucket.",
        errors: entry::ERRORS,
        interval: entry::INTERVAL,
        pitfalls: PITFALLS,
        sources: SOURCES,
        benchmarks: &[],
        example: Example { inputs: &["\"1000\"", "50"], value: "20", working: "1,000 for 50 resolved tickets." },
    }
}

impl Reads<Ticket> for PerResolution {
    #[inline]
    fn part(&self, ticket: &TicketAt<'_>, context: &Context, state: &mut Sums) -> Result<Part> {
        match population::ended(ticket, context, ticket.resolved_at()) {
            Ok(_) => entry::count(state),
            Err(part) => Ok(part),
        }
    }
}
