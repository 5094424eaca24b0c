//! Required agents: how many it takes to answer what comes in as fast as was promised.

use alloc::vec::Vec;
use core::marker::PhantomData;

use super::population::{self, CONTACTS, Outcome};
use super::work::{Limit, SECOND};
use crate::error::{Code, Error, Result};
use crate::exact::{Fraction, PLACES};
use crate::kpi::figure::{Figure, Inputs, Undefined};
use crate::kpi::parameters::bad;
use crate::kpi::part::{Context, Kpi, Over, Read, ReadInfo, Reads, Setting, reads};
use crate::record::{Contact, ContactAt};
use crate::spec::{
    Direction, Example, FigureSpec, InputKind, InputSpec, Number, ParameterSpec, Prose, Source, Spec, Unit, prose, said,
};
use crate::state::{Part, Reason, Sums};
use crate::stats::erlang::{Line, Service};

const OFFERED: usize = 0;
const HANDLED: usize = 1;
const WAITED: usize = 2;
const ABANDONED: usize = 3;

/// All of a percentage, in 10⁻⁹.
const ALL: i64 = 100_000_000_000;
/// The largest load that is computed, in Erlangs.
const MOST: i128 = 1_000_000;
const TWENTY_SECONDS: i64 = 20_000_000;

const fn parameter(name: &'static str, takes: &'static str, default: &'static str, doc: &'static str) -> ParameterSpec {
    ParameterSpec { name, takes: said(takes), default, doc: said(doc), in_formula: true }
}

const SERVICE_LEVEL: ParameterSpec = parameter(
    "service_level",
    "a percentage",
    "80",
    "How many percent of the contacts must be answered within the target.",
);
const TARGET: ParameterSpec = parameter(
    "target",
    "a number of seconds",
    "20",
    "Within how many seconds a contact must be answered to count for the service level.",
);
const SHRINKAGE: ParameterSpec = parameter(
    "shrinkage",
    "a percentage",
    "0",
    "How many percent of their paid time agents are not available; `scheduled` has so many more agents.",
);
const MAX_OCCUPANCY: ParameterSpec = parameter(
    "max_occupancy",
    "a percentage",
    "100",
    "Above how many percent agents must not be occupied, whatever the service level; 100 sets no bound.",
);
const AGENTS: ParameterSpec =
    parameter("agents", "a count", "", "How good the service of so many agents is, instead of how many it takes.");
const PATIENCE: ParameterSpec = ParameterSpec {
    in_formula: false,
    ..parameter(
        "patience",
        "a number of seconds",
        "",
        "After how many seconds waiting customers give up: the mean of all, if all had to wait so long. Where it is not \
         given it is read off the contacts: all time in the queue ÷ contacts given up.",
    )
};

const CONTACTS_INPUT: InputSpec = InputSpec::count("contacts", "contacts that come in during the interval");
const INTERVAL_INPUT: InputSpec = InputSpec::new("interval", InputKind::Duration, "length of the interval in seconds");
const HANDLE_TIME_INPUT: InputSpec =
    InputSpec::new("handle_time", InputKind::Duration, "mean handle time of a contact in seconds");
const PATIENCE_INPUT: InputSpec = InputSpec::new(
    PATIENCE.name,
    InputKind::Duration,
    "seconds after which waiting customers give up, the mean of all",
);

const FIGURES: &[FigureSpec] = &[
    FigureSpec::new("agents", Unit::Count, Number::Ratio),
    FigureSpec::new("scheduled", Unit::Count, Number::Ratio),
    FigureSpec::new("load", Unit::Ratio, Number::Ratio),
    FigureSpec::share("service_level"),
    FigureSpec::share("occupancy"),
    FigureSpec::new("wait", Unit::Seconds, Number::Duration),
];

#[cfg(feature = "prose")]
const COUNTED: &str = "Inbound contacts that reached the queue, answered, given up or still waiting, by when they joined it. \
    Handle time: the mean over the answered ones of talk, hold and work afterwards; where the talk is not known, from the \
    answer to the end, and the work afterwards. The bucket's length is the interval, as far as it is over at `as_of`.";
#[cfg(feature = "prose")]
const LEFT_OUT: &str = "`outbound`, `self_served`, `callback`, `failed`, `not_queued`. An answered contact of unknown length \
    is in the volume, not in the handle time.";
