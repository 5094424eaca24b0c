//! Arrival profile: how much comes in at which hour of the week.

use alloc::format;
use alloc::vec::Vec;

use crate::error::{Code, Error, Result};
use crate::exact::Fraction;
use crate::kpi::clock::{HOLIDAYS, TOGETHER};
use crate::kpi::figure::{Figure, Inputs, Undefined};
use crate::kpi::parameters::bad;
use crate::kpi::part::{Context, Kpi, Over, Read, ReadInfo, Reads, Setting, reads};
use crate::kpi::population;
use crate::record::{Contact, ContactAt, Kind, Ticket, TicketAt};
use crate::sorted::sort;
use crate::spec::{
    Anchor, Direction, Example, FigureSpec, InputKind, InputSpec, Number, ParameterSpec, Source, Spec, Unit, prose,
    said,
};
use crate::state::{Part, Ratings, Reason, Scale};
use crate::time::Zone;
use crate::words::NONE;

/// The hours of a week, from Monday 0 o'clock.
const WEEK: usize = 168;
/// The same as a number of a code.
const HOURS: i64 = 168;
/// The word for counting holidays by themselves.
const APART: &str = "apart";
const HOUR: i64 = 3_600_000_000;
const DAY: i64 = 24 * HOUR;
/// 1970-01-01 was a Thursday, the fourth day of its week.
const THURSDAY: i64 = 72;

/// What the state counts: arrivals by the hour of the week, arrivals on holidays, and, of a formula's inputs, the hours.
const HOLIDAY: i64 = HOURS;
const OF_HOURS: i64 = HOLIDAY + 1;
const CODES: Scale = Scale { min: 0, max: OF_HOURS + HOURS, low_is_good: false };

/// A mean of arrivals in one hour.
const fn mean(name: &'static str) -> FigureSpec {
    FigureSpec::new(name, Unit::Ratio, Number::Ratio)
}

/// A place in the week.
const fn place(name: &'static str) -> FigureSpec {
    FigureSpec::new(name, Unit::Count, Number::Ratio)
}

/// The figures, of which the last are the hours of each day.
macro_rules! figures {
    ([$($first:expr),*] $($day:literal)*) => {
        &[$($first,)* $(
            mean(concat!($day, "_00")), mean(concat!($day, "_01")), mean(concat!($day, "_02")),
            mean(concat!($day, "_03")), mean(concat!($day, "_04")), mean(concat!($day, "_05")),
            mean(concat!($day, "_06")), mean(concat!($day, "_07")), mean(concat!($day, "_08")),
            mean(concat!($day, "_09")), mean(concat!($day, "_10")), mean(concat!($day, "_11")),
            mean(concat!($day, "_12")), mean(concat!($day, "_13")), mean(concat!($day, "_14")),
            mean(concat!($day, "_15")), mean(concat!($day, "_16")), mean(concat!($day, "_17")),
            mean(concat!($day, "_18")), mean(concat!($day, "_19")), mean(concat!($day, "_20")),
            mean(concat!($day, "_21")), mean(concat!($day, "_22")), mean(concat!($day, "_23")),
        )*]
    };
}
const FIGURES: &[FigureSpec] = figures!(
    [
        mean("peak"),
        place("peak_weekday"),
        place("peak_hour"),
        FigureSpec::count("arrivals"),
        FigureSpec::count("holiday_arrivals"),
        mean("mean")
    ]
    "monday" "tuesday" "wednesday" "thursday" "friday" "saturday" "sunday"
);

/// The parameter that says what becomes of holidays.
const HOLIDAYS_APART: ParameterSpec = ParameterSpec {
    name: HOLIDAYS,
    takes: said("`apart` or `together`"),
    default: APART,
    doc: said(
        "`apart` counts what arrives on a holiday of the request's `calendar` in `holiday_arrivals` alone, and leaves the \
          hours of that day out; `together` counts holidays as the weekdays that they are. Without a calendar there are \
          no holidays.",
    ),
    in_formula: false,
};

/// Tickets and contacts by the hour of the week in which they arrive.
#[derive(Clone)]
pub(crate) struct Standard {
    zone: Zone,
    /// Days since 1970-01-01, ascending, each once.
    holidays: Vec<i64>,
    as_of: i64,
}

