//! Customer turnover: requests to cancel.

use alloc::vec::Vec;

use super::balance::ACCOUNTS;
use crate::error::Result;
use crate::exact::Fraction;
use crate::kpi::figure::{Figure, Inputs, Undefined};
use crate::kpi::kinds::Kinds;
use crate::kpi::part::{Context, Kpi, Read, ReadInfo, Reads, Setting, reads};
use crate::kpi::population;
use crate::kpi::tally::{Adds, Nothing, ONE, Rule, Tallied, Tally, unless};
use crate::record::{Account, AccountAt, Kind, Ticket, TicketAt};
use crate::spec::{
    Anchor, Direction, Example, FigureSpec, InputSpec, Number, ParameterSpec, Source, Spec, Unit, prose, said,
};
use crate::state::{Part, Reason, Sums};
use crate::words::{Dictionary, NONE};

const TYPES: ParameterSpec = ParameterSpec {
    name: "types",
    takes: said("a list of words"),
    default: "[\"cancellation\"]",
    doc: said("The types of ticket that are requests to cancel, in your own words."),
    in_formula: false,
};

const REQUESTS: InputSpec = InputSpec::count("requests", "requests to cancel by existing customers");
const TICKETS: ReadInfo = ReadInfo::new(Kind::Ticket, Anchor::Instant(&["created_at"]))
    .needs(&["created_at", "type"])
    .uses(&[
        "status",
        "merged_at",
        "deleted_at",
        "first_response_at",
        "agent_replies",
        "account_started_at",
        "account_ended_at",
    ])
    .presence(&["account"]);
const DERIVED: &[(Kind, &str)] = &[(Kind::Ticket, "account_started_at"), (Kind::Ticket, "account_ended_at")];

#[cfg(feature = "prose")]
const COUNTED: &str = "Tickets of the wanted types, by creation, whose account was a customer just before. Each request \
    counts, also several of one account.";
#[cfg(feature = "prose")]
const LEFT_OUT: &str = "`merged`, `spam`, `deleted` without an answer, `other_type`, `no_account`, `not_yet_customer`, \
    `already_left`.";
#[cfg(feature = "prose")]
const PITFALLS: &[&str] = &[
    "A request to cancel is no loss yet, and customers leave without asking: `churn_rate` counts who left.",
    "Name the types that you use: requests that are filed under another type are not seen, and `other_type` counts them \
     with everything else.",
];
#[cfg(feature = "prose")]
const SOURCES: &[Source] = &[Source {
    title: "S2",
    says: "Wants to know why customers stop using the services. It calls this a rate, and counts the applications of existing customers in a period: hence `count` is the default. What they apply for it leaves open; here they ask to cancel.",
}];

/// Which tickets are requests to cancel.
#[derive(Clone, Default)]
pub(crate) struct Requests(Kinds);

impl Requests {
    fn new(setting: &Setting<'_>) -> Result<Self> {
        Kinds::new(setting, TYPES.name, &["cancellation"]).map(Requests)
    }

    /// Why a ticket is no request of an existing customer.
    fn left(&self, ticket: &TicketAt<'_>) -> Option<Reason> {
        let created = ticket.created_at();
        let other = || (!self.0.has(ticket.r#type())).then_some(Reason::OtherType);
        let unknown = || (ticket.account() == NONE).then_some(Reason::NoAccount);
        // A balance at an instant is the state just before it (ruling B5).
        let early =
            || (ticket.account_started_at().is_none_or(|at| Some(at) >= created)).then_some(Reason::NotYetCustomer);
        let late = || (ticket.account_ended_at().is_some_and(|at| Some(at) < created)).then_some(Reason::AlreadyLeft);
        population::no_case(ticket).or_else(other).or_else(unknown).or_else(early).or_else(late)
    }
}

impl Tally for Requests {
    const SPEC: Spec = Spec {
        id: "customer_turnover",
        variant: "count",
        family: "loyalty",
        by: None,
        direction: Direction::LowerIsBetter,
        inputs: &[REQUESTS],
        parameters: &[TYPES],
        figures: &[FigureSpec::count("requests")],
        prose: prose! {
            meaning: "How many requests to cancel came from existing customers.",
            formula: "number of tickets of the types that ask to cancel, by accounts that are customers",
            latex: r"\left|\text{requests to cancel by customers}\right|",
            counted: COUNTED,
            left_out: LEFT_OUT,
            errors: "`missing_records` without accounts; `unknown_account` where a ticket names an account that is not there; `bad_parameter`.",
            interval: "None: it is a count.",
            pitfalls: PITFALLS,
            sources: SOURCES,
            benchmarks: &[],
            example: Example {
                inputs: &["12"],
                value: "12",
                working: "12 customers wrote that they want to cancel.",
            },
        },
    };
    const READS: &'static [Read<Tallied<Self>>] = &[reads::<Tallied<Self>, Ticket>(TICKETS)];

    fn new(setting: &Setting<'_>) -> Result<Self> {
        Requests::new(setting)
    }
    fn bind(&mut self, words: &Dictionary) {
        self.0.bind(words);
    }
    fn derived(&self) -> &'static [(Kind, &'static str)] {
        DERIVED
    }
}

