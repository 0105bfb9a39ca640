import { describe, expect, it } from 'vitest';
import { randomFrom, shuffle } from '#understanding/random.ts';
import { aQuestion } from '../../../test/insight/a-question.ts';
import { doubtsOf } from './doubts.ts';
import { reviewQueue } from './queue.ts';
import { groupSimilar } from './similar.ts';

const unknown = (text: string, person?: string) =>
  aQuestion({
    text,
    outcome: 'unclear',
    topic: null,
    aspect: null,
    ...(person === undefined ? {} : { person }),
  });
const queueOf = (...questions: ReturnType<typeof aQuestion>[]) => reviewQueue(doubtsOf(questions, []));

describe('the review queue', () => {
  it('puts together what sounds alike, with and without diacritics', async () => {
    const { groups } = await queueOf(
      unknown('xin giấy xác nhận độc thân để đi làm'),
      unknown('xin giay xac nhan doc than de di lam'),
      unknown('xin giấy xác nhận độc thân'),
      unknown('nuôi chó có phải đăng ký không'),
    );
    expect(groups.map(({ count, people }) => [count, people])).toEqual([[3, 3]]);
    expect(groups[0]?.wordings.map(({ text }) => text)).toContain('xin giấy xác nhận độc thân');
  });

  it('shows no group of fewer than three people, however often they asked', async () => {
    const text = 'ba Nguyễn Thị Lan ở ấp 3 xin giấy gì';
    const queue = await queueOf(
      unknown(text, 'a'),
      unknown(text, 'a'),
      unknown(text, 'a'),
      unknown(text, 'b'),
    );
    expect(queue.groups).toEqual([]);
    expect(queue.hidden).toBe(4);
    expect(JSON.stringify(queue)).not.toContain('Lan');
    expect((await queueOf(unknown(text, 'a'), unknown(text, 'b'), unknown(text, 'c'))).groups).toHaveLength(
      1,
    );
  });

  it('says why each is there and what it was taken for', async () => {
    const text = 'làm giấy cho con đi học';
    const asked = { text, outcome: 'clarify', topic: 'dang-ky-khai-sinh', aspect: null } as const;
    const [group] = (await queueOf(unknown(text), aQuestion(asked), aQuestion(asked))).groups;
    expect(group?.kinds).toEqual([
      { kind: 'unknown', count: 1 },
      { kind: 'asked-back', count: 2 },
    ]);
    expect(group?.taken.map(({ topic, count }) => [topic, count])).toEqual([
      ['dang-ky-khai-sinh', 2],
      [null, 1],
    ]);
  });

  it('puts first what most people asked', async () => {
    const many = ['a', 'b', 'c', 'd'].map((person) => unknown('đổi tên đường trong sổ đỏ', person));
    const often = ['e', 'f', 'g', 'g', 'g'].map((person) => unknown('bán nhà cần giấy gì', person));
    expect((await queueOf(...often, ...many)).groups.map(({ people }) => people)).toEqual([4, 3]);
  });
});

describe('grouping', () => {
  const texts = [
    'xin số nhà',
    'xin cấp số nhà',
    'xin số nhà mới',
    'cấp lại sổ hộ nghèo',
    'sổ hộ nghèo bị mất',
    '???',
  ];

  it('does not depend on the order of the texts', async () => {
    const named = async (list: readonly string[]): Promise<string[][]> => {
      const groups = await groupSimilar(list);
      const byGroup = Map.groupBy(list, (_, i) => groups[i]);
      return [...byGroup.values()]
        .map((group) => group.toSorted())
        .sort((a, b) => ((a[0] ?? '') < (b[0] ?? '') ? -1 : 1));
    };
    const first = await named(texts);
    for (let seed = 1; seed <= 5; seed++)
      expect(await named(shuffle([...texts], randomFrom(seed)))).toEqual(first);
    expect(first.length).toBeGreaterThan(2);
    expect(first.length).toBeLessThan(texts.length);
  });

  it('of ten thousand wordings takes little more than a second', async () => {
    const random = randomFrom(3);
    const pool =
      'xin cấp giấy khai sinh kết hôn tạm trú hộ nghèo đất nhà con chồng vợ mẹ làm sao cần gì ở đâu mấy ngày tiền phí'.split(
        ' ',
      );
    const many = Array.from({ length: 10_000 }, () =>
      Array.from(
        { length: 4 + Math.floor(random() * 8) },
        () => pool[Math.floor(random() * pool.length)],
      ).join(' '),
    );
    const from = performance.now();
    await groupSimilar(many);
    expect(performance.now() - from).toBeLessThan(15_000);
  });
});
