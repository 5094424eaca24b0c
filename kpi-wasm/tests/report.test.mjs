// The constant surface: formulas, the report's other forms, accumulators, errors, memory.
import assert from "node:assert/strict";
import { test } from "node:test";

import * as kpi from "kpi-wasm";
import { initSync } from "../js/kpi_native.js";
import { Report } from "../js/report.js";

/** The module's memory: what is there already is not loaded again. */
const { memory } = initSync({ module: new ArrayBuffer(0) });

const nps = { kind: "nps", scaleMin: 0, scaleMax: 10 };
/** Scores from 0 to 10, in an order that mixes them. */
const surveys = Array.from({ length: 500 }, (_, i) => ({
  id: `${i}`,
  ...nps,
  score: (i * 7) % 11,
  channel: ["email", "chat", 'the "hall", left', null][i % 4] ?? null,
  submittedAt: new Date(Date.UTC(2026, 0, 1, i)),
}));
const request = { kpis: "nps", by: "channel", window: { from: "2026-01-01", to: "2026-02-01" }, bucket: "week" };

test("figures", () => {
  const figures = kpi.nps(60, 25, 15);
  assert.deepEqual([figures.value, figures.number], ["45", 45]);
  assert.equal(figures.get("promoter_share")?.value, "60");
  assert.equal(figures.get("nothing"), undefined);
  assert.deepEqual(figures.map(({ figure }) => figure), kpi.catalog().find(({ id }) => id === "nps")?.figures.map(({ figure }) => figure));
  assert.deepEqual([kpi.nps(0, 0, 0).value, kpi.nps(0, 0, 0)[0]?.undefined], [null, "no_records"]);
  // More than a float can hold: 2⁵³ + 1 of as many.
  const many = 9_007_199_254_740_993n;
  assert.equal(kpi.csat(many - 1n, many).get("answers")?.value, "9007199254740993");
  assert.equal(kpi.formula("first_response_time", "", { durations: Float64Array.of(1.5, 2.5) }).value, "2");
});

test("a formula refuses what it cannot take", () => {
  const refused = (/** @type {any} */ value, /** @type {string} */ code) =>
    assert.throws(() => kpi.nps(value, 1, 1), { name: "KpiError", code, field: "promoters", record: null, index: null });
  refused(-1, "negative");
  for (const value of [1.5, NaN, Infinity, null, true, "many", [1], {}]) refused(value, "bad_input");
  refused(undefined, "missing_input");
  assert.throws(() => kpi.csatMean([5, NaN], 1, 5), { code: "not_a_number", record: "input", index: 1, field: "scores" });
  assert.throws(() => kpi.formula("nps", "", { promoters: 1, passives: 1, detractors: 1, others: 1 }), { code: "unknown_input" });
  assert.throws(() => kpi.formula(/** @type {any} */ ("npss"), "", {}), { code: "unknown_kpi" });
  // Hand: 10 more of 100, and the names of the inputs are those of the page.
  assert.equal(kpi.mrrGrowthRate("100", 10, 0, "5", "2", 3n).value, "10");
  assert.throws(() => kpi.mrrGrowthRate("100", -1, 0, 0, 0, 0), { code: "negative", field: "new" });
  assert.equal(kpi.interactionsPerTicket([0, 1, 2, 5n]).value, "2");
  assert.throws(() => kpi.nps(1, 1, 1, { level: 2 }), { code: "bad_request", field: "level" });
});

test("an error says where, and what to do", () => {
  const broken = [{ id: "1", ...nps, score: 10 }, { id: "2", ...nps, score: 11 }];
  assert.throws(
    () => kpi.report({ kpis: "nps", surveys: broken }),
    (error) => {
      assert(error instanceof kpi.KpiError && error instanceof Error);
      const { name, code, record, index, field, text, message } = error;
      assert.deepEqual([name, code, record, index, field], ["KpiError", "out_of_scale", "survey", 1, "score"]);
      assert.equal(message, `survey 1, field \`score\`: ${text} [out_of_scale]`);
      return true;
    },
  );
});

