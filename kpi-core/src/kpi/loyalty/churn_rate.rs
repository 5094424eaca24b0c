//! Churn rate.

use alloc::vec::Vec;

use super::balance::{self, ACCOUNTS};
use crate::error::Result;
use crate::exact::Fraction;
use crate::kpi::figure::{Figure, Inputs, Undefined};
use crate::kpi::part::{Context, Kpi, Over, Read, ReadInfo, Reads, Setting, reads};
use crate::kpi::population::{self, MONTH};
use crate::kpi::satisfaction::answer::{self, SURVEYS, Wanted};
use crate::kpi::survival::{self, Survival};
use crate::record::{Account, AccountAt, Kind, Survey, SurveyAt};
use crate::spec::{
    Anchor, Benchmark, Direction, Example, FigureSpec, InputSpec, Number, ParameterSpec, Source, Spec, Unit, prose,
    said,
};
use crate::state::{Part, Reason, Spread, Sums};
use crate::words::{Dictionary, NONE};

#[cfg(feature = "prose")]
const SOURCES: &[Source] = &[
    Source {
        title: "S4",
        says: "Customers lost in the period ÷ customers at its start, times 100: the opposite of retention, hence the default. The mean of SaaS is about 1 to 7 % a year, which clashes with the 46.9 % of users that it has stay after one month: they cannot be the same people.",
    },
    Source { title: "S1", says: "The share of customers who stop using the product or service." },
    Source { title: "S0", says: "Names churn as a KPI of service, because bad service makes customers leave." },
    Source { title: "S3", says: "Quotes that bad service has already made 71 % of consumers leave a company." },
    Source {
        title: "S2",
        says: "Names customer turnover and counts applications of existing customers: that is `customer_turnover`, not this.",
    },
];
#[cfg(feature = "prose")]
const BENCHMARKS: &[Benchmark] = &[Benchmark {
    figure: "rate",
    low: Some("1"),
    high: Some("7"),
    exclusive: false,
    label: "mean",
    population: "SaaS companies, one year",
    source: "S4",
}];

/// Start customers who are not there at the end ÷ start customers.
#[derive(Clone)]
pub(crate) struct Lost;

const START: usize = 0;
const LOST: usize = 1;
const START_OF_ALL: usize = 2;

impl Kpi for Lost {
    const SPEC: Spec = Spec {
        id: "churn_rate",
        variant: "lost",
        family: "loyalty",
        by: None,
        direction: Direction::LowerIsBetter,
        inputs: &[
            InputSpec::count("lost", "customers at the start who are not there at the end"),
            InputSpec::count("start", "customers at the start"),
        ],
        parameters: &[],
        figures: &[
            FigureSpec::share("rate"),
            FigureSpec::count("lost"),
            FigureSpec::count("start"),
            FigureSpec::share("share_of_start"),
        ],
        prose: prose! {
            meaning: "The share of the customers at the start who are no longer there at the end.",
            formula: "100 × start customers who are not there at the end ÷ start customers, which is 100 − retention rate exactly",
            latex: r"100 \cdot \frac{|S \setminus E|}{|S|}",
            counted: balance::COUNTED,
            left_out: "Nothing.",
            errors: "`window_required`; `bad_input` in the formula where more are lost than there were.",
            interval: "Wilson.",
            pitfalls: &[
                "Who leaves and comes back within the period is not lost; `loss_events` counts the leaving.",
                "A month's churn times twelve is not a year's: 3 % a month are 30.6 % a year.",
                "By the reason of ending every group has lost all of its customers; look at `share_of_start`, which divides by the start customers of all groups.",
            ],
            sources: SOURCES,
            benchmarks: BENCHMARKS,
            example: Example {
                inputs: &["2", "13"],
                value: "15.384615385",
                working: "Of 13 customers at the start 2 are not there at the end: 100 × 2 ÷ 13.",
            },
        },
    };
    type State = Sums;
    const READS: &'static [Read<Self>] = &[reads::<Self, Account>(ACCOUNTS)];
    const NEEDS_WINDOW: bool = true;
    const OF_WHOLE: bool = true;

