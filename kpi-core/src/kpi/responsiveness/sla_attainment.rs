//! SLA attainment.

use alloc::vec::Vec;

use crate::error::{Code, Error, Result};
use crate::kpi::figure::{Figure, Inputs, Undefined};
use crate::kpi::part::{Context, Kpi, Read, ReadInfo, Reads, Setting, reads};
use crate::record::{Kind, SlaTarget, SlaTargetAt};
use crate::spec::{Anchor, Direction, Example, FigureSpec, InputSpec, Source, Spec, prose};
use crate::state::{Customers, Part, Reason, Sums};
use crate::words;

const TARGETS: ReadInfo = ReadInfo::new(Kind::SlaTarget, Anchor::Instant(&["started_at"]))
    .needs(&["started_at", "due_at", "met_at"])
    .uses(&["state", "metric"]);

#[cfg(feature = "prose")]
macro_rules! judged {
    () => {
        "With `as_of` a target is judged as it stood then: what was met later was not met yet, and what was not met is \
         breached where its due instant had passed. Without, its `state` counts. Where that is not known, it is met when \
         it was met at its due instant or before. It is breached when it was met later, or when the window ended after \
         that instant and it was not met."
    };
}
#[cfg(feature = "prose")]
const ERRORS: &str =
    "`as_of_required` where a target is not met, has no state, and neither a window nor `as_of` says when to look.";
#[cfg(feature = "prose")]
const OPEN_COUNTS: &str = "Waiting until a target is met before it counts hides the worst breaches: what is not met and past due is breached. What is active today is decided tomorrow, so a recent period still changes.";
#[cfg(feature = "prose")]
const ON_TIME: &str = "Pauses and a clock in business time belong to the policy and were decided where the targets were made; the request's `clock` does not reach them.";
#[cfg(feature = "prose")]
const SOURCES: &[Source] = &[
    Source {
        title: "S2",
        says: "Lists service level agreements and penalties for missed criteria among the reasons to measure, and the SLA among the metrics to raise; it gives no formula.",
    },
    Source {
        title: "Field",
        says: "Help desks judge each target of a policy by itself and report the share that was met.",
    },
];

/// How a target stands, the worse the later.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stand {
    Met,
    Active,
    Breached,
}

/// When the targets are looked at.
#[derive(Clone, Copy)]
struct Look {
    at: Option<i64>,
    /// Whether that was asked for: then a state that was written down later does not count.
    asked: bool,
}

impl Look {
    fn new(setting: &Setting<'_>) -> Self {
        Look { at: setting.as_of, asked: setting.as_of_asked }
    }

    /// How a target stands, or why it does not count (ruling B21).
    #[inline]
    fn judge(self, target: &SlaTargetAt<'_>) -> Result<Result<Stand, Reason>> {
        let (state, met, due) = (target.state(), target.met_at(), target.due_at());
        let nothing = state == words::NONE && target.metric() == words::NONE && met.is_none() && due.is_none();
        if state == words::NOT_APPLICABLE || nothing {
            return Ok(Err(Reason::NotApplicable));
        }
        // What was met by then keeps its state; the state of the rest may have been another one then.
        let said = if self.asked && met.is_none() { words::NONE } else { state };
        Ok(Ok(match (said, met, due) {
            (words::MET, ..) => Stand::Met,
            (words::BREACHED, ..) => Stand::Breached,
            (words::RUNNING | words::PAUSED, ..) => Stand::Active,
            (_, Some(met), Some(due)) if met <= due => Stand::Met,
            (_, Some(_), Some(_)) => Stand::Breached,
            (_, Some(_), None) => return Ok(Err(Reason::Unknown)),
            (_, None, Some(due)) if self.is_after(due)? => Stand::Breached,
            (_, None, _) => Stand::Active,
        }))
    }

    fn is_after(self, due: i64) -> Result<bool> {
        let text = "a target is not met, so it matters when you look; give `as_of`, or a window";
        self.at.map(|at| due < at).ok_or_else(|| Error::new(Code::AsOfRequired, text))
    }
}

/// Target by target.
#[derive(Clone)]
pub(crate) struct PerTarget(Look);

const MET: usize = 0;
const BREACHED: usize = 1;

impl Kpi for PerTarget {
    const SPEC: Spec = Spec {
        id: "sla_attainment",
        variant: "per_target",
        family: "responsiveness",
        by: None,
        direction: Direction::HigherIsBetter,
        inputs: &[
            InputSpec::count("met", "targets that were met in time"),
            InputSpec::count("breached", "targets that were met late, or are not met and past due"),
        ],
        parameters: &[],
        figures: &[FigureSpec::share("share"), FigureSpec::count("met"), FigureSpec::count("breached")],
        prose: prose! {
            meaning: "The share of decided SLA targets that were met.",
            formula: "100 × met ÷ (met + breached); each target of each ticket by itself, each promised next reply too",
            latex: r"100 \cdot \frac{\text{met}}{\text{met} + \text{breached}}",
            counted: concat!("Targets that are met or breached, in the bucket in which their clock started. ", judged!()),
            left_out: "`active` (running or paused: neither met nor breached yet), `not_applicable` (no policy is for the ticket, or it ended before the target was decided), `unknown` (met, but neither its state nor its due instant is known).",
            errors: ERRORS,
            interval: "Wilson. Targets of one ticket are not independent, so it is too narrow where tickets have many.",
            pitfalls: &[
                "A promise whose time runs out exactly at closing time is broken by an answer that evening: its `due_at` is closing time. `first_response_within_target` in business time counts that answer as met, because no more than the target has passed.",
                OPEN_COUNTS,
                "100 − breached ÷ all counts what is still open as met.",
                "Targets of all policies and metrics are mixed; group by `policy` or `metric`.",
                ON_TIME,
            ],
            sources: SOURCES,
            benchmarks: &[],
            example: Example {
                inputs: &["2", "1"],
                value: "66.666666667",
                working: "Two met, one breached, one open and not due: 100 × 2 ÷ 3; the open one is in neither.",
            },
        },
    };
    type State = Sums;
    const READS: &'static [Read<Self>] = &[reads::<Self, SlaTarget>(TARGETS)];