#[cfg(feature = "prose")]
const ERRORS: &str = population::errors!(
    "`window_required` over records; `overloaded` where the agents given cannot carry the load, or it is more than a \
     million Erlangs (over records the figures are undefined); `bad_input` for an interval or a patience of 0; `negative`"
);
#[cfg(feature = "prose")]
const INTERVAL: &str = "None: it is a model's answer to what is given, not a sample.";
#[cfg(feature = "prose")]
const S2: Source = Source {
    title: "S2",
    says: "Wants a schedule of the staff that fits the work, so that good service costs little; it gives no formula.",
};
#[cfg(feature = "prose")]
const S4: Source = Source {
    title: "S4",
    says: "Wants more people where volume or occupancy peaks, so that customers wait less; it gives no formula.",
};

/// What differs between the variants.
pub(crate) trait Variant: Clone + Send + Sync + 'static {
    const SPEC: Spec;
    /// Whether customers give up.
    const IMPATIENT: bool;
}

/// Everybody waits.
#[derive(Clone)]
pub(crate) struct ErlangC;

/// Customers give up.
#[derive(Clone)]
pub(crate) struct ErlangA;

const fn spec(
    variant: &'static str,
    inputs: &'static [InputSpec],
    parameters: &'static [ParameterSpec],
    prose: Option<&'static Prose>,
) -> Spec {
    Spec {
        id: "required_agents",
        variant,
        family: "contact_centre",
        by: None,
        direction: Direction::Neutral,
        inputs,
        parameters,
        figures: FIGURES,
        prose,
    }
}

impl Variant for ErlangC {
    const IMPATIENT: bool = false;
    const SPEC: Spec = spec(
        "erlang_c",
        &[CONTACTS_INPUT, INTERVAL_INPUT, HANDLE_TIME_INPUT],
        &[SERVICE_LEVEL, TARGET, SHRINKAGE, MAX_OCCUPANCY, AGENTS],
        prose! {
            meaning: "How many agents it takes to answer so many contacts as fast as was promised, if nobody gives up.",
            formula: "load = contacts × handle time ÷ interval; the fewest agents N for which 1 − P(wait) × exp(−(N − load) × target ÷ handle time) reaches the service level, P(wait) by Erlang C; scheduled = agents ÷ (1 − shrinkage), rounded up",
            latex: r"\min\left\{N : 1 - C(N, A)\, e^{-(N - A)\, T / h} \ge L\right\}",
            counted: COUNTED,
            left_out: LEFT_OUT,
            errors: ERRORS,
            interval: INTERVAL,
            pitfalls: &[
                "Ask by 15, 30 or 60 minutes of the window: over a day the quiet hours hide the busy ones.",
                "It takes a constant rate of arrivals and agents who all can do everything, and overestimates where customers give up; then ask `erlang_a`.",
                "Chats that one agent holds at once are not modelled: divide their handle time by how many.",
                "Occupancy is what comes of it: a large team is busier at the same service level.",
            ],
            sources: &[
                S2,
                S4,
                Source {
                    title: "A. K. Erlang, 1917",
                    says: "The chance of waiting for one of N servers with random arrivals and exponential service.",
                },
            ],
            benchmarks: &[],
            example: Example {
                inputs: &["400", "3600", "180"],
                value: "24",
                working: "400 × 180 ÷ 3,600 = 20 Erlangs. With 23 agents 70.2 percent are answered within 20 s, with 24 agents 80.9.",
            },
        },
    );
}

