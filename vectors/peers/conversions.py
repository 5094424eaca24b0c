"""The peer of conversions after a contact and of cancellation requests, for `oracle.py`.

Every touch looks by itself through the whole table for what was sold after it.
"""

from dataclasses import replace
from fractions import Fraction

from statsmodels.stats.proportion import confint_proportions_2indep

from contacts import not_answered
from first import there
from loyalty import DAY, gone, sift
from oracle import Kpi, Refused, bad, count, counts, first_known, not_asked, part_of, seconds, share, text, undefined, word
from quality import reached
from ranking import whose

TOUCHES = {"contacts": ("contact",), "tickets": ("ticket",), "sessions": ("session",), "all": ("contact", "ticket", "session")}
KINDS = ("contact", "ticket", "session")
BEGINS = {"contact": ("queued_at", "started_at"), "ticket": ("created_at",), "session": ("started_at",)}
FIXED = {"upsell_rate": "upsell", "cross_sell_rate": "cross_sell"}

# Figures ------------------------------------------------------------------------------------------------------------


def newcombe(k1, n1, k2, n2, level):
    """Of the difference of two independent shares, in points."""
    low, high = confint_proportions_2indep(k1, n1, k2, n2, method="newcomb", compare="diff", alpha=1 - level)
    return 100 * float(low), 100 * float(high)


def converted_share(whole, k, n, level):
    return {"share": share(k, n, level), "converted": count(k), whole: count(n)}


def guarded(kept_sold, sold, kept_others, others, level):
    """What became of the customers to whom something was sold, and of the others."""
    if sold and others:
        low, high = newcombe(kept_sold, sold, kept_others, others, level)
        value = 100 * (Fraction(kept_sold, sold) - Fraction(kept_others, others))
        difference = {"value": text(value), "unit": "percent", "lower": low, "upper": high}
    else:
        high, difference = 0, undefined("percent", "no_records")
    return {
        "retention_sold": share(kept_sold, sold, level), "retention_not_sold": share(kept_others, others, level),
        "retention_difference": difference, "guard_rail_failed": count(int(high < 0)), "accounts": count(sold + others),
    }


# Touches ------------------------------------------------------------------------------------------------------------


def began(kind, r):
    return first_known(r, BEGINS[kind])


def no_touch(kind, r, after):
    """Why a record is not a touch."""
    if kind == "contact":
        return "outbound" if r.get("direction") == "outbound" else not_answered(r)
    if kind == "ticket":
        return not_asked(r) or ("through_contact" if after == "all" and r.get("contact") is not None else None)
    return None


def look(rows):
    """Lets every touch see the whole input."""
    world = {kind: list(list_) for kind, list_ in rows.items()}
    returned = {c.get("order") for c in world.get("conversion", []) if c["kind"] == "refund"} - {None}
    for c in world.get("conversion", []):
        if "refunded" not in c:
            c["refunded"] = c.get("order") in returned
    for t in world.get("ticket", []):  # whose a ticket is: who spoke with the customer
        if t.get("agent") is None:
            t["agent"] = whose(t, "first_replier")
    for kind in KINDS:
        for r in world.get(kind, []):
            r["_world"] = world
        if kind in world and "conversion" not in world:
            raise Refused("missing_records", "conversion")


def look_for_customers(rows):
    look(rows)
    if "account" not in rows:
        raise Refused("missing_records", "account")


def sale(r, at, kinds):
    """When its account bought first, at or after an instant."""
    return min((c["at"] for c in r["_world"]["conversion"] if c["kind"] in kinds and c.get("account") == r["account"]
                and not gone(c) and c["at"] >= at), default=None)


def is_converted(variant, kind, r, after, within, kinds):
    at = began(kind, r)
    sold = sale(r, at, kinds)
    if sold is None or sold > at + within:
        return False
    if variant != "last_touch":
        return True
    mine = at, KINDS.index(kind), r["id"].encode()
    return not any(
        o is not r and o.get("account") == r["account"] and not no_touch(other, o, after) and began(other, o) <= sold
        and (began(other, o), KINDS.index(other), o["id"].encode()) > mine
        for other in TOUCHES[after] for o in r["_world"].get(other, ()))


def check(kpi):
    def of(_, p):
        word(p, "after", "contacts", tuple(TOUCHES))
        seconds(p, "within", 0)
        seconds(p, "retained_after", 0)
        kinds = p.get("kinds", ["purchase"])
        if not isinstance(kinds, list) or not kinds or not all(isinstance(x, str) and x for x in kinds):
            raise bad("kinds")

    return of


