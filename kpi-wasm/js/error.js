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
 * Refuses a name that means nothing, so that a misspelt one is not passed over.
 * @param {unknown} given
 * @param {string[]} known
 * @param {string} what
 */
export function onlyKnown(given, known, what) {
  if (typeof given !== "object" || given === null) {
    throw new KpiError({ code: "bad_request", text: `${what} takes an object of ${known.join(", ")}` });
  }
  const odd = Object.keys(given).find((name) => !known.includes(name));
  if (odd === undefined) return;
  throw new KpiError({ code: "bad_request", text: `${what} has no such option; it takes ${known.join(", ")}`, field: odd });
}

/**
 * Calls into the module, which throws an error's parts, the text last, with NUL between them.
 * @template T
 * @param {() => T} native
 * @returns {T}
 */
export function call(native) {
  try {
    return native();
  } catch (thrown) {
    if (typeof thrown !== "string") throw thrown;
    const [code = "", record, index, field, ...text] = thrown.split("\0");
    throw new KpiError({
      code,
      record: record || null,
      index: index ? Number(index) : null,
      field: field || null,
      text: text.join("\0"),
    });
  }
}
