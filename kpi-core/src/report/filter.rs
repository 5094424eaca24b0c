//! Simple typed filters: which records of one kind a report looks at.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::slice;

use crate::error::{Code, Error, Result};
use crate::given::Given;
use crate::parts::there;
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

/// Texts as one, each with its length, so that others never give the same.
pub(crate) fn named(texts: &[String]) -> String {
    texts.iter().map(|text| format!("{}:{text},", text.len())).collect()
}

/// An end of a range as text.
pub(crate) fn or_dash(end: Option<i64>) -> String {
    end.map_or_else(|| "-".into(), |end| end.to_string())
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
        let test = match &self.test {
            Test::AnyOf(texts) => format!("any of {}", named(texts)),
            Test::NoneOf(texts) => format!("none of {}", named(texts)),
            Test::Range(low, high) => format!("from {} to {}", or_dash(*low), or_dash(*high)),
            Test::Is(flag) => format!("is {flag}"),
            Test::Known(known) => format!("known {known}"),
        };
        format!("{}.{} {test};", self.record.as_str(), named(slice::from_ref(&self.field)))
    }
}

impl Filter {
    /// Reads a filter. An error names the field that is tested, where that is known.
    pub(crate) fn read(given: &Given, zone: &Zone) -> Result<Filter> {
        let map = given.by_word()?;
        let (Some(Given::Text(kind)), Some(Given::Text(name))) = (map.get("record"), map.get("field")) else {
            let text = "a filter is an object of a `record`, a `field` of it, and a test";
            return Err(Error::new(Code::BadRequest, text));
        };
        let record = Kind::named(kind)
            .ok_or_else(|| Error::new(Code::UnknownRecord, format!("there are no records `{kind}`")))?;
        there(record)?;
        let of = record.field(name).map_or(Type::Text, |known| known.of);
        Test::read(given, of, zone)
            .and_then(|test| Filter::new(record, name, test))
            .map_err(|error| error.record(record.as_str()).field(name.as_str()))
    }
}

impl Test {
    /// The test of a filter of a field of this type.
    fn read(given: &Given, of: Type, zone: &Zone) -> Result<Self> {
        given.fields(&["record", "field", "any_of", "none_of", "at_least", "below", "is", "known"])?;
        let (mut test, mut several) = (None, false);
        let (mut low, mut high) = (None, None);
        for (name, value) in given.by_word()? {
            let one = match (name.as_str(), value) {
                (_, Given::Null) => continue,
                ("any_of", texts) => Test::AnyOf(texts.texts()?),
                ("none_of", texts) => Test::NoneOf(texts.texts()?),
                ("is", flag) => Test::Is(flag.flag()?),
                ("known", flag) => Test::Known(flag.flag()?),
                ("at_least", end) => {
                    low = Some(number(of, end, zone)?);
                    continue;
                }
                ("below", end) => {
                    high = Some(number(of, end, zone)?);
                    continue;
                }
                _ => continue,
            };
            several |= test.replace(one).is_some();
        }
        if low.is_some() || high.is_some() {
            several |= test.replace(Test::Range(low, high)).is_some();
        }
        test.filter(|_| !several).ok_or_else(|| {
            let text = "a filter has exactly one test: any_of, none_of, at_least and below, is, or known";
            Error::new(Code::BadRequest, text)
        })
    }
}

fn number(of: Type, value: &Given, zone: &Zone) -> Result<i64> {
    let places = match (of, value) {
        (Type::Instant, Given::Text(text)) => return parse_instant(text, zone),
        (Type::Score, Given::Int(_) | Given::Float(_) | Given::Text(_)) => 3,
        (Type::Duration, Given::Int(_) | Given::Float(_) | Given::Text(_)) => 6,
        (Type::Amount, Given::Int(_) | Given::Float(_) | Given::Text(_)) => 9,
        (Type::Count, Given::Int(_) | Given::Float(_) | Given::Text(_)) => 0,
        _ => return Err(Error::new(Code::WrongType, crate::record::expected(of))),
    };
    value.scaled(places)
}
