//! What every KPI gives over durations of which some have not ended yet: quantiles, a restricted mean, counts, and what is
//! still open after a time; and the test between groups.

use alloc::borrow::Cow;
use alloc::format;
use alloc::vec::Vec;

use crate::error::{Code, Error, Result};
use crate::exact::{Fraction, unscaled};
use crate::given::Given;
use crate::kpi::clock::{CLOCK, Clock};
use crate::kpi::distribution::seconds;
use crate::kpi::figure::{Figure, Inputs, Undefined, times};
use crate::kpi::parameters::bad;
use crate::kpi::part::{Context, Setting};
#[cfg(feature = "prose")]
use crate::spec::Source;
use crate::spec::{Direction, FigureSpec, InputKind, InputSpec, ParameterSpec, Spec, said};
use crate::state::{Part, Reason, Spread};
use crate::stats::interval::Interval;
use crate::stats::survival::{self, KaplanMeier, LogRank};

/// The inputs of every such formula.
pub(crate) const INPUTS: &[InputSpec] = &[
    InputSpec::new(
        "durations",
        InputKind::Durations,
        "times in seconds until the event, or, where it has not happened, until the last look",
    ),
    InputSpec::new("observed", InputKind::Flags, "for each of them, whether its event has happened"),
];

/// The figures of every such KPI; the shares that were asked for follow.
pub(crate) const FIGURES: &[FigureSpec] = &[
    seconds("median"),
    seconds("p90"),
    seconds("restricted_mean"),
    FigureSpec::count("events"),
    FigureSpec::count("censored"),
    FigureSpec::count("count"),
];

/// How far the restricted mean looks.
const HORIZON: ParameterSpec = ParameterSpec {
    name: "horizon",
    takes: said("a number of seconds"),
    default: "",
    doc: said("How far the restricted mean looks; as far as the largest duration where it is not given."),
    in_formula: true,
};

/// After which times the share that is still open is asked for.
const BANDS: ParameterSpec = ParameterSpec {
    name: "bands",
    takes: said("rising durations in seconds"),
    default: "[]",
    doc: said("Durations that each give the share still open after them: `open_after_3600` lasts more than 3,600 s."),
    in_formula: true,
};

/// The parameters of every such KPI, and of those that have the choice of the clock.
pub(crate) const PARAMETERS: &[ParameterSpec] = &[HORIZON, BANDS];
pub(crate) const WITH_CLOCK: &[ParameterSpec] = &[CLOCK, HORIZON, BANDS];

#[cfg(feature = "prose")]
pub(crate) const INTERVAL: &str = "Median and p90: from the first to the last time at which the limits of the curve allow \
    them, by Greenwood's variance on the scale of ln(−ln S); without an upper end where the upper limit does not come down \
    so far. Restricted mean: normal. Shares still open: the limits of the curve, where it is neither 1 nor 0.";
/// Which errors there can be: a KPI's own, and those of survival.
#[cfg(feature = "prose")]
macro_rules! errors {
    ($own:literal) => {
        concat!(
            $own,
            "; `as_of_required` where something has not ended and neither `as_of` nor a window says when you look; \
             `bad_parameter`; in the formula `negative` for a negative duration, `bad_input` where there is not one flag \
             for each duration."
        )
    };
}
#[cfg(feature = "prose")]
pub(crate) use errors;

#[cfg(feature = "prose")]
pub(crate) const LATEX: &str =
    r"S(t) = \prod_{t_i \le t} \left(1 - \frac{d_i}{n_i}\right), \quad S(\text{median}) = \tfrac{1}{2}";
#[cfg(feature = "prose")]
pub(crate) const NOT_REACHED: &str =
    "`not_reached` is an answer, no gap: so many have not ended that nobody can know it yet.";
#[cfg(feature = "prose")]
pub(crate) const SOURCE: Source = Source {
    title: "E. L. Kaplan, P. Meier (1958), Nonparametric Estimation from Incomplete Observations, JASA",
    says: "How durations that have not all ended make one curve; R says what the median is where the curve stays at one half.",
};

