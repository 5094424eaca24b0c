// What follows from a log of events: the cases of vectors/derive.json, from objects and from columns, and what is done
// with it.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import * as kpi from "kpi-wasm";
import { camel } from "../js/case.js";
import { kinds } from "../js/names.js";
import { columnsOf } from "./vectors.mjs";

/** @typedef {{ [name: string]: any }} Bag */

const { cases } = JSON.parse(readFileSync(new URL("../../vectors/derive.json", import.meta.url), "utf8"));
const TABLES = ["tickets", "response_waits", "holdings", "status_spans", "sla_targets"];

/** @param {Bag} bag */
const camelKeys = (bag) => Object.fromEntries(Object.entries(bag).map(([name, value]) => [camel(name), value]));

/**
 * What a case gives.
 * @param {Bag} one
 * @param {unknown} events
 */
function run({ options, tickets }, events) {
  const given = tickets?.map(camelKeys);
  return kpi.derive(/** @type {any} */ ({ events, tickets: given, ...camelKeys(options) }));
}

/**
 * A value as it is read.
 * @param {string | undefined} type
 * @param {any} value
 */
function read(type, value) {
  if (value === null) return null;
  return type === "instant" ? new Date(value) : type === "duration" ? Number(value) : value;
}

/**
 * Every field that is expected is there and equal, and there are no more rows.
 * @param {Bag} expected
 * @param {Bag} found
 * @param {string} name
 */
function compare(expected, found, name) {
  for (const table of TABLES) {
    const kind = kinds().find(({ plural }) => plural === camel(table));
    const rows = found[camel(table)].rows();
    assert.equal(rows.length, expected[table].length, `${name}: ${table}`);
    expected[table].forEach((/** @type {Bag} */ wanted, /** @type {number} */ i) => {
      for (const [field, value] of Object.entries(wanted)) {
        const own = rows[i][camel(field)] ?? null;
        assert.deepEqual(own, read(kind?.types.get(field), value), `${name}: ${table} ${i}, ${field}`);
      }
    });
  }
  const findings = found.findings.map((/** @type {Bag} */ { ticket, event, code }) => ({ ticket, event, code }));
  assert.deepEqual(findings, expected.findings, name);
}

test("every case gives what is expected, from objects and from columns", () => {
  let typed = 0;
  for (const one of cases) {
    const events = one.events.map(camelKeys);
    if (one.expect.error) {
      assert.throws(() => run(one, events), { name: "KpiError", ...one.expect.error }, one.name);
      continue;
    }
    compare(one.expect, run(one, events), one.name);
    const columns = columnsOf("ticket_event", one.events);
    if (columns === undefined) continue;
    typed += 1;
    compare(one.expect, run(one, columns), `${one.name}, columns`);
  }
  assert(cases.length > 150);
  assert(typed > 150, `${typed} cases as columns`);
});

const events = [
  { ticket: "T1", at: "2026-03-02T09:00:00Z", kind: "created" },
  { ticket: "T1", at: new Date("2026-03-02T09:30:00Z"), kind: "agent_reply", actor: "ann" },
  { ticket: "T1", at: "2026-03-02T10:00:00Z", kind: "resolved", actor: "ann" },
  { ticket: "T2", at: "2026-03-02T12:00:00.000001Z", kind: "created" },
  { ticket: "T2", at: "2026-03-02T12:30:00Z", kind: "reopened" },
];
const tickets = [{ id: "T1", tags: ["a", "b"], value: "-12.5", complaint: true, tier: "gold" }];
const window = { from: "2026-03-01", to: "2026-04-01" };

test("three dots give all of it to a report", () => {
  const derived = kpi.derive({ events, sla: [{ name: "p", targets: { firstResponse: 3600 } }] });
  assert.deepEqual(Object.keys({ ...derived }), TABLES.map(camel));
  const report = kpi.report({ kpis: ["first_response_time", "sla_attainment"], ...derived });
  assert.equal(report.value("first_response_time"), "1800");
  assert.equal(report.value("sla_attainment", "met"), "1");
  assert.deepEqual(kpi.check({ ...derived }), []);
  const accumulator = new kpi.Accumulator({ kpis: "first_response_time" });
  assert.equal(accumulator.push({ ...derived }).report().value("first_response_time"), "1800");
  accumulator.free();
  const { findings, inputs, ...records } = derived;
  assert.deepEqual(Object.keys(records), TABLES.map(camel));
  assert.deepEqual(findings.map(({ ticket, event, code }) => [ticket, event, code]), [["T2", 4, "reopened_while_open"]]);
  assert.deepEqual(inputs, { ticket_event: { records: 5, skipped: {} } });
});

