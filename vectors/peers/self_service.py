"""The peer of self-service, bots, articles and of what comes per account, for `oracle.py`.

Whether a contact followed a session, or a session went before a ticket, is looked up for each record by itself in the
whole tables.
"""

from fractions import Fraction

from first import there
from flow import next_cases
from loyalty import fill, happened, known, meets, over, sift
from oracle import Kpi, Refused, answered, bad, count, counts, first_known, merged_or_spam, not_asked, seconds, share, text, undefined, word
from resolution import began, share_formula, two

DAY = 86400
KINDS = ("help_center", "article", "forum", "chatbot")
HALF_A_YEAR = 180 * DAY

# Looking into other tables --------------------------------------------------------------------------------------------


def look_around(rows):
    """Fills in the first contact after a session and the last session before a ticket."""
    asked = [(t.get("account"), t["created_at"]) for t in rows.get("ticket", ())
             if not merged_or_spam(t) and t.get("opened_by") in (None, "customer")]
    called = [(c.get("account"), began(c)) for c in rows.get("contact", ()) if c.get("direction") != "outbound"]
    sessions = [(s.get("account"), s["started_at"]) for s in rows.get("session", ())]

    def contacted(s):
        return min((at for who, at in asked + called if who is not None and who == s.get("account") and at > s["started_at"]), default=None)

    def visited(t):
        return max((at for who, at in sessions if who is not None and who == t.get("account") and at <= t["created_at"]), default=None)

    fill(rows, "session", "contacted_at", contacted)
    fill(rows, "ticket", "session_before_at", visited)
    next_cases(rows)


def find_sales(rows):
    sold = {c.get("ticket") for c in rows.get("conversion", ()) if c["kind"] != "refund"} - {None}
    fill(rows, "ticket", "converted", lambda t: t["id"] in sold)


# Sessions and the tickets beside them ---------------------------------------------------------------------------------


def within_of(ctx):
    return seconds(ctx["parameters"], "link_within", DAY)


def session_check(variant, p):
    seconds(p, "link_within", DAY)
    word(p, "anonymous", "include", ("include", "exclude"))
    kinds = p.get("kinds", list(KINDS))
    if not isinstance(kinds, list) or not kinds or not all(isinstance(x, str) and x for x in kinds):
        raise bad("kinds")


def helped(s):
    """The first time after its start at which a session's customer came to people."""
    return min((s[f] for f in ("contacted_at", "handed_over_at") if s.get(f) is not None), default=None)


def session_why(s, ctx, kinds):
    if s["kind"] not in kinds:
        return "other_session"
    if s.get("account") is None and ctx["parameters"].get("anonymous") == "exclude":
        return "no_account"
    return None if over(s["started_at"], within_of(ctx), ctx) else "window_open"


def after_session(t, ctx):
    before = t.get("session_before_at")
    return before is not None and t["created_at"] <= before + within_of(ctx)


def of_kind(cell, kind):
    return [(k, r) for k, r in cell if k == kind]


def deflection_figures(_, cell, __, ctx, left):
    kinds, limit = ctx["parameters"].get("kinds", KINDS), within_of(ctx)
    sessions = sift(of_kind(cell, "session"), lambda s: session_why(s, ctx, kinds) or (
        "contacted" if happened(helped(s), s["started_at"], limit) else None), left)
    tickets = sift(of_kind(cell, "ticket"), lambda t: not_asked(t) or (
        None if over(t["created_at"], limit, ctx) else "window_open"), left)
    return finish_deflection(len(sessions), len(tickets), ctx["level"])


def finish_deflection(deflected, tickets, level):
    return {"rate": share(deflected, deflected + tickets, level), "deflected": count(deflected), "tickets": count(tickets)}


def completion_figures(variant, cell, _, ctx, left):
    limit = within_of(ctx)
    sessions = sift(of_kind(cell, "session"), lambda s: session_why(s, ctx, KINDS), left)
    tickets = sift(of_kind(cell, "ticket"), lambda t: not_asked(t) or (
        "through_session" if after_session(t, ctx) else None if over(t["created_at"], limit, ctx) else "window_open"), left)
    completed = sum(s.get("solved") is True and not happened(helped(s), s["started_at"], limit) for s in sessions)
    return two("completed", COMPLETED[variant])(completed, len(sessions) + len(tickets), ctx["level"])


