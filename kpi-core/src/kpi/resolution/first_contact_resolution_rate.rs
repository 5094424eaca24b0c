//! First contact resolution rate.

use super::escalation_rate::is_escalated;
use super::{CREATED, ENDED};
use crate::error::Result;
use crate::kpi::clock::{BUSINESS_HOURS_ONLY, YES, calendar_required};
use crate::kpi::parameters::bad;
use crate::kpi::part::{Context, Read, ReadInfo, Setting, reads};
use crate::kpi::population::{self, WEEK, is_over};
use crate::kpi::satisfaction::answer::{self, Wanted};
use crate::kpi::tally::{Adds, Nothing, Rule, Tallied, Tally, in_part, unless};
use crate::record::{Contact, ContactAt, Kind, Survey, SurveyAt, Ticket, TicketAt};
use crate::spec::{
    Anchor, Benchmark, Direction, Example, FigureSpec, InputSpec, ParameterSpec, Source, Spec, prose, said,
};
use crate::state::Reason;
use crate::words::{self, Dictionary, NONE};

const AT_FIRST_CONTACT: InputSpec =
    InputSpec::count("resolved_at_first_contact", "cases that their first contact with a person resolved for good");
const REPEAT_WITHIN: ParameterSpec = ParameterSpec {
    name: "repeat_within",
    takes: said("a number of seconds"),
    default: "604800",
    doc: said(
        "A new case of the same account and type within this time of the resolution is a follow-up: seven days by \
          default; 0 does not look for one.",
    ),
    in_formula: false,
};

#[cfg(feature = "prose")]
const FORMULA: &str = "at first contact: resolved, with at most one public reply by a person (a call or chat: answered, and the inquiry resolved in it), no change of agent, no transfer, no escalation, no reopening, and no new case of the same account (tickets: and type) within `repeat_within`";
#[cfg(feature = "prose")]
const COUNTED: &str = "Cases that people handled, and whose days of waiting for a follow-up are over at `as_of` (default: the \
    window's end). Tickets by themselves; calls and chats by themselves, and not their tickets again; a call or chat given \
    up on hold or in the conversation was answered, and is resolved or not as it says. A message of the customer that \
    nobody answered is no follow-up.";
#[cfg(feature = "prose")]
const LEFT_OUT: &str = "Tickets: `merged`, `spam`, `deleted` (without an answer), `bot` (a bot or self-service resolved it), \
    `through_contact` (it counts through its contact), `no_human_contact` (no person has replied yet), `unknown` (the \
    counts of replies or reopenings are not known). Contacts: `outbound`, `abandoned` (before an answer), \
    `self_served`, `callback`, `failed`, `unanswered`, `unknown` (whether it was resolved is not known). Both: `no_account`, where a follow-up \
    cannot be seen, and `window_open`; with `business_hours_only` also `outside_hours`, and `no_schedule` where the \
    calendar has no hours for the record.";
#[cfg(feature = "prose")]
const ERRORS: &str = "`as_of_required` where no window says when to look; `as_of_counts` where `as_of` is given, because \
    the counts of replies and reopenings that tickets need carry no instants; `calendar_required` where \
    `business_hours_only` has no calendar; `bad_input` in the formula where the part is more than the whole.";
#[cfg(feature = "prose")]
const INTERVAL: &str = "Wilson.";
#[cfg(feature = "prose")]
const PITFALLS: &[&str] = &[
    "Of all cases or of the resolved ones: 3 of 10 is 30 %, 3 of the 6 resolved is 50 %. Say which.",
    "Bots and self-service are not contacts; with them in it the figure says nothing of people.",
    "Without accounts follow-ups cannot be seen; look at `no_account`.",
    "The last seven days are never in it, also where the follow-up has come already.",
    "Simple cases are resolved at once: more self-service leaves the hard ones, and the figure falls.",
    "`business_hours_only` goes by when a case began, not by when it was answered. A ticket of the night is left out also where the morning resolves it at once; leave it off where service is round the clock.",
];
#[cfg(feature = "prose")]
const SOURCES: &[Source] = &[
    Source {
        title: "S4",
        says: "Issues resolved on first contact, without escalation or follow-up, by all cases, times 100: the variant `of_cases`. With people only, and in business hours unless service is round the clock. 70 % is the mean across industries.",
    },
    Source {
        title: "S1",
        says: "The share of inquiries that the first contact with the customer resolves. As it too speaks of all inquiries, `of_cases` is the default.",
    },
    Source {
        title: "S2",
        says: "Has the name, first call resolution, above a paragraph on greetings and scripts: a slip, the definition is missing.",
    },
];
#[cfg(feature = "prose")]
const BENCHMARKS: &[Benchmark] = &[Benchmark {
    figure: "share",
    low: Some("70"),
    high: Some("70"),
    exclusive: false,
    label: "mean",
    population: "across industries",
    source: "S4",
}];