test("tables, columns and rows give the same report", () => {
  const derived = kpi.derive({ events, tickets });
  /** @type {import("kpi-wasm").AccumulatorRequest} */
  const asked = { kpis: ["first_response_time", "backlog"], by: "tier", window };
  const report = kpi.report({ ...asked, ...derived });
  assert.equal(report.value("first_response_time", "mean", { tier: "gold" }), "1800");
  const columns = Object.fromEntries(Object.entries(derived).map(([name, table]) => [name, table.columns]));
  assert.deepEqual(kpi.report({ ...asked, ...columns }).rows, report.rows);
  const twice = Object.fromEntries(Object.entries(derived).map(([name, table]) => [name, [table]]));
  assert.deepEqual(kpi.report({ ...asked, ...twice }).rows, report.rows);
  const whole = events.filter(({ ticket }) => ticket === "T1");
  const rows = Object.entries(kpi.derive({ events: whole, tickets })).map(([name, table]) => [name, table.rows()]);
  const again = kpi.report({ ...asked, ...Object.fromEntries(rows) });
  assert.deepEqual(again.rows, kpi.report({ ...asked, ...kpi.derive({ events: whole, tickets }) }).rows);
});

test("rows are plain objects", () => {
  const [first, second] = kpi.derive({ events, tickets }).tickets.rows();
  assert.equal(Object.keys(first ?? {})[0], "id");
  assert.deepEqual([first?.tags, first?.value, first?.complaint, first?.["tier"]], [["a", "b"], "-12.5", true, "gold"]);
  assert.deepEqual(first?.createdAt, new Date("2026-03-02T09:00:00Z"));
  assert.equal(first?.requesterWait, 3600);
  assert.deepEqual([second?.tags, second?.value, second?.["tier"], second?.resolvedAt], [[], null, null, null]);
});

test("business time, words, and what is skipped", () => {
  const log = [
    { ticket: 7, at: "2026-03-06 16:00", kind: "opened" },
    { ticket: 7, at: "2026-03-09 10:00", kind: "resolved" },
    { ticket: 8, at: "soon", kind: "opened" },
  ];
  const nine = [["09:00", "17:00"]];
  const derived = kpi.derive({
    events: /** @type {any} */ (log),
    zone: "Europe/Berlin",
    words: { ticketEvent: { kind: { opened: "created" } } },
    calendar: new kpi.Calendar(/** @type {any} */ ({ zone: "Europe/Berlin", hours: { monday: nine, friday: nine } })),
    clock: "business",
    asOf: "2026-03-10",
    badRecords: "skip",
  });
  assert.equal(derived.tickets.length, 1);
  const [ticket] = derived.tickets.rows();
  assert.deepEqual([ticket?.id, ticket?.createdAt, ticket?.requesterWait], ["7", new Date("2026-03-06T15:00:00Z"), 7200]);
  assert.deepEqual(derived.inputs.ticket_event, { records: 3, skipped: { bad_instant: 1 } });
});

test("what is wrong says where", () => {
  const wrong = [{ ticket: "1", at: "2026-03-02T09:00:00Z", kind: "exploded" }];
  const place = { code: "unknown_word", record: "ticket_event", index: 0, field: "kind" };
  assert.throws(() => kpi.derive({ events: wrong }), place);
  const negative = [{ name: "p", targets: { resolution: -1 } }];
  assert.throws(() => kpi.derive({ events, sla: negative }), { code: "bad_policy", field: "targets" });
  assert.throws(() => kpi.derive({ events, clock: "business" }), { code: "calendar_required" });
  const kpis = /** @type {any} */ ({ events, kpis: "nps" });
  assert.throws(() => kpi.derive(kpis), { code: "bad_request", field: "kpis" });
});

test("names of one's own, columns, and no events at all", () => {
  const data = { no: ["T1", "T1"], when: Float64Array.of(0, 1000), what: ["created", "spam"] };
  const log = kpi.table(data, { columns: { no: "ticket", when: "at", what: "kind" } });
  assert.deepEqual(kpi.derive({ events: log }).tickets.rows().map(({ status }) => status), ["spam"]);
  assert.deepEqual(Object.values(kpi.derive({ events: [] })).map(({ length }) => length), [0, 0, 0, 0, 0]);
});

test("one event is no list", () => {
  const event = { ticket: "T1", at: "2026-03-02T09:00:00Z", kind: "created" };
  assert.throws(() => kpi.derive({ events: /** @type {any} */ (event) }), {
    code: "wrong_type",
    field: "ticket",
    message: /one record; put it into a list/,
  });
});
