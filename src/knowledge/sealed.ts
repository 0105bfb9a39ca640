import { createHash } from 'node:crypto';
import { AppError } from '#root/errors.ts';
import type { CompiledRelease } from './release.ts';

/** Hex digits of SHA-256, and the end of their line. */
const SEAL = 65;

/** A release as a file of the build: the SHA-256 of its JSON on the first line, then the JSON. */
export function sealRelease(release: CompiledRelease): Buffer {
  const json = Buffer.from(JSON.stringify(release), 'utf8');
  return Buffer.concat([Buffer.from(`${sealOf(json)}\n`), json]);
}

/**
 * Reads what `sealRelease` wrote. What is whole was validated when it was made, by the very code that reads it (a build's
 * name holds the hash of both), so it is not validated again: that took four fifths of the time. Throws RELEASE_INVALID.
 */
export function unsealRelease(bytes: Buffer): CompiledRelease {
  const json = bytes.subarray(SEAL);
  if (bytes.subarray(0, SEAL).toString('latin1') !== `${sealOf(json)}\n`)
    throw new AppError('RELEASE_INVALID', 'it is not what was built');
  const release: unknown = JSON.parse(json.toString('utf8'));
  if (isRelease(release)) return release;
  throw new AppError('RELEASE_INVALID', 'it is of another format');
}

const isRelease = (value: unknown): value is CompiledRelease =>
  typeof value === 'object' && value !== null && 'format' in value && value.format === 1;

const sealOf = (json: Buffer): string => createHash('sha256').update(json).digest('hex');
