"""The peer of event logs: what tickets, waits, holdings, spans and targets follow from a log, one ticket at a time.

    python vectors/peers/events.py              # writes vectors/derive.json

Written from the specification alone. Each figure is found by looking through the ticket's whole list of facts again;
nothing is kept from one event to the next but its status and who holds it. The cases stand in `cases_events.py`.
"""

import json
import pathlib
from collections import Counter
from dataclasses import dataclass, field
from datetime import timedelta
from fractions import Fraction

from business import EPOCH, Calendar, clock_of
from oracle import US, Refused, instant, number, text

RANK = {kind: i for i, kind in enumerate(
    "created promised customer_message bot_reply auto_reply handover priority assigned transferred escalated agent_reply "
    "private_note pending on_hold resumed status resolved reopened closed canceled merged deleted spam".split())}
FIELDS = ("ticket", "at", "kind", "actor_kind", "actor", "value", "due_at", "sequence")
COPIED = ("account", "channel", "type", "priority", "team", "department")
OPEN = ("new", "open", "pending", "on_hold")
DONE = ("resolved", "closed")
FINAL = {"canceled": "after_cancellation", "merged": "after_merge", "deleted": "after_deletion", "spam": "after_spam"}
STATUS_OF = {"pending": "pending", "on_hold": "on_hold", "resumed": "open"}
METRICS = ("first_response", "next_response", "resolution")


def shown(us):
    """An instant as text."""
    if us is None:
        return None
    at = EPOCH + timedelta(microseconds=us)
    return at.strftime("%Y-%m-%dT%H:%M:%S") + (f".{at.microsecond:06}" if at.microsecond else "") + "Z"


def lasted(us):
    """A duration as seconds in text."""
    return None if us is None else text(Fraction(us, US))


@dataclass
class Span:
    status: str
    previous: str
    start: int
    by: str
    end: int = None


@dataclass
class Hold:
    agent: str
    start: int
    end: int = None


@dataclass
class Log:
    """The facts of one ticket, in order."""

    given: dict
    created: int
    opened_by: str
    spans: list = field(default_factory=list)
    holds: list = field(default_factory=list)
    facts: list = field(default_factory=list)  # (what, at, event)
    holder: str = None
    assignee: str = None
    resolution: tuple = None  # (at, resolver, resolved_by)

    def all(self, what):
        return [(at, e) for name, at, e in self.facts if name == what]

    def first(self, what):
        return min((at for at, _ in self.all(what)), default=None)

    @property
    def status(self):
        return self.spans[-1].status

    def enter(self, status, at, event):
        """Begins a status; the agent's hold goes with it."""
        previous = self.status
        if status == previous:
            return
        self.spans[-1].end = at
        self.spans.append(Span(status, previous, at, event.get("actor_kind")))
        if previous in OPEN and status not in OPEN:
            self.release(at)
        if previous not in OPEN and status in OPEN:
            self.take(at)

    def release(self, at):
        if self.holds and self.holds[-1].end is None:
            self.holds[-1].end = at

    def take(self, at):
        if self.holder is not None:
            self.holds.append(Hold(self.holder, at))

    def hold(self, agent, at):
        """Another holder, or nobody."""
        if agent == self.holder:
            return
        self.holder = agent
        if self.status in OPEN:
            self.release(at)
            self.take(at)


def prepared(events, options):
    """The events in µs, with the index of each, and the findings of what is there twice."""
    words = options.get("words", {}).get("ticket_event", {})
    out, seen, findings = [], set(), []
    for i, raw in enumerate(events):
        e = {f: raw.get(f) for f in FIELDS}
        for f, known in words.items():
            e[f] = known.get(e[f], e[f])
        for needed in ("ticket", "at", "kind"):
            if e[needed] is None:
                raise Refused("missing_field", "ticket_event", i, needed)
        if e["kind"] == "promised" and e["due_at"] is None:
            raise Refused("missing_field", "ticket_event", i, "due_at")
        if e["kind"] not in RANK:
            raise Refused("unknown_word", "ticket_event", i, "kind")
        if e["kind"] == "status":
            if not e["value"]:
                raise Refused("missing_field", "ticket_event", i, "value")
            if e["value"] not in (*OPEN, *DONE, *FINAL):
                raise Refused("unknown_word", "ticket_event", i, "value")
        e["at"], e["due_at"], e["index"] = instant(e["at"]), instant(e["due_at"]), i
        e["value"] = e["value"] or None
        if options.get("as_of") is not None and e["at"] > instant(options["as_of"]):
            continue
        key = tuple(e[f] for f in FIELDS)
        if key in seen:
            findings.append((e["ticket"], i, "duplicate"))
            continue
        seen.add(key)
        out.append(e)
    return out, findings


