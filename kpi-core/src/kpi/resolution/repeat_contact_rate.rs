//! Repeat contact rate.

use super::FIRST_ENDED;
use crate::error::Result;
use crate::kpi::part::{Context, Read, ReadInfo, Setting, reads};
use crate::kpi::population::{self, WEEK, is_over};
use crate::kpi::tally::{Adds, Nothing, Rule, Tallied, Tally, in_part, unless};
use crate::record::{Contact, ContactAt, Kind, Ticket, TicketAt};
use crate::spec::{Anchor, Direction, Example, FigureSpec, InputSpec, ParameterSpec, Source, Spec, prose, said};
use crate::state::Reason;
use crate::words::NONE;

const WITHIN: ParameterSpec = ParameterSpec {
    name: "within",
    takes: said("a number of seconds"),
    default: "604800",
    doc: said("A new case or a reopening counts within this time of the resolution: seven days by default."),
    in_formula: false,
};

/// Resolved cases that came back.
#[derive(Clone, Default)]
pub(crate) struct Standard {
    within: i64,
    as_of: Option<i64>,
}

impl Tally for Standard {
    const SPEC: Spec = Spec {
        id: "repeat_contact_rate",
        variant: "standard",
        family: "resolution",
        by: None,
        direction: Direction::LowerIsBetter,
        inputs: &[
            InputSpec::count("repeated", "resolved cases that were followed by a new case, or reopened, in time"),
            InputSpec::count("cases", "resolved cases"),
        ],
        parameters: &[WITHIN],
        figures: &[FigureSpec::share("rate"), FigureSpec::count("repeated"), FigureSpec::count("cases")],
        prose: prose! {
            meaning: "The share of resolved cases after which the customer had to come back with the same kind of issue.",
            formula: "100 × resolved cases with a new case of the same account (tickets: and type), or a reopening, within `within` of the resolution ÷ resolved cases",
            latex: r"100 \cdot \frac{\text{resolved cases that came back}}{\text{resolved cases}}",
            counted: "Tickets by their first resolution; where that is not known, by their last. Calls and chats that a person answered and that were resolved, by their end. A case counts once its days are over at `as_of` (default: the window's end), and once, however often the customer comes back. For a ticket the next ticket counts, for a call or chat the next inbound one; a ticket that was merged, or is spam, is no new case.",
            left_out: "Tickets: `merged`, `spam`, `deleted` (without an answer), `through_contact` (it counts through its contact); `open` is what was never resolved at the end of the bucket; with another anchor, such as `created_at`, also `closed` and `canceled`. Contacts: `outbound`, `abandoned` (before an answer), `self_served`, `callback`, `failed`, `unanswered`, `open` (it ended unresolved), `unknown` (whether it was resolved, or when it ended, is not known). Both: `no_account`, where nobody can see who comes back, and `window_open`: the days are not over, whether or not the customer came back already.",
            errors: "`as_of_required` where no window says when to look; `as_of_counts` where `as_of` is given and only a count says that a ticket was reopened, not when. `bad_input` in the formula where more cases came back than were resolved.",
            interval: "Wilson.",
            pitfalls: &[
                "The same type is not the same issue: a customer with two parcels late looks like one who had to ask twice. Coarse types raise the figure, fine ones lower it; keep them as they are when you compare periods.",
                "Those who come back through another channel are seen among tickets, and not from calls to tickets or back: the next case is looked for among records of the same kind.",
                "Who gives up, or leaves, does not come back either. Hold it beside satisfaction and churn.",
                "It is not 100 − first contact resolution: that one also asks how many replies the first solution took, and is of all cases.",
                "Without accounts nobody is seen to come back; look at `no_account`.",
                "A reopening of which only the count is known counts as one in time.",
                "A resolution by a bot counts as one; group tickets by `resolved_by` to see whose solutions hold.",
                "The last seven days are never in it.",
            ],
            sources: &[
                Source {
                    title: "Field",
                    says: "Contact centres take the cases that come back within days as the ones that were not solved, whatever the ticket says.",
                },
                Source {
                    title: "S0",
                    says: "Does not name it, but tells of customers who recommend a fast answer that solves nothing almost three times as often as a slow one that does: speed alone hides what comes back. S3 tells the opposite, that good service binds customers more than speedy service.",
                },
            ],
            benchmarks: &[],
            example: Example {
                inputs: &["2", "5"],
                value: "40",
                working: "Of five cases resolved in the period one was reopened on the third day, and after another the customer opened a new one of the same type on the seventh: 100 × 2 ÷ 5.",
            },
        },
    };
    const READS: &'static [Read<Tallied<Self>>] = &[
        reads::<Tallied<Self>, Ticket>(
            FIRST_ENDED
                .needs(&["created_at", "resolved_at", "first_reopened_at"])
                .uses(end_fields!("first_resolved_at", "reopens", "next_case_after_resolution_at"))
                .presence(&["account", "contact"]),
        ),
        reads::<Tallied<Self>, Contact>(
            ReadInfo::new(Kind::Contact, Anchor::Instant(&["ended_at", "queued_at", "started_at"]))
                .needs(&["outcome", "resolved"])
                .uses(&["direction", "abandon_step", "answered_at", "ended_at", "next_case_at"])
                .presence(&["account"]),
        ),
    ];

    fn new(setting: &Setting<'_>) -> Result<Self> {
        Ok(Standard { within: setting.parameters.duration(WITHIN.name, WEEK)?, as_of: setting.as_of })
    }
    fn derived(&self) -> &'static [(Kind, &'static str)] {
        &[(Kind::Ticket, "next_case_after_resolution_at"), (Kind::Contact, "next_case_at")]
    }
}

impl Standard {
    /// Whether one of these instants came in time after the resolution; or why that cannot be said.
    fn came_back(&self, resolved: i64, account: u32, again: [Option<i64>; 2]) -> Result<bool, Nothing> {
        if account == NONE {
            return Err(Reason::NoAccount.into());
        }
        if !is_over(resolved, self.within, self.as_of)? {
            return Err(Reason::WindowOpen.into());
        }
        Ok(again.into_iter().flatten().any(|at| at <= resolved.saturating_add(self.within)))
    }
}

impl Rule<Ticket> for Standard {
    #[inline]
    fn adds(&self, ticket: &TicketAt<'_>, context: &Context<'_>) -> Result<Adds, Nothing> {
        let resolved = population::ended(ticket, context, population::first_resolved(ticket))?;
        unless((ticket.contact() != NONE).then_some(Reason::ThroughContact))?;
        let reopened = ticket.first_reopened_at();
        let again = [ticket.next_case_after_resolution_at(), reopened];
        let came_back = self.came_back(resolved, ticket.account(), again)?;
        Ok(in_part(came_back || reopened.is_none() && ticket.reopens() > Some(0)))
    }
}

impl Rule<Contact> for Standard {
    #[inline]
    fn adds(&self, contact: &ContactAt<'_>, _: &Context<'_>) -> Result<Adds, Nothing> {
        unless(population::no_answer(contact))?;
        let resolved = contact.resolved().ok_or(Reason::Unknown)?;
        unless((!resolved).then_some(Reason::Open))?;
        let ended = contact.ended_at().or(contact.answered_at()).ok_or(Reason::Unknown)?;
        Ok(in_part(self.came_back(ended, contact.account(), [contact.next_case_at(), None])?))
    }
}
