//! Positive reviews.

use crate::error::Result;
use crate::kpi::clock::Clock;
use crate::kpi::distribution;
use crate::kpi::part::{Context, Read, ReadInfo, Reads, Setting, reads};
use crate::kpi::per_accounts::{self, OfAccounts, PerAccounts};
use crate::kpi::tally::{Adds, Nothing, ONE, Rule, Tallied, Tally, in_part, unless};
use crate::kpi::timed::{Timed, Times, Timing};
use crate::record::{Kind, Review, ReviewAt};
use crate::spec::{Anchor, Direction, Example, FigureSpec, InputKind, InputSpec, Source, Spec, prose};
use crate::state::{Part, Reason, Sums};

const REVIEWS: ReadInfo =
    ReadInfo::new(Kind::Review, Anchor::Instant(&["posted_at"])).needs(&["posted_at", "stars"]).uses(&["scale_max"]);

#[cfg(feature = "prose")]
const COUNTED: &str =
    "Reviews with all the stars that can be given: `stars` equal to `scale_max`, which is 5 where it is null.";
#[cfg(feature = "prose")]
const LEFT_OUT: &str = "`unrated` (no stars), `other_rating` (fewer than all stars).";
#[cfg(feature = "prose")]
const ERRORS: &str = "`out_of_scale`, `bad_scale`.";
#[cfg(feature = "prose")]
const PITFALLS: &[&str] = &[
    "Half a star less is not five stars: 4.5 of 5 is another rating.",
    "Who reviews is not who was served: the happy and the angry write, those in between do not.",
    "A platform that asks for reviews brings more of them, and other ones; group by `platform`.",
];
#[cfg(feature = "prose")]
const SOURCES: &[Source] = &[Source {
    title: "S1",
    says: "Names three numbers: how many five-star ratings a company gets, how long it takes to get them, and how often one comes. It gives no formula for any.",
}];

/// Whether a review has all the stars.
#[inline]
fn is_full(review: &ReviewAt<'_>) -> Result<bool, Reason> {
    let stars = review.stars().ok_or(Reason::Unrated)?;
    Ok(stars >= review.most().saturating_mul(1000))
}

/// Why a review is not one with all the stars.
#[inline]
fn not_full(review: &ReviewAt<'_>) -> Option<Reason> {
    match is_full(review) {
        Ok(true) => None,
        Ok(false) => Some(Reason::OtherRating),
        Err(reason) => Some(reason),
    }
}

/// How many there are.
#[derive(Clone, Default)]
pub(crate) struct Count;

/// Which part of the rated reviews they are.
#[derive(Clone, Default)]
pub(crate) struct Share;

/// How many there are for each hundred customers.
#[derive(Clone, Default)]
pub(crate) struct Per100Customers;

/// How long it takes to get them.
#[derive(Clone)]
pub(crate) struct TimeToReview;

impl Tally for Count {
    const SPEC: Spec = Spec {
        id: "positive_reviews",
        variant: "count",
        family: "satisfaction",
        by: None,
        direction: Direction::HigherIsBetter,
        inputs: &[InputSpec::count("reviews", "five-star reviews")],
        parameters: &[],
        figures: &[FigureSpec::count("reviews")],
        prose: prose! {
            meaning: "How many five-star reviews were posted.",
            formula: "reviews with all the stars that can be given",
            latex: r"|\{\text{reviews}: \text{stars} = \text{scale\_max}\}|",
            counted: COUNTED,
            left_out: LEFT_OUT,
            errors: ERRORS,
            interval: "None: it is a count.",
            pitfalls: PITFALLS,
            sources: SOURCES,
            benchmarks: &[],
            example: Example {
                inputs: &["12"],
                value: "12",
                working: "Of 20 reviews 12 have five stars of five.",
            },
        },
    };
    const READS: &'static [Read<Tallied<Self>>] = &[reads::<Tallied<Self>, Review>(REVIEWS)];
}

impl Rule<Review> for Count {
    #[inline]
    fn adds(&self, review: &ReviewAt<'_>, _: &Context) -> Result<Adds, Nothing> {
        unless(not_full(review))?;
        Ok(ONE)
    }
}

impl Tally for Share {
    const SPEC: Spec = Spec {
        id: "positive_reviews",
        variant: "share",
        family: "satisfaction",
        by: None,
        direction: Direction::HigherIsBetter,
        inputs: &[
            InputSpec::count("five_star", "five-star reviews"),
            InputSpec::count("reviews", "all reviews with stars"),
        ],
        parameters: &[],
        figures: &[FigureSpec::share("share"), FigureSpec::count("five_star"), FigureSpec::count("reviews")],
        prose: prose! {
            meaning: "The share of five-star reviews in all reviews with stars.",
            formula: "100 × five-star reviews ÷ reviews with stars",
            latex: r"100 \cdot \frac{\text{five-star}}{\text{rated}}",
            counted: "Reviews with stars; five-star is a review with all the stars that can be given: `stars` equal to `scale_max`, which is 5 where it is null.",
            left_out: "`unrated` (no stars).",
            errors: "`out_of_scale`, `bad_scale`; `bad_input` in the formula where more have five stars than there are.",
            interval: "Wilson.",
            pitfalls: PITFALLS,
            sources: SOURCES,
            benchmarks: &[],
            example: Example {
                inputs: &["12", "20"],
                value: "60",
                working: "Of 20 reviews 12 have five stars of five: 100 × 12 ÷ 20.",
            },
        },
    };
    const READS: &'static [Read<Tallied<Self>>] = &[reads::<Tallied<Self>, Review>(REVIEWS)];
}

