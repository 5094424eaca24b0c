// The light module in Node; `load` brings the rest.
export * from "./api.js";
export { load } from "./load-node.js";
