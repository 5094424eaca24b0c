//! First response within target.

use alloc::vec::Vec;

use super::clock::{self, Start};
use super::target::{Set, TARGETS_BY, Targets};
use crate::error::{Code, Error, Result};
use crate::kpi::clock::{CLOCK, Clock};
use crate::kpi::figure::{Figure, Inputs, Undefined};
use crate::kpi::part::{Context, Kpi, Read, ReadInfo, Reads, Setting, reads};
use crate::kpi::population::{self, Outcome};
use crate::record::{Contact, ContactAt, Kind, Ticket, TicketAt};
use crate::spec::{Anchor, Direction, Example, FigureSpec, InputSpec, ParameterSpec, Source, Spec, prose, said};
use crate::state::{Part, Reason, Sums};
use crate::words::{self, Dictionary};

/// The upper ends that S4 quotes, and those of S0, in seconds by channel.
const S4: Set = &[("phone", 180), ("chat", 300), ("social", 86_400), ("email", 43_200)];
const S0: Set = &[("phone", 180), ("chat", 45)];

/// Met ÷ (met + missed).
#[derive(Clone)]
pub(crate) struct Standard {
    targets: Targets,
    clock: Clock,
    as_of: Option<i64>,
}

impl Kpi for Standard {
    const SPEC: Spec = Spec {
        id: "first_response_within_target",
        variant: "standard",
        family: "responsiveness",
        by: None,
        direction: Direction::HigherIsBetter,
        inputs: &[
            InputSpec::count("met", "requests answered within their target"),
            InputSpec::count("missed", "requests answered later, or unanswered past their target"),
        ],
        parameters: &[
            ParameterSpec {
                name: "targets",
                takes: said("`s4`, `s0`, or seconds by word"),
                default: "s4",
                doc: said(
                    "The target by channel. `s4`: phone 180 s, chat 300 s, social 86,400 s, email 43,200 s (the upper \
                      ends that S4 quotes). `s0`: phone 180 s, chat 45 s. Or one's own, such as {\"phone\": 60}.",
                ),
                in_formula: false,
            },
            TARGETS_BY,
            CLOCK,
        ],
        figures: &[FigureSpec::share("share"), FigureSpec::count("met"), FigureSpec::count("missed")],
        prose: prose! {
            meaning: "The share of requests that a person answered within the target.",
            formula: "100 × met ÷ (met + missed); missed includes the unanswered that are past their target; within means at most",
            latex: r"100 \cdot \frac{\text{met}}{\text{met} + \text{missed}}",
            counted: "Tickets and contacts that were answered, or whose target is over at `as_of` (default: the window's end). The clock is that of first response time from handover; for what was never answered it stops when the request was resolved, closed, canceled or given up. A contact given up later, on hold or in the conversation, was answered. In business time the targets are business time, too.",
            left_out: clock::left_out!("`not_due` (unanswered, and the target is not over), `no_target` (no target for its channel), `merged`, `spam`, `through_contact`, `deleted` and `bot` without a response, `no_clock_start`, `outbound`, `self_served`."),
            errors: "`as_of_required` where something is unanswered and neither a window nor `as_of` says when to look; `response_before_creation`; `bad_parameter`; `calendar_required` for business time without a calendar.",
            interval: "Wilson.",
            pitfalls: &[
                "In business time an answer in the evening is met where the target runs out exactly at closing time: no more has passed. An SLA target is broken by it, because its `due_at` has passed.",
                "Leaving the unanswered out makes a team better the less it answers.",
                "A channel without a target is left out, not met: look at `no_target`.",
                "S0 and S4 disagree about live chat: an answer after a minute is late by the one and in time by the other. A promise of your own is the better target.",
                "The default targets are calendar time; where the clock is business time, give targets that were promised in it.",
            ],
            sources: &[
                Source { title: "S4", says: "Says how soon customers expect a first response in each channel. Its upper ends are the default targets, because it alone names all four channels." },
                Source { title: "S0", says: "Over half of all consumers expect less than three minutes on the phone, and customers less than 45 seconds on average in a live chat: the targets `s0`. For an email it says a few hours, which is no target." },
            ],
            benchmarks: &[],
            example: Example {
                inputs: &["1", "2"],
                value: "33.333333333",
                working: "Target 60 min; answered after 30 min (met), after 90 min (missed), unanswered for 5 h (missed), unanswered for 10 min (not due): 100 × 1 ÷ 3.",
            },
        },
    };
    type State = Sums;
    const READS: &'static [Read<Self>] = &[
        reads::<Self, Ticket>(
            ReadInfo::new(Kind::Ticket, Anchor::Instant(&["created_at"]))
                .agent("first_replier")
                .needs(&["created_at", "first_response_at"])
                .uses(&[
                    "handover_at",
                    "clock_start",
                    "opened_by",
                    "status",
                    "merged_at",
                    "deleted_at",
                    "resolved_by",
                    "resolved_at",
                    "closed_at",
                    "canceled_at",
                ])
                .presence(&["contact"]),
        ),
        reads::<Self, Contact>(
            ReadInfo::new(Kind::Contact, Anchor::Instant(&["queued_at", "started_at"]))
                .needs(&["outcome", "answered_at"])
                .uses(&["queued_at", "started_at", "ended_at", "direction", "abandon_step"]),
        ),
    ];

    fn new(setting: &Setting<'_>) -> Result<Self> {
        let expected = "expected `s4`, `s0`, or seconds by word such as {\"phone\": 60}";
        let targets = Targets::new(setting, S4, &[("s4", S4), ("s0", S0)], expected)?;
        Ok(Standard { targets, clock: Clock::new(setting)?, as_of: setting.as_of })
    }

    fn of(&self, inputs: &Inputs<'_>) -> Result<Sums> {
        Ok(Sums::counts(&[inputs.count("met")?, inputs.count("missed")?]))
    }

    fn finish(&self, state: &Sums, level: f64) -> Result<Vec<Figure>> {
        let (met, missed) = (state.count(MET), state.count(MISSED));
        Ok([
            Figure::share("share", met, met.saturating_add(missed), Undefined::NoRecords, level),
            Figure::count("met", met),
            Figure::count("missed", missed),
        ]
        .into())
    }

    fn bind(&mut self, words: &Dictionary) -> Result<()> {
        self.targets.bind(words);
        Ok(())
    }

    fn chosen(&self) -> Option<&str> {
        Some(self.targets.by())
    }
}

