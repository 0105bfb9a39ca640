import { randomInt } from 'node:crypto';

/** For a lost phone, to be printed: each works once. */
const COUNT = 10;
/** Without letters and figures that look alike; 49 bits. */
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789';

export const newRecoveryCodes = (): readonly string[] =>
  Array.from({ length: COUNT }, () => `${letters(5)}-${letters(5)}`);

const letters = (count: number): string =>
  Array.from({ length: count }, () => ALPHABET[randomInt(ALPHABET.length)] ?? '').join('');

/** As stored and compared: case, spaces and dashes do not matter. */
export const foldRecoveryCode = (code: string): string => code.toLowerCase().replace(/[\s-]/g, '');
