// Names: camelCase here, snake_case in the module.

/** @param {string} name */
export const snake = (name) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** @param {string} name */
export const camel = (name) => name.replace(/_(\w)/g, (_, letter) => letter.toUpperCase());