test("a request that cannot be read is refused", () => {
  const refused = (/** @type {any} */ request, /** @type {object} */ error) =>
    assert.throws(() => kpi.report({ kpis: "nps", surveys, ...request }), { name: "KpiError", ...error });
  refused({ kpis: [] }, { code: "bad_request" });
  refused({ kpis: ["no"] }, { code: "unknown_kpi" });
  refused({ bucket: "decade" }, { code: "bad_request", field: "bucket" });
  refused({ bucket: 5 }, { code: "bad_request", field: "bucket" });
  refused({ buckets: "day" }, { code: "bad_request", field: "buckets" });
  refused({ window: { from: "2026-02-01", to: "2026-01-01" } }, { code: "bad_window" });
  refused({ window: { from: 5, to: 6 } }, { code: "bad_request", field: "window" });
  refused({ weekStart: "mon" }, { code: "bad_request", field: "week_start" });
  refused({ badRecords: "drop" }, { code: "bad_request", field: "bad_records" });
  refused({ preset: "everything" }, { code: "bad_request", field: "preset" });
  refused({ filters: [{ record: "survey" }] }, { code: "bad_request", field: "filters" });
  refused({ filters: [{ record: "survey", field: "channel", anyof: [] }] }, { code: "bad_request", field: "channel" });
  refused({ words: { survey: { channel: "x" } } }, { code: "bad_request", field: "words" });
  refused({ words: { call: {} } }, { code: "unknown_record", field: "words" });
  refused({ words: { survey: { scaleMin: { a: "b" } } } }, { code: "bad_request", field: "words" });
  refused({ words: new Map() }, { code: "bad_request" });
  refused({ words: { survey: { channel: new Map() } } }, { code: "bad_request" });
  refused({ window: { from: new Date(NaN), to: "2026-01-01" } }, { code: "bad_instant", field: "window" });
  refused({ by: ["score"] }, { code: "unknown_dimension" });
  refused({ level: NaN }, { code: "bad_request", field: "level" });
  refused({ level: 95 }, { code: "bad_request", field: "level" });
  refused({ surveys: undefined }, { code: "missing_records" });
  assert.throws(() => kpi.report(/** @type {any} */ (null)), { code: "bad_request" });
});

test("names in a request are in camelCase or snake_case", () => {
  const tickets = [
    { id: "1", createdAt: "2026-01-01T00:00:00Z", firstResponseAt: "2026-01-01T01:00:00Z", openedBy: "customer" },
  ];
  const asked = (/** @type {any} */ request) =>
    kpi.report({ tickets, window: { from: "2026-01-01", to: "2026-02-01" }, ...request }).rows;
  const camel = asked({
    kpis: [kpi.ask("first_response_within_target", { targets: { customer: 3600 }, targetsBy: "openedBy", anchor: { ticket: "firstResponseAt" } })],
    weekStart: "sunday",
    bucket: "week",
    by: ["openedBy"],
    filters: [{ record: "ticket", field: "firstResponseAt", atLeast: new Date("2026-01-01") }],
    asOf: new Date("2026-03-01"),
  });
  const snake = asked({
    kpis: [{ kpi: "first_response_within_target", parameters: { targets: { customer: "3600" }, targets_by: "opened_by" }, anchor: { ticket: "first_response_at" } }],
    week_start: "sunday",
    bucket: "week",
    by: ["opened_by"],
    filters: [{ record: "ticket", field: "first_response_at", at_least: "2026-01-01" }],
    as_of: "2026-03-01",
  });
  assert.deepEqual(camel, snake);
  assert.equal(camel.find((row) => row.opened_by === "customer" && row.bucket === null)?.value, "100");
});

test("words stand for others, and stay as they are", () => {
  const tickets = ["N/A", "kundeIn", "customer", null].map((openedBy, i) => {
    const [createdAt, firstResponseAt] = ["2026-01-01T00:00:00Z", `2026-01-01T00:0${i + 1}:00Z`];
    return { id: `${i}`, createdAt, firstResponseAt, openedBy };
  });
  const words = { ticket: { openedBy: { kundeIn: "customer", "N/A": null } } };
  const report = kpi.report({ kpis: "first_response_time", tickets, words, by: "openedBy" });
  assert.equal(report.value("first_response_time", "mean", { openedBy: "customer" }), "150");
  assert.equal(report.value("first_response_time", "mean", { openedBy: null }), "150");
  const parts = tickets.map((ticket) => kpi.partial({ kpis: "first_response_time", tickets: [ticket], words }));
  assert.equal(kpi.merge({ kpis: "first_response_time", words }, parts).value("first_response_time"), "150");
});

