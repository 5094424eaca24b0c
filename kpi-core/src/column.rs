//! Columns: values, validity bits with their bit offset, text as dictionary codes; and how KPIs read them.

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;

use crate::error::{Code, Error, Result};
use crate::words::NONE;

/// A bitmap that begins at any bit, as Arrow slices do.
#[derive(Clone, Copy, Debug)]
pub struct Bits<'a> {
    bytes: &'a [u8],
    offset: usize,
}

impl<'a> Bits<'a> {
    /// Bits of `bytes`, least significant first, from bit `offset` on.
    #[must_use]
    pub fn new(bytes: &'a [u8], offset: usize) -> Self {
        Bits { bytes, offset }
    }

    /// The bit at `i`; false beyond the end.
    #[inline]
    #[must_use]
    pub fn get(&self, i: usize) -> bool {
        let at = self.offset.wrapping_add(i);
        self.bytes.get(at >> 3).is_some_and(|byte| byte >> (at & 7) & 1 == 1)
    }

    fn covers(&self, len: usize) -> bool {
        self.offset.checked_add(len).is_some_and(|end| end.div_ceil(8) <= self.bytes.len())
    }
}

/// One value for a whole column.
#[derive(Clone, Debug, PartialEq)]
pub enum Constant {
    /// Instant or duration in µs, count, score in thousandths, amount in 10⁻⁹ units.
    Int(i64),
    /// A flag.
    Flag(bool),
    /// A text.
    Text(String),
}

/// A column of a [`Table`], borrowed from the caller.
#[derive(Clone, Debug)]
pub enum Column<'a> {
    /// Instants and durations (µs), counts, scores (thousandths), amounts (10⁻⁹ units).
    Ints {
        /// The values; what stands at a null does not matter.
        values: &'a [i64],
        /// Set bits are values, unset ones null; absent: no nulls.
        valid: Option<Bits<'a>>,
    },
    /// Flags as bits.
    Flags {
        /// How many there are.
        len: usize,
        /// The values.
        values: Bits<'a>,
        /// Set bits are values, unset ones null; absent: no nulls.
        valid: Option<Bits<'a>>,
    },
    /// Texts.
    Words(Vec<Option<&'a str>>),
    /// Texts as codes into a dictionary of their own; a code outside it is null.
    Codes {
        /// The codes.
        codes: Cow<'a, [u32]>,
        /// The dictionary.
        words: Vec<&'a str>,
    },
    /// Lists of texts: list `i` is `words[ends[i - 1]..ends[i]]`.
    Lists {
        /// Where each list ends.
        ends: Cow<'a, [usize]>,
        /// All lists, one after the other.
        words: Vec<&'a str>,
    },
    /// The same value in every row.
    Constant(Constant),
}

impl Column<'_> {
    /// Whether the column has `len` values.
    pub(crate) fn fits(&self, len: usize) -> bool {
        match self {
            Column::Ints { values, valid } => values.len() == len && valid.is_none_or(|bits| bits.covers(len)),
            Column::Flags { len: own, values, valid } => {
                *own == len && values.covers(len) && valid.is_none_or(|bits| bits.covers(len))
            }
            Column::Words(words) => words.len() == len,
            Column::Codes { codes, .. } => codes.len() == len,
            Column::Lists { ends, words } => {
                ends.len() == len && ends.is_sorted() && ends.last().is_none_or(|&last| last <= words.len())
            }
            Column::Constant(_) => true,
        }
    }
}

/// Records of one kind as columns. Columns are named as the fields; text columns of any other name are segments of
/// the caller's own.
#[derive(Clone, Debug)]
pub struct Table<'a> {
    pub(crate) kind: crate::record::Kind,
    pub(crate) len: usize,
    pub(crate) columns: Vec<(Cow<'a, str>, Column<'a>)>,
    /// The table was made of objects, where a field that none of them has is null, not forgotten.
    pub(crate) of_objects: bool,
    /// What could not be read.
    pub(crate) unread: Vec<Unread>,
    /// Whether the records of which something could not be read were dropped, and are counted as skipped.
    pub(crate) dropped: bool,
}

/// Values of one field that could not be read, for one reason.
#[derive(Clone, Debug)]
pub(crate) struct Unread {
    pub field: String,
    pub code: Code,
    /// The words for the first of them.
    pub text: String,
    /// The places of the records in the table as it was given; none where it is the column that cannot be read.
    pub rows: Vec<usize>,
    /// The first values, as far as they can be shown.
    pub values: Vec<Option<String>>,
}

impl Unread {
    /// What an error says, of no record yet.
    pub fn new(error: &Error) -> Self {
        Unread {
            field: error.field_name().unwrap_or_default().into(),
            code: error.code(),
            text: error.text().into(),
            rows: Vec::new(),
            values: Vec::new(),
        }
    }
}

