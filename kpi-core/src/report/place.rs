//! Placement: in which cells a record counts, by its groups and by the instant that anchors it.

use alloc::string::String;
use alloc::vec::Vec;
use core::hash::BuildHasher;
use core::ops::Range;

use hashbrown::HashTable;

use crate::column::{Codes, Ints, Lists};
use crate::error::{Error, Result};
use crate::hash::{Builder, Rehash};
use crate::kpi::part::{AGENT, Place};
use crate::record::{Kind, Prepared};
use crate::report::batch::Batch;
use crate::sorted::sort;
use crate::words::NONE;

/// The group of all records: where there are no dimensions, and beside its own where a record can be in several.
pub(crate) const EVERYTHING: usize = 0;
/// The first group of the dimensions.
pub(crate) const FIRST: usize = 1;

/// The code of a dimension that a table does not have; one for each kind, above all codes of a dictionary.
pub(crate) fn absent(kind: Kind) -> u32 {
    u32::MAX.wrapping_sub(kind as u32)
}

/// The kind of record that does not have a dimension, where a code says so.
pub(crate) fn absent_kind(code: u32) -> Option<Kind> {
    Kind::ALL.iter().copied().find(|&kind| absent(kind) == code)
}

/// The groups that occurred, found by the codes of their dimensions.
#[derive(Clone, Debug)]
pub(crate) struct Groups {
    keys: Vec<Vec<u32>>,
    table: HashTable<u32>,
    hasher: Builder,
}

impl Groups {
    pub fn new() -> Self {
        Groups { keys: [Vec::new()].into(), table: HashTable::new(), hasher: Builder::default() }
    }

    pub fn len(&self) -> usize {
        self.keys.len()
    }

    /// The codes of a group.
    pub fn key(&self, group: usize) -> &[u32] {
        key(&self.keys, group)
    }

    /// The group of these codes.
    pub fn find(&mut self, codes: &[u32]) -> Result<u32> {
        let Groups { keys, table, hasher } = self;
        let hash = hasher.hash_one(codes);
        if let Some(&group) = table.find(hash, |&group| key(keys, group as usize) == codes) {
            return Ok(group);
        }
        let group = u32::try_from(keys.len()).map_err(|_| Error::overflow())?;
        keys.push(codes.to_vec());
        let rehash: Rehash<'_> = &|&group| hasher.hash_one(key(keys, group as usize));
        table.insert_unique(hash, group, rehash);
        Ok(group)
    }
}

fn key(keys: &[Vec<u32>], group: usize) -> &[u32] {
    keys.get(group).map(Vec::as_slice).unwrap_or_default()
}

/// A dimension's column in one batch.
#[derive(Clone, Copy)]
enum Dimension<'a> {
    One(Codes<'a>),
    /// The first of these that is known.
    Either(Codes<'a>, Codes<'a>),
    Many(Lists<'a>),
    Absent(u32),
}

impl Dimension<'_> {
    #[inline]
    fn at(&self, row: usize) -> u32 {
        match self {
            Dimension::One(column) => column.at(row),
            Dimension::Either(first, second) => match first.at(row) {
                NONE => second.at(row),
                code => code,
            },
            Dimension::Many(_) => NONE,
            Dimension::Absent(code) => *code,
        }
    }
}

/// The groups of every record of a batch.
pub(crate) enum RowGroups {
    /// All in one.
    Same(u32),
    /// One each.
    One(Vec<u32>),
    /// Several each, where a dimension is a list.
    Several { ends: Vec<usize>, groups: Vec<u32> },
}

