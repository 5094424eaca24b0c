// A report in the making.
import { snake } from "./case.js";
import { KpiError, call, onlyKnown } from "./error.js";
import { kinds } from "./names.js";
import { Accumulator as Native, Request } from "./kpi_native.js";
import { Report } from "./report.js";
import { split } from "./request.js";
import { addTables } from "./table.js";
import { received, sent } from "./wire.js";

/** @import { AccumulatorRequest } from "./core.js" */
/** @import { Records } from "./records.js" */
/** @import { Reading } from "./table.js" */

export class Accumulator {
  /** @type {Native | null} */
  #native;
  /** @type {Reading} */
  #reading;

  /**
   * @param {AccumulatorRequest} request
   * @param {{ trackIds?: boolean }} [options]
   */
  constructor(request, options = {}) {
    onlyKnown(options, ["trackIds"], "an accumulator");
    const { trackIds = false } = options;
    const { asked, reading, records } = split(request);
    this.#reading = reading;
    if (records.length > 0) {
      throw new KpiError({ code: "bad_request", text: "an accumulator takes records through `push`" });
    }
    const made = call(() => new Request(...sent(asked)));
    try {
      this.#native = call(() => new Native(made, trackIds));
    } finally {
      made.free();
    }
  }

  get #open() {
    if (this.#native) return this.#native;
    throw new KpiError({ code: "bad_request", text: "the accumulator was freed" });
  }

  /** @param {Records} given */
  push(given) {
    const native = this.#open;
    onlyKnown(given, recordNames(), "push");
    withTables({ reading: this.#reading, records: split(given).records }, (tables) => {
      for (const table of tables) call(() => native.push(table));
    });
    return this;
  }

  /** @param {Accumulator} other */
  merge(other) {
    withOther(this.#open, other.#open, (own, part) => own.merge(part));
    return this;
  }

  /** @param {Accumulator} other */
  unmerge(other) {
    withOther(this.#open, other.#open, (own, part) => own.unmerge(part));
    return this;
  }

  /** @param {Uint8Array} bytes */
  mergeBytes(bytes) {
    const native = this.#open;
    call(() => native.mergeBytes(bytes));
    return this;
  }

  /** @returns {Uint8Array} */
  toBytes() {
    const native = this.#open;
    return call(() => native.toBytes());
  }

  report() {
    const native = this.#open;
    return new Report(received(call(() => native.report())));
  }

  free() {
    this.#native?.free();
    this.#native = null;
  }
}

/** The names under which records of any kind are given. */
export function recordNames() {
  return [...new Set(kinds().flatMap(({ plural }) => [plural, snake(plural)]))];
}

/**
 * @param {AccumulatorRequest & Records} given
 * @returns {Uint8Array}
 */
export function partial(given) {
  const names = recordNames();
  /** @param {boolean} records */
  const part = (records) => Object.fromEntries(Object.entries(given).filter(([name]) => names.includes(name) === records));
  const accumulator = new Accumulator(/** @type {AccumulatorRequest} */ (part(false)));
  try {
    return accumulator.push(part(true)).toBytes();
  } finally {
    accumulator.free();
  }
}

/**
 * @param {AccumulatorRequest} request
 * @param {Iterable<Uint8Array>} parts
 */
export function merge(request, parts) {
  const accumulator = new Accumulator(request);
  try {
    for (const part of parts) accumulator.mergeBytes(part);
    return accumulator.report();
  } finally {
    accumulator.free();
  }
}

/**
 * The module cannot borrow one object twice, so that an accumulator meets itself as a copy.
 * @param {Native} own
 * @param {Native} other
 * @param {(own: Native, part: Native) => void} action
 */
function withOther(own, other, action) {
  const part = own === other ? call(() => own.copy()) : other;
  try {
    call(() => action(own, part));
  } finally {
    if (part !== other) part.free();
  }
}

/**
 * Makes tables of records, and frees those that were not handed over.
 * @template T
 * @param {Pick<ReturnType<typeof split>, "records" | "reading">} given
 * @param {(tables: import("./kpi_native.js").TableInput[]) => T} action
 * @returns {T}
 */
export function withTables({ records, reading }, action) {
  /** @type {import("./kpi_native.js").TableInput[]} */
  const tables = [];
  try {
    for (const { kind, data } of records) addTables(kind, data, reading, tables);
    return action(tables);
  } finally {
    for (const table of tables) table.free();
  }
}