impl<'a> Table<'a> {
    /// A table of `len` records without columns.
    #[must_use]
    pub fn new(kind: crate::record::Kind, len: usize) -> Self {
        Table { kind, len, columns: Vec::new(), of_objects: false, unread: Vec::new(), dropped: false }
    }

    /// The same table with one more column; a later one of the same name replaces the earlier.
    #[must_use]
    pub fn with(mut self, name: impl Into<Cow<'a, str>>, column: Column<'a>) -> Self {
        self.set(name, column);
        self
    }

    /// Sets a column; a later one of the same name replaces the earlier.
    pub fn set(&mut self, name: impl Into<Cow<'a, str>>, column: Column<'a>) {
        let name = name.into();
        self.columns.retain(|(other, _)| *other != name);
        self.columns.push((name, column));
    }

    /// Notes that a column cannot be read, with the column as the error's field: a report refuses the table with this
    /// error, and [`check`](crate::check()) lists it.
    pub fn refuse(&mut self, error: &Error) {
        self.unread.push(Unread::new(error));
    }

    /// Refuses what cannot be read, unless it was dropped; `before` is how many records of the kind came in earlier.
    pub(crate) fn readable(&self, before: u64) -> Result<()> {
        let Some(unread) = self.unread.iter().find(|unread| unread.rows.is_empty() || !self.dropped) else {
            return Ok(());
        };
        let error =
            Error::new(unread.code, unread.text.as_str()).record(self.kind.as_str()).field(unread.field.as_str());
        Err(match unread.rows.first() {
            Some(&row) => error.index(before.saturating_add(row as u64)),
            None => error,
        })
    }

    /// What the records are.
    #[must_use]
    pub fn kind(&self) -> crate::record::Kind {
        self.kind
    }

    /// How many records there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.len
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// Its columns with their names.
    pub fn columns(&self) -> impl Iterator<Item = (&str, &Column<'a>)> {
        self.columns.iter().map(|(name, column)| (&**name, column))
    }

    pub(crate) fn column(&self, name: &str) -> Option<&Column<'a>> {
        self.columns.iter().find(|(own, _)| own == name).map(|(_, column)| column)
    }
}

/// What a KPI reads of an integer field. A constant column has step 0; an absent one is empty and reads as null.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Ints<'a> {
    pub values: &'a [i64],
    pub valid: Option<Bits<'a>>,
    pub step: usize,
    /// Instants after it read as null (`as_of`).
    pub limit: i64,
}

impl Default for Ints<'_> {
    fn default() -> Self {
        Ints { values: &[], valid: None, step: 1, limit: i64::MAX }
    }
}

impl Ints<'_> {
    #[inline]
    pub fn at(&self, i: usize) -> Option<i64> {
        let value = *self.values.get(i.wrapping_mul(self.step))?;
        if self.valid.is_some_and(|bits| !bits.get(i)) || value > self.limit {
            return None;
        }
        Some(value)
    }
}

/// What a KPI reads of a flag field.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Flags<'a> {
    pub values: Bits<'a>,
    pub valid: Option<Bits<'a>>,
    pub len: usize,
    pub step: usize,
}

impl Default for Flags<'_> {
    fn default() -> Self {
        Flags { values: Bits::new(&[], 0), valid: None, len: 0, step: 1 }
    }
}

impl Flags<'_> {
    #[inline]
    pub fn at(&self, i: usize) -> Option<bool> {
        if i >= self.len || self.valid.is_some_and(|bits| !bits.get(i)) {
            return None;
        }
        Some(self.values.get(i.wrapping_mul(self.step)))
    }
}

/// What a KPI reads of a text field: codes of the report's dictionary, 0 for null.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Codes<'a> {
    pub codes: &'a [u32],
    pub step: usize,
}

impl Default for Codes<'_> {
    fn default() -> Self {
        Codes { codes: &[], step: 1 }
    }
}

impl Codes<'_> {
    #[inline]
    pub fn at(&self, i: usize) -> u32 {
        self.codes.get(i.wrapping_mul(self.step)).copied().unwrap_or(NONE)
    }
}

/// What grouping reads of a list field.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Lists<'a> {
    pub ends: &'a [usize],
    pub codes: &'a [u32],
}

impl<'a> Lists<'a> {
    pub fn at(&self, i: usize) -> &'a [u32] {
        let start = i.checked_sub(1).and_then(|j| self.ends.get(j).copied()).unwrap_or(0);
        self.ends.get(i).and_then(|&end| self.codes.get(start..end)).unwrap_or_default()
    }
}
