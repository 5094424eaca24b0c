//! The log of events: the tickets that it tells, and what follows from them.

use std::collections::{BTreeMap, BTreeSet};

use kpi_core::derive::{Derived, FindingCode, derive};
use kpi_core::time::Zone;
use kpi_core::{Column, Constant, Kind, Table};

use crate::explain;
use crate::human::{count, records, words};
use crate::input::{Loaded, Origin};
use crate::options::Options;
use crate::rules::Rules;

/// How many contradictions of one code are shown.
const EXAMPLES: usize = 5;

/// What the log says.
pub struct Log {
    derived: Derived,
    /// How many tickets have no event and stay as their table says.
    alone: usize,
    /// What happens in it at all.
    pub kinds: BTreeSet<String>,
}

/// All files, and what the log among them says.
pub struct Told {
    /// What goes into the report as it is.
    pub files: Vec<Loaded>,
    /// The events, and the tickets that have some.
    pub used: Vec<Loaded>,
    pub log: Option<Log>,
}

/// The texts of a column.
fn texts<'a>(column: &'a Column<'a>) -> BTreeSet<&'a str> {
    match column {
        Column::Words(words) => words.iter().flatten().copied().collect(),
        Column::Codes { words, .. } => words.iter().copied().collect(),
        Column::Constant(Constant::Text(text)) => BTreeSet::from([text.as_str()]),
        _ => BTreeSet::new(),
    }
}

/// The texts of one column of all files.
fn all_texts(files: &mut [Loaded], name: &str) -> BTreeSet<String> {
    let mut all = BTreeSet::new();
    for file in files {
        let (table, _) = file.split();
        let column = table.columns().find(|(own, _)| *own == name).map(|(_, column)| column);
        all.extend(column.into_iter().flat_map(texts).map(String::from));
    }
    all
}

/// Derives what the log says, if there is one.
pub fn tell(files: Vec<Loaded>, options: &Options, rules: &Rules, zone: Option<&Zone>) -> Result<Told, String> {
    let is_event = |file: &Loaded| file.origin.kind == Kind::TicketEvent;
    if !files.iter().any(is_event) {
        return Ok(Told { files, used: Vec::new(), log: None });
    }
    let (mut used, others): (Vec<Loaded>, Vec<Loaded>) = files.into_iter().partition(is_event);
    let (known, kinds) = (all_texts(&mut used, "ticket"), all_texts(&mut used, "kind"));
    let (mut files, mut alone) = (Vec::new(), 0);
    for file in others {
        if file.origin.kind != Kind::Ticket {
            files.push(file);
        } else if file.origin.says_how_tickets_are() {
            let (own, rest) = file.part(&known, zone, options)?;
            alone += rest.origin.numbers.len();
            used.push(own);
            if !rest.origin.numbers.is_empty() {
                files.push(rest);
            }
        } else {
            used.push(file);
        }
    }
    let request = rules.derive(options, zone.unwrap_or(&Zone::utc()))?;
    let (tables, origins): (Vec<_>, Vec<_>) = used.iter_mut().map(Loaded::split).unzip();
    let derived = derive(&request, &tables);
    let derived =
        derived.map_err(|error| rules.explain(&error).unwrap_or_else(|| explain::report(&error, &origins)))?;
    Ok(Told { files, used, log: Some(Log { derived, alone, kinds }) })
}

impl Log {
    /// What follows from the log, as tables of a report.
    pub fn tables(&self) -> Vec<Table<'_>> {
        self.derived.tables()
    }

    /// How many records of a kind came in, and how many were skipped and why.
    pub fn read(&self, kind: Kind) -> Option<&kpi_core::Counted> {
        self.derived.inputs.get(&kind)
    }

    fn found(&self) -> BTreeMap<FindingCode, u64> {
        let mut found = BTreeMap::new();
        for finding in self.derived.findings() {
            *found.entry(finding.code).or_default() += 1;
        }
        found
    }

    /// What to know of the log in a line or two; contradictions in words or by their codes.
    pub fn remarks(&self, in_prose: bool) -> Vec<String> {
        let found = self.found();
        let named = |(code, &n): (&FindingCode, &u64)| {
            format!("{} {}", count(n), if in_prose { in_words(*code, n) } else { code.as_str().to_owned() })
        };
        let found: Vec<String> = found.iter().map(named).collect();
        let mut remarks = Vec::new();
        if !found.is_empty() {
            let how = if in_prose { "" } else { " (--check lists them)" };
            remarks.push(format!("Contradictions in the log: {}{how}", found.join(", ")));
        }
        if self.alone > 0 {
            let (n, stay, their) =
                if self.alone == 1 { ("ticket", "stays", "its") } else { ("tickets", "stay", "their") };
            remarks.push(format!("{} {n} without any event {stay} as {their} table says", count(self.alone)));
        }
        remarks
    }

    /// Every contradiction for machines.
    pub fn findings(&self) -> Vec<serde_json::Value> {
        self.derived.findings().filter_map(|finding| serde_json::to_value(finding).ok()).collect()
    }

    /// The contradictions, the first of each code with their places.
    pub fn listed(&self, origins: &[&Origin]) -> Vec<String> {
        let mut lines = Vec::new();
        for (code, n) in self.found() {
            lines.push(format!("\n  {} · {}", code.as_str(), records(n)));
            lines.push(format!("    {}", code.text()));
            let same = || self.derived.findings().filter(move |finding| finding.code == code);
            for finding in same().take(EXAMPLES) {
                let place = finding.event.and_then(|event| place(event, origins));
                let place = place.map_or(String::new(), |place| format!(": {place}"));
                lines.push(format!("    ticket {}{place}", finding.ticket));
            }
            let more = n.saturating_sub(EXAMPLES as u64);
            if more > 0 {
                lines.push(format!("    and {} more", count(more)));
            }
        }
        lines
    }
}

/// What a number of contradictions is called where it is read without the list of codes.
fn in_words(code: FindingCode, n: u64) -> String {
    let one = match code {
        FindingCode::NotCreated => "without a creation",
        FindingCode::Duplicate if n == 1 => "duplicate event",
        FindingCode::Duplicate => "duplicate events",
        FindingCode::CreatedTwice => "created a second time",
        FindingCode::BeforeCreation => "before the creation",
        FindingCode::Role => "by a customer in the name of an agent",
        FindingCode::ReopenedWhileOpen => "reopened while open",
        FindingCode::AfterCancellation => "after a cancellation",
        FindingCode::AfterMerge => "after a merge",
        FindingCode::AfterDeletion => "after a deletion",
        FindingCode::AfterSpam => "after being marked as spam",
        other => return words(other.as_str()),
    };
    one.to_owned()
}

/// Where an event stands, of which its place among all events is known.
fn place(event: u64, origins: &[&Origin]) -> Option<String> {
    let mut number = usize::try_from(event).ok()?;
    for origin in origins.iter().filter(|origin| origin.kind == Kind::TicketEvent) {
        match number.checked_sub(origin.records()) {
            Some(rest) => number = rest,
            None => return Some(explain::line(origin, number)),
        }
    }
    None
}
