"""The cases of event logs, for `events.py`.

`hand` is what was worked by hand (the origin says how); the peer confirms it and adds the rest. All instants are of
5 January 2026, a Monday, in UTC, unless they say otherwise.
"""

import random
from datetime import datetime, timedelta

from business import table

BERLIN, NEW_YORK, CAIRO = (table(name, 2023, 2027) for name in ("Europe/Berlin", "America/New_York", "Africa/Cairo"))
CALCUTTA = "+05:30"
WEEK = ("monday", "tuesday", "wednesday", "thursday", "friday")
OFFICE = {day: [["09:00", "17:00"]] for day in WEEK}
LUNCH = {day: [["09:00", "12:00"], ["13:00", "17:00"]] for day in WEEK}
ALL_DAYS = (*WEEK, "saturday", "sunday")


def at(x):
    """An instant: 09:00 of the 5th, 7T09:00 of the 7th of January, 02-01T09:00 of 2026, or all of it."""
    if "T" not in x:
        return f"2026-01-05T{x}{'' if x.count(':') == 2 else ':00'}Z"
    day, clock = x.split("T")
    if len(day) == 10:
        return x if x.endswith("Z") or "+" in clock else f"{x}{'' if clock.count(':') == 2 else ':00'}Z"
    month, day = day.split("-") if "-" in day else ("01", day)
    return f"2026-{int(month):02}-{int(day):02}T{clock}{'' if clock.count(':') == 2 else ':00'}Z"


def log(ticket, text):
    """Events of a ticket, one a line: instant, kind, who, name, and key=value."""
    out = []
    for line in text.strip().splitlines():
        when, kind, *rest = line.split()
        e = {"ticket": str(ticket), "at": at(when), "kind": kind}
        for name, word in zip(("actor_kind", "actor"), [w for w in rest if "=" not in w]):
            e[name] = word
        for key, value in (w.split("=") for w in rest if "=" in w):
            e[key] = at(value) if key == "due_at" else int(value) if key == "sequence" else value
        out.append(e)
    return out


CASES = []


def case(name, events, origin=None, ruling=None, tickets=None, hand=None, **options):
    out = {"name": name}
    if ruling:
        out["ruling"] = ruling
    peer = "peer: Python fractions and zoneinfo (vectors/peers/events.py)"
    out["origin"] = f"hand: {origin}; the rest by the peer" if hand and "error" not in hand else f"hand: {origin}" if hand else peer
    if "as_of" in options:
        options["as_of"] = at(options["as_of"])
    out |= {"options": options, "events": [e for e in events]}
    if tickets is not None:
        out["tickets"] = tickets
    CASES.append(out | ({"hand": hand} if hand else {}))


def one(**fields):
    return {"tickets": [{k: at(v) if k.endswith("_at") or k == "clock_start" else v for k, v in fields.items()
                         if v is not None} | {k: None for k, v in fields.items() if v is None}]}


def wait(opened, closed=None, agent=None, first=False):
    return {"opened_at": at(opened), "closed_at": closed and at(closed), "agent": agent, "first": first}


def held(agent, start, end=None, after=None):
    return {"agent": agent, "from": at(start), "to": end and at(end), "next_from": after and at(after)}


def span(status, start, end=None, previous=None, **more):
    return {"status": status, "previous": previous, "from": at(start), "to": end and at(end), **more}


def target(metric, state, due=None, met=None, over=None, policy="gold", **more):
    return {"metric": metric, "state": state, "policy": policy, "due_at": due and at(due), "met_at": met and at(met),
            "over_by": over, **more}


def finding(code, event, ticket="1"):
    return {"ticket": ticket, "event": event, "code": code}


# Replies, bots and people -------------------------------------------------------------------------------------------

case("b60-what-is-a-reply", log(1, """
    09:00 created customer cleo
    09:01 auto_reply system
    09:05 private_note agent nina
    09:06 bot_reply bot
    09:20 agent_reply agent ann
    """), "a note, an acknowledgement and a bot are no replies", "B60",
     hand=one(clock_start="09:00", first_response_at="09:20", first_replier="ann", agent_replies=1, bot_replies=1,
              collaborators=1, distinct_agents=1, status="open", opened_by="customer", customer_messages=0) | {
         "response_waits": [wait("09:00", "09:20", "ann", True)], "findings": []})
case("b60-agent-opened", log(1, """
    09:00 created agent ann
    09:00 agent_reply agent ann
    09:30 customer_message customer
    10:00 agent_reply agent ann
    """), "the clock starts at the customer's first message: 30 minutes; the opening is no reply", "B60",
     hand=one(clock_start="09:30", first_response_at="10:00", agent_replies=1, distinct_agents=1, opened_by="agent") | {
         "response_waits": [wait("09:30", "10:00", "ann", True)], "holdings": [held("ann", "09:00")],
         "status_spans": [span("new", "09:00", "10:00"), span("open", "10:00", previous="new", actor_kind="agent")]})
case("agent-opened-no-customer", log(1, """
    09:00 created agent ann
    09:00 agent_reply agent ann
    11:00 agent_reply agent bob
    12:00 resolved agent bob
    """), "no customer message: no clock, no wait, no reply; two people worked on it",
     hand=one(clock_start=None, first_response_at=None, first_replier=None, agent_replies=0, distinct_agents=2, resolver="bob",
              requester_wait="10800", agent_changes=1) | {"response_waits": []})
case("pitfall-first-response-by-a-bot", log(1, """
    09:00 created customer
    09:00:05 agent_reply bot robo
    09:00:06 agent_reply system mailer
    09:10 handover bot
    09:40 agent_reply agent ann
    """), "a reply whose author was a bot at that moment is a bot's; the clock starts at the handover",
     hand=one(handover_at="09:10", clock_start="09:10", first_response_at="09:40", bot_replies=1, agent_replies=1) | {
         "response_waits": [wait("09:10", "09:40", "ann", True)]})
case("pitfall-roles-as-of-the-message", log(1, """
    09:00 created customer cleo
    09:10 agent_reply agent ann
    09:20 agent_reply customer ann
    09:30 agent_reply agent bob
    """), "ann was an agent at 09:10 and is a customer at 09:20: a reply, then a customer's message",
     hand=one(agent_replies=2, customer_messages=1, first_replier="ann", distinct_agents=2) | {
         "response_waits": [wait("09:00", "09:10", "ann", True), wait("09:20", "09:30", "bob")],
         "findings": [finding("role", 2)]})
case("pitfall-private-notes", log(1, """
    09:00 created customer
    09:10 private_note agent ann
    09:20 private_note bot robo
    09:30 private_note
    10:00 private_note agent nina
    11:00 resolved agent ann
    """), "notes are no replies: resolved without one; ann resolved, so only nina is a collaborator",
     hand=one(agent_replies=0, first_response_at=None, collaborators=1, distinct_agents=1) | {
         "response_waits": [wait("09:00", None, None, True)]})
case("reply-by-nobody-known", log(1, """
    09:00 created
    09:10 agent_reply
    09:20 customer_message
    09:30 agent_reply agent ann
    """), "without a role it is an agent's; without a name it is no known person",
     hand=one(first_response_at="09:10", first_replier=None, agent_replies=2, distinct_agents=1, opened_by=None) | {
         "response_waits": [wait("09:00", "09:10", None, True), wait("09:20", "09:30", "ann")],
         "holdings": [held("ann", "09:30")]})
case("b22-handover", log(1, """
    09:00 created customer
    09:10 bot_reply bot
    09:30 handover bot
    09:40 agent_reply agent ann
    """), "10 minutes from the handover, 40 from the creation", "B22",
     hand=one(created_at="09:00", handover_at="09:30", clock_start="09:30", first_response_at="09:40"))
case("b22-handover-twice", log(1, """
    09:00 created customer
    09:30 handover bot
    09:35 handover bot
    09:40 agent_reply agent ann
    09:50 handover bot
    """), "the first one, before the first reply", "B22", hand=one(handover_at="09:30", clock_start="09:30"))
case("handover-after-the-reply", log(1, """
    09:00 created customer
    09:10 agent_reply agent ann
    09:30 handover bot
    """), "a handover after the first reply starts no clock", hand=one(handover_at=None, clock_start="09:00"))
case("pitfall-bot-resolved-and-reopened", log(1, """
    09:00 created customer
    09:01 bot_reply bot
    09:02 resolved bot robo
    10T09:00 reopened customer
    10T09:10 agent_reply agent ann
    """), "10 minutes, not 5 days: the clock starts when the customer reopens what a bot had resolved", "B22",
     hand=one(clock_start="10T09:00", first_response_at="10T09:10", first_resolved_at="09:02", resolved_at=None, resolved_by=None,
              reopens=1, reopens_by_customer=1, status="open") | {
         "response_waits": [wait("10T09:00", "10T09:10", "ann", True)]})
case("bot-resolved-twice", log(1, """
    09:00 created customer
    09:02 resolved bot
    10:00 handover bot
    11:00 reopened customer
    11:05 resolved bot
    11:06 closed system
    12:00 status customer cleo value=open
    12:30 agent_reply agent ann
    13:00 resolved agent ann
    14:00 reopened customer
    """), "the last reopening before the first reply after a bot's resolution, 12:00; it comes before the handover",
     hand=one(clock_start="12:00", handover_at="10:00", reopens=3, reopens_by_customer=3, closed_at=None,
              first_reopened_at="11:00", first_reopened_by_customer_at="11:00"))
case("bot-resolved-reopened-unanswered", log(1, """
    09:00 created customer
    09:02 resolved bot
    11:00 reopened customer
    """), "no reply yet: it waits for people since 11:00, and no bot's resolution counts any more",
     hand=one(clock_start="11:00", resolved_by=None, resolver=None, resolved_at=None, first_resolved_at="09:02") | {
         "response_waits": [wait("11:00", None, None, True)]})
case("person-resolved-and-reopened", log(1, """
    09:00 created customer
    09:02 resolved agent ann
    11:00 reopened customer
    11:10 agent_reply agent bob
    """), "a person's resolution does not start the clock again",
     hand=one(clock_start="09:00", first_response_at="11:10", distinct_agents=2))
