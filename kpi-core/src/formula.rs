//! The formulas as functions of their inputs; printed by `cargo xtask gen` from the catalogue.

use alloc::collections::BTreeMap;

use crate::{Amount, Argument, Duration, Figures, Result, Score};

/// An entry's formula at level 0.95, without parameters.
fn of<const N: usize>(id: &str, variant: &str, inputs: [(&str, Argument); N]) -> Result<Figures> {
    let inputs = inputs.into_iter().map(|(name, argument)| (name.into(), argument)).collect();
    crate::find(id, variant)?.formula(&inputs, &BTreeMap::new(), 0.95)
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
/// **Counted:** Tickets with a first public reply by a person, and contacts that a person answered, once each.
/// Bots, automatic acknowledgements and private notes are not replies.
///
/// **Left out:** Tickets: `merged`, `spam`, `through_contact` (it counts through its contact), and without a
/// response `deleted`, `bot` (a bot resolved it) or `unanswered`; `no_clock_start` for a ticket that an agent
/// opened, where the customer's first message is not known. Contacts: `outbound`, `abandoned`, `self_served`,
/// `unanswered`.
///
/// **Interval:** Mean: Student's t. Median and other quantiles: binomial order statistics.
///
/// **Sources:** S0: The time a business takes to respond to an inquiry; of all KPIs the one most directly tied to
/// service quality. S1: The time it takes a company to respond to an inquiry. S4: Total time to first response in a
/// period by the tickets responded to in that period. Its “multiply by 100 to get the percentage” is a slip: the
/// result is a duration. Its period is that of the reply; ask for it with the anchor `first_response_at`.
///
/// **Inputs:**
/// - `durations`: first response times in seconds.
///
/// # Errors
/// `response_before_creation` where the response is before the start of the clock; `negative` for a negative
/// duration in the formula. `bad_input` for an input that is not allowed.
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
/// **Counted:** Tickets with a first public reply by a person, and contacts that a person answered, once each.
/// Bots, automatic acknowledgements and private notes are not replies.
///
/// **Left out:** Tickets: `merged`, `spam`, `through_contact` (it counts through its contact), and without a
/// response `deleted`, `bot` (a bot resolved it) or `unanswered`; `no_clock_start` for a ticket that an agent
/// opened, where the customer's first message is not known. Contacts: `outbound`, `abandoned`, `self_served`,
/// `unanswered`.
///
/// **Interval:** Mean: Student's t. Median and other quantiles: binomial order statistics.
///
/// **Sources:** S0: The time a business takes to respond to an inquiry; of all KPIs the one most directly tied to
/// service quality. S1: The time it takes a company to respond to an inquiry. S4: Total time to first response in a
/// period by the tickets responded to in that period. Its “multiply by 100 to get the percentage” is a slip: the
/// result is a duration. Its period is that of the reply; ask for it with the anchor `first_response_at`.
///
/// **Inputs:**
/// - `durations`: first response times in seconds.
///
/// # Errors
/// `response_before_creation` where the response is before the start of the clock; `negative` for a negative
/// duration in the formula. `bad_input` for an input that is not allowed.
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
/// request was resolved, closed, canceled or given up.
///
/// **Left out:** `not_due` (unanswered, and the target is not over), `no_target` (no target for its channel),
/// `merged`, `spam`, `through_contact`, `deleted` and `bot` without a response, `no_clock_start`, `outbound`,
/// `self_served`.
///
/// **Interval:** Wilson.
///
/// **Sources:** S4: Quotes usual first response times by channel; their upper ends are the default targets. S0:
/// Callers expect less than three minutes on hold; the mean chat is answered in less than 45 seconds.
///
/// **Inputs:**
/// - `met`: requests answered within their target.
/// - `missed`: requests answered later, or unanswered past their target.
///
/// # Errors
/// `as_of_required` where something is unanswered and neither a window nor `as_of` says when to look;
/// `response_before_creation`; `bad_parameter`. `bad_input` for an input that is not allowed.
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
/// **Sources:** S4: The share of customers who are satisfied: the two best answers of the scale, of all answers.
/// S2: A satisfaction score from customers' ratings. S1: The mean of all ratings on a scale from 1 to 10: the
/// variant `mean`.
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
/// **Sources:** S4: The share of customers who are satisfied: the two best answers of the scale, of all answers.
/// S2: A satisfaction score from customers' ratings. S1: The mean of all ratings on a scale from 1 to 10: the
/// variant `mean`.
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
/// **Sources:** S4: The share of customers who are satisfied: the two best answers of the scale, of all answers.
/// S2: A satisfaction score from customers' ratings. S1: The mean of all ratings on a scale from 1 to 10: the
/// variant `mean`.
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
/// **Sources:** S1: Percentage of promoters (9, 10) less percentage of detractors (6 or lower) on a scale of 0
/// to 10. S4: The same. S0: Calls it net reporter score. S2: Calls it customer loyalty index: positive less
/// negative ratings. B. Rocks (2016), Interval estimation for the Net Promoter Score, The American Statistician:
/// Adjusted Wald and score intervals cover best.
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
/// **Sources:** S4: A survey: how easy was it to get the issue resolved; the share of easy answers; under 70 needs
/// work. It wants the score high. S2: Wants the score low: it counts effort, not ease. A slip beside its own scale.
/// S1: Difficult issues (more than three interactions) less easy ones (one or two): the variant `by_interactions`,
/// where low is good.
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
/// **Sources:** S4: A survey: how easy was it to get the issue resolved; the share of easy answers; under 70 needs
/// work. It wants the score high. S2: Wants the score low: it counts effort, not ease. A slip beside its own scale.
/// S1: Difficult issues (more than three interactions) less easy ones (one or two): the variant `by_interactions`,
/// where low is good.
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
/// **Sources:** S4: A survey: how easy was it to get the issue resolved; the share of easy answers; under 70 needs
/// work. It wants the score high. S2: Wants the score low: it counts effort, not ease. A slip beside its own scale.
/// S1: Difficult issues (more than three interactions) less easy ones (one or two): the variant `by_interactions`,
/// where low is good.
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
/// **Sources:** S4: (Customers at the end − customers acquired) ÷ customers at the start. Speaks of users in one
/// place and of paying customers in another; one population is meant. S1: Customers who stayed ÷ customers at the
/// beginning. S0: Customers who buy again; here that is repeat purchase rate.
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
/// **Sources:** S4: (Customers at the end − customers acquired) ÷ customers at the start. Speaks of users in one
/// place and of paying customers in another; one population is meant. S1: Customers who stayed ÷ customers at the
/// beginning. S0: Customers who buy again; here that is repeat purchase rate.
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

/// What a conversation with a customer costs.
///
/// **Formula:** costs ÷ conversations; conversations: answered contacts + tickets with a reply by a person and no
/// linked contact.
///
/// **Gives:** `mean` (money, any), `cost` (money, any), `conversations` (count, 0 or more).
///
/// **Counted:** Costs: ledger entries of kind cost; an entry with a period is spread evenly over it and clipped to
/// the bucket, and its parts add up to it exactly. Conversations: contacts that a person answered, and tickets with
/// a reply by a person that were not born of a contact.
///
/// **Left out:** Ledger: `other_entry`. Contacts: `outbound`, `abandoned`, `self_served`, `unanswered`. Tickets:
/// `merged`, `spam`, `through_contact`, `no_reply`.
///
/// **Interval:** None: one total by another has no sampling interval of its own.
///
/// **Sources:** S1: Names it cost per conversation and explains it as the average cost of resolving an inquiry: the
/// variant `per_resolution`. Field: Contact centres know it as cost per contact.
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
/// the bucket, and its parts add up to it exactly. Tickets: all that were created, except those left out.
///
/// **Left out:** Ledger: `other_entry`. Tickets: `merged`, `spam`, `deleted` without an answer.
///
/// **Interval:** None: one total by another has no sampling interval of its own.
///
/// **Sources:** S1: Names it cost per conversation and explains it as the average cost of resolving an inquiry: the
/// variant `per_resolution`. Field: Contact centres know it as cost per contact.
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
/// the bucket, and its parts add up to it exactly. Tickets: each once, in the bucket of its last resolution.
///
/// **Left out:** Ledger: `other_entry`. Tickets: `merged`, `spam`; `open` is the backlog at the end of the bucket.
///
/// **Interval:** None: one total by another has no sampling interval of its own.
///
/// **Sources:** S1: Names it cost per conversation and explains it as the average cost of resolving an inquiry: the
/// variant `per_resolution`. Field: Contact centres know it as cost per contact.
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
