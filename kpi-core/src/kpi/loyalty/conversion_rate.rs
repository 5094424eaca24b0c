//! Conversion rate.

use core::marker::PhantomData;

use super::sale::Sale;
use crate::error::Result;
use crate::kpi::part::{Context, Read, ReadInfo, Setting, reads};
use crate::kpi::tally::{Adds, Nothing, Rule, Tallied, Tally, in_part};
use crate::kpi::touch::{AFTER, Judge, KINDS, Sought, TouchReads, Touches, Touching, WITHIN, touch_reads};
use crate::record::{Contact, Kind, Record, Session, Ticket};
use crate::spec::{Direction, Example, FigureSpec, InputSpec, ParameterSpec, Source, Spec, prose};

const PARAMETERS: &[ParameterSpec] = &[AFTER, KINDS, WITHIN];
const TOUCH_INPUTS: &[InputSpec] = &[
    InputSpec::count("converted", "touches to which a conversion is credited"),
    InputSpec::count("touches", "touches"),
];
const TOUCH_FIGURES: &[FigureSpec] =
    &[FigureSpec::share("share"), FigureSpec::count("converted"), FigureSpec::count("touches")];

#[cfg(feature = "prose")]
const COUNTED: &str = "Touches of known customers whose `within` is over at `as_of` (default: the window's end), by their \
    instant: contacts when they joined the queue, else began; tickets when they were created; sessions when they began. \
    Of conversions the first one of the account at the touch or after it, of a kind that counts, neither canceled nor \
    refunded.";
#[cfg(feature = "prose")]
const LEFT_OUT: &str = "`outbound`, `abandoned`, `unanswered`, `callback`, `failed`, `self_served` (contacts that no person \
    answered), `merged`, `spam`, `deleted` without an answer, `through_contact` (tickets born of a contact, with `all`), \
    `no_account`, `window_open`.";
#[cfg(feature = "prose")]
const ERRORS: &str = "`missing_records` without conversions; `as_of_required`; `bad_parameter`; `bad_input` in the formula \
    where more convert than there are.";
#[cfg(feature = "prose")]
const SOURCES: &[Source] = &[
    Source {
        title: "S3",
        says: "Passes on an idea that it finds good but basic: how likely somebody who meets customer service, or the self-service help, is to buy or to take another step.",
    },
    Source {
        title: "S0",
        says: "Satisfaction with service says more than anything else of whether customers convert. Of those who give up a call or chat before they buy, 45 % give up the purchase where nobody soon answers what they ask.",
    },
    Source {
        title: "S4",
        says: "Leaves to the company what a conversion is: a finished setup, a resolved complex issue, an upsell.",
    },
];

/// The last touch before a conversion gets it, once.
#[derive(Clone, Default)]
pub(crate) struct LastTouch;

/// Every touch within the time before a conversion gets it.
#[derive(Clone, Default)]
pub(crate) struct AnyTouch;

/// Customers, and not touches.
#[derive(Clone)]
pub(crate) struct PerCustomer;

/// What differs between the variants over touches.
pub(crate) trait Variant: Clone + Default + Send + Sync + 'static {
    const SPEC: Spec;
    const READ: TouchReads;
    const LAST: bool;
}

impl Variant for LastTouch {
    const SPEC: Spec = Spec {
        id: "conversion_rate",
        variant: "last_touch",
        family: "loyalty",
        by: None,
        direction: Direction::HigherIsBetter,
        inputs: TOUCH_INPUTS,
        parameters: PARAMETERS,
        figures: TOUCH_FIGURES,
        prose: prose! {
            meaning: "The share of touches that ended in a conversion, each conversion credited to the customer's last touch before it.",
            formula: "100 × touches after which the customer converts within the time, with no other touch until then ÷ touches",
            latex: r"100 \cdot \frac{\text{touches credited with a conversion}}{\text{touches}}",
            counted: COUNTED,
            left_out: LEFT_OUT,
            errors: ERRORS,
            interval: "Wilson.",
            pitfalls: &[
                "Several touches before one purchase share one conversion, so who is called more often has a lower rate; `per_customer` does not depend on it.",
                "A later touch takes the conversion also where a filter or a group leaves it away.",
                "A touch can convert once, however much the customer buys after it.",
                "By agent, who comes last gets everything; `any_touch` shows who took part.",
                "The conversion's own agent, contact and ticket are not read: time alone credits.",
            ],
            sources: SOURCES,
            benchmarks: &[],
            example: Example {
                inputs: &["1", "3"],
                value: "33.333333333",
                working: "Three contacts and then one purchase: it is credited to the last one alone, 100 × 1 ÷ 3.",
            },
        },
    };
    const READ: TouchReads = touch_reads!([], ["account"], "converted_at", "next_touch_at");
    const LAST: bool = true;
}

