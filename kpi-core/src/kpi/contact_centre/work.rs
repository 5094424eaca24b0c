//! What the KPIs over work spans share: which part of a span lies in the bucket.

use crate::kpi::part::{Context, ReadInfo, Setting};
use crate::record::{Kind, WorkSpanAt};
#[cfg(feature = "prose")]
use crate::spec::Source;
use crate::spec::{Anchor, FigureSpec, Number, Unit};

/// A µs, in the units of a second and an hour.
pub(super) const SECOND: i128 = 1_000_000;
pub(super) const HOUR: i128 = 3_600 * SECOND;

/// Work spans, each in every bucket that it meets.
pub(super) const SPANS: ReadInfo = ReadInfo::new(Kind::WorkSpan, Anchor::Period("from", "from", "to"));

/// A sum of time.
pub(super) const fn time(name: &'static str) -> FigureSpec {
    FigureSpec::new(name, Unit::Seconds, Number::Duration)
}

/// The instant after which nothing has happened yet.
#[derive(Clone, Copy, Debug)]
pub(super) struct Limit(i64);

impl Limit {
    pub fn new(setting: &Setting<'_>) -> Self {
        Limit(setting.as_of.filter(|_| setting.as_of_asked).unwrap_or(i64::MAX))
    }

    /// The end of a bucket, as far as it is over.
    pub fn end(self, to: i64) -> i64 {
        to.min(self.0)
    }

    /// How long a span lies in the bucket.
    #[inline]
    pub fn clipped(self, span: &WorkSpanAt<'_>, context: &Context<'_>) -> i64 {
        // An end after `as_of` reads as null.
        let to = self.end(context.to).min(span.to().unwrap_or(i64::MAX));
        let from = span.from().unwrap_or(i64::MAX).max(context.from);
        to.saturating_sub(from).max(0)
    }
}

/// What handling is, and what a KPI says beside it.
#[cfg(feature = "prose")]
macro_rules! counted {
    ($own:literal) => {
        concat!(
            "Handling is talk, hold and the work after each contact that was answered, outbound ones included: from the \
             answer to its end and the wrap-up, or for as long as talk, hold and wrap-up take, whichever is later. \
             Where the legs of a contact are given, it is that of each leg for its agent. ",
            $own
        )
    };
}
#[cfg(feature = "prose")]
pub(super) use counted;

#[cfg(feature = "prose")]
pub(super) const ERRORS: &str = "`missing_records` without agents' times, or without the contacts or legs that are handled; \
    `missing_field` where tables come one after the other and work spans are not given, because then nobody can make them; \
    `wrong_order`, `unknown_word`; `bad_input` where a part is more than its whole.";

#[cfg(feature = "prose")]
pub(super) const OVERLAP: &str = "Where two records of one agent and state overlap, a paid one stands for both, and of equals \
    one that names its team; where both name one, the last by the alphabet.";

#[cfg(feature = "prose")]
pub(super) const INTERVAL: &str = "None: it is time by time, not a sample.";

#[cfg(feature = "prose")]
pub(super) const FIELD: Source = Source {
    title: "Field",
    says: "Workforce management measures agents' time by state, and what is paid, planned and handled in it.",
};
