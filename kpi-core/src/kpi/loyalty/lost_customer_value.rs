//! What lost customers were worth.

use alloc::vec::Vec;
use core::marker::PhantomData;

use crate::error::Result;
use crate::kpi::figure::{Figure, Inputs, Undefined};
use crate::kpi::money::{self, CURRENCY, RATES, Rates};
use crate::kpi::part::{Context, Kpi, Read, ReadInfo, Reads, Setting, reads};
use crate::record::{Account, AccountAt, Kind};
use crate::spec::{
    Anchor, Benchmark, Direction, Example, FigureSpec, InputSpec, ParameterSpec, Source, Spec, prose, said,
};
use crate::state::{Part, Reason, Sums};
use crate::words::Dictionary;

/// The first sum, because that is the one with a currency.
const VALUE: usize = 0;
const LOST: usize = 1;

/// The id, for those who derive what an account was worth.
pub(crate) const ID: &str = "lost_customer_value";
/// How far back an account's purchases count, in seconds: a year of 365.25 days.
pub(crate) const LOOKBACK: ParameterSpec = ParameterSpec {
    name: "lookback",
    takes: said("a number of seconds"),
    default: "31557600",
    doc: said(
        "How long before its end an account's purchases count, where its value is derived from them: a year of 365.25 \
         days by default.",
    ),
    in_formula: false,
};

const INPUTS: &[InputSpec] = &[
    InputSpec::amount("value", "what all lost customers were worth"),
    InputSpec::count("lost", "customers who were lost"),
];
const PARAMETERS: &[ParameterSpec] = &[CURRENCY, RATES, LOOKBACK];
const FIGURES: &[FigureSpec] = &[FigureSpec::money("value"), FigureSpec::count("lost")];

#[cfg(feature = "prose")]
const COUNTED: &str = "Accounts by when they ended. Their value is the field `value`. A report over whole tables derives \
    it where no account gives one: the sum of the account's purchases that stand within `lookback` before it ended, the \
    start of that time included, its end not. Only the kind `purchase` counts; map other kinds to it where they are sales, or give `value`. It is 0 where the account bought nothing. Purchases of one account in several currencies \
    are converted by `rates`, and their sum is rounded once to 9 places.";
#[cfg(feature = "prose")]
const LEFT_OUT: &str = "`no_value`: the value is null, or has no currency; derived: none of the account's purchases has an \
    amount with a currency. Accounts that have not ended are not there.";
#[cfg(feature = "prose")]
const ERRORS: &str = "`mixed_currencies` where values are in several currencies and there is no rate, \
    `unknown_currency`, `overflow`; `missing_records` where the value is to be derived and there are no conversions; \
    `bad_parameter` where one report is to derive it in two ways; `missing_field` where tables come one after the other \
    and `value` is not given.";
#[cfg(feature = "prose")]
const PITFALLS: &[&str] = &[
    "It is what the lost customers were worth, not the mean of all: ten lost small accounts are not one lost large one.",
    "What they bought in the last year is the past; who leaves slowly has bought less and less before the end.",
    "A purchase that a refund names is gone whole, also where the refund gives back a part of it.",
];

/// What differs between the variants.
pub(crate) trait Variant: Clone + Send + Sync + 'static {
    const SPEC: Spec;
    const MEAN: bool;
}

/// What all of them were worth.
#[derive(Clone)]
pub(crate) struct Sum;

/// What each was worth.
#[derive(Clone)]
pub(crate) struct Mean;

impl Variant for Sum {
    const SPEC: Spec = Spec {
        id: ID,
        variant: "sum",
        family: "loyalty",
        by: None,
        direction: Direction::LowerIsBetter,
        inputs: INPUTS,
        parameters: PARAMETERS,
        figures: FIGURES,
        prose: prose! {
            meaning: "What the customers who left were worth.",
            formula: "sum of the values of the lost customers",
            latex: r"\sum_{\text{lost}} \text{value}",
            counted: COUNTED,
            left_out: LEFT_OUT,
            errors: ERRORS,
            interval: "None.",
            pitfalls: PITFALLS,
            sources: &[
                Source { title: "S3", says: "Quotes what a lost customer is worth on average: the variant `mean`. The sum is the default, because it grows with every customer lost." },
                Source { title: "S0", says: "Takes a lost customer for more than a lost sale, because the bad opinion goes on to others. It gives no number." },
            ],
            benchmarks: &[],
            example: Example {
                inputs: &["\"100\"", "1"],
                value: "100",
                working: "Of three customers worth 100, 100 and 1,000 one of 100 is lost.",
            },
        },
    };
    const MEAN: bool = false;
}

