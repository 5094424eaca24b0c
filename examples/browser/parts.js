// What the sections of the page share: elements, numbers as people read them, bars with intervals.

/** @import { Figure, ReportRow } from "../../kpi-wasm/js/index.js" */
/** @typedef {{ value: number, from: number, to: number, unit: string }} Scale How a chart is drawn; `value` is where bars begin. */

/**
 * @template {Element} [E=HTMLElement]
 * @param {string} selector
 */
export const $ = (selector) => {
  const found = document.querySelector(selector);
  if (!found) throw new Error(`the page has no ${selector}`);
  return /** @type {E} */ (found);
};

/**
 * @param {string} name
 * @param {string} [text]
 * @param {string} [className]
 */
export function element(name, text = "", className = "") {
  const made = document.createElement(name);
  made.textContent = text;
  made.className = className;
  return made;
}

/**
 * @param {number} number
 * @param {number} digits
 */
export const decimal = (number, digits) =>
  number.toLocaleString("en", { minimumFractionDigits: digits, maximumFractionDigits: digits, signDisplay: "negative" }).replace("-", "−");

/** The units of a duration, in seconds, and from which length on each is used together with the next smaller one. */
const CLOCK = /** @type {const} */ ([
  { unit: "d", length: 86400, from: 2 * 86400 },
  { unit: "h", length: 3600, from: 3600 },
  { unit: "min", length: 60, from: 60 },
  { unit: "s", length: 1, from: 0 },
]);

/** A space at which no line ends. */
export const GAP = "\u00a0";

/** @param {number} seconds */
function duration(seconds) {
  const first = CLOCK.findIndex(({ from }) => Math.abs(seconds) >= from);
  const [large, small] = CLOCK.slice(first);
  if (!large || !small) return `${decimal(seconds, 0)}${GAP}s`;
  const whole = Math.round(seconds / small.length);
  const ratio = large.length / small.length;
  return [Math.trunc(whole / ratio), large.unit, whole % ratio, small.unit].join(GAP);
}

/**
 * A number as people read it.
 * @param {number | null} number
 * @param {string} [unit]
 */
export function shown(number, unit = "") {
  if (number === null) return "–";
  if (unit === "seconds") return duration(number);
  if (unit === "count") return decimal(number, 0);
  return `${decimal(number, 1)}${unit === "percent" ? `${GAP}%` : ""}`;
}

/** @param {string} word */
export const words = (word) => word.replaceAll("_", " ");

/** @param {unknown} error */
export const message = (error) => (error instanceof Error ? error.message : String(error));

/**
 * A drawing that is stretched to its place, and what draws in it.
 * @param {string} label What it shows, for those who do not see it.
 * @param {number} width
 * @param {number} height
 */
export function drawing(label, width, height) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", `0 0 ${width} ${height}`);
  svg.setAttribute("preserveAspectRatio", "none");
  svg.setAttribute("role", "img");
  svg.setAttribute("aria-label", label);
  /** @type {(name: string, attributes: { [name: string]: string | number }) => void} */
  const draw = (name, attributes) => {
    const shape = document.createElementNS(svg.namespaceURI, name);
    for (const [key, value] of Object.entries(attributes)) shape.setAttribute(key, String(value));
    svg.append(shape);
  };
  return { svg, draw };
}

/**
 * A bar from the scale's origin to the value, with the interval as a line over it.
 * @param {Pick<Figure, "number" | "lower" | "upper" | "unit">} figure
 * @param {Scale} scale
 */
export function bar({ number, lower, upper, unit }, scale) {
  const x = (/** @type {number} */ value) => {
    const place = (100 * (value - scale.from)) / (scale.to - scale.from || 1);
    return Math.min(Math.max(place, 0), 100);
  };
  const range = `on a scale from ${shown(scale.from, unit)} to ${shown(scale.to, unit)}`;
  const { svg, draw } = drawing(number === null ? "no value" : `${shown(number, unit)} ${range}`, 100, 10);
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
 * A bar for each row.
 * @param {Element} place
 * @param {string} title
 * @param {[string, ReportRow][]} rows
 * @param {Scale} scale
 */
export function showBars(place, title, rows, scale) {
  const list = element("dl", "", "chart");
  for (const [label, row] of rows) {
    const mark = element("dd", "", "mark");
    mark.append(bar(row, scale));
    const number = element("dd", shown(row.number, row.unit), "number");
    if (row.unit !== "count") number.append(" ", element("small", `n ${decimal(row.sample, 0)}`));
    number.title = row.value ?? words(row.undefined ?? "");
    list.append(element("dt", label), mark, number);
  }
  place.replaceChildren(element("h3", title), list);
}

/**
 * How many records were left out, by reason.
 * @param {ReportRow} row
 */
export function leftOut(row) {
  const list = element("ul", "", "chips");
  for (const [reason, n] of Object.entries(row.reasons)) list.append(element("li", `${decimal(n, 0)} ${words(reason)}`));
  return row.left_out === 0 ? [] : [element("p", `${decimal(row.left_out, 0)} left out:`, "quiet"), list];
}
