//! Event logs written as a few lines.

use serde_json::{Value, json};

/// An instant on Monday 2026-01-05, or `01-20T09:00` of that year.
pub fn at(text: &str) -> String {
    if text.contains('T') { format!("2026-{text}:00Z") } else { format!("2026-01-05T{text}:00Z") }
}

/// Events of a ticket, one a line: when, what, and then by whom (`agent` or `agent:ann`), `=value`, `due=10:00`, `#1`.
pub fn events(ticket: &str, log: &str) -> Vec<Value> {
    let lines = log.lines().map(str::trim).filter(|line| !line.is_empty());
    lines
        .map(|line| {
            let mut words = line.split_whitespace();
            let (when, kind) = (words.next().unwrap(), words.next().unwrap());
            let mut event = json!({ "ticket": ticket, "at": at(when), "kind": kind });
            for word in words {
                if let Some(value) = word.strip_prefix('=') {
                    event["value"] = json!(value);
                } else if let Some(due) = word.strip_prefix("due=") {
                    event["due_at"] = json!(at(due));
                } else if let Some(sequence) = word.strip_prefix('#') {
                    event["sequence"] = json!(sequence.parse::<u32>().unwrap());
                } else {
                    let (role, actor) = word.split_once(':').map_or((word, None), |(role, actor)| (role, Some(actor)));
                    event["actor_kind"] = json!(role);
                    event["actor"] = json!(actor);
                }
            }
            event
        })
        .collect()
}
