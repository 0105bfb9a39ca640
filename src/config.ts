import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { loadEnvFile } from 'node:process';
import { z } from 'zod';
import type { MessengerSettings } from '#channels/messenger/settings.ts';
import type { ZaloSettings } from '#channels/zalo/settings.ts';
import { channelSettings, messengerOf, splitList, zaloOf } from './config-channels.ts';
import { AppError } from './errors.ts';

/** A switch in the environment: 1/0, true/false, yes/no, on/off. */
const flag = z.stringbool();

/** They stand in headers of every page: what is no origin could change what those say. */
const isOrigin = (text: string): boolean =>
  /^https?:\/\/[a-z\d.[\]:_-]+\/?$/i.test(text) && URL.canParse(text);

/**
 * Every setting there is. The configuration reference in docs/ is made from this schema.
 * `describe` says what it does and how to set it.
 */
export const settingsSchema = z.object({
  NODE_ENV: z
    .enum(['development', 'production', 'test'])
    .default('development')
    .describe('`production` refuses everything that is open for trying out.'),
  PORT: z.coerce
    .number()
    .int()
    .min(0)
    .max(65535)
    .default(3978)
    .describe('TCP port to listen on; 0 takes a free one.'),
  HOST: z.string().min(1).default('0.0.0.0').describe('Address to listen on.'),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe(
      'The address residents see, such as https://hoso.example.vn. Needed behind a proxy; a value that is not localhost means production.',
    ),
  TRUST_PROXY: flag
    .default(false)
    .describe('Take the client address from X-Forwarded-For. Only behind a proxy of yours.'),
  DATA_DIR: z
    .string()
    .min(1)
    .default('var')
    .describe('Folder for the embedded database and what is made at run time.'),
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/ })
    .optional()
    .describe('postgres://… for several processes; without it the embedded SQLite in DATA_DIR is used.'),
  SEAL_KEY: z
    .string()
    .regex(/^[0-9a-f]{64}$/i, 'must be 64 hex digits; make one with: openssl rand -hex 32')
    .optional()
    .describe(
      'Key that seals personal ids (AES-256-GCM). Without it one is made in DATA_DIR on first start; needed with DATABASE_URL.',
    ),
  ALLOWED_ORIGINS: z
    .string()
    .default('')
    .refine(
      (list) => splitList(list).every(isOrigin),
      'must be origins without a path, such as https://portal.example.vn,https://other.example.vn',
    )
    .describe('Other sites whose pages may open the chat, comma-separated origins.'),
  DIRECT_LINE_SECRET: z
    .string()
    .min(32)
    .optional()
    .describe('Secret with which a portal of yours makes tokens itself.'),
  HOME_UNIT: z
    .string()
    .regex(/^\d{5}$/)
    .optional()
    .describe('Five-digit code of the ward that answers on `/`; without it the whole city.'),
  MICROSOFT_APP_ID: z
    .string()
    .min(1)
    .optional()
    .describe('App id of the Azure Bot; with it /api/messages is mounted in production too.'),
  MICROSOFT_APP_PASSWORD: z.string().min(1).optional().describe('Password of the Azure Bot app.'),
  MICROSOFT_APP_TYPE: z
    .enum(['MultiTenant', 'SingleTenant', 'UserAssignedMSI'])
    .default('MultiTenant')
    .describe('Kind of the Azure Bot app.'),
  MICROSOFT_APP_TENANT_ID: z
    .string()
    .min(1)
    .optional()
    .describe('Tenant of a SingleTenant or UserAssignedMSI app.'),
  ...channelSettings,
  STAFF_IDLE_MINUTES: z.coerce
    .number()
    .int()
    .min(5)
    .max(24 * 60)
    .default(60)
    .describe('Minutes without a click after which an officer must sign in again.'),
  STAFF_SESSION_HOURS: z.coerce
    .number()
    .int()
    .min(1)
    .max(24 * 7)
    .default(12)
    .describe('Hours after which an officer must sign in again, however busy.'),
  STAFF_PASSWORD_LENGTH: z.coerce
    .number()
    .int()
    .min(8)
    .max(64)
    .default(12)
    .describe("Fewest characters of an officer's password."),
  KEEP_WORDS_DAYS: z.coerce
    .number()
    .int()
    .min(1)
    .max(30)
    .default(30)
    .describe(
      'Days after which what was said is deleted: transcripts, wordings of questions, what was sent.',
    ),
  KEEP_IDLE_DAYS: z.coerce
    .number()
    .int()
    .min(1)
    .max(730)
    .default(90)
    .describe('Days after which a conversation nobody writes in is deleted with her place in it.'),
  CHECK_LINKS: flag
    .optional()
    .describe(
      'Look now and then whether links to official sites (data/official-hosts.yaml) still lead somewhere. On in production, unless set to no.',
    ),
  LOG_LEVEL: z
    .enum(['silent', 'error', 'warn', 'info', 'debug'])
    .default('info')
    .describe('How much is logged. Never the words of residents.'),
  TOKENS_PER_MINUTE: z.coerce
    .number()
    .int()
    .min(1)
    .default(30)
    .describe('New portal conversations per client address and minute.'),
  MESSAGES_PER_MINUTE: z.coerce
    .number()
    .int()
    .min(1)
    .default(60)
    .describe('Messages per conversation and minute.'),
  TURN_WORKERS: z.coerce
    .number()
    .int()
    .min(1)
    .max(256)
    .default(64)
    .describe('Turns of different conversations that run at the same time.'),
});

