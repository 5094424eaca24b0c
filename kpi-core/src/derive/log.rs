//! The log: tables of events, typed, and grouped by ticket.

use alloc::vec::Vec;

use super::event::{Event, EventKind};
use crate::column::{Codes, Ints};
use crate::error::{Code, Error, Result};
use crate::record::Kind;
use crate::report::batch::Batch;
use crate::words;

/// What happened, by its word.
fn happened(word: u32) -> Option<EventKind> {
    Some(match word {
        words::CREATED => EventKind::Created,
        words::PROMISED => EventKind::Promised,
        words::CUSTOMER_MESSAGE => EventKind::CustomerMessage,
        words::BOT_REPLY => EventKind::BotReply,
        words::AUTO_REPLY => EventKind::AutoReply,
        words::HANDOVER => EventKind::Handover,
        words::PRIORITY => EventKind::Priority,
        words::ASSIGNED => EventKind::Assigned,
        words::TRANSFERRED => EventKind::Transferred,
        words::ESCALATED => EventKind::Escalated,
        words::AGENT_REPLY => EventKind::AgentReply,
        words::PRIVATE_NOTE => EventKind::PrivateNote,
        words::PENDING => EventKind::Pending,
        words::ON_HOLD => EventKind::OnHold,
        words::RESUMED => EventKind::Resumed,
        words::STATUS => EventKind::Status,
        words::RESOLVED => EventKind::Resolved,
        words::REOPENED => EventKind::Reopened,
        words::CLOSED => EventKind::Closed,
        words::CANCELED => EventKind::Canceled,
        words::MERGED => EventKind::Merged,
        words::DELETED => EventKind::Deleted,
        words::SPAM => EventKind::Spam,
        _ => return None,
    })
}

/// The tickets by their place, in the order in which they come out.
#[derive(Debug)]
pub(crate) struct Tickets {
    /// The code of each one's id.
    pub ids: Vec<u32>,
    /// By code of an id: its ticket's place, from 1.
    places: Vec<u32>,
}

impl Tickets {
    /// None yet; ids have codes below `codes`.
    pub fn new(codes: usize) -> Self {
        Tickets { ids: Vec::new(), places: alloc::vec![0; codes] }
    }

    /// The place of a ticket, and whether it is new.
    pub fn place(&mut self, id: u32) -> Result<(u32, bool)> {
        let known = self.places.get_mut(id as usize).ok_or_else(Error::overflow)?;
        let new = *known == 0;
        if new {
            self.ids.push(id);
            *known = u32::try_from(self.ids.len()).map_err(|_| Error::overflow())?;
        }
        Ok((known.saturating_sub(1), new))
    }
}

/// One table of events.
struct Part<'a> {
    at: Ints<'a>,
    due_at: Ints<'a>,
    sequence: Ints<'a>,
    ticket: Codes<'a>,
    kind: Codes<'a>,
    actor_kind: Codes<'a>,
    actor: Codes<'a>,
    value: Codes<'a>,
    len: usize,
    skip: &'a [bool],
    /// Events in earlier tables.
    before: u32,
}

/// All events that are seen, by ticket.
pub(crate) struct Log {
    events: Vec<Event>,
    /// By ticket: where its events end.
    ends: Vec<usize>,
    /// The last instant of all.
    pub last: Option<i64>,
}

impl Log {
    /// Reads batches, of which some records are to be skipped, up to `limit`.
    pub fn read(batches: &[(Batch<'_>, Vec<bool>)], limit: i64, tickets: &mut Tickets) -> Result<Log> {
        let mut parts: Vec<Part<'_>> = Vec::with_capacity(batches.len());
        let mut before = 0u32;
        for (batch, skip) in batches {
            parts.push(Part::new(batch, skip, before));
            let len = u32::try_from(batch.len).map_err(|_| Error::overflow())?;
            before = before.checked_add(len).ok_or_else(Error::overflow)?;
        }
        // First how many events each ticket has, then each event to its place: the order of the input stays.
        let mut counts: Vec<usize> = alloc::vec![0; tickets.ids.len()];
        let mut last = None;
        for part in &parts {
            for row in 0..part.len {
                let Some(at) = part.seen(row, limit) else { continue };
                last = last.max(Some(at));
                let (place, new) = tickets.place(part.ticket.at(row))?;
                if new {
                    counts.push(0);
                }
                if let Some(count) = counts.get_mut(place as usize) {
                    *count = count.saturating_add(1);
                }
            }
        }
        let mut begin = 0usize;
        for count in &mut counts {
            let own = *count;
            *count = begin;
            begin = begin.saturating_add(own);
        }
        let mut events = alloc::vec![Event::NOTHING; begin];
        for part in &parts {
            for row in 0..part.len {
                let Some(at) = part.seen(row, limit) else { continue };
                let (place, _) = tickets.place(part.ticket.at(row))?;
                let Some(next) = counts.get_mut(place as usize) else { continue };
                if let Some(event) = events.get_mut(*next) {
                    *event = part.event(row, at)?;
                }
                *next = next.saturating_add(1);
            }
        }
        Ok(Log { events, ends: counts, last })
    }

    /// The events of a ticket, in the order of the input.
    pub fn of(&mut self, ticket: usize) -> &mut [Event] {
        let start = ticket.checked_sub(1).and_then(|before| self.ends.get(before).copied()).unwrap_or(0);
        let end = self.ends.get(ticket).copied().unwrap_or(0);
        self.events.get_mut(start..end).unwrap_or_default()
    }
}

impl<'a> Part<'a> {
    fn new(batch: &Batch<'a>, skip: &'a [bool], before: u32) -> Self {
        Part {
            at: batch.ints("at"),
            due_at: batch.ints("due_at"),
            sequence: batch.ints("sequence"),
            ticket: batch.codes("ticket"),
            kind: batch.codes("kind"),
            actor_kind: batch.codes("actor_kind"),
            actor: batch.codes("actor"),
            value: batch.codes("value"),
            len: batch.len,
            skip,
            before,
        }
    }

    /// The instant of an event that counts.
    fn seen(&self, row: usize, limit: i64) -> Option<i64> {
        if self.skip.get(row) == Some(&true) {
            return None;
        }
        self.at.at(row).filter(|&at| at <= limit)
    }

    fn event(&self, row: usize, at: i64) -> Result<Event> {
        let index = self.before.saturating_add(row as u32);
        let kind = happened(self.kind.at(row)).ok_or_else(|| {
            let error = Error::new(Code::UnknownWord, "it is no kind of event").record(Kind::TicketEvent.as_str());
            error.field("kind").index(index.into())
        })?;
        Ok(Event {
            at,
            sequence: self.sequence.at(row).map_or(u64::MAX, i64::unsigned_abs),
            due_at: self.due_at.at(row),
            actor_kind: self.actor_kind.at(row),
            actor: self.actor.at(row),
            value: self.value.at(row),
            index,
            kind,
            twice: false,
        })
    }
}