impl RowGroups {
    /// Finds them. The dimension `agent` is the field `agent` of the records, where one is named, unless the caller has
    /// given a column of that name.
    pub fn new(
        batch: &Batch<'_>,
        by: &[String],
        agent: Option<&str>,
        groups: &mut Groups,
        overlap: bool,
    ) -> Result<Self> {
        if by.is_empty() {
            return Ok(RowGroups::Same(EVERYTHING as u32));
        }
        let dimension = |name: &String| match batch.field(name) {
            own if name == AGENT && agent.is_some() => {
                let own = if let Some(Prepared::Codes(own)) = own { own } else { Codes::default() };
                Dimension::Either(own, agent.map(|field| batch.codes(field)).unwrap_or_default())
            }
            Some(Prepared::Lists(lists)) => Dimension::Many(lists),
            Some(Prepared::Codes(codes)) => Dimension::One(codes),
            _ if batch.kind.field(name).is_some() => Dimension::One(Codes::default()),
            _ => Dimension::Absent(absent(batch.kind)),
        };
        let mut columns = Vec::new();
        for name in by {
            columns.push(dimension(name));
        }
        if overlap {
            return Self::several(batch.len, &columns, groups);
        }
        let mut found = Vec::with_capacity(batch.len);
        if let [Dimension::One(column)] = *columns {
            // One dimension: a table from code to group.
            let mut by_code: Vec<Option<u32>> = Vec::new();
            for row in 0..batch.len {
                let code = column.at(row);
                let at = code as usize;
                let group = match by_code.get(at).copied().flatten() {
                    Some(group) => group,
                    None => {
                        let group = groups.find(&[code])?;
                        by_code.resize(by_code.len().max(at.saturating_add(1)), None);
                        if let Some(known) = by_code.get_mut(at) {
                            *known = Some(group);
                        }
                        group
                    }
                };
                found.push(group);
            }
            return Ok(RowGroups::One(found));
        }
        let mut codes = alloc::vec![NONE; by.len()];
        let mut last = None;
        for row in 0..batch.len {
            let mut same = true;
            for (code, column) in codes.iter_mut().zip(&columns) {
                let next = column.at(row);
                same = same && next == *code;
                *code = next;
            }
            let group = match last {
                Some(group) if same => group,
                _ => groups.find(&codes)?,
            };
            last = Some(group);
            found.push(group);
        }
        Ok(RowGroups::One(found))
    }

    fn several(len: usize, columns: &[Dimension<'_>], groups: &mut Groups) -> Result<Self> {
        let (mut ends, mut found) = (Vec::with_capacity(len), Vec::new());
        for row in 0..len {
            let mut keys: Vec<Vec<u32>> = [Vec::new()].into();
            for column in columns {
                // The same tag twice on one record is one tag.
                let mut codes: Vec<u32> = match column {
                    Dimension::Many(lists) if !lists.at(row).is_empty() => lists.at(row).into(),
                    other => [other.at(row)].into(),
                };
                sort(&mut codes);
                codes.dedup();
                let mut longer = Vec::new();
                for key in &keys {
                    for &code in &codes {
                        let mut own = Vec::with_capacity(columns.len());
                        own.extend_from_slice(key);
                        own.push(code);
                        longer.push(own);
                    }
                }
                keys = longer;
            }
            found.push(EVERYTHING as u32);
            for key in keys {
                found.push(groups.find(&key)?);
            }
            ends.push(found.len());
        }
        Ok(RowGroups::Several { ends, groups: found })
    }

    #[inline]
    fn of(&self, row: usize, each: &mut impl FnMut(u32)) {
        match self {
            RowGroups::Same(group) => each(*group),
            RowGroups::One(groups) => {
                if let Some(&group) = groups.get(row) {
                    each(group);
                }
            }
            RowGroups::Several { ends, groups } => {
                let start = row.checked_sub(1).and_then(|before| ends.get(before).copied()).unwrap_or(0);
                let all = ends.get(row).and_then(|&end| groups.get(start..end)).unwrap_or_default();
                all.iter().for_each(|&group| each(group));
            }
        }
    }
}

/// The instants that anchor the records of one kind for one KPI.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Anchored {
    /// The first of these that is known.
    Instant(Vec<&'static str>),
    /// The same; what has none of them is in no bucket, and is counted beside.
    Ending(&'static [&'static str]),
    /// The earliest of these.
    Earliest(&'static [&'static str]),
    /// In every bucket from the first to the second.
    Balance(&'static str, &'static str),
    /// In every bucket from the instant to so long after it.
    Lasting(&'static str, i64),
    /// At the first, or spread from the second to the third.
    Period(&'static str, &'static str, &'static str),
}

impl Anchored {
    /// The fields, after a mark of what they are.
    pub fn fields(&self) -> Vec<&'static str> {
        let (mark, fields): (&str, &[&str]) = match self {
            Anchored::Instant(fields) => ("at", fields),
            Anchored::Ending(fields) => ("ending", fields),
            Anchored::Earliest(fields) => ("earliest", fields),
            Anchored::Balance(from, to) => ("balance", &[*from, *to]),
            Anchored::Lasting(at, _) => ("lasting", &[*at]),
            Anchored::Period(at, from, to) => ("period", &[*at, *from, *to]),
        };
        [&[mark], fields].concat()
    }
}

