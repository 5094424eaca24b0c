//! Values on their way in.

use alloc::borrow::ToOwned;
use alloc::string::String;
use alloc::vec::Vec;
use core::slice;

use kpi_core::{Code, Error, Given, Result, Sorted};

use super::{MARKS, Mark};

/// 2⁶³, from which on a whole number does not fit an `i64`.
const END: f64 = 9_223_372_036_854_775_808.0;

/// The values that JavaScript sent.
pub struct Reader<'a> {
    numbers: slice::Iter<'a, f64>,
    text: &'a str,
}

fn cut_off() -> Error {
    Error::new(Code::BadRequest, "the values are cut off")
}

/// A number of JavaScript; a whole one is one.
pub fn number(number: f64) -> Given {
    let whole = number as i64;
    if whole as f64 == number && number.abs() < END { Given::Int(whole) } else { Given::Float(number) }
}

impl<'a> Reader<'a> {
    pub fn new(numbers: &'a [f64], text: &'a str) -> Self {
        Reader { numbers: numbers.iter(), text }
    }

    fn mark(&self) -> Option<Mark> {
        self.numbers.as_slice().first().and_then(|&mark| MARKS.get(mark as usize)).copied()
    }

    fn number(&mut self) -> Result<f64> {
        self.numbers.next().copied().ok_or_else(cut_off)
    }

    /// The next text.
    fn text(&mut self) -> Result<&'a str> {
        let units = self.number()? as usize;
        let is_ascii = self.text.as_bytes().get(..units).is_some_and(<[u8]>::is_ascii);
        let end = if is_ascii { units } else { length(self.text, units) };
        let (text, rest) = self.text.split_at_checked(end).unwrap_or_default();
        self.text = rest;
        Ok(text)
    }

    /// Whether a list or an object begins here; the mark is taken off.
    #[cfg(feature = "records")]
    pub fn begins(&mut self) -> bool {
        matches!(self.numbers.next().and_then(|&mark| MARKS.get(mark as usize)), Some(Mark::List | Mark::Object))
    }

    /// Whether a list or an object ends here; the end is taken off.
    pub fn ends(&mut self) -> bool {
        let ends = matches!(self.mark(), None | Some(Mark::End));
        if ends {
            self.numbers.next();
        }
        ends
    }

    /// The next value, which is a text, such as a name in an object.
    pub fn name(&mut self) -> Result<&'a str> {
        self.number()?;
        self.text()
    }

    /// The next value.
    pub fn value(&mut self) -> Result<Given> {
        let mark = self.mark();
        self.numbers.next();
        Ok(match mark {
            Some(Mark::Null) => Given::Null,
            Some(Mark::No) => Given::Flag(false),
            Some(Mark::Yes) => Given::Flag(true),
            Some(Mark::Number) => number(self.number()?),
            Some(Mark::Text) => Given::Text(self.text()?.to_owned()),
            Some(Mark::List) => {
                let mut list = Vec::new();
                while !self.ends() {
                    list.push(self.value()?);
                }
                Given::List(list)
            }
            Some(Mark::Object) => {
                let mut map = Sorted::new();
                while !self.ends() {
                    map.insert(self.name()?.to_owned(), self.value()?);
                }
                Given::ByWord(map)
            }
            Some(Mark::End) | None => return Err(cut_off()),
        })
    }

    /// The next value, which is an object; any other is as an empty one.
    pub fn object(&mut self) -> Result<Sorted<String, Given>> {
        match self.value()? {
            Given::ByWord(map) => Ok(map),
            _ => Ok(Sorted::new()),
        }
    }
}

/// How many bytes so many of JavaScript's units take.
fn length(text: &str, units: usize) -> usize {
    let (mut left, mut end) = (units, 0usize);
    for letter in text.chars() {
        if left == 0 {
            break;
        }
        left = left.saturating_sub(letter.len_utf16());
        end = end.saturating_add(letter.len_utf8());
    }
    end
}
