// Records in: objects, columns, tables; nulls, instants, exact numbers, and what is refused.
import assert from "node:assert/strict";
import { test } from "node:test";

import * as kpi from "kpi-wasm";

const nps = { kind: "nps", scaleMin: 0, scaleMax: 10 };
const entry = { kind: "cost", currency: "EUR", at: "2026-01-01T00:00:00Z" };
const ticket = { id: "T", createdAt: "2026-01-01T00:00:00Z" };

/** @param {any} surveys */
const score = (surveys) => kpi.report({ kpis: "nps", surveys }).row("nps");

/**
 * The cost of one ticket.
 * @param {any} ledgerEntries
 */
const cost = (ledgerEntries) =>
  kpi.report({ kpis: kpi.ask("cost_per_conversation", { variant: "per_ticket" }), ledgerEntries, tickets: [ticket] }).row(
    "cost_per_conversation",
    "cost",
  )?.value;

test("names are in camelCase or snake_case", () => {
  const snake = { id: "1", kind: "nps", scale_min: 0, scale_max: 10, score: 10 };
  assert.equal(score([snake])?.value, "100");
  const both = { ...snake, scaleMin: 0 };
  assert.throws(() => score([both]), { code: "bad_request", record: "survey", index: 0, field: "scale_min" });
});

test("null, undefined, an absent field and empty text are unknown", () => {
  const surveys = [null, undefined, ""].map((unknown, i) => ({ id: `${i}`, ...nps, score: unknown }));
  const row = score([...surveys, { id: "3", ...nps }, { id: "4", ...nps, score: 0n }]);
  assert.deepEqual([row?.sample, row?.value, row?.reasons], [1, "-100", { unanswered: 4 }]);
});

test("NaN is null in a typed array, and refused in an object", () => {
  const columns = { id: ["1", "2"], score: Float64Array.of(10, NaN) };
  assert.deepEqual(score(kpi.table(columns, { constants: nps }))?.reasons, { unanswered: 1 });
  assert.throws(() => score([{ id: "1", ...nps, score: NaN }]), { code: "not_a_number", index: 0, field: "score" });
  const infinite = { ...columns, score: Float64Array.of(10, Infinity) };
  assert.throws(() => score(kpi.table(infinite, { constants: nps })), { code: "not_a_number", index: 1, field: "score" });
});

test("records that cannot be read are skipped and counted", () => {
  const rows = [10, "ten", NaN, 9.00001, 1].map((value, i) => ({ id: `${i}`, ...nps, score: value }));
  rows.push(/** @type {any} */ ({ id: "5", ...nps, score: 10, submittedAt: new Date(NaN) }));
  const counts = { records: 6, skipped: { not_a_number: 2, too_fine: 1, bad_instant: 1 } };
  const list = (/** @type {string} */ name) => rows.map((row) => /** @type {any} */ (row)[name]);
  const id = { codes: Uint8Array.from(rows.keys()), words: list("id") };
  const columns = { id, score: list("score"), submittedAt: list("submittedAt") };
  for (const surveys of [rows, kpi.table(columns, { constants: nps })]) {
    const report = kpi.report({ kpis: "nps", surveys, badRecords: "skip" });
    assert.deepEqual(report.about.inputs.survey, counts);
    assert.deepEqual([report.row("nps").value, report.row("nps").sample], ["0", 2]);
  }
  const typed = {
    id: list("id"),
    score: Float64Array.of(10, Infinity, NaN, 9.00001, 1, 10),
    submittedAt: [null, null, null, null, null, "yesterday"],
    scaleMin: { values: BigInt64Array.of(0n, 0n, 0n, 0n, 0n, 0n), valid: Uint8Array.of(1, 1, 1, 1, 1, 1) },
    scaleMax: Int8Array.of(10, 10, 10, 10, 10, 10),
  };
  const surveys = kpi.table(typed, { constants: { kind: "nps" } });
  const accumulator = new kpi.Accumulator({ kpis: "nps", badRecords: "skip" }).push({ surveys });
  const report = accumulator.report();
  accumulator.free();
  assert.deepEqual(report.about.inputs.survey, {
    records: 6,
    skipped: { not_a_number: 1, too_fine: 1, bad_instant: 1 },
  });
  assert.deepEqual([report.row("nps").value, report.row("nps").reasons], ["0", { unanswered: 1 }]);
  const none = kpi.report({ kpis: "nps", surveys: [{ id: "1", ...nps, score: "ten" }], badRecords: "skip" });
  assert.deepEqual(none.about.inputs.survey, { records: 1, skipped: { not_a_number: 1 } });
});

