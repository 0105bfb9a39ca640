import type { ConsolePage } from '../../shell/page-spec.ts';

/** Reached from the menu of her name. */
export const accountPages: readonly ConsolePage[] = [
  { path: 'tai-khoan', place: 'plain', load: () => import('./account.tsx') },
];
