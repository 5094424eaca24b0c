"""Writes the embedded sample: one quarter of a made-up support team (January to March 2026, UTC).

    python examples/sample/make.py      # standard library only; the same files every time

Nobody in it is real. What it shows: office hours and quiet weekends, a Monday peak, e-mail as the slow channel,
a chat bot that solves some questions and hands over the others, phone calls that some customers give up, merged,
spam, deleted and unanswered tickets, surveys that half of the customers ignore, and a March with too few people.
Everything is as known at the end of the quarter: later instants are empty.
"""

import csv
import pathlib
import random
from datetime import datetime, timedelta, timezone

rng = random.Random(20260101)
START, END = (datetime(2026, m, 1, tzinfo=timezone.utc) for m in (1, 4))
AGENTS = {"email": ["ana", "bo", "chris"], "web": ["ana", "bo"], "social": ["dora"], "chat": ["dora", "emil", "finn"],
          "phone": ["gus", "hana", "ines", "finn"]}
HOURS = [1, 1, 1, 1, 1, 2, 4, 9, 18, 24, 26, 24, 18, 20, 24, 22, 18, 12, 7, 5, 4, 3, 2, 1]
DAYS = [24, 20, 19, 18, 16, 5, 4]  # Monday to Sunday


def text(at):
    """RFC 3339, empty where it is unknown or after the end of the quarter."""
    return "" if at is None or at >= END else at.strftime("%Y-%m-%dT%H:%M:%SZ")


def known(at):
    return at if at is not None and at < END else None


def moment():
    """An instant of the quarter with the rhythm of the week and the day."""
    while True:
        day = START + timedelta(days=rng.randrange((END - START).days))
        if rng.random() * max(DAYS) < DAYS[day.weekday()]:
            hour = rng.choices(range(24), HOURS)[0]
            return day + timedelta(hours=hour, seconds=rng.randrange(3600))


def seconds(median, spread):
    """A waiting time with a long tail."""
    return timedelta(seconds=max(1, round(median * rng.lognormvariate(0, spread))))


def slower(at):
    """March is short of people."""
    return 1.6 if at.month == 3 else 1.0


def accounts():
    rows, tiers = [], ["gold", "silver", "bronze"]
    for i in range(300):
        started = datetime(2022, 1, 3, tzinfo=timezone.utc) + timedelta(days=rng.randrange(1540), hours=rng.randrange(7, 18))
        if i % 10 == 0:  # subscriptions that begin with a month
            started = datetime(started.year, started.month, 1, tzinfo=timezone.utc)
        ended = None
        if rng.random() < 0.15:  # new in the quarter, some of them only to try it
            started = START + timedelta(days=rng.randrange(85), hours=rng.randrange(7, 18))
            if rng.random() < 0.35:
                ended = started + timedelta(days=rng.randrange(7, 40))
        elif rng.random() < 0.3:
            ended = started + timedelta(days=rng.choice([30, 90, 180, 365]) + rng.randrange(400))
            if rng.random() < 0.3:
                ended = datetime(ended.year, ended.month, 1, tzinfo=timezone.utc) + timedelta(days=32)
                ended = ended.replace(day=1)
        business = rng.random() < 0.4
        rows.append({
            "id": f"A{i + 1:04}", "kind": "business" if business else "consumer",
            "tier": rng.choices([*tiers, ""], [2, 4, 6, 1] if business else [1, 3, 8, 1])[0],
            "plan": rng.choice(["monthly", "yearly"]), "region": rng.choice(["north", "south", "east", "west"]),
            "started_at": text(min(started, END - timedelta(hours=1))), "ended_at": text(ended),
            "end_reason": rng.choice(["price", "missing feature", "service", "closed"]) if known(ended) else ""})
    return sorted(rows, key=lambda r: r["started_at"])


