//! The ticketing log of an Italian software company (Polato 2017): a row for each event, tickets made of them.

use std::collections::BTreeSet;
use std::path::Path;

use kpi_core::Kind;

use super::Adapted;
use super::rows::{Sheet, each, local, stamp};

const COLUMNS: [&str; 10] = [
    "Case ID",
    "Activity",
    "Resource",
    "Complete Timestamp",
    "customer",
    "seriousness",
    "service_type",
    "workgroup",
    "responsible_section",
    "product",
];

/// Fields, and a column of the data set's own to group by.
const FIELDS: [&str; 18] = [
    "id",
    "account",
    "priority",
    "type",
    "team",
    "department",
    "product",
    "created_at",
    "first_response_at",
    "first_resolved_at",
    "resolved_at",
    "closed_at",
    "first_assignee",
    "first_replier",
    "resolver",
    "agent_changes",
    "distinct_agents",
    "reopens",
];

const TAKEN: &str = "Take in charge ticket";
const RESOLVED: &str = "Resolve ticket";
const CLOSED: &str = "Closed";

pub fn adapt(path: &Path) -> Result<Adapted, String> {
    let mut tickets = Sheet::new(Kind::Ticket, FIELDS)?;
    let mut case = Case::default();
    each(path, b',', COLUMNS, |row| {
        let [id, activity, resource, time, attributes @ ..] = row;
        let at = local("Complete Timestamp", &time.replace('/', "-").replace(' ', "T"))?;
        if case.id != id {
            std::mem::take(&mut case).push(&mut tickets)?;
            case = Case { id: id.into(), attributes: attributes.map(Into::into), events: Vec::new() };
        }
        case.events.push(Event { at, activity: activity.into(), resource: resource.into() });
        Ok(())
    })?;
    case.push(&mut tickets)?;
    Ok(Adapted { sheets: vec![tickets], notes: Vec::new() })
}

/// The rows of one case, which stand together in the file.
#[derive(Default)]
struct Case {
    id: String,
    /// What the first row says of the ticket; later rows sometimes change it.
    attributes: [String; 6],
    events: Vec<Event>,
}

struct Event {
    at: i64,
    activity: String,
    resource: String,
}

impl Case {
    /// Adds the ticket that the events make.
    fn push(mut self, tickets: &mut Sheet) -> Result<(), String> {
        // Events of the same second keep the order of the file.
        self.events.sort_by_key(|event| event.at);
        let Some(opened) = self.events.first() else { return Ok(()) };
        let first = |activity: &str| self.events.iter().find(|event| event.activity == activity);
        let last = |activity: &str| self.events.iter().rfind(|event| event.activity == activity);
        let at = |event: Option<&Event>| stamp(event.map(|event| event.at));
        let who = |event: Option<&Event>| event.map_or_else(String::new, |event| event.resource.clone());
        let people: BTreeSet<&str> = self.events.iter().map(|event| event.resource.as_str()).collect();
        let changes = self.events.iter().zip(self.events.iter().skip(1)).filter(|(a, b)| a.resource != b.resource);
        let [customer, seriousness, service, workgroup, section, product] = &self.attributes;
        tickets.push([
            &self.id,
            customer,
            seriousness,
            service,
            workgroup,
            section,
            product,
            &stamp(Some(opened.at)),
            &at(first(TAKEN)),
            &at(first(RESOLVED)),
            &at(last(RESOLVED)),
            &at(last(CLOSED)),
            &who(first(TAKEN)),
            &who(first(TAKEN)),
            &who(last(RESOLVED)),
            &changes.count().to_string(),
            &people.len().to_string(),
            &self.reopens().to_string(),
        ])
    }

    /// How often work went on after a resolution; closing is no work.
    fn reopens(&self) -> usize {
        let mut resolved = false;
        let mut reopens = 0usize;
        for event in self.events.iter().filter(|event| event.activity != CLOSED) {
            let now = event.activity == RESOLVED;
            if resolved && !now {
                reopens = reopens.saturating_add(1);
            }
            resolved = now;
        }
        reopens
    }
}
