//! What a customer is worth, over its life.

use alloc::vec::Vec;

use super::balance::ACCOUNTS;
use crate::error::{Error, Result};
use crate::exact::{Currency, Fraction};
use crate::kpi::figure::{Figure, Inputs, Undefined};
use crate::kpi::money::{self, CURRENCY, RATES, Rates};
use crate::kpi::parameters::bad;
use crate::kpi::part::{Context, Kpi, Read, ReadInfo, Reads, Setting, reads};
use crate::kpi::population::{self, YEAR};
use crate::kpi::satisfaction::answer::{self, Wanted};
use crate::kpi::satisfaction::nps::{self, Camp};
use crate::record::{Account, AccountAt, Conversion, ConversionAt, Kind, Survey, SurveyAt};
use crate::spec::{
    Anchor, Benchmark, Direction, Example, FigureSpec, InputSpec, Number, ParameterSpec, Source, Spec, Unit, prose,
    said,
};
use crate::state::{Customers, Part, Reason, Sums};
use crate::words::{Dictionary, NONE};

/// What purchases were worth; the first sum, because that is the one with a currency.
const AMOUNT: usize = 0;
/// The time of all customers, in µs.
const TIME: usize = 1;
const ENDED: usize = 2;

/// How both variants read conversions.
const PURCHASES: ReadInfo = ReadInfo::new(Kind::Conversion, Anchor::Instant(&["at"]))
    .needs(&["at", "kind", "account", "amount", "currency"])
    .uses(&["canceled_at", "refunded"]);

/// A number of at most 9 decimal places as a fraction without needless zeros, so that products of several fit.
#[derive(Clone, Copy)]
struct Decimals {
    numerator: i128,
    denominator: i128,
}

impl Decimals {
    fn new(nanos: i64) -> Self {
        let (mut nanos, mut denominator) = (nanos, 1_000_000_000i64);
        while denominator > 1 && nanos.wrapping_rem(10) == 0 {
            (nanos, denominator) = (nanos.wrapping_div(10), denominator.wrapping_div(10));
        }
        Decimals { numerator: nanos.into(), denominator: denominator.into() }
    }

    fn fraction(self) -> Fraction {
        Fraction { numerator: self.numerator, denominator: self.denominator, units: 1, times: 1 }
    }
}

fn product(numbers: &[i128]) -> Result<i128> {
    numbers.iter().try_fold(1i128, |all, number| all.checked_mul(*number)).ok_or_else(Error::overflow)
}

/// Margin × mean purchase × purchases a year ÷ churn a year.
#[derive(Clone)]
pub(crate) struct Standard {
    rates: Rates,
    margin: Decimals,
    /// The instant at which customers' time ends.
    now: i64,
}

/// The figures in their order.
struct Found {
    value: Result<Fraction, Undefined>,
    mean_purchase: Result<Fraction, Undefined>,
    frequency: Result<Fraction, Undefined>,
    churn: Result<Fraction, Undefined>,
    lifetime: Result<Fraction, Undefined>,
    purchases: u64,
    ended: u64,
}

impl Found {
    fn figures(self, currency: Option<Currency>) -> Vec<Figure> {
        let (money, purchases, ended) = (Some(Unit::Money(currency)), self.purchases, self.ended);
        let plain = |name, outcome, sample| Figure { shows_fraction: false, ..Figure::new(name, outcome, sample) };
        [
            Figure { unit: money, ..plain("value", self.value, ended) },
            Figure { unit: money, ..plain("mean_purchase", self.mean_purchase, purchases) },
            plain("frequency", self.frequency, purchases),
            plain("churn", self.churn, ended),
            plain("lifetime", self.lifetime, ended),
        ]
        .into()
    }
}

