//! Agent rating.

use alloc::vec::Vec;

use super::answer::{self, Question};
use crate::error::Result;
use crate::kpi::figure::{Figure, Inputs};
use crate::kpi::part::ReadInfo;
use crate::record::Kind;
use crate::spec::{Direction, Example, Source, Spec, prose};
use crate::state::Ratings;

/// The mean rating of agents by customers.
#[derive(Clone)]
pub(crate) struct Standard;

impl Question for Standard {
    const SPEC: Spec = Spec {
        id: "agent_rating",
        variant: "standard",
        family: "satisfaction",
        by: Some("agent"),
        direction: Direction::AsDeclared,
        inputs: answer::MEAN_INPUTS,
        parameters: &[answer::kind("agent")],
        figures: answer::MEAN_FIGURES,
        prose: prose! {
            meaning: "The mean rating that customers give an agent.",
            formula: "sum of scores ÷ answers, by agent",
            latex: r"\frac{\sum \text{score}}{\text{answers}}",
            counted: "Answers of the wanted kind with a score and an agent. Where the answer names no agent, a report over whole tables takes who resolved its ticket, else who answered its contact.",
            left_out: "`other_kind`, `replaced`, `unanswered`, `no_agent`.",
            errors: "`out_of_scale`, `mixed_scales`, `bad_scale` (fewer than three points).",
            interval: "Student's t; none for fewer than two answers.",
            pitfalls: &[
                "An agent with five answers is not the best or the worst: look at the interval.",
                "Agents who take the hard cases are rated lower for it.",
            ],
            sources: &[
                Source { title: "S2", says: "Customers who are asked tell how well an employee helped; some of them judge unfairly, for reasons of their own." },
                Source { title: "S4", says: "Looks for agents whose satisfaction scores are always high, to learn from them." },
            ],
            benchmarks: &[],
            example: Example {
                inputs: &["[5, 4, 5, 3]", "1", "5"],
                value: "4.25",
                working: "Four customers rated the agent 5, 4, 5 and 3: 17 ÷ 4.",
            },
        },
    };
    const KIND: &'static str = "agent";
    const TURNED: bool = false;
    const NAMED: bool = true;
    const READ: ReadInfo = ReadInfo::new(Kind::Survey, answer::SURVEYS.anchor)
        .needs(&["kind", "score", "scale_min", "scale_max"])
        .uses(&["direction", "replaced", "submitted_at"])
        .presence(&["agent"]);

    fn of(inputs: &Inputs<'_>) -> Result<Ratings> {
        answer::mean_of(inputs)
    }
    fn finish(ratings: &Ratings, level: f64) -> Result<Vec<Figure>> {
        answer::mean(ratings, "answers", level)
    }
}
