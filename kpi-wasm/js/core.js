// The constant surface: formulas, reports, tables of records, zones and the catalogue.
import { recordNames, withTables } from "./accumulator.js";
import { call, onlyKnown } from "./error.js";
import { Figures } from "./figures.js";
import {
  Request,
  catalog as catalogBytes,
  check as checkBytes,
  formula as formulaBytes,
  presets as presetsBytes,
  report as reportBytes,
  version,
} from "./kpi_native.js";
import { Report } from "./report.js";
import { inputs as encode, named, split } from "./request.js";
import { Table } from "./table.js";
import { received, sent } from "./wire.js";

/** @import { CatalogEntry, CheckRequest, Preset, Problem, ReportRequest, TableOptions } from "./core.js" */

export { Accumulator, merge, partial } from "./accumulator.js";
export { KpiError } from "./error.js";
export { zone } from "./zone.js";
export { Figures, Report, Table, version };

/** @returns {CatalogEntry[]} */
export function catalog() {
  return received(call(catalogBytes));
}

/** @returns {Preset[]} */
export function presets() {
  return received(call(presetsBytes));
}

/**
 * @param {string} kpi
 * @param {string} variant
 * @param {{ [name: string]: unknown }} inputs
 * @param {{ [name: string]: unknown }} [parameters]
 * @param {number} [level]
 */
export function formula(kpi, variant, inputs, parameters = {}, level = 0.95) {
  const [given, set] = [sent(encode(inputs)), sent(named(parameters))];
  return Figures.from(received(call(() => formulaBytes(kpi, variant, ...given, ...set, level))));
}

/**
 * @param {string} kpi
 * @param {{ variant?: string, anchor?: Record<string, string>, [parameter: string]: unknown }} [options]
 */
export function ask(kpi, { variant, anchor, ...parameters } = {}) {
  return { kpi, variant, anchor, parameters };
}

/**
 * @param {unknown} data
 * @param {TableOptions} [options]
 */
export function table(data, options = {}) {
  return new Table(data, options);
}

/** @param {ReportRequest} given */
export function report(given) {
  return new Report(received(whole(split(given), reportBytes)));
}

/**
 * @param {CheckRequest} given
 * @returns {Problem[]}
 */
export function check(given) {
  onlyKnown(given, [...recordNames(), "words", "zone"], "a check");
  const parts = split(given);
  parts.reading.unreadable = "note";
  return received(whole(parts, checkBytes));
}

/**
 * What the module says of whole tables.
 * @param {ReturnType<typeof split>} parts
 * @param {typeof reportBytes} native
 */
function whole({ asked, ...records }, native) {
  const request = call(() => new Request(...sent(asked)));
  try {
    // The module takes the tables over, and frees them.
    return withTables(records, (tables) => call(() => native(request, tables.splice(0))));
  } finally {
    request.free();
  }
}