impl Kpi for Standard {
    const SPEC: Spec = Spec {
        id: "customer_lifetime_value",
        variant: "standard",
        family: "loyalty",
        by: None,
        direction: Direction::HigherIsBetter,
        inputs: &[
            InputSpec::amount("mean_purchase", "what a purchase is worth"),
            InputSpec::amount("frequency", "purchases of a customer in a year, as decimal text"),
            InputSpec::amount("churn", "percent of the customers that leave in a year, as decimal text"),
        ],
        parameters: &[
            CURRENCY,
            RATES,
            ParameterSpec {
                name: "margin",
                takes: said("a part from 0 to 1 as decimal text"),
                default: "1",
                doc: said(
                    "The part of a purchase that is left after what it costs: \"0.5\" is half; by default all of it.",
                ),
                in_formula: true,
            },
        ],
        figures: &[
            FigureSpec::money("value"),
            FigureSpec::money("mean_purchase"),
            FigureSpec::new("frequency", Unit::Ratio, Number::Ratio),
            FigureSpec::new("churn", Unit::Percent, Number::Ratio),
            FigureSpec::new("lifetime", Unit::Ratio, Number::Ratio),
        ],
        prose: prose! {
            meaning: "What a customer is worth from the first day to the last, at the purchases and the losses of the period.",
            formula: "margin × mean purchase × purchases per customer and year × lifetime; lifetime in years = 1 ÷ the part of the customers that leaves in a year",
            latex: r"m \cdot \bar{p} \cdot f \cdot \frac{1}{c}",
            counted: "Purchases that stand, of known accounts, by their instant. Customer-years: the time of all accounts within the bucket, in years of 365.25 days. `frequency` is purchases by customer-years, `churn` 100 × accounts that ended in the bucket by customer-years, `lifetime` customer-years by accounts that ended. In the value the years cancel: it is margin × the worth of all purchases ÷ accounts that ended, one division.",
            left_out: "Conversions: `other_conversion`, `refunded` (canceled, or a refund names its order), `no_account`, `no_value` (no amount or no currency).",
            errors: "`window_required`; `mixed_currencies` where purchases are in several currencies and there is no rate, `unknown_currency`, `overflow`; `bad_parameter` for a margin outside 0 to 1; `negative` in the formula.",
            interval: "None.",
            pitfalls: &[
                "Where few left, one more or less changes the value by much; the value's sample says how many did.",
                "It takes for granted that customers go on as in the period: those of a young company have not had the time to leave.",
                "The lifetime is 1 ÷ churn, not the mean age of the customers so far, which is too short as long as most are still there.",
                "With a margin of 1 it is revenue, not profit.",
                "By plan or tier, give purchases the same column, or their groups find no customers.",
            ],
            sources: &[Source {
                title: "S0",
                says: "Speaks of the lifetime value of customers; it gives no formula.",
            }],
            benchmarks: &[],
            example: Example {
                inputs: &["\"20\"", "\"12\"", "\"25\""],
                value: "960",
                working: "20 × 12 a year × 4 years, since 25 % leave in a year; half of it, 480, at a margin of 0.5.",
            },
        },
    };
    type State = Sums;
    const READS: &'static [Read<Self>] = &[reads::<Self, Conversion>(PURCHASES), reads::<Self, Account>(ACCOUNTS)];
    const NEEDS_WINDOW: bool = true;

