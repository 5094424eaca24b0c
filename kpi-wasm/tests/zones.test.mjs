// Zones from `Intl`: the tables are those of Python's zoneinfo (vectors/time.json) and of the IANA database.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import * as kpi from "kpi-wasm";

const { zones } = JSON.parse(readFileSync(new URL("../../vectors/time.json", import.meta.url), "utf8"));

/**
 * @param {string} name
 * @returns {import("kpi-wasm").ZoneTable}
 */
function table(name) {
  const rules = kpi.zone(name);
  assert(typeof rules === "object");
  return rules;
}

/**
 * @param {import("kpi-wasm").ZoneTable} rules
 * @param {number} micros
 */
function offsetAt(rules, micros) {
  const before = rules.transitions.filter(([at]) => Number(at) <= micros).at(-1);
  return before ? before[1] : rules.initial_offset;
}

const FROM = Date.UTC(2000, 0, 1) * 1000;
const TO = Date.UTC(2035, 11, 31) * 1000;

for (const { zone, offsets } of zones) {
  test(`${zone.name} has the offsets of zoneinfo`, () => {
    const rules = table(zone.name);
    assert.equal(offsetAt(rules, FROM), zone.initial_offset);
    const ours = rules.transitions.map(([at, offset]) => [Number(at), offset]);
    assert.deepEqual(
      ours.filter(([at = 0]) => at > FROM && at < TO),
      zone.transitions,
    );
    for (const [at, offset] of offsets) assert.equal(offsetAt(rules, at), offset, `${at}`);
  });
}

test("offsets of seconds, half hours and lost days are exact", () => {
  // IANA: Monrovia was at −0:44:30 until 7 January 1972; Berlin kept −0:53:28 until 1 April 1893.
  const seconds = (/** @type {string} */ text) => `${Date.parse(text) / 1000}000000`;
  assert.deepEqual(table("Africa/Monrovia").transitions.at(-1), [seconds("1972-01-07T00:44:30Z"), 0]);
  const berlin = table("Europe/Berlin");
  assert.equal(berlin.initial_offset, 3208);
  assert.deepEqual(berlin.transitions[0], [seconds("1893-03-31T23:06:32Z"), 3600]);
  // Lord Howe moves by half an hour; Apia went from −10 to +14 at the end of 29 December 2011.
  const howe = table("Australia/Lord_Howe").transitions.map(([, offset]) => offset);
  assert(howe.includes(37_800) && howe.includes(39_600));
  assert(
    table("Pacific/Apia").transitions.some(
      ([at, offset]) => at === seconds("2011-12-30T10:00:00Z") && offset === 14 * 3600,
    ),
  );
  // The shortest spell that ends in the offset before it: Freetown, 31 August to 4 September 1939.
  const freetown = table("Africa/Freetown").transitions.map(([at]) => at);
  assert(freetown.includes("-957308400000000") === freetown.includes("-956964000000000"));
});

test("a zone is searched once, and says where it comes from", () => {
  assert.equal(kpi.zone("Asia/Kathmandu"), kpi.zone("Asia/Kathmandu"));
  assert.equal(table("Asia/Kathmandu").source, `Intl (IANA ${process.versions.tz})`);
});

test("UTC and offsets need no table", () => {
  assert.equal(kpi.zone("UTC"), "UTC");
  assert.equal(kpi.zone("+02:00"), "+02:00");
});

test("an unknown zone is refused", () => {
  assert.throws(() => kpi.zone("Mars/Olympus"), { name: "KpiError", code: "bad_zone", field: "zone" });
  const surveys = [{ id: "1", kind: "nps", scaleMin: 0, scaleMax: 10 }];
  assert.throws(() => kpi.report({ kpis: "nps", surveys, zone: "+99:00" }), { code: "bad_zone" });
});

test("a report in an IANA zone is that of its table", () => {
  // Hand: Berlin's clock goes from 01:59 to 03:00 on 29 March 2026, so that this day has 23 hours.
  const surveys = [
    { id: "1", kind: "nps", scaleMin: 0, scaleMax: 10, score: 10, submittedAt: "2026-03-29T00:30" },
    { id: "2", kind: "nps", scaleMin: 0, scaleMax: 10, score: 0, submittedAt: "2026-03-28T22:30:00Z" },
  ];
  const window = { from: "2026-03-29", to: "2026-03-30" };
  const report = kpi.report({ kpis: "nps", surveys, zone: "Europe/Berlin", window, bucket: "hour" });
  const { name } = report.about.zone;
  assert.equal(name, "Europe/Berlin");
  const answers = report.rows.filter(({ figure }) => figure === "answers");
  assert.equal(answers.length, 24);
  assert.equal(answers[0]?.bucket, "2026-03-29 00:00+01:00");
  assert.equal(report.row("nps").value, "100");
  // A Date is an instant, wherever the caller sits.
  const same = kpi.report({
    kpis: "nps",
    surveys,
    zone: "Europe/Berlin",
    window: { from: new Date("2026-03-28T23:00Z"), to: new Date("2026-03-29T22:00Z") },
    bucket: "hour",
  });
  assert.deepEqual(same.rows, report.rows);
});
