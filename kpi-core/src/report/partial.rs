//! Partial results: an accumulator as bytes, merged into and taken from another one of the same definition.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use core::slice;

use crate::bytes::{Reader, Writer};
use crate::error::{Code, Error, Result};
use crate::record::Kind;
use crate::report::accumulator::Accumulator;
use crate::report::filter::{named, or_dash};
use crate::report::place::{EVERYTHING, absent, absent_kind};
use crate::sorted::sort;
use crate::state::{Cell, CellMut, CellRef, Of, State};
use crate::words::Dictionary;

const MAGIC: &[u8] = b"KPIP";
const FORMAT: u32 = 3;

fn sum(a: u64, b: u64, add: bool) -> Result<u64> {
    let sum = if add { a.checked_add(b) } else { a.checked_sub(b) };
    sum.ok_or_else(|| Error::new(Code::NotContained, "the partial result to take away was never added to this one"))
}

impl Accumulator {
    /// Adds another one's records. Both must have been made for the same request.
    ///
    /// # Errors
    /// [`Code::DefinitionMismatch`], [`Code::Overflow`], and what mixing them shows, such as [`Code::MixedScales`].
    pub fn merge(&mut self, other: &Accumulator) -> Result<()> {
        other.alive()?;
        self.merge_bytes(&other.to_bytes())
    }

    /// Takes away another one's records, which were added before.
    ///
    /// # Errors
    /// [`Code::NotContained`]; then nothing has changed. [`Code::DefinitionMismatch`].
    pub fn unmerge(&mut self, other: &Accumulator) -> Result<()> {
        other.alive()?;
        self.absorb(&other.to_bytes(), false)
    }

    /// Adds the records of another one's bytes.
    ///
    /// # Errors
    /// As [`Accumulator::merge`], and [`Code::BadBytes`]; then nothing has changed.
    pub fn merge_bytes(&mut self, bytes: &[u8]) -> Result<()> {
        self.absorb(bytes, true)
    }

