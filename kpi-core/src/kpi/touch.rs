//! Touches: the contacts, tickets and sessions after which customers buy, and which of them a conversion is credited to
//! (ruling B38).

use alloc::string::String;
use alloc::vec::Vec;

use crate::error::Result;
use crate::kpi::parameters::bad;
use crate::kpi::part::{ReadInfo, Setting};
use crate::kpi::population::{self, DAY, MONTH};
use crate::kpi::tally::Nothing;
use crate::record::{Columns, Contact, ContactAt, Kind, Record, Session, SessionAt, Ticket, TicketAt};
use crate::spec::{ParameterSpec, said};
use crate::state::{Part, Reason};
use crate::words::NONE;

pub(crate) const AFTER: ParameterSpec = ParameterSpec {
    name: "after",
    takes: said("`contacts`, `tickets`, `sessions` or `all`"),
    default: "contacts",
    doc: said(
        "What customers are touched by: inbound calls and chats that a person answered, tickets, self-service sessions, or \
          all of them; with `all` a ticket born of a contact counts once, through the contact.",
    ),
    in_formula: false,
};

pub(crate) const KINDS: ParameterSpec = ParameterSpec {
    name: "kinds",
    takes: said("a list of words"),
    default: "[\"purchase\"]",
    doc: said("The kinds of conversion that count, in your own words, too."),
    in_formula: false,
};

pub(crate) const WITHIN: ParameterSpec = ParameterSpec {
    name: "within",
    takes: said("a number of seconds"),
    default: "2592000",
    doc: said("How soon after the touch the customer has to convert: 30 days by default."),
    in_formula: false,
};

pub(crate) const RETAINED_AFTER: ParameterSpec = ParameterSpec {
    name: "retained_after",
    takes: said("a number of seconds"),
    default: "7776000",
    doc: said("How long after the touch the guard rail looks whether the customer is still there: 90 days by default."),
    in_formula: false,
};

const QUARTER: i64 = 90 * DAY;

/// What a KPI calls a touch, and which conversions it asks for.
#[derive(Clone, Default, PartialEq)]
pub(crate) struct Touches {
    /// One kind of record, or all that can be touches.
    after: Option<Kind>,
    pub kinds: Vec<String>,
}

impl Touches {
    fn new(setting: &Setting<'_>, sold: Sought) -> Result<Self> {
        let after = match &*setting.parameters.word(AFTER.name, AFTER.default)? {
            "contacts" => Some(Kind::Contact),
            "tickets" => Some(Kind::Ticket),
            "sessions" => Some(Kind::Session),
            "all" => None,
            _ => return Err(bad(AFTER.name, "expected `contacts`, `tickets`, `sessions` or `all`")),
        };
        let kinds = match sold {
            Sought::Converted => setting.parameters.words(KINDS.name)?.unwrap_or_else(|| ["purchase".into()].into()),
            Sought::Upsold => ["upsell".into()].into(),
            Sought::CrossSold => ["cross_sell".into()].into(),
        };
        Ok(Touches { after, kinds })
    }

    /// Whether records of a kind can be touches.
    pub fn reads(&self, kind: Kind) -> bool {
        self.after.map_or(matches!(kind, Kind::Contact | Kind::Ticket | Kind::Session), |own| own == kind)
    }

    /// Whether both call the same records touches.
    pub fn are_after_the_same(&self, other: &Self) -> bool {
        self.after == other.after
    }

    /// The text fields that say whether a record is a touch.
    pub const TEXTS: &'static [&'static str] = &["direction", "outcome", "abandon_step", "status", "contact"];

    /// When a record touched its customer; none where it is no touch.
    pub fn at(&self, columns: &Columns<'_>, row: usize) -> Option<i64> {
        let contact = Contact::at(columns, row).map(|contact| contact.touched(self));
        let ticket = || Ticket::at(columns, row).map(|ticket| ticket.touched(self));
        let session = || Session::at(columns, row).map(|session| session.touched(self));
        contact.or_else(ticket).or_else(session)?.ok().filter(|_| self.reads(columns.kind))
    }
}

/// Which conversions are looked for.
#[derive(Clone, Copy, Default, PartialEq)]
pub(crate) enum Sought {
    /// Those of the kinds that the caller names.
    #[default]
    Converted,
    Upsold,
    CrossSold,
}

/// What is known of a touch's customer.
pub(crate) struct Seen {
    account: u32,
    converted: Option<i64>,
    next: Option<i64>,
    ended: Option<i64>,
}

/// A record that can be a touch.
pub(crate) trait Touching {
    const KIND: Kind;
    /// When it touched the customer, or why it is no touch.
    fn touched(&self, touches: &Touches) -> Result<i64, Reason>;
    fn seen(&self, sold: Sought) -> Seen;
}

macro_rules! touching {
    ($At:ident, $Kind:ident, $record:ident, $touches:ident => $touched:expr) => {
        impl Touching for $At<'_> {
            const KIND: Kind = Kind::$Kind;
            fn touched(&self, $touches: &Touches) -> Result<i64, Reason> {
                let $record = self;
                $touched
            }
            fn seen(&self, sold: Sought) -> Seen {
                let converted = match sold {
                    Sought::Converted => self.converted_at(),
                    Sought::Upsold => self.upsold_at(),
                    Sought::CrossSold => self.cross_sold_at(),
                };
                Seen { account: self.account(), converted, next: self.next_touch_at(), ended: self.account_ended_at() }
            }
        }
    };
}

