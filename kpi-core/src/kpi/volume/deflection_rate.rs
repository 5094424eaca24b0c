//! Deflection rate.

use alloc::vec::Vec;

use crate::error::Result;
use crate::kpi::figure::{Figure, Inputs, Undefined};
use crate::kpi::parameters::bad;
use crate::kpi::part::{Context, Read, Setting, reads};
use crate::kpi::population;
use crate::kpi::resolution::CREATED;
use crate::kpi::self_service::session::{self, ANONYMOUS, CONTACTED_AT, LINK_WITHIN, Link, SESSIONS};
use crate::kpi::tally::{Adds, Nothing, ONE, Rule, Tallied, Tally, unless};
use crate::record::{Kind, Session, SessionAt, Ticket, TicketAt};
use crate::spec::{Direction, Example, FigureSpec, InputSpec, ParameterSpec, Source, Spec, prose, said};
use crate::state::{Reason, Sums};
use crate::words::{self, known};

const DEFLECTED: usize = 0;
const TICKETS_OF_BUCKET: usize = 1;

const KINDS: ParameterSpec = ParameterSpec {
    name: "kinds",
    takes: said("a list of words"),
    default: "[\"help_center\", \"article\", \"forum\", \"chatbot\"]",
    doc: said("The kinds of session that count: help_center, article, forum, chatbot."),
    in_formula: false,
};

/// Sessions without a contact by those and the tickets.
#[derive(Clone, Default)]
pub(crate) struct Standard {
    link: Link,
    /// The codes of the kinds that count; none for all.
    kinds: Vec<u32>,
}

impl Tally for Standard {
    const SPEC: Spec = Spec {
        id: "deflection_rate",
        variant: "standard",
        family: "volume",
        by: None,
        direction: Direction::HigherIsBetter,
        inputs: &[
            InputSpec::count("deflected", "self-service sessions that no contact followed in time"),
            InputSpec::count("tickets", "tickets of the same time"),
        ],
        parameters: &[KINDS, LINK_WITHIN, ANONYMOUS],
        figures: &[FigureSpec::share("rate"), FigureSpec::count("deflected"), FigureSpec::count("tickets")],
        prose: prose! {
            meaning: "The share of issues that self-service kept away from the agents, at most.",
            formula: "100 × sessions with no contact within `link_within` ÷ (those sessions + tickets)",
            latex: r"100 \cdot \frac{\text{sessions without a contact}}{\text{sessions without a contact} + \text{tickets}}",
            counted: "Self-service sessions by when they began, and tickets by when they were created, whoever opened them. A contact is the next ticket that the customer opened, or the next inbound call or chat, of the same account; being handed over to a person is one, too. Within means at most so long after the start of the session. Sessions and tickets count once that time is over at `as_of` (default: the window's end), so that both are of the same time.",
            left_out: "Sessions: `other_session`, `no_account` (with `anonymous` set to `exclude`), `window_open`, `contacted` (a contact followed in time; its ticket counts). Tickets: `merged`, `spam`, `deleted` (without an answer), `window_open`.",
            errors: session::ERRORS,
            interval: "Wilson.",
            pitfalls: &[
                "It is an upper bound. A session in which nobody would ever have written counts as a ticket saved.",
                session::SILENCE,
                session::ANONYMOUS_VISITORS,
                session::RECENT,
                "A session that a call followed is not deflected, but a call that made no ticket is not in the denominator.",
                "Many short sessions of one visitor count one by one; how the help center cuts them decides the figure.",
            ],
            sources: &[Source {
                title: "S1",
                says: "Names call deflection among the most common figures and wants it reduced, without a formula. That is a slip: what is deflected needs no agent, so higher is better here.",
            }],
            benchmarks: &[],
            example: Example {
                inputs: &["90", "50"],
                value: "64.285714286",
                working: "100 sessions, 10 of them followed by a ticket, and 50 tickets: 100 × 90 ÷ (90 + 50).",
            },
        },
    };
    const READS: &'static [Read<Tallied<Self>>] = &[
        reads::<Tallied<Self>, Session>(SESSIONS.needs(&["account", "kind", "started_at"])),
        reads::<Tallied<Self>, Ticket>(CREATED),
    ];

    fn new(setting: &Setting<'_>) -> Result<Self> {
        let code = |kind: &str| (words::HELP_CENTER..=words::CHATBOT).find(|&code| known(code) == kind);
        let kinds = setting.parameters.words(KINDS.name)?.unwrap_or_default();
        let kinds: Option<Vec<u32>> = kinds.iter().map(|kind| code(kind)).collect();
        let kinds = kinds.ok_or_else(|| bad(KINDS.name, "the kinds are help_center, article, forum and chatbot"))?;
        Ok(Standard { link: Link::new(setting)?, kinds })
    }
    fn of(inputs: &Inputs<'_>) -> Result<Sums> {
        Ok(Sums::counts(&[inputs.count("deflected")?, inputs.count("tickets")?]))
    }
    fn finish(sums: &Sums, level: f64) -> Vec<Figure> {
        let (deflected, tickets) = (sums.count(DEFLECTED), sums.count(TICKETS_OF_BUCKET));
        let all = deflected.saturating_add(tickets);
        [
            Figure::share("rate", deflected, all, Undefined::NoRecords, level),
            Figure::count("deflected", deflected),
            Figure::count("tickets", tickets),
        ]
        .into()
    }
    fn derived(&self) -> &'static [(Kind, &'static str)] {
        &[CONTACTED_AT]
    }
}

impl Rule<Session> for Standard {
    #[inline]
    fn adds(&self, session: &SessionAt<'_>, _: &Context<'_>) -> Result<Adds, Nothing> {
        let other = !self.kinds.is_empty() && !self.kinds.contains(&session.kind());
        unless(other.then_some(Reason::OtherSession))?;
        unless(self.link.is_contacted(session)?.then_some(Reason::Contacted))?;
        Ok(ONE)
    }
}

impl Rule<Ticket> for Standard {
    #[inline]
    fn adds(&self, ticket: &TicketAt<'_>, _: &Context<'_>) -> Result<Adds, Nothing> {
        unless(population::no_case(ticket))?;
        self.link.over(ticket.created_at().ok_or(Reason::NoAnchor)?)?;
        Ok([0, 1, 0, 0])
    }
}
