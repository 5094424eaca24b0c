//! Overdue response rate.

use core::marker::PhantomData;

use crate::error::{Code, Error, Result};
use crate::kpi::part::{Context, Read, ReadInfo, Setting, reads};
use crate::kpi::population;
use crate::kpi::tally::{Adds, Nothing, Rule, Tallied, Tally, in_part, unless};
use crate::record::{Kind, Ticket, TicketAt};
use crate::spec::{Anchor, Direction, Example, FigureSpec, InputSpec, Prose, Source, Spec, prose};
use crate::state::Reason;

const TICKETS: ReadInfo = ReadInfo::new(Kind::Ticket, Anchor::Instant(&["created_at"]))
    .agent("first_replier")
    .needs(&["created_at", "first_response_at", "due_at"])
    .uses(&[
        "responses_promised",
        "responses_late",
        "status",
        "merged_at",
        "deleted_at",
        "agent_replies",
        "resolved_at",
        "closed_at",
        "canceled_at",
    ]);

#[cfg(feature = "prose")]
const OVERDUE: &str = "A ticket is overdue when at least one promised response came late, or when it is open, unanswered and \
    its promised instant has passed at `as_of` (default: the window's end), once however many responses were late. Where \
    the count of late responses is not known, the promised instant and the first response decide.";
#[cfg(feature = "prose")]
const ERRORS: &str = "`as_of_required` where an open ticket is unanswered, has a promised instant and no count of late \
    responses, and neither a window nor `as_of` says when to look; `bad_input` in the formula where more are overdue than \
    there are.";
#[cfg(feature = "prose")]
const PITFALLS: &[&str] = &[
    "Late responses ÷ requests is another number and can pass 100 %: one ticket can have several late responses. Tickets count here.",
    "It is not the complement of first response within target: that one measures against a target of the channel, this one against a promise to this customer.",
    "A response exactly at the promised instant is not late.",
    "A ticket that was closed unanswered is not overdue; look at such tickets in first response within target.",
    "As of an instant the counts are not known; then only the promised instant and the first response decide.",
];
#[cfg(feature = "prose")]
const S2: &str = "Agents must keep what they promise about waiting times, or the company loses the customer; counts the overdue in percent of all requests.";

/// What differs between the variants.
pub(crate) trait Variant: Clone + Default + Send + Sync + 'static {
    const SPEC: Spec;
    /// Whether only tickets with a promise count.
    const PROMISED: bool;
}

/// Among all requests.
#[derive(Clone, Default)]
pub(crate) struct OfRequests;

/// Among those with a promise.
#[derive(Clone, Default)]
pub(crate) struct OfPromised;

const fn spec(
    variant: &'static str,
    inputs: &'static [InputSpec],
    figures: &'static [FigureSpec],
    prose: Option<&'static Prose>,
) -> Spec {
    Spec {
        id: "overdue_response_rate",
        variant,
        family: "responsiveness",
        by: None,
        direction: Direction::LowerIsBetter,
        inputs,
        parameters: &[],
        figures,
        prose,
    }
}

impl Variant for OfRequests {
    const PROMISED: bool = false;
    const SPEC: Spec = spec(
        "of_requests",
        &[
            InputSpec::count("overdue", "tickets with at least one promised response late, or open past its instant"),
            InputSpec::count("requests", "all tickets"),
        ],
        &[FigureSpec::share("rate"), FigureSpec::count("overdue"), FigureSpec::count("requests")],
        prose! {
            meaning: "The share of requests on which a promised response is overdue.",
            formula: "100 × tickets with at least one promised response late or open past its instant ÷ all tickets created in the period",
            latex: r"100 \cdot \frac{\text{tickets with an overdue response}}{\text{tickets}}",
            counted: OVERDUE,
            left_out: "`merged`, `spam`, `deleted` (without an answer). A ticket without a promise, or whose promise is not due yet, is in the denominator (ruling B15).",
            errors: ERRORS,
            interval: "Wilson.",
            pitfalls: PITFALLS,
            sources: &[Source { title: "S2", says: S2 }],
            benchmarks: &[],
            example: Example {
                inputs: &["1", "2"],
                value: "50",
                working: "Two tickets, one of them with three late responses: 100 × 1 ÷ 2; late responses by requests would be 150 %.",
            },
        },
    );
}