case("resolved-by", log(1, "09:00 created customer\n10:00 resolved customer cleo") + log(2, "09:00 created\n10:00 resolved system x")
     + log(3, "09:00 created\n10:00 resolved bot b") + log(4, "09:00 created\n10:00 resolved agent ann")
     + log(5, "09:00 created\n10:00 resolved"), "only an agent is the resolver; without a role it is a person",
     hand={"tickets": [{"resolved_by": b, "resolver": r, "distinct_agents": n} for b, r, n in (
         ("self_service", None, 0), ("system", None, 0), ("bot", None, 0), ("person", "ann", 1), ("person", None, 0))]})

# Waits --------------------------------------------------------------------------------------------------------------

case("b12-first-unanswered", log(1, """
    10:00 created customer
    10:05 agent_reply agent ann
    10:10 customer_message customer
    10:20 customer_message customer
    10:40 agent_reply agent bob
    """), "the second wait opens at 10:10 and closes at 10:40: 30 minutes", "B12",
     hand={"response_waits": [wait("10:00", "10:05", "ann", True), wait("10:10", "10:40", "bob")]})
case("b12-pooled", log("x", """
    09:00 created customer
    09:05 agent_reply agent ann
    10:00 customer_message customer
    10:10 agent_reply agent ann
    11:00 customer_message customer
    11:10 agent_reply agent ann
    12:00 customer_message customer
    12:10 agent_reply agent ann
    """) + log("y", """
    09:00 created customer
    09:05 agent_reply agent ann
    10:00 customer_message customer
    11:10 agent_reply agent ann
    """), "waits of 10, 10, 10 and 70 minutes after the first ones", "B12", hand={"response_waits": [
         wait("09:00", "09:05", "ann", True), wait("10:00", "10:10", "ann"), wait("11:00", "11:10", "ann"), wait("12:00", "12:10", "ann"),
         wait("09:00", "09:05", "ann", True), wait("10:00", "11:10", "ann")]})
case("waits-never-closed", log(1, """
    09:00 created customer
    09:05 customer_message customer
    09:30 agent_reply agent ann
    09:31 agent_reply agent ann
    10:00 customer_message customer
    11:00 customer_message customer
    12:00 bot_reply bot
    """), "messages before the first reply open nothing; a bot's reply closes nothing", "B12", hand={"response_waits": [
         wait("09:00", "09:30", "ann", True), wait("10:00")]})
case("waits-after-a-resolution", log(1, """
    09:00 created customer
    09:05 agent_reply agent ann
    09:10 resolved agent ann
    09:15 customer_message customer
    """), "a message does not reopen; it opens a wait",
     hand=one(status="resolved", reopens=0, customer_messages=1, resolved_at="09:10") | {
         "response_waits": [wait("09:00", "09:05", "ann", True), wait("09:15")]})
case("b16-requester-wait", log(1, """
    10:00 created customer
    11:00 agent_reply agent ann
    11:00 pending agent ann
    13:00 customer_message customer
    14:00 resolved agent ann
    """), "2 h for the requester (10 to 11, 13 to 14), 2 h for the agents; together the 4 h to the resolution", "B16",
     hand=one(requester_wait="7200", agent_wait="7200", on_hold_time="0", status="resolved") | {"status_spans": [
         span("new", "10:00", "11:00"), span("open", "11:00", "11:00", "new"), span("pending", "11:00", "13:00", "open"),
         span("open", "13:00", "14:00", "pending", actor_kind="customer"), span("resolved", "14:00", None, "open")]})
case("on-hold-is-the-companys", log(1, """
    10:00 created customer
    10:30 on_hold agent ann
    12:00 customer_message customer
    13:00 resumed agent ann
    13:15 pending agent ann
    13:30 closed system
    """), "a customer's message ends pending, not on hold; closed without a resolution the waits are known",
     hand=one(requester_wait="11700", agent_wait="900", on_hold_time="9000", closed_at="13:30", resolved_at=None, status="closed"))
case("waits-while-open", log(1, "10:00 created customer\n11:00 pending agent ann"), "open: its waits are not known",
     hand=one(requester_wait=None, agent_wait=None, on_hold_time=None), as_of="12:00")
case("waits-over-a-reopening", log(1, """
    10:00 created customer
    11:00 resolved agent ann
    15:00 pending agent ann
    16:00 resolved agent bob
    """), "the four resolved hours belong to nobody; pending on a resolved ticket is a reopening",
     hand=one(requester_wait="3600", agent_wait="3600", reopens=1, reopens_by_customer=0, resolver="bob",
              first_resolved_at="11:00", resolved_at="16:00", first_reopened_at="15:00", first_reopened_by_customer_at=None))
for word, waited in (("resolved", "3600"), ("closed", "3600"), ("canceled", "3600"), ("merged", "3600"), ("deleted", "3600"),
                     ("spam", "3600")):
    case(f"waits-until-{word}", log(1, f"10:00 created customer\n11:00 {word} agent ann"), "an hour until it ended",
         hand=one(requester_wait=waited, agent_wait="0", status=word))

# Resolutions and reopenings -----------------------------------------------------------------------------------------

B17 = log("t1", """
    5T09:00 created customer
    5T10:00 resolved agent ann
    20T09:00 reopened customer
    02-03T09:00 resolved agent bob
    """) + log("t2", """
    8T09:00 created customer
    8T10:00 resolved agent ann
    25T09:00 reopened customer
    """)
case("b17-tickets-or-events", B17, "t1 counts in February, t2 is open; both were resolved for the first time in January", "B17",
     hand={"tickets": [{"first_resolved_at": at("5T10:00"), "resolved_at": at("02-03T09:00"), "resolver": "bob", "status": "resolved"},
                       {"first_resolved_at": at("8T10:00"), "resolved_at": None, "resolver": None, "status": "open"}]}, as_of="02-28T00:00")
case("b17-as-of-january", B17, "at the end of January both are open again", "B17", as_of="02-01T00:00",
     hand={"tickets": [{"resolved_at": None, "reopens": 1, "status": "open"}, {"resolved_at": None, "reopens": 1, "status": "open"}]})
case("b18-cohort", log("t1", """
    30T09:00 created customer
    30T10:00 resolved agent ann
    02-02T10:00 reopened customer
    """) + log("t2", "02-10T09:00 created customer\n02-10T10:00 resolved agent ann"),
     "t1 is reopened on 2 February, in the cohort of 30 January", "B18", hand={"tickets": [
         {"first_resolved_at": at("30T10:00"), "reopens": 1, "reopens_by_customer": 1, "first_reopened_by_customer_at": at("02-02T10:00")},
         {"first_resolved_at": at("02-10T10:00"), "reopens": 0, "reopens_by_customer": 0, "first_reopened_at": None}]})
case("b18-resolved-twice", log(1, """
    09:00 created customer
    10:00 resolved agent ann
    11:00 resolved bot
    12:00 closed system
    """), "no open state between: no reopening; the last resolution counts", "B18",
     hand=one(reopens=0, first_resolved_at="10:00", resolved_at="11:00", resolved_by="bot", resolver=None, closed_at="12:00",
              status="closed") | {"status_spans": [span("new", "09:00", "10:00"), span("resolved", "10:00", "12:00", "new"),
                                                   span("closed", "12:00", None, "resolved")]})
case("b18-unnamed-actor", log(1, "09:00 created\n10:00 resolved\n11:00 reopened") + log(2, "09:00 created\n10:00 resolved\n11:00 reopened agent ann")
     + log(3, "09:00 created\n10:00 resolved\n11:00 reopened customer\n12:00 resolved\n13:00 reopened\n14:00 resolved"),
     "where the log does not name the actor, it is not known whether it was the customer", "B18", hand={"tickets": [
         {"reopens": 1, "reopens_by_customer": None, "first_reopened_at": at("11:00"), "first_reopened_by_customer_at": None},
         {"reopens": 1, "reopens_by_customer": 0, "first_reopened_by_customer_at": None},
         {"reopens": 2, "reopens_by_customer": None, "first_reopened_by_customer_at": at("11:00")}]})
case("pitfall-reopened-and-still-open", log(1, """
    09:00 created customer
    10:00 resolved agent ann
    11:00 reopened customer
    """), "resolved once, reopened once: (times resolved − 1) would miss it",
     hand=one(reopens=1, resolved_at=None, status="open", first_resolved_at="10:00"))
case("reopened-while-open", log(1, """
    09:00 created customer
    09:30 reopened customer
    10:00 resolved agent ann
    11:00 reopened customer
    11:30 reopened customer
    """), "only the one at 11:00 reopens something", hand=one(reopens=1, reopens_by_customer=1) | {
         "findings": [finding("reopened_while_open", 1), finding("reopened_while_open", 4)]})
case("closed-and-reopened", log(1, """
    09:00 created customer
    10:00 closed agent ann
    11:00 reopened customer
    12:00 resolved agent ann
    13:00 closed system
    14:00 on_hold agent ann
    """), "closed without a resolution and reopened; on hold on a closed ticket is a reopening by its actor",
     hand=one(reopens=2, reopens_by_customer=1, closed_at=None, first_resolved_at="12:00", resolved_at=None, status="on_hold") | {
         "status_spans": [span("new", "09:00", "10:00"), span("closed", "10:00", "11:00", "new"), span("open", "11:00", "12:00", "closed"),
                          span("resolved", "12:00", "13:00", "open"), span("closed", "13:00", "14:00", "resolved"),
                          span("on_hold", "14:00", None, "closed", actor_kind="agent")]})
case("pitfall-solved-without-a-reply", log(1, "09:00 created customer\n10:00 resolved agent ann"), "no touch, not many",
     hand=one(agent_replies=0, distinct_agents=1, resolver="ann", resolved_by="person", first_response_at=None))
case("escalated-twice", log(1, "09:00 created customer\n10:00 escalated agent ann\n11:00 escalated agent ann"), "the first instant, both counted",
     hand=one(escalated_at="10:00", escalations=2, status="new", distinct_agents=0))