/// The buckets, and how they were asked for.
#[derive(Clone, Debug)]
pub(crate) struct Slots {
    /// The buckets and, last, the total.
    pub windows: Vec<(i64, i64)>,
    /// Whether there is a window outside which nothing counts.
    pub bounded: bool,
}

impl Slots {
    pub fn buckets(&self) -> &[(i64, i64)] {
        self.windows.split_last().map(|(_, buckets)| buckets).unwrap_or_default()
    }

    pub fn total(&self) -> usize {
        self.windows.len().saturating_sub(1)
    }

    fn whole(&self) -> (i64, i64) {
        self.windows.last().copied().unwrap_or((i64::MIN, i64::MAX))
    }

    /// The bucket of an instant inside the window.
    fn of(&self, at: i64, last: &mut usize) -> Option<usize> {
        let buckets = self.buckets();
        if buckets.is_empty() {
            return Some(self.total());
        }
        if buckets.get(*last).is_some_and(|&(from, to)| at >= from && at < to) {
            return Some(*last);
        }
        let found = buckets.partition_point(|&(from, _)| from <= at).checked_sub(1)?;
        *last = found;
        buckets.get(found).is_some_and(|&(_, to)| at < to).then_some(found)
    }
}

/// Where the records of a batch count for one anchor.
#[derive(Default)]
pub(crate) struct Placed {
    pub places: Vec<Place>,
    pub unplaced: Vec<Place>,
}

/// How records are anchored, for one batch.
pub(crate) struct Placer<'a> {
    pub slots: &'a Slots,
    pub anchored: &'a Anchored,
    /// Balances do not add up, so the total is counted by itself.
    pub direct_total: bool,
    pub limit: i64,
}

