import { z } from 'zod';
import type { Who } from '#http/route.ts';
import { scopeSchema } from '#knowledge/schema/ids.ts';
import type { Officer, Permission } from './officer.ts';

/**
 * Params of every staff path, `/api/staff/:scope/…`, extended by routes that take more. A unit's code limits
 * everything behind it to that unit; `base` is the whole province.
 */
export const scopeParams = z.object({ scope: scopeSchema });

/**
 * Who may pass: signed in, and holding the permission for the `:scope` of the path. Changing requests must come from
 * our own pages. Throws UNAUTHORIZED, FORBIDDEN.
 */
export interface StaffDoor {
  readonly holding: (permission: Permission) => Who<Officer>;
}

/** What an officer did, for the log that nobody edits. Written by the owner of what changed, in the same request. */
export interface AuditLine {
  readonly officer: string;
  readonly scope: string;
  /** `entry.edit`, `release.publish`, `people.invite` … */
  readonly action: string;
  /** What it was done to: an entry's id, a release's number, an account's id. */
  readonly subject: string;
  /** What changed, short; never a password, a code or a resident's text. */
  readonly detail: string;
}

export interface Audit {
  readonly write: (line: AuditLine, now: number) => Promise<void>;
}
