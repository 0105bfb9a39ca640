import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import type { Release } from '#knowledge/release.ts';
import { readConfig } from '#root/config.ts';
import { buildHouse, type House, type Parts } from '#root/house.ts';
import { openSqlite } from '#store/database.ts';
import { migrate } from '#store/migrate.ts';
import type { Understanding } from '#understanding/types.ts';
import type { Decision, Dialogs } from '#turns/ports.ts';

/** The real server, store and turns on a free port; only what is said is a toy. */
export const SECRET = 'a-portal-secret-of-32-characters-or-more';

export interface ToyServer {
  readonly url: string;
  readonly house: House;
  /** Makes the first administrator of the console; null where there is one. */
  readonly firstLink: string | null;
  stop(): Promise<void>;
}

export interface ToyOptions {
  readonly environment?: Readonly<Record<string, string>>;
  readonly home?: string;
  readonly parts?: Partial<Parts>;
}

export async function startToy({
  environment = {},
  home = toyHome(),
  parts = {},
}: ToyOptions = {}): Promise<ToyServer> {
  const config = readConfig({
    NODE_ENV: 'test',
    PORT: '0',
    HOST: '127.0.0.1',
    DATA_DIR: home,
    SEAL_KEY: 'ab'.repeat(32),
    DIRECT_LINE_SECRET: SECRET,
    ALLOWED_ORIGINS: 'https://anloc.example.invalid',
    LOG_LEVEL: 'silent',
    ...environment,
  });
  const database = parts.database ?? openSqlite(config.sqlitePath);
  await migrate(database);
  const house = buildHouse({
    config,
    log: pino({ level: process.env['TOY_LOG'] ?? 'silent' }),
    clock: Date.now,
    database,
    sealKey: config.sealKey ?? '',
    release: toyRelease,
    // Toy dialogs do not look at it.
    understand: () => ({}) as Understanding,
    dialogs: toyDialogs,
    mask: toyMask,
    writers: [],
    pages: null,
    ...parts,
  });
  const { port, firstLink } = await house.start();
  return { url: `http://127.0.0.1:${port}`, house, firstLink, stop: () => house.stop() };
}

export function toyHome(): string {
  return mkdtempSync(join(tmpdir(), 'toy-house-'));
}

export const removeHome = (home: string): void => rmSync(home, { recursive: true, force: true });

/** Two wards and a name; everything else of a release is left unread. */
export const toyRelease = {
  hash: 'f'.repeat(64),
  units: new Map([
    ['25326', { code: '25326', name: 'phường Bình Long' }],
    ['25333', { code: '25333', name: 'phường An Lộc' }],
  ]),
  wording: new Map([['unclear.unknown', 'Chưa trả lời được']]),
} as unknown as Release;

/** Nine digits or more are something private. */
export const toyMask: Parts['mask'] = (text) => {
  const masked = text.replace(/\d{9,}/g, '•••');
  return { text: masked, masked: masked === text ? [] : ['identity-number'] };
};

/** Greets, and says back what it heard; `choose` offers two choices, `fail` throws. */
export const toyDialogs: Dialogs = {
  contextOf: () => ({ topic: null, expects: null, unit: null }),
  decide: ({ event, state }) => {
    const heard = (state?.data as { heard: string[] } | undefined)?.heard ?? [];
    const said =
      event.kind === 'start' ? 'start' : event.kind === 'choice' ? `choice ${event.id}` : event.text;
    if (said === 'fail') throw new Error('a toy failure');
    const text = event.kind === 'start' ? 'Xin chào' : `${event.kind}: ${said} (${heard.length})`;
    return toyDecision(text, [...heard, said], said === 'choose');
  },
};

function toyDecision(text: string, heard: readonly string[], choices: boolean): Decision {
  return {
    state: { v: 1, data: { heard } },
    replies: [
      {
        blocks: [{ kind: 'text', text }],
        choices: choices
          ? [
              { id: 'q:a:co', title: 'Có', style: 'normal' },
              { id: 'q:a:khong', title: 'Không', style: 'normal' },
            ]
          : [],
        facts: [],
      },
    ],
    effects: [],
    expects: null,
    record: { outcome: 'smalltalk', topic: null, aspect: null, p: 1, alternatives: [] },
  };
}
