import { BulbOutlined } from '@ant-design/icons';
import type { ConsolePage } from '../../shell/page-spec.ts';
import { understandingWords } from '../../words/understanding.vi.ts';

export const understandingPages: readonly ConsolePage[] = [
  {
    path: 'hieu-cau-hoi',
    needs: 'view',
    menu: {
      group: 'questions',
      label: understandingWords.title,
      icon: <BulbOutlined aria-hidden />,
      order: 30,
    },
    load: () => import('./understanding.tsx'),
  },
];
