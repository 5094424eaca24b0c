// The types of the package.
export * from "./core.js";
export * from "./formulas.js";
export * from "./measures.js";
export * from "./records.js";
