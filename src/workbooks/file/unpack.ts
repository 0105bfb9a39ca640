import { Unzip, UnzipInflate, strFromU8, zipSync } from 'fflate';
import { limits } from '../sheet.ts';
import { words } from '../words.vi.ts';
import { FileRefused } from './refused.ts';

/** Read to find the sheets and their cells; pictures, themes and the like stay packed. */
const READ =
  /^(\[Content_Types\]\.xml|_rels\/\.rels|xl\/(_rels\/[^/]+\.rels|[^/]+\.xml|worksheets\/[^/]+\.xml))$/;
const MOST_PARTS = 2000;

export interface Unpacked {
  /** By path. */
  readonly parts: ReadonlyMap<string, string>;
  /** The same parts packed anew: exactly what was measured and nothing else. */
  readonly safe: Uint8Array;
}

/**
 * Opens what came as an .xlsx file and may be anything. What is unpacked is counted as it comes out, whatever the file
 * says of itself. Throws FileRefused.
 */
export function unpack(bytes: Uint8Array): Unpacked {
  if (startsWith(bytes, OLE)) throw new FileRefused(words.oldOrLocked);
  if (!startsWith(bytes, ZIP)) throw new FileRefused(words.notXlsx);
  const files = inflate(bytes);
  const parts = new Map(Object.entries(files).map(([path, content]) => [path, strFromU8(content)]));
  const types = parts.get('[Content_Types].xml') ?? '';
  if (/macroEnabled|vbaProject/i.test(types)) throw new FileRefused(words.macros);
  if (!/spreadsheetml\.(sheet|template)\.main\+xml/.test(types)) throw new FileRefused(words.notXlsx);
  for (const [path, content] of parts)
    if (/<!(DOCTYPE|ENTITY)/i.test(content)) throw new FileRefused(words.broken, { cause: path });
  return { parts, safe: zipSync(files, { level: 0 }) };
}

function inflate(bytes: Uint8Array): Record<string, Uint8Array> {
  const files: Record<string, Uint8Array> = {};
  let total = 0;
  let seen = 0;
  const unzip = new Unzip((file) => {
    seen += 1;
    if (seen > MOST_PARTS) throw new FileRefused(words.unpacksTooBig);
    if (/vbaProject\.bin$/i.test(file.name)) throw new FileRefused(words.macros);
    if (!READ.test(file.name)) return;
    const chunks: Uint8Array[] = [];
    file.ondata = (error, chunk, final) => {
      if (error instanceof FileRefused) throw error;
      if (error !== null) throw new FileRefused(words.broken, { cause: error });
      total += chunk.length;
      if (total > limits.unpackedBytes) throw new FileRefused(words.unpacksTooBig);
      chunks.push(chunk);
      if (final) files[file.name] = joined(chunks);
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  try {
    // In pieces: a bomb is stopped when it has come out a little, not when it is out.
    for (let from = 0; from < bytes.length; from += PIECE)
      unzip.push(bytes.subarray(from, from + PIECE), from + PIECE >= bytes.length);
  } catch (error) {
    if (error instanceof FileRefused) throw error;
    throw new FileRefused(words.broken, { cause: error });
  }
  return files;
}

const PIECE = 16 * 1024;

function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

/** A zip, or what Excel made of a workbook before zips and with a password. */
export const isPacked = (bytes: Uint8Array): boolean => startsWith(bytes, ZIP) || startsWith(bytes, OLE);

const ZIP = [0x50, 0x4b, 0x03, 0x04];
const OLE = [0xd0, 0xcf, 0x11, 0xe0];

const startsWith = (bytes: Uint8Array, signs: readonly number[]): boolean =>
  bytes.length >= signs.length && signs.every((sign, index) => bytes[index] === sign);