impl Variant for AnyTouch {
    const SPEC: Spec = Spec {
        id: "conversion_rate",
        variant: "any_touch",
        family: "loyalty",
        by: None,
        direction: Direction::HigherIsBetter,
        inputs: TOUCH_INPUTS,
        parameters: PARAMETERS,
        figures: TOUCH_FIGURES,
        prose: prose! {
            meaning: "The share of touches after which the customer converted within 30 days, whatever came between.",
            formula: "100 × touches after which the customer converts within the time ÷ touches",
            latex: r"100 \cdot \frac{\text{touches followed by a conversion}}{\text{touches}}",
            counted: COUNTED,
            left_out: LEFT_OUT,
            errors: ERRORS,
            interval: "Wilson.",
            pitfalls: &[
                "One purchase counts for every touch before it, so the converted touches are more than the conversions.",
                "It says what was followed by a conversion, not what brought it about.",
            ],
            sources: SOURCES,
            benchmarks: &[],
            example: Example {
                inputs: &["3", "3"],
                value: "100",
                working: "Three contacts and then one purchase: all three were followed by it, 100 × 3 ÷ 3.",
            },
        },
    };
    const READ: TouchReads = touch_reads!([], ["account"], "converted_at");
    const LAST: bool = false;
}

impl Sale for PerCustomer {
    const SPEC: Spec = Spec {
        id: "conversion_rate",
        variant: "per_customer",
        family: "loyalty",
        by: None,
        direction: Direction::HigherIsBetter,
        inputs: &[
            InputSpec::count("converted", "customers with a touch that was followed by a conversion"),
            InputSpec::count("customers", "customers with a touch"),
        ],
        parameters: PARAMETERS,
        figures: &[FigureSpec::share("share"), FigureSpec::count("converted"), FigureSpec::count("customers")],
        prose: prose! {
            meaning: "The share of the customers with a touch who converted within 30 days of one.",
            formula: "100 × customers with a touch after which they convert within the time ÷ customers with a touch",
            latex: r"100 \cdot \frac{\text{customers who converted}}{\text{customers with a touch}}",
            counted: COUNTED,
            left_out: LEFT_OUT,
            errors: ERRORS,
            interval: "Wilson.",
            pitfalls: &["Buckets and groups do not add up: a customer with touches in two months counts in both, and once in the total."],
            sources: SOURCES,
            benchmarks: &[],
            example: Example {
                inputs: &["1", "1"],
                value: "100",
                working: "One customer with three contacts and then one purchase: 100 × 1 ÷ 1.",
            },
        },
    };
    const READ: TouchReads = touch_reads!(["account"], [], "converted_at");
    const SOLD: Sought = Sought::Converted;
    const LAST: bool = false;
    const PER_CUSTOMER: bool = true;
}

/// The share of touches.
#[derive(Clone, Default)]
pub(crate) struct Converted<V> {
    judge: Judge,
    variant: PhantomData<V>,
}

impl<V: Variant> Tally for Converted<V> {
    const SPEC: Spec = V::SPEC;
    const READS: &'static [Read<Tallied<Self>>] = &[
        reads::<Tallied<Self>, Contact>(V::READ.contacts),
        reads::<Tallied<Self>, Ticket>(V::READ.tickets),
        reads::<Tallied<Self>, Session>(V::READ.sessions),
    ];

    fn new(setting: &Setting<'_>) -> Result<Self> {
        Ok(Converted { judge: Judge::new(setting, Sought::Converted, V::LAST)?, variant: PhantomData })
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

impl<R: Record, V: Variant> Rule<R> for Converted<V>
where
    for<'a> R::At<'a>: Touching,
{
    #[inline]
    fn adds(&self, touch: &R::At<'_>, _: &Context) -> Result<Adds, Nothing> {
        Ok(in_part(self.judge.of(touch)?.credited))
    }
}
