//! The one error: a stable code, where it happened, and what to do.

use alloc::boxed::Box;
use alloc::string::{String, ToString};
use core::fmt;

/// The result of everything here that can fail.
pub type Result<T, E = Error> = core::result::Result<T, E>;

macro_rules! codes {
    ($($(#[doc = $doc:literal])* $name:ident = $text:literal,)*) => {
        /// What went wrong. The text of [`Code::as_str`] is stable and the same in Rust, Python and JavaScript.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[non_exhaustive]
        pub enum Code { $($(#[doc = $doc])* $name,)* }

        impl Code {
            /// Every code, in the order of the documentation.
            pub const ALL: &'static [Code] = &[$(Code::$name,)*];

            /// The stable text, for example `out_of_scale`.
            #[must_use]
            #[inline(never)] // The browser module would have the texts twice.
            pub const fn as_str(self) -> &'static str { match self { $(Code::$name => $text,)* } }

            /// What it says, in a sentence.
            #[must_use]
            pub const fn doc(self) -> &'static str { match self { $(Code::$name => concat!($($doc),*).trim_ascii(),)* } }
        }
    };
}

codes! {
    /// A required field is null, or its column is absent.
    MissingField = "missing_field",
    /// A column that no record of this kind has.
    UnknownField = "unknown_field",
    /// A value or a column is of another type than the field.
    WrongType = "wrong_type",
    /// The columns of one table are not equally long.
    LengthMismatch = "length_mismatch",
    /// The same id twice in one input.
    DuplicateId = "duplicate_id",
    /// A duration, a count or an amount that must not be negative is.
    Negative = "negative",
    /// An instant that must not come before another one does.
    WrongOrder = "wrong_order",
    /// The first response is before the start of its clock.
    ResponseBeforeCreation = "response_before_creation",
    /// A score outside its declared scale.
    OutOfScale = "out_of_scale",
    /// A scale whose ends are the wrong way round, or that the KPI does not allow.
    BadScale = "bad_scale",
    /// Answers on different scales in one measure.
    MixedScales = "mixed_scales",
    /// Amounts in different currencies in one measure, and no rates.
    MixedCurrencies = "mixed_currencies",
    /// A currency that is not three capital letters.
    UnknownCurrency = "unknown_currency",
    /// More decimal places than the type keeps.
    TooFine = "too_fine",
    /// Not a number, or infinite.
    NotANumber = "not_a_number",
    /// A number that is too large to be counted exactly.
    Overflow = "overflow",
    /// A word that is not one of the allowed ones.
    UnknownWord = "unknown_word",
    /// No account has this id, although accounts were given.
    UnknownAccount = "unknown_account",
    /// No record has the id that a field names, although such records were given.
    UnknownLink = "unknown_link",
    /// No KPI has this id.
    UnknownKpi = "unknown_kpi",
    /// The KPI has no variant of this name.
    UnknownVariant = "unknown_variant",
    /// A page loaded the light module alone and this needs the rest, or the rest did not come; in JavaScript alone.
    NotLoaded = "not_loaded",
    /// The KPI has no parameter of this name.
    UnknownParameter = "unknown_parameter",
    /// A parameter's value is not allowed.
    BadParameter = "bad_parameter",
    /// The formula lacks one of its inputs.
    MissingInput = "missing_input",
    /// The formula has no input of this name.
    UnknownInput = "unknown_input",
    /// A formula's input is not allowed.
    BadInput = "bad_input",
    /// So few agents cannot carry the load.
    Overloaded = "overloaded",
    /// Acquired, end and start cannot belong to one group of customers.
    CohortMismatch = "cohort_mismatch",
    /// The KPI needs records of a kind that was not given.
    MissingRecords = "missing_records",
    /// No such kind of record.
    UnknownRecord = "unknown_record",
    /// The request cannot be read.
    BadRequest = "bad_request",
    /// Balances and buckets need a window.
    WindowRequired = "window_required",
    /// The window's end is not after its start, or it has too many buckets.
    BadWindow = "bad_window",
    /// Open clocks need the instant at which they are read.
    AsOfRequired = "as_of_required",
    /// A count without instants cannot be asked as of an instant.
    AsOfCounts = "as_of_counts",
    /// An instant that cannot be read.
    BadInstant = "bad_instant",
    /// A time zone that is not known, or a table that is not in order.
    BadZone = "bad_zone",
    /// A business calendar that cannot be read.
    BadCalendar = "bad_calendar",
    /// A business calendar that is never open, or not open so long.
    NoHours = "no_hours",
    /// Business time needs a calendar.
    CalendarRequired = "calendar_required",
    /// A service-level policy that cannot be read.
    BadPolicy = "bad_policy",
    /// A grouping dimension that no record has, or that is not text.
    UnknownDimension = "unknown_dimension",
    /// Bytes that are not a partial result of this format.
    BadBytes = "bad_bytes",
    /// Partial results of different definitions.
    DefinitionMismatch = "definition_mismatch",
    /// Taking away what was never added.
    NotContained = "not_contained",
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// What went wrong, where, and what to do about it.
///
/// ```
/// use kpi_core::{Code, formula};
/// let error = formula::retention_rate(10, 5, 6).unwrap_err();
/// assert_eq!(error.code(), Code::CohortMismatch);
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct Error(Box<Inner>);

#[derive(Clone, PartialEq, Eq)]
struct Inner {
    code: Code,
    text: String,
    record: Option<String>,
    index: Option<u64>,
    field: Option<String>,
}

impl Error {
    /// An error that belongs to no record.
    pub fn new(code: Code, text: impl Into<String>) -> Self {
        Error(Box::new(Inner { code, text: text.into(), record: None, index: None, field: None }))
    }

    /// The same error at a field (or a parameter, an input).
    #[must_use]
    pub fn field(mut self, field: impl Into<String>) -> Self {
        self.0.field = Some(field.into());
        self
    }

    /// The same error at a kind of record.
    #[must_use]
    pub fn record(mut self, record: impl Into<String>) -> Self {
        self.0.record = Some(record.into());
        self
    }

    /// The same error at the record with this index, counted from 0 within its kind.
    #[must_use]
    pub fn index(mut self, index: u64) -> Self {
        self.0.index = Some(index);
        self
    }

    /// A sum or a quotient that does not fit.
    pub(crate) fn overflow() -> Self {
        Error::new(Code::Overflow, "a number is too large to be counted exactly; use a larger unit or split the input")
    }

    /// The stable code.
    #[must_use]
    pub fn code(&self) -> Code {
        self.0.code
    }

    /// What was wrong and what to do, without the place.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.0.text
    }

    /// The kind of record, where there is one.
    #[must_use]
    pub fn record_kind(&self) -> Option<&str> {
        self.0.record.as_deref()
    }

    /// The record's index within its kind, counted from 0.
    #[must_use]
    pub fn record_index(&self) -> Option<u64> {
        self.0.index
    }

    /// The field, parameter or input.
    #[must_use]
    pub fn field_name(&self) -> Option<&str> {
        self.0.field.as_deref()
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let i = &*self.0;
        if let Some(record) = &i.record {
            write!(f, "{record}")?;
            if let Some(index) = i.index {
                write!(f, " {index}")?;
            }
            f.write_str(", ")?;
        }
        if let Some(field) = &i.field {
            write!(f, "field `{field}`: ")?;
        }
        write!(f, "{} [{}]", i.text, i.code)
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.to_string())
    }
}

impl core::error::Error for Error {}
