//! Quality score: scorecards of reviewed conversations.

use alloc::vec::Vec;

use super::answer::{self, Wanted};
use crate::error::{Code, Error, Result};
use crate::exact::{PLACES, divide};
use crate::kpi::distribution::{Of, centre};
use crate::kpi::figure::{Figure, Inputs};
use crate::kpi::parameters::bad;
use crate::kpi::part::{Context, Kpi, Read, ReadInfo, Reads, Setting, reads};
use crate::record::{Kind, QualityReview, QualityReviewAt, Survey, SurveyAt};
use crate::spec::{
    Anchor, Direction, Example, FigureSpec, InputKind, InputSpec, Number, ParameterSpec, Source, Spec, Unit, prose,
    said,
};
use crate::state::{Customers, Numbers, Part, Reason, Scale, Spread};
use crate::words::{Dictionary, NONE};

const REVIEWS: ReadInfo = ReadInfo::new(Kind::QualityReview, Anchor::Instant(&["subject_at", "reviewed_at"]));

const CRITICAL: ParameterSpec = ParameterSpec {
    name: "critical",
    takes: said("`ignore` or `fail`"),
    default: "ignore",
    doc: said(
        "`fail` sets a review to 0 in which a critical criterion has a mark of 0; `ignore` scores it as any other. How \
          many there are is reported either way.",
    ),
    in_formula: false,
};

/// A figure in points of 100.
const fn points(name: &'static str) -> FigureSpec {
    FigureSpec::new(name, Unit::Score, Number::Score)
}

#[cfg(feature = "prose")]
macro_rules! errors {
    ($($own:literal)?) => {
        concat!(
            "`out_of_scale`, `bad_scale`; `missing_field` where a criterion has no mark and is not said to be not \
             applicable; `duplicate_id` where a review has a criterion twice",
            $("; ", $own,)?
            "."
        )
    };
}
#[cfg(feature = "prose")]
const PITFALLS: &[&str] = &[
    "A criterion that does not apply is no 0: say `not_applicable`, and the others share its weight.",
    "A handful of reviews an agent says little: look at the interval, and who chose the conversations.",
    "Reviewers differ. Let two of them mark the same conversations now and then, and compare.",
];
#[cfg(feature = "prose")]
const SOURCES: &[Source] = &[
    Source {
        title: "S2",
        says: "What to look at: knowledge of products and services, tone and voice, eagerness to help, and, by mistake under first call resolution, greeting, clear speech and keeping to the script. Mystery shopping is how it was first checked.",
    },
    Source { title: "S0", says: "Mystery shoppers show how a service is felt from outside." },
    Source {
        title: "S3",
        says: "Quotes Gallup: customers who found a service courteous, willing and helpful were nine times as likely to be engaged, those who found it speedy six times. So quality weighs more than speed; S0 has customers recommend a fast answer over one that helps.",
    },
];

/// The mean score of reviews.
#[derive(Clone)]
pub(crate) struct Standard {
    fails: bool,
}

/// The mean mark of each criterion.
#[derive(Clone)]
pub(crate) struct ByCriterion;

/// The own score of tickets less that of their customers.
#[derive(Clone)]
pub(crate) struct PerceptionGap {
    fails: bool,
    wanted: Wanted,
}

/// Whether a failed critical criterion fails the review.
fn fails(setting: &Setting<'_>) -> Result<bool> {
    match &*setting.parameters.word(CRITICAL.name, CRITICAL.default)? {
        "ignore" => Ok(false),
        "fail" => Ok(true),
        _ => Err(bad(CRITICAL.name, "expected `ignore` or `fail`")),
    }
}

/// The mark that a criterion got, where it applies; a review that is made after the report's instant is not there yet.
#[inline]
fn mark(review: &QualityReviewAt<'_>) -> Result<i64, Part> {
    if review.reviewed_at().is_none() {
        return Err(Part::Nothing);
    }
    let mark = review.mark().filter(|_| review.not_applicable() != Some(true));
    mark.ok_or(Part::LeftOut(Reason::NotApplicable))
}

/// A criterion as a row: its weight, its mark and the highest mark, which is negative where a critical one is failed.
#[inline]
fn row(review: &QualityReviewAt<'_>, fails: bool) -> Result<Numbers, Part> {
    let mark = mark(review)?;
    let (weight, critical) = (review.weight().unwrap_or(1000), review.critical() == Some(true));
    // What weighs nothing can only fail the review.
    if weight == 0 && !(critical && fails) {
        return Err(Part::LeftOut(Reason::NotApplicable));
    }
    let most = if critical && mark == 0 { review.most().saturating_neg() } else { review.most() };
    Ok([weight.into(), mark.into(), most.into()])
}

