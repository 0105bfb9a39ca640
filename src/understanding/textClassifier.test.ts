import { describe, expect, it } from 'vitest';
import { theLexicon } from '../../test/understanding/input.ts';
import { isVietnamese, trainClassifier } from './textClassifier.ts';

const some = (label: string, ...texts: string[]) => texts.map((text) => ({ text, label }));

describe('the engine by itself', () => {
  it('reads Vietnamese as residents type it', () => {
    const classifier = trainClassifier(
      [
        ...some('khai-sinh', 'làm giấy khai sinh', 'khai sinh cho con', 'vợ mới sinh em bé'),
        ...some('tam-tru', 'đăng ký tạm trú', 'ở trọ có phải báo không', 'khai báo tạm trú'),
      ],
      theLexicon(),
    );
    for (const text of ['lam giay khai sinh', 'giaays khai sinh', 'khai snih cho bé'])
      expect(classifier.classify(text).labels[0]).toBe('khai-sinh');
    expect(classifier.classify('đk tạm trú').labels).toEqual(['tam-tru', 'khai-sinh']);
  });

  it('reads endings of other languages by runs of letters, and is less sure of what it never saw', () => {
    const classifier = trainClassifier(
      [
        ...some(
          'card',
          'where is my card',
          'card has not arrived',
          'my new cards are late',
          'track the card',
        ),
        ...some('pin', 'change the pin', 'how do I change pins', 'forgot my pin number', 'pin changed twice'),
      ],
      null,
    );
    expect(classifier.classify('changing pins').labels[0]).toBe('pin');
    const known = classifier.classify('where is my new card').p;
    expect(classifier.classify('purple elephants sing loudly').p).toBeLessThan(known);
    expect(classifier.cut(0.5)).toBeGreaterThanOrEqual(classifier.cut(0));
  });

  it('tells Vietnamese by its diacritics', () => {
    expect(isVietnamese(['làm giấy', 'khai sinh', 'tạm trú'])).toBe(true);
    expect(isVietnamese(['where is it', 'a café', 'card', 'pin'])).toBe(false);
  });
});
