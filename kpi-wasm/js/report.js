// The report table, and its other forms.
import { CATALOG_VERSION } from "./catalog.js";
import { KpiError, onlyKnown } from "./error.js";
import { fieldName } from "./names.js";

/** @import { About, PivotOptions, ReportRow } from "./core.js" */

/** The mark of the total over a dimension. */
const ALL = "(all)";

export class Report {
  /** @param {{ about: Omit<About, "catalog">, rows: ReportRow[] }} parts */
  constructor({ about: { version, ...about }, rows }) {
    /** The catalogue's name is known here, since the light module has not the whole of it. @type {About} */
    this.about = { version, catalog: CATALOG_VERSION, ...about };
    this.rows = rows;
  }

  /**
   * One row: the KPI's first figure over everything, where nothing else is said.
   * @param {string} kpi
   * @param {string} [figure]
   * @param {{ variant?: string, bucket?: string | null, [dimension: string]: string | null | undefined }} [where]
   */
  row(kpi, figure, { variant, bucket = null, ...groups } = {}) {
    const { by } = this.about;
    const named = Object.fromEntries(Object.entries(groups).map(([name, group]) => [fieldName(name), group]));
    const strange = Object.keys(named).find((name) => !by.includes(name));
    if (strange !== undefined) {
      throw refusal("unknown_dimension", strange, `the report is not grouped by ${strange}`);
    }
    const found = this.rows.find(
      (row) =>
        row.kpi === kpi &&
        (figure === undefined || row.figure === figure) &&
        (variant === undefined || row.variant === variant) &&
        row.bucket === bucket &&
        by.every((name) => row[name] === (named[name] === undefined ? ALL : named[name])),
    );
    if (found) return found;
    const wanted = JSON.stringify({ kpi, figure, variant, bucket, ...named });
    throw refusal("bad_request", null, `the report has no row ${wanted}`);
  }

  /**
   * The exact value of one row, found as `row` does; null where it is undefined.
   * @param {Parameters<Report["row"]>} which
   */
  value(...which) {
    return this.row(...which).value;
  }

  /**
   * A wide form: one object per combination of `index`, with a property per combination of `columns`.
   * @param {PivotOptions} [options]
   */
  pivot(options = {}) {
    onlyKnown(options, ["index", "columns", "values"], "pivot");
    const { index, columns = "figure", values = "value" } = options;
    const across = [columns].flat();
    const keys = ["kpi", "variant", "figure", "bucket", ...this.about.by];
    const down = index === undefined ? keys.filter((name) => !across.includes(name)) : [index].flat();
    const [first] = this.rows;
    for (const name of [...down, ...across, values]) {
      if (first && !(name in first)) throw refusal("bad_request", name, "the report has no such column");
    }
    /** The new columns; every row of the result has them all. @type {Map<string, null>} */
    const labels = new Map();
    /** @type {Map<string, Map<string, unknown>>} */
    const lines = new Map();
    for (const row of this.rows) {
      const label = across.map((name) => text(name, row[name])).join(" / ");
      if (down.includes(label)) {
        throw refusal("bad_request", label, "a new column would be called as one of the index");
      }
      labels.set(label, null);
      const key = JSON.stringify(down.map((name) => row[name]));
      let line = lines.get(key);
      if (!line) lines.set(key, (line = new Map(down.map((name) => [name, row[name]]))));
      if (line.has(label)) {
        const rest = keys.filter((name) => !down.includes(name) && !across.includes(name)).join(", ");
        throw refusal("bad_request", null, `two rows fall into one cell; add some of ${rest} to index or columns`);
      }
      line.set(label, row[values]);
    }
    return [...lines.values()].map((line) => {
      const start = down.map((name) => /** @type {const} */ ([name, line.get(name)]));
      return Object.fromEntries([...start, ...labels, ...line]);
    });
  }

  /** The table as CSV (RFC 4180) with a header. */
  toCsv() {
    const [first] = this.rows;
    const lines = [first ? Object.keys(first) : [], ...this.rows.map(Object.values)];
    return lines.map((cells) => `${cells.map(cell).join(",")}\r\n`).join("");
  }
}

/**
 * @param {string} code
 * @param {string | null} field
 * @param {string} text
 */
const refusal = (code, field, text) => new KpiError({ code, field, text });

/**
 * The text of a key: the total over buckets and unknown groups have none of their own.
 * @param {string} column
 * @param {unknown} value
 */
const text = (column, value) => (value === null ? (column === "bucket" ? ALL : "(unknown)") : String(value));

/** @param {unknown} value */
function cell(value) {
  if (value === null) return "";
  if (typeof value === "number") return digits(value);
  if (typeof value === "object") return Object.entries(value).map(([reason, n]) => `${reason}=${n}`).join(";");
  const plain = String(value);
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}

/**
 * A number without an exponent, as the other languages write it.
 * @param {number} value
 */
function digits(value) {
  const text = Object.is(value, -0) ? "-0" : String(value);
  const [, sign, whole, part = "", power] = /^(-?)(\d)(?:\.(\d+))?e(.+)$/.exec(text) ?? [];
  if (power === undefined) return text;
  const shift = Number(power);
  const all = `${whole}${part}`;
  return shift < 0 ? `${sign}0.${all.padStart(all.length - shift - 1, "0")}` : `${sign}${all.padEnd(shift + 1, "0")}`;
}
