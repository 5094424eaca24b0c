// Public data sets, from the file as it comes to figures: `node examples/js/real-data.mjs [folder with the data]`.
//
// The guide's page "Real data" says where the files come from, and what is known of them.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

import * as kpi from "../../kpi-wasm/js/node.js";

export const DATA = process.env.KPI_DATA ?? fileURLToPath(new URL("../../../shared/data", import.meta.url));

export const BANK = "bank_callcentre/february.txt";
export const HELP_DESK = "helpdesk_italian/finale.csv";
export const TELEPHONE = "telco_churn/Telco-Customer-Churn.csv";
export const PLAYBOOK = "mrr_playbook/subscription_periods.csv";

const DAY = 86_400_000;

/** The lines of a file as objects; none of these files has quoted cells. */
export function rows(path, separator = ",") {
  const [header, ...lines] = readFileSync(path, "utf8").trimEnd().split(/\r?\n/);
  const names = header.split(separator);
  return lines.map((line) => Object.fromEntries(line.split(separator).map((cell, i) => [names[i], cell])));
}

/** A month's calls of a bank: a date, and clocks that say 0:00:00 for what did not happen. */
export function bankCalls(folder) {
  const calls = rows(`${folder}/${BANK}`, "\t").filter((call) => call.outcome !== "PHANTOM");
  return calls.map((call) => {
    const day = Date.parse(call.date.replace(/(..)(..)(..)/, "19$1-$2-$3T00:00:00Z"));
    const since = (clock) => Date.parse(`1970-01-01T${clock.padStart(8, "0")}Z`);
    // What reads far before the entry is after midnight.
    const at = (clock) => day + since(clock) + (since(clock) + DAY / 2 < since(call.vru_entry) ? DAY : 0);
    const local = (ms) => new Date(ms).toISOString().slice(0, -1);

    const answered = call.outcome === "AGENT";
    const queued = call.q_start !== "0:00:00" || call.q_time !== "0";
    // Out of the queue, or out of the menu: to an agent, or to nobody.
    const left = at(queued ? call.q_exit : call.vru_exit);
    const served = call.ser_start === "0:00:00" ? null : at(call.ser_exit);
    // The clocks of queue and service differ a little; an end before the answer is unknown.
    const ended = !answered ? left : served !== null && served >= left ? served : null;
    return {
      id: `${call["vru+line"]}-${call.call_id}`,
      account: call.customer_id === "0" ? null : call.customer_id,
      agent: call.server === "NO_SERVER" ? null : call.server,
      channel: "phone",
      startedAt: local(at(call.vru_entry)),
      // Put straight through is a wait of 0 seconds.
      queuedAt: queued ? local(at(call.q_start)) : answered ? local(left) : null,
      answeredAt: answered ? local(left) : null,
      endedAt: ended === null ? null : local(ended),
      outcome: answered ? "answered" : "abandoned",
      talk: answered ? Number(call.ser_time) : null,
      route: queued ? "queue" : answered ? "direct" : "menu",
      service: call.type,
    };
  });
}

/** Tickets of a software company, derived from a row for each activity, on the clock of a zone. */
export function helpDeskLog(folder, zone) {
  const cases = new Map();
  for (const row of rows(`${folder}/${HELP_DESK}`)) {
    const activity = { ...row, at: row["Complete Timestamp"].replaceAll("/", "-") };
    cases.get(row["Case ID"])?.push(activity) ?? cases.set(row["Case ID"], [activity]);
  }
  const events = [];
  const tickets = Array.from(cases, ([id, activities]) => {
    const { customer, service_type } = activities[0];
    // Times of one format sort as texts; rows of the same second keep the order of the file.
    activities.sort((a, b) => (a.at < b.at ? -1 : Number(a.at > b.at)));
    // Of one second the first in the list came first.
    for (const event of helpDeskEvents(activities)) events.push({ ticket: id, ...event, sequence: events.length });
    return { id, account: customer, type: service_type };
  });
  return kpi.derive({ events, tickets, zone });
}

