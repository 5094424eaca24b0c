//! Survival: the Kaplan–Meier curve of durations that have not all ended yet, and the log-rank test between groups.
//!
//! A duration whose event has not happened when it is last looked at is *censored*: all that is known is that it lasts
//! longer. Durations are whole numbers of any unit, none negative; at equal durations events come before what is
//! censored, which was still at risk.

use alloc::vec::Vec;
use core::cmp::Ordering;

use serde::Serialize;

use super::interval::{Interval, tail, two_sided_normal};
use super::special::gamma_regularized_q;
use crate::error::{Code, Error, Result};
use crate::sorted::sort;

/// Binary places to which the curve is kept where it is no quotient of two counts.
const PLACES: u32 = 80;
const ONE: i128 = 1 << PLACES;

/// A height of the curve: `base` ÷ 2⁸⁰ × `left` ÷ `of`. As long as nothing is censored the factors of the product
/// cancel to one quotient of two counts; `base` is what came before, rounded down at each change of the population.
#[derive(Clone, Copy, Debug)]
struct Height {
    base: i128,
    left: u64,
    of: u64,
    /// How often `base` was rounded: its error in units of 2⁻⁸⁰ is at most so many.
    rounded: u32,
}

impl Height {
    /// The height after `events` of those `at_risk`.
    fn after(self, at_risk: u64, events: u64) -> Option<Self> {
        let left = at_risk.checked_sub(events)?;
        if at_risk == self.left {
            return Some(Height { left, ..self });
        }
        let base = self.base.checked_mul(self.left.into())?.checked_div(self.of.into())?;
        Some(Height { base, left, of: at_risk, rounded: self.rounded.saturating_add(1) })
    }

    /// How it compares with `part` ÷ `whole`; what is nearer than its own error is equal.
    fn compare(self, part: u32, whole: u32) -> Ordering {
        let times = |a: i128, b: u64, c: u32| a.saturating_mul(b.into()).saturating_mul(c.into());
        let own = times(self.base, self.left, whole);
        let other = times(ONE, self.of, part);
        let error = times(self.rounded.into(), self.left, whole);
        if own.saturating_sub(other).saturating_abs() <= error { Ordering::Equal } else { own.cmp(&other) }
    }

    fn number(self) -> f64 {
        (self.base as f64 / ONE as f64) * (self.left as f64 / self.of as f64)
    }
}

/// A duration at which events happened.
#[derive(Clone, Copy, Debug)]
struct Step {
    duration: i64,
    /// The curve from here on.
    height: Height,
    /// d ÷ (n (n − d)) of this step: infinite where nobody is left.
    hazard_variance: f64,
    /// Greenwood's sum of them up to here.
    greenwood: f64,
}

/// The Kaplan–Meier curve: the share that lasts longer than a duration.
///
/// S(t) = Π (1 − d ÷ n) over the durations up to t at which events happened, d events of n at risk. It is computed in
/// whole numbers: without censored durations it is the exact quotient of two counts, and else off by less than 2⁻⁸⁰
/// for each change of the population.
///
/// Source: Kaplan and Meier, "Nonparametric Estimation from Incomplete Observations", JASA 53 (1958).
///
/// ```
/// use kpi_core::stats::survival::KaplanMeier;
/// let curve = KaplanMeier::new(&mut [1, 2, 3, 4, 4, 6], &mut [2, 5, 7, 8]).unwrap();
/// assert!((curve.at(4).unwrap() - 16.0 / 35.0).abs() < 1e-15);
/// assert_eq!(curve.twice_quantile(1, 2), Some(2 * 4)); // the median is 4
/// let mean = curve.restricted_mean(8).unwrap();
/// assert!((mean - 4.90952380952381).abs() < 1e-14);
/// ```
#[derive(Clone, Debug)]
pub struct KaplanMeier {
    /// Before the first event.
    start: Height,
    steps: Vec<Step>,
    /// The largest duration, of an event or censored.
    last: i64,
}

