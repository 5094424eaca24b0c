//! Employee engagement.

use alloc::vec::Vec;

use super::AGENTS;
use crate::error::{Code, Error, Result};
use crate::kpi::figure::{Figure, Inputs, Undefined};
use crate::kpi::part::{Context, Kpi, Read, ReadInfo, Reads, Setting, reads};
use crate::kpi::population::DAY;
use crate::kpi::satisfaction::answer;
use crate::record::{Activity, ActivityAt, Agent, AgentAt, EmployeeSurvey, EmployeeSurveyAt, Kind};
use crate::spec::{Anchor, Direction, Example, FigureSpec, InputSpec, Number, Source, Spec, Unit, prose};
use crate::state::{Customers, Part, Ratings, Reason, Scale};
use crate::time::{Zone, month_before};

#[cfg(feature = "prose")]
const SOURCES: &[Source] = &[
    Source {
        title: "S1",
        says: "Two ways: employees rate their engagement from 1 (very unengaged) to 10 (very engaged); or count who actively helped customers, or volunteered to, in the past month.",
    },
    Source {
        title: "S0",
        says: "Takes productivity for a sign of how engaged and content the staff is; it gives no formula.",
    },
];

/// The mean answer of employees.
#[derive(Clone)]
pub(crate) struct Score;

/// The share of agents with an activity in the month before.
#[derive(Clone)]
pub(crate) struct ActiveShare {
    zone: Zone,
    as_of: Option<i64>,
}

impl Kpi for Score {
    const SPEC: Spec = Spec {
        id: "employee_engagement",
        variant: "score",
        family: "people",
        by: None,
        direction: Direction::HigherIsBetter,
        inputs: answer::MEAN_INPUTS,
        parameters: &[],
        figures: &[FigureSpec::new("mean", Unit::Score, Number::Score), FigureSpec::count("count")],
        prose: prose! {
            meaning: "The mean rating that employees give their own engagement.",
            formula: "sum of scores ÷ answers",
            latex: r"\frac{\sum \text{score}}{\text{answers}}",
            counted: "Employee surveys with a score; on a scale from 1 to 10 where none is given.",
            left_out: "`unanswered` (left blank).",
            errors: "`out_of_scale`, `mixed_scales` (answers on different scales in one measure), `bad_scale` (fewer than three points).",
            interval: "Student's t; none for fewer than two answers.",
            pitfalls: &[
                "People answer frankly only where nobody can tell who answered: do not show small groups.",
                "Who has inwardly left does not answer either. See how many of the agents did.",
                "Answers on 1 to 5 and on 1 to 10 are two measures.",
            ],
            sources: SOURCES,
            benchmarks: &[],
            example: Example {
                inputs: &["[8, 6, 9, 7]", "1", "10"],
                value: "7.5",
                working: "Four employees answer 8, 6, 9 and 7: 30 ÷ 4.",
            },
        },
    };
    type State = Ratings;
    const READS: &'static [Read<Self>] = &[reads::<Self, EmployeeSurvey>(
        ReadInfo::new(Kind::EmployeeSurvey, Anchor::Instant(&["submitted_at"]))
            .needs(&["submitted_at", "score"])
            .uses(&["scale_min", "scale_max"]),
    )];

    fn new(_: &Setting<'_>) -> Result<Self> {
        Ok(Score)
    }
    fn of(&self, inputs: &Inputs<'_>) -> Result<Ratings> {
        answer::mean_of(inputs)
    }
    fn finish(&self, state: &Ratings, level: f64) -> Result<Vec<Figure>> {
        answer::mean(state, "count", level)
    }
}

impl Reads<EmployeeSurvey> for Score {
    #[inline]
    fn part(&self, survey: &EmployeeSurveyAt<'_>, _: &Context<'_>, state: &mut Ratings) -> Result<Part> {
        let Some(score) = survey.score() else { return Ok(Part::LeftOut(Reason::Unanswered)) };
        let (min, max) = survey.scale();
        let scale = Scale { min, max, low_is_good: false };
        answer::at_least_three_points(scale)?;
        state.add(scale, score)?;
        Ok(Part::Counted)
    }
}

const EMPLOYED: i128 = 0;
const ACTIVE: i128 = 1;

