// Values as the module takes them: names in snake_case, instants and what is no JSON as text.
import { snake } from "./case.js";
import { KpiError } from "./error.js";
import { instantText, isInstant } from "./time.js";

/** @typedef {{ [name: string]: any }} Bag */

/**
 * What is in an object. A Map would look empty.
 * @param {Bag} given
 */
export function entries(given) {
  if (given instanceof Map) throw new KpiError({ code: "bad_request", text: "give a plain object, not a Map" });
  return Object.entries(given);
}

/**
 * A value without the types that do not cross.
 * @param {any} value
 * @returns {any}
 */
export function plain(value) {
  if (typeof value === "bigint" || (typeof value === "number" && !Number.isFinite(value))) return String(value);
  if (typeof value !== "object" || value === null) return value;
  if (isInstant(value)) return instantText(value) ?? "Invalid Date";
  if (ArrayBuffer.isView(value)) return Array.from(/** @type {any} */ (value), plain);
  if (Array.isArray(value)) return value.map(plain);
  return Object.fromEntries(entries(value).map(([name, item]) => [name, plain(item)]));
}

/**
 * An object with its names in snake_case; what is null or undefined is left out.
 * @param {Bag} given
 * @param {(value: any, name: string) => any} [change]
 */
export function named(given, change = plain) {
  const kept = entries(given).filter(([, value]) => value != null);
  return Object.fromEntries(kept.map(([name, value]) => [snake(name), change(value, snake(name))]));
}

/**
 * A formula's inputs; what is no number or text is refused by the formula.
 * @param {Bag} given
 */
export function inputs(given) {
  const kept = Object.entries(given).filter(([, value]) => value !== undefined);
  const isList = (/** @type {any} */ value) => Array.isArray(value) || ArrayBuffer.isView(value);
  const isPlain = (/** @type {any} */ value) => ["number", "bigint", "string"].includes(typeof value) || isList(value);
  return Object.fromEntries(kept.map(([name, value]) => [snake(name), isPlain(value) ? plain(value) : value === null ? "null" : typeof value]));
}
