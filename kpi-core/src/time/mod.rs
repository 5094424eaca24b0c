//! Time: zones as data, buckets of a window, instants as text, business calendars.
//!
//! Every instant is an `i64` of microseconds since 1970-01-01T00:00:00Z. A local time is such a number too: the
//! microseconds from 1970-01-01T00:00:00 on the wall clock of a zone.

mod bucket;
mod calendar;
mod date;
mod text;
mod zone;

pub(crate) use bucket::month_before;
pub use bucket::{Bucket, MAX_SLOTS, Slot, WeekStart, extent, slot_of, slots};
pub use calendar::{Calendar, Hours, Schedule, deadline_along, elapsed_along};
pub(crate) use text::instant;
pub use text::{format_instant, parse_instant, parse_rfc3339};
pub use zone::Zone;

/// 0000-01-01T00:00:00Z: the first instant that can be written as RFC 3339.
const FIRST: i64 = -62_167_219_200_000_000;
/// 10000-01-01T00:00:00Z: the first instant after those.
const END: i64 = 253_402_300_800_000_000;
