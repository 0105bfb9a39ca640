import { fits, mayGrant } from '#staff/people.ts';
import { ROLES, type Officer, type Role } from '#staff/officer.ts';
import type { Scope } from '#knowledge/schema/ids.ts';

/** The roles that she may give there, smallest first; the server says the same. */
export const rolesToGive = (by: Officer, scope: Scope): readonly Role[] =>
  ROLES.filter((role) => fits({ role, scope }) && mayGrant(by, { role, scope }));
