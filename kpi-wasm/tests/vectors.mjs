// Runs conformance cases, in Node and in a page alike. `read` gives the text of a file of the repository.
import { kinds } from "../js/names.js";

/** @typedef {typeof import("../js/api.js")} Kpi */
/** @typedef {(path: string) => Promise<string>} Read */
/** @typedef {{ [name: string]: any }} Bag */

/** The files that have cases of KPIs. */
export const FILES = [
  "abandonment_rate",
  "account_linkage_rate",
  "agent_attrition_rate",
  "agent_rating",
  "answer_rate",
  "answer_time",
  "arrival_profile",
  "average_response_time",
  "backlog",
  "bot_containment_rate",
  "business_time",
  "canceled_requests",
  "churn_rate",
  "clearance_rate",
  "complaint_rate",
  "contact_rate",
  "contacts_per_hour",
  "conversion_rate",
  "cost_per_conversation",
  "cost_per_conversion",
  "cost_sharing",
  "cross_sell_rate",
  "csat",
  "customer_acquisition_cost",
  "customer_effort_score",
  "customer_lifetime_value",
  "customer_turnover",
  "deflection_rate",
  "dissatisfaction_with_organization",
  "employee_engagement",
  "employee_productivity",
  "escalation_rate",
  "first_contact_resolution_rate",
  "first_response_time",
  "first_response_within_target",
  "handle_time",
  "hold_time",
  "interactions_per_ticket",
  "issues_by_type",
  "knowledge_base_articles",
  "lost_customer_value",
  "most_active_agents",
  "mrr_growth_rate",
  "net_sentiment",
  "nps",
  "occupancy_rate",
  "overdue_response_rate",
  "positive_reviews",
  "quality_score",
  "record_completeness",
  "reopen_rate",
  "reopen_rate_within",
  "repeat_contact_rate",
  "repeat_purchase_rate",
  "report",
  "requests_processed",
  "required_agents",
  "resolution_time",
  "retention_rate",
  "sample",
  "self_service_completion_rate",
  "self_service_utilization",
  "service_level",
  "sla_attainment",
  "solo_resolution_rate",
  "support_cost_ratio",
  "survey_response_rate",
  "survival",
  "task_completion_rate",
  "ticket_volume",
  "tickets_resolved",
  "tickets_resolved_events",
  "time_in_status",
  "time_to_abandon",
  "top_agents",
  "touches_to_resolution",
  "transfer_time",
  "upsell_rate",
  "utilization",
  "wait_time",
];

/** The files of the sample, whose cells have no commas or quotes. */
const SAMPLE = {
  tickets: "tickets",
  contacts: "contacts",
  surveys: "surveys",
  accounts: "accounts",
  subscriptions: "subscriptions",
  conversions: "conversions",
  ledger: "ledgerEntries",
  agent_times: "agentTimes",
  agents: "agents",
  activities: "activities",
  employee_surveys: "employeeSurveys",
  sessions: "sessions",
  articles: "articles",
  reviews: "reviews",
  quality_reviews: "qualityReviews",
};

/** @param {string} name */
const camel = (name) => name.replace(/_(\w)/g, (_, letter) => letter.toUpperCase());

/** @param {Bag} bag */
const camelKeys = (bag) => Object.fromEntries(Object.entries(bag).map(([name, value]) => [camel(name), value]));

/**
 * Every case of a file.
 * @param {Read} read
 * @param {string} file
 * @returns {Promise<Bag[]>}
 */
export async function casesOf(read, file) {
  return JSON.parse(await read(`vectors/${file}.json`)).cases.filter((/** @type {Bag} */ one) => "kpi" in one);
}

/**
 * The sample's records by argument, as columns of typed arrays: it is many cases'.
 * @param {Read} read
 * @param {string} folder
 */
export async function sample(read, folder) {
  /** @type {Bag} */
  const records = {};
  for (const [file, argument] of Object.entries(SAMPLE)) {
    const types = kinds().find(({ plural }) => plural === argument)?.types ?? new Map();
    const [head = [], ...lines] = (await read(`${folder}/${file}.csv`)).trimEnd().split("\n").map((line) => line.split(","));
    const rows = lines.map((cells) =>
      Object.fromEntries(head.map((name, i) => [name, cellValue(types.get(name), cells[i] ?? "")])),
    );
    records[argument] = typedColumns(types, rows);
    if (records[argument] === undefined) throw new Error(`${file}.csv has a cell that is not of its field's type`);
  }
  return records;
}

/**
 * A cell as JSON would have it.
 * @param {string | undefined} type
 * @param {string} cell
 */
function cellValue(type, cell) {
  if (cell === "") return null;
  if (type === "flag") return cell === "true";
  return type === "duration" || type === "score" || type === "count" ? Number(cell) : cell;
}

/**
 * By kind of record, the columns that some KPI needs: an object may lack them, a table may not.
 * @param {Read} read
 */
