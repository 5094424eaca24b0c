"""The formulas as functions of their inputs; printed by `cargo xtask gen` from the catalogue."""

from collections.abc import Sequence
from datetime import timedelta
from decimal import Decimal
from typing import Literal

from ._core import Figures, formula

__all__ = [
    "cost_per_conversation",
    "cost_per_conversation_per_resolution",
    "cost_per_conversation_per_ticket",
    "csat",
    "csat_latest_per_customer",
    "csat_mean",
    "customer_effort_score",
    "customer_effort_score_by_interactions",
    "customer_effort_score_mean",
    "first_response_time",
    "first_response_time_from_created",
    "first_response_within_target",
    "nps",
    "retention_rate",
    "retention_rate_s4_literal",
]


def _given(**parameters: object) -> dict[str, object]:
    """The parameters that were given."""
    return {name: value for name, value in parameters.items() if value is not None}


def first_response_time(
    durations: Sequence[float | int | Decimal | timedelta | str],
    *,
    bands: Sequence[float | int | Decimal | timedelta | str] | None = None,
    quantiles: Literal["exact", "sketch"] | None = None,
    level: float = 0.95,
) -> Figures:
    """How long customers wait for the first reply by a person, from the moment they wait for
    people.

    Formula: first public reply by a person − start of the clock; the clock starts at the bot's
    handover, at the reopening after a bot's resolution, at the customer's first message on a ticket
    that an agent opened, else at creation; on calls and chats when they join the queue.

    Counted: Tickets with a first public reply by a person, and contacts that a person answered,
    once each. Bots, automatic acknowledgements and private notes are not replies.

    Left out: Tickets: `merged`, `spam`, `through_contact` (it counts through its contact), and
    without a response `deleted`, `bot` (a bot resolved it) or `unanswered`; `no_clock_start` for a
    ticket that an agent opened, where the customer's first message is not known. Contacts:
    `outbound`, `abandoned`, `self_served`, `unanswered`.

    Interval: Mean: Student's t. Median and other quantiles: binomial order statistics.

    Sources: S0: The time a business takes to respond to an inquiry; of all KPIs the one most
    directly tied to service quality. S1: The time it takes a company to respond to an inquiry. S4:
    Total time to first response in a period by the tickets responded to in that period. Its
    “multiply by 100 to get the percentage” is a slip: the result is a duration. Its period is that
    of the reply; ask for it with the anchor `first_response_at`.

    Args:
        durations: first response times in seconds.
        bands: Cuts that give the share of records in each band: `band_0_3600` is 0 to 3,600 s,
            both included; `band_3600_14400` is above 3,600 s and up to 14,400 s; `band_14400_up` is
            above it. Default: `[]`.
        quantiles: `exact` keeps every duration and gives R's type 7; `sketch` keeps counts in
            bins, gives the middle of the bin that holds the type 1 quantile, and states the largest
            relative error. Default: `exact`.
        level: The confidence level of the intervals.

    Returns:
        `mean` (seconds, 0 or more), `median` (seconds, 0 or more), `p90` (seconds, 0 or more),
        `p95` (seconds, 0 or more), `min` (seconds, 0 or more), `max` (seconds, 0 or more), `count`
        (count, 0 or more).

    Raises:
        KpiError: `response_before_creation` where the response is before the start of the clock;
        `negative` for a negative duration in the formula. `bad_input` for an input that is not
        allowed.

    Example:
        An email answered after 3,600 s, a call after 60 s and a chat after 30 s: 3,690 s ÷ 3 =
        1,230 s.

        >>> import kpi
        >>> print(kpi.first_response_time([3600, 60, 30]).value)
        1230
    """
    return formula(
        "first_response_time",
        "from_handover",
        {"durations": durations},
        _given(bands=bands, quantiles=quantiles),
        level,
    )


