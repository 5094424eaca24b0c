// What a user writes in TypeScript; the compiler checks it, nobody runs it.
import * as kpi from "kpi-wasm";
import * as light from "kpi-wasm/light";
import type { Figures, KpiError, Leg, Preset, Problem, Report, ReportRow, Survey, Ticket } from "kpi-wasm";

export const version: string = kpi.version();
// @ts-expect-error: the version takes no argument
kpi.version(1);

// Formulas.
export const score: Figures = kpi.nps(60, 25n, 15, { level: 0.9 });
export const text: string | null = score.value;
export const float: number | null = score.get("promoter_share")?.number ?? null;
export const cost: Figures = kpi.costPerConversation("1234.50", 10, { currency: "EUR" });
export const grown: Figures = kpi.mrrGrowthRate("100", 10n, 0, "5", "2", "3", { currency: "EUR" });
kpi.firstResponseTime(Float64Array.of(60, 90));
kpi.interactionsPerTicket([0, 1n], { bands: [1, 2] });
kpi.csatMean([5, "4.5"], 1, 5);
kpi.formula("csat", "mean", { scores: [5, "4.5"], scaleMin: 1, scaleMax: 5 });
// @ts-expect-error: there is no such KPI
kpi.formula("loyalty", "", {});
// @ts-expect-error: detractors are missing
kpi.nps(1, 2);

// Records.
const survey: Survey = { id: "1", kind: "nps", scaleMin: 0, scaleMax: 10, score: 9, submittedAt: new Date(), shop: "A" };
const ticket: Ticket = { id: "1", createdAt: "2026-01-01T09:00:00Z", tags: ["vip"] };
export const temporal: Ticket = { id: "1", createdAt: { epochMilliseconds: 1_767_258_000_000 } };
// @ts-expect-error: an id is required
export const broken: Survey = { kind: "nps", scaleMin: 0, scaleMax: 10 };

const leg: Leg = { contact: "C", agent: "a", from: new Date(), to: new Date(), wrapUp: 10 };
// @ts-expect-error: a leg has an agent
export const nobody: Leg = { contact: "C", from: new Date(), to: new Date() };

// Reports.
export const report: Report = kpi.report({
  kpis: ["nps", kpi.ask("csat", { variant: "mean", kind: "csat", anchor: { survey: "submittedAt" } })],
  surveys: [survey],
  tickets: [ticket],
  window: { from: "2026-01-01", to: new Date() },
  bucket: "month",
  weekStart: "monday",
  zone: "Europe/Berlin",
  by: ["channel"],
  words: { ticket: { openedBy: { "E-Mail": "customer", "n/a": null } } },
  filters: [{ record: "survey", field: "channel", anyOf: ["email"] }],
  asOf: "2026-04-01",
  badRecords: "skip",
});
export const row: ReportRow = report.row("nps", "score", { channel: "email", bucket: "2026-01" });
export const exact: string | null = report.value("nps");
export const group: unknown = row["channel"];
export const missing: string | null = row.undefined;
export const wide: { [column: string]: unknown }[] = report.pivot({ index: "bucket", columns: ["kpi", "figure"] });
export const csv: string = report.toCsv();
export const overview: Report = kpi.report({ preset: "overview", surveys: [survey], contacts: [], legs: [leg] });
export const left: readonly { kpi: string; code: string }[] = overview.about.not_computed;
export const names: Preset[] = kpi.presets();
// @ts-expect-error: there is no such preset
kpi.report({ preset: "everything" });
// @ts-expect-error: a preset is for whole tables
new kpi.Accumulator({ preset: "overview" });
// @ts-expect-error: a measure is one KPI
kpi.measure.nps({ surveys: [survey], preset: "overview" });
// @ts-expect-error: a decade is no bucket
kpi.report({ kpis: ["nps"], surveys: [survey], bucket: "decade" });

// What is wrong with records.
export const problems: Problem[] = kpi.check({ surveys: [survey], words: { survey: { channel: { a: "b" } } }, zone: "UTC" });
export const first: string | null | undefined = problems[0]?.examples[0]?.id;
// @ts-expect-error: a check asks for no KPI
kpi.check({ surveys: [survey], kpis: ["nps"] });

// Event logs.
export const derived: kpi.Derived = kpi.derive({
  events: [{ ticket: "T1", at: new Date(), kind: "created" }],
  tickets: [{ id: "T1", tier: "gold" }],
  sla: [{ name: "gold", when: { tier: "gold" }, targets: { firstResponse: 3600 }, pauses: { resolution: ["pending"] } }],
});
export const spread: Report = kpi.report({ kpis: "first_response_time", ...derived });
export const opened: Date | undefined = derived.tickets.rows()[0]?.createdAt;
export const waited: number | null | undefined = derived.tickets.rows()[0]?.requesterWait;
export const finding: string | undefined = derived.findings[0]?.code;
// @ts-expect-error: there is no such promise
kpi.derive({ events: [], sla: [{ name: "gold", targets: { thirdResponse: 3600 } }] });
// @ts-expect-error: events are needed
kpi.derive({ tickets: [] });

// Business calendars.
export const office: kpi.Calendar = new kpi.Calendar({ zone: "UTC", hours: { monday: [["09:00", "17:00"]] } });
export const deadline: Date = office.deadline(new Date(), 3600);
kpi.report({ kpis: "first_response_time", tickets: [], calendar: office, clock: "business" });
// @ts-expect-error: a week has no such day
new kpi.Calendar({ hours: { mon: [["09:00", "17:00"]] } });

// Columns.
kpi.report({
  kpis: "nps",
  surveys: {
    id: ["1", "2"],
    channel: { codes: Int32Array.of(0, -1), words: ["email"] },
    score: Float64Array.of(9, NaN),
    submittedAt: { values: BigInt64Array.of(0n, 0n), valid: Uint8Array.of(1, 0) },
  },
});
kpi.measure.nps({
  surveys: kpi.table([{ no: 1, q2: 11 }], {
    columns: { no: "id", q2: "score" },
    constants: { kind: "nps", scaleMin: 0, scaleMax: 10 },
    null: { score: [11] },
  }),
});

// Accumulators.
const part = new kpi.Accumulator({ kpis: ["nps"] }, { trackIds: true });
part.push({ surveys: [survey] }).mergeBytes(part.toBytes());
export const merged: Report = kpi.merge({ kpis: ["nps"] }, [kpi.partial({ kpis: ["nps"], surveys: [survey] })]);
part.free();

// The light module.
export const same: Report = light.measure.nps({ surveys: [survey] });
export const loading: Promise<void> = light.load();
// @ts-expect-error: the rest is one
light.load("derive");
export const loaded: Promise<void> = kpi.load();

try {
  kpi.nps(-1, 0, 0);
} catch (error) {
  if (error instanceof kpi.KpiError) {
    const { code, record, index, field }: KpiError = error;
    console.log(code === "bad_input", record, index, field);
  }
}