test("codes that mean null are named by field", () => {
  const options = { columns: { q: "score" }, constants: nps, null: { score: [11, "99"] } };
  const rows = [10, 11, 99, "11"].map((q, id) => ({ id, q }));
  for (const data of [rows, { id: [0, 1, 2, 3], q: Int8Array.of(10, 11, 99, 11) }, { id: ["0", "1"], q: [10, 11] }]) {
    const row = score(kpi.table(data, options));
    assert.deepEqual([row?.value, row?.sample], ["100", 1]);
  }
  const single = kpi.table({ id: ["1"], q: BigInt64Array.of(11n) }, { ...options, null: { score: 11n } });
  assert.equal(score(single)?.sample, 0);
});

test("the options of a table must fit its data", () => {
  const data = [{ id: "1", q: 10, ...nps }];
  const refused = (/** @type {any} */ options, /** @type {object} */ error) =>
    assert.throws(() => score(kpi.table(data, options)), error);
  refused({ columns: { p: "score", q: null } }, { code: "unknown_field", field: "p" });
  refused({ columns: { q: "score" }, constants: { score: 1 } }, { code: "bad_request", field: "score" });
  refused({ columns: { q: "score", kind: "score" } }, { code: "bad_request", field: "score" });
  refused({ columns: { q: "score" }, null: { weight: 1 } }, { code: "unknown_field", field: "weight" });
  refused({ columns: { q: null, kind: null } }, { code: "missing_field", field: "kind" });
});

test("an instant is a Date, Temporal's, or text with its offset; never a number", () => {
  const at = new Date("2026-01-15T12:00:00.123Z");
  const temporal = { epochMilliseconds: at.getTime(), epochNanoseconds: BigInt(at.getTime()) * 1_000_000n + 456_000n };
  const before = { epochMilliseconds: -1, epochNanoseconds: -1_000n };
  const instants = [at, temporal, at.toISOString(), before];
  const surveys = instants.map((submittedAt, i) => ({ id: `${i}`, ...nps, score: 9, submittedAt }));
  const sample = (/** @type {string} */ from, /** @type {string} */ to) =>
    kpi.report({ kpis: "nps", surveys: /** @type {any} */ (surveys), window: { from, to } }).row("nps").sample;
  assert.equal(sample("2026-01-15T12:00:00.123Z", "2026-01-15T12:00:00.123001Z"), 2);
  assert.equal(sample("2026-01-15T12:00:00.123456Z", "2026-01-15T12:00:00.123457Z"), 1);
  assert.equal(sample("1969-12-31T23:59:59.999999Z", "1970-01-01"), 1);
  const refused = (/** @type {unknown} */ submittedAt, /** @type {string} */ code) =>
    assert.throws(() => score([{ id: "1", ...nps, submittedAt }]), { code, record: "survey", index: 0, field: "submitted_at" });
  refused(at.getTime(), "wrong_type");
  refused(1n, "wrong_type");
  refused(new Date(NaN), "bad_instant");
  refused("2026-01-15", "bad_instant");
  refused("2026-01-15T12:00", "bad_instant");
  refused({ ...temporal, epochNanoseconds: 1n }, "too_fine");
  refused({}, "wrong_type");
});

test("milliseconds of a typed array are exact to the microsecond", () => {
  const at = Date.UTC(2026, 0, 15);
  const sample = (/** @type {number} */ ms, /** @type {string} */ fraction) => {
    const surveys = kpi.table({ id: ["1"], score: [9], submittedAt: Float64Array.of(ms) }, { constants: nps });
    const window = { from: `2026-01-15T00:00:00${fraction}Z`, to: "2026-01-16" };
    return kpi.report({ kpis: "nps", surveys, window }).row("nps").sample;
  };
  assert.deepEqual([sample(at + 0.001, ".000001"), sample(at + 0.001, ".000002")], [1, 0]);
  assert.deepEqual([sample(at + 999.999, ".999999"), sample(at, "")], [1, 1]);
  const refused = (/** @type {number} */ ms, /** @type {string} */ code) =>
    assert.throws(() => sample(ms, ""), { code, record: "survey", index: 0, field: "submitted_at" });
  refused(0.0005, "too_fine");
  refused(at + 1 / 4096, "too_fine");
  refused(Infinity, "not_a_number");
  refused(1e300, "overflow");
});

test("amounts are exact", () => {
  const text = "9007199254.740993";
  assert.equal(cost([{ ...entry, amount: text }]), text);
  assert.equal(cost([{ ...entry, amount: 12n }]), "12");
  const columns = { amount: BigInt64Array.of(9_007_199_254_740_993_000n) };
  assert.equal(cost(kpi.table(columns, { constants: entry })), "9007199254.740993");
  assert.equal(cost(kpi.table({ amount: Int32Array.of(7) }, { constants: entry })), "7");
  assert.equal(cost(kpi.table({ amount: ["0.1", "0.2"] }, { constants: entry })), "0.3");
  for (const amount of [[0.5], Float64Array.of(0.5)]) {
    const table = kpi.table({ amount }, { constants: entry });
    assert.throws(() => cost(table), { code: "wrong_type", record: "ledger_entry", index: 0, field: "amount" });
  }
});

