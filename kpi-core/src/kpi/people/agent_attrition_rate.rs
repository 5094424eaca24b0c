//! Agent attrition rate.

use alloc::vec::Vec;
use core::marker::PhantomData;

use super::AGENTS;
use crate::error::{Code, Error, Result};
use crate::exact::Fraction;
use crate::kpi::figure::{Figure, Inputs, Undefined};
use crate::kpi::part::{Context, Kpi, Over, Read, Reads, Setting, reads};
use crate::record::{Agent, AgentAt};
use crate::spec::{Direction, Example, FigureSpec, InputKind, InputSpec, Number, Source, Spec, Unit, prose};
use crate::state::{Part, Sums};

const LEAVERS: usize = 0;
const OPENING: usize = 1;
const CLOSING: usize = 2;
/// The length of the bucket in µs.
const LENGTH: usize = 3;

/// 365.25 days in µs.
const YEAR: i128 = 31_557_600_000_000;

const INPUTS: [InputSpec; 3] = [
    InputSpec::count("leavers", "agents who left"),
    InputSpec::count("opening", "agents at the start"),
    InputSpec::count("closing", "agents at the end"),
];
const FIGURES: &[FigureSpec] = &[
    FigureSpec::new("rate", Unit::Percent, Number::Ratio),
    FigureSpec::count("leavers"),
    FigureSpec::count("opening"),
    FigureSpec::count("closing"),
];

#[cfg(feature = "prose")]
const COUNTED: &str = "Agents whose `left_at` lies in the bucket, also those who were hired in it; and the agents employed just before its start and just before its end. Who has no `hired_at` was there before all that is known. With `as_of` a bucket ends there.";
#[cfg(feature = "prose")]
const LEFT_OUT: &str = "Nothing.";
#[cfg(feature = "prose")]
const INTERVAL: &str = "None: one total by another has no sampling interval of its own.";
#[cfg(feature = "prose")]
const SOURCES: &[Source] = &[Source {
    title: "Field",
    says: "Contact centres give attrition a year: leavers by the mean headcount, brought to twelve months.",
}];

/// What differs between the variants.
pub(crate) trait Variant: Clone + Send + Sync + 'static {
    const SPEC: Spec;
    /// Whether it is brought to a year.
    const ANNUAL: bool;
}

/// Brought to a year.
#[derive(Clone)]
pub(crate) struct Annualised;

/// Of the period as it is.
#[derive(Clone)]
pub(crate) struct Period;

impl Variant for Annualised {
    const ANNUAL: bool = true;
    const SPEC: Spec = Spec {
        id: "agent_attrition_rate",
        variant: "annualised",
        family: "people",
        by: None,
        direction: Direction::LowerIsBetter,
        inputs: {
            const ALL: [InputSpec; 4] = {
                let [leavers, opening, closing] = INPUTS;
                let period = InputSpec::new("period", InputKind::Duration, "the length of the period in seconds");
                [leavers, opening, closing, period]
            };
            &ALL
        },
        parameters: &[],
        figures: FIGURES,
        prose: prose! {
            meaning: "How many agents leave a year for each hundred who are there, at the pace of the period.",
            formula: "100 × leavers ÷ mean of the agents at the start and at the end × 365.25 days ÷ length of the period",
            latex: r"100 \cdot \frac{\text{leavers}}{(\text{opening} + \text{closing}) / 2} \cdot \frac{365.25 \text{ days}}{\text{period}}",
            counted: COUNTED,
            left_out: LEFT_OUT,
            errors: "`window_required`; `bad_input` in the formula where the period is 0.",
            interval: INTERVAL,
            pitfalls: &[
                "A year from one month multiplies one leaver by twelve: over short periods or in small teams it jumps.",
                "It can pass 100: a position that is filled and left twice a year counts twice.",
                "Who came and left within the period is a leaver and in neither headcount.",
            ],
            sources: SOURCES,
            benchmarks: &[],
            example: Example {
                inputs: &["3", "50", "46", "2629800"],
                value: "75",
                working: "3 leavers, 50 agents at the start and 46 at the end of a twelfth of a year (2,629,800 s): 100 × 3 ÷ 48 × 12.",
            },
        },
    };
}

