//! Survey response rate.

use alloc::string::String;
use alloc::vec::Vec;

use crate::error::Result;
use crate::kpi::figure::{Figure, Inputs, Undefined};
use crate::kpi::part::{Context, Kpi, Read, ReadInfo, Reads, Setting, reads};
use crate::kpi::population::{self, WEEK};
use crate::record::{Kind, Survey, SurveyAt};
use crate::spec::{Anchor, Direction, Example, FigureSpec, InputSpec, ParameterSpec, Source, Spec, prose, said};
use crate::state::{Part, Reason, Sums};
use crate::words::{Dictionary, NONE};

const DELIVERED: usize = 0;
const ANSWERED: usize = 1;

/// Invitations answered in time ÷ invitations delivered.
#[derive(Clone)]
pub(crate) struct Standard {
    /// Empty for all kinds.
    kind: String,
    code: u32,
    within: i64,
    as_of: Option<i64>,
}

impl Kpi for Standard {
    const SPEC: Spec = Spec {
        id: "survey_response_rate",
        variant: "standard",
        family: "satisfaction",
        by: None,
        direction: Direction::HigherIsBetter,
        inputs: &[
            InputSpec::count("answered", "invitations that were answered in time"),
            InputSpec::count("delivered", "invitations that were delivered"),
        ],
        parameters: &[
            ParameterSpec {
                name: "within",
                takes: said("a number of seconds"),
                default: "604800",
                doc: said("How soon after its delivery an invitation has to be answered: 7 days by default."),
                in_formula: false,
            },
            ParameterSpec {
                name: "kind",
                takes: said("a word"),
                default: "",
                doc: said("The kind of survey that counts; all of them where it is not given."),
                in_formula: false,
            },
        ],
        figures: &[FigureSpec::share("rate"), FigureSpec::count("answered"), FigureSpec::count("delivered")],
        prose: prose! {
            meaning: "The share of delivered invitations that were answered within seven days.",
            formula: "100 × delivered invitations answered within the time ÷ delivered invitations; both by the day of delivery",
            latex: r"100 \cdot \frac{\text{answered within } N \text{ days}}{\text{delivered}}",
            counted: "Surveys with an instant of delivery whose time is over at `as_of` (default: the window's end), answered or not.",
            left_out: "`other_kind`, `replaced` (the same survey was answered again, and counts once), `undelivered`, `window_open`.",
            errors: "`as_of_required` where neither a window nor `as_of` says when to look; `bad_input` in the formula where more are answered than delivered.",
            interval: "Wilson.",
            pitfalls: &[
                "Answers of the month ÷ invitations of the month mixes two cohorts and can pass 100 %.",
                "A score from few of the invited speaks for those who like to answer.",
            ],
            sources: &[
                Source { title: "S4", says: "Wants customers asked at the right time, when they can have an opinion; it names no rate." },
                Source { title: "Field", says: "Survey teams know it as response rate: answers by invitations delivered." },
            ],
            benchmarks: &[],
            example: Example {
                inputs: &["174", "600"],
                value: "29",
                working: "Of 600 delivered invitations 174 were answered within seven days: 100 × 174 ÷ 600.",
            },
        },
    };
    type State = Sums;
    const READS: &'static [Read<Self>] = &[reads::<Self, Survey>(
        ReadInfo::new(Kind::Survey, Anchor::Instant(&["delivered_at"]))
            .needs(&["kind", "delivered_at", "submitted_at"])
            .uses(&["replaced"]),
    )];

    fn new(setting: &Setting<'_>) -> Result<Self> {
        let within = setting.parameters.duration("within", WEEK)?;
        Ok(Standard { kind: setting.parameters.word("kind", "")?, code: NONE, within, as_of: setting.as_of })
    }
    fn of(&self, inputs: &Inputs<'_>) -> Result<Sums> {
        let (answered, delivered) = inputs.part_of("answered", "delivered")?;
        Ok(Sums::counts(&[delivered, answered]))
    }
    fn finish(&self, state: &Sums, level: f64) -> Result<Vec<Figure>> {
        let (delivered, answered) = (state.count(DELIVERED), state.count(ANSWERED));
        let rate = Figure::share("rate", answered, delivered, Undefined::NoRecords, level);
        Ok([rate, Figure::count("answered", answered), Figure::count("delivered", delivered)].into())
    }
    fn bind(&mut self, words: &Dictionary) -> Result<()> {
        self.code = words.find(&self.kind).unwrap_or(NONE);
        Ok(())
    }
}

impl Reads<Survey> for Standard {
    #[inline]
    fn part(&self, survey: &SurveyAt<'_>, _: &Context, state: &mut Sums) -> Result<Part> {
        if !self.kind.is_empty() && (survey.kind() != self.code || self.code == NONE) {
            return Ok(Part::LeftOut(Reason::OtherKind));
        }
        if survey.replaced() == Some(true) {
            return Ok(Part::LeftOut(Reason::Replaced));
        }
        let Some(delivered) = survey.delivered_at() else { return Ok(Part::LeftOut(Reason::Undelivered)) };
        if !population::is_over(delivered, self.within, self.as_of)? {
            return Ok(Part::LeftOut(Reason::WindowOpen));
        }
        state.add(DELIVERED, 1)?;
        if survey.submitted_at().is_some_and(|at| at <= delivered.saturating_add(self.within)) {
            state.add(ANSWERED, 1)?;
        }
        Ok(Part::Counted)
    }
}
