//! Surveys: answers, and invitations without one.

use super::{Flaws, on_scale, one_of, record};
use crate::words;

record! {
    /// A survey: an answer, or an invitation without one.
    Survey, SurveyAt, check, {
        /// Its id; a later answer with the same id replaces the earlier one.
        id: Text required,
        /// csat, nps, ces, resolution, agent, organization, or a word of one's own.
        kind: Text required,
        /// transactional, relational or exit.
        moment: Text,
        /// The ticket it asks about.
        ticket: Text,
        /// The contact it asks about.
        contact: Text,
        /// Who answered.
        account: Text,
        /// The agent it asks about.
        agent: Text,
        /// Where the ticket or contact came in.
        channel: Text,
        /// The lowest point of the scale.
        scale_min: Count required,
        /// The highest point of the scale.
        scale_max: Count required,
        /// high_is_good (also where it is null) or low_is_good.
        direction: Text,
        /// The answer on the scale; null where there is none.
        score: Score,
        /// The answer to a yes or no question.
        answer: Flag,
        /// The reason given, in exit surveys.
        reason: Text,
        /// The weight of the answer in a weighted sample.
        weight: Score,
        /// When the invitation was sent.
        sent_at: Instant,
        /// When it was delivered.
        delivered_at: Instant,
        /// When it was answered; null where it was not.
        submitted_at: Instant,
        /// A later answer with the same id is in the same input; set by the report.
        replaced: Flag,
        /// When the account that answered ended; derived over whole tables, or given.
        account_ended_at: Instant,
    }
}

fn check(survey: &SurveyAt<'_>, bad: &mut Flaws<'_>) {
    if let (Some(min), Some(max)) = (survey.scale_min(), survey.scale_max()) {
        on_scale("score", survey.score(), min, max, bad);
    }
    let directions = words::HIGH_IS_GOOD..=words::LOW_IS_GOOD;
    one_of("direction", survey.direction(), directions, "the direction must be high_is_good or low_is_good", bad);
}
