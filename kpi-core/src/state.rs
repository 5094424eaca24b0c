//! What a KPI remembers: a closed set of states that merge and unmerge exactly, and the cell around them.

use alloc::format;
use alloc::vec::Vec;

use crate::bytes::{Reader, Writer};
use crate::error::{Code, Error, Result};
use crate::exact::Currency;
use crate::sorted::{Sorted, sort};
use crate::words::Dictionary;

/// A state depends on the multiset of records alone: any order, chunking and number of threads gives the same one.
pub(crate) trait State: Clone + Default + Send + Sync + 'static {
    /// Adds another one.
    fn merge(&mut self, other: &Self) -> Result<()>;
    /// Takes another one away that was added before.
    fn unmerge(&mut self, other: &Self) -> Result<()>;
    /// Equal states have equal bytes.
    fn write(&self, out: &mut Writer, words: &Dictionary);
    fn read(&mut self, input: &mut Reader<'_>, words: &mut Dictionary) -> Result<()>;
    /// A cell with its state named.
    fn cell(cell: &Cell<Self>) -> CellRef<'_>;
    /// A cell and an empty one, with their state named.
    fn cell_mut(cell: &mut Cell<Self>, empty: Cell<Self>) -> CellMut<'_>;
}

/// One of the states, or what goes with it. What only some callers do with cells is asked for by this, and not by a method
/// of every running measure, so that the browser can do without it.
pub(crate) enum Of<A, B, C, D> {
    Sums(A),
    Spread(B),
    Ratings(C),
    Customers(D),
}

/// A cell of any state.
pub(crate) type CellRef<'a> = Of<&'a Cell<Sums>, &'a Cell<Spread>, &'a Cell<Ratings>, &'a Cell<Customers>>;
/// A cell of any state, and an empty one.
pub(crate) type CellMut<'a> = Of<Both<'a, Sums>, Both<'a, Spread>, Both<'a, Ratings>, Both<'a, Customers>>;
type Both<'a, S> = (&'a mut Cell<S>, Cell<S>);

/// How a state names its cells.
macro_rules! named {
    ($State:ident) => {
        fn cell(cell: &Cell<Self>) -> CellRef<'_> {
            Of::$State(cell)
        }
        fn cell_mut(cell: &mut Cell<Self>, empty: Cell<Self>) -> CellMut<'_> {
            Of::$State((cell, empty))
        }
    };
}

fn not_contained() -> Error {
    Error::new(Code::NotContained, "the partial result to take away was never added to this one")
}

fn add_count(a: &mut u64, b: u64) -> Result<()> {
    *a = a.checked_add(b).ok_or_else(Error::overflow)?;
    Ok(())
}

fn take_count(a: &mut u64, b: u64) -> Result<()> {
    *a = a.checked_sub(b).ok_or_else(not_contained)?;
    Ok(())
}

/// Up to four exact sums and how many records made each, so that "no costs" is not "costs of 0".
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Sums {
    pub sum: [i128; 4],
    pub n: [u64; 4],
    /// The currency of the first sum, where that is money.
    pub currency: Option<Currency>,
}

impl Sums {
    /// Adds to the sum at `k` (0 to 3).
    #[inline]
    pub fn add(&mut self, k: usize, value: i128) -> Result<()> {
        let (Some(sum), Some(n)) = (self.sum.get_mut(k), self.n.get_mut(k)) else { return Err(Error::overflow()) };
        *sum = sum.checked_add(value).ok_or_else(Error::overflow)?;
        *n = n.wrapping_add(1);
        Ok(())
    }

    /// A state of counts: the formula's inputs.
    pub fn counts(counts: &[u64]) -> Self {
        let mut sums = Sums::default();
        for ((sum, n), &count) in sums.sum.iter_mut().zip(&mut sums.n).zip(counts) {
            *sum = i128::from(count);
            *n = count;
        }
        sums
    }

    pub fn of(&self, k: usize) -> i128 {
        self.sum.get(k).copied().unwrap_or_default()
    }

    /// The sum at `k` as a count; sums of counts are never negative.
    pub fn count(&self, k: usize) -> u64 {
        u64::try_from(self.of(k)).unwrap_or_default()
    }

    pub fn records(&self, k: usize) -> u64 {
        self.n.get(k).copied().unwrap_or_default()
    }