    fn new(_: &Setting<'_>) -> Result<Self> {
        Ok(Lost)
    }
    fn of(&self, inputs: &Inputs<'_>) -> Result<Sums> {
        let (lost, start) = inputs.part_of("lost", "start")?;
        Ok(Sums::counts(&[start, lost, start]))
    }
    fn finish(&self, state: &Sums, level: f64) -> Result<Vec<Figure>> {
        let (start, lost) = (state.count(START), state.count(LOST));
        let of = |name, start| Figure::share(name, lost, start, Undefined::NoStartCustomers, level);
        Ok([
            of("rate", start),
            Figure::count("lost", lost),
            Figure::count("start", start),
            of("share_of_start", state.count(START_OF_ALL)),
        ]
        .into())
    }
    fn finish_over(&self, state: &Sums, level: f64, over: &Over<'_, Sums>) -> Result<Vec<Figure>> {
        let mut state = state.clone();
        if let (Some(own), Some(whole)) = (state.sum.get_mut(START_OF_ALL), over.whole) {
            *own = whole.of(START);
        }
        self.finish(&state, level)
    }
}

impl Reads<Account> for Lost {
    #[inline]
    fn part(&self, account: &AccountAt<'_>, context: &Context, state: &mut Sums) -> Result<Part> {
        let (start, end) = (account.is_customer_before(context.from), account.is_customer_before(context.to));
        for (place, holds) in [(START, start), (LOST, start && !end)] {
            if holds {
                state.add(place, 1)?;
            }
        }
        Ok(Part::Counted)
    }
}

/// Every loss in the period ÷ start customers.
#[derive(Clone)]
pub(crate) struct LossEvents;

impl Kpi for LossEvents {
    const SPEC: Spec = Spec {
        id: "churn_rate",
        variant: "loss_events",
        family: "loyalty",
        by: None,
        direction: Direction::LowerIsBetter,
        inputs: &[
            InputSpec::count("losses", "times that a customer left in the period"),
            InputSpec::count("start", "customers at the start"),
        ],
        parameters: &[],
        figures: &[
            FigureSpec::new("rate", Unit::Percent, Number::Ratio),
            FigureSpec::count("losses"),
            FigureSpec::count("start"),
        ],
        prose: prose! {
            meaning: "How often customers left in the period, for each hundred at its start. It can pass 100.",
            formula: "100 × losses in the period ÷ start customers",
            latex: r"100 \cdot \frac{\text{losses}}{|S|}",
            counted: "Accounts whose end lies in the bucket, also those that began in it; and the customers at its start.",
            left_out: "Nothing.",
            errors: "`window_required`.",
            interval: "None: it is not a share.",
            pitfalls: &["Who joins and leaves within the period is in the numerator alone, so growth makes it look worse."],
            sources: &[Source { title: "S4", says: "Taken literally: customers lost in the period, whoever they are, ÷ customers at its start." }],
            benchmarks: &[],
            example: Example {
                inputs: &["3", "4"],
                value: "75",
                working: "a leaves; e joins and leaves; b leaves and returns: 3 losses of 4 start customers.",
            },
        },
    };
    type State = Sums;
    const READS: &'static [Read<Self>] = &[reads::<Self, Account>(ACCOUNTS)];
    const NEEDS_WINDOW: bool = true;

    fn new(_: &Setting<'_>) -> Result<Self> {
        Ok(LossEvents)
    }
    fn of(&self, inputs: &Inputs<'_>) -> Result<Sums> {
        Ok(Sums::counts(&[inputs.count("start")?, inputs.count("losses")?]))
    }
    fn finish(&self, state: &Sums, _: f64) -> Result<Vec<Figure>> {
        let (start, lost) = (state.count(START), state.count(LOST));
        let rate = Fraction { numerator: lost.into(), denominator: start.into(), units: 1, times: 100 };
        let rate = if start == 0 { Err(Undefined::NoStartCustomers) } else { Ok(rate) };
        Ok([Figure::new("rate", rate, start), Figure::count("losses", lost), Figure::count("start", start)].into())
    }
}

impl Reads<Account> for LossEvents {
    #[inline]
    fn part(&self, account: &AccountAt<'_>, context: &Context, state: &mut Sums) -> Result<Part> {
        let start = account.is_customer_before(context.from);
        let lost = account.ended_at().is_some_and(|at| at >= context.from && at < context.to);
        for (place, holds) in [(START, start), (LOST, lost)] {
            if holds {
                state.add(place, 1)?;
            }
        }
        Ok(Part::Counted)
    }
}

