//! Tickets resolved.

use super::{ENDED, FIRST_ENDED};
use crate::kpi::part::{Context, Read, ReadInfo, reads};
use crate::kpi::population;
use crate::kpi::tally::{Adds, Nothing, ONE, Rule, Tallied, Tally};
use crate::record::{Kind, StatusSpan, StatusSpanAt, Ticket, TicketAt};
use crate::spec::{Anchor, Direction, Example, FigureSpec, InputSpec, Source, Spec, prose};
use crate::state::Part;
use crate::words::{self, NONE};

const INPUTS: &[InputSpec] = &[InputSpec::count("resolved", "tickets resolved")];
const FIGURES: &[FigureSpec] = &[FigureSpec::count("count")];

#[cfg(feature = "prose")]
const LEFT_OUT: &str = "`merged`, `spam`, `deleted` (without an answer); `open` is what is not resolved at the end of the \
    bucket. With another anchor, such as `created_at`, also `closed` and `canceled`.";
#[cfg(feature = "prose")]
const ERRORS: &str = "None of its own.";
#[cfg(feature = "prose")]
const INTERVAL: &str = "None: it is a count.";
#[cfg(feature = "prose")]
const SOURCES: &[Source] = &[
    Source {
        title: "S4",
        says: "How many tickets were resolved within a time: what the team gets done, to be held against holidays, tools and training.",
    },
    Source { title: "S2", says: "Counts solved problems: conversations that end with the customer helped." },
    Source {
        title: "S3",
        says: "Agents who are ranked by the number of completed tickets take the simplest ones first.",
    },
];

/// By the last resolution, so that a ticket counts once and not while it is open.
#[derive(Clone, Default)]
pub(crate) struct Tickets;

/// By the first resolution, whatever came after.
#[derive(Clone, Default)]
pub(crate) struct FirstResolution;

/// Every resolution, also several of one ticket.
#[derive(Clone, Default)]
pub(crate) struct Events;

impl Tally for Tickets {
    const SPEC: Spec = Spec {
        id: "tickets_resolved",
        variant: "tickets",
        family: "resolution",
        by: None,
        direction: Direction::HigherIsBetter,
        inputs: INPUTS,
        parameters: &[],
        figures: FIGURES,
        prose: prose! {
            meaning: "How many tickets were resolved and have stayed so.",
            formula: "tickets with a resolution, each once, by the last one; none while it is open",
            latex: r"\left|\{\text{tickets resolved}\}\right|",
            counted: "Tickets, not events: a ticket counts in the bucket of its last resolution.",
            left_out: LEFT_OUT,
            errors: ERRORS,
            interval: INTERVAL,
            pitfalls: &[
                "A period that is over still changes when its tickets are reopened; `first_resolution` does not.",
                "Agents who are judged by it choose the simple requests first.",
            ],
            sources: SOURCES,
            benchmarks: &[],
            example: Example {
                inputs: &["1"],
                value: "1",
                working: "One ticket was resolved on 5 January, reopened and resolved again on 3 February; another, resolved on 8 January, is open again: none in January, 1 in February.",
            },
        },
    };
    const READS: &'static [Read<Tallied<Self>>] = &[reads::<Tallied<Self>, Ticket>(ENDED)];
}

impl Rule<Ticket> for Tickets {
    #[inline]
    fn adds(&self, ticket: &TicketAt<'_>, context: &Context) -> Result<Adds, Nothing> {
        population::ended(ticket, context, ticket.resolved_at())?;
        Ok(ONE)
    }
}