    /// All money of one measure is in one currency.
    #[inline]
    pub fn hold(&mut self, currency: Currency) -> Result<()> {
        one_currency(&mut self.currency, currency)
    }
}

#[inline]
fn one_currency(own: &mut Option<Currency>, other: Currency) -> Result<()> {
    match *own {
        None => *own = Some(other),
        Some(own) if own == other => {}
        Some(own) => {
            let text = format!(
                "amounts in {} and {} cannot be added; give `currency` and `rates`, or filter",
                own.as_str(),
                other.as_str()
            );
            return Err(Error::new(Code::MixedCurrencies, text).field("currency"));
        }
    }
    Ok(())
}

impl State for Sums {
    named!(Sums);

    fn merge(&mut self, other: &Self) -> Result<()> {
        if let Some(currency) = other.currency {
            self.hold(currency)?;
        }
        for (a, b) in self.sum.iter_mut().zip(other.sum) {
            *a = a.checked_add(b).ok_or_else(Error::overflow)?;
        }
        self.n.iter_mut().zip(other.n).try_for_each(|(a, b)| add_count(a, b))
    }

    fn unmerge(&mut self, other: &Self) -> Result<()> {
        if let Some(currency) = other.currency {
            self.hold(currency)?;
        }
        for (a, b) in self.sum.iter_mut().zip(other.sum) {
            *a = a.checked_sub(b).ok_or_else(Error::overflow)?;
        }
        self.n.iter_mut().zip(other.n).try_for_each(|(a, b)| take_count(a, b))?;
        if self.records(0) == 0 {
            self.currency = None;
        }
        Ok(())
    }

    fn write(&self, out: &mut Writer, _: &Dictionary) {
        self.sum.iter().for_each(|&v| out.i128(v));
        self.n.iter().for_each(|&v| out.u64(v));
        out.text(self.currency.as_ref().map(Currency::as_str).unwrap_or_default());
    }

    fn read(&mut self, input: &mut Reader<'_>, _: &mut Dictionary) -> Result<()> {
        for sum in &mut self.sum {
            *sum = input.i128()?;
        }
        for n in &mut self.n {
            *n = input.u64()?;
        }
        let currency = input.text()?;
        self.currency = if currency.is_empty() { None } else { Some(currency.parse()?) };
        Ok(())
    }
}

/// Bits of precision of the sketch: a value is known to 1 part in 2^11.
const SKETCH_BITS: u32 = 10;

/// Durations: all of them, or, only when asked for, counts in log-linear bins (no logarithm, no float).
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Spread {
    Exact(Vec<i64>),
    /// A bin fits 32 bits; its key is as wide as a score's, so that the browser module has one such map.
    Sketch {
        bins: Sorted<i64, u64>,
        sum: i128,
        squares: Option<i128>,
        n: u64,
    },
}

impl Default for Spread {
    fn default() -> Self {
        Spread::Exact(Vec::new())
    }
}

impl Spread {
    pub fn sketch() -> Self {
        Spread::Sketch { bins: Sorted::new(), sum: 0, squares: Some(0), n: 0 }
    }

    /// Adds a duration that is not negative.
    #[inline]
    pub fn add(&mut self, value: i64) -> Result<()> {
        match self {
            Spread::Exact(values) => values.push(value),
            Spread::Sketch { bins, sum, squares, n } => {
                add_count(bins.entry(bin(value)), 1)?;
                *sum = sum.checked_add(i128::from(value)).ok_or_else(Error::overflow)?;
                *squares = squares.and_then(|s| s.checked_add(square(value)));
                *n = n.wrapping_add(1);
            }
        }
        Ok(())
    }

    /// The sum of the durations alone: a sketch without bins.
    pub fn total(&self) -> Result<Self> {
        Ok(Spread::Sketch { bins: Sorted::new(), sum: self.moments()?.0, squares: None, n: self.len() })
    }

    pub fn len(&self) -> u64 {
        match self {
            Spread::Exact(values) => values.len() as u64,
            Spread::Sketch { n, .. } => *n,
        }
    }

    /// The sum and the sum of squares; the latter is absent where it does not fit.
    pub fn moments(&self) -> Result<(i128, Option<i128>)> {
        match self {
            Spread::Exact(values) => {
                let (mut sum, mut squares) = (0i128, Some(0i128));
                for &value in values {
                    sum = sum.checked_add(i128::from(value)).ok_or_else(Error::overflow)?;
                    squares = squares.and_then(|s| s.checked_add(square(value)));
                }
                Ok((sum, squares))
            }
            Spread::Sketch { sum, squares, .. } => Ok((*sum, *squares)),
        }
    }
}

