// The package in Node: all of it is there after the import.
import { load, loadSync } from "./load-node.js";

loadSync();

export * from "./api.js";
export { load };
