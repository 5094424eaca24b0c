//! Values on their way out.

use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt::{self, Display};

use serde::ser::{
    Error, Impossible, Serialize, SerializeMap, SerializeSeq, SerializeStruct, SerializeTuple, Serializer,
};

use super::Mark;

/// A value of a form that does not cross.
#[derive(Debug)]
pub struct Fault;

impl fmt::Display for Fault {
    fn fmt(&self, _: &mut fmt::Formatter<'_>) -> fmt::Result {
        Ok(())
    }
}

impl core::error::Error for Fault {}

impl Error for Fault {
    fn custom<T: Display>(_: T) -> Self {
        Fault
    }
}

/// The values that JavaScript is given.
#[derive(Default)]
pub struct Writer {
    numbers: Vec<f64>,
    text: String,
}

impl Writer {
    /// How many numbers there are, the numbers, and the text.
    pub fn bytes(&self) -> Vec<u8> {
        let mut bytes = (self.numbers.len() as f64).to_le_bytes().to_vec();
        self.numbers.iter().for_each(|number| bytes.extend_from_slice(&number.to_le_bytes()));
        bytes.extend_from_slice(self.text.as_bytes());
        bytes
    }

    fn mark(&mut self, mark: Mark) -> Result<(), Fault> {
        self.numbers.push(f64::from(mark as u8));
        Ok(())
    }

    fn number(&mut self, number: f64) -> Result<(), Fault> {
        self.mark(Mark::Number)?;
        self.numbers.push(number);
        Ok(())
    }
}

fn unknown<T>() -> Result<T, Fault> {
    Err(Fault)
}

impl Serializer for &mut Writer {
    type Ok = ();
    type Error = Fault;
    type SerializeSeq = Self;
    type SerializeTuple = Self;
    type SerializeTupleStruct = Impossible<(), Fault>;
    type SerializeTupleVariant = Impossible<(), Fault>;
    type SerializeMap = Self;
    type SerializeStruct = Self;
    type SerializeStructVariant = Impossible<(), Fault>;

    fn serialize_bool(self, flag: bool) -> Result<(), Fault> {
        self.mark(if flag { Mark::Yes } else { Mark::No })
    }
    fn serialize_i8(self, number: i8) -> Result<(), Fault> {
        self.number(number.into())
    }
    fn serialize_i16(self, number: i16) -> Result<(), Fault> {
        self.number(number.into())
    }
    fn serialize_i32(self, number: i32) -> Result<(), Fault> {
        self.number(number.into())
    }
    fn serialize_i64(self, number: i64) -> Result<(), Fault> {
        self.number(number as f64)
    }
    fn serialize_u8(self, number: u8) -> Result<(), Fault> {
        self.number(number.into())
    }
    fn serialize_u16(self, number: u16) -> Result<(), Fault> {
        self.number(number.into())
    }
    fn serialize_u32(self, number: u32) -> Result<(), Fault> {
        self.number(number.into())
    }
    fn serialize_u64(self, number: u64) -> Result<(), Fault> {
        self.number(number as f64)
    }
    fn serialize_f32(self, number: f32) -> Result<(), Fault> {
        self.number(number.into())
    }
    fn serialize_f64(self, number: f64) -> Result<(), Fault> {
        self.number(number)
    }
    fn serialize_char(self, letter: char) -> Result<(), Fault> {
        self.serialize_str(letter.encode_utf8(&mut [0; 4]))
    }
    fn serialize_str(self, text: &str) -> Result<(), Fault> {
        self.mark(Mark::Text)?;
        self.numbers.push(text.encode_utf16().count() as f64);
        self.text.push_str(text);
        Ok(())
    }
    fn serialize_bytes(self, _: &[u8]) -> Result<(), Fault> {
        unknown()
    }
    fn serialize_none(self) -> Result<(), Fault> {
        self.mark(Mark::Null)
    }
    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), Fault> {
        value.serialize(self)
    }
    fn serialize_unit(self) -> Result<(), Fault> {
        self.mark(Mark::Null)
    }
    fn serialize_unit_struct(self, _: &'static str) -> Result<(), Fault> {
        self.mark(Mark::Null)
    }
    fn serialize_unit_variant(self, _: &'static str, _: u32, name: &'static str) -> Result<(), Fault> {
        self.serialize_str(name)
    }
    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> Result<(), Fault> {
        value.serialize(self)
    }
    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: &T,
    ) -> Result<(), Fault> {
        unknown()
    }
    fn serialize_seq(self, _: Option<usize>) -> Result<Self, Fault> {
        self.mark(Mark::List)?;
        Ok(self)
    }
    fn serialize_tuple(self, _: usize) -> Result<Self, Fault> {
        self.serialize_seq(None)
    }
    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Self::SerializeTupleStruct, Fault> {
        unknown()
    }
    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleVariant, Fault> {
        unknown()
    }
    fn serialize_map(self, _: Option<usize>) -> Result<Self, Fault> {
        self.mark(Mark::Object)?;
        Ok(self)
    }
    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Self, Fault> {
        self.serialize_map(None)
    }
    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeStructVariant, Fault> {
        unknown()
    }
    fn collect_str<T: Display + ?Sized>(self, value: &T) -> Result<(), Fault> {
        self.serialize_str(&value.to_string())
    }
}

impl SerializeSeq for &mut Writer {
    type Ok = ();
    type Error = Fault;
    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Fault> {
        value.serialize(&mut **self)
    }
    fn end(self) -> Result<(), Fault> {
        self.mark(Mark::End)
    }
}

impl SerializeTuple for &mut Writer {
    type Ok = ();
    type Error = Fault;
    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Fault> {
        value.serialize(&mut **self)
    }
    fn end(self) -> Result<(), Fault> {
        self.mark(Mark::End)
    }
}

impl SerializeMap for &mut Writer {
    type Ok = ();
    type Error = Fault;
    fn serialize_key<T: Serialize + ?Sized>(&mut self, name: &T) -> Result<(), Fault> {
        name.serialize(&mut **self)
    }
    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Fault> {
        value.serialize(&mut **self)
    }
    fn end(self) -> Result<(), Fault> {
        self.mark(Mark::End)
    }
}

impl SerializeStruct for &mut Writer {
    type Ok = ();
    type Error = Fault;
    fn serialize_field<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> Result<(), Fault> {
        name.serialize(&mut **self)?;
        value.serialize(&mut **self)
    }
    fn end(self) -> Result<(), Fault> {
        self.mark(Mark::End)
    }
}