def first_response_time_from_created(
    durations: Sequence[float | int | Decimal | timedelta | str],
    *,
    bands: Sequence[float | int | Decimal | timedelta | str] | None = None,
    quantiles: Literal["exact", "sketch"] | None = None,
    level: float = 0.95,
) -> Figures:
    """How long customers wait for the first reply by a person, from the moment they ask: what they
    feel, the bot's time included.

    Formula: first public reply by a person − creation (calls and chats: their start; on a ticket
    that an agent opened: the customer's first message).

    Counted: Tickets with a first public reply by a person, and contacts that a person answered,
    once each. Bots, automatic acknowledgements and private notes are not replies.

    Left out: Tickets: `merged`, `spam`, `through_contact` (it counts through its contact), and
    without a response `deleted`, `bot` (a bot resolved it) or `unanswered`; `no_clock_start` for a
    ticket that an agent opened, where the customer's first message is not known. Contacts:
    `outbound`, `abandoned`, `self_served`, `unanswered`.

    Interval: Mean: Student's t. Median and other quantiles: binomial order statistics.

    Sources: S0: The time a business takes to respond to an inquiry; of all KPIs the one most
    directly tied to service quality. S1: The time it takes a company to respond to an inquiry. S4:
    Total time to first response in a period by the tickets responded to in that period. Its
    “multiply by 100 to get the percentage” is a slip: the result is a duration. Its period is that
    of the reply; ask for it with the anchor `first_response_at`.

    Args:
        durations: first response times in seconds.
        bands: Cuts that give the share of records in each band: `band_0_3600` is 0 to 3,600 s,
            both included; `band_3600_14400` is above 3,600 s and up to 14,400 s; `band_14400_up` is
            above it. Default: `[]`.
        quantiles: `exact` keeps every duration and gives R's type 7; `sketch` keeps counts in
            bins, gives the middle of the bin that holds the type 1 quantile, and states the largest
            relative error. Default: `exact`.
        level: The confidence level of the intervals.

    Returns:
        `mean` (seconds, 0 or more), `median` (seconds, 0 or more), `p90` (seconds, 0 or more),
        `p95` (seconds, 0 or more), `min` (seconds, 0 or more), `max` (seconds, 0 or more), `count`
        (count, 0 or more).

    Raises:
        KpiError: `response_before_creation` where the response is before the start of the clock;
        `negative` for a negative duration in the formula. `bad_input` for an input that is not
        allowed.

    Example:
        An email answered after 3,600 s, a call after 60 s and a chat after 30 s: 3,690 s ÷ 3 =
        1,230 s.

        >>> import kpi
        >>> print(kpi.first_response_time_from_created([3600, 60, 30]).value)
        1230
    """
    return formula(
        "first_response_time",
        "from_created",
        {"durations": durations},
        _given(bands=bands, quantiles=quantiles),
        level,
    )


def first_response_within_target(met: int, missed: int, *, level: float = 0.95) -> Figures:
    """The share of requests that a person answered within the target.

    Formula: 100 × met ÷ (met + missed); missed includes the unanswered that are past their target;
    within means at most.

    Counted: Tickets and contacts that were answered, or whose target is over at `as_of` (default:
    the window's end). The clock is that of first response time from handover; for what was never
    answered it stops when the request was resolved, closed, canceled or given up.

    Left out: `not_due` (unanswered, and the target is not over), `no_target` (no target for its
    channel), `merged`, `spam`, `through_contact`, `deleted` and `bot` without a response,
    `no_clock_start`, `outbound`, `self_served`.

    Interval: Wilson.

    Sources: S4: Quotes usual first response times by channel; their upper ends are the default
    targets. S0: Callers expect less than three minutes on hold; the mean chat is answered in less
    than 45 seconds.

    Args:
        met: requests answered within their target.
        missed: requests answered later, or unanswered past their target.
        level: The confidence level of the intervals.

    Returns:
        `share` (percent, 0 to 100), `met` (count, 0 or more), `missed` (count, 0 or more).

    Raises:
        KpiError: `as_of_required` where something is unanswered and neither a window nor `as_of`
        says when to look; `response_before_creation`; `bad_parameter`. `bad_input` for an input
        that is not allowed.

    Example:
        Target 60 min; answered after 30 min (met), after 90 min (missed), unanswered for 5 h
        (missed), unanswered for 10 min (not due): 100 × 1 ÷ 3.

        >>> import kpi
        >>> print(kpi.first_response_within_target(1, 2).value)
        33.333333333
    """
    return formula(
        "first_response_within_target",
        "standard",
        {"met": met, "missed": missed},
        None,
        level,
    )


