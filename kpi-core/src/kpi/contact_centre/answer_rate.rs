//! Answer rate.

use alloc::vec::Vec;

use super::population::{self, Outcome, POPULATION, Population, SHORT};
use crate::error::Result;
use crate::kpi::figure::{Figure, Inputs, Undefined};
use crate::kpi::part::{Context, Kpi, Read, Reads, Setting, reads};
use crate::record::{Contact, ContactAt};
use crate::spec::{Direction, Example, FigureSpec, InputSpec, Source, Spec, prose};
use crate::state::{Part, Reason, Sums};

/// Answered ÷ all that ask for a person.
#[derive(Clone)]
pub(crate) struct Standard(Population);

const ANSWERED: usize = 0;
const ABANDONED: usize = 1;
const CALLBACK: usize = 2;
const FAILED: usize = 3;

impl Kpi for Standard {
    const SPEC: Spec = Spec {
        id: "answer_rate",
        variant: "standard",
        family: "contact_centre",
        by: None,
        direction: Direction::HigherIsBetter,
        inputs: &[
            InputSpec::count("answered", "contacts that a person answered"),
            InputSpec::count("abandoned", "contacts that the customer gave up before an answer, the short ones apart"),
            InputSpec::count("callback", "contacts that ended with the promise to call back"),
            InputSpec::count("failed", "contacts that failed: overflow or disconnection"),
        ],
        parameters: &[POPULATION, SHORT],
        figures: &[
            FigureSpec::share("rate"),
            FigureSpec::share("abandoned_share"),
            FigureSpec::share("callback_share"),
            FigureSpec::share("failed_share"),
            FigureSpec::count("contacts"),
        ],
        prose: prose! {
            meaning: "The share of contacts that a person answered, and what became of the others.",
            formula: "100 × answered ÷ (answered + abandoned + callback + failed); short abandons are in neither",
            latex: r"100 \cdot \frac{\text{answered}}{\text{answered} + \text{abandoned} + \text{callback} + \text{failed}}",
            counted: "Inbound contacts of the population, the same as for the abandonment rate, so that the four shares add up to 100. A contact that the customer gave up on hold or in the conversation was answered.",
            left_out: population::left_out!(),
            errors: population::errors!(),
            interval: "Wilson.",
            pitfalls: &[
                "Divided by all inbound contacts it does not add up with an abandonment rate that leaves the short ones out; here both share one population.",
                "A promise to call back is no answer; whether the call was made is another question.",
                "It says nothing of how long the answer took: read service level and answer time beside it.",
            ],
            sources: &[
                Source { title: "Field", says: "Every contact centre has it as the counterpart of the abandonment rate." },
                Source { title: "S2", says: "Lists AR among the figures to raise, and spells it out as accounts receivable: a slip. It may mean the answer rate, but defines none." },
            ],
            benchmarks: &[],
            example: Example {
                inputs: &["85", "5", "3", "2"],
                value: "89.473684211",
                working: "Of 100 inbound contacts 5 were short and are left out: 100 × 85 ÷ (85 + 5 + 3 + 2) = 8,500 ÷ 95.",
            },
        },
    };
    type State = Sums;
    const READS: &'static [Read<Self>] =
        &[reads::<Self, Contact>(population::CONTACTS.needs(&["outcome", "ended_at"]).uses(&[
            "queued_at",
            "started_at",
            "answered_at",
            "direction",
            "abandon_step",
        ]))];

    fn new(setting: &Setting<'_>) -> Result<Self> {
        Population::new(setting).map(Standard)
    }

    fn of(&self, inputs: &Inputs<'_>) -> Result<Sums> {
        Ok(Sums::counts(&[
            inputs.count("answered")?,
            inputs.count("abandoned")?,
            inputs.count("callback")?,
            inputs.count("failed")?,
        ]))
    }

    fn finish(&self, state: &Sums, level: f64) -> Result<Vec<Figure>> {
        let contacts = (0..state.sum.len()).fold(0u64, |all, k| all.saturating_add(state.count(k)));
        let share = |name, k| Figure::share(name, state.count(k), contacts, Undefined::NoRecords, level);
        Ok([
            share("rate", ANSWERED),
            share("abandoned_share", ABANDONED),
            share("callback_share", CALLBACK),
            share("failed_share", FAILED),
            Figure::count("contacts", contacts),
        ]
        .into())
    }
}

impl Reads<Contact> for Standard {
    #[inline]
    fn part(&self, contact: &ContactAt<'_>, _: &Context, state: &mut Sums) -> Result<Part> {
        let outcome = match self.0.outcome(contact) {
            Ok(Outcome::Answered) => ANSWERED,
            Ok(Outcome::Abandoned) => ABANDONED,
            Ok(Outcome::Other(Reason::Callback)) => CALLBACK,
            Ok(_) => FAILED,
            Err(reason) => return Ok(Part::LeftOut(reason)),
        };
        state.add(outcome, 1)?;
        Ok(Part::Counted)
    }
}
