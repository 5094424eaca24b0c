// The module in a browser or a bundler: its two parts, fetched at the same time from beside this file.
import initialise, { restIsThere } from "./kpi_native.js";
import { REST, failed, imports } from "./rest.js";

/** @type {Promise<void> | undefined} */
let loading;
/** What browsers remember of a failure is not asked for again. @type {RequestCache} */
let cache = "default";

/** Brings all of the module, once for all who ask; after a failure whoever asks next tries again. */
export function load() {
  loading ??= join().catch((error) => {
    loading = undefined;
    cache = "reload";
    throw error;
  });
  return loading;
}

async function join() {
  const [first, rest] = await Promise.all([initialise(), fetched()]);
  try {
    await WebAssembly.instantiate(rest, imports(first));
  } catch (error) {
    throw failed(error);
  }
  restIsThere();
}

async function fetched() {
  try {
    const response = await fetch(REST, { cache });
    if (!response.ok) throw new Error(`${response.status} ${response.statusText}`);
    // What a server calls by another type can only be compiled once all of it has arrived.
    const streams = response.headers.get("content-type") === "application/wasm" && "compileStreaming" in WebAssembly;
    return await (streams ? WebAssembly.compileStreaming(response) : WebAssembly.compile(await response.arrayBuffer()));
  } catch (error) {
    throw failed(error);
  }
}
