// The constant surface: formulas, reports, tables of records, zones and the catalogue.
import { recordNames, withTables } from "./accumulator.js";
import { CATALOG, PRESETS } from "./catalog.js";
import { call, onlyKnown } from "./error.js";
import { Figures } from "./figures.js";
import { connect } from "./formula.js";
import { Later, Request, formula as native, version } from "./kpi_native.js";
import { inputs as encode } from "./plain.js";
import { Report } from "./report.js";
import { split } from "./request.js";
import { Table } from "./table.js";
import { received, sent } from "./wire.js";

/** @import { CatalogEntry, CheckRequest, LogRank, Preset, Problem, ReportRequest, Standing, Survival, TableOptions } from "./core.js" */

export { Accumulator, merge, partial } from "./accumulator.js";
export { Calendar } from "./calendar.js";
export { derive } from "./derived.js";
export { KpiError } from "./error.js";
export { formula } from "./formula.js";
export { zone } from "./zone.js";
export { Figures, Report, Table, version };

connect(native);

/** @returns {CatalogEntry[]} */
export function catalog() {
  return structuredClone(CATALOG);
}

/** @returns {Preset[]} */
export function presets() {
  return structuredClone(PRESETS);
}

/**
 * @param {readonly Survival[]} groups
 * @returns {LogRank | null}
 */
export function logRank(groups) {
  return answer("log_rank", Array.from(groups, encode));
}

/**
 * @param {string} kpi
 * @param {string} variant
 * @param {string} figure
 * @param {number | string} value
 * @param {string} [population]
 * @returns {Standing[]}
 */
export function standing(kpi, variant, figure, value, population) {
  const of = CATALOG.find((entry) => entry.id === kpi && (!variant || entry.variant === variant));
  const benchmarks = of?.benchmarks ?? [];
  return answer("standing", { kpi, variant, figure, value, population, benchmarks });
}

/**
 * What the module says of values alone.
 * @param {string} what
 * @param {any} given
 */
function answer(what, given) {
  const later = call(() => new Later(what, ...sent(given)));
  try {
    return received(call(() => later.call(...sent(null))));
  } finally {
    later.free();
  }
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
  const { asked, ...records } = split(given);
  const request = call(() => new Request(...sent(asked)));
  return new Report(received(whole(records, request, () => request.report())));
}

/**
 * @param {CheckRequest} given
 * @returns {Problem[]}
 */
export function check(given) {
  onlyKnown(given, [...recordNames(), "words", "zone"], "a check");
  const { asked, ...records } = split(given);
  records.reading.unreadable = "note";
  const checks = call(() => new Later("check", ...sent(asked)));
  return received(whole(records, checks, () => checks.call(...sent(null))));
}

/**
 * What the module says of whole tables.
 * @param {Omit<ReturnType<typeof split>, "asked">} records
 * @param {Request | Later} request
 * @param {() => Uint8Array} native
 */
function whole(records, request, native) {
  try {
    return withTables(records, (tables) => {
      // The request takes the tables over, and frees them.
      for (const table of tables.splice(0)) request.add(table);
      return call(native);
    });
  } finally {
    request.free();
  }
}
