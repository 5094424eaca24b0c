// Formulas of the module that is loaded: the whole one, or the one that has nothing else.
import { call } from "./error.js";
import { Figures } from "./figures.js";
import { inputs as encode, named } from "./plain.js";
import { received, sent } from "./wire.js";

/** @typedef {typeof import("./kpi_native.js").formula} Native */

/** @type {Native} */
let native;

/**
 * Says which module computes.
 * @param {Native} formula
 */
export function connect(formula) {
  native = formula;
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
  return Figures.from(received(call(() => native(kpi, variant, ...given, ...set, level))));
}
