//! Confidence intervals: proportions, net shares, means, quantiles and rates.
//!
//! `level` is the confidence as a fraction, such as 0.95, and every interval is two-sided with
//! (1 − level) / 2 in each tail. A level outside (0, 1) gives `None`.

use super::special::{beta_quantile_tails, beta_tails, gamma_quantile_tails, normal_quantile, student_t_upper};

/// A two-sided confidence interval, in the unit of the function that returned it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Interval {
    /// The lower end.
    pub lower: f64,
    /// The upper end.
    pub upper: f64,
}

/// Wilson score interval of a proportion, as fractions from 0 to 1.
///
/// c ± h with c = (p + z²/2n) / (1 + z²/n) and h = z √(p(1 − p)/n + z²/4n²) / (1 + z²/n),
/// p = `successes` / `n`. Exactly 0 below for no success, exactly 1 above for no failure. `None`
/// for n = 0 or more successes than n.
///
/// Source: Wilson, "Probable Inference, the Law of Succession, and Statistical Inference", JASA 22
/// (1927); recommended by Brown, Cai and DasGupta, Statistical Science 16 (2001).
///
/// ```
/// use kpi_core::stats::interval::wilson;
/// let i = wilson(14, 20, 0.95).unwrap();
/// assert!((i.lower - 0.48102718164647645).abs() < 1e-15);
/// assert!((i.upper - 0.8545227551323957).abs() < 1e-15);
/// assert_eq!(wilson(0, 10, 0.95).unwrap().lower, 0.0);
/// ```
#[must_use]
pub fn wilson(successes: u64, n: u64, level: f64) -> Option<Interval> {
    let (k, failures, total) = counts(successes, n)?;
    let z = two_sided_normal(tail(level)?)?;
    let square = z * z;
    let spread = z * libm::sqrt(0.25 * square + k / total * failures);
    let upper = (k + 0.5 * square + spread) / (total + square);
    // The product of the ends is p² / (1 + z²/n): no cancellation where p is small.
    let lower = if successes == 0 { 0.0 } else { k / total * (k / (total + square) / upper) };
    Some(Interval { lower: lower.min(1.0), upper: if successes == n { 1.0 } else { upper.min(1.0) } })
}

/// Newcombe's hybrid score interval of the difference of two independent proportions, the first less the second, as
/// fractions from −1 to 1.
///
/// From d − √((p₁ − l₁)² + (u₂ − p₂)²) to d + √((u₁ − p₁)² + (p₂ − l₂)²) with d = p₁ − p₂ and the Wilson intervals
/// l to u of both. `None` where either has no observation, or more successes than observations.
///
/// Source: Newcombe, "Interval Estimation for the Difference between Independent Proportions", Statistics in Medicine 17
/// (1998), method 10.
///
/// ```
/// use kpi_core::stats::interval::newcombe;
/// // 56 of 70 against 48 of 80, Newcombe's first example
/// let i = newcombe((56, 70), (48, 80), 0.95).unwrap();
/// assert!((i.lower - 0.0524).abs() < 5e-5 && (i.upper - 0.3339).abs() < 5e-5);
/// ```
#[must_use]
pub fn newcombe(first: (u64, u64), second: (u64, u64), level: f64) -> Option<Interval> {
    let (a, b) = (wilson(first.0, first.1, level)?, wilson(second.0, second.1, level)?);
    let (p, q) = (first.0 as f64 / first.1 as f64, second.0 as f64 / second.1 as f64);
    let leg = |x: f64, y: f64| libm::sqrt(x * x + y * y);
    Some(Interval { lower: p - q - leg(p - a.lower, b.upper - q), upper: p - q + leg(a.upper - p, q - b.lower) })
}

/// Clopper–Pearson ("exact") interval of a proportion, as fractions from 0 to 1.
///
/// From the (1 − level)/2 quantile of Beta(k, n − k + 1) to the (1 + level)/2 quantile of
/// Beta(k + 1, n − k), k = `successes`; 0 below for k = 0, 1 above for k = n. It never covers less
/// than the level. `None` for n = 0 or more successes than n.
///
/// Source: Clopper and Pearson, "The Use of Confidence or Fiducial Limits", Biometrika 26 (1934).
///
/// ```
/// use kpi_core::stats::interval::clopper_pearson;
/// let i = clopper_pearson(0, 10, 0.95).unwrap();
/// assert_eq!(i.lower, 0.0);
/// assert!((i.upper - (1.0 - 0.025_f64.powf(0.1))).abs() < 1e-14);
/// ```
#[must_use]
pub fn clopper_pearson(successes: u64, n: u64, level: f64) -> Option<Interval> {
    let (k, failures, _) = counts(successes, n)?;
    beta_interval(successes, n, tail(level)?, (k, failures + 1.0), (k + 1.0, failures))
}

