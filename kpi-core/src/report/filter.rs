//! Simple typed filters: which records of one kind a report looks at.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use serde::Deserialize;

use crate::error::{Code, Error, Result};
use crate::kpi::parameters::Parameter;
use crate::record::{Kind, Type};
use crate::time::{Zone, parse_instant};

/// What a field must be.
#[derive(Clone, Debug, PartialEq)]
pub enum Test {
    /// Text: one of these.
    AnyOf(Vec<String>),
    /// Text: known, and none of these.
    NoneOf(Vec<String>),
    /// Instants and numbers in their integer units: at least the first, less than the second.
    Range(Option<i64>, Option<i64>),
    /// Flags: known and this.
    Is(bool),
    /// Known, or not.
    Known(bool),
}

/// A test of one field of one kind of record.
#[derive(Clone, Debug, PartialEq)]
pub struct Filter {
    pub(crate) record: Kind,
    pub(crate) field: String,
    pub(crate) test: Test,
}

impl Filter {
    /// A filter.
    ///
    /// # Errors
    /// [`Code::WrongType`] where the field's type has no such test.
    pub fn new(record: Kind, field: &str, test: Test) -> Result<Self> {
        let of = record.field(field).map_or(Type::Text, |known| known.of);
        let fits = match (&test, of) {
            (Test::Known(_), _) => true,
            (Test::AnyOf(_) | Test::NoneOf(_), Type::Text | Type::Tags) => true,
            (Test::Is(_), Type::Flag) => true,
            (Test::Range(..), of) => !matches!(of, Type::Text | Type::Tags | Type::Flag),
            _ => false,
        };
        if fits {
            return Ok(Filter { record, field: field.into(), test });
        }
        let text = format!(
            "a {} takes {}, or `known`",
            of.as_str(),
            match of {
                Type::Text | Type::Tags => "`any_of` or `none_of`",
                Type::Flag => "`is`",
                _ => "`at_least` and `below`",
            }
        );
        Err(Error::new(Code::WrongType, text).record(record.as_str()).field(field))
    }

    /// A canonical text, for the definition's hash.
    pub(crate) fn canonical(&self) -> String {
        format!("{}.{}:{:?};", self.record, self.field, self.test)
    }
}

/// A filter as JSON has it.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RawFilter {
    record: String,
    field: String,
    #[serde(default)]
    any_of: Option<Vec<String>>,
    #[serde(default)]
    none_of: Option<Vec<String>>,
    #[serde(default)]
    at_least: Option<Parameter>,
    #[serde(default)]
    below: Option<Parameter>,
    #[serde(default)]
    is: Option<bool>,
    #[serde(default)]
    known: Option<bool>,
}

impl RawFilter {
    pub fn typed(self, zone: &Zone) -> Result<Filter> {
        let record = Kind::named(&self.record).ok_or_else(|| {
            Error::new(Code::UnknownRecord, format!("there are no records `{}`", self.record)).field("filters")
        })?;
        let of = record.field(&self.field).map_or(Type::Text, |known| known.of);
        let end = |value: Option<Parameter>| value.map(|value| number(of, &value, zone)).transpose();
        let mut tests = Vec::new();
        tests.extend(self.any_of.map(Test::AnyOf));
        tests.extend(self.none_of.map(Test::NoneOf));
        tests.extend(self.is.map(Test::Is));
        tests.extend(self.known.map(Test::Known));
        let at = |error: Error| error.record(record.as_str()).field(self.field.as_str());
        if self.at_least.is_some() || self.below.is_some() {
            tests.push(Test::Range(end(self.at_least).map_err(at)?, end(self.below).map_err(at)?));
        }
        match (tests.pop(), tests.is_empty()) {
            (Some(test), true) => Filter::new(record, &self.field, test),
            _ => {
                let text = "a filter has exactly one test: any_of, none_of, at_least and below, is, or known";
                Err(Error::new(Code::BadRequest, text).record(record.as_str()).field(self.field))
            }
        }
    }
}

fn number(of: Type, value: &Parameter, zone: &Zone) -> Result<i64> {
    let text = match value {
        Parameter::Text(text) => text.clone(),
        Parameter::Int(number) => number.to_string(),
        Parameter::Float(number) if number.is_finite() => number.to_string(),
        _ => return Err(Error::new(Code::WrongType, crate::record::expected(of))),
    };
    match of {
        Type::Instant => parse_instant(&text, zone),
        Type::Score => crate::exact::scaled(&text, 3),
        Type::Duration => crate::exact::scaled(&text, 6),
        Type::Amount => crate::exact::scaled(&text, 9),
        _ => crate::exact::scaled(&text, 0),
    }
}