case("b47-whose-ticket", log(1, """
    09:00 created customer
    09:01 assigned system value=amy
    09:10 agent_reply agent ann
    10:00 resolved agent bob
    11:00 assigned agent dan value=cem
    """), "first assigned to amy, answered by ann, resolved by bob, assigned to cem now", "B47",
     hand=one(first_assignee="amy", first_assigned_at="09:01", first_replier="ann", resolver="bob", assignee="cem", agent_changes=0,
              distinct_agents=3) | {"holdings": [held("amy", "09:01", "10:00")]})

case("resolved-after-closed", log(1, """
    09:00 created customer
    10:00 closed agent ann
    11:00 resolved agent bob
    12:00 closed system
    """), "a resolution on a closed ticket counts and leaves it closed; closed again says nothing",
     hand=one(status="closed", closed_at="10:00", first_resolved_at="11:00", resolved_at="11:00", resolver="bob", reopens=0, requester_wait="3600") | {
         "status_spans": [span("new", "09:00", "10:00"), span("closed", "10:00", None, "new")]})

# Status words -------------------------------------------------------------------------------------------------------

case("status-words", log(1, """
    09:00 created customer
    09:00 status system value=new
    09:05 status system value=open
    09:10 status agent ann value=pending
    09:20 status agent ann value=pending
    09:30 status agent ann value=open
    10:00 status agent ann value=on_hold
    10:30 status agent ann value=open
    11:00 status agent ann value=resolved
    12:00 status customer cleo value=open
    13:00 status agent bob value=resolved
    14:00 status system value=closed
    """), "each acts as the event of its status; new at the start does nothing, and open opens it",
     hand=one(reopens=1, reopens_by_customer=1, resolved_at="13:00", resolver="bob", closed_at="14:00", first_resolved_at="11:00",
              agent_wait="1200", on_hold_time="1800") | {"status_spans": [
                  span("new", "09:00", "09:05"), span("open", "09:05", "09:10", "new", actor_kind="system"), span("pending", "09:10", "09:30", "open"),
                  span("open", "09:30", "10:00", "pending"),
                  span("on_hold", "10:00", "10:30", "open"), span("open", "10:30", "11:00", "on_hold"),
                  span("resolved", "11:00", "12:00", "open"), span("open", "12:00", "13:00", "resolved"),
                  span("resolved", "13:00", "14:00", "open"), span("closed", "14:00", None, "resolved")], "findings": []})
case("status-opens-a-new-ticket", log(1, """
    09:00 created customer
    09:10 status agent ann value=open
    09:20 agent_reply agent ann
    09:30 status agent ann value=open
    10:00 resolved agent ann
    """), "open from 09:10 on: the reply changes no status, and open again says nothing; the waits are as before, one hour in all",
     hand=one(reopens=0, first_response_at="09:20", requester_wait="3600", agent_wait="0") | {"status_spans": [
         span("new", "09:00", "09:10"), span("open", "09:10", "10:00", "new", actor_kind="agent"), span("resolved", "10:00", None, "open")],
         "findings": []})
case("status-words-of-ends", [e for i, word in enumerate(("canceled", "merged", "deleted", "spam")) for e in log(
     i, f"09:00 created customer\n10:00 status agent ann value={word}\n11:00 customer_message customer")],
     "ends by status; what follows is ignored", hand={"tickets": [
         {"status": "canceled", "canceled_at": at("10:00"), "customer_messages": 0}, {"status": "merged", "merged_at": at("10:00")},
         {"status": "deleted", "deleted_at": at("10:00")}, {"status": "spam", "customer_messages": 0}], "findings": [
             finding("after_cancellation", 2, "0"), finding("after_merge", 5, "1"), finding("after_deletion", 8, "2"),
             finding("after_spam", 11, "3")]})
case("words", log(1, """
    09:00 ticket_created customer
    09:10 comment staff ann
    10:00 solve staff ann
    """), "the help desk's own words", words={"ticket_event": {
         "kind": {"ticket_created": "created", "comment": "agent_reply", "solve": "resolved"}, "actor_kind": {"staff": "agent"}}},
     hand=one(agent_replies=1, resolved_at="10:00", first_response_at="09:10"))

# Contradictions -----------------------------------------------------------------------------------------------------

case("reply-after-deletion", log(1, """
    09:00 created customer
    09:30 deleted agent ann
    10:00 agent_reply agent ann
    10:01 reopened customer
    10:02 created customer
    """), "a deleted ticket is over: what follows is a finding",
     hand=one(agent_replies=0, first_response_at=None, status="deleted", deleted_at="09:30") | {"findings": [
         finding("after_deletion", 2), finding("after_deletion", 3), finding("after_deletion", 4)]})
case("pitfall-merged-tickets", log(1, """
    09:00 created customer
    09:10 agent_reply agent ann
    09:20 resolved agent ann
    09:30 merged agent ann
    10:00 resolved agent bob
    """), "what happened before the merge stays; the resolution after it is ignored",
     hand=one(merged_at="09:30", resolved_at="09:20", resolver="ann", status="merged") | {"findings": [finding("after_merge", 4)]})
case("pitfall-spam", log(1, "09:00 created customer\n09:10 spam agent ann\n09:20 agent_reply agent ann"), "spam is an end",
     hand=one(status="spam", agent_replies=0) | {"findings": [finding("after_spam", 2)]})
case("canceled-and-after", log(1, "09:00 created customer\n09:10 canceled customer\n09:20 resolved agent ann"), "canceled is an end",
     hand=one(canceled_at="09:10", resolved_at=None, first_resolved_at=None) | {"findings": [finding("after_cancellation", 2)]})
case("duplicates", log(1, """
    09:00 created customer cleo
    09:10 agent_reply agent ann
    09:10 agent_reply agent ann
    09:10 agent_reply agent ann sequence=1
    09:10 agent_reply agent bob
    09:00 created customer cleo
    10:00 resolved agent ann
    10:00 resolved agent ann
    """), "equal in every field counts once; another sequence or author is another event",
     hand=one(agent_replies=3, first_replier="ann") | {"findings": [
         finding("duplicate", 2), finding("duplicate", 5), finding("duplicate", 7)]})
case("duplicates-null-and-absent", [{"ticket": "1", "at": at("09:00"), "kind": "created", "actor": None}, {
    "ticket": "1", "at": "2026-01-05T10:00:00+01:00", "kind": "created"}], "null is absent, and the same instant in another zone is the same",
     hand=one(created_at="09:00") | {"findings": [finding("duplicate", 1)]})
case("created-twice", log(1, """
    09:00 created customer
    09:10 agent_reply agent ann
    10:00 created agent bob
    """), "the second creation is ignored", hand=one(created_at="09:00", opened_by="customer") | {"findings": [finding("created_twice", 2)]})
case("before-creation", log(1, """
    08:00 customer_message customer
    08:30 agent_reply agent ann
    08:45 resolved agent ann
    09:00 created customer
    09:10 agent_reply agent bob
    """), "what comes before the creation is ignored", hand=one(
         created_at="09:00", first_replier="bob", agent_replies=1, customer_messages=0, first_resolved_at=None, distinct_agents=1) | {
         "findings": [finding("before_creation", 0), finding("before_creation", 1), finding("before_creation", 2)]})
case("not-created", log(1, "09:10 agent_reply agent ann\n08:50 customer_message customer\n10:00 resolved agent ann"),
     "it begins with its first event", hand=one(created_at="08:50", clock_start="08:50", opened_by=None, requester_wait="4200") | {
         "findings": [finding("not_created", None)]})
case("not-created-given", log(1, "08:30 customer_message customer\n09:10 agent_reply agent ann"), "the table says when: 09:00",
     tickets=[{"id": "1", "created_at": at("09:00"), "opened_by": "agent", "channel": "web"}],
     hand=one(created_at="09:00", opened_by="agent", clock_start=None, agent_replies=0, customer_messages=0) | {
         "findings": [finding("not_created", None), finding("before_creation", 0)]})
case("given-fields", log(1, """
    09:00 created customer
    09:10 assigned system value=ann
    09:20 agent_reply agent ann
    10:00 resolved agent ann
    """) + log(2, "09:00 created customer"), "attributes are passed on and copied; what follows from the log replaces what was given",
     tickets=[{"id": "1", "created_at": at("07:00"), "account": "acme", "channel": "email", "type": "bug", "priority": "high", "team": "t1",
               "department": "d1", "tier": "gold", "agent_replies": 7, "status": "new", "resolver": "zoe", "tags": ["a", "b"]}],
     hand={"tickets": [{"created_at": at("09:00"), "agent_replies": 1, "status": "resolved", "resolver": "ann", "tier": "gold",
                        "priority": "high", "tags": ["a", "b"]}, {"id": "2", "priority": None}],
           "response_waits": [{"account": "acme", "channel": "email", "type": "bug", "priority": "high", "team": "t1", "department": "d1"}, {"ticket": "2"}],
           "holdings": [{"account": "acme", "team": "t1"}]})
case("ticket-without-events", log(2, "09:00 created customer"), "passed on as a new ticket, and reported",
     tickets=[{"id": "1", "created_at": at("07:00"), "channel": "email", "status": "resolved"}, {"id": "2"}],
     hand={"tickets": [{"id": "1", "created_at": at("07:00"), "status": "new", "agent_replies": 0, "clock_start": at("07:00")}, {"id": "2"}],
           "findings": [finding("not_created", None)]})
case("empty-log", [], "nothing follows from nothing", hand={
    "tickets": [], "response_waits": [], "holdings": [], "status_spans": [], "sla_targets": [], "findings": []})
