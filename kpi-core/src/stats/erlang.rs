//! Waiting lines with several agents: Erlang C, where everybody waits, and Erlang A, where some give up.
//!
//! Sources: A. K. Erlang (1917); C. Palm (1946) for customers who give up; the waiting time of those who are served in
//! time after F. Baccelli and G. Hebuterne, "On queues with impatient customers" (1981).

/// What comes in and how it is served. The load is `work ÷ time` Erlangs; times are in one unit.
pub(crate) struct Line {
    pub work: i128,
    pub time: i128,
    /// Mean time for which an agent is busy with one contact; above 0.
    pub handle: f64,
    /// How long a contact may wait.
    pub target: f64,
    /// Mean time after which a customer gives up; absent where nobody does.
    pub patience: Option<f64>,
}

/// How the contacts fare with so many agents.
pub(crate) struct Service {
    /// The share that is answered within the target.
    pub level: f64,
    /// The share that gives up.
    pub lost: f64,
    /// Mean wait of all, until the answer or until giving up.
    pub wait: f64,
}

/// So many more customers than can be served in the time of their patience, that chance no longer matters.
const FLUID: f64 = 4e6;
/// The most agents that are tried.
const MOST: u64 = 1 << 50;
/// The most terms of a series; only loads and patiences that no line of people has need as many.
const MOST_TERMS: u32 = 1 << 23;

impl Line {
    fn load(&self) -> f64 {
        self.work as f64 / self.time as f64
    }

    /// The service by so many agents; none where they cannot carry the load.
    pub fn serve(&self, agents: u64) -> Option<Service> {
        let before = agents.checked_sub(1)?;
        let load = self.load();
        match self.patience {
            Some(patience) => Some(self.impatient(agents as f64, inverse_loss(before, load), patience)),
            None => {
                // The agents that are left over, without the rounding of the load.
                let spare = i128::from(agents).checked_mul(self.time)?.checked_sub(self.work)?;
                let spare = if spare > 0 { spare as f64 / self.time as f64 } else { return None };
                let waits = 1.0 / (1.0 + inverse_loss(before, load) * spare / load);
                let late = waits * libm::exp(-spare * self.target / self.handle);
                Some(Service { level: 1.0 - late, lost: 0.0, wait: waits * self.handle / spare })
            }
        }
    }

    /// Erlang A. With c = agents × patience ÷ handle time and e = load × patience ÷ handle time, the density of the wait
    /// that a customer without end of patience would have is proportional to exp(e(1 − y)) yᶜ, where y is the share of
    /// customers whose patience lasts so long; its integrals are [`Series`].
    fn impatient(&self, agents: f64, inverse: f64, patience: f64) -> Service {
        let load = self.load();
        let (c, e) = (agents * patience / self.handle, load * patience / self.handle);
        if inverse.is_infinite() {
            return Service { level: 1.0, lost: 0.0, wait: 0.0 };
        }
        if e - c > FLUID {
            let wait = patience * libm::log(load / agents);
            let level = if wait <= self.target { agents / load } else { 0.0 };
            let lost = 1.0 - agents / load;
            return Service { level, lost, wait: patience * lost };
        }
        let whole = Series::new(e, c);
        let at_once = inverse * libm::exp2(-whole.scale);
        let all = at_once + e * whole.sum;
        let lost = e * whole.lost / all;
        // Those who are still there at the target are served later as if the line began with fewer.
        let past = self.target / patience;
        let later = Series::new(e * libm::exp(-past), c + 1.0);
        let shift = -e * libm::expm1(-past) - past * (c + 1.0);
        let late = later.sum * libm::exp(shift + (later.scale - whole.scale) * core::f64::consts::LN_2);
        let level = (at_once + e * (whole.sum - whole.lost - late)) / all;
        Service { level: level.clamp(0.0, 1.0), lost, wait: patience * lost }
    }

    /// The fewest agents whose service is good enough; more agents serve better.
    pub fn fewest(&self, good: impl Fn(u64, &Service) -> bool) -> Option<u64> {
        let good = |agents: u64| self.serve(agents).is_some_and(|service| good(agents, &service));
        let (mut low, mut high) = (0, 1);
        while !good(high) {
            (low, high) = (high, high.saturating_mul(2));
            if high > MOST {
                return None;
            }
        }
        // Too few at `low`, enough at `high`.
        while high.saturating_sub(low) > 1 {
            let middle = low.midpoint(high);
            if good(middle) { high = middle } else { low = middle }
        }
        Some(high)
    }
}

/// One by Erlang's loss formula (Erlang B), which grows without cancellation: 1 ÷ B(n) = 1 + n ÷ load × 1 ÷ B(n − 1).
fn inverse_loss(agents: u64, load: f64) -> f64 {
    let mut inverse = 1.0f64;
    for n in 1..=agents {
        inverse = 1.0 + inverse * n as f64 / load;
        if inverse.is_infinite() {
            break;
        }
    }
    inverse
}

/// Σ eᵏ ÷ (c (c + 1) … (c + k)), which is exp(e) e⁻ᶜ γ(c, e).
struct Series {
    sum: f64,
    /// The same less that of c + 1: Σ eᵏ (k + 1) ÷ (c … (c + k + 1)).
    lost: f64,
    /// How often both are halved, so that they do not overflow.
    scale: f64,
}

impl Series {
    fn new(e: f64, c: f64) -> Self {
        const LARGE: f64 = 512.0;
        let (mut term, mut k) = (1.0 / c, 0.0);
        let mut series = Series { sum: 0.0, lost: 0.0, scale: 0.0 };
        for _ in 0..MOST_TERMS {
            let part = term * (k + 1.0) / (c + k + 1.0);
            series.sum += term;
            series.lost += part;
            k += 1.0;
            // What is left is below a geometric series.
            let left = 1.0 - e / (c + k);
            if left > 0.0 && term <= series.sum * left * 1e-18 && part <= series.lost * left * 1e-18 {
                break;
            }
            term *= e / (c + k);
            if term > libm::exp2(LARGE) {
                let less = libm::exp2(-LARGE);
                term *= less;
                series.sum *= less;
                series.lost *= less;
                series.scale += LARGE;
            }
        }
        series
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(load: i128, handle: f64, target: f64, patience: Option<f64>) -> Line {
        Line { work: load, time: 1, handle, target, patience }
    }

    fn near(a: f64, b: f64) -> bool {
        (a - b).abs() <= 1e-12 * b.abs().max(1.0)
    }

    /// By mpmath with 40 digits, from the formulas of the literature.
    #[test]
    fn the_service_is_that_of_forty_digits() {
        let c = line(20, 180.0, 20.0, None).serve(24).unwrap();
        assert!(
            near(c.level, 0.808_881_887_037_988_3) && near(c.wait, 13.413_253_490_722_865),
            "{} {}",
            c.level,
            c.wait
        );
        let a = line(20, 180.0, 20.0, Some(60.0)).serve(20).unwrap();
        assert!(
            near(a.level, 0.786_214_689_693_787_6) && near(a.wait, 6.735_511_071_370_871),
            "{} {}",
            a.level,
            a.wait
        );
    }

    #[test]
    fn nobody_carries_what_is_too_much() {
        assert!(line(20, 180.0, 20.0, None).serve(20).is_none());
        assert!(line(20, 180.0, 20.0, Some(60.0)).serve(0).is_none());
        assert!(line(20, 180.0, 20.0, Some(60.0)).serve(1).is_some());
    }
}
