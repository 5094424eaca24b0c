//! Hold time.

use alloc::vec::Vec;

use crate::error::Result;
use crate::kpi::clock::Clock;
use crate::kpi::contact_centre::population::{self, DIRECTION, Directions};
use crate::kpi::distribution::{self, Distribution, Of, seconds, within};
use crate::kpi::figure::{Figure, Undefined};
use crate::kpi::part::{Context, Read, Setting, reads};
use crate::kpi::tally::{Nothing, unless};
use crate::kpi::timed::{Timed, Times, Timing};
use crate::record::{Contact, ContactAt};
use crate::spec::{Direction, Example, FigureSpec, InputKind, InputSpec, Source, Spec, prose};
use crate::state::Spread;

/// The time on hold of every answered contact, 0 where there was none.
#[derive(Clone)]
pub(crate) struct Standard(Directions);

impl Timing for Standard {
    const SPEC: Spec = Spec {
        id: "hold_time",
        variant: "standard",
        family: "responsiveness",
        by: None,
        direction: Direction::LowerIsBetter,
        inputs: &[InputSpec::new(
            "durations",
            InputKind::Durations,
            "times on hold in seconds, one for each answered contact, 0 where it was not held",
        )],
        parameters: &[DIRECTION, distribution::BANDS, distribution::QUANTILES],
        figures: &[
            seconds("mean"),
            seconds("median"),
            seconds("p90"),
            seconds("p95"),
            seconds("min"),
            seconds("max"),
            FigureSpec::count("count"),
            FigureSpec::share("held_share"),
            seconds("held_mean"),
        ],
        prose: prose! {
            meaning: "How long customers are put on hold after a person has answered, over all answered contacts; how many are held, and how long those wait.",
            formula: "mean of the time on hold over all answered contacts, no hold = 0; held share = 100 × contacts with a hold ÷ answered contacts; mean over the held = total hold ÷ contacts with a hold",
            latex: r"\frac{\sum t_{\text{hold}}}{\text{answered}}",
            counted: "Contacts that a person answered, also those that the customer gave up later, on hold or in the conversation; by direction, inbound where nothing is said. An unknown hold is none.",
            left_out: population::left_out_of_work!(),
            errors: population::DURATION_ERRORS,
            interval: "Means: Student's t. Median and other quantiles: binomial order statistics. Held share: Wilson.",
            pitfalls: &[
                "The mean over all and the mean over the held are two numbers; with few holds they lie far apart.",
                "The wait for a person is not hold: it is answer time.",
                "A source that writes no hold at all looks like one that never holds; look at the held share.",
            ],
            sources: &[
                Source { title: "Field", says: "Contact centres give the mean hold per answered contact, and beside it the share held." },
                Source { title: "S0", says: "Its telephone holds of less than three minutes are the wait for a person, which is answer time." },
            ],
            benchmarks: &[],
            example: Example {
                inputs: &["[60, 60, 0, 0, 0, 0, 0, 0, 0, 0]"],
                value: "12",
                working: "10 answered contacts, 2 held for 60 s each: 120 s ÷ 10; 20 % are held, for 60 s.",
            },
        },
    };
    const READS: &'static [Read<Timed<Self>>] =
        &[reads::<Timed<Self>, Contact>(population::CONTACTS.needs(&["outcome", "hold"]).uses(&[
            "queued_at",
            "started_at",
            "answered_at",
            "direction",
            "abandon_step",
        ]))];

    fn new(setting: &Setting<'_>) -> Result<Self> {
        Directions::new(setting).map(Standard)
    }

    fn finish(durations: &Distribution, state: &Spread, level: f64) -> Result<Vec<Figure>> {
        let mut figures = durations.finish(state, level)?;
        let answered = state.len();
        let held = answered.saturating_sub(within(state, 0));
        // No hold adds nothing to a sum.
        let (sum, squares) = state.moments()?;
        let bands = figures.split_off(figures.len().min(distribution::DURATION_FIGURES.len()));
        figures.push(Figure::share("held_share", held, answered, Undefined::NoRecords, level));
        figures.push(Figure::mean("held_mean", held, sum, squares, Of::Durations.units(), level));
        figures.extend(bands);
        Ok(figures)
    }
}

impl Times<Contact> for Standard {
    #[inline]
    fn time(&self, contact: &ContactAt<'_>, _: Clock, _: &Context<'_>) -> Result<i64, Nothing> {
        unless(self.0.other(contact).or_else(|| population::unanswered(contact)))?;
        Ok(contact.hold().unwrap_or(0))
    }
}