impl KaplanMeier {
    /// The curve of durations that ended with an event and of durations that are censored; both are sorted. `None`
    /// without any duration, and for 2³² or more of them.
    #[must_use]
    pub fn new(events: &mut [i64], censored: &mut [i64]) -> Option<Self> {
        sort(events);
        sort(censored);
        let last = *events.last().max(censored.last())?;
        let count = u32::try_from(events.len().checked_add(censored.len())?).ok()?;
        let mut steps: Vec<Step> = Vec::new();
        let mut start = Height { base: ONE, left: count.into(), of: count.into(), rounded: 0 };
        let (mut happened, mut greenwood) = (0u64, 0.0);
        let mut gone = 0usize;
        for now in events.chunk_by(|a, b| a == b) {
            let Some(&duration) = now.first() else { continue };
            while censored.get(gone).is_some_and(|&censored| censored < duration) {
                gone = gone.checked_add(1)?;
            }
            let at_risk = u64::from(count).checked_sub(happened)?.checked_sub(gone as u64)?;
            if steps.is_empty() {
                // Nothing is lost where the curve is still 1.
                start = Height { left: at_risk, of: at_risk, ..start };
            }
            let died = now.len() as u64;
            let before = steps.last().map_or(start, |step| step.height);
            let height = before.after(at_risk, died)?;
            let hazard_variance = died as f64 / at_risk as f64 / height.left as f64;
            greenwood += hazard_variance;
            steps.push(Step { duration, height, hazard_variance, greenwood });
            happened = happened.checked_add(died)?;
        }
        Some(KaplanMeier { start, steps, last })
    }

    /// The largest duration, of an event or censored.
    #[must_use]
    pub fn last(&self) -> i64 {
        self.last
    }

    /// The last step at or before a duration.
    fn step(&self, duration: i64) -> Option<&Step> {
        let after = self.steps.partition_point(|step| step.duration <= duration);
        self.steps.get(after.checked_sub(1)?)
    }

    /// The height at a duration. None where the curve is above 0 and nobody was observed so long.
    fn height(&self, duration: i64) -> Option<Height> {
        let height = self.step(duration).map_or(self.start, |step| step.height);
        (duration <= self.last || height.left == 0).then_some(height)
    }

    /// S at a duration, from 0 to 1. `None` where nobody was observed so long and not all have ended.
    #[must_use]
    pub fn at(&self, duration: i64) -> Option<f64> {
        self.height(duration).map(Height::number)
    }

    /// The same as numerator and denominator.
    pub(crate) fn fraction_at(&self, duration: i64) -> Option<(i128, i128)> {
        let height = self.height(duration)?;
        Some((height.base.checked_mul(height.left.into())?, ONE.checked_mul(height.of.into())?))
    }

    /// Greenwood's variance of S at a duration: S² Σ d ÷ (n (n − d)). `None` where S is not known or 0.
    ///
    /// Source: Greenwood, "The Natural Duration of Cancer", Reports on Public Health and Medical Subjects 33 (1926).
    ///
    /// ```
    /// use kpi_core::stats::survival::KaplanMeier;
    /// let curve = KaplanMeier::new(&mut [1, 2, 3, 4, 4, 6], &mut [2, 5, 7, 8]).unwrap();
    /// assert!((curve.variance_at(4).unwrap().sqrt() - 0.16617809828570737).abs() < 1e-15);
    /// ```
    #[must_use]
    pub fn variance_at(&self, duration: i64) -> Option<f64> {
        let height = self.height(duration).filter(|height| height.left > 0)?;
        let survival = height.number();
        Some(survival * survival * self.step(duration).map_or(0.0, |step| step.greenwood))
    }

