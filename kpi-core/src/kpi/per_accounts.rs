//! Records for each hundred accounts: their number by the mean of the customers at both ends of the bucket (ruling B56).

use alloc::vec::Vec;

use super::loyalty::balance::ACCOUNTS;
use crate::error::Result;
use crate::exact::Fraction;
use crate::kpi::figure::{Figure, Inputs, Undefined};
use crate::kpi::part::{Context, Kpi, Read, Reads, Setting, reads};
use crate::record::{Account, AccountAt};
use crate::spec::{FigureSpec, InputSpec, Number, Spec, Unit};
use crate::state::{Part, Reason, Sums};

const RECORDS: usize = 0;
const OPENING: usize = 1;
const CLOSING: usize = 2;

#[cfg(feature = "prose")]
pub(crate) const ERRORS: &str = "`window_required`.";
#[cfg(feature = "prose")]
pub(crate) const INTERVAL: &str = "None: one total by another has no sampling interval of its own.";
#[cfg(feature = "prose")]
pub(crate) const OF_BUCKET: &str =
    "It is of its bucket: a month's rate is not a year's. Compare periods of the same length.";
#[cfg(feature = "prose")]
pub(crate) const BETWEEN: &str = "Who came and went between both ends of the bucket is in neither balance.";
#[cfg(feature = "prose")]
pub(crate) const PEOPLE: &str = "Accounts, not people: one business account can have a thousand users.";

/// The inputs of such a KPI: how many records, and both balances.
pub(crate) const fn inputs(records: &'static str, doc: &'static str) -> [InputSpec; 3] {
    [
        InputSpec::count(records, doc),
        InputSpec::count("opening", "customers at the start"),
        InputSpec::count("closing", "customers at the end"),
    ]
}

/// Its figures: the rate, then the same numbers.
pub(crate) const fn figures(records: &'static str) -> [FigureSpec; 4] {
    [
        FigureSpec::new("rate", Unit::Percent, Number::Ratio),
        FigureSpec::count(records),
        FigureSpec::count("opening"),
        FigureSpec::count("closing"),
    ]
}

/// How it reads accounts.
pub(crate) const fn accounts<V: OfAccounts>() -> Read<PerAccounts<V>> {
    reads::<PerAccounts<V>, Account>(ACCOUNTS)
}

/// What makes such a KPI: its texts, and what it reads beside accounts.
pub(crate) trait OfAccounts: Clone + Default + Send + Sync + 'static {
    const SPEC: Spec;
    const READS: &'static [Read<PerAccounts<Self>>];
}

/// The KPI.
#[derive(Clone, Default)]
pub(crate) struct PerAccounts<V>(V);

impl<V: OfAccounts> Kpi for PerAccounts<V> {
    const SPEC: Spec = V::SPEC;
    type State = Sums;
    const READS: &'static [Read<Self>] = V::READS;
    const NEEDS_WINDOW: bool = true;

    fn new(_: &Setting<'_>) -> Result<Self> {
        Ok(Self::default())
    }
    fn of(&self, inputs: &Inputs<'_>) -> Result<Sums> {
        let counts: Vec<u64> = V::SPEC.inputs.iter().map(|input| inputs.count(input.name)).collect::<Result<_>>()?;
        Ok(Sums::counts(&counts))
    }
    fn finish(&self, state: &Sums, _: f64) -> Result<Vec<Figure>> {
        Ok(finish(V::SPEC.figures, state))
    }
}

/// 100 × records ÷ ((opening + closing) ÷ 2), as one division.
fn finish(figures: &[FigureSpec], state: &Sums) -> Vec<Figure> {
    let both = state.of(OPENING).saturating_add(state.of(CLOSING));
    let twice = state.of(RECORDS).saturating_mul(2);
    let rate = Fraction { numerator: twice, denominator: both, units: 1, times: 100 };
    let rate = if both == 0 { Err(Undefined::NoRecords) } else { Ok(rate) };
    let mut counts = [RECORDS, OPENING, CLOSING].into_iter().map(|place| state.count(place));
    let figure = |(place, figure): (usize, &FigureSpec)| match place {
        0 => Figure::new(figure.name, rate, state.count(RECORDS)),
        _ => Figure::count(figure.name, counts.next().unwrap_or_default()),
    };
    figures.iter().enumerate().map(figure).collect()
}

/// Counts a record, or leaves it out where there is a reason to.
#[inline]
pub(crate) fn count(left_out: Option<Reason>, state: &mut Sums) -> Result<Part> {
    match left_out {
        Some(reason) => Ok(Part::LeftOut(reason)),
        None => state.add(RECORDS, 1).map(|()| Part::Counted),
    }
}

impl<V: OfAccounts> Reads<Account> for PerAccounts<V> {
    #[inline]
    fn part(&self, account: &AccountAt<'_>, context: &Context, state: &mut Sums) -> Result<Part> {
        let mut part = Part::Nothing;
        for (place, at) in [(OPENING, context.from), (CLOSING, context.to)] {
            if account.is_customer_before(at) {
                state.add(place, 1)?;
                part = Part::Counted;
            }
        }
        Ok(part)
    }
}