touching!(ContactAt, Contact, contact, _touches => match population::no_answer(contact) {
    Some(reason) => Err(reason),
    None => contact.waiting_since().ok_or(Reason::NoAnchor),
});
touching!(TicketAt, Ticket, ticket, touches => match population::no_case(ticket) {
    Some(reason) => Err(reason),
    None if touches.after.is_none() && ticket.contact() != NONE => Err(Reason::ThroughContact),
    None => ticket.created_at().ok_or(Reason::NoAnchor),
});
touching!(SessionAt, Session, session, _touches => session.started_at().ok_or(Reason::NoAnchor));

/// How a KPI reads touches, and which of their fields are derived.
pub(crate) struct TouchReads {
    pub contacts: ReadInfo,
    pub tickets: ReadInfo,
    pub sessions: ReadInfo,
    pub derived: &'static [(Kind, &'static str)],
}

/// How touches are read: fields of which the value matters, such of which only null or not does, and what is derived.
macro_rules! touch_reads {
    ([$($value:literal)?], [$($null:literal)?], $($derived:literal),*) => {
        $crate::kpi::touch::TouchReads {
            contacts: $crate::kpi::part::ReadInfo::new(
                $crate::record::Kind::Contact,
                $crate::spec::Anchor::Instant(&["queued_at", "started_at"]),
            )
            .needs(&["outcome"])
            .uses(&[
                "queued_at", "started_at", "answered_at", "direction", "abandon_step", $($value,)? $($derived,)*
            ])
            .presence(&[$($null)?]),
            tickets: $crate::kpi::part::ReadInfo::new(
                $crate::record::Kind::Ticket,
                $crate::spec::Anchor::Instant(&["created_at"]),
            )
            .agent("first_replier")
            .needs(&["created_at"])
            .uses(&[
                "status", "merged_at", "deleted_at", "first_response_at", "agent_replies", $($value,)? $($derived,)*
            ])
            .presence(&["contact", $($null)?]),
            sessions: $crate::kpi::part::ReadInfo::new(
                $crate::record::Kind::Session,
                $crate::spec::Anchor::Instant(&["started_at"]),
            )
            .needs(&["started_at"])
            .uses(&[$($value,)? $($derived,)*])
            .presence(&[$($null)?]),
            derived: &[$(
                ($crate::record::Kind::Contact, $derived),
                ($crate::record::Kind::Ticket, $derived),
                ($crate::record::Kind::Session, $derived),
            )*],
        }
    };
}
pub(crate) use touch_reads;

/// What came of a touch.
pub(crate) struct Outcome {
    pub account: u32,
    pub at: i64,
    /// A conversion is credited to it.
    pub credited: bool,
    /// A conversion came within the time, whatever it is credited to.
    pub followed: bool,
    /// Whether the customer was still there later; none where that cannot be said, or it had left before.
    pub retained: Option<bool>,
}

/// What is judged of touches, with the parameters that were set.
#[derive(Clone, Default)]
pub(crate) struct Judge {
    pub touches: Touches,
    sold: Sought,
    /// A conversion is credited to the last touch before it alone.
    last: bool,
    within: i64,
    retained_after: i64,
    as_of: Option<i64>,
}

impl Judge {
    pub fn new(setting: &Setting<'_>, sold: Sought, last: bool) -> Result<Self> {
        Ok(Judge {
            touches: Touches::new(setting, sold)?,
            sold,
            last,
            within: setting.parameters.duration(WITHIN.name, MONTH)?,
            retained_after: setting.parameters.duration(RETAINED_AFTER.name, QUARTER)?,
            as_of: setting.as_of,
        })
    }

    /// What is read of a kind of record.
    pub fn asked(&self, read: ReadInfo) -> ReadInfo {
        if self.touches.reads(read.kind) { read } else { read.idle() }
    }

    pub fn of<T: Touching>(&self, touch: &T) -> Result<Outcome, Nothing> {
        if !self.touches.reads(T::KIND) {
            return Err(Part::Nothing.into());
        }
        self.outcome(touch.touched(&self.touches)?, &touch.seen(self.sold))
    }

    fn outcome(&self, at: i64, seen: &Seen) -> Result<Outcome, Nothing> {
        if seen.account == NONE {
            return Err(Reason::NoAccount.into());
        }
        if !population::is_over(at, self.within, self.as_of)? {
            return Err(Reason::WindowOpen.into());
        }
        let until = at.saturating_add(self.within);
        let converted = seen.converted.filter(|&converted| converted >= at && converted <= until);
        let taken = |converted: i64| self.last && seen.next.is_some_and(|next| next <= converted);
        let later = at.saturating_add(self.retained_after);
        let there = seen.ended.is_none_or(|ended| ended > at);
        let known = there && population::is_over(at, self.retained_after, self.as_of)?;
        Ok(Outcome {
            account: seen.account,
            at,
            credited: converted.is_some_and(|converted| !taken(converted)),
            followed: converted.is_some(),
            retained: known.then(|| seen.ended.is_none_or(|ended| ended > later)),
        })
    }
}
