// Standing: the numbers that the articles give, one that each value lies within or outside of.
import assert from "node:assert/strict";
import { test } from "node:test";

import * as kpi from "kpi-wasm";

test("a value stands where its source says", () => {
  // S4: above 50 % satisfied is good, 70 % or more excellent; below 70 % of easy answers needs work; 75 to 85 % of
  // occupancy is usual; an NPS of 35.7 is the mean. S0: a promoter is worth 7 to 15 detractors.
  /** @type {[string, string, string, number | string, string, string | null, string | null][]} */
  const known = [
    ["csat", "", "", 60, "good", "50", null],
    ["csat", "", "", "69.999999999", "good", "50", null],
    ["csat", "", "", "50.000000001", "good", "50", null],
    ["csat", "", "", 50, "worse", "50", null],
    ["csat", "", "", 70, "excellent", "70", null],
    ["csat", "top_two_boxes", "share", 49.9, "worse", "50", null],
    ["customer_effort_score", "share", "share", 55, "needs_work", null, "70"],
    ["customer_effort_score", "share", "share", 70, "better", null, "70"],
    ["occupancy_rate", "", "", 80, "usual", "75", "85"],
    ["occupancy_rate", "", "", 85, "usual", "75", "85"],
    ["occupancy_rate", "", "", 92, "above", "75", "85"],
    ["occupancy_rate", "", "", 60, "below", "75", "85"],
    ["nps", "", "", 35.7, "mean", "35.7", "35.7"],
    ["nps", "", "", 45, "better", "35.7", "35.7"],
    ["customer_lifetime_value", "promoters_to_detractors", "ratio", 6, "below", "7", "15"],
  ];
  for (const [id, variant, figure, value, word, low, high] of known) {
    const found = kpi.standing(id, variant, figure, value);
    const seen = found.map((one) => [one.word, one.low, one.high, one.clock]);
    assert.deepEqual(seen, [[word, low, high, null]], `${id} ${value}`);
  }
});

test("what nobody speaks of has no benchmark", () => {
  const none = kpi.standing("utilization", "", "", 75);
  assert.deepEqual(
    none.map(({ word, label, low, high, population, source, clock }) => [word, label, low, high, population, source, clock]),
    [["no_benchmark", null, null, null, null, null, null]],
  );
  // A benchmark of the mean says nothing of the median, nor one of calls of post cards.
  assert.deepEqual(kpi.standing("first_response_time", "", "median", 60), none);
  assert.deepEqual(kpi.standing("first_response_time", "", "mean", 60, "post cards"), none);
});

test("each population and source answers for itself", () => {
  // S4: 2 to 3 minutes by phone, 2 to 5 by live chat, 1 to 24 hours on social media, 1 to 12 by email. S0: less
  // than 3 minutes by phone, less than 45 seconds by live chat.
  const found = kpi.standing("first_response_time", "", "mean", 100);
  assert.deepEqual(found.map(({ source, population, word }) => `${source} ${population} ${word}`).toSorted(), [
    "S0 live chat worse",
    "S0 phone expected",
    "S4 email better",
    "S4 live chat better",
    "S4 phone better",
    "S4 social media better",
  ]);
  assert(found.every(({ clock }) => clock === "calendar"));
  const chat = found.filter(({ population }) => population === "live chat");
  assert.deepEqual(kpi.standing("first_response_time", "", "mean", 100, "live chat"), chat);
  assert.deepEqual(chat.map(({ source, exclusive }) => [source, exclusive]), [["S4", false], ["S0", true]]);
  const limit = kpi.standing("first_response_time", "", "mean", 45, "live chat");
  assert.deepEqual(limit.map(({ word }) => word), ["better", "worse"]);
});

test("what does not exist is refused", () => {
  /** @type {(asked: [string, string, string, number | string], code: string, field: string) => void} */
  const refused = (asked, code, field) =>
    assert.throws(() => kpi.standing(...asked), { name: "KpiError", code, field });
  refused(["happiness", "", "", 1], "unknown_kpi", "kpi");
  refused(["csat", "median", "", 1], "unknown_variant", "variant");
  refused(["csat", "", "median", 1], "bad_request", "figure");
  refused(["csat", "", "", "1e30"], "overflow", "value");
});
