//! Growth of monthly recurring revenue, and what it is made of.

use alloc::vec::Vec;
use core::marker::PhantomData;

use crate::error::{Code, Error, Result};
use crate::exact::{Currency, Fraction};
use crate::kpi::figure::{Figure, Inputs, Undefined};
use crate::kpi::money::{self, CURRENCY, RATES, Rates};
use crate::kpi::part::{Context, Kpi, Read, ReadInfo, Reads, Setting, reads};
use crate::record::{Kind, Subscription, SubscriptionAt};
use crate::spec::{
    Anchor, Direction, Example, FigureSpec, InputSpec, Number, ParameterSpec, Source, Spec, Unit, prose,
};
use crate::state::{Customers, Part};
use crate::words::Dictionary;

const PARAMETERS: &[ParameterSpec] = &[CURRENCY, RATES];
const SUBSCRIPTIONS: ReadInfo = ReadInfo::new(Kind::Subscription, Anchor::Balance("started_at", "ended_at"))
    .needs(&["account", "started_at", "ended_at", "mrr", "currency"])
    .uses(&["customer_since"]);

const OPENING: InputSpec = InputSpec::amount("opening", "monthly recurring revenue at the start");
const NEW: InputSpec = InputSpec::amount("new", "revenue of accounts that never had any before");
const REACTIVATION: InputSpec = InputSpec::amount("reactivation", "revenue of accounts that come back");
const EXPANSION: InputSpec = InputSpec::amount("expansion", "what accounts pay more at the end than at the start");
const CONTRACTION: InputSpec =
    InputSpec::amount("contraction", "what accounts that stay pay less at the end than at the start");
const CHURNED: InputSpec = InputSpec::amount("churned", "revenue of accounts that have none at the end");

#[cfg(feature = "prose")]
const COUNTED: &str = "Subscriptions. What an account pays at an instant is the sum of its subscriptions that run just \
    before it. Movements are of the account, from the start of the bucket to its end, in exactly one class: new (it \
    never paid before), reactivation (it had), expansion, contraction or churned. So opening + new + reactivation + \
    expansion − contraction − churned = closing.";
#[cfg(feature = "prose")]
const LEFT_OUT: &str =
    "Nothing; subscriptions that run neither at the start nor at the end of a bucket do not count in it.";
#[cfg(feature = "prose")]
const ERRORS: &str = "`window_required`; `mixed_currencies` without a rate; `unknown_currency`; `negative`; \
    `bad_input` in the formula where more is lost than there was.";
#[cfg(feature = "prose")]
const INTERVAL: &str = "None: it is a sum over all accounts, not a sample.";
#[cfg(feature = "prose")]
const PITFALLS: &[&str] = &[
    "Revenue that ends at midnight of the first counts up to it and not after; with the balance of the instant itself monthly billing counts twice.",
    "A year's price is divided by 12, tax and one-off fees are left away, before it is recurring revenue of a month.",
    "By plan, a change of plan is churned in the one and reactivation in the other; the total nets it.",
    "The months after the data end look like churn: close the window where they do.",
];
#[cfg(feature = "prose")]
const SOURCES: &[Source] = &[
    Source { title: "S1", says: "Lists it, and leaves it out where it explains its list: `growth` follows the name." },
    Source {
        title: "Field",
        says: "Subscription businesses take growth apart into movements, and quote net and gross revenue retention and the quick ratio.",
    },
];

/// What recurring revenue did, in 10⁻¹⁸ units.
#[derive(Clone, Copy, Default)]
pub(crate) struct Movements {
    opening: i128,
    new: i128,
    reactivation: i128,
    expansion: i128,
    contraction: i128,
    churned: i128,
    accounts: u64,
}

impl Movements {
    fn of(state: &Customers) -> Result<Self> {
        let [opening, new, reactivation, expansion, contraction, churned] = state.settled;
        let mut all = Movements { opening, new, reactivation, expansion, contraction, churned, accounts: 0 };
        state.each(|rows| {
            let (mut opening, mut closing, mut before) = (0i128, 0i128, false);
            for [own_opening, own_closing, own_before] in rows {
                opening = opening.checked_add(*own_opening).ok_or_else(Error::overflow)?;
                closing = closing.checked_add(*own_closing).ok_or_else(Error::overflow)?;
                before |= *own_before != 0;
            }
            all.account(opening, closing, before)
        })?;
        Ok(all)
    }

