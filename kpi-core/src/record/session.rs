//! Sessions: visits to the help center, and conversations with a bot.

use super::{Flaws, one_of, record};
use crate::error::Code;
use crate::words;

record! {
    /// A session: self-service, or a conversation with a bot.
    Session, SessionAt, check, {
        /// Its id, unique within one input.
        id: Text required,
        /// The account of the visitor; null where the visitor is not known.
        account: Text,
        /// help_center, article, forum or chatbot.
        kind: Text required,
        /// When it began.
        started_at: Instant required,
        /// When it ended.
        ended_at: Instant,
        /// Whether the visitor said that it solved the matter; null where nothing was said.
        solved: Flag,
        /// When the bot handed over to a person.
        handed_over_at: Instant,
        /// The first contact of the same account after it began; derived over whole tables, or given.
        contacted_at: Instant,
        /// The article that was read.
        article: Text,
        /// When the next touch of the account came, a touch being what `after` names; derived over whole tables, or given.
        next_touch_at: Instant,
        /// When the account next converted, in one of the kinds asked for; derived over whole tables, or given.
        converted_at: Instant,
        /// When the account was next sold an upgrade; derived over whole tables, or given.
        upsold_at: Instant,
        /// When the account was next sold another product; derived over whole tables, or given.
        cross_sold_at: Instant,
        /// When its account ended; derived over whole tables, or given.
        account_ended_at: Instant,
    }
}

fn check(session: &SessionAt<'_>, bad: &mut Flaws<'_>) {
    let start = session.started_at();
    for (field, at) in [
        ("ended_at", session.ended_at()),
        ("handed_over_at", session.handed_over_at()),
        ("contacted_at", session.contacted_at()),
    ] {
        if at.zip(start).is_some_and(|(at, start)| at < start) {
            let text =
                "it is before the start of the session; correct the instants, or ask for bad records to be skipped";
            bad.add(field, Code::WrongOrder, text);
        }
    }
    one_of(
        "kind",
        session.kind(),
        words::HELP_CENTER..=words::CHATBOT,
        "the kind must be help_center, article, forum or chatbot; map your words to these",
        bad,
    );
}
