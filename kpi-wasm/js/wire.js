// Values across the border to the module: numbers, and one text of all texts, one after the other. `src/wire.rs` is the
// other side of it.

/** What comes next in the numbers: after NUMBER itself, after TEXT its length, after LIST and OBJECT all up to an END. */
const NULL = 0;
const NO = 1;
const YES = 2;
const NUMBER = 3;
const TEXT = 4;
const LIST = 5;
const OBJECT = 6;
const END = 7;

/**
 * A value of what JSON has, as the two arguments that the module takes; all else is null.
 * @param {any} value
 * @returns {[Float64Array, string]}
 */
export function sent(value) {
  /** @type {number[]} */
  const numbers = [];
  let texts = "";
  /** @param {string} text */
  const write = (text) => {
    // Two texts side by side must not make one letter of two halves.
    const whole = text.toWellFormed();
    numbers.push(TEXT, whole.length);
    texts += whole;
  };
  /** @param {any} value */
  const add = (value) => {
    if (typeof value === "string") {
      write(value);
    } else if (typeof value === "number" && Number.isFinite(value)) {
      numbers.push(NUMBER, value);
    } else if (typeof value === "boolean") {
      numbers.push(value ? YES : NO);
    } else if (Array.isArray(value)) {
      numbers.push(LIST);
      for (const item of value) add(item);
      numbers.push(END);
    } else if (typeof value === "object" && value !== null) {
      numbers.push(OBJECT);
      for (const name of Object.keys(value)) {
        if (value[name] === undefined) continue;
        write(name);
        add(value[name]);
      }
      numbers.push(END);
    } else {
      numbers.push(NULL);
    }
  };
  add(value);
  return [Float64Array.from(numbers), texts];
}

/**
 * The value that the module gave as bytes: how many numbers there are, the numbers, and the text.
 * @param {Uint8Array} bytes
 * @returns {any}
 */
export function received(bytes) {
  const [length = 0] = new Float64Array(bytes.buffer, bytes.byteOffset, 1);
  const numbers = new Float64Array(bytes.buffer, bytes.byteOffset + 8, length);
  const texts = new TextDecoder().decode(bytes.subarray(8 * (length + 1)));
  let [next, letter] = [0, 0];
  const number = () => numbers[next++] ?? END;
  const text = () => texts.slice(letter, (letter += number()));
  const value = (mark = number()) => {
    switch (mark) {
      case NO:
        return false;
      case YES:
        return true;
      case NUMBER:
        return number();
      case TEXT:
        return text();
      case LIST: {
        /** @type {any[]} */
        const list = [];
        for (let item = number(); item !== END; item = number()) list.push(value(item));
        return list;
      }
      case OBJECT: {
        /** @type {{ [name: string]: any }} */
        const object = {};
        while (number() !== END) {
          const name = text();
          // As in JSON, this name is one as all others.
          if (name === "__proto__") Object.defineProperty(object, name, { value: value(), enumerable: true, configurable: true, writable: true });
          else object[name] = value();
        }
        return object;
      }
      default:
        return null;
    }
  };
  return value();
}
