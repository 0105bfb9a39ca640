import { describe, expect, it } from 'vitest';
import { anInput } from '../../test/understanding/input.ts';
import { recalled } from './recalled.ts';
import { trainModel } from './train.ts';
import { createUnderstand } from './understand.ts';
import type { UnderstandContext } from './types.ts';

const understand = createUnderstand(trainModel(anInput()));
const nothing: UnderstandContext = { topic: null, expects: null, unit: null };

/** A matcher that remembers, and how often it had to read. */
function counted() {
  const reads: string[] = [];
  const call = recalled((text, context) => {
    reads.push(text);
    return understand(text, context);
  });
  return { reads, call };
}

describe('messages that come again', () => {
  it('are read twice and recalled from then on, with the same meaning', () => {
    const { reads, call } = counted();
    const first = call('xong', nothing);
    const later = [call('xong', nothing), call('xong', nothing), call('xong', nothing)];
    expect(reads).toEqual(['xong', 'xong']);
    for (const one of later) expect(one).toEqual(first);
  });

  it('are read anew where the conversation lends something else', () => {
    const { reads, call } = counted();
    const options = [{ id: 'a', label: 'Chưa cưới', says: ['chưa'] }];
    const contexts: UnderstandContext[] = [
      nothing,
      { ...nothing, topic: 'dang-ky-tam-tru' },
      { ...nothing, unit: '25326' },
      { ...nothing, lang: 'en' },
      { ...nothing, expects: { kind: 'unit' } },
      { ...nothing, expects: { kind: 'option', options } },
      { ...nothing, expects: { kind: 'option', options: [{ id: 'b', label: 'Chưa cưới', says: ['chưa'] }] } },
    ];
    const twice = contexts.map((context) => {
      call('chưa', context);
      return call('chưa', context);
    });
    expect(reads).toHaveLength(2 * contexts.length);
    contexts.forEach((context, i) => expect(call('chưa', context)).toBe(twice[i]));
    expect(twice.map(({ option }) => option)).toEqual([null, null, null, null, null, 'a', 'b']);
  });

  it('are never kept where they are long or hold a number or an address', () => {
    const { reads, call } = counted();
    const texts = ['0912345678', 'tôi tên Lan ٣', 'lan@example.vn', 'khai sinh '.repeat(5)];
    for (const text of texts) for (let time = 0; time < 4; time++) call(text, nothing);
    expect(reads).toHaveLength(4 * texts.length);
  });

  it('are kept up to a number of them', () => {
    const { reads, call } = counted();
    const letters = 'abcdefghijklmnopqrstuvwxyz'.split('');
    const texts = letters.flatMap((a) => letters.flatMap((b) => ['x', 'y', 'z'].map((c) => `${a}${b}${c}`)));
    const twice = (list: readonly string[]): void => {
      for (const text of list) for (let time = 0; time < 2; time++) call(text, nothing);
    };
    twice(texts.slice(0, 1990));
    reads.length = 0;
    call('aax', nothing);
    expect(reads).toEqual([]);
    twice(texts.slice(1990));
    reads.length = 0;
    call('aax', nothing);
    expect(reads).toEqual(['aax']);
  });
});
