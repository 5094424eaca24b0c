"""The peer of rankings of agents and of how completely records are filled in, for `oracle.py`."""

from dataclasses import replace

import contacts
import first
import resolution
from loyalty import find_agents
from oracle import ANCHORS, BORN, Kpi, Refused, bad, count, counts, groups_of, is_number, merged_or_spam, number, share, word

KNOWN = {**first.KPIS, **resolution.KPIS, **contacts.KPIS}


def rank(n):
    return {"value": str(n), "unit": "rank"}


def unranked(why):
    return {"value": None, "undefined": why, "unit": "rank"}


# Most active agents ---------------------------------------------------------------------------------------------------


def first_assignees(rows):
    for t in rows.get("ticket", ()):
        if t.get("agent") is None:
            t["agent"] = t.get("first_assignee")


def received(kind, r):
    """Who received which ticket, or why nobody did."""
    if kind == "holding":
        return r["agent"], r["ticket"]
    why = merged_or_spam(r) or ("no_agent" if r.get("agent") is None else None)
    return why or (r["agent"], r["id"])


def active_figures(_, cell, __, ctx, left):
    def gathered(list_, note=None):
        out = set()
        for kind, r in list_:
            got = received(kind, r)
            if not isinstance(got, str):
                out.add(got)
            elif note is not None:
                note[got] += 1
        return out

    own = {t for _, t in gathered(cell, left)}
    everything = {t for _, t in gathered(ctx["whole"])}
    of_all = share(len(own), len(everything), ctx["level"])
    by, group = ctx["by"], ctx["group"]
    if group is None or "agent" not in by or group[by.index("agent")] is None:
        return {"rank": unranked("not_ranked"), "tickets": count(len(own)), "share": of_all}
    at = by.index("agent")
    others = {}
    for kind, r in ctx["whole"]:
        for g in groups_of(r, by):
            if g[:at] + g[at + 1:] == group[:at] + group[at + 1:]:
                others.setdefault(g[at], []).append((kind, r))
    rivals = sorted((-len({t for _, t in gathered(list_)}), agent) for agent, list_ in others.items() if agent is not None)
    agents = [agent for n, agent in rivals if n]
    found = rank(agents.index(group[at]) + 1) if group[at] in agents else unranked("no_records")
    return {"rank": found, "tickets": count(len(own)), "share": of_all}


def active_formula(_, inputs, level, __):
    for name in inputs:
        if name != "tickets":
            raise Refused("unknown_input", field=name)
    if "tickets" not in inputs:
        raise Refused("missing_input", field="tickets")
    xs = inputs["tickets"]
    if any(x < 0 for x in xs):
        raise Refused("negative", field="tickets")
    order = sorted(range(len(xs)), key=lambda i: (-xs[i], i))
    out = {}
    for i, x in enumerate(xs):
        out |= {f"rank_{i + 1}": rank(order.index(i) + 1) if x else unranked("no_records"), f"tickets_{i + 1}": count(x), f"share_{i + 1}": share(x, sum(xs), level)}
    return out


# Top agents -----------------------------------------------------------------------------------------------------------

# Whether more is better, and whose a ticket is.
DIRECTIONS = {"csat": True, "agent_rating": True, "first_response_time": False, "resolution_time": False, "nps": True}
# Where the scale says which way is better, it must be said.
DECLARED = (("csat", "mean"),)
ATTRIBUTION = {"first_response_time": "first_replier", "resolution_time": "resolver"}


def ranked(list_, better, by_bound, minimum):
    """(ranks, bands) of (name, value, lower, upper, sample): None where an agent is not ranked."""
    def bound(x):
        name, value, lower, upper, _ = x
        if not by_bound:
            return value
        if lower is None and upper is None:
            return value
        if better:
            return -float("inf") if lower is None else lower
        return float("inf") if upper is None else upper

    entered = [x for x in list_ if x[1] is not None and x[4] >= max(minimum, 1)]
    entered.sort(key=lambda x: (-bound(x) if better else bound(x), x[0]))

    def ends(x):
        if x[2] is None and x[3] is None:
            return x[1], x[1]
        return -float("inf") if x[2] is None else x[2], float("inf") if x[3] is None else x[3]

    out, band, best = {}, 0, None
    for i, x in enumerate(entered):
        if best is None or ends(x)[1] < ends(best)[0] or ends(x)[0] > ends(best)[1]:
            band, best = band + 1, x
        out[x[0]] = i + 1, band
    return out