def order(e):
    return e["at"], e["sequence"] is None, e["sequence"] or 0, RANK[e["kind"]], e["index"]


def read(ticket, events, given, findings):
    """The log of one ticket; None where nothing says when it was created."""
    def find(code, e=None):
        findings.append((ticket, e and e["index"], code))

    events = sorted(events, key=order)
    created = next((e for e in events if e["kind"] == "created"), None)
    if created is not None:
        start = created["at"]
    else:
        start = instant(given.get("created_at"))
        if start is None:
            start = events[0]["at"]
        find("not_created")
    opened_by = (created or {}).get("actor_kind") or given.get("opened_by")
    log = Log(given, start, opened_by)
    log.spans.append(Span("new", None, start, (created or {}).get("actor_kind")))
    usable = [e for e in events if e["at"] >= start]
    assigned = False
    ended = False
    for e in usable:  # only what is not ignored says whether the log has assignments
        assigned = assigned or (not ended and e["kind"] in ("assigned", "transferred"))
        ended = ended or e["kind"] in FINAL or (e["kind"] == "status" and e["value"] in FINAL)
    for e in events:
        if e["at"] < start:
            find("before_creation", e)
        elif log.status in FINAL:
            find(FINAL[log.status], e)
        elif e["kind"] == "created":
            if e is not created:
                find("created_twice", e)
        else:
            step(log, e, assigned, find)
    return log


def step(log, e, assigned, find):
    kind, at, who = e["kind"], e["at"], e["actor_kind"]
    if kind == "status":
        kind = {"pending": "pending", "on_hold": "on_hold", "open": "opened"}.get(e["value"], e["value"])
        if kind == "new":
            return
        if kind == "opened":
            if log.status in DONE:
                kind = "reopened"
            elif log.status != "open":
                kind = "resumed"
            else:
                return
    if kind == "agent_reply":
        if who == "bot":
            kind = "bot_reply"
        elif who == "system":
            kind = "auto_reply"
        elif who == "customer":
            find("role", e)
            kind = "customer_message"
    if kind == "customer_message":
        log.facts.append(("message", at, e))
        if log.status == "pending":
            log.enter("open", at, e)
    elif kind == "agent_reply":
        opening = log.opened_by == "agent" and not log.all("message")
        if not assigned and e["actor"] is not None:
            log.hold(e["actor"], at)
        log.facts.append(("work", at, e))
        if not opening:
            log.facts.append(("reply", at, e))
            if log.status == "new":
                log.enter("open", at, e)
    elif kind == "private_note":
        if who in (None, "agent"):
            log.facts.append(("note", at, e))
    elif kind == "handover":
        if not log.all("reply"):
            log.facts.append(("handover", at, e))
    elif kind in ("assigned", "transferred"):
        if e["value"] is not None:
            log.facts.append(("assigned", at, e))
        log.assignee = e["value"]
        log.hold(e["value"], at)
    elif kind in ("pending", "on_hold", "resumed"):
        if log.status in DONE:
            reopen(log, at, e)
        log.enter(STATUS_OF[kind], at, e)
    elif kind == "resolved":
        by = {None: "person", "agent": "person", "customer": "self_service"}.get(who, who)
        log.resolution = at, e["actor"] if by == "person" else None, by
        log.facts.append(("resolved", at, e))
        if log.status != "closed":
            log.enter("resolved", at, e)
    elif kind == "reopened":
        if log.status not in DONE:
            find("reopened_while_open", e)
            return
        reopen(log, at, e)
        log.enter("open", at, e)
    elif kind == "closed" and log.status == "closed":
        return
    elif kind == "closed" or kind in FINAL:
        log.facts.append((kind, at, e))
        log.enter(kind, at, e)
    else:
        log.facts.append((kind, at, e))  # escalated, promised, priority, bot_reply, auto_reply


