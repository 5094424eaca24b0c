//! Complaint rate: complaints for each hundred accounts.

use super::contact_rate;
use crate::error::Result;
use crate::kpi::part::{Context, Read, Reads, reads};
use crate::kpi::per_accounts::{self, OfAccounts, PerAccounts};
use crate::kpi::population;
use crate::kpi::resolution::CREATED;
use crate::record::{Ticket, TicketAt};
use crate::spec::{Direction, Example, Source, Spec, prose};
use crate::state::{Part, Reason, Sums};

/// Tickets that are complaints.
#[derive(Clone, Default)]
pub(crate) struct Standard;

impl OfAccounts for Standard {
    const SPEC: Spec = Spec {
        id: "complaint_rate",
        variant: "standard",
        family: "volume",
        by: None,
        direction: Direction::LowerIsBetter,
        inputs: &per_accounts::inputs("complaints", "complaints of customers"),
        parameters: &[],
        figures: &per_accounts::figures("complaints"),
        prose: prose! {
            meaning: "How many complaints come in for each hundred customers.",
            formula: "100 × complaints ÷ mean of the customers at the start and at the end",
            latex: r"100 \cdot \frac{\text{complaints}}{(\text{opening} + \text{closing}) / 2}",
            counted: "Tickets of an account that are marked as a complaint, by when they were created. Accounts: the customers at the start of the bucket and those at its end.",
            left_out: "Tickets: `merged`, `spam`, `deleted` (without an answer), `no_complaint` (not marked as one, or not known), `no_account`.",
            errors: per_accounts::ERRORS,
            interval: per_accounts::INTERVAL,
            pitfalls: &[
                "Most unhappy customers leave without a word; few complaints are not much satisfaction.",
                "It depends on who marks complaints and how; agents who are judged by it mark fewer.",
                contact_rate::UNLINKED,
                contact_rate::GROUPS,
                per_accounts::OF_BUCKET,
                per_accounts::BETWEEN,
                per_accounts::PEOPLE,
            ],
            sources: &[Source {
                title: "S0",
                says: "Takes a complaint that is resolved quickly for a chance: business buyers after a costly error that was soon put right are 8 % more loyal than those who had no complaint. It gives no formula for their number.",
            }],
            benchmarks: &[],
            example: Example {
                inputs: &["3", "100", "200"],
                value: "2",
                working: "100 customers at the start, 200 at the end, 3 complaints: 100 × 3 ÷ 150.",
            },
        },
    };
    const READS: &'static [Read<PerAccounts<Self>>] = &[
        reads::<PerAccounts<Self>, Ticket>(CREATED.needs(&["created_at", "complaint"]).presence(&["account"])),
        per_accounts::accounts(),
    ];
}

impl Reads<Ticket> for PerAccounts<Standard> {
    #[inline]
    fn part(&self, ticket: &TicketAt<'_>, _: &Context<'_>, state: &mut Sums) -> Result<Part> {
        let other = (ticket.complaint() != Some(true)).then_some(Reason::NoComplaint);
        per_accounts::count(population::no_case(ticket).or(other).or_else(|| contact_rate::no_account(ticket)), state)
    }
}
