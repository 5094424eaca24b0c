//! Partial results: an accumulator as bytes, merged into and taken from another one of the same definition.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use crate::bytes::{Reader, Writer};
use crate::error::{Code, Error, Result};
use crate::record::Kind;
use crate::report::accumulator::Accumulator;
use crate::report::place::FIRST;

const MAGIC: &[u8] = b"KPIP";
const FORMAT: u32 = 1;

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
            out.u64(counted.without);
            out.u64(counted.records);
            out.len(counted.skipped.len());
            for (code, &n) in &counted.skipped {
                out.text(code);
                out.u64(n);
            }
        }
        out.len(self.segments.len());
        for (name, &n) in &self.segments {
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
        let mut groups: Vec<(Vec<Option<&str>>, usize)> = (0..self.groups.len())
            .filter(|&group| !empty(group))
            .map(|group| (self.groups.key(group).iter().map(|&code| self.words.get(code)).collect(), group))
            .collect();
        groups.sort();
        out.len(groups.len());
        for (key, group) in groups {
            // The two groups without a key are told apart by their number.
            out.u8(u8::from(key.is_empty()).wrapping_mul(group as u8));
            out.len(key.len());
            key.iter().for_each(|word| out.text(word.unwrap_or_default()));
            for slot in 0..width {
                let cell = group.wrapping_mul(width).wrapping_add(slot);
                for running in &self.running {
                    let full = !running.run.is_empty(cell);
                    out.u8(u8::from(full));
                    if full {
                        running.run.write(cell, &mut out, &self.words);
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
            let own = self.inputs.entry(kind).or_default();
            own.without = sum(own.without, input.u64()?, add)?;
            own.records = sum(own.records, input.u64()?, add)?;
            for _ in 0..input.len(16)? {
                let code = input.text()?;
                let n = own.skipped.entry(code).or_default();
                *n = sum(*n, input.u64()?, add)?;
            }
            own.skipped.retain(|_, n| *n > 0);
        }
        for _ in 0..input.len(16)? {
            let n = self.segments.entry(input.text()?).or_default();
            *n = sum(*n, input.u64()?, add)?;
        }
        self.segments.retain(|_, n| *n > 0);
        let width = self.slots.windows.len();
        for _ in 0..input.len(9)? {
            let mut group = usize::from(input.u8()?);
            let len = input.len(8)?;
            if len > 0 {
                if len != self.request.by.len() {
                    return input.bad();
                }
                let key = (0..len).map(|_| self.words.intern(&input.text()?)).collect::<Result<Vec<_>>>()?;
                group = self.groups.find(&key)? as usize;
            } else if group >= FIRST {
                return input.bad();
            }
            self.grow()?;
            for slot in 0..width {
                let cell = group.wrapping_mul(width).wrapping_add(slot);
                for running in &mut self.running {
                    if input.u8()? == 1 {
                        running.run.absorb(cell, &mut input, &mut self.words, add)?;
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
            "{:?} {:?} {} {} {:?} ",
            request.window,
            request.bucket,
            request.week_start,
            request.zone.fingerprint(),
            request.by
        ));
        request.filters.iter().for_each(|filter| text.push_str(&filter.canonical()));
        text
    }
}
