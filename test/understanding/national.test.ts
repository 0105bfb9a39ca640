import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { bodySchema } from '#knowledge/schema/body.ts';
import { kindOf, openBodies } from '#understanding/national/bodies.ts';
import { findNational } from '#understanding/national/find.ts';
import { readNational, writeNational } from '#understanding/national/line.ts';
import { entryOf, openNational } from '#understanding/national/open.ts';
import { packNational } from '#understanding/national/pack.ts';
import { randomFrom } from '#understanding/random.ts';
import { openSlips } from '#understanding/slipIndex.ts';
import { openTelling } from '#understanding/telling.ts';
import { foldedPhrase, words } from '#understanding/text.ts';
import { openWords } from '#understanding/wordTable.ts';
import { oneSlip } from '../../src/commands/evaluate/roughen.ts';

const data = new URL('../../data/', import.meta.url);
const text = readFileSync(new URL('national/list.jsonl', data), 'utf8');
const list = readNational(text);
const bodies = z.array(bodySchema).parse(parse(readFileSync(new URL('bodies.yaml', data), 'utf8')));
const packed = packNational({ lines: list.lines, bodies }, { byCode: new Map(), byName: new Map() });
const national = openNational(packed, openWords(packed.words));
const slips = openSlips(national.table, () => true);
const tells = openTelling({ words: new Uint16Array(), tells: new Uint16Array() }, national);
const find = (message: string) => findNational(words(message), national, slips, tells);

describe('the national list', () => {
  it('is written as it is read', () => {
    expect(writeNational(list)).toBe(text);
    expect(list.lines).toHaveLength(5652);
  });

  it('never says "not here" of what a body of a commune does', () => {
    // Read from the names themselves, not from the table that is on trial.
    const communes =
      /cấp xã|công an (?:xã|phường)|(?:ủy|uỷ) ban nhân dân (?:xã|phường)|ubnd (?:xã|phường)|xã, phường/iu;
    const table = openBodies(bodies);
    const wrong = list.lines.filter(
      (line) =>
        communes.test(`${line.executing ?? ''} ${line.authority ?? ''}`) &&
        kindOf(line, table) === 'elsewhere',
    );
    expect(wrong.map(({ code, name }) => `${code} ${name}`)).toEqual([]);
  });

  it('says it for a name that stands there several times only where none of them is done here', () => {
    const table = openBodies(bodies);
    const here = new Set(
      list.lines.filter((line) => kindOf(line, table) !== 'elsewhere').map(({ name }) => foldedPhrase(name)),
    );
    const entries = Array.from(packed.kinds, (_, entry) => entryOf(national, entry));
    expect(new Set(entries.map(({ kind }) => kind)).size).toBeGreaterThan(1);
    const said = entries.filter(({ kind, name }) => kind === 'elsewhere' && here.has(foldedPhrase(name)));
    expect(said).toEqual([]);
  });

  it('concludes nothing from a body that nobody reviewed, from none, and from those of other cities', () => {
    const table = openBodies(bodies);
    const kind = (executing: string | null, authority: string | null = null): string =>
      kindOf({ executing, authority }, table);
    expect(kind(null)).toBe('unknown');
    expect(kind('Hội đồng của một cơ quan lạ')).toBe('unknown');
    expect(kind('Sở Tư pháp', 'Hội đồng của một cơ quan lạ')).toBe('unknown');
    expect(kind('UBND phường Kinh Bắc')).toBe('unknown');
    expect(kind('Sở Tư pháp')).toBe('elsewhere');
    expect(kind('Sở Xây dựng', 'Uỷ ban Nhân dân cấp xã, phường, thị trấn')).toBe('here-not-yet');
    expect(kind('Công an cấp Xã')).toBe('here-not-yet');
  });

  it('knows a covered procedure by its code and by its name, and says whose entry it is', () => {
    const [line] = list.lines;
    if (line === undefined) throw new Error('no line');
    for (const covered of [
      { byCode: new Map([[line.code, 'ours']]), byName: new Map<string, string>() },
      { byCode: new Map<string, string>(), byName: new Map([[foldedPhrase(line.name), 'ours']]) },
    ]) {
      const one = packNational({ lines: [line], bodies }, covered);
      const own = openNational(one, openWords(one.words));
      expect(
        findNational(
          words(line.name),
          own,
          openSlips(own.table, () => true),
          () => 1,
        )[0],
      ).toMatchObject({
        kind: 'covered',
        procedure: 'ours',
      });
    }
  });

  it('finds 97 of 100 names among the first three, shortened or misspelt', () => {
    const random = randomFrom(2026);
    const times: number[] = [];
    let found = 0;
    for (let n = 0; n < 300; n++) {
      const line = list.lines[Math.floor(random() * list.lines.length)];
      if (line === undefined) continue;
      const message = rough(line.name, random);
      const from = performance.now();
      const hits = find(message);
      times.push(performance.now() - from);
      if (hits.some(({ name }) => foldedPhrase(name) === foldedPhrase(line.name))) found += 1;
    }
    expect(found / 300).toBeGreaterThanOrEqual(0.97);
    expect(times.sort((a, b) => a - b)[Math.floor(0.95 * times.length)]).toBeLessThan(5);
  });

  it('returns in bounded time for anything', () => {
    for (const message of [
      'cấp giấy phép '.repeat(100_000),
      'x'.repeat(1_000_000),
      '__proto__ constructor',
      '',
    ]) {
      const from = performance.now();
      expect(find(message).length).toBeLessThanOrEqual(3);
      expect(performance.now() - from).toBeLessThan(400);
    }
  });
});

/** As people write a long official name: cut off after two thirds, or with a slip or two. */
function rough(name: string, random: () => number): string {
  const parts = name.split(/\s+/u);
  const way = Math.floor(random() * 3);
  if (way === 0) return parts.slice(0, Math.max(5, Math.ceil(parts.length * 0.7))).join(' ');
  return way === 1 ? oneSlip(name, random) : oneSlip(oneSlip(name, random), random);
}
