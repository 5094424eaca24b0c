//! Task completion rate.

use super::requests_processed::{self, is_processed};
use crate::kpi::part::{Context, Read, ReadInfo, reads};
use crate::kpi::population;
use crate::kpi::tally::{Adds, Nothing, Rule, Tallied, Tally, in_part, unless};
use crate::record::{Kind, Ticket, TicketAt};
use crate::spec::{Anchor, Direction, Example, FigureSpec, InputSpec, Source, Spec, prose};
use crate::state::Reason;

const TICKETS: ReadInfo = ReadInfo::new(Kind::Ticket, Anchor::Instant(&["created_at"]))
    .needs(&["created_at", "resolved_at"])
    .uses(&["status", "merged_at"]);
const TOUCHED: ReadInfo = ReadInfo { anchor: TICKETS.anchor, agent: TICKETS.agent, ..requests_processed::TICKETS };

const RESOLVED: InputSpec = InputSpec::count("resolved", "requests that are resolved");
const PROCESSED: InputSpec = InputSpec::count("processed", "requests answered, resolved, closed or deleted");
const REQUESTS: InputSpec = InputSpec::count("requests", "requests created");

#[cfg(feature = "prose")]
const COUNTED: &str = "Tickets by when they were created, numerator and denominator alike; also those deleted without an \
    answer. Resolved: it has a resolution and is not open again.";
#[cfg(feature = "prose")]
const LEFT_OUT: &str = "`merged`, `spam`.";
#[cfg(feature = "prose")]
const ERRORS: &str = "`bad_input` in the formula where the part is more than the whole.";
#[cfg(feature = "prose")]
const INTERVAL: &str = "Wilson.";
#[cfg(feature = "prose")]
const PITFALLS: &[&str] = &[
    "A recent period still rises as its tickets are worked on; compare periods of the same age.",
    "Group by priority: ten simple tasks must not hide an urgent one.",
];
#[cfg(feature = "prose")]
const SOURCES: &[Source] = &[Source {
    title: "S2",
    says: "Under tasks completed by priority: solved problems as a count, by priority, or as the share of processed tasks in all requests. The words make `processed_of_requests`; the paragraph on solved problems around them makes `resolved_of_requests`, the default, because a completed task is a resolved one.",
}];

/// Resolved ÷ requests.
#[derive(Clone, Default)]
pub(crate) struct ResolvedOfRequests;

/// Processed ÷ requests.
#[derive(Clone, Default)]
pub(crate) struct ProcessedOfRequests;

/// Resolved ÷ processed.
#[derive(Clone, Default)]
pub(crate) struct ResolvedOfProcessed;

impl Tally for ResolvedOfRequests {
    const SPEC: Spec = Spec {
        id: "task_completion_rate",
        variant: "resolved_of_requests",
        family: "resolution",
        by: None,
        direction: Direction::HigherIsBetter,
        inputs: &[RESOLVED, REQUESTS],
        parameters: &[],
        figures: &[FigureSpec::share("share"), FigureSpec::count("resolved"), FigureSpec::count("requests")],
        prose: prose! {
            meaning: "The share of the requests of a period that are resolved.",
            formula: "100 × resolved ÷ requests",
            latex: r"100 \cdot \frac{\text{resolved}}{\text{requests}}",
            counted: COUNTED,
            left_out: LEFT_OUT,
            errors: ERRORS,
            interval: INTERVAL,
            pitfalls: PITFALLS,
            sources: SOURCES,
            benchmarks: &[],
            example: Example { inputs: &["4", "10"], value: "40", working: "Of ten requests four are resolved: 100 × 4 ÷ 10." },
        },
    };
    const READS: &'static [Read<Tallied<Self>>] = &[reads::<Tallied<Self>, Ticket>(TICKETS)];
}

impl Rule<Ticket> for ResolvedOfRequests {
    #[inline]
    fn adds(&self, ticket: &TicketAt<'_>, _: &Context) -> Result<Adds, Nothing> {
        unless(population::no_request(ticket))?;
        Ok(in_part(ticket.resolved_at().is_some()))
    }
}

impl Tally for ProcessedOfRequests {
    const SPEC: Spec = Spec {
        id: "task_completion_rate",
        variant: "processed_of_requests",
        family: "resolution",
        by: None,
        direction: Direction::HigherIsBetter,
        inputs: &[PROCESSED, REQUESTS],
        parameters: &[],
        figures: &[FigureSpec::share("share"), FigureSpec::count("processed"), FigureSpec::count("requests")],
        prose: prose! {
            meaning: "The share of the requests of a period that somebody has taken under control.",
            formula: "100 × processed ÷ requests; processed: answered by a person, resolved, closed or deleted",
            latex: r"100 \cdot \frac{\text{processed}}{\text{requests}}",
            counted: COUNTED,
            left_out: LEFT_OUT,
            errors: ERRORS,
            interval: INTERVAL,
            pitfalls: PITFALLS,
            sources: SOURCES,
            benchmarks: &[],
            example: Example {
                inputs: &["9", "10"],
                value: "90",
                working: "Of ten requests four are resolved, two closed or deleted unanswered, three answered and open, one untouched: 100 × 9 ÷ 10.",
            },
        },
    };
    const READS: &'static [Read<Tallied<Self>>] = &[reads::<Tallied<Self>, Ticket>(TOUCHED)];
}

impl Rule<Ticket> for ProcessedOfRequests {
    #[inline]
    fn adds(&self, ticket: &TicketAt<'_>, _: &Context) -> Result<Adds, Nothing> {
        unless(population::no_request(ticket))?;
        Ok(in_part(is_processed(ticket)))
    }
}

impl Tally for ResolvedOfProcessed {
    const SPEC: Spec = Spec {
        id: "task_completion_rate",
        variant: "resolved_of_processed",
        family: "resolution",
        by: None,
        direction: Direction::HigherIsBetter,
        inputs: &[RESOLVED, PROCESSED],
        parameters: &[],
        figures: &[FigureSpec::share("share"), FigureSpec::count("resolved"), FigureSpec::count("processed")],
        prose: prose! {
            meaning: "The share of the requests taken under control that are resolved.",
            formula: "100 × resolved ÷ processed; processed: answered by a person, resolved, closed or deleted",
            latex: r"100 \cdot \frac{\text{resolved}}{\text{processed}}",
            counted: COUNTED,
            left_out: "`merged`, `spam`, `untouched` (nobody has answered, resolved, closed or deleted it).",
            errors: ERRORS,
            interval: INTERVAL,
            pitfalls: PITFALLS,
            sources: SOURCES,
            benchmarks: &[],
            example: Example {
                inputs: &["4", "9"],
                value: "44.444444444",
                working: "Of nine requests taken under control four are resolved: 100 × 4 ÷ 9.",
            },
        },
    };
    const READS: &'static [Read<Tallied<Self>>] = &[reads::<Tallied<Self>, Ticket>(TOUCHED)];
}

impl Rule<Ticket> for ResolvedOfProcessed {
    #[inline]
    fn adds(&self, ticket: &TicketAt<'_>, _: &Context) -> Result<Adds, Nothing> {
        unless(population::no_request(ticket))?;
        if !is_processed(ticket) {
            return Err(Reason::Untouched.into());
        }
        Ok(in_part(ticket.resolved_at().is_some()))
    }
}