    fn account(&mut self, opening: i128, closing: i128, before: bool) -> Result<()> {
        let add = |sum: &mut i128, amount: i128| -> Result<()> {
            *sum = sum.checked_add(amount).ok_or_else(Error::overflow)?;
            Ok(())
        };
        add(&mut self.opening, opening)?;
        self.accounts = self.accounts.saturating_add(u64::from(opening > 0 || closing > 0));
        let change = closing.checked_sub(opening).ok_or_else(Error::overflow)?;
        match (opening, closing) {
            (0, _) if before => add(&mut self.reactivation, closing),
            (0, _) => add(&mut self.new, closing),
            (_, 0) => add(&mut self.churned, opening),
            _ if change >= 0 => add(&mut self.expansion, change),
            _ => add(&mut self.contraction, change.saturating_neg()),
        }
    }

    fn plus(parts: &[i128], less: &[i128]) -> Result<i128> {
        let sum = |parts: &[i128]| parts.iter().try_fold(0i128, |all, part| all.checked_add(*part));
        sum(parts).zip(sum(less)).and_then(|(a, b)| a.checked_sub(b)).ok_or_else(Error::overflow)
    }

    fn closing(&self) -> Result<i128> {
        Self::plus(&[self.opening, self.gained()?], &[self.lost()?])
    }

    fn gained(&self) -> Result<i128> {
        Self::plus(&[self.new, self.reactivation, self.expansion], &[])
    }

    fn lost(&self) -> Result<i128> {
        Self::plus(&[self.contraction, self.churned], &[])
    }
}

/// One amount by another.
fn quotient(name: &'static str, part: i128, whole: i128, times: i128, empty: Undefined, accounts: u64) -> Figure {
    let fraction = Fraction { numerator: part, denominator: whole, units: 1, times };
    let outcome = if whole == 0 { Err(empty) } else { Ok(fraction) };
    Figure { shows_fraction: false, ..Figure::new(name, outcome, accounts) }
}

