"""Self-service, volume, quality and people in the embedded sample, by pandas; for `sample.py`."""

import statistics
from fractions import Fraction

import pandas as pd

import oracle
from frames import (
    DAY, END, Seen, asked_tickets, durations, figures_of, frame, of_group, part, population, ratio, reached, shares, there,
)


def employed(agents, instant):
    """Who is employed just before an instant; who was always there has no day of hiring."""
    return ~(agents.hired_at >= instant) & ~(agents.left_at < instant)


def per_hundred(name, n, opening, closing):
    """So many per 100 of the mean of two balances."""
    return {"rate": ratio(2 * n, opening + closing), name: n, "opening": opening, "closing": closing}


def per_accounts(name, data):
    """Records per 100 accounts; None of them is grouped, because accounts have no group of theirs."""
    inner, groups = figures_of(data, lambda o, *_: len(o), None)
    a = frame("account")

    def figures(group, begin, end):
        n, left = inner(group, begin, end)
        return per_hundred(name, n, there(a, begin).sum(), there(a, end).sum()), left

    return figures, groups


# Sessions and what came after them ------------------------------------------------------------------------------------


def nearest(left, at_left, others, direction, strictly=False):
    """For each row, the instant of the same account in `others` (account, when) that is nearest in a direction."""
    rows_ = left.assign(at_=at_left, n_=range(len(left)))[["account", "at_", "n_"]].dropna().sort_values("at_")
    found = pd.merge_asof(rows_, others.dropna().sort_values("when"), left_on="at_", right_on="when", by="account", direction=direction,
                          allow_exact_matches=not strictly)
    return pd.to_datetime(pd.Series(range(len(left)), left.index).map(found.set_index("n_").when), utc=True)


def visits():
    """Sessions, with when their customer came to people."""
    s = frame("session")
    t, c = asked_tickets().data, reached().data
    t = t[t.why.isna() & ~t.opened_by.eq("agent")]
    c = c[c.why.isna()]
    came = pd.concat([t[["account"]].assign(when=t.created_at), c[["account"]].assign(when=c.placed)])
    s["contacted"] = nearest(s, s.started_at, came, "forward", strictly=True)
    s["helped"] = s[["contacted", "handed_over_at"]].min(axis=1)
    return Seen(s, s.started_at)


def requests():
    """Tickets, with the last session of their customer before them."""
    seen = population()
    s = frame("session")
    seen.data["session"] = nearest(seen.data, seen.data.created_at, s[["account"]].assign(when=s.started_at), "backward")
    seen.data["guided"] = seen.data.created_at <= seen.data.session + DAY
    return seen


def deflection():
    a, b = visits(), requests()
    a.leave(a.data.started_at + DAY > END, "window_open").leave(a.data.helped <= a.data.started_at + DAY, "contacted")
    b.leave(b.data.created_at + DAY > END, "window_open")
    return pd.concat([x.data[["placed", "why"]].assign(k=k) for x, k in ((a, True), (b, False))], ignore_index=True)


def completion(variant):
    a, b = visits(), requests()
    a.leave(a.data.started_at + DAY > END, "window_open")
    a.data["k"] = a.data.solved.fillna(False) & ~(a.data.helped <= a.data.started_at + DAY)
    b.leave(b.data.guided, "through_session").leave(b.data.created_at + DAY > END, "window_open")
    both = [a.data] if variant == "of_sessions" else [a.data, b.data.assign(k=False)]
    return pd.concat([x[["placed", "why", "k"]] for x in both], ignore_index=True)


def next_of_type(t, since):
    """When the same customer asked again about the same thing."""
    asked = t[~t.why.isin(["merged", "spam"])]
    found = [asked.created_at[asked.account.eq(who) & (asked["type"].isna() if pd.isna(what) else asked["type"].eq(what))
                              & (asked.created_at > start)].min() if pd.notna(start) else pd.NaT
             for who, what, start in zip(t.account, t["type"], since)]
    return pd.to_datetime(pd.Series(found, t.index), utc=True)


def bots(variant):
    a, b = visits(), requests()
    s, t = a.data, b.data
    a.leave(s.kind.ne("chatbot"), "other_session")
    worked = (t.bot_replies.fillna(0) > 0) | t.handover_at.notna() | t.resolved_by.eq("bot")
    b.leave(~worked, "no_bot").leave(t.guided, "through_session")
    if variant == "bot_handover_rate":
        s["k"], t["k"] = s.handed_over_at.notna(), t.handover_at.notna()
    else:
        done = t.first_resolved_at.fillna(t.resolved_at)
        a.leave(s.started_at + DAY > END, "window_open")
        b.leave(done.fillna(t.created_at) + DAY > END, "window_open")
        s["k"] = s.handed_over_at.isna() & s.solved.fillna(True) & ~(s.contacted <= s.started_at + DAY)
        alone = t.resolved_by.eq("bot") & t.handover_at.isna() & t.first_response_at.isna() & ~(t.agent_replies > 0) & done.notna()
        again = next_of_type(t, done.where(alone & t.why.isna()))
        t["k"] = alone & ~(again <= done + DAY)
    return pd.concat([x[["placed", "why", "k"]] for x in (s, t)], ignore_index=True)


