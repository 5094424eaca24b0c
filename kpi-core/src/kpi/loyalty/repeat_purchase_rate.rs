//! Repeat purchase rate.

use alloc::vec::Vec;
use core::marker::PhantomData;

use crate::error::Result;
use crate::kpi::figure::{Figure, Inputs, Undefined};
use crate::kpi::part::{Context, Kpi, Read, ReadInfo, Reads, Setting, reads};
use crate::kpi::population::{self, DAY, MONTH, Outcome};
use crate::record::{Contact, ContactAt, Conversion, ConversionAt, Kind, Ticket, TicketAt};
use crate::spec::{
    Anchor, Benchmark, Direction, Example, FigureSpec, InputSpec, ParameterSpec, Source, Spec, prose, said,
};
use crate::state::{Customers, Part, Reason, Sums};
use crate::words::NONE;

const WITHIN: ParameterSpec = ParameterSpec {
    name: "within",
    takes: said("a number of seconds"),
    default: "2592000",
    doc: said("How soon the customer has to buy again: 30 days by default."),
    in_formula: false,
};

#[cfg(feature = "prose")]
const CUSTOMERS_ERRORS: &str = "`bad_input` in the formula where more buy again than buy.";
#[cfg(feature = "prose")]
const CUSTOMERS_LEFT_OUT: &str =
    "`other_conversion` (not a purchase), `refunded` (canceled, or a refund names its order), `no_account`.";
#[cfg(feature = "prose")]
const SOURCES: &[Source] = &[
    Source {
        title: "S0",
        says: "The number of customers who buy a second time or more often. It calls this customer retention rate; `retention_rate` here is what S1 and S4 mean by it.",
    },
    Source {
        title: "S3",
        says: "Takes customers who come back for the last proof of good service; it gives no formula.",
    },
];

/// Which customers buy again.
pub(crate) trait Again: Clone + Send + Sync + 'static {
    const SPEC: Spec;
    const READ: ReadInfo;
    const DERIVED: &'static [(Kind, &'static str)];
    /// Whether it compares with what was before the bucket.
    const BEFORE: bool;
}

/// With at least two purchases in the bucket.
#[derive(Clone)]
pub(crate) struct WithinWindow;

/// With a purchase before the bucket, too.
#[derive(Clone)]
pub(crate) struct Returning;

const CUSTOMER_INPUTS: &[InputSpec] =
    &[InputSpec::count("repeat", "customers who bought again"), InputSpec::count("customers", "customers who bought")];
const CUSTOMER_FIGURES: &[FigureSpec] =
    &[FigureSpec::share("rate"), FigureSpec::count("repeat"), FigureSpec::count("customers")];

impl Again for WithinWindow {
    const SPEC: Spec = Spec {
        id: "repeat_purchase_rate",
        variant: "within_window",
        family: "loyalty",
        by: None,
        direction: Direction::HigherIsBetter,
        inputs: CUSTOMER_INPUTS,
        parameters: &[],
        figures: CUSTOMER_FIGURES,
        prose: prose! {
            meaning: "The share of the customers who bought in the period that bought more than once in it.",
            formula: "100 × customers with at least two purchases ÷ customers with at least one",
            latex: r"100 \cdot \frac{\text{customers with} \geq 2}{\text{customers with} \geq 1}",
            counted: "Conversions of kind purchase, by their instant; several on one day count as given. Each customer once in every bucket and group.",
            left_out: CUSTOMERS_LEFT_OUT,
            errors: CUSTOMERS_ERRORS,
            interval: "Wilson.",
            pitfalls: &[
                "Buckets do not add up: two purchases in two months are one each in the months and a repeat in the total.",
                "The longer the window, the higher the rate; compare windows of one length.",
            ],
            sources: SOURCES,
            benchmarks: &[],
            example: Example {
                inputs: &["30", "120"],
                value: "25",
                working: "Of 120 customers who bought 30 bought at least twice: 100 × 30 ÷ 120.",
            },
        },
    };
    const READ: ReadInfo = ReadInfo::new(Kind::Conversion, Anchor::Instant(&["at"]))
        .needs(&["at", "kind", "account"])
        .uses(&["canceled_at", "refunded"]);
    const DERIVED: &'static [(Kind, &'static str)] = &[(Kind::Conversion, "refunded")];
    const BEFORE: bool = false;
}

