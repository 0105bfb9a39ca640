import { CommentOutlined } from '@ant-design/icons';
import type { ConsolePage } from '../../shell/page-spec.ts';
import { tryWords } from '../../words/try.vi.ts';

export const tryPages: readonly ConsolePage[] = [
  {
    path: 'hoi-thu',
    needs: 'view',
    menu: { group: 'questions', label: tryWords.title, icon: <CommentOutlined aria-hidden />, order: 10 },
    load: () => import('./try.tsx'),
  },
];
