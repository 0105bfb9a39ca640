import { z } from 'zod';
import { madeLinkSchema, peopleSchema } from '#staff/contract.ts';

const person = '/api/staff/:scope/people/:account';

/** The routes of people, as pages call them. */
export const peopleCalls = {
  list: { method: 'GET', path: '/api/staff/:scope/people', out: peopleSchema },
  invite: { method: 'POST', path: '/api/staff/:scope/people/invitations', out: madeLinkSchema },
  withdraw: { method: 'DELETE', path: '/api/staff/:scope/people/invitations/:id', out: z.null() },
  role: { method: 'PUT', path: `${person}/role`, out: z.null() },
  link: { method: 'POST', path: `${person}/password-link`, out: madeLinkSchema },
  phone: { method: 'DELETE', path: `${person}/second-factor`, out: z.null() },
  sessions: { method: 'DELETE', path: `${person}/sessions`, out: z.null() },
  active: { method: 'PUT', path: `${person}/active`, out: z.null() },
} as const;
