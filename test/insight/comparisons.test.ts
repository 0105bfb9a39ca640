import { expect, it } from 'vitest';
import type { ComparisonView, HealthView } from '#insight/contract.ts';
import type { Answered, Compared, Comparing } from '#insight/ports.ts';
import { createInsightWriter } from '#insight/repository.ts';
import { run, type Database } from '#store/database.ts';
import { freshDatabase, onEachEngine } from '../support/engines.ts';
import { T0 } from './a-question.ts';
import { logged } from './log.ts';
import { toyRoom } from './toy-room.ts';

const base = '/api/staff/25326/insight/comparisons';
const key = { kind: 'procedure', scope: '25326', id: 'dang-ky-khai-sinh' } as const;
const changes = { kind: 'changes', changes: [{ key, value: { id: key.id } }] };

const answered = (over: Partial<Answered>): Answered => ({
  outcome: 'answer',
  topic: 'dang-ky-khai-sinh',
  aspect: 'le-phi',
  p: 0.9,
  reply: 'Lệ phí: 8.000 đồng',
  ...over,
});

/** Everything is told another fee. */
const dearer = (what: Comparing): Compared => ({
  slices: [
    {
      slice: 'all',
      rows: 10,
      figures: [{ figure: 'top1', before: { hits: 8, of: 10 }, after: { hits: 9, of: 10 } }],
    },
  ],
  missed: { before: [{ slice: 'all', figure: 'top1', must: 'least', got: 80, mark: 92 }], after: [] },
  asked: 10,
  evaluation: [
    {
      text: 'khai sinh bao nhiêu tiền',
      right: 'dang-ky-khai-sinh',
      slice: 'clean',
      verdict: 'better',
      before: answered({ outcome: 'unclear', topic: null }),
      after: answered({}),
    },
  ],
  questions: what.questions.map((_, place) => ({
    place,
    before: answered({}),
    after: answered({ reply: 'Lệ phí: 9.000 đồng' }),
  })),
});