    fn new(setting: &Setting<'_>) -> Result<Self> {
        let margin = match setting.parameters.get("margin") {
            None => 1_000_000_000,
            Some(margin) => margin
                .scaled(9)
                .ok()
                .filter(|margin| (0..=1_000_000_000).contains(margin))
                .ok_or_else(|| bad("margin", "expected a number from 0 to 1, such as \"0.5\""))?,
        };
        let now = setting.as_of.filter(|_| setting.as_of_asked).unwrap_or(i64::MAX);
        Ok(Standard { rates: Rates::new(setting)?, margin: Decimals::new(margin), now })
    }
    fn of(&self, _: &Inputs<'_>) -> Result<Sums> {
        Ok(Sums::default())
    }
    fn formula(&self, inputs: &Inputs<'_>, _: f64) -> Result<Vec<Figure>> {
        let given = |name: &str| money::not_negative(inputs, name).map(Decimals::new);
        let (mean, frequency, churn) = (given("mean_purchase")?, given("frequency")?, given("churn")?);
        let by_churn = |numerator, denominator| match churn.numerator {
            0 => Err(Undefined::NoLosses),
            _ => Ok(Fraction { numerator, denominator, units: 1, times: 100 }),
        };
        let above = [self.margin.numerator, mean.numerator, frequency.numerator, churn.denominator];
        let below = [self.margin.denominator, mean.denominator, frequency.denominator, churn.numerator];
        let found = Found {
            value: by_churn(product(&above)?, product(&below)?),
            mean_purchase: Ok(mean.fraction()),
            frequency: Ok(frequency.fraction()),
            churn: Ok(churn.fraction()),
            lifetime: by_churn(churn.denominator, churn.numerator),
            purchases: 0,
            ended: 0,
        };
        Ok(found.figures(self.rates.currency))
    }
    fn finish(&self, state: &Sums, _: f64) -> Result<Vec<Figure>> {
        let (amount, purchases) = (state.of(AMOUNT), state.records(AMOUNT));
        let (time, ended, year) = (state.of(TIME), state.count(ENDED), i128::from(YEAR));
        let of = |numerator: i128, denominator: i128, units, times, empty| match denominator {
            0 => Err(empty),
            _ => Ok(Fraction { numerator, denominator, units, times }),
        };
        let mean_purchase = of(amount, purchases.into(), money::UNITS, 1, Undefined::NoRecords);
        let worth = product(&[amount, self.margin.numerator])?;
        let ended_by = product(&[ended.into(), self.margin.denominator])?;
        let value = of(worth, ended_by, money::UNITS, 1, Undefined::NoLosses);
        let found = Found {
            value: mean_purchase.and(value),
            mean_purchase,
            frequency: of(product(&[purchases.into(), year])?, time, 1, 1, Undefined::NoRecords),
            churn: of(product(&[ended.into(), year])?, time, 1, 100, Undefined::NoRecords),
            lifetime: of(time, ended.into(), year, 1, Undefined::NoLosses),
            purchases,
            ended,
        };
        Ok(found.figures(state.currency.or(self.rates.currency)))
    }
    fn bind(&mut self, words: &Dictionary) -> Result<()> {
        self.rates.bind(words);
        Ok(())
    }
    fn derived(&self) -> &'static [(Kind, &'static str)] {
        &[(Kind::Conversion, "refunded")]
    }
}

/// Why a conversion is no purchase of a customer that stands.
fn no_purchase(conversion: &ConversionAt<'_>) -> Option<Reason> {
    population::no_purchase(conversion).or_else(|| (conversion.account() == NONE).then_some(Reason::NoAccount))
}

impl Reads<Conversion> for Standard {
    #[inline]
    fn part(&self, conversion: &ConversionAt<'_>, _: &Context<'_>, state: &mut Sums) -> Result<Part> {
        match no_purchase(conversion) {
            Some(reason) => Ok(Part::LeftOut(reason)),
            None => self.rates.add_amount(AMOUNT, conversion.amount(), conversion.currency(), state),
        }
    }
}

impl Reads<Account> for Standard {
    #[inline]
    fn part(&self, account: &AccountAt<'_>, context: &Context<'_>, state: &mut Sums) -> Result<Part> {
        let Some(started) = account.started_at() else { return Ok(Part::LeftOut(Reason::Unknown)) };
        let ended = account.ended_at();
        let until = ended.unwrap_or(i64::MAX).min(context.to).min(self.now);
        let time = until.saturating_sub(started.max(context.from)).max(0);
        state.add(TIME, time.into())?;
        if ended.is_some_and(|ended| ended >= context.from && ended < context.to) {
            state.add(ENDED, 1)?;
        }
        Ok(Part::Counted)
    }
}

/// What promoters are worth by what detractors are worth.
#[derive(Clone)]
pub(crate) struct PromotersToDetractors {
    rates: Rates,
    wanted: Wanted,
}

