//! Python values on their way into fields and inputs.

use kpi_core::rows::Input;
use kpi_core::{Argument, Code, Constant, Duration, Error, Type, time};
use pyo3::prelude::{Bound, PyAny, PyAnyMethods, PyResult, PyTypeMethods};
use pyo3::types::{PyBool, PyDate, PyDateTime, PyDelta, PyFloat, PyInt, PyList, PyMapping, PyString};
use rust_decimal::Decimal;

/// A Python value as kpi-core takes it.
#[derive(Clone, Debug)]
pub enum Value {
    Null,
    Text(String),
    Int(i64),
    Number(f64),
    Flag(bool),
    List(Vec<Value>),
    /// An instant, or a local time or date, as ISO 8601 text.
    Instant(String),
    /// Seconds as decimal text.
    Seconds(String),
    /// A decimal number as text.
    Decimal(String),
    /// The name of a type that is none of these.
    Other(String),
}

impl Value {
    /// Reads a Python object: what `pandas`, `numpy` and `decimal` call their values too.
    pub fn new(object: &Bound<'_, PyAny>) -> PyResult<Self> {
        Ok(if object.is_none() {
            Value::Null
        } else if let Ok(text) = object.cast::<PyString>() {
            Value::Text(text.extract()?)
        } else if let Ok(flag) = object.cast::<PyBool>() {
            Value::Flag(flag.extract()?)
        } else if object.is_instance_of::<PyInt>() {
            object
                .extract()
                .map_or_else(|_| object.str().map(|text| Value::Decimal(text.to_string())), |int| Ok(Value::Int(int)))?
        } else if object.is_instance_of::<PyFloat>() {
            Value::Number(object.extract()?)
        } else if object.is_instance_of::<PyDateTime>() || object.is_instance_of::<PyDate>() {
            // pandas' NaT calls itself a datetime; it alone differs from itself.
            if object.ne(object)? { Value::Null } else { Value::Instant(object.call_method0("isoformat")?.extract()?) }
        } else if object.is_instance_of::<PyDelta>() {
            Value::Seconds(seconds(object)?)
        } else {
            Self::of_named_type(object)?
        })
    }

    fn of_named_type(object: &Bound<'_, PyAny>) -> PyResult<Self> {
        let class = object.get_type();
        let (module, name) = (class.module()?.to_string(), class.name()?.to_string());
        Ok(match (module.as_str(), name.as_str()) {
            ("decimal", "Decimal") => Value::Decimal(object.str()?.to_string()),
            (_, "NAType") => Value::Null,
            ("numpy", "datetime64" | "timedelta64") => Value::Other(name),
            ("numpy", _) if object.hasattr("item")? && object.getattr("ndim")?.eq(0)? => {
                Self::new(&object.call_method0("item")?)?
            }
            _ if object.cast::<PyMapping>().is_err() && object.hasattr("__iter__")? => {
                Value::List(object.try_iter()?.map(|item| Self::new(&item?)).collect::<PyResult<_>>()?)
            }
            _ => Value::Other(name),
        })
    }

