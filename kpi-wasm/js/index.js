// The package in a browser or a bundler: all of it is there after the import.
import { load } from "./load.js";

await load();

export * from "./api.js";
export { load };
