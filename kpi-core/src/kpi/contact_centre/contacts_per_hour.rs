//! Contacts handled per hour.

use alloc::vec::Vec;

use super::occupancy_rate::total;
use super::population::{self, DIRECTION, Directions};
use super::work::{self, HOUR, Limit, SPANS};
use crate::error::Result;
use crate::exact::Fraction;
use crate::kpi::figure::{Figure, Inputs, Undefined};
use crate::kpi::parameters::bad;
use crate::kpi::part::{Context, Kpi, Read, ReadInfo, Reads, Setting, reads};
use crate::record::{Contact, ContactAt, Kind, Leg, LegAt, WorkSpan, WorkSpanAt};
use crate::spec::{
    Anchor, Direction, Example, FigureSpec, InputKind, InputSpec, Number, ParameterSpec, Source, Spec, Unit, prose,
    said,
};
use crate::state::{Part, Reason, Sums};
use crate::words::{self, NONE};

const CONTACTS: usize = 0;
const AVAILABLE: usize = 1;

const OFF_SHIFT: ParameterSpec = ParameterSpec {
    name: "off_shift",
    takes: said("`include` or `exclude`"),
    default: "exclude",
    doc: said(
        "Whether a contact counts that begins outside every shift of its agent: no hour stands against it (ruling B30).",
    ),
    in_formula: false,
};

/// Contacts that an agent answered ÷ hours for which agents were available.
#[derive(Clone)]
pub(crate) struct Standard {
    directions: Directions,
    off_shift: bool,
    limit: Limit,
}

impl Kpi for Standard {
    const SPEC: Spec = Spec {
        id: "contacts_per_hour",
        variant: "standard",
        family: "contact_centre",
        by: None,
        direction: Direction::HigherIsBetter,
        inputs: &[
            InputSpec::count("contacts", "contacts that agents handled"),
            InputSpec::new("available", InputKind::Duration, "time in seconds for which agents were available"),
        ],
        parameters: &[OFF_SHIFT, DIRECTION],
        figures: &[
            FigureSpec::new("rate", Unit::Ratio, Number::Ratio),
            FigureSpec::count("contacts"),
            work::time("available"),
        ],
        prose: prose! {
            meaning: "How many contacts agents handle in each hour for which they are available.",
            formula: "handled contacts ÷ available hours",
            latex: r"\frac{\text{contacts}}{\text{available time} \div 1\,\text{h}}",
            counted: "Contacts that an agent answered, also those given up later, on hold or in the conversation, by the answer; by direction, inbound where nothing is said. Where the legs of a contact are given, each leg counts instead of it, for its agent, when the agent took it. Available time is the shift less breaks, training, meetings and time off, clipped to the bucket. It divides one total of the bucket by the other.",
            left_out: population::left_out_of_work!(
                "`through_legs` (its legs count), `no_agent`, `off_shift` (it begins when its agent is on no shift; not with `off_shift` = `include`), `unanswered` also where nobody knows when, `unknown` (whether the agent was on shift is not known)"
            ),
            errors: work::ERRORS,
            interval: "None: one total by another has no sampling interval of its own.",
            pitfalls: &[
                "It rewards short contacts, solved or not; look at the handle time and the repeat contacts beside it.",
                "Agents who take several chats at once have more of them in the hour; compare within a channel.",
                "A long contact counts in the bucket in which it was answered; by the quarter of an hour the rate jumps.",
                "A filter on contacts does not reach their legs, nor the available time.",
            ],
            sources: &[
                Source {
                    title: "S2",
                    says: "Ranks its best support workers by the calls that each processes in an hour, to see who needs training; it warns of customers who judge unfairly. Its rating of workload, which has no formula, is read as this KPI, too.",
                },
                work::FIELD,
            ],
            benchmarks: &[],
            example: Example {
                inputs: &["84", "25200"],
                value: "12",
                working: "84 calls in 7 available hours.",
            },
        },
    };
    type State = Sums;
    const READS: &'static [Read<Self>] = &[
        reads::<Self, Contact>(
            ReadInfo::new(Kind::Contact, Anchor::Instant(&["answered_at"]))
                .needs(&["outcome", "answered_at"])
                .uses(&["direction", "abandon_step", "through_legs", "on_shift"])
                .presence(&["agent"]),
        ),
        reads::<Self, Leg>(ReadInfo::new(Kind::Leg, Anchor::Instant(&["from"])).uses(&["from", "on_shift"])),
        reads::<Self, WorkSpan>(SPANS.needs(&["state"]).uses(&["from", "to"])),
    ];

    fn new(setting: &Setting<'_>) -> Result<Self> {
        let off_shift = match &*setting.parameters.word(OFF_SHIFT.name, OFF_SHIFT.default)? {
            "exclude" => false,
            "include" => true,
            _ => return Err(bad(OFF_SHIFT.name, "expected `exclude` or `include`")),
        };
        Ok(Standard { directions: Directions::new(setting)?, off_shift, limit: Limit::new(setting) })
    }
    fn of(&self, inputs: &Inputs<'_>) -> Result<Sums> {
        let mut sums = Sums::counts(&[inputs.count("contacts")?]);
        sums.add(AVAILABLE, inputs.duration("available")?.into())?;
        Ok(sums)
    }
    fn finish(&self, state: &Sums, _: f64) -> Result<Vec<Figure>> {
        let (contacts, available) = (state.count(CONTACTS), state.of(AVAILABLE));
        let rate = Fraction { numerator: contacts.into(), denominator: available, units: 1, times: HOUR };
        let rate = if available == 0 { Err(Undefined::NoAvailableTime) } else { Ok(rate) };
        Ok([
            Figure { shown_in: [1, HOUR], ..Figure::new("rate", rate, contacts) },
            Figure::count("contacts", contacts),
            total("available", available, state.records(AVAILABLE)),
        ]
        .into())
    }
    fn derived(&self) -> &'static [(Kind, &'static str)] {
        const INCLUDE: &[(Kind, &str)] = &[(Kind::Contact, "through_legs")];
        const EXCLUDE: &[(Kind, &str)] =
            &[(Kind::Contact, "through_legs"), (Kind::Contact, "on_shift"), (Kind::Leg, "on_shift")];
        if self.off_shift { INCLUDE } else { EXCLUDE }
    }
}

