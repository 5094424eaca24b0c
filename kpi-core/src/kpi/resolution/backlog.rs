//! Backlog: what is open at an instant, and for how long.

use alloc::vec::Vec;
use core::marker::PhantomData;

use crate::error::Result;
use crate::kpi::distribution::{self, DURATION_FIGURES, Distribution, Of, seconds};
use crate::kpi::figure::{Figure, Inputs};
use crate::kpi::part::{Context, Kpi, Read, ReadInfo, Reads, Setting, reads};
use crate::kpi::population;
use crate::record::{Kind, StatusSpan, StatusSpanAt, Ticket, TicketAt};
use crate::spec::{
    Anchor, Direction, Example, FigureSpec, InputKind, InputSpec, ParameterSpec, Prose, Source, Spec, prose,
};
use crate::state::{Part, Reason, Spread};
use crate::words::{self, NONE};

const INPUTS: &[InputSpec] = &[InputSpec::new(
    "durations",
    InputKind::Durations,
    "ages in seconds of the tickets of the backlog: for how long each has been there at the instant",
)];
const PARAMETERS: &[ParameterSpec] = &[distribution::BANDS, distribution::QUANTILES];
const FIGURES: &[FigureSpec] = &[
    FigureSpec::count("count"),
    seconds("mean"),
    seconds("median"),
    seconds("p90"),
    seconds("p95"),
    seconds("min"),
    seconds("max"),
];

/// What tells when a ticket was open, and more fields that a variant reads where they are given.
macro_rules! open_fields {
    ($($more:literal),*) => { &["status", "merged_at", "closed_at", "canceled_at", "deleted_at" $(, $more)*] };
}
const TICKETS: ReadInfo = ReadInfo::new(Kind::Ticket, Anchor::Balance("created_at", "resolved_at"))
    .needs(&["created_at", "resolved_at"])
    .uses(open_fields!());
const OWN_TICKETS: ReadInfo = TICKETS.uses(open_fields!("through_spans"));
const SPANS: ReadInfo =
    ReadInfo::new(Kind::StatusSpan, Anchor::Balance("from", "to")).needs(&["status", "from", "to", "created_at"]);

#[cfg(feature = "prose")]
const LATEX: &str = r"\left|\{\text{tickets}: t_{\text{created}} < t,\ \text{not ended before } t\}\right|";
#[cfg(feature = "prose")]
const OF_SPANS: &str = "The state just before the bucket's end, or at `as_of` where that comes first: a ticket that is \
    created exactly then is not there yet, one that is resolved then still is (ruling B24). Where the status spans of a \
    ticket are given, they say when it was open, reopenings included. Else it was open from its creation until it was \
    resolved, closed, canceled or deleted, whichever came first; a ticket that is open again was open all the time. \
    The age is the time since the creation. So this backlog is the one before + created + reopened − resolved − \
    otherwise ended, which is the net flow of `clearance_rate`.";
#[cfg(feature = "prose")]
const OF_TICKETS: &str = "Tickets alone, because status spans know neither whom a ticket is assigned to nor what was \
    promised. A ticket was open from its creation until it was resolved, closed, canceled or deleted, whichever came \
    first; one that is open again was open all the time. It is the state just before the bucket's end, or at `as_of` \
    where that comes first (ruling B24). The age is the time since the creation.";
#[cfg(feature = "prose")]
const SPANS_LEFT_OUT: &str = "Tickets: `merged` and `spam`, in the bucket in which they were created; `through_spans` \
    (its own fields say that it is open; its status spans decide). Spans: `unknown` (when the ticket was created is not known, or lies after \
    the instant). Without a reason: what is not open at the instant, or not in the statuses of the variant.";
#[cfg(feature = "prose")]
const TICKETS_LEFT_OUT: &str = "`merged` and `spam`, in the bucket in which they were created. Without a reason: what is \
    not open at the instant, or not as the variant wants it.";
#[cfg(feature = "prose")]
const ERRORS: &str = "`window_required`; `negative` for a negative age in the formula.";
#[cfg(feature = "prose")]
const SPANS_ERRORS: &str = "`window_required`; `negative` for a negative age in the formula; `missing_field` where tables \
    come one after the other and `through_spans` is not given, because then nobody can look for the spans.";