    /// The interval of S at a duration on the scale of ln(−ln S), which stays within 0 and 1. `None` where S is not
    /// known, 1 or 0.
    ///
    /// Source: Kalbfleisch and Prentice, The Statistical Analysis of Failure Time Data, §1.4; R's `conf.type = "log-log"`.
    ///
    /// ```
    /// use kpi_core::stats::survival::KaplanMeier;
    /// let curve = KaplanMeier::new(&mut [1, 2, 3, 4, 4, 6], &mut [2, 5, 7, 8]).unwrap();
    /// let i = curve.interval_at(4, 0.95).unwrap();
    /// assert!((i.lower - 0.14298216275561243).abs() < 1e-14);
    /// assert!((i.upper - 0.7297791060152379).abs() < 1e-14);
    /// ```
    #[must_use]
    pub fn interval_at(&self, duration: i64, level: f64) -> Option<Interval> {
        let z = two_sided_normal(tail(level)?)?;
        self.height(duration)?;
        self.step(duration)?.interval(z)
    }

    /// Twice the duration by which a part of `part` ÷ `whole` has had its event, so that it is whole.
    ///
    /// It is the first duration at which S is at most 1 − `part` ÷ `whole`. Where S stays exactly there for a while, it
    /// is the middle of that while: up to the next event, or, where none follows, up to the largest duration. So it is
    /// the sample median where nothing is censored, as R's `survfit` has it. `None` where the curve does not come down
    /// so far.
    ///
    /// ```
    /// use kpi_core::stats::survival::KaplanMeier;
    /// let curve = KaplanMeier::new(&mut [1, 2, 3, 4], &mut []).unwrap();
    /// assert_eq!(curve.twice_quantile(1, 2), Some(5)); // 2.5
    /// assert_eq!(KaplanMeier::new(&mut [1], &mut [2, 3]).unwrap().twice_quantile(1, 2), None);
    /// ```
    #[must_use]
    pub fn twice_quantile(&self, part: u32, whole: u32) -> Option<i128> {
        let left = whole.checked_sub(part)?;
        let at = self.steps.partition_point(|step| step.height.compare(left, whole) == Ordering::Greater);
        let step = self.steps.get(at)?;
        let end = match step.height.compare(left, whole) {
            Ordering::Equal => self.steps.get(at.checked_add(1)?).map_or(self.last, |next| next.duration),
            _ => step.duration,
        };
        i128::from(step.duration).checked_add(end.into())
    }

    /// The interval of a quantile: from the first duration at which the lower limit of S is at most
    /// 1 − `part` ÷ `whole` to the first at which the upper limit is. The limits are those of
    /// [`KaplanMeier::interval_at`]; the upper end is infinite where its limit does not come down so far. `None` where
    /// the lower one does not either.
    ///
    /// Source: Brookmeyer and Crowley, "A Confidence Interval for the Median Survival Time", Biometrics 38 (1982).
    ///
    /// ```
    /// use kpi_core::stats::survival::KaplanMeier;
    /// let curve = KaplanMeier::new(&mut [1, 2, 3, 4, 4, 6], &mut [2, 5, 7, 8]).unwrap();
    /// let i = curve.quantile_interval(1, 2, 0.95).unwrap();
    /// assert_eq!((i.lower, i.upper), (1.0, f64::INFINITY));
    /// ```
    #[must_use]
    pub fn quantile_interval(&self, part: u32, whole: u32, level: f64) -> Option<Interval> {
        let z = two_sided_normal(tail(level)?)?;
        let height = f64::from(whole.checked_sub(part)?) / f64::from(whole);
        let least = libm::log(height) * (1.0 - 1e-12);
        let (mut lower, mut upper) = (None, f64::INFINITY);
        for step in &self.steps {
            // The upper limit is above the curve, so that before both are found most steps need no limit.
            let is_past = step.height.number() <= height;
            if !is_past && lower.is_some() {
                continue;
            }
            let Some((logarithm, width)) = step.spread(z) else { continue };
            // As exp(w) ≤ 1 ÷ (1 − w), the lower limit is above the height.
            if !is_past && width < 1.0 && logarithm > least * (1.0 - width) {
                continue;
            }
            let limits = limits(logarithm, width);
            if lower.is_none() && limits.lower <= height {
                lower = Some(step.duration as f64);
            }
            if limits.upper <= height {
                upper = step.duration as f64;
                break;
            }
        }
        lower.map(|lower| Interval { lower, upper })
    }