fn square(value: i64) -> i128 {
    i128::from(value).wrapping_mul(i128::from(value))
}

/// The bin of a value: the value itself while it is small, then its leading bits.
pub(crate) fn bin(value: i64) -> i64 {
    let value = u64::try_from(value).unwrap_or(0);
    let bits = 64u32.wrapping_sub(value.leading_zeros());
    let shift = bits.saturating_sub(SKETCH_BITS.wrapping_add(1));
    // The leading SKETCH_BITS + 1 bits are at most 2^11 - 1, and the shift at most 53.
    i64::from((shift << SKETCH_BITS).wrapping_add((value >> shift) as u32))
}

/// The middle of a bin, doubled so that it is whole.
pub(crate) fn twice_middle(bin: i64) -> i128 {
    let leading = 1i64 << SKETCH_BITS;
    if bin < leading.wrapping_mul(2) {
        return i128::from(bin).wrapping_mul(2);
    }
    let shift = (bin >> SKETCH_BITS).wrapping_sub(1);
    let low = i128::from(bin.wrapping_sub(shift << SKETCH_BITS)) << shift;
    low.wrapping_mul(2).wrapping_add((1i128 << shift).wrapping_sub(1))
}

/// The largest relative error of a bin's middle.
pub(crate) const SKETCH_ERROR: f64 = 1.0 / (1u64 << (SKETCH_BITS + 1)) as f64;

impl State for Spread {
    named!(Spread);

    fn merge(&mut self, other: &Self) -> Result<()> {
        match (self, other) {
            (Spread::Exact(a), Spread::Exact(b)) => a.extend_from_slice(b),
            (
                Spread::Sketch { bins, sum, squares, n },
                Spread::Sketch { bins: b_bins, sum: b_sum, squares: b_squares, n: b_n },
            ) => {
                for (&key, &count) in b_bins {
                    add_count(bins.entry(key), count)?;
                }
                *sum = sum.checked_add(*b_sum).ok_or_else(Error::overflow)?;
                *squares = squares.zip(*b_squares).and_then(|(a, b)| a.checked_add(b));
                add_count(n, *b_n)?;
            }
            _ => return Err(different()),
        }
        Ok(())
    }

    fn unmerge(&mut self, other: &Self) -> Result<()> {
        match (self, other) {
            (Spread::Exact(a), Spread::Exact(b)) => {
                let mut gone = b.clone();
                take_sorted(a, &mut gone)?;
            }
            (
                Spread::Sketch { bins, sum, squares, n },
                Spread::Sketch { bins: b_bins, sum: b_sum, squares: b_squares, n: b_n },
            ) => {
                for (key, &count) in b_bins {
                    let own = bins.get_mut(key).ok_or_else(not_contained)?;
                    take_count(own, count)?;
                }
                bins.retain(|_, &count| count > 0);
                *sum = sum.checked_sub(*b_sum).ok_or_else(Error::overflow)?;
                *squares = squares.zip(*b_squares).and_then(|(a, b)| a.checked_sub(b));
                take_count(n, *b_n)?;
            }
            _ => return Err(different()),
        }
        Ok(())
    }

    fn write(&self, out: &mut Writer, _: &Dictionary) {
        match self {
            Spread::Exact(values) => {
                let mut sorted = values.clone();
                sort(&mut sorted);
                out.u8(0);
                out.len(sorted.len());
                sorted.iter().for_each(|&v| out.i64(v));
            }
            Spread::Sketch { bins, sum, squares, n } => {
                out.u8(1);
                out.i128(*sum);
                out.u8(u8::from(squares.is_some()));
                out.i128(squares.unwrap_or_default());
                out.u64(*n);
                out.len(bins.len());
                for (&key, &count) in bins {
                    out.u32(key as u32);
                    out.u64(count);
                }
            }
        }
    }

