//! Work spans: agents' times and what they handle in them, cut where anything changes; derived over whole tables.

use alloc::vec::Vec;

use crate::column::{Bits, Column, Table, Unread};
use crate::error::{Code, Result};
use crate::kpi::population::DAY;
use crate::kpi::{Entry, find};
use crate::record::Kind;
use crate::report::derive::{Tables, at, flag, pack};
use crate::report::request::Request;
use crate::sorted::sort;
use crate::time::Zone;
use crate::words::Dictionary;

/// The kinds of record of which work spans are made.
pub(crate) const OF_WORK_SPANS: &[Kind] = &[Kind::AgentTime, Kind::Leg, Kind::Contact];

/// States of agents; where times overlap the later one wins.
const STATES: [&str; 5] = ["available", "training", "meeting", "break", "off"];

/// Whether a KPI counts work spans, and whether it asks what is handled in them.
pub(crate) fn reads_spans(entry: &Entry) -> Option<bool> {
    let read = entry.reads().find(|read| read.kind == Kind::WorkSpan)?;
    Some(read.needs.contains(&"handled"))
}

/// Whether the work spans say what is handled in them.
pub(crate) fn has_handled(tables: &[Table<'_>]) -> bool {
    tables.iter().any(|table| table.kind == Kind::WorkSpan && table.column("handled").is_some())
}

/// A stretch of an agent's time.
#[derive(Clone, Copy)]
struct Stretch<'a> {
    from: i64,
    to: i64,
    of: Of,
    /// The place of its state among the states.
    rank: usize,
    paid: bool,
    team: Option<&'a str>,
}

/// What a stretch is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Of {
    Fact,
    Plan,
    Handling,
}

/// A stretch in which nothing changes.
#[derive(Clone, Copy, PartialEq)]
struct Piece<'a> {
    from: i64,
    to: i64,
    agent: &'a str,
    team: Option<&'a str>,
    state: Option<usize>,
    paid: bool,
    planned: Option<usize>,
    handled: i64,
}

/// The spans as columns.
pub(crate) struct WorkSpans<'a> {
    pieces: Vec<Piece<'a>>,
    instants: [Vec<i64>; 2],
    handled: Vec<i64>,
    /// The flags, and where they are known.
    paid: [Vec<u8>; 2],
    /// Whether anything is known of what agents handle.
    handles: bool,
    /// Contacts that a person answered, nobody knows who or until when.
    unplaced: usize,
}

/// The work spans that KPIs ask for, where none are given and agents' times are.
pub(crate) fn work_spans<'a>(request: &'a Request, tables: &'a [Table<'a>]) -> Result<Option<WorkSpans<'a>>> {
    let preset = request.preset.iter().flat_map(|preset| preset.kpis.iter().copied());
    let asked = request.kpis.iter().map(|ask| (&*ask.kpi, &*ask.variant));
    let mut wanted = false;
    for (kpi, variant) in asked.chain(preset) {
        wanted |= reads_spans(find(kpi, variant)?).is_some();
    }
    let given = |kind: Kind| tables.iter().any(|table| table.kind == kind);
    if !wanted || given(Kind::WorkSpan) || !given(Kind::AgentTime) {
        return Ok(None);
    }
    let all = Tables::new(request, tables)?;
    let mut agents = Agents::default();
    for (table, row) in all.each(Kind::AgentTime) {
        let word = |name| all.word(table, name, row);
        let Some(rank) = word("state").and_then(|state| STATES.iter().position(|own| *own == state)) else { continue };
        let of = if flag(table, "scheduled", row) == Some(true) { Of::Plan } else { Of::Fact };
        let paid = flag(table, "paid", row).unwrap_or(rank < 3);
        let span = at(table, "from", row).zip(at(table, "to", row));
        if let Some(((from, to), agent)) = span.zip(word("agent")) {
            agents.add(agent, Stretch { from, to, of, rank, paid, team: word("team") })?;
        }
    }
    let handling = |from, to, team| Stretch { from, to, of: Of::Handling, rank: 0, paid: false, team };
    let mut in_legs = Dictionary::default();
    // As of an instant before it begins a leg is not there.
    for (table, row) in all.each(Kind::Leg).filter(|&(table, row)| at(table, "from", row) <= Some(all.limit)) {
        if let Some(contact) = all.word(table, "contact", row) {
            in_legs.intern(contact)?;
        }
        let span = at(table, "from", row).zip(at(table, "to", row));
        if let Some(((from, to), agent)) = span.zip(all.word(table, "agent", row)) {
            agents.add(agent, handling(from, to.max(from.saturating_add(worked(table, row))), None))?;
        }
    }
    let mut unplaced = 0usize;
    for (table, row) in all.each(Kind::Contact) {
        let word = |name| all.word(table, name, row);
        let answered = match word("outcome") {
            Some("abandoned") => matches!(word("abandon_step"), Some("hold" | "conversation")),
            outcome => outcome == Some("answered"),
        };
        let through_legs =
            flag(table, "through_legs", row) == Some(true) || word("id").is_some_and(|id| in_legs.find(id).is_some());
        if !answered || through_legs {
            continue;
        }
        let wrap_up = at(table, "wrap_up", row).unwrap_or(0);
        let ended = at(table, "ended_at", row).map(|ended| ended.saturating_add(wrap_up));
        let span = at(table, "answered_at", row).and_then(|from| {
            let worked = from.saturating_add(worked(table, row));
            let worked = at(table, "talk", row).map(|_| worked);
            Some((from, ended.max(worked)?))
        });
        match span.zip(word("agent")) {
            Some(((from, to), agent)) => agents.add(agent, handling(from, to, word("team")))?,
            None => unplaced = unplaced.saturating_add(1),
        }
    }
    let handles = given(Kind::Leg) || given(Kind::Contact);
    Ok(Some(WorkSpans::new(agents.pieces(), handles, unplaced)))
}

