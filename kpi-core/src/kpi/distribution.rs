//! What every KPI over a distribution gives, of durations or of counts: mean, quantiles, ends, count, and bands.

use alloc::borrow::Cow;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use crate::error::Result;
use crate::exact::{Fraction, text, unscaled};
use crate::kpi::figure::{Figure, Undefined};
use crate::kpi::part::Setting;
use crate::spec::{FigureSpec, Number, ParameterSpec, Unit, said};
use crate::state::{SKETCH_ERROR, Spread, bin, twice_middle};
use crate::stats::interval::{Interval, order_statistics};
use crate::stats::quantile::{select_ranks, type7_position};

/// What is distributed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Of {
    /// Durations in µs, reported in seconds.
    Durations,
    /// Counts of each record.
    Counts,
    /// Scores from 0 to 100, in 10⁻⁹.
    Scores,
}

impl Of {
    /// How many decimal places the reported unit has more than the values.
    const fn scale(self) -> u32 {
        match self {
            Of::Durations => 6,
            Of::Counts => 0,
            Of::Scores => 9,
        }
    }

    /// How many of the values' unit make one of the reported unit.
    pub const fn units(self) -> i128 {
        match self {
            Of::Durations => 1_000_000,
            Of::Counts => 1,
            Of::Scores => 1_000_000_000,
        }
    }
}

/// A figure in seconds.
pub(crate) const fn seconds(name: &'static str) -> FigureSpec {
    FigureSpec::new(name, Unit::Seconds, Number::Duration)
}

/// A count of one record, or between two of them.
const fn counted(name: &'static str) -> FigureSpec {
    FigureSpec::new(name, Unit::Count, Number::Ratio)
}

/// The figures of every duration KPI; the bands that were asked for follow.
pub(crate) const DURATION_FIGURES: &[FigureSpec] = &[
    seconds("mean"),
    seconds("median"),
    seconds("p90"),
    seconds("p95"),
    seconds("min"),
    seconds("max"),
    FigureSpec::count("count"),
];

/// The figures of a KPI over the counts of each record; the bands that were asked for follow.
pub(crate) const COUNT_FIGURES: &[FigureSpec] = &[
    FigureSpec::new("mean", Unit::Ratio, Number::Ratio),
    counted("median"),
    counted("p90"),
    counted("p95"),
    counted("min"),
    counted("max"),
    FigureSpec::count("count"),
];

/// The parameter of every duration KPI that cuts bands.
pub(crate) const BANDS: ParameterSpec = ParameterSpec {
    name: "bands",
    takes: said("rising durations in seconds"),
    default: "[]",
    doc: said(
        "Cuts that give the share of records in each band: `band_0_3600` is 0 to 3,600 s, both included; \
          `band_3600_14400` is above 3,600 s and up to 14,400 s; `band_14400_up` is above it.",
    ),
    in_formula: true,
};

/// The same of a KPI over counts.
pub(crate) const COUNT_BANDS: ParameterSpec = ParameterSpec {
    name: "bands",
    takes: said("rising counts"),
    default: "[]",
    doc: said(
        "Cuts that give the share of records in each band: `band_0_1` is 0 to 1, both included; `band_1_3` is above 1 \
          and up to 3; `band_3_up` is above it.",
    ),
    in_formula: true,
};

/// The parameter of every distribution that chooses how quantiles are kept.
pub(crate) const QUANTILES: ParameterSpec = ParameterSpec {
    name: "quantiles",
    takes: said("`exact` or `sketch`"),
    default: "exact",
    doc: said(
        "`exact` keeps every value and gives R's type 7; `sketch` keeps counts in bins, gives the middle of the \
          bin that holds the type 1 quantile, and states the largest relative error.",
    ),
    in_formula: true,
};

/// What a KPI over a distribution was asked for.
#[derive(Clone, Debug)]
pub(crate) struct Distribution {
    of: Of,
    cuts: Vec<i64>,
    sketch: bool,
}

