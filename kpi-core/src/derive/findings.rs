//! Findings: what in a log contradicts itself. They change nothing but what they say, and are never dropped.

use serde::ser::{Serialize, SerializeMap, Serializer};

macro_rules! findings {
    ($($name:ident = $code:literal, $text:literal;)*) => {
        /// What contradicts itself in a log of events. The text of [`Finding::code`] is stable.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum FindingCode { $(#[doc = $text] $name,)* }

        impl FindingCode {
            /// Every code, in the order of the documentation.
            pub const ALL: &'static [FindingCode] = &[$(FindingCode::$name,)*];

            /// The stable text, for example `reopened_while_open`.
            #[must_use]
            pub const fn as_str(self) -> &'static str { match self { $(FindingCode::$name => $code,)* } }

            /// What it says, and what was done about it.
            #[must_use]
            pub const fn text(self) -> &'static str { match self { $(FindingCode::$name => $text,)* } }
        }
    };
}

findings! {
    NotCreated = "not_created", "no event says when the ticket was created; what the tickets say counts, else its first event";
    Duplicate = "duplicate", "an earlier event is equal in every field; this one is ignored";
    CreatedTwice = "created_twice", "the ticket was created before; this event is ignored";
    BeforeCreation = "before_creation", "the event is before the ticket was created; it is ignored";
    Role = "role", "a reply of an agent by a customer; it is read as a customer's message";
    ReopenedWhileOpen = "reopened_while_open", "the ticket was neither resolved nor closed; the reopening is ignored";
    AfterCancellation = "after_cancellation", "the ticket was canceled before; the event is ignored";
    AfterMerge = "after_merge", "the ticket was merged before; the event is ignored";
    AfterDeletion = "after_deletion", "the ticket was deleted before; the event is ignored";
    AfterSpam = "after_spam", "the ticket was marked as spam before; the event is ignored";
}

/// A contradiction in the log of one ticket.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Finding<'a> {
    /// The ticket.
    pub ticket: &'a str,
    /// The event's place in the log as it was given, from 0; none where it is about no event.
    pub event: Option<u64>,
    /// What it is.
    pub code: FindingCode,
}

impl Serialize for Finding<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(4))?;
        map.serialize_entry("ticket", self.ticket)?;
        map.serialize_entry("event", &self.event)?;
        map.serialize_entry("code", self.code.as_str())?;
        map.serialize_entry("text", self.code.text())?;
        map.end()
    }
}
