//! How a KPI is put together: its state, what one record of each kind adds, `finish`; and its running measure.

use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec::Vec;

use crate::bytes::{Reader, Writer};
use crate::column::Codes;
use crate::error::{Code, Error, Result};
use crate::kpi::Entry;
use crate::kpi::figure::{Figure, Inputs, Undefined};
use crate::kpi::parameters::Parameters;
use crate::record::{AnyColumns, Kind, Record};
use crate::spec::{Anchor, Spec};
use crate::state::{Cell, Part, Reason, SIDES, State};
use crate::words::Dictionary;

/// What a KPI is made with.
pub(crate) struct Setting<'a> {
    pub parameters: &'a Parameters<'a>,
    /// The instant at which open clocks are read.
    pub as_of: Option<i64>,
    pub level: f64,
}

/// Where one record counts.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Place {
    pub row: u32,
    pub cell: u32,
}

/// What a KPI may know of the cell beside the record.
pub(crate) struct Context {
    /// The bucket's, or the whole window's, start.
    pub from: i64,
    /// Its end, not included.
    pub to: i64,
    /// The code of the field that the KPI chose by a parameter.
    pub chosen: u32,
    /// The record is in every bucket that it meets; else only in the one of its anchor.
    pub spanning: bool,
}

/// A KPI in one variant.
pub(crate) trait Kpi: Clone + Send + Sync + 'static {
    const SPEC: Spec;
    type State: State;
    /// The kinds of record it reads.
    const READS: &'static [Read<Self>];
    /// Whether it means nothing without a window.
    const NEEDS_WINDOW: bool = false;

    fn new(setting: &Setting<'_>) -> Result<Self>;
    /// The state over nothing.
    fn start(&self) -> Self::State {
        Self::State::default()
    }
    /// The state that the formula's inputs make.
    fn of(&self, inputs: &Inputs<'_>) -> Result<Self::State>;
    /// The formula: the one place where it stands. Intervals are at `level`.
    fn finish(&self, state: &Self::State, level: f64) -> Result<Vec<Figure>>;
    /// Turns words into codes; called again when the dictionary has grown.
    fn bind(&mut self, _words: &Dictionary) -> Result<()> {
        Ok(())
    }
    /// A text field chosen by a parameter; its code comes with every record.
    fn chosen(&self) -> Option<&str> {
        None
    }
}

/// What one record of a kind adds.
pub(crate) trait Reads<R: Record>: Kpi {
    fn part(&self, record: &R::At<'_>, context: &Context, state: &mut Self::State) -> Result<Part>;
}

/// A batch as a kernel sees it.
pub(crate) struct Work<'a> {
    pub columns: &'a AnyColumns<'a>,
    pub chosen: Codes<'a>,
    pub spanning: bool,
    /// What lies after it is not known.
    pub limit: i64,
    pub places: &'a [Place],
    /// Records whose anchor is not known, at the total: left out, under the KPI's own reason where it has one.
    pub unplaced: &'a [Place],
    /// The windows of the buckets and, last, the total.
    pub slots: &'a [(i64, i64)],
}

type Kernel<K> = fn(&K, usize, &Work<'_>, &mut [Cell<<K as Kpi>::State>]) -> Result<(), (u32, Error)>;

/// A kind of record that a KPI reads.
pub(crate) struct Read<K: Kpi> {
    info: ReadInfo,
    run: Kernel<K>,
}

/// The same, without the KPI's type.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ReadInfo {
    pub kind: Kind,
    pub anchor: Anchor,
    /// Fields whose column must be there.
    pub needs: &'static [&'static str],
    /// Fields that are read where their column is there.
    pub uses: &'static [&'static str],
    /// Text fields of which only null or not matters.
    pub presence: &'static [&'static str],
}

impl ReadInfo {
    pub const fn new(kind: Kind, anchor: Anchor) -> Self {
        ReadInfo { kind, anchor, needs: &[], uses: &[], presence: &[] }
    }
    pub const fn needs(mut self, fields: &'static [&'static str]) -> Self {
        self.needs = fields;
        self
    }
    pub const fn uses(mut self, fields: &'static [&'static str]) -> Self {
        self.uses = fields;
        self
    }
    pub const fn presence(mut self, fields: &'static [&'static str]) -> Self {
        self.presence = fields;
        self
    }
}

pub(crate) const fn reads<K: Reads<R>, R: Record>(info: ReadInfo) -> Read<K> {
    Read { info, run: kernel::<K, R> }
}

fn kernel<K: Reads<R>, R: Record>(
    kpi: &K,
    side: usize,
    work: &Work<'_>,
    cells: &mut [Cell<K::State>],
) -> Result<(), (u32, Error)> {
    let width = work.slots.len().max(1);
    for place in work.places {
        let (row, at) = (place.row as usize, place.cell as usize);
        let (Some(record), Some(cell)) = (R::at(work.columns, row), cells.get_mut(at)) else { continue };
        let (from, to) = work.slots.get(at.checked_rem(width).unwrap_or(0)).copied().unwrap_or((i64::MIN, i64::MAX));
        // A balance at a bucket's end is the one at `as_of` where that comes first.
        let to = if work.spanning { to.min(work.limit.saturating_add(1)) } else { to };
        let context = Context { from, to, chosen: work.chosen.at(row), spanning: work.spanning };
        let part = kpi.part(&record, &context, &mut cell.state).map_err(|error| (place.row, error))?;
        if let Some(side) = cell.sides.get_mut(side) {
            side.note(part);
        }
    }
    let mut nowhere = kpi.start();
    for place in work.unplaced {
        let (row, at) = (place.row as usize, place.cell as usize);
        let (Some(record), Some(cell)) = (R::at(work.columns, row), cells.get_mut(at)) else { continue };
        let context = Context { from: i64::MIN, to: i64::MAX, chosen: work.chosen.at(row), spanning: false };
        let part = kpi.part(&record, &context, &mut nowhere).map_err(|error| (place.row, error))?;
        if let Some(side) = cell.sides.get_mut(side) {
            side.note(if let Part::LeftOut(_) = part { part } else { Part::LeftOut(Reason::NoAnchor) });
        }
    }
    Ok(())
}