# Nobody knows who did what has not happened yet.
DOINGS = {"first_replier": "first_response_at", "resolver": "resolved_at"}


def whose(t, field):
    """An agent of a ticket as far as is known at the report's instant."""
    at = DOINGS.get(field)
    return None if at and t.get(at) is None and t.get("_raw", t).get(at) is not None else t.get(field)


def top_check(_, p):
    word(p, "rank_by", "bound", ("bound", "value"))
    word(p, "better", "higher", ("higher", "lower"))
    if not is_number(p.get("minimum_sample", 30)) or number(p.get("minimum_sample", 30)) < 0:
        raise bad("minimum_sample")
    if p.get("kpi", "csat") in ("top_agents", "most_active_agents"):
        raise bad("kpi")


def inner(p):
    name = p.get("kpi", "csat")
    if name not in KNOWN:
        raise bad("kpi")
    k = KNOWN[name]
    variant = p.get("kpi_variant", {"csat": "top_two_boxes", "nps": "standard", "first_response_time": "from_handover", "resolution_time": "last"}.get(name))
    return name, k, variant


def bind_top(k, _, p):
    name, own, variant = inner(p)

    def derive(rows):
        if own.derive:
            own.derive(rows)
        find_agents(rows)
        for t in rows.get("ticket", ()):
            if t.get("agent") is None:
                t["agent"] = whose(t, ATTRIBUTION.get(name, "first_assignee"))

    return replace(k, reads=own.of("reads", variant), derive=derive, anchors=own.of("anchors", variant), ending=own.of("ending", variant))


def top_figures(_, cell, span, ctx, left):
    p = ctx["parameters"]
    name, own, variant = inner(p)
    figure = p.get("figure", own.of("headline", variant))
    if "better" not in p and ((name, variant) in DECLARED or figure != own.of("headline", variant)):
        raise bad("better")
    asked = ctx | {"parameters": p.get("kpi_parameters", {})}
    row = own.figures(variant, cell, span, asked, left)[figure]
    sample = row.get("sample", 0)
    value = {k: row[k] for k in ("value", "unit", "undefined", "lower", "upper", "sample") if k in row}
    by, group = ctx["by"], ctx["group"]
    if group is None or "agent" not in by or group[by.index("agent")] is None:
        return {"rank": unranked("not_ranked"), "band": unranked("not_ranked"), "value": value, "sample": count(sample)}
    at, rivals = by.index("agent"), {}
    for kind, r in ctx["whole"]:
        for g in groups_of(r, by):
            if g[at] is not None and g[:at] + g[at + 1:] == group[:at] + group[at + 1:]:
                rivals.setdefault(g[at], []).append((kind, r))
    rows = []
    for agent, list_ in rivals.items():
        got = own.figures(variant, list_, span, asked, type(left)())[figure]
        rows.append((agent, number(got["value"]), got.get("lower"), got.get("upper"), got.get("sample", 0)))
    better = {"higher": True, "lower": False}[p["better"]] if "better" in p else DIRECTIONS[name]
    minimum = number(p.get("minimum_sample", 30))
    places = ranked(rows, better, p.get("rank_by", "bound") == "bound", minimum)
    me = group[at]
    if me in places:
        out = {"rank": rank(places[me][0]), "band": rank(places[me][1])}
    else:
        why = "no_records" if sample == 0 else row["undefined"] if row.get("value") is None else "small_sample"
        out = {"rank": unranked(why), "band": unranked(why)}
    return out | {"value": value, "sample": count(sample)}