impl Distribution {
    pub fn new(setting: &Setting<'_>, of: Of) -> Result<Self> {
        let sketch = setting.parameters.is(&QUANTILES, "sketch")?;
        Ok(Distribution { of, cuts: setting.parameters.rising(BANDS.name, of.scale())?, sketch })
    }

    pub fn start(&self) -> Spread {
        if self.sketch { Spread::sketch() } else { Spread::default() }
    }

    /// The state of values in their own units.
    pub fn of(&self, values: &[i64]) -> Result<Spread> {
        let mut spread = self.start();
        for &value in values {
            spread.add(value)?;
        }
        Ok(spread)
    }

    pub fn finish(&self, spread: &Spread, level: f64) -> Result<Vec<Figure>> {
        let n = spread.len();
        let (sum, squares) = spread.moments()?;
        let mut figures = Vec::with_capacity(DURATION_FIGURES.len());
        figures.push(Figure::mean("mean", n, sum, squares, self.of.units(), level));
        let order = Order::new(spread, self.of, level);
        for (name, part, of) in [("median", 1, 2), ("p90", 9, 10), ("p95", 19, 20)] {
            figures.push(order.quantile(name, part, of));
        }
        figures.push(order.end("min", 0));
        figures.push(order.end("max", n.saturating_sub(1)));
        figures.push(Figure::count("count", n));
        self.bands(spread, n, level, &mut figures);
        Ok(figures)
    }

    fn bands(&self, spread: &Spread, n: u64, level: f64, figures: &mut Vec<Figure>) {
        if self.cuts.is_empty() {
            return;
        }
        let name = |units: i64| text(&unscaled(units, self.of.scale()));
        let (mut below, mut low) = (0, name(0));
        for &cut in &self.cuts {
            let (within, high) = (within(spread, cut), name(cut));
            figures.push(self.band(format!("band_{low}_{high}"), within.saturating_sub(below), n, level));
            (below, low) = (within, high);
        }
        figures.push(self.band(format!("band_{low}_up"), n.saturating_sub(below), n, level));
    }

    fn band(&self, name: String, part: u64, n: u64, level: f64) -> Figure {
        let mut figure = Figure::share("band", part, n, Undefined::NoRecords, level);
        figure.name = Cow::Owned(name);
        figure.unit = Some(Unit::Percent);
        figure.approximate = (self.sketch && n > 0).then_some(SKETCH_ERROR);
        figure
    }
}

/// The mean and the median of values.
pub(crate) fn centre(spread: &Spread, of: Of, level: f64) -> Result<[Figure; 2]> {
    let (sum, squares) = spread.moments()?;
    let mean = Figure::mean("mean", spread.len(), sum, squares, of.units(), level);
    Ok([mean, Order::new(spread, of, level).quantile("median", 1, 2)])
}

/// How many values are at most `cut`.
pub(crate) fn within(spread: &Spread, cut: i64) -> u64 {
    match spread {
        Spread::Exact(values) => values.iter().filter(|&&value| value <= cut).count() as u64,
        Spread::Sketch { bins, .. } => {
            bins.iter().take_while(|&(&own, _)| own <= bin(cut)).fold(0, |all, (_, &n)| all.saturating_add(n))
        }
    }
}

/// The quantiles, as fractions.
const QUANTILE_PARTS: [(u64, u64); 3] = [(1, 2), (9, 10), (19, 20)];

/// The values in order, as far as the figures look at them.
struct Order {
    of: Of,
    n: u64,
    level: f64,
    /// Rank and twice the value there, by rank.
    known: Vec<(u64, i128)>,
    sketched: bool,
}

