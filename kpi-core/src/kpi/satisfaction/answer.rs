//! An answer on a scale: of the right kind, given, not replaced.

use alloc::string::String;
use alloc::vec::Vec;
use core::marker::PhantomData;

use crate::error::{Code, Error, Result};
use crate::kpi::figure::{Figure, Inputs, Undefined};
use crate::kpi::part::{Context, Kpi, Read, ReadInfo, Reads, Setting, reads};
use crate::record::{Kind, Survey, SurveyAt};
use crate::spec::{Anchor, FigureSpec, InputKind, InputSpec, Number, ParameterSpec, Spec, Unit, said};
use crate::state::{Part, Ratings, Reason, Scale};
use crate::words::{self, Dictionary};

/// How KPIs read surveys.
pub(crate) const SURVEYS: ReadInfo = ReadInfo::new(Kind::Survey, Anchor::Instant(&["submitted_at"]))
    .needs(&["kind", "score", "scale_min", "scale_max"])
    .uses(&["direction", "replaced", "submitted_at"]);

/// The kind of survey that a KPI counts.
pub(crate) const fn kind(default: &'static str) -> ParameterSpec {
    ParameterSpec {
        name: "kind",
        takes: said("a word"),
        default,
        doc: said("The kind of survey that counts; the others are left out as `other_kind`, never pooled."),
        in_formula: false,
    }
}

/// A KPI over the counts of answers on one scale: what differs between them.
pub(crate) trait Question: Clone + Send + Sync + 'static {
    const SPEC: Spec;
    /// The kind of survey that it counts by default.
    const KIND: &'static str;
    /// Whether answers are turned so that high is good, or read as they stand.
    const TURNED: bool;
    /// Whether only answers count that name an agent.
    const NAMED: bool = false;
    /// How it reads surveys.
    const READ: ReadInfo = SURVEYS;
    /// The formula's inputs as counts of answers.
    fn of(inputs: &Inputs<'_>) -> Result<Ratings>;
    /// The figures of the counts.
    fn finish(ratings: &Ratings, level: f64) -> Result<Vec<Figure>>;
}

/// The KPI of a question.
#[derive(Clone)]
pub(crate) struct Answered<Q> {
    wanted: Wanted,
    question: PhantomData<Q>,
}

impl<Q: Question> Kpi for Answered<Q> {
    const SPEC: Spec = Q::SPEC;
    type State = Ratings;
    const READS: &'static [Read<Self>] = &[reads::<Self, Survey>(Q::READ)];

    fn new(setting: &Setting<'_>) -> Result<Self> {
        Ok(Answered { wanted: Wanted::new(setting, Q::KIND)?, question: PhantomData })
    }
    fn of(&self, inputs: &Inputs<'_>) -> Result<Ratings> {
        Q::of(inputs)
    }
    fn finish(&self, state: &Ratings, level: f64) -> Result<Vec<Figure>> {
        Q::finish(state, level)
    }
    fn bind(&mut self, words: &Dictionary) -> Result<()> {
        self.wanted.bind(words);
        Ok(())
    }
    fn derived(&self) -> &'static [(Kind, &'static str)] {
        if Q::NAMED { &[(Kind::Survey, "agent")] } else { &[] }
    }
}

impl<Q: Question> Reads<Survey> for Answered<Q> {
    #[inline]
    fn part(&self, survey: &SurveyAt<'_>, _: &Context, state: &mut Ratings) -> Result<Part> {
        let (scale, score) = match self.wanted.answer(survey) {
            Ok((scale, score)) if Q::TURNED => high_is_good(scale, score),
            Ok(answer) => answer,
            Err(reason) => return Ok(Part::LeftOut(reason)),
        };
        if Q::NAMED && survey.agent() == words::NONE {
            return Ok(Part::LeftOut(Reason::NoAgent));
        }
        at_least_three_points(scale)?;
        state.add(scale, score)?;
        Ok(Part::Counted)
    }
}

/// The wanted kind of survey.
#[derive(Clone, Default)]
pub(crate) struct Wanted {
    word: String,
    code: u32,
}

impl Wanted {
    pub fn new(setting: &Setting<'_>, default: &str) -> Result<Self> {
        Ok(Wanted { word: setting.parameters.word("kind", default)?, code: words::NONE })
    }

    pub fn bind(&mut self, words: &Dictionary) {
        self.code = words.find(&self.word).unwrap_or(words::NONE);
    }

    /// Why a survey is none that counts, whatever it answers.
    #[inline]
    pub fn unwanted(&self, survey: &SurveyAt<'_>) -> Option<Reason> {
        if survey.kind() != self.code || self.code == words::NONE {
            return Some(Reason::OtherKind);
        }
        (survey.replaced() == Some(true)).then_some(Reason::Replaced)
    }

