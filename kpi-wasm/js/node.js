// The package in Node: all of it is there after the import.
import { loadSync } from "./load-node.js";

loadSync();

export * from "./api.js";
