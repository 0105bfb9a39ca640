import type { Scope } from '#knowledge/schema/ids.ts';

/** What a member of staff may be; each role may what the ones before it may, except where `allowed` says otherwise. */
export const ROLES = [
  'viewer',
  'answerer',
  'editor',
  'approver',
  'unit-administrator',
  'province-administrator',
] as const;
export type Role = (typeof ROLES)[number];

/** What a route asks for. */
export const PERMISSIONS = [
  /** Sees knowledge, questions, reports. */
  'view',
  /** Marks questions, puts topics right, answers residents. */
  'answer',
  /** Writes drafts. */
  'edit',
  /** Reviews, publishes, restores. */
  'approve',
  /** Invites and limits people of the unit. */
  'administer',
] as const;
export type Permission = (typeof PERMISSIONS)[number];

export interface Grant {
  readonly role: Role;
  /** `base`: every unit, and the shared base. */
  readonly scope: Scope;
}

/** A signed-in member of staff, as every staff route sees the caller. */
export interface Officer {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly grants: readonly Grant[];
}

const allowed: Readonly<Record<Role, readonly Permission[]>> = {
  viewer: ['view'],
  answerer: ['view', 'answer'],
  editor: ['view', 'answer', 'edit'],
  approver: ['view', 'answer', 'edit', 'approve'],
  'unit-administrator': ['view', 'answer', 'edit', 'approve', 'administer'],
  'province-administrator': ['view', 'answer', 'edit', 'approve', 'administer'],
};

/** Whether an officer may do something in a scope. Pure; no grant: no. */
export function may(officer: Pick<Officer, 'grants'>, permission: Permission, scope: Scope): boolean {
  return officer.grants.some(
    (grant) => (grant.scope === 'base' || grant.scope === scope) && allowed[grant.role].includes(permission),
  );
}