impl Variant for ErlangA {
    const IMPATIENT: bool = true;
    const SPEC: Spec = spec(
        "erlang_a",
        &[CONTACTS_INPUT, INTERVAL_INPUT, HANDLE_TIME_INPUT, PATIENCE_INPUT],
        &[SERVICE_LEVEL, TARGET, PATIENCE, SHRINKAGE, MAX_OCCUPANCY, AGENTS],
        prose! {
            meaning: "How many agents it takes to answer so many contacts as fast as was promised, if customers give up when their patience ends.",
            formula: "load = contacts × handle time ÷ interval; the fewest agents for which the share of all contacts that is answered within the target reaches the service level, by Erlang A; scheduled = agents ÷ (1 − shrinkage), rounded up",
            latex: r"\min\left\{N : P(W \le T,\ \text{answered}) \ge L\right\}",
            counted: COUNTED,
            left_out: LEFT_OUT,
            errors: ERRORS,
            interval: INTERVAL,
            pitfalls: &[
                "Patience is not the mean wait of those who gave up: who was answered soon might have waited longer. Divide all waiting time by the number given up.",
                "Fewer agents than the load can reach a service level here, because others give up; look at the occupancy.",
                "`wait` is the mean over all, also those who gave up.",
                "Over records in which nobody gave up the patience has no end, and it is Erlang C.",
            ],
            sources: &[
                S2,
                S4,
                Source {
                    title: "C. Palm, 1946",
                    says: "The waiting line whose customers give up after exponential times, known as Erlang A.",
                },
            ],
            benchmarks: &[],
            example: Example {
                inputs: &["400", "3600", "180", "60"],
                value: "21",
                working: "400 × 180 ÷ 3,600 = 20 Erlangs, and customers give up after 60 s on average. With 20 agents 78.6 percent are answered within 20 s, with 21 agents 83.3.",
            },
        },
    );
}

/// The KPI in one variant.
#[derive(Clone)]
pub(crate) struct Required<V> {
    /// Percentages in 10⁻⁹, durations in µs.
    service_level: i64,
    target: i64,
    shrinkage: i64,
    max_occupancy: i64,
    patience: Option<i64>,
    agents: Option<u64>,
    limit: Limit,
    as_of: Option<i64>,
    variant: PhantomData<V>,
}

/// A percentage in 10⁻⁹.
fn percentage(setting: &Setting<'_>, parameter: &ParameterSpec, default: i64) -> Result<i64> {
    let Some(given) = setting.parameters.get(parameter.name) else { return Ok(default) };
    let percent = given.scaled(PLACES).ok().filter(|percent| (0..=ALL).contains(percent));
    percent.ok_or_else(|| bad(parameter.name, "expected a percentage from 0 to 100"))
}

impl<V: Variant> Required<V> {
    /// The figures of contacts in an interval.
    fn over(&self, state: &Sums, interval: i64) -> Vec<Figure> {
        self.of_line(state.count(OFFERED), self.line(state, interval, self.patience))
    }

    /// The figures of so many contacts in a line.
    fn of_line(&self, contacts: u64, line: Result<Line, Undefined>) -> Vec<Figure> {
        let none = contacts == 0;
        // Without contacts nobody is needed, whatever the handle time.
        let load = if none { Ok((0, 1)) } else { line.as_ref().map(|line| (line.work, line.time)).map_err(|why| *why) };
        let agents = match (self.agents, &line) {
            _ if none => Ok(0),
            (Some(agents), _) => Ok(agents),
            (None, Ok(line)) => self.fewest(line),
            (None, Err(why)) => Err(*why),
        };
        let service = line.and_then(|line| {
            let agents = agents?;
            let service = if line.work == 0 && agents > 0 { Some(IDLE) } else { line.serve(agents) };
            service.map(|service| (service, line, agents)).ok_or(Undefined::Overloaded)
        });
        let whole = |n: i128| Fraction { numerator: n, denominator: 1, units: 1, times: 1 };
        let float = |value: f64| {
            // The integer nearest to the value in 10⁻⁹.
            Fraction { numerator: libm::rint(value * NANOS as f64) as i128, denominator: NANOS, units: 1, times: 1 }
        };
        let left = i128::from(ALL).saturating_sub(self.shrinkage.into());
        let scheduled = |agents: u64| {
            let all = i128::from(agents).saturating_mul(ALL.into()).saturating_add(left).saturating_sub(1);
            all.checked_div(left).unwrap_or_default()
        };
        let served = |value: &dyn Fn(&Service, &Line, u64) -> Fraction| {
            service.as_ref().map(|(service, line, agents)| value(service, line, *agents)).map_err(|why| *why)
        };
        let outcomes = [
            agents.map(|agents| whole(agents.into())),
            agents.map(|agents| whole(scheduled(agents))),
            load.map(|(work, time)| Fraction { numerator: work, denominator: time, units: 1, times: 1 }),
            served(&|service, _, _| float(100.0 * service.level)),
            served(&|service, line, agents| match line.time.checked_mul(agents.into()) {
                Some(room) if line.patience.is_none() => {
                    Fraction { numerator: line.work, denominator: room, units: 1, times: 100 }
                }
                _ => float(occupancy(service, line, agents)),
            }),
            served(&|service, _, _| float(service.wait / SECOND as f64)),
        ];
        let figure = |(spec, outcome): (&FigureSpec, _)| Figure {
            shows_fraction: false,
            ..Figure::new(spec.name, outcome, contacts)
        };
        FIGURES.iter().zip(outcomes).map(figure).collect()
    }

