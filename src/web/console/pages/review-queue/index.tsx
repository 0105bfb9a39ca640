import { InboxOutlined } from '@ant-design/icons';
import type { ConsolePage } from '../../shell/page-spec.ts';
import { reviewWords } from '../../words/review.vi.ts';

export const reviewQueuePages: readonly ConsolePage[] = [
  {
    path: 'can-xem',
    needs: 'view',
    menu: { group: 'questions', label: reviewWords.title, icon: <InboxOutlined aria-hidden />, order: 20 },
    load: () => import('./review.tsx'),
  },
];