COMPLETED = {"of_issues": "issues", "of_sessions": "sessions"}

# Bots -----------------------------------------------------------------------------------------------------------------


def bot_worked(t):
    return (t.get("bot_replies") or 0) > 0 or t.get("handover_at") is not None or t.get("resolved_by") == "bot"


def conversation_why(variant, kind, r, ctx):
    if kind == "session":
        if variant == "bot_handover_rate":
            return None if r["kind"] == "chatbot" else "other_session"
        return session_why(r, ctx, ("chatbot",))
    if why := not_asked(r):
        return why
    if not bot_worked(r):
        return "no_bot"
    if after_session(r, ctx):
        return "through_session"
    base = first_known(r, ("first_resolved_at", "resolved_at", "created_at"))
    return None if variant == "bot_handover_rate" or over(base, within_of(ctx), ctx) else "window_open"


def contained(kind, r, limit):
    if kind == "session":
        return r.get("handed_over_at") is None and r.get("solved") is not False and not happened(r.get("contacted_at"), r["started_at"], limit)
    base = first_known(r, ("first_resolved_at", "resolved_at"))
    return (r.get("resolved_by") == "bot" and r.get("handover_at") is None and not answered(r) and base is not None
            and not happened(r.get("first_reopened_at"), base, limit) and not happened(r.get("next_case_after_resolution_at"), base, limit))


def bot_figures(variant, cell, _, ctx, left):
    kept = []
    for kind, r in cell:
        if why := conversation_why(variant, kind, r, ctx):
            left[why] += 1
        else:
            kept.append((kind, r))
    if variant == "bot_handover_rate":
        got = sum(r.get("handed_over_at" if kind == "session" else "handover_at") is not None for kind, r in kept)
        return two("handed_over", "conversations")(got, len(kept), ctx["level"])
    return two("contained", "conversations")(sum(contained(kind, r, within_of(ctx)) for kind, r in kept), len(kept), ctx["level"])


# Per account ----------------------------------------------------------------------------------------------------------


def finish_per_accounts(name, n, opening, closing):
    if opening + closing == 0:
        rate = undefined("percent", "no_records")
    else:
        rate = {"value": text(Fraction(200 * n, opening + closing)), "unit": "percent", "lower": None, "upper": None, "sample": n}
    return {"rate": rate, name: count(n), "opening": count(opening), "closing": count(closing)}


def per_accounts(name, why):
    """The measure of records per 100 accounts; `why` says which of them do not count."""
    def figures(_, cell, span, ctx, left):
        n = len(sift([(k, r) for k, r in cell if k != "account"], lambda r: why(r) or ("no_account" if r.get("account") is None else None), left))
        now = known(span, ctx)
        start, end = (sum(there(a, at) for _, a in of_kind(cell, "account")) for at in now) if now else (0, 0)
        return finish_per_accounts(name, n, start, end)

    return figures


def per_accounts_formula(name):
    return lambda _, inputs, __, ___: finish_per_accounts(name, *counts(inputs, name, "opening", "closing"))


def visits_figures(variant, cell, span, ctx, left):
    if variant == "visits":
        return {"visits": count(len(cell))}
    return per_accounts("visits", lambda _: None)(variant, cell, span, ctx, left)


def visits_formula(variant, inputs, level, p):
    if variant == "visits":
        return {"visits": count(*counts(inputs, "visits"))}
    return per_accounts_formula("visits")(variant, inputs, level, p)


def no_complaint(t):
    return not_asked(t) or (None if t.get("complaint") else "no_complaint")


# Articles -------------------------------------------------------------------------------------------------------------


def articles_check(_, p):
    seconds(p, "stale_after", HALF_A_YEAR)


def there_at_end(_, __, a, span, as_of):
    if as_of is not None and span[0] > as_of:
        return False
    end = span[1] if as_of is None else min(span[1], as_of)
    return a["published_at"] < end and (a.get("retired_at") is None or a["retired_at"] >= end)


