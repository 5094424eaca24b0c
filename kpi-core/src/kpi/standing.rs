//! Where a value stands against the benchmarks of its figure, in no more words than their source has.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

#[cfg(feature = "prose")]
use rust_decimal::Decimal;
use serde::Serialize;

use crate::error::{Code, Error, Result};
use crate::exact::scaled;
use crate::given::Given;
use crate::kpi::clock::CALENDAR;
use crate::kpi::{Entry, find};
use crate::spec::{Direction, Unit};
use crate::words::either;

/// What is said of a figure that nobody gives a number for.
const NO_BENCHMARK: &str = "no_benchmark";
/// A benchmark that is one number, not a range, whatever end of it is given.
const MEAN: &str = "mean";

/// Where a value stands against a benchmark, which speaks of its own population and period only.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Standing {
    /// The benchmark's label where the value lies within it: `good`, `excellent`, `needs_work`, `usual`, `possible`,
    /// `expected`, `mean`; else `better` or `worse` than it, or `above` or `below` it where neither is better;
    /// `no_benchmark` where there is none.
    pub word: String,
    /// What the source calls a value within the benchmark.
    pub label: Option<String>,
    /// The benchmark's lower end, as decimal text.
    pub low: Option<String>,
    /// Its upper end.
    pub high: Option<String>,
    /// Whether the ends themselves lie outside: above 50, not 50 or more.
    pub exclusive: bool,
    /// Whom it speaks of.
    pub population: Option<String>,
    /// Who says so.
    pub source: Option<String>,
    /// The clock of its durations: benchmarks are in calendar time, whatever the value is in.
    pub clock: Option<&'static str>,
}

/// A benchmark, wherever it is kept.
struct Mark<'a> {
    figure: &'a str,
    low: Option<&'a str>,
    high: Option<&'a str>,
    exclusive: bool,
    label: &'a str,
    population: &'a str,
    source: &'a str,
}

impl Mark<'_> {
    /// Where the value lies: below (−1), within (0) or above (1).
    fn side(&self, value: i64) -> Result<i8> {
        let end = |text: Option<&str>| text.map(|text| scaled(text, 9)).transpose();
        let (mut low, mut high) = (end(self.low)?, end(self.high)?);
        if self.label == MEAN {
            (low, high) = (low.or(high), high.or(low));
        }
        Ok(match () {
            () if low.is_some_and(|low| value < low || self.exclusive && value == low) => -1,
            () if high.is_some_and(|high| value > high || self.exclusive && value == high) => 1,
            () => 0,
        })
    }

    fn standing(&self, side: i8, direction: Direction, clock: Option<&'static str>) -> Standing {
        let word = match (side, direction) {
            (0, _) => self.label.replace(' ', "_"),
            (1, Direction::HigherIsBetter) | (-1, Direction::LowerIsBetter) => "better".into(),
            (_, Direction::HigherIsBetter | Direction::LowerIsBetter) => "worse".into(),
            (1, _) => "above".into(),
            _ => "below".into(),
        };
        Standing {
            word,
            label: Some(self.label.into()),
            low: self.low.map(String::from),
            high: self.high.map(String::from),
            exclusive: self.exclusive,
            population: Some(self.population.into()),
            source: Some(self.source.into()),
            clock,
        }
    }
}

