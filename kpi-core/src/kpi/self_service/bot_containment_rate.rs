//! Bot containment rate, and its counterpart: how often a bot hands over.

use core::marker::PhantomData;

use super::session::{self, ANONYMOUS, CONTACTED_AT, LINK_WITHIN, Link, SESSION_BEFORE_AT, SESSIONS};
use crate::error::Result;
use crate::kpi::part::{Context, Read, Setting, reads};
use crate::kpi::population;
use crate::kpi::resolution::{CREATED, case_fields};
use crate::kpi::tally::{Adds, Nothing, Rule, Tallied, Tally, in_part, unless};
use crate::record::{Kind, Session, SessionAt, Ticket, TicketAt};
use crate::spec::{Direction, Example, FigureSpec, InputSpec, Source, Spec, prose};
use crate::state::Reason;
use crate::words;

const CONVERSATIONS: InputSpec = InputSpec::count("conversations", "conversations with a bot");

#[cfg(feature = "prose")]
const COUNTED: &str = "Conversations with a bot: sessions of kind chatbot, by when they began, and tickets on which a bot worked, by when they were created. It worked on a ticket where it replied, handed it over or resolved it; where a session of the account began within `link_within` before, the session counts instead.";
#[cfg(feature = "prose")]
const TWICE: &str = "Where chats become tickets, a chat of a visitor without an account and its ticket are two conversations, because nothing links them. Leave the bot's fields of such tickets empty.";
#[cfg(feature = "prose")]
const SOURCES: &[Source] = &[
    Source { title: "S0", says: "Tells of bots that answer within seconds; it gives no formula." },
    Source {
        title: "S4",
        says: "Counts chatbots among self-service, whose success is to solve an issue without an agent; it gives no formula of their own.",
    },
];

/// What of the conversations is counted.
pub(crate) trait Variant: Clone + Default + Send + Sync + 'static {
    const SPEC: Spec;
    /// Whether it is those that were handed over, and not those that were contained.
    const HANDED_OVER: bool;
}

/// Conversations that needed no person.
#[derive(Clone, Default)]
pub(crate) struct Contained;

/// Conversations that the bot handed over.
#[derive(Clone, Default)]
pub(crate) struct HandedOver;

impl Variant for Contained {
    const SPEC: Spec = Spec {
        id: "bot_containment_rate",
        variant: "contained",
        family: "self_service",
        by: None,
        direction: Direction::HigherIsBetter,
        inputs: &[InputSpec::count("contained", "conversations that needed no person"), CONVERSATIONS],
        parameters: &[LINK_WITHIN, ANONYMOUS],
        figures: &[FigureSpec::share("share"), FigureSpec::count("contained"), FigureSpec::count("conversations")],
        prose: prose! {
            meaning: "The share of conversations with a bot that needed no person, then or within a day.",
            formula: "100 × conversations that were not handed over, not said to be unsolved and not followed by a contact within `link_within` ÷ conversations with a bot",
            latex: r"100 \cdot \frac{\text{conversations contained by the bot}}{\text{conversations with a bot}}",
            counted: "Conversations with a bot: sessions of kind chatbot, by when they began, and tickets on which a bot worked, by when they were created. It worked on a ticket where it replied, handed it over or resolved it; where a session of the account began within `link_within` before, the session counts instead. A session is contained where the bot did not hand over, the visitor did not say that it was unsolved, and no ticket of the customer and no inbound call or chat of the account came within `link_within` after its start. A ticket is contained where the bot resolved it, handed nothing over and no person replied, and within `link_within` of its first resolution it was not reopened and no ticket of the same account and type followed. A session counts once that time is over at `as_of` (default: the window's end), and a ticket likewise, from its first resolution, or from its creation where it is open.",
            left_out: "Sessions: `other_session`, `no_account` (with `anonymous` set to `exclude`), `window_open`. Tickets: `merged`, `spam`, `deleted` (without an answer), `no_bot`, `through_session` (the conversation counts through the session), `window_open`.",
            errors: session::ERRORS,
            interval: "Wilson.",
            pitfalls: &[
                session::SILENCE,
                session::ANONYMOUS_VISITORS,
                "A bot that never hands over contains everything. Look at satisfaction and at who comes back.",
                "It is not 100 − the handover rate: between them lie those who said unsolved, or came back by another way.",
                TWICE,
                session::RECENT,
            ],
            sources: SOURCES,
            benchmarks: &[],
            example: Example {
                inputs: &["6", "10"],
                value: "60",
                working: "Of ten conversations two were handed over, one ended unsolved, and after another the customer called an hour later: 100 × 6 ÷ 10.",
            },
        },
    };
    const HANDED_OVER: bool = false;
}

