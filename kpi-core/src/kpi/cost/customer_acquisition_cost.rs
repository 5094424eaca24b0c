//! Cost of a new customer.

use alloc::vec::Vec;

use super::entry::{self, COST, LEDGER, MEAN, TOTAL};
use crate::error::{Error, Result};
use crate::kpi::figure::{Figure, Inputs, Undefined};
use crate::kpi::loyalty::balance::ACCOUNTS;
use crate::kpi::money::{self, CURRENCY, RATES, Rates};
use crate::kpi::part::{Context, Kpi, Read, ReadInfo, Reads, Setting, reads};
use crate::record::{Account, AccountAt, Kind, LedgerEntry, LedgerEntryAt};
use crate::spec::{
    Anchor, Benchmark, Direction, Example, FigureSpec, InputSpec, Number, ParameterSpec, Source, Spec, Unit, prose,
};
use crate::state::{Part, Reason, Sums};
use crate::words::{self, Dictionary};

const SUPPORT: usize = 1;
const NEW: usize = 2;
const RETAINED: usize = 3;

const CUSTOMERS: &str = "customers";
const PARAMETERS: &[ParameterSpec] = &[CURRENCY, RATES];

#[cfg(feature = "prose")]
const SPENT_BEFORE: &str =
    "Money spent in one month wins customers in the next ones; over a short period the two do not belong together.";
#[cfg(feature = "prose")]
const SOURCES: &[Source] = &[
    Source {
        title: "S0",
        says: "Puts the price of a new customer at up to 25 times that of bringing one back. It gives no formula.",
    },
    Source { title: "S3", says: "Quotes Kissmetrics: it can be 7 times what it takes to keep those one has." },
    Source {
        title: "S2",
        says: "Takes it for known that keeping a customer is much cheaper than winning one; it gives no number.",
    },
];

/// Acquisition cost ÷ new customers.
#[derive(Clone)]
pub(crate) struct Standard(Rates);

impl Kpi for Standard {
    const SPEC: Spec = Spec {
        id: "customer_acquisition_cost",
        variant: "standard",
        family: "cost",
        by: None,
        direction: Direction::LowerIsBetter,
        inputs: &[
            InputSpec::amount("cost", "what it cost to win customers"),
            InputSpec::count(CUSTOMERS, "customers who are new in the period"),
        ],
        parameters: PARAMETERS,
        figures: &[MEAN, TOTAL, FigureSpec::count(CUSTOMERS)],
        prose: prose! {
            meaning: "What it costs to win a customer.",
            formula: "acquisition costs ÷ new customers",
            latex: r"\frac{\sum \text{acquisition costs}}{\text{new customers}}",
            counted: "Costs: ledger entries of kind acquisition_cost; an entry with a period is spread evenly over it and clipped to the bucket, and its parts add up to it exactly. Customers: accounts by their start.",
            left_out: "Ledger: `other_entry`.",
            errors: entry::ERRORS,
            interval: entry::INTERVAL,
            pitfalls: &[SPENT_BEFORE, "Customers who came by themselves are in the denominator, too."],
            sources: SOURCES,
            benchmarks: &[],
            example: Example {
                inputs: &["\"10000\"", "80"],
                value: "125",
                working: "10,000 for 80 new customers.",
            },
        },
    };
    type State = Sums;
    const READS: &'static [Read<Self>] = &[
        reads::<Self, LedgerEntry>(LEDGER),
        reads::<Self, Account>(ReadInfo::new(Kind::Account, Anchor::Instant(&["started_at"])).needs(&["started_at"])),
    ];

    fn new(setting: &Setting<'_>) -> Result<Self> {
        Rates::new(setting).map(Standard)
    }
    fn of(&self, inputs: &Inputs<'_>) -> Result<Sums> {
        entry::of(inputs, CUSTOMERS)
    }
    fn finish(&self, state: &Sums, _: f64) -> Result<Vec<Figure>> {
        Ok(entry::finish_own(&self.0, state, CUSTOMERS, Undefined::NoNewCustomers))
    }
    fn bind(&mut self, words: &Dictionary) -> Result<()> {
        self.0.bind(words);
        Ok(())
    }
}

impl Reads<LedgerEntry> for Standard {
    #[inline]
    fn part(&self, entry: &LedgerEntryAt<'_>, context: &Context<'_>, state: &mut Sums) -> Result<Part> {
        entry::add(&self.0, words::ACQUISITION_COST, entry, context, state)
    }
}

impl Reads<Account> for Standard {
    #[inline]
    fn part(&self, _: &AccountAt<'_>, _: &Context<'_>, state: &mut Sums) -> Result<Part> {
        entry::count(state)
    }
}

/// What a new customer costs by what it costs to keep one.
#[derive(Clone)]
pub(crate) struct ToRetentionCost(Rates);

