//! Customer satisfaction.

use alloc::vec::Vec;

use super::answer::{self, Question, Wanted};
use crate::error::Result;
use crate::kpi::figure::{Figure, Inputs};
use crate::kpi::part::{Context, Kpi, Read, ReadInfo, Reads, Setting, reads};
use crate::record::{Kind, Survey, SurveyAt};
use crate::spec::{Anchor, Benchmark, Direction, Example, FigureSpec, InputSpec, ParameterSpec, Source, Spec, prose};
use crate::state::{Customers, Part, Ratings, Reason};
use crate::words::{self, Dictionary};

const PARAMETERS: &[ParameterSpec] = &[answer::kind("csat")];

#[cfg(feature = "prose")]
const LEFT_OUT: &str = "`other_kind`, `replaced` (the same survey was answered again), `unanswered`.";
#[cfg(feature = "prose")]
const ERRORS: &str = "`out_of_scale`, `mixed_scales` (answers on different scales in one measure), `bad_scale` (fewer than three points).";
#[cfg(feature = "prose")]
const PITFALLS: &[&str] = &[
    "A code such as 6 for “not used” or 0 for blank is not a score: map it to null, or it counts.",
    "Answers on 1 to 5 and on 1 to 10 in one column are two measures.",
    "Customers who answer often weigh more; `latest_per_customer` counts each once.",
];
#[cfg(feature = "prose")]
const SOURCES: &[Source] = &[
    Source {
        title: "S4",
        says: "Satisfied customers by all who answered, times 100; above 50 is good, 70 or more excellent, for whom it does not say. Who counts as satisfied it leaves open: here the two best answers of the scale (ruling B31). Taken literally it counts customers, as `latest_per_customer` does.",
    },
    Source {
        title: "S1",
        says: "The mean of all ratings on a scale from 1 to 10: the variant `mean`. S4's share is the default, because what is quoted are shares. It also lets customers rate before they have met an agent; such answers are of another moment.",
    },
    Source {
        title: "S2",
        says: "Calls the satisfaction rate very important and gathers feedback, for instance in a mailbox for it; it gives no formula.",
    },
    Source {
        title: "S3",
        says: "Finds that service is mostly judged by satisfaction, from abandoned requests and feedback, and takes retention for the better test.",
    },
    Source { title: "S0", says: "Puts customers' own judgement beside what can be measured; it gives no formula." },
];
#[cfg(feature = "prose")]
const BENCHMARKS: &[Benchmark] = &[
    Benchmark {
        figure: "share",
        low: Some("50"),
        high: None,
        exclusive: true,
        label: "good",
        population: "companies in general",
        source: "S4",
    },
    Benchmark {
        figure: "share",
        low: Some("70"),
        high: None,
        exclusive: false,
        label: "excellent",
        population: "companies in general",
        source: "S4",
    },
];

/// The share of answers in the two best points of the scale.
#[derive(Clone)]
pub(crate) struct TopTwoBoxes;

/// The mean of all answers.
#[derive(Clone)]
pub(crate) struct Mean;

/// The share of customers whose latest answer is in the two best points.
#[derive(Clone)]
pub(crate) struct LatestPerCustomer {
    wanted: Wanted,
}

impl Question for TopTwoBoxes {
    const SPEC: Spec = Spec {
        id: "csat",
        variant: "top_two_boxes",
        family: "satisfaction",
        by: None,
        direction: Direction::HigherIsBetter,
        inputs: &[
            InputSpec::count("satisfied", "answers in the two best points of the scale"),
            InputSpec::count("answers", "all answers"),
        ],
        parameters: PARAMETERS,
        figures: &[FigureSpec::share("share"), FigureSpec::count("answers")],
        prose: prose! {
            meaning: "The share of answers in the two best points of the scale.",
            formula: "100 × satisfied ÷ answers; satisfied: 4, 5 of 5; 6, 7 of 7; 9, 10 of 10; on a scale where low is good the two lowest",
            latex: r"100 \cdot \frac{\text{satisfied}}{\text{answers}}",
            counted: "Answers of the wanted kind with a score, each once.",
            left_out: LEFT_OUT,
            errors: ERRORS,
            interval: "Wilson.",
            pitfalls: PITFALLS,
            sources: SOURCES,
            benchmarks: BENCHMARKS,
            example: Example {
                inputs: &["2206", "2688"],
                value: "82.068452381",
                working: "2,206 of 2,688 travellers rated the airport 4 or 5: 100 × 2,206 ÷ 2,688.",
            },
        },
    };
    const KIND: &'static str = "csat";
    const TURNED: bool = true;

    fn of(inputs: &Inputs<'_>) -> Result<Ratings> {
        let (satisfied, answers) = inputs.part_of("satisfied", "answers")?;
        answer::best_and_worst(satisfied, answers.saturating_sub(satisfied))
    }
    fn finish(ratings: &Ratings, level: f64) -> Result<Vec<Figure>> {
        Ok(answer::share(answer::best(ratings, 2), ratings.len(), "answers", level))
    }
}