/// Jeffreys interval of a proportion, as fractions from 0 to 1.
///
/// The (1 − level)/2 and (1 + level)/2 quantiles of Beta(k + ½, n − k + ½), k = `successes`, with 0
/// below for k = 0 and 1 above for k = n. `None` for n = 0 or more successes than n.
///
/// Source: Brown, Cai and DasGupta, "Interval Estimation for a Binomial Proportion", Statistical
/// Science 16 (2001), §3.2, who set the two ends.
///
/// ```
/// use kpi_core::stats::interval::jeffreys;
/// let i = jeffreys(14, 20, 0.95).unwrap();
/// assert!((i.lower - 0.48277175143302775).abs() < 1e-14);
/// assert!((i.upper - 0.8638837734128095).abs() < 1e-14);
/// ```
#[must_use]
pub fn jeffreys(successes: u64, n: u64, level: f64) -> Option<Interval> {
    let (k, failures, _) = counts(successes, n)?;
    let shapes = (k + 0.5, failures + 0.5);
    beta_interval(successes, n, tail(level)?, shapes, shapes)
}

/// Agresti–Coull interval of a proportion, as fractions, clipped to 0 and 1.
///
/// p̃ ± z √(p̃(1 − p̃)/ñ) with ñ = n + z² and p̃ = (k + z²/2)/ñ, k = `successes`. `None` for n = 0 or
/// more successes than n.
///
/// Source: Agresti and Coull, "Approximate Is Better than 'Exact' for Interval Estimation of
/// Binomial Proportions", The American Statistician 52 (1998).
///
/// ```
/// use kpi_core::stats::interval::agresti_coull;
/// let i = agresti_coull(14, 20, 0.95).unwrap();
/// assert!((i.lower - 0.4787091923580453).abs() < 1e-15);
/// assert!((i.upper - 0.8568407444208268).abs() < 1e-15);
/// ```
#[must_use]
pub fn agresti_coull(successes: u64, n: u64, level: f64) -> Option<Interval> {
    let (k, failures, total) = counts(successes, n)?;
    let z = two_sided_normal(tail(level)?)?;
    let half_square = 0.5 * z * z;
    let adjusted = total + 2.0 * half_square;
    let (p, q) = ((k + half_square) / adjusted, (failures + half_square) / adjusted);
    let half = z * libm::sqrt(p * q / adjusted);
    Some(Interval {
        lower: if successes == 0 { 0.0 } else { (p - half).max(0.0) },
        upper: if successes == n { 1.0 } else { (p + half).min(1.0) },
    })
}

/// Adjusted Wald interval of a net share (positive − negative) / n, clipped to −1 and 1.
///
/// ¾ is added to the positive and to the negative answers and 1½ to the neutral ones; then
/// d ± z √((p₊ + p₋ − d²)/n) with d = p₊ − p₋ of the adjusted counts. `None` without answers.
///
/// Source: Rocks, "Interval Estimation for the 'Net Promoter Score'", The American Statistician 70
/// (2016).
///
/// ```
/// use kpi_core::stats::interval::adjusted_wald_net;
/// // 60 promoters, 25 passives, 15 detractors
/// let i = adjusted_wald_net(60, 25, 15, 0.95).unwrap();
/// assert!((i.lower - 0.29343111201734096).abs() < 1e-14);
/// assert!((i.upper - 0.5803552957496493).abs() < 1e-14);
/// assert_eq!(adjusted_wald_net(3, 0, 0, 0.95).unwrap().upper, 1.0);
/// ```
#[must_use]
pub fn adjusted_wald_net(positive: u64, neutral: u64, negative: u64, level: f64) -> Option<Interval> {
    // Three 64-bit counts always fit 128 bits.
    let answers = i128::from(positive).checked_add(i128::from(neutral))?.checked_add(i128::from(negative))?;
    if answers == 0 {
        return None;
    }
    let z = two_sided_normal(tail(level)?)?;
    let net = i128::from(positive).checked_sub(i128::from(negative))?;
    let adjusted = answers as f64 + 3.0;
    let share = net as f64 / adjusted;
    let outer = i128::from(positive).checked_add(i128::from(negative))? as f64 + 1.5;
    let half = z * libm::sqrt((outer / adjusted - share * share).max(0.0) / adjusted);
    Some(Interval { lower: (share - half).max(-1.0), upper: (share + half).min(1.0) })
}