def figures(kpi):
    def of(variant, cell, _, ctx, left):
        p, level = ctx["parameters"], ctx["level"]
        after, within = p.get("after", "contacts"), seconds(p, "within", 30 * DAY)
        kinds = p.get("kinds", ["purchase"])
        kinds = [FIXED[kpi]] if kpi in FIXED else kinds
        kept = []
        for kind, r in cell:
            why = no_touch(kind, r, after) or ("no_account" if r.get("account") is None else None)
            if why is None and ctx["as_of"] is None:
                raise Refused("as_of_required")
            if why is None and began(kind, r) + within > ctx["as_of"]:
                why = "window_open"
            if why:
                left[why] += 1
            else:
                kept.append((kind, r))
        rule = "last_touch" if variant == "last_touch" else "any_touch"
        own = {id(r): is_converted(rule, kind, r, after, within, kinds) for kind, r in kept}
        customers = {}
        for kind, r in sorted(kept, key=lambda of: began(*of)):
            customers.setdefault(r["account"], []).append((kind, r))
        if variant == "per_customer":
            out = converted_share("customers", sum(any(own[id(r)] for _, r in t) for t in customers.values()), len(customers), level)
        else:
            out = converted_share("touches", sum(own.values()), len(own), level)
        if kpi not in FIXED:
            return out
        later, tally = seconds(p, "retained_after", 90 * DAY), {True: [0, 0], False: [0, 0]}
        for account, touches in customers.items():
            sold = [t for t in touches if own[id(t[1])]]
            if not sold and any(is_converted("any_touch", kind, r, after, within, kinds) for kind, r in touches):
                continue
            kind, r = (sold or touches)[0]
            at = began(kind, r)
            ended = next(a.get("ended_at") for a in r["_world"]["account"] if a["id"] == account)
            if (ended is not None and ended <= at) or at + later > ctx["as_of"]:
                continue
            tally[bool(sold)][0] += ended is None or ended > at + later
            tally[bool(sold)][1] += 1
        return out | guarded(*tally[True], *tally[False], level)

    return of


def formula(kpi):
    def of(variant, inputs, level, _):
        whole = "customers" if variant == "per_customer" else "touches"
        if kpi not in FIXED:
            return converted_share(whole, *part_of(inputs, "converted", whole), level)
        names = ("retained_sold", "sold", "retained_not_sold", "not_sold")
        k, n, *rest = counts(inputs, "converted", whole, *names)
        for part, a, b in (("converted", k, n), ("retained_sold", *rest[:2]), ("retained_not_sold", *rest[2:])):
            if a > b:
                raise Refused("bad_input", field=part)
        return converted_share(whole, k, n, level) | guarded(*rest, level)

    return of


def touched(k, variant, p):
    reads = TOUCHES[p.get("after", "contacts")]
    return replace(k, reads=reads, links={kind: ("account",) for kind in reads} if k.derive is look_for_customers else None)


# Cancellation requests ------------------------------------------------------------------------------------------------


def find_customers(rows):
    if "account" not in rows and "ticket" in rows:
        raise Refused("missing_records", "account")
    accounts = {a["id"]: a for a in rows.get("account", ())}
    for t in rows.get("ticket", ()):
        t["_account"] = accounts.get(t.get("account"))


def in_span(kind, r, span):
    if kind != "account":
        return None
    return span is not None and r["started_at"] < span[1] and (r.get("ended_at") is None or r["ended_at"] >= span[0])


def turnover_check(_, p):
    types = p.get("types", ["cancellation"])
    if not isinstance(types, list) or not types or not all(isinstance(x, str) and x for x in types):
        raise bad("types")


def turnover_figures(variant, cell, span, ctx, left):
    types = ctx["parameters"].get("types", ["cancellation"])

    def why(t):
        if reason := not_asked(t) or ("other_type" if t.get("type") not in types else None):
            return reason
        if t.get("account") is None:
            return "no_account"
        a = t["_account"]
        if a is None or a["started_at"] >= t["created_at"]:  # as of the report nobody of that name has come
            return "not_yet_customer"
        return "already_left" if a.get("ended_at") is not None and a["ended_at"] < t["created_at"] else None

    n = len(sift([x for x in cell if x[0] == "ticket"], why, left))
    if variant == "count":
        return {"requests": count(n)}
    span = reached(span, ctx["given_as_of"])
    opening = sum(there(a, span[0]) for kind, a in cell if kind == "account") if span else 0
    return finish_turnover(n, opening)


def finish_turnover(n, opening):
    rate = undefined("percent", "no_start_customers", 0) if opening == 0 else {
        "value": text(Fraction(100 * n, opening)), "unit": "percent", "sample": opening, "lower": None, "upper": None}
    return {"rate": rate, "requests": count(n), "customers": count(opening)}


def turnover_formula(variant, inputs, _, __):
    if variant == "count":
        return {"requests": count(*counts(inputs, "requests"))}
    return finish_turnover(*counts(inputs, "requests", "customers"))


VARIANTS = ("last_touch", "any_touch", "per_customer")
KPIS = {
    kpi: Kpi(
        reads=KINDS, figures=figures(kpi), formula=formula(kpi), headline="share", check=check(kpi), bind=touched,
        parameters=("after", "within", "retained_after") if kpi in FIXED else ("after", "within", "kinds"),
        derive=look_for_customers if kpi in FIXED else look)
    for kpi in ("conversion_rate", *FIXED)
} | {
    "customer_turnover": Kpi(
        reads={"count": ["ticket"], "rate": ["ticket", "account"]}, figures=turnover_figures, formula=turnover_formula,
        headline={"count": "requests", "rate": "rate"}, parameters=("types",), check=turnover_check, inside=in_span,
        window={"count": False, "rate": True}, derive=find_customers, links={"ticket": ("account",)}),
}
