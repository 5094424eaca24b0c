//! Which policy and which schedule a ticket has.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use super::policy::Policy;
use super::records::Story;
use super::request::DeriveRequest;
use super::table::{Carried, WordLists, is_derived};
use crate::error::{Code, Error, Result};
use crate::record::{Kind, Type};
use crate::time::{Calendar, Schedule};
use crate::words::{Dictionary, NONE};

/// Where a word of a ticket stands.
#[derive(Clone, Copy, Debug)]
enum Field {
    Priority,
    OpenedBy,
    /// One of the columns that are passed on.
    Carried(usize),
    /// No ticket has it.
    Nowhere,
}

/// One of the words that a ticket must have.
#[derive(Debug)]
struct Condition {
    field: Field,
    words: Vec<u32>,
}

/// The policies and the schedules.
pub(crate) struct Rules<'a> {
    /// By policy.
    conditions: Vec<Vec<Condition>>,
    calendar: Option<&'a Calendar>,
    by: Field,
    carried: &'a [Carried],
    lists: &'a WordLists,
    words: &'a Dictionary,
}

impl<'a> Rules<'a> {
    /// `of_columns` where tickets were given as columns: then one that is absent was forgotten, or has another name.
    pub fn new(
        request: &'a DeriveRequest,
        carried: &'a [Carried],
        lists: &'a WordLists,
        words: &'a Dictionary,
        of_columns: bool,
    ) -> Result<Self> {
        let mut conditions = Vec::new();
        for policy in &request.policies {
            let condition = |(name, any): &(String, Vec<String>)| {
                let field = condition_field(policy, name, carried, of_columns)?;
                Ok(Condition { field, words: any.iter().filter_map(|word| words.find(word)).collect() })
            };
            conditions.push(policy.when.iter().map(condition).collect::<Result<_>>()?);
        }
        let calendar = request.base.calendar.as_ref();
        let by = calendar.and_then(Calendar::field).map_or(Field::Nowhere, |name| field(name, carried));
        Ok(Rules { conditions, calendar, by, carried, lists, words })
    }

    fn word(&self, field: Field, ticket: usize, story: &Story, priority: u32) -> u32 {
        match field {
            Field::Priority => priority,
            Field::OpenedBy => story.opened_by,
            Field::Carried(place) => self.carried.get(place).map_or(NONE, |own| self.lists.code(&own.column, ticket)),
            Field::Nowhere => NONE,
        }
    }

    /// The place of the policy of a ticket while it has a priority: the first one whose every condition holds.
    pub fn policy(&self, ticket: usize, story: &Story, priority: u32) -> Option<usize> {
        let holds = |condition: &Condition| {
            let word = self.word(condition.field, ticket, story, priority);
            word != NONE && condition.words.contains(&word)
        };
        self.conditions.iter().position(|conditions| conditions.iter().all(holds))
    }

    /// The schedule of a ticket, by its words as they are at the end.
    pub fn schedule(&self, ticket: usize, story: &Story) -> Option<&'a Schedule> {
        self.calendar?.schedule(self.words.get(self.word(self.by, ticket, story, story.priority)))
    }
}

fn field(name: &str, carried: &[Carried]) -> Field {
    match name {
        "priority" => Field::Priority,
        "opened_by" => Field::OpenedBy,
        _ => carried.iter().position(|own| own.name == name).map_or(Field::Nowhere, Field::Carried),
    }
}

/// Where a condition's word stands; refuses a name that is no text of tickets.
fn condition_field(policy: &Policy, name: &str, carried: &[Carried], of_columns: bool) -> Result<Field> {
    let found = field(name, carried);
    let known = match (found, Kind::Ticket.field(name)) {
        (Field::Priority | Field::OpenedBy, _) => true,
        (_, Some(field)) => field.of == Type::Text && !is_derived(name) && name != "id",
        (found, None) => matches!(found, Field::Carried(_)) || !of_columns,
    };
    if known {
        return Ok(found);
    }
    let text = format!(
        "the policy `{}` asks for a column that is no text of tickets, or follows from the log; give it in the tickets",
        policy.name
    );
    Err(Error::new(Code::BadPolicy, text).field(name))
}
