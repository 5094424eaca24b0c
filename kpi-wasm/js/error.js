// The one error class, and the calls into the module that throw it.

/** @typedef {{ code: string, text: string, record?: string | null, index?: number | null, field?: string | null }} Parts */

export class KpiError extends Error {
  /** @param {Parts} parts */
  constructor({ code, text, record = null, index = null, field = null }) {
    const place = record === null ? "" : index === null ? `${record}, ` : `${record} ${index}, `;
    super(`${place}${field === null ? "" : `field \`${field}\`: `}${text} [${code}]`);
    this.name = "KpiError";
    this.code = code;
    this.record = record;
    this.index = index;
    this.field = field;
    this.text = text;
  }
}

/**
 * Calls into the module, which throws an error's parts as JSON text.
 * @template T
 * @param {() => T} native
 * @returns {T}
 */
export function call(native) {
  try {
    return native();
  } catch (thrown) {
    throw typeof thrown === "string" ? new KpiError(JSON.parse(thrown)) : thrown;
  }
}
