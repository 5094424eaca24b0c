// The types of the light module: those of the package, and `load`.
export * from "./index.js";

/**
 * Brings what the light module does not have. It is fetched once, however often this is called; after a failure the
 * next call tries again. What was made before goes on.
 * @throws {KpiError} `not_loaded` where the file does not come.
 */
export declare function load(): Promise<void>;
