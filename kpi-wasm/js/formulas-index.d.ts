// The types of the formulas alone.
export { Figures, KpiError, formula, version } from "./core.js";
export type { Figure } from "./core.js";
export * from "./formulas.js";
