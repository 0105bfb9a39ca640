import { units } from 'virtual:units';
import type { Scope } from '#knowledge/schema/ids.ts';
import type { Officer } from '#staff/officer.ts';
import { shellWords } from '../words/shell.vi.ts';

const order = new Intl.Collator('vi');
const nameByCode = new Map(units.map(({ code, name, type }) => [code, `${type} ${name}`]));
const sorted = [...units].sort((a, b) => order.compare(a.name, b.name)).map(({ code }) => code);

const LAST = 'console-unit';

export const scopeName = (scope: Scope): string =>
  scope === 'base' ? shellWords.base : (nameByCode.get(scope) ?? scope);

/** Every unit of the city by name; `base` apart. */
export const allUnits: readonly string[] = sorted;

/** Where she may look: the base first, then units by name. */
export function scopesOf({ grants }: Pick<Officer, 'grants'>): readonly Scope[] {
  if (grants.some(({ scope }) => scope === 'base')) return ['base', ...sorted];
  return sorted.filter((code) => grants.some(({ scope }) => scope === code));
}

/** The one she looked at last, else the first of hers. */
export function firstScope(officer: Pick<Officer, 'grants'>): Scope {
  const own = scopesOf(officer);
  const last = localStorage.getItem(LAST);
  return own.find((scope) => scope === last) ?? own[0] ?? 'base';
}

export function rememberScope(scope: Scope): void {
  localStorage.setItem(LAST, scope);
}