    fn read(&mut self, input: &mut Reader<'_>, _: &mut Dictionary) -> Result<()> {
        *self = match input.u8()? {
            0 => {
                let len = input.len(8)?;
                let values = (0..len).map(|_| input.i64()).collect::<Result<Vec<_>>>()?;
                if values.iter().any(|&value| value < 0) {
                    return input.bad();
                }
                Spread::Exact(values)
            }
            1 => {
                let sum = input.i128()?;
                let known = input.u8()? == 1;
                let squares = Some(input.i128()?).filter(|_| known);
                let n = input.u64()?;
                let len = input.len(12)?;
                let mut bins = Sorted::new();
                let (mut all, mut next) = (0u64, 0);
                for _ in 0..len {
                    let (own, count) = (i64::from(input.u32()?), input.u64()?);
                    // In rising order, as they were written, so that reading is quick whatever the bytes are.
                    if own < next || own > bin(i64::MAX) {
                        return input.bad();
                    }
                    next = own.wrapping_add(1);
                    all = all.checked_add(count).ok_or_else(Error::overflow)?;
                    bins.insert(own, count);
                }
                if all != n {
                    return input.bad();
                }
                Spread::Sketch { bins, sum, squares, n }
            }
            _ => return input.bad(),
        };
        Ok(())
    }
}

fn different() -> Error {
    Error::new(Code::DefinitionMismatch, "exact and sketched durations cannot be merged; ask for the same parameters")
}

/// Takes the multiset `gone` out of `all`; both are left sorted.
fn take_sorted<T: Ord + Clone>(all: &mut Vec<T>, gone: &mut [T]) -> Result<()> {
    sort(all);
    sort(gone);
    let mut left = gone.iter().peekable();
    let before = all.len();
    all.retain(|value| {
        if left.peek() == Some(&value) {
            left.next();
            return false;
        }
        true
    });
    if before.checked_sub(gone.len()) == Some(all.len()) { Ok(()) } else { Err(not_contained()) }
}

/// The scale of one measure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Scale {
    pub min: i64,
    pub max: i64,
    /// Set only where the reading depends on it.
    pub low_is_good: bool,
}

/// The one scale of a state; none before the first answer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct OneScale(pub Option<Scale>);

impl OneScale {
    #[inline]
    pub fn hold(&mut self, scale: Scale) -> Result<()> {
        match self.0 {
            None => self.0 = Some(scale),
            Some(own) if own == scale => {}
            Some(own) => {
                let text = if (own.min, own.max) == (scale.min, scale.max) {
                    format!("answers on {} to {} in both directions", own.min, own.max)
                } else {
                    format!("answers on {} to {} and on {} to {}", own.min, own.max, scale.min, scale.max)
                };
                return Err(Error::new(
                    Code::MixedScales,
                    format!("{text} cannot be one measure; filter or group, or map them to one scale"),
                )
                .field("scale_max"));
            }
        }
        Ok(())
    }

    fn merge(&mut self, other: Self) -> Result<()> {
        other.0.map_or(Ok(()), |scale| self.hold(scale))
    }

    fn write(self, out: &mut Writer) {
        out.u8(u8::from(self.0.is_some()));
        if let Some(Scale { min, max, low_is_good }) = self.0 {
            out.i64(min);
            out.i64(max);
            out.u8(u8::from(low_is_good));
        }
    }

    fn read(input: &mut Reader<'_>) -> Result<Self> {
        Ok(OneScale(match input.u8()? {
            0 => None,
            1 => Some(Scale { min: input.i64()?, max: input.i64()?, low_is_good: input.u8()? == 1 }),
            _ => return input.bad(),
        }))
    }
}

/// Counts per point of one declared scale. Scores are in thousandths.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Ratings {
    pub scale: OneScale,
    /// The whole scores from 0 to 10, which are nearly all there are.
    whole: [u64; 11],
    /// The others; no zero counts.
    others: Sorted<i64, u64>,
}

impl Ratings {
    #[inline]
    pub fn add(&mut self, scale: Scale, score: i64) -> Result<()> {
        self.scale.hold(scale)?;
        add_count(self.of(score), 1)
    }

    /// Adds the whole score of a point from 0 to 10: quicker where the point is known.
    #[inline]
    pub fn add_point(&mut self, scale: Scale, point: usize) -> Result<()> {
        self.scale.hold(scale)?;
        add_count(self.whole.get_mut(point).ok_or_else(Error::overflow)?, 1)
    }

    /// Adds the same score several times; none at all changes nothing.
    pub fn add_many(&mut self, scale: Scale, score: i64, times: u64) -> Result<()> {
        if times == 0 {
            return Ok(());
        }
        self.scale.hold(scale)?;
        add_count(self.of(score), times)
    }

