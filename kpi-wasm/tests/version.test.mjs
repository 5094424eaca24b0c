// The package loads in Node and has the version that its package.json says.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import * as kpi from "kpi-wasm";

test("one version in the module and in package.json", () => {
  const { version } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));
  assert.equal(kpi.version(), version);
});