/// `100 × part ÷ whole` in 10⁻⁹, rounded once.
fn of_100(part: i128, whole: i128) -> Result<i64> {
    let score = divide(part.checked_mul(100).ok_or_else(Error::overflow)?, whole, PLACES)?;
    i64::try_from(score.mantissa()).map_err(|_| Error::overflow())
}

/// The weighted marks of one review as one fraction.
#[derive(Default)]
struct Scorecard {
    /// Weight × mark over the common scale.
    points: i128,
    /// The lowest common multiple of the scales; 0 before the first.
    scale: i128,
    weights: i128,
    failed: bool,
}

impl Scorecard {
    fn add(&mut self, &[weight, mark, most]: &Numbers) -> Result<()> {
        let own = most.saturating_abs();
        self.failed = self.failed || most < 0;
        self.weights = self.weights.saturating_add(weight);
        let before = self.scale.max(1);
        let sum = || {
            let scale = before.checked_div(gcd(before, own))?.checked_mul(own)?;
            let points = self.points.checked_mul(scale.checked_div(before)?)?;
            let more = weight.checked_mul(mark)?.checked_mul(scale.checked_div(own)?)?;
            Some((scale, points.checked_add(more)?))
        };
        (self.scale, self.points) = sum().ok_or_else(Error::overflow)?;
        Ok(())
    }

    /// The score in 10⁻⁹; none where nothing weighs.
    fn score(&self, fails: bool) -> Result<Option<i64>> {
        if fails && self.failed {
            return Ok(Some(0));
        }
        if self.weights == 0 {
            return Ok(None);
        }
        // Marks are thousandths; the weights' own unit is in both.
        let whole = self.scale.checked_mul(1000).and_then(|scale| scale.checked_mul(self.weights));
        of_100(self.points, whole.ok_or_else(Error::overflow)?).map(Some)
    }
}

fn gcd(a: i128, b: i128) -> i128 {
    let (mut a, mut b) = (a, b);
    while b != 0 {
        (a, b) = (b, a.checked_rem(b).unwrap_or(0));
    }
    a
}

impl Kpi for Standard {
    const SPEC: Spec = Spec {
        id: "quality_score",
        variant: "standard",
        family: "satisfaction",
        by: None,
        direction: Direction::HigherIsBetter,
        inputs: &[
            InputSpec::new("reviews", InputKind::Counts, "for each mark, the number of its review"),
            InputSpec::new("marks", InputKind::Scores, "the marks of all criteria that apply"),
            InputSpec::new("weights", InputKind::Scores, "the weight of each"),
            InputSpec::count("scale_max", "the highest mark"),
        ],
        parameters: &[CRITICAL],
        figures: &[points("mean"), points("median"), FigureSpec::count("count"), FigureSpec::count("failed")],
        prose: prose! {
            meaning: "The mean score, from 0 to 100, of conversations that were reviewed by a scorecard.",
            formula: "score of a review = 100 × sum of weight × mark ÷ highest mark, over the criteria that apply, ÷ sum of their weights; the mean is over reviews",
            latex: r"\frac{1}{n} \sum_{r} 100 \cdot \frac{\sum_{c \in r} w_c \, m_c / m_{\max,c}}{\sum_{c \in r} w_c}",
            counted: "Reviews: the records that share an id, each of them one criterion, by when the conversation was, else by when it was reviewed. Each review's score is rounded once to 9 decimal places. Null weighs 1, and marks end at 100 where no scale is given. `failed`: reviews in which a critical criterion has a mark of 0.",
            left_out: "`not_applicable`: criteria that do not apply, or weigh nothing; a review without any other is in no figure.",
            errors: errors!("`negative` where a weight is below 0; `bad_input` in the formula where the lists are not of one length"),
            interval: "Mean: Student's t over the reviews; none for fewer than two. Median: binomial order statistics.",
            pitfalls: PITFALLS,
            sources: SOURCES,
            benchmarks: &[],
            example: Example {
                inputs: &["[1, 1, 1]", "[100, 50, 50]", "[40, 20, 20]", "100"],
                value: "75",
                working: "One review with weights 40, 20, 20, 20 and marks 100, 50, not applicable, 50: (40 × 100 + 20 × 50 + 20 × 50) ÷ 80. As a 0, what does not apply would make it 60.",
            },
        },
    };
    type State = Customers;
    const READS: &'static [Read<Self>] =
        &[reads::<Self, QualityReview>(REVIEWS.needs(&["id", "reviewed_at", "mark"]).uses(&[
            "subject_at",
            "scale_max",
            "weight",
            "critical",
            "not_applicable",
        ]))];

