//! Money: in one currency, clipped to a bucket, exact.

use alloc::format;
use alloc::vec::Vec;

use crate::error::{Code, Error, Result};
use crate::exact::{Currency, Fraction};
use crate::kpi::figure::{Figure, Inputs, Undefined};
use crate::kpi::parameters::{Parameter, Parameters, bad};
use crate::kpi::part::{Context, Setting};
use crate::record::LedgerEntryAt;
use crate::sorted::Sorted;
use crate::spec::{ParameterSpec, Unit, said};
use crate::state::{Part, Reason, Sums};
use crate::words::{Dictionary, NONE};

/// Sums of money are kept in 10⁻¹⁸ units: an amount by a rate is exact, and shares of a period lose nothing that a
/// value shows.
pub(crate) const UNITS: i128 = 1_000_000_000_000_000_000;
/// 10⁻¹⁸ units of a 10⁻⁹ unit.
const FINER: i128 = 1_000_000_000;

pub(crate) const CURRENCY: ParameterSpec = ParameterSpec {
    name: "currency",
    takes: said("a currency, such as `EUR`"),
    default: "",
    doc: said("The currency of the result. Entries in others are converted by `rates`; without it all must be in one."),
    in_formula: true,
};

pub(crate) const RATES: ParameterSpec = ParameterSpec {
    name: "rates",
    takes: said("decimal text by currency"),
    default: "{}",
    doc: said("How many units of `currency` one unit of each other currency is worth, such as {\"USD\": \"0.92\"}."),
    in_formula: false,
};

/// The parameter that says how costs are shared that belong to no group (ruling B41).
pub(crate) const SHARE_BY: ParameterSpec = ParameterSpec {
    name: "share_by",
    takes: said("`none`, `handling_time` or `count`"),
    default: "none",
    doc: said(
        "How costs are shared that do not name the group, where the report has groups. `none`: they stay in the group of \
         the unknown. `handling_time`: in proportion to the handling time of the group's conversations, or to their \
         number where the handling time of any is not known. `count`: in proportion to their number.",
    ),
    in_formula: false,
};
pub(crate) const NOT_SHARED: &str = "none";

/// Whether costs that belong to no group are shared.
pub(crate) fn shares(given: &Sorted<alloc::string::String, Parameter>) -> bool {
    matches!(given.get(SHARE_BY.name), Some(Parameter::Text(by)) if by != NOT_SHARED)
}

/// The currency of the result, and what others are worth in it.
#[derive(Clone, PartialEq)]
pub(crate) struct Rates {
    pub currency: Option<Currency>,
    rates: Vec<(Currency, i64)>,
    /// By code of the dictionary.
    by_code: Vec<Option<(Currency, i64)>>,
}

impl Rates {
    pub fn new(setting: &Setting<'_>) -> Result<Self> {
        Self::of(setting.parameters)
    }

    pub fn of(parameters: &Parameters<'_>) -> Result<Self> {
        let currency = parameters.currency("currency")?;
        let rates = parameters.rates("rates")?;
        if currency.is_none() && !rates.is_empty() {
            return Err(bad("currency", "rates need the `currency` into which they convert"));
        }
        Ok(Rates { currency, rates, by_code: Vec::new() })
    }

    pub fn bind(&mut self, words: &Dictionary) {
        for code in self.by_code.len()..words.len() {
            let own = u32::try_from(code).ok().and_then(|code| words.get(code)).and_then(|word| word.parse().ok());
            self.by_code.push(own.and_then(|own| self.rate(own)));
        }
    }

    /// The result's currency and the rate into it, in 10⁻⁹.
    pub fn rate(&self, own: Currency) -> Option<(Currency, i64)> {
        match self.currency {
            None => Some((own, 1_000_000_000)),
            Some(wanted) if wanted == own => Some((own, 1_000_000_000)),
            Some(wanted) => self.rates.iter().find(|(other, _)| *other == own).map(|&(_, rate)| (wanted, rate)),
        }
    }

    /// An amount in the result's currency, in the units of the sums.
    pub fn converted(&self, amount: i64, currency: u32) -> Result<(Currency, i128)> {
        let known = usize::try_from(currency).ok().and_then(|code| self.by_code.get(code).copied().flatten());
        let Some((currency, rate)) = known else {
            return Err(match self.currency {
                None => Error::new(Code::UnknownCurrency, "the currency must be three capital letters, such as EUR"),
                Some(currency) => Error::new(
                    Code::MixedCurrencies,
                    format!("there is no rate into {}; add it to `rates`", currency.as_str()),
                ),
            }
            .field("currency"));
        };
        Ok((currency, i128::from(amount).checked_mul(rate.into()).ok_or_else(Error::overflow)?))
    }