/// Over all cases, or over the resolved ones alone.
#[derive(Clone, Default)]
pub(crate) struct FirstContact<const OF_RESOLVED: bool> {
    repeat_within: i64,
    business_hours_only: bool,
    as_of: Option<i64>,
}

pub(crate) type OfCases = FirstContact<false>;
pub(crate) type OfResolved = FirstContact<true>;

const OF_CASES: Spec = Spec {
    id: "first_contact_resolution_rate",
    variant: "of_cases",
    family: "resolution",
    by: None,
    direction: Direction::HigherIsBetter,
    inputs: &[AT_FIRST_CONTACT, InputSpec::count("cases", "all cases that people handled")],
    parameters: &[REPEAT_WITHIN, BUSINESS_HOURS_ONLY],
    figures: &[FigureSpec::share("share"), FigureSpec::count("resolved_at_first_contact"), FigureSpec::count("cases")],
    prose: prose! {
        meaning: "The share of cases that the first contact with a person resolved for good.",
        formula: FORMULA,
        latex: r"100 \cdot \frac{\text{resolved at first contact}}{\text{cases}}",
        counted: COUNTED,
        left_out: LEFT_OUT,
        errors: ERRORS,
        interval: INTERVAL,
        pitfalls: PITFALLS,
        sources: SOURCES,
        benchmarks: BENCHMARKS,
        example: Example {
            inputs: &["3", "10"],
            value: "30",
            working: "Ten cases, six resolved, three of them at first contact: 100 × 3 ÷ 10.",
        },
    },
};

const OF_THE_RESOLVED: Spec = Spec {
    id: "first_contact_resolution_rate",
    variant: "of_resolved",
    family: "resolution",
    by: None,
    direction: Direction::HigherIsBetter,
    inputs: &[AT_FIRST_CONTACT, InputSpec::count("resolved", "resolved cases that people handled")],
    parameters: &[REPEAT_WITHIN, BUSINESS_HOURS_ONLY],
    figures: &[
        FigureSpec::share("share"),
        FigureSpec::count("resolved_at_first_contact"),
        FigureSpec::count("resolved"),
    ],
    prose: prose! {
        meaning: "The share of resolved cases that the first contact with a person resolved for good.",
        formula: FORMULA,
        latex: r"100 \cdot \frac{\text{resolved at first contact}}{\text{resolved}}",
        counted: "Resolved cases that people handled, in the bucket of their last resolution (calls and chats: of their end), and whose days of waiting for a follow-up are over at `as_of` (default: the window's end).",
        left_out: "As `of_cases`; and `open`: tickets that are not resolved at the end of the bucket, calls and chats that ended unresolved. With another anchor, such as `created_at`, also `closed` and `canceled` tickets.",
        errors: ERRORS,
        interval: INTERVAL,
        pitfalls: PITFALLS,
        sources: SOURCES,
        benchmarks: &[],
        example: Example {
            inputs: &["3", "6"],
            value: "50",
            working: "Ten cases, six resolved, three of them at first contact: 100 × 3 ÷ 6.",
        },
    },
};

/// What tells of a ticket whether its first contact resolved it, where it is given, beside the fields of a population.
macro_rules! first_contact_fields {
    ($population:ident) => {
        $population!("resolved_by", "agent_changes", "escalated_at", "escalations", "followed_up", "next_case_at")
    };
}

