//! What a caller gives as plain values: parameters, a formula's inputs, a request. Read into their types by hand, so
//! that there is one reading for JSON and for every language, and each error says what is wrong.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt;

use serde::de::value::MapAccessDeserializer;
use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde::ser::{Serialize, Serializer};

use crate::error::{Code, Error, Result};
use crate::exact;
use crate::sorted::Sorted;
use crate::words::one_of;

/// A value as JSON has it.
#[derive(Clone, Debug, PartialEq)]
pub enum Given {
    /// Nothing.
    Null,
    /// A flag.
    Flag(bool),
    /// A whole number.
    Int(i64),
    /// A number that is not whole, or too large.
    Float(f64),
    /// A word, or a decimal number as text.
    Text(String),
    /// Several of them.
    List(Vec<Given>),
    /// A value by word.
    ByWord(Sorted<String, Given>),
}

impl From<&str> for Given {
    fn from(text: &str) -> Self {
        Given::Text(text.into())
    }
}

impl Given {
    /// What it is, for messages.
    pub(crate) fn what(&self) -> &'static str {
        match self {
            Given::Null => "null",
            Given::Flag(_) => "a flag",
            Given::Int(_) | Given::Float(_) => "a number",
            Given::Text(_) => "a text",
            Given::List(_) => "a list",
            Given::ByWord(_) => "an object",
        }
    }

    /// A number in units of 10 to the minus `places`, from a number or from decimal text.
    ///
    /// # Errors
    /// As [`exact::scaled`]; [`Code::WrongType`] where it is neither.
    pub(crate) fn scaled(&self, places: u32) -> Result<i64> {
        match self {
            Given::Int(number) => exact::scaled_whole(*number, places),
            Given::Float(number) => exact::scaled_float(*number, places),
            Given::Text(text) => exact::scaled(text, places),
            _ => Err(Error::new(Code::WrongType, format!("found {}, expected a number", self.what()))),
        }
    }

    /// The text; refuses all else.
    pub(crate) fn text(&self) -> Result<&str> {
        match self {
            Given::Text(text) => Ok(text),
            other => Err(wrong(other, "a text")),
        }
    }

    /// The flag; refuses all else.
    pub(crate) fn flag(&self) -> Result<bool> {
        match self {
            Given::Flag(flag) => Ok(*flag),
            other => Err(wrong(other, "true or false")),
        }
    }

    /// The items; refuses all else.
    pub(crate) fn list(&self) -> Result<&[Given]> {
        match self {
            Given::List(list) => Ok(list),
            other => Err(wrong(other, "a list")),
        }
    }

    /// Texts alone.
    pub(crate) fn texts(&self) -> Result<Vec<String>> {
        let mut texts = Vec::new();
        for item in self.list()? {
            texts.push(item.text()?.into());
        }
        Ok(texts)
    }

    /// The values by word; refuses all else.
    pub(crate) fn by_word(&self) -> Result<&Sorted<String, Given>> {
        match self {
            Given::ByWord(map) => Ok(map),
            other => Err(wrong(other, "an object")),
        }
    }

    /// A field of the object, of which only the `known` ones may be there. Null is as absent.
    pub(crate) fn fields<'a>(&'a self, known: &'a [&'static str]) -> Result<Fields<'a>> {
        let map = self.by_word()?;
        for name in map.keys() {
            if !known.contains(&name.as_str()) {
                let text = format!("there is no such field here; choose {}", one_of(known));
                return Err(Error::new(Code::BadRequest, text).field(name.as_str()));
            }
        }
        Ok(Fields(map))
    }
}

fn wrong(found: &Given, expected: &str) -> Error {
    Error::new(Code::BadRequest, format!("found {}, expected {expected}", found.what()))
}

/// The fields of an object, whose names are all known.
pub(crate) struct Fields<'a>(&'a Sorted<String, Given>);

impl<'a> Fields<'a> {
    /// A field, read; none where it is absent or null. An error that names no field gets this one's.
    pub fn get<T>(&self, name: &'static str, read: impl FnOnce(&'a Given) -> Result<T>) -> Result<Option<T>> {
        match self.find(name) {
            None => Ok(None),
            Some(given) => read(given).map(Some).map_err(|error| at(name, error)),
        }
    }

    fn find(&self, name: &str) -> Option<&'a Given> {
        self.0.get(name).filter(|given| !matches!(given, Given::Null))
    }

    /// A field that must be there.
    pub fn need<T>(&self, name: &'static str, read: impl FnOnce(&'a Given) -> Result<T>) -> Result<T> {
        self.get(name, read)?.ok_or_else(|| Error::new(Code::BadRequest, "it is missing").field(name))
    }
}

/// The error at a field, unless it names one.
fn at(name: &str, error: Error) -> Error {
    if error.field_name().is_some() { error } else { error.field(name) }
}

impl Serialize for Given {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Given::Null => serializer.serialize_unit(),
            Given::Flag(flag) => serializer.serialize_bool(*flag),
            Given::Int(number) => serializer.serialize_i64(*number),
            Given::Float(number) => serializer.serialize_f64(*number),
            Given::Text(text) => serializer.serialize_str(text),
            Given::List(list) => list.serialize(serializer),
            Given::ByWord(map) => map.serialize(serializer),
        }
    }
}

impl<'de> Deserialize<'de> for Given {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(AnyValue)
    }
}

struct AnyValue;

impl<'de> Visitor<'de> for AnyValue {
    type Value = Given;
    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value as JSON has it")
    }
    fn visit_unit<E>(self) -> Result<Given, E> {
        Ok(Given::Null)
    }
    fn visit_none<E>(self) -> Result<Given, E> {
        Ok(Given::Null)
    }
    fn visit_bool<E>(self, v: bool) -> Result<Given, E> {
        Ok(Given::Flag(v))
    }
    fn visit_i64<E>(self, v: i64) -> Result<Given, E> {
        Ok(Given::Int(v))
    }
    fn visit_u64<E>(self, v: u64) -> Result<Given, E> {
        Ok(i64::try_from(v).map_or_else(|_| Given::Text(v.to_string()), Given::Int))
    }
    fn visit_f64<E>(self, v: f64) -> Result<Given, E> {
        Ok(Given::Float(v))
    }
    fn visit_str<E>(self, v: &str) -> Result<Given, E> {
        Ok(Given::Text(v.into()))
    }
    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Given, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element()? {
            list.push(item);
        }
        Ok(Given::List(list))
    }
    fn visit_map<A: MapAccess<'de>>(self, fields: A) -> Result<Given, A::Error> {
        Sorted::deserialize(MapAccessDeserializer::new(fields)).map(Given::ByWord)
    }
}