    /// The count of a score.
    #[inline]
    fn of(&mut self, score: i64) -> &mut u64 {
        let point = usize::try_from(score.wrapping_div(1000)).ok().filter(|_| score.wrapping_rem(1000) == 0);
        match point.and_then(|point| self.whole.get_mut(point)) {
            Some(count) => count,
            None => self.others.entry(score),
        }
    }

    /// Every score that occurs, with its count.
    pub fn counts(&self) -> impl Iterator<Item = (i64, u64)> + '_ {
        let whole = (0i64..).step_by(1000).zip(self.whole);
        whole.chain(self.others.iter().map(|(&score, &n)| (score, n))).filter(|&(_, n)| n > 0)
    }

    pub fn len(&self) -> u64 {
        self.between(i64::MIN, i64::MAX)
    }

    /// How many scores lie in `low..=high`.
    pub fn between(&self, low: i64, high: i64) -> u64 {
        let (mut all, mut score) = (0u64, 0);
        for &n in &self.whole {
            if score >= low && score <= high {
                all = all.saturating_add(n);
            }
            score = score.saturating_add(1000);
        }
        for (&score, &n) in &self.others {
            if score >= low && score <= high {
                all = all.saturating_add(n);
            }
        }
        all
    }

    /// Sum and sum of squares, in thousandths and their squares.
    pub fn moments(&self) -> Result<(i128, i128)> {
        let mut moments = (0i128, 0i128);
        for (score, n) in self.counts() {
            let sum = i128::from(score).checked_mul(i128::from(n)).ok_or_else(Error::overflow)?;
            let squares = sum.checked_mul(i128::from(score)).ok_or_else(Error::overflow)?;
            moments.0 = moments.0.checked_add(sum).ok_or_else(Error::overflow)?;
            moments.1 = moments.1.checked_add(squares).ok_or_else(Error::overflow)?;
        }
        Ok(moments)
    }
}

impl State for Ratings {
    named!(Ratings);

    fn merge(&mut self, other: &Self) -> Result<()> {
        self.scale.merge(other.scale)?;
        for (own, &n) in self.whole.iter_mut().zip(&other.whole) {
            add_count(own, n)?;
        }
        for (&score, &n) in &other.others {
            add_count(self.others.entry(score), n)?;
        }
        Ok(())
    }

    fn unmerge(&mut self, other: &Self) -> Result<()> {
        self.scale.merge(other.scale)?;
        for (score, n) in other.counts() {
            take_count(self.of(score), n)?;
        }
        self.others.retain(|_, n| *n > 0);
        if self.len() == 0 {
            self.scale = OneScale(None);
        }
        Ok(())
    }

    fn write(&self, out: &mut Writer, _: &Dictionary) {
        self.scale.write(out);
        out.len(self.counts().count());
        for (score, n) in self.counts() {
            out.i64(score);
            out.u64(n);
        }
    }

    fn read(&mut self, input: &mut Reader<'_>, _: &mut Dictionary) -> Result<()> {
        *self = Ratings { scale: OneScale::read(input)?, ..Ratings::default() };
        for _ in 0..input.len(16)? {
            let (score, n) = (input.i64()?, input.u64()?);
            add_count(self.of(score), n)?;
        }
        Ok(())
    }
}

/// What a row of [`Customers`] says, as the KPI means it.
pub(crate) type Numbers = [i128; 3];

/// Every record with its customer, for figures of customers: the latest answer, several purchases, money before and
/// after. What a customer is depends on the bucket and the group, so it is settled at the end.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Customers {
    rows: Vec<(u32, Numbers)>,
    scale: OneScale,
    /// How many answers are on that scale.
    answers: u64,
    currency: Option<Currency>,
    /// How many amounts are in that currency.
    amounts: u64,
    /// What a formula's inputs say of customers that are settled already.
    pub settled: [i128; 6],
}

impl Customers {
    /// A state of a formula's inputs.
    pub fn settled<const N: usize>(numbers: [i128; N]) -> Self {
        let mut settled = [0; 6];
        settled.iter_mut().zip(numbers).for_each(|(own, number)| *own = number);
        Customers { settled, ..Customers::default() }
    }

    #[inline]
    pub fn add(&mut self, customer: u32, numbers: Numbers) {
        self.rows.push((customer, numbers));
    }

    pub fn scale(&self) -> Option<Scale> {
        self.scale.0
    }

