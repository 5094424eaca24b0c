// The README's examples run, in order, and give what they say after `// =>`; it names the KPIs of the light module.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import * as kpi from "kpi-wasm";
import * as light from "kpi-wasm/light";
import { LIGHT } from "../js/catalog.js";

const text = readFileSync(new URL("../README.md", import.meta.url), "utf8");

test("the examples of the README", async () => {
  const code = [...text.matchAll(/^```js\n(.*?)^```$/gms)].map(([, block]) => block).join("");
  const claim = /^(.+); \/\/ => (.+)$/gm;
  const claims = [...code.matchAll(claim)].length;
  const body = code.replace(/^import .*$/gm, "").replace(claim, "assert.deepEqual($1, $2);");
  // An asynchronous function, as some of them wait.
  await new Function("kpi", "light", "assert", `return (async () => {${body}})();`)(kpi, light, assert);
  assert(claims >= 10, `${claims} claims`);
});

test("the KPIs of the light module", () => {
  const [, list = ""] = /each in its default variant: ([^.]+)\./.exec(text) ?? [];
  const named = [...list.matchAll(/`(\w+)`/g)].map(([, id]) => id);
  assert.deepEqual(named.sort(), LIGHT.map(([id]) => id).sort());
  const { kpis } = JSON.parse(readFileSync(new URL("../../docs/catalog.json", import.meta.url), "utf8"));
  for (const [id, variant] of LIGHT) {
    assert(kpis.some((/** @type {any} */ one) => one.id === id && one.variant === variant && one.default), `${id} ${variant}`);
  }
});
