import { HomeOutlined } from '@ant-design/icons';
import type { ConsolePage } from '../../shell/page-spec.ts';
import { startWords } from '../../words/start.vi.ts';

export const startPages: readonly ConsolePage[] = [
  {
    path: '',
    needs: 'view',
    menu: { group: 'content', label: startWords.title, icon: <HomeOutlined aria-hidden />, order: 0 },
    load: () => import('./start.tsx'),
  },
];