/// What such a KPI was asked for.
#[derive(Clone, Debug)]
pub(crate) struct Survival {
    horizon: Option<i64>,
    cuts: Vec<i64>,
    /// The instant at which open clocks are read.
    as_of: Option<i64>,
    clock: Clock,
}

impl Survival {
    pub fn new(setting: &Setting<'_>) -> Result<Self> {
        let given = setting.parameters.get(HORIZON.name);
        let horizon = given.map(|_| setting.parameters.duration(HORIZON.name, 0)).transpose()?;
        if horizon == Some(0) {
            return Err(bad(HORIZON.name, "expected a number of seconds above 0"));
        }
        let cuts = setting.parameters.rising(BANDS.name, 6)?;
        Ok(Survival { horizon, cuts, as_of: setting.as_of, clock: Clock::new(setting)? })
    }

    /// Until when something lasted, and whether its event ended it: the event, or else the instant from which on it is
    /// out of sight, as far as either is known now.
    #[inline]
    fn until(&self, event: Option<i64>, gone: Option<i64>) -> Result<(i64, bool)> {
        match (event.or(gone), self.as_of) {
            (Some(end), as_of) if as_of.is_none_or(|as_of| end <= as_of) => Ok((end, event.is_some())),
            (_, Some(as_of)) => Ok((as_of, false)),
            (_, None) => {
                let text = "how long the open ones have lasted depends on when you look; give `as_of`, or a window";
                Err(Error::new(Code::AsOfRequired, text))
            }
        }
    }

    /// Adds what lasted from an instant until its event, or until it was gone from sight.
    #[inline]
    pub fn lasted(
        &self,
        context: &Context<'_>,
        state: &mut Spread,
        from: i64,
        event: Option<i64>,
        gone: Option<i64>,
    ) -> Result<Part> {
        let (until, observed) = self.until(event, gone)?;
        // What is out of sight before it begins has lasted nobody knows how long.
        if until < from {
            return Ok(Part::LeftOut(Reason::Unknown));
        }
        match self.clock.between(context, from, until)? {
            Some(duration) => add(state, duration, observed).map(|()| Part::Counted),
            None => Ok(Part::LeftOut(Reason::NoSchedule)),
        }
    }

    pub fn finish(&self, state: &Spread, level: f64) -> Result<Vec<Figure>> {
        let marked: &[i64] = match state {
            Spread::Exact(marked) => marked,
            Spread::Sketch { .. } => &[],
        };
        let of = |flag: i64| marked.iter().filter(|&&mark| mark & 1 == flag).map(|&mark| mark >> 1).collect();
        let (mut events, mut censored): (Vec<i64>, Vec<i64>) = (of(0), of(1));
        let all = marked.len() as u64;
        let curve = KaplanMeier::new(&mut events, &mut censored);
        let curve = curve.as_ref();
        let figure = |name: Cow<'static, str>, fraction: Option<Fraction>, interval: Option<Interval>| {
            let outcome = fraction.ok_or(if all == 0 { Undefined::NoRecords } else { Undefined::NotReached });
            let mut figure = Figure::new("", outcome, all);
            (figure.name, figure.shows_fraction) = (name, false);
            figure.interval = interval.filter(|_| fraction.is_some());
            figure
        };
        let quantile = |name: &'static str, part, whole| {
            let twice = curve.and_then(|curve| curve.twice_quantile(part, whole));
            let value = twice.map(|twice| Fraction { numerator: twice, denominator: 2, units: MICROS, times: 1 });
            let interval = curve.and_then(|curve| curve.quantile_interval(part, whole, level));
            figure(name.into(), value, interval.map(in_seconds))
        };
        let horizon = self.horizon.or(curve.map(KaplanMeier::last)).unwrap_or_default();
        let mean = curve.and_then(|curve| curve.restricted_mean_fraction(horizon));
        let mean = mean.map(|(numerator, denominator)| Fraction { numerator, denominator, units: MICROS, times: 1 });
        let interval = curve.and_then(|curve| curve.restricted_mean_interval(horizon, level));
        let mut figures = Vec::from([
            quantile("median", 1, 2),
            quantile("p90", 9, 10),
            figure("restricted_mean".into(), mean, interval.map(in_seconds)),
            Figure::count("events", events.len() as u64),
            Figure::count("censored", censored.len() as u64),
            Figure::count("count", all),
        ]);
        figures.extend(self.cuts.iter().map(|&cut| {
            let share = curve.and_then(|curve| curve.fraction_at(cut));
            let share = share.map(|(numerator, denominator)| Fraction { numerator, denominator, units: 1, times: 100 });
            let interval = curve.and_then(|curve| curve.interval_at(cut, level));
            let name = format!("open_after_{}", unscaled(cut, 6));
            figure(name.into(), share, interval.map(|interval| times(interval, 100.0)))
        }));
        Ok(figures)
    }
}

