//! Net Promoter Score.

use alloc::vec::Vec;

use super::answer::{self, SURVEYS, Wanted};
use crate::error::{Code, Error, Result};
use crate::kpi::figure::{Figure, Inputs, Undefined};
use crate::kpi::part::{Context, Kpi, Read, Reads, Setting, reads};
use crate::record::{Survey, SurveyAt};
use crate::spec::{Benchmark, Direction, Example, FigureSpec, InputSpec, Number, Source, Spec, Unit, prose};
use crate::state::{Part, Ratings, Reason, Scale};
use crate::words::Dictionary;

/// % promoters − % detractors.
#[derive(Clone)]
pub(crate) struct Standard {
    wanted: Wanted,
}

/// Who would recommend the company, and who would not, by the lowest point of each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Camp {
    Promoter = 9,
    Passive = 7,
    Detractor = 0,
}

/// The one scale.
const SCALE: Scale = Scale { min: 0, max: 10, low_is_good: false };

/// The lowest scores, in thousandths, of promoters and of passives.
const PROMOTERS: i64 = 9000;
const PASSIVES: i64 = 7000;

/// To which camp a score in thousandths belongs.
#[inline]
pub(crate) fn camp(score: i64) -> Camp {
    match score {
        PROMOTERS.. => Camp::Promoter,
        PASSIVES.. => Camp::Passive,
        _ => Camp::Detractor,
    }
}

/// The score of an answer on the scale of NPS, in thousandths.
#[inline]
pub(crate) fn score(wanted: &Wanted, survey: &SurveyAt<'_>) -> Result<Result<i64, Reason>> {
    let (scale, score) = match wanted.answer(survey) {
        Ok((scale, score)) => answer::high_is_good(scale, score),
        Err(reason) => return Ok(Err(reason)),
    };
    if (scale.min, scale.max) != (SCALE.min, SCALE.max) {
        let text = "the scale of NPS is 0 to 10; other answers cannot be mapped to it";
        return Err(Error::new(Code::BadScale, text).field("scale_max"));
    }
    Ok(Ok(score))
}

impl Kpi for Standard {
    const SPEC: Spec = Spec {
        id: "nps",
        variant: "standard",
        family: "satisfaction",
        by: None,
        direction: Direction::HigherIsBetter,
        inputs: &[
            InputSpec::count("promoters", "answers of 9 and 10"),
            InputSpec::count("passives", "answers of 7 and 8"),
            InputSpec::count("detractors", "answers from 0 to 6"),
        ],
        parameters: &[answer::kind("nps")],
        figures: &[
            FigureSpec::new("score", Unit::Index, Number::NetIndex),
            FigureSpec::share("promoter_share"),
            FigureSpec::share("passive_share"),
            FigureSpec::share("detractor_share"),
            FigureSpec::count("answers"),
        ],
        prose: prose! {
            meaning: "Net Promoter Score: how many more would recommend the company than would not.",
            formula: "100 × (promoters − detractors) ÷ answers; promoters answer 9 or 10 of 0 to 10, detractors 0 to 6",
            latex: r"100 \cdot \frac{\text{promoters} - \text{detractors}}{\text{answers}}",
            counted: "Answers of the wanted kind from 0 to 10, each once; passives (7, 8) are in the denominator.",
            left_out: "`other_kind`, `replaced`, `unanswered`.",
            errors: "`bad_scale` where the scale is not 0 to 10; `out_of_scale`.",
            interval: "Adjusted Wald (three quarters of an answer added to each end, one and a half to the middle), clipped to −100 and 100. Shares: Wilson.",
            pitfalls: &[
                "A code such as 11 for blank is not a promoter: map it to null.",
                "A scale from 1 to 10 is not an NPS scale; its answers cannot be compared.",
                "Three promoters of three are not “100 ± 0”; the interval says how little three answers tell. It is moved towards the middle, so at the ends it may lie beside the value.",
            ],
            sources: &[
                Source { title: "S1", says: "Percentage of promoters (9, 10) less percentage of detractors (up to 6), of answers from 0 to 10." },
                Source { title: "S4", says: "The same, with 7 and 8 as passives. The mean of SaaS companies in its report of 2024, on over 200 of them, is 35.7; it writes 35.7 %, but an index is no percentage." },
                Source { title: "S0", says: "Calls it net reporter score, which is a slip: what it describes, how likely customers recommend, is this score. It gives no formula." },
                Source { title: "S2", says: "Calls it customer loyalty index: positive ratings less the share of negative ones, where a positive one is of a client who would recommend without reserve. It names no scale." },
                Source { title: "B. Rocks (2016), Interval estimation for the Net Promoter Score, The American Statistician", says: "Adjusted Wald and score intervals cover best." },
            ],
            benchmarks: &[Benchmark { figure: "score", low: Some("35.7"), high: Some("35.7"), exclusive: false, label: "mean", population: "SaaS companies, 2024", source: "S4" }],
            example: Example {
                inputs: &["60", "25", "15"],
                value: "45",
                working: "100 × (60 − 15) ÷ 100.",
            },
        },
    };
    type State = Ratings;
    const READS: &'static [Read<Self>] = &[reads::<Self, Survey>(SURVEYS)];

    fn new(setting: &Setting<'_>) -> Result<Self> {
        Ok(Standard { wanted: Wanted::new(setting, "nps")? })
    }
    fn of(&self, inputs: &Inputs<'_>) -> Result<Ratings> {
        let mut ratings = Ratings::default();
        for (name, score) in [("promoters", PROMOTERS), ("passives", PASSIVES), ("detractors", 0)] {
            ratings.add_many(SCALE, score, inputs.count(name)?)?;
        }
        Ok(ratings)
    }
    fn finish(&self, state: &Ratings, level: f64) -> Result<Vec<Figure>> {
        let promoters = state.between(PROMOTERS, i64::MAX);
        let passives = state.between(PASSIVES, PROMOTERS - 1);
        let detractors = state.between(i64::MIN, PASSIVES - 1);
        let answers = promoters.saturating_add(passives).saturating_add(detractors);
        let share = |name, part| Figure::share(name, part, answers, Undefined::NoRecords, level);
        Ok([
            Figure::net("score", promoters, passives, detractors, level),
            share("promoter_share", promoters),
            share("passive_share", passives),
            share("detractor_share", detractors),
            Figure::count("answers", answers),
        ]
        .into())
    }
    fn bind(&mut self, words: &Dictionary) -> Result<()> {
        self.wanted.bind(words);
        Ok(())
    }
}

impl Reads<Survey> for Standard {
    #[inline]
    fn part(&self, survey: &SurveyAt<'_>, _: &Context, state: &mut Ratings) -> Result<Part> {
        match score(&self.wanted, survey)? {
            Ok(score) => state.add_point(SCALE, camp(score) as usize)?,
            Err(reason) => return Ok(Part::LeftOut(reason)),
        }
        Ok(Part::Counted)
    }
}
