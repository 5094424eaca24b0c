//! Requests processed.

use crate::kpi::part::{Context, Read, ReadInfo, reads};
use crate::kpi::population;
use crate::kpi::tally::{Adds, Nothing, ONE, Rule, Tallied, Tally, unless};
use crate::record::{Kind, Ticket, TicketAt};
use crate::spec::{Anchor, Direction, Example, FigureSpec, InputSpec, Source, Spec, prose};
use crate::state::{Part, Reason};

/// Tickets by the earliest of the instants that took them under control.
pub(super) const TICKETS: ReadInfo = ReadInfo::new(
    Kind::Ticket,
    Anchor::Earliest(&["first_response_at", "first_resolved_at", "resolved_at", "closed_at", "deleted_at"]),
)
.agent("first_replier")
.needs(&["created_at", "first_response_at", "resolved_at"])
.uses(&["first_resolved_at", "closed_at", "deleted_at", "status", "merged_at"]);

/// Whether somebody has answered, resolved, closed or deleted the ticket.
#[inline]
pub(super) fn is_processed(ticket: &TicketAt<'_>) -> bool {
    let taken = [
        ticket.first_response_at(),
        ticket.first_resolved_at(),
        ticket.resolved_at(),
        ticket.closed_at(),
        ticket.deleted_at(),
    ];
    taken.iter().any(Option::is_some)
}

/// Tickets taken under control.
#[derive(Clone, Default)]
pub(crate) struct Standard;

impl Tally for Standard {
    const SPEC: Spec = Spec {
        id: "requests_processed",
        variant: "standard",
        family: "resolution",
        by: None,
        direction: Direction::HigherIsBetter,
        inputs: &[InputSpec::count("processed", "requests taken under control")],
        parameters: &[],
        figures: &[FigureSpec::count("count")],
        prose: prose! {
            meaning: "How many requests were taken under control: answered, resolved, closed or deleted.",
            formula: "tickets with a first public reply by a person, a resolution, a closing or a deletion; each once, at the earliest of these instants",
            latex: r"\left|\{\text{tickets answered, resolved, closed or deleted}\}\right|",
            counted: "Tickets, also those closed or deleted without a reply.",
            left_out: "`merged`, `spam`; `untouched` (none of these instants) in the total row, because an untouched ticket is in no bucket.",
            errors: "None of its own.",
            interval: "None: it is a count.",
            pitfalls: &[
                "It says that somebody looked at the request, not that it was solved.",
                "A ticket closed or deleted unread counts as one that was answered does.",
            ],
            sources: &[Source {
                title: "S2",
                says: "The requests that an employee got under control within a time. Those closed or deleted unanswered count, too.",
            }],
            benchmarks: &[],
            example: Example {
                inputs: &["9"],
                value: "9",
                working: "Of ten requests four are resolved, two closed or deleted unanswered, three answered and open, one untouched: 4 + 2 + 3 = 9.",
            },
        },
    };
    const READS: &'static [Read<Tallied<Self>>] = &[reads::<Tallied<Self>, Ticket>(TICKETS)];
}

impl Rule<Ticket> for Standard {
    #[inline]
    fn adds(&self, ticket: &TicketAt<'_>, _: &Context) -> Result<Adds, Nothing> {
        // As of an instant before it was created there is no ticket.
        if ticket.created_at().is_none() {
            return Err(Part::Nothing.into());
        }
        unless(population::no_request(ticket))?;
        if is_processed(ticket) { Ok(ONE) } else { Err(Reason::Untouched.into()) }
    }
}
