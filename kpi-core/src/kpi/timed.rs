//! KPIs over durations: a record adds the time between two of its instants, or is left out.

use alloc::vec::Vec;

use crate::error::Result;
use crate::kpi::clock::Clock;
use crate::kpi::distribution::{Distribution, Of};
use crate::kpi::figure::{Figure, Inputs};
use crate::kpi::part::{Context, Kpi, Read, Reads, Setting};
use crate::kpi::tally::Nothing;
use crate::record::{Kind, Record};
use crate::spec::Spec;
use crate::state::{Part, Spread};

/// What makes a KPI over durations: its texts, and its figures where they are more than those of every duration.
pub(crate) trait Timing: Clone + Send + Sync + 'static {
    const SPEC: Spec;
    /// The kinds of record it reads.
    const READS: &'static [Read<Timed<Self>>];

    fn new(setting: &Setting<'_>) -> Result<Self>;
    fn finish(durations: &Distribution, state: &Spread, level: f64) -> Result<Vec<Figure>> {
        durations.finish(state, level)
    }
    fn derived(&self) -> &'static [(Kind, &'static str)] {
        &[]
    }
}

/// The rule for the records of one kind.
pub(crate) trait Times<R: Record>: Timing {
    fn time(&self, record: &R::At<'_>, clock: Clock, context: &Context<'_>) -> Result<i64, Nothing>;
}

/// The KPI of a rule.
#[derive(Clone)]
pub(crate) struct Timed<T> {
    rule: T,
    clock: Clock,
    durations: Distribution,
}

impl<T: Timing> Kpi for Timed<T> {
    const SPEC: Spec = T::SPEC;
    type State = Spread;
    const READS: &'static [Read<Self>] = T::READS;

    fn new(setting: &Setting<'_>) -> Result<Self> {
        let durations = Distribution::new(setting, Of::Durations)?;
        Ok(Timed { rule: T::new(setting)?, clock: Clock::new(setting)?, durations })
    }
    fn start(&self) -> Spread {
        self.durations.start()
    }
    fn of(&self, inputs: &Inputs<'_>) -> Result<Spread> {
        self.durations.of(&inputs.durations("durations")?)
    }
    fn finish(&self, state: &Spread, level: f64) -> Result<Vec<Figure>> {
        T::finish(&self.durations, state, level)
    }
    fn derived(&self) -> &'static [(Kind, &'static str)] {
        self.rule.derived()
    }
}

impl<R: Record, T: Times<R>> Reads<R> for Timed<T> {
    #[inline]
    fn part(&self, record: &R::At<'_>, context: &Context<'_>, state: &mut Spread) -> Result<Part> {
        match self.rule.time(record, self.clock, context) {
            Ok(time) => {
                state.add(time)?;
                Ok(Part::Counted)
            }
            Err(Nothing::Left(part)) => Ok(part),
            Err(Nothing::Failed(error)) => Err(error),
        }
    }
}
