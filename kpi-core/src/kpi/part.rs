//! How a KPI is put together: its state, what one record of each kind adds, `finish`; and its running measure.

use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec::Vec;
use core::any::Any;

use crate::column::Codes;
use crate::error::{Code, Error, Result};
#[cfg(feature = "records")]
use crate::kpi::Counted;
use crate::kpi::Entry;
use crate::kpi::figure::{Figure, Inputs, Undefined};
use crate::kpi::parameters::Parameters;
use crate::kpi::people::ranking::Ranking;
use crate::kpi::touch::Touches;
use crate::record::{Columns, Kind, Record};
use crate::spec::{Anchor, Spec};
use crate::state::{Cell, CellMut, CellRef, Of, Part, Reason, SIDES, Side, State};
use crate::time::{Calendar, Schedule, Zone};
use crate::words::{Dictionary, NONE, either};

/// The dimension of agents, which is another field for every question that is asked of a ticket.
pub(crate) const AGENT: &str = "agent";

/// What a KPI is made with.
pub(crate) struct Setting<'a> {
    pub parameters: &'a Parameters<'a>,
    /// The instant at which open clocks are read.
    pub as_of: Option<i64>,
    /// Whether that instant was asked for, and is not just the window's end.
    pub as_of_asked: bool,
    pub level: f64,
    /// The zone of the report.
    pub zone: &'a Zone,
    /// The business calendar, where one was given.
    pub calendar: Option<&'a Calendar>,
}

/// Where one record counts.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Place {
    pub row: u32,
    pub cell: u32,
}

/// What a KPI may know of the cell beside the record.
pub(crate) struct Context<'a> {
    /// The bucket's, or the whole window's, start.
    pub from: i64,
    /// Its end, not included.
    pub to: i64,
    /// The code of the field that the KPI chose by a parameter.
    pub chosen: u32,
    /// Records are in the bucket in which they end; what has not ended is reported beside the KPI.
    pub ending: bool,
    /// Which of the KPI's reads it is, where it reads a kind of record more than once.
    pub side: usize,
    /// The business hours of the record, for KPIs that ask for them.
    pub hours: Option<&'a Schedule>,
    /// For money: whether it is not known to which group of the report it belongs.
    pub ungrouped: bool,
}

/// What figures are formed over.
pub(crate) struct Over<'a, S> {
    /// The bucket, or the whole window.
    pub window: (i64, i64),
    /// The state of all groups, where the KPI has figures that are a part of it; absent where they cannot be added up.
    pub whole: Option<&'a S>,
    /// The same in the whole window.
    pub total: Option<&'a S>,
}

/// The business hours of the records of a batch.
#[derive(Clone, Copy)]
pub(crate) struct Hours<'a> {
    /// The schedules by code of the calendar's field, which is in `codes`.
    pub schedules: &'a [(u32, &'a Schedule)],
    pub codes: Codes<'a>,
    pub otherwise: Option<&'a Schedule>,
}

impl<'a> Hours<'a> {
    fn at(&self, row: usize) -> Option<&'a Schedule> {
        if self.schedules.is_empty() {
            return self.otherwise;
        }
        let code = self.codes.at(row);
        let found = self.schedules.iter().find(|(own, _)| *own == code && code != NONE);
        found.map(|(_, schedule)| *schedule).or(self.otherwise)
    }
}

