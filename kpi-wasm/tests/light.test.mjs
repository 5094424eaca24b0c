// The light module by itself, and what `load` adds. The tests run in this order, in a process of their own.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";

import * as kpi from "kpi-wasm/light";
import { camel } from "../js/case.js";
import { LIGHT } from "../js/catalog.js";
import { initSync } from "../js/kpi_native.js";
import { kinds } from "../js/names.js";
import { REST, imports } from "../js/rest.js";
import { FILES, casesOf, compare, neededColumns, run, runAll, sample } from "./vectors.mjs";

const root = new URL("../../", import.meta.url);
/** @param {string} path */
const read = (path) => readFile(new URL(path, root), "utf8");

/** @param {{ [name: string]: any }} one */
const isLight = (one) => LIGHT.some(([id, variant]) => one.kpi === id && one.variant === variant);

const scale = { kind: "nps", scaleMin: 0, scaleMax: 10 };
const surveys = [10, 9, 8, 3].map((score, i) => ({ id: `${i}`, ...scale, score }));
const hours = { zone: "UTC", hours: { monday: /** @type {[string, string][]} */ ([["09:00", "17:00"]]) } };
const events = [{ ticket: "T1", at: "2026-01-05T09:00:00Z", kind: "created" }];
const never = { durations: [60], observed: [false] };
/** Begun before the rest is there. */
const begun = new kpi.Accumulator({ kpis: "nps" }).push({ surveys: surveys.slice(0, 3) });
const made = begun.report();

/** What needs the rest, and gives what stands beside it. @type {Record<string, [() => unknown, unknown]>} */
const LATER = {
  preset: [() => kpi.report({ preset: "common", surveys }).value("nps"), "25"],
  calendar: [() => kpi.report({ kpis: "nps", surveys, calendar: hours }).value("nps"), "25"],
  check: [() => kpi.check({ surveys: [{ id: "4", ...scale, score: 11 }] }).map(({ code }) => code), ["out_of_scale"]],
  Calendar: [() => new kpi.Calendar(hours).elapsed("2026-01-05T16:00:00Z", "2026-01-12T10:00:00Z"), 7200],
  derive: [() => kpi.derive({ events }).tickets.length, 1],
  logRank: [() => kpi.logRank([never, never]), null],
  standing: [() => kpi.standing("nps", "", "score", 25).length > 0, true],
  toBytes: [() => begun.toBytes().length > 0, true],
  merge: [() => begun.merge(begun).report().row("nps").sample, 6],
  unmerge: [() => begun.unmerge(new kpi.Accumulator({ kpis: "nps" })).report().row("nps").sample, 6],
  mergeBytes: [() => begun.mergeBytes(kpi.partial({ kpis: "nps", surveys: surveys.slice(3) })).report().row("nps").sample, 7],
};

/** @param {{ plural: string }} kind */
function isRead({ plural }) {
  try {
    return kpi.report({ kpis: "nps", surveys: [], [plural]: [] }).rows.length > 0;
  } catch (error) {
    assert.equal(/** @type {kpi.KpiError} */ (error).code, "not_loaded", plural);
    return false;
  }
}

/** @param {() => unknown} action @param {string} what */
function refused(action, what) {
  assert.throws(action, { name: "KpiError", code: "not_loaded", text: /`await load\(\)` brings the rest$/ }, what);
}

test("it gives what the package gives, and `load`", async () => {
  const { exports } = JSON.parse(await read("kpi-wasm/package.json"));
  // The package itself would bring the rest.
  const api = await import("../js/api.js");
  assert.deepEqual(Object.keys(kpi).sort(), [...Object.keys(api), "load"].sort());
  for (const path of Object.values(exports["./light"])) await read(`kpi-wasm/${path}`);
});

