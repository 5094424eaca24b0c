// The package in a browser or a bundler: fetches the module that stands beside this file.
import initialise from "./kpi_native.js";

await initialise();

export * from "./api.js";