impl Again for Returning {
    const SPEC: Spec = Spec {
        id: "repeat_purchase_rate",
        variant: "returning",
        family: "loyalty",
        by: None,
        direction: Direction::HigherIsBetter,
        inputs: CUSTOMER_INPUTS,
        parameters: &[],
        figures: CUSTOMER_FIGURES,
        prose: prose! {
            meaning: "The share of the customers who bought in the period that had bought before it.",
            formula: "100 × customers of the period whose first purchase was before it ÷ customers of the period",
            latex: r"100 \cdot \frac{\text{customers who had bought before}}{\text{customers who bought}}",
            counted: "Conversions of kind purchase, by their instant; the first purchase is the first of all that were given, also before the window. Each customer once in every bucket and group.",
            left_out: CUSTOMERS_LEFT_OUT,
            errors: "`window_required`; `bad_input` in the formula where more buy again than buy.",
            interval: "Wilson.",
            pitfalls: &["It depends on how far back the data reach: with one month of purchases nobody returns."],
            sources: SOURCES,
            benchmarks: &[],
            example: Example {
                inputs: &["1", "1"],
                value: "100",
                working: "One customer bought in November and again in January: in January 100 × 1 ÷ 1.",
            },
        },
    };
    const READ: ReadInfo = ReadInfo::new(Kind::Conversion, Anchor::Instant(&["at"]))
        .needs(&["at", "kind", "account"])
        .uses(&["canceled_at", "refunded", "first_purchase_at"]);
    const DERIVED: &'static [(Kind, &'static str)] =
        &[(Kind::Conversion, "refunded"), (Kind::Conversion, "first_purchase_at")];
    const BEFORE: bool = true;
}

/// The rate over customers.
#[derive(Clone)]
pub(crate) struct OfCustomers<A>(PhantomData<A>);

impl<A: Again> Kpi for OfCustomers<A> {
    const SPEC: Spec = A::SPEC;
    type State = Customers;
    const READS: &'static [Read<Self>] = &[reads::<Self, Conversion>(A::READ)];
    const NEEDS_WINDOW: bool = A::BEFORE;
    const OWN_TOTAL: bool = A::BEFORE;

    fn new(_: &Setting<'_>) -> Result<Self> {
        Ok(OfCustomers(PhantomData))
    }
    fn of(&self, inputs: &Inputs<'_>) -> Result<Customers> {
        let (repeat, customers) = inputs.part_of("repeat", "customers")?;
        Ok(Customers::settled([repeat.into(), customers.into()]))
    }
    fn finish(&self, state: &Customers, level: f64) -> Result<Vec<Figure>> {
        let [mut repeat, mut customers, ..] = state.settled.map(|n| u64::try_from(n).unwrap_or_default());
        state.each(|purchases| {
            // In rising order: a mark of an earlier purchase is the last.
            let again = if A::BEFORE {
                purchases.last().is_some_and(|&[before, ..]| before != 0)
            } else {
                purchases.nth(1).is_some()
            };
            repeat = repeat.saturating_add(u64::from(again));
            customers = customers.saturating_add(1);
            Ok(())
        })?;
        let rate = Figure::share("rate", repeat, customers, Undefined::NoRecords, level);
        Ok([rate, Figure::count("repeat", repeat), Figure::count("customers", customers)].into())
    }
    fn derived(&self) -> &'static [(Kind, &'static str)] {
        A::DERIVED
    }
}

