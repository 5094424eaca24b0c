//! Customer effort score.

use alloc::vec::Vec;

use super::answer::{self, Question};
use crate::error::{Error, Result};
use crate::kpi::figure::{Figure, Inputs, Undefined};
use crate::kpi::part::{Context, Kpi, Read, ReadInfo, Reads, Setting, reads};
use crate::kpi::population;
use crate::record::{Kind, Ticket, TicketAt};
use crate::spec::{
    Anchor, Benchmark, Direction, Example, FigureSpec, InputSpec, Number, ParameterSpec, Source, Spec, Unit, prose,
};
use crate::state::{Part, Ratings, Reason, Sums};
use crate::words;

const PARAMETERS: &[ParameterSpec] = &[answer::kind("ces")];

#[cfg(feature = "prose")]
const SOURCES: &[Source] = &[
    Source {
        title: "S4",
        says: "A survey of how easily the issue was resolved. Answers that say easy by all answers, times 100: the variant `share`, the default, because it alone is a formula over a survey. Quotes Gartner: under 70 % needs work. High is good.",
    },
    Source {
        title: "S2",
        says: "Speaks of how easy a company makes things for its customers, and yet wants the score low. That is a slip: low is good only where effort is counted, and it gives no formula that does.",
    },
    Source {
        title: "S1",
        says: "Difficult issues (more than three interactions) less easy ones (one or two): the variant `by_interactions`, where low is good. It asks no customer, and says nothing of three interactions: they are neither.",
    },
];
#[cfg(feature = "prose")]
const PITFALLS: &[&str] = &[
    "Three meanings share this name: the share of easy answers, the mean answer, and a count of interactions; high is good in the first, low in the last. Name the one you mean.",
    "On a scale coded 1 = very easy the direction is `low_is_good`; without it the score is upside down.",
];

/// The share of answers that agree that it was easy.
#[derive(Clone)]
pub(crate) struct Share;

/// The mean answer.
#[derive(Clone)]
pub(crate) struct Mean;

/// Difficult less easy tickets, by their interactions.
#[derive(Clone)]
pub(crate) struct ByInteractions;

/// How many points of a scale are easy: two of five, three of seven.
fn easy(ratings: &Ratings) -> u64 {
    let Some(scale) = ratings.scale.0 else { return 0 };
    let points = scale.max.saturating_sub(scale.min).saturating_add(1);
    answer::best(ratings, if points <= 5 { 2 } else { 3 })
}

impl Question for Share {
    const SPEC: Spec = Spec {
        id: "customer_effort_score",
        variant: "share",
        family: "satisfaction",
        by: None,
        direction: Direction::HigherIsBetter,
        inputs: &[
            InputSpec::count("easy", "answers that agree that it was easy"),
            InputSpec::count("answers", "all answers"),
        ],
        parameters: PARAMETERS,
        figures: &[FigureSpec::share("share"), FigureSpec::count("answers")],
        prose: prose! {
            meaning: "The share of customers who say that it was easy to get their issue resolved.",
            formula: "100 × easy ÷ answers; easy: the two best points of a scale of up to five points, the three best of a longer one, at the end that the survey declares",
            latex: r"100 \cdot \frac{\text{easy}}{\text{answers}}",
            counted: "Answers of the wanted kind with a score, each once.",
            left_out: "`other_kind`, `replaced`, `unanswered`.",
            errors: "`out_of_scale`, `mixed_scales`, `bad_scale` (fewer than three points).",
            interval: "Wilson.",
            pitfalls: PITFALLS,
            sources: SOURCES,
            benchmarks: &[Benchmark { figure: "share", low: None, high: Some("70"), exclusive: true, label: "needs work", population: "companies in general, after Gartner", source: "S4" }],
            example: Example {
                inputs: &["3", "4"],
                value: "75",
                working: "Coded 1 = very easy, the answers 1, 1, 2 and 5: three are easy, 100 × 3 ÷ 4.",
            },
        },
    };
    const KIND: &'static str = "ces";
    const TURNED: bool = true;

    fn of(inputs: &Inputs<'_>) -> Result<Ratings> {
        let (easy, answers) = inputs.part_of("easy", "answers")?;
        answer::best_and_worst(easy, answers.saturating_sub(easy))
    }
    fn finish(ratings: &Ratings, level: f64) -> Result<Vec<Figure>> {
        Ok(answer::share(easy(ratings), ratings.len(), "answers", level))
    }
}

