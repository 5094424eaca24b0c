// The example page: figures from counts, and reports from survey answers, all computed here.
import * as kpi from "../../kpi-wasm/js/index.js";
import { parseCsv } from "./csv.js";

/** @import { Figure, KpiId, ReportRow } from "../../kpi-wasm/js/index.js" */
/** @typedef {{ value: number, from: number, to: number, unit: string }} Scale How a chart is drawn; `value` is where bars begin. */
/** @typedef {{ names: string[], rows: string[][] }} Csv */

/**
 * @template {Element} [E=HTMLElement]
 * @param {string} selector
 */
const $ = (selector) => {
  const found = document.querySelector(selector);
  if (!found) throw new Error(`the page has no ${selector}`);
  return /** @type {E} */ (found);
};

/**
 * @param {string} name
 * @param {string} [text]
 * @param {string} [className]
 */
function element(name, text = "", className = "") {
  const made = document.createElement(name);
  made.textContent = text;
  made.className = className;
  return made;
}

/** @param {number | null} number */
function shown(number) {
  if (number === null) return "–";
  const options = /** @type {const} */ ({ minimumFractionDigits: 1, maximumFractionDigits: 1, signDisplay: "negative" });
  return number.toLocaleString("en", options).replace("-", "−");
}

/** @param {string} word */
const words = (word) => word.replaceAll("_", " ");

/**
 * A bar from the scale's origin to the value, with the interval as a line over it.
 * @param {Pick<Figure, "number" | "lower" | "upper">} figure
 * @param {Scale} scale
 */
function bar({ number, lower, upper }, scale) {
  const x = (/** @type {number} */ value) => {
    const place = (100 * (value - scale.from)) / (scale.to - scale.from);
    return Math.min(Math.max(place, 0), 100);
  };
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 100 10");
  svg.setAttribute("preserveAspectRatio", "none");
  svg.setAttribute("role", "img");
  svg.setAttribute("aria-label", number === null ? "no value" : `${shown(number)} on a scale from ${scale.from} to ${scale.to}`);
  /** @type {(name: string, attributes: { [name: string]: string | number }) => void} */
  const draw = (name, attributes) => {
    const shape = document.createElementNS(svg.namespaceURI, name);
    for (const [key, value] of Object.entries(attributes)) shape.setAttribute(key, String(value));
    svg.append(shape);
  };
  draw("rect", { class: "axis", x: 0, y: 4.5, width: 100, height: 1 });
  draw("rect", { class: "axis", x: x(scale.value) - 0.15, y: 0, width: 0.3, height: 10 });
  if (number !== null) {
    const [start, end] = [x(Math.min(scale.value, number)), x(Math.max(scale.value, number))];
    draw("rect", { class: number < scale.value ? "bar below" : "bar", x: start, y: 1.5, width: end - start, height: 7 });
  }
  if (lower !== null && upper !== null) {
    draw("line", { class: "whisker", x1: x(lower), x2: x(upper), y1: 5, y2: 5 });
    for (const end of [lower, upper]) draw("line", { class: "whisker", x1: x(end), x2: x(end), y1: 3, y2: 7 });
  }
  return svg;
}

/**
 * A figure in large, with its interval.
 * @param {Element} place
 * @param {Pick<Figure, "value" | "number" | "lower" | "upper" | "sample" | "undefined">} figure
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

/** @param {unknown} error */
const message = (error) => (error instanceof Error ? error.message : String(error));

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
/** What a survey needs, or says of itself; any other column is a text to group by. */
const FIELDS = ["id", "kind", "score", "scale_min", "scale_max", "direction", "submitted_at"];
/** Columns with a meaning of their own that are no groups. */
const OTHERS = ["sent_at", "delivered_at", "weight", "answer"];

/** @type {Record<string, { kpi: KpiId, variant: string, kind: string }>} */
const MEASURES = {
  nps: { kpi: "nps", variant: "standard", kind: "nps" },
  csat: { kpi: "csat", variant: "top_two_boxes", kind: "csat" },
  csat_mean: { kpi: "csat", variant: "mean", kind: "csat" },
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
 * @param {Csv} csv
 */
function scaleOf(row, csv) {
  if (row.unit !== "score") return (row.kpi === "nps" ? FORMULAS.nps : FORMULAS.csat).scale;
  const column = (/** @type {string} */ name) => csv.names.map(fieldOf).indexOf(name);
  const kind = column("kind");
  const line = csv.rows.find((cells) => kind < 0 || cells[kind] === "csat");
  const [from = 0, to = 10] = ["scale_min", "scale_max"].map((name) => Number(line?.[column(name)] ?? control(name).value));
  return { value: from, from, to, unit: `from ${from} to ${to}` };
}

/**
 * @param {Element} place
 * @param {string} title
 * @param {[string, ReportRow][]} rows
 * @param {Scale} scale
 */
function showChart(place, title, rows, scale) {
  const list = element("dl", "", "chart");
  for (const [label, row] of rows) {
    const mark = element("dd", "", "mark");
    mark.append(bar(row, scale));
    const number = element("dd", shown(row.number), "number");
    number.append(" ", element("small", `n ${row.sample}`));
    number.title = row.value ?? words(row.undefined ?? "");
    list.append(element("dt", label), mark, number);
  }
  place.replaceChildren(element("h3", title), list);
}

/** @param {ReportRow} row */
function leftOut(row) {
  const list = element("ul", "", "chips");
  for (const [reason, n] of Object.entries(row.reasons)) list.append(element("li", `${n} ${words(reason)}`));
  return row.left_out === 0 ? [] : [element("p", `${row.left_out} left out:`, "quiet"), list];
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
  const scale = scaleOf(total, csv);
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
  showChart($("#groups"), `By ${words(by)}`, groups.map((row) => [/** @type {string} */ (row[by] ?? "unknown"), row]), scale);
  showChart($("#buckets"), `By ${bucket}`, buckets.map((row) => [row.bucket ?? "", row]), scale);
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
    const groups = fields.filter((name) => name !== "" && ![...FIELDS, ...OTHERS].includes(name));
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
  [control("from").value, control("to").value] = ["2026-01-01", "2026-04-01"];
  load(await answer.text(), "an invented company's first quarter of 2026");
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
useSample();