/// Tickets by when they were created, or by their last resolution.
const fn tickets(of_resolved: bool) -> ReadInfo {
    let tickets = if of_resolved {
        ENDED.uses(first_contact_fields!(end_fields))
    } else {
        CREATED.agent("first_replier").uses(first_contact_fields!(case_fields))
    };
    tickets
        .needs(&["created_at", "first_response_at", "resolved_at", "agent_replies", "reopens"])
        .presence(&["account", "contact"])
}

/// Contacts by when they began to wait, or by their end.
const fn contacts(of_resolved: bool) -> ReadInfo {
    let anchor: &[&str] =
        if of_resolved { &["ended_at", "queued_at", "started_at"] } else { &["queued_at", "started_at"] };
    ReadInfo::new(Kind::Contact, Anchor::Instant(anchor))
        .needs(&["outcome", "resolved"])
        .uses(&[
            "direction",
            "abandon_step",
            "started_at",
            "queued_at",
            "answered_at",
            "ended_at",
            "transfers",
            "next_case_at",
        ])
        .presence(&["account"])
}

impl<const OF_RESOLVED: bool> Tally for FirstContact<OF_RESOLVED> {
    const SPEC: Spec = if OF_RESOLVED { OF_THE_RESOLVED } else { OF_CASES };
    const READS: &'static [Read<Tallied<Self>>] =
        &[reads::<Tallied<Self>, Ticket>(tickets(OF_RESOLVED)), reads::<Tallied<Self>, Contact>(contacts(OF_RESOLVED))];

    fn new(setting: &Setting<'_>) -> Result<Self> {
        let repeat_within = setting.parameters.duration(REPEAT_WITHIN.name, WEEK)?;
        let word = setting.parameters.word(BUSINESS_HOURS_ONLY.name, BUSINESS_HOURS_ONLY.default)?;
        let business_hours_only = word == YES;
        if !business_hours_only && word != BUSINESS_HOURS_ONLY.default {
            return Err(bad(BUSINESS_HOURS_ONLY.name, "expected `yes` or `no`"));
        }
        if business_hours_only && setting.calendar.is_none() {
            return Err(calendar_required());
        }
        Ok(FirstContact { repeat_within, business_hours_only, as_of: setting.as_of })
    }
    fn derived(&self) -> &'static [(Kind, &'static str)] {
        if self.repeat_within > 0 { &[(Kind::Ticket, "next_case_at"), (Kind::Contact, "next_case_at")] } else { &[] }
    }
}

impl<const OF_RESOLVED: bool> FirstContact<OF_RESOLVED> {
    /// Whether no follow-up came in time after `base`; or why that cannot be said. `next` is the account's next case.
    fn is_last(&self, base: i64, next: Option<i64>, followed_up: Option<bool>, account: u32) -> Result<bool, Nothing> {
        if self.repeat_within == 0 {
            return Ok(true);
        }
        if followed_up.is_none() && account == NONE {
            return Err(Reason::NoAccount.into());
        }
        if !is_over(base, self.repeat_within, self.as_of)? {
            return Err(Reason::WindowOpen.into());
        }
        let came = next.is_some_and(|next| next <= base.saturating_add(self.repeat_within));
        Ok(!followed_up.unwrap_or(came))
    }

    /// Leaves out what began outside the business hours, where only these are wanted.
    fn within_hours(&self, began: Option<i64>, context: &Context<'_>) -> Result<(), Nothing> {
        if !self.business_hours_only {
            return Ok(());
        }
        let hours = context.hours.ok_or(Reason::NoSchedule)?;
        unless((!began.is_some_and(|began| hours.is_open(began))).then_some(Reason::OutsideHours))
    }
}