test("a column is as long as its table", () => {
  const data = { id: ["1", "2"], score: Float64Array.of(1) };
  assert.throws(() => score(data), { code: "length_mismatch", field: "score" });
  const values = { values: BigInt64Array.of(1n, 2n), valid: Uint8Array.of(1) };
  assert.throws(() => score({ id: ["1", "2"], score: values }), { code: "length_mismatch", field: "score" });
});

test("the forms of a column give the same digits", () => {
  const channels = ["email", null, "chat", "email"];
  const forms = [
    channels,
    { codes: Int8Array.of(0, -1, 1, 0), words: ["email", "chat"] },
    { codes: Uint32Array.of(2, 1, 0, 2), words: ["chat", null, "email"] },
  ];
  const tables = forms.map((channel) => ({ id: ["1", "2", "3", "4"], channel, score: Int16Array.of(10, 9, 8, 0) }));
  const reports = tables.map((data) =>
    kpi.report({ kpis: "nps", surveys: kpi.table(data, { constants: nps }), by: "channel" }),
  );
  const [first] = reports;
  assert.deepEqual(
    first?.pivot().map(({ channel, score }) => [channel, score]),
    [["(all)", "25"], ["chat", "0"], ["email", "0"], [null, "100"]],
  );
  for (const other of reports) assert.deepEqual(other.rows, first?.rows);
});

test("flags are 0 and 1, and 255 is null", () => {
  const wrong = { id: ["1", "2"], score: [1, 2], answer: Uint8Array.of(1, 2) };
  assert.throws(() => score(kpi.table(wrong, { constants: nps })), { code: "wrong_type", index: 1, field: "answer" });
  const surveys = kpi.table({ ...wrong, answer: Uint8Array.of(1, 255) }, { constants: nps });
  const filters = [{ record: /** @type {const} */ ("survey"), field: "answer", known: false }];
  assert.equal(kpi.report({ kpis: "nps", surveys, filters }).row("nps").sample, 1);
});

test("records may come from any iterable, and in several tables", () => {
  function* rows() {
    for (let i = 0; i < 10_000; i += 1) yield { id: i, ...nps, score: i % 11 };
  }
  assert.equal(score(rows())?.sample, 10_000);
  const half = (/** @type {string} */ id) => kpi.table([{ id, ...nps, score: 10 }]);
  assert.equal(score([half("1"), half("2")])?.sample, 2);
  assert.equal(score([])?.undefined, "no_records");
  const late = [...rows(), { id: "x", ...nps, score: 11 }];
  assert.throws(() => score(late), { code: "out_of_scale", index: 10_000 });
});

test("what is no record is refused", () => {
  for (const surveys of ["text", 5, true]) assert.throws(() => score(surveys), { code: "bad_request", record: "survey" });
  assert.throws(() => score([{ id: "1", ...nps }, null]), { code: "bad_request", record: "survey", index: 1 });
  assert.throws(() => score([{ id: "1", ...nps, score: () => 1 }]), { code: "wrong_type", field: "score" });
  assert.throws(() => score([{ id: "1", ...nps, reason: { deep: 1 } }]), { code: "wrong_type", field: "reason" });
  assert.throws(() => score({ id: new ArrayBuffer(8) }), { code: "wrong_type", field: "id" });
  assert.throws(() => score({ id: BigUint64Array.of(1n) }), { code: "wrong_type", field: "id" });
});

test("ids may be numbers", () => {
  const columns = { id: Int32Array.of(1, 2, 1), score: [10, 10, 0] };
  assert.deepEqual(score(kpi.table(columns, { constants: nps }))?.reasons, { replaced: 1 });
  assert.throws(
    () => score(kpi.table({ ...columns, id: Float64Array.of(1, 2, 1.5) }, { constants: nps })),
    { code: "wrong_type", index: 2, field: "id" },
  );
});

