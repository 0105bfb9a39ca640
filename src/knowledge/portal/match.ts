import type { Procedure } from '../schema/procedure.ts';
import { say } from '../schema/text.ts';
import type { PortalRecord } from './record.ts';
import { foldWords } from './same-paper.ts';

/** Our entries that a record is about: by its code, else by exactly its name. A code may belong to several of ours. */
export function entriesOf(record: PortalRecord, procedures: readonly Procedure[]): Procedure[] {
  const base = procedures.filter(({ scope }) => scope === 'base');
  const byCode = base.filter(({ code }) => code !== undefined && national(code) === national(record.code));
  if (byCode.length > 0) return byCode;
  return base.filter(({ name }) => key(say(name)) === key(record.name));
}

/** A province's code begins with the national one. */
const national = (code: string): string => code.slice(0, 8);
const key = (name: string): string =>
  foldWords(name)
    .join(' ')
    .replace(/^thu tuc /, '');