def reopen(log, at, e):
    after_bot = log.resolution is not None and log.resolution[2] == "bot" and log.status in DONE
    log.facts.append(("reopened", at, e))
    if after_bot and not log.all("reply"):
        log.facts.append(("back_from_bot", at, e))
    log.resolution = None
    log.facts = [f for f in log.facts if f[0] != "closed"]


# What follows from a log --------------------------------------------------------------------------------------------


def clock_start(log):
    if log.opened_by == "agent":
        return log.first("message")
    back = [at for at, _ in log.all("back_from_bot")]
    if back:
        return back[-1]
    return log.created if log.first("handover") is None else log.first("handover")


def waits(log):
    """(opened, closed, agent, first)."""
    start, out = clock_start(log), []
    replies = log.all("reply")
    if start is not None:
        at, e = replies[0] if replies else (None, {})
        out.append([start, at, e.get("actor"), True])
    answered, waiting = False, None
    for what, at, e in log.facts:
        if what == "reply":
            if waiting is not None:
                out.append([waiting, at, e["actor"], False])
            answered, waiting = True, None
        elif what == "message" and answered and waiting is None:
            waiting = at
    return out + ([[waiting, None, None, False]] if waiting is not None else [])


def spent(log, statuses, clock, start=None, end=None):
    """Time in statuses, in a clock, between two instants."""
    total = 0
    for s in log.spans:
        a = s.start if start is None else max(s.start, start)
        b = end if s.end is None else s.end if end is None else min(s.end, end)
        if s.status in statuses and b is not None and b > a:
            total += clock.elapsed(a, b)
    return total


def promises(log, now):
    late, all_ = 0, [(i, e) for i, (what, _, e) in enumerate(log.facts) if what == "promised"]
    for i, e in all_:
        answer = next((at for what, at, _ in log.facts[i + 1:] if what == "reply"), None)
        if answer is not None:
            late += answer > e["due_at"]
        else:
            late += log.status in OPEN and now > e["due_at"]
    return len(all_), late


def priority_at(log, at):
    out = log.given.get("priority")
    for when, e in log.all("priority"):
        if when <= at:
            out = e["value"]
    return out


class Relay:
    """Business time of a ticket that goes from one schedule to another with its priority. Each schedule is asked about
    the time in which it held; where there is none, nothing is open. Changes after `last` are not known."""

    def __init__(self, log, calendar, last):
        changes = sorted({at for at, _ in log.all("priority") if at <= last})
        edges = [*changes, None]
        self.parts = [(None, changes[0] if changes else None, self.of(log, calendar, log.created - 1))]
        self.parts += [(a, b, self.of(log, calendar, a)) for a, b in zip(edges, edges[1:])]

    @staticmethod
    def of(log, calendar, at):
        return calendar.of({"priority": priority_at(log, at)})

    def within(self, start, end):
        for a, b, schedule in self.parts:
            a = start if a is None else max(a, start)
            b = end if b is None else b if end is None else min(b, end)
            if schedule is not None and (b is None or a < b):
                yield a, b, schedule

    def elapsed(self, start, end):
        return sum(schedule.elapsed(a, b) for a, b, schedule in self.within(start, end))

    def deadline(self, start, duration):
        if duration == 0:
            return start
        for a, b, schedule in self.within(start, None):
            there = schedule.deadline(a, duration)
            if b is None or there <= b:
                return there
            duration -= schedule.elapsed(a, b)


def clock_at(name, calendar, log, at):
    """The clock of a ticket as it is known at an instant; None where it then has no schedule. What chooses the schedule is
    its priority of each moment, its other words as they are at the end."""
    if name == "calendar" or calendar.by is None:
        return clock_of(name, calendar, {})
    if calendar.by == "priority":
        now = calendar.of({"priority": priority_at(log, at)})
        return None if now is None else Relay(log, calendar, at)
    resolution = log.resolution or (None, None, None)
    assigned, replies = log.all("assigned"), log.all("reply")
    told = {"status": log.status, "opened_by": log.opened_by, "assignee": log.assignee, "resolver": resolution[1],
            "resolved_by": resolution[2], "first_assignee": assigned[0][1]["value"] if assigned else None,
            "first_replier": replies[0][1]["actor"] if replies else None}
    return calendar.of({**log.given, **told})