impl Kpi for ToRetentionCost {
    const SPEC: Spec = Spec {
        id: "customer_acquisition_cost",
        variant: "to_retention_cost",
        family: "cost",
        by: None,
        direction: Direction::LowerIsBetter,
        inputs: &[
            InputSpec::amount("acquisition", "what it cost to win customers"),
            InputSpec::count("new", "customers who are new in the period"),
            InputSpec::amount("support", "what support cost"),
            InputSpec::count("retained", "customers of the start who are still there at the end"),
        ],
        parameters: PARAMETERS,
        figures: &[
            FigureSpec::new("ratio", Unit::Ratio, Number::Ratio),
            FigureSpec::money("acquisition"),
            FigureSpec::money("retention"),
        ],
        prose: prose! {
            meaning: "How many times as much a new customer costs as it costs to keep one.",
            formula: "(acquisition costs ÷ new customers) ÷ (support costs ÷ customers of the start who are still there at the end)",
            latex: r"\frac{\sum \text{acquisition costs} \,/\, \text{new customers}}{\sum \text{support costs} \,/\, |S \cap E|}",
            counted: "Costs: ledger entries of kind acquisition_cost and of kind cost, spread and clipped as everywhere. Customers: accounts that start in the bucket, and accounts that are customers just before its start and just before its end.",
            left_out: "Ledger: `other_entry` (revenue, penalty).",
            errors: "`window_required`; `mixed_currencies` where entries are in several currencies and there is no rate, `unknown_currency`, `overflow`.",
            interval: entry::INTERVAL,
            pitfalls: &[
                SPENT_BEFORE,
                "S0 says 25, S3 says 7, and each only that it can be so much: neither is what is usual, and neither says over which time.",
                "Support also serves customers who leave and those who are new, so the cost of keeping one is too high and the ratio too low.",
                "The cost of keeping a customer grows with the length of the period, that of winning one does not: compare periods of one length.",
            ],
            sources: SOURCES,
            benchmarks: &[
                Benchmark {
                    figure: "ratio",
                    low: None,
                    high: Some("25"),
                    exclusive: false,
                    label: "possible",
                    population: "companies in general, a new customer against a returning one",
                    source: "S0",
                },
                Benchmark {
                    figure: "ratio",
                    low: None,
                    high: Some("7"),
                    exclusive: false,
                    label: "possible",
                    population: "companies in general, a new customer against one who is kept, after Kissmetrics",
                    source: "S3",
                },
            ],
            example: Example {
                inputs: &["\"10000\"", "80", "\"15000\"", "600"],
                value: "5",
                working: "10,000 ÷ 80 = 125 for a new customer, 15,000 ÷ 600 = 25 to keep one: 125 ÷ 25.",
            },
        },
    };
    type State = Sums;
    const READS: &'static [Read<Self>] = &[reads::<Self, LedgerEntry>(LEDGER), reads::<Self, Account>(ACCOUNTS)];
    const NEEDS_WINDOW: bool = true;

    fn new(setting: &Setting<'_>) -> Result<Self> {
        Rates::new(setting).map(ToRetentionCost)
    }
    fn of(&self, inputs: &Inputs<'_>) -> Result<Sums> {
        let mut sums = Sums::counts(&[0, 0, inputs.count("new")?, inputs.count("retained")?]);
        sums.add(COST, money::in_units(money::not_negative(inputs, "acquisition")?))?;
        sums.add(COST, 0)?;
        sums.add(SUPPORT, money::in_units(money::not_negative(inputs, "support")?))?;
        Ok(sums)
    }
    fn finish(&self, state: &Sums, _: f64) -> Result<Vec<Figure>> {
        let (new, retained, supported) = (state.count(NEW), state.count(RETAINED), state.records(SUPPORT));
        // The first sum counts every amount.
        let acquired = state.records(COST).saturating_sub(supported);
        let each = |cost: usize, entries: u64, customers: u64, nobody: Undefined| match (entries, customers) {
            (0, _) => Err(Undefined::NoCosts),
            (_, 0) => Err(nobody),
            _ => Ok((state.of(cost), customers)),
        };
        let acquisition = each(COST, acquired, new, Undefined::NoNewCustomers);
        let retention = each(SUPPORT, supported, retained, Undefined::NoRetainedCustomers);
        let ratio = match (acquisition, retention) {
            (Ok((won, _)), Ok((kept, _))) if won < 0 || kept <= 0 => Err(Undefined::NoCosts),
            (Ok((won, new)), Ok((kept, retained))) => {
                let times = |cost: i128, by: u64| cost.checked_mul(by.into()).ok_or_else(Error::overflow);
                Ok((times(won, retained)?, times(kept, new)?))
            }
            (Err(reason), _) | (_, Err(reason)) => Err(reason),
        };
        Ok([
            money::ratio("ratio", ratio, 1, new),
            self.0.mean("acquisition", acquisition, new, state.currency),
            self.0.mean("retention", retention, retained, state.currency),
        ]
        .into())
    }
    fn bind(&mut self, words: &Dictionary) -> Result<()> {
        self.0.bind(words);
        Ok(())
    }
}

impl Reads<LedgerEntry> for ToRetentionCost {
    #[inline]
    fn part(&self, entry: &LedgerEntryAt<'_>, context: &Context<'_>, state: &mut Sums) -> Result<Part> {
        match entry.kind() {
            words::ACQUISITION_COST => self.0.add(COST, entry, context, state),
            words::COST => self.0.add(SUPPORT, entry, context, state),
            _ => Ok(Part::LeftOut(Reason::OtherEntry)),
        }
    }
}

impl Reads<Account> for ToRetentionCost {
    #[inline]
    fn part(&self, account: &AccountAt<'_>, context: &Context<'_>, state: &mut Sums) -> Result<Part> {
        let (start, end) = (account.is_customer_before(context.from), account.is_customer_before(context.to));
        let new = account.started_at().is_some_and(|at| at >= context.from && at < context.to);
        for (place, holds) in [(NEW, new), (RETAINED, start && end)] {
            if holds {
                state.add(place, 1)?;
            }
        }
        Ok(Part::Counted)
    }
}