def csat(satisfied: int, answers: int, *, level: float = 0.95) -> Figures:
    """The share of answers in the two best points of the scale.

    Formula: 100 × satisfied ÷ answers; satisfied: 4, 5 of 5; 6, 7 of 7; 9, 10 of 10; on a scale
    where low is good the two lowest.

    Counted: Answers of the wanted kind with a score, each once.

    Left out: `other_kind`, `replaced` (the same survey was answered again), `unanswered`.

    Interval: Wilson.

    Sources: S4: The share of customers who are satisfied: the two best answers of the scale, of all
    answers. S2: A satisfaction score from customers' ratings. S1: The mean of all ratings on a
    scale from 1 to 10: the variant `mean`.

    Args:
        satisfied: answers in the two best points of the scale.
        answers: all answers.
        level: The confidence level of the intervals.

    Returns:
        `share` (percent, 0 to 100), `answers` (count, 0 or more).

    Raises:
        KpiError: `out_of_scale`, `mixed_scales` (answers on different scales in one measure),
        `bad_scale` (fewer than three points). `bad_input` for an input that is not allowed.

    Example:
        2,206 of 2,688 travellers rated the airport 4 or 5: 100 × 2,206 ÷ 2,688.

        >>> import kpi
        >>> print(kpi.csat(2206, 2688).value)
        82.068452381
    """
    return formula(
        "csat",
        "top_two_boxes",
        {"satisfied": satisfied, "answers": answers},
        None,
        level,
    )


def csat_mean(
    scores: Sequence[float | int | Decimal | str],
    scale_min: int,
    scale_max: int,
    *,
    level: float = 0.95,
) -> Figures:
    """The mean answer on the declared scale.

    Formula: sum of scores ÷ answers.

    Counted: Answers of the wanted kind with a score, each once.

    Left out: `other_kind`, `replaced` (the same survey was answered again), `unanswered`.

    Interval: Student's t; none for fewer than two answers.

    Sources: S4: The share of customers who are satisfied: the two best answers of the scale, of all
    answers. S2: A satisfaction score from customers' ratings. S1: The mean of all ratings on a
    scale from 1 to 10: the variant `mean`.

    Args:
        scores: the answers.
        scale_min: the lowest point of the scale.
        scale_max: the highest point of the scale.
        level: The confidence level of the intervals.

    Returns:
        `mean` (score, the declared scale), `answers` (count, 0 or more).

    Raises:
        KpiError: `out_of_scale`, `mixed_scales` (answers on different scales in one measure),
        `bad_scale` (fewer than three points). `bad_input` for an input that is not allowed.

    Example:
        The twelve scores add up to 65: 65 ÷ 12.

        >>> import kpi
        >>> print(kpi.csat_mean([7, 6, 5, 7, 4, 6, 7, 3, 5, 6, 7, 2], 1, 7).value)
        5.416666667
    """
    return formula(
        "csat",
        "mean",
        {"scores": scores, "scale_min": scale_min, "scale_max": scale_max},
        None,
        level,
    )