/// Several cells as one.
pub(crate) struct Combined {
    pub figures: Vec<Figure>,
    pub left_out: Vec<(Reason, u64)>,
}

/// A KPI's running measure over numbered cells.
pub(crate) trait Run: Send + Sync {
    fn needs_window(&self) -> bool;
    fn chosen(&self) -> Option<String>;
    fn bind(&mut self, words: &Dictionary) -> Result<()>;
    /// Makes sure that there are so many cells.
    fn grow(&mut self, cells: usize);
    fn update(&mut self, side: usize, work: &Work<'_>) -> Result<(), (u32, Error)>;
    fn is_empty(&self, cell: usize) -> bool;
    fn combine(&self, cells: &mut dyn Iterator<Item = usize>) -> Result<Combined>;
    fn write(&self, cell: usize, out: &mut Writer, words: &Dictionary);
    /// Reads a cell and adds it to, or takes it from, the one at this number.
    fn absorb(&mut self, cell: usize, input: &mut Reader<'_>, words: &mut Dictionary, add: bool) -> Result<()>;
    fn boxed(&self) -> Box<dyn Run>;
}

struct Running<K: Kpi> {
    kpi: K,
    level: f64,
    cells: Vec<Cell<K::State>>,
}

impl<K: Kpi> Run for Running<K> {
    fn needs_window(&self) -> bool {
        K::NEEDS_WINDOW
    }

    fn chosen(&self) -> Option<String> {
        self.kpi.chosen().map(String::from)
    }

    fn bind(&mut self, words: &Dictionary) -> Result<()> {
        self.kpi.bind(words)
    }

    fn grow(&mut self, cells: usize) {
        while self.cells.len() < cells {
            self.cells.push(Cell::new(self.kpi.start()));
        }
    }

    fn update(&mut self, side: usize, work: &Work<'_>) -> Result<(), (u32, Error)> {
        K::READS.get(side).map_or(Ok(()), |read| (read.run)(&self.kpi, side, work, &mut self.cells))
    }

    fn is_empty(&self, cell: usize) -> bool {
        self.cells.get(cell).is_none_or(Cell::is_empty)
    }

    fn combine(&self, cells: &mut dyn Iterator<Item = usize>) -> Result<Combined> {
        let mut all = Cell::new(self.kpi.start());
        let mut mixed = None;
        for cell in cells.filter_map(|cell| self.cells.get(cell)).filter(|cell| !cell.is_empty()) {
            all.merge_sides(cell)?;
            match all.state.merge(&cell.state) {
                Err(error) if error.code() == Code::MixedScales => mixed = Some(Undefined::MixedScales),
                Err(error) if error.code() == Code::MixedCurrencies => mixed = Some(Undefined::MixedCurrencies),
                other => other?,
            }
        }
        let mut figures = self.kpi.finish(&all.state, self.level)?;
        if let Some(mixed) = mixed {
            // Each group or bucket is a measure of its own; what cannot be added up has no total.
            figures.iter_mut().for_each(|figure| figure.undefine(mixed));
        }
        Ok(Combined { figures, left_out: all.left_out() })
    }

    fn write(&self, cell: usize, out: &mut Writer, words: &Dictionary) {
        match self.cells.get(cell) {
            Some(cell) => cell.write(out, words),
            None => Cell::new(self.kpi.start()).write(out, words),
        }
    }

    fn absorb(&mut self, cell: usize, input: &mut Reader<'_>, words: &mut Dictionary, add: bool) -> Result<()> {
        let mut other = Cell::new(self.kpi.start());
        other.read(input, words)?;
        let cell = self.cells.get_mut(cell).ok_or_else(Error::overflow)?;
        if add { cell.merge(&other) } else { cell.unmerge(&other) }
    }

    fn boxed(&self) -> Box<dyn Run> {
        Box::new(Running { kpi: self.kpi.clone(), level: self.level, cells: self.cells.clone() })
    }
}

/// The entry of a KPI.
pub(crate) const fn entry<K: Kpi>() -> Entry {
    const { assert!(K::READS.len() <= SIDES, "a cell has no room for so many kinds of record") };
    Entry {
        spec: const { &K::SPEC },
        reads: || K::READS.iter().map(|read| read.info).collect(),
        start: |setting| Ok(Box::new(Running { kpi: K::new(setting)?, level: setting.level, cells: Vec::new() })),
        formula: |setting, inputs| {
            let kpi = K::new(setting)?;
            kpi.finish(&kpi.of(inputs)?, setting.level)
        },
    }
}

/// What a KPI without records says.
pub(crate) fn missing_records(spec: &Spec, kinds: &str) -> Error {
    Error::new(Code::MissingRecords, alloc::format!("`{}` needs {kinds}; give at least one of them", spec.id))
}