/// One standing for each population and source. Of several benchmarks of one the last counts that the value lies within,
/// else the first.
fn stand(
    entry: &Entry,
    figure: &str,
    value: i64,
    population: Option<&str>,
    marks: &[Mark<'_>],
) -> Result<Vec<Standing>> {
    let spec = entry.spec();
    let known = spec.figures.iter().find(|known| figure.is_empty() || known.name == figure).ok_or_else(|| {
        let names = either(spec.figures.iter().map(|figure| figure.name));
        Error::new(Code::BadRequest, format!("`{}` has no figure `{figure}`; choose {names}", spec.id)).field("figure")
    })?;
    let clock = (known.unit == Unit::Seconds).then_some(CALENDAR);
    let mut found: Vec<(&Mark<'_>, i8)> = Vec::new();
    for mark in
        marks.iter().filter(|mark| mark.figure == known.name && population.is_none_or(|own| own == mark.population))
    {
        let side = mark.side(value)?;
        match found.iter_mut().find(|(own, _)| (own.population, own.source) == (mark.population, mark.source)) {
            Some(own) if side == 0 => *own = (mark, side),
            Some(_) => {}
            None => found.push((mark, side)),
        }
    }
    if found.is_empty() {
        return Ok([Standing { word: NO_BENCHMARK.into(), ..Standing::default() }].into());
    }
    Ok(found.into_iter().map(|(mark, side)| mark.standing(side, spec.direction, clock)).collect())
}

/// Where a value stands against the benchmarks of its figure: one standing for each population and source that speaks of
/// it, or a single `no_benchmark`. An empty variant is the default one, an empty figure the first.
///
/// # Errors
/// [`Code::UnknownKpi`], [`Code::UnknownVariant`]; [`Code::BadRequest`] for a figure that the KPI does not have.
///
/// ```
/// let found = kpi_core::standing("csat", "", "", "72.5".parse().unwrap(), None)?;
/// assert_eq!((found[0].word.as_str(), found[0].low.as_deref()), ("excellent", Some("70")));
/// let found = kpi_core::standing("csat", "", "", 50.into(), None)?;
/// assert_eq!((found[0].word.as_str(), found[0].label.as_deref(), found[0].exclusive), ("worse", Some("good"), true));
/// let found = kpi_core::standing("first_response_time", "", "mean", 200.into(), Some("phone"))?;
/// assert_eq!((found[0].word.as_str(), found[0].clock), ("worse", Some("calendar")));
/// # Ok::<(), kpi_core::Error>(())
/// ```
#[cfg(feature = "prose")]
pub fn standing(
    kpi: &str,
    variant: &str,
    figure: &str,
    value: Decimal,
    population: Option<&str>,
) -> Result<Vec<Standing>> {
    use alloc::string::ToString;
    let entry = find(kpi, variant)?;
    let benchmarks = entry.spec().prose.map(|prose| prose.benchmarks).unwrap_or_default();
    let mark = |own: &crate::spec::Benchmark| Mark {
        figure: own.figure,
        low: own.low,
        high: own.high,
        exclusive: own.exclusive,
        label: own.label,
        population: own.population,
        source: own.source,
    };
    let marks: Vec<Mark<'_>> = benchmarks.iter().map(mark).collect();
    let value = scaled(&value.to_string(), 9).map_err(|error| error.field("value"))?;
    stand(entry, figure, value, population, &marks)
}

/// The same against benchmarks that come with the question, for a build without texts: an object of `kpi`, `variant`,
/// `figure`, `value`, `population` and `benchmarks`.
///
/// # Errors
/// As [`standing`], and [`Code::BadRequest`] for what is no such object.
#[doc(hidden)]
pub fn standing_among(given: &Given) -> Result<Vec<Standing>> {
    let fields = given.fields(&["kpi", "variant", "figure", "value", "population", "benchmarks"])?;
    let entry = find(fields.need("kpi", Given::text)?, fields.get("variant", Given::text)?.unwrap_or_default())?;
    let benchmarks = fields.need("benchmarks", Given::list)?;
    let marks: Vec<Mark<'_>> = benchmarks.iter().map(read).collect::<Result<_>>()?;
    let figure = fields.get("figure", Given::text)?.unwrap_or_default();
    let population = fields.get("population", Given::text)?;
    stand(entry, figure, fields.need("value", |value| value.scaled(9))?, population, &marks)
}

fn read(given: &Given) -> Result<Mark<'_>> {
    let fields = given.fields(&["figure", "low", "high", "exclusive", "label", "population", "source"])?;
    Ok(Mark {
        figure: fields.need("figure", Given::text)?,
        low: fields.get("low", Given::text)?,
        high: fields.get("high", Given::text)?,
        exclusive: fields.need("exclusive", Given::flag)?,
        label: fields.need("label", Given::text)?,
        population: fields.need("population", Given::text)?,
        source: fields.need("source", Given::text)?,
    })
}
