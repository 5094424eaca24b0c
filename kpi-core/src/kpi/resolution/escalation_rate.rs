//! Escalation rate.

use super::CREATED;
use crate::kpi::part::{Context, Read, reads};
use crate::kpi::population;
use crate::kpi::tally::{Adds, Nothing, Rule, Tallied, Tally, in_part, unless};
use crate::record::{Ticket, TicketAt};
use crate::spec::{Direction, Example, FigureSpec, InputSpec, Source, Spec, prose};

/// Whether the ticket was escalated.
#[inline]
pub(super) fn is_escalated(ticket: &TicketAt<'_>) -> bool {
    ticket.escalated_at().is_some() || ticket.escalations().is_some_and(|times| times > 0)
}

/// Escalated ÷ created.
#[derive(Clone, Default)]
pub(crate) struct Standard;

impl Tally for Standard {
    const SPEC: Spec = Spec {
        id: "escalation_rate",
        variant: "standard",
        family: "resolution",
        by: None,
        direction: Direction::LowerIsBetter,
        inputs: &[
            InputSpec::count("escalated", "tickets that were escalated at least once"),
            InputSpec::count("tickets", "tickets created"),
        ],
        parameters: &[],
        figures: &[FigureSpec::share("rate"), FigureSpec::count("escalated"), FigureSpec::count("tickets")],
        prose: prose! {
            meaning: "The share of tickets that were escalated.",
            formula: "100 × tickets escalated at least once ÷ tickets created",
            latex: r"100 \cdot \frac{\text{tickets escalated}}{\text{tickets created}}",
            counted: "Tickets by when they were created, whenever they were escalated. For the month of the escalation ask with the anchor `escalated_at`.",
            left_out: "`merged`, `spam`, `deleted` (without an answer).",
            errors: "`bad_input` in the formula where more are escalated than created.",
            interval: "Wilson.",
            pitfalls: &[
                "A recent period still rises: its tickets can be escalated tomorrow.",
                "As of a day only the instant of the escalation speaks; counts of escalations carry none.",
                "Few escalations can mean good agents, or a door that is shut; hold it against satisfaction.",
            ],
            sources: &[
                Source { title: "S4", says: "Names escalation as what a first contact resolution does without; agents who may decide need no supervisor. It gives no formula." },
                Source { title: "S0", says: "Takes training, knowledge banks and routing by skill for more than passing the inquiry to a manager. It gives no formula." },
                Source { title: "Field", says: "Help desks report escalated tickets by tickets." },
            ],
            benchmarks: &[],
            example: Example { inputs: &["6", "120"], value: "5", working: "Of 120 tickets six were escalated: 100 × 6 ÷ 120." },
        },
    };
    const READS: &'static [Read<Tallied<Self>>] = &[reads::<Tallied<Self>, Ticket>(
        CREATED.needs(&["created_at", "escalated_at"]).uses(case_fields!("escalations")),
    )];
}

impl Rule<Ticket> for Standard {
    #[inline]
    fn adds(&self, ticket: &TicketAt<'_>, _: &Context) -> Result<Adds, Nothing> {
        unless(population::no_case(ticket))?;
        Ok(in_part(is_escalated(ticket)))
    }
}