def csat_latest_per_customer(satisfied: int, customers: int, *, level: float = 0.95) -> Figures:
    """The share of customers whose latest answer is in the two best points of the scale.

    Formula: 100 × customers whose latest answer is satisfied ÷ customers who answered; latest
    within the bucket and group, of several at one instant the lowest.

    Counted: Customers with at least one answer of the wanted kind; each once in every bucket and
    group.

    Left out: `other_kind`, `replaced`, `unanswered`, `no_account` (whose answer it is is not
    known).

    Interval: Wilson.

    Sources: S4: The share of customers who are satisfied: the two best answers of the scale, of all
    answers. S2: A satisfaction score from customers' ratings. S1: The mean of all ratings on a
    scale from 1 to 10: the variant `mean`.

    Args:
        satisfied: customers whose latest answer is in the two best points of the scale.
        customers: all customers who answered.
        level: The confidence level of the intervals.

    Returns:
        `share` (percent, 0 to 100), `customers` (count, 0 or more).

    Raises:
        KpiError: `out_of_scale`, `mixed_scales` (answers on different scales in one measure),
        `bad_scale` (fewer than three points). `bad_input` for an input that is not allowed.

    Example:
        One customer answers 5, 5 and last 1, another answers 1: no latest answer is 4 or 5; 100 × 0
        ÷ 2.

        >>> import kpi
        >>> print(kpi.csat_latest_per_customer(0, 2).value)
        0
    """
    return formula(
        "csat",
        "latest_per_customer",
        {"satisfied": satisfied, "customers": customers},
        None,
        level,
    )


def nps(promoters: int, passives: int, detractors: int, *, level: float = 0.95) -> Figures:
    """Net Promoter Score: how many more would recommend the company than would not.

    Formula: 100 × (promoters − detractors) ÷ answers; promoters answer 9 or 10 of 0 to 10,
    detractors 0 to 6.

    Counted: Answers of the wanted kind from 0 to 10, each once; passives (7, 8) are in the
    denominator.

    Left out: `other_kind`, `replaced`, `unanswered`.

    Interval: Adjusted Wald (three quarters of an answer added to each end, one and a half to the
    middle), clipped to −100 and 100. Shares: Wilson.

    Sources: S1: Percentage of promoters (9, 10) less percentage of detractors (6 or lower) on a
    scale of 0 to 10. S4: The same. S0: Calls it net reporter score. S2: Calls it customer loyalty
    index: positive less negative ratings. B. Rocks (2016), Interval estimation for the Net Promoter
    Score, The American Statistician: Adjusted Wald and score intervals cover best.

    Args:
        promoters: answers of 9 and 10.
        passives: answers of 7 and 8.
        detractors: answers from 0 to 6.
        level: The confidence level of the intervals.

    Returns:
        `score` (index, −100 to 100), `promoter_share` (percent, 0 to 100), `passive_share`
        (percent, 0 to 100), `detractor_share` (percent, 0 to 100), `answers` (count, 0 or more).

    Raises:
        KpiError: `bad_scale` where the scale is not 0 to 10; `out_of_scale`. `bad_input` for an
        input that is not allowed.

    Example:
        100 × (60 − 15) ÷ 100.

        >>> import kpi
        >>> print(kpi.nps(60, 25, 15).value)
        45
    """
    return formula(
        "nps",
        "standard",
        {"promoters": promoters, "passives": passives, "detractors": detractors},
        None,
        level,
    )


def customer_effort_score(easy: int, answers: int, *, level: float = 0.95) -> Figures:
    """The share of customers who say that it was easy to get their issue resolved.

    Formula: 100 × easy ÷ answers; easy: the two best points of a scale of up to five points, the
    three best of a longer one, at the end that the survey declares.

    Counted: Answers of the wanted kind with a score, each once.

    Left out: `other_kind`, `replaced`, `unanswered`.

    Interval: Wilson.

    Sources: S4: A survey: how easy was it to get the issue resolved; the share of easy answers;
    under 70 needs work. It wants the score high. S2: Wants the score low: it counts effort, not
    ease. A slip beside its own scale. S1: Difficult issues (more than three interactions) less easy
    ones (one or two): the variant `by_interactions`, where low is good.

    Args:
        easy: answers that agree that it was easy.
        answers: all answers.
        level: The confidence level of the intervals.

    Returns:
        `share` (percent, 0 to 100), `answers` (count, 0 or more).

    Raises:
        KpiError: `out_of_scale`, `mixed_scales`, `bad_scale` (fewer than three points). `bad_input`
        for an input that is not allowed.

    Example:
        Coded 1 = very easy, the answers 1, 1, 2 and 5: three are easy, 100 × 3 ÷ 4.

        >>> import kpi
        >>> print(kpi.customer_effort_score(3, 4).value)
        75
    """
    return formula(
        "customer_effort_score",
        "share",
        {"easy": easy, "answers": answers},
        None,
        level,
    )


