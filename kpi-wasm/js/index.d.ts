// The types of the package.
export * from "./core.js";
export * from "./formulas.js";
export * from "./measures.js";
export * from "./records.js";

/**
 * Brings what the light module does not have; with `kpi-wasm` it is there already. It is fetched once, however often this
 * is called; after a failure the next call tries again. What was made before goes on.
 * @throws {KpiError} `not_loaded` where the file does not come, or is of another build.
 */
export declare function load(): Promise<void>;
