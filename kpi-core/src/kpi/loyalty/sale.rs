//! What touches sell, by customer: the rate, and the guard rail of retention (ruling B38).

use alloc::vec::Vec;
use core::marker::PhantomData;

use crate::error::{Error, Result};
use crate::exact::Fraction;
use crate::kpi::figure::{Figure, Inputs, Undefined, times};
use crate::kpi::part::{Context, Kpi, Read, ReadInfo, Reads, Setting, reads};
use crate::kpi::tally::Nothing;
use crate::kpi::touch::{Judge, Sought, TouchReads, Touches, Touching};
use crate::record::{Contact, Kind, Record, Session, Ticket};
use crate::spec::{FigureSpec, InputSpec, Number, Spec, Unit};
use crate::state::{Customers, Part};
use crate::stats::interval;

pub(super) const RETAINED_SOLD: InputSpec =
    InputSpec::count("retained_sold", "customers sold to who are still there after the time");
pub(super) const SOLD: InputSpec = InputSpec::count("sold", "customers sold to, whose time is over");
pub(super) const RETAINED_NOT_SOLD: InputSpec =
    InputSpec::count("retained_not_sold", "customers not sold to who are still there after the time");
pub(super) const NOT_SOLD: InputSpec = InputSpec::count("not_sold", "customers not sold to, whose time is over");

pub(super) const RETENTION_SOLD: FigureSpec = FigureSpec::share("retention_sold");
pub(super) const RETENTION_NOT_SOLD: FigureSpec = FigureSpec::share("retention_not_sold");
pub(super) const DIFFERENCE: FigureSpec = FigureSpec::new("retention_difference", Unit::Percent, Number::Growth);
pub(super) const FAILED: FigureSpec = FigureSpec::count("guard_rail_failed");
pub(super) const ACCOUNTS: FigureSpec = FigureSpec::count("accounts");

/// What differs between the KPIs and variants.
pub(crate) trait Sale: Clone + Send + Sync + 'static {
    const SPEC: Spec;
    const READ: TouchReads;
    const SOLD: Sought;
    /// A sale is credited to the last touch before it alone.
    const LAST: bool;
    /// Customers count, and not touches.
    const PER_CUSTOMER: bool;
}

/// The KPI of a sale.
#[derive(Clone)]
pub(crate) struct Sales<V> {
    judge: Judge,
    sale: PhantomData<V>,
}

// What a touch's row says beside its instant.
const CREDITED: i128 = 1;
const FOLLOWED: i128 = 2;
const JUDGED: i128 = 4;
const RETAINED: i128 = 8;

/// What is counted, in the order of the formula's inputs.
type Counts = [i128; 6];

fn counts(state: &Customers, per_customer: bool) -> Result<Counts> {
    let [mut converted, mut all, mut retained_sold, mut sold, mut retained_not_sold, mut not_sold] = state.settled;
    state.each(|touches| {
        let (mut first, mut first_credited, mut followed) = (None, None, 0);
        let (mut own_touches, mut own_credited) = (0i128, 0i128);
        for &[_, marks, _] in touches {
            first = first.or(Some(marks));
            followed |= marks & FOLLOWED;
            own_touches = own_touches.saturating_add(1);
            if marks & CREDITED != 0 {
                first_credited = first_credited.or(Some(marks));
                own_credited = own_credited.saturating_add(1);
            }
        }
        let most = if per_customer { 1 } else { i128::MAX };
        all = all.saturating_add(own_touches.min(most));
        converted = converted.saturating_add(own_credited.min(most));
        // Who is sold to by a touch elsewhere is in neither group.
        let (groups, touch) = match (first_credited, followed) {
            (Some(touch), _) => ((&mut sold, &mut retained_sold), Some(touch)),
            (None, 0) => ((&mut not_sold, &mut retained_not_sold), first),
            (None, _) => return Ok(()),
        };
        let is = |mark: i128| touch.is_some_and(|marks| marks & (JUDGED | mark) == JUDGED | mark);
        *groups.0 = groups.0.saturating_add(is(0).into());
        *groups.1 = groups.1.saturating_add(is(RETAINED).into());
        Ok(())
    })?;
    Ok([converted, all, retained_sold, sold, retained_not_sold, not_sold])
}

