//! Ticket volume.

use alloc::vec::Vec;

use super::part_of_all;
use crate::kpi::figure::Figure;
use crate::kpi::part::{Context, Read, reads};
use crate::kpi::tally::{Adds, Nothing, Rule, Tallied, Tally};
use crate::record::{Ticket, TicketAt};
use crate::spec::{Direction, Example, Source, Spec, prose};
use crate::state::Sums;

/// Tickets created, by channel.
#[derive(Clone, Default)]
pub(crate) struct Standard;

impl Tally for Standard {
    const SPEC: Spec = Spec {
        id: "ticket_volume",
        variant: "standard",
        family: "volume",
        by: Some("channel"),
        direction: Direction::Neutral,
        inputs: part_of_all::INPUTS,
        parameters: &[],
        figures: part_of_all::FIGURES,
        prose: prose! {
            meaning: "How many tickets come in, and through which channel.",
            formula: "count: tickets created; share: 100 × tickets of the channel ÷ tickets of all channels",
            latex: r"100 \cdot \frac{\text{tickets of the channel}}{\text{all tickets}}",
            counted: "Tickets by when they were created, also those deleted without an answer. Grouped by channel where nothing else is asked for; the share is of all groups in the same bucket.",
            left_out: part_of_all::LEFT_OUT,
            errors: part_of_all::ERRORS,
            interval: part_of_all::INTERVAL,
            pitfalls: &[
                "More tickets can mean more customers; hold it against their number.",
                "Calls and chats without a ticket are not in it.",
                "A change of share says nothing of the count: one channel can lose share while it grows.",
            ],
            sources: &[
                Source {
                    title: "S4",
                    says: "The tickets opened in a time by channel; the channel's tickets by those of all channels, times 100.",
                },
                Source { title: "S3", says: "The number of tickets by medium, to see the customers of which medium stay longer." },
            ],
            benchmarks: &[],
            example: Example {
                inputs: &["45", "180"],
                value: "45",
                working: "Of 180 tickets 45 came by chat: 45, and 100 × 45 ÷ 180 = 25 %.",
            },
        },
    };
    const READS: &'static [Read<Tallied<Self>>] = &[reads::<Tallied<Self>, Ticket>(part_of_all::TICKETS)];
    const OF_WHOLE: Option<fn(&mut Sums, &Sums)> = part_of_all::OF_WHOLE;

    fn finish(sums: &Sums, level: f64) -> Vec<Figure> {
        part_of_all::finish(sums, level)
    }
}

impl Rule<Ticket> for Standard {
    #[inline]
    fn adds(&self, ticket: &TicketAt<'_>, _: &Context) -> Result<Adds, Nothing> {
        part_of_all::adds(ticket)
    }
}