/// Talk, hold and the work afterwards.
fn worked(table: &Table<'_>, row: usize) -> i64 {
    ["talk", "hold", "wrap_up"].iter().filter_map(|name| at(table, name, row)).fold(0, i64::saturating_add)
}

/// The stretches of all agents.
#[derive(Default)]
struct Agents<'a> {
    codes: Dictionary,
    names: Vec<&'a str>,
    stretches: Vec<Stretch<'a>>,
    /// By agent and instant: the stretch that begins or ends there, as twice its place and 1 for a beginning.
    changes: Vec<(u32, i64, usize)>,
}

impl<'a> Agents<'a> {
    fn add(&mut self, agent: &'a str, stretch: Stretch<'a>) -> Result<()> {
        if stretch.from < stretch.to {
            let (code, new) = self.codes.intern_new(agent)?;
            if new {
                self.names.push(agent);
            }
            let place = self.stretches.len().wrapping_mul(2);
            self.changes.push((code, stretch.from, place.wrapping_add(1)));
            self.changes.push((code, stretch.to, place));
            self.stretches.push(stretch);
        }
        Ok(())
    }

    fn pieces(mut self) -> Vec<Piece<'a>> {
        sort(&mut self.changes);
        let mut pieces: Vec<Piece<'a>> = Vec::new();
        for of_agent in self.changes.chunk_by(|a, b| a.0 == b.0) {
            let code = of_agent.first().map_or(0, |change| change.0);
            let Some(&agent) = (code as usize).checked_sub(1).and_then(|place| self.names.get(place)) else { continue };
            let (mut active, mut from): (Vec<Stretch<'a>>, i64) = (Vec::new(), 0);
            let mut places: Vec<usize> = Vec::new();
            for at_once in of_agent.chunk_by(|a, b| a.1 == b.1) {
                let to = at_once.first().map_or(from, |change| change.1);
                if !active.is_empty() {
                    let next = piece(agent, from, to, &active);
                    match pieces.last_mut() {
                        Some(last)
                            if last.to == from
                                && Piece { from: last.from, to, ..*last } == (Piece { from: last.from, ..next }) =>
                        {
                            last.to = to;
                        }
                        _ => pieces.push(next),
                    }
                }
                for &(_, _, change) in at_once {
                    let place = change >> 1;
                    if change & 1 == 1 {
                        places.push(place);
                        active.extend(self.stretches.get(place).copied());
                    } else if let Some(own) = places.iter().position(|&other| other == place) {
                        places.swap_remove(own);
                        active.swap_remove(own);
                    }
                }
                from = to;
            }
        }
        pieces
    }
}

/// What is so of an agent while these stretches last.
fn piece<'a>(agent: &'a str, from: i64, to: i64, active: &[Stretch<'a>]) -> Piece<'a> {
    let of = |of: Of| active.iter().filter(move |stretch| stretch.of == of);
    let winner = |kind: Of| of(kind).max_by_key(|stretch| (stretch.rank, stretch.paid, stretch.team));
    let (fact, plan) = (winner(Of::Fact), winner(Of::Plan));
    Piece {
        from,
        to,
        agent,
        team: fact.or(plan).or_else(|| winner(Of::Handling)).and_then(|stretch| stretch.team),
        state: fact.map(|fact| fact.rank),
        paid: fact.is_some_and(|fact| fact.paid),
        planned: plan.map(|plan| plan.rank),
        handled: of(Of::Handling).count() as i64,
    }
}

/// What was no time off of all agents, each in order.
pub(super) struct Shifts<'a> {
    agents: Dictionary,
    /// By agent and beginning: the place of the record.
    times: Vec<(u32, i64, usize)>,
    records: Vec<(&'a Table<'a>, usize)>,
    /// Along the times: when the last of all that have begun so far ends.
    ends: Vec<i64>,
}