fn figures(spec: &Spec, counts: Counts, level: f64) -> Result<Vec<Figure>> {
    let counts = counts.map(|count| u64::try_from(count).unwrap_or_default());
    let [converted, all, retained_sold, sold, retained_not_sold, not_sold] = counts;
    let share = |name, part, whole| Figure::share(name, part, whole, Undefined::NoRecords, level);
    let mut figures: Vec<Figure> = [share("share", converted, all)].into();
    for (figure, count) in spec.figures.iter().skip(1).zip([converted, all]) {
        figures.push(Figure::count(figure.name, count));
    }
    if spec.figures.len() > figures.len() {
        let compared = sold.saturating_add(not_sold);
        let product = |a: u64, b: u64| i128::from(a).checked_mul(i128::from(b)).ok_or_else(Error::overflow);
        let numerator = product(retained_sold, not_sold)?.checked_sub(product(retained_not_sold, sold)?);
        let numerator = numerator.ok_or_else(Error::overflow)?;
        let denominator = product(sold, not_sold)?;
        let difference = Fraction { numerator, denominator, units: 1, times: 100 };
        let outcome = if denominator == 0 { Err(Undefined::NoRecords) } else { Ok(difference) };
        let interval = interval::newcombe((retained_sold, sold), (retained_not_sold, not_sold), level);
        let interval = interval.map(|interval| times(interval, 100.0));
        let failed = interval.is_some_and(|interval| interval.upper < 0.0);
        figures.extend([
            share(RETENTION_SOLD.name, retained_sold, sold),
            share(RETENTION_NOT_SOLD.name, retained_not_sold, not_sold),
            Figure { interval, shows_fraction: false, ..Figure::new(DIFFERENCE.name, outcome, compared) },
            Figure::count(FAILED.name, failed.into()),
            Figure::count(ACCOUNTS.name, compared),
        ]);
    }
    Ok(figures)
}

impl<V: Sale> Kpi for Sales<V> {
    const SPEC: Spec = V::SPEC;
    type State = Customers;
    const READS: &'static [Read<Self>] = &[
        reads::<Self, Contact>(V::READ.contacts),
        reads::<Self, Ticket>(V::READ.tickets),
        reads::<Self, Session>(V::READ.sessions),
    ];

    fn new(setting: &Setting<'_>) -> Result<Self> {
        Ok(Sales { judge: Judge::new(setting, V::SOLD, V::LAST)?, sale: PhantomData })
    }
    fn of(&self, inputs: &Inputs<'_>) -> Result<Customers> {
        let mut settled: Counts = [0; 6];
        for (pair, own) in V::SPEC.inputs.chunks_exact(2).zip(settled.chunks_exact_mut(2)) {
            if let ([part, whole], [own_part, own_whole]) = (pair, own) {
                let (part, whole) = inputs.part_of(part.name, whole.name)?;
                (*own_part, *own_whole) = (part.into(), whole.into());
            }
        }
        Ok(Customers::settled(settled))
    }
    fn finish(&self, state: &Customers, level: f64) -> Result<Vec<Figure>> {
        figures(&V::SPEC, counts(state, V::PER_CUSTOMER)?, level)
    }
    fn asked(&self, read: ReadInfo) -> ReadInfo {
        self.judge.asked(read)
    }
    fn derived(&self) -> &'static [(Kind, &'static str)] {
        V::READ.derived
    }
    fn touches(&self) -> Option<&Touches> {
        Some(&self.judge.touches)
    }
}

impl<R: Record, V: Sale> Reads<R> for Sales<V>
where
    for<'a> R::At<'a>: Touching,
{
    #[inline]
    fn part(&self, touch: &R::At<'_>, _: &Context, state: &mut Customers) -> Result<Part> {
        match self.judge.of(touch) {
            Ok(outcome) => {
                let mark = |holds: bool, mark: i128| if holds { mark } else { 0 };
                let marks = mark(outcome.credited, CREDITED)
                    | mark(outcome.followed, FOLLOWED)
                    | mark(outcome.retained.is_some(), JUDGED)
                    | mark(outcome.retained == Some(true), RETAINED);
                state.add(outcome.account, [outcome.at.into(), marks, 0]);
                Ok(Part::Counted)
            }
            Err(Nothing::Left(part)) => Ok(part),
            Err(Nothing::Failed(error)) => Err(error),
        }
    }
}

