import { afterEach, beforeEach, expect, it } from 'vitest';
import { CARRY_MS, MOST_TRIES } from '../../src/carry/carry.ts';
import { createCarryStore, createCarryWriter } from '../../src/carry/repository.ts';
import { newCode } from '../../src/carry/code.ts';
import { migrated, onEachEngine } from '../support/engines.ts';
import { createTurnStore } from '#turns/repository.ts';
import type { Database } from '#store/database.ts';

const state = { v: 2, data: { walkthroughs: [] } };
/** A code, and not this one. */
function other(code: string): string {
  const drawn = newCode();
  return drawn === code ? other(code) : drawn;
}

onEachEngine('codes to go on elsewhere', (make) => {
  let database: Database;
  let drop: () => Promise<void>;
  const store = () => createCarryStore({ database, sealKey: 'ab'.repeat(32) });
  const by = (conversation: string, message = 'm1') => ({ conversation, message });

  beforeEach(async () => {
    const { database: opened, test } = await migrated(make);
    database = opened;
    drop = async () => {
      await opened.close();
      await test.drop();
    };
  });
  afterEach(() => drop());

  it('give their copy once, and again only to the message that had it', async () => {
    const code = newCode();
    expect(await store().put(code, state, 'counter', 0)).toBe(true);
    expect(await store().redeem(code, by('phone'), 1)).toEqual({ kind: 'state', state });
    expect(await store().redeem(code, by('phone'), 2)).toEqual({ kind: 'state', state });
    expect(await store().redeem(code, by('phone', 'm2'), 3)).toEqual({ kind: 'unknown' });
    expect(await store().redeem(code, by('stranger', 'm3'), 3)).toEqual({ kind: 'unknown' });
  });

  it('end after a quarter of an hour', async () => {
    const code = newCode();
    await store().put(code, state, 'counter', 0);
    expect(await store().redeem(code, by('phone'), CARRY_MS)).toEqual({ kind: 'unknown' });
  });

  it('cannot be guessed at: after five wrong ones even the right one is refused, for a quarter of an hour', async () => {
    const code = newCode();
    await store().put(code, state, 'counter', 1000);
    for (let tried = 0; tried < MOST_TRIES; tried += 1)
      expect(await store().redeem(other(code), by('guesser', `m${tried}`), 1000)).toEqual({
        kind: 'unknown',
      });
    expect(await store().redeem(code, by('guesser', 'm9'), 1001)).toEqual({ kind: 'blocked' });
    expect(await store().redeem(code, by('phone', 'm10'), 1001)).toEqual({ kind: 'state', state });
    const later = 1000 + CARRY_MS;
    await store().put(code, state, 'counter', later);
    const fresh = newCode();
    await store().put(fresh, state, 'counter', later);
    expect(await store().redeem(fresh, by('guesser', 'm11'), later)).toEqual({ kind: 'state', state });
  });

  it('go with the conversation that they were made in, and with no other', async () => {
    const [gone, stays] = [newCode(), newCode()];
    await store().put(gone, state, 'counter', 0);
    await store().put(stays, state, 'other', 0);
    const turns = createTurnStore({ database, sealKey: 'ab'.repeat(32), writers: [createCarryWriter()] });
    await turns.forget('counter');
    expect(await store().redeem(gone, by('phone'), 1)).toEqual({ kind: 'unknown' });
    expect(await store().redeem(stays, by('phone', 'm2'), 1)).toEqual({ kind: 'state', state });
  });

  it('keep no code in clear, and a taken one is not overwritten', async () => {
    const code = newCode();
    expect(await store().put(code, state, 'counter', 0)).toBe(true);
    expect(await store().put(code, { v: 2, data: 'other' }, 'counter', 0)).toBe(false);
    const rows = await database.db.selectFrom('carry').selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(code);
    expect(JSON.stringify(rows)).not.toContain(code.replace('-', ''));
  });

  it('give it to one of two who type it at the same moment', async () => {
    const code = newCode();
    await store().put(code, state, 'counter', 0);
    const got = await Promise.all(['a', 'b', 'c'].map((who) => store().redeem(code, by(who, `m-${who}`), 1)));
    expect(got.filter(({ kind }) => kind === 'state')).toHaveLength(1);
  });
});