export async function neededColumns(read) {
  // A reopening within so many days has an instant.
  const columns = new Map([["ticket", new Set(["first_reopened_at", "first_reopened_by_customer_at"])]]);
  for (const { records } of JSON.parse(await read("docs/catalog.json")).kpis) {
    for (const { kind, needs } of records) columns.set(kind, new Set([...(columns.get(kind) ?? []), ...needs]));
  }
  return columns;
}

/**
 * What a case gives: figures, a report, or an error's parts. Records are objects, or typed arrays where their columns
 * are named and they can be; undefined where they cannot.
 * @param {Kpi} kpi
 * @param {Bag} one
 * @param {{ typed?: Map<string, Set<string>>, sample?: Bag }} [how]
 */
export function run(kpi, one, how = {}) {
  try {
    if (one.formula) {
      const { inputs, parameters, level } = one.formula;
      return { figures: [...kpi.formula(one.kpi, one.variant, inputs, parameters, level)] };
    }
    /** @type {Bag} */
    const records = {};
    for (const [name, rows] of Object.entries(one.records ?? {})) {
      const kind = kinds().find(({ kind, plural }) => kind === name || plural === name);
      if (!kind) throw new Error(`${one.id}: there is no kind ${name}`);
      records[kind.plural] = how.typed ? typedColumns(kind.types, rows, how.typed.get(kind.kind)) : rows.map(camelKeys);
      if (records[kind.plural] === undefined) return undefined;
    }
    const kpis = [{ kpi: one.kpi, variant: one.variant }];
    if (one.records_from) Object.assign(records, how.sample);
    return { report: kpi.report(/** @type {any} */ ({ kpis, ...camelKeys(one.request ?? {}), ...records })) };
  } catch (error) {
    if (!(error instanceof kpi.KpiError)) throw error;
    const { code, record, index, field } = error;
    return { error: { code, record, index, field } };
  }
}

/**
 * Rows of a kind as columns of typed arrays; undefined where a value is not of its field's type.
 * @param {string} name
 * @param {Bag[]} rows
 */
export function columnsOf(name, rows) {
  return typedColumns(kinds().find(({ kind }) => kind === name)?.types ?? new Map(), rows);
}

/**
 * Rows as columns of typed arrays, those that are needed among them; undefined where a value is not of its field's type.
 * @param {Map<string, string>} types
 * @param {Bag[]} rows
 * @param {Iterable<string>} [needed]
 */
function typedColumns(types, rows, needed = []) {
  /** @type {Bag} */
  const columns = {};
  for (const name of new Set([...needed, ...rows.flatMap(Object.keys)])) {
    const values = rows.map((row) => row[name] ?? null);
    const column = typedColumn(types.get(name) ?? "text", values);
    if (column === undefined) return undefined;
    columns[camel(name)] = column;
  }
  return columns;
}

/**
 * @param {string} type
 * @param {any[]} values
 */
function typedColumn(type, values) {
  const all = (/** @type {(value: any) => boolean} */ test) => values.every((value) => value === null || test(value));
  switch (type) {
    case "instant": {
      const numbers = values.map((value) => (value === null ? NaN : milliseconds(value)));
      return numbers.includes(undefined) ? undefined : Float64Array.from(/** @type {number[]} */ (numbers));
    }
    case "duration":
    case "score":
    case "count":
      return all((value) => typeof value === "number")
        ? Float64Array.from(values, (value) => value ?? NaN)
        : undefined;
    case "flag":
      return all((value) => typeof value === "boolean")
        ? Uint8Array.from(values, (value) => (value === null ? 255 : Number(value)))
        : undefined;
    case "amount": {
      if (!all((value) => typeof value === "string" && /^-?\d{1,9}(\.\d{1,9})?$/.test(value))) return undefined;
      const valid = Uint8Array.from(values, (value) => (value === null ? 0 : 1));
      return { values: BigInt64Array.from(values, nanos), valid };
    }
    case "text": {
      if (!all((value) => typeof value === "string")) return undefined;
      const words = [...new Set(values.filter((value) => value !== null))];
      return { codes: Int32Array.from(values, (value) => words.indexOf(value)), words };
    }
    default:
      return values;
  }
}

/**
 * Milliseconds with their fraction; undefined for what is no instant with an offset.
 * @param {unknown} text
 */
function milliseconds(text) {
  const parts = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d:\d\d)(?:\.(\d{1,6}))?(Z|[+-]\d\d:\d\d)$/.exec(String(text));
  if (!parts) return undefined;
  const [, day = "", time = "", fraction = "", offset = ""] = parts;
  const whole = Date.parse(`${day}T${time}Z`);
  if (Number.isNaN(whole) || !new Date(whole).toISOString().startsWith(day)) return undefined;
  const digits = fraction.padEnd(6, "0");
  const ms = Date.parse(`${day}T${time}.${digits.slice(0, 3)}${offset}`);
  return Number(`${ms}.${ms < 0 ? "" : digits.slice(3)}`);
}

