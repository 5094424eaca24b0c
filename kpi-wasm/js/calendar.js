// Business calendars: hours, holidays and special days, and what is counted in them.
import { KpiError, call } from "./error.js";
import { Later } from "./kpi_native.js";
import { calendarOf } from "./request.js";
import { instantText, isInstant } from "./time.js";
import { received, sent } from "./wire.js";

/** @import { CalendarOptions } from "./core.js" */
/** @import { Instant } from "./records.js" */

/** @param {Instant} instant */
const text = (instant) => (isInstant(instant) ? (instantText(instant) ?? "Invalid Date") : String(instant));

const MICROS = 1e6;

export class Calendar {
  #native;

  /** @param {CalendarOptions} options */
  constructor(options) {
    /** The calendar as a report takes it. */
    this.given = calendarOf(options);
    this.#native = call(() => new Later("calendar", ...sent(this.given)));
  }

  /**
   * @param {string} what
   * @param {Instant} from
   * @param {string | number | null} to
   * @param {string} [schedule]
   */
  #ask(what, from, to, schedule = undefined) {
    return received(call(() => this.#native.call(...sent([what, text(from), to, schedule ?? null]))));
  }

  /**
   * @param {Instant} start
   * @param {Instant} end
   * @param {string} [schedule]
   */
  elapsed(start, end, schedule) {
    return this.#ask("elapsed", start, text(end), schedule) / MICROS;
  }

  /**
   * @param {Instant} start
   * @param {number} seconds
   * @param {string} [schedule]
   */
  deadline(start, seconds, schedule) {
    if (typeof seconds !== "number" || Number.isNaN(seconds)) {
      const found = typeof seconds === "number" || seconds == null ? seconds : typeof seconds;
      throw new KpiError({ code: "wrong_type", text: `found ${found}, expected a number of seconds`, field: "seconds" });
    }
    // An endless duration is as long as any: what crosses is finite.
    const micros = Math.min(Math.max(seconds * MICROS, -Number.MAX_VALUE), Number.MAX_VALUE);
    return new Date(this.#ask("deadline", start, Math.round(micros), schedule));
  }

  /**
   * @param {Instant} at
   * @param {string} [schedule]
   */
  isOpen(at, schedule) {
    return this.#ask("open", at, null, schedule);
  }
}
