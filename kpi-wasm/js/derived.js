// What follows from a log of events: tables that a report takes, and what contradicts itself.
import { withTables } from "./accumulator.js";
import { camel } from "./case.js";
import { call, onlyKnown } from "./error.js";
import { Later } from "./kpi_native.js";
import { kinds } from "./names.js";
import { split } from "./request.js";
import { Table } from "./table.js";
import { received, sent } from "./wire.js";

/** @import { DeriveRequest, Finding } from "./core.js" */
/** @import { Kind } from "./names.js" */
/** @typedef {{ [name: string]: any }} Bag */

const OPTIONS = ["events", "tickets", "asOf", "calendar", "clock", "sla", "zone", "words", "badRecords"];

/** What a column is: `src/derive.rs` has the same order. */
const NUMBERS = 0;
const FLAGS = 1;
const TEXTS = 2;

/** @param {DeriveRequest} given */
export function derive(given) {
  onlyKnown(given, OPTIONS, "derive");
  const { asked, ...records } = split(given);
  const { kpis: _, ...options } = asked;
  const derivation = call(() => new Later("derivation", ...sent(options)));
  try {
    const about = withTables(records, (tables) => {
      // The module takes the tables over, and frees them.
      for (const table of tables.splice(0)) derivation.add(table);
      return call(() => derivation.call(...sent(null)));
    });
    const [tables, findings, inputs] = received(about);
    const made = tables.map((/** @type {any} */ [name, length, about], /** @type {number} */ i) => {
      const kind = /** @type {Kind} */ (kinds().find(({ kind }) => kind === name));
      const data = columns(kind, length, about, derivation.units(i), derivation.codes(i));
      return [kind.plural, new DerivedTable(kind, length, data)];
    });
    return new Derived(Object.fromEntries(made), findings, inputs);
  } finally {
    derivation.free();
  }
}

/**
 * Columns as a table takes them, by the names that JavaScript has for their fields.
 * @param {Kind} kind
 * @param {number} length
 * @param {[string, number, string[]][]} about Names, forms and words.
 * @param {BigInt64Array} units The numbers of all columns that have some.
 * @param {Uint32Array} codes What there is of all columns.
 */
function columns(kind, length, about, units, codes) {
  /** @type {Map<string, any>} */
  const columns = new Map();
  let numbers = 0;
  about.forEach(([name, form, words], i) => {
    const own = codes.slice(i * length, (i + 1) * length);
    /** @type {any} */
    let column;
    if (form === NUMBERS) {
      column = { values: units.slice(numbers, (numbers += length)), valid: Uint8Array.from(own) };
    } else if (form === FLAGS) {
      // The code of null ends in 255.
      column = Uint8Array.from(own);
    } else if (form === TEXTS) {
      column = { codes: own, words };
    } else {
      column = Array.from(own, (end, row) => words.slice(own[row - 1] ?? 0, end));
    }
    columns.set(name, column);
  });
  // Fields in their order, and then those of the caller's own.
  const names = [...new Set([...kind.types.keys(), ...columns.keys()])].filter((name) => columns.has(name));
  return Object.fromEntries(names.map((name) => [kind.types.has(name) ? camel(name) : name, columns.get(name)]));
}

/** What was derived; findings are not among what is spread into a request. */
class Derived {
  #findings;
  #inputs;

  /**
   * @param {Bag} tables
   * @param {Finding[]} findings
   * @param {[string, number, { [code: string]: number }][]} inputs
   */
  constructor(tables, findings, inputs) {
    Object.assign(this, tables);
    this.#findings = findings;
    this.#inputs = Object.fromEntries(inputs.map(([kind, records, skipped]) => [kind, { records, skipped }]));
  }

  get findings() {
    return this.#findings;
  }

  get inputs() {
    return this.#inputs;
  }
}

/** Records of one kind. */
class DerivedTable extends Table {
  #kind;

  /**
   * @param {Kind} kind
   * @param {number} length
   * @param {Bag} columns
   */
  constructor(kind, length, columns) {
    super(columns, {});
    this.#kind = kind;
    this.length = length;
  }

  get columns() {
    return this.data;
  }

  rows() {
    /** @type {Bag[]} */
    const rows = Array.from({ length: this.length }, () => ({}));
    for (const [name, column] of Object.entries(this.columns)) {
      const value = reader(this.#kind.types.get(this.#kind.names.get(name) ?? name) ?? "text", column);
      rows.forEach((row, i) => (row[name] = value(i)));
    }
    return rows;
  }
}

/**
 * The values of a column by row.
 * @param {string} type
 * @param {any} column
 * @returns {(row: number) => any}
 */
function reader(type, column) {
  if (Array.isArray(column)) return (row) => column[row];
  if (column instanceof Uint8Array) return (row) => (column[row] === 255 ? null : column[row] === 1);
  if ("codes" in column) return (row) => column.words[column.codes[row]] ?? null;
  const read = UNITS[type] ?? Number;
  return (row) => (column.valid[row] ? read(column.values[row]) : null);
}

/** Numbers from the integer units of their fields. @type {Record<string, (units: bigint) => unknown>} */
const UNITS = {
  instant: (micros) => new Date(Number(micros / 1000n)),
  duration: (micros) => Number(micros) / 1e6,
  score: (thousandths) => Number(thousandths) / 1000,
  amount: (nanos) => {
    const digits = String(nanos < 0n ? -nanos : nanos).padStart(10, "0");
    return `${nanos < 0n ? "-" : ""}${digits.slice(0, -9)}.${digits.slice(-9)}`.replace(/\.?0+$/, "");
  },
};
