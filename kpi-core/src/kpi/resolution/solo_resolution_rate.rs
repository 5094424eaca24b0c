//! Solo resolution rate.

use super::ENDED;
use crate::kpi::part::{Context, Read, reads};
use crate::kpi::population;
use crate::kpi::tally::{Adds, Nothing, Rule, Tallied, Tally, in_part};
use crate::record::{Ticket, TicketAt};
use crate::spec::{Direction, Example, FigureSpec, InputSpec, Source, Spec, prose};
use crate::state::Reason;

/// Resolved by one person alone ÷ resolved.
#[derive(Clone, Default)]
pub(crate) struct Standard;

impl Tally for Standard {
    const SPEC: Spec = Spec {
        id: "solo_resolution_rate",
        variant: "standard",
        family: "resolution",
        by: None,
        direction: Direction::HigherIsBetter,
        inputs: &[
            InputSpec::count("solo", "resolved tickets that one person held alone"),
            InputSpec::count("resolved", "resolved tickets that a person held"),
        ],
        parameters: &[],
        figures: &[FigureSpec::share("share"), FigureSpec::count("solo"), FigureSpec::count("resolved")],
        prose: prose! {
            meaning: "The share of resolved tickets that one person resolved alone.",
            formula: "100 × solo ÷ resolved; solo: one person held the ticket, and nobody else worked on it",
            latex: r"100 \cdot \frac{\text{resolved by one person alone}}{\text{resolved}}",
            counted: "Resolved tickets that at least one person held, in the bucket of their last resolution.",
            left_out: "`merged`, `spam`, `deleted` (without an answer), `no_agent` (no person held it), `unknown` (how many held it is not known); `open` is what is not resolved at the end of the bucket. With another anchor, such as `created_at`, also `closed` and `canceled`.",
            errors: "`as_of_counts` where `as_of` is given: a count of people carries no instants, so it cannot be asked as of a day. `bad_input` in the formula where more are solo than resolved.",
            interval: "Wilson.",
            pitfalls: &[
                "Where help is not recorded as collaboration, help looks like solo work.",
                "As a goal it teaches people not to ask; hold it against reopen rate and satisfaction.",
            ],
            sources: &[Source {
                title: "S2",
                says: "Requests that one operator resolves without help from others show how able he is.",
            }],
            benchmarks: &[],
            example: Example {
                inputs: &["3", "4"],
                value: "75",
                working: "Of four resolved tickets three were held by one person and nobody helped: 100 × 3 ÷ 4.",
            },
        },
    };
    const READS: &'static [Read<Tallied<Self>>] = &[reads::<Tallied<Self>, Ticket>(
        ENDED.needs(&["created_at", "resolved_at", "distinct_agents"]).uses(end_fields!("collaborators")),
    )];
}

impl Rule<Ticket> for Standard {
    #[inline]
    fn adds(&self, ticket: &TicketAt<'_>, context: &Context) -> Result<Adds, Nothing> {
        population::ended(ticket, context, ticket.resolved_at())?;
        match ticket.distinct_agents() {
            None => Err(Reason::Unknown.into()),
            Some(0) => Err(Reason::NoAgent.into()),
            Some(agents) => Ok(in_part(agents == 1 && ticket.collaborators().unwrap_or(0) == 0)),
        }
    }
}
