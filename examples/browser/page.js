// The example page: half a year at a glance, figures from counts, and reports from survey answers, all computed here.
import * as kpi from "../../kpi-wasm/js/index.js";
import { parseCsv } from "./csv.js";
import { showOverview } from "./overview.js";
import { $, bar, element, leftOut, message, showBars, shown, words } from "./parts.js";

/** @import { Figure, KpiId, ReportRow } from "../../kpi-wasm/js/index.js" */
/** @import { Scale } from "./parts.js" */
/** @typedef {{ names: string[], rows: string[][] }} Csv */

/**
 * A figure in large, with its interval.
 * @param {Element} place
 * @param {Pick<Figure, "value" | "number" | "unit" | "lower" | "upper" | "sample" | "undefined">} figure
 * @param {Scale} scale
 */
function showFigure(place, figure, scale) {
  const big = element("div", shown(figure.number), "big");
  big.append(" ", element("span", scale.unit, "unit"));
  big.title = figure.value === null ? "" : `exactly ${figure.value}`;
  const { lower, upper, sample } = figure;
  const answers = `${sample.toLocaleString("en")} ${sample === 1 ? "answer" : "answers"}`;
  const interval =
    figure.number === null
      ? `no value: ${words(figure.undefined ?? "")}`
      : lower === null
        ? answers
        : `between ${shown(lower)} and ${shown(upper)} with 95 % confidence, from ${answers}`;
  place.replaceChildren(big, element("p", interval, "quiet"), bar(figure, scale));
}

/** @type {Record<"nps" | "csat", { scale: Scale, formula: (counts: Record<string, number>) => import("../../kpi-wasm/js/index.js").Figures }>} */
const FORMULAS = {
  nps: {
    scale: { value: 0, from: -100, to: 100, unit: "from −100 to 100" },
    formula: ({ promoters = NaN, passives = NaN, detractors = NaN }) => kpi.nps(promoters, passives, detractors),
  },
  csat: {
    scale: { value: 0, from: 0, to: 100, unit: "% satisfied" },
    formula: ({ satisfied = NaN, answers = NaN }) => kpi.csat(satisfied, answers),
  },
};

for (const [id, { scale, formula }] of Object.entries(FORMULAS)) {
  const form = /** @type {HTMLFormElement} */ ($(`#${id}`));
  const place = $(`#${id} .result`);
  const update = () => {
    const inputs = [...form.querySelectorAll("input")].map((input) => [input.name, input.valueAsNumber]);
    try {
      const [headline] = formula(Object.fromEntries(inputs));
      if (headline) showFigure(place, headline, scale);
    } catch (error) {
      place.replaceChildren(element("p", message(error), "error"));
    }
  };
  form.addEventListener("input", update);
  form.addEventListener("submit", (event) => event.preventDefault());
  update();
}

// Survey answers.

const form = /** @type {HTMLFormElement} */ ($("#survey"));
/** @param {string} name */
const control = (name) => /** @type {HTMLInputElement} */ (form.elements.namedItem(name));
/** What a survey needs, or says of itself. */
const FIELDS = ["id", "kind", "score", "scale_min", "scale_max", "direction", "submitted_at"];
/** Columns with a meaning of their own that are no groups. */
const OTHERS = ["sent_at", "delivered_at", "weight", "answer"];
/** A column with more words than this is no dimension. */
const MOST_GROUPS = 40;

/** @type {Record<string, { kpi: KpiId, variant: string, kind: string }>} */
const MEASURES = {
  nps: { kpi: "nps", variant: "standard", kind: "nps" },
  csat: { kpi: "csat", variant: "top_two_boxes", kind: "csat" },
  csat_mean: { kpi: "csat", variant: "mean", kind: "csat" },
  effort: { kpi: "customer_effort_score", variant: "share", kind: "ces" },
  agents: { kpi: "agent_rating", variant: "standard", kind: "agent" },
};

/** @param {string} name */
const fieldOf = (name) => name.trim().toLowerCase().replace(/[\s-]+/g, "_");

/**
 * The answers with what the file does not say: ids are line numbers, kind and scale come from the form.
 * @param {Csv} csv
 * @param {string} kind
 */
function surveysOf({ names, rows }, kind) {
  const fields = names.map(fieldOf);
  const missing = Object.entries({ kind, scaleMin: control("scale_min").value, scaleMax: control("scale_max").value });
  const constants = Object.fromEntries(missing.filter(([name]) => !fields.includes(fieldOf(name.replace(/(?=[A-Z])/, "_")))));
  const kept = fields.map((name) => name !== "" && !OTHERS.includes(name));
  const columns = fields.map((name, i) => [name, rows.map((row) => row[i] ?? "")]).filter((_, i) => kept[i]);
  const ids = fields.includes("id") ? [] : [["id", rows.map((_, i) => `line ${i + 2}`)]];
  return kpi.table(Object.fromEntries([...columns, ...ids]), { constants });
}

/**
 * @param {ReportRow} row
 * @param {string} kind
 * @param {Csv} csv
 */
