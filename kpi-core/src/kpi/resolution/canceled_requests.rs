//! Canceled requests.

use alloc::vec::Vec;

use super::CREATED;
use crate::error::Result;
use crate::exact::Fraction;
use crate::kpi::figure::{Figure, Inputs, Undefined};
use crate::kpi::money::{self, CURRENCY, RATES, Rates};
use crate::kpi::part::{Context, Kpi, Read, ReadInfo, Reads, Setting, reads};
use crate::kpi::population;
use crate::record::{Conversion, ConversionAt, Kind, Ticket, TicketAt};
use crate::spec::{Anchor, Direction, Example, FigureSpec, InputSpec, ParameterSpec, Source, Spec, Unit, prose};
use crate::state::{Part, Reason, Sums};
use crate::words::{self, Dictionary, NONE};

/// The first sum, because that is the one with a currency.
const VALUE: usize = 0;
const CANCELED: usize = 1;
const ALL: usize = 2;
const NO_VALUE: usize = 3;

const PARAMETERS: &[ParameterSpec] = &[CURRENCY, RATES];
const VALUE_INPUT: InputSpec = InputSpec::amount("value", "what the canceled ones were worth");

#[cfg(feature = "prose")]
const ERRORS: &str = "`mixed_currencies` where values are in several currencies and there is no rate, `unknown_currency` \
    where one is not three capital letters, `overflow`. `bad_input` in the formula where more are canceled than there are.";
#[cfg(feature = "prose")]
const INTERVAL: &str = "Wilson for the share; none for the others.";
#[cfg(feature = "prose")]
const PITFALLS: &[&str] = &[
    "A recent period still rises: what was made in it can be canceled tomorrow.",
    "Where values are missing the money is too low; `no_value` says of how many.",
];
#[cfg(feature = "prose")]
const SOURCES: &[Source] =
    &[Source { title: "S2", says: "How much was lost from existing customers through canceled orders and requests." }];

/// Canceled tickets.
#[derive(Clone)]
pub(crate) struct Requests(Rates);

/// Canceled purchases.
#[derive(Clone)]
pub(crate) struct Orders(Rates);

fn of(inputs: &Inputs<'_>, all: &str, rates: &Rates) -> Result<Sums> {
    let (canceled, all) = inputs.part_of("canceled", all)?;
    let mut sums = Sums::counts(&[0, canceled, all]);
    sums.add(VALUE, money::in_units(inputs.amount("value")?.0))?;
    sums.currency = rates.currency;
    Ok(sums)
}

fn finish(state: &Sums, all: &'static str, rates: &Rates, level: f64) -> Vec<Figure> {
    let (canceled, of) = (state.count(CANCELED), state.count(ALL));
    let value = Fraction { numerator: state.of(VALUE), denominator: 1, units: money::UNITS, times: 1 };
    [
        Figure::count("count", canceled),
        Figure::share("share", canceled, of, Undefined::NoRecords, level),
        Figure {
            unit: Some(Unit::Money(state.currency.or(rates.currency))),
            ..Figure::new("value", Ok(value), state.records(VALUE))
        },
        Figure::count("no_value", state.count(NO_VALUE)),
        Figure::count(all, of),
    ]
    .into()
}

/// Counts a record, and its value where it is canceled; one without a currency cannot be added to others.
fn count(canceled: bool, value: Option<i64>, currency: u32, rates: &Rates, state: &mut Sums) -> Result<Part> {
    state.add(ALL, 1)?;
    match value.filter(|_| currency != NONE) {
        _ if !canceled => return Ok(Part::Counted),
        Some(value) => {
            let (currency, value) = rates.converted(value, currency)?;
            state.hold(currency)?;
            state.add(VALUE, value)?;
        }
        None => state.add(NO_VALUE, 1)?,
    }
    state.add(CANCELED, 1)?;
    Ok(Part::Counted)
}

