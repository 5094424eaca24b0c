// Business calendars: hours, holidays and special days, and what is counted in them.
import { KpiError, call } from "./error.js";
import { Calendar as Native } from "./kpi_native.js";
import { calendarOf } from "./request.js";
import { instantText, isInstant } from "./time.js";
import { sent } from "./wire.js";

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
    this.#native = call(() => new Native(...sent(this.given)));
  }

  /**
   * @param {Instant} start
   * @param {Instant} end
   * @param {string} [schedule]
   */
  elapsed(start, end, schedule) {
    return call(() => this.#native.elapsed(text(start), text(end), schedule)) / MICROS;
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
    return new Date(call(() => this.#native.deadline(text(start), Math.round(seconds * MICROS), schedule)));
  }

  /**
   * @param {Instant} at
   * @param {string} [schedule]
   */
  isOpen(at, schedule) {
    return call(() => this.#native.isOpen(text(at), schedule));
  }
}