/// A KPI in one variant.
pub(crate) trait Kpi: Clone + Send + Sync + 'static {
    const SPEC: Spec;
    type State: State;
    /// The kinds of record it reads.
    const READS: &'static [Read<Self>];
    /// Whether it means nothing without a window.
    const NEEDS_WINDOW: bool = false;
    /// Whether a record says something of its bucket, so that the total is not the sum of the buckets.
    const OWN_TOTAL: bool = false;
    /// Whether its parameters say which kind of record it reads.
    const ANY: bool = false;
    /// How it ranks the agents of a report, where it does.
    const RANKS: Option<fn(&Parameters<'_>) -> Result<Ranking>> = None;

    fn new(setting: &Setting<'_>) -> Result<Self>;
    /// The state over nothing.
    fn start(&self) -> Self::State {
        Self::State::default()
    }
    /// The state that the formula's inputs make.
    fn of(&self, inputs: &Inputs<'_>) -> Result<Self::State>;
    /// The formula: the one place where it stands. Intervals are at `level`.
    fn finish(&self, state: &Self::State, level: f64) -> Result<Vec<Figure>>;
    /// The same of a group in a bucket, for a KPI that divides by what lies in the bucket or by all groups.
    fn finish_over(&self, state: &Self::State, level: f64, _over: &Over<'_, Self::State>) -> Result<Vec<Figure>> {
        self.finish(state, level)
    }
    /// The figures of the formula's inputs, for a KPI with inputs that no state holds.
    fn formula(&self, inputs: &Inputs<'_>, level: f64) -> Result<Vec<Figure>> {
        self.finish(&self.of(inputs)?, level)
    }
    /// Turns words into codes; called again when the dictionary has grown.
    fn bind(&mut self, _words: &Dictionary) -> Result<()> {
        Ok(())
    }
    /// A text field chosen by a parameter; its code comes with every record.
    fn chosen(&self) -> Option<&str> {
        None
    }
    /// What it reads of a kind of record with the parameters that were set.
    fn asked(&self, read: ReadInfo) -> ReadInfo {
        read
    }
    /// Fields that it reads and that are derived over whole tables, with the parameters that were set.
    fn derived(&self) -> &'static [(Kind, &'static str)] {
        &[]
    }
    /// What those of them mean that depend on its parameters.
    fn touches(&self) -> Option<&Touches> {
        None
    }
    /// Whether a figure is a part of the whole, so that a group's figures need the state of all groups.
    const OF_WHOLE: bool = false;
    /// What they need of that state.
    fn whole(&self, state: Self::State) -> Result<Self::State> {
        Ok(state)
    }
}

/// What one record of a kind adds.
pub(crate) trait Reads<R: Record>: Kpi {
    fn part(&self, record: &R::At<'_>, context: &Context<'_>, state: &mut Self::State) -> Result<Part>;
}

/// A batch as a kernel sees it.
pub(crate) struct Work<'a> {
    pub columns: &'a Columns<'a>,
    pub chosen: Codes<'a>,
    pub hours: Option<Hours<'a>>,
    pub spanning: bool,
    pub ending: bool,
    /// What lies after it is not known.
    pub limit: i64,
    pub places: &'a [Place],
    /// Records whose anchor is not known, at the total: left out, under the KPI's own reason where it has one.
    pub unplaced: &'a [Place],
    /// The windows of the buckets and, last, the total.
    pub slots: &'a [(i64, i64)],
    /// By group, whether a dimension of it is not known; empty where nobody asks.
    pub ungrouped: &'a [bool],
}

impl<'a> Work<'a> {
    /// What a KPI may know beside the record of a row, at a cell or, where it has no place, at none.
    #[cfg_attr(not(target_family = "wasm"), inline(always))]
    fn context(&self, side: usize, row: usize, cell: Option<usize>) -> Context<'a> {
        let (mut from, mut to, mut ungrouped) = (i64::MIN, i64::MAX, false);
        if let Some(cell) = cell {
            let width = self.slots.len().max(1);
            if let Some(window) = self.slots.get(cell.checked_rem(width).unwrap_or(0)) {
                (from, to) = *window;
            }
            // A balance at a bucket's end is the one at `as_of` where that comes first.
            if self.spanning {
                to = to.min(self.limit.saturating_add(1));
            }
            ungrouped = self.ungrouped.get(cell.checked_div(width).unwrap_or(0)) == Some(&true);
        }
        let hours = self.hours.and_then(|hours| hours.at(row));
        Context { from, to, chosen: self.chosen.at(row), ending: self.ending, side, hours, ungrouped }
    }
}

/// What a record adds to a state.
type PartOf<K> = fn(&K, &Columns<'_>, usize, &Context<'_>, &mut <K as Kpi>::State) -> Result<Part>;

/// The loop over all records, with what each adds inside.
#[cfg(not(target_family = "wasm"))]
type Kernel<K> = fn(&K, usize, &Work<'_>, &mut [Cell<<K as Kpi>::State>]) -> Result<(), (u32, Error)>;

/// A kind of record that a KPI reads.
pub(crate) struct Read<K: Kpi> {
    info: ReadInfo,
    #[cfg_attr(not(target_family = "wasm"), expect(dead_code, reason = "the loop has it inside"))]
    part: PartOf<K>,
    /// In the browser one loop per state is enough: bytes on the way cost more there than a call per record.
    #[cfg(not(target_family = "wasm"))]
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
    /// Texts and lists of which only null or not matters.
    pub presence: &'static [&'static str],
    /// The field that names the agent, where the kind has none of that name.
    pub agent: Option<&'static str>,
    /// Not read with the parameters that were set.
    pub idle: bool,
}

