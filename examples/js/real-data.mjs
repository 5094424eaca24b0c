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

/** Tickets of a software company, made of a row for each event. */
export function helpDeskTickets(folder) {
  const cases = new Map();
  for (const row of rows(`${folder}/${HELP_DESK}`)) {
    const event = { ...row, at: row["Complete Timestamp"].replaceAll("/", "-") };
    cases.get(row["Case ID"])?.push(event) ?? cases.set(row["Case ID"], [event]);
  }
  return Array.from(cases, ([id, events]) => {
    // Times of one format sort as texts; events of the same second keep the order of the file.
    events.sort((a, b) => (a.at < b.at ? -1 : Number(a.at > b.at)));
    const times = (activity) => events.filter((event) => event.Activity === activity).map((event) => event.at);
    const resolved = times("Resolve ticket");
    // Closing is no work; work after a resolution is a reopening.
    const work = events.map((event) => event.Activity).filter((activity) => activity !== "Closed");
    const isReopening = (activity, i) => work[i - 1] === "Resolve ticket" && activity !== "Resolve ticket";
    const isHandover = (event, i) => i > 0 && event.Resource !== events[i - 1].Resource;
    return {
      id,
      account: events[0].customer,
      type: events[0].service_type,
      createdAt: events[0].at,
      firstResponseAt: times("Take in charge ticket").at(0),
      firstResolvedAt: resolved.at(0),
      resolvedAt: resolved.at(-1),
      closedAt: times("Closed").at(-1),
      agentChanges: events.filter(isHandover).length,
      distinctAgents: new Set(events.map((event) => event.Resource)).size,
      reopens: work.filter(isReopening).length,
    };
  });
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
  show(kpi.report({ kpis, tickets: helpDeskTickets(folder), zone: "Europe/Rome" }), kpis);

  kpis = ["churn_rate", "mrr_growth_rate"];
  const january = { from: "2020-01-01", to: "2020-02-01" };
  show(kpi.report({ kpis, ...telephoneCustomers(folder), window: january }), kpis);

  const year = { from: "2019-01-01", to: "2020-01-01" };
  const subscriptions = playbookSubscriptions(folder);
  const report = kpi.report({ kpis: ["mrr_growth_rate"], subscriptions, window: year, bucket: "month", zone: "UTC" });
  console.table(report.pivot({ index: "bucket", columns: "figure", values: "number" }));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main(process.argv[2] ?? DATA);