for name, events, expect in (
    ("promised-without-due", log(1, "09:00 created customer\n09:05 promised agent ann"), {"code": "missing_field", "index": 1, "field": "due_at"}),
    ("no-instant", [{"ticket": "1", "kind": "created"}], {"code": "missing_field", "index": 0, "field": "at"}),
    ("no-ticket", [{"at": at("09:00"), "kind": "created"}], {"code": "missing_field", "index": 0, "field": "ticket"}),
    ("no-kind", [{"at": at("09:00"), "ticket": "1"}], {"code": "missing_field", "index": 0, "field": "kind"}),
    ("status-without-value", log(1, "09:00 created customer\n09:05 status agent ann"), {"code": "missing_field", "index": 1, "field": "value"}),
    ("unknown-status", log(1, "09:00 created customer\n09:05 status agent ann value=asleep"), {
        "code": "unknown_word", "index": 1, "field": "value"}),
    ("unknown-kind", log(1, "09:00 created customer\n09:05 exploded agent ann"), {"code": "unknown_word", "index": 1, "field": "kind"}),
):
    case(f"error-{name}", events, "malformed input is refused", hand={"error": {"record": "ticket_event", **expect}})

# Order --------------------------------------------------------------------------------------------------------------

TIED = log(1, """
    09:00 agent_reply agent ann
    09:00 resolved agent ann
    09:00 customer_message customer
    09:00 assigned system value=ann
    09:00 created customer
    09:00 pending agent ann
    09:00 closed system
    09:00 handover bot
    09:00 reopened customer
    """)
case("ties-at-one-instant", TIED, "by rank: created, message, handover, assigned, reply, pending, resolved, reopened, closed", hand=one(
    handover_at="09:00", first_response_at="09:00", reopens=1, closed_at="09:00", resolved_at=None, first_resolved_at="09:00", status="closed",
    requester_wait="0", agent_changes=0) | {"response_waits": [wait("09:00", "09:00", "ann", True)], "holdings": [
        held("ann", "09:00", "09:00"), held("ann", "09:00", "09:00")], "status_spans": [
            span("new", "09:00", "09:00"), span("open", "09:00", "09:00", "new"), span("pending", "09:00", "09:00", "open"),
            span("resolved", "09:00", "09:00", "pending"), span("open", "09:00", "09:00", "resolved"), span("closed", "09:00", None, "open")]})
case("ties-in-another-order", TIED[::-1], "the order of the input does not matter where the kinds differ", hand=one(reopens=1, status="closed"))
case("ties-by-sequence", log(1, """
    09:00 created customer
    10:00 customer_message customer sequence=2
    10:00 agent_reply agent ann sequence=1
    10:00 agent_reply agent bob
    """), "the sequence goes before the rank, and null is last: reply, message, reply",
     hand=one(first_replier="ann", agent_replies=2) | {"response_waits": [wait("09:00", "10:00", "ann", True), wait("10:00", "10:00", "bob")]})
case("ties-input-order", log(1, """
    09:00 created customer
    10:00 assigned system value=bob
    10:00 assigned system value=ann
    """), "two of a kind: as they were given", hand=one(first_assignee="bob", assignee="ann", agent_changes=1) | {
         "holdings": [held("bob", "10:00", "10:00", "10:00"), held("ann", "10:00")]})
case("sequence-before-creation", log(1, "09:00 customer_message customer sequence=1\n09:00 created customer sequence=2"),
     "an event at the instant of the creation is not before it", hand=one(customer_messages=1) | {"findings": []})
case("unsorted-input", log(1, "12:00 resolved agent ann") + log(2, "09:00 created customer") + log(1, "09:00 created customer")
     + log(2, "10:00 agent_reply agent bob") + log(1, "10:00 agent_reply agent ann"), "tickets and times may be mixed",
     hand={"tickets": [{"id": "1", "resolved_at": at("12:00")}, {"id": "2", "first_replier": "bob"}]})

# Who holds it -------------------------------------------------------------------------------------------------------

case("b25-changes", log(1, """
    09:00 created customer
    09:05 assigned system value=ann
    10:00 transferred agent ann value=bob
    11:00 assigned agent bob value=ann
    """), "ann, bob, ann: 2 changes; nobody to ann is none", "B25", hand=one(agent_changes=2, distinct_agents=2, first_assignee="ann",
                                                                          assignee="ann") | {"holdings": [
         held("ann", "09:05", "10:00", "10:00"), held("bob", "10:00", "11:00", "11:00"), held("ann", "11:00")]})
case("b25-through-nobody", log(1, """
    09:00 created customer
    09:05 assigned system value=ann
    10:00 transferred agent ann
    11:00 assigned system value=bob
    12:00 transferred agent bob
    13:00 assigned system value=bob
    13:30 assigned system value=bob
    14:00 assigned agent bob value=
    """), "ann, nobody, bob is one change; bob, nobody, bob none; bob again is nothing", "B25",
     hand=one(agent_changes=1, distinct_agents=2, assignee=None) | {"holdings": [
         held("ann", "09:05", "10:00", "11:00"), held("bob", "11:00", "12:00"), held("bob", "13:00", "14:00")]})
case("b25-never-held", log(1, "09:00 created customer\n10:00 transferred system value=\n11:00 resolved bot"), "nobody held it", "B25",
     hand=one(agent_changes=0, distinct_agents=0, first_assigned_at=None) | {"holdings": []})
case("b26-holdings", log(1, """
    09:00 created customer
    10:00 assigned system value=a
    10:30 transferred agent a
    12:00 assigned system value=b
    12:10 transferred agent b value=c
    """), "a holds 30 minutes, b 10: mean 20; until the next one takes it 120 and 10: mean 65", "B26", hand={"holdings": [
         held("a", "10:00", "10:30", "12:00"), held("b", "12:00", "12:10", "12:10"), held("c", "12:10")]})
case("repliers-hold", log(1, """
    09:00 created customer
    09:10 agent_reply agent ann
    10:00 agent_reply agent bob
    10:05 agent_reply agent bob
    11:00 agent_reply agent ann
    12:00 resolved agent zoe
    13:00 agent_reply agent bob
    14:00 reopened customer
    """), "without assignments the repliers hold it; bob replies while it is resolved and holds it from the reopening",
     hand=one(agent_changes=3, distinct_agents=3, first_assignee=None, first_assigned_at=None, assignee=None, agent_replies=5) | {"holdings": [
         held("ann", "09:10", "10:00", "10:00"), held("bob", "10:00", "11:00", "11:00"), held("ann", "11:00", "12:00", "14:00"),
         held("bob", "14:00")]})
case("held-again-after-reopening", log(1, """
    09:00 created customer
    09:05 assigned system value=ann
    10:00 resolved agent ann
    11:00 reopened customer
    12:00 closed agent ann
    13:00 assigned system value=bob
    14:00 reopened customer
    15:00 merged agent bob
    """), "begins again with the assignee of then; assigned while closed, bob holds it from the reopening",
     hand=one(agent_changes=1, distinct_agents=2) | {"holdings": [
         held("ann", "09:05", "10:00"), held("ann", "11:00", "12:00", "14:00"), held("bob", "14:00", "15:00")]})
case("assigned-after-the-resolution", log(1, """
    09:00 created customer
    10:00 resolved agent ann
    11:00 assigned system value=bob
    """), "assigned while resolved: nobody holds it", hand=one(
         first_assignee="bob", first_assigned_at="11:00", assignee="bob", agent_changes=0, distinct_agents=1) | {"holdings": []})
case("pitfall-agent-credit", log(1, """
    09:00 created customer
    09:05 assigned system value=ann
    09:30 agent_reply agent bob
    10:00 private_note agent cem
    11:00 resolved agent dan
    """), "held by ann, answered by bob, noted by cem, resolved by dan", hand=one(
         first_assignee="ann", first_replier="bob", resolver="dan", assignee="ann", distinct_agents=3, collaborators=1, agent_changes=0))

# Promises -----------------------------------------------------------------------------------------------------------

case("promised-kept-and-late", log(1, """
    09:00 created customer
    09:05 promised agent ann due_at=10:00
    10:00 agent_reply agent ann
    10:05 promised agent ann due_at=11:00
    10:06 promised agent ann due_at=11:30
    11:00:01 agent_reply agent ann
    """), "kept at 10:00 sharp, late by a second, kept; the first promise is the ticket's", "B15",
     hand=one(responses_promised=3, responses_late=1, due_at="10:00"))
OPEN_PROMISE = log(1, """
    09:00 created customer
    09:05 promised agent ann due_at=10:00
    09:10 bot_reply bot
    """)
case("promised-open-past-due", OPEN_PROMISE, "no reply, and past due", "B15", hand=one(responses_promised=1, responses_late=1), as_of="10:00:00.000001")
case("promised-open-at-due", OPEN_PROMISE, "at the due instant it is not past due", "B15", hand=one(responses_late=0), as_of="10:00")
case("promised-last-event", OPEN_PROMISE + log(2, "12:00 created customer"), "without as_of: the last event of all", "B15",
     hand={"tickets": [{"responses_late": 1}, {"responses_late": 0, "responses_promised": 0, "due_at": None}]})
case("promised-and-ended", log(1, "09:00 created customer\n09:05 promised agent ann due_at=10:00\n11:00 resolved agent ann"),
     "ended without a reply: not late", "B15", hand=one(responses_promised=1, responses_late=0), as_of="15:00")
case("promised-reply-before", log(1, "09:00 created customer\n09:05 agent_reply agent ann\n09:10 promised agent ann due_at=10:00"),
     "the reply before the promise does not keep it", "B15", hand=one(responses_late=1), as_of="11:00")

# As of --------------------------------------------------------------------------------------------------------------

STORY = log(1, """
    09:00 created customer
    09:10 assigned system value=ann
    10:00 agent_reply agent ann
    10:00 pending agent ann
    12:00 customer_message customer
    12:30 agent_reply agent ann
    13:00 resolved agent ann
    14:00 reopened customer
    15:00 resolved agent bob
    16:00 closed system
    """)
case("as-of-in-the-middle", STORY, "at 13:00 what happened at 13:00 has happened", as_of="13:00", hand=one(
    status="resolved", resolved_at="13:00", reopens=0, agent_replies=2, agent_wait="7200", requester_wait="7200") | {
        "holdings": [held("ann", "09:10", "13:00")]})
case("as-of-before-the-end", STORY, "a microsecond before", as_of="12:59:59.999999", hand=one(
    status="open", resolved_at=None, requester_wait=None) | {"holdings": [held("ann", "09:10")]})
