//! Cost per conversion.

use alloc::vec::Vec;

use super::entry::{self, COST_INPUT, LEDGER, MEAN, TOTAL};
use crate::error::Result;
use crate::kpi::figure::{Figure, Inputs, Undefined};
use crate::kpi::kinds::Kinds;
use crate::kpi::money::{CURRENCY, RATES, Rates};
use crate::kpi::part::{Context, Kpi, Read, ReadInfo, Reads, Setting, reads};
use crate::kpi::population;
use crate::record::{Conversion, ConversionAt, Kind, LedgerEntry, LedgerEntryAt};
use crate::spec::{Anchor, Direction, Example, FigureSpec, InputSpec, ParameterSpec, Source, Spec, prose, said};
use crate::state::{Part, Reason, Sums};
use crate::words::{self, Dictionary};

const CONVERSIONS: &str = "conversions";

/// Cost ÷ conversions.
#[derive(Clone)]
pub(crate) struct Standard {
    rates: Rates,
    kinds: Kinds,
}

impl Kpi for Standard {
    const SPEC: Spec = Spec {
        id: "cost_per_conversion",
        variant: "standard",
        family: "cost",
        by: None,
        direction: Direction::LowerIsBetter,
        inputs: &[COST_INPUT, InputSpec::count(CONVERSIONS, "conversions of the kinds that count")],
        parameters: &[
            CURRENCY,
            RATES,
            ParameterSpec {
                name: "kinds",
                takes: said("a list of words"),
                default: "[\"purchase\"]",
                doc: said("The kinds of conversion that count; the others are left out as `other_conversion`."),
                in_formula: false,
            },
        ],
        figures: &[MEAN, TOTAL, FigureSpec::count(CONVERSIONS)],
        prose: prose! {
            meaning: "What support costs for each outcome that it is there for: a purchase, a finished setup, an upsell.",
            formula: "costs ÷ conversions of the kinds that count",
            latex: r"\frac{\sum \text{costs}}{\text{conversions}}",
            counted: "Costs: ledger entries of kind cost; an entry with a period is spread evenly over it and clipped to the bucket, and its parts add up to it exactly. Conversions of the wanted kinds, by their instant.",
            left_out: "Ledger: `other_entry`. Conversions: `other_conversion` (not of the wanted kinds), `refunded` (canceled, or a refund names its order).",
            errors: entry::ERRORS,
            interval: entry::INTERVAL,
            pitfalls: &[
                "It divides all costs by all conversions of the period, whether or not support led to them; it shows a trend, not what one more conversion would cost.",
                "Say what a conversion is before you compare; nobody else's number has the same one.",
                "A recent period still gets dearer: what was bought in it can be canceled tomorrow.",
            ],
            sources: &[Source {
                title: "S4",
                says: "All costs of customer service (salaries, training, software, infrastructure) by the conversions of a period; a conversion is the outcome you want, such as a setup, a resolved complex issue or an upsell. It knows no benchmark that fits all. It speaks of winning a customer as well; that is `customer_acquisition_cost`.",
            }],
            benchmarks: &[],
            example: Example {
                inputs: &["\"6000\"", "240"],
                value: "25",
                working: "6,000 for 240 conversions.",
            },
        },
    };
    type State = Sums;
    const READS: &'static [Read<Self>] = &[
        reads::<Self, LedgerEntry>(LEDGER),
        reads::<Self, Conversion>(
            ReadInfo::new(Kind::Conversion, Anchor::Instant(&["at"]))
                .needs(&["at", "kind"])
                .uses(&["canceled_at", "refunded"]),
        ),
    ];

    fn new(setting: &Setting<'_>) -> Result<Self> {
        Ok(Standard { rates: Rates::new(setting)?, kinds: Kinds::new(setting, "kinds", &["purchase"])? })
    }
    fn of(&self, inputs: &Inputs<'_>) -> Result<Sums> {
        entry::of(inputs, CONVERSIONS)
    }
    fn finish(&self, state: &Sums, _: f64) -> Result<Vec<Figure>> {
        Ok(entry::finish_own(&self.rates, state, CONVERSIONS, Undefined::NoConversions))
    }
    fn bind(&mut self, words: &Dictionary) -> Result<()> {
        self.rates.bind(words);
        self.kinds.bind(words);
        Ok(())
    }
    fn derived(&self) -> &'static [(Kind, &'static str)] {
        &[(Kind::Conversion, "refunded")]
    }
}

impl Reads<LedgerEntry> for Standard {
    #[inline]
    fn part(&self, entry: &LedgerEntryAt<'_>, context: &Context<'_>, state: &mut Sums) -> Result<Part> {
        entry::add(&self.rates, words::COST, entry, context, state)
    }
}

impl Reads<Conversion> for Standard {
    #[inline]
    fn part(&self, conversion: &ConversionAt<'_>, _: &Context<'_>, state: &mut Sums) -> Result<Part> {
        let other = (!self.kinds.has(conversion.kind())).then_some(Reason::OtherConversion);
        match other.or_else(|| population::given_back(conversion)) {
            Some(reason) => Ok(Part::LeftOut(reason)),
            None => entry::count(state),
        }
    }
}
