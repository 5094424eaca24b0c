// Everything that the formulas alone give, the same in a browser and in Node.
import { connect } from "./formula.js";
import { formula as native, version } from "./kpi_formulas_native.js";

connect(native);

export { KpiError } from "./error.js";
export { Figures } from "./figures.js";
export { formula } from "./formula.js";
export * from "./formulas.js";
export { version };