impl Order {
    fn new(spread: &Spread, of: Of, level: f64) -> Self {
        let n = spread.len();
        let ranks = ranks(n, level);
        let mut known = Vec::with_capacity(ranks.len());
        let sketched = match spread {
            Spread::Exact(values) => {
                let mut places = Vec::with_capacity(ranks.len());
                for &rank in &ranks {
                    places.push(rank as usize);
                }
                let found = select_ranks(&mut values.clone(), &places).unwrap_or_default();
                for (&rank, value) in ranks.iter().zip(found) {
                    known.push((rank, i128::from(value).wrapping_mul(2)));
                }
                false
            }
            Spread::Sketch { bins, .. } => {
                let mut bins = bins.iter();
                let (mut seen, mut middle) = (0u64, 0);
                for rank in ranks {
                    while seen <= rank
                        && let Some((&bin, &count)) = bins.next()
                    {
                        seen = seen.saturating_add(count);
                        middle = twice_middle(bin);
                    }
                    if rank < seen {
                        known.push((rank, middle));
                    }
                }
                true
            }
        };
        Order { of, n, level, known, sketched }
    }

    /// Twice the value at a rank that was asked for.
    fn at(&self, rank: u64) -> Option<i128> {
        let place = self.known.binary_search_by_key(&rank, |&(own, _)| own).ok()?;
        self.known.get(place).map(|&(_, value)| value)
    }

    fn figure(&self, name: &'static str, fraction: Option<(i128, i128)>) -> Figure {
        let outcome = fraction
            .map(|(numerator, denominator)| Fraction {
                numerator,
                denominator,
                units: self.of.units().wrapping_mul(2),
                times: 1,
            })
            .ok_or(Undefined::NoRecords);
        let mut figure = Figure { shows_fraction: false, ..Figure::new(name, outcome, self.n) };
        figure.approximate = (self.sketched && self.n > 0).then_some(SKETCH_ERROR);
        figure
    }

    fn end(&self, name: &'static str, rank: u64) -> Figure {
        self.figure(name, self.at(rank).map(|value| (value, 1)))
    }

    fn quantile(&self, name: &'static str, part: u64, of: u64) -> Figure {
        let mut figure = self.figure(name, if self.sketched { self.type1(part, of) } else { self.type7(part, of) });
        figure.interval = order_statistics(self.n, part as f64 / of as f64, self.level).and_then(|(low, high)| {
            let ends = self.at(low.checked_sub(1)?).zip(self.at(high.checked_sub(1)?));
            let units = self.of.units().wrapping_mul(2) as f64;
            ends.map(|(low, high)| Interval { lower: low as f64 / units, upper: high as f64 / units })
        });
        figure
    }

    fn type1(&self, part: u64, of: u64) -> Option<(i128, i128)> {
        self.at(type1(self.n, part, of)).map(|value| (value, 1))
    }

    /// R's type 7: between the two neighbours of (n − 1) p, as one fraction.
    fn type7(&self, part: u64, of: u64) -> Option<(i128, i128)> {
        let (rank, rest) = type7_position(self.n, part, of)?;
        let low = self.at(rank)?;
        let high = self.at(rank.saturating_add(1)).unwrap_or(low);
        let between = high.checked_sub(low)?.checked_mul(rest.into())?;
        Some((low.checked_mul(of.into())?.checked_add(between)?, of.into()))
    }
}

/// The ranks from 0, rising, at which the figures look.
fn ranks(n: u64, level: f64) -> Vec<u64> {
    let mut ranks = Vec::new();
    let Some(last) = n.checked_sub(1) else { return ranks };
    let mut look_at = |rank: u64| {
        if let Err(place) = ranks.binary_search(&rank) {
            ranks.insert(place, rank);
        }
    };
    look_at(0);
    look_at(last);
    for (part, whole) in QUANTILE_PARTS {
        if let Some((low, _)) = type7_position(n, part, whole) {
            look_at(low);
            look_at(low.saturating_add(1).min(last));
            look_at(type1(n, part, whole));
        }
        if let Some((low, high)) = order_statistics(n, part as f64 / whole as f64, level) {
            look_at(low.saturating_sub(1));
            look_at(high.saturating_sub(1));
        }
    }
    ranks
}

/// The rank, from 0, of the smallest value at or below which a part of `part ÷ of` lies.
fn type1(n: u64, part: u64, of: u64) -> u64 {
    let up = u128::from(n).saturating_mul(part.into()).div_ceil(u128::from(of.max(1)));
    u64::try_from(up).unwrap_or(u64::MAX).saturating_sub(1)
}
