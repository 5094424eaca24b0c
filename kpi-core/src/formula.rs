//! The formulas as functions of their inputs; printed by `cargo xtask gen` from the catalogue.

use crate::{Amount, Argument, Decimal, Duration, Figures, Result, Score, Sorted};

/// An entry's formula at level 0.95, without parameters.
fn of<const N: usize>(id: &str, variant: &str, inputs: [(&str, Argument); N]) -> Result<Figures> {
    let inputs = inputs.into_iter().map(|(name, argument)| (name.into(), argument)).collect();
    crate::find(id, variant)?.formula(&inputs, &Sorted::new(), 0.95)
}

/// How long customers wait for the first reply by a person, from the moment they wait for people.
///
/// **Formula:** first public reply by a person − start of the clock; the clock starts at the bot's handover, at the
/// reopening after a bot's resolution, at the customer's first message on a ticket that an agent opened, else at
/// creation; on calls and chats when they join the queue.
///
/// **Gives:** `mean` (seconds, 0 or more), `median` (seconds, 0 or more), `p90` (seconds, 0 or more), `p95`
/// (seconds, 0 or more), `min` (seconds, 0 or more), `max` (seconds, 0 or more), `count` (count, 0 or more).
///
/// **Counted:** Tickets with a first public reply by a person, and contacts that a person answered, once each, also
/// those given up later, on hold or in the conversation. Bots, automatic acknowledgements and private notes are not
/// replies.
///
/// **Left out:** Tickets: `merged`, `spam`, `through_contact` (it counts through its contact), and without a
/// response `deleted` or `bot` (a bot resolved it); `no_clock_start` for a ticket that an agent opened, where the
/// customer has not written or the first message is not known, answered or not; `unanswered`. Contacts: `outbound`,
/// `abandoned` (before an answer), `self_served`, `unanswered`. In business time also `no_schedule` (no schedule of
/// the calendar is for it).
///
/// **Interval:** Mean: Student's t. Median and other quantiles: binomial order statistics.
///
/// **Sources:** S0: The time a business takes to respond to an inquiry; of all KPIs the one most directly tied to
/// service quality. What customers expect: for over half of them less than three minutes on the phone, in a live
/// chat less than 45 seconds on average. An email is to be answered within a few hours, which is no number to
/// compare with. S1: The time from an inquiry to the company's response; it gives no formula. S2: Speaks of calls
/// alone, from their start until an agent answers: for them that is `from_created`; see `answer_time`. S4: Total
/// time to first response in a period by the tickets responded to in that period. Its “multiply by 100 to get the
/// percentage” is a slip: the result is a duration. Its period is that of the reply; ask for it with the anchor
/// `first_response_at`. The default is the period in which customers asked (ruling B11). Its times by channel are
/// what customers expect.
///
/// **Inputs:**
/// - `durations`: first response times in seconds.
///
/// # Errors
/// `response_before_creation` where the response is before the start of the clock, in either time; `negative` for a
/// negative duration in the formula; `calendar_required` for business time without a calendar. `bad_input` for an
/// input that is not allowed.
///
/// # Examples
/// An email answered after 3,600 s, a call after 60 s and a chat after 30 s: 3,690 s ÷ 3 = 1,230 s.
///
/// ```
/// use kpi_core::Duration;
/// let figures = kpi_core::formula::first_response_time(&[3600, 60, 30].map(Duration::seconds))?;
/// assert_eq!(figures.value().unwrap().to_string(), "1230");
/// # Ok::<(), kpi_core::Error>(())
/// ```
pub fn first_response_time(durations: &[Duration]) -> Result<Figures> {
    of("first_response_time", "from_handover", [("durations", durations.into())])
}

/// How long customers wait for the first reply by a person, from the moment they ask: what they feel, the bot's
/// time included.
///
/// **Formula:** first public reply by a person − creation (calls and chats: their start; on a ticket that an agent
/// opened: the customer's first message).
///
/// **Gives:** `mean` (seconds, 0 or more), `median` (seconds, 0 or more), `p90` (seconds, 0 or more), `p95`
/// (seconds, 0 or more), `min` (seconds, 0 or more), `max` (seconds, 0 or more), `count` (count, 0 or more).
///
/// **Counted:** Tickets with a first public reply by a person, and contacts that a person answered, once each, also
/// those given up later, on hold or in the conversation. Bots, automatic acknowledgements and private notes are not
/// replies.
///
/// **Left out:** Tickets: `merged`, `spam`, `through_contact` (it counts through its contact), and without a
/// response `deleted` or `bot` (a bot resolved it); `no_clock_start` for a ticket that an agent opened, where the
/// customer has not written or the first message is not known, answered or not; `unanswered`. Contacts: `outbound`,
/// `abandoned` (before an answer), `self_served`, `unanswered`. In business time also `no_schedule` (no schedule of
/// the calendar is for it).
///
/// **Interval:** Mean: Student's t. Median and other quantiles: binomial order statistics.
///
/// **Sources:** S0: The time a business takes to respond to an inquiry; of all KPIs the one most directly tied to
/// service quality. What customers expect: for over half of them less than three minutes on the phone, in a live
/// chat less than 45 seconds on average. An email is to be answered within a few hours, which is no number to
/// compare with. S1: The time from an inquiry to the company's response; it gives no formula. S2: Speaks of calls
/// alone, from their start until an agent answers: for them that is `from_created`; see `answer_time`. S4: Total
/// time to first response in a period by the tickets responded to in that period. Its “multiply by 100 to get the
/// percentage” is a slip: the result is a duration. Its period is that of the reply; ask for it with the anchor
/// `first_response_at`. The default is the period in which customers asked (ruling B11). Its times by channel are
/// what customers expect.
///
/// **Inputs:**
/// - `durations`: first response times in seconds.
///
/// # Errors
/// `response_before_creation` where the response is before the start of the clock, in either time; `negative` for a
/// negative duration in the formula; `calendar_required` for business time without a calendar. `bad_input` for an
/// input that is not allowed.
///
/// # Examples
/// An email answered after 3,600 s, a call after 60 s and a chat after 30 s: 3,690 s ÷ 3 = 1,230 s.
///
/// ```
/// use kpi_core::Duration;
/// let figures = kpi_core::formula::first_response_time_from_created(&[3600, 60, 30].map(Duration::seconds))?;
/// assert_eq!(figures.value().unwrap().to_string(), "1230");
/// # Ok::<(), kpi_core::Error>(())
/// ```
pub fn first_response_time_from_created(durations: &[Duration]) -> Result<Figures> {
    of("first_response_time", "from_created", [("durations", durations.into())])
}

/// The share of requests that a person answered within the target.
///
/// **Formula:** 100 × met ÷ (met + missed); missed includes the unanswered that are past their target; within means
/// at most.
///
/// **Gives:** `share` (percent, 0 to 100), `met` (count, 0 or more), `missed` (count, 0 or more).
///
/// **Counted:** Tickets and contacts that were answered, or whose target is over at `as_of` (default: the window's
/// end). The clock is that of first response time from handover; for what was never answered it stops when the
/// request was resolved, closed, canceled or given up. A contact given up later, on hold or in the conversation,
/// was answered. In business time the targets are business time, too.
///
/// **Left out:** `not_due` (unanswered, and the target is not over), `no_target` (no target for its channel),
/// `merged`, `spam`, `through_contact`, `deleted` and `bot` without a response, `no_clock_start`, `outbound`,
/// `self_served`. In business time also `no_schedule` (no schedule of the calendar is for it).
///
/// **Interval:** Wilson.
///
/// **Sources:** S4: Says how soon customers expect a first response in each channel. Its upper ends are the default
/// targets, because it alone names all four channels. S0: Over half of all consumers expect less than three minutes
/// on the phone, and customers less than 45 seconds on average in a live chat: the targets `s0`. For an email it
/// says a few hours, which is no target.
///
/// **Inputs:**
/// - `met`: requests answered within their target.
/// - `missed`: requests answered later, or unanswered past their target.
///
/// # Errors
/// `as_of_required` where something is unanswered and neither a window nor `as_of` says when to look;
/// `response_before_creation`; `bad_parameter`; `calendar_required` for business time without a calendar.
/// `bad_input` for an input that is not allowed.
///
/// # Examples
/// Target 60 min; answered after 30 min (met), after 90 min (missed), unanswered for 5 h (missed), unanswered for
/// 10 min (not due): 100 × 1 ÷ 3.
///
/// ```
/// let figures = kpi_core::formula::first_response_within_target(1, 2)?;
/// assert_eq!(figures.value().unwrap().to_string(), "33.333333333");
/// # Ok::<(), kpi_core::Error>(())
/// ```
pub fn first_response_within_target(met: u64, missed: u64) -> Result<Figures> {
    of("first_response_within_target", "standard", [("met", met.into()), ("missed", missed.into())])
}

/// How long customers wait for each further reply, once a person has replied for the first time.
///
/// **Formula:** mean over all waits of: next public reply by a person − first message of the customer that no
/// person has answered; only waits after the first reply.
///
/// **Gives:** `mean` (seconds, 0 or more), `median` (seconds, 0 or more), `p90` (seconds, 0 or more), `p95`
/// (seconds, 0 or more), `min` (seconds, 0 or more), `max` (seconds, 0 or more), `count` (count, 0 or more).
///
/// **Counted:** Waits for a reply that a person ended, each in the bucket in which it opened, whatever its ticket
/// (ruling B12). Further messages while a wait is open open nothing. A wait of which it is not known whether it is
/// the first counts.
///
/// **Left out:** `first_wait` (it is first response time), `unanswered` (nobody has replied yet). In business time
/// also `no_schedule` (no schedule of the calendar is for it).
///
/// **Interval:** Mean: Student's t. Median and other quantiles: binomial order statistics.
///
/// **Sources:** S1: The time a company takes to respond to an inquiry once the first contact has been made; to be
/// brought down as far as possible, because satisfaction goes with it. S2: Uses the name for the time from the
/// start of a call until an agent answers: here that is answer time from the start of the call. S4: Uses the name
/// for the first response when it quotes numbers; they stand with `first_response_time`.
///
/// **Inputs:**
/// - `durations`: waits after the first reply in seconds.
///
/// # Errors
/// `wrong_order` where a wait closes before it opens; `negative` for a negative duration in the formula;
/// `calendar_required` for business time without a calendar. `bad_input` for an input that is not allowed.
///
/// # Examples
/// One ticket waits 10, 10 and 10 min, another one 70 min: 6,000 s ÷ 4 = 25 min; the mean of the tickets' means
/// would be 40 min.
///
/// ```
/// use kpi_core::Duration;
/// let figures = kpi_core::formula::average_response_time(&[600, 600, 600, 4200].map(Duration::seconds))?;
/// assert_eq!(figures.value().unwrap().to_string(), "1500");
/// # Ok::<(), kpi_core::Error>(())
/// ```
pub fn average_response_time(durations: &[Duration]) -> Result<Figures> {
    of("average_response_time", "after_first", [("durations", durations.into())])
}

/// How long customers wait for a reply, the first one and every further one.
///
/// **Formula:** mean over all waits of: next public reply by a person − first message of the customer that no
/// person has answered; the first wait runs from the start of the ticket's clock.
///
/// **Gives:** `mean` (seconds, 0 or more), `median` (seconds, 0 or more), `p90` (seconds, 0 or more), `p95`
/// (seconds, 0 or more), `min` (seconds, 0 or more), `max` (seconds, 0 or more), `count` (count, 0 or more).
///
/// **Counted:** Waits for a reply that a person ended, each in the bucket in which it opened, whatever its ticket
/// (ruling B12). Further messages while a wait is open open nothing.
///
/// **Left out:** `unanswered` (nobody has replied yet). In business time also `no_schedule` (no schedule of the
/// calendar is for it).
///
/// **Interval:** Mean: Student's t. Median and other quantiles: binomial order statistics.
///
/// **Sources:** S1: The time a company takes to respond to an inquiry once the first contact has been made; to be
/// brought down as far as possible, because satisfaction goes with it. S2: Uses the name for the time from the
/// start of a call until an agent answers: here that is answer time from the start of the call. S4: Uses the name
/// for the first response when it quotes numbers; they stand with `first_response_time`.
///
/// **Inputs:**
/// - `durations`: all waits for a reply in seconds.
///
/// # Errors
/// `wrong_order` where a wait closes before it opens; `negative` for a negative duration in the formula;
/// `calendar_required` for business time without a calendar. `bad_input` for an input that is not allowed.
///
/// # Examples
/// Asked at 10:00 and answered at 10:05; two messages at 10:10 and 10:20, answered at 10:40: waits of 5 and 30 min,
/// 2,100 s ÷ 2.
///
/// ```
/// use kpi_core::Duration;
/// let figures = kpi_core::formula::average_response_time_with_first(&[300, 1800].map(Duration::seconds))?;
/// assert_eq!(figures.value().unwrap().to_string(), "1050");
/// # Ok::<(), kpi_core::Error>(())
/// ```
pub fn average_response_time_with_first(durations: &[Duration]) -> Result<Figures> {
    of("average_response_time", "with_first", [("durations", durations.into())])
}

/// How long customers wait in the queue until a person answers the call or chat; its mean is the average speed of
/// answer.
///
/// **Formula:** instant of the answer − instant of joining the queue.
///
/// **Gives:** `mean` (seconds, 0 or more), `median` (seconds, 0 or more), `p90` (seconds, 0 or more), `p95`
/// (seconds, 0 or more), `min` (seconds, 0 or more), `max` (seconds, 0 or more), `count` (count, 0 or more).
///
/// **Counted:** Inbound contacts that a person answered, also those that the customer gave up later, on hold or in
/// the conversation.
///
/// **Left out:** `outbound`, `abandoned` (before an answer), `self_served`, `callback`, `failed`, `not_queued` (it
/// never joined the queue), `unanswered` (when it was answered is not known, or not yet at `as_of`). In business
/// time also `no_schedule` (no schedule of the calendar is for it).
///
/// **Interval:** Mean: Student's t. Median and other quantiles: binomial order statistics.
///
/// **Sources:** S2: Calls it average response time and measures it from the start of the call until an agent
/// answers: the variant `from_start`. It takes it for the main cause of complaints. Field: Average speed of answer
/// starts when the contact joins the queue: the variant `from_queue`, the default, because it is what others
/// publish. S0: Over half of all consumers expect a hold of less than three minutes on the phone, by which it means
/// the wait for a person.
///
/// **Inputs:**
/// - `durations`: answer times in seconds.
///
/// # Errors
/// `response_before_creation` where the answer is before the start of the wait, `wrong_order` where an end is
/// before its start, `bad_parameter`; `negative` for a negative duration in the formula, `calendar_required` for
/// business time without a calendar. `bad_input` for an input that is not allowed.
///
/// # Examples
/// Queued at 10:00:30 and answered at 10:01:00, after two minutes, and at once: 150 s ÷ 3.
///
/// ```
/// use kpi_core::Duration;
/// let figures = kpi_core::formula::answer_time(&[30, 120, 0].map(Duration::seconds))?;
/// assert_eq!(figures.value().unwrap().to_string(), "50");
/// # Ok::<(), kpi_core::Error>(())
/// ```
pub fn answer_time(durations: &[Duration]) -> Result<Figures> {
    of("answer_time", "from_queue", [("durations", durations.into())])
}

/// How long customers wait from dialling, or opening the chat, until a person answers: what they feel, the menu's
/// time included.
///
/// **Formula:** instant of the answer − start of the contact; where the start is not known, − instant of joining
/// the queue.
///
/// **Gives:** `mean` (seconds, 0 or more), `median` (seconds, 0 or more), `p90` (seconds, 0 or more), `p95`
/// (seconds, 0 or more), `min` (seconds, 0 or more), `max` (seconds, 0 or more), `count` (count, 0 or more).
///
/// **Counted:** Inbound contacts that a person answered, also those that the customer gave up later, on hold or in
/// the conversation.
///
/// **Left out:** `outbound`, `abandoned` (before an answer), `self_served`, `callback`, `failed`, `unanswered`
/// (when it was answered is not known, or not yet at `as_of`). In business time also `no_schedule` (no schedule of
/// the calendar is for it).
///
/// **Interval:** Mean: Student's t. Median and other quantiles: binomial order statistics.
///
/// **Sources:** S2: Calls it average response time and measures it from the start of the call until an agent
/// answers: the variant `from_start`. It takes it for the main cause of complaints. Field: Average speed of answer
/// starts when the contact joins the queue: the variant `from_queue`, the default, because it is what others
/// publish. S0: Over half of all consumers expect a hold of less than three minutes on the phone, by which it means
/// the wait for a person.
///
/// **Inputs:**
/// - `durations`: answer times in seconds.
///
/// # Errors
/// `response_before_creation` where the answer is before the start of the wait, `wrong_order` where an end is
/// before its start, `bad_parameter`; `negative` for a negative duration in the formula, `calendar_required` for
/// business time without a calendar. `bad_input` for an input that is not allowed.
///
/// # Examples
/// Begun at 10:00:00 and answered at 10:01:00, after two minutes, and at once: 180 s ÷ 3.
///
/// ```
/// use kpi_core::Duration;
/// let figures = kpi_core::formula::answer_time_from_start(&[60, 120, 0].map(Duration::seconds))?;
/// assert_eq!(figures.value().unwrap().to_string(), "60");
/// # Ok::<(), kpi_core::Error>(())
/// ```
pub fn answer_time_from_start(durations: &[Duration]) -> Result<Figures> {
    of("answer_time", "from_start", [("durations", durations.into())])
}

/// How long customers wait in all until their request is resolved: the time in which the next step was the
/// company's.
///
/// **Formula:** total time of the ticket in new, open and on hold, until it was resolved.
///
/// **Gives:** `mean` (seconds, 0 or more), `median` (seconds, 0 or more), `p90` (seconds, 0 or more), `p95`
/// (seconds, 0 or more), `min` (seconds, 0 or more), `max` (seconds, 0 or more), `count` (count, 0 or more).
///
/// **Counted:** Resolved tickets whose wait is known, in the bucket of their last resolution, with the wait of
/// their whole life. The waits come from the log of events, or are given.
///
/// **Left out:** `merged`, `spam`, `deleted` (without an answer), `unknown` (its wait is not known); `open` is what
/// was open at the end of the bucket. With another anchor, such as `created_at`, also `closed` and `canceled`
/// (without a resolution) and `open`.
///
/// **Interval:** Mean: Student's t. Median and other quantiles: binomial order statistics.
///
/// **Sources:** S3: Names average wait time beside average resolution time, without a formula, as what to compare
/// with retention: what less of it is worth, and from where on less no longer pays. That it stands beside
/// resolution time makes `requester` the default; for calls it may mean `queue`. Field: Help desks report requester
/// wait time as the time in which the customer waits for them.
///
/// **Inputs:**
/// - `durations`: for each ticket the time in which the company owed the next step, in seconds.
///
/// # Errors
/// `negative` for a negative duration. `bad_input` for an input that is not allowed.
///
/// # Examples
/// New at 10:00, replied and pending at 11:00, the customer writes at 13:00, solved at 14:00: 1 h + 1 h. Another
/// ticket is new for 1 h: 10,800 s ÷ 2.
///
/// ```
/// use kpi_core::Duration;
/// let figures = kpi_core::formula::wait_time(&[7200, 3600].map(Duration::seconds))?;
/// assert_eq!(figures.value().unwrap().to_string(), "5400");
/// # Ok::<(), kpi_core::Error>(())
/// ```
pub fn wait_time(durations: &[Duration]) -> Result<Figures> {
    of("wait_time", "requester", [("durations", durations.into())])
}

/// How long agents wait for customers until a request is resolved: the time in which the next step was the
/// customer's.
///
/// **Formula:** total time of the ticket in pending, until it was resolved.
///
/// **Gives:** `mean` (seconds, 0 or more), `median` (seconds, 0 or more), `p90` (seconds, 0 or more), `p95`
/// (seconds, 0 or more), `min` (seconds, 0 or more), `max` (seconds, 0 or more), `count` (count, 0 or more).
///
/// **Counted:** Resolved tickets whose wait is known, in the bucket of their last resolution, with the wait of
/// their whole life. The waits come from the log of events, or are given.
///
/// **Left out:** `merged`, `spam`, `deleted` (without an answer), `unknown` (its wait is not known); `open` is what
/// was open at the end of the bucket. With another anchor, such as `created_at`, also `closed` and `canceled`
/// (without a resolution) and `open`.
///
/// **Interval:** Mean: Student's t. Median and other quantiles: binomial order statistics.
///
/// **Sources:** Field: Help desks report agent wait time as the counterpart of requester wait time: the time
/// pending on the customer.
///
/// **Inputs:**
/// - `durations`: for each ticket the time in which the customer owed the next step, in seconds.
///
/// # Errors
/// `negative` for a negative duration. `bad_input` for an input that is not allowed.
///
/// # Examples
/// New at 10:00, replied and pending at 11:00, the customer writes at 13:00, solved at 14:00: 2 h in pending.
/// Another ticket is never pending: 7,200 s ÷ 2.
///
/// ```
/// use kpi_core::Duration;
/// let figures = kpi_core::formula::wait_time_agent_wait_time(&[7200, 0].map(Duration::seconds))?;
/// assert_eq!(figures.value().unwrap().to_string(), "3600");
/// # Ok::<(), kpi_core::Error>(())
/// ```
pub fn wait_time_agent_wait_time(durations: &[Duration]) -> Result<Figures> {
    of("wait_time", "agent_wait_time", [("durations", durations.into())])
}

/// How long customers wait in the queue for a call or chat, whether somebody answers or they give up.
///
/// **Formula:** instant of the answer, or end of the contact where the customer gave up, − instant of joining the
/// queue.
///
/// **Gives:** `mean` (seconds, 0 or more), `median` (seconds, 0 or more), `p90` (seconds, 0 or more), `p95`
/// (seconds, 0 or more), `min` (seconds, 0 or more), `max` (seconds, 0 or more), `count` (count, 0 or more).
///
/// **Counted:** Inbound contacts that joined the queue and were answered or given up, short or not; also those
/// given up later, on hold or in the conversation, with their wait until the answer.
///
/// **Left out:** `outbound`, `self_served`, `callback`, `failed`, `unanswered` (at `as_of` the customer still
/// waits), `not_queued` (it never joined the queue), `unknown` (when the wait ended is not known). In business time
/// also `no_schedule` (no schedule of the calendar is for it).
///
/// **Interval:** Mean: Student's t. Median and other quantiles: binomial order statistics.
///
/// **Sources:** S3: Names average wait time beside average resolution time, without a formula, as what to compare
/// with retention: what less of it is worth, and from where on less no longer pays. That it stands beside
/// resolution time makes `requester` the default; for calls it may mean `queue`. S0: Over half of all consumers
/// expect a hold of less than three minutes on the phone, by which it means the wait for a person.
///
/// **Inputs:**
/// - `durations`: waits in the queue in seconds, of the answered and of those who gave up.
///
/// # Errors
/// `response_before_creation` where the answer is before the start of the wait, `wrong_order` where an end is
/// before its start, `bad_parameter`; `negative` for a negative duration in the formula, `calendar_required` for
/// business time without a calendar. `bad_input` for an input that is not allowed.
///
/// # Examples
/// Answered after 30 and 120 s, given up after 60 s: 210 s ÷ 3.
///
/// ```
/// use kpi_core::Duration;
/// let figures = kpi_core::formula::wait_time_queue(&[30, 120, 60].map(Duration::seconds))?;
/// assert_eq!(figures.value().unwrap().to_string(), "70");
/// # Ok::<(), kpi_core::Error>(())
/// ```
pub fn wait_time_queue(durations: &[Duration]) -> Result<Figures> {
    of("wait_time", "queue", [("durations", durations.into())])
}

/// How long customers are put on hold after a person has answered, over all answered contacts; how many are held,
/// and how long those wait.
///
/// **Formula:** mean of the time on hold over all answered contacts, no hold = 0; held share = 100 × contacts with
/// a hold ÷ answered contacts; mean over the held = total hold ÷ contacts with a hold.
///
/// **Gives:** `mean` (seconds, 0 or more), `median` (seconds, 0 or more), `p90` (seconds, 0 or more), `p95`
/// (seconds, 0 or more), `min` (seconds, 0 or more), `max` (seconds, 0 or more), `count` (count, 0 or more),
/// `held_share` (percent, 0 to 100), `held_mean` (seconds, 0 or more).
///
/// **Counted:** Contacts that a person answered, also those that the customer gave up later, on hold or in the
/// conversation; by direction, inbound where nothing is said. An unknown hold is none.
///
/// **Left out:** `outbound` or `inbound` (not the direction asked for), `abandoned` (before an answer),
/// `self_served`, `callback`, `failed`, `unanswered` (at `as_of` nobody has answered yet).
///
/// **Interval:** Means: Student's t. Median and other quantiles: binomial order statistics. Held share: Wilson.
///
/// **Sources:** Field: Contact centres give the mean hold per answered contact, and beside it the share held. S0:
/// Its telephone holds of less than three minutes are the wait for a person, which is answer time.
///
/// **Inputs:**
/// - `durations`: times on hold in seconds, one for each answered contact, 0 where it was not held.
///
/// # Errors
/// `response_before_creation` where the answer is before the start of the wait, `wrong_order` where an end is
/// before its start, `bad_parameter`; `negative` for a negative duration. `bad_input` for an input that is not
/// allowed.
///
/// # Examples
/// 10 answered contacts, 2 held for 60 s each: 120 s ÷ 10; 20 % are held, for 60 s.
///
/// ```
/// use kpi_core::Duration;
/// let figures = kpi_core::formula::hold_time(&[60, 60, 0, 0, 0, 0, 0, 0, 0, 0].map(Duration::seconds))?;
/// assert_eq!(figures.value().unwrap().to_string(), "12");
/// # Ok::<(), kpi_core::Error>(())
/// ```
pub fn hold_time(durations: &[Duration]) -> Result<Figures> {
    of("hold_time", "standard", [("durations", durations.into())])
}

/// How long customers wait in the queue before they give up.
///
/// **Formula:** end of the contact − instant of joining the queue, over the contacts given up in the queue.
///
/// **Gives:** `mean` (seconds, 0 or more), `median` (seconds, 0 or more), `p90` (seconds, 0 or more), `p95`
/// (seconds, 0 or more), `min` (seconds, 0 or more), `max` (seconds, 0 or more), `count` (count, 0 or more).
///
/// **Counted:** Inbound contacts that the customer gave up after joining the queue and before a person answered.
///
/// **Left out:** `outbound`, `answered` (also where the customer gave up later, on hold or in the conversation),
/// `callback`, `failed`, `self_served`, `not_queued` (it never joined the queue), `short` (given up within 5 s, in
/// calendar time whatever the clock), `unknown` (its end is not known), `waiting` (at `as_of` the customer still
/// waits). In business time also `no_schedule` (no schedule of the calendar is for it).
///
/// **Interval:** Mean: Student's t. Median and other quantiles: binomial order statistics.
///
/// **Sources:** Field: Contact centres use it to see how long an answer may take before customers leave. S0: Two
/// thirds of customers break off without a solution because of the wait; whether of all customers or of those who
/// break off, it leaves open.
///
/// **Inputs:**
/// - `durations`: waits of those who gave up, in seconds.
///
/// # Errors
/// `response_before_creation` where the answer is before the start of the wait, `wrong_order` where an end is
/// before its start, `bad_parameter`; `negative` for a negative duration in the formula, `calendar_required` for
/// business time without a calendar. `bad_input` for an input that is not allowed.
///
/// # Examples
/// Three callers hang up after 60, 120 and 30 s in the queue: 210 s ÷ 3.
///
/// ```
/// use kpi_core::Duration;
/// let figures = kpi_core::formula::time_to_abandon(&[60, 120, 30].map(Duration::seconds))?;
/// assert_eq!(figures.value().unwrap().to_string(), "70");
/// # Ok::<(), kpi_core::Error>(())
/// ```
pub fn time_to_abandon(durations: &[Duration]) -> Result<Figures> {
    of("time_to_abandon", "standard", [("durations", durations.into())])
}

/// The longest time that a customer waited in the queue, whether somebody answered, the customer gave up, or still
/// waits.
///
/// **Formula:** maximum of: instant of the answer − instant of joining the queue (answered); end − joining (given
/// up); `as_of` − joining (still waiting).
///
/// **Gives:** `max` (seconds, 0 or more), `mean` (seconds, 0 or more), `median` (seconds, 0 or more), `p90`
/// (seconds, 0 or more), `p95` (seconds, 0 or more), `min` (seconds, 0 or more), `count` (count, 0 or more).
///
/// **Counted:** Inbound contacts that joined the queue: answered, given up (short or not), and still waiting at
/// `as_of`, which is the end of the window where it is not given. A wait that ends after `as_of` has lasted until
/// `as_of`.
///
/// **Left out:** `outbound`, `callback`, `failed`, `self_served`, `not_queued` (it never joined the queue),
/// `unknown` (when the wait ended is not known). In business time also `no_schedule` (no schedule of the calendar
/// is for it).
///
/// **Interval:** Maximum and minimum: none. Mean: Student's t. Median and other quantiles: binomial order
/// statistics.
///
/// **Sources:** Field: Wallboards show the longest wait, over callers that were answered, gave up, or are in the
/// queue now.
///
/// **Inputs:**
/// - `durations`: waits in the queue in seconds, whoever waited.
///
/// # Errors
/// `response_before_creation` where the answer is before the start of the wait, `wrong_order` where an end is
/// before its start, `bad_parameter`; `negative` for a negative duration in the formula, `calendar_required` for
/// business time without a calendar. `bad_input` for an input that is not allowed.
///
/// # Examples
/// At 12:00: answered after 60 s, waiting since 11:55 and since 11:40, given up after 120 s: the longest is 1,200
/// s.
///
/// ```
/// use kpi_core::Duration;
/// let figures = kpi_core::formula::time_to_abandon_longest_wait(&[60, 300, 1200, 120].map(Duration::seconds))?;
/// assert_eq!(figures.value().unwrap().to_string(), "1200");
/// # Ok::<(), kpi_core::Error>(())
/// ```
pub fn time_to_abandon_longest_wait(durations: &[Duration]) -> Result<Figures> {
    of("time_to_abandon", "longest_wait", [("durations", durations.into())])
}

/// How long customers are ready to wait: what the time to abandon would be if nobody answered.
///
/// **Formula:** median: the time after which half would still wait, by the Kaplan–Meier curve: the product over the
/// times at which customers gave up of 1 − given up then ÷ waiting until then.
///
/// **Gives:** `median` (seconds, 0 or more), `p90` (seconds, 0 or more), `restricted_mean` (seconds, 0 or more),
/// `events` (count, 0 or more), `censored` (count, 0 or more), `count` (count, 0 or more).
///
/// **Counted:** Inbound contacts that joined the queue. Those who gave up show their patience, short waits
/// included. Of those who were answered, called back or cut off it is known that they had waited so long and would
/// have waited on; of those who still wait at `as_of` (default: the window's end), too.
///
/// **Left out:** `outbound`, `self_served`, `not_queued` (it never joined the queue), `unknown` (when the wait
/// ended is not known). In business time also `no_schedule` (no schedule of the calendar is for it).
///
/// **Interval:** Median and p90: from the first to the last time at which the limits of the curve allow them, by
/// Greenwood's variance on the scale of ln(−ln S); without an upper end where the upper limit does not come down so
/// far. Restricted mean: normal. Shares still open: the limits of the curve, where it is neither 1 nor 0.
///
/// **Sources:** E. L. Kaplan, P. Meier (1958), Nonparametric Estimation from Incomplete Observations, JASA: How
/// durations that have not all ended make one curve; R says what the median is where the curve stays at one half.
/// Field: Contact centres use it to see how long an answer may take before customers leave. S0: Two thirds of
/// customers break off without a solution because of the wait; whether of all customers or of those who break off,
/// it leaves open.
///
/// **Inputs:**
/// - `durations`: times in seconds until the event, or, where it has not happened, until the last look.
/// - `observed`: for each of them, whether its event has happened.
///
/// # Errors
/// `response_before_creation` where the answer is before the start of the wait, `wrong_order` where an end is
/// before its start; `as_of_required` where something has not ended and neither `as_of` nor a window says when you
/// look; `bad_parameter`; in the formula `negative` for a negative duration, `bad_input` where there is not one
/// flag for each duration. `bad_input` for an input that is not allowed.
///
/// # Examples
/// Given up after 30, 60 and 120 s; one is answered after 60 s. Still waiting after 30 s: 3/4; after 60 s: 3/4 ×
/// 2/3 = 1/2 exactly, until 120 s: the middle, 90 s.
///
/// ```
/// use kpi_core::Duration;
/// let figures = kpi_core::formula::time_to_abandon_patience(&[30, 60, 60, 120].map(Duration::seconds), &[true, false, true, true])?;
/// assert_eq!(figures.value().unwrap().to_string(), "90");
/// # Ok::<(), kpi_core::Error>(())
/// ```
pub fn time_to_abandon_patience(durations: &[Duration], observed: &[bool]) -> Result<Figures> {
    of("time_to_abandon", "patience", [("durations", durations.into()), ("observed", observed.into())])
}

/// The share of contacts that a person answered within the target, of all that were answered or given up.
///
/// **Formula:** 100 × answered within the target ÷ (answered + abandoned).
///
/// **Gives:** `share` (percent, 0 to 100), `within` (count, 0 or more), `offered` (count, 0 or more).
///
/// **Counted:** Inbound contacts with a target that a person answered, that the customer gave up before an answer,
/// or that wait longer than the target at `as_of`. The clock starts when the contact joins the queue; with the
/// population `all_inbound`, where it never did, when it begins. A contact given up on hold or in the conversation
/// was answered. Short ones are timed as for the abandonment rate. Within means at most.
///
/// **Left out:** `outbound`, `self_served`, `callback`, `failed`, `no_target` (no target for its channel),
/// `not_queued` (with the population `queued`), `unanswered` (answered, and it is not known when), `waiting` (at
/// `as_of` it waits, and the target is not over).
///
/// **Interval:** Wilson.
///
/// **Sources:** S1: Lists the service level without a formula, and names what moves it: the number of contacts, the
/// response time, and how many inquiries the first contact resolves. Field: ICMI publishes the ways to count
/// abandoned contacts that are in use; they are the variants.
///
/// **Inputs:**
/// - `answered`: contacts that a person answered.
/// - `answered_within`: of these, answered within the target.
/// - `abandoned`: contacts given up before an answer, the short ones included.
///
/// # Errors
/// `response_before_creation` where the answer is before the start of the wait, `wrong_order` where an end is
/// before its start, `bad_parameter`; `bad_input` where a part is more than its whole. `bad_input` for an input
/// that is not allowed.
///
/// # Examples
/// 1,000 answered, 860 of them within 20 s, and 60 abandoned: 100 × 860 ÷ 1,060.
///
/// ```
/// let figures = kpi_core::formula::service_level(1000, 860, 60)?;
/// assert_eq!(figures.value().unwrap().to_string(), "81.132075472");
/// # Ok::<(), kpi_core::Error>(())
/// ```
pub fn service_level(answered: u64, answered_within: u64, abandoned: u64) -> Result<Figures> {
    of(
        "service_level",
        "offered",
        [("answered", answered.into()), ("answered_within", answered_within.into()), ("abandoned", abandoned.into())],
    )
}

/// The share of contacts that a person answered within the target; those given up at once do not count.
///
/// **Formula:** 100 × answered within the target ÷ (answered + abandoned − short).
///
/// **Gives:** `share` (percent, 0 to 100), `within` (count, 0 or more), `offered` (count, 0 or more).
///
/// **Counted:** Inbound contacts with a target that a person answered, that the customer gave up before an answer,
/// or that wait longer than the target at `as_of`. The clock starts when the contact joins the queue; with the
/// population `all_inbound`, where it never did, when it begins. A contact given up on hold or in the conversation
/// was answered. Short ones are timed as for the abandonment rate. Within means at most.
///
/// **Left out:** `outbound`, `self_served`, `callback`, `failed`, `no_target` (no target for its channel),
/// `not_queued` (with the population `queued`), `unanswered` (answered, and it is not known when), `waiting` (at
/// `as_of` it waits, and the target is not over), `short` (given up within 5 s).
///
/// **Interval:** Wilson.
///
/// **Sources:** S1: Lists the service level without a formula, and names what moves it: the number of contacts, the
/// response time, and how many inquiries the first contact resolves. Field: ICMI publishes the ways to count
/// abandoned contacts that are in use; they are the variants.
///
/// **Inputs:**
/// - `answered`: contacts that a person answered.
/// - `answered_within`: of these, answered within the target.
/// - `abandoned`: contacts given up before an answer, the short ones included.
/// - `short`: of the abandoned, given up at once.
///
/// # Errors
/// `response_before_creation` where the answer is before the start of the wait, `wrong_order` where an end is
/// before its start, `bad_parameter`; `bad_input` where a part is more than its whole. `bad_input` for an input
/// that is not allowed.
///
/// # Examples
/// 10 of the 60 abandoned within 5 s: 100 × 860 ÷ (1,060 − 10).
///
/// ```
/// let figures = kpi_core::formula::service_level_less_short(1000, 860, 60, 10)?;
/// assert_eq!(figures.value().unwrap().to_string(), "81.904761905");
/// # Ok::<(), kpi_core::Error>(())
/// ```
pub fn service_level_less_short(answered: u64, answered_within: u64, abandoned: u64, short: u64) -> Result<Figures> {
    of(
        "service_level",
        "less_short",
        [
            ("answered", answered.into()),
            ("answered_within", answered_within.into()),
            ("abandoned", abandoned.into()),
            ("short", short.into()),
        ],
    )
}

/// The share of contacts that a person answered within the target; those given up within the target do not count,
/// because nobody was late.
///
/// **Formula:** 100 × answered within the target ÷ (answered + abandoned − abandoned within the target).
///
/// **Gives:** `share` (percent, 0 to 100), `within` (count, 0 or more), `offered` (count, 0 or more).
///
/// **Counted:** Inbound contacts with a target that a person answered, that the customer gave up before an answer,
/// or that wait longer than the target at `as_of`. The clock starts when the contact joins the queue; with the
/// population `all_inbound`, where it never did, when it begins. A contact given up on hold or in the conversation
/// was answered. Short ones are timed as for the abandonment rate. Within means at most.
///
/// **Left out:** `outbound`, `self_served`, `callback`, `failed`, `no_target` (no target for its channel),
/// `not_queued` (with the population `queued`), `unanswered` (answered, and it is not known when), `waiting` (at
/// `as_of` it waits, and the target is not over), `abandoned_within_target`.
///
/// **Interval:** Wilson.
///
/// **Sources:** S1: Lists the service level without a formula, and names what moves it: the number of contacts, the
/// response time, and how many inquiries the first contact resolves. Field: ICMI publishes the ways to count
/// abandoned contacts that are in use; they are the variants.
///
/// **Inputs:**
/// - `answered`: contacts that a person answered.
/// - `answered_within`: of these, answered within the target.
/// - `abandoned`: contacts given up before an answer, the short ones included.
/// - `abandoned_within`: of the abandoned, given up within the target.
///
/// # Errors
/// `response_before_creation` where the answer is before the start of the wait, `wrong_order` where an end is
/// before its start, `bad_parameter`; `bad_input` where a part is more than its whole. `bad_input` for an input
/// that is not allowed.
///
/// # Examples
/// 20 of the 60 abandoned within 20 s: 100 × 860 ÷ (1,060 − 20).
///
/// ```
/// let figures = kpi_core::formula::service_level_less_abandoned_within_t(1000, 860, 60, 20)?;
/// assert_eq!(figures.value().unwrap().to_string(), "82.692307692");
/// # Ok::<(), kpi_core::Error>(())
/// ```
pub fn service_level_less_abandoned_within_t(
    answered: u64,
    answered_within: u64,
    abandoned: u64,
    abandoned_within: u64,
) -> Result<Figures> {
    of(
        "service_level",
        "less_abandoned_within_t",
        [
            ("answered", answered.into()),
            ("answered_within", answered_within.into()),
            ("abandoned", abandoned.into()),
            ("abandoned_within", abandoned_within.into()),
        ],
    )
}

/// The share of the answered contacts that were answered within the target.
///
/// **Formula:** 100 × answered within the target ÷ answered.
///
/// **Gives:** `share` (percent, 0 to 100), `within` (count, 0 or more), `offered` (count, 0 or more).
///
/// **Counted:** Inbound contacts with a target that a person answered, also those that the customer gave up later,
/// on hold or in the conversation. The clock starts when the contact joins the queue; with the population
/// `all_inbound`, where it never did, when it begins. Within means at most.
///
/// **Left out:** `outbound`, `self_served`, `callback`, `failed`, `no_target` (no target for its channel),
/// `not_queued` (with the population `queued`), `abandoned`, `unanswered` (answered, and it is not known when),
/// `waiting` (at `as_of` it still waits).
///
/// **Interval:** Wilson.
///
/// **Sources:** S1: Lists the service level without a formula, and names what moves it: the number of contacts, the
/// response time, and how many inquiries the first contact resolves. Field: ICMI publishes the ways to count
/// abandoned contacts that are in use; they are the variants.
///
/// **Inputs:**
/// - `answered`: contacts that a person answered.
/// - `answered_within`: of these, answered within the target.
///
/// # Errors
/// `response_before_creation` where the answer is before the start of the wait, `wrong_order` where an end is
/// before its start, `bad_parameter`; `bad_input` where a part is more than its whole. `bad_input` for an input
/// that is not allowed.
///
/// # Examples
/// 1,000 answered, 860 of them within 20 s: 100 × 860 ÷ 1,000; the 60 abandoned do not count.
///
/// ```
/// let figures = kpi_core::formula::service_level_answered(1000, 860)?;
/// assert_eq!(figures.value().unwrap().to_string(), "86");
/// # Ok::<(), kpi_core::Error>(())
/// ```
pub fn service_level_answered(answered: u64, answered_within: u64) -> Result<Figures> {
    of("service_level", "answered", [("answered", answered.into()), ("answered_within", answered_within.into())])
}

/// The share of contacts that did not wait longer than the target, whether a person answered or the customer gave
/// up.
///
/// **Formula:** 100 × (answered within the target + abandoned within the target) ÷ (answered + abandoned).
///
/// **Gives:** `share` (percent, 0 to 100), `within` (count, 0 or more), `offered` (count, 0 or more).
///
/// **Counted:** Inbound contacts with a target that a person answered, that the customer gave up before an answer,
/// or that wait longer than the target at `as_of`. The clock starts when the contact joins the queue; with the
/// population `all_inbound`, where it never did, when it begins. A contact given up on hold or in the conversation
/// was answered. Short ones are timed as for the abandonment rate. Within means at most.
///
/// **Left out:** `outbound`, `self_served`, `callback`, `failed`, `no_target` (no target for its channel),
/// `not_queued` (with the population `queued`), `unanswered` (answered, and it is not known when), `waiting` (at
/// `as_of` it waits, and the target is not over).
///
/// **Interval:** Wilson.
///
/// **Sources:** S1: Lists the service level without a formula, and names what moves it: the number of contacts, the
/// response time, and how many inquiries the first contact resolves. Field: ICMI publishes the ways to count
/// abandoned contacts that are in use; they are the variants.
///
/// **Inputs:**
/// - `answered`: contacts that a person answered.
/// - `answered_within`: of these, answered within the target.
/// - `abandoned`: contacts given up before an answer, the short ones included.
/// - `abandoned_within`: of the abandoned, given up within the target.
///
/// # Errors
/// `response_before_creation` where the answer is before the start of the wait, `wrong_order` where an end is
/// before its start, `bad_parameter`; `bad_input` where a part is more than its whole. `bad_input` for an input
/// that is not allowed.
///
/// # Examples
/// 20 of the 60 abandoned within 20 s: 100 × (860 + 20) ÷ 1,060.
///
/// ```
/// let figures = kpi_core::formula::service_level_credit_abandoned_within_t(1000, 860, 60, 20)?;
/// assert_eq!(figures.value().unwrap().to_string(), "83.018867925");
/// # Ok::<(), kpi_core::Error>(())
/// ```
pub fn service_level_credit_abandoned_within_t(
    answered: u64,
    answered_within: u64,
    abandoned: u64,
    abandoned_within: u64,
) -> Result<Figures> {
    of(
        "service_level",
        "credit_abandoned_within_t",
        [
            ("answered", answered.into()),
            ("answered_within", answered_within.into()),
            ("abandoned", abandoned.into()),
            ("abandoned_within", abandoned_within.into()),
        ],
    )
}

/// The share of contacts that a person answered within the target or that the customer gave up at once.
///
/// **Formula:** 100 × (answered within the target + short) ÷ (answered + abandoned).
///
/// **Gives:** `share` (percent, 0 to 100), `within` (count, 0 or more), `offered` (count, 0 or more).
///
/// **Counted:** Inbound contacts with a target that a person answered, that the customer gave up before an answer,
/// or that wait longer than the target at `as_of`. The clock starts when the contact joins the queue; with the
/// population `all_inbound`, where it never did, when it begins. A contact given up on hold or in the conversation
/// was answered. Short ones are timed as for the abandonment rate. Within means at most.
///
/// **Left out:** `outbound`, `self_served`, `callback`, `failed`, `no_target` (no target for its channel),
/// `not_queued` (with the population `queued`), `unanswered` (answered, and it is not known when), `waiting` (at
/// `as_of` it waits, and the target is not over).
///
/// **Interval:** Wilson.
///
/// **Sources:** S1: Lists the service level without a formula, and names what moves it: the number of contacts, the
/// response time, and how many inquiries the first contact resolves. Field: ICMI publishes the ways to count
/// abandoned contacts that are in use; they are the variants.
///
/// **Inputs:**
/// - `answered`: contacts that a person answered.
/// - `answered_within`: of these, answered within the target.
/// - `abandoned`: contacts given up before an answer, the short ones included.
/// - `short`: of the abandoned, given up at once.
///
/// # Errors
/// `response_before_creation` where the answer is before the start of the wait, `wrong_order` where an end is
/// before its start, `bad_parameter`; `bad_input` where a part is more than its whole. `bad_input` for an input
/// that is not allowed.
///
/// # Examples
/// 10 of the 60 abandoned within 5 s: 100 × (860 + 10) ÷ 1,060.
///
/// ```
/// let figures = kpi_core::formula::service_level_credit_short(1000, 860, 60, 10)?;
/// assert_eq!(figures.value().unwrap().to_string(), "82.075471698");
/// # Ok::<(), kpi_core::Error>(())
/// ```
pub fn service_level_credit_short(answered: u64, answered_within: u64, abandoned: u64, short: u64) -> Result<Figures> {
    of(
        "service_level",
        "credit_short",
        [
            ("answered", answered.into()),
            ("answered_within", answered_within.into()),
            ("abandoned", abandoned.into()),
            ("short", short.into()),
        ],
    )
}

/// The share of requests on which a promised response is overdue.
///
/// **Formula:** 100 × tickets with at least one promised response late or open past its instant ÷ all tickets
/// created in the period.
///
/// **Gives:** `rate` (percent, 0 to 100), `overdue` (count, 0 or more), `requests` (count, 0 or more).
///
/// **Counted:** A ticket is overdue when at least one promised response came late, or when it is open, unanswered
/// and its promised instant has passed at `as_of` (default: the window's end), once however many responses were
/// late. Where the count of late responses is not known, the promised instant and the first response decide.
///
/// **Left out:** `merged`, `spam`, `deleted` (without an answer). A ticket without a promise, or whose promise is
/// not due yet, is in the denominator (ruling B15).
///
/// **Interval:** Wilson.
///
/// **Sources:** S2: Agents must keep what they promise about waiting times, or the company loses the customer;
/// counts the overdue in percent of all requests.
///
/// **Inputs:**
/// - `overdue`: tickets with at least one promised response late, or open past its instant.
/// - `requests`: all tickets.
///
/// # Errors
/// `as_of_required` where an open ticket is unanswered, has a promised instant and no count of late responses, and
/// neither a window nor `as_of` says when to look; `bad_input` in the formula where more are overdue than there
/// are. `bad_input` for an input that is not allowed.
///
/// # Examples
/// Two tickets, one of them with three late responses: 100 × 1 ÷ 2; late responses by requests would be 150 %.
///
/// ```
/// let figures = kpi_core::formula::overdue_response_rate(1, 2)?;
/// assert_eq!(figures.value().unwrap().to_string(), "50");
/// # Ok::<(), kpi_core::Error>(())
/// ```
pub fn overdue_response_rate(overdue: u64, requests: u64) -> Result<Figures> {
    of("overdue_response_rate", "of_requests", [("overdue", overdue.into()), ("requests", requests.into())])
}

/// The share of requests with a promised response on which one is overdue.
///
/// **Formula:** 100 × tickets with at least one promised response late or open past its instant ÷ tickets created
/// in the period to which a response was promised.
///
/// **Gives:** `rate` (percent, 0 to 100), `overdue` (count, 0 or more), `promised` (count, 0 or more).
///
/// **Counted:** A ticket is overdue when at least one promised response came late, or when it is open, unanswered
/// and its promised instant has passed at `as_of` (default: the window's end), once however many responses were
/// late. Where the count of late responses is not known, the promised instant and the first response decide.
///
/// **Left out:** `merged`, `spam`, `deleted` (without an answer), `no_promise`, `not_due` (open, unanswered, none
/// late, and the promised instant has not passed).
///
/// **Interval:** Wilson.
///
/// **Sources:** S2: Agents must keep what they promise about waiting times, or the company loses the customer;
/// counts the overdue in percent of all requests. Field: Where promises are rare, their share among all requests
/// says little; kept promises are judged among promises.
///
/// **Inputs:**
/// - `overdue`: tickets with at least one promised response late, or open past its instant.
/// - `promised`: tickets with a promised response.
///
/// # Errors
/// `as_of_required` where an open ticket is unanswered, has a promised instant and no count of late responses, and
/// neither a window nor `as_of` says when to look; `bad_input` in the formula where more are overdue than there
/// are. `bad_input` for an input that is not allowed.
///
/// # Examples
/// Responses were promised on four tickets of ten, and one of them came late: 100 × 1 ÷ 4; of all requests it would
/// be 10 %.
///
/// ```
/// let figures = kpi_core::formula::overdue_response_rate_of_promised(1, 4)?;
/// assert_eq!(figures.value().unwrap().to_string(), "25");
/// # Ok::<(), kpi_core::Error>(())
/// ```
pub fn overdue_response_rate_of_promised(overdue: u64, promised: u64) -> Result<Figures> {
    of("overdue_response_rate", "of_promised", [("overdue", overdue.into()), ("promised", promised.into())])
}

/// The share of decided SLA targets that were met.
///
/// **Formula:** 100 × met ÷ (met + breached); each target of each ticket by itself, each promised next reply too.
///
/// **Gives:** `share` (percent, 0 to 100), `met` (count, 0 or more), `breached` (count, 0 or more).
///
/// **Counted:** Targets that are met or breached, in the bucket in which their clock started. With `as_of` a target
/// is judged as it stood then: what was met later was not met yet, and what was not met is breached where its due
/// instant had passed. Without, its `state` counts. Where that is not known, it is met when it was met at its due
/// instant or before. It is breached when it was met later, or when the window ended after that instant and it was
/// not met.
///
/// **Left out:** `active` (running or paused: neither met nor breached yet), `not_applicable` (no policy is for the
/// ticket, or it ended before the target was decided), `unknown` (met, but neither its state nor its due instant is
/// known).
///
/// **Interval:** Wilson. Targets of one ticket are not independent, so it is too narrow where tickets have many.
///
/// **Sources:** S2: Lists service level agreements and penalties for missed criteria among the reasons to measure,
/// and the SLA among the metrics to raise; it gives no formula. Field: Help desks judge each target of a policy by
/// itself and report the share that was met.
///
/// **Inputs:**
/// - `met`: targets that were met in time.
/// - `breached`: targets that were met late, or are not met and past due.
///
/// # Errors
/// `as_of_required` where a target is not met, has no state, and neither a window nor `as_of` says when to look.
/// `bad_input` for an input that is not allowed.
///
/// # Examples
/// Two met, one breached, one open and not due: 100 × 2 ÷ 3; the open one is in neither.
///
/// ```
/// let figures = kpi_core::formula::sla_attainment(2, 1)?;
/// assert_eq!(figures.value().unwrap().to_string(), "66.666666667");
/// # Ok::<(), kpi_core::Error>(())
/// ```
pub fn sla_attainment(met: u64, breached: u64) -> Result<Figures> {
    of("sla_attainment", "per_target", [("met", met.into()), ("breached", breached.into())])
}

/// The share of tickets that met every one of their SLA targets.
///
/// **Formula:** 100 × tickets with all targets met ÷ (those + tickets with a breached target); tickets without a
/// breached target and with one that is running or paused are in neither.
///
/// **Gives:** `share` (percent, 0 to 100), `met` (count, 0 or more), `breached` (count, 0 or more), `active`
/// (count, 0 or more).
///
/// **Counted:** Tickets with targets that apply, once in every bucket in which the clock of one of these started,
/// by those that started in it. `active` is how many are not decided yet. With `as_of` a target is judged as it
/// stood then: what was met later was not met yet, and what was not met is breached where its due instant had
/// passed. Without, its `state` counts. Where that is not known, it is met when it was met at its due instant or
/// before. It is breached when it was met later, or when the window ended after that instant and it was not met.
///
/// **Left out:** Targets: `not_applicable` (no policy is for the ticket, or it ended before the target was
/// decided), `unknown` (met, but neither its state nor its due instant is known). Active targets are not left out:
/// they make their ticket active unless another one is breached.
///
/// **Interval:** Wilson, over tickets.
///
/// **Sources:** S2: Lists service level agreements and penalties for missed criteria among the reasons to measure,
/// and the SLA among the metrics to raise; it gives no formula. Field: Help desks judge each target of a policy by
/// itself and report the share that was met.
///
/// **Inputs:**
/// - `met`: tickets all of whose targets were met in time.
/// - `breached`: tickets with a target that was met late, or is not met and past due.
///
/// # Errors
/// `as_of_required` where a target is not met, has no state, and neither a window nor `as_of` says when to look.
/// `bad_input` for an input that is not allowed.
///
/// # Examples
/// One ticket met both its targets, one met the first and breached the second; a third met one and the other runs,
/// so it is not decided: 100 × 1 ÷ 2.
///
/// ```
/// let figures = kpi_core::formula::sla_attainment_all_met(1, 1)?;
/// assert_eq!(figures.value().unwrap().to_string(), "50");
/// # Ok::<(), kpi_core::Error>(())
/// ```
pub fn sla_attainment_all_met(met: u64, breached: u64) -> Result<Figures> {
    of("sla_attainment", "all_met", [("met", met.into()), ("breached", breached.into())])
}

/// How long it takes until a request is resolved for good.
///
/// **Formula:** last resolution − creation.
///
/// **Gives:** `mean` (seconds, 0 or more), `median` (seconds, 0 or more), `p90` (seconds, 0 or more), `p95`
/// (seconds, 0 or more), `min` (seconds, 0 or more), `max` (seconds, 0 or more), `count` (count, 0 or more).
///
/// **Counted:** Resolved tickets, each once, in the bucket of their last resolution; not while they are open again.
///
/// **Left out:** `merged`, `spam`, `deleted` (without an answer); `open` is what is not resolved at the end of the
/// bucket. With another anchor, such as `created_at`, also `closed` and `canceled`. In business time also
/// `no_schedule`.
///
/// **Interval:** Mean: Student's t. Median and other quantiles: binomial order statistics.
///
/// **Sources:** S1: How long a company needs for the solution of an inquiry. S4: From the first contact to the
/// final solution, hence the variant `last`: the resolution times of all tickets resolved in the period by their
/// number. About 24 hours is the mean of most industries; it differs by channel and by how complex the issue is.
/// S0: Names time to completion among the measurable signs of good service. S3: Holds average resolution time
/// against retention, and asks from where on more speed no longer pays. Agents who are ranked by it take the
/// simplest requests first.
///
/// **Inputs:**
/// - `durations`: resolution times in seconds.
///
/// # Errors
/// `wrong_order` where a resolution is before the creation; `calendar_required` for business time without a
/// calendar; `negative` for a negative duration in the formula. `bad_input` for an input that is not allowed.
///
/// # Examples
/// Resolved after 2 h, 1 h and 24 h: 97,200 s ÷ 3 = 32,400 s, or 9 h.
///
/// ```
/// use kpi_core::Duration;
/// let figures = kpi_core::formula::resolution_time(&[7200, 3600, 86400].map(Duration::seconds))?;
/// assert_eq!(figures.value().unwrap().to_string(), "32400");
/// # Ok::<(), kpi_core::Error>(())
/// ```
pub fn resolution_time(durations: &[Duration]) -> Result<Figures> {
    of("resolution_time", "last", [("durations", durations.into())])
}

/// How long it takes until a request is resolved for the first time, whether or not that held.
///
/// **Formula:** first resolution − creation.
///
/// **Gives:** `mean` (seconds, 0 or more), `median` (seconds, 0 or more), `p90` (seconds, 0 or more), `p95`
/// (seconds, 0 or more), `min` (seconds, 0 or more), `max` (seconds, 0 or more), `count` (count, 0 or more).
///
/// **Counted:** Tickets that were resolved at least once, in the bucket of their first resolution; where that is
/// not known, of their last.
///
/// **Left out:** `merged`, `spam`, `deleted` (without an answer); `open` is what is not resolved at the end of the
/// bucket. With another anchor, such as `created_at`, also `closed` and `canceled`. In business time also
/// `no_schedule`.
///
/// **Interval:** Mean: Student's t. Median and other quantiles: binomial order statistics.
///
/// **Sources:** S1: How long a company needs for the solution of an inquiry. S4: From the first contact to the
/// final solution, hence the variant `last`: the resolution times of all tickets resolved in the period by their
/// number. About 24 hours is the mean of most industries; it differs by channel and by how complex the issue is.
/// S0: Names time to completion among the measurable signs of good service. S3: Holds average resolution time
/// against retention, and asks from where on more speed no longer pays. Agents who are ranked by it take the
/// simplest requests first.
///
/// **Inputs:**
/// - `durations`: resolution times in seconds.
///
/// # Errors
/// `wrong_order` where a resolution is before the creation; `calendar_required` for business time without a
/// calendar; `negative` for a negative duration in the formula. `bad_input` for an input that is not allowed.
///
/// # Examples
/// First resolved after 1 h, 1 h and 3 h: 18,000 s ÷ 3 = 6,000 s.
///
/// ```
/// use kpi_core::Duration;
/// let figures = kpi_core::formula::resolution_time_first(&[3600, 3600, 10800].map(Duration::seconds))?;
/// assert_eq!(figures.value().unwrap().to_string(), "6000");
/// # Ok::<(), kpi_core::Error>(())
/// ```
pub fn resolution_time_first(durations: &[Duration]) -> Result<Figures> {
    of("resolution_time", "first", [("durations", durations.into())])
}

/// How long requests stay open until they are resolved, those that are still open included.
///
/// **Formula:** median: the time after which half are still open, by the Kaplan–Meier curve: the product over the
/// times of resolutions of 1 − resolved then ÷ open until then.
///
/// **Gives:** `median` (seconds, 0 or more), `p90` (seconds, 0 or more), `restricted_mean` (seconds, 0 or more),
/// `events` (count, 0 or more), `censored` (count, 0 or more), `count` (count, 0 or more).
///
/// **Counted:** Tickets in the bucket of their creation. Those that are not resolved count with the time that they
/// have been open: until `as_of` (default: the window's end), or until they were closed, canceled or deleted. A
/// resolution after `as_of` is not known yet.
///
/// **Left out:** `merged`, `spam`, `deleted` (without an answer), `unknown` (its status says that it ended, and
/// nothing says when). In business time also `no_schedule`.
///
/// **Interval:** Median and p90: from the first to the last time at which the limits of the curve allow them, by
/// Greenwood's variance on the scale of ln(−ln S); without an upper end where the upper limit does not come down so
/// far. Restricted mean: normal. Shares still open: the limits of the curve, where it is neither 1 nor 0.
///
/// **Sources:** E. L. Kaplan, P. Meier (1958), Nonparametric Estimation from Incomplete Observations, JASA: How
/// durations that have not all ended make one curve; R says what the median is where the curve stays at one half.
/// S4: From the first contact to the final solution; it names the mean over what was resolved in the period. S3:
/// Holds average resolution time against retention, and asks from where on more speed no longer pays.
///
/// **Inputs:**
/// - `durations`: times in seconds until the event, or, where it has not happened, until the last look.
/// - `observed`: for each of them, whether its event has happened.
///
/// # Errors
/// `wrong_order` where a resolution is before the creation; `as_of_required` where something has not ended and
/// neither `as_of` nor a window says when you look; `bad_parameter`; in the formula `negative` for a negative
/// duration, `bad_input` where there is not one flag for each duration. `bad_input` for an input that is not
/// allowed.
///
/// # Examples
/// Resolved after 1, 3 and 4 h; one is still open after 2 h. Open after 1 h: 3/4; after 3 h: 3/4 × 1/2 = 3/8, the
/// first time at most one half: 3 h.
///
/// ```
/// use kpi_core::Duration;
/// let figures = kpi_core::formula::resolution_time_survival(&[3600, 7200, 10800, 14400].map(Duration::seconds), &[true, false, true, true])?;
/// assert_eq!(figures.value().unwrap().to_string(), "10800");
/// # Ok::<(), kpi_core::Error>(())
/// ```
pub fn resolution_time_survival(durations: &[Duration], observed: &[bool]) -> Result<Figures> {
    of("resolution_time", "survival", [("durations", durations.into()), ("observed", observed.into())])
}

/// The share of cases that the first contact with a person resolved for good.
///
/// **Formula:** at first contact: resolved, with at most one public reply by a person (a call or chat: answered,
/// and the inquiry resolved in it), no change of agent, no transfer, no escalation, no reopening, and no new case
/// of the same account (tickets: and type) within `repeat_within`.
///
/// **Gives:** `share` (percent, 0 to 100), `resolved_at_first_contact` (count, 0 or more), `cases` (count, 0 or
/// more).
///
/// **Counted:** Cases that people handled, and whose days of waiting for a follow-up are over at `as_of` (default:
/// the window's end). Tickets by themselves; calls and chats by themselves, and not their tickets again; a call or
/// chat given up on hold or in the conversation was answered, and is resolved or not as it says. A message of the
/// customer that nobody answered is no follow-up.
///
/// **Left out:** Tickets: `merged`, `spam`, `deleted` (without an answer), `bot` (a bot or self-service resolved
/// it), `through_contact` (it counts through its contact), `no_human_contact` (no person has replied yet),
/// `unknown` (the counts of replies or reopenings are not known). Contacts: `outbound`, `abandoned` (before an
/// answer), `self_served`, `callback`, `failed`, `unanswered`, `unknown` (whether it was resolved is not known).
/// Both: `no_account`, where a follow-up cannot be seen, and `window_open`; with `business_hours_only` also
/// `outside_hours`, and `no_schedule` where the calendar has no hours for the record.
///
/// **Interval:** Wilson.
///
/// **Sources:** S4: Issues resolved on first contact, without escalation or follow-up, by all cases, times 100: the
/// variant `of_cases`. With people only, and in business hours unless service is round the clock. 70 % is the mean
/// across industries. S1: The share of inquiries that the first contact with the customer resolves. As it too
/// speaks of all inquiries, `of_cases` is the default. S2: Has the name, first call resolution, above a paragraph
/// on greetings and scripts: a slip, the definition is missing.
///
/// **Inputs:**
/// - `resolved_at_first_contact`: cases that their first contact with a person resolved for good.
/// - `cases`: all cases that people handled.
///
/// # Errors
/// `as_of_required` where no window says when to look; `as_of_counts` where `as_of` is given, because the counts of
/// replies and reopenings that tickets need carry no instants; `calendar_required` where `business_hours_only` has
/// no calendar; `bad_input` in the formula where the part is more than the whole. `bad_input` for an input that is
/// not allowed.
///
/// # Examples
/// Ten cases, six resolved, three of them at first contact: 100 × 3 ÷ 10.
///
/// ```
/// let figures = kpi_core::formula::first_contact_resolution_rate(3, 10)?;
/// assert_eq!(figures.value().unwrap().to_string(), "30");
/// # Ok::<(), kpi_core::Error>(())
/// ```
pub fn first_contact_resolution_rate(resolved_at_first_contact: u64, cases: u64) -> Result<Figures> {
    of(
        "first_contact_resolution_rate",
        "of_cases",
        [("resolved_at_first_contact", resolved_at_first_contact.into()), ("cases", cases.into())],
    )
}

/// The share of resolved cases that the first contact with a person resolved for good.
///
/// **Formula:** at first contact: resolved, with at most one public reply by a person (a call or chat: answered,
/// and the inquiry resolved in it), no change of agent, no transfer, no escalation, no reopening, and no new case
/// of the same account (tickets: and type) within `repeat_within`.
///
/// **Gives:** `share` (percent, 0 to 100), `resolved_at_first_contact` (count, 0 or more), `resolved` (count, 0 or
/// more).
///
/// **Counted:** Resolved cases that people handled, in the bucket of their last resolution (calls and chats: of
/// their end), and whose days of waiting for a follow-up are over at `as_of` (default: the window's end).
///
/// **Left out:** As `of_cases`; and `open`: tickets that are not resolved at the end of the bucket, calls and chats
/// that ended unresolved. With another anchor, such as `created_at`, also `closed` and `canceled` tickets.
///
/// **Interval:** Wilson.
///
/// **Sources:** S4: Issues resolved on first contact, without escalation or follow-up, by all cases, times 100: the
/// variant `of_cases`. With people only, and in business hours unless service is round the clock. 70 % is the mean
/// across industries. S1: The share of inquiries that the first contact with the customer resolves. As it too
/// speaks of all inquiries, `of_cases` is the default. S2: Has the name, first call resolution, above a paragraph
/// on greetings and scripts: a slip, the definition is missing.
///
/// **Inputs:**
/// - `resolved_at_first_contact`: cases that their first contact with a person resolved for good.
/// - `resolved`: resolved cases that people handled.
///
/// # Errors
/// `as_of_required` where no window says when to look; `as_of_counts` where `as_of` is given, because the counts of
/// replies and reopenings that tickets need carry no instants; `calendar_required` where `business_hours_only` has
/// no calendar; `bad_input` in the formula where the part is more than the whole. `bad_input` for an input that is
/// not allowed.
///
/// # Examples
/// Ten cases, six resolved, three of them at first contact: 100 × 3 ÷ 6.
///
/// ```
/// let figures = kpi_core::formula::first_contact_resolution_rate_of_resolved(3, 6)?;
/// assert_eq!(figures.value().unwrap().to_string(), "50");
/// # Ok::<(), kpi_core::Error>(())
/// ```
pub fn first_contact_resolution_rate_of_resolved(resolved_at_first_contact: u64, resolved: u64) -> Result<Figures> {
    of(
        "first_contact_resolution_rate",
        "of_resolved",
        [("resolved_at_first_contact", resolved_at_first_contact.into()), ("resolved", resolved.into())],
    )
}

/// The share of customers who say that the first contact resolved their case.
///
/// **Formula:** 100 × yes ÷ answers.
///
/// **Gives:** `share` (percent, 0 to 100), `yes` (count, 0 or more), `answers` (count, 0 or more).
///
/// **Counted:** Surveys of the wanted kind with a yes or no as answer, each once.
///
/// **Left out:** `other_kind`, `replaced` (a later answer with the same survey id came in), `unanswered`.
///
/// **Interval:** Wilson.
///
/// **Sources:** Field: Contact centres ask the customer after the contact whether it was resolved. S4: Wants issues
/// resolved in the first interaction; who says so, the help desk or the customer, it leaves open.
///
/// **Inputs:**
/// - `yes`: answers that the first contact resolved it.
/// - `answers`: all answers.
///
/// # Errors
/// `bad_input` in the formula where more say yes than answer. `bad_input` for an input that is not allowed.
///
/// # Examples
/// Of 60 answers 42 say yes: 100 × 42 ÷ 60.
///
/// ```
/// let figures = kpi_core::formula::first_contact_resolution_rate_surveyed(42, 60)?;
/// assert_eq!(figures.value().unwrap().to_string(), "70");
/// # Ok::<(), kpi_core::Error>(())
/// ```
pub fn first_contact_resolution_rate_surveyed(yes: u64, answers: u64) -> Result<Figures> {
    of("first_contact_resolution_rate", "surveyed", [("yes", yes.into()), ("answers", answers.into())])
}

/// How many tickets were resolved and have stayed so.
///
/// **Formula:** tickets with a resolution, each once, by the last one; none while it is open.
///
/// **Gives:** `count` (count, 0 or more).
///
/// **Counted:** Tickets, not events: a ticket counts in the bucket of its last resolution.
///
/// **Left out:** `merged`, `spam`, `deleted` (without an answer); `open` is what is not resolved at the end of the
/// bucket. With another anchor, such as `created_at`, also `closed` and `canceled`.
///
/// **Interval:** None: it is a count.
///
/// **Sources:** S4: How many tickets were resolved within a time: what the team gets done, to be held against
/// holidays, tools and training. S2: Counts solved problems: conversations that end with the customer helped. S3:
/// Agents who are ranked by the number of completed tickets take the simplest ones first.
///
/// **Inputs:**
/// - `resolved`: tickets resolved.
///
/// # Errors
/// None of its own. `bad_input` for an input that is not allowed.
///
/// # Examples
/// One ticket was resolved on 5 January, reopened and resolved again on 3 February; another, resolved on 8 January,
/// is open again: none in January, 1 in February.
///
/// ```
/// let figures = kpi_core::formula::tickets_resolved(1)?;
/// assert_eq!(figures.value().unwrap().to_string(), "1");
/// # Ok::<(), kpi_core::Error>(())
/// ```
pub fn tickets_resolved(resolved: u64) -> Result<Figures> {
    of("tickets_resolved", "tickets", [("resolved", resolved.into())])
}

/// How many tickets were resolved for the first time, also those that were reopened since.
///
/// **Formula:** tickets with a resolution, each once, by the first one.
///
/// **Gives:** `count` (count, 0 or more).
///
/// **Counted:** Tickets, each in the bucket of its first resolution; where that is not known, of its last.
///
/// **Left out:** `merged`, `spam`, `deleted` (without an answer); `open` is what is not resolved at the end of the
/// bucket. With another anchor, such as `created_at`, also `closed` and `canceled`.
///
/// **Interval:** None: it is a count.
///
/// **Sources:** S4: How many tickets were resolved within a time: what the team gets done, to be held against
/// holidays, tools and training. S2: Counts solved problems: conversations that end with the customer helped. S3:
/// Agents who are ranked by the number of completed tickets take the simplest ones first.
///
/// **Inputs:**
/// - `resolved`: tickets resolved.
///
/// # Errors
/// None of its own. `bad_input` for an input that is not allowed.
///
/// # Examples
/// Two tickets were first resolved on 5 and 8 January; that both were reopened later does not matter: 2.
///
/// ```
/// let figures = kpi_core::formula::tickets_resolved_first_resolution(2)?;
/// assert_eq!(figures.value().unwrap().to_string(), "2");
/// # Ok::<(), kpi_core::Error>(())
/// ```
pub fn tickets_resolved_first_resolution(resolved: u64) -> Result<Figures> {
    of("tickets_resolved", "first_resolution", [("resolved", resolved.into())])
}

/// How many resolutions there were: a ticket that is resolved, reopened and resolved again has two.
///
/// **Formula:** entries into `resolved`, or into `closed` without one, from an unresolved status.
///
/// **Gives:** `count` (count, 0 or more).
///
/// **Counted:** Events, not tickets: each status span of `resolved` or `closed` that came after `new`, `open`,
/// `pending` or `on_hold`, or with which the ticket began, in the bucket in which the span starts. `closed` after
/// `resolved`, and `resolved` twice without an open status between, are no further resolutions (ruling B17).
///
/// **Left out:** Nothing; the spans of other statuses are no candidates.
///
/// **Interval:** None: it is a count.
///
/// **Sources:** S4: How many tickets were resolved within a time; whether one that is resolved twice is one or two,
/// it leaves open. Field: Flow of work: what leaves the backlog in a period, to be held against what enters it.
///
/// **Inputs:**
/// - `resolved`: resolutions.
///
/// # Errors
/// None of its own. `bad_input` for an input that is not allowed.
///
/// # Examples
/// One ticket was resolved on 5 January, reopened and resolved again on 3 February; another was resolved on 8
/// January: 2 resolutions in January, 1 in February.
///
/// ```
/// let figures = kpi_core::formula::tickets_resolved_events(2)?;
/// assert_eq!(figures.value().unwrap().to_string(), "2");
/// # Ok::<(), kpi_core::Error>(())
/// ```
pub fn tickets_resolved_events(resolved: u64) -> Result<Figures> {
    of("tickets_resolved", "events", [("resolved", resolved.into())])
}

/// How many requests were taken under control: answered, resolved, closed or deleted.
///
/// **Formula:** tickets with a first public reply by a person, a resolution, a closing or a deletion; each once, at
/// the earliest of these instants.
///
/// **Gives:** `count` (count, 0 or more).
///
/// **Counted:** Tickets, also those closed or deleted without a reply.
///
/// **Left out:** `merged`, `spam`; `untouched` (none of these instants) in the total row, because an untouched
/// ticket is in no bucket.
///
/// **Interval:** None: it is a count.
///
/// **Sources:** S2: The requests that an employee got under control within a time. Those closed or deleted
/// unanswered count, too.
///
/// **Inputs:**
/// - `processed`: requests taken under control.
///
/// # Errors
/// None of its own. `bad_input` for an input that is not allowed.
///
/// # Examples
/// Of ten requests four are resolved, two closed or deleted unanswered, three answered and open, one untouched: 4 +
/// 2 + 3 = 9.
///
/// ```
/// let figures = kpi_core::formula::requests_processed(9)?;
/// assert_eq!(figures.value().unwrap().to_string(), "9");
/// # Ok::<(), kpi_core::Error>(())
/// ```
pub fn requests_processed(processed: u64) -> Result<Figures> {
    of("requests_processed", "standard", [("processed", processed.into())])
}

/// The share of the requests of a period that are resolved.
///
/// **Formula:** 100 × resolved ÷ requests.
///
/// **Gives:** `share` (percent, 0 to 100), `resolved` (count, 0 or more), `requests` (count, 0 or more).
///
/// **Counted:** Tickets by when they were created, numerator and denominator alike; also those deleted without an
/// answer. Resolved: it has a resolution and is not open again.
///
/// **Left out:** `merged`, `spam`.
///
/// **Interval:** Wilson.
///
/// **Sources:** S2: Under tasks completed by priority: solved problems as a count, by priority, or as the share of
/// processed tasks in all requests. The words make `processed_of_requests`; the paragraph on solved problems around
/// them makes `resolved_of_requests`, the default, because a completed task is a resolved one.
///
/// **Inputs:**
/// - `resolved`: requests that are resolved.
/// - `requests`: requests created.
///
/// # Errors
/// `bad_input` in the formula where the part is more than the whole. `bad_input` for an input that is not allowed.
///
/// # Examples
/// Of ten requests four are resolved: 100 × 4 ÷ 10.
///
/// ```
/// let figures = kpi_core::formula::task_completion_rate(4, 10)?;
/// assert_eq!(figures.value().unwrap().to_string(), "40");
/// # Ok::<(), kpi_core::Error>(())
/// ```
pub fn task_completion_rate(resolved: u64, requests: u64) -> Result<Figures> {
    of("task_completion_rate", "resolved_of_requests", [("resolved", resolved.into()), ("requests", requests.into())])
}

/// The share of the requests of a period that somebody has taken under control.
///
/// **Formula:** 100 × processed ÷ requests; processed: answered by a person, resolved, closed or deleted.
///
/// **Gives:** `share` (percent, 0 to 100), `processed` (count, 0 or more), `requests` (count, 0 or more).
///
/// **Counted:** Tickets by when they were created, numerator and denominator alike; also those deleted without an
/// answer. Resolved: it has a resolution and is not open again.
///
/// **Left out:** `merged`, `spam`.
///
/// **Interval:** Wilson.
///
/// **Sources:** S2: Under tasks completed by priority: solved problems as a count, by priority, or as the share of
/// processed tasks in all requests. The words make `processed_of_requests`; the paragraph on solved problems around
/// them makes `resolved_of_requests`, the default, because a completed task is a resolved one.
///
/// **Inputs:**
/// - `processed`: requests answered, resolved, closed or deleted.
/// - `requests`: requests created.
///
/// # Errors
/// `bad_input` in the formula where the part is more than the whole. `bad_input` for an input that is not allowed.
///
/// # Examples
/// Of ten requests four are resolved, two closed or deleted unanswered, three answered and open, one untouched: 100
/// × 9 ÷ 10.
///
/// ```
/// let figures = kpi_core::formula::task_completion_rate_processed_of_requests(9, 10)?;
/// assert_eq!(figures.value().unwrap().to_string(), "90");
/// # Ok::<(), kpi_core::Error>(())
/// ```
pub fn task_completion_rate_processed_of_requests(processed: u64, requests: u64) -> Result<Figures> {
    of(
        "task_completion_rate",
        "processed_of_requests",
        [("processed", processed.into()), ("requests", requests.into())],
    )
}

/// The share of the requests taken under control that are resolved.
///
/// **Formula:** 100 × resolved ÷ processed; processed: answered by a person, resolved, closed or deleted.
///
/// **Gives:** `share` (percent, 0 to 100), `resolved` (count, 0 or more), `processed` (count, 0 or more).
///
/// **Counted:** Tickets by when they were created, numerator and denominator alike; also those deleted without an
/// answer. Resolved: it has a resolution and is not open again.
///
/// **Left out:** `merged`, `spam`, `untouched` (nobody has answered, resolved, closed or deleted it).
///
/// **Interval:** Wilson.
///
/// **Sources:** S2: Under tasks completed by priority: solved problems as a count, by priority, or as the share of
/// processed tasks in all requests. The words make `processed_of_requests`; the paragraph on solved problems around
/// them makes `resolved_of_requests`, the default, because a completed task is a resolved one.
///
/// **Inputs:**
/// - `resolved`: requests that are resolved.
/// - `processed`: requests answered, resolved, closed or deleted.
///
/// # Errors
/// `bad_input` in the formula where the part is more than the whole. `bad_input` for an input that is not allowed.
///
/// # Examples
/// Of nine requests taken under control four are resolved: 100 × 4 ÷ 9.
///
/// ```
/// let figures = kpi_core::formula::task_completion_rate_resolved_of_processed(4, 9)?;
/// assert_eq!(figures.value().unwrap().to_string(), "44.444444444");
/// # Ok::<(), kpi_core::Error>(())
/// ```
pub fn task_completion_rate_resolved_of_processed(resolved: u64, processed: u64) -> Result<Figures> {
    of(
        "task_completion_rate",
        "resolved_of_processed",
        [("resolved", resolved.into()), ("processed", processed.into())],
    )
}

/// The share of resolved tickets that the customer reopened.
///
/// **Formula:** 100 × tickets reopened at least once (with `within`: in this time after their first resolution) ÷
/// tickets first resolved in the period; reopens per ticket: reopenings ÷ the same tickets.
///
/// **Gives:** `rate` (percent, 0 to 100), `reopened` (count, 0 or more), `tickets` (count, 0 or more),
/// `reopens_per_ticket` (ratio, 0 or more).
///
/// **Counted:** Tickets by their first resolution; where that is not known, by their last. Reopenings by the
/// customer; where they are not told apart, by anyone. With `within` the first one counts by its instant, and
/// nobody's count is needed.
///
/// **Left out:** `merged`, `spam`, `deleted` (without an answer), `unknown` (the count of reopenings is not known;
/// with `within`: there was one, and nobody knows when), `window_open` (with `within`: the time is not over at
/// `as_of`, default the window's end, whether or not the ticket was reopened already); `open` is what was never
/// resolved at the end of the bucket. With another anchor, such as `created_at`, also `closed` and `canceled`.
///
/// **Interval:** Wilson for the rate; none for reopens per ticket.
///
/// **Sources:** S4: Tickets that customers reopened by tickets resolved, times 100: the variant `by_customer`. Up
/// to about 5 % will do, for whom it does not say. `any_actor` counts reopenings by agents as well.
///
/// **Inputs:**
/// - `reopened`: tickets that went from resolved back to open at least once.
/// - `tickets`: tickets that were resolved at least once.
/// - `reopens`: reopenings of these tickets, at least one for each that was reopened.
///
/// # Errors
/// `as_of_counts` where `as_of` is given without `within`: a count of reopenings carries no instants, so it cannot
/// be asked as of a day; with `within`, where a ticket has such a count and no instant. `as_of_required` with
/// `within` where no window says when to look. `bad_input` in the formula where more tickets are reopened than
/// resolved, or than reopenings. `bad_input` for an input that is not allowed.
///
/// # Examples
/// Of two tickets first resolved in the period one was reopened, three times: 100 × 1 ÷ 2; 3 ÷ 2 = 1.5 reopens per
/// ticket.
///
/// ```
/// let figures = kpi_core::formula::reopen_rate(1, 2, 3)?;
/// assert_eq!(figures.value().unwrap().to_string(), "50");
/// # Ok::<(), kpi_core::Error>(())
/// ```
pub fn reopen_rate(reopened: u64, tickets: u64, reopens: u64) -> Result<Figures> {
    of(
        "reopen_rate",
        "by_customer",
        [("reopened", reopened.into()), ("tickets", tickets.into()), ("reopens", reopens.into())],
    )
}

/// The share of resolved tickets that anyone reopened.
///
/// **Formula:** 100 × tickets reopened at least once (with `within`: in this time after their first resolution) ÷
/// tickets first resolved in the period; reopens per ticket: reopenings ÷ the same tickets.
///
/// **Gives:** `rate` (percent, 0 to 100), `reopened` (count, 0 or more), `tickets` (count, 0 or more),
/// `reopens_per_ticket` (ratio, 0 or more).
///
/// **Counted:** Tickets by their first resolution; where that is not known, by their last. Reopenings by customers,
/// agents and the system. With `within` the first one counts by its instant, and no count is needed.
///
/// **Left out:** `merged`, `spam`, `deleted` (without an answer), `unknown` (the count of reopenings is not known;
/// with `within`: there was one, and nobody knows when), `window_open` (with `within`: the time is not over at
/// `as_of`, default the window's end, whether or not the ticket was reopened already); `open` is what was never
/// resolved at the end of the bucket. With another anchor, such as `created_at`, also `closed` and `canceled`.
///
/// **Interval:** Wilson for the rate; none for reopens per ticket.
///
/// **Sources:** S4: Tickets that customers reopened by tickets resolved, times 100: the variant `by_customer`. Up
/// to about 5 % will do, for whom it does not say. `any_actor` counts reopenings by agents as well.
///
/// **Inputs:**
/// - `reopened`: tickets that went from resolved back to open at least once.
/// - `tickets`: tickets that were resolved at least once.
/// - `reopens`: reopenings of these tickets, at least one for each that was reopened.
///
/// # Errors
/// `as_of_counts` where `as_of` is given without `within`: a count of reopenings carries no instants, so it cannot
/// be asked as of a day; with `within`, where a ticket has such a count and no instant. `as_of_required` with
/// `within` where no window says when to look. `bad_input` in the formula where more tickets are reopened than
/// resolved, or than reopenings. `bad_input` for an input that is not allowed.
///
/// # Examples
/// Of two tickets first resolved in the period one was reopened, three times: 100 × 1 ÷ 2; 3 ÷ 2 = 1.5 reopens per
/// ticket.
///
/// ```
/// let figures = kpi_core::formula::reopen_rate_any_actor(1, 2, 3)?;
/// assert_eq!(figures.value().unwrap().to_string(), "50");
/// # Ok::<(), kpi_core::Error>(())
/// ```
pub fn reopen_rate_any_actor(reopened: u64, tickets: u64, reopens: u64) -> Result<Figures> {
    of(
        "reopen_rate",
        "any_actor",
        [("reopened", reopened.into()), ("tickets", tickets.into()), ("reopens", reopens.into())],
    )
}

/// The share of resolved cases after which the customer had to come back with the same kind of issue.
///
/// **Formula:** 100 × resolved cases with a new case of the same account (tickets: and type), or a reopening,
/// within `within` of the resolution ÷ resolved cases.
///
/// **Gives:** `rate` (percent, 0 to 100), `repeated` (count, 0 or more), `cases` (count, 0 or more).
///
/// **Counted:** Tickets by their first resolution; where that is not known, by their last. Calls and chats that a
/// person answered and that were resolved, by their end. A case counts once its days are over at `as_of` (default:
/// the window's end), and once, however often the customer comes back. For a ticket the next ticket counts, for a
/// call or chat the next inbound one; a ticket that was merged, or is spam, is no new case.
///
/// **Left out:** Tickets: `merged`, `spam`, `deleted` (without an answer), `through_contact` (it counts through its
/// contact); `open` is what was never resolved at the end of the bucket; with another anchor, such as `created_at`,
/// also `closed` and `canceled`. Contacts: `outbound`, `abandoned` (before an answer), `self_served`, `callback`,
/// `failed`, `unanswered`, `open` (it ended unresolved), `unknown` (whether it was resolved, or when it ended, is
/// not known). Both: `no_account`, where nobody can see who comes back, and `window_open`: the days are not over,
/// whether or not the customer came back already.
///
/// **Interval:** Wilson.
///
/// **Sources:** Field: Contact centres take the cases that come back within days as the ones that were not solved,
/// whatever the ticket says. S0: Does not name it, but tells of customers who recommend a fast answer that solves
/// nothing almost three times as often as a slow one that does: speed alone hides what comes back. S3 tells the
/// opposite, that good service binds customers more than speedy service.
///
/// **Inputs:**
/// - `repeated`: resolved cases that were followed by a new case, or reopened, in time.
/// - `cases`: resolved cases.
///
/// # Errors
/// `as_of_required` where no window says when to look; `as_of_counts` where `as_of` is given and only a count says
/// that a ticket was reopened, not when. `bad_input` in the formula where more cases came back than were resolved.
/// `bad_input` for an input that is not allowed.
///
/// # Examples
/// Of five cases resolved in the period one was reopened on the third day, and after another the customer opened a
/// new one of the same type on the seventh: 100 × 2 ÷ 5.
///
/// ```
/// let figures = kpi_core::formula::repeat_contact_rate(2, 5)?;
/// assert_eq!(figures.value().unwrap().to_string(), "40");
/// # Ok::<(), kpi_core::Error>(())
/// ```
pub fn repeat_contact_rate(repeated: u64, cases: u64) -> Result<Figures> {
    of("repeat_contact_rate", "standard", [("repeated", repeated.into()), ("cases", cases.into())])
}

/// The share of resolved tickets that one person resolved alone.
///
/// **Formula:** 100 × solo ÷ resolved; solo: one person held the ticket, and nobody else worked on it.
///
/// **Gives:** `share` (percent, 0 to 100), `solo` (count, 0 or more), `resolved` (count, 0 or more).
///
/// **Counted:** Resolved tickets that at least one person held, in the bucket of their last resolution.
///
/// **Left out:** `merged`, `spam`, `deleted` (without an answer), `no_agent` (no person held it), `unknown` (how
/// many held it is not known); `open` is what is not resolved at the end of the bucket. With another anchor, such
/// as `created_at`, also `closed` and `canceled`.
///
/// **Interval:** Wilson.
///
/// **Sources:** S2: Requests that one operator resolves without help from others show how able he is.
///
/// **Inputs:**
/// - `solo`: resolved tickets that one person held alone.
/// - `resolved`: resolved tickets that a person held.
///
/// # Errors
/// `as_of_counts` where `as_of` is given: a count of people carries no instants, so it cannot be asked as of a day.
/// `bad_input` in the formula where more are solo than resolved. `bad_input` for an input that is not allowed.
///
/// # Examples
/// Of four resolved tickets three were held by one person and nobody helped: 100 × 3 ÷ 4.
///
/// ```
/// let figures = kpi_core::formula::solo_resolution_rate(3, 4)?;
/// assert_eq!(figures.value().unwrap().to_string(), "75");
/// # Ok::<(), kpi_core::Error>(())
/// ```
pub fn solo_resolution_rate(solo: u64, resolved: u64) -> Result<Figures> {
    of("solo_resolution_rate", "standard", [("solo", solo.into()), ("resolved", resolved.into())])
}

/// How many replies by people resolved tickets took, and the share that took one.
///
/// **Formula:** one touch: 100 × tickets with one reply ÷ tickets with one or more; the shares with 0, 1, 2, and 3
/// or more replies are of all resolved.
///
/// **Gives:** `one_touch` (percent, 0 to 100), `touches_0` (percent, 0 to 100), `touches_1` (percent, 0 to 100),
/// `touches_2` (percent, 0 to 100), `touches_3_up` (percent, 0 to 100), `resolved` (count, 0 or more).
///
/// **Counted:** Resolved tickets, in the bucket of their last resolution, by their public replies by people.
///
/// **Left out:** `merged`, `spam`, `deleted` (without an answer), `unknown` (the count of replies is not known);
/// `open` is what is not resolved at the end of the bucket. With another anchor, such as `created_at`, also
/// `closed` and `canceled`.
///
/// **Interval:** Wilson for each share.
///
/// **Sources:** Field: Help desks report one-touch tickets, and tickets by the number of replies.
///
/// **Inputs:**
/// - `zero`: resolved tickets without a reply by a person.
/// - `one`: resolved tickets with one.
/// - `two`: resolved tickets with two.
/// - `three_up`: resolved tickets with three or more.
///
/// # Errors
/// `as_of_counts` where `as_of` is given: a count of replies carries no instants, so it cannot be asked as of a
/// day. `bad_input` for an input that is not allowed.
///
/// # Examples
/// Of ten resolved tickets two took no reply, five one, two two and one four: 100 × 5 ÷ 8.
///
/// ```
/// let figures = kpi_core::formula::touches_to_resolution(2, 5, 2, 1)?;
/// assert_eq!(figures.value().unwrap().to_string(), "62.5");
/// # Ok::<(), kpi_core::Error>(())
/// ```
pub fn touches_to_resolution(zero: u64, one: u64, two: u64, three_up: u64) -> Result<Figures> {
    of(
        "touches_to_resolution",
        "standard",
        [("zero", zero.into()), ("one", one.into()), ("two", two.into()), ("three_up", three_up.into())],
    )
}

/// How often a customer is passed from one person to another.
///
/// **Formula:** changes from one person to another per ticket held by a person; on calls and chats completed
/// transfers per answered contact.
///
/// **Gives:** `mean` (ratio, 0 or more), `median` (count, 0 or more), `p90` (count, 0 or more), `p95` (count, 0 or
/// more), `min` (count, 0 or more), `max` (count, 0 or more), `count` (count, 0 or more).
///
/// **Counted:** Tickets that a person held, and contacts that a person answered, also those given up later, on hold
/// or in the conversation. From A to B and back to A is 2; from nobody or a bot to A is none.
///
/// **Left out:** Tickets: `merged`, `spam`, `deleted` (without an answer), `through_contact` (it counts through its
/// contact), `no_agent` (no person held it), `unknown` (the count is not known). Contacts: `outbound`, `abandoned`
/// (before an answer), `self_served`, `callback`, `failed`, `unanswered`, `unknown`.
///
/// **Interval:** Mean: Student's t. Median and other quantiles: binomial order statistics.
///
/// **Sources:** S0: How often the agent changes, or the call or chat is transferred, while the customer is served:
/// not interactions, as the name has it, but `agent_changes`, which is the default for that. Five to six transfers
/// are usual; 79 % of customers dislike to explain their case to several agents. Field: Help desks count replies,
/// or all messages, for each ticket under the same name.
///
/// **Inputs:**
/// - `counts`: interactions of each ticket.
///
/// # Errors
/// `as_of_counts` where `as_of` is given: a count carries no instants, so it cannot be asked as of a day.
/// `negative` for a negative count in the formula. `bad_input` for an input that is not allowed.
///
/// # Examples
/// One ticket went from A to B and back to A, one stayed with A, one went from A to B: (2 + 0 + 1) ÷ 3.
///
/// ```
/// let figures = kpi_core::formula::interactions_per_ticket(&[2, 0, 1])?;
/// assert_eq!(figures.value().unwrap().to_string(), "1");
/// # Ok::<(), kpi_core::Error>(())
/// ```
pub fn interactions_per_ticket(counts: &[u64]) -> Result<Figures> {
    of("interactions_per_ticket", "agent_changes", [("counts", counts.into())])
}

/// How many replies by people a ticket takes.
///
/// **Formula:** public replies by people per ticket.
///
/// **Gives:** `mean` (ratio, 0 or more), `median` (count, 0 or more), `p90` (count, 0 or more), `p95` (count, 0 or
/// more), `min` (count, 0 or more), `max` (count, 0 or more), `count` (count, 0 or more).
///
/// **Counted:** Tickets by when they were created, also those without a reply.
///
/// **Left out:** `merged`, `spam`, `deleted` (without an answer), `unknown` (the count is not known).
///
/// **Interval:** Mean: Student's t. Median and other quantiles: binomial order statistics.
///
/// **Sources:** Field: Help desks count replies, or all messages, for each ticket under the same name. S0: How
/// often the agent changes, or the call or chat is transferred, while the customer is served: not interactions, as
/// the name has it, but `agent_changes`, which is the default for that. Five to six transfers are usual; 79 % of
/// customers dislike to explain their case to several agents.
///
/// **Inputs:**
/// - `counts`: interactions of each ticket.
///
/// # Errors
/// `as_of_counts` where `as_of` is given: a count carries no instants, so it cannot be asked as of a day.
/// `negative` for a negative count in the formula. `bad_input` for an input that is not allowed.
///
/// # Examples
/// (1 + 2 + 0 + 3) ÷ 4.
///
/// ```
/// let figures = kpi_core::formula::interactions_per_ticket_replies(&[1, 2, 0, 3])?;
/// assert_eq!(figures.value().unwrap().to_string(), "1.5");
/// # Ok::<(), kpi_core::Error>(())
/// ```
pub fn interactions_per_ticket_replies(counts: &[u64]) -> Result<Figures> {
    of("interactions_per_ticket", "replies", [("counts", counts.into())])
}

/// How many messages customer and people exchange on a ticket.
///
/// **Formula:** public replies by people + messages of the customer, per ticket.
///
/// **Gives:** `mean` (ratio, 0 or more), `median` (count, 0 or more), `p90` (count, 0 or more), `p95` (count, 0 or
/// more), `min` (count, 0 or more), `max` (count, 0 or more), `count` (count, 0 or more).
///
/// **Counted:** Tickets by when they were created, with the first message of the customer.
///
/// **Left out:** `merged`, `spam`, `deleted` (without an answer), `unknown` (the count is not known).
///
/// **Interval:** Mean: Student's t. Median and other quantiles: binomial order statistics.
///
/// **Sources:** Field: Help desks count replies, or all messages, for each ticket under the same name. S0: How
/// often the agent changes, or the call or chat is transferred, while the customer is served: not interactions, as
/// the name has it, but `agent_changes`, which is the default for that. Five to six transfers are usual; 79 % of
/// customers dislike to explain their case to several agents.
///
/// **Inputs:**
/// - `counts`: interactions of each ticket.
///
/// # Errors
/// `as_of_counts` where `as_of` is given: a count carries no instants, so it cannot be asked as of a day.
/// `negative` for a negative count in the formula. `bad_input` for an input that is not allowed.
///
/// # Examples
/// 1 + 1, 2 + 3 and 1 + 2 messages: (2 + 5 + 3) ÷ 3.
///
/// ```
/// let figures = kpi_core::formula::interactions_per_ticket_messages(&[2, 5, 3])?;
/// assert_eq!(figures.value().unwrap().to_string(), "3.333333333");
/// # Ok::<(), kpi_core::Error>(())
/// ```
pub fn interactions_per_ticket_messages(counts: &[u64]) -> Result<Figures> {
    of("interactions_per_ticket", "messages", [("counts", counts.into())])
}

/// How long agents hold a request before they pass it on to a colleague.
///
/// **Formula:** when the agent gave it up − when the agent got it, over all transfers.
///
/// **Gives:** `mean` (seconds, 0 or more), `median` (seconds, 0 or more), `p90` (seconds, 0 or more), `p95`
/// (seconds, 0 or more), `min` (seconds, 0 or more), `max` (seconds, 0 or more), `count` (count, 0 or more).
///
/// **Counted:** Holdings that another agent took over, each one an observation, in the bucket in which it begins;
/// all are pooled. From A to B and back to A is two. What went to the queue counts when somebody else takes it.
///
/// **Left out:** `not_passed_on` (nobody else took it over, yet or at all), `unknown` (when it was given up is not
/// known), `no_schedule` (in business time, where the calendar has no hours for it).
///
/// **Interval:** Mean: Student's t. Median and other quantiles: binomial order statistics.
///
/// **Sources:** S2: Names the speed of passing customers on: that a colleague knows more is normal, but if it
/// happens too often, agents want training. It gives no formula. S0: 79 % of customers think it poor service to
/// explain their case to several agents; five to six transfers in one inquiry are usual.
///
/// **Inputs:**
/// - `durations`: times in seconds for which agents had what they passed on.
///
/// # Errors
/// `wrong_order` where a holding ends before it begins, or is taken over before it ends; `calendar_required` with
/// the clock `business` and no calendar; `negative` for a negative duration in the formula. `bad_input` for an
/// input that is not allowed.
///
/// # Examples
/// A has it from 10:00 to 10:30, nobody until 12:00, B from 12:00 to 12:10, then C: (30 + 10) ÷ 2 = 20 min, or
/// 1,200 s (ruling B26).
///
/// ```
/// use kpi_core::Duration;
/// let figures = kpi_core::formula::transfer_time(&[1800, 600].map(Duration::seconds))?;
/// assert_eq!(figures.value().unwrap().to_string(), "1200");
/// # Ok::<(), kpi_core::Error>(())
/// ```
pub fn transfer_time(durations: &[Duration]) -> Result<Figures> {
    of("transfer_time", "holding", [("durations", durations.into())])
}

/// How long a request that is passed on takes from one agent to the next, the time in the queue between them
/// included.
///
/// **Formula:** when the next agent got it − when this agent got it, over all transfers.
///
/// **Gives:** `mean` (seconds, 0 or more), `median` (seconds, 0 or more), `p90` (seconds, 0 or more), `p95`
/// (seconds, 0 or more), `min` (seconds, 0 or more), `max` (seconds, 0 or more), `count` (count, 0 or more).
///
/// **Counted:** Holdings that another agent took over, each one an observation, in the bucket in which it begins;
/// all are pooled. From A to B and back to A is two. What went to the queue counts when somebody else takes it.
///
/// **Left out:** `not_passed_on` (nobody else took it over, yet or at all), `no_schedule` (in business time, where
/// the calendar has no hours for it).
///
/// **Interval:** Mean: Student's t. Median and other quantiles: binomial order statistics.
///
/// **Sources:** S2: Names the speed of passing customers on: that a colleague knows more is normal, but if it
/// happens too often, agents want training. It gives no formula. S0: 79 % of customers think it poor service to
/// explain their case to several agents; five to six transfers in one inquiry are usual.
///
/// **Inputs:**
/// - `durations`: times in seconds from when an agent got it until the next one had it.
///
/// # Errors
/// `wrong_order` where a holding ends before it begins, or is taken over before it ends; `calendar_required` with
/// the clock `business` and no calendar; `negative` for a negative duration in the formula. `bad_input` for an
/// input that is not allowed.
///
/// # Examples
/// A has it at 10:00, B at 12:00, C at 12:10: (120 + 10) ÷ 2 = 65 min, or 3,900 s (ruling B26).
///
/// ```
/// use kpi_core::Duration;
/// let figures = kpi_core::formula::transfer_time_until_taken(&[7200, 600].map(Duration::seconds))?;
/// assert_eq!(figures.value().unwrap().to_string(), "3900");
/// # Ok::<(), kpi_core::Error>(())
/// ```
pub fn transfer_time_until_taken(durations: &[Duration]) -> Result<Figures> {
    of("transfer_time", "until_taken", [("durations", durations.into())])
}

/// The share of tickets and contacts that went from one person to another at least once.
///
/// **Formula:** 100 × tickets and contacts with a transfer ÷ tickets held by a person and contacts answered by one.
///
/// **Gives:** `rate` (percent, 0 to 100), `transferred` (count, 0 or more), `handled` (count, 0 or more).
///
/// **Counted:** Tickets that a person held, and contacts that a person answered, each once, however often it was
/// passed on. From nobody or a bot to a person is no transfer.
///
/// **Left out:** Tickets: `merged`, `spam`, `deleted` (without an answer), `through_contact` (it counts through its
/// contact), `no_agent` (no person held it), `unknown` (the count is not known). Contacts: `outbound`, `abandoned`
/// (before an answer), `self_served`, `callback`, `failed`, `unanswered`, `unknown`.
///
/// **Interval:** Wilson.
///
/// **Sources:** S2: Names the speed of passing customers on: that a colleague knows more is normal, but if it
/// happens too often, agents want training. It gives no formula. S0: 79 % of customers think it poor service to
/// explain their case to several agents; five to six transfers in one inquiry are usual.
///
/// **Inputs:**
/// - `transferred`: tickets and contacts that were passed on at least once.
/// - `handled`: tickets that a person held, and contacts that a person answered.
///
/// # Errors
/// `as_of_counts` where `as_of` is given and tickets are read: a count of changes carries no instants, so it cannot
/// be asked as of a day. `bad_input` in the formula where more are passed on than were held. `bad_input` for an
/// input that is not allowed.
///
/// # Examples
/// One ticket goes from A to B and from B to C: two transfers, but one ticket of one, 100 × 1 ÷ 1 (ruling B26).
///
/// ```
/// let figures = kpi_core::formula::transfer_time_transfer_rate(1, 1)?;
/// assert_eq!(figures.value().unwrap().to_string(), "100");
/// # Ok::<(), kpi_core::Error>(())
/// ```
pub fn transfer_time_transfer_rate(transferred: u64, handled: u64) -> Result<Figures> {
    of("transfer_time", "transfer_rate", [("transferred", transferred.into()), ("handled", handled.into())])
}

/// Where the time of tickets goes: how long they are in each status, and which part of all time that is.
///
/// **Formula:** when it left the status − when it came into it; total: the sum; share: 100 × total of the status ÷
/// total of all statuses.
///
/// **Gives:** `mean` (seconds, 0 or more), `median` (seconds, 0 or more), `p90` (seconds, 0 or more), `p95`
/// (seconds, 0 or more), `min` (seconds, 0 or more), `max` (seconds, 0 or more), `count` (count, 0 or more),
/// `total` (seconds, 0 or more), `share` (percent, 0 to 100).
///
/// **Counted:** Status spans that are over, each in the bucket in which it begins, with all of its time, also that
/// after the bucket's end. A ticket that comes into a status twice has two. Grouped by status where nothing else is
/// asked for; the share is of all groups in the same bucket.
///
/// **Left out:** `open` (the ticket is in the status still), `no_schedule` (in business time, where the calendar
/// has no hours for it).
///
/// **Interval:** Mean: Student's t. Median and other quantiles: binomial order statistics. None for the total and
/// the share: spans of one ticket are no independent sample.
///
/// **Sources:** Field: Help desks report how long tickets stay in each status, to see whether they wait for agents,
/// for customers or for others.
///
/// **Inputs:**
/// - `durations`: times in the status in seconds, one for each time that a ticket was in it.
/// - `all_time`: time in seconds in all statuses together.
///
/// # Errors
/// `wrong_order` where a span ends before it begins; `calendar_required` with the clock `business` and no calendar;
/// in the formula `negative`, and `bad_input` where the status has more time than all together. `bad_input` for an
/// input that is not allowed.
///
/// # Examples
/// Two tickets were open for 10 and 30 min, and in other statuses for 2 h: (600 + 1,800) ÷ 2 = 1,200 s; 100 × 2,400
/// ÷ 9,600 = 25 % of all time.
///
/// ```
/// use kpi_core::Duration;
/// let figures = kpi_core::formula::time_in_status(&[600, 1800].map(Duration::seconds), Duration::seconds(9600))?;
/// assert_eq!(figures.value().unwrap().to_string(), "1200");
/// # Ok::<(), kpi_core::Error>(())
/// ```
pub fn time_in_status(durations: &[Duration], all_time: Duration) -> Result<Figures> {
    of("time_in_status", "standard", [("durations", durations.into()), ("all_time", all_time.into())])
}

/// The share of tickets that were escalated.
///
/// **Formula:** 100 × tickets escalated at least once ÷ tickets created.
///
/// **Gives:** `rate` (percent, 0 to 100), `escalated` (count, 0 or more), `tickets` (count, 0 or more).
///
/// **Counted:** Tickets by when they were created, whenever they were escalated. For the month of the escalation
/// ask with the anchor `escalated_at`.
///
/// **Left out:** `merged`, `spam`, `deleted` (without an answer).
///
/// **Interval:** Wilson.
///
/// **Sources:** S4: Names escalation as what a first contact resolution does without; agents who may decide need no
/// supervisor. It gives no formula. S0: Takes training, knowledge banks and routing by skill for more than passing
/// the inquiry to a manager. It gives no formula. Field: Help desks report escalated tickets by tickets.
///
/// **Inputs:**
/// - `escalated`: tickets that were escalated at least once.
/// - `tickets`: tickets created.
///
/// # Errors
/// `bad_input` in the formula where more are escalated than created. `bad_input` for an input that is not allowed.
///
/// # Examples
/// Of 120 tickets six were escalated: 100 × 6 ÷ 120.
///
/// ```
/// let figures = kpi_core::formula::escalation_rate(6, 120)?;
/// assert_eq!(figures.value().unwrap().to_string(), "5");
/// # Ok::<(), kpi_core::Error>(())
/// ```
pub fn escalation_rate(escalated: u64, tickets: u64) -> Result<Figures> {
    of("escalation_rate", "standard", [("escalated", escalated.into()), ("tickets", tickets.into())])
}

/// How many requests were canceled, and what they were worth.
///
/// **Formula:** count: tickets canceled; share: 100 × canceled ÷ tickets created; value: sum of the values of the
/// canceled.
///
/// **Gives:** `count` (count, 0 or more), `share` (percent, 0 to 100), `value` (money, any), `no_value` (count, 0
/// or more), `requests` (count, 0 or more).
///
/// **Counted:** Tickets by when they were created, whenever they were canceled. For the month of the cancellation
/// ask with the anchor `canceled_at`. A canceled ticket without a value, or whose value has no currency, counts
/// under `no_value`, not as 0.
///
/// **Left out:** `merged`, `spam`, `deleted` (without an answer).
///
/// **Interval:** Wilson for the share; none for the others.
///
/// **Sources:** S2: How much was lost from existing customers through canceled orders and requests.
///
/// **Inputs:**
/// - `canceled`: tickets that were canceled.
/// - `requests`: tickets created.
/// - `value`: what the canceled ones were worth.
///
/// # Errors
/// `mixed_currencies` where values are in several currencies and there is no rate, `unknown_currency` where one is
/// not three capital letters, `overflow`. `bad_input` in the formula where more are canceled than there are.
/// `bad_input` for an input that is not allowed.
///
/// # Examples
/// Of 60 tickets three were canceled, worth 100, 150 and unknown: 3, which is 100 × 3 ÷ 60 = 5 %, and 250.
///
/// ```
/// let figures = kpi_core::formula::canceled_requests(3, 60, "250".parse()?)?;
/// assert_eq!(figures.value().unwrap().to_string(), "3");
/// # Ok::<(), kpi_core::Error>(())
/// ```
pub fn canceled_requests(canceled: u64, requests: u64, value: Amount) -> Result<Figures> {
    of(
        "canceled_requests",
        "requests",
        [("canceled", canceled.into()), ("requests", requests.into()), ("value", value.into())],
    )
}

/// How many orders were canceled, and what they were worth.
///
/// **Formula:** count: purchases canceled; share: 100 × canceled ÷ purchases; value: sum of the amounts of the
/// canceled.
///
/// **Gives:** `count` (count, 0 or more), `share` (percent, 0 to 100), `value` (money, any), `no_value` (count, 0
/// or more), `orders` (count, 0 or more).
///
/// **Counted:** Conversions of kind purchase by when they were made, whenever they were canceled. For the month of
/// the cancellation ask with the anchor `canceled_at`. A canceled purchase without an amount, or whose amount has
/// no currency, counts under `no_value`, not as 0.
///
/// **Left out:** `other_conversion` (an upsell, a refund or another kind).
///
/// **Interval:** Wilson for the share; none for the others.
///
/// **Sources:** S2: How much was lost from existing customers through canceled orders and requests.
///
/// **Inputs:**
/// - `canceled`: purchases that were canceled.
/// - `orders`: purchases made.
/// - `value`: what the canceled ones were worth.
///
/// # Errors
/// `mixed_currencies` where values are in several currencies and there is no rate, `unknown_currency` where one is
/// not three capital letters, `overflow`. `bad_input` in the formula where more are canceled than there are.
/// `bad_input` for an input that is not allowed.
///
/// # Examples
/// Of 80 purchases two were canceled, of 59.90 each: 2, which is 100 × 2 ÷ 80 = 2.5 %, and 119.80.
///
/// ```
/// let figures = kpi_core::formula::canceled_requests_orders(2, 80, "119.80".parse()?)?;
/// assert_eq!(figures.value().unwrap().to_string(), "2");
/// # Ok::<(), kpi_core::Error>(())
/// ```
pub fn canceled_requests_orders(canceled: u64, orders: u64, value: Amount) -> Result<Figures> {
    of(
        "canceled_requests",
        "orders",
        [("canceled", canceled.into()), ("orders", orders.into()), ("value", value.into())],
    )
}

/// How many tickets are unresolved at the end of a bucket, and how old they are.
///
/// **Formula:** tickets created before the instant and not resolved before it, in every unresolved status: new,
/// open, pending, on hold; their ages.
///
/// **Gives:** `count` (count, 0 or more), `mean` (seconds, 0 or more), `median` (seconds, 0 or more), `p90`
/// (seconds, 0 or more), `p95` (seconds, 0 or more), `min` (seconds, 0 or more), `max` (seconds, 0 or more).
///
/// **Counted:** The state just before the bucket's end, or at `as_of` where that comes first: a ticket that is
/// created exactly then is not there yet, one that is resolved then still is (ruling B24). Where the status spans
/// of a ticket are given, they say when it was open, reopenings included. Else it was open from its creation until
/// it was resolved, closed, canceled or deleted, whichever came first; a ticket that is open again was open all the
/// time. The age is the time since the creation. So this backlog is the one before + created + reopened − resolved
/// − otherwise ended, which is the net flow of `clearance_rate`.
///
/// **Left out:** Tickets: `merged` and `spam`, in the bucket in which they were created; `through_spans` (its own
/// fields say that it is open; its status spans decide). Spans: `unknown` (when the ticket was created is not
/// known, or lies after the instant). Without a reason: what is not open at the instant, or not in the statuses of
/// the variant.
///
/// **Interval:** None for the count: it is all there is. Mean: Student's t. Median and other quantiles: binomial
/// order statistics.
///
/// **Sources:** S3: Ranks customers by their active tickets, to answer the most loyal ones first; what active means
/// it leaves open. Field: Help desks watch how many tickets are unresolved, unassigned and overdue, and how old
/// they are.
///
/// **Inputs:**
/// - `durations`: ages in seconds of the tickets of the backlog: for how long each has been there at the instant.
///
/// # Errors
/// `window_required`; `negative` for a negative age in the formula; `missing_field` where tables come one after the
/// other and `through_spans` is not given, because then nobody can look for the spans. `bad_input` for an input
/// that is not allowed.
///
/// # Examples
/// At noon three tickets are open, one of them pending on the customer: 3. They are 1 h, 1 day and 2 h old, on
/// average 32,400 s.
///
/// ```
/// use kpi_core::Duration;
/// let figures = kpi_core::formula::backlog(&[3600, 86400, 7200].map(Duration::seconds))?;
/// assert_eq!(figures.value().unwrap().to_string(), "3");
/// # Ok::<(), kpi_core::Error>(())
/// ```
pub fn backlog(durations: &[Duration]) -> Result<Figures> {
    of("backlog", "unresolved", [("durations", durations.into())])
}

/// How many tickets wait for the help desk at the end of a bucket, and how old they are.
///
/// **Formula:** tickets created before the instant and not resolved before it, those pending and on hold left out;
/// their ages.
///
/// **Gives:** `count` (count, 0 or more), `mean` (seconds, 0 or more), `median` (seconds, 0 or more), `p90`
/// (seconds, 0 or more), `p95` (seconds, 0 or more), `min` (seconds, 0 or more), `max` (seconds, 0 or more).
///
/// **Counted:** The state just before the bucket's end, or at `as_of` where that comes first: a ticket that is
/// created exactly then is not there yet, one that is resolved then still is (ruling B24). Where the status spans
/// of a ticket are given, they say when it was open, reopenings included. Else it was open from its creation until
/// it was resolved, closed, canceled or deleted, whichever came first; a ticket that is open again was open all the
/// time. The age is the time since the creation. So this backlog is the one before + created + reopened − resolved
/// − otherwise ended, which is the net flow of `clearance_rate`.
///
/// **Left out:** Tickets: `merged` and `spam`, in the bucket in which they were created; `through_spans` (its own
/// fields say that it is open; its status spans decide). Spans: `unknown` (when the ticket was created is not
/// known, or lies after the instant). Without a reason: what is not open at the instant, or not in the statuses of
/// the variant.
///
/// **Interval:** None for the count: it is all there is. Mean: Student's t. Median and other quantiles: binomial
/// order statistics.
///
/// **Sources:** S3: Ranks customers by their active tickets, to answer the most loyal ones first; what active means
/// it leaves open. Field: Help desks watch how many tickets are unresolved, unassigned and overdue, and how old
/// they are.
///
/// **Inputs:**
/// - `durations`: ages in seconds of the tickets of the backlog: for how long each has been there at the instant.
///
/// # Errors
/// `window_required`; `negative` for a negative age in the formula; `missing_field` where tables come one after the
/// other and `through_spans` is not given, because then nobody can look for the spans. `bad_input` for an input
/// that is not allowed.
///
/// # Examples
/// At noon three tickets are open; one of them is pending on the customer: 2. They are 1 h and 2 h old, on average
/// 5,400 s.
///
/// ```
/// use kpi_core::Duration;
/// let figures = kpi_core::formula::backlog_actionable(&[3600, 7200].map(Duration::seconds))?;
/// assert_eq!(figures.value().unwrap().to_string(), "2");
/// # Ok::<(), kpi_core::Error>(())
/// ```
pub fn backlog_actionable(durations: &[Duration]) -> Result<Figures> {
    of("backlog", "actionable", [("durations", durations.into())])
}

/// How many unresolved tickets have never been assigned to anybody at the end of a bucket, and how old they are.
///
/// **Formula:** tickets created before the instant, not resolved before it and not assigned before it; their ages.
///
/// **Gives:** `count` (count, 0 or more), `mean` (seconds, 0 or more), `median` (seconds, 0 or more), `p90`
/// (seconds, 0 or more), `p95` (seconds, 0 or more), `min` (seconds, 0 or more), `max` (seconds, 0 or more).
///
/// **Counted:** Tickets alone, because status spans know neither whom a ticket is assigned to nor what was
/// promised. A ticket was open from its creation until it was resolved, closed, canceled or deleted, whichever came
/// first; one that is open again was open all the time. It is the state just before the bucket's end, or at `as_of`
/// where that comes first (ruling B24). The age is the time since the creation.
///
/// **Left out:** `merged` and `spam`, in the bucket in which they were created. Without a reason: what is not open
/// at the instant, or not as the variant wants it.
///
/// **Interval:** None for the count: it is all there is. Mean: Student's t. Median and other quantiles: binomial
/// order statistics.
///
/// **Sources:** S3: Ranks customers by their active tickets, to answer the most loyal ones first; what active means
/// it leaves open. Field: Help desks watch how many tickets are unresolved, unassigned and overdue, and how old
/// they are.
///
/// **Inputs:**
/// - `durations`: ages in seconds of the tickets of the backlog: for how long each has been there at the instant.
///
/// # Errors
/// `window_required`; `negative` for a negative age in the formula. `bad_input` for an input that is not allowed.
///
/// # Examples
/// Of three open tickets two were assigned in the morning; one, 15 min old, is nobody's: 1.
///
/// ```
/// use kpi_core::Duration;
/// let figures = kpi_core::formula::backlog_unassigned(&[900].map(Duration::seconds))?;
/// assert_eq!(figures.value().unwrap().to_string(), "1");
/// # Ok::<(), kpi_core::Error>(())
/// ```
pub fn backlog_unassigned(durations: &[Duration]) -> Result<Figures> {
    of("backlog", "unassigned", [("durations", durations.into())])
}

/// How many unresolved tickets have waited beyond the promised response at the end of a bucket, and how old they
/// are.
///
/// **Formula:** tickets created before the instant and not resolved before it, whose promised response was due
/// before it and that nobody has answered before it; their ages.
///
/// **Gives:** `count` (count, 0 or more), `mean` (seconds, 0 or more), `median` (seconds, 0 or more), `p90`
/// (seconds, 0 or more), `p95` (seconds, 0 or more), `min` (seconds, 0 or more), `max` (seconds, 0 or more).
///
/// **Counted:** Tickets alone, because status spans know neither whom a ticket is assigned to nor what was
/// promised. A ticket was open from its creation until it was resolved, closed, canceled or deleted, whichever came
/// first; one that is open again was open all the time. It is the state just before the bucket's end, or at `as_of`
/// where that comes first (ruling B24). The age is the time since the creation.
///
/// **Left out:** `merged` and `spam`, in the bucket in which they were created. Without a reason: what is not open
/// at the instant, or not as the variant wants it.
///
/// **Interval:** None for the count: it is all there is. Mean: Student's t. Median and other quantiles: binomial
/// order statistics.
///
/// **Sources:** S3: Ranks customers by their active tickets, to answer the most loyal ones first; what active means
/// it leaves open. Field: Help desks watch how many tickets are unresolved, unassigned and overdue, and how old
/// they are.
///
/// **Inputs:**
/// - `durations`: ages in seconds of the tickets of the backlog: for how long each has been there at the instant.
///
/// # Errors
/// `window_required`; `negative` for a negative age in the formula. `bad_input` for an input that is not allowed.
///
/// # Examples
/// Four tickets are open; the answers of two, 4 h and 2 h old, were due an hour ago and have not come: 2.
///
/// ```
/// use kpi_core::Duration;
/// let figures = kpi_core::formula::backlog_overdue(&[14400, 7200].map(Duration::seconds))?;
/// assert_eq!(figures.value().unwrap().to_string(), "2");
/// # Ok::<(), kpi_core::Error>(())
/// ```
pub fn backlog_overdue(durations: &[Duration]) -> Result<Figures> {
    of("backlog", "overdue", [("durations", durations.into())])
}

/// Whether the help desk keeps up: tickets resolved to tickets created, and by how many the backlog grew.
///
/// **Formula:** 100 × tickets resolved ÷ tickets created; net flow = created − resolved − ended otherwise.
///
/// **Gives:** `rate` (percent, 0 or more), `resolved` (count, 0 or more), `created` (count, 0 or more), `reopened`
/// (count, 0 or more), `net_flow` (count, any).
///
/// **Counted:** Tickets created in the bucket, and tickets that ended in it: resolved, or otherwise closed,
/// canceled or deleted without a resolution; at the first of these instants, where there are several. The net flow
/// is the backlog at the bucket's end less that at its start. A ticket that is open again was not resolved, so
/// there are no reopenings; `events` counts them.
///
/// **Left out:** In the bucket of their creation: `merged`, `spam`, `no_anchor` (the status says that it ended, but
/// not when). Tickets that are created here and not over yet are in the figure `created` alone.
///
/// **Interval:** None: it is a ratio of two totals, which can pass 100 %.
///
/// **Sources:** Field: Help desks hold what they resolve against what comes in: whether they keep up, and by how
/// much the backlog grows.
///
/// **Inputs:**
/// - `resolved`: resolutions.
/// - `created`: tickets created.
/// - `reopened`: reopenings.
/// - `ended`: tickets that ended without a resolution.
///
/// # Errors
/// `negative` for a negative count in the formula. `bad_input` for an input that is not allowed.
///
/// # Examples
/// 50 tickets created, 45 resolved, 2 canceled: 100 × 45 ÷ 50; the backlog grew by 50 − 45 − 2 = 3.
///
/// ```
/// let figures = kpi_core::formula::clearance_rate(45, 50, 0, 2)?;
/// assert_eq!(figures.value().unwrap().to_string(), "90");
/// # Ok::<(), kpi_core::Error>(())
/// ```
pub fn clearance_rate(resolved: u64, created: u64, reopened: u64, ended: u64) -> Result<Figures> {
    of(
        "clearance_rate",
        "tickets",
        [
            ("resolved", resolved.into()),
            ("created", created.into()),
            ("reopened", reopened.into()),
            ("ended", ended.into()),
        ],
    )
}

/// Whether the help desk keeps up, reopenings included: resolutions to tickets created and reopened, and by how
/// many the backlog grew.
///
/// **Formula:** 100 × resolutions ÷ (tickets created + reopenings); net flow = created + reopened − resolutions −
/// ended otherwise.
///
/// **Gives:** `rate` (percent, 0 or more), `resolved` (count, 0 or more), `created` (count, 0 or more), `reopened`
/// (count, 0 or more), `net_flow` (count, any).
///
/// **Counted:** Status spans, in the bucket in which they begin. Created: the first one of a ticket. Reopened: from
/// a status that had ended it back to an unresolved one. Resolved: from an unresolved status, or at the start, to
/// resolved, or straight to closed. Ended otherwise: to canceled, merged, deleted or spam. The net flow is the
/// backlog at the bucket's end less that at its start.
///
/// **Left out:** Nothing; spans that neither enter nor leave the unresolved statuses are no events of it.
///
/// **Interval:** None: it is a ratio of two totals, which can pass 100 %.
///
/// **Sources:** Field: Help desks hold what they resolve against what comes in: whether they keep up, and by how
/// much the backlog grows.
///
/// **Inputs:**
/// - `resolved`: resolutions.
/// - `created`: tickets created.
/// - `reopened`: reopenings.
/// - `ended`: tickets that ended without a resolution.
///
/// # Errors
/// `negative` for a negative count in the formula. `bad_input` for an input that is not allowed.
///
/// # Examples
/// 48 tickets created and 2 reopened, 45 resolutions, 1 ticket merged: 100 × 45 ÷ (48 + 2); the backlog grew by 50
/// − 45 − 1 = 4.
///
/// ```
/// let figures = kpi_core::formula::clearance_rate_events(45, 48, 2, 1)?;
/// assert_eq!(figures.value().unwrap().to_string(), "90");
/// # Ok::<(), kpi_core::Error>(())
/// ```
pub fn clearance_rate_events(resolved: u64, created: u64, reopened: u64, ended: u64) -> Result<Figures> {
    of(
        "clearance_rate",
        "events",
        [
            ("resolved", resolved.into()),
            ("created", created.into()),
            ("reopened", reopened.into()),
            ("ended", ended.into()),
        ],
    )
}

/// How many tickets come in, and through which channel.
///
/// **Formula:** count: tickets created; share: 100 × tickets of the channel ÷ tickets of all channels.
///
/// **Gives:** `count` (count, 0 or more), `share` (percent, 0 to 100).
///
/// **Counted:** Tickets by when they were created, also those deleted without an answer. Grouped by channel where
/// nothing else is asked for; the share is of all groups in the same bucket.
///
/// **Left out:** `merged`, `spam`.
///
/// **Interval:** Wilson for the share; none for the count.
///
/// **Sources:** S4: The tickets opened in a time by channel; the channel's tickets by those of all channels,
/// times 100. S3: The number of tickets by medium, to see the customers of which medium stay longer.
///
/// **Inputs:**
/// - `tickets`: tickets of the group.
/// - `all_tickets`: tickets of all groups together.
///
/// # Errors
/// `bad_input` in the formula where the group has more tickets than all together. `bad_input` for an input that is
/// not allowed.
///
/// # Examples
/// Of 180 tickets 45 came by chat: 45, and 100 × 45 ÷ 180 = 25 %.
///
/// ```
/// let figures = kpi_core::formula::ticket_volume(45, 180)?;
/// assert_eq!(figures.value().unwrap().to_string(), "45");
/// # Ok::<(), kpi_core::Error>(())
/// ```
pub fn ticket_volume(tickets: u64, all_tickets: u64) -> Result<Figures> {
    of("ticket_volume", "standard", [("tickets", tickets.into()), ("all_tickets", all_tickets.into())])
}

/// How many issues there are of each type.
///
/// **Formula:** count: tickets created; share: 100 × tickets of the type ÷ tickets of all types.
///
/// **Gives:** `count` (count, 0 or more), `share` (percent, 0 to 100).
///
/// **Counted:** Tickets by when they were created, also those deleted without an answer. Grouped by type where
/// nothing else is asked for; the share is of all groups in the same bucket.
///
/// **Left out:** `merged`, `spam`.
///
/// **Interval:** Wilson for the share; none for the count.
///
/// **Sources:** S1: The number of issues of each type shows where most problems arise: many about billing ask for a
/// better billing process.
///
/// **Inputs:**
/// - `tickets`: tickets of the group.
/// - `all_tickets`: tickets of all groups together.
///
/// # Errors
/// `bad_input` in the formula where the group has more tickets than all together. `bad_input` for an input that is
/// not allowed.
///
/// # Examples
/// Of 120 tickets 30 are about billing: 30, and 100 × 30 ÷ 120 = 25 %.
///
/// ```
/// let figures = kpi_core::formula::issues_by_type(30, 120)?;
/// assert_eq!(figures.value().unwrap().to_string(), "30");
/// # Ok::<(), kpi_core::Error>(())
/// ```
pub fn issues_by_type(tickets: u64, all_tickets: u64) -> Result<Figures> {
    of("issues_by_type", "standard", [("tickets", tickets.into()), ("all_tickets", all_tickets.into())])
}

/// How much comes in at which hour of which weekday, and when most does.
///
/// **Formula:** arrivals in an hour of the week ÷ the time of the bucket in which the clock shows that hour, in
/// hours; peak: the largest of these; mean: all arrivals ÷ all hours.
///
/// **Gives:** `peak` (ratio, 0 or more), `peak_weekday` (count, 0 or more), `peak_hour` (count, 0 or more),
/// `arrivals` (count, 0 or more), `holiday_arrivals` (count, 0 or more), `mean` (ratio, 0 or more), `monday_00` …
/// `sunday_23` (ratio, 0 or more).
///
/// **Counted:** Tickets when they are created, and inbound contacts when they join the queue, else when they begin,
/// also those that are given up; by the clock of the report's zone. The time of an hour is how long that clock
/// shows it within the bucket, up to `as_of` where that comes first. A piece of it counts as that piece. An hour
/// that the clock skips does not count, one that it repeats counts twice. `peak_weekday` is 1 for Monday to 7 for
/// Sunday, `peak_hour` 0 to 23; of equal peaks it is the first of the week. Then follow `monday_00` to `sunday_23`.
/// Holidays are dates of the calendar in that zone; where it has several schedules, the holidays of any of them.
///
/// **Left out:** Tickets: `merged`, `spam`, `through_contact` (it counts through its contact). Contacts:
/// `outbound`.
///
/// **Interval:** None: hours of one week are no independent sample.
///
/// **Sources:** S4: Looks for peak hours and times of high volume, to plan the staff by them. It says so of the
/// occupancy rate and of abandoned calls, and gives no formula. Field: Contact centres plan shifts by the arrivals
/// of each weekday and hour.
///
/// **Inputs:**
/// - `arrivals`: arrivals in each hour of the week, 168 counts from Monday 0 o'clock, holidays apart.
/// - `hours`: how often each of these hours occurs, as full hours, 168 counts, holidays apart.
/// - `holiday_arrivals`: arrivals on holidays.
///
/// # Errors
/// `window_required`; in the formula `bad_input` unless `arrivals` and `hours` have 168 counts each, or none,
/// `negative` for a negative count. `bad_input` for an input that is not allowed.
///
/// # Examples
/// Four weeks in which two Tuesdays are holidays. Mondays from 9 to 10: 12 ÷ 4 = 3; from 10 to 11: 8 ÷ 4 = 2;
/// Tuesdays from 9 to 10: 10 ÷ 2 = 5, the peak. 3 more arrive on the holidays.
///
/// ```
/// let figures = kpi_core::formula::arrival_profile(&[0, 0, 0, 0, 0, 0, 0, 0, 0, 12, 8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 10, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0], &[4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4], 3)?;
/// assert_eq!(figures.value().unwrap().to_string(), "5");
/// # Ok::<(), kpi_core::Error>(())
/// ```
pub fn arrival_profile(arrivals: &[u64], hours: &[u64], holiday_arrivals: u64) -> Result<Figures> {
    of(
        "arrival_profile",
        "standard",
        [("arrivals", arrivals.into()), ("hours", hours.into()), ("holiday_arrivals", holiday_arrivals.into())],
    )
}

/// How many tickets come in for each hundred customers.
///
/// **Formula:** 100 × tickets ÷ mean of the customers at the start and at the end.
///
/// **Gives:** `rate` (percent, 0 or more), `tickets` (count, 0 or more), `opening` (count, 0 or more), `closing`
/// (count, 0 or more).
///
/// **Counted:** Tickets of an account by when they were created. Accounts: the customers at the start of the bucket
/// and those at its end.
///
/// **Left out:** Tickets: `merged`, `spam`, `deleted` (without an answer), `no_account`.
///
/// **Interval:** None: one total by another has no sampling interval of its own.
///
/// **Sources:** Field: Contact centres relate contacts to customers, orders or units sold, so that growth by itself
/// does not look like trouble.
///
/// **Inputs:**
/// - `tickets`: tickets of customers.
/// - `opening`: customers at the start.
/// - `closing`: customers at the end.
///
/// # Errors
/// `window_required`. `bad_input` for an input that is not allowed.
///
/// # Examples
/// 100 customers at the start, 200 at the end, 30 tickets: 100 × 30 ÷ 150.
///
/// ```
/// let figures = kpi_core::formula::contact_rate(30, 100, 200)?;
/// assert_eq!(figures.value().unwrap().to_string(), "20");
/// # Ok::<(), kpi_core::Error>(())
/// ```
pub fn contact_rate(tickets: u64, opening: u64, closing: u64) -> Result<Figures> {
    of(
        "contact_rate",
        "standard",
        [("tickets", tickets.into()), ("opening", opening.into()), ("closing", closing.into())],
    )
}

/// How many complaints come in for each hundred customers.
///
/// **Formula:** 100 × complaints ÷ mean of the customers at the start and at the end.
///
/// **Gives:** `rate` (percent, 0 or more), `complaints` (count, 0 or more), `opening` (count, 0 or more), `closing`
/// (count, 0 or more).
///
/// **Counted:** Tickets of an account that are marked as a complaint, by when they were created. Accounts: the
/// customers at the start of the bucket and those at its end.
///
/// **Left out:** Tickets: `merged`, `spam`, `deleted` (without an answer), `no_complaint` (not marked as one, or
/// not known), `no_account`.
///
/// **Interval:** None: one total by another has no sampling interval of its own.
///
/// **Sources:** S0: Takes a complaint that is resolved quickly for a chance: business buyers after a costly error
/// that was soon put right are 8 % more loyal than those who had no complaint. It gives no formula for their
/// number.
///
/// **Inputs:**
/// - `complaints`: complaints of customers.
/// - `opening`: customers at the start.
/// - `closing`: customers at the end.
///
/// # Errors
/// `window_required`. `bad_input` for an input that is not allowed.
///
/// # Examples
/// 100 customers at the start, 200 at the end, 3 complaints: 100 × 3 ÷ 150.
///
/// ```
/// let figures = kpi_core::formula::complaint_rate(3, 100, 200)?;
/// assert_eq!(figures.value().unwrap().to_string(), "2");
/// # Ok::<(), kpi_core::Error>(())
/// ```
pub fn complaint_rate(complaints: u64, opening: u64, closing: u64) -> Result<Figures> {
    of(
        "complaint_rate",
        "standard",
        [("complaints", complaints.into()), ("opening", opening.into()), ("closing", closing.into())],
    )
}

/// The share of issues that self-service kept away from the agents, at most.
///
/// **Formula:** 100 × sessions with no contact within `link_within` ÷ (those sessions + tickets).
///
/// **Gives:** `rate` (percent, 0 to 100), `deflected` (count, 0 or more), `tickets` (count, 0 or more).
///
/// **Counted:** Self-service sessions by when they began, and tickets by when they were created, whoever opened
/// them. A contact is the next ticket that the customer opened, or the next inbound call or chat, of the same
/// account; being handed over to a person is one, too. Within means at most so long after the start of the session.
/// Sessions and tickets count once that time is over at `as_of` (default: the window's end), so that both are of
/// the same time.
///
/// **Left out:** Sessions: `other_session`, `no_account` (with `anonymous` set to `exclude`), `window_open`,
/// `contacted` (a contact followed in time; its ticket counts). Tickets: `merged`, `spam`, `deleted` (without an
/// answer), `window_open`.
///
/// **Interval:** Wilson.
///
/// **Sources:** S1: Names call deflection among the most common figures and wants it reduced, without a formula.
/// That is a slip: what is deflected needs no agent, so higher is better here.
///
/// **Inputs:**
/// - `deflected`: self-service sessions that no contact followed in time.
/// - `tickets`: tickets of the same time.
///
/// # Errors
/// `as_of_required` where no window says when to look; `missing_records` where sessions without `contacted_at` come
/// with neither tickets nor contacts; `bad_parameter`; `bad_input` in the formula for a count that is none, or is
/// more than the whole of which it is a part. `bad_input` for an input that is not allowed.
///
/// # Examples
/// 100 sessions, 10 of them followed by a ticket, and 50 tickets: 100 × 90 ÷ (90 + 50).
///
/// ```
/// let figures = kpi_core::formula::deflection_rate(90, 50)?;
/// assert_eq!(figures.value().unwrap().to_string(), "64.285714286");
/// # Ok::<(), kpi_core::Error>(())
/// ```
pub fn deflection_rate(deflected: u64, tickets: u64) -> Result<Figures> {
    of("deflection_rate", "standard", [("deflected", deflected.into()), ("tickets", tickets.into())])
}

/// The share of tickets that are linked to a customer account.
///
/// **Formula:** 100 × tickets with an account ÷ tickets.
///
/// **Gives:** `share` (percent, 0 to 100), `linked` (count, 0 or more), `tickets` (count, 0 or more).
///
/// **Counted:** Tickets by when they were created.
///
/// **Left out:** `merged`, `spam`, `deleted` (without an answer).
///
/// **Interval:** Wilson.
///
/// **Sources:** S3: Sets two duties before anything is measured: every service request belongs to a customer
/// account, and requests are linked with sales.
///
/// **Inputs:**
/// - `linked`: tickets that name an account.
/// - `tickets`: tickets.
///
/// # Errors
/// `bad_input` in the formula where more tickets are linked than there are. `bad_input` for an input that is not
/// allowed.
///
/// # Examples
/// Of 180 tickets 171 name an account: 100 × 171 ÷ 180.
///
/// ```
/// let figures = kpi_core::formula::account_linkage_rate(171, 180)?;
/// assert_eq!(figures.value().unwrap().to_string(), "95");
/// # Ok::<(), kpi_core::Error>(())
/// ```
pub fn account_linkage_rate(linked: u64, tickets: u64) -> Result<Figures> {
    of("account_linkage_rate", "to_account", [("linked", linked.into()), ("tickets", tickets.into())])
}

/// The share of tickets that are linked to a sale: the one that they are about, or one that came of them.
///
/// **Formula:** 100 × tickets with an order, or that a conversion names ÷ tickets.
///
/// **Gives:** `share` (percent, 0 to 100), `linked` (count, 0 or more), `tickets` (count, 0 or more).
///
/// **Counted:** Tickets by when they were created. A ticket is linked by its own order, or by a conversion of any
/// kind but a refund that names the ticket.
///
/// **Left out:** `merged`, `spam`, `deleted` (without an answer).
///
/// **Interval:** Wilson.
///
/// **Sources:** S3: Sets two duties before anything is measured: every service request belongs to a customer
/// account, and requests are linked with sales.
///
/// **Inputs:**
/// - `linked`: tickets that are linked to a sale.
/// - `tickets`: tickets.
///
/// # Errors
/// `bad_input` in the formula where more tickets are linked than there are. `bad_input` for an input that is not
/// allowed.
///
/// # Examples
/// Of 180 tickets 40 name an order, and 5 others are named by a purchase: 100 × 45 ÷ 180.
///
/// ```
/// let figures = kpi_core::formula::account_linkage_rate_to_sale(45, 180)?;
/// assert_eq!(figures.value().unwrap().to_string(), "25");
/// # Ok::<(), kpi_core::Error>(())
/// ```
pub fn account_linkage_rate_to_sale(linked: u64, tickets: u64) -> Result<Figures> {
    of("account_linkage_rate", "to_sale", [("linked", linked.into()), ("tickets", tickets.into())])
}

/// The share of contacts that customers gave up before a person answered.
///
/// **Formula:** 100 × (given up in the menu + in the queue) ÷ (answered + given up + callback + failed); short
/// abandons are in neither.
///
/// **Gives:** `rate` (percent, 0 to 100), `abandoned` (count, 0 or more), `contacts` (count, 0 or more),
/// `menu_share` (percent, 0 to 100), `queue_share` (percent, 0 to 100).
///
/// **Counted:** Inbound contacts of the population: answered, abandoned, called back and failed. One that was given
/// up on hold or in the conversation was answered: it is in the denominator alone. Where the step is not known, it
/// is the queue for a contact that reached it, else the menu. The shares of the steps add up to the rate.
///
/// **Left out:** `outbound`, `self_served` (the menu served it), `not_queued` (with the population `queued`),
/// `short` (given up within 5 s), `waiting` (at `as_of` nobody has answered yet).
///
/// **Interval:** Wilson.
///
/// **Sources:** S0: Counts customers who break off a call or chat before their inquiry is resolved, and advises to
/// look at the steps one by one: the variant `before_resolution`. It calls this rate a number. Two thirds of
/// customers break off without a solution because of the wait. S3: Names the share of abandoned requests as a usual
/// stand-in for customer satisfaction. S4: Inbound calls that the caller ends before reaching an agent, by all
/// inbound calls; calls given up in the first five seconds are usually left out: the variant `before_answer`, with
/// the population `all_inbound` where the menu counts. It is the default, because it can be told from the call
/// alone, and because its number is quoted.
///
/// **Inputs:**
/// - `menu`: contacts given up in the menu.
/// - `queue`: contacts given up in the queue.
/// - `contacts`: all contacts of the population, the short abandons apart.
///
/// # Errors
/// `response_before_creation` where the answer is before the start of the wait, `wrong_order` where an end is
/// before its start, `bad_parameter`; `bad_input` where more contacts are given up than there are. `bad_input` for
/// an input that is not allowed.
///
/// # Examples
/// Of 100 inbound contacts 85 were answered, 5 given up at once, 5 given up later, 3 to be called back, 2 failed:
/// the short ones leave, 100 × 5 ÷ 95.
///
/// ```
/// let figures = kpi_core::formula::abandonment_rate(0, 5, 95)?;
/// assert_eq!(figures.value().unwrap().to_string(), "5.263157895");
/// # Ok::<(), kpi_core::Error>(())
/// ```
pub fn abandonment_rate(menu: u64, queue: u64, contacts: u64) -> Result<Figures> {
    of(
        "abandonment_rate",
        "before_answer",
        [("menu", menu.into()), ("queue", queue.into()), ("contacts", contacts.into())],
    )
}

/// The share of contacts that customers gave up before their inquiry was resolved, at any step.
///
/// **Formula:** 100 × (given up in the menu + in the queue + on hold + in the conversation) ÷ contacts; given up on
/// hold or in the conversation counts unless the inquiry was resolved; short abandons are in neither.
///
/// **Gives:** `rate` (percent, 0 to 100), `abandoned` (count, 0 or more), `contacts` (count, 0 or more),
/// `menu_share` (percent, 0 to 100), `queue_share` (percent, 0 to 100), `hold_share` (percent, 0 to 100),
/// `conversation_share` (percent, 0 to 100).
///
/// **Counted:** Inbound contacts of the population whose outcome is known: given up before an answer, given up
/// later, resolved, answered and not resolved, called back, failed. A contact with the step hold or conversation
/// was given up there, whether its outcome says answered or abandoned. Where the step of one that nobody answered
/// is not known, it is the queue for a contact that reached it, else the menu. The shares of the steps add up to
/// the rate.
///
/// **Left out:** `outbound`, `self_served` (the menu served it), `not_queued` (with the population `queued`),
/// `short` (given up within 5 s), `waiting` (at `as_of` nobody has answered yet), `unknown` (answered, not known to
/// be given up, and not known whether resolved; or not over at `as_of`).
///
/// **Interval:** Wilson.
///
/// **Sources:** S0: Counts customers who break off a call or chat before their inquiry is resolved, and advises to
/// look at the steps one by one: the variant `before_resolution`. It calls this rate a number. Two thirds of
/// customers break off without a solution because of the wait. S3: Names the share of abandoned requests as a usual
/// stand-in for customer satisfaction. S4: Inbound calls that the caller ends before reaching an agent, by all
/// inbound calls; calls given up in the first five seconds are usually left out: the variant `before_answer`, with
/// the population `all_inbound` where the menu counts. It is the default, because it can be told from the call
/// alone, and because its number is quoted.
///
/// **Inputs:**
/// - `menu`: contacts given up in the menu.
/// - `queue`: contacts given up in the queue.
/// - `hold`: contacts given up on hold, unresolved.
/// - `conversation`: contacts given up in the conversation, unresolved.
/// - `contacts`: all contacts of the population whose outcome is known, the short abandons apart.
///
/// # Errors
/// `response_before_creation` where the answer is before the start of the wait, `wrong_order` where an end is
/// before its start, `bad_parameter`; `bad_input` where more contacts are given up than there are. `bad_input` for
/// an input that is not allowed.
///
/// # Examples
/// 6 resolved, 2 hung up in the conversation, 2 in the queue: 100 × (2 + 2) ÷ 10.
///
/// ```
/// let figures = kpi_core::formula::abandonment_rate_before_resolution(0, 2, 0, 2, 10)?;
/// assert_eq!(figures.value().unwrap().to_string(), "40");
/// # Ok::<(), kpi_core::Error>(())
/// ```
pub fn abandonment_rate_before_resolution(
    menu: u64,
    queue: u64,
    hold: u64,
    conversation: u64,
    contacts: u64,
) -> Result<Figures> {
    of(
        "abandonment_rate",
        "before_resolution",
        [
            ("menu", menu.into()),
            ("queue", queue.into()),
            ("hold", hold.into()),
            ("conversation", conversation.into()),
            ("contacts", contacts.into()),
        ],
    )
}

/// The share of contacts that a person answered, and what became of the others.
///
/// **Formula:** 100 × answered ÷ (answered + abandoned + callback + failed); short abandons are in neither.
///
/// **Gives:** `rate` (percent, 0 to 100), `abandoned_share` (percent, 0 to 100), `callback_share` (percent, 0 to
/// 100), `failed_share` (percent, 0 to 100), `contacts` (count, 0 or more).
///
/// **Counted:** Inbound contacts of the population, the same as for the abandonment rate, so that the four shares
/// add up to 100. A contact that the customer gave up on hold or in the conversation was answered.
///
/// **Left out:** `outbound`, `self_served` (the menu served it), `not_queued` (with the population `queued`),
/// `short` (given up within 5 s), `waiting` (at `as_of` nobody has answered yet).
///
/// **Interval:** Wilson.
///
/// **Sources:** Field: Every contact centre has it as the counterpart of the abandonment rate. S2: Lists AR among
/// the figures to raise, and spells it out as accounts receivable: a slip. It may mean the answer rate, but defines
/// none.
///
/// **Inputs:**
/// - `answered`: contacts that a person answered.
/// - `abandoned`: contacts that the customer gave up before an answer, the short ones apart.
/// - `callback`: contacts that ended with the promise to call back.
/// - `failed`: contacts that failed: overflow or disconnection.
///
/// # Errors
/// `response_before_creation` where the answer is before the start of the wait, `wrong_order` where an end is
/// before its start, `bad_parameter`. `bad_input` for an input that is not allowed.
///
/// # Examples
/// Of 100 inbound contacts 5 were short and are left out: 100 × 85 ÷ (85 + 5 + 3 + 2) = 8,500 ÷ 95.
///
/// ```
/// let figures = kpi_core::formula::answer_rate(85, 5, 3, 2)?;
/// assert_eq!(figures.value().unwrap().to_string(), "89.473684211");
/// # Ok::<(), kpi_core::Error>(())
/// ```
pub fn answer_rate(answered: u64, abandoned: u64, callback: u64, failed: u64) -> Result<Figures> {
    of(
        "answer_rate",
        "standard",
        [
            ("answered", answered.into()),
            ("abandoned", abandoned.into()),
            ("callback", callback.into()),
            ("failed", failed.into()),
        ],
    )
}

/// How long the work on a contact takes: talk, hold and the work afterwards.
///
/// **Formula:** talk + hold + wrap-up of each answered contact or leg; the mean over all of them.
///
/// **Gives:** `mean` (seconds, 0 or more), `median` (seconds, 0 or more), `p90` (seconds, 0 or more), `p95`
/// (seconds, 0 or more), `min` (seconds, 0 or more), `max` (seconds, 0 or more), `count` (count, 0 or more).
///
/// **Counted:** Contacts that a person answered, also those that the customer gave up on hold or in the
/// conversation; by direction, inbound where nothing is said. Where the legs of a contact are given, each leg
/// counts instead of it, when its agent took it. All are pooled: it is the mean of the legs, not of the agents'
/// means.
///
/// **Left out:** `outbound` or `inbound` (not the direction asked for), `abandoned` (before an answer),
/// `self_served`, `callback`, `failed`, `unanswered` (at `as_of` nobody has answered yet), `through_legs` (its legs
/// count), `unknown` (the talk is not known); an unknown hold or wrap-up is 0.
///
/// **Interval:** Mean: Student's t. Median and other quantiles: binomial order statistics.
///
/// **Sources:** S2: Wants the average length of calls for each department, as a sign of how productive a team is:
/// the variant `call_length`. Field: Average handle time is talk, hold and the work after the contact, for each leg
/// that an agent handled.
///
/// **Inputs:**
/// - `durations`: handle times in seconds: talk, hold and work afterwards.
///
/// # Errors
/// `response_before_creation` where the answer is before the start of the wait, `wrong_order` where an end is
/// before its start, `bad_parameter`; `negative` for a negative duration; `missing_field` where tables come one
/// after the other and `through_legs` is not given, because then nobody can look for the legs. `bad_input` for an
/// input that is not allowed.
///
/// # Examples
/// 180 + 30 + 20, 60 + 0 + 0 and 80 + 0 + 20 seconds: 390 s ÷ 3.
///
/// ```
/// use kpi_core::Duration;
/// let figures = kpi_core::formula::handle_time(&[230, 60, 100].map(Duration::seconds))?;
/// assert_eq!(figures.value().unwrap().to_string(), "130");
/// # Ok::<(), kpi_core::Error>(())
/// ```
pub fn handle_time(durations: &[Duration]) -> Result<Figures> {
    of("handle_time", "handle_time", [("durations", durations.into())])
}

/// How long a contact lasts from the answer to its end: talk and hold.
///
/// **Formula:** talk + hold of each answered contact or leg; the mean over all of them.
///
/// **Gives:** `mean` (seconds, 0 or more), `median` (seconds, 0 or more), `p90` (seconds, 0 or more), `p95`
/// (seconds, 0 or more), `min` (seconds, 0 or more), `max` (seconds, 0 or more), `count` (count, 0 or more).
///
/// **Counted:** Contacts that a person answered, also those that the customer gave up on hold or in the
/// conversation; by direction, inbound where nothing is said. Where the legs of a contact are given, each leg
/// counts instead of it, when its agent took it. All are pooled: it is the mean of the legs, not of the agents'
/// means.
///
/// **Left out:** `outbound` or `inbound` (not the direction asked for), `abandoned` (before an answer),
/// `self_served`, `callback`, `failed`, `unanswered` (at `as_of` nobody has answered yet), `through_legs` (its legs
/// count), `unknown` (the talk is not known); an unknown hold or wrap-up is 0.
///
/// **Interval:** Mean: Student's t. Median and other quantiles: binomial order statistics.
///
/// **Sources:** S2: Wants the average length of calls for each department, as a sign of how productive a team is:
/// the variant `call_length`. Field: Average handle time is talk, hold and the work after the contact, for each leg
/// that an agent handled.
///
/// **Inputs:**
/// - `durations`: lengths of contacts in seconds: talk and hold.
///
/// # Errors
/// `response_before_creation` where the answer is before the start of the wait, `wrong_order` where an end is
/// before its start, `bad_parameter`; `negative` for a negative duration; `missing_field` where tables come one
/// after the other and `through_legs` is not given, because then nobody can look for the legs. `bad_input` for an
/// input that is not allowed.
///
/// # Examples
/// 180 + 30, 60 + 0 and 60 + 30 seconds: 360 s ÷ 3.
///
/// ```
/// use kpi_core::Duration;
/// let figures = kpi_core::formula::handle_time_call_length(&[210, 60, 90].map(Duration::seconds))?;
/// assert_eq!(figures.value().unwrap().to_string(), "120");
/// # Ok::<(), kpi_core::Error>(())
/// ```
pub fn handle_time_call_length(durations: &[Duration]) -> Result<Figures> {
    of("handle_time", "call_length", [("durations", durations.into())])
}

/// How long customers and agents talk, hold and work afterwards not included.
///
/// **Formula:** talk of each answered contact or leg; the mean over all of them.
///
/// **Gives:** `mean` (seconds, 0 or more), `median` (seconds, 0 or more), `p90` (seconds, 0 or more), `p95`
/// (seconds, 0 or more), `min` (seconds, 0 or more), `max` (seconds, 0 or more), `count` (count, 0 or more).
///
/// **Counted:** Contacts that a person answered, also those that the customer gave up on hold or in the
/// conversation; by direction, inbound where nothing is said. Where the legs of a contact are given, each leg
/// counts instead of it, when its agent took it. All are pooled: it is the mean of the legs, not of the agents'
/// means.
///
/// **Left out:** `outbound` or `inbound` (not the direction asked for), `abandoned` (before an answer),
/// `self_served`, `callback`, `failed`, `unanswered` (at `as_of` nobody has answered yet), `through_legs` (its legs
/// count), `unknown` (the talk is not known); an unknown hold or wrap-up is 0.
///
/// **Interval:** Mean: Student's t. Median and other quantiles: binomial order statistics.
///
/// **Sources:** S2: Wants the average length of calls for each department, as a sign of how productive a team is:
/// the variant `call_length`. Field: Average handle time is talk, hold and the work after the contact, for each leg
/// that an agent handled.
///
/// **Inputs:**
/// - `durations`: times in conversation in seconds.
///
/// # Errors
/// `response_before_creation` where the answer is before the start of the wait, `wrong_order` where an end is
/// before its start, `bad_parameter`; `negative` for a negative duration; `missing_field` where tables come one
/// after the other and `through_legs` is not given, because then nobody can look for the legs. `bad_input` for an
/// input that is not allowed.
///
/// # Examples
/// Three conversations of 180, 60 and 90 s: 330 s ÷ 3.
///
/// ```
/// use kpi_core::Duration;
/// let figures = kpi_core::formula::handle_time_talk_time(&[180, 60, 90].map(Duration::seconds))?;
/// assert_eq!(figures.value().unwrap().to_string(), "110");
/// # Ok::<(), kpi_core::Error>(())
/// ```
pub fn handle_time_talk_time(durations: &[Duration]) -> Result<Figures> {
    of("handle_time", "talk_time", [("durations", durations.into())])
}

/// How long agents work on a contact after it has ended: notes, forms, follow-up.
///
/// **Formula:** wrap-up of each answered contact or leg, 0 where there was none; the mean over all of them.
///
/// **Gives:** `mean` (seconds, 0 or more), `median` (seconds, 0 or more), `p90` (seconds, 0 or more), `p95`
/// (seconds, 0 or more), `min` (seconds, 0 or more), `max` (seconds, 0 or more), `count` (count, 0 or more).
///
/// **Counted:** Contacts that a person answered, also those that the customer gave up on hold or in the
/// conversation; by direction, inbound where nothing is said. Where the legs of a contact are given, each leg
/// counts instead of it, when its agent took it. All are pooled: it is the mean of the legs, not of the agents'
/// means.
///
/// **Left out:** `outbound` or `inbound` (not the direction asked for), `abandoned` (before an answer),
/// `self_served`, `callback`, `failed`, `unanswered` (at `as_of` nobody has answered yet), `through_legs` (its legs
/// count); an unknown wrap-up is 0.
///
/// **Interval:** Mean: Student's t. Median and other quantiles: binomial order statistics.
///
/// **Sources:** Field: Average handle time is talk, hold and the work after the contact, for each leg that an agent
/// handled.
///
/// **Inputs:**
/// - `durations`: times of work afterwards in seconds, 0 where there was none.
///
/// # Errors
/// `response_before_creation` where the answer is before the start of the wait, `wrong_order` where an end is
/// before its start, `bad_parameter`; `negative` for a negative duration; `missing_field` where tables come one
/// after the other and `through_legs` is not given, because then nobody can look for the legs. `bad_input` for an
/// input that is not allowed.
///
/// # Examples
/// 20 s, none and 40 s of work afterwards: 60 s ÷ 3.
///
/// ```
/// use kpi_core::Duration;
/// let figures = kpi_core::formula::handle_time_after_contact_work_time(&[20, 0, 40].map(Duration::seconds))?;
/// assert_eq!(figures.value().unwrap().to_string(), "20");
/// # Ok::<(), kpi_core::Error>(())
/// ```
pub fn handle_time_after_contact_work_time(durations: &[Duration]) -> Result<Figures> {
    of("handle_time", "after_contact_work_time", [("durations", durations.into())])
}

/// How much of the time for which agents are available they spend on customers; parallel work counts once.
///
/// **Formula:** 100 × available time in which at least one conversation is handled ÷ available time.
///
/// **Gives:** `rate` (percent, 0 to 100), `handling` (seconds, 0 or more), `available` (seconds, 0 or more).
///
/// **Counted:** Handling is talk, hold and the work after each contact that was answered, outbound ones included:
/// from the answer to its end and the wrap-up, or for as long as talk, hold and wrap-up take, whichever is later.
/// Where the legs of a contact are given, it is that of each leg for its agent. Available time is the shift less
/// breaks, training, meetings and time off; plans do not count. Both are clipped to the bucket and added up over
/// agents before they are divided (ruling B29).
///
/// **Left out:** Nothing; time that is not in the denominator is no candidate, and an agent or a team that has no
/// other time has no row.
///
/// **Interval:** None: it is time by time, not a sample.
///
/// **Sources:** S4: Time that agents spend on customers ÷ their available working time, times 100: the variant
/// `union`, because an agent cannot be busy for more than all of it. Quotes SQM Group for what is usual. S2: Names
/// a rating of how engaged the staff is in the work, drawn from the response time, without a formula; here it is
/// read as occupancy.
///
/// **Inputs:**
/// - `handling`: time in seconds, within the available time, in which something was handled.
/// - `available`: time in seconds for which agents were available.
///
/// # Errors
/// `missing_records` without agents' times, or without the contacts or legs that are handled; `missing_field` where
/// tables come one after the other and work spans are not given, because then nobody can make them; `wrong_order`,
/// `unknown_word`; `bad_input` where a part is more than its whole. `bad_input` for an input that is not allowed.
///
/// # Examples
/// 6 h of handling in a shift of 8 h with 1 h of break: 100 × 6 ÷ 7.
///
/// ```
/// use kpi_core::Duration;
/// let figures = kpi_core::formula::occupancy_rate(Duration::seconds(21600), Duration::seconds(25200))?;
/// assert_eq!(figures.value().unwrap().to_string(), "85.714285714");
/// # Ok::<(), kpi_core::Error>(())
/// ```
pub fn occupancy_rate(handling: Duration, available: Duration) -> Result<Figures> {
    of("occupancy_rate", "union", [("handling", handling.into()), ("available", available.into())])
}

/// How much handling there is for each hundred of available time; parallel chats add up, so it can pass 100.
///
/// **Formula:** 100 × Σ handling of each conversation within available time ÷ available time.
///
/// **Gives:** `rate` (percent, 0 or more), `handling` (seconds, 0 or more), `available` (seconds, 0 or more).
///
/// **Counted:** Handling is talk, hold and the work after each contact that was answered, outbound ones included:
/// from the answer to its end and the wrap-up, or for as long as talk, hold and wrap-up take, whichever is later.
/// Where the legs of a contact are given, it is that of each leg for its agent. Available time is the shift less
/// breaks, training, meetings and time off; plans do not count. Both are clipped to the bucket and added up over
/// agents before they are divided (ruling B29).
///
/// **Left out:** Nothing; time that is not in the denominator is no candidate, and an agent or a team that has no
/// other time has no row.
///
/// **Interval:** None: it is time by time, not a sample.
///
/// **Sources:** S4: Time that agents spend on customers ÷ their available working time, times 100: the variant
/// `union`, because an agent cannot be busy for more than all of it. Quotes SQM Group for what is usual. S2: Names
/// a rating of how engaged the staff is in the work, drawn from the response time, without a formula; here it is
/// read as occupancy.
///
/// **Inputs:**
/// - `handling`: handling time in seconds, within the available time, of all conversations.
/// - `available`: time in seconds for which agents were available.
///
/// # Errors
/// `missing_records` without agents' times, or without the contacts or legs that are handled; `missing_field` where
/// tables come one after the other and work spans are not given, because then nobody can make them; `wrong_order`,
/// `unknown_word`; `bad_input` where a part is more than its whole. `bad_input` for an input that is not allowed.
///
/// # Examples
/// Three parallel chats of 10 min in 10 min: 100 × 30 ÷ 10.
///
/// ```
/// use kpi_core::Duration;
/// let figures = kpi_core::formula::occupancy_rate_concurrent(Duration::seconds(1800), Duration::seconds(600))?;
/// assert_eq!(figures.value().unwrap().to_string(), "300");
/// # Ok::<(), kpi_core::Error>(())
/// ```
pub fn occupancy_rate_concurrent(handling: Duration, available: Duration) -> Result<Figures> {
    of("occupancy_rate", "concurrent", [("handling", handling.into()), ("available", available.into())])
}

/// How much of the paid time agents spend on customers.
///
/// **Formula:** 100 × paid time in which at least one conversation is handled ÷ paid time.
///
/// **Gives:** `rate` (percent, 0 to 100), `handling` (seconds, 0 or more), `paid` (seconds, 0 or more).
///
/// **Counted:** Handling is talk, hold and the work after each contact that was answered, outbound ones included:
/// from the answer to its end and the wrap-up, or for as long as talk, hold and wrap-up take, whichever is later.
/// Where the legs of a contact are given, it is that of each leg for its agent. It counts in paid time of any
/// state. Both are clipped to the bucket and added up over agents before they are divided (ruling B29).
///
/// **Left out:** Nothing; time that is not in the denominator is no candidate, and an agent or a team that has no
/// other time has no row.
///
/// **Interval:** None: it is time by time, not a sample.
///
/// **Sources:** Field: Workforce management measures agents' time by state, and what is paid, planned and handled
/// in it.
///
/// **Inputs:**
/// - `handling`: paid time in seconds in which something was handled.
/// - `paid`: paid time in seconds.
///
/// # Errors
/// `missing_records` without agents' times, or without the contacts or legs that are handled; `missing_field` where
/// tables come one after the other and work spans are not given, because then nobody can make them; `wrong_order`,
/// `unknown_word`; `bad_input` where a part is more than its whole. `bad_input` for an input that is not allowed.
///
/// # Examples
/// 6 h of handling in a shift of 8 h whose break is paid: 100 × 6 ÷ 8.
///
/// ```
/// use kpi_core::Duration;
/// let figures = kpi_core::formula::utilization(Duration::seconds(21600), Duration::seconds(28800))?;
/// assert_eq!(figures.value().unwrap().to_string(), "75");
/// # Ok::<(), kpi_core::Error>(())
/// ```
pub fn utilization(handling: Duration, paid: Duration) -> Result<Figures> {
    of("utilization", "utilization", [("handling", handling.into()), ("paid", paid.into())])
}

/// How much of the paid time agents are not there for customers: paid breaks, training, meetings, time off.
///
/// **Formula:** 100 × paid time in another state than available ÷ paid time.
///
/// **Gives:** `rate` (percent, 0 to 100), `unavailable` (seconds, 0 or more), `paid` (seconds, 0 or more).
///
/// **Counted:** Paid time of facts, not of plans, clipped to the bucket and added up over agents. Where times
/// overlap, off goes before break, meeting, training and available.
///
/// **Left out:** Nothing; time that is not in the denominator is no candidate, and an agent or a team that has no
/// other time has no row.
///
/// **Interval:** None: it is time by time, not a sample.
///
/// **Sources:** Field: Workforce management measures agents' time by state, and what is paid, planned and handled
/// in it.
///
/// **Inputs:**
/// - `unavailable`: paid time in seconds in which agents were not available.
/// - `paid`: paid time in seconds.
///
/// # Errors
/// `missing_records` without agents' times, or without the contacts or legs that are handled; `missing_field` where
/// tables come one after the other and work spans are not given, because then nobody can make them; `wrong_order`,
/// `unknown_word`; `bad_input` where a part is more than its whole. `bad_input` for an input that is not allowed.
///
/// # Examples
/// A paid break of 30 min, a meeting of 1 h and a training of 1 h in a shift of 8 h: 100 × 2.5 ÷ 8.
///
/// ```
/// use kpi_core::Duration;
/// let figures = kpi_core::formula::utilization_shrinkage(Duration::seconds(9000), Duration::seconds(28800))?;
/// assert_eq!(figures.value().unwrap().to_string(), "31.25");
/// # Ok::<(), kpi_core::Error>(())
/// ```
pub fn utilization_shrinkage(unavailable: Duration, paid: Duration) -> Result<Figures> {
    of("utilization", "shrinkage", [("unavailable", unavailable.into()), ("paid", paid.into())])
}

/// How much of the planned time agents are in the state that was planned.
///
/// **Formula:** 100 × planned time in which the state is the planned one ÷ planned time.
///
/// **Gives:** `rate` (percent, 0 to 100), `adherent` (seconds, 0 or more), `planned` (seconds, 0 or more).
///
/// **Counted:** Time for which there is a plan (`scheduled`), clipped to the bucket and added up over agents.
/// Planned time in which nothing is known of the agent is not adherent, unless the plan is `off`: nobody was there,
/// as planned.
///
/// **Left out:** Nothing; time that is not in the denominator is no candidate, and an agent or a team that has no
/// other time has no row.
///
/// **Interval:** None: it is time by time, not a sample.
///
/// **Sources:** Field: Workforce management measures agents' time by state, and what is paid, planned and handled
/// in it.
///
/// **Inputs:**
/// - `adherent`: planned time in seconds in which agents did what was planned.
/// - `planned`: planned time in seconds.
///
/// # Errors
/// `missing_records` without agents' times, or without the contacts or legs that are handled; `missing_field` where
/// tables come one after the other and work spans are not given, because then nobody can make them; `wrong_order`,
/// `unknown_word`; `bad_input` where a part is more than its whole. `bad_input` for an input that is not allowed.
///
/// # Examples
/// Half an hour late for a shift of 8 h: 100 × 7.5 ÷ 8.
///
/// ```
/// use kpi_core::Duration;
/// let figures = kpi_core::formula::utilization_schedule_adherence(Duration::seconds(27000), Duration::seconds(28800))?;
/// assert_eq!(figures.value().unwrap().to_string(), "93.75");
/// # Ok::<(), kpi_core::Error>(())
/// ```
pub fn utilization_schedule_adherence(adherent: Duration, planned: Duration) -> Result<Figures> {
    of("utilization", "schedule_adherence", [("adherent", adherent.into()), ("planned", planned.into())])
}

/// How many contacts agents handle in each hour for which they are available.
///
/// **Formula:** handled contacts ÷ available hours.
///
/// **Gives:** `rate` (ratio, 0 or more), `contacts` (count, 0 or more), `available` (seconds, 0 or more).
///
/// **Counted:** Contacts that an agent answered, also those given up later, on hold or in the conversation, by the
/// answer; by direction, inbound where nothing is said. Where the legs of a contact are given, each leg counts
/// instead of it, for its agent, when the agent took it. Available time is the shift less breaks, training,
/// meetings and time off, clipped to the bucket. It divides one total of the bucket by the other.
///
/// **Left out:** `outbound` or `inbound` (not the direction asked for), `abandoned` (before an answer),
/// `self_served`, `callback`, `failed`, `unanswered` (at `as_of` nobody has answered yet), `through_legs` (its legs
/// count), `no_agent`, `off_shift` (it begins when its agent is on no shift; not with `off_shift` = `include`),
/// `unanswered` also where nobody knows when, `unknown` (whether the agent was on shift is not known).
///
/// **Interval:** None: one total by another has no sampling interval of its own.
///
/// **Sources:** S2: Ranks its best support workers by the calls that each processes in an hour, to see who needs
/// training; it warns of customers who judge unfairly. Its rating of workload, which has no formula, is read as
/// this KPI, too. Field: Workforce management measures agents' time by state, and what is paid, planned and handled
/// in it.
///
/// **Inputs:**
/// - `contacts`: contacts that agents handled.
/// - `available`: time in seconds for which agents were available.
///
/// # Errors
/// `missing_records` without agents' times, or without the contacts or legs that are handled; `missing_field` where
/// tables come one after the other and work spans are not given, because then nobody can make them; `wrong_order`,
/// `unknown_word`; `bad_input` where a part is more than its whole. `bad_input` for an input that is not allowed.
///
/// # Examples
/// 84 calls in 7 available hours.
///
/// ```
/// use kpi_core::Duration;
/// let figures = kpi_core::formula::contacts_per_hour(84, Duration::seconds(25200))?;
/// assert_eq!(figures.value().unwrap().to_string(), "12");
/// # Ok::<(), kpi_core::Error>(())
/// ```
pub fn contacts_per_hour(contacts: u64, available: Duration) -> Result<Figures> {
    of("contacts_per_hour", "standard", [("contacts", contacts.into()), ("available", available.into())])
}

/// How many tickets an agent resolves in a workday.
///
/// **Formula:** tickets resolved by people ÷ workdays of agents.
///
/// **Gives:** `rate` (ratio, 0 or more), `tickets` (count, 0 or more), `workdays` (count, 0 or more).
///
/// **Counted:** Tickets in the bucket of their last resolution. Workdays: for each agent, the dates in the report's
/// zone on which a shift begins; two shifts on one date are one workday (ruling B30). A shift is all time that lies
/// together, breaks included, so one that runs past midnight begins once.
///
/// **Left out:** Tickets: `merged`, `spam`, `deleted` (without an answer), `no_agent` (nobody is named who resolved
/// it, or it was no person); `open` is what is not resolved at the end of the bucket. Plans and time off are no
/// candidates.
///
/// **Interval:** None: one total by another has no sampling interval of its own.
///
/// **Sources:** S0: Names two things: how many tickets an agent completes in a workday, hence the default, and how
/// many turns the exchange with the customer takes. It gives no formula. S4: Takes the tickets resolved in a time
/// for a general measure of what a team gets done.
///
/// **Inputs:**
/// - `tickets`: tickets that people resolved.
/// - `workdays`: dates on which agents began to work, for each agent.
///
/// # Errors
/// `wrong_order`, `unknown_word`; `missing_field` where tables come one after the other and `first_of_day` is not
/// given, because then nobody can look for the other shifts. `bad_input` for an input that is not allowed.
///
/// # Examples
/// 12 tickets in two shifts of 4 h on one date: one workday.
///
/// ```
/// let figures = kpi_core::formula::employee_productivity(12, 1)?;
/// assert_eq!(figures.value().unwrap().to_string(), "12");
/// # Ok::<(), kpi_core::Error>(())
/// ```
pub fn employee_productivity(tickets: u64, workdays: u64) -> Result<Figures> {
    of("employee_productivity", "per_day", [("tickets", tickets.into()), ("workdays", workdays.into())])
}

/// How many tickets an agent resolves in eight hours of work, whatever the length of the shifts.
///
/// **Formula:** tickets resolved by people ÷ (time of agents' shifts ÷ 8 h).
///
/// **Gives:** `rate` (ratio, 0 or more), `tickets` (count, 0 or more), `time` (seconds, 0 or more).
///
/// **Counted:** Tickets in the bucket of their last resolution. Time: agents' shifts in any state but off, breaks,
/// training and meetings included; overlapping times of one agent count once; clipped to the bucket.
///
/// **Left out:** Tickets: `merged`, `spam`, `deleted` (without an answer), `no_agent` (nobody is named who resolved
/// it, or it was no person); `open` is what is not resolved at the end of the bucket. Plans and time off are no
/// candidates.
///
/// **Interval:** None: one total by another has no sampling interval of its own.
///
/// **Sources:** S0: Names two things: how many tickets an agent completes in a workday, hence the default, and how
/// many turns the exchange with the customer takes. It gives no formula. S4: Takes the tickets resolved in a time
/// for a general measure of what a team gets done.
///
/// **Inputs:**
/// - `tickets`: tickets that people resolved.
/// - `time`: length of the agents' shifts in seconds.
///
/// # Errors
/// `missing_records` without agents' times, or without the contacts or legs that are handled; `missing_field` where
/// tables come one after the other and work spans are not given, because then nobody can make them; `wrong_order`,
/// `unknown_word`; `bad_input` where a part is more than its whole. `bad_input` for an input that is not allowed.
///
/// # Examples
/// 12 tickets in two shifts of 4 h: 12 ÷ (8 ÷ 8).
///
/// ```
/// use kpi_core::Duration;
/// let figures = kpi_core::formula::employee_productivity_per_8_hours(12, Duration::seconds(28800))?;
/// assert_eq!(figures.value().unwrap().to_string(), "12");
/// # Ok::<(), kpi_core::Error>(())
/// ```
pub fn employee_productivity_per_8_hours(tickets: u64, time: Duration) -> Result<Figures> {
    of("employee_productivity", "per_8_hours", [("tickets", tickets.into()), ("time", time.into())])
}

/// How many exchanges with a person a ticket takes.
///
/// **Formula:** exchanges ÷ tickets with at least one; an exchange is a message of the customer and the next reply
/// of a person.
///
/// **Gives:** `rate` (ratio, 0 or more), `exchanges` (count, 0 or more), `tickets` (count, 0 or more).
///
/// **Counted:** Waits for a reply that a person ended, the first one of a ticket included, each in the bucket in
/// which it opened; and the different tickets of these. Several messages before one reply are one exchange (ruling
/// B30).
///
/// **Left out:** `unanswered` (nobody has replied yet).
///
/// **Interval:** None: one total by another has no sampling interval of its own.
///
/// **Sources:** S0: Names two things: how many tickets an agent completes in a workday, hence the default, and how
/// many turns the exchange with the customer takes. It gives no formula. S4: Takes the tickets resolved in a time
/// for a general measure of what a team gets done.
///
/// **Inputs:**
/// - `exchanges`: exchanges: a message of the customer and the reply of a person.
/// - `tickets`: tickets with at least one exchange.
///
/// # Errors
/// None of its own. `bad_input` for an input that is not allowed.
///
/// # Examples
/// One ticket with 4 questions and answers, another with one: 5 ÷ 2.
///
/// ```
/// let figures = kpi_core::formula::employee_productivity_exchanges_per_ticket(5, 2)?;
/// assert_eq!(figures.value().unwrap().to_string(), "2.5");
/// # Ok::<(), kpi_core::Error>(())
/// ```
pub fn employee_productivity_exchanges_per_ticket(exchanges: u64, tickets: u64) -> Result<Figures> {
    of("employee_productivity", "exchanges_per_ticket", [("exchanges", exchanges.into()), ("tickets", tickets.into())])
}

/// How many agents it takes to answer so many contacts as fast as was promised, if nobody gives up.
///
/// **Formula:** load = contacts × handle time ÷ interval; the fewest agents N for which 1 − P(wait) × exp(−(N −
/// load) × target ÷ handle time) reaches the service level, P(wait) by Erlang C; scheduled = agents ÷ (1 −
/// shrinkage), rounded up.
///
/// **Gives:** `agents` (count, 0 or more), `scheduled` (count, 0 or more), `load` (ratio, 0 or more),
/// `service_level` (percent, 0 to 100), `occupancy` (percent, 0 to 100), `wait` (seconds, 0 or more).
///
/// **Counted:** Inbound contacts that reached the queue, answered, given up or still waiting, by when they joined
/// it. Handle time: the mean over the answered ones of talk, hold and work afterwards; where the talk is not known,
/// from the answer to the end, and the work afterwards. The bucket's length is the interval, as far as it is over
/// at `as_of`.
///
/// **Left out:** `outbound`, `self_served`, `callback`, `failed`, `not_queued`. An answered contact of unknown
/// length is in the volume, not in the handle time.
///
/// **Interval:** None: it is a model's answer to what is given, not a sample.
///
/// **Sources:** S2: Wants a schedule of the staff that fits the work, so that good service costs little; it gives
/// no formula. S4: Wants more people where volume or occupancy peaks, so that customers wait less; it gives no
/// formula. A. K. Erlang, 1917: The chance of waiting for one of N servers with random arrivals and exponential
/// service.
///
/// **Inputs:**
/// - `contacts`: contacts that come in during the interval.
/// - `interval`: length of the interval in seconds.
/// - `handle_time`: mean handle time of a contact in seconds.
///
/// # Errors
/// `response_before_creation` where the answer is before the start of the wait, `wrong_order` where an end is
/// before its start, `bad_parameter`; `window_required` over records; `overloaded` where the agents given cannot
/// carry the load, or it is more than a million Erlangs (over records the figures are undefined); `bad_input` for
/// an interval or a patience of 0; `negative`. `bad_input` for an input that is not allowed.
///
/// # Examples
/// 400 × 180 ÷ 3,600 = 20 Erlangs. With 23 agents 70.2 percent are answered within 20 s, with 24 agents 80.9.
///
/// ```
/// use kpi_core::Duration;
/// let figures = kpi_core::formula::required_agents(400, Duration::seconds(3600), Duration::seconds(180))?;
/// assert_eq!(figures.value().unwrap().to_string(), "24");
/// # Ok::<(), kpi_core::Error>(())
/// ```
pub fn required_agents(contacts: u64, interval: Duration, handle_time: Duration) -> Result<Figures> {
    of(
        "required_agents",
        "erlang_c",
        [("contacts", contacts.into()), ("interval", interval.into()), ("handle_time", handle_time.into())],
    )
}

/// How many agents it takes to answer so many contacts as fast as was promised, if customers give up when their
/// patience ends.
///
/// **Formula:** load = contacts × handle time ÷ interval; the fewest agents for which the share of all contacts
/// that is answered within the target reaches the service level, by Erlang A; scheduled = agents ÷ (1 − shrinkage),
/// rounded up.
///
/// **Gives:** `agents` (count, 0 or more), `scheduled` (count, 0 or more), `load` (ratio, 0 or more),
/// `service_level` (percent, 0 to 100), `occupancy` (percent, 0 to 100), `wait` (seconds, 0 or more).
///
/// **Counted:** Inbound contacts that reached the queue, answered, given up or still waiting, by when they joined
/// it. Handle time: the mean over the answered ones of talk, hold and work afterwards; where the talk is not known,
/// from the answer to the end, and the work afterwards. The bucket's length is the interval, as far as it is over
/// at `as_of`.
///
/// **Left out:** `outbound`, `self_served`, `callback`, `failed`, `not_queued`. An answered contact of unknown
/// length is in the volume, not in the handle time.
///
/// **Interval:** None: it is a model's answer to what is given, not a sample.
///
/// **Sources:** S2: Wants a schedule of the staff that fits the work, so that good service costs little; it gives
/// no formula. S4: Wants more people where volume or occupancy peaks, so that customers wait less; it gives no
/// formula. C. Palm, 1946: The waiting line whose customers give up after exponential times, known as Erlang A.
///
/// **Inputs:**
/// - `contacts`: contacts that come in during the interval.
/// - `interval`: length of the interval in seconds.
/// - `handle_time`: mean handle time of a contact in seconds.
/// - `patience`: seconds after which waiting customers give up, the mean of all.
///
/// # Errors
/// `response_before_creation` where the answer is before the start of the wait, `wrong_order` where an end is
/// before its start, `bad_parameter`; `window_required` over records; `overloaded` where the agents given cannot
/// carry the load, or it is more than a million Erlangs (over records the figures are undefined); `bad_input` for
/// an interval or a patience of 0; `negative`. `bad_input` for an input that is not allowed.
///
/// # Examples
/// 400 × 180 ÷ 3,600 = 20 Erlangs, and customers give up after 60 s on average. With 20 agents 78.6 percent are
/// answered within 20 s, with 21 agents 83.3.
///
/// ```
/// use kpi_core::Duration;
/// let figures = kpi_core::formula::required_agents_erlang_a(400, Duration::seconds(3600), Duration::seconds(180), Duration::seconds(60))?;
/// assert_eq!(figures.value().unwrap().to_string(), "21");
/// # Ok::<(), kpi_core::Error>(())
/// ```
pub fn required_agents_erlang_a(
    contacts: u64,
    interval: Duration,
    handle_time: Duration,
    patience: Duration,
) -> Result<Figures> {
    of(
        "required_agents",
        "erlang_a",
        [
            ("contacts", contacts.into()),
            ("interval", interval.into()),
            ("handle_time", handle_time.into()),
            ("patience", patience.into()),
        ],
    )
}

/// The share of answers in the two best points of the scale.
///
/// **Formula:** 100 × satisfied ÷ answers; satisfied: 4, 5 of 5; 6, 7 of 7; 9, 10 of 10; on a scale where low is
/// good the two lowest.
///
/// **Gives:** `share` (percent, 0 to 100), `answers` (count, 0 or more).
///
/// **Counted:** Answers of the wanted kind with a score, each once.
///
/// **Left out:** `other_kind`, `replaced` (the same survey was answered again), `unanswered`.
///
/// **Interval:** Wilson.
///
/// **Sources:** S4: Satisfied customers by all who answered, times 100; above 50 is good, 70 or more excellent, for
/// whom it does not say. Who counts as satisfied it leaves open: here the two best answers of the scale (ruling
/// B31). Taken literally it counts customers, as `latest_per_customer` does. S1: The mean of all ratings on a scale
/// from 1 to 10: the variant `mean`. S4's share is the default, because what is quoted are shares. It also lets
/// customers rate before they have met an agent; such answers are of another moment. S2: Calls the satisfaction
/// rate very important and gathers feedback, for instance in a mailbox for it; it gives no formula. S3: Finds that
/// service is mostly judged by satisfaction, from abandoned requests and feedback, and takes retention for the
/// better test. S0: Puts customers' own judgement beside what can be measured; it gives no formula.
///
/// **Inputs:**
/// - `satisfied`: answers in the two best points of the scale.
/// - `answers`: all answers.
///
/// # Errors
/// `out_of_scale`, `mixed_scales` (answers on different scales in one measure), `bad_scale` (fewer than three
/// points). `bad_input` for an input that is not allowed.
///
/// # Examples
/// 2,206 of 2,688 travellers rated the airport 4 or 5: 100 × 2,206 ÷ 2,688.
///
/// ```
/// let figures = kpi_core::formula::csat(2206, 2688)?;
/// assert_eq!(figures.value().unwrap().to_string(), "82.068452381");
/// # Ok::<(), kpi_core::Error>(())
/// ```
pub fn csat(satisfied: u64, answers: u64) -> Result<Figures> {
    of("csat", "top_two_boxes", [("satisfied", satisfied.into()), ("answers", answers.into())])
}

/// The mean answer on the declared scale.
///
/// **Formula:** sum of scores ÷ answers.
///
/// **Gives:** `mean` (score, the declared scale), `answers` (count, 0 or more).
///
/// **Counted:** Answers of the wanted kind with a score, each once.
///
/// **Left out:** `other_kind`, `replaced` (the same survey was answered again), `unanswered`.
///
/// **Interval:** Student's t; none for fewer than two answers.
///
/// **Sources:** S4: Satisfied customers by all who answered, times 100; above 50 is good, 70 or more excellent, for
/// whom it does not say. Who counts as satisfied it leaves open: here the two best answers of the scale (ruling
/// B31). Taken literally it counts customers, as `latest_per_customer` does. S1: The mean of all ratings on a scale
/// from 1 to 10: the variant `mean`. S4's share is the default, because what is quoted are shares. It also lets
/// customers rate before they have met an agent; such answers are of another moment. S2: Calls the satisfaction
/// rate very important and gathers feedback, for instance in a mailbox for it; it gives no formula. S3: Finds that
/// service is mostly judged by satisfaction, from abandoned requests and feedback, and takes retention for the
/// better test. S0: Puts customers' own judgement beside what can be measured; it gives no formula.
///
/// **Inputs:**
/// - `scores`: the answers.
/// - `scale_min`: the lowest point of the scale.
/// - `scale_max`: the highest point of the scale.
///
/// # Errors
/// `out_of_scale`, `mixed_scales` (answers on different scales in one measure), `bad_scale` (fewer than three
/// points). `bad_input` for an input that is not allowed.
///
/// # Examples
/// The twelve scores add up to 65: 65 ÷ 12.
///
/// ```
/// use kpi_core::Score;
/// let figures = kpi_core::formula::csat_mean(&[7, 6, 5, 7, 4, 6, 7, 3, 5, 6, 7, 2].map(Score::whole), 1, 7)?;
/// assert_eq!(figures.value().unwrap().to_string(), "5.416666667");
/// # Ok::<(), kpi_core::Error>(())
/// ```
pub fn csat_mean(scores: &[Score], scale_min: u64, scale_max: u64) -> Result<Figures> {
    of("csat", "mean", [("scores", scores.into()), ("scale_min", scale_min.into()), ("scale_max", scale_max.into())])
}

/// The share of customers whose latest answer is in the two best points of the scale.
///
/// **Formula:** 100 × customers whose latest answer is satisfied ÷ customers who answered; latest within the bucket
/// and group, of several at one instant the lowest.
///
/// **Gives:** `share` (percent, 0 to 100), `customers` (count, 0 or more).
///
/// **Counted:** Customers with at least one answer of the wanted kind; each once in every bucket and group.
///
/// **Left out:** `other_kind`, `replaced`, `unanswered`, `no_account` (whose answer it is is not known).
///
/// **Interval:** Wilson.
///
/// **Sources:** S4: Satisfied customers by all who answered, times 100; above 50 is good, 70 or more excellent, for
/// whom it does not say. Who counts as satisfied it leaves open: here the two best answers of the scale (ruling
/// B31). Taken literally it counts customers, as `latest_per_customer` does. S1: The mean of all ratings on a scale
/// from 1 to 10: the variant `mean`. S4's share is the default, because what is quoted are shares. It also lets
/// customers rate before they have met an agent; such answers are of another moment. S2: Calls the satisfaction
/// rate very important and gathers feedback, for instance in a mailbox for it; it gives no formula. S3: Finds that
/// service is mostly judged by satisfaction, from abandoned requests and feedback, and takes retention for the
/// better test. S0: Puts customers' own judgement beside what can be measured; it gives no formula.
///
/// **Inputs:**
/// - `satisfied`: customers whose latest answer is in the two best points of the scale.
/// - `customers`: all customers who answered.
///
/// # Errors
/// `out_of_scale`, `mixed_scales` (answers on different scales in one measure), `bad_scale` (fewer than three
/// points). `bad_input` for an input that is not allowed.
///
/// # Examples
/// One customer answers 5, 5 and last 1, another answers 1: no latest answer is 4 or 5; 100 × 0 ÷ 2.
///
/// ```
/// let figures = kpi_core::formula::csat_latest_per_customer(0, 2)?;
/// assert_eq!(figures.value().unwrap().to_string(), "0");
/// # Ok::<(), kpi_core::Error>(())
/// ```
pub fn csat_latest_per_customer(satisfied: u64, customers: u64) -> Result<Figures> {
    of("csat", "latest_per_customer", [("satisfied", satisfied.into()), ("customers", customers.into())])
}

/// Net Promoter Score: how many more would recommend the company than would not.
///
/// **Formula:** 100 × (promoters − detractors) ÷ answers; promoters answer 9 or 10 of 0 to 10, detractors 0 to 6.
///
/// **Gives:** `score` (index, −100 to 100), `promoter_share` (percent, 0 to 100), `passive_share` (percent, 0 to
/// 100), `detractor_share` (percent, 0 to 100), `answers` (count, 0 or more).
///
/// **Counted:** Answers of the wanted kind from 0 to 10, each once; passives (7, 8) are in the denominator.
///
/// **Left out:** `other_kind`, `replaced`, `unanswered`.
///
/// **Interval:** Adjusted Wald (three quarters of an answer added to each end, one and a half to the middle),
/// clipped to −100 and 100. Shares: Wilson.
///
/// **Sources:** S1: Percentage of promoters (9, 10) less percentage of detractors (up to 6), of answers from 0
/// to 10. S4: The same, with 7 and 8 as passives. The mean of SaaS companies in its report of 2024, on over 200 of
/// them, is 35.7; it writes 35.7 %, but an index is no percentage. S0: Calls it net reporter score, which is a
/// slip: what it describes, how likely customers recommend, is this score. It gives no formula. S2: Calls it
/// customer loyalty index: positive ratings less the share of negative ones, where a positive one is of a client
/// who would recommend without reserve. It names no scale. B. Rocks (2016), Interval estimation for the Net
/// Promoter Score, The American Statistician: Adjusted Wald and score intervals cover best.
///
/// **Inputs:**
/// - `promoters`: answers of 9 and 10.
/// - `passives`: answers of 7 and 8.
/// - `detractors`: answers from 0 to 6.
///
/// # Errors
/// `bad_scale` where the scale is not 0 to 10; `out_of_scale`. `bad_input` for an input that is not allowed.
///
/// # Examples
/// 100 × (60 − 15) ÷ 100.
///
/// ```
/// let figures = kpi_core::formula::nps(60, 25, 15)?;
/// assert_eq!(figures.value().unwrap().to_string(), "45");
/// # Ok::<(), kpi_core::Error>(())
/// ```
pub fn nps(promoters: u64, passives: u64, detractors: u64) -> Result<Figures> {
    of(
        "nps",
        "standard",
        [("promoters", promoters.into()), ("passives", passives.into()), ("detractors", detractors.into())],
    )
}

/// The share of customers who say that it was easy to get their issue resolved.
///
/// **Formula:** 100 × easy ÷ answers; easy: the two best points of a scale of up to five points, the three best of
/// a longer one, at the end that the survey declares.
///
/// **Gives:** `share` (percent, 0 to 100), `answers` (count, 0 or more).
///
/// **Counted:** Answers of the wanted kind with a score, each once.
///
/// **Left out:** `other_kind`, `replaced`, `unanswered`.
///
/// **Interval:** Wilson.
///
/// **Sources:** S4: A survey of how easily the issue was resolved. Answers that say easy by all answers, times 100:
/// the variant `share`, the default, because it alone is a formula over a survey. Quotes Gartner: under 70 % needs
/// work. High is good. S2: Speaks of how easy a company makes things for its customers, and yet wants the score
/// low. That is a slip: low is good only where effort is counted, and it gives no formula that does. S1: Difficult
/// issues (more than three interactions) less easy ones (one or two): the variant `by_interactions`, where low is
/// good. It asks no customer, and says nothing of three interactions: they are neither.
///
/// **Inputs:**
/// - `easy`: answers that agree that it was easy.
/// - `answers`: all answers.
///
/// # Errors
/// `out_of_scale`, `mixed_scales`, `bad_scale` (fewer than three points). `bad_input` for an input that is not
/// allowed.
///
/// # Examples
/// Coded 1 = very easy, the answers 1, 1, 2 and 5: three are easy, 100 × 3 ÷ 4.
///
/// ```
/// let figures = kpi_core::formula::customer_effort_score(3, 4)?;
/// assert_eq!(figures.value().unwrap().to_string(), "75");
/// # Ok::<(), kpi_core::Error>(())
/// ```
pub fn customer_effort_score(easy: u64, answers: u64) -> Result<Figures> {
    of("customer_effort_score", "share", [("easy", easy.into()), ("answers", answers.into())])
}

/// The mean answer to how easy it was, on the declared scale.
///
/// **Formula:** sum of scores ÷ answers; it is better at the end that the survey declares as easy.
///
/// **Gives:** `mean` (score, the declared scale), `answers` (count, 0 or more).
///
/// **Counted:** Answers of the wanted kind with a score, each once.
///
/// **Left out:** `other_kind`, `replaced`, `unanswered`.
///
/// **Interval:** Student's t; none for fewer than two answers.
///
/// **Sources:** S4: A survey of how easily the issue was resolved. Answers that say easy by all answers, times 100:
/// the variant `share`, the default, because it alone is a formula over a survey. Quotes Gartner: under 70 % needs
/// work. High is good. S2: Speaks of how easy a company makes things for its customers, and yet wants the score
/// low. That is a slip: low is good only where effort is counted, and it gives no formula that does. S1: Difficult
/// issues (more than three interactions) less easy ones (one or two): the variant `by_interactions`, where low is
/// good. It asks no customer, and says nothing of three interactions: they are neither.
///
/// **Inputs:**
/// - `scores`: the answers.
/// - `scale_min`: the lowest point of the scale.
/// - `scale_max`: the highest point of the scale.
///
/// # Errors
/// `out_of_scale`, `mixed_scales` (also the same scale in both directions), `bad_scale`. `bad_input` for an input
/// that is not allowed.
///
/// # Examples
/// The answers 1, 1, 2 and 5 on 1 to 5: (1 + 1 + 2 + 5) ÷ 4.
///
/// ```
/// use kpi_core::Score;
/// let figures = kpi_core::formula::customer_effort_score_mean(&[1, 1, 2, 5].map(Score::whole), 1, 5)?;
/// assert_eq!(figures.value().unwrap().to_string(), "2.25");
/// # Ok::<(), kpi_core::Error>(())
/// ```
pub fn customer_effort_score_mean(scores: &[Score], scale_min: u64, scale_max: u64) -> Result<Figures> {
    of(
        "customer_effort_score",
        "mean",
        [("scores", scores.into()), ("scale_min", scale_min.into()), ("scale_max", scale_max.into())],
    )
}

/// How many more tickets were difficult than easy, by how often people had to answer.
///
/// **Formula:** 100 × (difficult − easy) ÷ tickets; easy: one or two interactions, neutral: three, difficult: more;
/// an interaction is a public reply by a person, or the call or chat that the ticket was born of.
///
/// **Gives:** `score` (index, −100 to 100), `easy_share` (percent, 0 to 100), `neutral_share` (percent, 0 to 100),
/// `difficult_share` (percent, 0 to 100), `tickets` (count, 0 or more).
///
/// **Counted:** Tickets with at least one interaction.
///
/// **Left out:** `merged`, `spam`, `deleted` (without an interaction), `no_interaction`.
///
/// **Interval:** Adjusted Wald, clipped to −100 and 100. Shares: Wilson.
///
/// **Sources:** S4: A survey of how easily the issue was resolved. Answers that say easy by all answers, times 100:
/// the variant `share`, the default, because it alone is a formula over a survey. Quotes Gartner: under 70 % needs
/// work. High is good. S2: Speaks of how easy a company makes things for its customers, and yet wants the score
/// low. That is a slip: low is good only where effort is counted, and it gives no formula that does. S1: Difficult
/// issues (more than three interactions) less easy ones (one or two): the variant `by_interactions`, where low is
/// good. It asks no customer, and says nothing of three interactions: they are neither.
///
/// **Inputs:**
/// - `easy`: tickets with one or two interactions.
/// - `neutral`: tickets with three interactions.
/// - `difficult`: tickets with more than three interactions.
///
/// # Errors
/// `as_of_counts` where `as_of` is given: a count of replies carries no instants, so it cannot be asked as of a
/// day. `bad_input` for an input that is not allowed.
///
/// # Examples
/// Five easy, two neutral and three difficult tickets: 100 × (3 − 5) ÷ 10.
///
/// ```
/// let figures = kpi_core::formula::customer_effort_score_by_interactions(5, 2, 3)?;
/// assert_eq!(figures.value().unwrap().to_string(), "-20");
/// # Ok::<(), kpi_core::Error>(())
/// ```
pub fn customer_effort_score_by_interactions(easy: u64, neutral: u64, difficult: u64) -> Result<Figures> {
    of(
        "customer_effort_score",
        "by_interactions",
        [("easy", easy.into()), ("neutral", neutral.into()), ("difficult", difficult.into())],
    )
}

/// The share of delivered invitations that were answered within seven days.
///
/// **Formula:** 100 × delivered invitations answered within the time ÷ delivered invitations; both by the day of
/// delivery.
///
/// **Gives:** `rate` (percent, 0 to 100), `answered` (count, 0 or more), `delivered` (count, 0 or more).
///
/// **Counted:** Surveys with an instant of delivery whose time is over at `as_of` (default: the window's end),
/// answered or not.
///
/// **Left out:** `other_kind`, `replaced` (the same survey was answered again, and counts once), `undelivered`,
/// `window_open`.
///
/// **Interval:** Wilson.
///
/// **Sources:** S4: Wants customers asked at the right time, when they can have an opinion; it names no rate.
/// Field: Survey teams know it as response rate: answers by invitations delivered.
///
/// **Inputs:**
/// - `answered`: invitations that were answered in time.
/// - `delivered`: invitations that were delivered.
///
/// # Errors
/// `as_of_required` where neither a window nor `as_of` says when to look; `bad_input` in the formula where more are
/// answered than delivered. `bad_input` for an input that is not allowed.
///
/// # Examples
/// Of 600 delivered invitations 174 were answered within seven days: 100 × 174 ÷ 600.
///
/// ```
/// let figures = kpi_core::formula::survey_response_rate(174, 600)?;
/// assert_eq!(figures.value().unwrap().to_string(), "29");
/// # Ok::<(), kpi_core::Error>(())
/// ```
pub fn survey_response_rate(answered: u64, delivered: u64) -> Result<Figures> {
    of("survey_response_rate", "standard", [("answered", answered.into()), ("delivered", delivered.into())])
}

/// How many five-star reviews were posted.
///
/// **Formula:** reviews with all the stars that can be given.
///
/// **Gives:** `reviews` (count, 0 or more).
///
/// **Counted:** Reviews with all the stars that can be given: `stars` equal to `scale_max`, which is 5 where it is
/// null.
///
/// **Left out:** `unrated` (no stars), `other_rating` (fewer than all stars).
///
/// **Interval:** None: it is a count.
///
/// **Sources:** S1: Names three numbers: how many five-star ratings a company gets, how long it takes to get them,
/// and how often one comes. It gives no formula for any.
///
/// **Inputs:**
/// - `reviews`: five-star reviews.
///
/// # Errors
/// `out_of_scale`, `bad_scale`. `bad_input` for an input that is not allowed.
///
/// # Examples
/// Of 20 reviews 12 have five stars of five.
///
/// ```
/// let figures = kpi_core::formula::positive_reviews(12)?;
/// assert_eq!(figures.value().unwrap().to_string(), "12");
/// # Ok::<(), kpi_core::Error>(())
/// ```
pub fn positive_reviews(reviews: u64) -> Result<Figures> {
    of("positive_reviews", "count", [("reviews", reviews.into())])
}

/// The share of five-star reviews in all reviews with stars.
///
/// **Formula:** 100 × five-star reviews ÷ reviews with stars.
///
/// **Gives:** `share` (percent, 0 to 100), `five_star` (count, 0 or more), `reviews` (count, 0 or more).
///
/// **Counted:** Reviews with stars; five-star is a review with all the stars that can be given: `stars` equal to
/// `scale_max`, which is 5 where it is null.
///
/// **Left out:** `unrated` (no stars).
///
/// **Interval:** Wilson.
///
/// **Sources:** S1: Names three numbers: how many five-star ratings a company gets, how long it takes to get them,
/// and how often one comes. It gives no formula for any.
///
/// **Inputs:**
/// - `five_star`: five-star reviews.
/// - `reviews`: all reviews with stars.
///
/// # Errors
/// `out_of_scale`, `bad_scale`; `bad_input` in the formula where more have five stars than there are. `bad_input`
/// for an input that is not allowed.
///
/// # Examples
/// Of 20 reviews 12 have five stars of five: 100 × 12 ÷ 20.
///
/// ```
/// let figures = kpi_core::formula::positive_reviews_share(12, 20)?;
/// assert_eq!(figures.value().unwrap().to_string(), "60");
/// # Ok::<(), kpi_core::Error>(())
/// ```
pub fn positive_reviews_share(five_star: u64, reviews: u64) -> Result<Figures> {
    of("positive_reviews", "share", [("five_star", five_star.into()), ("reviews", reviews.into())])
}

/// How often five-star reviews are given: how many were posted for each hundred customers.
///
/// **Formula:** 100 × five-star reviews ÷ mean of the customers at the start and at the end.
///
/// **Gives:** `rate` (percent, 0 or more), `reviews` (count, 0 or more), `opening` (count, 0 or more), `closing`
/// (count, 0 or more).
///
/// **Counted:** Reviews with all the stars that can be given, whether or not their account is known, by when they
/// were posted; and the accounts that are customers at the start and at the end of the bucket.
///
/// **Left out:** `unrated` (no stars), `other_rating` (fewer than all stars).
///
/// **Interval:** None: one total by another has no sampling interval of its own.
///
/// **Sources:** S1: Names three numbers: how many five-star ratings a company gets, how long it takes to get them,
/// and how often one comes. It gives no formula for any.
///
/// **Inputs:**
/// - `reviews`: five-star reviews.
/// - `opening`: customers at the start.
/// - `closing`: customers at the end.
///
/// # Errors
/// `window_required`, `out_of_scale`, `bad_scale`. `bad_input` for an input that is not allowed.
///
/// # Examples
/// 6 five-star reviews, 100 customers at the start and 200 at the end: 100 × 6 ÷ 150.
///
/// ```
/// let figures = kpi_core::formula::positive_reviews_per_100_customers(6, 100, 200)?;
/// assert_eq!(figures.value().unwrap().to_string(), "4");
/// # Ok::<(), kpi_core::Error>(())
/// ```
pub fn positive_reviews_per_100_customers(reviews: u64, opening: u64, closing: u64) -> Result<Figures> {
    of(
        "positive_reviews",
        "per_100_customers",
        [("reviews", reviews.into()), ("opening", opening.into()), ("closing", closing.into())],
    )
}

/// How long it takes until a five-star review is posted.
///
/// **Formula:** instant of the review − end of what it speaks of: the ticket's resolution, else the conversion.
///
/// **Gives:** `mean` (seconds, 0 or more), `median` (seconds, 0 or more), `p90` (seconds, 0 or more), `p95`
/// (seconds, 0 or more), `min` (seconds, 0 or more), `max` (seconds, 0 or more), `count` (count, 0 or more).
///
/// **Counted:** Reviews with all the stars that can be given and with an instant of their subject, by when they
/// were posted. A report over whole tables finds it: when the named ticket was resolved, else when the named
/// conversion happened.
///
/// **Left out:** `unrated` (no stars), `other_rating` (fewer than all stars), `unknown` (when its subject ended is
/// not known), `open` (posted before its subject ended, as when a ticket is reopened and resolved again).
///
/// **Interval:** Mean: Student's t. Median and other quantiles: binomial order statistics.
///
/// **Sources:** S1: Names three numbers: how many five-star ratings a company gets, how long it takes to get them,
/// and how often one comes. It gives no formula for any.
///
/// **Inputs:**
/// - `durations`: times from the resolution or conversion to the five-star review in seconds.
///
/// # Errors
/// `out_of_scale`, `bad_scale`; `missing_records` where neither `subject_at` nor tickets or conversions are given.
/// `bad_input` for an input that is not allowed.
///
/// # Examples
/// Reviews one, two and five days after the resolution: 8 days ÷ 3 = 230,400 s.
///
/// ```
/// use kpi_core::Duration;
/// let figures = kpi_core::formula::positive_reviews_time_to_review(&[86400, 172800, 432000].map(Duration::seconds))?;
/// assert_eq!(figures.value().unwrap().to_string(), "230400");
/// # Ok::<(), kpi_core::Error>(())
/// ```
pub fn positive_reviews_time_to_review(durations: &[Duration]) -> Result<Figures> {
    of("positive_reviews", "time_to_review", [("durations", durations.into())])
}

/// How much more of the labelled feedback is positive than negative, in reviews and tickets together.
///
/// **Formula:** 100 × (positive − negative) ÷ labelled; labelled: positive, neutral and negative together.
///
/// **Gives:** `index` (index, −100 to 100), `positive` (count, 0 or more), `neutral` (count, 0 or more), `negative`
/// (count, 0 or more), `count` (count, 0 or more).
///
/// **Counted:** Reviews by when they were posted and tickets by when they were created, with a label. A review of a
/// ticket and that ticket are two pieces of feedback.
///
/// **Left out:** `merged`, `spam` (tickets), `unlabelled`.
///
/// **Interval:** Adjusted Wald, as of the Net Promoter Score, clipped to −100 and 100.
///
/// **Sources:** S2: Its loyalty index is positive ratings less the share of negative ones. Of recommendations, its
/// own example, that is `nps`; here it is of any feedback. S0: What customers think of a company can also be drawn
/// from the content and number of complaints and public reviews.
///
/// **Inputs:**
/// - `positive`: feedback labelled positive.
/// - `neutral`: feedback labelled neutral.
/// - `negative`: feedback labelled negative.
///
/// # Errors
/// `unknown_word` where a label is none of positive, neutral and negative. `bad_input` for an input that is not
/// allowed.
///
/// # Examples
/// 50 positive, 30 neutral and 20 negative: 100 × (50 − 20) ÷ 100.
///
/// ```
/// let figures = kpi_core::formula::net_sentiment(50, 30, 20)?;
/// assert_eq!(figures.value().unwrap().to_string(), "30");
/// # Ok::<(), kpi_core::Error>(())
/// ```
pub fn net_sentiment(positive: u64, neutral: u64, negative: u64) -> Result<Figures> {
    of(
        "net_sentiment",
        "all",
        [("positive", positive.into()), ("neutral", neutral.into()), ("negative", negative.into())],
    )
}

/// How many more of the labelled reviews are positive than negative.
///
/// **Formula:** 100 × (positive − negative) ÷ labelled; labelled: positive, neutral and negative together.
///
/// **Gives:** `index` (index, −100 to 100), `positive` (count, 0 or more), `neutral` (count, 0 or more), `negative`
/// (count, 0 or more), `count` (count, 0 or more).
///
/// **Counted:** Reviews with a label, by when they were posted.
///
/// **Left out:** `unlabelled`.
///
/// **Interval:** Adjusted Wald, as of the Net Promoter Score, clipped to −100 and 100.
///
/// **Sources:** S2: Its loyalty index is positive ratings less the share of negative ones. Of recommendations, its
/// own example, that is `nps`; here it is of any feedback. S0: What customers think of a company can also be drawn
/// from the content and number of complaints and public reviews.
///
/// **Inputs:**
/// - `positive`: feedback labelled positive.
/// - `neutral`: feedback labelled neutral.
/// - `negative`: feedback labelled negative.
///
/// # Errors
/// `unknown_word` where a label is none of positive, neutral and negative. `bad_input` for an input that is not
/// allowed.
///
/// # Examples
/// Of ten reviews 6 are positive, 1 is neutral and 3 are negative: 100 × (6 − 3) ÷ 10.
///
/// ```
/// let figures = kpi_core::formula::net_sentiment_reviews(6, 1, 3)?;
/// assert_eq!(figures.value().unwrap().to_string(), "30");
/// # Ok::<(), kpi_core::Error>(())
/// ```
pub fn net_sentiment_reviews(positive: u64, neutral: u64, negative: u64) -> Result<Figures> {
    of(
        "net_sentiment",
        "reviews",
        [("positive", positive.into()), ("neutral", neutral.into()), ("negative", negative.into())],
    )
}

/// How many more of the labelled tickets are positive than negative.
///
/// **Formula:** 100 × (positive − negative) ÷ labelled; labelled: positive, neutral and negative together.
///
/// **Gives:** `index` (index, −100 to 100), `positive` (count, 0 or more), `neutral` (count, 0 or more), `negative`
/// (count, 0 or more), `count` (count, 0 or more).
///
/// **Counted:** Tickets with a label, by when they were created.
///
/// **Left out:** `merged`, `spam` (tickets), `unlabelled`.
///
/// **Interval:** Adjusted Wald, as of the Net Promoter Score, clipped to −100 and 100.
///
/// **Sources:** S2: Its loyalty index is positive ratings less the share of negative ones. Of recommendations, its
/// own example, that is `nps`; here it is of any feedback. S0: What customers think of a company can also be drawn
/// from the content and number of complaints and public reviews.
///
/// **Inputs:**
/// - `positive`: feedback labelled positive.
/// - `neutral`: feedback labelled neutral.
/// - `negative`: feedback labelled negative.
///
/// # Errors
/// `unknown_word` where a label is none of positive, neutral and negative. `bad_input` for an input that is not
/// allowed.
///
/// # Examples
/// Of ten tickets 1 is positive, 5 are neutral and 4 are negative: 100 × (1 − 4) ÷ 10.
///
/// ```
/// let figures = kpi_core::formula::net_sentiment_tickets(1, 5, 4)?;
/// assert_eq!(figures.value().unwrap().to_string(), "-30");
/// # Ok::<(), kpi_core::Error>(())
/// ```
pub fn net_sentiment_tickets(positive: u64, neutral: u64, negative: u64) -> Result<Figures> {
    of(
        "net_sentiment",
        "tickets",
        [("positive", positive.into()), ("neutral", neutral.into()), ("negative", negative.into())],
    )
}

/// The mean rating that customers give an agent.
///
/// **Formula:** sum of scores ÷ answers, by agent.
///
/// **Gives:** `mean` (score, the declared scale), `answers` (count, 0 or more).
///
/// **Counted:** Answers of the wanted kind with a score and an agent. Where the answer names no agent, a report
/// over whole tables takes who resolved its ticket, else who answered its contact.
///
/// **Left out:** `other_kind`, `replaced`, `unanswered`, `no_agent`.
///
/// **Interval:** Student's t; none for fewer than two answers.
///
/// **Sources:** S2: Customers who are asked tell how well an employee helped; some of them judge unfairly, for
/// reasons of their own. S4: Looks for agents whose satisfaction scores are always high, to learn from them.
///
/// **Inputs:**
/// - `scores`: the answers.
/// - `scale_min`: the lowest point of the scale.
/// - `scale_max`: the highest point of the scale.
///
/// # Errors
/// `out_of_scale`, `mixed_scales`, `bad_scale` (fewer than three points). `bad_input` for an input that is not
/// allowed.
///
/// # Examples
/// Four customers rated the agent 5, 4, 5 and 3: 17 ÷ 4.
///
/// ```
/// use kpi_core::Score;
/// let figures = kpi_core::formula::agent_rating(&[5, 4, 5, 3].map(Score::whole), 1, 5)?;
/// assert_eq!(figures.value().unwrap().to_string(), "4.25");
/// # Ok::<(), kpi_core::Error>(())
/// ```
pub fn agent_rating(scores: &[Score], scale_min: u64, scale_max: u64) -> Result<Figures> {
    of(
        "agent_rating",
        "standard",
        [("scores", scores.into()), ("scale_min", scale_min.into()), ("scale_max", scale_max.into())],
    )
}

/// The share of answers about how work is organized that lie in the two worst points of the scale.
///
/// **Formula:** 100 × dissatisfied ÷ answers; dissatisfied: 1, 2 of 5; 1, 2 of 7; 1, 2 of 10; on a scale where low
/// is good the two highest.
///
/// **Gives:** `share` (percent, 0 to 100), `dissatisfied` (count, 0 or more), `answers` (count, 0 or more).
///
/// **Counted:** Answers of the wanted kind with a score, each once. The neutral ones are in the denominator.
///
/// **Left out:** `other_kind`, `replaced` (the same survey was answered again), `unanswered`.
///
/// **Interval:** Wilson.
///
/// **Sources:** S2: How inviting the office seems to customers: the number of negative answers to whether they like
/// its environment and organization.
///
/// **Inputs:**
/// - `dissatisfied`: answers in the two worst points of the scale.
/// - `answers`: all answers.
///
/// # Errors
/// `out_of_scale`, `mixed_scales` (answers on different scales in one measure), `bad_scale` (fewer than three
/// points). `bad_input` for an input that is not allowed.
///
/// # Examples
/// Answers 1, 2, 3 and 4 of 5: 1 and 2 are dissatisfied, 3 is neutral: 100 × 2 ÷ 4.
///
/// ```
/// let figures = kpi_core::formula::dissatisfaction_with_organization(2, 4)?;
/// assert_eq!(figures.value().unwrap().to_string(), "50");
/// # Ok::<(), kpi_core::Error>(())
/// ```
pub fn dissatisfaction_with_organization(dissatisfied: u64, answers: u64) -> Result<Figures> {
    of(
        "dissatisfaction_with_organization",
        "standard",
        [("dissatisfied", dissatisfied.into()), ("answers", answers.into())],
    )
}

/// The mean score, from 0 to 100, of conversations that were reviewed by a scorecard.
///
/// **Formula:** score of a review = 100 × sum of weight × mark ÷ highest mark, over the criteria that apply, ÷ sum
/// of their weights; the mean is over reviews.
///
/// **Gives:** `mean` (score, the declared scale), `median` (score, the declared scale), `count` (count, 0 or more),
/// `failed` (count, 0 or more).
///
/// **Counted:** Reviews: the records that share an id, each of them one criterion, by when the conversation was,
/// else by when it was reviewed. Each review's score is rounded once to 9 decimal places. Null weighs 1, and marks
/// end at 100 where no scale is given. `failed`: reviews in which a critical criterion has a mark of 0.
///
/// **Left out:** `not_applicable`: criteria that do not apply, or weigh nothing; a review without any other is in
/// no figure.
///
/// **Interval:** Mean: Student's t over the reviews; none for fewer than two. Median: binomial order statistics.
///
/// **Sources:** S2: What to look at: knowledge of products and services, tone and voice, eagerness to help, and, by
/// mistake under first call resolution, greeting, clear speech and keeping to the script. Mystery shopping is how
/// it was first checked. S0: Mystery shoppers show how a service is felt from outside. S3: Quotes Gallup: customers
/// who found a service courteous, willing and helpful were nine times as likely to be engaged, those who found it
/// speedy six times. So quality weighs more than speed; S0 has customers recommend a fast answer over one that
/// helps.
///
/// **Inputs:**
/// - `reviews`: for each mark, the number of its review.
/// - `marks`: the marks of all criteria that apply.
/// - `weights`: the weight of each.
/// - `scale_max`: the highest mark.
///
/// # Errors
/// `out_of_scale`, `bad_scale`; `missing_field` where a criterion has no mark and is not said to be not applicable;
/// `duplicate_id` where a review has a criterion twice; `negative` where a weight is below 0; `bad_input` in the
/// formula where the lists are not of one length. `bad_input` for an input that is not allowed.
///
/// # Examples
/// One review with weights 40, 20, 20, 20 and marks 100, 50, not applicable, 50: (40 × 100 + 20 × 50 + 20 × 50)
/// ÷ 80. As a 0, what does not apply would make it 60.
///
/// ```
/// use kpi_core::Score;
/// let figures = kpi_core::formula::quality_score(&[1, 1, 1], &[100, 50, 50].map(Score::whole), &[40, 20, 20].map(Score::whole), 100)?;
/// assert_eq!(figures.value().unwrap().to_string(), "75");
/// # Ok::<(), kpi_core::Error>(())
/// ```
pub fn quality_score(reviews: &[u64], marks: &[Score], weights: &[Score], scale_max: u64) -> Result<Figures> {
    of(
        "quality_score",
        "standard",
        [
            ("reviews", reviews.into()),
            ("marks", marks.into()),
            ("weights", weights.into()),
            ("scale_max", scale_max.into()),
        ],
    )
}

/// The mean mark of each criterion, from 0 to 100: what is done well, and what has to be trained.
///
/// **Formula:** mean of 100 × mark ÷ highest mark, by criterion.
///
/// **Gives:** `mean` (score, the declared scale), `median` (score, the declared scale), `count` (count, 0 or more).
///
/// **Counted:** Marks of criteria that apply, by when the conversation was, else by when it was reviewed; each is
/// rounded once to 9 decimal places. Grouped by criterion where nothing else is asked for. Weights are not read:
/// within a criterion they change nothing.
///
/// **Left out:** `not_applicable`.
///
/// **Interval:** Mean: Student's t; none for fewer than two marks. Median: binomial order statistics.
///
/// **Sources:** S2: What to look at: knowledge of products and services, tone and voice, eagerness to help, and, by
/// mistake under first call resolution, greeting, clear speech and keeping to the script. Mystery shopping is how
/// it was first checked. S0: Mystery shoppers show how a service is felt from outside. S3: Quotes Gallup: customers
/// who found a service courteous, willing and helpful were nine times as likely to be engaged, those who found it
/// speedy six times. So quality weighs more than speed; S0 has customers recommend a fast answer over one that
/// helps.
///
/// **Inputs:**
/// - `marks`: the marks of one criterion, in all reviews to which it applies.
/// - `scale_max`: the highest mark.
///
/// # Errors
/// `out_of_scale`, `bad_scale`; `missing_field` where a criterion has no mark and is not said to be not applicable;
/// `duplicate_id` where a review has a criterion twice. `bad_input` for an input that is not allowed.
///
/// # Examples
/// A greeting marked 100, 50 and 50 of 100: 200 ÷ 3.
///
/// ```
/// use kpi_core::Score;
/// let figures = kpi_core::formula::quality_score_by_criterion(&[100, 50, 50].map(Score::whole), 100)?;
/// assert_eq!(figures.value().unwrap().to_string(), "66.666666667");
/// # Ok::<(), kpi_core::Error>(())
/// ```
pub fn quality_score_by_criterion(marks: &[Score], scale_max: u64) -> Result<Figures> {
    of("quality_score", "by_criterion", [("marks", marks.into()), ("scale_max", scale_max.into())])
}

/// How far the company's own score of its service lies above that of the customers, on the same tickets.
///
/// **Formula:** mean own score − mean score of the customers, both from 0 to 100 and over tickets that have both;
/// own: weighted score of the ticket's criteria; customers: mean of 100 × (score − lowest) ÷ (highest − lowest
/// point of the scale).
///
/// **Gives:** `gap` (score, any), `own` (score, the declared scale), `customers` (score, the declared scale),
/// `tickets` (count, 0 or more).
///
/// **Counted:** Tickets with a quality review and an answer of the wanted kind in the same bucket and group;
/// reviews by when the conversation was, else by when it was reviewed, answers by when they were given. Each
/// ticket's two scores are rounded once to 9 decimal places. A ticket with several reviews has one score of all
/// their criteria by weight; with several answers, their mean. On a scale where low is good answers are turned
/// round.
///
/// **Left out:** `not_applicable` (criteria that do not apply, or weigh nothing), `no_ticket` (a review or answer
/// that names none), `other_kind`, `replaced`, `unanswered`.
///
/// **Interval:** Gap: Student's t over the differences of each ticket. Own and customers: Student's t; they are of
/// the same tickets, so do not compare their intervals, but look at that of the gap.
///
/// **Sources:** S0: Up to 80 % of companies believe that their service is superior; customers say so of fewer than
/// 10 %. S2: Asking customers shows directly how well an employee helped.
///
/// **Inputs:**
/// - `own`: the own score of each ticket, from 0 to 100.
/// - `customers`: the score that its customer gave, from 0 to 100.
///
/// # Errors
/// `out_of_scale`, `bad_scale`; `missing_field` where a criterion has no mark and is not said to be not applicable;
/// `duplicate_id` where a review has a criterion twice; `bad_scale` also where an answer's scale has fewer than
/// three points; `mixed_scales` where answers are on different ones; `negative` where a weight is below 0;
/// `bad_input` in the formula where the lists are not of one length. `bad_input` for an input that is not allowed.
///
/// # Examples
/// Own scores 90 and 80, customers' 75 and 50: 85 − 62.5.
///
/// ```
/// use kpi_core::Score;
/// let figures = kpi_core::formula::quality_score_perception_gap(&[90, 80].map(Score::whole), &[75, 50].map(Score::whole))?;
/// assert_eq!(figures.value().unwrap().to_string(), "22.5");
/// # Ok::<(), kpi_core::Error>(())
/// ```
pub fn quality_score_perception_gap(own: &[Score], customers: &[Score]) -> Result<Figures> {
    of("quality_score", "perception_gap", [("own", own.into()), ("customers", customers.into())])
}

/// How often self-service was used.
///
/// **Formula:** self-service sessions.
///
/// **Gives:** `visits` (count, 0 or more).
///
/// **Counted:** Sessions of every kind by when they began, with or without an account.
///
/// **Left out:** Nothing.
///
/// **Interval:** None: it is a count.
///
/// **Sources:** S4: How often customers open the knowledge base or the articles of the help center. It calls this a
/// rate, but means a number: the variant `visits`.
///
/// **Inputs:**
/// - `visits`: self-service sessions.
///
/// # Errors
/// `bad_input`. `bad_input` for an input that is not allowed.
///
/// # Examples
/// In January 3,100 sessions began: 3,100.
///
/// ```
/// let figures = kpi_core::formula::self_service_utilization(3100)?;
/// assert_eq!(figures.value().unwrap().to_string(), "3100");
/// # Ok::<(), kpi_core::Error>(())
/// ```
pub fn self_service_utilization(visits: u64) -> Result<Figures> {
    of("self_service_utilization", "visits", [("visits", visits.into())])
}

/// How often self-service was used for each hundred customers.
///
/// **Formula:** 100 × sessions ÷ mean of the customers at the start and at the end.
///
/// **Gives:** `rate` (percent, 0 or more), `visits` (count, 0 or more), `opening` (count, 0 or more), `closing`
/// (count, 0 or more).
///
/// **Counted:** Sessions of every kind by when they began. Accounts: the customers at the start of the bucket and
/// those at its end.
///
/// **Left out:** Sessions: `no_account`.
///
/// **Interval:** None: one total by another has no sampling interval of its own.
///
/// **Sources:** S4: How often customers open the knowledge base or the articles of the help center. It calls this a
/// rate, but means a number: the variant `visits`.
///
/// **Inputs:**
/// - `visits`: self-service sessions of customers.
/// - `opening`: customers at the start.
/// - `closing`: customers at the end.
///
/// # Errors
/// `window_required`. `bad_input` for an input that is not allowed.
///
/// # Examples
/// 100 customers at the start, 200 at the end, 300 sessions: 100 × 300 ÷ 150.
///
/// ```
/// let figures = kpi_core::formula::self_service_utilization_per_100_accounts(300, 100, 200)?;
/// assert_eq!(figures.value().unwrap().to_string(), "200");
/// # Ok::<(), kpi_core::Error>(())
/// ```
pub fn self_service_utilization_per_100_accounts(visits: u64, opening: u64, closing: u64) -> Result<Figures> {
    of(
        "self_service_utilization",
        "per_100_accounts",
        [("visits", visits.into()), ("opening", opening.into()), ("closing", closing.into())],
    )
}

/// The share of all customer issues that self-service solved, by the customers' own word.
///
/// **Formula:** 100 × sessions that were said to be solved and that no contact followed within `link_within` ÷
/// (sessions + tickets with no session of the same account within `link_within` before).
///
/// **Gives:** `share` (percent, 0 to 100), `completed` (count, 0 or more), `issues` (count, 0 or more).
///
/// **Counted:** An issue counts once: a session by when it began, and a ticket by when it was created where no
/// session of its account began within `link_within` before it. A contact is the next ticket that the customer
/// opened, or the next inbound call or chat, of the same account, or being handed over to a person. Sessions and
/// tickets count once that time is over at `as_of` (default: the window's end).
///
/// **Left out:** Sessions: `no_account` (with `anonymous` set to `exclude`), `window_open`. Tickets: `merged`,
/// `spam`, `deleted` (without an answer), `through_session` (the issue counts through the session), `window_open`.
///
/// **Interval:** Wilson.
///
/// **Sources:** S4: Asks after a visit whether the issue is solved, and divides the successes by all customer
/// issues, times 100: the variant `of_issues`. It also speaks of the share of customers; its formula decides.
/// Quotes Gartner's mean of 14 %.
///
/// **Inputs:**
/// - `completed`: sessions whose visitor said solved, and made no contact.
/// - `issues`: issues: sessions, and tickets that no session of the customer came before.
///
/// # Errors
/// `as_of_required` where no window says when to look; `missing_records` where sessions without `contacted_at` come
/// with neither tickets nor contacts; `bad_parameter`; `bad_input` in the formula for a count that is none, or is
/// more than the whole of which it is a part. `bad_input` for an input that is not allowed.
///
/// # Examples
/// 100 sessions, 20 of them said to be solved, and 50 tickets, 10 of them after a session: 100 × 20 ÷ (100 + 40).
///
/// ```
/// let figures = kpi_core::formula::self_service_completion_rate(20, 140)?;
/// assert_eq!(figures.value().unwrap().to_string(), "14.285714286");
/// # Ok::<(), kpi_core::Error>(())
/// ```
pub fn self_service_completion_rate(completed: u64, issues: u64) -> Result<Figures> {
    of("self_service_completion_rate", "of_issues", [("completed", completed.into()), ("issues", issues.into())])
}

/// The share of self-service sessions that solved the issue, by the customers' own word.
///
/// **Formula:** 100 × sessions that were said to be solved and that no contact followed within `link_within` ÷
/// sessions.
///
/// **Gives:** `share` (percent, 0 to 100), `completed` (count, 0 or more), `sessions` (count, 0 or more).
///
/// **Counted:** Sessions by when they began. A contact is the next ticket that the customer opened, or the next
/// inbound call or chat, of the same account, or being handed over to a person. A session counts once that time is
/// over at `as_of` (default: the window's end).
///
/// **Left out:** `no_account` (with `anonymous` set to `exclude`), `window_open`.
///
/// **Interval:** Wilson.
///
/// **Sources:** S4: Asks after a visit whether the issue is solved, and divides the successes by all customer
/// issues, times 100: the variant `of_issues`. It also speaks of the share of customers; its formula decides.
/// Quotes Gartner's mean of 14 %.
///
/// **Inputs:**
/// - `completed`: sessions whose visitor said solved, and made no contact.
/// - `sessions`: sessions.
///
/// # Errors
/// `as_of_required` where no window says when to look; `missing_records` where sessions without `contacted_at` come
/// with neither tickets nor contacts; `bad_parameter`; `bad_input` in the formula for a count that is none, or is
/// more than the whole of which it is a part. `bad_input` for an input that is not allowed.
///
/// # Examples
/// Of 100 sessions 20 were said to be solved, and no contact followed: 100 × 20 ÷ 100.
///
/// ```
/// let figures = kpi_core::formula::self_service_completion_rate_of_sessions(20, 100)?;
/// assert_eq!(figures.value().unwrap().to_string(), "20");
/// # Ok::<(), kpi_core::Error>(())
/// ```
pub fn self_service_completion_rate_of_sessions(completed: u64, sessions: u64) -> Result<Figures> {
    of("self_service_completion_rate", "of_sessions", [("completed", completed.into()), ("sessions", sessions.into())])
}

/// The share of conversations with a bot that needed no person, then or within a day.
///
/// **Formula:** 100 × conversations that were not handed over, not said to be unsolved and not followed by a
/// contact within `link_within` ÷ conversations with a bot.
///
/// **Gives:** `share` (percent, 0 to 100), `contained` (count, 0 or more), `conversations` (count, 0 or more).
///
/// **Counted:** Conversations with a bot: sessions of kind chatbot, by when they began, and tickets on which a bot
/// worked, by when they were created. It worked on a ticket where it replied, handed it over or resolved it; where
/// a session of the account began within `link_within` before, the session counts instead. A session is contained
/// where the bot did not hand over, the visitor did not say that it was unsolved, and no ticket of the customer and
/// no inbound call or chat of the account came within `link_within` after its start. A ticket is contained where
/// the bot resolved it, handed nothing over and no person replied, and within `link_within` of its first resolution
/// it was not reopened and no ticket of the same account and type followed. A session counts once that time is over
/// at `as_of` (default: the window's end), and a ticket likewise, from its first resolution, or from its creation
/// where it is open.
///
/// **Left out:** Sessions: `other_session`, `no_account` (with `anonymous` set to `exclude`), `window_open`.
/// Tickets: `merged`, `spam`, `deleted` (without an answer), `no_bot`, `through_session` (the conversation counts
/// through the session), `window_open`.
///
/// **Interval:** Wilson.
///
/// **Sources:** S0: Tells of bots that answer within seconds; it gives no formula. S4: Counts chatbots among
/// self-service, whose success is to solve an issue without an agent; it gives no formula of their own.
///
/// **Inputs:**
/// - `contained`: conversations that needed no person.
/// - `conversations`: conversations with a bot.
///
/// # Errors
/// `as_of_required` where no window says when to look; `missing_records` where sessions without `contacted_at` come
/// with neither tickets nor contacts; `bad_parameter`; `bad_input` in the formula for a count that is none, or is
/// more than the whole of which it is a part. `bad_input` for an input that is not allowed.
///
/// # Examples
/// Of ten conversations two were handed over, one ended unsolved, and after another the customer called an hour
/// later: 100 × 6 ÷ 10.
///
/// ```
/// let figures = kpi_core::formula::bot_containment_rate(6, 10)?;
/// assert_eq!(figures.value().unwrap().to_string(), "60");
/// # Ok::<(), kpi_core::Error>(())
/// ```
pub fn bot_containment_rate(contained: u64, conversations: u64) -> Result<Figures> {
    of("bot_containment_rate", "contained", [("contained", contained.into()), ("conversations", conversations.into())])
}

/// The share of conversations that the bot handed over to a person.
///
/// **Formula:** 100 × conversations that were handed over ÷ conversations with a bot.
///
/// **Gives:** `share` (percent, 0 to 100), `handed_over` (count, 0 or more), `conversations` (count, 0 or more).
///
/// **Counted:** Conversations with a bot: sessions of kind chatbot, by when they began, and tickets on which a bot
/// worked, by when they were created. It worked on a ticket where it replied, handed it over or resolved it; where
/// a session of the account began within `link_within` before, the session counts instead.
///
/// **Left out:** Sessions: `other_session`. Tickets: `merged`, `spam`, `deleted` (without an answer), `no_bot`,
/// `through_session` (the conversation counts through the session).
///
/// **Interval:** Wilson.
///
/// **Sources:** S0: Tells of bots that answer within seconds; it gives no formula. S4: Counts chatbots among
/// self-service, whose success is to solve an issue without an agent; it gives no formula of their own.
///
/// **Inputs:**
/// - `handed_over`: conversations that the bot handed over to a person.
/// - `conversations`: conversations with a bot.
///
/// # Errors
/// `bad_input` in the formula where more were handed over than there were. `bad_input` for an input that is not
/// allowed.
///
/// # Examples
/// Of ten conversations two were handed over: 100 × 2 ÷ 10.
///
/// ```
/// let figures = kpi_core::formula::bot_containment_rate_bot_handover_rate(2, 10)?;
/// assert_eq!(figures.value().unwrap().to_string(), "20");
/// # Ok::<(), kpi_core::Error>(())
/// ```
pub fn bot_containment_rate_bot_handover_rate(handed_over: u64, conversations: u64) -> Result<Figures> {
    of(
        "bot_containment_rate",
        "bot_handover_rate",
        [("handed_over", handed_over.into()), ("conversations", conversations.into())],
    )
}

/// How many articles the knowledge base has, whether they help, whether they are read, and how many are stale.
///
/// **Formula:** articles there at the end of the bucket; helpful share: 100 × helpful votes ÷ (helpful + unhelpful
/// votes); views per article: views ÷ articles whose views are known; stale share: 100 × articles whose last change
/// lies more than `stale_after` back ÷ articles.
///
/// **Gives:** `count` (count, 0 or more), `helpful_share` (percent, 0 to 100), `views_per_article` (ratio, 0 or
/// more), `stale_share` (percent, 0 to 100).
///
/// **Counted:** Articles that are there just before the end of the bucket: published before it and not taken down
/// before it. The last change is the update where there was one before that instant, else the publication. Votes
/// that are not known count as none.
///
/// **Left out:** Nothing; an article that is not there at the end of a bucket does not count in it.
///
/// **Interval:** Wilson for both shares, none for the others.
///
/// **Sources:** S1: A large number of good articles lowers the cost of solving inquiries, and poor ones raise it,
/// so their quality has to be managed. How quality is measured it leaves open.
///
/// **Inputs:**
/// - `articles`: articles.
/// - `helpful`: votes of readers who found one helpful.
/// - `unhelpful`: votes of readers who did not.
/// - `views`: views of all articles.
/// - `stale`: articles that were not changed for too long.
///
/// # Errors
/// `window_required`; `bad_input` in the formula where more articles are stale than there are. `bad_input` for an
/// input that is not allowed.
///
/// # Examples
/// 40 articles; 90 of 120 votes say helpful: 75 %; 2,000 ÷ 40 = 50 views per article; 10 were not changed for 180
/// days: 25 %.
///
/// ```
/// let figures = kpi_core::formula::knowledge_base_articles(40, 90, 30, 2000, 10)?;
/// assert_eq!(figures.value().unwrap().to_string(), "40");
/// # Ok::<(), kpi_core::Error>(())
/// ```
pub fn knowledge_base_articles(articles: u64, helpful: u64, unhelpful: u64, views: u64, stale: u64) -> Result<Figures> {
    of(
        "knowledge_base_articles",
        "standard",
        [
            ("articles", articles.into()),
            ("helpful", helpful.into()),
            ("unhelpful", unhelpful.into()),
            ("views", views.into()),
            ("stale", stale.into()),
        ],
    )
}

/// The share of the customers at the start who are still there at the end.
///
/// **Formula:** 100 × (end − acquired) ÷ start; acquired: customers at the end who were none at the start, so that
/// this is customers at both ends ÷ customers at the start.
///
/// **Gives:** `rate` (percent, 0 to 100), `start` (count, 0 or more), `end` (count, 0 or more), `acquired` (count,
/// 0 or more).
///
/// **Counted:** Accounts. A customer at an instant has started before it and has not ended before it, so one
/// period's closing balance is the next one's opening balance.
///
/// **Left out:** Nothing; accounts that are customers at neither end of a bucket do not count in it.
///
/// **Interval:** Wilson.
///
/// **Sources:** S4: (Customers at the end − customers acquired) ÷ customers at the start, times 100. Speaks of
/// users in one place and of paying customers in another, which is a slip: both must be of one population. Its mean
/// over all industries, 46.9 % after one month, is of users. S1: Customers who stayed ÷ customers at the beginning.
/// `identity` is the default, because there S4's form and this one agree (ruling B3). S0: Means another thing by
/// the name: the customers who buy again, which it calls a number; here that is `repeat_purchase_rate`. 5 % more
/// retention raises profit by 25 to 95 %. S3: Takes retention for the KPI that service should be judged by, without
/// a formula: every other KPI is held against it. Quotes Harvard Business School: 5 % more retention is 25 to 95 %
/// more profit.
///
/// **Inputs:**
/// - `start`: customers at the start.
/// - `end`: customers at the end.
/// - `acquired`: customers acquired; of the identity form only those who are there at the end.
///
/// # Errors
/// `window_required`; `cohort_mismatch` in the formula where acquired is more than end, or end − acquired more than
/// start. `bad_input` for an input that is not allowed.
///
/// # Examples
/// 13 customers at the start, 14 at the end, 2 of them new: 100 × 12 ÷ 13.
///
/// ```
/// let figures = kpi_core::formula::retention_rate(13, 14, 2)?;
/// assert_eq!(figures.value().unwrap().to_string(), "92.307692308");
/// # Ok::<(), kpi_core::Error>(())
/// ```
pub fn retention_rate(start: u64, end: u64, acquired: u64) -> Result<Figures> {
    of("retention_rate", "identity", [("start", start.into()), ("end", end.into()), ("acquired", acquired.into())])
}

/// S4's retention form taken literally: everyone acquired in the period is taken from the end, also those already
/// gone. It can leave 0 to 100.
///
/// **Formula:** 100 × (end − acquired) ÷ start; acquired: everyone who became a customer in the period.
///
/// **Gives:** `rate` (percent, any), `start` (count, 0 or more), `end` (count, 0 or more), `acquired` (count, 0 or
/// more).
///
/// **Counted:** Accounts. A customer at an instant has started before it and has not ended before it, so one
/// period's closing balance is the next one's opening balance.
///
/// **Left out:** Nothing; accounts that are customers at neither end of a bucket and do not start in it do not
/// count in it.
///
/// **Interval:** None: it is not a share.
///
/// **Sources:** S4: (Customers at the end − customers acquired) ÷ customers at the start, times 100. Speaks of
/// users in one place and of paying customers in another, which is a slip: both must be of one population. Its mean
/// over all industries, 46.9 % after one month, is of users. S1: Customers who stayed ÷ customers at the beginning.
/// `identity` is the default, because there S4's form and this one agree (ruling B3). S0: Means another thing by
/// the name: the customers who buy again, which it calls a number; here that is `repeat_purchase_rate`. 5 % more
/// retention raises profit by 25 to 95 %. S3: Takes retention for the KPI that service should be judged by, without
/// a formula: every other KPI is held against it. Quotes Harvard Business School: 5 % more retention is 25 to 95 %
/// more profit.
///
/// **Inputs:**
/// - `start`: customers at the start.
/// - `end`: customers at the end.
/// - `acquired`: customers acquired; of the identity form only those who are there at the end.
///
/// # Errors
/// `window_required`. `bad_input` for an input that is not allowed.
///
/// # Examples
/// Customers a and b stay, c joins on the 5th and leaves on the 20th: 100 × (2 − 1) ÷ 2, though both stayed.
///
/// ```
/// let figures = kpi_core::formula::retention_rate_s4_literal(2, 2, 1)?;
/// assert_eq!(figures.value().unwrap().to_string(), "50");
/// # Ok::<(), kpi_core::Error>(())
/// ```
pub fn retention_rate_s4_literal(start: u64, end: u64, acquired: u64) -> Result<Figures> {
    of("retention_rate", "s4_literal", [("start", start.into()), ("end", end.into()), ("acquired", acquired.into())])
}

/// The share of the customers at the start who are no longer there at the end.
///
/// **Formula:** 100 × start customers who are not there at the end ÷ start customers, which is 100 − retention rate
/// exactly.
///
/// **Gives:** `rate` (percent, 0 to 100), `lost` (count, 0 or more), `start` (count, 0 or more), `share_of_start`
/// (percent, 0 to 100).
///
/// **Counted:** Accounts. A customer at an instant has started before it and has not ended before it, so one
/// period's closing balance is the next one's opening balance.
///
/// **Left out:** Nothing.
///
/// **Interval:** Wilson.
///
/// **Sources:** S4: Customers lost in the period ÷ customers at its start, times 100: the opposite of retention,
/// hence the default. The mean of SaaS is about 1 to 7 % a year, which clashes with the 46.9 % of users that it has
/// stay after one month: they cannot be the same people. S1: The share of customers who stop using the product or
/// service. S0: Names churn as a KPI of service, because bad service makes customers leave. S3: Quotes that bad
/// service has already made 71 % of consumers leave a company. S2: Names customer turnover and counts applications
/// of existing customers: that is `customer_turnover`, not this.
///
/// **Inputs:**
/// - `lost`: customers at the start who are not there at the end.
/// - `start`: customers at the start.
///
/// # Errors
/// `window_required`; `bad_input` in the formula where more are lost than there were. `bad_input` for an input that
/// is not allowed.
///
/// # Examples
/// Of 13 customers at the start 2 are not there at the end: 100 × 2 ÷ 13.
///
/// ```
/// let figures = kpi_core::formula::churn_rate(2, 13)?;
/// assert_eq!(figures.value().unwrap().to_string(), "15.384615385");
/// # Ok::<(), kpi_core::Error>(())
/// ```
pub fn churn_rate(lost: u64, start: u64) -> Result<Figures> {
    of("churn_rate", "lost", [("lost", lost.into()), ("start", start.into())])
}

/// How often customers left in the period, for each hundred at its start. It can pass 100.
///
/// **Formula:** 100 × losses in the period ÷ start customers.
///
/// **Gives:** `rate` (percent, 0 or more), `losses` (count, 0 or more), `start` (count, 0 or more).
///
/// **Counted:** Accounts whose end lies in the bucket, also those that began in it; and the customers at its start.
///
/// **Left out:** Nothing.
///
/// **Interval:** None: it is not a share.
///
/// **Sources:** S4: Taken literally: customers lost in the period, whoever they are, ÷ customers at its start.
///
/// **Inputs:**
/// - `losses`: times that a customer left in the period.
/// - `start`: customers at the start.
///
/// # Errors
/// `window_required`. `bad_input` for an input that is not allowed.
///
/// # Examples
/// a leaves; e joins and leaves; b leaves and returns: 3 losses of 4 start customers.
///
/// ```
/// let figures = kpi_core::formula::churn_rate_loss_events(3, 4)?;
/// assert_eq!(figures.value().unwrap().to_string(), "75");
/// # Ok::<(), kpi_core::Error>(())
/// ```
pub fn churn_rate_loss_events(losses: u64, start: u64) -> Result<Figures> {
    of("churn_rate", "loss_events", [("losses", losses.into()), ("start", start.into())])
}

/// The share of bad ratings after which the customer left within 30 days.
///
/// **Formula:** 100 × bad ratings whose account ended within the time ÷ bad ratings; bad: one of the two worst
/// points of the scale.
///
/// **Gives:** `rate` (percent, 0 to 100), `lost` (count, 0 or more), `ratings` (count, 0 or more).
///
/// **Counted:** Answers of the wanted kind in the two worst points of the scale, whose time is over at `as_of`
/// (default: the window's end). When an account ended comes from the accounts.
///
/// **Left out:** `other_kind`, `replaced`, `unanswered`, `other_rating` (not bad), `no_account`, `already_left`
/// (the account had ended before), `window_open`.
///
/// **Interval:** Wilson.
///
/// **Sources:** S0: Bad service is followed by leaving: almost nine of ten customers who met it buy from a
/// competitor within a year, which is another time than the one here.
///
/// **Inputs:**
/// - `lost`: bad ratings whose customer left within the time.
/// - `ratings`: bad ratings.
///
/// # Errors
/// `unknown_account` where an answer names an account that is not there; `missing_records` without accounts;
/// `as_of_required`; `bad_scale`. `bad_input` for an input that is not allowed.
///
/// # Examples
/// Of 12 bad ratings 3 were followed by the end of the account within 30 days: 100 × 3 ÷ 12.
///
/// ```
/// let figures = kpi_core::formula::churn_rate_after_bad_rating(3, 12)?;
/// assert_eq!(figures.value().unwrap().to_string(), "25");
/// # Ok::<(), kpi_core::Error>(())
/// ```
pub fn churn_rate_after_bad_rating(lost: u64, ratings: u64) -> Result<Figures> {
    of("churn_rate", "after_bad_rating", [("lost", lost.into()), ("ratings", ratings.into())])
}

/// How long customers stay, those who are still there included.
///
/// **Formula:** median: the time after which half are still customers, by the Kaplan–Meier curve: the product over
/// the times at which customers left of 1 − left then ÷ there until then.
///
/// **Gives:** `median` (seconds, 0 or more), `p90` (seconds, 0 or more), `restricted_mean` (seconds, 0 or more),
/// `events` (count, 0 or more), `censored` (count, 0 or more), `count` (count, 0 or more).
///
/// **Counted:** Accounts in the bucket of their start, so that a bucket is a cohort. Those that have not ended
/// count with the time that they have been customers: until `as_of` (default: the window's end). An end after
/// `as_of` is not known yet.
///
/// **Left out:** Nothing.
///
/// **Interval:** Median and p90: from the first to the last time at which the limits of the curve allow them, by
/// Greenwood's variance on the scale of ln(−ln S); without an upper end where the upper limit does not come down so
/// far. Restricted mean: normal. Shares still open: the limits of the curve, where it is neither 1 nor 0.
///
/// **Sources:** E. L. Kaplan, P. Meier (1958), Nonparametric Estimation from Incomplete Observations, JASA: How
/// durations that have not all ended make one curve; R says what the median is where the curve stays at one half.
/// S3: Asks whether customers of one channel stay loyal longer than those of another. S1: The share of customers
/// who stop using the product or service.
///
/// **Inputs:**
/// - `durations`: times in seconds until the event, or, where it has not happened, until the last look.
/// - `observed`: for each of them, whether its event has happened.
///
/// # Errors
/// `wrong_order` where an account ends before it starts; `as_of_required` where something has not ended and neither
/// `as_of` nor a window says when you look; `bad_parameter`; in the formula `negative` for a negative duration,
/// `bad_input` where there is not one flag for each duration. `bad_input` for an input that is not allowed.
///
/// # Examples
/// Two leave after 30 and 90 days; one is still there after 60. There after 30 days: 2/3; after 90 days: 0, the
/// first time at most one half: 90 days, or 7,776,000 s.
///
/// ```
/// use kpi_core::Duration;
/// let figures = kpi_core::formula::churn_rate_survival(&[2592000, 5184000, 7776000].map(Duration::seconds), &[true, false, true])?;
/// assert_eq!(figures.value().unwrap().to_string(), "7776000");
/// # Ok::<(), kpi_core::Error>(())
/// ```
pub fn churn_rate_survival(durations: &[Duration], observed: &[bool]) -> Result<Figures> {
    of("churn_rate", "survival", [("durations", durations.into()), ("observed", observed.into())])
}

/// The share of the customers who bought in the period that bought more than once in it.
///
/// **Formula:** 100 × customers with at least two purchases ÷ customers with at least one.
///
/// **Gives:** `rate` (percent, 0 to 100), `repeat` (count, 0 or more), `customers` (count, 0 or more).
///
/// **Counted:** Conversions of kind purchase, by their instant; several on one day count as given. Each customer
/// once in every bucket and group.
///
/// **Left out:** `other_conversion` (not a purchase), `refunded` (canceled, or a refund names its order),
/// `no_account`.
///
/// **Interval:** Wilson.
///
/// **Sources:** S0: The number of customers who buy a second time or more often. It calls this customer retention
/// rate; `retention_rate` here is what S1 and S4 mean by it. S3: Takes customers who come back for the last proof
/// of good service; it gives no formula.
///
/// **Inputs:**
/// - `repeat`: customers who bought again.
/// - `customers`: customers who bought.
///
/// # Errors
/// `bad_input` in the formula where more buy again than buy. `bad_input` for an input that is not allowed.
///
/// # Examples
/// Of 120 customers who bought 30 bought at least twice: 100 × 30 ÷ 120.
///
/// ```
/// let figures = kpi_core::formula::repeat_purchase_rate(30, 120)?;
/// assert_eq!(figures.value().unwrap().to_string(), "25");
/// # Ok::<(), kpi_core::Error>(())
/// ```
pub fn repeat_purchase_rate(repeat: u64, customers: u64) -> Result<Figures> {
    of("repeat_purchase_rate", "within_window", [("repeat", repeat.into()), ("customers", customers.into())])
}

/// The share of the customers who bought in the period that had bought before it.
///
/// **Formula:** 100 × customers of the period whose first purchase was before it ÷ customers of the period.
///
/// **Gives:** `rate` (percent, 0 to 100), `repeat` (count, 0 or more), `customers` (count, 0 or more).
///
/// **Counted:** Conversions of kind purchase, by their instant; the first purchase is the first of all that were
/// given, also before the window. Each customer once in every bucket and group.
///
/// **Left out:** `other_conversion` (not a purchase), `refunded` (canceled, or a refund names its order),
/// `no_account`.
///
/// **Interval:** Wilson.
///
/// **Sources:** S0: The number of customers who buy a second time or more often. It calls this customer retention
/// rate; `retention_rate` here is what S1 and S4 mean by it. S3: Takes customers who come back for the last proof
/// of good service; it gives no formula.
///
/// **Inputs:**
/// - `repeat`: customers who bought again.
/// - `customers`: customers who bought.
///
/// # Errors
/// `window_required`; `bad_input` in the formula where more buy again than buy. `bad_input` for an input that is
/// not allowed.
///
/// # Examples
/// One customer bought in November and again in January: in January 100 × 1 ÷ 1.
///
/// ```
/// let figures = kpi_core::formula::repeat_purchase_rate_returning(1, 1)?;
/// assert_eq!(figures.value().unwrap().to_string(), "100");
/// # Ok::<(), kpi_core::Error>(())
/// ```
pub fn repeat_purchase_rate_returning(repeat: u64, customers: u64) -> Result<Figures> {
    of("repeat_purchase_rate", "returning", [("repeat", repeat.into()), ("customers", customers.into())])
}

/// The share of complaints after which the customer bought again within 30 days; by whether the complaint was
/// resolved within a day.
///
/// **Formula:** 100 × complaints followed by a purchase of the same account within the time ÷ complaints; the same
/// over those resolved within `resolved_within` (`rate_quick`) and over the others (`rate_slow`).
///
/// **Gives:** `rate` (percent, 0 to 100), `rate_quick` (percent, 0 to 100), `rate_slow` (percent, 0 to 100),
/// `repeat` (count, 0 or more), `complaints` (count, 0 or more).
///
/// **Counted:** Tickets that are complaints and name an account, by creation, whose time is over at `as_of`
/// (default: the window's end). A purchase that was canceled or refunded does not count.
///
/// **Left out:** `merged`, `spam`, `deleted` without an answer, `no_complaint`, `no_account`, `window_open`.
///
/// **Interval:** Wilson.
///
/// **Sources:** S0: Of business customers who complain of an error that cost them over 100 USD, 82 % buy again
/// where it is quickly resolved. How quickly, and until when they buy, it leaves open: the day and the 30 days are
/// parameters here.
///
/// **Inputs:**
/// - `bought_quick`: quickly resolved complaints after which the customer bought again.
/// - `quick`: quickly resolved complaints.
/// - `bought_slow`: other complaints after which the customer bought again.
/// - `slow`: other complaints: resolved later, or not at all.
///
/// # Errors
/// `missing_records` without conversions; `as_of_required`; `bad_input` in the formula where more bought than
/// complained. `bad_input` for an input that is not allowed.
///
/// # Examples
/// 8 of 10 quickly resolved complaints and 6 of 30 others were followed by a purchase: 100 × 14 ÷ 40; 80 % against
/// 20 %.
///
/// ```
/// let figures = kpi_core::formula::repeat_purchase_rate_after_complaint(8, 10, 6, 30)?;
/// assert_eq!(figures.value().unwrap().to_string(), "35");
/// # Ok::<(), kpi_core::Error>(())
/// ```
pub fn repeat_purchase_rate_after_complaint(
    bought_quick: u64,
    quick: u64,
    bought_slow: u64,
    slow: u64,
) -> Result<Figures> {
    of(
        "repeat_purchase_rate",
        "after_complaint",
        [
            ("bought_quick", bought_quick.into()),
            ("quick", quick.into()),
            ("bought_slow", bought_slow.into()),
            ("slow", slow.into()),
        ],
    )
}

/// The share of abandoned calls and chats after which the customer bought within 30 days.
///
/// **Formula:** 100 × abandoned contacts followed by a purchase of the same account within the time ÷ abandoned
/// contacts.
///
/// **Gives:** `rate` (percent, 0 to 100), `repeat` (count, 0 or more), `contacts` (count, 0 or more).
///
/// **Counted:** Inbound contacts that were abandoned before an answer and name an account, whose time is over at
/// `as_of` (default: the window's end). A purchase that was canceled or refunded does not count.
///
/// **Left out:** `outbound`, `answered` (also who gave up on hold or in the conversation), `self_served`,
/// `callback`, `failed`, `no_account`, `window_open`.
///
/// **Interval:** Wilson.
///
/// **Sources:** S0: Of customers who give up an inquiry after a purchase, less than a fifth buy again. Until when,
/// it leaves open.
///
/// **Inputs:**
/// - `repeat`: abandoned contacts after which the customer bought.
/// - `contacts`: abandoned contacts.
///
/// # Errors
/// `missing_records` without conversions; `as_of_required`; `bad_input` in the formula where more bought than gave
/// up. `bad_input` for an input that is not allowed.
///
/// # Examples
/// After 9 of 60 abandoned calls the customer bought within 30 days: 100 × 9 ÷ 60.
///
/// ```
/// let figures = kpi_core::formula::repeat_purchase_rate_after_abandoned_contact(9, 60)?;
/// assert_eq!(figures.value().unwrap().to_string(), "15");
/// # Ok::<(), kpi_core::Error>(())
/// ```
pub fn repeat_purchase_rate_after_abandoned_contact(repeat: u64, contacts: u64) -> Result<Figures> {
    of("repeat_purchase_rate", "after_abandoned_contact", [("repeat", repeat.into()), ("contacts", contacts.into())])
}

/// How many requests to cancel came from existing customers.
///
/// **Formula:** number of tickets of the types that ask to cancel, by accounts that are customers.
///
/// **Gives:** `requests` (count, 0 or more).
///
/// **Counted:** Tickets of the wanted types, by creation, whose account was a customer just before. Each request
/// counts, also several of one account.
///
/// **Left out:** `merged`, `spam`, `deleted` without an answer, `other_type`, `no_account`, `not_yet_customer`,
/// `already_left`.
///
/// **Interval:** None: it is a count.
///
/// **Sources:** S2: Wants to know why customers stop using the services. It calls this a rate, and counts the
/// applications of existing customers in a period: hence `count` is the default. What they apply for it leaves
/// open; here they ask to cancel.
///
/// **Inputs:**
/// - `requests`: requests to cancel by existing customers.
///
/// # Errors
/// `missing_records` without accounts; `unknown_account` where a ticket names an account that is not there;
/// `bad_parameter`. `bad_input` for an input that is not allowed.
///
/// # Examples
/// 12 customers wrote that they want to cancel.
///
/// ```
/// let figures = kpi_core::formula::customer_turnover(12)?;
/// assert_eq!(figures.value().unwrap().to_string(), "12");
/// # Ok::<(), kpi_core::Error>(())
/// ```
pub fn customer_turnover(requests: u64) -> Result<Figures> {
    of("customer_turnover", "count", [("requests", requests.into())])
}

/// How many requests to cancel came from existing customers, for each hundred at the start.
///
/// **Formula:** 100 × tickets of the types that ask to cancel, by accounts that are customers ÷ customers at the
/// start.
///
/// **Gives:** `rate` (percent, 0 or more), `requests` (count, 0 or more), `customers` (count, 0 or more).
///
/// **Counted:** Tickets of the wanted types, by creation, whose account was a customer just before. Each request
/// counts, also several of one account.
///
/// **Left out:** `merged`, `spam`, `deleted` without an answer, `other_type`, `no_account`, `not_yet_customer`,
/// `already_left`.
///
/// **Interval:** None: one total by another, and a customer can ask twice.
///
/// **Sources:** S2: Wants to know why customers stop using the services. It calls this a rate, and counts the
/// applications of existing customers in a period: hence `count` is the default. What they apply for it leaves
/// open; here they ask to cancel.
///
/// **Inputs:**
/// - `requests`: requests to cancel by existing customers.
/// - `customers`: customers at the start.
///
/// # Errors
/// `window_required`; `missing_records` without accounts; `unknown_account` where a ticket names an account that is
/// not there; `bad_parameter`. `bad_input` for an input that is not allowed.
///
/// # Examples
/// 12 requests to cancel, 400 customers at the start: 100 × 12 ÷ 400.
///
/// ```
/// let figures = kpi_core::formula::customer_turnover_rate(12, 400)?;
/// assert_eq!(figures.value().unwrap().to_string(), "3");
/// # Ok::<(), kpi_core::Error>(())
/// ```
pub fn customer_turnover_rate(requests: u64, customers: u64) -> Result<Figures> {
    of("customer_turnover", "rate", [("requests", requests.into()), ("customers", customers.into())])
}

/// By how much monthly recurring revenue grew, and what the growth is made of.
///
/// **Formula:** 100 × (closing − opening) ÷ opening.
///
/// **Gives:** `rate` (percent, any), `opening` (money, any), `closing` (money, any), `new` (money, any),
/// `expansion` (money, any), `contraction` (money, any), `churned` (money, any), `reactivation` (money, any),
/// `accounts` (count, 0 or more).
///
/// **Counted:** Subscriptions. What an account pays at an instant is the sum of its subscriptions that run just
/// before it. Movements are of the account, from the start of the bucket to its end, in exactly one class: new (it
/// never paid before), reactivation (it had), expansion, contraction or churned. So opening + new + reactivation +
/// expansion − contraction − churned = closing.
///
/// **Left out:** Nothing; subscriptions that run neither at the start nor at the end of a bucket do not count in
/// it.
///
/// **Interval:** None: it is a sum over all accounts, not a sample.
///
/// **Sources:** S1: Lists it, and leaves it out where it explains its list: `growth` follows the name. Field:
/// Subscription businesses take growth apart into movements, and quote net and gross revenue retention and the
/// quick ratio.
///
/// **Inputs:**
/// - `opening`: monthly recurring revenue at the start.
/// - `new`: revenue of accounts that never had any before.
/// - `reactivation`: revenue of accounts that come back.
/// - `expansion`: what accounts pay more at the end than at the start.
/// - `contraction`: what accounts that stay pay less at the end than at the start.
/// - `churned`: revenue of accounts that have none at the end.
///
/// # Errors
/// `window_required`; `mixed_currencies` without a rate; `unknown_currency`; `negative`; `bad_input` in the formula
/// where more is lost than there was. `bad_input` for an input that is not allowed.
///
/// # Examples
/// 100,000 + 12,000 + 1,000 + 5,000 − 2,000 − 4,000 = 112,000: 100 × 12,000 ÷ 100,000.
///
/// ```
/// let figures = kpi_core::formula::mrr_growth_rate("100000".parse()?, "12000".parse()?, "1000".parse()?, "5000".parse()?, "2000".parse()?, "4000".parse()?)?;
/// assert_eq!(figures.value().unwrap().to_string(), "12");
/// # Ok::<(), kpi_core::Error>(())
/// ```
pub fn mrr_growth_rate(
    opening: Amount,
    new: Amount,
    reactivation: Amount,
    expansion: Amount,
    contraction: Amount,
    churned: Amount,
) -> Result<Figures> {
    of(
        "mrr_growth_rate",
        "growth",
        [
            ("opening", opening.into()),
            ("new", new.into()),
            ("reactivation", reactivation.into()),
            ("expansion", expansion.into()),
            ("contraction", contraction.into()),
            ("churned", churned.into()),
        ],
    )
}

/// What the accounts of the start pay at the end, in percent of what they paid at the start. It can pass 100.
///
/// **Formula:** 100 × (opening + expansion − contraction − churned) ÷ opening; reactivation is not in it.
///
/// **Gives:** `rate` (percent, 0 or more), `opening` (money, any), `retained` (money, any).
///
/// **Counted:** Subscriptions. What an account pays at an instant is the sum of its subscriptions that run just
/// before it. Movements are of the account, from the start of the bucket to its end, in exactly one class: new (it
/// never paid before), reactivation (it had), expansion, contraction or churned. So opening + new + reactivation +
/// expansion − contraction − churned = closing.
///
/// **Left out:** Nothing; subscriptions that run neither at the start nor at the end of a bucket do not count in
/// it.
///
/// **Interval:** None: it is a sum over all accounts, not a sample.
///
/// **Sources:** S1: Lists it, and leaves it out where it explains its list: `growth` follows the name. Field:
/// Subscription businesses take growth apart into movements, and quote net and gross revenue retention and the
/// quick ratio.
///
/// **Inputs:**
/// - `opening`: monthly recurring revenue at the start.
/// - `expansion`: what accounts pay more at the end than at the start.
/// - `contraction`: what accounts that stay pay less at the end than at the start.
/// - `churned`: revenue of accounts that have none at the end.
///
/// # Errors
/// `window_required`; `mixed_currencies` without a rate; `unknown_currency`; `negative`; `bad_input` in the formula
/// where more is lost than there was. `bad_input` for an input that is not allowed.
///
/// # Examples
/// 100 × (100,000 + 5,000 − 2,000 − 4,000) ÷ 100,000; the 1,000 that came back is not in it.
///
/// ```
/// let figures = kpi_core::formula::mrr_growth_rate_net_revenue_retention("100000".parse()?, "5000".parse()?, "2000".parse()?, "4000".parse()?)?;
/// assert_eq!(figures.value().unwrap().to_string(), "99");
/// # Ok::<(), kpi_core::Error>(())
/// ```
pub fn mrr_growth_rate_net_revenue_retention(
    opening: Amount,
    expansion: Amount,
    contraction: Amount,
    churned: Amount,
) -> Result<Figures> {
    of(
        "mrr_growth_rate",
        "net_revenue_retention",
        [
            ("opening", opening.into()),
            ("expansion", expansion.into()),
            ("contraction", contraction.into()),
            ("churned", churned.into()),
        ],
    )
}

/// What is left of the revenue of the start, without what accounts pay more.
///
/// **Formula:** 100 × sum of min(opening, closing) of each account ÷ sum of opening.
///
/// **Gives:** `rate` (percent, 0 to 100), `opening` (money, any), `retained` (money, any).
///
/// **Counted:** Subscriptions. What an account pays at an instant is the sum of its subscriptions that run just
/// before it. Movements are of the account, from the start of the bucket to its end, in exactly one class: new (it
/// never paid before), reactivation (it had), expansion, contraction or churned. So opening + new + reactivation +
/// expansion − contraction − churned = closing.
///
/// **Left out:** Nothing; subscriptions that run neither at the start nor at the end of a bucket do not count in
/// it.
///
/// **Interval:** None: it is a sum over all accounts, not a sample.
///
/// **Sources:** S1: Lists it, and leaves it out where it explains its list: `growth` follows the name. Field:
/// Subscription businesses take growth apart into movements, and quote net and gross revenue retention and the
/// quick ratio.
///
/// **Inputs:**
/// - `opening`: monthly recurring revenue at the start.
/// - `contraction`: what accounts that stay pay less at the end than at the start.
/// - `churned`: revenue of accounts that have none at the end.
///
/// # Errors
/// `window_required`; `mixed_currencies` without a rate; `unknown_currency`; `negative`; `bad_input` in the formula
/// where more is lost than there was. `bad_input` for an input that is not allowed.
///
/// # Examples
/// 100 × (100,000 − 2,000 − 4,000) ÷ 100,000.
///
/// ```
/// let figures = kpi_core::formula::mrr_growth_rate_gross_revenue_retention("100000".parse()?, "2000".parse()?, "4000".parse()?)?;
/// assert_eq!(figures.value().unwrap().to_string(), "94");
/// # Ok::<(), kpi_core::Error>(())
/// ```
pub fn mrr_growth_rate_gross_revenue_retention(
    opening: Amount,
    contraction: Amount,
    churned: Amount,
) -> Result<Figures> {
    of(
        "mrr_growth_rate",
        "gross_revenue_retention",
        [("opening", opening.into()), ("contraction", contraction.into()), ("churned", churned.into())],
    )
}

/// How much recurring revenue is gained for each unit that is lost.
///
/// **Formula:** (new + reactivation + expansion) ÷ (contraction + churned).
///
/// **Gives:** `ratio` (ratio, 0 or more), `gained` (money, any), `lost` (money, any).
///
/// **Counted:** Subscriptions. What an account pays at an instant is the sum of its subscriptions that run just
/// before it. Movements are of the account, from the start of the bucket to its end, in exactly one class: new (it
/// never paid before), reactivation (it had), expansion, contraction or churned. So opening + new + reactivation +
/// expansion − contraction − churned = closing.
///
/// **Left out:** Nothing; subscriptions that run neither at the start nor at the end of a bucket do not count in
/// it.
///
/// **Interval:** None: it is a sum over all accounts, not a sample.
///
/// **Sources:** S1: Lists it, and leaves it out where it explains its list: `growth` follows the name. Field:
/// Subscription businesses take growth apart into movements, and quote net and gross revenue retention and the
/// quick ratio.
///
/// **Inputs:**
/// - `new`: revenue of accounts that never had any before.
/// - `reactivation`: revenue of accounts that come back.
/// - `expansion`: what accounts pay more at the end than at the start.
/// - `contraction`: what accounts that stay pay less at the end than at the start.
/// - `churned`: revenue of accounts that have none at the end.
///
/// # Errors
/// `window_required`; `mixed_currencies` without a rate; `unknown_currency`; `negative`; `bad_input` in the formula
/// where more is lost than there was. `bad_input` for an input that is not allowed.
///
/// # Examples
/// (12,000 + 1,000 + 5,000) ÷ (2,000 + 4,000).
///
/// ```
/// let figures = kpi_core::formula::mrr_growth_rate_quick_ratio("12000".parse()?, "1000".parse()?, "5000".parse()?, "2000".parse()?, "4000".parse()?)?;
/// assert_eq!(figures.value().unwrap().to_string(), "3");
/// # Ok::<(), kpi_core::Error>(())
/// ```
pub fn mrr_growth_rate_quick_ratio(
    new: Amount,
    reactivation: Amount,
    expansion: Amount,
    contraction: Amount,
    churned: Amount,
) -> Result<Figures> {
    of(
        "mrr_growth_rate",
        "quick_ratio",
        [
            ("new", new.into()),
            ("reactivation", reactivation.into()),
            ("expansion", expansion.into()),
            ("contraction", contraction.into()),
            ("churned", churned.into()),
        ],
    )
}

/// The share of touches that ended in a conversion, each conversion credited to the customer's last touch before
/// it.
///
/// **Formula:** 100 × touches after which the customer converts within the time, with no other touch until then ÷
/// touches.
///
/// **Gives:** `share` (percent, 0 to 100), `converted` (count, 0 or more), `touches` (count, 0 or more).
///
/// **Counted:** Touches of known customers whose `within` is over at `as_of` (default: the window's end), by their
/// instant: contacts when they joined the queue, else began; tickets when they were created; sessions when they
/// began. Of conversions the first one of the account at the touch or after it, of a kind that counts, neither
/// canceled nor refunded.
///
/// **Left out:** `outbound`, `abandoned`, `unanswered`, `callback`, `failed`, `self_served` (contacts that no
/// person answered), `merged`, `spam`, `deleted` without an answer, `through_contact` (tickets born of a contact,
/// with `all`), `no_account`, `window_open`.
///
/// **Interval:** Wilson.
///
/// **Sources:** S3: Passes on an idea that it finds good but basic: how likely somebody who meets customer service,
/// or the self-service help, is to buy or to take another step. S0: Satisfaction with service says more than
/// anything else of whether customers convert. Of those who give up a call or chat before they buy, 45 % give up
/// the purchase where nobody soon answers what they ask. S4: Leaves to the company what a conversion is: a finished
/// setup, a resolved complex issue, an upsell.
///
/// **Inputs:**
/// - `converted`: touches to which a conversion is credited.
/// - `touches`: touches.
///
/// # Errors
/// `missing_records` without conversions; `as_of_required`; `bad_parameter`; `bad_input` in the formula where more
/// convert than there are. `bad_input` for an input that is not allowed.
///
/// # Examples
/// Three contacts and then one purchase: it is credited to the last one alone, 100 × 1 ÷ 3.
///
/// ```
/// let figures = kpi_core::formula::conversion_rate(1, 3)?;
/// assert_eq!(figures.value().unwrap().to_string(), "33.333333333");
/// # Ok::<(), kpi_core::Error>(())
/// ```
pub fn conversion_rate(converted: u64, touches: u64) -> Result<Figures> {
    of("conversion_rate", "last_touch", [("converted", converted.into()), ("touches", touches.into())])
}

/// The share of touches after which the customer converted within 30 days, whatever came between.
///
/// **Formula:** 100 × touches after which the customer converts within the time ÷ touches.
///
/// **Gives:** `share` (percent, 0 to 100), `converted` (count, 0 or more), `touches` (count, 0 or more).
///
/// **Counted:** Touches of known customers whose `within` is over at `as_of` (default: the window's end), by their
/// instant: contacts when they joined the queue, else began; tickets when they were created; sessions when they
/// began. Of conversions the first one of the account at the touch or after it, of a kind that counts, neither
/// canceled nor refunded.
///
/// **Left out:** `outbound`, `abandoned`, `unanswered`, `callback`, `failed`, `self_served` (contacts that no
/// person answered), `merged`, `spam`, `deleted` without an answer, `through_contact` (tickets born of a contact,
/// with `all`), `no_account`, `window_open`.
///
/// **Interval:** Wilson.
///
/// **Sources:** S3: Passes on an idea that it finds good but basic: how likely somebody who meets customer service,
/// or the self-service help, is to buy or to take another step. S0: Satisfaction with service says more than
/// anything else of whether customers convert. Of those who give up a call or chat before they buy, 45 % give up
/// the purchase where nobody soon answers what they ask. S4: Leaves to the company what a conversion is: a finished
/// setup, a resolved complex issue, an upsell.
///
/// **Inputs:**
/// - `converted`: touches to which a conversion is credited.
/// - `touches`: touches.
///
/// # Errors
/// `missing_records` without conversions; `as_of_required`; `bad_parameter`; `bad_input` in the formula where more
/// convert than there are. `bad_input` for an input that is not allowed.
///
/// # Examples
/// Three contacts and then one purchase: all three were followed by it, 100 × 3 ÷ 3.
///
/// ```
/// let figures = kpi_core::formula::conversion_rate_any_touch(3, 3)?;
/// assert_eq!(figures.value().unwrap().to_string(), "100");
/// # Ok::<(), kpi_core::Error>(())
/// ```
pub fn conversion_rate_any_touch(converted: u64, touches: u64) -> Result<Figures> {
    of("conversion_rate", "any_touch", [("converted", converted.into()), ("touches", touches.into())])
}

/// The share of the customers with a touch who converted within 30 days of one.
///
/// **Formula:** 100 × customers with a touch after which they convert within the time ÷ customers with a touch.
///
/// **Gives:** `share` (percent, 0 to 100), `converted` (count, 0 or more), `customers` (count, 0 or more).
///
/// **Counted:** Touches of known customers whose `within` is over at `as_of` (default: the window's end), by their
/// instant: contacts when they joined the queue, else began; tickets when they were created; sessions when they
/// began. Of conversions the first one of the account at the touch or after it, of a kind that counts, neither
/// canceled nor refunded.
///
/// **Left out:** `outbound`, `abandoned`, `unanswered`, `callback`, `failed`, `self_served` (contacts that no
/// person answered), `merged`, `spam`, `deleted` without an answer, `through_contact` (tickets born of a contact,
/// with `all`), `no_account`, `window_open`.
///
/// **Interval:** Wilson.
///
/// **Sources:** S3: Passes on an idea that it finds good but basic: how likely somebody who meets customer service,
/// or the self-service help, is to buy or to take another step. S0: Satisfaction with service says more than
/// anything else of whether customers convert. Of those who give up a call or chat before they buy, 45 % give up
/// the purchase where nobody soon answers what they ask. S4: Leaves to the company what a conversion is: a finished
/// setup, a resolved complex issue, an upsell.
///
/// **Inputs:**
/// - `converted`: customers with a touch that was followed by a conversion.
/// - `customers`: customers with a touch.
///
/// # Errors
/// `missing_records` without conversions; `as_of_required`; `bad_parameter`; `bad_input` in the formula where more
/// convert than there are. `bad_input` for an input that is not allowed.
///
/// # Examples
/// One customer with three contacts and then one purchase: 100 × 1 ÷ 1.
///
/// ```
/// let figures = kpi_core::formula::conversion_rate_per_customer(1, 1)?;
/// assert_eq!(figures.value().unwrap().to_string(), "100");
/// # Ok::<(), kpi_core::Error>(())
/// ```
pub fn conversion_rate_per_customer(converted: u64, customers: u64) -> Result<Figures> {
    of("conversion_rate", "per_customer", [("converted", converted.into()), ("customers", customers.into())])
}

/// The share of touches that ended in an upsell, each sale credited to the last touch before it; and whether the
/// customers sold to stay.
///
/// **Formula:** 100 × touches after which the customer converts within the time, with no other touch until then ÷
/// touches; retention_sold, retention_not_sold: 100 × customers still there `retained_after` after their touch ÷
/// those sold to, and those with a touch and not sold to; retention_difference: the one less the other, in points;
/// guard_rail_failed: 1 where the whole interval of the difference is below 0.
///
/// **Gives:** `share` (percent, 0 to 100), `converted` (count, 0 or more), `touches` (count, 0 or more),
/// `retention_sold` (percent, 0 to 100), `retention_not_sold` (percent, 0 to 100), `retention_difference` (percent,
/// any), `guard_rail_failed` (count, 0 or more), `accounts` (count, 0 or more).
///
/// **Counted:** Touches of known customers, by their instant, whose `within` is over at `as_of` (default: the
/// window's end), and the first an upsell of the account at the touch or after it that was neither canceled nor
/// refunded. The guard rail compares customers, each at one touch: the first to which a sale is credited, else the
/// first.
///
/// **Left out:** `outbound`, `abandoned`, `unanswered`, `callback`, `failed`, `self_served` (contacts that no
/// person answered), `merged`, `spam`, `deleted` without an answer, `through_contact` (tickets born of a contact,
/// with `all`), `no_account`, `window_open`. From the guard rail: customers who had left by their touch, those
/// whose `retained_after` is not over, and those whose sale is credited to a touch elsewhere.
///
/// **Interval:** Wilson; the difference: Newcombe's hybrid score interval of two independent shares.
///
/// **Sources:** S3: Selling to existing customers pays best; but pushy selling drives them away, so agents should
/// earn by it only where retention does not fall. S2: Lists extra sales among the KPIs of service staff.
///
/// **Inputs:**
/// - `converted`: touches to which an upsell is credited.
/// - `touches`: touches.
/// - `retained_sold`: customers sold to who are still there after the time.
/// - `sold`: customers sold to, whose time is over.
/// - `retained_not_sold`: customers not sold to who are still there after the time.
/// - `not_sold`: customers not sold to, whose time is over.
///
/// # Errors
/// `missing_records` without conversions or accounts; `unknown_account` where a touch names an account that is not
/// there; `as_of_required`; `bad_parameter`; `bad_input` in the formula where a part is more than its whole.
/// `bad_input` for an input that is not allowed.
///
/// # Examples
/// After 12 of 100 calls the customer bought an upgrade: 100 × 12 ÷ 100. 90 days later 6 of the 12 customers sold
/// to are still there and 66 of 70 others: 50 − 94.3 = −44.3 points, between −69.2 and −18.4: the guard rail has
/// failed.
///
/// ```
/// let figures = kpi_core::formula::upsell_rate(12, 100, 6, 12, 66, 70)?;
/// assert_eq!(figures.value().unwrap().to_string(), "12");
/// # Ok::<(), kpi_core::Error>(())
/// ```
pub fn upsell_rate(
    converted: u64,
    touches: u64,
    retained_sold: u64,
    sold: u64,
    retained_not_sold: u64,
    not_sold: u64,
) -> Result<Figures> {
    of(
        "upsell_rate",
        "last_touch",
        [
            ("converted", converted.into()),
            ("touches", touches.into()),
            ("retained_sold", retained_sold.into()),
            ("sold", sold.into()),
            ("retained_not_sold", retained_not_sold.into()),
            ("not_sold", not_sold.into()),
        ],
    )
}

/// The share of touches after which the customer bought an upgrade within 30 days, whatever came between; and
/// whether the customers sold to stay.
///
/// **Formula:** 100 × touches after which the customer converts within the time ÷ touches; retention_sold,
/// retention_not_sold: 100 × customers still there `retained_after` after their touch ÷ those sold to, and those
/// with a touch and not sold to; retention_difference: the one less the other, in points; guard_rail_failed: 1
/// where the whole interval of the difference is below 0.
///
/// **Gives:** `share` (percent, 0 to 100), `converted` (count, 0 or more), `touches` (count, 0 or more),
/// `retention_sold` (percent, 0 to 100), `retention_not_sold` (percent, 0 to 100), `retention_difference` (percent,
/// any), `guard_rail_failed` (count, 0 or more), `accounts` (count, 0 or more).
///
/// **Counted:** Touches of known customers, by their instant, whose `within` is over at `as_of` (default: the
/// window's end), and the first an upsell of the account at the touch or after it that was neither canceled nor
/// refunded. The guard rail compares customers, each at one touch: the first to which a sale is credited, else the
/// first.
///
/// **Left out:** `outbound`, `abandoned`, `unanswered`, `callback`, `failed`, `self_served` (contacts that no
/// person answered), `merged`, `spam`, `deleted` without an answer, `through_contact` (tickets born of a contact,
/// with `all`), `no_account`, `window_open`. From the guard rail: customers who had left by their touch, those
/// whose `retained_after` is not over, and those whose sale is credited to a touch elsewhere.
///
/// **Interval:** Wilson; the difference: Newcombe's hybrid score interval of two independent shares.
///
/// **Sources:** S3: Selling to existing customers pays best; but pushy selling drives them away, so agents should
/// earn by it only where retention does not fall. S2: Lists extra sales among the KPIs of service staff.
///
/// **Inputs:**
/// - `converted`: touches to which an upsell is credited.
/// - `touches`: touches.
/// - `retained_sold`: customers sold to who are still there after the time.
/// - `sold`: customers sold to, whose time is over.
/// - `retained_not_sold`: customers not sold to who are still there after the time.
/// - `not_sold`: customers not sold to, whose time is over.
///
/// # Errors
/// `missing_records` without conversions or accounts; `unknown_account` where a touch names an account that is not
/// there; `as_of_required`; `bad_parameter`; `bad_input` in the formula where a part is more than its whole.
/// `bad_input` for an input that is not allowed.
///
/// # Examples
/// 20 of 100 calls were followed by an upsell: 100 × 20 ÷ 100. 8 of the 10 customers sold to and 40 of 50 others
/// are still there: 80 % each, no difference.
///
/// ```
/// let figures = kpi_core::formula::upsell_rate_any_touch(20, 100, 8, 10, 40, 50)?;
/// assert_eq!(figures.value().unwrap().to_string(), "20");
/// # Ok::<(), kpi_core::Error>(())
/// ```
pub fn upsell_rate_any_touch(
    converted: u64,
    touches: u64,
    retained_sold: u64,
    sold: u64,
    retained_not_sold: u64,
    not_sold: u64,
) -> Result<Figures> {
    of(
        "upsell_rate",
        "any_touch",
        [
            ("converted", converted.into()),
            ("touches", touches.into()),
            ("retained_sold", retained_sold.into()),
            ("sold", sold.into()),
            ("retained_not_sold", retained_not_sold.into()),
            ("not_sold", not_sold.into()),
        ],
    )
}

/// The share of the customers with a touch who bought an upgrade within 30 days of one; and whether they stay.
///
/// **Formula:** 100 × customers with a touch after which they convert within the time ÷ customers with a touch;
/// retention_sold, retention_not_sold: 100 × customers still there `retained_after` after their touch ÷ those sold
/// to, and those with a touch and not sold to; retention_difference: the one less the other, in points;
/// guard_rail_failed: 1 where the whole interval of the difference is below 0.
///
/// **Gives:** `share` (percent, 0 to 100), `converted` (count, 0 or more), `customers` (count, 0 or more),
/// `retention_sold` (percent, 0 to 100), `retention_not_sold` (percent, 0 to 100), `retention_difference` (percent,
/// any), `guard_rail_failed` (count, 0 or more), `accounts` (count, 0 or more).
///
/// **Counted:** Touches of known customers, by their instant, whose `within` is over at `as_of` (default: the
/// window's end), and the first an upsell of the account at the touch or after it that was neither canceled nor
/// refunded. The guard rail compares customers, each at one touch: the first to which a sale is credited, else the
/// first.
///
/// **Left out:** `outbound`, `abandoned`, `unanswered`, `callback`, `failed`, `self_served` (contacts that no
/// person answered), `merged`, `spam`, `deleted` without an answer, `through_contact` (tickets born of a contact,
/// with `all`), `no_account`, `window_open`. From the guard rail: customers who had left by their touch, those
/// whose `retained_after` is not over, and those whose sale is credited to a touch elsewhere.
///
/// **Interval:** Wilson; the difference: Newcombe's hybrid score interval of two independent shares.
///
/// **Sources:** S3: Selling to existing customers pays best; but pushy selling drives them away, so agents should
/// earn by it only where retention does not fall. S2: Lists extra sales among the KPIs of service staff.
///
/// **Inputs:**
/// - `converted`: customers with a touch that was followed by an upsell.
/// - `customers`: customers with a touch.
/// - `retained_sold`: customers sold to who are still there after the time.
/// - `sold`: customers sold to, whose time is over.
/// - `retained_not_sold`: customers not sold to who are still there after the time.
/// - `not_sold`: customers not sold to, whose time is over.
///
/// # Errors
/// `missing_records` without conversions or accounts; `unknown_account` where a touch names an account that is not
/// there; `as_of_required`; `bad_parameter`; `bad_input` in the formula where a part is more than its whole.
/// `bad_input` for an input that is not allowed.
///
/// # Examples
/// 15 of 60 customers bought an upgrade within 30 days of a call: 100 × 15 ÷ 60. 9 of 15 and 27 of 45 are still
/// there: 60 % each, no difference.
///
/// ```
/// let figures = kpi_core::formula::upsell_rate_per_customer(15, 60, 9, 15, 27, 45)?;
/// assert_eq!(figures.value().unwrap().to_string(), "25");
/// # Ok::<(), kpi_core::Error>(())
/// ```
pub fn upsell_rate_per_customer(
    converted: u64,
    customers: u64,
    retained_sold: u64,
    sold: u64,
    retained_not_sold: u64,
    not_sold: u64,
) -> Result<Figures> {
    of(
        "upsell_rate",
        "per_customer",
        [
            ("converted", converted.into()),
            ("customers", customers.into()),
            ("retained_sold", retained_sold.into()),
            ("sold", sold.into()),
            ("retained_not_sold", retained_not_sold.into()),
            ("not_sold", not_sold.into()),
        ],
    )
}

/// The share of touches that ended in a cross-sell, each sale credited to the last touch before it; and whether the
/// customers sold to stay.
///
/// **Formula:** 100 × touches after which the customer converts within the time, with no other touch until then ÷
/// touches; retention_sold, retention_not_sold: 100 × customers still there `retained_after` after their touch ÷
/// those sold to, and those with a touch and not sold to; retention_difference: the one less the other, in points;
/// guard_rail_failed: 1 where the whole interval of the difference is below 0.
///
/// **Gives:** `share` (percent, 0 to 100), `converted` (count, 0 or more), `touches` (count, 0 or more),
/// `retention_sold` (percent, 0 to 100), `retention_not_sold` (percent, 0 to 100), `retention_difference` (percent,
/// any), `guard_rail_failed` (count, 0 or more), `accounts` (count, 0 or more).
///
/// **Counted:** Touches of known customers, by their instant, whose `within` is over at `as_of` (default: the
/// window's end), and the first a cross-sell of the account at the touch or after it that was neither canceled nor
/// refunded. The guard rail compares customers, each at one touch: the first to which a sale is credited, else the
/// first.
///
/// **Left out:** `outbound`, `abandoned`, `unanswered`, `callback`, `failed`, `self_served` (contacts that no
/// person answered), `merged`, `spam`, `deleted` without an answer, `through_contact` (tickets born of a contact,
/// with `all`), `no_account`, `window_open`. From the guard rail: customers who had left by their touch, those
/// whose `retained_after` is not over, and those whose sale is credited to a touch elsewhere.
///
/// **Interval:** Wilson; the difference: Newcombe's hybrid score interval of two independent shares.
///
/// **Sources:** S3: Names cross-sell beside upsell, and warns of both: track retention, and reward sales only where
/// they do not cost customers. S2: Lists extra sales among the KPIs of service staff.
///
/// **Inputs:**
/// - `converted`: touches to which a cross-sell is credited.
/// - `touches`: touches.
/// - `retained_sold`: customers sold to who are still there after the time.
/// - `sold`: customers sold to, whose time is over.
/// - `retained_not_sold`: customers not sold to who are still there after the time.
/// - `not_sold`: customers not sold to, whose time is over.
///
/// # Errors
/// `missing_records` without conversions or accounts; `unknown_account` where a touch names an account that is not
/// there; `as_of_required`; `bad_parameter`; `bad_input` in the formula where a part is more than its whole.
/// `bad_input` for an input that is not allowed.
///
/// # Examples
/// After 12 of 100 calls the customer bought another product: 100 × 12 ÷ 100. 90 days later 6 of the 12 customers
/// sold to are still there and 66 of 70 others: 50 − 94.3 = −44.3 points, between −69.2 and −18.4: the guard rail
/// has failed.
///
/// ```
/// let figures = kpi_core::formula::cross_sell_rate(12, 100, 6, 12, 66, 70)?;
/// assert_eq!(figures.value().unwrap().to_string(), "12");
/// # Ok::<(), kpi_core::Error>(())
/// ```
pub fn cross_sell_rate(
    converted: u64,
    touches: u64,
    retained_sold: u64,
    sold: u64,
    retained_not_sold: u64,
    not_sold: u64,
) -> Result<Figures> {
    of(
        "cross_sell_rate",
        "last_touch",
        [
            ("converted", converted.into()),
            ("touches", touches.into()),
            ("retained_sold", retained_sold.into()),
            ("sold", sold.into()),
            ("retained_not_sold", retained_not_sold.into()),
            ("not_sold", not_sold.into()),
        ],
    )
}

/// The share of touches after which the customer bought another product within 30 days, whatever came between; and
/// whether the customers sold to stay.
///
/// **Formula:** 100 × touches after which the customer converts within the time ÷ touches; retention_sold,
/// retention_not_sold: 100 × customers still there `retained_after` after their touch ÷ those sold to, and those
/// with a touch and not sold to; retention_difference: the one less the other, in points; guard_rail_failed: 1
/// where the whole interval of the difference is below 0.
///
/// **Gives:** `share` (percent, 0 to 100), `converted` (count, 0 or more), `touches` (count, 0 or more),
/// `retention_sold` (percent, 0 to 100), `retention_not_sold` (percent, 0 to 100), `retention_difference` (percent,
/// any), `guard_rail_failed` (count, 0 or more), `accounts` (count, 0 or more).
///
/// **Counted:** Touches of known customers, by their instant, whose `within` is over at `as_of` (default: the
/// window's end), and the first a cross-sell of the account at the touch or after it that was neither canceled nor
/// refunded. The guard rail compares customers, each at one touch: the first to which a sale is credited, else the
/// first.
///
/// **Left out:** `outbound`, `abandoned`, `unanswered`, `callback`, `failed`, `self_served` (contacts that no
/// person answered), `merged`, `spam`, `deleted` without an answer, `through_contact` (tickets born of a contact,
/// with `all`), `no_account`, `window_open`. From the guard rail: customers who had left by their touch, those
/// whose `retained_after` is not over, and those whose sale is credited to a touch elsewhere.
///
/// **Interval:** Wilson; the difference: Newcombe's hybrid score interval of two independent shares.
///
/// **Sources:** S3: Names cross-sell beside upsell, and warns of both: track retention, and reward sales only where
/// they do not cost customers. S2: Lists extra sales among the KPIs of service staff.
///
/// **Inputs:**
/// - `converted`: touches to which a cross-sell is credited.
/// - `touches`: touches.
/// - `retained_sold`: customers sold to who are still there after the time.
/// - `sold`: customers sold to, whose time is over.
/// - `retained_not_sold`: customers not sold to who are still there after the time.
/// - `not_sold`: customers not sold to, whose time is over.
///
/// # Errors
/// `missing_records` without conversions or accounts; `unknown_account` where a touch names an account that is not
/// there; `as_of_required`; `bad_parameter`; `bad_input` in the formula where a part is more than its whole.
/// `bad_input` for an input that is not allowed.
///
/// # Examples
/// 20 of 100 calls were followed by a cross-sell: 100 × 20 ÷ 100. 8 of the 10 customers sold to and 40 of 50 others
/// are still there: 80 % each, no difference.
///
/// ```
/// let figures = kpi_core::formula::cross_sell_rate_any_touch(20, 100, 8, 10, 40, 50)?;
/// assert_eq!(figures.value().unwrap().to_string(), "20");
/// # Ok::<(), kpi_core::Error>(())
/// ```
pub fn cross_sell_rate_any_touch(
    converted: u64,
    touches: u64,
    retained_sold: u64,
    sold: u64,
    retained_not_sold: u64,
    not_sold: u64,
) -> Result<Figures> {
    of(
        "cross_sell_rate",
        "any_touch",
        [
            ("converted", converted.into()),
            ("touches", touches.into()),
            ("retained_sold", retained_sold.into()),
            ("sold", sold.into()),
            ("retained_not_sold", retained_not_sold.into()),
            ("not_sold", not_sold.into()),
        ],
    )
}

/// The share of the customers with a touch who bought another product within 30 days of one; and whether they stay.
///
/// **Formula:** 100 × customers with a touch after which they convert within the time ÷ customers with a touch;
/// retention_sold, retention_not_sold: 100 × customers still there `retained_after` after their touch ÷ those sold
/// to, and those with a touch and not sold to; retention_difference: the one less the other, in points;
/// guard_rail_failed: 1 where the whole interval of the difference is below 0.
///
/// **Gives:** `share` (percent, 0 to 100), `converted` (count, 0 or more), `customers` (count, 0 or more),
/// `retention_sold` (percent, 0 to 100), `retention_not_sold` (percent, 0 to 100), `retention_difference` (percent,
/// any), `guard_rail_failed` (count, 0 or more), `accounts` (count, 0 or more).
///
/// **Counted:** Touches of known customers, by their instant, whose `within` is over at `as_of` (default: the
/// window's end), and the first a cross-sell of the account at the touch or after it that was neither canceled nor
/// refunded. The guard rail compares customers, each at one touch: the first to which a sale is credited, else the
/// first.
///
/// **Left out:** `outbound`, `abandoned`, `unanswered`, `callback`, `failed`, `self_served` (contacts that no
/// person answered), `merged`, `spam`, `deleted` without an answer, `through_contact` (tickets born of a contact,
/// with `all`), `no_account`, `window_open`. From the guard rail: customers who had left by their touch, those
/// whose `retained_after` is not over, and those whose sale is credited to a touch elsewhere.
///
/// **Interval:** Wilson; the difference: Newcombe's hybrid score interval of two independent shares.
///
/// **Sources:** S3: Names cross-sell beside upsell, and warns of both: track retention, and reward sales only where
/// they do not cost customers. S2: Lists extra sales among the KPIs of service staff.
///
/// **Inputs:**
/// - `converted`: customers with a touch that was followed by a cross-sell.
/// - `customers`: customers with a touch.
/// - `retained_sold`: customers sold to who are still there after the time.
/// - `sold`: customers sold to, whose time is over.
/// - `retained_not_sold`: customers not sold to who are still there after the time.
/// - `not_sold`: customers not sold to, whose time is over.
///
/// # Errors
/// `missing_records` without conversions or accounts; `unknown_account` where a touch names an account that is not
/// there; `as_of_required`; `bad_parameter`; `bad_input` in the formula where a part is more than its whole.
/// `bad_input` for an input that is not allowed.
///
/// # Examples
/// 15 of 60 customers bought another product within 30 days of a call: 100 × 15 ÷ 60. 9 of 15 and 27 of 45 are
/// still there: 60 % each, no difference.
///
/// ```
/// let figures = kpi_core::formula::cross_sell_rate_per_customer(15, 60, 9, 15, 27, 45)?;
/// assert_eq!(figures.value().unwrap().to_string(), "25");
/// # Ok::<(), kpi_core::Error>(())
/// ```
pub fn cross_sell_rate_per_customer(
    converted: u64,
    customers: u64,
    retained_sold: u64,
    sold: u64,
    retained_not_sold: u64,
    not_sold: u64,
) -> Result<Figures> {
    of(
        "cross_sell_rate",
        "per_customer",
        [
            ("converted", converted.into()),
            ("customers", customers.into()),
            ("retained_sold", retained_sold.into()),
            ("sold", sold.into()),
            ("retained_not_sold", retained_not_sold.into()),
            ("not_sold", not_sold.into()),
        ],
    )
}

/// What a customer is worth from the first day to the last, at the purchases and the losses of the period.
///
/// **Formula:** margin × mean purchase × purchases per customer and year × lifetime; lifetime in years = 1 ÷ the
/// part of the customers that leaves in a year.
///
/// **Gives:** `value` (money, any), `mean_purchase` (money, any), `frequency` (ratio, 0 or more), `churn` (percent,
/// 0 or more), `lifetime` (ratio, 0 or more).
///
/// **Counted:** Purchases that stand, of known accounts, by their instant. Customer-years: the time of all accounts
/// within the bucket, in years of 365.25 days. `frequency` is purchases by customer-years, `churn` 100 × accounts
/// that ended in the bucket by customer-years, `lifetime` customer-years by accounts that ended. In the value the
/// years cancel: it is margin × the worth of all purchases ÷ accounts that ended, one division.
///
/// **Left out:** Conversions: `other_conversion`, `refunded` (canceled, or a refund names its order), `no_account`,
/// `no_value` (no amount or no currency).
///
/// **Interval:** None.
///
/// **Sources:** S0: Speaks of the lifetime value of customers; it gives no formula.
///
/// **Inputs:**
/// - `mean_purchase`: what a purchase is worth.
/// - `frequency`: purchases of a customer in a year, as decimal text.
/// - `churn`: percent of the customers that leave in a year, as decimal text.
///
/// # Errors
/// `window_required`; `mixed_currencies` where purchases are in several currencies and there is no rate,
/// `unknown_currency`, `overflow`; `bad_parameter` for a margin outside 0 to 1; `negative` in the formula.
/// `bad_input` for an input that is not allowed.
///
/// # Examples
/// 20 × 12 a year × 4 years, since 25 % leave in a year; half of it, 480, at a margin of 0.5.
///
/// ```
/// let figures = kpi_core::formula::customer_lifetime_value("20".parse()?, "12".parse()?, "25".parse()?)?;
/// assert_eq!(figures.value().unwrap().to_string(), "960");
/// # Ok::<(), kpi_core::Error>(())
/// ```
pub fn customer_lifetime_value(mean_purchase: Amount, frequency: Amount, churn: Amount) -> Result<Figures> {
    of(
        "customer_lifetime_value",
        "standard",
        [("mean_purchase", mean_purchase.into()), ("frequency", frequency.into()), ("churn", churn.into())],
    )
}

/// How many times as much promoters buy as detractors do.
///
/// **Formula:** (purchases of promoters ÷ promoters) ÷ (purchases of detractors ÷ detractors).
///
/// **Gives:** `ratio` (ratio, 0 or more), `promoters` (money, any), `detractors` (money, any), `promoter_count`
/// (count, 0 or more), `detractor_count` (count, 0 or more).
///
/// **Counted:** Customers who answered the wanted kind of survey in the bucket, by their latest answer there (of
/// several at one instant the lowest), on the scale of NPS, 0 to 10. Their purchases that stand, in the same
/// bucket; who bought nothing counts with 0. Purchases of passives, and of customers who did not answer, are in
/// neither.
///
/// **Left out:** Surveys: `other_kind`, `replaced`, `unanswered`, `no_account`. Conversions: `other_conversion`,
/// `refunded` (canceled, or a refund names its order), `no_account`, `no_value` (no amount or no currency).
///
/// **Interval:** None.
///
/// **Sources:** S0: Puts promoters 600 % to 1,400 % above detractors in lifetime value: 7 to 15 times as much.
///
/// **Inputs:**
/// - `promoter_value`: what all promoters bought.
/// - `promoters`: customers whose latest answer is 9 or 10.
/// - `detractor_value`: what all detractors bought.
/// - `detractors`: customers whose latest answer is from 0 to 6.
///
/// # Errors
/// `bad_scale` where the scale is not 0 to 10; `out_of_scale`; `mixed_currencies` where purchases are in several
/// currencies and there is no rate, `unknown_currency`, `overflow`. `bad_input` for an input that is not allowed.
///
/// # Examples
/// 36,000 ÷ 60 = 600 for each promoter, 1,500 ÷ 15 = 100 for each detractor: 600 ÷ 100.
///
/// ```
/// let figures = kpi_core::formula::customer_lifetime_value_promoters_to_detractors("36000".parse()?, 60, "1500".parse()?, 15)?;
/// assert_eq!(figures.value().unwrap().to_string(), "6");
/// # Ok::<(), kpi_core::Error>(())
/// ```
pub fn customer_lifetime_value_promoters_to_detractors(
    promoter_value: Amount,
    promoters: u64,
    detractor_value: Amount,
    detractors: u64,
) -> Result<Figures> {
    of(
        "customer_lifetime_value",
        "promoters_to_detractors",
        [
            ("promoter_value", promoter_value.into()),
            ("promoters", promoters.into()),
            ("detractor_value", detractor_value.into()),
            ("detractors", detractors.into()),
        ],
    )
}

/// What the customers who left were worth.
///
/// **Formula:** sum of the values of the lost customers.
///
/// **Gives:** `value` (money, any), `lost` (count, 0 or more).
///
/// **Counted:** Accounts by when they ended. Their value is the field `value`. A report over whole tables derives
/// it where no account gives one: the sum of the account's purchases that stand within `lookback` before it ended,
/// the start of that time included, its end not. Only the kind `purchase` counts; map other kinds to it where they
/// are sales, or give `value`. It is 0 where the account bought nothing. Purchases of one account in several
/// currencies are converted by `rates`, and their sum is rounded once to 9 places.
///
/// **Left out:** `no_value`: the value is null, or has no currency; derived: none of the account's purchases has an
/// amount with a currency. Accounts that have not ended are not there.
///
/// **Interval:** None.
///
/// **Sources:** S3: Quotes what a lost customer is worth on average: the variant `mean`. The sum is the default,
/// because it grows with every customer lost. S0: Takes a lost customer for more than a lost sale, because the bad
/// opinion goes on to others. It gives no number.
///
/// **Inputs:**
/// - `value`: what all lost customers were worth.
/// - `lost`: customers who were lost.
///
/// # Errors
/// `mixed_currencies` where values are in several currencies and there is no rate, `unknown_currency`, `overflow`;
/// `missing_records` where the value is to be derived and there are no conversions; `bad_parameter` where one
/// report is to derive it in two ways; `missing_field` where tables come one after the other and `value` is not
/// given. `bad_input` for an input that is not allowed.
///
/// # Examples
/// Of three customers worth 100, 100 and 1,000 one of 100 is lost.
///
/// ```
/// let figures = kpi_core::formula::lost_customer_value("100".parse()?, 1)?;
/// assert_eq!(figures.value().unwrap().to_string(), "100");
/// # Ok::<(), kpi_core::Error>(())
/// ```
pub fn lost_customer_value(value: Amount, lost: u64) -> Result<Figures> {
    of("lost_customer_value", "sum", [("value", value.into()), ("lost", lost.into())])
}

/// What a customer who left was worth.
///
/// **Formula:** sum of the values of the lost customers ÷ lost customers.
///
/// **Gives:** `value` (money, any), `lost` (count, 0 or more).
///
/// **Counted:** Accounts by when they ended. Their value is the field `value`. A report over whole tables derives
/// it where no account gives one: the sum of the account's purchases that stand within `lookback` before it ended,
/// the start of that time included, its end not. Only the kind `purchase` counts; map other kinds to it where they
/// are sales, or give `value`. It is 0 where the account bought nothing. Purchases of one account in several
/// currencies are converted by `rates`, and their sum is rounded once to 9 places.
///
/// **Left out:** `no_value`: the value is null, or has no currency; derived: none of the account's purchases has an
/// amount with a currency. Accounts that have not ended are not there.
///
/// **Interval:** None.
///
/// **Sources:** S3: Quotes Kissmetrics: 243 USD on average for a lost customer, all over the world.
///
/// **Inputs:**
/// - `value`: what all lost customers were worth.
/// - `lost`: customers who were lost.
///
/// # Errors
/// `mixed_currencies` where values are in several currencies and there is no rate, `unknown_currency`, `overflow`;
/// `missing_records` where the value is to be derived and there are no conversions; `bad_parameter` where one
/// report is to derive it in two ways; `missing_field` where tables come one after the other and `value` is not
/// given. `bad_input` for an input that is not allowed.
///
/// # Examples
/// Three lost customers were worth 729 together: 729 ÷ 3.
///
/// ```
/// let figures = kpi_core::formula::lost_customer_value_mean("729".parse()?, 3)?;
/// assert_eq!(figures.value().unwrap().to_string(), "243");
/// # Ok::<(), kpi_core::Error>(())
/// ```
pub fn lost_customer_value_mean(value: Amount, lost: u64) -> Result<Figures> {
    of("lost_customer_value", "mean", [("value", value.into()), ("lost", lost.into())])
}

/// What a conversation with a customer costs.
///
/// **Formula:** costs ÷ conversations; conversations: answered contacts + tickets with a reply by a person and no
/// linked contact.
///
/// **Gives:** `mean` (money, any), `cost` (money, any), `conversations` (count, 0 or more).
///
/// **Counted:** Costs: ledger entries of kind cost; an entry with a period is spread evenly over it and clipped to
/// the bucket, and its parts add up to it exactly. In a report by groups, costs that do not name the group can be
/// shared by `share_by`, also by a dimension that ledger entries do not have, such as the agent. They are shared by
/// handling time only where that of every conversation in the bucket is known. Conversations: contacts that a
/// person answered, also those given up later, on hold or in the conversation, and tickets with a reply by a person
/// that were not born of a contact.
///
/// **Left out:** Ledger: `other_entry`. Contacts: `outbound`, `abandoned` (before an answer), `self_served`,
/// `unanswered`. Tickets: `merged`, `spam`, `through_contact`, `no_reply`.
///
/// **Interval:** None: one total by another has no sampling interval of its own.
///
/// **Sources:** S1: Names it cost per conversation and explains it as what it costs on average to resolve an
/// inquiry: two things. The name is the default, the explanation the variant `per_resolution`. Wants it to show
/// which problems cause costs. Field: Contact centres know it as cost per contact.
///
/// **Inputs:**
/// - `cost`: what support cost.
/// - `conversations`: conversations: answered contacts, and tickets with a reply by a person and no contact of
///   their own.
///
/// # Errors
/// `mixed_currencies` where entries are in several currencies and there is no rate, `unknown_currency`, `overflow`.
/// `bad_input` for an input that is not allowed.
///
/// # Examples
/// 1,000 for 100 conversations.
///
/// ```
/// let figures = kpi_core::formula::cost_per_conversation("1000".parse()?, 100)?;
/// assert_eq!(figures.value().unwrap().to_string(), "10");
/// # Ok::<(), kpi_core::Error>(())
/// ```
pub fn cost_per_conversation(cost: Amount, conversations: u64) -> Result<Figures> {
    of("cost_per_conversation", "per_conversation", [("cost", cost.into()), ("conversations", conversations.into())])
}

/// What a ticket costs.
///
/// **Formula:** costs ÷ tickets created.
///
/// **Gives:** `mean` (money, any), `cost` (money, any), `tickets` (count, 0 or more).
///
/// **Counted:** Costs: ledger entries of kind cost; an entry with a period is spread evenly over it and clipped to
/// the bucket, and its parts add up to it exactly. In a report by groups, costs that do not name the group can be
/// shared by `share_by`, also by a dimension that ledger entries do not have, such as the agent. They are shared by
/// handling time only where that of every conversation in the bucket is known. Tickets: all that were created,
/// except those left out.
///
/// **Left out:** Ledger: `other_entry`. Tickets: `merged`, `spam`, `deleted` without an answer.
///
/// **Interval:** None: one total by another has no sampling interval of its own.
///
/// **Sources:** S1: Names it cost per conversation and explains it as what it costs on average to resolve an
/// inquiry: two things. The name is the default, the explanation the variant `per_resolution`. Wants it to show
/// which problems cause costs. Field: Contact centres know it as cost per contact.
///
/// **Inputs:**
/// - `cost`: what support cost.
/// - `tickets`: tickets created.
///
/// # Errors
/// `mixed_currencies` where entries are in several currencies and there is no rate, `unknown_currency`, `overflow`.
/// `bad_input` for an input that is not allowed.
///
/// # Examples
/// 1,000 for 80 tickets.
///
/// ```
/// let figures = kpi_core::formula::cost_per_conversation_per_ticket("1000".parse()?, 80)?;
/// assert_eq!(figures.value().unwrap().to_string(), "12.5");
/// # Ok::<(), kpi_core::Error>(())
/// ```
pub fn cost_per_conversation_per_ticket(cost: Amount, tickets: u64) -> Result<Figures> {
    of("cost_per_conversation", "per_ticket", [("cost", cost.into()), ("tickets", tickets.into())])
}

/// What it costs to resolve an inquiry.
///
/// **Formula:** costs ÷ tickets resolved in the period.
///
/// **Gives:** `mean` (money, any), `cost` (money, any), `resolutions` (count, 0 or more).
///
/// **Counted:** Costs: ledger entries of kind cost; an entry with a period is spread evenly over it and clipped to
/// the bucket, and its parts add up to it exactly. In a report by groups, costs that do not name the group can be
/// shared by `share_by`, also by a dimension that ledger entries do not have, such as the agent. They are shared by
/// handling time only where that of every conversation in the bucket is known. Tickets: each once, in the bucket of
/// its last resolution.
///
/// **Left out:** Ledger: `other_entry`. Tickets: `merged`, `spam`; `open` is the backlog at the end of the bucket.
///
/// **Interval:** None: one total by another has no sampling interval of its own.
///
/// **Sources:** S1: Names it cost per conversation and explains it as what it costs on average to resolve an
/// inquiry: two things. The name is the default, the explanation the variant `per_resolution`. Wants it to show
/// which problems cause costs. Field: Contact centres know it as cost per contact.
///
/// **Inputs:**
/// - `cost`: what support cost.
/// - `resolutions`: tickets resolved.
///
/// # Errors
/// `mixed_currencies` where entries are in several currencies and there is no rate, `unknown_currency`, `overflow`.
/// `bad_input` for an input that is not allowed.
///
/// # Examples
/// 1,000 for 50 resolved tickets.
///
/// ```
/// let figures = kpi_core::formula::cost_per_conversation_per_resolution("1000".parse()?, 50)?;
/// assert_eq!(figures.value().unwrap().to_string(), "20");
/// # Ok::<(), kpi_core::Error>(())
/// ```
pub fn cost_per_conversation_per_resolution(cost: Amount, resolutions: u64) -> Result<Figures> {
    of("cost_per_conversation", "per_resolution", [("cost", cost.into()), ("resolutions", resolutions.into())])
}

/// What support costs for each outcome that it is there for: a purchase, a finished setup, an upsell.
///
/// **Formula:** costs ÷ conversions of the kinds that count.
///
/// **Gives:** `mean` (money, any), `cost` (money, any), `conversions` (count, 0 or more).
///
/// **Counted:** Costs: ledger entries of kind cost; an entry with a period is spread evenly over it and clipped to
/// the bucket, and its parts add up to it exactly. Conversions of the wanted kinds, by their instant.
///
/// **Left out:** Ledger: `other_entry`. Conversions: `other_conversion` (not of the wanted kinds), `refunded`
/// (canceled, or a refund names its order).
///
/// **Interval:** None: one total by another has no sampling interval of its own.
///
/// **Sources:** S4: All costs of customer service (salaries, training, software, infrastructure) by the conversions
/// of a period; a conversion is the outcome you want, such as a setup, a resolved complex issue or an upsell. It
/// knows no benchmark that fits all. It speaks of winning a customer as well; that is `customer_acquisition_cost`.
///
/// **Inputs:**
/// - `cost`: what support cost.
/// - `conversions`: conversions of the kinds that count.
///
/// # Errors
/// `mixed_currencies` where entries are in several currencies and there is no rate, `unknown_currency`, `overflow`.
/// `bad_input` for an input that is not allowed.
///
/// # Examples
/// 6,000 for 240 conversions.
///
/// ```
/// let figures = kpi_core::formula::cost_per_conversion("6000".parse()?, 240)?;
/// assert_eq!(figures.value().unwrap().to_string(), "25");
/// # Ok::<(), kpi_core::Error>(())
/// ```
pub fn cost_per_conversion(cost: Amount, conversions: u64) -> Result<Figures> {
    of("cost_per_conversion", "standard", [("cost", cost.into()), ("conversions", conversions.into())])
}

/// What support costs for every hundred of revenue. It can pass 100.
///
/// **Formula:** 100 × costs ÷ revenue.
///
/// **Gives:** `ratio` (percent, 0 or more), `cost` (money, any), `revenue` (money, any).
///
/// **Counted:** Costs: ledger entries of kind cost. Revenue: ledger entries of kind revenue; where the report's
/// window holds none, purchases that were not canceled, at their instant, less refunds, at theirs. Entries with a
/// period are spread evenly over it and clipped to the bucket, and their parts add up to them exactly. Recurring
/// revenue of subscriptions is never in it by itself.
///
/// **Left out:** Ledger: `other_entry` (acquisition_cost, penalty). Conversions: `other_conversion` (neither
/// purchase nor refund), `refunded` (canceled), `no_value` (no amount or no currency).
///
/// **Interval:** None: one total by another has no sampling interval of its own.
///
/// **Sources:** S1: Lists it as support costs to revenue, without a formula. S2: Sets what support costs against
/// all income. It calls this one of the first KPIs of accounts receivable, which is a slip: these are bills that
/// customers have not paid yet.
///
/// **Inputs:**
/// - `cost`: what support cost.
/// - `revenue`: what the company took in.
///
/// # Errors
/// `mixed_currencies` where entries are in several currencies and there is no rate, `unknown_currency`, `overflow`.
/// `bad_input` for an input that is not allowed.
///
/// # Examples
/// 100 × 45,000 ÷ 900,000.
///
/// ```
/// let figures = kpi_core::formula::support_cost_ratio("45000".parse()?, "900000".parse()?)?;
/// assert_eq!(figures.value().unwrap().to_string(), "5");
/// # Ok::<(), kpi_core::Error>(())
/// ```
pub fn support_cost_ratio(cost: Amount, revenue: Amount) -> Result<Figures> {
    of("support_cost_ratio", "standard", [("cost", cost.into()), ("revenue", revenue.into())])
}

/// What it costs to win a customer.
///
/// **Formula:** acquisition costs ÷ new customers.
///
/// **Gives:** `mean` (money, any), `cost` (money, any), `customers` (count, 0 or more).
///
/// **Counted:** Costs: ledger entries of kind acquisition_cost; an entry with a period is spread evenly over it and
/// clipped to the bucket, and its parts add up to it exactly. Customers: accounts by their start.
///
/// **Left out:** Ledger: `other_entry`.
///
/// **Interval:** None: one total by another has no sampling interval of its own.
///
/// **Sources:** S0: Puts the price of a new customer at up to 25 times that of bringing one back. It gives no
/// formula. S3: Quotes Kissmetrics: it can be 7 times what it takes to keep those one has. S2: Takes it for known
/// that keeping a customer is much cheaper than winning one; it gives no number.
///
/// **Inputs:**
/// - `cost`: what it cost to win customers.
/// - `customers`: customers who are new in the period.
///
/// # Errors
/// `mixed_currencies` where entries are in several currencies and there is no rate, `unknown_currency`, `overflow`.
/// `bad_input` for an input that is not allowed.
///
/// # Examples
/// 10,000 for 80 new customers.
///
/// ```
/// let figures = kpi_core::formula::customer_acquisition_cost("10000".parse()?, 80)?;
/// assert_eq!(figures.value().unwrap().to_string(), "125");
/// # Ok::<(), kpi_core::Error>(())
/// ```
pub fn customer_acquisition_cost(cost: Amount, customers: u64) -> Result<Figures> {
    of("customer_acquisition_cost", "standard", [("cost", cost.into()), ("customers", customers.into())])
}

/// How many times as much a new customer costs as it costs to keep one.
///
/// **Formula:** (acquisition costs ÷ new customers) ÷ (support costs ÷ customers of the start who are still there
/// at the end).
///
/// **Gives:** `ratio` (ratio, 0 or more), `acquisition` (money, any), `retention` (money, any).
///
/// **Counted:** Costs: ledger entries of kind acquisition_cost and of kind cost, spread and clipped as everywhere.
/// Customers: accounts that start in the bucket, and accounts that are customers just before its start and just
/// before its end.
///
/// **Left out:** Ledger: `other_entry` (revenue, penalty).
///
/// **Interval:** None: one total by another has no sampling interval of its own.
///
/// **Sources:** S0: Puts the price of a new customer at up to 25 times that of bringing one back. It gives no
/// formula. S3: Quotes Kissmetrics: it can be 7 times what it takes to keep those one has. S2: Takes it for known
/// that keeping a customer is much cheaper than winning one; it gives no number.
///
/// **Inputs:**
/// - `acquisition`: what it cost to win customers.
/// - `new`: customers who are new in the period.
/// - `support`: what support cost.
/// - `retained`: customers of the start who are still there at the end.
///
/// # Errors
/// `window_required`; `mixed_currencies` where entries are in several currencies and there is no rate,
/// `unknown_currency`, `overflow`. `bad_input` for an input that is not allowed.
///
/// # Examples
/// 10,000 ÷ 80 = 125 for a new customer, 15,000 ÷ 600 = 25 to keep one: 125 ÷ 25.
///
/// ```
/// let figures = kpi_core::formula::customer_acquisition_cost_to_retention_cost("10000".parse()?, 80, "15000".parse()?, 600)?;
/// assert_eq!(figures.value().unwrap().to_string(), "5");
/// # Ok::<(), kpi_core::Error>(())
/// ```
pub fn customer_acquisition_cost_to_retention_cost(
    acquisition: Amount,
    new: u64,
    support: Amount,
    retained: u64,
) -> Result<Figures> {
    of(
        "customer_acquisition_cost",
        "to_retention_cost",
        [
            ("acquisition", acquisition.into()),
            ("new", new.into()),
            ("support", support.into()),
            ("retained", retained.into()),
        ],
    )
}

/// The mean rating that employees give their own engagement.
///
/// **Formula:** sum of scores ÷ answers.
///
/// **Gives:** `mean` (score, the declared scale), `count` (count, 0 or more).
///
/// **Counted:** Employee surveys with a score; on a scale from 1 to 10 where none is given.
///
/// **Left out:** `unanswered` (left blank).
///
/// **Interval:** Student's t; none for fewer than two answers.
///
/// **Sources:** S1: Two ways: employees rate their engagement from 1 (very unengaged) to 10 (very engaged); or
/// count who actively helped customers, or volunteered to, in the past month. S0: Takes productivity for a sign of
/// how engaged and content the staff is; it gives no formula.
///
/// **Inputs:**
/// - `scores`: the answers.
/// - `scale_min`: the lowest point of the scale.
/// - `scale_max`: the highest point of the scale.
///
/// # Errors
/// `out_of_scale`, `mixed_scales` (answers on different scales in one measure), `bad_scale` (fewer than three
/// points). `bad_input` for an input that is not allowed.
///
/// # Examples
/// Four employees answer 8, 6, 9 and 7: 30 ÷ 4.
///
/// ```
/// use kpi_core::Score;
/// let figures = kpi_core::formula::employee_engagement(&[8, 6, 9, 7].map(Score::whole), 1, 10)?;
/// assert_eq!(figures.value().unwrap().to_string(), "7.5");
/// # Ok::<(), kpi_core::Error>(())
/// ```
pub fn employee_engagement(scores: &[Score], scale_min: u64, scale_max: u64) -> Result<Figures> {
    of(
        "employee_engagement",
        "score",
        [("scores", scores.into()), ("scale_min", scale_min.into()), ("scale_max", scale_max.into())],
    )
}

/// The share of agents who helped or volunteered in the last month.
///
/// **Formula:** 100 × agents with an activity in the calendar month before the end ÷ agents employed just before
/// the end; the end: that of the bucket or window, or `as_of` where it comes first.
///
/// **Gives:** `share` (percent, 0 to 100), `active` (count, 0 or more), `agents` (count, 0 or more).
///
/// **Counted:** Agents employed just before the end; active are those with at least one activity from the same day
/// and time of the month before, by the clock of the report's zone, up to the end. Where that month has no such
/// day, from its last (ruling B46). In groups, an activity is of its team or department; where it names none, a
/// report over whole tables takes that of its agent.
///
/// **Left out:** Nothing; activities outside the month, and of people who are not employed at its end, do not
/// count.
///
/// **Interval:** Wilson.
///
/// **Sources:** S1: Two ways: employees rate their engagement from 1 (very unengaged) to 10 (very engaged); or
/// count who actively helped customers, or volunteered to, in the past month. S0: Takes productivity for a sign of
/// how engaged and content the staff is; it gives no formula.
///
/// **Inputs:**
/// - `active`: agents who helped or volunteered in the month before.
/// - `agents`: all agents employed at its end.
///
/// # Errors
/// `as_of_required` where neither a window nor `as_of` says when the month ends; `bad_input` in the formula where
/// more are active than there are. `bad_input` for an input that is not allowed.
///
/// # Examples
/// Of 15 agents 6 helped or volunteered in the past month: 100 × 6 ÷ 15.
///
/// ```
/// let figures = kpi_core::formula::employee_engagement_active_share(6, 15)?;
/// assert_eq!(figures.value().unwrap().to_string(), "40");
/// # Ok::<(), kpi_core::Error>(())
/// ```
pub fn employee_engagement_active_share(active: u64, agents: u64) -> Result<Figures> {
    of("employee_engagement", "active_share", [("active", active.into()), ("agents", agents.into())])
}

/// How many agents leave a year for each hundred who are there, at the pace of the period.
///
/// **Formula:** 100 × leavers ÷ mean of the agents at the start and at the end × 365.25 days ÷ length of the
/// period.
///
/// **Gives:** `rate` (percent, 0 or more), `leavers` (count, 0 or more), `opening` (count, 0 or more), `closing`
/// (count, 0 or more).
///
/// **Counted:** Agents whose `left_at` lies in the bucket, also those who were hired in it; and the agents employed
/// just before its start and just before its end. Who has no `hired_at` was there before all that is known. With
/// `as_of` a bucket ends there.
///
/// **Left out:** Nothing.
///
/// **Interval:** None: one total by another has no sampling interval of its own.
///
/// **Sources:** Field: Contact centres give attrition a year: leavers by the mean headcount, brought to twelve
/// months.
///
/// **Inputs:**
/// - `leavers`: agents who left.
/// - `opening`: agents at the start.
/// - `closing`: agents at the end.
/// - `period`: the length of the period in seconds.
///
/// # Errors
/// `window_required`; `bad_input` in the formula where the period is 0. `bad_input` for an input that is not
/// allowed.
///
/// # Examples
/// 3 leavers, 50 agents at the start and 46 at the end of a twelfth of a year (2,629,800 s): 100 × 3 ÷ 48 × 12.
///
/// ```
/// use kpi_core::Duration;
/// let figures = kpi_core::formula::agent_attrition_rate(3, 50, 46, Duration::seconds(2629800))?;
/// assert_eq!(figures.value().unwrap().to_string(), "75");
/// # Ok::<(), kpi_core::Error>(())
/// ```
pub fn agent_attrition_rate(leavers: u64, opening: u64, closing: u64, period: Duration) -> Result<Figures> {
    of(
        "agent_attrition_rate",
        "annualised",
        [
            ("leavers", leavers.into()),
            ("opening", opening.into()),
            ("closing", closing.into()),
            ("period", period.into()),
        ],
    )
}

/// How many agents left in the period for each hundred who were there.
///
/// **Formula:** 100 × leavers ÷ mean of the agents at the start and at the end.
///
/// **Gives:** `rate` (percent, 0 or more), `leavers` (count, 0 or more), `opening` (count, 0 or more), `closing`
/// (count, 0 or more).
///
/// **Counted:** Agents whose `left_at` lies in the bucket, also those who were hired in it; and the agents employed
/// just before its start and just before its end. Who has no `hired_at` was there before all that is known. With
/// `as_of` a bucket ends there.
///
/// **Left out:** Nothing.
///
/// **Interval:** None: one total by another has no sampling interval of its own.
///
/// **Sources:** Field: Contact centres give attrition a year: leavers by the mean headcount, brought to twelve
/// months.
///
/// **Inputs:**
/// - `leavers`: agents who left.
/// - `opening`: agents at the start.
/// - `closing`: agents at the end.
///
/// # Errors
/// `window_required`. `bad_input` for an input that is not allowed.
///
/// # Examples
/// 3 leavers, 50 agents at the start and 46 at the end: 100 × 3 ÷ 48.
///
/// ```
/// let figures = kpi_core::formula::agent_attrition_rate_period(3, 50, 46)?;
/// assert_eq!(figures.value().unwrap().to_string(), "6.25");
/// # Ok::<(), kpi_core::Error>(())
/// ```
pub fn agent_attrition_rate_period(leavers: u64, opening: u64, closing: u64) -> Result<Figures> {
    of(
        "agent_attrition_rate",
        "period",
        [("leavers", leavers.into()), ("opening", opening.into()), ("closing", closing.into())],
    )
}

/// Which agents receive most tickets: the first person to whom each is assigned.
///
/// **Formula:** rank: 1 for the agent with most tickets; share: 100 × tickets of the agent ÷ tickets of all agents.
///
/// **Gives:** `rank` (rank, 1 or more), `tickets` (count, 0 or more), `share` (percent, 0 to 100).
///
/// **Counted:** Tickets by when they were created, for the first person to whom they were assigned (ruling B47).
/// Grouped by agent where nothing else is asked for; beside other dimensions the rank is within them, and always
/// within the bucket. Of agents with equally many tickets the one whose id comes first goes first; who received
/// none in a bucket has no rank there. The share is of the assigned tickets of all groups in the same bucket.
///
/// **Left out:** `merged`, `spam`, `no_agent` (never assigned to a person).
///
/// **Interval:** Wilson for the share; none for the count and the rank.
///
/// **Sources:** S1: The employees who receive most inquiries; how many each receives shows where the work piles up.
///
/// **Inputs:**
/// - `tickets`: the tickets of each agent.
///
/// # Errors
/// `negative` in the formula for a negative count. `bad_input` for an input that is not allowed.
///
/// # Examples
/// Of three agents with 12, 30 and 18 tickets the first received least: rank 3 of 3, and 100 × 12 ÷ 60 = 20 % of
/// all.
///
/// ```
/// let figures = kpi_core::formula::most_active_agents(&[12, 30, 18])?;
/// assert_eq!(figures.value().unwrap().to_string(), "3");
/// # Ok::<(), kpi_core::Error>(())
/// ```
pub fn most_active_agents(tickets: &[u64]) -> Result<Figures> {
    of("most_active_agents", "first_assigned", [("tickets", tickets.into())])
}

/// Which agents receive most tickets, where a ticket counts for everyone who held it.
///
/// **Formula:** rank: 1 for the agent with most tickets; share: 100 × tickets that the agent held ÷ tickets that
/// anyone held.
///
/// **Gives:** `rank` (rank, 1 or more), `tickets` (count, 0 or more), `share` (percent, 0 to 100).
///
/// **Counted:** Tickets by agent, from the holdings that begin in the bucket; a ticket that comes back to the same
/// agent counts once for that agent and bucket. The agents do not add up to the total, which has every ticket once,
/// and their shares can add up to more than 100 %. Of agents with equally many tickets the one whose id comes first
/// goes first.
///
/// **Left out:** Nothing.
///
/// **Interval:** Wilson for the share; none for the count and the rank.
///
/// **Sources:** S1: The employees who receive most inquiries; how many each receives shows where the work piles up.
///
/// **Inputs:**
/// - `tickets`: the tickets of each agent.
///
/// # Errors
/// `negative` in the formula for a negative count. `bad_input` for an input that is not allowed.
///
/// # Examples
/// Of three agents with 12, 30 and 18 tickets the first received least: rank 3 of 3, and 100 × 12 ÷ 60 = 20 % of
/// all.
///
/// ```
/// let figures = kpi_core::formula::most_active_agents_each(&[12, 30, 18])?;
/// assert_eq!(figures.value().unwrap().to_string(), "3");
/// # Ok::<(), kpi_core::Error>(())
/// ```
pub fn most_active_agents_each(tickets: &[u64]) -> Result<Figures> {
    of("most_active_agents", "each", [("tickets", tickets.into())])
}

/// The best agents by any KPI, as far as the records can tell them apart.
///
/// **Formula:** rank: 1 for the agent whose pessimistic end of the interval is best; band: 1 for the first agent
/// and for those after whose intervals overlap with that one's, the next that does not begins band 2, and so on.
///
/// **Gives:** `rank` (rank, 1 or more), `band` (rank, 1 or more), `value` (ratio, any), `sample` (count, 0 or
/// more).
///
/// **Counted:** The records of the KPI `kpi`, grouped by agent, with its own anchor and reasons; the report says
/// which field names the agent. Grouped by agent where nothing else is asked for; beside other dimensions the rank
/// is within them, and always within the bucket. `value` and `sample` are the ranked figure's own: its unit,
/// interval and fraction, and how many records made it. Of agents with equal bounds the one whose id comes first
/// goes first (ruling B53).
///
/// **Left out:** What the ranked KPI leaves out. Agents with fewer records than `minimum_sample` have no rank
/// (`small_sample`), nor have the total and what belongs to no known agent (`not_ranked`).
///
/// **Interval:** None for rank and band; `value` has the ranked figure's.
///
/// **Sources:** S1: Watching how the top agents do shows where to improve satisfaction and response times. By what
/// they are ranked it leaves open. S2: Ranks its best support workers by calls per hour, and warns of judging too
/// soon: some have customers who are hard to please. S3: Ranked by resolution time or completed tickets, agents
/// take the simplest requests; retention and quality make better incentives.
///
/// **Inputs:**
/// - `values`: the figure of each agent.
/// - `lowers`: the lower end of each agent's interval.
/// - `uppers`: the upper end of each agent's interval.
/// - `samples`: the records of each agent.
///
/// # Errors
/// `unknown_kpi`, `unknown_variant`, `bad_parameter` where no direction is known, or the KPI ranks agents itself;
/// `bad_input` in the formula unless the lists are equally long and no lower end lies above its upper one; and what
/// the ranked KPI's page names. `bad_input` for an input that is not allowed.
///
/// # Examples
/// The first agent's lower end is 75, the second's 55: the first has rank 1, though the second's value is higher.
/// 55 to 98 overlaps with 75 to 84, so both are in band 1.
///
/// ```
/// use kpi_core::Decimal;
/// let figures = kpi_core::formula::top_agents(&[80, 90].map(Decimal::from), &[75, 55].map(Decimal::from), &[84, 98].map(Decimal::from), &[200, 40])?;
/// assert_eq!(figures.value().unwrap().to_string(), "1");
/// # Ok::<(), kpi_core::Error>(())
/// ```
pub fn top_agents(values: &[Decimal], lowers: &[Decimal], uppers: &[Decimal], samples: &[u64]) -> Result<Figures> {
    of(
        "top_agents",
        "standard",
        [("values", values.into()), ("lowers", lowers.into()), ("uppers", uppers.into()), ("samples", samples.into())],
    )
}

/// How completely records are filled in: of the fields that are wanted, the share that says something.
///
/// **Formula:** 100 × wanted fields that are filled in ÷ (records × wanted fields); complete_share: 100 × records
/// with all of them ÷ records.
///
/// **Gives:** `share` (percent, 0 to 100), `filled` (count, 0 or more), `wanted` (count, 0 or more),
/// `complete_share` (percent, 0 to 100).
///
/// **Counted:** Records of the kind `record`, by the instant that places them: tickets by `created_at`, contacts by
/// `queued_at`, else `started_at`, accounts by `started_at`. A field is filled in where it is not null, a text or a
/// list where it is not empty; a column that is not there is filled in nowhere. After the named figures follows one
/// share for each wanted field, called share_ and its name. Required fields are never empty in a report, so they
/// are not among those wanted by default.
///
/// **Left out:** Tickets: `merged`, `spam`.
///
/// **Interval:** Wilson for `complete_share` and for the shares of the fields; none for `share`, because the fields
/// of one record are filled in together.
///
/// **Sources:** S2: Names how well the CRM is filled among what a good team improves; it gives no formula. S4:
/// Wants data that are clean, right and up to date, by checks at entry and regular cleaning, because KPIs depend on
/// it. It gives no formula. S0: Holds that full information on each ticket spares customers being passed on; it
/// gives no formula.
///
/// **Inputs:**
/// - `filled`: wanted fields that are filled in, over all records.
/// - `wanted`: wanted fields, over all records.
/// - `complete`: records of which every wanted field is filled in.
/// - `records`: records.
///
/// # Errors
/// `bad_parameter` for a kind or a field that does not exist, for a field that is derived over whole tables, and
/// where `fields` must be given; `bad_input` in the formula where a part is more than its whole. `bad_input` for an
/// input that is not allowed.
///
/// # Examples
/// Four tickets with five wanted fields each: 17 of 20 are filled in, and 2 of 4 tickets have all of them.
///
/// ```
/// let figures = kpi_core::formula::record_completeness(17, 20, 2, 4)?;
/// assert_eq!(figures.value().unwrap().to_string(), "85");
/// # Ok::<(), kpi_core::Error>(())
/// ```
pub fn record_completeness(filled: u64, wanted: u64, complete: u64, records: u64) -> Result<Figures> {
    of(
        "record_completeness",
        "standard",
        [
            ("filled", filled.into()),
            ("wanted", wanted.into()),
            ("complete", complete.into()),
            ("records", records.into()),
        ],
    )
}