export interface Config {
  readonly production: boolean;
  readonly port: number;
  readonly host: string;
  readonly publicUrl: string | null;
  readonly trustProxy: boolean;
  readonly dataDir: string;
  readonly sqlitePath: string;
  readonly databaseUrl: string | null;
  readonly sealKey: string | null;
  readonly allowedOrigins: readonly string[];
  readonly directLineSecret: string | null;
  readonly homeUnit: string | null;
  readonly microsoftApp: {
    readonly id: string;
    readonly password: string | null;
    readonly type: string;
    readonly tenantId: string | null;
  } | null;
  readonly zalo: ZaloSettings | null;
  readonly messenger: MessengerSettings | null;
  readonly personPauseMs: number;
  readonly staff: {
    readonly idleMs: number;
    readonly sessionMs: number;
    readonly passwordLength: number;
  };
  /** How long what residents said and did is kept, ms. */
  readonly keeping: { readonly wordsMs: number; readonly idleMs: number };
  readonly checkLinks: boolean;
  readonly logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug';
  readonly tokensPerMinute: number;
  readonly messagesPerMinute: number;
  readonly turnWorkers: number;
}

const localHosts = new Set(['localhost', '127.0.0.1', '[::1]', '0.0.0.0']);

const DAY_MS = 24 * 3_600_000;

/** Reads settings; unset and empty mean the same. Throws CONFIG_INVALID that names each wrong setting and how to set it. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const present = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = settingsSchema.safeParse(present);
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => {
      const name = String(issue.path[0] ?? '');
      const setting: z.ZodType | undefined = Object.entries(settingsSchema.shape).find(
        ([key]) => key === name,
      )?.[1];
      return `${name}: ${issue.message}. ${setting?.description ?? ''}`;
    });
    throw new AppError('CONFIG_INVALID', faults.join('\n'));
  }
  const s = parsed.data;
  const isPublic = s.PUBLIC_URL !== undefined && !localHosts.has(new URL(s.PUBLIC_URL).hostname);
  const dataDir = resolve(s.DATA_DIR);
  if (s.DATABASE_URL !== undefined && s.SEAL_KEY === undefined) {
    throw new AppError(
      'CONFIG_INVALID',
      'SEAL_KEY: needed with DATABASE_URL, the same on every node. Make one with: openssl rand -hex 32',
    );
  }
  return {
    production: s.NODE_ENV === 'production' || isPublic,
    port: s.PORT,
    host: s.HOST,
    publicUrl: s.PUBLIC_URL?.replace(/\/+$/, '') ?? null,
    trustProxy: s.TRUST_PROXY,
    dataDir,
    sqlitePath: join(dataDir, 'data.sqlite'),
    databaseUrl: s.DATABASE_URL ?? null,
    sealKey: s.SEAL_KEY?.toLowerCase() ?? null,
    allowedOrigins: splitList(s.ALLOWED_ORIGINS),
    directLineSecret: s.DIRECT_LINE_SECRET ?? null,
    homeUnit: s.HOME_UNIT ?? null,
    microsoftApp:
      s.MICROSOFT_APP_ID === undefined
        ? null
        : {
            id: s.MICROSOFT_APP_ID,
            password: s.MICROSOFT_APP_PASSWORD ?? null,
            type: s.MICROSOFT_APP_TYPE,
            tenantId: s.MICROSOFT_APP_TENANT_ID ?? null,
          },
    zalo: zaloOf(s),
    messenger: messengerOf(s),
    personPauseMs: s.PERSON_PAUSE_MINUTES * 60_000,
    staff: {
      idleMs: s.STAFF_IDLE_MINUTES * 60_000,
      sessionMs: s.STAFF_SESSION_HOURS * 3_600_000,
      passwordLength: s.STAFF_PASSWORD_LENGTH,
    },
    keeping: { wordsMs: s.KEEP_WORDS_DAYS * DAY_MS, idleMs: s.KEEP_IDLE_DAYS * DAY_MS },
    checkLinks: s.CHECK_LINKS ?? (s.NODE_ENV === 'production' || isPublic),
    logLevel: s.LOG_LEVEL,
    tokensPerMinute: s.TOKENS_PER_MINUTE,
    messagesPerMinute: s.MESSAGES_PER_MINUTE,
    turnWorkers: s.TURN_WORKERS,
  };
}

/**
 * The environment of this process, `.env` beside package.json included (the environment wins, `over` wins over both).
 * The only reader of process.env.
 */
export function configFromEnvironment(over: Readonly<Record<string, string>> = {}): Config {
  if (existsSync('.env')) loadEnvFile('.env');
  return readConfig({ ...process.env, ...over });
}