    /// The restricted mean: the mean of the durations, each counted up to the `horizon` at most; the area under the
    /// curve from 0 to there. `None` for a negative horizon, and where nobody was observed so long and not all have
    /// ended.
    ///
    /// Source: Irwin, "The Standard Error of an Estimate of Expectation of Life", Journal of Hygiene 47 (1949); Royston
    /// and Parmar, BMC Medical Research Methodology 13 (2013).
    ///
    /// ```
    /// use kpi_core::stats::survival::KaplanMeier;
    /// let curve = KaplanMeier::new(&mut [1, 2, 3], &mut []).unwrap();
    /// assert_eq!(curve.restricted_mean(3), Some(2.0));
    /// assert_eq!(curve.restricted_mean(2), Some(5.0 / 3.0));
    /// ```
    #[must_use]
    pub fn restricted_mean(&self, horizon: i64) -> Option<f64> {
        let (numerator, denominator) = self.restricted_mean_fraction(horizon)?;
        Some(numerator as f64 / denominator as f64)
    }

    /// The restricted mean as numerator and denominator: exact as long as the curve is one quotient of counts, and else
    /// within 2⁻⁷⁰ of the horizon for ten thousand changes of the population.
    pub(crate) fn restricted_mean_fraction(&self, horizon: i64) -> Option<(i128, i128)> {
        self.height(horizon).filter(|_| horizon >= 0)?;
        // As many binary places as leave room for the horizon in 126 bits.
        let bits = 64u32.checked_sub(horizon.leading_zeros())?;
        let dropped = bits.saturating_sub(126u32.checked_sub(PLACES)?);
        // One population after the other: the sum over its stretches of those left × the stretch, times base ÷ of.
        let (mut area, mut weight, mut whole) = (0i128, 0i128, true);
        let (mut own, mut from) = (self.start, 0i64);
        let close = |own: Height, weight: i128| {
            let (base, of) = (own.base >> dropped, i128::from(own.of));
            let full = base.checked_mul(weight.checked_div(of)?)?;
            full.checked_add(base.checked_mul(weight.checked_rem(of)?)?.checked_div(of)?)
        };
        for step in self.steps.iter().take_while(|step| step.duration < horizon) {
            let stretch = i128::from(step.duration.checked_sub(from)?);
            weight = weight.checked_add(stretch.checked_mul(own.left.into())?)?;
            if step.height.rounded != own.rounded {
                area = area.checked_add(close(own, weight)?)?;
                (weight, whole) = (0, false);
            }
            (own, from) = (step.height, step.duration);
        }
        let stretch = i128::from(horizon.checked_sub(from)?);
        weight = weight.checked_add(stretch.checked_mul(own.left.into())?)?;
        if whole {
            return Some((weight, own.of.into()));
        }
        Some((area.checked_add(close(own, weight)?)?, ONE >> dropped))
    }

    /// The normal interval of the restricted mean, within 0 and the horizon: the variance is the sum over the events
    /// before the horizon of d ÷ (n (n − d)) times the square of the area under the curve from there to the horizon.
    /// `None` where the mean is, and where that variance is 0.
    ///
    /// Source: Klein and Moeschberger, Survival Analysis, §4.5; R's `print(survfit, rmean = )`.
    ///
    /// ```
    /// use kpi_core::stats::survival::KaplanMeier;
    /// let curve = KaplanMeier::new(&mut [1, 2, 3, 4, 4, 6], &mut [2, 5, 7, 8]).unwrap();
    /// let error = curve.restricted_mean_error(8).unwrap();
    /// assert!((error - 0.8168713506941749).abs() < 1e-15);
    /// let i = curve.restricted_mean_interval(8, 0.95).unwrap();
    /// assert!((i.lower - (4.909523809523809 - 1.959963984540054 * error)).abs() < 1e-14);
    /// ```
    #[must_use]
    pub fn restricted_mean_interval(&self, horizon: i64, level: f64) -> Option<Interval> {
        let z = two_sided_normal(tail(level)?)?;
        let mean = self.restricted_mean(horizon)?;
        let half = z * self.restricted_mean_error(horizon)?;
        Some(Interval { lower: (mean - half).max(0.0), upper: (mean + half).min(horizon as f64) })
    }