impl ReadInfo {
    pub const fn new(kind: Kind, anchor: Anchor) -> Self {
        // Ruling B47: whose a ticket is depends on what is asked of it. KPIs over responses name the replier themselves.
        let agent = match (kind, anchor) {
            (Kind::Ticket, Anchor::Ending(_)) => Some("resolver"),
            (Kind::Ticket, Anchor::Balance(..)) => Some("assignee"),
            (Kind::Ticket, _) => Some("first_assignee"),
            _ => None,
        };
        ReadInfo { kind, anchor, needs: &[], uses: &[], presence: &[], agent, idle: false }
    }
    pub const fn idle(self) -> Self {
        ReadInfo { idle: true, ..Self::new(self.kind, self.anchor) }
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
    pub const fn agent(mut self, field: &'static str) -> Self {
        self.agent = Some(field);
        self
    }
    /// The field that names the agent, in a report that is grouped by one.
    pub fn names_agent(&self) -> Option<&'static str> {
        let own = self.kind.field(AGENT).map(|field| field.name).or(self.agent);
        own.filter(|_| !self.idle)
    }
}

pub(crate) const fn reads<K: Reads<R>, R: Record>(info: ReadInfo) -> Read<K> {
    Read {
        info,
        part: part::<K, R>,
        #[cfg(not(target_family = "wasm"))]
        run: |kpi, side, work, cells| {
            let part = |row: usize, context: &Context<'_>, state: &mut K::State| {
                part::<K, R>(kpi, work.columns, row, context, state)
            };
            each(&part, kpi.start(), side, work, cells)
        },
    }
}

/// What one record of any kind adds.
pub(crate) trait ReadsAny: Kpi {
    fn part(&self, columns: &Columns<'_>, row: usize, context: &Context<'_>, state: &mut Self::State) -> Result<Part>;
}

pub(crate) const fn reads_any<K: ReadsAny>(info: ReadInfo) -> Read<K> {
    Read {
        info,
        part: K::part,
        #[cfg(not(target_family = "wasm"))]
        run: |kpi, side, work, cells| {
            let part =
                |row: usize, context: &Context<'_>, state: &mut K::State| kpi.part(work.columns, row, context, state);
            each(&part, kpi.start(), side, work, cells)
        },
    }
}

#[inline]
fn part<K: Reads<R>, R: Record>(
    kpi: &K,
    columns: &Columns<'_>,
    row: usize,
    context: &Context<'_>,
    state: &mut K::State,
) -> Result<Part> {
    match R::at(columns, row) {
        Some(record) => kpi.part(&record, context, state),
        None => Ok(Part::Nothing),
    }
}

/// Lets every placed record do its part.
fn each<S: State>(
    part: &impl Fn(usize, &Context<'_>, &mut S) -> Result<Part>,
    mut nowhere: S,
    side: usize,
    work: &Work<'_>,
    cells: &mut [Cell<S>],
) -> Result<(), (u32, Error)> {
    for place in work.places {
        let (row, at) = (place.row as usize, place.cell as usize);
        let Some(cell) = cells.get_mut(at) else { continue };
        let context = work.context(side, row, Some(at));
        let part = part(row, &context, &mut cell.state).map_err(|error| (place.row, error))?;
        if let Some(side) = cell.sides.get_mut(side) {
            side.note(part);
        }
    }
    for place in work.unplaced {
        let (row, at) = (place.row as usize, place.cell as usize);
        let Some(cell) = cells.get_mut(at) else { continue };
        let context = work.context(side, row, None);
        let part = part(row, &context, &mut nowhere).map_err(|error| (place.row, error))?;
        if let Some(side) = cell.sides.get_mut(side) {
            side.note(if part == Part::Counted { Part::LeftOut(Reason::NoAnchor) } else { part });
        }
    }
    Ok(())
}

/// Several cells as one.
pub(crate) struct Combined {
    pub figures: Vec<Figure>,
    pub left_out: Vec<(Reason, u64)>,
}

impl Combined {
    fn new(mut figures: Vec<Figure>, mixed: Option<Undefined>, left_out: Vec<(Reason, u64)>) -> Self {
        if let Some(mixed) = mixed {
            // Each group or bucket is a measure of its own; what cannot be added up has no total.
            for figure in &mut figures {
                figure.undefine(mixed);
            }
        }
        Combined { figures, left_out }
    }

    /// Leaves out more.
    pub fn leave_out(&mut self, more: &[(Reason, u64)]) {
        let mut side = Side { counted: 0, left_out: core::mem::take(&mut self.left_out) };
        for &(reason, n) in more {
            side.leave_out(reason, n);
        }
        self.left_out = side.left_out;
    }
}

/// What a KPI made of the state of all groups, in a bucket and in the whole window.
pub(crate) type Whole<'a> = [Option<&'a dyn Any>; 2];

