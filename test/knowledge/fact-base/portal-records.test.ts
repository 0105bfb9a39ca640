import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readJsonRecord } from '#knowledge/portal/json-record.ts';
import { portalRecordSchema } from '#knowledge/portal/record.ts';
import { readTextRecord } from '#knowledge/portal/text-record.ts';
import { factBase } from './read.ts';

const folder = (format: string): string => join(factBase, 'portal-records', format);

describe.skipIf(!existsSync(folder('text')))(
  'real records of the portal (skipped where they are not)',
  () => {
    const files = (format: string): string[] =>
      existsSync(folder(format)) ? readdirSync(folder(format)) : [];

    it('are all read from text, with ways, papers and a code', () => {
      expect(files('text').length).toBeGreaterThan(100);
      for (const file of files('text')) {
        const record = portalRecordSchema.parse(
          readTextRecord(readFileSync(join(folder('text'), file), 'utf8')),
        );
        expect(`${record.code}.txt`).toBe(file);
        expect(record.ways.length).toBeGreaterThan(0);
        expect(record.documents.length).toBeGreaterThan(0);
      }
    });

    it('are all read from pages, and say the same times as the text but for those that changed in between', () => {
      const times = (record: ReturnType<typeof readTextRecord>): string =>
        JSON.stringify(record?.ways.map(({ channel, time }) => [channel, time]).toSorted());
      const other = files('json').filter((file) => {
        const page = readJsonRecord(JSON.parse(readFileSync(join(folder('json'), file), 'utf8')));
        portalRecordSchema.parse(page);
        const text = readFileSync(join(folder('text'), file.replace('.json', '.txt')), 'utf8');
        return times(page) !== times(readTextRecord(text));
      });
      // Four procedures of building and planning got shorter times; one page glues time and fee.
      expect(other).toEqual([
        '1.005136.json',
        '1.013225.json',
        '1.013226.json',
        '1.013229.json',
        '1.014159.json',
      ]);
    });
  },
);
