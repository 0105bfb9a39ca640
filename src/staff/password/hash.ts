import * as crypto from 'node:crypto';
import { createRequire } from 'node:module';
import { z } from 'zod';

/** OWASP's first choice for argon2id: 19 MiB, two passes, one lane; 44 ms here. */
const MEMORY = 19 * 1024;
const PASSES = 2;
const LANES = 1;
const SALT = 16;
const TAG = 32;

/** Two at once: a burst of sign-ins must not take the memory of the bot. */
const AT_ONCE = 2;

/** PHC string: `$argon2id$v=19$m=19456,t=2,p=1$salt$tag`. */
export async function hashPassword(password: string): Promise<string> {
  const salt = crypto.randomBytes(SALT);
  const made = { memory: MEMORY, passes: PASSES, lanes: LANES, salt };
  const tag = await argon2id(password, made, TAG);
  return `$argon2id$v=19$m=${String(MEMORY)},t=${String(PASSES)},p=${String(LANES)}$${base64(salt)}$${base64(tag)}`;
}

/** False also for what is no hash of ours. Constant time once hashed. */
export async function passwordMatches(password: string, phc: string): Promise<boolean> {
  const parsed = parse(phc);
  if (parsed === null) return false;
  const tag = await argon2id(password, parsed, parsed.tag.length);
  return tag.length === parsed.tag.length && crypto.timingSafeEqual(tag, parsed.tag);
}

/** Made with other settings than today's: hashed anew when its password is next typed. */
export function isOutdated(phc: string): boolean {
  const parsed = parse(phc);
  return parsed === null || parsed.memory !== MEMORY || parsed.passes !== PASSES || parsed.lanes !== LANES;
}

let dummy: Promise<string> | undefined;

/** Costs as much as a real one and never matches: an unknown address must answer no faster than a known one. */
export async function matchNobody(password: string): Promise<false> {
  dummy ??= hashPassword(crypto.randomBytes(24).toString('hex'));
  await passwordMatches(password, await dummy);
  return false;
}

interface Made {
  readonly memory: number;
  readonly passes: number;
  readonly lanes: number;
  readonly salt: Buffer;
}

const phcPattern =
  /^\$argon2id\$v=19\$m=(\d{1,8}),t=(\d{1,3}),p=(\d{1,3})\$([A-Za-z\d+/]{16,64})\$([A-Za-z\d+/]{22,128})$/;

function parse(phc: string): (Made & { readonly tag: Buffer }) | null {
  const [, memory, passes, lanes, salt, tag] = phcPattern.exec(phc) ?? [];
  if (salt === undefined || tag === undefined) return null;
  return {
    memory: Number(memory),
    passes: Number(passes),
    lanes: Number(lanes),
    salt: Buffer.from(salt, 'base64'),
    tag: Buffer.from(tag, 'base64'),
  };
}

const base64 = (bytes: Buffer): string => bytes.toString('base64').replace(/=+$/, '');

/** The same letters from another keyboard are the same password. */
const messageOf = (password: string): string => password.normalize('NFC');

const waiting: (() => void)[] = [];
let running = 0;

async function argon2id(password: string, made: Made, length: number): Promise<Buffer> {
  if (running >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
  running += 1;
  try {
    return await derive(messageOf(password), made, length);
  } finally {
    running -= 1;
    waiting.shift()?.();
  }
}

/** Node has it since 24.7; before that a package does it. */
function derive(message: string, { memory, passes, lanes, salt }: Made, tagLength: number): Promise<Buffer> {
  if (!('argon2' in crypto)) return byPackage(message, { memory, passes, lanes, salt }, tagLength);
  return new Promise((resolve, reject) => {
    crypto.argon2(
      'argon2id',
      { message, nonce: salt, parallelism: lanes, tagLength, memory, passes },
      (error, tag) => {
        if (error === null) resolve(tag);
        else reject(error);
      },
    );
  });
}

const packageSchema = z.object({
  hashRaw: z.custom<(password: string, options: object) => Promise<Buffer>>(
    (value) => typeof value === 'function',
  ),
});

async function byPackage(
  message: string,
  { memory, passes, lanes, salt }: Made,
  outputLen: number,
): Promise<Buffer> {
  const { hashRaw } = packageSchema.parse(createRequire(import.meta.url)('@node-rs/argon2'));
  // 2: argon2id.
  return await hashRaw(message, {
    algorithm: 2,
    memoryCost: memory,
    timeCost: passes,
    parallelism: lanes,
    salt,
    outputLen,
  });
}

/** For tests: both ways must give the same tag. */
export const deriveByPackage = byPackage;