#[cfg(feature = "prose")]
pub(super) const INTERVAL: &str = "Wilson; the difference: Newcombe's hybrid score interval of two independent shares.";
#[cfg(feature = "prose")]
pub(super) const LEFT_OUT: &str = "`outbound`, `abandoned`, `unanswered`, `callback`, `failed`, `self_served` (contacts \
    that no person answered), `merged`, `spam`, `deleted` without an answer, `through_contact` (tickets born of a contact, \
    with `all`), `no_account`, `window_open`. From the guard rail: customers who had left by their touch, those whose \
    `retained_after` is not over, and those whose sale is credited to a touch elsewhere.";
#[cfg(feature = "prose")]
pub(super) const ERRORS: &str = "`missing_records` without conversions or accounts; `unknown_account` where a touch names \
    an account that is not there; `as_of_required`; `bad_parameter`; `bad_input` in the formula where a part is more than \
    its whole.";
#[cfg(feature = "prose")]
pub(super) const PITFALLS: &[&str] = &[
    "A rate says nothing of what selling does to customers: look at the guard rail before agents are rewarded. It fails \
     where even the upper end of the difference's interval is below 0.",
    "Few customers make a wide interval: a guard rail that has not failed is no proof that it holds.",
    "Who is sold to differs from who is not; the difference is no experiment.",
    "A sale belongs to the touch by time alone, also where the conversion names another agent.",
];

/// The guard rail, after a KPI's own figures.
#[cfg(feature = "prose")]
macro_rules! guarded {
    ($text:literal) => {
        concat!(
            $text,
            "; retention_sold, retention_not_sold: 100 × customers still there `retained_after` after their touch ÷ those \
             sold to, and those with a touch and not sold to; retention_difference: the one less the other, in points; \
             guard_rail_failed: 1 where the whole interval of the difference is below 0"
        )
    };
}
#[cfg(feature = "prose")]
pub(super) use guarded;