const RATINGS: usize = 0;

/// Customers who leave soon after a bad rating ÷ bad ratings.
#[derive(Clone)]
pub(crate) struct AfterBadRating {
    wanted: Wanted,
    within: i64,
    as_of: Option<i64>,
}

impl Kpi for AfterBadRating {
    const SPEC: Spec = Spec {
        id: "churn_rate",
        variant: "after_bad_rating",
        family: "loyalty",
        by: None,
        direction: Direction::LowerIsBetter,
        inputs: &[
            InputSpec::count("lost", "bad ratings whose customer left within the time"),
            InputSpec::count("ratings", "bad ratings"),
        ],
        parameters: &[
            answer::kind("csat"),
            ParameterSpec {
                name: "within",
                takes: said("a number of seconds"),
                default: "2592000",
                doc: said("How soon after the rating the customer has to leave: 30 days by default."),
                in_formula: false,
            },
        ],
        figures: &[FigureSpec::share("rate"), FigureSpec::count("lost"), FigureSpec::count("ratings")],
        prose: prose! {
            meaning: "The share of bad ratings after which the customer left within 30 days.",
            formula: "100 × bad ratings whose account ended within the time ÷ bad ratings; bad: one of the two worst points of the scale",
            latex: r"100 \cdot \frac{\text{bad ratings, account ended within } N \text{ days}}{\text{bad ratings}}",
            counted: "Answers of the wanted kind in the two worst points of the scale, whose time is over at `as_of` (default: the window's end). When an account ended comes from the accounts.",
            left_out: "`other_kind`, `replaced`, `unanswered`, `other_rating` (not bad), `no_account`, `already_left` (the account had ended before), `window_open`.",
            errors: "`unknown_account` where an answer names an account that is not there; `missing_records` without accounts; `as_of_required`; `bad_scale`.",
            interval: "Wilson.",
            pitfalls: &[
                "Compare it with the churn of customers who rated well before it is called a cause.",
                "A customer who rated badly twice counts twice.",
            ],
            sources: &[Source { title: "S0", says: "Bad service is followed by leaving: almost nine of ten customers who met it buy from a competitor within a year, which is another time than the one here." }],
            benchmarks: &[],
            example: Example {
                inputs: &["3", "12"],
                value: "25",
                working: "Of 12 bad ratings 3 were followed by the end of the account within 30 days: 100 × 3 ÷ 12.",
            },
        },
    };
    type State = Sums;
    const READS: &'static [Read<Self>] = &[reads::<Self, Survey>(
        ReadInfo::new(Kind::Survey, SURVEYS.anchor)
            .needs(&["kind", "score", "scale_min", "scale_max", "account", "submitted_at"])
            .uses(&["direction", "replaced", "account_ended_at"]),
    )];

    fn new(setting: &Setting<'_>) -> Result<Self> {
        let within = setting.parameters.duration("within", MONTH)?;
        Ok(AfterBadRating { wanted: Wanted::new(setting, "csat")?, within, as_of: setting.as_of })
    }
    fn of(&self, inputs: &Inputs<'_>) -> Result<Sums> {
        let (lost, ratings) = inputs.part_of("lost", "ratings")?;
        Ok(Sums::counts(&[ratings, lost]))
    }
    fn finish(&self, state: &Sums, level: f64) -> Result<Vec<Figure>> {
        let (ratings, lost) = (state.count(RATINGS), state.count(LOST));
        let rate = Figure::share("rate", lost, ratings, Undefined::NoRecords, level);
        Ok([rate, Figure::count("lost", lost), Figure::count("ratings", ratings)].into())
    }
    fn bind(&mut self, words: &Dictionary) -> Result<()> {
        self.wanted.bind(words);
        Ok(())
    }
    fn derived(&self) -> &'static [(Kind, &'static str)] {
        &[(Kind::Survey, "account_ended_at")]
    }
}

