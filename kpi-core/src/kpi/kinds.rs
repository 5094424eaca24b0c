//! Which kinds of record count, where a parameter lists them by their words.

use alloc::string::String;
use alloc::vec::Vec;

use crate::error::Result;
use crate::kpi::part::Setting;
use crate::words::{Dictionary, NONE};

/// The words of a list parameter, as codes.
#[derive(Clone, Default)]
pub(crate) struct Kinds {
    words: Vec<String>,
    codes: Vec<u32>,
}

impl Kinds {
    pub fn new(setting: &Setting<'_>, name: &str, default: &[&str]) -> Result<Self> {
        let words = setting.parameters.words(name)?;
        let words = words.unwrap_or_else(|| default.iter().map(|&word| word.into()).collect());
        Ok(Kinds { words, codes: Vec::new() })
    }

    pub fn bind(&mut self, words: &Dictionary) {
        self.codes = self.words.iter().filter_map(|word| words.find(word)).collect();
    }

    /// Whether a kind is one of them.
    #[inline]
    pub fn has(&self, kind: u32) -> bool {
        kind != NONE && self.codes.contains(&kind)
    }
}
