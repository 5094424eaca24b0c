//! Values on their way in.

use core::slice;

use serde::de::value::BorrowedStrDeserializer;
use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde::forward_to_deserialize_any;

use super::{Fault, MARKS, Mark};

/// 2⁶³, from which on a whole number does not fit an `i64`.
const END: f64 = 9_223_372_036_854_775_808.0;

/// The values that JavaScript sent.
pub struct Reader<'de> {
    numbers: slice::Iter<'de, f64>,
    text: &'de str,
}

impl<'de> Reader<'de> {
    pub fn new(numbers: &'de [f64], text: &'de str) -> Self {
        Reader { numbers: numbers.iter(), text }
    }

    /// Whether the next value is null.
    pub fn is_null(&self) -> bool {
        self.mark() == Some(Mark::Null)
    }

    fn mark(&self) -> Option<Mark> {
        self.numbers.as_slice().first().and_then(|&mark| MARKS.get(mark as usize)).copied()
    }

    fn number(&mut self) -> Result<f64, Fault> {
        self.numbers.next().copied().ok_or_else(|| Fault::custom("the values are cut off"))
    }

    /// The next text.
    fn text(&mut self) -> Result<&'de str, Fault> {
        let units = self.number()? as usize;
        let is_ascii = self.text.as_bytes().get(..units).is_some_and(<[u8]>::is_ascii);
        let end = if is_ascii { units } else { length(self.text, units) };
        let (text, rest) = self.text.split_at_checked(end).unwrap_or_default();
        self.text = rest;
        Ok(text)
    }

    /// Whether a list or an object ends here; the end is taken off.
    fn ends(&mut self) -> bool {
        let ends = matches!(self.mark(), None | Some(Mark::End));
        if ends {
            self.numbers.next();
        }
        ends
    }
}

/// How many bytes so many of JavaScript's units take.
fn length(text: &str, units: usize) -> usize {
    let mut left = units;
    let mut is_next = |letter: char| {
        let next = left == 0;
        left = left.saturating_sub(letter.len_utf16());
        next
    };
    text.char_indices().find(|(_, letter)| is_next(*letter)).map_or(text.len(), |(end, _)| end)
}

impl<'de> Deserializer<'de> for &mut Reader<'de> {
    type Error = Fault;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        let mark = self.mark();
        self.numbers.next();
        match mark {
            Some(Mark::Null) => visitor.visit_unit(),
            Some(Mark::No) => visitor.visit_bool(false),
            Some(Mark::Yes) => visitor.visit_bool(true),
            Some(Mark::Number) => {
                let number = self.number()?;
                let whole = number as i64;
                if whole as f64 == number && number.abs() < END {
                    visitor.visit_i64(whole)
                } else {
                    visitor.visit_f64(number)
                }
            }
            Some(Mark::Text) => visitor.visit_borrowed_str(self.text()?),
            Some(Mark::List) => visitor.visit_seq(self),
            Some(Mark::Object) => visitor.visit_map(self),
            Some(Mark::End) | None => Err(Fault::custom("the values are cut off")),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        if self.is_null() {
            self.numbers.next();
            return visitor.visit_none();
        }
        visitor.visit_some(self)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, Fault> {
        visitor.visit_newtype_struct(self)
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct seq tuple
        tuple_struct map struct enum identifier ignored_any
    }
}

impl<'de> SeqAccess<'de> for &mut Reader<'de> {
    type Error = Fault;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Fault> {
        if self.ends() { Ok(None) } else { seed.deserialize(&mut **self).map(Some) }
    }
}

impl<'de> MapAccess<'de> for &mut Reader<'de> {
    type Error = Fault;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Fault> {
        if self.ends() {
            return Ok(None);
        }
        self.number()?;
        seed.deserialize(BorrowedStrDeserializer::new(self.text()?)).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Fault> {
        seed.deserialize(&mut **self)
    }
}
