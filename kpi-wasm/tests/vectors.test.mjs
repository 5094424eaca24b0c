// Every conformance case gives the expected digits, from objects and from typed arrays.
import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import { test } from "node:test";

import * as kpi from "kpi-wasm";
import { FILES, runAll } from "./vectors.mjs";

const root = new URL("../../", import.meta.url);
/** @param {string} path */
const read = (path) => readFile(new URL(path, root), "utf8");

test("every file with cases is run", async () => {
  const files = (await readdir(new URL("vectors", root))).filter((name) => name.endsWith(".json"));
  const withCases = [];
  for (const file of files) {
    const { cases = [] } = JSON.parse(await read(`vectors/${file}`));
    if (cases.some((/** @type {object} */ one) => "kpi" in one)) withCases.push(file.replace(".json", ""));
  }
  assert.deepEqual(withCases.sort(), FILES);
});

test("every case gives the expected digits", async () => {
  const { cases, typed, failures } = await runAll(kpi, read);
  assert.deepEqual(failures, []);
  assert(cases > 2000, `${cases} cases`);
  assert(typed > 1500, `${typed} cases as typed arrays`);
});
