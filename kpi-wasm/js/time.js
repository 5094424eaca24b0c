// Instants of JavaScript as RFC 3339 text.

/**
 * Whether a value is an instant: a Date, or anything with `epochMilliseconds`, as Temporal's have it.
 * @param {any} value
 */
export const isInstant = (value) =>
  value instanceof Date || (typeof value === "object" && value !== null && "epochMilliseconds" in value);

/**
 * The text of an instant with all its digits; undefined for a Date that is none.
 * @param {any} value
 */
export function instantText(value) {
  const date = value instanceof Date ? value : new Date(value.epochMilliseconds);
  if (Number.isNaN(date.getTime())) return undefined;
  const text = date.toISOString();
  if (typeof value.epochNanoseconds !== "bigint") return text;
  const rest = BigInt.asUintN(64, ((value.epochNanoseconds % 1_000_000n) + 1_000_000n) % 1_000_000n);
  return text.replace("Z", `${String(rest).padStart(6, "0")}Z`);
}
