// Time zones from `Intl`: a table of every change of the offset, found through what the clock reads.
import { KpiError } from "./error.js";

/** @typedef {{ name: string, source: string, initial_offset: number, transitions: [string, number][] }} ZoneTable */

/** From 1840 to 2101: no zone has a rule of its own outside. In seconds. */
const FIRST = -4_102_444_800;
const LAST = 4_133_980_800;
/** Of the recorded spells that end in the offset before them, the shortest is Freetown's of four days in 1939. */
const STEP = 3 * 86_400;

/** @type {Map<string, ZoneTable>} */
const tables = new Map();

/** @param {string} name */
function clock(name) {
  try {
    return new Intl.DateTimeFormat("en-US-u-ca-iso8601-nu-latn", {
      timeZone: name,
      hourCycle: "h23",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      second: "numeric",
    });
  } catch {
    const text = `\`${name}\` is not a time zone that this machine knows; give an IANA name such as Europe/Berlin, UTC, or an offset such as +02:00`;
    throw new KpiError({ code: "bad_zone", field: "zone", text });
  }
}

/** What the module knows by itself: UTC and fixed offsets. */
const FIXED = /^(UTC|Z|[+-].*)$/;

/**
 * The zone as the module takes it: UTC and offsets as they are, an IANA name as its table.
 * @param {string} name
 * @returns {string | ZoneTable}
 */
export function zone(name) {
  if (FIXED.test(name)) return name;
  const cached = tables.get(name);
  if (cached) return cached;
  const reading = clock(name);
  /** @param {number} at */
  const offset = (at) => {
    const [year, month, day, hour, minute, second] = /** @type {number[]} */ (
      reading.format(at * 1000).match(/\d+/g)?.map(Number)
    );
    return Date.UTC(year ?? 0, (month ?? 0) - 1, day, hour, minute, second) / 1000 - at;
  };
  const initial = offset(FIRST);
  /** @type {[string, number][]} */
  const transitions = [];
  let current = initial;
  for (let at = FIRST; at < LAST; ) {
    const end = at + STEP;
    if (offset(end) === current) {
      at = end;
      continue;
    }
    // The first second with another offset; the search goes on from there.
    let [before, after] = [at, end];
    while (after - before > 1) {
      const middle = Math.floor((before + after) / 2);
      if (offset(middle) === current) before = middle;
      else after = middle;
    }
    at = after;
    current = offset(after);
    transitions.push([`${after}000000`, current]);
  }
  const version = globalThis.process?.versions?.tz;
  const source = version ? `Intl (IANA ${version})` : "Intl (browser)";
  const table = { name, source, initial_offset: initial, transitions };
  tables.set(name, table);
  return table;
}
