//! Exact quantiles of integers: the type 7 position as a fraction, and selection of ranks without sorting.

use alloc::vec::Vec;

use crate::sorted::select_nth;

/// Position of the type 7 quantile among `n` ascending values: the 0-based lower rank and the
/// remainder `r`, so that h = (n − 1) · p = rank + r / `p_denominator`.
///
/// The quantile is x\[rank\] + (r / `p_denominator`) · (x\[rank + 1\] − x\[rank\]); where `r` is 0 it is
/// x\[rank\] alone, and the rank above may not exist. Nothing is rounded: `p` is the fraction
/// `p_numerator` / `p_denominator`, from 0 to 1. `None` for `n` = 0, a zero denominator or p > 1.
///
/// Source: Hyndman and Fan, "Sample Quantiles in Statistical Packages", The American Statistician
/// 50 (1996), definition 7; the default of R, NumPy, DuckDB's `quantile_cont` and spreadsheets.
///
/// ```
/// use kpi_core::stats::quantile::type7_position;
/// // The 90th percentile of 15, 20, 35, 40, 50 is 40 + 6/10 · (50 − 40) = 46.
/// assert_eq!(type7_position(5, 9, 10), Some((3, 6)));
/// assert_eq!(type7_position(5, 1, 2), Some((2, 0)));
/// assert_eq!(type7_position(0, 1, 2), None);
/// ```
#[must_use]
pub fn type7_position(n: u64, p_numerator: u64, p_denominator: u64) -> Option<(u64, u64)> {
    if p_numerator > p_denominator {
        return None;
    }
    let gaps = u128::from(n.checked_sub(1)?);
    // Two 64-bit factors always fit 128 bits, so only a zero denominator fails.
    let scaled = gaps.checked_mul(u128::from(p_numerator))?;
    let denominator = u128::from(p_denominator);
    let rank = scaled.checked_div(denominator)?;
    let remainder = scaled.checked_rem(denominator)?;
    Some((u64::try_from(rank).ok()?, u64::try_from(remainder).ok()?))
}

/// The values at several 0-based `ranks` of the ascending order of `values`, in the order of `ranks`.
///
/// `ranks` must ascend; a rank may repeat. `values` is reordered, not sorted: each rank is placed
/// by quickselect and the others are looked for only on its two sides, on average
/// O(n log k) for k ranks. `None` when a rank is not below `values.len()` or the ranks do not ascend.
///
/// Source: Hoare, "Algorithm 65: FIND", Communications of the ACM 4 (1961); Chambers, "Algorithm
/// 410: Partial Sorting", Communications of the ACM 14 (1971).
///
/// ```
/// use kpi_core::stats::quantile::select_ranks;
/// let mut waits = [40, 15, 50, 20, 35];
/// assert_eq!(select_ranks(&mut waits, &[0, 2, 4]), Some(vec![15, 35, 50]));
/// assert_eq!(select_ranks(&mut waits, &[5]), None);
/// ```
#[must_use]
pub fn select_ranks(values: &mut [i64], ranks: &[usize]) -> Option<Vec<i64>> {
    if !ranks.is_sorted() {
        return None;
    }
    let mut found = Vec::with_capacity(ranks.len());
    select(values, 0, ranks, &mut found)?;
    Some(found)
}

/// Appends the values at `ranks`, where `values` holds the ranks from `offset` on.
fn select(values: &mut [i64], offset: usize, ranks: &[usize], found: &mut Vec<i64>) -> Option<()> {
    let Some(&middle) = ranks.get(ranks.len() >> 1) else {
        return Some(());
    };
    let at = middle.checked_sub(offset)?;
    if at >= values.len() {
        return None;
    }
    select_nth(values, at);
    let (below, rest) = values.split_at_mut_checked(at)?;
    let (&mut value, above) = rest.split_first_mut()?;
    let first = ranks.partition_point(|&rank| rank < middle);
    let last = ranks.partition_point(|&rank| rank <= middle);
    select(below, offset, ranks.get(..first)?, found)?;
    for _ in first..last {
        found.push(value);
    }
    match ranks.get(last..)? {
        [] => Some(()),
        rest => select(above, middle.checked_add(1)?, rest, found),
    }
}
