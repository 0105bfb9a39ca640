/** What would be read as an escape, what XML cannot hold, and what the writer would leave out as discouraged. */
const ESCAPED =
  // oxlint-disable-next-line no-control-regex
  /_x[0-9A-Fa-f]{4}_|[\u0000-\u0008\u000B-\u001F\u007F-\u0084\u0086-\u009F\uFDD0-\uFDEF\uFFFD-\uFFFF]|[\uD83F\uD87F\uD8BF\uD8FF\uD93F\uD97F\uD9BF\uD9FF\uDA3F\uDA7F\uDABF\uDAFF\uDB3F\uDB7F\uDBBF\uDBFF][\uDFFE\uDFFF]/g;

/**
 * Text as a shared string holds it (ECMA-376 ST_Xstring): control characters and carriage returns as `_xHHHH_`, so
 * that they come back as they were. Half of a surrogate pair becomes the replacement character: no file can hold it.
 */
export const toXlsxText = (text: string): string => {
  const held = escaped(text);
  // The writer keeps its table of texts in an object: the names that every object has are written by their first character.
  return held in Object.prototype ? escape(held.charCodeAt(0)) + held.slice(1) : held;
};

const escaped = (text: string): string =>
  text
    .toWellFormed()
    .replaceAll(ESCAPED, (found) =>
      found.startsWith('_x')
        ? `_x005F${found}`
        : Array.from({ length: found.length }, (_, at) => escape(found.charCodeAt(at))).join(''),
    );

const escape = (unit: number): string => `_x${unit.toString(16).toUpperCase().padStart(4, '0')}_`;