const MICROS: i128 = 1_000_000;

fn in_seconds(interval: Interval) -> Interval {
    Interval { lower: interval.lower / MICROS as f64, upper: interval.upper / MICROS as f64 }
}

/// The state of a formula's inputs.
pub(crate) fn of(inputs: &Inputs<'_>) -> Result<Spread> {
    let (durations, observed) = given(inputs)?;
    let mut state = Spread::default();
    durations.into_iter().zip(observed).try_for_each(|(duration, observed)| add(&mut state, duration, observed))?;
    Ok(state)
}

fn given(inputs: &Inputs<'_>) -> Result<(Vec<i64>, Vec<bool>)> {
    let (durations, observed) = (inputs.durations("durations")?, inputs.flags("observed")?);
    survival::one_each(durations.len(), observed.len())?;
    Ok((durations, observed))
}

/// A duration is kept doubled, and one more where its event has not happened.
#[inline]
fn add(state: &mut Spread, duration: i64, observed: bool) -> Result<()> {
    let marked = duration.checked_mul(2).and_then(|twice| twice.checked_add(i64::from(!observed)));
    state.add(marked.ok_or_else(Error::overflow)?)
}

/// The log-rank test between groups, each of which is what a formula of survival takes: `durations` in seconds, and
/// `observed`, whether the event of each has happened. The test itself is [`crate::stats::log_rank`].
///
/// # Errors
/// Those of the test and of a formula's inputs; the field names the group.
///
/// ```
/// use kpi_core::{Given, Sorted, log_rank};
/// let group = |durations: [i64; 3], observed: [bool; 3]| {
///     let durations = Given::List(durations.map(Given::Int).into());
///     let observed = Given::List(observed.map(Given::Flag).into());
///     Given::ByWord(Sorted::from([("durations".into(), durations), ("observed".into(), observed)]))
/// };
/// let groups = [group([60, 120, 300], [true, true, true]), group([90, 600, 900], [true, true, false])];
/// assert_eq!(log_rank(&groups)?.unwrap().degrees_of_freedom, 1);
/// # Ok::<(), kpi_core::Error>(())
/// ```
pub fn log_rank(groups: &[Given]) -> Result<Option<LogRank>> {
    const GROUP: Spec = Spec {
        id: "log_rank",
        variant: "",
        family: "",
        by: None,
        direction: Direction::Neutral,
        inputs: INPUTS,
        parameters: &[],
        figures: &[],
        prose: None,
    };
    let read = |(i, group): (usize, &Given)| {
        let inputs = group.by_word().and_then(|group| Inputs::new(&GROUP, group));
        inputs.and_then(|inputs| given(&inputs)).map_err(|error| {
            let place = match error.field_name() {
                Some(field) => format!("groups[{i}].{field}"),
                None => format!("groups[{i}]"),
            };
            error.field(place)
        })
    };
    let groups: Vec<(Vec<i64>, Vec<bool>)> = groups.iter().enumerate().map(read).collect::<Result<_>>()?;
    let groups: Vec<(&[i64], &[bool])> = groups.iter().map(|(a, b)| (a.as_slice(), b.as_slice())).collect();
    survival::log_rank(&groups)
}
