// Records on their way in: lists of objects and columns of typed arrays become tables of the module.
import { KpiError, call, onlyKnown } from "./error.js";
import { TableInput } from "./kpi_native.js";
import { instantText, isInstant } from "./time.js";
import { sent } from "./wire.js";

/** @import { Kind } from "./names.js" */
/** @import { TableOptions } from "./core.js" */
/** @typedef {{ [name: string]: any }} Bag */
/**
 * How records are read: the zone of instants without an offset, and what is done with a value that cannot be
 * read: `refuse` it, `skip` its record, or `note` it and take it as null.
 * @typedef {{ zone: any, unreadable: string }} Reading
 */

/** Records with what to know about them; made by `table`. */
export class Table {
  /**
   * @param {any} data
   * @param {TableOptions} options
   */
  constructor(data, options) {
    this.data = data;
    this.options = options;
  }
}

/** Objects that cross at a time. */
const ROWS = 4096;
/** A code that no dictionary has. */
const NULL = 0xffff_ffff;

/**
 * Tables of the module from what a caller gave for a kind; the caller of this frees them.
 * @param {Kind} kind
 * @param {any} given
 * @param {Reading} reading
 * @param {TableInput[]} tables
 */
export function addTables(kind, given, reading, tables) {
  const several = Array.isArray(given) && given.length > 0 && given.every((one) => one instanceof Table);
  for (const one of several ? given : [given]) {
    const { data, options } = one instanceof Table ? one : new Table(one, {});
    new Filler(kind, options, reading, tables).fill(data);
  }
}

class Filler {
  /**
   * @param {Kind} kind
   * @param {TableOptions} options
   * @param {Reading} reading
   * @param {TableInput[]} tables
   */
  constructor(kind, options, reading, tables) {
    onlyKnown(options, ["columns", "constants", "null"], "table");
    for (const [name, value] of Object.entries(options)) {
      if (value instanceof Map) {
        throw new KpiError({ code: "bad_request", text: "this option is a plain object, not a Map", field: name });
      }
    }
    this.kind = kind;
    this.reading = reading;
    this.tables = tables;
    this.options = options;
    this.nulls = new Map(
      Object.entries(options.null ?? {}).map(([name, codes]) => [this.field(name), new Set([codes].flat().map(String))]),
    );
    /** Fields by the names that came in; null for those to leave out. @type {Map<string, string | null>} */
    this.fields = new Map();
  }

  /** @param {string} name */
  field(name) {
    return this.kind.names.get(name) ?? name;
  }

  /**
   * The field that a column of the caller is; null if it is to be left out.
   * @param {string} column
   */
  of(column) {
    let field = this.fields.get(column);
    if (field === undefined) {
      const renamed = Object.hasOwn(this.options.columns ?? {}, column) ? this.options.columns?.[column] : column;
      field = renamed == null ? null : this.field(renamed);
      this.fields.set(column, field);
    }
    return field;
  }

  /** @param {string} field */
  type(field) {
    return this.kind.types.get(field) ?? "text";
  }

  /**
   * @param {string} code
   * @param {string} text
   * @param {string | null} [field]
   * @param {number | null} [index]
   */
  error(code, text, field = null, index = null) {
    return new KpiError({ code, text, field, index, record: this.kind.kind });
  }

  /** @param {number} length */
  open(length) {
    const table = call(() => new TableInput(this.kind.kind, length, ...sent(this.reading.zone), this.reading.unreadable));
    this.tables.push(table);
    return table;
  }

  /** @param {any} data */
  fill(data) {
    if (typeof data !== "object" || data === null || data instanceof Date) {
      throw this.error("bad_request", "records are a list of objects, or an object of columns");
    }
    if (typeof data.then === "function" || Symbol.asyncIterator in data) {
      throw this.error("bad_request", "the records are not there yet; await them, and give what comes");
    }
    const table = Symbol.iterator in data ? this.rows(this.open(0), data) : this.columns(data);
    const constants = Object.entries(this.options.constants ?? {}).filter(([, value]) => value != null);
    if (this.fields.size > 0) this.check(constants.map(([name]) => this.field(name)));
    for (const [name, value] of constants) {
      const field = this.field(name);
      const encoded = this.value(field, value, null);
      if (encoded instanceof KpiError) throw encoded;
      call(() => table.constant(field, ...sent(encoded)));
    }
  }

