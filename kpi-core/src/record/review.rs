//! Reviews: public feedback, with stars or a label.

use super::{Flaws, on_scale, one_of, record};
use crate::words;

record! {
    /// A review: public feedback.
    Review, ReviewAt, check, {
        /// Its id, unique within one input.
        id: Text required,
        /// The account that wrote it.
        account: Text,
        /// The ticket it speaks of.
        ticket: Text,
        /// The conversion it speaks of.
        conversion: Text,
        /// Where it was posted.
        platform: Text,
        /// When.
        posted_at: Instant required,
        /// How many stars.
        stars: Score,
        /// The most stars that can be given; 5 where it is null.
        scale_max: Count,
        /// positive, neutral or negative.
        sentiment: Text,
        /// When what it speaks of ended: the ticket's resolution, or the conversion; derived over whole tables, or given.
        subject_at: Instant,
    }
}

impl ReviewAt<'_> {
    /// The most stars that can be given.
    pub fn most(&self) -> i64 {
        self.scale_max().unwrap_or(5)
    }
}

fn check(review: &ReviewAt<'_>, bad: &mut Flaws<'_>) {
    on_scale("stars", review.stars(), 1, review.most(), bad);
    one_of(
        "sentiment",
        review.sentiment(),
        words::POSITIVE..=words::NEGATIVE,
        "the sentiment must be positive, neutral or negative; map your words to these",
        bad,
    );
}