function scaleOf(row, kind, csv) {
  if (row.kpi === "nps") return FORMULAS.nps.scale;
  if (row.unit !== "score") return { ...FORMULAS.csat.scale, unit: "%" };
  const column = (/** @type {string} */ name) => csv.names.map(fieldOf).indexOf(name);
  const line = csv.rows.find((cells) => column("kind") < 0 || cells[column("kind")] === kind);
  const [from = 0, to = 10] = ["scale_min", "scale_max"].map((name) => Number(line?.[column(name)] ?? control(name).value));
  return { value: from, from, to, unit: `from ${from} to ${to}` };
}

/** The last download's address, to be given back. */
let download = "";

/** @param {Csv} csv */
function showReport(csv) {
  const measure = MEASURES[control("measure").value];
  if (!measure) return;
  const { kind, ...asked } = measure;
  const [from, to] = [control("from").value, control("to").value];
  const by = control("by").value;
  const timed = csv.names.map(fieldOf).includes("submitted_at");
  const bucket = timed ? /** @type {"month" | "week" | ""} */ (control("bucket").value) : "";
  const report = kpi.report({
    kpis: asked,
    surveys: surveysOf(csv, kind),
    zone: control("zone").value,
    window: from && to ? { from, to } : undefined,
    bucket: bucket || undefined,
    by: by ? [by] : [],
    badRecords: control("skip").checked ? "skip" : "refuse",
  });
  const total = report.row(measure.kpi);
  const scale = scaleOf(total, kind, csv);
  const rows = report.rows.filter(({ figure }) => figure === total.figure);
  showFigure($("#total"), total, scale);
  $("#total").append(...leftOut(total));
  const skipped = Object.entries(report.about.inputs.survey?.skipped ?? {});
  if (skipped.length > 0) {
    const codes = skipped.map(([code, n]) => `${n} ${words(code)}`).join(", ");
    $("#total").append(element("p", `skipped: ${codes}`, "quiet"));
  }
  const groups = rows.filter((row) => row.bucket === null && (!by || row[by] !== "(all)"));
  const buckets = rows.filter((row) => row.bucket !== null && (!by || row[by] === "(all)"));
  $("#groups").hidden = !by;
  $("#buckets").hidden = !bucket;
  showBars($("#groups"), `By ${words(by)}`, groups.map((row) => [/** @type {string} */ (row[by] ?? "unknown"), row]), scale);
  showBars($("#buckets"), `By ${bucket}`, buckets.map((row) => [row.bucket ?? "", row]), scale);
  URL.revokeObjectURL(download);
  download = URL.createObjectURL(new Blob([report.toCsv()], { type: "text/csv" }));
  /** @type {HTMLAnchorElement} */ ($("#download")).href = download;
}

function update() {
  const error = $("#error");
  try {
    const csv = parseCsv(control("csv").value);
    const fields = csv.names.map(fieldOf);
    for (const label of form.querySelectorAll("label")) {
      const { ifMissing } = label.dataset;
      if (ifMissing) label.hidden = fields.includes(ifMissing);
    }
    const few = (/** @type {number} */ column) => new Set(csv.rows.map((row) => row[column])).size <= MOST_GROUPS;
    const groups = fields.filter((name, i) => name !== "" && ![...FIELDS, ...OTHERS].includes(name) && few(i));
    const by = control("by");
    const chosen = groups.includes(by.value) ? by.value : groups.includes("channel") ? "channel" : "";
    if ([...by.querySelectorAll("option")].map(({ value }) => value).join() !== ["", ...groups].join()) {
      by.replaceChildren(...["", ...groups].map((name) => new Option(name ? words(name) : "nothing", name)));
      by.value = chosen;
    }
    $("#report").hidden = csv.rows.length === 0;
    error.hidden = true;
    if (csv.rows.length > 0) showReport(csv);
  } catch (thrown) {
    $("#report").hidden = true;
    error.hidden = false;
    error.textContent = message(thrown);
  }
}

/**
 * @param {string} text
 * @param {string} source
 */
function load(text, source) {
  control("csv").value = text;
  $("#source").textContent = source;
  update();
}

async function useSample() {
  const answer = await fetch("../sample/surveys.csv");
  [control("from").value, control("to").value] = ["2026-01-01", "2026-07-01"];
  load(await answer.text(), "an invented company's first half of 2026");
}

const zones = new Set(["UTC", Intl.DateTimeFormat().resolvedOptions().timeZone, "Europe/Berlin", "America/New_York", "Asia/Kolkata"]);
control("zone").replaceChildren(...[...zones].map((name) => new Option(name)));
form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("input", (event) => {
  if (event.target !== $("#file")) update();
});
$("#sample").addEventListener("click", useSample);
$("#file").addEventListener("change", async (event) => {
  const [file] = /** @type {HTMLInputElement} */ (event.target).files ?? [];
  if (!file) return;
  control("from").value = control("to").value = "";
  load(await file.text(), file.name);
});

/** @type {HTMLOutputElement} */ ($("#version")).value = kpi.version();
showOverview().then(useSample);