/// A KPI's running measure over numbered cells.
pub(crate) trait Run: Send + Sync {
    /// The figures of a formula's inputs.
    fn formula(&self, inputs: &Inputs<'_>) -> Result<Vec<Figure>>;
    fn traits(&self) -> &'static Traits;
    fn chosen(&self) -> Option<String>;
    /// What is read of a kind of record with the parameters that were set.
    fn asked(&self, read: ReadInfo) -> ReadInfo;
    /// Fields that are derived over whole tables.
    fn derived(&self) -> &'static [(Kind, &'static str)];
    fn touches(&self) -> Option<&Touches>;
    fn bind(&mut self, words: &Dictionary) -> Result<()>;
    /// Makes sure that there are so many cells.
    fn grow(&mut self, cells: usize);
    fn update(&mut self, side: usize, work: &Work<'_>) -> Result<(), (u32, Error)>;
    fn is_empty(&self, cell: usize) -> bool;
    /// The state of all groups, where figures of one group are a part of it.
    fn whole(&self, cells: &mut dyn Iterator<Item = usize>) -> Result<Option<Box<dyn Any>>>;
    /// Cells as one; with what `whole` gave for all groups, there and in the whole window. The window is the bucket's,
    /// or all.
    fn combine(&self, cells: &mut dyn Iterator<Item = usize>, whole: Whole<'_>, window: (i64, i64))
    -> Result<Combined>;
    /// The cell at a number.
    fn cell(&self, cell: usize) -> Option<CellRef<'_>>;
    /// The cell at a number, and what a new one would be.
    fn cell_mut(&mut self, cell: usize) -> Option<CellMut<'_>>;
    /// The same measure without its cells.
    fn anew(&self) -> Box<dyn Run>;
}

impl dyn Run {
    /// A copy.
    pub fn boxed(&self) -> Box<dyn Run> {
        let mut copy = self.anew();
        let mut at = 0usize;
        while let Some(cell) = self.cell(at) {
            copy.grow(at.saturating_add(1));
            match (cell, copy.cell_mut(at)) {
                (Of::Sums(own), Some(Of::Sums((new, _)))) => new.clone_from(own),
                (Of::Spread(own), Some(Of::Spread((new, _)))) => new.clone_from(own),
                (Of::Ratings(own), Some(Of::Ratings((new, _)))) => new.clone_from(own),
                (Of::Customers(own), Some(Of::Customers((new, _)))) => new.clone_from(own),
                _ => {}
            }
            at = at.saturating_add(1);
        }
        copy
    }
}

/// What is the same for a KPI whatever its parameters are.
pub(crate) struct Traits {
    pub needs_window: bool,
    pub own_total: bool,
    pub any: bool,
    pub of_whole: bool,
    /// The kinds of record it reads, one after the other.
    pub reads: [Option<&'static ReadInfo>; SIDES],
}

impl Traits {
    const fn of<K: Kpi>() -> Self {
        const { assert!(K::READS.len() <= SIDES, "a cell has no room for so many kinds of record") };
        let reads = match K::READS {
            [] => [None; SIDES],
            [first] => [Some(&first.info), None, None],
            [first, second] => [Some(&first.info), Some(&second.info), None],
            [first, second, third, ..] => [Some(&first.info), Some(&second.info), Some(&third.info)],
        };
        let (needs_window, own_total, any, of_whole) = (K::NEEDS_WINDOW, K::OWN_TOTAL, K::ANY, K::OF_WHOLE);
        Traits { needs_window, own_total, any, of_whole, reads }
    }

    /// The kind of record whose answers are all on one scale.
    pub fn of_scale(&self) -> Option<Kind> {
        self.reads.iter().flatten().map(|read| read.kind).find(|kind| kind.field("score").is_some())
    }
}

/// A KPI without its type: what a running measure over one state asks of it.
trait Rule<S: State>: Send + Sync {
    fn formula(&self, inputs: &Inputs<'_>, level: f64) -> Result<Vec<Figure>>;
    fn chosen(&self) -> Option<&str>;
    fn asked(&self, read: ReadInfo) -> ReadInfo;
    fn derived(&self) -> &'static [(Kind, &'static str)];
    fn touches(&self) -> Option<&Touches>;
    fn bind(&mut self, words: &Dictionary) -> Result<()>;
    fn start(&self) -> S;
    #[cfg(not(target_family = "wasm"))]
    fn update(&self, side: usize, work: &Work<'_>, cells: &mut [Cell<S>]) -> Result<(), (u32, Error)>;
    #[cfg(target_family = "wasm")]
    fn part(
        &self,
        side: usize,
        columns: &Columns<'_>,
        row: usize,
        context: &Context<'_>,
        state: &mut S,
    ) -> Result<Part>;
    fn finish(&self, state: &S, level: f64, over: &Over<'_, S>) -> Result<Vec<Figure>>;
    /// What figures of one group need of the state of all groups; nothing where none is a part of it.
    fn whole(&self, state: &mut S) -> Result<Option<Box<dyn Any>>>;
    fn boxed(&self) -> Box<dyn Rule<S>>;
}

impl<K: Kpi> Rule<K::State> for K {
    fn formula(&self, inputs: &Inputs<'_>, level: f64) -> Result<Vec<Figure>> {
        Kpi::formula(self, inputs, level)
    }
    fn chosen(&self) -> Option<&str> {
        Kpi::chosen(self)
    }
    fn asked(&self, read: ReadInfo) -> ReadInfo {
        Kpi::asked(self, read)
    }
    fn derived(&self) -> &'static [(Kind, &'static str)] {
        Kpi::derived(self)
    }
    fn touches(&self) -> Option<&Touches> {
        Kpi::touches(self)
    }
    fn bind(&mut self, words: &Dictionary) -> Result<()> {
        Kpi::bind(self, words)
    }
    fn start(&self) -> K::State {
        Kpi::start(self)
    }
    #[cfg(target_family = "wasm")]
    fn part(
        &self,
        side: usize,
        columns: &Columns<'_>,
        row: usize,
        context: &Context<'_>,
        state: &mut K::State,
    ) -> Result<Part> {
        K::READS.get(side).map_or(Ok(Part::Nothing), |read| (read.part)(self, columns, row, context, state))
    }
    #[cfg(not(target_family = "wasm"))]
    fn update(&self, side: usize, work: &Work<'_>, cells: &mut [Cell<K::State>]) -> Result<(), (u32, Error)> {
        K::READS.get(side).map_or(Ok(()), |read| (read.run)(self, side, work, cells))
    }
    fn finish(&self, state: &K::State, level: f64, over: &Over<'_, K::State>) -> Result<Vec<Figure>> {
        self.finish_over(state, level, over)
    }
    fn whole(&self, state: &mut K::State) -> Result<Option<Box<dyn Any>>> {
        if !K::OF_WHOLE {
            return Ok(None);
        }
        Ok(Some(Box::new(Kpi::whole(self, core::mem::take(state))?)))
    }
    fn boxed(&self) -> Box<dyn Rule<K::State>> {
        Box::new(self.clone())
    }
}

struct Running<S: State> {
    rule: Box<dyn Rule<S>>,
    traits: &'static Traits,
    level: f64,
    cells: Vec<Cell<S>>,
}

impl<S: State> Running<S> {
    /// Cells added up; and why they cannot be, where each is a measure of its own.
    fn all(&self, cells: &mut dyn Iterator<Item = usize>) -> Result<(Cell<S>, Option<Undefined>)> {
        let mut all = Cell::new(self.rule.start());
        let mut mixed = None;
        for cell in cells {
            let Some(cell) = self.cells.get(cell).filter(|cell| !cell.is_empty()) else { continue };
            all.merge_sides(cell)?;
            if let Err(error) = all.state.merge(&cell.state) {
                mixed = Some(apart(error)?);
            }
        }
        Ok((all, mixed))
    }
}

/// Why figures of cells that cannot be added up are undefined.
fn apart(error: Error) -> Result<Undefined> {
    match error.code() {
        Code::MixedScales => Ok(Undefined::MixedScales),
        Code::MixedCurrencies => Ok(Undefined::MixedCurrencies),
        _ => Err(error),
    }
}

impl<S: State> Run for Running<S> {
    fn formula(&self, inputs: &Inputs<'_>) -> Result<Vec<Figure>> {
        self.rule.formula(inputs, self.level)
    }

    fn traits(&self) -> &'static Traits {
        self.traits
    }

    fn chosen(&self) -> Option<String> {
        self.rule.chosen().map(String::from)
    }

    fn asked(&self, read: ReadInfo) -> ReadInfo {
        self.rule.asked(read)
    }

    fn derived(&self) -> &'static [(Kind, &'static str)] {
        self.rule.derived()
    }

    fn touches(&self) -> Option<&Touches> {
        self.rule.touches()
    }

    fn bind(&mut self, words: &Dictionary) -> Result<()> {
        self.rule.bind(words)
    }

    fn grow(&mut self, cells: usize) {
        while self.cells.len() < cells {
            self.cells.push(Cell::new(self.rule.start()));
        }
    }

    fn update(&mut self, side: usize, work: &Work<'_>) -> Result<(), (u32, Error)> {
        #[cfg(not(target_family = "wasm"))]
        return self.rule.update(side, work, &mut self.cells);
        #[cfg(target_family = "wasm")]
        {
            let rule = &*self.rule;
            let part =
                |row: usize, context: &Context<'_>, state: &mut S| rule.part(side, work.columns, row, context, state);
            each(&part, rule.start(), side, work, &mut self.cells)
        }
    }

    fn is_empty(&self, cell: usize) -> bool {
        self.cells.get(cell).is_none_or(Cell::is_empty)
    }

    fn whole(&self, cells: &mut dyn Iterator<Item = usize>) -> Result<Option<Box<dyn Any>>> {
        if !self.traits.of_whole {
            return Ok(None);
        }
        match self.all(cells)? {
            (mut all, None) => self.rule.whole(&mut all.state),
            _ => Ok(None),
        }
    }

    fn combine(
        &self,
        cells: &mut dyn Iterator<Item = usize>,
        whole: Whole<'_>,
        window: (i64, i64),
    ) -> Result<Combined> {
        let (all, mixed) = self.all(cells)?;
        let [whole, total] = whole;
        let over = Over {
            window,
            whole: whole.and_then(|state| state.downcast_ref()),
            total: total.and_then(|state| state.downcast_ref()),
        };
        let figures = self.rule.finish(&all.state, self.level, &over)?;
        Ok(Combined::new(figures, mixed, all.left_out()))
    }

    fn cell(&self, cell: usize) -> Option<CellRef<'_>> {
        self.cells.get(cell).map(S::cell)
    }

    fn cell_mut(&mut self, cell: usize) -> Option<CellMut<'_>> {
        let empty = Cell::new(self.rule.start());
        self.cells.get_mut(cell).map(|cell| S::cell_mut(cell, empty))
    }

    fn anew(&self) -> Box<dyn Run> {
        running(self.rule.boxed(), self.traits, self.level)
    }
}

