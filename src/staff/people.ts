import { may, ROLES, type Grant, type Officer, type Role } from './officer.ts';
import type { Scope } from '#knowledge/schema/ids.ts';

/** Which role stands where: one province, many units. */
export function fits({ role, scope }: Grant): boolean {
  if (role === 'province-administrator') return scope === 'base';
  return role !== 'unit-administrator' || scope !== 'base';
}

const rank = (role: Role): number => ROLES.indexOf(role);

/** The highest that she holds there; -1: nothing. */
const rankIn = ({ grants }: Pick<Officer, 'grants'>, scope: Scope): number =>
  Math.max(
    -1,
    ...grants.filter((one) => one.scope === 'base' || one.scope === scope).map(({ role }) => rank(role)),
  );

/** Whether she may give or take this: she administers there, and it is not above what she holds herself. */
export const mayGrant = (by: Pick<Officer, 'grants'>, { role, scope }: Grant): boolean =>
  may(by, 'administer', scope) && rankIn(by, scope) >= rank(role);

/**
 * Whether she may act on the whole account: its password, its second factor, its sessions. With it come all its
 * rights, so she must be able to give every one of them. An account without any belongs to the province.
 */
export const mayManage = (by: Pick<Officer, 'grants'>, whom: Pick<Officer, 'grants'>): boolean =>
  whom.grants.length === 0
    ? may(by, 'administer', 'base')
    : whom.grants.every((grant) => mayGrant(by, grant));

/** Where a line about this person is read: by the unit's administrator, where she works for one. */
export const homeScope = ({ grants }: Pick<Officer, 'grants'>): Scope =>
  grants.some(({ scope }) => scope === 'base') ? 'base' : (grants[0]?.scope ?? 'base');
