import type { ConsolePage } from '../shell/page-spec.ts';
import { accountPages } from './account/index.tsx';
import { auditPages } from './audit/index.tsx';
import { freshnessPages } from './freshness/index.tsx';
import { peoplePages } from './people/index.tsx';
import { signInPages } from './sign-in/index.tsx';
import { contentPages } from './content/index.tsx';
import { helpPages } from './help/index.tsx';
import { startPages } from './start/index.tsx';
import { differencePages } from './differences/index.tsx';
import { releasePages } from './releases/index.tsx';
import { reviewPages } from './review/index.tsx';
import { questionsPages } from './questions/index.tsx';
import { replayPages } from './replay/index.tsx';
import { reviewQueuePages } from './review-queue/index.tsx';
import { reportPages } from './report/index.tsx';
import { tryPages } from './try/index.tsx';
import { understandingPages } from './understanding/index.tsx';
import { workbookPages } from './workbooks/index.tsx';

/** Every page of the console, area by area: one line an area. */
export const pages: readonly ConsolePage[] = [
  ...startPages,
  ...contentPages,
  ...helpPages,
  ...signInPages,
  ...freshnessPages,
  ...accountPages,
  ...peoplePages,
  ...auditPages,
  ...reviewPages,
  ...releasePages,
  ...differencePages,
  ...questionsPages,
  ...replayPages,
  ...reviewQueuePages,
  ...reportPages,
  ...tryPages,
  ...understandingPages,
  ...workbookPages,
];