impl Reads<Survey> for AfterBadRating {
    #[inline]
    fn part(&self, survey: &SurveyAt<'_>, _: &Context, state: &mut Sums) -> Result<Part> {
        let (scale, score) = match self.wanted.answer(survey) {
            Ok((scale, score)) => answer::high_is_good(scale, score),
            Err(reason) => return Ok(Part::LeftOut(reason)),
        };
        answer::at_least_three_points(scale)?;
        if score > scale.min.saturating_add(1).saturating_mul(1000) {
            return Ok(Part::LeftOut(Reason::OtherRating));
        }
        if survey.account() == NONE {
            return Ok(Part::LeftOut(Reason::NoAccount));
        }
        let Some(at) = survey.submitted_at() else { return Ok(Part::LeftOut(Reason::NoAnchor)) };
        let ended = survey.account_ended_at();
        if ended.is_some_and(|ended| ended <= at) {
            return Ok(Part::LeftOut(Reason::AlreadyLeft));
        }
        if !population::is_over(at, self.within, self.as_of)? {
            return Ok(Part::LeftOut(Reason::WindowOpen));
        }
        state.add(RATINGS, 1)?;
        if ended.is_some_and(|ended| ended <= at.saturating_add(self.within)) {
            state.add(LOST, 1)?;
        }
        Ok(Part::Counted)
    }
}

/// How long customers stay, those who are still there included.
#[derive(Clone)]
pub(crate) struct Lifetime(Survival);

impl Kpi for Lifetime {
    const SPEC: Spec = Spec {
        id: "churn_rate",
        variant: "survival",
        family: "loyalty",
        by: None,
        direction: Direction::HigherIsBetter,
        inputs: survival::INPUTS,
        parameters: survival::PARAMETERS,
        figures: survival::FIGURES,
        prose: prose! {
            meaning: "How long customers stay, those who are still there included.",
            formula: "median: the time after which half are still customers, by the Kaplan–Meier curve: the product over the times at which customers left of 1 − left then ÷ there until then",
            latex: survival::LATEX,
            counted: "Accounts in the bucket of their start, so that a bucket is a cohort. Those that have not ended count with the time that they have been customers: until `as_of` (default: the window's end). An end after `as_of` is not known yet.",
            left_out: "Nothing.",
            errors: survival::errors!("`wrong_order` where an account ends before it starts"),
            interval: survival::INTERVAL,
            pitfalls: &[
                "The mean over those who left is too short, the more so the faster the customers grow: the young ones who left are in it, those who stay are not.",
                survival::NOT_REACHED,
                "A late `as_of` shows more: with the default, a cohort is looked at until the end of the window, not until today.",
                "Without `horizon` the restricted mean looks as far as the oldest account, which differs from cohort to cohort; set it to compare.",
                "`bands` gives the share that is still there after a time, such as 31,536,000 s, which are 365 days.",
            ],
            sources: &[
                survival::SOURCE,
                Source { title: "S3", says: "Asks whether customers of one channel stay loyal longer than those of another." },
                Source { title: "S1", says: "The share of customers who stop using the product or service." },
            ],
            benchmarks: &[],
            example: Example {
                inputs: &["[2592000, 5184000, 7776000]", "[true, false, true]"],
                value: "7776000",
                working: "Two leave after 30 and 90 days; one is still there after 60. There after 30 days: 2/3; after 90 days: 0, the first time at most one half: 90 days, or 7,776,000 s.",
            },
        },
    };
    type State = Spread;
    const READS: &'static [Read<Self>] = &[reads::<Self, Account>(
        ReadInfo::new(Kind::Account, Anchor::Instant(&["started_at"])).needs(&["started_at", "ended_at"]),
    )];

    fn new(setting: &Setting<'_>) -> Result<Self> {
        Survival::new(setting).map(Lifetime)
    }
    fn of(&self, inputs: &Inputs<'_>) -> Result<Spread> {
        survival::of(inputs)
    }
    fn finish(&self, state: &Spread, level: f64) -> Result<Vec<Figure>> {
        self.0.finish(state, level)
    }
}

impl Reads<Account> for Lifetime {
    #[inline]
    fn part(&self, account: &AccountAt<'_>, context: &Context<'_>, state: &mut Spread) -> Result<Part> {
        let Some(started) = account.started_at() else { return Ok(Part::LeftOut(Reason::Unknown)) };
        self.0.lasted(context, state, started, account.ended_at(), None)
    }
}
