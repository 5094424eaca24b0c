//! Occupancy and utilization: the part of agents' time in which something is so.

use alloc::vec::Vec;
use core::marker::PhantomData;

use super::work::{self, Limit, SECOND, SPANS};
use crate::error::{Code, Error, Result};
use crate::exact::Fraction;
use crate::kpi::figure::{Figure, Inputs, Undefined};
use crate::kpi::part::{Context, Kpi, Read, ReadInfo, Reads, Setting, reads};
use crate::record::{WorkSpan, WorkSpanAt};
use crate::spec::{
    Benchmark, Direction, Example, FigureSpec, InputKind, InputSpec, Number, Prose, Source, Spec, Unit, prose,
};
use crate::state::{Part, Sums};
use crate::words::{self, NONE};

const PART: usize = 0;
const WHOLE: usize = 1;

#[cfg(feature = "prose")]
const PITFALLS: &[&str] = &[
    "Work spans say neither channel nor type of what is handled; a filter on contacts does not reach them. Filter and group by `agent` and `team`.",
    "A contact whose agent or end is not known handles nobody's time; the report's inputs show how many there are.",
    "Above 85 to 90 percent for long, people make mistakes and leave; the highest number is not the best one.",
    "Small teams are less busy at the same service level: compare teams of one size.",
    work::OVERLAP,
];
#[cfg(feature = "prose")]
const SOURCES: &[Source] = &[
    Source {
        title: "S4",
        says: "Time that agents spend on customers ÷ their available working time, times 100: the variant `union`, because an agent cannot be busy for more than all of it. Quotes SQM Group for what is usual.",
    },
    Source {
        title: "S2",
        says: "Names a rating of how engaged the staff is in the work, drawn from the response time, without a formula; here it is read as occupancy.",
    },
];
#[cfg(feature = "prose")]
const BENCHMARKS: &[Benchmark] = &[Benchmark {
    figure: "rate",
    low: Some("75"),
    high: Some("85"),
    exclusive: false,
    label: "usual",
    population: "contact centres, after SQM Group",
    source: "S4",
}];
#[cfg(feature = "prose")]
const UTILIZATION_PITFALLS: &[&str] = &[
    "Time is paid where the record says so; where it says nothing, breaks and time off are not.",
    "Work spans say neither channel nor type; filter and group by `agent` and `team`.",
    work::OVERLAP,
];
#[cfg(feature = "prose")]
const LEFT_OUT: &str = "Nothing; time that is not in the denominator is no candidate, and an agent or a team that has no other \
    time has no row.";

/// What differs between the variants.
pub(crate) trait Variant: Clone + Send + Sync + 'static {
    const SPEC: Spec;
    const SPANS: ReadInfo;
    /// Why there is no value over nothing.
    const NOTHING: Undefined;
    /// Whether the part can be more than the whole.
    const UNBOUNDED: bool = false;
    /// How often the time of a span counts in the part; nothing where it is not in the whole.
    fn times(span: &WorkSpanAt<'_>) -> Option<i64>;
}

/// Available time in which something is handled.
#[derive(Clone)]
pub(crate) struct Union;

/// The same, once for each conversation that is handled.
#[derive(Clone)]
pub(crate) struct Concurrent;

/// Paid time in which something is handled.
#[derive(Clone)]
pub(crate) struct Utilization;

/// Paid time in which the agent is not available.
#[derive(Clone)]
pub(crate) struct Shrinkage;

/// Planned time in which the agent does what was planned.
#[derive(Clone)]
pub(crate) struct ScheduleAdherence;

const fn rate(number: Number) -> FigureSpec {
    FigureSpec::new("rate", Unit::Percent, number)
}

const fn input(name: &'static str, doc: &'static str) -> InputSpec {
    InputSpec::new(name, InputKind::Duration, doc)
}