    /// All answers of one measure are on one scale; called once for every answer.
    #[inline]
    pub fn hold_scale(&mut self, scale: Scale) -> Result<()> {
        self.answers = self.answers.wrapping_add(1);
        self.scale.hold(scale)
    }

    pub fn currency(&self) -> Option<Currency> {
        self.currency
    }

    /// All money of one measure is in one currency; called once for every amount.
    #[inline]
    pub fn hold(&mut self, currency: Currency) -> Result<()> {
        self.amounts = self.amounts.wrapping_add(1);
        one_currency(&mut self.currency, currency)
    }

    /// The rows of each customer, one customer after the other; of one customer in rising order.
    pub fn each(&self, mut customer: impl FnMut(&mut dyn Iterator<Item = &Numbers>) -> Result<()>) -> Result<()> {
        let mut rows: Vec<&(u32, Numbers)> = self.rows.iter().collect();
        sort(&mut rows);
        for of_one in rows.chunk_by(|a, b| a.0 == b.0) {
            customer(&mut of_one.iter().map(|(_, numbers)| numbers))?;
        }
        Ok(())
    }
}

impl State for Customers {
    named!(Customers);

    fn merge(&mut self, other: &Self) -> Result<()> {
        self.scale.merge(other.scale)?;
        if let Some(currency) = other.currency {
            one_currency(&mut self.currency, currency)?;
        }
        add_count(&mut self.answers, other.answers)?;
        add_count(&mut self.amounts, other.amounts)?;
        self.rows.extend_from_slice(&other.rows);
        for (own, other) in self.settled.iter_mut().zip(other.settled) {
            *own = own.checked_add(other).ok_or_else(Error::overflow)?;
        }
        Ok(())
    }

    fn unmerge(&mut self, other: &Self) -> Result<()> {
        self.scale.merge(other.scale)?;
        let mut gone = other.rows.clone();
        take_sorted(&mut self.rows, &mut gone)?;
        take_count(&mut self.answers, other.answers)?;
        if self.answers == 0 {
            self.scale = OneScale(None);
        }
        take_count(&mut self.amounts, other.amounts)?;
        if self.amounts == 0 {
            self.currency = None;
        }
        for (own, other) in self.settled.iter_mut().zip(other.settled) {
            *own = own.checked_sub(other).ok_or_else(Error::overflow)?;
        }
        Ok(())
    }

    fn write(&self, out: &mut Writer, words: &Dictionary) {
        self.scale.write(out);
        out.u64(self.answers);
        out.text(self.currency.as_ref().map(Currency::as_str).unwrap_or_default());
        out.u64(self.amounts);
        let mut rows: Vec<(&str, &Numbers)> =
            self.rows.iter().map(|(who, numbers)| (words.get(*who).unwrap_or_default(), numbers)).collect();
        sort(&mut rows);
        out.len(rows.len());
        for (who, numbers) in rows {
            out.text(who);
            numbers.iter().for_each(|&number| out.i128(number));
        }
        self.settled.iter().for_each(|&number| out.i128(number));
    }

    fn read(&mut self, input: &mut Reader<'_>, words: &mut Dictionary) -> Result<()> {
        self.scale = OneScale::read(input)?;
        self.answers = input.u64()?;
        let currency = input.text()?;
        self.currency = if currency.is_empty() { None } else { Some(currency.parse()?) };
        self.amounts = input.u64()?;
        self.rows.clear();
        for _ in 0..input.len(56)? {
            let who = words.intern(&input.text()?)?;
            self.rows.push((who, [input.i128()?, input.i128()?, input.i128()?]));
        }
        for number in &mut self.settled {
            *number = input.i128()?;
        }
        Ok(())
    }
}

