/** Several values in one cell, one a line. A line break within a value is written ⏎, what looks like one after a ↵. */
export const joinLines = (values: readonly string[]): string =>
  values.map((value) => value.replaceAll(/[↵⏎]/g, '↵$&').replaceAll('\n', '⏎')).join('\n');

export const splitLines = (text: string): readonly string[] =>
  text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) =>
      line.replaceAll(/↵([↵⏎])|⏎/g, (_, kept: string | undefined) => (kept === undefined ? '\n' : kept)),
    );
