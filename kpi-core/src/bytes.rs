//! The bytes of partial results: little-endian, every length checked on reading.

use alloc::string::String;
use alloc::vec::Vec;

use crate::error::{Code, Error, Result};

/// Appends values.
#[derive(Default)]
pub(crate) struct Writer(pub Vec<u8>);

impl Writer {
    pub fn u8(&mut self, v: u8) {
        self.0.push(v);
    }
    pub fn u32(&mut self, v: u32) {
        self.0.extend_from_slice(&v.to_le_bytes());
    }
    pub fn u64(&mut self, v: u64) {
        self.0.extend_from_slice(&v.to_le_bytes());
    }
    pub fn i64(&mut self, v: i64) {
        self.0.extend_from_slice(&v.to_le_bytes());
    }
    pub fn i128(&mut self, v: i128) {
        self.0.extend_from_slice(&v.to_le_bytes());
    }
    pub fn len(&mut self, v: usize) {
        self.u64(v as u64);
    }
    pub fn text(&mut self, v: &str) {
        self.len(v.len());
        self.0.extend_from_slice(v.as_bytes());
    }
}

/// Takes values off the front.
pub(crate) struct Reader<'a>(pub &'a [u8]);

fn bad() -> Error {
    Error::new(
        Code::BadBytes,
        "the bytes are not a partial result, or are cut off; make them again with the same version",
    )
}

impl Reader<'_> {
    fn take<const N: usize>(&mut self) -> Result<[u8; N]> {
        let (head, tail) = self.0.split_first_chunk::<N>().ok_or_else(bad)?;
        self.0 = tail;
        Ok(*head)
    }
    pub fn u8(&mut self) -> Result<u8> {
        self.take::<1>().map(|[v]| v)
    }
    pub fn u32(&mut self) -> Result<u32> {
        self.take().map(u32::from_le_bytes)
    }
    pub fn u64(&mut self) -> Result<u64> {
        self.take().map(u64::from_le_bytes)
    }
    pub fn i64(&mut self) -> Result<i64> {
        self.take().map(i64::from_le_bytes)
    }
    pub fn i128(&mut self) -> Result<i128> {
        self.take().map(i128::from_le_bytes)
    }
    /// A length of things that take at least `each` bytes: never more than the bytes that are left.
    pub fn len(&mut self, each: usize) -> Result<usize> {
        let len = usize::try_from(self.u64()?).map_err(|_| bad())?;
        if len.checked_mul(each).is_some_and(|bytes| bytes <= self.0.len()) { Ok(len) } else { Err(bad()) }
    }
    pub fn text(&mut self) -> Result<String> {
        let len = self.len(1)?;
        let (head, tail) = self.0.split_at_checked(len).ok_or_else(bad)?;
        self.0 = tail;
        core::str::from_utf8(head).map(String::from).map_err(|_| bad())
    }
    pub fn end(&self) -> Result<()> {
        if self.0.is_empty() { Ok(()) } else { Err(bad()) }
    }
    pub fn bad<T>(&self) -> Result<T> {
        Err(bad())
    }
}
