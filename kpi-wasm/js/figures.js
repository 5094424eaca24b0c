// The figures of a formula.

/** @import { Figure } from "./core.js" */

/** @extends {Array<Figure>} */
export class Figures extends Array {
  /** Figures that are mapped or filtered are a plain list. */
  static get [Symbol.species]() {
    return Array;
  }

  /** The first figure's value, as exact decimal text; null where it is undefined. */
  get value() {
    return this[0]?.value ?? null;
  }

  /** The first figure's value as a float; null where it is undefined. */
  get number() {
    return this[0]?.number ?? null;
  }

  /** The lower end of the first figure's interval. */
  get lower() {
    return this[0]?.lower ?? null;
  }

  /** The upper end of the first figure's interval. */
  get upper() {
    return this[0]?.upper ?? null;
  }

  /** Why the first figure has no value. */
  get undefined() {
    return this[0]?.undefined ?? null;
  }

  /**
   * The figure of a name.
   * @param {string} figure
   */
  get(figure) {
    return this.find((one) => one.figure === figure);
  }
}
