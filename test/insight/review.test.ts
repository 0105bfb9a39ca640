import { describe, expect, it } from 'vitest';
import { createInsightWriter } from '#insight/repository.ts';
import type { Review, Taught } from '#insight/contract.ts';
import { run, type Database } from '#store/database.ts';
import { freshDatabase, onEachEngine } from '../support/engines.ts';
import { T0 } from './a-question.ts';
import { logged, rated } from './log.ts';
import { toyRoom } from './toy-room.ts';

const base = '/api/staff/25326/insight';
const three = ['a', 'b', 'c'] as const;

onEachEngine('the review queue over http', (make) => {
  let database: Database;
  freshDatabase(make, (fresh) => {
    database = fresh;
  });
  const review = async (room: ReturnType<typeof toyRoom>, name: 'lan' | 'mai' = 'lan', scope = '25326') =>
    (await room.call(name, `GET /api/staff/${scope}/insight/review`)).json as Review;

  it('shows what three people asked, and hides what two did', async () => {
    for (const person of three) await logged(database, { person, text: 'xin giấy xác nhận số nhà' });
    for (const person of ['a', 'b']) await logged(database, { person, text: 'ông Bảy ấp 3 hỏi chuyện hụi' });
    const room = toyRoom(database);
    const found = await review(room);
    expect(found.groups.map(({ people, wordings }) => [people, wordings[0]?.text])).toEqual([
      [3, 'xin giấy xác nhận số nhà'],
    ]);
    expect(found.hidden).toBe(2);
    expect(JSON.stringify(found)).not.toContain('Bảy');
    expect(JSON.stringify(found)).not.toContain('hash-of');
  });

  it("shows an officer her unit's questions only, and counts people there", async () => {
    for (const person of three)
      await logged(database, { person, text: 'bán nhà cần giấy gì', unit: '25333' });
    await logged(database, { person: 'd', text: 'bán nhà cần giấy gì' });
    const room = toyRoom(database);
    expect(await review(room)).toMatchObject({ groups: [], hidden: 1 });
    const whole = await review(room, 'mai', 'base');
    expect(whole.groups.map(({ people }) => people)).toEqual([4]);
    expect((await room.call('lan', 'GET /api/staff/25333/insight/review')).status).toBe(403);
    const id = whole.groups[0]?.id ?? '';
    const settle = { what: { kind: 'group', id }, as: 'dismissed' };
    expect((await room.call('lan', `POST ${base}/review/settle`, settle)).status).toBe(404);
  });

  it('leaves out wording that is gone: deleted by her, or older than a month', async () => {
    const asked = await Promise.all(
      three.map((person) => logged(database, { person, text: 'xin giấy xác nhận số nhà' })),
    );
    await logged(database, { person: 'd', text: 'xin giấy xác nhận số nhà', at: T0 - 31 * 86_400_000 });
    const room = toyRoom(database);
    expect((await review(room)).groups.map(({ people }) => people)).toEqual([3]);
    await database.gate.write(function* erase() {
      yield* run(...createInsightWriter().erase(asked[0]?.conversation ?? ''));
    });
    expect(await review(room)).toMatchObject({ groups: [], hidden: 2 });
  });

  it('dismisses a group until three people ask it again', async () => {
    for (const person of three) await logged(database, { person, text: 'mấy giờ xe buýt chạy' });
    const room = toyRoom(database);
    const id = (await review(room)).groups[0]?.id ?? '';
    const settled = await room.call('lan', `POST ${base}/review/settle`, {
      what: { kind: 'group', id },
      as: 'dismissed',
    });
    expect(settled).toMatchObject({ status: 200, json: { questions: 3, reports: 0 } });
    expect(await review(room)).toMatchObject({ groups: [], hidden: 0 });
    expect(room.audit.lines).toMatchObject([{ action: 'question.settle', subject: id, officer: 'lan' }]);
    for (const person of ['d', 'e']) await logged(database, { person, text: 'mấy giờ xe buýt chạy' });
    expect(await review(room)).toMatchObject({ groups: [], hidden: 2 });
    await logged(database, { person: 'f', text: 'mấy giờ xe buýt chạy' });
    expect((await review(room)).groups).toHaveLength(1);
  });

  it('tells which facts are reported as wrong, from the first report on, without any wording', async () => {
    const { conversation } = await logged(database, {
      person: 'a',
      text: 'lệ phí khai sinh trễ',
      outcome: 'answer',
      topic: 'dang-ky-khai-sinh',
    });
    const key = 'dang-ky-khai-sinh/fee/le-phi';
    await rated(database, conversation, `wrong:${key}`);
    await rated(database, conversation, `why:wrong:dang-ky-khai-sinh`);
    const room = toyRoom(database);
    const found = await review(room);
    expect(found.wrong).toMatchObject([
      { key, procedure: { name: 'Đăng ký khai sinh' }, field: 'fee', people: 1, reports: 1 },
    ]);
    expect(JSON.stringify(found)).not.toContain('trễ');
    await room.call('lan', `POST ${base}/review/settle`, { what: { kind: 'fact', key }, as: 'entry' });
    expect((await review(room)).wrong).toEqual([]);
  });

  describe('makes a phrase of what an officer wrote', () => {
    const ask = async (room: ReturnType<typeof toyRoom>, over: object = {}, name: 'lan' | 'mai' = 'mai') =>
      room.call(name, `POST ${base}/phrases`, {
        phrase: 'làm giấy cho bé mới sinh',
        topic: 'dang-ky-khai-sinh',
        aspect: null,
        group: null,
        test: true,
        ...over,
      });

    it('a draft of the entry, and a question of the evaluation; the group is settled', async () => {
      for (const person of three) await logged(database, { person, text: 'lam giay cho be moi sanh' });
      const room = toyRoom(database);
      const group = (await review(room)).groups[0]?.id ?? '';
      const { status, json } = await ask(room, { group });
      expect(status).toBe(200);
      expect((json as Taught).entry).toEqual({ kind: 'procedure', scope: 'base', id: 'dang-ky-khai-sinh' });
      expect(room.saved[0]?.value).toMatchObject({ phrases: ['làm khai sinh', 'làm giấy cho bé mới sinh'] });
      expect(await room.evaluation.every()).toMatchObject([
        { text: 'làm giấy cho bé mới sinh', topic: 'dang-ky-khai-sinh' },
      ]);
      expect((await review(room)).groups).toEqual([]);
      const kept = JSON.stringify([room.saved, room.audit.lines, await room.evaluation.every()]);
      expect(kept).not.toContain('lam giay cho be moi sanh');
    });

    it('beside the one she taught before, and not twice', async () => {
      const room = toyRoom(database);
      await ask(room);
      await ask(room, { phrase: 'khai sanh cho cháu ngoại' });
      await ask(room, { phrase: 'Khai sanh cho chau ngoai' });
      expect(room.saved.map(({ value }) => (value as { phrases: string[] }).phrases.length)).toEqual([2, 3]);
    });

    it("her unit's own entry where she may not edit the shared one; a shared question is refused", async () => {
      const room = toyRoom(database);
      const { json } = await ask(room, {}, 'lan');
      expect((json as Taught).entry.scope).toBe('25326');
      expect((await ask(room, { topic: 'trouble:nowhere' }, 'lan')).status).toBe(404);
    });

    it('refuses what holds personal data', async () => {
      const room = toyRoom(database);
      expect((await ask(room, { phrase: 'số em là 0912345678' })).status).toBe(400);
      expect(room.saved).toEqual([]);
    });
  });
});