def finish_articles(articles, helpful, unhelpful, views, viewed, stale, level):
    """`viewed` are the articles of which the views are known."""
    per_article = undefined("ratio", "no_records") if viewed == 0 else {"value": text(Fraction(views, viewed)), "unit": "ratio"}
    return {"count": count(articles), "helpful_share": share(helpful, helpful + unhelpful, level), "views_per_article": per_article,
            "stale_share": share(stale, articles, level)}


def articles_figures(_, cell, span, ctx, __):
    list_ = [a for _, a in cell]
    end = span[1] if ctx["given_as_of"] is None else min(span[1], ctx["given_as_of"])
    after = seconds(ctx["parameters"], "stale_after", HALF_A_YEAR)

    def changed(a):
        return a["updated_at"] if a.get("updated_at") is not None and a["updated_at"] < end else a["published_at"]

    seen = [a["views"] for a in list_ if a.get("views") is not None]
    return finish_articles(len(list_), sum(a.get("helpful") or 0 for a in list_), sum(a.get("unhelpful") or 0 for a in list_), sum(seen), len(seen),
                           sum(end - changed(a) > after for a in list_), ctx["level"])


def articles_formula(_, inputs, level, __):
    articles, helpful, unhelpful, views, stale = counts(inputs, "articles", "helpful", "unhelpful", "views", "stale")
    if stale > articles:
        raise Refused("bad_input", field="stale")
    return finish_articles(articles, helpful, unhelpful, views, articles, stale, level)


# Links ----------------------------------------------------------------------------------------------------------------


def linkage_figures(variant, cell, _, ctx, left):
    tickets = sift(cell, not_asked, left)
    linked = sum(t.get("account") is not None if variant == "to_account" else t.get("order") is not None or bool(t.get("converted")) for t in tickets)
    return two("linked", "tickets")(linked, len(tickets), ctx["level"])


CONTAINED = {"contained": ("contained", "conversations"), "bot_handover_rate": ("handed_over", "conversations")}

KPIS = {
    "deflection_rate": Kpi(
        reads=["session", "ticket"], figures=deflection_figures, headline="rate", parameters=("link_within", "anonymous", "kinds"),
        check=session_check, derive=look_around,
        formula=lambda _, inputs, level, __: finish_deflection(*counts(inputs, "deflected", "tickets"), level)),
    "self_service_completion_rate": Kpi(
        reads={"of_issues": ["session", "ticket"], "of_sessions": ["session"]}, figures=completion_figures, headline="share",
        parameters=("link_within", "anonymous"), check=session_check, derive=look_around,
        formula=share_formula({v: ("completed", whole) for v, whole in COMPLETED.items()})),
    "bot_containment_rate": Kpi(
        reads=["session", "ticket"], figures=bot_figures, headline="share", check=session_check, derive=look_around,
        parameters={"contained": ("link_within", "anonymous"), "bot_handover_rate": ("link_within",)}, formula=share_formula(CONTAINED)),
    "self_service_utilization": Kpi(
        reads={"visits": ["session"], "per_100_accounts": ["session", "account"]}, figures=visits_figures, formula=visits_formula,
        headline={"visits": "visits", "per_100_accounts": "rate"}, inside=meets, window={"visits": False, "per_100_accounts": True}),
    "contact_rate": Kpi(
        reads=["ticket", "account"], figures=per_accounts("tickets", not_asked), formula=per_accounts_formula("tickets"), headline="rate",
        inside=meets, window=True),
    "complaint_rate": Kpi(
        reads=["ticket", "account"], figures=per_accounts("complaints", no_complaint), formula=per_accounts_formula("complaints"), headline="rate",
        inside=meets, window=True),
    "knowledge_base_articles": Kpi(
        reads=["article"], figures=articles_figures, formula=articles_formula, headline="count", parameters=("stale_after",),
        check=articles_check, window=True, balance=there_at_end),
    "account_linkage_rate": Kpi(
        reads=["ticket"], figures=linkage_figures, headline="share", derive=find_sales, formula=share_formula(("linked", "tickets"))),
}