    /// The line of contacts; none where nothing is known of them, or they are too many.
    fn line(&self, state: &Sums, interval: i64, patience: Option<i64>) -> Result<Line, Undefined> {
        let (contacts, handled, took) = (state.count(OFFERED), state.records(HANDLED), state.of(HANDLED));
        if contacts == 0 || handled == 0 || interval <= 0 {
            return Err(Undefined::NoRecords);
        }
        let work = i128::from(contacts).checked_mul(took);
        let (Some(work), Some(time)) = (work, i128::from(handled).checked_mul(interval.into())) else {
            return Err(Undefined::Overloaded);
        };
        if time.checked_mul(MOST).is_some_and(|most| work > most) {
            return Err(Undefined::Overloaded);
        }
        // The likeliest patience is all the waiting for each who gave up; where nobody did, it has no end.
        let seen = || match state.count(ABANDONED) {
            abandoned if !V::IMPATIENT || abandoned == 0 => None,
            abandoned => Some(state.of(WAITED).max(1) as f64 / abandoned as f64),
        };
        let patience = patience.map(|patience| patience as f64).or_else(seen);
        Ok(Line { work, time, handle: took as f64 / handled as f64, target: self.target as f64, patience })
    }

    /// The fewest agents for the service level and the occupancy.
    fn fewest(&self, line: &Line) -> Result<u64, Undefined> {
        if line.work == 0 {
            return Ok(1);
        }
        let (level, most) = (self.service_level as f64 / ALL as f64, self.max_occupancy as f64 / NANOS as f64);
        let calm = |agents: u64, service: &Service| {
            let busy = line.work.checked_mul(ALL.into());
            let room =
                line.time.checked_mul(self.max_occupancy.into()).and_then(|room| room.checked_mul(agents.into()));
            match busy.zip(room) {
                Some((busy, room)) if line.patience.is_none() => busy <= room,
                _ => occupancy(service, line, agents) <= most,
            }
        };
        let good = |agents: u64, service: &Service| {
            service.level >= level && (self.max_occupancy == ALL || calm(agents, service))
        };
        line.fewest(good).ok_or(Undefined::Overloaded)
    }
}

/// One in 10⁻⁹.
const NANOS: i128 = 1_000_000_000;

/// The service where there is nothing to do.
const IDLE: Service = Service { level: 1.0, lost: 0.0, wait: 0.0 };

/// The part of their time, in percent, that agents spend on those who do not give up.
fn occupancy(service: &Service, line: &Line, agents: u64) -> f64 {
    let busy = 100.0 * (line.work as f64 * (1.0 - service.lost)) / (line.time as f64 * agents as f64);
    busy.clamp(0.0, 100.0)
}

impl<V: Variant> Kpi for Required<V> {
    const SPEC: Spec = V::SPEC;
    type State = Sums;
    const READS: &'static [Read<Self>] = &[reads::<Self, Contact>(READ)];
    const NEEDS_WINDOW: bool = true;