macro_rules! reasons {
    ($($(#[doc = $doc:literal])* $Name:ident = $text:literal,)*) => {
        /// Why a record is not in the number: a closed list.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum Reason { $($(#[doc = $doc])* $Name,)* }

        impl Reason {
            /// Every reason, in the order of the documentation.
            pub const ALL: &'static [Reason] = &[$(Reason::$Name,)*];

            /// The stable text.
            #[must_use]
            #[inline(never)] // The browser module would have the texts twice.
            pub const fn as_str(self) -> &'static str { match self { $(Reason::$Name => $text,)* } }

            /// What it says, in a sentence.
            #[must_use]
            pub const fn doc(self) -> &'static str { match self { $(Reason::$Name => concat!($($doc),*).trim_ascii(),)* } }
        }
    };
}

reasons! {
    /// Still open.
    Open = "open",
    /// Nobody has answered.
    Unanswered = "unanswered",
    /// Merged into another ticket.
    Merged = "merged",
    /// Spam.
    Spam = "spam",
    /// Deleted without an answer.
    Deleted = "deleted",
    /// Resolved by a bot, with no person involved.
    Bot = "bot",
    /// A contact that the company began.
    Outbound = "outbound",
    /// A contact that the customer began.
    Inbound = "inbound",
    /// The customer gave up before a person answered.
    Abandoned = "abandoned",
    /// The menu served the customer.
    SelfServed = "self_served",
    /// A ticket born of a contact; it counts once, through the contact.
    ThroughContact = "through_contact",
    /// An agent opened the ticket, and when the customer first wrote is not known.
    NoClockStart = "no_clock_start",
    /// No target applies to it.
    NoTarget = "no_target",
    /// Unanswered, and the target is not over yet.
    NotDue = "not_due",
    /// A survey of another kind.
    OtherKind = "other_kind",
    /// The instant that would place the record in a bucket is not known.
    NoAnchor = "no_anchor",
    /// No account is known.
    NoAccount = "no_account",
    /// No interaction with a person is known.
    NoInteraction = "no_interaction",
    /// No reply by a person.
    NoReply = "no_reply",
    /// A later answer with the same survey id replaced it.
    Replaced = "replaced",
    /// A ledger entry of another kind.
    OtherEntry = "other_entry",
    /// Closed without a resolution.
    Closed = "closed",
    /// Canceled.
    Canceled = "canceled",
    /// Nobody has taken it under control.
    Untouched = "untouched",
    /// No person has been in contact with the customer.
    NoHumanContact = "no_human_contact",
    /// A field that decides is not known.
    Unknown = "unknown",
    /// The days that must pass before it can be judged are not over.
    WindowOpen = "window_open",
    /// The customer gave up within seconds.
    Short = "short",
    /// It never reached the queue.
    NotQueued = "not_queued",
    /// Still waiting.
    Waiting = "waiting",
    /// The customer was promised a call back.
    Callback = "callback",
    /// It failed: overflow or disconnection.
    Failed = "failed",
    /// A person answered.
    Answered = "answered",
    /// The customer gave up within the threshold.
    AbandonedWithinTarget = "abandoned_within_target",
    /// It counts through its legs, one for each agent.
    ThroughLegs = "through_legs",
    /// No person held it, or is named.
    NoAgent = "no_agent",
    /// The invitation was not delivered.
    Undelivered = "undelivered",
    /// A rating that the KPI does not count.
    OtherRating = "other_rating",
    /// The account had already ended.
    AlreadyLeft = "already_left",
    /// The account had not begun yet.
    NotYetCustomer = "not_yet_customer",
    /// A conversion of another kind.
    OtherConversion = "other_conversion",
    /// The purchase was refunded or canceled.
    Refunded = "refunded",
    /// A ticket of another type.
    OtherType = "other_type",
    /// Not a complaint.
    NoComplaint = "no_complaint",
    /// The wait for the first reply.
    FirstWait = "first_wait",
    /// No response was promised.
    NoPromise = "no_promise",
    /// The target is neither met nor past.
    Active = "active",
    /// No policy applies.
    NotApplicable = "not_applicable",
    /// Nobody else took it over.
    NotPassedOn = "not_passed_on",
    /// It began outside the calendar's hours.
    OutsideHours = "outside_hours",
    /// The calendar has no hours for it.
    NoSchedule = "no_schedule",
    /// It counts through its status spans.
    ThroughSpans = "through_spans",
    /// It began outside every shift of its agent.
    OffShift = "off_shift",
    /// A contact followed in time.
    Contacted = "contacted",
    /// A ticket after a session of its account; it counts once, through the session.
    ThroughSession = "through_session",
    /// A session of another kind.
    OtherSession = "other_session",
    /// No bot took part.
    NoBot = "no_bot",
    /// A review without stars.
    Unrated = "unrated",
    /// Feedback that nobody has labelled as positive, neutral or negative.
    Unlabelled = "unlabelled",
    /// No ticket is named.
    NoTicket = "no_ticket",
    /// What it is worth is not known, or in which currency.
    NoValue = "no_value",
}

/// What a record did to a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    Counted,
    /// It is there, but adds nothing and is nothing to report (an account outside a bucket).
    Nothing,
    LeftOut(Reason),
}

/// How many records of one kind counted, and how many were left out and why.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Side {
    pub counted: u64,
    /// Sorted by reason, no zeros.
    pub left_out: Vec<(Reason, u64)>,
}