case("as-of-before-the-creation", STORY, "no such ticket yet", as_of="08:59", hand={"tickets": [], "findings": [], "status_spans": []})
case("as-of-given-later", STORY, "the table's ticket is not there yet", as_of="08:59", tickets=[{"id": "1", "created_at": at("09:00")}],
     hand={"tickets": []})
case("b24-pending-at-noon", log("p", "09:00 created customer\n11:00 pending agent ann") + log("c", "12:00 created customer")
     + log("r", "09:00 created customer\n10:00 resolved agent ann\n11:30 reopened customer"), "p is pending at noon, c is created at that "
     "instant, r is open again", "B24", as_of="12:00", hand={"tickets": [{"status": "pending"}, {"status": "new"}, {"status": "open"}],
     "status_spans": [span("new", "09:00", "11:00"), span("pending", "11:00", None, "new"), span("new", "12:00"),
                      span("new", "09:00", "10:00"), span("resolved", "10:00", "11:30", "new"), span("open", "11:30", None, "resolved")]})

# Business time of the waits -----------------------------------------------------------------------------------------


def office(zone, hours=OFFICE, **more):
    return {"zone": zone, "hours": hours, **more}


def waited(name, start, end, zone, hours, seconds, origin, calendar_seconds=None, ruling=None, **more):
    """A ticket that is new from start to end, in both clocks."""
    events = log(1, f"{start} created customer\n{end} resolved agent ann")
    schedule = more.pop("calendar", None) or office(zone, hours, **more)
    case(name, events, origin, ruling, calendar=schedule, clock="business", hand=one(requester_wait=str(seconds), agent_wait="0"))
    if calendar_seconds is not None:
        case(f"{name}-calendar", events, "calendar time", ruling, calendar=schedule, hand=one(requester_wait=str(calendar_seconds)))


waited("b23-weekend", "2026-01-09T16:30", "2026-01-12T09:30", "UTC", OFFICE, 3600, "Friday 16:30 to Monday 09:30: 1 h, or 65 h", 65 * 3600, "B23")
waited("pitfall-new-york-march", "2024-03-08T20:00", "2024-03-11T14:00", NEW_YORK, OFFICE, 180 * 60,
       "Friday 15:00 to 17:00 and Monday 09:00 to 10:00", 3960 * 60)
waited("pitfall-new-york-november", "2024-11-01T19:00", "2024-11-04T15:00", NEW_YORK, OFFICE, 180 * 60,
       "Friday 15:00 to 17:00 and Monday 09:00 to 10:00", 4080 * 60)
waited("pitfall-new-york-holiday", "2024-05-24T20:00", "2024-05-28T14:00", NEW_YORK, OFFICE, 120 * 60,
       "Friday 16:00 to 17:00, Monday is a holiday, Tuesday 09:00 to 10:00", 5400 * 60, holidays=["2024-05-27"])
waited("pitfall-reply-outside-hours", "2026-01-10T11:00", "2026-01-10T15:00", "UTC", OFFICE, 0, "a Saturday: 0, not null")
waited("dst-night-march", "2024-03-10T05:00", "2024-03-10T10:00", NEW_YORK, {"sunday": [["01:00", "05:00"]]}, 180 * 60,
       "01:00 to 05:00 on the night without 02:00")
waited("dst-night-november", "2024-11-03T04:00", "2024-11-03T12:00", NEW_YORK, {"sunday": [["01:00", "05:00"]]}, 300 * 60,
       "01:00 to 05:00 on the night with two 01:00")
waited("dst-night-berlin-overnight", "2026-03-28T20:00", "2026-03-29T08:00", BERLIN, {"saturday": [["22:00", "06:00"]]}, 7 * 3600,
       "Saturday 22:00 to Sunday 06:00 is 7 hours when the clock moves forward")
waited("dst-night-berlin-october", "2026-10-24T18:00", "2026-10-25T08:00", BERLIN, {"saturday": [["22:00", "06:00"]]}, 9 * 3600,
       "and 9 when it moves back")
waited("dst-end-in-the-gap", "2026-03-28T20:00", "2026-03-29T08:00", BERLIN, {"sunday": [["00:00", "02:30"]]}, 2 * 3600 + 1800,
       "02:30 does not exist: it moves forward to 03:30, which is 2.5 hours after midnight")
waited("pitfall-friday-of-the-change", "2024-04-25T14:00", "2024-04-26T07:00", CAIRO, {d: [["09:00", "17:00"]] for d in WEEK}, 2 * 3600,
       "Thursday 16:00 to 17:00 (+2), Friday 09:00 to 10:00 (+3): 120 minutes, not 60")
waited("pitfall-lunch", "2026-01-05T11:30", "2026-01-05T13:30", "UTC", LUNCH, 3600, "without the lunch break")
waited("pitfall-special-day", "2026-12-23T16:00", "2026-12-28T10:00", "UTC", OFFICE, 5 * 3600,
       "1 h, then 3 h on the special day, the holiday, the weekend, 1 h", holidays=["2026-12-24", "2026-12-25"],
       special_days={"2026-12-24": [["09:00", "12:00"]]})
waited("pitfall-overnight-holiday", "2026-01-05T12:00", "2026-01-08T12:00", "UTC", {d: [["22:00", "06:00"]] for d in ALL_DAYS}, 16 * 3600,
       "the night of the 6th is a holiday; the tail of the night of the 5th stays", holidays=["2026-01-06"])
waited("pitfall-more-than-52-weeks", "2024-01-01T00:00", "2026-01-05T00:00", "UTC", {"monday": [["09:00", "10:00"]]}, 105 * 3600,
       "105 Mondays from 1 January 2024 to 29 December 2025, one hour each")
waited("schedule-half-hour-zone", "2026-01-05T03:00", "2026-01-05T12:00", CALCUTTA, OFFICE, 8 * 3600, "09:00 to 17:00 at +05:30 is 03:30 to 11:30 UTC")
case("pauses-in-business-time", log(1, """
    5T16:00 created customer
    5T16:30 pending agent ann
    6T09:30 customer_message customer
    6T09:45 on_hold agent ann
    6T10:00 resumed agent ann
    6T10:15 resolved agent ann
    """), "30 min new, 1 h pending (16:30 to 17:00, 09:00 to 09:30), 45 min open and on hold, of it 15 on hold", calendar=office("UTC"),
     clock="business", hand=one(requester_wait="4500", agent_wait="3600", on_hold_time="900"))
SHIFTS = {"by": "team", "schedules": {"day": office("UTC"), "night": office("UTC", {d: [["20:00", "04:00"]] for d in ALL_DAYS})}}
case("schedules-by-team", [e for t in "abcd" for e in log(t, "5T16:00 created customer\n5T21:00 resolved agent ann")],
     "the day team is there until 17:00, the night team from 20:00, and others have no schedule", clock="business", calendar=SHIFTS,
     tickets=[{"id": "a", "team": "day"}, {"id": "b", "team": "night"}, {"id": "c", "team": "other"}, {"id": "d"}],
     hand={"tickets": [{"requester_wait": "3600"}, {"requester_wait": "3600"}, {"requester_wait": None}, {"requester_wait": None}]})
case("schedules-otherwise", [e for t in "abcd" for e in log(t, "5T16:00 created customer\n5T21:00 resolved agent ann")],
     "one for all the others", clock="business", calendar={**SHIFTS, "otherwise": office("UTC", {"monday": [["20:00", "20:30"]]})},
     tickets=[{"id": "a", "team": "day"}, {"id": "b", "team": "night"}, {"id": "c", "team": "other"}, {"id": "d"}],
     hand={"tickets": [{"requester_wait": "3600"}, {"requester_wait": "3600"}, {"requester_wait": "1800"}, {"requester_wait": "1800"}]})
case("error-business-without-calendar", STORY, "business time needs a calendar", clock="business", hand={"error": {"code": "calendar_required"}})

# Service level agreements ---------------------------------------------------------------------------------------------


def policy(name="gold", when=None, clock=None, pauses=None, **targets):
    out = {"name": name, "targets": targets}
    return out | ({"when": when} if when else {}) | ({"clock": clock} if clock else {}) | ({"pauses": pauses} if pauses else {})


def sla(name, events, policies, origin=None, hand=None, **more):
    case(f"sla-{name}", events, origin, hand=hand and {"sla_targets": hand} if not (hand and isinstance(hand, dict)) else hand,
         sla={"policies": policies}, **more)


H = 3600
sla("b21-four-tickets", log(1, "09:00 created customer\n09:30 agent_reply agent ann") + log(2, "09:00 created customer\n10:00 agent_reply agent ann")
    + log(3, "09:00 created customer\n10:30 agent_reply agent ann") + log(4, "10:30 created customer"), [policy(first_response=H)],
    "two met (one exactly at its target), one breached, one open and not due", ruling="B21", as_of="11:00", hand=[
        target("first_response", "met", "10:00", "09:30"), target("first_response", "met", "10:00", "10:00"),
        target("first_response", "breached", "10:00", "10:30", "1800"), target("first_response", "running", "11:30")])
sla("b21-open-past-due", log(1, "09:00 created customer"), [policy(first_response=H)], "open and past due is breached", ruling="B21",
    as_of="10:00:00.000001", hand=[target("first_response", "breached", "10:00", None, "0.000001")])
sla("open-at-due", log(1, "09:00 created customer"), [policy(first_response=H)], "at its due instant it is not past due", as_of="10:00",
    hand=[target("first_response", "running", "10:00")])
sla("last-event-is-now", log(1, "09:00 created customer") + log(2, "12:00 created customer"), [policy(first_response=H)],
    "without as_of the log is looked at at its last event", hand=[
        target("first_response", "breached", "10:00", None, "7200"), target("first_response", "running", "13:00")])
sla("three-metrics", STORY, [policy(first_response=H, next_response=1800, resolution=5 * H)],
    "first response after 60 min; the wait 12:00 to 12:30; resolved at 15:00 after 5 h (the hour of being resolved stands): all met exactly",
    hand=[target("first_response", "met", "10:00", "10:00", started_at=at("09:00")),
          target("next_response", "met", "12:30", "12:30", started_at=at("12:00")),
          target("resolution", "met", "15:00", "15:00", started_at=at("09:00"))])