impl Placer<'_> {
    /// Places the rows of a range that are not skipped. What has no anchor is there from when it came to be.
    pub fn place(&self, batch: &Batch<'_>, groups: &RowGroups, skip: &[bool], rows: Range<usize>, out: &mut Placed) {
        out.places.clear();
        out.unplaced.clear();
        let births = raws(batch, batch.kind.begins());
        let born = |row: usize| births.iter().find_map(|column| column.at(row));
        let rows = rows.filter(|&row| !skip.get(row).copied().unwrap_or(false));
        match self.anchored {
            Anchored::Instant(fields) => {
                let columns = raws(batch, fields);
                let mut last = 0;
                for row in rows {
                    let at = columns.iter().find_map(|column| column.at(row));
                    self.instant(row, at, &born, groups, &mut last, out);
                }
            }
            Anchored::Ending(fields) | Anchored::Earliest(fields) => {
                let ending = matches!(self.anchored, Anchored::Ending(_));
                let mut columns = Vec::new();
                for field in *fields {
                    columns.push(batch.ints(field));
                }
                let mut last = 0;
                for row in rows {
                    let mut known = columns.iter().filter_map(|column| column.at(row));
                    let at = if ending { known.next() } else { known.min() };
                    // What has not ended is counted beside.
                    if at.is_some() || !ending {
                        self.instant(row, at, &born, groups, &mut last, out);
                    }
                }
            }
            Anchored::Balance(from, to) => {
                let (from, to) = (raw(batch, from), batch.ints(to));
                // A start that is not known lies before all that is.
                for row in rows {
                    let (first, last) = (from.at(row).unwrap_or(i64::MIN), to.at(row).unwrap_or(i64::MAX));
                    self.span(row, first, last, true, groups, out);
                }
            }
            Anchored::Lasting(at, long) => {
                let at = raw(batch, at);
                for row in rows {
                    if let Some(first) = at.at(row) {
                        self.span(row, first, first.saturating_add(*long), true, groups, out);
                    }
                }
            }
            Anchored::Period(at, from, to) => {
                let (at, from, to) = (raw(batch, at), raw(batch, from), raw(batch, to));
                let mut last = 0;
                for row in rows {
                    match (from.at(row), to.at(row)) {
                        (Some(first), Some(end)) => self.span(row, first, end, false, groups, out),
                        _ => self.instant(row, at.at(row), &born, groups, &mut last, out),
                    }
                }
            }
        }
    }

    fn cell(&self, row: usize, slot: usize, groups: &RowGroups, places: &mut Vec<Place>) {
        let width = self.slots.windows.len();
        groups.of(row, &mut |group| {
            let cell = (group as usize).wrapping_mul(width).wrapping_add(slot);
            places.push(Place { row: row as u32, cell: cell as u32 });
        });
    }

    #[inline]
    fn instant(
        &self,
        row: usize,
        at: Option<i64>,
        born: &impl Fn(usize) -> Option<i64>,
        groups: &RowGroups,
        last: &mut usize,
        out: &mut Placed,
    ) {
        let total = self.slots.total();
        let Some(at) = at else {
            if born(row).is_some_and(|born| born > self.limit) {
                return;
            }
            let list = if self.slots.bounded { &mut out.unplaced } else { &mut out.places };
            return self.cell(row, total, groups, list);
        };
        let (from, to) = self.slots.whole();
        // What happened after `as_of` has not happened; what lies outside the window is not asked for.
        if at > self.limit || (self.slots.bounded && (at < from || at >= to)) {
            return;
        }
        if let Some(slot) = self.slots.of(at, last) {
            self.cell(row, slot, groups, &mut out.places);
            if self.direct_total && slot != total {
                self.cell(row, total, groups, &mut out.places);
            }
        }
    }

    /// A record in every bucket that it meets from `first` to `last`. A balance counts up to and including the bucket
    /// at whose start it ends, because a balance at an instant is the state just before it.
    fn span(&self, row: usize, first: i64, last: i64, balance: bool, groups: &RowGroups, out: &mut Placed) {
        let meets = |&(from, to): &(i64, i64)| first < to && (last > from || (balance && last == from));
        if first > self.limit || !meets(&self.slots.whole()) {
            return;
        }
        let buckets = self.slots.buckets();
        let begin = buckets.partition_point(|&(_, to)| to <= first);
        for (slot, window) in buckets.iter().enumerate().skip(begin) {
            // In a bucket that begins after `as_of` nothing has happened yet, and no balance is known.
            if !meets(window) || (balance && window.0 > self.limit) {
                break;
            }
            self.cell(row, slot, groups, &mut out.places);
        }
        if buckets.is_empty() || self.direct_total {
            self.cell(row, self.slots.total(), groups, &mut out.places);
        }
    }
}

/// An anchor as it stands, whether `as_of` masks it or not.
fn raw<'a>(batch: &Batch<'a>, name: &str) -> Ints<'a> {
    Ints { limit: i64::MAX, ..batch.ints(name) }
}

/// Anchors as they stand.
fn raws<'a>(batch: &Batch<'a>, names: &[&str]) -> Vec<Ints<'a>> {
    let mut columns = Vec::new();
    for name in names {
        columns.push(raw(batch, name));
    }
    columns
}