def people(log):
    return ({h.agent for h in log.holds} | {e["actor"] for _, e in log.all("work")}
            | {e["actor"] for _, e in log.all("resolved") if e["actor_kind"] in (None, "agent")}) - {None}


def ticket_row(log, id, options, calendar, now):
    assigned, replies, reopens = log.all("assigned"), log.all("reply"), log.all("reopened")
    by_customer = [at for at, e in reopens if e["actor_kind"] == "customer"]
    unnamed = any(e["actor_kind"] is None for _, e in reopens)
    promised, late = promises(log, now)
    wait = dict.fromkeys(("requester_wait", "agent_wait", "on_hold_time"))
    ended = max((s.end for s in log.spans if s.status in OPEN and s.end is not None), default=log.created)
    clock = clock_at(options.get("clock", "calendar"), calendar, log, ended)
    if log.status not in OPEN and clock is not None:
        wait = {"requester_wait": spent(log, ("new", "open", "on_hold"), clock),
                "agent_wait": spent(log, ("pending",), clock), "on_hold_time": spent(log, ("on_hold",), clock)}
    worked = people(log)
    resolved_at, resolver, resolved_by = log.resolution or (None, None, None)
    closed = log.all("closed")
    instants = {
        "created_at": log.created, "clock_start": clock_start(log), "handover_at": log.first("handover"),
        "first_assigned_at": assigned[0][0] if assigned else None,
        "first_response_at": replies[0][0] if replies else None,
        "first_resolved_at": log.first("resolved"), "resolved_at": resolved_at,
        "first_reopened_at": reopens[0][0] if reopens else None,
        "first_reopened_by_customer_at": by_customer[0] if by_customer else None,
        "closed_at": closed[-1][0] if closed else None, "canceled_at": log.first("canceled"),
        "merged_at": log.first("merged"), "deleted_at": log.first("deleted"), "escalated_at": log.first("escalated"),
        "due_at": log.all("promised")[0][1]["due_at"] if promised else None,
    }
    out = {k: v for k, v in log.given.items()}
    out |= {"id": id, "status": log.status, "opened_by": log.opened_by, "priority": priority_at(log, now)}
    out |= {k: shown(v) for k, v in instants.items()}
    out |= {
        "first_assignee": assigned[0][1]["value"] if assigned else None, "assignee": log.assignee,
        "first_replier": replies[0][1]["actor"] if replies else None, "resolver": resolver, "resolved_by": resolved_by,
        "agent_replies": len(replies), "customer_messages": len(log.all("message")), "bot_replies": len(log.all("bot_reply")),
        "agent_changes": sum(a.agent != b.agent for a, b in zip(log.holds, log.holds[1:])),
        "distinct_agents": len(worked),
        "collaborators": len({e["actor"] for _, e in log.all("note")} - worked - {None}),
        "reopens": len(reopens), "reopens_by_customer": None if unnamed else len(by_customer),
        "escalations": len(log.all("escalated")), "responses_promised": promised, "responses_late": late,
    }
    return out | {k: lasted(v) for k, v in wait.items()}


def copied(row):
    return {f: row[f] for f in COPIED if row.get(f) is not None}


# Targets ------------------------------------------------------------------------------------------------------------


def policy_at(policies, log, at):
    facts = {**log.given, "priority": priority_at(log, at)}
    return next((p for p in policies if all(facts.get(f) in words for f, words in p.get("when", {}).items())), None)


