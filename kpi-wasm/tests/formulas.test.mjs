// The formulas alone: the same functions, digits and errors as in the whole package, and nothing else of it.
import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import { test } from "node:test";

import * as formulas from "kpi-wasm/formulas";

const root = new URL("../../", import.meta.url);

test("every formula of the conformance cases gives the expected digits", async () => {
  let compared = 0;
  for (const file of (await readdir(new URL("vectors", root))).filter((name) => name.endsWith(".json"))) {
    const { cases = [] } = JSON.parse(await readFile(new URL(`vectors/${file}`, root), "utf8"));
    for (const { id, kpi, variant, formula, expect } of cases) {
      if (formula === undefined || kpi === undefined) continue;
      compared += 1;
      const run = () => formulas.formula(kpi, variant, formula.inputs, formula.parameters, formula.level);
      if (expect.error !== undefined) {
        assert.throws(run, (/** @type {any} */ error) => error.code === expect.error.code, id);
        continue;
      }
      const figures = run();
      for (const [name, { value }] of Object.entries(/** @type {Record<string, any>} */ (expect.figures))) {
        if (value !== undefined) assert.equal(figures.get(name)?.value, value, `${id}: ${name}`);
      }
    }
  }
  assert(compared > 1000, `${compared} cases`);
});

test("it has every formula of the whole package, and is not the whole package", async () => {
  const printed = await readFile(new URL("../js/formulas.js", import.meta.url), "utf8");
  const names = [...printed.matchAll(/^export function (\w+)/gm)].map((found) => found[1]);
  const others = ["Figures", "KpiError", "formula", "version"];
  assert.deepEqual(Object.keys(formulas).sort(), [...names, ...others].sort());
  assert.equal(formulas.nps(60, 25, 15).value, "45");
});

test("both can be loaded at once", async () => {
  const whole = await import("kpi-wasm");
  assert.equal(whole.nps, formulas.nps);
  assert.equal(whole.nps(60, 25, 15).value, "45");
  assert.equal(whole.version(), formulas.version());
});