const fn spec(
    id: &'static str,
    variant: &'static str,
    direction: Direction,
    inputs: &'static [InputSpec],
    figures: &'static [FigureSpec],
    prose: Option<&'static Prose>,
) -> Spec {
    Spec { id, variant, family: "contact_centre", by: None, direction, inputs, parameters: &[], figures, prose }
}

const AVAILABLE_TIME: InputSpec = input("available", "time in seconds for which agents were available");
const PAID_TIME: InputSpec = input("paid", "paid time in seconds");

#[inline]
fn handled(span: &WorkSpanAt<'_>) -> i64 {
    span.handled().unwrap_or(0)
}

#[inline]
fn is_available(span: &WorkSpanAt<'_>) -> bool {
    span.state() == words::AVAILABLE
}

impl Variant for Union {
    const SPANS: ReadInfo = SPANS.needs(&["state", "handled"]).uses(&["from", "to"]);
    const NOTHING: Undefined = Undefined::NoAvailableTime;
    const SPEC: Spec = spec(
        "occupancy_rate",
        "union",
        Direction::Neutral,
        &[
            input("handling", "time in seconds, within the available time, in which something was handled"),
            AVAILABLE_TIME,
        ],
        &[rate(Number::Share), work::time("handling"), work::time("available")],
        prose! {
            meaning: "How much of the time for which agents are available they spend on customers; parallel work counts once.",
            formula: "100 × available time in which at least one conversation is handled ÷ available time",
            latex: r"100 \cdot \frac{\left|H \cap A\right|}{\left|A\right|}",
            counted: work::counted!("Available time is the shift less breaks, training, meetings and time off; plans do not count. Both are clipped to the bucket and added up over agents before they are divided (ruling B29)."),
            left_out: LEFT_OUT,
            errors: work::ERRORS,
            interval: work::INTERVAL,
            pitfalls: PITFALLS,
            sources: SOURCES,
            benchmarks: BENCHMARKS,
            example: Example {
                inputs: &["21600", "25200"],
                value: "85.714285714",
                working: "6 h of handling in a shift of 8 h with 1 h of break: 100 × 6 ÷ 7.",
            },
        },
    );
    #[inline]
    fn times(span: &WorkSpanAt<'_>) -> Option<i64> {
        is_available(span).then(|| i64::from(handled(span) > 0))
    }
}

impl Variant for Concurrent {
    const SPANS: ReadInfo = Union::SPANS;
    const NOTHING: Undefined = Undefined::NoAvailableTime;
    const UNBOUNDED: bool = true;
    const SPEC: Spec = spec(
        "occupancy_rate",
        "concurrent",
        Direction::Neutral,
        &[
            input("handling", "handling time in seconds, within the available time, of all conversations"),
            AVAILABLE_TIME,
        ],
        &[rate(Number::Ratio), work::time("handling"), work::time("available")],
        prose! {
            meaning: "How much handling there is for each hundred of available time; parallel chats add up, so it can pass 100.",
            formula: "100 × Σ handling of each conversation within available time ÷ available time",
            latex: r"100 \cdot \frac{\sum_{i} \left|H_i \cap A\right|}{\left|A\right|}",
            counted: work::counted!("Available time is the shift less breaks, training, meetings and time off; plans do not count. Both are clipped to the bucket and added up over agents before they are divided (ruling B29)."),
            left_out: LEFT_OUT,
            errors: work::ERRORS,
            interval: work::INTERVAL,
            pitfalls: PITFALLS,
            sources: SOURCES,
            benchmarks: &[],
            example: Example {
                inputs: &["1800", "600"],
                value: "300",
                working: "Three parallel chats of 10 min in 10 min: 100 × 30 ÷ 10.",
            },
        },
    );
    #[inline]
    fn times(span: &WorkSpanAt<'_>) -> Option<i64> {
        is_available(span).then(|| handled(span))
    }
}