@dataclass
class Running:
    """The running time of a target under one policy."""

    log: Log
    clock: object
    standing: tuple
    start: int

    def until(self, end):
        moving = [s for s in (*OPEN, *DONE, *FINAL) if s not in self.standing]
        return spent(self.log, moving, self.clock, self.start, end)

    def reaches(self, target, end):
        """The smallest instant, not after `end`, at which the running time is the target; None if there is none."""
        left = target
        for s in self.log.spans:
            a, b = max(s.start, self.start), end if s.end is None else min(s.end, end)
            if s.status in self.standing or b < a:
                continue
            inside = self.clock.elapsed(a, b)
            if inside >= left:
                return self.clock.deadline(a, left)
            left -= inside
        return None


def target_row(log, policies, metric, start, met, now, calendar):
    """One target; None where no policy has it."""
    final = next((s.start for s in log.spans if s.status in FINAL), None)
    end = met if met is not None else now if final is None else final
    changes = sorted({at for at, _ in log.all("priority") if start < at <= end})
    edges = [start, *changes]
    for i, at in enumerate(edges):
        policy = policy_at(policies, log, at)
        before = edges[i + 1] if i + 1 < len(edges) else end
        last = i + 1 == len(edges)
        seconds = policy and policy["targets"].get(metric)
        if seconds is None:
            continue
        target = int(number(seconds) * US)
        out = {"policy": policy["name"], "metric": metric, "started_at": shown(start)}
        unknown = {"met_at": None, "due_at": None, "state": "not_applicable", "over_by": None}
        if clock_at(policy.get("clock", "calendar"), calendar, log, at) is None:
            if last:
                return out | unknown
            continue
        clock = clock_at(policy.get("clock", "calendar"), calendar, log, end)
        if clock is None:
            # It had a schedule, and has none now: what ran before it was lost counts.
            clock = Relay(log, calendar, end)
        pauses = tuple(policy.get("pauses", {}).get(metric, ()))
        run = Running(log, clock, (*pauses, *DONE, *FINAL), start)
        due = run.reaches(target, before)
        out["met_at"] = shown(met)
        if due is not None and due < before:
            return out | {"due_at": shown(due), "state": "breached", "over_by": lasted(run.until(end) - target)}
        if not last:
            continue
        out["over_by"] = None
        left = target - run.until(end)
        if met is not None:
            return out | {"state": "met", "due_at": shown(clock.deadline(met, left))}
        if log.status not in OPEN:
            return out | unknown
        if log.status in pauses:
            return out | {"state": "paused", "due_at": None}
        return out | {"state": "running", "due_at": shown(clock.deadline(end, left))}
    return None


def targets(log, id, options, calendar, now, row):
    policies = options.get("sla", {}).get("policies", [])
    wanted = []
    for opened, closed, _, first in waits(log):
        wanted.append(("first_response" if first else "next_response", opened, closed))
    wanted.append(("resolution", log.created, log.resolution and log.resolution[0]))
    wanted.sort(key=lambda w: METRICS.index(w[0]))
    out = [r for w in wanted if (r := target_row(log, policies, *w, now, calendar))]
    if not out and policy_at(policies, log, now) is None:
        out = [{"policy": None, "metric": None, "started_at": shown(log.created), "due_at": None, "met_at": None,
                "state": "not_applicable", "over_by": None}]
    return [{"ticket": id, **copied(row), **r} for r in out]


# The whole ----------------------------------------------------------------------------------------------------------


def check(policies):
    """Names that a policy cannot have."""
    known = {"name", "when", "targets", "clock", "pauses"}
    for p in policies:
        paused = [s for list_ in p.get("pauses", {}).values() for s in list_]
        metrics = {*p.get("targets", {}), *p.get("pauses", {})}
        if not p["name"]:
            raise Refused("bad_policy", field="name")
        if any(number(x) <= 0 for x in p["targets"].values()):
            raise Refused("bad_policy")
        if set(p) - known or metrics - set(METRICS) or set(paused) - {*OPEN, *DONE, *FINAL}:
            raise Refused("bad_policy")
        if not p["targets"]:
            raise Refused("bad_policy", field="targets")
        if any(not words or "" in words for words in p.get("when", {}).values()):
            raise Refused("bad_policy", field="when")


NO_TEXT = ("id", "tags", "created_at", "agent_replies", "through_spans")