    /// Adds what of an entry falls into the bucket to the sum at `k`. Nothing where it has no amount.
    pub fn add(&self, k: usize, entry: &LedgerEntryAt<'_>, context: &Context, state: &mut Sums) -> Result<Part> {
        let Some(amount) = entry.amount() else { return Ok(Part::Nothing) };
        let (currency, whole) = self.converted(amount, entry.currency())?;
        let part = match (entry.from(), entry.to()) {
            (Some(from), Some(to)) => share(whole, from, to, context)?,
            _ => whole,
        };
        add(k, currency, part, state)
    }

    /// Adds an amount to the sum at `k`. One without a currency cannot be added to others.
    pub fn add_amount(&self, k: usize, amount: Option<i64>, currency: u32, state: &mut Sums) -> Result<Part> {
        let Some(amount) = amount.filter(|_| currency != NONE) else { return Ok(Part::LeftOut(Reason::NoValue)) };
        let (currency, amount) = self.converted(amount, currency)?;
        add(k, currency, amount, state)
    }

    /// A sum of money of these records; it is 0 over nothing.
    pub fn figure(&self, name: &'static str, sum: i128, records: u64, currency: Option<Currency>) -> Figure {
        Figure { shows_fraction: true, ..self.mean(name, Ok((sum, 1)), records, currency) }
    }

    /// Money by a number.
    pub fn mean(
        &self,
        name: &'static str,
        of: Result<(i128, u64), Undefined>,
        records: u64,
        currency: Option<Currency>,
    ) -> Figure {
        let fraction =
            |(numerator, by): (i128, u64)| Fraction { numerator, denominator: by.into(), units: UNITS, times: 1 };
        let unit = Some(Unit::Money(currency.or(self.currency)));
        Figure { unit, ..Figure::new(name, of.map(fraction), records) }
    }
}

/// Adds money to the sum at `k`. The first sum counts every amount, so that its currency is known as long as there is one.
fn add(k: usize, currency: Currency, amount: i128, state: &mut Sums) -> Result<Part> {
    state.hold(currency)?;
    if k > 0 {
        state.add(0, 0)?;
    }
    state.add(k, amount)?;
    Ok(Part::Counted)
}

/// A ratio of two sums of money, or of other numbers that no single unit belongs to.
pub(crate) fn ratio(name: &'static str, of: Result<(i128, i128), Undefined>, times: i128, records: u64) -> Figure {
    let fraction = |(numerator, denominator)| Fraction { numerator, denominator, units: 1, times };
    Figure { shows_fraction: false, ..Figure::new(name, of.map(fraction), records) }
}

/// The part of an amount, spread evenly from `from` to `to`, that lies in the bucket: a difference of rounded running
/// totals, so that the parts of all buckets add up to the whole.
fn share(whole: i128, from: i64, to: i64, context: &Context) -> Result<i128> {
    let until = |at: i64| -> Result<i128> {
        let over = i128::from(at.clamp(from, to)).saturating_sub(from.into());
        portion(whole, over, i128::from(to).saturating_sub(from.into()))
    };
    until(context.to)?.checked_sub(until(context.from)?).ok_or_else(Error::overflow)
}

/// The part of an amount that goes with a part of another number.
pub(crate) fn portion(whole: i128, part: i128, all: i128) -> Result<i128> {
    // whole × part may not fit: multiply the quotient and the rest apart.
    let parts = whole.checked_div(all).zip(whole.checked_rem(all)).ok_or_else(Error::overflow)?;
    let rest = parts.1.checked_mul(part).and_then(|rest| rest.checked_div(all)).ok_or_else(Error::overflow)?;
    parts.0.checked_mul(part).and_then(|whole| whole.checked_add(rest)).ok_or_else(Error::overflow)
}

/// An input of a formula that makes a ratio, in 10⁻⁹: an amount that is not negative.
pub(crate) fn not_negative(inputs: &Inputs<'_>, name: &str) -> Result<i64> {
    match inputs.amount(name)?.0 {
        nanos if nanos < 0 => Err(Error::new(Code::Negative, "it cannot be negative").field(name)),
        nanos => Ok(nanos),
    }
}

/// An amount of 10⁻⁹ units in the units of the sums.
pub(crate) fn in_units(nano: i64) -> i128 {
    i128::from(nano).saturating_mul(FINER)
}
