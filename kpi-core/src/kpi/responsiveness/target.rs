//! Targets by word: how soon a person must answer, by channel or another field.

use alloc::string::String;
use alloc::vec::Vec;

use crate::error::Result;
use crate::kpi::parameters::{Parameter, Parameters, bad};
use crate::kpi::part::Setting;
use crate::spec::{ParameterSpec, said};
use crate::words::{Dictionary, NONE};

/// The parameter that holds the targets, by name.
const NAME: &str = "targets";

/// The parameter that says by which field the targets are.
pub(super) const TARGETS_BY: ParameterSpec = ParameterSpec {
    name: "targets_by",
    takes: said("the name of a text field"),
    default: "channel",
    doc: said("The field that the targets are by: channel, priority, or a segment of one's own such as tier."),
    in_formula: false,
};

/// A set of targets: seconds by word.
pub(super) type Set = &'static [(&'static str, i64)];

/// The targets that were asked for.
#[derive(Clone)]
pub(super) struct Targets {
    by_word: Vec<(String, i64)>,
    by: String,
    /// The target of each code; none where it is negative.
    by_code: Vec<i64>,
}

impl Targets {
    /// The targets of a setting: `default` where there are none, or those of a named set. `expected` says what can be
    /// given.
    pub fn new(setting: &Setting<'_>, default: Set, named: &[(&str, Set)], expected: &str) -> Result<Self> {
        let of_set = |set: Set| -> Vec<(String, i64)> {
            set.iter().map(|&(word, seconds)| (word.into(), seconds.saturating_mul(1_000_000))).collect()
        };
        let wrong = || bad(NAME, expected);
        let by_word = match setting.parameters.get(NAME) {
            None => of_set(default),
            Some(Parameter::Text(name)) => of_set(named.iter().find(|(own, _)| own == name).ok_or_else(wrong)?.1),
            Some(Parameter::ByWord(map)) if !map.is_empty() => Parameters::durations_by_word(NAME, map)?,
            Some(_) => return Err(wrong()),
        };
        let by = setting.parameters.word(TARGETS_BY.name, TARGETS_BY.default)?;
        Ok(Targets { by_word, by, by_code: Vec::new() })
    }

    /// The field that the targets are by.
    pub fn by(&self) -> &str {
        &self.by
    }

    pub fn bind(&mut self, words: &Dictionary) {
        self.by_code.resize(words.len(), -1);
        for (word, target) in &self.by_word {
            let code = words.find(word).and_then(|code| usize::try_from(code).ok());
            if let Some(place) = code.and_then(|code| self.by_code.get_mut(code)) {
                *place = *target;
            }
        }
    }

    /// The target of a word in µs.
    #[inline]
    pub fn of(&self, code: u32) -> Option<i64> {
        let target = *self.by_code.get(usize::try_from(code).ok()?)?;
        (code != NONE && target >= 0).then_some(target)
    }
}