#[cfg(feature = "prose")]
const INTERVAL: &str = "None for the count: it is all there is. Mean: Student's t. Median and other quantiles: binomial \
    order statistics.";
#[cfg(feature = "prose")]
const BALANCES: &str = "Buckets do not add up to the total: each has the backlog at its own end, and the total is that at \
    the end of the window.";
#[cfg(feature = "prose")]
const AGES: &str = "The age of what is open is not the time until it is resolved: old tickets pile up in it, quick ones \
    are never seen. Look at resolution time beside it.";
#[cfg(feature = "prose")]
const MEMORY: &str = "An exact age is kept for each open ticket in each bucket: many small buckets over a large backlog \
    need much memory. The parameter `quantiles` = `sketch` bounds it.";
#[cfg(feature = "prose")]
const FILTERS: &str = "A filter on tickets does not reach their status spans: filter both, or give only the spans that \
    you mean. A group by a field that spans do not have needs it as a column of theirs.";
#[cfg(feature = "prose")]
const LATER_WORDS: &str = "Spans say what was known then: a ticket that was merged later was open until it was merged. Of \
    a ticket without spans that is merged now, it counts nowhere.";
#[cfg(feature = "prose")]
const SOURCES: &[Source] = &[
    Source {
        title: "S3",
        says: "Ranks customers by their active tickets, to answer the most loyal ones first; what active means it leaves open.",
    },
    Source {
        title: "Field",
        says: "Help desks watch how many tickets are unresolved, unassigned and overdue, and how old they are.",
    },
];

/// Which open tickets are in it: what differs between the variants.
pub(crate) trait Variant: Clone + Send + Sync + 'static {
    const SPEC: Spec;
    const READS: &'static [Read<Backlog<Self>>];
    /// Whether status spans say when tickets were open.
    const BY_SPANS: bool;
    /// Whether an open ticket is in it. What happened before `context.to` is known; the instant itself is `at`.
    fn holds(ticket: &TicketAt<'_>, context: &Context<'_>, at: i64) -> bool;
    /// Whether tickets in a status are in it.
    fn is_in(status: u32) -> bool {
        population::is_unresolved(status)
    }
}

/// Everything that is not resolved.
#[derive(Clone)]
pub(crate) struct Unresolved;

/// What waits for nobody else.
#[derive(Clone)]
pub(crate) struct Actionable;

/// What nobody has taken on.
#[derive(Clone)]
pub(crate) struct Unassigned;

/// What should have been answered.
#[derive(Clone)]
pub(crate) struct Overdue;

const fn spec(variant: &'static str, prose: Option<&'static Prose>) -> Spec {
    Spec {
        id: "backlog",
        variant,
        family: "resolution",
        by: None,
        direction: Direction::LowerIsBetter,
        inputs: INPUTS,
        parameters: PARAMETERS,
        figures: FIGURES,
        prose,
    }
}

impl Variant for Unresolved {
    const BY_SPANS: bool = true;
    const READS: &'static [Read<Backlog<Self>>] =
        &[reads::<Backlog<Self>, Ticket>(OWN_TICKETS), reads::<Backlog<Self>, StatusSpan>(SPANS)];
    const SPEC: Spec = spec(
        "unresolved",
        prose! {
            meaning: "How many tickets are unresolved at the end of a bucket, and how old they are.",
            formula: "tickets created before the instant and not resolved before it, in every unresolved status: new, open, pending, on hold; their ages",
            latex: LATEX,
            counted: OF_SPANS,
            left_out: SPANS_LEFT_OUT,
            errors: SPANS_ERRORS,
            interval: INTERVAL,
            pitfalls: &[BALANCES, AGES, MEMORY, FILTERS, LATER_WORDS],
            sources: SOURCES,
            benchmarks: &[],
            example: Example {
                inputs: &["[3600, 86400, 7200]"],
                value: "3",
                working: "At noon three tickets are open, one of them pending on the customer: 3. They are 1 h, 1 day and 2 h old, on average 32,400 s.",
            },
        },
    );

