// CSV text (RFC 4180, with commas, semicolons or tabs) as a header and rows of cells.

/** @param {string} text */
export function parseCsv(text) {
  const clean = text.replace(/^\ufeff/, "").trim();
  const head = clean.slice(0, clean.search(/\r?\n|$/));
  const comma = [",", ";", "\t"].reduce((best, one) => (head.split(one).length > head.split(best).length ? one : best));
  /** @type {string[][]} */
  const rows = [[]];
  const cell = new RegExp(`(?:"((?:[^"]|"")*)"|([^"${comma}\\r\\n]*))(${comma}|\\r?\\n|$)`, "y");
  while (cell.lastIndex <= clean.length) {
    const at = cell.lastIndex;
    const found = cell.exec(clean);
    if (!found) throw new Error(`line ${rows.length}: a quotation mark stands where none can, or has no end`);
    const [, quoted, bare = "", end] = found;
    rows.at(-1)?.push(quoted === undefined ? bare.trim() : quoted.replaceAll('""', '"'));
    if (end === "") break;
    if (end !== comma) rows.push([]);
    if (cell.lastIndex === at) break;
  }
  const [names = [], ...lines] = rows;
  return { names, rows: lines.filter((line) => line.some((value) => value !== "")) };
}
