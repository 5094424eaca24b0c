//! Clearance rate: what leaves the backlog by being resolved, to what enters it.

use alloc::vec::Vec;

use super::tickets_resolved::is_resolution;
use crate::exact::Fraction;
use crate::kpi::figure::{Figure, Undefined};
use crate::kpi::part::{Context, Read, ReadInfo, reads};
use crate::kpi::population;
use crate::kpi::tally::{Adds, Nothing, Rule, Tallied, Tally, unless};
use crate::record::{Kind, StatusSpan, StatusSpanAt, Ticket, TicketAt};
use crate::spec::{Anchor, Direction, Example, FigureSpec, InputSpec, Number, Prose, Source, Spec, Unit, prose};
use crate::state::{Part, Reason, Sums};
use crate::words::NONE;

const INPUTS: &[InputSpec] = &[
    InputSpec::count("resolved", "resolutions"),
    InputSpec::count("created", "tickets created"),
    InputSpec::count("reopened", "reopenings"),
    InputSpec::count("ended", "tickets that ended without a resolution"),
];
const FIGURES: &[FigureSpec] = &[
    FigureSpec::new("rate", Unit::Percent, Number::Ratio),
    FigureSpec::count("resolved"),
    FigureSpec::count("created"),
    FigureSpec::count("reopened"),
    FigureSpec::new("net_flow", Unit::Count, Number::Growth),
];

const RESOLVED: usize = 0;
const CREATED: usize = 1;
const REOPENED: usize = 2;
const ENDED: usize = 3;

#[cfg(feature = "prose")]
const LATEX: &str = r"100 \cdot \frac{\text{resolved}}{\text{created} + \text{reopened}}";
#[cfg(feature = "prose")]
const ERRORS: &str = "`negative` for a negative count in the formula.";
#[cfg(feature = "prose")]
const INTERVAL: &str = "None: it is a ratio of two totals, which can pass 100 %.";
#[cfg(feature = "prose")]
const TWO_COHORTS: &str = "What is resolved in a period was mostly created before it: this is a flow, no share of the same \
    tickets. For those see `task_completion_rate`.";
#[cfg(feature = "prose")]
const NEXT_TO: &str = "Above 100 % the backlog shrinks, below it grows; by how many tickets, `net_flow` says.";
#[cfg(feature = "prose")]
const SOURCES: &[Source] = &[Source {
    title: "Field",
    says: "Help desks hold what they resolve against what comes in: whether they keep up, and by how much the backlog grows.",
}];

const fn spec(variant: &'static str, prose: Option<&'static Prose>) -> Spec {
    Spec {
        id: "clearance_rate",
        variant,
        family: "resolution",
        by: None,
        direction: Direction::HigherIsBetter,
        inputs: INPUTS,
        parameters: &[],
        figures: FIGURES,
        prose,
    }
}

fn finish(sums: &Sums) -> Vec<Figure> {
    let [resolved, created, reopened, ended] = [RESOLVED, CREATED, REOPENED, ENDED].map(|k| sums.count(k));
    let (entered, left) = (created.saturating_add(reopened), resolved.saturating_add(ended));
    let rate = Fraction { numerator: resolved.into(), denominator: entered.into(), units: 1, times: 100 };
    let rate = if entered == 0 { Err(Undefined::NoRecords) } else { Ok(rate) };
    let net = i128::from(entered).saturating_sub(left.into());
    let net = Fraction { numerator: net, denominator: 1, units: 1, times: 1 };
    [
        Figure::new("rate", rate, entered),
        Figure::count("resolved", resolved),
        Figure::count("created", created),
        Figure::count("reopened", reopened),
        Figure { shows_fraction: false, ..Figure::new("net_flow", Ok(net), entered.saturating_add(left)) },
    ]
    .into()
}

/// One more of each of these.
fn one_of(places: impl IntoIterator<Item = usize>) -> Result<Adds, Nothing> {
    let mut adds = Adds::default();
    for place in places {
        if let Some(own) = adds.get_mut(place) {
            *own = 1;
        }
    }
    if adds == Adds::default() { Err(Part::Nothing.into()) } else { Ok(adds) }
}

/// By what the tickets say: each is created once and ends once.
#[derive(Clone, Default)]
pub(crate) struct Tickets;

/// What is read of a ticket when it is created, and when it ends.
const fn tickets(anchor: Anchor) -> ReadInfo {
    ReadInfo::new(Kind::Ticket, anchor).needs(&["created_at", "resolved_at"]).uses(&[
        "status",
        "merged_at",
        "closed_at",
        "canceled_at",
        "deleted_at",
    ])
}

/// The read of what is created; the other one is of what ends.
const COMES: usize = 0;