/// Student's t interval of a mean, in the unit of the observations.
///
/// m ± t √(S / (n(n − 1))) with m = `sum` / n, S = `sum_of_squares` − `sum`² / n and the t quantile
/// of n − 1 degrees of freedom. S is formed in integers, without n · Σx² or (Σx)², so large
/// observations with little spread keep every digit. `None` for n < 2, and for sums that no n
/// integers have (S < 0).
///
/// Source: "Student", "The Probable Error of a Mean", Biometrika 6 (1908).
///
/// ```
/// use kpi_core::stats::interval::student_t_mean;
/// // Twelve effort scores: 7, 6, 5, 7, 4, 6, 7, 3, 5, 6, 7, 2
/// let i = student_t_mean(12, 65, 383, 0.95).unwrap();
/// assert!((i.lower - 4.351478138454929).abs() < 1e-13);
/// assert!((i.upper - 6.481855194878405).abs() < 1e-13);
/// assert_eq!(student_t_mean(1, 5, 25, 0.95), None);
/// ```
#[must_use]
pub fn student_t_mean(n: u64, sum: i128, sum_of_squares: i128, level: f64) -> Option<Interval> {
    if n < 2 {
        return None;
    }
    let tail = tail(level)?;
    let squares = squared_deviations(n, sum, sum_of_squares)?;
    let (count, df) = (n as f64, n.checked_sub(1)? as f64);
    let half = student_t_upper(tail, 0.5 * level, df)? * libm::sqrt(squares / df / count);
    let mean = sum as f64 / count;
    Some(Interval { lower: mean - half, upper: mean + half })
}

/// Ranks of the distribution-free interval of the `p`-quantile of `n` observations: 1-based, both
/// ends inside the interval.
///
/// With Y binomial (n, p) and α = (1 − level)/2, the lower rank is the smallest k with P(Y ≤ k) ≥ α,
/// the upper one is 1 + the smallest k with P(Y > k) ≤ α; probabilities within 1e-12 of α, relatively,
/// count as equal to it. The interval runs from the observation at the lower rank to the one at the
/// upper rank and covers at least the level. `None` where an end lies beyond the observations, for n = 0
/// and for p outside (0, 1).
///
/// Source: Thompson, "On Confidence Ranges for the Median", Annals of Mathematical Statistics 7
/// (1936); Conover, Practical Nonparametric Statistics, §3.2; the convention is that of
/// `scipy.stats.quantile_test`.
///
/// ```
/// use kpi_core::stats::interval::order_statistics;
/// assert_eq!(order_statistics(15, 0.5, 0.95), Some((4, 12)));
/// assert_eq!(order_statistics(5, 0.5, 0.95), None); // even the extremes cover only 93.75 %
/// ```
#[must_use]
pub fn order_statistics(n: u64, p: f64, level: f64) -> Option<(u64, u64)> {
    const TIE: f64 = 1e-12;
    let tail = tail(level)?;
    if n == 0 || !(p > 0.0 && p < 1.0) {
        return None;
    }
    let q = 1.0 - p;
    let z = two_sided_normal(tail)?;
    let total = n as f64;
    // Normal approximation with the Cornish–Fisher term for skewness.
    let deviation = z * libm::sqrt(total * p * q);
    let centre = total * p + (z * z - 1.0) * (q - p) / 6.0 - 0.5;
    // P(Y ≤ k) and P(Y > k) for k < n.
    let tails = |k: u64| {
        let above = n.saturating_sub(k);
        beta_tails(above as f64, k.saturating_add(1) as f64, q, p)
    };
    let low = smallest(n, centre - deviation, &|k| k >= n || tails(k).0 >= tail * (1.0 - TIE));
    let high = smallest(n, centre + deviation, &|k| k >= n || tails(k).1 <= tail * (1.0 + TIE));
    if low == 0 || high >= n { None } else { Some((low, high.checked_add(1)?)) }
}