def sessions_by_kind():
    s = frame("session")
    return figures_of(Seen(s, s.started_at).data, lambda o, *_: {"visits": len(o)}, "kind")


def visits_per_account():
    s = frame("session")
    return per_accounts("visits", Seen(s, s.started_at).leave(s.account.isna(), "no_account").data)


def knowledge():
    a = frame("article")

    def figures(_, begin, end):
        b = a[(a.published_at < end) & ~(a.retired_at < end)]
        changed = b.updated_at.where(b.updated_at < end).fillna(b.published_at)
        judged = b.helpful.sum() + b.unhelpful.sum()
        return {"count": len(b), "helpful_share": ratio(b.helpful.sum(), judged), "views_per_article": ratio(b.views.sum(), b.views.count(), 1),
                "stale_share": ratio((end - changed > 180 * DAY).sum(), len(b))}, None

    return figures, pd.Series(dtype="object")


# Tickets per account, and whose they are ------------------------------------------------------------------------------


def contact_rate():
    seen = population()
    return per_accounts("tickets", seen.leave(seen.data.account.isna(), "no_account").data)


def complaint_rate():
    seen = population()
    seen.leave(~seen.data.complaint.fillna(False), "no_complaint")
    return per_accounts("complaints", seen.leave(seen.data.account.isna(), "no_account").data)


def linkage():
    t = population().data
    return figures_of(t.assign(k=t.account.notna()), shares("share", "linked", "tickets"), "channel")


def completeness():
    t = asked_tickets().data
    wanted = ["account", "channel", "type", "priority", "status", "assignee"]

    def of(o, *_):
        filled = o.reindex(columns=wanted).notna()
        cells = int(filled.sum().sum())
        return {"share": ratio(cells, 6 * len(o)), "filled": cells, "wanted": 6 * len(o),
                "complete_share": ratio(filled.all(axis=1).sum(), len(o)),
                **{f"share_{name}": ratio(filled[name].sum(), len(o)) for name in wanted}}

    return figures_of(t, of, "channel")


# Reviews and answers --------------------------------------------------------------------------------------------------


def posted(others=True):
    """Reviews, those that are not rated or have less than all stars left out."""
    r = frame("review")
    resolved, bought = frame("ticket").set_index("id").resolved_at, frame("conversion").set_index("id")["at"]
    r["subject"] = r.ticket.map(resolved).fillna(r.conversion.map(bought))
    r["k"] = r.stars.eq(r.scale_max).fillna(False)
    seen = Seen(r, r.posted_at).leave(r.stars.isna(), "unrated")
    return seen.leave(~r.k, "other_rating") if others else seen


def five_stars():
    return figures_of(posted().data, lambda o, *_: {"reviews": len(o)}, "platform")


def share_of_five_stars():
    return figures_of(posted(False).data, shares("share", "five_star", "reviews"), "platform")


def time_to_review():
    seen = posted()
    seen.leave(seen.data.subject.isna(), "unknown").leave(seen.data.subject > seen.data.posted_at, "open")
    return figures_of(seen.data, lambda o, *_: durations(o.posted_at - o.subject), "platform")


def sentiment():
    t, r = asked_tickets(), frame("review")
    both = [t.leave(t.data.sentiment.isna(), "unlabelled").data, Seen(r, r.posted_at).leave(r.sentiment.isna(), "unlabelled").data]

    def of(o, *_):
        n = o.sentiment.value_counts()
        plus, none, minus = (int(n.get(x, 0)) for x in ("positive", "neutral", "negative"))
        return {"index": ratio(plus - minus, len(o)), "positive": plus, "neutral": none, "negative": minus, "count": len(o)}

    return figures_of(pd.concat([x[["placed", "why", "sentiment"]] for x in both], ignore_index=True), of, None)


def dissatisfied():
    s = frame("survey")
    seen = Seen(s, s.submitted_at).leave(s.kind.ne("organization"), "other_kind").leave(s.score.isna(), "unanswered")
    return figures_of(seen.data.assign(k=s.score <= 2), shares("share", "dissatisfied", "answers"), "channel")


# Scorecards and people ------------------------------------------------------------------------------------------------


def middle(xs):
    return oracle.text(statistics.median(xs)) if xs else None