impl<A: Again> Reads<Conversion> for OfCustomers<A> {
    #[inline]
    fn part(&self, conversion: &ConversionAt<'_>, context: &Context, state: &mut Customers) -> Result<Part> {
        if let Some(reason) = population::no_purchase(conversion) {
            return Ok(Part::LeftOut(reason));
        }
        if conversion.account() == NONE {
            return Ok(Part::LeftOut(Reason::NoAccount));
        }
        let before = A::BEFORE && conversion.first_purchase_at().is_some_and(|first| first < context.from);
        state.add(conversion.account(), [i128::from(before), 0, 0]);
        Ok(Part::Counted)
    }
}

const BOUGHT_QUICK: usize = 0;
const QUICK: usize = 1;
const BOUGHT_SLOW: usize = 2;
const SLOW: usize = 3;

/// Complaints after which the customer bought again.
#[derive(Clone)]
pub(crate) struct AfterComplaint {
    within: i64,
    resolved_within: i64,
    as_of: Option<i64>,
}

impl Kpi for AfterComplaint {
    const SPEC: Spec = Spec {
        id: "repeat_purchase_rate",
        variant: "after_complaint",
        family: "loyalty",
        by: None,
        direction: Direction::HigherIsBetter,
        inputs: &[
            InputSpec::count("bought_quick", "quickly resolved complaints after which the customer bought again"),
            InputSpec::count("quick", "quickly resolved complaints"),
            InputSpec::count("bought_slow", "other complaints after which the customer bought again"),
            InputSpec::count("slow", "other complaints: resolved later, or not at all"),
        ],
        parameters: &[
            WITHIN,
            ParameterSpec {
                name: "resolved_within",
                takes: said("a number of seconds"),
                default: "86400",
                doc: said(
                    "How soon a complaint has to be resolved, for the last time, to be quick: one day by default.",
                ),
                in_formula: false,
            },
        ],
        figures: &[
            FigureSpec::share("rate"),
            FigureSpec::share("rate_quick"),
            FigureSpec::share("rate_slow"),
            FigureSpec::count("repeat"),
            FigureSpec::count("complaints"),
        ],
        prose: prose! {
            meaning: "The share of complaints after which the customer bought again within 30 days; by whether the complaint was resolved within a day.",
            formula: "100 × complaints followed by a purchase of the same account within the time ÷ complaints; the same over those resolved within `resolved_within` (`rate_quick`) and over the others (`rate_slow`)",
            latex: r"100 \cdot \frac{\text{complaints followed by a purchase}}{\text{complaints}}",
            counted: "Tickets that are complaints and name an account, by creation, whose time is over at `as_of` (default: the window's end). A purchase that was canceled or refunded does not count.",
            left_out: "`merged`, `spam`, `deleted` without an answer, `no_complaint`, `no_account`, `window_open`.",
            errors: "`missing_records` without conversions; `as_of_required`; `bad_input` in the formula where more bought than complained.",
            interval: "Wilson.",
            pitfalls: &["Complaints that are easily resolved may come from customers who would have bought anyway: the two rates are no experiment."],
            sources: &[Source { title: "S0", says: "Of business customers who complain of an error that cost them over 100 USD, 82 % buy again where it is quickly resolved. How quickly, and until when they buy, it leaves open: the day and the 30 days are parameters here." }],
            benchmarks: &[Benchmark {
                figure: "rate_quick",
                low: Some("82"),
                high: Some("82"),
                exclusive: false,
                label: "mean",
                population: "business customers after an error over 100 USD, quickly resolved",
                source: "S0",
            }],
            example: Example {
                inputs: &["8", "10", "6", "30"],
                value: "35",
                working: "8 of 10 quickly resolved complaints and 6 of 30 others were followed by a purchase: 100 × 14 ÷ 40; 80 % against 20 %.",
            },
        },
    };
    type State = Sums;
    const READS: &'static [Read<Self>] = &[reads::<Self, Ticket>(
        ReadInfo::new(Kind::Ticket, Anchor::Instant(&["created_at"]))
            .needs(&["created_at", "complaint", "resolved_at"])
            .uses(&["first_response_at", "agent_replies", "status", "merged_at", "deleted_at", "next_purchase_at"])
            .presence(&["account"]),
    )];

    fn new(setting: &Setting<'_>) -> Result<Self> {
        let within = setting.parameters.duration("within", MONTH)?;
        let resolved_within = setting.parameters.duration("resolved_within", DAY)?;
        Ok(AfterComplaint { within, resolved_within, as_of: setting.as_of })
    }
    fn of(&self, inputs: &Inputs<'_>) -> Result<Sums> {
        let (bought_quick, quick) = inputs.part_of("bought_quick", "quick")?;
        let (bought_slow, slow) = inputs.part_of("bought_slow", "slow")?;
        Ok(Sums::counts(&[bought_quick, quick, bought_slow, slow]))
    }
    fn finish(&self, state: &Sums, level: f64) -> Result<Vec<Figure>> {
        let count = |place| state.count(place);
        let repeat = count(BOUGHT_QUICK).saturating_add(count(BOUGHT_SLOW));
        let complaints = count(QUICK).saturating_add(count(SLOW));
        let share = |name, part, whole| Figure::share(name, part, whole, Undefined::NoRecords, level);
        Ok([
            share("rate", repeat, complaints),
            share("rate_quick", count(BOUGHT_QUICK), count(QUICK)),
            share("rate_slow", count(BOUGHT_SLOW), count(SLOW)),
            Figure::count("repeat", repeat),
            Figure::count("complaints", complaints),
        ]
        .into())
    }
    fn derived(&self) -> &'static [(Kind, &'static str)] {
        &[(Kind::Ticket, "next_purchase_at")]
    }
}