impl Variant for HandedOver {
    const SPEC: Spec = Spec {
        id: "bot_containment_rate",
        variant: "bot_handover_rate",
        family: "self_service",
        by: None,
        direction: Direction::LowerIsBetter,
        inputs: &[InputSpec::count("handed_over", "conversations that the bot handed over to a person"), CONVERSATIONS],
        parameters: &[LINK_WITHIN],
        figures: &[FigureSpec::share("share"), FigureSpec::count("handed_over"), FigureSpec::count("conversations")],
        prose: prose! {
            meaning: "The share of conversations that the bot handed over to a person.",
            formula: "100 × conversations that were handed over ÷ conversations with a bot",
            latex: r"100 \cdot \frac{\text{conversations handed over}}{\text{conversations with a bot}}",
            counted: COUNTED,
            left_out: "Sessions: `other_session`. Tickets: `merged`, `spam`, `deleted` (without an answer), `no_bot`, `through_session` (the conversation counts through the session).",
            errors: "`bad_input` in the formula where more were handed over than there were.",
            interval: "Wilson.",
            pitfalls: &[
                "A low rate is good only where the issues are solved: hold it beside `contained`.",
                "A handover that comes early and with its history saves the customer from explaining twice; it is no failure by itself.",
                TWICE,
            ],
            sources: SOURCES,
            benchmarks: &[],
            example: Example {
                inputs: &["2", "10"],
                value: "20",
                working: "Of ten conversations two were handed over: 100 × 2 ÷ 10.",
            },
        },
    };
    const HANDED_OVER: bool = true;
}

/// The KPI in one variant.
#[derive(Clone, Default)]
pub(crate) struct Conversations<V> {
    link: Link,
    variant: PhantomData<V>,
}

impl<V: Variant> Tally for Conversations<V> {
    const SPEC: Spec = V::SPEC;
    const READS: &'static [Read<Tallied<Self>>] = &[
        reads::<Tallied<Self>, Session>(if V::HANDED_OVER {
            SESSIONS.needs(&["handed_over_at", "kind", "started_at"]).uses(&[])
        } else {
            SESSIONS.needs(&["account", "handed_over_at", "kind", "started_at"]).uses(&["contacted_at", "solved"])
        }),
        reads::<Tallied<Self>, Ticket>(if V::HANDED_OVER {
            CREATED.uses(case_fields!("bot_replies", "handover_at", "resolved_by", "session_before_at"))
        } else {
            CREATED.uses(case_fields!(
                "bot_replies",
                "handover_at",
                "resolved_by",
                "session_before_at",
                "first_resolved_at",
                "resolved_at",
                "first_reopened_at",
                "reopens",
                "next_case_after_resolution_at"
            ))
        }),
    ];

    fn new(setting: &Setting<'_>) -> Result<Self> {
        Ok(Conversations { link: Link::new(setting)?, variant: PhantomData })
    }
    fn derived(&self) -> &'static [(Kind, &'static str)] {
        if V::HANDED_OVER {
            &[SESSION_BEFORE_AT]
        } else {
            &[CONTACTED_AT, SESSION_BEFORE_AT, (Kind::Ticket, "next_case_after_resolution_at")]
        }
    }
}

impl<V: Variant> Rule<Session> for Conversations<V> {
    #[inline]
    fn adds(&self, session: &SessionAt<'_>, _: &Context<'_>) -> Result<Adds, Nothing> {
        unless((session.kind() != words::CHATBOT).then_some(Reason::OtherSession))?;
        let handed_over = session.handed_over_at().is_some();
        if V::HANDED_OVER {
            return Ok(in_part(handed_over));
        }
        let contacted = self.link.is_contacted(session)?;
        Ok(in_part(!contacted && !handed_over && session.solved() != Some(false)))
    }
}

impl<V: Variant> Rule<Ticket> for Conversations<V> {
    #[inline]
    fn adds(&self, ticket: &TicketAt<'_>, _: &Context<'_>) -> Result<Adds, Nothing> {
        let handed_over = ticket.handover_at().is_some();
        let by_bot = ticket.resolved_by() == words::BOT;
        unless(population::no_case(ticket))?;
        unless((!by_bot && !handed_over && ticket.bot_replies() <= Some(0)).then_some(Reason::NoBot))?;
        let created = self.link.new_issue(ticket)?;
        if V::HANDED_OVER {
            return Ok(in_part(handed_over));
        }
        let resolved = population::first_resolved(ticket).unwrap_or(created);
        self.link.over(resolved)?;
        let reopened = ticket.first_reopened_at();
        let mut again = [reopened, ticket.next_case_after_resolution_at()].into_iter();
        // A reopening lies before the resolution where only the last one is known.
        let again =
            again.any(|at| self.link.is_in_time(at, resolved)) || reopened.is_none() && ticket.reopens() > Some(0);
        Ok(in_part(by_bot && !handed_over && !population::is_answered(ticket) && !again))
    }
}