test("the README names the kinds of record that it reads", async () => {
  const [, list = ""] = /It reads ([a-z,\s]+)/.exec(await read("kpi-wasm/README.md")) ?? [];
  const named = list.match(/\w+/g)?.filter((word) => word !== "and");
  assert.deepEqual(named, kinds().filter(isRead).map(({ plural }) => plural));
});

test("its KPIs give the expected digits as formulas and as measures, and no others are there", async () => {
  const [whole, typed] = [await sample(read, "examples/sample"), await neededColumns(read)];
  const records = Object.fromEntries(kinds().filter(isRead).map(({ plural }) => [plural, whole[plural]]));
  const counts = { answered: 0, refused: 0, absent: 0 };
  const answered = new Set();
  for (const file of FILES) {
    for (const one of await casesOf(read, file)) {
      for (const found of [run(kpi, one, { sample: records }), one.records && run(kpi, one, { typed })]) {
        if (!found) continue;
        const complaints = compare(one.expect, found);
        const lacking = found.error?.code === "not_loaded";
        if (!isLight(one)) {
          // What cannot be read is refused before the KPI is looked for.
          assert(lacking || (found.error && complaints.length === 0), `${one.id} is answered`);
          counts.absent += 1;
        } else if (lacking && !one.formula) {
          counts.refused += 1;
        } else {
          assert.deepEqual(complaints, [], one.id);
          answered.add(`${one.kpi} ${one.variant} ${one.formula ? "formula" : "measure"}`);
          counts.answered += 1;
        }
      }
    }
  }
  assert.equal(answered.size, 2 * LIGHT.length, [...answered].join(", "));
  assert(counts.answered > 2 * counts.refused && counts.absent > 2000, JSON.stringify(counts));
});

test("what is not in it says so", () => {
  for (const { id, variant } of kpi.catalog()) {
    if (isLight({ kpi: id, variant })) continue;
    const asked = { kpis: [kpi.ask(id, { variant })] };
    const measure = /** @type {any} */ (kpi.measure)[camel(id)];
    refused(() => kpi.formula(id, variant, {}), id);
    refused(() => kpi.report(/** @type {any} */ (asked)), id);
    refused(() => new kpi.Accumulator(/** @type {any} */ (asked)), id);
    refused(() => measure({ variant }), id);
  }
  for (const [what, [action]] of Object.entries(LATER)) refused(action, what);
});

test("a rest of another build does not link, and harms nothing", async () => {
  const rest = await readFile(REST);
  const at = rest.indexOf("kpi_", rest.indexOf("__wasm_split"));
  const name = rest.toString("latin1", at, at + 20);
  assert.match(name, /^kpi_[0-9a-f]{16}$/);
  rest.write(name.replaceAll(/[0-9a-f]/g, (digit) => (digit === "0" ? "1" : "0")), at);
  const first = initSync({ module: new Uint8Array() });
  assert.throws(() => new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array(rest)), imports(first)), WebAssembly.LinkError);
  assert.equal(kpi.report({ kpis: "nps", surveys }).value("nps"), "25");
});

test("`load` brings the rest, and what was begun goes on", async () => {
  const both = [kpi.load(), kpi.load()];
  // The package brings it, too.
  const whole = await import("kpi-wasm");
  await Promise.all(both);
  await kpi.load();
  assert.equal(whole.report, kpi.report);
  for (const [what, [action, expected]] of Object.entries(LATER)) assert.deepEqual(action(), expected, what);
  begun.unmerge(new kpi.Accumulator({ kpis: "nps" }).push({ surveys: surveys.slice(0, 3) }));
  assert.deepEqual(begun.report().rows, kpi.report({ kpis: "nps", surveys }).rows);
  assert.equal(begun.push({ surveys }).report().row("nps").sample, 8);
  begun.free();
  assert.deepEqual([made.value("nps"), made.pivot().length], ["66.666666667", 1]);
});

test("every case then gives the expected digits", async () => {
  assert.deepEqual((await runAll(kpi, read)).failures, []);
});
