//! Every kind of record, declared once: its row, its columns, and how a KPI reads one place in them.

mod account;
mod activity;
mod agent;
mod agent_time;
mod article;
mod contact;
mod conversion;
mod employee_survey;
mod holding;
mod ledger_entry;
mod leg;
mod quality_review;
mod response_wait;
mod review;
mod session;
mod sla_target;
mod status_span;
mod subscription;
mod survey;
mod ticket;
mod ticket_event;
mod work_span;

pub use account::Account;
pub use activity::Activity;
pub use agent::Agent;
pub use agent_time::AgentTime;
pub use article::Article;
pub use contact::Contact;
pub use conversion::Conversion;
pub use employee_survey::EmployeeSurvey;
pub use holding::Holding;
pub use ledger_entry::LedgerEntry;
pub use leg::Leg;
pub use quality_review::QualityReview;
pub use response_wait::ResponseWait;
pub use review::Review;
pub use session::Session;
pub use sla_target::SlaTarget;
pub use status_span::StatusSpan;
pub use subscription::Subscription;
pub use survey::Survey;
pub use ticket::Ticket;
pub use ticket_event::TicketEvent;
pub use work_span::WorkSpan;

pub(crate) use account::AccountAt;
pub(crate) use activity::ActivityAt;
pub(crate) use agent::AgentAt;
pub(crate) use agent_time::AgentTimeAt;
pub(crate) use article::ArticleAt;
pub(crate) use contact::ContactAt;
pub(crate) use conversion::ConversionAt;
pub(crate) use employee_survey::EmployeeSurveyAt;
pub(crate) use holding::HoldingAt;
pub(crate) use ledger_entry::LedgerEntryAt;
pub(crate) use leg::LegAt;
pub(crate) use quality_review::QualityReviewAt;
pub(crate) use response_wait::ResponseWaitAt;
pub(crate) use review::ReviewAt;
pub(crate) use session::SessionAt;
pub(crate) use sla_target::SlaTargetAt;
pub(crate) use status_span::StatusSpanAt;
pub(crate) use subscription::SubscriptionAt;
pub(crate) use survey::SurveyAt;
pub(crate) use ticket::TicketAt;
pub(crate) use work_span::WorkSpanAt;

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use crate::column::{Codes, Flags, Ints, Lists};
use crate::error::Code;
use crate::exact;
use crate::rows::{Buffer, Input};
use crate::time::format_instant;

/// The type of a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Type {
    /// Text; a code of a dictionary in columns.
    Text,
    /// A list of texts.
    Tags,
    /// Microseconds UTC since 1970; RFC 3339 in text.
    Instant,
    /// Microseconds; seconds in text.
    Duration,
    /// A non-negative integer.
    Count,
    /// Yes or no.
    Flag,
    /// Thousandths of a point; a number with at most three decimal places in text.
    Score,
    /// 10⁻⁹ units of a currency; a decimal number in text.
    Amount,
}

impl Type {
    /// The name in messages and printed files.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Type::Text => "text",
            Type::Tags => "list of texts",
            Type::Instant => "instant",
            Type::Duration => "duration",
            Type::Count => "count",
            Type::Flag => "flag",
            Type::Score => "score",
            Type::Amount => "amount",
        }
    }
}

impl Type {
    /// A value in its integer units as text.
    pub(crate) fn text(self, value: i64) -> String {
        match self {
            Type::Instant => format_instant(value),
            _ => exact::unscaled(value, self.places()).to_string(),
        }
    }

    /// How many decimal places of a number in text its integer units have.
    pub(crate) const fn places(self) -> u32 {
        match self {
            Type::Score => 3,
            Type::Duration => 6,
            Type::Amount => 9,
            _ => 0,
        }
    }
}

/// A field of a record.
#[derive(Clone, Copy, Debug)]
pub struct Field {
    /// Its name in every language (JavaScript: camelCase).
    pub name: &'static str,
    /// Its type.
    pub of: Type,
    /// Whether null is refused.
    pub required: bool,
    /// What it means.
    pub doc: &'static str,
}