/** @param {string | null} text */
function nanos(text) {
  const [whole = "0", part = ""] = (text ?? "0").split(".");
  const digits = BigInt(`${whole.replace("-", "")}${part.padEnd(9, "0")}`);
  return whole.startsWith("-") ? -digits : digits;
}

/**
 * What is not as a case expects it. Only what it names is compared.
 * @param {Bag} expected
 * @param {Bag} found
 * @returns {string[]}
 */
export function compare(expected, found) {
  /** @type {string[]} */
  const complaints = [];
  const differ = (/** @type {string} */ what, /** @type {any} */ wanted, /** @type {any} */ got) =>
    complaints.push(`${what}: expected ${JSON.stringify(wanted)}, found ${JSON.stringify(got)}`);
  if (expected.error || found.error) {
    for (const [key, wanted] of Object.entries(expected.error ?? { code: undefined })) {
      if (found.error?.[key] !== wanted) differ(`error ${key}`, wanted, found.error);
    }
    return complaints;
  }
  if (found.figures) {
    for (const [name, wanted] of Object.entries(expected.figures ?? {})) {
      const figure = found.figures.find((/** @type {Bag} */ one) => one.figure === name);
      if (figure) compareRow(name, wanted, figure, differ);
      else differ(name, wanted, undefined);
    }
    return complaints;
  }
  const { about, rows } = found.report;
  for (const wanted of expected.rows ?? []) {
    const row = rows.find((/** @type {Bag} */ row) => isRow(wanted, row, about.by));
    if (row) compareRow(JSON.stringify(wanted), wanted, row, differ);
    else differ("row", wanted, undefined);
  }
  if (expected.row_count !== undefined && expected.row_count !== rows.length) {
    differ("row_count", expected.row_count, rows.length);
  }
  for (const [kind, counts] of Object.entries(expected.inputs ?? {})) {
    for (const [key, wanted] of Object.entries(counts)) {
      if (!same(wanted, about.inputs[kind]?.[key])) differ(`inputs ${kind} ${key}`, wanted, about.inputs[kind]?.[key]);
    }
  }
  return complaints;
}

/**
 * Whether a row is the wanted one; a dimension that is not named is the total over it.
 * @param {Bag} wanted
 * @param {Bag} row
 * @param {string[]} by
 */
function isRow(wanted, row, by) {
  return (
    ["kpi", "variant"].every((key) => !(key in wanted) || wanted[key] === row[key]) &&
    wanted.figure === row.figure &&
    (wanted.bucket ?? null) === row.bucket &&
    by.every((name) => row[name] === (wanted.group && name in wanted.group ? wanted.group[name] : "(all)"))
  );
}

/**
 * @param {string} what
 * @param {Bag} wanted
 * @param {Bag} row
 * @param {(what: string, wanted: any, got: any) => void} differ
 */
function compareRow(what, wanted, row, differ) {
  for (const [key, value] of Object.entries(wanted)) {
    if (["figure", "bucket", "group", "kpi", "variant"].includes(key)) continue;
    const found = key === "left_out" && typeof value === "object" ? row.reasons : row[key];
    const equal = ["value", "numerator", "denominator"].includes(key)
      ? decimal(found) === decimal(value)
      : ["lower", "upper", "approximate"].includes(key)
        ? close(found, value)
        : same(found, value);
    if (!equal) differ(`${what}: ${key}`, value, found);
  }
}

/**
 * Digits without what does not count.
 * @param {unknown} value
 */
function decimal(value) {
  if (value === null || value === undefined) return null;
  const text = String(value);
  return text.includes(".") ? text.replace(/\.?0+$/, "") : text;
}

/**
 * @param {number | null} found
 * @param {number | null} wanted
 */
function close(found, wanted) {
  if (found === null || wanted === null) return found === wanted;
  const gap = Math.abs(found - wanted);
  return gap <= 1e-9 * Math.abs(wanted) || gap < 1e-12;
}

/**
 * A value with its names in order, to be compared as text.
 * @param {any} value
 * @returns {any}
 */
export function sorted(value) {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map((name) => [name, sorted(value[name])]),
  );
}

/**
 * @param {unknown} a
 * @param {unknown} b
 */
const same = (a, b) => JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));

/**
 * Runs every case of every file: how many ran, how many ran again as typed arrays, and what was wrong.
 * @param {Kpi} kpi
 * @param {Read} read
 */
export async function runAll(kpi, read) {
  const [records, typed] = [await sample(read, "examples/sample"), await neededColumns(read)];
  const result = { cases: 0, typed: 0, failures: /** @type {string[]} */ ([]) };
  for (const file of FILES) {
    for (const one of await casesOf(read, file)) {
      result.cases += 1;
      const found = run(kpi, one, { sample: records });
      if (found) result.failures.push(...compare(one.expect, found).map((text) => `${one.id}: ${text}`));
      const again = one.records ? run(kpi, one, { typed }) : undefined;
      if (!again) continue;
      result.typed += 1;
      result.failures.push(...compare(one.expect, again).map((text) => `${one.id}, typed arrays: ${text}`));
    }
  }
  return result;
}
