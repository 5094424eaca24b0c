//! Touches to resolution.

use alloc::vec::Vec;

use super::ENDED;
use crate::kpi::figure::{Figure, Undefined};
use crate::kpi::part::{Context, Read, reads};
use crate::kpi::population;
use crate::kpi::tally::{Adds, Nothing, Rule, Tallied, Tally};
use crate::record::{Ticket, TicketAt};
use crate::spec::{Direction, Example, FigureSpec, InputSpec, Source, Spec, prose};
use crate::state::{Reason, Sums};

/// Resolved tickets by how many replies by people they took.
#[derive(Clone, Default)]
pub(crate) struct Standard;

impl Tally for Standard {
    const SPEC: Spec = Spec {
        id: "touches_to_resolution",
        variant: "standard",
        family: "resolution",
        by: None,
        direction: Direction::HigherIsBetter,
        inputs: &[
            InputSpec::count("zero", "resolved tickets without a reply by a person"),
            InputSpec::count("one", "resolved tickets with one"),
            InputSpec::count("two", "resolved tickets with two"),
            InputSpec::count("three_up", "resolved tickets with three or more"),
        ],
        parameters: &[],
        figures: &[
            FigureSpec::share("one_touch"),
            FigureSpec::share("touches_0"),
            FigureSpec::share("touches_1"),
            FigureSpec::share("touches_2"),
            FigureSpec::share("touches_3_up"),
            FigureSpec::count("resolved"),
        ],
        prose: prose! {
            meaning: "How many replies by people resolved tickets took, and the share that took one.",
            formula: "one touch: 100 × tickets with one reply ÷ tickets with one or more; the shares with 0, 1, 2, and 3 or more replies are of all resolved",
            latex: r"100 \cdot \frac{n_1}{n_1 + n_2 + n_{3+}}",
            counted: "Resolved tickets, in the bucket of their last resolution, by their public replies by people.",
            left_out: "`merged`, `spam`, `deleted` (without an answer), `unknown` (the count of replies is not known); `open` is what is not resolved at the end of the bucket. With another anchor, such as `created_at`, also `closed` and `canceled`.",
            errors: "`as_of_counts` where `as_of` is given: a count of replies carries no instants, so it cannot be asked as of a day.",
            interval: "Wilson for each share.",
            pitfalls: &[
                "One touch is not resolution at first contact: nobody asked whether the customer came back.",
                "Tickets without a reply were resolved by bots, by phone, or not at all; look at `touches_0`.",
            ],
            sources: &[Source {
                title: "Field",
                says: "Help desks report one-touch tickets, and tickets by the number of replies.",
            }],
            benchmarks: &[],
            example: Example {
                inputs: &["2", "5", "2", "1"],
                value: "62.5",
                working: "Of ten resolved tickets two took no reply, five one, two two and one four: 100 × 5 ÷ 8.",
            },
        },
    };
    const READS: &'static [Read<Tallied<Self>>] =
        &[reads::<Tallied<Self>, Ticket>(ENDED.needs(&["created_at", "resolved_at", "agent_replies"]))];

    fn finish(sums: &Sums, level: f64) -> Vec<Figure> {
        let [zero, one, two, more] = [0, 1, 2, 3].map(|k| sums.count(k));
        let touched = one.saturating_add(two).saturating_add(more);
        let resolved = zero.saturating_add(touched);
        let share = |name, part, whole| Figure::share(name, part, whole, Undefined::NoRecords, level);
        [
            share("one_touch", one, touched),
            share("touches_0", zero, resolved),
            share("touches_1", one, resolved),
            share("touches_2", two, resolved),
            share("touches_3_up", more, resolved),
            Figure::count("resolved", resolved),
        ]
        .into()
    }
}

impl Rule<Ticket> for Standard {
    #[inline]
    fn adds(&self, ticket: &TicketAt<'_>, context: &Context) -> Result<Adds, Nothing> {
        population::ended(ticket, context, ticket.resolved_at())?;
        let replies = ticket.agent_replies().ok_or(Reason::Unknown)?;
        Ok([0, 1, 2, 3].map(|touches| u64::from(replies.min(3) == touches)))
    }
}
