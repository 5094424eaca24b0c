// Everything that the package gives, the same in a browser and in Node.
export * from "./core.js";
export * from "./formulas.js";
export * from "./measures.js";