impl Kpi for Standard {
    const SPEC: Spec = Spec {
        id: "arrival_profile",
        variant: "standard",
        family: "volume",
        by: None,
        direction: Direction::Neutral,
        inputs: &[
            InputSpec::new(
                "arrivals",
                InputKind::Counts,
                "arrivals in each hour of the week, 168 counts from Monday 0 o'clock, holidays apart",
            ),
            InputSpec::new(
                "hours",
                InputKind::Counts,
                "how often each of these hours occurs, as full hours, 168 counts, holidays apart",
            ),
            InputSpec::count("holiday_arrivals", "arrivals on holidays"),
        ],
        parameters: &[HOLIDAYS_APART],
        figures: FIGURES,
        prose: prose! {
            meaning: "How much comes in at which hour of which weekday, and when most does.",
            formula: "arrivals in an hour of the week ÷ the time of the bucket in which the clock shows that hour, in hours; peak: the largest of these; mean: all arrivals ÷ all hours",
            latex: r"\max_{\text{weekday},\,\text{hour}} \frac{\text{arrivals in that hour}}{\text{time in that hour, in hours}}",
            counted: "Tickets when they are created, and inbound contacts when they join the queue, else when they begin, also those that are given up; by the clock of the report's zone. The time of an hour is how long that clock shows it within the bucket, up to `as_of` where that comes first. A piece of it counts as that piece. An hour that the clock skips does not count, one that it repeats counts twice. `peak_weekday` is 1 for Monday to 7 for Sunday, `peak_hour` 0 to 23; of equal peaks it is the first of the week. Then follow `monday_00` to `sunday_23`. Holidays are dates of the calendar in that zone; where it has several schedules, the holidays of any of them.",
            left_out: "Tickets: `merged`, `spam`, `through_contact` (it counts through its contact). Contacts: `outbound`.",
            errors: "`window_required`; in the formula `bad_input` unless `arrivals` and `hours` have 168 counts each, or none, `negative` for a negative count.",
            interval: "None: hours of one week are no independent sample.",
            pitfalls: &[
                "The mean of an hour hides its worst day; staff for more than the mean.",
                "Where a bucket has only a piece of an hour, a few arrivals in that piece make a high mean, and perhaps the peak; cut the window at full hours, best at whole weeks.",
                "An hour of the week that does not occur in a bucket has no mean: in buckets of a day only one weekday has any.",
                "Arrivals are no work: a call and an email take different times. Hold handle time against them.",
                "Tickets that agents open themselves count as well; filter on `opened_by` for what customers ask.",
            ],
            sources: &[
                Source {
                    title: "S4",
                    says: "Looks for peak hours and times of high volume, to plan the staff by them. It says so of the occupancy rate and of abandoned calls, and gives no formula.",
                },
                Source { title: "Field", says: "Contact centres plan shifts by the arrivals of each weekday and hour." },
            ],
            benchmarks: &[],
            example: Example {
                inputs: &[
                    "[0, 0, 0, 0, 0, 0, 0, 0, 0, 12, 8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 10, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]",
                    "[4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4]",
                    "3",
                ],
                value: "5",
                working: "Four weeks in which two Tuesdays are holidays. Mondays from 9 to 10: 12 ÷ 4 = 3; from 10 to 11: 8 ÷ 4 = 2; Tuesdays from 9 to 10: 10 ÷ 2 = 5, the peak. 3 more arrive on the holidays.",
            },
        },
    };
    type State = Ratings;
    const READS: &'static [Read<Self>] = &[
        reads::<Self, Ticket>(
            ReadInfo::new(Kind::Ticket, Anchor::Instant(&["created_at"]))
                .needs(&["created_at"])
                .uses(&["status", "merged_at"])
                .presence(&["contact"]),
        ),
        reads::<Self, Contact>(ReadInfo::new(Kind::Contact, Anchor::Instant(&["queued_at", "started_at"])).uses(&[
            "queued_at",
            "started_at",
            "direction",
        ])),
    ];
    const NEEDS_WINDOW: bool = true;

    fn new(setting: &Setting<'_>) -> Result<Self> {
        let apart = match &*setting.parameters.word(HOLIDAYS, APART)? {
            APART => true,
            TOGETHER => false,
            _ => return Err(bad(HOLIDAYS, "expected `apart` or `together`")),
        };
        let mut holidays = Vec::new();
        if let Some(calendar) = setting.calendar.filter(|_| apart) {
            for (_, schedule) in calendar.schedules() {
                holidays.extend(schedule.hours().holidays().iter().map(|&day| i64::from(day)));
            }
        }
        sort(&mut holidays);
        holidays.dedup();
        Ok(Standard { zone: setting.zone.clone(), holidays, as_of: setting.as_of.unwrap_or(i64::MAX) })
    }

    fn of(&self, inputs: &Inputs<'_>) -> Result<Ratings> {
        let mut state = Ratings::default();
        for (name, first) in [("arrivals", 0), ("hours", OF_HOURS)] {
            let counts = inputs.counts(name)?;
            if !counts.is_empty() && counts.len() != WEEK {
                let text = format!("there are {} counts; give 168, from Monday 0 o'clock", counts.len());
                return Err(Error::new(Code::BadInput, text).field(name));
            }
            for (code, count) in (first..).zip(counts) {
                state.add_many(CODES, code, count.unsigned_abs())?;
            }
        }
        state.add_many(CODES, HOLIDAY, inputs.count("holiday_arrivals")?)?;
        Ok(state)
    }

    fn finish(&self, state: &Ratings, _: f64) -> Result<Vec<Figure>> {
        let mut hours = [0u64; WEEK];
        for (code, n) in state.counts() {
            if let Some(own) = cell(code, OF_HOURS).and_then(|place| hours.get_mut(place)) {
                *own = n;
            }
        }
        Ok(figures(state, &hours, 1))
    }

    fn finish_over(&self, state: &Ratings, _: f64, over: &Over<'_, Ratings>) -> Result<Vec<Figure>> {
        Ok(figures(state, &self.time(over.window), HOUR.unsigned_abs()))
    }
}