onEachEngine('what changes would do', (make) => {
  let database: Database;
  freshDatabase(make, (fresh) => {
    database = fresh;
  });

  async function compared(
    room: ReturnType<typeof toyRoom>,
    body: unknown = changes,
  ): Promise<ComparisonView> {
    const { status, json } = await room.call('lan', `POST ${base}`, body);
    expect(status).toBe(201);
    await room.comparisons.settled();
    return await viewed(room, (json as { id: string }).id);
  }
  const viewed = async (room: ReturnType<typeof toyRoom>, id: string, scope = '25326') =>
    (await room.call('mai', `GET /api/staff/${scope}/insight/comparisons/${id}`)).json as ComparisonView;
  const groupsOf = ({ result }: ComparisonView) =>
    result?.kind === 'compared' ? result.compared.questions.groups : [];

  it('is told side by side: the evaluation by slice, and what residents asked in groups', async () => {
    for (const person of ['a', 'b', 'c'])
      await logged(database, { person, text: 'khai sinh bao nhiêu tiền', topic: key.id, outcome: 'answer' });
    const room = toyRoom(database, { compare: dearer });
    const view = await compared(room);
    expect(view).toMatchObject({
      status: 'done',
      done: 1,
      result: {
        kind: 'compared',
        compared: {
          missed: { before: [{ slice: 'all', mark: 92 }], after: [] },
          evaluation: { better: 1, worse: 0, moves: [{ right: { name: 'Đăng ký khai sinh' } }] },
          questions: { asked: 3, people: 3, changed: 3 },
        },
      },
    });
    expect(groupsOf(view)).toMatchObject([
      {
        before: { reply: 'Lệ phí: 8.000 đồng' },
        after: { reply: 'Lệ phí: 9.000 đồng' },
        count: 3,
        people: 3,
        wordings: [{ text: 'khai sinh bao nhiêu tiền', count: 3 }],
      },
    ]);
  });

  it('asks of a unit what was asked there in the last thirty days, with the topic of the talk', async () => {
    await logged(database, { person: 'a', text: 'làm khai sinh', topic: key.id, outcome: 'offer' });
    await logged(database, { person: 'a', text: 'bao nhiêu tiền', topic: key.id, outcome: 'answer' });
    await logged(database, { person: 'b', text: 'ở nơi khác', unit: '25333' });
    await logged(database, { person: 'c', text: 'đã lâu', at: T0 - 40 * 86_400_000 });
    const room = toyRoom(database);
    await compared(room);
    expect(room.compared[0]?.questions).toEqual([
      { text: 'làm khai sinh', topic: null, unit: '25326' },
      { text: 'bao nhiêu tiền', topic: key.id, unit: '25326' },
    ]);
  });

  it('keeps no wording, and shows what three people said alike, as long as it is not deleted', async () => {
    const said = 'khai sinh cho cháu bao nhiêu tiền vậy';
    const people = ['a', 'b', 'c'];
    const asked = await Promise.all(
      people.map((person) => logged(database, { person, text: `${said} ${person}` })),
    );
    for (const person of people)
      await logged(database, { person, text: `chuyện riêng của ${person.repeat(9)}` });
    const room = toyRoom(database, { compare: dearer });
    const { json } = await room.call('lan', `POST ${base}`, changes);
    await room.comparisons.settled();
    const { id } = json as { id: string };
    const kept = await database.db.selectFrom('insight_run').selectAll().execute();
    expect(JSON.stringify(kept)).not.toMatch(/cho cháu|chuyện riêng/);
    const view = await viewed(room, id);
    expect(groupsOf(view)[0]).toMatchObject({ count: 6, people: 3 });
    expect(groupsOf(view)[0]?.wordings.map(({ text }) => text)).toEqual(
      people.map((one) => `${said} ${one}`),
    );
    await database.gate.write(function* erase() {
      yield* run(...createInsightWriter().erase(asked[0]?.conversation ?? ''));
    });
    expect(groupsOf(await viewed(room, id))[0]).toMatchObject({ count: 6, wordings: [] });
    expect((await room.call('mai', `GET /api/staff/25333/insight/comparisons/${id}`)).status).toBe(404);
  });

  it('says why changes cannot be published at all', async () => {
    const room = toyRoom(database);
    const view = await compared(room, { kind: 'changes', changes: [{ key, value: null }] });
    expect(view.result).toEqual({ kind: 'faulty', faults: [{ where: 'faq/x.yaml topics', message: 'bad' }] });
  });

  it('can be asked of a phrase before it is saved', async () => {
    const room = toyRoom(database);
    await compared(room, { kind: 'phrase', phrase: { phrase: 'khai sanh', topic: key.id, aspect: null } });
    expect(room.prepared[0]?.[0]?.value).toMatchObject({ phrases: ['làm khai sinh', 'khai sanh'] });
    expect(room.saved).toEqual([]);
  });

  it('ends as failed where the work broke, and as lost where its process went away', async () => {
    let now = T0;
    const room = toyRoom(database, {
      now: () => now,
      compare: () => {
        throw new Error('out of memory');
      },
    });
    expect(await compared(room)).toMatchObject({ status: 'failed', result: null });
    const gone = await room.runs.begin('25326', 'comparison', now);
    expect((await viewed(room, gone)).status).toBe('running');
    now += 61_000;
    expect((await viewed(room, gone)).status).toBe('lost');
  });

  it('the look at the understanding is one for all units and is made once at a time', async () => {
    const room = toyRoom(database);
    const path = '/insight/understanding';
    const read = async (scope: string) =>
      (await room.call('mai', `GET /api/staff/${scope}${path}`)).json as HealthView;
    expect(await read('25326')).toMatchObject({ status: null, health: null });
    await room.call('lan', `POST /api/staff/25326${path}`);
    await room.call('mai', `POST /api/staff/base${path}`);
    await room.health.settled();
    expect(await read('25333')).toMatchObject({
      status: 'done',
      fresh: true,
      health: { topics: 2, few: [] },
    });
    expect(await database.db.selectFrom('insight_run').selectAll().execute()).toHaveLength(1);
  });

  it('the words that set a topic apart are those that others have not', async () => {
    const room = toyRoom(database);
    const { json } = await room.call('lan', 'GET /api/staff/25326/insight/topics/dang-ky-khai-sinh');
    expect(json).toMatchObject({ topic: { name: 'Đăng ký khai sinh' }, phrases: ['làm khai sinh'] });
    expect((json as { words: { word: string }[] }).words.map(({ word }) => word)).toContain('khai sinh');
    expect((await room.call('lan', 'GET /api/staff/25326/insight/topics/khong-co')).status).toBe(404);
  });
});
