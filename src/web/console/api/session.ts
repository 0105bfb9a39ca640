import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { z } from 'zod';
import { scopeSchema, type Scope } from '#knowledge/schema/ids.ts';
import { may, ROLES, type Officer, type Permission } from '#staff/officer.ts';
import { call } from './call.ts';

const meContract = {
  method: 'GET',
  path: '/api/staff/me',
  out: z.object({
    officer: z.object({
      id: z.string(),
      name: z.string(),
      email: z.string(),
      grants: z.array(z.object({ role: z.enum(ROLES), scope: scopeSchema })),
    }),
  }),
} as const;

export const meKey = ['me'] as const;

/** Who is signed in; the frame asks before it shows any page. */
export function useMe() {
  return useQuery({
    queryKey: meKey,
    queryFn: ({ signal }) => call(meContract, { signal }),
    staleTime: 60_000,
  });
}

/** Within the frame: the officer. */
export function useOfficer(): Officer {
  const { data } = useMe();
  if (data === undefined) throw new Error('useOfficer stands within the frame');
  return data.officer;
}

/** The unit (or `base`) that the address names. */
export function useScope(): Scope {
  const read = scopeSchema.safeParse(useParams()['scope']);
  return read.success ? read.data : 'base';
}

/** Whether she may do something in the unit of the address. The server decides; this only hides what would be refused. */
export function useMay(permission: Permission): boolean {
  return may(useOfficer(), permission, useScope());
}
