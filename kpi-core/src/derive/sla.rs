//! How the promises of a policy stand: met, breached, running, paused or not applicable.

use alloc::vec::Vec;

use super::clock::{Clock, Clocks};
use super::policy::{METRICS, Policy};
use super::records::{Span, Story, Target, Wait};
use super::story::is_unresolved;
use crate::words::{BREACHED, MET, NONE, NOT_APPLICABLE, PAUSED, RUNNING};

/// One ticket, as its targets see it.
pub(crate) struct Promised<'a, P: Fn(u32) -> Option<usize>> {
    pub ticket: u32,
    pub story: &'a Story,
    pub spans: &'a [Span],
    pub waits: &'a [Wait],
    /// From which instant on which priority held, in order.
    pub priorities: &'a [(i64, u32)],
    pub policies: &'a [Policy],
    /// The place of the policy that applies while the ticket has a priority.
    pub policy_at: P,
    pub clocks: Clocks<'a>,
    /// The instant at which open clocks are read.
    pub now: i64,
}

/// How far the clock of a target got.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Run {
    policy: usize,
    /// The first instant at which it reached the target.
    reached: Option<i64>,
    time: i64,
}

impl<P: Fn(u32) -> Option<usize>> Promised<'_, P> {
    /// Adds the ticket's targets.
    pub fn targets(&self, runs: &mut Vec<Run>, out: &mut Vec<Target>) {
        let before = out.len();
        let mut add = |metric: usize, started: i64, met: Option<i64>| {
            runs.clear();
            out.extend(self.target(metric, started, met, runs));
        };
        if let Some(start) = self.story.clock_start {
            add(0, start, self.story.first_response_at);
        }
        for wait in self.waits.iter().filter(|wait| !wait.first) {
            add(1, wait.opened_at, wait.closed_at);
        }
        add(2, self.story.created_at, self.story.resolved_at);
        if out.len() == before && (self.policy_at)(self.story.priority).is_none() {
            let started_at = self.story.created_at;
            out.push(Target { ticket: self.ticket, policy: None, metric: NONE, started_at, ..UNKNOWN });
        }
    }

    /// A target, by the policies of the time between its start and when it was met, or is looked at; none where the last
    /// of them promises no such thing.
    fn target(&self, metric: usize, started_at: i64, met: Option<i64>, runs: &mut Vec<Run>) -> Option<Target> {
        let end = met.unwrap_or(self.now).max(started_at);
        let mut last = None;
        let begun = self.priorities.partition_point(|(from, _)| *from <= started_at).saturating_sub(1);
        let held = self.priorities.get(begun..).unwrap_or_default();
        for (place, &(from, priority)) in held.iter().enumerate().take_while(|(_, (from, _))| *from <= end) {
            let next = held.get(place.saturating_add(1)).map(|next| next.0).filter(|&next| next <= end);
            if next.is_some_and(|next| next <= from.max(started_at)) {
                continue;
            }
            let promised = |place: usize| self.policies.get(place)?.targets.get(metric).copied().flatten();
            last = (self.policy_at)(priority).and_then(|place| Some((place, promised(place)?)));
            let Some((policy, target)) = last else { continue };
            if self.clock(policy, from.max(started_at)).is_none() {
                continue;
            }
            let run = self.run(metric, policy, target, started_at, end, runs);
            if run.reached.is_some_and(|reached| reached < next.unwrap_or(end)) {
                return Some(Target {
                    due_at: run.reached,
                    met_at: met,
                    state: BREACHED,
                    over_by: Some(run.time.saturating_sub(target)),
                    ..self.of(metric, policy, started_at)
                });
            }
        }
        let (policy, target) = last?;
        let own = self.of(metric, policy, started_at);
        let paused = self.stands(metric, policy, self.story.status);
        let state = match met {
            Some(_) => MET,
            None if !is_unresolved(self.story.status) => NOT_APPLICABLE,
            None if paused => PAUSED,
            None => RUNNING,
        };
        let Some(clock) = self.clock(policy, end).filter(|_| state != NOT_APPLICABLE) else { return Some(own) };
        let run = self.run(metric, policy, target, started_at, end, runs);
        let ahead = || clock.deadline(end, target.saturating_sub(run.time)).filter(|_| state != PAUSED);
        Some(Target { due_at: run.reached.or_else(ahead), met_at: met, state, ..own })
    }

    fn of(&self, metric: usize, policy: usize, started_at: i64) -> Target {
        let metric = METRICS.get(metric).map_or(NONE, |metric| metric.code());
        Target { ticket: self.ticket, policy: u32::try_from(policy).ok(), metric, started_at, ..UNKNOWN }
    }

    /// The clock of a policy, as it is known at an instant.
    fn clock(&self, policy: usize, at: i64) -> Option<Clock<'_>> {
        self.clocks.at(at, self.policies.get(policy)?.business)
    }

    /// Whether the clock of a target stands while the ticket is in a status.
    fn stands(&self, metric: usize, policy: usize, status: u32) -> bool {
        !is_unresolved(status) || self.policies.get(policy).is_some_and(|policy| policy.pauses_in(metric, status))
    }

    /// Runs the clock of a policy from the start to the end, once for each policy.
    fn run(&self, metric: usize, policy: usize, target: i64, from: i64, end: i64, runs: &mut Vec<Run>) -> Run {
        if let Some(run) = runs.iter().find(|run| run.policy == policy) {
            return *run;
        }
        let clock = self.clocks.whole(self.policies.get(policy).is_some_and(|policy| policy.business));
        let mut run = Run { policy, reached: None, time: 0 };
        let begun = self.spans.partition_point(|span| span.to.is_some_and(|to| to <= from));
        let spans = self.spans.get(begun..).unwrap_or_default().iter().take_while(|span| span.from < end);
        for span in spans.filter(|span| !self.stands(metric, policy, span.status)) {
            let since = span.from.max(from);
            let time = run.time.saturating_add(clock.elapsed(since, span.to.map_or(end, |to| to.min(end))));
            if run.reached.is_none() && time >= target {
                run.reached = clock.deadline(since, target.saturating_sub(run.time));
            }
            run.time = time;
        }
        runs.push(run);
        run
    }
}

/// A target of which nothing is known.
const UNKNOWN: Target = Target {
    ticket: 0,
    policy: None,
    metric: NONE,
    started_at: 0,
    due_at: None,
    met_at: None,
    state: NOT_APPLICABLE,
    over_by: None,
};
