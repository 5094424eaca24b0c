//! Text as codes: one dictionary per report; the words that KPIs know have fixed codes.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use core::hash::BuildHasher;

use hashbrown::HashTable;

use crate::error::{Error, Result};
use crate::hash::{Builder, Rehash};

/// The code of "unknown": null, or an empty text.
pub(crate) const NONE: u32 = 0;

macro_rules! known {
    ($($NAME:ident = $text:literal,)*) => {
        const KNOWN: &[&str] = &[$($text,)*];
        $(
            #[allow(dead_code, reason = "the words between the ends of a range are only tested for by the range")]
            pub(crate) const $NAME: u32 = position($text);
        )*
    };
}

/// The code of a known word: its place in the list, from 1. The compiler stops at a word that is not there.
#[expect(clippy::indexing_slicing, clippy::arithmetic_side_effects, reason = "evaluated by the compiler alone")]
const fn position(word: &str) -> u32 {
    let mut at = 0;
    while !same(KNOWN[at].as_bytes(), word.as_bytes()) {
        at += 1;
    }
    at as u32 + 1
}

#[expect(clippy::indexing_slicing, clippy::arithmetic_side_effects, reason = "evaluated by the compiler alone")]
pub(crate) const fn same(a: &[u8], b: &[u8]) -> bool {
    let mut at = 0;
    while at < a.len() && at < b.len() && a[at] == b[at] {
        at += 1;
    }
    at == a.len() && at == b.len()
}

// The words of one closed list stand together, so that a range tests for them.
known! {
    NEW = "new", OPEN = "open", PENDING = "pending", ON_HOLD = "on_hold", RESOLVED = "resolved", CLOSED = "closed",
    CANCELED = "canceled", DELETED = "deleted", MERGED = "merged", SPAM = "spam",
    CUSTOMER = "customer", AGENT = "agent", BOT = "bot", SYSTEM = "system", PERSON = "person",
    SELF_SERVICE = "self_service",
    INBOUND = "inbound", OUTBOUND = "outbound",
    ANSWERED = "answered", ABANDONED = "abandoned", CALLBACK = "callback", FAILED = "failed", SELF_SERVED = "self_served",
    HIGH_IS_GOOD = "high_is_good", LOW_IS_GOOD = "low_is_good",
    MENU = "menu", QUEUE = "queue", HOLD = "hold", CONVERSATION = "conversation",
    PURCHASE = "purchase", REFUND = "refund", RENEWAL = "renewal", UPSELL = "upsell", CROSS_SELL = "cross_sell",
    SETUP = "setup", NEW_CUSTOMER = "new_customer",
    COST = "cost", REVENUE = "revenue", ACQUISITION_COST = "acquisition_cost", PENALTY = "penalty",
    MET = "met", BREACHED = "breached", RUNNING = "running", PAUSED = "paused", NOT_APPLICABLE = "not_applicable",
    FIRST_RESPONSE = "first_response", NEXT_RESPONSE = "next_response", RESOLUTION = "resolution",
    CREATED = "created", CUSTOMER_MESSAGE = "customer_message", AGENT_REPLY = "agent_reply",
    PRIVATE_NOTE = "private_note", BOT_REPLY = "bot_reply", AUTO_REPLY = "auto_reply", HANDOVER = "handover",
    ASSIGNED = "assigned", TRANSFERRED = "transferred", ESCALATED = "escalated", STATUS = "status",
    RESUMED = "resumed", REOPENED = "reopened", PRIORITY = "priority", PROMISED = "promised",
    AVAILABLE = "available", BREAK = "break", TRAINING = "training", MEETING = "meeting", OFF = "off",
    HELP_CENTER = "help_center", ARTICLE = "article", FORUM = "forum", CHATBOT = "chatbot",
    POSITIVE = "positive", NEUTRAL = "neutral", NEGATIVE = "negative",
    HELPING = "helping", VOLUNTEERING = "volunteering",
    SOME = "(some)",
}

/// The text of a known word; empty for any other code.
pub(crate) fn known(code: u32) -> &'static str {
    let place = usize::try_from(code).ok().and_then(|code| code.checked_sub(1));
    place.and_then(|place| KNOWN.get(place)).copied().unwrap_or_default()
}

/// Texts and their codes. Code 0 is null.
#[derive(Clone, Debug, Default)]
pub(crate) struct Dictionary {
    text: String,
    ends: Vec<usize>,
    table: HashTable<u32>,
    hasher: Builder,
}

impl Dictionary {
    /// One that has the known words at their fixed codes.
    pub fn new() -> Result<Self> {
        let mut dictionary = Self::default();
        for word in KNOWN {
            dictionary.intern(word)?;
        }
        Ok(dictionary)
    }

    /// Makes room for so many new texts, so that the table does not hash all of them again as it grows.
    pub fn reserve(&mut self, texts: usize) {
        self.ends.reserve(texts);
        let Dictionary { text, ends, table, hasher } = self;
        let rehash: Rehash<'_> = &|&code| hasher.hash_one(piece(text, ends, code).unwrap_or_default());
        table.reserve(texts, rehash);
    }

    /// How many codes there are, the null included.
    pub fn len(&self) -> usize {
        self.ends.len().saturating_add(1)
    }

    /// The text of a code; null for 0.
    pub fn get(&self, code: u32) -> Option<&str> {
        piece(&self.text, &self.ends, code)
    }

    /// The code of a text that is already there.
    pub fn find(&self, word: &str) -> Option<u32> {
        self.table.find(self.hasher.hash_one(word), |&code| self.get(code) == Some(word)).copied()
    }

    /// The code of a text; a new one where it is not there yet. Empty text is null.
    pub fn intern(&mut self, word: &str) -> Result<u32> {
        self.intern_new(word).map(|(code, _)| code)
    }

    /// The same, and whether the text is new.
    pub fn intern_new(&mut self, word: &str) -> Result<(u32, bool)> {
        if word.is_empty() {
            return Ok((NONE, false));
        }
        let hash = self.hasher.hash_one(word);
        if let Some(&code) = self.table.find(hash, |&code| self.get(code) == Some(word)) {
            return Ok((code, false));
        }
        let code = u32::try_from(self.len()).map_err(|_| Error::overflow())?;
        self.text.push_str(word);
        self.ends.push(self.text.len());
        let Dictionary { text, ends, table, hasher } = self;
        let rehash: Rehash<'_> = &|&code| hasher.hash_one(piece(text, ends, code).unwrap_or_default());
        table.insert_unique(hash, code, rehash);
        Ok((code, true))
    }
}

/// The text of a code; null for 0.
fn piece<'a>(text: &'a str, ends: &[usize], code: u32) -> Option<&'a str> {
    let i = usize::try_from(code).ok()?.checked_sub(1)?;
    let start = i.checked_sub(1).and_then(|before| ends.get(before).copied()).unwrap_or(0);
    text.get(start..*ends.get(i)?)
}

/// A word list for error messages: `a, b or c`.
pub(crate) fn either<'a>(words: impl IntoIterator<Item = &'a str>) -> String {
    one_of(&words.into_iter().collect::<Vec<_>>())
}

/// The same of words that stand in a list already.
pub(crate) fn one_of(words: &[&str]) -> String {
    match words.split_last() {
        None => String::from("nothing"),
        Some((last, [])) => String::from(*last),
        Some((last, first)) => format!("{} or {last}", first.join(", ")),
    }
}