impl Variant for Mean {
    const SPEC: Spec = Spec {
        id: ID,
        variant: "mean",
        family: "loyalty",
        by: None,
        direction: Direction::Neutral,
        inputs: INPUTS,
        parameters: PARAMETERS,
        figures: FIGURES,
        prose: prose! {
            meaning: "What a customer who left was worth.",
            formula: "sum of the values of the lost customers ÷ lost customers",
            latex: r"\frac{\sum_{\text{lost}} \text{value}}{\text{lost}}",
            counted: COUNTED,
            left_out: LEFT_OUT,
            errors: ERRORS,
            interval: "None.",
            pitfalls: PITFALLS,
            sources: &[Source { title: "S3", says: "Quotes Kissmetrics: 243 USD on average for a lost customer, all over the world." }],
            benchmarks: &[Benchmark {
                figure: "value",
                low: Some("243"),
                high: Some("243"),
                exclusive: false,
                label: "mean",
                population: "lost customers worldwide, in USD, after Kissmetrics",
                source: "S3",
            }],
            example: Example {
                inputs: &["\"729\"", "3"],
                value: "243",
                working: "Three lost customers were worth 729 together: 729 ÷ 3.",
            },
        },
    };
    const MEAN: bool = true;
}

/// The KPI in one variant.
#[derive(Clone)]
pub(crate) struct LostValue<V> {
    rates: Rates,
    variant: PhantomData<V>,
}

impl<V: Variant> Kpi for LostValue<V> {
    const SPEC: Spec = V::SPEC;
    type State = Sums;
    const READS: &'static [Read<Self>] = &[reads::<Self, Account>(
        ReadInfo::new(Kind::Account, Anchor::Instant(&["ended_at"])).needs(&["ended_at"]).uses(&["value", "currency"]),
    )];

    fn new(setting: &Setting<'_>) -> Result<Self> {
        // Whoever derives the value reads it.
        setting.parameters.duration(LOOKBACK.name, 0)?;
        Ok(LostValue { rates: Rates::new(setting)?, variant: PhantomData })
    }
    fn of(&self, inputs: &Inputs<'_>) -> Result<Sums> {
        let mut sums = Sums::counts(&[0, inputs.count("lost")?]);
        sums.add(VALUE, money::in_units(inputs.amount("value")?.0))?;
        Ok(sums)
    }
    fn finish(&self, state: &Sums, _: f64) -> Result<Vec<Figure>> {
        let (sum, lost) = (state.of(VALUE), state.count(LOST));
        let value = if V::MEAN {
            let of = if lost == 0 { Err(Undefined::NoLosses) } else { Ok((sum, lost)) };
            self.rates.mean("value", of, lost, state.currency)
        } else {
            self.rates.figure("value", sum, lost, state.currency)
        };
        Ok([value, Figure::count("lost", lost)].into())
    }
    fn bind(&mut self, words: &Dictionary) -> Result<()> {
        self.rates.bind(words);
        Ok(())
    }
    fn derived(&self) -> &'static [(Kind, &'static str)] {
        &[(Kind::Account, "value"), (Kind::Account, "currency")]
    }
}

impl<V: Variant> Reads<Account> for LostValue<V> {
    #[inline]
    fn part(&self, account: &AccountAt<'_>, _: &Context<'_>, state: &mut Sums) -> Result<Part> {
        if account.ended_at().is_none() {
            return Ok(Part::Nothing);
        }
        // Nothing is nothing in any currency.
        if account.value() != Some(0) {
            let part = self.rates.add_amount(VALUE, account.value(), account.currency(), state)?;
            if matches!(part, Part::LeftOut(Reason::NoValue)) {
                return Ok(part);
            }
        }
        state.add(LOST, 1)?;
        Ok(Part::Counted)
    }
}
