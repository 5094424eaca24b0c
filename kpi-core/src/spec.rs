//! What a KPI says of itself: plain constant data, from which pages, functions and types are printed.

use alloc::borrow::Cow;

use serde::Serialize;

use crate::exact::Currency;

/// The kind of number a figure is; it says within which bounds every value must lie.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Number {
    /// A part of a whole: 0 to 100.
    Share,
    /// What speaks for less what speaks against: −100 to 100.
    NetIndex,
    /// One total by another: 0 or more, without bound.
    Ratio,
    /// A change: without bounds.
    Growth,
    /// A duration: 0 or more.
    Duration,
    /// A count: 0 or more, whole.
    Count,
    /// Money: without bounds.
    Money,
    /// A score on the declared scale.
    Score,
    /// A place in an order: 1 or more.
    Rank,
}

impl Number {
    /// The stable text.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Number::Share => "share",
            Number::NetIndex => "net_index",
            Number::Ratio => "ratio",
            Number::Growth => "growth",
            Number::Duration => "duration",
            Number::Count => "count",
            Number::Money => "money",
            Number::Score => "score",
            Number::Rank => "rank",
        }
    }

    /// The bounds of every value of this kind, where it has them.
    #[must_use]
    pub const fn bounds(self) -> (Option<i32>, Option<i32>) {
        match self {
            Number::Share => (Some(0), Some(100)),
            Number::NetIndex => (Some(-100), Some(100)),
            Number::Ratio | Number::Duration | Number::Count => (Some(0), None),
            Number::Growth | Number::Money | Number::Score => (None, None),
            Number::Rank => (Some(1), None),
        }
    }
}

/// What a value is measured in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Unit {
    /// Hundredths.
    Percent,
    /// Points of an index from −100 to 100.
    Index,
    /// Seconds.
    Seconds,
    /// Records.
    Count,
    /// Points of the declared scale.
    Score,
    /// One total by another.
    Ratio,
    /// Places in an order.
    Rank,
    /// Money of a currency; `money` where no currency is known.
    Money(Option<Currency>),
}

impl Unit {
    /// The text in the report.
    #[must_use]
    pub fn text(&self) -> Cow<'static, str> {
        match self {
            Unit::Percent => "percent".into(),
            Unit::Index => "index".into(),
            Unit::Seconds => "seconds".into(),
            Unit::Count => "count".into(),
            Unit::Score => "score".into(),
            Unit::Ratio => "ratio".into(),
            Unit::Rank => "rank".into(),
            Unit::Money(None) => "money".into(),
            Unit::Money(Some(currency)) => Cow::Owned(currency.text()),
        }
    }
}

/// Whether more is better.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Direction {
    /// More is better.
    HigherIsBetter,
    /// Less is better.
    LowerIsBetter,
    /// As the scale declares it.
    AsDeclared,
    /// Neither: it says how much there was.
    Neutral,
}

impl Direction {
    /// The stable text.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Direction::HigherIsBetter => "higher_is_better",
            Direction::LowerIsBetter => "lower_is_better",
            Direction::AsDeclared => "as_declared",
            Direction::Neutral => "neutral",
        }
    }
}

/// A figure that a KPI gives.
#[derive(Clone, Copy, Debug)]
pub struct FigureSpec {
    /// Its name in the report.
    pub name: &'static str,
    /// Its unit.
    pub unit: Unit,
    /// Its kind of number.
    pub number: Number,
}

impl FigureSpec {
    pub(crate) const fn new(name: &'static str, unit: Unit, number: Number) -> Self {
        FigureSpec { name, unit, number }
    }
    pub(crate) const fn share(name: &'static str) -> Self {
        Self::new(name, Unit::Percent, Number::Share)
    }
    pub(crate) const fn count(name: &'static str) -> Self {
        Self::new(name, Unit::Count, Number::Count)
    }
    pub(crate) const fn money(name: &'static str) -> Self {
        Self::new(name, Unit::Money(None), Number::Money)
    }
    pub(crate) const fn rank(name: &'static str) -> Self {
        Self::new(name, Unit::Rank, Number::Rank)
    }
}

/// What a formula's input is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum InputKind {
    /// A count.
    Count,
    /// An amount of money.
    Amount,
    /// A duration in seconds.
    Duration,
    /// A list of durations in seconds.
    Durations,
    /// A list of counts.
    Counts,
    /// A list of scores.
    Scores,
    /// A list of flags.
    Flags,
    /// A list of decimal numbers.
    Numbers,
}

impl InputKind {
    /// The stable text.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            InputKind::Count => "count",
            InputKind::Amount => "amount",
            InputKind::Duration => "duration",
            InputKind::Durations => "durations",
            InputKind::Counts => "counts",
            InputKind::Scores => "scores",
            InputKind::Flags => "flags",
            InputKind::Numbers => "numbers",
        }
    }
}

/// An input of a formula.
#[derive(Clone, Copy, Debug)]
pub struct InputSpec {
    /// Its name in every language.
    pub name: &'static str,
    /// Its kind.
    pub of: InputKind,
    /// What it means; empty without the feature `prose`.
    pub doc: &'static str,
}