impl<const OF_RESOLVED: bool> Rule<Ticket> for FirstContact<OF_RESOLVED> {
    #[inline]
    fn adds(&self, ticket: &TicketAt<'_>, context: &Context<'_>) -> Result<Adds, Nothing> {
        let resolved = ticket.resolved_at();
        if OF_RESOLVED {
            population::ended(ticket, context, resolved)?;
        }
        unless(population::no_case(ticket))?;
        if matches!(ticket.resolved_by(), words::BOT | words::SELF_SERVICE) {
            return Err(Reason::Bot.into());
        }
        if ticket.contact() != NONE {
            return Err(Reason::ThroughContact.into());
        }
        let answered = ticket.first_response_at().ok_or(Reason::NoHumanContact)?;
        let (replies, reopens) = (ticket.agent_replies(), ticket.reopens());
        if resolved.is_some() && (replies.is_none() || reopens.is_none()) {
            return Err(Reason::Unknown.into());
        }
        let base = resolved.unwrap_or(answered);
        let last = self.is_last(base, ticket.next_case_at(), ticket.followed_up(), ticket.account())?;
        self.within_hours(ticket.created_at(), context)?;
        let once = replies <= Some(1) && reopens == Some(0) && ticket.agent_changes().unwrap_or(0) == 0;
        Ok(in_part(resolved.is_some() && once && !is_escalated(ticket) && last))
    }
}

impl<const OF_RESOLVED: bool> Rule<Contact> for FirstContact<OF_RESOLVED> {
    #[inline]
    fn adds(&self, contact: &ContactAt<'_>, context: &Context<'_>) -> Result<Adds, Nothing> {
        unless(population::no_answer(contact))?;
        let resolved = contact.resolved().ok_or(Reason::Unknown)?;
        if OF_RESOLVED && !resolved {
            return Err(Reason::Open.into());
        }
        let base = contact.ended_at().or(contact.answered_at()).ok_or(Reason::Unknown)?;
        let last = self.is_last(base, contact.next_case_at(), None, contact.account())?;
        self.within_hours(contact.waiting_since(), context)?;
        Ok(in_part(resolved && contact.transfers().unwrap_or(0) == 0 && last))
    }
}

/// As customers say.
#[derive(Clone, Default)]
pub(crate) struct Surveyed(Wanted);

impl Tally for Surveyed {
    const SPEC: Spec = Spec {
        id: "first_contact_resolution_rate",
        variant: "surveyed",
        family: "resolution",
        by: None,
        direction: Direction::HigherIsBetter,
        inputs: &[
            InputSpec::count("yes", "answers that the first contact resolved it"),
            InputSpec::count("answers", "all answers"),
        ],
        parameters: &[answer::kind("resolution")],
        figures: &[FigureSpec::share("share"), FigureSpec::count("yes"), FigureSpec::count("answers")],
        prose: prose! {
            meaning: "The share of customers who say that the first contact resolved their case.",
            formula: "100 × yes ÷ answers",
            latex: r"100 \cdot \frac{\text{yes}}{\text{answers}}",
            counted: "Surveys of the wanted kind with a yes or no as answer, each once.",
            left_out: "`other_kind`, `replaced` (a later answer with the same survey id came in), `unanswered`.",
            errors: "`bad_input` in the formula where more say yes than answer.",
            interval: INTERVAL,
            pitfalls: &[
                "Customers know of contacts that the help desk does not, and forget others; hold both figures side by side.",
                "Few answer; look at the interval and at the response rate.",
            ],
            sources: &[
                Source { title: "Field", says: "Contact centres ask the customer after the contact whether it was resolved." },
                Source { title: "S4", says: "Wants issues resolved in the first interaction; who says so, the help desk or the customer, it leaves open." },
            ],
            benchmarks: &[],
            example: Example { inputs: &["42", "60"], value: "70", working: "Of 60 answers 42 say yes: 100 × 42 ÷ 60." },
        },
    };
    const READS: &'static [Read<Tallied<Self>>] = &[reads::<Tallied<Self>, Survey>(
        answer::SURVEYS.needs(&["kind", "answer"]).uses(&["replaced", "submitted_at"]),
    )];

    fn new(setting: &Setting<'_>) -> Result<Self> {
        Wanted::new(setting, "resolution").map(Surveyed)
    }
    fn bind(&mut self, words: &Dictionary) {
        self.0.bind(words);
    }
}

impl Rule<Survey> for Surveyed {
    #[inline]
    fn adds(&self, survey: &SurveyAt<'_>, _: &Context) -> Result<Adds, Nothing> {
        unless(self.0.unwanted(survey))?;
        Ok(in_part(survey.answer().ok_or(Reason::Unanswered)?))
    }
}
