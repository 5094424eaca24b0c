//! Retention rate.

use alloc::format;
use alloc::vec::Vec;

use super::balance::{self, ACCOUNTS};
use crate::error::{Code, Error, Result};
use crate::exact::Fraction;
use crate::kpi::figure::{Figure, Inputs, Undefined};
use crate::kpi::part::{Context, Kpi, Read, Reads, Setting, reads};
use crate::record::{Account, AccountAt};
use crate::spec::{Benchmark, Direction, Example, FigureSpec, InputSpec, Number, Source, Spec, Unit, prose};
use crate::state::{Part, Sums};

const INPUTS: &[InputSpec] = &[
    InputSpec::count("start", "customers at the start"),
    InputSpec::count("end", "customers at the end"),
    InputSpec::count("acquired", "customers acquired; of the identity form only those who are there at the end"),
];

const START: usize = 0;
const END: usize = 1;
const ACQUIRED: usize = 2;

#[cfg(feature = "prose")]
const SOURCES: &[Source] = &[
    Source {
        title: "S4",
        says: "(Customers at the end − customers acquired) ÷ customers at the start, times 100. Speaks of users in one place and of paying customers in another, which is a slip: both must be of one population. Its mean over all industries, 46.9 % after one month, is of users.",
    },
    Source {
        title: "S1",
        says: "Customers who stayed ÷ customers at the beginning. `identity` is the default, because there S4's form and this one agree (ruling B3).",
    },
    Source {
        title: "S0",
        says: "Means another thing by the name: the customers who buy again, which it calls a number; here that is `repeat_purchase_rate`. 5 % more retention raises profit by 25 to 95 %.",
    },
    Source {
        title: "S3",
        says: "Takes retention for the KPI that service should be judged by, without a formula: every other KPI is held against it. Quotes Harvard Business School: 5 % more retention is 25 to 95 % more profit.",
    },
];
#[cfg(feature = "prose")]
const BENCHMARKS: &[Benchmark] = &[Benchmark {
    figure: "rate",
    low: Some("46.9"),
    high: Some("46.9"),
    exclusive: false,
    label: "mean",
    population: "users, one month, all industries",
    source: "S4",
}];

/// Start customers who are there at the end ÷ start customers.
#[derive(Clone)]
pub(crate) struct Identity;

/// S4's form taken literally.
#[derive(Clone)]
pub(crate) struct S4Literal;

fn counts(inputs: &Inputs<'_>) -> Result<[u64; 3]> {
    Ok([inputs.count("start")?, inputs.count("end")?, inputs.count("acquired")?])
}

/// 100 × (end − acquired) ÷ start, with the three balances.
fn figures(state: &Sums) -> Vec<Figure> {
    let (start, end, acquired) = (state.count(START), state.count(END), state.count(ACQUIRED));
    let stayed = i128::from(end).saturating_sub(acquired.into());
    let rate = Fraction { numerator: stayed, denominator: start.into(), units: 1, times: 100 };
    let rate = if start == 0 { Err(Undefined::NoStartCustomers) } else { Ok(rate) };
    [
        Figure::new("rate", rate, start),
        Figure::count("start", start),
        Figure::count("end", end),
        Figure::count("acquired", acquired),
    ]
    .into()
}

fn balances(account: &AccountAt<'_>, context: &Context, acquired: bool, state: &mut Sums) -> Result<Part> {
    let (start, end) = (account.is_customer_before(context.from), account.is_customer_before(context.to));
    for (place, holds) in [(START, start), (END, end), (ACQUIRED, acquired)] {
        if holds {
            state.add(place, 1)?;
        }
    }
    Ok(if start || end || acquired { Part::Counted } else { Part::Nothing })
}

impl Kpi for Identity {
    const SPEC: Spec = Spec {
        id: "retention_rate",
        variant: "identity",
        family: "loyalty",
        by: None,
        direction: Direction::HigherIsBetter,
        inputs: INPUTS,
        parameters: &[],
        figures: &[
            FigureSpec::share("rate"),
            FigureSpec::count("start"),
            FigureSpec::count("end"),
            FigureSpec::count("acquired"),
        ],
        prose: prose! {
            meaning: "The share of the customers at the start who are still there at the end.",
            formula: "100 × (end − acquired) ÷ start; acquired: customers at the end who were none at the start, so that this is customers at both ends ÷ customers at the start",
            latex: r"100 \cdot \frac{\text{end} - \text{acquired}}{\text{start}} = 100 \cdot \frac{|S \cap E|}{|S|}",
            counted: balance::COUNTED,
            left_out: "Nothing; accounts that are customers at neither end of a bucket do not count in it.",
            errors: "`window_required`; `cohort_mismatch` in the formula where acquired is more than end, or end − acquired more than start.",
            interval: "Wilson.",
            pitfalls: &[
                "Buckets do not add up to the total: each has its own start and end.",
                "A customer who comes and goes within the window is neither retained nor lost.",
                "Subscriptions that end at midnight of the first count up to it and not after.",
                "S4's mean of 46.9 % a month is of users of products; beside its own 1 to 7 % annual churn of SaaS customers it cannot be of the same people.",
            ],
            sources: SOURCES,
            benchmarks: BENCHMARKS,
            example: Example {
                inputs: &["13", "14", "2"],
                value: "92.307692308",
                working: "13 customers at the start, 14 at the end, 2 of them new: 100 × 12 ÷ 13.",
            },
        },
    };
    type State = Sums;
    const READS: &'static [Read<Self>] = &[reads::<Self, Account>(ACCOUNTS)];
    const NEEDS_WINDOW: bool = true;