/// The three variants of a KPI over one kind of sale.
macro_rules! sales {
    ($id:literal, $sold:ident, $derived:literal, $one:literal, $bought:literal, $sources:expr) => {
        const PARAMETERS: &[ParameterSpec] = &[AFTER, WITHIN, RETAINED_AFTER];
        const TOUCH_INPUTS: &[InputSpec] = &[
            InputSpec::count("converted", concat!("touches to which ", $one, " is credited")),
            InputSpec::count("touches", "touches"),
            sale::RETAINED_SOLD,
            sale::SOLD,
            sale::RETAINED_NOT_SOLD,
            sale::NOT_SOLD,
        ];
        const TOUCH_FIGURES: &[FigureSpec] = &[
            FigureSpec::share("share"),
            FigureSpec::count("converted"),
            FigureSpec::count("touches"),
            sale::RETENTION_SOLD,
            sale::RETENTION_NOT_SOLD,
            sale::DIFFERENCE,
            sale::FAILED,
            sale::ACCOUNTS,
        ];
        #[cfg(feature = "prose")]
        const COUNTED: &str = concat!(
            "Touches of known customers, by their instant, whose `within` is over at `as_of` (default: the window's end), \
             and the first ",
            $one,
            " of the account at the touch or after it that was neither canceled nor refunded. The guard rail compares \
             customers, each at one touch: the first to which a sale is credited, else the first."
        );

        /// A sale is credited to the last touch before it.
        #[derive(Clone)]
        pub(crate) struct LastTouch;

        /// A sale is credited to every touch within the time before it.
        #[derive(Clone)]
        pub(crate) struct AnyTouch;

        /// Customers, and not touches.
        #[derive(Clone)]
        pub(crate) struct PerCustomer;

        impl Sale for LastTouch {
            const SPEC: Spec = Spec {
                id: $id,
                variant: "last_touch",
                family: "loyalty",
                by: None,
                direction: Direction::HigherIsBetter,
                inputs: TOUCH_INPUTS,
                parameters: PARAMETERS,
                figures: TOUCH_FIGURES,
                prose: prose! {
                    meaning: concat!("The share of touches that ended in ", $one, ", each sale credited to the last touch before it; and whether the customers sold to stay."),
                    formula: sale::guarded!("100 × touches after which the customer converts within the time, with no other touch until then ÷ touches"),
                    latex: r"100 \cdot \frac{\text{touches credited with a sale}}{\text{touches}}",
                    counted: COUNTED,
                    left_out: sale::LEFT_OUT,
                    errors: sale::ERRORS,
                    interval: sale::INTERVAL,
                    pitfalls: sale::PITFALLS,
                    sources: $sources,
                    benchmarks: &[],
                    example: Example {
                        inputs: &["12", "100", "6", "12", "66", "70"],
                        value: "12",
                        working: concat!("After 12 of 100 calls the customer ", $bought, ": 100 × 12 ÷ 100. 90 days later 6 of the 12 customers sold to are still there and 66 of 70 others: 50 − 94.3 = −44.3 points, between −69.2 and −18.4: the guard rail has failed."),
                    },
                },
            };
            const READ: TouchReads = touch_reads!(["account"], [], $derived, "account_ended_at", "next_touch_at");
            const SOLD: Sought = Sought::$sold;
            const LAST: bool = true;
            const PER_CUSTOMER: bool = false;
        }

        impl Sale for AnyTouch {
            const SPEC: Spec = Spec {
                id: $id,
                variant: "any_touch",
                family: "loyalty",
                by: None,
                direction: Direction::HigherIsBetter,
                inputs: TOUCH_INPUTS,
                parameters: PARAMETERS,
                figures: TOUCH_FIGURES,
                prose: prose! {
                    meaning: concat!("The share of touches after which the customer ", $bought, " within 30 days, whatever came between; and whether the customers sold to stay."),
                    formula: sale::guarded!("100 × touches after which the customer converts within the time ÷ touches"),
                    latex: r"100 \cdot \frac{\text{touches followed by a sale}}{\text{touches}}",
                    counted: COUNTED,
                    left_out: sale::LEFT_OUT,
                    errors: sale::ERRORS,
                    interval: sale::INTERVAL,
                    pitfalls: sale::PITFALLS,
                    sources: $sources,
                    benchmarks: &[],
                    example: Example {
                        inputs: &["20", "100", "8", "10", "40", "50"],
                        value: "20",
                        working: concat!("20 of 100 calls were followed by ", $one, ": 100 × 20 ÷ 100. 8 of the 10 customers sold to and 40 of 50 others are still there: 80 % each, no difference."),
                    },
                },
            };
            const READ: TouchReads = touch_reads!(["account"], [], $derived, "account_ended_at");
            const SOLD: Sought = Sought::$sold;
            const LAST: bool = false;
            const PER_CUSTOMER: bool = false;
        }

        impl Sale for PerCustomer {
            const SPEC: Spec = Spec {
                id: $id,
                variant: "per_customer",
                family: "loyalty",
                by: None,
                direction: Direction::HigherIsBetter,
                inputs: &[
                    InputSpec::count("converted", concat!("customers with a touch that was followed by ", $one)),
                    InputSpec::count("customers", "customers with a touch"),
                    sale::RETAINED_SOLD,
                    sale::SOLD,
                    sale::RETAINED_NOT_SOLD,
                    sale::NOT_SOLD,
                ],
                parameters: PARAMETERS,
                figures: &[
                    FigureSpec::share("share"),
                    FigureSpec::count("converted"),
                    FigureSpec::count("customers"),
                    sale::RETENTION_SOLD,
                    sale::RETENTION_NOT_SOLD,
                    sale::DIFFERENCE,
                    sale::FAILED,
                    sale::ACCOUNTS,
                ],
                prose: prose! {
                    meaning: concat!("The share of the customers with a touch who ", $bought, " within 30 days of one; and whether they stay."),
                    formula: sale::guarded!("100 × customers with a touch after which they convert within the time ÷ customers with a touch"),
                    latex: r"100 \cdot \frac{\text{customers sold to}}{\text{customers with a touch}}",
                    counted: COUNTED,
                    left_out: sale::LEFT_OUT,
                    errors: sale::ERRORS,
                    interval: sale::INTERVAL,
                    pitfalls: sale::PITFALLS,
                    sources: $sources,
                    benchmarks: &[],
                    example: Example {
                        inputs: &["15", "60", "9", "15", "27", "45"],
                        value: "25",
                        working: concat!("15 of 60 customers ", $bought, " within 30 days of a call: 100 × 15 ÷ 60. 9 of 15 and 27 of 45 are still there: 60 % each, no difference."),
                    },
                },
            };
            const READ: TouchReads = touch_reads!(["account"], [], $derived, "account_ended_at");
            const SOLD: Sought = Sought::$sold;
            const LAST: bool = false;
            const PER_CUSTOMER: bool = true;
        }
    };
}
pub(super) use sales;