    fn new(setting: &Setting<'_>) -> Result<Self> {
        Ok(Standard { fails: fails(setting)? })
    }
    fn of(&self, inputs: &Inputs<'_>) -> Result<Customers> {
        let most = inputs.count("scale_max")?;
        let (reviews, marks) = (inputs.counts("reviews")?, inputs.scores("marks", 0, most)?);
        let weights = inputs.scores("weights", 0, 1_000_000)?;
        for (name, len) in [("reviews", reviews.len()), ("weights", weights.len())] {
            if len != marks.len() {
                return Err(Error::new(Code::BadInput, "there must be one for each mark").field(name));
            }
        }
        let mut state = Customers::default();
        for ((review, mark), weight) in reviews.into_iter().zip(marks).zip(weights) {
            let review = u32::try_from(review)
                .map_err(|_| Error::new(Code::BadInput, "the number of a review must be below 2³²").field("reviews"))?;
            if weight > 0 {
                state.add(review, [weight.into(), mark.into(), most.into()]);
            }
        }
        Ok(state)
    }
    fn finish(&self, state: &Customers, level: f64) -> Result<Vec<Figure>> {
        let (mut scores, mut failed) = (Spread::default(), 0u64);
        state.each(|criteria| {
            let mut card = Scorecard::default();
            for criterion in criteria {
                card.add(criterion)?;
            }
            if let Some(score) = card.score(self.fails)? {
                scores.add(score)?;
                failed = failed.saturating_add(card.failed.into());
            }
            Ok(())
        })?;
        let [mean, median] = centre(&scores, Of::Scores, level)?;
        Ok([mean, median, Figure::count("count", scores.len()), Figure::count("failed", failed)].into())
    }
}

impl Reads<QualityReview> for Standard {
    #[inline]
    fn part(&self, review: &QualityReviewAt<'_>, _: &Context, state: &mut Customers) -> Result<Part> {
        match row(review, self.fails) {
            Ok(row) => {
                state.add(review.id(), row);
                Ok(Part::Counted)
            }
            Err(part) => Ok(part),
        }
    }
}

impl Kpi for ByCriterion {
    const SPEC: Spec = Spec {
        id: "quality_score",
        variant: "by_criterion",
        family: "satisfaction",
        by: Some("criterion"),
        direction: Direction::HigherIsBetter,
        inputs: &[
            InputSpec::new(
                "marks",
                InputKind::Scores,
                "the marks of one criterion, in all reviews to which it applies",
            ),
            InputSpec::count("scale_max", "the highest mark"),
        ],
        parameters: &[],
        figures: &[points("mean"), points("median"), FigureSpec::count("count")],
        prose: prose! {
            meaning: "The mean mark of each criterion, from 0 to 100: what is done well, and what has to be trained.",
            formula: "mean of 100 × mark ÷ highest mark, by criterion",
            latex: r"\frac{1}{n} \sum 100 \cdot \frac{m}{m_{\max}}",
            counted: "Marks of criteria that apply, by when the conversation was, else by when it was reviewed; each is rounded once to 9 decimal places. Grouped by criterion where nothing else is asked for. Weights are not read: within a criterion they change nothing.",
            left_out: "`not_applicable`.",
            errors: errors!(),
            interval: "Mean: Student's t; none for fewer than two marks. Median: binomial order statistics.",
            pitfalls: &[
                "The row of all criteria is the mean of all marks, not the weighted score: that is the variant `standard`.",
                "A criterion that is nearly always at 100 tells nobody apart; one that is nearly always left out is of no use either.",
                "The same criterion under two spellings is two: map them to one.",
            ],
            sources: SOURCES,
            benchmarks: &[],
            example: Example {
                inputs: &["[100, 50, 50]", "100"],
                value: "66.666666667",
                working: "A greeting marked 100, 50 and 50 of 100: 200 ÷ 3.",
            },
        },
    };
    type State = Spread;
    const READS: &'static [Read<Self>] =
        &[reads::<Self, QualityReview>(REVIEWS.needs(&["reviewed_at", "mark"]).uses(&[
            "subject_at",
            "scale_max",
            "not_applicable",
        ]))];