impl Side {
    #[inline]
    pub fn note(&mut self, part: Part) {
        match part {
            Part::Counted => self.counted = self.counted.wrapping_add(1),
            Part::Nothing => {}
            Part::LeftOut(reason) => self.leave_out(reason, 1),
        }
    }

    pub fn leave_out(&mut self, reason: Reason, times: u64) {
        match self.left_out.binary_search_by_key(&reason, |&(own, _)| own) {
            Ok(at) => {
                if let Some((_, n)) = self.left_out.get_mut(at) {
                    *n = n.saturating_add(times);
                }
            }
            Err(at) => self.left_out.insert(at, (reason, times)),
        }
    }

    fn merge(&mut self, other: &Self) -> Result<()> {
        add_count(&mut self.counted, other.counted)?;
        for &(reason, n) in &other.left_out {
            self.leave_out(reason, n);
        }
        Ok(())
    }

    fn unmerge(&mut self, other: &Self) -> Result<()> {
        take_count(&mut self.counted, other.counted)?;
        for &(reason, n) in &other.left_out {
            let own = self.left_out.iter_mut().find(|(own, _)| *own == reason).ok_or_else(not_contained)?;
            take_count(&mut own.1, n)?;
        }
        self.left_out.retain(|&(_, n)| n > 0);
        Ok(())
    }

    fn is_empty(&self) -> bool {
        self.counted == 0 && self.left_out.is_empty()
    }
}

/// How many kinds of record one KPI can read.
pub(crate) const SIDES: usize = 3;

/// A state and, for each kind of record that the KPI reads, what counted and what was left out.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Cell<S> {
    pub state: S,
    pub sides: [Side; SIDES],
}

impl<S: State> Cell<S> {
    pub fn new(state: S) -> Self {
        Cell { state, sides: Default::default() }
    }

    pub fn is_empty(&self) -> bool {
        self.sides.iter().all(Side::is_empty)
    }

    pub fn merge(&mut self, other: &Self) -> Result<()> {
        self.state.merge(&other.state)?;
        self.merge_sides(other)
    }

    /// Adds what counted and was left out, without the state.
    pub fn merge_sides(&mut self, other: &Self) -> Result<()> {
        merge_sides(&mut self.sides, &other.sides)
    }

    pub fn unmerge(&mut self, other: &Self) -> Result<()> {
        self.state.unmerge(&other.state)?;
        self.sides.iter_mut().zip(&other.sides).try_for_each(|(a, b)| a.unmerge(b))
    }

    pub fn write(&self, out: &mut Writer, words: &Dictionary) {
        self.state.write(out, words);
        for side in &self.sides {
            out.u64(side.counted);
            out.len(side.left_out.len());
            for &(reason, n) in &side.left_out {
                out.text(reason.as_str());
                out.u64(n);
            }
        }
    }

    pub fn read(&mut self, input: &mut Reader<'_>, words: &mut Dictionary) -> Result<()> {
        self.state.read(input, words)?;
        for side in &mut self.sides {
            *side = Side { counted: input.u64()?, left_out: Vec::new() };
            for _ in 0..input.len(16)? {
                let text = input.text()?;
                let Some(&reason) = Reason::ALL.iter().find(|reason| reason.as_str() == text) else {
                    return input.bad();
                };
                side.leave_out(reason, input.u64()?);
            }
        }
        Ok(())
    }

    /// All left-out counts together, sorted by reason.
    pub fn left_out(&self) -> Vec<(Reason, u64)> {
        left_out(&self.sides)
    }
}

fn merge_sides(own: &mut [Side], other: &[Side]) -> Result<()> {
    for (own, other) in own.iter_mut().zip(other) {
        own.merge(other)?;
    }
    Ok(())
}

fn left_out(sides: &[Side]) -> Vec<(Reason, u64)> {
    let mut all = Side::default();
    for side in sides {
        for &(reason, n) in &side.left_out {
            all.leave_out(reason, n);
        }
    }
    all.left_out
}
