//! How a caller's columns become fields: other names, constants, codes that mean null.

use std::collections::{BTreeMap, BTreeSet};

use kpi_core::{Code, Constant, Error, Kind, Type, time};
use pyo3::prelude::{Bound, PyAny, PyAnyMethods, PyResult};
use pyo3::types::PyDict;

use crate::error::raised;
use crate::value::{Value, is_list};

/// Values of the data that mean null, compared as numbers where the data are numbers and as texts where they are texts.
#[derive(Default)]
pub struct Codes {
    texts: Vec<String>,
    numbers: Vec<f64>,
}

impl Codes {
    fn new(object: &Bound<'_, PyAny>) -> PyResult<Result<Self, Error>> {
        let listed = match is_list(object) {
            true => object.try_iter()?.map(|item| Value::new(&item?)).collect::<PyResult<_>>()?,
            false => vec![Value::new(object)?],
        };
        let mut codes = Codes::default();
        for value in listed {
            match value {
                Value::Text(text) | Value::Decimal(text) => {
                    codes.numbers.extend(text.parse::<f64>());
                    codes.texts.push(text);
                }
                Value::Int(int) => {
                    codes.numbers.push(int as f64);
                    codes.texts.push(int.to_string());
                }
                Value::Number(number) => codes.numbers.push(number),
                _ => return Ok(Err(Error::new(Code::WrongType, "codes of null are texts or numbers").field("null"))),
            }
        }
        Ok(Ok(codes))
    }

    /// Whether a text of the data is one of them.
    pub fn has_text(&self, text: &str) -> bool {
        self.texts.iter().any(|own| own == text)
    }

    /// Whether a number of the data is one of them.
    pub fn has_number(&self, number: f64) -> bool {
        self.numbers.contains(&number)
    }

    /// Whether a Python value is one of them.
    ///
    /// # Errors
    /// [`Codes::misplaced`].
    pub fn has(&self, value: &Value) -> Result<bool, Error> {
        Ok(match value {
            Value::Null => false,
            Value::Text(text) => self.has_text(text),
            Value::Decimal(text) => text.parse().is_ok_and(|number| self.has_number(number)),
            Value::Int(int) => self.has_number(*int as f64),
            Value::Number(number) => self.has_number(*number),
            _ => return Err(Self::misplaced()),
        })
    }

    /// The error where the data are neither texts nor numbers: no code would ever be found there.
    pub fn misplaced() -> Error {
        Error::new(Code::WrongType, "codes of null are for texts and numbers; make these values null before")
    }
}

/// A mapping for one table.
pub struct Mapping {
    pub kind: Kind,
    rename: BTreeMap<String, Option<String>>,
    pub constants: Vec<(String, Constant)>,
    nulls: BTreeMap<String, Codes>,
}

impl Mapping {
    /// Reads a mapping; constants get the type of their field.
    pub fn new(
        kind: Kind,
        columns: Option<&Bound<'_, PyDict>>,
        constants: Option<&Bound<'_, PyDict>>,
        null: Option<&Bound<'_, PyDict>>,
        zone: Option<&time::Zone>,
    ) -> PyResult<Self> {
        let rename = columns.map(|columns| columns.extract()).transpose()?.unwrap_or_default();
        let mut mapping = Mapping { kind, rename, constants: Vec::new(), nulls: BTreeMap::new() };
        for (name, value) in constants.into_iter().flatten() {
            let (name, py) = (name.extract::<String>()?, value.py());
            let constant = Value::new(&value)?.constant(type_of(kind, &name), zone);
            let constant = raised(py, constant.map_err(|error| error.record(kind.as_str()).field(name.as_str())))?;
            mapping.constants.push((name, constant));
        }
        for (name, codes) in null.into_iter().flatten() {
            mapping.nulls.insert(name.extract()?, raised(codes.py(), Codes::new(&codes)?)?);
        }
        Ok(mapping)
    }

    /// The field that a column is for; nothing where it is to be left out.
    pub fn field<'a>(&'a self, column: &'a str) -> Option<&'a str> {
        self.rename.get(column).map_or(Some(column), Option::as_deref)
    }

    /// The codes that mean null in a field.
    pub fn codes(&self, field: &str) -> Option<&Codes> {
        self.nulls.get(field)
    }

    /// Checks the mapping against the columns of the data: every name is there, no field has two columns.
    ///
    /// # Errors
    /// `unknown_field`, `bad_request`.
    pub fn check<'a>(&self, columns: impl Iterator<Item = &'a str>) -> Result<(), Error> {
        let columns: Vec<&str> = columns.collect();
        let refuse =
            |code, field: &str, text: String| Err(Error::new(code, text).record(self.kind.as_str()).field(field));
        if let Some(name) = self.rename.keys().find(|name| !columns.contains(&name.as_str())) {
            return refuse(
                Code::UnknownField,
                name,
                format!("the data have no such column to map; they have {}", columns.join(", ")),
            );
        }
        let constants = self.constants.iter().map(|(name, _)| name.as_str());
        let mut fields = BTreeSet::new();
        for field in columns.iter().filter_map(|column| self.field(column)).chain(constants) {
            if !fields.insert(field) {
                return refuse(
                    Code::BadRequest,
                    field,
                    "two columns or constants are for this field; leave one out".into(),
                );
            }
        }
        match self.nulls.keys().find(|name| !fields.contains(name.as_str())) {
            Some(name) => {
                refuse(Code::UnknownField, name, "codes of null are named for a field that is not there".into())
            }
            None => Ok(()),
        }
    }
}

/// The type of a field; what is no field is a text of the caller's own.
pub fn type_of(kind: Kind, field: &str) -> Type {
    kind.field(field).map_or(Type::Text, |field| field.of)
}
