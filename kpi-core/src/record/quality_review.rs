//! Quality reviews: a scorecard's mark for one criterion of one conversation.

use super::{Flaws, on_scale, record};
use crate::error::Code;

record! {
    /// A quality review: one criterion of one reviewed conversation. The criteria of a review share its id.
    QualityReview, QualityReviewAt, check, {
        /// The review's id; one record for each of its criteria.
        id: Text required,
        /// Whose conversation it is.
        agent: Text required,
        /// The ticket under review.
        ticket: Text,
        /// The contact under review.
        contact: Text,
        /// When it was reviewed.
        reviewed_at: Instant required,
        /// When the conversation was.
        subject_at: Instant,
        /// product_knowledge, tone_and_voice, eagerness_to_help, script, greeting, clear_speech, mystery_shopping, or a
        /// word of one's own.
        criterion: Text required,
        /// The mark, from 0 to the highest; null where it does not apply.
        mark: Score,
        /// The highest mark; 100 where it is null.
        scale_max: Count,
        /// How much the criterion weighs; 1 where it is null.
        weight: Score,
        /// Whether failing it fails the review: it is failed with a mark of 0.
        critical: Flag,
        /// Whether it does not apply to this conversation.
        not_applicable: Flag,
        /// The reviewed agent's team.
        team: Text,
        /// The reviewed agent's department.
        department: Text,
    }
}

impl QualityReviewAt<'_> {
    /// The highest mark.
    pub fn most(&self) -> i64 {
        self.scale_max().unwrap_or(100)
    }
}

fn check(review: &QualityReviewAt<'_>, bad: &mut Flaws<'_>) {
    on_scale("mark", review.mark(), 0, review.most(), bad);
    if review.weight().is_some_and(|weight| weight < 0) {
        bad.add("weight", Code::Negative, "a weight cannot be below 0");
    }
    if review.mark().is_none() && review.not_applicable() != Some(true) {
        let text = "the criterion has no mark; give one, or say that it is not applicable";
        bad.add("mark", Code::MissingField, text);
    }
}