    #[inline]
    fn holds(_: &TicketAt<'_>, _: &Context<'_>, _: i64) -> bool {
        true
    }
}

impl Variant for Actionable {
    const BY_SPANS: bool = true;
    const READS: &'static [Read<Backlog<Self>>] =
        &[reads::<Backlog<Self>, Ticket>(OWN_TICKETS), reads::<Backlog<Self>, StatusSpan>(SPANS)];
    const SPEC: Spec = spec(
        "actionable",
        prose! {
            meaning: "How many tickets wait for the help desk at the end of a bucket, and how old they are.",
            formula: "tickets created before the instant and not resolved before it, those pending and on hold left out; their ages",
            latex: LATEX,
            counted: OF_SPANS,
            left_out: SPANS_LEFT_OUT,
            errors: SPANS_ERRORS,
            interval: INTERVAL,
            pitfalls: &[
                BALANCES,
                AGES,
                "Without status spans the status is the one that the ticket has now, whatever it was at the instant: for a series over time give the spans.",
                "Agents can lower it by setting tickets to pending; look at `unresolved` beside it.",
                MEMORY,
                FILTERS,
            ],
            sources: SOURCES,
            benchmarks: &[],
            example: Example {
                inputs: &["[3600, 7200]"],
                value: "2",
                working: "At noon three tickets are open; one of them is pending on the customer: 2. They are 1 h and 2 h old, on average 5,400 s.",
            },
        },
    );

    #[inline]
    fn holds(ticket: &TicketAt<'_>, _: &Context<'_>, _: i64) -> bool {
        !matches!(ticket.status(), words::PENDING | words::ON_HOLD)
    }
    #[inline]
    fn is_in(status: u32) -> bool {
        matches!(status, words::NEW | words::OPEN)
    }
}

impl Variant for Unassigned {
    const BY_SPANS: bool = false;
    const READS: &'static [Read<Backlog<Self>>] = &[reads::<Backlog<Self>, Ticket>(
        TICKETS.needs(&["created_at", "resolved_at", "first_assigned_at"]).presence(&["assignee"]),
    )];
    const SPEC: Spec = spec(
        "unassigned",
        prose! {
            meaning: "How many unresolved tickets have never been assigned to anybody at the end of a bucket, and how old they are.",
            formula: "tickets created before the instant, not resolved before it and not assigned before it; their ages",
            latex: LATEX,
            counted: OF_TICKETS,
            left_out: TICKETS_LEFT_OUT,
            errors: ERRORS,
            interval: INTERVAL,
            pitfalls: &[
                BALANCES,
                "Only the first assignment is known: a ticket that was given back to the queue is not in it.",
                "Where the first assignment is not known, a ticket that has an agent now counts as assigned from the start.",
                MEMORY,
            ],
            sources: SOURCES,
            benchmarks: &[],
            example: Example {
                inputs: &["[900]"],
                value: "1",
                working: "Of three open tickets two were assigned in the morning; one, 15 min old, is nobody's: 1.",
            },
        },
    );

    #[inline]
    fn holds(ticket: &TicketAt<'_>, context: &Context<'_>, _: i64) -> bool {
        match ticket.first_assigned_at() {
            Some(assigned) => assigned >= context.to,
            None => ticket.assignee() == NONE,
        }
    }
}

impl Variant for Overdue {
    const BY_SPANS: bool = false;
    const READS: &'static [Read<Backlog<Self>>] =
        &[reads::<Backlog<Self>, Ticket>(TICKETS.needs(&["created_at", "resolved_at", "due_at", "first_response_at"]))];
    const SPEC: Spec = spec(
        "overdue",
        prose! {
            meaning: "How many unresolved tickets have waited beyond the promised response at the end of a bucket, and how old they are.",
            formula: "tickets created before the instant and not resolved before it, whose promised response was due before it and that nobody has answered before it; their ages",
            latex: LATEX,
            counted: OF_TICKETS,
            left_out: TICKETS_LEFT_OUT,
            errors: ERRORS,
            interval: INTERVAL,
            pitfalls: &[
                BALANCES,
                "A ticket that was answered late is no longer in it; `overdue_response_rate` counts it.",
                "Tickets without a promise are never overdue; a team that promises nothing has none.",
                MEMORY,
            ],
            sources: SOURCES,
            benchmarks: &[],
            example: Example {
                inputs: &["[14400, 7200]"],
                value: "2",
                working: "Four tickets are open; the answers of two, 4 h and 2 h old, were due an hour ago and have not come: 2.",
            },
        },
    );