impl Tally for FirstResolution {
    const SPEC: Spec = Spec {
        id: "tickets_resolved",
        variant: "first_resolution",
        family: "resolution",
        by: None,
        direction: Direction::HigherIsBetter,
        inputs: INPUTS,
        parameters: &[],
        figures: FIGURES,
        prose: prose! {
            meaning: "How many tickets were resolved for the first time, also those that were reopened since.",
            formula: "tickets with a resolution, each once, by the first one",
            latex: r"\left|\{\text{tickets resolved for the first time}\}\right|",
            counted: "Tickets, each in the bucket of its first resolution; where that is not known, of its last.",
            left_out: LEFT_OUT,
            errors: ERRORS,
            interval: INTERVAL,
            pitfalls: &["A ticket that is open again counts; look at the reopen rate beside it."],
            sources: SOURCES,
            benchmarks: &[],
            example: Example {
                inputs: &["2"],
                value: "2",
                working: "Two tickets were first resolved on 5 and 8 January; that both were reopened later does not matter: 2.",
            },
        },
    };
    const READS: &'static [Read<Tallied<Self>>] = &[reads::<Tallied<Self>, Ticket>(FIRST_ENDED)];
}

impl Rule<Ticket> for FirstResolution {
    #[inline]
    fn adds(&self, ticket: &TicketAt<'_>, context: &Context) -> Result<Adds, Nothing> {
        population::ended(ticket, context, population::first_resolved(ticket))?;
        Ok(ONE)
    }
}

impl Tally for Events {
    const SPEC: Spec = Spec {
        id: "tickets_resolved",
        variant: "events",
        family: "resolution",
        by: None,
        direction: Direction::HigherIsBetter,
        inputs: &[InputSpec::count("resolved", "resolutions")],
        parameters: &[],
        figures: FIGURES,
        prose: prose! {
            meaning: "How many resolutions there were: a ticket that is resolved, reopened and resolved again has two.",
            formula: "entries into `resolved`, or into `closed` without one, from an unresolved status",
            latex: r"\left|\{\text{resolutions}\}\right|",
            counted: "Events, not tickets: each status span of `resolved` or `closed` that came after `new`, `open`, `pending` or `on_hold`, or with which the ticket began, in the bucket in which the span starts. `closed` after `resolved`, and `resolved` twice without an open status between, are no further resolutions (ruling B17).",
            left_out: "Nothing; the spans of other statuses are no candidates.",
            errors: ERRORS,
            interval: INTERVAL,
            pitfalls: &[
                "A ticket that comes back again and again raises it: more of it can mean more work, not more help. Look at `tickets` and at the reopen rate beside it.",
                "It is larger than `tickets`: in one help desk's quarter 553 resolutions of 498 tickets.",
                "A period that is over does not change any more, whatever is reopened later.",
                "A span does not know what became of its ticket: the resolutions of tickets that were merged later, or found to be spam, stay in it.",
                "A ticket that is closed without being resolved first counts here, but has no `resolved_at` and is not in `tickets`.",
            ],
            sources: &[
                Source {
                    title: "S4",
                    says: "How many tickets were resolved within a time; whether one that is resolved twice is one or two, it leaves open.",
                },
                Source { title: "Field", says: "Flow of work: what leaves the backlog in a period, to be held against what enters it." },
            ],
            benchmarks: &[],
            example: Example {
                inputs: &["2"],
                value: "2",
                working: "One ticket was resolved on 5 January, reopened and resolved again on 3 February; another was resolved on 8 January: 2 resolutions in January, 1 in February.",
            },
        },
    };
    const READS: &'static [Read<Tallied<Self>>] = &[reads::<Tallied<Self>, StatusSpan>(
        ReadInfo::new(Kind::StatusSpan, Anchor::Instant(&["from"])).needs(&["status", "previous", "from"]),
    )];
}

impl Rule<StatusSpan> for Events {
    #[inline]
    fn adds(&self, span: &StatusSpanAt<'_>, _: &Context<'_>) -> Result<Adds, Nothing> {
        if is_resolution(span) { Ok(ONE) } else { Err(Part::Nothing.into()) }
    }
}

/// Whether a span begins with a resolution: the ticket comes from an unresolved status, or begins with it.
#[inline]
pub(super) fn is_resolution(span: &StatusSpanAt<'_>) -> bool {
    let before = span.previous();
    (before == NONE || population::is_unresolved(before)) && matches!(span.status(), words::RESOLVED | words::CLOSED)
}
