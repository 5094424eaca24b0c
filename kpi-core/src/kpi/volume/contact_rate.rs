//! Contact rate: tickets for each hundred accounts.

use crate::error::Result;
use crate::kpi::part::{Context, Read, Reads, reads};
use crate::kpi::per_accounts::{self, OfAccounts, PerAccounts};
use crate::kpi::population;
use crate::kpi::resolution::CREATED;
use crate::record::{Ticket, TicketAt};
use crate::spec::{Direction, Example, Source, Spec, prose};
use crate::state::{Part, Reason, Sums};
use crate::words::NONE;

#[cfg(feature = "prose")]
pub(super) const UNLINKED: &str = "Tickets without an account are not in it; where many are not linked the rate is too low. Look at `account_linkage_rate`.";
#[cfg(feature = "prose")]
pub(super) const GROUPS: &str =
    "Tickets have a channel and accounts do not, so by channel the rate is undefined; by a field of both it is not.";

/// All tickets.
#[derive(Clone, Default)]
pub(crate) struct Standard;

impl OfAccounts for Standard {
    const SPEC: Spec = Spec {
        id: "contact_rate",
        variant: "standard",
        family: "volume",
        by: None,
        direction: Direction::LowerIsBetter,
        inputs: &per_accounts::inputs("tickets", "tickets of customers"),
        parameters: &[],
        figures: &per_accounts::figures("tickets"),
        prose: prose! {
            meaning: "How many tickets come in for each hundred customers.",
            formula: "100 × tickets ÷ mean of the customers at the start and at the end",
            latex: r"100 \cdot \frac{\text{tickets}}{(\text{opening} + \text{closing}) / 2}",
            counted: "Tickets of an account by when they were created. Accounts: the customers at the start of the bucket and those at its end.",
            left_out: "Tickets: `merged`, `spam`, `deleted` (without an answer), `no_account`.",
            errors: per_accounts::ERRORS,
            interval: per_accounts::INTERVAL,
            pitfalls: &[
                "It is of tickets, not of customers: one customer with ten tickets counts ten times, so it can pass 100.",
                "Calls and chats without a ticket are not in it.",
                "A low rate can mean a good product, or a help desk that nobody finds.",
                UNLINKED,
                GROUPS,
                per_accounts::OF_BUCKET,
                per_accounts::BETWEEN,
                per_accounts::PEOPLE,
            ],
            sources: &[Source {
                title: "Field",
                says: "Contact centres relate contacts to customers, orders or units sold, so that growth by itself does not look like trouble.",
            }],
            benchmarks: &[],
            example: Example {
                inputs: &["30", "100", "200"],
                value: "20",
                working: "100 customers at the start, 200 at the end, 30 tickets: 100 × 30 ÷ 150.",
            },
        },
    };
    const READS: &'static [Read<PerAccounts<Self>>] =
        &[reads::<PerAccounts<Self>, Ticket>(CREATED.presence(&["account"])), per_accounts::accounts()];
}

/// Tickets without an account.
#[inline]
pub(super) fn no_account(ticket: &TicketAt<'_>) -> Option<Reason> {
    (ticket.account() == NONE).then_some(Reason::NoAccount)
}

impl Reads<Ticket> for PerAccounts<Standard> {
    #[inline]
    fn part(&self, ticket: &TicketAt<'_>, _: &Context<'_>, state: &mut Sums) -> Result<Part> {
        per_accounts::count(population::no_case(ticket).or_else(|| no_account(ticket)), state)
    }
}