    /// The standard error of the restricted mean; `None` where its interval is.
    #[must_use]
    pub fn restricted_mean_error(&self, horizon: i64) -> Option<f64> {
        self.height(horizon)?;
        let (mut area, mut variance) = (0.0, 0.0);
        let mut to = horizon;
        let before = self.steps.partition_point(|step| step.duration < horizon);
        for step in self.steps.get(..before)?.iter().rev() {
            area += step.height.number() * to.checked_sub(step.duration)? as f64;
            to = step.duration;
            if step.height.left > 0 {
                variance += area * area * step.hazard_variance;
            }
        }
        (variance > 0.0).then(|| libm::sqrt(variance))
    }
}

impl Step {
    fn interval(&self, z: f64) -> Option<Interval> {
        self.spread(z).map(|(logarithm, width)| limits(logarithm, width))
    }

    /// ln S, and how far the limits of ln(−ln S) are from it.
    fn spread(&self, z: f64) -> Option<(f64, f64)> {
        let survival = self.height.number();
        if !(survival > 0.0 && survival < 1.0) {
            return None;
        }
        let logarithm = libm::log(survival);
        Some((logarithm, z * libm::sqrt(self.greenwood) / -logarithm))
    }
}

fn limits(logarithm: f64, width: f64) -> Interval {
    Interval { lower: libm::exp(logarithm * libm::exp(width)), upper: libm::exp(logarithm * libm::exp(-width)) }
}

/// Whether groups have the same curve.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct LogRank {
    /// The chi-square statistic.
    pub statistic: f64,
    /// The groups in which an event was possible, less one.
    pub degrees_of_freedom: u64,
    /// How likely a statistic at least so large is where the curves are the same.
    pub p: f64,
}

/// A group as the test goes through it.
struct Group {
    durations: Vec<i64>,
    events: Vec<i64>,
    /// Events less expected events.
    excess: f64,
}

/// The log-rank test: whether the curves of two or more groups differ. A group is its durations and, for each, whether
/// its event was observed.
///
/// At each duration with events, a group's share of those at risk says how many of the events are expected in it. With
/// the differences u between events and expected events of all groups but one and their hypergeometric covariance V, the
/// statistic uᵀ V⁻¹ u is chi-square with one degree of freedom less than there are groups. Groups in which no event was
/// possible do not count. `None` where nothing can be compared: no event at a duration that two groups reach, or all at
/// once.
///
/// Source: Mantel, "Evaluation of Survival Data and Two New Rank Order Statistics", Cancer Chemotherapy Reports 50
/// (1966); Peto and Peto, Journal of the Royal Statistical Society A 135 (1972).
///
/// # Errors
/// [`Code::BadInput`] for fewer than two groups, and where a group has not one flag for each duration;
/// [`Code::Negative`] for a negative duration.
///
/// ```
/// use kpi_core::stats::log_rank;
/// let test = log_rank(&[
///     (&[1, 2, 3, 4], &[true, true, true, false]),
///     (&[2, 5, 6, 7], &[true, true, false, true]),
/// ])?
/// .unwrap();
/// assert_eq!(test.degrees_of_freedom, 1);
/// assert!((test.statistic - 1.719836400817996).abs() < 1e-14);
/// assert!((test.p - 0.18971410512798606).abs() < 1e-14);
/// # Ok::<(), kpi_core::Error>(())
/// ```
pub fn log_rank(groups: &[(&[i64], &[bool])]) -> Result<Option<LogRank>> {
    if groups.len() < 2 {
        return Err(Error::new(Code::BadInput, "a comparison needs at least two groups").field("groups"));
    }
    let groups = groups.iter().map(|group| read(*group)).collect::<Result<Vec<_>>>()?;
    Ok(compare(groups))
}