    /// The partial result as bytes: equal records give equal bytes.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut out = Writer::default();
        out.0.extend_from_slice(MAGIC);
        out.u32(FORMAT);
        out.text(&self.definition());
        out.len(self.inputs.len());
        for (kind, counted) in &self.inputs {
            out.text(kind.as_str());
            out.u64(counted.records);
            out.len(counted.skipped.len());
            for (code, &n) in &counted.skipped {
                out.text(code);
                out.u64(n);
            }
        }
        out.len(self.segments.len());
        for ((kind, name), &n) in &self.segments {
            out.text(kind.as_str());
            out.text(name);
            out.u64(n);
        }
        let width = self.slots.windows.len();
        let empty = |group: usize| {
            (0..width).all(|slot| {
                let cell = group.wrapping_mul(width).wrapping_add(slot);
                self.running.iter().all(|running| running.run.is_empty(cell))
            })
        };
        // A dimension is a word, null, or one that the records of a kind do not have.
        let named = |&code: &u32| (absent_kind(code), self.words.get(code));
        let full = (0..self.groups.len()).filter(|&group| !empty(group));
        let mut groups: Vec<(Vec<_>, usize)> =
            full.map(|group| (self.groups.key(group).iter().map(named).collect(), group)).collect();
        sort(&mut groups);
        out.len(groups.len());
        for (key, group) in groups {
            out.len(key.len());
            for (kind, word) in key {
                out.text(kind.map(Kind::as_str).unwrap_or_default());
                out.text(word.unwrap_or_default());
            }
            for slot in 0..width {
                let cell = group.wrapping_mul(width).wrapping_add(slot);
                for running in &self.running {
                    let full = !running.run.is_empty(cell);
                    out.u8(u8::from(full));
                    if full && let Some(cell) = running.run.cell(cell) {
                        write(cell, &mut out, &self.words);
                    }
                }
            }
        }
        out.0
    }

    fn absorb(&mut self, bytes: &[u8], add: bool) -> Result<()> {
        self.alive()?;
        if add {
            // Read once into an empty one: after that only mixing can fail, and that ends this accumulator.
            Accumulator::new(&self.request)?.absorb_into(bytes, true)?;
            let result = self.absorb_into(bytes, true);
            self.failed = result.clone().err();
            return result;
        }
        let mut next = self.clone();
        next.absorb_into(bytes, false)?;
        *self = next;
        Ok(())
    }

    fn absorb_into(&mut self, bytes: &[u8], add: bool) -> Result<()> {
        let mut input = Reader(
            bytes
                .strip_prefix(MAGIC)
                .ok_or_else(|| Error::new(Code::BadBytes, "the bytes are not a partial result of this library"))?,
        );
        let format = input.u32()?;
        if format != FORMAT {
            let text = format!("the partial result has format {format}, this version reads {FORMAT}; make it again");
            return Err(Error::new(Code::BadBytes, text));
        }
        if input.text()? != self.definition() {
            let text =
                "the partial results were made for different KPIs, parameters, windows, zones, groups or filters";
            return Err(Error::new(Code::DefinitionMismatch, text));
        }
        for _ in 0..input.len(24)? {
            let name = input.text()?;
            let Some(kind) = Kind::named(&name) else { return input.bad() };
            let own = self.inputs.entry(kind);
            own.records = sum(own.records, input.u64()?, add)?;
            for _ in 0..input.len(16)? {
                let code = input.text()?;
                let n = own.skipped.entry(code);
                *n = sum(*n, input.u64()?, add)?;
            }
            own.skipped.retain(|_, n| *n > 0);
        }
        for _ in 0..input.len(24)? {
            let Some(kind) = Kind::named(&input.text()?) else { return input.bad() };
            let n = self.segments.entry((kind, input.text()?));
            *n = sum(*n, input.u64()?, add)?;
        }
        self.segments.retain(|_, n| *n > 0);
        let width = self.slots.windows.len();
        for _ in 0..input.len(8)? {
            let mut group = EVERYTHING;
            let len = input.len(16)?;
            if len > 0 {
                if len != self.request.by.len() {
                    return input.bad();
                }
                let mut key = Vec::with_capacity(len);
                for _ in 0..len {
                    let (kind, word) = (input.text()?, input.text()?);
                    key.push(match Kind::named(&kind) {
                        Some(kind) => absent(kind),
                        None if kind.is_empty() => self.words.intern(&word)?,
                        None => return input.bad(),
                    });
                }
                group = self.groups.find(&key)? as usize;
            }
            self.grow()?;
            for slot in 0..width {
                let cell = group.wrapping_mul(width).wrapping_add(slot);
                for running in &mut self.running {
                    if input.u8()? == 1 {
                        let cell = running.run.cell_mut(cell).ok_or_else(Error::overflow)?;
                        absorb(cell, &mut input, &mut self.words, add).map_err(|error| {
                            match running.run.traits().of_scale() {
                                Some(kind) if error.code() == Code::MixedScales => error.record(kind.as_str()),
                                _ => error,
                            }
                        })?;
                    }
                }
            }
        }
        input.end()
    }

    /// What the cells depend on: partial results merge only where it is the same.
    fn definition(&self) -> String {
        let mut text = String::new();
        for running in &self.running {
            text.push_str(&running.hash);
            text.push(' ');
        }
        let request = &self.request;
        text.push_str(&format!(
            "{} {} {} {} {} {} ",
            or_dash(request.window.map(|(from, _)| from)),
            or_dash(request.window.map(|(_, to)| to)),
            request.bucket.map_or("", |bucket| bucket.as_str()),
            request.week_start.as_str(),
            request.zone.fingerprint(),
            named(&request.by)
        ));
        request.filters.iter().for_each(|filter| text.push_str(&filter.canonical()));
        for map in &request.words {
            text.push_str(&format!("{}.{} ", map.record.as_str(), named(slice::from_ref(&map.field))));
            for (from, to) in &map.words {
                text.push_str(&named(&[from.clone(), to.clone()]));
            }
        }
        text
    }
}

fn write(cell: CellRef<'_>, out: &mut Writer, words: &Dictionary) {
    match cell {
        Of::Sums(cell) => cell.write(out, words),
        Of::Spread(cell) => cell.write(out, words),
        Of::Ratings(cell) => cell.write(out, words),
        Of::Customers(cell) => cell.write(out, words),
    }
}

fn absorb(cell: CellMut<'_>, input: &mut Reader<'_>, words: &mut Dictionary, add: bool) -> Result<()> {
    match cell {
        Of::Sums((cell, read)) => absorb_one(cell, read, input, words, add),
        Of::Spread((cell, read)) => absorb_one(cell, read, input, words, add),
        Of::Ratings((cell, read)) => absorb_one(cell, read, input, words, add),
        Of::Customers((cell, read)) => absorb_one(cell, read, input, words, add),
    }
}

/// Reads a cell and adds it to, or takes it from, another.
fn absorb_one<S: State>(
    cell: &mut Cell<S>,
    mut read: Cell<S>,
    input: &mut Reader<'_>,
    words: &mut Dictionary,
    add: bool,
) -> Result<()> {
    read.read(input, words)?;
    if add { cell.merge(&read) } else { cell.unmerge(&read) }
}