  /**
   * Whether every name of the options is there, and no field twice.
   * @param {string[]} constants
   */
  check(constants) {
    const missing = Object.keys(this.options.columns ?? {}).find((name) => !this.fields.has(name));
    if (missing !== undefined) {
      const text = `the data have no such column to map; they have ${[...this.fields.keys()].join(", ")}`;
      throw this.error("unknown_field", text, missing);
    }
    const fields = new Set(this.fields.values());
    const twice = constants.find((field) => fields.has(field));
    if (twice !== undefined) {
      throw this.error("bad_request", "a column and a constant are for this field; leave one out", twice);
    }
    const idle = [...this.nulls.keys()].find((field) => !fields.has(field) && !constants.includes(field));
    if (idle !== undefined) {
      throw this.error("unknown_field", "codes of null are named for a field that is not there", idle);
    }
  }

  /**
   * @param {TableInput} table
   * @param {Iterable<Bag>} rows
   * @param {boolean} [beside] Whether the rows are those of columns, from which bad ones are dropped.
   */
  rows(table, rows, beside = false) {
    /** @type {Bag[]} */
    let chunk = [];
    // What was found before a record is told before it, so that the module sees them in order.
    const send = () => {
      if (chunk.length === 0) return;
      const records = sent(chunk);
      call(() => (beside ? table.row(...records) : table.rows(...records)));
      chunk = [];
    };
    let index = 0;
    for (const row of rows) {
      if (typeof row !== "object" || row === null) {
        throw this.error("bad_request", `a record is an object of fields, and not ${show(row)}`, null, index);
      }
      /** @type {Bag} */
      const record = Object.create(null);
      /** @type {KpiError | undefined} */
      let bad;
      for (const column of Object.keys(row)) {
        const field = this.of(column);
        if (field === null) continue;
        if (field in record) throw this.error("bad_request", "the field is given twice", field, index);
        const value = this.value(field, row[column], index);
        if (value instanceof KpiError) {
          if (this.reading.unreadable === "note") {
            send();
            call(() => table.note(index, ...sent([field, value.code, value.text, show(row[column])])));
            continue;
          }
          // What is no field cannot make a record bad: such a value is an error of the table.
          if (!this.kind.types.has(field)) throw value;
          bad ??= value;
        }
        record[field] = value;
      }
      index += 1;
      if (bad) {
        if (this.reading.unreadable !== "skip") throw bad;
        send();
        table.skip(...sent([bad.field, bad.code, bad.text]));
        continue;
      }
      chunk.push(record);
      if (beside || chunk.length === ROWS) send();
    }
    send();
    return table;
  }

  /** @param {Bag} data */
  columns(data) {
    /** @type {Map<string, any>} */
    const columns = new Map();
    /** Columns that cross as records, by the caller's names. @type {Map<string, any[]>} */
    const lists = new Map();
    /** @type {number | undefined} */
    let length;
    for (const [column, values] of Object.entries(data)) {
      const field = this.of(column);
      if (field === null) continue;
      if (columns.has(field)) throw this.error("bad_request", "the field is given twice", field);
      const own = lengthOf(values);
      if (own === undefined) {
        const single = typeof values !== "object" || values instanceof Date;
        const text = single
          ? "the column is a single value; this looks like one record; put it into a list"
          : "a column is an array, a typed array, {codes, words} or {values, valid}";
        throw this.error("wrong_type", text, field);
      }
      length ??= own;
      if (own !== length) {
        throw this.error("length_mismatch", `the column does not have the table's ${length} values`, field);
      }
      const listed = Array.isArray(values) && !this.isWords(field, values);
      if (listed) lists.set(column, values);
      columns.set(field, listed ? null : values);
    }
    const only = columns.size === lists.size;
    const table = this.open(only ? 0 : (length ?? 0));
    for (const [field, values] of columns) {
      if (values !== null) this.column(table, field, values);
    }
    return lists.size > 0 ? this.rows(table, zip(lists, length ?? 0), !only && this.reading.unreadable === "skip") : table;
  }

