// Writes what every conformance case gives: `node digits.mjs <path>`. The other languages write the same.
import { readFile, writeFile } from "node:fs/promises";

import * as kpi from "kpi-wasm";
import { FILES, casesOf, run, sample, sorted } from "./vectors.mjs";

const root = new URL("../../", import.meta.url);
/** @param {string} path */
const read = (path) => readFile(new URL(path, root), "utf8");

const records = await sample(read, "examples/sample");
/** @type {{ [id: string]: unknown }} */
const digits = {};
for (const file of FILES) {
  for (const one of await casesOf(read, file)) {
    const found = run(kpi, one, { sample: records });
    digits[one.id] = found?.figures ?? found?.report?.rows ?? { error: found?.error };
  }
}
const path = process.argv[2];
if (path === undefined) throw new Error("say where to write: node digits.mjs <path>");
await writeFile(path, `${JSON.stringify(sorted(digits), null, 1)}\n`);
