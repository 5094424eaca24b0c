//! Which policy and which schedules a ticket has.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use super::clock::Along;
use super::policy::Policy;
use super::records::Story;
use super::request::DeriveRequest;
use super::table::{Carried, TEXTS, WordLists, is_derived};
use crate::error::{Code, Error, Result};
use crate::record::{Kind, Type};
use crate::time::Calendar;
use crate::words::{Dictionary, NONE};

/// Where a word of a ticket stands.
#[derive(Clone, Copy, Debug)]
enum Field {
    /// As it was at the moment.
    Priority,
    /// As the story of the ticket ends.
    Told(fn(&Story) -> u32),
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
        let by = match calendar.and_then(Calendar::field).filter(|_| request.asks_for_hours()) {
            Some(name) => schedule_field(name, carried, of_columns)?,
            None => Field::Nowhere,
        };
        Ok(Rules { conditions, calendar, by, carried, lists, words })
    }

    fn word(&self, field: Field, ticket: usize, story: &Story, priority: u32) -> u32 {
        match field {
            Field::Priority => priority,
            Field::Told(text) => text(story),
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

    /// The schedules of a ticket in their order: one for each priority it had, where they go by priority, else the one
    /// of its words as they are at the end.
    pub fn schedules(&self, ticket: usize, story: &Story, priorities: &[(i64, u32)], out: &mut Vec<Along<'a>>) {
        out.clear();
        let Some(calendar) = self.calendar else { return };
        let last = [(story.created_at, story.priority)];
        let held = if matches!(self.by, Field::Priority) { priorities } else { &last };
        let schedule = |priority| calendar.schedule(self.words.get(self.word(self.by, ticket, story, priority)));
        out.extend(held.iter().map(|&(from, priority)| (from, schedule(priority))));
    }
}

/// Where a word of tickets stands, if the name is that of a text; of those that follow from the log alone `told` ones.
fn field(name: &str, carried: &[Carried], of_columns: bool, told: &[&str]) -> Option<Field> {
    if name == "priority" {
        return Some(Field::Priority);
    }
    if let Some((_, text)) = TEXTS.iter().find(|(own, _)| *own == name && told.contains(own)) {
        return Some(Field::Told(*text));
    }
    let found = carried.iter().position(|own| own.name == name).map_or(Field::Nowhere, Field::Carried);
    let known = match Kind::Ticket.field(name) {
        Some(field) => field.of == Type::Text && !is_derived(name) && name != "id",
        None => matches!(found, Field::Carried(_)) || !of_columns,
    };
    known.then_some(found)
}

/// Where the word stands that chooses the schedule; refuses a name that is no text of tickets.
fn schedule_field(name: &str, carried: &[Carried], of_columns: bool) -> Result<Field> {
    let told = TEXTS.map(|(name, _)| name);
    field(name, carried, of_columns, &told).ok_or_else(|| {
        let text =
            format!("`{name}` is no text of tickets; name one that follows from the log, or that the tickets have");
        Error::new(Code::BadCalendar, text).field("by")
    })
}

/// Where a condition's word stands; refuses a name that is no text of tickets.
fn condition_field(policy: &Policy, name: &str, carried: &[Carried], of_columns: bool) -> Result<Field> {
    if let Some(found) = field(name, carried, of_columns, &["opened_by"]) {
        return Ok(found);
    }
    let text = format!(
        "the policy `{}` asks for a column that is no text of tickets, or follows from the log; give it in the tickets",
        policy.name
    );
    Err(Error::new(Code::BadPolicy, text).field(name))
}
