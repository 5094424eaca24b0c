// The package in Node: reads the module that stands beside this file, since Node 20 fetches no files.
import { readFileSync } from "node:fs";

import { initSync } from "./kpi_native.js";

initSync({ module: readFileSync(new URL("kpi_bg.wasm", import.meta.url)) });

export * from "./api.js";