impl Variant for Utilization {
    const SPANS: ReadInfo = SPANS.needs(&["paid", "handled"]).uses(&["from", "to"]);
    const NOTHING: Undefined = Undefined::NoPaidTime;
    const SPEC: Spec = spec(
        "utilization",
        "utilization",
        Direction::Neutral,
        &[input("handling", "paid time in seconds in which something was handled"), PAID_TIME],
        &[rate(Number::Share), work::time("handling"), work::time("paid")],
        prose! {
            meaning: "How much of the paid time agents spend on customers.",
            formula: "100 × paid time in which at least one conversation is handled ÷ paid time",
            latex: r"100 \cdot \frac{\left|H \cap P\right|}{\left|P\right|}",
            counted: work::counted!("It counts in paid time of any state. Both are clipped to the bucket and added up over agents before they are divided (ruling B29)."),
            left_out: LEFT_OUT,
            errors: work::ERRORS,
            interval: work::INTERVAL,
            pitfalls: UTILIZATION_PITFALLS,
            sources: &[work::FIELD],
            benchmarks: &[],
            example: Example {
                inputs: &["21600", "28800"],
                value: "75",
                working: "6 h of handling in a shift of 8 h whose break is paid: 100 × 6 ÷ 8.",
            },
        },
    );
    #[inline]
    fn times(span: &WorkSpanAt<'_>) -> Option<i64> {
        (span.paid() == Some(true)).then(|| i64::from(handled(span) > 0))
    }
}

impl Variant for Shrinkage {
    const SPANS: ReadInfo = SPANS.needs(&["paid", "state"]).uses(&["from", "to"]);
    const NOTHING: Undefined = Undefined::NoPaidTime;
    const SPEC: Spec = spec(
        "utilization",
        "shrinkage",
        Direction::LowerIsBetter,
        &[input("unavailable", "paid time in seconds in which agents were not available"), PAID_TIME],
        &[rate(Number::Share), work::time("unavailable"), work::time("paid")],
        prose! {
            meaning: "How much of the paid time agents are not there for customers: paid breaks, training, meetings, time off.",
            formula: "100 × paid time in another state than available ÷ paid time",
            latex: r"100 \cdot \frac{\left|P \setminus A\right|}{\left|P\right|}",
            counted: "Paid time of facts, not of plans, clipped to the bucket and added up over agents. Where times overlap, off goes before break, meeting, training and available.",
            left_out: LEFT_OUT,
            errors: work::ERRORS,
            interval: work::INTERVAL,
            pitfalls: &[
                "Divide the agents that a forecast asks for by 1 − shrinkage, do not multiply by 1 + shrinkage.",
                "Paid leave is in it only where the times of those who are away are given, with `paid`.",
                work::OVERLAP,
            ],
            sources: &[work::FIELD],
            benchmarks: &[],
            example: Example {
                inputs: &["9000", "28800"],
                value: "31.25",
                working: "A paid break of 30 min, a meeting of 1 h and a training of 1 h in a shift of 8 h: 100 × 2.5 ÷ 8.",
            },
        },
    );
    #[inline]
    fn times(span: &WorkSpanAt<'_>) -> Option<i64> {
        (span.paid() == Some(true)).then(|| i64::from(!is_available(span)))
    }
}

