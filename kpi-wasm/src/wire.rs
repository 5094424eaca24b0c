//! What crosses to and from JavaScript: numbers, and one text of all texts, one after the other. `js/wire.js` is the
//! other side of it.

mod reader;
mod writer;

use alloc::string::ToString;
use alloc::vec::Vec;

use kpi_core::{Code, Error, Result};
use serde::Serialize;
use wasm_bindgen::prelude::JsValue;

pub use reader::Reader;
#[cfg(feature = "records")]
pub use reader::number;

/// What comes next in the numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mark {
    Null,
    No,
    Yes,
    /// Then the number itself.
    Number,
    /// Then how many of JavaScript's units of the text are its own.
    Text,
    /// Then its items, up to an end.
    List,
    /// Then names and values in turn, up to an end.
    Object,
    End,
}

const MARKS: [Mark; 8] =
    [Mark::Null, Mark::No, Mark::Yes, Mark::Number, Mark::Text, Mark::List, Mark::Object, Mark::End];

/// A value as bytes: how many numbers there are, the numbers, and the text.
pub fn write(value: &(impl Serialize + ?Sized)) -> Result<Vec<u8>> {
    let mut out = writer::Writer::default();
    value.serialize(&mut out).map_err(|_| Error::new(Code::BadRequest, "no value of this form crosses"))?;
    Ok(out.bytes())
}

/// An error as JavaScript gets it: its parts, the text last, with NUL between them.
pub struct Thrown(pub Error);

impl From<Thrown> for JsValue {
    fn from(Thrown(error): Thrown) -> Self {
        let index = error.record_index().map(|index| index.to_string()).unwrap_or_default();
        let parts = [
            error.code().as_str(),
            error.record_kind().unwrap_or_default(),
            &index,
            error.field_name().unwrap_or_default(),
            error.text(),
        ];
        JsValue::from_str(&parts.join("\0"))
    }
}