/// The entry of a KPI.
pub(crate) const fn entry<K: Kpi>() -> Entry {
    Entry {
        spec: const { &K::SPEC },
        place: 0,
        #[cfg(not(feature = "records"))]
        formula: |setting, inputs| K::new(setting)?.formula(inputs, setting.level),
        #[cfg(feature = "records")]
        counted: Counted {
            traits: const { &Traits::of::<K>() },
            ranking: K::RANKS,
            start: |setting| {
                K::new(setting).map(|kpi| running(Box::new(kpi), const { &Traits::of::<K>() }, setting.level))
            },
        },
    }
}

fn running<S: State>(rule: Box<dyn Rule<S>>, traits: &'static Traits, level: f64) -> Box<dyn Run> {
    Box::new(Running { rule, traits, level, cells: Vec::new() })
}

/// What a KPI without records says.
pub(crate) fn missing_records(spec: &Spec, kinds: &[Kind]) -> Error {
    let (mut names, mut of_a_log, mut of_work) = (Vec::new(), false, false);
    for kind in kinds {
        names.push(kind.plural());
        of_a_log |= matches!(kind, Kind::ResponseWait | Kind::Holding | Kind::StatusSpan | Kind::SlaTarget);
        of_work |= *kind == Kind::WorkSpan;
    }
    let how = if of_a_log {
        "give them, too, or `derive` them from events"
    } else if of_work {
        "give them, too, or agent_times with legs or contacts, of which a report over whole tables makes them"
    } else {
        "give them, too"
    };
    let names = either(names);
    let error = Error::new(Code::MissingRecords, alloc::format!("`{}` needs {names}; {how}", spec.id));
    match kinds {
        [only] => error.record(only.as_str()),
        _ => error,
    }
}