sla("resolution-paused", STORY, [policy(resolution=3 * H, pauses={"resolution": ["pending", "on_hold"]})],
    "2 h of pending and 1 h of being resolved stand: 3 h at 15:00", hand=[target("resolution", "met", "15:00", "15:00")])
sla("resolution-breached-by-a-minute", STORY, [policy(resolution=3 * H - 60, pauses={"resolution": ["pending", "on_hold"]})],
    "a minute less: breached at 14:59, a minute over", hand=[target("resolution", "breached", "14:59", "15:00", "60")])
sla("resolution-while-resolved", STORY, [policy(resolution=5 * H)], "at 13:30 it is resolved after 4 h: met, due an hour after", as_of="13:30",
    hand=[target("resolution", "met", "14:00", "13:00")])
sla("resolution-reopened", STORY, [policy(resolution=5 * H)], "at 14:30 it is open again, 4.5 h have run", as_of="14:30",
    hand=[target("resolution", "running", "15:00")])
sla("resolution-reopened-and-breached", STORY, [policy(resolution=4 * H + 900)], "at 14:30: breached at 14:15", as_of="14:30",
    hand=[target("resolution", "breached", "14:15", None, "900")])
sla("paused-now", STORY, [policy(resolution=5 * H, pauses={"resolution": ["pending"]})], "pending at 11:00", as_of="11:00",
    hand=[target("resolution", "paused")])
sla("breached-then-paused", log(1, "09:00 created customer\n11:00 pending agent ann"), [policy(resolution=H, pauses={"resolution": ["pending"]})],
    "breached at 10:00; the clock stands since 11:00", as_of="15:00", hand=[target("resolution", "breached", "10:00", None, "3600")])
sla("next-response-several", log(1, """
    09:00 created customer
    09:10 agent_reply agent ann
    10:00 customer_message customer
    10:20 customer_message customer
    10:30 agent_reply agent ann
    11:00 customer_message customer
    12:00 agent_reply agent bob
    13:00 customer_message customer
    """), [policy(next_response=1800)], "30 min met; 60 min breached by 30; one running since 13:00", as_of="13:10", hand=[
        target("next_response", "met", "10:30", "10:30", started_at=at("10:00")),
        target("next_response", "breached", "11:30", "12:00", "1800", started_at=at("11:00")),
        target("next_response", "running", "13:30", started_at=at("13:00"))])
sla("next-response-none", log(1, "09:00 created customer\n09:10 agent_reply agent ann"), [policy(next_response=1800)], "no later wait, no target",
    hand={"sla_targets": []})
sla("thanks-after-resolution", log(1, """
    09:00 created customer
    09:10 agent_reply agent ann
    09:20 resolved agent ann
    09:30 customer_message customer
    """), [policy(next_response=1800)], "nobody waits while it is resolved", as_of="20:00", hand=[target("next_response", "not_applicable")])
sla("resolved-without-a-reply", log(1, "09:00 created customer\n09:30 resolved agent ann"), [policy(first_response=H, resolution=H)],
    "no reply was needed", as_of="20:00", hand=[target("first_response", "not_applicable"), target("resolution", "met", "10:00", "09:30")])
sla("resolved-late-without-a-reply", log(1, "09:00 created customer\n11:30 resolved agent ann"), [policy(first_response=H, resolution=H)],
    "breached before it was resolved", as_of="20:00", hand=[
        target("first_response", "breached", "10:00", None, "5400"), target("resolution", "breached", "10:00", "11:30", "5400")])
sla("resolved-reopened-answered", log(1, """
    09:00 created customer
    09:30 resolved agent ann
    12:00 reopened customer
    12:30 agent_reply agent ann
    """), [policy(first_response=H)], "30 min before the resolution and 30 after the reopening", hand=[target("first_response", "met", "12:30", "12:30")])
for word in ("merged", "spam", "canceled", "deleted"):
    sla(f"{word}-before", log(1, f"09:00 created customer\n09:30 {word} agent ann"), [policy(first_response=H, resolution=2 * H)],
        "it ended before either was due", as_of="20:00", hand=[target("first_response", "not_applicable"), target("resolution", "not_applicable")])
    sla(f"{word}-after", log(1, f"09:00 created customer\n10:30 {word} agent ann"), [policy(first_response=H, resolution=2 * H)],
        "the first response was breached before it ended", as_of="20:00", hand=[
            target("first_response", "breached", "10:00", None, "1800"), target("resolution", "not_applicable")])
sla("closed-without-resolution", log(1, "09:00 created customer\n09:10 agent_reply agent ann\n09:30 closed agent ann"),
    [policy(first_response=H, resolution=2 * H)], "closed is no resolution", as_of="20:00", hand=[
        target("first_response", "met", "10:00", "09:10"), target("resolution", "not_applicable")])
sla("from-the-handover", log(1, "09:00 created customer\n10:00 handover bot\n10:45 agent_reply agent ann"), [policy(first_response=H)],
    "45 minutes from the handover", hand=[target("first_response", "met", "11:00", "10:45", started_at=at("10:00"))])
sla("after-a-bots-resolution", log(1, """
    09:00 created customer
    09:01 resolved bot
    7T09:00 reopened customer
    7T09:30 agent_reply agent ann
    """), [policy(first_response=H, resolution=H)], "the response's clock starts at the reopening; the resolution has run 31 minutes", hand=[
        target("first_response", "met", "7T10:00", "7T09:30", started_at=at("7T09:00")), target("resolution", "running", "7T09:59")])
sla("agent-opened", log(1, "09:00 created agent ann\n09:00 agent_reply agent ann") + log(2, """
    09:00 created agent ann
    09:30 customer_message customer
    09:40 agent_reply agent ann
    """), [policy(first_response=H)], "without a customer's message no response is due", hand=[
        target("first_response", "met", "10:30", "09:40", ticket="2")])
sla("fractions-of-a-second", log(1, "09:00 created customer\n09:00:01.500000 agent_reply agent ann"), [policy(first_response="1.5")],
    "decimal text is exact", hand=[target("first_response", "met", "09:00:01.500000", "09:00:01.500000")])

# Policies

TIERS = [policy("urgent", {"priority": ["urgent", "high"]}, first_response=1800), policy("chat", {"channel": ["chat"]}, first_response=60),
         policy("gold", {"tier": ["gold"], "channel": ["email", "web"]}, first_response=H)]
sla("policies", [e for t in "abcdef" for e in log(t, "09:00 created customer\n09:40 agent_reply agent ann")], TIERS,
    "the first policy whose every condition holds; unknown is no match", tickets=[
        {"id": "a", "priority": "high", "channel": "chat"}, {"id": "b", "priority": "low", "channel": "chat"},
        {"id": "c", "tier": "gold", "channel": "email"}, {"id": "d", "tier": "gold", "channel": "phone"}, {"id": "e", "tier": "gold"}, {"id": "f"}],
    hand=[target("first_response", "breached", "09:30", "09:40", "600", "urgent"), target("first_response", "breached", "09:01", "09:40", "2340", "chat"),
          target("first_response", "met", "10:00", "09:40")] + [target(None, "not_applicable", policy=None, started_at=at("09:00"), ticket=t) for t in "def"])
sla("policy-for-all", log(1, "09:00 created customer\n09:40 agent_reply agent ann"), [*TIERS, policy("rest", first_response=2 * H)],
    "a policy without conditions is for all others", hand=[target("first_response", "met", "11:00", "09:40", policy="rest")])
sla("policy-copies", log(1, "09:00 created customer\n09:40 agent_reply agent ann"), TIERS, "the ticket's words are copied",
    tickets=[{"id": "1", "priority": "high", "channel": "chat", "team": "t1", "account": "acme"}],
    hand=[target("first_response", "breached", "09:30", "09:40", "600", "urgent", channel="chat", priority="high", team="t1", account="acme")])
CHANGING = [policy("high", {"priority": ["high"]}, first_response=H), policy("low", {"priority": ["low"]}, first_response=4 * H)]
LOW, HIGH = [{"id": "1", "priority": "low"}], [{"id": "1", "priority": "high"}]


def changed(*lines):
    return log(1, "09:00 created customer\n" + "\n".join(lines))


sla("priority-raised-in-time", changed("09:30 priority agent ann value=high", "09:50 agent_reply agent ann"), CHANGING,
    "met under the policy of then, high", tickets=LOW, hand=[target("first_response", "met", "10:00", "09:50", policy="high")])
sla("priority-raised-and-breached", changed("09:30 priority agent ann value=high", "10:30 agent_reply agent ann"), CHANGING,
    "1 h from the start of the clock", tickets=LOW, hand=[target("first_response", "breached", "10:00", "10:30", "1800", "high")])
sla("priority-raised-too-late", changed("11:00 priority agent ann value=high", "11:30 agent_reply agent ann"), CHANGING,
    "already past the new target when it is raised", tickets=LOW, hand=[target("first_response", "breached", "10:00", "11:30", "5400", "high")])
sla("priority-lowered-before-breach", changed("09:59 priority agent ann value=low", "11:00 agent_reply agent ann"), CHANGING,
    "not breached before: met under low", tickets=HIGH, hand=[target("first_response", "met", "13:00", "11:00", policy="low")])
sla("priority-lowered-at-breach", changed("10:00 priority agent ann value=low", "11:00 agent_reply agent ann"), CHANGING,
    "at the due instant it is not past due: met under low", tickets=HIGH, hand=[target("first_response", "met", "13:00", "11:00", policy="low")])
sla("priority-lowered-after-breach", changed("10:01 priority agent ann value=low", "11:00 agent_reply agent ann"), CHANGING,
    "what is breached stays breached, by the policy of then", tickets=HIGH, hand=[target("first_response", "breached", "10:00", "11:00", "3600", "high")])
sla("priority-changed-after-the-reply", changed("09:50 agent_reply agent ann", "10:30 priority agent ann value=low"), CHANGING,
    "met under high; what comes after does not matter", tickets=HIGH, hand=[target("first_response", "met", "10:00", "09:50", policy="high", priority="low")])
