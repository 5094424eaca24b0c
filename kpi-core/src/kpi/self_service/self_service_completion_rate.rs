//! Self-service completion rate.

use super::session::{self, ANONYMOUS, CONTACTED_AT, LINK_WITHIN, Link, SESSION_BEFORE_AT, SESSIONS};
use crate::error::Result;
use crate::kpi::part::{Context, Read, ReadInfo, Setting, reads};
use crate::kpi::resolution::{CREATED, case_fields};
use crate::kpi::tally::{Adds, Nothing, Rule, Tallied, Tally, in_part};
use crate::record::{Kind, Session, SessionAt, Ticket, TicketAt};
use crate::spec::{Benchmark, Direction, Example, FigureSpec, InputSpec, ParameterSpec, Source, Spec, prose};

const PARAMETERS: &[ParameterSpec] = &[LINK_WITHIN, ANONYMOUS];
const COMPLETED: InputSpec = InputSpec::count("completed", "sessions whose visitor said solved, and made no contact");
const SOLVED: ReadInfo = SESSIONS.needs(&["account", "solved", "started_at"]);

#[cfg(feature = "prose")]
const SOURCES: &[Source] = &[Source {
    title: "S4",
    says: "Asks after a visit whether the issue is solved, and divides the successes by all customer issues, times 100: the variant `of_issues`. It also speaks of the share of customers; its formula decides. Quotes Gartner's mean of 14 %.",
}];
#[cfg(feature = "prose")]
const ASKED: &str = "Only visitors who are asked and answer can complete. Few answer, so the figure is low by its nature; compare it with your own past.";
#[cfg(feature = "prose")]
const MERGED_VISITS: &str =
    "Two sessions of one visitor on one issue are two issues here: nothing in the data says that they belong together.";

/// Completed sessions by all issues.
#[derive(Clone, Default)]
pub(crate) struct OfIssues(Link);

/// Completed sessions by sessions.
#[derive(Clone, Default)]
pub(crate) struct OfSessions(Link);

impl Tally for OfIssues {
    const SPEC: Spec = Spec {
        id: "self_service_completion_rate",
        variant: "of_issues",
        family: "self_service",
        by: None,
        direction: Direction::HigherIsBetter,
        inputs: &[
            COMPLETED,
            InputSpec::count("issues", "issues: sessions, and tickets that no session of the customer came before"),
        ],
        parameters: PARAMETERS,
        figures: &[FigureSpec::share("share"), FigureSpec::count("completed"), FigureSpec::count("issues")],
        prose: prose! {
            meaning: "The share of all customer issues that self-service solved, by the customers' own word.",
            formula: "100 × sessions that were said to be solved and that no contact followed within `link_within` ÷ (sessions + tickets with no session of the same account within `link_within` before)",
            latex: r"100 \cdot \frac{\text{solved sessions without a contact}}{\text{sessions} + \text{tickets without a session before}}",
            counted: "An issue counts once: a session by when it began, and a ticket by when it was created where no session of its account began within `link_within` before it. A contact is the next ticket that the customer opened, or the next inbound call or chat, of the same account, or being handed over to a person. Sessions and tickets count once that time is over at `as_of` (default: the window's end).",
            left_out: "Sessions: `no_account` (with `anonymous` set to `exclude`), `window_open`. Tickets: `merged`, `spam`, `deleted` (without an answer), `through_session` (the issue counts through the session), `window_open`.",
            errors: session::ERRORS,
            interval: "Wilson.",
            pitfalls: &[
                ASKED,
                MERGED_VISITS,
                "Gartner's 14 % is of issues that began in self-service or elsewhere, by survey; the same word stands for other figures in other reports.",
                "A ticket without an account counts as an issue of its own, because no session can be linked to it.",
                "Without sessions among the records every ticket is an issue and the figure is 0.",
                session::RECENT,
            ],
            sources: SOURCES,
            benchmarks: &[Benchmark {
                figure: "share",
                low: Some("14"),
                high: Some("14"),
                exclusive: false,
                label: "mean",
                population: "self-service in general, after Gartner",
                source: "S4",
            }],
            example: Example {
                inputs: &["20", "140"],
                value: "14.285714286",
                working: "100 sessions, 20 of them said to be solved, and 50 tickets, 10 of them after a session: 100 × 20 ÷ (100 + 40).",
            },
        },
    };
    const READS: &'static [Read<Tallied<Self>>] = &[
        reads::<Tallied<Self>, Session>(SOLVED),
        reads::<Tallied<Self>, Ticket>(
            CREATED.needs(&["account", "created_at"]).uses(case_fields!("session_before_at")),
        ),
    ];

    fn new(setting: &Setting<'_>) -> Result<Self> {
        Link::new(setting).map(OfIssues)
    }
    fn derived(&self) -> &'static [(Kind, &'static str)] {
        &[CONTACTED_AT, SESSION_BEFORE_AT]
    }
}

impl Tally for OfSessions {
    const SPEC: Spec = Spec {
        id: "self_service_completion_rate",
        variant: "of_sessions",
        family: "self_service",
        by: None,
        direction: Direction::HigherIsBetter,
        inputs: &[COMPLETED, InputSpec::count("sessions", "sessions")],
        parameters: PARAMETERS,
        figures: &[FigureSpec::share("share"), FigureSpec::count("completed"), FigureSpec::count("sessions")],
        prose: prose! {
            meaning: "The share of self-service sessions that solved the issue, by the customers' own word.",
            formula: "100 × sessions that were said to be solved and that no contact followed within `link_within` ÷ sessions",
            latex: r"100 \cdot \frac{\text{solved sessions without a contact}}{\text{sessions}}",
            counted: "Sessions by when they began. A contact is the next ticket that the customer opened, or the next inbound call or chat, of the same account, or being handed over to a person. A session counts once that time is over at `as_of` (default: the window's end).",
            left_out: "`no_account` (with `anonymous` set to `exclude`), `window_open`.",
            errors: session::ERRORS,
            interval: "Wilson.",
            pitfalls: &[ASKED, "It says nothing of the customers who never tried self-service.", session::RECENT],
            sources: SOURCES,
            benchmarks: &[],
            example: Example {
                inputs: &["20", "100"],
                value: "20",
                working: "Of 100 sessions 20 were said to be solved, and no contact followed: 100 × 20 ÷ 100.",
            },
        },
    };
    const READS: &'static [Read<Tallied<Self>>] = &[reads::<Tallied<Self>, Session>(SOLVED)];

    fn new(setting: &Setting<'_>) -> Result<Self> {
        Link::new(setting).map(OfSessions)
    }
    fn derived(&self) -> &'static [(Kind, &'static str)] {
        &[CONTACTED_AT]
    }
}

#[inline]
fn completed(link: Link, session: &SessionAt<'_>) -> Result<Adds, Nothing> {
    Ok(in_part(!link.is_contacted(session)? && session.solved() == Some(true)))
}

impl Rule<Session> for OfIssues {
    #[inline]
    fn adds(&self, session: &SessionAt<'_>, _: &Context<'_>) -> Result<Adds, Nothing> {
        completed(self.0, session)
    }
}

impl Rule<Session> for OfSessions {
    #[inline]
    fn adds(&self, session: &SessionAt<'_>, _: &Context<'_>) -> Result<Adds, Nothing> {
        completed(self.0, session)
    }
}

impl Rule<Ticket> for OfIssues {
    #[inline]
    fn adds(&self, ticket: &TicketAt<'_>, _: &Context<'_>) -> Result<Adds, Nothing> {
        let created = self.0.new_issue(ticket)?;
        self.0.over(created)?;
        Ok(in_part(false))
    }
}
