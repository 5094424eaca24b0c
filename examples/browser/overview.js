// The first section: half a year of an invented company, a card for each KPI, and the chosen one by month and by group.
import * as kpi from "../../kpi-wasm/js/index.js";
import { parseCsv } from "./csv.js";
import { $, GAP, decimal, drawing, element, leftOut, message, showBars, shown, words } from "./parts.js";

/** @import { KpiId, Report, ReportRow } from "../../kpi-wasm/js/index.js" */
/** @typedef {{ kpi: KpiId, name: string, says: string, by: string }} View */

const WINDOW = { from: "2026-01-01", to: "2026-07-01" };

/** @type {View[]} */
const VIEWS = [
  { kpi: "ticket_volume", name: "Tickets", says: "Tickets that came in.", by: "channel" },
  {
    kpi: "first_response_time",
    name: "First response",
    says: "From the question to the first reply by a person, on average.",
    by: "channel",
  },
  { kpi: "resolution_time", name: "Resolution", says: "From the question to its resolution, on average.", by: "channel" },
  {
    kpi: "first_contact_resolution_rate",
    name: "Resolved at first contact",
    says: "Cases that one reply, call or chat settled, and that did not come back within a week.",
    by: "channel",
  },
  { kpi: "reopen_rate", name: "Reopened", says: "Resolved tickets that customers opened again.", by: "channel" },
  {
    kpi: "abandonment_rate",
    name: "Hung up in the queue",
    says: "Calls and chats that ended before a person answered, without those that ended at once.",
    by: "channel",
  },
  { kpi: "csat", name: "Satisfied customers", says: "The two best of five answers.", by: "channel" },
  { kpi: "churn_rate", name: "Customers lost", says: "Of those who were there when the month, or the half year, began.", by: "tier" },
];

/** A KPI's headline, over everything, by month and by group. */
class Headline {
  /**
   * @param {View} view
   * @param {Report} report
   */
  constructor(view, report) {
    this.view = view;
    this.total = report.row(view.kpi);
    const rows = report.rows.filter(({ kpi, figure }) => kpi === view.kpi && figure === this.total.figure);
    this.months = rows.filter((row) => row.bucket !== null && row[view.by] === "(all)");
    // Channels that a KPI does not know have no value: nobody waits in a queue of letters.
    this.groups = rows.filter((row) => row.bucket === null && row[view.by] !== "(all)" && row.value !== null);
  }

  /** The month that stands out: the worst one, or the busiest where no direction is better. */
  remarkable() {
    const direction = kpi.catalog().find(({ id }) => id === this.view.kpi)?.direction;
    const sign = direction === "higher_is_better" ? -1 : 1;
    const known = this.months.filter(({ number }) => number !== null);
    const [first] = known.sort((a, b) => sign * ((b.number ?? 0) - (a.number ?? 0)));
    return { row: first, word: direction === "neutral" ? "most" : "worst" };
  }
}

/** @param {ReportRow} row */
const monthOf = (row, /** @type {"long" | "short"} */ month) => new Date(`${row.bucket}-15`).toLocaleDateString("en", { month });

/** @param {ReportRow} row */
function exactly(row) {
  if (row.value === null) return words(row.undefined ?? "");
  const interval = row.lower === null ? "" : `, between ${shown(row.lower, row.unit)} and ${shown(row.upper, row.unit)}`;
  return `exactly ${row.value} ${row.unit}${interval}`;
}

/**
 * Even steps that hold all values, from 0 where the smallest is not far from it.
 * @param {number[]} values
 */
function steps(values) {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const start = least >= 0 && least < most / 2 ? 0 : least;
  const rough = (most - start) / 3 || 1;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 2.5, 5].find((factor) => factor * power >= rough) ?? 10);
  const first = Math.floor(start / step);
  const count = Math.max(Math.ceil(most / step - 1e-9), first + 1) - first;
  return Array.from({ length: count + 1 }, (_, i) => (first + i) * step);
}

/**
 * A line through the months; with intervals where they are wanted.
 * @param {string} label
 * @param {ReportRow[]} rows
 * @param {number[]} scale
 * @param {{ intervals?: boolean, mark?: ReportRow | undefined }} [how]
 */
function line(label, rows, scale, { intervals = false, mark } = {}) {
  const [low = 0, high = 1] = [scale.at(0), scale.at(-1)];
  const { svg, draw } = drawing(label, 100, 100);
  const x = (/** @type {number} */ i) => (100 * (i + 0.5)) / rows.length;
  const y = (/** @type {number} */ value) => 100 - (100 * (value - low)) / (high - low);
  if (intervals) for (const tick of scale) draw("line", { class: "grid", x1: 0, x2: 100, y1: y(tick), y2: y(tick) });
  let path = "";
  for (const [i, { number, lower, upper }] of rows.entries()) {
    const before = i > 0 && rows[i - 1]?.number !== null;
    if (number !== null) path += `${before ? "L" : "M"}${x(i)} ${y(number)}`;
    if (intervals && lower !== null && upper !== null) {
      draw("line", { class: "whisker", x1: x(i), x2: x(i), y1: y(lower), y2: y(upper) });
      for (const end of [lower, upper]) draw("line", { class: "whisker", x1: x(i) - 0.7, x2: x(i) + 0.7, y1: y(end), y2: y(end) });
    }
  }
  draw("path", { class: "line", d: path });
  for (const [i, row] of rows.entries()) {
    // A line without a length is a dot that does not stretch.
    const dot = row === mark ? "dot marked" : "dot";
    if (row.number !== null && (intervals || row === mark)) draw("path", { class: dot, d: `M${x(i)} ${y(row.number)}h0` });
  }
  return svg;
}