/// A field as a KPI reads it.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Prepared<'a> {
    Ints(Ints<'a>),
    Flags(Flags<'a>),
    Codes(Codes<'a>),
    Lists(Lists<'a>),
}

/// What a field type is as a row's value, as a column and as a KPI's reading.
pub(crate) trait FieldType {
    const OF: Type;
    type Row;
    type Value<'a>;
    /// The value in a column, of which `place` is the number among those of its store.
    fn at<'a>(columns: &Columns<'a>, place: usize, row: usize) -> Self::Value<'a>;
    fn push(buffer: &mut Buffer, row: &Self::Row);
}

/// Marker types named as the fields' types, for the `record!` macro.
pub(crate) mod field {
    use super::*;

    macro_rules! ints {
        ($($Name:ident: $Row:ty, |$value:ident| $raw:expr;)*) => { $(
            pub struct $Name;
            impl FieldType for $Name {
                const OF: Type = Type::$Name;
                type Row = Option<$Row>;
                type Value<'a> = Option<i64>;
                #[inline]
                fn at<'a>(columns: &Columns<'a>, place: usize, row: usize) -> Self::Value<'a> {
                    columns.ints.get(place).and_then(|column| column.at(row))
                }
                fn push(buffer: &mut Buffer, row: &Self::Row) { buffer.push_int(row.map(|$value| $raw)); }
            }
        )* };
    }
    ints! {
        Instant: exact::Instant, |v| v.0;
        Duration: exact::Duration, |v| v.0;
        Count: u32, |v| i64::from(v);
        Score: exact::Score, |v| v.0;
        Amount: exact::Amount, |v| v.0;
    }

    pub struct Text;
    impl FieldType for Text {
        const OF: Type = Type::Text;
        type Row = Option<String>;
        type Value<'a> = u32;
        #[inline]
        fn at<'a>(columns: &Columns<'a>, place: usize, row: usize) -> Self::Value<'a> {
            columns.codes.get(place).map_or(crate::words::NONE, |column| column.at(row))
        }
        fn push(buffer: &mut Buffer, row: &Self::Row) {
            buffer.push_text(row.as_deref());
        }
    }

    pub struct Flag;
    impl FieldType for Flag {
        const OF: Type = Type::Flag;
        type Row = Option<bool>;
        type Value<'a> = Option<bool>;
        #[inline]
        fn at<'a>(columns: &Columns<'a>, place: usize, row: usize) -> Self::Value<'a> {
            columns.flags.get(place).and_then(|column| column.at(row))
        }
        fn push(buffer: &mut Buffer, row: &Self::Row) {
            buffer.push_flag(*row);
        }
    }

    pub struct Tags;
    impl FieldType for Tags {
        const OF: Type = Type::Tags;
        type Row = Vec<String>;
        type Value<'a> = &'a [u32];
        #[inline]
        fn at<'a>(columns: &Columns<'a>, place: usize, row: usize) -> Self::Value<'a> {
            columns.lists.get(place).map(|column| column.at(row)).unwrap_or_default()
        }
        fn push(buffer: &mut Buffer, row: &Self::Row) {
            buffer.push_list(row);
        }
    }
}

/// What is wrong with one record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Flaw {
    pub field: &'static str,
    pub code: Code,
    pub text: &'static str,
}

/// What is wrong with a record goes here.
pub(crate) struct Flaws<'a> {
    row: usize,
    bad: &'a mut dyn FnMut(usize, Flaw),
}

impl Flaws<'_> {
    pub fn add(&mut self, field: &'static str, code: Code, text: &'static str) {
        (self.bad)(self.row, Flaw { field, code, text });
    }
}

/// A kind of record as the kernels see it.
pub(crate) trait Record {
    /// One place in the columns.
    type At<'a>: Copy;
    fn at<'a>(columns: &'a Columns<'a>, row: usize) -> Option<Self::At<'a>>;
    /// What the types alone cannot see: the order of instants, scales, what belongs together.
    fn check(at: &Self::At<'_>, bad: &mut Flaws<'_>);
}