impl Reads<Ticket> for AfterComplaint {
    #[inline]
    fn part(&self, ticket: &TicketAt<'_>, _: &Context, state: &mut Sums) -> Result<Part> {
        if let Some(reason) = population::no_case(ticket) {
            return Ok(Part::LeftOut(reason));
        }
        if ticket.complaint() != Some(true) {
            return Ok(Part::LeftOut(Reason::NoComplaint));
        }
        let Some(created) = ticket.created_at() else { return Ok(Part::LeftOut(Reason::NoAnchor)) };
        if ticket.account() == NONE {
            return Ok(Part::LeftOut(Reason::NoAccount));
        }
        if !population::is_over(created, self.within, self.as_of)? {
            return Ok(Part::LeftOut(Reason::WindowOpen));
        }
        let quick = ticket.resolved_at().is_some_and(|at| at <= created.saturating_add(self.resolved_within));
        let (bought, all) = if quick { (BOUGHT_QUICK, QUICK) } else { (BOUGHT_SLOW, SLOW) };
        state.add(all, 1)?;
        if ticket.next_purchase_at().is_some_and(|at| at <= created.saturating_add(self.within)) {
            state.add(bought, 1)?;
        }
        Ok(Part::Counted)
    }
}

const REPEAT: usize = 0;
const CONTACTS: usize = 1;

/// Abandoned contacts after which the customer bought again.
#[derive(Clone)]
pub(crate) struct AfterAbandonedContact {
    within: i64,
    as_of: Option<i64>,
}