def marks():
    q = frame("quality_review")
    return Seen(q, q.subject_at.fillna(q.reviewed_at)).leave(q.not_applicable.fillna(False) | q.mark.isna(), "not_applicable").data


def scorecards():
    def of(o, *_):
        scores = []
        for _, one in o.groupby("id"):
            got = sum(int(w) * Fraction(int(m), int(top)) for w, m, top in zip(one.weight, one.mark, one.scale_max))
            scores.append(Fraction(oracle.text(100 * got / int(one.weight.sum()))))  # rounded once, as the rulings have it
        zero = o[o.critical.fillna(False) & o.mark.eq(0)].id.nunique()
        return {"mean": oracle.text(sum(scores) / len(scores)) if scores else None, "median": middle(scores), "count": len(scores), "failed": zero}

    return figures_of(marks(), of, "agent")


def criteria():
    def of(o, *_):
        xs = [Fraction(100 * int(m), int(top)) for m, top in zip(o.mark, o.scale_max)]
        return {"mean": oracle.text(sum(xs) / len(xs)) if xs else None, "median": middle(xs), "count": len(xs)}

    return figures_of(marks(), of, "criterion")


def engagement():
    s = frame("employee_survey")
    return figures_of(Seen(s, s.submitted_at).leave(s.score.isna(), "unanswered").data, lambda o, *_: {
        "mean": ratio(o.score.sum(), len(o), 1), "count": len(o)}, "team")


def active():
    a, done = frame("agent"), frame("activity")

    def figures(group, begin, end):
        mine = a[employed(a, end) & of_group(a.team, group)]
        month = done[(done["at"] >= end - pd.DateOffset(months=1)) & (done["at"] < end)]
        return part(mine.id.isin(month.agent).sum(), len(mine), "share", "active", "agents"), None

    return figures, a.team


def attrition(variant):
    a = frame("agent")

    def figures(group, begin, end):
        mine = a[of_group(a.team, group)]
        opening, closing = int(employed(mine, begin).sum()), int(employed(mine, end).sum())
        left = int(((mine.left_at >= begin) & (mine.left_at < end)).sum())
        year = Fraction(36525, 100 * (end - begin).days) if variant == "annualised" else 1
        rate = oracle.text(Fraction(200 * left, opening + closing) * year) if opening + closing else None
        return {"rate": rate, "leavers": left, "opening": opening, "closing": closing}, None

    return figures, a.team


def parts(data, *names):
    return figures_of(data, shares(*names), None)


# By KPI and variant: what makes figures(group, begin, end) and its groups, and the dimension that it is also grouped by.
FIGURES = {
    ("deflection_rate", "standard"): (lambda: figures_of(deflection(), lambda o, *_: {
        "rate": ratio(o.k.sum(), len(o)), "deflected": o.k.sum(), "tickets": (~o.k).sum()}, None), None),
    ("self_service_completion_rate", "of_issues"): (lambda: parts(completion("of_issues"), "share", "completed", "issues"), None),
    ("self_service_completion_rate", "of_sessions"): (lambda: parts(completion("of_sessions"), "share", "completed", "sessions"), None),
    ("bot_containment_rate", "contained"): (lambda: parts(bots("contained"), "share", "contained", "conversations"), None),
    ("bot_containment_rate", "bot_handover_rate"): (lambda: parts(bots("bot_handover_rate"), "share", "handed_over", "conversations"), None),
    ("self_service_utilization", "visits"): (sessions_by_kind, "kind"),
    ("self_service_utilization", "per_100_accounts"): (visits_per_account, None),
    ("knowledge_base_articles", "standard"): (knowledge, None),
    ("contact_rate", "standard"): (contact_rate, None),
    ("complaint_rate", "standard"): (complaint_rate, None),
    ("account_linkage_rate", "to_account"): (linkage, "channel"),
    ("record_completeness", "standard"): (completeness, "channel"),
    ("positive_reviews", "count"): (five_stars, "platform"),
    ("positive_reviews", "share"): (share_of_five_stars, "platform"),
    ("positive_reviews", "per_100_customers"): (lambda: per_accounts("reviews", posted().data), None),
    ("positive_reviews", "time_to_review"): (time_to_review, "platform"),
    ("net_sentiment", "all"): (sentiment, None),
    ("dissatisfaction_with_organization", "standard"): (dissatisfied, "channel"),
    ("quality_score", "standard"): (scorecards, "agent"),
    ("quality_score", "by_criterion"): (criteria, "criterion"),
    ("employee_engagement", "score"): (engagement, "team"),
    ("employee_engagement", "active_share"): (active, "team"),
    ("agent_attrition_rate", "annualised"): (lambda: attrition("annualised"), "team"),
    ("agent_attrition_rate", "period"): (lambda: attrition("period"), "team"),
}
