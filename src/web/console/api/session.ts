import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { z } from 'zod';
import { scopeSchema, type Scope } from '#knowledge/schema/ids.ts';
import { may, ROLES, type Officer, type Permission } from '#staff/officer.ts';
import { call } from './call.ts';
import { queryClient } from './query-client.ts';
import { askSignIn } from './sign-in-wanted.ts';

const meContract = {
  method: 'GET',
  path: '/api/auth/me',
  out: z.object({
    /** `none`: signed out; `second`, `enrol`: between password and second factor; the sign-in page goes on with both. */
    stage: z.enum(['none', 'second', 'enrol', 'full']),
    officer: z
      .object({
        id: z.string(),
        name: z.string(),
        email: z.string(),
        grants: z.array(z.object({ role: z.enum(ROLES), scope: scopeSchema })),
      })
      .nullable(),
  }),
} as const;

export const meKey = ['me'] as const;

/** Who is signed in; the frame asks before it shows any page. */
export function useMe() {
  return useQuery({ queryKey: meKey, queryFn: askMe, staleTime: 60_000 });
}

type Me = z.output<(typeof meContract)['out']>;

/** Who was in and is no more signs in over the page: what stands on it stays. */
async function askMe(): Promise<Me> {
  const me = await call(meContract, { signIn: false });
  const before = queryClient.getQueryData<Me>(meKey);
  if (me.stage === 'full' || before?.stage !== 'full') return me;
  await askSignIn();
  return await call(meContract, { signIn: false });
}

/** Within the frame: the officer. */
export function useOfficer(): Officer {
  const { data } = useMe();
  if (data?.officer == null) throw new Error('useOfficer stands within the frame');
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
