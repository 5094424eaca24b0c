// The formulas alone, in Node: reads their module, which stands beside this file, since Node 20 fetches no files.
import { readFileSync } from "node:fs";

import { initSync } from "./kpi_formulas_native.js";

initSync({ module: readFileSync(new URL("kpi_formulas_bg.wasm", import.meta.url)) });

export * from "./formulas-api.js";
