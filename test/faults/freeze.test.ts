import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { createTurnStore } from '#turns/repository.ts';
import { migrated, onEachEngine } from '../support/engines.ts';
import { anInbound, ZALO } from '../turns/toys.ts';
import type { ChildOptions } from './child.ts';
import { startChild } from './process.ts';

onEachEngine('a process that freezes past its lease', (make) => {
  it('does no harm when it wakes up: another has answered, and its own commit writes nothing', async () => {
    const { database, test } = await migrated(make);
    const store = createTurnStore({ database, sealKey: 'ab'.repeat(32), writers: [] });
    const options = (name: string, turnMs: number): ChildOptions => ({
      engine: test.engine,
      address: test.address,
      mode: 'work',
      name,
      leaseMs: 600,
      turnMs,
      residents: 0,
      from: [],
    });
    const { conversation } = await store.accept(anInbound({ account: ZALO, text: 'một' }));
    const frozen = startChild(options('frozen', 400));
    await frozen.said('turn');
    frozen.signal('SIGSTOP');
    const awake = startChild(options('awake', 0));
    await awake.said('turn');
    const replies = async (): Promise<string[]> =>
      (await store.activitiesAfter(conversation, 0, 10))
        .filter(({ kind }) => kind === 'out')
        .map(({ id }) => id);
    while ((await replies()).length === 0) await sleep(20);

    frozen.signal('SIGCONT');
    await frozen.said('warn A turn was dropped');
    expect(await replies()).toEqual([expect.stringMatching(/^awake-/)]);

    // Both go on working; nothing of the conversation is stuck.
    await store.accept(anInbound({ account: ZALO, text: 'hai' }));
    while ((await replies()).length === 1) await sleep(20);
    await sleep(200);
    expect(await replies()).toHaveLength(2);
    expect(await store.findConversation(conversation)).toMatchObject({ state: { data: ['một', 'hai'] } });
    for (const child of [frozen, awake]) {
      child.signal('SIGKILL');
      await child.ended;
    }
    await database.close();
    await test.drop();
  });
});