impl<'a> Shifts<'a> {
    /// The agents' times, or the work spans, that are facts.
    pub fn new(all: &Tables<'a>, kind: Kind) -> Result<Self> {
        let mut shifts =
            Shifts { agents: Dictionary::default(), times: Vec::new(), records: Vec::new(), ends: Vec::new() };
        for (table, row) in all.each(kind) {
            let fact = flag(table, "scheduled", row) != Some(true);
            let lasts = at(table, "from", row) < at(table, "to", row);
            let here = fact && lasts && all.word(table, "state", row).is_some_and(|state| state != "off");
            if let Some((agent, from)) = all.word(table, "agent", row).zip(at(table, "from", row)).filter(|_| here) {
                shifts.times.push((shifts.agents.intern(agent)?, from, shifts.records.len()));
                shifts.records.push((table, row));
            }
        }
        sort(&mut shifts.times);
        let mut last = (0, i64::MIN);
        for &(agent, from, place) in &shifts.times {
            let to = shifts.records.get(place).and_then(|(table, row)| at(table, "to", *row)).unwrap_or(from);
            last = (agent, if last.0 == agent { to.max(last.1) } else { to });
            shifts.ends.push(last.1);
        }
        Ok(shifts)
    }

    /// Whether an agent is on shift at an instant.
    pub fn have(&self, agent: Option<&str>, at: Option<i64>) -> bool {
        let before = || {
            let (agent, at) = (self.agents.find(agent?)?, at?);
            let place = self.times.partition_point(|time| (time.0, time.1) <= (agent, at)).checked_sub(1)?;
            let same = self.times.get(place)?.0 == agent;
            self.ends.get(place).filter(|&&end| same && end > at)
        };
        before().is_some()
    }

    /// Which records of a table begin the first shift of their agent on a local date; a shift is all that lies together.
    pub fn first_of_days(&self, zone: &Zone, table: &Table<'_>) -> Vec<bool> {
        let mut marks = alloc::vec![false; table.len];
        let (mut run, mut day) = ((0, i64::MIN), None);
        for (&(agent, from, place), &end) in self.times.iter().zip(&self.ends) {
            if run.0 != agent {
                day = None;
            }
            if run.0 != agent || from > run.1 {
                let own = Some(zone.to_local(from).div_euclid(DAY));
                let record = self.records.get(place).filter(|(other, _)| day != own && core::ptr::eq(*other, table));
                if let Some(mark) = record.and_then(|(_, row)| marks.get_mut(*row)) {
                    *mark = true;
                }
                day = own;
            }
            run = (agent, end);
        }
        marks
    }
}

impl<'a> WorkSpans<'a> {
    fn new(pieces: Vec<Piece<'a>>, handles: bool, unplaced: usize) -> Self {
        WorkSpans {
            instants: [pieces.iter().map(|piece| piece.from).collect(), pieces.iter().map(|piece| piece.to).collect()],
            handled: pieces.iter().map(|piece| piece.handled).collect(),
            paid: [pack(pieces.iter().map(|piece| piece.paid)), pack(pieces.iter().map(|piece| piece.state.is_some()))],
            pieces,
            handles,
            unplaced,
        }
    }

    /// The table, as one that was given.
    pub fn table(&self) -> Table<'_> {
        let len = self.pieces.len();
        let texts = |one: &dyn Fn(&Piece<'a>) -> Option<&'a str>| Column::Words(self.pieces.iter().map(one).collect());
        let word = |rank: Option<usize>| rank.and_then(|rank| STATES.get(rank).copied());
        let [from, to] = &self.instants;
        let [paid, known] = &self.paid;
        let mut table = Table::new(Kind::WorkSpan, len)
            .with("agent", texts(&|piece| Some(piece.agent)))
            .with("team", texts(&|piece| piece.team))
            .with("from", Column::Ints { values: from, valid: None })
            .with("to", Column::Ints { values: to, valid: None })
            .with("state", texts(&|piece| word(piece.state)))
            .with("paid", Column::Flags { len, values: Bits::new(paid, 0), valid: Some(Bits::new(known, 0)) })
            .with("planned", texts(&|piece| word(piece.planned)));
        if self.handles {
            table.set("handled", Column::Ints { values: &self.handled, valid: None });
        }
        if self.unplaced > 0 {
            table.dropped = true;
            table.unread.push(Unread {
                field: "agent".into(),
                code: Code::MissingField,
                text: "who answered a contact, or until when, is not known".into(),
                rows: alloc::vec![0; self.unplaced],
                values: Vec::new(),
            });
        }
        table
    }
}