impl Question for Mean {
    const SPEC: Spec = Spec {
        id: "csat",
        variant: "mean",
        family: "satisfaction",
        by: None,
        direction: Direction::AsDeclared,
        inputs: answer::MEAN_INPUTS,
        parameters: PARAMETERS,
        figures: answer::MEAN_FIGURES,
        prose: prose! {
            meaning: "The mean answer on the declared scale.",
            formula: "sum of scores ÷ answers",
            latex: r"\frac{\sum \text{score}}{\text{answers}}",
            counted: "Answers of the wanted kind with a score, each once.",
            left_out: LEFT_OUT,
            errors: ERRORS,
            interval: "Student's t; none for fewer than two answers.",
            pitfalls: PITFALLS,
            sources: SOURCES,
            benchmarks: &[],
            example: Example {
                inputs: &["[7, 6, 5, 7, 4, 6, 7, 3, 5, 6, 7, 2]", "1", "7"],
                value: "5.416666667",
                working: "The twelve scores add up to 65: 65 ÷ 12.",
            },
        },
    };
    const KIND: &'static str = "csat";
    const TURNED: bool = false;

    fn of(inputs: &Inputs<'_>) -> Result<Ratings> {
        answer::mean_of(inputs)
    }
    fn finish(ratings: &Ratings, level: f64) -> Result<Vec<Figure>> {
        answer::mean(ratings, "answers", level)
    }
}

impl Kpi for LatestPerCustomer {
    const SPEC: Spec = Spec {
        id: "csat",
        variant: "latest_per_customer",
        family: "satisfaction",
        by: None,
        direction: Direction::HigherIsBetter,
        inputs: &[
            InputSpec::count("satisfied", "customers whose latest answer is in the two best points of the scale"),
            InputSpec::count("customers", "all customers who answered"),
        ],
        parameters: PARAMETERS,
        figures: &[FigureSpec::share("share"), FigureSpec::count("customers")],
        prose: prose! {
            meaning: "The share of customers whose latest answer is in the two best points of the scale.",
            formula: "100 × customers whose latest answer is satisfied ÷ customers who answered; latest within the bucket and group, of several at one instant the lowest",
            latex: r"100 \cdot \frac{\text{satisfied customers}}{\text{customers}}",
            counted: "Customers with at least one answer of the wanted kind; each once in every bucket and group.",
            left_out: "`other_kind`, `replaced`, `unanswered`, `no_account` (whose answer it is is not known).",
            errors: ERRORS,
            interval: "Wilson.",
            pitfalls: &["Buckets do not add up: a customer who answered in two months counts in both, and once in the total."],
            sources: SOURCES,
            benchmarks: &[],
            example: Example {
                inputs: &["0", "2"],
                value: "0",
                working: "One customer answers 5, 5 and last 1, another answers 1: no latest answer is 4 or 5; 100 × 0 ÷ 2.",
            },
        },
    };
    type State = Customers;
    const READS: &'static [Read<Self>] = &[reads::<Self, Survey>(
        ReadInfo::new(Kind::Survey, Anchor::Instant(&["submitted_at"]))
            .needs(&["kind", "score", "scale_min", "scale_max", "account", "submitted_at"])
            .uses(&["direction", "replaced"]),
    )];

    fn new(setting: &Setting<'_>) -> Result<Self> {
        Ok(LatestPerCustomer { wanted: Wanted::new(setting, "csat")? })
    }
    fn of(&self, inputs: &Inputs<'_>) -> Result<Customers> {
        let (satisfied, customers) = inputs.part_of("satisfied", "customers")?;
        Ok(Customers::settled([satisfied.into(), customers.into()]))
    }
    fn finish(&self, state: &Customers, level: f64) -> Result<Vec<Figure>> {
        let [mut satisfied, mut customers, ..] = state.settled.map(|n| u64::try_from(n).unwrap_or_default());
        if let Some(scale) = state.scale() {
            let cut = i128::from(answer::cut(scale, 2));
            state.each(|answers| {
                // In rising order the last is the latest, and of several at one instant the lowest.
                let latest = answers.last().is_some_and(|&[_, below, _]| below.saturating_neg() >= cut);
                satisfied = satisfied.saturating_add(u64::from(latest));
                customers = customers.saturating_add(1);
                Ok(())
            })?;
        }
        Ok(answer::share(satisfied, customers, "customers", level))
    }
    fn bind(&mut self, words: &Dictionary) -> Result<()> {
        self.wanted.bind(words);
        Ok(())
    }
}

impl Reads<Survey> for LatestPerCustomer {
    #[inline]
    fn part(&self, survey: &SurveyAt<'_>, _: &Context, state: &mut Customers) -> Result<Part> {
        let (scale, score) = match self.wanted.answer(survey) {
            Ok((scale, score)) => answer::high_is_good(scale, score),
            Err(reason) => return Ok(Part::LeftOut(reason)),
        };
        answer::at_least_three_points(scale)?;
        if survey.account() == words::NONE {
            return Ok(Part::LeftOut(Reason::NoAccount));
        }
        let Some(at) = survey.submitted_at() else { return Ok(Part::LeftOut(Reason::NoAnchor)) };
        state.hold_scale(scale)?;
        state.add(survey.account(), [at.into(), i128::from(score).saturating_neg(), 0]);
        Ok(Part::Counted)
    }
}
