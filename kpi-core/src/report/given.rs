//! The options of a request as JSON has them, before each is read as what it is.

use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use serde::de::{self, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};

/// Any value. Which option it is for is known when it is read as such, so that an error can name the option.
#[derive(Clone, Debug)]
pub(crate) enum Given {
    Null,
    Flag(bool),
    Int(i64),
    Float(f64),
    Text(String),
    List(Vec<Given>),
    Map(BTreeMap<String, Given>),
}

impl Given {
    /// A text.
    pub fn text(self) -> Option<String> {
        match self {
            Given::Text(text) => Some(text),
            _ => None,
        }
    }

    /// A list of texts.
    pub fn texts(self) -> Option<Vec<String>> {
        match self {
            Given::List(list) => list.into_iter().map(Given::text).collect(),
            _ => None,
        }
    }

    /// An object.
    pub fn map(self) -> Option<BTreeMap<String, Given>> {
        match self {
            Given::Map(map) => Some(map),
            _ => None,
        }
    }
}

impl<'de> Deserialize<'de> for Given {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct AnyValue;
        impl<'de> Visitor<'de> for AnyValue {
            type Value = Given;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a value")
            }
            fn visit_unit<E>(self) -> Result<Given, E> {
                Ok(Given::Null)
            }
            fn visit_bool<E>(self, flag: bool) -> Result<Given, E> {
                Ok(Given::Flag(flag))
            }
            fn visit_i64<E>(self, number: i64) -> Result<Given, E> {
                Ok(Given::Int(number))
            }
            fn visit_u64<E: de::Error>(self, number: u64) -> Result<Given, E> {
                i64::try_from(number).map(Given::Int).map_err(|_| E::custom("a number is too large"))
            }
            fn visit_f64<E>(self, number: f64) -> Result<Given, E> {
                Ok(Given::Float(number))
            }
            fn visit_str<E>(self, text: &str) -> Result<Given, E> {
                Ok(Given::Text(text.into()))
            }
            fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Given, A::Error> {
                let mut list = Vec::new();
                while let Some(item) = items.next_element()? {
                    list.push(item);
                }
                Ok(Given::List(list))
            }
            fn visit_map<A: MapAccess<'de>>(self, mut items: A) -> Result<Given, A::Error> {
                let mut map = BTreeMap::new();
                while let Some((name, value)) = items.next_entry()? {
                    map.insert(name, value);
                }
                Ok(Given::Map(map))
            }
        }
        deserializer.deserialize_any(AnyValue)
    }
}