test("a KPI groups by its own dimension where nothing is said", () => {
  const scale = { kind: "agent", scaleMin: 1, scaleMax: 5 };
  const ratings = [{ id: "a", ...scale, score: 5, agent: "Ann" }, { id: "b", ...scale, score: 1, agent: "Bob" }];
  const by = (/** @type {any} */ request) => kpi.measure.agentRating({ surveys: ratings, ...request }).about.by;
  for (const said of [{}, { by: undefined }, { by: null }, { by: "agent" }]) assert.deepEqual(by(said), ["agent"]);
  assert.deepEqual(by({ by: [] }), []);
  assert.deepEqual(kpi.report({ kpis: ["agent_rating", "csat"], surveys: ratings }).about.by, []);
});

test("a preset is a set of KPIs, without those that the records cannot give", () => {
  const [common] = kpi.presets();
  assert.deepEqual([common?.name, common?.kpis[0]], ["common", ["csat", "top_two_boxes"]]);
  const report = kpi.report({ preset: "common", surveys, window: request.window });
  assert.deepEqual(report.about.definitions.map(({ kpi }) => kpi), ["csat", "nps"]);
  assert.equal(report.about.preset, "common");
  const left = report.about.not_computed.map(({ kpi, code }) => `${kpi} ${code}`);
  const codes = ["first_response_time", "resolution_time", "churn_rate"].map((id) => `${id} missing_records`);
  assert.deepEqual(left, codes);
  assert.throws(() => kpi.report({ preset: "revenue", surveys }), { code: "missing_records" });
  const loose = /** @type {any} */ (kpi);
  assert.throws(() => new loose.Accumulator({ preset: "common" }), { code: "bad_request", field: "preset" });
});

test("a row is found by its figure, bucket and group", () => {
  const report = kpi.report(/** @type {any} */ ({ ...request, surveys }));
  assert.equal(report.value("nps", "answers"), "500");
  assert.equal(report.value("nps", "answers", { channel: null }), "125");
  assert.equal(report.row("nps", "answers", { channel: "email", bucket: "2026-W01" }).sample, 24);
  assert.throws(() => report.row("nps", "median"), { code: "bad_request" });
  assert.throws(() => report.row("nps", "answers", { team: "a" }), { code: "unknown_dimension", field: "team" });
});

test("pivot gives a column per figure, or per bucket", () => {
  const report = kpi.report(/** @type {any} */ ({ ...request, surveys }));
  const wide = report.pivot({ index: ["channel", "figure"], columns: "bucket", values: "number" });
  const email = wide.find(({ channel, figure }) => channel === "email" && figure === "answers");
  // Hand: 125 mails, one every 4 hours from 1 January; the week of 29 December has 4 days of them.
  assert.equal(email?.["2026-W01"], 24);
  assert.equal(email?.["(all)"], 125);
  assert.deepEqual(Object.keys(report.pivot({ columns: "channel" })[0] ?? {}), [
    ...["kpi", "variant", "figure", "bucket", "(all)", "chat", "email"],
    ...['the "hall", left', "(unknown)"],
  ]);
  assert.throws(() => report.pivot({ index: "figure", columns: "unit" }), { code: "bad_request" });
  assert.throws(() => report.pivot({ values: "median" }), { code: "bad_request", field: "median" });
});