impl Variant for ScheduleAdherence {
    const SPANS: ReadInfo = SPANS.needs(&["planned", "state"]).uses(&["from", "to"]);
    const NOTHING: Undefined = Undefined::NoPlannedTime;
    const SPEC: Spec = spec(
        "utilization",
        "schedule_adherence",
        Direction::HigherIsBetter,
        &[
            input("adherent", "planned time in seconds in which agents did what was planned"),
            input("planned", "planned time in seconds"),
        ],
        &[rate(Number::Share), work::time("adherent"), work::time("planned")],
        prose! {
            meaning: "How much of the planned time agents are in the state that was planned.",
            formula: "100 × planned time in which the state is the planned one ÷ planned time",
            latex: r"100 \cdot \frac{\left|\{t : \text{state}(t) = \text{plan}(t)\}\right|}{\left|\{t : \text{plan}(t)\}\right|}",
            counted: "Time for which there is a plan (`scheduled`), clipped to the bucket and added up over agents. Planned time in which nothing is known of the agent is not adherent, unless the plan is `off`: nobody was there, as planned.",
            left_out: LEFT_OUT,
            errors: work::ERRORS,
            interval: work::INTERVAL,
            pitfalls: &[
                "Work outside the plan does not count against it; compare planned and paid time.",
                "A call that runs into the break breaks the plan, and should.",
            ],
            sources: &[work::FIELD],
            benchmarks: &[],
            example: Example {
                inputs: &["27000", "28800"],
                value: "93.75",
                working: "Half an hour late for a shift of 8 h: 100 × 7.5 ÷ 8.",
            },
        },
    );
    #[inline]
    fn times(span: &WorkSpanAt<'_>) -> Option<i64> {
        let (planned, state) = (span.planned(), span.state());
        let adheres = state == planned || (planned == words::OFF && state == NONE);
        (planned != NONE).then_some(adheres.into())
    }
}

/// The KPI in one variant.
#[derive(Clone)]
pub(crate) struct OfTime<V> {
    limit: Limit,
    variant: PhantomData<V>,
}

/// The time of a part by that of its whole.
fn finish(spec: &Spec, state: &Sums, nothing: Undefined) -> Vec<Figure> {
    let (part, whole) = (state.of(PART), state.of(WHOLE));
    let rate = Fraction { numerator: part, denominator: whole, units: 1, times: 100 };
    let rate = if whole == 0 { Err(nothing) } else { Ok(rate) };
    let mut figures: Vec<Figure> = Vec::with_capacity(3);
    for (figure, sum) in spec.figures.iter().zip([None, Some(part), Some(whole)]) {
        figures.push(match sum {
            None => Figure { shown_in: [SECOND; 2], ..Figure::new(figure.name, rate, state.records(WHOLE)) },
            Some(sum) => total(figure.name, sum, state.records(WHOLE)),
        });
    }
    figures
}

/// A sum of time in seconds.
pub(super) fn total(name: &'static str, sum: i128, sample: u64) -> Figure {
    let fraction = Fraction { numerator: sum, denominator: 1, units: SECOND, times: 1 };
    Figure { shows_fraction: false, ..Figure::new(name, Ok(fraction), sample) }
}

impl<V: Variant> Kpi for OfTime<V> {
    const SPEC: Spec = V::SPEC;
    type State = Sums;
    const READS: &'static [Read<Self>] = &[reads::<Self, WorkSpan>(V::SPANS)];

    fn new(setting: &Setting<'_>) -> Result<Self> {
        Ok(OfTime { limit: Limit::new(setting), variant: PhantomData })
    }
    fn of(&self, inputs: &Inputs<'_>) -> Result<Sums> {
        let mut sums = Sums::default();
        for (k, input) in V::SPEC.inputs.iter().enumerate() {
            sums.add(k, inputs.duration(input.name)?.into())?;
        }
        if let ([part, whole], true) = (V::SPEC.inputs, sums.of(PART) > sums.of(WHOLE) && !V::UNBOUNDED) {
            let text = alloc::format!("it is more than `{}`, of which it must be a part", whole.name);
            return Err(Error::new(Code::BadInput, text).field(part.name));
        }
        Ok(sums)
    }
    fn finish(&self, state: &Sums, _: f64) -> Result<Vec<Figure>> {
        Ok(finish(&V::SPEC, state, V::NOTHING))
    }
}

impl<V: Variant> Reads<WorkSpan> for OfTime<V> {
    #[inline]
    fn part(&self, span: &WorkSpanAt<'_>, context: &Context<'_>, state: &mut Sums) -> Result<Part> {
        let length = self.limit.clipped(span, context);
        let Some(times) = V::times(span).filter(|_| length > 0) else { return Ok(Part::Nothing) };
        state.add(PART, i128::from(length).saturating_mul(times.into()))?;
        state.add(WHOLE, length.into())?;
        Ok(Part::Counted)
    }
}