fn read((durations, observed): (&[i64], &[bool])) -> Result<Group> {
    one_each(durations.len(), observed.len())?;
    if durations.iter().any(|&duration| duration < 0) {
        return Err(Error::new(Code::Negative, "a duration cannot be negative").field("durations"));
    }
    let happened = durations.iter().zip(observed).filter(|&(_, &observed)| observed);
    let events = happened.map(|(&duration, _)| duration).collect();
    let mut group = Group { durations: durations.to_vec(), events, excess: 0.0 };
    sort(&mut group.durations);
    sort(&mut group.events);
    Ok(group)
}

/// Every duration has a flag.
pub(crate) fn one_each(durations: usize, flags: usize) -> Result<()> {
    if durations == flags {
        return Ok(());
    }
    let text = "expected one flag for each duration: whether its event was observed";
    Err(Error::new(Code::BadInput, text).field("observed"))
}

fn compare(mut groups: Vec<Group>) -> Option<LogRank> {
    let first = groups.iter().filter_map(|group| group.events.first()).min().copied()?;
    // Whoever was at risk at any event was so at the first one.
    groups.retain(|group| group.durations.last().is_some_and(|&last| last >= first));
    let mut times: Vec<i64> = groups.iter().flat_map(|group| &group.events).copied().collect();
    sort(&mut times);
    times.dedup();
    let free = groups.len().checked_sub(1)?;
    let mut rows: Vec<Vec<f64>> = groups.iter().take(free).map(|_| [0.0].repeat(free)).collect();
    for time in times {
        // Of each group, those at risk and those with an event now.
        let now: Vec<(f64, f64)> = groups
            .iter()
            .map(|group| {
                let below = |values: &[i64]| values.partition_point(|&value| value < time);
                let until = group.events.partition_point(|&value| value <= time);
                let at_risk = group.durations.len().saturating_sub(below(&group.durations));
                (at_risk as f64, until.saturating_sub(below(&group.events)) as f64)
            })
            .collect();
        let (n, d) = now.iter().fold((0.0, 0.0), |(n, d), (at_risk, events)| (n + at_risk, d + events));
        for (group, (at_risk, events)) in groups.iter_mut().zip(&now) {
            group.excess += events - d * at_risk / n;
        }
        if n > 1.0 {
            let factor = d * (n - d) / (n - 1.0);
            for (i, (row, (own, _))) in rows.iter_mut().zip(&now).enumerate() {
                for (j, (cell, (other, _))) in row.iter_mut().zip(&now).enumerate() {
                    let same = if i == j { 1.0 } else { 0.0 };
                    *cell += factor * (own / n) * (same - other / n);
                }
            }
        }
    }
    let excess = groups.iter().take(free).map(|group| group.excess).collect();
    let statistic = quadratic_form(rows, excess)?;
    let p = gamma_regularized_q(0.5 * statistic, 0.5 * free as f64)?;
    Some(LogRank { statistic, degrees_of_freedom: free as u64, p })
}

/// xᵀ A⁻¹ x of a positive definite A, row by row eliminated; `None` where it is singular.
fn quadratic_form(mut rows: Vec<Vec<f64>>, mut x: Vec<f64>) -> Option<f64> {
    let mut sum = 0.0;
    while let (Some(mut row), Some(own)) = (rows.pop(), x.pop()) {
        let pivot = row.pop()?;
        if pivot.is_nan() || pivot <= 0.0 {
            return None;
        }
        sum += own / pivot * own;
        // A is symmetric: the last column of the rows that are left is the last row.
        for ((other, cell), above) in rows.iter_mut().zip(&mut x).zip(&row) {
            other.pop();
            let factor = above / pivot;
            *cell -= factor * own;
            other.iter_mut().zip(&row).for_each(|(cell, last)| *cell -= factor * last);
        }
    }
    (sum >= 0.0).then_some(sum)
}
