//! Time in status.

use alloc::vec::Vec;

use crate::error::{Code, Error, Result};
use crate::exact::Fraction;
use crate::kpi::clock::{CLOCK, Clock};
use crate::kpi::distribution::{self, DURATION_FIGURES, Distribution, Of, seconds};
use crate::kpi::figure::{Figure, Inputs, Undefined};
use crate::kpi::part::{Context, Kpi, Over, Read, ReadInfo, Reads, Setting, reads};
use crate::record::{Kind, StatusSpan, StatusSpanAt};
use crate::spec::{Anchor, Direction, Example, FigureSpec, InputKind, InputSpec, Source, Spec, prose};
use crate::state::{Part, Reason, Spread};

/// The time that tickets spend in a status.
#[derive(Clone)]
pub(crate) struct Standard {
    durations: Distribution,
    clock: Clock,
}

impl Kpi for Standard {
    const SPEC: Spec = Spec {
        id: "time_in_status",
        variant: "standard",
        family: "resolution",
        by: Some("status"),
        direction: Direction::LowerIsBetter,
        inputs: &[
            InputSpec::new(
                "durations",
                InputKind::Durations,
                "times in the status in seconds, one for each time that a ticket was in it",
            ),
            InputSpec::new("all_time", InputKind::Duration, "time in seconds in all statuses together"),
        ],
        parameters: &[CLOCK, distribution::BANDS, distribution::QUANTILES],
        figures: &[
            seconds("mean"),
            seconds("median"),
            seconds("p90"),
            seconds("p95"),
            seconds("min"),
            seconds("max"),
            FigureSpec::count("count"),
            seconds("total"),
            FigureSpec::share("share"),
        ],
        prose: prose! {
            meaning: "Where the time of tickets goes: how long they are in each status, and which part of all time that is.",
            formula: "when it left the status − when it came into it; total: the sum; share: 100 × total of the status ÷ total of all statuses",
            latex: r"100 \cdot \frac{\sum_{\text{status}} t}{\sum_{\text{all}} t}",
            counted: "Status spans that are over, each in the bucket in which it begins, with all of its time, also that after the bucket's end. A ticket that comes into a status twice has two. Grouped by status where nothing else is asked for; the share is of all groups in the same bucket.",
            left_out: "`open` (the ticket is in the status still), `no_schedule` (in business time, where the calendar has no hours for it).",
            errors: "`wrong_order` where a span ends before it begins; `calendar_required` with the clock `business` and no calendar; in the formula `negative`, and `bad_input` where the status has more time than all together.",
            interval: "Mean: Student's t. Median and other quantiles: binomial order statistics. None for the total and the share: spans of one ticket are no independent sample.",
            pitfalls: &[
                "Time in `resolved` and `closed` is in it where it is over, which is where a ticket was reopened or closed; filter on the status for the time of work alone.",
                "A recent period looks fast: long spans are still open. `left_out` says how many.",
                "The mean is of spans, not of tickets: many short visits lower it and raise the total.",
                "Time in `pending` is the customer's; a low share of it can mean that agents do not use it.",
            ],
            sources: &[Source {
                title: "Field",
                says: "Help desks report how long tickets stay in each status, to see whether they wait for agents, for customers or for others.",
            }],
            benchmarks: &[],
            example: Example {
                inputs: &["[600, 1800]", "9600"],
                value: "1200",
                working: "Two tickets were open for 10 and 30 min, and in other statuses for 2 h: (600 + 1,800) ÷ 2 = 1,200 s; 100 × 2,400 ÷ 9,600 = 25 % of all time.",
            },
        },
    };
    type State = Spread;
    const READS: &'static [Read<Self>] = &[reads::<Self, StatusSpan>(
        ReadInfo::new(Kind::StatusSpan, Anchor::Instant(&["from"])).needs(&["from", "to"]),
    )];
    const OF_WHOLE: bool = true;

    fn new(setting: &Setting<'_>) -> Result<Self> {
        Ok(Standard { durations: Distribution::new(setting, Of::Durations)?, clock: Clock::new(setting)? })
    }

    fn start(&self) -> Spread {
        self.durations.start()
    }

    fn of(&self, inputs: &Inputs<'_>) -> Result<Spread> {
        self.durations.of(&inputs.durations("durations")?)
    }

    fn finish(&self, state: &Spread, level: f64) -> Result<Vec<Figure>> {
        self.figures(state, state.moments()?.0, level)
    }

    fn whole(&self, state: Spread) -> Result<Spread> {
        state.total()
    }

    fn finish_over(&self, state: &Spread, level: f64, over: &Over<'_, Spread>) -> Result<Vec<Figure>> {
        self.figures(state, over.whole.unwrap_or(state).moments()?.0, level)
    }

    fn formula(&self, inputs: &Inputs<'_>, level: f64) -> Result<Vec<Figure>> {
        let (state, all) = (self.of(inputs)?, i128::from(inputs.duration("all_time")?));
        if state.moments()?.0 > all {
            let text = "the status has more time than all together, of which it must be a part";
            return Err(Error::new(Code::BadInput, text).field("all_time"));
        }
        self.figures(&state, all, level)
    }
}

impl Standard {
    /// The figures of a group, of which all groups together have the time `all`.
    fn figures(&self, state: &Spread, all: i128, level: f64) -> Result<Vec<Figure>> {
        let mut figures = self.durations.finish(state, level)?;
        let bands = figures.split_off(figures.len().min(DURATION_FIGURES.len()));
        let own = state.moments()?.0;
        let total = Fraction { numerator: own, denominator: 1, units: Of::Durations.units(), times: 1 };
        figures.push(Figure { shows_fraction: false, ..Figure::new("total", Ok(total), state.len()) });
        let share = Fraction { numerator: own, denominator: all, units: 1, times: 100 };
        let share = if all == 0 { Err(Undefined::NoRecords) } else { Ok(share) };
        // Both are in µs, which are no unit of a report.
        figures.push(Figure { shows_fraction: false, ..Figure::new("share", share, state.len()) });
        figures.extend(bands);
        Ok(figures)
    }
}

impl Reads<StatusSpan> for Standard {
    #[inline]
    fn part(&self, span: &StatusSpanAt<'_>, context: &Context<'_>, state: &mut Spread) -> Result<Part> {
        let Some((from, to)) = span.from().zip(span.to()) else { return Ok(Part::LeftOut(Reason::Open)) };
        let Some(time) = self.clock.between(context, from, to)? else {
            return Ok(Part::LeftOut(Reason::NoSchedule));
        };
        state.add(time)?;
        Ok(Part::Counted)
    }
}
