import { createHash } from 'node:crypto';

/** What stands in the bytes is no such value, or not what was written: cut off, edited, of another kind. */
export class NotReadable extends Error {}

type Typed = Uint8Array | Int8Array | Uint16Array | Int16Array | Uint32Array | Int32Array | Float32Array;

/** Plain JSON with typed arrays in it. */
export type Value =
  string | number | boolean | null | Typed | readonly Value[] | { readonly [key: string]: Value | undefined };

/*
 * "TLNH-1\n\0", SHA-256 of all that follows, length of the header (Uint32), zeros to a multiple of 8, the header as JSON, then
 * the arrays as they lie in memory (little-endian), each on a multiple of 8, so that they are read where they stand.
 */
const MAGIC = Buffer.from('TLNH-1\n\0', 'latin1');
const HASH = 32;
const START = 48;
/** Stands for an array in the header; no key of ours holds a control character. */
const ARRAY = '\u0000array';

const kinds = { Uint8Array, Int8Array, Uint16Array, Int16Array, Uint32Array, Int32Array, Float32Array };

/** The same value gives the same bytes. */
export function toBytes(value: Value): Uint8Array {
  const arrays: { readonly bytes: Uint8Array; readonly at: number }[] = [];
  let length = 0;
  const plain = (one: Value | undefined): unknown => {
    if (ArrayBuffer.isView(one)) {
      const at = length;
      arrays.push({ bytes: new Uint8Array(one.buffer, one.byteOffset, one.byteLength), at });
      length = aligned(at + one.byteLength);
      return { [ARRAY]: [one.constructor.name, at, one.length] };
    }
    if (Array.isArray(one)) return one.map(plain);
    if (typeof one !== 'object' || one === null) return one;
    return Object.fromEntries(Object.entries(one).map(([key, inner]) => [key, plain(inner)]));
  };
  const header = Buffer.from(JSON.stringify(plain(value)), 'utf8');
  const body = aligned(START + header.length);
  const out = new Uint8Array(body + length);
  out.set(MAGIC);
  new DataView(out.buffer).setUint32(MAGIC.length + HASH, header.length, true);
  out.set(header, START);
  for (const { bytes, at } of arrays) out.set(bytes, body + at);
  out.set(hashOf(out), MAGIC.length);
  return out;
}

/** Reads what `toBytes` wrote; its arrays are views of `bytes`. Throws NotReadable. */
export function fromBytes(bytes: Uint8Array): unknown {
  const whole = viewable(bytes);
  const head = Buffer.from(whole.buffer, whole.byteOffset, Math.min(START, whole.length));
  if (head.length < START || !head.subarray(0, MAGIC.length).equals(MAGIC)) throw new NotReadable('no model');
  if (!head.subarray(MAGIC.length, MAGIC.length + HASH).equals(hashOf(whole)))
    throw new NotReadable('not whole');
  const end = START + head.readUInt32LE(MAGIC.length + HASH);
  const header = Buffer.from(whole.buffer, whole.byteOffset + START, end - START).toString('utf8');
  return revived(JSON.parse(header), whole, aligned(end));
}

function revived(value: unknown, whole: Uint8Array<ArrayBuffer>, body: number): unknown {
  if (Array.isArray(value))
    return typeof value[0] === 'object' ? value.map((one) => revived(one, whole, body)) : value;
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value);
  const [first] = entries;
  if (first?.[0] === ARRAY) return arrayAt(first[1], whole, body);
  return Object.fromEntries(entries.map(([key, inner]) => [key, revived(inner, whole, body)]));
}

function arrayAt(place: unknown, whole: Uint8Array<ArrayBuffer>, body: number): Typed {
  const list: readonly unknown[] = Array.isArray(place) ? place : [];
  const [name, at, length] = list;
  const kind = Object.entries(kinds).find(([own]) => own === name)?.[1];
  if (kind === undefined || typeof at !== 'number' || typeof length !== 'number')
    throw new NotReadable('an array of no known kind');
  return new kind(whole.buffer, whole.byteOffset + body + at, length);
}

/** Arrays can be read where they stand only on a multiple of 8; small files are read into the middle of a shared buffer. */
const viewable = (bytes: Uint8Array): Uint8Array<ArrayBuffer> =>
  bytes.byteOffset % 8 === 0 && bytes.buffer instanceof ArrayBuffer
    ? new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length)
    : Uint8Array.from(bytes);

const hashOf = (bytes: Uint8Array): Buffer =>
  createHash('sha256')
    .update(bytes.subarray(MAGIC.length + HASH))
    .digest();

const aligned = (length: number): number => Math.ceil(length / 8) * 8;
