import { describe, expect, it } from 'vitest';
import { anInput, aTopic } from '../../test/understanding/input.ts';
import { lintPhrases } from './lintPhrases.ts';

const withTopics = (...topics: ReturnType<typeof aTopic>[]) => {
  const input = anInput();
  return lintPhrases({ ...input, topics: [...input.topics, ...topics] });
};

describe('the look over phrases', () => {
  it('finds the same words under two topics, however they are typed', () => {
    const found = withTopics(aTopic({ id: 'khac-ten', names: [], phrases: ['Lam GIAY khai sinh!'] }));
    expect(found).toContainEqual({
      kind: 'same-phrase',
      phrase: 'làm giấy khai sinh',
      topics: ['dang-ky-khai-sinh', 'khac-ten'],
    });
  });

  it('finds topics with too few phrases', () => {
    const found = withTopics(aTopic({ id: 'it-cau', phrases: ['một câu'] }));
    expect(found).toContainEqual({ kind: 'too-few', topic: 'it-cau', phrases: 1 });
  });

  it('finds two topics that say the same in other words, with the phrases that show it', () => {
    const ways = ['tàu cá', 'ghe đánh cá', 'thuyền câu'];
    const one = ways.flatMap((way) => [`đăng kiểm ${way}`, `kiểm tra ${way}`]);
    const other = ways.flatMap((way) => [`xin đăng kiểm ${way}`, `đi kiểm tra ${way}`]);
    const found = withTopics(aTopic({ id: 'tau-a', phrases: one }), aTopic({ id: 'tau-b', phrases: other }));
    const overlap = found.find((finding) => finding.kind === 'overlap');
    expect(overlap).toMatchObject({ kind: 'overlap', topics: ['tau-a', 'tau-b'] });
    expect(found.filter(({ kind }) => kind === 'misread').length).toBeGreaterThan(1);
  });

  it('finds nothing of the kind where topics are apart', () => {
    expect(lintPhrases(anInput()).filter(({ kind }) => kind === 'same-phrase' || kind === 'overlap')).toEqual(
      [],
    );
  });
});