impl Kpi for AfterAbandonedContact {
    const SPEC: Spec = Spec {
        id: "repeat_purchase_rate",
        variant: "after_abandoned_contact",
        family: "loyalty",
        by: None,
        direction: Direction::HigherIsBetter,
        inputs: &[
            InputSpec::count("repeat", "abandoned contacts after which the customer bought"),
            InputSpec::count("contacts", "abandoned contacts"),
        ],
        parameters: &[WITHIN],
        figures: &[FigureSpec::share("rate"), FigureSpec::count("repeat"), FigureSpec::count("contacts")],
        prose: prose! {
            meaning: "The share of abandoned calls and chats after which the customer bought within 30 days.",
            formula: "100 × abandoned contacts followed by a purchase of the same account within the time ÷ abandoned contacts",
            latex: r"100 \cdot \frac{\text{abandoned contacts followed by a purchase}}{\text{abandoned contacts}}",
            counted: "Inbound contacts that were abandoned before an answer and name an account, whose time is over at `as_of` (default: the window's end). A purchase that was canceled or refunded does not count.",
            left_out: "`outbound`, `answered` (also who gave up on hold or in the conversation), `self_served`, `callback`, `failed`, `no_account`, `window_open`.",
            errors: "`missing_records` without conversions; `as_of_required`; `bad_input` in the formula where more bought than gave up.",
            interval: "Wilson.",
            pitfalls: &["Who gives up is often not known by account: `no_account` says how many."],
            sources: &[Source { title: "S0", says: "Of customers who give up an inquiry after a purchase, less than a fifth buy again. Until when, it leaves open." }],
            benchmarks: &[Benchmark {
                figure: "rate",
                low: None,
                high: Some("20"),
                exclusive: true,
                label: "usual",
                population: "customers who abandoned an inquiry after a purchase",
                source: "S0",
            }],
            example: Example {
                inputs: &["9", "60"],
                value: "15",
                working: "After 9 of 60 abandoned calls the customer bought within 30 days: 100 × 9 ÷ 60.",
            },
        },
    };
    type State = Sums;
    const READS: &'static [Read<Self>] = &[reads::<Self, Contact>(
        ReadInfo::new(Kind::Contact, Anchor::Instant(&["queued_at", "started_at"]))
            .needs(&["outcome"])
            .uses(&["queued_at", "started_at", "answered_at", "direction", "abandon_step", "next_purchase_at"])
            .presence(&["account"]),
    )];

    fn new(setting: &Setting<'_>) -> Result<Self> {
        Ok(AfterAbandonedContact { within: setting.parameters.duration("within", MONTH)?, as_of: setting.as_of })
    }
    fn of(&self, inputs: &Inputs<'_>) -> Result<Sums> {
        let (repeat, contacts) = inputs.part_of("repeat", "contacts")?;
        Ok(Sums::counts(&[repeat, contacts]))
    }
    fn finish(&self, state: &Sums, level: f64) -> Result<Vec<Figure>> {
        let (repeat, contacts) = (state.count(REPEAT), state.count(CONTACTS));
        let rate = Figure::share("rate", repeat, contacts, Undefined::NoRecords, level);
        Ok([rate, Figure::count("repeat", repeat), Figure::count("contacts", contacts)].into())
    }
    fn derived(&self) -> &'static [(Kind, &'static str)] {
        &[(Kind::Contact, "next_purchase_at")]
    }
}

impl Reads<Contact> for AfterAbandonedContact {
    #[inline]
    fn part(&self, contact: &ContactAt<'_>, _: &Context, state: &mut Sums) -> Result<Part> {
        let reason = population::outbound(contact).or_else(|| match population::outcome(contact) {
            Outcome::Abandoned => None,
            Outcome::Answered => Some(Reason::Answered),
            Outcome::Waiting => Some(Reason::Unknown),
            Outcome::Other(reason) => Some(reason),
        });
        if let Some(reason) = reason {
            return Ok(Part::LeftOut(reason));
        }
        let Some(began) = contact.started_at().or(contact.queued_at()) else {
            return Ok(Part::LeftOut(Reason::NoAnchor));
        };
        if contact.account() == NONE {
            return Ok(Part::LeftOut(Reason::NoAccount));
        }
        if !population::is_over(began, self.within, self.as_of)? {
            return Ok(Part::LeftOut(Reason::WindowOpen));
        }
        state.add(CONTACTS, 1)?;
        if contact.next_purchase_at().is_some_and(|at| at <= began.saturating_add(self.within)) {
            state.add(REPEAT, 1)?;
        }
        Ok(Part::Counted)
    }
}