impl Kpi for ActiveShare {
    const SPEC: Spec = Spec {
        id: "employee_engagement",
        variant: "active_share",
        family: "people",
        by: None,
        direction: Direction::HigherIsBetter,
        inputs: &[
            InputSpec::count("active", "agents who helped or volunteered in the month before"),
            InputSpec::count("agents", "all agents employed at its end"),
        ],
        parameters: &[],
        figures: &[FigureSpec::share("share"), FigureSpec::count("active"), FigureSpec::count("agents")],
        prose: prose! {
            meaning: "The share of agents who helped or volunteered in the last month.",
            formula: "100 × agents with an activity in the calendar month before the end ÷ agents employed just before the end; the end: that of the bucket or window, or `as_of` where it comes first",
            latex: r"100 \cdot \frac{\text{active}}{\text{agents}}",
            counted: "Agents employed just before the end; active are those with at least one activity from the same day and time of the month before, by the clock of the report's zone, up to the end. Where that month has no such day, from its last (ruling B46). In groups, an activity is of its team or department; where it names none, a report over whole tables takes that of its agent.",
            left_out: "Nothing; activities outside the month, and of people who are not employed at its end, do not count.",
            errors: "`as_of_required` where neither a window nor `as_of` says when the month ends; `bad_input` in the formula where more are active than there are.",
            interval: "Wilson.",
            pitfalls: &[
                "Always the month before the end, whatever the bucket: days show the month up to each day, and a quarter its last month.",
                "Months have 28 to 31 days; a long one has more room for an activity.",
                "One activity in the month is enough. Helping daily and helping once count alike.",
            ],
            sources: SOURCES,
            benchmarks: &[],
            example: Example {
                inputs: &["6", "15"],
                value: "40",
                working: "Of 15 agents 6 helped or volunteered in the past month: 100 × 6 ÷ 15.",
            },
        },
    };
    type State = Customers;
    const READS: &'static [Read<Self>] = &[
        reads::<Self, Agent>(AGENTS.needs(&["id", "hired_at", "left_at"])),
        // No month is longer, also where the clock changes in it.
        reads::<Self, Activity>(
            ReadInfo::new(Kind::Activity, Anchor::Lasting("at", 32 * DAY))
                .needs(&["agent", "at"])
                .uses(&["team", "department"]),
        ),
    ];

    fn new(setting: &Setting<'_>) -> Result<Self> {
        Ok(ActiveShare { zone: setting.zone.clone(), as_of: setting.as_of })
    }
    fn derived(&self) -> &'static [(Kind, &'static str)] {
        &[(Kind::Activity, "team"), (Kind::Activity, "department")]
    }
    fn of(&self, inputs: &Inputs<'_>) -> Result<Customers> {
        let (active, agents) = inputs.part_of("active", "agents")?;
        Ok(Customers::settled([active.into(), agents.into()]))
    }
    fn finish(&self, state: &Customers, level: f64) -> Result<Vec<Figure>> {
        let [mut active, mut agents, ..] = state.settled.map(|n| u64::try_from(n).unwrap_or_default());
        state.each(|rows| {
            // In rising order: who is employed comes first, who was active last.
            let (mut employed, mut was_active) = (false, false);
            for &[what, ..] in rows {
                employed = employed || what == EMPLOYED;
                was_active = was_active || what == ACTIVE;
            }
            agents = agents.saturating_add(employed.into());
            active = active.saturating_add((employed && was_active).into());
            Ok(())
        })?;
        let share = Figure::share("share", active, agents, Undefined::NoRecords, level);
        Ok([share, Figure::count("active", active), Figure::count("agents", agents)].into())
    }
}

impl ActiveShare {
    /// The end of the month.
    fn end(&self, context: &Context<'_>) -> Result<i64> {
        let text = "the month ends when you look; give `as_of`, or a window";
        let as_of = self.as_of.ok_or_else(|| Error::new(Code::AsOfRequired, text))?;
        Ok(context.to.min(as_of))
    }
}

impl Reads<Agent> for ActiveShare {
    #[inline]
    fn part(&self, agent: &AgentAt<'_>, context: &Context<'_>, state: &mut Customers) -> Result<Part> {
        if !agent.is_employed_before(self.end(context)?) {
            return Ok(Part::Nothing);
        }
        state.add(agent.id(), [EMPLOYED, 0, 0]);
        Ok(Part::Counted)
    }
}

impl Reads<Activity> for ActiveShare {
    #[inline]
    fn part(&self, activity: &ActivityAt<'_>, context: &Context<'_>, state: &mut Customers) -> Result<Part> {
        let end = self.end(context)?;
        if !activity.at().is_some_and(|at| at < end && at >= month_before(&self.zone, end)) {
            return Ok(Part::Nothing);
        }
        state.add(activity.agent(), [ACTIVE, 0, 0]);
        Ok(Part::Counted)
    }
}
