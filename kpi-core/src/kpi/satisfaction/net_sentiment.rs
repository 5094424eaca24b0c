//! Net sentiment.

use alloc::vec::Vec;
use core::marker::PhantomData;

use crate::kpi::figure::Figure;
use crate::kpi::part::{Context, Read, ReadInfo, reads};
use crate::kpi::population;
use crate::kpi::tally::{Adds, Nothing, Rule, Tallied, Tally, unless};
use crate::record::{Kind, Review, ReviewAt, Ticket, TicketAt};
use crate::spec::{Anchor, Direction, Example, FigureSpec, InputSpec, Number, Source, Spec, Unit, prose};
use crate::state::{Reason, Sums};
use crate::words;

const REVIEWS: ReadInfo =
    ReadInfo::new(Kind::Review, Anchor::Instant(&["posted_at"])).needs(&["posted_at", "sentiment"]);
const TICKETS: ReadInfo = ReadInfo::new(Kind::Ticket, Anchor::Instant(&["created_at"]))
    .needs(&["created_at", "sentiment"])
    .uses(&["status", "merged_at"]);

const INPUTS: &[InputSpec] = &[
    InputSpec::count("positive", "feedback labelled positive"),
    InputSpec::count("neutral", "feedback labelled neutral"),
    InputSpec::count("negative", "feedback labelled negative"),
];
const FIGURES: &[FigureSpec] = &[
    FigureSpec::new("index", Unit::Index, Number::NetIndex),
    FigureSpec::count("positive"),
    FigureSpec::count("neutral"),
    FigureSpec::count("negative"),
    FigureSpec::count("count"),
];

#[cfg(feature = "prose")]
const FORMULA: &str = "100 × (positive − negative) ÷ labelled; labelled: positive, neutral and negative together";
#[cfg(feature = "prose")]
const LATEX: &str =
    r"100 \cdot \frac{\text{positive} - \text{negative}}{\text{positive} + \text{neutral} + \text{negative}}";
#[cfg(feature = "prose")]
const LEFT_OUT: &str = "`merged`, `spam` (tickets), `unlabelled`.";
#[cfg(feature = "prose")]
const ERRORS: &str = "`unknown_word` where a label is none of positive, neutral and negative.";
#[cfg(feature = "prose")]
const INTERVAL: &str = "Adjusted Wald, as of the Net Promoter Score, clipped to −100 and 100.";
#[cfg(feature = "prose")]
const PITFALLS: &[&str] = &[
    "Neutral feedback is in the denominator (ruling B35): without it every index is more extreme.",
    "Labels come from a person or a model, and both err: check some by hand, and see how much is `unlabelled`.",
    "People write tickets about trouble, so tickets lie below reviews; a change in the mix of both moves `all`.",
];
#[cfg(feature = "prose")]
const SOURCES: &[Source] = &[
    Source {
        title: "S2",
        says: "Its loyalty index is positive ratings less the share of negative ones. Of recommendations, its own example, that is `nps`; here it is of any feedback.",
    },
    Source {
        title: "S0",
        says: "What customers think of a company can also be drawn from the content and number of complaints and public reviews.",
    },
];

/// What differs between the variants.
pub(crate) trait Variant: Clone + Default + Send + Sync + 'static {
    const SPEC: Spec;
    const READS: &'static [Read<Tallied<Sentiment<Self>>>];
}

/// Reviews and tickets.
#[derive(Clone, Default)]
pub(crate) struct All;

/// Reviews alone.
#[derive(Clone, Default)]
pub(crate) struct Reviews;

/// Tickets alone.
#[derive(Clone, Default)]
pub(crate) struct Tickets;

impl Variant for All {
    const SPEC: Spec = Spec {
        id: "net_sentiment",
        variant: "all",
        family: "satisfaction",
        by: None,
        direction: Direction::HigherIsBetter,
        inputs: INPUTS,
        parameters: &[],
        figures: FIGURES,
        prose: prose! {
            meaning: "How much more of the labelled feedback is positive than negative, in reviews and tickets together.",
            formula: FORMULA,
            latex: LATEX,
            counted: "Reviews by when they were posted and tickets by when they were created, with a label. A review of a ticket and that ticket are two pieces of feedback.",
            left_out: LEFT_OUT,
            errors: ERRORS,
            interval: INTERVAL,
            pitfalls: PITFALLS,
            sources: SOURCES,
            benchmarks: &[],
            example: Example {
                inputs: &["50", "30", "20"],
                value: "30",
                working: "50 positive, 30 neutral and 20 negative: 100 × (50 − 20) ÷ 100.",
            },
        },
    };
    const READS: &'static [Read<Tallied<Sentiment<Self>>>] =
        &[reads::<Tallied<Sentiment<Self>>, Review>(REVIEWS), reads::<Tallied<Sentiment<Self>>, Ticket>(TICKETS)];
}