/// A typed row that can be given to a report.
pub trait Row: sealed::Sealed {
    /// What kind of record it is.
    const KIND: Kind;
    /// Copies the row's wanted fields into the buffer.
    #[doc(hidden)]
    fn push(&self, builder: &mut crate::rows::TableBuilder, wanted: &crate::rows::WantedFields);
    /// Adds the names of the row's own text columns that are not there yet.
    #[doc(hidden)]
    fn names(&self, names: &mut Vec<String>);
}

mod sealed {
    pub trait Sealed {}
}

/// The value of a field type in a typed row.
macro_rules! row_of {
    (Text) => { Option<alloc::string::String> };
    (Tags) => { alloc::vec::Vec<alloc::string::String> };
    (Flag) => { Option<bool> };
    (Count) => { Option<u32> };
    (Instant) => { Option<crate::exact::Instant> };
    (Duration) => { Option<crate::exact::Duration> };
    (Score) => { Option<crate::exact::Score> };
    (Amount) => { Option<crate::exact::Amount> };
}
pub(crate) use row_of;

macro_rules! record {
    (
        $(#[doc = $doc:literal])*
        $Row:ident, $At:ident, $check:expr, {
            $($(#[doc = $field_doc:literal])* $field:ident: $Of:ident $($required:ident)?,)*
        }
    ) => {
        $(#[doc = $doc])*
        #[derive(Clone, Debug, Default, PartialEq, serde::Serialize, serde::Deserialize)]
        #[serde(default, deny_unknown_fields)]
        pub struct $Row {
            $($(#[doc = $field_doc])* pub $field: crate::record::row_of!($Of),)*
            /// The caller's own text columns, to group and filter by.
            pub segments: alloc::collections::BTreeMap<alloc::string::String, alloc::string::String>,
        }

        impl $Row {
            /// What a record of this kind is.
            pub const DOC: &'static str = concat!($($doc),*).trim_ascii();

            /// Every field, in order.
            pub const FIELDS: &'static [crate::record::Field] = &[$(crate::record::Field {
                name: crate::record::plain(stringify!($field)),
                of: <crate::record::field::$Of as crate::record::FieldType>::OF,
                required: false $(|| stringify!($required).len() > 0)?,
                doc: crate::spec::said(concat!($($field_doc),*).trim_ascii()),
            },)*];
        }

        impl crate::record::sealed::Sealed for $Row {}
        impl crate::record::Row for $Row {
            const KIND: crate::record::Kind = crate::record::Kind::$Row;
            fn push(&self, builder: &mut crate::rows::TableBuilder, wanted: &crate::rows::WantedFields) {
                builder.begin();
                let mut fields = wanted.fields.iter();
                let mut place = 0usize;
                $(if fields.next() == Some(&true) {
                    const OF: crate::record::Type = <crate::record::field::$Of as crate::record::FieldType>::OF;
                    let buffer = builder.buffer(place, crate::record::plain(stringify!($field)), OF);
                    <crate::record::field::$Of as crate::record::FieldType>::push(buffer, &self.$field);
                    place = place.wrapping_add(1);
                })*
                for (name, text) in self.segments.iter().filter(|(name, _)| wanted.segments.contains(name)) {
                    builder.buffer(place, name, crate::record::Type::Text).push_text(Some(text));
                }
            }
            fn names(&self, names: &mut alloc::vec::Vec<alloc::string::String>) {
                for name in self.segments.keys() {
                    if !names.contains(name) {
                        names.push(name.clone());
                    }
                }
            }
        }

        /// One place in the columns.
        #[derive(Clone, Copy)]
        pub(crate) struct $At<'a> { columns: &'a crate::record::Columns<'a>, row: usize }

        #[allow(dead_code, reason = "every field is declared once, whether a KPI reads it yet or not")]
        impl<'a> $At<'a> {
            $(#[inline]
            pub fn $field(&self) -> <crate::record::field::$Of as crate::record::FieldType>::Value<'a> {
                const OF: crate::record::Type = <crate::record::field::$Of as crate::record::FieldType>::OF;
                const PLACE: usize = crate::record::place($Row::FIELDS, crate::record::plain(stringify!($field)), OF);
                <crate::record::field::$Of as crate::record::FieldType>::at(self.columns, PLACE, self.row)
            })*
        }

        impl crate::record::Record for $Row {
            type At<'a> = $At<'a>;
            #[inline]
            fn at<'a>(columns: &'a crate::record::Columns<'a>, row: usize) -> Option<$At<'a>> {
                (columns.kind == crate::record::Kind::$Row).then_some($At { columns, row })
            }
            fn check(at: &$At<'_>, bad: &mut crate::record::Flaws<'_>) { $check(at, bad) }
        }
    };
}
pub(crate) use record;

macro_rules! kinds {
    ($($Row:ident, $name:literal, $plural:literal, [$($begins:literal),*];)*) => {
        /// A kind of record.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[non_exhaustive]
        pub enum Kind { $(#[doc = concat!("[`", stringify!($Row), "`]")] $Row,)* }

        $(const _: () = assert!(have_room($Row::FIELDS), "the columns of a kind need more room");)*

        impl Kind {
            /// Every kind, in the order of the documentation.
            pub const ALL: &'static [Kind] = &[$(Kind::$Row,)*];

            /// The name, for example `ticket`.
            #[must_use]
            // Once for all crates: each copy of it has all the names.
            #[inline(never)]
            pub const fn as_str(self) -> &'static str { match self { $(Kind::$Row => $name,)* } }

            /// The name of the argument that takes such records, for example `tickets`.
            #[must_use]
            pub const fn plural(self) -> &'static str { match self { $(Kind::$Row => $plural,)* } }

            /// Its fields, in order.
            #[must_use]
            #[cfg(not(all(feature = "parts", target_family = "wasm")))]
            pub const fn fields(self) -> &'static [Field] { match self { $(Kind::$Row => $Row::FIELDS,)* } }

            /// The fields of a kind that comes later, too.
            #[cfg(all(feature = "parts", target_family = "wasm"))]
            pub(crate) fn all_fields(self) -> &'static [Field] { match self { $(Kind::$Row => $Row::FIELDS,)* } }

            /// What such a record is.
            #[must_use]
            pub const fn doc(self) -> &'static str { match self { $(Kind::$Row => $Row::DOC,)* } }

            /// Its instants, of which the first that is known says when such a record came to be (ruling B42).
            pub(crate) const fn begins(self) -> &'static [&'static str] {
                match self { $(Kind::$Row => &[$($begins),*],)* }
            }

            /// The kind of a name, singular or plural.
            #[must_use]
            pub fn named(name: &str) -> Option<Kind> {
                for &kind in Self::ALL {
                    if kind.as_str() == name || kind.plural() == name {
                        return Some(kind);
                    }
                }
                None
            }

            /// The field of a name.
            #[must_use]
            pub fn field(self, name: &str) -> Option<&'static Field> {
                self.fields().iter().find(|field| field.name == name)
            }

            /// What is wrong with the first `len` records.
            pub(crate) fn check_any(columns: &Columns<'_>, len: usize, bad: &mut dyn FnMut(usize, Flaw)) {
                match columns.kind { $(Kind::$Row => check::<$Row>(columns, len, bad),)* }
            }
        }
    };
}

impl Kind {
    /// Its fields, in order; none of a kind that is not there yet.
    #[must_use]
    #[cfg(all(feature = "parts", target_family = "wasm"))]
    pub fn fields(self) -> &'static [Field] {
        match self {
            Kind::Ticket => Ticket::FIELDS,
            Kind::Contact => Contact::FIELDS,
            Kind::Survey => Survey::FIELDS,
            _ => crate::parts::rest().map(|rest| (rest.fields)(self)).unwrap_or_default(),
        }
    }

    /// What is wrong with the first `len` records.
    #[cfg(feature = "records")]
    pub(crate) fn check(columns: &Columns<'_>, len: usize, bad: &mut dyn FnMut(usize, Flaw)) {
        match columns.kind {
            Kind::Ticket => check::<Ticket>(columns, len, bad),
            Kind::Contact => check::<Contact>(columns, len, bad),
            Kind::Survey => check::<Survey>(columns, len, bad),
            // A kind that is not there has no columns.
            _ => crate::parts::rest().map(|rest| (rest.check)(columns, len, bad)).unwrap_or_default(),
        }
    }
}

fn check<R: Record>(columns: &Columns<'_>, len: usize, bad: &mut dyn FnMut(usize, Flaw)) {
    for row in 0..len {
        if let Some(at) = R::at(columns, row) {
            R::check(&at, &mut Flaws { row, bad: &mut *bad });
        }
    }
}

kinds! {
    Ticket, "ticket", "tickets", ["created_at"];
    Contact, "contact", "contacts", ["queued_at", "started_at"];
    Leg, "leg", "legs", ["from"];
    Survey, "survey", "surveys", ["submitted_at", "sent_at"];
    Account, "account", "accounts", ["started_at"];
    Subscription, "subscription", "subscriptions", ["started_at"];
    Conversion, "conversion", "conversions", ["at"];
    LedgerEntry, "ledger_entry", "ledger_entries", ["at", "from"];
    TicketEvent, "ticket_event", "events", ["at"];
    ResponseWait, "response_wait", "response_waits", ["opened_at"];
    Holding, "holding", "holdings", ["from"];
    StatusSpan, "status_span", "status_spans", ["from"];
    SlaTarget, "sla_target", "sla_targets", ["started_at"];
    AgentTime, "agent_time", "agent_times", ["from"];
    WorkSpan, "work_span", "work_spans", ["from"];
    Agent, "agent", "agents", ["hired_at"];
    Activity, "activity", "activities", ["at"];
    EmployeeSurvey, "employee_survey", "employee_surveys", ["submitted_at"];
    Session, "session", "sessions", ["started_at"];
    Article, "article", "articles", ["published_at"];
    Review, "review", "reviews", ["posted_at"];
    QualityReview, "quality_review", "quality_reviews", ["subject_at", "reviewed_at"];
}

/// The columns of a table, by how they are stored; those that were not given read as null.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Columns<'a> {
    pub kind: Kind,
    ints: [Ints<'a>; INTS],
    codes: [Codes<'a>; CODES],
    flags: [Flags<'a>; FLAGS],
    lists: [Lists<'a>; LISTS],
}

/// How many columns of each store a table can have.
const INTS: usize = 42;
const CODES: usize = 20;
const FLAGS: usize = 4;
const LISTS: usize = 1;

/// Whether the columns of these fields have room; the compiler stops where a new field needs more.
#[expect(clippy::indexing_slicing, clippy::arithmetic_side_effects, reason = "evaluated by the compiler alone")]
const fn have_room(fields: &[Field]) -> bool {
    let room = [CODES, LISTS, FLAGS, INTS];
    let mut at = 0;
    while at < fields.len() {
        if place(fields, fields[at].name, fields[at].of) >= room[store(fields[at].of) as usize] {
            return false;
        }
        at += 1;
    }
    true
}

impl<'a> Columns<'a> {
    pub fn new(kind: Kind) -> Self {
        Columns {
            kind,
            ints: [Ints::default(); INTS],
            codes: [Codes::default(); CODES],
            flags: [Flags::default(); FLAGS],
            lists: [Lists::default(); LISTS],
        }
    }

    /// Whether a field says anything in a row.
    pub fn knows(&self, field: &Field, row: usize) -> bool {
        let said = |code: u32| code != crate::words::NONE;
        let place = place(self.kind.fields(), field.name, field.of);
        match store(field.of) {
            0 => self.codes.get(place).is_some_and(|column| said(column.at(row))),
            1 => self.lists.get(place).is_some_and(|column| column.at(row).iter().copied().any(said)),
            2 => self.flags.get(place).is_some_and(|column| column.at(row).is_some()),
            _ => self.ints.get(place).is_some_and(|column| column.at(row).is_some()),
        }
    }

    /// The same with all instants.
    pub fn at_all_times(mut self) -> Self {
        for column in &mut self.ints {
            column.limit = i64::MAX;
        }
        self
    }

    /// Sets the column of a field.
    pub fn set(&mut self, field: &Field, column: Prepared<'a>) {
        let place = place(self.kind.fields(), field.name, field.of);
        match column {
            Prepared::Ints(column) => put(&mut self.ints, place, column),
            Prepared::Codes(column) => put(&mut self.codes, place, column),
            Prepared::Flags(column) => put(&mut self.flags, place, column),
            Prepared::Lists(column) => put(&mut self.lists, place, column),
        }
    }
}

fn put<T>(columns: &mut [T], place: usize, column: T) {
    if let Some(own) = columns.get_mut(place) {
        *own = column;
    }
}

/// How many fields before the one of this name and type have their columns in the same store.
#[expect(clippy::indexing_slicing, clippy::arithmetic_side_effects, reason = "never beyond the fields")]
pub(crate) const fn place(fields: &[Field], name: &str, of: Type) -> usize {
    let (mut before, mut at) = (0, 0);
    while at < fields.len() && !crate::words::same(fields[at].name.as_bytes(), name.as_bytes()) {
        before += (store(fields[at].of) == store(of)) as usize;
        at += 1;
    }
    before
}

/// How the columns of a type are stored.
const fn store(of: Type) -> u8 {
    match of {
        Type::Text => 0,
        Type::Tags => 1,
        Type::Flag => 2,
        Type::Instant | Type::Duration | Type::Count | Type::Score | Type::Amount => 3,
    }
}

impl core::fmt::Display for Kind {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str(self.as_str())
    }
}

/// What a value of a given type may look like, for messages.
pub(crate) fn expected(of: Type) -> &'static str {
    match of {
        Type::Text => "text",
        Type::Tags => "a list of texts",
        Type::Instant => "an instant: RFC 3339 text with its offset, or microseconds UTC in columns",
        Type::Duration => "a duration in seconds, or microseconds in columns",
        Type::Count => "a whole number that is not negative",
        Type::Flag => "true or false",
        Type::Score => "a number with at most 3 decimal places",
        Type::Amount => "an amount as decimal text, such as \"12.50\"",
    }
}

/// A field's name without the mark that Rust wants where the name is one of its own words.
pub(crate) const fn plain(name: &'static str) -> &'static str {
    match name.as_bytes() {
        [b'r', b'#', rest @ ..] => match core::str::from_utf8(rest) {
            Ok(name) => name,
            Err(_) => name,
        },
        _ => name,
    }
}

/// Refuses a word that is not one of a closed list, which is a range of the known words; null passes, and so does a word
/// of which only that it is there is read.
#[inline]
pub(crate) fn one_of(
    field: &'static str,
    word: u32,
    words: core::ops::RangeInclusive<u32>,
    text: &'static str,
    bad: &mut Flaws<'_>,
) {
    let unread = matches!(word, crate::words::NONE | crate::words::SOME);
    if !unread && !words.contains(&word) {
        bad.add(field, Code::UnknownWord, text);
    }
}

/// Refuses a span that runs backwards.
pub(crate) fn ends_before(from: Option<i64>, to: Option<i64>, bad: &mut Flaws<'_>) {
    if from.zip(to).is_some_and(|(from, to)| to < from) {
        let text = "it ends before it starts; correct the instants, or ask for bad records to be skipped";
        bad.add("to", Code::WrongOrder, text);
    }
}

/// Scales are small; this bound keeps every later product exact.
const HIGHEST_POINT: i64 = 1_000_000;

/// Refuses a scale that does not rise, and a score outside it; the ends are whole points, the score thousandths.
pub(crate) fn on_scale(field: &'static str, score: Option<i64>, min: i64, max: i64, bad: &mut Flaws<'_>) {
    if min >= max || max > HIGHEST_POINT {
        let text = "the scale must rise, and end at 1,000,000 or before";
        bad.add("scale_max", Code::BadScale, text);
    } else if score.is_some_and(|score| score < min.saturating_mul(1000) || score > max.saturating_mul(1000)) {
        let text =
            "it is outside its scale; name the codes that mean blank as null, or ask for bad records to be skipped";
        bad.add(field, Code::OutOfScale, text);
    }
}

/// Whether an input value can stand for null.
pub(crate) fn is_null(input: &Input<'_>) -> bool {
    matches!(input, Input::Null | Input::Text(""))
}
