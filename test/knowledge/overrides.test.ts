import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { compileKnowledge } from '#knowledge/compile.ts';
import { faultLine } from '#knowledge/fault.ts';
import { openRelease, procedureFor } from '#knowledge/release.ts';
import { aCompiledRelease, aProcedure } from '../support/builders.ts';
import { productRelease } from './cases.ts';

/** A unit of the toy data. */
const UNIT = '25441';

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'overrides-'));
  const { flow, units, topics } = aCompiledRelease();
  mkdirSync(join(home, 'procedures', UNIT), { recursive: true });
  for (const [file, content] of Object.entries({
    flow,
    units,
    topics,
    'procedures/thu-tuc-mau': aProcedure(),
  }))
    writeFileSync(join(home, `${file}.yaml`), stringify(content));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

const own = (content: unknown): void =>
  writeFileSync(join(home, `procedures/${UNIT}/thu-tuc-mau.yaml`), stringify(content));

describe('what a unit says differently', () => {
  it('holds there, and the base elsewhere', () => {
    own({ id: 'thu-tuc-mau', leadsTo: 'Giấy của phường.' });
    const compiled = compileKnowledge(home);
    if ('faults' in compiled) throw new Error(compiled.faults.map(faultLine).join('\n'));
    const release = openRelease(compiled.release);
    const base = procedureFor(release, 'thu-tuc-mau', null);
    expect(procedureFor(release, 'thu-tuc-mau', UNIT)).toEqual({
      ...base,
      scope: UNIT,
      leadsTo: 'Giấy của phường.',
    });
  });

  it('is held to the schema as a whole, and the fault stands in the file of the unit', () => {
    own({ id: 'thu-tuc-mau', fees: null });
    const compiled = compileKnowledge(home);
    const all = 'faults' in compiled ? compiled.faults : [];
    const faults = all.filter(({ severity }) => severity === 'error').map(faultLine);
    expect(faults).toEqual([
      expect.stringMatching(/^procedures\/\d{5}\/thu-tuc-mau\.yaml:2:\d+: error: is missing/),
    ]);
  });

  it('is said by Bình Long and An Lộc of the data, on the base of everybody', () => {
    const { release } = productRelease();
    expect([...release.overrides.keys()].toSorted()).toEqual(['25326', '25333']);
    for (const [unit, entries] of release.overrides)
      for (const [id, entry] of entries) {
        const base = release.procedures.get(id);
        expect(entry.fees, `${unit}/${id}`).toEqual(base?.fees);
        expect(entry.steps).not.toEqual(base?.steps);
      }
  });
});
