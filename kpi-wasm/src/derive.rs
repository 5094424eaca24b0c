//! What follows from a log of events, on its way out: columns as arrays of numbers, with what to know about them.

use alloc::boxed::Box;
use alloc::vec::Vec;

use kpi_core::derive::{DeriveRequest, Derived};
use kpi_core::{Bits, Column, Given, RawRequest, Result, Table};

use crate::parts::Answer;
use crate::wire::write;

/// A code that no dictionary has.
const NULL: u32 = u32::MAX;

/// What a column is, by its place here: numbers, flags, texts or lists of texts.
#[derive(Clone, Copy)]
enum Form {
    Numbers,
    Flags,
    Texts,
    Lists,
}

/// The log of events of which is derived what is asked.
pub(crate) fn derivation(given: Given) -> Result<Box<dyn Answer>> {
    Ok(Box::new(Log { request: DeriveRequest::try_from(RawRequest(given))?, derived: None }))
}

/// What is asked of a log, and then what follows from it.
struct Log {
    request: DeriveRequest,
    derived: Option<Derived>,
}

impl Answer for Log {
    /// Derives. By table it gives the kind, how many records there are, and by column the name, the form and the words;
    /// then the findings; then by kind how many records came in, and how many were skipped by code.
    fn call(&mut self, _: &Given, tables: &[Table<'_>]) -> Result<Vec<u8>> {
        about(self.derived.insert(kpi_core::derive::derive(&self.request, tables)?))
    }

    fn units(&self, table: usize) -> Vec<i64> {
        let mut units = Vec::new();
        if let Some(table) = self.tables().get(table) {
            for (_, column) in table.columns() {
                if let Column::Ints { values, .. } = column {
                    units.extend_from_slice(values);
                }
            }
        }
        units
    }

    fn codes(&self, table: usize) -> Vec<u32> {
        let mut codes = Vec::new();
        if let Some(table) = self.tables().get(table) {
            let len = table.len();
            for (_, column) in table.columns() {
                match column {
                    Column::Ints { valid, .. } => codes.extend((0..len).map(|row| u32::from(known(valid, row)))),
                    Column::Flags { values, valid, .. } => codes.extend((0..len).map(|row| match known(valid, row) {
                        true => u32::from(values.get(row)),
                        false => NULL,
                    })),
                    Column::Codes { codes: own, .. } => codes.extend_from_slice(own),
                    Column::Lists { ends, .. } => codes.extend(ends.iter().map(|&end| end as u32)),
                    _ => codes.extend((0..len).map(|_| NULL)),
                }
            }
        }
        codes
    }
}

impl Log {
    fn tables(&self) -> Vec<Table<'_>> {
        self.derived.as_ref().map(Derived::tables).unwrap_or_default()
    }
}

fn known(valid: &Option<Bits<'_>>, row: usize) -> bool {
    valid.is_none_or(|bits| bits.get(row))
}

fn about(derived: &Derived) -> Result<Vec<u8>> {
    let tables = derived.tables();
    let tables: Vec<_> = tables.iter().map(|table| (table.kind().as_str(), table.len(), columns(table))).collect();
    let findings: Vec<_> = derived.findings().collect();
    let inputs = derived.inputs.iter();
    let inputs: Vec<_> = inputs.map(|(kind, counted)| (kind.as_str(), counted.records, &counted.skipped)).collect();
    write(&(tables, findings, inputs))
}

/// By column the name, the form and the words.
fn columns<'a>(table: &'a Table<'_>) -> Vec<(&'a str, u8, &'a [&'a str])> {
    let one = |(name, column): (&'a str, &'a Column<'_>)| {
        let (form, words) = match column {
            Column::Ints { .. } => (Form::Numbers, &[][..]),
            Column::Flags { .. } => (Form::Flags, &[][..]),
            Column::Lists { words, .. } => (Form::Lists, &**words),
            Column::Codes { words, .. } => (Form::Texts, &**words),
            _ => (Form::Texts, &[][..]),
        };
        (name, form as u8, words)
    };
    table.columns().map(one).collect()
}
