import { AppError } from '#root/errors.ts';

export interface Part {
  readonly headers: string;
  /** Only of parts that were asked for; the others are dropped as they pass. */
  readonly body: Buffer | null;
}

const MAX_HEADER_BYTES = 8 * 1024;

/**
 * Splits a multipart body while it arrives, holding no more than one chunk of a part that is not wanted.
 * Throws BODY_INVALID for what is not multipart, BODY_TOO_LARGE for a wanted part over `maxPart`.
 */
export async function* splitParts(
  chunks: AsyncIterable<Buffer>,
  boundary: string,
  wanted: (headers: string) => boolean,
  maxPart: number,
): AsyncGenerator<Part> {
  const delimiter = Buffer.from(`\r\n--${boundary}`);
  // The first delimiter stands without the line break that all others have.
  let buffer = Buffer.from('\r\n');
  let state: 'preamble' | 'headers' | 'body' | 'end' = 'preamble';
  let headers = '';
  let kept: Buffer[] | null = null;

  const keep = (bytes: Buffer): void => {
    if (kept === null) return;
    kept.push(bytes);
    if (kept.reduce((size, piece) => size + piece.length, 0) > maxPart) throw new AppError('BODY_TOO_LARGE');
  };

  for await (const chunk of chunks) {
    buffer = Buffer.concat([buffer, chunk]);
    for (;;) {
      if (state === 'end') {
        buffer = Buffer.alloc(0);
        break;
      }
      if (state === 'headers') {
        if (buffer.length >= 2 && buffer.subarray(0, 2).toString() === '--') {
          state = 'end';
          continue;
        }
        const end = buffer.indexOf('\r\n\r\n');
        if (end === -1) {
          if (buffer.length > MAX_HEADER_BYTES) throw new AppError('BODY_INVALID', 'part headers too long');
          break;
        }
        headers = buffer.subarray(0, end).toString('utf8').trim();
        kept = wanted(headers) ? [] : null;
        buffer = buffer.subarray(end + 4);
        state = 'body';
        continue;
      }
      const at = buffer.indexOf(delimiter);
      if (at === -1) {
        // Everything that cannot be the beginning of a delimiter has been seen.
        const seen = Math.max(0, buffer.length - delimiter.length);
        if (state === 'body') keep(Buffer.from(buffer.subarray(0, seen)));
        buffer = buffer.subarray(seen);
        break;
      }
      if (state === 'body') {
        keep(Buffer.from(buffer.subarray(0, at)));
        yield { headers, body: kept === null ? null : Buffer.concat(kept) };
      }
      buffer = buffer.subarray(at + delimiter.length);
      state = 'headers';
    }
  }
  if (state !== 'end') throw new AppError('BODY_INVALID', 'the multipart body broke off');
}