    /// The answer's scale and score in thousandths.
    #[inline]
    pub fn answer(&self, survey: &SurveyAt<'_>) -> Result<(Scale, i64), Reason> {
        if let Some(reason) = self.unwanted(survey) {
            return Err(reason);
        }
        let score = survey.score().ok_or(Reason::Unanswered)?;
        let (min, max) = survey.scale_min().zip(survey.scale_max()).ok_or(Reason::Unanswered)?;
        Ok((Scale { min, max, low_is_good: survey.direction() == words::LOW_IS_GOOD }, score))
    }
}

/// The same answer on the scale turned so that high is good.
#[inline]
pub(crate) fn high_is_good(scale: Scale, score: i64) -> (Scale, i64) {
    if !scale.low_is_good {
        return (scale, score);
    }
    let ends = scale.min.saturating_add(scale.max).saturating_mul(1000);
    (Scale { low_is_good: false, ..scale }, ends.saturating_sub(score))
}

/// How many answers are in the best `boxes` points of the scale.
pub(crate) fn best(ratings: &Ratings, boxes: i64) -> u64 {
    let Some(scale) = ratings.scale.0 else { return 0 };
    ratings.between(cut(scale, boxes), i64::MAX)
}

/// How many answers are in the worst `boxes` points of the scale.
pub(crate) fn worst(ratings: &Ratings, boxes: i64) -> u64 {
    let Some(scale) = ratings.scale.0 else { return 0 };
    let highest = scale.min.saturating_add(boxes.saturating_sub(1)).saturating_mul(1000);
    ratings.between(i64::MIN, highest)
}

/// The lowest score, in thousandths, that is in the best `boxes` points.
pub(crate) fn cut(scale: Scale, boxes: i64) -> i64 {
    scale.max.saturating_sub(boxes.saturating_sub(1)).saturating_mul(1000)
}

/// A scale on which two boxes are not all of it.
#[inline]
pub(crate) fn at_least_three_points(scale: Scale) -> Result<()> {
    if scale.max.saturating_sub(scale.min) >= 2 {
        return Ok(());
    }
    let text = "the scale needs at least three points; a yes or no question is a share of its own";
    Err(Error::new(Code::BadScale, text).field("scale_max"))
}

/// A state of so many answers at the best end of a scale and so many at the worst: a share's formula needs no more.
pub(crate) fn best_and_worst(best: u64, worst: u64) -> Result<Ratings> {
    let scale = Scale { min: 1, max: 5, low_is_good: false };
    let mut ratings = Ratings::default();
    ratings.add_many(scale, 5000, best)?;
    ratings.add_many(scale, 1000, worst)?;
    Ok(ratings)
}

/// The figures of a share of answers.
pub(crate) fn share(best: u64, answers: u64, of: &'static str, level: f64) -> Vec<Figure> {
    let share = Figure::share("share", best, answers, Undefined::NoRecords, level);
    [share, Figure::count(of, answers)].into()
}

/// The inputs of a mean.
pub(crate) const MEAN_INPUTS: &[InputSpec] = &[
    InputSpec::new("scores", InputKind::Scores, "the answers"),
    InputSpec::count("scale_min", "the lowest point of the scale"),
    InputSpec::count("scale_max", "the highest point of the scale"),
];

/// The figures of a mean.
pub(crate) const MEAN_FIGURES: &[FigureSpec] =
    &[FigureSpec::new("mean", Unit::Score, Number::Score), FigureSpec::count("answers")];

/// The state of a mean from its inputs.
pub(crate) fn mean_of(inputs: &Inputs<'_>) -> Result<Ratings> {
    let (min, max) = (inputs.count("scale_min")?, inputs.count("scale_max")?);
    let mut ratings = Ratings::default();
    let scores = inputs.scores("scores", min, max)?;
    let scale =
        Scale { min: i64::try_from(min).unwrap_or(0), max: i64::try_from(max).unwrap_or(0), low_is_good: false };
    at_least_three_points(scale)?;
    for score in scores {
        ratings.add(scale, score)?;
    }
    Ok(ratings)
}

/// The figures of a mean of scores.
pub(crate) fn mean(ratings: &Ratings, of: &'static str, level: f64) -> Result<Vec<Figure>> {
    let (sum, squares) = ratings.moments()?;
    let n = ratings.len();
    Ok([Figure::mean("mean", n, sum, Some(squares), 1000, level), Figure::count(of, n)].into())
}