    fn new(_: &Setting<'_>) -> Result<Self> {
        Ok(ByCriterion)
    }
    fn of(&self, inputs: &Inputs<'_>) -> Result<Spread> {
        let most = inputs.count("scale_max")?;
        let mut state = Spread::default();
        for mark in inputs.scores("marks", 0, most)? {
            state.add(of_100(mark.into(), i128::from(most).saturating_mul(1000))?)?;
        }
        Ok(state)
    }
    fn finish(&self, state: &Spread, level: f64) -> Result<Vec<Figure>> {
        let [mean, median] = centre(state, Of::Scores, level)?;
        Ok([mean, median, Figure::count("count", state.len())].into())
    }
}

impl Reads<QualityReview> for ByCriterion {
    #[inline]
    fn part(&self, review: &QualityReviewAt<'_>, _: &Context, state: &mut Spread) -> Result<Part> {
        match mark(review) {
            Ok(mark) => {
                state.add(of_100(mark.into(), i128::from(review.most()).saturating_mul(1000))?)?;
                Ok(Part::Counted)
            }
            Err(part) => Ok(part),
        }
    }
}

/// What the figures of the gap are made of: tickets, own scores, the customers', the squares of both, and of the gaps.
type Gaps = [i128; 6];

/// Adds a ticket that has both.
fn add(gaps: &mut Gaps, own: i64, customers: i64) -> Result<()> {
    let (own, customers) = (i128::from(own), i128::from(customers));
    let gap = own.saturating_sub(customers);
    let squares = [own, customers, gap].map(|score| score.saturating_mul(score));
    let [own_square, customers_square, gap_square] = squares;
    let more = [1, own, customers, own_square, customers_square, gap_square];
    for (sum, more) in gaps.iter_mut().zip(more) {
        *sum = sum.checked_add(more).ok_or_else(Error::overflow)?;
    }
    Ok(())
}

