//! KPIs over counts: a record adds to the numbers that are the formula's inputs, or is left out.

use alloc::vec::Vec;

use crate::error::{Error, Result};
use crate::kpi::figure::{Figure, Inputs, Undefined};
use crate::kpi::part::{Context, Kpi, Over, Read, ReadInfo, Reads, Setting};
use crate::kpi::touch::Touches;
use crate::record::{Kind, Record};
use crate::spec::Spec;
use crate::state::{Part, Reason, Sums};
use crate::words::Dictionary;

/// What a record adds to each of the formula's inputs.
pub(crate) type Adds = [u64; 4];

/// A record of a KPI that only counts.
pub(crate) const ONE: Adds = [1, 0, 0, 0];

/// A record of a share: it is in the whole, and perhaps in the part.
pub(crate) fn in_part(part: bool) -> Adds {
    [part.into(), 1, 0, 0]
}

/// Why a record adds nothing.
pub(crate) enum Nothing {
    Left(Part),
    Failed(Error),
}

impl From<Reason> for Nothing {
    fn from(reason: Reason) -> Self {
        Nothing::Left(Part::LeftOut(reason))
    }
}

impl From<Part> for Nothing {
    fn from(part: Part) -> Self {
        Nothing::Left(part)
    }
}

impl From<Error> for Nothing {
    fn from(error: Error) -> Self {
        Nothing::Failed(error)
    }
}

/// Leaves a record out where there is a reason to.
pub(crate) fn unless(reason: Option<Reason>) -> Result<(), Nothing> {
    reason.map_or(Ok(()), |reason| Err(reason.into()))
}

/// What makes a KPI over counts: its texts, and how its numbers make figures where they are neither one count nor the
/// part and the whole of a share.
pub(crate) trait Tally: Clone + Default + Send + Sync + 'static {
    const SPEC: Spec;
    /// The kinds of record it reads.
    const READS: &'static [Read<Tallied<Self>>];
    /// What a group's numbers take from those of all groups.
    const OF_WHOLE: Option<fn(&mut Sums, &Sums)> = None;

    fn new(_: &Setting<'_>) -> Result<Self> {
        Ok(Self::default())
    }
    fn of(inputs: &Inputs<'_>) -> Result<Sums> {
        of(&Self::SPEC, inputs)
    }
    fn finish(sums: &Sums, level: f64) -> Vec<Figure> {
        finish(&Self::SPEC, sums, level)
    }
    fn bind(&mut self, _: &Dictionary) {}
    fn asked(&self, read: ReadInfo) -> ReadInfo {
        read
    }
    fn derived(&self) -> &'static [(Kind, &'static str)] {
        &[]
    }
    fn touches(&self) -> Option<&Touches> {
        None
    }
}

/// The rule for the records of one kind.
pub(crate) trait Rule<R: Record>: Tally {
    fn adds(&self, record: &R::At<'_>, context: &Context) -> Result<Adds, Nothing>;
}

/// The numbers that the inputs make; of two, the first is a part of the second.
fn of(spec: &Spec, inputs: &Inputs<'_>) -> Result<Sums> {
    if let [part, whole] = spec.inputs {
        let (part, whole) = inputs.part_of(part.name, whole.name)?;
        return Ok(Sums::counts(&[part, whole]));
    }
    let counts: Vec<u64> = spec.inputs.iter().map(|input| inputs.count(input.name)).collect::<Result<_>>()?;
    Ok(Sums::counts(&counts))
}

/// One count; or a share, its part and its whole.
fn finish(spec: &Spec, sums: &Sums, level: f64) -> Vec<Figure> {
    let (first, second) = (sums.count(0), sums.count(1));
    match spec.figures {
        [share, part, whole] => [
            Figure::share(share.name, first, second, Undefined::NoRecords, level),
            Figure::count(part.name, first),
            Figure::count(whole.name, second),
        ]
        .into(),
        figures => figures.iter().map(|figure| Figure::count(figure.name, first)).collect(),
    }
}

/// The KPI of a rule.
#[derive(Clone)]
pub(crate) struct Tallied<T>(T);

impl<T: Tally> Kpi for Tallied<T> {
    const SPEC: Spec = T::SPEC;
    type State = Sums;
    const READS: &'static [Read<Self>] = T::READS;
    const OF_WHOLE: bool = T::OF_WHOLE.is_some();

    fn new(setting: &Setting<'_>) -> Result<Self> {
        T::new(setting).map(Tallied)
    }
    fn of(&self, inputs: &Inputs<'_>) -> Result<Sums> {
        T::of(inputs)
    }
    fn finish(&self, state: &Sums, level: f64) -> Result<Vec<Figure>> {
        Ok(T::finish(state, level))
    }
    fn finish_over(&self, state: &Sums, level: f64, over: &Over<'_, Sums>) -> Result<Vec<Figure>> {
        let mut state = state.clone();
        if let Some((take, whole)) = T::OF_WHOLE.zip(over.whole) {
            take(&mut state, whole);
        }
        Ok(T::finish(&state, level))
    }
    fn bind(&mut self, words: &Dictionary) -> Result<()> {
        self.0.bind(words);
        Ok(())
    }
    fn asked(&self, read: ReadInfo) -> ReadInfo {
        self.0.asked(read)
    }
    fn derived(&self) -> &'static [(Kind, &'static str)] {
        self.0.derived()
    }
    fn touches(&self) -> Option<&Touches> {
        self.0.touches()
    }
}

impl<R: Record, T: Rule<R>> Reads<R> for Tallied<T> {
    #[inline]
    fn part(&self, record: &R::At<'_>, context: &Context, state: &mut Sums) -> Result<Part> {
        settle(self.0.adds(record, context), state)
    }
}

#[inline]
fn settle(adds: Result<Adds, Nothing>, state: &mut Sums) -> Result<Part> {
    match adds {
        Ok(adds) => {
            for (k, n) in adds.into_iter().enumerate().filter(|&(_, n)| n > 0) {
                state.add(k, n.into())?;
            }
            Ok(Part::Counted)
        }
        Err(Nothing::Left(part)) => Ok(part),
        Err(Nothing::Failed(error)) => Err(error),
    }
}
