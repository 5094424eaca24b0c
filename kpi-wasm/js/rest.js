// The rest of the module: where it is, what it is joined to, and what is said where it does not come.
import { KpiError } from "./error.js";

/** Bundlers know this form. */
export const REST = new URL("kpi_rest_bg.wasm", import.meta.url);

/**
 * What the rest imports: all that the light part exports.
 * @param {import("./kpi_native.js").InitOutput} first
 */
export const imports = (first) => /** @type {WebAssembly.Imports} */ (/** @type {unknown} */ ({ __wasm_split: first }));

/** @param {unknown} reason */
export function failed(reason) {
  const said = reason instanceof Error ? reason.message : String(reason);
  const text = `${REST} did not load: ${said}; see that this file stands beside the others and is of the same build`;
  return new KpiError({ code: "not_loaded", text });
}
