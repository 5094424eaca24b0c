//! Figures: what a formula takes, what `finish` gives, and the value that is rounded from it once.

use alloc::borrow::Cow;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use rust_decimal::Decimal;
use serde::Serialize;

use crate::error::{Code, Error, Result};
use crate::exact::{self, Amount, Duration, Fraction, PLACES, Score, divide, normal, number};
use crate::given::Given;
use crate::sorted::Sorted;
use crate::spec::{FigureSpec, InputKind, Number, Spec, Unit};
use crate::stats::interval::{self, Interval};
use crate::words::either;

macro_rules! undefined {
    ($($(#[doc = $doc:literal])* $Name:ident = $text:literal,)*) => {
        /// Why a figure has no value: a closed list.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[non_exhaustive]
        pub enum Undefined { $($(#[doc = $doc])* $Name,)* }

        impl Undefined {
            /// Every reason, in the order of the documentation.
            pub const ALL: &'static [Undefined] = &[$(Undefined::$Name,)*];

            /// The stable text.
            #[must_use]
            #[inline(never)] // The browser module would have the texts twice.
            pub const fn as_str(self) -> &'static str { match self { $(Undefined::$Name => $text,)* } }

            /// What it says, in a sentence.
            #[must_use]
            pub const fn doc(self) -> &'static str { match self { $(Undefined::$Name => concat!($($doc),*).trim_ascii(),)* } }
        }
    };
}

undefined! {
    /// No record counts.
    NoRecords = "no_records",
    /// Nobody was a customer at the start.
    NoStartCustomers = "no_start_customers",
    /// No costs were given.
    NoCosts = "no_costs",
    /// There were no conversations.
    NoConversations = "no_conversations",
    /// There were no tickets.
    NoTickets = "no_tickets",
    /// No ticket was resolved.
    NoResolutions = "no_resolutions",
    /// There were no conversions.
    NoConversions = "no_conversions",
    /// There was no revenue.
    NoRevenue = "no_revenue",
    /// No customer is new.
    NoNewCustomers = "no_new_customers",
    /// No customer of the start is there at the end.
    NoRetainedCustomers = "no_retained_customers",
    /// Nothing was lost, so there is nothing to divide by.
    NoLosses = "no_losses",
    /// There was no recurring revenue at the start.
    NoOpening = "no_opening",
    /// Nobody was available.
    NoAvailableTime = "no_available_time",
    /// No time was paid.
    NoPaidTime = "no_paid_time",
    /// No time was planned.
    NoPlannedTime = "no_planned_time",
    /// The agents cannot carry the load, or it is too large to be computed.
    Overloaded = "overloaded",
    /// Fewer have come so far than the figure speaks of.
    NotReached = "not_reached",
    /// It is no single agent, so it has no place among them.
    NotRanked = "not_ranked",
    /// There are too few records to rank by.
    SmallSample = "small_sample",
    /// Records that the figure needs do not have the grouping dimension.
    DimensionMissing = "dimension_missing",
    /// The groups or buckets are on different scales, so they have no total.
    MixedScales = "mixed_scales",
    /// The groups or buckets are in different currencies, so they have no total.
    MixedCurrencies = "mixed_currencies",
}

/// What `finish` gives.
#[derive(Clone, Debug)]
pub(crate) struct Figure {
    pub name: Cow<'static, str>,
    /// Where it is not the one that the spec names.
    pub unit: Option<Unit>,
    pub outcome: Result<Fraction, Undefined>,
    pub sample: u64,
    /// In the reported unit.
    pub interval: Option<Interval>,
    pub approximate: Option<f64>,
    /// Whether the fraction says something beside its value; that of a count or a quantile does not.
    pub shows_fraction: bool,
    /// How many of the numerator's and the denominator's units make one of those that are shown.
    pub shown_in: [i128; 2],
}

impl Figure {
    pub fn new(name: &'static str, outcome: Result<Fraction, Undefined>, sample: u64) -> Self {
        Figure {
            name: name.into(),
            unit: None,
            outcome,
            sample,
            interval: None,
            approximate: None,
            shows_fraction: true,
            shown_in: [1, 1],
        }
    }

    /// Takes the value away.
    pub fn undefine(&mut self, why: Undefined) {
        self.outcome = Err(why);
        self.interval = None;
        self.approximate = None;
        self.sample = 0;
    }

    /// A count, which is 0 over nothing.
    pub fn count(name: &'static str, count: u64) -> Self {
        let fraction = Fraction { numerator: count.into(), denominator: 1, units: 1, times: 1 };
        Figure { shows_fraction: false, ..Self::new(name, Ok(fraction), count) }
    }

    /// A part of a whole in percent, with its Wilson interval.
    pub fn share(name: &'static str, part: u64, whole: u64, empty: Undefined, level: f64) -> Self {
        let mut figure = Self::new(name, percent(part.into(), whole, empty), whole);
        figure.interval = interval::wilson(part, whole, level).map(|interval| times(interval, 100.0));
        figure
    }

    /// What speaks for less what speaks against, in percent of all, with its adjusted Wald interval.
    pub fn net(name: &'static str, plus: u64, neutral: u64, minus: u64, level: f64) -> Self {
        let all = plus.saturating_add(neutral).saturating_add(minus);
        let net = i128::from(plus).saturating_sub(minus.into());
        let mut figure = Self::new(name, percent(net, all, Undefined::NoRecords), all);
        figure.interval =
            interval::adjusted_wald_net(plus, neutral, minus, level).map(|interval| times(interval, 100.0));
        figure
    }

    /// A mean of integers with its t interval; `units` of them make one of the reported unit.
    pub fn mean(name: &'static str, n: u64, sum: i128, squares: Option<i128>, units: i128, level: f64) -> Self {
        let fraction = Fraction { numerator: sum, denominator: n.into(), units, times: 1 };
        let mut figure = Self::new(name, if n == 0 { Err(Undefined::NoRecords) } else { Ok(fraction) }, n);
        figure.interval = squares
            .and_then(|squares| interval::student_t_mean(n, sum, squares, level))
            .map(|interval| Interval { lower: interval.lower / units as f64, upper: interval.upper / units as f64 });
        figure
    }
}

fn percent(part: i128, whole: u64, empty: Undefined) -> Result<Fraction, Undefined> {
    if whole == 0 {
        return Err(empty);
    }
    Ok(Fraction { numerator: part, denominator: whole.into(), units: 1, times: 100 })
}

pub(crate) fn times(interval: Interval, factor: f64) -> Interval {
    Interval { lower: interval.lower * factor, upper: interval.upper * factor }
}

/// A figure with its exact value, rounded once.
#[derive(Clone, Debug, PartialEq)]
pub struct Value {
    /// Its name.
    pub figure: Cow<'static, str>,
    /// Its unit.
    pub unit: Cow<'static, str>,
    /// Its kind of number.
    pub kind: Number,
    /// The value; absent where it is undefined.
    pub value: Option<Decimal>,
    /// The float nearest to the value's text.
    pub number: Option<f64>,
    /// The fraction's numerator, before it is multiplied by 100 for a percentage; absent for counts and quantiles.
    pub numerator: Option<Decimal>,
    /// The fraction's denominator.
    pub denominator: Option<Decimal>,
    /// How many records made the figure.
    pub sample: u64,
    /// The interval's lower end.
    pub lower: Option<f64>,
    /// The interval's upper end.
    pub upper: Option<f64>,
    /// Why there is no value.
    pub undefined: Option<Undefined>,
    /// The bound of the relative error; absent where the value is exact.
    pub approximate: Option<f64>,
}

impl Value {
    pub(crate) fn new(spec: &Spec, figure: Figure) -> Result<Self> {
        // It, or one of several of a kind, as `rank_2` of `rank`.
        let is = |known: &&FigureSpec| match figure.name.strip_prefix(known.name).map(str::as_bytes) {
            Some([b'_', number @ ..]) => number.iter().all(u8::is_ascii_digit),
            rest => rest == Some(b""),
        };
        let known = spec.figures.iter().find(is);
        let unit = figure.unit.or(known.map(|known| known.unit)).unwrap_or(Unit::Percent);
        let kind = known.map_or(Number::Share, |known| known.number);
        let (mut value, mut undefined, mut numerator, mut denominator) = (None, None, None, None);
        match &figure.outcome {
            Ok(fraction) => {
                value = Some(normal(fraction.value()?));
                if figure.shows_fraction {
                    let [over, under] = figure.shown_in;
                    let over = over.checked_mul(fraction.units).ok_or_else(Error::overflow)?;
                    let places = if under == 1 { 0 } else { PLACES };
                    numerator = Some(normal(divide(fraction.numerator, over, PLACES)?));
                    denominator = Some(normal(divide(fraction.denominator, under, places)?));
                }
            }
            Err(reason) => undefined = Some(*reason),
        }
        Ok(Value {
            figure: figure.name,
            unit: unit.text(),
            kind,
            number: value.as_ref().map(number),
            value,
            numerator,
            denominator,
            sample: figure.sample,
            lower: figure.interval.map(|interval| interval.lower),
            // An end that lies beyond all that was seen is not known.
            upper: figure.interval.map(|interval| interval.upper).filter(|upper| upper.is_finite()),
            undefined,
            approximate: figure.approximate,
        })
    }
}

/// The figures of one KPI: the headline first.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(transparent)]
pub struct Figures(pub Vec<Value>);

impl Figures {
    /// The headline's value; absent where it is undefined.
    #[must_use]
    pub fn value(&self) -> Option<Decimal> {
        self.0.first().and_then(|value| value.value)
    }

    /// A figure by its name.
    #[must_use]
    pub fn get(&self, figure: &str) -> Option<&Value> {
        self.0.iter().find(|value| value.figure == figure)
    }
}

impl Serialize for Value {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeStruct;
        let text = |decimal: &Option<Decimal>| decimal.as_ref().map(exact::text);
        let mut s = serializer.serialize_struct("Value", 12)?;
        s.serialize_field("figure", &self.figure)?;
        s.serialize_field("value", &text(&self.value))?;
        s.serialize_field("number", &self.number)?;
        s.serialize_field("unit", &self.unit)?;
        s.serialize_field("kind", &self.kind)?;
        s.serialize_field("numerator", &text(&self.numerator))?;
        s.serialize_field("denominator", &text(&self.denominator))?;
        s.serialize_field("sample", &self.sample)?;
        s.serialize_field("lower", &self.lower)?;
        s.serialize_field("upper", &self.upper)?;
        s.serialize_field("undefined", &self.undefined.map(Undefined::as_str))?;
        s.serialize_field("approximate", &self.approximate)?;
        s.end()
    }
}

/// An argument of a formula.
pub type Argument = Given;

impl From<Amount> for Argument {
    fn from(amount: Amount) -> Self {
        Argument::Text(amount.to_string())
    }
}

impl From<Duration> for Argument {
    fn from(duration: Duration) -> Self {
        Argument::Text(duration.to_string())
    }
}

impl From<&[Duration]> for Argument {
    fn from(durations: &[Duration]) -> Self {
        Argument::List(durations.iter().map(|duration| Argument::Text(duration.to_string())).collect())
    }
}

impl From<&[u64]> for Argument {
    fn from(counts: &[u64]) -> Self {
        Argument::List(counts.iter().map(|&count| count.into()).collect())
    }
}

impl From<&[Decimal]> for Argument {
    fn from(numbers: &[Decimal]) -> Self {
        Argument::List(numbers.iter().map(|number| Argument::Text(number.to_string())).collect())
    }
}

impl From<&[bool]> for Argument {
    fn from(flags: &[bool]) -> Self {
        Argument::List(flags.iter().map(|&flag| Argument::Flag(flag)).collect())
    }
}

impl From<&[Score]> for Argument {
    fn from(scores: &[Score]) -> Self {
        Argument::List(scores.iter().map(|score| Argument::Text(score.to_string())).collect())
    }
}

impl From<u64> for Argument {
    fn from(count: u64) -> Self {
        i64::try_from(count).map_or_else(|_| Argument::Text(count.to_string()), Argument::Int)
    }
}

/// The inputs of a formula: all there, none too many.
pub(crate) struct Inputs<'a> {
    spec: &'a Spec,
    given: &'a Sorted<String, Argument>,
}

impl<'a> Inputs<'a> {
    pub fn new(spec: &'a Spec, given: &'a Sorted<String, Argument>) -> Result<Self> {
        let mut names = Vec::with_capacity(spec.inputs.len());
        for input in spec.inputs {
            names.push(input.name);
        }
        for (name, _) in given {
            if !names.contains(&name.as_str()) {
                let text = format!("`{}` has no input `{name}`; it takes {}", spec.id, either(names));
                return Err(Error::new(Code::UnknownInput, text).field(name.as_str()));
            }
        }
        for input in spec.inputs {
            if !given.contains_key(input.name) {
                let text = format!("`{}` needs the input `{}`; it takes {}", spec.id, input.name, either(names));
                return Err(Error::new(Code::MissingInput, text).field(input.name));
            }
        }
        Ok(Inputs { spec, given })
    }

    fn of(&self, name: &str, kind: InputKind) -> Result<&Argument> {
        let known = self.spec.inputs.iter().any(|input| input.name == name && input.of == kind);
        let given = self.given.get(name).filter(|_| known);
        given.ok_or_else(|| Error::new(Code::MissingInput, "missing").field(name))
    }

    /// A count that is not negative.
    pub fn count(&self, name: &str) -> Result<u64> {
        self.whole(name).map(i64::unsigned_abs)
    }

    /// A whole number that is not negative.
    fn whole(&self, name: &str) -> Result<i64> {
        let Ok(count) = self.of(name, InputKind::Count)?.scaled(0) else {
            return Err(bad(name, "expected a count: a whole number, 0 or more"));
        };
        if count < 0 {
            return Err(Error::new(Code::Negative, format!("{count} is negative, a count cannot be")).field(name));
        }
        // Sums of a few counts must not overflow.
        if count > i64::MAX / 2 { Err(bad(name, "the count is too large")) } else { Ok(count) }
    }

    /// A count that the other one contains.
    pub fn part_of(&self, name: &str, whole: &str) -> Result<(u64, u64)> {
        let (part, all) = (self.whole(name)?, self.whole(whole)?);
        if part > all {
            return Err(bad(name, &format!("{part} is more than the {all} of `{whole}`, of which it must be a part")));
        }
        Ok((part.unsigned_abs(), all.unsigned_abs()))
    }

    /// An amount.
    pub fn amount(&self, name: &str) -> Result<Amount> {
        match self.of(name, InputKind::Amount)? {
            Argument::Float(_) => Err(bad(name, "an amount must be exact; give it as decimal text, such as \"12.50\"")),
            given @ (Argument::Int(_) | Argument::Text(_)) => {
                given.scaled(9).map(Amount).map_err(|error| error.field(name))
            }
            _ => Err(bad(name, "expected an amount")),
        }
    }

    /// A duration in µs that is not negative.
    pub fn duration(&self, name: &str) -> Result<i64> {
        match self.of(name, InputKind::Duration)?.scaled(6).map_err(|error| error.field(name))? {
            micros if micros < 0 => Err(Error::new(Code::Negative, NEGATIVE).field(name)),
            micros => Ok(micros),
        }
    }

    fn list(&self, name: &str, kind: InputKind, places: u32, check: impl Fn(i64) -> Result<i64>) -> Result<Vec<i64>> {
        let Argument::List(list) = self.of(name, kind)? else { return Err(bad(name, "expected a list")) };
        let mut values = Vec::with_capacity(list.len());
        for (i, item) in list.iter().enumerate() {
            let value = match item {
                Argument::Int(_) | Argument::Float(_) | Argument::Text(_) => item.scaled(places).and_then(&check),
                Argument::Flag(flag) if kind == InputKind::Flags => Ok(i64::from(*flag)),
                _ => Err(Error::new(Code::NotANumber, "expected a finite number")),
            };
            values.push(value.map_err(|error| error.field(name).index(i as u64).record("input"))?);
        }
        Ok(values)
    }

    /// Durations in µs, none negative.
    pub fn durations(&self, name: &str) -> Result<Vec<i64>> {
        self.list(name, InputKind::Durations, 6, |micros| {
            if micros < 0 { Err(Error::new(Code::Negative, NEGATIVE)) } else { Ok(micros) }
        })
    }

    /// Decimal numbers in 10⁻⁹.
    pub fn numbers(&self, name: &str) -> Result<Vec<i64>> {
        self.list(name, InputKind::Numbers, 9, Ok)
    }

    /// Counts of each record.
    pub fn counts(&self, name: &str) -> Result<Vec<i64>> {
        self.list(name, InputKind::Counts, 0, |count| {
            if count < 0 { Err(Error::new(Code::Negative, "a count cannot be negative")) } else { Ok(count) }
        })
    }

    /// Flags; 1 and 0 are flags, too.
    pub fn flags(&self, name: &str) -> Result<Vec<bool>> {
        let flags = self.list(name, InputKind::Flags, 0, |flag| match flag {
            0 | 1 => Ok(flag),
            _ => Err(Error::new(Code::BadInput, "expected true or false")),
        })?;
        Ok(flags.into_iter().map(|flag| flag == 1).collect())
    }

    /// Scores in thousandths, all between the ends of the scale.
    pub fn scores(&self, name: &str, min: u64, max: u64) -> Result<Vec<i64>> {
        let ends = i64::try_from(min).ok().zip(i64::try_from(max).ok());
        let Some((min, max)) = ends.filter(|&(min, max)| min < max && max <= 1_000_000) else {
            return Err(
                Error::new(Code::BadScale, "the scale must rise, and end at 1,000,000 or before").field("scale_max")
            );
        };
        self.list(name, InputKind::Scores, 3, |score| {
            if score < min.saturating_mul(1000) || score > max.saturating_mul(1000) {
                let text = format!("{} is outside the scale from {min} to {max}", Score(score));
                return Err(Error::new(Code::OutOfScale, text));
            }
            Ok(score)
        })
    }
}

const NEGATIVE: &str = "a duration cannot be negative";

fn bad(name: &str, text: &str) -> Error {
    Error::new(Code::BadInput, text).field(name)
}