test("the report as CSV", () => {
  const rows = [{ id: "1", ...nps, score: 10, channel: 'the "hall", left' }];
  const [head, , group] = kpi.report({ kpis: "nps", surveys: rows, by: "channel" }).toCsv().split("\r\n");
  assert.equal(
    head,
    "kpi,variant,figure,bucket_start,bucket_end,bucket,channel,value,number,unit,numerator,denominator,sample,lower,upper,undefined,approximate,left_out,reasons",
  );
  const text = kpi.report({ kpis: "nps", surveys: [...rows, { id: "2", ...nps }, { id: "3", ...nps, kind: "ces" }] }).toCsv();
  assert.match(text, /nps,standard,answers,,,,1,1,count,,,1,,,,,2,unanswered=1;other_kind=1\r\n/);
  assert.match(`${group}`, /"the ""hall"", left"/);
  const small = new Report(/** @type {any} */ ({ about: {}, rows: [{ a: 1.5e-9, b: -2e21, c: 0.1, d: -0 }] }));
  assert.equal(small.toCsv(), "a,b,c,d\r\n0.0000000015,-2000000000000000000000,0.1,-0\r\n");
});

test("parts merged are the whole, in any order", () => {
  const accumulator = (/** @type {object[]} */ rows) => {
    const made = new kpi.Accumulator(/** @type {any} */ (request));
    made.push({ surveys: /** @type {any} */ (rows) });
    return made;
  };
  const whole = accumulator(surveys);
  const parts = [surveys.slice(300), surveys.slice(0, 100), surveys.slice(100, 300)].map(accumulator);
  const merged = new kpi.Accumulator(/** @type {any} */ (request));
  for (const part of parts) merged.merge(part);
  assert.deepEqual(merged.toBytes(), whole.toBytes());
  assert.deepEqual(merged.report().rows, whole.report().rows);
  assert.deepEqual(whole.report().rows, kpi.report(/** @type {any} */ ({ ...request, surveys })).rows);

  const bytes = new kpi.Accumulator(/** @type {any} */ (request));
  for (const part of parts) bytes.mergeBytes(part.toBytes());
  assert.deepEqual(bytes.toBytes(), whole.toBytes());

  const cut = [surveys.slice(0, 7), surveys.slice(7)].map((rows) =>
    kpi.partial(/** @type {any} */ ({ ...request, surveys: rows })),
  );
  assert.deepEqual(kpi.merge(/** @type {any} */ (request), cut).rows, whole.report().rows);

  merged.unmerge(/** @type {kpi.Accumulator} */ (parts[0]));
  const rest = accumulator(surveys.slice(0, 300));
  assert.deepEqual(merged.toBytes(), rest.toBytes());
  assert.throws(() => rest.unmerge(whole), { code: "not_contained" });
  rest.merge(rest);
  assert.equal(rest.report().row("nps", "answers").value, "600");
  rest.unmerge(rest);
  assert.equal(rest.report().row("nps", "answers").value, "0");
  for (const one of [whole, merged, bytes, rest, ...parts]) one.free();
});

test("an accumulator refuses what is not its own", () => {
  const made = new kpi.Accumulator({ kpis: "nps" }, { trackIds: true });
  const other = new kpi.Accumulator({ kpis: "nps", level: 0.9, by: "channel" });
  assert.throws(() => made.merge(other), { code: "definition_mismatch" });
  assert.throws(() => made.mergeBytes(Uint8Array.of(1, 2, 3)), { code: "bad_bytes" });
  assert.throws(() => new kpi.Accumulator(/** @type {any} */ ({ kpis: "nps", surveys })), { code: "bad_request" });
  made.push({ surveys: surveys.slice(0, 2) });
  assert.throws(() => made.push({ surveys: surveys.slice(1, 2) }), { code: "duplicate_id", index: 2 });
  made.free();
  made.free();
  assert.throws(() => made.report(), { code: "bad_request" });
});

test("a thousand reports keep no memory", () => {
  const grow = () => {
    for (let i = 0; i < 500; i += 1) {
      kpi.report(/** @type {any} */ ({ ...request, surveys: surveys.slice(0, 100) }));
      for (const score of [11, NaN]) {
        const broken = /** @type {any} */ ([surveys[0], { ...surveys[1], score }]);
        assert.throws(() => kpi.report({ kpis: "nps", surveys: broken }), kpi.KpiError);
      }
    }
    return memory.buffer.byteLength;
  };
  const before = grow();
  assert.equal(grow(), before);
});
