// The types of the package.
export * from "./core.js";
export * from "./functions.js";
export * from "./records.js";