    fn new(setting: &Setting<'_>) -> Result<Self> {
        Ok(PerTarget(Look::new(setting)))
    }
    fn of(&self, inputs: &Inputs<'_>) -> Result<Sums> {
        Ok(Sums::counts(&[inputs.count("met")?, inputs.count("breached")?]))
    }
    fn finish(&self, state: &Sums, level: f64) -> Result<Vec<Figure>> {
        Ok(figures(state.count(MET), state.count(BREACHED), level))
    }
}

impl Reads<SlaTarget> for PerTarget {
    #[inline]
    fn part(&self, target: &SlaTargetAt<'_>, _: &Context, state: &mut Sums) -> Result<Part> {
        let decided = match self.0.judge(target)? {
            Ok(Stand::Met) => MET,
            Ok(Stand::Breached) => BREACHED,
            Ok(Stand::Active) => return Ok(Part::LeftOut(Reason::Active)),
            Err(reason) => return Ok(Part::LeftOut(reason)),
        };
        state.add(decided, 1)?;
        Ok(Part::Counted)
    }
}

/// Ticket by ticket.
#[derive(Clone)]
pub(crate) struct AllMet(Look);

impl Kpi for AllMet {
    const SPEC: Spec = Spec {
        id: "sla_attainment",
        variant: "all_met",
        family: "responsiveness",
        by: None,
        direction: Direction::HigherIsBetter,
        inputs: &[
            InputSpec::count("met", "tickets all of whose targets were met in time"),
            InputSpec::count("breached", "tickets with a target that was met late, or is not met and past due"),
        ],
        parameters: &[],
        figures: &[
            FigureSpec::share("share"),
            FigureSpec::count("met"),
            FigureSpec::count("breached"),
            FigureSpec::count("active"),
        ],
        prose: prose! {
            meaning: "The share of tickets that met every one of their SLA targets.",
            formula: "100 × tickets with all targets met ÷ (those + tickets with a breached target); tickets without a breached target and with one that is running or paused are in neither",
            latex: r"100 \cdot \frac{\text{tickets with all targets met}}{\text{tickets with all met} + \text{tickets with one breached}}",
            counted: concat!("Tickets with targets that apply, once in every bucket in which the clock of one of these started, by those that started in it. `active` is how many are not decided yet. ", judged!()),
            left_out: "Targets: `not_applicable` (no policy is for the ticket, or it ended before the target was decided), `unknown` (met, but neither its state nor its due instant is known). Active targets are not left out: they make their ticket active unless another one is breached.",
            errors: ERRORS,
            interval: "Wilson, over tickets.",
            pitfalls: &[
                "Buckets do not add up: a ticket whose targets started in two months is in both, and once in the total.",
                "The more targets a ticket has, the more easily one is breached; compare groups with the same policy.",
                OPEN_COUNTS,
                ON_TIME,
            ],
            sources: SOURCES,
            benchmarks: &[],
            example: Example {
                inputs: &["1", "1"],
                value: "50",
                working: "One ticket met both its targets, one met the first and breached the second; a third met one and the other runs, so it is not decided: 100 × 1 ÷ 2.",
            },
        },
    };
    type State = Customers;
    const READS: &'static [Read<Self>] =
        &[reads::<Self, SlaTarget>(TARGETS.needs(&["ticket", "started_at", "due_at", "met_at"]))];

    fn new(setting: &Setting<'_>) -> Result<Self> {
        Ok(AllMet(Look::new(setting)))
    }
    fn of(&self, inputs: &Inputs<'_>) -> Result<Customers> {
        Ok(Customers::settled([inputs.count("met")?.into(), inputs.count("breached")?.into()]))
    }
    fn finish(&self, state: &Customers, level: f64) -> Result<Vec<Figure>> {
        let [mut met, mut breached, mut active, ..] = state.settled.map(|n| u64::try_from(n).unwrap_or_default());
        state.each(|targets| {
            // In rising order the last is the worst.
            let tickets = match targets.last() {
                Some(&[worst, ..]) if worst == Stand::Met as i128 => &mut met,
                Some(&[worst, ..]) if worst == Stand::Active as i128 => &mut active,
                _ => &mut breached,
            };
            *tickets = tickets.saturating_add(1);
            Ok(())
        })?;
        let mut figures = figures(met, breached, level);
        figures.push(Figure::count("active", active));
        Ok(figures)
    }
}

impl Reads<SlaTarget> for AllMet {
    #[inline]
    fn part(&self, target: &SlaTargetAt<'_>, _: &Context, state: &mut Customers) -> Result<Part> {
        match self.0.judge(target)? {
            Ok(stand) => {
                state.add(target.ticket(), [stand as i128, 0, 0]);
                Ok(Part::Counted)
            }
            Err(reason) => Ok(Part::LeftOut(reason)),
        }
    }
}

fn figures(met: u64, breached: u64, level: f64) -> Vec<Figure> {
    [
        Figure::share("share", met, met.saturating_add(breached), Undefined::NoRecords, level),
        Figure::count("met", met),
        Figure::count("breached", breached),
    ]
    .into()
}