    /// The value for a field of a type.
    ///
    /// # Errors
    /// `wrong_type` where a field of this type is never written so.
    pub fn input(&self, of: Type) -> Result<Input<'_>, Error> {
        Ok(match (self, of) {
            (Value::Null, _) => Input::Null,
            (Value::Text(text), _) => Input::Text(text),
            (Value::Int(int), _) => Input::Int(*int),
            (Value::Number(number), _) => Input::Number(*number),
            (Value::Flag(flag), _) => Input::Flag(*flag),
            (Value::List(list), _) => {
                let known = list.iter().filter(|value| !matches!(value, Value::Null));
                Input::List(known.map(Value::word).collect::<Result<_, _>>()?)
            }
            (Value::Instant(text), Type::Instant) | (Value::Seconds(text), Type::Duration) => Input::Text(text),
            (Value::Decimal(text), Type::Duration | Type::Count | Type::Score | Type::Amount) => Input::Text(text),
            (Value::Instant(text) | Value::Seconds(text) | Value::Decimal(text) | Value::Other(text), _) => {
                return Err(Error::new(Code::WrongType, format!("found {text}, expected {}", of.as_str())));
            }
        })
    }

    /// The value as an example of one that cannot be read.
    pub fn shown(&self) -> Option<String> {
        match self {
            Value::Instant(text) | Value::Seconds(text) | Value::Decimal(text) => Some(text.clone()),
            _ => None,
        }
    }

    fn word(&self) -> Result<String, Error> {
        match self {
            Value::Text(text) => Ok(text.clone()),
            _ => Err(Error::new(Code::WrongType, "expected a list of texts")),
        }
    }

    /// The value as one for a whole column.
    ///
    /// # Errors
    /// As the field's type reads it.
    pub fn constant(&self, of: Type, zone: Option<&time::Zone>) -> Result<Constant, Error> {
        let number = |text: &str| match of {
            Type::Instant => zone.map_or_else(|| time::parse_rfc3339(text), |zone| time::parse_instant(text, zone)),
            Type::Duration => text.parse().map(|Duration(micros)| micros),
            Type::Score => text.parse().map(|kpi_core::Score(score)| score),
            Type::Amount => text.parse().map(|kpi_core::Amount(amount)| amount),
            _ => text.parse().map_err(|_| Error::new(Code::NotANumber, format!("`{text}` is not a whole number"))),
        };
        match (of, self.input(of)?) {
            (Type::Text, Input::Text(text)) => Ok(Constant::Text(text.into())),
            (Type::Text, Input::Int(int)) => Ok(Constant::Text(int.to_string())),
            (Type::Flag, Input::Flag(flag)) => Ok(Constant::Flag(flag)),
            (Type::Text | Type::Flag | Type::Tags, _) => {
                Err(Error::new(Code::WrongType, format!("a constant {} is expected here", of.as_str())))
            }
            (_, Input::Text(text)) => number(text).map(Constant::Int),
            (Type::Duration | Type::Count | Type::Score | Type::Amount, Input::Int(int)) => {
                number(&int.to_string()).map(Constant::Int)
            }
            (Type::Duration | Type::Score, Input::Number(float)) => number(&float.to_string()).map(Constant::Int),
            _ => Err(Error::new(Code::WrongType, format!("a constant {} is expected here", of.as_str()))),
        }
    }

    /// The value as a formula's input.
    pub fn argument(self) -> Argument {
        match self {
            Value::Int(int) => Argument::Int(int),
            Value::Number(number) => Argument::Float(number),
            Value::List(list) => Argument::List(list.into_iter().map(Value::argument).collect()),
            Value::Text(text)
            | Value::Instant(text)
            | Value::Seconds(text)
            | Value::Decimal(text)
            | Value::Other(text) => Argument::Text(text),
            Value::Flag(flag) => Argument::Flag(flag),
            Value::Null => Argument::Text("null".into()),
        }
    }
}

/// A timedelta as seconds. pandas' own has nanoseconds, which are finer than anything kept here.
fn seconds(delta: &Bound<'_, PyAny>) -> PyResult<String> {
    let part = |name: &str| -> PyResult<i128> { delta.getattr(name)?.extract() };
    let nanoseconds = if delta.hasattr("nanoseconds")? { part("nanoseconds")? } else { 0 };
    let seconds = part("days")?.saturating_mul(86_400).saturating_add(part("seconds")?);
    let micros = seconds.saturating_mul(1_000_000).saturating_add(part("microseconds")?);
    let all = Decimal::try_from_i128_with_scale(micros.saturating_mul(1000).saturating_add(nanoseconds), 9);
    Ok(all.unwrap_or(Decimal::MAX).normalize().to_string())
}

/// Whether an object is a plain list or tuple.
pub fn is_list(object: &Bound<'_, PyAny>) -> bool {
    object.is_instance_of::<PyList>() || object.is_instance_of::<pyo3::types::PyTuple>()
}