impl Variant for OfPromised {
    const PROMISED: bool = true;
    const SPEC: Spec = spec(
        "of_promised",
        &[
            InputSpec::count("overdue", "tickets with at least one promised response late, or open past its instant"),
            InputSpec::count("promised", "tickets with a promised response"),
        ],
        &[FigureSpec::share("rate"), FigureSpec::count("overdue"), FigureSpec::count("promised")],
        prose! {
            meaning: "The share of requests with a promised response on which one is overdue.",
            formula: "100 × tickets with at least one promised response late or open past its instant ÷ tickets created in the period to which a response was promised",
            latex: r"100 \cdot \frac{\text{tickets with an overdue response}}{\text{tickets with a promise}}",
            counted: OVERDUE,
            left_out: "`merged`, `spam`, `deleted` (without an answer), `no_promise`, `not_due` (open, unanswered, none late, and the promised instant has not passed).",
            errors: ERRORS,
            interval: "Wilson.",
            pitfalls: PITFALLS,
            sources: &[Source { title: "S2", says: S2 }, Source {
                title: "Field",
                says: "Where promises are rare, their share among all requests says little; kept promises are judged among promises.",
            }],
            benchmarks: &[],
            example: Example {
                inputs: &["1", "4"],
                value: "25",
                working: "Responses were promised on four tickets of ten, and one of them came late: 100 × 1 ÷ 4; of all requests it would be 10 %.",
            },
        },
    );
}

/// The KPI in one variant.
#[derive(Clone, Default)]
pub(crate) struct Overdue<V> {
    as_of: Option<i64>,
    variant: PhantomData<V>,
}

impl<V: Variant> Tally for Overdue<V> {
    const SPEC: Spec = V::SPEC;
    const READS: &'static [Read<Tallied<Self>>] = &[reads::<Tallied<Self>, Ticket>(TICKETS)];

    fn new(setting: &Setting<'_>) -> Result<Self> {
        Ok(Overdue { as_of: setting.as_of, variant: PhantomData })
    }
}

/// Whether somebody may still answer.
#[inline]
fn is_open(ticket: &TicketAt<'_>) -> bool {
    let ends = [ticket.resolved_at(), ticket.closed_at(), ticket.canceled_at(), ticket.deleted_at()];
    ends.iter().all(Option::is_none) && !population::has_ended(ticket.status())
}

impl<V: Variant> Rule<Ticket> for Overdue<V> {
    #[inline]
    fn adds(&self, ticket: &TicketAt<'_>, _: &Context) -> Result<Adds, Nothing> {
        unless(population::no_case(ticket))?;
        let (late, due) = (ticket.responses_late(), ticket.due_at());
        if V::PROMISED && due.is_none() && ticket.responses_promised().is_none_or(|promised| promised == 0) {
            return Err(Reason::NoPromise.into());
        }
        let Some(due) = due else { return Ok(in_part(late.is_some_and(|late| late > 0))) };
        let waits = ticket.first_response_at().is_none() && is_open(ticket);
        if waits && late.is_none() && self.as_of.is_none() {
            let text = "an open ticket has a promised response, so it matters when you look; give `as_of`, or a window";
            return Err(Error::new(Code::AsOfRequired, text).into());
        }
        let passed = self.as_of.map(|as_of| due < as_of);
        let overdue = match late {
            Some(late) => late > 0,
            None => ticket.first_response_at().map_or(waits && passed == Some(true), |answered| due < answered),
        };
        if V::PROMISED && waits && !overdue && passed == Some(false) {
            return Err(Reason::NotDue.into());
        }
        Ok(in_part(overdue))
    }
}
