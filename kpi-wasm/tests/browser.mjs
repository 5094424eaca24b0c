// Real pages in headless Chromium: the package loads as it is, without a bundler, and gives the same digits.
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { delimiter, extname, join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";

import { chromium } from "playwright-core";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const TYPES = /** @type {Record<string, string>} */ ({
  ".css": "text/css",
  ".html": "text/html",
  ".js": "text/javascript",
  ".json": "application/json",
  ".mjs": "text/javascript",
  ".wasm": "application/wasm",
});

/** The Chromium to use: `CHROMIUM`, one on the path, or the one that playwright-core installed. */
function findChromium() {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  for (const name of ["chromium", "chromium-browser", "google-chrome"]) {
    for (const folder of (process.env.PATH ?? "").split(delimiter)) {
      if (existsSync(join(folder, name))) return join(folder, name);
    }
  }
  return chromium.executablePath();
}

/** @type {import("node:http").RequestListener} */
async function serve(request, response) {
  const { pathname } = new URL(request.url ?? "/", "http://localhost");
  try {
    // `pathname` is normalised, so that it cannot leave the folder.
    const body = await readFile(join(ROOT, decodeURIComponent(pathname)));
    response.writeHead(200, { "content-type": TYPES[extname(pathname)] ?? "text/plain" }).end(body);
  } catch {
    response.writeHead(404).end();
  }
}

const server = createServer(serve);
/** @type {import("playwright-core").Browser} */
let browser;
/** @type {string} */
let origin;
before(async () => {
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
  const address = server.address();
  assert(address !== null && typeof address === "object");
  origin = `http://127.0.0.1:${address.port}`;
  browser = await chromium.launch({
    executablePath: findChromium(),
    args: [
      "--headless",
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
});

after(async () => {
  await browser?.close();
  server.close();
});

/**
 * Opens a page and waits until something is so in it; what the page itself gets wrong fails.
 * @param {string} path
 * @param {string} condition
 */
async function open(path, condition) {
  const page = await browser.newPage();
  const failure = new Promise((_, reject) => {
    page.on("pageerror", reject);
    page.on("requestfailed", (request) => reject(new Error(`${request.url()} did not load`)));
    page.on("request", (request) => {
      if (!/^(data|blob):/.test(request.url()) && !request.url().startsWith(origin)) {
        reject(new Error(`${request.url()} is outside of the page's own files`));
      }
    });
  });
  await Promise.race([failure, page.goto(`${origin}${path}`).then(() => page.waitForFunction(condition))]);
  return page;
}

/**
 * The files that a page has loaded, by name.
 * @param {import("playwright-core").Page} page
 * @returns {Promise<string[]>}
 */
const loaded = (page) =>
  page.evaluate('performance.getEntriesByType("resource").map((one) => one.name.split("/").at(-1))');

const isModule = (/** @type {string} */ name) => name.endsWith(".wasm");

test("the module loads without a bundler and passes every conformance case", async () => {
  const page = await open("/kpi-wasm/tests/page.html", "globalThis.result !== undefined");
  const { version } = JSON.parse(await readFile(join(ROOT, "kpi-wasm/package.json"), "utf8"));
  assert.equal(await page.evaluate("kpi.version()"), version);
  const { cases, typed, failures } = /** @type {any} */ (await page.evaluate("result"));
  assert.deepEqual(failures, []);
  assert(cases > 2000 && typed > 1500, `${cases} cases, ${typed} as typed arrays`);
  assert.equal(await page.evaluate('kpi.zone("Europe/Berlin").transitions.at(-1)[1]'), 3600);
  assert.equal(await page.evaluate('kpi.zone("Europe/Berlin").source'), "Intl (browser)");
});

test("a page of formulas alone loads their module and no other", async () => {
  const page = await open("/kpi-wasm/tests/formulas.html", "globalThis.kpi !== undefined");
  assert.equal(await page.evaluate("kpi.nps(60, 25, 15).value"), "45");
  const names = await loaded(page);
  assert.deepEqual(names.filter(isModule), ["kpi_formulas_bg.wasm"]);
  assert(!names.includes("catalog.js") && !names.includes("core.js"), names.join(", "));
});

const openLight = () => open("/kpi-wasm/tests/light.html", "globalThis.kpi !== undefined");

test("a page of the light module fetches the rest when it is asked for, once", async () => {
  const page = await openLight();
  const score = "kpi.nps(60, 25, 15).value";
  const check = () => page.evaluate("(() => { try { return kpi.check({}); } catch (error) { return error.code; } })()");
  assert.deepEqual([await page.evaluate(score), await check()], ["45", "not_loaded"]);
  assert.deepEqual((await loaded(page)).filter(isModule), ["kpi_bg.wasm"]);
  await page.evaluate("Promise.all([kpi.load(), kpi.load()]).then(() => kpi.load())");
  assert.deepEqual((await loaded(page)).filter(isModule), ["kpi_bg.wasm", "kpi_rest_bg.wasm"]);
  assert.deepEqual([await page.evaluate(score), await check()], ["45", []]);
  // The package beside it takes what is there.
  assert(await page.evaluate('import("../js/index.js").then((whole) => whole.report === kpi.report)'));
  assert.equal((await loaded(page)).filter(isModule).length, 2);
});

test("the rest that does not come can be asked for again, and comes by any type", async () => {
  const page = await openLight();
  const rest = "**/kpi_rest_bg.wasm";
  const load = () => page.evaluate("kpi.load().then(() => null, ({ name, code, text }) => [name, code, text])");
  await page.route(rest, (route) => route.fulfill({ status: 404 }));
  const said = (await Promise.all([load(), load()])).map(([name, code, text]) => {
    assert.match(text, /kpi_rest_bg\.wasm did not load: 404 Not Found; /);
    return [name, code];
  });
  assert.deepEqual(said, Array(2).fill(["KpiError", "not_loaded"]));
  await page.unroute(rest);
  await page.route(rest, (route) => route.fulfill({ contentType: "text/html", body: "<!doctype html>" }));
  assert.match((await load())[2], /did not load: .*magic/);
  await page.unroute(rest);
  const path = join(ROOT, "kpi-wasm/js/kpi_rest_bg.wasm");
  await page.route(rest, (route) => route.fulfill({ contentType: "application/octet-stream", path }));
  assert.equal(await load(), null);
  assert.deepEqual(await page.evaluate("kpi.check({})"), []);
});

const openExample = () =>
  open("/examples/browser/index.html", "['#cards .big', '#total .big'].every((shown) => document.querySelector(shown))");

test("the example page shows the sample's half year", async () => {
  const page = await openExample();
  const parsed = async (/** @type {string} */ path) => JSON.parse(await readFile(join(ROOT, path), "utf8"));
  const [{ kpis }, { cases }] = [await parsed("docs/catalog.json"), await parsed("vectors/sample.json")];
  const cards = await page.locator("#cards .choice").all();
  assert.equal(cards.length, 8);
  for (const card of cards) {
    const id = await card.locator("input").getAttribute("value");
    const { variant } = kpis.find((/** @type {any} */ one) => one.id === id && one.default);
    const { expect } = cases.find((/** @type {any} */ one) => one.id === `sample-${id}-${variant}-half-year`);
    const { value } = expect.rows[0];
    assert.match((await card.locator(".big").getAttribute("title")) ?? "", new RegExp(`^exactly ${value} `), id ?? "");
  }
  const text = (/** @type {string} */ selector) => page.locator(selector).innerText();
  // As vectors/sample.json has them: 73,072.268817204 s in April; 127,591.965517241 s on social media.
  assert.match(await text("#cards .choice:has(:checked)"), /First response\s+11\sh\s31\smin\s+worst in April: 20\sh\s18\smin/);
  assert.match(await text("#detail .labels"), /Apr\s+20\.3\sh\s+May/);
  assert.match(await text("#detail .chart"), /social\s+35\sh\s27\smin n 580/);
  await page.locator("#cards .choice", { hasText: "Customers lost" }).click();
  assert.match(await text("#detail"), /^Customers lost: [^]*May\s+4\.8\s%[^]*By tier\s+bronze\s+14\.1\s% n 269/);
});

test("the example page computes what is typed and what is loaded", async () => {
  const page = await openExample();
  const text = (/** @type {string} */ selector) => page.locator(selector).innerText();
  const title = (/** @type {string} */ selector) => page.locator(selector).getAttribute("title");

  // 60 − 15 of 100, as the conformance case nps-formula-typical has it.
  assert.match(await text("#nps .result"), /^45\.0 from −100 to 100\s+between 29\.3 and 58\.0 with 95 % confidence, from 100 answers/);
  await page.fill("#nps [name=promoters]", "2");
  await page.fill("#nps [name=passives]", "0");
  await page.fill("#nps [name=detractors]", "1");
  assert.equal(await title("#nps .big"), "exactly 33.333333333");
  await page.fill("#nps [name=detractors]", "-1");
  assert.match(await text("#nps .result"), /negative/);
  await page.fill("#csat [name=satisfied]", "2206");
  await page.fill("#csat [name=answers]", "2688");
  assert.equal(await title("#csat .big"), "exactly 82.068452381");

  // The sample, as the conformance cases of sample.json have it.
  assert.equal(await title("#total .big"), "exactly 15.748031496");
  assert.match(await text("#total"), /2,907 left out:\s+273 unanswered\s+2,634 other kind/);
  await page.selectOption("#survey [name=measure]", "csat");
  assert.equal(await title("#total .big"), "exactly 70.906630582");
  assert.match(await text("#groups"), /chat\s+73\.9\s% n 211/);
  assert.match(await text("#buckets"), /2026-01[^]*2026-04\s+59\.5\s% n 158[^]*2026-06/);
  await page.selectOption("#survey [name=measure]", "csat_mean");
  assert.equal(await title("#total .big"), "exactly 3.813261164");

  // A file of one's own: ids, kind and scale are the page's.
  const csv = 'Score;Shop\r\n10;"A; first"\r\n9;B\r\n3;B\r\n;B\r\n';
  await page.setInputFiles("#file", { name: "own.csv", mimeType: "text/csv", buffer: Buffer.from(csv) });
  await page.selectOption("#survey [name=measure]", "nps");
  await page.selectOption("#survey [name=by]", "shop");
  assert.equal(await title("#total .big"), "exactly 33.333333333");
  assert.match(await text("#groups"), /A; first\s+100\.0 n 1\s+B\s+0\.0 n 2/);
  await page.locator("summary").click();
  await page.fill("#survey [name=csv]", "score\n10\n11\n");
  assert.match(await text("#error"), /survey 1, field `score`: .*out_of_scale/);
  await page.check("#survey [name=skip]");
  assert.match(await text("#total"), /^100\.0[^]*skipped: 1 out of scale/);
  const [download] = await Promise.all([page.waitForEvent("download"), page.click("#download")]);
  assert.match(await readFile(await download.path(), "utf8"), /^kpi,variant,figure,[^\n]*\r\nnps,standard,score,,,,100,/);
});