def top_formula(_, inputs, __, p):
    names = ("values", "lowers", "uppers", "samples")
    for name in inputs:
        if name not in names:
            raise Refused("unknown_input", field=name)
    for name in names:
        if name not in inputs:
            raise Refused("missing_input", field=name)
    if len({len(inputs[name]) for name in names}) > 1:
        raise Refused("bad_input")
    rows = [(i, *map(number, x)) for i, x in enumerate(zip(*(inputs[name] for name in names)))]
    places = ranked(rows, p.get("better", "higher") == "higher", p.get("rank_by", "bound") == "bound", number(p.get("minimum_sample", 30)))
    out = {}
    for i, *_ in rows:
        got = places.get(i)
        for j, name in enumerate(("rank", "band")):
            out[f"{name}_{i + 1}"] = rank(got[j]) if got else unranked("small_sample" if rows[i][4] else "no_records")
    return out


# Completeness ---------------------------------------------------------------------------------------------------------

WANTED = {
    "ticket": ["account", "channel", "type", "priority", "status", "assignee"],
    "contact": ["account", "agent", "channel", "direction", "outcome"], "account": ["kind", "tier", "plan", "region", "segment"],
}
STARTS = {"account": ("started_at",), "agent": ("hired_at",)}


def named(p):
    record = word(p, "record", "ticket")
    record = "quality_review" if record == "quality_reviews" else record
    kind = next((k for k in BORN if record in (k, k + "s", k[:-1] + "ies")), None) or (record if record in ANCHORS else None)
    if kind is None:
        raise bad("record")
    if "fields" not in p and kind not in WANTED:
        raise bad("fields")
    fields = p.get("fields", WANTED.get(kind))
    if not isinstance(fields, list) or not fields or any(not isinstance(f, str) or f in ("", "colour_of_hair") for f in fields):
        raise bad("fields")
    return kind, fields


def filled(r, field):
    return r.get(field) is not None and r[field] not in ("", [])


def finish_complete(cells, wanted, complete, records, level):
    return {"share": share(cells, wanted, level, None), "filled": count(cells), "wanted": count(wanted),
            "complete_share": share(complete, records, level)}


def complete_figures(_, cell, __, ctx, left):
    _, fields = named(ctx["parameters"])
    kept = []
    for kind, r in cell:
        if kind == "ticket" and (why := merged_or_spam(r)):
            left[why] += 1
        else:
            kept.append(r)
    got = {field: sum(filled(r, field) for r in kept) for field in fields}
    complete = sum(all(filled(r, field) for field in fields) for r in kept)
    out = finish_complete(sum(got.values()), len(fields) * len(kept), complete, len(kept), ctx["level"])
    for field, k in got.items():
        one = share(k, len(kept), ctx["level"])
        out[f"share_{field}"] = {key: one[key] for key in ("value", "unit", "undefined", "sample") if key in one}
    return out


def complete_formula(_, inputs, level, __):
    cells, wanted, complete, records = counts(inputs, "filled", "wanted", "complete", "records")
    if cells > wanted:
        raise Refused("bad_input", field="filled")
    if complete > records:
        raise Refused("bad_input", field="complete")
    return finish_complete(cells, wanted, complete, records, level)


def bind_complete(k, _, p):
    kind, _ = named(p)
    return replace(k, reads=[kind], anchors={kind: STARTS[kind]} if kind in STARTS else None)


KPIS = {
    "most_active_agents": Kpi(
        reads={"first_assigned": ["ticket"], "each": ["holding"]}, figures=active_figures, formula=active_formula, headline="rank",
        own="agent", derive=first_assignees),
    "top_agents": Kpi(
        reads=["survey"], figures=top_figures, formula=top_formula, headline="rank", own="agent", check=top_check, bind=bind_top,
        parameters=("kpi", "kpi_variant", "kpi_parameters", "figure", "minimum_sample", "rank_by", "better")),
    "record_completeness": Kpi(
        reads=["ticket"], figures=complete_figures, formula=complete_formula, headline="share", parameters=("record", "fields"),
        check=lambda _, p: named(p), bind=bind_complete),
}