impl Kpi for PerceptionGap {
    const SPEC: Spec = Spec {
        id: "quality_score",
        variant: "perception_gap",
        family: "satisfaction",
        by: None,
        direction: Direction::Neutral,
        inputs: &[
            InputSpec::new("own", InputKind::Scores, "the own score of each ticket, from 0 to 100"),
            InputSpec::new("customers", InputKind::Scores, "the score that its customer gave, from 0 to 100"),
        ],
        parameters: &[CRITICAL, answer::kind("csat")],
        figures: &[
            FigureSpec::new("gap", Unit::Score, Number::Growth),
            points("own"),
            points("customers"),
            FigureSpec::count("tickets"),
        ],
        prose: prose! {
            meaning: "How far the company's own score of its service lies above that of the customers, on the same tickets.",
            formula: "mean own score − mean score of the customers, both from 0 to 100 and over tickets that have both; own: weighted score of the ticket's criteria; customers: mean of 100 × (score − lowest) ÷ (highest − lowest point of the scale)",
            latex: r"\frac{1}{n} \sum_{t} (q_t - s_t)",
            counted: "Tickets with a quality review and an answer of the wanted kind in the same bucket and group; reviews by when the conversation was, else by when it was reviewed, answers by when they were given. Each ticket's two scores are rounded once to 9 decimal places. A ticket with several reviews has one score of all their criteria by weight; with several answers, their mean. On a scale where low is good answers are turned round.",
            left_out: "`not_applicable` (criteria that do not apply, or weigh nothing), `no_ticket` (a review or answer that names none), `other_kind`, `replaced`, `unanswered`.",
            errors: errors!("`bad_scale` also where an answer's scale has fewer than three points; `mixed_scales` where answers are on different ones; `negative` where a weight is below 0; `bad_input` in the formula where the lists are not of one length"),
            interval: "Gap: Student's t over the differences of each ticket. Own and customers: Student's t; they are of the same tickets, so do not compare their intervals, but look at that of the gap.",
            pitfalls: &[
                "A ticket reviewed in one month and answered in the next is in neither month, but in the total.",
                "0 does not mean that both are right, only that they agree on average.",
                "A scorecard measures what the company finds important. A large gap says that customers find something else so.",
            ],
            sources: &[
                Source {
                    title: "S0",
                    says: "Up to 80 % of companies believe that their service is superior; customers say so of fewer than 10 %.",
                },
                Source { title: "S2", says: "Asking customers shows directly how well an employee helped." },
            ],
            benchmarks: &[],
            example: Example {
                inputs: &["[90, 80]", "[75, 50]"],
                value: "22.5",
                working: "Own scores 90 and 80, customers' 75 and 50: 85 − 62.5.",
            },
        },
    };
    type State = Customers;
    const READS: &'static [Read<Self>] = &[
        reads::<Self, QualityReview>(REVIEWS.needs(&["ticket", "reviewed_at", "mark"]).uses(&[
            "subject_at",
            "scale_max",
            "weight",
            "critical",
            "not_applicable",
        ])),
        reads::<Self, Survey>(
            ReadInfo::new(Kind::Survey, answer::SURVEYS.anchor)
                .needs(&["kind", "score", "scale_min", "scale_max", "ticket"])
                .uses(&["direction", "replaced", "submitted_at"]),
        ),
    ];

    fn new(setting: &Setting<'_>) -> Result<Self> {
        Ok(PerceptionGap { fails: fails(setting)?, wanted: Wanted::new(setting, "csat")? })
    }
    fn of(&self, inputs: &Inputs<'_>) -> Result<Customers> {
        let (own, customers) = (inputs.scores("own", 0, 100)?, inputs.scores("customers", 0, 100)?);
        if own.len() != customers.len() {
            return Err(Error::new(Code::BadInput, "there must be one for each own score").field("customers"));
        }
        let mut gaps = Gaps::default();
        for (own, customers) in own.into_iter().zip(customers) {
            // Thousandths as 10⁻⁹.
            add(&mut gaps, own.saturating_mul(1_000_000), customers.saturating_mul(1_000_000))?;
        }
        Ok(Customers::settled(gaps))
    }
    fn finish(&self, state: &Customers, level: f64) -> Result<Vec<Figure>> {
        let mut gaps = state.settled;
        if let Some(Scale { min, max, .. }) = state.scale() {
            state.each(|rows| {
                let (mut card, mut sum, mut answers) = (Scorecard::default(), 0i128, 0i128);
                for row in rows {
                    match row {
                        [score, _, 0] => {
                            sum = sum.saturating_add(*score);
                            answers = answers.saturating_add(1);
                        }
                        criterion => card.add(criterion)?,
                    }
                }
                if answers > 0
                    && let Some(own) = card.score(self.fails)?
                {
                    let thousandths = answers.saturating_mul(1000);
                    let above = sum.saturating_sub(thousandths.saturating_mul(min.into()));
                    let points = i128::from(max).saturating_sub(min.into());
                    add(&mut gaps, own, of_100(above, thousandths.saturating_mul(points))?)?;
                }
                Ok(())
            })?;
        }
        let [n, own, customers, own_squares, customers_squares, squares] = gaps;
        let n = u64::try_from(n).unwrap_or_default();
        let mean = |name, sum, squares| Figure::mean(name, n, sum, Some(squares), Of::Scores.units(), level);
        Ok([
            mean("gap", own.saturating_sub(customers), squares),
            mean("own", own, own_squares),
            mean("customers", customers, customers_squares),
            Figure::count("tickets", n),
        ]
        .into())
    }
    fn bind(&mut self, words: &Dictionary) -> Result<()> {
        self.wanted.bind(words);
        Ok(())
    }
}

impl Reads<QualityReview> for PerceptionGap {
    #[inline]
    fn part(&self, review: &QualityReviewAt<'_>, _: &Context, state: &mut Customers) -> Result<Part> {
        match row(review, self.fails) {
            Ok(_) if review.ticket() == NONE => Ok(Part::LeftOut(Reason::NoTicket)),
            Ok(row) => {
                state.add(review.ticket(), row);
                Ok(Part::Counted)
            }
            Err(part) => Ok(part),
        }
    }
}

impl Reads<Survey> for PerceptionGap {
    #[inline]
    fn part(&self, survey: &SurveyAt<'_>, _: &Context, state: &mut Customers) -> Result<Part> {
        let (scale, score) = match self.wanted.answer(survey) {
            Ok((scale, score)) => answer::high_is_good(scale, score),
            Err(reason) => return Ok(Part::LeftOut(reason)),
        };
        answer::at_least_three_points(scale)?;
        if survey.ticket() == NONE {
            return Ok(Part::LeftOut(Reason::NoTicket));
        }
        state.hold_scale(scale)?;
        state.add(survey.ticket(), [score.into(), 0, 0]);
        Ok(Part::Counted)
    }
}
