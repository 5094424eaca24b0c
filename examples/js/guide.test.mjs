// The JavaScript examples of the README and of the guide print what stands behind them: `node --test examples/js`.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { test } from "node:test";

const root = new URL("../../", import.meta.url);
/** The files of the package by what imports them. @type {Record<string, string>} */
const ENTRIES = { "kpi-wasm": "node.js", "kpi-wasm/light": "light-node.js" };

const pages = ["getting-started", "business-time", "event-log", "agents", "several-kinds"];
const guide = pages.map((page) => `docs/src/${page}.md`);

for (const page of ["README.md", ...guide]) {
  test(page, () => {
    const text = readFileSync(new URL(page, root), "utf8");
    const examples = [...text.matchAll(/^```js\n(.*?)^```/gms)].map(([, code]) => code);
    assert.ok(examples.length > 0);
    for (const example of examples) {
      const expected = [...example.matchAll(/^ *console\.log\(.*\); \/\/ (.*)$/gm)].map(([, printed]) => printed);
      const code = example.replace(/"(kpi-wasm[^"]*)"/, (_, entry) => `"${new URL(`kpi-wasm/js/${ENTRIES[entry]}`, root)}"`);
      const printed = execFileSync(process.execPath, ["--input-type=module", "--eval", code], { encoding: "utf8" });
      assert.deepEqual(printed.trimEnd().split("\n"), expected, example);
    }
  });
}