sla("priority-there-and-back", changed("09:20 priority agent ann value=high", "09:40 priority agent ann value=low", "12:30 agent_reply agent ann"),
    CHANGING, "high only in between", tickets=LOW, hand=[target("first_response", "met", "13:00", "12:30", policy="low")])
sla("priority-to-no-policy", changed("09:20 priority agent ann value=none", "12:30 agent_reply agent ann"), CHANGING,
    "at the reply no policy applies", tickets=HIGH, hand=[target(None, "not_applicable", policy=None)])
sla("priority-from-no-policy", changed("09:20 priority agent ann value=high"), CHANGING, "from its change on, counted from the start", as_of="09:30",
    hand=[target("first_response", "running", "10:00", policy="high")])
sla("priority-with-another-clock", log(1, """
    5T16:30 created customer
    5T16:40 priority agent ann value=high
    6T09:15 agent_reply agent ann
    """), [policy("high", {"priority": ["high"]}, "business", first_response=H), policy("low", {"priority": ["low"]}, first_response=20 * H)],
    "under high business time counts from the start: 30 + 15 minutes", tickets=LOW, calendar=office("UTC"),
    hand=[target("first_response", "met", "6T09:30", "6T09:15", policy="high")])
for at_ in ("09:45", "10:15", "11:30", "13:30"):
    sla(f"priority-as-of-{at_.replace(':', '')}", changed("10:30 priority agent ann value=low", "12:00 agent_reply agent ann"), CHANGING, tickets=HIGH,
        as_of=at_)

# Business clocks

BUSINESS = policy(clock="business", first_response=2 * H, resolution=8 * H, pauses={"resolution": ["pending"]})
sla("pitfall-deadline-at-closing-time", log(1, "5T15:00 created customer\n5T17:00 agent_reply agent ann") + log(2, "5T15:00 created customer"),
    [policy(clock="business", first_response=2 * H)], "two hours from 15:00 end at closing time, 17:00, not at the next opening", calendar=office("UTC"),
    as_of="5T16:00", hand=[target("first_response", "running", "5T17:00"), target("first_response", "running", "5T17:00")])
sla("pitfall-reply-after-closing-time", log(1, "5T15:00 created customer\n5T18:00 agent_reply agent ann"), [policy(clock="business", first_response=2 * H)],
    "due at closing time and answered in the evening: late, by no open time", calendar=office("UTC"),
    hand=[target("first_response", "breached", "5T17:00", "5T18:00", "0")])
sla("business-weekend", log(1, "9T16:30 created customer\n12T09:30 agent_reply agent ann"), [BUSINESS], "Friday 16:30, 1 h run; due Monday 10:30",
    calendar=office("UTC"), as_of="12T09:30", hand=[target("first_response", "met", "12T10:30", "12T09:30"), target("resolution", "running", "12T16:30")])
sla("pitfall-pause-in-business-time", log(1, """
    5T09:00 created customer
    5T15:00 pending agent ann
    6T11:00 customer_message customer
    6T12:00 agent_reply agent ann
    6T13:00 resolved agent ann
    """), [BUSINESS], "6 h on Monday, 2 h on Tuesday; 4 business hours of pending stand, not 20", calendar=office("UTC"), hand=[
        target("first_response", "breached", "5T11:00", "6T12:00", "32400"), target("resolution", "met", "6T13:00", "6T13:00")])
sla("paused-over-night", log(1, "5T09:00 created customer\n5T15:00 pending agent ann"), [BUSINESS], "paused: no due instant", calendar=office("UTC"),
    as_of="6T11:00", hand=[target("first_response", "breached", "5T11:00", None, "28800"), target("resolution", "paused")])
sla("dst-night-deadline-march", log(1, "2024-03-08T21:00 created customer"), [policy(clock="business", resolution=9 * H)],
    "Friday 16:00 to 17:00, then Monday 09:00 to 17:00, which is 13:00 to 21:00 UTC", calendar=office(NEW_YORK), as_of="2024-03-08T21:30",
    hand=[target("resolution", "running", "2024-03-11T21:00")])
sla("dst-night-deadline-in-the-night", log(1, "2024-03-10T05:30 created customer"), [policy(clock="business", resolution=2 * H)],
    "two hours from 01:00 (06:00Z) on the night without 02:00 end at 04:00 (08:00Z)", as_of="2024-03-10T05:40",
    calendar=office(NEW_YORK, {"sunday": [["01:00", "05:00"]]}), hand=[target("resolution", "running", "2024-03-10T08:00")])
sla("dst-night-deadline-november", log(1, "2024-11-03T04:30 created customer"), [policy(clock="business", resolution=2 * H)],
    "two hours from the first 01:00 (05:00Z) end when it is 02:00 (07:00Z)", as_of="2024-11-03T04:40",
    calendar=office(NEW_YORK, {"sunday": [["01:00", "05:00"]]}), hand=[target("resolution", "running", "2024-11-03T07:00")])
sla("schedules-by-team", [e for t in "abc" for e in log(t, "5T16:00 created customer\n6T10:00 agent_reply agent ann")],
    [policy(clock="business", first_response=H)], "the schedule is the ticket's", calendar={**SHIFTS, "otherwise": office("UTC", {"tuesday": [["09:00", "10:00"]]})},
    tickets=[{"id": "a", "team": "day"}, {"id": "b", "team": "night"}, {"id": "c", "team": "x"}], hand=[
        target("first_response", "breached", "5T17:00", "6T10:00", "3600"), target("first_response", "breached", "5T21:00", "6T10:00", "25200"),
        target("first_response", "met", "6T10:00", "6T10:00")])
sla("no-schedule", log("a", "5T16:00 created customer\n5T16:30 agent_reply agent ann") + log("c", "5T16:00 created customer"),
    [policy(clock="business", first_response=H)], "a ticket without a schedule has no business time", calendar=SHIFTS,
    tickets=[{"id": "a", "team": "day"}, {"id": "c", "team": "x"}], hand=[
        target("first_response", "met", "5T17:00", "5T16:30"), target("first_response", "not_applicable", started_at=at("16:00"), ticket="c")])
sla("two-clocks", log(1, "9T16:00 created customer\n12T09:30 agent_reply agent ann", ), [policy("a", first_response=H)], "calendar time is the default",
    calendar=office("UTC"), clock="business", hand=[target("first_response", "breached", "9T17:00", "12T09:30", "232200", "a")])
sla("error-no-calendar", log(1, "09:00 created customer"), [BUSINESS], "business time needs a calendar", hand={"error": {"code": "calendar_required"}})
for what, bad in (("key", {**BUSINESS, "hours": 3}), ("metric", policy(second_response=5)), ("pause-metric", policy(resolution=5, pauses={"x": []})),
                  ("status", policy(resolution=5, pauses={"resolution": ["asleep"]})), ("target", policy(resolution=0))):
    sla(f"error-{what}", log(1, "09:00 created customer"), [bad], "a name that a policy does not know, or a target of nothing", calendar=office("UTC"),
        hand={"error": {"code": "bad_policy"}})

# A schedule that follows the priority

AROUND = office("UTC", {day: [["00:00", "24:00"]] for day in ALL_DAYS})
BY_PRIORITY = {"by": "priority", "schedules": {"low": office("UTC"), "urgent": AROUND}}
FOUR = [policy(clock="business", first_response=4 * H)]
SATURDAY, MIDNIGHT = "2026-03-07T", "2026-03-08T00:00"
LOWERED = log(1, f"""
    {SATURDAY}08:00 created customer
    {SATURDAY}08:00 priority agent ann value=urgent
    {SATURDAY}20:00 priority agent ann value=low
    """)
RAISED = log(1, f"""
    {SATURDAY}08:00 created customer
    {SATURDAY}08:00 priority agent ann value=low
    {SATURDAY}20:00 priority agent ann value=urgent
    {SATURDAY}20:10 agent_reply agent ann
    """)
sla("schedule-of-a-priority", LOWERED, FOUR, "urgent is served around the clock: due at 12:00, 7 h before", calendar=BY_PRIORITY,
    as_of=f"{SATURDAY}19:00", hand=[target("first_response", "breached", f"{SATURDAY}12:00", None, "25200")])
sla("schedule-of-a-lowered-priority", LOWERED, FOUR, "breached at 12:00 and then lowered: 12 h ran while it was urgent, and none on Saturday after",
    calendar=BY_PRIORITY, as_of=MIDNIGHT, hand=[target("first_response", "breached", f"{SATURDAY}12:00", None, "28800")])
sla("schedule-of-a-low-priority", RAISED, FOUR, "low is closed on Saturday: 4 h from Monday, 9 March, 09:00", calendar=BY_PRIORITY,
    as_of=f"{SATURDAY}19:00", hand=[target("first_response", "running", "2026-03-09T13:00")])
sla("schedule-of-a-raised-priority", RAISED, FOUR, "10 minutes ran, since it was urgent; 4 h end at midnight", calendar=BY_PRIORITY,
    as_of=MIDNIGHT, hand=[target("first_response", "met", MIDNIGHT, f"{SATURDAY}20:10")])
sla("schedule-before-a-priority", log(1, """
    5T09:00 created customer
    5T10:00 priority agent ann value=low
    5T13:00 agent_reply agent ann
    """), FOUR, "without a priority it has no schedule, and nothing runs before 10:00", calendar=BY_PRIORITY,
    hand=[target("first_response", "met", "5T14:00", "5T13:00")])
LOST = log(1, """
    5T09:00 created customer
    5T09:00 priority agent ann value=low
    5T10:00 priority agent ann
    5T11:00 priority agent ann value=low
    5T14:00 agent_reply agent ann
    5T15:00 priority agent ann
    """)
sla("schedule-without-a-priority", LOST, FOUR, "at 10:30 it has no schedule", calendar=BY_PRIORITY, as_of="5T10:30",
    hand=[target("first_response", "not_applicable", started_at=at("09:00"))])
sla("schedule-of-a-priority-again", LOST, FOUR, "an hour and three hours: met at the deadline", calendar=BY_PRIORITY,
    hand=[target("first_response", "met", "5T14:00", "5T14:00")])