/** What the activities of one ticket mean: its log, in the words of a help desk. */
function* helpDeskEvents(rows) {
  yield { at: rows[0].at, kind: "created" };
  const last = rows.findLastIndex((row) => row.Activity === "Resolve ticket");
  let [state, holder, taken] = ["open", null, false];
  for (const [place, { at, Activity: activity, Resource: actor }] of rows.entries()) {
    const by = { at, actorKind: "agent", actor };
    if (activity === "Closed") {
      // A timer, and no service.
      yield { at, kind: "closed", actorKind: "system" };
      state = "resolved";
      continue;
    }
    if (state === "resolved" && activity !== "Resolve ticket" && place < last) {
      // Nobody knows who wanted that.
      yield { at, kind: "reopened" };
      state = "open";
    }
    if (state === "on_hold" && activity !== "Wait" && activity !== "Resolve ticket") {
      yield { ...by, kind: "resumed" };
      state = "open";
    }
    if (actor !== holder && state !== "resolved") {
      yield { ...by, kind: "assigned", value: actor };
      holder = actor;
    }
    if (activity === "Take in charge ticket" && !taken) {
      yield { ...by, kind: "agent_reply" };
      taken = true;
    } else if (activity === "Wait" && state !== "resolved") {
      yield { ...by, kind: "on_hold" };
      state = "on_hold";
    } else if (activity === "Resolve ticket") {
      yield { ...by, kind: "resolved" };
      state = "resolved";
      // Work went on after the last resolution of three tickets. The log does not say that they are open: each was
      // reopened, and its resolution stands.
      if (place === last && rows.slice(place + 1).some((row) => row.Activity !== "Closed")) {
        yield { at, kind: "reopened" };
        yield { ...by, kind: "resolved" };
      }
    }
  }
}

/** Customers and what they pay: months of tenure, and who left in the month that we call January 2020. */
export function telephoneCustomers(folder) {
  // All came before January. The day is not known, and does not matter to balances of months.
  const middle = (month) => new Date(Date.UTC(2020, month, 15)).toISOString();
  const customers = rows(`${folder}/${TELEPHONE}`).map((customer) => ({
    id: customer.customerID,
    plan: customer.Contract,
    startedAt: middle(-1 - Number(customer.tenure)),
    endedAt: customer.Churn === "Yes" ? middle(0) : null,
    mrr: customer.MonthlyCharges,
  }));
  return {
    accounts: customers.map(({ mrr, ...account }) => account),
    subscriptions: customers.map(({ id, ...rest }) => ({ account: id, ...rest, currency: "USD" })),
  };
}

/** Subscription periods, from the first day of a month to that of another, which is not included. */
export function playbookSubscriptions(folder) {
  return kpi.table(rows(`${folder}/${PLAYBOOK}`), {
    columns: {
      subscription_id: null,
      customer_id: "account",
      start_date: "startedAt",
      end_date: "endedAt",
      monthly_amount: "mrr",
    },
    constants: { currency: "USD" },
  });
}

function main(folder) {
  const show = (report, kpis) => {
    for (const id of kpis) console.log(id, report.value(id), report.row(id).unit, report.row(id).reasons);
  };

  let kpis = ["answer_time", "abandonment_rate", "handle_time"];
  show(kpi.report({ kpis, contacts: bankCalls(folder), zone: "Asia/Jerusalem" }), kpis);

  kpis = ["first_response_time", "resolution_time", "reopen_rate", "interactions_per_ticket"];
  show(kpi.report({ kpis, ...helpDeskLog(folder, "Europe/Rome"), zone: "Europe/Rome" }), kpis);

  kpis = ["churn_rate", "mrr_growth_rate"];
  const january = { from: "2020-01-01", to: "2020-02-01" };
  show(kpi.report({ kpis, ...telephoneCustomers(folder), window: january }), kpis);

  const year = { from: "2019-01-01", to: "2020-01-01" };
  const subscriptions = playbookSubscriptions(folder);
  const report = kpi.report({ kpis: ["mrr_growth_rate"], subscriptions, window: year, bucket: "month", zone: "UTC" });
  console.table(report.pivot({ index: "bucket", columns: "figure", values: "number" }));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main(process.argv[2] ?? DATA);