    #[inline]
    fn holds(ticket: &TicketAt<'_>, context: &Context<'_>, at: i64) -> bool {
        let answered = ticket.first_response_at().is_some_and(|answered| answered < context.to);
        ticket.due_at().is_some_and(|due| due < at) && !answered
    }
}

/// The KPI in one variant.
#[derive(Clone)]
pub(crate) struct Backlog<V> {
    ages: Distribution,
    as_of: i64,
    variant: PhantomData<V>,
}

impl<V: Variant> Kpi for Backlog<V> {
    const SPEC: Spec = V::SPEC;
    type State = Spread;
    const READS: &'static [Read<Self>] = V::READS;
    const NEEDS_WINDOW: bool = true;

    fn new(setting: &Setting<'_>) -> Result<Self> {
        let ages = Distribution::new(setting, Of::Durations)?;
        Ok(Backlog { ages, as_of: setting.as_of.unwrap_or(i64::MAX), variant: PhantomData })
    }
    fn start(&self) -> Spread {
        self.ages.start()
    }
    fn of(&self, inputs: &Inputs<'_>) -> Result<Spread> {
        self.ages.of(&inputs.durations("durations")?)
    }
    fn finish(&self, state: &Spread, level: f64) -> Result<Vec<Figure>> {
        let mut figures = self.ages.finish(state, level)?;
        // The count is the headline here.
        if let Some(own) = figures.get_mut(..DURATION_FIGURES.len()) {
            own.rotate_right(1);
        }
        Ok(figures)
    }
    fn derived(&self) -> &'static [(Kind, &'static str)] {
        if V::BY_SPANS { &[(Kind::Ticket, "through_spans")] } else { &[] }
    }
}

impl<V: Variant> Backlog<V> {
    /// The instant of the balance. At `as_of` what happens then has happened.
    #[inline]
    fn at(&self, context: &Context<'_>) -> i64 {
        context.to.min(self.as_of)
    }

    #[inline]
    fn count(&self, created: Option<i64>, context: &Context<'_>, state: &mut Spread) -> Result<Part> {
        let age = created.and_then(|created| self.at(context).checked_sub(created)).filter(|&age| age >= 0);
        let Some(age) = age else { return Ok(Part::LeftOut(Reason::Unknown)) };
        state.add(age)?;
        Ok(Part::Counted)
    }
}

impl<V: Variant> Reads<Ticket> for Backlog<V> {
    #[inline]
    fn part(&self, ticket: &TicketAt<'_>, context: &Context<'_>, state: &mut Spread) -> Result<Part> {
        if let Some(part) = population::no_balance(ticket, context) {
            return Ok(part);
        }
        let open = population::is_open_before(ticket, ticket.resolved_at(), context.to);
        if !open {
            return Ok(Part::Nothing);
        }
        // Before the status, which is the one of now: how many count through their spans does not depend on it.
        if V::BY_SPANS && ticket.through_spans() == Some(true) {
            return Ok(Part::LeftOut(Reason::ThroughSpans));
        }
        if !V::holds(ticket, context, self.at(context)) {
            return Ok(Part::Nothing);
        }
        self.count(ticket.created_at(), context, state)
    }
}

impl<V: Variant> Reads<StatusSpan> for Backlog<V> {
    #[inline]
    fn part(&self, span: &StatusSpanAt<'_>, context: &Context<'_>, state: &mut Spread) -> Result<Part> {
        let runs = span.from().is_some_and(|from| from < context.to) && span.to().is_none_or(|to| to >= context.to);
        if !runs || !V::is_in(span.status()) {
            return Ok(Part::Nothing);
        }
        self.count(span.created_at(), context, state)
    }
}