def contacts(customers):
    rows = []
    for _ in range(600):
        channel = "phone" if rng.random() < 0.78 else "chat"
        started = moment()
        outbound = channel == "phone" and rng.random() < 0.06
        menu = timedelta(seconds=rng.randrange(8, 50) if channel == "phone" else 0)
        row = {"channel": channel, "direction": "outbound" if outbound else "inbound", "team": "voice" if channel == "phone" else "live",
               "account": rng.choice(customers) if rng.random() < 0.9 else "", "started": started, "queued": started + menu,
               "answered": None, "ended": None, "outcome": "answered", "abandon_step": "", "agent": "", "transfers": 0}
        wait, patience = seconds(55 * slower(started), 1.0), seconds(420, 0.7)
        chance = rng.random()
        if chance < 0.05 and not outbound:
            row |= {"queued": None, "ended": started + menu, "outcome": "abandoned", "abandon_step": "menu"}
            if channel == "chat" or chance < 0.02:
                row |= {"outcome": "self_served", "abandon_step": "", "ended": started + timedelta(seconds=95)}
        elif chance < 0.07 and not outbound:
            row |= {"outcome": rng.choice(["callback", "failed"]), "ended": row["queued"] + timedelta(seconds=30)}
        elif patience < wait and not outbound:
            row |= {"outcome": "abandoned", "abandon_step": "queue", "ended": row["queued"] + patience}
        else:
            row["answered"] = row["queued"] + wait
            row["talk"], row["hold"] = rng.randrange(60, 900), rng.choice([0, 0, 0, rng.randrange(10, 120)])
            row["wrap_up"], row["agent"] = rng.randrange(15, 180), rng.choice(AGENTS[channel])
            row["transfers"] = rng.choices([0, 1, 2], [88, 10, 2])[0]
            row["ended"] = row["answered"] + timedelta(seconds=row["talk"] + row["hold"])
        if row["ended"] < END:
            rows.append(row)
    rows.sort(key=lambda r: r["started"])
    return [{
        "id": f"C{i + 1:04}", "account": r["account"], "agent": r["agent"], "channel": r["channel"], "direction": r["direction"],
        "team": r["team"], "started_at": text(r["started"]), "queued_at": text(r["queued"]), "answered_at": text(r["answered"]),
        "ended_at": text(r["ended"]), "outcome": r["outcome"], "abandon_step": r["abandon_step"], "transfers": r["transfers"],
        "talk": r.get("talk", ""), "hold": r.get("hold", ""), "wrap_up": r.get("wrap_up", "")} for i, r in enumerate(rows)]


REPLY = {"email": (6 * 3600, 0.9), "web": (5 * 3600, 0.8), "social": (3 * 3600, 1.1), "chat": (110, 0.9), "phone": (1800, 0.5)}


