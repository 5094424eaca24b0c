//! The places of a report's agents, found when the figures of all of them are there.

use alloc::string::String;
use alloc::vec::Vec;

use crate::error::Result;
use crate::kpi::figure::{Figure, Undefined, Value};
use crate::kpi::part::AGENT;
use crate::kpi::people::ranking::{Entrant, Place, Ranking, place, places};
use crate::report::accumulator::Asked;
use crate::report::table::{ALL, ReportRow};
use crate::spec::Spec;

/// The rows of each line by bucket: what is ranked, or has been.
pub(crate) type Cells = [Vec<Vec<ReportRow>>];

/// Ranks the agents of every bucket, each among those who are alike in the other dimensions.
pub(crate) fn rank(running: &Asked, by: &[String], cells: &mut Cells) -> Result<()> {
    let Some(ranking) = &running.ranking else { return Ok(()) };
    let at = by.iter().position(|name| name == AGENT);
    let spec = running.entry.spec();
    let mut done = alloc::vec![false; cells.len()];
    for line in 0..cells.len() {
        if done.get(line) == Some(&true) {
            continue;
        }
        // Lines are in the order of their words, so of equals the one whose id comes first goes first.
        let alike: Vec<usize> = (line..cells.len()).filter(|&other| are_alike(cells, line, other, at)).collect();
        alike.iter().filter_map(|&other| done.get_mut(other).map(|done| *done = true)).for_each(drop);
        let buckets = cells.get(line).map_or(0, Vec::len);
        for slot in 0..buckets {
            let of_slot = alike.iter().filter_map(|&line| cells.get(line)?.get(slot));
            let entrants: Vec<_> = of_slot.map(|rows| entrant(rows, ranking, at)).collect();
            let places = places(&entrants, ranking.order);
            for (&line, place) in alike.iter().zip(places) {
                if let Some(rows) = cells.get_mut(line).and_then(|line| line.get_mut(slot)) {
                    *rows = ranked(rows, place, ranking, spec)?;
                }
            }
        }
    }
    Ok(())
}

/// Whether two lines differ at most in the dimension at `agent`.
fn are_alike(cells: &Cells, line: usize, other: usize, agent: Option<usize>) -> bool {
    let words = |line: usize| cells.get(line)?.first()?.first().map(|row| &row.group);
    let (Some(a), Some(b)) = (words(line), words(other)) else { return false };
    a.iter().zip(b.iter()).enumerate().all(|(at, (a, b))| Some(at) == agent || a == b)
}

/// What ranks a cell's agent, or why nothing does.
fn entrant(rows: &[ReportRow], ranking: &Ranking, agent: Option<usize>) -> Result<Entrant, Undefined> {
    let row = rows.iter().find(|row| row.value.figure == ranking.figure).ok_or(Undefined::NotRanked)?;
    let agent = agent.and_then(|at| row.group.get(at)?.as_deref()).filter(|word| *word != ALL);
    let Value { value, lower, upper, sample, undefined, .. } = row.value;
    match (agent, value) {
        (None, _) => Err(undefined.filter(|why| *why == Undefined::DimensionMissing).unwrap_or(Undefined::NotRanked)),
        (Some(_), None) => Err(undefined.unwrap_or(Undefined::NoRecords)),
        (Some(_), Some(value)) => Ok(Entrant { value, lower, upper, sample }),
    }
}

/// The rows of a cell with its agent's place: instead of the figures of the KPI that ranks, or before its own.
fn ranked(rows: &[ReportRow], own: Place, ranking: &Ranking, spec: &Spec) -> Result<Vec<ReportRow>> {
    let Some(row) = rows.iter().find(|row| row.value.figure == ranking.figure) else { return Ok(rows.to_vec()) };
    let with = |value: Value| ReportRow { value, ..row.clone() };
    let sample = row.value.sample;
    let figure = |figure: Figure| Value::new(spec, figure).map(with);
    let rank = figure(place("rank", own.map(|(rank, _)| rank), sample))?;
    if ranking.of.is_none() {
        return Ok([rank].into_iter().chain(rows.iter().skip(1).cloned()).collect());
    }
    let value = Value { figure: "value".into(), ..row.value.clone() };
    let mut count = Figure::count("sample", sample);
    if row.value.undefined == Some(Undefined::DimensionMissing) {
        count.undefine(Undefined::DimensionMissing);
    }
    Ok([rank, figure(place("band", own.map(|(_, band)| band), sample))?, with(value), figure(count)?].into())
}
