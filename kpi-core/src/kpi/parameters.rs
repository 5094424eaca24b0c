//! Parameters: what a caller may set, read by the type that the KPI wants.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use crate::error::{Code, Error, Result};
use crate::exact::{self, Currency, unscaled};
use crate::given::Given;
use crate::sorted::Sorted;
use crate::spec::{ParameterSpec, Spec};
use crate::words::either;

/// A parameter's value.
pub type Parameter = Given;

impl Given {
    /// A canonical text: the same value, the same text.
    fn canonical(&self, out: &mut String) {
        match self {
            Given::Null => out.push_str("null"),
            Given::Flag(flag) => out.push_str(if *flag { "true" } else { "false" }),
            // A number and its text are the same value.
            Given::Int(_) | Given::Float(_) | Given::Text(_) => match (self.scaled(9), self) {
                (Ok(nanos), _) => out.push_str(&exact::text(&unscaled(nanos, 9))),
                (Err(_), Given::Text(text)) => {
                    // The length says where a text ends, whatever is in it.
                    out.push_str(&format!("{}:{text}", text.len()));
                }
                (Err(_), Given::Int(number)) => out.push_str(&number.to_string()),
                (Err(_), _) => out.push('?'),
            },
            Given::List(list) => {
                out.push('[');
                for item in list {
                    item.canonical(out);
                    out.push(',');
                }
                out.push(']');
            }
            Given::ByWord(map) => {
                out.push('{');
                for (word, item) in map {
                    Given::Text(word.clone()).canonical(out);
                    out.push(':');
                    item.canonical(out);
                    out.push(',');
                }
                out.push('}');
            }
        }
    }
}

/// A canonical text of parameters, for the definition's hash.
pub(crate) fn canonical(given: &Sorted<String, Parameter>) -> String {
    let mut text = String::new();
    for (name, value) in given {
        text.push_str(name);
        text.push('=');
        value.canonical(&mut text);
        text.push(';');
    }
    text
}

/// A KPI's parameters: all known by name.
pub(crate) struct Parameters<'a> {
    given: &'a Sorted<String, Parameter>,
}

impl<'a> Parameters<'a> {
    pub fn new(spec: &Spec, given: &'a Sorted<String, Parameter>, formula: bool) -> Result<Self> {
        let mut known = Vec::new();
        for parameter in spec.parameters {
            if parameter.in_formula || !formula {
                known.push(parameter.name);
            }
        }
        for (name, _) in given {
            if !known.contains(&name.as_str()) {
                let text = format!("`{}` has no parameter `{name}` here; it takes {}", spec.id, either(known));
                return Err(Error::new(Code::UnknownParameter, text).field(name.as_str()));
            }
        }
        Ok(Parameters { given })
    }

    pub fn get(&self, name: &str) -> Option<&'a Parameter> {
        self.given.get(name)
    }

    /// A word.
    pub fn word(&self, name: &str, default: &str) -> Result<String> {
        match self.get(name) {
            None => Ok(default.into()),
            Some(Parameter::Text(text)) if !text.is_empty() => Ok(text.clone()),
            Some(_) => Err(bad(name, "expected a word")),
        }
    }

    /// Whether it is a word other than the default, of the two that it can be.
    pub fn is(&self, parameter: &ParameterSpec, other: &str) -> Result<bool> {
        let (name, default) = (parameter.name, parameter.default);
        let word = self.word(name, default)?;
        if word != default && word != other {
            return Err(bad(name, &format!("expected `{default}` or `{other}`")));
        }
        Ok(word == other)
    }

    /// A list of words, not empty.
    pub fn words(&self, name: &str) -> Result<Option<Vec<String>>> {
        let Some(value) = self.get(name) else { return Ok(None) };
        let one = |word: &Parameter| match word {
            Parameter::Text(text) if !text.is_empty() => Some(text.clone()),
            _ => None,
        };
        let words: Option<Vec<String>> = match value {
            Parameter::List(list) if !list.is_empty() => list.iter().map(one).collect(),
            _ => None,
        };
        words.map(Some).ok_or_else(|| bad(name, "expected a list of words, and at least one"))
    }

    /// Durations in µs by word, given in seconds.
    pub fn durations_by_word(name: &str, map: &Sorted<String, Parameter>) -> Result<Vec<(String, i64)>> {
        let one = |(word, value): (&String, &Parameter)| {
            let micros = duration(value).ok_or_else(|| {
                bad(name, &format!("the duration of `{word}` must be a number of seconds, 0 or more"))
            })?;
            Ok((word.clone(), micros))
        };
        map.iter().map(one).collect()
    }

    /// A list of rising numbers, the first above 0, in units of 10 to the minus `scale`.
    pub fn rising(&self, name: &str, scale: u32) -> Result<Vec<i64>> {
        let Some(value) = self.get(name) else { return Ok(Vec::new()) };
        let text = "expected a list of rising numbers above 0, such as [3600, 14400]";
        let Parameter::List(list) = value else { return Err(bad(name, text)) };
        let (mut numbers, mut last) = (Vec::with_capacity(list.len()), 0);
        for value in list {
            match value.scaled(scale) {
                Ok(number) if number > last => last = number,
                _ => return Err(bad(name, text)),
            }
            numbers.push(last);
        }
        Ok(numbers)
    }

    /// A duration in µs, given in seconds.
    pub fn duration(&self, name: &str, default: i64) -> Result<i64> {
        match self.get(name) {
            None => Ok(default),
            Some(value) => duration(value).ok_or_else(|| bad(name, "expected a number of seconds, 0 or more")),
        }
    }

    /// A currency.
    pub fn currency(&self, name: &str) -> Result<Option<Currency>> {
        match self.get(name) {
            None => Ok(None),
            Some(Parameter::Text(text)) => text.parse().map(Some).map_err(|error: Error| error.field(name)),
            Some(_) => Err(bad(name, "expected a currency as text, such as \"EUR\"")),
        }
    }

    /// Rates by currency, in 10⁻⁹.
    pub fn rates(&self, name: &str) -> Result<Vec<(Currency, i64)>> {
        let Some(value) = self.get(name) else { return Ok(Vec::new()) };
        let text = "expected rates by currency as decimal text, such as {\"USD\": \"0.92\"}, each above 0";
        let Parameter::ByWord(map) = value else { return Err(bad(name, text)) };
        let one = |(word, value): (&String, &Parameter)| {
            let currency: Currency = word.parse().map_err(|error: Error| error.field(name))?;
            let rate = match value {
                Parameter::Text(_) | Parameter::Int(_) => value.scaled(9).ok(),
                _ => None,
            };
            rate.filter(|&rate| rate > 0).map(|rate| (currency, rate)).ok_or_else(|| bad(name, text))
        };
        map.iter().map(one).collect()
    }
}

fn duration(value: &Parameter) -> Option<i64> {
    value.scaled(6).ok().filter(|&micros| micros >= 0)
}

pub(crate) fn bad(name: &str, text: &str) -> Error {
    Error::new(Code::BadParameter, text).field(name)
}

/// A confidence level that can be one.
pub(crate) fn level(level: f64) -> Result<f64> {
    if level > 0.0 && level < 1.0 {
        return Ok(level);
    }
    Err(Error::new(Code::BadRequest, "the level must lie between 0 and 1, such as 0.95").field("level"))
}