/// What differs between the variants.
pub(crate) trait Variant: Clone + Send + Sync + 'static {
    const SPEC: Spec;
    /// The headline, and the amounts beside it.
    fn figures(all: &Movements) -> Result<(Figure, Vec<(&'static str, i128)>)>;
}

/// (closing − opening) ÷ opening.
#[derive(Clone)]
pub(crate) struct Growth;

/// What the accounts of the start pay at the end ÷ what they paid.
#[derive(Clone)]
pub(crate) struct NetRevenueRetention;

/// The same without what they pay more.
#[derive(Clone)]
pub(crate) struct GrossRevenueRetention;

/// Gained ÷ lost.
#[derive(Clone)]
pub(crate) struct QuickRatio;

impl Variant for Growth {
    const SPEC: Spec = Spec {
        id: "mrr_growth_rate",
        variant: "growth",
        family: "loyalty",
        by: None,
        direction: Direction::HigherIsBetter,
        inputs: &[OPENING, NEW, REACTIVATION, EXPANSION, CONTRACTION, CHURNED],
        parameters: PARAMETERS,
        figures: &[
            FigureSpec::new("rate", Unit::Percent, Number::Growth),
            FigureSpec::money("opening"),
            FigureSpec::money("closing"),
            FigureSpec::money("new"),
            FigureSpec::money("expansion"),
            FigureSpec::money("contraction"),
            FigureSpec::money("churned"),
            FigureSpec::money("reactivation"),
            FigureSpec::count("accounts"),
        ],
        prose: prose! {
            meaning: "By how much monthly recurring revenue grew, and what the growth is made of.",
            formula: "100 × (closing − opening) ÷ opening",
            latex: r"100 \cdot \frac{\text{closing} - \text{opening}}{\text{opening}}",
            counted: COUNTED,
            left_out: LEFT_OUT,
            errors: ERRORS,
            interval: INTERVAL,
            pitfalls: PITFALLS,
            sources: SOURCES,
            benchmarks: &[],
            example: Example {
                inputs: &["\"100000\"", "\"12000\"", "\"1000\"", "\"5000\"", "\"2000\"", "\"4000\""],
                value: "12",
                working: "100,000 + 12,000 + 1,000 + 5,000 − 2,000 − 4,000 = 112,000: 100 × 12,000 ÷ 100,000.",
            },
        },
    };

    fn figures(all: &Movements) -> Result<(Figure, Vec<(&'static str, i128)>)> {
        let closing = all.closing()?;
        let change = Movements::plus(&[closing], &[all.opening])?;
        let rate = quotient("rate", change, all.opening, 100, Undefined::NoOpening, all.accounts);
        let amounts = [
            ("opening", all.opening),
            ("closing", closing),
            ("new", all.new),
            ("expansion", all.expansion),
            ("contraction", all.contraction),
            ("churned", all.churned),
            ("reactivation", all.reactivation),
        ];
        Ok((rate, amounts.into()))
    }
}

impl Variant for NetRevenueRetention {
    const SPEC: Spec = Spec {
        id: "mrr_growth_rate",
        variant: "net_revenue_retention",
        family: "loyalty",
        by: None,
        direction: Direction::HigherIsBetter,
        inputs: &[OPENING, EXPANSION, CONTRACTION, CHURNED],
        parameters: PARAMETERS,
        figures: &[
            FigureSpec::new("rate", Unit::Percent, Number::Ratio),
            FigureSpec::money("opening"),
            FigureSpec::money("retained"),
        ],
        prose: prose! {
            meaning: "What the accounts of the start pay at the end, in percent of what they paid at the start. It can pass 100.",
            formula: "100 × (opening + expansion − contraction − churned) ÷ opening; reactivation is not in it",
            latex: r"100 \cdot \frac{\text{opening} + \text{expansion} - \text{contraction} - \text{churned}}{\text{opening}}",
            counted: COUNTED,
            left_out: LEFT_OUT,
            errors: ERRORS,
            interval: INTERVAL,
            pitfalls: PITFALLS,
            sources: SOURCES,
            benchmarks: &[],
            example: Example {
                inputs: &["\"100000\"", "\"5000\"", "\"2000\"", "\"4000\""],
                value: "99",
                working: "100 × (100,000 + 5,000 − 2,000 − 4,000) ÷ 100,000; the 1,000 that came back is not in it.",
            },
        },
    };

    fn figures(all: &Movements) -> Result<(Figure, Vec<(&'static str, i128)>)> {
        let retained = Movements::plus(&[all.opening, all.expansion], &[all.lost()?])?;
        let rate = quotient("rate", retained, all.opening, 100, Undefined::NoOpening, all.accounts);
        Ok((rate, [("opening", all.opening), ("retained", retained)].into()))
    }
}

impl Variant for GrossRevenueRetention {
    const SPEC: Spec = Spec {
        id: "mrr_growth_rate",
        variant: "gross_revenue_retention",
        family: "loyalty",
        by: None,
        direction: Direction::HigherIsBetter,
        inputs: &[OPENING, CONTRACTION, CHURNED],
        parameters: PARAMETERS,
        figures: &[FigureSpec::share("rate"), FigureSpec::money("opening"), FigureSpec::money("retained")],
        prose: prose! {
            meaning: "What is left of the revenue of the start, without what accounts pay more.",
            formula: "100 × sum of min(opening, closing) of each account ÷ sum of opening",
            latex: r"100 \cdot \frac{\sum \min(\text{opening}, \text{closing})}{\sum \text{opening}}",
            counted: COUNTED,
            left_out: LEFT_OUT,
            errors: ERRORS,
            interval: INTERVAL,
            pitfalls: PITFALLS,
            sources: SOURCES,
            benchmarks: &[],
            example: Example {
                inputs: &["\"100000\"", "\"2000\"", "\"4000\""],
                value: "94",
                working: "100 × (100,000 − 2,000 − 4,000) ÷ 100,000.",
            },
        },
    };

    fn figures(all: &Movements) -> Result<(Figure, Vec<(&'static str, i128)>)> {
        let retained = Movements::plus(&[all.opening], &[all.lost()?])?;
        let rate = quotient("rate", retained, all.opening, 100, Undefined::NoOpening, all.accounts);
        Ok((rate, [("opening", all.opening), ("retained", retained)].into()))
    }
}

impl Variant for QuickRatio {
    const SPEC: Spec = Spec {
        id: "mrr_growth_rate",
        variant: "quick_ratio",
        family: "loyalty",
        by: None,
        direction: Direction::HigherIsBetter,
        inputs: &[NEW, REACTIVATION, EXPANSION, CONTRACTION, CHURNED],
        parameters: PARAMETERS,
        figures: &[
            FigureSpec::new("ratio", Unit::Ratio, Number::Ratio),
            FigureSpec::money("gained"),
            FigureSpec::money("lost"),
        ],
        prose: prose! {
            meaning: "How much recurring revenue is gained for each unit that is lost.",
            formula: "(new + reactivation + expansion) ÷ (contraction + churned)",
            latex: r"\frac{\text{new} + \text{reactivation} + \text{expansion}}{\text{contraction} + \text{churned}}",
            counted: COUNTED,
            left_out: LEFT_OUT,
            errors: ERRORS,
            interval: INTERVAL,
            pitfalls: PITFALLS,
            sources: SOURCES,
            benchmarks: &[],
            example: Example {
                inputs: &["\"12000\"", "\"1000\"", "\"5000\"", "\"2000\"", "\"4000\""],
                value: "3",
                working: "(12,000 + 1,000 + 5,000) ÷ (2,000 + 4,000).",
            },
        },
    };

    fn figures(all: &Movements) -> Result<(Figure, Vec<(&'static str, i128)>)> {
        let (gained, lost) = (all.gained()?, all.lost()?);
        let ratio = quotient("ratio", gained, lost, 1, Undefined::NoLosses, all.accounts);
        Ok((ratio, [("gained", gained), ("lost", lost)].into()))
    }
}

/// The KPI in one variant.
#[derive(Clone)]
pub(crate) struct Revenue<V> {
    rates: Rates,
    variant: PhantomData<V>,
}

fn finish<V: Variant>(all: &Movements, currency: Option<Currency>) -> Result<Vec<Figure>> {
    let (head, amounts) = V::figures(all)?;
    let accounts = all.accounts;
    let money = |(name, amount)| {
        let fraction = Fraction { numerator: amount, denominator: 1, units: money::UNITS, times: 1 };
        let unit = Some(Unit::Money(currency));
        Figure { unit, shows_fraction: false, ..Figure::new(name, Ok(fraction), accounts) }
    };
    let mut figures: Vec<Figure> = [head].into();
    figures.extend(amounts.into_iter().map(money));
    if V::SPEC.figures.last().is_some_and(|last| last.name == "accounts") {
        figures.push(Figure::count("accounts", accounts));
    }
    Ok(figures)
}

impl<V: Variant> Kpi for Revenue<V> {
    const SPEC: Spec = V::SPEC;
    type State = Customers;
    const READS: &'static [Read<Self>] = &[reads::<Self, Subscription>(SUBSCRIPTIONS)];
    const NEEDS_WINDOW: bool = true;

    fn new(setting: &Setting<'_>) -> Result<Self> {
        Ok(Revenue { rates: Rates::new(setting)?, variant: PhantomData })
    }
    fn of(&self, inputs: &Inputs<'_>) -> Result<Customers> {
        let given = |input: &InputSpec| -> Result<i128> {
            if !V::SPEC.inputs.iter().any(|known| known.name == input.name) {
                return Ok(0);
            }
            let amount = inputs.amount(input.name)?.0;
            if amount < 0 {
                let text = "the amount is negative; give losses as positive amounts, too";
                return Err(Error::new(Code::Negative, text).field(input.name));
            }
            Ok(money::in_units(amount))
        };
        let mut settled = [0; 6];
        let all = [OPENING, NEW, REACTIVATION, EXPANSION, CONTRACTION, CHURNED];
        for (own, input) in settled.iter_mut().zip(&all) {
            *own = given(input)?;
        }
        let [opening, _, _, _, contraction, churned] = settled;
        let lost = contraction.checked_add(churned).ok_or_else(Error::overflow)?;
        if lost > opening && V::SPEC.inputs.iter().any(|input| input.name == OPENING.name) {
            let text = "contraction and churned are more than the opening revenue of which they must be a part";
            return Err(Error::new(Code::BadInput, text).field("churned"));
        }
        Ok(Customers::settled(settled))
    }
    fn finish(&self, state: &Customers, _: f64) -> Result<Vec<Figure>> {
        finish::<V>(&Movements::of(state)?, state.currency().or(self.rates.currency))
    }
    fn bind(&mut self, words: &Dictionary) -> Result<()> {
        self.rates.bind(words);
        Ok(())
    }
    fn derived(&self) -> &'static [(Kind, &'static str)] {
        &[(Kind::Subscription, "customer_since")]
    }
}

impl<V: Variant> Reads<Subscription> for Revenue<V> {
    #[inline]
    fn part(&self, subscription: &SubscriptionAt<'_>, context: &Context, state: &mut Customers) -> Result<Part> {
        let Some(mrr) = subscription.mrr() else { return Ok(Part::Nothing) };
        let (start, end) = (subscription.runs_before(context.from), subscription.runs_before(context.to));
        if !start && !end {
            return Ok(Part::Nothing);
        }
        let (currency, amount) = self.rates.converted(mrr, subscription.currency())?;
        state.hold(currency)?;
        let before = subscription.customer_since().or(subscription.started_at()).is_some_and(|at| at < context.from);
        let at = |holds: bool| if holds { amount } else { 0 };
        state.add(subscription.account(), [at(start), at(end), i128::from(before)]);
        Ok(Part::Counted)
    }
}
