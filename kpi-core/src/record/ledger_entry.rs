//! Ledger entries: costs, revenue and the like.

use super::{Flaws, one_of, record};
use crate::error::Code;
use crate::words;

record! {
    /// A ledger entry: money at a date, or spread over a period.
    LedgerEntry, LedgerEntryAt, check, {
        /// When it counts; it, or `from` and `to`, is required.
        at: Instant,
        /// The start of the period over which it is spread evenly.
        from: Instant,
        /// The end of that period, not included.
        to: Instant,
        /// cost, revenue, acquisition_cost or penalty.
        kind: Text required,
        /// salaries, training, software, infrastructure, or a word of one's own.
        category: Text,
        /// The channel it is for.
        channel: Text,
        /// The type of issue it is for.
        r#type: Text,
        /// The department it is for.
        department: Text,
        /// How much.
        amount: Amount required,
        /// The currency: three capital letters.
        currency: Text required,
    }
}

fn check(entry: &LedgerEntryAt<'_>, bad: &mut Flaws<'_>) {
    match (entry.at(), entry.from(), entry.to()) {
        (Some(_), None, None) => one_of_kinds(entry, bad),
        (None, Some(from), Some(to)) if from < to => one_of_kinds(entry, bad),
        (None, Some(_), Some(_)) => bad.add(
            "to",
            Code::WrongOrder,
            "the period ends before it starts, or is empty; correct it, or ask for bad records to be skipped",
        ),
        (Some(_), _, _) => {
            bad.add("at", Code::WrongOrder, "an entry has a date or a period, not both");
        }
        _ => bad.add("at", Code::MissingField, "an entry needs `at`, or `from` and `to`"),
    }
}

fn one_of_kinds(entry: &LedgerEntryAt<'_>, bad: &mut Flaws<'_>) {
    let kinds = words::COST..=words::PENALTY;
    one_of(
        "kind",
        entry.kind(),
        kinds,
        "the kind must be cost, revenue, acquisition_cost or penalty; map your words to these",
        bad,
    );
}