    fn new(setting: &Setting<'_>) -> Result<Self> {
        let parameters = setting.parameters;
        let agents = match parameters.get(AGENTS.name) {
            None => None,
            Some(given) => {
                let agents = given.scaled(0).ok().and_then(|agents| u64::try_from(agents).ok());
                Some(agents.ok_or_else(|| bad(AGENTS.name, "expected a count: a whole number, 0 or more"))?)
            }
        };
        let patience = match parameters.get(PATIENCE.name) {
            None => None,
            Some(_) => match parameters.duration(PATIENCE.name, 0)? {
                0 => return Err(bad(PATIENCE.name, "expected a number of seconds above 0: else nobody waits")),
                patience => Some(patience),
            },
        };
        let required = Required {
            service_level: percentage(setting, &SERVICE_LEVEL, ALL / 5 * 4)?,
            target: parameters.duration(TARGET.name, TWENTY_SECONDS)?,
            shrinkage: percentage(setting, &SHRINKAGE, 0)?,
            max_occupancy: percentage(setting, &MAX_OCCUPANCY, ALL)?,
            patience,
            agents,
            limit: Limit::new(setting),
            as_of: setting.as_of,
            variant: PhantomData,
        };
        if required.service_level == 0 || required.service_level == ALL {
            return Err(bad(SERVICE_LEVEL.name, "expected a percentage above 0 and below 100: all are never sure"));
        }
        if required.shrinkage == ALL {
            return Err(bad(SHRINKAGE.name, "expected a percentage below 100: else nobody is ever there"));
        }
        if required.max_occupancy == 0 {
            return Err(bad(MAX_OCCUPANCY.name, "expected a percentage above 0: else nobody ever works"));
        }
        Ok(required)
    }
    fn of(&self, inputs: &Inputs<'_>) -> Result<Sums> {
        let mut sums = Sums::counts(&[inputs.count("contacts")?]);
        sums.add(HANDLED, inputs.duration("handle_time")?.into())?;
        Ok(sums)
    }
    fn finish(&self, state: &Sums, _: f64) -> Result<Vec<Figure>> {
        Ok(self.over(state, 0))
    }
    fn finish_over(&self, state: &Sums, _: f64, over: &Over<'_, Sums>) -> Result<Vec<Figure>> {
        let (from, to) = over.window;
        Ok(self.over(state, self.limit.end(to).saturating_sub(from)))
    }
    fn formula(&self, inputs: &Inputs<'_>, _: f64) -> Result<Vec<Figure>> {
        let (state, interval) = (self.of(inputs)?, inputs.duration("interval")?);
        let patience = if V::IMPATIENT { Some(inputs.duration(PATIENCE.name)?) } else { None };
        let contacts = state.count(OFFERED);
        // Without contacts nothing else matters.
        for (name, length) in [(INTERVAL_INPUT.name, Some(interval)), (PATIENCE.name, patience)] {
            if contacts > 0 && length == Some(0) {
                return Err(Error::new(Code::BadInput, "it has a length above 0").field(name));
            }
        }
        let figures = self.of_line(contacts, self.line(&state, interval, patience));
        if figures.iter().any(|figure| figure.outcome == Err(Undefined::Overloaded)) {
            let text = "so few agents cannot carry the load, or it is more than a million Erlangs";
            return Err(Error::new(Code::Overloaded, text).field(AGENTS.name));
        }
        Ok(figures)
    }
}

const READ: ReadInfo = CONTACTS.needs(&["outcome"]).uses(&[
    "queued_at",
    "started_at",
    "answered_at",
    "ended_at",
    "direction",
    "abandon_step",
    "talk",
    "hold",
    "wrap_up",
]);

impl<V: Variant> Reads<Contact> for Required<V> {
    #[inline]
    fn part(&self, contact: &ContactAt<'_>, _: &Context<'_>, state: &mut Sums) -> Result<Part> {
        if let Some(reason) = population::outbound(contact) {
            return Ok(Part::LeftOut(reason));
        }
        let outcome = population::outcome(contact);
        if let Outcome::Other(reason) = outcome {
            return Ok(Part::LeftOut(reason));
        }
        let Some(queued) = contact.queued_at() else { return Ok(Part::LeftOut(Reason::NotQueued)) };
        state.add(OFFERED, 1)?;
        if V::IMPATIENT && self.patience.is_none() {
            let until = match outcome {
                Outcome::Answered => contact.answered_at(),
                Outcome::Abandoned => contact.ended_at(),
                _ => self.as_of,
            };
            state.add(WAITED, until.map_or(0, |until| i128::from(until.saturating_sub(queued).max(0))))?;
            if outcome == Outcome::Abandoned {
                state.add(ABANDONED, 1)?;
            }
        }
        if outcome == Outcome::Answered {
            let talked = contact.talk().map(|talk| talk.saturating_add(contact.hold().unwrap_or(0)));
            let lasted =
                || contact.answered_at().zip(contact.ended_at()).map(|(from, to)| to.saturating_sub(from).max(0));
            if let Some(time) = talked.or_else(lasted) {
                state.add(HANDLED, i128::from(time.saturating_add(contact.wrap_up().unwrap_or(0))))?;
            }
        }
        Ok(Part::Counted)
    }
}
