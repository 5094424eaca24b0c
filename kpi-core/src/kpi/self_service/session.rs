//! Sessions: whether a contact followed one, and whether that can be judged yet.

use crate::error::Result;
use crate::kpi::parameters::bad;
use crate::kpi::part::{ReadInfo, Setting};
use crate::kpi::population::{self, DAY, is_over};
use crate::kpi::tally::{Nothing, unless};
use crate::record::{Kind, SessionAt, TicketAt};
use crate::spec::{Anchor, ParameterSpec, said};
use crate::state::Reason;
use crate::words::NONE;

pub(crate) const LINK_WITHIN: ParameterSpec = ParameterSpec {
    name: "link_within",
    takes: said("a number of seconds"),
    default: "86400",
    doc: said(
        "A contact within this time after the start of a session belongs to it: one day by default. A record counts once \
          this time is over.",
    ),
    in_formula: false,
};

const INCLUDE: &str = "include";

pub(crate) const ANONYMOUS: ParameterSpec = ParameterSpec {
    name: "anonymous",
    takes: said("`include` or `exclude`"),
    default: INCLUDE,
    doc: said(
        "Sessions without an account, of which nobody can say whether a contact followed: `include` counts them as \
          sessions without one, `exclude` leaves them out as `no_account`.",
    ),
    in_formula: false,
};

/// How sessions are read where it matters whether a contact followed.
pub(crate) const SESSIONS: ReadInfo = ReadInfo::new(Kind::Session, Anchor::Instant(&["started_at"]))
    .needs(&["account", "started_at"])
    .uses(&["contacted_at", "handed_over_at", "kind"]);

/// The field of a session that is derived.
pub(crate) const CONTACTED_AT: (Kind, &str) = (Kind::Session, "contacted_at");
/// The field of a ticket that is derived.
pub(crate) const SESSION_BEFORE_AT: (Kind, &str) = (Kind::Ticket, "session_before_at");

#[cfg(feature = "prose")]
pub(crate) const ERRORS: &str = "`as_of_required` where no window says when to look; `missing_records` where sessions \
    without `contacted_at` come with neither tickets nor contacts; `bad_parameter`; `bad_input` in the formula for a count \
    that is none, or is more than the whole of which it is a part.";
#[cfg(feature = "prose")]
pub(crate) const SILENCE: &str =
    "Silence is not success: who gives up, writes elsewhere or leaves made no contact either.";
#[cfg(feature = "prose")]
pub(crate) const ANONYMOUS_VISITORS: &str = "Visitors who are not signed in cannot be linked to a contact, so they count \
    as served; set `anonymous` to `exclude` and see how much of the figure they make.";
#[cfg(feature = "prose")]
pub(crate) const RECENT: &str = "The last day is never in it, because a contact can still follow.";

/// Whether contacts follow sessions.
#[derive(Clone, Copy, Default)]
pub(crate) struct Link {
    within: i64,
    as_of: Option<i64>,
    known_only: bool,
}

impl Link {
    pub fn new(setting: &Setting<'_>) -> Result<Self> {
        let known_only = match setting.parameters.get(ANONYMOUS.name) {
            None => false,
            Some(_) => match &*setting.parameters.word(ANONYMOUS.name, INCLUDE)? {
                INCLUDE => false,
                "exclude" => true,
                _ => return Err(bad(ANONYMOUS.name, "expected `include` or `exclude`")),
            },
        };
        let within = setting.parameters.duration(LINK_WITHIN.name, DAY)?;
        Ok(Link { within, as_of: setting.as_of, known_only })
    }

    /// Whether one instant lies at or after another, and not too late after it.
    #[inline]
    pub fn follows(self, at: Option<i64>, from: i64) -> bool {
        at.is_some_and(|at| at >= from) && self.is_in_time(at, from)
    }

    /// Whether one instant does not lie too late after another.
    #[inline]
    pub fn is_in_time(self, at: Option<i64>, from: i64) -> bool {
        at.is_some_and(|at| at <= from.saturating_add(self.within))
    }

    /// Leaves out what cannot be judged yet.
    #[inline]
    pub fn over(self, from: i64) -> Result<(), Nothing> {
        unless((!is_over(from, self.within, self.as_of)?).then_some(Reason::WindowOpen))
    }

    /// Whether the visitor came to people in time: by a contact, or handed over by the bot.
    #[inline]
    pub fn is_contacted(self, session: &SessionAt<'_>) -> Result<bool, Nothing> {
        unless((self.known_only && session.account() == NONE).then_some(Reason::NoAccount))?;
        let start = session.started_at().ok_or(Reason::NoAnchor)?;
        self.over(start)?;
        Ok([session.contacted_at(), session.handed_over_at()].into_iter().any(|at| self.follows(at, start)))
    }

    /// Tickets that do not count beside sessions: no request, or one that a session of its account came before.
    #[inline]
    pub fn new_issue(self, ticket: &TicketAt<'_>) -> Result<i64, Nothing> {
        unless(population::no_case(ticket))?;
        let created = ticket.created_at().ok_or(Reason::NoAnchor)?;
        let after = ticket.session_before_at().is_some_and(|before| self.follows(Some(created), before));
        unless(after.then_some(Reason::ThroughSession))?;
        Ok(created)
    }
}