sla("schedule-and-policy-of-a-priority", LOWERED, [policy("urgent", {"priority": ["urgent"]}, "business", first_response=20 * H),
                                                   policy("low", {"priority": ["low"]}, "business", first_response=8 * H)],
    "when it is lowered 12 h have run, more than low promises: breached under low at 16:00", calendar=BY_PRIORITY, as_of=MIDNIGHT,
    hand=[target("first_response", "breached", f"{SATURDAY}16:00", None, "14400", "low")])
MIXED = """
    9T16:00 created customer
    9T16:00 priority agent ann value=low
    9T18:00 priority agent ann value=urgent
    9T19:00 pending agent ann
    9T20:00 priority agent ann value=low
    12T10:00 customer_message customer
    12T11:00 resolved agent ann
    """
case("waits-by-priority", log(1, MIXED), "open 16:00 to 17:00 low, 18:00 to 19:00 urgent, Monday 10:00 to 11:00; pending 19:00 to 20:00 urgent, "
     "Monday 09:00 to 10:00", calendar=BY_PRIORITY, clock="business", hand=one(requester_wait="10800", agent_wait="7200", on_hold_time="0"))
case("waits-by-priority-lost", log("a", MIXED + "12T12:00 priority agent ann") + log("b", MIXED + "12T10:30 priority agent ann"),
     "without a priority when it ends a ticket has no schedule; what comes after does not matter", calendar=BY_PRIORITY, clock="business",
     hand={"tickets": [{"requester_wait": "10800", "agent_wait": "7200"}, {"requester_wait": None, "agent_wait": None}]})

# Schedules by what follows from the log

TOLD = log(1, """
    5T08:00 created customer
    5T08:00 assigned agent bo value=ann
    5T10:00 agent_reply agent bob
    5T10:00 assigned agent bo value=cleo
    5T18:00 resolved agent dora
    """)
for by, word in (("status", "resolved"), ("first_assignee", "ann"), ("assignee", "cleo"), ("first_replier", "bob"), ("resolver", "dora"),
                 ("resolved_by", "person"), ("opened_by", "customer")):
    case(f"schedules-by-{by}", TOLD, "8 of the 10 hours", calendar={"by": by, "schedules": {word: office("UTC")}}, clock="business",
         hand=one(requester_wait="28800"))
for by in ("created_at", "id", "tags", "agent_replies", "through_spans"):
    by_it = {"by": by, "schedules": {"x": office("UTC")}}
    error = {"error": {"code": "bad_calendar", "field": "by"}}
    case(f"error-schedules-by-{by}", TOLD, "no text of tickets", calendar=by_it, clock="business", hand=error)
    sla(f"error-schedules-by-{by}", TOLD, FOUR, "no text of tickets", calendar=by_it, hand=error)
    case(f"schedules-by-{by}-unread", TOLD, "nothing is measured in business time", calendar=by_it, hand=one(requester_wait="36000"))

# Words and policies that say nothing

for name in ("kind", "ticket"):
    word = TOLD[1][name]
    case(f"error-{name}-that-says-nothing", TOLD, "a word that stands for null is missing", words={"ticket_event": {name: {word: None}}},
         hand={"error": {"code": "missing_field", "record": "ticket_event", "index": 1 if name == "kind" else 0, "field": name}})
for what, bad, name in (
        ("without-a-name", policy("", first_response=H), "name"), ("without-targets", policy(), "targets"),
        ("without-words", policy(when={"channel": []}, first_response=H), "when"),
        ("with-an-empty-word", policy(when={"channel": ["", "chat"]}, first_response=H), "when")):
    sla(f"error-policy-{what}", log(1, "09:00 created customer"), [bad], "it is for no ticket, or says nothing",
        hand={"error": {"code": "bad_policy", "field": name}})

# Larger logs ----------------------------------------------------------------------------------------------------------

KINDS = {
    "customer_message": 24, "agent_reply": 20, "bot_reply": 4, "auto_reply": 4, "private_note": 8, "handover": 3, "assigned": 10, "transferred": 5,
    "escalated": 2, "pending": 9, "on_hold": 4, "resumed": 4, "resolved": 12, "reopened": 7, "closed": 2, "priority": 6, "promised": 3,
    "canceled": 1, "merged": 1, "deleted": 1, "spam": 1,
}
AGENTS = ("ann", "bob", "cem", "dan")


def random_log(seed, tickets=30, events=300, actors=True):
    """Tickets of three weeks with events of every kind; some instants are shared, some events are there twice."""
    r = random.Random(seed)
    out, born = [], {}
    for i in range(tickets):
        born[f"k{i}"] = datetime(2026, 3, 16) + timedelta(seconds=r.randint(0, 12 * 86400))
        if r.random() < 0.93:
            out.append({"ticket": f"k{i}", "at": born[f"k{i}"].isoformat() + "Z", "kind": "created",
                        "actor_kind": r.choices(["customer", "agent", "bot", None], [12, 3, 1, 1])[0]})
    now = dict(born)
    done = dict.fromkeys(born)  # what last ended it, so that nothing is resolved or closed while it is closed
    while len(out) < events:
        id = r.choice(list(born))
        now[id] += timedelta(seconds=r.choice([0, 60, 1800, 3600, 7200, 20000, 50000, 86400, 7, 1234, 5000]))
        kind = r.choices(list(KINDS), list(KINDS.values()))[0]
        if done[id] == "closed" and kind in ("resolved", "closed"):
            kind = "reopened"
        if done[id] == "resolved" and kind in ("resolved", "closed"):
            kind = "closed"
        if kind in ("closed", "resolved"):
            done[id] = kind
            now[id] += timedelta(seconds=1)
        elif kind in ("reopened", "pending", "on_hold", "resumed"):
            done[id] = None
            now[id] += timedelta(seconds=1)
        e = {"ticket": id, "at": now[id].isoformat() + "Z", "kind": kind}
        role = {"customer_message": "customer", "bot_reply": "bot", "auto_reply": "system", "handover": "bot"}.get(kind) or r.choices(
            ["agent", "customer", "bot", "system"], {"agent_reply": [20, 1, 1, 1], "private_note": [10, 0, 1, 0], "reopened": [2, 8, 0, 1],
                                                     "resolved": [10, 1, 3, 1]}.get(kind, [8, 1, 0, 1]))[0]
        if actors or r.random() < 0.4:
            e["actor_kind"] = role
        if role == "agent" and r.random() < 0.95:
            e["actor"] = r.choice(AGENTS)
        if kind in ("assigned", "transferred"):
            e["value"] = r.choice([*AGENTS, *AGENTS, None])
        if kind == "priority":
            e["value"] = r.choice(["low", "high", "urgent"])
        if kind == "promised":
            e["due_at"] = (now[id] + timedelta(seconds=r.choice([3600, 14400, 86400]))).isoformat() + "Z"
        if kind not in ("resolved", "closed", "reopened") and r.random() < 0.2:
            e = {"ticket": id, "at": e["at"], "kind": "status", **{k: v for k, v in e.items() if k == "actor_kind"},
                 "value": kind} if kind in ("pending", "on_hold") else e
        out.append({k: v for k, v in e.items() if v is not None})
        if r.random() < 0.02:
            out.append(dict(out[-1]))
    r.shuffle(out)
    for i, e in enumerate(out):
        if r.random() < 0.1:
            e["sequence"] = i % 7
    table_ = [{"id": id, "created_at": born[id].isoformat() + "Z", "channel": r.choice(["email", "chat", "web"]), "priority": r.choice(
        ["low", "high", None]), "team": r.choice(["day", "night", "other"]), "tier": r.choice(["gold", "silver"])} for id in born]
    return out, [{k: v for k, v in t.items() if v is not None} for t in table_]


RULES = [
    policy("urgent", {"priority": ["urgent"]}, first_response=1800, next_response=3600, resolution=14400),
    policy("high", {"priority": ["high"], "tier": ["gold"]}, "business", {"resolution": ["pending", "on_hold"], "next_response": ["on_hold"]},
           first_response=2 * H, next_response=2 * H, resolution=16 * H),
    policy("chat", {"channel": ["chat"]}, first_response=300, next_response=600),
    policy("rest", {"priority": ["low", "high"]}, "business", {"resolution": ["pending"]}, first_response=8 * H, resolution=40 * H),
]
BERLIN_TEAMS = {"by": "team", "schedules": {"day": office(BERLIN, LUNCH), "night": office(BERLIN, {d: [["22:00", "06:00"]] for d in ALL_DAYS})},
                "otherwise": office(BERLIN, OFFICE, holidays=["2026-03-23"], special_days={"2026-03-28": [["10:00", "14:00"]]})}
for seed in (1, 2, 3):
    events_, tickets_ = random_log(seed)
    case(f"random-{seed}", events_, tickets=tickets_, sla={"policies": RULES}, calendar=BERLIN_TEAMS)
    case(f"random-{seed}-business-as-of", events_, tickets=tickets_, sla={"policies": RULES}, calendar=BERLIN_TEAMS, clock="business",
         as_of="03-27T12:00")
for seed in (4, 5):
    events_, _ = random_log(seed, 40, 300, actors=False)
    case(f"random-{seed}-no-table", events_)
BERLIN_PRIORITIES = {"by": "priority", "schedules": {"low": office(BERLIN, LUNCH), "high": office(BERLIN, {d: [["07:00", "22:00"]] for d in ALL_DAYS})}}
EVERY = [policy("few", {"priority": ["low", "urgent"], "tier": ["gold"]}, "business", {"resolution": ["pending"]}, first_response=4 * H, resolution=30 * H),
         policy("all", None, "business", {"next_response": ["on_hold"]}, first_response=2 * H, next_response=3 * H, resolution=20 * H)]
for seed, calendar_ in ((6, BERLIN_PRIORITIES), (7, {**BERLIN_PRIORITIES, "otherwise": AROUND})):
    events_, tickets_ = random_log(seed)
    case(f"random-{seed}-by-priority", events_, tickets=tickets_, sla={"policies": EVERY}, calendar=calendar_, clock="business", as_of="03-27T12:00")
