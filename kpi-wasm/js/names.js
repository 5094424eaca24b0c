// What is known of kinds of records and their fields.
import { camel } from "./case.js";
import { KINDS } from "./catalog.js";

/** @typedef {{ kind: string, plural: string, types: Map<string, string>, names: Map<string, string> }} Kind */

/** @type {Kind[] | undefined} */
let known;

/** Every kind of record: its fields' types, and their names by both ways of writing them. */
export function kinds() {
  known ??= KINDS.map((/** @type {{ kind: string, plural: string, fields: [string, string][] }} */ info) => ({
    kind: info.kind,
    plural: camel(info.plural),
    types: new Map(info.fields),
    names: new Map(info.fields.flatMap(([name]) => [[name, name], [camel(name), name]])),
  }));
  return /** @type {Kind[]} */ (known);
}

/**
 * The field of a name, of whichever kind has it; any other name is the caller's own and stays.
 * @param {string} name
 */
export function fieldName(name) {
  for (const { names } of kinds()) {
    const field = names.get(name);
    if (field !== undefined) return field;
  }
  return name;
}