impl InputSpec {
    pub(crate) const fn new(name: &'static str, of: InputKind, doc: &'static str) -> Self {
        InputSpec { name, of, doc: said(doc) }
    }
    pub(crate) const fn count(name: &'static str, doc: &'static str) -> Self {
        Self::new(name, InputKind::Count, doc)
    }
    pub(crate) const fn amount(name: &'static str, doc: &'static str) -> Self {
        Self::new(name, InputKind::Amount, doc)
    }
}

/// A parameter of a KPI.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct ParameterSpec {
    /// Its name in every language.
    pub name: &'static str,
    /// What it takes, in words; empty without the feature `prose`.
    pub takes: &'static str,
    /// The default, as text; empty where there is none.
    pub default: &'static str,
    /// What it does; empty without the feature `prose`.
    pub doc: &'static str,
    /// Whether the formula takes it too.
    pub in_formula: bool,
}

/// Where a definition or a number comes from.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Source {
    /// The article, paper or standard.
    pub title: &'static str,
    /// What it says, in our words.
    pub says: &'static str,
}

/// A number that somebody quotes to compare with. It applies to its own population and period only.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Benchmark {
    /// The figure it speaks of.
    pub figure: &'static str,
    /// The lower end, as decimal text.
    pub low: Option<&'static str>,
    /// The upper end, as decimal text.
    pub high: Option<&'static str>,
    /// Whether the ends themselves lie outside: above 50, not 50 or more.
    pub exclusive: bool,
    /// What it calls such a value: good, excellent, mean, target …
    pub label: &'static str,
    /// Whom it speaks of.
    pub population: &'static str,
    /// Who says so.
    pub source: &'static str,
}

/// A worked example of the formula; printed into every language's documentation, where it runs as a test.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Example {
    /// The inputs in order, as JSON texts.
    pub inputs: &'static [&'static str],
    /// The headline figure's value, worked by hand.
    pub value: &'static str,
    /// The working.
    pub working: &'static str,
}

/// The texts of a KPI; they are not in the browser module.
#[derive(Clone, Copy, Debug)]
pub struct Prose {
    /// One line.
    pub meaning: &'static str,
    /// The formula in words and signs.
    pub formula: &'static str,
    /// The formula in LaTeX.
    pub latex: &'static str,
    /// What is counted.
    pub counted: &'static str,
    /// What is left out, and under which reason.
    pub left_out: &'static str,
    /// Which errors there can be.
    pub errors: &'static str,
    /// The interval beside the value.
    pub interval: &'static str,
    /// What is easily done wrong.
    pub pitfalls: &'static [&'static str],
    /// Where the definition comes from, and what each source says.
    pub sources: &'static [Source],
    /// Numbers to compare with.
    pub benchmarks: &'static [Benchmark],
    /// A worked example.
    pub example: Example,
}

/// A KPI in one variant.
#[derive(Clone, Copy, Debug)]
pub struct Spec {
    /// The KPI, for example `csat`.
    pub id: &'static str,
    /// The variant, for example `top_two_boxes`; `standard` where there is only one.
    pub variant: &'static str,
    /// The family, for example `satisfaction`.
    pub family: &'static str,
    /// The dimension that a report is grouped by where nothing is said and all its KPIs have the same one.
    pub by: Option<&'static str>,
    /// Whether more is better.
    pub direction: Direction,
    /// The formula's inputs.
    pub inputs: &'static [InputSpec],
    /// The parameters.
    pub parameters: &'static [ParameterSpec],
    /// The figures, the headline first.
    pub figures: &'static [FigureSpec],
    /// The texts; absent without the feature `prose`.
    pub prose: Option<&'static Prose>,
}

/// A text that explains; empty in a build without the feature `prose`.
pub(crate) const fn said(text: &'static str) -> &'static str {
    if cfg!(feature = "prose") { text } else { "" }
}

/// The texts, or nothing in a build without them.
macro_rules! prose {
    ($($body:tt)*) => {{
        #[cfg(feature = "prose")]
        { Some(&$crate::spec::Prose { $($body)* }) }
        #[cfg(not(feature = "prose"))]
        { None }
    }};
}
pub(crate) use prose;

/// When a record counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// In the bucket of the first of these instants that is known.
    Instant(&'static [&'static str]),
    /// In the bucket of the first of these instants that is known; what is not ended at a bucket's end is reported as
    /// `open`.
    Ending(&'static [&'static str]),
    /// In the bucket of the earliest of these instants.
    Earliest(&'static [&'static str]),
    /// In every bucket that it meets from the first to the second instant; the total is counted by itself, because
    /// balances of buckets do not add up.
    Balance(&'static str, &'static str),
    /// In every bucket that it meets from the instant to so many µs after it; the total is counted by itself.
    Lasting(&'static str, i64),
    /// At the first instant, or spread over the period from the second to the third; shares add up to the whole.
    Period(&'static str, &'static str, &'static str),
}