impl Standard {
    /// For how many µs of a window the clock shows each hour of the week, the holidays left out.
    fn time(&self, (from, to): (i64, i64)) -> [u64; WEEK] {
        let mut time = [0u64; WEEK];
        let to = to.min(self.as_of);
        let mut at = from;
        while at < to {
            let span = self.zone.span_at(at);
            let end = span.to.min(to);
            let (first, last) = (span.local(at), span.local(end));
            add(&mut time, first, last, true);
            let begun = self.holidays.partition_point(|&day| day < first.div_euclid(DAY));
            for day in
                self.holidays.iter().skip(begun).map(|&day| day.saturating_mul(DAY)).take_while(|&day| day < last)
            {
                add(&mut time, first.max(day), last.min(day.saturating_add(DAY)), false);
            }
            at = end;
        }
        time
    }

    /// Where an instant counts.
    #[inline]
    fn code(&self, at: i64) -> i64 {
        let hour = self.zone.to_local(at).div_euclid(HOUR);
        if self.holidays.binary_search(&hour.div_euclid(24)).is_ok() {
            return HOLIDAY;
        }
        hour.saturating_add(THURSDAY).rem_euclid(HOURS)
    }
}

/// Adds the time of a clock from `first` to `last` to the hours of the week that it shows, or takes it away.
fn add(time: &mut [u64; WEEK], first: i64, last: i64, more: bool) {
    for (hour, own) in (0..).map(|hour: i64| hour.saturating_sub(THURSDAY).saturating_mul(HOUR)).zip(time) {
        let n = shown(hour, last).saturating_sub(shown(hour, first)).unsigned_abs();
        *own = if more { own.saturating_add(n) } else { own.saturating_sub(n) };
    }
}

/// For how long a clock has shown an hour of the week, which begins at `hour` in one week, when it reads `local`.
fn shown(hour: i64, local: i64) -> i64 {
    let since = local.saturating_sub(hour);
    let weeks = since.div_euclid(HOURS.saturating_mul(HOUR)).saturating_mul(HOUR);
    weeks.saturating_add(since.rem_euclid(HOURS.saturating_mul(HOUR)).min(HOUR))
}

/// The place of a code among those from `first` on.
fn cell(code: i64, first: i64) -> Option<usize> {
    usize::try_from(code.saturating_sub(first)).ok()
}

