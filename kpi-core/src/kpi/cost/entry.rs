//! Ledger entries in KPIs of cost, and what costs are divided by.

use alloc::vec::Vec;

use crate::error::Result;
use crate::exact::Currency;
use crate::kpi::figure::{Figure, Inputs, Undefined};
use crate::kpi::money::{self, Rates};
use crate::kpi::part::{Context, ReadInfo};
use crate::record::{Kind, LedgerEntryAt};
use crate::spec::{Anchor, FigureSpec, InputSpec, Number, Unit};
use crate::state::{Part, Reason, Sums};

/// The first sum, because that is the one with a currency.
pub(super) const COST: usize = 0;
pub(super) const WORK: usize = 1;

pub(super) const COST_INPUT: InputSpec = InputSpec::amount("cost", "what support cost");
pub(super) const MEAN: FigureSpec = FigureSpec::new("mean", Unit::Money(None), Number::Money);
pub(super) const TOTAL: FigureSpec = FigureSpec::new("cost", Unit::Money(None), Number::Money);

pub(super) const LEDGER: ReadInfo = ReadInfo::new(Kind::LedgerEntry, Anchor::Period("at", "from", "to"))
    .needs(&["kind", "amount", "currency"])
    .uses(&["at", "from", "to"]);

#[cfg(feature = "prose")]
pub(super) const ERRORS: &str = "`mixed_currencies` where entries are in several currencies and there is no rate, \
    `unknown_currency`, `overflow`.";
#[cfg(feature = "prose")]
pub(super) const INTERVAL: &str = "None: one total by another has no sampling interval of its own.";

/// What a formula's inputs say: a total, and how many it is divided by.
pub(super) fn of(inputs: &Inputs<'_>, work: &str) -> Result<Sums> {
    let mut sums = Sums::counts(&[0, inputs.count(work)?]);
    sums.add(COST, money::in_units(inputs.amount("cost")?.0))?;
    Ok(sums)
}

/// Costs, of so many entries, by what they were for.
pub(super) fn finish(
    rates: &Rates,
    (cost, entries): (i128, u64),
    currency: Option<Currency>,
    (work, done): (&'static str, u64),
    none: Undefined,
) -> Vec<Figure> {
    let mean = match (entries, done) {
        (0, _) => Err(Undefined::NoCosts),
        (_, 0) => Err(none),
        _ => Ok((cost, done)),
    };
    [rates.mean("mean", mean, done, currency), rates.figure("cost", cost, entries, currency), Figure::count(work, done)]
        .into()
}

/// The same without anything shared.
pub(super) fn finish_own(rates: &Rates, state: &Sums, work: &'static str, none: Undefined) -> Vec<Figure> {
    let cost = (state.of(COST), state.records(COST));
    finish(rates, cost, state.currency, (work, state.count(WORK)), none)
}

/// Adds an entry of a kind.
pub(super) fn add(
    rates: &Rates,
    kind: u32,
    entry: &LedgerEntryAt<'_>,
    context: &Context<'_>,
    state: &mut Sums,
) -> Result<Part> {
    if entry.kind() != kind {
        return Ok(Part::LeftOut(Reason::OtherEntry));
    }
    rates.add(COST, entry, context, state)
}

/// Adds one to what costs are divided by.
pub(super) fn count(state: &mut Sums) -> Result<Part> {
    state.add(WORK, 1)?;
    Ok(Part::Counted)
}
