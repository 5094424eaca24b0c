//! Money: in one currency, clipped to a bucket, exact.

use alloc::format;
use alloc::vec::Vec;

use crate::error::{Code, Error, Result};
use crate::exact::Currency;
use crate::kpi::parameters::bad;
use crate::kpi::part::{Context, Setting};
use crate::record::LedgerEntryAt;
use crate::spec::{ParameterSpec, said};
use crate::state::Sums;
use crate::words::Dictionary;

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

/// The currency of the result, and what others are worth in it.
#[derive(Clone)]
pub(crate) struct Rates {
    pub currency: Option<Currency>,
    rates: Vec<(Currency, i64)>,
    /// By code of the dictionary.
    by_code: Vec<Option<(Currency, i64)>>,
}

impl Rates {
    pub fn new(setting: &Setting<'_>) -> Result<Self> {
        let currency = setting.parameters.currency("currency")?;
        let rates = setting.parameters.rates("rates")?;
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
    fn rate(&self, own: Currency) -> Option<(Currency, i64)> {
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

    /// Adds what of an entry falls into the bucket to the first sum. False where it has no amount.
    pub fn add(&self, entry: &LedgerEntryAt<'_>, context: &Context, state: &mut Sums) -> Result<bool> {
        let Some(amount) = entry.amount() else { return Ok(false) };
        let (currency, whole) = self.converted(amount, entry.currency())?;
        let part = match (entry.from(), entry.to()) {
            (Some(from), Some(to)) => share(whole, from, to, context)?,
            _ => whole,
        };
        state.hold(currency)?;
        state.add(0, part)?;
        Ok(true)
    }
}

/// The part of an amount, spread evenly from `from` to `to`, that lies in the bucket: a difference of rounded running
/// totals, so that the parts of all buckets add up to the whole.
fn share(whole: i128, from: i64, to: i64, context: &Context) -> Result<i128> {
    let until = |at: i64| -> Result<i128> {
        let over = i128::from(at.clamp(from, to)).saturating_sub(from.into());
        let all = i128::from(to).saturating_sub(from.into());
        // whole × over may not fit: multiply the quotient and the rest apart.
        let parts = whole.checked_div(all).zip(whole.checked_rem(all)).ok_or_else(Error::overflow)?;
        let rest = parts.1.checked_mul(over).and_then(|rest| rest.checked_div(all)).ok_or_else(Error::overflow)?;
        parts.0.checked_mul(over).and_then(|whole| whole.checked_add(rest)).ok_or_else(Error::overflow)
    };
    until(context.to)?.checked_sub(until(context.from)?).ok_or_else(Error::overflow)
}

/// An amount of 10⁻⁹ units in the units of the sums.
pub(crate) fn in_units(nano: i64) -> i128 {
    i128::from(nano).saturating_mul(FINER)
}