/// Exact (Garwood) interval of a Poisson rate, in events per unit of `exposure`.
///
/// From the (1 − level)/2 quantile of Gamma(events) to the (1 + level)/2 quantile of
/// Gamma(events + 1), both divided by the exposure; 0 below for no event. `None` unless the exposure
/// is finite and above 0.
///
/// Source: Garwood, "Fiducial Limits for the Poisson Distribution", Biometrika 28 (1936).
///
/// ```
/// use kpi_core::stats::interval::poisson_exact;
/// // 45 contacts of 1200 customers
/// let i = poisson_exact(45, 1200.0, 0.95).unwrap();
/// assert!((i.lower - 0.02735275732352872).abs() < 1e-15);
/// assert!((i.upper - 0.05017795041413234).abs() < 1e-15);
/// ```
#[must_use]
pub fn poisson_exact(events: u64, exposure: f64, level: f64) -> Option<Interval> {
    let tail = tail(level)?;
    if !(exposure > 0.0 && exposure.is_finite()) {
        return None;
    }
    let count = events as f64;
    let lower = if events == 0 { 0.0 } else { gamma_quantile_tails(tail, 1.0 - tail, count)? / exposure };
    let upper = gamma_quantile_tails(1.0 - tail, tail, count + 1.0)? / exposure;
    if upper.is_finite() { Some(Interval { lower, upper }) } else { None }
}

/// The probability in each tail.
pub(super) fn tail(level: f64) -> Option<f64> {
    if level > 0.0 && level < 1.0 { Some(0.5 * (1.0 - level)) } else { None }
}

/// The z ≥ 0 with `tail` above it.
pub(super) fn two_sided_normal(tail: f64) -> Option<f64> {
    normal_quantile(tail).map(libm::fabs)
}

/// Successes, failures and n as floats.
fn counts(successes: u64, n: u64) -> Option<(f64, f64, f64)> {
    let failures = n.checked_sub(successes)?;
    if n == 0 { None } else { Some((successes as f64, failures as f64, n as f64)) }
}

/// From a lower beta quantile to an upper one, 0 and 1 at the ends of the scale.
fn beta_interval(successes: u64, n: u64, tail: f64, below: (f64, f64), above: (f64, f64)) -> Option<Interval> {
    let lower = if successes == 0 { 0.0 } else { beta_quantile_tails(tail, 1.0 - tail, below.0, below.1)? };
    let upper = if successes == n { 1.0 } else { beta_quantile_tails(1.0 - tail, tail, above.0, above.1)? };
    // At a level next to 0 the two roundings may cross.
    Some(Interval { lower: lower.min(upper), upper })
}

/// Sum of squared deviations from the mean: exact in integers, rounded once to f64.
fn squared_deviations(n: u64, sum: i128, sum_of_squares: i128) -> Option<f64> {
    let count = i128::from(n);
    let (quotient, remainder) = (sum.checked_div_euclid(count)?, sum.checked_rem_euclid(count)?);
    // sum²/n = q (sum + r) + r²/n with sum = q n + r, and 0 ≤ r < n keeps r² in 128 unsigned bits.
    let product = quotient.checked_mul(sum.checked_add(remainder)?)?;
    let square = remainder.unsigned_abs().checked_mul(remainder.unsigned_abs())?;
    let divisor = u128::from(n);
    let (whole, rest) = (square.checked_div(divisor)?, square.checked_rem(divisor)?);
    let squares = sum_of_squares.checked_sub(product)?.checked_sub(i128::try_from(whole).ok()?)?;
    let (squares, part) = if rest == 0 {
        (squares, 0.0)
    } else {
        (squares.checked_sub(1)?, divisor.checked_sub(rest)? as f64 / n as f64)
    };
    if squares < 0 { None } else { Some(squares as f64 + part) }
}

/// The smallest k from 0 to `n` for which `reached` holds, given that it then holds for all larger
/// k and holds at `n`: doubling steps from `start`, then bisection.
fn smallest(n: u64, start: f64, reached: &dyn Fn(u64) -> bool) -> u64 {
    // A cast of a float saturates, and NaN becomes 0.
    let start = (libm::ceil(start) as u64).min(n);
    let mut step: u64 = 1;
    // `high` is reached; `low` is the first k not yet known to be unreached.
    let (mut low, mut high);
    if reached(start) {
        (low, high) = (0, start);
        while high > 0 {
            let probe = high.saturating_sub(step);
            if !reached(probe) {
                low = probe.saturating_add(1);
                break;
            }
            high = probe;
            step = step.saturating_mul(2);
        }
    } else {
        (low, high) = (start.saturating_add(1), n);
        while low < n {
            let probe = low.saturating_add(step.saturating_sub(1)).min(n);
            if reached(probe) {
                high = probe;
                break;
            }
            low = probe.saturating_add(1);
            step = step.saturating_mul(2);
        }
    }
    while low < high {
        let probe = low.midpoint(high);
        if reached(probe) {
            high = probe;
        } else {
            low = probe.saturating_add(1);
        }
    }
    high
}
