// The types of the light module: those of the package.
export * from "./index.js";
