import type { ConsolePage } from '../shell/page-spec.ts';
import { signInPages } from './sign-in/index.tsx';
import { contentPages } from './content/index.tsx';
import { startPages } from './start/index.tsx';

/** Every page of the console, area by area: one line an area. */
export const pages: readonly ConsolePage[] = [...startPages, ...contentPages, ...signInPages];
