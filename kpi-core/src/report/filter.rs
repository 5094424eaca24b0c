//! Simple typed filters: which records of one kind a report looks at.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use crate::error::{Code, Error, Result};
use crate::record::{Kind, Type};
use crate::report::given::Given;
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

impl Filter {
    /// A filter as JSON has it.
    pub(crate) fn read(given: Given, zone: &Zone) -> Result<Self> {
        let mut given = given.map().unwrap_or_default();
        let mut named = |name: &str| given.remove(name).and_then(Given::text);
        let (Some(record), Some(name)) = (named("record"), named("field")) else {
            let text = "a filter is an object of a `record`, a `field` of it, and a test";
            return Err(Error::new(Code::BadRequest, text).field("filters"));
        };
        let record = Kind::named(&record).ok_or_else(|| {
            Error::new(Code::UnknownRecord, format!("there are no records `{record}`")).field("filters")
        })?;
        let at = |error: Error| error.record(record.as_str()).field(name.as_str());
        let of = record.field(&name).map_or(Type::Text, |known| known.of);
        let mut ends = (None, None);
        let mut tests = Vec::new();
        for (test, value) in given {
            let end = |value| number(of, value, zone).map(Some).map_err(at);
            tests.push(match (test.as_str(), value) {
                (_, Given::Null) => continue,
                ("any_of", words) => words.texts().map(Test::AnyOf),
                ("none_of", words) => words.texts().map(Test::NoneOf),
                ("is", Given::Flag(flag)) => Some(Test::Is(flag)),
                ("known", Given::Flag(flag)) => Some(Test::Known(flag)),
                ("at_least", value) => {
                    ends.0 = end(value)?;
                    continue;
                }
                ("below", value) => {
                    ends.1 = end(value)?;
                    continue;
                }
                _ => None,
            });
        }
        if ends != (None, None) {
            tests.push(Some(Test::Range(ends.0, ends.1)));
        }
        match (tests.pop(), tests.is_empty()) {
            (Some(Some(test)), true) => Filter::new(record, &name, test),
            _ => {
                let text = "a filter has exactly one test: any_of or none_of with a list of texts, at_least and below \
                            with numbers or instants, is or known with true or false";
                Err(at(Error::new(Code::BadRequest, text)))
            }
        }
    }
}

fn number(of: Type, value: Given, zone: &Zone) -> Result<i64> {
    let text = match value {
        Given::Text(text) => text,
        Given::Int(number) => number.to_string(),
        Given::Float(number) if number.is_finite() => number.to_string(),
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