def derive(events, options, given=()):
    check(options.get("sla", {}).get("policies", []))
    calendar = Calendar(options["calendar"]) if "calendar" in options else None
    rules = options.get("sla", {}).get("policies", [])
    timed = options.get("clock") == "business" or any(p.get("clock") == "business" for p in rules)
    if timed and calendar is None:
        raise Refused("calendar_required")
    if timed and calendar.by in NO_TEXT:
        raise Refused("bad_calendar", field="by")
    seen, findings = prepared(events, options)
    limit = instant(options.get("as_of"))
    now = limit if limit is not None else max((instant(e["at"]) for e in events), default=None)
    tables = {t["id"]: t for t in given}
    logs = {}
    for id in dict.fromkeys([*tables, *(e["ticket"] for e in seen)]):
        own, table = [e for e in seen if e["ticket"] == id], tables.get(id, {})
        since = instant(table.get("created_at"))
        if not own and (since is None or (limit is not None and since > limit)):
            continue
        logs[id] = read(id, own, table, findings)
    out = {"tickets": [], "response_waits": [], "holdings": [], "status_spans": [], "sla_targets": []}
    for id, log in logs.items():
        row = ticket_row(log, id, options, calendar, now)
        out["tickets"].append(row)
        own = {"ticket": id, **copied(row)}
        for opened, closed, agent, first in waits(log):
            out["response_waits"].append(own | {
                "opened_at": shown(opened), "closed_at": shown(closed), "agent": agent, "first": first})
        for i, h in enumerate(log.holds):
            after = log.holds[i + 1] if i + 1 < len(log.holds) else None
            taken = after.start if after and after.agent != h.agent else None
            out["holdings"].append(own | {
                "agent": h.agent, "from": shown(h.start), "to": shown(h.end), "next_from": shown(taken)})
        for s in log.spans:
            out["status_spans"].append(own | {
                "status": s.status, "previous": s.previous, "from": shown(s.start), "to": shown(s.end),
                "created_at": shown(log.created), "actor_kind": s.by})
        if "sla" in options:
            out["sla_targets"] += targets(log, id, options, calendar, now, row)
    where = {id: i for i, id in enumerate(logs)}
    findings.sort(key=lambda f: (where[f[0]], -1 if f[1] is None else f[1], f[2]))
    out["findings"] = [{"ticket": t, "event": i, "code": code} for t, i, code in findings]
    return out


# Cases --------------------------------------------------------------------------------------------------------------


def confirm(name, hand, got):
    """That what was worked by hand is what was computed. Lists of rows agree in number, order and the keys given."""
    for table, rows in hand.items():
        assert len(rows) == len(got[table]), f"{name}: {table}: {len(got[table])} rows: {got[table]}"
        for want, found in zip(rows, got[table]):
            for key, value in want.items():
                assert found[key] == value, f"{name}: {table}.{key}: {found[key]} is not {value}\n{found}"


def worked(case):
    hand = case.pop("hand", None)
    try:
        got = derive(case["events"], case["options"], case.get("tickets", ()))
    except Refused as refused:
        got = {"error": refused.at}
        assert hand == got, f"{case['name']}: {got}"
    else:
        assert "error" not in (hand or {}), case["name"]
        confirm(case["name"], hand or {}, got)
    return {**case, "expect": got}


ABOUT = (
    "Event logs: what follows from them. Instants are RFC 3339 texts, durations seconds in text, null is unknown. A row of "
    "tickets is found by its id, the other rows by their ticket, in the order of time; findings have the index of the "
    "event in the input, or null. Every key that is given is compared, and no row more is there.")


def main():
    from cases_events import CASES

    done = [worked(c) for c in CASES]
    names = Counter(c["name"] for c in done)
    assert max(names.values()) == 1, [n for n, k in names.items() if k > 1]
    keys = ["name", "ruling", "origin", "options", "tickets", "events", "expect"]
    lines = [json.dumps({k: c[k] for k in keys if k in c}, ensure_ascii=False) for c in done]
    path = pathlib.Path(__file__).resolve().parent.parent / "derive.json"
    path.write_text('{"about": %s,\n"cases": [\n%s\n]}\n' % (json.dumps(ABOUT), ",\n".join(lines)), encoding="utf-8")
    print(len(done), "cases")


if __name__ == "__main__":
    main()