macro_rules! canceled_kpi {
    ($Name:ident, $variant:literal, $all_doc:literal, $canceled_doc:literal, $read:expr, $prose:expr) => {
        impl Kpi for $Name {
            const SPEC: Spec = Spec {
                id: "canceled_requests",
                variant: $variant,
                family: "resolution",
                by: None,
                direction: Direction::LowerIsBetter,
                inputs: &[
                    InputSpec::count("canceled", $canceled_doc),
                    InputSpec::count($variant, $all_doc),
                    VALUE_INPUT,
                ],
                parameters: PARAMETERS,
                figures: &[
                    FigureSpec::count("count"),
                    FigureSpec::share("share"),
                    FigureSpec::money("value"),
                    FigureSpec::count("no_value"),
                    FigureSpec::count($variant),
                ],
                prose: $prose,
            };
            type State = Sums;
            const READS: &'static [Read<Self>] = &[$read];

            fn new(setting: &Setting<'_>) -> Result<Self> {
                Rates::new(setting).map($Name)
            }
            fn of(&self, inputs: &Inputs<'_>) -> Result<Sums> {
                of(inputs, $variant, &self.0)
            }
            fn finish(&self, state: &Sums, level: f64) -> Result<Vec<Figure>> {
                Ok(finish(state, $variant, &self.0, level))
            }
            fn bind(&mut self, words: &Dictionary) -> Result<()> {
                self.0.bind(words);
                Ok(())
            }
        }
    };
}

canceled_kpi! {
    Requests, "requests", "tickets created", "tickets that were canceled",
    reads::<Self, Ticket>(
        CREATED.needs(&["created_at", "canceled_at"]).uses(case_fields!("value", "currency")),
    ),
    prose! {
        meaning: "How many requests were canceled, and what they were worth.",
        formula: "count: tickets canceled; share: 100 × canceled ÷ tickets created; value: sum of the values of the canceled",
        latex: r"100 \cdot \frac{\text{tickets canceled}}{\text{tickets created}}, \quad \sum_{\text{canceled}} \text{value}",
        counted: "Tickets by when they were created, whenever they were canceled. For the month of the cancellation ask with the anchor `canceled_at`. A canceled ticket without a value, or whose value has no currency, counts under `no_value`, not as 0.",
        left_out: "`merged`, `spam`, `deleted` (without an answer).",
        errors: ERRORS,
        interval: INTERVAL,
        pitfalls: PITFALLS,
        sources: SOURCES,
        benchmarks: &[],
        example: Example {
            inputs: &["3", "60", "\"250\""],
            value: "3",
            working: "Of 60 tickets three were canceled, worth 100, 150 and unknown: 3, which is 100 × 3 ÷ 60 = 5 %, and 250.",
        },
    }
}

impl Reads<Ticket> for Requests {
    #[inline]
    fn part(&self, ticket: &TicketAt<'_>, _: &Context, state: &mut Sums) -> Result<Part> {
        if let Some(reason) = population::no_case(ticket) {
            return Ok(Part::LeftOut(reason));
        }
        count(population::is_canceled(ticket), ticket.value(), ticket.currency(), &self.0, state)
    }
}

canceled_kpi! {
    Orders, "orders", "purchases made", "purchases that were canceled",
    reads::<Self, Conversion>(
        ReadInfo::new(Kind::Conversion, Anchor::Instant(&["at"]))
            .needs(&["at", "kind", "canceled_at"])
            .uses(&["amount", "currency"]),
    ),
    prose! {
        meaning: "How many orders were canceled, and what they were worth.",
        formula: "count: purchases canceled; share: 100 × canceled ÷ purchases; value: sum of the amounts of the canceled",
        latex: r"100 \cdot \frac{\text{purchases canceled}}{\text{purchases}}, \quad \sum_{\text{canceled}} \text{amount}",
        counted: "Conversions of kind purchase by when they were made, whenever they were canceled. For the month of the cancellation ask with the anchor `canceled_at`. A canceled purchase without an amount, or whose amount has no currency, counts under `no_value`, not as 0.",
        left_out: "`other_conversion` (an upsell, a refund or another kind).",
        errors: ERRORS,
        interval: INTERVAL,
        pitfalls: PITFALLS,
        sources: SOURCES,
        benchmarks: &[],
        example: Example {
            inputs: &["2", "80", "\"119.80\""],
            value: "2",
            working: "Of 80 purchases two were canceled, of 59.90 each: 2, which is 100 × 2 ÷ 80 = 2.5 %, and 119.80.",
        },
    }
}

impl Reads<Conversion> for Orders {
    #[inline]
    fn part(&self, purchase: &ConversionAt<'_>, _: &Context, state: &mut Sums) -> Result<Part> {
        if purchase.kind() != words::PURCHASE {
            return Ok(Part::LeftOut(Reason::OtherConversion));
        }
        count(purchase.canceled_at().is_some(), purchase.amount(), purchase.currency(), &self.0, state)
    }
}
