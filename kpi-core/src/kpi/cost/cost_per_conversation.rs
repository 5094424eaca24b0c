//! Cost per conversation.

use alloc::vec::Vec;

use crate::error::Result;
use crate::exact::{Currency, Fraction};
use crate::kpi::figure::{Figure, Inputs, Undefined};
use crate::kpi::money::{self, CURRENCY, RATES, Rates};
use crate::kpi::part::{Context, Kpi, Read, ReadInfo, Reads, Setting, reads};
use crate::kpi::population;
use crate::kpi::resolution::ENDED;
use crate::record::{Contact, ContactAt, Kind, LedgerEntry, LedgerEntryAt, Ticket, TicketAt};
use crate::spec::{
    Anchor, Direction, Example, FigureSpec, InputKind, InputSpec, Number, ParameterSpec, Source, Spec, Unit, prose,
};
use crate::state::{Part, Reason, Sums};
use crate::words::{self, Dictionary};

/// The first sum, because that is the one with a currency.
const COST: usize = 0;
const WORK: usize = 1;

const PARAMETERS: &[ParameterSpec] = &[CURRENCY, RATES];
const COST_INPUT: InputSpec = InputSpec::new("cost", InputKind::Amount, "what support cost");
const MEAN: FigureSpec = FigureSpec::new("mean", Unit::Money(None), Number::Money);
const TOTAL: FigureSpec = FigureSpec::new("cost", Unit::Money(None), Number::Money);

const LEDGER: ReadInfo = ReadInfo::new(Kind::LedgerEntry, Anchor::Period("at", "from", "to"))
    .needs(&["kind", "amount", "currency"])
    .uses(&["at", "from", "to"]);

#[cfg(feature = "prose")]
const ERRORS: &str = "`mixed_currencies` where entries are in several currencies and there is no rate, \
    `unknown_currency`, `overflow`.";
#[cfg(feature = "prose")]
const INTERVAL: &str = "None: one total by another has no sampling interval of its own.";
#[cfg(feature = "prose")]
const PITFALLS: &[&str] = &[
    "A month's salaries dated on the first fall into the first day; give them a period.",
    "It divides one total by another; the mean of the days' quotients is another number.",
    "Costs without a channel stay in the group of the unknown channel.",
];
#[cfg(feature = "prose")]
const SOURCES: &[Source] = &[
    Source {
        title: "S1",
        says: "Names it cost per conversation and explains it as the average cost of resolving an inquiry: the variant `per_resolution`.",
    },
    Source { title: "Field", says: "Contact centres know it as cost per contact." },
];

/// The result's currency and level of a cost KPI.
#[derive(Clone)]
pub(crate) struct PerConversation(Rates);
/// Cost ÷ tickets.
#[derive(Clone)]
pub(crate) struct PerTicket(Rates);
/// Cost ÷ resolved tickets.
#[derive(Clone)]
pub(crate) struct PerResolution(Rates);

fn of(inputs: &Inputs<'_>, work: &str, currency: Option<Currency>) -> Result<Sums> {
    let mut sums = Sums::default();
    sums.add(COST, money::in_units(inputs.amount("cost")?.0))?;
    sums.currency = currency;
    let work = inputs.count(work)?;
    if let (Some(sum), Some(n)) = (sums.sum.get_mut(WORK), sums.n.get_mut(WORK)) {
        (*sum, *n) = (work.into(), work);
    }
    Ok(sums)
}

fn finish(state: &Sums, currency: Option<Currency>, work: &'static str, none: Undefined) -> Vec<Figure> {
    let (cost, done) = (state.of(COST), state.count(WORK));
    let fraction = |denominator| Fraction { numerator: cost, denominator, units: money::UNITS, times: 1 };
    let mean = match (state.records(COST), done) {
        (0, _) => Err(Undefined::NoCosts),
        (_, 0) => Err(none),
        _ => Ok(fraction(done.into())),
    };
    let unit = Some(Unit::Money(state.currency.or(currency)));
    [
        Figure { unit, ..Figure::new("mean", mean, done) },
        Figure { unit, ..Figure::new("cost", Ok(fraction(1)), state.records(COST)) },
        Figure::count(work, done),
    ]
    .into()
}

fn cost(rates: &Rates, entry: &LedgerEntryAt<'_>, context: &Context, state: &mut Sums) -> Result<Part> {
    if entry.kind() != words::COST {
        return Ok(Part::LeftOut(Reason::OtherEntry));
    }
    Ok(if rates.add(entry, context, state)? { Part::Counted } else { Part::Nothing })
}

fn count(state: &mut Sums) -> Result<Part> {
    state.add(WORK, 1)?;
    Ok(Part::Counted)
}

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

            fn new(setting: &Setting<'_>) -> Result<Self> {
                Rates::new(setting).map($Name)
            }
            fn start(&self) -> Sums {
                Sums::default()
            }
            fn of(&self, inputs: &Inputs<'_>) -> Result<Sums> {
                of(inputs, $work, self.0.currency)
            }
            fn finish(&self, state: &Sums, _: f64) -> Result<Vec<Figure>> {
                Ok(finish(state, self.0.currency, $work, $none))
            }
            fn bind(&mut self, words: &Dictionary) -> Result<()> {
                self.0.bind(words);
                Ok(())
            }
        }

        impl Reads<LedgerEntry> for $Name {
            #[inline]
            fn part(&self, entry: &LedgerEntryAt<'_>, context: &Context, state: &mut Sums) -> Result<Part> {
                cost(&self.0, entry, context, state)
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
                .uses(&["queued_at", "started_at", "answered_at", "direction", "abandon_step"]),
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
        counted: "Costs: ledger entries of kind cost; an entry with a period is spread evenly over it and clipped to the bucket, and its parts add up to it exactly. Conversations: contacts that a person answered, also those given up later, on hold or in the conversation, and tickets with a reply by a person that were not born of a contact.",
        left_out: "Ledger: `other_entry`. Contacts: `outbound`, `abandoned` (before an answer), `self_served`, `unanswered`. Tickets: `merged`, `spam`, `through_contact`, `no_reply`.",
        errors: ERRORS,
        interval: INTERVAL,
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
            Some(reason) => Ok(Part::LeftOut(reason)),
            None => count(state),
        }
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
        count(state)
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
        counted: "Costs: ledger entries of kind cost; an entry with a period is spread evenly over it and clipped to the bucket, and its parts add up to it exactly. Tickets: all that were created, except those left out.",
        left_out: "Ledger: `other_entry`. Tickets: `merged`, `spam`, `deleted` without an answer.",
        errors: ERRORS,
        interval: INTERVAL,
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
        count(state)
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
        counted: "Costs: ledger entries of kind cost; an entry with a period is spread evenly over it and clipped to the bucket, and its parts add up to it exactly. Tickets: each once, in the bucket of its last resolution.",
        left_out: "Ledger: `other_entry`. Tickets: `merged`, `spam`; `open` is the backlog at the end of the bucket.",
        errors: ERRORS,
        interval: INTERVAL,
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
            Ok(_) => count(state),
            Err(part) => Ok(part),
        }
    }
}
