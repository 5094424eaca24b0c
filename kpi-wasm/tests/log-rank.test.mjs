// The log-rank test: values as JavaScript has them, errors with their group.
import assert from "node:assert/strict";
import { test } from "node:test";

import * as kpi from "kpi-wasm";

const early = { durations: [1, 2, 3, 4], observed: [true, true, true, false] };
const late = { durations: Float64Array.of(2, 5, 6, 7), observed: [true, true, false, true] };

test("the numbers are those of R", () => {
  const found = kpi.logRank([early, late]);
  assert(found);
  // survdiff of R survival 3.5.3
  assert(Math.abs(found.statistic - 1.719836400817996) < 1e-12);
  assert.equal(found.degrees_of_freedom, 1);
  assert(Math.abs(found.p - 0.18971410512798606) < 1e-12);
  assert.equal(kpi.logRank([early, { durations: [], observed: [] }]), null);
});

test("errors name the group", () => {
  const refused = (/** @type {any} */ groups, /** @type {string} */ code, /** @type {string} */ field) =>
    assert.throws(() => kpi.logRank(groups), { name: "KpiError", code, field });
  refused([early], "bad_input", "groups");
  refused([early, { durations: [1] }], "missing_input", "groups[1].observed");
  refused([early, { durations: [1], observed: [] }], "bad_input", "groups[1].observed");
  refused([{ durations: [-1], observed: [true] }, late], "negative", "groups[0].durations");
  refused([early, { ...late, team: "a" }], "unknown_input", "groups[1].team");
});
