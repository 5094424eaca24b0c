// What a report is asked for, as the module takes it: names in snake_case, instants as text, zones as tables.
import { Calendar } from "./calendar.js";
import { snake } from "./case.js";
import { KpiError } from "./error.js";
import { fieldName, kinds } from "./names.js";
import { entries, named, plain } from "./plain.js";
import { zone } from "./zone.js";

/** @import { Bag } from "./plain.js" */

/**
 * @param {Bag} given
 * @returns {any}
 */
const parameters = (given) =>
  named(given, (value, name) => {
    if (name.endsWith("_by") && typeof value === "string") return fieldName(value);
    if (name === "fields" && Array.isArray(value)) return value.map((field) => fieldName(String(field)));
    if (name === "kpi_parameters" && typeof value === "object" && value !== null) return parameters(value);
    return plain(value);
  });

/** @param {string | Bag} ask */
function asked(ask) {
  if (typeof ask !== "object" || ask === null) return ask;
  return named(ask, (value, name) => {
    if (name === "parameters") return parameters(value);
    if (name === "anchor") return named(value, (field) => fieldName(String(field)));
    return value;
  });
}

/** @param {any} rules */
function zoneOf(rules) {
  if (typeof rules === "string") return zone(rules);
  const { transitions, ...rest } = named(rules);
  return { ...rest, transitions };
}

/**
 * A business calendar as the module takes it: zones as tables, the words of schedules as they are.
 * @param {any} given
 * @returns {any}
 */
export function calendarOf(given) {
  if (given instanceof Calendar) return given.given;
  if (typeof given !== "object" || given === null) return given;
  return named(given, (value, name) => {
    if (name === "zone") return zoneOf(value);
    if (name === "by") return fieldName(String(value));
    if (name === "otherwise") return calendarOf(value);
    if (name !== "schedules") return plain(value);
    return Object.fromEntries(entries(value).map(([word, schedule]) => [word, calendarOf(schedule)]));
  });
}

/**
 * An object by field; what is no object is refused by the module.
 * @param {any} given
 */
function byField(given) {
  if (typeof given !== "object" || given === null) return given;
  return Object.fromEntries(entries(given).map(([name, value]) => [fieldName(name), plain(value)]));
}

/**
 * SLA policies: a list, or an object that has it.
 * @param {any} given
 * @returns {any}
 */
function sla(given) {
  if (Array.isArray(given)) return { policies: given.map(policy) };
  if (typeof given !== "object" || given === null) return given;
  return named(given, (value) => (Array.isArray(value) ? value.map(policy) : plain(value)));
}

/** @param {any} given */
function policy(given) {
  if (typeof given !== "object" || given === null) return given;
  return named(given, (value, name) => {
    if (typeof value !== "object") return plain(value);
    return name === "when" ? byField(value) : named(value);
  });
}

/** How the parts of a request cross that are not plain. @type {Record<string, (value: any) => any>} */
const PARTS = {
  kpis: (kpis) => (Array.isArray(kpis) ? kpis : [kpis]).map(asked),
  window: (window) => named(window),
  zone: zoneOf,
  calendar: calendarOf,
  by: (by) => (Array.isArray(by) ? by : [by]).map((name) => fieldName(String(name))),
  words: (words) => named(words, byField),
  sla,
  filters: (filters) =>
    Array.from(filters, (filter) =>
      named(filter, (value, name) => (name === "field" ? fieldName(String(value)) : plain(value))),
    ),
};

/**
 * Splits what a caller gave into the request, the records by kind, and how they are read.
 * @param {Bag} given
 */
export function split(given) {
  if (typeof given !== "object" || given === null) {
    throw new KpiError({ code: "bad_request", text: "a request is an object such as {kpis: [\"nps\"], surveys}" });
  }
  const records = [];
  const rest = { ...given };
  for (const kind of kinds()) {
    for (const name of new Set([kind.plural, snake(kind.plural)])) {
      if (rest[name] != null) records.push({ kind, data: rest[name] });
      delete rest[name];
    }
  }
  const request = named(rest, (value, name) => (PARTS[name] ?? plain)(value));
  // Where no zone is named, an instant without an offset is an error.
  const reading = { zone: request.zone, unreadable: request.bad_records === "skip" ? "skip" : "refuse" };
  return { asked: { kpis: [], ...request }, reading, records };
}
