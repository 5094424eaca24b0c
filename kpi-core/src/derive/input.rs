//! The tables on their way in: what is wrong with them, and what tables of tickets say.

use alloc::string::String;
use alloc::vec::Vec;

use super::log::Tickets;
use super::request::DeriveRequest;
use super::story::Given;
use super::table::{Carried, Place, WordLists, is_derived, is_replaced};
use crate::column::{Codes, Ints, Table};
use crate::error::{Code, Result};
use crate::record::{Kind, Type};
use crate::report::batch::{self, BadRows, Batch, CodedTable, Wanted};
use crate::report::{BadRecords, Counted};
use crate::sorted::{Sorted, sort};
use crate::words::{Dictionary, NONE};

/// Whether a column of a table is read at all.
fn is_read(kind: Kind, name: &str) -> bool {
    match kind {
        Kind::Ticket => !is_replaced(name),
        _ => kind.field(name).is_some(),
    }
}

/// Turns the texts of a table into codes.
pub(crate) fn code(request: &DeriveRequest, table: &Table<'_>, words: &mut Dictionary) -> Result<CodedTable> {
    let text = |name: &str| table.kind.field(name).is_none_or(|field| matches!(field.of, Type::Text | Type::Tags));
    let read = table.columns().map(|(name, _)| name).filter(|name| is_read(table.kind, name) && text(name));
    let values: Vec<String> = read.map(String::from).collect();
    let wanted = Wanted { values: &values, presence: &[], mapped: &request.base.words };
    batch::code(table, &[], &wanted, i64::MAX, words)
}

/// Types the columns of a table.
pub(crate) fn typed<'a>(table: &'a Table<'a>, coded: &'a CodedTable) -> Result<Batch<'a>> {
    Batch::new(table, &[], coded, i64::MAX, &|name| !is_read(table.kind, name), &mut Err)
}

/// Finds what is wrong with a table, and more of it by `find`: refuses the first, or says which records are skipped.
pub(crate) fn good(
    batch: &Batch<'_>,
    table: &Table<'_>,
    request: &DeriveRequest,
    inputs: &mut Sorted<Kind, Counted>,
    find: impl FnOnce(&mut BadRows<'_, '_>) -> Result<()>,
) -> Result<Vec<bool>> {
    let counted = inputs.entry(table.kind);
    table.readable(counted.records)?;
    let refuse = request.base.bad_records == BadRecords::Refuse;
    let mut rows = BadRows::new(refuse, batch, counted.records);
    batch.check(&request.base.words, &mut |row, flaw| {
        // When a ticket was created, the log may say.
        if flaw.field != "created_at" {
            rows.bad(row, flaw.field, flaw.code, flaw.text);
        }
    });
    find(&mut rows)?;
    counted.add(table);
    rows.done(counted)
}

/// The tables of tickets.
#[derive(Default)]
pub(crate) struct GivenTickets<'a> {
    batches: Vec<Batch<'a>>,
    /// By table: what the log may leave open.
    read: Vec<(Ints<'a>, Codes<'a>, Codes<'a>)>,
    /// By ticket: where it stands.
    places: Vec<Option<Place>>,
}

impl<'a> GivenTickets<'a> {
    /// Adds a table, and its tickets to all.
    pub fn add(
        &mut self,
        batch: Batch<'a>,
        table: &Table<'_>,
        request: &DeriveRequest,
        tickets: &mut Tickets,
        inputs: &mut Sorted<Kind, Counted>,
    ) -> Result<()> {
        let of_table = self.batches.len() as u32;
        let ids = batch.codes("id");
        let len = batch.len;
        good(&batch, table, request, inputs, |rows| {
            for row in 0..len {
                let id = ids.at(row);
                if id == NONE || rows.skips(row) {
                    continue;
                }
                if tickets.place(id)?.1 {
                    self.places.push(Some(Place { table: of_table, row: row as u32 }));
                } else {
                    rows.bad(row, "id", Code::DuplicateId, "the id is there twice; remove one");
                }
            }
            Ok(())
        })?;
        self.read.push((batch.ints("created_at"), batch.codes("opened_by"), batch.codes("priority")));
        self.batches.push(batch);
        Ok(())
    }

    /// What is said of a ticket.
    pub fn given(&self, ticket: usize) -> Given {
        let place = self.places.get(ticket).copied().flatten();
        let found = place.and_then(|place| Some((self.read.get(place.table as usize)?, place.row as usize)));
        found.map_or_else(Given::default, |((created_at, opened_by, priority), row)| Given {
            created_at: created_at.at(row),
            opened_by: opened_by.at(row),
            priority: priority.at(row),
        })
    }

    /// Every column that is passed on, for so many tickets.
    pub fn carried(&mut self, tickets: usize, lists: &mut WordLists) -> Vec<Carried> {
        self.places.resize(tickets, None);
        let all = self.batches.iter().flat_map(Batch::names);
        let mut names: Vec<&str> = all.filter(|name| *name != "id" && !is_derived(name)).collect();
        sort(&mut names);
        names.dedup();
        let column = |name: &&str| {
            let columns: Vec<_> = self.batches.iter().map(|batch| batch.field(name)).collect();
            Carried::new(name, &columns, &self.places, lists)
        };
        names.iter().filter_map(column).collect()
    }
}