def customer_effort_score_mean(
    scores: Sequence[float | int | Decimal | str],
    scale_min: int,
    scale_max: int,
    *,
    level: float = 0.95,
) -> Figures:
    """The mean answer to how easy it was, on the declared scale.

    Formula: sum of scores ÷ answers; it is better at the end that the survey declares as easy.

    Counted: Answers of the wanted kind with a score, each once.

    Left out: `other_kind`, `replaced`, `unanswered`.

    Interval: Student's t; none for fewer than two answers.

    Sources: S4: A survey: how easy was it to get the issue resolved; the share of easy answers;
    under 70 needs work. It wants the score high. S2: Wants the score low: it counts effort, not
    ease. A slip beside its own scale. S1: Difficult issues (more than three interactions) less easy
    ones (one or two): the variant `by_interactions`, where low is good.

    Args:
        scores: the answers.
        scale_min: the lowest point of the scale.
        scale_max: the highest point of the scale.
        level: The confidence level of the intervals.

    Returns:
        `mean` (score, the declared scale), `answers` (count, 0 or more).

    Raises:
        KpiError: `out_of_scale`, `mixed_scales` (also the same scale in both directions),
        `bad_scale`. `bad_input` for an input that is not allowed.

    Example:
        The answers 1, 1, 2 and 5 on 1 to 5: (1 + 1 + 2 + 5) ÷ 4.

        >>> import kpi
        >>> print(kpi.customer_effort_score_mean([1, 1, 2, 5], 1, 5).value)
        2.25
    """
    return formula(
        "customer_effort_score",
        "mean",
        {"scores": scores, "scale_min": scale_min, "scale_max": scale_max},
        None,
        level,
    )


def customer_effort_score_by_interactions(
    easy: int,
    neutral: int,
    difficult: int,
    *,
    level: float = 0.95,
) -> Figures:
    """How many more tickets were difficult than easy, by how often people had to answer.

    Formula: 100 × (difficult − easy) ÷ tickets; easy: one or two interactions, neutral: three,
    difficult: more; an interaction is a public reply by a person, or the call or chat that the
    ticket was born of.

    Counted: Tickets with at least one interaction.

    Left out: `merged`, `spam`, `deleted` (without an interaction), `no_interaction`.

    Interval: Adjusted Wald, clipped to −100 and 100. Shares: Wilson.

    Sources: S4: A survey: how easy was it to get the issue resolved; the share of easy answers;
    under 70 needs work. It wants the score high. S2: Wants the score low: it counts effort, not
    ease. A slip beside its own scale. S1: Difficult issues (more than three interactions) less easy
    ones (one or two): the variant `by_interactions`, where low is good.

    Args:
        easy: tickets with one or two interactions.
        neutral: tickets with three interactions.
        difficult: tickets with more than three interactions.
        level: The confidence level of the intervals.

    Returns:
        `score` (index, −100 to 100), `easy_share` (percent, 0 to 100), `neutral_share` (percent, 0
        to 100), `difficult_share` (percent, 0 to 100), `tickets` (count, 0 or more).

    Raises:
        KpiError: `as_of_counts` where `as_of` is given: a count of replies carries no instants, so
        it cannot be asked as of a day. `bad_input` for an input that is not allowed.

    Example:
        Five easy, two neutral and three difficult tickets: 100 × (3 − 5) ÷ 10.

        >>> import kpi
        >>> print(kpi.customer_effort_score_by_interactions(5, 2, 3).value)
        -20
    """
    return formula(
        "customer_effort_score",
        "by_interactions",
        {"easy": easy, "neutral": neutral, "difficult": difficult},
        None,
        level,
    )


