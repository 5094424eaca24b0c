//! Self-service utilization: visits.

use crate::error::Result;
use crate::kpi::part::{Context, Read, ReadInfo, Reads, reads};
use crate::kpi::per_accounts::{self, OfAccounts, PerAccounts};
use crate::kpi::tally::{Adds, Nothing, ONE, Rule, Tallied, Tally};
use crate::record::{Kind, Session, SessionAt};
use crate::spec::{Anchor, Direction, Example, FigureSpec, InputSpec, Source, Spec, prose};
use crate::state::{Part, Reason, Sums};
use crate::words::NONE;

const ID: &str = "self_service_utilization";
const SESSIONS: ReadInfo =
    ReadInfo::new(Kind::Session, Anchor::Instant(&["started_at"])).needs(&["started_at"]).uses(&["kind"]);

#[cfg(feature = "prose")]
const SOURCES: &[Source] = &[Source {
    title: "S4",
    says: "How often customers open the knowledge base or the articles of the help center. It calls this a rate, but means a number: the variant `visits`.",
}];
#[cfg(feature = "prose")]
const MORE: &str = "More visits can mean a better help center, or a worse product. Look at what they read.";
#[cfg(feature = "prose")]
const KINDS: &str = "Conversations with a bot are sessions, too; filter or group by `kind` for one of them.";

/// How many visits.
#[derive(Clone, Default)]
pub(crate) struct Visits;

/// Visits for each hundred accounts.
#[derive(Clone, Default)]
pub(crate) struct OfCustomers;

impl Tally for Visits {
    const SPEC: Spec = Spec {
        id: ID,
        variant: "visits",
        family: "self_service",
        by: None,
        direction: Direction::Neutral,
        inputs: &[InputSpec::count("visits", "self-service sessions")],
        parameters: &[],
        figures: &[FigureSpec::count("visits")],
        prose: prose! {
            meaning: "How often self-service was used.",
            formula: "self-service sessions",
            latex: r"\text{sessions}",
            counted: "Sessions of every kind by when they began, with or without an account.",
            left_out: "Nothing.",
            errors: "`bad_input`.",
            interval: "None: it is a count.",
            pitfalls: &[MORE, KINDS, "Visits by robots and by your own people are visits as well, unless you keep them out."],
            sources: SOURCES,
            benchmarks: &[],
            example: Example { inputs: &["3100"], value: "3100", working: "In January 3,100 sessions began: 3,100." },
        },
    };
    const READS: &'static [Read<Tallied<Self>>] = &[reads::<Tallied<Self>, Session>(SESSIONS)];
}

impl Rule<Session> for Visits {
    #[inline]
    fn adds(&self, _: &SessionAt<'_>, _: &Context<'_>) -> Result<Adds, Nothing> {
        Ok(ONE)
    }
}

impl OfAccounts for OfCustomers {
    const SPEC: Spec = Spec {
        id: ID,
        variant: "per_100_accounts",
        family: "self_service",
        by: None,
        direction: Direction::Neutral,
        inputs: &per_accounts::inputs("visits", "self-service sessions of customers"),
        parameters: &[],
        figures: &per_accounts::figures("visits"),
        prose: prose! {
            meaning: "How often self-service was used for each hundred customers.",
            formula: "100 × sessions ÷ mean of the customers at the start and at the end",
            latex: r"100 \cdot \frac{\text{sessions}}{(\text{opening} + \text{closing}) / 2}",
            counted: "Sessions of every kind by when they began. Accounts: the customers at the start of the bucket and those at its end.",
            left_out: "Sessions: `no_account`.",
            errors: per_accounts::ERRORS,
            interval: per_accounts::INTERVAL,
            pitfalls: &[
                MORE,
                KINDS,
                "Most visitors of a help center are not signed in; then it is of the few who are. Look at `no_account`.",
                per_accounts::OF_BUCKET,
                per_accounts::BETWEEN,
                per_accounts::PEOPLE,
            ],
            sources: SOURCES,
            benchmarks: &[],
            example: Example {
                inputs: &["300", "100", "200"],
                value: "200",
                working: "100 customers at the start, 200 at the end, 300 sessions: 100 × 300 ÷ 150.",
            },
        },
    };
    const READS: &'static [Read<PerAccounts<Self>>] =
        &[reads::<PerAccounts<Self>, Session>(SESSIONS.presence(&["account"])), per_accounts::accounts()];
}

impl Reads<Session> for PerAccounts<OfCustomers> {
    #[inline]
    fn part(&self, session: &SessionAt<'_>, _: &Context<'_>, state: &mut Sums) -> Result<Part> {
        per_accounts::count((session.account() == NONE).then_some(Reason::NoAccount), state)
    }
}