const MET: usize = 0;
const MISSED: usize = 1;

impl Standard {
    /// A request with a clock and a target; `over` says when an unanswered one stopped waiting.
    #[inline]
    fn judge(
        &self,
        context: &Context<'_>,
        start: i64,
        answered: Option<i64>,
        over: impl FnOnce() -> Option<i64>,
        target: i64,
        state: &mut Sums,
    ) -> Result<Part> {
        let end = match answered.or_else(over).or(self.as_of) {
            Some(end) => end,
            None => {
                let text = "a request is unanswered, so it matters when you look; give `as_of`, or a window";
                return Err(Error::new(Code::AsOfRequired, text));
            }
        };
        let Some(elapsed) = self.clock.between(context, start, end)? else {
            return Ok(Part::LeftOut(Reason::NoSchedule));
        };
        if answered.is_none() && elapsed <= target {
            return Ok(Part::LeftOut(Reason::NotDue));
        }
        state.add(if elapsed <= target { MET } else { MISSED }, 1)?;
        Ok(Part::Counted)
    }
}

impl Reads<Ticket> for Standard {
    #[inline]
    fn part(&self, ticket: &TicketAt<'_>, context: &Context, state: &mut Sums) -> Result<Part> {
        if let Some(reason) = clock::outside(ticket) {
            return Ok(Part::LeftOut(reason));
        }
        let start = match clock::start(ticket, Start::Handover) {
            Ok(start) => start,
            Err(reason) => return Ok(Part::LeftOut(reason)),
        };
        let Some(target) = self.targets.of(context.chosen) else { return Ok(Part::LeftOut(Reason::NoTarget)) };
        let answered = ticket.first_response_at();
        if let Some(answered) = answered {
            clock::in_order(start, answered, "first_response_at")?;
        }
        let over = || [ticket.resolved_at(), ticket.closed_at(), ticket.canceled_at()].into_iter().flatten().min();
        self.judge(context, start, answered, over, target, state)
    }
}

impl Reads<Contact> for Standard {
    #[inline]
    fn part(&self, contact: &ContactAt<'_>, context: &Context, state: &mut Sums) -> Result<Part> {
        if contact.direction() == words::OUTBOUND {
            return Ok(Part::LeftOut(Reason::Outbound));
        }
        if contact.outcome() == words::SELF_SERVED {
            return Ok(Part::LeftOut(Reason::SelfServed));
        }
        let start = match clock::contact_start(contact, Start::Handover) {
            Ok(start) => start,
            Err(reason) => return Ok(Part::LeftOut(reason)),
        };
        let Some(target) = self.targets.of(context.chosen) else { return Ok(Part::LeftOut(Reason::NoTarget)) };
        let answered = contact.answered_at().filter(|_| population::outcome(contact) == Outcome::Answered);
        if let Some(answered) = answered {
            clock::in_order(start, answered, "answered_at")?;
        }
        self.judge(context, start, answered, || contact.ended_at(), target, state)
    }
}
