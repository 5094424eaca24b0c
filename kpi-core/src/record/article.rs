//! Articles of the knowledge base.

use super::{Flaws, record};
use crate::error::Code;

record! {
    /// An article of the knowledge base.
    Article, ArticleAt, check, {
        /// Its id, unique within one input.
        id: Text required,
        /// When it was published.
        published_at: Instant required,
        /// When it was last changed; null where it was not.
        updated_at: Instant,
        /// When it was taken down; null while it is there.
        retired_at: Instant,
        /// How often it was read.
        views: Count,
        /// How many readers found it helpful.
        helpful: Count,
        /// How many readers did not.
        unhelpful: Count,
    }
}

fn check(article: &ArticleAt<'_>, bad: &mut Flaws<'_>) {
    let published = article.published_at();
    for (field, at) in [("updated_at", article.updated_at()), ("retired_at", article.retired_at())] {
        if at.zip(published).is_some_and(|(at, published)| at < published) {
            bad.add(
                field,
                Code::WrongOrder,
                "it is before the article was published; correct the instants, or ask for bad records to be skipped",
            );
        }
    }
}
