//! Whether any id is there twice: the quick look that nearly always ends the search.

use alloc::vec::Vec;
use core::hash::{BuildHasher, Hasher};

use crate::column::Table;
use crate::hash::Builder;
use crate::record::Kind;
use crate::report::batch;

/// Whether no id of a kind is there twice. `false` is rarely wrong, and only costs a closer look;
/// `true` is never wrong, because equal ids have equal fingerprints.
pub(crate) fn are_unique(kind: Kind, tables: &[Table<'_>]) -> bool {
    let mut records = 0usize;
    for table in tables.iter().filter(|table| table.kind == kind) {
        records = records.saturating_add(table.len);
    }
    let Some(size) = records.checked_mul(2).and_then(usize::checked_next_power_of_two) else { return false };
    let mask = size.wrapping_sub(1);
    // Open addressing: a fingerprint of 32 bits in the first free place from where the other bits point; 0 is free.
    let mut places: Vec<u32> = alloc::vec![0; size];
    let hasher = Builder::default();
    for table in tables.iter().filter(|table| table.kind == kind) {
        let Some(ids) = batch::ids(table) else { continue };
        for row in 0..table.len {
            let Some(id) = ids.get(row) else { continue };
            let mut state = hasher.build_hasher();
            state.write(id.id.as_bytes());
            if let Some(kind) = id.kind {
                state.write_u8(0);
                state.write(kind.as_bytes());
            }
            let hash = state.finish();
            let print = (hash >> 32) as u32 | 1;
            let mut at = hash as usize & mask;
            loop {
                let Some(place) = places.get_mut(at) else { return false };
                match *place {
                    0 => {
                        *place = print;
                        break;
                    }
                    own if own == print => return false,
                    _ => at = at.wrapping_add(1) & mask,
                }
            }
        }
    }
    true
}
