//! A series as a line of block letters.

use kpi_core::ReportRow;

use crate::scale;

/// The most buckets of a line; of more the last ones are shown.
pub const MOST: usize = 24;

const BLOCKS: [char; 8] = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];

/// One letter a bucket, a dot where there is no value.
pub fn line(buckets: &[&ReportRow]) -> String {
    let shown = buckets.get(buckets.len().saturating_sub(MOST)..).unwrap_or_default();
    let Some((low, high)) = scale::ends(shown.iter().map(|row| &row.value)) else { return "·".repeat(shown.len()) };
    shown.iter().map(|row| row.value.number.map_or('·', |number| block((number - low) / (high - low)))).collect()
}

/// What the line is called.
pub fn name(bucket: &str, buckets: usize) -> String {
    if buckets <= MOST { format!("by\u{a0}{bucket}") } else { format!("last\u{a0}{MOST}") }
}

/// A part of the largest, for a map of the week: a dot where there is nothing.
pub fn shade(part: f64) -> char {
    if part > 0.0 { block(part) } else { '·' }
}

fn block(part: f64) -> char {
    let top = BLOCKS.len() - 1;
    // In the middle where all values are zero.
    let place = if part.is_finite() { (part * top as f64).round().clamp(0.0, top as f64) as usize } else { top / 2 };
    BLOCKS.get(place).copied().unwrap_or('·')
}
