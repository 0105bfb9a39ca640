import { describe, expect, it } from 'vitest';
import { aQuestion, aRating, T0 } from '../../../test/insight/a-question.ts';
import { doubtsOf, wrongFactsOf } from './doubts.ts';

const kindsOf = (...args: Parameters<typeof doubtsOf>) =>
  doubtsOf(...args).map(({ question, kinds }) => [question.turn, kinds.join(' ')]);

describe('a question is doubtful', () => {
  it('when it was not understood or asked back, and not when it was answered', () => {
    const unknown = aQuestion({ outcome: 'unclear', topic: null });
    const asked = aQuestion({ outcome: 'clarify' });
    expect(kindsOf([unknown, asked, aQuestion()], [])).toEqual([
      [unknown.turn, 'unknown'],
      [asked.turn, 'asked-back'],
    ]);
  });

  it('when she said of its answer that it did not help: the one before her word, not a later one', () => {
    const first = aQuestion({ person: 'p', at: T0 });
    const rated = aQuestion({ person: 'p', at: T0 + 1, topic: 'cap-ban-sao', aspect: null });
    const later = aQuestion({ person: 'p', at: T0 + 100, topic: 'cap-ban-sao', aspect: 'le-phi' });
    const word = aRating(rated, { at: T0 + 50 });
    expect(kindsOf([first, rated, later], [word])).toEqual([[rated.turn, 'rated-bad']]);
    expect(doubtsOf([rated], [word])[0]?.feedback).toEqual([word.id]);
  });

  it('and neither a helpful answer, nor a reason, nor a report of a fact rates one', () => {
    const question = aQuestion();
    const about = question.topic ?? '';
    const words = [
      aRating(question, { helped: true }),
      aRating(question, { about: `why:wrong:${about}` }),
      aRating(question, { about: `wrong:${about}/fee/le-phi` }),
    ];
    expect(kindsOf([question], words)).toEqual([]);
  });

  it('when one person asks the same again; another aspect, another person or another day is no repeat', () => {
    const first = aQuestion({ person: 'p', at: T0 });
    const again = aQuestion({ person: 'p', at: T0 + 60_000 });
    expect(kindsOf([first, again], [])).toEqual([[first.turn, 'asked-twice']]);
    expect(kindsOf([first, aQuestion({ person: 'p', aspect: 'le-phi', at: T0 + 60_000 })], [])).toEqual([]);
    expect(kindsOf([first, aQuestion({ at: T0 + 60_000 })], [])).toEqual([]);
    expect(kindsOf([first, aQuestion({ person: 'p', at: T0 + 24 * 3_600_000 })], [])).toEqual([]);
  });
});

it('reports of one fact are one line with its people counted once each', () => {
  const [a, b] = [aQuestion({ person: 'a' }), aQuestion({ person: 'b' })];
  const fee = { about: 'wrong:dang-ky-khai-sinh/fee/qua-han' };
  const lines = wrongFactsOf([
    aRating(a, fee),
    aRating(a, fee),
    aRating(b, fee),
    aRating(b, { about: 'wrong:dang-ky-khai-sinh/time/giai-quyet' }),
    aRating(b, { about: 'dang-ky-khai-sinh' }),
  ]);
  expect(lines.map(({ key, people, reports }) => [key, people, reports])).toEqual([
    ['dang-ky-khai-sinh/fee/qua-han', 2, 3],
    ['dang-ky-khai-sinh/time/giai-quyet', 1, 1],
  ]);
});
