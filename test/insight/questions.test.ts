import { expect, it } from 'vitest';
import type { QuestionsView } from '#insight/contract.ts';
import type { Database } from '#store/database.ts';
import { freshDatabase, onEachEngine } from '../support/engines.ts';
import { T0 } from './a-question.ts';
import { logged, rated } from './log.ts';
import { toyRoom } from './toy-room.ts';

onEachEngine('what was asked', (make) => {
  let database: Database;
  freshDatabase(make, (fresh) => {
    database = fresh;
  });

  it('is told by topic with its numbers; of a unit its own; wordings where three said alike', async () => {
    const topic = 'dang-ky-khai-sinh';
    const about = { topic, outcome: 'answer', aspect: 'le-phi' } as const;
    for (const person of ['a', 'b', 'c']) {
      const { conversation } = await logged(database, { person, text: 'khai sinh bao nhiêu tiền', ...about });
      await rated(database, conversation, topic, { helped: person !== 'c' });
    }
    const { conversation } = await logged(database, {
      person: 'd',
      text: 'chuyện riêng của bà Tư',
      ...about,
    });
    await rated(database, conversation, `wrong:${topic}/fee/le-phi`);
    await rated(database, conversation, `why:wrong:${topic}`);
    await logged(database, { person: 'e', text: 'trời hôm nay', outcome: 'unclear' });
    await logged(database, { person: 'f', text: 'khai sinh bao nhiêu tiền', ...about, unit: '25333' });
    await logged(database, { person: 'g', text: 'đã lâu', ...about, at: T0 - 31 * 86_400_000 });
    const room = toyRoom(database);
    const read = async (scope: string) =>
      (await room.call('mai', `GET /api/staff/${scope}/insight/questions`)).json as QuestionsView;
    const view = await read('25326');
    expect(view).toMatchObject({ asked: 5, people: 5 });
    expect(view.topics).toMatchObject([
      {
        topic: { id: topic, name: 'Đăng ký khai sinh' },
        count: 4,
        people: 4,
        outcomes: [{ outcome: 'answer', count: 4 }],
        helped: 2,
        notHelped: 1,
        wrong: 1,
        wordings: [{ text: 'khai sinh bao nhiêu tiền', count: 3 }],
      },
      { topic: null, count: 1, wordings: [] },
    ]);
    expect(JSON.stringify(view)).not.toContain('bà Tư');
    expect((await read('base')).asked).toBe(6);
  });
});