impl Variant for Period {
    const ANNUAL: bool = false;
    const SPEC: Spec = Spec {
        id: "agent_attrition_rate",
        variant: "period",
        family: "people",
        by: None,
        direction: Direction::LowerIsBetter,
        inputs: &INPUTS,
        parameters: &[],
        figures: FIGURES,
        prose: prose! {
            meaning: "How many agents left in the period for each hundred who were there.",
            formula: "100 × leavers ÷ mean of the agents at the start and at the end",
            latex: r"100 \cdot \frac{\text{leavers}}{(\text{opening} + \text{closing}) / 2}",
            counted: COUNTED,
            left_out: LEFT_OUT,
            errors: "`window_required`.",
            interval: INTERVAL,
            pitfalls: &[
                "It is of the period: a month's rate is not a year's. Compare periods of the same length, or take `annualised`.",
                "Who came and left within the period is a leaver and in neither headcount.",
            ],
            sources: SOURCES,
            benchmarks: &[],
            example: Example {
                inputs: &["3", "50", "46"],
                value: "6.25",
                working: "3 leavers, 50 agents at the start and 46 at the end: 100 × 3 ÷ 48.",
            },
        },
    };
}

/// The KPI in one variant.
#[derive(Clone)]
pub(crate) struct Attrition<V> {
    as_of: Option<i64>,
    variant: PhantomData<V>,
}

impl<V: Variant> Kpi for Attrition<V> {
    const SPEC: Spec = V::SPEC;
    type State = Sums;
    const READS: &'static [Read<Self>] = &[reads::<Self, Agent>(AGENTS.needs(&["hired_at", "left_at"]))];
    const NEEDS_WINDOW: bool = true;

    fn new(setting: &Setting<'_>) -> Result<Self> {
        Ok(Attrition { as_of: setting.as_of, variant: PhantomData })
    }
    fn of(&self, inputs: &Inputs<'_>) -> Result<Sums> {
        let mut state = Sums::counts(&[inputs.count("leavers")?, inputs.count("opening")?, inputs.count("closing")?]);
        if V::ANNUAL {
            let period = inputs.duration("period")?;
            if period == 0 {
                return Err(Error::new(Code::BadInput, "a period has a length above 0").field("period"));
            }
            state.add(LENGTH, period.into())?;
        }
        Ok(state)
    }
    fn finish(&self, state: &Sums, _: f64) -> Result<Vec<Figure>> {
        let (mut twice, mut both) =
            (state.of(LEAVERS).saturating_mul(2), state.of(OPENING).saturating_add(state.of(CLOSING)));
        if V::ANNUAL {
            twice = twice.saturating_mul(YEAR);
            both = both.saturating_mul(state.of(LENGTH));
        }
        let rate = Fraction { numerator: twice, denominator: both, units: 1, times: 100 };
        let rate = if both == 0 { Err(Undefined::NoRecords) } else { Ok(rate) };
        let count = |name, place| Figure::count(name, state.count(place));
        // Leavers times the µs of a year say nothing to anybody.
        let rate = Figure { shows_fraction: !V::ANNUAL, ..Figure::new("rate", rate, state.count(LEAVERS)) };
        Ok([rate, count("leavers", LEAVERS), count("opening", OPENING), count("closing", CLOSING)].into())
    }
    fn finish_over(&self, state: &Sums, level: f64, over: &Over<'_, Sums>) -> Result<Vec<Figure>> {
        let mut state = state.clone();
        let (from, to) = over.window;
        let to = self.as_of.map_or(to, |as_of| to.min(as_of));
        state.add(LENGTH, to.saturating_sub(from).max(0).into())?;
        self.finish(&state, level)
    }
}

impl<V: Variant> Reads<Agent> for Attrition<V> {
    #[inline]
    fn part(&self, agent: &AgentAt<'_>, context: &Context<'_>, state: &mut Sums) -> Result<Part> {
        let left = agent.left_at().is_some_and(|at| at >= context.from && at < context.to);
        let (opening, closing) = (agent.is_employed_before(context.from), agent.is_employed_before(context.to));
        for (place, holds) in [(LEAVERS, left), (OPENING, opening), (CLOSING, closing)] {
            if holds {
                state.add(place, 1)?;
            }
        }
        Ok(if left || opening || closing { Part::Counted } else { Part::Nothing })
    }
}
