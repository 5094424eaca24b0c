//! Dissatisfaction with the organization.

use alloc::vec::Vec;

use super::answer::{self, Question};
use crate::error::Result;
use crate::kpi::figure::{Figure, Inputs, Undefined};
use crate::spec::{Direction, Example, FigureSpec, InputSpec, Source, Spec, prose};
use crate::state::Ratings;

/// The share of answers in the two worst points of the scale.
#[derive(Clone)]
pub(crate) struct Standard;

impl Question for Standard {
    const SPEC: Spec = Spec {
        id: "dissatisfaction_with_organization",
        variant: "standard",
        family: "satisfaction",
        by: None,
        direction: Direction::LowerIsBetter,
        inputs: &[
            InputSpec::count("dissatisfied", "answers in the two worst points of the scale"),
            InputSpec::count("answers", "all answers"),
        ],
        parameters: &[answer::kind("organization")],
        figures: &[FigureSpec::share("share"), FigureSpec::count("dissatisfied"), FigureSpec::count("answers")],
        prose: prose! {
            meaning: "The share of answers about how work is organized that lie in the two worst points of the scale.",
            formula: "100 × dissatisfied ÷ answers; dissatisfied: 1, 2 of 5; 1, 2 of 7; 1, 2 of 10; on a scale where low is good the two highest",
            latex: r"100 \cdot \frac{\text{dissatisfied}}{\text{answers}}",
            counted: "Answers of the wanted kind with a score, each once. The neutral ones are in the denominator.",
            left_out: "`other_kind`, `replaced` (the same survey was answered again), `unanswered`.",
            errors: "`out_of_scale`, `mixed_scales` (answers on different scales in one measure), `bad_scale` (fewer than three points).",
            interval: "Wilson.",
            pitfalls: &[
                "It is not 100 less the satisfied: the answers between belong to neither (ruling B35).",
                "On a scale of three points the two worst are most of it; the middle answer then counts as dissatisfied.",
                "A survey that asks about the organization and the agent at once gets one answer about neither.",
            ],
            sources: &[Source {
                title: "S2",
                says: "How inviting the office seems to customers: the number of negative answers to whether they like its environment and organization.",
            }],
            benchmarks: &[],
            example: Example {
                inputs: &["2", "4"],
                value: "50",
                working: "Answers 1, 2, 3 and 4 of 5: 1 and 2 are dissatisfied, 3 is neutral: 100 × 2 ÷ 4.",
            },
        },
    };
    const KIND: &'static str = "organization";
    const TURNED: bool = true;

    fn of(inputs: &Inputs<'_>) -> Result<Ratings> {
        let (dissatisfied, answers) = inputs.part_of("dissatisfied", "answers")?;
        answer::best_and_worst(answers.saturating_sub(dissatisfied), dissatisfied)
    }
    fn finish(ratings: &Ratings, level: f64) -> Result<Vec<Figure>> {
        let (dissatisfied, answers) = (answer::worst(ratings, 2), ratings.len());
        Ok([
            Figure::share("share", dissatisfied, answers, Undefined::NoRecords, level),
            Figure::count("dissatisfied", dissatisfied),
            Figure::count("answers", answers),
        ]
        .into())
    }
}
