import type { Json } from '#root/json.ts';

/** JSON as entries have it: names with values. */
export type Group = { readonly [key: string]: Json };

export const isGroup = (value: Json | undefined): value is Group =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
export const groupOf = (value: Json | undefined): Group => (isGroup(value) ? value : {});

const isList = (value: Json | undefined): value is readonly Json[] => Array.isArray(value);
export const listOf = (value: Json | undefined): readonly Json[] => (isList(value) ? value : []);
export const groupsOf = (value: Json | undefined): readonly Group[] => listOf(value).filter(isGroup);

export const textOf = (value: Json | undefined): string | null => (typeof value === 'string' ? value : null);

/** With a value in place, or without it. */
export function put(group: Group, name: string, value: Json | null): Group {
  if (value !== null) return { ...group, [name]: value };
  return Object.fromEntries(Object.entries(group).filter(([key]) => key !== name));
}
