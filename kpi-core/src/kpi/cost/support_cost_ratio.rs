//! Support cost by revenue.

use alloc::vec::Vec;

use super::entry::{self, COST, COST_INPUT, LEDGER, TOTAL};
use crate::error::Result;
use crate::kpi::figure::{Figure, Inputs, Undefined};
use crate::kpi::money::{self, CURRENCY, RATES, Rates};
use crate::kpi::parameters::bad;
use crate::kpi::part::{Context, Kpi, Over, Read, ReadInfo, Reads, Setting, reads};
use crate::record::{Conversion, ConversionAt, Kind, LedgerEntry, LedgerEntryAt};
use crate::spec::{
    Anchor, Direction, Example, FigureSpec, InputSpec, Number, ParameterSpec, Source, Spec, Unit, prose, said,
};
use crate::state::{Part, Reason, Sums};
use crate::words::{self, Dictionary};

/// Revenue as the ledger has it.
const ENTRIES: usize = 1;
/// Purchases less refunds.
const PURCHASES: usize = 2;

/// Where revenue comes from.
#[derive(Clone, Copy)]
enum Revenue {
    /// From the ledger where it has any, else from purchases.
    Either,
    One(usize),
}

/// 100 × costs ÷ revenue.
#[derive(Clone)]
pub(crate) struct Standard {
    rates: Rates,
    revenue: Revenue,
}

impl Standard {
    fn figures(&self, state: &Sums, total: &Sums) -> Vec<Figure> {
        let source = match self.revenue {
            Revenue::One(source) => source,
            Revenue::Either if total.records(ENTRIES) > 0 => ENTRIES,
            Revenue::Either => PURCHASES,
        };
        let (cost, revenue, records) = (state.of(COST), state.of(source), state.records(source));
        // The first sum counts every amount.
        let others = state.records(ENTRIES).saturating_add(state.records(PURCHASES));
        let entries = state.records(COST).saturating_sub(others);
        let ratio = match (entries, revenue) {
            (0, _) => Err(Undefined::NoCosts),
            _ if cost < 0 => Err(Undefined::NoCosts),
            (_, ..=0) => Err(Undefined::NoRevenue),
            _ => Ok((cost, revenue)),
        };
        [
            money::ratio("ratio", ratio, 100, entries),
            self.rates.figure("cost", cost, entries, state.currency),
            self.rates.figure("revenue", revenue, records, state.currency),
        ]
        .into()
    }
}