impl Variant for Reviews {
    const SPEC: Spec = Spec {
        id: "net_sentiment",
        variant: "reviews",
        family: "satisfaction",
        by: None,
        direction: Direction::HigherIsBetter,
        inputs: INPUTS,
        parameters: &[],
        figures: FIGURES,
        prose: prose! {
            meaning: "How many more of the labelled reviews are positive than negative.",
            formula: FORMULA,
            latex: LATEX,
            counted: "Reviews with a label, by when they were posted.",
            left_out: "`unlabelled`.",
            errors: ERRORS,
            interval: INTERVAL,
            pitfalls: PITFALLS,
            sources: SOURCES,
            benchmarks: &[],
            example: Example {
                inputs: &["6", "1", "3"],
                value: "30",
                working: "Of ten reviews 6 are positive, 1 is neutral and 3 are negative: 100 × (6 − 3) ÷ 10.",
            },
        },
    };
    const READS: &'static [Read<Tallied<Sentiment<Self>>>] = &[reads::<Tallied<Sentiment<Self>>, Review>(REVIEWS)];
}

impl Variant for Tickets {
    const SPEC: Spec = Spec {
        id: "net_sentiment",
        variant: "tickets",
        family: "satisfaction",
        by: None,
        direction: Direction::HigherIsBetter,
        inputs: INPUTS,
        parameters: &[],
        figures: FIGURES,
        prose: prose! {
            meaning: "How many more of the labelled tickets are positive than negative.",
            formula: FORMULA,
            latex: LATEX,
            counted: "Tickets with a label, by when they were created.",
            left_out: LEFT_OUT,
            errors: ERRORS,
            interval: INTERVAL,
            pitfalls: PITFALLS,
            sources: SOURCES,
            benchmarks: &[],
            example: Example {
                inputs: &["1", "5", "4"],
                value: "-30",
                working: "Of ten tickets 1 is positive, 5 are neutral and 4 are negative: 100 × (1 − 4) ÷ 10.",
            },
        },
    };
    const READS: &'static [Read<Tallied<Sentiment<Self>>>] = &[reads::<Tallied<Sentiment<Self>>, Ticket>(TICKETS)];
}

/// The KPI in one variant.
#[derive(Clone, Default)]
pub(crate) struct Sentiment<V>(PhantomData<V>);

impl<V: Variant> Tally for Sentiment<V> {
    const SPEC: Spec = V::SPEC;
    const READS: &'static [Read<Tallied<Self>>] = V::READS;

    fn finish(sums: &Sums, level: f64) -> Vec<Figure> {
        let [positive, neutral, negative] = [0, 1, 2].map(|place| sums.count(place));
        [
            Figure::net("index", positive, neutral, negative, level),
            Figure::count("positive", positive),
            Figure::count("neutral", neutral),
            Figure::count("negative", negative),
            Figure::count("count", positive.saturating_add(neutral).saturating_add(negative)),
        ]
        .into()
    }
}

fn adds(label: u32) -> Result<Adds, Nothing> {
    match label {
        words::POSITIVE => Ok([1, 0, 0, 0]),
        words::NEUTRAL => Ok([0, 1, 0, 0]),
        words::NEGATIVE => Ok([0, 0, 1, 0]),
        _ => Err(Reason::Unlabelled.into()),
    }
}

impl<V: Variant> Rule<Review> for Sentiment<V> {
    #[inline]
    fn adds(&self, review: &ReviewAt<'_>, _: &Context) -> Result<Adds, Nothing> {
        adds(review.sentiment())
    }
}

impl<V: Variant> Rule<Ticket> for Sentiment<V> {
    #[inline]
    fn adds(&self, ticket: &TicketAt<'_>, _: &Context) -> Result<Adds, Nothing> {
        unless(population::no_request(ticket))?;
        adds(ticket.sentiment())
    }
}
