import { QuestionCircleOutlined } from '@ant-design/icons';
import type { ConsolePage } from '../../shell/page-spec.ts';
import { guideWords } from '../../words/guide.vi.ts';

export const helpPages: readonly ConsolePage[] = [
  {
    path: 'huong-dan',
    place: 'plain',
    menu: {
      group: 'people',
      label: guideWords.title,
      icon: <QuestionCircleOutlined aria-hidden />,
      order: 90,
    },
    load: () => import('./guide.tsx'),
  },
];