test("what cannot be meant is refused, not passed over", () => {
  const answer = { id: "1", kind: "nps", scaleMin: 0, scaleMax: 10, score: 9 };
  // The types refuse most of these; callers without them meet the error.
  const loose = /** @type {any} */ (kpi);
  /** @param {() => unknown} run */
  const code = (run) => {
    try {
      run();
    } catch (error) {
      return /** @type {kpi.KpiError} */ (error).code;
    }
    return null;
  };
  /** @param {any} data */
  const surveys = (data) => () => kpi.report({ kpis: ["nps"], surveys: data });
  assert.equal(code(surveys(Promise.resolve([answer]))), "bad_request");
  assert.equal(code(surveys(new Date())), "bad_request");
  assert.equal(code(() => new loose.Accumulator({ kpis: ["nps"] }, { track_ids: true })), "bad_request");
  assert.equal(code(() => new loose.Accumulator({ kpis: ["nps"] }).push({ survey: [answer] })), "bad_request");
  assert.equal(code(surveys(loose.table([answer], { colums: {} }))), "bad_request");
  assert.equal(code(() => loose.report({ kpis: ["nps"], surveys: [answer] }).pivot({ indx: "kpi" })), "bad_request");
  /** @param {any} channel */
  const column = (channel) => ({ id: ["1"], kind: ["nps"], scaleMin: [0], scaleMax: [10], score: [9], channel });
  assert.equal(code(surveys(column({ codes: new Int32Array([5]), words: ["x"] }))), "length_mismatch");
  assert.equal(code(surveys(column({ codes: new Int32Array([-1]), words: ["x"] }))), null);
  const score = { values: new Float64Array([9]), valid: new Uint8Array([1, 1]) };
  assert.equal(code(surveys({ ...column(["x"]), score })), "length_mismatch");
  // A value that is no field's cannot make a record bad.
  const odd = () => loose.report({ kpis: ["nps"], surveys: [{ ...answer, custom: { x: 1 } }], badRecords: "skip" });
  assert.equal(code(odd), "wrong_type");
});

test("a check lists every problem with its records", () => {
  const day = "2026-03-02T09:00:00Z";
  const short = (/** @type {kpi.Problem[]} */ problems) =>
    problems.map(({ field, code, count, examples }) => [field, code, count, examples.map(({ index }) => index)]);
  const tickets = [
    { id: "T1", createdAt: day, reopens: 0 },
    { id: "T2", createdAt: "yesterday", reopens: NaN },
    { id: "T3", createdAt: day, status: "solved", reopens: -1 },
    { id: "T4", createdAt: 5, reopens: "many" },
    { id: "T4", createdAt: day, custom: { deep: 1 } },
  ];
  const wanted = [
    ["reopens", "not_a_number", 2, [1, 3]],
    ["created_at", "bad_instant", 1, [1]],
    ["created_at", "wrong_type", 1, [3]],
    ["custom", "wrong_type", 1, [4]],
    ["id", "duplicate_id", 1, [4]],
    ["reopens", "negative", 1, [2]],
    ["status", "unknown_word", 1, [2]],
  ];
  const sorted = (/** @type {any[]} */ rows) => rows.map((row) => JSON.stringify(row)).sort();
  const problems = kpi.check({ tickets: /** @type {any} */ (tickets) });
  assert.deepEqual(sorted(short(problems)), sorted(wanted));
  assert.deepEqual(problems[0]?.examples[1], { index: 3, id: "T4", value: "many" });
  const first = problems.find(({ code }) => code === "bad_instant");
  assert.deepEqual([first?.record, first?.refused, first?.examples[0]?.value], ["ticket", true, "yesterday"]);
  const words = { ticket: { status: { solved: "resolved" } } };
  const doubts = kpi.check({ tickets: /** @type {any} */ (tickets.slice(2, 3)), words }).filter(({ refused }) => !refused);
  assert.deepEqual(short(doubts), [["resolved_at", "missing_field", 1, [0]]]);
});

test("a check of columns, and of several tables", () => {
  const typed = {
    id: ["1", "2", "3"],
    score: Float64Array.of(10, Infinity, 9.00001),
    submittedAt: [null, "soon", null],
    answer: Uint8Array.of(1, 0, 7),
    scaleMax: Int8Array.of(10, 10, 10),
  };
  const table = (/** @type {kpi.Columns} */ data) => kpi.table(data, { constants: { kind: "nps", scaleMin: 0 } });
  const more = table({ id: ["4"], score: Int8Array.of(11), scaleMax: Int8Array.of(10) });
  const problems = kpi.check({ surveys: [table(typed), more] });
  const short = problems.map(({ field, code, examples }) => [field, code, ...examples.map((found) => Object.values(found))]);
  assert.deepEqual(short.sort(), [
    ["answer", "wrong_type", [2, "3", "7"]],
    ["score", "not_a_number", [1, "2", "inf"]],
    ["score", "out_of_scale", [3, "4", "11"]],
    ["score", "too_fine", [2, "3", "9.00001"]],
    ["submitted_at", "bad_instant", [1, "2", "soon"]],
  ]);
  assert.deepEqual(kpi.check({}), []);
  const loose = /** @type {any} */ (kpi);
  assert.throws(() => loose.check({ survey: [] }), { code: "bad_request", field: "survey" });
  const flags = table({ id: typed.id, scaleMax: typed.scaleMax, answer: BigInt64Array.of(1n, 0n, 1n) });
  assert.equal(kpi.check({ surveys: flags }).find(({ field }) => field === "answer")?.count, 3);
  assert.throws(() => score(flags), { code: "wrong_type", field: "answer" });
});
