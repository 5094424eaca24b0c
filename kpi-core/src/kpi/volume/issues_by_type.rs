//! Issues by type.

use alloc::vec::Vec;

use super::part_of_all;
use crate::kpi::figure::Figure;
use crate::kpi::part::{Context, Read, reads};
use crate::kpi::tally::{Adds, Nothing, Rule, Tallied, Tally};
use crate::record::{Ticket, TicketAt};
use crate::spec::{Direction, Example, Source, Spec, prose};
use crate::state::Sums;

/// Tickets created, by what they are about.
#[derive(Clone, Default)]
pub(crate) struct Standard;

impl Tally for Standard {
    const SPEC: Spec = Spec {
        id: "issues_by_type",
        variant: "standard",
        family: "volume",
        by: Some("type"),
        direction: Direction::Neutral,
        inputs: part_of_all::INPUTS,
        parameters: &[],
        figures: part_of_all::FIGURES,
        prose: prose! {
            meaning: "How many issues there are of each type.",
            formula: "count: tickets created; share: 100 × tickets of the type ÷ tickets of all types",
            latex: r"100 \cdot \frac{\text{tickets of the type}}{\text{all tickets}}",
            counted: "Tickets by when they were created, also those deleted without an answer. Grouped by type where nothing else is asked for; the share is of all groups in the same bucket.",
            left_out: part_of_all::LEFT_OUT,
            errors: part_of_all::ERRORS,
            interval: part_of_all::INTERVAL,
            pitfalls: &[
                "Tickets whose type is not known make a group of their own, and count in the share.",
                "A list of types that changes breaks the series; map old types to new ones.",
                "Many issues of a type can mean a bad product or many users of it.",
            ],
            sources: &[Source {
                title: "S1",
                says: "The number of issues of each type shows where most problems arise: many about billing ask for a better billing process.",
            }],
            benchmarks: &[],
            example: Example {
                inputs: &["30", "120"],
                value: "30",
                working: "Of 120 tickets 30 are about billing: 30, and 100 × 30 ÷ 120 = 25 %.",
            },
        },
    };
    const READS: &'static [Read<Tallied<Self>>] = &[reads::<Tallied<Self>, Ticket>(part_of_all::TICKETS)];
    const OF_WHOLE: Option<fn(&mut Sums, &Sums)> = part_of_all::OF_WHOLE;

    fn finish(sums: &Sums, level: f64) -> Vec<Figure> {
        part_of_all::finish(sums, level)
    }
}

impl Rule<Ticket> for Standard {
    #[inline]
    fn adds(&self, ticket: &TicketAt<'_>, _: &Context) -> Result<Adds, Nothing> {
        part_of_all::adds(ticket)
    }
}
