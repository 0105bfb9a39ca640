import { z } from 'zod';
import { scopeSchema } from '#knowledge/schema/ids.ts';
import { ROLES } from './officer.ts';

/** What routes and pages tell each other. No imports of Node: the browser has this file too. Times are epoch ms. */
export const emailSchema = z.email().max(200);
export const nameSchema = z.string().trim().min(2).max(100);
/** Rules of length and guessing are the room's, with reasons; here only what no password is. */
export const passwordSchema = z.string().min(1).max(1000);
export const codeSchema = z.string().min(6).max(20);
export const timeSchema = z.int().nonnegative();

export const grantSchema = z.strictObject({ role: z.enum(ROLES), scope: scopeSchema });

export const officerSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  grants: z.array(grantSchema).readonly(),
});

/** After a password: a code is awaited, a second factor must be set up, or she is in. */
export const stageSchema = z.enum(['second', 'enrol', 'full']);
export const stagedSchema = z.strictObject({ stage: stageSchema });

export const meSchema = z.strictObject({
  /** `none`: not signed in. */
  stage: z.enum(['none', ...stageSchema.options]),
  officer: officerSchema.nullable(),
  secondFactor: z.boolean(),
  needsSecondFactor: z.boolean(),
  recoveryCodesLeft: z.int(),
  passwordLength: z.int(),
  idleMs: z.int(),
  /** The session's end, however busy; 0 where there is none. */
  endsAt: timeSchema,
});

export const linkSchema = z.strictObject({
  kind: z.enum(['first', 'invite', 'reset']),
  email: z.string(),
  name: z.string(),
  expiresAt: timeSchema,
  passwordLength: z.int(),
});

export const sessionsSchema = z.strictObject({
  sessions: z
    .array(
      z.strictObject({
        id: z.string(),
        current: z.boolean(),
        address: z.string(),
        agent: z.string(),
        createdAt: timeSchema,
        seenAt: timeSchema,
      }),
    )
    .readonly(),
});

export const secretSchema = z.strictObject({ secret: z.string(), uri: z.string() });
export const codesSchema = z.strictObject({ codes: z.array(z.string()).readonly() });
export const madeLinkSchema = z.strictObject({ url: z.string(), expiresAt: timeSchema });

export const personSchema = z.strictObject({
  ...officerSchema.shape,
  disabledAt: timeSchema.nullable(),
  lastInAt: timeSchema.nullable(),
  secondFactor: z.boolean(),
  /** Whether the caller may act on the whole account: link, second factor, sessions, disabling. */
  manageable: z.boolean(),
});
export type Person = z.output<typeof personSchema>;

export const invitationSchema = z.strictObject({
  id: z.string(),
  email: z.string(),
  name: z.string(),
  grants: z.array(grantSchema).readonly(),
  createdAt: timeSchema,
  expiresAt: timeSchema,
});
export type Invitation = z.output<typeof invitationSchema>;

export const peopleSchema = z.strictObject({
  people: z.array(personSchema).readonly(),
  invitations: z.array(invitationSchema).readonly(),
});

export const auditLineSchema = z.strictObject({
  seq: z.int(),
  at: timeSchema,
  officer: z.string(),
  /** As the account is called now; of the operator and the machine itself their own names. */
  officerName: z.string(),
  scope: z.string(),
  action: z.string(),
  subject: z.string(),
  /** Where the subject is a person. */
  subjectName: z.string().nullable(),
  detail: z.string(),
});
export type AuditLineSeen = z.output<typeof auditLineSchema>;

export const auditPageSchema = z.strictObject({
  lines: z.array(auditLineSchema).readonly(),
  more: z.boolean(),
});
