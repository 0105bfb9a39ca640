import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { soundOf } from '#dialogs/safety/alarm.ts';
import { compileKnowledge } from '#knowledge/compile.ts';
import { openRelease } from '#knowledge/release.ts';

const halfSchema = z.strictObject({
  danger: z.record(z.string(), z.array(z.string())),
  harmless: z.array(z.string()),
});
const wordings = z
  .strictObject({ known: halfSchema, aside: halfSchema })
  .parse(parse(readFileSync(new URL('danger-wordings.yaml', import.meta.url), 'utf8')));

const compiled = compileKnowledge(new URL('../../data', import.meta.url).pathname);
if (!('release' in compiled)) throw new Error(compiled.faults.map(({ message }) => message).join('\n'));
const release = openRelease(compiled.release);
const alarmOf = (text: string): string | null => soundOf(release, text).alarm?.id ?? null;

describe('danger told in free words', () => {
  it('the half that patterns were written by is heard, each with the right help', () => {
    const missed = Object.entries(wordings.known.danger).flatMap(([id, texts]) =>
      texts.filter((text) => alarmOf(text) !== id),
    );
    expect(missed).toEqual([]);
  });

  it('the half set aside is heard nearly whole', () => {
    const texts = Object.values(wordings.aside.danger).flat();
    const missed = texts.filter((text) => alarmOf(text) === null);
    expect(1 - missed.length / texts.length).toBeGreaterThanOrEqual(0.9);
  });

  it.each(['known', 'aside'] as const)('what is long over and asks for a paper is no danger: %s', (half) => {
    expect(wordings[half].harmless.filter((text) => alarmOf(text) !== null)).toEqual([]);
  });

  it('a danger of now is heard beside a paper, and after one', () => {
    expect(alarmOf('tháng trước nộp khai sinh, giờ nhà em cháy rồi cứu với')).toBe('chay');
    expect(alarmOf('nhà cháy năm ngoái mất giấy khai sinh. Giờ nhà cháy nữa kìa')).toBe('chay');
    expect(alarmOf('năm ngoái làm giấy khai sinh cho con, giờ chồng đánh tôi')).toBe('bao-luc');
    expect(alarmOf('làm khai tử cho má xong tôi không muốn sống nữa')).toBe('tuyet-vong');
  });
});