/// What a row of a customer says: an amount, or an answer at an instant.
const BOUGHT: i128 = 0;
const ANSWERED: i128 = 1;

impl Kpi for PromotersToDetractors {
    const SPEC: Spec = Spec {
        id: "customer_lifetime_value",
        variant: "promoters_to_detractors",
        family: "loyalty",
        by: None,
        direction: Direction::Neutral,
        inputs: &[
            InputSpec::amount("promoter_value", "what all promoters bought"),
            InputSpec::count("promoters", "customers whose latest answer is 9 or 10"),
            InputSpec::amount("detractor_value", "what all detractors bought"),
            InputSpec::count("detractors", "customers whose latest answer is from 0 to 6"),
        ],
        parameters: &[CURRENCY, RATES, answer::kind("nps")],
        figures: &[
            FigureSpec::new("ratio", Unit::Ratio, Number::Ratio),
            FigureSpec::money("promoters"),
            FigureSpec::money("detractors"),
            FigureSpec::count("promoter_count"),
            FigureSpec::count("detractor_count"),
        ],
        prose: prose! {
            meaning: "How many times as much promoters buy as detractors do.",
            formula: "(purchases of promoters ÷ promoters) ÷ (purchases of detractors ÷ detractors)",
            latex: r"\frac{\sum_{P} \text{purchases} \,/\, |P|}{\sum_{D} \text{purchases} \,/\, |D|}",
            counted: "Customers who answered the wanted kind of survey in the bucket, by their latest answer there (of several at one instant the lowest), on the scale of NPS, 0 to 10. Their purchases that stand, in the same bucket; who bought nothing counts with 0. Purchases of passives, and of customers who did not answer, are in neither.",
            left_out: "Surveys: `other_kind`, `replaced`, `unanswered`, `no_account`. Conversions: `other_conversion`, `refunded` (canceled, or a refund names its order), `no_account`, `no_value` (no amount or no currency).",
            errors: "`bad_scale` where the scale is not 0 to 10; `out_of_scale`; `mixed_currencies` where purchases are in several currencies and there is no rate, `unknown_currency`, `overflow`.",
            interval: "None.",
            pitfalls: &[
                "It compares what they bought in the period, not over their whole lives; who stays longer is worth more still. Give a long window.",
                "A customer who buys much and one who would recommend may both be satisfied for a third reason: the ratio is no proof that a better score brings more purchases.",
                "Buckets do not add up: who answered in two months counts in both, and once in the total.",
            ],
            sources: &[Source {
                title: "S0",
                says: "Puts promoters 600 % to 1,400 % above detractors in lifetime value: 7 to 15 times as much.",
            }],
            benchmarks: &[Benchmark {
                figure: "ratio",
                low: Some("7"),
                high: Some("15"),
                exclusive: false,
                label: "usual",
                population: "lifetime value of promoters against that of detractors",
                source: "S0",
            }],
            example: Example {
                inputs: &["\"36000\"", "60", "\"1500\"", "15"],
                value: "6",
                working: "36,000 ÷ 60 = 600 for each promoter, 1,500 ÷ 15 = 100 for each detractor: 600 ÷ 100.",
            },
        },
    };
    type State = Customers;
    const READS: &'static [Read<Self>] = &[
        reads::<Self, Survey>(
            ReadInfo::new(Kind::Survey, Anchor::Instant(&["submitted_at"]))
                .needs(&["kind", "score", "scale_min", "scale_max", "account", "submitted_at"])
                .uses(&["direction", "replaced"]),
        ),
        reads::<Self, Conversion>(PURCHASES),
    ];

    fn new(setting: &Setting<'_>) -> Result<Self> {
        Ok(PromotersToDetractors { rates: Rates::new(setting)?, wanted: Wanted::new(setting, "nps")? })
    }
    fn of(&self, inputs: &Inputs<'_>) -> Result<Customers> {
        let amount = |name| money::not_negative(inputs, name).map(money::in_units);
        let count = |name| inputs.count(name).map(i128::from);
        Ok(Customers::settled([
            amount("promoter_value")?,
            count("promoters")?,
            amount("detractor_value")?,
            count("detractors")?,
        ]))
    }
    fn finish(&self, state: &Customers, _: f64) -> Result<Vec<Figure>> {
        let [promoted, promoters, detracted, detractors, ..] = state.settled;
        let mut sums = [(promoted, promoters), (detracted, detractors)];
        state.each(|rows| {
            let (mut bought, mut latest) = (0i128, None);
            // In rising order: purchases, then answers, and of those the last is the latest and lowest.
            for &[what, number, below] in rows {
                match what {
                    BOUGHT => bought = bought.checked_add(number).ok_or_else(Error::overflow)?,
                    _ => latest = Some(below.saturating_neg()),
                }
            }
            let place = match latest.and_then(|score| i64::try_from(score).ok()).map(nps::camp) {
                Some(Camp::Promoter) => 0,
                Some(Camp::Detractor) => 1,
                _ => return Ok(()),
            };
            if let Some((sum, n)) = sums.get_mut(place) {
                *sum = sum.checked_add(bought).ok_or_else(Error::overflow)?;
                *n = n.saturating_add(1);
            }
            Ok(())
        })?;
        let [(promoted, promoters), (detracted, detractors)] =
            sums.map(|(sum, n)| (sum, u64::try_from(n).unwrap_or_default()));
        let ratio = match (promoters, detractors) {
            (0, _) | (_, 0) => Err(Undefined::NoRecords),
            _ if promoted < 0 || detracted <= 0 => Err(Undefined::NoRevenue),
            _ => Ok((product(&[promoted, detractors.into()])?, product(&[detracted, promoters.into()])?)),
        };
        let currency = state.currency();
        let mean = |name, sum, n| {
            let of = if n == 0 { Err(Undefined::NoRecords) } else { Ok((sum, n)) };
            self.rates.mean(name, of, n, currency)
        };
        Ok([
            money::ratio("ratio", ratio, 1, promoters.saturating_add(detractors)),
            mean("promoters", promoted, promoters),
            mean("detractors", detracted, detractors),
            Figure::count("promoter_count", promoters),
            Figure::count("detractor_count", detractors),
        ]
        .into())
    }
    fn bind(&mut self, words: &Dictionary) -> Result<()> {
        self.rates.bind(words);
        self.wanted.bind(words);
        Ok(())
    }
    fn derived(&self) -> &'static [(Kind, &'static str)] {
        &[(Kind::Conversion, "refunded")]
    }
}

