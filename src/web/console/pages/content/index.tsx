import { FileTextOutlined } from '@ant-design/icons';
import type { ConsolePage } from '../../shell/page-spec.ts';
import { contentWords } from '../../words/content.vi.ts';

export const contentPages: readonly ConsolePage[] = [
  {
    path: 'noi-dung',
    needs: 'view',
    menu: { group: 'content', label: contentWords.title, icon: <FileTextOutlined aria-hidden />, order: 10 },
    load: () => import('./list.tsx'),
  },
  { path: 'noi-dung/:kind/:id', needs: 'view', load: () => import('./entry.tsx') },
];