impl Rule<Ticket> for Requests {
    #[inline]
    fn adds(&self, ticket: &TicketAt<'_>, _: &Context) -> Result<Adds, Nothing> {
        unless(self.left(ticket))?;
        Ok(ONE)
    }
}

/// Requests to cancel ÷ customers at the start.
#[derive(Clone)]
pub(crate) struct Rate(Requests);

const ASKED: usize = 0;
const CUSTOMERS: usize = 1;

impl Kpi for Rate {
    const SPEC: Spec = Spec {
        id: "customer_turnover",
        variant: "rate",
        family: "loyalty",
        by: None,
        direction: Direction::LowerIsBetter,
        inputs: &[REQUESTS, InputSpec::count("customers", "customers at the start")],
        parameters: &[TYPES],
        figures: &[
            FigureSpec::new("rate", Unit::Percent, Number::Ratio),
            FigureSpec::count("requests"),
            FigureSpec::count("customers"),
        ],
        prose: prose! {
            meaning: "How many requests to cancel came from existing customers, for each hundred at the start.",
            formula: "100 × tickets of the types that ask to cancel, by accounts that are customers ÷ customers at the start",
            latex: r"100 \cdot \frac{\left|\text{requests to cancel by customers}\right|}{|S|}",
            counted: COUNTED,
            left_out: LEFT_OUT,
            errors: "`window_required`; `missing_records` without accounts; `unknown_account` where a ticket names an account that is not there; `bad_parameter`.",
            interval: "None: one total by another, and a customer can ask twice.",
            pitfalls: PITFALLS,
            sources: SOURCES,
            benchmarks: &[],
            example: Example {
                inputs: &["12", "400"],
                value: "3",
                working: "12 requests to cancel, 400 customers at the start: 100 × 12 ÷ 400.",
            },
        },
    };
    type State = Sums;
    const READS: &'static [Read<Self>] = &[reads::<Self, Ticket>(TICKETS), reads::<Self, Account>(ACCOUNTS)];
    const NEEDS_WINDOW: bool = true;

    fn new(setting: &Setting<'_>) -> Result<Self> {
        Requests::new(setting).map(Rate)
    }
    fn of(&self, inputs: &Inputs<'_>) -> Result<Sums> {
        Ok(Sums::counts(&[inputs.count("requests")?, inputs.count("customers")?]))
    }
    fn finish(&self, state: &Sums, _: f64) -> Result<Vec<Figure>> {
        let (requests, customers) = (state.count(ASKED), state.count(CUSTOMERS));
        let rate = Fraction { numerator: requests.into(), denominator: customers.into(), units: 1, times: 100 };
        let rate = if customers == 0 { Err(Undefined::NoStartCustomers) } else { Ok(rate) };
        Ok([
            Figure::new("rate", rate, customers),
            Figure::count("requests", requests),
            Figure::count("customers", customers),
        ]
        .into())
    }
    fn bind(&mut self, words: &Dictionary) -> Result<()> {
        self.0.0.bind(words);
        Ok(())
    }
    fn derived(&self) -> &'static [(Kind, &'static str)] {
        DERIVED
    }
}

impl Reads<Ticket> for Rate {
    #[inline]
    fn part(&self, ticket: &TicketAt<'_>, _: &Context, state: &mut Sums) -> Result<Part> {
        if let Some(reason) = self.0.left(ticket) {
            return Ok(Part::LeftOut(reason));
        }
        state.add(ASKED, 1)?;
        Ok(Part::Counted)
    }
}

impl Reads<Account> for Rate {
    #[inline]
    fn part(&self, account: &AccountAt<'_>, context: &Context, state: &mut Sums) -> Result<Part> {
        if !account.is_customer_before(context.from) {
            return Ok(Part::Nothing);
        }
        state.add(CUSTOMERS, 1)?;
        Ok(Part::Counted)
    }
}