/**
 * How many of a unit's seconds make the unit of a chart's numbers, and what that is called.
 * @param {ReportRow[]} rows
 * @returns {{ factor: number, unit: string }}
 */
function chartUnit(rows) {
  if (rows[0]?.unit === "percent") return { factor: 1, unit: `${GAP}%` };
  if (rows[0]?.unit !== "seconds") return { factor: 1, unit: "" };
  const most = Math.max(...rows.map(({ number }) => number ?? 0));
  if (most >= 2 * 86400) return { factor: 86400, unit: `${GAP}d` };
  if (most >= 2 * 3600) return { factor: 3600, unit: `${GAP}h` };
  return most >= 120 ? { factor: 60, unit: `${GAP}min` } : { factor: 1, unit: `${GAP}s` };
}

/** @param {Headline} headline */
function monthChart({ view, months }) {
  const { factor, unit } = chartUnit(months);
  const scaled = (/** @type {number | null} */ value) => (value === null ? null : value / factor);
  const rows = months.map((row) => ({ ...row, number: scaled(row.number), lower: scaled(row.lower), upper: scaled(row.upper) }));
  const scale = steps(rows.flatMap(({ number, lower, upper }) => [number, lower, upper]).filter((value) => value !== null));
  const place = element("div", "", "months");
  const ticks = element("ol", "", "ticks");
  const [first = 0, second = 1] = scale;
  const digits = Number.isInteger(second - first) ? 0 : 1;
  for (const tick of scale) ticks.append(element("li", `${decimal(tick, digits)}${unit}`));
  const labels = element("ol", "", "labels");
  for (const [i, row] of rows.entries()) {
    const label = element("li", monthOf(row, "short"));
    label.append(element("b", row.number === null ? "–" : `${decimal(row.number, row.unit === "count" ? 0 : 1)}${unit}`));
    label.title = months[i] ? exactly(months[i]) : "";
    labels.append(label);
  }
  place.append(ticks, line(`${view.name} by month`, rows, scale, { intervals: true }), labels);
  return place;
}

/** @param {Headline} headline */
function showDetail(headline) {
  const { view, total, groups } = headline;
  const most = Math.max(...groups.map(({ number, upper }) => upper ?? number ?? 0));
  const right = element("div");
  const named = groups.map((row) => /** @type {[string, ReportRow]} */ ([String(row[view.by] ?? "unknown"), row]));
  showBars(right, `By ${words(view.by)}`, named, { value: 0, from: 0, to: most, unit: "" });
  const left = element("div");
  left.append(element("h3", "By month"), monthChart(headline));
  const pair = element("div", "", "pair");
  pair.append(left, right);
  const title = element("h3", `${view.name}: `);
  title.append(element("span", view.says, "says"));
  $("#detail").replaceChildren(title, pair, ...leftOut(total));
}

/**
 * @param {Headline} headline
 * @param {boolean} chosen
 */
function card(headline, chosen) {
  const { view, total, months } = headline;
  const { row, word } = headline.remarkable();
  const label = element("label", "", "card choice");
  const input = /** @type {HTMLInputElement} */ (element("input"));
  Object.assign(input, { type: "radio", name: "view", value: view.kpi, checked: chosen });
  input.addEventListener("change", () => showDetail(headline));
  const big = element("span", shown(total.number, total.unit), "big");
  big.title = exactly(total);
  const numbers = months.map(({ number }) => number).filter((number) => number !== null);
  const note = row ? `${word} in ${monthOf(row, "long")}: ${shown(row.number, row.unit)}` : "";
  const [least, most] = [Math.min(...numbers), Math.max(...numbers)];
  const spark = line(`${view.name} by month`, months, [least, most > least ? most : least + 1], { mark: row });
  label.append(input, element("span", view.name, "name"), big, spark, element("span", note, "quiet"));
  return label;
}

/** @param {string} name */
async function columnsOf(name) {
  const answer = await fetch(`../sample/${name}.csv`);
  const { names, rows } = parseCsv(await answer.text());
  return Object.fromEntries(names.map((column, i) => [column, rows.map((row) => row[i] ?? "")]));
}

/** Reads the sample, and shows a card for each KPI. */
export async function showOverview() {
  try {
    const tables = ["tickets", "contacts", "surveys", "accounts"];
    const [tickets = {}, contacts = {}, surveys = {}, accounts = {}] = await Promise.all(tables.map(columnsOf));
    const reportBy = (/** @type {string} */ by) =>
      kpi.report({
        kpis: VIEWS.filter((view) => view.by === by).map(({ kpi }) => kpi),
        ...(by === "tier" ? { accounts } : { tickets, contacts, surveys }),
        window: WINDOW,
        bucket: "month",
        by,
      });
    const reports = new Map(["channel", "tier"].map((by) => [by, reportBy(by)]));
    const headlines = VIEWS.flatMap((view) => {
      const report = reports.get(view.by);
      return report ? [new Headline(view, report)] : [];
    });
    $("#cards").replaceChildren(...headlines.map((headline, i) => card(headline, i === 1)));
    const [, chosen] = headlines;
    if (chosen) showDetail(chosen);
  } catch (error) {
    $("#cards").replaceChildren(element("p", message(error), "error"));
  }
}