def tickets(customers, calls):
    rows = []
    spare = [c for c in calls if c["outcome"] == "answered" and c["direction"] == "inbound"]
    rng.shuffle(spare)
    for _ in range(1200):
        channel = rng.choices(["email", "web", "social", "chat", ""], [46, 16, 10, 26, 2])[0]
        created = moment()
        r = {"channel": channel, "created": created, "account": rng.choice(customers) if rng.random() < 0.93 else "",
             "type": rng.choices(["question", "problem", "billing", "request", ""], [35, 30, 20, 13, 2])[0],
             "priority": rng.choices(["low", "normal", "high", "urgent"], [20, 55, 20, 5])[0], "opened_by": "customer",
             "contact": "", "handover": None, "clock": None, "reply": None, "resolved": None, "resolved_by": "", "merged": None,
             "deleted": None, "replies": 0, "messages": 1, "bots": 0, "status": "open", "replier": "", "resolver": ""}
        start = created
        kind = rng.random()
        if kind < 0.06 and spare:
            call = spare.pop()
            created = start = datetime.fromisoformat(call["answered_at"]) + timedelta(seconds=30)
            r |= {"channel": call["channel"], "created": created, "account": call["account"], "contact": call["id"]}
        elif kind < 0.08:
            r |= {"opened_by": "agent", "clock": created + seconds(7200, 0.6) if rng.random() < 0.8 else None}
            start = r["clock"]
        elif channel == "chat":
            r["bots"] = rng.randrange(1, 4)
            if rng.random() < 0.25:
                r |= {"resolved": created + seconds(240, 0.4), "resolved_by": "bot", "status": "resolved", "messages": rng.randrange(1, 4)}
            else:
                r["handover"] = start = created + seconds(90, 0.4)
        fate = rng.random()
        if r["resolved_by"] != "bot" and fate < 0.025:
            r |= {"status": "merged", "merged": created + seconds(3600, 0.8)}
        elif r["resolved_by"] != "bot" and fate < 0.05:
            r["status"] = "spam"
        elif r["resolved_by"] != "bot" and fate < 0.06:
            r |= {"status": "deleted", "deleted": created + seconds(3600, 0.8)}
        elif r["resolved_by"] != "bot" and fate > 0.095:
            median, spread = REPLY[r["channel"] or "email"]
            r["reply"] = known((start or created) + seconds(median * slower(created), spread))
            if r["reply"]:
                r |= {"replies": rng.choices([1, 2, 3, 4, 5, 6], [38, 26, 16, 10, 6, 4])[0], "status": "pending",
                      "replier": rng.choice(AGENTS[r["channel"] or "email"])}
                r["messages"] = max(1, r["replies"] + rng.choice([-1, 0, 0, 1]))
                if rng.random() < 0.88:
                    done = known(r["reply"] + seconds(9000 * r["replies"], 0.9))
                    if done:
                        r |= {"resolved": done, "resolved_by": "person", "status": "resolved",
                              "resolver": r["replier"] if rng.random() < 0.8 else rng.choice(AGENTS[r["channel"] or "email"])}
        elif r["resolved_by"] != "bot" and rng.random() < 0.2:
            r |= {"resolved": known(created + seconds(90000, 0.3)), "resolved_by": "system"}
            if r["resolved"]:
                r["status"] = "resolved"
            else:
                r["resolved_by"] = ""
        rows.append(r)
    rows.sort(key=lambda r: r["created"])
    return [{
        "id": f"T{i + 1:05}", "account": r["account"], "channel": r["channel"], "type": r["type"], "priority": r["priority"],
        "status": r["status"] if r["status"] != "open" or rng.random() < 0.5 else "new", "opened_by": r["opened_by"],
        "contact": r["contact"], "created_at": text(r["created"]), "handover_at": text(r["handover"]), "clock_start": text(r["clock"]),
        "first_response_at": text(r["reply"]), "resolved_at": text(r["resolved"]), "merged_at": text(r["merged"]),
        "deleted_at": text(r["deleted"]), "first_replier": r["replier"], "resolver": r["resolver"], "resolved_by": r["resolved_by"],
        "agent_replies": r["replies"], "customer_messages": r["messages"], "bot_replies": r["bots"]} for i, r in enumerate(rows)]


SCALES = {"csat": (1, 5), "nps": (0, 10), "ces": (1, 7)}
SCORES = {"csat": [4, 5, 12, 35, 44], "nps": [2, 1, 1, 2, 2, 5, 5, 14, 22, 24, 22], "ces": [2, 3, 6, 12, 22, 30, 25]}


def surveys(served):
    rows = []
    served = [x for x in served if x[0] + timedelta(minutes=30) < END]
    rng.shuffle(served)
    for at, source in served[:500]:
        kind = rng.choices(["csat", "nps", "ces"], [5, 3, 2])[0]
        low, high = SCALES[kind]
        sent = at + timedelta(minutes=30)
        answer = known(sent + seconds(20000, 1.2)) if rng.random() < 0.62 else None
        weights = [w * (1.8 if n < len(SCORES[kind]) - 2 and at.month == 3 else 1) for n, w in enumerate(SCORES[kind])]
        rows.append({
            "kind": kind, "moment": "relational" if kind == "nps" else "transactional", **source, "scale_min": low, "scale_max": high,
            "direction": "high_is_good", "score": rng.choices(range(low, high + 1), weights)[0] if answer else "",
            "sent_at": text(sent), "delivered_at": text(sent + timedelta(seconds=5)), "submitted_at": text(answer)})
    rows.sort(key=lambda r: r["sent_at"])
    return [{"id": f"S{i + 1:04}", **r} for i, r in enumerate(rows)]