impl Tally for Tickets {
    const SPEC: Spec = spec(
        "tickets",
        prose! {
            meaning: "Whether the help desk keeps up: tickets resolved to tickets created, and by how many the backlog grew.",
            formula: "100 × tickets resolved ÷ tickets created; net flow = created − resolved − ended otherwise",
            latex: LATEX,
            counted: "Tickets created in the bucket, and tickets that ended in it: resolved, or otherwise closed, canceled or deleted without a resolution; at the first of these instants, where there are several. The net flow is the backlog at the bucket's end less that at its start. A ticket that is open again was not resolved, so there are no reopenings; `events` counts them.",
            left_out: "In the bucket of their creation: `merged`, `spam`, `no_anchor` (the status says that it ended, but not when). Tickets that are created here and not over yet are in the figure `created` alone.",
            errors: ERRORS,
            interval: INTERVAL,
            pitfalls: &[
                NEXT_TO,
                TWO_COHORTS,
                "A period that is over still changes: a ticket that is reopened takes its resolution with it.",
                "What is closed, canceled or deleted without a resolution empties the backlog, too, but does not raise the rate.",
                "With another anchor all of it is placed by that one instant: by `created_at` it is the part of the tickets created that are resolved by now.",
            ],
            sources: SOURCES,
            benchmarks: &[],
            example: Example {
                inputs: &["45", "50", "0", "2"],
                value: "90",
                working: "50 tickets created, 45 resolved, 2 canceled: 100 × 45 ÷ 50; the backlog grew by 50 − 45 − 2 = 3.",
            },
        },
    );
    const READS: &'static [Read<Tallied<Self>>] = &[
        reads::<Tallied<Self>, Ticket>(tickets(Anchor::Instant(&["created_at"]))),
        reads::<Tallied<Self>, Ticket>(tickets(Anchor::Earliest(&[
            "resolved_at",
            "closed_at",
            "canceled_at",
            "deleted_at",
        ]))),
    ];

    fn finish(sums: &Sums, _: f64) -> Vec<Figure> {
        finish(sums)
    }
}

impl Rule<Ticket> for Tickets {
    #[inline]
    fn adds(&self, ticket: &TicketAt<'_>, context: &Context<'_>) -> Result<Adds, Nothing> {
        let left_out = population::no_request(ticket);
        let otherwise = ticket.closed_at().or(ticket.canceled_at()).or(ticket.deleted_at());
        if context.side == COMES {
            unless(left_out)?;
            let over = ticket.resolved_at().is_some() || otherwise.is_some();
            let says_so = !over && population::has_ended(ticket.status());
            unless(says_so.then_some(Reason::NoAnchor))?;
            return one_of([CREATED]);
        }
        // Why a ticket is left out is said where it is created.
        let ended = if ticket.resolved_at().is_some() { Some(RESOLVED) } else { otherwise.map(|_| ENDED) };
        one_of(ended.filter(|_| left_out.is_none()))
    }
}

/// By what happened to the tickets: each can be resolved and reopened several times.
#[derive(Clone, Default)]
pub(crate) struct Events;

impl Tally for Events {
    const SPEC: Spec = spec(
        "events",
        prose! {
            meaning: "Whether the help desk keeps up, reopenings included: resolutions to tickets created and reopened, and by how many the backlog grew.",
            formula: "100 × resolutions ÷ (tickets created + reopenings); net flow = created + reopened − resolutions − ended otherwise",
            latex: LATEX,
            counted: "Status spans, in the bucket in which they begin. Created: the first one of a ticket. Reopened: from a status that had ended it back to an unresolved one. Resolved: from an unresolved status, or at the start, to resolved, or straight to closed. Ended otherwise: to canceled, merged, deleted or spam. The net flow is the backlog at the bucket's end less that at its start.",
            left_out: "Nothing; spans that neither enter nor leave the unresolved statuses are no events of it.",
            errors: ERRORS,
            interval: INTERVAL,
            pitfalls: &[
                NEXT_TO,
                TWO_COHORTS,
                "Spans do not know what became of the ticket: one that is merged or found to be spam was created, and ended otherwise.",
                "Closed without a resolution counts as resolved here, because the log has no other word for it; of `tickets` it is ended otherwise.",
                "A log that begins in the middle lacks the creations of old tickets; begin the window later than the log.",
            ],
            sources: SOURCES,
            benchmarks: &[],
            example: Example {
                inputs: &["45", "48", "2", "1"],
                value: "90",
                working: "48 tickets created and 2 reopened, 45 resolutions, 1 ticket merged: 100 × 45 ÷ (48 + 2); the backlog grew by 50 − 45 − 1 = 4.",
            },
        },
    );
    const READS: &'static [Read<Tallied<Self>>] = &[reads::<Tallied<Self>, StatusSpan>(
        ReadInfo::new(Kind::StatusSpan, Anchor::Instant(&["from"])).needs(&["status", "previous", "from"]),
    )];

    fn finish(sums: &Sums, _: f64) -> Vec<Figure> {
        finish(sums)
    }
}

impl Rule<StatusSpan> for Events {
    #[inline]
    fn adds(&self, span: &StatusSpanAt<'_>, _: &Context<'_>) -> Result<Adds, Nothing> {
        let begins = span.previous() == NONE;
        let was = population::is_unresolved(span.previous());
        let comes = match population::is_unresolved(span.status()) {
            _ if begins => Some(CREATED),
            true if !was => Some(REOPENED),
            _ => None,
        };
        let leaves = (begins || was) && population::has_ended(span.status());
        let goes = leaves.then_some(if is_resolution(span) { RESOLVED } else { ENDED });
        one_of(comes.into_iter().chain(goes))
    }
}