impl Kpi for Standard {
    const SPEC: Spec = Spec {
        id: "support_cost_ratio",
        variant: "standard",
        family: "cost",
        by: None,
        direction: Direction::LowerIsBetter,
        inputs: &[COST_INPUT, InputSpec::amount("revenue", "what the company took in")],
        parameters: &[
            CURRENCY,
            RATES,
            ParameterSpec {
                name: "revenue",
                takes: said("`auto`, `entries` or `purchases`"),
                default: "auto",
                doc: said(
                    "Where revenue comes from. `entries`: ledger entries of kind revenue. `purchases`: purchases less \
                     refunds. `auto`: entries where the report's window holds any, else purchases; one source for all \
                     buckets and groups.",
                ),
                in_formula: false,
            },
        ],
        figures: &[FigureSpec::new("ratio", Unit::Percent, Number::Ratio), TOTAL, FigureSpec::money("revenue")],
        prose: prose! {
            meaning: "What support costs for every hundred of revenue. It can pass 100.",
            formula: "100 × costs ÷ revenue",
            latex: r"100 \cdot \frac{\sum \text{costs}}{\text{revenue}}",
            counted: "Costs: ledger entries of kind cost. Revenue: ledger entries of kind revenue; where the report's window holds none, purchases that were not canceled, at their instant, less refunds, at theirs. Entries with a period are spread evenly over it and clipped to the bucket, and their parts add up to them exactly. Recurring revenue of subscriptions is never in it by itself.",
            left_out: "Ledger: `other_entry` (acquisition_cost, penalty). Conversions: `other_conversion` (neither purchase nor refund), `refunded` (canceled), `no_value` (no amount or no currency).",
            errors: entry::ERRORS,
            interval: entry::INTERVAL,
            pitfalls: &[
                "A refund takes its own amount away when it is made, whatever its sign and whichever order it names; give refunds their amounts.",
                "Costs of one month and revenue of a season make a ratio of nothing; compare periods of the same part of the year.",
                "By channel, revenue is known only where ledger entries or purchases name the channel.",
            ],
            sources: &[
                Source { title: "S1", says: "Lists it as support costs to revenue, without a formula." },
                Source { title: "S2", says: "Sets what support costs against all income. It calls this one of the first KPIs of accounts receivable, which is a slip: these are bills that customers have not paid yet." },
            ],
            benchmarks: &[],
            example: Example {
                inputs: &["\"45000\"", "\"900000\""],
                value: "5",
                working: "100 × 45,000 ÷ 900,000.",
            },
        },
    };
    type State = Sums;
    const READS: &'static [Read<Self>] = &[
        reads::<Self, LedgerEntry>(LEDGER),
        reads::<Self, Conversion>(
            ReadInfo::new(Kind::Conversion, Anchor::Instant(&["at"]))
                .needs(&["at", "kind", "amount", "currency"])
                .uses(&["canceled_at"]),
        ),
    ];
    const OF_WHOLE: bool = true;

    fn new(setting: &Setting<'_>) -> Result<Self> {
        let revenue = match setting.parameters.word("revenue", "auto")?.as_str() {
            "auto" => Revenue::Either,
            "entries" => Revenue::One(ENTRIES),
            "purchases" => Revenue::One(PURCHASES),
            _ => return Err(bad("revenue", "expected `auto`, `entries` or `purchases`")),
        };
        Ok(Standard { rates: Rates::new(setting)?, revenue })
    }
    fn of(&self, inputs: &Inputs<'_>) -> Result<Sums> {
        let mut sums = Sums::default();
        for (place, name) in [(COST, "cost"), (COST, "revenue"), (ENTRIES, "revenue")] {
            let amount = if (place, name) == (COST, "revenue") { 0 } else { money::not_negative(inputs, name)? };
            sums.add(place, money::in_units(amount))?;
        }
        Ok(sums)
    }
    fn finish(&self, state: &Sums, _: f64) -> Result<Vec<Figure>> {
        Ok(self.figures(state, state))
    }
    fn finish_over(&self, state: &Sums, _: f64, over: &Over<'_, Sums>) -> Result<Vec<Figure>> {
        Ok(self.figures(state, over.total.unwrap_or(state)))
    }
    fn bind(&mut self, words: &Dictionary) -> Result<()> {
        self.rates.bind(words);
        Ok(())
    }
}

impl Reads<LedgerEntry> for Standard {
    #[inline]
    fn part(&self, entry: &LedgerEntryAt<'_>, context: &Context<'_>, state: &mut Sums) -> Result<Part> {
        match entry.kind() {
            words::COST => self.rates.add(COST, entry, context, state),
            words::REVENUE => self.rates.add(ENTRIES, entry, context, state),
            _ => Ok(Part::LeftOut(Reason::OtherEntry)),
        }
    }
}

impl Reads<Conversion> for Standard {
    #[inline]
    fn part(&self, conversion: &ConversionAt<'_>, _: &Context<'_>, state: &mut Sums) -> Result<Part> {
        if matches!(self.revenue, Revenue::One(ENTRIES)) {
            return Ok(Part::Nothing);
        }
        let amount = match conversion.kind() {
            words::PURCHASE | words::REFUND if conversion.canceled_at().is_some() => {
                return Ok(Part::LeftOut(Reason::Refunded));
            }
            words::PURCHASE => conversion.amount(),
            words::REFUND => conversion.amount().map(|amount| amount.saturating_abs().saturating_neg()),
            _ => return Ok(Part::LeftOut(Reason::OtherConversion)),
        };
        self.rates.add_amount(PURCHASES, amount, conversion.currency(), state)
    }
}