def retention_rate(start: int, end: int, acquired: int, *, level: float = 0.95) -> Figures:
    """The share of the customers at the start who are still there at the end.

    Formula: 100 × (end − acquired) ÷ start; acquired: customers at the end who were none at the
    start, so that this is customers at both ends ÷ customers at the start.

    Counted: Accounts. A customer at an instant has started before it and has not ended before it,
    so one period's closing balance is the next one's opening balance.

    Left out: Nothing; accounts that are customers at neither end of a bucket do not count in it.

    Interval: Wilson.

    Sources: S4: (Customers at the end − customers acquired) ÷ customers at the start. Speaks of
    users in one place and of paying customers in another; one population is meant. S1: Customers
    who stayed ÷ customers at the beginning. S0: Customers who buy again; here that is repeat
    purchase rate.

    Args:
        start: customers at the start.
        end: customers at the end.
        acquired: customers acquired; of the identity form only those who are there at the end.
        level: The confidence level of the intervals.

    Returns:
        `rate` (percent, 0 to 100), `start` (count, 0 or more), `end` (count, 0 or more), `acquired`
        (count, 0 or more).

    Raises:
        KpiError: `window_required`; `cohort_mismatch` in the formula where acquired is more than
        end, or end − acquired more than start. `bad_input` for an input that is not allowed.

    Example:
        13 customers at the start, 14 at the end, 2 of them new: 100 × 12 ÷ 13.

        >>> import kpi
        >>> print(kpi.retention_rate(13, 14, 2).value)
        92.307692308
    """
    return formula(
        "retention_rate",
        "identity",
        {"start": start, "end": end, "acquired": acquired},
        None,
        level,
    )


def retention_rate_s4_literal(
    start: int,
    end: int,
    acquired: int,
    *,
    level: float = 0.95,
) -> Figures:
    """S4's retention form taken literally: everyone acquired in the period is taken from the end,
    also those already gone. It can leave 0 to 100.

    Formula: 100 × (end − acquired) ÷ start; acquired: everyone who became a customer in the period.

    Counted: Accounts. A customer at an instant has started before it and has not ended before it,
    so one period's closing balance is the next one's opening balance.

    Left out: Nothing; accounts that are customers at neither end of a bucket and do not start in it
    do not count in it.

    Interval: None: it is not a share.

    Sources: S4: (Customers at the end − customers acquired) ÷ customers at the start. Speaks of
    users in one place and of paying customers in another; one population is meant. S1: Customers
    who stayed ÷ customers at the beginning. S0: Customers who buy again; here that is repeat
    purchase rate.

    Args:
        start: customers at the start.
        end: customers at the end.
        acquired: customers acquired; of the identity form only those who are there at the end.
        level: The confidence level of the intervals.

    Returns:
        `rate` (percent, any), `start` (count, 0 or more), `end` (count, 0 or more), `acquired`
        (count, 0 or more).

    Raises:
        KpiError: `window_required`. `bad_input` for an input that is not allowed.

    Example:
        Customers a and b stay, c joins on the 5th and leaves on the 20th: 100 × (2 − 1) ÷ 2, though
        both stayed.

        >>> import kpi
        >>> print(kpi.retention_rate_s4_literal(2, 2, 1).value)
        50
    """
    return formula(
        "retention_rate",
        "s4_literal",
        {"start": start, "end": end, "acquired": acquired},
        None,
        level,
    )


def cost_per_conversation(
    cost: Decimal | str | int,
    conversations: int,
    *,
    currency: str | None = None,
    level: float = 0.95,
) -> Figures:
    """What a conversation with a customer costs.

    Formula: costs ÷ conversations; conversations: answered contacts + tickets with a reply by a
    person and no linked contact.

    Counted: Costs: ledger entries of kind cost; an entry with a period is spread evenly over it and
    clipped to the bucket, and its parts add up to it exactly. Conversations: contacts that a person
    answered, and tickets with a reply by a person that were not born of a contact.

    Left out: Ledger: `other_entry`. Contacts: `outbound`, `abandoned`, `self_served`, `unanswered`.
    Tickets: `merged`, `spam`, `through_contact`, `no_reply`.

    Interval: None: one total by another has no sampling interval of its own.

    Sources: S1: Names it cost per conversation and explains it as the average cost of resolving an
    inquiry: the variant `per_resolution`. Field: Contact centres know it as cost per contact.

    Args:
        cost: what support cost.
        conversations: conversations: answered contacts, and tickets with a reply by a person
            and no contact of their own.
        currency: The currency of the result. Entries in others are converted by `rates`;
            without it all must be in one.
        level: The confidence level of the intervals.

    Returns:
        `mean` (money, any), `cost` (money, any), `conversations` (count, 0 or more).

    Raises:
        KpiError: `mixed_currencies` where entries are in several currencies and there is no rate,
        `unknown_currency`, `overflow`. `bad_input` for an input that is not allowed.

    Example:
        1,000 for 100 conversations.

        >>> import kpi
        >>> print(kpi.cost_per_conversation("1000", 100).value)
        10
    """
    return formula(
        "cost_per_conversation",
        "per_conversation",
        {"cost": cost, "conversations": conversations},
        _given(currency=currency),
        level,
    )


