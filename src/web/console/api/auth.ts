import { z } from 'zod';
import {
  codesSchema,
  linkSchema,
  meSchema,
  secretSchema,
  sessionsSchema,
  stagedSchema,
} from '#staff/contract.ts';

/** The routes of sign-in and of the own account, as pages call them. */
export const auth = {
  me: { method: 'GET', path: '/api/auth/me', out: meSchema },
  rename: { method: 'PUT', path: '/api/auth/me', out: z.null() },
  signIn: { method: 'POST', path: '/api/auth/sign-in', out: stagedSchema },
  signOut: { method: 'POST', path: '/api/auth/sign-out', out: z.null() },
  second: { method: 'POST', path: '/api/auth/second-factor', out: stagedSchema },
  begin: { method: 'POST', path: '/api/auth/second-factor/begin', out: secretSchema },
  confirm: { method: 'POST', path: '/api/auth/second-factor/confirm', out: codesSchema },
  off: { method: 'POST', path: '/api/auth/second-factor/off', out: z.null() },
  codes: { method: 'POST', path: '/api/auth/second-factor/codes', out: codesSchema },
  password: { method: 'PUT', path: '/api/auth/password', out: z.null() },
  sessions: { method: 'GET', path: '/api/auth/sessions', out: sessionsSchema },
  endSession: { method: 'DELETE', path: '/api/auth/sessions/:id', out: z.null() },
  endAll: { method: 'DELETE', path: '/api/auth/sessions', out: z.null() },
  link: { method: 'POST', path: '/api/auth/link', out: linkSchema },
  useLink: { method: 'POST', path: '/api/auth/link/use', out: stagedSchema },
} as const;