  /**
   * @param {TableInput} table
   * @param {string} field
   * @param {any} column
   */
  column(table, field, column) {
    const nulls = this.nulls.get(field);
    if (Array.isArray(column)) {
      const { codes, words } = coded(column, nulls);
      table.codes(field, codes, ...sent(words));
      return;
    }
    if ("codes" in column) {
      const words = Array.from(column.words, (word) => (word == null || nulls?.has(word) ? "" : String(word)));
      const codes = Uint32Array.from(column.codes);
      const odd = codes.findIndex((code) => code >= words.length && code !== NULL);
      if (odd >= 0) {
        throw this.error("length_mismatch", `the dictionary has ${words.length} words; −1 is null`, field, odd);
      }
      table.codes(field, codes, ...sent(words));
      return;
    }
    const { values, valid } = ArrayBuffer.isView(column) ? { values: /** @type {any} */ (column), valid: undefined } : column;
    if (valid && valid.length !== values.length) {
      const text = `\`valid\` has ${valid.length} marks for ${values.length} values`;
      throw this.error("length_mismatch", text, field);
    }
    if (values instanceof BigInt64Array) {
      const known = nulls
        ? Uint8Array.from(values, (value, i) => (nulls.has(String(value)) ? 0 : (valid?.[i] ?? 1)))
        : valid;
      call(() => table.units(field, values, known));
      return;
    }
    let numbers = values instanceof Float64Array ? values : Float64Array.from(values);
    if (nulls || valid) {
      numbers = numbers.map((number, i) => (nulls?.has(String(number)) || valid?.[i] === 0 ? NaN : number));
    }
    call(() => table.numbers(field, numbers));
  }

  /**
   * Whether a list can cross as codes: a text field of texts alone.
   * @param {string} field
   * @param {any[]} values
   */
  isWords(field, values) {
    return this.type(field) === "text" && values.every((value) => value == null || typeof value === "string");
  }

  /**
   * A value as JSON takes it; a `KpiError` where it cannot be sent.
   * @param {string} field
   * @param {any} value
   * @param {number | null} index
   * @returns {unknown}
   */
  value(field, value, index) {
    if (value == null) return null;
    if (this.nulls.size > 0 && this.nulls.get(field)?.has(String(value))) return null;
    switch (typeof value) {
      case "string":
      case "boolean":
        return value;
      case "number":
        if (!Number.isFinite(value)) {
          const text = `${value} is not a number; use null for what is unknown`;
          return this.error("not_a_number", text, field, index);
        }
        if (this.type(field) === "instant") break;
        return value;
      case "bigint":
        if (this.type(field) === "instant") break;
        return String(value);
      case "object": {
        if (isInstant(value)) {
          const text = instantText(value);
          if (text !== undefined) return text;
          return this.error("bad_instant", "the Date is invalid; use null for what is unknown", field, index);
        }
        if (Array.isArray(value) && value.every((item) => typeof item === "string")) return value;
      }
    }
    const type = this.type(field);
    const wanted = type === "instant" ? "an instant: pass a Date, a Temporal.Instant or RFC 3339 text" : `a ${type}`;
    return this.error("wrong_type", `found ${show(value)}, expected ${wanted}`, field, index);
  }
}

/** @param {unknown} value */
function show(value) {
  if (typeof value === "object") return Array.isArray(value) ? "a list" : value === null ? "null" : "an object";
  return typeof value === "function" ? "a function" : String(value).slice(0, 60);
}

/**
 * How many values a column has; undefined for what is no column.
 * @param {any} column
 * @returns {number | undefined}
 */
function lengthOf(column) {
  if (Array.isArray(column) || isTyped(column)) return column.length;
  if (typeof column !== "object" || column === null) return undefined;
  if (isTyped(column.codes) && !/Float|Big/.test(column.codes.constructor.name)) return column.codes.length;
  return isTyped(column.values) ? column.values.length : undefined;
}

/**
 * Whether a value is a typed array of numbers that a column can be.
 * @param {any} value
 */
const isTyped = (value) =>
  ArrayBuffer.isView(value) && !(value instanceof DataView) && !(value instanceof BigUint64Array);

/**
 * Texts as codes of their own dictionary.
 * @param {(string | null | undefined)[]} texts
 * @param {Set<string> | undefined} nulls
 */
function coded(texts, nulls) {
  /** @type {Map<string, number>} */
  const words = new Map();
  const codes = new Uint32Array(texts.length).fill(NULL);
  texts.forEach((text, i) => {
    if (text == null || nulls?.has(text)) return;
    let code = words.get(text);
    if (code === undefined) words.set(text, (code = words.size));
    codes[i] = code;
  });
  return { codes, words: [...words.keys()] };
}

/**
 * Lists side by side as objects.
 * @param {Map<string, any[]>} lists
 * @param {number} length
 */
function* zip(lists, length) {
  for (let i = 0; i < length; i += 1) {
    /** @type {Bag} */
    const row = Object.create(null);
    for (const [field, values] of lists) row[field] = values[i];
    yield row;
  }
}