impl Rule<Review> for Share {
    #[inline]
    fn adds(&self, review: &ReviewAt<'_>, _: &Context) -> Result<Adds, Nothing> {
        Ok(in_part(is_full(review)?))
    }
}

impl OfAccounts for Per100Customers {
    const SPEC: Spec = Spec {
        id: "positive_reviews",
        variant: "per_100_customers",
        family: "satisfaction",
        by: None,
        direction: Direction::HigherIsBetter,
        inputs: &per_accounts::inputs("reviews", "five-star reviews"),
        parameters: &[],
        figures: &per_accounts::figures("reviews"),
        prose: prose! {
            meaning: "How often five-star reviews are given: how many were posted for each hundred customers.",
            formula: "100 × five-star reviews ÷ mean of the customers at the start and at the end",
            latex: r"100 \cdot \frac{\text{five-star}}{(\text{opening} + \text{closing}) / 2}",
            counted: "Reviews with all the stars that can be given, whether or not their account is known, by when they were posted; and the accounts that are customers at the start and at the end of the bucket.",
            left_out: LEFT_OUT,
            errors: "`window_required`, `out_of_scale`, `bad_scale`.",
            interval: per_accounts::INTERVAL,
            pitfalls: &[
                "It is of the bucket: a month's rate is not a year's. Compare periods of the same length.",
                "A customer can post several reviews, and on several platforms: it is not a share of customers.",
                "Platforms do not say which account posts, so reviews of nobody known count, too.",
            ],
            sources: SOURCES,
            benchmarks: &[],
            example: Example {
                inputs: &["6", "100", "200"],
                value: "4",
                working: "6 five-star reviews, 100 customers at the start and 200 at the end: 100 × 6 ÷ 150.",
            },
        },
    };
    const READS: &'static [Read<PerAccounts<Self>>] =
        &[reads::<PerAccounts<Self>, Review>(REVIEWS), per_accounts::accounts()];
}

impl Reads<Review> for PerAccounts<Per100Customers> {
    #[inline]
    fn part(&self, review: &ReviewAt<'_>, _: &Context, state: &mut Sums) -> Result<Part> {
        per_accounts::count(not_full(review), state)
    }
}

impl Timing for TimeToReview {
    const SPEC: Spec = Spec {
        id: "positive_reviews",
        variant: "time_to_review",
        family: "satisfaction",
        by: None,
        direction: Direction::LowerIsBetter,
        inputs: &[InputSpec::new(
            "durations",
            InputKind::Durations,
            "times from the resolution or conversion to the five-star review in seconds",
        )],
        parameters: &[distribution::BANDS, distribution::QUANTILES],
        figures: distribution::DURATION_FIGURES,
        prose: prose! {
            meaning: "How long it takes until a five-star review is posted.",
            formula: "instant of the review − end of what it speaks of: the ticket's resolution, else the conversion",
            latex: r"t_{\text{posted}} - t_{\text{subject}}",
            counted: "Reviews with all the stars that can be given and with an instant of their subject, by when they were posted. A report over whole tables finds it: when the named ticket was resolved, else when the named conversion happened.",
            left_out: "`unrated` (no stars), `other_rating` (fewer than all stars), `unknown` (when its subject ended is not known), `open` (posted before its subject ended, as when a ticket is reopened and resolved again).",
            errors: "`out_of_scale`, `bad_scale`; `missing_records` where neither `subject_at` nor tickets or conversions are given.",
            interval: "Mean: Student's t. Median and other quantiles: binomial order statistics.",
            pitfalls: &[
                "Reviews that were never posted are in no time; a short time says nothing of how many there are.",
                "The mean follows a few late reviews; look at the median beside it.",
                "What is posted later today is of older tickets: a change in service shows with a delay.",
            ],
            sources: SOURCES,
            benchmarks: &[],
            example: Example {
                inputs: &["[86400, 172800, 432000]"],
                value: "230400",
                working: "Reviews one, two and five days after the resolution: 8 days ÷ 3 = 230,400 s.",
            },
        },
    };
    const READS: &'static [Read<Timed<Self>>] =
        &[reads::<Timed<Self>, Review>(REVIEWS.needs(&["posted_at", "stars", "subject_at"]))];

    fn new(_: &Setting<'_>) -> Result<Self> {
        Ok(TimeToReview)
    }
    fn derived(&self) -> &'static [(Kind, &'static str)] {
        &[(Kind::Review, "subject_at")]
    }
}

impl Times<Review> for TimeToReview {
    #[inline]
    fn time(&self, review: &ReviewAt<'_>, clock: Clock, context: &Context<'_>) -> Result<i64, Nothing> {
        unless(not_full(review))?;
        let (posted, subject) = review.posted_at().zip(review.subject_at()).ok_or(Reason::Unknown)?;
        unless((posted < subject).then_some(Reason::Open))?;
        clock.time(context, subject, posted)
    }
}
