import { describe, expect, it } from 'vitest';
import { shippedWording } from '../../test/dialogs/wording.ts';
import { fill, say, voiceOf, wordings } from './wording.ts';

const shipped = shippedWording();
const placeholders = (text: string): string[] =>
  [...new Set([...text.matchAll(/\{([^{}]*)\}/g)].map((m) => m[1] ?? ''))].sort();

describe('wording', () => {
  it('has exactly the keys that the code speaks', () => {
    expect(Object.keys(shipped).sort()).toEqual(Object.keys(wordings).sort());
  });

  it.each(Object.entries(wordings))('%s has its placeholders in every language', (key, names) => {
    const text = shipped[key];
    const all =
      typeof text === 'object' ? [text.vi, ...(text.en === undefined ? [] : [text.en])] : [text ?? ''];
    for (const said of all) expect(placeholders(said)).toEqual([...names].sort());
  });

  it('speaks English too, cues for recognising her words apart', () => {
    const silent = Object.entries(shipped).filter(
      ([key, text]) => !key.startsWith('cue.') && (typeof text === 'string' || text.en === undefined),
    );
    expect(silent.map(([key]) => key)).toEqual([]);
  });

  it('keeps titles of buttons short enough for channels that cut them', () => {
    const long = Object.entries(shipped).flatMap(([key, text]) => {
      const all = typeof text === 'object' ? [text.vi, text.en ?? ''] : [text];
      return all.flatMap((said) =>
        key.startsWith('choice.') && !said.includes('{') && said.length > 20 ? [`${key}: ${said}`] : [],
      );
    });
    expect(long).toEqual([]);
  });

  it('speaks of itself in one way', () => {
    const mixed = Object.entries(shipped).filter(
      ([key, text]) =>
        !key.startsWith('cue.') && /(^|\s)em\s/i.test(typeof text === 'object' ? text.vi : text),
    );
    expect(mixed).toEqual([]);
  });

  it('fills placeholders, and leaves what has no value', () => {
    expect(fill('{a} {b} {constructor}', { a: 1 })).toBe('1 {b} {constructor}');
  });

  it('falls back to Vietnamese, and to the key where a release lacks it', () => {
    const wording = new Map([['menu.ask', 'Gì ạ?']]);
    expect(voiceOf(wording, 'en').words('menu.ask')).toBe('Gì ạ?');
    expect(say(wording, 'start.hello', [], 'vi')).toBe('start.hello');
  });
});
