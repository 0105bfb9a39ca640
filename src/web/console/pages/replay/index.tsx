import { ExperimentOutlined } from '@ant-design/icons';
import type { ConsolePage } from '../../shell/page-spec.ts';
import { replayWords } from '../../words/replay.vi.ts';

export const replayPages: readonly ConsolePage[] = [
  {
    path: 'chay-thu',
    needs: 'edit',
    menu: {
      group: 'publishing',
      label: replayWords.title,
      icon: <ExperimentOutlined aria-hidden />,
      order: 20,
    },
    load: () => import('./replay.tsx'),
  },
];
