// The public data sets have their known figures. They are not part of the project: where they are absent, the tests are
// skipped, and say so. `node --test examples/js`
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { test } from "node:test";

import * as kpi from "../../kpi-wasm/js/node.js";
import * as data from "./real-data.mjs";

const { DATA } = data;
const HOUR = 3600;
const DAY = 86_400;

/** A test that needs a file of the data. */
function on(file, name, body) {
  const path = `${DATA}/${file}`;
  test(name, { skip: existsSync(path) ? false : `${path} is not there` }, body);
}

/** Whether a value is the expected one, to the last digit that is given. */
function near(value, expected, what) {
  const places = expected.split(".")[1]?.length ?? 0;
  assert.equal(Number(value).toFixed(places), expected, what);
}

on(data.BANK, "the bank", () => {
  const contacts = data.bankCalls(DATA);
  const of = (kpis, more = {}) => kpi.report({ kpis, contacts, zone: "Asia/Jerusalem", ...more });
  const start = kpi.ask("answer_time", { variant: "from_start" });
  const less = kpi.ask("service_level", { variant: "less_short" });
  const report = of(["answer_time", start, "abandonment_rate", "handle_time", less], { by: ["route"] });
  near(report.value("answer_time"), "40.774");
  assert.equal(report.value("answer_time", "count"), "27162");
  // Who waited, without those put straight through; one of them joined the queue at 0:00:00 exactly.
  near(report.value("answer_time", "mean", { route: "queue" }), "78.569");
  assert.equal(report.value("answer_time", "count", { route: "queue" }), "14096");
  near(report.value("answer_time", "mean", { variant: "from_start" }), "49.648921287");
  near(report.value("handle_time"), "176.353");
  assert.equal(report.value("abandonment_rate"), "11.957473015");
  assert.deepEqual(report.row("abandonment_rate").reasons, { not_queued: 1941, short: 274 });
  assert.equal(report.value("service_level"), "52.539625944");

  for (const [seconds, answered, offered, withinT] of [
    [20, "59.675", "49.020", "54.269"],
    [30, "65.271", "53.617", "60.104"],
    [60, "77.075", "63.313", "73.117"],
  ]) {
    for (const [variant, expected, more] of [
      ["answered", answered, {}],
      ["offered", offered, { population: "all_inbound" }],
      ["less_abandoned_within_t", withinT, {}],
    ]) {
      const ask = kpi.ask("service_level", { variant, targets: { phone: seconds }, ...more });
      near(of([ask]).value("service_level"), expected, `${variant} ${seconds}`);
    }
  }

  // Abandons whose wait is unknown are never short.
  const endless = contacts.map((contact) => ({ ...contact, endedAt: null }));
  for (const [given, short, expected] of [
    [endless, 5, "17.855198694"],
    [contacts, 0, "16.963712513"],
    [contacts, 5, "16.545303715"],
  ]) {
    const ask = kpi.ask("abandonment_rate", { population: "all_inbound", short });
    assert.equal(of([ask], { contacts: given }).value("abandonment_rate"), expected);
  }
});

for (const [zone, response, first, firstMedian, last, p90] of [
  ["UTC", "97.594119279", "11.122515435", "5.983055556", "11.538017604", "30.042486111"],
  ["Europe/Rome", "97.594586024", "11.122478957", "5.980601852", "11.537953768", "30.063055556"],
]) {
  on(data.HELP_DESK, `the help desk in ${zone}`, () => {
    const derived = data.helpDeskLog(DATA, zone);
    assert.deepEqual(derived.findings, []);
    const asked = kpi.ask("resolution_time", { variant: "first" });
    const kpis = ["first_response_time", asked, "resolution_time", "reopen_rate", "interactions_per_ticket"];
    const report = kpi.report({ kpis, ...derived, zone });
    for (const [id, figure, variant, unit, expected] of [
      ["first_response_time", "mean", "from_handover", HOUR, response],
      ["first_response_time", "median", "from_handover", HOUR, "16.389722222"],
      ["first_response_time", "p90", "from_handover", HOUR, "351.743055556"],
      ["first_response_time", "count", "from_handover", 1, "4285"],
      ["resolution_time", "mean", "first", DAY, first],
      ["resolution_time", "median", "first", DAY, firstMedian],
      ["resolution_time", "count", "first", 1, "4569"],
      ["resolution_time", "mean", "last", DAY, last],
      ["resolution_time", "median", "last", DAY, "6.657928241"],
      ["resolution_time", "p90", "last", DAY, p90],
      ["reopen_rate", "rate", "by_customer", 1, "3.371"],
      ["reopen_rate", "reopened", "by_customer", 1, "154"],
      ["reopen_rate", "tickets", "by_customer", 1, "4569"],
      ["interactions_per_ticket", "mean", "agent_changes", 1, "0.890829694"],
    ]) {
      near(Number(report.value(id, figure, { variant })) / unit, expected, `${id} ${variant} ${figure}`);
    }
    const window = { from: "2012-01-01", to: "2012-04-01" };
    const quarter = kpi.report({ kpis: ["tickets_resolved"], ...derived, zone, window });
    assert.equal(quarter.value("tickets_resolved"), "498");
  });
}

on(data.TELEPHONE, "the telephone company", () => {
  const window = { from: "2020-01-01", to: "2020-02-01" };
  const gross = kpi.ask("mrr_growth_rate", { variant: "gross_revenue_retention" });
  const kpis = ["churn_rate", "mrr_growth_rate", gross];
  const report = kpi.report({ kpis, ...data.telephoneCustomers(DATA), window, by: ["plan"] });
  near(report.value("churn_rate"), "26.54");
  assert.deepEqual(["lost", "start"].map((figure) => report.value("churn_rate", figure)), ["1869", "7043"]);
  near(report.value("churn_rate", "rate", { plan: "Month-to-month" }), "42.71");
  near(report.value("churn_rate", "rate", { plan: "Two year" }), "2.83");
  assert.equal(report.value("mrr_growth_rate", "opening"), "456116.6");
  assert.equal(report.value("mrr_growth_rate", "churned"), "139130.85");
  near(report.value("mrr_growth_rate"), "-30.503");
  near(report.value("mrr_growth_rate", "rate", { variant: "gross_revenue_retention" }), "69.497");
});

on(data.PLAYBOOK, "the playbook's months", () => {
  const report = kpi.report({
    kpis: ["mrr_growth_rate"],
    subscriptions: data.playbookSubscriptions(DATA),
    window: { from: "2017-09-01", to: "2020-03-01" },
    bucket: "month",
    zone: "UTC",
  });
  const months = data.rows(`${DATA}/mrr_playbook/computed_mrr_from_2017-09-01.csv`);
  for (const month of months) {
    const bucket = month.month.slice(0, 7);
    for (const [figure, column] of [
      ["closing", "mrr"],
      ["new", "new"],
      ["expansion", "upgrade"],
      ["contraction", "downgrade"],
      ["churned", "churn"],
      ["reactivation", "reactivation"],
    ]) {
      // A month without movements has no cells for them; losses are negative there.
      const expected = Math.abs(Number(month[column]));
      assert.equal(Number(report.value("mrr_growth_rate", figure, { bucket })), expected, `${bucket} ${figure}`);
    }
  }
  assert.equal(months.length, 29);
});
