import type { ConsolePage } from '../../shell/page-spec.ts';

export const signInPages: readonly ConsolePage[] = [
  { path: 'dang-nhap', place: 'open', load: () => import('./sign-in-page.tsx') },
  { path: 'bat-dau', place: 'open', load: () => import('./link-page.tsx') },
];