/// The figures of arrivals over the time of each hour, of which `unit` make an hour.
fn figures(state: &Ratings, time: &[u64; WEEK], unit: u64) -> Vec<Figure> {
    let (mut arrivals, mut on_holidays) = ([0u64; WEEK], 0);
    for (code, n) in state.counts() {
        if code == HOLIDAY {
            on_holidays = n;
        } else if let Some(own) = cell(code, 0).and_then(|place| arrivals.get_mut(place)) {
            *own = n;
        }
    }
    let total = |counts: &[u64; WEEK]| counts.iter().fold(0u64, |all, &n| all.saturating_add(n));
    let (all, all_time) = (total(&arrivals), total(time));
    let per_hour = |name: &'static str, arrivals: u64, time: u64, sample: u64| {
        // Whole hours divide as such; a piece of an hour makes both sides as many times larger as it must.
        let by = common(time, unit);
        let (unit, time) = (unit.checked_div(by).unwrap_or(1), time.checked_div(by).unwrap_or(0));
        let numerator = i128::from(arrivals).saturating_mul(unit.into());
        let mean = Fraction { numerator, denominator: time.into(), units: 1, times: 1 };
        Figure::new(name, if time == 0 { Err(Undefined::NoRecords) } else { Ok(mean) }, sample)
    };
    // The first of the largest means: where it is, its arrivals and its time.
    let mut peak: Option<(u64, u64, u64)> = None;
    for (place, (&arrivals, &time)) in (0..).zip(arrivals.iter().zip(time)).filter(|(_, (_, time))| **time > 0) {
        let larger = |(_, n, of): (u64, u64, u64)| wide(arrivals, of) > wide(n, time);
        if peak.is_none_or(larger) {
            peak = Some((place, arrivals, time));
        }
    }
    let position = |name: &'static str, at: fn(u64) -> u64| {
        let found = peak.filter(|&(_, arrivals, _)| arrivals > 0).ok_or(Undefined::NoRecords);
        let fraction =
            found.map(|(place, ..)| Fraction { numerator: at(place).into(), denominator: 1, units: 1, times: 1 });
        Figure { shows_fraction: false, ..Figure::new(name, fraction, all) }
    };
    let (_, most, of) = peak.unwrap_or_default();
    let mut figures = Vec::with_capacity(FIGURES.len());
    figures.push(per_hour("peak", most, of, all));
    figures.push(position("peak_weekday", |place| (place / 24).saturating_add(1)));
    figures.push(position("peak_hour", |place| place % 24));
    figures.push(Figure::count("arrivals", all));
    figures.push(Figure::count("holiday_arrivals", on_holidays));
    figures.push(per_hour("mean", all, all_time, all));
    let cells = FIGURES.iter().skip(figures.len()).zip(arrivals.iter().zip(time));
    figures.extend(cells.map(|(figure, (&arrivals, &time))| per_hour(figure.name, arrivals, time, arrivals)));
    figures
}

/// The greatest common divisor.
fn common(a: u64, b: u64) -> u64 {
    let (mut a, mut b) = (a, b);
    while let Some(rest) = a.checked_rem(b) {
        (a, b) = (b, rest);
    }
    a
}

fn wide(a: u64, b: u64) -> u128 {
    u128::from(a).saturating_mul(b.into())
}

impl Reads<Ticket> for Standard {
    #[inline]
    fn part(&self, ticket: &TicketAt<'_>, _: &Context<'_>, state: &mut Ratings) -> Result<Part> {
        if let Some(reason) = population::no_request(ticket) {
            return Ok(Part::LeftOut(reason));
        }
        if ticket.contact() != NONE {
            return Ok(Part::LeftOut(Reason::ThroughContact));
        }
        self.arrives(ticket.created_at(), state)
    }
}

impl Reads<Contact> for Standard {
    #[inline]
    fn part(&self, contact: &ContactAt<'_>, _: &Context<'_>, state: &mut Ratings) -> Result<Part> {
        if let Some(reason) = population::outbound(contact) {
            return Ok(Part::LeftOut(reason));
        }
        self.arrives(contact.waiting_since(), state)
    }
}

impl Standard {
    #[inline]
    fn arrives(&self, at: Option<i64>, state: &mut Ratings) -> Result<Part> {
        let Some(at) = at else { return Ok(Part::LeftOut(Reason::NoAnchor)) };
        state.add(CODES, self.code(at))?;
        Ok(Part::Counted)
    }
}
