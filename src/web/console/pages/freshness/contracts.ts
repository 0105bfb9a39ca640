import { z } from 'zod';
import { confirmedSchema, lookedSchema, workListSchema } from '#publishing/freshness/contract.ts';

const at = '/api/staff/:scope/freshness';

/** The routes of the work list, as the page calls them. */
export const freshnessCalls = {
  list: { method: 'GET', path: at, out: workListSchema },
  confirm: { method: 'POST', path: `${at}/confirmations`, out: confirmedSchema },
  take: { method: 'PUT', path: `${at}/taken`, out: z.null() },
  look: { method: 'POST', path: `${at}/looks`, out: lookedSchema },
} as const;