impl Question for Mean {
    const SPEC: Spec = Spec {
        id: "customer_effort_score",
        variant: "mean",
        family: "satisfaction",
        by: None,
        direction: Direction::AsDeclared,
        inputs: answer::MEAN_INPUTS,
        parameters: PARAMETERS,
        figures: answer::MEAN_FIGURES,
        prose: prose! {
            meaning: "The mean answer to how easy it was, on the declared scale.",
            formula: "sum of scores ÷ answers; it is better at the end that the survey declares as easy",
            latex: r"\frac{\sum \text{score}}{\text{answers}}",
            counted: "Answers of the wanted kind with a score, each once.",
            left_out: "`other_kind`, `replaced`, `unanswered`.",
            errors: "`out_of_scale`, `mixed_scales` (also the same scale in both directions), `bad_scale`.",
            interval: "Student's t; none for fewer than two answers.",
            pitfalls: PITFALLS,
            sources: SOURCES,
            benchmarks: &[],
            example: Example { inputs: &["[1, 1, 2, 5]", "1", "5"], value: "2.25", working: "The answers 1, 1, 2 and 5 on 1 to 5: (1 + 1 + 2 + 5) ÷ 4." },
        },
    };
    const KIND: &'static str = "ces";
    const TURNED: bool = false;

    fn of(inputs: &Inputs<'_>) -> Result<Ratings> {
        answer::mean_of(inputs)
    }
    fn finish(ratings: &Ratings, level: f64) -> Result<Vec<Figure>> {
        answer::mean(ratings, "answers", level)
    }
}

const EASY: usize = 0;
const NEUTRAL: usize = 1;
const DIFFICULT: usize = 2;

impl Kpi for ByInteractions {
    const SPEC: Spec = Spec {
        id: "customer_effort_score",
        variant: "by_interactions",
        family: "satisfaction",
        by: None,
        direction: Direction::LowerIsBetter,
        inputs: &[
            InputSpec::count("easy", "tickets with one or two interactions"),
            InputSpec::count("neutral", "tickets with three interactions"),
            InputSpec::count("difficult", "tickets with more than three interactions"),
        ],
        parameters: &[],
        figures: &[
            FigureSpec::new("score", Unit::Index, Number::NetIndex),
            FigureSpec::share("easy_share"),
            FigureSpec::share("neutral_share"),
            FigureSpec::share("difficult_share"),
            FigureSpec::count("tickets"),
        ],
        prose: prose! {
            meaning: "How many more tickets were difficult than easy, by how often people had to answer.",
            formula: "100 × (difficult − easy) ÷ tickets; easy: one or two interactions, neutral: three, difficult: more; an interaction is a public reply by a person, or the call or chat that the ticket was born of",
            latex: r"100 \cdot \frac{\text{difficult} - \text{easy}}{\text{tickets}}",
            counted: "Tickets with at least one interaction.",
            left_out: "`merged`, `spam`, `deleted` (without an interaction), `no_interaction`.",
            errors: "`as_of_counts` where `as_of` is given: a count of replies carries no instants, so it cannot be asked as of a day.",
            interval: "Adjusted Wald, clipped to −100 and 100. Shares: Wilson.",
            pitfalls: PITFALLS,
            sources: SOURCES,
            benchmarks: &[],
            example: Example {
                inputs: &["5", "2", "3"],
                value: "-20",
                working: "Five easy, two neutral and three difficult tickets: 100 × (3 − 5) ÷ 10.",
            },
        },
    };
    type State = Sums;
    const READS: &'static [Read<Self>] = &[reads::<Self, Ticket>(
        ReadInfo::new(Kind::Ticket, Anchor::Instant(&["created_at"]))
            .needs(&["created_at", "agent_replies"])
            .uses(&["status", "merged_at", "deleted_at"])
            .presence(&["contact"]),
    )];

    fn new(_: &Setting<'_>) -> Result<Self> {
        Ok(ByInteractions)
    }
    fn of(&self, inputs: &Inputs<'_>) -> Result<Sums> {
        Ok(Sums::counts(&[inputs.count("easy")?, inputs.count("neutral")?, inputs.count("difficult")?]))
    }
    fn finish(&self, state: &Sums, level: f64) -> Result<Vec<Figure>> {
        let (easy, neutral, difficult) = (state.count(EASY), state.count(NEUTRAL), state.count(DIFFICULT));
        let tickets = easy.saturating_add(neutral).saturating_add(difficult);
        let share = |name, part| Figure::share(name, part, tickets, Undefined::NoRecords, level);
        Ok([
            Figure::net("score", difficult, neutral, easy, level),
            share("easy_share", easy),
            share("neutral_share", neutral),
            share("difficult_share", difficult),
            Figure::count("tickets", tickets),
        ]
        .into())
    }
}

impl Reads<Ticket> for ByInteractions {
    #[inline]
    fn part(&self, ticket: &TicketAt<'_>, _: &Context, state: &mut Sums) -> Result<Part> {
        if let Some(reason) = population::no_request(ticket) {
            return Ok(Part::LeftOut(reason));
        }
        let born = i64::from(ticket.contact() != words::NONE);
        let interactions = ticket.agent_replies().unwrap_or(0).checked_add(born).ok_or_else(Error::overflow)?;
        let group = match interactions {
            ..=0 if population::is_deleted(ticket) => {
                return Ok(Part::LeftOut(Reason::Deleted));
            }
            ..=0 => return Ok(Part::LeftOut(Reason::NoInteraction)),
            1 | 2 => EASY,
            3 => NEUTRAL,
            _ => DIFFICULT,
        };
        state.add(group, 1)?;
        Ok(Part::Counted)
    }
}
