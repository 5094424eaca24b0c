//! The ticketing log of an Italian software company (Polato 2017): a row for each activity, events made of them.

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

/// Fields of the ticket, and a column of the data set's own to group by.
const TICKET: [&str; 7] = ["id", "account", "priority", "type", "team", "department", "product"];
const EVENT: [&str; 7] = ["ticket", "at", "kind", "actor_kind", "actor", "value", "sequence"];

const TAKEN: &str = "Take in charge ticket";
const RESOLVED: &str = "Resolve ticket";
const WAIT: &str = "Wait";
const CLOSED: &str = "Closed";

pub fn adapt(path: &Path) -> Result<Adapted, String> {
    let mut sheets =
        Sheets { tickets: Sheet::new(Kind::Ticket, TICKET)?, events: Sheet::new(Kind::TicketEvent, EVENT)? };
    let mut case = Case::default();
    each(path, b',', COLUMNS, |row| {
        let [id, activity, resource, time, attributes @ ..] = row;
        let at = local("Complete Timestamp", &time.replace('/', "-").replace(' ', "T"))?;
        if case.id != id {
            std::mem::take(&mut case).push(&mut sheets)?;
            case = Case { id: id.into(), attributes: attributes.map(Into::into), rows: Vec::new() };
        }
        case.rows.push(Row { at, activity: activity.into(), resource: resource.into() });
        Ok(())
    })?;
    case.push(&mut sheets)?;
    Ok(Adapted { sheets: vec![sheets.tickets, sheets.events], notes: Vec::new() })
}

struct Sheets {
    tickets: Sheet,
    events: Sheet,
}

/// The rows of one case, which stand together in the file.
#[derive(Default)]
struct Case {
    id: String,
    /// What the first row says of the ticket; later rows sometimes change it.
    attributes: [String; 6],
    rows: Vec<Row>,
}

struct Row {
    at: i64,
    activity: String,
    resource: String,
}

#[derive(Clone, Copy, PartialEq)]
enum State {
    Open,
    Waiting,
    Resolved,
}

impl Case {
    /// Adds the ticket and its events.
    fn push(mut self, sheets: &mut Sheets) -> Result<(), String> {
        // Rows of the same second keep the order of the file.
        self.rows.sort_by_key(|row| row.at);
        let Some(first) = self.rows.first() else { return Ok(()) };
        let [customer, seriousness, service, workgroup, section, product] = &self.attributes;
        sheets.tickets.push([&self.id, customer, seriousness, service, workgroup, section, product])?;
        let mut log = Log { id: &self.id, sheet: &mut sheets.events, sequence: 0 };
        log.push(first.at, "created", ["", "", ""])?;
        let last = self.rows.iter().rposition(|row| row.activity == RESOLVED);
        let (mut state, mut holder, mut taken) = (State::Open, "", false);
        for (place, row) in self.rows.iter().enumerate() {
            let (at, who) = (row.at, row.resource.as_str());
            if row.activity == CLOSED {
                log.push(at, "closed", ["system", "", ""])?;
                state = State::Resolved;
                continue;
            }
            let goes_on = row.activity != RESOLVED;
            // What follows the last resolution does not undo it; see below.
            if state == State::Resolved && goes_on && last > Some(place) {
                // Who wanted that, nobody knows.
                log.push(at, "reopened", ["", "", ""])?;
                state = State::Open;
            }
            if state == State::Waiting && goes_on && row.activity != WAIT {
                log.push(at, "resumed", ["agent", who, ""])?;
                state = State::Open;
            }
            if who != holder && state != State::Resolved {
                log.push(at, "assigned", ["agent", who, who])?;
                holder = who;
            }
            match row.activity.as_str() {
                TAKEN if !taken => {
                    log.push(at, "agent_reply", ["agent", who, ""])?;
                    taken = true;
                }
                WAIT if state != State::Resolved => {
                    log.push(at, "on_hold", ["agent", who, ""])?;
                    state = State::Waiting;
                }
                RESOLVED => {
                    log.push(at, "resolved", ["agent", who, ""])?;
                    state = State::Resolved;
                    // Work went on after the last resolution of three tickets. The log does not say that they are open:
                    // each was reopened, and its resolution stands.
                    let is_work = |row: &Row| row.activity != CLOSED;
                    if last == Some(place) && self.rows.iter().skip(place.saturating_add(1)).any(is_work) {
                        log.push(at, "reopened", ["", "", ""])?;
                        log.push(at, "resolved", ["agent", who, ""])?;
                    }
                }
                _ => {}
            }
        }
        Ok(())
    }
}

/// The events of one ticket.
struct Log<'a> {
    id: &'a str,
    sheet: &'a mut Sheet,
    sequence: usize,
}

impl Log<'_> {
    fn push(&mut self, at: i64, kind: &str, [actor_kind, actor, value]: [&str; 3]) -> Result<(), String> {
        self.sequence = self.sequence.saturating_add(1);
        let (at, sequence) = (stamp(Some(at)), self.sequence.to_string());
        self.sheet.push([self.id, &at, kind, actor_kind, actor, value, &sequence])
    }
}