impl Standard {
    #[inline]
    fn add(&self, on_shift: Option<bool>, state: &mut Sums) -> Result<Part> {
        if !self.off_shift && on_shift != Some(true) {
            return Ok(Part::LeftOut(if on_shift.is_none() { Reason::Unknown } else { Reason::OffShift }));
        }
        state.add(CONTACTS, 1)?;
        Ok(Part::Counted)
    }
}

impl Reads<Contact> for Standard {
    #[inline]
    fn part(&self, contact: &ContactAt<'_>, _: &Context<'_>, state: &mut Sums) -> Result<Part> {
        if let Some(reason) = self.directions.other(contact).or_else(|| population::unanswered(contact)) {
            return Ok(Part::LeftOut(reason));
        }
        if contact.through_legs() == Some(true) {
            return Ok(Part::LeftOut(Reason::ThroughLegs));
        }
        if contact.agent() == NONE {
            return Ok(Part::LeftOut(Reason::NoAgent));
        }
        if contact.answered_at().is_none() {
            return Ok(Part::LeftOut(Reason::Unanswered));
        }
        self.add(contact.on_shift(), state)
    }
}

impl Reads<Leg> for Standard {
    #[inline]
    fn part(&self, leg: &LegAt<'_>, _: &Context<'_>, state: &mut Sums) -> Result<Part> {
        self.add(leg.on_shift(), state)
    }
}

impl Reads<WorkSpan> for Standard {
    #[inline]
    fn part(&self, span: &WorkSpanAt<'_>, context: &Context<'_>, state: &mut Sums) -> Result<Part> {
        let length = self.limit.clipped(span, context);
        if span.state() != words::AVAILABLE || length == 0 {
            return Ok(Part::Nothing);
        }
        state.add(AVAILABLE, length.into())?;
        Ok(Part::Counted)
    }
}
