// The README's examples run, in order, and give what they say after `// =>`.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import * as kpi from "kpi-wasm";

test("the examples of the README", () => {
  const text = readFileSync(new URL("../README.md", import.meta.url), "utf8");
  const code = [...text.matchAll(/^```js\n(.*?)^```$/gms)].map(([, block]) => block).join("");
  const claim = /^(.+); \/\/ => (.+)$/gm;
  const claims = [...code.matchAll(claim)].length;
  const body = code.replace(/^import .*$/gm, "").replace(claim, "assert.deepEqual($1, $2);");
  new Function("kpi", "assert", body)(kpi, assert);
  assert(claims >= 10, `${claims} claims`);
});
