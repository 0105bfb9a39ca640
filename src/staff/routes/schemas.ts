import { z } from 'zod';
import { scopeSchema } from '#knowledge/schema/ids.ts';
import { ROLES } from '../officer.ts';

/** Shapes that several routes share. Times are epoch milliseconds. */
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

export const stageSchema = z.enum(['second', 'enrol', 'full']);

export const madeLinkSchema = z.strictObject({ url: z.string(), expiresAt: timeSchema });

export const codesSchema = z.strictObject({ codes: z.array(z.string()).readonly() });
