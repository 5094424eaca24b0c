//! Ranking: the places of agents by a figure, and the bands of those that their intervals cannot tell apart.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use rust_decimal::Decimal;

use crate::exact::number;
use crate::kpi::Entry;
use crate::kpi::figure::{Figure, Undefined};
use crate::kpi::parameters::Parameter;
use crate::sorted::{Sorted, sort};

/// How a KPI ranks the agents of a report.
#[derive(Clone)]
pub(crate) struct Ranking {
    /// The KPI whose figures rank them, where it is not the one itself.
    pub of: Option<Measured>,
    /// The figure that ranks them.
    pub figure: String,
    pub order: Order,
}

/// A KPI that is measured for another one.
#[derive(Clone)]
pub(crate) struct Measured {
    pub entry: &'static Entry,
    pub parameters: Sorted<String, Parameter>,
}

/// What is better, and what is too little to say.
#[derive(Clone, Copy)]
pub(crate) struct Order {
    /// Whether more is better.
    pub higher: bool,
    /// Whether the pessimistic end of the interval ranks, and not the value.
    pub by_bound: bool,
    /// Agents with fewer records have no place.
    pub minimum: u64,
}

/// One of those who are ranked.
#[derive(Clone, Copy)]
pub(crate) struct Entrant {
    pub value: Decimal,
    pub lower: Option<f64>,
    pub upper: Option<f64>,
    pub sample: u64,
}

impl Entrant {
    /// The interval; the value alone where there is none. An end that is not known lies beyond all that was seen.
    fn ends(&self) -> (f64, f64) {
        match (self.lower, self.upper) {
            (None, None) => (number(&self.value), number(&self.value)),
            (lower, upper) => (lower.unwrap_or(f64::NEG_INFINITY), upper.unwrap_or(f64::INFINITY)),
        }
    }

    /// A number that is the smaller the better the place.
    fn key(&self, order: Order) -> i128 {
        let (lower, upper) = self.ends();
        let key = match (order.by_bound, order.higher) {
            (true, true) => rising(lower),
            (true, false) => rising(upper),
            (false, _) => {
                let places = 9u32.saturating_sub(self.value.scale());
                self.value.mantissa().saturating_mul(10i128.saturating_pow(places))
            }
        };
        if order.higher { key.saturating_neg() } else { key }
    }
}

/// A number that rises with the float.
fn rising(float: f64) -> i128 {
    // Adding 0 makes one zero of the two.
    let bits = (float + 0.0).to_bits();
    let size = i128::from(bits & !(1 << 63));
    if bits >> 63 == 1 { size.saturating_neg() } else { size }
}

/// A place and a band.
pub(crate) type Place = Result<(u64, u64), Undefined>;

/// The places of all, in the order in which they are given; of equals the first goes first.
pub(crate) fn places(entrants: &[Result<Entrant, Undefined>], order: Order) -> Vec<Place> {
    let mut places: Vec<Place> = Vec::with_capacity(entrants.len());
    let mut ranked = Vec::new();
    for (at, entrant) in entrants.iter().enumerate() {
        places.push(match entrant {
            Ok(entrant) if entrant.sample == 0 => Err(Undefined::NoRecords),
            Ok(entrant) if entrant.sample < order.minimum => Err(Undefined::SmallSample),
            Ok(entrant) => {
                ranked.push((entrant.key(order), at));
                Ok((0, 0))
            }
            Err(why) => Err(*why),
        });
    }
    sort(&mut ranked);
    let (mut band, mut best) = (0u64, None);
    for (rank, (_, at)) in (1..).zip(ranked) {
        let (Some(Ok(entrant)), Some(place)) = (entrants.get(at), places.get_mut(at)) else { continue };
        let (lower, upper) = entrant.ends();
        if best.is_none_or(|(low, high)| lower > high || low > upper) {
            band = band.saturating_add(1);
            best = Some((lower, upper));
        }
        *place = Ok((rank, band));
    }
    places
}

/// A place as a figure.
pub(crate) fn place(name: &'static str, place: Result<u64, Undefined>, sample: u64) -> Figure {
    let mut figure = Figure::count(name, place.unwrap_or_default());
    figure.sample = sample;
    if let Err(why) = place {
        figure.undefine(why);
    }
    figure
}

/// The figure of one of several that a formula ranks, counted from 1.
pub(crate) fn numbered(mut figure: Figure, number: usize) -> Figure {
    figure.name = format!("{}_{number}", figure.name).into();
    figure
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn floats_keep_their_order() {
        let rise = [f64::NEG_INFINITY, -2.5, -1e-300, 0.0, 1e-300, 0.1, 7.0, f64::INFINITY];
        assert!(rise.map(rising).is_sorted_by(|a, b| a < b));
        assert_eq!(rising(-0.0), rising(0.0));
    }
}
