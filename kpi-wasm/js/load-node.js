// The module in Node: its two parts, read from beside this file, since Node 20 fetches no files.
import { readFileSync } from "node:fs";

import { initSync, restIsThere } from "./kpi_native.js";
import { REST, failed, imports } from "./rest.js";

const first = initSync({ module: readFileSync(new URL("kpi_bg.wasm", import.meta.url)) });

let there = false;

/** Brings the rest, once; that takes few milliseconds. */
export function loadSync() {
  if (there) return;
  try {
    new WebAssembly.Instance(new WebAssembly.Module(readFileSync(REST)), imports(first));
  } catch (error) {
    throw failed(error);
  }
  restIsThere();
  there = true;
}

export async function load() {
  loadSync();
}