    fn new(_: &Setting<'_>) -> Result<Self> {
        Ok(Identity)
    }
    fn of(&self, inputs: &Inputs<'_>) -> Result<Sums> {
        let [start, end, acquired] = counts(inputs)?;
        let text = if acquired > end {
            format!("{acquired} acquired customers cannot be among the {end} at the end")
        } else if end.saturating_sub(acquired) > start {
            format!("{end} at the end less {acquired} acquired is more than the {start} at the start")
        } else {
            return Ok(Sums::counts(&[start, end, acquired]));
        };
        let text = format!("{text}; count as acquired who is there at the end and was not at the start");
        Err(Error::new(Code::CohortMismatch, text).field("acquired"))
    }
    fn finish(&self, state: &Sums, level: f64) -> Result<Vec<Figure>> {
        let mut figures = figures(state);
        let stayed = state.count(END).saturating_sub(state.count(ACQUIRED));
        let share = Figure::share("rate", stayed, state.count(START), Undefined::NoStartCustomers, level);
        if let Some(rate) = figures.first_mut() {
            rate.interval = share.interval;
        }
        Ok(figures)
    }
}

impl Reads<Account> for Identity {
    #[inline]
    fn part(&self, account: &AccountAt<'_>, context: &Context, state: &mut Sums) -> Result<Part> {
        let acquired = account.is_customer_before(context.to) && !account.is_customer_before(context.from);
        balances(account, context, acquired, state)
    }
}

impl Kpi for S4Literal {
    const SPEC: Spec = Spec {
        id: "retention_rate",
        variant: "s4_literal",
        family: "loyalty",
        by: None,
        direction: Direction::HigherIsBetter,
        inputs: INPUTS,
        parameters: &[],
        figures: &[
            FigureSpec::new("rate", Unit::Percent, Number::Growth),
            FigureSpec::count("start"),
            FigureSpec::count("end"),
            FigureSpec::count("acquired"),
        ],
        prose: prose! {
            meaning: "S4's retention form taken literally: everyone acquired in the period is taken from the end, also those already gone. It can leave 0 to 100.",
            formula: "100 × (end − acquired) ÷ start; acquired: everyone who became a customer in the period",
            latex: r"100 \cdot \frac{\text{end} - \text{acquired}}{\text{start}}",
            counted: balance::COUNTED,
            left_out: "Nothing; accounts that are customers at neither end of a bucket and do not start in it do not count in it.",
            errors: "`window_required`.",
            interval: "None: it is not a share.",
            pitfalls: &["A customer who joins and leaves within the period lowers it, although nobody who was there at the start has left."],
            sources: SOURCES,
            benchmarks: &[],
            example: Example {
                inputs: &["2", "2", "1"],
                value: "50",
                working: "Customers a and b stay, c joins on the 5th and leaves on the 20th: 100 × (2 − 1) ÷ 2, though both stayed.",
            },
        },
    };
    type State = Sums;
    const READS: &'static [Read<Self>] = &[reads::<Self, Account>(ACCOUNTS)];
    const NEEDS_WINDOW: bool = true;

    fn new(_: &Setting<'_>) -> Result<Self> {
        Ok(S4Literal)
    }
    fn of(&self, inputs: &Inputs<'_>) -> Result<Sums> {
        counts(inputs).map(|counts| Sums::counts(&counts))
    }
    fn finish(&self, state: &Sums, _: f64) -> Result<Vec<Figure>> {
        Ok(figures(state))
    }
}

impl Reads<Account> for S4Literal {
    #[inline]
    fn part(&self, account: &AccountAt<'_>, context: &Context, state: &mut Sums) -> Result<Part> {
        let acquired = account.started_at().is_some_and(|at| at >= context.from && at < context.to);
        balances(account, context, acquired, state)
    }
}
