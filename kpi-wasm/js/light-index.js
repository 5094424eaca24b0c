// The light module in a browser or a bundler; `load` brings the rest.
import initialise from "./kpi_native.js";

await initialise();

export * from "./api.js";
export { load } from "./load.js";