def cost_per_conversation_per_ticket(
    cost: Decimal | str | int,
    tickets: int,
    *,
    currency: str | None = None,
    level: float = 0.95,
) -> Figures:
    """What a ticket costs.

    Formula: costs ÷ tickets created.

    Counted: Costs: ledger entries of kind cost; an entry with a period is spread evenly over it and
    clipped to the bucket, and its parts add up to it exactly. Tickets: all that were created,
    except those left out.

    Left out: Ledger: `other_entry`. Tickets: `merged`, `spam`, `deleted` without an answer.

    Interval: None: one total by another has no sampling interval of its own.

    Sources: S1: Names it cost per conversation and explains it as the average cost of resolving an
    inquiry: the variant `per_resolution`. Field: Contact centres know it as cost per contact.

    Args:
        cost: what support cost.
        tickets: tickets created.
        currency: The currency of the result. Entries in others are converted by `rates`;
            without it all must be in one.
        level: The confidence level of the intervals.

    Returns:
        `mean` (money, any), `cost` (money, any), `tickets` (count, 0 or more).

    Raises:
        KpiError: `mixed_currencies` where entries are in several currencies and there is no rate,
        `unknown_currency`, `overflow`. `bad_input` for an input that is not allowed.

    Example:
        1,000 for 80 tickets.

        >>> import kpi
        >>> print(kpi.cost_per_conversation_per_ticket("1000", 80).value)
        12.5
    """
    return formula(
        "cost_per_conversation",
        "per_ticket",
        {"cost": cost, "tickets": tickets},
        _given(currency=currency),
        level,
    )


def cost_per_conversation_per_resolution(
    cost: Decimal | str | int,
    resolutions: int,
    *,
    currency: str | None = None,
    level: float = 0.95,
) -> Figures:
    """What it costs to resolve an inquiry.

    Formula: costs ÷ tickets resolved in the period.

    Counted: Costs: ledger entries of kind cost; an entry with a period is spread evenly over it and
    clipped to the bucket, and its parts add up to it exactly. Tickets: each once, in the bucket of
    its last resolution.

    Left out: Ledger: `other_entry`. Tickets: `merged`, `spam`; `open` is the backlog at the end of
    the bucket.

    Interval: None: one total by another has no sampling interval of its own.

    Sources: S1: Names it cost per conversation and explains it as the average cost of resolving an
    inquiry: the variant `per_resolution`. Field: Contact centres know it as cost per contact.

    Args:
        cost: what support cost.
        resolutions: tickets resolved.
        currency: The currency of the result. Entries in others are converted by `rates`;
            without it all must be in one.
        level: The confidence level of the intervals.

    Returns:
        `mean` (money, any), `cost` (money, any), `resolutions` (count, 0 or more).

    Raises:
        KpiError: `mixed_currencies` where entries are in several currencies and there is no rate,
        `unknown_currency`, `overflow`. `bad_input` for an input that is not allowed.

    Example:
        1,000 for 50 resolved tickets.

        >>> import kpi
        >>> print(kpi.cost_per_conversation_per_resolution("1000", 50).value)
        20
    """
    return formula(
        "cost_per_conversation",
        "per_resolution",
        {"cost": cost, "resolutions": resolutions},
        _given(currency=currency),
        level,
    )
