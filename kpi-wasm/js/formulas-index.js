// The formulas alone, in a browser or a bundler: fetches their module, which stands beside this file.
import initialise from "./kpi_formulas_native.js";

await initialise();

export * from "./formulas-api.js";
