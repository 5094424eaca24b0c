//! Account linkage rate: how many requests are linked to a customer account, and to a sale.

use core::marker::PhantomData;

use crate::kpi::part::{Context, Read, ReadInfo, reads};
use crate::kpi::population;
use crate::kpi::resolution::{CREATED, case_fields};
use crate::kpi::tally::{Adds, Nothing, Rule, Tallied, Tally, in_part, unless};
use crate::record::{Kind, Ticket, TicketAt};
use crate::spec::{Direction, Example, FigureSpec, InputSpec, Source, Spec, prose};
use crate::words::NONE;

const FIGURES: &[FigureSpec] = &[FigureSpec::share("share"), FigureSpec::count("linked"), FigureSpec::count("tickets")];
const TICKETS: InputSpec = InputSpec::count("tickets", "tickets");

#[cfg(feature = "prose")]
const LEFT_OUT: &str = "`merged`, `spam`, `deleted` (without an answer).";
#[cfg(feature = "prose")]
const ERRORS: &str = "`bad_input` in the formula where more tickets are linked than there are.";
#[cfg(feature = "prose")]
const SOURCES: &[Source] = &[Source {
    title: "S3",
    says: "Sets two duties before anything is measured: every service request belongs to a customer account, and requests are linked with sales.",
}];

/// What a ticket is linked to.
pub(crate) trait To: Clone + Default + Send + Sync + 'static {
    const SPEC: Spec;
    const READS: ReadInfo;
    const DERIVED: &'static [(Kind, &'static str)];
    fn is_linked(ticket: &TicketAt<'_>) -> bool;
}

/// To an account.
#[derive(Clone, Default)]
pub(crate) struct ToAccount;

/// To a sale.
#[derive(Clone, Default)]
pub(crate) struct ToSale;

impl To for ToAccount {
    const SPEC: Spec = Spec {
        id: "account_linkage_rate",
        variant: "to_account",
        family: "volume",
        by: None,
        direction: Direction::HigherIsBetter,
        inputs: &[InputSpec::count("linked", "tickets that name an account"), TICKETS],
        parameters: &[],
        figures: FIGURES,
        prose: prose! {
            meaning: "The share of tickets that are linked to a customer account.",
            formula: "100 × tickets with an account ÷ tickets",
            latex: r"100 \cdot \frac{\text{tickets with an account}}{\text{tickets}}",
            counted: "Tickets by when they were created.",
            left_out: LEFT_OUT,
            errors: ERRORS,
            interval: "Wilson.",
            pitfalls: &[
                "What is not linked is not missing by chance: strangers, buyers to be and those who write from another address. Figures of customers leave them out.",
                "A wrong account is linked, too; whether an account is there is checked where accounts are given.",
            ],
            sources: SOURCES,
            benchmarks: &[],
            example: Example {
                inputs: &["171", "180"],
                value: "95",
                working: "Of 180 tickets 171 name an account: 100 × 171 ÷ 180.",
            },
        },
    };
    const READS: ReadInfo = CREATED.presence(&["account"]);
    const DERIVED: &'static [(Kind, &'static str)] = &[];

    #[inline]
    fn is_linked(ticket: &TicketAt<'_>) -> bool {
        ticket.account() != NONE
    }
}

impl To for ToSale {
    const SPEC: Spec = Spec {
        id: "account_linkage_rate",
        variant: "to_sale",
        family: "volume",
        by: None,
        direction: Direction::HigherIsBetter,
        inputs: &[InputSpec::count("linked", "tickets that are linked to a sale"), TICKETS],
        parameters: &[],
        figures: FIGURES,
        prose: prose! {
            meaning: "The share of tickets that are linked to a sale: the one that they are about, or one that came of them.",
            formula: "100 × tickets with an order, or that a conversion names ÷ tickets",
            latex: r"100 \cdot \frac{\text{tickets linked to a sale}}{\text{tickets}}",
            counted: "Tickets by when they were created. A ticket is linked by its own order, or by a conversion of any kind but a refund that names the ticket.",
            left_out: LEFT_OUT,
            errors: ERRORS,
            interval: "Wilson.",
            pitfalls: &[
                "Not every request has to do with a sale, so 100 % is no goal; it says how much can be learned about what service sells.",
                "A recent period still rises, as conversions follow.",
                "It counts links, not causes: that a purchase names a ticket does not say that the ticket brought it.",
            ],
            sources: SOURCES,
            benchmarks: &[],
            example: Example {
                inputs: &["45", "180"],
                value: "25",
                working: "Of 180 tickets 40 name an order, and 5 others are named by a purchase: 100 × 45 ÷ 180.",
            },
        },
    };
    const READS: ReadInfo = CREATED.uses(case_fields!("has_conversion")).presence(&["order"]);
    const DERIVED: &'static [(Kind, &'static str)] = &[(Kind::Ticket, "has_conversion")];

    #[inline]
    fn is_linked(ticket: &TicketAt<'_>) -> bool {
        ticket.order() != NONE || ticket.has_conversion() == Some(true)
    }
}

/// The KPI in one variant.
#[derive(Clone, Default)]
pub(crate) struct Linked<T>(PhantomData<T>);

impl<T: To> Tally for Linked<T> {
    const SPEC: Spec = T::SPEC;
    const READS: &'static [Read<Tallied<Self>>] = &[reads::<Tallied<Self>, Ticket>(T::READS)];

    fn derived(&self) -> &'static [(Kind, &'static str)] {
        T::DERIVED
    }
}

impl<T: To> Rule<Ticket> for Linked<T> {
    #[inline]
    fn adds(&self, ticket: &TicketAt<'_>, _: &Context<'_>) -> Result<Adds, Nothing> {
        unless(population::no_case(ticket))?;
        Ok(in_part(T::is_linked(ticket)))
    }
}