impl Reads<Survey> for PromotersToDetractors {
    #[inline]
    fn part(&self, survey: &SurveyAt<'_>, _: &Context<'_>, state: &mut Customers) -> Result<Part> {
        let score = match nps::score(&self.wanted, survey)? {
            Ok(score) => score,
            Err(reason) => return Ok(Part::LeftOut(reason)),
        };
        if survey.account() == NONE {
            return Ok(Part::LeftOut(Reason::NoAccount));
        }
        let Some(at) = survey.submitted_at() else { return Ok(Part::LeftOut(Reason::NoAnchor)) };
        state.add(survey.account(), [ANSWERED, at.into(), i128::from(score).saturating_neg()]);
        Ok(Part::Counted)
    }
}

impl Reads<Conversion> for PromotersToDetractors {
    #[inline]
    fn part(&self, conversion: &ConversionAt<'_>, _: &Context<'_>, state: &mut Customers) -> Result<Part> {
        if let Some(reason) = no_purchase(conversion) {
            return Ok(Part::LeftOut(reason));
        }
        let Some(amount) = conversion.amount().filter(|_| conversion.currency() != NONE) else {
            return Ok(Part::LeftOut(Reason::NoValue));
        };
        let (currency, amount) = self.rates.converted(amount, conversion.currency())?;
        state.hold(currency)?;
        state.add(conversion.account(), [BOUGHT, amount, 0]);
        Ok(Part::Counted)
    }
}