def ledger():
    rows = []

    def add(kind, category, channel, amount, at=None, span=(None, None)):
        rows.append({"at": text(at), "from": text(span[0]), "to": span[1] and span[1].strftime("%Y-%m-%dT%H:%M:%SZ") or "", "kind": kind,
                     "category": category, "channel": channel, "amount": amount, "currency": "EUR"})

    months = [datetime(2026, m, 1, tzinfo=timezone.utc) for m in (1, 2, 3, 4)]
    pay = {"email": 5400, "web": 2150, "social": 1480, "chat": 3900, "phone": 6250}
    for begin, end in zip(months, months[1:]):
        for channel, amount in pay.items():
            add("cost", "salaries", channel, f"{amount + (120 if begin.month == 3 else 0)}.00", span=(begin, end))
        add("cost", "infrastructure", "phone", f"{310 + begin.month * 7}.45", at=begin + timedelta(days=4, hours=9))
        add("revenue", "subscriptions", "", f"{61200 + begin.month * 350}.00", span=(begin, end))
    for channel, amount in (("email", "630.00"), ("chat", "1170.00"), ("phone", "810.00"), ("web", "270.00"), ("social", "360.00")):
        add("cost", "software", channel, amount, span=(months[0], months[3]))  # 90 days
    for day, channel, amount in ((8, "email", "240.00"), (21, "chat", "199.90"), (35, "phone", "455.50"), (47, "social", "80.00"),
                                 (63, "email", "125.25"), (70, "web", "95.00"), (77, "chat", "310.00"), (84, "phone", "150.00")):
        add("cost", "training", channel, amount, at=months[0] + timedelta(days=day, hours=10))
    for day, amount in ((14, "45.00"), (40, "90.00"), (66, "30.00"), (80, "60.00")):
        add("penalty", "service credits", "", amount, at=months[0] + timedelta(days=day, hours=15))
    add("acquisition_cost", "advertising", "", "4200.00", span=(months[0], months[3]))
    add("acquisition_cost", "fair", "", "2750.00", at=months[1] + timedelta(days=10, hours=8))
    return sorted(rows, key=lambda r: (r["at"] or r["from"], r["kind"], r["category"], r["channel"]))


def main():
    here = pathlib.Path(__file__).resolve().parent
    customers_rows = accounts()
    customers = [a["id"] for a in customers_rows]
    calls = contacts(customers)
    requests = tickets(customers, calls)
    served = [(datetime.fromisoformat(t["resolved_at"]), {"ticket": t["id"], "contact": "", "account": t["account"], "agent": t["resolver"],
               "channel": t["channel"]}) for t in requests if t["resolved_by"] == "person"]
    served += [(datetime.fromisoformat(c["ended_at"]), {"ticket": "", "contact": c["id"], "account": c["account"], "agent": c["agent"],
                "channel": c["channel"]}) for c in calls if c["outcome"] == "answered" and c["direction"] == "inbound"]
    for name, rows in (("accounts", customers_rows), ("contacts", calls), ("tickets", requests), ("surveys", surveys(served)),
                       ("ledger", ledger())):
        with (here / f"{name}.csv").open("w", newline="", encoding="utf-8") as file:
            out = csv.DictWriter(file, rows[0].keys(), lineterminator="\n")
            out.writeheader()
            out.writerows(rows)
        print(f"{name}.csv: {len(rows)} records")


if __name__ == "__main__":
    main()
